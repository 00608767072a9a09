"""
Source → Policy: the blocks, sentences, links, comments, anchors and front matter of a policy written in Markdown.

CommonMark with tables, strikethrough, footnotes (also those nobody refers to), front matter and MDX comments, read by
markdown-it-py. A soft line break becomes a blank in the plain text, a hard one (two blanks, a backslash, `<br>`) a
line feed. Cells with nothing in them make no block.
"""

from __future__ import annotations

import re

from markdown_it.token import Token

from privacylint import front_matter, headings, sentences
from privacylint.drafts import Draft, Offsets, Writer, cut
from privacylint.exact import Where, cells_of, parser, read_inline
from privacylint.html_blocks import HtmlBlocks
from privacylint.inline import Inline, Page
from privacylint.lists import intro_of
from privacylint.policy import Block, Entry, Link, Policy, Section, Sentence, Text
from privacylint.source import Source, Span

_LINE_END = re.compile(r"\r\n?")
_CUSTOM_ID = re.compile(r"\{:?[^{}\n]{0,80}?#([\w:.-]+)[^{}\n]{0,80}\}$")
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")


def parse(source: Source) -> Policy:
    """The policy a file holds. Whatever is in the file is read as some Markdown: this raises nothing."""
    text = source.text
    entries, start = front_matter.read(text, 1 if text.startswith("\ufeff") else 0)
    body = text[start:]
    page = Page(_LINE_END.sub("\n", body) if "\r" in body else body, Offsets(start, body))
    drafts = headings.mark(_Reader(page).read(), source)
    return _Assembly(source, page).policy(drafts, entries)


class _List:
    """A list that is being read: `item` is its item above, `start` the marker of an item not yet written."""

    __slots__ = ("group", "intro", "item", "ordered", "start")

    def __init__(self, group: int, ordered: bool, intro: Draft | None) -> None:
        self.group = group
        self.ordered = ordered
        self.intro = intro
        self.item: Draft | None = None
        self.start = -1


class _Table:
    __slots__ = ("group", "heads", "intro")

    def __init__(self, group: int, intro: Draft | None) -> None:
        self.group = group
        self.intro = intro
        self.heads: list[Text | None] | None = None


class _Reader:
    """Walks the block tokens and writes drafts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.drafts: list[Draft] = []
        self._group = [0]
        self._lists: list[_List] = []
        self._table: _Table | None = None
        self._quotes = 0
        self._level = 0
        self._heading_start = -1
        self._heading_lines: list[int] | None = None
        self._note_start = -1
        self._in_note = False
        self._html = HtmlBlocks(page, self.drafts, self._group)

    def read(self) -> list[Draft]:
        """The blocks of the page in the order of the text."""
        source = self.page.source
        tokens = parser(mdx="{/*" in source).parse(source, self.page.env) if source else []
        steps = {
            "inline": self._inline,
            "heading_open": self._heading_open,
            "heading_close": self._heading_close,
            "bullet_list_open": self._list_open,
            "ordered_list_open": self._list_open,
            "bullet_list_close": self._list_close,
            "ordered_list_close": self._list_close,
            "list_item_open": self._item_open,
            "list_item_close": self._item_close,
            "blockquote_open": self._quote,
            "blockquote_close": self._quote,
            "table_open": self._table_open,
            "table_close": self._table_close,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html_block,
            "mdx_comment": self._comment,
            "footnote_reference_open": self._note_open,
            "footnote_reference_close": self._note_close,
        }
        row: list[Token] | None = None
        for token in tokens:
            # the cells of a row are read together: only the whole row says where each of them stands
            if row is not None:
                if token.type == "tr_close":
                    self._cells(row)
                    row = None
                elif token.type == "inline":
                    row.append(token)
                continue
            if token.type == "tr_open":
                row = [token]
                continue
            step = steps.get(token.type)
            if step is not None:
                step(token)
        return self.drafts

    # containers

    def _quote(self, token: Token) -> None:
        self._quotes += token.nesting

    def _list_open(self, token: Token) -> None:
        intro = self._lists[-1].item if self._lists else self._intro()
        self._lists.append(_List(self._next_group(), token.type[0] == "o", intro))

    def _list_close(self, token: Token) -> None:
        self._lists.pop()

    def _item_open(self, token: Token) -> None:
        self._lists[-1].start = token.meta["start"]

    def _item_close(self, token: Token) -> None:
        self._lists[-1].start = -1

    def _heading_open(self, token: Token) -> None:
        self._level = int(token.tag[1])
        self._heading_lines = token.map

    def _heading_close(self, token: Token) -> None:
        self._level = 0

    def _note_open(self, token: Token) -> None:
        self._in_note = True
        first = self.page.env["lines"][0][token.map[0]] if token.map else 0
        self._note_start = self.page.source.find(f"[^{token.meta['label']}]:", first)

    def _note_close(self, token: Token) -> None:
        self._in_note = False

    def _table_open(self, token: Token) -> None:
        self._table = _Table(self._next_group(), self._intro())

    def _table_close(self, token: Token) -> None:
        self._table = None

    def _intro(self) -> Draft | None:
        return intro_of(self.drafts, depth=len(self._lists), quoted=self._quotes > 0)

    def _next_group(self) -> int:
        self._group[0] += 1
        return self._group[0]

    # blocks

    def _html_block(self, token: Token) -> None:
        self._html.read(token.content, token.meta["where"], quoted=self._quotes > 0, depth=len(self._lists))

    def _comment(self, token: Token) -> None:
        start, end = token.meta["start"], token.meta["end"]
        self.page.comment(start, end, [(start + 3, end - 3)])

    def _code(self, token: Token) -> None:
        where: Where = token.meta["where"]
        writer = Writer(self.page.source)
        first, last = self._lines_of(token)
        for number, shift in enumerate(where.shifts):
            start = where.starts[number] + shift
            end = min(self.page.source.find("\n", start) % (len(self.page.source) + 1), last)
            if number:
                writer.other("\n", writer.last_end() or start, start)
            writer.literal(start, end)
            first = min(first, start)
        draft = Draft("code", writer.text(self.page.offsets), self.page.offsets.span(first, last))
        self._place(draft)
        self.drafts.append(draft)

    def _lines_of(self, token: Token) -> tuple[int, int]:
        starts, ends = self.page.env["lines"]
        assert token.map is not None
        first, last = token.map
        start = starts[first]
        while self.page.source[start : start + 1] in (" ", "\t"):
            start += 1
        return start, ends[max(first, min(last, len(ends)) - 1)]

    def _inline(self, token: Token) -> None:
        where: Where = token.meta["where"]
        content = token.content
        inline = Inline(self.page, where, content).read(token.children or [])
        text = inline.text()
        visible = bool(text.plain.strip())
        if not visible and not inline.links and not inline.notes:
            return
        start, end = (where.at(0), where.at(len(content) - 1) + 1) if content else (where.at(0), where.at(0))
        draft = Draft("paragraph", text, Span(start, end))
        draft.links, draft.bold, draft.breaks = inline.links, inline.bold, inline.breaks
        self._place(draft)
        if self._level:
            draft.kind, draft.level = "heading", self._level
            first = token.meta.get("start")
            last = self._heading_lines[1] - 1 if self._heading_lines else 0
            draft.span = Span(start if first is None else first, max(end, self.page.env["lines"][1][last]))
            self._name(draft)
        elif self._html.heading:
            draft.kind, draft.level = "heading", self._html.heading
            self._html.heading = 0
        elif self._lists and self._lists[-1].start >= 0:
            self._begin_item(draft, start)
        elif self._in_note:
            draft.kind = "footnote"
            if self._note_start >= 0:
                draft.span = Span(min(self._note_start, start), end)
                self._note_start = -1
        draft.span = self.page.offsets.span(*draft.span)
        if visible or draft.links:
            self.drafts.append(draft)
        self._notes(inline, where)

    def _begin_item(self, draft: Draft, start: int) -> None:
        around = self._lists[-1]
        draft.kind = "item"
        draft.marker = self.page.offsets.span(around.start, start)
        draft.span = Span(min(around.start, start), draft.span.end)
        around.start = -1
        around.item = draft

    def _place(self, draft: Draft) -> None:
        draft.quoted = self._quotes > 0
        draft.depth = len(self._lists)
        if self._lists:
            around = self._lists[-1]
            draft.group, draft.ordered, draft.intro = around.group, around.ordered, around.intro

    def _notes(self, inline: Inline, where: Where) -> None:
        """Inline footnotes: each is a block of its own, behind the one it stands in."""
        for token, at in inline.notes:
            data = self.page.env["footnotes"]["list"][token.meta["id"]]
            inner = where.inner(at + 2)
            note = Inline(self.page, inner, data["content"]).read(data["tokens"])
            text = note.text()
            if text.plain.strip():
                end = inner.at(len(data["content"]) - 1) + 2
                draft = Draft("footnote", text, self.page.offsets.span(where.at(at), end))
                draft.links, draft.quoted = note.links, self._quotes > 0
                self.drafts.append(draft)

    def _name(self, draft: Draft) -> None:
        """Take the id a heading is given ("## Cookies {#cookies}") out of its text."""
        plain = draft.text.plain
        found = _CUSTOM_ID.match(plain, plain.rfind("{")) if plain.endswith("}") else None
        if found:
            self.page.anchors.setdefault(found[1], draft.text.span(found.start(1), found.end(1)))
            draft.text = cut(draft.text, 0, len(plain[: found.start()].rstrip()))

    def _cells(self, row: list[Token]) -> None:
        table = self._table
        if table is None or "line" not in row[0].meta:
            return
        cells = cells_of(self.page.source, *row[0].meta["line"])
        texts: list[Text | None] = []
        for column, (content, where) in enumerate(cells):
            # markdown-it drops cells beyond the last column; their text is in the file all the same
            known = column + 1 < len(row)
            children = row[column + 1].children or [] if known else read_inline(content, self.page.env)
            texts.append(self._cell(content, where, children, table, texts, column))
        if not table.heads or not any(table.heads):
            table.heads = texts

    def _cell(
        self, content: str, where: Where, children: list[Token], table: _Table, row: list[Text | None], column: int
    ) -> Text | None:
        inline = Inline(self.page, where, content).read(children)
        text = inline.text()
        visible = bool(text.plain.strip())
        if content and (visible or inline.links):
            draft = Draft("cell", text, self.page.offsets.span(where.at(0), where.at(len(content) - 1) + 1))
            self._place(draft)
            draft.group, draft.intro, draft.ordered = table.group, table.intro, False
            draft.links, draft.bold, draft.breaks = inline.links, inline.bold, inline.breaks
            if column and row:
                draft.row_head = row[0]
            if table.heads and column < len(table.heads):
                draft.column_head = table.heads[column]
            self.drafts.append(draft)
        self._notes(inline, where)
        return text if visible else None


class _Assembly:
    """Freezes drafts into a policy: gives every block its section and number, and cuts it into sentences."""

    def __init__(self, source: Source, page: Page) -> None:
        self._source = source
        self._page = page
        self._sections: list[Section] = []
        self._slugs: dict[str, int] = {}
        self._anchors: dict[str, Span] = {}

    def policy(self, drafts: list[Draft], entries: tuple[Entry, ...]) -> Policy:
        """The policy made of the drafts."""
        source = self._source
        ends = _section_ends(drafts)
        root = Section(0, None, True, None, 0, range(len(drafts)))
        open_sections = [root]
        self._sections.append(root)
        blocks: list[Block] = []
        links: list[Link] = []
        found: list[Sentence] = []
        made: dict[int, Block] = {}
        for number, draft in enumerate(drafts):
            if draft.kind == "heading":
                while len(open_sections) > 1 and open_sections[-1].level >= draft.level:
                    open_sections.pop()
                section = Section(
                    draft.level, None, draft.marked, open_sections[-1], len(self._sections), range(number, ends[number])
                )
                open_sections.append(section)
                self._sections.append(section)
            block = _block(draft, open_sections[-1], number, made)
            made[id(draft)] = block
            if draft.kind == "heading":
                open_sections[-1].open_with(block)
                if draft.marked:
                    self._anchor(block)
            blocks.append(block)
            for link in draft.links:
                text = link.image or cut(block.text, link.start, link.end)
                # as it is written: lines of a target lost their marks of quotation when they were parsed
                target = source.cut(link.target_span) if "\n" in link.target else link.target
                links.append(Link(text, target, link.span, link.target_span, link.kind, block))
            for start, end in _ranges(block):
                found.append(Sentence(block, start, end, len(found)))
        return Policy(
            source=self._source,
            root=root,
            sections=tuple(self._sections),
            blocks=tuple(blocks),
            sentences=tuple(found),
            links=tuple(links),
            comments=tuple(self._page.comments),
            front_matter=entries,
            anchors={**self._anchors, **self._page.anchors},
        )

    def _anchor(self, block: Block) -> None:
        slug = _NOT_IN_SLUG.sub("", block.text.plain.strip().lower()).replace(" ", "-")
        unique = slug
        while unique in self._slugs:
            self._slugs[slug] += 1
            unique = f"{slug}-{self._slugs[slug]}"
        self._slugs[unique] = 0
        self._anchors[unique] = block.text.span(0, len(block.text.plain))


def _block(draft: Draft, section: Section, number: int, made: dict[int, Block]) -> Block:
    return Block(
        kind=draft.kind,
        text=draft.text,
        span=draft.span,
        section=section,
        number=number,
        level=draft.level if draft.kind == "heading" else 0,
        marked=draft.marked,
        quoted=draft.quoted,
        depth=draft.depth,
        group=draft.group,
        ordered=draft.ordered,
        intro=made.get(id(draft.intro)) if draft.intro and draft.intro.kind != "heading" else None,
        row_head=draft.row_head,
        column_head=draft.column_head,
    )


def _ranges(block: Block) -> list[tuple[int, int]]:
    if block.kind == "code":
        return []
    if block.kind == "heading":
        return sentences.whole(block.text.plain)
    return sentences.split(block.text.plain)


def _section_ends(drafts: list[Draft]) -> dict[int, int]:
    """For each heading the index of the first block after its last subsection."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for number, draft in enumerate(drafts):
        if draft.kind == "heading":
            while waiting and drafts[waiting[-1]].level >= draft.level:
                ends[waiting.pop()] = number
            waiting.append(number)
    for number in waiting:
        ends[number] = len(drafts)
    return ends
