"""Entries of the policy's own list of personal data: items under "personal data may include", or short lines after it."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Block, Match, Phrases, Policy

from privacylint_rules.scope import stands_in
from privacylint_rules.words import phrases

_FAR = 14
"""How many short lines a list that is not marked up as one may have."""
_LONGEST = 12
"""How many words an entry has at most."""
_LEAD = phrases(
    en=[
        "(personally identifiable|personally identifying|personal|identifying) (information|data|details) ...8!(not|no|without|non) (include|includes|including|consist|consists|comprises|such as|limited to|are|is|following)",
        "(collect|process|gather|obtain|store) ...6!(not|no|non|never) (personally identifiable|personally identifying|personal|identifying) (information|data|details) ...4 $",
    ]
)
COOKIES = phrases(
    en=[
        "^ [(a|b|c|d|e|f|g|h|i|j)] [(tracking|session)] cookies $",
        "^ [(a|b|c|d|e|f|g|h|i|j)] cookie~ (and|or) [other] [similar] [(usage|log|tracking|device|technical|analytics)] [(data|information|technologies|identifier~|beacons)] $",
        "^ [(a|b|c|d|e|f|g|h|i|j)] (usage|log|device|technical|tracking) (data|information) (and|or) cookie~ [data|information] $",
        "^ [(a|b|c|d|e|f|g|h|i|j)] cookie (identifier~|ids|data|information) $",
    ]
)
"""Cookies as an entry of a list."""
_OPENING = phrases(en=["(include|includes|including|limited to|following|consists) ...5 $"])
_PERSONAL = phrases(en=["(personally identifiable|personal data|personal information|personally $)"])


def entries(policy: Policy, wanted: Phrases) -> Iterator[Match]:
    """Where the wanted words stand in an entry of a list of personal data."""
    for match in policy.find(wanted):
        block = match.sentence.block
        first, after = policy.words.range_of(match.sentence)
        if block.kind in ("item", "paragraph", "cell") and after - first <= _LONGEST and _leads(policy, block):
            yield match


def _leads(policy: Policy, block: Block) -> bool:
    """Whether what introduces the block says that personal data follows."""
    if block.intro is not None:
        return block.intro.kind != "heading" and _opens(policy, block.intro)
    if block.kind != "paragraph":
        return False
    before = policy.blocks[max(0, block.number - _FAR) : block.number]
    for other in reversed(before):
        if other.section is not block.section or other.kind == "heading":
            return False
        if other.text.plain.rstrip().endswith(":"):
            return _opens(policy, other) or _goes_on(policy, other)
    return False


def _goes_on(policy: Policy, block: Block) -> bool:
    """Whether the last line of a broken paragraph ("may include:") goes on from one that speaks of personal data."""
    above = policy.blocks[max(0, block.number - 2) : block.number]
    return stands_in(policy, _OPENING, block) and any(stands_in(policy, _PERSONAL, one) for one in above)


def _opens(policy: Policy, block: Block) -> bool:
    last = policy.sentences_of(block)[-1:]
    return bool(last) and bool(policy.find_in(_LEAD, last[0]))
