"""
Personal data said to be collected only where the reader gives it, and collected automatically elsewhere.

"We collect no personal data unless you give it to us" beside "our servers record your IP address": the reader gave
nothing, and an IP address or a device identifier is personal data. A policy that means names and the like should say
so.

Source: Article 4(1) and recital 30 GDPR; CJEU C-582/14 (Breyer); Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import DATA
from privacylint_rules.promises import is_plain_practice
from privacylint_rules.rules.consistency._statements import Statement, ordered, read, says
from privacylint_rules.words import phrases

_MOST_SHOWN = 4

# --- words -----------------------------------------------------------------------------------------------------------

_TAKE = "(collect|collects|gather|gathers|obtain|obtains|receive|receives|acquire|record|store|stores|process|processes)"
_TAKEN = "(collected|gathered|obtained|recorded|stored|acquired|processed)"
_PERSONAL = "[(any|the|your|such|that|those|all)] (personal|personally identifiable|personally identifying|identifying|individually identifiable) (data|information|details)"
_GIVE = "(provide|give|submit|enter|supply|volunteer|send|share|disclose|furnish|tell|hand over|choose|decide|opt)"
_GIVEN = "(provided|given|submitted|entered|supplied|volunteered|sent|shared|disclosed)"

_PROMISES = {
    "only where you give it": phrases(
        en=[
            f"only {_TAKE} {_PERSONAL} [about you] [(that|which)] you ...4!(not|interact|use|visit) {_GIVE}",
            f"only {_PERSONAL} [that|which] we {_TAKE} is ...8 you ...4!(not) {_GIVE}",
            f"{_TAKE} {_PERSONAL} only [if|when|where] ...2 you ...4!(not|visit|use) {_GIVE}",
            f"{_PERSONAL} (is|are|will be) (only|solely) {_TAKEN} (if|when|where|after|once) you ...6!(visit|use|access|browse)",
            f"{_PERSONAL} (is|are|will be) {_TAKEN} only (if|when|where|after|once) you ...6!(visit|use|access|browse)",
            f"{_PERSONAL} (is|are) only {_TAKEN} when (a|an|the) ...6!(visit~|visited|accessed) (is made|makes|places|submits|registers|subscribes|orders)",
            f"(not|never|don't|doesn't) {_TAKE} [or store|or use|and store] {_PERSONAL} ...8 unless (you|they|it|the user|a user|users|visitors|specifically|voluntarily|such|this)",
            f"no {_PERSONAL} ...3 (is|are|will be) {_TAKEN} ...6 unless (you|they|it|specifically|voluntarily|such|this)",
            f"(not|never|don't|doesn't) {_TAKE} {_PERSONAL} ...4 without your [prior|express|explicit|knowledge or|knowledge and] (knowledge|consent|permission)",
            f"no {_PERSONAL} ...3 (is|are|will be) {_TAKEN} ...4 without your [prior|express|explicit|knowledge or|knowledge and] (knowledge|consent|permission)",
            f"(visit|use|browse|access|surf) (our|this|the) (website|site|web site|websites|pages|web pages|app) without ...3 ({_GIVE}|providing|giving|revealing|disclosing|submitting|leaving|entering|telling) [us] {_PERSONAL}",
            "(visit|use|browse|access|surf) (our|this|the) (website|site|web site|websites|pages|web pages|app) (anonymously|in complete anonymity|without (telling us who you are|identifying yourself|revealing your identity))",
        ]
    ),
}
_BOUND = phrases(en=["(sensitive|child~|children|student~|third party|third parties|other than|except|additional|further|payment|this section|certain|most|many|some|generally|ip|log|automatic*|cookie~)"])
_BY_ITSELF = phrases(en=["(usage data|device data|technical data|usage information)", "(automatically|automatic|automated|server~|logs|log|logged|log files|logfiles|passively)", "(each|every) time", "(when|whenever) you (visit|access|use|browse|view|open)"])
_TELLING = ("ip-address", "device-id", "precise-location", "location")
"""Data that identifies a reader and that nobody types in."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 4(1)", "GDPR Art. 5(1)(a)"),
    good=[
        "We collect no personal data unless you give it to us.\n\n## Visits\n\nWe count visits without storing anything.\n",
        "We do not collect sensitive personal data unless you give it to us.\n\n## Visits\n\nOur servers automatically record your IP address.\n",
        "We do not collect personal data unless you give it to us, except for your IP address.\n\n## Visits\n\nOur servers automatically record your IP address.\n",
    ],
    bad=[
        Bad(
            "We do not collect any personal data unless you give it to us.\n\n## Visits\n\nOur servers automatically record your IP address.\n",
            at="not collect any personal data unless you",
            related=("Our servers automatically record your IP address",),
            message='personal data is collected only where you give it here, but IP address is collected automatically in "Visits" (line 5)',
        ),
        Bad(
            "We only collect personal information that you choose to give us.\n\n## Visits\n\nWe automatically collect:\n\n- device identifiers\n- browser type\n",
            at="only collect personal information that you choose",
            related=("device identifiers",),
        ),
    ],
)
def only_given_data(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise to collect only what is given, with what is collected by itself."""
    promises = [one for one in ordered(read(policy, _PROMISES)) if not says(policy, _BOUND, one.sentence)]
    if not promises:
        return
    facts = [claim for claim in claims.all("practice", actor="us", denied=False) if _takes(policy, claim)]
    for promise in promises:
        broken = [claim for claim in facts if _apart(promise, claim)]
        if broken:
            yield _finding(policy, promise, broken)
            return


def _takes(policy: Policy, claim: Claim) -> bool:
    """Whether it says that telling data is collected by itself: in its sentence, or in the one that opens its list."""
    value = claim.value
    if value["action"] not in ("collect", "store") or not {*value["data"]} & {*_TELLING} or not is_plain_practice(claim) or value["local"] or claim.sentence is None:
        return False
    if says(policy, _BY_ITSELF, claim.sentence):
        return True
    intro = claim.sentence.block.intro
    return intro is not None and scope.stands_in(policy, _BY_ITSELF, intro)


def _apart(promise: Statement, claim: Claim) -> bool:
    """Whether both are for the same people and product, and the claim does not go on from the promise."""
    if claim.sentence is None or claim.sentence.block is promise.sentence.block:
        return False
    # what a server does by itself it does to everyone, so a promise to some is broken too
    return scope.contains(promise.scope, claim.scope) or scope.contains(claim.scope, promise.scope)


def _finding(policy: Policy, promise: Statement, broken: list[Claim]) -> Finding:
    first = broken[0]
    what = next(DATA[one].shown for one in _TELLING if one in first.value["data"])
    return Finding(
        f"personal data is collected {promise.kind} here, but {what} is collected automatically {elsewhere(policy, first)}",
        promise.span,
        related=tuple(Related(claim.span, "nobody gives this by hand") for claim in broken[:_MOST_SHOWN]),
        help="say in the promise which data is collected automatically all the same",
    )
