"""Finding the modules of a few packages where they are bound to be, without looking through their folders."""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import MAGIC_NUMBER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_PACKAGES = frozenset(("privacylint", "privacylint_rules", "markdown_it", "mdit_py_plugins", "mdurl"))
"""So many small modules come from these that looking for them takes as long as executing them."""


def look_near() -> None:
    """From now on, look for a module of these packages beside its package first; whatever is not there is as ever."""
    if _Near not in sys.meta_path:
        sys.meta_path.insert(0, _Near)


class _Near:
    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """The module as `<folder of its package>/<name>.py`, where there is such a file."""
        if path is None or name.partition(".")[0] not in _PACKAGES or len(path) != 1:
            return None
        file = f"{path[0]}{os.sep}{name.rpartition('.')[2]}.py"
        try:
            status = os.stat(file)  # noqa: PTH116
        except OSError:
            return None
        code = f"{path[0]}{_CODE}{name.rpartition('.')[2]}{_TAG}" if _TAG else None
        spec = ModuleSpec(name, _Loader(name, file, status, code), origin=file)
        spec.has_location = True
        if code:
            spec.cached = code
        return spec


_CODE = f"{os.sep}__pycache__{os.sep}"
_TAG = "" if sys.pycache_prefix or sys.flags.optimize else f".{sys.implementation.cache_tag}.pyc"
"""How the name of a compiled module ends; empty where it is none of the usual ones."""


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, status: os.stat_result, code: str | None) -> None:
        super().__init__(name, path)
        self._status = status
        self._code = code

    def get_code(self, fullname: str) -> Any:
        """The compiled module as Python keeps it, without the many steps in which Python looks for it."""
        status = self._status
        # neither made from a hash of the source nor from another version of it
        head = b"%b\0\0\0\0%b%b" % (MAGIC_NUMBER, _four(int(status.st_mtime)), _four(status.st_size))
        try:
            with open(self._code or "", "rb", 0) as stream:  # noqa: PTH123
                data = stream.read()
            if data[:16] == head:
                code = marshal.loads(memoryview(data)[16:])
                if code.co_filename == self.path:
                    return code
        except (OSError, ValueError, EOFError, TypeError, AttributeError):
            pass
        return super().get_code(fullname)

    def path_stats(self, path: Any) -> dict[str, float]:
        # it was looked at already
        return {"mtime": self._status.st_mtime, "size": self._status.st_size}


def _four(number: int) -> bytes:
    return (number & 0xFFFFFFFF).to_bytes(4, "little")
