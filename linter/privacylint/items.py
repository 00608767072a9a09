"""
The parts that compiled phrases share: sets of word forms, short sequences of them, slots, edges. Each has a number.

What a policy is searched for is worked out once for an item and used by every phrase that has it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

Spec = tuple[Any, ...]
"""("word", words, prefixes), ("table", may be nothing, branches), ("slot", kind), ("not", item), ("start",), ("end",)

Branches are rows of word items with their beginnings put together: what may come next by its word item, each with
whether a row ends there, and the branches behind it.
"""


class Items:
    """Items by number."""

    __slots__ = ("_numbers", "specs")

    def __init__(self) -> None:
        self.specs: list[Spec] = []
        self._numbers: dict[Spec, int] = {}

    def __len__(self) -> int:
        return len(self.specs)

    def word(self, words: Iterable[str], prefixes: tuple[str, ...] = ()) -> int:
        """The item of words, and of all words with one of the `prefixes`."""
        # one string for each word, however many items hold it
        return self.number(("word", tuple(map(sys.intern, sorted(words))), prefixes))

    def number(self, spec: Spec) -> int:
        """The number of any other item."""
        number = self._numbers.get(spec)
        if number is None:
            number = self._numbers[spec] = len(self.specs)
            self.specs.append(spec)
        return number

    def adopt(self, specs: list[Spec]) -> None:
        """Begin with the items of the store; only when there are none yet."""
        self.specs = specs
        self._numbers = {}


ITEMS = Items()
