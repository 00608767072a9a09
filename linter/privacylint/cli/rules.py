"""List all rules by family: severity, whether they are on by default, what they find."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Any

from privacylint.cli._inputs import add_plugin_arguments, plugins_here
from privacylint.cli._say import tell
from privacylint.rule import FAMILIES

if TYPE_CHECKING:
    from privacylint.rule import Rule


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `rules`."""
    formats = ("text", "json", "markdown")
    parser.add_argument("--format", choices=formats, default="text", metavar="NAME", help="text, json or markdown")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    plugins, ok = plugins_here(options)
    ordered = in_order(plugins.rules)
    if options.format == "json":
        tell({"version": 1, "rules": [_as_json(rule) for rule in ordered]})
    elif options.format == "markdown":
        from privacylint.pages import document

        sys.stdout.write(document(ordered))
    else:
        sys.stdout.write("".join(f"{line}\n" for line in _text(ordered)))
    return 0 if ok else 2


def in_order(rules: Mapping[str, Rule]) -> list[Rule]:
    """The rules by family, in the order of the families, then by id."""
    place = {family: number for number, family in enumerate(FAMILIES)}
    return sorted(rules.values(), key=lambda rule: (place.get(rule.family, len(place)), rule.family, rule.id))


def _text(rules: list[Rule]) -> Iterator[str]:
    wide = max((len(rule.id) for rule in rules), default=0)
    for number, (family, members) in enumerate(groupby(rules, lambda rule: rule.family)):
        yield from ([""] if number else [])
        yield family
        for rule in members:
            yield f"  {rule.id:<{wide}}  {rule.severity:<7}  {'on ' if rule.default else 'off'}  {rule.summary}"


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "family": rule.family,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "default": rule.default,
        "fixable": rule.fixable or None,
        "summary": rule.summary,
        "cites": list(rule.cites),
        "regimes": list(rule.regimes),
        "origin": rule.origin,
    }
