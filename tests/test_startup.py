"""What a run imports: every module costs all users time at every commit, so each is counted here, and no time is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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
