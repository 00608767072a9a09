"""Hosts and places said without a verb: the cells of a table, the items under "Hosting providers:", a paragraph under "Hosting"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Block, Phrases, Policy, Sentence, Span

from privacylint_rules import scope
from privacylint_rules.hosting import words as said
from privacylint_rules.hosting.providers import CANONICAL, is_operator, named
from privacylint_rules.words import phrases

_PROVIDED = phrases(en=["(provider~|provided by|service of|services of|we use|is used|operated by|at|with|by|through|hosted)"])
_VERBS = frozenset(["is", "are", "has", "have"])
_SHORT = 12
"""An item of more words says what it says by a verb."""


class Row(NamedTuple):
    """A host or a place that a list or a table tells, and where."""

    sentence: Sentence
    span: Span
    places: list[str]
    providers: list[str]


def rows(policy: Policy) -> Iterator[Row]:
    """The hosts and places of tables, lists and short paragraphs under a label."""
    for cells in _table_rows(policy):
        yield from _of_row(policy, cells)
    for sentence in policy.sentences:
        if sentence.block.kind in ("item", "paragraph") and _under_label(policy, sentence):
            yield from _of_item(policy, sentence)
    yield from _answers(policy)


def _table_rows(policy: Policy) -> Iterator[list[Block]]:
    """The cells of each row of each table; a row is a line of the source."""
    by_line: dict[tuple[int, int], list[Block]] = {}
    for block in policy.blocks:
        if block.kind == "cell":
            by_line.setdefault((block.group, policy.source.place(block.span.start).line), []).append(block)
    yield from by_line.values()


def _of_row(policy: Policy, cells: list[Block]) -> Iterator[Row]:
    hosting = any(_stands(policy, said.HOSTING_CELL, cell) and not _stands(policy, said.NO_HOSTING_CELL, cell) for cell in cells)
    hosting = hosting and not any(_stands(policy, said.BROWSER_CELL, cell) for cell in cells)
    found_places = [code for cell in cells if _headed(policy, cell, said.LOCATION_HEAD) for code in _codes(policy, cell)]
    stored = [cell for cell in cells if _headed(policy, cell, said.STORED_HEAD) and not _stands(policy, said.NO_HOSTING_CELL, cell)]
    naming = cells if hosting else stored
    names = [(sentence, name) for cell in naming for sentence in policy.sentences_of(cell) for name in named(policy, sentence, [], [])]
    names = [(sentence, name) for sentence, name in names if not is_operator(policy, name)]
    if names:
        sentence, first = names[0]
        providers = [CANONICAL[name.wording] for _, name in names]
        yield Row(sentence, first.span, list(dict.fromkeys(found_places)), list(dict.fromkeys(providers)))
        return
    for cell in stored:
        codes = _codes(policy, cell)
        if codes:
            sentence = policy.sentences_of(cell)[0]
            yield Row(sentence, sentence.span, codes, [])
            return


def _answers(policy: Policy) -> Iterator[Row]:
    """The places of a short line that answers its heading: "Where is my data stored?", "In Finland"."""
    for match in policy.find(said.ANSWER):
        sentence = match.sentence
        first, after = policy.words.range_of(sentence)
        if sentence.block.kind not in ("paragraph", "item") or after - first > _SHORT or sentence.text.rstrip().endswith("?"):
            continue
        if _asked(policy, sentence) and not scope.found(policy, said.MOVED, sentence) and not scope.denied(policy, match):
            codes = [hit.slots["place"] for hit in scope.found(policy, scope.PLACE, sentence)]
            yield Row(sentence, match.span, list(dict.fromkeys(codes)), [])


def _asked(policy: Policy, sentence: Sentence) -> bool:
    """Whether the question in front, or the heading over the first line, asks where data is kept."""
    own = policy.sentences_of(sentence.block)
    at = sentence.number - own[0].number
    if at:
        return own[at - 1].text.rstrip().endswith("?") and bool(scope.found(policy, said.STORED_HEAD, own[at - 1]))
    heading = sentence.section.heading
    return heading is not None and _stands(policy, said.STORED_HEAD, heading)


def _headed(policy: Policy, cell: Block, wanted: Phrases) -> bool:
    head = policy.cell_of(cell.column_head)
    return head is not None and head is not cell and _stands(policy, wanted, head)


def _codes(policy: Policy, cell: Block) -> list[str]:
    return [hit.slots["place"] for sentence in policy.sentences_of(cell) for hit in scope.found(policy, scope.PLACE, sentence)]


def _stands(policy: Policy, wanted: Phrases, block: Block) -> bool:
    return any(scope.found(policy, wanted, sentence) for sentence in policy.sentences_of(block))


def _under_label(policy: Policy, sentence: Sentence) -> bool:
    """Whether the line that introduces a list, or the heading of a section, is a label of hosting."""
    intro = sentence.block.intro
    if intro is not None and intro is not sentence.block and intro.kind != "heading":
        return any(scope.found(policy, said.HOSTING_LABEL, line) for line in policy.sentences_of(intro)[-1:])
    heading = sentence.section.heading
    return heading is not None and _stands(policy, said.HOSTING_LABEL, heading)


def _of_item(policy: Policy, sentence: Sentence) -> Iterator[Row]:
    names = [name for name in named(policy, sentence, [], []) if not is_operator(policy, name)]
    if not names or scope.found(policy, said.NO_HOSTING_CELL, sentence):
        return
    first, after = policy.words.range_of(sentence)
    leads = names[0].words[0] - first <= 1 and after - first <= _SHORT
    if not leads and not (sentence.block.kind == "paragraph" and scope.found(policy, _PROVIDED, sentence)):
        return
    # "Fern Hosting is a company in Spain" says where the company is
    leads = leads and not _VERBS & {*policy.words.forms[first:after]}
    codes = [hit.slots["place"] for hit in scope.found(policy, scope.PLACE, sentence)] if leads else []
    yield Row(sentence, names[0].span, list(dict.fromkeys(codes)), list(dict.fromkeys(CANONICAL[name.wording] for name in names)))
