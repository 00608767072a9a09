"""The outdated family: every rule proves its examples, and words that are quoted, past or denied stay silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from privacylint import config, lint, plugins, yaml_rules
from privacylint.claims import Claims
from privacylint.markdown import parse
from privacylint.rule import Finding, Rule
from privacylint.source import Source
from privacylint.testing import claims_of, prove_rule
from privacylint.yaml_nodes import DataError

LOADED = plugins.load(only=["builtin"])
RULES = {rule.id: rule for rule in LOADED.rules.values() if rule.family == "outdated"}
PROVEN = sorted(set(RULES) - {"upcoming-law-change"})


def findings(rule: str, text: str, *laws: str, today: date | None = None) -> list[Finding]:
    policy = parse(Source("policy.md", text))
    claims = Claims(claims_of(policy, LOADED.extractors), laws, today)
    return list(RULES[rule].check(policy, claims))


def words(text: str, found: list[Finding]) -> list[str]:
    return [text[finding.span.start : finding.span.end] for finding in found]


@pytest.mark.parametrize("name", PROVEN)
def test_a_rule_proves_its_examples(name: str) -> None:
    assert prove_rule(RULES[name], LOADED, others=[RULES[other] for other in PROVEN]) == []


@pytest.mark.parametrize("name", PROVEN)
def test_a_rule_says_what_to_do(name: str) -> None:
    rule = RULES[name]
    for bad in rule.bad:
        for found in findings(name, bad.text, *bad.regimes or rule.regimes):
            assert found.help
            assert found.message[-1] != "."
            assert "compliant" not in found.message + found.help


# (the rule, words that name what is overtaken)
OVERTAKEN = [
    ("privacy-shield", "the EU-U.S. Privacy Shield"),
    ("safe-harbor", "the U.S.-EU Safe Harbor Framework"),
    ("data-protection-directive", "Directive 95/46/EC"),
    ("data-protection-act-1998", "the Data Protection Act 1998"),
    ("online-dispute-platform", "the ODR platform"),
    ("old-contract-clauses", "Commission Decision 2010/87/EU"),
    ("old-german-laws", "the Telemediengesetz"),
    ("old-national-laws", "the National Privacy Principles"),
    ("dead-product", "Flash cookies"),
]


@pytest.mark.parametrize(("rule", "name"), OVERTAKEN)
@pytest.mark.parametrize("sentence", ["We rely on {}.", "This is explained by {}, which we follow.", "- {}\n- lamps"])
def test_a_mention_is_found(rule: str, name: str, sentence: str) -> None:
    text = sentence.format(name)
    (found,) = findings(rule, text)
    assert text[found.span.start : found.span.end].removeprefix("the ") in name


@pytest.mark.parametrize(("rule", "name"), OVERTAKEN)
@pytest.mark.parametrize(
    "sentence",
    [
        "> We rely on {}.",
        "```\nWe rely on {}.\n```",
        "We formerly relied on {}.",
        "We no longer use {}.",
        "We spoke of {} in previous versions.",
    ],
)
def test_a_quoted_or_past_mention_is_silent(rule: str, name: str, sentence: str) -> None:
    assert findings(rule, sentence.format(name)) == []


def test_one_finding_with_the_other_mentions_beside_it() -> None:
    text = "We follow the Privacy Shield.\n\nThe Privacy Shield Principles bind us.\n\nThe Privacy Shield is ours.\n"
    (found,) = findings("privacy-shield", text)
    assert [text[span.start : span.end] for span, _ in found.related] == ["Privacy Shield Principles", "Privacy Shield"]


def test_words_that_were_right_on_the_day_are_left_alone() -> None:
    text = "We follow the EU-U.S. Privacy Shield and the Safe Harbor Principles.\n"
    assert findings("privacy-shield", text, today=date(2020, 7, 15)) == []
    assert findings("privacy-shield", text, today=date(2020, 7, 16))
    assert findings("safe-harbor", text, today=date(2015, 10, 5)) == []


def test_an_address_is_found_in_targets_and_in_text_once() -> None:
    text = "See [https://www.privacyshield.gov/list](https://www.privacyshield.gov/list) and https://x.privacyshield.gov.\n"
    (found,) = findings("privacy-shield-address", text)
    assert text[found.span.start : found.span.end] == "https://www.privacyshield.gov/list"
    assert [text[span.start : span.end] for span, _ in found.related] == []
    others = "See https://notprivacyshield.gov, https://privacyshield.government.example and https://a.example/privacyshield.gov."
    assert findings("privacy-shield-address", others) == []


def test_a_fee_for_a_further_copy_is_none_for_access() -> None:
    assert findings("access-fee", "You may ask for a copy of your data. A small fee of 10 euros is due.\n")
    assert not findings("access-fee", "You may ask for your data. A small fee is due. It is due for a second copy only.\n")
    assert not findings("access-fee", "You may ask for your data. For a second copy a small fee is due.\n")
    assert not findings("access-fee", "In Canada you may ask for access to your data for a small fee.\n")


def test_upcoming_changes_are_told_before_they_bind_and_not_after() -> None:
    text = "# Notice\n\nWe collect names.\n"
    before = findings("upcoming-law-change", text, "australia-app", today=date(2026, 11, 21))
    assert [found.span for found in before] == [(2, 8)] * len(before)
    assert "10 December 2026" in before[0].message
    assert findings("upcoming-law-change", text, "australia-app", today=date(2026, 12, 10)) == []
    assert findings("upcoming-law-change", text, "australia-app", today=date(2020, 1, 1)) == []
    assert findings("upcoming-law-change", text, today=date(2026, 11, 21)) == []


@pytest.mark.parametrize(
    ("day", "asked"), [(date(2022, 12, 31), False), (date(2023, 1, 1), True), (date(2026, 11, 21), True)]
)
def test_a_law_asks_for_a_topic_from_its_day_on(day: date, asked: bool) -> None:
    policy = parse(Source("policy.md", "# Notice\n\nWe collect your name and sell it to everyone.\n"))
    claims = Claims(claims_of(policy, LOADED.extractors), ("ccpa",), day)
    assert bool(list(LOADED.rules["missing-ca-right-correct"].check(policy, claims))) is asked


def test_as_of_reaches_the_rules() -> None:
    data = b"# Notice\n\nWe follow the EU-U.S. Privacy Shield.\n"

    def rules_on(day: date) -> set[str]:
        result = lint.lint_file("policy.md", data, LOADED, config.Config(), today=day)
        return {found.rule for found in result.findings}

    assert "privacy-shield" in rules_on(date(2026, 1, 1))
    assert "privacy-shield" not in rules_on(date(2018, 1, 1))


# --- the keys of a rule file ---------------------------------------------------------------------------------------

HEAD = "summary: x\nseverity: info\nmessage: '{text} since {since}'\n"


def made(tmp_path: Path, text: str) -> Rule:
    file = tmp_path / "old-lamp.yaml"
    file.write_text(text, "utf-8")
    return yaml_rules.load_rule(file)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("since: yesterday\nphrases: [lamp]", '"yesterday" is no date'),
        ("since: '2020-02-30'\nphrases: [lamp]", "is no date"),
        ("since: '2020-02-03'\nlinks: ['https://lamp.example']", "is no address"),
        ("since: '2020-02-03'\nlinks: [Lamp.example]", "is no address"),
        ("since: '2020-02-03'\nlinks: []", "at least 1"),
        ("since: '2020-02-03'\nclaims: {kind: law}\nlinks: [lamp.example]", "not for both"),
        ("phrases: [lamp]", 'unknown "{since}"'),
    ],
)
def test_mistakes_have_a_place(tmp_path: Path, body: str, said: str) -> None:
    with pytest.raises(DataError) as error:
        made(tmp_path, HEAD + body + "\n")
    assert said in str(error.value)
    assert "old-lamp.yaml:" in str(error.value)


def test_a_statement_anywhere_silences_all(tmp_path: Path) -> None:
    rule = made(tmp_path, HEAD + "since: '2020-02-03'\nonce: true\nphrases: [oil lamp]\nunless_anywhere: [oil lamps were banned]\n")
    policy = parse(Source("policy.md", "We burn an oil lamp.\n\nAn oil lamp is warm.\n"))
    (found,) = rule.check(policy, Claims(()))
    assert found.message == "oil lamp since 3 February 2020"
    assert len(found.related) == 1
    policy = parse(Source("policy.md", "We burn an oil lamp.\n\nOil lamps were banned.\n"))
    assert list(rule.check(policy, Claims(()))) == []
    assert "Out of date since 3 February 2020" in rule.doc
