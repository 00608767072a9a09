"""
A date that does not exist: 31 February.

Nobody can tell from when such a policy holds, and which version somebody agreed to.

Source: GDPR article 5(2) (accountability: which version applied when); Cal. Bus. & Prof. Code § 22575(b)(4) asks for
the effective date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Span, rule

MONTHS = {
    "january": 31, "february": 29, "march": 31, "april": 30, "may": 31, "june": 30, "july": 31, "august": 31,
    "september": 30, "october": 31, "november": 30, "december": 31, "jan": 31, "feb": 29, "mar": 31, "apr": 30,
    "jun": 30, "jul": 31, "aug": 31, "sep": 30, "sept": 30, "oct": 31, "nov": 30, "dec": 31,
}  # fmt: skip
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_FIRST = re.compile(rf"\b(?P<month>{_NAMES})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b", re.I)
_DAY_FIRST = re.compile(rf"(?<![\d.,:/-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[\s-](?:(?:day\s)?of\s)?(?P<month>{_NAMES})\.?,?[\s-](?P<year>(?:19|20)\d\d)\b", re.I)
_YEAR_FIRST = re.compile(r"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<sign>[-/])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?![\w/-])")
_NUMBERS = re.compile(r"(?<![\w./-])(?P<one>\d{1,2})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\w/-]|\.\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2


@rule(
    severity="error",
    good=["Updated on 29 February 2024, 2024-12-31 and 31/12/2023; version 31.13.1999.4 of the app."],
    bad=[
        Bad("Effective February 30, 2024.", at="February 30, 2024"),
        Bad("Effective 31st of June 2023.", at="31st of June 2023"),
        Bad("Updated 29 February 2023.", at="29 February 2023"),
        Bad("Updated 2024-13-01.", at="2024-13-01"),
        Bad("Updated 2024/02/30.", at="2024/02/30"),
        Bad("Effective the 31st day of June, 2023.", at="31st day of June, 2023"),
        Bad("Updated 13/14/2024.", at="13/14/2024"),
    ],
)
def impossible_date(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Dates with a day their month does not have, and with a month no year has."""
    for block in policy.blocks:
        if block.kind == "code":
            continue
        plain = block.text.plain
        if "19" not in plain and "20" not in plain:  # no year, and this is many times faster than to search for dates
            continue
        for pattern in (_MONTH_FIRST, _DAY_FIRST):
            for found in pattern.finditer(plain):
                days = MONTHS[found["month"].lower()]
                month = _FEBRUARY if days == _DAYS[1] else 0
                if not 1 <= int(found["day"]) <= _days(int(found["year"]), month, days):
                    yield _finding(found, block.text.span(*found.span()))
        for found in _YEAR_FIRST.finditer(plain):
            if not _exists(int(found["year"]), int(found["month"]), int(found["day"])):
                yield _finding(found, block.text.span(*found.span()))
        for found in _NUMBERS.finditer(plain):
            year, one, two = int(found["year"]), int(found["one"]), int(found["two"])
            if not _exists(year, one, two) and not _exists(year, two, one):
                yield _finding(found, block.text.span(*found.span()))


def _finding(found: re.Match[str], span: tuple[int, int]) -> Finding:
    return Finding(f"there is no {found[0]}", Span(*span), help="write a date that exists")


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= len(_DAYS) and 1 <= day <= _days(year, month, _DAYS[month - 1])


def _days(year: int, month: int, days: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return days - 1 if month == _FEBRUARY and not leap else days
