"""
A term is defined, but never used.

Either the passage that used it was taken out, or the text goes on in other words: then nobody knows whether the
definition covers them.

Source: WP260 rev.01, paragraph 12 (clear and plain language).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, rule

from privacylint_rules.rules.drafting._definitions import definitions

# names of the parties: whoever introduces them need not use each of them
PARTIES = frozenset({"We", "Us", "Our", "You", "Your", "I", "Me", "My", "User", "Users", "Company", "Policy", "Privacy Policy", "Notice", "Statement"})
_CALLED = re.compile(r"(?:\bknown as|\bcalled|\bso-called|\bnamed)\s(?:the\s)?[\W_]{0,6}$", re.I)
_REACH = 30
_LETTERS = re.compile(r"[^\W_]+")


@rule(
    severity="info",
    good=["We run a shop (the “Shop”). The Shop sets no cookies.", "We (“Fernwood”, “we”) keep cookies (“Cookies”). A cookie is a file.", "We honour the garden law, also known as the “Orchard Act”."],
    bad=[Bad("We run a shop (the “Online Shop”). It sets no files.", at="Online Shop")],
)
def unused_definition(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Terms set in quotation marks to define them that stand nowhere else."""
    terms = definitions(policy)
    if not terms:
        return
    text = " ".join(" ".join(_LETTERS.findall(block.text.plain.lower())) for block in policy.blocks)
    counted: set[str] = set()
    for definition in terms:
        term = definition.term
        folded = " ".join(_LETTERS.findall(term.lower()))
        # a name of one word, "Acme", is how the policy calls its owner: it need not
        # an abbreviation is given for readers who look for it, and so is what others call the thing
        if term in PARTIES or term.removesuffix("s").isupper() or not folded or _is_a_name(definition.block.text.plain, definition.start) or folded in counted or _is_party(definition.block.text.plain, definition.start, definition.end):
            continue
        counted.add(folded)
        if _times(text, folded) < 2:
            yield Finding(
                f'"{term}" is defined here, but never used',
                definition.span,
                help="use the term, or take the definition out",
            )


def _is_a_name(plain: str, start: int) -> bool:
    """Whether the words in front say what others call it: "also known as", "the so-called"."""
    return bool(_CALLED.search(plain, max(0, start - _REACH), start))


def _is_party(plain: str, start: int, end: int) -> bool:
    """Whether the term stands beside "we" or "us" in its brackets: another name of the same party."""
    opening = plain.rfind("(", 0, start)
    closing = plain.find(")", end)
    inside = plain[opening : closing if closing >= 0 else end].lower() if opening >= 0 else ""
    return any(word in ("we", "us", "our", "you", "your", "company") for word in _LETTERS.findall(inside))


def _times(text: str, term: str) -> int:
    other = _other_number(term)
    shorter, longer = sorted((term, other), key=len)
    return text.count(shorter) + (0 if shorter in longer else text.count(longer))


def _other_number(term: str) -> str:
    if term.endswith("ies"):
        return term[:-3] + "y"
    return term[:-1] if term.endswith("s") and len(term) > 3 else f"{term}s"
