"""The facts of a configuration: a policy that says otherwise, and lists of recipients that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from privacylint.cli import main

POLICY = """\
# Privacy Policy

Fern Garden GmbH is the controller of your data. You must be at least 18 years old to use the app.

Your data is stored in Germany, on servers of Hetzner. We share your e-mail address with Stripe and Mailgun.

Questions about privacy: privacy@fern.example
"""
AGREES = """\
facts:
  controller: Fern Garden GmbH
  minimum_age: 18
  hosting: {places: [DE], providers: [Hetzner]}
  contacts: {privacy: privacy@fern.example}
  recipients: legal/recipients.yaml
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "legal").mkdir()
    (tmp_path / "privacy.md").write_text(POLICY, encoding="utf-8")
    (tmp_path / "privacylint.yaml").write_text(AGREES, encoding="utf-8")
    (tmp_path / "legal/recipients.yaml").write_text("- Stripe\n- {name: Mailgun, for: e-mail}\n- Hetzner\n", encoding="utf-8")
    return tmp_path


def found(capsys: pytest.CaptureFixture[str]) -> dict[str, list[str]]:
    main(["check", "--format", "json", "--fail-on", "never", "--select", "all", "privacy.md"])
    by_rule: dict[str, list[str]] = {}
    for finding in json.loads(capsys.readouterr().out)["findings"]:
        if finding["rule"].startswith("unlike-fact-") or finding["family"] == "engine":
            place = finding["start"]
            by_rule.setdefault(finding["rule"], []).append(f"{finding['path']}:{place['line']}: {finding['message']}")
    return by_rule


def test_a_policy_that_agrees_is_left_alone(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys) == {}


def test_each_fact_is_compared(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = AGREES
    for old, new in (("GmbH", "AG"), ("18", "16"), ("[DE]", "[US]"), ("privacy@fern", "data@fern")):
        changed = changed.replace(old, new)
    (project / "privacylint.yaml").write_text(changed, encoding="utf-8")
    (project / "legal/recipients.yaml").write_text("recipients: [Stripe, Hetzner]\n", encoding="utf-8")
    assert found(capsys) == {
        "unlike-fact-controller": [
            "privacy.md:3: Fern Garden GmbH is the controller here, but Fern Garden AG by the configuration"
        ],
        "unlike-fact-minimum-age": ["privacy.md:3: the minimum age is 18 here, but 16 by the configuration"],
        "unlike-fact-hosting": [
            "privacy.md:5: data is kept in Germany here, but in the United States by the configuration"
        ],
        "unlike-fact-recipients": [
            "privacy.md:5: Mailgun receives data here, but is not among the recipients of the configuration"
        ],
        "unlike-fact-contacts": [
            "privacy.md:7: the privacy address is privacy@fern.example here, but data@fern.example by the configuration"
        ],
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- Stripe\n- 12\n", ":2: cannot read these recipients: "),
        ("- Stripe\n- {for: e-mail}\n", ":2: cannot read these recipients: "),
        ("Stripe\n", ":1: cannot read these recipients: must be a list"),
        ("- [\n", "cannot read these recipients: "),
        (None, ":1: cannot read these recipients: cannot be read: no such file or directory"),
    ],
)
def test_a_list_that_cannot_be_read_is_named_and_the_rest_is_compared(
    project: Path, capsys: pytest.CaptureFixture[str], text: str | None, said: str
) -> None:
    file = project / "legal/recipients.yaml"
    (project / "privacylint.yaml").write_text(AGREES.replace("18", "16"), encoding="utf-8")
    if text is None:
        file.unlink()
    else:
        file.write_text(text, encoding="utf-8")
    by_rule = found(capsys)
    (line,) = by_rule.pop("unreadable-file")
    assert line.startswith("legal/recipients.yaml") and said in line
    assert [*by_rule] == ["unlike-fact-minimum-age"]


def test_a_recipient_without_a_name_is_a_mistake_in_the_configuration(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "privacylint.yaml").write_text("facts: {recipients: [Stripe, 12]}\n", encoding="utf-8")
    assert main(["check", "privacy.md"]) == 2
    assert "privacylint.yaml:1:30: " in capsys.readouterr().err


def test_translations_are_held_against_the_policy(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "privacylint.yaml").write_text("policies: [{path: privacy.md, translations: {de: de.md, fr: fr.md}}]\n", "utf-8")
    (project / "de.md").write_text("# Datenschutz\n\nMindestalter: 16. Fragen: privacy@fern.example\n", "utf-8")
    main(["check", "--format", "json", "--fail-on", "never", "--select", "unlike-translation,engine", "privacy.md"])
    told = [(found["path"], found["rule"], found["message"]) for found in json.loads(capsys.readouterr().out)["findings"]]
    assert told == [
        ("fr.md", "unreadable-file", "cannot read this translation: no such file or directory"),
        ("privacy.md", "unlike-translation", 'the German translation (de.md) nowhere has "18", an age here'),
    ]
