"""Every topic is proven by the examples in its own file; the mechanics of judging by texts made for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from privacylint import disclosed, disclosures
from privacylint.markdown import parse
from privacylint.packs import DataError
from privacylint.source import Source
from privacylint_rules import HERE
from privacylint_rules.words import WORDS

TOPICS = {found.topic: found for found in disclosures.load(HERE / "disclosures", WORDS)}
CRITERIA = disclosures.criteria(TOPICS)
GOOD = [(topic, text) for topic, found in TOPICS.items() for text in found.data["good"]]
BAD = [(topic, text) for topic, found in TOPICS.items() for text in found.data["bad"]]


def _spoken(topic: disclosures.Criteria, text: str) -> list[str]:
    policy = parse(Source("policy.md", text))
    return [policy.source.cut(spoken.span) for spoken in disclosed.places(topic, policy)]


@pytest.mark.parametrize(("topic", "text"), GOOD)
def test_a_good_example_satisfies_its_topic(topic: str, text: str) -> None:
    assert _spoken(CRITERIA[topic], text)


@pytest.mark.parametrize(("topic", "text"), BAD)
def test_a_bad_example_does_not(topic: str, text: str) -> None:
    assert _spoken(CRITERIA[topic], text) == []


def _criteria(tmp_path: Path, keys: str) -> disclosures.Criteria:
    (tmp_path / "topic.yaml").write_text(f"title: t\nhint: h\ngood: [x]\nbad: [x]\n{keys}\n", encoding="utf-8")
    (found,) = disclosures.load(tmp_path, WORDS)
    return disclosures.criteria({"topic": found})["topic"]


def test_a_heading_counts_only_with_text_under_it(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, 'headings: {en: ["retention"]}')
    full = "# Retention\n\nInvoices stay with us for ten years, all the rest for one.\n"
    assert _spoken(topic, full) == ["Retention"]
    assert _spoken(topic, "# Retention\n\n# Security\n\nInvoices stay with us for ten years, all the rest for one.\n") == []
    assert _spoken(topic, "# Retention\n\n[See our other page for all that we keep and why](https://a.example)\n") == []


def test_a_run_in_heading_is_a_heading(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, 'headings: {en: ["retention"]}')
    assert _spoken(topic, "**Retention.** Invoices stay with us for ten years, all the rest for one.\n")
    assert _spoken(topic, "We speak of retention elsewhere. Invoices stay with us for ten years, all else for one.\n")
    assert not _spoken(topic, "Everything that one wants to know on the subject of retention stands here.\n")


def test_a_list_item_inherits_the_sentence_that_introduces_it(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, 'together: {en: [{context: ["you may ask"], says: ["erasure"]}]}')
    assert _spoken(topic, "You may ask for:\n\n- access\n- erasure\n") == ["erasure"]
    assert _spoken(topic, "We do not offer:\n\n- access\n- erasure\n") == []


def test_a_cell_inherits_its_heads_and_text_the_heading_above(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, 'together: {en: [{context: ["your rights"], says: ["erasure"]}]}')
    assert _spoken(topic, "| Your rights | How |\n|---|---|\n| erasure | by mail |\n") == ["erasure"]
    assert _spoken(topic, "# Your rights\n\nErasure is one of them.\n") == ["Erasure"]
    assert _spoken(topic, "| Means | How |\n|---|---|\n| erasure | by mail |\n") == []


def test_weak_evidence_needs_a_second_sentence_or_a_fitting_heading(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, 'weak: {en: ["kept"]}\nsection: {en: ["retention"]}')
    assert _spoken(topic, "It is kept.\n") == []
    assert _spoken(topic, "It is kept. Mail is kept as well.\n") == ["kept"]
    assert _spoken(topic, "# Retention\n\nIt is kept.\n") == ["kept"]


def test_near_misses_and_barred_sentences(tmp_path: Path) -> None:
    topic = _criteria(
        tmp_path, 'evidence: {en: ["access"]}\nnear_misses: {en: ["unauthorised access"]}\nnot_with: {en: ["password"]}'
    )
    assert _spoken(topic, "We prevent unauthorised access. You can ask for access.\n") == ["access"]
    assert _spoken(topic, "Your password gives access.\n") == []


def test_a_bare_link_counts_only_where_the_link_is_the_means(tmp_path: Path) -> None:
    link = "[Opt out of cookies](https://a.example/out)\n"
    assert _spoken(_criteria(tmp_path, 'evidence: {en: ["opt out"]}'), link) == []
    assert _spoken(_criteria(tmp_path, 'links: {en: ["opt out"]}'), link) == ["Opt out"]
    assert _spoken(_criteria(tmp_path, 'links: {en: ["opt out"]}'), "Opt out of cookies here.\n") == []


def test_a_denial_satisfies_and_is_marked(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, 'evidence: {en: ["we profile"]}\ndenials: {en: ["we do not profile"]}')
    policy = parse(Source("policy.md", "We do not profile you.\n"))
    assert [spoken.denied for spoken in disclosed.places(topic, policy)] == [True]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("evidense: {en: [x]}", 'topic.yaml:5:1: unknown key "evidense"; did you mean "evidence"?'),
        ('evidence: {en: ["a", "(b"]}', "topic.yaml:5:22: '(' is never closed"),
        ("hint: x", "topic.yaml:5:"),
        ("section: {en: [x]}", "nothing satisfies it"),
        ('together: {en: [{says: ["x"]}]}', 'missing key "context"'),
    ],
)
def test_a_mistake_names_file_line_and_column(tmp_path: Path, keys: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        _criteria(tmp_path, keys)
    assert message in str(error.value)


def test_what_must_stand_elsewhere_and_what_bars(tmp_path: Path) -> None:
    keys = 'evidence: {en: ["right of access"]}\nelsewhere: {en: ["california*"]}\nnot_under: {en: ["GDPR"]}'
    topic = _criteria(tmp_path, keys)
    assert _spoken(topic, "You have a right of access.\n") == []
    assert _spoken(topic, "You have a right of access. We have guests from California.\n") == ["right of access"]
    assert _spoken(topic, "# GDPR\n\nYou have a right of access.\n\n# California\n\nHello.\n") == []
    assert _spoken(topic, "# GDPR and California\n\nYou have a right of access.\n") == ["right of access"]


def test_what_counts_at_the_edges_only(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, 'edges: {en: ["^ <date> $"]}')
    middle = "\n\n".join(f"Paragraph {number}." for number in range(20))
    assert _spoken(topic, f"# Privacy\n\n5 May 2024\n\n{middle}\n") == ["5 May 2024"]
    assert _spoken(topic, f"# Privacy\n\n{middle}\n\n5 May 2024\n\n{middle}\n") == []


def test_a_key_of_the_front_matter_satisfies(tmp_path: Path) -> None:
    topic = _criteria(tmp_path, "front_matter: [updated]")
    assert _spoken(topic, "---\nupdated: 2024-05-05\n---\n\nHello.\n") == ["2024-05-05"]
    assert _spoken(topic, "---\ndate: 2024-05-05\n---\n\nHello.\n") == []
