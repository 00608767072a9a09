"""The pages of the rules as one Markdown document, made from the rules themselves: `docs/rules.md`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from privacylint.rule import Rule

_HEAD = """# Rules

This page is made from the rules (`privacylint rules --format markdown`); do not edit it. `privacylint explain RULE`
shows one page in the terminal. A rule that is off by default runs when it is selected or given a severity.
"""


def document(rules: Iterable[Rule]) -> str:
    """Every rule, in the order given (by family): a table for each family, then a page for each rule."""
    ordered = list(rules)
    return "\n".join(line.rstrip() for line in _lines(ordered)) + "\n"


def _lines(rules: list[Rule]) -> Iterator[str]:
    yield from _HEAD.strip().split("\n")
    for family, members in groupby(rules, lambda rule: rule.family):
        shown = list(members)
        yield from ("", f"## {family}", "", "| rule | severity | default | what it finds |", "|---|---|---|---|")
        for rule in shown:
            summary = rule.summary.replace("|", "\\|")
            yield f"| [`{rule.id}`](#{rule.id}) | {rule.severity} | {'on' if rule.default else 'off'} | {summary} |"
        for rule in shown:
            yield from ("", *page(rule))


def page(rule: Rule) -> Iterator[str]:
    """The page of one rule, line by line: what it says, why, the law, examples."""
    state = "on by default" if rule.default else "off by default"
    yield from (f"### {rule.id}", "", f"{rule.family} · {rule.severity} · {rule.confidence} confidence · {state}", "")
    yield from rule.doc.strip().split("\n")
    cites = [cite for cite in rule.cites if cite not in rule.doc]
    if cites:
        yield from ("", f"Law: {'; '.join(cites)}")
    if rule.regimes:
        yield from ("", f"Checked under: {', '.join(f'`{regime}`' for regime in rule.regimes)}")
    for bad in rule.bad[:2]:
        yield from (*_before(bad.base), *_with(bad.facts), *_beside(bad.translations))
        yield from ("", "Found in:", "", *_quoted(bad.text))
        if bad.at.strip() != bad.text.strip():
            at = " ".join(bad.at.split())
            yield from ("", f"at: {at}" if "`" in at else f"at `{at}`")
    for good in rule.good[:2]:
        yield from (*_before(good.base), *_with(good.facts), *_beside(good.translations))
        yield from ("", "Not found in:", "", *_quoted(good.text))


def _before(base: str | None) -> Iterator[str]:
    if base is not None:
        yield from ("", "Before:", "", *_quoted(base))


def _with(facts: Mapping[str, Any]) -> Iterator[str]:
    if facts:
        import json

        yield from ("", f"With `facts: {json.dumps(facts)}` in the configuration:")


def _beside(translations: Mapping[str, str]) -> Iterator[str]:
    for language, text in translations.items():
        yield from ("", f"With a translation under `{language}` that says: {' '.join(text.split())}")


def _quoted(text: str) -> Iterator[str]:
    lines = text.strip("\n").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    longest = max((len(run) for line in lines for run in line.split() if set(run) == {"`"}), default=0)
    fence = "`" * max(3, longest + 1)
    yield f"{fence}markdown"
    yield from lines
    yield fence
