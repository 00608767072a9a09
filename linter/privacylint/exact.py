"""
markdown-it-py with exact positions: every token of prose, code and raw HTML knows which characters it came from.

markdown-it only tells the lines a block stands on. It cuts every block out of its lines in one method (`getLines`), so
this is where the offsets are recorded, instead of searching for the text again afterwards. Offsets in this file count
in the text that is parsed: line ends are "\n", nothing else differs from the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, ClassVar, Literal

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

# every character some inline rule reacts to; a narrower set than markdown-it's own, which makes prose twice as fast
_TERMINATORS = re.compile(r"[\n*\[\]\\_`]|~~|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|[!^](?=\[)|\{(?=/\*)")

# deeper blocks are read as plain paragraphs: nothing is lost, and Python's stack stays far from its end
_DEEPEST = 32

_Inline = Callable[[StateInline, bool], bool]


class Where:
    """Where a block's content stands: runs of characters, each from index `starts[i]`, `shifts[i]` further on."""

    __slots__ = ("offset", "shifts", "starts")

    def __init__(self, starts: list[int], shifts: list[int], offset: int = 0) -> None:
        self.starts = starts
        self.shifts = shifts
        self.offset = offset

    def at(self, index: int) -> int:
        """The offset in the parsed text of character `index` of the content."""
        index += self.offset
        if len(self.starts) == 1:
            return index + self.shifts[0]
        return index + self.shifts[bisect_right(self.starts, index) - 1]

    def runs(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the parsed text that the characters `start` to `end` of the content stand for."""
        start += self.offset
        end += self.offset
        first = bisect_right(self.starts, start) - 1
        found = []
        while start < end:
            stop = min(end, self.starts[first + 1]) if first + 1 < len(self.starts) else end
            found.append((start + self.shifts[first], stop + self.shifts[first]))
            start = stop
            first += 1
        return found

    def inner(self, start: int) -> Where:
        """The same for a part of the content that begins at `start`."""
        return Where(self.starts, self.shifts, self.offset + start)


class _ExactBlock(StateBlock):
    """The block state of markdown-it, which also writes down where it cut each block's content from."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        env["lines"] = (self.bMarks[:-1], self.eMarks[:-1])
        self._cut: tuple[Where, str] | None = None
        self._waiting: Token | None = None

    def getLines(self, begin: int, end: int, indent: int, keepLastLF: bool) -> str:
        starts: list[int] = []
        shifts: list[int] = []
        queue: list[str] = []
        length = 0
        src = self.src
        for line in range(begin, end):
            first = self.bMarks[line] if not indent else self._after_indent(line, indent, keepLastLF or line + 1 < end)
            last = self.eMarks[line] + (1 if line + 1 < end or keepLastLF else 0)
            starts.append(length)
            shifts.append(first - length)
            queue.append(src[first:last])
            length += len(queue[-1])
        text = "".join(queue)
        where = Where(starts or [0], shifts or [0])
        if self._waiting is not None:
            self._waiting.meta = {"where": where}
            self._waiting = None
        else:
            self._cut = (where, text)
        return text

    def _after_indent(self, line: int, indent: int, with_end: bool) -> int:
        # as in markdown-it, but a tab that is half indent, half content counts as indent: no character is made up
        start = first = self.bMarks[line]
        last = self.eMarks[line] + (1 if with_end else 0)
        seen = 0
        while first < last and seen < indent:
            character = self.src[first]
            if character == "\t":
                seen += 4 - (seen + self.bsCount[line]) % 4
            elif character == " " or first - start < self.tShift[line]:
                seen += 1
            else:
                break
            first += 1
        return first

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        if ttype == "inline":
            self._place(token)
        elif ttype in ("html_block", "fence", "code_block"):
            self._waiting = token
        elif ttype == "list_item_open":
            token.meta = {"start": self.bMarks[self.line] + self.tShift[self.line]}
        elif ttype == "table_close":
            self._place_rows()
        return token

    def _place(self, token: Token) -> None:
        if self._cut is not None:
            where, raw = self._cut
            self._cut = None
            token.meta = {"where": where.inner(len(raw) - len(raw.lstrip(MD_TRIM_CHARS)))}
        elif self.parentType != "table":
            # an ATX heading: the only block that is cut from its line without getLines
            line = self.line - 1
            start = begin = self.bMarks[line] + self.tShift[line]
            end = self.eMarks[line]
            while start < end and self.src[start] == "#" and start - begin < 6:
                start += 1
            raw = self.src[start:end]
            start += len(raw) - len(raw.lstrip(MD_TRIM_CHARS))
            token.meta = {"where": Where([0], [start]), "start": begin}

    def _place_rows(self) -> None:
        for token in reversed(self.tokens):
            if token.type == "tr_open" and token.map:
                line = token.map[0]
                token.meta = {"line": (self.bMarks[line] + self.tShift[line], self.eMarks[line])}
            elif token.type == "table_open":
                return


def cells_of(source: str, start: int, end: int) -> list[tuple[str, Where]]:
    """The cells of a table row that stands at `start` to `end`, as markdown-it splits it: content and its place."""
    raw = source[start:end]
    left = len(raw) - len(raw.lstrip(MD_TRIM_CHARS))
    end = start + len(raw.rstrip(MD_TRIM_CHARS))
    start += left
    cells: list[list[tuple[int, int]]] = [[]]
    begin = start
    for bar in re.finditer(r"\|", source[start:end]):
        at = start + bar.start()
        if at > start and source[at - 1] == "\\":
            cells[-1].append((begin, at - 1))
            begin = at
        else:
            cells[-1].append((begin, at))
            cells.append([])
            begin = at + 1
    cells[-1].append((begin, max(begin, end)))
    if cells and all(a == b for a, b in cells[0]):
        cells.pop(0)
    if cells and all(a == b for a, b in cells[-1]):
        cells.pop()
    return [_cell(source, runs) for runs in cells]


def _cell(source: str, runs: list[tuple[int, int]]) -> tuple[str, Where]:
    starts: list[int] = []
    shifts: list[int] = []
    length = 0
    for start, end in runs:
        starts.append(length)
        shifts.append(start - length)
        length += end - start
    raw = "".join(source[start:end] for start, end in runs)
    return raw.strip(MD_TRIM_CHARS), Where(starts, shifts, len(raw) - len(raw.lstrip(MD_TRIM_CHARS)))


def _read_blocks(state: StateCore) -> None:
    blocks = _ExactBlock(state.src, state.md, state.env, state.tokens)
    state.md.block.tokenize(blocks, blocks.line, blocks.lineMax)


def _read_inlines(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        children = token.children = []
        if _TERMINATORS.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, children)
        elif token.content:
            children.append(Token("text", "", 0, content=token.content))


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return state.level >= _DEEPEST and not silent and paragraph(state, start, end, silent)


def _comment_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """An MDX comment that stands on lines of its own."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("{/*", at) or state.is_code_block(start):
        return False
    if "mdx_last" not in state.env:
        state.env["mdx_last"] = state.src.rfind("*/}")
    if state.env["mdx_last"] < at:
        return False
    close = state.src.find("*/}", at) + 3
    last = start
    while last < end and state.eMarks[last] < close:
        last += 1
    if last >= end or state.src[close : state.eMarks[last]].strip():
        return False
    if not silent:
        state.line = last + 1
        token = state.push("mdx_comment", "", 0)
        token.map = [start, last + 1]
        token.meta = {"start": at, "end": close}
    return True


def _comment_inline(state: StateInline, silent: bool) -> bool:
    """An MDX comment inside a paragraph."""
    if not state.src.startswith("{/*", state.pos):
        return False
    if _last(state, "*/}", -1) < state.pos:
        return False
    close = state.src.find("*/}", state.pos, state.posMax)
    if close < 0:
        return False
    if not silent:
        token = state.push("mdx_comment", "", 0)
        token.content = state.src[state.pos : close + 3]
    state.pos = close + 3
    return True


def _last(state: StateInline, mark: str, key: int) -> int:
    """Where a mark stands last in a block; looked up once a block, so that a row of open brackets stays linear."""
    found = state.cache.get(key)
    if found is None:
        # markdown-it keeps offsets here, which are never negative
        found = state.cache[key] = state.src.rfind(mark)
    return found


def _marked(rule: _Inline) -> _Inline:
    """The rule, with the range it took written on the last token it made."""

    def mark(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if state.src[start] == "[" and not state.env.get("references") and _last(state, "](", -2) < start:
            if rule is link:
                return False
        elif _last(state, "]", -3) < start and rule is not autolink:
            return False
        if not rule(state, silent):
            return False
        if not silent:
            state.tokens[-1].meta.update(start=start, end=state.pos)
        return True

    return mark


def read_inline(content: str, env: EnvType) -> list[Token]:
    """The inline tokens of a piece of text that markdown-it left out of its tokens."""
    tokens: list[Token] = []
    md = parser()
    md.inline.parse(content, md, env, tokens)
    return tokens


@cache
def parser(*, mdx: bool = False) -> MarkdownIt:
    """The parser: CommonMark with tables, strikethrough, footnotes and, on demand, MDX comments; made once."""
    md = MarkdownIt("commonmark", {"maxNesting": 40}, renderer_cls=_NoRenderer)
    md.enable(["table", "strikethrough"]).use(footnote_plugin)
    # text_join would drop the written form of entities and escapes; footnote_tail drops notes nobody refers to
    md.disable(["normalize", "text_join", "footnote_tail"])
    md.core.ruler.at("block", _read_blocks)
    md.core.ruler.at("inline", _read_inlines)
    md.block.ruler.before("table", "too_deep", _too_deep)
    if mdx:
        md.block.ruler.before("table", "mdx_comment", _comment_block, {"alt": ["paragraph", "reference", "blockquote"]})
        md.inline.ruler.push("mdx_comment", _comment_inline)
    for name, rule in (
        ("link", link),
        ("image", image),
        ("autolink", autolink),
        ("footnote_inline", footnote_inline),
        ("footnote_ref", footnote_ref),
    ):
        md.inline.ruler.at(name, _marked(rule))
    md.inline.terminator_re = _TERMINATORS
    # a linter wants every link, the unsafe ones too, and as it is written
    md.normalizeLink = _as_written  # type: ignore[method-assign]
    md.normalizeLinkText = _as_written  # type: ignore[method-assign, assignment]
    md.validateLink = _any_target  # type: ignore[method-assign]
    return md


class _NoRenderer:
    """Nothing is rendered here, and the renderer for HTML takes its time to come into being."""

    __output__: ClassVar[str] = "none"

    def __init__(self, md: MarkdownIt) -> None:
        """Take what markdown-it gives to a renderer."""

    def render(self, tokens: Sequence[Token], options: Any, env: EnvType) -> str:
        """Nothing."""
        return ""


def _as_written(url: str) -> str:
    return url


def _any_target(url: str) -> bool:
    return True
