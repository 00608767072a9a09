"""The configuration: every key, every mistake with its place, and nothing that leaves the tree."""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from privacylint import tree
from privacylint.config import Config, ConfigError, Override, PolicyFiles, find, load, severity_of, validate
from privacylint.rule import Rule

Write = Callable[..., Path]


def rule(id: str = "vague-word", family: str = "clarity", severity: str = "warning", default: bool = True) -> Rule:
    return Rule(id, family, severity, "high", lambda policy, claims: iter(()), default=default)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """`write(text, name)` writes a file of a repository, which is the current folder."""
    home = tmp_path / "repo"
    (home / ".git").mkdir(parents=True)
    monkeypatch.chdir(home)

    def write_(text: str, name: str = "privacylint.yaml") -> Path:
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        return Path(name)

    return write_


def said(path: Path, **options: Any) -> str:
    with pytest.raises(ConfigError) as error:
        load(path, **options)
    assert "\n" not in str(error.value)
    return str(error.value)


FULL = """\
extends: [recommended]
regimes: [gdpr, ccpa]
policies:
  - path: legal/privacy.md
    companions: [legal/cookies.md, legal/subprocessors.md]
    translations: {de: legal/privacy.de.md}
  - terms.md
facts:
  controller: Acme GmbH
  minimum_age: 16
  hosting: {places: [DE], providers: [Hetzner]}
  contacts: {privacy: privacy@acme.example}
  recipients: legal/subprocessors.yaml
rules: {vague-retention: off, missing-dpo-contact: error}
rule_files: [legal/rules/*.yaml]
baseline: .privacylint-baseline.json
select: [all]
ignore: [drafting]
overrides:
  - {paths: ["drafts/**"], rules: {all: info}}
exclude: [node_modules, "*.draft.md"]
fail_on: warning
as_of: 2025-01-31
never_ignore: [conflicting-ages]
anchors: gitlab
template_syntax: [["{{", "}}"], ["{%", "%}"]]
required_plugins: [acme]
"""


def test_every_key(write: Write) -> None:
    write("x: 1", "legal/rules/b.yaml")
    write("x: 1", "legal/rules/a.yaml")
    config = load(write(FULL))
    assert config._replace(origins={}, mentions=()) == Config(
        path=Path("privacylint.yaml"),
        root=Path.cwd(),
        regimes=("gdpr", "ccpa"),
        policies=(
            PolicyFiles(
                os.path.join("legal", "privacy.md"),  # noqa: PTH118
                (os.path.join("legal", "cookies.md"), os.path.join("legal", "subprocessors.md")),  # noqa: PTH118
                {"de": os.path.join("legal", "privacy.de.md")},  # noqa: PTH118
            ),
            PolicyFiles("terms.md"),
        ),
        facts={
            "controller": "Acme GmbH",
            "minimum_age": 16,
            "hosting": {"places": ["DE"], "providers": ["Hetzner"]},
            "contacts": {"privacy": "privacy@acme.example"},
            "recipients": os.path.join("legal", "subprocessors.yaml"),  # noqa: PTH118
        },
        rules={"vague-retention": "off", "missing-dpo-contact": "error"},
        rule_files=(Path("legal/rules/a.yaml"), Path("legal/rules/b.yaml")),
        baseline=Path(".privacylint-baseline.json"),
        select=("all",),
        ignore=("drafting",),
        overrides=(Override(("drafts/**",), {"all": "info"}),),
        exclude=("node_modules", "*.draft.md"),
        fail_on="warning",
        as_of=date(2025, 1, 31),
        never_ignore=("conflicting-ages",),
        anchors="gitlab",
        template_syntax=(("{{", "}}"), ("{%", "%}")),
        required_plugins=("acme",),
    )
    assert config.origins["facts.minimum_age"] == "privacylint.yaml:10"
    assert config.origins["rules.vague-retention"] == "privacylint.yaml:14"


def test_pyproject(write: Write) -> None:
    config = load(
        write(
            "[project]\nname = 'x'\n\n[tool.privacylint]\nas_of = 2025-01-31\nrules.a = false\nrules.b = 'error'\n"
            "[tool.privacylint.facts]\nminimum_age = 16\n[[tool.privacylint.policies]]\npath = 'a.md'\n",
            "pyproject.toml",
        )
    )
    assert config.as_of == date(2025, 1, 31)
    assert config.rules == {"a": "off", "b": "error"}
    assert config.policies == (PolicyFiles("a.md"),)
    assert config.origins["rules.b"] == "pyproject.toml:7"
    assert config.origins["facts.minimum_age"] == "pyproject.toml:9"


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}", "---\n"])
def test_an_empty_file_is_the_default(write: Write, text: str) -> None:
    empty, none = load(write(text)), load(None)
    assert empty._replace(path=None) == none
    assert (none.regimes, none.fail_on, none.anchors, none.policies) == (None, "error", "github", ())
    assert none.origins["fail_on"] == "preset recommended"
    assert none.origins["exclude"] == "default"


def test_regimes(write: Write) -> None:
    assert load(write("regimes: auto")).regimes is None
    assert load(write("regimes: [auto]")).regimes is None
    assert load(write("regimes: gdpr")).regimes == ("gdpr",)
    assert '"auto" stands alone' in said(write("regimes: [auto, gdpr]"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ruels: {}", '1:1: unknown key "ruels"; did you mean "rules"?'),
        ("rule-files: []", '1:1: unknown key "rule-files"; did you mean "rule_files"?'),
        ("- a", "1:1: must be a mapping, got a list"),
        ("word", '1:1: must be a mapping, got text "word"'),
        ("rules: {a: eror}", '1:12: unknown level "eror"; did you mean "error"?'),
        ("rules: {a: 1}", '1:12: "rules.a" must be error, warning, info, on or off, got 1'),
        ("rules: {a: }", '1:9: "rules.a" must be error, warning, info, on or off, got nothing'),
        ("rules: [a]", '1:8: "rules" must be a mapping, got a list'),
        ("rules: {a: off, a: on}", '1:17: key "a" is given twice, first in line 1'),
        ("fail_on: never!", '1:10: unknown fail_on "never!"; did you mean "never"?'),
        ("anchors: githb", '1:10: unknown anchors "githb"; did you mean "github"?'),
        ("as_of: 2025-13-01", '1:8: "2025-13-01" is no date, write it as 2025-01-31'),
        ("as_of: 2025-W05-5", '1:8: "2025-W05-5" is no date'),
        ("as_of: 2025", '1:8: "as_of" must be text, got 2025'),
        ("facts: {minimum_age: 160}", '1:22: "facts.minimum_age" must be from 0 to 120, got 160'),
        ("facts: {min_age: 16}", '1:9: unknown key "min_age"; did you mean "minimum_age"?'),
        ("facts: {hosting: {place: [DE]}}", '1:19: unknown key "place"; did you mean "places"?'),
        ("policies: [{pth: a.md}]", '1:13: unknown key "pth"; did you mean "path"?'),
        ("policies: [{companions: []}]", '1:12: missing key "path" of a policy'),
        ("policies: a.md", '1:11: "policies" must be a list, got text "a.md"'),
        ("policies: [{path: a.md, translations: {'d e': b.md}}]", '1:40: "d e" is no language, write it as de or pt-BR'),
        ("template_syntax: [['{{']]", '1:19: "template_syntax[0]" must have 2 entries, got 1'),
        ("overrides: [{rules: {}}]", '1:13: missing key "paths" of an override'),
        ("extends: recomended", '1:10: unknown preset "recomended"; did you mean "recommended"?'),
        ("extends: ./no.yaml", '1:10: "./no.yaml": no such file'),
        ("rule_files: [none/*.yaml]", '1:14: "none/*.yaml" means no file'),
        ("rule_files: [none.yaml]", '1:14: "none.yaml": no such file'),
        ("a: [", "1:5: is not YAML"),
    ],
)
def test_mistakes(write: Write, text: str, message: str) -> None:
    assert said(write(text)).startswith(f"privacylint.yaml:{message}")


def test_mistakes_in_pyproject(write: Write) -> None:
    head = "[tool.other]\nruels = 1\n[tool.privacylint]\nfail_on = 'error'\n"
    assert said(write(head + "ruels.a = 'off'\n", "pyproject.toml")) == (
        'pyproject.toml:5:1: unknown key "ruels"; did you mean "rules"?'
    )
    table = "[tool.privacylint.rules]\nb = 'error'\n\"a\" = 'eror'\n"
    assert said(write(head + table, "pyproject.toml")).startswith('pyproject.toml:7:1: unknown level "eror"')
    policies = "[[tool.privacylint.policies]]\npath = 'a'\n[[tool.privacylint.policies]]\npth = 'b'\n"
    assert said(write(head + policies, "pyproject.toml")).startswith('pyproject.toml:8:1: unknown key "pth"')
    assert said(write(head + "x = '", "pyproject.toml")).startswith("pyproject.toml:5:")
    assert said(write("[tool]\nprivacylint = 1\n", "pyproject.toml")).startswith("pyproject.toml:2:1: must be a mapping")


def test_the_excerpt_shows_the_place(write: Write) -> None:
    with pytest.raises(ConfigError) as error:
        load(write("rules:\n  a: eror  # so\n"))
    assert error.value.excerpt() == "    2 |   a: eror  # so\n      |      ^^^^"


# --- extends ---------------------------------------------------------------------------------------------------------


def test_layers(write: Write) -> None:
    write("rules: {a: off, b: off}\nnever_ignore: [x]\nexclude: [one]\noverrides: [{paths: [p], rules: {}}]", "team/a.yaml")
    config = load(
        write(
            "extends: [strict, team/a.yaml]\nrules: {b: error}\nnever_ignore: [y, x]\nexclude: [two]\n"
            "overrides: [{paths: [q], rules: {}}]\n"
        )
    )
    assert config.rules == {"all": "on", "a": "off", "b": "error"}
    assert config.never_ignore == ("x", "y")
    assert config.exclude == ("two",)
    assert [override.paths for override in config.overrides] == [("p",), ("q",)]
    assert config.fail_on == "warning"
    assert config.origins["rules.all"] == "preset strict"
    assert config.origins["rules.a"] == f"{os.path.join('team', 'a.yaml')}:1"  # noqa: PTH118
    assert config.origins["rules.b"] == "privacylint.yaml:2"


def test_names_count_from_the_file_they_stand_in(write: Write) -> None:
    write("x: 1", "team/rules/a.yaml")
    write("rule_files: [rules/*.yaml]\npolicies: [../privacy.md]", "team/base.yaml")
    config = load(write("extends: team/base.yaml"))
    assert config.rule_files == (Path("team/rules/a.yaml"),)
    assert config.policies == (PolicyFiles("privacy.md"),)


def test_extending_oneself(write: Write) -> None:
    write("extends: ./privacylint.yaml", "b.yaml")
    assert said(write("extends: ./b.yaml")) == 'b.yaml:1:10: "./privacylint.yaml" extends itself'


def test_a_file_may_be_extended_by_two(write: Write) -> None:
    write("fail_on: info", "c.yaml")
    write("extends: c.yaml", "a.yaml")
    write("extends: c.yaml", "b.yaml")
    assert load(write("extends: [a.yaml, b.yaml]")).fail_on == "info"


def test_extends_does_not_explode(write: Write) -> None:
    for number in range(12):
        write(f"extends: [{', '.join([f'f{number + 1}.yaml'] * 9)}]", f"f{number}.yaml")
    write("{}", "f12.yaml")
    assert "extends more than 32 files" in said(write("extends: f0.yaml"))


def test_a_mistake_in_an_extended_file_is_there(write: Write) -> None:
    write("\nruels: {}", "team/a.yaml")
    assert said(write("extends: team/a.yaml")).startswith(f"{os.path.join('team', 'a.yaml')}:2:1: ")  # noqa: PTH118


# --- nothing leaves the tree -----------------------------------------------------------------------------------------

KEYS = ["extends: [%s]", "rule_files: [%s]", "baseline: %s", "policies: [%s]", "policies: [{path: a, companions: [%s]}]",
        "policies: [{path: a, translations: {de: %s}}]", "facts: {recipients: %s}"]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/etc/passwd.yaml", "absolute paths are not allowed"),
        ("'C:/x.yaml'", "absolute paths are not allowed"),
        ("'C:x.yaml'", "absolute paths are not allowed"),
        ("'\\\\server\\x.yaml'", "absolute paths are not allowed"),
        ("../outside.yaml", "leads out of the tree"),
        ("a/../../outside.yaml", "leads out of the tree"),
        ("link/x.yaml", "is a link that leads out of the tree"),
        ("link.yaml", "is a link that leads out of the tree"),
        (".git/x.yaml", "paths into .git are not allowed"),
        ('"a\\0.yaml"', "is no path"),
        ("a" * 2000 + ".yaml", "is no path"),
    ],
)
def test_paths_stay_inside(write: Write, key: str, path: str, why: str) -> None:
    outside = Path.cwd().parent / "outside"
    outside.mkdir()
    (outside / "x.yaml").write_text("{}", "utf-8")
    Path("link").symlink_to(outside)
    Path("link.yaml").symlink_to(outside / "x.yaml")
    assert why in said(write(key % path))


def test_a_link_inside_is_fine(write: Write) -> None:
    write("fail_on: info", "real/a.yaml")
    Path("link").symlink_to("real")
    assert load(write("extends: link/a.yaml")).fail_on == "info"


def test_a_file_above_the_configuration_but_in_the_repository(write: Write) -> None:
    write("fail_on: info", "team.yaml")
    assert load(write("extends: ../team.yaml", "legal/privacylint.yaml")).fail_on == "info"


def test_links_that_a_pattern_finds(write: Write) -> None:
    outside = Path.cwd().parent / "secret.yaml"
    outside.write_text("{}", "utf-8")
    write("x", "rules/a.yaml")
    Path("rules/b.yaml").symlink_to(outside)
    Path("rules/loop").symlink_to(".")
    assert load(write("rule_files: ['**/*.yaml']")).rule_files == (Path("privacylint.yaml"), Path("rules/a.yaml"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are for posix")
def test_a_pipe_is_never_opened(write: Write) -> None:
    os.mkfifo("pipe.yaml")
    assert "is no file" in said(write("extends: pipe.yaml"))
    assert "means no file" in said(write("rule_files: ['pip*.yaml']"))


def test_a_pattern_ends(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        write("x", f"d/{number}.yaml")
    monkeypatch.setattr(tree, "MOST_ENTRIES", 20)
    assert "looks at more than 20 files" in said(write("rule_files: ['**/*.yaml']"))
    monkeypatch.setattr(tree, "MOST_ENTRIES", 200)
    monkeypatch.setattr(tree, "MOST_FILES", 20)
    assert "stands for more than 20 files" in said(write("rule_files: ['**/*.yaml']"))
    assert '".." after a wildcard' in said(write("rule_files: ['*/../x*.yaml']"))


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "b/a.md", True),
        ("*.md", "a.txt", False),
        ("drafts", "drafts/a.md", True),
        ("drafts", "x/drafts/b/a.md", True),
        ("drafts/", "x/drafts/a.md", True),
        ("./drafts", "x/drafts/a.md", False),
        ("a/b", "a/b/c.md", True),
        ("a/b", "x/a/b", False),
        ("a/*.md", "a/b/c.md", False),
        ("a/**", "a/b/c.md", True),
        ("**/c.md", "c.md", True),
        ("**/c.md", "a/b/c.md", True),
        ("a/**/c.md", "a/c.md", True),
        ("**/**/c.md", "a/c.md", True),
        ("**", "a/b.md", True),
        ("?.md", "a.md", True),
        ("?.md", "ab.md", False),
        ("a*b*c", "a-b-b-c", True),
        ("a*b*c", "a-b-b", False),
        ("[ab].md", "a.md", False),
        ("[ab].md", "[ab].md", True),
        ("", "a.md", False),
        ("/", "a.md", False),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert tree.matches(pattern, path) is expected


def test_hostile_patterns_are_fast() -> None:
    start = time.perf_counter()
    assert not tree.matches("*a" * 300 + "b", "a" * 2000)
    assert not tree.matches("/".join(["**", "a"] * 100) + "/b", "/".join("a" * 300))
    assert time.perf_counter() - start < 5


def test_hostile_toml_is_refused(write: Write) -> None:
    assert "dots" in said(write("a" + ".a" * 50_000 + " = 1\n[tool.privacylint]\n", "pyproject.toml"))
    assert "is not TOML" in said(write("[tool.privacylint]\nx = " + "[" * 50_000, "pyproject.toml"))
    assert "too large" in said(write("[tool.privacylint]\n" + "# x\n" * 100_000, "pyproject.toml"))
    start = time.perf_counter()
    said(write("[tool.privacylint]\nx = 1\n[" + " " * 200_000, "pyproject.toml"))
    assert time.perf_counter() - start < 5


# --- finding it ------------------------------------------------------------------------------------------------------


def test_find(write: Write) -> None:
    write("", "a/b/c.md")
    assert find(Path("a/b")) is None
    write("[tool.other]\n", "a/pyproject.toml")
    assert find(Path("a/b")) is None
    write("[tool.privacylint]\n", "pyproject.toml")
    assert find(Path("a/b")) == Path.cwd() / "pyproject.toml"
    write("", "privacylint.yml")
    assert find(Path("a/b")) == Path.cwd() / "privacylint.yml"
    write("", "privacylint.yaml")
    assert find(Path("a/b")) == Path.cwd() / "privacylint.yaml"
    write("[tool]\nprivacylint = {}\n", "a/pyproject.toml")
    assert find(Path("a/b")) == Path.cwd() / "a" / "pyproject.toml"


def test_find_stops_at_the_repository(write: Write) -> None:
    (Path.cwd().parent / "privacylint.yaml").write_text("", "utf-8")
    assert find(Path.cwd()) is None


def test_somebody_elses_broken_toml(write: Write) -> None:
    write("[tool.other\nprivacylint", "pyproject.toml")
    assert find(Path.cwd()) is None
    write("[tool.privacylint]\nx = ", "pyproject.toml")
    assert find(Path.cwd()) == Path.cwd() / "pyproject.toml"


def test_messages_name_the_file_as_seen_from_here(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("ruels: {}", "a/privacylint.yaml")
    assert said(Path("a/privacylint.yaml").absolute()).startswith(os.path.join("a", "privacylint.yaml:1:1"))  # noqa: PTH118
    Path("a/b").mkdir()
    monkeypatch.chdir("a/b")
    assert said(Path.cwd().parent / "privacylint.yaml").startswith(os.path.join("..", "privacylint.yaml:1:1"))  # noqa: PTH118


def test_workers_can_have_it(write: Write) -> None:
    config = load(write("rules: {a: off}\nregimes: [gdpr]"))
    copy = pickle.loads(pickle.dumps(config))
    assert copy._replace(mentions=()) == config._replace(mentions=())
    with pytest.raises(ConfigError, match="1:9: unknown rule or family"):
        validate(copy, [], regime_names=["gdpr"])


def test_a_file_that_is_not_there(write: Write) -> None:
    assert said(Path("none.yaml")) == "none.yaml: cannot be read: no such file or directory"


# --- the command line ------------------------------------------------------------------------------------------------


def test_the_command_line_has_the_last_word(write: Write) -> None:
    file = write("regimes: [ccpa]\nrules: {a: off}\nfail_on: info\nselect: [x]")
    config = load(file, {"regimes": ["gdpr"], "select": ["clarity"], "ignore": ["b"], "rules": {"a": "error"}, "fail_on": None})
    assert (config.regimes, config.only, config.without, config.fail_on) == (("gdpr",), ("clarity",), ("b",), "info")
    assert config.select == ("x",)
    assert severity_of(config, rule("a"), "p.md") == "error"
    assert config.origins["rules.a"] == config.origins["regimes"] == "command line"
    assert load(file, {"regimes": ["auto"]}).regimes is None
    assert said(file, overrides={"rules": {"a": "eror"}}) == 'command line: unknown level "eror"; did you mean "error"?'
    with pytest.raises(TypeError):
        load(file, {"nonsense": 1})


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules: {vague-wrod: off}", '1:9: unknown rule or family "vague-wrod"; did you mean "vague-word"?'),
        ("rules: {clarty: off}", '1:9: unknown rule or family "clarty"; did you mean "clarity"?'),
        ("select: [x, vague-word]", '1:10: unknown rule or family "x"'),
        ("ignore: [x]", '1:10: unknown rule or family "x"'),
        ("never_ignore: [x]", '1:16: unknown rule or family "x"'),
        ("overrides: [{paths: [a], rules: {x: off}}]", '1:34: unknown rule or family "x"'),
        ("regimes: [gdrp]", '1:11: unknown law "gdrp"; did you mean "gdpr"?'),
        ("required_plugins: [acme]", '1:20: required plugin is not installed: "acme"; expected builtin'),
    ],
)
def test_unknown_names(write: Write, text: str, message: str) -> None:
    config = load(write(text))
    with pytest.raises(ConfigError) as error:
        validate(config, ["vague-word"], regime_names=["gdpr"], plugin_names=["builtin"])
    assert str(error.value).startswith(f"privacylint.yaml:{message}")


def test_known_names(write: Write) -> None:
    text = "rules: {vague-word: off, clarity: info, all: on}\nregimes: [gdpr]\nselect: [all]\nrequired_plugins: [x]"
    validate(load(write(text)), ["vague-word"], regime_names=["gdpr"])
    validate(load(None), [])


def test_unknown_names_on_the_command_line(write: Write) -> None:
    with pytest.raises(ConfigError, match='command line: unknown rule or family "x"'):
        validate(load(None, {"select": ["x"]}), ["vague-word"])
    # a law of the file that the command line replaces does not matter
    validate(load(write("regimes: [old]"), {"regimes": ["gdpr"]}), [], regime_names=["gdpr"])


# --- severity --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "warning"),
        ("rules: {vague-word: off}", None),
        ("rules: {vague-word: error}", "error"),
        ("rules: {vague-word: false}", None),
        ("rules: {clarity: off}", None),
        ("rules: {clarity: off, vague-word: on}", "warning"),
        ("rules: {clarity: off, vague-word: info}", "info"),
        ("rules: {vague-word: info, clarity: off}", "info"),
        ("rules: {clarity: error}", "error"),
        ("rules: {clarity: error, vague-word: off}", None),
        ("rules: {all: off}", None),
        ("rules: {all: info, clarity: error}", "error"),
        ("select: [clarity]", "warning"),
        ("select: [vague-word]", "warning"),
        ("select: [drafting]", None),
        ("select: [clarity]\nignore: [vague-word]", None),
        ("select: [vague-word]\nignore: [clarity]", "warning"),
        ("select: [clarity]\nignore: [clarity]", None),
        ("ignore: [all]", None),
        ("ignore: [drafting]", "warning"),
        ("select: [vague-word]\nrules: {vague-word: off}", None),
        ("overrides: [{paths: ['*.md'], rules: {vague-word: off}}]", None),
        ("overrides: [{paths: ['x.md'], rules: {vague-word: off}}]", "warning"),
        ("overrides: [{paths: ['legal'], rules: {clarity: info}}]", "info"),
        ("rules: {vague-word: off}\noverrides: [{paths: ['legal'], rules: {vague-word: error}}]", "error"),
        ("rules: {vague-word: off}\noverrides: [{paths: ['legal'], rules: {clarity: error}}]", None),
    ],
)
def test_severity(write: Write, text: str, expected: str | None) -> None:
    config = load(write(text))
    assert severity_of(config, rule(), "legal/privacy.md") == expected
    assert severity_of(config, rule(), str(Path("legal/privacy.md").absolute())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("extends: strict", "warning"),
        ("extends: strict\nrules: {clarity: off}", None),
        ("rules: {vague-word: on}", "warning"),
        ("rules: {vague-word: error}", "error"),
        ("rules: {clarity: on}", "warning"),
        ("rules: {clarity: error}", None),
        ("select: [vague-word]", "warning"),
        ("select: [clarity]", "warning"),
    ],
)
def test_rules_that_are_off_by_default(write: Write, text: str, expected: str | None) -> None:
    assert severity_of(load(write(text)), rule(default=False), "a.md") == expected


def test_the_command_line_selects_whatever_the_file_says(write: Write) -> None:
    config = load(write("rules: {vague-word: off}"), {"select": ["vague-word"]})
    assert severity_of(config, rule(), "a.md") == "warning"
    assert severity_of(config, rule("other"), "a.md") is None
    assert severity_of(load(None, {"ignore": ["clarity"]}), rule(), "a.md") is None


def test_the_engine_stays_on(write: Write) -> None:
    engine = rule("unused-ignore", "engine")
    assert severity_of(load(None, {"select": ["clarity"]}), engine, "a.md") == "warning"
    assert severity_of(load(write("select: [clarity]")), engine, "a.md") == "warning"
    assert severity_of(load(write("rules: {unused-ignore: off}")), engine, "a.md") is None
    assert severity_of(load(None, {"ignore": ["engine"]}), engine, "a.md") is None


def test_excludes(write: Write) -> None:
    config = load(write("exclude: [drafts, 'legal/old/*.md']"))
    assert config.excludes("drafts/a.md")
    assert config.excludes(str(Path("legal/old/a.md").absolute()))
    assert not config.excludes("legal/a.md")
    assert not load(None).excludes("drafts/a.md")


# --- whatever is written ---------------------------------------------------------------------------------------------

WORDS = ["extends", "regimes", "policies", "facts", "rules", "rule_files", "baseline", "select", "overrides", "paths", "path",
         "exclude", "fail_on", "as_of", "template_syntax", "companions", "translations", "recipients", "strict", "auto", "*",
         "a", "off", "2025-01-31", "1", "true", "../x", "**/*", "~", "\u2028", "😀", "\0", "é", "./privacylint.yaml"]  # fmt: skip
SCALARS = st.sampled_from(WORDS).map(lambda word: f'"{word}"' if word in ("*", "**/*", "\0") else word)
FLOWS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(SCALARS, inner, max_size=4).map(lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"),
    ),
    max_leaves=12,
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.one_of(st.text(max_size=80), FLOWS, st.dictionaries(st.sampled_from(WORDS[:15]), FLOWS, max_size=4).map(
    lambda d: "".join(f"{key}: {value}\n" for key, value in d.items())
)))  # fmt: skip
def test_any_yaml_is_a_configuration_or_an_error(write: Write, text: str) -> None:
    _config_or_error(write(text))


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from([*WORDS, " = ", "\n", "[", "]", ".", "'", '"']), max_size=20).map(
    "".join
)))  # fmt: skip
def test_any_toml_is_a_configuration_or_an_error(write: Write, text: str) -> None:
    _config_or_error(write("[tool.privacylint]\n" + text, "pyproject.toml"))


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=60))
def test_any_bytes_are_a_configuration_or_an_error(write: Write, data: bytes) -> None:
    file = write("")
    file.write_bytes(data)
    _config_or_error(file)


def _config_or_error(file: Path) -> None:
    try:
        config = load(file)
    except ConfigError as error:
        assert "\n" not in str(error)
        error.excerpt()
    else:
        severity_of(config, rule(), "a/b.md")
        config.excludes("a/b.md")


def test_no_yaml_parser_without_a_file() -> None:
    import subprocess

    code = "import sys; from privacylint.config import load; load(None); print('ruamel.yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
