"""
List all laws: how many requirements each has, when it was last reviewed, and what will change.

With --as-of DATE: as of that day.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from privacylint.cli._inputs import add_as_of, add_plugin_arguments, load_plugins
from privacylint.cli._say import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from privacylint.plugins import Plugins
    from privacylint.regimes import Change
    from privacylint.rule import Regime


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `regimes`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="NAME", help="text or json")
    add_as_of(parser)
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    plugins, ok = load_plugins(options)
    today = options.as_of or date.today()
    regimes = sorted(plugins.regimes.values(), key=lambda regime: regime.id)
    if options.format == "json":
        listed = [_as_json(law, plugins, today) for law in regimes]
        tell({"version": 1, "regimes": listed})
    else:
        wide = max((len(law.id) for law in regimes), default=0)
        for law in regimes:
            sys.stdout.write("".join(f"{line}\n" for line in _lines(law, wide, plugins, today)))
    return 0 if ok else 2


def _lines(law: Regime, wide: int, plugins: Plugins, today: date) -> Iterator[str]:
    count = requirements(law)
    reviewed = law.data.get("reviewed")
    when = f"  reviewed {reviewed}" if reviewed else ""
    yield f"{law.id:<{wide}}  {count:>3} requirement{' ' if count == 1 else 's'}{when}  {law.title}"
    for change in _coming(law, plugins, today):
        cite = f" ({change.cite})" if change.cite else ""
        yield f"{'':<{wide}}  from {change.day}: {change.what}{cite}"


def _coming(law: Regime, plugins: Plugins, today: date) -> list[Change]:
    from privacylint.regimes import changes

    titles = {topic: found.title for topic, found in plugins.disclosures.items()}
    return [change for change in changes(law, titles) if change.day > today]


def requirements(law: Regime) -> int:
    """How many requirements a law has."""
    listed = law.data.get("requirements", ())
    return len(listed) if isinstance(listed, list | tuple | dict) else 0


def _as_json(law: Regime, plugins: Plugins, today: date) -> dict[str, Any]:
    return {
        "id": law.id,
        "title": law.title,
        "requirements": requirements(law),
        "origin": law.origin,
        "reviewed": law.data.get("reviewed"),
        "from": law.data.get("from"),
        "upcoming": [
            {"from": change.day.isoformat(), "what": change.what, "cite": change.cite}
            for change in _coming(law, plugins, today)
        ],
    }
