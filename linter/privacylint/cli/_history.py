"""What `check --base` and `changes` share: which version each policy is compared with, and what is said without one."""

from __future__ import annotations

import argparse
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from privacylint.cli._parser import Mistake
from privacylint.cli._say import say

if TYPE_CHECKING:
    from privacylint.claims import Base
    from privacylint.cli._inputs import Inputs
    from privacylint.git import Earlier, Repository


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `check` that ask for an earlier version."""
    history = parser.add_argument_group("changes")
    history.add_argument(
        "--base", metavar="REV", help="also the change rules: against this git revision, or auto: what CI compares with"
    )
    add_requirement(history)


def add_requirement(parser: argparse._ActionsContainer) -> None:
    """Declare `--require-history`."""
    parser.add_argument(
        "--require-history", action="store_true", help="exit 2 when the version to compare with cannot be read"
    )


class History:
    """Finds the earlier version of each file. Afterwards `ok` is false when one was required and could not be read."""

    def __init__(self, options: argparse.Namespace, inputs: Inputs) -> None:
        from privacylint import git

        self.ok = True
        self._inputs = inputs
        self._required = bool(options.require_history)
        self._wanted = git.wanted(options.base, os.environ)
        self._said: set[str] = set()
        self._repository = cache(git.Repository)
        self._commit = cache(self._read_commit)
        if not self._wanted.certain and os.environ.get("CI"):
            self._missing("the CI system names no base, so what was committed is compared with itself; use --base REV")

    def base_of(self, path: str) -> Base | None:
        """The earlier version of a file and what it says; None where there is none."""
        from privacylint.claims import Base
        from privacylint.lint import read_claims

        earlier = self.earlier(path)
        if earlier is None or earlier.path is None or earlier.data is None:
            return None
        read = read_claims(earlier.path, earlier.data, self._inputs.plugins, self._inputs.config)
        if read.policy is None or read.claims is None:
            self._missing(f"{path}: its earlier version cannot be read")
            return None
        return Base(read.policy, read.claims, earlier.path, earlier.revision)

    def earlier(self, path: str, later: str | None = None) -> Earlier | None:
        """A file as it was; None where that cannot be told. `later` is the revision that `path` names it in."""
        from privacylint.git import NoHistory

        try:
            repository = self.repository(path)
            return repository.earlier(Path(path), self._commit(repository), later)
        except NoHistory as reason:
            if self._wanted.origin == "--base" and not reason.cut_off:
                raise Mistake(str(reason)) from None
            self._missing(f"{path}: not compared with an earlier version: {reason}")
            return None

    def repository(self, path: str) -> Repository:
        """The repository a file belongs to. Raises `NoHistory`."""
        return self._repository(Path(os.path.realpath(Path(path).parent)))

    def _read_commit(self, repository: Repository) -> str:
        return repository.commit(self._wanted)

    def _missing(self, said: str) -> None:
        self.ok = self.ok and not self._required
        if said in self._said:
            return
        self._said.add(said)
        # in a GitHub job nobody reads the log of a step that passed
        if os.environ.get("GITHUB_ACTIONS"):
            from privacylint.reports._paint import harmless

            print(f"::warning title=privacylint::{harmless(said).replace('%', '%25')}", file=sys.stderr)
        else:
            say(said)
