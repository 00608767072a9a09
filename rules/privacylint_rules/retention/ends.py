"""Data that is kept as long as an account or a relationship lasts, and goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Match, Policy

from privacylint_rules.retention.labels import Period, labelled, stands_before, stated
from privacylint_rules.retention.words import (
    ACCOUNT,
    ACCOUNT_DELETION,
    AT_WHICH_POINT,
    BOUND,
    DELETE,
    DURATION,
    ENDED,
    ENDING_DELETES,
    FACTORS,
    INITIATED,
    IS_DELETED_OR_KEPT,
    KEEP,
    KEPT_UNLESS_ENDED,
    NO_DATA_GOES,
    NOT_KEPT_AFTER,
    ON_CLOSING,
    PROCESSED,
    SOON,
    UNTIL_HEAD,
    WE_DELETE,
    WHICH_DELETES,
)
from privacylint_rules.scope import denied, found


def accounts(policy: Policy) -> Iterator[Period]:
    for match in policy.find(ACCOUNT):
        if stated(policy, match) and not _is_a_factor(policy, match) and (stands_before(policy, match, KEEP) or stands_before(policy, match, BOUND) or stands_before(policy, match, PROCESSED) or labelled(policy, match.sentence)):
            yield Period(match.sentence, match.span, match.words, "account", match)
    for match in policy.find(KEPT_UNLESS_ENDED):
        if stated(policy, match) and not found(policy, DURATION, match.sentence):
            yield Period(match.sentence, match.span, match.words, "account", match)
    for match in policy.find(WHICH_DELETES):
        lines = [line for line in policy.sentences_of(match.sentence.block) if line.number == match.sentence.number - 1]
        if any(found(policy, ACCOUNT_DELETION, line) for line in lines) and not found(policy, DURATION, match.sentence):
            yield Period(match.sentence, match.span, match.words, "account", match)
    yield from _cells_of_ends(policy)
    yield from _on_closing(policy)


def _is_a_factor(policy: Policy, match: Match) -> bool:
    """Whether the entry is one of the things a period is worked out from."""
    intro = match.sentence.block.intro
    lines = policy.sentences_of(intro)[-1:] if intro is not None and match.sentence.block.kind == "item" else ()
    return any(found(policy, FACTORS, line) for line in lines) and not stands_before(policy, match, KEEP)


def _cells_of_ends(policy: Policy) -> Iterator[Period]:
    """The cells that say no more than what ends it all, in a column headed "kept until"."""
    for match in policy.find(ENDED):
        head = policy.cell_of(match.sentence.block.column_head) if match.sentence.block.kind == "cell" else None
        if head is not None and any(found(policy, UNTIL_HEAD, line) for line in policy.sentences_of(head)) and labelled(policy, match.sentence):
            yield Period(match.sentence, match.span, match.words, "account", match)


def _on_closing(policy: Policy) -> Iterator[Period]:
    for verb in policy.find(IS_DELETED_OR_KEPT):
        intro = verb.sentence.block.intro
        lines = policy.sentences_of(intro)[-1:] if intro and intro is not verb.sentence.block else ()
        heading = verb.sentence.section.heading
        if heading and verb.sentence.block.kind == "item":
            lines = (*lines, *policy.sentences_of(heading))
        closing = any(found(policy, wordings, line) for line in lines for wordings in (ON_CLOSING, ACCOUNT_DELETION))
        if closing and not found(policy, DURATION, verb.sentence) and not denied(policy, verb):
            gone = bool(found(policy, DELETE, verb.sentence))
            yield Period(verb.sentence, verb.span, verb.words, "account" if gone else "indefinite", verb)
    for match in [*(one for one in policy.find(ENDING_DELETES) if stated(policy, one)), *policy.find(AT_WHICH_POINT)]:
        if match.sentence.block.kind not in ("code", "heading") and not found(policy, DURATION, match.sentence):
            yield Period(match.sentence, match.span, match.words, "account", match)
    for match in policy.find(ON_CLOSING):
        if not stated(policy, match) or found(policy, DURATION, match.sentence) or found(policy, SOON, match.sentence):
            continue
        no_data = [other.words[1] for other in found(policy, NO_DATA_GOES, match.sentence)]
        deleted = [verb for verb in found(policy, WE_DELETE, match.sentence) if verb.words[1] not in no_data and not denied(policy, verb)]
        deleted += [*found(policy, NOT_KEPT_AFTER, match.sentence), *found(policy, INITIATED, match.sentence)]
        if any(verb.words[0] >= match.words[1] or verb.words[1] <= match.words[0] for verb in deleted):
            yield Period(match.sentence, match.span, match.words, "account", match)
