"""One line a finding, for editors and for `grep`."""

from __future__ import annotations

from collections.abc import Iterable

from privacylint.lint import Reported, Run
from privacylint.reports._paint import SEVERITY, Paint, harmless, shown_path

_MOST = 6


def render(run: Run, *, color: bool = False) -> str:
    """`path:line:column: severity[rule] message`, further places in brackets."""
    paint = Paint(color)
    return "".join(f"{_line(found, paint)}\n" for found in run.findings)


def _line(found: Reported, paint: Paint) -> str:
    tag = paint(f"{found.severity}[{found.rule}]", SEVERITY.get(found.severity, "bold"))
    where = f"{shown_path(found.path)}:{found.start.line}:{found.start.column}"
    return f"{where}: {tag} {harmless(found.message)}{_also(found)}"


def _also(found: Reported) -> str:
    here = list(dict.fromkeys(place.start.line for place in found.related if place.path == found.path))
    there = [f"{harmless(place.path)}:{place.start.line}" for place in found.related if place.path != found.path]
    parts = [f"line{'s' if len(here) > 1 else ''} {_few(map(str, here))}"] if here else []
    parts += [_few(dict.fromkeys(there))] if there else []
    return f" (also {', '.join(parts)})" if parts else ""


def _few(names: Iterable[str]) -> str:
    listed = list(names)
    more = len(listed) - _MOST
    return ", ".join(listed) if more <= 0 else f"{', '.join(listed[:_MOST])} and {more} more"
