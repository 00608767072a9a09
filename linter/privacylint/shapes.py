"""
What a data file may hold: shapes that a `Node` is checked against, each mistake with its place.

    RULE = mapping(required={"summary": TEXT}, optional={"level": one_of("error", "info"), "cites": list_of(TEXT)})
    RULE.check(load("rule.yaml"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from privacylint.source import Span
from privacylint.yaml_nodes import DataError, Node, quoted

_FEW = 12


class Shape(NamedTuple):
    """`expected` names it in messages, `fits` looks at the kind of a value only, `within` raises for what is in it.

    `schema` says the same as a JSON schema, as far as that can; a mapping keeps the shapes of its keys in `keys`.
    """

    expected: str
    fits: Callable[[Node], bool]
    within: Callable[[Node], None] = lambda node: None
    schema: Mapping[str, Any] = {}
    keys: Mapping[str, Shape] = {}

    def check(self, node: Node) -> None:
        """Raise `DataError` at the first mistake."""
        if not self.fits(node):
            raise node.error(f"{_subject(node)}must be {self.expected}, got {_found(node)}")
        self.within(node)


def _is(*kinds: type) -> Callable[[Node], bool]:
    return lambda node: isinstance(node.value, kinds) and (bool in kinds or not isinstance(node.value, bool))


ANY = Shape("anything", lambda node: True)
TEXT = Shape("text", _is(str), schema={"type": "string"})
FLAG = Shape("true or false", _is(bool), schema={"type": "boolean"})
NUMBER = Shape("a number", _is(int, float), schema={"type": "number"})
NOTHING = Shape("nothing", lambda node: node.value is None, schema={"type": "null"})


def whole(least: int, most: int) -> Shape:
    """A whole number between two bounds, both allowed."""

    def within(node: Node) -> None:
        if not least <= node.value <= most:
            raise node.error(f"{_subject(node)}must be from {least} to {most}, got {node.value}")

    return Shape("a whole number", _is(int), within, {"type": "integer", "minimum": least, "maximum": most})


def text(check: Callable[[str], str | None]) -> Shape:
    """Text for which `check` gives None; else it gives what is wrong, which is said at the place of the text."""

    def within(node: Node) -> None:
        problem = check(node.value)
        if problem:
            raise node.error(problem)

    return Shape("text", _is(str), within, {"type": "string"})


def phrase(language: str, lists: Mapping[str, Sequence[str]]) -> Shape:
    """A wording of the phrase language; a mistake is placed at its column. `lists` are the word lists it may name."""

    def within(node: Node) -> None:
        from privacylint.phrases import PhraseError, compile_phrase

        try:
            compile_phrase(node.value, lists, language)
        except PhraseError as mistake:
            written = node.source.cut(node.span)
            at = written.find(node.value) if "\n" not in written else -1
            if at < 0:
                # escapes or several lines: the column in the phrase is not that in the file
                raise node.error(f"{mistake} (column {mistake.column} of the phrase)") from None
            start = min(node.span.start + at + mistake.column - 1, node.span.end)
            raise DataError(str(mistake), node.source, Span(start, start + 1)) from None

    return Shape("text", _is(str), within)


def filled(node_kind: str = "text") -> Shape:
    """Text that is not blank."""
    shape = text(lambda value: None if value.strip() else f"{node_kind} is empty")
    return shape._replace(schema={"type": "string", "pattern": r"\S"})


def one_of(*words: str, what: str = "") -> Shape:
    """One of some words; `what` they are, in messages, by default the key they stand under."""

    def within(node: Node) -> None:
        if node.value not in words:
            raise node.error(f"unknown {what or _last(node)} {quoted(node.value)}{suggestion(node.value, words)}")

    return Shape(listed(words), _is(str), within, {"enum": list(words)})


def list_of(entry: Shape, *, least: int = 0, most: int | None = None) -> Shape:
    """A list, each entry of one shape."""

    def within(node: Node) -> None:
        if len(node.value) < least or (most is not None and len(node.value) > most):
            bound = f"at least {least}" if len(node.value) < least else f"at most {most}"
            wanted = str(least) if least == most else bound
            raise node.error(f"{_subject(node)}must have {wanted} entries, got {len(node.value)}")
        for inner in node.value:
            entry.check(inner)

    bounds = {"minItems": least} if least else {}
    bounds |= {"maxItems": most} if most is not None else {}
    return Shape("a list", _is(list), within, {"type": "array", "items": entry.schema, **bounds})


def either(*shapes: Shape) -> Shape:
    """The first shape whose kind fits."""

    def within(node: Node) -> None:
        next(shape for shape in shapes if shape.fits(node)).within(node)

    return Shape(
        " or ".join(dict.fromkeys(shape.expected for shape in shapes)),
        lambda node: any(shape.fits(node) for shape in shapes),
        within,
        {"anyOf": [shape.schema for shape in shapes]},
        {key: inner for shape in shapes for key, inner in shape.keys.items()},
    )


def one_or_more(entry: Shape) -> Shape:
    """One value, or a list of them."""
    return either(list_of(entry), entry)


def mapping(
    *, required: Mapping[str, Shape] | None = None, optional: Mapping[str, Shape] | None = None, what: str = ""
) -> Shape:
    """A mapping with known keys. `what` names it where a key is missing: "a policy"."""
    required, optional = required or {}, optional or {}
    known = {**required, **optional}

    def within(node: Node) -> None:
        for key, inner in node.items():
            if key not in known:
                raise node.key_error(key, f"unknown key {quoted(key)}{suggestion(key, known)}")
            known[key].check(inner)
        for key in required:
            if key not in node.value:
                owner = what or node.name
                raise node.error(f"missing key {quoted(key)}" + (f" of {owner}" if owner else ""))

    schema: dict[str, Any] = {"type": "object", "properties": {key: inner.schema for key, inner in known.items()}}
    schema |= {"required": list(required)} if required else {}
    return Shape("a mapping", _is(dict), within, {**schema, "additionalProperties": False}, known)


def map_of(value: Shape, key: Callable[[str], str | None] = lambda key: None) -> Shape:
    """A mapping with free keys; `key` gives what is wrong with one, or None."""

    def within(node: Node) -> None:
        for name, inner in node.items():
            problem = key(name)
            if problem:
                raise node.key_error(name, problem)
            value.check(inner)

    return Shape("a mapping", _is(dict), within, {"type": "object", "additionalProperties": value.schema})


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?`, else `; expected a, b or c` while these are few."""
    import difflib

    choices = list(dict.fromkeys(known))
    alike = {choice.lower().replace("_", "-"): choice for choice in choices}
    near = difflib.get_close_matches(word[:100].lower().replace("_", "-"), alike, n=1)
    if near:
        return f'; did you mean "{alike[near[0]]}"?'
    return f"; expected {listed(choices)}" if 0 < len(choices) <= _FEW else ""


def listed(words: Iterable[str]) -> str:
    """`a, b or c`."""
    words = list(words)
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _subject(node: Node) -> str:
    return f"{quoted(node.name)} " if node.name else ""


def _last(node: Node) -> str:
    # "unknown severity": the key it stands under, without the number of a list entry
    return node.name.rpartition(".")[2].partition("[")[0] or "word"


def _found(node: Node) -> str:
    if isinstance(node.value, str):
        return f"text {quoted(node.value)}"
    if isinstance(node.value, bool):
        return "true" if node.value else "false"
    return str(node.value) if isinstance(node.value, int | float) else node.kind
