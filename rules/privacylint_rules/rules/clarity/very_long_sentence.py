"""
A sentence is so long that its beginning is forgotten at its end.

Conditions and exceptions get lost in the middle of it. Two sentences or a list say the same, and can be checked.

Off unless asked for.

Source: WP260 rev.01, paragraphs 12 and 13 (clear and plain language; no complex sentence structures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, rule

MOST_WORDS = 60
_WORD = re.compile(r"\w[\w'’-]*")
_CLAUSES = "we keep what you send us for a year, and then we delete it, "


@rule(
    severity="info",
    default=False,
    good=["We keep your letters for a year.", "We ask for:\n\n- your name\n- your address"],
    bad=[Bad(f"If you write to us, {_CLAUSES * 4}as we said.", at=f"If you write to us, {_CLAUSES * 4}as we said.")],
)
def very_long_sentence(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Sentences of paragraphs and list items with more than MOST_WORDS words."""
    for sentence in policy.sentences:
        if sentence.block.kind not in ("paragraph", "item") or "\n" in sentence.text:
            continue
        words = len(_WORD.findall(sentence.text))
        if words > MOST_WORDS:
            yield Finding(f"this sentence has {words} words", sentence.span, help="part it in two, or make a list of it")
