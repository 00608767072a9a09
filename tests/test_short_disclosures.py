"""
Short policies in plain words: single sentences in `short_disclosures.yaml`, whole texts in `short_policies`.

The sentences were written before anyone looked at the phrases; the policies disclose all that the GDPR asks for.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from linting import loaded
from privacylint import disclosed, disclosures
from privacylint.config import Config
from privacylint.lint import lint_file
from privacylint.markdown import parse
from privacylint.source import Source
from ruamel.yaml import YAML

HERE = Path(__file__).parent
RECORD: dict[str, dict[str, Any]] = YAML(typ="safe").load((HERE / "short_disclosures.yaml").read_text("utf-8"))
HEADS = {"right": "Your rights", "how": "Your rights", "ca": "California"}
"""The heading a sentence stands under, by the first word of its topic."""


def satisfies(topic: str, sentence: str, head: str) -> bool:
    text = f"# Privacy Policy of Acorn\n\n## {head}\n\n{sentence}\n"
    criteria = disclosures.criteria(loaded().disclosures)
    return bool(disclosed.places(criteria[topic], parse(Source("policy.md", text))))


@pytest.mark.parametrize("topic", RECORD)
def test_a_sentence_satisfies_its_topic_or_does_not(topic: str) -> None:
    kind = topic.split("-")[0]
    head = HEADS.get(kind, "Privacy")
    found = RECORD[topic]
    assert [text for text in found["read"] if not satisfies(topic, text, head)] == []
    assert [text for text in found.get("missed", ()) if satisfies(topic, text, head)] == []
    neutral = head if kind == "ca" else "Privacy"
    assert [text for text in found["other"] if satisfies(topic, text, neutral)] == []


@pytest.mark.parametrize("path", sorted((HERE / "short_policies").glob("*.md")), ids=lambda path: str(path.stem))
def test_a_whole_short_policy_lacks_nothing(path: Path) -> None:
    config = Config(only=("required",), regimes=("gdpr",))
    result = lint_file("policy.md", path.read_bytes(), loaded(), config, today=date(2026, 11, 22))
    assert [finding.rule for finding in result.findings if finding.severity != "info"] == []
