"""
When a promise about data is broken elsewhere: what the rules on practices have in common.

A promise binds only as far as nothing narrows it, and a practice breaks it only when it is said plainly, for the same
data and people. Read after shared/design/claims.md, rules 1 to 6.
"""

from __future__ import annotations

from privacylint.api import Claim

from privacylint_rules import ontology, scope
from privacylint_rules.ontology import ALL_DATA, DATA, EVERYBODY, OUTSIDERS, PROCESSORS, RECIPIENTS

_SPARED = frozenset({"law", "merger", "consent"})


def is_plain_promise(claim: Claim) -> bool:
    """Whether a denial is ours and nothing binds it: no exception, condition, purpose, hedge or narrower data."""
    value = claim.value
    return (
        claim.denied
        and value["actor"] == "us"
        and claim.modality != "may"
        and not value["exception"]
        and not value["only"]
        and not value["narrowed"]
        and not value["purposes"]
        and not claim.scope.condition
        and not claim.scope.purpose
        and not {*value["basis"]} & _SPARED
        and bool(value["data"])
        and "anonymous-data" not in value["data"]
    )


def is_plain_practice(claim: Claim) -> bool:
    """Whether it is said plainly that something is done: not by law, on a sale of the company or by consent."""
    value = claim.value
    return (
        not claim.denied
        and not {*value["basis"]} & _SPARED
        and not claim.scope.condition
        and not value["exception"]
        and "anonymous-data" not in value["data"]
    )


def outsiders(claim: Claim) -> list[str]:
    """The recipients of a claim that are outside the company: first those for their own ends, then those who work for it."""
    who = claim.value["recipients"]
    return [one for one in who if one in OUTSIDERS and one not in ("anyone", "public")] + [one for one in who if one in PROCESSORS]


def data_in_common(promise: Claim, practice: Claim) -> tuple[str, bool] | None:
    """The data both speak of, and whether it is exactly the same; None where the promise does not cover it."""
    promised, done = promise.value["data"], practice.value["data"]
    if {*promised} & ALL_DATA and not promise.value["refers"]:
        if not done or practice.value["narrowed"]:
            return None
        specific = [one for one in done if one not in ALL_DATA]
        return (specific[0] if specific and not {*done} & ALL_DATA else "personal-data"), True
    for one in promised:
        if one in done and one not in ALL_DATA:
            return one, True
    for one in promised:
        for other in done:
            if one in ontology.within(DATA, other) - {other}:
                return other, False
    return None


def same_place(one: Claim, other: Claim) -> bool:
    """Whether two claims can be compared: other sentences, not one list, and everyone of the first is meant by both."""
    first, second = one.sentence, other.sentence
    if first is None or second is None or first is second:
        return False
    if first.block.group and first.block.group == second.block.group:
        return False
    if second.block.intro is first.block or first.block.intro is second.block:
        return False
    return scope.overlaps(one.scope, other.scope) and scope.contains(one.scope, other.scope)


def same_frame(promise: Claim, practice: Claim) -> bool:
    """As `same_place`; what follows a promise in its own paragraph is an exception from it."""
    first, second = promise.sentence, practice.sentence
    if first and second and first.block is second.block and second.number > first.number:
        return False
    return same_place(promise, practice)


def covers(promise: Claim, recipient: str) -> bool:
    """Whether the promise names the recipient or everybody."""
    named = promise.value["recipients"]
    if not named or {*named} & EVERYBODY:
        return True
    return bool({*named} & ontology.within(RECIPIENTS, recipient))


def shown_data(ids: list[str]) -> str:
    """How a message calls the data."""
    return "personal data" if not ids or {*ids} & ALL_DATA else DATA[ids[0]].shown


def shown_recipients(ids: list[str]) -> str:
    """How a message calls the recipients: two at most."""
    names = [RECIPIENTS[one].shown for one in dict.fromkeys(ids)][:2]
    return " and ".join(names)
