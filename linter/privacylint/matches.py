"""A place where a phrase stands; phrases.py tells what a phrase is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from privacylint.policy import Sentence
from privacylint.source import Span

if TYPE_CHECKING:
    from privacylint.words import Words


class Match:
    """A place where a phrase stands. `slots` maps slot names to values, `spans` to their source spans.

    `words` are the numbers of its first word and of the word after its last in `Words`; `wording` is the phrase. With
    an `index`, where it stands in the source is worked out when it is asked for.
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
        index: Words | None = None,
    ) -> None:
        self.sentence = sentence
        self.slots = slots
        self.spans = spans
        self.wording = wording
        self.words = words
        self._span = span
        self._index = index

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
