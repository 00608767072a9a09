"""Fixing: what is changed, what is left alone, how it is written, and what the command line says about it."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from privacylint import fixes
from privacylint.config import Config
from privacylint.config import load as load_config
from privacylint.lint import Result, lint_file
from privacylint.plugins import Plugins, load
from privacylint.policy import Policy
from privacylint.rule import Edit, Finding, Fix, Rule
from privacylint.source import Span

TODAY = date(2026, 11, 21)
CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
FAULTY = """# Privacy Policy of Lantern Post

See [your rights](#Your-Rights) and [cookies](#cookies).

**Cookies**

We set one cookie, and it keeps your language for a year.

**Your rights**

You may ask us for a copy of all that we hold. We answer in ten days (30 days).
"""
MENDED = FAULTY.replace("#Your-Rights", "#your-rights").replace("**Cookies**", "## Cookies").replace("**Your rights**", "## Your rights")


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load(only=("builtin",))


@pytest.fixture(scope="module")
def config() -> Config:
    return load_config(None)


def fixed(text: str | bytes, plugins: Plugins, config: Config, *, unsafe: bool = False) -> tuple[Result, fixes.Fixed]:
    data = text.encode() if isinstance(text, str) else text
    first = lint("policy.md", plugins, config)(data)
    return first, fixes.fix(first, lint("policy.md", plugins, config), unsafe=unsafe)


def lint(path: str, plugins: Plugins, config: Config) -> Callable[[bytes], Result]:
    return lambda data: lint_file(path, data, plugins, config, today=TODAY)


def made(check: Callable[[str], Iterator[Fix]], id: str = "made-up") -> Rule:
    def findings(policy: Policy, claims: object) -> Iterator[Finding]:
        for number, fix in enumerate(check(policy.source.text)):
            yield Finding(f"fault {number}", Span(0, 1), fix=fix)

    return Rule(id, "custom", "warning", "high", findings)


def with_rules(*rules: Rule) -> Plugins:
    return load(only=("builtin",))._replace(rules={rule.id: rule for rule in rules}, extractors=(), regimes={})


# --- the engine ------------------------------------------------------------------------------------------------------


def test_safe_fixes_are_applied_until_none_is_left(plugins: Plugins, config: Config) -> None:
    first, done = fixed(FAULTY, plugins, config)
    assert done.text == MENDED
    assert done.number == 3
    assert "number-word-mismatch" in {found.rule for found in done.result.findings}
    assert fixed(MENDED, plugins, config)[1].text is None
    assert first.fixed == 0


def test_unsafe_fixes_wait_until_they_are_asked_for(plugins: Plugins, config: Config) -> None:
    assert fixed(FAULTY, plugins, config, unsafe=True)[1].text == MENDED.replace("(30 days)", "(10 days)")


def test_what_a_comment_silences_is_not_fixed(plugins: Plugins, config: Config) -> None:
    text = FAULTY.replace("**Cookies**", "<!-- privacylint: ignore[heading-not-marked-up] the designer asks for bold -->\n**Cookies**")
    assert "\n**Cookies**\n" in (fixed(text, plugins, config)[1].text or "")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(("encoding", "mark"), [("utf-8", ""), ("utf-8", "\ufeff"), ("cp1252", ""), ("utf-16-le", "\ufeff")])
def test_encoding_mark_and_line_ends_stay(plugins: Plugins, config: Config, mark: str, ending: str, encoding: str) -> None:
    before = mark + FAULTY.replace("Lantern Post", "Café Zoë").replace("\n", ending)
    after = mark + MENDED.replace("Lantern Post", "Café Zoë").replace("\n", ending)
    first, done = fixed(before.encode(encoding), plugins, config)
    assert first.source is not None
    assert done.text == after
    assert first.source.encode(done.text) == after.encode(encoding)


def test_of_fixes_that_meet_the_first_wins_and_the_other_waits(config: Config) -> None:
    def swaps(text: str) -> Iterator[Fix]:
        for word, other in (("bcd", "x"), ("abc", "y"), ("cd", "z")):
            at = text.find(word)
            if at >= 0:
                yield Fix((Edit(at, at + len(word), other),))

    assert fixed("abcd", with_rules(made(swaps)), config)[1].text == "yd"
    assert fixed("abcd abcd", with_rules(made(swaps)), config)[1].text == "yd yd"


def test_an_edit_two_findings_ask_for_is_made_once(config: Config) -> None:
    def twice(text: str) -> Iterator[Fix]:
        if "(c)" in text:
            yield Fix((Edit(text.find("(c)"), text.find("(c)") + 3, "©"),))
            yield Fix((Edit(text.find("(c)"), text.find("(c)") + 3, "©"),))

    done = fixed("so (c) us", with_rules(made(twice)), config)[1]
    assert (done.text, done.number) == ("so © us", 2)


def test_the_edits_of_one_fix_are_made_together_or_not_at_all(config: Config) -> None:
    def two_rules(text: str) -> Iterator[Fix]:
        if text.startswith("a") and text.endswith("c"):
            yield Fix((Edit(0, 1, "A"),))
            yield Fix((Edit(0, 2, "B"), Edit(2, 3, "C")))

    assert fixed("abc", with_rules(made(two_rules)), config)[1].text == "Abc"


def test_fixes_that_undo_one_another_are_left_out(config: Config) -> None:
    def flips(text: str) -> Iterator[Fix]:
        yield Fix((Edit(0, 1, "b" if text[0] == "a" else "a"),))

    done = fixed("a", with_rules(made(flips, "flip-flop")), config)[1]
    assert done.text is None
    assert done.problem == "fixes left out, they undo one another (flip-flop)"


def test_fixes_that_never_end_are_left_out(config: Config) -> None:
    done = fixed("a", with_rules(made(lambda text: iter([Fix((Edit(0, 0, "a"),))]))), config)[1]
    assert done.text is None
    assert "undo one another" in done.problem


@pytest.mark.parametrize("edits", [(Edit(-1, 2, ""),), (Edit(2, 99, ""),), (Edit(3, 2, ""),), (Edit(0, 3, ""), Edit(2, 4, "")), ()])
def test_an_unsound_fix_is_left_out(config: Config, edits: tuple[Edit, ...]) -> None:
    done = fixed("abcdef", with_rules(made(lambda text: iter([Fix(edits)]))), config)[1]
    assert (done.text, done.number, done.problem) == (None, 0, "")


def test_letters_the_file_cannot_hold_are_not_written(config: Config) -> None:
    rule = made(lambda text: iter([Fix((Edit(0, 1, "→"),))]))
    assert fixed("été déjà vu à la côte, où l’on était".encode("cp1252"), with_rules(rule), config)[1].text is None


def test_what_is_written_in_has_the_line_ends_of_the_file(config: Config) -> None:
    rule = made(lambda text: iter([Fix((Edit(1, 1, "\n"),))] if text.startswith("ab") else []))
    assert fixed("ab\r\ncd", with_rules(rule), config)[1].text == "a\r\nb\r\ncd"
    assert fixed("ab\ncd", with_rules(rule), config)[1].text == "a\nb\ncd"


def test_thousands_of_fixes_take_no_time(config: Config) -> None:
    def every(text: str) -> Iterator[Fix]:
        return (Fix((Edit(at, at + 1, "b"),)) for at, letter in enumerate(text) if letter == "a")

    assert fixed("ac" * 20_000, with_rules(made(every)), config)[1].text == "bc" * 20_000


# --- what holds for every text ---------------------------------------------------------------------------------------


class Recorder:
    """Lints, and remembers each text with its findings; the same text is linted once."""

    def __init__(self, plugins: Plugins, config: Config) -> None:
        self._lint = cache(lint("policy.md", plugins, config))
        self.results: list[Result] = []

    def __call__(self, data: bytes) -> Result:
        self.results.append(self._lint(data))
        return self.results[-1]


def prove(data: bytes, plugins: Plugins, config: Config, *, unsafe: bool) -> int:
    """Fix a file; it is then clean of what was fixed, the same outside of the edits, and at rest. How many were fixed."""
    read = Recorder(plugins, config)
    first = read(data)
    if first.source is None:
        return 0
    done = fixes.fix(first, read, unsafe=unsafe)
    assert done.problem == ""
    assert [found.rule for found in done.result.findings if fixes.is_fixable(found, unsafe=unsafe)] == []
    for before, after in pairwise(read.results):
        assert before.source is not None
        assert after.source is not None
        kept_outside_of_the_edits(before, after.source.text, unsafe=unsafe)
    if done.text is None:
        return 0
    assert read.results[-1].source is not None
    assert read.results[-1].source.text == done.text
    assert first.source.encode(done.text).decode(first.source.encoding) == done.text
    assert fixes.fix(read(first.source.encode(done.text)), read, unsafe=unsafe).text is None
    return done.number


def kept_outside_of_the_edits(before: Result, after: str, *, unsafe: bool) -> None:
    assert before.source is not None
    offered = [found.fix for found in before.findings if found.fix and fixes.is_fixable(found, unsafe=unsafe)]
    at = here = 0
    for edit in sorted(edit for fix in offered for edit in fix.edits):
        kept = before.source.text[at : edit.start]
        place = after.find(kept, here)
        assert place >= here
        assert place - here <= longest(offered)
        here, at = place + len(kept), max(at, edit.end)
    assert after.endswith(before.source.text[at:])


def longest(offered: list[Fix]) -> int:
    return max(edit.end - edit.start + len(edit.text) for fix in offered for edit in fix.edits)


@pytest.fixture(scope="module")
def fixing(plugins: Plugins) -> Plugins:
    """Only what fixes: the rules of the engine and those that offer a fix."""
    rules = {id: rule for id, rule in plugins.rules.items() if rule.fixable or rule.family == "engine"}
    return plugins._replace(rules=rules, extractors=(), regimes={})


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the labelled policies (../shared/corpus) are not on this machine")
@pytest.mark.parametrize(("unsafe", "part"), [(False, 0), (False, 1), (True, 3), *(pytest.param(False, part, marks=pytest.mark.slow) for part in range(2, 8))])
def test_every_policy_of_the_corpus_can_be_fixed(fixing: Plugins, config: Config, unsafe: bool, part: int) -> None:
    files = sorted(CORPUS.glob("*/*.md"))
    assert len(files) > 200
    assert sum(prove(file.read_bytes(), fixing, config, unsafe=unsafe) for file in files[part::8]) > 10


LINES = [
    "# Privacy", "## Your rights", "**Your rights**", "__Cookies__  ", "**3. Cookies**", "3. Children", "How We Use Cookies",
    "We keep the the logs for thirty (60) days, and then we delete them for good.", "See [this](#Your-Rights) and [that](#cookies).",
    "Updated 01/02/2026.", "- an item", "> **Quoted**", "| a | b |", "|---|---|", "    code", "```", "<!-- privacylint: ignore[placeholder-left] why -->",
    "[ask@fern.test](mailto:no@fern.test)", "[Your rights]: #your_rights", "**A** and **B**", "\ufeff", "été\u2028fin", "", "", "",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), max_size=14), ending=st.sampled_from(["\n", "\r\n", "\r"]), unsafe=st.booleans())
def test_every_invented_policy_can_be_fixed(fixing: Plugins, config: Config, lines: list[str], ending: str, unsafe: bool) -> None:
    prove(ending.join(lines).encode(), fixing, config, unsafe=unsafe)


# --- diff ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", ["a\nb\nc\n", "a\r\nb\r\nc", "a\rb\rc", "a\n\x0cb\nc", "b", "\ufeffb\n"])
def test_git_applies_a_diff(tmp_path: Path, before: str) -> None:
    after = before.replace("b", "x\ny")
    (tmp_path / "privacy.md").write_bytes(before.encode())
    patch = fixes.diff("privacy.md", before, after).encode()
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=patch, check=True)
    assert (tmp_path / "privacy.md").read_bytes() == after.encode()


def test_a_diff_of_equals_is_empty() -> None:
    assert fixes.diff("a", "x\n", "x\n") == ""


# --- writing ---------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "privacy.md"
    file.write_bytes(b"a")
    file.chmod(mode)
    fixes.write(str(file), b"a", b"b")
    assert file.read_bytes() == b"b"
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert [left.name for left in tmp_path.iterdir()] == ["privacy.md"]


@pytest.mark.skipif(os.name != "posix", reason="links need no rights on POSIX")
def test_a_link_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside, repository = tmp_path / "outside", tmp_path / "repository"
    outside.mkdir()
    (repository / ".git").mkdir(parents=True)
    (outside / "privacy.md").write_bytes(b"a")
    (repository / "privacy.md").symlink_to(outside / "privacy.md")
    (repository / "docs").symlink_to(outside)
    (outside / ".git").mkdir()
    monkeypatch.chdir(repository)
    for name, reason in (("privacy.md", "is a link; name"), ("docs/privacy.md", "is a link out of the tree")):
        for path in (name, str(repository / name)):
            with pytest.raises(fixes.NotWritten, match=reason):
                fixes.write(path, b"a", b"b")
    assert (outside / "privacy.md").read_bytes() == b"a"
    fixes.write(str(outside / "privacy.md"), b"a", b"b")
    assert (outside / "privacy.md").read_bytes() == b"b"


def test_what_cannot_be_written_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "privacy.md"
    file.write_bytes(b"a")
    with pytest.raises(fixes.NotWritten, match="was changed in the meantime"):
        fixes.write(str(file), b"other", b"b")
    with pytest.raises(fixes.NotWritten, match="cannot be written, no such file"):
        fixes.write(str(tmp_path / "gone.md"), b"a", b"b")
    with pytest.raises(fixes.NotWritten, match="no ordinary file"):
        fixes.write(str(tmp_path), b"a", b"b")

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(fixes.NotWritten, match="cannot be written, no space left on device"):
        fixes.write(str(file), b"a", b"b")
    monkeypatch.undo()
    file.chmod(0o444)
    with pytest.raises(fixes.NotWritten, match="is read-only"):
        fixes.write(str(file), b"a", b"b")
    file.chmod(0o644)
    assert file.read_bytes() == b"a"
    assert [left.name for left in tmp_path.iterdir()] == ["privacy.md"]


# --- the command line ------------------------------------------------------------------------------------------------


def check(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "privacylint", "check", "--no-config", "--no-plugins", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "privacy.md").write_bytes(FAULTY.encode())
    return tmp_path


def test_fix_writes_and_says_what_remains(folder: Path) -> None:
    done = check(folder, "--fix", "privacy.md")
    assert (folder / "privacy.md").read_bytes() == MENDED.encode()
    assert done.returncode == 1
    said = done.stdout.decode()
    assert "3 fixed in 1 file" in said
    assert "1 fixable with --fix --unsafe-fixes" in said
    assert "number-word-mismatch" in said
    assert "heading-not-marked-up" not in said
    again = check(folder, "--fix", "--unsafe-fixes", "--quiet", "privacy.md")
    assert (again.returncode, again.stdout) == (0, b"")


def test_without_fix_it_says_what_could_be_fixed(folder: Path) -> None:
    said = check(folder, "privacy.md").stdout.decode()
    assert "2 fixable with --fix, 1 more with --unsafe-fixes" in said
    assert "  fix: --fix does it\n" in said
    assert (folder / "privacy.md").read_bytes() == FAULTY.encode()


def test_diff_writes_nothing(folder: Path) -> None:
    done = check(folder, "--diff", "--fix", "privacy.md")
    assert done.returncode == 1
    assert done.stderr.decode().strip() == "privacylint: 3 would be fixed"
    assert (folder / "privacy.md").read_bytes() == FAULTY.encode()
    subprocess.run(["git", "apply", "-"], cwd=folder, input=done.stdout, check=True)
    assert (folder / "privacy.md").read_bytes() == MENDED.encode()
    clean = check(folder, "--diff", "privacy.md")
    assert (clean.returncode, clean.stdout, clean.stderr) == (0, b"", b"")


def test_a_diff_keeps_the_bytes_of_the_file(folder: Path) -> None:
    before = FAULTY.replace("Lantern Post", "Café Zoë").replace("\n", "\r\n").encode("cp1252")
    (folder / "privacy.md").write_bytes(before)
    done = check(folder, "--diff", "privacy.md")
    subprocess.run(["git", "apply", "-"], cwd=folder, input=done.stdout, check=True)
    after = MENDED.replace("Lantern Post", "Café Zoë").replace("\n", "\r\n").encode("cp1252")
    assert (folder / "privacy.md").read_bytes() == after


def test_standard_input_comes_out_fixed(folder: Path) -> None:
    done = check(folder, "--fix", "-", stdin=FAULTY.encode())
    assert done.stdout == MENDED.encode()
    assert b"3 fixed" in done.stderr
    assert check(folder, "--fix", "--exit-zero", "-", stdin=b"\x00\x00\x00\x01").stdout == b"\x00\x00\x00\x01"
    assert check(folder, "--diff", "-", "--stdin-filename", "privacy.md", stdin=FAULTY.encode()).stdout.startswith(b"--- a/privacy.md\n")


def test_other_files_go_on_when_one_cannot_be_written(folder: Path) -> None:
    shutil.copy(folder / "privacy.md", folder / "a-privacy.md")
    (folder / "a-privacy.md").chmod(0o444)
    done = check(folder, "--fix", "a-privacy.md", "privacy.md")
    assert done.returncode == 2
    assert done.stderr.decode().strip() == "privacylint: a-privacy.md: cannot fix this file: it is read-only"
    assert (folder / "privacy.md").read_bytes() == MENDED.encode()
    assert (folder / "a-privacy.md").read_bytes() == FAULTY.encode()
