"""
The text sends the reader to a place of this document that is not there.

"As set out in Section 14" of a policy with thirteen sections, or "see Sharing Your Information below" where no heading
is called so: usually the text was renumbered or renamed after the reference was written. Sections and articles of laws
and of other documents are no references to this one.

Source: GDPR article 12(1) (concise, transparent, intelligible, easily accessible).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from privacylint.api import Bad, Block, Claims, Finding, Link, Policy, rule

from privacylint_rules.occurs import blocks_with
from privacylint_rules.words import phrases

# "after the retention periods stated above", where no period is stated
PERIODS = phrases(
    en=[
        "[our|the] (specified|stated|listed|mentioned|aforementioned) retention period~",
        "retention period~ (specified|stated|listed|mentioned|given|set out|described) (above|below|in this)",
    ]
)  # fmt: skip
ANY_PERIOD = phrases(en=["({store}|delete~|retention) ...20 <duration>", "<duration> ...20 ({store}|delete~|retention)"])
ANY_DATE = phrases(en=["<date>"])

# "Section 5 (Your Rights)", "“Your Rights” in Section 5": a number and a title that must be of one heading
_TITLED = re.compile(
    r"\b[Ss]ection\s(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})(?:,|:)?\s[(“\"]{1,2}(?P<title>[A-Z][^()“”\"\n.;:]{3,70})[)”\"]"
    r"|[“\"](?P<before>[A-Z][^“”\"\n.;:]{3,70}?),?[”\"],?\s(?:section\s)?(?:\((?:see\s)?|in\s|under\s)[Ss]ection\s(?P<behind>\d{1,2}(?:\.\d{1,2}){0,2})(?![\d.])"
)

# words that tell that the section belongs to a law, a form or another document
ELSEWHERE = re.compile(
    r"\b(?:Act|Acts|Code|Codes|Law|Laws|GDPR|UK GDPR|Regulations?|Directive|Statute|U\.?S\.?C\.?|C\.?F\.?R\.?|CCPA|CPRA|CalOPPA|COPPA|LGPD|PIPEDA|POPIA|PIPL|FADP|DSG|BDSG|TTDSG|TDDDG|TMG|UWG|DPA|DPF|FTC|HIPAA|FERPA|PIPA|PDPA|Ordinance|Decree|Constitution|Treaty|Convention|Framework|Clauses|SCCs?|Guidelines|ePrivacy|Regulamento|Gesetz|Terms|Agreement|Addendum|Contract|Principles|Order|Rules?|Bill|Charter|Statutes|Schrems|Commission|Chapter|Part|Title)\b|§"
)
INSIDE = re.compile(r"\s*(?:,\s*)?\(?(?:below|above|herein|hereof|(?:of|in|to) (?:this|our) (?:[A-Z]?[a-z]+ ){0,3}?(?:[Pp]olicy|[Nn]otice|[Ss]tatement|[Dd]ocument|[Dd]eclaration)\b(?!'s))")
OTHER_DOCUMENT = re.compile(r"\s*(?:(?:\([a-z0-9]{1,4}\))+\s*)?(?:,\s*)?(?:of|in|to|under)\s+(?:the|our|your|its|their|that|those|an?|each|such|[A-Z])", re.S)
_NUMBERED = re.compile(
    r"\b(?P<what>[Ss]ections?|SECTIONS?|[Cc]lauses?|[Pp]aragraphs?|[Aa]nnex|[Aa]ppendix|[Ss]chedule|[Ee]xhibit)\s+(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?=[\s.,;)]))(?![\d/])"
    r"(?P<more>(?:,? ?(?:and|or|to|through|&|,|-|–) ?\d{1,2}(?:\.\d{1,2}){0,3}(?![\d/%]))*)(?:\.(?=\s|$))?"
)
_ONE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}")
_LEADING = re.compile(r"\s*[*_(\[]{0,4}(?:(?:section|article|clause|part|annex|appendix|schedule|exhibit|no\.?|§)\s*)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?=[.):]|\s*[-–—:])|[IVX]{1,5}(?=[.):]))", re.I)
_ATTACHED = re.compile(r"(?i)\b(annex|appendix|schedule|exhibit)\s+([A-Z0-9]{1,3})\b")
_TITLE = r"(?P<title>[A-Z0-9][^“”\"\n.;:]{2,88}?)"
_QUOTED = re.compile(
    rf"(?P<lead>\b(?:[Ss]ee|refer to|described|[Ss]ections?|under|detailed|set out|set forth|outlined|explained|in)\b[^.“”\"\n]{{0,30}}?)[“\"]{_TITLE}[,.]?[”\"](?P<after>[^.“”\"\n]{{0,40}})"
)
_BARE = re.compile(
    r"\b[Ss]ee (?:also )?(?:the |our )?(?P<title>[A-Z][\w’'-]{2,20}(?: (?:[A-Z][\w’'-]{1,20}|of|and|to|the|for|under|with|on|in|your|our|we|you|how)){1,9}),?(?= (?:sections? )?(?:below|above)\b| sections?\b(?! of (?:the|our|your))|\))"
)
_POINTS_HERE = re.compile(r"^\s*(?:,\s*)?(?:(?:sections?|paragraph|heading|chapter|table)(?:,\s*|\s+)?|,\s*)?\(?(?:below|above|of this (?:[A-Z]?[a-z]+ )?(?:[Pp]olicy|[Nn]otice|[Ss]tatement|page|document))|^\s*(?:processing )?(?:sections?|table)\b(?! (?:of|in|on) (?:the|our|your|its|their))")
_SECTION_LEAD = re.compile(r"[Ss]ections?(?: (?:titled|entitled|called|named|headed|on|marked))?\s*$|\b(?:titled|entitled|headed)\s*$")
_NOT_HERE = re.compile(r"\b(?:settings?|account|profile|menu|app|tab|page|website|site|portal|dashboard|button|browser|device|email|e-mail|terms|agreement|policy|policies|notice|statement|addendum|act|code|guidelines?|help|center|centre|faq|store|preferences)\b", re.I)
_DATE_PLACE = re.compile(
    r"\b(?:[“\"]?(?P<quoted>[Ee]ffective [Dd]ate|[Ll]ast [Uu]pdated|[Rr]evision [Dd]ate|[Ll]ast [Mm]odified|[Uu]pdated date|date)[”\"]?(?: date)?)(?: (?:shown|stated|listed|indicated|located|found|displayed|set forth|set out|given|noted|appearing|which is|that is))? (?:at|on|near|in) the (?P<end>bottom|end|top|beginning|foot|head|start) of (?:this|the|our) (?:\w+ ){0,2}?(?:page|policy|notice|statement|document)\b"
)
# "scroll to the “Danger” section and click": a part of a screen, not of this text
_ON_A_SCREEN = re.compile(r"\b(?:click|tap|scroll|press|toggle|navigate|log ?in|sign ?in|go to|open|hover|swipe|select)\b", re.I)
_LOG = re.compile(r"\b(?P<thing>change ?log|changelog|revision history|version history|change history|contact form|glossary|list of definitions)(?: (?:is |can be )?(?:shown |listed |found |set out )?)? ?(?P<where>below|at the (?:bottom|end) of this (?:page|policy|notice|statement))\b", re.I)
# the words without which the patterns stand nowhere: most blocks have none, and to look them up costs little
_NUMBERED_WORDS = ("section", "sections", "clause", "clauses", "paragraph", "paragraphs", "annex", "appendix", "schedule", "exhibit")
_DATE_WORDS = ("date", "updated", "modified")
_DATE_ENDS = ("bottom", "end", "top", "beginning", "foot", "head", "start")
_LOG_WORDS = ("log", "changelog", "history", "form", "glossary", "definitions")
_LOG_PLACES = ("below", "bottom", "end")
_LETTERS = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset({"your", "our", "we", "you", "and", "of", "the", "to", "how", "for", "with", "in", "data", "information", "personal", "what"})
_WHOLE_LINE = 110
_SHORTEST = 5
_TOP = 0.25
_CLOSE = 0.6
_MOST_NUMBERS = 6


@rule(
    severity="warning",
    good=[
        "## 1. Data\n\nSee Section 2 below.\n\n## 2. Rights\n\nAsk us under Section 5 of the Fair Trade Act or Article 49 GDPR.",
        "## 1. Data\n\nUnder California Civil Code Section 83 you may ask. Our terms say so in section 14 of the Terms of Use.\n\n## 2. Rights\n\nAsk.",
        "See “Your Rights” below, and “Cookies” in the settings of your account.\n\n## Your rights\n\nAsk.",
        "We change the date at the top of this page.\n\nLast updated: 3 May 2024",
        "Scroll to the bottom of your account page, under the “Last Steps” section, and press Delete.",
        "See the Keeping Policy section below.\n\n## How keeping policies work\n\nWell.",
        "1. We keep it.\n2. We delete it.\n\nAs said in clause 2, it goes.",
    ],
    bad=[
        Bad("## 1. Data\n\nWrite to us as set out in Section 7.\n\n## 2. Rights\n\nAsk.", at="Section 7"),
        Bad("## 1. Data\n\nSee Sections 2 and 5 below.\n\n## 2. Rights\n\nAsk.", at="Sections 2 and 5"),
        Bad("## Data\n\nWe use it for the ends in clause 2.1.\n\n## Rights\n\nAsk.", at="clause 2.1"),
        Bad("We share it (see “Whom We Tell” below).\n\n## With whom we share\n\nNobody.", at="Whom We Tell"),
        Bad("## Data\n\nSee Whom We Tell, below, for more.\n\n## Rights\n\nAsk.", at="Whom We Tell"),
        Bad("## 1. Data\n\nSee Section 2 (Your rights).\n\n## 2. Cookies\n\nNone.\n\n## 3. Your rights\n\nAsk.", at="Section 2 (Your rights)"),
        Bad("We will change the effective date at the bottom of this page.\n\nThank you.", at="effective date at the bottom of this page"),
        Bad("We keep it for the retention periods stated above.", at="retention periods stated above"),
        Bad("We tell you in the change log below.\n\nThank you.", at="change log below"),
    ],
)  # fmt: skip
def wrong_cross_reference(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """References by number, by title, to the date, and to a log or list, whose end is not in the document."""
    if policy.language != "en":
        return
    document = _Document(policy)
    numbered = blocks_with(policy, _NUMBERED_WORDS)
    seen = blocks_with(policy, ("see",))
    dated = blocks_with(policy, _DATE_WORDS) & blocks_with(policy, _DATE_ENDS)
    logged = blocks_with(policy, _LOG_WORDS) & blocks_with(policy, _LOG_PLACES)
    for block in policy.blocks:
        if block.kind == "code" or (block.kind == "heading" and block.marked):
            continue
        if block.number in numbered:
            yield from _numbers(block, document)
        if block.number in numbered:
            yield from _titled(block, document)
        if "“" in block.text.plain or '"' in block.text.plain:
            yield from _titles(_QUOTED, block, document)
        if block.number in seen:
            yield from _titles(_BARE, block, document)
        if block.number in dated:
            yield from _dates(block, policy)
        if block.number in logged:
            yield from _things(block, document)
    yield from _periods(policy)


class _Document:
    """What can be referred to: numbers, titles and names of the document."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.linked: dict[int, list[Link]] = {}
        for link in policy.links:
            self.linked.setdefault(link.block.number, []).append(link)

    @cached_property
    def numbers(self) -> set[str]:
        """Every number that begins a heading, a paragraph or a list item, and "3.2" for item 2 of section 3."""
        found: set[str] = set()
        section = ""
        outer = ""
        for block in self.policy.blocks:
            start = self.policy.source.text[block.span.start : block.span.start + 60].lstrip("#").replace("\\", "")
            number = _LEADING.match(start) or _LEADING.match(block.text.plain[:60])
            if not number:
                if block.kind == "heading":
                    section = ""
                continue
            own = number["number"].upper()
            found.add(own)
            found.update(own[: at.start()] for at in re.finditer(r"\.", own))
            if block.kind == "heading":
                if section and "." not in own and block.section.parent and block.section.parent.heading:
                    parent = _LEADING.match(block.section.parent.title)
                    if parent:
                        found.add(f"{parent['number']}.{own}")
                section = own
            elif block.kind in ("item", "paragraph"):
                if section:
                    found.add(f"{section}.{own}")
                if block.depth <= 1:
                    outer = own
                elif outer:
                    found.add(f"{outer}.{own}")
        return found

    @cached_property
    def attached(self) -> set[str]:
        """Annexes and schedules that begin somewhere: "annex 1"."""
        return {
            found[0].lower()
            for block in self.policy.blocks
            if block.kind == "heading" or len(block.text.plain) < _WHOLE_LINE
            for found in _ATTACHED.finditer(block.text.plain)
        }

    @cached_property
    def titles(self) -> dict[str, str]:
        """What a reader can find by name, folded, and as written: headings, and what a block begins with or is."""
        found: dict[str, str] = {}
        for block in self.policy.blocks:
            plain = block.text.plain.strip()
            if block.kind == "heading" or len(plain) <= _WHOLE_LINE:
                found.setdefault(_fold(plain), plain)
            for part in re.split(r"[.:–—?\n]", plain[:_WHOLE_LINE], maxsplit=1)[:1]:
                found.setdefault(_fold(part), part)
        found.pop("", None)
        return found

    @cached_property
    def numbered(self) -> dict[str, str]:
        """The numbers of headings, and what each is called, folded; a number that stands there twice is none."""
        found: dict[str, str] = {}
        for section in self.policy.sections:
            number = _LEADING.match(section.title) if section.heading else None
            if number:
                found[number["number"]] = "" if number["number"] in found else _fold(section.title[number.end() :])
        return found

    @cached_property
    def stems(self) -> list[str]:
        """The headings, folded, every word in its singular."""
        return [f" {_singular(known)} " for known in self.headings]

    @cached_property
    def headings(self) -> dict[str, str]:
        """The headings, folded, and as written."""
        return {_fold(section.title): section.title for section in self.policy.sections if section.heading}

    def has(self, title: str) -> bool:
        """Whether a title, or one that holds it or is held by it, is found in the document."""
        wanted = _fold(title)
        if wanted in self.titles:
            return True
        padded = f" {wanted} "
        if any(padded in f" {known} " or _names(known, wanted) for known in self.headings):
            return True
        # "see Tracking Technology" finds "What are tracking technologies?"
        if " " in wanted and any(f" {_singular(wanted)} " in known for known in self.stems):
            return True
        return any(known.startswith(f"{wanted} ") for known in self.titles)

    def is_linked(self, block: Block, start: int, end: int) -> bool:
        """Whether a link stands on the plain characters: then its target says where it leads."""
        span = block.text.span(start, end)
        return any(link.span.start < span.end and span.start < link.span.end for link in self.linked.get(block.number, ()))


def _fold(text: str) -> str:
    words = [word.lower() for word in _LETTERS.findall(text.replace("’", "").replace("'", "").replace("&", " and "))]
    while words and (words[0].isdigit() or words[0] in ("section", "the", "our")):
        words.pop(0)
    return " ".join(words)


def _singular(folded: str) -> str:
    return " ".join(f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s") for word in folded.split())


def _names(heading: str, wanted: str) -> bool:
    """Whether a reference names a heading with a word or two around it: "Cookies policy" for "Cookies"."""
    if len(heading) < _SHORTEST or len(wanted.split()) - len(heading.split()) > 2:
        return False
    return f" {heading} " in f" {wanted} "


def _numbers(block: Block, document: _Document) -> Iterator[Finding]:
    plain = block.text.plain
    for found in _NUMBERED.finditer(plain):
        if document.is_linked(block, *found.span()) or not _is_inside(plain, found.start(), found.end()):
            continue
        what = found["what"].lower().rstrip("s")
        if what in ("annex", "appendix", "schedule", "exhibit"):
            missing = [] if f"{what} {found['number']}".lower() in document.attached else [found["number"]]
            if any(name.startswith(what) for name in document.attached) is False and not INSIDE.match(plain, found.end()):
                missing = []
        else:
            asked = [found["number"], *_ONE_NUMBER.findall(found["more"] or "")]
            missing = [number for number in asked if number.upper() not in document.numbers]
            if what == "paragraph" and not document.numbers and not INSIDE.match(plain, found.end()):
                missing = []
            if found["number"].isalpha() and not any(number.isalpha() for number in document.numbers):
                continue
        if missing:
            end = found.end() - (1 if found[0].endswith(".") else 0)
            yield Finding(
                f"{what} {missing[0]} is not in this document",
                block.text.span(found.start(), end),
                help=_numbering_help(document, missing[0]),
            )


def _numbering_help(document: _Document, missing: str) -> str:
    tops = sorted(int(number) for number in document.numbers if number.isdigit())
    if not tops:
        return "number the sections, or name the heading instead"
    deeper = [number for number in sorted(document.numbers) if number.startswith(missing.split(".")[0] + ".")]
    beside = [number for number in deeper if number.count(".") == missing.count(".")]
    if "." in missing and deeper:
        return f"this document has {', '.join((beside or deeper)[:_MOST_NUMBERS])}"
    return f"the highest number is {tops[-1]}" if int(_ONE_NUMBER.findall(missing + " 0")[0].split(".")[0]) > tops[-1] else "name the heading instead"


def _titled(block: Block, document: _Document) -> Iterator[Finding]:
    """References by number and title whose number is that of another heading than the title."""
    for found in _TITLED.finditer(block.text.plain):
        number, title = found["number"] or found["behind"], _fold(found["title"] or found["before"])
        own = document.numbered.get(number, "")
        right = [other for other, called in document.numbered.items() if called and called == title]
        if not own or len(right) != 1 or right[0] == number or set(own.split()) & set(title.split()) - _SMALL_WORDS:
            continue
        if document.is_linked(block, *found.span()):
            continue
        yield Finding(
            f'section {number} is called otherwise; "{found["title"] or found["before"]}" is section {right[0]}',
            block.text.span(*found.span()),
            help=f"write {right[0]}, or name the other heading",
        )


def _is_inside(plain: str, start: int, end: int) -> bool:
    """Whether a numbered reference is one to this document."""
    if INSIDE.match(plain, end):
        return True
    if OTHER_DOCUMENT.match(plain, end):
        return False
    begin = max(plain.rfind(". ", 0, start), plain.rfind("; ", 0, start), start - 160) + 1
    stop = plain.find(". ", end)
    stop = min(stop if stop >= 0 else len(plain), end + 100)
    around = plain[max(begin, 0) : start] + " " + plain[end:stop]
    return not ELSEWHERE.search(around)


def _titles(pattern: re.Pattern[str], block: Block, document: _Document) -> Iterator[Finding]:
    for found in pattern.finditer(block.text.plain):
        title = found["title"].strip(" ,")
        start, end = found.span("title")
        if document.is_linked(block, start, end) or len(_fold(title).split()) > 12:
            continue
        if pattern is _QUOTED and not _points_here(found):
            continue
        title = re.split(r",? (?:section|below|above)\b", title)[0]
        if _NOT_HERE.search(title) or document.has(title):
            continue
        from difflib import get_close_matches

        near = get_close_matches(_fold(title), list(document.headings), 1, _CLOSE)
        yield Finding(
            f'no heading of this document is called "{title}"',
            block.text.span(start, start + len(title)),
            help=f'is "{document.headings[near[0]]}" meant?' if near else "name the heading as it is written, or link to it",
        )


def _points_here(found: re.Match[str]) -> bool:
    after = found["after"]
    if _POINTS_HERE.match(after):
        return not _on_a_screen(found)
    if not _SECTION_LEAD.search(found["lead"]) or _on_a_screen(found):
        return False
    return not re.match(r"\s*(?:of|in|on) (?:the|our|your|its|their|that)\b", after)


def _on_a_screen(found: re.Match[str]) -> bool:
    """Whether the sentence tells what to do on a screen, and not where to read on."""
    plain = found.string
    begin, end = plain.rfind(". ", 0, found.start()) + 1, plain.find(". ", found.end())
    if INSIDE.match(found["after"]):
        return False
    return bool(_ON_A_SCREEN.search(plain, begin, end if end >= 0 else len(plain)))


def _dates(block: Block, policy: Policy) -> Iterator[Finding]:
    for found in _DATE_PLACE.finditer(block.text.plain):
        dates = [match.sentence.block.number for match in policy.find(ANY_DATE) if match.sentence.block is not block]
        keys = [entry.key for entry in policy.front_matter]
        size = len(policy.blocks)
        if found["end"] in ("top", "beginning", "head", "start"):
            there = any(number <= max(8, size * _TOP) for number in dates) or any("date" in k.lower() or "updated" in k.lower() for k in keys)
        else:
            there = any(number >= min(size - 8, size * (1 - _TOP)) for number in dates)
        if not there:
            yield Finding(
                f"there is no date at the {found['end']} of this document",
                block.text.span(*found.span()),
                help="say where the date stands" if dates else "add the date",
            )


def _periods(policy: Policy) -> Iterator[Finding]:
    asked = policy.find(PERIODS)
    if asked and not policy.find(ANY_PERIOD):
        yield Finding("no retention period is stated in this document", asked[0].span, help="state the periods, or take the reference out")


def _things(block: Block, document: _Document) -> Iterator[Finding]:
    for found in _LOG.finditer(block.text.plain):
        thing = _fold(found["thing"])
        if document.is_linked(block, *found.span()):
            continue
        if any(thing.replace(" ", "") in known.replace(" ", "") for known in document.titles if known != _fold(block.text.plain)):
            continue
        yield Finding(
            f"there is no {found['thing']} in this document",
            block.text.span(*found.span()),
            help="add it, or say where it is",
        )
