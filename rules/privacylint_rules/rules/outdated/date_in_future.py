"""
Says it was last changed on a day that is still to come.

A date of the last change that lies ahead is a slip of the pen, mostly a wrong year, and nobody can tell which version
holds. A policy may well take effect in the future; that is told at info, so that the day is not forgotten, and at
warning when it is more than a year away.

Source: Cal. Bus. & Prof. Code section 22575(b)(4); 11 CCR 7011(e)(4).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from privacylint.api import Bad, Claim, Claims, Finding, Policy, rule

# another time zone is no mistake
TODAY_ELSEWHERE = timedelta(days=1)
FAR = timedelta(days=366)


@rule(
    severity="warning",
    cites=("Cal. Bus. & Prof. Code 22575(b)(4)",),
    good=["# Notice\n\nLast updated: 4 June 2021\n", "# Notice\n\nThe garden opens on 4 June 2090.\n"],
    bad=[
        Bad(
            "# Notice\n\nLast updated: 4 June 2090\n",
            at="Last updated: 4 June 2090",
            message="last updated on a day that is still to come: 4 June 2090",
        ),
        Bad("# Notice\n\nEffective 4 June 2090\n", at="Effective 4 June 2090", message="takes effect only on 4 June 2090"),
    ],
)
def date_in_future(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first date of the document that lies ahead."""
    for role in ("last-updated", "effective"):
        for claim in claims.all("date", role=role):
            day = earliest(claim)
            if day is None or day <= claims.today + TODAY_ELSEWHERE:
                continue
            if role == "last-updated":
                yield Finding(
                    f"last updated on a day that is still to come: {_shown(claim)}", claim.span, help="correct the date"
                )
            elif not claims.all("date", role="last-updated") or day > claims.today + FAR:
                yield Finding(
                    f"takes effect only on {_shown(claim)}",
                    claim.span,
                    help="correct the date if it is wrong; else keep the version in force at hand until then",
                    severity=None if day > claims.today + FAR else "info",
                )
            return


def earliest(claim: Claim) -> date | None:
    """The first day a date may mean: that of the month, or of the year, where no day is written."""
    parts = [int(part) for part in str(claim.value["date"]).split("-") if part.isdigit()]
    try:
        return date(*[*parts, 1, 1][:3])
    except (TypeError, ValueError):
        return None


def _shown(claim: Claim) -> str:
    day = earliest(claim)
    if day is None or len(str(claim.value["date"])) < len("2025-01-31"):
        return str(claim.value["date"])
    return f"{day.day} {day:%B %Y}"
