"""What is kept: the row of a table, the label of a list item, the object or the subject of the verb."""

from __future__ import annotations

import re
from bisect import bisect_left

from privacylint.api import Block, Policy

from privacylint_rules.retention.clock import EVENT_IN_FRONT
from privacylint_rules.retention.labels import Period
from privacylint_rules.retention.words import NO_LOGS

_LONGEST_LABEL = 120
FARTHEST = 500
"""How many characters from a period its data is looked for."""
NO_DATA = frozenset(("it", "they", "them", "this", "these", "that", "which", "who", "we", "you", "mean", "remember", "note", "storage", "erase"))

_ACTIVE = re.compile(
    r"\b(?:stores?|saves?|retains?|keeps?|holds?|maintains?|preserves?|archives?|deletes?|erases?|removes?|destroys?|purges?|discards?|anonymi[sz]es?|logs?)\s+(?:on\s+to\s+)?(?P<data>(?:(?!\b(?:for|until|as|so|while|after|within|up|no|in|on|when|once|only|it|them|indefinitely|forever|permanently|perpetually)\b)[^\s.;:()]{1,40}\s?){1,9})",
    re.I,
)
_PASSIVE = re.compile(
    r"(?P<data>[^.;:()]{2,120}?)[,\s]\s?(?:(?:is|are|was|were|be|been|being|will|shall|may|can|must|only|also|not|automatically|typically|generally|permanently|then|normally|usually)\s){1,5}"
    r"(?:stored|saved|retained|kept|held|maintained|preserved|archived|deleted|erased|removed|destroyed|purged|discarded|anonymi[sz]ed|overwritten|cleared)\b|(?P<stay>[^.;:()]{2,120}?)\s(?:(?:will|may|can)\s)?(?:remains?|stays?|expires?|lasts?|lives?|persists?)\b",
    re.I,
)
_PARTICIPLE = re.compile(
    r"[\s](?:stored|saved|retained|kept|held|maintained|preserved|archived|deleted|erased|removed|destroyed|purged|discarded|anonymi[sz]ed|overwritten|cleared|remain|stay|expire|last|live|persist)",
    re.I,
)
_SUBJECT_REACH = 300
_LABEL = re.compile(r"(?P<data>[^.;:\n]{2,80}?)\s?(?::|\s[-–—])\s")
_TIME_IN_FRONT = re.compile(r"^(?:after|within|for)\s[\w()\s-]{1,30}?\b(?:days?|weeks?|months?|years?|hours?)\b,?\s", re.I)
_CLAUSE_IN_FRONT = re.compile(r"(?:after|when|if|once|upon|in|as|for|by|unless|however|normally|generally|typically|following|where|while|although|even|to)\b", re.I)
_APPOSITION = re.compile(r",?\s(?:which|that|such\sas|including|who|where|whose)\b|,\s(?:we|you|they)\b|\s?\(")
_OLDER = re.compile(r"\s(?:that\sare\s|which\sare\s)?older\sthan\b|\sto\sbe\s|\sto$")
_LEADING = re.compile(r"^(?:(?:we|our|the|your|all|any|this|these|such|that|and|or|also|will|may|shall|only|most|some|certain|following|other|of)\s+)+", re.I)


_NOMINAL = re.compile(
    r"\b(?:retention|storage)\s?(?:period|time|duration|policy)?s?\s(?:for|of|to)\s(?!(?:up\sto|\d|at\s|a\s|about\s|one\s|two\s|three\s|six\s|ten\s|over\s|data\s))(?P<behind>[^.;:,()]{2,80}?)"
    r"(?=\s(?:is|are|shall|will|may|can|amounts?|lasts?|to|at)\b|[.,;:]|$)"
    r"|(?P<front>[^.;:,()]{2,80}?)\s(?:have|has|(?:is|are)\ssubject\sto|come\swith)\s(?:a|an|the)\s(?:maximum\s|statutory\s|standard\s)?(?:retention|storage)\b",
    re.I,
)
"""Periods said by a noun: "the retention period for logs is 30 days", "logs have a retention period of 30 days"."""


def data_of(policy: Policy, said: Period) -> str:
    """What is kept: the row of a table, the label of a list item, the object or the subject of the verb; else ""."""
    if said.match.wording in NO_LOGS.wordings["en"][:1]:
        return "logs"
    block = said.sentence.block
    plain = block.text.plain
    start = said.match.plain[0]
    if block.kind == "cell" and block.row_head and block.row_head is not block.text:
        return _clean(block.row_head.plain)
    low, high = max(said.sentence.start, start - FARTHEST), min(said.sentence.end, start + FARTHEST)
    sentence_start = max([low, *(plain.rfind(sign, low, start) + 1 for sign in ";\n•")])
    sentence_start = max(sentence_start, _line_start(policy, block, sentence_start, start))
    front = EVENT_IN_FRONT.match(plain, said.sentence.start, start)
    if front and sentence_start <= front.start() and any(wording.search(plain[front.end() - 3 : high]) for wording in (_ACTIVE, _PASSIVE)):
        # "After you delete your account, we keep …": what is kept stands behind the event
        sentence_start = front.end()
    before = plain[sentence_start:start]
    label = _LABEL.match(before)
    if label and len(label["data"].split()) <= 9 and block.kind in ("item", "cell", "paragraph") and not re.search(r"\b(we|our|you)\b", label["data"], re.I):
        return _clean(label["data"])
    around = plain[sentence_start:high].lower()
    nominal = _NOMINAL.search(plain, sentence_start, high) if "retention" in around or "storage" in around else None
    if nominal:
        return _clean(nominal["behind"] or nominal["front"])
    passive = _passive(before) or _passive(plain[sentence_start:high])
    active = _ACTIVE.search(plain[sentence_start:high])
    if active and (not passive or active.start() < passive.start("data" if passive["data"] else "stay") or re.search(r"\b(?:we|us)\b", passive[0], re.I)):
        return _clean(active["data"])
    return _clean(_subject(passive["data"] or passive["stay"])) if passive else ""


def _passive(text: str) -> re.Match[str] | None:
    # where no verb can be reached from there is nothing to begin with; from every place on it would be tried at length
    verb = _PARTICIPLE.search(text)
    return _PASSIVE.search(text, max(0, verb.start() - _SUBJECT_REACH)) if verb else None


def _subject(text: str) -> str:
    """The subject of a sentence without what stands in front of it: "After 90 days, when you close it, logs" is "logs"."""
    text = _TIME_IN_FRONT.sub("", text.strip())
    return text.rsplit(", ", 1)[-1] if _CLAUSE_IN_FRONT.match(text) or len(text.split()) > 14 else text


def _line_start(policy: Policy, block: Block, low: int, start: int) -> int:
    """Where the source line of `start` begins in the plain text, if a label opens it ("Orders: two years"), else `low`."""
    source, text = policy.source, block.text
    line = source.line_span(source.place(text.span(start, start + 1).start).line).start
    at = bisect_left(range(start), line, max(low, start - _LONGEST_LABEL), start, key=lambda index: text.span(index, index + 1).start)
    return at if _LABEL.match(block.text.plain, at, start) else low


def _clean(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,.-–—*_\"“”'").lower()
    text = _OLDER.split(_APPOSITION.split(_LEADING.sub("", text), maxsplit=1)[0], maxsplit=1)[0]
    return "" if text in NO_DATA or text.startswith(("if you ", "when you ", "once you ", "from our ", "from their ", "from my ")) else text[:100]
