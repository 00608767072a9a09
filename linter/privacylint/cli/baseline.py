"""
Accept today's findings, so that only new ones fail.

Writes every finding of today into a file that belongs into the repository; `check` passes over what stands in it. With
PATH only the findings of these files are written anew. `--prune` accepts nothing: it only takes out what is gone.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from privacylint.cli._inputs import STDIN, add_arguments, gather
from privacylint.cli._parser import Mistake
from privacylint.cli._say import say

if TYPE_CHECKING:
    from privacylint.baseline import Accepted
    from privacylint.config import Config


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `baseline`."""
    add_arguments(parser)
    parser.add_argument("--prune", action="store_true", help="take out what is gone, accept nothing new")
    parser.add_argument("--output", metavar="FILE", help="the file (default: the one the configuration names)")


def run(options: argparse.Namespace) -> int:
    """Write the file and say what changed in it."""
    from privacylint import baseline, tree
    from privacylint.lint import lint_file

    inputs = gather(options)
    config = inputs.config
    if STDIN in inputs.paths:
        raise Mistake("standard input has no place in a baseline; name files")
    file = Path(options.output) if options.output else config.baseline or Path(config.root / baseline.NAME)
    before = baseline.Baseline.load(file).entries if file.exists() or options.prune else ()
    today = config.as_of or date.today()
    results = [lint_file(path, data, inputs.plugins, config, today=today) for path, data in inputs.read()]
    if not inputs.ok:
        return 2
    found = baseline.accept(results, config.root, config.never_ignore)
    ran = {tree.relative(config.root, result.path) for result in results}
    elsewhere = _elsewhere(before, ran, config.root, whole=not options.paths)
    after = [*elsewhere, *(_both(before, found) if options.prune else found)]
    try:
        baseline.write(file, after)
    except OSError as error:
        raise Mistake(f"cannot write {file}: {error.strerror}") from None
    print(f"{_shown(file)}: {_said(before, after)}")
    if config.baseline is None and not options.output:
        _tell_the_configuration(config, file)
    return 0


def _elsewhere(before: Collection[Accepted], ran: Collection[str], root: Path, *, whole: bool) -> list[Accepted]:
    # entries of files that did not run stay, except in a run over everything, where they are files that are gone
    return [entry for entry in before if entry.path not in ran and not (whole and not (root / entry.path).exists())]


def _both(before: Collection[Accepted], found: Collection[Accepted]) -> list[Accepted]:
    left = _counts(before)
    kept = []
    for entry in found:
        if left[entry.fingerprint] > 0:
            left[entry.fingerprint] -= 1
            kept.append(entry)
    return kept


def _said(before: Collection[Accepted], after: Collection[Accepted]) -> str:
    old, new = _counts(before), _counts(after)
    count = sum(new.values())
    moves = (("new", new - old), ("gone", old - new)) if before else ()
    changes = [f"{sum(counts.values())} {word}" for word, counts in moves if counts]
    return f"{count} accepted finding{'' if count == 1 else 's'}" + (f", {', '.join(changes)}" if changes else "")


def _counts(entries: Collection[Accepted]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for entry in entries:
        counts[entry.fingerprint] += entry.times
    return counts


def _tell_the_configuration(config: Config, file: Path) -> None:
    """Name the file in the configuration where a line at its end does that, else say what to write."""
    line = f"baseline: {file.name}\n"
    target = config.path or config.root / "privacylint.yaml"
    if target.suffix in (".yaml", ".yml") and _appended(target, line):
        print(f"{_shown(target)}: names it now")
    else:
        say(f"add `baseline: {file.name}` to {_shown(target)}")


def _appended(target: Path, line: str) -> bool:
    from privacylint import config as configuration
    from privacylint.packs import write_atomically

    try:
        text = target.read_bytes().decode("utf-8") if target.exists() else ""
        end = "\r\n" if "\r\n" in text else "\n"
        write_atomically(target, text + (end if text and not text.endswith("\n") else "") + line.replace("\n", end))
        try:
            if configuration.load(target).baseline is not None:
                return True
        except configuration.ConfigError:
            pass
        # the file is written in a way that a line at its end does not fit
        write_atomically(target, text)
    except (OSError, UnicodeDecodeError):
        pass
    return False


def _shown(file: Path) -> str:
    from privacylint.reports._paint import shown_path

    here = Path.cwd()
    return shown_path(str(file.relative_to(here) if here in file.parents else file))
