"""Markdown for a pull request comment or a job summary: each finding with its words and every further place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from privacylint.lint import Reported, Result, Run
from privacylint.reports._markdown import code, escaped
from privacylint.rule import SEVERITIES
from privacylint.source import Place, Source

_LONGEST = 200
_NO_ADVICE = "This screens wording and is no legal advice: what it does not find may still be wrong."


def render(run: Run, *, color: bool = False) -> str:
    """A heading with the counts, then the findings file by file."""
    lines = [f"## privacylint: {_counts(run)}", ""]
    for result in run.results:
        if result.findings:
            lines += _file(result)
    lines.append(f"_{_NO_ADVICE}_")
    return "\n".join(lines) + "\n"


def _counts(run: Run) -> str:
    counts = Counter(found.severity for found in run.findings)
    files = f"{len(run.results)} file{'' if len(run.results) == 1 else 's'}"
    said = ", ".join(
        f"{counts[level]} {level}{'' if counts[level] == 1 or level == 'info' else 's'}"
        for level in SEVERITIES
        if counts[level]
    )
    return f"{said or 'no findings'} in {files}"


def _file(result: Result) -> Iterator[str]:
    yield from (f"### {code(result.path)}", "")
    for found in result.findings:
        yield from _finding(found, result.source)
    yield ""


def _finding(found: Reported, source: Source | None) -> Iterator[str]:
    rule = f"[{code(found.rule)}]({found.url})" if found.url else code(found.rule)
    yield f"- **{found.severity}** line {found.start.line}: {escaped(found.message)} ({rule})"
    if source is not None:
        yield f"  - {_quoted(source, found.start, found.end)}"
    for other in found.related:
        here = other.path == found.path
        where = f"line {other.start.line}" if here else f"{code(other.path)} line {other.start.line}"
        words = f": {_quoted(source, other.start, other.end)}" if source and here else ""
        yield f"  - {where}, {escaped(other.note) or 'see also'}{words}"
    if found.cites:
        yield f"  - law: {escaped('; '.join(found.cites))}"
    if found.help:
        yield f"  - help: {escaped(found.help)}"


def _quoted(source: Source, start: Place, end: Place) -> str:
    words = " ".join(source.text[start.offset : end.offset].split())
    if not words:
        return "(nothing stands there)"
    return code(words if len(words) <= _LONGEST else words[: _LONGEST - 2] + " …")
