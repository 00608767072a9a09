"""
The answer of a `check` that was given before: kept with everything it came from, and given again when all of it is as
it was.

That is the command line, the folder, the day, the terminal, the code of the engine and of the rules, what is installed
beside it, the bytes of every file that was read, and whether the files are there that were looked for. A run that
writes files, starts a program, searches a folder or has other plugins than our own is never kept. Nothing but the
standard library's smallest parts is imported here: a hook that sees an unaltered policy ends before anything else is.
"""

from __future__ import annotations

import marshal
import os
import sys
import time

from privacylint import kept
from privacylint.digest import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    Run = Callable[[Sequence[str]], int]

_NEVER = frozenset("- --fix --diff --unsafe-fixes --output --base --stdin-filename --no-cache -h --help".split())  # noqa: SIM905
_ENVIRONMENT = (
    "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "CI", "GITHUB_ACTIONS", "PRIVACYLINT_DEBUG", "LANG", "LC_ALL",
)  # fmt: skip
_SLOTS = 256
"""So many answers are kept at most; a new one takes the place of an old one."""
_LARGEST = 4_000_000
_MANY = 20
_CONFIGURATIONS = ("privacylint.yaml", "privacylint.yml", "pyproject.toml", ".git")
_GIVES_UP = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect", "socket.getaddrinfo"}

def given(argv: Sequence[str], run: Run) -> int:
    """The exit code of `run(argv)`, with its output: from memory where nothing has changed."""
    files = _files(argv)
    if not files:
        return run(argv)
    key = _key(argv)
    name = f"answer-{int(digest(key.encode('utf-8', 'surrogatepass'))[:8], 16) % _SLOTS:02x}"
    known = _known(name, key)
    if known is not None:
        out, error, code = known
        sys.stdout.write(out)
        sys.stderr.write(error)
        return code
    recorder = _Recorder(files)
    with recorder:
        code = run(argv)
    answer = recorder.answer(code)
    if answer is not None:
        kept.write(name, key, answer)
    return code


def not_kept() -> None:
    """Say that the answer of this run depends on something that is not known here."""
    for recorder in _RUNNING:
        recorder.possible = False


def looked_for(paths: Sequence[str]) -> None:
    """Say that the answer depends on whether these files are there."""
    for recorder in _RUNNING:
        recorder.wanted.update(paths)


_RUNNING: list[_Recorder] = []


def _files(argv: Sequence[str]) -> list[str]:
    """The files a command line names; none where its answer must not be kept."""
    if not argv or argv[0] != "check" or os.environ.get(kept.OFF) or os.environ.get("GITHUB_STEP_SUMMARY"):
        return []
    if any(word.partition("=")[0] in _NEVER for word in argv):
        return []
    files = []
    for word in argv[1:]:
        if word.startswith("-"):
            continue
        if os.path.isdir(word):  # noqa: PTH112
            return []
        if os.path.isfile(word):  # noqa: PTH113
            files.append(word)
    return [] if len(files) > _MANY else files


def _key(argv: Sequence[str]) -> str:
    streams = [(stream.isatty(), getattr(stream, "encoding", "")) for stream in (sys.stdout, sys.stderr)]
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    return repr((list(argv), os.getcwd(), time.strftime("%Y-%m-%d"), streams, environment, sys.version, sys.path))  # noqa: PTH109


def _known(name: str, key: str) -> tuple[str, str, int] | None:
    body = kept.read(name, key)
    if body is None:
        return None
    try:
        stats, contents, there, answer = marshal.loads(body)
        as_before = (
            all((_stat(path) or (-1, -1)) == (size, changed) for path, size, changed in stats)
            and all(os.path.exists(path) == was for path, was in there)  # noqa: PTH110
            and all(_content(path) == was for path, was in contents)
        )
    except (ValueError, TypeError, EOFError, OSError):
        return None
    return answer if as_before else None


class _Recorder:
    """Watches a run: what it reads, what it looks for, what it says."""

    def __init__(self, files: list[str]) -> None:
        self.possible = True
        self.read: dict[str, tuple[int, int] | None] = {}
        self.listed: dict[str, tuple[int, int] | None] = {}
        self.wanted: set[str] = set()
        self._on = False
        self._files = files
        self._folder = os.getcwd()  # noqa: PTH109
        self._cache = os.path.abspath(kept.folder() or os.devnull)  # noqa: PTH100

    def __enter__(self) -> None:
        self._streams = (sys.stdout, sys.stderr)
        self._out, self._error = _Tee(sys.stdout, self), _Tee(sys.stderr, self)
        sys.stdout, sys.stderr = self._out, self._error
        _RUNNING.append(self)
        self._on = True
        sys.addaudithook(self._heard)

    def __exit__(self, *error: object) -> None:
        self._on = False
        _RUNNING.remove(self)
        sys.stdout, sys.stderr = self._streams

    def _heard(self, event: str, arguments: tuple[Any, ...]) -> None:
        # a hook cannot be taken away again
        if not self._on:
            return
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, bytes):
                path = os.fsdecode(path)
            if isinstance(path, str) and not path.endswith(".pyc"):
                path = os.path.abspath(path)  # noqa: PTH100
                if path.startswith(self._cache):
                    return
                if (mode and set(mode) & set("wax+")) or (flags and flags & (os.O_WRONLY | os.O_RDWR)):
                    # Python writes its own compiled code under a passing name
                    compiled = os.path.basename(os.path.dirname(path)) == "__pycache__"  # noqa: PTH119, PTH120
                    self.possible = self.possible and (compiled or path == os.devnull)
                elif path not in self.read:
                    self.read[path] = _stat(path)
        elif event in ("os.listdir", "os.scandir"):
            path = os.path.abspath(os.fsdecode(arguments[0] or "."))  # noqa: PTH100
            self.listed.setdefault(path, _stat(path))
        elif event in _GIVES_UP:
            self.possible = False

    def answer(self, code: int) -> bytes | None:
        """What is to be kept; None where the answer must not be."""
        said = (self._out.text(), self._error.text())
        if not self.possible or code not in (0, 1) or sum(map(len, said)) > _LARGEST:
            return None
        stats, contents = dict(self.listed), []
        library = os.path.dirname(os.__file__)  # noqa: PTH120
        ours = _homes()
        for module in list(sys.modules.values()):
            file = getattr(module, "__file__", None)
            if file and (not file.startswith(library) or "-packages" in file):
                stats[file] = _stat(file)
        for path in sys.path:
            stats[path or self._folder] = _stat(path or self._folder)
        for path, before in self.read.items():
            if path.startswith(library) and "-packages" not in path:
                continue
            if path.startswith(ours):
                stats[path] = before
                # a rule file that is dropped beside it must be seen
                stats[os.path.dirname(path)] = _stat(os.path.dirname(path))  # noqa: PTH120
                continue
            content = _content(path)
            if _stat(path) != before or (content is None and before is not None):
                return None  # it was written while we read it
            contents.append((path, content))
        wanted = {*self.wanted, *self._above()}
        there = [(path, os.path.exists(path)) for path in sorted(wanted)]  # noqa: PTH110
        found = [(path, *stat) if stat else (path, -1, -1) for path, stat in stats.items()]
        return marshal.dumps((found, contents, there, (*said, code)))

    def _above(self) -> set[str]:
        # where a configuration, or the root of the repository, might appear
        folders = {self._folder, *(os.path.dirname(os.path.abspath(file)) for file in self._files)}  # noqa: PTH100, PTH120
        wanted: set[str] = set()
        for folder in folders:
            while True:
                wanted.update(os.path.join(folder, name) for name in _CONFIGURATIONS)  # noqa: PTH118
                above = os.path.dirname(folder)  # noqa: PTH120
                if above == folder:
                    break
                folder = above
        return wanted


class _Tee:
    """A stream that remembers what is written to it."""

    def __init__(self, stream: Any, recorder: _Recorder) -> None:
        self._stream = stream
        self._recorder = recorder
        self._parts: list[str] = []

    def write(self, text: str) -> int:
        self._parts.append(text)
        return int(self._stream.write(text))

    def text(self) -> str:
        return "".join(self._parts)

    def __getattr__(self, name: str) -> Any:
        if name in ("buffer", "writelines", "detach"):
            self._recorder.possible = False
        return getattr(self._stream, name)


def _homes() -> tuple[str, ...]:
    """The folders of our own packages."""
    files = [
        getattr(module, "__file__", None)
        for name, module in list(sys.modules.items())
        if name.startswith("privacylint") and "." not in name
    ]
    return tuple(os.path.dirname(file) + os.sep for file in files if file)  # noqa: PTH120


def _stat(path: str) -> tuple[int, int] | None:
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns


def _content(path: str) -> str | None:
    try:
        # a pipe would wait for what was read already
        if not os.path.isfile(path):  # noqa: PTH113
            return None
        with open(path, "rb") as stream:  # noqa: PTH123
            return digest(stream.read())
    except (OSError, ValueError):
        return None
