"""
What a parsed policy is: sections, blocks and sentences made of text that knows where it came from.

Nothing here is altered after parsing. Identity is equality: two blocks are the same only when they are the same object.
The classes are written out since each dataclass costs every start as much as reading a page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from privacylint.source import Source, Span

if TYPE_CHECKING:
    from privacylint.phrases import Match, Phrases, Place
    from privacylint.words import Words

    BySentence = dict[int, tuple[Match, ...] | list[Place]]
    """Where phrases stand, by the number of the sentence: as places until somebody asks for that sentence."""

T = TypeVar("T")


class Piece(NamedTuple):
    """A run of plain text and the source it stands for.

    `at` is the index of its first character in the plain text, `length` how many characters it has there; `start` and
    `end` are source offsets. Where both lengths agree and `literal` is true, character n of one is character n of the
    other; else (an entity, an escape, a line break) the run stands for the source stretch as a whole.
    """

    at: int
    length: int
    start: int
    end: int
    literal: bool


class Text:
    """Plain text (markup removed, a soft line break is a blank) that knows the source offset of every character."""

    __slots__ = ("_sources", "_starts", "pieces", "plain")

    def __init__(self, plain: str, pieces: tuple[Piece, ...]) -> None:
        self.plain = plain
        self.pieces = pieces
        self._starts = [piece.at for piece in pieces]
        self._sources: list[int] | None = None

    def __str__(self) -> str:
        return self.plain

    def span(self, start: int, end: int) -> Span:
        """The source span of the plain characters `start` to `end` (exclusive).

        Markup between them is inside the span, markup around them is not. An empty range gives an empty span.
        """
        if not self.pieces:
            return Span(0, 0)
        if end <= start:
            offset = self._source(min(start, len(self.plain) - 1), last=False)
            return Span(offset, offset)
        return Span(self._source(start, last=False), self._source(end - 1, last=True))

    def index(self, offset: int, *, last: bool = False) -> int:
        """The plain character a source offset stands for; with `last` the offset is the end of a span. 0 for none."""
        if self._sources is None:
            self._sources = [piece.start for piece in self.pieces]
        # markup that holds nothing leaves no piece, and pieces stand in the order of the source
        at = bisect_right(self._sources, offset) - 1
        for piece in self.pieces[max(0, at - 1) : at + 1]:
            if piece.start <= offset < piece.end or (last and piece.start < offset <= piece.end):
                if piece.literal:
                    return piece.at + offset - piece.start
                return piece.at + (piece.length if last else 0)
        return 0

    def _source(self, index: int, *, last: bool) -> int:
        piece = self.pieces[max(0, bisect_right(self._starts, index) - 1)]
        if piece.literal:
            return piece.start + (index - piece.at) + (1 if last else 0)
        return piece.end if last else piece.start


class Section:
    """A heading and what stands under it. The root section (level 0, no heading) is the document itself.

    `marked` is false for a weak heading: a line that is a heading to a reader and not to Markdown. `blocks` is the
    range of indexes into `Policy.blocks` from the heading to the end of its last subsection.
    """

    __slots__ = ("_heading", "blocks", "level", "marked", "number", "parent")

    def __init__(
        self,
        level: int,
        heading: Block | None,
        marked: bool,
        parent: Section | None,
        number: int,
        blocks: range = range(0),
    ) -> None:
        self.level: Final = level
        self._heading = heading
        self.marked: Final = marked
        self.parent: Final = parent
        self.number: Final = number
        self.blocks: Final = blocks

    @property
    def heading(self) -> Block | None:
        """The block that opens it; None for the root."""
        return self._heading

    def open_with(self, heading: Block) -> None:
        """Give the section its heading: each needs the other, so the parser closes the circle once."""
        self._heading = heading

    @property
    def title(self) -> str:
        """The heading in plain text, without surrounding blanks; empty for the root."""
        return self.heading.text.plain.strip() if self.heading else ""

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above and of this section, outermost first."""
        above = self.parent.path if self.parent else ()
        return (*above, self.title) if self.heading else above

    def above(self) -> Iterator[Section]:
        """This section, then its parent, up to the root."""
        section: Section | None = self
        while section:
            yield section
            section = section.parent


class Block:
    """A heading, paragraph, list item, table cell, footnote or stretch of code.

    kind: heading | paragraph | item | cell | footnote | code. An item holds the text of its first paragraph; later
    paragraphs of it are blocks of kind paragraph with the same `depth`. `depth` counts the lists around it, `quoted`
    says that it stands in a block quote. `intro` is the block that introduces the list or table it belongs to ("We
    share data with:"), for a nested list the item above. `group` numbers the list or table, 0 outside of any.
    `row_head` and `column_head` are the head cells of a table cell. `level` is the level of a heading, else 0;
    `marked` is false for a weak heading. `span` covers the whole block with its markup.
    """

    __slots__ = (
        "column_head", "depth", "group", "intro", "kind", "level", "marked", "number", "ordered", "quoted", "row_head",
        "section", "span", "text",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        text: Text,
        span: Span,
        section: Section,
        number: int,
        level: int = 0,
        marked: bool = True,
        quoted: bool = False,
        depth: int = 0,
        group: int = 0,
        ordered: bool = False,
        intro: Block | None = None,
        row_head: Text | None = None,
        column_head: Text | None = None,
    ) -> None:
        self.kind: Final = kind
        self.text: Final = text
        self.span: Final = span
        self.section: Final = section
        self.number: Final = number
        self.level: Final = level
        self.marked: Final = marked
        self.quoted: Final = quoted
        self.depth: Final = depth
        self.group: Final = group
        self.ordered: Final = ordered
        self.intro: Final = intro
        self.row_head: Final = row_head
        self.column_head: Final = column_head


class Sentence:
    """A sentence of one block: plain characters `start` to `end` of the block's text."""

    __slots__ = ("block", "end", "number", "start")

    def __init__(self, block: Block, start: int, end: int, number: int) -> None:
        self.block: Final = block
        self.start: Final = start
        self.end: Final = end
        self.number: Final = number

    @property
    def text(self) -> str:
        """The sentence in plain text."""
        return self.block.text.plain[self.start : self.end]

    @property
    def span(self) -> Span:
        """The source span of the sentence."""
        return self.block.text.span(self.start, self.end)

    @property
    def section(self) -> Section:
        """The section the sentence stands in; a heading stands in the section it opens."""
        return self.block.section


class Link(NamedTuple):
    """A link or image: `text` as shown, `target` as written, `span` of the whole, `target_span` of the target.

    `kind` is link, image, autolink or reference; a reference without definition is plain text and no link.
    """

    text: Text
    target: str
    span: Span
    target_span: Span
    kind: str
    block: Block


class Comment(NamedTuple):
    """An HTML or MDX comment: `text` between its marks, line ends and all, `span` with them.

    Marks of a quotation and the indentation of a list item, before the later lines of a comment, are not in its text.
    """

    text: Text
    span: Span


class Entry(NamedTuple):
    """A key of the front matter, with the spans of key and value; nested keys are joined by dots."""

    key: str
    value: Any
    key_span: Span
    span: Span


class Policy:
    """A parsed policy. Everything is in the order of the file; `anchors` maps each anchor to the span that makes it."""

    __slots__ = (
        "_by_sentence", "_memo", "anchors", "blocks", "comments", "front_matter", "language", "links", "root",
        "sections", "sentences", "source",
    )  # fmt: skip

    def __init__(
        self,
        source: Source,
        root: Section,
        sections: tuple[Section, ...],
        blocks: tuple[Block, ...],
        sentences: tuple[Sentence, ...],
        links: tuple[Link, ...] = (),
        comments: tuple[Comment, ...] = (),
        front_matter: tuple[Entry, ...] = (),
        anchors: Mapping[str, Span] | None = None,
        language: str = "en",
    ) -> None:
        self.source: Final = source
        self.root: Final = root
        self.sections: Final = sections
        self.blocks: Final = blocks
        self.sentences: Final = sentences
        self.links: Final = links
        self.comments: Final = comments
        self.front_matter: Final = front_matter
        self.anchors: Final[Mapping[str, Span]] = anchors or {}
        self.language: Final = language
        self._memo: Final[dict[Any, Any]] = {}
        self._by_sentence: Final[dict[Phrases, BySentence]] = {}

    @property
    def title(self) -> Span:
        """Where a finding about the whole document points: its first heading, else its first block, else the start."""
        for block in self.blocks:
            if block.kind == "heading":
                return block.text.span(0, len(block.text.plain))
        for block in self.blocks:
            if block.text.plain.strip():
                return block.text.span(0, len(block.text.plain))
        return Span(0, 0)

    def blocks_of(self, section: Section) -> Iterator[Block]:
        """The blocks that stand in a section or below it, without its heading."""
        for number in section.blocks:
            if self.blocks[number] is not section.heading:
                yield self.blocks[number]

    def sentences_of(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of a block."""
        by_block = self._memo.get("sentences_of")
        if by_block is None:
            by_block = self._memo["sentences_of"] = {}
            for sentence in self.sentences:
                by_block.setdefault(sentence.block.number, []).append(sentence)
            for number, sentences in by_block.items():
                by_block[number] = tuple(sentences)
        found: tuple[Sentence, ...] = by_block.get(block.number, ())
        return found

    def cell_of(self, text: Text | None) -> Block | None:
        """The table cell that a text is the text of, as `row_head` and `column_head` of other cells are."""
        cells: dict[int, Block] | None = self._memo.get("cells")
        if cells is None:
            cells = self._memo["cells"] = {id(block.text): block for block in self.blocks if block.kind == "cell"}
        return cells.get(id(text))

    def links_of(self, block: Block) -> Sequence[Link]:
        """The links of a block, in the order of the text."""
        return self.once(_links_by_block).get(block.number, ())

    def once(self, work: Callable[[Policy], T]) -> T:
        """What a function makes of the policy, worked out at the first call and remembered."""
        if work not in self._memo:
            self._memo[work] = work(self)
        made: T = self._memo[work]
        return made

    @property
    def words(self) -> Words:
        """The words of every sentence, indexed for the phrase language."""
        try:
            words: Words = self._memo["words"]
        except KeyError:
            from privacylint.words import Words

            words = self._memo["words"] = Words(self.sentences, self.language)
        return words

    def find(self, phrases: Phrases) -> tuple[Match, ...]:
        """Every place where one of `phrases` stands, in the order of the text; found once and remembered."""
        found: tuple[Match, ...] | None = self._memo.get(phrases)
        if found is None:
            by_sentence = self._by_sentence.get(phrases)
            if by_sentence is None:
                found = tuple(phrases.find(self.words))
            else:
                found = tuple(match for number in sorted(by_sentence) for match in self._read(by_sentence, number))
            self._memo[phrases] = found
        return found

    def each(self, phrases: Phrases) -> Iterator[Match]:
        """The same places one wording after the other, for whoever may need only the first."""
        found: tuple[Match, ...] | None = self._memo.get(phrases)
        return phrases.each(self.words) if found is None else iter(found)

    def find_in(self, phrases: Phrases, sentence: Sentence) -> tuple[Match, ...]:
        """Those of the places that stand in one sentence."""
        by_sentence = self._by_sentence.get(phrases)
        if by_sentence is None:
            known: tuple[Match, ...] | None = self._memo.get(phrases)
            if known is None:
                by_sentence = {**phrases.spots(self.words)}
            else:
                by_sentence = {number: tuple(matches) for number, matches in groupby(known, _sentence_number)}
            self._by_sentence[phrases] = by_sentence
        return self._read(by_sentence, sentence.number)

    def _read(self, by_sentence: BySentence, number: int) -> tuple[Match, ...]:
        found = by_sentence.get(number, ())
        if found.__class__ is list:
            # phrases stand in many sentences of which few are ever asked about
            from privacylint.phrases import read

            found = by_sentence[number] = read(found)
        return found  # type: ignore[return-value]

    def forget(self) -> None:
        """Give up what was remembered, to save memory; it is worked out anew when it is asked for."""
        words: Words | None = self._memo.get("words")
        if words:
            words.forget()
        self._memo.clear()
        self._by_sentence.clear()


def _links_by_block(policy: Policy) -> dict[int, list[Link]]:
    links: dict[int, list[Link]] = {}
    for link in policy.links:
        links.setdefault(link.block.number, []).append(link)
    return links


def _sentence_number(match: Match) -> int:
    return match.sentence.number
