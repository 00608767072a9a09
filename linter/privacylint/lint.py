"""
The pipeline: bytes → Source → Policy → Claims → Findings → report.

    bytes ─read→ Source ─parse→ Policy ─extract→ Claims ─check→ Findings ─suppress→ Findings
"""

from __future__ import annotations

from typing import NamedTuple

from privacylint.claims import Claims
from privacylint.policy import Policy
from privacylint.rule import Fix
from privacylint.source import Place, Source


class Located(NamedTuple):
    """A place in a file, and the note shown beside it."""

    path: str
    start: Place
    end: Place
    note: str = ""


class Reported(NamedTuple):
    """A finding with everything the engine stamps on it; the fields are those of the JSON contract."""

    rule: str
    family: str
    severity: str
    confidence: str
    path: str
    start: Place
    end: Place
    message: str
    help: str = ""
    cites: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    related: tuple[Located, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    url: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """How findings are sorted: path, line, column, rule, message."""
        return (self.path, self.start.line, self.start.column, self.rule, self.message)


class Result(NamedTuple):
    """One linted file. `source`, `policy` and `claims` are None when it could not be read.

    `regimes` maps the id of each law it was held against to the reason ("asked for", or the words that speak of it).
    `suppressed` counts findings silenced by a comment or the baseline.
    """

    path: str
    source: Source | None
    policy: Policy | None
    claims: Claims | None
    findings: tuple[Reported, ...]
    regimes: tuple[tuple[str, str], ...] = ()
    suppressed: int = 0


class Run(NamedTuple):
    """A whole run: every file, in the order of their paths. What a report renders."""

    tool: str
    results: tuple[Result, ...]

    @property
    def findings(self) -> list[Reported]:
        """Every finding, sorted by path, line, column, rule."""
        return sorted((found for result in self.results for found in result.findings), key=lambda found: found.order)
