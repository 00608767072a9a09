"""The terms a policy defines, and where it uses words as defined terms: what several rules of this folder share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Block, Policy, Span

_QUOTES = "“\"«„‘"
_IN_BRACKETS = re.compile(r"\((?P<inside>[^()]{0,160}[“\"«„‘][A-Z][^()]{1,200})\)")
_TERM = re.compile(r"[“\"«„‘](?P<term>[A-Z][^“”\"«»‘?!\n]{0,60}?),?[”\"»’]")
# "(the “Shop”)", "(collectively, our “Services”)"; not "(see “Rights” below)" and "(“Limit Ad Tracking” on iOS)"
_INTRODUCES = re.compile(
    r"(?i)\s*(?:(?:the|a|an|our|or|and|also|in short|together|collectively|individually|each|any|all|jointly|hereinafter|hereafter|herein|below|further|referred to(?: here(?:in|after))?|as|with [^“\"]{2,40}|formerly|being|this|these|such|defined|known|called|we call (?:this|it|them)|us|we|it)[\s,:]+)*[“\"«„‘]"
)
_ENDS = re.compile(r"(?i)(?:\**[”\"’])?\**\s?(?:[,;)“\"«„]|(?:and|or|and/or|collectively|together|as)\b)")
_MEANS = re.compile(
    r"[“\"«„](?P<term>[A-Z][^“”\"«»\n]{1,60}?),?[”\"»],?\s(?:(?:also|shall|will|as used [a-z ]{2,30}|in this [a-zA-Z ]{2,30}),?\s)?(?:means?|refers? to|includes?|has the meaning|is defined|are defined|is any|are any|is information|is data)\b"
)
_REFERRED = re.compile(
    r"(?:referred to (?:here(?:in|after) )?(?:collectively )?(?:herein )?as|hereinafter|hereafter|collectively,?|known as|called|defined (?:here )?as|we call (?:this|these|it|them)|define|the term)\s(?:the\s)?[“\"«„](?P<term>[A-Z][^“”\"«»\n]{1,60}?)[,.]?[”\"»]"
)
_BOLD_OR_START = re.compile(
    r"(?P<term>[A-Z][\w’'-]{1,24}(?: (?:[A-Z][\w’'-]{1,24}|of|and|or)){0,5})(?:,? (?:means|refers to|is defined as|has the meaning|is any information|is information|includes any)\b|(?:\s?[:–—]\s))"
)
# what must not stand before is looked at behind the first letter: capitals are few, and found fast
_CAPITALS = re.compile(r"[A-Z](?<![\w“\"«„/@#-][A-Z])[a-z][\w’-]*(?:[ \u00a0](?:[A-Z][a-z][\w’-]*))*(?![\w”\"»@/]|\.\w)")
_DETERMINER = re.compile(r"(?:This|These|The|Our|Your|Such)[ \u00a0](?=[A-Z])")
_BLANKS = " \u00a0"
_AFTER_WORD = frozenset("abcdefghijklmnopqrstuvwxyz,;)")


class Definition(NamedTuple):
    """A term where it is defined: plain characters `start` to `end` of the block."""

    term: str
    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The source span of the term, without its quotation marks."""
        return self.block.text.span(self.start, self.end)


class Use(NamedTuple):
    """A run of capitalised words inside of a sentence, or one that a block consists of."""

    term: str
    block: Block
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The source span of the words."""
        return self.block.text.span(self.start, self.end)


def definitions(policy: Policy) -> list[Definition]:
    """The terms that are set in quotation marks to define them, in the order of the text; read once."""
    return policy.once(_definitions)


def _definitions(policy: Policy) -> list[Definition]:
    found: dict[tuple[int, int], Definition] = {}
    for block in policy.blocks:
        if block.kind == "code":
            continue
        for start, end in _defining(block.text.plain):
            found.setdefault((block.number, start), Definition(block.text.plain[start:end].strip(" ,."), block, start, end))
    return [found[key] for key in sorted(found)]


def _defining(plain: str) -> Iterator[tuple[int, int]]:
    if not any(mark in plain for mark in _QUOTES):
        return
    for brackets in _IN_BRACKETS.finditer(plain):
        if _INTRODUCES.match(brackets["inside"]):
            terms = list(_TERM.finditer(plain, *brackets.span()))
            # "(“Limit Ad Tracking” on iOS or “Opt Out of Ads” on Android)" names what devices call it
            if terms and _ENDS.match(plain, terms[0].end()):
                yield from (term.span("term") for term in terms if _ENDS.match(plain, term.end()))
    for pattern in (_MEANS, _REFERRED):
        yield from (found.span("term") for found in pattern.finditer(plain))


def explained(policy: Policy) -> set[str]:
    """Terms that a block explains at its start ("Usage Data: …", "Personal Data means …"), or that are headings."""
    found = set()
    for block in policy.blocks:
        plain = block.text.plain.strip()
        start = _BOLD_OR_START.match(plain[:200])
        if start:
            found.add(start["term"])
        if block.kind == "heading":
            found.add(plain.strip("0123456789. :"))
            found.update(run[0] for run in _CAPITALS.finditer(plain) if plain.lower().startswith(("what is", "what are", "definition")))
    return found


def _is_line(plain: str, start: int, end: int) -> bool:
    """Whether the characters are all there is in a line, but for a bullet: the entries of a cell."""
    first = plain.rfind("\n", 0, start) + 1
    last = plain.find("\n", end)
    return not plain[first:start].strip("*-• \t") and not plain[end : last if last >= 0 else len(plain)].strip()


def uses(policy: Policy) -> Iterator[Use]:
    """Runs of capitalised words that follow a small word, or that are all there is in a cell or an item."""
    for block in policy.blocks:
        if block.kind in ("code", "heading"):
            continue
        plain = block.text.plain
        for run in _CAPITALS.finditer(plain):
            start, end = run.span()
            determiner = _DETERMINER.match(plain, start, end)
            if determiner:
                start = determiner.end()
                yield Use(plain[start:end].replace("\u00a0", " "), block, start, end)
                continue
            inside = start > 1 and plain[start - 1] in _BLANKS and plain[start - 2] in _AFTER_WORD
            begins = start == 0 and " " in run[0] and plain[end : end + 2].strip()[:1].islower()
            if inside or begins or _is_line(plain, start, end):
                yield Use(run[0].replace("\u00a0", " "), block, start, end)
