"""Starting with privacylint in a repository that has findings: baseline, init, and the configuration commands."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from privacylint import cli, config
from privacylint.baseline import Baseline
from privacylint.config import ABOUT, SHAPE, ConfigError, json_schema, load

BAD = """# Privacy Policy of Lantern Post

You must be at least 16 years old to use Lantern Post.

## Children

You must be at least 18 years old to use Lantern Post.

## Cookies

Switch them off in [your browser]().
"""
FILE = ".privacylint-baseline.json"
Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "team"
    (home / ".git").mkdir(parents=True)
    monkeypatch.chdir(home)
    write("PRIVACY.md", BAD)
    return home


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode("utf-8"))


def run(*arguments: str) -> int:
    return cli.main([*arguments, "--no-plugins"])


def check(*arguments: str) -> int:
    return run("check", "--regime", "gdpr", "--select", "consistency,drafting", "--fail-on", "info", *arguments)


# --- baseline --------------------------------------------------------------------------------------------------------


def test_accepted_findings_do_not_fail_and_new_ones_do(capsys: Output) -> None:
    assert check() == 1
    assert run("baseline", "--regime", "gdpr") == 0
    said = capsys.readouterr().out
    assert f"{FILE}: " in said and "privacylint.yaml: names it now" in said
    assert check() == 0
    write("PRIVACY.md", BAD + "\nWrite to [COMPANY NAME].\n")
    assert check("--format", "concise") == 1
    assert "placeholder-left" in capsys.readouterr().out


def test_accepted_findings_stay_accepted_with_fifty_lines_on_top() -> None:
    assert run("baseline") == 0
    top = "# Foreword\n\n" + "\n\n".join(f"Line {number} of a foreword about lanterns." for number in range(25)) + "\n\n"
    assert top.count("\n") >= 50
    write("PRIVACY.md", top + BAD)
    assert check("--select", "conflicting-ages,empty-link") == 0


def test_a_second_finding_of_the_same_words_is_new() -> None:
    run("baseline", "--regime", "gdpr")
    write("PRIVACY.md", BAD + "\nSwitch them off in [your browser]().\n")
    assert check("--select", "empty-link") == 1


def test_prune_takes_out_what_is_gone_and_accepts_nothing(capsys: Output) -> None:
    write("privacylint.yaml", "regimes: gdpr\nrules: {required: off}\n")
    run("baseline")
    before = Baseline.load(FILE).entries
    write("PRIVACY.md", BAD.replace("[your browser]()", "your browser") + "\nWrite to [COMPANY NAME].\n")
    capsys.readouterr()
    assert run("check") == 1
    assert "1 accepted finding is gone" in capsys.readouterr().err
    assert run("baseline", "--prune") == 0
    assert "1 gone" in capsys.readouterr().out
    after = Baseline.load(FILE).entries
    assert set(after) < set(before)
    assert {entry.rule for entry in before} - {entry.rule for entry in after} == {"empty-link"}
    assert run("check", "--fail-on", "info") == 1


def test_only_the_named_files_are_written_anew() -> None:
    write("app/privacy.md", BAD)
    run("baseline")
    write("PRIVACY.md", "# Privacy Policy\n")
    write("app/privacy.md", "# Privacy Policy\n")
    run("baseline", "PRIVACY.md", "--prune")
    assert {entry.path for entry in Baseline.load(FILE).entries} == {"app/privacy.md"}
    Path("app/privacy.md").unlink()
    run("baseline")
    assert "app/privacy.md" not in {entry.path for entry in Baseline.load(FILE).entries}


def test_what_may_never_be_ignored_cannot_be_accepted() -> None:
    write("privacylint.yaml", f"never_ignore: [conflicting-ages]\nbaseline: {FILE}\n")
    run("baseline")
    assert "conflicting-ages" not in {entry.rule for entry in Baseline.load(FILE).entries}
    assert check() == 1


def test_the_baseline_is_the_same_from_every_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    run("baseline")
    here = Path(FILE).read_text("utf-8")
    Path("sub").mkdir()
    monkeypatch.chdir("sub")
    assert run("baseline", "../PRIVACY.md") == 0
    assert Path("..", FILE).read_text("utf-8") == here
    assert not Path(FILE).exists()


@pytest.mark.parametrize("text", ["rules:\n  vague-may: off", "# ours\r\nfail_on: error\r\n", ""])
def test_the_configuration_gets_one_line_more(text: str) -> None:
    write("privacylint.yaml", text.replace("  vague-may: off", "  clarity: off"))
    run("baseline")
    written = Path("privacylint.yaml").read_bytes().decode()
    assert written.startswith(text.replace("  vague-may: off", "  clarity: off"))
    assert load(Path("privacylint.yaml")).baseline == Path(FILE)
    assert ("\r\n" in text) == ("\r\n" in written)


def test_a_configuration_in_braces_is_left_alone(capsys: Output) -> None:
    write("privacylint.yaml", "{fail_on: error}\n")
    run("baseline")
    assert Path("privacylint.yaml").read_text() == "{fail_on: error}\n"
    assert f"add `baseline: {FILE}` to privacylint.yaml" in capsys.readouterr().err


def test_a_configured_baseline_that_is_missing_is_a_mistake(capsys: Output) -> None:
    write("privacylint.yaml", f"baseline: {FILE}\n")
    assert check() == 2
    assert "no such baseline" in capsys.readouterr().err


# --- init ------------------------------------------------------------------------------------------------------------


def test_init_writes_what_it_is_told(capsys: Output) -> None:
    assert run("init", "--regime", "gdpr,ccpa", "--hook", "--ci", "github") == 0
    loaded = load("privacylint.yaml")
    assert loaded.regimes == ("gdpr", "ccpa")
    assert [policy.path for policy in loaded.policies] == ["PRIVACY.md"]
    assert "Controller established in the EEA" in Path("privacylint.yaml").read_text("utf-8")
    assert "id: privacylint-changes" in Path(".pre-commit-config.yaml").read_text("utf-8")
    assert "fetch-depth: 0" in Path(".github/workflows/privacylint.yaml").read_text("utf-8")
    assert run("config", "check") == 0


def test_init_in_a_script_writes_the_configuration_only() -> None:
    assert run("init") == 0
    assert load("privacylint.yaml").regimes is None
    assert sorted(path.name for path in Path().iterdir()) == [".git", "PRIVACY.md", "privacylint.yaml"]


def test_init_overwrites_nothing(capsys: Output) -> None:
    kept = {
        "privacylint.yaml": "fail_on: warning\n",
        ".pre-commit-config.yaml": "repos: [] # none yet\nfail_fast: true\n",
        ".gitlab-ci.yml": "stages: [test]\n",
        "policy.md": "# Ours\n",
    }
    for name, text in kept.items():
        write(name, text)
    assert run("init", "--hook", "--ci", "gitlab", "--skeleton", "policy.md") == 0
    assert {name: Path(name).read_text("utf-8") for name in kept} == kept
    said = capsys.readouterr().out
    assert said.count("left as it is") == 4
    assert "codequality: privacylint.json" in said and "id: privacylint-all" in said


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_init_adds_its_entry_to_the_hooks_that_are_there(end: str) -> None:
    there = "# ours\nrepos:\n- repo: local\n  hooks:\n  - id: x\n    name: x # keep\n    entry: x\n    language: system".replace("\n", end)
    write(".pre-commit-config.yaml", there)
    run("init", "--hook")
    written = Path(".pre-commit-config.yaml").read_bytes().decode()
    assert written.startswith(there) and "id: privacylint-all" in written
    run("init", "--hook")
    assert Path(".pre-commit-config.yaml").read_bytes().decode() == written


def test_init_asks_in_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    answers = iter(["", "coppa, gdpr", "y", "gitlab"])
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert run("init") == 0
    assert load("privacylint.yaml").regimes == ("coppa", "gdpr")
    assert Path(".pre-commit-config.yaml").exists() and Path(".gitlab-ci.yml").exists()
    assert "directed to children under 13" in capsys.readouterr().out


def test_init_refuses_a_law_there_is_not(capsys: Output) -> None:
    assert run("init", "--regime", "gdrp") == 2
    assert 'did you mean "gdpr"?' in capsys.readouterr().err


def test_a_skeleton_has_a_place_for_all_the_law_asks_for() -> None:
    assert run("init", "--regime", "gdpr", "--skeleton", "legal/privacy.md", "--yes") == 0
    text = Path("legal/privacy.md").read_text("utf-8")
    assert "GDPR Art. 13(1)(a)" in text and text.count("[TODO]") > 15
    assert "legal/privacy.md" in [policy.path for policy in load("privacylint.yaml").policies]


# --- config ----------------------------------------------------------------------------------------------------------


def test_every_key_is_described() -> None:
    assert set(ABOUT) == set(SHAPE.keys)


GOOD_FILES = [
    "",
    "extends: strict\n",
    "extends: [recommended]\nregimes: [gdpr]\npolicies: [a.md, {path: b.md, companions: [c.md], translations: {de: d.md}}]\n",
    "facts: {minimum_age: 16, hosting: {places: [DE]}, contacts: {privacy: a@b.example}, recipients: [X]}\n",
    "rules: {all: on, clarity: false, empty-link: error}\noverrides: [{paths: [a], rules: {clarity: off}}]\n",
    'as_of: 2026-01-31\ntemplate_syntax: [["{{", "}}"]]\nanchors: mkdocs\nfail_on: never\nnever_ignore: [x]\n',
]
WRONG_FILES = [
    "fail_no: error\n",
    "fail_on: hard\n",
    "facts: {minimum_age: 300}\n",
    "policies: [{companions: [a.md]}]\n",
    "template_syntax: [[a]]\n",
    "rules: {clarity: loud}\n",
    "regimes: {a: b}\n",
    "select: ['']\n",
]


@pytest.mark.parametrize("text", [*GOOD_FILES, *WRONG_FILES])
def test_the_schema_and_the_reader_agree(text: str) -> None:
    import yaml

    write("privacylint.yaml", text)
    try:
        load("privacylint.yaml")
        sound = True
    except ConfigError:
        sound = False
    data = yaml.load(text, yaml.BaseLoader) if "as_of" in text else yaml.safe_load(text)
    assert jsonschema.Draft7Validator(json_schema()).is_valid(data) == sound == (text in GOOD_FILES)


def test_the_schema_is_printed(capsys: Output) -> None:
    assert run("config", "schema") == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema == json_schema()


def test_show_says_where_each_value_comes_from(capsys: Output) -> None:
    write("legal/house.yaml", "rules: {empty-link: warning}\nnever_ignore: [conflicting-ages]\n")
    write("privacylint.yaml", "extends: [strict, legal/house.yaml]\nregimes: gdpr\nrules:\n  clarity: off\n")
    assert run("config", "show") == 0
    lines = {line.split()[0]: line.split(maxsplit=2)[1:] for line in capsys.readouterr().out.split("\n") if line}
    assert lines["rules.clarity"] == ['"off"', "privacylint.yaml:4"]
    assert lines["rules.empty-link"] == ['"warning"', "legal/house.yaml:1"]
    assert lines["fail_on"] == ['"warning"', "preset strict"]
    assert lines["anchors"] == ['"github"', "default"]
    assert run("config", "show", "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["values"]["regimes"] == {"value": ["gdpr"], "origin": "privacylint.yaml:2"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules: {empty-lnk: off}\n", 'privacylint.yaml:1:9: unknown rule or family "empty-lnk"; did you mean "empty-link"?'),
        ("policies: [gone.md]\n", "no such file: gone.md, named under policies"),
        ("baseline: b.json\n", "no such baseline"),
        ("fail_no: error\n", 'unknown key "fail_no"'),
    ],
)
def test_check_says_what_is_wrong(text: str, said: str, capsys: Output) -> None:
    write("privacylint.yaml", text)
    assert run("config", "check") == 2
    assert said in capsys.readouterr().err


def test_check_without_a_configuration(capsys: Output) -> None:
    assert run("config", "check") == 0
    assert "privacylint init" in capsys.readouterr().err
    assert config.find(Path.cwd()) is None
