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
    # the missing-<topic> rules are made of the disclosures, whose own examples test_disclosures.py proves
    return [rule for rule in loaded().rules.values() if rule.family not in ("engine", "required")]


@pytest.mark.parametrize("rule", written_rules(), ids=lambda rule: rule.id)
def test_the_examples_of_a_rule(rule: Rule) -> None:
    others = [other for other in loaded().rules.values() if other is not rule and other.default]
    problems = prove_rule(rule, loaded(), others=others)
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(
    "extractor", [extractor for extractor in loaded().extractors if extractor.kind != "disclosure"], ids=lambda one: one.kind
)
def test_the_examples_of_an_extractor(extractor: Extractor) -> None:
    problems = prove_extractor(extractor)
    assert not problems, "\n".join(problems)
