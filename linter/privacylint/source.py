"""
Bytes in, offsets out: the only place where an offset becomes a line and a column.

A `Source` holds the decoded file and never alters a character of it: a byte order mark, CRLF, a lone CR, NUL, form
feed, U+2028 and tabs all stay where they are. Everything else in privacylint speaks in offsets: the number of Unicode
code points before a place, counted from 0 in the decoded file. Lines and columns count from 1.
"""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from bisect import bisect_right
from typing import NamedTuple

LARGEST = 2_000_000
"""Bytes of the largest file that is linted: some thousand printed pages, and about a minute of work."""

_LINE_END = re.compile(r"\r\n?|\n")
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset\s{0,9}=|coding\s{0,9}[:=])\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})""", re.I
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Unreadable(Exception):
    """A file that is no text: the message says why in one line."""


class Span(NamedTuple):
    """A stretch of the decoded file: offsets in code points, `end` exclusive."""

    start: int
    end: int


class Place(NamedTuple):
    """One position: line and column count from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class Source:
    """A decoded file: its path as the user wrote it, its text unaltered, and the way from offsets to lines."""

    __slots__ = ("_line_starts", "encoding", "path", "text")

    def __init__(self, path: str, text: str, encoding: str = "utf-8") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self._line_starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    @classmethod
    def read(cls, path: str, data: bytes) -> Source:
        """Decode `data` as the file itself says (mark, declaration), else UTF-8, else by detection.

        Raises `Unreadable` when the bytes are no text, or too many.
        """
        if len(data) > LARGEST:
            raise Unreadable(f"it is larger than {LARGEST // 1_000_000} MB, the most that is linted")
        encoding = _encoding(data)
        return cls(path, data.decode(encoding), encoding)

    def encode(self, text: str | None = None) -> bytes:
        """The bytes of `text` (by default the whole file) in the encoding the file came in."""
        return (self.text if text is None else text).encode(self.encoding)

    def cut(self, span: Span) -> str:
        """Exactly the characters that `span` stands for."""
        return self.text[span.start : span.end]

    def place(self, offset: int) -> Place:
        """Line and column of an offset; an offset at the end of the file is the place after its last character."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1, offset)

    @property
    def line_count(self) -> int:
        """How many lines the file has; a file that ends with a line end has an empty last one."""
        return len(self._line_starts)

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1) without its line end."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


def bytes_at(path: str) -> bytes:
    """What a file holds, cut behind the first byte too many. Raises OSError, also for what could block or never end."""
    mode = os.stat(path).st_mode  # noqa: PTH116
    # a shell hands over what a command prints as a pipe with such a name
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or path.startswith(("/dev/fd/", "/proc/self/fd/", "/dev/stdin"))):
        raise OSError(errno.EINVAL, "it is a pipe or a device and no file")
    with open(path, "rb") as stream:  # noqa: PTH123
        return stream.read(LARGEST + 1)


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark) and _decodes(data, encoding):
            return encoding
    if b"\0" not in data[:4096] or _decodes(data, "utf-8"):
        declared = _DECLARED.search(data[:2048])
        if declared:
            name = declared[1].decode("ascii", "replace")
            try:
                if codecs.lookup(name).name != "utf-8" and _is_text_codec(name) and _decodes(data, name):
                    return codecs.lookup(name).name
            except LookupError:
                pass
        if _decodes(data, "utf-8"):
            if data.count(b"\0") > len(data) // 10:
                raise Unreadable("looks like a binary file")
            return "utf-8"
    if b"\0\0\0" in data or data.count(b"\0") > len(data) * 6 // 10:
        raise Unreadable("looks like a binary file")
    return _detected(data)


def _is_text_codec(name: str) -> bool:
    # codecs such as "hex" or "rot13" are registered too, and a stranger's file may name them
    return bool(getattr(codecs.lookup(name), "_is_text_encoding", True)) and not name.lower().startswith(
        ("idna", "punycode", "raw", "unicode", "undefined", "mbcs", "oem", "utf-7", "utf7", "utf_7")
    )


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is not None and _decodes(data, best.encoding):
        return codecs.lookup(best.encoding).name
    if b"\0" not in data and _decodes(data, "cp1252"):
        return "cp1252"
    raise Unreadable("is neither UTF-8 nor any other encoding privacylint can tell")


def _decodes(data: bytes, encoding: str) -> bool:
    # a decoding counts only when it gives the same bytes back: a fix must be able to leave the rest untouched
    try:
        return data.decode(encoding).encode(encoding) == data
    except (UnicodeError, ValueError):
        return False
