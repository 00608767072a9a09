"""List the plugins that are loaded, and those that are skipped and why."""

from __future__ import annotations

import argparse
import sys

from privacylint.cli._inputs import add_plugin_arguments, load_plugins
from privacylint.cli._say import tell


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `plugins`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="NAME", help="text or json")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    plugins, ok = load_plugins(options)
    if options.format == "json":
        document = {
            "version": 1,
            "plugins": [info._asdict() for info in plugins.infos],
            "problems": [problem._asdict() for problem in plugins.problems],
        }
        tell(document)
    else:
        for info in plugins.infos:
            sys.stdout.write(f"{info.name}  {info.distribution} {info.version}".rstrip() + "\n")
    return 0 if ok else 2
