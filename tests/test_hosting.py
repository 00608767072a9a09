"""Hosting: places and providers, what is only a transfer, and which statements clash."""

from __future__ import annotations

import pytest
from privacylint.claims import Claim, Claims
from privacylint.markdown import parse
from privacylint.policy import Policy
from privacylint.source import Source
from privacylint_rules.extractors.hosting import hosting
from privacylint_rules.extractors.transfers import transfers
from privacylint_rules.rules.consistency.conflicting_hosting import conflicting_hosting


def policy_of(text: str) -> Policy:
    return parse(Source("policy.md", text))


def claims_of(text: str) -> list[Claim]:
    return list(hosting.extract(policy_of(text)))


@pytest.mark.parametrize(
    ("text", "places", "providers"),
    [
        ("Our servers are in Sweden.", ["SE"], []),
        ("All records are stored on machines in Japan and South Korea.", ["JP", "KR"], []),
        ("We store your files in data centres located in the EU.", ["EU"], []),
        ("Customer data never leaves Switzerland.", ["CH"], []),
        ("The website is hosted by Hetzner in Germany.", ["DE"], ["Hetzner"]),
        ("We use Amazon Web Services (AWS) to host our databases.", [], ["Amazon Web Services"]),
        ("Our hosting provider is DigitalOcean.", [], ["DigitalOcean"]),
        ("Your notes are kept on US-based servers.", ["US"], []),
        ("We operate data centers in Ireland, Iowa and Singapore.", ["IE", "US", "SG"], []),
        ("Our infrastructure runs on Google Cloud and Cloudflare.", [], ["Google Cloud", "Cloudflare"]),
        ("Your data will be moved to Canada, where our servers are located.", ["CA"], []),
        ("Letters are sent to Canada and kept there.", ["CA"], []),
        ("Uploads live on servers of OVH in France.", ["FR"], ["OVH"]),
    ],
)
def test_wording(text: str, places: list[str], providers: list[str]) -> None:
    (claim,) = claims_of(text)
    assert (claim.value["places"], claim.value["providers"]) == (places, providers)


@pytest.mark.parametrize(
    "text",
    [
        "We may transfer your data to other countries, such as the United States.",
        "Our company is located in Denmark.",
        "If you are located in the EEA, you have rights.",
        "Data is processed in accordance with EU law.",
        "Our partners are located in India.",
        "We will tell you if the service is hosted on Azure.",
        "Where is your data stored? In Germany?",
        "The authorities of the country where you are located, such as France, may help.",
    ],
)
def test_no_hosting(text: str) -> None:
    assert claims_of(text) == []


def test_exclusive_default_and_backup() -> None:
    (only,) = claims_of("Photos are stored exclusively in Austria.")
    (default,) = claims_of("By default, photos are stored in Austria.")
    (backup,) = claims_of("Backups are kept in Portugal.")
    assert only.value["exclusive"]
    assert default.value["default"]
    assert not default.value["exclusive"]
    assert backup.value["what"] == "backup"


@pytest.mark.parametrize(
    ("text", "to", "safeguards"),
    [
        ("We transfer data to the United States on the basis of standard contractual clauses.", ["US"], ["scc"]),
        ("Data is sent outside the EEA under the EU-US Data Privacy Framework.", [], ["dpf"]),
        ("We rely on an adequacy decision for transfers abroad.", [], ["adequacy"]),
    ],
)
def test_transfer(text: str, to: list[str], safeguards: list[str]) -> None:
    (claim,) = transfers.extract(policy_of(text))
    assert (claim.value["to"], claim.value["safeguards"]) == (to, safeguards)


# --- clashes -----------------------------------------------------------------------------------------------------------


def found(text: str) -> list[tuple[int, list[int], str | None]]:
    policy = policy_of(text)
    line = policy.source.place
    return [
        (line(finding.span.start).line, [line(other.span.start).line for other in finding.related], finding.severity)
        for finding in conflicting_hosting.check(policy, Claims(hosting.extract(policy)))
    ]


def test_one_finding_stands_at_the_claim_that_clashes_with_most() -> None:
    text = (
        "If you live in Norway, your order data remains in Norway.\n\n"
        "If you live outside Brazil, your order data will be stored in Brazil.\n\n"
        "If you live in the EU, your order data remains in Ireland.\n"
    )
    assert found(text) == [(3, [1, 5], None)]


@pytest.mark.parametrize(
    "text",
    [
        "Our servers are in Sweden.\n\nOur servers are in Finland.\n",
        "Data is stored only in the EU.\n\nData is stored in Ireland.\n",
        "Data is stored only in Sweden.\n\nBackups are stored in Norway.\n",
        "Data is stored only in Sweden.\n\nYour payment data is stored in Norway.\n",
        "Data is stored only in Sweden.\n\nData may be stored in Norway.\n",
        "Data is stored only in Sweden.\n\nData is not stored in Norway.\n",
        "If you live in the US, data stays in Ohio.\n\nIf you live in the EU, data stays in Spain.\n",
        "We are using data centers within the European Union (Italy and Spain) and in Canada.\n",
        "- Data of the shop is stored only in Sweden.\n- Data of the forum is stored only in Norway.\n",
    ],
)
def test_no_clash(text: str) -> None:
    assert found(text) == []
