"""Finding the modules of a few packages where they are bound to be, without looking through their folders."""

from __future__ import annotations

import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

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
        spec = ModuleSpec(name, _Loader(name, file, status), origin=file)
        spec.has_location = True
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, status: os.stat_result) -> None:
        super().__init__(name, path)
        self._status = status

    def path_stats(self, path: Any) -> dict[str, float]:
        # it was looked at already
        return {"mtime": self._status.st_mtime, "size": self._status.st_size}
