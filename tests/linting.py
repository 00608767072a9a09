"""The built-in rules, loaded once in a process, and one of them asked about a text: for tests of many short texts."""

from __future__ import annotations

from functools import cache

from privacylint import plugins
from privacylint.rule import Finding
from privacylint.testing import findings_of


@cache
def loaded() -> plugins.Plugins:
    """The built-in plugin and no other; loading it costs more than linting a page."""
    return plugins.load(only=["builtin"])


def findings(rule: str, text: str) -> list[Finding]:
    """What one rule, by its id, finds in a policy; no other rule runs, and no claim is read that it does not ask for."""
    return findings_of(loaded().rules[rule], loaded(), text)[1]


def clashes(rule: str, first: str, second: str) -> bool:
    """Whether one rule finds anything where two passages stand in sections of their own."""
    return bool(findings(rule, f"# Privacy Policy\n\n## First matters\n\n{first}\n\n## Second matters\n\n{second}\n"))
