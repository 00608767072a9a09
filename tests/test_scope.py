"""Scope: regions, people, products and conditions, what is denied, and what is no statement at all."""

from __future__ import annotations

import pytest
from privacylint.claims import Scope
from privacylint.markdown import parse
from privacylint.phrases import Match
from privacylint.policy import Policy
from privacylint.source import Source
from privacylint_rules import scope
from privacylint_rules.words import phrases

ACTS = phrases(en=["({collect}|{share}|{sell}|{store}|{delete})"])


def policy_of(text: str) -> Policy:
    return parse(Source("policy.md", text))


def last(text: str) -> tuple[Policy, Match]:
    policy = policy_of(text)
    return policy, policy.find(ACTS)[-1]


def scope_of(text: str) -> Scope:
    policy = policy_of(text)
    return scope.scope_of(policy, policy.sentences[-1])


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("If you are located in the EEA, we keep it.", ("EEA",)),
        ("For residents of the EEA, the UK or Switzerland we keep it.", ("EEA", "GB", "CH")),
        ("California residents may ask us for it.", ("US-CA",)),
        ("If you live outside the United States, we keep it.", ("outside:US",)),
        ("Users from Brazil have this right.", ("BR",)),
        ("We keep it in Germany.", ()),
        ("## Notice to California consumers\n\nWe keep it.", ("US-CA",)),
        ("## Your GDPR rights\n\nWe keep it.", ("EEA",)),
        ("## Transfers to the United States\n\nWe keep it.", ()),
        ("## Outside of Canada\n\nWe keep it.", ("outside:CA",)),
        ("If you live in Norway, we may:\n\n- share it", ("NO",)),
    ],
)
def test_region(text: str, region: tuple[str, ...]) -> None:
    assert scope_of(text).region == region


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("We share it with your consent.", "with your consent"),
        ("We never share it, unless required by law.", "unless required by law"),
        ("If you order something, we share it.", "If you order something"),
        ("We do not share it except as described below.", "except as described below"),
        ("We do not knowingly share it.", "knowingly"),
        ("If you are in Peru, we share it.", None),
        ("We share it.", None),
    ],
)
def test_condition(text: str, condition: str | None) -> None:
    assert scope_of(text).condition == condition


def test_people_and_product_from_headings() -> None:
    assert scope_of("## Job applicants\n\nWe keep it.").people == ("applicants",)
    assert scope_of("## Our mobile app\n\nWe keep it.").product == "mobile app"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("We do not sell data.", True),
        ("We never sell, rent or share data.", True),
        ("We don't, under any circumstances, sell data.", True),
        ("Neither we nor our partners sell data.", True),
        ("No data is collected.", True),
        ("Under no circumstances do we sell data.", True),
        ("We sell data.", False),
        ("We do not only sell data.", False),
        ("We do not sell it, but we share it.", False),
        ("We do not sell it and we may share it.", False),
        ("We share it without undue delay.", False),
        ("If you do not agree, we delete it.", False),
    ],
)
def test_denied(text: str, denied: bool) -> None:
    assert scope.denied(*last(text)) is denied


@pytest.mark.parametrize(
    ("text", "modality"), [("We share it.", "does"), ("We may share it.", "may"), ("We will share it.", "will")]
)
def test_modality(text: str, modality: str) -> None:
    assert scope.modality(*last(text)) == modality


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("We collect your name.", True),
        ("Please note that we collect your name.", True),
        ("Do we collect your name?", False),
        ("You should not share your password.", False),
        ("Please contact us with questions.", False),
        ("If we learn that a child sent us data, we delete it.", False),
        ("You may ask us not to sell your data.", False),
        ("You have the right to access your data.", False),
        ("For example, we collect your name.", False),
        ("## How we share data", False),
        ("## We never sell your data", True),
        ("- [Sharing](#sharing)", False),
        ("    we collect = True", False),
    ],
)
def test_statement(text: str, states: bool) -> None:
    policy = policy_of(text)
    assert all(scope.is_statement(policy, sentence) for sentence in policy.sentences) is states or not policy.sentences


def region(*codes: str) -> Scope:
    return Scope(region=codes)


@pytest.mark.parametrize(
    ("outer", "inner", "meets", "holds"),
    [
        (region(), region("US"), True, True),
        (region("US"), region(), True, False),
        (region("EEA"), region("EU"), True, True),
        (region("outside:US"), region("EU"), True, True),
        (region("outside:US"), region("US-CA"), False, False),
        (region("outside:US", "outside:EEA"), region("DE"), False, False),
        (region("US"), region("US-CA"), True, True),
        (region("EEA", "CH"), region("CH"), True, True),
        (region("FR"), region("DE"), False, False),
        (Scope(people=("children",)), Scope(), True, False),
        (Scope(), Scope(people=("children",)), True, True),
        (Scope(product="forum"), Scope(product="app"), False, False),
    ],
)
def test_regions_and_groups(outer: Scope, inner: Scope, meets: bool, holds: bool) -> None:
    assert scope.overlaps(outer, inner) is meets
    assert scope.overlaps(inner, outer) is meets
    assert scope.contains(outer, inner) is holds
