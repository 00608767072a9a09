"""The passages of a policy, read once for everything that asks whether one of them stands there twice."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from collections.abc import Set as AbstractSet
from itertools import compress, count
from operator import and_
from typing import NamedTuple

from privacylint.api import Block, Policy, Sentence, Span

# a short form beside the long one is a layer of the notice, and repeats it by design
_SUMMARY = re.compile(r"\W*(?:in short|in brief|summary|short version|tl;?dr|key points?|at a glance|in a nutshell|example)\b", re.I)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
# "Purpose: …", "Sharing: …" under one heading after another is a scheme, and repeats itself by design
_LABEL = re.compile(r"[^:.\n]{2,80}:\s")


class Passage(NamedTuple):
    """Plain characters `start` to `end` of a block, and their words in small letters; `first` counts those before."""

    block: Block
    start: int
    end: int
    words: tuple[str, ...]
    first: int

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.text.span(self.start, self.end)

    @property
    def is_summary(self) -> bool:
        """Whether its block says of itself that it is the short form of another."""
        return bool(_SUMMARY.match(self.block.text.plain))

    @property
    def is_labelled(self) -> bool:
        """Whether its block begins with a label."""
        plain = self.block.text.plain
        return ":" in plain and bool(_LABEL.match(plain))


class Pair(NamedTuple):
    """A passage and the one before it that it repeats."""

    later: Passage
    earlier: Passage


class Passages(NamedTuple):
    """The blocks of a policy but those of code, and the sentences of its paragraphs and entries; all in order."""

    blocks: tuple[Passage, ...]
    sentences: tuple[Passage, ...]


def passages(policy: Policy) -> Passages:
    """Every passage, without the number that counts a paragraph."""
    blocks: list[Passage] = []
    said: list[Passage] = []
    for block in policy.blocks:
        if block.kind == "code":
            continue
        sentences = policy.sentences_of(block)
        words = _words(block, sentences)
        whole = [word for some in words for word in some] if len(words) > 1 else words[0] if words else []
        here = _passage(block, 0, len(block.text.plain), whole, 0)
        blocks.append(here)
        if block.kind not in ("paragraph", "item"):
            continue
        first = 0
        for sentence, some in zip(sentences, words, strict=True):
            said.append(_passage(block, sentence.start, sentence.end, some, first))
            first += len(some)
    return Passages(tuple(blocks), tuple(said))


def _words(block: Block, sentences: tuple[Sentence, ...]) -> list[list[str]]:
    plain = block.text.plain
    lower = plain.lower()
    if len(lower) == len(plain):
        pattern = _ASCII_WORD if lower.isascii() else _WORD
        return [pattern.findall(lower, sentence.start, sentence.end) for sentence in sentences]
    # small letters that are longer than the capitals
    return [[word.lower() for word in _WORD.findall(plain, sentence.start, sentence.end)] for sentence in sentences]


def _passage(block: Block, start: int, end: int, words: list[str], first: int) -> Passage:
    skipped = 0
    while skipped < len(words) and words[skipped].isdigit():
        skipped += 1
    return Passage(block, start, end, tuple(words[skipped:]), first + skipped)


class Turns:
    """The turns of speech of a policy, three words that follow each other, by numbers.

    Only those that come again are of use to anybody; a passage is asked for them alone.
    """

    def __init__(self, blocks: Iterator[Passage]) -> None:
        numbers: dict[tuple[str, ...], int] = {}
        counted = count()
        self._turns: dict[int, list[int]] = {}
        self._again: set[int] = set()
        places = 0
        for here in blocks:
            words = here.words
            turns = list(map(numbers.setdefault, zip(words, words[1:], words[2:], strict=False), counted))
            self._turns[here.block.number] = [*[-1] * here.first, *turns]
            self._again.update([turn for place, turn in enumerate(turns, places) if turn != place])
            places += len(turns)

    def new(self, here: Passage) -> int:
        """How many of its turns stand nowhere else: what two passages of one wording have few of."""
        turns = self._of(here)
        return len(turns) - sum(map(self._again.__contains__, turns))

    def again(self, here: Passage) -> set[int]:
        """Those of its turns that stand somewhere else too, or twice in it."""
        return self._again.intersection(self._of(here))

    def long_again(self, here: Passage) -> set[tuple[int, int]]:
        """The stretches of five words that may; each is two turns that share a word."""
        turns = self._of(here)
        again = list(map(self._again.__contains__, turns))
        return set(compress(zip(turns, turns[2:], strict=False), map(and_, again, again[2:])))

    def size(self, here: Passage) -> int:
        """How many different turns it has."""
        return len(set(self._of(here)))

    def long_size(self, here: Passage) -> int:
        """How many different stretches of five words it has."""
        turns = self._of(here)
        return len(set(zip(turns, turns[2:], strict=False)))

    def _of(self, here: Passage) -> list[int]:
        return self._turns[here.block.number][here.first : here.first + len(here.words) - 2]


class Seen:
    """In which passages stretches of words stand, each in `most` of them at most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._where: dict[Hashable, list[int]] = {}

    def shared(self, number: int, stretches: AbstractSet[Hashable]) -> dict[int, int]:
        """Add a passage by its number. How many of its stretches stand in each passage before it that has any."""
        counts: dict[int, int] = {}
        where, most = self._where, self._most
        for stretch in stretches:
            places = where.get(stretch)
            if places is None:
                where[stretch] = [number]
                continue
            for place in places:
                counts[place] = counts.get(place, 0) + 1
            if len(places) < most:
                places.append(number)
        return counts


def turns(words: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    """All stretches of `size` words."""
    return set(zip(*(words[at:] for at in range(size)), strict=False))
