"""
What a person reads in a terminal: each finding with its words, every further place it speaks of, the law, the way out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from privacylint.lint import Reported, Run
from privacylint.reports._excerpt import Row, excerpt
from privacylint.reports._paint import SEVERITY, Paint, harmless
from privacylint.rule import SEVERITIES
from privacylint.source import Place, Source

_NO_ADVICE = "this screens wording and is no legal advice: what it does not find may still be wrong"


def render(run: Run, *, color: bool = False, quiet: bool = False) -> str:
    """The findings, and unless `quiet` what was found in all and which laws the text was held against."""
    paint = Paint(color)
    sources = {result.path: result.source for result in run.results}
    parts = ["\n".join(_finding(found, sources, paint)) for found in run.findings]
    if not quiet:
        parts.append("\n".join(_summary(run, paint)))
    return "\n\n".join(parts) + "\n" if parts else ""


def _finding(found: Reported, sources: Mapping[str, Source | None], paint: Paint) -> Iterator[str]:
    tone = SEVERITY.get(found.severity, "bold")
    primary = _rows(sources.get(found.path), found.start, found.end, "^")
    related = [(place, _rows(sources.get(place.path), place.start, place.end, "-")) for place in found.related]
    shown = [row for rows in (primary, *(rows for _, rows in related)) for row in rows]
    gutter = max((len(str(row.number or "")) for row in shown), default=1)
    yield (
        f"{paint(_where(found.path, found.start), 'bold')} {paint(f'{found.severity}[{found.rule}]', tone, 'bold')} "
        f"{harmless(found.message)}"
    )
    yield from _excerpt(primary, gutter, tone, paint)
    for place, rows in related:
        note = harmless(place.note) or "see also"
        yield f"{' ' * gutter} {paint('=>', 'cyan')} {_where(place.path, place.start)} {paint(note, 'cyan')}"
        yield from _excerpt(rows, gutter, "cyan", paint)
    if found.cites:
        yield f"{' ' * gutter} {paint('law:', 'bold')} {harmless('; '.join(found.cites))}"
    if found.help:
        yield f"{' ' * gutter} {paint('help:', 'bold')} {harmless(found.help)}"


def _where(path: str, place: Place) -> str:
    return f"{harmless(path)}:{place.line}:{place.column}"


def _rows(source: Source | None, start: Place, end: Place, mark: str) -> list[Row]:
    return excerpt(source, start, end, mark) if source else []


def _excerpt(rows: list[Row], gutter: int, tone: str, paint: Paint) -> Iterator[str]:
    for row in rows:
        number = "" if row.number is None else str(row.number)
        yield f"{paint(f'{number:>{gutter}} |', 'blue')} {row.text}".rstrip()
        if row.marks:
            yield f"{paint(' ' * gutter + ' |', 'blue')} {_painted(row.marks, tone, paint)}"


def _painted(marks: str, tone: str, paint: Paint) -> str:
    drawn = marks.lstrip(" ")
    return " " * (len(marks) - len(drawn)) + paint(drawn, tone, "bold")


def _summary(run: Run, paint: Paint) -> Iterator[str]:
    findings, laws = run.findings, _laws(run)
    if findings:
        hit = len({found.path for found in findings})
        checked = "" if hit == len(run.results) else f", {_count(len(run.results), 'file')} checked"
        counts = Counter(found.severity for found in findings)
        said = ", ".join(
            paint(_count(counts[level], level) if level != "info" else f"{counts[level]} info", SEVERITY[level], "bold")
            for level in SEVERITIES
            if counts[level]
        )
        yield f"{said} in {_count(hit, 'file')}{checked}"
        yield f"checked against: {laws}"
    else:
        clean = paint("no findings", "green", "bold")
        yield f"{clean} in {_count(len(run.results), 'file')} (checked against: {laws})"
    silenced = sum(result.suppressed for result in run.results)
    if silenced:
        yield f"{_count(silenced, 'finding')} silenced by a comment or the baseline"
    yield paint(_NO_ADVICE, "dim")


def _laws(run: Run) -> str:
    reasons: dict[str, list[str]] = {}
    for result in run.results:
        for law, reason in result.regimes:
            reasons.setdefault(law, []).append(reason)
    if not reasons:
        return "no law, the text speaks to none (--regime names one)"
    read = sum(result.source is not None for result in run.results)
    return ", ".join(f"{law}{_why(given, read)}" for law, given in sorted(reasons.items()))


def _why(given: list[str], files: int) -> str:
    # a reason quotes one file, so it is said only where it holds for all
    if len(set(given)) == 1 and len(given) == files:
        return f" ({harmless(given[0])})" if given[0] else ""
    return f" ({len(given)} of {files} files)" if len(given) < files else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
