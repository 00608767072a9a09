"""The clarity family: what is off by default, and the reading grade with and without its library."""

from __future__ import annotations

import sys

import pytest
from privacylint.plugins import load
from privacylint.testing import findings_of

PLUGINS = load(only=("builtin",))
OFF = ("consent-by-use", "hedged-purpose", "hedged-wording", "reading-grade", "unexplained-abbreviation", "very-long-sentence")
EASY = "# Privacy\n\n" + "We keep your name for a year. Then we take it out of our books. You can ask us for it at any time. " * 8
HARD = PLUGINS.rules["reading-grade"].bad[0].text


def messages(rule: str, text: str) -> list[str]:
    return [found.message for found in findings_of(PLUGINS.rules[rule], PLUGINS, text)[1]]


def test_clarity_is_never_more_than_information() -> None:
    family = {rule.id: rule for rule in PLUGINS.rules.values() if rule.family == "clarity"}
    assert {rule.severity for rule in family.values()} == {"info"}
    assert {id for id, rule in family.items() if not rule.default} == set(OFF)


def test_the_reading_grade_is_measured_where_the_library_is_there() -> None:
    pytest.importorskip("pyphen")
    assert messages("reading-grade", EASY) == []
    (message,) = messages("reading-grade", HARD)
    assert message.startswith("reading this text takes about ")


def test_without_the_library_the_reading_grade_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyphen", None)
    assert messages("reading-grade", HARD) == ["the reading grade was not measured: the library pyphen is not installed"]


def test_one_exact_period_is_enough() -> None:
    vague = "We keep your personal data as long as necessary for the purposes above."
    assert len(messages("vague-retention", vague)) == 1
    assert messages("vague-retention", f"{vague} Server logs are deleted after 30 days.") == []
    assert messages("vague-retention", "We keep your report as long as needed to investigate it.") == []
