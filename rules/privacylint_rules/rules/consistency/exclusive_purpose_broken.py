"""
Data said to serve one purpose only, and used for another elsewhere.

"Only" and "solely" are promises: purpose limitation is measured by them, and a reader relies on them. Two statements
clash when they speak of the same data in the same part of the text, or name the same datum, and the second purpose is
neither the first nor a part of it. Legal duties and the protection of the service are left out.

Source: Article 5(1)(b) GDPR (purpose limitation); Bui et al., "Consistency Analysis of Data-Usage Purposes in Mobile
Apps" (PurPliance), CCS 2021.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import ALL_DATA, PURPOSES, within
from privacylint_rules.promises import MOST_PROMISES, is_plain_practice, same_place, shown_data

_MOST_SHOWN = 6
_VAGUE = frozenset({"legal", "security", "service", "display"})

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 5(1)(b)",),
    good=[
        "We use your phone number solely to process payments.\n\nWe use your e-mail address to send you our newsletter.\n",
        "We use your phone number solely to process payments.\n\nWe use your phone number to process the payment of your order.\n",
        "We use your phone number solely to process payments, unless you agree otherwise.\n\nWe use your phone number for marketing.\n",
    ],
    bad=[
        Bad(
            "We use your phone number solely to process payments.\n\n## Offers\n\nWe use your phone number for marketing.\n",
            at="We use your phone number solely to process payments",
            related=("We use your phone number",),
            message='phone number is used only for payments here, but for marketing in "Offers" (line 5)',
        ),
        Bad(
            "We collect your name and phone number. This information is used to answer your questions.\n\nWe use this information solely for processing payments.\n",
            at="We use this information solely for processing payments",
            related=("This information is used",),
        ),
    ],
)
def exclusive_purpose_broken(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Claims that use data for one purpose only, and claims that use the same data for others."""
    for promise, broken in broken_promises(claims):
        # statements on all data under the same heading include this data too
        wider = [claim for claim in claims.all("practice", actor="us", action="use", denied=False) if _is_wider(promise, claim)]
        yield _finding(policy, promise, broken + wider)


def broken_promises(claims: Claims) -> Iterator[tuple[Claim, list[Claim]]]:
    """Claims that bind a datum to one purpose, each with those that use it for another."""
    used = claims.all("practice", actor="us", action="use", denied=False)
    promises = (claim for claim in used if claim.value["only"] == "purpose" and claim.value["purposes"] and is_plain_practice(claim))
    for promise in islice(promises, MOST_PROMISES):
        broken = [claim for claim in used if claim is not promise and _breaks(promise, claim)]
        if broken:
            yield promise, broken


def _breaks(promise: Claim, claim: Claim) -> bool:
    if claim.value["only"] == "purpose" and {*claim.value["purposes"]} & {*promise.value["purposes"]}:
        return False
    return bool(_same_data(promise, claim) and _others(promise, claim) and is_plain_practice(claim) and same_place(promise, claim))


def _is_wider(promise: Claim, claim: Claim) -> bool:
    return bool(
        claim.section is promise.section
        and "personal-data" in claim.value["data"]
        and not claim.value["refers"]
        and is_plain_practice(claim)
        and same_place(promise, claim)
        and _others(promise, claim)
        and not _same_data(promise, claim)
    )


def _same_data(promise: Claim, claim: Claim) -> bool:
    """Whether both name one datum, or both point back to the same data under one heading."""
    first, second = promise.value, claim.value
    specific = ({*first["data"]} - ALL_DATA, {*second["data"]} - ALL_DATA)
    if first["refers"] or second["refers"]:
        return promise.section is claim.section and bool(specific[0] & specific[1] or first["data"] == second["data"])
    return bool(specific[0]) and specific[0] <= specific[1]


def _others(promise: Claim, claim: Claim) -> list[str]:
    """The purposes of the claim that are neither one of the promise nor above or below one."""
    allowed = {*promise.value["purposes"]}
    above = frozenset().union(*(within(PURPOSES, one) for one in allowed))
    return [one for one in claim.value["purposes"] if one not in above and not within(PURPOSES, one) & allowed and one not in _VAGUE]


def _finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    what = shown_data(promise.value["data"])
    purposes = " and ".join(PURPOSES[one].shown for one in promise.value["purposes"][:2])
    exact = not promise.value["refers"] or promise.section is broken[0].section
    return Finding(
        f"{what} is used only for {purposes} here, but for {_shown(promise, broken[0])} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(claim.span, f"uses it for {_shown(promise, claim)}") for claim in broken[:_MOST_SHOWN]),
        help="name every purpose in the promise, or stop the other use",
        severity=None if exact else "warning",
        confidence=None if exact else "medium",
    )


def _shown(promise: Claim, claim: Claim) -> str:
    return " and ".join(PURPOSES[one].shown for one in _others(promise, claim)[:2])
