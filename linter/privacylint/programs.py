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

import marshal
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from privacylint.matches import Match
from privacylint.words import Chunk, Words

if TYPE_CHECKING:
    from privacylint.slots import Hit
    from privacylint.source import Span

GAP, EITHER, SLOT, TABLE = 0, 1, 2, 3
Row = tuple[Any, ...]
Bound = tuple[int, Any]
"""A step with what it goes by in a chunk of text: TABLE or GAP with moves, or EITHER with rows of the same.

A move is a number of words and the positions from which so many can be read. Of a table one is taken, of a gap any."""

Spot = tuple[int, Any, "_Reader | None"]
"""The positions of the first word of a match and of the word after its last.

With a reader: the first position in a sentence at which matches begin, and all at which they end."""

_WIDE = 10_000
"""A larger set is halved before its numbers are taken out one by one."""

_SHORT = 1000
"""Sentences of at most so many words are read in one go; of longer ones, as many words as a match can have."""

_NO_SLOTS: Mapping[str, Any] = {}


class Program:
    """One compiled wording. `needs` are items that must all stand in a sentence in which it does."""

    __slots__ = ("_steps", "has_slots", "needs", "wording")

    def __init__(self, wording: str, steps: Row | bytes, needs: tuple[int, ...], has_slots: bool) -> None:
        self.wording = wording
        self.needs = needs
        self.has_slots = has_slots
        self._steps = steps

    @property
    def steps(self) -> Row:
        """What is matched, one after the other."""
        if self._steps.__class__ is bytes:
            self._steps = marshal.loads(self._steps)
        return self._steps  # type: ignore[return-value]

    def packed(self) -> tuple[bytes, tuple[int, ...], bool]:
        """What the store keeps."""
        return marshal.dumps(self.steps), self.needs, self.has_slots

    def occurs(self, words: Words) -> bool:
        """Whether it stands anywhere in the text."""
        return any(
            _ahead([_bound(step, chunk, 0) for step in self.steps], chunk.everywhere)
            for chunk in words.chunks
            if self.sentences(chunk)
        )

    def find(self, words: Words) -> list[Match]:
        """Its matches, in the order of the text, none overlapping another."""
        found: list[Match] = []
        for chunk in words.chunks:
            sentences = self.sentences(chunk)
            if sentences:
                found += self.matches(chunk)
        return found

    def sentences(self, chunk: Chunk) -> int:
        """The sentences of a chunk in which it could stand, since all its parts do."""
        chunk.look_up()
        found = chunk.sentences
        sets = chunk.sets
        for item in self.needs:
            found &= sets[item]
            if not found:
                break
        return found

    def matches(self, chunk: Chunk) -> list[Match]:
        """Its matches in a chunk."""
        return [match for spot in self.spots(chunk) for match in self.read(spot, chunk)]

    def spots(self, chunk: Chunk) -> list[Spot]:
        """Where it stands in a chunk, in the order of the text; `read` makes matches of a spot."""
        return _spots(self.steps, chunk)

    def read(self, spot: Spot, chunk: Chunk) -> Iterator[Match]:
        """The matches of a spot."""
        begin, end, reader = spot
        if reader is None:
            yield self._match(begin, end, chunk)
        else:
            for first, after in reader.readings(begin, end):
                yield self._match(first, after, chunk)

    def _match(self, begin: int, end: int, chunk: Chunk) -> Match:
        words, low = chunk.words, chunk.low
        slots: Mapping[str, Any] = _NO_SLOTS
        spans: Mapping[str, Span] = _NO_SLOTS
        if self.has_slots:
            hits = [*_trace(self.steps, begin, end, chunk)]
            slots = {name: hit.value for name, hit in hits}
            spans = {name: words.span(hit.first, hit.after) for name, hit in hits}
        sentence = words.sentences[words.sentence_numbers[low + begin]]
        return Match(None, sentence, slots, spans, self.wording, (low + begin, low + end), words)


def _spots(steps: Row, chunk: Chunk) -> list[Spot]:
    """Where a phrase stands."""
    tables = chunk.tables
    at = chunk.everywhere
    before = []
    bound: list[Bound] = []
    length = 0
    is_fixed = True
    for step in steps:
        before.append(at)
        if step.__class__ is int:
            table = tables[step]
            bound.append((TABLE, table))
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
            bound.append(_bound(step, chunk, 0))
            at = _ahead(bound[-1:], at)
            is_fixed = False
        if not at:
            return []
    ends = _positions(at)
    if is_fixed:
        return _in_a_row(ends, length)
    for one, reached in zip(reversed(bound), reversed(before), strict=True):
        at = _behind((one,), at) & reached
    return _by_sentence(_positions(at), ends, _Reader(steps, bound, chunk))


def _in_a_row(ends: list[int], length: int) -> list[Spot]:
    """The matches that are all of one length, without those that overlap an earlier one."""
    if length == 1:
        return [(end - 1, end, None) for end in ends]
    found: list[Spot] = []
    past = 0
    for end in ends:
        if end - length >= past:
            found.append((end - length, end, None))
            past = end
    return found


def _by_sentence(begins: list[int], ends: list[int], reader: _Reader) -> list[Spot]:
    """The spots that begin and end at some of these positions, sentence by sentence."""
    chunk = reader.chunk
    numbers, low = chunk.words.sentence_numbers, chunk.low
    found: list[Spot] = []
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
        if at - first > 1 or to - one > 1:
            found.append((begins[first], ends[one:to], reader))
        elif ends[one] > begins[first]:
            found.append((begins[first], ends[one], None))
    return found


class _Reader:
    """Reads a phrase where it can be read in several ways: its ends are taken one by one."""

    __slots__ = ("_bound", "_gaps", "_steps", "_whole", "chunk")

    def __init__(self, steps: Row, bound: list[Bound], chunk: Chunk) -> None:
        self.chunk = chunk
        self._steps = steps
        self._whole = bound
        self._gaps: list[int] | None = None
        self._bound: list[Bound] = []

    def readings(self, first: int, ends: list[int]) -> Iterator[tuple[int, int]]:
        """The matches from a position on that end at some of `ends`, none overlapping another."""
        past = -1
        base = first
        until = -1
        for end in ends:
            if end <= past:
                continue
            if end > until:
                # sets of positions are counted from here, to keep them short in the longest of sentences
                if ends[-1] - first > _SHORT:
                    base = max(first, end - sum(_longest(step, self.chunk) for step in self._steps))
                until = base + max(_SHORT, end - base)
                self._bound = _counted_from(base, self._whole)
            starts = _behind(self._bound, 1 << (end - base)) >> (first - base) << (first - base)
            if not starts:
                continue
            begin, after = self._widened(starts, end - base, first - base)
            past = base + after
            if after > begin:
                yield base + begin, past
            first = max(past, base + begin + 1)

    def _widened(self, starts: int, end: int, first: int) -> tuple[int, int]:
        # the tightest match around the gaps, with every optional word before the first and after the last gap
        if self._gaps is None:
            self._gaps = _gaps(self._steps)
        bound, gaps = self._bound, self._gaps
        if not gaps:
            begin = _lowest(starts)
            return begin, _highest(_ahead(bound, 1 << begin))
        begin = _highest(starts)
        head, tail = bound[: gaps[0]], bound[gaps[-1] + 1 :]
        if _is_fixed(head) and _is_fixed(tail):
            return begin, end
        cuts = _cuts(bound, begin, end)
        begin = _lowest(_behind(head, 1 << cuts[gaps[0]]) >> first << first or 1 << begin)
        return begin, _highest(_ahead(tail, 1 << cuts[gaps[-1] + 1]) or 1 << end)


def _gaps(steps: Row) -> list[int]:
    return [number for number, step in enumerate(steps) if step.__class__ is tuple and step[0] == GAP]


def _is_fixed(bound: list[Bound]) -> bool:
    """Whether all that these steps cover is of one length."""
    return all(kind == TABLE and len(moves) == 1 for kind, moves in bound)


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
    """The numbers of a set, the least first."""
    if mask.bit_length() > _WIDE:
        half = mask.bit_length() >> 1
        above = _positions(mask >> half)
        return [*_positions(mask & ((1 << half) - 1)), *(half + number for number in above)]
    found = []
    while mask:
        highest = mask.bit_length() - 1
        mask ^= 1 << highest
        found.append(highest)
    found.reverse()
    return found


def _lowest(positions: int) -> int:
    return (positions & -positions).bit_length() - 1


def _highest(positions: int) -> int:
    return positions.bit_length() - 1


def _bound(step: Any, chunk: Chunk, base: int) -> Bound:
    """A step with the sets of positions of a chunk that it goes by, counted from `base`."""
    if step.__class__ is int or step[0] == SLOT:
        table = chunk.tables[step if step.__class__ is int else step[1]]
        return TABLE, [(length, mask >> base) for length, mask in table] if base else table
    if step[0] == GAP:
        run, without = chunk.run, step[2]
        if base:
            return GAP, [(length, run(without, length) >> base) for length in _strides(step[1])]
        return GAP, [(length, run(without, length)) for length in _strides(step[1])]
    return EITHER, [[_bound(part, chunk, base) for part in row] for row in step[1]]


def _counted_from(base: int, bound: Sequence[Bound]) -> list[Bound]:
    """The same with sets of positions counted from `base`."""
    found: list[Bound] = []
    for kind, moves in bound:
        if kind == EITHER:
            found.append((kind, [_counted_from(base, row) for row in moves]))
        else:
            found.append((kind, [(length, mask >> base) for length, mask in moves]))
    return found


@cache
def _strides(size: int) -> tuple[int, ...]:
    """The lengths of steps that, each taken or not, cover every distance up to a size: 1, 2, 4 and 2 for 9."""
    lengths = []
    covered = 0
    while covered < size:
        lengths.append(min(covered + 1, size - covered))
        covered += lengths[-1]
    return tuple(lengths)


def _ahead(bound: Sequence[Bound], at: int) -> int:
    """The positions reached when some steps are read from any of `at`."""
    for kind, moves in bound:
        if kind == GAP:
            for length, mask in moves:
                at |= (at & mask) << length
        else:
            reached = 0
            if kind == TABLE:
                for length, mask in moves:
                    reached |= (at & mask) << length
            else:
                for row in moves:
                    reached |= _ahead(row, at)
            at = reached
            if not at:
                break
    return at


def _behind(bound: Sequence[Bound], at: int) -> int:
    """The positions from which some steps can be read so that they end at any of `at`."""
    for kind, moves in reversed(bound):
        if kind == GAP:
            for length, mask in moves:
                at |= (at >> length) & mask
        else:
            reached = 0
            if kind == TABLE:
                for length, mask in moves:
                    reached |= (at >> length) & mask
            else:
                for row in moves:
                    reached |= _behind(row, at)
            at = reached
            if not at:
                break
    return at


def _cuts(bound: list[Bound], begin: int, end: int) -> list[int]:
    """Where each step of a match begins, and the end: gaps as short as can be, all else as long as can be."""
    reached = [1 << begin]
    for one in bound:
        reached.append(_ahead((one,), reached[-1]))
    cuts = [end]
    for one, before in zip(reversed(bound), reversed(reached[:-1]), strict=True):
        choices = before & _behind((one,), 1 << cuts[-1])
        cuts.append(_highest(choices) if one[0] == GAP else _lowest(choices))
    return cuts[::-1]


def _trace(steps: Row, begin: int, end: int, chunk: Chunk) -> Iterator[tuple[str, Hit]]:
    """The slots of a match, by their names."""
    cuts = [begin, end]
    if len(steps) != 1:
        bound = [_bound(step, chunk, begin) for step in steps]
        cuts = [begin + cut for cut in _cuts(bound, 0, end - begin)]
    for step, (first, last) in zip(steps, pairwise(cuts), strict=True):
        if step.__class__ is int or step[0] == GAP:
            continue
        if step[0] == SLOT:
            yield step[3], chunk.hits(step[2])[first, last]
            continue
        for row in step[1]:
            if _ahead([_bound(part, chunk, first) for part in row], 1) >> (last - first) & 1:
                yield from _trace(row, first, last, chunk)
                break
