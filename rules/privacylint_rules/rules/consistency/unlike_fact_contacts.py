"""
Another address for a role than the one the configuration names.

The addresses that are read stand in the configuration, by role (`facts.contacts`: privacy, dpo, support, legal …). An
address of the same role that differs may reach nobody, and requests that reach nobody are missed deadlines.

Source: GDPR Article 12(2), Article 13(1)(a) and (b) (contact details).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Good, Policy, rule

FACTS = {"contacts": {"privacy": "privacy@fern.example"}}


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 13(1)(a)",),
    good=[
        Good("Questions about privacy: privacy@fern.example. For support: help@fern.example.\n", facts=FACTS),
        "Fern answers questions about privacy at gdpr@fern.example.\n",
    ],
    bad=[
        Bad(
            "Fern answers questions about privacy at gdpr@fern.example.\n",
            at="gdpr@fern.example",
            message="the privacy address is gdpr@fern.example here, but privacy@fern.example by the configuration",
            facts=FACTS,
        )
    ],
)
def unlike_fact_contacts(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """E-mail addresses of a role that are not those of `facts.contacts`."""
    wanted = claims.settings.facts.contacts
    known = {address.casefold() for address in wanted.values()}
    told: set[str] = set()
    for claim in claims.all("contact", type="email", denied=False) if wanted else ():
        address, role = claim.value["address"], claim.value["role"]
        if "@" in wanted.get(role, "") and address.casefold() not in known | told and not claim.scope.region:
            told.add(address.casefold())
            yield Finding(
                f"the {'DPO' if role == 'dpo' else role} address is {address} here, but {wanted[role]} by the configuration",
                claim.span,
                help="write the address that is read, or correct facts.contacts",
            )
