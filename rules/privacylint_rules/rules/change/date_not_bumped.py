"""
The policy says something else than before, and still bears the old date.

A reader who comes back looks at the date to see whether anything is new, and a court looks at it to see which text held
when. Only changes in what the policy says count: recipients, data, purposes, periods, ages, places, rights, promises.
Spelling, links and white space do not. A date of today or later is new enough.

Source: Cal. Bus. & Prof. Code § 22575(b)(3) and (4) (how material changes are announced; the effective date); WP260
rev.01 of the Article 29 Working Party, paragraphs 29 to 31, on telling people of changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from privacylint.api import Bad, Claims, Finding, Good, Policy, day_in_words, rule

from privacylint_rules.rules.change._versions import changes, dates, places, told

BEFORE = "# Privacy Policy\n\nLast updated: 4 March 2024\n\nYou must be at least 16 years old to use Tidewell.\n"


@rule(
    severity="error",
    good=[
        Good(BEFORE.replace("16", "13").replace("4 March 2024", "9 May 2024"), base=BEFORE),
        Good(BEFORE.replace("must be", "must  be").replace("years", "yeers"), base=BEFORE),
        Good(BEFORE),
        Good(BEFORE, base=BEFORE),
    ],
    bad=[
        Bad(
            BEFORE.replace("16", "13"),
            at="Last updated: 4 March 2024",
            related=("You must be at least 13 years old",),
            message="the date is still 4 March 2024, but what the text says has changed: the minimum age is 13 now, 16 before",
            base=BEFORE,
        ),
    ],
)
def date_not_bumped(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Substance changed, no date of the policy did."""
    found = changes(policy, claims)
    own = dates(claims)
    if found is None or not found.substance or found.dates or not own:
        return
    days = [day for claim in own if (day := _day(str(claim.value["date"])))]
    if not days or max(days) >= claims.today:
        return
    words = policy.source.cut(own[0].span)
    yield Finding(
        f"the date is still {_shown(str(own[0].value['date']), words)}, but what the text says has changed: {told(found.substance)}",
        own[0].span,
        related=places(found.substance),
        help="give it the date of this change, and tell people of it as the policy promises",
    )


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _shown(iso: str, words: str) -> str:
    day = _day(iso)
    return day_in_words(day) if day else words
