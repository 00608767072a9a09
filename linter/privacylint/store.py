"""
Compiled phrases, kept from one run to the next.

Reading and compiling all the wordings takes longer than linting a policy. Their programs are therefore kept in the
user's cache folder, each under its own words and the word lists it names, so that an altered one is compiled anew. A
store that cannot be read or written does nothing, and one that was written by other code is not read.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from privacylint import __version__
from privacylint.digest import digest
from privacylint.items import ITEMS
from privacylint.programs import Program

_CODE = ("items.py", "lowering.py", "programs.py", "slots.py", "store.py", "wordings.py", "words.py", "languages")
_MOST = 20_000
"""Programs that are kept: a store that outgrew this is begun anew."""

Key = tuple[str, str, str]


class _Store:
    """`kept` holds what was read from the file, `made` the programs of this process."""

    def __init__(self) -> None:
        self.kept: dict[Key, Any] | None = None
        self.made: dict[Key, Program] = {}
        self.grown = False


_STORE = _Store()
_DIGESTS: dict[int, tuple[object, str]] = {}


def program(wording: str, lists: Mapping[str, Sequence[str]], language: str) -> Program:
    """The program of a wording. Raises `PhraseError` with the column of the mistake."""
    key = (language, _digest_of(lists) if "{" in wording else "", wording)
    made = _STORE.made.get(key)
    if made is None:
        if _STORE.kept is None:
            _STORE.kept = _read()
        kept = _STORE.kept.get(key)
        if kept is not None:
            made = Program(wording, *kept)
        else:
            from privacylint.lowering import lowered
            from privacylint.wordings import parse

            made = lowered(wording, parse(wording, lists, language))
            _STORE.grown = True
        _STORE.made[key] = made
    return made


def save() -> None:
    """Keep what this run has compiled, for the next."""
    if not _STORE.grown:
        return
    _STORE.grown = False
    kept = _STORE.kept or {}
    if len(kept) + len(_STORE.made) > _MOST:
        kept = {}
    programs = {**kept, **{key: (made.steps, made.needs, made.has_slots) for key, made in _STORE.made.items()}}
    specs = [("word",) if spec[0] == "word" else spec for spec in ITEMS.specs]
    file = _file()
    if file is None:
        return
    body = marshal.dumps((programs, specs, ITEMS.index, ITEMS.prefixes))
    try:
        from privacylint.packs import write_atomically

        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, _head(body) + body)
    except (OSError, ValueError):
        pass


def _read() -> dict[Key, Any]:
    file = _file()
    if file is None or len(ITEMS):
        return {}
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - Path.read_bytes does no more
            text = stream.read()
        head, body = text[:64], text[64:]
        if head != _head(body):
            return {}
        programs, specs, index, prefixes = marshal.loads(body)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    ITEMS.adopt(specs, index, prefixes)
    kept: dict[Key, Any] = programs
    return kept


def _file() -> Path | None:
    from privacylint.packs import cache_folder

    folder = cache_folder()
    return folder / f"phrases-{sys.implementation.cache_tag}.bin" if folder else None


def _head(body: bytes) -> bytes:
    return digest(b"\0".join((_stamp().encode(), body))).encode()


def _stamp() -> str:
    # a developer's edit must show without a change of version
    here = os.path.dirname(__file__)  # noqa: PTH120 - many times faster
    stamps = [__version__, sys.version]
    for name in _CODE:
        status = os.stat(os.path.join(here, name))  # noqa: PTH116, PTH118
        stamps.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(stamps)


def _digest_of(lists: Mapping[str, Sequence[str]]) -> str:
    known = _DIGESTS.get(id(lists))
    if known is None or known[0] is not lists:
        text = repr(sorted((name, tuple(wordings)) for name, wordings in lists.items()))
        # the lists are kept with it, so that their id cannot be given to others
        known = _DIGESTS[id(lists)] = (lists, digest(text.encode("utf-8", "surrogatepass")))
    return known[1]
