"""Raw HTML in a policy: tags are markup, what stands between them is text, and block-level tags make blocks."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

BOLD_TAGS = frozenset({"b", "strong"})
# tags that end the line they stand in when they are met inside a paragraph
BREAKING_TAGS = frozenset(
    {"br", "p", "div", "li", "tr", "td", "th", "ul", "ol", "table", "hr", "dd", "dt", "dl"}
    | {f"h{level}" for level in range(1, 7)}
)
_SECTION_TAGS = """
    address article aside blockquote body caption center col colgroup details dialog fieldset figcaption figure footer
    form head header html iframe legend main menu nav noframes option pre search section select summary tbody template
    textarea tfoot thead title
"""
BLOCK_TAGS = BREAKING_TAGS | frozenset(_SECTION_TAGS.split())
SKIPPED_TAGS = frozenset({"script", "style"})

_NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_QUOTE = re.compile(r"""=\s*(["'])""")
_MOST_QUOTES = 200


class Value(NamedTuple):
    """The value of an attribute, with its place counted from the start of the tag."""

    text: str
    start: int
    end: int


class Tag(NamedTuple):
    """A tag: its name in lower case, its attributes, and how many characters it takes."""

    name: str
    closing: bool
    attributes: dict[str, Value]
    length: int


def read_tag(text: str, at: int = 0) -> Tag | None:
    """The tag that begins at `at`, None when there is none or it has no end."""
    head = _NAME.match(text, at)
    if head is None:
        return None
    end = _tag_end(text, head.end())
    if end < 0:
        return None
    attributes: dict[str, Value] = {}
    if end - head.end() > 1:
        for found in _ATTRIBUTE.finditer(text, head.end(), end - 1):
            group = found.lastindex or 0
            if group > 1:
                attributes.setdefault(
                    found[1].lower(), Value(found[group], found.start(group) - at, found.end(group) - at)
                )
    return Tag(head[2].lower(), bool(head[1]), attributes, end - at)


def _tag_end(text: str, at: int) -> int:
    # a ">" inside a quoted value does not end a tag; the count keeps hostile runs of open quotes linear
    for _ in range(_MOST_QUOTES):
        end = text.find(">", at)
        if end < 0:
            return -1
        quote = _QUOTE.search(text, at, end)
        if quote is None:
            return end + 1
        at = text.find(quote[1], quote.end()) + 1
        if not at:
            return -1
    return -1


def entities(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The entities in a stretch of HTML text: what each stands for, and where it stands."""
    found = []
    for entity in _ENTITY.finditer(text, start, end):
        plain = unescape(entity[0])
        if plain != entity[0]:
            found.append((plain, entity.start(), entity.end()))
    return found
