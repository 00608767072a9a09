"""What `check --fix` and `check --diff` do with each file; the fixing itself is in `privacylint.fixes`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from privacylint.cli._inputs import STDIN
from privacylint.cli._say import say
from privacylint.reports._paint import shown

if TYPE_CHECKING:
    from privacylint.fixes import Fixed
    from privacylint.lint import Result
    from privacylint.source import Source

    Lint = Callable[[str, bytes | OSError], Result]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options that fix."""
    fixing = parser.add_argument_group("fixes")
    fixing.add_argument("--fix", action="store_true", help="apply the safe fixes; standard input: print it fixed")
    fixing.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    fixing.add_argument(
        "--unsafe-fixes", action="store_true", help="the doubtful fixes too: the meaning may change"
    )


class Fixer:
    """Lints one file after another, and fixes it or shows its fixes where the options ask for that.

    Afterwards `ok` says whether every fix could be made, `number` how many findings were fixed or would be.
    """

    def __init__(self, options: argparse.Namespace, *, stdin: bool) -> None:
        self.shows = bool(options.diff)
        self.works = self.shows or bool(options.fix)
        self.takes_stdout = self.shows or (self.works and stdin)
        self.unsafe = bool(options.unsafe_fixes)
        self.ok = True
        self.number = 0

    def __call__(self, path: str, name: str, data: bytes | OSError, lint: Lint) -> Result:
        """The result of the file `path` with the bytes `data`, shown as `name`; after a fix that of what remains."""
        result = lint(name, data)
        if not self.works:
            return result
        from privacylint import fixes

        fixed = fixes.fix(result, lambda new: lint(name, new), unsafe=self.unsafe)
        if fixed.problem:
            self._complain(name, fixed.problem)
        if self.shows:
            self.number += fixed.number
            self._show(result.source, fixed)
            return result
        source = result.source
        new = data if source is None or fixed.text is None else source.encode(fixed.text)
        if not self._written(path, data, new):
            return result
        self.number += fixed.number
        return fixed.result._replace(fixed=fixed.number)

    def ending(self, options: argparse.Namespace) -> int:
        """Say how much would change, and give the exit code of `--diff`: 1 when anything would."""
        if self.number and not options.quiet:
            say(f"{self.number} would be fixed")
        return int(bool(self.number) and not options.exit_zero)

    def _written(self, path: str, data: bytes | OSError, new: bytes | OSError) -> bool:
        from privacylint import fixes

        if path == STDIN and isinstance(new, bytes):
            _put(new)
        elif isinstance(data, bytes) and isinstance(new, bytes) and data != new:
            try:
                fixes.write(path, data, new)
            except fixes.NotWritten as reason:
                self._complain(path, f"cannot fix this file: it {reason}")
                return False
        return True

    def _show(self, source: Source | None, fixed: Fixed) -> None:
        from privacylint.fixes import diff

        if source is None or fixed.text is None:
            return
        text = diff(source.path, source.text, fixed.text)
        if sys.stdout.isatty():
            sys.stdout.write("".join(letter if letter in "\n\t" else shown(letter) for letter in text))
            return
        # a patch holds the bytes of the file; what no patch can hold is shown as UTF-8
        try:
            _put(text.encode(source.encoding if b"\0" not in source.encode("a") else "utf-8"))
        except UnicodeError:
            _put(text.encode("utf-8", "backslashreplace"))

    def _complain(self, path: str, reason: str) -> None:
        self.ok = False
        say(f"{path}: {reason}")


def _put(data: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
