"""A finding a line, each a JSON object with the keys of the JSON format and its version."""

from __future__ import annotations

from privacylint.lint import Run
from privacylint.reports._script import as_json
from privacylint.reports.json import VERSION, finding


def render(run: Run, *, color: bool = False) -> str:
    """Nothing at all when there is no finding."""
    return "".join(as_json({"version": VERSION, **finding(found)}, indent=None) + "\n" for found in run.findings)
