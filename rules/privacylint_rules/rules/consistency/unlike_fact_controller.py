"""
Another controller than the one the configuration names.

Under `facts` a team writes down who is responsible, once, as it stands in the register. A policy that names another
company, or the same one with another legal form, sends people to someone who cannot answer them. A short name of the
same company agrees with its full one.

Source: GDPR Article 13(1)(a) (identity of the controller).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Good, Policy, rule

FACTS = {"controller": "Fern Garden GmbH"}


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 13(1)(a)",),
    good=[
        Good("Fern Garden GmbH is responsible for your data.\n", facts=FACTS),
        Good('Fern Garden GmbH, Berlin ("Fern Garden", "we") sells plants. Fern Garden is the controller.\n', facts=FACTS),
        "Fern Garden Ltd is responsible for your data.\n",
    ],
    bad=[
        Bad(
            "Fern Garden Ltd is the controller of your data.\n",
            at="Fern Garden Ltd",
            message="Fern Garden Ltd is the controller here, but Fern Garden GmbH by the configuration",
            facts=FACTS,
        )
    ],
)
def unlike_fact_controller(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Controllers that are not the one of `facts.controller`."""
    wanted = claims.settings.facts.controller
    told: set[str] = set()
    for claim in claims.all("party", role="controller", denied=False) if wanted else ():
        name = claim.value.get("name") or ""
        if name and name not in told and claim.value.get("defines") and not _agree(name, wanted) and not claim.scope.region:
            told.add(name)
            yield Finding(
                f"{name} is the controller here, but {wanted} by the configuration",
                claim.span,
                help="name the company the configuration names, or correct facts.controller",
            )


def _agree(one: str, other: str) -> bool:
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and long[: len(short)] == short


def _words(name: str) -> list[str]:
    return [word for part in name.casefold().split() if (word := re.sub(r"[\W_]", "", part))]
