"""
The new version takes effect sooner than the notice the policy promises.

A policy that promises to tell people thirty days before a change, and then changes at once, breaks its own word: the
change may not hold against those it was promised to. The promise of the version before counts, since that is the one
people were given.

Source: WP260 rev.01 of the Article 29 Working Party, paragraphs 30 and 31; FTC Act section 5 (15 U.S.C. § 45), on
practices that break a stated promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from privacylint.api import Bad, Claims, Finding, Good, Policy, Related, day_in_words, duration_in_words, in_days, rule

from privacylint_rules.rules.change._versions import changes, told

BEFORE = (
    "# Privacy Policy\n\nEffective date: 4 March 2020\n\nYou must be at least 16 years old to use Tidewell.\n\n"
    "We tell you of changes to this policy at least 30 days before they take effect.\n"
)
CHANGED = BEFORE.replace("least 16", "least 13")


@rule(
    severity="error",
    confidence="medium",
    good=[
        Good(CHANGED.replace("2020", "2999"), base=BEFORE),
        Good(BEFORE.replace("2020", "2021") + "\nThe tide waits for nobody.\n", base=BEFORE),
        Good(CHANGED.replace("2020", "2021"), base=BEFORE.replace("at least 30 days ", "")),
        Good(CHANGED),
    ],
    bad=[
        Bad(
            CHANGED.replace("2020", "2021"),
            at="Effective date: 4 March 2021",
            related=("30 days",),
            message="takes effect on 4 March 2021, but 30 days of notice are promised before a change: the minimum age is 13 now, 16 before",
            base=BEFORE,
        ),
    ],
)
def notice_period_not_kept(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """An effective date that leaves less time than the earlier version promised."""
    found, base = changes(policy, claims), claims.base
    if found is None or base is None or not found.substance:
        return
    promised = [claim for claim in base.claims.all("deadline", denied=False, subject="change-notice") if in_days(claim.value["duration"])]
    moved = [change.after for change in found.dates if change.after and change.after.value["role"] == "effective"]
    if not promised or not moved:
        return
    shortest = min(promised, key=lambda claim: in_days(claim.value["duration"]) or 0)
    notice = in_days(shortest.value["duration"]) or 0
    try:
        takes_effect = date.fromisoformat(moved[0].value["date"])
    except ValueError:
        return
    if takes_effect >= claims.today + timedelta(days=int(notice)):
        return
    period = duration_in_words(shortest.value["duration"])
    still = claims.first("deadline", denied=False, subject="change-notice")
    yield Finding(
        f"takes effect on {day_in_words(takes_effect)}, but {period} of notice are promised before a change: {told(found.substance)}",
        moved[0].span,
        related=(Related(still.span, "the notice that is promised"),) if still else (),
        help=f"let it take effect {period} after people are told, or do not change what was promised to them",
    )
