"""
Compiled regular expressions, kept from one run of the command to the next.

Python compiles every expression anew in every process, which takes longer than linting a policy. `remember` puts a
memory in front of that compiler, in our own process only; what the built-in rules need comes with the package where a
Python of the same kind built it. It uses parts of `re` that are not promised to stay: where they are not as expected it
does nothing, and what was kept by another Python is not read.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from typing import Any

from privacylint import kept

_NAME = "regexes"
_SHIPPED = f"{_NAME}-{sys.implementation.cache_tag}"
_CODE = "I" if array("I").itemsize == 4 else "L"
_MOST = 2_000
_WORTH_IT = 10
"""Fewer new expressions than this are not written: some are spelt anew in each process, from sets of characters."""

_KNOWN: dict[tuple[str, int], bytes] = {}
_NEW: dict[tuple[str, int], bytes] = {}


def remember() -> None:
    """From now on, take compiled expressions from the last run."""
    compiler: Any = getattr(re, "_compiler", None) or sys.modules.get("sre_compile")
    parser: Any = getattr(compiler, "_parser", None) or getattr(compiler, "sre_parse", None)
    inner = getattr(compiler, "compile", None)
    make = getattr(getattr(compiler, "_sre", None), "compile", None)
    code_of = getattr(compiler, "_code", None)
    if not (inner and make and code_of and parser) or getattr(inner, "remembers", False):
        return
    body = kept.read(_NAME, _stamp(), shipped=_SHIPPED)
    if body is not None:
        try:
            _KNOWN.update(marshal.loads(body))
        except (ValueError, EOFError, TypeError):
            _KNOWN.clear()

    def compile(p: Any, flags: int = 0) -> Any:
        if type(p) is not str:
            return inner(p, flags)
        key = (p, int(flags))
        known = _KNOWN.get(key)
        if known is not None:
            try:
                flags, code, *rest = marshal.loads(known)
                return make(p, flags, array(_CODE, code).tolist(), *rest)
            except (ValueError, EOFError, TypeError, RuntimeError):
                del _KNOWN[key]
        pattern = inner(p, flags)
        try:
            tree = parser.parse(p, key[1])
            names = [""] * tree.state.groups
            for name, number in tree.state.groupdict.items():
                names[number] = name
            index = dict(tree.state.groupdict)
            code = array(_CODE, map(int, code_of(tree, key[1]))).tobytes()
            parts = (pattern.flags, code, pattern.groups, index, tuple(name or None for name in names))
            _NEW[key] = marshal.dumps(parts)
        except (AttributeError, ValueError, TypeError, OverflowError):
            pass
        return pattern

    compile.remembers = True  # type: ignore[attr-defined]
    compiler.compile = compile


def save() -> None:
    """Keep what this run has compiled, for the next."""
    if len(_NEW) < _WORTH_IT:
        return
    body = marshal.dumps({**(_KNOWN if len(_KNOWN) + len(_NEW) <= _MOST else {}), **_NEW})
    _NEW.clear()
    kept.write(_NAME, _stamp(), body, shipped=_SHIPPED)


def _stamp() -> str:
    compiler: Any = getattr(re, "_compiler", None) or sys.modules.get("sre_compile")
    inner = getattr(compiler, "_sre", None)
    code = f"{getattr(compiler, 'MAGIC', 0)} {getattr(inner, 'CODESIZE', 0)} {_CODE} {sys.byteorder}"
    return f"{sys.version_info[:3]} {code} {sys.maxunicode}"
