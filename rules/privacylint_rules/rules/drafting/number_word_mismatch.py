"""
A number and its words disagree: "thirty (60) days".

Contracts and policies write a number twice so that nobody can misread it. When the two differ, nobody knows which one
was promised, and a reader may hold you to the better one.

Source: the usual rule of construction that words prevail over figures is only a tie-break; Directive 93/13/EEC
article 5 reads a doubtful term in the consumer's favour.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Edit, Finding, Fix, Policy, rule

NUMBERS = {
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    },
}  # fmt: skip
LINKING = {"en": {"and", "a"}}
# "Article six (1)" names a paragraph
NUMBERED_THINGS = {
    "en": {"article", "section", "clause", "paragraph", "part", "chapter", "annex", "schedule", "step", "appendix", "title"},
}

_FIGURE = re.compile(r"\s?\((?P<figure>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\s(?P<unit>[a-z]{3,12}))?\)")
_WORDS_IN_BRACKETS = re.compile(r"(?<![\w.,(])(?P<figure>\d{1,3}(?:,\d{3})+|\d{1,9})\s\((?P<words>[A-Za-z][A-Za-z -]{1,60})\)")
_WORD = re.compile(r"[^\W\d_]+")
# what each pair holds, and is found many times faster
_FIGURE_IN_BRACKETS = re.compile(r"\(\d")
_BRACKETS_BEHIND = re.compile(r"\d\s\(")
_LOOK_BACK = 80


@rule(
    severity="error",
    fixable="unsafe",
    good=[
        "We answer within thirty (30) days.",
        "We keep it for one hundred and eighty (180) days.",
        "Article Six (1) of the act applies, and so does section two (3).",
        "You can choose this one (2).",
        "We delete it after one month (30 days).",
    ],
    bad=[
        Bad("We answer within thirty (60) days.", at="thirty (60)"),
        Bad("Records are kept for **twenty-four (12)** months.", at="twenty-four (12)"),
        Bad("You have 14 (fifteen) days to object.", at="14 (fifteen)"),
        Bad("We answer in ten days (30 days).", at="ten days (30 days)"),
    ],
)
def number_word_mismatch(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Figures in brackets after a number in words, and the other way round."""
    numbers = NUMBERS.get(policy.language)
    if not numbers:
        return
    for block in policy.blocks:
        plain = block.text.plain
        if block.kind == "code" or "(" not in plain:
            continue
        for start, end, said, figure, place in (*_figures(plain, policy.language), *_words(plain, policy.language)):
            if said != int(figure.replace(",", "")):
                edit = Edit(*block.text.span(*place), str(said))
                yield Finding(
                    f'"{plain[start:end]}" gives two numbers: {said} in words, {figure} in figures',
                    block.text.span(start, end),
                    help="make both say the same",
                    fix=Fix((edit,), safe=False),
                )


_Pair = tuple[int, int, int, str, tuple[int, int]]


def _figures(plain: str, language: str) -> Iterator[_Pair]:
    """Pairs such as "thirty (60)": start, end, the number in words, the figures, and where the figures stand."""
    for found in _FIGURE.finditer(plain) if _FIGURE_IN_BRACKETS.search(plain) else ():
        end = found.start()
        if found["unit"]:
            before = plain[max(0, end - 14) : end].split()
            if not before or before[-1].lower().rstrip("s") != found["unit"].rstrip("s"):
                continue
            end -= len(before[-1]) + 1
        spelled = _number_before(plain, end, language)
        if spelled is None:
            continue
        start, said = spelled
        if said == 1 and not plain[found.end() : found.end() + 2].strip(" -").isalpha():
            continue
        yield start, found.end(), said, found["figure"], found.span("figure")


def _words(plain: str, language: str) -> Iterator[_Pair]:
    """Pairs such as "60 (thirty)"."""
    for found in _WORDS_IN_BRACKETS.finditer(plain) if _BRACKETS_BEHIND.search(plain) else ():
        spelled = _number_before(found["words"], len(found["words"]), language)
        if spelled and spelled[0] == 0:
            yield found.start(), found.end(), spelled[1], found["figure"], found.span("figure")


def _number_before(plain: str, end: int, language: str) -> tuple[int, int] | None:
    """Where the number in words that ends at `end` begins, and its value."""
    begin = max(0, end - _LOOK_BACK)
    words = list(_WORD.finditer(plain, begin, end))
    first = len(words)
    last_end = end
    while first and not plain[words[first - 1].end() : last_end].strip(" -\u2010\u2011\n"):
        form = words[first - 1][0].lower()
        if form not in NUMBERS[language] and (form not in LINKING[language] or first == len(words)):
            break
        first -= 1
        last_end = words[first].start()
    while first < len(words) and words[first][0].lower() not in NUMBERS[language]:
        first += 1
    if first == len(words) or (first and words[first - 1][0].lower() in NUMBERED_THINGS[language]):
        return None
    value = _value([word[0].lower() for word in words[first:]], language)
    return None if value is None else (words[first].start(), value)


def _value(words: list[str], language: str) -> int | None:
    """The value of number words, None when they are no one number ("five ten")."""
    total = group = 0
    last = 1_000_000
    for word in words:
        value = NUMBERS[language].get(word)
        if value is None:
            continue
        if value >= 100:
            group = max(group, 1) * value
            if value == 1000:
                total, group = total + group, 0
            last = value
        elif last < 20 or (last < 100 and value >= 10):
            return None
        else:
            group += value
            last = value
    return total + group
