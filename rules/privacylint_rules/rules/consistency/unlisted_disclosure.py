"""
A promise that names the cases in which data goes to others, and a further case elsewhere: the law, a sale, a provider.

Few readers take a plain "we do not share your data" to mean that a court order would be ignored. "Only with your
consent" and "with nobody but our providers" are read otherwise: who names the exceptions says that there are no more.
Where another passage discloses data to authorities, hands it to a buyer of the business or keeps it with a provider,
the list was not complete. A promise that refers to other passages for its exceptions is no closed one.

Source: Article 5(1)(a) and 13(1)(e) GDPR; Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import PROCESSORS
from privacylint_rules.promises import is_disclosure, is_plain_practice, outsiders, shown_recipients
from privacylint_rules.rules.consistency import closed_list_broken
from privacylint_rules.rules.consistency._cases import Case, forced, providers
from privacylint_rules.rules.consistency._limits import Limit, kept_to_staff, limits
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_ALSO = phrases(en=["^ ...3 (however|notwithstanding|nevertheless|exception~|despite|nonetheless|regardless)", "(notwithstanding|exception~|despite)"])
_WITHOUT_CONSENT = phrases(en=["(or|and) [on [the] [basis of]] [our] legitimate interest~", "(with or without|without) [your|any|prior|further] (consent|permission)"])
_LINKED = phrases(en=["(link~|linked|third party (website~|site~))"])
_NEAR = 2
"""How many blocks behind a promise, in its own section, still read as its exceptions."""
_MOST_SHOWN = 4
_MOST_AGAIN = 2
_ROOM = {"consent": "with consent", "law": "by law", "merger": "with the business", "helpers": "to those who help with the service"}


# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(a)", "GDPR Art. 13(1)(e)"),
    good=[
        "We do not share your personal data with third parties.\n\n## Courts\n\nWe may disclose your personal data if a court orders us to.\n",
        "We share your personal data only with your consent or where the law requires it.\n\n## Courts\n\nWe may disclose your personal data to the police.\n",
        "We do not share your personal data with anyone except as described in this policy.\n\n## Courts\n\nWe may disclose your personal data to the police.\n",
        "We share your personal data with third parties for marketing only with your consent.\n\n## Courts\n\nWe may disclose your personal data to the police.\n",
    ],
    bad=[
        Bad(
            "We share your personal data only with your consent.\n\n## Courts\n\nWe may disclose your personal data to the police.\n",
            at="We share your personal data only with",
            related=("We may disclose your personal data to the police",),
            message='personal data goes to others only with consent here, but by law too in "Courts" (line 5)',
        ),
        Bad(
            "We do not share your data with anyone other than our service providers.\n\n## Future\n\nIf our company is acquired, your data may be transferred to its new owner.\n",
            at="not share your data",
            related=("is acquired, your data may be transferred",),
            message='personal data goes to others only to those who help with the service here, but with the business too in "Future" (line 5)',
        ),
    ],
)
def unlisted_disclosure(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first such promise with the disclosures it leaves no room for, and where it is made again."""
    promises = [*limits(policy), *kept_to_staff(policy)]
    if not promises:
        return
    told = {finding.span.start for finding in closed_list_broken.closed_list_broken.check(policy, claims)}
    cases = sorted([*forced(policy), *_others(policy, claims), *providers(policy)], key=lambda case: case.span)
    broken = [(promise, [case for case in cases if _is_further(promise, case) and _elsewhere(policy, promise, case)]) for promise in promises if not _told(policy, promise, told)]
    broken = [(promise, found) for promise, found in broken if found]
    if broken:
        (promise, found), *again = broken
        others = [other for other, _ in again]
        others += [other for other in promises if promise.staff and other.staff and other is not promise and other not in others]
        yield _finding(policy, promise, found, others)


def _told(policy: Policy, promise: Limit, told: set[int]) -> bool:
    """Whether closed-list-broken speaks of the promise already."""
    first, after = policy.words.range_of(promise.sentence)
    sentence = policy.words.span(first, after)
    return any(sentence.start <= start < sentence.end for start in told)


def _others(policy: Policy, claims: Claims) -> Iterator[Case]:
    """Plain disclosures to named kinds of recipients."""
    for claim in claims.all("practice", denied=False):
        if claim.value["action"] != "share" and (claim.value["actor"] == "us" or not {*claim.value["recipients"]} & PROCESSORS):
            continue
        if claim.sentence is None or claim.value["narrowed"] or claim.value.get("listed"):
            continue
        if scope.found(policy, _LINKED, claim.sentence):
            continue
        if "adviser" in claim.value["recipients"] and not {*claim.value["basis"]} & {"consent", "merger"}:
            yield Case("advisers", f"to {shown_recipients(['adviser'])}", claim.span, claim.sentence)
            continue
        who = outsiders(claim)
        received = claim.value["actor"] == "third-party" and bool({*who} & PROCESSORS) and is_plain_practice(claim)
        if not received and not is_disclosure(claim) and not (who and scope.found(policy, _WITHOUT_CONSENT, claim.sentence)):
            continue
        kind = "helpers" if {*who} & PROCESSORS else "others"
        yield Case(kind, f"to {shown_recipients(who)}", claim.span, claim.sentence)


def _is_further(promise: Limit, case: Case) -> bool:
    """Whether the promise leaves no room for it: helpers break only a list that names who gets the data."""
    return case.kind not in promise.allowed and (case.kind != "helpers" or promise.listed)


def _elsewhere(policy: Policy, promise: Limit, case: Case) -> bool:
    """Whether the disclosure stands apart from the promise, for the same readers, and not as its exception."""
    first, second = promise.sentence.block, case.sentence.block
    if first is second or second.intro is first or (first.group and first.group == second.group):
        return False
    if scope.found(policy, _ALSO, case.sentence) or (promise.section is case.section and 0 < second.number - first.number <= _NEAR):
        return False
    around = scope.scope_of(policy, case.sentence)._replace(condition=None, purpose=None)
    return scope.overlaps(promise.scope, around) and scope.contains(promise.scope, around)


def _finding(policy: Policy, promise: Limit, broken: list[Case], again: list[Limit]) -> Finding:
    room = [_ROOM[one] for one in _ROOM if one in promise.allowed]
    bound = "in the listed cases" if promise.listed else " or ".join(room) or "in the named cases"
    shown = [case for kind in ("merger", "advisers", "others", "law", "helpers") for case in [one for one in broken if one.kind == kind][:2]][:_MOST_SHOWN]
    places = [Related(case.span, f"gives data to others: {case.shown}") for case in shown]
    places += [Related(other.span, "promises the same") for other in again[:_MOST_AGAIN]]
    if promise.staff:
        bound = "personal data is seen by nobody but the company's own people"
    else:
        bound = f"personal data goes to others only {bound}"
    return Finding(
        f"{bound} here, but {shown[0].shown} too {elsewhere(policy, shown[0])}",
        promise.span,
        related=tuple(places),
        help="name this case in the promise too",
    )
