"""
Compiled phrases, kept from one run to the next.

Reading and compiling all the wordings takes longer than linting a policy. The programs of the built-in ones therefore
come with the package, and those that a run had to compile itself are kept in the user's cache folder, each under its
own words and the word lists it names, so that an altered one is compiled anew. A store that cannot be read or written
does nothing, and one that was written by other code is not read.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from typing import Any

from privacylint import kept
from privacylint.digest import checksum, number
from privacylint.items import ITEMS
from privacylint.programs import Program
from privacylint.records import Records, pack

_NAME = "phrases"
_CODE = (
    "items.py", "lowering.py", "programs.py", "records.py", "slots.py", "store.py", "wordings.py", "words.py",
    "languages/__init__.py", "languages/en.py", "languages/en_grammar.py", "languages/en_places.py",
)  # fmt: skip
_MOST = 8_000
"""Sets of wordings that are kept: a store that outgrew this is begun anew."""

Key = tuple[str, str, str]
Kept = dict[str, Records]
"""What the file holds of each set of wordings, by language and word lists, and by the checksum of the wordings."""


class _Store:
    """`kept` is what was read from the file, `made` the programs compiled in this process, `new` the sets of them."""

    def __init__(self) -> None:
        self.kept: Kept | None = None
        self.made: dict[Key, Program] = {}
        self.new: dict[str, dict[int, tuple[Program, ...]]] = {}


_STORE = _Store()
_DIGESTS: dict[int, tuple[object, str]] = {}


def programs(wordings: Sequence[str], lists: Mapping[str, Sequence[str]], language: str) -> tuple[Program, ...]:
    """The programs of a set of wordings, in their order. Raises `PhraseError` with the column of the first mistake."""
    if _STORE.kept is None:
        _STORE.kept = _read()
    # whoever looks for wordings has them: the file need not hold them as well
    text = "\0".join((str(len(wordings)), *wordings))
    short = number(text.encode("utf-8", "surrogatepass"))
    shelf = _shelf(language, lists, text)
    records = _STORE.kept.get(shelf)
    known = records.get(short) if records else None
    if known is not None:
        return tuple(map(Program, wordings, *marshal.loads(known)))
    made = tuple(program(wording, lists, language) for wording in wordings)
    _STORE.new.setdefault(shelf, {})[short] = made
    return made


def program(wording: str, lists: Mapping[str, Sequence[str]], language: str) -> Program:
    """The program of one wording, which is not kept by itself. Raises `PhraseError` with the column of the mistake."""
    key = (language, _digest_of(lists) if "{" in wording else "", wording)
    made = _STORE.made.get(key)
    if made is None:
        if _STORE.kept is None:
            _STORE.kept = _read()
        from privacylint.lowering import lowered
        from privacylint.wordings import parse

        made = _STORE.made[key] = lowered(wording, parse(wording, lists, language))
    return made


def save() -> None:
    """Keep what this run has compiled, for the next."""
    if not _STORE.new:
        return
    known = _STORE.kept or {}
    if sum(map(len, known.values())) + sum(map(len, _STORE.new.values())) > _MOST:
        known = {}
    sets = {shelf: dict(records.items()) for shelf, records in known.items()}
    for shelf, new in _STORE.new.items():
        sets.setdefault(shelf, {}).update((short, marshal.dumps(_columns(made))) for short, made in new.items())
    _STORE.new = {}
    body = marshal.dumps(({shelf: pack(some) for shelf, some in sets.items()}, *ITEMS.packed()), kept.MARSHAL)
    kept.write(_NAME, kept.stamp_of(_CODE), body, shipped=_NAME)


def _columns(made: Sequence[Program]) -> tuple[tuple[Any, ...], ...]:
    return tuple(zip(*(program.packed() for program in made), strict=True))


def _shelf(language: str, lists: Mapping[str, Sequence[str]], text: str) -> str:
    return f"{language} {_digest_of(lists) if '{' in text else ''}"


def _read() -> Kept:
    body = None if len(ITEMS) else kept.read(_NAME, kept.stamp_of(_CODE), shipped=_NAME)
    if body is None:
        return {}
    try:
        shelves, *items = marshal.loads(body)
        known: Kept = {shelf: Records(*wordings) for shelf, wordings in shelves.items()}
        ITEMS.adopt(*items)
    except (ValueError, EOFError, TypeError):
        return {}
    return known


def salt_of(words: Mapping[str, Mapping[str, Sequence[str]]]) -> str:
    """Changes when one of the word lists does; `words` are the lists by language."""
    return " ".join(f"{language} {_digest_of(lists)}" for language, lists in sorted(words.items()))


def _digest_of(lists: Mapping[str, Sequence[str]]) -> str:
    known = _DIGESTS.get(id(lists))
    if known is None or known[0] is not lists:
        text = repr(sorted((name, tuple(wordings)) for name, wordings in lists.items()))
        # the lists are kept with it, so that their id cannot be given to others
        known = _DIGESTS[id(lists)] = (lists, checksum(text.encode("utf-8", "surrogatepass")))
    return known[1]
