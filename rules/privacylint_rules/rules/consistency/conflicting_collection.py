"""
Data that is not collected in one place, and collected in another.

"We collect no personal data" is the sentence a reader remembers. It must be unqualified, and the other statement must
say plainly that this very data, or personal data of any kind, is collected in the same product from the same people. An
IP address, a device identifier and an e-mail address are personal data here: laws and authorities treat them so.

Source: Article 4(1) and recital 30 GDPR; Andow et al., "PolicyLint", USENIX Security 2019.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import ALL_DATA, DATA, PERSONAL
from privacylint_rules.promises import MOST_PROMISES, is_plain_practice, is_plain_promise, same_frame, shown_data

_MOST_SHOWN = 6
_TAKING = frozenset({"collect", "store"})

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "We do not collect personal data from children.\n\nWe collect your e-mail address.\n",
        "We do not collect your phone number.\n\nWe collect your e-mail address.\n",
        "The app does not collect personal data unless you write to us.\n\nWe collect your e-mail address.\n",
    ],
    bad=[
        Bad(
            "We do not collect any personal data.\n\n## Accounts\n\nWe collect your e-mail address.\n",
            at="We do not collect any personal data",
            related=("We collect your e-mail address",),
            message='personal data is not collected here, but e-mail address is in "Accounts" (line 5)',
        ),
        Bad(
            "We do not log IP addresses.\n\n## Server\n\nYour IP address is recorded for each visit.\n",
            at="We do not log IP addresses",
            related=("Your IP address is recorded",),
        ),
    ],
)
def conflicting_collection(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Unqualified denials of collection, and plain statements that the same data is collected."""
    taken = [
        claim
        for claim in claims.all("practice", actor="us", denied=False)
        if claim.value["action"] in _TAKING and is_plain_practice(claim) and claim.value["data"] and not claim.value["narrowed"] and not claim.value["local"]
    ]
    told: set[int] = set()
    promises = filter(is_plain_promise, claims.all("practice", actor="us", action="collect", denied=True))
    for promise in islice(promises, MOST_PROMISES):
        broken = [claim for claim in taken if id(claim) not in told and _common(promise, claim) and same_frame(promise, claim)]
        if broken:
            told |= {id(claim) for claim in broken}
            yield _finding(policy, promise, broken)


def _common(promise: Claim, claim: Claim) -> str | None:
    """The datum that is denied and collected."""
    denied, taken = promise.value["data"], claim.value["data"]
    if promise.value["refers"]:
        return None
    for one in denied:
        if one in taken and one not in ALL_DATA:
            return str(one)
    if {*denied} & ALL_DATA and not {*denied} - ALL_DATA:
        return next((one for one in taken if one in PERSONAL and not claim.value["refers"]), None)
    return None


def _finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    common = _common(promise, broken[0])
    what = shown_data(promise.value["data"])
    exact = common in promise.value["data"]
    taken = "it is" if common is None or DATA[common].shown == what else f"{DATA[common].shown} is"
    return Finding(
        f"{what} is not collected here, but {taken} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(claim.span, f"collects {shown_data([_common(promise, claim) or ''])}") for claim in broken[:_MOST_SHOWN]),
        help="say in the denial what is collected all the same, or for which part of the service it holds",
        severity=None if exact else "warning",
        confidence=None if exact else "medium",
    )
