"""Laws and topics agree both ways; a missing topic is one finding that names every active law; `auto` says why."""

from __future__ import annotations

from pathlib import Path

import pytest
from privacylint import disclosures, regimes, requirements
from privacylint.claims import Claims
from privacylint.markdown import parse
from privacylint.packs import DataError
from privacylint.policy import Policy
from privacylint.rule import Finding
from privacylint.source import Source
from privacylint_rules import HERE
from privacylint_rules.words import WORDS

TOPICS = {found.topic: found for found in disclosures.load(HERE / "disclosures", WORDS)}
LAWS = {law.id: law for law in regimes.load(HERE / "regimes", WORDS)}
ASKS = [ask for law in LAWS.values() for ask in regimes.asks(law)]
RULES = requirements.rules(TOPICS, LAWS)
# what no law of the pack asks for is still read, for whoever looks at what a policy says
ASKED_BY_NOBODY = {"breach-notification", "sensitive-data", "third-party-links"}


def _policy(text: str) -> Policy:
    return parse(Source("policy.md", text))


def _findings(topic: str, text: str, *laws: str) -> list[Finding]:
    policy = _policy(text)
    claims = Claims(disclosures.extractor(TOPICS).extract(policy), laws)
    return list(RULES[f"missing-{topic}"].check(policy, claims))


def test_every_topic_a_law_asks_for_exists() -> None:
    assert {ask.topic for ask in ASKS} <= set(TOPICS)


def test_every_topic_is_asked_for_by_some_law() -> None:
    assert set(TOPICS) - {ask.topic for ask in ASKS} == ASKED_BY_NOBODY & set(TOPICS)


def test_every_trigger_is_a_topic() -> None:
    compiled = disclosures.criteria(TOPICS)
    assert {other for topic in compiled.values() for other in topic.owed_topics} <= set(TOPICS)


def test_all_laws_are_there() -> None:
    assert len(LAWS) == 24


@pytest.mark.parametrize("law", sorted(LAWS))
def test_a_law_asks_for_a_topic_once(law: str) -> None:
    topics = [ask.topic for ask in regimes.asks(LAWS[law])]
    assert len(topics) == len(set(topics))


def test_what_nobody_checked_stays_below_error() -> None:
    unchecked = {ask.topic for ask in ASKS if not ask.verified}
    assert unchecked
    for law in sorted(LAWS):
        for topic in sorted({ask.topic for ask in regimes.asks(LAWS[law]) if not ask.verified}):
            for found in _findings(topic, "# Notice\n\nWe speak of nothing at all here.\n", law):
                assert found.severity != "error", (law, topic)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("We comply with the EU-U.S. Data Privacy Framework.", True),
        ("Lanternlight has certified to the U.S. Department of Commerce that it adheres to the Principles.", True),
        ("Our host in America takes part in the EU-U.S. Data Privacy Framework.", False),
        ("We rely on processors who are certified under the Data Privacy Framework.", False),
    ],
)
def test_the_framework_asks_those_who_joined_it(text: str, speaks: bool) -> None:
    active = dict(regimes.active(_policy(f"# Notice\n\n{text}\n"), LAWS))
    assert ("dpf" in active) is speaks


def test_one_finding_names_every_active_law() -> None:
    (found,) = _findings("retention", "# Notice\n\nWe collect your name.\n", "gdpr", "coppa")
    assert found.message == "says nothing about how long data is kept (16 CFR 312.10, GDPR Art. 13(2)(a))"
    assert found.regimes == ("coppa", "gdpr")
    assert found.cites == ("16 CFR 312.10; 312.4(d)(2) (2025 amendment)", "GDPR Art. 13(2)(a); Art. 14(2)(a)")
    assert found.severity == "error"
    assert found.help


def test_no_law_no_finding() -> None:
    assert not _findings("retention", "# Notice\n\nWe collect your name.\n")
    assert not _findings("retention", "# Notice\n\nWe collect your name.\n", "caloppa")


def test_a_finding_points_to_the_nearest_fitting_section() -> None:
    text = "# Notice\n\nWe collect your name.\n\n## Storage of data\n\nIt lies on our server.\n"
    (found,) = _findings("retention", text, "gdpr")
    assert _policy(text).source.cut(found.span) == "Storage of data"
    (found,) = _findings("right-complain", text, "gdpr")
    assert _policy(text).source.cut(found.span) == "Notice"


def test_a_topic_that_is_only_touched_on_is_shown_where() -> None:
    text = "# Notice\n\nWe collect your name.\n\n## Data retention\n\n## Cookies\n\nNone.\n"
    (found,) = _findings("retention", text, "gdpr")
    assert found.message.startswith("only touches on how long data is kept")
    assert _policy(text).source.cut(found.span) == "Data retention"


def test_a_trigger_makes_a_topic_due() -> None:
    assert not _findings("transfer-safeguards", "We collect your name.\n", "gdpr")
    (found,) = _findings("transfer-safeguards", "Your data is stored on servers in the United States.\n", "gdpr")
    assert found.severity == "warning"
    assert not _findings("transfer-safeguards", "Your data is never transferred outside Germany.\n", "gdpr")


def test_a_condition_that_the_text_cannot_show_is_information() -> None:
    (found,) = _findings("dpo-contact", "We collect your name.\n", "gdpr")
    assert found.severity == "info"
    assert "if there is an officer" in found.help


def test_a_policy_that_collects_nothing_owes_less() -> None:
    text = "# Notice\n\nWe do not collect any personal data.\n"
    assert not _findings("retention", text, "gdpr")
    assert _findings("controller-contact", text, "gdpr")


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("We process data as the GDPR allows.\n", {"gdpr": '"GDPR" on line 1'}),
        ("# Notice\n\nFor people in California: residents of California may ask us.\n", {"caloppa": None}),
        ("The UK GDPR applies to us.\n", {"uk-gdpr": '"UK GDPR" on line 1'}),
        ("We like apples.\n", {}),
    ],
)
def test_auto_takes_the_laws_a_policy_speaks_to(text: str, laws: dict[str, str | None]) -> None:
    found = dict(regimes.active(_policy(text), LAWS))
    assert set(found) == set(laws)
    assert all(reason is None or found[law] == reason for law, reason in laws.items())


def test_a_mistake_in_a_law_names_its_place(tmp_path: Path) -> None:
    (tmp_path / "law.yaml").write_text("title: t\nname: n\napplies_when: a\nreviewed: yesterday\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"law\.yaml:4:11: expected a day"):
        list(regimes.load(tmp_path))


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("People in California may write to us.", "caloppa"),
        ("# Notice for California\n\nThese lines are for you if you live there.", "caloppa"),
        ("If you live in Texas, you may ask for a copy.", "tdpsa"),
        ("Residents of California, Colorado, Connecticut and Virginia have further rights.", "cpa"),
        ("Residents of California, Colorado, Connecticut and Virginia have further rights.", "ctdpa"),
        ("Residents of California, Colorado, Connecticut and Virginia have further rights.", "vcdpa"),
        ("Customers in Oregon may appeal.", "us-other"),
        ("You are a resident of the State of California, with the right to know and to opt out of the sale.", "ccpa"),
        ("This is our California notice at collection.", "ccpa"),
        ("If you are in Germany, the following applies.", "gdpr"),
        ("If you reside in the EEA, the United Kingdom or Switzerland, you may complain.", "gdpr"),
        ("If you reside in the EEA, the United Kingdom or Switzerland, you may complain.", "uk-gdpr"),
        ("If you reside in the EEA, the United Kingdom or Switzerland, you may complain.", "fadp"),
        ("British users may write to the Information Commissioner.", "uk-gdpr"),
        ("Users who live in Brazil may ask for a copy.", "lgpd"),
        ("Individuals located in Canada may withdraw consent.", "pipeda"),
        ("Québec residents may ask for the removal of a link.", "quebec-law25"),
        ("Persons in South Africa may complain.", "popia"),
        ("Consumers in India may nominate someone.", "dpdpa"),
        ("If you use the service from Japan, we tell you where data goes.", "appi"),
        ("Australian customers may complain.", "australia-app"),
    ],
)
def test_a_text_speaks_to_the_law_of_the_people_it_speaks_to(text: str, law: str) -> None:
    assert law in dict(regimes.active(_policy(f"{text}\n"), LAWS))


@pytest.mark.parametrize(
    "text",
    [
        "Our servers stand in Japan, India, Canada and Brazil.",
        "The host of our users' data is located in Australia.",
        "We are a company in Texas with an office in South Africa.",
        "Write to us at 12 Colorado Avenue.",
        "If you contact us, we may store your letter in Switzerland.",
        "We never sell or share what you send us.",
    ],
)
def test_a_place_alone_is_no_law(text: str) -> None:
    assert not regimes.active(_policy(f"# Notice\n\n{text}\n"), LAWS)


@pytest.mark.parametrize(
    "text",
    [
        "The controller is Lanternlight GmbH, Lampenweg 3, 10115 Berlin.",
        "We are a company based in Lisbon, Portugal.",
        "Publisher: Lanternlight B.V.",
        "Our registered office is at 3 Lamp Lane, Dublin.",
        "Lanternlight, a Swedish company, runs this site.",
        "Lanternlight Ltd, 3 Lamp Lane, Cork, T12 4567, Ireland",
        "We are not obliged to appoint a representative in the Union.",
    ],
)
def test_a_controller_with_a_seat_in_the_union_needs_no_representative(text: str) -> None:
    assert not _findings("eu-representative", f"# Notice\n\n{text}\n\nWe collect your name.\n", "gdpr")


@pytest.mark.parametrize(
    "text",
    [
        "The controller is Lanternlight Inc., 3 Lamp Lane, Boise.",
        "Our servers stand in Frankfurt, Germany.",
        "We pass your name to Wick GmbH, our processor.",
        "We are a company from Leeds and have users in France.",
    ],
)
def test_a_controller_elsewhere_is_asked_for_its_representative(text: str) -> None:
    assert _findings("eu-representative", f"# Notice\n\n{text}\n\nWe collect your name.\n", "gdpr")
