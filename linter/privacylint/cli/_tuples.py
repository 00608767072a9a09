"""
Making the classes of named tuples without compiling Python for each.

`typing.NamedTuple` writes a function as text and compiles it for each class, and a hundred classes are made at each
start: a tenth of it. What is made here is the same class, with a copy of a function compiled once for so many fields.
"""

from __future__ import annotations

from functools import cache
from types import CodeType, FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_OWN = frozenset((
    "__new__", "__init__", "__slots__", "__getnewargs__", "__classcell__", "_fields", "_field_defaults", "_make",
    "_replace", "_asdict", "_source",
))  # fmt: skip
"""What a class of named tuples may not have of its own: `typing` says so in its own words."""


def make_quickly() -> None:
    """From now on, make such classes in this way where they are plain ones; all others as ever."""
    import collections
    import typing

    meta: Any = getattr(typing, "NamedTupleMeta", None)
    base = getattr(typing, "_NamedTuple", None)
    getter: Any = getattr(collections, "_tuplegetter", None)
    if meta is None or base is None or getter is None or getattr(meta.__new__, "is_quick", False):
        return
    slow: Callable[..., Any] = meta.__new__

    def quick(cls: Any, name: str, bases: tuple[Any, ...], own: dict[str, Any], **more: Any) -> Any:
        # since Python 3.14 the annotations are not there yet
        types = own.get("__annotations__")
        if not types or bases != (base,) or more or not _is_plain(types, own):
            return slow(cls, name, bases, own, **more)
        return _made(name, types, own, getter)

    quick.is_quick = True  # type: ignore[attr-defined]
    meta.__new__ = quick


def _is_plain(types: Iterable[str], own: dict[str, Any]) -> bool:
    has_default = False
    for field in types:
        if field[0] == "_" or (has_default and field not in own):
            return False
        has_default = field in own
    return _OWN.isdisjoint(own)


def _made(name: str, types: dict[str, Any], own: dict[str, Any], getter: Any) -> type:
    fields = tuple(types)
    defaults = {field: own[field] for field in fields if field in own}
    code = _code(len(fields)).replace(co_varnames=("_cls", *fields))
    new = FunctionType(code, _SEEN, "__new__", tuple(defaults.values()))
    new.__annotations__ = types
    new.__qualname__ = f"{name}.__new__"
    space = {
        "__doc__": f"{name}({', '.join(fields)})",
        **_SHARED,
        **own,
        "__new__": new,
        "__match_args__": fields,
        "_fields": fields,
        "_field_defaults": defaults,
    }
    for number, field in enumerate(fields):
        space[field] = getter(number, None)
    return type(name, (tuple,), space)


@cache
def _code(size: int) -> CodeType:
    names = ", ".join(f"_{number}" for number in range(size))
    made: CodeType = eval(f"lambda _cls, {names}: _new(_cls, ({names},))").__code__
    return made.replace(co_name="__new__")


_SEEN = {"_new": tuple.__new__, "__builtins__": {}}


@classmethod  # type: ignore[misc]
def _make(cls: Any, values: Iterable[Any]) -> Any:
    """An instance of a sequence of as many values as there are fields."""
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **values: Any) -> Any:
    """The same with other values in some fields."""
    made = self._make(map(values.pop, self._fields, self))
    if values:
        raise TypeError(f"Got unexpected field names: {list(values)!r}")
    return made


def _as_dict(self: Any) -> dict[str, Any]:
    """The values by the names of their fields."""
    return dict(zip(self._fields, self, strict=True))


def _shown(self: Any) -> str:
    parts = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({parts})"


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(self)


_SHARED: dict[str, Any] = {
    "__slots__": (), "__repr__": _shown, "__getnewargs__": _values,
    "_make": _make, "_replace": _replace, "_asdict": _as_dict,
}  # fmt: skip
