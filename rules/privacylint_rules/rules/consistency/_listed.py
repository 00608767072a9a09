"""Entries of the policy's own list of personal data: items under "personal data may include", or short lines after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Block, Match, Phrases, Policy, Section, Sentence, Span

from privacylint_rules import ontology
from privacylint_rules.scope import stands_in
from privacylint_rules.words import phrases

_FAR = 14
"""How many short lines a list that is not marked up as one may have."""
_LONGEST = 12
"""How many words an entry has at most."""
_LEAD = phrases(
    en=[
        "(personally identifiable|personally identifying|personal|identifying) (information|data|details) ...8!(not|no|without|non) (include|includes|including|consist|consists|comprises|such as|limited to|are|is|following)",
        "(pii|personally identifiable information) (is|are|includes|include|means|comprises)",
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
_COLLECTED = phrases(
    en=[
        "(information|data|details) ...1 (we|i|that we) [(may|also|automatically)] (collect|gather|receive|process|obtain|store|record|hold)",
        "(information|data|details) ...1 you [(voluntarily|directly)] (give|provide|submit|share|enter)",
        "(information|data) (collected|gathered|stored|recorded|processed) !(by|from|about)",
        "(types|categories|kinds) of [personal] (information|data) !(subject~)",
        "(we|i) [(may|also|automatically)] (collect|gather|receive|obtain|record) ...12!(not|never|no|don't) $",
    ]
)
"""Headings, heads of columns and openings of lists under which data is named that is collected."""
_NOT_TAKEN = phrases(en=["{not}", "(if|unless|optional|optionally|except|third|partner~|example|local|locally|device only|password manager)"])
_ANSWERED_NO = phrases(en=["^ (no|never|not|none|nothing|nobody|neither|don't|doesn't) !(longer|later|more)", "^ (we|it|this) (do|does|is|are) not"])
_SHORT = 40
"""How many words an entry of a list of data has at most."""


class Entry(NamedTuple):
    """Data named in a list of what is collected: the ids of ontology.py, and the sentence that names it."""

    data: frozenset[str]
    sentence: Sentence
    span: Span

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.sentence.section


def data_entries(policy: Policy) -> list[Entry]:
    """Every entry of the lists and tables of data that is collected, in the order of the text."""
    named: dict[int, list[ontology.Mention]] = {}
    for mention in ontology.mentions(policy, "data"):
        named.setdefault(policy.words.sentence_at(mention.first).number, []).append(mention)
    found = []
    for number, mentions in named.items():
        sentence = policy.sentences[number]
        first, after = policy.words.range_of(sentence)
        if after - first <= _SHORT and _is_entry(policy, sentence) and not policy.find_in(_NOT_TAKEN, sentence):
            span = policy.words.span(mentions[0].first, mentions[-1].after)
            found.append(Entry(frozenset(one.id for one in mentions), sentence, span))
    return found


def _is_entry(policy: Policy, sentence: Sentence) -> bool:
    block = sentence.block
    if block.kind == "cell":
        if id(block.text) in policy.once(_rows_answered_no):
            return False
        return block.column_head is not None and any(policy.find_in(_COLLECTED, one) or _is_data(one) for one in _sentences(policy, block))
    if block.kind != "item":
        return False
    if block.intro is not None and block.intro.kind != "heading":
        last = policy.sentences_of(block.intro)[-1:]
        return bool(last) and not policy.find_in(_NOT_TAKEN, last[0]) and bool(policy.find_in(_COLLECTED, last[0]) or _opens(policy, block.intro))
    heading = block.section.heading
    return heading is not None and any(policy.find_in(_COLLECTED, one) and not policy.find_in(_NOT_TAKEN, one) for one in policy.sentences_of(heading))


def _rows_answered_no(policy: Policy) -> frozenset[int]:
    """The first cells of rows that another cell answers with "no", by the identity of their text."""
    answers = (match.sentence.block for match in policy.find(_ANSWERED_NO))
    return frozenset(id(block.row_head) for block in answers if block.kind == "cell" and block.row_head is not None)


def _sentences(policy: Policy, block: Block) -> tuple[Sentence, ...]:
    head = policy.cell_of(block.column_head)
    return policy.sentences_of(head) if head else ()


def _is_data(head: Sentence) -> bool:
    return head.text.strip().lower() in ("data", "personal data", "data type", "type of data", "data collected", "information", "personal information", "category of data", "data category", "data categories")


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
