"""What a run imports: every module costs all users time at every commit, so each is counted here, and no time is."""

from __future__ import annotations

import collections
import inspect
import os
import pickle
import py_compile
import subprocess
import sys
import typing
from pathlib import Path
from typing import NamedTuple

import pytest
from privacylint.cli import _near, _tuples

NEVER = {
    "asyncio", "attr", "attrs", "bz2", "charset_normalizer", "click", "concurrent.futures", "difflib", "email", "hashlib",
    "http", "hypothesis", "importlib.metadata", "importlib.resources", "json", "locale", "lzma", "multiprocessing", "numpy",
    "pluggy", "pydantic", "requests", "rich", "ruamel", "ruamel.yaml", "shtab", "shutil", "socket", "ssl", "subprocess",
    "tempfile", "tomli", "tomllib", "tqdm", "typer", "unittest", "xml", "yaml", "zipfile",
    # what inspect imports once something of it is used
    "ast", "dis", "tokenize",
    # ours, that an ordinary run has no use for
    "privacylint.baseline", "privacylint.fixes", "privacylint.git", "privacylint.lowering",
    "privacylint.testing", "privacylint.wordings",
}  # fmt: skip
MOST = 260
"""Modules, the standard library and markdown-it among them; raise it only with a reason.

The built-in plugin is not counted: a rule is a file, and there shall be as many as there is to say.
"""
ANSWERED = 20
"""Modules when the answer is known already."""


def modules(folder: Path, *arguments: str) -> set[str]:
    """The modules that a third run imports; the first ones may compile and keep things."""
    environment = {**os.environ, "PRIVACYLINT_CACHE_DIR": str(folder / "cache")}
    work = folder / "work"
    code = (
        "import sys; sys.argv = ['privacylint', *sys.argv[1:]]; from privacylint.cli import main; code = main();"
        "print('\\n' + ' '.join(sys.modules)); sys.exit(code)"
    )
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=work, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    return set(done.stdout.rsplit("\n", 2)[-2].split())


@pytest.fixture
def policy(tmp_path: Path) -> str:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "privacy.md").write_text("# Privacy\n\nWe collect your name.\n", "utf-8")
    return "privacy.md"


def test_check_imports_little(tmp_path: Path, policy: str) -> None:
    # an odd option keeps the answer from being remembered
    seen = modules(tmp_path, "check", policy, "--exit-zero", "--output", "report.txt")
    assert sorted((seen - _startup()) & NEVER) == []
    assert len([name for name in seen if not name.startswith("privacylint_rules")]) <= MOST


def test_an_answer_that_is_known_imports_next_to_nothing(tmp_path: Path, policy: str) -> None:
    seen = modules(tmp_path, "check", policy, "--exit-zero")
    assert not {"argparse", "dataclasses", "json", "markdown_it", "pluggy", "re", "typing", "privacylint.lint"} & (seen - _startup())
    assert len(seen - _startup()) <= ANSWERED


def _startup() -> set[str]:
    said = subprocess.run([sys.executable, "-c", "import sys; print(' '.join(sys.modules))"], capture_output=True, text=True).stdout
    return set(said.split())


class Plain(NamedTuple):
    """Made by Python itself: this module is imported before any command runs, or after; both must do."""

    first: int
    second: str = "two"

    @property
    def both(self) -> str:
        """Both fields."""
        return f"{self.first} {self.second}"


def test_named_tuples_made_quickly_are_named_tuples(monkeypatch: pytest.MonkeyPatch) -> None:
    meta = typing.NamedTupleMeta  # type: ignore[attr-defined]
    monkeypatch.setattr(meta, "__new__", meta.__new__)
    _tuples.make_quickly()

    class Quick(NamedTuple):
        """Documented."""

        first: int
        second: str = "two"

        @property
        def both(self) -> str:
            """Both fields."""
            return f"{self.first} {self.second}"

    slow = collections.namedtuple("slow", ["first", "second"], defaults=["two"])
    one, other = Quick(1), slow(1)
    assert one == other == (1, "two")
    assert (one.first, one.second, one.both) == (1, "two", "1 two")
    assert repr(one) == repr(other).replace("slow", "Quick")
    assert one._asdict() == other._asdict()
    assert one._replace(second="three") == other._replace(second="three")
    assert Quick._make(iter((1, "x"))) == Quick(first=1, second="x")
    for name in ("_fields", "_field_defaults", "__match_args__", "__slots__", "__bases__"):
        assert getattr(Quick, name) == getattr(slow, name)
    assert Quick.__doc__ == "Documented."
    assert Quick.__module__ == __name__
    assert list(inspect.signature(Quick).parameters) == ["first", "second"]
    assert pickle.loads(pickle.dumps(Plain(3))) == Plain(3)
    for wrong in (lambda: Quick(), lambda: Quick(1, "x", 3), lambda: Quick(1, third=3), lambda: Quick._make([1])):  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises((TypeError, ValueError)):
        one._replace(third=3)
    with pytest.raises(AttributeError):
        one.first = 2  # type: ignore[misc]


def test_what_named_tuples_forbid_stays_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    meta = typing.NamedTupleMeta  # type: ignore[attr-defined]
    monkeypatch.setattr(meta, "__new__", meta.__new__)
    _tuples.make_quickly()
    for body, error in (
        ("_hidden: int", ValueError),
        ("first: int = 1\n    second: int", TypeError),
        ("first: int\n    def __new__(cls): pass", AttributeError),
    ):
        with pytest.raises(error):
            exec(f"class Wrong(NamedTuple):\n    {body}\n", {"NamedTuple": NamedTuple, "__name__": "wrong"})


def test_a_stale_or_moved_module_is_compiled_anew(tmp_path: Path) -> None:
    source, compiled = tmp_path / "one.py", tmp_path / "one.pyc"

    def said() -> object:
        code = _near._Loader("one", str(source), source.stat(), str(compiled)).get_code("one")
        names: dict[str, object] = {}
        exec(code, names)
        return names["said"]

    source.write_text("said = 'first'\n", "utf-8")
    py_compile.compile(str(source), str(compiled))
    assert said() == "first"
    source.write_text("said = 'second'\n", "utf-8")
    assert said() == "second"
    py_compile.compile(str(source), str(compiled), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
    assert said() == "second"
    compiled.write_bytes(compiled.read_bytes()[:20])
    assert said() == "second"
