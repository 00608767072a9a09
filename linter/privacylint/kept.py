"""
Binary files with what was worked out before: those that came with the package, and those in the user's cache folder.

Each is written whole, and believed only when it says by its stamp that it was made from the same things, and by its own
checksum that it is whole. What cannot be read or written counts as not there: a cache is never a reason for a mistake
or for a wrong answer.
"""

from __future__ import annotations

import os
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
    body = _read(_file(name), stamp)
    return body if body is not None or not shipped else _read(os.path.join(SHIPPED, f"{shipped}.bin"), stamp)  # noqa: PTH118


def _read(file: str | None, stamp: str) -> bytes | None:
    if file is None:
        return None
    try:
        with open(file, "rb") as stream:  # noqa: PTH123
            text = stream.read()
    except (OSError, ValueError):
        return None
    start = len(_head(stamp, b""))
    body = text[start:]
    return body if text[:start] == _head(stamp, body) else None


def write(name: str, stamp: str, body: bytes, shipped: str = "") -> None:
    """Keep bytes under a name; whoever reads sees the old file or the new one and nothing between."""
    file = os.path.join(switch.shipping, f"{shipped}.bin") if switch.shipping and shipped else _file(name)  # noqa: PTH118
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
    if where is None or switch.off or switch.shipping or os.environ.get(OFF):
        return None
    # two installations must not take each other's files away
    here = digest(HERE.encode("utf-8", "surrogatepass"))[:8]
    return os.path.join(where, f"{name}-{sys.implementation.cache_tag}-{here}.bin")  # noqa: PTH118


def _head(stamp: str, body: bytes) -> bytes:
    return f"{digest(stamp.encode('utf-8', 'surrogatepass'))}{checksum(body)}".encode()
