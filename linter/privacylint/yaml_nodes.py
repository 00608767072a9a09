"""
YAML text to values that know where they stand in their file; the only place that knows ruamel.yaml.

A stranger may have written the file: it is built from parse events with limits on size, depth and what aliases may
unfold to, no tag makes an object, and every mistake is one `DataError` with file, line and column.
"""

from __future__ import annotations

import codecs
import math
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from privacylint.source import Place, Source, Span

LARGEST = 256_000
"""Characters a YAML file may have; the parser needs a second or two for so many."""
MOST_VALUES = 50_000
"""Values a file may have, each alias counted with everything it stands for."""
DEEPEST = 32
"""Levels of mappings and lists."""
START = Span(0, 0)
_LONGEST_QUOTE = 60
_LONGEST_NUMBER = 18

_NO_LINE_ENDS = "\x85\u2028\u2029"

_STR, _MAP, _SEQ = ("tag:yaml.org,2002:" + name for name in ("str", "map", "seq"))
_NULL = {"", "~", "null", "Null", "NULL"}
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WHOLE = re.compile(r"[-+]?[0-9]+\Z")
_REAL = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\Z")


class DataError(Exception):
    """A mistake in a file that a user wrote; `str()` is one line, `file:line:column: message`.

    `source` is None for a mistake that stands in no file (the command line); `path` then says where it was made.
    """

    def __init__(self, message: str, source: Source | None = None, span: Span = START, path: str = "") -> None:
        super().__init__(message, source, span, path)
        self.message = _one_line(message)
        self.source = source
        self.span = span
        self.path = source.path if source else path

    @property
    def place(self) -> Place | None:
        """Line and column of the mistake; None when it stands in no file."""
        return self.source.place(self.span.start) if self.source else None

    def __str__(self) -> str:
        place = self.place
        where = _one_line(self.path) + (f":{place.line}:{place.column}" if place else "")
        return f"{where}: {self.message}" if where else self.message

    def excerpt(self) -> str:
        """The line of the mistake with carets under it; empty when it stands in no file."""
        if self.source is None:
            return ""
        from privacylint.reports._excerpt import excerpt

        start = self.source.place(self.span.start)
        line = self.source.line_span(start.line)
        end = self.source.place(max(min(self.span.end, line.end), self.span.start))
        rows = []
        for row in excerpt(self.source, start, end):
            number = str(row.number or "")
            rows.append(f"{number:>5} | {row.text}")
            rows.append(f"{'':>5} | {row.marks}")
        return "\n".join(line.rstrip() for line in rows)


class Node:
    """A value of a file, and where it stands.

    `value` is text, a number, a bool, None, a dict of nodes or a list of nodes; `keys` has the span of every key of a
    mapping. `name` is the path of keys that leads to it, for messages: `policies[0].path`; empty for the whole file.
    """

    __slots__ = ("keys", "name", "source", "span", "value")

    def __init__(
        self, source: Source, value: Any, span: Span, name: str = "", keys: Mapping[str, Span] | None = None
    ) -> None:
        self.source = source
        self.value = value
        self.span = span
        self.name = name
        self.keys: Mapping[str, Span] = keys or {}

    @property
    def place(self) -> Place:
        """Line and column of the value."""
        return self.source.place(self.span.start)

    @property
    def kind(self) -> str:
        """What it is, in the words of a message: text, a number, yes or no, nothing, a list, a mapping."""
        return kind_of(self.value)

    def data(self) -> Any:
        """The plain data: dict, list, str, int, float, bool, None."""
        if isinstance(self.value, dict):
            return {key: node.data() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.data() for node in self.value]
        return self.value

    def get(self, *steps: str | int) -> Node | None:
        """The value that keys and indexes lead to, or None."""
        node: Node | None = self
        for step in steps:
            if node is None:
                return None
            if isinstance(node.value, dict):
                node = node.value.get(step)
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            else:
                return None
        return node

    def nearest(self, *steps: str | int) -> Node:
        """The value that keys and indexes lead to, as far as they lead."""
        node = self
        for step in steps:
            following = node.get(step)
            if following is None:
                break
            node = following
        return node

    def items(self) -> Iterator[tuple[str, Node]]:
        """Keys and values of a mapping; nothing for any other value."""
        if isinstance(self.value, dict):
            yield from self.value.items()

    def entries(self) -> Iterator[Node]:
        """The entries of a list; the value itself, as its only entry, when it is no list."""
        yield from self.value if isinstance(self.value, list) else (self,)

    def error(self, message: str) -> DataError:
        """A mistake in the value, to raise."""
        return DataError(message, self.source, self.span)

    def key_error(self, key: str, message: str) -> DataError:
        """A mistake in a key of this mapping, to raise."""
        return DataError(message, self.source, self.keys.get(key, self.span))


def kind_of(value: object) -> str:
    """What a plain value is, in the words of a message."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a mapping" if isinstance(value, Mapping) else "a list"


def quoted(text: str) -> str:
    """The user's word for a message: in quotation marks, short, and harmless to a terminal."""
    cut = text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
    return '"' + "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in cut) + '"'


def read_text(path: Path | str) -> Source:
    """The text of a data file: UTF-8, or what its byte order mark says. Raises `DataError`."""
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(4 * LARGEST + 4)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise DataError(f"cannot be read: {reason}", path=name) from None
    if len(data) > 4 * LARGEST:
        raise DataError(f"file is too large: more than {LARGEST} characters", path=name)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return Source(name, data.decode("utf-16" if wide else "utf-8"), "utf-16" if wide else "utf-8")
    except UnicodeDecodeError as error:
        before = Source(name, data[: error.start].decode("utf-16" if wide else "utf-8", "replace"))
        at = len(before.text)
        raise DataError("is not UTF-8", before, Span(at, at)) from None


def parse_yaml(source: Source) -> Node:
    """The root of a YAML file; an empty file is a node whose value is None. Raises `DataError`."""
    if len(source.text) > LARGEST:
        raise DataError(f"file is too large: more than {LARGEST} characters", source)
    stand_ins = _stand_ins(source.text)
    builder = _Builder(source, {ord(new): old for old, new in stand_ins.items()})
    try:
        for event in _events(source.text.translate({ord(old): new for old, new in stand_ins.items()})):
            builder.take(event)
    except DataError:
        raise
    except Exception as error:
        # whatever a parser makes of hostile text is the text's mistake, never a traceback
        raise _syntax_error(source, error, builder.reached) from None
    return builder.root


def _events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML

    # one object a file: it keeps state
    yield from YAML(typ="safe", pure=True).parse(text)


def _stand_ins(text: str) -> dict[str, str]:
    # these end no line in YAML 1.2 nor in an editor, but they do for ruamel.yaml: it sees private characters instead
    odd = [char for char in _NO_LINE_ENDS if char in text]
    free = (char for char in map(chr, range(0xE000, 0xF8FF)) if char not in text)
    return dict(zip(odd, free, strict=False))


def _syntax_error(source: Source, error: Exception, reached: int) -> DataError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    at = getattr(mark, "index", getattr(error, "position", reached))
    at = min(at if isinstance(at, int) else reached, len(source.text))
    problem = getattr(error, "problem", None)
    if isinstance(problem, str):
        return DataError(f"is not YAML: {problem}", source, Span(at, at + 1))
    if isinstance(getattr(error, "character", None), str | int):
        return DataError("is not YAML: a character that YAML does not allow", source, Span(at, at + 1))
    return DataError("is not YAML that can be read", source, Span(at, at))


class _Open:
    """A mapping or list that is not complete yet."""

    __slots__ = ("anchor", "key", "key_span", "keys", "name", "size", "span", "value")

    def __init__(self, value: dict[str, Node] | list[Node], name: str, span: Span, anchor: str | None) -> None:
        self.value = value
        self.name = name
        self.span = span
        self.anchor = anchor
        self.keys: dict[str, Span] = {}
        self.key: str | None = None
        self.key_span = span
        self.size = 1


class _Builder:
    """Makes nodes of parse events, without recursion."""

    def __init__(self, source: Source, meant: Mapping[int, str]) -> None:
        self.source = source
        self.meant = meant
        self.root = Node(source, None, START)
        self.reached = 0
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._documents = 0
        self._values = 0

    def take(self, event: Any) -> None:
        """Take the next event. Raises `DataError`."""
        name = type(event).__name__
        handler = getattr(self, "_" + name, None)
        self.reached = event.end_mark.index
        if handler:
            handler(event, Span(event.start_mark.index, event.end_mark.index))

    def _DocumentStartEvent(self, event: Any, span: Span) -> None:
        self._documents += 1
        if self._documents > 1:
            self._fail("a second document begins here, expected one", span)

    def _ScalarEvent(self, event: Any, span: Span) -> None:
        if _tag(event) not in (None, _STR):
            self._fail(f"unknown tag {quoted(_tag(event) or '')}", span)
        text = event.value.translate(self.meant) if self.meant else event.value
        if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
            self._fail("half a surrogate pair is no character", span)
        parent = self._open[-1] if self._open else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._take_key(parent, text, span)
            return
        plain = event.style is None and _tag(event) is None
        node = Node(self.source, _scalar(text) if plain else text, span, self._name())
        self._anchor(event.anchor, node, 1)
        self._add(node, 1)

    def _AliasEvent(self, event: Any, span: Span) -> None:
        if self._key_is_next():
            self._fail("an alias cannot be a key", span)
        if event.anchor not in self._anchors:
            self._fail(f"unknown alias {quoted('*' + str(event.anchor))}", span)
        meant, size = self._anchors[event.anchor]
        self._add(meant, size)

    def _MappingStartEvent(self, event: Any, span: Span) -> None:
        self._begin({}, event, span, _MAP)

    def _SequenceStartEvent(self, event: Any, span: Span) -> None:
        self._begin([], event, span, _SEQ)

    def _MappingEndEvent(self, event: Any, span: Span) -> None:
        done = self._open.pop()
        inner = done.value.values() if isinstance(done.value, dict) else done.value
        # a block ends in the events only where the next one begins
        ends = [done.span.start, *(node.span.end for node in inner if node.span.end <= span.end)]
        end = span.end if span.end > span.start else max(ends)
        node = Node(self.source, done.value, Span(done.span.start, end), done.name, done.keys)
        self._anchor(done.anchor, node, done.size)
        self._add(node, done.size, counted=True)

    _SequenceEndEvent = _MappingEndEvent

    def _begin(self, value: dict[str, Node] | list[Node], event: Any, span: Span, tag: str) -> None:
        if self._key_is_next():
            self._fail("a key must be text", span)
        if _tag(event) not in (None, tag):
            self._fail(f"unknown tag {quoted(_tag(event) or '')}", span)
        if len(self._open) >= DEEPEST:
            self._fail(f"nested more than {DEEPEST} levels deep", span)
        self._open.append(_Open(value, self._name(), span, event.anchor))
        self._count(1, span)

    def _take_key(self, parent: _Open, key: str, span: Span) -> None:
        if key == "<<":
            self._fail('merge keys ("<<") are not supported, write the keys out', span)
        if key in parent.keys:
            first = self.source.place(parent.keys[key].start)
            self._fail(f"key {quoted(key)} is given twice, first in line {first.line}", span)
        parent.keys[key] = span
        parent.key, parent.key_span = key, span

    def _add(self, node: Node, size: int, *, counted: bool = False) -> None:
        if not counted:
            self._count(size, node.span)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.size += size
        if isinstance(parent.value, list):
            parent.value.append(node)
        elif parent.key is not None:
            if node.value is None and node.span.start == node.span.end:
                # nothing was written: the key is the only place there is
                node.span = parent.key_span
            parent.value[parent.key] = node
            parent.key = None

    def _anchor(self, anchor: str | None, node: Node, size: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, size)

    def _count(self, size: int, span: Span) -> None:
        self._values += size
        if self._values > MOST_VALUES:
            self._fail(f"stands for more than {MOST_VALUES} values", span)

    def _key_is_next(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _name(self) -> str:
        if not self._open:
            return ""
        parent = self._open[-1]
        if isinstance(parent.value, list):
            return f"{parent.name}[{len(parent.value)}]"
        return f"{parent.name}.{parent.key}" if parent.name else parent.key or ""

    def _fail(self, message: str, span: Span) -> NoReturn:
        raise DataError(message, self.source, span)


def _tag(event: Any) -> str | None:
    tag = event.tag
    return None if tag is None else str(tag)


def _scalar(text: str) -> str | int | float | bool | None:
    # YAML 1.2 core: "no" and "off" are text, and a date is text too
    if text in _NULL:
        return None
    if text in _FLAGS:
        return _FLAGS[text]
    if len(text) > _LONGEST_NUMBER or not text.isascii():
        return text
    if _WHOLE.match(text):
        return int(text)
    if _REAL.match(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def _one_line(text: str) -> str:
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
