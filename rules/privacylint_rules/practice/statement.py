"""The claim that a verb makes with everything said around it."""

from __future__ import annotations

from typing import Any

from privacylint.api import Claim, Match, Sentence

from privacylint_rules import ontology, scope
from privacylint_rules.ontology import Mention
from privacylint_rules.practice.bounds import (
    FOR_MONEY,
    LOCALLY,
    NOTHING_BUT,
    basis_of,
    excepted_by,
    exception_of,
    is_universal,
    limited_to,
)
from privacylint_rules.practice.grammar import PREPOSITIONS
from privacylint_rules.practice.objects import end_of, given_data, given_to, is_nobody, objects_of, recipients_of
from privacylint_rules.practice.page import Page, data_between
from privacylint_rules.practice.reading import Reading
from privacylint_rules.practice.verbs import FORMS, WATCHING, WEAK, leads_in, opens_purpose


def _nothing_but(page: Page, match: Match, reading: Reading, objects: list[Mention]) -> list[Mention]:
    """The data of "no information other than X"; nothing where the denial goes on, or names no single data."""
    if not reading.denied or reading.action != "collect" or reading.passive:
        return []
    forms = page.policy.words.forms
    first, after = page.policy.words.range_of(match.sentence)
    general = [one for one in objects if one.id in ontology.ALL_DATA]
    if not general or {*forms[first:after]} & {"unless", "if", "when", "children", "from"}:
        return []
    at = general[0].after
    marker = next((words for words in _BUT if tuple(forms[at : at + len(words)]) == words), None)
    named = [one for one in page.data.get(match.sentence.number, ()) if marker and at < one.first <= at + 12 and one.id not in ontology.ALL_DATA]
    return named if marker and named and named[0].first <= at + len(marker) + 2 else []


_SOME = frozenset(["some", "certain", "specific"])
_BUT = (("beyond",), ("other", "than"), ("except",), ("except", "for"), ("apart", "from"), ("besides",), ("but",), ("aside", "from"))


_DETERMINERS = frozenset(["any", "the", "your", "their", "full", "complete", "a", "an"])


def _left_out(forms: list[str], one: Mention) -> bool:
    """Whether data is named as what is left out: "logs without IP addresses"."""
    return forms[one.first - 1] == "without" or (forms[one.first - 1] in _DETERMINERS and forms[one.first - 2] == "without")


def _of_another(forms: list[str], one: Mention, objects: list[Mention]) -> bool:
    """Whether data is named by what it is of: "no logs of your messages" are no logs of other things."""
    begins = {other.first for other in objects} - {one.first}
    return forms[one.after : one.after + 1] == ["of"] and bool(begins & {one.after + 1, one.after + 2})


def _introduces(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence ends in a colon with a list behind it."""
    blocks = page.policy.blocks[sentence.block.number + 1 : sentence.block.number + 2]
    return sentence.text.rstrip().endswith(":") and any(block.intro is sentence.block for block in blocks)


def claim_of(page: Page, match: Match, reading: Reading) -> Claim | None:
    policy, sentence = page.policy, match.sentence
    words = policy.words
    verb = match.words[0]
    base = FORMS[words.forms[verb]][2]
    high = end_of(page, match)
    to = next((number for number in range(verb + 1, high) if words.forms[number] in PREPOSITIONS and not opens_purpose(words.forms, number)), high)
    recipients = (given_to(page, match, base, high) if not reading.passive else []) + recipients_of(page, sentence, to, high)
    objects, refers, narrowed = objects_of(page, match, reading, min(to, high), high)
    objects = [one for one in objects if not _left_out(words.forms, one) and not (reading.denied and _of_another(words.forms, one, objects))]
    if not objects and not refers and reading.action in ("collect", "share", "sell") and base not in WEAK and _introduces(page, sentence):
        # "we automatically collect:" leaves it to the list to say what
        objects = [Mention("data", verb, verb + 1)]
    if narrowed and not reading.denied and narrowed.split(" ")[0] in _SOME and "personal-data" in {one.id for one in objects}:
        # "some user data is sold" breaks a promise that none is
        narrowed = None
    if base in WATCHING and {one.id for one in objects} <= ontology.ALL_DATA:
        return None
    if is_nobody(page, recipients):
        reading = reading._replace(denied=True)
    local = True
    nothing_but = reading.denied and reading.action == "use" and bool(scope.found(policy, NOTHING_BUT, sentence))
    if nothing_but:
        # "for no purpose other than X" says that X is done, and nothing else
        reading = reading._replace(denied=False)
    for_money = reading.denied and reading.action == "share" and bool(scope.found(policy, FOR_MONEY, sentence))
    if for_money:
        reading = reading._replace(action="sell")
    listed = _nothing_but(page, match, reading, objects)
    if listed:
        # "no data beyond your name" says that the name is collected, and nothing else
        reading, objects, narrowed = reading._replace(denied=False), listed, None
    if base in WEAK and not given_data(page, match, reading, objects, refers):
        return None
    if recipients and all(one.id in ("us", "user") for one in recipients) and reading.action == "share":
        if reading.actor != "us" or any(one.id != "us" for one in recipients):
            return None
        # "the app sends your location to us" says that it is collected
        reading, recipients, local = reading._replace(action="collect"), [], False
    if not objects and not refers and (reading.action in ("use", "store") or not recipients) and reading.action != "sell":
        return None
    named = page.recipients.get(sentence.number, ())
    purposes = [
        one
        for one in page.purposes.get(sentence.number, ())
        if verb < one.first and one.after <= high + 12 and leads_in(words.forms, verb, one.first) and not any(who.first <= one.first < who.after for who in named)
    ]
    who = [reading.by] if reading.by else []
    who += [one.id for one in recipients if one.id not in ("us", "user")]
    if for_money:
        purposes = [one for one in purposes if one.id != "payment"]
    only = "data" if listed else limited_to(page, match, reading.action)
    if only == "data" and reading.presupposed:
        # "the only data we collect is your name"
        objects = data_between(page, sentence, verb + 1, high) or objects
    first, after = words.range_of(sentence)
    objects_here = [one for one in objects if first <= one.first < after]
    ends = [verb + 1, *(one.after for one in recipients), *(one.after for one in objects_here if one.first > verb)]
    if only == "purpose":
        ends += [one.after for one in purposes if one.after <= high][:1]
    around = scope.scope_of(policy, sentence)
    if nothing_but or listed:
        around = around._replace(condition=None)
    if for_money:
        around = around._replace(purpose=None)
    value: dict[str, Any] = {
        "actor": reading.actor,
        "action": reading.action,
        "data": list(dict.fromkeys(one.id for one in objects)),
        "recipient": who[0] if who else None,
        "purpose": purposes[0].id if purposes else None,
        "recipients": list(dict.fromkeys(who)),
        "purposes": list(dict.fromkeys(one.id for one in purposes)),
        "exclusive": only is not None,
        "only": only,
        "exception": exception_of(page, sentence, reading.denied),
        "excepted": excepted_by(page, sentence) if reading.denied else [],
        "basis": basis_of(policy, sentence),
        "narrowed": narrowed,
        "refers": refers,
        "presupposed": reading.presupposed,
        "passive": reading.passive,
        "local": local and bool(scope.found(policy, LOCALLY, sentence)),
        "universal": is_universal(words.forms, *words.range_of(sentence)),
    }
    start = min([reading.start, verb, *(one.first for one in objects_here if reading.passive)])
    span = words.span(start, max(ends))
    return Claim("practice", value, span, sentence, reading.denied, reading.modality, around)
