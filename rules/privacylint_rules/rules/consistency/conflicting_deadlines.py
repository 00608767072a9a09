"""
Two different times for one and the same answer.

Whoever sends a request, and the authority that hears of its delay, will hold you to the shorter time. Times are compared
only for the same kind of request, under the same law and in the same region; the time by which an answer may be
extended is another thing. A time for "all requests" is compared with a longer one for some of them. One month and 30
days agree, and so do ten business days and two weeks.

Source: GDPR Article 12(3); California Civil Code section 1798.130(a)(2).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.retention.lengths import in_days, in_words
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

NAMED = {
    "request": "a request is answered within",
    "access-request": "a request for access is answered within",
    "deletion-request": "a request for deletion is answered within",
    "correction-request": "a request for correction is answered within",
    "deletion": "data is deleted at your request within",
    "enquiry": "an enquiry is answered within",
    "opt-out": "an opt-out is honoured within",
    "unsubscribe": "an unsubscription is honoured within",
    "acknowledgement": "receipt of a request is confirmed within",
    "appeal": "an appeal is decided within",
    "complaint": "a complaint is answered within",
    "breach-notice": "a breach is notified within",
    "change-notice": "changes are announced ahead by",
}

SPECIAL = phrases(
    en=[
        "(complex* | number of requests | excessive | unfounded | unless | except | urgent | simplified | medium | average | last year | we processed | backup~ | extension~ | extend~)",
        "(authority | authorities | commissioner* | ombudsman | organisations | organizations | companies)",
    ]
)
"""What makes a time one for special cases, or one of somebody else."""

ALL = phrases(en=["(all | any | every | each) ...5!(if | not) request~"])
"""What makes a time one for requests of every kind."""
KINDS = ("access-request", "deletion-request", "correction-request")
HOLIDAYS = 4
"""How many days more than weekends the business days of a time may leave out."""
MOST_SHOWN = 3
"""How many further times are shown."""
MOST = 40
"""How many deadlines of one kind are compared: pairs stay few however long the text."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 12(3)",),
    good=[
        "We answer your request within one month.\n\nAgain: we respond to your request within 30 days.\n",
        "We answer your request within 30 days.\n\n## California\n\nUnder the CCPA we answer your request within 45 days.\n",
        "We answer your request within 30 days. We may extend the time to answer your request by 60 days.\n",
        "We answer your request within 10 business days.\n\nWe respond to your request within 14 days.\n",
        "We handle deletion requests within 10 days.\n\nWe handle access requests within 30 days.\n",
        "We answer all requests within 30 days.\n\nWe respond to access requests within 10 days.\n",
    ],
    bad=[
        Bad(
            "We answer your request within 30 days.\n\n## Contact\n\nWe will respond to your request within 14 days.\n",
            at="30 days",
            related=("14 days",),
            message='a request is answered within 30 days here, but 14 days in "Contact" (line 5)',
        ),
        Bad(
            "We answer your request within 10 business days.\n\nWe respond to your request within 45 days.\n",
            at="10 business days",
            related=("45 days",),
        ),
        Bad(
            "We answer all requests within 14 days.\n\nAccess requests are answered in 30 days at the latest.\n",
            at="14 days",
            related=("30 days",),
        ),
    ],
)
def conflicting_deadlines(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Deadlines of one subject, law and region that differ: the first that others differ from, with those."""
    clashes: dict[str, tuple[Claim, dict[str, Claim]]] = {}
    for subject, one, other in _pairs(policy, claims):
        if not _same_frame(policy, one, other) or _agree(one, other):
            continue
        first, others = clashes.setdefault(subject, (one, {}))
        if first is one:
            others.setdefault(other.value["duration"], other)
    for subject, (one, others) in clashes.items():
        shown = list(others.values())[:MOST_SHOWN]
        yield Finding(
            f"{NAMED[subject]} {_shown(one)} here, but {_shown(shown[0])} {elsewhere(policy, shown[0])}",
            one.span,
            related=tuple(Related(other.span, f"says {_shown(other)}") for other in shown),
            help="settle on one time, or say for which requests or regions each of them holds",
        )


def _pairs(policy: Policy, claims: Claims) -> Iterator[tuple[str, Claim, Claim]]:
    for subject in NAMED:
        for one, other in combinations(claims.all("deadline", subject=subject)[:MOST], 2):
            yield subject, one, other
    for general in claims.all("deadline", subject="request")[:MOST]:
        if general.sentence and scope.found(policy, ALL, general.sentence):
            for kind in KINDS:
                later = (one for one in claims.all("deadline", subject=kind)[:MOST] if _days(one)[0] > _days(general)[1])
                yield from (("request", general, one) for one in later)


def _same_frame(policy: Policy, one: Claim, other: Claim) -> bool:
    first, second = one.sentence, other.sentence
    if first is None or second is None or first.block is second.block:
        return False
    if first.block.group and first.block.group == second.block.group:
        return False
    return (
        one.value["regime"] == other.value["regime"]
        and scope.lands(one.scope.region) == scope.lands(other.scope.region)
        and one.scope.people == other.scope.people
        and one.scope.product == other.scope.product
        and not any(scope.found(policy, SPECIAL, sentence) for sentence in (first, second))
    )


def _agree(one: Claim, other: Claim) -> bool:
    shortest, longest = _days(one)
    least, most = _days(other)
    return least <= 1.05 * longest and shortest <= 1.05 * most


def _days(claim: Claim) -> tuple[float, float]:
    """The fewest and the most calendar days a time may last: business days leave out weekends, and a few holidays."""
    days = in_days(claim.value["duration"])
    return (days, 1.4 * days + HOLIDAYS) if claim.value["days"] == "business" else (days, days)


def _shown(claim: Claim) -> str:
    words = in_words(claim.value["duration"])
    return words.replace(" day", " business day") if claim.value["days"] == "business" else words
