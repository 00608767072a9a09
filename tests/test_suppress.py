"""Ignore comments: what they silence, in every container, and what is said about those that do nothing."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from privacylint.baseline import Accepted, Baseline, write
from privacylint.markdown import parse
from privacylint.policy import Policy
from privacylint.rule import Finding, Related, Rule
from privacylint.source import Source, Span
from privacylint.suppress import Suppressed, fingerprints, suppress
from privacylint.yaml_nodes import DataError

TODAY = date(2025, 6, 15)


def rule(id: str) -> Rule:
    return Rule(id, "custom", "warning", "high", lambda policy, claims: iter(()))


RULES = {id: rule(id) for id in ("bad-word", "other-rule", "unused-ignore")}


def parsed(text: str, path: str = "privacy.md") -> Policy:
    return parse(Source(path, text))


def raw(policy: Policy) -> list[tuple[Rule, Finding]]:
    """`bad` is a finding of bad-word, `other` one of other-rule."""
    found = []
    for word, id in (("bad", "bad-word"), ("other", "other-rule")):
        for match in re.finditer(rf"\b{word}\b(?!-)", policy.source.text):
            inside = any(comment.span.start <= match.start() < comment.span.end for comment in policy.comments)
            if not inside:
                found.append((RULES[id], Finding(f"{word} here", Span(match.start(), match.end()))))
    return found


def run(text: str, **options: Any) -> Suppressed:
    policy = parsed(text)
    return suppress(policy, raw(policy), **{"known_rules": RULES, "today": TODAY, **options})


def kept(text: str, **options: Any) -> list[int]:
    """The lines of the findings that are left."""
    policy = parsed(text)
    return [policy.source.place(finding.span.start).line for _, finding in run(text, **options).kept]


def said(text: str, **options: Any) -> list[tuple[str, str]]:
    return [(rule.id, finding.message) for rule, finding in run(text, **options).engine]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("bad\n", [1], id="no comment"),
        pytest.param("bad <!-- privacylint: ignore[bad-word] -->\nbad\n", [2], id="end of line"),
        pytest.param("so <!-- privacylint: ignore[bad-word] --> bad\n", [], id="inside a line"),
        pytest.param("bad <!-- privacylint: ignore-line[bad-word] -->\nbad\n", [2], id="ignore-line"),
        pytest.param("<!-- privacylint: ignore[bad-word] -->\nbad\nbad\n\nbad\n", [5], id="next block"),
        pytest.param("<!-- privacylint: ignore[bad-word] -->\n\nbad\n\nbad\n", [5], id="next block after a blank"),
        pytest.param("<!-- privacylint: ignore-next-line[bad-word] -->\nbad\nbad\n", [3], id="next line"),
        pytest.param("bad\nso <!-- privacylint: ignore-block[bad-word] -->\nbad\n\nbad\n", [5], id="block around"),
        pytest.param("<!-- privacylint: ignore-block[bad-word] -->\nbad\nbad\n\nbad\n", [5], id="block below"),
        pytest.param("bad\n\n<!-- privacylint: ignore-file[bad-word] -->\n\nbad\n", [], id="file"),
        pytest.param(
            "# A\nbad\n## B\n<!-- privacylint: ignore-section[bad-word] -->\nbad\n### C\nbad\n## D\nbad\n",
            [2, 9],
            id="section with subsections",
        ),
        pytest.param("bad\n\n<!-- privacylint: ignore-section[bad-word] -->\n\n# A\nbad\n", [], id="before any heading"),
        pytest.param(
            "bad\n\n<!-- privacylint: off[bad-word] -->\n\nbad\n\n<!-- privacylint: on[bad-word] -->\n\nbad\n",
            [1, 9],
            id="off and on",
        ),
        pytest.param("bad\n\n<!-- privacylint: off[bad-word] -->\n\nbad\n", [1], id="off to the end"),
        pytest.param("- bad\n- bad <!-- privacylint: ignore[bad-word] -->\n- bad\n", [1, 3], id="list item"),
        pytest.param("- so\n\n  <!-- privacylint: ignore[bad-word] -->\n  bad\n- bad\n", [5], id="paragraph of an item"),
        pytest.param("1. so\n2. <!-- privacylint: ignore[bad-word] -->\n   bad\n3. bad\n", [4], id="behind a marker"),
        pytest.param("> <!-- privacylint: ignore[bad-word] -->\n> bad\n>\n> bad\n", [4], id="block quote"),
        pytest.param(
            "| a | b |\n|---|---|\n| bad | bad <!-- privacylint: ignore[bad-word] --> |\n| bad | x |\n", [4], id="table row"
        ),
        pytest.param(
            "<!-- privacylint: ignore[bad-word] -->\n\n| bad | bad |\n|---|---|\n| bad | x |\n", [5], id="row below"
        ),
        pytest.param("# bad <!-- privacylint: ignore[bad-word] -->\nbad\n", [2], id="heading"),
        pytest.param("so[^1]\n\n[^1]: bad <!-- privacylint: ignore[bad-word] -->\n", [], id="footnote"),
        pytest.param("bad <!-- privacylint: ignore[bad-word] -->\r\nbad\r\n", [2], id="CRLF"),
        pytest.param("\ufeffbad <!-- privacylint: ignore[bad-word] -->\nbad\n", [2], id="byte order mark"),
        pytest.param("bad other <!-- privacylint: ignore[bad-word, other-rule] why -->\n", [], id="two rules"),
        pytest.param("bad other <!-- privacylint: ignore[bad-word] -->\n", [1], id="only the rule named"),
        pytest.param(
            "<!-- privacylint: ignore[bad-word] -->\n<!-- privacylint: ignore[other-rule] -->\nbad other\n", [], id="stacked"
        ),
        pytest.param(
            "<!-- privacylint: ignore[bad-word] --> <!-- privacylint: ignore[other-rule] -->\n\nbad other\n",
            [],
            id="side by side",
        ),
        pytest.param("<!--\nprivacylint: ignore[bad-word]\nlong reason\n-->\nbad\n", [], id="over several lines"),
        pytest.param("bad <!-- PrivacyLint:IGNORE[ bad-word ]-->\n", [], id="loosely written"),
        pytest.param("bad <!-- ignore[bad-word] -->\n", [1], id="not ours"),
        pytest.param("`<!-- privacylint: ignore[bad-word] -->` bad\n", [1], id="shown as code"),
    ],
)
def test_what_is_silenced(text: str, left: list[int]) -> None:
    assert kept(text) == left


def test_mdx_comments_work_the_same() -> None:
    policy = parsed("{/* privacylint: ignore[bad-word] */}\n\nbad\n\nbad\n", "privacy.mdx")
    assert len(suppress(policy, raw(policy), known_rules=RULES, today=TODAY).kept) == 1


def test_either_end_of_a_clash_may_hold_the_excuse() -> None:
    policy = parsed("one bad\n\ntwo <!-- privacylint: ignore[bad-word] -->\n")
    clash = Finding("clash", Span(4, 7), related=(Related(Span(9, 12), "here"),))
    done = suppress(policy, [(RULES["bad-word"], clash)], known_rules=RULES, today=TODAY)
    assert (done.kept, done.count, done.engine) == ([], 1, [])


def test_an_empty_place_is_silenced_too() -> None:
    policy = parsed("<!-- privacylint: ignore-file[bad-word] -->\n")
    done = suppress(policy, [(RULES["bad-word"], Finding("x", Span(0, 0)))], known_rules=RULES, today=TODAY)
    assert done.count == 1


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("ignore", ("unknown-ignore", '"ignore" names no rule; write ignore[rule-id]')),
        ("ignore[]", ("unknown-ignore", '"ignore" names no rule; write ignore[rule-id]')),
        ("ignore because", ("unknown-ignore", '"ignore" names no rule; write ignore[rule-id]')),
        ("ignroe[bad-word]", ("unknown-ignore", 'unknown ignore comment "ignroe"; did you mean "ignore"?')),
        ("ignore[bad-wrod]", ("unknown-ignore", 'unknown rule "bad-wrod"; did you mean "bad-word"?')),
        ("ignore[zzzz]", ("unknown-ignore", 'unknown rule "zzzz"; `privacylint rules` lists them')),
        ("ignore[bad-word", ("unknown-ignore", '"ignore" has a bracket that is never closed; write ignore[rule-id]')),
        ("on[bad-word]", ("unknown-ignore", '"on[bad-word]" has no "off[bad-word]" before it')),
        ("ignore[other-rule]", ("unused-ignore", 'no finding of "other-rule" here to ignore')),
        (
            "ignore[bad-word] until=2025-06-14",
            ("expired-ignore", 'the ignore of "bad-word" has expired on 2025-06-14'),
        ),
        (
            "ignore[bad-word] until=2025-6-30",
            ("expired-ignore", 'the ignore of "bad-word" has an unreadable date, "2025-6-30"'),
        ),
        ("ignore[bad-word] until=", ("expired-ignore", 'the ignore of "bad-word" has an unreadable date, ""')),
    ],
)
def test_what_is_wrong_with_a_comment(comment: str, expected: tuple[str, str]) -> None:
    text = f"bad <!-- privacylint: {comment} -->\n"
    assert said(text) == [expected]
    assert kept(text) == [1]


def test_the_day_itself_is_included() -> None:
    text = "bad <!-- privacylint: ignore[bad-word] agreed with legal, until=2025-06-15, owner=ann -->\n"
    assert kept(text) == []
    assert kept(text, today=date(2025, 6, 16)) == [1]
    assert run(text, today=date(2025, 6, 16)).engine[0][1].help.endswith("; ask ann")


def test_rules_that_are_never_ignored() -> None:
    text = "bad <!-- privacylint: ignore[bad-word] -->\n"
    assert kept(text, never_ignore={"bad-word"}) == [1]
    assert said(text, never_ignore={"bad-word"})[0][0] == "forbidden-ignore"


def test_unused_only_when_the_rule_ran() -> None:
    text = "so <!-- privacylint: ignore[bad-word, other-rule] -->\n"
    assert [message for _, message in said(text, checked_rules={"other-rule"})] == [
        'no finding of "other-rule" here to ignore'
    ]


def test_the_place_of_what_is_said_is_the_name() -> None:
    policy = parsed("so <!-- privacylint: ignore[bad-word, other-rule] -->\n")
    done = suppress(policy, [], known_rules=RULES, today=TODAY)
    assert [policy.source.cut(finding.span) for _, finding in done.engine] == ["bad-word", "other-rule"]


def test_an_unused_ignore_can_be_ignored() -> None:
    text = "<!-- privacylint: ignore-file[unused-ignore] -->\n\nso <!-- privacylint: ignore[bad-word] -->\n"
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("so <!-- privacylint: ignore[bad-word] -->\n", "so\n"),
        ("so <!-- privacylint: ignore[bad-word] --> on\n", "so  on\n"),
        ("a\n\n<!-- privacylint: ignore[bad-word] -->\nb\n", "a\n\nb\n"),
        ("a\n<!-- privacylint: ignore[bad-word] -->\nb\n", None),
        ("so <!-- privacylint: ignore[bad-word, other-rule] -->\n", None),
    ],
)
def test_an_unused_comment_is_taken_out(text: str, mended: str | None) -> None:
    fix = run(text).engine[0][1].fix
    if mended is None:
        assert fix is None
    else:
        assert fix
        (edit,) = fix.edits
        assert text[: edit.start] + edit.text + text[edit.end :] == mended


def test_many_comments_take_little_time() -> None:
    text = "".join(f"bad {n} <!-- privacylint: ignore[other-rule] -->\n\n" for n in range(1000))
    assert len(run(text).engine) == 1000


PIECES = st.sampled_from(
    ["bad", " ", "\n", "\n\n", "# ", "- ", "> ", "| ", "<!-- privacylint: ignore[bad-word] -->", "<!-- privacylint:", "off[",
     "on[bad-word]", "-->", "\u2028", "\r\n", "\0", "until=", "ignore-section[other-rule, bad-word]", "🙂", "{/*", "*/}"]
)  # fmt: skip


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_written_findings_are_kept_or_counted(text: str) -> None:
    policy = parsed(text)
    findings = raw(policy)
    done = suppress(policy, findings, known_rules=RULES, today=TODAY)
    assert len(done.kept) + done.count >= len(findings)
    for _, finding in done.engine:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert "\n" not in finding.message


# --- fingerprints and the baseline -----------------------------------------------------------------------------------


def prints(text: str, path: str = "privacy.md") -> list[str]:
    policy = parsed(text)
    return fingerprints(policy, raw(policy), path)


def test_fingerprints_stay_when_lines_move() -> None:
    assert prints("# A\nbad\n") == prints("# A\n\nSomething new.\n\nbad\n") == prints("#  a\r\n\r\n\r\nbad\r\n")


def test_fingerprints_tell_places_apart() -> None:
    one, two = prints("# A\nbad\n\n# B\nbad\n")
    first, second = prints("# A\nbad bad\n")
    assert len({one, two, second}) == 3
    assert one == first
    assert prints("# A\nbad\n", "other.md") != [one]
    assert prints("# A\nbad\n", "./privacy.md") == [one]


def test_fingerprints_tell_topics_apart() -> None:
    policy = parsed("# A\n")
    found = [(RULES["bad-word"], Finding("x", Span(2, 3), topic=topic)) for topic in ("a", "b")]
    assert len(set(fingerprints(policy, found, "p.md"))) == 2


def test_equals_are_counted_in_the_order_of_the_text() -> None:
    policy = parsed("bad bad\n")
    found = raw(policy)
    assert fingerprints(policy, found, "p.md") == fingerprints(policy, found[::-1], "p.md")[::-1]


def test_a_baseline_covers_each_finding_once(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write(file, [Accepted("f1", "r", "a.md"), Accepted("f1", "r", "a.md"), Accepted("f2", "r", "b.md")])
    baseline = Baseline.load(file)
    assert [baseline.covers("f1") for _ in range(3)] == [True, True, False]
    assert not baseline.covers("f3")
    assert baseline.stale() == [Accepted("f2", "r", "b.md")]
    assert baseline.stale({"a.md"}) == []


def test_stale_entries_are_counted(tmp_path: Path) -> None:
    baseline = Baseline([Accepted("f1", "r", "a.md", 3)])
    assert baseline.covers("f1")
    assert baseline.stale() == [Accepted("f1", "r", "a.md", 2)]


def test_a_baseline_has_one_finding_a_line(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write(file, [Accepted("b", "r", "b.md"), Accepted("a", "r", "a.md")])
    lines = file.read_text("utf-8").split("\n")
    assert [line[:18] for line in lines[1:3]] == ['{"fingerprint": "a', '{"fingerprint": "b']
    write(file, [])
    assert Baseline.load(file).entries == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: is not JSON"),
        ("{", "1:2: is not JSON"),
        ("[]", "is no baseline"),
        ('{"version": 2, "findings": []}', "baseline of version 2, expected 1"),
        ('{"version": 1, "findings": [1]}', "finding 1 is no baseline entry"),
        ('{"version": 1, "findings": [{"fingerprint": "x", "count": -1}]}', "finding 1 is no baseline entry"),
        ('{"version": 1, "findings": [{"fingerprint": "x", "count": true}]}', "finding 1 is no baseline entry"),
        ("[" * 100_000, "is not JSON that can be read"),
        ('{"version": ' + "1" * 10_000 + "}", "is "),
    ],
)
def test_a_wrong_baseline_is_one_line(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "b.json"
    file.write_text(text, "utf-8")
    with pytest.raises(DataError) as error:
        Baseline.load(file)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_baseline_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such baseline"):
        Baseline.load(tmp_path / "none.json")


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "b.json").mkdir(parents=True)
    with pytest.raises(OSError):
        write(folder / "b.json", [])
    assert [file.name for file in folder.iterdir()] == ["b.json"]


@pytest.mark.parametrize(
    "text",
    [
        "- a\n\n\t<!--\n\tprivacylint:\n\tignore[bad-word,\n\tno-such-rule]\n\t-->\n\tbad\n",
        "1. <!--\n\t privacylint: ignore[bad-word,\n   no-such-rule] -->\n\n   bad\n",
        "> <!-- privacylint:\n> ignore[bad-word,\n> no-such-rule] -->\n>\n> bad\n",
        "- > - <!-- privacylint: ignore[bad-word,\n  >     no-such-rule] -->\n  >\n  >   bad\n",
        "- so <!-- privacylint: ignore-block[bad-word,\n\tno-such-rule] --> bad\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_comment_over_lines_of_a_container_works_and_shows_its_names(text: str, end: str) -> None:
    policy = parsed(text.replace("\n", end))
    found = suppress(policy, raw(policy), known_rules=RULES, today=TODAY)
    assert [finding.span for _, finding in found.kept] == []
    assert [policy.source.cut(finding.span) for _, finding in found.engine] == ["no-such-rule"]
