"""The phrase language: what it matches, what it refuses, and that no phrase and no text can make it slow or wrong."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from privacylint.markdown import parse
from privacylint.phrases import PhraseError, Phrases, compile_phrase
from privacylint.source import Source
from privacylint.wordings import Alt, Edge, Gap, Node, Not, Seq, Slot, Word
from privacylint.wordings import parse as parse_phrase
from privacylint.words import Words

LISTS = {"en": {"child": ("child~", "minor~", "(person~ | people) under <age> [years [of age]]"), "not": ("not", "never")}}


def found(phrase: str, text: str) -> list[str]:
    policy = parse(Source("p.md", text))
    return [policy.source.cut(match.span) for match in policy.find(Phrases(en=[phrase], lists=LISTS))]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("collect~", "We collect, he collects, they collected; collecting is a collection.", ["collect", "collects", "collected", "collecting"]),
        ("third party", "A third-party tool, a *third* party.", ["third-party", "third* party"]),
        ("e-mail", "Send an E-Mail.", ["E-Mail"]),
        ("don't", "We don’t and don't.", ["don’t", "don't"]),
        ("under [the age of] <age> [years [of age]]", "No one under the age of thirteen (13) years of age, none under 18.", ["under the age of thirteen (13) years of age", "under 18"]),
        ("collect~ ... from {child}", "We do not knowingly collect personal data from children and collect more from minors.", ["collect personal data from children", "collect more from minors"]),
        ("we ...2 share", "We may at no time share. We may always share.", ["We may always share"]),
        ("we ...!{not} share", "We will not share it. We gladly share it.", ["We gladly share"]),
        ("we !not share", "We share.", ["We share"]),
        ("may !not share", "You may share.", ["may share"]),
        ("^ we", "We know what we do.", ["We"]),
        ("do $", "We do what we do.", ["do"]),
        ("minim*", "Minimum ages and minimal data.", ["Minimum", "minimal"]),
        ("[we] [may] share", "So we may share it.", ["we may share"]),
        ("(sell | give away)", "We sell or give away.", ["sell", "give away"]),
        ("share ... it", "We share. It is late.", []),
        ("we will share", "So we’ll share it, and WE'LL SHARE that.", ["we’ll share", "WE'LL SHARE"]),
        ("(we'll | they're)", "We will. They are. They were.", ["We will", "They are"]),
        ("there is no", "There's no cost, and credit's no gift.", ["There's no"]),
        ("we ...!(will) share", "We'll share. We do share.", ["We do share"]),
        ("user's data", "Every user's data.", ["user's data"]),
        ("we ...3 our", "I keep my notes where I like. You see what I see, and ask me for your own.", ["I keep my"]),
        ("we ...3 our", "I keep my notes where I like, and we keep ours. You see what I see, and ask me for your own.", []),
        ("§ 1798.83", "under Cal. Civ. Code § 1798.83, you", ["§ 1798.83"]),
    ],
)
def test_a_phrase_finds(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize(
    ("phrase", "text", "value"),
    [
        ("<number>", "There are twenty-four of them.", 24),
        ("<number>", "It costs 1,200 a year.", 1200),
        ("under <age>", "Nobody under thirteen (13).", 13),
        ("<duration>", "for at least thirty (30) business days", "P30D"),
        ("<duration>", "within a year", "P1Y"),
        ("<duration>", "within 72 hours", "PT72H"),
        ("<duration>", "a 90-day period", "P90D"),
        ("<date>", "on the 5th of May 2024", "2024-05-05"),
        ("<date>", "on May 5th, 2024", "2024-05-05"),
        ("<date>", "on 2024-05-05", "2024-05-05"),
        ("<date>", "on 31.12.2024", "2024-12-31"),
        ("<date>", "on 12/31/2024", "2024-12-31"),
        ("<date>", "in May 2024", "2024-05"),
        ("<place>", "in the United States of America", "US"),
        ("<place>", "in Frankfurt am Main", "DE"),
        ("<place>", "in the EU", "EU"),
        ("<email>", "write to Privacy@Lantern.Example", "privacy@lantern.example"),
        ("<organisation>", "run by Lantern Post Sp. z o.o.", "Lantern Post Sp. z o.o."),
    ],
)
def test_a_slot_has_a_value(phrase: str, text: str, value: object) -> None:
    policy = parse(Source("p.md", text))
    matches = policy.find(Phrases(en=[phrase]))
    assert [list(match.slots.values()) for match in matches] == [[value]]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("<age>", "We answer within 13 days."),
        ("<age>", "see § 13 and Art. 13(1)"),
        ("<age>", "13% of users"),
        ("<date>", "on 2024-02-30 or 31 June 2024"),
        ("<place>", "tell us about turkey"),
        ("<duration>", "a child of 13 years of age"),
    ],
)
def test_a_slot_stays_silent(phrase: str, text: str) -> None:
    assert found(phrase, text) == []


@pytest.mark.parametrize(
    ("phrase", "column", "says"),
    [
        ("(a | b", 1, "never closed"),
        ("a ) b", 3, "unexpected ')'"),
        ("a {nope}", 3, "unknown word list {nope}"),
        ("a <nope>", 3, "unknown slot <nope>"),
        ("a ...99 b", 3, "at most"),
        ("a !(b c) d", 3, "only single words"),
        ("a & b", 3, "unexpected '&'"),
        ("", 1, "empty phrase"),
        ("[" * 30 + "a" + "]" * 30, 22, "nested too deeply"),
        ("x" * 3000, 1, "longer than"),
        ("[a] ...", 1, "must not be optional"),
    ],
)
def test_a_mistake_is_named_with_its_column(phrase: str, column: int, says: str) -> None:
    with pytest.raises(PhraseError) as caught:
        Phrases(en=[phrase], lists=LISTS).check()
    assert says in str(caught.value)
    assert caught.value.column == column


def test_a_word_list_that_holds_itself_is_refused() -> None:
    with pytest.raises(PhraseError, match="holds itself"):
        Phrases(en=["{a}"], lists={"en": {"a": ("x", "{b}"), "b": ("{a}",)}}).check()


WORD = st.sampled_from(["a", "b", "c"])
PLAIN = st.recursive(
    WORD | st.sampled_from(["...1", "...2", "!a", "...2!b"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: "(" + " | ".join(parts) + ")"),
        inner.map(lambda part: f"[{part}]"),
    ),
    max_leaves=6,
)


@given(phrase=PLAIN, texts=st.lists(st.lists(WORD, min_size=1, max_size=7), min_size=1, max_size=3))
@settings(max_examples=400, deadline=None)
def test_matches_agree_with_the_obvious_slow_reading(phrase: str, texts: list[list[str]]) -> None:
    policy = parse(Source("p.md", "\n\n".join("X. " + " ".join(words) + "." for words in texts)))
    words = policy.words
    try:
        node = parse_phrase(phrase, {}, "en")
        program = compile_phrase(phrase, {}, "en")
    except PhraseError:
        return  # nothing in it must occur
    ends = {
        end
        for start in range(len(words.forms))
        for end in slow(node, start, words)
        if end > start
    }
    matches = list(program.find(words))
    assert program.occurs(words) == any(
        True for start in range(len(words.forms)) for _ in slow(node, start, words)
    )
    assert bool(matches) == bool(ends)
    for match in matches:
        assert match.words[1] in slow(node, match.words[0], words)
    for one, two in pairwise(matches):
        assert one.words[1] <= two.words[0]


def slow(node: Node, at: int, words: Words) -> set[int]:
    """Where `node` can end when it begins at `at`: the definition of the language, by trying everything."""
    form = words.forms[at] if at < len(words.forms) else ""
    if isinstance(node, Word):
        return {at + 1} if form and form in node.forms.words else set()
    if isinstance(node, Alt):
        return {end for part in node.parts for end in slow(part, at, words)}
    if isinstance(node, Gap):
        ends, place = {at}, at
        while len(ends) <= node.size and place < len(words.forms) and words.forms[place]:
            if node.without and words.forms[place] in node.without.words:
                break
            place += 1
            ends.add(place)
        return ends
    if isinstance(node, Not):
        return set() if form in node.forms.words else {at}
    if isinstance(node, Seq):
        ends = {at}
        for part in node.parts:
            ends = {end for start in ends for end in slow(part, start, words)}
        return ends
    assert not isinstance(node, Slot | Edge)
    return set()


def test_a_hostile_phrase_on_a_hostile_text_ends() -> None:
    text = "a " * 20_000
    phrase = " ".join(["...40 [a] (a | a a | [a] a)"] * 15) + " b"
    assert found(phrase, text) == []
