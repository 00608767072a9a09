"""How long data is kept, said in many ways, and what looks like it and is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import findings
from privacylint.claims import Claim
from privacylint.markdown import parse
from privacylint.rule import Finding
from privacylint.source import Source
from privacylint_rules.extractors.retention import retention
from privacylint_rules.retention.lengths import in_days, in_words


def read(text: str) -> list[Claim]:
    return list(retention.extract(parse(Source("policy.md", text))))


def values(text: str) -> list[tuple[str, str]]:
    return [(claim.value["data"], claim.value["duration"]) for claim in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We keep visit logs for 90 days.", ("visit logs", "P90D")),
        ("Visit logs are kept for ninety (90) days.", ("visit logs", "P90D")),
        ("Visit logs are automatically deleted after 90 days.", ("visit logs", "P90D")),
        ("Visit logs are erased within 90 days.", ("visit logs", "P90D")),
        ("Visit logs will be stored for a maximum period of 90 days.", ("visit logs", "P90D")),
        ("We store visit logs in our systems for up to 90 days before we sum them up.", ("visit logs", "P90D")),
        ("After 90 days visit logs are purged.", ("visit logs", "P90D")),
        ("The retention period is 90 days.", ("", "P90D")),
        ("## Retention\n\n- Visit logs: 90 days\n- Orders: ten years", ("visit logs", "P90D")),
        ("## Retention\n\n- Visit logs: 90 days\n- Orders: ten years", ("orders", "P10Y")),
        ("| Data | How long we keep it |\n|---|---|\n| Visit logs | 90 days |", ("visit logs", "P90D")),
        ("| Cookie | Expiry |\n|---|---|\n| basket | 1 hour |", ("basket", "PT1H")),
        ("The basket cookie expires after 24 hours.", ("basket cookie", "PT24H")),
        ("Order data is kept as long as you have an account.", ("order data", "account")),
        ("We keep order data until you close your account.", ("order data", "account")),
        ("When you delete your account, your seeds list is deleted.", ("seeds list", "account")),
        ("We hold your name for the duration of our relationship.", ("name", "account")),
        ("We keep your name until you unsubscribe.", ("name", "account")),
        ("Garden reviews are kept indefinitely.", ("garden reviews", "indefinite")),
        ("We keep orders for as long as the law requires.", ("orders", "criteria")),
        ("We only keep orders for as long as necessary.", ("orders", "criteria")),
        ("We follow a strict no-logs policy.", ("", "P0D")),
    ],
)
def test_statements(text: str, expected: tuple[str, str]) -> None:
    data, duration = expected
    found = values(text)
    assert duration in [one for _, one in found]
    assert not data or expected in found


@pytest.mark.parametrize(
    "text",
    [
        "We answer your request within 30 days.",
        "You will receive a response no later than one month after sending the request.",
        "We tell you of changes 30 days before they take effect.",
        "We give 30 days' notice.",
        "In the past 12 months we have sold seeds.",
        "In the preceding twelve (12) months, we collected these categories of data.",
        "You may ask for this twice in any 12-month period.",
        "The free trial runs for 14 days.",
        "Your subscription lasts 12 months.",
        "Children under 13 years of age may not join.",
        "We update this list once a year.",
        "How long do we keep data?",
        "You may delete your account and your data.",
        "Your message is permanently deleted.",
        "They live 12 Second Avenue.",
    ],
)
def test_what_is_not_retention(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("We delete orders two years after your last order.", "last order"),
        ("We delete orders 30 days after you close your account.", "account closure"),
        ("We keep orders for 30 days from the date of collection.", "collection"),
        ("We keep orders for 30 days after the end of the contract.", "end of contract"),
        ("We keep orders for 30 days.", None),
    ],
)
def test_what_starts_the_clock(text: str, clock: str | None) -> None:
    assert [claim.value["from"] for claim in read(text)] == [clock]


@pytest.mark.parametrize(
    ("text", "limit"),
    [("We keep logs for up to 90 days.", "at-most"), ("We keep logs for at least 90 days.", "at-least"), ("We keep logs for about 90 days.", "about"), ("We keep logs for 90 days.", None)],
)
def test_limits(text: str, limit: str | None) -> None:
    assert [claim.value["limit"] for claim in read(text)] == [limit]


def test_two_periods_in_one_sentence() -> None:
    assert [duration for _, duration in values("Logs stay for 30 days on servers and for another 30 days in backups.")] == ["P30D", "P30D"]


def test_scope() -> None:
    assert read("If you live in Germany, we keep logs for 90 days.")[0].scope.region == ("DE",)


@given(st.lists(st.sampled_from(["we", "keep", "delete", "logs", "for", "30", "days", ".", "account", "until", "your", "\n", "- ", "|", "not", "after", ":"]), max_size=60))
def test_any_text_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for claim in read(text):
        assert 0 <= claim.span.start <= claim.span.end <= len(text)


def test_linear_time() -> None:
    evil: list[Any] = ["we keep " * 5000, "kept " * 8000, "a:" * 8000, "is deleted " * 4000, "30 days " * 4000]
    for text in evil:
        read(text)


# --- the rule ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Server logs are kept for 30 days.", "Our server logs, which hold IP addresses, are stored for six months."),
        ("| Data | Period |\n|---|---|\n| Billing records | 7 years |", "We keep billing records for ten years as tax law demands."),
        ("We delete log data after 14 days.", "Log data: 90 days"),
        ("Support tickets are retained for two years.", "When you write to us we store your support tickets for up to 5 years."),
        ("Inactive accounts are deleted after 12 months.", "We delete inactive accounts after 24 months of inactivity."),
        ("We keep IP addresses for 7 days.", "Your IP address is anonymised after 30 days."),
        ("Personal data is kept for 12 months after you close your account.", "All personal data is deleted within 30 days after account closure."),
        ("We never keep backups for more than 30 days.", "Backups are kept for 90 days."),
    ],
)
def test_periods_that_clash(one: str, other: str) -> None:
    assert len(retained(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Server logs are kept for 30 days.", "Error logs are kept for 90 days."),
        ("Server logs are kept for 90 days.", "Server logs are deleted after three months."),
        ("Server logs are kept for 30 days.", "Server logs in backups are kept for 90 days."),
        ("Orders are kept for at least two years.", "Orders are kept for up to ten years."),
        ("Orders are kept for 2 years.", "Where tax law demands it, orders are kept for ten years."),
        ("Your profile is kept as long as you have an account.", "Your profile is deleted 30 days after you close your account."),
        ("Personal data is kept for 2 years.", "### Newsletter\n\nPersonal data is kept for 3 years."),
        ("Applications are kept for 6 months.", "If you live in France, applications are kept for 2 years."),
        ("Logs are kept for 30 days.", "This data is deleted after 60 days."),
        ("Server logs are kept for 30 days.", "We answer questions about server logs within 90 days."),
    ],
)
def test_periods_that_agree(one: str, other: str) -> None:
    assert retained(one, other) == []


def retained(one: str, other: str) -> list[Finding]:
    return findings("conflicting-retention", f"# Privacy\n\n## Data retention\n\n{one}\n\n## How long we keep data\n\n{other}\n")


def test_units() -> None:
    assert in_days("P2W") == 14
    assert in_days("PT12H") == 0.5
    assert in_days("account") == 0
    assert in_words("P1M") == "1 month"
    assert in_words("PT24H") == "24 hours"
    assert in_words("indefinite") == "indefinite"
