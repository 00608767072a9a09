"""
The date of the policy is new, and nothing in it is.

Whoever sees the new date reads the whole text again for what changed, or is asked to accept it again, for nothing; and
the next date is believed less. Dates that a build stamps on every page are the usual cause. Spelling, links, layout and
white space are no reason for a new date; reworded or new text is, whatever it says.

Source: WP260 rev.01 of the Article 29 Working Party, paragraph 29: what is a change of substance, and what is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Good, Policy, rule

from privacylint_rules.rules.change._versions import changes

BEFORE = "# Privacy Policy\n\nLast updated: 4 March 2024\n\nWe keep the names of our members for 2 years.\n"
_OF_SUBSTANCE = ("added text", "removed text", "wording")


@rule(
    severity="warning",
    good=[
        Good(BEFORE.replace("4 March", "9 May").replace("2 years", "3 years"), base=BEFORE),
        Good(BEFORE.replace("4 March", "9 May") + "\nThey are kept in a locked room.\n", base=BEFORE),
        Good(BEFORE.replace("names", "nammes"), base=BEFORE),
        Good(BEFORE),
    ],
    bad=[
        Bad(
            BEFORE.replace("4 March", "9 May"),
            at="Last updated: 9 May 2024",
            message="the date is new, but nothing else in the text is",
            base=BEFORE,
        ),
        Bad(
            BEFORE.replace("4 March", "9 May").replace("members", "membbers"),
            at="Last updated: 9 May 2024",
            message="the date is new, but only spelling was changed",
            base=BEFORE,
        ),
    ],
)
def date_bumped_without_change(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """A date changed, no text did."""
    found = changes(policy, claims)
    if found is None or found.substance or any(kind in found.kinds for kind in _OF_SUBSTANCE):
        return
    moved = [change.after for change in found.dates if change.verdict == "changed" and change.after]
    if not moved:
        return
    kinds = list(found.kinds)
    said = f"only {' and '.join(kinds)} was changed" if kinds else "nothing else in the text is"
    yield Finding(f"the date is new, but {said}", moved[0].span, help="leave the date until what the policy says changes")
