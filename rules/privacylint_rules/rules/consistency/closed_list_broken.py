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
from privacylint_rules.ontology import EVERYBODY
from privacylint_rules.promises import data_in_common, is_plain_practice, outsiders, same_frame, shown_recipients
from privacylint_rules.words import phrases

_MOST_SHOWN = 6

# --- words -----------------------------------------------------------------------------------------------------------

_OPEN = phrases(
    en=[
        "(described|disclosed|provided|stated|set out|set forth|outlined|explained|specified|detailed|indicated|listed|permitted|mentioned|noted|expressly|identified|allowed|defined) ...3 (in|by|here|herein|above|below|elsewhere|within|under|otherwise)",
        "(herein|above|below|elsewhere|otherwise|following|follows|this (policy|notice|statement|section)|privacy policy)",
        "(necessary|needed|required|reasonabl*|appropriate|essential) [for us] (to|for|in order) !(comply|law)",
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
        "We share your personal data only when the law requires it.\n\n## Courts\n\nWe may disclose your personal data to comply with a court order.\n",
    ],
    bad=[
        Bad(
            "We do not share your personal data with anyone unless the law requires it.\n\n## Ads\n\nWe share your e-mail address with our advertising partners.\n",
            at="We do not share your personal data with anyone",
            related=("We share your e-mail address with our advertising partners",),
            message='personal data goes to others only by law here, but to advertisers in "Ads" (line 5)',
        ),
    ],
)
def closed_list_broken(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Closed lists of grounds for sharing, and plain disclosures on none of them."""
    shared = claims.all("practice", action="share")
    given = [claim for claim in shared if claim.value["actor"] == "us" and is_plain_practice(claim) and outsiders(claim) and claim.value["data"] and "abroad" not in claim.value["basis"]]
    told: set[int] = set()
    for promise in shared:
        if not _is_closed(policy, promise):
            continue
        broken = [claim for claim in given if id(claim) not in told and same_frame(_unconditional(promise), claim) and data_in_common(promise, claim) and not {*claim.value["recipients"]} & ({*promise.value["recipients"]} - EVERYBODY)]
        if broken:
            told |= {id(claim) for claim in broken}
            yield _finding(policy, promise, broken)


def _is_closed(policy: Policy, promise: Claim) -> bool:
    """Whether it is a promise whose only exceptions are the law, a sale of the company or consent."""
    value = promise.value
    if promise.sentence is None or value["actor"] != "us" or not value["data"] or value["narrowed"] or value["exception"] == "follows":
        return False
    bound = value["exception"] if promise.denied else value["only"] == "case"
    if not bound or not {*value["basis"]} & {"law", "consent", "merger"} or value["purposes"] or value["refers"]:
        return False
    if {*value["recipients"]} - EVERYBODY:
        return False
    return not scope.found(policy, _OPEN, promise.sentence) and not promise.sentence.text.rstrip().endswith(":")


def _unconditional(promise: Claim) -> Claim:
    return promise._replace(scope=promise.scope._replace(condition=None))


_SHOWN = {"law": "by law", "consent": "with consent", "merger": "with the business"}


def _finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    grounds = " or ".join(_SHOWN[one] for one in promise.value["basis"] if one in _SHOWN)
    return Finding(
        f"personal data goes to others only {grounds} here, but to {shown_recipients(outsiders(broken[0]))} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(claim.span, f"gives it to {shown_recipients(outsiders(claim))}") for claim in broken[:_MOST_SHOWN]),
        help="complete the list, or stop the disclosure",
    )
