"""
Data that is not sold in one place, and sold, rented or given for money or for targeted advertising in another.

"We do not sell your data" is read in its plain sense, and in California in the law's: giving data away for money or any
other thing of value is a sale, and giving it away for cross-context advertising has rules of its own. A promise that is
bound (to a group of people, to money, "except …") agrees with what is outside it, and sharing with those who work for
the company is no sale. A sale of the company itself is none either.

Source: Cal. Civ. Code 1798.140(ad) and (ah), 1798.120; Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import OUTSIDERS
from privacylint_rules.practice.bounds import FOR_MONEY
from privacylint_rules.promises import (
    MOST_PROMISES,
    data_in_common,
    is_plain_practice,
    is_plain_promise,
    said_again,
    same_frame,
    shown_recipients,
)
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_AS_SALE = phrases(
    en=[
        "(may|might|could|can) (be|constitute|qualify) [considered|deemed|interpreted|viewed|regarded|as] [as] [to be] [be] a (sale|selling)",
        "(considered|deemed|constitutes|constitute|regarded|qualifies|qualify) [to be|as] [a] [(sale|sales|selling)] [or] (sale|sales|selling)",
    ]
)
_NOT_A_SALE = phrases(en=["(not|no|never|don't|neither) ...12 (sale|sell|selling|sold)"])
_CROSS_CONTEXT = phrases(en=["cross (context|contextual) [behavioral|behavioural]"])
"""The words of the law that names this sharing beside a sale."""
_ADS = frozenset({"advertising", "targeted-advertising"})
_AD_TRADE = frozenset({"advertiser", "data-broker"})

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("Cal. Civ. Code 1798.120", "Cal. Civ. Code 1798.140(ad)"),
    good=[
        "We do not sell your personal data.\n\nWe share your personal data with our service providers.\n",
        "We do not sell the personal data of children under 16.\n\nWe sell your personal data to list brokers.\n",
        "We do not sell your personal data.\n\nIf we sell our business, your personal data goes to the buyer.\n",
    ],
    bad=[
        Bad(
            "We never sell your personal data.\n\n## Lists\n\nWe rent your postal address to other merchants.\n",
            at="We never sell your personal data",
            related=("We rent your postal address to other merchants",),
            message='personal data is not sold here, but it is in "Lists" (line 5)',
        ),
        Bad(
            "We do not sell your personal data.\n\n## Lists\n\nThe categories of personal data we sell are names and postal addresses.\n",
            at="We do not sell your personal data",
            related=("of personal data we sell",),
        ),
        Bad(
            "We do not sell your personal data.\n\n## Ads\n\nWe share your e-mail address with advertisers for targeted advertising.\n",
            at="We do not sell your personal data",
            related=("We share your e-mail address with advertisers",),
        ),
    ],
)
def conflicting_sale(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Unqualified promises not to sell, and sales, or sharing for money or for targeted advertising."""
    practices = claims.all("practice", actor="us", denied=False)
    sold = [claim for claim in practices if claim.value["action"] == "sell" and is_plain_practice(claim) and claim.value["data"]]
    traded = [claim for claim in practices if claim.value["action"] == "share" and is_plain_practice(claim) and _traded(policy, claim)]
    told: set[int] = set()
    promises = list(islice(filter(is_plain_promise, claims.all("practice", actor="us", action="sell", denied=True)), MOST_PROMISES))
    for promise in promises:
        for kind, found in (("sold", sold), ("traded", traded)):
            broken = [claim for claim in found if id(claim) not in told and not _otherwise_named(policy, promise, claim) and data_in_common(promise, claim) and same_frame(promise, claim)]
            if broken:
                told |= {id(claim) for claim in broken}
                finding = _sold(policy, promise, broken) if kind == "sold" else _bridged(policy, promise, broken)
                yield finding._replace(related=(*finding.related, *said_again(promise, promises, broken)))
                break


def _otherwise_named(policy: Policy, promise: Claim, claim: Claim) -> bool:
    """Whether the promise is about money, and what is given away is called a sale by a law that asks for none."""
    return bool(promise.sentence and claim.sentence and scope.found(policy, FOR_MONEY, promise.sentence) and scope.found(policy, _AS_SALE, claim.sentence))


def _traded(policy: Policy, claim: Claim) -> bool:
    """Whether data is shared for money, or with the advertising trade for its ends."""
    if claim.sentence is None or not claim.value["data"]:
        return False
    if scope.found(policy, FOR_MONEY, claim.sentence):
        return True
    if scope.found(policy, _AS_SALE, claim.sentence) and not scope.found(policy, _NOT_A_SALE, claim.sentence):
        return True
    if "targeted-advertising" in claim.value["purposes"] and {*claim.value["recipients"]} & OUTSIDERS and scope.found(policy, _CROSS_CONTEXT, claim.sentence):
        return True
    return bool({*claim.value["recipients"]} & _AD_TRADE and {*claim.value["purposes"]} & _ADS)


def _sold(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    return Finding(
        f"personal data is not sold here, but it is {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(claim.span, "sells it") for claim in broken[:4]),
        help="say in the promise which data is sold to whom, or stop the sale",
    )


def _bridged(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    who = shown_recipients(broken[0].value["recipients"]) or "others"
    return Finding(
        f"personal data is not sold here, but goes to {who} for advertising or money {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(claim.span, "some laws call this a sale or a sharing of data") for claim in broken[:4]),
        help="say beside the promise that data is shared for advertising, and how to opt out",
        severity="warning",
        confidence="medium",
    )
