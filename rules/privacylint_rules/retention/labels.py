"""What stands under a label of retention: a column head, the introduction of a list, a heading; and who says it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Block, Match, Phrases, Policy, Sentence, Span

from privacylint_rules.retention.words import DELETE, KEEP, LABEL, NO_LABEL, YOU_MAY
from privacylint_rules.scope import found

_LONGEST_LABEL = 40
BEFORE, AFTER = 34, 16
"""How many words a verb may stand before or after its period."""


class Period(NamedTuple):
    """A period as found: what it is, where it stands, and the words that bound its statement."""

    sentence: Sentence
    span: Span
    words: tuple[int, int]
    duration: str
    match: Match


def labelled(policy: Policy, sentence: Sentence) -> bool:
    """Whether the table head, the introduction or the heading above says that this is about retention."""
    block = sentence.block
    if block.kind == "cell":
        heads = list(_head_sentences(policy, block))
        if any(_is_label(policy, head) for head in heads):
            return True
        if any(found(policy, NO_LABEL, head) for head in heads):
            return False
    if _runs_in(policy, sentence):
        return True
    own = policy.sentences_of(block)
    above = list(own[max(0, sentence.number - own[0].number - 1) : sentence.number - own[0].number]) if own else []
    if block.intro and block.intro is not block:
        above += policy.sentences_of(block.intro)[-1:]
    if any(_is_label(policy, text) and text.text.rstrip().endswith((":", "?")) for text in above):
        return True
    heading = sentence.section.heading
    return bool(heading) and any(_is_label(policy, text) for text in policy.sentences_of(heading))  # type: ignore[arg-type]


def _runs_in(policy: Policy, sentence: Sentence) -> bool:
    """Whether the sentence itself begins with the label and a colon: "Storage: your messages are not stored"."""
    colon = sentence.text.find(":", 0, _LONGEST_LABEL)
    if colon < 0:
        return False
    end = sentence.start + colon
    return any(label.plain[1] <= end for label in found(policy, LABEL, sentence)) and not any(label.plain[1] <= end for label in found(policy, NO_LABEL, sentence))


def _head_sentences(policy: Policy, block: Block) -> Iterator[Sentence]:
    for head in (block.column_head, block.row_head):
        cell = policy.cell_of(head)
        if cell is not None:
            yield from policy.sentences_of(cell)


def _is_label(policy: Policy, sentence: Sentence) -> bool:
    return bool(found(policy, LABEL, sentence)) and not found(policy, NO_LABEL, sentence)


def near(policy: Policy, match: Match, wordings: tuple[Phrases, ...] = (KEEP, DELETE)) -> bool:
    distances = (match.words[0] - verb.words[1] for wording in wordings for verb in found(policy, wording, match.sentence))
    return any(-AFTER <= distance <= BEFORE for distance in distances)


def stated(policy: Policy, match: Match) -> bool:
    if match.sentence.block.kind in ("code", "heading") or match.sentence.text.rstrip().endswith("?"):
        return False
    return not any(mark.words[0] < match.words[0] for mark in found(policy, YOU_MAY, match.sentence))


def stands_before(policy: Policy, match: Match, wordings: Phrases) -> bool:
    return any(0 <= match.words[0] - verb.words[1] <= BEFORE for verb in found(policy, wordings, match.sentence))
