"""`privacylint report`: topic by law; and what the companions of a policy add to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from privacylint import cli

POLICY = """\
# Privacy notice

Lantern Lamps Ltd, 1 Wick Lane, York, is responsible. Write to privacy@lamps.example.

We collect your name to send you lamps. We keep it for two years.

You may ask us for a copy of your data under the GDPR.

## Cookies

See our [cookie notice](cookies.md).
"""
COOKIES = """\
# Cookie notice

We set cookies that count visits. You can refuse cookies in your browser settings at any time.
"""
SETTINGS = """\
regimes: [gdpr, eprivacy]
policies:
  - path: privacy.md
    companions: [cookies.md]
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRIVACYLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / ".git").mkdir()
    (tmp_path / "privacy.md").write_text(POLICY, "utf-8")
    (tmp_path / "cookies.md").write_text(COOKIES, "utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = cli.main(["report", *arguments])
    return code, *capsys.readouterr()


def table(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, Any]]:
    code, out, _ = run(capsys, "--format", "json", *arguments)
    assert code == 0
    (file,) = json.loads(out)["files"]
    return {row["topic"]: row["laws"] for row in file["topics"]}


def test_the_table_says_where_a_topic_is_met(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(capsys, "--regime", "gdpr,eprivacy", "privacy.md")
    assert rows["retention"]["gdpr"]["status"] == "met"
    assert rows["retention"]["gdpr"]["start"]["line"] == 5
    assert rows["right-portability"]["gdpr"]["status"] == "missing"
    assert rows["right-portability"]["gdpr"]["start"] is None
    assert "Art. 20" in rows["right-portability"]["gdpr"]["cite"]
    assert rows["transfer-safeguards"]["gdpr"]["status"] == "not applicable"
    assert rows["transfer-safeguards"]["gdpr"]["why"]
    assert set(rows["cookies"]) == {"eprivacy", "gdpr"} & set(rows["cookies"])


def test_the_table_agrees_with_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(capsys, "--regime", "gdpr,ccpa", "privacy.md")
    absent = {topic for topic, laws in rows.items() for cell in laws.values() if cell["status"] in ("missing", "partly")}
    cli.main(["check", "--regime", "gdpr,ccpa", "--select", "required", "--format", "json", "privacy.md"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {finding["rule"].removeprefix("missing-") for finding in found} == absent


def test_a_topic_a_law_does_not_ask_for_yet(capsys: pytest.CaptureFixture[str]) -> None:
    rows = table(capsys, "--regime", "ccpa", "--as-of", "2022-06-01", "privacy.md")
    assert rows["ca-right-correct"]["ccpa"]["status"] == "not applicable"
    assert rows["ca-right-correct"]["ccpa"]["why"] == "asked for from 1 January 2023"
    rows = table(capsys, "--regime", "ccpa", "--as-of", "2023-06-01", "privacy.md")
    assert rows["ca-right-correct"]["ccpa"]["status"] == "missing"


def test_the_text_shows_laws_reasons_and_no_verdict(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--as-of", "2026-11-21", "privacy.md")
    assert code == 0
    assert "privacy.md, by the law of 2026-11-21" in out
    assert 'gdpr: "GDPR" on line 7' in out
    assert "retention" in out
    assert "line 5" in out
    assert "transfer-safeguards (gdpr): nothing in the text calls for it" in out
    assert "no legal advice" in out
    assert "complian" not in out.lower()
    assert max(map(len, out.split("\n"))) <= 130


def test_many_laws_are_shown_in_several_tables(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "--regime", "gdpr,uk-gdpr,ccpa,caloppa,coppa,lgpd,pipeda,fadp,vcdpa,cpa", "privacy.md")
    heads = [line for line in out.split("\n") if line.startswith(" ") and line.strip().split()[0] in ("gdpr", "lgpd", "coppa", "pipeda")]
    assert len(heads) >= 2


def test_a_policy_that_speaks_to_no_law(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "plain.md").write_text("# Notice\n\nWe like lamps.\n", "utf-8")
    code, out, _ = run(capsys, "plain.md")
    assert code == 0
    assert "--regime" in out


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "nowhere.md")
    assert code == 2
    assert "nowhere.md" in err


# --- companions ------------------------------------------------------------------------------------------------------


def test_a_companion_satisfies_what_the_policy_refers_to(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert table(capsys, "--regime", "eprivacy")["cookie-choices"]["eprivacy"]["status"] != "met"
    (home / "privacylint.yaml").write_text(SETTINGS, "utf-8")
    cell = table(capsys)["cookie-choices"]["eprivacy"]
    assert cell["status"] == "met"
    assert cell["why"] == "in cookies.md"
    assert cell["start"]["line"] == 11


def test_a_companion_nobody_refers_to_adds_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "privacylint.yaml").write_text(SETTINGS, "utf-8")
    (home / "privacy.md").write_text(POLICY.replace("[cookie notice](cookies.md)", "shelf"), "utf-8")
    assert table(capsys)["cookie-choices"]["eprivacy"]["status"] != "met"


def test_a_companion_named_by_its_title(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "privacylint.yaml").write_text(SETTINGS, "utf-8")
    (home / "privacy.md").write_text(POLICY.replace("[cookie notice](cookies.md)", "Cookie Notice"), "utf-8")
    assert table(capsys)["cookie-choices"]["eprivacy"]["status"] == "met"


def test_a_companion_that_cannot_be_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "privacylint.yaml").write_text(SETTINGS.replace("cookies.md", "gone.md"), "utf-8")
    code, _, err = run(capsys)
    assert code == 1
    assert "gone.md: cannot read this companion" in err


# --- regimes -----------------------------------------------------------------------------------------------------------


def test_regimes_show_when_they_were_reviewed_and_what_will_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["regimes", "--as-of", "2026-11-21"]) == 0
    out = capsys.readouterr().out
    assert "reviewed 2026-" in out
    assert "from 2026-12-10: " in out
    assert cli.main(["regimes", "--as-of", "2030-01-01", "--format", "json"]) == 0
    laws = json.loads(capsys.readouterr().out)["regimes"]
    assert all(law["reviewed"] for law in laws)
    assert not any(law["upcoming"] for law in laws)
