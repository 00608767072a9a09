"""Deadlines, ages and dates of a policy held against the law."""

from __future__ import annotations

from datetime import date

import pytest
from privacylint import plugins
from privacylint.claims import Claims
from privacylint.markdown import parse
from privacylint.rule import Finding
from privacylint.source import Source
from privacylint.testing import claims_of

LOADED = plugins.load(only=["builtin"])
TODAY = date(2026, 11, 21)


def findings(rule: str, text: str, *laws: str, today: date = TODAY) -> list[Finding]:
    policy = parse(Source("policy.md", text))
    claims = Claims(claims_of(policy, LOADED.extractors), laws, today)
    return list(LOADED.rules[rule].check(policy, claims))


@pytest.mark.parametrize(
    ("text", "laws", "said"),
    [
        ("We answer your request within 40 days.", ("gdpr",), "one month"),
        ("We answer your request within 60 days.", ("gdpr", "ccpa"), "one month"),
        ("We answer your request within 30 business days.", ("gdpr",), "one month"),
        ("# California\n\nUnder the CCPA we answer your request within 60 days.", ("ccpa",), "45 days"),
        ("We notify the supervisory authority of a breach within 7 days.", ("gdpr",), "72 hours"),
        ("Under the GDPR we answer your request soon. We may extend this time by six months.", ("gdpr",), "further"),
        ("If you live in Brazil, the LGPD lets you ask. We answer access requests within 30 days under the LGPD.", ("lgpd",), "15"),
    ],
)
def test_a_deadline_that_is_too_long(text: str, laws: tuple[str, ...], said: str) -> None:
    (found,) = findings("deadline-beyond-law", text + "\n", *laws)
    assert said in found.message


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("We answer your request within 31 days.", ("gdpr",)),
        ("We answer your request within 20 business days.", ("gdpr",)),
        ("We answer your request within one month.", ("gdpr", "ccpa", "uk-gdpr")),
        ("# California\n\nUnder the CCPA we answer your request within 45 days.", ("gdpr", "ccpa")),
        ("We answer your request within 60 days.", ()),
        ("In complex cases we answer your request within 90 days.", ("gdpr",)),
        ("We keep your request for 60 days.", ("gdpr",)),
        ("We tell you of a breach within 7 days.", ("gdpr",)),
        ("You may appeal within 90 days of our decision.", ("ccpa",)),
    ],
)
def test_a_deadline_that_is_right_or_unknown(text: str, laws: tuple[str, ...]) -> None:
    assert findings("deadline-beyond-law", text + "\n", *laws) == []


def test_a_time_right_under_one_law_and_late_under_another_is_told_at_info() -> None:
    (found,) = findings("deadline-beyond-law", "We answer your request within 45 days.\n", "gdpr", "ccpa")
    assert found.severity == "info"
    assert "under which law" in found.help


@pytest.mark.parametrize(
    ("text", "laws", "said"),
    [
        ("We do not knowingly collect data from children under 10.", ("coppa",), "COPPA at 13"),
        ("We do not knowingly collect data from children aged 11 and under.", ("ccpa",), "COPPA at 13"),
        ("COPPA applies to children under the age of 18.", ("coppa",), "not under 18"),
        ("# California\n\nWe do not sell the data of California residents under 13.", ("ccpa",), "California at 16"),
        ("If you live in Denmark and are under 13, you need the consent of your parents.", ("gdpr",), "Denmark"),
        ("If you live in the EU and are under 12, you need the consent of your parents.", ("gdpr",), "EEA"),
    ],
)
def test_an_age_below_the_law(text: str, laws: tuple[str, ...], said: str) -> None:
    (found,) = findings("age-below-law", text + "\n", *laws)
    assert said in found.message


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("We do not knowingly collect data from children under 13.", ("coppa", "ccpa", "gdpr")),
        ("We do not knowingly collect data from children 12 and under.", ("coppa",)),
        ("We do not knowingly collect data from children under 10.", ("gdpr",)),
        ("If you live in Belgium and are under 13, you need the consent of your parents.", ("gdpr",)),
        ("If you live in Denmark and are under 15, you need the consent of your parents.", ("gdpr",)),
        ("If you live in the EU and are under 13, or the lower age of your country, we ask your parents for consent.", ("gdpr",)),
        ("# California\n\nWe do not sell the data of California residents under 16.", ("ccpa",)),
        ("COPPA protects children under 13.", ("coppa",)),
    ],
)
def test_an_age_that_is_right_or_higher(text: str, laws: tuple[str, ...]) -> None:
    assert findings("age-below-law", text + "\n", *laws) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Last updated: 1 December 2026", None),
        ("Last updated: 22 November 2026", "silent"),
        ("Last updated: November 2026", "silent"),
        ("Last updated: 1 May 2026", "silent"),
        ("Effective 1 January 2027", "info"),
        ("Effective 1 January 2029", None),
        ("Last updated: 1 May 2026. Effective: 1 January 2027", "silent"),
        ("The fair takes place on 1 December 2026.", "silent"),
    ],
)
def test_a_date_that_is_still_to_come(text: str, severity: str | None) -> None:
    found = findings("date-in-future", f"# Notice\n\n{text}\n\nWe like plants.\n")
    assert [finding.severity for finding in found] == ([] if severity == "silent" else [severity])


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Last updated: 1 November 2025", True),
        ("Last updated: 30 November 2025", False),
        ("Last updated: November 2025", False),
        ("Last updated: October 2025", True),
        ("Effective 1 May 2020. Last updated: 1 May 2026", False),
        ("We like plants.", False),
    ],
)
def test_a_californian_policy_is_updated_every_year(text: str, old: bool) -> None:
    text = f"# Notice\n\n{text}\n\nWe like lamps.\n"
    assert bool(findings("policy-older-than-a-year", text, "ccpa")) is old
    assert findings("policy-older-than-a-year", text, "gdpr") == []
