"""
The lines of a file around a place, with marks under its exact characters.

A paragraph of a policy is often one line of a thousand characters, so a long line is cut to a window around the place
and a long place goes on in a second row. Marks are counted in columns of the terminal, not in characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.reports._paint import shown, visible, width
from privacylint.source import Place, Source, Span

COLUMNS = 96
"""How wide a row may be."""
_LEAD = 32
_ROWS = 5
_CUT = "…"


class Row(NamedTuple):
    """A row of an excerpt: `number` where a line of the file begins, else None; `marks` is as wide as it needs."""

    number: int | None
    text: str
    marks: str


def excerpt(source: Source, start: Place, end: Place, mark: str = "^") -> list[Row]:
    """The rows that show the place from `start` to `end`, the middle left out when they are many."""
    rows = [row for line in _lines(source, start, end) for row in _line(source, line, start, end, mark)]
    if len(rows) <= _ROWS:
        return rows
    return [*rows[: _ROWS - 2], Row(None, _CUT, ""), rows[-1]]


def _lines(source: Source, start: Place, end: Place) -> list[int]:
    last = end.line
    while last > start.line and source.line_span(last).start >= end.offset:
        last -= 1
    lines = list(range(start.line, last + 1))
    # of a very long place only the first and the last rows are shown, so the lines between need no look
    return lines if len(lines) <= 2 * _ROWS else [*lines[:_ROWS], *lines[-_ROWS:]]


def _line(source: Source, line: int, start: Place, end: Place, mark: str) -> Iterator[Row]:
    span = source.line_span(line)
    text = source.cut(span)
    first = min(max(start.offset - span.start, 0), len(text))
    last = min(max(end.offset - span.start, first), len(text))
    left, right = _window(text, first, last)
    number: int | None = line
    for begin, stop in _wrap(text, left, right):
        before = _CUT + " " if begin == left > 0 else ""
        after = " " + _CUT if stop == right < len(text) else ""
        # a row of a wrapped line does not end in the blank it was broken at, nor in a mark under it
        solid = begin + len(text[begin:stop].rstrip()) if stop < len(text) else stop
        marks = " " * len(before) + _marks(text, begin, solid, Span(first, last), mark)
        yield Row(number, before + visible(text[begin:solid]) + after, marks.rstrip())
        number = None
        if stop >= last:
            break


def _window(text: str, first: int, last: int) -> tuple[int, int]:
    if len(text) <= COLUMNS and width(visible(text)) <= COLUMNS:
        return 0, len(text)
    room = COLUMNS - 4
    left = max(0, min(first - _LEAD, len(text) - room))
    if left:
        blank = text.find(" ", left, first)
        left = blank + 1 if blank >= 0 else left
    right = min(len(text), max(last, left + room))
    if right < len(text) and right > last:
        blank = text.rfind(" ", last, right)
        right = blank if blank >= 0 else right
    return left, right


def _wrap(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    while True:
        columns, stop = _fitting(text, left, right)
        if right - stop <= 4 and columns <= COLUMNS:
            stop = right
        if stop < right:
            blank = text.rfind(" ", left + 1, stop)
            stop = blank + 1 if blank >= 0 else max(stop, left + 1)
        yield left, stop
        if stop >= right:
            return
        left = stop


def _fitting(text: str, left: int, right: int) -> tuple[int, int]:
    """Where the characters from `left` on fill a row, and the columns up to there and of the next character."""
    if text.isascii() and text.isprintable():
        stop = min(right, left + COLUMNS - 4)
        return min(stop + 1, right) - left, stop
    columns, stop = 0, left
    while stop < right and (columns := columns + width(shown(text[stop]))) <= COLUMNS - 4:
        stop += 1
    return columns, stop


def _marks(text: str, begin: int, stop: int, span: Span, mark: str) -> str:
    if span.start == span.end:
        at_end = span.start == stop == len(text)
        return " " * _columns(text, begin, span.start) + mark if begin <= span.start < stop or at_end else ""
    inside = _columns(text, max(begin, span.start), min(stop, span.end))
    if begin >= span.end or stop <= span.start:
        return ""
    return " " * _columns(text, begin, max(begin, span.start)) + mark * max(inside, 1)


def _columns(text: str, begin: int, stop: int) -> int:
    return width(visible(text[begin:stop]))
