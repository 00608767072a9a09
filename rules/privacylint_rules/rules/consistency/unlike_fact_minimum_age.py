"""
Another minimum age than the one the configuration states.

The age the product asks for at sign-up stands in the configuration (`facts.minimum_age`). A policy that bars people at
another age was written for another product, or was forgotten when the product changed. An age for one country or one
group of people only, or under a condition, is not compared.

Source: GDPR Article 8; COPPA, 16 CFR 312.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Good, Policy, rule

FACTS = {"minimum_age": 16}
ABOVE = {"over", "at-or-under"}
"""Relations whose number is one below the age that is let in: "over 15", "15 and under may not"."""


@rule(
    severity="error",
    confidence="high",
    good=[
        Good("You must be at least 16 years old to use the app.\n\nNobody under 16 may use the app.\n", facts=FACTS),
        Good("We do not knowingly collect data from children under 13.\n", facts=FACTS),
        Good("If you live in Ireland, you must be at least 18 years old to use the app.\n", facts=FACTS),
        "You must be at least 18 years old to use the app.\n",
    ],
    bad=[
        Bad(
            "You must be at least 18 years old to use the app.\n",
            at="You must be at least 18 years old",
            message="the minimum age is 18 here, but 16 by the configuration",
            facts=FACTS,
        )
    ],
)
def unlike_fact_minimum_age(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Minimum ages that are not `facts.minimum_age`."""
    wanted = claims.settings.facts.minimum_age
    if wanted is None:
        return
    for claim in claims.all("age", role="minimum-age", denied=False):
        threshold, relation = claim.value["threshold"], claim.value["relation"]
        scope = claim.scope
        if scope.region or scope.people or scope.condition or relation == "between" or not isinstance(threshold, int):
            continue
        age = threshold + 1 if relation in ABOVE else threshold
        if age != wanted:
            yield Finding(
                f"the minimum age is {age} here, but {wanted} by the configuration",
                claim.span,
                help="state the age the product asks for, or correct facts.minimum_age",
            )
