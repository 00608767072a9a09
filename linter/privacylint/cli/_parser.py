"""Arguments without surprises: no abbreviations, and every mistake is one line that says what was meant."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NoReturn

from privacylint.cli._mistake import Mistake

__all__ = ["Mistake", "Parser", "several", "unknown"]


# all is said in English; argparse looks for translations at each word, in files that nobody has
setattr(argparse, "_", str)  # noqa: B010


def unknown(what: str, word: str, known: Iterable[str]) -> Mistake:
    """`unknown law "gdrp"; did you mean "gdpr"?`"""
    # imported here: most runs make no mistake
    from privacylint.shapes import suggestion

    return Mistake(f'unknown {what} "{word}"{suggestion(word, sorted(known))}')


class _Page(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, **settings: Any) -> None:
        super().__init__(prog, **{"max_help_position": 30, "width": _width(), **settings})
        # argparse forgets the indent of the commands when it makes room for their names
        self._action_max_length = 16


@cache
def _width() -> int:
    # as argparse finds it, without the modules that handle archives, which it would import for this
    try:
        columns = int(os.environ.get("COLUMNS", "")) or os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (ValueError, OSError, AttributeError):
        columns = 0
    return (columns or 80) - 2


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` that raises `Mistake` and knows what a misspelt option was meant to be."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _Page)
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        """One line instead of the usage text."""
        raise Mistake(f"{message} ({self.prog} --help shows the usage)")

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As in the base class, except that an unknown option is refused by the command that does not know it."""
        options, rest = super().parse_known_args(args, namespace)
        if rest:
            self._refuse(rest[0])
        return options, rest

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            name = f"value of {action.option_strings[0]}:" if action.option_strings else str(action.metavar).lower()
            raise unknown(name, str(value), action.choices)

    def _refuse(self, word: str) -> NoReturn:
        name = word.partition("=")[0]
        if not name.startswith("-"):
            raise Mistake(f'unexpected argument "{word}" for {self.prog}')
        raise unknown("option", name, [option for option in self._option_string_actions if option.startswith("--")])


def several(value: str) -> list[str]:
    """A `type=` for names set apart by commas."""
    return [name.strip() for name in value.split(",") if name.strip()]
