"""
Every regular expression of the packages, on strings made to hurt it: twice the string costs twice the steps, not four times.

Steps are counted by a matcher of our own, which goes forth and back over the parsed expression as the one of Python
does, so that no clock and no machine has a say.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import privacylint
import privacylint_rules
import pytest

try:
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:
    import sre_constants as sre  # type: ignore[no-redef]
    import sre_parse as parser  # type: ignore[no-redef]

ROOT = Path(__file__).parent.parent
SOURCES = {file: file.read_text("utf-8") for package in ("linter", "rules") for file in sorted((ROOT / package).rglob("*.py"))}
MOST = 20_000
BOUND = 12
"""A repetition with an upper bound is counted as if it were this one: the bound is a factor, not a power."""
SIZE = 30
GENERIC = (" ", "a", "a ", "1,", "<a", '"', "a.", "\n", " \n", "A", "a@", "(a", "[", "-", "A. ", "a-", "_", "/")

Cont = Callable[[int], bool]


class TooMany(Exception):
    """The steps that were allowed are used up."""


class Steps:
    """Counts the steps of an expression over a text."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        flags = int(self.tree.state.flags)
        self.any_case, self.lines, self.dot_all = (bool(flags & int(one)) for one in (re.I, re.M, re.S))
        self.text = ""
        self.steps = 0
        self.groups: dict[int, tuple[int, int]] = {}

    def count(self, text: str, *, anchored: bool) -> int:
        """The steps of finding every match, or of one attempt at the start."""
        self.text, self.steps = text, 0
        at = 0
        while at <= len(text):
            self.groups = {}
            self.end = -1
            found = self._walk(list(self.tree), 0, at, self._done)
            if anchored:
                break
            at = max(self.end, at + 1) if found else at + 1
        return self.steps

    def _done(self, at: int) -> bool:
        self.end = at
        return True

    def _walk(self, items: list[Any], number: int, at: int, then: Cont) -> bool:
        self.steps += 1
        if self.steps > MOST:
            raise TooMany
        if number == len(items):
            return then(at)
        op, value = items[number]

        def go_on(here: int) -> bool:
            return self._walk(items, number + 1, here, then)

        if op in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            return at < len(self.text) and self.fits(op, value, self.text[at]) and go_on(at + 1)
        if op is sre.AT:
            return self._at(value, at) and go_on(at)
        if op is sre.BRANCH:
            return any(self._walk(list(branch), 0, at, go_on) for branch in value[1])
        if op is sre.SUBPATTERN:
            group, _, _, inner = value

            def close(end: int) -> bool:
                before = self.groups.get(group)
                self.groups[group] = (at, end)
                if go_on(end):
                    return True
                self.groups[group] = before  # type: ignore[assignment]
                return False

            return self._walk(list(inner), 0, at, close)
        if op in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inner = value
            start = at if direction > 0 else at - inner.getwidth()[0]
            found = start >= 0 and self._walk(list(inner), 0, start, lambda end: direction > 0 or end == at)
            return found == (op is sre.ASSERT) and go_on(at)
        if op is sre.GROUPREF:
            place = self.groups.get(value)
            said = self.text[place[0] : place[1]] if place else None
            return said is not None and self.text.startswith(said, at) and go_on(at + len(said))
        if op is sre.GROUPREF_EXISTS:
            group, yes, no = value
            return self._walk(list(yes if self.groups.get(group) else no or []), 0, at, go_on)
        if str(op) == "ATOMIC_GROUP":
            ends: list[int] = []
            return self._walk(list(value), 0, at, lambda end: ends.append(end) or True) and go_on(ends[0])  # type: ignore[func-returns-value]
        return self._repeat(op, value, at, go_on)

    def _repeat(self, op: Any, value: Any, at: int, go_on: Cont) -> bool:
        least, most, inner = value
        bound = most if most is sre.MAXREPEAT else max(least, min(int(most), BOUND))
        body = list(inner)
        lazy, possessive = op is sre.MIN_REPEAT, str(op) == "POSSESSIVE_REPEAT"
        if len(body) == 1 and body[0][0] in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
            return self._row(body[0], least, bound, at, go_on, lazy=lazy, possessive=possessive)

        def again(here: int, count: int, last: int) -> bool:
            def more() -> bool:
                if count >= bound or (here == last and count > least):
                    return False
                return self._walk(body, 0, here, lambda end: again(end, count + 1, here))

            if count < least:
                return more()
            return (go_on(here) or more()) if lazy else (more() or go_on(here))

        return again(at, 0, -1)

    def _row(self, one: Any, least: int, bound: Any, at: int, go_on: Cont, *, lazy: bool, possessive: bool) -> bool:
        end = at
        while end < len(self.text) and (bound is sre.MAXREPEAT or end - at < bound) and self.fits(*one, self.text[end]):
            end += 1
            self.steps += 1
        if end - at < least:
            return False
        if possessive:
            return go_on(end)
        ends = range(at + least, end + 1) if lazy else range(end, at + least - 1, -1)
        return any(go_on(here) for here in ends)

    def fits(self, op: Any, value: Any, character: str) -> bool:
        """Whether one character is what an item asks for."""
        if op is sre.ANY:
            return character != "\n" or self.dot_all
        forms = {character, character.lower(), character.upper()} if self.any_case else {character}
        if op is sre.LITERAL:
            return any(ord(form) == value for form in forms if len(form) == 1)
        if op is sre.NOT_LITERAL:
            return all(ord(form) != value for form in forms if len(form) == 1)
        negated = bool(value) and value[0][0] is sre.NEGATE
        inside = any(self._in(what, given, form) for what, given in value for form in forms if len(form) == 1)
        return inside != negated

    def _in(self, what: Any, given: Any, character: str) -> bool:
        if what is sre.LITERAL:
            return ord(character) == given
        if what is sre.RANGE:
            return bool(given[0] <= ord(character) <= given[1])
        if what is sre.CATEGORY:
            name = str(given).removeprefix("CATEGORY_")
            kinds = {"DIGIT": character.isdecimal(), "SPACE": character.isspace(), "WORD": character.isalnum() or character == "_"}
            return not kinds[name.removeprefix("NOT_")] if name.startswith("NOT_") else kinds[name]
        return False

    def _at(self, where: Any, at: int) -> bool:
        text, name = self.text, str(where)
        if "BOUNDARY" in name:
            sides = [0 <= side < len(text) and (text[side].isalnum() or text[side] == "_") for side in (at - 1, at)]
            return (sides[0] != sides[1]) != ("NON" in name)
        if name.startswith("AT_BEGINNING"):
            return at == 0 or (self.lines and name == "AT_BEGINNING" and text[at - 1] == "\n")
        near_end = at == len(text) - 1 and text[at] == "\n" and name == "AT_END"
        return at == len(text) or near_end or (self.lines and name == "AT_END" and text[at : at + 1] == "\n")

    # strings that hurt

    def attacks(self) -> Iterator[tuple[str, str]]:
        """What stands before each repetition without end, and what it repeats."""
        yield from self._inside(list(self.tree), "")

    def _inside(self, items: list[Any], before: str) -> Iterator[tuple[str, str]]:
        for op, value in items:
            if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
                _, most, inner = value
                if most is sre.MAXREPEAT:
                    yield before, self._sample(list(inner))
                yield from self._inside(list(inner), before)
            elif op is sre.SUBPATTERN:
                yield from self._inside(list(value[3]), before)
            elif op is sre.BRANCH:
                for branch in value[1]:
                    yield from self._inside(list(branch), before)
            elif op in (sre.ASSERT, sre.ASSERT_NOT):
                yield from self._inside(list(value[1]), before)
            before += self._sample([(op, value)])

    def _sample(self, items: list[Any]) -> str:
        made = ""
        for op, value in items:
            if op in (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN):
                candidates = " a0-.\n\t,Az@\"'<>/(§:;!_&#*é“" + (chr(value) if op is sre.LITERAL else "") + "".join(
                    chr(given[0] if what is sre.RANGE else given) for what, given in (value if op is sre.IN else ())
                    if what in (sre.LITERAL, sre.RANGE)
                )
                made += next((one for one in reversed(candidates) if self.fits(op, value, one)), "")
            elif op is sre.SUBPATTERN:
                made += self._sample(list(value[3]))
            elif op is sre.BRANCH:
                made += self._sample(list(value[1][0]))
            elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
                made += self._sample(list(value[2])) * max(int(value[0]), 0)
            elif str(op) in ("POSSESSIVE_REPEAT",):
                made += self._sample(list(value[2])) * max(int(value[0]), 1)
        return made


def _modules() -> Iterator[Any]:
    for package in (privacylint, privacylint_rules):
        yield package
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not info.name.endswith(("__main__", "shipping")):
                yield importlib.import_module(info.name)


def _found(value: Any, deep: int = 3) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif deep and isinstance(value, list | tuple | set | frozenset) and len(value) < 100:
        for inner in value:
            yield from _found(inner, deep - 1)
    elif deep and isinstance(value, dict) and len(value) < 100:
        for inner in value.values():
            yield from _found(inner, deep - 1)


def _expressions() -> dict[str, tuple[re.Pattern[Any], bool]]:
    """Every expression by where it stands, and whether it is only ever tried at one place."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any], bool]] = {}
    used: dict[str, set[str]] = {}
    for text in SOURCES.values():
        for name, way in re.findall(r"\b(\w+)\.(match|fullmatch|search|finditer|findall|sub|subn|split)\b", text):
            used.setdefault(name, set()).add(way)
    for module in _modules():
        for name, value in vars(module).items():
            for pattern in _found(value):
                uses = used.get(name, set()) if isinstance(value, re.Pattern) else {"search"}
                anchored = bool(uses) and uses <= {"match", "fullmatch"}
                key = (pattern.pattern, pattern.flags)
                if key not in found:
                    found[key] = (f"{module.__name__.rpartition('privacylint')[2].strip('.')}:{name}", pattern, anchored)
                elif not anchored:
                    found[key] = (found[key][0], pattern, False)
    for file, text in SOURCES.items():
        for node in ast.walk(ast.parse(text)):
            function = node.func if isinstance(node, ast.Call) else None
            if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re":
                first = node.args[0] if node.args else None  # type: ignore[attr-defined]
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and function.attr not in ("escape", "compile"):
                    pattern = re.compile(first.value)
                    found.setdefault((pattern.pattern, pattern.flags), (f"{file.stem}:{node.lineno}", pattern, function.attr in ("match", "fullmatch")))  # type: ignore[attr-defined]
    return {f"{name} {number}": (pattern, anchored) for number, (name, pattern, anchored) in enumerate(found.values())}


EXPRESSIONS = _expressions()


def _worst(pattern: re.Pattern[str], *, anchored: bool) -> tuple[float, str]:
    """By how much twice the string costs more, and the string."""
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 20_000))
    counted = Steps(pattern)
    pumps = {(before, pump) for before, pump in counted.attacks() if pump}
    kinds: list[Callable[[int], str]] = [lambda size, one=one: one * size for one in GENERIC]  # type: ignore[misc]
    for before, pump in sorted(pumps):
        kinds.append(lambda size, before=before, pump=pump: before + pump * size + "\uffff")  # type: ignore[misc]
        kinds.append(lambda size, before=before, pump=pump: before * size + pump * size + "\uffff")  # type: ignore[misc]
        kinds.append(lambda size, before=before, pump=pump: (before + pump) * size + "\uffff")  # type: ignore[misc]
    worst = (0.0, "")
    for make in kinds:
        try:
            once, twice = (counted.count(make(size), anchored=anchored) for size in (SIZE, 2 * SIZE))
        except TooMany:
            return float("inf"), make(3)
        worst = max(worst, (twice / (once + 40), make(3)))
    return worst


BOUNDED = {
    "wordings:_TOKEN": "a phrase has at most 2,000 characters",
    "_rules.rules.drafting.wrong_cross_reference:_LEADING": "tried at the start of a heading only",
    "_rules.rules.drafting.wrong_cross_reference:_DATE_PLACE": "its repetitions have upper bounds, whose product is large",
    "_rules.retention.kept:_PASSIVE": "its repetitions have upper bounds, whose product is large",
}
"""Expressions that cost more on paper, and why that cannot hurt."""


@pytest.mark.parametrize("name", [name for name in EXPRESSIONS if name.partition(" ")[0] not in BOUNDED])
def test_no_expression_costs_more_than_its_text(name: str) -> None:
    pattern, anchored = EXPRESSIONS[name]
    if isinstance(pattern.pattern, bytes):
        pattern = re.compile(pattern.pattern.decode("latin-1"), pattern.flags & (re.IGNORECASE | re.DOTALL | re.MULTILINE))
    growth, text = _worst(pattern, anchored=anchored)
    assert growth < 2.6, f"{pattern.pattern!r} on {text!r} … grows by {growth:.1f}"


def test_the_counting_sees_what_goes_back_and_forth() -> None:
    for hurts in (r"(a+)+b", r"(a|a)*b", r"a*a*b", r"\s+$", r"a.*b.*c", r"\w+@", r"(?:a?){1,}b"):
        assert _worst(re.compile(hurts), anchored=False)[0] > 3, hurts
    for linear in (r"a{1,200}b", r"\bword\b", r"[a-z]", r"(?:x|y)z"):
        assert _worst(re.compile(linear), anchored=False)[0] < 2.4, linear
    assert _worst(re.compile(r"\s*#\s*(\w+)"), anchored=True)[0] < 2.4


def test_the_expressions_are_found() -> None:
    assert len(EXPRESSIONS) > 120
    assert any("_ATTRIBUTE" in name for name in EXPRESSIONS)
