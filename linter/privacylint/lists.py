"""What introduces a list or a table: the block before it whose sentence the items finish."""

from __future__ import annotations

import re

from privacylint.drafts import Draft
from privacylint.languages.en import INTRODUCING

_POINTS_ON = re.compile(r"\b(?:" + "|".join(INTRODUCING) + r")\b[^.!?]*[.!?]?$", re.I)
_CLOSED = (".", "!", "?", "…", "。")


def intro_of(drafts: list[Draft], *, depth: int, quoted: bool) -> Draft | None:
    """The last block written, if it introduces the list or table that begins now at that depth."""
    if not drafts:
        return None
    last = drafts[-1]
    same = last.kind == "paragraph" and last.depth == depth and last.quoted == quoted
    return last if same and introduces(last.text.plain) else None


def introduces(plain: str) -> bool:
    """Whether a text leads on to what comes next: it ends with a colon or without a full stop, or says "following"."""
    plain = plain.rstrip().rstrip("*_\"'”’)")
    if plain.endswith((":", "：", "-", "–", "—", ",", ";")):
        return True
    return not plain.endswith(_CLOSED) or bool(_POINTS_ON.search(plain[-200:]))
