"""What is given up once a policy is linted: memory is counted in objects, which no machine and no other run moves."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from linting import loaded
from privacylint.claims import Claim
from privacylint.cli import _each, check, claims
from privacylint.config import Config
from privacylint.items import ITEMS
from privacylint.lint import Result, lint_file
from privacylint.matches import Match
from privacylint.policy import Block, Policy, Section, Sentence
from privacylint.records import Records, pack
from privacylint.words import Chunk, Words

HERE = Path(__file__).parent
FILES = [HERE.parent / "docs" / "sample" / "privacy.md", *sorted((HERE / "policies").glob("*.md"))[:4]]
OF_A_POLICY = (Policy, Section, Block, Sentence, Words, Chunk, Match, Claim)
LAWS = Config(regimes=("gdpr", "ccpa"))


def alive() -> Counter[str]:
    """How many of the objects that a policy is made of there are."""
    gc.collect()
    return Counter(kind.__name__ for kind in map(type, gc.get_objects()) if kind in OF_A_POLICY)


def linted(file: Path) -> Result:
    return lint_file(str(file), file.read_bytes(), loaded(), LAWS, today=date(2026, 11, 22))


def test_findings_hold_nothing_of_their_policy() -> None:
    linted(FILES[0])
    before = alive()
    whole = linted(FILES[0])
    assert whole.findings and (alive() - before)["Sentence"] > 10, "the count sees a policy"
    slim = check._slim(whole)
    del whole
    assert slim.findings and alive() - before == Counter()


def test_a_linted_policy_gives_up_what_was_looked_up_at_once() -> None:
    linted(FILES[0])
    before = alive()
    gc.disable()
    try:
        results = [linted(file) for file in FILES]
        left = sum(1 for one in gc.get_objects() if type(one) is Chunk)
    finally:
        gc.enable()
    assert all(result.findings for result in results[:1]) and left == before["Chunk"], "it goes without the collector"


@pytest.mark.parametrize("show", [claims.as_json, lambda result: "\n".join(claims._text(result))])
def test_claims_that_are_shown_hold_nothing_of_their_policy(show: Callable[[Result], Any]) -> None:
    files = [(str(file), file.read_bytes()) for file in FILES]
    inputs: Any = SimpleNamespace(read=lambda: iter(files), plugins=loaded(), config=LAWS)
    _each.each(inputs, show)
    before = alive()
    shown = _each.each(inputs, show)
    assert len(shown) == len(FILES) and all(one.said for one in shown)
    assert alive() - before == Counter()


def test_what_is_remembered_does_not_grow_with_the_files() -> None:
    for file in FILES:
        linted(file)
    before = len(ITEMS), sum(1 for one in gc.get_objects() if type(one) is dict)
    for file in FILES:
        linted(file)
    gc.collect()
    assert (len(ITEMS), sum(1 for one in gc.get_objects() if type(one) is dict)) <= (before[0], before[1] + 5)


def test_records_are_found_by_their_keys() -> None:
    values = {number * 0x9E3779B97F4A7C15 % (1 << 64): str(number).encode() * (number % 3) for number in range(500)}
    records = Records(*pack(values))
    assert len(records) == 500 and dict(records.items()) == values
    assert all(records.get(key) == value for key, value in values.items())
    assert [records.get(key) for key in (1, (1 << 64) - 1)] == [None, None]
    assert Records(*pack({})).get(7) is None
