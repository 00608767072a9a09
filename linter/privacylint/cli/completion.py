"""
Print the completion script of a shell.

    privacylint completion bash > ~/.local/share/bash-completion/completions/privacylint
    privacylint completion zsh > ~/.zfunc/_privacylint

It knows the rules, laws and formats of today: write it anew after an update or a new plugin.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `completion`."""
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="SHELL", help="bash, zsh or tcsh")


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    from privacylint.cli import commands, parser_of

    parser = parser_of(commands())
    words = _words()
    for action in _actions(parser):
        name = str(action.metavar).partition("[")[0].partition("=")[0]
        if name in words:
            action.choices = words[name]
        elif name in ("PATH", "FILE"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    sys.stdout.write(shtab.complete(parser, options.shell) + "\n")
    return 0


def _words() -> dict[str, list[str]]:
    from privacylint import reports
    from privacylint.plugins import load

    plugins = load()
    return {
        "RULE": sorted(plugins.rules),
        "LAW": ["auto", *sorted(plugins.regimes)],
        "FORMAT": sorted({*reports.names(), *plugins.reports}),
    }


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for page in action.choices.values():
                yield from _actions(page)
