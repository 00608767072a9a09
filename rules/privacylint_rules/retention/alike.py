"""Whether two statements on how long something is kept speak of the same data."""

from __future__ import annotations

import re

LITTLE_WORDS = frozenset(
    (
        "a", "an", "the", "of", "your", "our", "my", "all", "any", "these", "this", "those", "such", "from", "about", "related", "to", "and", "in", "on", "with", "other",
        "sent", "submitted", "provided", "collected", "received", "gathered", "through", "via", "by", "using",
        "data", "information", "details", "records", "record", "we", "us", "you", "it", "its", "their", "them",
    )
)  # fmt: skip

_COPIES = re.compile(r"\b(logs?|backups?|back-ups?)\s(?:files?|copy|copies|entry|entries|data|records?)\b")
"""Log files are logs, and backup copies are backups."""
_APPLICATIONS = re.compile(r"\b(?:job\s)?applications?\s(?:documents?|materials?|papers)\b|\b(?:job|candidates?|applicants?)\s(?:applications?|documents?)\b")


def words_of(data: str) -> frozenset[str]:
    """What is kept, reduced to the words that tell it from other data; plural and singular alike."""
    data = _APPLICATIONS.sub("job applications", _COPIES.sub(r"\1", data))
    words = frozenset(_singular(word) for word in re.findall(r"[^\W\d_]+|\d+", data) if word not in LITTLE_WORDS)
    return words - {"customer"} if len(words) > 2 else words


def _singular(word: str) -> str:
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
