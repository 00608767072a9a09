"""
Blocks in the making: what the readers of Markdown and of raw HTML write, before it is frozen into a `Policy`.

Offsets here count in the parsed text (line ends are "\n", no front matter, no byte order mark); `Offsets` turns them
into offsets in the file.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from privacylint.policy import Piece, Text
from privacylint.source import Span


class Offsets:
    """The way from the parsed text back to the file: a shift by what was cut off before it, and by each CRLF."""

    __slots__ = ("base", "pairs")

    def __init__(self, base: int, body: str) -> None:
        self.base = base
        self.pairs: list[int] = []
        at = body.find("\r\n")
        while at >= 0:
            self.pairs.append(at - len(self.pairs))
            at = body.find("\r\n", at + 2)

    def at(self, offset: int) -> int:
        """The offset in the file."""
        return offset + self.base + bisect_left(self.pairs, offset) if self.pairs else offset + self.base

    def span(self, start: int, end: int) -> Span:
        """The span in the file."""
        return Span(self.at(start), self.at(end))


class Writer:
    """Collects plain text run by run, each with its place; runs that are neighbours in both become one piece."""

    __slots__ = ("_runs", "length", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.length = 0
        # [plain or None for literal, index in the plain text, start, end]
        self._runs: list[tuple[str | None, int, int, int]] = []

    def literal(self, start: int, end: int) -> None:
        """Add the characters `start` to `end` of the source as they are."""
        if end <= start:
            return
        if self._runs:
            plain, at, first, last = self._runs[-1]
            if plain is None and last == start:
                self._runs[-1] = (None, at, first, end)
                self.length += end - start
                return
        self._runs.append((None, self.length, start, end))
        self.length += end - start

    def other(self, plain: str, start: int, end: int) -> None:
        """Add text that is written otherwise in the source, at `start` to `end`: an entity, a line break."""
        if plain:
            self._runs.append((plain, self.length, start, end))
            self.length += len(plain)

    def last_end(self) -> int:
        """Where the source of the last run ends, 0 when there is none."""
        return self._runs[-1][3] if self._runs else 0

    def ends_blank(self) -> bool:
        """Whether nothing or a blank was written last."""
        if not self._runs:
            return True
        plain, _, _, end = self._runs[-1]
        return (plain[-1] if plain else self.source[end - 1]).isspace()

    def text(self, offsets: Offsets) -> Text:
        """The text written, without blanks around it, with offsets in the file."""
        source = self.source
        runs = self._runs
        at_file = offsets.at
        if len(runs) == 1 and runs[0][0] is None:
            # most cells and items are one run: made without the machinery for many
            _, _, start, end = runs[0]
            first = at_file(start)
            return Text(source[start:end], (Piece(0, end - start, first, first + end - start, True),))
        parts = []
        pieces = []
        for plain, at, start, end in runs:
            part = source[start:end] if plain is None else plain
            parts.append(part)
            pieces.append(Piece(at, len(part), at_file(start), at_file(end), plain is None))
        return Text("".join(parts), tuple(pieces))


def _index(piece: Piece) -> int:
    return piece.at


def cut(text: Text, start: int, end: int) -> Text:
    """The plain characters `start` to `end` of a text as a text of its own."""
    if start <= 0 and end >= len(text.plain):
        return text
    pieces = []
    # a block may hold thousands of links: look only at the pieces in question
    index = max(0, bisect_right(text.pieces, start, key=_index) - 1)
    while index < len(text.pieces) and text.pieces[index].at < end:
        piece = text.pieces[index]
        index += 1
        first = max(start, piece.at)
        last = min(end, piece.at + piece.length)
        if first >= last:
            continue
        if piece.literal:
            shift = piece.start - piece.at
            pieces.append(Piece(first - start, last - first, first + shift, last + shift, True))
        else:
            pieces.append(Piece(first - start, last - first, piece.start, piece.end, False))
    return Text(text.plain[start:end], tuple(pieces))


class LinkDraft(NamedTuple):
    """A link in the making: its text is `image`, or the plain characters `start` to `end` of its block."""

    start: int
    end: int
    image: Text | None
    target: str
    span: Span
    target_span: Span
    kind: str


class Draft:
    """A block in the making; see `Block`. `bold` are ranges of the plain text set in bold.

    `breaks` are the indexes of line breaks in the plain text; `marker` is where an item's bullet or number begins.
    """

    __slots__ = (
        "bold", "breaks", "column_head", "depth", "group", "intro", "kind", "level", "links", "marked", "marker",
        "ordered", "quoted", "row_head", "span", "style", "text",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        text: Text,
        span: Span,
        *,
        quoted: bool = False,
        depth: int = 0,
        bold: list[tuple[int, int]] | None = None,
        breaks: list[int] | None = None,
        links: list[LinkDraft] | None = None,
    ) -> None:
        self.kind = kind
        self.text = text
        self.span = span
        self.level = 0
        self.marked = True
        self.quoted = quoted
        self.depth = depth
        self.group = 0
        self.ordered = False
        self.intro: Draft | None = None
        self.row_head: Text | None = None
        self.column_head: Text | None = None
        self.bold = bold or []
        self.breaks = breaks or []
        self.links = links or []
        self.marker: Span | None = None
        self.style = ""
