"""
Weak headings: lines that are headings to a reader and not to Markdown.

Three kinds are told apart: a line in bold, a numbered line ("3. Cookies", which Markdown reads as a list of one item),
and a short plain line that stands alone above the text it names.
"""

from __future__ import annotations

import re
from collections import Counter

from privacylint.drafts import Draft, cut
from privacylint.languages.en import BUTTONS, COMPANY_ENDINGS, HEADING_STARTERS, MONTHS, SENTENCE_SUBJECTS, SMALL_WORDS
from privacylint.policy import Piece, Text
from privacylint.source import Source, Span

_LONGEST_BOLD = 140
_LONGEST_PLAIN = 110
_MOST_WORDS = 16
_FEW_WORDS = 8
# more short lines than this in a row are an address or a menu
_LONGEST_RUN = 3
# a line that comes back more often than this is a label or a button
_MOST_TIMES = 2
# the text under a heading is longer than this, or ends as a sentence
_BODY = 60
_NUMBERED = re.compile(
    r"(?:(?:section|article|part|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,9}|[A-Z]|[IVX]{1,5})[.):]?\s+", re.I
)
_NAMED_PART = re.compile(r"[A-Z]\w+ \d{1,2}(?:\.\d+)*: \w")
_DATE = re.compile(r"\b(?:" + "|".join(sorted(MONTHS)) + r")\b.{0,60}\d{4}|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b", re.I)
_ADDRESS = re.compile(
    r"@|https?://|www\.|\d{5}|\+\d|\(\d{3}\)|\b\d{1,5}\s+\w+\s+(?:st|street|ave|avenue|road|rd)\b", re.I
)
_LABEL = re.compile(r"[:?]\s+\S")
_BULLETS = "-–—•·*▪◦‣●○>"


def mark(drafts: list[Draft], source: Source) -> list[Draft]:
    """The drafts, with every weak heading made a heading; a paragraph that begins with one is parted in two."""
    sizes = _list_sizes(drafts)
    parted: list[Draft] = []
    for draft in drafts:
        parted.extend(_bold(draft, sizes))
    _numbered(parted, sizes, source)
    _plain(parted)
    _menus(parted)
    _levels(parted)
    return parted


def _list_sizes(drafts: list[Draft]) -> dict[int, int]:
    sizes: dict[int, int] = {}
    for draft in drafts:
        if draft.kind == "item":
            sizes[draft.group] = sizes.get(draft.group, 0) + 1
    return sizes


def _bold(draft: Draft, sizes: dict[int, int]) -> list[Draft]:
    if draft.kind != "paragraph" or draft.depth or draft.group or draft.quoted:
        return [draft]
    plain = draft.text.plain
    first = next((at for at in draft.breaks if plain[:at].strip()), len(plain))
    title, rest = plain[:first].strip(), plain[first:].strip()
    if not draft.bold:
        named = rest and len(title) < _BODY and len(rest) > _BODY and _NAMED_PART.match(title)
        return _part(draft, first, "plain") if named and title[-1] not in ".,;:" else [draft]
    if not _is_bold(draft, first) or not _titled(title, _LONGEST_BOLD):
        return [draft]
    if not rest:
        if title[-1] not in ".!" or not _says_something(title):
            _make(draft, "bold")
        return [draft]
    if rest[0].islower() or (_is_company(title) and len(rest) < _BODY):
        return [draft]
    return _part(draft, first, "bold")


def _is_bold(draft: Draft, end: int) -> bool:
    plain = draft.text.plain
    position = 0
    for start, stop in draft.bold:
        if plain[position:start].strip(" \n\t:.*#") and not plain[position:start].strip(" .)").isdigit():
            return False
        position = max(position, stop)
        if position >= end:
            break
    return not plain[position:end].strip(" \n\t:") if position < end else position - end < 2


def _titled(title: str, longest: int) -> bool:
    """Whether a line reads as a title: short, no sentence, no date, no label with its value."""
    if not title or len(title) > longest or title[0] in _BULLETS or not any(map(str.isalpha, title)):
        return False
    if title[-1] in ",;" or _DATE.search(title) or _ADDRESS.search(title):
        return False
    words = title.split()
    if title[-1] in ".!:" and (len(words) > _FEW_WORDS or words[0].lower() in SENTENCE_SUBJECTS):
        return False
    if found := _LABEL.search(title[:-1]):
        label, value = title[: found.start()], title[found.start() + 1 :]
        if title[found.start()] == "?" or (not label[-1:].isdigit() and not _in_title_case(value)):
            return False
        if any(map(str.isdigit, value)):
            return False
    number = _NUMBERED.match(title)
    start = title[number.end() :] if number else title
    return not start[:1].islower()


def _says_something(title: str) -> bool:
    # "We never sell your data." is a statement in bold; "Information we collect." a title with a full stop
    words = title.split()
    small = sum(1 for word in words[1:] if word[:1].islower())
    return words[0].lower() in SENTENCE_SUBJECTS or (len(words) > 3 and small * 2 > len(words))


def _is_company(title: str) -> bool:
    return title.rstrip(".").rsplit(" ", 1)[-1].lower() in COMPANY_ENDINGS


def _make(draft: Draft, style: str) -> None:
    draft.kind = "heading"
    draft.marked = False
    draft.style = style
    if style == "bold":
        draft.style = "bold caps" if draft.text.plain.isupper() else "bold"
    draft.depth = draft.group = 0
    draft.ordered = False
    draft.intro = None


def _part(draft: Draft, at: int, style: str) -> list[Draft]:
    """The draft cut in two: a heading up to `at`, and what follows."""
    plain = draft.text.plain
    head = Draft(
        kind="heading",
        text=cut(draft.text, 0, at),
        span=Span(draft.span.start, draft.text.span(0, at).end),
        links=[link for link in draft.links if link.start < at],
    )
    begin = at + len(plain[at:]) - len(plain[at:].lstrip())
    rest = draft
    rest.links = [
        link._replace(start=link.start - begin, end=link.end - begin) for link in draft.links if link.start >= at
    ]
    rest.bold = [(max(0, start - begin), end - begin) for start, end in draft.bold if end > begin]
    rest.breaks = [place - begin for place in draft.breaks if place > begin]
    rest.text = cut(draft.text, begin, len(plain))
    whole = rest.span
    rest.span = Span(rest.text.span(0, len(rest.text.plain)).start, whole.end)
    _make(head, style)
    # bold marks close after the last letter: the heading takes them along
    head.span = Span(whole.start, max(head.span.end, min(rest.span.start, head.span.end)))
    return [head, rest]


def _numbered(drafts: list[Draft], sizes: dict[int, int], source: Source) -> None:
    numbers = [_number(draft, source) for draft in drafts]
    # the same words under number after number are a label of the layout
    numbered = (draft for draft, number in zip(drafts, numbers, strict=True) if number is not None)
    times = Counter(draft.text.plain.casefold() for draft in numbered)
    for index, draft in enumerate(drafts):
        number = numbers[index]
        if number is None or index + 1 == len(drafts) or not _is_item_title(draft):
            continue
        if times[draft.text.plain.casefold()] > _MOST_TIMES:
            continue
        following = drafts[index + 1]
        inside = following.depth >= 1 and following.kind != "item"
        if sizes[draft.group] == 1 or inside or _breaks_count(drafts, numbers, index):
            # the number is part of the title, as it is in "## 3. Cookies"
            assert draft.marker is not None
            length = draft.marker.end - draft.marker.start
            draft.text = _with_marker(draft, source)
            draft.bold = [(start + length, end + length) for start, end in draft.bold]
            _make(draft, "numbered")


def _number(draft: Draft, source: Source) -> int | None:
    """The number of an item of an outermost ordered list."""
    if draft.kind != "item" or not draft.ordered or draft.depth != 1 or draft.quoted or draft.marker is None:
        return None
    found = re.match(r"\d+", source.cut(draft.marker))
    return int(found[0]) if found else None


def _is_item_title(draft: Draft) -> bool:
    title = draft.text.plain.strip()
    if draft.links or not _titled(title, _LONGEST_PLAIN):
        return False
    return title[-1] not in ".!:" and len(title.split()) <= _MOST_WORDS


def _breaks_count(drafts: list[Draft], numbers: list[int | None], index: int) -> bool:
    """Whether the items before and after one do not count on from it: then it is the title of what follows."""
    group = drafts[index].group
    number = numbers[index] or 0
    before = numbers[index - 1] if index and drafts[index - 1].group == group else None
    after = numbers[index + 1] if drafts[index + 1].group == group else None
    if after is not None:
        return after == 1 and number != 0
    return before is not None and before + 1 != number


def _with_marker(draft: Draft, source: Source) -> Text:
    assert draft.marker is not None
    start, end = draft.marker
    marker = source.text[start:end]
    pieces = [Piece(0, len(marker), start, end, True)]
    pieces += [piece._replace(at=piece.at + len(marker)) for piece in draft.text.pieces]
    return Text(marker + draft.text.plain, tuple(pieces))


def _plain(drafts: list[Draft]) -> None:
    candidates = [_plain_title(draft) for draft in drafts]
    _drop_repeated(drafts, candidates)
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and candidates[end]:
            end += 1
        body = end
        while body < len(drafts) and _is_date(drafts[body]):
            body += 1
        if start < end and body < len(drafts) and end - start <= _LONGEST_RUN and _is_body(drafts[body]):
            above = drafts[start - 1] if start else None
            if above is None or above.kind != "paragraph" or not above.text.plain.rstrip().endswith(":"):
                _make_plain(drafts, start, end, candidates, drafts[body])
        start = end + 1


def _drop_repeated(drafts: list[Draft], candidates: list[int]) -> None:
    # a short line that comes back again and again is the label of a button ("learn more")
    seen: dict[str, int] = {}
    doubtful = [number for number, candidate in enumerate(candidates) if candidate == _MAYBE]
    for number in doubtful:
        plain = drafts[number].text.plain.casefold()
        seen[plain] = seen.get(plain, 0) + 1
    for number in doubtful:
        if seen[drafts[number].text.plain.casefold()] > _MOST_TIMES:
            candidates[number] = _NO


def _make_plain(drafts: list[Draft], start: int, end: int, candidates: list[int], body: Draft) -> None:
    text = body.text.plain.strip()
    if text[:1].islower():
        # a paragraph with blank lines in it
        return
    long = body.kind == "paragraph" and len(text) > _BODY and text.endswith((".", ":"))
    for number in range(start, end):
        if candidates[number] == _SURE or (long and end - start == 1):
            if _is_company(drafts[number].text.plain.strip()) and not long:
                continue
            _make(drafts[number], "plain")


_NO, _MAYBE, _SURE = range(3)


def _plain_title(draft: Draft) -> int:
    """Whether a block is one line that reads as a title: by its case, by its first word, or because it is so short."""
    if draft.kind != "paragraph" or draft.depth or draft.group or draft.quoted or draft.breaks or draft.links:
        return _NO
    title = draft.text.plain.strip()
    words = len(title.split())
    if title.lower() in BUTTONS or words > _MOST_WORDS or not _titled(title, _LONGEST_PLAIN) or title[-1] in ".!:":
        return _NO
    if title.split()[0].lower() in SENTENCE_SUBJECTS and title[-1] != "?":
        return _NO
    if ": " in title and not _NAMED_PART.match(title):
        return _NO
    if _in_title_case(title) or (_begins_as_heading(title) and (words <= _FEW_WORDS or title[-1] == "?")):
        return _SURE
    return _MAYBE if words <= _FEW_WORDS - 2 else _NO


def _menus(drafts: list[Draft]) -> None:
    """Many weak headings in a row with nothing under them are a table of contents; one is a heading when text follows.

    A marked heading right behind counts with them: marking the last one up must not make headings of the others.
    """
    start = 0
    for end in range(1, len(drafts) + 1):
        same = end < len(drafts) and _is_weak(drafts[end]) and drafts[end].style == drafts[start].style
        if same and _is_weak(drafts[start]):
            continue
        follows = end < len(drafts) and drafts[end].kind == "heading"
        if _is_weak(drafts[start]) and end - start + (follows and drafts[end].marked) > _LONGEST_RUN + 1:
            for draft in drafts[start : end if follows else end - 1]:
                draft.kind, draft.marked, draft.level, draft.style = "paragraph", True, 0, ""
        start = end


def _is_weak(draft: Draft) -> bool:
    return draft.kind == "heading" and not draft.marked


def _in_title_case(title: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", title) if word.lower() not in SMALL_WORDS]
    return bool(words) and sum(1 for word in words if word[0].isupper()) * 3 >= len(words) * 2


def _begins_as_heading(title: str) -> bool:
    number = _NUMBERED.match(title)
    word = re.match(r"\w+", title[number.end() :] if number else title)
    return word is not None and word[0].lower() in HEADING_STARTERS


def _is_date(draft: Draft) -> bool:
    return draft.kind == "paragraph" and len(draft.text.plain) < _BODY and bool(_DATE.search(draft.text.plain))


def _is_body(draft: Draft) -> bool:
    if draft.kind == "heading":
        return False
    plain = draft.text.plain.rstrip()
    return draft.kind in ("item", "cell") or len(plain) > _BODY or plain.endswith((".", ":"))


def _levels(drafts: list[Draft]) -> None:
    """Weak headings stand below the marked heading above them; a style met inside another stands below that one."""
    base = 0
    styles: list[str] = []
    for draft in drafts:
        if draft.kind != "heading":
            continue
        if draft.marked:
            base = draft.level
            styles = []
            continue
        style, begins = _counted(draft)
        if begins and style not in styles:
            # clause 1 opens the body of the text: above it stand only titles
            styles = styles[:1]
        if style in styles:
            del styles[styles.index(style) + 1 :]
        else:
            styles.append(style)
        draft.level = base + len(styles)


_COUNTER = re.compile(r"(?:\w+ )?(\d+)((?:\.\d+)*)[.):]?(?=\s)|\(?([A-Za-z])[.)]")


def _counted(draft: Draft) -> tuple[str, bool]:
    """The style of a heading with the kind of its number, and whether it is the first of an outermost count."""
    found = _COUNTER.match(draft.text.plain.strip())
    if found is None:
        return draft.style, False
    if found[1]:
        return f"{draft.style} 1{'.1' * found[2].count('.')}", found[1] == "1" and not found[2]
    return f"{draft.style} a", False
