"""
Data that is said to be in two places at once, or with two providers, for the same people.

Where data is kept decides which authorities can reach it, and customers choose a service by it. Two statements clash
when the group of people of one lies inside the group of the other ("everyone outside the US" holds the EU too), the
data is the same, and the places exclude each other: one says the data stays in one place, the other puts it elsewhere.
Backups, access for support and transfers to recipients are other things than the place where data is kept, and two
lists of server locations agree with each other.

Source: Article 13(1)(f) GDPR; Article 5(1)(a) GDPR (transparency); Andow et al., "PolicyLint", USENIX Security 2019.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule
from privacylint.languages import places

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_PLAIN = frozenset({"data", "service"})
_NOT_ELSEWHERE = phrases(en=["{not} ...3 leave~"])
"""A denial that says where data is: "never leaves the EU". "Not stored outside" is compared by conflicting-transfers."""
_WHOLE = phrases(
    en=[
        "(everything|all|entire) ...5!(not|some|except|unless|or|backup~|copy|copies|other|nearly|almost) (hosted|stored|kept|held|located|runs|run|lives|live|resides|reside|saved) ...4!(not|or|backup~) <place>",
        "(host|store|keep|hold|run|save) (everything|all|the entire) ...5!(not|some|except|unless|or|backup~|other) <place>",
    ]
)
"""A whole is nowhere else, though nobody says "only"."""

_MOST = 100

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 13(1)(f)",),
    good=[
        "Our servers are located in Germany.\n\nBackups are stored in Finland.\n",
        "All customer data remains in the EU.\n\nOur data centers are located in France and Ireland.\n",
        "If you live in the EU, your data is stored only in Ireland.\n\n"
        "If you live in the United States, your data is stored only in Ohio.\n",
        "Everything is hosted in Norway.\n\nA copy of the backups is stored in Brazil.\n",
        "All data stays in Switzerland.\n\nWe may transfer data to partners in India.\n",
        "Our site is hosted on Netlify.\n\nYour payment data is stored with Amazon Web Services.\n",
    ],
    bad=[
        Bad(
            "If you live outside Canada, your project data will be stored in Canada.\n\n## Europe\n\n"
            "If you live in the EU, your project data remains in Ireland.\n",
            at="stored in Canada",
            related=("data remains in Ireland",),
            message='project data of people outside Canada is kept in Canada here, but that of people in the EU only in Ireland in "Europe" (line 5)',
        ),
        Bad(
            "Your data is stored only in Norway.\n\nYour data is stored on servers in Brazil.\n",
            at="stored only in Norway",
            related=("stored on servers in Brazil",),
            message="data is kept only in Norway here, but in Brazil in line 3",
        ),
        Bad(
            "Your data never leaves Norway.\n\nYour data is stored on servers in Brazil.\n",
            at="data never leaves Norway",
            related=("stored on servers in Brazil",),
        ),
        Bad(
            "Everything is hosted in Norway.\n\nOur database runs on servers in Brazil.\n",
            at="hosted in Norway",
            related=("runs on servers in Brazil",),
        ),
        Bad(
            "The shop is by default hosted with Hetzner.\n\nThe shop is hosted with Hetzner and Scaleway.\n",
            at="hosted with Hetzner",
            related=("hosted with Hetzner and Scaleway",),
        ),
    ],
)
def conflicting_hosting(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Claims on where the same data is that exclude each other for people in both groups."""
    kept = _distinct([claim for claim in claims.all("hosting") if _comparable(policy, claim)])
    shown: set[int] = set()
    for number, claim in enumerate(kept):
        others = [other for other in kept if other is not claim and _clash(policy, claim, other)]
        if not others or number in shown or not _leads(policy, claim, kept):
            continue
        shown |= {kept.index(other) for other in others}
        yield _places_finding(policy, claim, others)
    yield from _providers(policy, kept)


def _distinct(claims: list[Claim]) -> list[Claim]:
    """Of claims that say the same about the same group, the first; so that pairs stay few."""
    first: dict[object, Claim] = {}
    for claim in claims:
        first.setdefault((str(claim.value), claim.scope), claim)
    return list(first.values())[:_MOST]


def _comparable(policy: Policy, claim: Claim) -> bool:
    if claim.sentence is None or claim.modality == "may" or claim.value["what"] != "primary":
        return False
    return not claim.denied or bool(claim.value["exclusive"] and scope.found(policy, _NOT_ELSEWHERE, claim.sentence))


def _same_data(one: Claim, other: Claim) -> bool:
    return bool(one.value["data"] == other.value["data"] or {one.value["data"], other.value["data"]} <= _PLAIN)


def _same_frame(one: Claim, other: Claim) -> bool:
    """Other sentence and list, same data, same product and people, groups of which one lies inside the other."""
    first, second = one.sentence, other.sentence
    if (
        first is None
        or second is None
        or first is second
        or (first.block.group and first.block.group == second.block.group)
    ):
        return False
    return (
        _same_data(one, other)
        and one.scope.product == other.scope.product
        and one.scope.people == other.scope.people
        and (scope.contains(one.scope, other.scope) or scope.contains(other.scope, one.scope))
    )


def _clash(policy: Policy, one: Claim, other: Claim) -> bool:
    if not one.value["places"] or not other.value["places"] or not _same_frame(one, other):
        return False
    here, there = scope.lands(tuple(one.value["places"])), scope.lands(tuple(other.value["places"]))
    if here & there:
        return False
    if one.value["default"] or other.value["default"]:
        return False
    if one.scope.region and other.scope.region:
        return True
    if bool(one.scope.region) != bool(other.scope.region):
        # a general statement and one for a region: the special one is an exception from the general one
        return bool((one if not one.scope.region else other).value["exclusive"])
    return any(claim.value["exclusive"] or _whole(policy, claim) for claim in (one, other))


def _whole(policy: Policy, claim: Claim) -> bool:
    return bool(claim.sentence and scope.found(policy, _WHOLE, claim.sentence))


def _leads(policy: Policy, claim: Claim, kept: list[Claim]) -> bool:
    """Whether the finding stands at this claim: the one that clashes with most, the first of equals."""
    rivals = [other for other in kept if _clash(policy, claim, other)]
    most = max(sum(_clash(policy, other, third) for third in kept) for other in rivals)
    return len(rivals) > most or (len(rivals) == most and all(claim.span <= other.span for other in rivals))


def _places_finding(policy: Policy, claim: Claim, others: list[Claim]) -> Finding:
    told = f"{_group(others[0], 'that')}{_kept(others[0])} {elsewhere(policy, others[0])}"
    exact = all(
        other.value["data"] == claim.value["data"]
        and bool(other.scope.region) == bool(claim.scope.region)
        and (claim.value["exclusive"] or other.value["exclusive"] or bool(claim.scope.region))
        for other in others
    )
    return Finding(
        f"{_group(claim, _data(claim))}is kept {_kept(claim)} here, but {told}",
        claim.span,
        related=tuple(Related(other.span, f"says {_group(other, 'that')}{_kept(other)}") for other in others),
        help="say for each group of people in which countries its data is kept, so that no one falls under two of them",
        severity=None if exact else "warning",
        confidence=None if exact else "medium",
    )


def _data(claim: Claim) -> str:
    return "data" if claim.value["data"] in _PLAIN else str(claim.value["data"])


def _group(claim: Claim, what: str) -> str:
    inside = [_name(code) for code in claim.scope.region if not code.startswith("outside:")]
    outside = [_name(code.removeprefix("outside:")) for code in claim.scope.region if code.startswith("outside:")]
    if inside:
        return f"{what} of people in {_joined(inside)} "
    if outside:
        return f"{what} of people outside {_joined(outside)} "
    return "" if what == "that" else f"{what} "


def _kept(claim: Claim) -> str:
    only = "only " if claim.value["exclusive"] else ""
    return f"{only}in {_joined([_name(code) for code in claim.value['places']])}"


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _name(code: str) -> str:
    known = {
        "US": "the US",
        "GB": "the UK",
        "EU": "the EU",
        "EEA": "the EEA",
        "NL": "the Netherlands",
        "WORLD": "the whole world",
    }
    return known.get(code) or str(places("en").PLACES.get(code, (code,))[0])


# --- providers -------------------------------------------------------------------------------------------------------


def _providers(policy: Policy, kept: list[Claim]) -> Iterator[Finding]:
    """One provider said to have the data by default or alone, and another named beside it for the same data."""
    named = [claim for claim in kept if claim.value["providers"]]
    for claim in named:
        if not (claim.value["default"] or claim.value["exclusive"]) or claim.scope.region:
            continue
        others = [
            other
            for other in named
            if _same_frame_or_part(claim, other) and {*other.value["providers"]} - {*claim.value["providers"]}
        ]
        others = [
            other
            for other in others
            if {*other.value["providers"]} & {*claim.value["providers"]} or not _elsewhere_named(other)
        ]
        if others:
            yield _provider_finding(policy, claim, others)
            return


def _same_frame_or_part(one: Claim, other: Claim) -> bool:
    return (
        one is not other
        and _same_frame(one, other)
        and (one.value["data"] not in _PLAIN or one.value["data"] == other.value["data"])
    )


def _elsewhere_named(other: Claim) -> bool:
    return bool(other.scope.region)


def _provider_finding(policy: Policy, claim: Claim, others: list[Claim]) -> Finding:
    told = f"{_joined(others[0].value['providers'])} {elsewhere(policy, others[0])}"
    return Finding(
        f"{_data(claim)} is hosted by {_joined(claim.value['providers'])} here, but by {told}",
        claim.span,
        related=tuple(Related(other.span, f"names {_joined(other.value['providers'])}") for other in others),
        help="name the same providers in every place, or say which data is with which",
        severity="warning",
        confidence="medium",
    )
