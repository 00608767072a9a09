"""
Reads the dates of a policy: when it takes effect, when it was last changed, and every other date it names.

`role` is effective, last-updated or other. A date that stands alone under the title or at the very end is the date of
the document, hence effective, unless its label says otherwise. Dates of laws, of other documents, of earlier or coming
versions and of copies are other. `what`, where present, says what an other date is of: published or created.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from privacylint.api import Block, Claim, Entry, Match, Policy, Said, Span, Text, extractor

from privacylint_rules.words import phrases

CHANGED = "(updated | revised | modified | amended | changed | edited)"
CHANGE = "(update | revision | modification | amendment | change | edit | version)"
DOCUMENT = "(policy | notice | statement | document | page | version | declaration | disclosure)"
CHANGES = "(changes | updates | revisions | amendments | modifications | edits)"
THIS = "(this | our | the) [privacy | data protection | cookie] (policy | notice | statement | document | page | declaration)"
SINCE = "(since | from | as of | as from | starting | beginning | with effect from | on and after)"

UPDATED = phrases(
    en=[
        f"last [been] {CHANGED} [and {CHANGED}] [date] ...6 <date>",
        f"(most recently | lastly | latest) {CHANGED} ...3 <date>",
        f"{CHANGED} last ...2 <date>",
        f"(last | latest | most recent) [policy | content | major | material | substantive] {CHANGE} [date] ...4 <date>",
        f"(last | latest | most recent) {CHANGE} (to | of | in) (this | our | the) [privacy] {DOCUMENT} ...5 <date>",
        f"date of [the | our | its] [last | latest | most recent | this] {CHANGE} ...3 <date>",
        f"date [this ...3] [was] last {CHANGED} ...2 <date>",
        f"{CHANGE} date ...2 <date>",
        f"{DOCUMENT} ...4 (was | were | is | has been) [last | most recently] {CHANGED} ...3 <date>",
        f"^ ...6 {CHANGED} [on | in | as of | at | since | the] [the] <date>",
        f"{DOCUMENT} ...8 {CHANGED} [on] <date> $",
        f"{THIS} ...8 (was | were | is | has been) [last | most recently] (brought up to date | rewritten | reworked | redrafted | overhauled) ...3 <date>",
        f"(last | latest | most recent) {CHANGES} (to | of | in) {THIS} ...4 <date>",
        f"(we | I) [last | most recently] made ...4 ({CHANGES} | {CHANGE}) (to | of | in) {THIS} ...4 <date>",
        f"this version of {THIS} (was made | is of | dates (from | of) | was (published | issued)) ...2 <date>",
        f"{THIS} (is | was) [last | correct and] (current | up to date | accurate | correct) as (of | at) [the] <date>",
        "^ (last | latest | most recent) (changes | updates | revisions | amendments) ...4 <date>",
        f"{DOCUMENT} ...4 (was | were | is | has been) ...2 {CHANGED} ...2 for the last time ...2 <date>",
        f"{DOCUMENT} ...4 for the last time ...4 <date>",
        f"(we | I) ...3 {CHANGED} ...2 {THIS} for the last time ...2 <date>",
        "^ (updates | changes | revisions) [last] made on <date>",
        "^ (revision | amendment | update | edition) (of | from) [the] <date> $",
        "^ (as of | as at | stand | status | current as of | correct as at) <date> $",
        "^ [dernière] (mise à jour | zuletzt aktualisiert | última actualización | ultimo aggiornamento | laatst bijgewerkt) ...2 <date>",
    ]
)
"""The last line stands for the furniture of a page whose site speaks another language than its policy."""
VERSION = phrases(
    en=[
        "^ [this | our] ...3 version [number] [of | from | dated] [the] <date>",
        "^ ...3 version <number> ...4 <date>",
    ]
)
EFFECTIVE = phrases(
    en=[
        "(effective | effectivity | commencement | enforcement) [date] ...5 <date>",
        "(take~ | took | come~ | came | go~ | went | enter~ | put | be) [in | into | to] (effect | force) ...4 <date>",
        "in (force | effect) (since | from | as of | as from | starting | on) [the] <date>",
        f"{DOCUMENT} ...5 (applies | applicable | valid | binding | in use) (since | from | as of | as from | starting) [the] <date>",
        f"{THIS} ...8 (apply | applies | applied | have applied | has applied | in operation | operative | in effect | binding | valid) {SINCE} [the] <date>",
        f"(rules | terms | provisions) (in | of) {THIS} ...3 (apply | applies | have applied | has applied | are (valid | binding | in force)) {SINCE} [the] <date>",
        f"^ (as of | as from | from | since | starting | beginning | with effect from) [the] <date> [onwards | onward | on | forward] {THIS} (applies | is (valid | effective | binding | in force)| governs | takes effect)",
        f"{THIS} (governs | has governed | is to be applied | is used) ...6 {SINCE} [the] <date>",
        f"^ (as of | as from | from | since) [the] <date> {THIS} (applies | is (valid | effective | binding | in force))",
        "^ with effect from [the] <date> $",
        "^ (start | starting | commencement | application) date <date>",
        "^ (valid | applicable | applies | binding | operative | in use | in operation) (since | from | as of | as from) [the] <date>",
        "(policy | notice | statement | document | declaration) ...2 dated [the] <date>",
        "^ (dated | date) [of] [the] <date>",
        "^ [policy | this policy | first] [was] (enacted | established | formulated | instituted | laid down | drawn up) [on | in | as of] [the] <date>",
    ]
)
PUBLISHED = phrases(
    en=[
        "(published | posted | issued | released | adopted | approved) [on | in] [the] <date>",
        "date of [the] (publication | issue | adoption | approval) <date>",
        "(publication | issue | release | adoption | approval) date <date>",
    ]
)
CREATED = phrases(en=["(created | drafted | written) [on | in] [the] <date>", "(creation date | date of creation) <date>"])
ANY_DATE = phrases(en=["<date>"])

LABELS = (
    ("last-updated", UPDATED),
    ("effective", EFFECTIVE),
    ("last-updated", VERSION),
    ("published", PUBLISHED),
    ("created", CREATED),
)
WEAK = (VERSION, PUBLISHED, CREATED)
"""Labels that say something about a date only when no other label does."""

OF_SOMETHING_ELSE = phrases(
    en=[
        "(previous | prior | former | older | earlier | past | superseded | archived) [privacy] "
        "(version~ | policy | policies | notice~ | statement~ | terms | revision~ | edition~ | text~ | document~ | page~ | wording~)",
        "(a | our | the) (new | next | upcoming | future) [version of] [the | our] [privacy] (policy | notice | statement | version | terms)",
        "(archived | retrieved | downloaded | captured | accessed | copied | crawled | scraped | fetched | snapshot~ | mirrored) ...12 <date>",
        "(before | until | prior to | through | expires | till) [the] <date>",
        "(what | changes | change log | changelog | history) [has | have | that] ...3 <date>",
        "(act | acts | law | laws | code | regulation~ | directive~ | framework | shield | decision~ | statute~ | ordinance | treaty | "
        "section | article | GDPR | CCPA | CPRA | clauses | agreement~ | certification) ...12 <date>",
        "(terms [and conditions] | conditions | guidelines) [of (use | service | sale)] ...5!(privacy | policy | notice | statement) <date>",
        "(our | the) (cookie~ | refund | security | copyright | community | acceptable use) (policy | notice | statement) ...6!(privacy) <date>",
        "(app | application | shop | product~ | software | prices | features | server~) ...2 (was | were | has been | have been) ...2 (updated | revised | modified | changed) ...4 <date>",
        "(list | table | register | report | database | account | profile | subscription | membership | feature) ...8 <date>",
    ]
)
"""What a date is of when it is not of this document."""

EFFECT_WORDS = frozenset(("effective", "effect", "force", "valid", "applies", "applicable"))
CHANGE_WORDS = frozenset(["updated", "update", "revised", "revision", "modified", "modification", "amended", "amendment", "changed", "edited", "lastmod"])
PUBLISH_WORDS = frozenset(["published", "posted", "issued", "released", "adopted", "approved"])
NO_LABEL_WORDS = frozenset(["date", "dated", "on", "from", "as", "of", "the", "this", "is", "and", "at", "by", "in", "version", "v", "st", "nd", "rd", "th", "our", "privacy", "policy", "notice", "statement"])
LONGEST_LABEL = 12
"""A label and its date are no longer than this many words; a longer sentence must name the document."""
NEAR_TOP = 8
"""How many blocks with text may stand before a bare date that dates the document."""

_LONGEST_LINE = 60
_MONTH_IN_NUMBERS = re.compile(r"\W{0,3}(?P<said>(?P<label>[A-Za-z][A-Za-z ]{3,30}?)\s?[:–-]?\s?(?P<month>0?[1-9]|1[0-2])\s?[/.–-]\s?(?P<year>20\d\d))\W{0,3}")

KEYS = {
    "effective": "effective",
    "effectivedate": "effective",
    "dateeffective": "effective",
    "inforce": "effective",
    "validfrom": "effective",
    "updated": "last-updated",
    "update": "last-updated",
    "lastupdated": "last-updated",
    "lastupdate": "last-updated",
    "updatedat": "last-updated",
    "updateddate": "last-updated",
    "dateupdated": "last-updated",
    "lastmod": "last-updated",
    "lastmodified": "last-updated",
    "lastmodifiedat": "last-updated",
    "modified": "last-updated",
    "datemodified": "last-updated",
    "modifieddate": "last-updated",
    "revised": "last-updated",
    "lastrevised": "last-updated",
    "revisiondate": "last-updated",
    "lastreviewed": "other",
    "date": "other",
    "pubdate": "other",
    "published": "other",
    "publishdate": "other",
    "datepublished": "other",
    "publisheddate": "other",
    "created": "other",
    "createdat": "other",
    "datecreated": "other",
}
"""Front matter keys, without `_`, `-` and case."""

EXAMPLES = [
    Said("# Notice\n\nLast updated: 4 June 2021", "Last updated: 4 June 2021", {"role": "last-updated", "date": "2021-06-04"}),
    Said("# Notice\n\n*Effective June 4, 2021*", "Effective June 4, 2021", {"role": "effective", "date": "2021-06-04"}),
    Said("# Notice\n\n4 June 2021\n\nWe like plants.", "4 June 2021", {"role": "effective", "date": "2021-06-04"}),
    Said(
        "This notice was most recently amended in June 2021.",
        "This notice was most recently amended in June 2021",
        {"role": "last-updated", "date": "2021-06"},
    ),
    Said("| Effective |\n|---|\n| 2021-06-04 |", "2021-06-04", {"role": "effective"}),
    Said("---\nlast_updated: 2021-06-04\n---\n\nHello.", "2021-06-04", {"role": "last-updated", "date": "2021-06-04"}),
    Said("Members who joined after 4 June 2021 get a badge.", "4 June 2021", {"role": "other"}),
    Said("The Garden Act, effective 4 June 2021, lets you ask.", "4 June 2021", {"role": "other"}),
    Said("We like plants.", value=None),
]


@extractor("date", examples=EXAMPLES)
def dates(policy: Policy) -> Iterator[Claim]:
    """Every date in the text, and the dates of the front matter."""
    for entry in policy.front_matter:
        yield from _from_entry(entry)
    labelled = _labelled(policy)
    bare = _bare(policy)
    explicit = {role for roles in labelled.values() for role in roles} | {role for role in bare.values() if role}
    for match in policy.find(ANY_DATE):
        place = match.spans["date"]
        roles: dict[str, Span] = labelled.get(place, {})
        if not roles and place in bare and (bare[place] or not explicit & {"effective"}):
            roles = {bare[place] or "effective": place}
        for role, span in (roles or {"other": place}).items():
            yield _claim(match, role, span)
    yield from _months(policy)


def _months(policy: Policy) -> Iterator[Claim]:
    """Short lines that date the document by a month in numbers: "Last update: 04/2021"."""
    for block in policy.blocks:
        plain = block.text.plain
        if len(plain) > _LONGEST_LINE or block.kind == "code" or "20" not in plain:
            continue
        found = _MONTH_IN_NUMBERS.fullmatch(plain)
        role = _label(found["label"]) if found else ""
        if found and role:
            value = {"role": role, "date": f"{found['year']}-{int(found['month']):02}"}
            yield Claim("date", value, block.text.span(*found.span("said")), policy.sentences_of(block)[0])


def _claim(match: Match, role: str, span: Span) -> Claim:
    value = {"role": role, "date": match.slots["date"]}
    if role in ("published", "created"):
        value = {"role": "other", "date": match.slots["date"], "what": role}
    return Claim("date", value, span, match.sentence)


def _labelled(policy: Policy) -> dict[Span, dict[str, Span]]:
    """By the span of a date: the roles its label gives it, each with the span of label and date."""
    elsewhere = {(match.sentence, _end(match)) for match in policy.find(OF_SOMETHING_ELSE) if "date" in match.slots}
    others = {match.sentence for match in policy.find(OF_SOMETHING_ELSE) if "date" not in match.slots}
    found: dict[Span, dict[str, Span]] = {}
    for role, wordings in LABELS:
        for match in policy.find(wordings):
            if (match.sentence, _end(match)) in elsewhere or match.sentence in others:
                continue
            if not _of_the_document(policy, match):
                continue
            roles = found.setdefault(match.spans["date"], {})
            if wordings in WEAK and roles:
                continue
            roles[role] = min(match.span, roles.get(role, match.span))
    return found


def _end(match: Match) -> int:
    return match.spans["date"].end


def _of_the_document(policy: Policy, match: Match) -> bool:
    # a short line is a label; in a longer sentence the label must open it or follow the name of the document
    first, last = policy.words.range_of(match.sentence)
    if last - first <= LONGEST_LABEL or match.words[0] - first <= 1:
        return _closes(policy, match, last) or last - first <= LONGEST_LABEL
    before = policy.words.forms[max(first, match.words[0] - 12) : match.words[1]]
    return any(word in ("policy", "notice", "statement", "document", "page", "version", "declaration") for word in before)


def _closes(policy: Policy, match: Match, last: int) -> bool:
    # "Effective 4 June 2021, when you visit …" dates what follows, not the document
    return last - match.words[1] <= 3 or _next_character(policy, match) in ("", *".;|(·–—<\r\n")


def _next_character(policy: Policy, match: Match) -> str:
    # a label on a line of its own needs no full stop: the end of the line is its end
    end = match.span.end
    return policy.source.text[end : end + 40].lstrip(" \t*_)]\\")[:1]


def _bare(policy: Policy) -> dict[Span, str]:
    """By span, the dates that are all there is in a block, with the role the words above or beside them give, else ""."""
    found: dict[Span, str] = {}
    written = [block for block in policy.blocks if block.text.plain.strip()]
    order = {block.number: at for at, block in enumerate(written)}
    for match in policy.find(ANY_DATE):
        block = match.sentence.block
        if block.number not in order or not _alone(match):
            continue
        at = order[block.number]
        lines = policy.sentences_of(block)
        above = lines.index(match.sentence) - 1
        if above >= 0:
            role = _label_above(lines[above].text, ends_in_colon=True)
        else:
            role = _label(block.row_head) or _label(block.column_head)
            if not role and at:
                previous = written[at - 1]
                role = _label_above(previous.text.plain, ends_in_colon=previous.kind != "heading")
        if role or (len(lines) == 1 and _dates_the_document(written, at)):
            found[match.spans["date"]] = role
    return found


def _alone(match: Match) -> bool:
    """Whether the sentence of a date says no more than the date."""
    start, end = match.plain
    sentence, plain = match.sentence, match.sentence.block.text.plain
    rest = plain[sentence.start : start] + " " + plain[end : sentence.end]
    return not set(_words(_ATTRIBUTES.sub("", rest))) - NO_LABEL_WORDS


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[^a-z]+", text.lower()) if word]


def _label(text: Text | str | None) -> str:
    words = set(_words(str(text))) if text else set()
    if words & EFFECT_WORDS:
        return "effective"
    return "last-updated" if words & CHANGE_WORDS else ""


def _label_above(text: str, *, ends_in_colon: bool) -> str:
    words = _words(text)
    if len(words) > 8 or (ends_in_colon and not text.rstrip().endswith(":")):
        return ""
    return _label(text)


def _dates_the_document(written: list[Block], at: int) -> bool:
    block = written[at]
    if block.kind == "cell":
        return False
    above = written[:at]
    # a second title starts another document, whose date is not the date of this one
    near_top = at < NEAR_TOP and sum(len(other.text.plain) for other in above) < 600 and _opens(above)
    at_end = at >= len(written) - 2 and not any(other.kind == "heading" for other in written[at:])
    return near_top or at_end


def _opens(above: list[Block]) -> bool:
    return not above or above[-1].kind == "heading" or len(above) <= 2


def _from_entry(entry: Entry) -> Iterator[Claim]:
    key = re.sub(r"[^a-z]", "", entry.key.rsplit(".", 1)[-1].lower())
    date = _iso(entry.value)
    if key not in KEYS or not date:
        return
    value = {"role": KEYS[key], "date": date}
    if KEYS[key] == "other":
        value["what"] = "created" if "created" in key else "reviewed" if "review" in key else "published"
    yield Claim("date", value, entry.span, None)


_ATTRIBUTES = re.compile(r"\{:[^{}]{0,200}\}")
_ISO_DATE = re.compile(r"\s{0,3}(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])")
_NAMED = re.compile(r"\s{0,3}(?:([A-Za-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?|(\d{1,2})(?:st|nd|rd|th)?\s([A-Za-z]{3,9})\.?,?)\s(\d{4})\b")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _iso(value: Any) -> str:
    """A front matter value as an ISO date, or "" when it is none."""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = str(value)
    found = _ISO_DATE.match(text)
    if found:
        return "-".join(part for part in found.groups() if part)
    named = _NAMED.match(text)
    month = (named[1] or named[4]).lower()[:3] if named else ""
    if named and month in _MONTHS:
        return f"{named[5]}-{_MONTHS.index(month) + 1:02}-{int(named[2] or named[3]):02}"
    return ""
