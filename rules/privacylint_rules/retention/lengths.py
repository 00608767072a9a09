"""ISO 8601 durations as days and as words."""

from __future__ import annotations

import re

_ISO = re.compile(r"P(T?)(\d+(?:\.\d+)?)([DWMYHS])")
_DAYS = {"D": 1.0, "W": 7.0, "M": 365.25 / 12, "Y": 365.25, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute", "TS": "second"}


def in_days(duration: str) -> float:
    """The length of an ISO 8601 duration of one unit ("P90D", "PT24H") in days, a month as a twelfth of a year."""
    found_unit = _ISO.fullmatch(duration)
    return float(found_unit[2]) * _DAYS[found_unit[1] + found_unit[3]] if found_unit else 0.0


def in_words(duration: str) -> str:
    """An ISO 8601 duration in words ("90 days"); what is none as it is."""
    found_unit = _ISO.fullmatch(duration)
    if found_unit is None:
        return duration
    return f"{found_unit[2]} {_UNITS[found_unit[1] + found_unit[3]]}{'' if found_unit[2] == '1' else 's'}"
