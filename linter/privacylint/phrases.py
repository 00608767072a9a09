"""
The phrase language of rules and extractors: compiled once, matched in linear time.

    we [may] (collect~ | gather~) ... from {child} under <age>

A phrase describes words of one sentence; punctuation, case, markup and the form of quotation marks do not count.

    word          that word; a hyphen parts words ("third-party" is "third party")
    word~         the word with its inflections: collect~ is collect, collects, collected, collecting …
    word*         every word that starts so
    (a | b c)     one of these
    [x]           x, or nothing
    ...   ...9    a gap of up to 6 (or 9) words
    ...!x         a gap without the word x; also ...9!(x | y)
    !x            the next word is not x; also !(x | y)
    {name}        a word list of that name
    <slot>        number, age, duration, date, email, place, organisation, name; <slot:x> gives the match a name
    ^  $          start and end of the sentence

How it works: the words of a document are numbered, and a set of positions is one big integer with a bit for each. The
set of places where a word stands is such an integer too, so "the next word is w" is `(positions & w) << 1`: a phrase
costs a few integer operations for the whole text, whatever the text says (bit-parallel matching, after Baeza-Yates and
Gonnet 1992). There is no backtracking, so no phrase and no text can make it slow.
"""

from __future__ import annotations

import itertools
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, Union

from privacylint.languages import inflect
from privacylint.policy import Sentence
from privacylint.slots import SLOTS, Hit
from privacylint.source import Span

GAP = 6
_LONGEST_GAP = 40
_LONGEST_PHRASE = 2000
_DEEPEST = 20
_CHUNK = 4096
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[§%]")
_TOKEN = re.compile(
    r"\s*(?:(?P<gap>\.\.\.(?P<size>\d*)(?P<bar>!)?)|<(?P<slot>[a-z]+)(?::(?P<as>[a-z_]+))?>|\{(?P<list>[a-z0-9-]+)\}"
    r"|(?P<word>(?:\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[§%]))(?P<mark>[~*])?|(?P<sign>[()\[\]|!^$])|(?P<skip>[-,;:/.\"“”])|(?P<bad>\S))"
)


class PhraseError(ValueError):
    """A phrase that cannot be compiled; `column` counts from 1 in the phrase."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


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
Lists = Mapping[str, Sequence[str]]


class Match(NamedTuple):
    """A place where a phrase stands. `slots` maps slot names to values, `spans` to their source spans.

    `words` are the numbers of its first word and of the word after its last in `Words`; `wording` is the phrase.
    """

    span: Span
    sentence: Sentence
    slots: Mapping[str, Any]
    spans: Mapping[str, Span]
    wording: str
    words: tuple[int, int]

    @property
    def text(self) -> str:
        """The matched words in plain text."""
        start, end = self.plain
        return self.sentence.block.text.plain[start:end]

    @property
    def plain(self) -> tuple[int, int]:
        """Where the match stands in the plain text of its block."""
        text = self.sentence.block.text
        return text.index(self.span.start), text.index(self.span.end, last=True)


def fold(word: str) -> str:
    """The form in which words are compared: lower case, straight apostrophes."""
    return word.lower().replace("’", "'")


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as the phrase language sees them."""
    return _WORD.finditer(text)


# --- compiling -------------------------------------------------------------------------------------------------------


class Phrases:
    """Wordings by language, compiled at first use: `Phrases(en=["we collect~ ... from {child}"], lists=WORDS)`.

    `lists` maps a language to its word lists. Compare by identity. `check()` compiles every language and raises
    `PhraseError`.
    """

    __slots__ = ("_compiled", "lists", "wordings")

    def __init__(self, *, lists: Mapping[str, Lists] | None = None, **wordings: Sequence[str]) -> None:
        self.wordings: Mapping[str, Sequence[str]] = wordings
        self.lists = lists or {}
        self._compiled: dict[str, tuple[Program, ...]] = {}

    def check(self) -> None:
        """Compile everything; raises `PhraseError` at the first wording that is none."""
        for language in self.wordings:
            self.programs(language)

    def programs(self, language: str) -> tuple[Program, ...]:
        """The compiled wordings of a language; none for a language that has none."""
        if language not in self._compiled:
            lists = self.lists.get(language, {})
            self._compiled[language] = tuple(
                compile_phrase(wording, lists, language) for wording in self.wordings.get(language, ())
            )
        return self._compiled[language]

    def find(self, words: Words) -> list[Match]:
        """Every match in the order of the text; where two wordings match overlapping words, both are given."""
        found = [match for program in self.programs(words.language) for match in program.find(words)]
        found.sort(key=lambda match: (match.words, match.wording))
        return found

    def in_text(self, words: Words) -> bool:
        """Whether any of the wordings stands anywhere; cheaper than `find`."""
        return any(program.occurs(words) for program in self.programs(words.language))


class Program:
    """One compiled wording."""

    __slots__ = ("gaps", "has_slots", "needs", "node", "parts", "wording")

    def __init__(self, wording: str, node: Node) -> None:
        self.wording = wording
        self.node = node
        self.parts = node.parts if isinstance(node, Seq) else (node,)
        self.needs = tuple(_needed(self.parts))
        self.gaps = tuple(number for number, part in enumerate(self.parts) if isinstance(part, Gap))
        self.has_slots = _has_slot(node)

    def occurs(self, words: Words) -> bool:
        """Whether it stands anywhere in the text."""
        return any(self._ends(chunk) for chunk in words.chunks)

    def find(self, words: Words) -> Iterator[Match]:
        """Its matches, in the order of the text, none overlapping another."""
        for chunk in words.chunks:
            ends = self._ends(chunk)
            if ends:
                yield from self._matches(words, chunk, ends)

    def _ends(self, chunk: Chunk) -> int:
        for forms in self.needs:
            if not chunk.mask(forms):
                return 0
        reached = chunk.everywhere
        for part in self.parts:
            reached = _forward(part, reached, chunk)
            if not reached:
                return 0
        return reached

    def _matches(self, words: Words, chunk: Chunk, ends: int) -> Iterator[Match]:
        free = chunk.everywhere | (chunk.everywhere << 1)
        while ends:
            end = _lowest(ends)
            starts = _backward_all(self.parts, 1 << end, chunk) & free
            if not starts:
                ends &= ends - 1
                continue
            begin = _highest(starts)
            begin, end = self._widen(begin, end, chunk, free)
            if end > begin:
                yield words.match(self, chunk, begin, end)
            ends &= -1 << (end + 1)
            free &= -1 << max(end, begin + 1)

    def _widen(self, begin: int, end: int, chunk: Chunk, free: int) -> tuple[int, int]:
        # the tightest match around the gaps, with every optional word before the first and after the last gap
        gaps = self.gaps
        if not gaps:
            begin = _lowest(_backward_all(self.parts, 1 << end, chunk) & free)
            return begin, _highest(_forward_all(self.parts, 1 << begin, chunk))
        cuts = _cuts(self.parts, begin, end, chunk)
        head, tail = self.parts[: gaps[0]], self.parts[gaps[-1] + 1 :]
        if head:
            begin = _lowest(_backward_all(head, 1 << cuts[gaps[0]], chunk) & free or 1 << begin)
        if tail:
            end = _highest(_forward_all(tail, 1 << cuts[gaps[-1] + 1], chunk) or 1 << end)
        return begin, end

    def slots(self, begin: int, end: int, chunk: Chunk) -> Iterator[tuple[Slot, Hit]]:
        """The slots of a match, left to right."""
        if self.has_slots:
            yield from _trace(Seq(self.parts), begin, end, chunk)


def compile_phrase(wording: str, lists: Lists, language: str = "en") -> Program:
    """Compile one wording. Raises `PhraseError` with the column of the mistake."""
    node = _parse(wording, lists, language, ())
    if _can_be_nothing(node):
        raise PhraseError("at least one word or slot must not be optional", 1)
    return Program(wording, node)


def _has_slot(node: Node) -> bool:
    return isinstance(node, Slot) or (isinstance(node, Seq | Alt) and any(_has_slot(part) for part in node.parts))


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
            return Word(_forms(token["word"], token["mark"] or "", self.language))
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


def _needed(parts: tuple[Node, ...]) -> Iterator[Forms]:
    for part in parts:
        if isinstance(part, Word):
            yield part.forms
        elif isinstance(part, Seq):
            yield from _needed(part.parts)


# --- matching --------------------------------------------------------------------------------------------------------


class Words:
    """The words of every sentence, numbered; between two sentences stands one empty word."""

    __slots__ = ("_ends", "_firsts", "_starts", "chunks", "forms", "language", "sentences")

    def __init__(self, sentences: Sequence[Sentence], language: str = "en") -> None:
        self.sentences = sentences
        self.language = language
        self.forms: list[str] = []
        self._starts = array("I")
        self._ends = array("I")
        self._firsts = array("I")
        bounds = [0]
        for sentence in sentences:
            if len(self.forms) - bounds[-1] > _CHUNK:
                bounds.append(len(self.forms))
            self._firsts.append(len(self.forms))
            for word in _WORD.finditer(sentence.block.text.plain, sentence.start, sentence.end):
                self.forms.append(fold(word[0]))
                self._starts.append(word.start())
                self._ends.append(word.end())
            self.forms.append("")
            self._starts.append(sentence.end)
            self._ends.append(sentence.end)
        bounds.append(len(self.forms))
        self.chunks = [Chunk(self, lo, hi) for lo, hi in itertools.pairwise(bounds) if hi > lo]

    def sentence_at(self, word: int) -> Sentence:
        """The sentence a word stands in."""
        return self.sentences[bisect_right(self._firsts, word) - 1]

    def range_of(self, sentence: Sentence) -> tuple[int, int]:
        """The numbers of a sentence's first word and of the empty word after its last."""
        first = self._firsts[sentence.number]
        following = sentence.number + 1
        last = self._firsts[following] if following < len(self._firsts) else len(self.forms)
        return first, last - 1

    def plain(self, word: int) -> tuple[int, int]:
        """Where a word stands in the plain text of its block."""
        return self._starts[word], self._ends[word]

    def raw(self, word: int) -> str:
        """A word as it is written."""
        return self.sentence_at(word).block.text.plain[self._starts[word] : self._ends[word]]

    def span(self, first: int, after: int) -> Span:
        """The source span of words `first` to `after` (exclusive) of one sentence."""
        return self.sentence_at(first).block.text.span(self._starts[first], self._ends[after - 1])

    def match(self, program: Program, chunk: Chunk, begin: int, end: int) -> Match:
        """The match of a program between two positions of a chunk."""
        first, after = chunk.low + begin, chunk.low + end
        slots: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        for slot, hit in program.slots(begin, end, chunk):
            slots[slot.name] = hit.value
            spans[slot.name] = self.span(hit.first, hit.after)
        return Match(self.span(first, after), self.sentence_at(first), slots, spans, program.wording, (first, after))


class Chunk:
    """A stretch of whole sentences; sets of positions in it are integers."""

    __slots__ = (
        "_at", "_masks", "_slots", "_sorted", "_where",
        "ends", "everywhere", "high", "inside", "low", "starts", "words",
    )  # fmt: skip

    def __init__(self, words: Words, low: int, high: int) -> None:
        self.words = words
        self.low = low
        self.high = high
        self._where: dict[str, list[int]] | None = None
        self._sorted: list[str] = []
        self._masks: dict[Forms, int] = {}
        self._slots: dict[str, tuple[dict[int, int], dict[tuple[int, int], Hit]]] = {}
        gaps = [number - low for number in range(low, high) if not words.forms[number]]
        self.ends = _mask(gaps, high - low)
        self.inside = ((1 << (high - low)) - 1) & ~self.ends
        self.starts = ((self.ends << 1) | 1) & ((1 << (high - low)) - 1)
        self.everywhere = self.inside | self.ends

    @property
    def where(self) -> dict[str, list[int]]:
        """Each word and its positions."""
        if self._where is None:
            self._where = {}
            for position, form in enumerate(self.words.forms[self.low : self.high]):
                if form:
                    self._where.setdefault(form, []).append(position)
            self._sorted = sorted(self._where)
        return self._where

    def _starting(self, prefix: str) -> Iterator[int]:
        """The positions of the words that start so: they stand side by side in the sorted list."""
        where = self.where
        for at in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            if not self._sorted[at].startswith(prefix):
                return
            yield from where[self._sorted[at]]

    def mask(self, forms: Forms) -> int:
        """The set of positions at which one of the forms stands."""
        found = self._masks.get(forms)
        if found is None:
            where = self.where
            if len(forms.words) < len(where):
                hits = [position for word in forms.words if word in where for position in where[word]]
            else:
                hits = [position for word, at in where.items() if word in forms.words for position in at]
            for prefix in forms.prefixes:
                hits += self._starting(prefix)
            found = self._masks[forms] = _mask(hits, self.high - self.low)
        return found

    def slot(self, kind: str) -> tuple[dict[int, int], dict[tuple[int, int], Hit]]:
        """For a slot: by length the set of positions where one of that length starts, and each by its ends."""
        found = self._slots.get(kind)
        if found is None:
            hits = SLOTS[kind](self.words, self.low, self.high)
            by_ends = {(hit.first - self.low, hit.after - self.low): hit for hit in hits}
            lengths: dict[int, list[int]] = {}
            for begin, end in by_ends:
                lengths.setdefault(end - begin, []).append(begin)
            masks = {length: _mask(begins, self.high - self.low) for length, begins in lengths.items()}
            found = self._slots[kind] = (masks, by_ends)
        return found


def _mask(positions: Sequence[int], size: int) -> int:
    if len(positions) < 16:
        mask = 0
        for position in positions:
            mask |= 1 << position
        return mask
    bits = bytearray((size >> 3) + 1)
    for position in positions:
        bits[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(bits, "little")


def _lowest(positions: int) -> int:
    return (positions & -positions).bit_length() - 1


def _highest(positions: int) -> int:
    return positions.bit_length() - 1


def _forward(node: Node, at: int, chunk: Chunk) -> int:
    """The positions reached when `node` is read from any of `at`."""
    kind = type(node)
    if kind is Word:
        return (at & chunk.mask(node.forms)) << 1  # type: ignore[union-attr]
    if kind is Seq:
        return _forward_all(node.parts, at, chunk)  # type: ignore[union-attr]
    if kind is Alt:
        reached = 0
        for part in node.parts:  # type: ignore[union-attr]
            reached |= _forward(part, at, chunk)
        return reached
    if kind is Gap:
        open_words = chunk.inside if node.without is None else chunk.inside & ~chunk.mask(node.without)  # type: ignore[union-attr]
        edge = at
        for _ in range(node.size):  # type: ignore[union-attr]
            edge = (edge & open_words) << 1
            if not edge:
                break
            at |= edge
        return at
    if kind is Slot:
        reached = 0
        for length, begins in chunk.slot(node.kind)[0].items():  # type: ignore[union-attr]
            reached |= (at & begins) << length
        return reached
    if kind is Edge:
        return at & (chunk.starts if node.start else chunk.ends)  # type: ignore[union-attr]
    return at & ~chunk.mask(node.forms)  # type: ignore[union-attr]


def _forward_all(parts: Sequence[Node], at: int, chunk: Chunk) -> int:
    for part in parts:
        at = _forward(part, at, chunk)
        if not at:
            return 0
    return at


def _backward(node: Node, at: int, chunk: Chunk) -> int:
    """The positions from which `node` can be read so that it ends at any of `at`."""
    kind = type(node)
    if kind is Word:
        return (at >> 1) & chunk.mask(node.forms)  # type: ignore[union-attr]
    if kind is Seq:
        return _backward_all(node.parts, at, chunk)  # type: ignore[union-attr]
    if kind is Alt:
        reached = 0
        for part in node.parts:  # type: ignore[union-attr]
            reached |= _backward(part, at, chunk)
        return reached
    if kind is Gap:
        open_words = chunk.inside if node.without is None else chunk.inside & ~chunk.mask(node.without)  # type: ignore[union-attr]
        edge = at
        for _ in range(node.size):  # type: ignore[union-attr]
            edge = (edge >> 1) & open_words
            if not edge:
                break
            at |= edge
        return at
    if kind is Slot:
        reached = 0
        for length, begins in chunk.slot(node.kind)[0].items():  # type: ignore[union-attr]
            reached |= (at >> length) & begins
        return reached
    if kind is Edge:
        return at & (chunk.starts if node.start else chunk.ends)  # type: ignore[union-attr]
    return at & ~chunk.mask(node.forms)  # type: ignore[union-attr]


def _backward_all(parts: Sequence[Node], at: int, chunk: Chunk) -> int:
    for part in reversed(parts):
        at = _backward(part, at, chunk)
        if not at:
            return 0
    return at


def _cuts(parts: Sequence[Node], begin: int, end: int, chunk: Chunk) -> list[int]:
    """Where each part of a match begins, and the end: gaps as short as can be, all else as long as can be."""
    reached = [1 << begin]
    for part in parts:
        reached.append(_forward(part, reached[-1], chunk))
    cuts = [end]
    for number in range(len(parts) - 1, -1, -1):
        choices = reached[number] & _backward(parts[number], 1 << cuts[-1], chunk)
        cuts.append(_highest(choices) if isinstance(parts[number], Gap) else _lowest(choices))
    return cuts[::-1]


def _trace(node: Node, begin: int, end: int, chunk: Chunk) -> Iterator[tuple[Slot, Hit]]:
    if isinstance(node, Slot):
        yield node, chunk.slot(node.kind)[1][begin, end]
    elif isinstance(node, Alt):
        for part in node.parts:
            if _forward(part, 1 << begin, chunk) >> end & 1:
                yield from _trace(part, begin, end, chunk)
                return
    elif isinstance(node, Seq):
        cuts = _cuts(node.parts, begin, end, chunk)
        for number, part in enumerate(node.parts):
            yield from _trace(part, cuts[number], cuts[number + 1], chunk)


Recogniser = Callable[[Words, int, int], list[Hit]]
