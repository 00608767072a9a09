"""
From the tree of a wording to a program: what consists of words alone becomes an item that other phrases can share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from privacylint.items import ITEMS
from privacylint.programs import EITHER, GAP, SLOT, Program, Row
from privacylint.wordings import Alt, Edge, Forms, Gap, Node, Not, Seq, Slot, Word

_MOST_SEQUENCES = 400
_LONGEST_SEQUENCE = 12

Branch = int | tuple[int, bool, tuple[Any, ...]]


def lowered(wording: str, node: Node) -> Program:
    """The program of a tree."""
    parts = node.parts if isinstance(node, Seq) else (node,)
    return Program(wording, tuple(map(_step, parts)), _needed(parts), _has_slot(node))


def _needed(parts: Iterable[Node]) -> tuple[int, ...]:
    """The items that must all stand in a sentence that holds the parts: the cheapest first, the rare first."""
    needs = {need: None for part in parts for need in _needs(part)}
    return tuple(sorted(needs, key=_cost))


def _needs(node: Node) -> Iterator[int]:
    step = _step(node)
    if isinstance(node, Gap | Edge | Not):
        return
    if isinstance(step, int):
        spec = ITEMS.spec(step)
        if spec[0] == "word" or not spec[1]:
            yield step
    elif step[0] == SLOT:
        yield step[1]
    elif isinstance(node, Seq):
        yield from _needed(node.parts)
    elif isinstance(node, Alt):
        rows = [_needed(part.parts if isinstance(part, Seq) else (part,)) for part in node.parts]
        if all(rows):
            yield ITEMS.number(("some", tuple(rows)))


def _cost(item: int) -> tuple[int, int]:
    spec = ITEMS.spec(item)
    if spec[0] == "word":
        return 0, -_SHORTEST[item]
    return _KINDS.index(spec[0]), item


_KINDS = ("word", "table", "some", "slot")


def _step(node: Node) -> Any:
    if isinstance(node, Word):
        return _item(node.forms)
    if isinstance(node, Gap):
        return (GAP, node.size, -1 if node.without is None else _item(node.without))
    if isinstance(node, Slot):
        return (SLOT, ITEMS.number(("slot", node.kind)), node.kind, node.name)
    if isinstance(node, Edge):
        return ITEMS.number(("start" if node.start else "end",))
    if isinstance(node, Not):
        return ITEMS.number(("not", _item(node.forms)))
    sequences = _sequences(node)
    if sequences is not None:
        return ITEMS.number(("table", () in sequences, _branches([row for row in sequences if row])))
    rows: tuple[Row, ...]
    if isinstance(node, Seq):
        rows = (tuple(map(_step, node.parts)),)
    else:
        rows = tuple(tuple(map(_step, part.parts if isinstance(part, Seq) else (part,))) for part in node.parts)
    return (EITHER, rows)


def _item(forms: Forms) -> int:
    item = ITEMS.word(forms.words, forms.prefixes)
    _SHORTEST[item] = min(map(len, (*forms.words, *forms.prefixes)))
    return item


_SHORTEST: dict[int, int] = {}
"""By word item the length of its shortest word: the shorter it is, the likelier the item is to stand in a text."""


def _sequences(node: Node) -> list[tuple[Forms, ...]] | None:
    """Every row of words a node stands for; None when it holds more than words, or when there are too many."""
    if isinstance(node, Word):
        return [(node.forms,)]
    if isinstance(node, Alt):
        found: list[tuple[Forms, ...]] = []
        for part in node.parts:
            inner = _sequences(part)
            if inner is None or len(found) + len(inner) > _MOST_SEQUENCES:
                return None
            found += inner
        return found
    if isinstance(node, Seq):
        found = [()]
        for part in node.parts:
            inner = _sequences(part)
            if inner is None or len(found) * len(inner) > _MOST_SEQUENCES:
                return None
            found = [(*before, *after) for before in found for after in inner]
            if max(map(len, found)) > _LONGEST_SEQUENCE:
                return None
        return found
    return None


def _branches(sequences: list[tuple[Forms, ...]]) -> tuple[Branch, ...]:
    """The rows as a tree: what they begin with alike is there once."""
    behind: dict[int, list[tuple[Forms, ...]]] = {}
    for first, *rest in sequences:
        behind.setdefault(_item(first), []).append(tuple(rest))
    return tuple(
        item if rests == [()] else (item, () in rests, _branches([rest for rest in rests if rest]))
        for item, rests in behind.items()
    )


def _has_slot(node: Node) -> bool:
    return isinstance(node, Slot) or (isinstance(node, Seq | Alt) and any(_has_slot(part) for part in node.parts))
