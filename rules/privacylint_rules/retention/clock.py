"""What starts the clock of a period, and whether it is a least or a most."""

from __future__ import annotations

import re

from privacylint.api import Policy

from privacylint_rules.retention.labels import Period

CLOCKS: tuple[tuple[str, str], ...] = (
    ("end of hiring", r"\b(?:hiring|recruit\w{0,5}|selection|application)\s(?:process|procedure|round)"),
    ("account closure", r"account|delet(?:e|ion) (?:of )?your|clos(?:e|ure)|deactivat|cancel"),
    ("last activity", r"last (?:activity|login|log-in|use|visit|interaction|contact|active|logged|access|seen|communication|purchase|order)|inactiv|no activity|dormant"),
    ("end of contract", r"contract|relationship|agreement|subscription|membership|employment|terminat"),
    ("request", r"request|\bask(?:ed|s)?\b|opt(?:ed)?[- ]?out|unsubscrib|withdraw"),
    ("collection", r"collect|creat|record|receiv|generat|submi|upload|visit|date of|sent|posted|placed|set"),
)
"""What starts a clock: the name we give it, and the words that mean it."""
EVENTS = (
    ("account closure", r"\byou(?:r)?\b.{0,20}\b(?:delet|clos|deactivat|cancel|terminat)\w{0,6}\b.{0,20}\baccount|\baccount\b.{0,30}\b(?:delet|clos|deactivat|cancel|terminat)"),
    ("request", r"\b(?:request|you ask|asks? us|unsubscrib)"),
)
"""The events before a comma that start the clock of the period behind it: "after you close your account, …"."""
EVENT_IN_FRONT = re.compile(r"\s?(?:after|when|if|once|upon|whenever|as soon as)\s([^.;:()]{3,90}?)(?:,|\swe\s)", re.I)
_AFTER_PERIOD = re.compile(r"[\s)\]]{0,3}(?:(?:after|from|since|following|of|starting|beginning|once|upon|when)\s)(?:the\s|your\s|a\s|you\s|date\sof\s|time\sof\s){0,4}([^.;,()]{2,70})", re.I)


def clock_of(policy: Policy, said: Period) -> str | None:
    plain = said.sentence.block.text.plain
    after = _AFTER_PERIOD.match(plain, said.match.plain[1], said.sentence.end)
    if after is None:
        front = EVENT_IN_FRONT.match(plain, said.sentence.start, said.match.plain[0])
        return next((name for name, pattern in EVENTS if re.search(pattern, front[1], re.I)), None) if front else None
    words = re.sub(r"\s+", " ", after[1]).strip().lower()
    if words.startswith("last "):
        return "last activity" if re.match(r"last (?:activity|log|use|visit|interaction|active|access)", words) else " ".join(words.split()[:2])
    return next((name for name, pattern in CLOCKS if re.search(pattern, words)), " ".join(words.split()[:6]))


_MOST = re.compile(r"(?:\b(?:not|never|n't)\b[^.;]{0,80}\b(?:more|longer) than|up to|at most|maximum(?: period)?(?: of)?|no (?:more|longer) than|not exceed(?:ing)?|within|under|less than|not longer than)(?: a| the)?(?: maximum| period| total)?(?: of)?[\s(]*$", re.I)
_LEAST = re.compile(r"(?:at least|minimum(?: period)?(?: of)?|no less than|not less than|more than)(?: a)?[\s(]*$", re.I)
_ABOUT = re.compile(r"(?:about|approximately|around|roughly|typically|generally|usually|normally)[\s(]*(?:for\s)?$", re.I)


def limit_of(policy: Policy, said: Period) -> str | None:
    plain = said.sentence.block.text.plain
    start = said.match.plain[0]
    before = plain[max(said.sentence.start, start - 100) : start]
    for name, pattern in (("at-most", _MOST), ("at-least", _LEAST), ("about", _ABOUT)):
        if pattern.search(before):
            return name
    return None
