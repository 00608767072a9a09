"""
Reads who is who: the controller, its data protection officer and representative, and those who receive or process data.

`role` is controller, dpo, representative, processor or recipient; `name` is the name as written, or null for an officer
who is only mentioned. A dpo has a `title` ("Privacy Officer"), processors and recipients say what they are used for
(`for`). `defines` is true for a controller whose name is set equal to "we", or called the controller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from privacylint.api import Claim, Match, Policy, Said, Sentence, Span, extractor

from privacylint_rules.occurs import sentences_with
from privacylint_rules.scope import denied, found
from privacylint_rules.services import COMMON_WORDS, SERVICES
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

ORGANISATION = phrases(en=["<organisation>"])

NAME_FOLLOWS = phrases(
    en=[
        "(operated | owned | run | provided | developed | published | maintained | offered | made | created | built | brought to you) [and (operated | run | maintained | managed | published | developed)] by [the]",
        "[data] controller [of (your | the | this) [personal] (data | information)] [(within | for | under) ...8] is [the]",
        "[data] controller [is] [:]",
        "(controller | company | person | entity | organisation | organization) responsible for ...8 is [the]",
        "(references | reference) to ...8 (refer | refers | mean | means) [to] [the]",
        "(we | us) ...4 (refer | refers | mean | means) [to] [the]",
        "privacy (practices | policy | notice | statement) of [the]",
        "^ (developer | company | operator | publisher | owner | business name | company name | legal entity | maintainer | app developer) [name]",
        "(explains | describes | sets out | discloses) ...3 how [the]",
    ]
)
"""Words after which the name of the controller stands."""
NAME_PRECEDES = phrases(
    en=[
        "(is | acts as | act as | as | are | be) [a | the | your | our | joint] [joint | sole] [data] controller~ !(under)",
        "(takes | respects | values | is committed | knows | recognizes | recognises | is responsible for | collects | operates | processes | cares about) [to] [your | the | that | personal | our]",
        "(who is) [the] [data] controller",
    ]
)
"""Words before which the name of the controller stands."""
GREETING = phrases(en=["welcome to [the]", "^ at !(the | any | your | our | this)", "thank you for (using | visiting | choosing) [the]", "privacy policy for [the]"])
STRONG = ("controller", "responsible", "refer", "mean")
"""Wordings with one of these say outright who the controller is."""

OFFICER = phrases(
    en=[
        "data protection officer",
        "DPO",
        "[chief | corporate | company | data] privacy [compliance] officer",
        "data (protection | privacy) (manager | lead | coordinator | delegate | representative)",
        "information officer",
    ]
)
NO_OFFICE = frozenset(("commissioner", "commissioner's", "office", "authority"))
REPRESENTATIVE = phrases(
    en=[
        "(EU | UK | EEA | european | union | swiss | GDPR | article 27 | data protection) representative",
        "representative (in | for | within) [the] <place>",
        "representative (pursuant to | under | in accordance with) (article | art) 27",
    ]
)
GIVING = phrases(
    en=[
        "{share}",
        "{use}",
        "{sell}",
        "(provider~ | processor~ | sub processor~ | subprocessor~ | vendor~ | supplier~ | partner~ | third party | third parties | contractor~ | recipient~)",
        "(host~ | integrate~ | power~ | rely | relies | embed~ | pay~ | payment~ | via | through | analytics | tool~ | cookie~ | api | sdk | plugin~ | service~)",
    ]
)
PROCESSING = phrases(
    en=["on our behalf", "(processor~ | subprocessor~ | sub processor~ | service provider~ | vendor~)", "we [also | currently] (use | rely on | work with)", "host~"],
)

EXAMPLES = [
    Said('Fern Ltd ("we") grows plants.', "Fern Ltd", {"role": "controller", "name": "Fern Ltd", "defines": True}),
    Said("This site is run by Moss Garden.", "Moss Garden", {"role": "controller", "name": "Moss Garden"}),
    Said("Our Data Protection Officer is glad to help.", "Data Protection Officer", {"role": "dpo", "title": "Data Protection Officer"}),
    Said("We use Stripe to take payments.", "Stripe", {"role": "processor", "name": "Stripe", "for": "payments"}),
    Said("We have not appointed a data protection officer.", "data protection officer", {"role": "dpo"}, denied=True),
    Said("We like plants.", value=None),
]

# --- code ------------------------------------------------------------------------------------------------------------

_WE = re.compile(
    r"\s?\((?=[^()]{0,120}[\"“”'‘’*_](?:we|us|our|company|the company|the controller)\b)[^()]{1,180}\)|\s?\((?:hereinafter|hereafter)[^()]{1,80}\)|\s?\(that[’']s us\)", re.I
)
_WORD = r"[A-Z0-9À-Þ][\w&'’.+-]{0,30}"
_PART_OF_NAME = re.compile(r"\d+|[^\W\d_]+")
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:of|and|the|for|de|der|&)\s)?{_WORD}){{0,5}}")
_NAME_AT_END = re.compile(rf"(?<![\w.])({_WORD}(?:\s(?:(?:of|the|for|de|der|&)\s)?{_WORD}){{0,4}}?)(?:,?\s(?:and|with|including|together|along|a|an|its|which)\s[^.;]{{0,80}})?,?\s?$")
_ALIAS = re.compile(r"\.?\s?\([\"“'‘][^()]{1,60}\)")
_OPENING_COMMA = re.compile(rf"\s{{0,2}}({_NAME.pattern}),\s[a-z]")
_OPENING = re.compile(rf"({_NAME.pattern})\s(?:takes|respects|values|is\s(?:committed|a|an|the)|cares|recogni[sz]es|understands|believes)\b")
_TITLE = re.compile(rf"({_NAME.pattern})(?:[’']s?)?\s(?:[Pp]rivacy|PRIVACY|[Dd]ata [Pp]rotection)\s(?:[Pp]olicy|[Nn]otice|[Ss]tatement|POLICY)")
_NO_NAME = frozenset(
    (
        "the", "this", "these", "our", "we", "us", "you", "your", "it", "a", "an", "in", "if", "when", "as", "at", "by", "for", "welcome", "privacy", "policy",
        "notice", "statement", "data", "personal", "information", "company", "service", "services", "site", "website", "app", "application", "gdpr", "eu", "uk",
        "european", "please", "all", "any", "that", "who", "he", "she", "they", "each", "no", "article", "section", "i", "and", "or", "such", "users", "children", "there", "what", "how",
        "also", "however", "here", "where", "responsible", "where", "which", "some", "other", "general", "regulation", "protection", "contact", "address", "email", "name", "controller",
        "user", "others", "account", "commission", "customer", "child", "extension", "solution", "group", "network", "obligations", "subscriber", "member", "purpose", "consent", "trade",
    )
)  # fmt: skip


@extractor("party", examples=EXAMPLES)
def parties(policy: Policy) -> Iterator[Claim]:
    """Everyone the policy names with a part to play."""
    yield from _controllers(policy)
    yield from _officers(policy)
    yield from _representatives(policy)
    yield from _recipients(policy)


# --- the controller --------------------------------------------------------------------------------------------------


class Name(NamedTuple):
    """A name in a sentence: where it stands in the plain text of the block, and whether it is set equal to "we"."""

    sentence: Sentence
    start: int
    end: int
    defines: bool
    written: str = ""


def _controllers(policy: Policy) -> Iterator[Claim]:
    seen: set[Span] = set()
    title = next((block.text.plain.lower() for block in policy.blocks if block.kind == "heading"), "")
    names = [*_defined(policy), *_named_after(policy), *_named_before(policy)] or list(_hinted(policy))
    for name in names:
        span = name.sentence.block.text.span(name.start, name.end)
        written = name.written or name.sentence.block.text.plain[name.start : name.end]
        if span in seen or (not name.defines and written.lower() in _service_names() and written.lower() not in title):
            continue
        seen.add(span)
        yield Claim("party", {"role": "controller", "name": written, "defines": name.defines}, span, name.sentence)


def _defined(policy: Policy) -> Iterator[Name]:
    """`Fern Ltd ("we", "us")`: every company named before the bracket, else the name that ends there."""
    for sentence in policy.sentences:
        if sentence.block.text.plain.find("(", sentence.start, sentence.end) < 0:
            continue
        for bracket in _WE.finditer(sentence.text):
            at = sentence.start + bracket.start()
            companies = [one for one in _companies(policy, sentence) if one.end <= at]
            if companies and at - companies[-1].end < 160:
                yield from (one._replace(defines=True) for one in companies if at - one.end < 200)
                break
            name = _NAME_AT_END.search(sentence.block.text.plain, max(sentence.start, at - 160), at)
            if name and _is_name(name[1]):
                yield Name(sentence, *_trimmed(sentence, name.start(1), name.end(1)), True)
            break


def _hinted(policy: Policy) -> Iterator[Name]:
    """Where nothing says who is responsible: a company with a short name of its own, a greeting, the title."""
    for match in policy.find(ORGANISATION)[:1]:
        sentence = match.sentence
        for one in _companies(policy, sentence):
            if _ALIAS.match(sentence.block.text.plain, one.end, sentence.end) or one.start - sentence.start <= 1:
                yield one
        return
    for match in policy.find(GREETING):
        name = _NAME.match(match.sentence.block.text.plain, match.plain[1] + 1, match.sentence.end)
        if name and _is_name(name[0]):
            yield Name(match.sentence, *_trimmed(match.sentence, name.start(), name.end()), False)
            return
    for sentence in policy.sentences[:12]:
        opening = _OPENING.match(sentence.text) or _TITLE.match(sentence.text)
        if opening and _is_name(opening[1]):
            start, end = sentence.start + opening.start(1), sentence.start + opening.end(1)
            yield Name(sentence, *_trimmed(sentence, start, end), False)
            return


def _companies(policy: Policy, sentence: Sentence) -> list[Name]:
    found_here = found(policy, ORGANISATION, sentence)
    names = [Name(sentence, *_trimmed(sentence, *match.plain), False, match.slots["organisation"]) for match in found_here]
    # at the end of a sentence "Ltd." is "Ltd" and a full stop
    return [one._replace(written=one.written.rstrip(".")) if sentence.end - one.end <= 1 else one for one in names]


def _named_after(policy: Policy) -> Iterator[Name]:
    for match in policy.find(NAME_FOLLOWS):
        sentence, plain = match.sentence, match.sentence.block.text.plain
        start = match.plain[1]
        # a label stands alone in front of its name
        opening = re.match(r"[\s:*_\"“”']{1,6}", plain[start : sentence.end])
        if opening is None:
            continue
        start += opening.end()
        defines = any(word in match.text for word in STRONG)
        company = next((one for one in _companies(policy, sentence) if one.start == start), None)
        name = _NAME.match(plain, start, sentence.end)
        if company:
            yield company._replace(defines=defines)
        elif name and _is_name(name[0]) and not _is_label(policy, match, plain, start):
            yield Name(sentence, *_trimmed(sentence, name.start(), name.end()), defines)


def _is_label(policy: Policy, match: Match, plain: str, start: int) -> bool:
    # "Developer Fern" is a label only with a colon between; "controller Fern" names someone only with "is"
    first = policy.words.forms[match.words[1] - 1]
    return first not in ("by", "is", "to", "mean", "means", "the", "of", "how") and ":" not in plain[match.plain[1] : start]


def _named_before(policy: Policy) -> Iterator[Name]:
    for match in policy.find(NAME_PRECEDES):
        sentence, at = match.sentence, match.plain[0]
        defines = "controller" in match.text
        companies = [one for one in _companies(policy, sentence) if 0 <= at - one.end <= 2]
        if companies:
            yield companies[-1]._replace(defines=defines)
        elif defines:
            plain = sentence.block.text.plain
            # "Fern Garden, based in Leeds, is the controller"
            name = _OPENING_COMMA.match(plain, sentence.start, at) or _NAME_AT_END.search(plain, max(sentence.start, at - 120), at)
            if name and (name.end(1) >= at - 2 or name.re is _OPENING_COMMA) and _is_name(name[1]):
                yield Name(sentence, *_trimmed(sentence, name.start(1), name.end(1)), True)


def _is_name(text: str) -> bool:
    words = [word.strip(".,'’").lower() for word in text.split()]
    return any(word not in _NO_NAME and not word.isdigit() for word in words) and words[-1] not in _NO_NAME and words[-1] not in ("we", "us")


def _trimmed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Without words such as "At" or "The" in front, and without a full stop behind that is not the name's own."""
    plain = sentence.block.text.plain
    while True:
        first = plain[start:end].split(" ", 1)
        if len(first) == 2 and first[0].lower() in _NO_NAME:
            start += len(first[0]) + 1
        else:
            break
    while plain[end - 1 : end] in (".", ",", "-", "'", "’") and end - start > 1:
        end -= 1
    return start, end


# --- officer and representative --------------------------------------------------------------------------------------

_PERSON = re.compile(r"(?:\s?\((?:the\s)?[\"“]?DPO[\"”]?\))?(?:\s?:\s?|\sis\s|\s[-–—]\s)((?:(?:Dr|Mr|Ms|Mrs|Prof)\.?\s)?[A-ZÀ-Þ][\w'’-]{1,20}(?:\s[A-ZÀ-Þ]\.)?(?:\s[A-ZÀ-Þ][\w'’-]{1,20}){1,2})(?=[\s,.;(<]|$)")


def _officers(policy: Policy) -> Iterator[Claim]:
    past = -1
    for match in policy.find(OFFICER):
        if match.words[0] < past and match.text.lower() == "dpo":
            continue
        if match.words[0] < past - 3 or policy.words.forms[match.words[1]] in NO_OFFICE:
            continue
        # "Data Protection Officer (DPO)" names one office
        past = match.words[1] + 3
        plain = match.sentence.block.text.plain
        person = _PERSON.match(plain, match.plain[1], min(match.sentence.end, match.plain[1] + 90))
        name = person[1] if person and _is_name(person[1]) else None
        value: dict[str, Any] = {"role": "dpo", "name": name, "title": _title(match)}
        yield Claim("party", value, match.span, match.sentence, denied=denied(policy, match))


def _title(match: Match) -> str:
    words = match.text.split()
    return "Data Protection Officer" if match.text.lower() == "dpo" else " ".join(word[:1].upper() + word[1:].lower() for word in words)


def _representatives(policy: Policy) -> Iterator[Claim]:
    for match in policy.find(REPRESENTATIVE):
        companies = _companies(policy, match.sentence)
        after = [one for one in companies if one.start >= match.plain[1]]
        chosen = (after or companies)[:1]
        span = match.span
        name = None
        if chosen:
            name = chosen[0].written
            span = match.sentence.block.text.span(chosen[0].start, chosen[0].end)
        yield Claim("party", {"role": "representative", "name": name}, span, match.sentence, denied=denied(policy, match))


# --- recipients ------------------------------------------------------------------------------------------------------


@cache
def _service_names() -> frozenset[str]:
    names = {name.lower() for names in SERVICES.values() for name in names}
    return frozenset(names | {f"{name} {form}" for name in names for form in ("inc.", "inc", "llc", "corporation", "ab", "ireland limited")})


@cache
def _services() -> dict[str, list[tuple[str, str]]]:
    """By first word: the names that begin so, and what each is for; longest names first."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for purpose, names in SERVICES.items():
        for name in names:
            first = _PART_OF_NAME.search(name.lower())
            if first:
                by_word.setdefault(first[0], []).append((name, purpose))
    for known in by_word.values():
        if len(known) > 1:
            known.sort(key=lambda service: -len(_words_of(service[0])))
    return by_word


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(_PART_OF_NAME.findall(name.lower()))


def _recipients(policy: Policy) -> Iterator[Claim]:
    by_word = _services()
    words = policy.words
    for sentence in sentences_with(policy, by_word):
        first, after = words.range_of(sentence)
        past = first
        role: str | None = None
        for word in [word for word in range(first, after) if words.forms[word] in by_word]:
            service = _service_at(policy, word, first, by_word[words.forms[word]]) if word >= past else None
            if service is None:
                continue
            parts, name, purpose = service
            role = role or _role(policy, sentence)
            if role != "none":
                yield Claim("party", {"role": role, "name": name, "for": purpose}, words.span(word, word + len(parts)), sentence)
            past = word + len(parts)


def _service_at(policy: Policy, word: int, first: int, known: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], str, str] | None:
    words = policy.words
    for name, purpose in known:
        parts = _words_of(name)
        if tuple(words.forms[word : word + len(parts)]) != parts:
            continue
        raw = words.raw(word)
        if name[:1].isupper() and not raw[:1].isupper():
            continue
        if len(parts) == 1 and parts[0] in COMMON_WORDS and word == first and words.range_of(words.sentence_at(word))[1] - first > 1:
            continue
        return parts, name, purpose
    return None


def _role(policy: Policy, sentence: Sentence) -> str:
    """processor, recipient, or "none" where a name is only mentioned."""
    texts = [sentence]
    if sentence.block.intro:
        texts += policy.sentences_of(sentence.block.intro)[-1:]
    heading = sentence.section.heading
    if heading and heading is not sentence.block:
        texts += policy.sentences_of(heading)
    if any(found(policy, PROCESSING, text) for text in texts):
        return "processor"
    return "recipient" if any(found(policy, GIVING, text) for text in texts) else "none"
