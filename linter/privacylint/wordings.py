"""
The grammar of the phrase language: a wording, such as `we [may] collect~ ... from {child}`, becomes a tree of nodes.

`phrases.py` describes the language, `programs.py` turns a tree into what is matched. Only wordings that are not in the
store of compiled ones come here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, Union

from privacylint.languages import inflect
from privacylint.phrases import Lists, PhraseError
from privacylint.slots import SLOTS
from privacylint.words import fold, folded, tokens

GAP = 6
_LONGEST_GAP = 40
_LONGEST_PHRASE = 2000
_DEEPEST = 20
_TOKEN = re.compile(
    r"\s*(?:(?P<gap>\.\.\.(?P<size>\d*)(?P<bar>!)?)|<(?P<slot>[a-z]+)(?::(?P<as>[a-z_]+))?>|\{(?P<list>[a-z0-9-]+)\}"
    r"|(?P<word>(?:\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[§%]))(?P<mark>[~*])?|(?P<sign>[()\[\]|!^$])|(?P<skip>[-,;:/.\"“”])|(?P<bad>\S))"
)


class Forms:
    """A set of word forms that is compared by identity, so that a set of positions is looked up once."""

    __slots__ = ("prefixes", "words")

    def __init__(self, words: frozenset[str], prefixes: tuple[str, ...] = ()) -> None:
        self.words = words
        self.prefixes = prefixes


class Word(NamedTuple):
    forms: Forms


class Gap(NamedTuple):
    size: int
    without: Forms | None


class Slot(NamedTuple):
    kind: str
    name: str


class Seq(NamedTuple):
    parts: tuple[Node, ...]


class Alt(NamedTuple):
    parts: tuple[Node, ...]


class Edge(NamedTuple):
    start: bool


class Not(NamedTuple):
    forms: Forms


Node = Union[Word, Gap, Slot, Seq, Alt, Edge, Not]  # noqa: UP007 - Seq and Alt name it before it exists
NOTHING = Seq(())


def parse(wording: str, lists: Lists, language: str = "en") -> Node:
    """The tree of a wording. Raises `PhraseError` with the column of the mistake."""
    node = _parse(wording, lists, language, ())
    if _can_be_nothing(node):
        raise PhraseError("at least one word or slot must not be optional", 1)
    return node


def _can_be_nothing(node: Node) -> bool:
    if isinstance(node, Seq):
        return all(_can_be_nothing(part) for part in node.parts)
    if isinstance(node, Alt):
        return any(_can_be_nothing(part) for part in node.parts)
    return not isinstance(node, Word | Slot)


def _parse(wording: str, lists: Lists, language: str, within: tuple[str, ...]) -> Node:
    if len(wording) > _LONGEST_PHRASE:
        raise PhraseError(f"phrase is longer than {_LONGEST_PHRASE} characters", 1)
    parser = _Parser(wording, lists, language, within)
    node = parser.alternatives(0)
    if parser.kind != "end":
        raise PhraseError(f"unexpected {parser.text!r}", parser.column)
    if node == NOTHING:
        raise PhraseError("empty phrase", 1)
    return node


_LIST_NODES: dict[tuple[int, str, str], tuple[Lists, Node]] = {}
"""Word lists compiled so far; the list itself is kept too, so that its id cannot be given to another."""


class _Parser:
    def __init__(self, wording: str, lists: Lists, language: str, within: tuple[str, ...]) -> None:
        self.wording = wording
        self.lists = lists
        self.language = language
        self.within = within
        self.end = 0
        self.advance()

    def advance(self) -> None:
        token = _TOKEN.match(self.wording, self.end)
        while token and token["skip"]:
            token = _TOKEN.match(self.wording, token.end())
        if token is None:
            self.kind, self.text, self.column = "end", "end of phrase", len(self.wording) + 1
            return
        self.token = token
        self.end = token.end()
        self.kind = next(
            name for name in ("gap", "slot", "list", "word", "sign", "bad") if token[name] is not None
        )
        self.text = token[0].strip()
        self.column = token.end() - len(self.text) + 1
        if self.kind == "sign":
            self.kind = self.text
        if self.kind == "bad":
            raise PhraseError(f"unexpected {self.text!r}", self.column)

    def alternatives(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise PhraseError("nested too deeply", self.column)
        parts = [self.sequence(depth)]
        while self.kind == "|":
            self.advance()
            parts.append(self.sequence(depth))
        return _alt(parts)

    def sequence(self, depth: int) -> Node:
        parts: list[Node] = []
        while self.kind not in ("end", "|", ")", "]"):
            parts.append(self.element(depth))
        return parts[0] if len(parts) == 1 else Seq(tuple(parts))

    def element(self, depth: int) -> Node:
        token, column, kind = self.token, self.column, self.kind
        self.advance()
        if kind in ("(", "["):
            node = self.alternatives(depth + 1)
            closing = ")" if kind == "(" else "]"
            if self.kind != closing:
                raise PhraseError(f"{kind!r} is never closed, expected {closing!r}", column)
            self.advance()
            return node if kind == "(" else _alt([node, NOTHING])
        if kind == "word":
            return self.word(token["word"], token["mark"] or "")
        if kind == "gap":
            size = int(token["size"]) if token["size"] else GAP
            if size > _LONGEST_GAP:
                raise PhraseError(f"a gap is at most {_LONGEST_GAP} words", column)
            return Gap(size, self.words_only(depth, column) if token["bar"] else None)
        if kind == "slot":
            if token["slot"] not in SLOTS:
                raise PhraseError(f"unknown slot <{token['slot']}>; use {', '.join(sorted(SLOTS))}", column)
            return Slot(token["slot"], token["as"] or token["slot"])
        if kind == "list":
            return self.word_list(token["list"], column)
        if kind == "!":
            return Not(self.words_only(depth, column))
        if kind in ("^", "$"):
            return Edge(kind == "^")
        raise PhraseError(f"unexpected {token[0].strip()!r}", column)

    def word(self, word: str, mark: str) -> Node:
        """One word; two where it is pulled together, as in a text ("we'll" is "we will")."""
        parts = folded([found[0] for found in tokens(word)])
        last = len(parts) - 1
        words = [Word(_forms(part, mark if number == last else "", self.language)) for number, part in enumerate(parts)]
        return words[0] if len(words) == 1 else Seq(tuple(words))

    def word_list(self, name: str, column: int) -> Node:
        if name in self.within:
            raise PhraseError(f"word list {{{name}}} holds itself", column)
        if name not in self.lists:
            raise PhraseError(f"unknown word list {{{name}}}", column)
        known = _LIST_NODES.get((id(self.lists), name, self.language))
        if known is None or known[0] is not self.lists:
            parts = [_parse(item, self.lists, self.language, (*self.within, name)) for item in self.lists[name]]
            known = _LIST_NODES[id(self.lists), name, self.language] = (self.lists, _alt(parts))
        return known[1]

    def words_only(self, depth: int, column: int) -> Forms:
        node = self.element(depth)
        forms = _plain_forms(node)
        if forms is None:
            raise PhraseError("only single words can be excluded", column)
        return forms


def _alt(parts: list[Node]) -> Node:
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Alt) else (part,))
    single = [part.forms for part in flat if isinstance(part, Word)]
    if len(single) > 1:
        # one set of positions instead of many
        merged = _merge(tuple(single))
        flat = [Word(merged), *(part for part in flat if not isinstance(part, Word))]
    return flat[0] if len(flat) == 1 else Alt(tuple(flat))


def _merge(all_forms: tuple[Forms, ...]) -> Forms:
    words = frozenset().union(*(forms.words for forms in all_forms))
    prefixes = tuple(sorted({prefix for forms in all_forms for prefix in forms.prefixes}))
    return _interned(words, prefixes)


@cache
def _interned(words: frozenset[str], prefixes: tuple[str, ...]) -> Forms:
    return Forms(words, prefixes)


@cache
def _forms(word: str, mark: str, language: str) -> Forms:
    folded = fold(word)
    if mark == "*":
        return _interned(frozenset(), (folded,))
    return _interned(inflect(folded, language) if mark == "~" else frozenset((folded,)), ())


def _plain_forms(node: Node) -> Forms | None:
    if isinstance(node, Word):
        return node.forms
    if isinstance(node, Alt):
        inner = [_plain_forms(part) for part in node.parts]
        if all(inner):
            return _merge(tuple(forms for forms in inner if forms))
    return None
