"""
A text for the United Kingdom that knows only the GDPR of the European Union.

Since 2021 people in the United Kingdom are protected by the UK GDPR and the Data Protection Act 2018. An operator from
the United Kingdom, or one that sends complaints to the authority there, and that defines the GDPR as the Regulation of
the European Union, cites a law that is not the one it is held to.

Source: Data Protection Act 2018, section 3(10); EU-UK Withdrawal Agreement, Article 126.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

SINCE = date(2021, 1, 1)

UK_AUTHORITY = phrases(en=["information commissioner* [office]", "information commission", "ICO"])
OTHER_COMMISSIONERS = phrases(
    en=["(australia* | jersey | guernsey | isle of man | federal data protection | swiss | switzerland | FDPIC | edob | new south wales | queensland | canada | kenya | slovenia)"]
)
ABROAD = phrases(en=["(EEA | european economic area | european union | EU | french | irish | germany | ireland | france)"])
UK_LAW = phrases(
    en=[
        "(UK | U.K | UK's | british | england* | united kingdom) ...2 (GDPR | general data protection regulation | data protection | data privacy | privacy law~)",
        "data protection act [2018]",
        "DPA 2018",
        "GDPR ...8 (UK | united kingdom | brexit | european union withdrawal)",
        "(UK | united kingdom) ...8 GDPR",
        "PECR",
    ]
)
DEFINED = phrases(
    en=[
        "[EU | european union | european] (general data protection regulation | GDPR | regulation) ...3 2016 679",
        "EU (general data protection regulation | GDPR)",
    ]
)
GDPR = phrases(en=["[EU] general data protection regulation [(EU)] [2016 679]", "[EU] GDPR", "regulation [(EU)] 2016 679"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="info",
    confidence="medium",
    cites=("Data Protection Act 2018 s. 3(10)",),
    good=[
        "We follow the UK GDPR. You may complain to the ICO (the Information Commission of the UK).\n",
        "We follow the GDPR. You may complain to the authority where you live.\n",
    ],
    bad=[
        Bad(
            "We follow the General Data Protection Regulation.\n\nYou may complain to the ICO.\n",
            at="General Data Protection Regulation",
            related=("ICO",),
        )
    ],
)
def uk_gdpr_unnamed(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """One finding, at the first name of the Regulation, where the authority is British and no law of the UK is named."""
    if claims.today < SINCE or policy.find(UK_LAW):
        return
    named = policy.find(DEFINED) or policy.find(GDPR)
    authority = next(
        (
            match
            for match in policy.find(UK_AUTHORITY)
            if not scope.found(policy, OTHER_COMMISSIONERS, match.sentence)
            and not scope.found(policy, ABROAD, match.sentence)
        ),
        None,
    )
    if named and authority:
        yield Finding(
            f'names the "{" ".join(named[0].text.split())}", but no law of the United Kingdom',
            named[0].span,
            related=(Related(authority.span, "the authority of the United Kingdom"),),
            help="name the UK GDPR and the Data Protection Act 2018",
        )
