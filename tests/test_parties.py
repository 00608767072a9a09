"""Who is who in a policy: controller, officer, representative, processors."""

from __future__ import annotations

from typing import Any

import pytest
from linting import findings
from privacylint.claims import Claim
from privacylint.markdown import parse
from privacylint.source import Source
from privacylint_rules.extractors.laws import NO_LONGER_IN_FORCE, laws
from privacylint_rules.extractors.parties import parties
from privacylint_rules.services import COMMON_WORDS, SERVICES


def read(text: str, role: str) -> list[Claim]:
    return [claim for claim in parties.extract(parse(Source("policy.md", text))) if claim.value["role"] == role]


def names(text: str, role: str = "controller") -> list[Any]:
    return [claim.value["name"] for claim in read(text, role)]


@pytest.mark.parametrize(
    "text",
    [
        'Fern Garden Ltd ("we", "us" or "our") grows plants.',
        'Fern Garden Ltd and its affiliates (collectively, "Fern", "we") grow plants.',
        'Fern Garden Ltd, a company in Leeds (hereinafter "the Company"), grows plants.',
        "This website is operated by Fern Garden Ltd.",
        "This site is owned and operated by Fern Garden Ltd.",
        "The data controller is Fern Garden Ltd.",
        "The controller of your personal data is Fern Garden Ltd.",
        "The company responsible for your personal data is Fern Garden Ltd.",
        "Fern Garden Ltd is the controller of your data.",
        "Fern Garden Ltd acts as data controller.",
        'References to "we" and "us" mean Fern Garden Ltd.',
        "**Operator:** Fern Garden Ltd",
        "Fern Garden Ltd, based in Leeds, is the controller.",
    ],
)
def test_controller(text: str) -> None:
    assert "Fern Garden Ltd" in names(text)


def test_controller_without_a_legal_form() -> None:
    assert names('Mossy Games ("we") makes games.') == ["Mossy Games"]
    assert names("Welcome to Mossy Games. We make games.") == ["Mossy Games"]
    assert names("# Mossy Games Privacy Policy\n\nWe make games.") == ["Mossy Games"]


def test_two_controllers() -> None:
    assert names('Fern Inc. and Fern B.V. (together "we") grow plants.') == ["Fern Inc.", "Fern B.V."]


@pytest.mark.parametrize("text", ["We like plants.", "Videos are provided by YouTube.", "You (the user) may ask us (see below)."])
def test_no_controller(text: str) -> None:
    assert names(text) == []


def test_officer_with_name_and_title() -> None:
    claim = read("Our Data Protection Officer (DPO) is Alex Fern.", "dpo")[0]
    assert claim.value == {"role": "dpo", "name": "Alex Fern", "title": "Data Protection Officer"}
    assert [claim.value["title"] for claim in read("Ask the Privacy Officer.", "dpo")] == ["Privacy Officer"]


def test_a_commissioner_is_no_officer() -> None:
    assert read("The Data Protection Officer Commissioner is someone else.", "dpo") == []


def test_representative() -> None:
    assert names("Our EU representative is Moss Reps GmbH.", "representative") == ["Moss Reps GmbH"]


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("We use Google Analytics to count visits.", "processor", "Google Analytics"),
        ("Payments go through PayPal.", "recipient", "PayPal"),
        ("Our processors:\n\n- Mailgun\n- Hetzner", "processor", "Mailgun"),
        ("We share your name with Zendesk.", "recipient", "Zendesk"),
    ],
)
def test_recipients(text: str, role: str, name: str) -> None:
    assert name in names(text, role)


def test_a_word_that_is_a_name_too() -> None:
    assert names("Adjust your settings to use less data.", "recipient") == []
    assert names("We share events with Adjust.", "recipient") == ["Adjust"]


def test_services_are_listed_once() -> None:
    every = [name.lower() for listed in SERVICES.values() for name in listed]
    assert {name for name in every if every.count(name) > 1} <= {"mailchimp"}
    assert not [word for word in COMMON_WORDS if word != word.lower()]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The GDPR, the UK GDPR and the CCPA apply.", ["gdpr", "uk-gdpr", "ccpa"]),
        ("Regulation (EU) 2016/679 replaced Directive 95/46/EC.", ["gdpr", "directive-95-46"]),
        ("The EU-U.S. Data Privacy Framework (DPF) replaced the Privacy Shield.", ["dpf", "dpf", "privacy-shield"]),
        ("Safe harbors are nice places for boats.", []),
        ("We follow the U.S.-EU Safe Harbor Framework.", ["safe-harbor"]),
        ("Our Apps follow the APPs.", ["australia-privacy-act"]),
    ],
)
def test_laws(text: str, ids: list[str]) -> None:
    assert [claim.value["id"] for claim in laws.extract(parse(Source("policy.md", text)))] == ids


def test_what_is_not_in_force() -> None:
    claims = list(laws.extract(parse(Source("policy.md", "The TTDSG and the GDPR."))))
    assert [claim.value["in_force"] for claim in claims] == [False, True]
    assert all(since[:2] == "20" for since, _ in NO_LONGER_IN_FORCE.values())

# --- the rule ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Fern Garden Ltd (\"we\") grows plants.\n\n## Contact\n\nThe data controller is Fern Garden GmbH.",
        "Run by Fern Inc. (\"we\").\n\n## Controller\n\nThe controller is Moss Holdings SA.",
        "Write to our Privacy Officer.\n\n## Contact\n\nThe Data Protection Officer is glad to help.",
    ],
)
def test_clashes(text: str) -> None:
    assert len(findings("conflicting-controller", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Fern Ltd (\"we\") grows plants.\n\nThe controller is Fern Limited.",
        "Fern Inc. and Fern GmbH (\"we\") grow plants.\n\nThe controller is Fern GmbH.",
        "Fern Inc. (\"we\") and its affiliates grow plants.\n\nThe controller is Moss SA.",
        "Fern Inc. (\"we\") grows plants.\n\nIf you live in France, the controller is Moss SA.",
        "Fern Inc. (\"we\") grows plants.\n\nFern is the controller.",
        "Write to our Data Protection Officer (Privacy Officer).",
        "Write to our Chief Privacy Officer.\n\n## Contact\n\nThe Data Protection Officer is glad to help.",
    ],
)
def test_what_is_no_clash(text: str) -> None:
    assert findings("conflicting-controller", text) == []
