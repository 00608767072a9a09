"""
The parts that compiled phrases share: sets of word forms, short sequences of them, slots, edges. Each has a number.

What a policy is searched for is worked out once for an item and used by every phrase that has it.
"""

from __future__ import annotations

from typing import Any

Spec = tuple[Any, ...]
"""("word", words, prefixes), ("table", rows of word items), ("slot", kind), ("not", word item), ("start",) or ("end",)

A word item that came from the store of compiled phrases is ("word",): its words stand in the index.
"""


class Items:
    """Items by number. `index` gives for a word the word items that hold it, `prefixes` those that hold beginnings."""

    __slots__ = ("_numbers", "index", "prefixes", "specs")

    def __init__(self) -> None:
        self.specs: list[Spec] = []
        self.index: dict[str, list[int]] = {}
        self.prefixes: list[tuple[str, int]] = []
        self._numbers: dict[Spec, int] = {}

    def __len__(self) -> int:
        return len(self.specs)

    def word(self, words: frozenset[str], prefixes: tuple[str, ...] = ()) -> int:
        """The item of words, and of all words with one of the `prefixes`."""
        spec = ("word", words, prefixes)
        number = self._numbers.get(spec)
        if number is None:
            number = self.number(spec)
            for word in words:
                self.index.setdefault(word, []).append(number)
            self.prefixes += [(prefix, number) for prefix in prefixes]
        return number

    def number(self, spec: Spec) -> int:
        """The number of any other item."""
        number = self._numbers.get(spec)
        if number is None:
            number = self._numbers[spec] = len(self.specs)
            self.specs.append(spec)
        return number

    def words_in(self, item: int, vocabulary: set[str]) -> set[str]:
        """Those words of a vocabulary that an item holds, one that did not come from the store."""
        spec = self.specs[item]
        if spec[0] != "word" or len(spec) < 3:
            return set()
        words, prefixes = spec[1], spec[2]
        found: set[str] = words & vocabulary
        if prefixes:
            found |= {word for word in vocabulary if word.startswith(prefixes)}
        return found

    def adopt(self, specs: list[Spec], index: dict[str, list[int]], prefixes: list[tuple[str, int]]) -> None:
        """Begin with the items of the store; only when there are none yet."""
        self.specs, self.index, self.prefixes = specs, index, prefixes
        self._numbers = {}


ITEMS = Items()
