"""RDJSON, the diagnostics of reviewdog. It counts columns in bytes of UTF-8."""

from __future__ import annotations

from typing import Any

from privacylint.lint import Reported, Run
from privacylint.reports._markdown import escaped
from privacylint.reports._place import byte_column, from_root
from privacylint.reports._script import as_json
from privacylint.source import Place, Source


def render(run: Run, *, color: bool = False) -> str:
    """One JSON document."""
    sources = {result.path: result.source for result in run.results}
    document = {
        "source": {"name": "privacylint", "url": "https://github.com/privacylint/privacylint"},
        "diagnostics": [_diagnostic(found, sources) for found in run.findings],
    }
    return as_json(document) + "\n"


def _diagnostic(found: Reported, sources: dict[str, Source | None]) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        # reviewdog puts it into a comment, which is Markdown
        "message": escaped(found.message) + (f"\n\n{escaped(found.help)}" if found.help else ""),
        "location": _location(found.path, found.start, found.end, sources),
        "severity": found.severity.upper(),
        "code": {"value": found.rule, **({"url": found.url} if found.url else {})},
    }
    suggestions = _suggestions(found, sources[found.path])
    if suggestions:
        diagnostic["suggestions"] = suggestions
    if found.related:
        diagnostic["related_locations"] = [
            {"message": escaped(other.note), "location": _location(other.path, other.start, other.end, sources)}
            for other in found.related
        ]
    return diagnostic


def _location(path: str, start: Place, end: Place, sources: dict[str, Source | None]) -> dict[str, Any]:
    return {"path": from_root(path), "range": _range(sources.get(path), start, end)}


def _range(source: Source | None, start: Place, end: Place) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": start.line, "column": byte_column(source, start)},
        "end": {"line": end.line, "column": byte_column(source, end)},
    }


def _suggestions(found: Reported, source: Source | None) -> list[dict[str, Any]]:
    # several suggestions are a choice to reviewdog, so a fix of several edits cannot be said
    if source is None or found.fix is None or len(found.fix.edits) != 1:
        return []
    edit = found.fix.edits[0]
    return [{"range": _range(source, source.place(edit.start), source.place(edit.end)), "text": edit.text}]
