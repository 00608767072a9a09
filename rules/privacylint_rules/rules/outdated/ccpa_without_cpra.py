"""
Gives Californians the rights of 2020 and none of those added in 2023.

The CPRA added the right to correct, the right to limit the use of sensitive data, and put sharing for cross-context
advertising beside sale. A section that grants the rights to know and to delete and knows nothing of these was written
for the first version of the CCPA and has to be gone over as a whole; mending one missing right will not do.

Source: California Civil Code sections 1798.106, 1798.120, 1798.121.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from privacylint.api import Bad, Claims, Finding, Good, Policy, rule

from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

SINCE = date(2023, 1, 1)

OLD_RIGHTS = ("ca-right-know", "ca-right-delete")
NEW_RIGHTS = ("ca-right-correct", "ca-right-limit-sensitive")
NEW_WORDS = phrases(
    en=[
        "(CPRA | california privacy rights act)",
        "(sell | sold | selling | sale) (or | and | nor) (share | shared | sharing)",
        "cross context behavio*",
        "sensitive personal information",
        "(right | rights) to (correct | rectif* | limit)",
        "to (correct | rectify) (it | them | your | any | their | inaccura* | personal)",
        "(correct | rectify) [inaccurate] ...4 (information | data | inaccurac*)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="info",
    confidence="medium",
    cites=("Cal. Civ. Code 1798.106", "Cal. Civ. Code 1798.121"),
    regimes=("ccpa",),
    good=[
        Good("Under the CCPA you have the right to know what we collect, to delete it and to correct it.\n", ("ccpa",)),
        Good("Under the CCPA you may opt out.\n", ("ccpa",)),
    ],
    bad=[
        Bad(
            "# California\n\nThe CCPA gives California residents the right to know what personal information we collect and "
            "the right to request deletion of their personal information.\n",
            at="right to know",
            regimes=("ccpa",),
        )
    ],
)
def ccpa_without_cpra(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """One finding, at the right to know, where nothing of 2023 is found."""
    if "ccpa" not in claims.regimes or claims.today < SINCE:
        return
    old = [claims.first("disclosure", denied=False, topic=topic) for topic in OLD_RIGHTS]
    if not all(old) or any(claims.first("disclosure", topic=topic) for topic in NEW_RIGHTS) or policy.find(NEW_WORDS):
        return
    first = old[0]
    if first is not None:
        yield Finding(
            "gives Californians the rights of 2020, but not those in force since 1 January 2023",
            first.span,
            help="add the right to correct, the right to limit the use of sensitive data, and what you share for advertising",
        )
