"""Blocks of raw HTML become blocks of the policy: paragraphs, headings, list items, table cells."""

from __future__ import annotations

import re

from privacylint.drafts import Draft, LinkDraft, Writer, cut
from privacylint.exact import Where
from privacylint.inline import Page
from privacylint.lists import intro_of
from privacylint.policy import Text
from privacylint.raw_html import BLOCK_TAGS, BOLD_TAGS, SKIPPED_TAGS, Tag, entities, read_tag
from privacylint.source import Span

# begins where a run of blanks begins, so that a long one is not tried from each of its blanks
_LINE_BREAK = re.compile(r"(?<![ \t\f\v])[ \t\f\v]*\n\s*")
_SKIPPED_END = re.compile(r"</(?:script|style)\s*>", re.I)


class _List:
    __slots__ = ("fresh", "group", "intro", "item", "ordered")

    def __init__(self, group: int, ordered: bool, intro: Draft | None) -> None:
        self.group = group
        self.ordered = ordered
        self.intro = intro
        self.item: Draft | None = None
        self.fresh = False


class _Table:
    __slots__ = ("column", "group", "heading_row", "heads", "intro", "lists", "row")

    def __init__(self, group: int, intro: Draft | None, lists: int) -> None:
        self.group = group
        self.intro = intro
        self.lists = lists
        self.heads: list[Text | None] = []
        self.row: list[Text | None] = []
        self.heading_row = True
        self.column = -1

    def end_row(self) -> None:
        if self.heading_row and any(self.row) and not self.heads:
            self.heads = self.row
        self.row = []
        self.heading_row = True
        self.column = -1


class HtmlBlocks:
    """Reads the HTML blocks of a file one after the other; open tags carry over, as a browser would see them."""

    def __init__(self, page: Page, drafts: list[Draft], next_group: list[int]) -> None:
        self.page = page
        self.drafts = drafts
        self.heading = 0
        self._next_group = next_group
        self._lists: list[_List] = []
        self._tables: list[_Table] = []
        self._quotes = 0
        self._quoted = False
        self._depth = 0
        self._begin(Where([0], [0]), "")

    def read(self, content: str, where: Where, *, quoted: bool, depth: int) -> None:
        """Append the blocks of one HTML block; `quoted` and `depth` say where in the Markdown it stands."""
        self._begin(where, content)
        self._quoted = quoted
        self._depth = depth
        at = 0
        while at < len(content):
            start = content.find("<", at)
            if start < 0:
                start = len(content)
            self._text(at, start)
            at = self._markup(start) if start < len(content) else start
        self._flush(len(content))

    def _begin(self, where: Where, content: str) -> None:
        self._where = where
        self._content = content
        self._restart()

    def _restart(self) -> None:
        self._writer = Writer(self.page.source)
        self._links: list[LinkDraft] = []
        self._bold: list[tuple[int, int]] = []
        self._breaks: list[int] = []
        self._strong: list[int] = []
        self._open: tuple[int, int, Tag] | None = None

    def _span(self, start: int, end: int) -> Span:
        if end <= start:
            first = self._where.at(max(0, start - 1)) + 1
            return self.page.offsets.span(first, first)
        return self.page.offsets.span(self._where.at(start), self._where.at(end - 1) + 1)

    def _text(self, start: int, end: int) -> None:
        at = start
        if "&" in self._content[start:end]:
            for plain, first, last in entities(self._content, start, end):
                self._lines(at, first)
                self._writer.other(plain, self._where.at(first), self._where.at(last - 1) + 1)
                at = last
        self._lines(at, end)

    def _lines(self, start: int, end: int) -> None:
        at = start
        for line_break in _LINE_BREAK.finditer(self._content, start, end):
            self._literal(at, line_break.start())
            at = line_break.end()
            if not self._writer.ends_blank():
                first = self._where.at(line_break.start())
                self._writer.other(" ", first, self._where.at(at - 1) + 1)
        self._literal(at, end)

    def _literal(self, start: int, end: int) -> None:
        for first, last in self._where.runs(start, end):
            self._writer.literal(first, last)

    def _markup(self, start: int) -> int:
        """Read what begins with "<" at `start`; returns where it ends."""
        content = self._content
        if content.startswith("<!--", start):
            close = content.find("-->", start + 4)
            end = close + 3 if close >= 0 else len(content)
            runs = self._where.runs(start + 4, close if close >= 0 else end)
            self.page.comment(self._where.at(start), self._where.at(end - 1) + 1, runs)
            return end
        if content.startswith(("<!", "<?"), start):
            close = content.find(">", start)
            return close + 1 if close >= 0 else len(content)
        tag = read_tag(content, start)
        if tag is None:
            self._literal(start, start + 1)
            return start + 1
        end = start + tag.length
        if tag.name in SKIPPED_TAGS and not tag.closing:
            skipped = _SKIPPED_END.search(content, end)
            return skipped.end() if skipped else len(content)
        self._tag(tag, start, end)
        return end

    def _tag(self, tag: Tag, start: int, end: int) -> None:
        if not tag.closing:
            self.page.anchor(tag, self._where.at(start))
        if tag.name == "br":
            self._breaks.append(self._writer.length)
            if self._writer.length:
                self._writer.other("\n", self._where.at(start), self._where.at(end - 1) + 1)
        elif tag.name in BLOCK_TAGS:
            self._flush(start)
            self._structure(tag)
        elif tag.name in BOLD_TAGS:
            self._boldness(tag)
        elif tag.name == "a":
            # as in a browser, a link that was not closed ends where the next one begins
            if self._open:
                self._end_link(end if tag.closing else start)
            if not tag.closing and "href" in tag.attributes:
                self._open = (self._writer.length, start, tag)
        elif tag.name == "img" and "src" in tag.attributes:
            self._image(tag, start, end)

    def _boldness(self, tag: Tag) -> None:
        if not tag.closing:
            self._strong.append(self._writer.length)
        elif self._strong:
            self._bold.append((self._strong.pop(), self._writer.length))

    def _structure(self, tag: Tag) -> None:
        name = tag.name
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self.heading = 0 if tag.closing else int(name[1])
        elif name in ("ul", "ol"):
            self._list(tag)
        elif name == "li" and self._lists:
            self._lists[-1].fresh = not tag.closing
        elif name == "table":
            if not tag.closing:
                self._tables.append(_Table(self._group(), self._intro(), len(self._lists)))
            elif self._tables:
                del self._lists[self._tables.pop().lists :]
        elif name in ("tr", "thead", "tbody", "tfoot") and self._tables:
            self._tables[-1].end_row()
        elif name in ("td", "th") and self._tables and not tag.closing:
            table = self._tables[-1]
            del self._lists[table.lists :]
            table.column += 1
            table.heading_row = table.heading_row and name == "th"
        elif name == "blockquote":
            self._quotes = max(0, self._quotes + (-1 if tag.closing else 1))

    def _list(self, tag: Tag) -> None:
        if tag.closing:
            if self._lists:
                self._lists.pop()
            return
        intro = self._lists[-1].item if self._lists else self._intro()
        self._lists.append(_List(self._group(), tag.name == "ol", intro))

    def _intro(self) -> Draft | None:
        quoted = self._quoted or self._quotes > 0
        return intro_of(self.drafts, depth=self._depth + len(self._lists), quoted=quoted)

    def _group(self) -> int:
        self._next_group[0] += 1
        return self._next_group[0]

    def _end_link(self, end: int) -> None:
        assert self._open is not None
        at, start, tag = self._open
        self._open = None
        target = tag.attributes["href"]
        span = self._span(start + target.start, start + target.end)
        self._links.append(LinkDraft(at, self._writer.length, None, target.text, self._span(start, end), span, "link"))

    def _image(self, tag: Tag, start: int, end: int) -> None:
        writer = Writer(self.page.source)
        shown = tag.attributes.get("alt")
        if shown:
            for first, last in self._where.runs(start + shown.start, start + shown.end):
                writer.literal(first, last)
        target = tag.attributes["src"]
        span = self._span(start + target.start, start + target.end)
        at = self._writer.length
        text = writer.text(self.page.offsets)
        self._links.append(LinkDraft(at, at, text, target.text, self._span(start, end), span, "image"))

    def _flush(self, end: int) -> None:
        """End the block that is being written; `end` is where the next one begins."""
        if self._open:
            self._end_link(end)
        if self._strong:
            self._bold.append((self._strong[0], self._writer.length))
        text = self._writer.text(self.page.offsets)
        visible = text.plain.strip()
        if visible or self._links:
            self._append(text, visible)
        self._restart()

    def _append(self, text: Text, visible: str) -> None:
        left = len(text.plain) - len(text.plain.lstrip()) if visible else 0
        right = left + len(visible)
        text = cut(text, left, right)
        spans = [text.span(0, len(text.plain))] if visible else []
        spans += [link.span for link in self._links]
        draft = Draft(
            kind="paragraph",
            text=text,
            span=Span(min(span.start for span in spans), max(span.end for span in spans)),
            quoted=self._quoted or self._quotes > 0,
            depth=self._depth + len(self._lists),
            bold=[(start - left, end - left) for start, end in self._bold],
            breaks=[at - left for at in self._breaks if left < at < right],
            links=[link._replace(start=link.start - left, end=link.end - left) for link in self._links],
        )
        if self._tables:
            self._into_cell(draft, self._tables[-1])
        if self.heading:
            draft.kind, draft.level = "heading", self.heading
        elif self._lists:
            self._into_list(draft, self._lists[-1])
        self.drafts.append(draft)

    def _into_cell(self, draft: Draft, table: _Table) -> None:
        draft.group = table.group
        draft.intro = table.intro
        if table.column < 0:
            return
        draft.kind = "cell"
        if table.column < len(table.heads):
            draft.column_head = table.heads[table.column]
        if table.column and table.row:
            draft.row_head = table.row[0]
        table.row += [None] * (table.column + 1 - len(table.row))
        if table.row[table.column] is None:
            table.row[table.column] = draft.text

    def _into_list(self, draft: Draft, around: _List) -> None:
        draft.group = around.group
        draft.ordered = around.ordered
        draft.intro = around.intro
        if around.fresh:
            draft.kind = "item"
            around.fresh = False
            around.item = draft
