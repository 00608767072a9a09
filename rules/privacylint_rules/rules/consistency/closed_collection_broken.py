"""
Data said to be the only data collected, and other personal data collected elsewhere.

"We collect only your e-mail address" tells the reader that the list is complete; an IP address or a location collected
elsewhere opens it. A list that holds for one occasion or purpose only, or that says "such as", is not complete.

Source: Articles 5(1)(a) and 5(1)(c) GDPR; Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import ALL_DATA, DATA, PERSONAL, within
from privacylint_rules.promises import MOST_PROMISES, is_plain_practice, same_frame
from privacylint_rules.words import phrases

_MOST_SHOWN = 6

# --- words -----------------------------------------------------------------------------------------------------------

_OPEN = phrases(
    en=[
        "(such as|for example|including|e g|for instance|among others|etc|following|below|necessary|needed|required|relevant|minimum|essential|voluntarily|you provide|you choose|you give|certain|this|these)",
        "(if|when|where|from|third parties|cookie~|newsletter~|form|children|child|register|registration|sign up|subscribe|order~|purchase~|log in|login|contact us|comment~)",
    ]
)
_GENERAL = phrases(en=["(collect|collects|collection|collected|gather|information|data|privacy|introduction|overview|summary|short|personal)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "We collect only your e-mail address.\n\n## Letters\n\nWe store your e-mail address for a year.\n",
        "For the newsletter we collect only your e-mail address.\n\n## Orders\n\nWe collect your name and phone number.\n",
        "We collect only the data you provide, such as your e-mail address.\n\n## Visits\n\nWe collect your IP address.\n",
    ],
    bad=[
        Bad(
            "The only personal data we collect is your e-mail address.\n\n## Visits\n\nWe collect your IP address.\n",
            at="The only personal data we collect is your e-mail address",
            related=("We collect your IP address",),
            message='only e-mail address is collected here, but IP address is in "Visits" (line 5)',
        ),
        Bad(
            "We only collect your phone number.\n\n## Maps\n\nThe app collects your precise location.\n",
            at="We only collect your phone number",
            related=("The app collects your precise location",),
        ),
    ],
)
def closed_collection_broken(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Closed lists of data, and plain statements that personal data outside them is collected."""
    taken = [
        claim
        for claim in claims.all("practice", actor="us", denied=False)
        if claim.value["action"] in ("collect", "store") and is_plain_practice(claim) and not claim.value["only"] and not claim.value["narrowed"] and not claim.value["local"]
    ]
    promises = (claim for claim in claims.all("practice", actor="us", denied=False) if _is_closed(policy, claim))
    told: set[int] = set()
    for promise in islice(promises, MOST_PROMISES):
        broken = [claim for claim in taken if id(claim) not in told and _others(promise, claim) and same_frame(promise, claim)]
        if broken:
            told |= {id(claim) for claim in broken}
            yield _finding(policy, promise, broken)


def _is_closed(policy: Policy, claim: Claim) -> bool:
    """Whether it names single data as all that is collected, for everything and everyone."""
    value = claim.value
    if value["only"] != "data" or value["action"] != "collect" or claim.sentence is None or {*value["data"]} & (ALL_DATA | {"anonymous-data"}) or not value["data"]:
        return False
    if value["purposes"] or value["exception"] or value["narrowed"] or value["refers"] or claim.scope.condition or claim.scope.purpose:
        return False
    heading = claim.section.heading if claim.section else None
    general = heading is None or (claim.section is not None and claim.section.level <= 1) or scope.stands_in(policy, _GENERAL, heading)
    return general and not scope.found(policy, _OPEN, claim.sentence)


def _others(promise: Claim, claim: Claim) -> list[str]:
    """The personal data of the claim that the list does not hold."""
    allowed = {*promise.value["data"]}
    return [one for one in claim.value["data"] if one in PERSONAL - ALL_DATA and not within(DATA, one) & allowed]


def _finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    listed = " and ".join(DATA[one].shown for one in promise.value["data"][:2])
    other = DATA[_others(promise, broken[0])[0]].shown
    return Finding(
        f"only {listed} is collected here, but {other} is {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(claim.span, f"collects {DATA[_others(promise, claim)[0]].shown}") for claim in broken[:_MOST_SHOWN]),
        help="complete the list, or say for which part of the service it holds",
    )
