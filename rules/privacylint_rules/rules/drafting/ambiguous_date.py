"""
A date that Europeans and Americans read differently: 01/02/2026.

From 1 February or from 2 January? For the day on which a policy takes effect the two readings are weeks apart. The
rule is silent where another date of the policy settles the order.

Source: ISO 8601; WP260 rev.01, paragraph 12 (clear and plain language).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Edit, Finding, Fix, Policy, rule

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_NUMBERS = re.compile(r"(?<![\w./-])(?P<one>\d{1,2})(?P<sign>[/-])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\w/-])")

# what every such date holds, and is found many times faster
_SEPARATED = re.compile(r"\d[/-]\d")
_NAMES = "|".join(MONTHS)
_IN_WORDS = {
    "day": re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_NAMES})\b"),
    "month": re.compile(rf"\b(?:{_NAMES}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"),
}


@rule(
    severity="info",
    fixable="unsafe",
    good=["Updated 25/12/2025.", "Updated 03/03/2026.", "Updated 2026-02-01, before that 1 February 2025.", "Updated 01/02/2026, before 14/01/2026."],
    bad=[Bad("Updated 01/02/2026.", at="01/02/2026"), Bad("Updated 01-02-2026.", at="01-02-2026")],
)
def ambiguous_date(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Dates in figures with slashes or dashes whose day and month can be swapped."""
    found = [
        (block, date)
        for block in policy.blocks
        if block.kind != "code" and _SEPARATED.search(block.text.plain)
        for date in _NUMBERS.finditer(block.text.plain)
    ]
    # one date that can be read in one way only tells how the others are meant
    if not found or any(max(int(date["one"]), int(date["two"])) > len(MONTHS) for _, date in found):
        return
    order = _order(policy)
    for block, date in found:
        one, two = int(date["one"]), int(date["two"])
        if one == two or not one or not two:
            continue
        span = block.text.span(*date.span())
        day_first = f"{one} {MONTHS[two - 1]} {date['year']}"
        month_first = f"{two} {MONTHS[one - 1]} {date['year']}"
        yield Finding(
            f"{date[0]} is {day_first} to some readers, and {month_first} to others",
            span,
            help="write the month as a word",
            fix=Fix((Edit(*span, month_first if order == "month" else day_first),), safe=False) if order else None,
        )


def _order(policy: Policy) -> str:
    """Which comes first where the policy writes months as words: "day", "month", or "" where it does neither or both."""
    plains = [block.text.plain for block in policy.blocks]
    found = {name for name, pattern in _IN_WORDS.items() if any(pattern.search(plain) for plain in plains)}
    return found.pop() if len(found) == 1 else ""
