"""
Reads the ways to reach someone: e-mail addresses, phone numbers, postal addresses and forms, and whom each reaches.

An address that is written out and linked is one claim; a link whose text shows another address than its target gives
two. Addresses written to hide from robots ("fern [at] garden [dot] example") are read too. `role` is privacy, dpo,
representative, support, legal, security, authority or general.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from privacylint.api import Block, Claim, Link, Phrases, Policy, Said, Sentence, Span, extractor

from privacylint_rules.scope import found, scope_of
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

LOCAL_PARTS: Mapping[str, tuple[str, ...]] = {
    "dpo": ("dpo", "dataprotectionofficer", "datenschutzbeauftragter", "dsb", "edpo"),
    "privacy": (
        "privacy", "dataprotection", "datenschutz", "gdpr", "dsgvo", "ccpa", "cpra", "lgpd", "personaldata", "dsar", "dsr", "rgpd",
        "datarequest", "datarequests", "dataprivacy", "privacyofficer", "privacyteam", "data", "optout", "donotsell", "datasubject",
    ),
    "support": ("support", "help", "helpdesk", "service", "customerservice", "customercare", "customersupport", "care", "feedback"),
    "legal": ("legal", "law", "compliance", "copyright", "dmca", "abuse", "lawenforcement", "counsel"),
    "security": ("security", "vulnerability", "vulnerabilities", "infosec", "secure", "cert", "psirt"),
    "general": ("info", "hello", "contact", "office", "mail", "admin", "hi", "team", "enquiries", "inquiries", "sales", "press"),
}  # fmt: skip
"""What the part before the @ says about whom a mail reaches."""

OFFICER = phrases(
    en=[
        "data protection officer~",
        "DPO",
        "DPOs",
        "(chief | corporate | company) (privacy | data protection) officer",
        "privacy officer~",
        "data (protection | privacy) (manager | lead | coordinator | delegate | contact)",
    ]
)
REPRESENTATIVE = phrases(
    en=["(EU | UK | EEA | european | british | swiss | union | GDPR | article 27) [GDPR] representative~", "representative~ (in | for | within) [the] <place>"]
)
AUTHORITY = phrases(
    en=["supervisory authorit*", "data protection authorit*", "information commissioner*", "commissioner*", "ombudsman", "{authority}"]
)
PRIVACY = phrases(
    en=[
        "privacy",
        "{personal-data}",
        "data (protection | subject | request~)",
        "(your | these | any | such | following | those) [of] [your | these] right~",
        "(access | erasure | deletion | opt out) request~",
        "(delete~ | access~ | correct~ | erase~ | export~) ...3 (data | account | information)",
        "opt out",
        "unsubscribe~",
        "withdraw~",
        "parent~",
    ]
)
SUPPORT = phrases(en=["(technical | customer) (support | service | care)", "support team", "help desk"])
LEGAL = phrases(en=["(copyright | infringement | DMCA | subpoena~ | law enforcement | legal notice~)"])
SECURITY = phrases(en=["(security | vulnerabilit*) ...3 (report~ | issue~ | team | researcher~ | vulnerabilit*)"])

BY_WORDS: tuple[tuple[str, Phrases], ...] = (
    ("representative", REPRESENTATIVE),
    ("dpo", OFFICER),
    ("security", SECURITY),
    ("legal", LEGAL),
    ("privacy", PRIVACY),
    ("support", SUPPORT),
)

PHONE_WORDS = re.compile(r"(?i)\b(?:tele)?phones?\b|\btel\b|\bcall(?:ing)?\b|\bfax\b|\btoll.?free\b|\bhotline\b|\bmobile\b|\bwhatsapp\b|\bcell\b")
FORM_WORDS = re.compile(r"(?i)\b(?:contact|request|web|online|inquiry|enquiry|support|privacy|feedback|opt.?out|this)\s?(?:us\s)?(?:form|portal|center|centre)\b|\bwebform\b|^contact (?:us|page|form)$|\bsubmit a request\b")

EXAMPLES = [
    Said("Write to Fern@Garden.example about your data.", "Fern@Garden.example", {"type": "email", "address": "fern@garden.example", "role": "privacy"}),
    Said("Our Data Protection Officer is at fern@garden.example.", "fern@garden.example", {"role": "dpo"}),
    Said("[Mail us](mailto:help@garden.example?subject=Hi).", "help@garden.example", {"type": "email", "role": "support"}),
    Said("Mail privacy [at] garden [dot] example.", "privacy [at] garden [dot] example", {"address": "privacy@garden.example"}),
    Said("Write to fern ((at)) garden ((dot)) example.", "fern ((at)) garden ((dot)) example", {"type": "email", "address": "fern@garden.example"}),
    Said("[fern@garden.example](mailto:fern@garden.example)Fern Ltd", "fern@garden.example", {"type": "email", "address": "fern@garden.example"}),
    Said("Phone: +44 20 7946 0000", "+44 20 7946 0000", {"type": "phone", "address": "+442079460000"}),
    Said("Fern Ltd, 12 Moss Lane, Leeds LS1 4AP", "12 Moss Lane, Leeds LS1 4AP", {"type": "post", "postcode": "LS1 4AP"}),
    Said("Use our [contact form](https://garden.example/form).", "https://garden.example/form", {"type": "form"}),
    Said("We use @mentions and plant 12 Trees in 2024.", value=None),
]

# --- code ------------------------------------------------------------------------------------------------------------

# a tilde and a slash stand in the addresses of mailing lists: ~fern/garden@lists.example
_EMAIL = re.compile(r"(?<![\w.+%~/@-])(?:~[\w.-]{1,40}/)?[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}([A-Za-z]{2,24})(?![\w-])")
_AT = r"(?:\s?[\[({<]{1,2}\s?(?:at|a|@|AT|At)\s?[\])}>]{1,2}\s?|\s(?:AT|@)\s)"
_DOT = r"(?:\s?[\[({<]{1,2}\s?(?:dot|DOT|Dot|\.)\s?[\])}>]{1,2}\s?|\s(?:DOT|dot)\s|\.)"
_HIDDEN = re.compile(
    rf"(?<![\w.+%-])([\w.+%-]{{1,64}}){_AT}([\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}})|(?<![\w.+%-])([\w.+%-]{{1,64}})\sat\s([\w-]{{1,63}}(?:\sdot\s[\w-]{{1,63}}){{1,5}})"
)
# which is found many times faster where capitals are written out
_IN_BRACKETS = re.compile(r"[\[({<]\s?(?:[aA][tT]|[aA]|@)\s?[\])}>]")
_SPELT_OUT = re.compile(r"(?i)\sdot\s|\sat\s\S{1,63}\s?[\[(]dot")
_DOTS = re.compile(_DOT)
_NO_DOMAIN = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "md", "html"))


@extractor("contact", examples=EXAMPLES)
def contacts(policy: Policy) -> Iterator[Claim]:
    """Every e-mail address, phone number, postal address and form."""
    links = _links_by_block(policy)
    for block in policy.blocks:
        if block.kind != "code":
            yield from _in_block(policy, block, links.get(block.number, []))


def _links_by_block(policy: Policy) -> dict[int, list[Link]]:
    links: dict[int, list[Link]] = {}
    for link in policy.links:
        links.setdefault(link.block.number, []).append(link)
    return links


def _in_block(policy: Policy, block: Block, links: list[Link]) -> Iterator[Claim]:
    targets = [(link, address) for link in links for address in _mail_targets(link)]
    if targets or _may_show_mail(block.text.plain):
        yield from _mails(policy, block, targets)
    yield from _phones(policy, block, links)
    yield from _posts(policy, block)
    yield from _forms(policy, block, links)


def _may_show_mail(plain: str) -> bool:
    return "@" in plain or bool(_IN_BRACKETS.search(plain)) or ("dot" in plain.lower() and bool(_SPELT_OUT.search(plain)))


def _mails(policy: Policy, block: Block, targets: list[tuple[Link, str]]) -> Iterator[Claim]:
    shown = list(_emails(block.text.plain)) if _may_show_mail(block.text.plain) else []
    written: list[tuple[Span, Address]] = []
    for address in shown:
        span = block.text.span(address.start, address.end)
        # "[fern@garden.example](mailto:…)Fern Ltd": what follows a link without a space is not the address
        glued = [t for link, t in targets if address.address.startswith(t) and link.span.start <= span.start < link.span.end < span.end]
        if glued:
            address = Address(address.start, address.start + len(glued[0]), glued[0])
            span = block.text.span(address.start, address.end)
        longer = [target for link, target in _around(targets, span) if target.endswith(address.address)]
        written.append((span, address._replace(address=longer[0]) if longer else address))
    mails = [(span, address.address) for span, address in written]
    linked = {(link.span, address) for span, address in mails for link, _ in _around(targets, span)}
    mails += [(_within(policy, link.target_span, target), target) for link, target in targets if (link.span, target) not in linked]
    mails.sort()
    for number, (span, mail) in enumerate(mails):
        # the nearest on either side and the last: no other can stand between some words and this one
        near = [*mails[max(0, number - 1) : number], *mails[number + 1 : number + 2], *mails[-1:]]
        yield _claim(policy, block, "email", mail, span, rivals=[rival for rival, _ in near if rival != span])


def _around(targets: list[tuple[Link, str]], span: Span) -> list[tuple[Link, str]]:
    """The links a span stands in, with their addresses; links do not stand in one another."""
    at = bisect_right(targets, span.start, key=lambda target: target[0].span.start)
    return [target for target in targets[max(0, at - 4) : at] if _inside(span, target[0].span)]


class Address(NamedTuple):
    """An e-mail address in the plain text of a block."""

    start: int
    end: int
    address: str


def _emails(plain: str) -> Iterator[Address]:
    past = 0
    for hit in sorted([*_EMAIL.finditer(plain), *_HIDDEN.finditer(plain)], key=lambda hit: (hit.start(), -hit.end())):
        if hit.start() < past:
            continue
        address = _address(hit)
        if address:
            past = hit.end()
            yield Address(hit.start(), hit.end(), address)


def _address(hit: re.Match[str]) -> str:
    if hit.re is _EMAIL:
        return "" if hit[1].lower() in _NO_DOMAIN else hit[0].lower()
    local, domain = hit[1] or hit[3], hit[2] or hit[4]
    domain = _DOTS.sub(".", domain)
    ending = domain.rsplit(".", 1)[-1]
    spaced = " dot " in (hit[4] or "") or hit[0] != f"{local}@{domain}"
    if not ending.isalpha() or not 2 <= len(ending) <= 24 or not spaced or ending.lower() in _NO_DOMAIN:
        return ""
    if "." in domain and not local[:1].isalnum():
        return ""
    return f"{local}@{domain}".lower()


def _mail_targets(link: Link) -> list[str]:
    target = link.target.strip()
    if not target.lower().startswith("mailto:"):
        return []
    path = unquote(target[7:].split("?", 1)[0]).strip()
    return [part.strip().lower() for part in re.split(r"[,;]", path) if part.count("@") == 1 and " " not in part.strip()]


def _within(policy: Policy, outer: Span, address: str) -> Span:
    at = policy.source.cut(outer).lower().find(address)
    return outer if at < 0 else Span(outer.start + at, outer.start + at + len(address))


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _claim(policy: Policy, block: Block, kind: str, address: str, span: Span, rivals: list[Span] | None = None, **more: str) -> Claim:
    sentence = _sentence_at(policy, block, span)
    role = _role(policy, sentence, block, address if kind == "email" else "", span, rivals or [])
    value = {"type": kind, "address": address, "role": role, **more}
    scope = scope_of(policy, sentence) if sentence else None
    claim = Claim("contact", value, span, sentence)
    return claim if scope is None else claim._replace(scope=scope)


def _sentence_at(policy: Policy, block: Block, span: Span) -> Sentence | None:
    sentences = policy.sentences_of(block)
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start)
    return sentences[max(0, at - 1)] if sentences else None


def _role(policy: Policy, sentence: Sentence | None, block: Block, address: str, span: Span, rivals: list[Span]) -> str:
    by_name = _role_of_name(address)
    if by_name in ("dpo", "security"):
        return by_name
    texts = [sentence] if sentence else []
    # "Data Protection Officer:" on the line above, the cell beside it or the line that introduces the list
    if sentence is not None and len(sentence.text.split()) <= 8:
        texts += _above(policy, sentence, block)
    for text in texts:
        for role, wordings in BY_WORDS:
            named = [match for match in found(policy, wordings, text) if not _taken(match.span, span, rivals)]
            if (role in ("dpo", "representative") or not by_name) and named:
                return role
    if by_name:
        return by_name
    heading = block.section.heading
    if heading and any(found(policy, PRIVACY, text) for text in policy.sentences_of(heading)):
        return "privacy"
    return "general"


def _taken(words: Span, span: Span, rivals: list[Span]) -> bool:
    """Whether another address stands between the words and this one: "mail a@x, or our officer at b@x"."""
    if span.end <= words.start and any(words.end <= rival.start for rival in rivals):
        return True
    low, high = min(words.end, span.end), max(words.start, span.start)
    return any(low <= rival.start and rival.end <= high for rival in rivals)


def _above(policy: Policy, sentence: Sentence, block: Block) -> list[Sentence]:
    above = [policy.sentences[sentence.number - 1]] if sentence.number else []
    if block.intro:
        above += policy.sentences_of(block.intro)[-1:]
    return [text for text in above if text.section is sentence.section]


def _role_of_name(address: str) -> str:
    local = address.split("@", 1)[0]
    parts = {*re.split(r"[._+-]", local), re.sub(r"[^a-z]", "", local)}
    return next((role for role, names in LOCAL_PARTS.items() if parts & {*names}), "")


# --- phone numbers ---------------------------------------------------------------------------------------------------

# what every number to call holds, and every address: a house and a postcode
_FIGURES = re.compile(r"\d[\d\s().\u2010-\u2013/-]{5}")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_PHONE = re.compile(r"(?<![\w./@-])(?:\+\s?\d|\(\+?\d|\d)[\d\s().\u2010-\u2013/-]{5,22}\d(?![\w@]|[.,]\d)")


def _phones(policy: Policy, block: Block, links: list[Link]) -> Iterator[Claim]:
    plain = block.text.plain
    taken: list[Span] = []
    if _FIGURES.search(plain):
        for hit in _PHONE.finditer(plain):
            number = _number(hit[0])
            before = plain[max(0, hit.start() - 40) : hit.start()]
            cue = PHONE_WORDS.search(before) or (hit[0].startswith("+") and len(number) >= 10)
            if cue and 8 <= len(number) <= 16:
                span = block.text.span(hit.start(), hit.end())
                taken.append(span)
                yield _claim(policy, block, "phone", number, span)
    for link in links:
        if link.target.lower().startswith("tel:") and not any(_inside(span, link.span) for span in taken):
            yield _claim(policy, block, "phone", _number(unquote(link.target[4:])), link.target_span)


def _number(text: str) -> str:
    # "(0)" after the country code is dialled at home only
    text = re.sub(r"\(0\)", "", text) if "+" in text else text
    digits = re.sub(r"\D", "", text)
    return f"+{digits}" if text.lstrip(" (").startswith("+") else digits


# --- postal addresses ------------------------------------------------------------------------------------------------

_POSTCODE = re.compile(
    r"\b(?:"
    r"(?:[A-Z]{2}|[A-Z][a-z]|California|Texas|Florida|Delaware|Washington|Massachusetts|New York),?\s(?P<us>\d{5}(?:-\d{4})?)"
    r"|(?P<uk>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})"
    r"|(?P<ca>[A-Z]\d[A-Z]\s?\d[A-Z]\d)"
    r"|(?P<ie>[A-Z]\d[\dW]\s?[A-Z\d]{4})"
    r"|(?P<nl>\d{4}\s?[A-Z]{2})(?=\s[A-Z])"
    r"|(?<!Suite\s)(?<!SUITE\s)(?<!Ste\s)(?<!STE\s)(?<!Ste.\s)(?<!Unit\s)(?<!Floor\s)(?<!Room\s)(?<!#)(?<!#\s)(?<!No.\s)(?:[A-Z]{1,2}-)?(?P<eu>\d{4,5})\s[A-ZÀ-Þ][\w.-]{1,30}"
    r"|(?P<pl>\d{2}-\d{3})\s[A-ZÀ-Þ][\w.-]{1,30}"
    r")(?![\w-])"
)
_STREET = re.compile(
    r"(?<![\w-])(?:"
    r"\d{1,5}[A-Za-z]?(?:\s?[-–]\s?\d{1,5})?\s(?:[A-Z\d][\w.'’-]{0,30}\s){0,5}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Parkway|Pkwy|Highway|Hwy|Terrace|Crescent"
    r"|Circle|Cir|Broadway|Close|Row|Gardens|Walk|Quay|Embankment|Wharf|Plaza|Loop|Trail|Mews|Park|Hill|Green)\b"
    r"|\d{1,5}[A-Za-z]?,?\s(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|allée|chemin|impasse|route)\s[\w' ’-]{2,40}"
    r"|(?:Rue|Avenue|Via|Calle|Carrer|Viale|Piazza|Corso|Paseo|Rua|Avenida)\s[A-Z][\w' ’.-]{1,40},?\s\d{1,4}"
    r"|[A-ZÀ-Þ][\w-]{0,30}(?:[\s-][A-ZÀ-Þ][\w-]{1,20})?\s?(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|weg|platz|allee|gasse|ring|laan|straat|gracht|plein|gatan|vägen|vej|gade|katu|tie)\s\d{1,4}"
    r"|P\.?\s?O\.?\s?(?i:Box)\s\d{1,6}"
    r")"
)
_FARTHEST = 130
"""How many characters may lie between the start of a street and its postcode."""


def _posts(policy: Policy, block: Block) -> Iterator[Claim]:
    plain = block.text.plain
    past = 0
    streets = list(_STREET.finditer(plain)) if _TWO_NUMBERS.search(plain) else []
    for street in streets:
        if street.start() < past:
            continue
        code = _POSTCODE.search(plain, street.end(), min(len(plain), street.start() + _FARTHEST))
        if code is None or any(street.start() < other.start() < code.start() and _is_box(street) for other in streets):
            continue
        past = code.end()
        written = next(part for part in code.groups() if part)
        span = block.text.span(street.start(), code.end())
        address = re.sub(r"\s+", " ", plain[street.start() : code.end()])
        yield _claim(policy, block, "post", address, span, street=re.sub(r"\s+", " ", street[0]), postcode=written)


def _is_box(street: re.Match[str]) -> bool:
    return street[0].startswith("P")


# --- forms -----------------------------------------------------------------------------------------------------------


def _forms(policy: Policy, block: Block, links: list[Link]) -> Iterator[Claim]:
    for link in links:
        target = link.target
        if link.kind == "image" or target.lower().startswith(("mailto:", "tel:", "#")) or not target:
            continue
        if FORM_WORDS.search(link.text.plain.strip()):
            yield _claim(policy, block, "form", target, link.target_span)
