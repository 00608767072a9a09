"""
Two ages that cannot both hold: one threshold here, another one there, for the same thing.

A reader, a parent or an app store that compares the two does not know from what age your service is open, and an
authority will hold you to the stricter one. Ages are compared only within one role, region, product and group of
people: a lower age in one country, 16 for the sale of data, 18 for the removal of posts in California, or a band that
needs a parent's consent is the law, not a conflict. Across roles one thing is reported, as a warning: the service
bars everyone under one age, and yet another age is named below (or above) which no data is knowingly collected.

Source: 16 CFR 312.2 and 312.3 (COPPA); Article 8 GDPR; Andow et al., "PolicyLint", USENIX Security 2019, on
statements that contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_BARS = phrases(
    en=[
        "({not}|nobody|none)",
        "(forbid~|forbidden|prohibit~|barred|banned|restricted|ineligible|unable|disallow~|must be|must have|required to be|leave)",
    ]
)
_MEANT_ONLY = phrases(
    en=[
        "(intended|designed|meant|made) (only|solely|exclusively|strictly) for",
        "(only|solely|exclusively) (intended|designed|meant|made) for",
    ]
)
_FORBIDS = phrases(en=["(forbid~|forbidden|prohibit~|banned|barred)"])
_OPEN = phrases(
    en=[
        "(jurisdiction~|applicable (law~|age|minimum)|local law~|laws of|(your|their|his|her|the) (country|state|region|location)|(where|as) required by law|age of majority|legal age|whichever|higher age|older in)",
        "(some|certain|other|most|many) (countries|regions|jurisdictions|states|places|territories|territory|cases)",
        "(age|ages) (required|specified|set|permitted) by",
        "depending on",
    ]
)
_ACTS = {
    "buy": phrases(en=["(purchase~|buy|buying|order|orders|pay|payment~|checkout|shop|donate~|credit card)"]),
    "contest": phrases(en=["(contest~|sweepstake~|competition~|promotion~|giveaway~|raffle~|prize~|survey~)"]),
    "account": phrases(en=["(account~|register~|registration|sign up|profile~|member~)"]),
    "work": phrases(en=["(employ~|job~|applicant~|apply for|driver~|host|courier~|seller~|work for)"]),
    "adult": phrases(
        en=["(alcohol|gambl*|bet|betting|tobacco|vape|adult content|explicit|wager~|crypto*|trading|loan~|investing)"]
    ),
    "feature": phrases(
        en=[
            "(certain|some) [of] [our] (feature~|services|parts|functions|content)",
            "(chat|forum~|newsletter~|message boards|live stream~|streaming|beta)",
        ]
    ),
}
_MAY_USE = phrases(
    en=[
        "(permission|consent|approval|supervision|permit~|allow~|agree~) ...6 (use|using|access|register|create|play|join|sign up|visit)",
        "(use|access|register|create|play|join|sign up|visit) ...8!(not|delete) (permission|consent|approval|supervision)",
    ]
)
_EXCEPT = phrases(
    en=["(without|unless|except|absent|exception|only|other than|subject to) ...8", "(consent|permission|parental)"]
)
_GIVES_DATA = phrases(
    en=["(give~|giving|provide~|submit~|send~|share~|disclose~|collect~|process~|use) ...6 (data|information|details)"]
)
_USES = phrases(en=["(use~|using|access~|register~|create~|play~|join~|sign up|visit~|account~|subscribe~|order~|purchase~)"])
_BY_LAW = phrases(en=["(gdpr|coppa|law|laws|article|directive|regulation|act|consent ...4 (legal basis|lawful basis)|processing|collect~)", "(if|where|when) (required|necessary|applicable)", "(should|encourage~|recommend~|urge~)"])
"""What makes an age of parental consent one of a law, or advice."""
_PLAIN = frozenset({"account"})
_SERVICE = frozenset(("app", "application", "extension", "game", "platform", "service", "site", "website"))
"""Products that may be all there is."""
_MOST = 100

_NAMED = {
    "minimum-age": "the minimum age is",
    "no-knowing-collection": "no data is knowingly collected from people",
    "not-directed": "the service is not for people",
    "delete-if-learned": "data is deleted when it is learned that it is of people",
    "parental-consent": "a parent's consent is asked for people",
}

# --- code ------------------------------------------------------------------------------------------------------------


class Threshold(NamedTuple):
    """An age claim made comparable: the youngest ages it can mean to admit, and its frame."""

    claim: Claim
    youngest: frozenset[int]
    frame: tuple[object, ...]
    product: str | None
    acts: frozenset[str]


@rule(
    severity="error",
    confidence="high",
    cites=("16 CFR 312.2",),
    good=[
        "You must be at least 14 to use Puzzle Barn.\n\n## Children\n\nPuzzle Barn is closed to anyone younger than 14.\n",
        "You must be at least 13 to play.\n\nIf you live in Ireland, you must be at least 16 to play.\n",
        "We do not knowingly collect data from children under 13.\n\n## California\n\n"
        "We do not sell the data of consumers under 16.\n\n"
        "If you are under 18, you may ask us to remove content you posted publicly.\n",
        "Players under 13 need the consent of a parent before giving us data.\n\nPlayers under 18 need the consent of a parent to play.\n",
        "Players under 18 need the consent of a parent.\n\nWe never knowingly collect data from children under 13.\n",
        "You must be 13 or older to use the app, or older where the law of your country says so.\n\n"
        "You must be 16 or older to use the app.\n",
    ],
    bad=[
        Bad(
            "You must be at least 18 years old to use Puzzle Barn.\n\n## Young players\n\nAnyone under 13 may not use Puzzle Barn.\n",
            at="You must be at least 18 years old",
            related=("under 13 may not use",),
            message='the minimum age is 18 here, but 13 in "Young players" (line 5)',
        ),
        Bad(
            "We do not knowingly collect details from children under 13.\n\n"
            "Once more: we do not knowingly collect details from children under 16.\n",
            at="not knowingly collect details from children under 13",
            related=("not knowingly collect details from children under 16",),
            message="no data is knowingly collected from people under 13 here, but under 16 in line 3",
        ),
        Bad(
            "You must be at least 12 to use the app.\n\nPuzzle Barn is open to people aged 15 and up.\n",
            at="You must be at least 12",
            related=("open to people aged 15 and up",),
        ),
        Bad(
            "You must be at least 18 years old to use Puzzle Barn. We do not knowingly collect data from kids under 13.\n",
            at="You must be at least 18 years old",
            related=("not knowingly collect data from kids under 13",),
        ),
        Bad(
            "We do not knowingly collect data from kids under 15.\n\n"
            "If you are under 15, ask a parent for permission to use Puzzle Barn.\n",
            at="not knowingly collect data from kids under 15",
            related=("under 15, ask a parent for permission",),
            message="no data of people under 15 is knowingly collected here, "
            "but a parent's permission lets them use the service in line 3",
        ),
        Bad(
            "Puzzle Barn is meant only for players aged 18 or older.\n\nIf you are 15 or older, you may register for Puzzle Barn.\n",
            at="meant only for players aged 18 or older",
            related=("15 or older, you may register",),
            message="the service is meant only for people from 18 here, but open from 15 in line 3",
        ),
        Bad(
            "Players under 13 need the consent of a parent before giving us data.\n\n"
            "A parent has to consent before players under 16 provide us with data.\n",
            at="under 13 need the consent of a parent",
            related=("parent has to consent before players under 16",),
        ),
    ],
)
def conflicting_ages(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Ages of the same role, region, product and people with different thresholds."""
    read = _of_one_service([threshold for claim in claims.all("age") if (threshold := _threshold(policy, claim))])
    barred = False
    for role in _NAMED:
        for group in _frames([one for one in read if one.claim.value["role"] == role]):
            clash = _first_clash(group)
            if clash:
                barred = barred or role == "minimum-age"
                yield _same_role(policy, role, *clash)
    if not barred:
        yield from _across(policy, read)
    yield from _beyond_audience(policy, read)
    yield from _let_in(policy, claims)


def _of_one_service(read: list[Threshold]) -> list[Threshold]:
    """The same ages, where "the app" or "the site" is all that they speak of as the service itself."""
    named = {one.product for one in read} & _SERVICE
    if len(named) != 1:
        return read
    return [one._replace(product=None) if one.product in named else one for one in read]


def _frames(read: list[Threshold]) -> list[list[Threshold]]:
    groups: dict[tuple[object, ...], list[Threshold]] = {}
    for one in read:
        groups.setdefault((one.product, *one.frame, one.acts - _PLAIN), []).append(one)
    return list(groups.values())


def _first_clash(group: list[Threshold]) -> tuple[Threshold, list[Threshold]] | None:
    """The first claim of a group, and one claim for each threshold that cannot mean the same."""
    first = group[0]
    others: dict[int, Threshold] = {}
    for one in group[1:]:
        if (
            not one.youngest & first.youngest
            and one.claim.sentence is not first.claim.sentence
            and not _one_list(first.claim, one.claim)
        ):
            others.setdefault(one.claim.value["threshold"], one)
    return (first, list(others.values())) if others else None


def _same_role(policy: Policy, role: str, first: Threshold, others: list[Threshold]) -> Finding:
    told = [f"{_shown(one.claim, role)} {elsewhere(policy, one.claim)}" for one in others]
    step = any(one.acts != first.acts for one in others)
    return Finding(
        f"{_NAMED[role]} {_shown(first.claim, role)} here, but {' and '.join(told)}",
        first.claim.span,
        related=tuple(Related(one.claim.span, f"says {_shown(one.claim, role)}") for one in others),
        help="settle on one age, or say for which region, product or group each of them holds",
        severity="warning" if step else None,
        confidence="medium" if step else None,
    )


def _across(policy: Policy, read: list[Threshold]) -> Iterator[Finding]:
    """The service bars people below one age, and names another below which it does not knowingly collect."""
    for bar in _distinct(read):
        if bar.claim.value["role"] == "minimum-age" and not bar.acts - _PLAIN and _bars_all(policy, bar.claim):
            for other in _younger(read, bar, "no-knowing-collection"):
                yield _barred_but_collected(policy, bar.claim, other.claim)
                return


def _beyond_audience(policy: Policy, read: list[Threshold]) -> Iterator[Finding]:
    """The service is meant only for people from one age, yet open from a lower one."""
    for bar in _distinct(read):
        if _meant_only(policy, bar.claim):
            for other in _younger(read, bar, "minimum-age"):
                yield _meant_but_open(policy, bar.claim, other.claim)
                return


def _younger(read: list[Threshold], bar: Threshold, role: str) -> list[Threshold]:
    """The ages of a role that lie below a bar, in the same frame."""
    return [
        other
        for other in _distinct(read)
        if other.claim.value["role"] == role
        and other.frame == bar.frame
        and other.product == bar.product
        and not other.acts - _PLAIN
        and max(other.youngest) < min(bar.youngest)
    ]


def _distinct(read: list[Threshold]) -> list[Threshold]:
    """Of claims that say the same, the first; so that pairs stay few."""
    first: dict[object, Threshold] = {}
    for one in read:
        first.setdefault((one.claim.value["role"], one.claim.value["relation"], one.youngest, one.frame, one.product, one.acts), one)
    return list(first.values())[:_MOST]


def _barred_but_collected(policy: Policy, bar: Claim, other: Claim) -> Finding:
    return Finding(
        f"people {_below(bar)} are barred here, but {_age(other)} is the age below which no data is knowingly collected {elsewhere(policy, other)}",
        bar.span,
        related=(Related(other.span, f"leaves out those from {min(_youngest(other))} up to that age"),),
        help="use one age in both places, or say why data of those in between is collected",
        severity="warning",
        confidence="medium",
    )


def _meant_only(policy: Policy, claim: Claim) -> bool:
    """Whether the service is said to be meant for people from an age, and for no one else."""
    return bool(
        claim.value["role"] == "not-directed"
        and claim.value["relation"] in ("at-least", "over")
        and claim.sentence
        and scope.found(policy, _MEANT_ONLY, claim.sentence)
    )


def _meant_but_open(policy: Policy, bar: Claim, other: Claim) -> Finding:
    return Finding(
        f"the service is meant only for people from {min(_youngest(bar))} here, but open from {min(_youngest(other))} {elsewhere(policy, other)}",
        bar.span,
        related=(Related(other.span, f"lets people in from {min(_youngest(other))}"),),
        help="settle on one age, or say which part of the service each of them is for",
        severity="warning",
        confidence="medium",
    )


def _let_in(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """No one below an age is served or has data collected, yet with a parent's permission they may use the service."""
    shut = [
        claim
        for claim in (*claims.all("age", role="minimum-age"), *claims.all("age", role="no-knowing-collection"))
        if claim.denied and claim.sentence and not _qualified(policy, claim)
    ][:_MOST]
    for consent in claims.all("age", role="parental-consent")[:_MOST]:
        if (
            consent.sentence is None
            or consent.value["relation"] != "under"
            or not scope.found(policy, _MAY_USE, consent.sentence)
        ):
            continue
        for claim in shut:
            if claim.sentence is not consent.sentence and _same_place(claim, consent):
                yield _shut_and_open(policy, claim, consent)
                return


def _qualified(policy: Policy, claim: Claim) -> bool:
    return bool(
        claim.value.get("parental_consent") or (claim.sentence and scope.found(policy, _EXCEPT, claim.sentence))
    )


def _same_place(one: Claim, other: Claim) -> bool:
    return (
        one.value["threshold"] == other.value["threshold"]
        and one.value["relation"] == other.value["relation"]
        and scope.lands(one.scope.region) == scope.lands(other.scope.region)
        and one.scope.product == other.scope.product
    )


def _shut_and_open(policy: Policy, claim: Claim, consent: Claim) -> Finding:
    barred = f"people {_below(claim)} are barred"
    closed = (
        barred if claim.value["role"] == "minimum-age" else f"no data of people {_below(claim)} is knowingly collected"
    )
    return Finding(
        f"{closed} here, but a parent's permission lets them use the service {elsewhere(policy, consent)}",
        claim.span,
        related=(Related(consent.span, "lets them in with a parent's permission"),),
        help="say in both places whether a parent's permission opens the service to them",
        severity="warning",
        confidence="medium",
    )


# --- what an age claim says ------------------------------------------------------------------------------------------


def _threshold(policy: Policy, claim: Claim) -> Threshold | None:
    """A claim that can be compared; None for a band, a qualified age, and one that bars nobody."""
    sentence = claim.sentence
    if sentence is None or claim.value["role"] not in _NAMED or claim.value["relation"] == "between":
        return None
    if scope.found(policy, _OPEN, sentence):
        return None
    if claim.value["role"] == "minimum-age" and not _bars(policy, claim):
        return None
    people = tuple(sorted({*claim.scope.people} - {"children"}))
    acts = frozenset(name for name, wanted in _ACTS.items() if scope.found(policy, wanted, sentence))
    frame: tuple[object, ...] = (scope.lands(claim.scope.region), people)
    if claim.value["role"] == "parental-consent":
        gives = bool(scope.found(policy, _GIVES_DATA, sentence))
        if claim.value["relation"] not in ("under", "at-or-under") or (not gives and not _for_the_service(policy, claim, acts)):
            return None
        frame += (not gives or bool(scope.found(policy, _USES, sentence)),)
    return Threshold(claim, _youngest(claim), frame, claim.scope.product, acts if claim.value["role"] == "minimum-age" else frozenset())


def _for_the_service(policy: Policy, claim: Claim, acts: frozenset[str]) -> bool:
    """Whether a consent is asked for using the service as a whole: for no single act, and not by a law that says when."""
    return bool(claim.sentence) and not acts - _PLAIN and not scope.found(policy, _BY_LAW, claim.sentence)  # type: ignore[arg-type]


def _bars(policy: Policy, claim: Claim) -> bool:
    """Whether it sets an age to be met, and no parent can lift it."""
    if claim.value.get("parental_consent"):
        return bool(claim.sentence and scope.found(policy, _FORBIDS, claim.sentence))
    if claim.value["relation"] in ("under", "at-or-under"):
        return bool(claim.sentence and scope.found(policy, _BARS, claim.sentence))
    return True


def _bars_all(policy: Policy, claim: Claim) -> bool:
    return claim.value["relation"] in ("under", "at-or-under", "at-least", "over") and _bars(policy, claim)


def _youngest(claim: Claim) -> frozenset[int]:
    """The lowest ages that may be meant: "over 13" is often said of those who are 13, "13 or under" of those below."""
    threshold: int = claim.value["threshold"]
    return frozenset((threshold, threshold + 1) if claim.value["relation"] in ("over", "at-or-under") else (threshold,))


def _shown(claim: Claim, role: str) -> str:
    if role == "minimum-age":
        return str(claim.value["threshold"])
    return {
        "under": f"under {claim.value['threshold']}",
        "at-or-under": f"of {claim.value['threshold']} and below",
        "at-least": f"under {claim.value['threshold']}",
        "over": f"under {claim.value['threshold']}",
    }.get(claim.value["relation"], str(claim.value["threshold"]))


def _age(claim: Claim) -> int:
    """The age from which data is collected."""
    return min(_youngest(claim)) if claim.value["relation"] != "at-or-under" else max(_youngest(claim))


def _below(claim: Claim) -> str:
    if claim.value["relation"] == "at-or-under":
        return f"of {claim.value['threshold']} and below"
    return f"under {claim.value['threshold']}"


def _one_list(one: Claim, other: Claim) -> bool:
    """Whether both stand in one list or table: a list by country is one statement."""
    first, second = one.sentence, other.sentence
    return bool(first and second and first.block.group and first.block.group == second.block.group)
