"""One line a finding, for editors and for `grep`."""

from __future__ import annotations

from privacylint.lint import Located, Reported, Run
from privacylint.reports._paint import SEVERITY, Paint, harmless


def render(run: Run, *, color: bool = False) -> str:
    """`path:line:column: severity[rule] message`, further places in brackets."""
    paint = Paint(color)
    return "".join(f"{_line(found, paint)}\n" for found in run.findings)


def _line(found: Reported, paint: Paint) -> str:
    tag = paint(f"{found.severity}[{found.rule}]", SEVERITY.get(found.severity, "bold"))
    where = f"{harmless(found.path)}:{found.start.line}:{found.start.column}"
    return f"{where}: {tag} {harmless(found.message)}{_also(found)}"


def _also(found: Reported) -> str:
    places = [_name(place, found.path) for place in found.related]
    return f" (also {', '.join(dict.fromkeys(places))})" if places else ""


def _name(place: Located, path: str) -> str:
    return f"line {place.start.line}" if place.path == path else f"{harmless(place.path)}:{place.start.line}"
