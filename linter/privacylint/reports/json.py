"""Version 1 of the JSON shape, which outside programs rely on: keys are added, never renamed or dropped."""

from __future__ import annotations

from typing import Any

from privacylint.lint import Located, Reported, Run
from privacylint.reports._script import as_json
from privacylint.rule import Fix
from privacylint.source import Place

VERSION = 1


def render(run: Run, *, color: bool = False) -> str:
    """One JSON document."""
    document = {
        "version": VERSION,
        "tool": run.tool,
        "files": len(run.results),
        "findings": [finding(found) for found in run.findings],
    }
    return as_json(document) + "\n"


def finding(found: Reported) -> dict[str, Any]:
    """A finding with the keys of the contract, in its order."""
    return {
        "rule": found.rule,
        "family": found.family,
        "severity": found.severity,
        "confidence": found.confidence,
        "path": found.path,
        "start": place(found.start),
        "end": place(found.end),
        "message": found.message,
        "help": found.help,
        "cites": list(found.cites),
        "regimes": list(found.regimes),
        "related": [_related(located) for located in found.related],
        "fix": _fix(found.fix),
        "fingerprint": found.fingerprint,
        "url": found.url,
    }


def place(of: Place) -> dict[str, int]:
    """Line, column and offset."""
    return of._asdict()


def _related(located: Located) -> dict[str, Any]:
    return {"path": located.path, "start": place(located.start), "end": place(located.end), "note": located.note}


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    return fix and {"safe": fix.safe, "edits": [edit._asdict() for edit in fix.edits]}
