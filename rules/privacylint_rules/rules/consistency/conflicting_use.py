"""
Data that is not used for a purpose in one place, and used for it in another.

"We do not use your data for advertising" beside "we use your data to show you personalised ads": both speak of the same
data and the same purpose. A denial that is bound to some data, to some people, to consent or to the ends of third
parties agrees with what is outside it.

Source: Articles 5(1)(a) and 5(1)(b) GDPR; Bui et al., "Consistency Analysis of Data-Usage Purposes in Mobile Apps"
(PurPliance), CCS 2021.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import PURPOSES
from privacylint_rules.promises import (
    MOST_PROMISES,
    data_in_common,
    is_plain_practice,
    is_purpose_promise,
    same_frame,
    shown_data,
)
from privacylint_rules.words import phrases

_MOST_SHOWN = 6
_JUDGED = frozenset({"marketing", "advertising", "targeted-advertising", "analytics", "personalisation", "research"})
"""Purposes that are named alike wherever they are spoken of."""

# --- words -----------------------------------------------------------------------------------------------------------

_BOUND = phrases(
    en=[
        "(third party|third parties|third party's|other companies|others|their own|unsolicited|direct|sensitive|child~|children|student~|solely|only|other|across|cross)",
        "(this|these|such|that) (data|information|details)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(b)",),
    good=[
        "We do not use your personal data for advertising.\n\n## Letters\n\nWe use your personal data to answer your questions.\n",
        "We do not use your personal data for advertising without your consent.\n\n## Ads\n\nWe use your personal data for advertising.\n",
        "We do not use sensitive data for advertising.\n\n## Ads\n\nWe use your e-mail address for advertising.\n",
    ],
    bad=[
        Bad(
            "We do not use your personal data for advertising.\n\n## Offers\n\nWe use your e-mail address to show you targeted ads.\n",
            at="We do not use your personal data",
            related=("We use your e-mail address",),
            message='personal data is not used for advertising here, but e-mail address is in "Offers" (line 5)',
        ),
        Bad(
            "Your phone number is never used for marketing.\n\n## Offers\n\nWe use your phone number and name for marketing of our plants.\n",
            at="Your phone number is never used",
            related=("We use your phone number",),
        ),
    ],
)
def conflicting_use(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Denials of a use for a purpose, and plain uses of the same data for it."""
    used = [claim for claim in claims.all("practice", actor="us", action="use", denied=False) if is_plain_practice(claim) and not claim.value["narrowed"]]
    denied = (claim for claim in claims.all("practice", actor="us", action="use", denied=True) if _is_open(policy, claim))
    told: set[int] = set()
    for promise in islice(denied, MOST_PROMISES):
        broken = [claim for claim in used if id(claim) not in told and _breaks(promise, claim)]
        if broken:
            told |= {id(claim) for claim in broken}
            yield _finding(policy, promise, broken)


def _is_open(policy: Policy, promise: Claim) -> bool:
    return bool(is_purpose_promise(promise) and {*promise.value["purposes"]} & _JUDGED and promise.sentence and not scope.found(policy, _BOUND, promise.sentence))


def _purpose(promise: Claim, claim: Claim) -> str | None:
    """The purpose that is denied and pursued."""
    for one in promise.value["purposes"]:
        wanted = {one, "targeted-advertising"} if one == "advertising" else {one}
        if one in _JUDGED and wanted & {*claim.value["purposes"]}:
            return str(one)
    return None


def _breaks(promise: Claim, claim: Claim) -> bool:
    return bool(_purpose(promise, claim) and data_in_common(promise, claim) and same_frame(promise._replace(scope=promise.scope._replace(purpose=None)), claim))


def _finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    first = broken[0]
    purpose = PURPOSES[_purpose(promise, first) or ""].shown
    what, used = shown_data(promise.value["data"]), shown_data(first.value["data"])
    taken = "it is" if what == used else f"{used} is"
    return Finding(
        f"{what} is not used for {purpose} here, but {taken} {elsewhere(policy, first)}",
        promise.span,
        related=tuple(Related(claim.span, f"uses {shown_data(claim.value['data'])} for {purpose}") for claim in broken[:_MOST_SHOWN]),
        help="say in the denial which data or which marketing it is about, or stop the use",
    )
