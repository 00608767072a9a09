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

from privacylint import kept
from privacylint.digest import digest, number
from privacylint.items import ITEMS
from privacylint.programs import Program
from privacylint.records import Records, pack

_NAME = "phrases"
_CODE = (
    "items.py", "lowering.py", "programs.py", "records.py", "slots.py", "store.py", "wordings.py", "words.py",
    "languages/__init__.py", "languages/en.py", "languages/en_grammar.py", "languages/en_places.py",
)  # fmt: skip
_MOST = 20_000
"""Programs that are kept: a store that outgrew this is begun anew."""

Key = tuple[str, str, str]
Kept = dict[str, Records]
"""What the file holds of each wording, by language and word lists, and by the checksum of the wording."""


class _Store:
    """`kept` holds what was read from the file, `made` the programs of this process."""

    def __init__(self) -> None:
        self.kept: Kept | None = None
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
        shelf = _STORE.kept.get(_shelf(key))
        known = shelf.get(_short(wording)) if shelf else None
        if known is not None:
            made = Program(wording, *marshal.loads(known))
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
    known = _STORE.kept or {}
    if sum(map(len, known.values())) + len(_STORE.made) > _MOST:
        known = {}
    programs = {shelf: dict(wordings.items()) for shelf, wordings in known.items()}
    for key, made in _STORE.made.items():
        programs.setdefault(_shelf(key), {})[_short(key[2])] = marshal.dumps(made.packed(), kept.MARSHAL)
    shelves = {shelf: pack(wordings) for shelf, wordings in programs.items()}
    body = marshal.dumps((shelves, *ITEMS.packed()), kept.MARSHAL)
    kept.write(_NAME, kept.stamp_of(_CODE), body, shipped=_NAME)


def _short(wording: str) -> int:
    # whoever looks for a wording has it: the file need not hold it as well
    return number(wording.encode("utf-8", "surrogatepass"))


def _shelf(key: Key) -> str:
    return f"{key[0]} {key[1]}"


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
        known = _DIGESTS[id(lists)] = (lists, digest(text.encode("utf-8", "surrogatepass")))
    return known[1]
