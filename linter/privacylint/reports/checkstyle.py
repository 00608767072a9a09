"""Checkstyle XML, which most build servers and review bots read."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.lint import Reported, Run
from privacylint.reports._place import from_root
from privacylint.reports._script import XML, element


def render(run: Run, *, color: bool = False) -> str:
    """A file element for each file that has findings."""
    files = [line for result in run.results if result.findings for line in _file(result.path, result.findings)]
    return "\n".join([XML, *element("checkstyle", files, version="4.3")]) + "\n"


def _file(path: str, findings: tuple[Reported, ...]) -> Iterator[str]:
    errors = [
        line
        for found in findings
        for line in element(
            "error",
            line=found.start.line,
            column=found.start.column,
            severity=found.severity,
            message=found.message,
            source=f"privacylint.{found.rule}",
        )
    ]
    yield from element("file", errors, name=from_root(path))
