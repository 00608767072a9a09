"""Paths and columns as other programs count them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from privacylint import tree
from privacylint.source import Place, Source


def from_root(path: str) -> str:
    """A path as a code host sees it: from the top of the repository, with `/`; unaltered when it lies elsewhere."""
    return tree.relative(tree.tree_of(Path.cwd()), path)


def uri(path: str) -> str:
    """`from_root` as a relative URI reference."""
    return quote(from_root(path), safe="/")


def byte_column(source: Source | None, place: Place) -> int:
    """The column of a place in bytes of UTF-8, from 1; the column in code points where there is no text."""
    if source is None:
        return place.column
    line = source.text[place.offset - place.column + 1 : place.offset]
    return len(line.encode("utf-8", "surrogatepass")) + 1
