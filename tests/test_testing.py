"""The test kit: what proves a rule or an extractor, and what it says when it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from privacylint.claims import Claim, Claims, Extractor, Said, Scope, extractor
from privacylint.phrases import Phrases
from privacylint.plugins import Plugins
from privacylint.policy import Policy
from privacylint.rule import Bad, Edit, Finding, Fix, Good, Related, Rule, rule
from privacylint.source import Span
from privacylint.testing import prove_extractor, prove_rule

NONE = Plugins({}, (), {}, {}, {}, {})
SAFE = Phrases(en=["completely secure", "safe"])


def safe(policy: Policy, claims: Claims) -> Iterator[Finding]:
    for match in policy.find(SAFE):
        yield Finding("too much", match.span, related=(Related(policy.title, "here"),))


def made(check: Callable[[Policy, Claims], Iterator[Finding]] = safe, **options: Any) -> Rule:
    options = {"good": ["We take care."], "bad": [Bad("# T\nIt is safe.", "safe")], **options}
    return rule(severity="warning", **options)(check)._replace(id="too-safe", family="custom")


def test_a_proven_rule() -> None:
    bad = Bad("# T\nIt is **completely** secure.", "completely** secure", ("T",), "too much")
    assert prove_rule(made(bad=[bad]), NONE, others=[made()]) == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"good": []}, ["has no good example"]),
        ({"bad": []}, ["has no bad example"]),
        ({"good": ["x", "It is safe."]}, ["good example 2: expected no finding, got 'safe' (too much)"]),
        (
            {"bad": [Bad("Data is completely secure.", "Data is completely")]},
            ["bad example 1: expected 'Data is completely', got 'completely secure'"],
        ),
        ({"bad": [Bad("fine", "fine")]}, ["bad example 1: expected one finding at 'fine', got none"]),
        (
            {"bad": [Bad("safe, safe", "safe")]},
            ["bad example 1: expected one finding at 'safe', got 'safe' (too much); 'safe' (too much)"],
        ),
        (
            {"bad": [Bad("# T\nsafe", "safe", related=("x",))]},
            ["bad example 1: expected the related places ['x'], got ['T']"],
        ),
        ({"bad": [Bad("# T\nsafe", "safe", related=())]}, ["bad example 1: expected the related places [], got ['T']"]),
        (
            {"bad": [Bad("safe", "safe", message="too little")]},
            ["bad example 1: expected the message 'too little', got 'too much'"],
        ),
    ],
)
def test_what_is_wrong_with_a_rule(options: dict[str, Any], expected: list[str]) -> None:
    assert prove_rule(made(**options), NONE) == [f"too-safe: {problem}" for problem in expected]


def test_a_rule_that_breaks() -> None:
    def breaks(policy: Policy, claims: Claims) -> Iterator[Finding]:
        raise ValueError("two\nlines")
        yield

    assert prove_rule(made(breaks), NONE) == [
        "too-safe: good example 1: raises ValueError: two lines",
        "too-safe: bad example 1: raises ValueError: two lines",
    ]


def test_no_other_rule_may_fire() -> None:
    def everywhere(policy: Policy, claims: Claims) -> Iterator[Finding]:
        yield Finding("always", policy.title)

    other = made(everywhere)._replace(id="always")
    assert prove_rule(made(), NONE, others=[other]) == ["too-safe: bad example 1: rule always fires too: 'T' (always)"]


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (Finding("a\nb", Span(0, 4)), "expected a message of one line, got 'a\\nb'"),
        (Finding("", Span(0, 4)), "expected a message of one line, got ''"),
        (Finding("a", Span(0, 4), severity="eror"), "unknown severity 'eror'"),
        (Finding("a", Span(0, 4), related=(Related(Span(2, 9), ""),)), "place 2 to 9 is not in the text of 4 characters"),
        (
            Finding("a", Span(0, 4), fix=Fix((Edit(0, 3, ""), Edit(2, 4, "")))),
            "the fix edits 2 to 4, outside of the text or over another edit",
        ),
    ],
)
def test_findings_are_well_formed(finding: Finding, expected: str) -> None:
    def check(policy: Policy, claims: Claims) -> Iterator[Finding]:
        if policy.source.text == "safe":
            yield finding

    assert prove_rule(made(check, bad=[Bad("safe", "safe")]), NONE) == [f"too-safe: bad example 1: {expected}"]


def test_examples_run_under_the_laws_of_the_rule() -> None:
    def under(policy: Policy, claims: Claims) -> Iterator[Finding]:
        if claims.regimes == ("gdpr",):
            yield Finding("x", policy.title)

    good = [Good("T", regimes=("ccpa",))]
    assert prove_rule(made(under, regimes=["gdpr"], good=good, bad=[Bad("T", "T")]), NONE) == []
    assert prove_rule(made(under, good=good, bad=[Bad("T", "T", regimes=("gdpr",))]), NONE) == []


def test_rules_see_the_claims_of_the_plugins() -> None:
    def young(policy: Policy, claims: Claims) -> Iterator[Finding]:
        for claim in claims.all("age"):
            yield Finding("x", claim.span)

    def broken(policy: Policy) -> Iterator[Claim]:
        raise ValueError
        yield

    plugins = NONE._replace(extractors=(Extractor("date", broken), ages))
    assert prove_rule(made(young, bad=[Bad("You are 13.", "13")]), plugins) == []


NUMBER = Phrases(en=["<number>"])


def numbers(policy: Policy) -> Iterator[Claim]:
    for match in policy.find(NUMBER):
        value = {"threshold": match.slots["number"], "relation": "at-least", "role": "minimum-age"}
        yield Claim("age", value, match.span, match.sentence, scope=Scope(region=("EU",)))


ages = extractor("age")(numbers)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Said("You are 13.", "13", {"threshold": 13}), None),
        (Said("You are 13.", "13", {"threshold": 13}, denied=False, scope={"region": ["EU"]}), None),
        (Said("You are young."), None),
        (Said("13 or 16", "16", {"threshold": 16}), None),
        (Said("You are 13."), "expected no claim, got '13' {'threshold': 13, 'relation': 'at-least', 'role': 'minimum-age'}"),
        (Said("You are 13.", "are 13", {"threshold": 13}), "expected 'are 13', got '13'"),
        (Said("You are young.", "young", {"threshold": 13}), "expected 'young', got no claim"),
        (Said("You are 13.", "13", {"threshold": 14}), "'13': expected threshold 14, got 13"),
        (Said("You are 13.", "13", {"color": 1}), "'13': expected color 1, got none"),
        (Said("You are 13.", "13", {}, denied=True), "'13': expected denied True, got False"),
        (Said("You are 13.", "13", {}, scope={"region": ["US"]}), "'13': expected region ['US'], got ('EU',)"),
    ],
)
def test_extractors(said: Said, expected: str | None) -> None:
    problems = prove_extractor(ages._replace(examples=(said,)))
    assert problems == ([] if expected is None else [f"extractor age: example 1: {expected}"])


def test_an_extractor_without_examples() -> None:
    assert prove_extractor(ages) == ["extractor age: has no example"]


def test_a_claim_has_every_key_of_its_kind() -> None:
    def incomplete(policy: Policy) -> Iterator[Claim]:
        yield Claim("date", {"role": "x"}, Span(0, 1), None)

    problems = prove_extractor(Extractor("age", incomplete, (Said("x", "x", {"role": "x"}),)))
    assert problems == [
        "extractor age: example 1: expected claims of kind 'age', got 'date'",
        "extractor age: example 1: the value {'role': 'x'} lacks date",
    ]
