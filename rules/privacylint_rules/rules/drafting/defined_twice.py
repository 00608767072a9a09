"""
A term is defined twice.

Two definitions of one word need not agree, and a reader cannot know which of them counts. Keep the first, and use the
term from then on.

Source: WP260 rev.01, paragraph 12 (clear and plain language).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.rules.drafting._definitions import Definition, definitions

# words a policy says of itself and of its reader in every part
EVERYWHERE = frozenset({"We", "Us", "Our", "You", "Your", "I"})
_WORDS = re.compile(r"[^\W_]+")
_BEFORE = 120


@rule(
    severity="info",
    good=["We run a shop (the “Shop”). Read the rules of the “Shop”.", "You (“You”) and we (“We”) agree. You (“You”) may ask."],
    bad=[
        Bad(
            "Anything sent later (“Order Data”) counts.\n\nWhat carriers tell us (“Order Data”) counts too, as all Order Data does.",
            at="Order Data",
            related=("Order Data",),
        ),
    ],
)  # fmt: skip
def defined_twice(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Terms set in quotation marks to define them, in two blocks."""
    first: dict[str, Definition] = {}
    for definition in definitions(policy):
        if definition.term in EVERYWHERE:
            continue
        earlier = first.setdefault(definition.term, definition)
        if earlier.block is definition.block:
            continue
        same = _defined_by(earlier) == _defined_by(definition)
        yield Finding(
            f'"{definition.term}" is defined a second time' + ("" if same else ", in other words"),
            definition.span,
            (Related(earlier.span, "defined here first"),),
            help="keep one definition, and use the term from there on",
        )


def _defined_by(definition: Definition) -> list[str]:
    """The few words before a definition: what it says the term is."""
    before = definition.block.text.plain[max(0, definition.start - _BEFORE) : definition.start]
    return [word.lower() for word in _WORDS.findall(before)][-3:]
