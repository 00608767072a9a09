"""The rules of the engine itself: what can be wrong with a file, a rule or an ignore comment, not with a policy."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.claims import Claims
from privacylint.policy import Policy
from privacylint.rule import Finding, Rule


def _nothing(policy: Policy, claims: Claims) -> Iterator[Finding]:
    return iter(())


def _rule(id: str, severity: str, doc: str) -> Rule:
    return Rule(id=id, family="engine", severity=severity, confidence="high", check=_nothing, doc=doc, origin="engine")


UNREADABLE_FILE = _rule(
    "unreadable-file",
    "error",
    """The file cannot be read or is no text.

A policy that cannot be read cannot be checked; the other files are still linted.
""",
)
INTERNAL_ERROR = _rule(
    "internal-error",
    "error",
    """A rule or an extractor broke on this file and was skipped.

What it would have found is unknown, so this is no clean result. Please report it with the text that caused it.
""",
)
UNUSED_IGNORE = _rule(
    "unused-ignore",
    "warning",
    """An ignore comment silences nothing.

The fault it excused is gone, or never was where the comment stands; left in, it would hide the next one.
""",
)
UNKNOWN_IGNORE = _rule(
    "unknown-ignore",
    "warning",
    """An ignore comment names no rule, or none that exists.

Every ignore says which rule it silences, so that it cannot hide anything else.
""",
)
EXPIRED_IGNORE = _rule(
    "expired-ignore",
    "warning",
    """An ignore comment has passed its date, or its date cannot be read.

The finding it excused is shown again.
""",
)
FORBIDDEN_IGNORE = _rule(
    "forbidden-ignore",
    "warning",
    """An ignore comment names a rule that the configuration never lets anyone ignore.

The list is `never_ignore` in the configuration.
""",
)

ENGINE_RULES = {
    rule.id: rule
    for rule in (
        UNREADABLE_FILE,
        INTERNAL_ERROR,
        UNUSED_IGNORE,
        UNKNOWN_IGNORE,
        EXPIRED_IGNORE,
        FORBIDDEN_IGNORE,
    )
}
