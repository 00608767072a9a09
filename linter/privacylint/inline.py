"""
The inside of a block: markdown-it's inline tokens become plain text that knows where each character came from.

A cursor runs over the block's content beside the tokens: every token says by itself how many characters it took there.
"""

from __future__ import annotations

from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination
from markdown_it.token import Token

from privacylint.drafts import LinkDraft, Offsets, Writer
from privacylint.exact import Where
from privacylint.policy import Comment, Text
from privacylint.raw_html import BOLD_TAGS, BREAKING_TAGS, Tag, read_tag
from privacylint.source import Span


class Page:
    """What is collected over the whole file beside its blocks, and what every reader of a part of it needs to know."""

    def __init__(self, source: str, offsets: Offsets) -> None:
        self.source = source
        self.offsets = offsets
        self.env: dict[str, Any] = {}
        self.comments: list[Comment] = []
        self.anchors: dict[str, Span] = {}

    def comment(self, start: int, end: int, runs: list[tuple[int, int]]) -> None:
        """Note a comment that stands at `start` to `end`, its words at `runs`."""
        writer = Writer(self.source)
        for first, last in runs:
            # a line feed here may be two characters in the file
            while (line_end := self.source.find("\n", first, last)) >= 0:
                writer.literal(first, line_end)
                writer.other("\n", line_end, line_end + 1)
                first = line_end + 1
            writer.literal(first, last)
        self.comments.append(Comment(writer.text(self.offsets), self.offsets.span(start, end)))

    def anchor(self, tag: Tag, start: int) -> None:
        """Note the anchors that a tag at `start` makes."""
        for name in ("id", "name") if tag.name == "a" else ("id",):
            value = tag.attributes.get(name)
            if value and value.text:
                self.anchors.setdefault(value.text, self.offsets.span(start + value.start, start + value.end))


class Inline:
    """Reads the tokens of one block; afterwards holds its text, links, bold stretches and the notes inside it."""

    def __init__(self, page: Page, where: Where, content: str) -> None:
        self.page = page
        self.where = where
        self.content = content
        self.writer = Writer(page.source)
        self.links: list[LinkDraft] = []
        self.bold: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self.notes: list[tuple[Token, int]] = []
        self._cursor = 0
        self._strong: list[int] = []
        self._open: list[tuple[int, int]] = []
        self._html_open: tuple[int, int, Tag] | None = None
        self._images: list[Text] = []

    def read(self, tokens: list[Token]) -> Inline:
        """Read all tokens of the block."""
        for token in tokens:
            if token.type == "text":
                self._text(token.content)
            else:
                getattr(self, "_" + token.type, self._markup)(token)
        if self._strong:
            self.bold.append((self._strong[0], self.writer.length))
        if self._html_open:
            self._end_html_link(len(self.content))
        return self

    def text(self) -> Text:
        """The text of the block with its places in the file."""
        return self.writer.text(self.page.offsets)

    # one method a token type; each moves the cursor past what the token stands for

    def _text(self, content: str) -> None:
        self._literal(len(content))

    def _literal(self, length: int) -> None:
        start = self._cursor
        self._cursor = start + length
        if len(self.where.starts) == 1:
            first = self.where.at(start)
            self.writer.literal(first, first + length)
        else:
            for first, last in self.where.runs(start, start + length):
                self.writer.literal(first, last)

    def _markup(self, token: Token) -> None:
        self._cursor += len(token.markup)

    def _text_special(self, token: Token) -> None:
        start = self._cursor
        length = len(token.markup)
        if token.info == "escape":
            # the character itself is there, after its backslash
            if token.content != token.markup:
                self._cursor += 1
                length -= 1
            self._literal(length)
        else:
            self._cursor += length
            first = self.where.at(start)
            self.writer.other(token.content, first, first + length)

    def _softbreak(self, token: Token) -> None:
        self._break(" ")

    def _hardbreak(self, token: Token) -> None:
        self._break("\n")

    def _break(self, plain: str) -> None:
        content = self.content
        start = self._cursor
        end = content.index("\n", start) + 1
        while end < len(content) and content[end] in " \t":
            end += 1
        self._cursor = end
        first = self.where.at(start)
        last = self.where.at(end) if end < len(content) else self.where.at(end - 1) + 1
        self.breaks.append(self.writer.length)
        self.writer.other(plain, first, last)

    def _code_inline(self, token: Token) -> None:
        fence = len(token.markup)
        length = len(token.content)
        start = self._cursor + fence
        raw = self.content[start : start + length]
        stripped = raw.replace("\n", " ") != token.content or not self.content.startswith(token.markup, start + length)
        self._cursor = start + stripped
        for number, line in enumerate(self.content[self._cursor : self._cursor + length].split("\n")):
            if number:
                at = self.where.at(self._cursor)
                self._cursor += 1
                self.writer.other(" ", at, self.where.at(self._cursor) if self._cursor < len(self.content) else at + 1)
            self._literal(len(line))
        self._cursor += stripped + fence

    def _strong_open(self, token: Token) -> None:
        self._strong.append(self.writer.length)
        self._cursor += len(token.markup)

    def _strong_close(self, token: Token) -> None:
        if self._strong:
            self.bold.append((self._strong.pop(), self.writer.length))
        self._cursor += len(token.markup)

    def _link_open(self, token: Token) -> None:
        self._open.append((self.writer.length, self._cursor))
        self._images.clear()
        self._cursor += 1

    def _link_close(self, token: Token) -> None:
        at, start = self._open.pop()
        end = token.meta["end"]
        if token.info == "auto":
            kind, first, last = "autolink", start + 1, end - 1
            target = self._span(first, last)
        else:
            kind, target = self._target(token.meta["start"] + 1, self._cursor, end)
        self._cursor = end
        # a link around an image shows the image's text
        image = self._images[0] if self.writer.length == at and self._images else None
        self._add_link(at, image, kind, self._span(start, end), target)

    def _image(self, token: Token) -> None:
        start = self._cursor
        end = token.meta["end"]
        label = start + 2
        inner = Inline(self.page, self.where.inner(label), token.content).read(token.children or [])
        _, target = self._target(label, label + len(token.content), end)
        text = inner.text()
        self._images.append(text)
        self._add_link(self.writer.length, text, "image", self._span(start, end), target)
        self._cursor = end

    def _footnote_ref(self, token: Token) -> None:
        if "label" not in token.meta:
            self.notes.append((token, self._cursor))
        self._cursor = token.meta["end"]

    def _mdx_comment(self, token: Token) -> None:
        start = self._cursor
        self._cursor += len(token.content)
        self._comment(start, start + 3, self._cursor - 3)

    def _comment(self, start: int, first: int, last: int) -> None:
        runs = self.where.runs(first, last)
        self.page.comment(self.where.at(start), self.where.at(self._cursor - 1) + 1, runs)

    def _html_inline(self, token: Token) -> None:
        start = self._cursor
        content = token.content
        self._cursor += len(content)
        if content.startswith("<!--"):
            closed = content.endswith("-->") and len(content) > 6
            self._comment(start, start + 4, self._cursor - (3 if closed else 0))
            return
        tag = read_tag(content)
        if tag is None:
            return
        if not tag.closing:
            self.page.anchor(tag, self.where.at(start))
        if tag.name in BREAKING_TAGS:
            first = self.where.at(start)
            self.breaks.append(self.writer.length)
            self.writer.other("\n", first, self.where.at(self._cursor - 1) + 1)
        elif tag.name in BOLD_TAGS:
            if tag.closing:
                self._strong_close(Token("", "", -1))
            else:
                self._strong.append(self.writer.length)
        elif tag.name == "a":
            # as in a browser, a link that was not closed ends where the next one begins
            if self._html_open:
                self._end_html_link(self._cursor if tag.closing else start)
            if not tag.closing and "href" in tag.attributes:
                self._html_open = (self.writer.length, start, tag)
        elif tag.name == "img" and "src" in tag.attributes:
            self._html_image(start, tag)

    def _end_html_link(self, end: int) -> None:
        assert self._html_open is not None
        at, start, tag = self._html_open
        self._html_open = None
        target = tag.attributes["href"]
        self._add_link(at, None, "link", self._span(start, end), self._span(start + target.start, start + target.end))

    def _html_image(self, start: int, tag: Tag) -> None:
        writer = Writer(self.page.source)
        shown = tag.attributes.get("alt")
        if shown:
            for first, last in self.where.runs(start + shown.start, start + shown.end):
                writer.literal(first, last)
        target = tag.attributes["src"]
        text = writer.text(self.page.offsets)
        self._images.append(text)
        self._add_link(
            self.writer.length,
            text,
            "image",
            self._span(start, self._cursor),
            self._span(start + target.start, start + target.end),
        )

    def _add_link(self, at: int, image: Text | None, kind: str, span: Span, target: Span) -> None:
        offsets = self.page.offsets
        written = self.page.source[target.start : target.end]
        self.links.append(
            LinkDraft(at, self.writer.length, image, written, offsets.span(*span), offsets.span(*target), kind)
        )

    def _span(self, start: int, end: int) -> Span:
        first = self.where.at(start) if start < len(self.content) else self.where.at(start - 1) + 1
        return Span(first, self.where.at(end - 1) + 1 if end > start else first)

    def _target(self, label: int, label_end: int, end: int) -> tuple[str, Span]:
        """Kind and place of the target of a link or image whose label is given and which ends at `end`."""
        content = self.content
        after = label_end + 1
        if after < end and content[after] == "(":
            return "link", self._destination(after + 1, end)
        name = content[label:label_end]
        if end - after > 2 and content[after] == "[":
            name = content[after + 1 : end - 1]
        found = self.page.env.get("references", {}).get(normalizeReference(name))
        return "reference", definition(self.page, found["map"][0]) if found else Span(0, 0)

    def _destination(self, start: int, end: int) -> Span:
        while start < end and self.content[start] in " \t\n":
            start += 1
        found = parseLinkDestination(self.content, start, end)
        if not found.ok:
            return self._span(start, start)
        if self.content[start] == "<":
            return self._span(start + 1, found.pos - 1)
        return self._span(start, found.pos)


def definition(page: Page, line: int) -> Span:
    """Where the target of the reference definition stands that begins on a line."""
    source = page.source
    at = source.index("[", page.env["lines"][0][line]) + 1
    while at < len(source) and source[at] != "]":
        at += 2 if source[at] == "\\" else 1
    at += 2
    while at < len(source) and source[at] in " \t\n>":
        at += 1
    found = parseLinkDestination(source, at, len(source))
    if not found.ok:
        return Span(at, at)
    return Span(at + 1, found.pos - 1) if source[at] == "<" else Span(at, found.pos)
