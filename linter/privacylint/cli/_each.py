"""What `claims` and `report` share: every policy is read, shown and given up before the next, so that a folder fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from privacylint.cli._say import say

if TYPE_CHECKING:
    from privacylint.cli._inputs import Inputs
    from privacylint.lint import Reported, Result


class Shown(NamedTuple):
    """What is said of one policy, in plain words and numbers that hold nothing of it; `failures` are what broke."""

    path: str
    said: Any
    failures: tuple[Reported, ...]


def each(inputs: Inputs, show: Callable[[Result], Any]) -> list[Shown]:
    """What `show` makes of the claims of every file, in the order of the paths."""
    from privacylint.lint import read_claims

    shown = []
    for path, data in inputs.read():
        result = read_claims(path, data, inputs.plugins, inputs.config)
        shown.append(Shown(result.path, show(result), result.findings))
        if result.policy:
            result.policy.forget()
    return sorted(shown, key=lambda one: one.path)


def ending(inputs: Inputs, shown: list[Shown]) -> int:
    """Say what could not be read, and give the exit code."""
    failures = [found for one in shown for found in one.failures]
    for found in failures:
        say(f"{found.path}: {found.message}")
    return 2 if not inputs.ok else int(bool(failures))
