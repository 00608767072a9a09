"""
A promise never to share with anyone, and disclosure by law or on a sale of the company elsewhere.

Few readers take "we do not share your data" to mean that a court order would be ignored, and such a promise is left
alone. "Never, with anyone, under any circumstances" leaves no such room: it cannot be kept, and the text says so itself
in another place.

Source: Article 5(1)(a) GDPR; Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import ALL_DATA, EVERYBODY
from privacylint_rules.promises import MOST_PROMISES, is_plain_promise
from privacylint_rules.rules.consistency._cases import Case, forced
from privacylint_rules.words import phrases

_MOST_SHOWN = 4

# --- words -----------------------------------------------------------------------------------------------------------

_ABSOLUTE = phrases(
    en=[
        "never ...20!(marketing|purpose~) (any|anyone|anybody|nobody|others)",
        "(under|in) (no|any) (circumstance~|event|case|condition~|situation~)",
        "(no one|nobody|no third party) ...4 ever",
        "(at no time|for any reason|for any reason whatsoever|without exception|no exceptions|ever ever|no matter what|absolutely no)",
        "(any|no) [other] (entities|individuals|persons|organisations|organizations|companies|parties|entity|individual|person|organisation|organization|company|party|third parties|third party) ...3 outside",
        "(any|no) [third] (party|parties|one) (whatsoever|whosoever|ever|at all)",
    ]
)
_SHOWN = {"law": "by law", "merger": "with the business"}

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "We do not share your personal data with third parties.\n\n## Courts\n\nWe may disclose your personal data if a court orders us to.\n",
        "We never share your personal data with anyone unless the law requires it.\n\n## Courts\n\nWe may disclose your personal data to a court.\n",
    ],
    bad=[
        Bad(
            "Under no circumstances will we share your personal data with anyone.\n\n## Courts\n\nWe may disclose your personal data if a court orders us to.\n",
            at="Under no circumstances will we share your personal data with anyone",
            related=("We may disclose your personal data",),
            message='personal data is never shared here, but goes to others by law in "Courts" (line 5)',
        ),
        Bad(
            "We never give your personal data to anyone.\n\n## Future\n\nIf our company is sold, your personal data is transferred to the buyer.\n",
            at="We never give your personal data to anyone",
            related=("your personal data is transferred to the buyer",),
        ),
    ],
)
def absolute_promise_broken(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first absolute promise, with the disclosures by law or with the business that it leaves no room for."""
    shared = claims.all("practice", actor="us", action="share")
    promises = [*islice((one for one in shared if _is_absolute(policy, one)), MOST_PROMISES)]
    cases = _cases(policy, shared) if promises else []
    for promise in promises:
        broken = [case for case in cases if _breaks(policy, promise, case)]
        if broken:
            yield _finding(policy, promise, broken)
            return


def _cases(policy: Policy, shared: Sequence[Claim]) -> list[Case]:
    """The disclosures by law or with the business, one a sentence, in the order of the text."""
    claimed = [Case(_ground(claim), _SHOWN[_ground(claim)], claim.span, claim.sentence) for claim in shared if claim.sentence and not claim.denied and _is_forced(claim)]
    worded = [case for case in forced(policy) if case.kind in _SHOWN]
    return sorted({case.sentence.number: case for case in [*worded, *claimed]}.values(), key=lambda case: case.span)


def _breaks(policy: Policy, promise: Claim, case: Case) -> bool:
    """Whether the disclosure stands apart from the promise, for the same readers, and not as its exception."""
    if promise.sentence is None:
        return False
    first, second = promise.sentence.block, case.sentence.block
    if (first is second and case.sentence.number >= promise.sentence.number) or (first.group and first.group == second.group) or first.intro is second or second.intro is first:
        return False
    around = scope.scope_of(policy, case.sentence)
    return scope.overlaps(promise.scope, around) and scope.contains(promise.scope, around)


def _is_absolute(policy: Policy, claim: Claim) -> bool:
    value = claim.value
    if not is_plain_promise(claim) or value["refers"] or not {*value["data"]} & ALL_DATA or value["local"] or claim.sentence is None:
        return False
    return (not value["recipients"] or bool({*value["recipients"]} & EVERYBODY)) and bool(scope.found(policy, _ABSOLUTE, claim.sentence))


def _is_forced(claim: Claim) -> bool:
    """Whether it says that data goes to others by law or on a sale of the company."""
    value = claim.value
    return bool({*value["basis"]} & {*_SHOWN}) and bool({*value["data"]} & ALL_DATA) and not value["narrowed"] and "consent" not in value["basis"]


def _ground(claim: Claim) -> str:
    return str(next(one for one in claim.value["basis"] if one in _SHOWN))


def _finding(policy: Policy, promise: Claim, broken: list[Case]) -> Finding:
    return Finding(
        f"personal data is never shared here, but goes to others {broken[0].shown} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(case.span, "is an exception that the promise leaves no room for") for case in broken[:_MOST_SHOWN]),
        help="name the exceptions in the promise: the law, a sale of the business",
    )
