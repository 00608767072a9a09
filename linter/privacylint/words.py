"""
The words of a policy, numbered and indexed for the phrase language.

A set of words is one big integer with a bit for each position. Positions are counted in a `Chunk`, a stretch of whole
sentences that keeps the integers short. A chunk knows of each item in which of its sentences it can stand: a phrase is
matched only where all its parts can stand in one.
"""

from __future__ import annotations

import itertools
import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from privacylint.items import ITEMS, Spec
from privacylint.languages import LANGUAGES, grammar
from privacylint.source import Span

if TYPE_CHECKING:
    from privacylint.policy import Sentence
    from privacylint.slots import Hit

_CHUNK = 8192
_FEW, _RARE = 2, 10
"""Whoever says "I" more often than twice, and ten times as often as "we", speaks for nobody else."""
_IS = "(?i:it|that|there|here|what|who)"
_SHORT = "(?i:re|ll|ve|m)"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|\b{_IS}(?=['’][sS]\b)|[^\W\d_]+(?:['’](?!{_SHORT}\b)[^\W\d_]+)*|(?<=[^\W\d_])['’](?:{_SHORT}|[sS])\b|[§%]"
)
"""What is pulled together is two words, "we" and "'ll"; a genitive and a negation ("don't") are one."""

_ASCII_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|\b{_IS}(?='[sS]\b)|[A-Za-z]+(?:'(?!{_SHORT}\b)[A-Za-z]+)*|(?<=[A-Za-z])'(?:{_SHORT}|[sS])\b|%",
    re.ASCII,
)
"""The same for text that is all ASCII, where it is found in half the time."""

_FULL = {"'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'s": "is"}

Branch = int | tuple[int, bool, tuple[Any, ...]]
Table = tuple[tuple[int, int], ...]
"""Where an item of a phrase stands: by its length in words, the set of positions at which it starts."""


def fold(word: str) -> str:
    """The form in which words are compared: lower case, straight apostrophes."""
    return word.lower().replace("’", "'")


def folded(words: Sequence[str]) -> list[str]:
    """The forms of many words as they are written: folded, and in full where they are pulled together."""
    # each word by itself and all at once: a line break is no letter
    text = fold("\n".join(words))
    forms = text.split("\n") if words else []
    return [_FULL.get(form, form) for form in forms] if "\n'" in text else forms


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as the phrase language sees them."""
    return _WORD.finditer(text)


class Words:
    """The words of every sentence, numbered; between two sentences stands one empty word.

    `also_read_as` are words that stand for others too: in the policy of one person "I" is what "we" is elsewhere.
    """

    __slots__ = (
        "_firsts", "_places", "_raws", "also_read_as", "chunks", "forms", "language", "sentence_numbers", "sentences",
    )  # fmt: skip

    def __init__(self, sentences: Sequence[Sentence], language: str = "en") -> None:
        self.sentences = sentences
        self.language = language
        self.sentence_numbers = array("I")
        self._firsts = array("I")
        # where the words stand is looked up for few of them, so it is worked out by sentence and by need
        self._places: dict[int, tuple[array[int], array[int]]] = {}
        self._raws: list[str] = []
        bounds = [0]
        raws, firsts, numbers = self._raws, self._firsts, self.sentence_numbers
        plain = None
        pattern = _WORD
        for number, sentence in enumerate(sentences):
            first = len(raws)
            if first - bounds[-1] > _CHUNK:
                bounds.append(first)
            firsts.append(first)
            if sentence.block.text.plain is not plain:
                plain = sentence.block.text.plain
                pattern = _ASCII_WORD if plain.isascii() else _WORD
            raws += pattern.findall(plain, sentence.start, sentence.end)
            raws.append("")
            numbers.extend([number] * (len(raws) - first))
        # one word has one string, wherever it stands and however it is written there
        share = dict[str, str]().setdefault
        forms = folded(raws)
        forms = self.forms = list(map(share, forms, forms))
        raws[:] = map(share, raws, raws)
        self.also_read_as = _voice(forms, language)
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

    def _placed(self, number: int) -> tuple[array[int], array[int]]:
        sentence = self.sentences[number]
        plain = sentence.block.text.plain
        spans = [found.span() for found in _pattern(sentence).finditer(plain, sentence.start, sentence.end)]
        spans.append((sentence.end, sentence.end))
        places = self._places[number] = array("I", [start for start, _ in spans]), array("I", [end for _, end in spans])
        return places

    def raw(self, word: int) -> str:
        """A word as it is written."""
        return self._raws[word]

    def raws(self, word: int) -> list[str]:
        """All words of the sentence of a word, as they are written, and the empty word behind them."""
        number = self.sentence_numbers[word] + 1
        return self._raws[self._firsts[number - 1] : self._firsts[number] if number < len(self._firsts) else None]

    def forget(self) -> None:
        """Give up what phrases looked up; only matches that were found may still use these words."""
        for chunk in self.chunks:
            # they hold each other, so that nothing would go before the collector comes
            chunk.forget()
        self.chunks.clear()

    def span(self, first: int, after: int) -> Span:
        """The source span of words `first` to `after` (exclusive) of one sentence."""
        return self.sentence_at(first).block.text.span(self.plain(first)[0], self.plain(after - 1)[1])


def _voice(forms: list[str], language: str) -> Mapping[str, str]:
    """What words are also read as, since one person speaks to the reader; nothing where it is a "we", or the reader."""
    if language not in LANGUAGES:
        return {}
    voice: Mapping[str, str] = grammar(language).ONE_PERSON
    one = sum(map(forms.count, voice))
    many = sum(map(forms.count, voice.values()))
    return voice if one > max(_FEW, _RARE * many) and forms.count("you") + forms.count("your") >= _FEW else {}


def _pattern(sentence: Sentence) -> re.Pattern[str]:
    return _ASCII_WORD if sentence.block.text.plain.isascii() else _WORD


class Chunk:
    """A stretch of whole sentences; sets of positions or sentences in it are integers.

    `tables` gives for an item where it stands, `sets` in which of the `sentences` it can stand. `inside` are the
    positions of words, `everywhere` also those of the empty words at the ends of sentences. `places` are the positions
    of each word; of the words that phrases ask for, by their ids, `forms` are those words and `bits` the sentences in
    which they stand; `found` are the ids of a word item that are present.
    """

    __slots__ = (
        "_first", "_hits", "_known", "_runs", "bits", "everywhere", "forms", "found", "high", "inside", "low", "places",
        "present", "sentences", "sets", "tables", "words",
    )  # fmt: skip

    def __init__(self, words: Words, low: int, high: int) -> None:
        places: dict[str, list[int]] = {}
        for position, form in enumerate(words.forms[low:high]):
            if form in places:
                places[form].append(position)
            else:
                places[form] = [position]
        ends = places.pop("", [])
        for form, other in words.also_read_as.items():
            if form in places:
                places[other] = [*places.get(other, ()), *places[form]]
        everywhere = (1 << (high - low)) - 1
        self.words = words
        self.low = low
        self.high = high
        self.everywhere = everywhere
        self.inside = everywhere & ~_mask(ends, high - low)
        self.places = places
        self.sentences = (1 << len(ends)) - 1
        self._first = words.sentence_numbers[low]
        self._known = -1
        self.found: dict[int, Collection[int]] = {}
        self.sets = _Sets(self)
        self.tables = _Tables(self)
        self._hits: dict[str, dict[tuple[int, int], Hit]] = {}
        self._runs: dict[tuple[int, int], int] = {}

    def mask(self, item: int) -> int:
        """The set of positions at which a word item stands."""
        table = self.tables[item]
        return table[0][1] if table else 0

    def run(self, without: int, length: int) -> int:
        """The positions from which on so many words stand in a row, none of them of the item `without` (-1: any)."""
        found = self._runs.get((without, length))
        if found is None:
            if length == 1:
                found = self.inside if without < 0 else self.inside & ~self.mask(without)
            else:
                half = (length + 1) // 2
                found = self.run(without, half)
                found &= found >> (length - half)
            self._runs[without, length] = found
        return found

    def table(self, item: int) -> Table:
        """Where an item stands that is no word."""
        spec = ITEMS.spec(item)
        kind = spec[0]
        if kind == "table":
            lengths = {0: self.everywhere} if spec[1] else {}
            self._follow(spec[2], self.everywhere, 0, lengths)
            return tuple(lengths.items())
        if kind == "slot":
            begins: dict[int, list[int]] = {}
            for begin, end in self.hits(spec[1]):
                begins.setdefault(end - begin, []).append(begin)
            return tuple((length, _mask(some, self.high - self.low)) for length, some in begins.items())
        if kind == "not":
            return ((0, self.everywhere & ~self.mask(spec[1])),)
        ends = self.everywhere & ~self.inside
        return ((0, ends if kind == "end" else ((ends << 1) | 1) & self.everywhere),)

    def _follow(self, branches: Sequence[Branch], starts: int, length: int, lengths: dict[int, int]) -> None:
        """Add to the sets of starts by length those of the rows that begin with `length` words at `starts`."""
        tables, sets = self.tables, self.sets
        for branch in branches:
            item, ends, more = (branch, True, ()) if branch.__class__ is int else branch  # type: ignore[misc]
            # most words of most rows stand nowhere in the text
            table = tables[item] if sets[item] else ()
            if table:
                found = starts & (table[0][1] >> length)
                if found:
                    if ends:
                        lengths[length + 1] = lengths.get(length + 1, 0) | found
                    if more:
                        self._follow(more, found, length + 1, lengths)

    def hits(self, kind: str) -> Mapping[tuple[int, int], Hit]:
        """Every place of a slot by its first position and the one after its last."""
        hits = self._hits.get(kind)
        if hits is None:
            from privacylint.slots import SLOTS

            found = SLOTS[kind](self)
            hits = self._hits[kind] = {(hit.first - self.low, hit.after - self.low): hit for hit in found}
        return hits

    def forget(self) -> None:
        """Give up everything: what is worked out and what works it out hold each other."""
        del self.sets, self.tables

    def look_up(self) -> None:
        """Find which of the words that phrases ask for stand here, and in which sentences."""
        known = ITEMS.ids
        if self._known == len(known):
            return
        # phrases that were read since may ask for more words
        self._known = len(known)
        ids = {form: [known[form]] for form in self.places if form in known}
        ordered = sorted(self.places)
        for prefix in ITEMS.prefixes:
            for form in _beginning(prefix[:-1], ordered):
                ids.setdefault(form, []).append(known[prefix])
        first = self._first
        marks = [1 << number for number in range(self.sentences.bit_length())]
        marks = [marks[number - first] for number in self.words.sentence_numbers[self.low : self.high]]
        bits: dict[int, int] = {}
        forms: dict[int, list[str]] = {}
        for form, some in ids.items():
            found = 0
            for position in self.places[form]:
                found |= marks[position]
            for id in some:
                if id in bits:
                    bits[id] |= found
                    forms[id].append(form)
                else:
                    bits[id] = found
                    forms[id] = [form]
        self.bits, self.forms, self.present = bits, forms, set(bits)

    def set_of(self, spec: Spec) -> int:
        """The sentences in which an item can stand that is no word."""
        kind = spec[0]
        if kind == "table":
            return self.sentences if spec[1] else self._standing(spec[2], self.sentences)
        found = 0
        if kind == "some":
            for row in spec[1]:
                sentences = self.sentences
                for item in row:
                    sentences &= self.sets[item]
                found |= sentences
            return found
        if kind == "slot":
            numbers, low, first = self.words.sentence_numbers, self.low, self._first
            for begin, _ in self.hits(spec[1]):
                found |= 1 << (numbers[low + begin] - first)
            return found
        return self.sentences

    def _standing(self, branches: Sequence[Branch], within: int) -> int:
        """Those of some sentences in which all words of a row stand, wherever."""
        sets = self.sets
        found = 0
        for branch in branches:
            if branch.__class__ is int:
                found |= within & sets[branch]
                continue
            item, ends, more = branch  # type: ignore[misc]
            sentences = within & sets[item]
            if sentences:
                found |= sentences if ends else self._standing(more, sentences)
        return found


class _Sets(dict[int, int]):
    """The sentences in which each item can stand, worked out at its first use."""

    __slots__ = ("_chunk",)

    def __init__(self, chunk: Chunk) -> None:
        self._chunk = chunk

    def __missing__(self, item: int) -> int:
        chunk = self._chunk
        spec = ITEMS.spec(item)
        found = 0
        if spec[0] == "word":
            ids = chunk.present.intersection(spec[1])
            if ids:
                chunk.found[item] = ids
                bits = chunk.bits
                for id in ids:
                    found |= bits[id]
        else:
            found = chunk.set_of(spec)
        self[item] = found
        return found


class _Tables(dict[int, Table]):
    """The tables of the items in a chunk, each made at its first use."""

    __slots__ = ("_chunk", "_masks")

    def __init__(self, chunk: Chunk) -> None:
        self._chunk = chunk
        self._masks: dict[str, int] = {}

    def __missing__(self, item: int) -> Table:
        chunk = self._chunk
        table: Table = ()
        if chunk.sets[item]:
            ids = chunk.found.pop(item, None)
            if ids is None:
                table = chunk.table(item)
            else:
                mask = 0
                masks = self._masks
                for id in ids:
                    for form in chunk.forms[id]:
                        places = chunk.places[form]
                        if len(places) == 1:
                            mask |= 1 << places[0]
                            continue
                        if form not in masks:
                            masks[form] = _mask(places, chunk.high - chunk.low)
                        # one by itself is not copied
                        mask = mask | masks[form] if mask else masks[form]
                table = ((1, mask),)
        self[item] = table
        return table


def _beginning(prefix: str, ordered: Sequence[str]) -> Iterator[str]:
    at = bisect_left(ordered, prefix)
    while at < len(ordered) and ordered[at].startswith(prefix):
        yield ordered[at]
        at += 1


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
