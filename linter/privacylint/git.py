"""
What git knows: earlier versions of a file, and which files of a folder are ignored.

The repository may be a stranger's, its configuration too: no shell, no checkout, no network, no file of the working
tree is compared by git, since that would run the filters the repository names, and nothing of it is altered.

A file in a submodule or another worktree is asked for in its own repository. A file that was renamed since is found by
git, or, where git was not told, by its likeness to one that is gone.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from privacylint.source import bytes_at

AUTO = "auto"
"""Stands for the base that the environment names."""
_SUFFIXES = (".md", ".markdown", ".mdx")
_ALIKE = 0.5
_SECONDS = 120
"""How long git may take: a safety net, since a repository can be made to let it wait for ever."""
# each of these could run a program that the repository names, or take a folder of its files for a repository
_CAREFUL = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.quotePath": "false",
    "diff.autoRefreshIndex": "false",
    "safe.bareRepository": "explicit",
    "submodule.recurse": "false",
}
# the second keeps a git before 2.45, which does not know the first, from fetching what a repository lacks
_ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
# inside a hook these speak of the repository of the hook, which need not be the one of the file
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR")


class NoHistory(Exception):
    """The version that was asked for cannot be read; the message says why in one line.

    `cut_off` is true where it exists and was not fetched: nobody mistyped anything.
    """

    def __init__(self, message: str, *, cut_off: bool = False) -> None:
        super().__init__(message)
        self.cut_off = cut_off


class Earlier(NamedTuple):
    """A file in a revision: `path` relative to the top of its repository, `data` its bytes.

    `revision` is the commit, or "" where the repository has none yet. `path` and `data` are None for a file that was
    not there.
    """

    revision: str
    path: str | None
    data: bytes | None


class Wanted(NamedTuple):
    """A revision to compare with: `names` are tried in order, `origin` says who named them.

    `forked` asks for the commit where the two lines of work parted. `certain` is false for HEAD, which nobody named.
    """

    names: tuple[str, ...]
    origin: str
    forked: bool = False
    certain: bool = True


def wanted(flag: str, environ: Mapping[str, str]) -> Wanted:
    """The base to compare with: the flag, else pre-commit's, GitHub's or GitLab's variables, else HEAD."""
    if flag != AUTO:
        return Wanted((flag,), "--base")
    for names, origin in _named(environ):
        told = tuple(name for name in names if name and name.strip("0"))
        if told:
            return Wanted(told, origin, forked=True)
    return Wanted(("HEAD",), "HEAD", certain=False)


def _named(environ: Mapping[str, str]) -> Iterator[tuple[Iterable[str], str]]:
    yield (environ.get("PRE_COMMIT_FROM_REF", ""),), "PRE_COMMIT_FROM_REF"
    branch = environ.get("GITHUB_BASE_REF", "")
    yield (*_of_event(environ), f"origin/{branch}" if branch else "", branch), "the event of GitHub"
    names = ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_COMMIT_BEFORE_SHA")
    yield (environ.get(name, "") for name in names), "the variables of GitLab"


def _of_event(environ: Mapping[str, str]) -> Iterator[str]:
    try:
        event = json.loads(Path(environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
        yield str(event.get("pull_request", {}).get("base", {}).get("sha", ""))
        yield str(event.get("merge_group", {}).get("base_sha", ""))
        yield str(event.get("before", ""))
    except (KeyError, OSError, ValueError, AttributeError):
        return


class Repository:
    """The repository that a folder belongs to. Raises `NoHistory` where there is none."""

    def __init__(self, folder: Path) -> None:
        try:
            top = _git(folder, "rev-parse", "--show-toplevel")
        except OSError as error:
            raise NoHistory(f"git cannot be run: {(error.strerror or 'not found').lower()}") from None
        if top is None:
            raise NoHistory("not in a git repository")
        self.top = Path(os.fsdecode(top).rstrip("\r\n"))

    def commit(self, wanted: Wanted) -> str:
        """The commit that is wanted; "" in a repository without one. Raises `NoHistory` when it is not here."""
        for name in wanted.names:
            found = self._commit(name) or self._commit_outside(name)
            if found:
                return (self._fork(found) or found) if wanted.forked else found
        if self._commit("HEAD") is None:
            return ""
        name = wanted.names[0]
        # a name that is no commit here is a typing mistake, unless history was left out
        shallow = (self._run("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
        way_out = "this is a shallow clone: fetch the history (fetch-depth: 0, or git fetch --unshallow)"
        raise NoHistory(f'"{name}" is no revision here' + (f"; {way_out}" if shallow else ""), cut_off=shallow)

    def earlier(self, file: Path, commit: str, later: str | None = None) -> Earlier:
        """A file as it was in `commit`; `later` is the revision that `file` names it in, None the working tree."""
        name = self._name(file)
        if not commit:
            return Earlier("", None, None)
        data = self._blob(commit, name)
        if data is not None:
            return Earlier(commit, name, data)
        old = self._old_name(name, file, commit, later)
        return Earlier(commit, old, self._blob(commit, old)) if old else Earlier(commit, None, None)

    def files(self, commit: str) -> list[str]:
        """The files of a commit, relative to the top."""
        listed = self._run("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit) or b""
        return _names(listed)

    def _commit(self, name: str) -> str | None:
        if name.startswith("-") or "\0" in name:
            return None
        found = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return os.fsdecode(found).strip() or None if found else None

    def _commit_outside(self, name: str) -> str | None:
        # the revision may be one of the repository that this one is a submodule of
        above = os.fsdecode(self._run("rev-parse", "--show-superproject-working-tree") or b"").rstrip("\r\n")
        if not above or name.startswith("-"):
            return None
        inside = Path(os.path.relpath(self.top, above)).as_posix()
        found = _git(Path(above), "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}:{inside}")
        return self._commit(os.fsdecode(found).strip()) if found else None

    def _fork(self, commit: str) -> str | None:
        found = self._run("merge-base", commit, "HEAD")
        return os.fsdecode(found).strip() or None if found else None

    def _name(self, file: Path) -> str:
        # the folder may be reached by a link; the file itself is what git holds, link or not
        folder = os.path.realpath(file.parent)
        return Path(os.path.relpath(os.path.join(folder, file.name), os.path.realpath(self.top))).as_posix()  # noqa: PTH118

    def _blob(self, commit: str, name: str) -> bytes | None:
        kind = self._run("cat-file", "-t", f"{commit}:{name}")
        return self._run("cat-file", "blob", f"{commit}:{name}") if kind == b"blob\n" else None

    def _old_name(self, name: str, file: Path, commit: str, later: str | None) -> str | None:
        settings = ("--no-ext-diff", "--no-textconv", "--no-color", "--find-renames=40%", "--name-status", "-z")
        # the index and not the files: git would run the filters of the repository to compare those
        ends = (commit, later) if later else ("--cached", commit)
        fields = _names(self._run("diff", *settings, "--ignore-submodules", *ends, "--") or b"")
        gone = []
        while fields:
            status = fields.pop(0)
            old = fields.pop(0) if fields else ""
            if status[:1] in ("R", "C"):
                new = fields.pop(0) if fields else ""
                if new == name:
                    return old
            elif status == "D":
                gone.append(old)
        if later:
            return None
        gone += [name for name in self.files(commit) if not os.path.lexists(self.top / name)]
        return self._alike(file, commit, dict.fromkeys(gone))

    def _alike(self, file: Path, commit: str, gone: Iterable[str]) -> str | None:
        # moved without telling git: the one of the files that are gone that is most like it
        try:
            lines = _lines(bytes_at(os.fspath(file)))
        except OSError:
            return None
        best, found = _ALIKE, None
        for name in gone:
            if name.lower().endswith(_SUFFIXES):
                other = _lines(self._blob(commit, name) or b"")
                share = 2 * len(lines & other) / max(len(lines) + len(other), 1)
                if share > best:
                    best, found = share, name
        return found

    def _run(self, *arguments: str) -> bytes | None:
        return _git(self.top, *arguments)


def _git(folder: Path, *arguments: str) -> bytes | None:
    code, said = run(folder, *arguments)
    return said if code == 0 else None


def run(folder: Path | str, *arguments: str) -> tuple[int, bytes]:
    """The exit code of git in a folder, and what it said. Raises OSError where git cannot be run."""
    environment = {key: value for key, value in os.environ.items() if key not in _ELSEWHERE}
    settings = [word for setting in _CAREFUL.items() for word in ("-c", "=".join(setting))]
    try:
        done = subprocess.run(
            [_program(), *settings, *arguments],
            cwd=folder, env={**environment, **_ALONE, "LC_ALL": "C"}, capture_output=True, stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return 1, b""
    return done.returncode, done.stdout


def _program() -> str:
    """git, from a folder of PATH that is named in full: never from the current one, which may be a stranger's."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        file = os.path.join(folder, name)  # noqa: PTH118
        if os.path.isabs(folder) and os.path.isfile(file) and os.access(file, os.X_OK):  # noqa: PTH113, PTH117
            return file
    raise FileNotFoundError(errno.ENOENT, "not found")


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _lines(data: bytes) -> frozenset[bytes]:
    return frozenset(line.strip() for line in data.split(b"\n") if line.strip())
