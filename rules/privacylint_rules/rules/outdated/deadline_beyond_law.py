"""
Promises an answer later than the law allows.

Whoever asks for their data under the GDPR is owed an answer within one month, and under the CCPA within 45 days; a
longer time in the policy binds nobody and shows which law was forgotten. A time that is right under one of the laws a
policy speaks to, and late under another, is told at info: say for whom it holds. Extensions, opt-outs and notices of
breaches have times of their own.

Source: GDPR Article 12(3) and 33(1); California Civil Code section 1798.130(a)(2); 11 CCR 7021 and 7026(f); Virginia
Code 59.1-577; LGPD Article 19; PIPEDA section 8(3).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claim, Claims, Finding, Good, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.retention.lengths import in_days, in_words
from privacylint_rules.words import phrases

# --- what is due -----------------------------------------------------------------------------------------------------

REQUESTS = ("request", "access-request", "deletion-request", "correction-request")


class Due(NamedTuple):
    """What a law asks for: whose people (ISO 3166), which answers, within how many days; `words` say the time.

    `named` is true where the time counts only for what is said under the name of the law, `verified` is false where
    nobody has held it against the law itself.
    """

    laws: tuple[str, ...]
    region: str
    subjects: tuple[str, ...]
    days: float
    words: str
    cite: str
    named: bool = False
    verified: bool = True


US_STATES = ("us-states", "vcdpa", "cpa", "ctdpa", "tdpsa", "us-other")
DUE = (
    Due(("gdpr",), "EEA", REQUESTS, 31, "one month", "GDPR Art. 12(3)"),
    Due(("uk-gdpr",), "GB", REQUESTS, 31, "one month", "UK GDPR Art. 12(3)"),
    Due(("ccpa",), "US-CA", REQUESTS, 45, "45 days", "Cal. Civ. Code 1798.130(a)(2)"),
    Due(US_STATES, "US", REQUESTS, 45, "45 days", "Va. Code 59.1-577(B)"),
    Due(("lgpd",), "BR", ("access-request",), 15, "15 days", "LGPD Art. 19", named=True, verified=False),
    Due(("pipeda", "quebec-law25", "canada"), "CA", REQUESTS, 31, "30 days", "PIPEDA s. 8(3)", named=True, verified=False),
    Due(("gdpr",), "EEA", ("extension",), 92, "two further months", "GDPR Art. 12(3)"),
    Due(("uk-gdpr",), "GB", ("extension",), 92, "two further months", "UK GDPR Art. 12(3)"),
    Due(("ccpa",), "US-CA", ("extension",), 92, "45 further days", "Cal. Civ. Code 1798.130(a)(2)"),
    Due(US_STATES, "US", ("extension",), 92, "45 further days", "Va. Code 59.1-577(B)"),
    Due(("ccpa",), "US-CA", ("opt-out",), 21, "15 business days", "11 CCR 7026(f)", named=True),
    Due(("ccpa",), "US-CA", ("acknowledgement",), 14, "10 business days", "11 CCR 7021(a)", named=True),
    Due(US_STATES, "US", ("appeal",), 61, "60 days", "Va. Code 59.1-577(C)"),
    Due(("gdpr",), "EEA", ("breach-notice",), 3, "72 hours", "GDPR Art. 33(1)"),
    Due(("uk-gdpr",), "GB", ("breach-notice",), 3, "72 hours", "UK GDPR Art. 33(1)"),
)

# --- words -----------------------------------------------------------------------------------------------------------

SAID = {
    "request": "a request is answered within",
    "access-request": "a request for access is answered within",
    "deletion-request": "a request for deletion is answered within",
    "correction-request": "a request for correction is answered within",
    "extension": "the answer is put off by",
    "opt-out": "an opt-out is honoured within",
    "acknowledgement": "a request is confirmed within",
    "appeal": "an appeal is decided within",
    "breach-notice": "a breach is notified within",
}
SPECIAL = phrases(
    en=[
        "(complex* | number of requests | excessive | extend~ | extension~ | exceptional* | depending | unless | except | more time | longer | additional | further | backup~ | archiv*)",
        "(IP address~ | cookie~ | log | logs | identif* the data | anonymi*)",
        "at least <duration>",
    ]
)
"""What makes a time one for special cases, or one of something else."""
AUTHORITY = phrases(en=["(authority | authorities | regulator~ | commissioner* | commission | ICO | DPA | CNIL | DPC)"])
US_SPOKEN_TO = phrases(
    en=["(CCPA | CPRA | california* | virginia | colorado | connecticut | utah | texas | oregon | montana | iowa | delaware | US state | state privacy law~)"]
)

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 12(3)", "Cal. Civ. Code 1798.130(a)(2)"),
    good=[
        Good("Under the GDPR we answer your request within 30 days.\n", ("gdpr",)),
        Good("We answer your request within one month. In complex cases we may extend this by two further months.\n", ("gdpr",)),
        Good("# California\n\nUnder the CCPA we answer your request within 45 days.\n", ("gdpr", "ccpa")),
        Good("We answer your request within 60 days.\n", ("coppa",)),
    ],
    bad=[
        Bad(
            "Under the GDPR we answer your request within 60 days.\n",
            at="60 days",
            message="a request is answered within 60 days here, where one month is due (GDPR Art. 12(3))",
            regimes=("gdpr",),
        ),
        Bad(
            "# California\n\nUnder the CCPA we honour your opt-out of sale within 30 business days.\n",
            at="30 business days",
            message="an opt-out is honoured within 30 business days here, where 15 business days are due (11 CCR 7026(f))",
            regimes=("ccpa",),
        ),
    ],
)
def deadline_beyond_law(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """One finding for each kind of answer, at the first time that is too long, with the others as related places."""
    late: dict[str, list[tuple[Claim, Due, bool]]] = {}
    for claim in claims.all("deadline"):
        found = _late(policy, claims, claim)
        if found:
            late.setdefault(claim.value["subject"], []).append((claim, *found))
    for subject, found_late in late.items():
        claim, due, everywhere = found_late[0]
        verb = "are" if due.words.endswith("days") or due.words.endswith("hours") or due.words.endswith("months") else "is"
        yield Finding(
            f"{SAID[subject]} {_shown(claim)} here, where {due.words} {verb} due ({due.cite})",
            claim.span,
            related=tuple(Related(other.span, f"says {_shown(other)}") for other, _, _ in found_late[1:]),
            help=f"promise {due.words}" if everywhere else f"promise {due.words}, or say under which law the longer time holds",
            cites=(due.cite,),
            regimes=tuple(law for law in due.laws if law in claims.regimes),
            severity=None if everywhere and due.verified else "info",
        )


def _late(policy: Policy, claims: Claims, claim: Claim) -> tuple[Due, bool] | None:
    """The time that is missed, and whether it is late under every law it may be said for."""
    sentence = claim.sentence
    subject = claim.value["subject"]
    if sentence is None or subject not in SAID:
        return None
    if subject != "extension" and scope.found(policy, SPECIAL, sentence):
        return None
    if subject == "breach-notice" and not scope.found(policy, AUTHORITY, sentence):
        return None
    dues = [due for due in DUE if subject in due.subjects and _applies(policy, claims, claim, due)]
    missed = [due for due in dues if _length(claim) > due.days]
    if not missed:
        return None
    return missed[0], len(missed) == len(dues)


def _applies(policy: Policy, claims: Claims, claim: Claim, due: Due) -> bool:
    law = claim.value.get("regime")
    if law:
        # a US section of no particular state is under none of the others
        return law in due.laws and any(one in claims.regimes or one == law for one in due.laws)
    if due.named:
        return False
    if claim.scope.region:
        return bool(scope.lands(claim.scope.region) & scope.lands((due.region,)))
    spoken = due.laws != US_STATES and any(one in claims.regimes for one in due.laws)
    return spoken or (due.laws == US_STATES and bool(policy.find(US_SPOKEN_TO)))


def _length(claim: Claim) -> float:
    days = in_days(claim.value["duration"])
    return days * 7 / 5 if claim.value["days"] == "business" else days


def _shown(claim: Claim) -> str:
    words = in_words(claim.value["duration"])
    return words.replace(" day", " business day") if claim.value["days"] == "business" else words
