"""Within how long something is answered, told or done."""

from __future__ import annotations

import pytest
from linting import findings
from privacylint.claims import Claim
from privacylint.markdown import parse
from privacylint.source import Source
from privacylint_rules.extractors.deadlines import deadlines


def read(text: str) -> list[Claim]:
    return list(deadlines.extract(parse(Source("policy.md", text))))


@pytest.mark.parametrize(
    ("text", "subject", "duration"),
    [
        ("We will respond to your request within 30 days.", "request", "P30D"),
        ("Requests are answered no later than one month after we receive them.", "request", "P1M"),
        ("You will receive an answer to your request within forty-five (45) days.", "request", "P45D"),
        ("We aim to process all requests in 20 working days.", "request", "P20D"),
        ("Please allow up to 10 days for a response to your request.", "request", "P10D"),
        ("## Access requests\n\nResponse time: 30 days", "access-request", "P30D"),
        ("We handle deletion requests within 45 days.", "deletion-request", "P45D"),
        ("We confirm receipt of your request within 10 business days.", "acknowledgement", "P10D"),
        ("We may extend the time to answer your request by another 45 days.", "extension", "P45D"),
        ("We decide on your appeal within 60 days.", "appeal", "P60D"),
        ("You may appeal within 60 days of our decision.", "appeal-filing", "P60D"),
        ("We honour opt-outs within 15 days.", "opt-out", "P15D"),
        ("We will notify you of a data breach within 72 hours.", "breach-notice", "PT72H"),
        ("We will give at least 14 days' notice of changes to this policy.", "change-notice", "P14D"),
        ("Changes take effect 30 days after we announce them.", "change-notice", "P30D"),
        ("Complaints are answered within a month.", "complaint", "P1M"),
        ("You will hear from us within a month.", "enquiry", "P1M"),
        ("Our response time is 30 days.", "enquiry", "P30D"),
        ("We have 45 days to respond to your request.", "request", "P45D"),
        ("Your request will be dealt with in 30 days at the latest.", "request", "P30D"),
        ("Requests take two weeks to complete.", "request", "P2W"),
        ("The time limit for responding to your request is one month.", "request", "P1M"),
        ("When you ask us for a copy of your data, you get it within two weeks.", "access-request", "P2W"),
        ("Rectification is carried out within one month of your request.", "correction-request", "P1M"),
        ("We honour requests to delete personal data within 30 days.", "deletion-request", "P30D"),
        ("Upon request, your data is erased within 30 days.", "deletion", "P30D"),
        ("Once you ask us to delete your account, we do so within 14 days.", "deletion", "P14D"),
        ("Erasing your data takes us up to 30 days from the date of your request.", "deletion", "P30D"),
        ("Your opt-out takes effect within 10 days.", "opt-out", "P10D"),
        ("We stop selling your data within 15 business days of your opt-out.", "opt-out", "P15D"),
        ("After you unsubscribe, it can take 5 days until e-mails stop.", "unsubscribe", "P5D"),
        ("Receipt of your request is confirmed in five days.", "acknowledgement", "P5D"),
        ("Should a hacker get hold of your data, you will hear from us within 72 hours.", "breach-notice", "PT72H"),
        ("Changes to this policy come into force 10 days after publication.", "change-notice", "P10D"),
        ("You receive notice of any amendment no less than 30 days ahead.", "change-notice", "P30D"),
    ],
)
def test_deadlines(text: str, subject: str, duration: str) -> None:
    assert [(claim.value["subject"], claim.value["duration"]) for claim in read(text)] == [(subject, duration)]


@pytest.mark.parametrize(
    "text",
    [
        "We delete logs within 30 days.",
        "After 30 days your message is deleted if you do not answer.",
        "In the past 12 months we answered 5 requests.",
        "You may make two requests in any 12-month period.",
        "Once a year you may request a list.",
        "We keep your request for 2 years.",
        "The shop opens in two weeks.",
        "You must send us your request within 30 days.",
        "We may ask you to prove who you are within 10 days.",
        "Your data is deleted within 30 days after your account is closed.",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    assert read(text) == []


def test_business_days_and_law() -> None:
    claim = read("## California residents\n\nUnder the CCPA we confirm your request within 10 business days.")[0]
    assert (claim.value["days"], claim.value["regime"]) == ("business", "ccpa")
    assert read("We answer requests within 10 days.")[0].value["days"] == "calendar"


def test_scope() -> None:
    assert read("If you live in Germany, we answer your request within one month.")[0].scope.region == ("DE",)

# --- the rule ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "We respond to requests within one month.\n\nWe reply to your request within 45 days.",
        "We notify you of a data breach within 72 hours.\n\n## Security\n\nAfter a breach we notify users within 30 days.",
        "We tell you 30 days before changes take effect.\n\nWe give 14 days' notice of changes to this policy.",
    ],
)
def test_clashes(text: str) -> None:
    assert len(findings("conflicting-deadlines", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "We respond to requests within one month.\n\nWe reply to your request within 30 days.",
        "We respond to requests within 30 days.\n\n## California\n\nUnder the CCPA we respond to requests within 45 days.",
        "We respond to requests within 30 days.\n\nComplex requests are answered within 90 days.",
        "We handle deletion requests within 10 days.\n\nWe answer access requests within 30 days.",
        "We confirm your request within 10 days.\n\nWe answer your request within 45 days.",
        "We respond to requests within 10 business days.\n\nWe respond to requests within 14 days.",
    ],
)
def test_what_is_no_clash(text: str) -> None:
    assert findings("conflicting-deadlines", text) == []
