"""
One page for people who read findings and not code: each finding with all its passages, and the text they stand in.

The page fetches nothing, holds no script, and forbids both. It needs Jinja2: `pip install "privacylint[html]"`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from privacylint.lint import Reported, Result, Run
from privacylint.reports import Unavailable
from privacylint.reports._paint import harmless
from privacylint.rule import SEVERITIES
from privacylint.source import Place, Source, Span

try:
    from jinja2 import Environment, StrictUndefined
except ImportError:
    raise Unavailable('the format html needs Jinja2: pip install "privacylint[html]"') from None

_TEMPLATE = Path(__file__).with_name("_page.html.j2")
_AROUND = 160
"""How many characters of its paragraph are shown before and after a passage."""


class Passage(NamedTuple):
    """Words of a policy between those around them; `line` is linked where the text is on the page."""

    path: str
    line: int
    anchor: str
    note: str
    before: str
    words: str
    after: str


class Card(NamedTuple):
    """A finding as the page shows it."""

    found: Reported
    passages: list[Passage]


class Line(NamedTuple):
    """A line of a policy: its number and its stretches, each with the severity of what was found there, or ""."""

    number: int
    stretches: list[tuple[str, str]]


class Sheet(NamedTuple):
    """A file of the run. `lines` is empty where there is nothing to show."""

    path: str
    anchor: str
    cards: list[Card]
    lines: list[Line]
    regimes: tuple[tuple[str, str], ...]
    counts: list[tuple[str, int]]


def render(run: Run, *, color: bool = False) -> str:
    """The page."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters["harmless"] = harmless
    sheets = [_sheet(number, result) for number, result in enumerate(run.results, 1)]
    page: str = environment.from_string(_TEMPLATE.read_text("utf-8")).render(
        run=run, sheets=sheets, counts=_counts(run.findings), severities=SEVERITIES
    )
    return page


def _counts(findings: Iterable[Reported]) -> list[tuple[str, int]]:
    counts = Counter(found.severity for found in findings)
    return [(level, counts[level]) for level in SEVERITIES if counts[level]]


def _sheet(number: int, result: Result) -> Sheet:
    anchor = f"f{number}"
    cards = [Card(found, list(_passages(found, result.source, anchor))) for found in result.findings]
    lines = list(_lines(result.source, result.findings)) if result.source and cards else []
    return Sheet(result.path, anchor, cards, lines, result.regimes, _counts(result.findings))


def _passages(found: Reported, source: Source | None, anchor: str) -> Iterator[Passage]:
    places = [(found.path, found.start, found.end, ""), *((o.path, o.start, o.end, o.note) for o in found.related)]
    for path, start, end, note in places:
        here = source is not None and path == found.path
        words = _quoted(source, start, end) if source is not None and here else ("", "", "")
        yield Passage(path, start.line, f"{anchor}-{start.line}" if here else "", note, *words)


def _quoted(source: Source, start: Place, end: Place) -> tuple[str, str, str]:
    """The words of a place, with what stands before and after them in their lines, both cut to whole words."""
    first, last = source.line_span(start.line).start, source.line_span(end.line).end
    before, after = source.text[first : start.offset], source.text[end.offset : last]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + " …"
    return before, source.text[start.offset : end.offset], after


def _lines(source: Source, findings: Iterable[Reported]) -> Iterator[Line]:
    """The whole text, with what was found marked; where two findings overlap the graver one shows."""
    marks: dict[int, list[tuple[Span, str]]] = {}
    for found in findings:
        related = [(other.start, other.end) for other in found.related if other.path == found.path]
        for start, end in [(found.start, found.end), *related]:
            for line in range(start.line, end.line + 1):
                marks.setdefault(line, []).append((Span(start.offset, end.offset), found.severity))
    for number in range(1, source.place(len(source.text)).line + 1):
        yield Line(number, list(_stretches(source, source.line_span(number), marks.get(number, []))))


def _stretches(source: Source, line: Span, marks: list[tuple[Span, str]]) -> Iterator[tuple[str, str]]:
    inside = [(max(span.start, line.start), min(span.end, line.end), level) for span, level in marks]
    edges = sorted({line.start, line.end, *(edge for start, end, _ in inside if start < end for edge in (start, end))})
    for start, end in pairwise(edges):
        levels = [level for first, last, level in inside if first <= start and end <= last]
        yield source.text[start:end], min(levels, key=SEVERITIES.index, default="")
