"""
A line is a heading to the eye, but not to Markdown.

Bold lines, numbered lines and short lines that stand alone look like headings; a table of contents, a screen reader
and a link to a section see ordinary text. Readers who jump from heading to heading never find the section.

Source: WCAG 2.2, success criterion 1.3.1; WP260 rev.01, paragraphs 8 and 35 (layered, navigable information).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from privacylint.api import Bad, Block, Claims, Edit, Finding, Fix, Policy, rule

DEEPEST = 6
_LONGEST_QUOTE = 60
_LONGEST_VALUE = 40
# a line that stands there more often than this is a button or a label of a layout
_MOST_TIMES = 3
_NUMBERING = "0123456789.)( \u00a0\t"
_MARKUP_BEFORE = re.compile(r" {0,3}(?:\*{2,3}|_{2,3})?")
_MARKUP_AFTER = re.compile(r"[ \t]{0,9}:?(?:\*{2,3}|_{2,3})?:?[ \t]*\\?")
_EMPHASIS = re.compile(r"\*{2,3}|(?<!\w)_{2,3}|_{2,3}(?!\w)")
_BEGINS_A_LIST = re.compile(r"\b(?:not|to|may|can|will|must|shall|should|the|by|for|and|or|of|in|with|are|is|include|includes|including|as|that|do|does|have|has|we|you|they):$", re.I)
_EXPLAINS = re.compile(r"(?:\w{1,30} ){1,4}(?:means|refers to)\s")
_OF_SOMEBODY_ELSE = re.compile(r"[A-Z][\w.&-]{0,30}(?: [A-Z][\w.&-]{0,30}){0,3}(?:['’]s|s['’]) Privacy (?:Policy|Policies|Notice|Statement)$")
_CODE, _PAIR = "`", 2
_BLANK_LINE = re.compile(r"[ \t]*[\r\n]")


@rule(
    severity="info",
    fixable="safe",
    good=[
        "# Privacy\n\n## Your rights\n\nYou may ask us for a copy of your data.",
        "We never sell data.\n\nWe keep what you send us for a year, then we delete it for good.",
        "# Privacy\n\nThe way to erase it:\n\n1. `DELETE /orders`\n\nYou must be signed in for it.",
        "# Privacy\n\nA shop of ours keeps it.\n\nOakley's Privacy Policy\n\nWe keep what you send us for a year, then we delete it for good.",
        "**Please note:** we keep what you send us for a year, then we delete it for good.",
    ],
    bad=[
        Bad("# Privacy\n\n**Your rights**\n\nYou may ask us for a copy of your data at any time.", at="Your rights"),
        Bad("# Privacy\n\nHow We Use Cookies\n\nWe set one cookie that remembers your language for a year.", at="How We Use Cookies"),
    ],
)  # fmt: skip
def heading_not_marked_up(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Every weak heading, each at its own line."""
    headings = [block for block in policy.blocks if block.kind == "heading"]
    shift = _shift(headings)
    first = next((block for block in headings if block.marked), None)
    top = min((block.level for block in headings if block.marked), default=1)
    times = Counter(block.text.plain.split("\n")[0].strip(_NUMBERING) for block in headings)
    for block in headings:
        title = block.text.plain.strip()
        if block.marked or times[title.strip(_NUMBERING)] > _MOST_TIMES or _labels(block, policy) or _is_code(block, policy) or _is_part_of_the_text(title, block):
            continue
        title_of_all = shift is not None and block is headings[0] and block.number == 0
        level = 1 if title_of_all else min(DEEPEST, block.level + (shift or 0))
        if first is not None and block.number < first.number:
            # no marked heading above tells how deep it stands; those below must not end up two steps deeper
            level = max(level, top - 1 if block is headings[0] else top)
        shown = title if len(title) <= _LONGEST_QUOTE else title[: _LONGEST_QUOTE - 1].rstrip() + "…"
        yield Finding(
            f'"{shown}" reads as a heading, but Markdown sees ordinary text',
            block.text.span(0, len(block.text.plain)),
            help=f'begin the line with "{"#" * level}"',
            fix=_fix(policy, block, level),
        )


def _shift(headings: list[Block]) -> int | None:
    """How much deeper the headings are to stand so that the title stays alone; None where some are marked already."""
    if any(block.marked for block in headings):
        return None
    return 2 - min((block.level for block in headings if block.number), default=2)


def _labels(block: Block, policy: Policy) -> bool:
    """Whether the line is the label of a value below it: "Last updated:" above a date, "Post:" above an address."""
    if not block.text.plain.rstrip().endswith(":") or block.number + 1 >= len(policy.blocks):
        return False
    below = policy.blocks[block.number + 1]
    return below.kind == "paragraph" and len(below.text.plain) < _LONGEST_VALUE


def _is_code(block: Block, policy: Policy) -> bool:
    """Whether the line shows code: "1. `POST /orders`" is a command, and no title."""
    return policy.source.cut(block.span).count(_CODE) >= _PAIR


def _is_part_of_the_text(title: str, block: Block) -> bool:
    """Whether the line begins a list, explains a word, or names the policy of somebody else, as a link does."""
    return bool(_BEGINS_A_LIST.search(title) or _EXPLAINS.match(title) or (block.number and _OF_SOMEBODY_ELSE.match(title)))


def _fix(policy: Policy, block: Block, level: int) -> Fix | None:
    """The heading on a line of its own with as many "#" as its level; None where the line holds anything else."""
    source = policy.source
    text = block.text.span(0, len(block.text.plain))
    line = source.line_span(source.place(text.start).line)
    before, after = source.text[line.start : text.start], source.text[text.end : line.end]
    title = _EMPHASIS.sub("", source.cut(text))
    if text.end > line.end or "<" in title or not _MARKUP_BEFORE.fullmatch(before) or not _MARKUP_AFTER.fullmatch(after):
        return None
    ending = _line_end(source.text, line.end)
    follows = source.text[line.end + len(ending) :]
    gap = ending if follows.strip() and not _BLANK_LINE.match(follows) else ""
    return Fix((Edit(line.start, line.end, f"{'#' * level} {title}{gap}"),))


def _line_end(text: str, at: int) -> str:
    if text.startswith("\r\n", at):
        return "\r\n"
    return text[at : at + 1]
