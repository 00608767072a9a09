"""
A sentence stops in the middle, or announces something that does not follow.

Half a sentence is half a promise: "you may object to" says nothing, and "contact our representative:" with nothing
behind it names nobody. It happens when text is pasted, when a list is split, or when a line of a template is deleted.

Source: GDPR article 12(1) (intelligible form).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Block, Claims, Finding, Policy, Related, rule

# words no sentence ends with
NEVER_LAST = frozenset(
    {
        "the", "a", "an", "of", "and", "or", "our", "your", "their", "my", "its", "because", "although", "than",
        "unless", "whether", "which", "whose", "including", "every", "into", "from", "between", "towards", "upon",
        "via", "per", "shall", "such as", "as well as", "but not limited to", "according to", "in accordance with",
        "as described in", "subject to",
    }
)  # fmt: skip
# "we have the right to disclose and/or", "…; and" close an entry of a list
BEFORE_NEXT_ENTRY = frozenset({"and", "or", "and/or", "including", "as well as", "such as", "but not limited to"})
_NO_WORD = re.compile(r"[^\w/’'-]+")
_TAIL = 60
_LONGEST_ENDING = 4
_STARTS_SMALL = re.compile(r"[a-z][a-z]*[ ,]")
_ENTRY = re.compile(r"\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s")
_CLOSED = re.compile(r"[,;]\s(?:and|or|and/or),?\Z")
_FOLLOWING = re.compile(r"\b(?:following|below|these|follows)\b", re.I)
# "you can write to them at the following address:"
_ADDRESS_ANNOUNCED = re.compile(r"\b(?:address|addresses|e-?mail|number|details)\s?:\Z", re.I)
_PROSE = re.compile(r"(?:If|We|You|The|In|Please|When|Our|This|For|To|As|Any|All)\b[^:\n]*[.]\Z")
_ADDRESS = re.compile(r"@|\d{2}|\[at\]|\(at\)|https?:|www\.|\.(?:com|org|net|io|eu|uk|de|fr)\b", re.I)
_REACH = 40
_FEWEST_OF_PROSE = 8
_FEWEST_WORDS = 4
_MOST_STOPS = 4
_SHOWN = 40
_LONGEST_LABEL = 60


@rule(
    severity="warning",
    good=[
        "We share it with:\n\n- carriers, and\n- banks\n\nWe ask for your name, address and\n\n- age\n- height",
        "You may object to this at any time. It is what the law provides for.",
        "Write to:\n\nFernwood Ltd\n\n## Changes\n\nNone.",
        "Write to us at this address:\n\nIf nobody is in, ring at 12 High Street, our second shop in the town.\n\nThank you.",
        "What the cookie is used for:\n\n| a | b |\n| - | - |\n| c | d |",
    ],
    bad=[
        Bad("We give it only to those who work for the\n\n## Rights\n\nAsk us.", at="We give it only to those who work for the"),
        Bad("We set cookies and similar files, such as\n\nThese are small.", at="We set cookies and similar files, such as"),
        Bad("## Contact\n\nOur representative in the Union is:\n\n## Rights\n\nAsk us.", at="Our representative in the Union is:"),
        Bad(
            "## Contact\n\nWrite to our representative at the following address:\n\nIf you prefer, you can of course always come by.",
            at="Write to our representative at the following address:",
        ),
        Bad("## Data\n\nWe collect, for later use:\n\n<!-- your list -->\n\n## Rights\n\nAsk us.", at="We collect, for later use:"),
        Bad(
            "You may:\n\n- ask us about your orders, accounts, programs\n- contests and sweepstakes of ours;\n- write to us;\n- call us;",
            at="ask us about your orders, accounts, programs",
            related=("contests and sweepstakes of ours;",),
        ),
    ],
)  # fmt: skip
def truncated_sentence(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Blocks that end in a word no sentence ends with, in a colon before nothing, or in the middle of a list entry."""
    if policy.language != "en":
        return
    closed = _closed_lists(policy)
    linked = {link.block.number for link in policy.links}
    stopped: list[Finding] = []
    for number, block in enumerate(policy.blocks):
        if block.kind not in ("paragraph", "item"):
            continue
        plain = block.text.plain.rstrip()
        following = policy.blocks[number + 1] if number + 1 < len(policy.blocks) else None
        if plain.endswith(":"):
            if _announces_nothing(block, plain, following) or (following is not None and _announces_address(plain, following, linked)):
                yield _finding(block, plain, "this announces something, but nothing follows", "write what was to follow")
        elif _stops(plain, following):
            stopped.append(_finding(block, plain, "this sentence stops in the middle", "write its end"))
        elif following is not None and block.group in closed and _is_broken(block, plain, following):
            first = following.text.span(0, len(following.text.plain))
            yield Finding(
                "this entry breaks off, and the next one goes on with it",
                block.text.span(0, len(plain)),
                (Related(first, "goes on here"),),
                help="make it one entry",
            )
    if len(stopped) <= _MOST_STOPS:
        yield from stopped
    else:
        # every line became a paragraph: one fault of the conversion, not many of the text
        yield stopped[0]._replace(
            message="sentences stop at the ends of lines: every line is a paragraph of its own",
            related=tuple(Related(found.span, "stops here too") for found in stopped[1:]),
            help="take the blank lines out that stand inside of sentences",
        )


def _closed_lists(policy: Policy) -> set[int]:
    """The lists whose entries end in a full stop or a semicolon, so that one without it is a fault."""
    ends: dict[int, list[bool]] = {}
    for block in policy.blocks:
        if block.kind == "item":
            ends.setdefault(block.group, []).append(block.text.plain.rstrip().endswith((".", ";", "; and", "; or")))
    return {group for group, closed in ends.items() if sum(closed) * 2 >= len(closed)}


def _finding(block: Block, plain: str, message: str, way_out: str) -> Finding:
    start = max(0, len(plain) - _SHOWN)
    if start:
        start = plain.find(" ", start) + 1
    if len(plain) <= _SHOWN + 10 or plain.endswith(":"):
        start = max(plain.rfind(". ", 0, -1) + 2, 0) if ". " in plain[:-1] else 0
    return Finding(message, block.text.span(start, len(plain)), help=way_out)


def _announces_nothing(block: Block, plain: str, following: Block | None) -> bool:
    """Whether a line that ends in a colon stands before a heading or at the end."""
    if len(plain.split()) < _FEWEST_WORDS or (block.kind == "item" and len(plain) < _LONGEST_LABEL):
        return False
    if _FOLLOWING.search(plain[-200:]) and following is not None:
        return False
    # the subsections below it may be what it announces
    return following is None or (following.kind == "heading" and following.marked and following.level <= block.section.level)


def _announces_address(plain: str, following: Block, linked: set[int]) -> bool:
    """Whether an address is announced, and ordinary prose without one goes on: the line with it was lost."""
    if following.kind != "paragraph" or following.number in linked or not _ADDRESS_ANNOUNCED.search(plain[-_REACH:]):
        return False
    prose = following.text.plain.strip()
    return len(prose.split()) >= _FEWEST_OF_PROSE and bool(_PROSE.match(prose)) and not _ADDRESS.search(prose)


def _stops(plain: str, following: Block | None) -> bool:
    written = plain[-_TAIL:].split()[-_LONGEST_ENDING:]
    if len(plain.split(None, _FEWEST_WORDS)) < _FEWEST_WORDS or _NO_WORD.search(written[-1]):
        return False
    words = [word.lower() for word in written]
    tails = [" ".join(words[-size:]) for size in range(1, len(words) + 1)]
    ending = next((tail for tail in reversed(tails) if tail in NEVER_LAST), None)
    if ending is None or written[-1][0].isupper():
        return False
    if following is None or ending not in BEFORE_NEXT_ENTRY:
        return following is None or following.kind not in ("item", "cell", "code")
    return not (following.depth or following.kind in ("cell", "code") or _ENTRY.match(following.text.plain) or _CLOSED.search(plain))


def _is_broken(block: Block, plain: str, following: Block) -> bool:
    """Whether an entry ends without a sign, while its list ends entries with one, and the next begins in the middle."""
    if block.kind != "item" or following.kind != "item" or block.group != following.group or block.depth != following.depth:
        return False
    if plain[-1:] in ".;:!?)”\"" or _CLOSED.search(plain):
        return False
    other = following.text.plain.rstrip()
    if not other.endswith((";", ".")) or not _STARTS_SMALL.match(other) or other.startswith(("and ", "or ")):
        return False
    # entries that begin alike are entries of their own
    if plain.split()[:1] == other.split()[:1]:
        return False
    last = plain.split()[-1].lower()
    return plain.endswith(",") or "," in plain[-_SHOWN:] or last in NEVER_LAST or last.endswith("ing")
