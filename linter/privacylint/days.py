"""Days that users write: 2025-01-31 and nothing else."""

from __future__ import annotations

import re
from datetime import date

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def day_of(text: str) -> date | None:
    """The day, or None when the text is none; newer Pythons would take `20250131` and `2025-W05-5` as well."""
    try:
        return date.fromisoformat(text) if _DAY.match(text) else None
    except ValueError:
        return None
