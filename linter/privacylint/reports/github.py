"""
GitHub workflow commands: annotations beside the lines of a pull request, and the job summary.

GitHub shows ten annotations of each level for a step and drops the rest without a word. So every finding is also
printed as a plain line, the ten gravest of each level become annotations, and the last line counts the others. Inside a
job the report is also written to its summary, in Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from privacylint.lint import Reported, Run
from privacylint.reports._paint import harmless
from privacylint.reports._place import from_root
from privacylint.rule import CONFIDENCES, SEVERITIES

MOST = 10
"""Annotations of one level that GitHub shows for a step."""
LARGEST_SUMMARY = 1_000_000
"""Bytes of a job summary, a little less than the 1 MiB at which GitHub refuses it whole."""
_COMMAND = {"error": "error", "warning": "warning", "info": "notice"}


def render(run: Run, *, color: bool = False) -> str:
    """Plain lines, then the commands, then how many were left out."""
    shown = [found for level in SEVERITIES for found in _gravest(run.findings, level)]
    lines = [*map(_plain, run.findings), *map(_annotation, shown)]
    rest = len(run.findings) - len(shown)
    if rest:
        more = f"{rest} more finding{'' if rest == 1 else 's'}"
        lines.append(f"{more} without an annotation: GitHub shows {MOST} of a level")
    return "".join(f"{line}\n" for line in lines)


def publish(run: Run, environ: Mapping[str, str]) -> None:
    """Append the report to the job summary, where there is a job. Raises OSError."""
    file = environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from privacylint.reports import markdown

    summary = markdown.render(run).encode("utf-8", "backslashreplace")
    if len(summary) > LARGEST_SUMMARY:
        cut = summary[:LARGEST_SUMMARY]
        summary = cut[: cut.rfind(b"\n") + 1] + b"\nThe rest is in the log of the job.\n"
    with Path(file).open("ab") as stream:
        stream.write(summary)


def _gravest(findings: Iterable[Reported], level: str) -> list[Reported]:
    fitting = [found for found in findings if found.severity == level]
    return sorted(fitting, key=lambda found: CONFIDENCES.index(found.confidence))[:MOST]


def _plain(found: Reported) -> str:
    # begins with a word of ours, so that no path can make the line a command
    where = f"{from_root(found.path)}:{found.start.line}:{found.start.column}"
    return f"{found.severity} {harmless(where)} {harmless(found.message)} [{found.rule}]"


def _annotation(found: Reported) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in _properties(found))
    return f"::{_COMMAND[found.severity]} {properties}::{_data(found)}"


def _properties(found: Reported) -> Iterator[tuple[str, object]]:
    yield "file", from_root(found.path)
    yield "line", found.start.line
    yield "endLine", found.end.line
    if found.start.line == found.end.line:
        # GitHub refuses columns of a place of several lines
        yield "col", found.start.column
        yield "endColumn", max(found.end.column, found.start.column)
    yield "title", found.rule


def _data(found: Reported) -> str:
    also = [f"{from_root(other.path)}:{other.start.line} {other.note}".rstrip() for other in found.related]
    return "%0A".join(_escaped(harmless(line)) for line in (found.message, *also, found.help) if line)


def _property(value: object) -> str:
    return _escaped(harmless(str(value))).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
