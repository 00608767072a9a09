"""
The output formats: one file each, and the file name is the format name.

A format is a module with `render(run, *, color: bool) -> str`, and perhaps with `publish(run, environ)` for what it
leaves elsewhere than in its text. A file whose name starts with an underscore is a part
that several formats share.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from privacylint.hooks import Render
    from privacylint.lint import Run


class Unavailable(Exception):
    """A format needs a library that is not installed; the message says which."""


def names() -> list[str]:
    """The formats of this folder, by name, without importing one of them."""
    files = (entry.name for entry in os.scandir(__path__[0]))
    return sorted(name[:-3] for name in files if name.endswith(".py") and name[0] != "_")


def load(name: str, brought: Mapping[str, Render]) -> Render:
    """The function that renders the format `name`, from this folder or else `brought` by a plugin.

    Raises KeyError when neither has it, `Unavailable` when it lacks a library.
    """
    if name in names():
        render: Render = import_module(f"{__name__}.{name}").render
        return render
    return brought[name]


def publish(name: str, run: Run, environ: Mapping[str, str]) -> None:
    """Leave what the format `name` leaves elsewhere than in its text: the summary of a CI job. Raises OSError."""
    if name in names():
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "publish"):
            module.publish(run, environ)
