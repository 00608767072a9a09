"""Periods of the text that are times something is kept, told from deadlines, notices and subscriptions by their verb."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Match, Phrases, Policy, Span

from privacylint_rules.retention.labels import AFTER, BEFORE, Period, labelled
from privacylint_rules.retention.words import (
    BEFOREHAND,
    BEYOND,
    CLOSE_ACCOUNT,
    DELETE,
    DURATION,
    FOR_LONG,
    KEEP,
    NO_RETENTION,
    OTHER_VERB,
    OVER_AND_OVER,
    RUNS_OUT_UNUSED,
)
from privacylint_rules.scope import first_after, found


def periods(policy: Policy) -> Iterator[Period]:
    unused, beforehand = (_spans(policy, wordings) for wordings in (RUNS_OUT_UNUSED, BEFOREHAND))
    barred = _spans(policy, NO_RETENTION) - unused - _spans(policy, OVER_AND_OVER) - _spans(policy, BEYOND)
    for match in policy.find(DURATION):
        span, sentence = match.spans["duration"], match.sentence
        if span in barred or sentence.block.kind == "code" or _article(policy, match):
            continue
        verb = _governing(policy, match, ahead=span not in beforehand)
        if span in unused and found(policy, CLOSE_ACCOUNT, sentence):
            verb = "delete"
        if verb == "other" or (verb == "" and not labelled(policy, sentence)):
            continue
        if span in unused and verb != "delete":
            continue
        yield Period(sentence, span, match.words, match.slots["duration"], match)


def _article(policy: Policy, match: Match) -> bool:
    """"once a year", "a day": an article makes a period only after "for", "of", "within" or "after"."""
    words = policy.words
    first = words.forms[match.words[0]]
    return first in ("a", "an") and words.forms[match.words[0] - 1] not in ("for", "of", "within", "after", "to", "than", "least", "about", "approximately", "around", "over", "past", "beyond")


def _spans(policy: Policy, wordings: Phrases) -> set[Span]:
    return {match.spans["duration"] for match in policy.find(wordings)}


def _governing(policy: Policy, match: Match, *, ahead: bool = True) -> str:
    """Which verb the period belongs to: keep, delete, other or "" for none. The nearest before it, else after it."""
    begin, end = match.words
    low = _clause_start(policy, match)
    best = (BEFORE + 1, "")
    for kind, wordings in (("keep", KEEP), ("delete", DELETE), ("other", OTHER_VERB)):
        for verb in found(policy, wordings, match.sentence):
            distance = begin - verb.words[1]
            if 0 <= distance <= BEFORE and verb.words[0] >= low:
                # "we retain it to answer requests for 2 years" keeps; its purpose is no verb of its own
                best = min(best, (distance, kind))
    if best[1] == "other" and any(best[0] + 6 >= begin - verb.words[1] >= 0 for verb in _strong(policy, match)):
        return "keep"
    if best[1] or not ahead:
        return best[1] or "other"
    for kind, wordings in (("keep", KEEP), ("delete", DELETE), ("other", OTHER_VERB)):
        for verb in found(policy, wordings, match.sentence):
            distance = verb.words[0] - end
            # "remove you from the list" is no deletion, though "remove" begins it
            if 0 <= distance <= AFTER and distance < best[0] + (kind == "other"):
                best = (distance, kind)
    return best[1]


def _strong(policy: Policy, match: Match) -> list[Match]:
    return [verb for verb in found(policy, FOR_LONG, match.sentence) if verb.words[1] <= match.words[0] <= verb.words[1] + 3]


def _clause_start(policy: Policy, match: Match) -> int:
    first, _ = policy.words.range_of(match.sentence)
    plain = match.sentence.block.text.plain
    at = max(plain.rfind(";", match.sentence.start, match.plain[0]), plain.rfind("\n", match.sentence.start, match.plain[0]))
    if at < 0:
        return first
    return first_after(policy, at, first, match.words[0], first)
