"""Reads who does what with which data: voices, denials and their bounds, exceptions, lists, tables, and what is no practice."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from privacylint.claims import Claim
from privacylint.markdown import parse
from privacylint.source import Source
from privacylint_rules import ontology
from privacylint_rules.extractors.practices import practices


def read(text: str) -> list[Claim]:
    return list(practices.extract(parse(Source("policy.md", text))))


def told(text: str) -> list[tuple[bool, str, str, list[str], list[str]]]:
    return [
        (claim.denied, claim.value["actor"], claim.value["action"], claim.value["data"], claim.value["recipients"])
        for claim in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We share your e-mail address with our advertisers.", (False, "us", "share", ["email-address"], ["advertiser"])),
        ("Your e-mail address is shared with our advertisers.", (False, "us", "share", ["email-address"], ["advertiser"])),
        ("We never share your e-mail address.", (True, "us", "share", ["email-address"], [])),
        ("No personal data is passed to third parties.", (True, "us", "share", ["personal-data"], ["third-party"])),
        ("Under no circumstances do we disclose your personal data to anyone.", (True, "us", "share", ["personal-data"], ["anyone"])),
        ("We do not sell, rent or lease your personal data to anyone.", (True, "us", "sell", ["personal-data"], ["anyone"])),
        ("We do not, under any circumstances, sell your personal data.", (True, "us", "sell", ["personal-data"], [])),
        ("We collect no personal data.", (True, "us", "collect", ["personal-data"], [])),
        ("Your data never leaves your phone.", (True, "us", "share", ["personal-data"], ["anyone", "us"])),
        ("We collect your name and share it with our partners.", (False, "us", "share", ["name"], ["partner"])),
        ("Third-party ad networks receive your IP address.", (False, "third-party", "collect", ["ip-address"], ["advertiser"])),
        ("Your order is confirmed, and your name is processed through our payment processor.", (False, "third-party", "use", ["name"], ["payment-processor"])),
        ("We may:\n\n- share your phone number with our partners\n", (False, "us", "share", ["phone-number"], ["partner"])),
        ("We do not:\n\n- sell your phone number\n", (True, "us", "sell", ["phone-number"], [])),
        ("We share your personal data with:\n\n- advertisers\n- our hosting provider\n", (False, "us", "share", ["personal-data"], ["advertiser"])),
        ("| Service | Data sent |\n|---|---|\n| Ad network | IP address |\n", (False, "us", "share", ["ip-address"], ["advertiser"])),
        ("The personal data that we collect is kept safe.", (False, "us", "collect", ["personal-data"], [])),
        ("## Do you rent out my data?\n\nNever.\n", (True, "us", "sell", ["personal-data"], [])),
        ("Is my data passed to advertisers? Yes, it is.", (False, "us", "share", ["personal-data"], ["advertiser"])),
        ("Does anybody else get my phone number? Nobody.", (True, "us", "share", ["phone-number"], ["anyone"])),
        ("| Data | Sold? |\n|---|---|\n| Phone number | Yes |\n", (False, "us", "sell", ["phone-number"], [])),
        ("| Data | Shared with |\n|---|---|\n| Phone number | Nobody |\n", (True, "us", "share", ["phone-number"], ["anyone"])),
        ("| We | |\n|---|---|\n| Sell your phone number | no |\n", (True, "us", "sell", ["phone-number"], [])),
        ("## Data we collect\n\n- Phone number: to call you\n- Postal address\n", (False, "us", "collect", ["postal-address"], [])),
        ("## Who do we share it with?\n\n- Advertisers\n", (False, "us", "share", ["data"], ["advertiser"])),
        ("We never collect:\n\n- your phone number\n", (True, "us", "collect", ["phone-number"], [])),
        ("The app sends your phone number to us.", (False, "us", "collect", ["phone-number"], [])),
        ("Nor shall the company sell your phone number.", (True, "us", "sell", ["phone-number"], [])),
        ("Your phone number is yours, which is why we never share it.", (True, "us", "share", ["phone-number"], [])),
        ("We ask for your phone number. We will not sell any of it.", (True, "us", "sell", ["phone-number"], [])),
        ("Part of our income comes from the sale of your phone number.", (False, "us", "sell", ["phone-number"], [])),
        ("Data sharing: none", (True, "us", "share", ["data"], [])),
        ("We make your phone number available to our partners.", (False, "us", "share", ["phone-number"], ["partner"])),
    ],
)  # fmt: skip
def test_statements(text: str, expected: tuple[Any, ...]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Do you share my data with third parties?",
        "You should not share your password with anyone.",
        "Do you sell my data? No, unless you ask us to.",
        "Can I sell my data? No.",
        "Should you sell my data? No.",
        "Do you share your data with friends? Yes.",
        "If we share your data, we will tell you.",
        "We explain how we share your data.",
        "You may ask us not to sell your data.",
        "Read more on our use of data.",
        "You may decline to share your personal data.",
        "Users can share their location with friends.",
        "We will provide you with help.",
        "This policy is provided in English.",
        "For example, we share your name with the courier.",
    ],
)
def test_what_is_no_practice(text: str) -> None:
    assert [claim for claim in told(text) if claim[2] in ("share", "sell")] == []


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("We do not share your data unless the law requires it.", "basis", ["law"]),
        ("We do not share your data except as described here.", "exception", "except"),
        ("We do not share your data with third parties. However, we share it with our bank.", "exception", "follows"),
        ("We share your data only with our bank.", "only", "recipient"),
        ("We use your e-mail address solely to answer your questions.", "only", "purpose"),
        ("We disclose your data only if a court orders it.", "only", "case"),
        ("We do not share the data in your calendar.", "narrowed", "in your"),
        ("We collect your name. We never share this information.", "refers", True),
        ("We use your e-mail address to send our newsletter.", "purpose", "newsletter"),
    ],
)
def test_bounds(text: str, key: str, expected: Any) -> None:
    assert expected in [claim.value[key] for claim in read(text)]


def test_spans_are_exact() -> None:
    text = "Well: **we share** your e-mail address with our advertisers."
    claim = read(text)[0]
    assert text[claim.span.start : claim.span.end].startswith("we share")
    assert text[claim.span.start : claim.span.end].endswith("advertisers")


@pytest.mark.parametrize("terms", [ontology.DATA, ontology.RECIPIENTS, ontology.PURPOSES])
def test_ontologies_are_directed_and_whole(terms: dict[str, ontology.Term]) -> None:
    for id, term in terms.items():
        assert set(term.broader) <= set(terms), id
        assert all(id not in ontology.within(terms, above) for above in term.broader), id
        assert term.dpv is None or term.dpv.startswith(("dpv:", "pd:")), id


@given(st.lists(st.sampled_from(["we", "share", "do", "not", "your data", "with", "third parties", "by", "to", ":", "\n- ", ".", "|", "only", "it", "they", "receive", "never", "leaves"]), max_size=60))  # fmt: skip
def test_any_text_is_read(words: list[str]) -> None:
    text = " ".join(words)
    for claim in read(text):
        assert 0 <= claim.span.start <= claim.span.end <= len(text)


def test_linear_time() -> None:
    for text in ("we share your data with us " * 2000, "- share data\n" * 1500, "not " * 5000, "we share: " * 3000):
        read(text)
