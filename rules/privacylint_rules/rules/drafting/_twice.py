"""Words that stand twice within one sentence: doubled while typing, or named twice in one enumeration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import and_, eq

from privacylint.api import Block, Edit, Finding, Fix, Related

# words that are doubled on purpose: "the data that that company holds", "had had"
DOUBLED_ON_PURPOSE = frozenset({"that", "had", "is", "very", "bye", "blah", "wiki", "ha", "who", "do", "in", "on"})
# what stands in an enumeration and is no entry of it
NO_ENTRIES = frozenset({"etc", "so on", "others", "other", "more", "respectively", "example", "you", "us", "we", "they", "it", "this", "that", "then", "where", "if", "when", "such", "including", "however", "therefore"})
BEFORE_FIRST_ENTRY = frozenset({"use", "uses", "using", "collect", "collects", "include", "includes", "including", "as", "like", "via", "with"})

_FEWEST_ENTRIES = 5
_FEWEST_COMMAS = 2
_LONGEST_ENTRY = 3
_SHORTEST_ENTRY = 4
_DOUBLED = re.compile(r"(?<![\w'’/-])((?P<first>[a-z]{2,12})(?: (?P<second>[a-z]{2,12}))?)(?P<gap> )(?P<again>\1)(?![\w'’/-])")
# "License Licence"
_SPELT_TWICE = re.compile(r"\b(\w{2,12}[cs]e) (\w{2,12}[cs]e)\b")
# its end, which is found many times faster
_SPELT_ALIKE = re.compile(r"e \w{2,12}[cs]e\b")
_BETWEEN_ENTRIES = re.compile(r"[,;]\s?(?:(?:and/or|and|or|along with|as well as|plus)\s)?|\sand\s")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_PLAIN = re.compile(r"[\w\s'’/-]*")

_Entry = tuple[str, int, int]


def doubled_words(block: Block, words: tuple[str, ...]) -> Iterator[Finding]:
    """ "the the", "of your of your" and "License Licence" in a block, of which these are the words in small letters."""
    for found in _SPELT_TWICE.finditer(block.text.plain) if _SPELT_ALIKE.search(block.text.plain) else ():
        if found[1].lower() != found[2].lower() and found[1].lower().replace("c", "s") == found[2].lower().replace("c", "s"):
            yield Finding(f'"{found[0]}" is one word in two spellings', block.text.span(*found.span()), help="take one out")
    for found in _DOUBLED.finditer(block.text.plain) if _comes_again(words) else ():
        if found[1] == "time to" or (found["second"] is None and found["first"] in DOUBLED_ON_PURPOSE):
            continue
        span = block.text.span(*found.span())
        cut = block.text.span(found.start("gap"), found.end())
        yield Finding(
            f'"{found[1]}" is written twice',
            span,
            help="take one out",
            fix=Fix((Edit(cut.start, cut.end, ""),), safe=False),
        )


def _comes_again(words: tuple[str, ...]) -> bool:
    """Whether a word follows itself, or two words follow themselves."""
    if any(map(eq, words, words[1:])):
        return True
    return any(map(and_, map(eq, words, words[2:]), map(eq, words[1:], words[3:])))


def listed_twice(block: Block, start: int, end: int) -> Iterator[Finding]:
    """ "cookies, tags, beacons, cookies and pixels": an entry that one enumeration names twice."""
    plain = block.text.plain
    commas = plain.count(",", start, end)
    if commas < _FEWEST_COMMAS:
        return
    if commas + plain.count(";", start, end) + plain.count("and", start, end) < _FEWEST_ENTRIES - 1:
        return
    for run in _enumerations(plain, start, end):
        seen: dict[str, list[tuple[int, int]]] = {}
        for entry, low, high in run:
            seen.setdefault(entry, []).append((low, high))
        again = [(entry, places) for entry, places in seen.items() if len(places) > 1]
        # two that come back are an enumeration made for two things
        if len(run) < _FEWEST_ENTRIES or len(again) != 1:
            continue
        entry, places = again[0]
        yield Finding(
            f'"{entry}" is listed twice in one sentence',
            block.text.span(*places[1]),
            (Related(block.text.span(*places[0]), "listed here already"),),
            help="take one out",
            severity="info",
        )


def _enumerations(plain: str, start: int, end: int) -> Iterator[list[_Entry]]:
    """Short entries between commas that follow each other, in small letters, with their places; the last word before
    them, where it is what somebody uses or collects, is the first."""
    run: list[_Entry] = []
    low, opened = start, False
    for sign in [*_BETWEEN_ENTRIES.finditer(plain, start, end), None]:
        high = sign.start() if sign else end
        words = [(found[0].lower(), found.start(), found.end()) for found in _WORD.finditer(plain, low, high)]
        if low == start or len(words) > _LONGEST_ENTRY or not _PLAIN.fullmatch(plain, low, high):
            yield run
            run = []
            opened = len(words) > 1 and words[-2][0] in BEFORE_FIRST_ENTRY
            words = words[-1:]
        entry = " ".join(word for word, _, _ in words)
        closed = sign is None or sign[0].strip() == "and" or sign[0][0] in ",;"
        if opened and closed and len(entry) >= _SHORTEST_ENTRY and not NO_ENTRIES & {entry, words[0][0]}:
            run.append((entry, words[0][1], words[-1][2]))
        low, opened = (sign.end() if sign else end), sign is not None and sign[0][0] in ",;"
    yield run
