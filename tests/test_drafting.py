"""The rules of the drafting family: their examples, their fixes, and what they must leave alone."""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from privacylint.api import Bad, Claims, Edit, Finding, Good, Rule, Source
from privacylint.claims import Settings
from privacylint.config import load as load_config
from privacylint.lint import lint_file
from privacylint.markdown import parse
from privacylint.plugins import load
from privacylint.policy import Policy

FOLDER = Path(__file__).parent.parent / "rules" / "privacylint_rules" / "rules" / "drafting"


def _rules() -> Iterator[tuple[str, Rule]]:
    for file in sorted(FOLDER.glob("*.py")):
        if not file.stem.startswith("_"):
            module = importlib.import_module(f"privacylint_rules.rules.drafting.{file.stem}")
            yield file.stem, next(value for value in vars(module).values() if isinstance(value, Rule))


RULES = dict(_rules())


def check(rule: str, text: str) -> list[Finding]:
    return list(RULES[rule].check(parse(Source("policy.md", text)), Claims([])))


def fixed(rule: str, text: str) -> str:
    edits: list[Edit] = [edit for found in check(rule, text) if found.fix for edit in found.fix.edits]
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


GOOD = [(name, good) for name, rule in RULES.items() for good in rule.good]
BAD = [(name, bad) for name, rule in RULES.items() for bad in rule.bad]


@pytest.mark.parametrize(("name", "good"), GOOD)
def test_a_good_example_is_silent(name: str, good: Good) -> None:
    assert check(name, good.text) == []


@pytest.mark.parametrize(("name", "bad"), BAD)
def test_a_bad_example_fires_once_exactly_there(name: str, bad: Bad) -> None:
    (found,) = check(name, bad.text)
    assert bad.text[found.span.start : found.span.end] == bad.at
    assert tuple(bad.text[r.span.start : r.span.end] for r in found.related) == (bad.related or ())
    assert found.message == found.message.strip()
    assert "\n" not in found.message
    assert not found.message.endswith(".")


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_page_and_examples(name: str) -> None:
    rule = RULES[name]
    assert rule.good and rule.bad
    assert "Source:" in rule.doc


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_marking_headings_up_keeps_every_other_byte(ending: str) -> None:
    lines = ["**Cookies**  ", "We set one cookie, and it keeps your language for a year.", "", "**2\\. Rights:**", "", "You may ask us for a copy of all that we hold."]
    want = ["# Cookies", "", "We set one cookie, and it keeps your language for a year.", "", "## 2\\. Rights:", "", "You may ask us for a copy of all that we hold."]
    text = ending.join(lines)
    assert fixed("heading_not_marked_up", text) == ending.join(want)
    assert fixed("heading_not_marked_up", ending.join(want)) == ending.join(want)


def test_an_anchor_with_one_candidate_is_mended() -> None:
    text = "[a](#Your-Rights) [b][r] [c](#nothing)\n\n## Your rights\n\nx\n\n[r]: #your_rights\n"
    assert fixed("dead_anchor", text) == text.replace("#Your-Rights", "#your-rights").replace("#your_rights", "#your-rights")


@lru_cache(maxsize=1)
def hostile(text: str) -> Policy:
    """The parsed text, for one rule after the other."""
    policy = parse(Source("policy.md", text))
    policy.words  # noqa: B018 - counted with the parser, not with the rule
    return policy


@pytest.mark.parametrize(
    "text",
    ["", "\ufeff", "[" * 20_000, "_" * 50_000, "{{" * 20_000, "<a " * 15_000, "thirty " * 15_000, "(1) " * 20_000, "See Section 1. " * 5_000, "# x\n\n" * 3_000, "“A B” " * 8_000, "word word. " * 10_000],
)  # fmt: skip
@pytest.mark.parametrize("name", RULES)
def test_hostile_text_takes_no_long_time(name: str, text: str) -> None:
    policy = hostile(text)
    start = time.perf_counter()
    list(RULES[name].check(policy, Claims([])))
    assert time.perf_counter() - start < 5


# --- what the configuration tells the rules --------------------------------------------------------------------------


def told(rule: str, text: str, **settings: Any) -> list[str]:
    policy = parse(Source("policy.md", text))
    return [policy.source.cut(found.span) for found in RULES[rule].check(policy, Claims([], settings=Settings(**settings)))]


def test_template_marks_of_the_site_are_no_blanks() -> None:
    text = "Ask {{ company_name }} or [YOUR NAME], see [it](https://${company_name}.test/).\n"
    assert told("placeholder_left", text) == ["{{ company_name }}", "[YOUR NAME]", "https://${company_name}.test/"]
    assert told("placeholder_left", text, template_syntax=(("{{", "}}"), ("${", "}"))) == ["[YOUR NAME]"]
    assert told("placeholder_left", "[Company] {{ open", template_syntax=(("{{", "}}"),)) == ["[Company]"]


HEADINGS = "## Cookies & Trackers\n\n## Über uns\n\n## Data\n\n## Data\n\n## Named {#given}\n"
ANCHORS = {
    "github": ["cookies--trackers", "über-uns", "data-1", "given"],
    "docusaurus": ["cookies--trackers", "über-uns", "data-1", "given"],
    "gitlab": ["cookies-trackers", "über-uns", "data-1", "given"],
    "mkdocs": ["cookies-trackers", "uber-uns", "data_1", "given"],
}


@pytest.mark.parametrize("site", ANCHORS)
def test_only_the_anchors_of_the_site_count(site: str) -> None:
    every = sorted({anchor for anchors in ANCHORS.values() for anchor in anchors})
    text = " ".join(f"[a](#{anchor})" for anchor in every) + "\n\n" + HEADINGS
    assert told("dead_anchor", text, anchors=site) == [f"#{anchor}" for anchor in every if anchor not in ANCHORS[site]]


def test_without_a_site_every_way_to_make_anchors_counts() -> None:
    text = "[a](#cookies--trackers) [b](#cookies-trackers) [c](#uber-uns)\n\n" + HEADINGS
    assert told("dead_anchor", text) == []


def test_the_configuration_reaches_the_rules(tmp_path: Path) -> None:
    file = tmp_path / "privacylint.yaml"
    text = b"Ask {{ company_name }}, see [it](#cookies-trackers).\n\n## Cookies & Trackers\n\nNone.\n"
    plugins = load(only=("builtin",))

    def rules(config: str) -> set[str]:
        file.write_text(config, encoding="utf-8")
        found = lint_file("policy.md", text, plugins, load_config(file), today=date(2026, 11, 21)).findings
        return {finding.rule for finding in found if finding.family == "drafting"}

    assert rules("regimes: []\n") == {"placeholder-left"}
    assert rules('regimes: []\nanchors: github\ntemplate_syntax: [["{{", "}}"]]\n') == {"dead-anchor"}


# --- links to files ---------------------------------------------------------------------------------------------------


def test_a_link_to_a_file_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "legal").mkdir()
    file = tmp_path / "legal" / "privacy.md"
    (tmp_path / "legal" / "the cookies.md").touch()
    (tmp_path / "terms.md").touch()
    there = "[a](the%20cookies.md) [b](./the%20cookies.md#kinds) [c](../terms.md) [d](/site.md) [e](cookies) [f](https://fern.test/x.md) [g](mailto:x.md)"
    elsewhere = "[h](../../outside.md) [i]({{ base }}/x.md) [j](cookies.html)"
    gone = "[k](gone.md) [l](../gone.pdf?v=1) ![m](fern.png) [n](gone.md#too)"
    file.write_text(f"{there} {elsewhere} {gone}", encoding="utf-8")
    policy = parse(Source(str(file), file.read_text(encoding="utf-8")))
    found = list(RULES["empty_link"].check(policy, Claims([])))
    assert [policy.source.cut(finding.span) for finding in found] == ["gone.md", "../gone.pdf?v=1", "fern.png"]
    assert [policy.source.cut(related.span) for related in found[0].related] == ["gone.md#too"]
    assert {finding.severity for finding in found} == {"info"}
    assert check("empty_link", gone) == []


# --- fixes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("# Fern Privacy\n\n## Fern privacy\n\nNone.\n", "# Fern Privacy\n\nNone.\n"),
        ("## Data\r\n## Data\r\n\r\nNone.", "## Data\r\n\r\nNone."),
        ("## Data\n\nNone.\n\n## Data\n\nNone.\n", None),
        ("### Data\n\n## Data\n\nNone.\n", None),
        ("## Data\n\n## Data\n\nSee [it](#data-1).\n", None),
        ("Data\n====\n\nData\n====\n\nNone.\n", None),
        ("## Data\n\n<h2>Data</h2>\n\nNone.\n", None),
    ],
)
def test_a_title_that_stands_there_twice_is_taken_out(text: str, want: str | None) -> None:
    assert fixed("doubled_heading", text) == (text if want is None else want)


@pytest.mark.parametrize(
    ("other", "want"),
    [("1 March 2024", "1 February 2026"), ("March 1, 2024", "2 January 2026"), ("last year", "01/02/2026"), ("1 May 2024 or May 2, 2024", "01/02/2026")],
)
def test_an_ambiguous_date_is_mended_as_the_other_dates_are_written(other: str, want: str) -> None:
    assert fixed("ambiguous_date", f"Updated 01/02/2026, before that {other}.") == f"Updated {want}, before that {other}."


def test_only_the_same_address_is_a_safe_target() -> None:
    (page,) = check("broken_link_text", "Ask [a@fern.test](https://a@fern.test/).")
    # which of two mailboxes is meant nobody knows, and `conflicting-contacts` tells it
    assert not [*check("broken_link_text", "Ask [a@fern.test](mailto:b@fern.test).")]
    assert page.fix and page.fix.safe and page.fix.edits[0].text == "mailto:a@fern.test"
    assert fixed("broken_link_text", "See [www.fern.test](www.fern.test).") == "See [www.fern.test](https://www.fern.test)."
