"""
The words of a policy, numbered and indexed for the phrase language.

A set of words is one big integer with a bit for each position. Positions are counted in a `Chunk`, a stretch of whole
sentences that keeps the integers short, or in a `Window`, one sentence of a chunk, where they are shorter still.
"""

from __future__ import annotations

import itertools
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from privacylint.items import ITEMS
from privacylint.source import Span

if TYPE_CHECKING:
    from privacylint.policy import Sentence
    from privacylint.slots import Hit

_CHUNK = 8192
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[§%]")

Table = tuple[tuple[int, int], ...]
"""Where an item of a phrase stands: by its length in words, the set of positions at which it starts."""


def fold(word: str) -> str:
    """The form in which words are compared: lower case, straight apostrophes."""
    return word.lower().replace("’", "'")


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as the phrase language sees them."""
    return _WORD.finditer(text)


class Words:
    """The words of every sentence, numbered; between two sentences stands one empty word."""

    __slots__ = (
        "_firsts", "_known", "_places", "_present", "_raws",
        "chunks", "forms", "language", "sentence_numbers", "sentences",
    )  # fmt: skip

    def __init__(self, sentences: Sequence[Sentence], language: str = "en") -> None:
        self.sentences = sentences
        self.language = language
        self.forms: list[str] = []
        self.sentence_numbers = array("I")
        self._firsts = array("I")
        # where the words stand is looked up for few of them, so it is worked out by sentence and by need
        self._places: dict[int, tuple[list[int], list[int]]] = {}
        self._raws: dict[int, list[str]] = {}
        self._present: dict[int, list[str]] = {}
        self._known = 0
        bounds = [0]
        forms, firsts, numbers = self.forms, self._firsts, self.sentence_numbers
        plain = folded = ""
        for number, sentence in enumerate(sentences):
            first = len(forms)
            if first - bounds[-1] > _CHUNK:
                bounds.append(first)
            firsts.append(first)
            if sentence.block.text.plain is not plain:
                plain = sentence.block.text.plain
                folded = fold(plain)
            if len(folded) == len(plain) and "ς" not in folded:
                forms += _WORD.findall(folded, sentence.start, sentence.end)
            else:
                # case that changes lengths, or depends on the letters around: word by word
                forms += map(fold, _WORD.findall(plain, sentence.start, sentence.end))
            forms.append("")
            numbers.extend([number] * (len(forms) - first))
        bounds.append(len(forms))
        self.chunks = [Chunk(self, low, high) for low, high in itertools.pairwise(bounds) if high > low]

    def sentence_at(self, word: int) -> Sentence:
        """The sentence a word stands in."""
        return self.sentences[self.sentence_numbers[word]]

    def range_of(self, sentence: Sentence) -> tuple[int, int]:
        """The numbers of a sentence's first word and of the empty word after its last."""
        first = self._firsts[sentence.number]
        following = sentence.number + 1
        last = self._firsts[following] if following < len(self._firsts) else len(self.forms)
        return first, last - 1

    def plain(self, word: int) -> tuple[int, int]:
        """Where a word stands in the plain text of its block."""
        number = self.sentence_numbers[word]
        places = self._places.get(number) or self._placed(number)
        at = word - self._firsts[number]
        return places[0][at], places[1][at]

    def _placed(self, number: int) -> tuple[list[int], list[int]]:
        sentence = self.sentences[number]
        spans = [found.span() for found in _WORD.finditer(sentence.block.text.plain, sentence.start, sentence.end)]
        spans.append((sentence.end, sentence.end))
        places = self._places[number] = ([start for start, _ in spans], [end for _, end in spans])
        return places

    def raw(self, word: int) -> str:
        """A word as it is written."""
        number = self.sentence_numbers[word]
        raws = self._raws.get(number)
        if raws is None:
            raws = self._raws[number] = self._written(number)
        return raws[word - self._firsts[number]]

    def _written(self, number: int) -> list[str]:
        sentence = self.sentences[number]
        return [*_WORD.findall(sentence.block.text.plain, sentence.start, sentence.end), ""]

    def span(self, first: int, after: int) -> Span:
        """The source span of words `first` to `after` (exclusive) of one sentence."""
        return self.sentence_at(first).block.text.span(self.plain(first)[0], self.plain(after - 1)[1])

    def present(self) -> dict[int, list[str]]:
        """Which word items of the phrases compiled so far stand in the text, each with those of its words that do."""
        if self._known < len(ITEMS):
            self._update()
        return self._present

    def _update(self) -> None:
        present, known = self._present, self._known
        self._known = len(ITEMS)
        vocabulary = set(self.forms)
        vocabulary.discard("")
        if known:
            # phrases that were compiled since
            for item in range(known, len(ITEMS)):
                words = sorted(ITEMS.words_in(item, vocabulary))
                if words:
                    present[item] = words
            return
        index = ITEMS.index
        for word in vocabulary:
            for item in index.get(word, ()):
                if item in present:
                    present[item].append(word)
                else:
                    present[item] = [word]
        ordered = sorted(vocabulary)
        for prefix, item in ITEMS.prefixes:
            at = bisect_left(ordered, prefix)
            while at < len(ordered) and ordered[at].startswith(prefix):
                words = present.setdefault(item, [])
                if ordered[at] not in words:
                    words.append(ordered[at])
                at += 1


class _Tables(dict[int, Table]):
    """The tables of the items, each made at its first use."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[int], Table]) -> None:
        self.make = make

    def __missing__(self, item: int) -> Table:
        table = self[item] = self.make(item)
        return table


class Chunk:
    """A stretch of whole sentences; sets of positions in it are integers."""

    __slots__ = (
        "_hits", "_masks", "_where", "_windows",
        "everywhere", "full", "high", "inside", "low", "tables", "words",
    )  # fmt: skip

    def __init__(self, words: Words, low: int, high: int) -> None:
        self.words = words
        self.low = low
        self.high = high
        self.full = (1 << (high - low + 1)) - 1
        self.everywhere = (1 << (high - low)) - 1
        self.inside = self.everywhere & ~_mask(
            [number for number, form in enumerate(words.forms[low:high]) if not form], high - low
        )
        self.tables = _Tables(self._table)
        self._where: dict[str, list[int]] = {}
        self._masks: dict[str, int] = {}
        self._hits: dict[str, dict[tuple[int, int], Hit]] = {}
        self._windows: dict[int, Window] = {}

    def window(self, number: int) -> Window:
        """The sentence of a number as a chunk of its own."""
        window = self._windows.get(number)
        if window is None:
            window = self._windows[number] = Window(self, *self.words.range_of(self.words.sentences[number]))
        return window

    def hits(self, kind: str) -> dict[tuple[int, int], Hit]:
        """Every place of a slot by its first position and the one after its last."""
        hits = self._hits.get(kind)
        if hits is None:
            from privacylint.slots import SLOTS

            found = SLOTS[kind](self.words, self.low, self.high)
            hits = self._hits[kind] = {(hit.first - self.low, hit.after - self.low): hit for hit in found}
        return hits

    def hit(self, kind: str, begin: int, end: int) -> Hit:
        """The slot between two positions."""
        return self.hits(kind)[begin, end]

    def _table(self, item: int) -> Table:
        spec = ITEMS.specs[item]
        kind = spec[0]
        if kind == "word":
            mask = self._word(item)
            return ((1, mask),) if mask else ()
        if kind == "table":
            return self._sequences(spec[1])
        if kind == "slot":
            return self._slots(spec[1])
        if kind == "not":
            return ((0, self.full & ~self.mask(spec[1])),)
        ends = self.everywhere & ~self.inside
        return ((0, ends if kind == "end" else ((ends << 1) | 1) & self.everywhere),)

    def mask(self, item: int) -> int:
        """The set of positions at which a word item stands."""
        table = self.tables[item]
        return table[0][1] if table else 0

    def _word(self, item: int) -> int:
        mask = 0
        masks = self._masks
        for word in self.words.present().get(item, ()):
            at = masks.get(word)
            mask |= self._positions(word) if at is None else at
        return mask

    def _positions(self, word: str) -> int:
        if not self._where:
            where = self._where
            for position, form in enumerate(self.words.forms[self.low : self.high]):
                if form in where:
                    where[form].append(position)
                else:
                    where[form] = [position]
        mask = self._masks[word] = _mask(self._where.get(word, ()), self.high - self.low)
        return mask

    def _sequences(self, sequences: Sequence[Sequence[int]]) -> Table:
        lengths: dict[int, int] = {}
        tables = self.tables
        for sequence in sequences:
            at = self.full
            for item in sequence:
                table = tables[item]
                if not table:
                    at = 0
                    break
                at = (at & table[0][1]) << 1
            if at:
                length = len(sequence)
                lengths[length] = lengths.get(length, 0) | (at >> length)
        return tuple(lengths.items())

    def _slots(self, kind: str) -> Table:
        lengths: dict[int, list[int]] = {}
        for begin, end in self.hits(kind):
            lengths.setdefault(end - begin, []).append(begin)
        return tuple((length, _mask(begins, self.high - self.low)) for length, begins in lengths.items())


class Window:
    """One sentence of a chunk, with positions counted from its first word."""

    __slots__ = ("_base", "_chunk", "everywhere", "full", "inside", "low", "tables", "words")

    def __init__(self, chunk: Chunk, first: int, last: int) -> None:
        self._chunk = chunk
        self._base = first - chunk.low
        self.words = chunk.words
        self.low = first
        self.inside = (1 << (last - first)) - 1
        self.everywhere = self.full = (1 << (last - first + 1)) - 1
        self.tables = _Tables(self._table)

    def _table(self, item: int) -> Table:
        base, full = self._base, self.full
        return tuple((length, part) for length, mask in self._chunk.tables[item] if (part := (mask >> base) & full))

    def mask(self, item: int) -> int:
        """The set of positions at which a word item stands."""
        table = self.tables[item]
        return table[0][1] if table else 0

    def hit(self, kind: str, begin: int, end: int) -> Hit:
        """The slot between two positions."""
        return self._chunk.hit(kind, begin + self._base, end + self._base)


def _mask(positions: Sequence[int], size: int) -> int:
    if len(positions) < 16:
        mask = 0
        for position in positions:
            mask |= 1 << position
        return mask
    bits = bytearray((size >> 3) + 1)
    for position in positions:
        bits[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(bits, "little")
