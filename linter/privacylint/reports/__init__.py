"""
The output formats: one file each, and the file name is the format name.

A format is a module with `render(run, *, color: bool) -> str`. A file whose name starts with an underscore is a part
that several formats share.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module

from privacylint.plugins import Render


def names() -> list[str]:
    """The formats of this folder, by name, without importing one of them."""
    files = (entry.name for entry in os.scandir(__path__[0]))
    return sorted(name[:-3] for name in files if name.endswith(".py") and name[0] != "_")


def load(name: str, brought: Mapping[str, Render]) -> Render:
    """The function that renders the format `name`, from this folder or else `brought` by a plugin.

    Raises KeyError when neither has it.
    """
    if name in names():
        render: Render = import_module(f"{__name__}.{name}").render
        return render
    return brought[name]
