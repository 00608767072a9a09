"""
Section numbers skip one, or one stands there twice.

A reader who is sent to section 5 finds two of them or none, and suspects that something was taken out.

Source: GDPR article 12(1) (intelligible and easily accessible form).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from privacylint.api import Bad, Block, Claims, Finding, Policy, Related, rule

_NUMBER = re.compile(r"[*_\s(]{0,4}(?:(?:Section|Article|SECTION|ARTICLE|Part|§)\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})(?:[.):](?=\s|$)|\s[-–—]|\s(?=[A-Z]))")
_LETTER = re.compile(r"\s*\(([a-z])\)\s")
# letters that may be roman numbers
_ROMAN = "ivx"
_FEWEST = 3
_MOST_TIMES = 3


@rule(
    severity="warning",
    good=[
        "## 1. Data\n\na\n\n## 2. Use\n\nb\n\n### 2.1 Shop\n\nc\n\n### 2.2 Club\n\nd\n\n## 3. Rights\n\ne",
        "## 2024 in figures\n\na\n\n## 7 rights\n\nb",
        "# Terms\n\n## 1. A\n\na\n\n## 2. B\n\nb\n\n## 3. C\n\nc\n\n# Privacy\n\n## 1. A\n\na\n\n## 2. B\n\nb",
    ],
    bad=[
        Bad("## 1. Data\n\na\n\n## 2. Use\n\nb\n\n## 4. Rights\n\nc\n\n## 5. Law\n\nd", at="4. Rights", related=("2. Use",)),
        Bad("## 1. Data\n\na\n\n## 2. Use\n\nb\n\n## 2. Rights\n\nc\n\n## 3. Law\n\nd", at="2. Rights", related=("2. Use",)),
        Bad("## 1. Data\n\na\n\n## 2. Use\n\nb\n\n### 2.2 Club\n\nc\n\n## 3. Rights\n\nd", at="2.2 Club", related=("2. Use",)),
        Bad("## 1. Data\n\na\n\n## 2. Use\n\nb\n\n## 3.1 Club\n\nc\n\n## 3.2 Shop\n\nd", at="3.1 Club", related=("2. Use",)),
        Bad("(a) One.\n\n(b) Two.\n\n(d) Four.", at="(d)", related=("(b)",)),
    ],
)
def numbering(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Numbered headings, each against the one before it."""
    yield from _letters(policy)
    numbered = [(block, number) for block in _headings(policy) if (number := _number(block))]
    if len(numbered) < _FEWEST:
        return
    anywhere = {_number(block) for block in policy.blocks}
    last: dict[tuple[int, ...], tuple[int, Block]] = {}
    previous: tuple[Block, tuple[int, ...]] | None = None
    for block, number in numbered:
        above, own = number[:-1], number[-1]
        before = last.get(above)
        if own == 1 and len(above) == 1 and above not in anywhere and last.get((), (0,))[0] + 1 == above[0]:
            yield _finding(block, number, f"{_text(above)} is missing", last[()][1])
            last[()] = (above[0], block)
        if own == 1:
            # counting starts again: another document, another annex
            last = {key: value for key, value in last.items() if key[: len(above)] != above or key == above[:-1]}
        elif before is None:
            if above and previous is not None and previous[1][: len(above)] == above and own == 2 and (*above, 1) not in anywhere:
                yield _finding(block, number, f"{_text((*above, 1))} is missing", previous[0])
        elif own == before[0]:
            yield _finding(block, number, f"number {_text(number)} stands here a second time", before[1])
        elif own > before[0] + 1 and (*above, before[0] + 1) not in anywhere:
            yield _finding(block, number, f"{_text((*above, before[0] + 1))} is missing", before[1])
        elif own < before[0]:
            yield _finding(block, number, f"number {_text(number)} follows {_text((*above, before[0]))}", before[1])
        last[above] = (own, block)
        previous = (block, number)


def _letters(policy: Policy) -> Iterator[Finding]:
    """Paragraphs that begin with "(a)", "(b)" …, within one section."""
    last: dict[int, tuple[str, Block]] = {}
    for block in policy.blocks:
        found = _LETTER.match(block.text.plain) if block.kind != "code" else None
        if found is None:
            continue
        letter = found[1]
        parent = block.section.parent if block.kind == "heading" and block.section.parent else block.section
        before = last.get(parent.number)
        if before is not None and ord(letter) == ord(before[0]) + 2 and letter not in _ROMAN and before[0] not in _ROMAN:
            missing = chr(ord(letter) - 1)
            start, end = found.span(1)
            yield Finding(
                f"({missing}) is missing",
                block.text.span(start - 1, end + 1),
                (Related(before[1].text.span(*_mark(before[1])), "the letter before it"),),
                help="letter the paragraphs one after the other, and mend references to them",
            )
        last[parent.number] = (letter, block)


def _mark(block: Block) -> tuple[int, int]:
    found = _LETTER.match(block.text.plain)
    return (found.start(1) - 1, found.end(1) + 1) if found else (0, 0)


def _headings(policy: Policy) -> list[Block]:
    """The headings, without labels of a layout that stand there again and again."""
    headings = [block for block in policy.blocks if block.kind == "heading"]
    times = Counter(_NUMBER.sub("", block.text.plain, count=1).strip() for block in headings)
    return [block for block in headings if times[_NUMBER.sub("", block.text.plain, count=1).strip()] <= _MOST_TIMES]


def _number(block: Block) -> tuple[int, ...]:
    found = _NUMBER.match(block.text.plain)
    return tuple(int(part) for part in found[1].split(".")) if found else ()


def _text(number: tuple[int, ...]) -> str:
    return ".".join(map(str, number))


def _finding(block: Block, number: tuple[int, ...], message: str, before: Block) -> Finding:
    return Finding(
        message,
        block.text.span(0, len(block.text.plain)),
        (Related(before.text.span(0, len(before.text.plain)), "the number before it"),),
        help="number the sections one after the other, and mend references to them",
    )
