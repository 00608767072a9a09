"""
The parts that compiled phrases share: sets of word forms, short sequences of them, slots, edges. Each has a number.

What a policy is searched for is worked out once for an item and used by every phrase that has it.
"""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Iterable
from typing import Any

Spec = tuple[Any, ...]
"""
("word", ids), ("table", may be nothing, branches), ("some", rows), ("slot", kind), ("not", item), ("start",),
("end",)

Branches are rows of word items with their beginnings put together: what may come next by its word item, each with
whether a row ends there, and the branches behind it. Of the rows of "some", all items of one must stand in a sentence.
"""

_PACKED = "packed"
_SMALL, _LARGE = "H", "I" if array("I").itemsize == 4 else "L"


class Items:
    """Items by number. `ids` numbers the words that items are made of; a prefix is a word that ends in `*`.

    A word item is the ids of its words, `prefixes` are those of `ids` that end so.
    """

    __slots__ = ("_code", "_numbers", "_specs", "ids", "prefixes")

    def __init__(self) -> None:
        self._specs: list[Any] = []
        self._numbers: dict[Spec, int] = {}
        self._code = _LARGE
        self.ids: dict[str, int] = {}
        self.prefixes: list[str] = []

    def __len__(self) -> int:
        return len(self._specs)

    def spec(self, number: int) -> Spec:
        """What an item is; those of the store are unpacked at their first use."""
        spec = self._specs[number]
        if spec.__class__ is bytes:
            ids = array(self._code, spec)
            if sys.byteorder == "big":
                ids.byteswap()
            spec = self._specs[number] = ("word", ids)
        elif spec[0] == _PACKED:
            spec = self._specs[number] = marshal.loads(spec[1])
        return spec  # type: ignore[no-any-return]

    def word(self, words: Iterable[str], prefixes: tuple[str, ...] = ()) -> int:
        """The item of words, and of all words with one of the `prefixes`."""
        key = ("word", tuple(sorted(words)), prefixes)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._specs)
            known = self.ids
            for prefix in prefixes:
                if f"{prefix}*" not in known:
                    self.prefixes.append(f"{prefix}*")
            forms = (*key[1], *(f"{prefix}*" for prefix in prefixes))
            self._specs.append(("word", array(_LARGE, [known.setdefault(form, len(known)) for form in forms])))
        return number

    def number(self, spec: Spec) -> int:
        """The number of any other item."""
        number = self._numbers.get(spec)
        if number is None:
            number = self._numbers[spec] = len(self._specs)
            self._specs.append(spec)
        return number

    def packed(self) -> tuple[Any, ...]:
        """All of them, for the store."""
        code = _SMALL if len(self.ids) < 1 << 16 else _LARGE
        specs = [_pack(self.spec(number), code) for number in range(len(self._specs))]
        return code, specs, self.ids, self.prefixes

    def adopt(self, code: str, specs: list[Any], ids: dict[str, int], prefixes: list[str]) -> None:
        """Begin with the items of the store; only when there are none yet."""
        self._code, self._specs, self.ids, self.prefixes = code, specs, ids, prefixes
        self._numbers = {}


def _pack(spec: Spec, code: str) -> Any:
    if spec[0] == "word":
        ids = array(code, spec[1])
        if sys.byteorder == "big":
            ids.byteswap()
        return ids.tobytes()
    return (_PACKED, marshal.dumps(spec)) if spec[0] in ("table", "some") else spec


ITEMS = Items()
