"""Print the completion script of a shell: `privacylint completion bash`, zsh or tcsh."""

from __future__ import annotations

import argparse
import sys

from privacylint.cli._parser import choice


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `completion`."""
    parser.add_argument("shell", type=choice(("bash", "zsh", "tcsh"), "shell"), metavar="SHELL", help="bash, zsh or tcsh")


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    import shtab

    from privacylint.cli import commands, parser_of

    sys.stdout.write(shtab.complete(parser_of(commands()), options.shell) + "\n")
    return 0
