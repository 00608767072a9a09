"""List all laws and how many requirements each of them has."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from privacylint.cli._inputs import add_plugin_arguments, load_plugins

if TYPE_CHECKING:
    from privacylint.rule import Regime


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `regimes`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="NAME", help="text or json")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    plugins, ok = load_plugins(options)
    regimes = sorted(plugins.regimes.values(), key=lambda regime: regime.id)
    if options.format == "json":
        sys.stdout.write(json.dumps({"version": 1, "regimes": [_as_json(law) for law in regimes]}, indent=2) + "\n")
    else:
        wide = max((len(law.id) for law in regimes), default=0)
        for law in regimes:
            count = requirements(law)
            sys.stdout.write(f"{law.id:<{wide}}  {count:>3} requirement{' ' if count == 1 else 's'}  {law.title}\n")
    return 0 if ok else 2


def requirements(law: Regime) -> int:
    """How many requirements a law has."""
    listed = law.data.get("requirements", ())
    return len(listed) if isinstance(listed, list | tuple | dict) else 0


def _as_json(law: Regime) -> dict[str, Any]:
    return {"id": law.id, "title": law.title, "requirements": requirements(law), "origin": law.origin}
