"""
A heading skips a level: from "##" to "####".

Screen readers and tables of contents take the levels for the structure of the text; a skipped level reads as if a
section were missing. One title over sections that all begin at the same deeper level is a matter of looks, and is left
alone.

Source: WCAG 2.2, success criterion 1.3.1 and technique G141.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule


@rule(
    severity="info",
    good=["# Privacy\n\n## Data\n\n### Cookies\n\nNone.\n\n## Rights\n\nAsk.", "## Privacy\n\nWe keep none.\n\n### Rights\n\nAsk.", "# Privacy\n\n### Data\n\nNone.\n\n### Rights\n\nAsk."],
    bad=[Bad("# Privacy\n\n## Data\n\n#### Cookies\n\nNone.", at="Cookies", related=("Data",))],
)
def heading_level_skipped(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Each marked heading against the marked heading before it."""
    levels = [block.level for block in policy.blocks if block.kind == "heading" and block.marked]
    before = None
    for block in policy.blocks:
        if block.kind != "heading" or not block.marked:
            continue
        if before is not None and block.level > before.level + 1 and not _is_style(before.level, block.level, levels):
            yield Finding(
                f"this heading is of level {block.level}, but the one above it is of level {before.level}",
                block.text.span(0, len(block.text.plain)),
                (Related(before.text.span(0, len(before.text.plain)), "the heading above it"),),
                help=f'begin it with "{"#" * (before.level + 1)}"',
            )
        before = block


def _is_style(above: int, level: int, levels: list[int]) -> bool:
    """Whether one title stands over sections that are all marked small alike: nothing seems to be missing then."""
    return level == above + 2 and levels[0] == above and levels.count(above) == 1 and not any(above < other < level for other in levels)
