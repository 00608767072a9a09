"""
Where sentences begin and end in the plain text of a block.

A full stop ends a sentence unless it belongs to an abbreviation ("Art. 13", "e.g."), an initial, the number of a clause
("1.2. We keep ...") or an ellipsis, or unless the text goes on in lower case. A hard line break ends one too where it
parts lines that do not read on: after a stop or colon; before a bullet, a number or a "Label:"; at an empty line; after
a short line in front of a long one. A run of short lines (an address, a signature) stays one sentence, so that what
belongs together is found together. A text that never stops is cut at a blank.
"""

from __future__ import annotations

import re

from privacylint.languages.en import (
    ABBREVIATIONS,
    CLOSING_ABBREVIATIONS,
    NUMBER_ABBREVIATIONS,
    SENTENCE_STARTERS,
    SHOUTED_NAMES,
)

# one class of characters in front keeps the search fast; what stands behind is looked at afterwards
_STOP = re.compile(r"[.!?…。！？\n][\"'”’»)\]」』）]*")
_FULL_STOPS = "。！？"
_BLANKS = re.compile(r"\s*")
_NEXT = re.compile(r"[\s\"'“‘«(\[]*")
_WORD = re.compile(r"\w+")
# "(b) ..." begins the next point of a list that is written into the text
_MARKER = re.compile(r"\s+\((?:[a-z]|[ivx]{1,5})\)\s")
_TOKEN = re.compile(r"[^\s(\[{\"'“‘/,;]*\Z")
_TOKEN_LENGTH = 40
_BULLET = re.compile(r"\s*(?:[-–—*]\s?\w|[•·▪◦‣●○■□]|\(?\w{1,3}[.)]\s|\d|[A-Z][\w /&-]{1,30}:)")
_CLAUSE = re.compile(r"[(\[*_]*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxlcIVXLC]{1,6})")
_NAMED_AFTER_PLACES = ("Data ", "Data\n", "Personal ")
_SHORT_LINE = 60
LONGEST = 2500
"""So many characters a sentence has at most: what looks at all pairs in a sentence stays linear in the text."""


def split(plain: str) -> list[tuple[int, int]]:
    """The sentences of a block's plain text: start and end of each, without the blanks around it."""
    ranges: list[tuple[int, int]] = []
    start = 0
    length = len(plain)
    for stop in _STOP.finditer(plain):
        at, end = stop.span()
        mark = plain[at]
        if mark == "\n":
            end = at + 1
            if not _line_ends(plain, start, at):
                continue
        elif end < length and mark not in _FULL_STOPS:
            if not plain[end].isspace():
                if mark != "." or not _glued(plain, at, end):
                    continue
            elif not _ends(plain, start, at, end):
                continue
        _add(ranges, plain, start, end)
        start = end
    _add(ranges, plain, start, length)
    return ranges


def whole(plain: str) -> list[tuple[int, int]]:
    """The text as one sentence, none when it is blank."""
    ranges: list[tuple[int, int]] = []
    _add(ranges, plain, 0, len(plain))
    return ranges


def _add(ranges: list[tuple[int, int]], plain: str, start: int, end: int) -> None:
    while start < end and plain[start].isspace():
        start += 1
    while end > start and plain[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(plain.rfind(" ", start, start + LONGEST), plain.rfind("\n", start, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        _add(ranges, plain, start, cut)
        start = cut
        while start < end and plain[start].isspace():
            start += 1
    if start < end:
        ranges.append((start, end))


def _glued(plain: str, at: int, end: int) -> bool:
    # a blank was forgotten after the stop: believed only where the next word begins sentences
    before = plain[max(0, at - 2) : at]
    if len(before) < 2 or not before.isalnum() or not before[-1].islower():
        return False
    word = _WORD.match(plain, end)
    return (
        word is not None
        and (len(word[0]) > 2 or word[0] == "We")
        and word[0] in SENTENCE_STARTERS
        and plain[word.end() : word.end() + 1].isspace()
    )


def _ends(plain: str, start: int, at: int, end: int) -> bool:
    """Whether the stop at `at`, which ends at `end` with the quotes behind it, ends the sentence begun at `start`."""
    blank = _NEXT.match(plain, end)
    after = blank.end() if blank else end
    if after >= len(plain):
        return True
    if plain[after].islower() and not _mixed(plain, after) and not _MARKER.match(plain, end):
        return False
    mark = plain[at]
    if mark == "…" or (mark == "." and plain[at - 1 : at] == "."):
        return True
    token = _token_before(plain, start, at)
    if mark == ".":
        return not _belongs(plain, start, at, token, after)
    return (token + mark).lower() not in SHOUTED_NAMES or _begins_sentence(plain, after)


def _mixed(plain: str, at: int) -> bool:
    # "iOS", "eBay": a name that begins in lower case may begin a sentence
    word = _WORD.match(plain, at)
    return bool(word) and any(character.isupper() for character in word[0])  # type: ignore[index]


def _token_before(plain: str, start: int, end: int) -> str:
    found = _TOKEN.search(plain, max(start, end - _TOKEN_LENGTH), end)
    return found[0] if found else ""


def _belongs(plain: str, start: int, at: int, token: str, after: int) -> bool:
    """Whether the full stop at `at` is part of the word before it."""
    lower = token.lower()
    following = plain[after]
    if lower in NUMBER_ABBREVIATIONS:
        return following.isdigit()
    if lower in ABBREVIATIONS:
        return True
    if _is_clause_number(plain, start, at):
        return True
    before, hyphen, last = token.rpartition("-")
    if hyphen and before and "." in last and _initials(last):
        # "the EU-U.S. Data Privacy Framework": an adjective, and its noun is to come
        return not _begins_sentence(plain, after) or plain.startswith(_NAMED_AFTER_PLACES, after)
    # "EU-U.S.": what stands behind the hyphen tells
    tail = token.replace("–", "-").rpartition("-")[2]
    if tail.lower() in CLOSING_ABBREVIATIONS or _initials(tail):
        return not _begins_sentence(plain, after)
    return False


def _is_clause_number(plain: str, start: int, at: int) -> bool:
    if at - start > 24:
        return False
    begin = _BLANKS.match(plain, start)
    return _CLAUSE.fullmatch(plain, begin.end() if begin else start, at) is not None


def _initials(token: str) -> bool:
    # "J", "U.S", "Q.E.D": single letters, each with its stop
    return bool(token) and all(len(part) == 1 and part.isalpha() for part in token.split("."))


def _begins_sentence(plain: str, after: int) -> bool:
    word = _WORD.match(plain, after)
    return word is not None and word[0] in SENTENCE_STARTERS


def _line_ends(plain: str, start: int, at: int) -> bool:
    before = plain[start:at].rstrip() if at - start < 4 * _SHORT_LINE else plain[at - 4 * _SHORT_LINE : at].rstrip()
    if not before:
        return True
    following = plain[at + 1 : at + 2 + 4 * _SHORT_LINE]
    if following.lstrip(" \t").startswith("\n"):
        # two line breaks in a row stand for a paragraph
        return True
    following = following.lstrip()
    if not following or following[0].islower():
        return False
    if before.endswith((".", "!", "?", ":", ";")) or _BULLET.match(following):
        return True
    line = following.split("\n", 1)[0]
    return len(before.rsplit("\n", 1)[-1]) < _SHORT_LINE <= len(line)
