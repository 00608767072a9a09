"""
Binary files with what was worked out before: those that came with the package, and those in the user's cache folder.

Each is written whole, and believed only when it says by its stamp that it was made from the same things, and by its own
checksum that it is whole. What cannot be read or written counts as not there: a cache is never a reason for a mistake
or for a wrong answer. A checksum tells damage, not malice, so nothing is read from the cache folder that somebody else
could have put there: it lies outside of the tree that is linted, and it and its files are this user's and closed to
all others.
"""

from __future__ import annotations

import os
import stat
import sys

from privacylint import __version__
from privacylint.digest import checksum, digest

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - many times faster than a Path
SHIPPED = os.path.join(HERE, "shipped")  # noqa: PTH118
"""The folder of what came with the package; `shipping.py` fills it when a wheel is built."""
MARSHAL = 4
"""The version of `marshal` that every Python we know can read, so that a wheel suits all of them."""
OFF = "PRIVACYLINT_NO_CACHE"
"""When this is set in the environment, the cache folder is neither read nor written."""


class _Switch:
    off = False
    shipping = ""


switch = _Switch()
"""`off` is true while a run was asked to leave the cache folder alone.

`shipping` is the folder that is being filled for a wheel; nothing is read then.
"""


def read(name: str, stamp: str, shipped: str = "") -> bytes | None:
    """What was written under a name with the same stamp, else what came with the package as `shipped`, else None."""
    if switch.shipping:
        return None
    file = _file(name)
    body = _body(_content(file, ours=True), stamp) if file else None
    if body is not None or not shipped:
        return body
    return _body(_content(os.path.join(SHIPPED, f"{shipped}.bin")), stamp)  # noqa: PTH118


def _content(file: str, *, ours: bool = False) -> bytes | None:
    # what came with the package is as good as its code; what is in the cache folder nobody else may have written
    try:
        with open(file, "rb") as stream:  # noqa: PTH123
            trusted = not ours or _is_ours(os.fstat(stream.fileno()), stat.S_IFREG, 0o077)
            return stream.read() if trusted else None
    except (OSError, ValueError):
        return None


def _body(text: bytes | None, stamp: str) -> bytes | None:
    if text is None:
        return None
    start = len(_head(stamp, b""))
    body = text[start:]
    return body if text[:start] == _head(stamp, body) else None


def write(name: str, stamp: str, body: bytes, shipped: str = "") -> None:
    """Keep bytes under a name, for this user only; whoever reads sees the old file or the new one, nothing between."""
    file = os.path.join(switch.shipping, f"{shipped}.bin") if switch.shipping and shipped else _file(name)  # noqa: PTH118
    if file is None:
        return
    temporary = f"{file}.{os.getpid()}.tmp"
    try:
        # what is shipped is for everybody
        os.makedirs(os.path.dirname(file), 0o777 if switch.shipping else 0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "wb", opener=None if switch.shipping else _opened) as stream:
            stream.write(_head(stamp, body) + body)
        os.replace(temporary, file)  # noqa: PTH105
    except (OSError, ValueError):
        try:  # noqa: SIM105 - contextlib is not imported for this
            os.unlink(temporary)  # noqa: PTH108
        except (OSError, ValueError):
            pass


def stamp_of(names: tuple[str, ...]) -> str:
    """Changes when one of some files of the engine does; a developer's edit must show without a change of version."""
    stamps = [__version__]
    for name in names:
        stamp = _STAMPS.get(name)
        if stamp is None:
            # by content: the time of a file says nothing once it was installed
            try:
                with open(os.path.join(HERE, *name.split("/")), "rb") as stream:  # noqa: PTH118, PTH123
                    stamp = _STAMPS[name] = checksum(stream.read())
            except OSError:
                stamp = ""
        stamps.append(f"{name} {stamp}")
    return "\n".join(stamps)


_STAMPS: dict[str, str] = {}


def folder() -> str | None:
    """Where the files are: PRIVACYLINT_CACHE_DIR, else the platform's cache folder.

    None where there is none, where it lies in the tree of the current folder, and where others may write to it.
    """
    where = _named()
    try:
        if where is None or not os.path.isabs(where):  # noqa: PTH117 - it would lie in the current folder
            return None
        real = os.path.realpath(where) + os.sep
        if real.startswith(_tree().rstrip(os.sep) + os.sep):
            return None
        return where if _is_ours(os.stat(where), stat.S_IFDIR, 0o022) else None  # noqa: PTH116
    except FileNotFoundError:
        return where  # it is not made yet
    except (OSError, ValueError):
        return None


def _tree() -> str:
    """The repository that the current folder is in, else that folder; its files may be a stranger's."""
    here = folder = os.path.realpath(os.getcwd())  # noqa: PTH109
    while not os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            # whoever works in the home folder itself, or above it, is no stranger there
            home = os.path.realpath(os.path.expanduser("~"))  # noqa: PTH111
            return "" if f"{home}{os.sep}".startswith(here.rstrip(os.sep) + os.sep) else here
        folder = above
    return folder


def _is_ours(status: os.stat_result, kind: int, others: int) -> bool:
    # Windows keeps the folders of a user to themselves, and its modes say nothing
    mine = sys.platform == "win32" or (status.st_uid == os.geteuid() and not status.st_mode & others)
    return mine and stat.S_IFMT(status.st_mode) == kind


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _named() -> str | None:
    chosen = os.environ.get("PRIVACYLINT_CACHE_DIR")
    if chosen:
        return chosen
    windows = sys.platform == "win32"
    base = os.environ.get("LOCALAPPDATA" if windows else "XDG_CACHE_HOME")
    if base and os.path.isabs(base):  # noqa: PTH117
        return os.path.join(base, "privacylint")  # noqa: PTH118
    home = os.path.expanduser("~")  # noqa: PTH111
    if home == "~":
        return None
    return os.path.join(home, *("AppData/Local/privacylint" if windows else ".cache/privacylint").split("/"))  # noqa: PTH118


def _file(name: str) -> str | None:
    where = folder()
    if where is None or switch.off or switch.shipping or os.environ.get(OFF):
        return None
    # two installations must not take each other's files away
    here = digest(HERE.encode("utf-8", "surrogatepass"))[:8]
    return os.path.join(where, f"{name}-{sys.implementation.cache_tag}-{here}.bin")  # noqa: PTH118


def _head(stamp: str, body: bytes) -> bytes:
    return f"{digest(stamp.encode('utf-8', 'surrogatepass'))}{checksum(body)}".encode()
