"""
A compiled phrase and how it is matched.

A program is a row of steps, each a number of an item or a tuple:

    7                          item 7
    (GAP, size, item or -1)    up to `size` words, none of them of the item
    (EITHER, rows)             one of several rows of steps
    (SLOT, item, kind, name)   a slot

All places of a chunk are matched at once, forward for the ends and back for the beginnings; only a sentence
in which a phrase can be read in several ways is looked at by itself. There is no backtracking.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from privacylint.matches import Match
from privacylint.words import Chunk, Words

if TYPE_CHECKING:
    from privacylint.slots import Hit
    from privacylint.source import Span

GAP, EITHER, SLOT = 0, 1, 2
Row = tuple[Any, ...]

_NO_SLOTS: Mapping[str, Any] = {}


class Program:
    """One compiled wording. `needs` are word items without which it stands nowhere."""

    __slots__ = ("has_slots", "needs", "steps", "wording")

    def __init__(self, wording: str, steps: Row, needs: tuple[int, ...], has_slots: bool) -> None:
        self.wording = wording
        self.steps = steps
        self.needs = needs
        self.has_slots = has_slots

    def occurs(self, words: Words) -> bool:
        """Whether it stands anywhere in the text."""
        held = words.held
        return all(held[item] for item in self.needs) and any(
            _forward(self.steps, chunk.everywhere, chunk, 0) for chunk in words.chunks
        )

    def find(self, words: Words) -> list[Match]:
        """Its matches, in the order of the text, none overlapping another."""
        found: list[Match] = []
        held = words.held
        for item in self.needs:
            if not held[item]:
                return found
        for chunk in words.chunks:
            places = self._places(chunk)
            if places:
                found += self._matches(places, chunk)
        return found

    def _matches(self, places: list[tuple[int, int]], chunk: Chunk) -> Iterator[Match]:
        words, low, wording = chunk.words, chunk.low, self.wording
        sentences, numbers = words.sentences, words.sentence_numbers
        slots: Mapping[str, Any] = _NO_SLOTS
        spans: Mapping[str, Span] = _NO_SLOTS
        for begin, end in places:
            if self.has_slots:
                hits = [*_trace(self.steps, begin, end, chunk)]
                slots = {name: hit.value for name, hit in hits}
                spans = {name: words.span(hit.first, hit.after) for name, hit in hits}
            sentence = sentences[numbers[low + begin]]
            yield Match(None, sentence, slots, spans, wording, (low + begin, low + end), words)

    def _places(self, chunk: Chunk) -> list[tuple[int, int]]:
        """Where it stands in a chunk: the position of its first word and of the word after its last."""
        tables = chunk.tables
        steps = self.steps
        at = chunk.everywhere
        before = []
        length = 0
        is_fixed = True
        for step in steps:
            before.append(at)
            if step.__class__ is int:
                table = tables[step]
                if len(table) == 1:
                    size, mask = table[0]
                    at = (at & mask) << size
                    length += size
                else:
                    reached = 0
                    for size, mask in table:
                        reached |= (at & mask) << size
                    at = reached
                    is_fixed = False
            else:
                at = _step(step, at, chunk, 0)
                is_fixed = False
            if not at:
                return []
        ends = _positions(at)
        if is_fixed:
            return _in_a_row(ends, length)
        for number in range(len(steps) - 1, -1, -1):
            step = steps[number]
            if step.__class__ is int:
                reached = 0
                for size, mask in tables[step]:
                    reached |= (at >> size) & mask
                at = reached & before[number]
            else:
                at = _back(step, at, chunk, 0) & before[number]
        return [*_by_sentence(steps, _positions(at), ends, chunk)]


def _in_a_row(ends: list[int], length: int) -> list[tuple[int, int]]:
    """The matches that are all of one length, without those that overlap an earlier one."""
    if length == 1:
        return [(end - 1, end) for end in ends]
    found = []
    past = 0
    for end in ends:
        if end - length >= past:
            found.append((end - length, end))
            past = end
    return found


def _by_sentence(steps: Row, begins: list[int], ends: list[int], chunk: Chunk) -> Iterator[tuple[int, int]]:
    """The matches that begin and end at some of these positions, sentence by sentence."""
    numbers, low = chunk.words.sentence_numbers, chunk.low
    reader = None
    at, to = 0, 0
    while at < len(begins):
        number = numbers[low + begins[at]]
        first, one = at, to
        at += 1
        while at < len(begins) and numbers[low + begins[at]] == number:
            at += 1
        to += 1
        while to < len(ends) and numbers[low + ends[to]] == number:
            to += 1
        if at - first == 1 and to - one == 1:
            if ends[one] > begins[first]:
                yield begins[first], ends[one]
            continue
        if reader is None:
            reader = _Reader(steps, chunk)
        yield from reader.readings(begins[first], ends[one:to])


class _Reader:
    """Reads a phrase where it can be read in several ways: its ends are taken one by one."""

    def __init__(self, steps: Row, chunk: Chunk) -> None:
        self._steps = steps
        self._chunk = chunk
        self._gaps = _gaps(steps)
        self._longest = sum(_longest(step, chunk) for step in steps)

    def readings(self, first: int, ends: list[int]) -> Iterator[tuple[int, int]]:
        """The matches from a position on that end at some of `ends`, none overlapping another."""
        steps, chunk = self._steps, self._chunk
        past = -1
        for end in ends:
            if end <= past:
                continue
            # sets of positions are counted from here, to keep them short in the longest of sentences
            base = max(first, end - self._longest)
            starts = _backward(steps, 1 << (end - base), chunk, base)
            if not starts:
                continue
            begin, after = self._widened(starts, end - base, base)
            past = base + after
            if after > begin:
                yield base + begin, past
            first = max(past, base + begin + 1)

    def _widened(self, starts: int, end: int, base: int) -> tuple[int, int]:
        # the tightest match around the gaps, with every optional word before the first and after the last gap
        steps, chunk, gaps = self._steps, self._chunk, self._gaps
        if not gaps:
            begin = _lowest(starts)
            return begin, _highest(_forward(steps, 1 << begin, chunk, base))
        begin = _highest(starts)
        cuts = _cuts(steps, begin, end, chunk, base)
        head, tail = steps[: gaps[0]], steps[gaps[-1] + 1 :]
        if head:
            begin = _lowest(_backward(head, 1 << cuts[gaps[0]], chunk, base) or 1 << begin)
        if tail:
            end = _highest(_forward(tail, 1 << cuts[gaps[-1] + 1], chunk, base) or 1 << end)
        return begin, end


def _gaps(steps: Row) -> list[int]:
    return [number for number, step in enumerate(steps) if step.__class__ is tuple and step[0] == GAP]


def _longest(step: Any, chunk: Chunk) -> int:
    """How many words a step can cover at most in this text."""
    if step.__class__ is int or step[0] == SLOT:
        table = chunk.tables[step if step.__class__ is int else step[1]]
        return max((length for length, _ in table), default=0)
    if step[0] == GAP:
        size: int = step[1]
        return size
    return max(sum(_longest(part, chunk) for part in row) for row in step[1])


def _positions(mask: int) -> list[int]:
    found = []
    if mask.bit_count() < 8:
        while mask:
            low = mask & -mask
            found.append(low.bit_length() - 1)
            mask ^= low
        return found
    bits = format(mask, "b")[::-1]
    at = bits.find("1")
    while at >= 0:
        found.append(at)
        at = bits.find("1", at + 1)
    return found


def _lowest(positions: int) -> int:
    return (positions & -positions).bit_length() - 1


def _highest(positions: int) -> int:
    return positions.bit_length() - 1


# Sets of positions are counted from `base`, a position of the chunk; matches never begin before it.


def _step(step: Any, at: int, chunk: Chunk, base: int) -> int:
    """The positions reached when a step is read from any of `at`."""
    if step.__class__ is int or step[0] == SLOT:
        reached = 0
        for length, mask in chunk.tables[step if step.__class__ is int else step[1]]:
            reached |= (at & (mask >> base)) << length
        return reached
    if step[0] == GAP:
        open_words = _open(step, chunk, base)
        edge = at
        for _ in range(step[1]):
            edge = (edge & open_words) << 1
            if not edge:
                break
            at |= edge
        return at
    reached = 0
    for row in step[1]:
        reached |= _forward(row, at, chunk, base)
    return reached


def _forward(steps: Row, at: int, chunk: Chunk, base: int) -> int:
    for step in steps:
        at = _step(step, at, chunk, base)
        if not at:
            return 0
    return at


def _back(step: Any, at: int, chunk: Chunk, base: int) -> int:
    """The positions from which a step can be read so that it ends at any of `at`."""
    if step.__class__ is int or step[0] == SLOT:
        reached = 0
        for length, mask in chunk.tables[step if step.__class__ is int else step[1]]:
            reached |= (at >> length) & (mask >> base)
        return reached
    if step[0] == GAP:
        open_words = _open(step, chunk, base)
        edge = at
        for _ in range(step[1]):
            edge = (edge >> 1) & open_words
            if not edge:
                break
            at |= edge
        return at
    reached = 0
    for row in step[1]:
        reached |= _backward(row, at, chunk, base)
    return reached


def _backward(steps: Row, at: int, chunk: Chunk, base: int) -> int:
    for step in reversed(steps):
        at = _back(step, at, chunk, base)
        if not at:
            return 0
    return at


def _open(gap: Any, chunk: Chunk, base: int) -> int:
    """The positions of the words that a gap may cover."""
    without: int = gap[2]
    return (chunk.inside if without < 0 else chunk.inside & ~chunk.mask(without)) >> base


def _cuts(steps: Row, begin: int, end: int, chunk: Chunk, base: int) -> list[int]:
    """Where each step of a match begins, and the end: gaps as short as can be, all else as long as can be."""
    reached = [1 << begin]
    for step in steps:
        reached.append(_step(step, reached[-1], chunk, base))
    cuts = [end]
    for number in range(len(steps) - 1, -1, -1):
        step = steps[number]
        choices = reached[number] & _back(step, 1 << cuts[-1], chunk, base)
        is_gap = step.__class__ is tuple and step[0] == GAP
        cuts.append(_highest(choices) if is_gap else _lowest(choices))
    return cuts[::-1]


def _trace(steps: Row, begin: int, end: int, chunk: Chunk) -> Iterator[tuple[str, Hit]]:
    """The slots of a match, by their names."""
    cuts = [begin + cut for cut in _cuts(steps, 0, end - begin, chunk, begin)]
    for number, step in enumerate(steps):
        if step.__class__ is int or step[0] == GAP:
            continue
        first, last = cuts[number], cuts[number + 1]
        if step[0] == SLOT:
            yield step[3], chunk.hits(step[2])[first, last]
            continue
        for row in step[1]:
            if _forward(row, 1, chunk, first) >> (last - first) & 1:
                yield from _trace(row, first, last, chunk)
                break
