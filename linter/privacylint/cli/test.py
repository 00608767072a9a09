"""Prove the examples of a team's own rules: YAML files, or folders of them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from privacylint.cli._inputs import add_plugin_arguments, load_plugins
from privacylint.cli._parser import Mistake

if TYPE_CHECKING:
    from privacylint.plugins import Plugins


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `test`."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="rule files, or folders with rule files")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Prove each rule; 1 when an example does not hold, 2 when a file is no rule."""
    files = list(dict.fromkeys(rule_files(options.paths)))
    plugins, ok = load_plugins(options)
    codes = [_proved(file, plugins) for file in files]
    failed = sum(code != 0 for code in codes)
    rules = f"{len(codes)} rule{'' if len(codes) == 1 else 's'}"
    sys.stdout.write(f"{rules}, {f'{failed} not proven' if failed else 'all proven'}\n")
    return max(codes) if ok else 2


def rule_files(paths: Iterable[str]) -> Iterator[Path]:
    """The rule files that `paths` stand for."""
    for path in paths:
        if not os.path.lexists(path):
            raise Mistake(f"no such file: {path}")
        file = Path(path)
        if not file.is_dir():
            yield file
            continue
        found = sorted(inner for suffix in ("yaml", "yml") for inner in file.rglob(f"*.{suffix}"))
        if not found:
            raise Mistake(f"no rule file (*.yaml) in {path}")
        yield from found


def _proved(file: Path, plugins: Plugins) -> int:
    from privacylint.testing import prove_rule
    from privacylint.yaml_nodes import DataError
    from privacylint.yaml_rules import load_rule

    try:
        rule = load_rule(file, words=plugins.words)
    except DataError as mistake:
        _line(f"error    {mistake}")
        return 2
    problems = prove_rule(rule, plugins)
    for problem in problems:
        _line(f"problem  {file}: {problem.removeprefix(f'{rule.id}: ')}")
    if not problems:
        _line(f"ok       {file}: {len(rule.good)} good, {len(rule.bad)} bad")
    return int(bool(problems))


def _line(said: str) -> None:
    from privacylint.reports._paint import harmless

    sys.stdout.write(f"{harmless(said)}\n")
