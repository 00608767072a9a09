"""
What a plugin gives is looked at before the engine relies on it, so that nonsense is that plugin's fault and harms no
other: each function gives its argument back, or raises TypeError or ValueError with the reason in one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from privacylint.claims import KINDS, Claim
from privacylint.rule import CONFIDENCES, SEVERITIES, Finding, Fix, Related, Rule

if TYPE_CHECKING:
    from privacylint.policy import Policy

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def finding(found: Any, policy: Policy) -> Finding:
    """A finding whose words are words and whose places lie in the text."""
    length = len(policy.source.text)
    if not isinstance(found, Finding):
        raise TypeError(f"it gives {type(found).__name__}, not Finding")
    _text("message", found.message)
    _text("help", found.help)
    _text("topic", found.topic)
    _place("span", found.span, length)
    for related in found.related:
        if not isinstance(related, Related):
            raise TypeError(f"a related place is {type(related).__name__}, not Related")
        _place("related span", related.span, length)
        _text("note", related.note)
    for word in (*_listed("cites", found.cites), *_listed("regimes", found.regimes)):
        _text("cite or law", word)
    if found.severity not in (None, *SEVERITIES) or found.confidence not in (None, *CONFIDENCES):
        raise ValueError(f"no such severity or confidence: {found.severity!r}, {found.confidence!r}")
    _fix(found.fix, length)
    return found


def claim(said: Any, policy: Policy, kind: str) -> Claim:
    """A claim of the kind that its extractor says it reads, whose place lies in the text."""
    if not isinstance(said, Claim):
        raise TypeError(f"it gives {type(said).__name__}, not Claim")
    if said.kind not in KINDS or said.kind != kind or not isinstance(said.value, Mapping):
        raise ValueError(f"no such claim: kind {said.kind!r}, value {type(said.value).__name__}")
    _place("span", said.span, len(policy.source.text))
    return said


def rule(given: Any) -> Rule:
    """A rule whose name and levels the engine knows how to show."""
    if not isinstance(given, Rule):
        raise TypeError(f"it gives {type(given).__name__}, not Rule")
    for what in ("id", "family"):
        name = getattr(given, what)
        if not isinstance(name, str) or not _ID.match(name):
            raise ValueError(f"the {what} of a rule is {name!r}, not a name in kebab-case")
    if given.severity not in SEVERITIES or given.confidence not in CONFIDENCES:
        raise ValueError(f"rule {given.id!r}: no such severity or confidence: {given.severity!r}, {given.confidence!r}")
    if not callable(given.check):
        raise TypeError(f"rule {given.id!r} has no function")
    return given


def reason(error: BaseException) -> str:
    """What an exception says, in one line; its own words may be those of a plugin, and may fail themselves."""
    try:
        said = " ".join(str(error).split())
    except Exception:
        said = ""
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _fix(fix: Any, length: int) -> None:
    if fix is None:
        return
    if not isinstance(fix, Fix):
        raise TypeError(f"the fix is {type(fix).__name__}, not Fix")
    for edit in fix.edits:
        start, end, text = edit
        _place("edit", (start, end), length)
        _text("edit", text)


def _place(what: str, span: Any, length: int) -> None:
    start, end = span
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
        raise ValueError(f"the {what} {start!r} to {end!r} is no place in a text of {length} characters")


def _listed(what: str, given: Any) -> tuple[Any, ...]:
    if isinstance(given, str):
        raise TypeError(f"{what} is text, not a list")
    return tuple(given)


def _text(what: str, given: Any) -> None:
    if not isinstance(given, str):
        raise TypeError(f"the {what} is {type(given).__name__}, not text")
