"""
A compiled phrase and how it is matched.

A program is a row of steps, each a number of an item or a tuple:

    7                          item 7
    (GAP, size, item or -1)    up to `size` words, none of them of the item
    (EITHER, rows)             one of several rows of steps
    (SLOT, item, kind, name)   a slot

All places of a chunk are matched at once; only a sentence in which a phrase can be read in several ways is looked at by
itself. There is no backtracking.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from privacylint.words import Chunk, Window, Words

if TYPE_CHECKING:
    from privacylint.phrases import Match
    from privacylint.slots import Hit

GAP, EITHER, SLOT = 0, 1, 2
Row = tuple[Any, ...]
Where = Chunk | Window


class Program:
    """One compiled wording. `needs` are word items without which it stands nowhere."""

    __slots__ = ("gaps", "has_slots", "needs", "steps", "wording")

    def __init__(self, wording: str, steps: Row, needs: tuple[int, ...], has_slots: bool) -> None:
        self.wording = wording
        self.steps = steps
        self.needs = needs
        self.has_slots = has_slots
        self.gaps = [number for number, step in enumerate(steps) if step.__class__ is tuple and step[0] == GAP]

    def occurs(self, words: Words) -> bool:
        """Whether it stands anywhere in the text."""
        return words.present().keys() >= {*self.needs} and any(
            _forward(self.steps, chunk.everywhere, chunk) for chunk in words.chunks
        )

    def find(self, words: Words) -> Iterator[Match]:
        """Its matches, in the order of the text, none overlapping another."""
        present = words.present()
        for item in self.needs:
            if item not in present:
                return
        for chunk in words.chunks:
            yield from self._in(words, chunk)

    def _in(self, words: Words, chunk: Chunk) -> Iterator[Match]:
        tables = chunk.tables
        at = chunk.everywhere
        states = []
        for step in self.steps:
            states.append(at)
            if step.__class__ is int:
                reached = 0
                for length, mask in tables[step]:
                    reached |= (at & mask) << length
                at = reached
            else:
                at = _step(step, at, chunk)
            if not at:
                return
        ends = at
        for number in range(len(states) - 1, -1, -1):
            at = _back(self.steps[number], at, chunk) & states[number]
        from privacylint.phrases import Match

        sentences, low = words.sentence_numbers, chunk.low
        for number, begins, stops in _by_sentence(_positions(at), _positions(ends), sentences, low):
            window = None
            if len(begins) == 1 and len(stops) == 1:
                pairs = [(begins[0], stops[0])] if stops[0] > begins[0] else []
            else:
                window = chunk.window(number)
                base = window.low - low
                # several readings: the ends are taken one by one
                pairs = [(begin + base, end + base) for begin, end in self._readings(_set(stops, base), window)]
            for begin, end in pairs:
                slots: dict[str, Any] = {}
                spans = {}
                if self.has_slots:
                    window = window or chunk.window(number)
                    base = window.low - low
                    for name, hit in _trace(self.steps, begin - base, end - base, window):
                        slots[name] = hit.value
                        spans[name] = words.span(hit.first, hit.after)
                yield Match.at(words, number, (low + begin, low + end), self.wording, slots, spans)

    def _readings(self, ends: int, window: Window) -> Iterator[tuple[int, int]]:
        free = window.everywhere
        while ends:
            end = _lowest(ends)
            starts = _backward(self.steps, 1 << end, window) & free
            if not starts:
                ends &= ends - 1
                continue
            begin = _highest(starts)
            begin, end = self._widen(begin, end, window, free)
            if end > begin:
                yield begin, end
            ends &= -1 << (end + 1)
            free &= -1 << max(end, begin + 1)

    def _widen(self, begin: int, end: int, window: Window, free: int) -> tuple[int, int]:
        # the tightest match around the gaps, with every optional word before the first and after the last gap
        gaps = self.gaps
        if not gaps:
            begin = _lowest(_backward(self.steps, 1 << end, window) & free)
            return begin, _highest(_forward(self.steps, 1 << begin, window))
        cuts = _cuts(self.steps, begin, end, window)
        head, tail = self.steps[: gaps[0]], self.steps[gaps[-1] + 1 :]
        if head:
            begin = _lowest(_backward(head, 1 << cuts[gaps[0]], window) & free or 1 << begin)
        if tail:
            end = _highest(_forward(tail, 1 << cuts[gaps[-1] + 1], window) or 1 << end)
        return begin, end


def _by_sentence(
    begins: list[int], ends: list[int], sentences: Any, low: int
) -> Iterator[tuple[int, list[int], list[int]]]:
    """The positions of the first and of the last list that stand in one sentence, sentence by sentence."""
    at, to = 0, 0
    while at < len(begins):
        number = sentences[low + begins[at]]
        first, one = at, to
        while at < len(begins) and sentences[low + begins[at]] == number:
            at += 1
        while to < len(ends) and sentences[low + ends[to]] == number:
            to += 1
        yield number, begins[first:at], ends[one:to]


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


def _set(positions: list[int], base: int) -> int:
    mask = 0
    for position in positions:
        mask |= 1 << (position - base)
    return mask


def _lowest(positions: int) -> int:
    return (positions & -positions).bit_length() - 1


def _highest(positions: int) -> int:
    return positions.bit_length() - 1


def _step(step: Any, at: int, where: Where) -> int:
    """The positions reached when a step is read from any of `at`."""
    if step.__class__ is int or step[0] == SLOT:
        reached = 0
        for length, mask in where.tables[step if step.__class__ is int else step[1]]:
            reached |= (at & mask) << length
        return reached
    if step[0] == GAP:
        _, size, without = step
        open_words = where.inside if without < 0 else where.inside & ~where.mask(without)
        edge = at
        for _ in range(size):
            edge = (edge & open_words) << 1
            if not edge:
                break
            at |= edge
        return at
    reached = 0
    for row in step[1]:
        reached |= _forward(row, at, where)
    return reached


def _forward(steps: Row, at: int, where: Where) -> int:
    for step in steps:
        at = _step(step, at, where)
        if not at:
            return 0
    return at


def _back(step: Any, at: int, where: Where) -> int:
    """The positions from which a step can be read so that it ends at any of `at`."""
    if step.__class__ is int or step[0] == SLOT:
        reached = 0
        for length, mask in where.tables[step if step.__class__ is int else step[1]]:
            reached |= (at >> length) & mask
        return reached
    if step[0] == GAP:
        _, size, without = step
        open_words = where.inside if without < 0 else where.inside & ~where.mask(without)
        edge = at
        for _ in range(size):
            edge = (edge >> 1) & open_words
            if not edge:
                break
            at |= edge
        return at
    reached = 0
    for row in step[1]:
        reached |= _backward(row, at, where)
    return reached


def _backward(steps: Row, at: int, where: Where) -> int:
    for step in reversed(steps):
        at = _back(step, at, where)
        if not at:
            return 0
    return at


def _cuts(steps: Row, begin: int, end: int, window: Window) -> list[int]:
    """Where each step of a match begins, and the end: gaps as short as can be, all else as long as can be."""
    reached = [1 << begin]
    for step in steps:
        reached.append(_step(step, reached[-1], window))
    cuts = [end]
    for number in range(len(steps) - 1, -1, -1):
        step = steps[number]
        choices = reached[number] & _back(step, 1 << cuts[-1], window)
        is_gap = step.__class__ is tuple and step[0] == GAP
        cuts.append(_highest(choices) if is_gap else _lowest(choices))
    return cuts[::-1]


def _trace(steps: Row, begin: int, end: int, window: Window) -> Iterator[tuple[str, Hit]]:
    cuts = _cuts(steps, begin, end, window)
    for number, step in enumerate(steps):
        if step.__class__ is int or step[0] == GAP:
            continue
        first, last = cuts[number], cuts[number + 1]
        if step[0] == SLOT:
            yield step[3], window.hit(step[2], first, last)
            continue
        for row in step[1]:
            if _forward(row, 1 << first, window) >> last & 1:
                yield from _trace(row, first, last, window)
                break
