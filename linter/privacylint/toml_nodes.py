"""
A table of a TOML file as nodes with positions.

The TOML parser of Python tells no positions, so the lines of the file are scanned for the keys: a value stands where
its nearest written key stands. The scan only serves messages; values come from the parser.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from privacylint.source import Source, Span
from privacylint.yaml_nodes import DEEPEST, LARGEST, START, DataError, Node

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_HEADER = re.compile(r"[ \t]*(\[\[?)([^\[\]\n]+)\]")
_KEY = re.compile(rf"[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART})*)[ \t]*=")
_NAME = re.compile(_PART)
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")

_MOST_DOTS = 300

Steps = tuple[str | int, ...]


def parse_toml(source: Source, *table: str) -> Node | None:
    """The table of that name, or None when the file has none. Raises `DataError` when it is no TOML."""
    if len(source.text) > LARGEST:
        raise DataError(f"file is too large: more than {LARGEST} characters", source)
    _refuse_long_keys(source)
    data = _parsed(source)
    for name in table:
        data = data.get(name) if isinstance(data, dict) else None
    if data is None:
        return None
    places = _places(source)
    return node_of(data, source, places, table, places.get(table, START))


def node_of(data: Any, source: Source, places: dict[Steps, Span], steps: Steps = (), span: Span = START) -> Node:
    """A node of plain data. `places` has the spans of keys by the steps that lead to them; `steps` leads to `data`."""
    return _node(data, source, places, steps, span, "", 0)


def _node(
    data: Any, source: Source, places: dict[Steps, Span], steps: Steps, span: Span, name: str, depth: int
) -> Node:
    if depth > DEEPEST:
        raise DataError(f"nested more than {DEEPEST} levels deep", source, span)

    def inner(value: Any, step: str | int, inner_name: str) -> Node:
        path = (*steps, step)
        return _node(value, source, places, path, places.get(path, span), inner_name, depth + 1)

    if isinstance(data, dict):
        values = {key: inner(value, key, f"{name}.{key}" if name else key) for key, value in data.items()}
        return Node(source, values, span, name, {key: node.span for key, node in values.items()})
    if isinstance(data, list):
        return Node(source, [inner(value, at, f"{name}[{at}]") for at, value in enumerate(data)], span, name)
    # TOML has dates and times of its own; everything else here writes them as text
    plain = data if isinstance(data, str | int | float | bool | None) else str(data)
    return Node(source, plain, span, name)


def _parsed(source: Source) -> Any:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(source.text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        message = str(error)
        where = _WHERE.search(message)
        at = len(source.text)
        if where and int(where[1]) <= source.line_count:
            at = min(source.line_span(int(where[1])).start + int(where[2]) - 1, len(source.text))
        problem = _WHERE.sub("", message).replace("(at end of document)", "").strip().rstrip(".")
        problem = problem[:1].lower() + problem[1:] if isinstance(error, ValueError) else "nested too deeply"
        raise DataError(f"is not TOML: {problem}", source, Span(at, at + 1)) from None


def _refuse_long_keys(source: Source) -> None:
    # the parser takes a minute for a key of 60,000 parts
    for number in range(1, source.line_count + 1):
        line = source.line_span(number)
        if source.text.count(".", line.start, line.end) > _MOST_DOTS:
            raise DataError(f"a line with more than {_MOST_DOTS} dots is not read", source, line)


def _places(source: Source) -> dict[Steps, Span]:
    places: dict[Steps, Span] = {}
    counts: dict[Steps, int] = {}
    table: Steps = ()
    for number in range(1, source.line_count + 1):
        line = source.line_span(number)
        text = source.cut(line)
        header = _HEADER.match(text)
        if header:
            table = _names(header[2])
            places.setdefault(table, Span(line.start + header.start(2), line.start + header.end(2)))
            if header[1] == "[[":
                at = counts[table] = counts.get(table, -1) + 1
                table = (*table, at)
                places[table] = Span(line.start + header.start(2), line.start + header.end(2))
            continue
        key = _KEY.match(text)
        if key:
            span = Span(line.start + key.start(1), line.start + key.end(1))
            names = _names(key[1])
            for count in range(1, len(names) + 1):
                places.setdefault((*table, *names[:count]), span)
    return places


def _names(dotted: str) -> Steps:
    return tuple(name.strip("\"'") for name in _NAME.findall(dotted))
