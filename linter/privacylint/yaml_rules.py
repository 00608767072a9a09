"""
Rules written in YAML: a file becomes the same `Rule` value as one written in Python, and every mistake in it is said
with file, line and column.

    summary: A policy should not promise perfect security.
    why: No security is perfect; the promise is read as a warranty.
    severity: warning
    message: '"{text}" promises more than anybody can keep'
    help: say what you do to protect the data
    phrases:
      - (completely | absolutely) (secure | safe)
    unless:
      - (not | never) ... (completely | absolutely)
    good:
      - We protect your data with encryption.
    bad:
      - {text: Your data is completely secure., at: completely secure}

The file name is the id, in kebab-case. The phrases are those of `phrases.py`; no regular expression is ever taken from
a user. What a rule looks for is `phrases`, or `links: [example.com/old, "#word"]`, or both, or `claims: {kind: age,
value: {role: minimum-age}, denied: false}`. Links are addresses, in the targets of links and in the text, or a word of
an anchor.
`in_section` narrows it to sections whose heading path has one of its phrases, `unless` drops a hit in whose sentence
one of its phrases stands, `unless_anywhere` every hit where one stands in the document. `since: 2023-07-01` says from
when on the words are out of date: the rule is silent before that day, and leaves quotations alone. With `once: true` a
document gets one finding, at the first hit, with the others as related places; with `missing: true` one, on the title,
when nothing is left. A rule with `regimes` stays silent unless one of these laws is checked. The message may quote
`{text}`, `{section}`, `{since}`, a slot of the phrase or a value of the claim.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from privacylint import packs
from privacylint.claims import KINDS, Claim, Claims
from privacylint.days import day_of, in_words
from privacylint.phrases import Match, Phrases
from privacylint.policy import Block, Policy, Sentence
from privacylint.rule import CONFIDENCES, SEVERITIES, Bad, Finding, Good, Related, Rule
from privacylint.shapes import (
    FLAG,
    TEXT,
    Shape,
    either,
    filled,
    list_of,
    map_of,
    mapping,
    one_of,
    one_or_more,
    phrase,
    suggestion,
    text,
)
from privacylint.source import Source, Span
from privacylint.store import salt_of
from privacylint.yaml_nodes import START, DataError, Node, quoted

Words = Mapping[str, Mapping[str, Sequence[str]]]
"""The word lists that phrases may name, by language."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_SLOT = re.compile(r"<([a-z]+)(?::([a-z_]+))?>")
_HOLE = re.compile(r"\{([a-z_]+)\}")
_ADDRESS = re.compile(r"(?!www\.)[#a-z0-9][^\s:A-Z]+\Z")
_QUOTATION = re.compile(r"“[^“”]{1,400}”|\"[^\"]{1,400}\"")
_SPEAKS = re.compile(r"(?i)\b(?:we|you|our|your)\b")
_LONGEST_QUOTE = 80
_KEYS = ("phrases", "links", "claims")
_ALSO = "here too"


def load_rule(file: Path, *, family: str = "custom", words: Words | None = None) -> Rule:
    """The rule in one YAML file. Raises `DataError` for the first mistake, with its place."""
    lists = words or {}
    if not file.is_file():
        raise DataError("no such file", path=str(file))
    data = packs.load_file(file, shape(lists), salt=salt_of(lists))
    return rule_of(data, _checked_id(file.stem, str(file)), family, str(file), lists)


def load_rules(folder: Path, *, words: Words | None = None) -> Iterator[Rule]:
    """The rules in the files `<family>/<id>.yaml` of a folder. Raises `DataError` for the first mistake."""
    lists = words or {}
    for name, data in packs.load_folder(folder, shape(lists), salt=salt_of(lists), nested=True).items():
        family, _, stem = name.rpartition("/")
        file = f"{folder}{os.sep}{family}{os.sep}{stem}.yaml"
        yield rule_of(data, _checked_id(stem, file), family, file, lists)


def rule_of(data: Mapping[str, Any], id: str, family: str, origin: str, words: Words) -> Rule:
    """The rule that checked plain data describe."""
    cites, regimes = tuple(data.get("cites", ())), tuple(data.get("regimes", ()))
    return Rule(
        id=id,
        family=family,
        severity=data["severity"],
        confidence=data.get("confidence", "high"),
        check=_check(data, words),
        doc=_page(data),
        good=tuple(_good(example) for example in data.get("good", ())),
        bad=tuple(_bad(example) for example in data.get("bad", ())),
        cites=cites,
        regimes=regimes,
        default=data.get("default", True),
        origin=origin,
    )


# --- what a file may hold --------------------------------------------------------------------------------------------


def shape(words: Words) -> Shape:
    """What a rule file may hold. `words` are the lists its phrases may name."""
    phrases = _phrases_shape(words)
    good = either(filled("example"), mapping(required={"text": TEXT}, optional={"regimes": one_or_more(TEXT)}))
    bad = mapping(
        required={"text": TEXT, "at": TEXT},
        optional={"related": list_of(TEXT), "message": TEXT, "regimes": one_or_more(TEXT)},
        what="a bad example",
    )
    keys = mapping(
        required={"summary": _line("summary"), "severity": one_of(*SEVERITIES), "message": _line("message")},
        optional={
            "why": filled("why"),
            "confidence": one_of(*CONFIDENCES),
            "help": _line("help"),
            "cites": list_of(filled("cite")),
            "regimes": list_of(filled("law")),
            "phrases": phrases,
            "links": list_of(text(_bad_address), least=1),
            "unless": phrases,
            "unless_anywhere": phrases,
            "in_section": phrases,
            "since": text(_bad_day),
            "once": FLAG,
            "missing": FLAG,
            "claims": _claims_shape(),
            "default": FLAG,
            "good": list_of(good),
            "bad": list_of(bad),
        },
        what="a rule",
    )

    def within(node: Node) -> None:
        keys.within(node)
        _check_what(node)
        _check_message(node)
        for example in node.nearest("bad").entries() if "bad" in node.value else ():
            _check_example(example)

    return Shape("a rule", keys.fits, within)


def _phrases_shape(words: Words) -> Shape:
    def by_language(node: Node) -> None:
        for language, wordings in node.items():
            if not _LANGUAGE.match(language):
                raise node.key_error(language, f"{quoted(language)} is no language; write its code, such as en")
            list_of(phrase(language, words.get(language, {})), least=1).check(wordings)

    return either(
        list_of(phrase("en", words.get("en", {})), least=1),
        Shape("a mapping by language", map_of(TEXT).fits, by_language),
    )


def _claims_shape() -> Shape:
    keys = mapping(
        required={"kind": one_of(*KINDS)},
        optional={"value": map_of(either(TEXT, _PLAIN, list_of(either(TEXT, _PLAIN)))), "denied": FLAG},
        what="claims",
    )

    def within(node: Node) -> None:
        keys.within(node)
        kind, value = node.nearest("kind").value, node.get("value")
        for key in value.value if value else ():
            if key not in KINDS[kind]:
                raise node.nearest("value").key_error(
                    key, f"unknown key {quoted(key)} of {kind} claims{suggestion(key, KINDS[kind])}"
                )

    return Shape(keys.expected, keys.fits, within)


_PLAIN = Shape("a number, true, false or nothing", lambda node: not isinstance(node.value, str | list | dict))


def _bad_day(value: str) -> str | None:
    return None if day_of(value) else f"{quoted(value)} is no date, write it as 2025-01-31"


def _bad_address(value: str) -> str | None:
    if _ADDRESS.match(value):
        return None
    return f"{quoted(value)} is no address; write it in small letters, without https:// and www.: example.com/old"


def _line(what: str) -> Shape:
    def within(node: Node) -> None:
        filled(what).check(node)
        if "\n" in node.value.strip():
            raise node.error(f"{what} must be one line")

    return Shape("text", TEXT.fits, within)


def _check_what(node: Node) -> None:
    given = [key for key in _KEYS if key in node.value]
    if not given:
        raise node.error('missing key "phrases", "links" or "claims", what the rule looks for')
    if "claims" in given and len(given) > 1:
        raise node.key_error("claims", f'a rule looks for "{given[0]}" or for "claims", not for both')


def _check_message(node: Node) -> None:
    message = node.nearest("message")
    known = _holes(node.data())
    for hole in _HOLE.finditer(message.value):
        if hole[1] not in known:
            raise message.error(f"unknown {quoted(hole[0])} in the message{suggestion(hole[1], known)}")


def _check_example(example: Node) -> None:
    text = example.nearest("text").value
    for entry in (example.nearest("at"), *(example.nearest("related").entries() if "related" in example.value else ())):
        if not entry.value or entry.value not in text:
            raise entry.error(f"{quoted(entry.value)} does not stand in the text of the example")


def _holes(data: Mapping[str, Any]) -> list[str]:
    always = ["since"] if "since" in data else []
    if data.get("missing"):
        return always
    if "claims" in data:
        return ["text", "section", *always, *KINDS[data["claims"]["kind"]]]
    every = [wording for wordings in _by_language(data.get("phrases", ())).values() for wording in wordings]
    slots = [slot[2] or slot[1] for wording in every for slot in _SLOT.finditer(wording)]
    return ["text", "section", *always, *dict.fromkeys(slots)]


# --- from data to a rule ---------------------------------------------------------------------------------------------


class _Hit(NamedTuple):
    span: Span
    sentence: Sentence | None
    parts: Mapping[str, str]


def _check(data: Mapping[str, Any], words: Words) -> Callable[[Policy, Claims], Iterator[Finding]]:
    look = _looker(data, words)
    unless, in_section = _optional(data, "unless", words), _optional(data, "in_section", words)
    unless_anywhere = _optional(data, "unless_anywhere", words)
    regimes = frozenset(data.get("regimes", ()))
    missing, once = data.get("missing", False), data.get("once", False)
    since = day_of(data["since"]) if "since" in data else None
    always = {"since": in_words(since)} if since else {}

    def finding(policy: Policy, span: Span, parts: Mapping[str, str], related: Iterable[Span] = ()) -> Finding:
        return Finding(
            _filled_in(data["message"].strip(), {"text": policy.source.cut(span), **always, **parts}),
            span,
            related=tuple(Related(other, _ALSO) for other in related),
            help=data.get("help", "").strip(),
            cites=tuple(data.get("cites", ())),
            regimes=tuple(data.get("regimes", ())),
        )

    def hits(policy: Policy, claims: Claims) -> list[_Hit]:
        if unless_anywhere and policy.find(unless_anywhere):
            return []
        found = [hit for hit in look(policy, claims) if _stands(policy, hit, unless, in_section)]
        return [hit for hit in found if not _is_quotation(hit)] if since else found

    def check(policy: Policy, claims: Claims) -> Iterator[Finding]:
        if (regimes and regimes.isdisjoint(claims.regimes)) or (since and claims.today < since):
            return
        # two wordings may fit the same words
        found = list({hit.span: hit for hit in reversed(hits(policy, claims))}.values())[::-1]
        if missing:
            if not found:
                yield finding(policy, policy.title, {})
        elif once:
            if found:
                yield finding(policy, found[0].span, found[0].parts, _one_for_each_sentence(found)[1:])
        else:
            yield from (finding(policy, hit.span, hit.parts) for hit in found)

    return check


def _one_for_each_sentence(hits: Iterable[_Hit]) -> list[Span]:
    by_sentence: dict[Any, Span] = {}
    for hit in hits:
        by_sentence.setdefault(hit.sentence or hit.span, hit.span)
    return list(by_sentence.values())


def _looker(data: Mapping[str, Any], words: Words) -> Callable[[Policy, Claims], Iterator[_Hit]]:
    if "claims" in data:
        return _claim_hits(data["claims"])
    by_phrase = _phrase_hits(_phrases(data.get("phrases", ()), words))
    addresses = tuple(data.get("links", ()))

    def look(policy: Policy, claims: Claims) -> Iterator[_Hit]:
        end = -1
        found = [*by_phrase(policy, claims), *_link_hits(policy, addresses)]
        # words that are themselves a link to the address are one place
        for hit in sorted(found, key=lambda hit: (hit.span.start, -hit.span.end)):
            if hit.span.start >= end:
                end = hit.span.end
                yield hit

    return look


def _link_hits(policy: Policy, addresses: Sequence[str]) -> Iterator[_Hit]:
    text = policy.once(_lower)
    if not any(address.strip("#").partition("/")[0] in text for address in addresses):
        return
    linked = []
    for link in policy.links:
        if any(_leads_to(link.target, address) for address in addresses):
            linked.append(link.span)
            yield _hit_at(policy, link.block, link.target_span)
    for block in policy.blocks:
        for span in _written(block, addresses):
            # a link that shows its own target is one place
            if not any(link.start <= span.start and span.end <= link.end for link in linked):
                yield _hit_at(policy, block, span)


def _lower(policy: Policy) -> str:
    return policy.source.text.lower()


def _written(block: Block, addresses: Sequence[str]) -> Iterator[Span]:
    plain = block.text.plain.lower()
    for address in addresses:
        at = plain.find(address) if address[0] != "#" else -1
        while at >= 0:
            start, end = _start_of_address(plain, at), _end_of_address(plain, at + len(address))
            if _leads_to(plain[start:end], address):
                yield block.text.span(start, end)
            at = plain.find(address, at + len(address))


def _hit_at(policy: Policy, block: Block, span: Span) -> _Hit:
    sentences = policy.sentences_of(block)
    sentence = next((one for one in sentences if one.span.start <= span.start < one.span.end), None)
    sentence = sentence or next(iter(sentences), None)
    return _Hit(span, sentence, {"section": block.section.title})


def _leads_to(target: str, address: str) -> bool:
    target = target.lower()
    if address[0] == "#":
        return address[1:] in target.partition("#")[2]
    rest = target.partition("://")[2] or target
    at = rest.find(address)
    # an address is no address in the path or query of another
    return at >= 0 and "/" not in rest[:at] and _is_whole(rest, at, at + len(address))


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    goes_on = text[end - 1].isalnum() and (after.isalnum() or after == "-")
    return not goes_on and not (before.isalnum() or before == "-")


def _start_of_address(text: str, start: int) -> int:
    while start and (text[start - 1].isalnum() or text[start - 1] in "/-_.:"):
        start -= 1
    return start


def _end_of_address(text: str, end: int) -> int:
    while end < len(text) and (text[end].isalnum() or text[end] in "/-_.?=&%#+~"):
        end += 1
    while text[end - 1] in ".?":
        end -= 1
    return end


def _is_quotation(hit: _Hit) -> bool:
    """Whether a hit stands in a block quote, in code, or in a quoted sentence that somebody says."""
    if hit.sentence is None:
        return False
    block = hit.sentence.block
    return block.quoted or block.kind == "code" or any(
        start < hit.span.start and hit.span.end <= end and _SPEAKS.search(text)
        for start, end, text in _quotations(block)
    )


def _quotations(block: Block) -> Iterator[tuple[int, int, str]]:
    for quotation in _QUOTATION.finditer(block.text.plain):
        span = block.text.span(quotation.start(), quotation.end())
        yield span.start, span.end, quotation[0]


def _phrase_hits(phrases: Phrases) -> Callable[[Policy, Claims], Iterator[_Hit]]:
    def look(policy: Policy, claims: Claims) -> Iterator[_Hit]:
        end = -1
        # of wordings that overlap the first counts, of those that begin together the longest
        for match in sorted(policy.find(phrases), key=lambda match: (match.span.start, -match.span.end)):
            if match.span.start >= end:
                end = match.span.end
                yield _Hit(match.span, match.sentence, _parts(policy, match))

    return look


def _parts(policy: Policy, match: Match) -> dict[str, str]:
    slots = {name: policy.source.cut(span) for name, span in match.spans.items()}
    return {**slots, "section": match.sentence.section.title}


def _claim_hits(wanted: Mapping[str, Any]) -> Callable[[Policy, Claims], Iterator[_Hit]]:
    def look(policy: Policy, claims: Claims) -> Iterator[_Hit]:
        for claim in claims.all(wanted["kind"], denied=wanted.get("denied")):
            if all(_agrees(claim.value.get(key), value) for key, value in (wanted.get("value") or {}).items()):
                yield _Hit(claim.span, claim.sentence, _claim_parts(claim))

    return look


def _claim_parts(claim: Claim) -> dict[str, str]:
    values = {key: _shown(value) for key, value in claim.value.items()}
    return {**values, "section": claim.section.title if claim.section else ""}


def _agrees(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, list):
        return any(_agrees(value, one) for one in wanted)
    if isinstance(value, list | tuple | set | frozenset):
        return wanted in value
    return bool(value == wanted) and isinstance(value, bool) == isinstance(wanted, bool)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(sorted(map(str, value)))
    return "" if value is None else str(value)


def _stands(policy: Policy, hit: _Hit, unless: Phrases | None, in_section: Phrases | None) -> bool:
    sentence = hit.sentence
    if sentence is None:
        return in_section is None
    if unless and any(match.sentence is sentence for match in policy.find(unless)):
        return False
    if in_section is None:
        return True
    headings = {match.sentence.block.number for match in policy.find(in_section)}
    return any(section.heading and section.heading.number in headings for section in sentence.section.above())


def _optional(data: Mapping[str, Any], key: str, words: Words) -> Phrases | None:
    return _phrases(data[key], words) if key in data else None


def _phrases(given: Any, words: Words) -> Phrases:
    return Phrases(lists=words, **_by_language(given))


def _by_language(given: Any) -> Mapping[str, list[str]]:
    return given if isinstance(given, Mapping) else {"en": given}


def _filled_in(message: str, parts: Mapping[str, str]) -> str:
    def part(hole: re.Match[str]) -> str:
        words = " ".join(parts.get(hole[1], hole[0]).split())
        return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"

    return _HOLE.sub(part, message)


def _page(data: Mapping[str, Any]) -> str:
    source = f"Source: {'; '.join(data['cites'])}" if data.get("cites") else ""
    since = day_of(data["since"]) if "since" in data else None
    dated = f"Out of date since {in_words(since)}; the way out: {data.get('help', '').strip()}." if since else ""
    return "\n\n".join(part for part in (data["summary"].strip(), data.get("why", "").strip(), dated, source) if part)


def _good(example: Any) -> Good:
    return Good(example) if isinstance(example, str) else Good(example["text"], _several(example.get("regimes")))


def _bad(example: Mapping[str, Any]) -> Bad:
    related = example.get("related")
    return Bad(
        example["text"],
        example["at"],
        None if related is None else tuple(related),
        example.get("message"),
        _several(example.get("regimes")),
    )


def _several(given: Any) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def _checked_id(stem: str, file: str) -> str:
    if not _ID.match(stem):
        name = quoted(os.path.basename(file))  # noqa: PTH119
        message = f"{name} names no rule; write the file name in kebab-case, such as vague-word.yaml"
        raise DataError(message, Source(file, ""), START)
    return stem
