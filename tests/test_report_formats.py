"""The formats for other programs: valid by their own rules, within their limits, and safe with the text of strangers."""

from __future__ import annotations

import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from privacylint import cli, reports
from privacylint.lint import Located, Reported, Result, Run
from privacylint.reports import github
from privacylint.reports._line_hash import line_hashes
from privacylint.reports._markdown import code, escaped
from privacylint.reports._paint import harmless
from privacylint.rule import Edit, Fix
from privacylint.source import Source
from test_reports import clean_run, lantern_run

SCHEMAS = Path(__file__).parent / "schemas"
XML = ("junit", "checkstyle")
JSON = ("json", "sarif", "gitlab", "rdjson")
NASTY = "::error::x ##[error]y <b onclick=a()> &amp; ]]> [x](http://evil.example) `a``b` @team #12 \x1b[31m\r\n\u202e 50%,a:b \x00\ufffe"


def rendered(name: str, run: Run) -> str:
    return reports.load(name, {})(run, color=False)


def finding(**more: Any) -> Reported:
    source = Source("p.md", "# A\n\nOne sentence.\n")
    facts = {"rule": "x-y", "family": "clarity", "severity": "error", "confidence": "high", "path": "p.md", "message": "m"}
    return Reported(**{**facts, "start": source.place(5), "end": source.place(8), **more})


def run_of(*findings: Reported, text: str = "# A\n\nOne sentence.\n", path: str = "p.md") -> Run:
    return Run("privacylint 0.1.0", (Result(path, Source(path, text), None, None, findings),))


def nasty_run() -> Run:
    text = f"{NASTY}\n"
    source = Source("::p\x1b.md", text)
    start, end = source.place(0), source.place(len(NASTY))
    related = (Located("::p\x1b.md", start, end, NASTY),)
    found = finding(message=NASTY, help=NASTY, path="::p\x1b.md", start=start, end=end, related=related, cites=(NASTY,))
    return Run("privacylint 0.1.0", (Result("::p\x1b.md", source, None, None, (found,)),))


def sarif_problems(text: str) -> list[str]:
    schema = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text("utf-8"))
    return [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(json.loads(text))]


@pytest.mark.parametrize("run", [lantern_run, clean_run, nasty_run, run_of])
def test_sarif_is_valid_by_the_schema_of_oasis(run: Callable[[], Run]) -> None:
    assert sarif_problems(rendered("sarif", run())) == []


def test_sarif_has_what_github_asks_for() -> None:
    [log] = json.loads(rendered("sarif", lantern_run()))["runs"]
    rules = log["tool"]["driver"]["rules"]
    assert log["columnKind"] == "unicodeCodePoints"
    for rule in rules:
        assert rule["shortDescription"]["text"] and rule["help"]["text"] and rule["help"]["markdown"]
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert len(rule["properties"]["tags"]) <= 10
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert "security-severity" not in rule["properties"]
    for result in log["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        [location] = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert not uri.startswith(("/", ".", "file:"))
        linked = {int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])}
        assert linked == {place["id"] for place in result.get("relatedLocations", ())}
    ages = next(result for result in log["results"] if result["ruleId"] == "conflicting-ages")
    assert "See [line 22: 13 is said here](1)" in ages["message"]["text"]
    assert ages["partialFingerprints"]["privacylint/v1"] == "0f1e"
    assert "Found in:" in next(rule for rule in rules if rule["id"] == "conflicting-ages")["help"]["text"]


def test_line_hashes_are_those_of_the_upload_action() -> None:
    # the values its own tests state
    assert line_hashes("") == ["c129715d7a2bc9a3:1"]
    hashes = ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    assert line_hashes(" a\nb\n  \t\tc\n d") == hashes
    assert line_hashes(" a\r\nb\r\n  \t\tc\r\n d") == hashes
    assert line_hashes("x\nx\nx\n" * 50)[0] != line_hashes("x\nx\nx\n" * 50)[1]


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("run", [lantern_run, clean_run, nasty_run, run_of])
def test_xml_can_be_read_back(name: str, run: Callable[[], Run]) -> None:
    root = ET.fromstring(rendered(name, run()).encode("utf-8"))
    assert len(root.findall(".//error") if name == "checkstyle" else root.findall(".//testcase")) >= len(run().findings)


def test_junit_fails_for_errors_only() -> None:
    root = ET.fromstring(rendered("junit", lantern_run()).encode("utf-8"))
    errors = [found for found in lantern_run().findings if found.severity == "error"]
    assert int(root.attrib["failures"]) == len(root.findall(".//failure")) == len(errors)
    assert int(root.attrib["tests"]) == len(root.findall(".//testcase")) == len(lantern_run().findings)
    clean = ET.fromstring(rendered("junit", clean_run()).encode("utf-8"))
    assert clean.attrib["failures"] == "0" and len(clean.findall(".//testcase")) == 1


def test_gitlab_prints_are_unique_and_a_clean_report_is_an_empty_list() -> None:
    assert json.loads(rendered("gitlab", clean_run())) == []
    same = finding(fingerprint="abc")
    issues = json.loads(rendered("gitlab", run_of(same, same, same, finding(fingerprint=""))))
    assert len({issue["fingerprint"] for issue in issues}) == 4
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert not issue["location"]["path"].startswith(("./", "/"))
    levels = [issue["severity"] for issue in json.loads(rendered("gitlab", lantern_run()))]
    assert set(levels) == {"major", "minor", "info"}


def test_rdjson_counts_bytes_and_suggests_only_what_it_can() -> None:
    source = Source("p.md", "東京 six months\n")
    start, end = source.place(3), source.place(6)
    one = finding(start=start, end=end, fix=Fix((Edit(3, 6, "6"),)))
    two = finding(start=start, end=end, fix=Fix((Edit(3, 6, "6"), Edit(7, 13, "weeks"))))
    first, second = json.loads(rendered("rdjson", run_of(one, two, text=source.text)))["diagnostics"]
    assert first["location"]["range"] == {"start": {"line": 1, "column": 8}, "end": {"line": 1, "column": 11}}
    assert first["suggestions"] == [{"range": first["location"]["range"], "text": "6"}]
    assert "suggestions" not in second
    assert first["severity"] == "ERROR"


def test_github_keeps_its_limits_and_counts_the_rest() -> None:
    many = [finding(rule=f"x-{level}-{number}", severity=level) for level in ("error", "warning", "info") for number in range(14)]
    lines = rendered("github", run_of(*many)).strip().split("\n")
    commands = [line for line in lines if line.startswith("::")]
    for level in ("::error ", "::warning ", "::notice "):
        assert sum(line.startswith(level) for line in commands) == github.MOST
    assert lines[-1] == "12 more findings without an annotation: GitHub shows 10 of a level"
    assert sum(line.startswith(("error ", "warning ", "info ")) for line in lines) == 42


def test_github_escapes_what_ends_a_property() -> None:
    [command] = [line for line in rendered("github", nasty_run()).split("\n") if line.startswith("::error ")]
    properties, _, message = command.removeprefix("::error ").partition("::")
    keys = [part.partition("=")[0] for part in properties.split(",")]
    assert keys == ["file", "line", "endLine", "title"]
    assert "50%25,a:b" in message and "%0A" in message


def test_github_writes_the_summary_of_the_job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    reports.publish("github", lantern_run(), {"GITHUB_STEP_SUMMARY": str(summary)})
    reports.publish("github", lantern_run(), {})
    reports.publish("json", lantern_run(), {"GITHUB_STEP_SUMMARY": str(summary)})
    text = summary.read_text("utf-8")
    assert text == rendered("markdown", lantern_run())
    monkeypatch.setattr(github, "LARGEST_SUMMARY", 300)
    reports.publish("github", lantern_run(), {"GITHUB_STEP_SUMMARY": str(summary)})
    assert summary.read_text("utf-8").endswith("The rest is in the log of the job.\n")


@pytest.mark.parametrize("name", reports.names())
def test_text_of_a_stranger_steers_nothing(name: str) -> None:
    text = rendered(name, nasty_run())
    assert not set(text) & set("\x1b\x07\x00\u202e\r\ufffe")
    assert "##[" not in text
    ours = ("::error file=", "::warning ", "::notice ")
    assert not [line for line in text.split("\n") if line.lstrip().startswith("::") and not line.startswith(ours)]
    if name in (*XML, "html"):
        assert "<b " not in text
    if name in JSON:
        json.loads(text)


def test_markdown_shows_strange_text_as_plain_words() -> None:
    text = rendered("markdown", nasty_run())
    from markdown_it import MarkdownIt

    html = MarkdownIt("gfm-like", {"linkify": False}).render(text)
    assert "<b " not in html and "evil.example\">" not in html and "<a href=\"http" not in html
    assert escaped("@team a@b.example #3 www.x.example") == "@\u200bteam a@b.example #\u200b3 www.\u200bx.example"
    assert code("a``b`") == "``` a``b` ```"


class Links(HTMLParser):
    """The ids of a page, what its links point to, and its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids.add(given.get("id") or "")
        self.targets.add(given.get("href") or "")


def test_html_shows_every_passage_and_links_to_its_line() -> None:
    page = rendered("html", lantern_run())
    links = Links(page)
    assert {target[1:] for target in links.targets if target.startswith("#")} <= links.ids
    assert not links.tags & {"script", "img", "iframe", "link"} and "default-src 'none'" in page
    for found in lantern_run().findings:
        assert harmless(found.message) in unescape(page)
        assert all(f'">line {place.start.line}</a>' in page for place in found.related)


def test_html_without_jinja_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "privacylint.reports.html", raising=False)
    (tmp_path / "p.md").write_text("# Privacy Policy\n")
    assert cli.main(["check", str(tmp_path / "p.md"), "--format", "html"]) == 2
    assert "pip install" in capsys.readouterr().err


def test_jsonl_is_one_finding_a_line() -> None:
    lines = rendered("jsonl", lantern_run()).split("\n")
    whole = json.loads(rendered("json", lantern_run()))
    assert [json.loads(line) for line in lines if line] == [{"version": 1, **found} for found in whole["findings"]]
    assert rendered("jsonl", clean_run()) == ""


@pytest.mark.parametrize("name", reports.names())
def test_the_exit_code_is_the_same_in_every_format(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    Path("bad.md").write_text("# Privacy Policy\n\nYou must be at least 16 years old.\n\nYou must be at least 18 years old.\n")
    Path("good.md").write_text("# Privacy Policy\n\nYou must be at least 16 years old.\n")
    common = ["--format", name, "--select", "conflicting-ages", "--regime", "gdpr"]
    assert cli.main(["check", "bad.md", *common]) == 1
    assert cli.main(["check", "good.md", *common]) == 0
    assert cli.main(["check", "bad.md", *common, "--exit-zero"]) == 0
    capsys.readouterr()
