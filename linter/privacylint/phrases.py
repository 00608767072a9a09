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
Gonnet 1992). There is no backtracking, so no phrase and no text can make it slow. `wordings.py` reads a phrase,
`lowering.py` makes a program of it, `programs.py` runs programs over the `words.py` of a policy, and `store.py` keeps
programs from one run to the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from privacylint import store
from privacylint.policy import Sentence
from privacylint.programs import Program
from privacylint.source import Span
from privacylint.words import Words, fold, tokens

__all__ = ["Lists", "Match", "PhraseError", "Phrases", "compile_phrase", "fold", "tokens"]

Lists = Mapping[str, Sequence[str]]
"""Word lists by name."""


class PhraseError(ValueError):
    """A phrase that cannot be compiled; `column` counts from 1 in the phrase."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


class Match:
    """A place where a phrase stands. `slots` maps slot names to values, `spans` to their source spans.

    `words` are the numbers of its first word and of the word after its last in `Words`; `wording` is the phrase.
    """

    __slots__ = ("_index", "_span", "sentence", "slots", "spans", "wording", "words")

    def __init__(
        self,
        span: Span | None,
        sentence: Sentence,
        slots: Mapping[str, Any],
        spans: Mapping[str, Span],
        wording: str,
        words: tuple[int, int],
    ) -> None:
        self.sentence = sentence
        self.slots = slots
        self.spans = spans
        self.wording = wording
        self.words = words
        self._span = span
        self._index: Words | None = None

    @classmethod
    def at(
        cls,
        index: Words,
        sentence: int,
        words: tuple[int, int],
        wording: str,
        slots: Mapping[str, Any],
        spans: Mapping[str, Span],
    ) -> Match:
        """A match in the sentence of a number; where it stands in the source is worked out when it is asked for."""
        match = cls(None, index.sentences[sentence], slots, spans, wording, words)
        match._index = index
        return match

    def _replace(self, **fields: Any) -> Match:
        """The same match with other fields, as a named tuple has it."""
        own = {name: getattr(self, name) for name in ("span", "sentence", "slots", "spans", "wording", "words")}
        return Match(**{**own, **fields})

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        span = self._span
        if span is None:
            assert self._index is not None
            span = self._span = self._index.span(*self.words)
        return span

    @property
    def text(self) -> str:
        """The matched words in plain text."""
        start, end = self.plain
        return self.sentence.block.text.plain[start:end]

    @property
    def plain(self) -> tuple[int, int]:
        """Where the match stands in the plain text of its block."""
        if self._index is not None:
            return self._index.plain(self.words[0])[0], self._index.plain(self.words[1] - 1)[1]
        text = self.sentence.block.text
        return text.index(self.span.start), text.index(self.span.end, last=True)

    def __repr__(self) -> str:
        return f"Match({self.text!r}, {self.span}, {dict(self.slots)})"


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
        programs = self._compiled.get(language)
        if programs is None:
            lists = self.lists.get(language, {})
            programs = self._compiled[language] = tuple(
                store.program(wording, lists, language) for wording in self.wordings.get(language, ())
            )
        return programs

    def find(self, words: Words) -> list[Match]:
        """Every match in the order of the text; where two wordings match overlapping words, both are given."""
        found = [match for program in self.programs(words.language) for match in program.find(words)]
        if len(found) > 1:
            found.sort(key=_order)
        return found

    def in_text(self, words: Words) -> bool:
        """Whether any of the wordings stands anywhere; cheaper than `find`."""
        return any(program.occurs(words) for program in self.programs(words.language))


def _order(match: Match) -> tuple[tuple[int, int], str]:
    return match.words, match.wording


def compile_phrase(wording: str, lists: Lists, language: str = "en") -> Program:
    """Compile one wording. Raises `PhraseError` with the column of the mistake."""
    return store.program(wording, lists, language)
