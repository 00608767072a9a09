"""Every character of a policy knows its place: proved on invented policies, on random text and on the corpus."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from privacylint import front_matter
from privacylint.drafts import Offsets
from privacylint.markdown import parse
from privacylint.policy import Policy, Text
from privacylint.raw_html import read_tag
from privacylint.source import Source

HERE = Path(__file__).parent
SAMPLES = sorted((HERE / "policies").glob("*.md"))
CORPUS = HERE.parent.parent / "shared" / "corpus"
REAL = sorted(CORPUS.glob("*/*.md"))


def policy_of(path: Path) -> Policy:
    data = path.read_bytes()
    source = Source.read(path.name, data)
    assert source.encode() == data
    return parse(source)


def text_policy(text: str) -> Policy:
    return parse(Source("policy.md", text))


def check(policy: Policy) -> None:
    text = policy.source.text
    for block in policy.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        check_text(block.text, text)
        if block.text.pieces:
            assert block.span.start <= block.text.pieces[0].start
            assert block.text.pieces[-1].end <= block.span.end
    check_sentences(policy)
    check_sections(policy)
    for link in policy.links:
        assert policy.source.cut(link.target_span) == link.target
        assert 0 <= link.span.start <= link.span.end <= len(text)
    for comment in policy.comments:
        assert 0 <= comment.span.start < comment.span.end <= len(text)
        check_text(comment.text, text)
        if comment.text.pieces:
            assert comment.span.start < comment.text.pieces[0].start
            assert comment.text.pieces[-1].end <= comment.span.end


def check_text(shown: Text, text: str) -> None:
    position = 0
    before = 0
    for piece in shown.pieces:
        assert piece.at == position, "pieces follow each other without a gap"
        assert before <= piece.start <= piece.end <= len(text), "pieces are in the order of the file"
        if piece.literal:
            assert shown.plain[piece.at : piece.at + piece.length] == text[piece.start : piece.end]
        position += piece.length
        before = piece.end
    assert position == len(shown.plain)


def check_sentences(policy: Policy) -> None:
    last = None
    for sentence in policy.sentences:
        plain, cut = sentence.text, policy.source.cut(sentence.span)
        assert plain == plain.strip() != ""
        pieces = {p.at: p for p in sentence.block.text.pieces}
        assert 0 <= sentence.span.start < sentence.span.end <= len(policy.source.text)
        if all(piece.literal for piece in pieces.values()):
            assert (cut[0], cut[-1]) == (plain[0], plain[-1])
        # an inline footnote stands inside the block it belongs to
        if last and (last.block is sentence.block or "footnote" not in (sentence.block.kind, last.block.kind)):
            assert sentence.span.start >= last.span.end
        last = sentence


def check_sections(policy: Policy) -> None:
    assert policy.sections[0] is policy.root
    for number, section in enumerate(policy.sections):
        assert section.number == number
        for at in section.blocks:
            assert section in policy.blocks[at].section.above()
    for number, block in enumerate(policy.blocks):
        assert block.number == number
        assert (block.kind == "heading") == (block.section.heading is block)


def uncovered(policy: Policy) -> str:
    """What no block, link, comment, tag or front matter accounts for, blanks left out."""
    text = policy.source.text
    seen = bytearray(len(text))

    def see(start: int, end: int) -> None:
        seen[start:end] = b"\1" * (end - start)

    for block in policy.blocks:
        for piece in block.text.pieces:
            see(piece.start, piece.end)
        if block.kind == "code":
            see(*block.span)
    for link in policy.links:
        # the title of a link is shown by no reader of Markdown but the mouse pointer
        see(link.target_span.start, link.span.end if link.kind in ("link", "image") else link.target_span.end)
        for piece in link.text.pieces:
            see(piece.start, piece.end)
    for comment in policy.comments:
        see(*comment.span)
    for at in re.finditer("<", text):
        tag = None if seen[at.start()] else read_tag(text, at.start())
        if tag:
            see(at.start(), at.start() + tag.length)
    for skipped in re.finditer(r"(?is)<(script|style)\b.*?</\1>", text):
        see(*skipped.span())
    for definition in re.finditer(r"(?m)^[ >]*\[[^\]\n]+\]:.*$", text):
        see(*definition.span())
    see(0, front_matter.read(text, int(text.startswith("\ufeff")))[1])
    return "".join(character for character, covered in zip(text, seen, strict=True) if not covered)


def letters(text: str) -> int:
    return sum(map(str.isalpha, text))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(path: Path) -> None:
    check(policy_of(path))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["crlf", "cr"])
def test_line_ends_change_nothing_but_offsets(path: Path, end: str) -> None:
    text = Source.read(path.name, path.read_bytes()).text.replace("\r\n", "\n").replace("\r", "\n")
    one, other = text_policy(text), text_policy(text.replace("\n", end))
    check(other)
    assert [block.kind for block in one.blocks] == [block.kind for block in other.blocks]
    assert [sentence.text for sentence in one.sentences] == [sentence.text for sentence in other.sentences]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_letter_of_a_sample_is_lost(path: Path) -> None:
    policy = policy_of(path)
    if not path.stem.startswith("odd"):
        # titles of links, labels of references, languages of code: marks, not prose
        assert letters(uncovered(policy)) < 60, uncovered(policy)


@pytest.mark.skipif(not REAL, reason=f"no corpus of real policies at {CORPUS}")
@pytest.mark.parametrize(
    "path",
    [pytest.param(path, marks=pytest.mark.slow if number % 3 else ()) for number, path in enumerate(REAL or [HERE])],
    ids=lambda path: path.stem,
)
def test_real_policies(path: Path) -> None:
    policy = policy_of(path)
    check(policy)
    lost = letters(uncovered(policy))
    assert lost <= letters(policy.source.text) // 1000, uncovered(policy)[:500]


# text made of what Markdown, HTML and files in the wild are made of
CHARACTERS = "\n\r\t \x00\x0b\x0c\x1c\x85\u2028\u2029\ufeff\u200b\ud83d*_`~[]()<>!|\\&#-+=:.'\"{}^/@1aZé漢🐱"
MARKUP = """
[^1] ^[ [a] ]( ![ ](b "c") <!-- --> {/* */} <b> </b> <br> <p> </p> <table> <tr><td> </td> <h2> </h2> <ul><li> </ul> </a>
<script> </script> &amp; &nbsp; &#0; &bogus; <me@x.example> ** *** ~~ ~~~ ``` \\| {#id} Inc. U.S. Cookies <a/href='x'>
"""
LINES = [
    "\r\n",
    "\n\n",
    "# ",
    "\n---\n",
    "\n===\n",
    "\n- ",
    "\n1. ",
    "\n2. ",
    "\n> ",
    "    ",
    "\n|-|-|\n",
    "| a | b |\n",
]
LINES += ["\n[^1]: ", "[a]: <b>\n", "<div\n", "e.g. ", "We keep it. ", "See Art. 5. ", "\n+++\n", "---\na: b\n", "  \n"]
LINES += ["\\\n", "a: [1, {b: c}]\n", "x = 'y'\n", "\n\t", "word " * 20, "<a href='x'>", '<img src=x alt="y\n z">']
FRAGMENTS = st.sampled_from([*CHARACTERS, *MARKUP.split(), *LINES])


@settings(max_examples=600, deadline=None)
@given(st.lists(FRAGMENTS, max_size=40).map("".join))
@example("\n- <!--\n\t\n")
@example("> <!-- a\r\n> b\r\n\r\n- c <!--\n\td -->")
def test_any_mixture_of_markup_is_read_exactly(text: str) -> None:
    check(text_policy(text))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_exactly(text: str) -> None:
    check(text_policy(text))


@given(st.lists(st.sampled_from(["\r\n", "\r", "\n", "ab", "c"]), max_size=30).map("".join))
def test_offsets_lead_back_to_the_file(body: str) -> None:
    parsed = body.replace("\r\n", "\n").replace("\r", "\n")
    offsets = Offsets(0, body)
    for index, character in enumerate(parsed):
        found = body[offsets.at(index)]
        assert found == character or (character == "\n" and found == "\r")
    assert offsets.at(len(parsed)) == len(body)
