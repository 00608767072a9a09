"""What `parse` makes of Markdown and HTML: blocks, sections, lists, tables, links, comments, anchors, front matter."""

from __future__ import annotations

import datetime
import time

import pytest
from privacylint.markdown import parse
from privacylint.policy import Block, Policy
from privacylint.source import Source


def read(text: str) -> Policy:
    return parse(Source("policy.md", text))


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text.plain) for block in read(text).blocks]


def only(text: str, kind: str) -> Block:
    (found,) = [block for block in read(text).blocks if block.kind == kind]
    return found


def weak(text: str) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in read(text).sections if section.heading and not section.marked]


def test_an_empty_file_is_a_policy_without_blocks() -> None:
    policy = read("")
    assert (policy.blocks, policy.sentences, policy.sections) == ((), (), (policy.root,))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a *b* **c** ~~d~~ `e  f`", "a b c d e  f"),
        ("one\n  two", "one two"),
        ("one  \ntwo\\\nthree<br>four", "one\ntwo\nthree\nfour"),
        ("a \\* b \\q", "a * b \\q"),
        ("x &amp; y&nbsp;z &#x41;", "x & y\u00a0z A"),
        ("a <span>b</span> <!-- c -->d", "a b d"),
        ("``a`b`` `` ` ``", "a`b `"),
        ("a `b\nc` d", "a b c d"),
        ("![alt](x.png) text", "text"),
        ("[word] and [a](b) and [^1]", "[word] and a and [^1]"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert read(text).blocks[0].text.plain.strip() == plain


def test_an_escape_is_literal_and_an_entity_stands_for_its_source() -> None:
    policy = read("a \\* b &amp; c")
    text = policy.blocks[0].text
    assert policy.source.cut(text.span(2, 3)) == "*"
    assert policy.source.cut(text.span(text.plain.index("&"), text.plain.index("&") + 1)) == "&amp;"


def test_a_span_takes_the_markup_inside_along_and_leaves_that_around() -> None:
    policy = read("We **never *sell*** it.")
    text = policy.blocks[0].text
    assert policy.source.cut(text.span(3, 13)) == "never *sell"
    assert policy.source.cut(text.span(0, len(text.plain))) == "We **never *sell*** it."


def test_headings_of_all_kinds_open_sections() -> None:
    policy = read("# One #\n\nTwo\n---\n\n<h3>Three</h3>\n\n## Four {#four}\ntext")
    assert [(section.level, section.title) for section in policy.sections] == [
        (0, ""),
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
        (2, "Four"),
    ]
    assert policy.sections[3].path == ("One", "Two", "Three")
    assert [block.text.plain for block in policy.blocks_of(policy.sections[1])] == ["Two", "Three", "Four", "text"]
    assert policy.source.cut(policy.blocks[1].span) == "Two\n---"


def test_anchors_as_github_makes_them_and_as_written() -> None:
    text = "# What's new?\n\n# A  b_c-d\n\n# What's new?\n\n## É {#e}\n\n<a name='n'></a> <p id=\"p\">x</p>\n\n<div id=d>\n"
    anchors = read(text).anchors
    assert list(anchors) == ["whats-new", "a--b_c-d", "whats-new-1", "é", "e", "n", "p", "d"]
    assert read(text).source.cut(anchors["e"]) == "e"


def test_items_know_their_list_and_what_introduces_it() -> None:
    policy = read("We share with:\n\n1. banks,\n   which\n   - lend\n\n     more\n2. shops\n\nText.\n\n- loose")
    kinds = [(block.kind, block.text.plain, block.depth, block.ordered) for block in policy.blocks]
    assert kinds == [
        ("paragraph", "We share with:", 0, False),
        ("item", "banks, which", 1, True),
        ("item", "lend", 2, False),
        ("paragraph", "more", 2, False),
        ("item", "shops", 1, True),
        ("paragraph", "Text.", 0, False),
        ("item", "loose", 1, False),
    ]
    intros = [block.intro.text.plain if block.intro else None for block in policy.blocks]
    assert intros == [None, "We share with:", "banks, which", "banks, which", "We share with:", None, None]
    assert policy.blocks[1].group == policy.blocks[4].group != policy.blocks[2].group
    assert policy.source.cut(policy.blocks[1].span) == "1. banks,\n   which"


def test_cells_know_row_and_column() -> None:
    policy = read("| Data | Kept |\n|--|--|\n| Names \\| mails | `a|b` 2 y | extra |\n| | x |\n\nafter")
    cells = [
        (
            block.text.plain,
            block.row_head.plain if block.row_head else None,
            block.column_head.plain if block.column_head else None,
        )
        for block in policy.blocks
        if block.kind == "cell"
    ]
    assert cells[:3] == [("Data", None, None), ("Kept", "Data", None), ("Names | mails", None, "Data")]
    assert ("extra", "Names | mails", None) in [cells[-2], cells[-3]] or len(cells) > 5
    assert cells[-1] == ("x", None, "Kept")


def test_a_table_with_an_empty_head_takes_its_first_row() -> None:
    policy = read("|  |  |\n|--|--|\n| Data | Kept |\n| Names | 2 y |")
    assert policy.blocks[-1].column_head is not None
    assert policy.blocks[-1].column_head.plain == "Kept"


def test_quotes_code_and_notes() -> None:
    text = "> said\nlazily\n\n```js\nno. prose\n```\n\n[^a]: Unused *note*.\n\n    More of it.\n\nx^[inline]"
    policy = read(text)
    assert [(block.kind, block.text.plain, block.quoted) for block in policy.blocks] == [
        ("paragraph", "said lazily", True),
        ("code", "no. prose", False),
        ("footnote", "Unused note.", False),
        ("footnote", "More of it.", False),
        ("paragraph", "x", False),
        ("footnote", "inline", False),
    ]
    assert policy.source.cut(policy.blocks[2].span).startswith("[^a]:")
    assert policy.sentences_of(policy.blocks[1]) == ()


@pytest.mark.parametrize(
    ("text", "kind", "shown", "target"),
    [
        ("[a *b*](/x 'T')", "link", "a b", "/x"),
        ("[a](<x y>)", "link", "a", "x y"),
        ("[a]()", "link", "a", ""),
        ("[a](#)", "link", "a", "#"),
        ("[a](javascript:void(0))", "link", "a", "javascript:void(0)"),
        ("[a](\n  /x\n)", "link", "a", "/x"),
        ("[a][r]\n\n[r]: /x 'T'", "reference", "a", "/x"),
        ("[r]\n\n[r]:\n  </x y>", "reference", "r", "/x y"),
        ("> [r][]\n\n[R]: /x", "reference", "r", "/x"),
        ("<a@b.example>", "autolink", "a@b.example", "a@b.example"),
        ("<https://b.example/?q=ä>", "autolink", "https://b.example/?q=ä", "https://b.example/?q=ä"),
        ("![a](x.png)", "image", "a", "x.png"),
        ("x <a class=y href='/x'>a</a>", "link", "a", "/x"),
        ("<p><a href=/x>a <b>b</b></a></p>", "link", "a b", "/x"),
        ("x <img src=y.png alt='z w'>", "image", "z w", "y.png"),
        ("| h |\n|--|\n| [a](b\\|c) |", "link", "a", "b\\|c"),
    ],
)
def test_links(text: str, kind: str, shown: str, target: str) -> None:
    policy = read(text)
    (link,) = policy.links
    assert (link.kind, link.text.plain) == (kind, shown)
    assert policy.source.cut(link.target_span) == link.target == target
    assert link.block in policy.blocks


def test_a_link_around_an_image_shows_the_image_text() -> None:
    policy = read("[![logo](l.png)](/home)")
    assert [(link.kind, link.text.plain, link.target) for link in policy.links] == [
        ("image", "logo", "l.png"),
        ("link", "logo", "/home"),
    ]


def test_comments_of_both_kinds() -> None:
    policy = read("<!-- a\n\nb -->\n\n{/* c\n\n d */}\n\nx {/* e */} <!-- f --> y\n\n- <!-- g -->\n  z\n\n<p><!-- h")
    assert [comment.text.plain.strip() for comment in policy.comments] == ["a\n\nb", "c\n\n d", "e", "f", "g", "h"]
    assert policy.source.cut(policy.comments[1].span) == "{/* c\n\n d */}"
    assert [block.text.plain for block in policy.blocks] == ["x   y", "z"]


def test_html_becomes_blocks() -> None:
    text = (
        "<style>p {}</style>\n\n<div><h2>Head &amp; tail</h2><p>One<br>two.</p>\nloose\n<ul><li>a<ol><li>b</ol><li>c</ul>"
        "<table><tr><th>H<th>I<tr><td>d<td><p>e</p></table></div>\n<script>x < 1</script>"
    )
    policy = read(text)
    assert [(block.kind, block.text.plain, block.depth) for block in policy.blocks] == [
        ("heading", "Head & tail", 0),
        ("paragraph", "One\ntwo.", 0),
        ("paragraph", "loose", 0),
        ("item", "a", 1),
        ("item", "b", 2),
        ("item", "c", 1),
        ("cell", "H", 0),
        ("cell", "I", 0),
        ("cell", "d", 0),
        ("cell", "e", 0),
    ]
    last = policy.blocks[-1]
    assert last.row_head is not None and last.row_head.plain == "d"
    assert last.column_head is not None and last.column_head.plain == "I"


def test_front_matter_in_yaml() -> None:
    text = "\ufeff---\r\ntitle: 'A: b'\r\nat: 2030-01-02\r\nsite:\r\n  name: x # y\r\n---\r\n# H"
    policy = read(text)
    found = {entry.key: (entry.value, policy.source.cut(entry.span)) for entry in policy.front_matter}
    assert found["title"] == ("A: b", "'A: b'")
    assert found["at"] == (datetime.date(2030, 1, 2), "2030-01-02")
    assert found["site.name"] == ("x", "x")
    assert [policy.source.cut(entry.key_span) for entry in policy.front_matter] == ["title", "at", "site", "name"]
    assert [block.text.plain for block in policy.blocks] == ["H"]


def test_front_matter_in_toml() -> None:
    text = '+++\ntitle = "A = b" # c\n"a b" = 3\n[site]\nat = 2030-01-02\n+++\nText'
    policy = read(text)
    found = {entry.key: (entry.value, policy.source.cut(entry.span)) for entry in policy.front_matter}
    assert found == {
        "title": ("A = b", '"A = b"'),
        "a b": (3, "3"),
        "site.at": (datetime.date(2030, 1, 2), "2030-01-02"),
    }


@pytest.mark.parametrize("text", ["---\na: [\n---\nText", "+++\na = = b\n+++\nText", "---\na: &x [*x]\n---\nText"])
def test_broken_front_matter_is_no_text_and_no_entries(text: str) -> None:
    policy = read(text)
    assert [block.text.plain for block in policy.blocks] == ["Text"]
    assert len(policy.front_matter) <= 1


def test_a_rule_above_text_is_no_front_matter() -> None:
    assert ("paragraph", "We keep it.") in blocks("---\nWe keep it.\n\n---\nMore.")


LONG = "We keep this for a while, and then we throw it away without looking back at it.\n\n"


def test_bold_lines_are_headings() -> None:
    text = f"# Top\n\n**Who we are**\n\n{LONG}**Your choices:**  \n{LONG}<p><b>Cookies?</b></p>\n\n{LONG}"
    assert weak(text) == [(2, "Who we are"), (2, "Your choices:"), (2, "Cookies?")]


@pytest.mark.parametrize(
    "line",
    [
        "**We never sell what you tell us to anybody.**",
        "**Last updated: 4 May 2030**",
        "**Name:** Corner Shop",
        "- **Who we are**",
        "> **Who we are**",
        "**write to choir@choir.example**",
        "| **a** |\n|--|\n| **b** |",
    ],
)
def test_other_bold_lines_are_not(line: str) -> None:
    assert weak(f"# Top\n\n{line}\n\n{LONG}") == []


def test_numbered_lines_are_headings_with_their_number() -> None:
    text = f"1. Who we are\n\n{LONG}2. Cookies\n\n{LONG}   2.1 Other things\n\n{LONG}3. Rights\n\n1. {LONG}2. {LONG}4. End\n\n{LONG}"
    assert [title for _, title in weak(text)] == [
        "1. Who we are",
        "2. Cookies",
        "2.1 Other things",
        "3. Rights",
        "4. End",
    ]


def test_items_of_a_list_are_no_headings() -> None:
    assert weak("We keep:\n\n1. Your name\n2. Your mail\n3. Your cat\n\nThat is all we keep about you.") == []


def test_plain_lines_that_stand_alone_are_headings() -> None:
    text = f"Corner Shop\n\nPrivacy Policy\n\n4 May 2030\n\n{LONG}How long do we keep it?\n\n{LONG}Sharing of data\n\n{LONG}"
    assert weak(text) == [
        (1, "Corner Shop"),
        (1, "Privacy Policy"),
        (1, "How long do we keep it?"),
        (1, "Sharing of data"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}Corner Shop\nHill Street 5\nSmalltown\n\n{LONG}",
        f"{LONG}Corner Shop Ltd\n\nHill Street\n\nSmalltown\n\nNorway\n\n{LONG}",
        f"We use your data to:\n\nSend Letters\n\nGrow Flowers\n\n{LONG}",
        f"{LONG}We sell nothing at all\n\n{LONG}",
        f"{LONG}Yours, the Corner Shop",
        "We Keep What You Tell\n\nus about your garden and the things that grow in it over the year.",
    ],
)
def test_other_short_lines_are_not(text: str) -> None:
    assert weak(text) == []


def test_a_table_of_contents_in_bold_makes_no_sections() -> None:
    names = ["Who We Are", "What We Keep", "Your Rights", "Cookies", "Contact"]
    menu = "".join(f"**{name}**\n\n" for name in names)
    body = "".join(f"**{name}**\n\n{LONG}" for name in names)
    assert [title for _, title in weak(menu + body)] == names


def test_a_menu_stays_a_menu_when_the_headings_are_marked_up() -> None:
    names = ["**WHO WE ARE**", "**COOKIES**", "**RIGHTS**", "**CONTACT**"]
    body = "".join(f"{name}\n\n{LONG}\n\n" for name in names)
    menu = "\n\n".join(names)
    text = f"# Top\n\n{menu}\n\n{body}"
    assert [title for _, title in weak(text)] == ["WHO WE ARE", "COOKIES", "RIGHTS", "CONTACT"]
    marked = text.replace(f"**WHO WE ARE**\n\n{LONG}", f"## WHO WE ARE\n\n{LONG}")
    assert [title for _, title in weak(marked)] == ["COOKIES", "RIGHTS", "CONTACT"]


@pytest.mark.parametrize("button", ["Submit", "Learn more", "Skip to content"])
def test_a_button_is_no_heading(button: str) -> None:
    assert weak(f"# Top\n\n{LONG}\n\n{button}\n\n{LONG}") == []


def test_a_label_under_every_number_is_no_heading() -> None:
    items = "\n\n".join(f"{number}. Tick Mark\n\n    to water the plants of group {number} each morning;" for number in range(1, 5))
    assert weak(f"# Top\n\nWe use it:\n\n{items}\n") == []


def test_styles_of_weak_headings_nest() -> None:
    text = f"**RIGHTS**\n\n{LONG}**Access**\n\n{LONG}**Erasure**\n\n{LONG}**CONTACT**\n\n{LONG}"
    assert weak(text) == [(1, "RIGHTS"), (2, "Access"), (2, "Erasure"), (1, "CONTACT")]


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " deep",
        "- " * 3000 + "deep",
        "[" * 20000,
        "<div>" * 5000 + "deep",
        "*" * 5000 + "deep",
        "".join("  " * depth + "- deep\n" for depth in range(300)),
        "---\n" + "".join(" " * depth + "a:\n" for depth in range(2000)) + "---\ndeep",
    ],
    ids=["quotes", "items", "brackets", "tags", "stars", "lists", "front matter"],
)
def test_deep_nesting_is_read_without_an_error(text: str) -> None:
    policy = read(text)
    if "deep" in text:
        assert "deep" in policy.blocks[-1].text.plain


@pytest.mark.parametrize(
    "unit",
    [
        "We keep it, and more. ",
        "- item of a list\n",
        "| a | b |\n|---|---|\n",
        "| a \\| b | c |\n",
        "**Bold**\n\n",
        "Short Line\n\n",
        "[a]() ",
        "[a] ",
        "x <a href=x>",
        "<p>text</p>\n",
        "{/* a ",
        "<!-- a ",
        '<a b="',
        "^[a",
        "a  \n",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(unit: str) -> None:
    head = "| a | b |\n|---|---|\n" if unit.startswith("|") else "[a]: b\n\n" if unit == "[a] " else ""

    def seconds(count: int) -> float:
        source = Source("long.md", head + unit * count)
        start = time.process_time()
        parse(source)
        return time.process_time() - start

    small = min(seconds(500), seconds(500))
    assert seconds(4000) < 0.5 + small * 8 * 4
