"""Whatever is on the disk, in a plugin or in a text: one clear line, the rest linted, the right exit code, nothing lost."""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fuzz.layers import LAYERS, inputs, shown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from privacylint import cli, config, fixes, plugins, source
from privacylint.api import Finding, Related, Rule, hookimpl, rule
from privacylint.claims import Claim, Extractor
from privacylint.lint import Result, Run, lint_file
from privacylint.markdown import parse
from privacylint.rule import Edit, Fix
from privacylint.source import LARGEST, Source, Span
from test_fixes import FAULTY
from test_spans import CORPUS, REAL, SAMPLES, check

DAY = date(2025, 6, 15)
CASES = sorted((Path(__file__).parent / "fuzz" / "cases").glob("*/*"))
POLICY = "# Privacy Policy\n\nYou must be at least 16 years old.\n\nYou must be at least 18 years old.\n"
SECONDS = 300
"""No test waits longer for a process: a safety net, hundreds of times what is needed."""
posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and limits of POSIX")


@pytest.fixture(scope="module")
def builtin() -> plugins.Plugins:
    return plugins.load(only=["builtin"])


def linted(data: bytes, loaded: plugins.Plugins) -> Result:
    result = lint_file("privacy.md", data, loaded, config.load(None), today=DAY)
    assert not [found.message for found in result.findings if found.rule == "internal-error"]
    return result


# --- any bytes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_what_once_broke_a_layer_breaks_it_no_more(case: Path) -> None:
    LAYERS[case.parent.name].check(case.read_bytes())


@pytest.mark.parametrize("name", LAYERS)
def test_a_share_of_the_fuzz_inputs_holds(name: str) -> None:
    """`python tests/fuzz --inputs 200000` runs so many more."""
    for number, data in inputs(LAYERS[name], 5_000, LAYERS[name].share):
        try:
            LAYERS[name].check(data)
        except Exception as error:
            raise AssertionError(f"{name} {number}") from error


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=400))
def test_any_bytes_give_findings(builtin: plugins.Plugins, data: bytes) -> None:
    shown(Run("privacylint 0.1.0", (linted(data, builtin),), builtin.rules))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_policy_cut_off_or_with_bits_flipped_is_still_read(path: Path, builtin: plugins.Plugins) -> None:
    _damaged(path, builtin, times=4)


@pytest.mark.slow
@pytest.mark.skipif(not REAL, reason=f"no corpus of real policies at {CORPUS}")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_policy_cut_off_or_with_bits_flipped_is_still_read(path: Path, builtin: plugins.Plugins) -> None:
    _damaged(path, builtin, times=1)


def _damaged(path: Path, builtin: plugins.Plugins, times: int) -> None:
    data, picked = path.read_bytes(), random.Random(path.name)
    for _ in range(times):
        linted(data[: picked.randrange(len(data))], builtin)
        flipped = bytearray(data)
        for _ in range(20):
            flipped[picked.randrange(len(data))] ^= 1 << picked.randrange(8)
        linted(bytes(flipped), builtin)


# --- sizes and shapes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [b"word " * 4_000_000, b"x" * 5_000_000, b"\n" * 20_000_000, b"# a\n\nWe share.\n\n" * 1_300_000])
def test_twenty_megabytes_or_one_line_of_five_are_refused_in_one_line(text: bytes, builtin: plugins.Plugins) -> None:
    (found,) = linted(text, builtin).findings
    assert found.message == "cannot read this file: it is larger than 2 mb, the most that is linted"


@posix
def test_no_more_is_read_than_is_linted(tmp_path: Path) -> None:
    with (tmp_path / "huge.md").open("wb") as stream:
        stream.truncate(1 << 40)
    assert len(source.bytes_at(str(tmp_path / "huge.md"))) == LARGEST + 1


SHAPES: dict[str, Callable[[int], str]] = {
    "quotes": lambda size: "> " * size + "a\n",
    "quotes without end": lambda size: "> a\n" * size,
    "nested lists": lambda size: "".join(f"{' ' * 2 * depth}- a\n" for depth in range(size // 40)),
    "list items": lambda size: "- We collect your name.\n" * size,
    "numbered items": lambda size: "".join(f"{number}. a\n" for number in range(size)),
    "brackets": lambda size: "[" * size,
    "brackets and back": lambda size: "[" * size + "]" * size,
    "links in links": lambda size: "[a](" * size,
    "images": lambda size: "![" * size + "](b)" * size,
    "emphasis": lambda size: "*a_b*" * size,
    "stars": lambda size: "*" * size + "a",
    "backticks": lambda size: "".join("`" * (1 + number % 9) + "a" for number in range(size)),
    "open tags": lambda size: "<div>\n" * size,
    "open tags in a line": lambda size: "a <b>" * size,
    "half tags": lambda size: "<a href='" * size,
    "lists of HTML": lambda size: "<ul><li>" * size,
    "tables of HTML": lambda size: "<table><tr><td>" * size,
    "comments": lambda size: "<!--" * size,
    "closed comments": lambda size: "a <!-- b --> " * size,
    "declarations": lambda size: "<!a" * size,
    "entities": lambda size: "&amp;&#120;&b" * size,
    "rows": lambda size: "| a | b |\n|---|---|\n" + "| we keep | it |\n" * size,
    "columns": lambda size: "|a" * size + "|\n" + "|-" * size + "|\n" + "|b" * size + "|\n",
    "bars": lambda size: "|" * size,
    "definitions": lambda size: "".join(f"[a{number}]: b\n" for number in range(size)),
    "references": lambda size: "[a]: b\n\n" + "[a] " * size,
    "footnotes": lambda size: "".join(f"[^{number}]: a\n\n" for number in range(size)),
    "inline footnotes": lambda size: "^[a" * size,
    "headings": lambda size: "# a\n" * size,
    "equal headings": lambda size: "# Privacy\n\na\n\n" * size,
    "underlined": lambda size: "a\n===\n" * size,
    "rules": lambda size: "- - -\n" * size,
    "fences": lambda size: "```\n" * size,
    "mdx comments": lambda size: "{/*" * size,
    "blanks": lambda size: "<div>" + " " * size * 4 + "a",
    "blanks in a paragraph": lambda size: "a" + " \t" * size + "b",
    "line ends": lambda size: "\r\n" * size,
    "lone returns": lambda size: "a\r" * size,
    "one word": lambda size: "a" * size * 8,
    "dots": lambda size: "a. " * size,
    "only dots": lambda size: "." * size,
    "quotation marks": lambda size: "\"'“" * size,
    "e-mail addresses": lambda size: "a@b.example " * size,
    "half addresses": lambda size: "a@" * size,
    "zero width": lambda size: "\u200b\u202e\u2066a" * size,
    "combining marks": lambda size: "a" + "\u0301" * size,
    "surrogates": lambda size: "\ud800" * size,
    "escapes": lambda size: "\\[" * size,
    "front matter": lambda size: "---\n" + "a: b\n" * size + "---\n",
}


class _Counted:
    """Counts the calls that Python makes: what a text costs, on every machine and at every load the same."""

    def __enter__(self) -> _Counted:
        self.calls = 0
        sys.setprofile(self._called)
        return self

    def __exit__(self, *error: object) -> None:
        sys.setprofile(None)

    def _called(self, frame: object, event: str, argument: object) -> None:
        if event in ("call", "c_call"):
            self.calls += 1


def _calls(text: str) -> int:
    read = Source("privacy.md", text)
    with _Counted() as counted:
        parse(read)
    return counted.calls


@pytest.mark.parametrize("shape", SHAPES)
def test_the_parser_s_work_grows_with_the_text(shape: str) -> None:
    make = SHAPES[shape]
    parse(Source("privacy.md", make(40)))
    once, twice = (_calls(make(size)) for size in (300, 600))
    assert twice <= 2.3 * once + 400, f"{once} calls become {twice} for twice the text"


@pytest.mark.parametrize("shape", SHAPES)
def test_any_shape_is_read_exactly(shape: str) -> None:
    check(parse(Source("privacy.md", SHAPES[shape](1_500))))


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_any_shape_is_linted(shape: str, builtin: plugins.Plugins) -> None:
    linted(SHAPES[shape](3_000).encode("utf-8", "surrogatepass"), builtin)


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "size"), [("list items", 80_000), ("rows", 10_000), ("headings", 10_000), ("one word", 240_000)])
def test_very_long_shapes_are_linted(shape: str, size: int, builtin: plugins.Plugins) -> None:
    """The longest that fit: 80,000 items of 24 characters are 1.9 MB."""
    assert linted(SHAPES[shape](size).encode(), builtin).policy is not None


@pytest.mark.slow
def test_a_hundred_thousand_list_items_are_linted(builtin: plugins.Plugins) -> None:
    result = linted(b"- We keep logs.\n" * 100_000, builtin)
    assert result.policy is not None and len(result.policy.blocks) == 100_000


# --- files -----------------------------------------------------------------------------------------------------------


@posix
def test_odd_files_are_findings_and_the_rest_is_linted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.md").write_text(POLICY, "utf-8")
    os.mkfifo("pipe.md")
    Path("loop.md").symlink_to("loop.md")
    Path("dangling.md").symlink_to("nowhere")
    Path("zero.md").symlink_to("/dev/zero")
    Path("random.md").symlink_to("/dev/urandom")
    Path("memory.md").symlink_to("/proc/self/mem")
    Path("binary.md").write_bytes(bytes(range(256)) * 9 + b"\0" * 9_000)
    Path("folder.md").mkdir()
    Path("folder.md/privacy.md").write_text(POLICY, "utf-8")
    Path("empty.md").write_bytes(b"")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.md")
        with Path("sparse.md").open("wb") as stream:
            stream.truncate(1 << 40)
        names = sorted(path.name for path in tmp_path.iterdir())
        assert cli.main(["check", *names, "--select", "conflicting-ages", "--format", "json"]) == 1
    said = capfd.readouterr()
    found = json.loads(said.out)["findings"]
    odd = {one["path"] for one in found if one["rule"] == "unreadable-file"}
    assert odd == {f"{name}.md" for name in ("pipe", "loop", "dangling", "zero", "random", "memory", "binary", "socket", "sparse")}
    assert {one["path"] for one in found if one["rule"] == "conflicting-ages"} == {"good.md", "folder.md/privacy.md"}
    assert said.err == "" and len(found) == len(odd) + 2


@posix
def test_a_pipe_of_the_shell_is_read(tmp_path: Path) -> None:
    code = f"{sys.executable} -m privacylint check --no-config --no-cache --format concise <(cat privacy.md) </dev/null"
    (tmp_path / "privacy.md").write_text(POLICY, "utf-8")
    done = subprocess.run(["bash", "-c", code], cwd=tmp_path, env=_environment(), capture_output=True, text=True, timeout=SECONDS)
    assert done.returncode == 1 and "conflicting-ages" in done.stdout, done.stderr


@posix
def test_a_file_nobody_may_read_or_that_vanished_is_a_finding(builtin: plugins.Plugins) -> None:
    for error in (PermissionError(13, "Permission denied"), FileNotFoundError(2, "No such file or directory"), OSError(5, "Input/output error")):
        (found,) = lint_file("privacy.md", error, builtin, config.load(None), today=DAY).findings
        assert found.rule == "unreadable-file" and error.strerror.lower() in found.message


@posix
def test_odd_companions_are_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".git").mkdir()
    os.mkfifo("cookies.md")
    Path("privacy.md").write_text(POLICY, "utf-8")
    Path("privacylint.yaml").write_text("policies: [{path: privacy.md, companions: [cookies.md]}]\n", "utf-8")
    assert cli.main(["check", "--format", "concise", "--select", "conflicting-ages"]) == 1
    said = capfd.readouterr().out
    assert "cannot read this companion: it is a pipe or a device" in said and "conflicting-ages" in said


# --- plugins ---------------------------------------------------------------------------------------------------------


class _Unspeakable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("not even this can be said")


def _raises(error: BaseException) -> Callable[..., Any]:
    def check(*arguments: Any) -> Iterator[Any]:
        raise error
        yield

    return check


HERE = Span(0, 1)
NONSENSE = [
    None, 5, "text", [None], ["a finding"], [("message", HERE)], [Finding("", (0, 10**9))], [Finding("m", Span(5, 2))],  # type: ignore[arg-type]
    [Finding("m", Span(-1, 2))], [Finding(b"m", HERE)], [Finding("m", None)], [Finding("m", HERE, help=3)], [Finding("m", HERE, cites="Art. 1")],  # type: ignore[arg-type]
    [Finding("m", HERE, related=(Related(Span(0, 10**9), "n"),))], [Finding("m", HERE, related=("n",))], [Finding("m", HERE, severity="grave")],  # type: ignore[arg-type]
    [Finding("m", HERE, fix=Fix((Edit(0, 10**9, "x"),)))], [Finding("m", HERE, fix="mend")], [Finding("m", HERE, fix=Fix((Edit(0, 1, None),)))],  # type: ignore[arg-type]
    [Finding("m", HERE, topic=7)], [Finding("m", Span("a", "b"))], [Finding("m", HERE, confidence=1)], [Finding("m", Span(True, 1))],  # type: ignore[arg-type]
]  # fmt: skip
ERRORS = [ValueError("odd \x1b[31m\n::error::x"), RecursionError(), MemoryError(), SystemExit(0), SystemExit("bye"), _Unspeakable(), AssertionError()]


def _with(builtin: plugins.Plugins, **more: Any) -> plugins.Plugins:
    return builtin._replace(**more)


def _linted_with(loaded: plugins.Plugins) -> Result:
    result = lint_file("privacy.md", POLICY.encode(), loaded, config.load(None), today=DAY)
    shown(Run("privacylint 0.1.0", (result,), loaded.rules))
    assert [found.rule for found in result.findings].count("conflicting-ages") == 1, "the other rules go on"
    return result


@pytest.mark.parametrize("number", range(len(NONSENSE)))
def test_a_rule_that_gives_nonsense_is_named_and_skipped(builtin: plugins.Plugins, number: int) -> None:
    odd = Rule("odd-rule", "custom", "error", "high", lambda policy, claims: NONSENSE[number])  # type: ignore[arg-type, return-value]
    result = _linted_with(_with(builtin, rules={**builtin.rules, odd.id: odd}))
    (broken,) = [found for found in result.findings if found.rule == "internal-error"]
    assert "odd-rule" in broken.message and "\n" not in broken.message


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_rule_or_extractor_that_raises_or_exits_is_named_and_skipped(builtin: plugins.Plugins, error: BaseException) -> None:
    odd = Rule("odd-rule", "custom", "error", "high", _raises(error))
    reader = Extractor("age", _raises(error))
    result = _linted_with(_with(builtin, rules={**builtin.rules, odd.id: odd}, extractors=(*builtin.extractors, reader)))
    assert sorted(found.rule for found in result.findings).count("internal-error") == 2
    assert all("was skipped" in found.message for found in result.findings if found.rule == "internal-error")


@pytest.mark.parametrize("said", [None, [5], [Claim("no-kind", {}, HERE, None)], [Claim("age", [], HERE, None)], [Claim("age", {}, Span(0, 10**9), None)]])  # type: ignore[arg-type]
def test_an_extractor_that_gives_nonsense_is_named_and_skipped(builtin: plugins.Plugins, said: Any) -> None:
    result = _linted_with(_with(builtin, extractors=(*builtin.extractors, Extractor("age", lambda policy: said))))
    assert [found.rule for found in result.findings].count("internal-error") == 1


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_hook_that_raises_or_exits_is_named(error: BaseException) -> None:
    stranger = ModuleType("stranger")

    @hookimpl
    def privacylint_rules() -> list[Rule]:
        raise error

    stranger.privacylint_rules = privacylint_rules  # type: ignore[attr-defined]
    loaded = plugins.load(only=["builtin"], extra=[stranger])
    (problem,) = loaded.problems
    assert "'stranger' fails in privacylint_rules" in problem.message
    assert "conflicting-ages" in loaded.rules


ODD_RULES = [{"id": "Odd Rule"}, {"id": "a\n::error::b"}, {"id": 5}, {"family": ""}, {"severity": "grave"}, {"confidence": None}, {"check": None}]


@pytest.mark.parametrize("odd", ODD_RULES, ids=str)
def test_a_plugin_whose_rule_has_no_sound_name_or_level_is_named(odd: dict[str, Any]) -> None:
    @rule(severity="info")
    def sound(policy, claims):  # type: ignore[no-untyped-def]
        yield Finding("x", policy.title)

    stranger = ModuleType("stranger")
    given = sound._replace(id="a-rule", family="custom")._replace(**odd)
    stranger.privacylint_rules = hookimpl(lambda: [given])  # type: ignore[attr-defined]
    (problem,) = plugins.load(only=["builtin"], extra=[stranger]).problems
    assert "stranger" in problem.message


@pytest.mark.parametrize("render", [lambda run, color: None, _raises(SystemExit(0)), _raises(ValueError("x")), lambda: "", "no function"])
def test_a_report_of_a_plugin_that_breaks_is_one_line_and_exit_code_2(
    builtin: plugins.Plugins, render: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("privacy.md").write_text(POLICY, "utf-8")
    monkeypatch.setattr(plugins, "load", lambda **given: _with(builtin, reports={"odd": render}))
    if callable(render) and render.__name__ == "check":
        monkeypatch.setattr(plugins, "load", lambda **given: _with(builtin, reports={"odd": lambda run, color: next(render())}))
    assert cli.main(["check", "--no-config", "--format", "odd", "privacy.md"]) == 2
    said = capfd.readouterr()
    assert said.out == "" and said.err.startswith("privacylint: the report odd of a plugin failed: ") and said.err.count("\n") == 1


def test_a_plugin_that_ends_the_process_by_a_command_is_a_fault_and_no_success(
    builtin: plugins.Plugins, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """sys.exit(0) anywhere must not look like a policy without findings."""
    monkeypatch.chdir(tmp_path)
    Path("privacy.md").write_text(POLICY, "utf-8")

    def leave(**given: Any) -> plugins.Plugins:
        sys.exit(0)

    monkeypatch.setattr(plugins, "load", leave)
    assert cli.main(["check", "--no-config", "privacy.md"]) == 3
    assert "internal error" in capfd.readouterr().err


# --- disks and kills -------------------------------------------------------------------------------------------------


def _environment() -> dict[str, str]:
    known = {key: value for key, value in os.environ.items() if not key.startswith(("PRIVACYLINT_", "GITHUB_"))}
    root = Path(__file__).parent.parent
    return {**known, "PYTHONPATH": os.pathsep.join((str(root / "linter"), str(root / "rules"))), "PYTHONDONTWRITEBYTECODE": "1"}


def _run(folder: Path, *arguments: str, before: str = "", stdout: Any = subprocess.PIPE) -> tuple[int, str]:
    code = f"import os, sys\n{before}\nfrom privacylint.__main__ import program\nsys.argv = ['privacylint', *sys.argv[1:]]\nprogram()"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=folder, env=_environment(),
        stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=SECONDS,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "privacy.md").write_text(FAULTY, "utf-8")
    return tmp_path / "work"


FULL = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))"
# a folder nobody may write to, also when root runs the test
READ_ONLY = """
import errno
def no(*a, **k): raise OSError(errno.EROFS, 'Read-only file system', str(a[0]))
real = os.open
os.open = lambda path, flags, *a, **k: no(path) if flags & (os.O_WRONLY | os.O_RDWR) and str(path) != os.devnull else real(path, flags, *a, **k)
os.replace = os.rename = os.mkdir = no
import io
opened = io.open
io.open = lambda path, mode='r', *a, **k: no(path) if set(mode) & set('wax+') and str(path) != os.devnull and 'opener' not in k else opened(path, mode, *a, **k)
"""


@posix
@pytest.mark.parametrize("limit", [FULL, READ_ONLY], ids=["full", "read-only"])
@pytest.mark.parametrize(
    "arguments",
    [("check", "--fix", "--unsafe-fixes", "privacy.md"), ("baseline", "privacy.md"), ("check", "privacy.md", "--format", "json", "--output", "report.json")],
    ids=["fix", "baseline", "report"],
)
def test_a_full_or_read_only_disk_loses_nothing(folder: Path, limit: str, arguments: tuple[str, ...]) -> None:
    before = (folder / "privacy.md").read_bytes()
    code, said = _run(folder, *arguments, "--no-config", before=limit)
    lines = [line for line in said.split("\n") if line]
    assert code == 2 and len(lines) == 1 and lines[0].startswith("privacylint: "), said
    assert (folder / "privacy.md").read_bytes() == before
    assert [path.name for path in folder.iterdir() if path.suffix == ".tmp"] == []


@posix
@pytest.mark.parametrize("limit", [FULL, READ_ONLY], ids=["full", "read-only"])
def test_a_cache_that_cannot_be_written_is_no_mistake(folder: Path, limit: str) -> None:
    cache = f"os.environ['PRIVACYLINT_CACHE_DIR'] = {str(folder.parent / 'cache')!r}\n"
    code, said = _run(folder, "check", "--no-config", "--fail-on", "never", "privacy.md", before=cache + limit, stdout=subprocess.DEVNULL)
    assert (code, said) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_an_output_that_is_full_is_one_line_and_exit_code_2(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        code, said = _run(folder, "check", "--no-config", "privacy.md", stdout=full)
    assert (code, said) == (2, "privacylint: cannot write: no space left on device\n")


@posix
@pytest.mark.parametrize("at", ["os.replace", "os.fdopen", "os.fsync"])
@pytest.mark.parametrize("arguments", [("check", "--fix", "--unsafe-fixes", "privacy.md"), ("baseline", "privacy.md")], ids=["fix", "baseline"])
def test_a_run_that_is_killed_loses_nothing(folder: Path, at: str, arguments: tuple[str, ...]) -> None:
    before = (folder / "privacy.md").read_bytes()
    (folder / ".privacylint-baseline.json").write_text('{"version": 1, "findings": []}\n', "utf-8")
    kept = (folder / ".privacylint-baseline.json").read_bytes()
    code, said = _run(folder, *arguments, "--no-config", before=f"{at} = lambda *a, **k: os._exit(137)")
    assert (code, said) == (137, "")
    assert (folder / "privacy.md").read_bytes() == before
    assert (folder / ".privacylint-baseline.json").read_bytes() == kept
    assert _run(folder, *arguments, "--no-config")[0] in (0, 1)


def test_two_runs_that_fix_one_file_leave_it_whole(folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    (other / "privacy.md").write_bytes((folder / "privacy.md").read_bytes())
    arguments = ("check", "--fix", "--unsafe-fixes", "--no-config", "--fail-on", "never", "privacy.md")
    assert _run(other, *arguments, stdout=subprocess.DEVNULL)[0] == 0
    code = "import sys; from privacylint.__main__ import program; sys.argv = ['privacylint', *sys.argv[1:]]; program()"
    both = [
        subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=folder, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for one in both:
        _, said = one.communicate(timeout=SECONDS)
        assert one.returncode in (0, 2) and ("changed in the meantime" in said or not said), said
    assert (folder / "privacy.md").read_bytes() == (other / "privacy.md").read_bytes()
    assert [path.name for path in folder.iterdir()] == ["privacy.md"]


def test_an_interrupted_fix_leaves_the_file_and_no_rest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    before = (folder / "privacy.md").read_bytes()
    with pytest.raises(KeyboardInterrupt):
        fixes.write(str(folder / "privacy.md"), before, b"new")
    assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [("privacy.md", before)]
