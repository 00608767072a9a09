"""
A closed list of those who receive data, and somebody outside it elsewhere.

"We share your data only when the law requires it" and "with nobody but our hosting provider" tell the reader that the
list is complete. A disclosure elsewhere to a recipient that the list does not name, on a ground it does not give, opens
it. Lists that refer to the rest of the policy are not closed.

Source: Article 13(1)(e) GDPR; Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import EVERYBODY, OUTSIDERS, PROCESSORS, RECIPIENTS, within
from privacylint_rules.promises import (
    MOST_PROMISES,
    covers,
    data_in_common,
    is_bound,
    is_disclosure,
    outsiders,
    same_frame,
    shown_recipients,
)
from privacylint_rules.words import phrases

_MOST_SHOWN = 6

# --- words -----------------------------------------------------------------------------------------------------------

_REFERRING = phrases(
    en=[
        "(described|disclosed|provided|stated|set out|set forth|outlined|explained|specified|detailed|indicated|mentioned|noted|expressly|identified) ...3 (in|herein|elsewhere|within|under|otherwise) ...4 (policy|notice|statement|agreement|terms|page|site)",
        "(herein|elsewhere|otherwise|this (policy|notice|statement)|privacy policy|above)",
    ]
)
_GOES_ON = phrases(en=["(following|follows|below|herein|elsewhere|above|if|when|unless|in order|also|employees|staff)", "(this|that|these|such) ...2 (data|information)"])
_OPEN = phrases(
    en=[
        "(described|disclosed|provided|stated|set out|set forth|outlined|explained|specified|detailed|indicated|listed|permitted|mentioned|noted|expressly|identified|allowed|defined) ...3 (in|by|here|herein|above|below|elsewhere|within|under|otherwise)",
        "(following|follows|below|any purpose|other purposes)",
        "(necessary|needed|required|reasonabl*|appropriate|essential) [for us] (to|for|in order) !(comply|law|by)",
        "(provide|provision|deliver|perform|operate|fulfil~|fulfill~|complete|process|run|develop|improve) ...4 (service~|order~|request~|contract|purpose~|transaction~|payment~)",
        "(such as|for example|including|e g|for instance|among others|etc)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(1)(e)",),
    good=[
        "We do not share your data with third parties except as described in this policy.\n\n## Ads\n\nWe share your data with advertisers.\n",
        "We share your personal data only with our service providers.\n\n## Payment\n\nOur payment processor receives your name.\n",
        "We share your personal data only when the law requires it.\n\n## Courts\n\nWe may disclose your personal data to comply with a court order.\n",
    ],
    bad=[
        Bad(
            "We do not share your personal data with anyone unless the law requires it.\n\n## Ads\n\nWe share your e-mail address with our advertising partners.\n",
            at="We do not share your personal data with anyone",
            related=("We share your e-mail address with our advertising partners",),
            message='personal data goes to others only by law here, but to advertisers in "Ads" (line 5)',
        ),
        Bad(
            "Your personal data is shared only with our payment processor.\n\n## Ads\n\nWe share your personal data with advertisers.\n",
            at="Your personal data is shared only with our payment processor",
            related=("We share your personal data with advertisers",),
            message='personal data goes to others only to payment processors here, but to advertisers in "Ads" (line 5)',
        ),
    ],
)
def closed_list_broken(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Closed lists of grounds or recipients, and plain disclosures outside them."""
    shared = claims.all("practice", action="share")
    given = [claim for claim in claims.all("practice", denied=False) if is_disclosure(claim)]
    told: set[int] = set()
    listed: dict[int, list[Claim]] = {}
    for claim in shared:
        if claim.value.get("listed") and claim.sentence and claim.sentence.block.intro:
            listed.setdefault(claim.sentence.block.intro.number, []).append(claim)
    promises = [
        (promise, items)
        for promise in shared
        if promise.sentence and not promise.value.get("listed")
        for items in [listed.get(promise.sentence.block.number, [])]
        if _is_closed(policy, promise, items)
    ]
    for promise, items in promises[:MOST_PROMISES]:
        allowed = _allowed(promise, items)
        broken = [claim for claim in given if id(claim) not in told and _breaks(promise, claim, allowed, bool(items))]
        if broken:
            told |= {id(claim) for claim in broken}
            yield _finding(policy, promise, items, broken, allowed)


_FOR_THEMSELVES = frozenset({"advertiser", "data-broker", "other-company", "social-network"})
"""Recipients that nobody takes for helpers of the company."""


def _breaks(promise: Claim, claim: Claim, allowed: frozenset[str], listed: bool) -> bool:
    """Whether the disclosure is comparable, and to nobody the list allows. A list of cases mostly has room for helpers."""
    who = [one for one in outsiders(claim) if not within(RECIPIENTS, one) & allowed and (not promise.denied or covers(promise, one))]
    if promise.value["only"] == "recipient" and not promise.denied:
        who = [one for one in who if one in (_FOR_THEMSELVES if PROCESSORS & allowed else OUTSIDERS - {"anyone", "third-party"})]
    elif listed:
        who = [one for one in who if one in OUTSIDERS - EVERYBODY]
    elif len(who) < len(outsiders(claim)):
        return False
    return bool(who and data_in_common(promise, claim) and same_frame(_unconditional(promise), claim))


def _is_closed(policy: Policy, promise: Claim, items: list[Claim]) -> bool:
    """Whether nothing but what it names is left open: the law, a sale of the company, consent, or the items of its list."""
    value = promise.value
    if promise.sentence is None or value["actor"] != "us" or not value["data"] or value["narrowed"] or value["refers"] or "abroad" in value["basis"]:
        return False
    if value["only"] == "recipient" and not promise.denied:
        return bool({*value["recipients"]} - EVERYBODY) and not value["exception"] and not is_bound(promise) and not items and not scope.found(policy, _GOES_ON, promise.sentence)
    if ({*value["recipients"]} - EVERYBODY - _BY_LAW and not promise.denied) or scope.found(policy, _REFERRING, promise.sentence):
        return False
    if items:
        closed = bool(value["exception"]) if promise.denied else value["only"] == "case"
        return closed and not any(item.sentence and not item.value["named"] and scope.found(policy, _REFERRING, item.sentence) for item in items)
    bound = bool(value["exception"] and value["exception"] != "follows") if promise.denied else value["only"] == "case" or (value["only"] == "purpose" and {*value["purposes"]} <= {"legal"})
    if not bound or not ({*value["basis"]} & {"law", "consent", "merger"} or value["excepted"]) or {*value["purposes"]} - {"legal", "security"}:
        return False
    return not scope.found(policy, _OPEN, promise.sentence) and not promise.sentence.text.rstrip().endswith(":")


def _allowed(promise: Claim, items: list[Claim]) -> frozenset[str]:
    """The recipients that the list names, by law or on a sale of the company left aside."""
    named = (one for item in items if not {*item.value["basis"]} & {"law", "merger"} for one in item.value["named"])
    own = promise.value["excepted"] if promise.denied else promise.value["recipients"]
    return frozenset(named) | ({*own} - EVERYBODY)


def _unconditional(promise: Claim) -> Claim:
    return promise._replace(scope=promise.scope._replace(condition=None))


_BY_LAW = frozenset({"authority", "buyer", "adviser"})
_SHOWN = {"law": "by law", "consent": "with consent", "merger": "with the business"}


def _finding(policy: Policy, promise: Claim, items: list[Claim], broken: list[Claim], allowed: frozenset[str]) -> Finding:
    grounds = " or ".join(_SHOWN[one] for one in promise.value["basis"] if one in _SHOWN)
    bound = "only in the listed cases" if items else f"only {grounds}" if grounds else f"only to {shown_recipients(sorted(allowed))}"
    return Finding(
        f"personal data goes to others {bound} here, but to {shown_recipients(outsiders(broken[0]))} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(claim.span, f"gives it to {shown_recipients(outsiders(claim))}, whom the list leaves out") for claim in broken[:_MOST_SHOWN]),
        help="complete the list, or stop the disclosure",
    )
