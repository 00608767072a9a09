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
from typing import TYPE_CHECKING, Any

from privacylint.items import ITEMS
from privacylint.source import Span

if TYPE_CHECKING:
    from privacylint.policy import Sentence
    from privacylint.slots import Hit

_CHUNK = 8192
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[§%]")

_ASCII_WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+(?:'[A-Za-z]+)*|%", re.ASCII)
"""The same for text that is all ASCII, where it is found in half the time."""

Branch = tuple[int, bool, tuple[Any, ...]]
Table = tuple[tuple[int, int], ...]
"""Where an item of a phrase stands: by its length in words, the set of positions at which it starts."""


def fold(word: str) -> str:
    """The form in which words are compared: lower case, straight apostrophes."""
    return word.lower().replace("’", "'")


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as the phrase language sees them."""
    return _WORD.finditer(text)


class Words:
    """The words of every sentence, numbered; between two sentences stands one empty word.

    `held` gives for a word item of the phrases those of its words that stand in the text.
    """

    __slots__ = (
        "_firsts", "_places", "_raws", "chunks", "forms", "held", "language", "sentence_numbers", "sentences",
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
        bounds = [0]
        forms, firsts, numbers = self.forms, self._firsts, self.sentence_numbers
        plain = folded = ""
        pattern = _WORD
        for number, sentence in enumerate(sentences):
            first = len(forms)
            if first - bounds[-1] > _CHUNK:
                bounds.append(first)
            firsts.append(first)
            if sentence.block.text.plain is not plain:
                plain = sentence.block.text.plain
                folded = fold(plain)
                pattern = _ASCII_WORD if folded.isascii() else _WORD
            if len(folded) == len(plain) and "ς" not in folded:
                forms += pattern.findall(folded, sentence.start, sentence.end)
            else:
                # case that changes lengths, or depends on the letters around: word by word
                forms += map(fold, _WORD.findall(plain, sentence.start, sentence.end))
            forms.append("")
            numbers.extend([number] * (len(forms) - first))
        bounds.append(len(forms))
        self.held = _Held(forms)
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
        plain = sentence.block.text.plain
        spans = [found.span() for found in _pattern(sentence).finditer(plain, sentence.start, sentence.end)]
        spans.append((sentence.end, sentence.end))
        places = self._places[number] = ([start for start, _ in spans], [end for _, end in spans])
        return places

    def raw(self, word: int) -> str:
        """A word as it is written."""
        return self.raws(word)[word - self._firsts[self.sentence_numbers[word]]]

    def raws(self, word: int) -> list[str]:
        """All words of the sentence of a word, as they are written, and the empty word behind them."""
        number = self.sentence_numbers[word]
        raws = self._raws.get(number)
        if raws is None:
            sentence = self.sentences[number]
            plain = sentence.block.text.plain
            raws = self._raws[number] = [*_pattern(sentence).findall(plain, sentence.start, sentence.end), ""]
        return raws

    def forget(self) -> None:
        """Give up what phrases looked up; only matches that were found may still use these words."""
        for chunk in self.chunks:
            # the two hold each other, so that nothing would go before the collector comes
            del chunk.tables
        self.chunks.clear()

    def span(self, first: int, after: int) -> Span:
        """The source span of words `first` to `after` (exclusive) of one sentence."""
        return self.sentence_at(first).block.text.span(self.plain(first)[0], self.plain(after - 1)[1])


def _pattern(sentence: Sentence) -> re.Pattern[str]:
    return _ASCII_WORD if sentence.block.text.plain.isascii() else _WORD


class _Held(dict[int, tuple[str, ...]]):
    """The words of each word item that stand in a text, looked up at its first use."""

    __slots__ = ("_forms", "_sorted", "_vocabulary")

    def __init__(self, forms: Sequence[str]) -> None:
        self._forms = forms
        self._vocabulary: set[str] = set()
        self._sorted: list[str] = []

    def __missing__(self, item: int) -> tuple[str, ...]:
        vocabulary = self._vocabulary
        if not vocabulary:
            vocabulary.update(self._forms)
        _, words, prefixes = ITEMS.specs[item]
        found = vocabulary.intersection(words)
        for prefix in prefixes:
            found.update(self._beginning(prefix))
        held = self[item] = tuple(found)
        return held

    def _beginning(self, prefix: str) -> Iterator[str]:
        ordered = self._sorted
        if not ordered:
            ordered += sorted(self._vocabulary)
        at = bisect_left(ordered, prefix)
        while at < len(ordered) and ordered[at].startswith(prefix):
            yield ordered[at]
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
    """A stretch of whole sentences; sets of positions in it are integers.

    `tables` gives for an item where it stands. `inside` are the positions of words, `everywhere` also those of the
    empty words at the ends of sentences.
    """

    __slots__ = ("_hits", "_masks", "_where", "everywhere", "high", "inside", "low", "tables", "words")

    def __init__(self, words: Words, low: int, high: int) -> None:
        self.words = words
        self.low = low
        self.high = high
        self.everywhere = (1 << (high - low)) - 1
        self.inside = self.everywhere & ~_mask(
            [number for number, form in enumerate(words.forms[low:high]) if not form], high - low
        )
        self.tables = _Tables(self._table)
        self._where: dict[str, list[int]] = {}
        self._masks: dict[str, int] = {}
        self._hits: dict[str, dict[tuple[int, int], Hit]] = {}

    def mask(self, item: int) -> int:
        """The set of positions at which a word item stands."""
        table = self.tables[item]
        return table[0][1] if table else 0

    def hits(self, kind: str) -> dict[tuple[int, int], Hit]:
        """Every place of a slot by its first position and the one after its last."""
        hits = self._hits.get(kind)
        if hits is None:
            from privacylint.slots import SLOTS

            found = SLOTS[kind](self.words, self.low, self.high)
            hits = self._hits[kind] = {(hit.first - self.low, hit.after - self.low): hit for hit in found}
        return hits

    def _table(self, item: int) -> Table:
        spec = ITEMS.specs[item]
        kind = spec[0]
        if kind == "word":
            mask = self._word(item)
            return ((1, mask),) if mask else ()
        if kind == "table":
            return self._rows(spec[1], spec[2])
        if kind == "slot":
            return self._slots(spec[1])
        if kind == "not":
            return ((0, self.everywhere & ~self.mask(spec[1])),)
        ends = self.everywhere & ~self.inside
        return ((0, ends if kind == "end" else ((ends << 1) | 1) & self.everywhere),)

    def _word(self, item: int) -> int:
        mask = 0
        masks = self._masks
        for word in self.words.held[item]:
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

    def _rows(self, may_be_nothing: bool, branches: Sequence[Branch]) -> Table:
        lengths = {0: self.everywhere} if may_be_nothing else {}
        _follow(branches, self.everywhere, 0, self, lengths)
        return tuple(lengths.items())

    def _slots(self, kind: str) -> Table:
        lengths: dict[int, list[int]] = {}
        for begin, end in self.hits(kind):
            lengths.setdefault(end - begin, []).append(begin)
        return tuple((length, _mask(begins, self.high - self.low)) for length, begins in lengths.items())


def _follow(branches: Sequence[Branch], starts: int, length: int, chunk: Chunk, lengths: dict[int, int]) -> None:
    """Add to the sets of starts by length those of the rows that begin with `length` words at `starts`."""
    held, tables = chunk.words.held, chunk.tables
    for item, ends, more in branches:
        # most words of most rows stand nowhere in the text
        table = tables[item] if held[item] else ()
        if table:
            found = starts & (table[0][1] >> length)
            if found:
                if ends:
                    lengths[length + 1] = lengths.get(length + 1, 0) | found
                if more:
                    _follow(more, found, length + 1, chunk, lengths)


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
