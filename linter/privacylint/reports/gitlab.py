"""GitLab code quality: what a merge request shows beside its changes.

Every fingerprint in it is unique, since GitLab merges equal ones, and the report of a clean run is an empty list, since
without a report GitLab has nothing to compare the next one with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from privacylint.lint import Reported, Run
from privacylint.reports._paint import harmless
from privacylint.reports._place import from_root
from privacylint.reports._script import as_json

_SEVERITY = {"error": "major", "warning": "minor", "info": "info"}


def render(run: Run, *, color: bool = False) -> str:
    """A JSON list."""
    return as_json(list(_issues(run))) + "\n"


def _issues(run: Run) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for found in run.findings:
        print_ = found.fingerprint or _print(found.rule, found.path, found.message)
        seen[print_] += 1
        yield {
            "description": harmless(found.message),
            "check_name": found.rule,
            "fingerprint": print_ if seen[print_] == 1 else _print(print_, found.path, str(seen[print_])),
            "severity": _SEVERITY[found.severity],
            "location": {
                "path": from_root(found.path),
                "lines": {"begin": found.start.line, "end": _last_line(found)},
            },
        }


def _last_line(found: Reported) -> int:
    # a place that ends before the first character of a line does not touch that line
    ends_before = found.end.column == 1 and found.end.line > found.start.line
    return found.end.line - ends_before


def _print(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]
