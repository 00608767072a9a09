"""
Weak headings: lines that are headings to a reader and not to Markdown.

Three kinds are told apart: a line in bold, a numbered line ("3. Cookies", which Markdown reads as a list of one item),
and a short plain line that stands alone above the text it names.
"""

from __future__ import annotations

import re

from privacylint.drafts import Draft, cut
from privacylint.languages.en import HEADING_STARTERS, MONTHS
from privacylint.policy import Piece, Text
from privacylint.source import Source, Span

_LONGEST_BOLD = 140
_LONGEST_PLAIN = 110
_MOST_WORDS = 16
# more short lines than this in a row are an address or a menu
_LONGEST_RUN = 3
_NUMBERED = re.compile(r"(?:(?:section|article|part|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5})[.):]?\s+", re.I)
_DATE = re.compile(r"\b(?:" + "|".join(MONTHS) + r")\b.*\d{4}|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b", re.I)
_ADDRESS = re.compile(r"@|https?://|www\.|\d{5}|\+\d|\(\d{3}\)|\b\d{1,5}\s+\w+\s+(?:st|street|ave|avenue|road|rd)\b", re.I)
_LABEL = re.compile(r":\s+\S")
_SMALL_WORDS = frozenset(
    "a an and as at by for from in into of on or our out over per the their this to under up upon via vs with within "
    "without your you we us it its is are do does not".split()
)


def mark(drafts: list[Draft], source: Source) -> list[Draft]:
    """The drafts, with every weak heading made a heading; a paragraph that begins with one is parted in two."""
    sizes = _list_sizes(drafts)
    parted: list[Draft] = []
    for draft in drafts:
        parted.extend(_bold(draft, sizes))
    _numbered(parted, sizes, source)
    _plain(parted)
    _levels(parted)
    return parted


def _list_sizes(drafts: list[Draft]) -> dict[int, int]:
    sizes: dict[int, int] = {}
    for draft in drafts:
        if draft.kind == "item":
            sizes[draft.group] = sizes.get(draft.group, 0) + 1
    return sizes


def _bold(draft: Draft, sizes: dict[int, int]) -> list[Draft]:
    if draft.kind != "paragraph" or draft.depth or draft.quoted or not draft.bold:
        return [draft]
    plain = draft.text.plain
    first = next((at for at in draft.breaks if plain[:at].strip()), len(plain))
    if not _is_bold(draft, first) or not _titled(plain[:first].strip(), _LONGEST_BOLD):
        return [draft]
    if not plain[first:].strip():
        _make(draft, "bold")
        return [draft]
    if plain[first:].strip()[0].islower():
        return [draft]
    return _part(draft, first)


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
    if not title or len(title) > longest or not any(character.isalpha() for character in title):
        return False
    if title[-1] in ",;" or _DATE.search(title) or _ADDRESS.search(title):
        return False
    if title[-1] in ".!" and (len(title.split()) > 8 or _sentence(title)):
        return False
    if _LABEL.search(title) and any(character.isdigit() for character in title.split(":", 1)[1]):
        return False
    number = _NUMBERED.match(title)
    start = title[number.end() :] if number else title
    return not start[:1].islower()


def _sentence(title: str) -> bool:
    words = title.split()
    small = sum(1 for word in words[1:] if word[:1].islower())
    return len(words) > 3 and small * 2 > len(words)


def _make(draft: Draft, style: str) -> None:
    draft.kind = "heading"
    draft.marked = False
    draft.style = style
    if style == "bold":
        draft.style = "bold caps" if draft.text.plain.isupper() else "bold"
    draft.depth = draft.group = 0
    draft.ordered = False
    draft.intro = None


def _part(draft: Draft, at: int) -> list[Draft]:
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
    _make(head, "bold")
    # bold marks close after the last letter: the heading takes them along
    head.span = Span(whole.start, max(head.span.end, min(rest.span.start, head.span.end)))
    return [head, rest]


def _numbered(drafts: list[Draft], sizes: dict[int, int], source: Source) -> None:
    for index, draft in enumerate(drafts):
        if draft.kind != "item" or not draft.ordered or draft.depth != 1 or draft.quoted or draft.marker is None:
            continue
        title = draft.text.plain.strip()
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        alone = sizes[draft.group] == 1
        titled = _titled(title, _LONGEST_PLAIN) and title[-1] not in ".!:" and len(title.split()) <= _MOST_WORDS
        if not titled or following is None or draft.links:
            continue
        if alone or (following.depth >= 1 and following.kind != "item"):
            # the number is part of the title, as it is in "## 3. Cookies"
            draft.text = _with_marker(draft, source)
            shift = len(draft.text.plain) - len(title)
            draft.bold = [(start + shift, end + shift) for start, end in draft.bold]
            _make(draft, "numbered")


def _with_marker(draft: Draft, source: Source) -> Text:
    assert draft.marker is not None
    start, end = draft.marker
    marker = source.text[start:end]
    pieces = [Piece(0, len(marker), start, end, True)]
    pieces += [piece._replace(at=piece.at + len(marker)) for piece in draft.text.pieces]
    return Text(marker + draft.text.plain, tuple(pieces))


def _plain(drafts: list[Draft]) -> None:
    candidates = [_is_plain_title(draft) for draft in drafts]
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and candidates[end]:
            end += 1
        if start < end < len(drafts) and end - start <= _LONGEST_RUN and _is_body(drafts[end]):
            above = drafts[start - 1] if start else None
            if above is None or above.kind != "paragraph" or not above.text.plain.rstrip().endswith(":"):
                for draft in drafts[start:end]:
                    _make(draft, "plain")
        start = end + 1


def _is_plain_title(draft: Draft) -> bool:
    if draft.kind != "paragraph" or draft.depth or draft.group or draft.quoted or draft.breaks or draft.links:
        return False
    title = draft.text.plain.strip()
    if not _titled(title, _LONGEST_PLAIN) or title[-1] in ".!:" or len(title.split()) > _MOST_WORDS:
        return False
    return _in_title_case(title) or _begins_as_heading(title)


def _in_title_case(title: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", title) if word.lower() not in _SMALL_WORDS]
    return bool(words) and sum(1 for word in words if word[0].isupper()) * 3 >= len(words) * 2


def _begins_as_heading(title: str) -> bool:
    number = _NUMBERED.match(title)
    word = re.match(r"\w+", title[number.end() :] if number else title)
    return word is not None and word[0].lower() in HEADING_STARTERS


def _is_body(draft: Draft) -> bool:
    if draft.kind == "heading":
        return False
    return draft.kind in ("item", "cell") or len(draft.text.plain) > 60 or draft.text.plain.rstrip().endswith((".", ":"))


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
        style = draft.style
        if number := re.match(r"\d+((?:\.\d+)*)", draft.text.plain.strip()):
            style = f"{style} numbered {number[1].count('.')}"
        if style in styles:
            del styles[styles.index(style) + 1 :]
        else:
            styles.append(style)
        draft.level = base + len(styles)
