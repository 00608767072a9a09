"""Show the page of a rule: what it finds, why, the law, examples, how to silence it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from privacylint.cli._inputs import add_plugin_arguments, check_names, plugins_here

if TYPE_CHECKING:
    from privacylint.rule import Bad, Rule


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `explain`."""
    parser.add_argument("rule", metavar="RULE", help="the id of a rule")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Print the page."""
    plugins, ok = plugins_here(options)
    # a finding is copied with its brackets as often as not
    name = options.rule.strip("[]")
    check_names([name], plugins.rules, "rule")
    sys.stdout.write("".join(f"{line}\n" for line in page(plugins.rules[name])))
    return 0 if ok else 2


def page(rule: Rule) -> Iterator[str]:
    """The lines of the page of `rule`."""
    state = "on by default" if rule.default else "off by default"
    yield rule.id
    yield f"{rule.family} · {rule.severity} · {rule.confidence} confidence · {state}"
    yield ""
    yield from rule.doc.strip().split("\n")
    cites = [cite for cite in rule.cites if cite not in rule.doc]
    if cites or rule.regimes:
        yield ""
    if cites:
        yield f"Law: {'; '.join(cites)}"
    if rule.regimes:
        yield f"Checked under: {', '.join(rule.regimes)}"
    if rule.bad:
        yield from ("", "Found in:")
        for number, bad in enumerate(rule.bad):
            yield from ([""] if number else [])
            yield from _bad(bad)
    if rule.good:
        yield from ("", "Not found in:")
        for number, good in enumerate(rule.good):
            yield from ([""] if number else [])
            yield from _before(good.base)
            yield from _quoted(good.text)
    yield ""
    yield from _silence(rule)


def _bad(bad: Bad) -> Iterator[str]:
    yield from _before(bad.base)
    yield from _quoted(bad.text)
    if bad.at.strip() != bad.text.strip():
        yield f"  at: {' '.join(bad.at.split())}"


def _before(base: str | None) -> Iterator[str]:
    if base is not None:
        yield from ("  before:", *_quoted(base), "  after:")


def _quoted(text: str) -> Iterator[str]:
    from privacylint.reports._paint import shown

    for line in text.strip("\n").split("\n"):
        yield f"  | {''.join(map(shown, line.rstrip()))}".rstrip()


def _silence(rule: Rule) -> Iterator[str]:
    if rule.fixable:
        yield "Comes with a fix" + (", to be read before it is taken." if rule.fixable == "unsafe" else ".")
    yield "To silence it at one place, with the reason:"
    yield f"  <!-- privacylint: ignore[{rule.id}] why it is right here -->"
    if rule.family == "change":
        yield "It runs where there is a version to compare with: privacylint check --base REV"
    yield "To accept all that is found today: privacylint baseline"
    yield "To switch it off, in privacylint.yaml:" if rule.default else "To switch it on, in privacylint.yaml:"
    yield f"  rules: {{{rule.id}: {'off' if rule.default else rule.severity}}}"
