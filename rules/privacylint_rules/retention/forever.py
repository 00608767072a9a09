"""Data that is kept without end, not at all, or as long as a criterion asks."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Match, Phrases, Policy

from privacylint_rules.retention.labels import Period, labelled, near, stands_before, stated
from privacylint_rules.retention.words import (
    ACCOUNT_DELETION,
    BARE_INDEFINITE,
    BY_DUTY,
    CRITERIA,
    GONE,
    GONE_AFTER,
    INDEFINITE,
    KEEP,
    KEPT_FOR,
    KEPT_ON,
    LONGER,
    NO_LOGS,
    NOT_KEPT,
    OFF_A_LIST,
    ON_AN_EVENT,
    ON_CLOSING,
    OUTRIGHT_DELETE,
    UNTIL,
)
from privacylint_rules.scope import denied, found

_FAR = 1000
_BEHIND = 4
"""How many words behind "not stored" it may go on "for longer than"."""


def indefinite(policy: Policy) -> Iterator[Period]:
    for match in policy.find(INDEFINITE):
        if not stated(policy, match):
            continue
        text = match.text.lower()
        outright = "delete" in text or "erase" in text or "expire" in text or "no " in text or "never" in text
        kept = outright or near(policy, match, (KEEP,)) or labelled(policy, match.sentence)
        # "permanently deleted" is the opposite of "permanently stored"
        gone = not outright and _apart(policy, match, OUTRIGHT_DELETE) < _apart(policy, match, KEEP)
        # "we do not delete it unless you ask" has an end
        bounded = outright and any(word.words[0] >= match.words[1] for word in found(policy, UNTIL, match.sentence))
        if kept and not gone and not bounded and (outright or "without" in text or not denied(policy, match)):
            yield Period(match.sentence, match.span, match.words, "indefinite", match)
    for match in policy.find(KEPT_ON):
        if stated(policy, match) and not found(policy, BY_DUTY, match.sentence):
            yield Period(match.sentence, match.span, match.words, "indefinite", match)
    for match in policy.find(BARE_INDEFINITE):
        if match.sentence.block.kind == "cell" and labelled(policy, match.sentence):
            yield Period(match.sentence, match.span, match.words, "indefinite", match)


def _apart(policy: Policy, match: Match, wordings: Phrases) -> int:
    """How many words stand between a match and the nearest of some verbs in its sentence."""
    verbs = found(policy, wordings, match.sentence)
    return min((max(verb.words[0] - match.words[1], match.words[0] - verb.words[1], 0) for verb in verbs), default=_FAR)


def gone(policy: Policy) -> Iterator[Period]:
    for wording in (GONE, GONE_AFTER):
        for match in policy.find(wording):
            if not stated(policy, match) or denied(policy, match) or found(policy, ON_CLOSING, match.sentence):
                continue
            if found(policy, ON_AN_EVENT, match.sentence) or found(policy, OFF_A_LIST, match.sentence):
                continue
            earlier = [one for one in policy.sentences_of(match.sentence.block) if one.number <= match.sentence.number]
            ends = any(found(policy, ACCOUNT_DELETION, one) for one in earlier)
            yield Period(match.sentence, match.span, match.words, "account" if ends else "P0D", match)
    for match in policy.find(NO_LOGS):
        if stated(policy, match):
            yield Period(match.sentence, match.span, match.words, "P0D", match)
    for match in policy.find(NOT_KEPT):
        longer = any(0 <= mark.words[0] - match.words[1] <= _BEHIND for mark in found(policy, LONGER, match.sentence))
        if stated(policy, match) and labelled(policy, match.sentence) and not longer:
            yield Period(match.sentence, match.span, match.words, "P0D", match)


def criteria(policy: Policy) -> Iterator[Period]:
    for match in policy.find(CRITERIA):
        if match.sentence.block.kind in ("code", "heading"):
            continue
        if stands_before(policy, match, KEPT_FOR) or (labelled(policy, match.sentence) and match.words[0] - policy.words.range_of(match.sentence)[0] <= 3):
            yield Period(match.sentence, match.span, match.words, "criteria", match)
