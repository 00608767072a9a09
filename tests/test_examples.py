"""Every good and bad example of every built-in rule and extractor, run by itself."""

from __future__ import annotations

from functools import cache

import pytest
from privacylint import plugins
from privacylint.claims import Extractor
from privacylint.rule import Rule
from privacylint.testing import prove_extractor, prove_rule


@cache
def loaded() -> plugins.Plugins:
    return plugins.load(only=["builtin"])


def written_rules() -> list[Rule]:
    # what is made of the disclosures and laws has no examples of its own: test_disclosures.py and test_outdated.py prove it
    return [rule for rule in loaded().rules.values() if rule.family != "engine" and not is_made(rule)]


def is_made(rule: Rule) -> bool:
    return rule.family == "required" or rule.id == "upcoming-law-change"


@pytest.mark.parametrize("rule", written_rules(), ids=lambda rule: rule.id)
def test_the_examples_of_a_rule(rule: Rule) -> None:
    # a law that is checked misses something in every short example
    others = [other for other in loaded().rules.values() if other is not rule and other.default and not is_made(other)]
    problems = prove_rule(rule, loaded(), others=others)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "extractor", [extractor for extractor in loaded().extractors if extractor.kind != "disclosure"], ids=lambda one: one.kind
)
def test_the_examples_of_an_extractor(extractor: Extractor) -> None:
    problems = prove_extractor(extractor)
    assert not problems, "\n".join(problems)
