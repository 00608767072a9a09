"""
The paths that a configuration names: never outside the tree, never through a link that leads out, never without end.

The configuration may come with a stranger's pull request. Whatever it names is looked up here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

MOST_ENTRIES = 20_000
"""Files and folders a pattern may look at."""
MOST_FILES = 1_000
"""Files a pattern may stand for."""
_LONGEST = 1_000
_SKIPPED = {".git", "node_modules", "__pycache__"}


class Outside(Exception):
    """A path or pattern that may not be used; the message says why in one line."""


def tree_of(folder: Path) -> Path:
    """The tree a configuration in `folder` may name files of: its git repository, else the folder itself."""
    for above in (folder, *folder.parents):
        if (above / ".git").exists():
            return above
    return folder


def inside(tree: Path, folder: Path, path: str) -> Path:
    """The file that `path`, written in a file of `folder`, stands for; it need not exist. Raises `Outside`."""
    if not path.strip():
        raise Outside("path is empty")
    if len(path) > _LONGEST or "\0" in path:
        raise Outside("is no path")
    windows = PureWindowsPath(path)
    if PurePosixPath(path).is_absolute() or windows.drive or windows.root:
        raise Outside("absolute paths are not allowed, write it relative to this file")
    if ".git" in windows.parts:
        raise Outside("paths into .git are not allowed")
    joined = Path(os.path.normpath(folder / path))
    if not _within(tree, joined):
        raise Outside("leads out of the tree")
    try:
        real = Path(os.path.realpath(joined))
    except (OSError, ValueError) as error:
        raise Outside("is no path") from error
    if not _within(Path(os.path.realpath(tree)), real) or ".git" in real.parts[len(tree.parts) :]:
        raise Outside("is a link that leads out of the tree")
    return joined


def existing(tree: Path, folder: Path, path: str) -> Path:
    """As `inside`, for a file that must be there: no folder, pipe or device. Raises `Outside`."""
    file = inside(tree, folder, path)
    try:
        if file.is_file():
            return file
        raise Outside("is no file" if file.exists() else "no such file")
    except OSError as error:
        raise Outside((error.strerror or "cannot be read").lower()) from None


def files(tree: Path, folder: Path, pattern: str) -> list[Path]:
    """The files that `pattern`, written in a file of `folder`, stands for, sorted. Raises `Outside`."""
    parts = _parts(pattern)
    if not any(map(_wild, parts)) or pattern.startswith("/"):
        return [existing(tree, folder, pattern)]
    fixed: list[str] = []
    while not _wild(parts[0]):
        fixed.append(parts.pop(0))
    start = inside(tree, folder, "/".join(fixed) or ".")
    if ".." in parts:
        raise Outside('".." after a wildcard is not allowed')
    found = []
    for file in _walk(start, deep=len(parts) if "**" not in parts else None):
        if _match(parts, file.relative_to(start).as_posix().split("/")) and not _leads_out(tree, file):
            found.append(file)
            if len(found) > MOST_FILES:
                raise Outside(f"stands for more than {MOST_FILES} files")
    return sorted(found)


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern means a path (with `/`, relative to the folder the pattern counts from).

    `*` and `?` stay within a name, `**` is any number of folders. A pattern without `/` means every file or folder of
    that name, any other counts from the folder; a folder means all that is in it.
    """
    parts, names = _parts(pattern), path.split("/")
    if not parts:
        return False
    if len(parts) == 1 and "/" not in pattern.rstrip("/").removeprefix("./") and not pattern.startswith("./"):
        return parts == ["**"] or any(_same(parts[0], name) for name in names)
    return _match(parts, names, whole=False)


def relative(folder: Path, path: str) -> str:
    """A path as patterns see it: relative to `folder`, with `/`; unaltered when it lies elsewhere."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    try:
        return absolute.relative_to(folder).as_posix()
    except ValueError:
        return Path(path).as_posix()


def _within(tree: Path, path: Path) -> bool:
    return path == tree or tree in path.parents


def _leads_out(tree: Path, file: Path) -> bool:
    return file.is_symlink() and not _within(Path(os.path.realpath(tree)), Path(os.path.realpath(file)))


def _parts(pattern: str) -> list[str]:
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    # two in a row mean the same as one
    return [part for number, part in enumerate(parts) if part != "**" or parts[number - 1 : number] != ["**"]]


def _wild(part: str) -> bool:
    return "*" in part or "?" in part


def _walk(start: Path, deep: int | None) -> Iterator[Path]:
    waiting, seen = [(start, 1)], 0
    while waiting:
        folder, level = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            seen += 1
            if seen > MOST_ENTRIES:
                raise Outside(f"looks at more than {MOST_ENTRIES} files, name the folder more closely")
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _SKIPPED and (deep is None or level < deep):
                    waiting.append((Path(entry.path), level + 1))
            elif entry.is_file():
                yield Path(entry.path)


def _match(parts: list[str], names: list[str], *, whole: bool = True) -> bool:
    # the numbers of parts that may come next, after each name: no backtracking; not `whole`: a folder above will do
    reached = _skip_folders({0}, parts)
    for name in names:
        following = {at for at in reached if at < len(parts) and parts[at] == "**"}
        following |= {at + 1 for at in reached if at < len(parts) and parts[at] != "**" and _same(parts[at], name)}
        reached = _skip_folders(following, parts)
        if not whole and len(parts) in reached:
            return True
    return len(parts) in reached


def _skip_folders(reached: set[int], parts: list[str]) -> set[int]:
    return reached | {at + 1 for at in reached if at < len(parts) and parts[at] == "**"}


def _same(part: str, name: str) -> bool:
    # goes back to the last star only, so a hostile pattern costs length times length at worst
    at, here, star, mark = 0, 0, -1, 0
    while here < len(name):
        if at < len(part) and part[at] == "*":
            star, mark, at = at, here, at + 1
        elif at < len(part) and part[at] in ("?", name[here]):
            at, here = at + 1, here + 1
        elif star >= 0:
            mark += 1
            at, here = star + 1, mark
        else:
            return False
    return not part[at:].strip("*")
