"""
Definitions: what the policy says its own words mean, and what it counts as personal data or not.

`term` is the term as written; `includes` and `excludes` are the things named. `sort` is "personal" or "non-personal"
for a statement on whether something is personal data ("non-personal information such as your IP address"), and
"identifying" for one that it serves to identify people; there the things are identifiers: IP address, device identifier,
cookie identifier, precise location, user name. A statement bound
to some law or case ("in some countries", "by itself") is no such claim, nor is one on a shortened or hashed form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Block, Claim, Match, Phrases, Policy, Said, Sentence, extractor

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

IDENTIFIERS = {
    "IP address": phrases(en=["[your|the] [computer's|device's] (ip|internet protocol) [ip|protocol] (address|addresses|number|numbers)"]),
    "device identifier": phrases(
        en=[
            "[unique] (device|hardware|mobile|advertising|handset) (id|ids|identifier|identifiers) [(number|numbers)]",
            "(idfa|idfv|gaid|imei|udid|mac address|mac addresses|android id)",
        ]
    ),
    "cookie identifier": phrases(en=["cookie (id|ids|identifier|identifiers)", "(persistent|online) (identifier|identifiers)"]),
    "precise location": phrases(en=["(precise|exact|gps) [geo] (location|geolocation|coordinates|position)"]),
    "user name": phrases(en=["(username|usernames|user name|user names|screen name)"]),
}
"""Things that single a person or a device out, as messages call them."""

_INFO = "(data|information|info|details)"
_PERSONAL = f"(personal|personally identifiable|personally identifying|personally identification|individually identifiable) {_INFO}"
_NON = f"(non personal|nonpersonal|non personally identifiable|non personally identifying|non identifying|non identifiable|anonymous) [identification|usage|technical|browsing|identifiable] {_INFO}"
_NO = f"(not|never) ...3!(if|shared|sold|linked|used|combined|collected|stored|associated|your|any) {_PERSONAL}"
_LEADS = "(such as|including|includes|include|like|means|mean|consists of|e g|namely|for example|for instance|comprises|are|is|covers|refers to)"

_PERSONAL_LEADS = phrases(
    en=[
        f"{_PERSONAL} ...10!(not|no|but|however|non|or|other|with|if|and|than|about|collected|policy) [not limited to] [may] {_LEADS}",
        f"(collect|process|gather|store|hold|record|log) [about you|from you] (the following|these) [categories of|types of|kinds of] [your] {_PERSONAL}",
        f"^ [the] [types of|categories of|kinds of] {_PERSONAL} (processed|collected|recorded|concerned|stored) [automatically|by us] !(is|are|by|from|will|may|in|for|through|when|under|on|with|about|as|on|via)",
        f"{_PERSONAL} [that|which] [we] [may|also|will] (collect|process|gather|receive|obtain) [about you|from you] [may|can] (include|includes|is|are|such as)",
    ]
)
_LIST_LEADS = phrases(en=[f"^ (what|which) {_PERSONAL} (do|does) (we|our ...1|the ...1) (collect|process|gather|store|record)", f"{_PERSONAL} [that|which] [we] [may|also] [collect|process|gather|receive] [about you|from you] $", f"following ...4!(non|not|no) {_PERSONAL}"])
_NON_LEADS = phrases(
    en=[
        f"{_NON} ...10!(not|no|but|however|personal|or|combine~|with|and|if|than|from) [may] {_LEADS}",
        f"{_INFO} (that|which) (is|are) (not|never) [considered|regarded as|itself] ({_PERSONAL}|personal|identifying|personally identifiable|personally identifying) [in nature] ...2 (such as|including|includes|include|like|e g|for example|namely)",
        f"^ [(other|further|additional)] {_INFO} (that|which) (is|are) (not|never) [considered|regarded as] {_PERSONAL}",
        f"(non personal|nonpersonal|anonymous|non identifying) [usage|technical] {_INFO} (collected|recorded|logged|gathered) !(is|are|by|from|may|will|about|on|through)",
        f"{_INFO} (that|which) (cannot|can't) [by itself|reasonably|be used to] [personally|directly] identify ...3 {_LEADS}",
        f"{_INFO} that (does|do|cannot|can) not [by itself|reasonably|be used to] [personally|directly] identify ...6 {_LEADS}",
    ]
)
_PERSONAL_AFTER = phrases(
    en=[
        f"(and|or) [any|all] other {_PERSONAL}",
        f"(is|are) [also|always|all] [considered|regarded as|treated as|deemed|classed as|considered to be] [a|form of|to be|your] {_PERSONAL}",
        f"(constitute|constitutes|qualify as|qualifies as|counts as|count as) {_PERSONAL}",
    ]
)
_NON_AFTER = phrases(
    en=[
        f"which (is|are) [all|considered|regarded as] {_NON}",
        f"which (is|are) {_NO}",
        f"(is|are|as|considered|constitutes|constitute) {_NO}",
        "(is|are) (not|never) (personally identifiable|personally identifying|personally identifiable in nature|personal in nature)",
        "(and|or) (similar|further|comparable) (anonymous|non personal|non identifying|non personally identifiable) [usage] (data|information|statistics)",
        f"(do|does) (not|never) (constitute|qualify as|count as|amount to) {_PERSONAL}",
        f"(is|are|constitutes|considered|as|be) [all|only|purely|considered|treated as] ({_NON}|anonymous|non personal)",
        "(and|or) other (anonymous|non personal|non identifying|non personally identifiable) [usage] (data|information|statistics)",
        "(do|does|cannot|can) (not|never) [be used to] [personally|directly] identify (you|users|a person|individuals|any individual|an individual|any person|anyone)",
        "cannot [be used to] [personally] identify (you|users|a person|individuals|any individual|an individual|any person|anyone)",
    ]
)
_BARE = {"personal": phrases(en=[_PERSONAL]), "non-personal": phrases(en=[_NON])}
"""A sort right before a colon or a bracket with what belongs to it: "personal data: name, IP address"."""
_REGARD = phrases(en=["(treat~|regard~|consider~|deem~|class|classes|classify|view|count~)"])
_REGARDED = phrases(en=[f"(as|to be) [a form of|also|always] {_PERSONAL}"])
"""What an identifier is regarded as: "we treat IP addresses as personal data"; where it is denied, as the opposite."""
_IDENTIFIES = phrases(
    en=[
        "(use|uses|used|using|need|process|record~|log|collect~) ...3!(not|never|without) {identifier} ...8!(not|never|without|cannot|other) (to [help] [uniquely|personally] (identify|recognise|recognize)|for identifying) (you|users|visitors|individuals|customers|members) !(location|device|computer|browser|country)".replace(
            "{identifier}", "(ip|internet protocol) address~"
        ),
        "(ip|internet protocol) address~ (can|could|may) [be used to] identify (you|users|individuals|a person|people)",
        "(by|via|through|using|with) [means of] [(your|the)] (ip|internet protocol) address~ ...3!(not|cannot|never|no) (identify|recognise|recognize) (you|users|visitors|members|individual)",
        "(identify|recognise|recognize) (you|users|visitors|members) (by|through|via|from|with) [your|their|the] (ip|internet protocol) address~",
    ]
)
"""What says that an IP address serves to identify people."""
_TITLE = phrases(
    en=[
        f"{_PERSONAL} [that|which] [we|are|is|may|be] [we] [may|have] (collect~|process~|gather~|hold~)",
        f"(categories|types|kinds) of [your] {_PERSONAL} [that|which] [we] [have|may]",
    ]
)
"""A heading, or the opening of a section, under which every thing collected is personal data."""
_COLLECTED = phrases(en=["(we|us|our servers|also|automatically) ...4!(not|never|from) (collect~|gather~|record~|log|logs|receive~|obtain~)", "^ [we] (collect~|process~)"])
_NEGATED = phrases(en=["{not}", "(non personal|nonpersonal)"])
_OTHER_FORM = phrases(
    en=["(aggregat*|anonymised|anonymized|anonymise|anonymize|anonymisation|anonymization|truncat*|mask*|hash*|shorten*|de identified|deidentified|pseudonymi*|obfuscat*|abbreviated)"]
)
_BOUND = phrases(
    en=[
        "(some|certain|other|many) (jurisdictions|countries|regions|cases|circumstances|laws|states|instances)",
        "(in|under|by|per|where|pursuant to) ...4 (gdpr|ccpa|law|laws|jurisdiction~|regulation~|legislation|act)",
        "(unless|to the extent|depending on|may be considered|could be considered|may constitute|may also be|might be)",
        "(if|when|where) ...5 (combined|linked|used|applicable|required|considered|associated|connected|joined|merged|stored)",
        "(by (itself|themselves)|alone|on (its|their) own|not necessarily|not usually|directly|together with|standing alone|disconnected)",
    ]
)

_QUOTES = "“\"«„"
_MEANS = re.compile(
    rf"[{_QUOTES}](?P<term>[^“”\"«»„\n]{{2,60}}?)[,.]?[”\"»]\s(?:also\s|shall\s|will\s|does\s|do\s)?(?P<how>not\sinclude|means?|refers?\sto|includes?|excludes?|is\sdefined\sas|is|are)\b:?(?P<what>[^.;\n]{{3,400}})"
)
_COLLECTIVELY = re.compile(rf"\((?:collectively|together|each|jointly|in short)[,:]?\s(?:the\s|our\s)?[{_QUOTES}](?P<term>[^“”\"«»„\n()]{{2,60}}?)[,.]?[”\"»]\)")
_ALIAS = re.compile(rf"\((?:the\s|our\s)?[{_QUOTES}](?P<term>[^“”\"«»„\n()]{{2,40}}?)[,.]?[”\"»](?:[^()]{{0,60}})\)")
_PART = re.compile(r",\s?(?:and|or)\s|,\s|\s(?:and|or)\s")
_LEAD_IN = re.compile(r"(?:.*\b(?:such\sas|including|includes?|like|use\sof|of|with)\s)?(?:the\s|our\s|your\s|any\s)?(.*)", re.S)
_MOST_PARTS = 20

_EXAMPLES = (
    Said(
        "We collect non-personal information such as your IP address.",
        at="non-personal information such as your IP address",
        value={"sort": "non-personal", "includes": ["IP address"]},
    ),
    Said(
        "Your device ID is personal data.",
        at="device ID is personal data",
        value={"sort": "personal", "includes": ["device identifier"]},
    ),
    Said(
        '"Usage Data" means clicks, searches and page views.',
        at='"Usage Data" means clicks, searches and page views',
        value={"term": "Usage Data", "includes": ["clicks", "searches", "page views"], "excludes": []},
    ),
    Said("We treat IP addresses as personal data.", "IP addresses as personal data", {"sort": "personal"}),
    Said("We use your IP address to identify you.", "use your IP address to identify you", {"sort": "identifying"}),
    Said("In some countries an IP address is personal data.", value=None),
)

# --- definitions -----------------------------------------------------------------------------------------------------


class _Sort(NamedTuple):
    """Personal or not: the words before and after a thing that say so."""

    name: str
    leads: Phrases
    after: Phrases


_SORTS = (_Sort("personal", _PERSONAL_LEADS, _PERSONAL_AFTER), _Sort("non-personal", _NON_LEADS, _NON_AFTER))


@extractor("definition", examples=_EXAMPLES)
def definitions(policy: Policy) -> Iterator[Claim]:
    """What quoted terms mean, and which identifiers are called personal data or not."""
    yield from _terms(policy)
    yield from _sorted(policy)


def _terms(policy: Policy) -> Iterator[Claim]:
    for sentence in policy.sentences:
        if sentence.block.kind in ("heading", "code") or not any(mark in sentence.text for mark in _QUOTES):
            continue
        text = sentence.text
        for found in _MEANS.finditer(text):
            parts = _parts(found["what"])
            outside = found["how"].startswith(("not", "exclude"))
            value = {"term": found["term"], "includes": [] if outside else parts, "excludes": parts if outside else []}
            yield _claim(policy, sentence, found.start(), found.end(), value)
        for pattern in (_COLLECTIVELY, _ALIAS):
            for found in pattern.finditer(text):
                before = text[max(0, found.start() - 300) : found.start()].rstrip(" ,")
                parts = _parts(before)[-_MOST_PARTS:] if pattern is _COLLECTIVELY else []
                yield _claim(policy, sentence, found.start(), found.end(), {"term": found["term"], "includes": parts, "excludes": []})


def _claim(policy: Policy, sentence: Sentence, start: int, end: int, value: dict[str, object]) -> Claim:
    span = sentence.block.text.span(sentence.start + start, sentence.start + end)
    return Claim("definition", {**value, "sort": None}, span, sentence, scope=scope.scope_of(policy, sentence))


def _parts(text: str) -> list[str]:
    parts = [part.strip(" :()\t\r\n") for part in _PART.split(text)[:_MOST_PARTS]]
    if parts:
        lead = _LEAD_IN.match(parts[0])
        parts[0] = (lead[1] if lead else parts[0]).strip()
    return [part for part in parts if part]


# --- personal or not -------------------------------------------------------------------------------------------------


def _sorted(policy: Policy) -> Iterator[Claim]:
    """One claim for each sentence and sort, with every identifier it names."""
    said: dict[tuple[int, str], list[tuple[str, tuple[int, int]]]] = {}
    for match in policy.find(_IDENTIFIES):
        if _speaks(policy, match.sentence) and scope.is_statement(policy, match.sentence) and not scope.denied(policy, match):
            said.setdefault((match.sentence.number, "identifying"), []).append(("IP address", match.words))
    for name, wanted in IDENTIFIERS.items():
        for match in policy.find(wanted):
            if not _speaks(policy, match.sentence):
                continue
            for sort in _SORTS:
                words = _said_of(policy, match, sort)
                if words:
                    said.setdefault((match.sentence.number, sort.name), []).append((name, words))
                    break
    for (number, sort_name), things in sorted(said.items()):
        sentence = policy.sentences[number]
        span = policy.words.span(min(words[0] for _, words in things), max(words[1] for _, words in things))
        value = {
            "term": "non-personal data" if sort_name == "non-personal" else "personal data",
            "includes": list(dict.fromkeys(name for name, _ in things)),
            "excludes": [],
            "sort": sort_name,
        }
        yield Claim("definition", value, span, sentence, scope=scope.scope_of(policy, sentence))


def _speaks(policy: Policy, sentence: Sentence) -> bool:
    return not (
        sentence.block.kind in ("heading", "code")
        or sentence.text.rstrip().endswith("?")
        or scope.found(policy, _OTHER_FORM, sentence)
        or scope.found(policy, _BOUND, sentence)
    )


def _said_of(policy: Policy, match: Match, sort: _Sort) -> tuple[int, int] | None:
    """The words that sort an identifier, itself among them; None when nothing sorts it so."""
    lead = next(
        (lead for lead in reversed(scope.found(policy, sort.leads, match.sentence)) if _leads(policy, lead, match, sort)), None
    )
    if lead:
        return lead.words[0], match.words[1]
    bare = next((one for one in scope.found(policy, _BARE[sort.name], match.sentence) if _opens_list(policy, one, match, sort)), None)
    if bare:
        return bare.words[0], match.words[1]
    ends = (end for end in scope.found(policy, sort.after, match.sentence) if _follows(policy, match, end))
    end = next((end for end in ends if sort.name != "personal" or not scope.denied(policy, end)), None)
    if end:
        return match.words[0], end.words[1]
    regarded = next((one for one in scope.found(policy, _REGARDED, match.sentence) if _follows(policy, match, one)), None)
    if regarded and scope.found(policy, _REGARD, match.sentence) and scope.denied(policy, regarded) == (sort.name != "personal"):
        return match.words[0], regarded.words[1]
    if _in_list(policy, match, sort) or (sort.name == "personal" and _under_title(policy, match)):
        return match.words
    return None


def _leads(policy: Policy, lead: Match, match: Match, sort: _Sort) -> bool:
    if not 0 <= match.words[0] - lead.words[1] <= 40:
        return False
    # "non-personal information" holds the words "personal information"
    return sort.name != "personal" or policy.words.forms[lead.words[0] - 1] not in ("non", "not", "no")


def _opens_list(policy: Policy, bare: Match, match: Match, sort: _Sort) -> bool:
    """Whether the words stand before a colon or a bracket, with the identifier in the list behind it."""
    words = policy.words
    if not 0 <= match.words[0] - bare.words[1] <= 30 or {*words.forms[bare.words[1] : match.words[0]]} & {"not", "never", "no", "non", "anonymous"}:
        return False
    plain = bare.sentence.block.text.plain
    gap = plain[words.plain(bare.words[1] - 1)[1] : words.plain(bare.words[1])[0]]
    if ":" not in gap and "(" not in gap:
        return False
    if "(" in gap and ")" in plain[words.plain(bare.words[1])[0] : words.plain(match.words[0])[0]]:
        return False
    return (sort.name != "personal" or words.forms[bare.words[0] - 1] not in ("non", "not", "no")) and not scope.denied(policy, bare)


def _follows(policy: Policy, match: Match, end: Match) -> bool:
    between = policy.words.forms[match.words[1] : end.words[0]]
    return 0 <= end.words[0] - match.words[1] <= 6 and not {"but", "which", "we", "you", "your", "personal"} & {*between}


def _in_list(policy: Policy, match: Match, sort: _Sort) -> bool:
    """Whether it opens an item of a list whose introduction says so."""
    intro = match.sentence.block.intro
    if intro is None or match.words[0] - policy.words.range_of(match.sentence)[0] > 12 or scope.denied(policy, match):
        return False
    for lead in policy.sentences_of(intro)[-1:]:
        for found in (*scope.found(policy, sort.leads, lead), *scope.found(policy, _LIST_LEADS, lead)):
            if not scope.found(policy, _BOUND, lead) and (sort.name == "personal" or found.wording not in _LIST_LEADS.wordings["en"]):
                return sort.name != "personal" or policy.words.forms[found.words[0] - 1] not in ("non", "not", "no")
    return False


def _under_title(policy: Policy, match: Match) -> bool:
    """Whether it is collected in a section that lists the personal data that is collected."""
    sentence, heading = match.sentence, match.sentence.section.heading
    collected = scope.found(policy, _COLLECTED, sentence)
    if heading is None or not any(0 <= match.words[0] - one.words[1] <= 20 for one in collected):
        return False
    if scope.found(policy, _NON_LEADS, sentence) or scope.denied(policy, match) or not scope.is_statement(policy, sentence):
        return False
    opening = [*policy.sentences_of(heading), *_opening(policy, heading)]
    return any(scope.found(policy, _TITLE, one) and not scope.found(policy, _NEGATED, one) for one in opening)


def _opening(policy: Policy, heading: Block) -> tuple[Sentence, ...]:
    number = heading.number + 1
    return policy.sentences_of(policy.blocks[number])[:1] if number < len(policy.blocks) else ()
