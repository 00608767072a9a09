"""
The parts that compiled phrases share: sets of word forms, short sequences of them, slots, edges. Each has a number.

What a policy is searched for is worked out once for an item and used by every phrase that has it.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable
from typing import Any

from privacylint.records import PLACE, bytes_of, numbers

Spec = tuple[Any, ...]
"""
("word", ids), ("table", may be nothing, branches), ("some", rows), ("slot", kind), ("not", item), ("start",),
("end",)

Branches are rows of word items with their beginnings put together: what may come next, a word item with whether a row
ends there and the branches behind it, or the item alone where rows only end there. Of the rows of "some", all items of
one must stand in a sentence.
"""

_SMALL = "H"


class Items:
    """Items by number. `ids` numbers the words that items are made of; a prefix is a word that ends in `*`.

    A word item is the ids of its words, `prefixes` are those of `ids` that end so.
    """

    __slots__ = ("_ends", "_ids", "_numbers", "_specs", "ids", "prefixes")

    def __init__(self) -> None:
        self._specs: list[Any] = []
        self._numbers: dict[Spec, int] = {}
        self.ids: dict[str, int] = {}
        self.prefixes: list[str] = []
        self._ids = self._ends = array(PLACE)

    def __len__(self) -> int:
        return len(self._specs)

    def spec(self, number: int) -> Spec:
        """What an item is; those of the store are unpacked when they are asked for."""
        spec = self._specs[number]
        if spec.__class__ is array:
            return "word", spec
        if spec is None:
            spec = self._specs[number] = self._ids[self._ends[number] : self._ends[number + 1]]
            return "word", spec
        if spec.__class__ is bytes:
            spec = self._specs[number] = marshal.loads(spec)
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
            self._specs.append(array(PLACE, [known.setdefault(form, len(known)) for form in forms]))
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
        code = _SMALL if len(self.ids) < 1 << 16 else PLACE
        specs = []
        word_ids = array(code)
        ends = [0]
        for number in range(len(self)):
            spec = self.spec(number)
            if spec[0] == "word":
                word_ids.extend(array(code, spec[1]))
            specs.append(None if spec[0] == "word" else marshal.dumps(spec))
            ends.append(len(word_ids))
        return specs, code, bytes_of(code, word_ids), bytes_of(PLACE, ends), self.ids, self.prefixes

    def adopt(
        self, specs: list[Any], code: str, word_ids: bytes, ends: bytes, ids: dict[str, int], prefixes: list[str]
    ) -> None:
        """Begin with the items of the store; only when there are none yet."""
        self._specs, self._ids, self._ends = specs, numbers(code, word_ids), numbers(PLACE, ends)
        self.ids, self.prefixes = ids, prefixes


ITEMS = Items()
