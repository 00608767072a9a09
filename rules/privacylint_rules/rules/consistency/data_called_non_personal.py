"""
An IP address or another identifier that is called non-personal here, and is personal data or identifies you elsewhere.

Whoever reads the first passage believes that rights, limits and promises about personal data do not reach the
identifier; the second says they do. Such definitions are common and decide what all other sentences mean. Compared are
plain statements only: what is personal "in some countries", "by itself" or in a shortened form is no clash.

Source: Article 4(1) and recital 30 GDPR; CJEU C-582/14 (Breyer); Cui et al., "PoliGraph", USENIX Security 2023, who found
definitions of non-personal information that hold IP addresses in 126 of 6,084 policies.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 4(1)",),
    good=[
        "We log non-personal information such as your browser version.\n\nPersonal data includes your IP address.\n",
        "An IP address is not personal data by itself.\n\nPersonal data includes your IP address.\n",
        "We keep anonymous information such as a shortened IP address.\n\nPersonal data includes your IP address.\n",
    ],
    bad=[
        Bad(
            "We log non-personal information such as your IP address.\n\n## Words\n\nPersonal data includes your name and your IP address.\n",
            at="non-personal information such as your IP address",
            related=("Personal data includes your name and your IP address",),
            message='the IP address is called non-personal here, but is personal data in "Words" (line 5)',
        ),
        Bad(
            "We log anonymous data such as your IP address.\n\n## Basket\n\nWe use your IP address to help identify you and your basket.\n",
            at="anonymous data such as your IP address",
            related=("use your IP address to help identify you",),
            message='the IP address is called non-personal here, but identifies you in "Basket" (line 5)',
        ),
    ],
)
def data_called_non_personal(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Identifiers that are sorted both ways."""
    sorted_out = claims.all("definition", sort="non-personal")
    sorted_in = [*claims.all("definition", sort="personal"), *claims.all("definition", sort="identifying")]
    told: set[str] = set()
    for claim in sorted_out:
        for name in claim.value["includes"]:
            others = [other for other in sorted_in if name in other.value["includes"] and _same_frame(claim, other)]
            if others and name not in told:
                told |= {*claim.value["includes"]} & {*others[0].value["includes"]}
                yield _finding(policy, claim, name, others[0])


def _same_frame(claim: Claim, other: Claim) -> bool:
    return (
        claim.sentence is not other.sentence
        and scope.lands(claim.scope.region) == scope.lands(other.scope.region)
        and claim.scope.product == other.scope.product
    )


def _finding(policy: Policy, claim: Claim, name: str, other: Claim) -> Finding:
    identifies = other.value["sort"] == "identifying"
    told, note = ("identifies you", "uses it to identify you") if identifies else ("is personal data", "treats it as personal data")
    return Finding(
        f"the {name} is called non-personal here, but {told} {elsewhere(policy, other)}",
        claim.span,
        related=(Related(other.span, note),),
        help="treat it as personal data in both places, or say when it is not",
        topic=name,
    )
