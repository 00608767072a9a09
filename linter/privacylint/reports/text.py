"""
What a person reads in a terminal: each finding with its words, every further place it speaks of, the law, the way out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from textwrap import wrap

from privacylint.lint import Reported, Run
from privacylint.reports._excerpt import COLUMNS, Row, excerpt
from privacylint.reports._paint import SEVERITY, Paint, begun, harmless, no_command, shown_path
from privacylint.rule import SEVERITIES
from privacylint.source import Place, Source

_MOST = 4
_MOST_NAMED = 8
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
    few = found.related if len(found.related) <= _MOST else found.related[: _MOST - 1]
    related = [(place, _rows(sources.get(place.path), place.start, place.end, "-")) for place in few]
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
    if few != found.related:
        others = ", ".join(_where(place.path, place.start) for place in found.related[len(few) :][:_MOST_NAMED])
        hidden = len(found.related) - len(few)
        cut = ", …" if hidden > _MOST_NAMED else ""
        yield f"{' ' * gutter} {paint('=>', 'cyan')} and {_count(hidden, 'more place')}: {others}{cut}"
    law = _unsaid(found)
    if law:
        yield from _labelled("law:", law, gutter, paint)
    if found.help:
        yield from _labelled("help:", found.help, gutter, paint)
    if found.fix and found.fix.edits:
        way = "--fix does it" if found.fix.safe else "--fix --unsafe-fixes does it, read it over afterwards"
        yield from _labelled("fix:", way, gutter, paint)


def _unsaid(found: Reported) -> str:
    """What is cited beyond the articles that the message names itself, so that each is said once."""
    articles = [article for cite in found.cites for article in cite.split("; ")]
    unsaid = [article for article in articles if article not in found.message]
    return f"{'also ' if len(unsaid) < len(articles) else ''}{'; '.join(unsaid)}" if unsaid else ""


def _labelled(label: str, text: str, gutter: int, paint: Paint) -> Iterator[str]:
    indent = " " * (gutter + len(label) + 2)
    room = max(COLUMNS - len(label), 1)
    rows = wrap(harmless(text), room, break_long_words=False, break_on_hyphens=False) or [""]
    yield f"{' ' * gutter} {paint(label, 'bold')} {rows[0]}"
    yield from (indent + begun(row) for row in rows[1:])


def _where(path: str, place: Place) -> str:
    return f"{shown_path(path)}:{place.line}:{place.column}"


def _rows(source: Source | None, start: Place, end: Place, mark: str) -> list[Row]:
    return excerpt(source, start, end, mark) if source else []


def _excerpt(rows: list[Row], gutter: int, tone: str, paint: Paint) -> Iterator[str]:
    for row in rows:
        number = "" if row.number is None else str(row.number)
        yield f"{paint(f'{number:>{gutter}} |', 'blue')} {no_command(row.text)}".rstrip()
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
    yield from _fixes(run)
    silenced = sum(result.suppressed for result in run.results)
    if silenced:
        yield f"{_count(silenced, 'finding')} silenced by a comment or the baseline"
    yield paint(_NO_ADVICE, "dim")


def _fixes(run: Run) -> Iterator[str]:
    fixed = sum(result.fixed for result in run.results)
    if fixed:
        yield f"{fixed} fixed in {_count(sum(bool(result.fixed) for result in run.results), 'file')}"
    safe = sum(found.fix.safe for found in run.findings if found.fix and found.fix.edits)
    doubtful = sum(not found.fix.safe for found in run.findings if found.fix and found.fix.edits)
    if safe:
        yield f"{safe} fixable with --fix" + (f", {doubtful} more with --unsafe-fixes" if doubtful else "")
    elif doubtful:
        yield f"{doubtful} fixable with --fix --unsafe-fixes"


def _laws(run: Run) -> str:
    reasons: dict[str, list[str]] = {}
    for result in run.results:
        for law, reason in result.regimes:
            reasons.setdefault(law, []).append(reason)
    if not reasons:
        return "no law, the text speaks to none (--regime names one)"
    read = sum(result.source is not None for result in run.results)
    if all(len(given) == read and len(set(given)) == 1 for given in reasons.values()):
        # a reason quotes one file, so it is said only where it holds for all
        return ", ".join(f"{law} ({harmless(given[0])})" if given[0] else law for law, given in sorted(reasons.items()))
    often = sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0]))
    return ", ".join(f"{law} in {_count(len(given), 'file')}" for law, given in often)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
