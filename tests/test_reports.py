"""Every report against its golden file, and the excerpts character by character."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from privacylint import reports
from privacylint.lint import Located, Reported, Result, Run
from privacylint.reports._excerpt import COLUMNS, excerpt
from privacylint.reports._paint import harmless, wants_color, width
from privacylint.rule import Bad, Edit, Fix, Good, Rule
from privacylint.source import Source

AGES = Rule(
    "conflicting-ages",
    "consistency",
    "error",
    "high",
    lambda policy, claims: iter(()),
    doc="Two ages that cannot both hold.\n\nNobody knows which of them counts.",
    good=(Good("You must be 16.\n"),),
    bad=(Bad("You must be 16.\n\nYou must be 18.\n", at="You must be 16"),),
    regimes=("coppa",),
)
POLICY = Path(__file__).parent / "policies" / "report_lantern.md"
ESCAPE = re.compile("\033\\[[0-9;]*m")


def lantern() -> Source:
    return Source.read("legal/privacy.md", POLICY.read_bytes())


def located(source: Source, words: str, note: str = "") -> Located:
    start = source.text.index(words)
    return Located(source.path, source.place(start), source.place(start + len(words)), note)


def reported(source: Source, rule: str, words: str, message: str, **more: object) -> Reported:
    place = located(source, words)
    facts = {"family": "consistency", "severity": "error", "confidence": "high", **more}
    return Reported(rule=rule, path=source.path, start=place.start, end=place.end, message=message, **facts)  # type: ignore[arg-type]


def lantern_run() -> Run:
    source = lantern()
    edit = source.text.index("6 months")
    findings = (
        reported(
            source,
            "conflicting-ages",
            "at least 16 years old",
            'minimum age is 16 here, but 13 in "Children" (line 22)',
            help="state one minimum age, or say for whom each of them holds",
            cites=("16 CFR 312.2", "GDPR Art. 8(1)"),
            regimes=("coppa", "gdpr"),
            related=(located(source, "under 13", "13 is said here"),),
            fingerprint="0f1e",
            url="https://example.org/rules/conflicting-ages",
        ),
        reported(
            source,
            "conflicting-retention",
            "24 months after the last parcel",
            "order records are kept for 24 months here, but for 6 months in a table (line 11)",
            related=(
                located(source, "6 months", "6 months is said here"),
                located(source, "90 days", "and 90 days here"),
            ),
            fix=Fix((Edit(edit, edit + 8, "24 months"),), safe=False),
        ),
        reported(source, "wide-place", "café\u0301 list", "names a list that nothing explains", severity="warning"),
        reported(
            source,
            "long-place",
            "pass letters on\nto our postal partner,\nwho is based in Norway\nand reads",
            "one sentence says who, where and what",
            severity="info",
            family="drafting",
        ),
        reported(
            source,
            "odd-letters",
            "\u202eten.elpmaxe@olleh\u202c",
            "text runs \u202ebackwards\x1b[0m",
            severity="warning",
        ),
    )
    lost = Reported(
        "unreadable-file", "engine", "error", "high", "legal/old.md", *([Source("", "").place(0)] * 2), "no such file"
    )
    laws = (("coppa", "asked for"), ("gdpr", 'line 5 says "GDPR"'))
    return Run(
        "privacylint 0.1.0",
        (
            Result("legal/old.md", None, None, None, (lost,)),
            Result("legal/privacy.md", source, None, None, findings, laws, 2),
        ),
        {AGES.id: AGES},
    )


def clean_run() -> Run:
    return Run("privacylint 0.1.0", (Result("privacy.md", lantern(), None, None, ()),))


@pytest.mark.parametrize("name", reports.names())
def test_report_is_golden(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"lantern.{name}", reports.load(name, {})(lantern_run(), color=False))


@pytest.mark.parametrize("name", reports.names())
def test_report_of_a_clean_run_is_golden(name: str, golden: Callable[[str, str], None]) -> None:
    text = reports.load(name, {})(clean_run(), color=False)
    assert "complian" not in text.lower()
    golden(f"clean.{name}", text)


@pytest.mark.parametrize("name", ["text", "concise"])
def test_colour_adds_nothing_but_colour(name: str) -> None:
    render = reports.load(name, {})
    painted = render(lantern_run(), color=True)
    assert painted != render(lantern_run(), color=False)
    assert ESCAPE.sub("", painted) == render(lantern_run(), color=False)


@pytest.mark.parametrize("name", ["text", "concise"])
def test_text_of_a_stranger_cannot_steer_the_terminal(name: str) -> None:
    text = reports.load(name, {})(lantern_run(), color=False)
    assert not set(text) & set("\x1b\x07\u202e\u202c\r")


def test_marks_stand_under_the_exact_words() -> None:
    # the columns of the marks, cut out of the row above them, are the words themselves
    source = lantern()
    for words in (
        "at least 16 years old",
        "24 months after the last parcel",
        "under 13",
        "6 months",
        "We sell",
        "to them.",
    ):
        place = located(source, words)
        [row] = excerpt(source, place.start, place.end)
        at = len(row.marks) - len(row.marks.lstrip())
        assert row.text[at : len(row.marks)] == words
        assert row.number == place.start.line
        assert width(row.text) <= COLUMNS


def test_marks_count_columns_of_the_terminal() -> None:
    source = Source("p.md", "\t東京 e\u0301 x")
    place = located(source, "x")
    [row] = excerpt(source, place.start, place.end)
    assert row.marks == " " * (4 + 4 + 1 + 1 + 1) + "^"


@pytest.mark.parametrize("words", ["a" * 700, "wort " * 200 + "ende", "東" * 300, "e\u0301" * 200])
def test_long_places_stay_within_rows_and_columns(words: str) -> None:
    source = Source("p.md", "davor " * 50 + words + " danach" * 50)
    place = located(source, words)
    rows = excerpt(source, place.start, place.end)
    assert 1 < len(rows) <= 5
    assert max(width(row.text) for row in rows) <= COLUMNS
    assert all(width(row.marks) <= width(row.text) for row in rows)


def test_an_empty_place_is_one_mark() -> None:
    for text, offset in (("", 0), ("abc", 1), ("abc", 3), ("abc\n", 4), ("x" * 500, 500)):
        source = Source("p.md", text)
        place = source.place(offset)
        assert "".join(row.marks.strip() for row in excerpt(source, place, place)) == "^"


def test_harmless_is_one_line() -> None:
    assert harmless("a\r\nb\tc\u2028d\u200b") == "a  b c\\u{2028}d\\u{200b}"
    assert harmless("👩\u200d🚀 क्\u200dष") == "👩\u200d🚀 क्\u200dष"


class Terminal:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environ", "expected"),
    [
        ("auto", {}, True),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_is_asked_for_in_order(choice: str, environ: dict[str, str], expected: bool) -> None:
    assert wants_color(choice, Terminal(), environ) is expected  # type: ignore[arg-type]


def test_many_places_are_counted_not_shown() -> None:
    source = Source("p.md", "lamp\n" * 30)
    places = tuple(Located("p.md", source.place(at * 5), source.place(at * 5 + 4), "again") for at in range(1, 30))
    start, end = source.place(0), source.place(4)
    found = Reported("x", "clarity", "info", "high", "p.md", start, end, "lamps", related=places)
    run = Run("privacylint", (Result("p.md", source, None, None, (found,)),))
    text = reports.load("text", {})(run)
    assert text.count(" again\n") == 3
    assert "=> and 26 more places: p.md:5:1, p.md:6:1," in text
    assert reports.load("concise", {})(run) == "p.md:1:1: info[x] lamps (also lines 2, 3, 4, 5, 6, 7 and 23 more)\n"


def test_laws_of_several_files_are_counted() -> None:
    first = Result("a.md", lantern(), None, None, (), (("gdpr", '"GDPR" on line 2'), ("coppa", '"COPPA" on line 3')))
    second = Result("b.md", lantern(), None, None, (), (("gdpr", '"GDPR" on line 9'),))
    text = reports.load("text", {})(Run("privacylint", (first, second)))
    assert "no findings in 2 files (checked against: gdpr in 2 files, coppa in 1 file)" in text


def test_json_has_the_keys_of_the_contract() -> None:
    document = json.loads(reports.load("json", {})(lantern_run(), color=False))
    assert list(document) == ["version", "tool", "files", "findings"]
    keys = ["rule", "family", "severity", "confidence", "path", "start", "end", "message", "help", "cites", "regimes"]
    keys += ["related", "fix", "fingerprint", "url"]
    for finding in document["findings"]:
        assert list(finding) == keys
        assert list(finding["start"]) == ["line", "column", "offset"]
        for related in finding["related"]:
            assert list(related) == ["path", "start", "end", "note"]
    places = [(f["path"], f["start"]["line"], f["start"]["column"], f["rule"]) for f in document["findings"]]
    assert places == sorted(places)


def test_a_format_is_a_file_without_underscore() -> None:
    assert {"text", "concise", "json"} <= set(reports.names())
    assert not [name for name in reports.names() if name.startswith("_")]
