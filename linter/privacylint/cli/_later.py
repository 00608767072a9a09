"""Modules that other modules import and most runs never use: they are executed when something of them is asked for."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_LATER = ("inspect", "ipaddress", "textwrap", "traceback")


def put_off() -> None:
    """From now on, execute such a module at its first use."""
    from importlib.util import find_spec

    for name in _LATER:
        spec = None if name in sys.modules else find_spec(name)
        if spec is not None and spec.loader is not None:
            # importlib.util.LazyLoader, before Python 3.14, executes a module as soon as it is imported a second time
            module = sys.modules[name] = _Later(name)
            own: Any = module
            own.__spec__, own.__loader__, own.__package__, own.__file__ = spec, spec.loader, spec.parent, spec.origin
    import dataclasses
    import typing

    setattr(dataclasses, "inspect", _Inspect())  # noqa: B010
    _spare_annotations(typing)


def _spare_annotations(typing: Any) -> None:
    # a typed dictionary has each of its annotations compiled, which nobody ever reads
    checked = getattr(typing, "_type_check", None)
    if checked:
        typing._type_check = lambda kind, *more, **named: kind if type(kind) is str else checked(kind, *more, **named)


class _Later(ModuleType):
    def __getattr__(self, name: str) -> Any:
        loader: Any = self.__loader__
        self.__class__ = ModuleType  # type: ignore[assignment]
        loader.exec_module(self)
        return getattr(self, name)


class _Inspect:
    """`inspect` as dataclasses sees it: a class without a docstring gets an empty one and not its signature."""

    def signature(self, _: object) -> str:
        return ""

    def __getattr__(self, name: str) -> Any:
        return getattr(sys.modules["inspect"], name)
