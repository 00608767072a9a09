"""The command line as a user meets it: exit codes, typing mistakes, streams, colours, odd files."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from privacylint import cli
from privacylint import plugins as engine
from privacylint.claims import Claim, Claims, Extractor
from privacylint.engine_rules import ENGINE_RULES
from privacylint.plugins import Info, Plugins, Problem
from privacylint.policy import Policy
from privacylint.rule import Bad, Finding, Good, Regime, Related, Rule

ROOT = Path(__file__).parent.parent
BAD = "# Privacy\n\nWe keep lamps for 3 years. We keep lamps for 5 years.\n"
GOOD = "# Privacy\n\nWe keep lamps for 3 years.\n"
SOFT = "# Privacy\n\nWe may keep lamps.\n"


def _lamps(policy: Policy, claims: Claims) -> Iterator[Finding]:
    said = [sentence for sentence in policy.sentences if "lamps for" in sentence.text]
    for other in said[1:]:
        yield Finding("lamps again", other.span, related=(Related(said[0].span, "lamps here"),), help="say it once")


def _may(policy: Policy, claims: Claims) -> Iterator[Finding]:
    for sentence in policy.sentences:
        if " may " in sentence.text:
            yield Finding("says may", sentence.span)


def _sentences(policy: Policy) -> Iterator[Claim]:
    for sentence in policy.sentences:
        if "lamps" in sentence.text:
            value = {"data": "lamps", "duration": "P3Y", "from": None}
            yield Claim("retention", value, sentence.span, sentence, denied="not" in sentence.text)


LAMPS = Rule(
    "conflicting-lamps",
    "consistency",
    "error",
    "high",
    _lamps,
    doc="Lamps are kept for two periods.\n\nNobody can keep both promises.",
    good=(Good(GOOD),),
    bad=(Bad(BAD, at="We keep lamps for 5 years."),),
    cites=("LampA 3",),
    regimes=("lampa",),
)
MAY = Rule("vague-may", "clarity", "warning", "medium", _may, doc="Says may.")
BRIGHT = Rule("bright-lamps", "clarity", "info", "low", _may, doc="Off until asked for.", default=False)


def made(**more: Any) -> Plugins:
    return Plugins(
        rules={**ENGINE_RULES, **{rule.id: rule for rule in (LAMPS, MAY, BRIGHT)}},
        extractors=(Extractor("retention", _sentences),),
        disclosures={},
        regimes={"lampa": Regime("lampa", "Lamp Act", {"requirements": [{}, {}]})},
        words={},
        reports={"lampish": lambda run, *, color: f"{len(run.findings)} lamps\n"},
        infos=(Info("builtin", "privacylint", "0.1.0"),),
        **more,
    )


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("NO_COLOR", "FORCE_COLOR", "PRIVACYLINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(engine, "load", lambda **settings: made())
    for name, text in (("bad.md", BAD), ("good.md", GOOD), ("soft.md", SOFT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


Output = pytest.CaptureFixture[str]


def said(capsys: Output) -> str:
    """What went to standard error, which has to be one line."""
    error = capsys.readouterr().err
    assert error.startswith("privacylint: ") and error.count("\n") == 1, error
    return error


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("check good.md", 0),
        ("check bad.md", 1),
        ("check soft.md", 0),
        ("check soft.md --fail-on warning", 1),
        ("check soft.md --fail-on info", 1),
        ("check bad.md --fail-on never", 0),
        ("check bad.md --exit-zero", 0),
        ("check bad.md --ignore consistency", 0),
        ("check bad.md --ignore conflicting-lamps,vague-may", 0),
        ("check bad.md soft.md --select vague-may", 0),
        ("check bad.md --severity conflicting-lamps=warning", 0),
        ("check bad.md --severity conflicting-lamps=off", 0),
        ("check soft.md --severity vague-may=error", 1),
        ("check soft.md --select bright-lamps --fail-on info", 1),
        ("check gone.md", 2),
        ("check gone.md bad.md", 2),
        ("check gone.md --exit-zero", 2),
    ],
)
@pytest.mark.parametrize("form", ["text", "concise", "json", "lampish"])
def test_exit_code_is_the_same_in_all_formats(arguments: str, code: int, form: str) -> None:
    assert cli.main([*arguments.split(), "--format", form]) == code


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ("chek", 'unknown command "chek"; did you mean "check"?'),
        ("bad.md", 'unknown command "bad.md"; to lint that file: privacylint check bad.md'),
        ("check --formt json", 'unknown option "--formt"; did you mean "--format"?'),
        ("check --sel x", 'unknown option "--sel"; did you mean "--select"?'),
        ("check --format jsn bad.md", 'unknown format "jsn"; did you mean "json"?'),
        ("check --regime lampb bad.md", 'command line: unknown law "lampb"; did you mean "lampa"?'),
        (
            "check --select conflicting-lamp bad.md",
            'command line: unknown rule or family "conflicting-lamp"; did you mean "conflicting-lamps"?',
        ),
        (
            "check --ignore consistensy bad.md",
            'command line: unknown rule or family "consistensy"; did you mean "consistency"?',
        ),
        ("check --severity vague-may=eror bad.md", 'command line: unknown level "eror"; did you mean "error"?'),
        ("check --severity vague-may bad.md", "--severity vague-may: write RULE=LEVEL"),
        (
            "check --severity vage-may=off bad.md",
            'command line: unknown rule or family "vage-may"; did you mean "vague-may"?',
        ),
        ("check --fail-on eror bad.md", 'unknown value of --fail-on: "eror"; did you mean "error"?'),
        ("check --color sometimes x", 'unknown value of --color: "sometimes"; expected always, auto or never'),
        ("check --as-of 2025-02-31 bad.md", "--as-of 2025-02-31: not a day; write it as 2025-01-31"),
        ("check --jobs 0 bad.md", "--jobs 0: give a number from 1"),
        ("check -p acme bad.md", "-p acme: write -p no:NAME to leave out the plugin NAME"),
        (
            "check --format text --format json bad.md",
            "two formats for standard output: give each --format but one its --output FILE",
        ),
        ("check --output no/such/folder.txt bad.md", "cannot write no/such/folder.txt: No such file or directory"),
        ("check --output bad.md bad.md", "--output bad.md: that file is linted, the report would overwrite it"),
        (f"check {'x' * 5000}.md", f"no such file: {'x' * 5000}.md"),
        ("check --format", "argument --format: expected one argument (privacylint check --help shows the usage)"),
        ("explain vague-mai", 'unknown rule "vague-mai"; did you mean "vague-may"?'),
        ("completion fish", 'unknown shell "fish"; expected bash, tcsh or zsh'),
        ("check gone.md", "no such file: gone.md"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(arguments: str, line: str, capsys: Output) -> None:
    assert cli.main(arguments.split()) == 2
    assert said(capsys) == f"privacylint: {line}\n"


def test_the_other_files_are_linted_beside_a_missing_one(capsys: Output) -> None:
    assert cli.main(["check", "gone.md", "bad.md", "--format", "concise"]) == 2
    output = capsys.readouterr()
    assert output.err == "privacylint: no such file: gone.md\n"
    assert output.out == "bad.md:3:28: error[conflicting-lamps] lamps again (also line 3)\n"


def test_json_of_check(capsys: Output) -> None:
    assert cli.main(["check", "bad.md", "good.md", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert (document["version"], document["tool"], document["files"]) == (1, "privacylint 0.1.0", 2)
    [finding] = document["findings"]
    assert BAD[finding["start"]["offset"] : finding["end"]["offset"]] == "We keep lamps for 5 years."
    [related] = finding["related"]
    assert BAD[related["start"]["offset"] : related["end"]["offset"]] == "We keep lamps for 3 years."
    assert finding["cites"] == ["LampA 3"] and finding["fix"] is None


def test_several_formats_go_to_their_files(home: Path, capsys: Output) -> None:
    arguments = "check bad.md --format concise --format json --output out.json --format text --output out.txt"
    assert cli.main(arguments.split()) == 1
    assert capsys.readouterr().out.count("\n") == 1
    assert json.loads((home / "out.json").read_bytes())["files"] == 1
    assert "error[conflicting-lamps]" in (home / "out.txt").read_text("utf-8")


def test_output_alone_is_text(home: Path, capsys: Output) -> None:
    assert cli.main(["check", "bad.md", "--output", "out.txt", "--color", "always"]) == 1
    assert capsys.readouterr().out == ""
    assert "\x1b" not in (home / "out.txt").read_text("utf-8")


def test_quiet_prints_findings_only(capsys: Output) -> None:
    assert cli.main(["check", "good.md", "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    cli.main(["check", "bad.md", "-q"])
    assert "checked against" not in capsys.readouterr().out


def test_statistics_leave_json_alone(capsys: Output) -> None:
    cli.main(["check", "bad.md", "--statistics", "--format", "json"])
    output = capsys.readouterr()
    json.loads(output.out)
    assert "1  error    conflicting-lamps" in output.err
    cli.main(["check", "bad.md", "--statistics", "-q"])
    assert "1  error    conflicting-lamps" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("environ", "option", "painted"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"FORCE_COLOR": "1"}, ["--color=never"], False),
    ],
)
def test_colour(
    environ: dict[str, str], option: list[str], painted: bool, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    cli.main(["check", "bad.md", *option])
    assert ("\x1b[" in capsys.readouterr().out) is painted


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, BAD.encode())
    assert cli.main(["check", "-", "--stdin-filename", "legal/privacy.md", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("legal/privacy.md:3:28: ")
    feed(monkeypatch, BAD.encode())
    assert cli.main(["check", "--stdin-filename", "legal/privacy.md", "--quiet"]) == 1
    assert capsys.readouterr().out.startswith("legal/privacy.md:3:28 ")
    feed(monkeypatch, BAD.encode())
    cli.main(["check", "-", "--format", "concise"])
    assert capsys.readouterr().out.startswith("<stdin>:3:28: ")


def test_a_file_that_is_no_text_is_a_finding(home: Path, capsys: Output) -> None:
    (home / "image.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64))
    assert cli.main(["check", "image.md", "good.md", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("image.md:1:1: error[unreadable-file] ")


def test_a_dangling_link_is_a_finding(home: Path, capsys: Output) -> None:
    (home / "privacy.md").symlink_to("nowhere")
    assert cli.main(["check", "privacy.md", "--format", "concise"]) == 1
    assert "privacy.md:1:1: error[unreadable-file]" in capsys.readouterr().out


def test_a_folder_called_md_is_a_folder(home: Path, capsys: Output) -> None:
    (home / "docs.md").mkdir()
    (home / "docs.md" / "privacy.md").write_text(BAD)
    assert cli.main(["check", "docs.md", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith(f"docs.md{os.sep}privacy.md:3:28: ")


def test_nothing_to_lint_is_said_and_no_failure(capsys: Output) -> None:
    assert cli.main(["check"]) == 0
    assert "no privacy policy found in this folder" in said(capsys)
    assert cli.main(["check", "."]) == 0
    assert "no privacy policy found in ." in said(capsys)
    assert cli.main(["check", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_nothing_to_lint_is_an_empty_report_for_machines(home: Path, capsys: Output) -> None:
    assert cli.main(["check", "--quiet", "--format", "json", "--format", "text", "--output", "out.txt"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == 0
    assert (home / "out.txt").read_text("utf-8") == ""


def test_without_a_path_the_tree_is_searched(home: Path, capsys: Output) -> None:
    (home / "legal").mkdir()
    (home / "legal" / "privacy-policy.md").write_text(BAD)
    assert cli.main(["check", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith(f"legal{os.sep}privacy-policy.md:3:28: ")


def test_an_excluded_file_is_not_linted_even_when_named(home: Path, capsys: Output) -> None:
    (home / "privacylint.yaml").write_text("exclude: [bad.md]\n")
    assert cli.main(["check", "bad.md", "good.md", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == 1
    assert cli.main(["check", "bad.md", "--no-config"]) == 1


def test_a_mistake_in_the_configuration_is_one_line(home: Path, capsys: Output) -> None:
    (home / "privacylint.yaml").write_text("regimes: [lampa]\nruels: {}\n")
    assert cli.main(["check", "good.md"]) == 2
    assert "privacylint.yaml:2:1" in said(capsys)
    assert cli.main(["check", "good.md", "--config", "gone.yaml"]) == 2
    assert "gone.yaml" in said(capsys)


def test_policies_of_the_configuration_are_linted(home: Path, capsys: Output) -> None:
    (home / "privacylint.yaml").write_text("policies: [{path: bad.md}]\n")
    assert cli.main(["check", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("bad.md:3:28: ")


def test_a_broken_plugin_is_named(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    problem = Problem("acme", "plugin 'acme' cannot be imported: ImportError: no lamp")
    monkeypatch.setattr(engine, "load", lambda **settings: made(problems=(problem,)))
    assert cli.main(["check", "bad.md", "--format", "concise"]) == 2
    output = capsys.readouterr()
    assert output.err == "privacylint: plugin 'acme' cannot be imported: ImportError: no lamp\n"
    assert output.out.startswith("bad.md:3:28: ")
    assert cli.main(["check", "bad.md", "--ignore-plugin-errors"]) == 1
    assert cli.main(["check", "good.md", "--ignore-plugin-errors"]) == 0


def test_plugins_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []

    def load(**settings: Any) -> Plugins:
        asked.append(settings)
        return made()

    monkeypatch.setattr(engine, "load", load)
    cli.main(["check", "good.md", "-p", "no:acme"])
    cli.main(["check", "good.md", "--no-plugins"])
    assert asked == [{"disabled": ("acme",), "only": None}, {"disabled": (), "only": ("builtin",)}]


def test_a_fault_of_our_own_is_one_line_and_exit_code_3(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    def load(**settings: Any) -> Plugins:
        raise ZeroDivisionError("lamps / 0\nand more")

    monkeypatch.setattr(engine, "load", load)
    assert cli.main(["check", "good.md"]) == 3
    assert "ZeroDivisionError: lamps / 0 and more" in said(capsys)
    monkeypatch.setenv("PRIVACYLINT_DEBUG", "1")
    assert cli.main(["check", "good.md"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    def load(**settings: Any) -> Plugins:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "load", load)
    assert cli.main(["check", "good.md"]) == 130
    assert capsys.readouterr() == ("", "")


def test_claims_as_json(home: Path, capsys: Output) -> None:
    text = "---\ntitle: x\n---\n# Privacy\n\n## Kept\n\nWe do not keep lamps.\n"
    (home / "privacy.md").write_text(text)
    assert cli.main(["claims", "privacy.md", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["version", "files"]
    [file] = document["files"]
    assert list(file) == ["path", "regimes", "claims"]
    [claim] = file["claims"]
    assert list(claim) == ["kind", "value", "denied", "modality", "scope", "text", "section", "start", "end"]
    assert claim["text"] == text[claim["start"]["offset"] : claim["end"]["offset"]] == "We do not keep lamps."
    assert claim["section"] == ["Privacy", "Kept"] and claim["denied"] is True
    assert claim["scope"] == {"region": [], "people": [], "product": None, "condition": None, "purpose": None}


def test_claims_as_text(capsys: Output) -> None:
    assert cli.main(["claims", "bad.md", "gone.md"]) == 2
    output = capsys.readouterr()
    assert output.out.startswith("bad.md: 2 claims, laws: none\n")
    assert "3:1  retention   data=lamps duration=P3Y\n" in output.out


def test_explain_shows_the_page(capsys: Output) -> None:
    assert cli.main(["explain", "conflicting-lamps"]) == 0
    page = capsys.readouterr().out
    for words in (
        "Nobody can keep both promises.",
        "LampA 3",
        "5 years",
        "privacylint: ignore[conflicting-lamps]",
        "error",
    ):
        assert words in page
    assert cli.main(["explain", "[vague-may]"]) == 0


def test_lists(capsys: Output) -> None:
    assert cli.main(["rules"]) == 0
    text = capsys.readouterr().out
    assert text.index("consistency") < text.index("conflicting-lamps") < text.index("clarity") < text.index("vague-may")
    assert cli.main(["rules", "--format", "json"]) == 0
    rules = {rule["id"]: rule for rule in json.loads(capsys.readouterr().out)["rules"]}
    assert rules["bright-lamps"]["default"] is False and rules["vague-may"]["summary"] == "Says may."
    assert cli.main(["rules", "--format", "markdown"]) == 0
    assert "| [`vague-may`](#vague-may) | warning | on | Says may. |" in capsys.readouterr().out
    assert cli.main(["regimes"]) == 0
    assert capsys.readouterr().out == "lampa    2 requirements  Lamp Act\n"
    assert cli.main(["regimes", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["regimes"][0]["requirements"] == 2
    assert cli.main(["plugins", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["plugins"][0]["name"] == "builtin"


RULE = """\
summary: Speaks of a beta programme.
severity: warning
message: speaks of a beta programme
phrases: [beta programme]
good: [We delete your lamps.]
bad: [{text: Our beta programme is private., at: beta programme}]
"""


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        (("", ""), 0, "ok       rules/no-beta.yaml: 1 good, 1 bad"),
        (("at: beta programme", "at: beta"), 1, "problem  rules/no-beta.yaml: bad example 1: expected 'beta', got"),
        (
            ("severity", "sevrity"),
            2,
            'error    rules/no-beta.yaml:2:1: unknown key "sevrity"; did you mean "severity"?',
        ),
    ],
)
def test_rules_of_a_team_are_proven(change: tuple[str, str], code: int, line: str, home: Path, capsys: Output) -> None:
    (home / "rules").mkdir()
    (home / "rules" / "no-beta.yaml").write_text(RULE.replace(*change) if change[0] else RULE)
    assert cli.main(["test", "rules"]) == code
    assert capsys.readouterr().out.replace(os.sep, "/").startswith(line)


def test_rules_of_a_team_are_checked_and_explained(home: Path, capsys: Output) -> None:
    (home / "no-beta.yaml").write_text(RULE)
    (home / "privacylint.yaml").write_text("rule_files: [no-beta.yaml]\n")
    (home / "privacy.md").write_text("# Privacy\n\nOur beta programme shines.\n")
    assert cli.main(["check", "--format", "concise"]) == 0
    assert capsys.readouterr().out == "privacy.md:3:5: warning[no-beta] speaks of a beta programme\n"
    assert cli.main(["explain", "no-beta"]) == 0
    assert "Speaks of a beta programme." in capsys.readouterr().out
    assert cli.main(["rules"]) == 0
    assert re.search(r"^custom\n  no-beta +warning  on   Speaks", capsys.readouterr().out, re.MULTILINE)


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_commands_rules_and_formats(shell: str, capsys: Output) -> None:
    assert cli.main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for word in ("check", "explain", "conflicting-lamps", "lampa", "concise"):
        assert word in script


def test_help_names_every_command(capsys: Output) -> None:
    assert cli.main(["--help"]) == 0
    page = capsys.readouterr().out
    assert all(f"    {name} " in page for name in cli.commands())
    for name in cli.commands():
        assert cli.main([name, "--help"]) == 0
    assert cli.main([]) == 2


def process(
    *arguments: str, code: str = "import sys; from privacylint.cli import main; sys.exit(main())", **more: Any
) -> Any:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "linter"), str(ROOT / "rules")))}
    environ.update(more.pop("environ", {}))
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, env=environ, **more)


def imported(*arguments: str) -> set[str]:
    code = "import sys; from privacylint.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    return set(process(*arguments, code=code).stderr.decode().split())


def test_version_imports_no_plugin_and_no_framework() -> None:
    modules = imported("--version")
    assert not modules & {
        "pluggy",
        "privacylint.plugins",
        "markdown_it",
        "ruamel.yaml",
        "shtab",
        "tqdm",
        "click",
        "rich",
    }


def test_check_imports_one_command_and_no_framework() -> None:
    modules = imported("check", "good.md", "--no-config")
    assert {name for name in modules if name.startswith("privacylint.cli.") and "._" not in name} == {
        "privacylint.cli.check"
    }
    assert not modules & {"shtab", "tqdm", "click", "rich", "typer", "pydantic", "importlib.metadata"}


def test_python_dash_m() -> None:
    done = process(code="import runpy; runpy.run_module('privacylint', run_name='__main__')")
    assert done.returncode == 2
    assert b"usage: privacylint" in done.stderr


def test_a_reader_that_leaves_is_no_fault(home: Path) -> None:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "linter"), str(ROOT / "rules")))}
    command = [sys.executable, "-m", "privacylint", "rules", "--format", "json", "-p", "no:builtin"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        error = running.stderr.read()
    assert error == b""


def test_a_console_without_unicode_gets_escapes(home: Path) -> None:
    (home / "東京.md").write_text("# Privacy\n\nCafé.\n", encoding="utf-8")
    environ = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for form in ("text", "concise", "json"):
        done = process("check", "東京.md", "--no-config", "-p", "no:builtin", "--format", form, environ=environ)
        assert done.returncode in (0, 1), done.stderr
        assert b"Traceback" not in done.stderr
        done.stdout.decode("ascii")
