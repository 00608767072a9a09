"""
A service said to be open to people of any age, and closed to those under an age elsewhere.

A store, a school or a parent who reads "for all ages" lets a child in; the passage that bars everyone under 13 comes too
late. Games and apps copy the first sentence from their store page and the second from a law. A minimum for one country
or one part of the service, and an age under which a parent has to agree, make no clash.

Source: 16 CFR 312.2 (COPPA), on services directed to children; Article 8 GDPR.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Match, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_OPEN = phrases(
    en=[
        "(open|available|suitable|intended|appropriate|made|designed|welcome|directed) (to|for) ...6!(not|over|under|above) (all ages|any age|every age|all age groups|of all ages)",
        "(people|persons|users|players|anyone|everyone|children|audiences|those) of (all|any|every) (ages|age) ...3!(not|require~) (may|can|are welcome|are allowed|to use|to play|use|play)",
        "(no|without) [(minimum|lower)] age (limit|restriction|requirement|minimum) !(for)",
        "there is no minimum age",
        "(anyone|everyone|users|people) ...3!(not|if) regardless of [(their|your|his|her)] age",
        "any natural person (may|can) ...3 (use|register|create|open|join|sign up)",
    ]
)
_BOUND = phrases(en=["(unless|except|if|provided|who is|who are|over|under|at least|however|but|with the consent|parent~|guardian~|certain|some|other|apart from)"])
_BARS = phrases(en=["({not}|nobody|none)", "(forbid~|forbidden|prohibit~|barred|banned|restricted|ineligible|must be|must have|required to be|have to be|at least)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("16 CFR 312.2",),
    good=[
        "The game is suitable for players of all ages.\n\n## Children\n\nChildren under 13 need the consent of a parent.\n",
        "The game is open to people of all ages.\n\n## Children\n\nIf you live in Spain, you must be at least 14 to play.\n",
        "The shop is not open to people of all ages.\n\n## Children\n\nYou must be at least 18 to use the shop.\n",
    ],
    bad=[
        Bad(
            "The game is suitable for players of all ages.\n\n## Children\n\nYou must be at least 13 to play.\n",
            at="suitable for players of all ages",
            related=("You must be at least 13",),
            message='the service is open to all ages here, but from 13 in "Children" (line 5)',
        ),
    ],
)
def open_to_all_ages(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first passage that opens the service to everyone, with the first that bars those under an age."""
    bars = [claim for claim in claims.all("age", role="minimum-age") if _bars(policy, claim)]
    for match in policy.find(_OPEN):
        broken = next((claim for claim in bars if _clash(policy, match, claim)), None)
        if broken:
            yield Finding(
                f"the service is open to all ages here, but from {broken.value['threshold']} {elsewhere(policy, broken)}",
                match.span,
                related=(Related(broken.span, "bars those below"),),
                help="say from which age the service is open, and use that age in every place",
            )
            return


def _bars(policy: Policy, claim: Claim) -> bool:
    if claim.sentence is None or claim.value.get("parental_consent") or claim.value["relation"] == "between":
        return False
    return bool(scope.found(policy, _BARS, claim.sentence)) and not claim.scope.region and not claim.scope.product


def _clash(policy: Policy, match: Match, claim: Claim) -> bool:
    sentence = match.sentence
    if claim.sentence is None or sentence.block is claim.sentence.block or scope.found(policy, _BOUND, sentence):
        return False
    if scope.denied(policy, match) and not match.text.lower().startswith(("no", "there", "without")):
        return False
    around = scope.scope_of(policy, sentence, match)
    return scope.is_statement(policy, sentence) and not around.region and not around.product
