"""The lines of defence of docs/security.md: nothing in a stranger's tree runs, leaves the tree, or steers who reads."""

from __future__ import annotations

import ast
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from privacylint import cli, discover, plugins
from privacylint.git import NoHistory, Repository, Wanted
from test_report_formats import NASTY

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "security.md"
POLICY = "# Privacy Policy\n\nYou must be at least 16 years old.\n\nYou must be at least 18 years old.\n"
posix = pytest.mark.skipif(os.name != "posix", reason="scripts, links and modes of POSIX")
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stranger's repository with a policy; the current folder."""
    for name in list(os.environ):
        if name.startswith(("GIT_", "GITHUB_", "CI_", "PRE_COMMIT")) or name == "CI":
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    folder = tmp_path / "stranger"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    (folder / "privacy.md").write_text(POLICY, "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "policy")
    return folder


def git(*arguments: str) -> str:
    settings = ("-c", "user.name=t", "-c", "user.email=t@t.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *settings, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- the written model -----------------------------------------------------------------------------------------------


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = re.findall(r"`(test_\w+)\.py::(test_\w+)`", PAGE.read_text("utf-8"))
    assert len(named) > 30
    missing = []
    for module, name in named:
        tree = ast.parse((HERE / f"{module}.py").read_text("utf-8"))
        if name not in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}:
            missing.append(f"{module}.py::{name}")
    assert missing == []


def test_every_line_of_defence_names_its_test() -> None:
    rows = [line for line in PAGE.read_text("utf-8").split("\n") if line.startswith("|") and "---" not in line]
    heads = ("| threat", "| the attacker", "| asset")
    assert [row for row in rows if not row.startswith(heads) and "::test_" not in row and "`test_" not in row] == []


# --- nothing runs ----------------------------------------------------------------------------------------------------


PROGRAMS = (
    "core.fsmonitor diff.external core.pager pager.diff pager.ls-files core.editor core.sshCommand core.gitProxy "
    "core.askPass credential.helper filter.own.clean filter.own.smudge diff.own.command diff.own.textconv gpg.program "
    "alias.ls-files core.alternateRefsCommand merge.own.driver"
)
HOOKS = "post-index-change fsmonitor-watchman reference-transaction post-checkout pre-auto-gc"


@pytest.fixture
def trap(tree: Path) -> Path:
    """The file that appears when git runs anything that the repository names: hooks, filters, drivers, monitors."""
    script, owned = tree.parent / "run.sh", tree.parent / "owned"
    script.write_text(f'#!/bin/sh\necho "$0 $*" >> {owned}\ncat\n', "utf-8")
    script.chmod(0o755)
    hooks = tree / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in HOOKS.split():
        (hooks / hook).write_bytes(script.read_bytes())
        (hooks / hook).chmod(0o755)
    with (tree / ".git" / "config").open("a", encoding="utf-8") as config:
        for key in PROGRAMS.split():
            section, _, name = key.rpartition(".")
            first, _, rest = section.partition(".")
            head = f'{first} "{rest}"' if rest else first
            config.write(f"[{head}]\n\t{name} = {script}\n")
        config.write(f"[core]\n\thooksPath = {hooks}\n[diff]\n\tautoRefreshIndex = true\n")
    for file in (tree / ".gitattributes", tree / ".git" / "info" / "attributes"):
        file.parent.mkdir(exist_ok=True)
        file.write_text("* filter=own diff=own merge=own text\n", "utf-8")
    os.utime(tree / "privacy.md")
    return owned


@posix
def test_git_runs_nothing_that_a_repository_names(tree: Path, trap: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = git("-c", "core.fsmonitor=false", "rev-parse", "HEAD").strip()
    subprocess.run(["git", "diff", "HEAD"], capture_output=True)
    assert trap.exists(), "the trap works"
    trap.unlink()
    for moved in ("privacy.md", "privacy-notice.md"):
        if moved != "privacy.md":
            (tree / "privacy.md").rename(tree / moved)
        os.utime(tree / moved)
        for arguments in (
            ["check", "."],
            ["changes", base],
            ["changes", "0" * 39 + "1"],
            ["changes", base, "HEAD"],
            ["check", "--base", base, moved],
            ["check", "--base", "HEAD~99", "."],
            ["baseline"],
        ):
            assert cli.main(arguments) in (0, 1, 2), arguments
            assert not trap.exists(), (arguments, trap.read_text("utf-8"))


@posix
def test_git_fetches_nothing_that_is_not_here(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A blob that a partial clone left out would be fetched by a command that the repository names."""
    owned = tree.parent / "owned"
    base, blob = (git("rev-parse", name).strip() for name in ("HEAD", "HEAD:privacy.md"))
    with (tree / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f'[remote "origin"]\n\turl = "ext::touch {owned}"\n\tpromisor = true\n')
        config.write('[protocol "ext"]\n\tallow = always\n[extensions]\n\tpartialClone = origin\n[core]\n\trepositoryformatversion = 1\n')
    (tree / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    subprocess.run(["git", "cat-file", "-p", blob], capture_output=True)
    assert owned.exists(), "the trap works"
    owned.unlink()
    assert cli.main(["changes", base, "privacy.md"]) in (0, 1, 2)
    assert not owned.exists()


@posix
def test_a_repository_inside_the_files_of_another_is_not_taken_for_one(tree: Path) -> None:
    """A bare repository that was committed as plain files brings its own configuration."""
    owned = tree.parent / "owned"
    inner = tree / "legal"
    git("init", "-q", "--bare", str(inner))
    with (inner / "config").open("a", encoding="utf-8") as config:
        config.write(f'[core]\n\tfsmonitor = "touch {owned}"\n\tworktree = {tree}\n\tbare = false\n')
    (inner / "privacy.md").write_text(POLICY, "utf-8")
    assert discover.find(["legal"]).files == ("legal/privacy.md",)
    with pytest.raises(NoHistory):
        Repository(inner).commit(Wanted(("nothing",), "test"))
    assert not owned.exists()


@pytest.mark.parametrize("name", ["--upload-pack=touch owned", "-O/etc/passwd", "--output=owned", "HEAD\0--help", "", "HEAD:"])
def test_a_revision_is_never_an_option(tree: Path, name: str) -> None:
    with pytest.raises(NoHistory):
        Repository(tree).commit(Wanted((name,), "test"))
    assert sorted(path.name for path in tree.iterdir()) == [".git", "privacy.md"]


@posix
def test_git_is_never_taken_from_the_current_folder(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tree / "git").write_text(f"#!/bin/sh\ntouch {tree.parent / 'owned'}\n", "utf-8")
    (tree / "git").chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", "sub/..")))
    with pytest.raises(NoHistory, match="cannot be run"):
        Repository(tree)
    assert discover.find(["."]).files == ("privacy.md",)
    assert not (tree.parent / "owned").exists()


def installed(folder: Path, name: str = "evil") -> None:
    """Lay a plugin on disk as an installer would, which says that it was imported."""
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[privacylint]\n{name} = {name}\nbuiltin = {name}\n", "utf-8")
    (folder / f"{name}.py").write_text("raise SystemExit('owned')\n", "utf-8")


@pytest.mark.parametrize("place", ["", ".", "{tree}", "{tree}/vendor", "vendor", "{tree}/../link"])
def test_no_plugin_comes_from_the_tree_that_is_linted(tree: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    installed(tree)
    installed(tree / "vendor")
    (tree.parent / "link").symlink_to(tree / "vendor")
    monkeypatch.setattr(sys, "path", [place.format(tree=tree), *sys.path])
    entries = {(entry.name, entry.module) for entry in plugins.entry_points()}
    assert ("builtin", "privacylint_rules") in entries
    assert "evil" not in {module for _, module in entries}


def test_a_plugin_that_is_installed_elsewhere_counts(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed(tree.parent / "site", "kind")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tree.parent / "site")])
    assert "kind" in {entry.name for entry in plugins.entry_points()}


def test_running_it_as_a_module_imports_nothing_from_the_current_folder(tree: Path) -> None:
    installed(tree)
    for name in ("json", "argparse", "dataclasses", "markdown_it", "pluggy", "ruamel", "privacylint_rules", "tqdm"):
        (tree / f"{name}.py").write_text(f"raise SystemExit('owned by {name}')\n", "utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PRIVACYLINT_")}
    environment["PYTHONPATH"] = os.pathsep.join(str(HERE.parent / name) for name in ("linter", "rules"))
    command = [sys.executable, "-m", "privacylint", "check", "--no-cache", "--format", "concise", "privacy.md"]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, timeout=300)
    assert "owned" not in done.stderr + done.stdout
    assert done.returncode == 1 and "conflicting-ages" in done.stdout, done.stderr


CODE = """
extends: [!!python/object/apply:os.system ["touch owned"]]
---
rules: !!python/object/new:os.system [touch owned]
---
regimes: !include /etc/passwd
---
facts: !!python/name:os.system
---
plugins: [evil]
---
plugin_path: ./
"""


@pytest.mark.parametrize("text", CODE.split("---"))
def test_no_configuration_runs_anything(tree: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    installed(tree)
    Path("privacylint.yaml").write_text(text.strip() + "\n", "utf-8")
    assert cli.main(["check", "privacy.md"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("privacylint: privacylint.yaml:1:") and said.count("\n") == 1
    assert not Path("owned").exists()


RULE = "summary: x\nseverity: error\nmessage: {message}\nphrases: [we]\ngood: [a]\nbad: [{{text: We., at: We}}]\n"


@pytest.mark.parametrize("message", ["'{text.__class__}'", "'{0}'", "'%(text)s {text!r}'", "'{section.__init__.__globals__}'"])
def test_no_rule_file_reaches_into_the_program(tree: Path, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The braces of a message are no format string of Python."""
    Path("own.yaml").write_text(RULE.format(message=message), "utf-8")
    Path("privacylint.yaml").write_text("rule_files: [own.yaml]\n", "utf-8")
    Path("we.md").write_text("We do.\n", "utf-8")
    code = cli.main(["check", "we.md", "--select", "own", "--format", "concise"])
    said = capsys.readouterr()
    assert code in (1, 2) and "<class" not in said.out and "module" not in said.out + said.err


# --- nothing leaves the tree -----------------------------------------------------------------------------------------

OUTSIDE = """
extends: [../secret.yaml]
extends: [link.yaml]
policies: [../secret.md]
policies: [{path: privacy.md, companions: [../secret.md]}]
policies: [{path: privacy.md, companions: [/etc/passwd]}]
policies: [{path: privacy.md, translations: {de: link.md}}]
facts: {recipients: ../secret.yaml}
rule_files: ['../*.yaml']
rule_files: [link.yaml]
baseline: ../secret.yaml
baseline: link.yaml
policies: [.git/config]
"""


@posix
@pytest.mark.parametrize("text", OUTSIDE.strip().split("\n"))
def test_no_path_of_a_configuration_leads_out_of_the_tree(tree: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("secret.yaml", "secret.md"):
        (tree.parent / name).write_text("the secret: 4711\n", "utf-8")
    Path("link.yaml").symlink_to("../secret.yaml")
    Path("link.md").symlink_to("../secret.md")
    Path("privacylint.yaml").write_text(text + "\n", "utf-8")
    assert cli.main(["check", "privacy.md"]) == 2
    assert cli.main(["baseline", "privacy.md"]) == 2
    said = "".join(capsys.readouterr())
    assert "4711" not in said and re.search("out of the tree|not allowed", said)
    assert (tree.parent / "secret.yaml").read_text("utf-8") == "the secret: 4711\n"


@posix
def test_a_link_out_of_the_tree_is_not_searched(tree: Path) -> None:
    (tree.parent / "secret.md").write_text(POLICY, "utf-8")
    (tree / "legal").mkdir()
    (tree / "legal" / "privacy.md").symlink_to(tree.parent / "secret.md")
    (tree / "legal" / "privacy-eu.md").symlink_to(tree / "privacy.md")
    assert discover.find(["."]).files == ("legal/privacy-eu.md", "privacy.md")
    # who names it wants it
    assert discover.find(["legal/privacy.md"]).files == ("legal/privacy.md",)


@posix
def test_no_report_is_written_through_a_link_out_of_the_tree(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tree.parent / "precious").write_text("precious", "utf-8")
    (tree / "report.sarif").symlink_to(tree.parent / "precious")
    assert cli.main(["check", "privacy.md", "--format", "sarif", "--output", "report.sarif"]) == 2
    assert "link out of the tree" in capsys.readouterr().err
    assert (tree.parent / "precious").read_text("utf-8") == "precious"
    assert cli.main(["check", "privacy.md", "--format", "sarif", "--output", os.devnull]) == 1


@posix
def test_no_baseline_or_start_file_is_written_through_a_link(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ("privacylint.yaml", ".pre-commit-config.yaml", ".privacylint-baseline.json")
    for name in names:
        (tree.parent / name).write_text("", "utf-8")
        (tree / name).symlink_to(tree.parent / name)
    cli.main(["init", "--yes"])
    cli.main(["baseline", "privacy.md"])
    assert [(tree.parent / name).read_text("utf-8") for name in names] == ["", "", ""]


def test_nothing_opens_a_connection(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*arguments: object) -> None:
        raise AssertionError("a connection")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)
    Path("privacy.md").write_text(POLICY + "\n[terms](https://shop.example/terms) ![x](http://a.example/b.png)\n", "utf-8")
    for arguments in (["check", "privacy.md", "--base", "HEAD"], ["claims", "privacy.md"], ["report", "privacy.md"]):
        assert cli.main(arguments) in (0, 1)


def test_no_module_that_speaks_to_a_network_is_imported() -> None:
    speaks = {"socket", "http", "urllib.request", "ftplib", "smtplib", "requests", "ssl", "asyncio", "xmlrpc"}
    for package in ("linter", "rules"):
        for file in (HERE.parent / package).rglob("*.py"):
            text = file.read_text("utf-8")
            if file.name == "_server.py":
                # the language server waits for keystrokes by asyncio, and speaks on its standard streams only
                assert "start_io()" in text and "start_tcp" not in text and "start_ws" not in text
                text = text.replace("import asyncio\n", "")
            for node in ast.walk(ast.parse(text)):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                assert not speaks & {*names, *(name.partition(".")[0] for name in names if "urllib" not in name)}, file


# --- nothing steers the reader ---------------------------------------------------------------------------------------

NAMES = ["\x1b[31mred.md", "a\n::error::pwned.md", "\u202egp.md", "::error::x.md", " ::error::y.md", "##[error]z.md", "\r::warning::.md"]


def lines_of(said: str) -> Iterator[str]:
    assert not STEERING.search(said), repr(said)
    for line in said.split("\n"):
        assert not line.lstrip().startswith("::") or line.startswith(("::error file=", "::warning file=", "::notice file=")), line
        assert not re.search(r"##\w*\[", line), line
        yield line


@posix
@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_steers_nothing(tree: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    """On standard output and standard error, of every command that shows names of files."""
    Path(name).write_text(POLICY, "utf-8")
    for form in ("text", "concise", "github", "markdown", "junit"):
        cli.main(["check", name, f"gone{name}", "--format", form])
    for arguments in (
        ["claims", name], ["report", name, "--regime", "gdpr"], ["changes", "HEAD", name], ["check", "--fix", name, "--base", "HEAD"],
        ["baseline", name, "--output", f"b{name}"], ["test", name], ["check", "--config", name, "privacy.md"], [name], ["check", f"--{name}"],
        ["explain", name], ["check", "--select", name, "privacy.md"], ["check", "--diff", name], ["check", name, "--output", f"no/{name}"],
    ):  # fmt: skip
        cli.main(arguments)
    for said in capfd.readouterr():
        assert list(lines_of(said))


@pytest.mark.parametrize("command", ["check", "claims", "report", "changes"])
@pytest.mark.parametrize("form", ["text", "json", "markdown", "github"])
def test_the_words_of_a_policy_steer_nothing(tree: Path, command: str, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    nasty = NASTY.replace("\r\n", " ").replace("\x00", "")
    words = POLICY.replace("years", f"{nasty} years") + f"\n# {nasty} retention\n\nWe keep {nasty} logs for 30 days {nasty}.\n\nWrite to {nasty} Ltd, privacy@shop.example.\n"
    Path("privacy.md").write_text(words, "utf-8", newline="")
    base = ["HEAD"] if command == "changes" else []
    if cli.main([command, *base, "privacy.md", "--format", form]) != 2:
        said = capfd.readouterr().out
        assert list(lines_of(said))
        if form == "json":
            json.loads(said)


def test_a_mistake_quotes_a_stranger_harmlessly(tree: Path, capfd: pytest.CaptureFixture[str]) -> None:
    nasty = NASTY.replace("\x00", "").replace("\ufffe", "").replace("\x1b", "\\x1b").replace("\r\n", "\\n").replace('"', "'").replace("\u202e", "\\u202e")
    for text in (f'"{nasty}": 1\n', f'rules: {{"{nasty}": off}}\n', f'extends: ["{nasty}"]\n', f'rule_files: ["{nasty}.yaml"]\n', f'as_of: "{nasty}"\n'):
        Path("privacylint.yaml").write_text(text, "utf-8")
        assert cli.main(["check", "privacy.md"]) == 2
        (line, last) = lines_of(capfd.readouterr().err)
        assert line.startswith("privacylint: privacylint.yaml:1:") and last == ""
