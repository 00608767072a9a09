"""
A policy for California that has not been gone over for more than twelve months.

The CCPA asks every business to update its privacy policy at least once every twelve months, and to say when that was
done. The age is that of the latest date the text gives itself, as last updated or as effective.

Source: California Civil Code section 1798.130(a)(5); 11 CCR 7011(e)(4).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from privacylint.api import Bad, Claim, Claims, Finding, Good, Policy, rule

A_YEAR = timedelta(days=366)
A_MONTH = timedelta(days=30)


@rule(
    severity="warning",
    cites=("Cal. Civ. Code 1798.130(a)(5)",),
    regimes=("ccpa",),
    good=[
        Good("# Notice\n\nLast updated: 4 June 2090\n", ("ccpa",)),
        Good("# Notice\n\nLast updated: 4 June 2019\n", ("gdpr",)),
        Good("# Notice\n\nEffective 4 June 2019\n\nLast reviewed and updated: 4 June 2090\n", ("ccpa",)),
    ],
    bad=[
        Bad(
            "# Notice\n\nLast updated: 4 June 2019\n",
            at="Last updated: 4 June 2019",
            message="last dated 4 June 2019, and California asks for an update every twelve months",
            regimes=("ccpa",),
        )
    ],
)
def policy_older_than_a_year(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """One finding, at the latest date of the document."""
    if "ccpa" not in claims.regimes:
        return
    dated = [
        (day, claim)
        for role in ("last-updated", "effective")
        for claim in claims.all("date", role=role)
        if (day := latest(claim)) is not None
    ]
    if not dated:
        return
    day, claim = max(dated, key=lambda pair: pair[0])
    if day < claims.today - A_YEAR:
        yield Finding(
            f"last dated {_shown(claim, day)}, and California asks for an update every twelve months",
            claim.span,
            help="go over the policy and write the day on which that was done; asked of businesses under the CCPA",
        )


def latest(claim: Claim) -> date | None:
    """The last day a date may mean, about: the end of the month, or of the year, where no day is written."""
    parts = [int(part) for part in str(claim.value["date"]).split("-") if part.isdigit()]
    try:
        if len(parts) == 1:
            return date(parts[0], 12, 31)
        return date(*parts) if len(parts) > 2 else date(parts[0], parts[1], 1) + A_MONTH
    except (IndexError, TypeError, ValueError):
        return None


def _shown(claim: Claim, day: date) -> str:
    written = str(claim.value["date"])
    return f"{day.day} {day:%B %Y}" if len(written) == len("2025-01-31") else written
