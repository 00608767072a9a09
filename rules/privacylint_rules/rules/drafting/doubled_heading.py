"""
The same heading stands there twice in a row, or twice in one section.

Two sections of one name cannot be told apart in a table of contents, and a link to the name finds only the first.

Source: WCAG 2.2, success criterion 2.4.6 (headings describe their topic).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from privacylint.api import Bad, Block, Claims, Edit, Finding, Fix, Policy, Related, Span, rule

# what stands there more often is the label of a layout
_MOST_TIMES = 3
_NUMBERING = "0123456789.:()#*_ \u00a0\t"


@rule(
    severity="info",
    fixable="safe",
    good=["# Privacy\n\n## Data\n\n### Purpose\n\nNone.\n\n## Cookies\n\n### Purpose\n\nNone."],
    bad=[
        Bad("# Privacy\n\n## Your rights\n\nAsk.\n\n## Your Rights\n\nAsk.", at="Your Rights", related=("Your rights",)),
        Bad("# Privacy Policy\n\n## Privacy policy\n\nWe keep none of it.", at="Privacy policy", related=("Privacy Policy",)),
    ],
)
def doubled_heading(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Headings of the same words under one parent, and a heading that repeats the one right above it."""
    times = Counter(_title(section.heading) for section in policy.sections if section.heading)
    seen: dict[tuple[int, str], Block] = {}
    before: Block | None = None
    for section in policy.sections:
        block = section.heading
        if block is None or section.parent is None:
            continue
        title = _title(block)
        if not title or times[title] > _MOST_TIMES:
            continue
        earlier = seen.setdefault((section.parent.number, title), block)
        if before is not None and _title(before) == title and before.number == block.number - 1:
            earlier = before
        if earlier is not block:
            yield Finding(
                f'the heading "{block.text.plain.strip()}" stands here a second time',
                block.text.span(0, len(block.text.plain)),
                (Related(earlier.text.span(0, len(earlier.text.plain)), "the first one"),),
                help="merge the two, or tell them apart by name",
                fix=_fix(policy, earlier, block),
            )
        before = block


def _fix(policy: Policy, first: Block, second: Block) -> Fix | None:
    """Without the second heading, where it says at once what the first one says, and no link leads to it."""
    source = policy.source
    if not first.marked or not second.marked or second.number != first.number + 1 or second.level < first.level:
        return None
    if _whole(second) in policy.once(_led_to):
        return None
    start = source.line_span(source.place(first.span.end).line).end
    end = source.line_span(source.place(_whole(second).end).line).end
    between = source.text[start : _whole(second).start]
    # a mark "#" and blanks only: nothing written in HTML, underlined or quoted
    return Fix((Edit(start, end, ""),)) if not between.strip(" \t\r\n#") and "#" in between else None


def _led_to(policy: Policy) -> set[Span | None]:
    return {policy.anchors.get(link.target[1:]) for link in policy.links if link.target.startswith("#")}


def _whole(block: Block) -> Span:
    return block.text.span(0, len(block.text.plain))


def _title(block: Block) -> str:
    return " ".join(block.text.plain.lower().strip(_NUMBERING).split())
