"""
A recipient that the configuration does not list.

Everyone who receives data stands in one list that the team keeps (`facts.recipients`, or a file it names). A company
the policy names and the list does not is a forgotten entry in the list, or a service that was given up and is still in
the policy.

Source: GDPR Article 13(1)(e) (recipients), Article 30(1)(d) (records of processing).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Good, Policy, rule

FACTS = {"recipients": ["Stripe", "Hetzner Online GmbH"]}
ROLES = ("recipient", "processor")


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(1)(e)",),
    good=[
        Good("We share your e-mail address with Stripe. Our servers are run by Hetzner.\n", facts=FACTS),
        "We share your e-mail address with Mailgun.\n",
    ],
    bad=[
        Bad(
            "We share your e-mail address with Stripe and Mailgun.\n",
            at="Mailgun",
            message="Mailgun receives data here, but is not among the recipients of the configuration",
            facts=FACTS,
        )
    ],
)
def unlike_fact_recipients(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Recipients and processors that are not in `facts.recipients`."""
    listed = claims.settings.facts.recipients
    if listed is None:
        return
    known = {name.casefold() for name in listed}
    for claim in claims.all("party", denied=False):
        name = str(claim.value.get("name") or "")
        if claim.value["role"] not in ROLES or not name or _listed(name.casefold(), known):
            continue
        known.add(name.casefold())
        yield Finding(
            f"{name} receives data here, but is not among the recipients of the configuration",
            claim.span,
            help="add it to facts.recipients, or take it out of the policy where it receives nothing any more",
        )


def _listed(name: str, known: set[str]) -> bool:
    return any(name in one or one in name for one in known)
