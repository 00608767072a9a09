"""
Binary files in the user's cache folder, written whole and believed only when their own checksum says so.

What cannot be read or written counts as not there: a cache is never a reason for a mistake or for a wrong answer.
"""

from __future__ import annotations

import os
import sys

from privacylint import __version__
from privacylint.digest import digest

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - many times faster than a Path
OFF = "PRIVACYLINT_NO_CACHE"
"""When this is set in the environment, nothing is kept."""


class _Switch:
    off = False


switch = _Switch()
"""`off` is true while a run was asked to keep nothing."""


def read(name: str, stamp: str) -> bytes | None:
    """What was written under a name with the same stamp, else None."""
    file = _file(name)
    if file is None:
        return None
    try:
        with open(file, "rb") as stream:  # noqa: PTH123
            text = stream.read()
    except (OSError, ValueError):
        return None
    head, body = text[:64], text[64:]
    return body if head == _head(stamp, body) else None


def write(name: str, stamp: str, body: bytes) -> None:
    """Keep bytes under a name; whoever reads sees the old file or the new one and nothing between."""
    file = _file(name)
    if file is None:
        return
    temporary = f"{file}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(file), exist_ok=True)  # noqa: PTH103, PTH120
        with open(temporary, "wb") as stream:  # noqa: PTH123
            stream.write(_head(stamp, body) + body)
        os.replace(temporary, file)  # noqa: PTH105
    except (OSError, ValueError):
        try:  # noqa: SIM105 - contextlib is not imported for this
            os.unlink(temporary)  # noqa: PTH108
        except (OSError, ValueError):
            pass


def stamp_of(paths: list[str]) -> str:
    """Changes when one of some files does; a developer's edit must show without a change of version."""
    stamps = [__version__, sys.version]
    for path in paths:
        status = os.stat(path)  # noqa: PTH116
        stamps.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(stamps)


def folder() -> str | None:
    """Where the files are: PRIVACYLINT_CACHE_DIR, else the platform's cache folder; None when there is none."""
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
    if where is None or switch.off or os.environ.get(OFF):
        return None
    # two installations must not take each other's files away
    here = digest(HERE.encode("utf-8", "surrogatepass"))[:8]
    return os.path.join(where, f"{name}-{sys.implementation.cache_tag}-{here}.bin")  # noqa: PTH118


def _head(stamp: str, body: bytes) -> bytes:
    return digest(b"\0".join((stamp.encode("utf-8", "surrogatepass"), body))).encode()
