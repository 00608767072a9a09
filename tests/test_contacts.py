"""The ways to reach someone: addresses written out, linked, hidden from robots, and whom they reach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import findings
from privacylint.claims import Claim
from privacylint.markdown import parse
from privacylint.source import Source
from privacylint_rules.extractors.contacts import contacts


def read(text: str) -> list[Claim]:
    return list(contacts.extract(parse(Source("policy.md", text))))


def emails(text: str) -> list[str]:
    return [claim.value["address"] for claim in read(text) if claim.value["type"] == "email"]


@pytest.mark.parametrize(
    "text",
    [
        "Write to fern@garden.example.",
        "Write to <fern@garden.example>.",
        "Write to **Fern@Garden.Example**!",
        "[fern@garden.example](mailto:fern@garden.example)",
        "[Write to us](mailto:fern@garden.example?subject=Hello%20you)",
        '<a href="mailto:fern@garden.example">Write to us</a>',
        "fern [at] garden [dot] example",
        "fern(at)garden.example",
        "fern (a) garden.example",
        "fern at garden dot example",
        "fern AT garden DOT example",
        "fern[at]garden[dot]example",
        "fern @ garden.example",
    ],
)
def test_one_address(text: str) -> None:
    assert emails(text) == ["fern@garden.example"]


def test_text_and_target_that_disagree_are_two() -> None:
    assert emails("[fern@garden.example](mailto:moss@garden.example)") == ["fern@garden.example", "moss@garden.example"]


def test_mailing_list_address() -> None:
    assert emails("[mail](mailto:~fern/garden-help@lists.example)") == ["~fern/garden-help@lists.example"]
    assert emails("Mail ~fern/garden-help@lists.example now") == ["~fern/garden-help@lists.example"]


@pytest.mark.parametrize(
    "text",
    [
        "We are at home at garden.example.",
        "Follow @garden or see logo@2x.png.",
        "Look at garden.example for more.",
        "![](https://garden.example/@fern/a.b)",
        "Contact us [here](https://garden.example/contact).",
        "(a) first, (b) second.",
    ],
)
def test_no_address(text: str) -> None:
    assert emails(text) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Our data protection officer: fern@garden.example", "dpo"),
        ("dpo@garden.example", "dpo"),
        ("**Data Protection Officer**\n\nfern@garden.example", "dpo"),
        ("Our EU representative is Moss Ltd, fern@garden.example.", "representative"),
        ("To delete your data write to fern@garden.example.", "privacy"),
        ("gdpr@garden.example", "privacy"),
        ("To delete your data write to support@garden.example.", "support"),
        ("copyright@garden.example", "legal"),
        ("security@garden.example", "security"),
        ("Hello, fern@garden.example", "general"),
    ],
)
def test_whom_it_reaches(text: str, role: str) -> None:
    assert [claim.value["role"] for claim in read(text)] == [role]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Phone: (555) 010-0199", "5550100199"),
        ("Call us at 1-800-555-0199.", "18005550199"),
        ("+44 (0)20 7946 0000", "+442079460000"),
        ("[Call](tel:+15550100199)", "+15550100199"),
    ],
)
def test_phone(text: str, number: str) -> None:
    assert [(claim.value["type"], claim.value["address"]) for claim in read(text)] == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    ["Registered under 0123456789.", "Regulation (EU) 2016/679, 2018-05-25 10:00.", "IBAN DE00 1234 5678 9012 3456 00", "We sold 1,234,567,890 seeds."],
)
def test_no_phone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("Fern Inc., 100 Moss Avenue, Suite 2100, Portland, OR 97201, USA", "97201"),
        ("Fern Inc.\n100 Moss Avenue\nPortland, Oregon, OR 97201", "97201"),
        ("Fern GmbH, Moosstraße 12, 10115 Berlin", "10115"),
        ("Fern SARL, 3 rue des Fougères, 75001 Paris", "75001"),
        ("Fern BV, Mosgracht 7, 1017 AB Amsterdam", "1017 AB"),
        ("Fern Ltd, PO Box 12, Leeds LS1 4AP", "LS1 4AP"),
        ("Fern Ltd, 2 Moss Road, Toronto, Ontario M5V 2T6", "M5V 2T6"),
    ],
)
def test_postal_address(text: str, postcode: str) -> None:
    assert [(claim.value["type"], claim.value["postcode"]) for claim in read(text)] == [("post", postcode)]


def test_no_postal_address() -> None:
    assert read("On the way we met 12 people; in 1999 Spring came early, 2024 Reports followed.") == []


def test_form() -> None:
    claim = read("Use our [contact form](https://garden.example/form).")[0]
    assert claim.value == {"type": "form", "address": "https://garden.example/form", "role": "general"}


@given(st.text(alphabet="a1@.[](){}<> \ndotAT+-_~/:", max_size=200))
def test_any_text_is_read(text: str) -> None:
    source = Source("policy.md", text)
    for claim in contacts.extract(parse(source)):
        assert 0 <= claim.span.start <= claim.span.end <= len(text)


def test_linear_time() -> None:
    evil: list[Any] = ["a" * 30000, "a." * 15000, "1 " * 15000, "A " * 15000, "a@" * 15000, "a at " * 6000, "1 A" * 9000]
    for text in evil:
        read(text)

# --- the rule ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Data protection officer: dpo@fern.example\n\n## Contact\n\nMail the DPO at moss@fern.example.",
        "privacy@fern.com\n\n## Contact\n\nprivacy@fern.org",
        "support@fernmoss.example\n\n## Contact\n\nsupport@fernmos.example",
        "Fern, 12 Moss Road, Leeds LS1 4AP\n\nFern, 12 Moss Road, Leeds LS1 4AB",
    ],
)
def test_clashes(text: str) -> None:
    assert len(findings("conflicting-contacts", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "privacy@fern.example and support@fern.example",
        "privacy@fern.de\n\nprivacy@fern.fr",
        "fern1@garden.example\n\nfern2@garden.example",
        "anna@gmail.com\n\nanna@outlook.com",
        "Mail help@fern.example or our data protection officer at dpo@fern.example.\n\nThe data protection officer: dpo@fern.example",
        "Data protection officer: dpo@fern.example\n\nThe data protection officer of our partner: dpo@moss.example",
        "Fern, 12 Moss Road, Leeds LS1 4AP\n\nFern, 12 Moss Road, Leeds LS14AP",
    ],
)
def test_what_is_no_clash(text: str) -> None:
    assert findings("conflicting-contacts", text) == []
