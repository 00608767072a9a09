"""Front matter: the YAML or TOML in front of a policy, read into entries that know where key and value stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from privacylint.policy import Entry
from privacylint.source import Span

_FENCED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)")
_CLOSE = {
    "---": re.compile(r"(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"),
    "+++": re.compile(r"\+\+\+[ \t]*(?:\r\n?|\n|\Z)"),
}
_KEY = re.compile(r"[ \t]*[\w\"'][\w .\"'-]*[:=](?:\s|$)|[ \t]*[#\[]")
# keys without an opening fence, as some site builders write them: every line a key in lower case, then "---"
_BARE = re.compile(r"(?:[a-z][a-z0-9_]*:[ \t][^\r\n]*(?:\r\n?|\n)){1,40}---[ \t]*(?:\r\n?|\n|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def read(text: str, start: int) -> tuple[tuple[Entry, ...], int]:
    """The entries of the front matter that begins at `start` (0, or 1 after a byte order mark), and where it ends.

    Without front matter the end is `start`. Front matter that cannot be read has no entries.
    """
    fence = _FENCED.match(text, start)
    if fence is None:
        bare = _BARE.match(text, start)
        if bare is None:
            return (), start
        return _yaml(text, start, text.rindex("---", start, bare.end())), bare.end()
    close = _closing(text, fence["fence"], fence.end())
    if close is None:
        return (), start
    reader = _yaml if fence["fence"] == "---" else _toml
    return reader(text, fence.end(), close.start()), close.end()


def _closing(text: str, fence: str, at: int) -> re.Match[str] | None:
    position = at
    first = True
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            return None
        if found := _CLOSE[fence].match(text, position):
            return found
        if first and line[0].strip():
            # a thematic break is no front matter: what follows it must look like a key
            if not _KEY.match(text, position):
                return None
            first = False
        position = line.end()
    return None


def _yaml(text: str, start: int, end: int) -> tuple[Entry, ...]:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    body = text[start:end]
    try:
        reader = YAML(typ="safe", pure=True)
        reader.allow_duplicate_keys = True
        node = reader.compose(body)
        reader = YAML(typ="safe", pure=True)
        reader.allow_duplicate_keys = True
        value = reader.load(body)
        return tuple(_yaml_entries(node, value, "", start))
    except (YAMLError, ValueError, TypeError, AttributeError, RecursionError, KeyError, NotImplementedError):
        return ()


def _yaml_entries(node: Any, value: Any, above: str, shift: int) -> Iterator[Entry]:
    if not isinstance(value, dict):
        return
    for key, child in node.value:
        name = str(key.value)
        inner = next((found for written, found in value.items() if str(written) == name), None)
        if inner is None:
            inner = value.get(_plain_key(key), None)
        path = f"{above}.{name}" if above else name
        yield Entry(path, inner, _mark(key, shift), _mark(child, shift))
        if isinstance(inner, dict):
            yield from _yaml_entries(child, inner, path, shift)


def _plain_key(node: Any) -> Any:
    return {"true": True, "yes": True, "false": False, "no": False}.get(str(node.value).lower(), node.value)


def _mark(node: Any, shift: int) -> Span:
    # a block of keys ends for YAML where the next key begins
    buffer, end = node.start_mark.buffer, node.end_mark.index
    while buffer and end > node.start_mark.index and buffer[end - 1 : end].isspace():
        end -= 1
    return Span(node.start_mark.index + shift, end + shift)


def _toml(text: str, start: int, end: int) -> tuple[Entry, ...]:
    import sys

    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        values = tomllib.loads(re.sub(r"\r\n?", "\n", text[start:end]))
    except (ValueError, RecursionError):
        return ()
    return tuple(_toml_entries(text, start, end, values))


# compiled when the first file with TOML is met
_TOML_TABLE = r"[ \t]*\[([^\[\]]+)\][ \t]*(?:#.*)?$"
_TOML_KEY = r"""[ \t]*((?:[\w-]+|"[^"\r\n]*"|'[^'\r\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\r\n]*"))*)[ \t]*=[ \t]*"""
_TOML_VALUE = r"""(?:"[^"\r\n]*"|'[^'\r\n]*'|[^#"'\r\n])*"""


def _toml_entries(text: str, start: int, end: int, values: dict[str, Any]) -> Iterator[Entry]:
    table: list[str] = []
    position = start
    while position < end:
        line = _LINE.match(text, position, end)
        if line is None or line.end() == position:
            return
        stripped = line[0].rstrip("\r\n")
        if head := re.match(_TOML_TABLE, stripped):
            table = _toml_path(head[1])
        elif key := re.match(_TOML_KEY, stripped):
            path = [*table, *_toml_path(key[1])]
            value = _at(values, path)
            if value is not None:
                first = position + key.end()
                written = re.match(_TOML_VALUE, stripped[key.end() :])
                length = len(written[0].rstrip()) if written else 0
                yield Entry(
                    ".".join(path),
                    value,
                    Span(position + key.start(1), position + key.end(1)),
                    Span(first, first + length),
                )
        position = line.end()


def _toml_path(written: str) -> list[str]:
    return [part.strip().strip("\"'") for part in written.split(".")]


def _at(values: Any, path: list[str]) -> Any:
    for part in path:
        if not isinstance(values, dict) or part not in values:
            return None
        values = values[part]
    return values
