"""Practices said without a verb of their own: access, data that stays where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from privacylint.api import Claim, Match

from privacylint_rules import ontology, scope
from privacylint_rules.practice.bounds import basis_of, exception_of
from privacylint_rules.practice.grammar import POINTING
from privacylint_rules.practice.objects import named_before
from privacylint_rules.practice.page import Page
from privacylint_rules.words import phrases

PLAIN: dict[str, Any] = {
    "actor": "us",
    "action": "share",
    "data": [],
    "recipient": None,
    "purpose": None,
    "recipients": [],
    "purposes": [],
    "exclusive": False,
    "only": None,
    "exception": None,
    "excepted": [],
    "basis": [],
    "narrowed": None,
    "refers": False,
    "presupposed": False,
    "passive": False,
    "local": False,
    "universal": False,
}
"""A claim on sharing of which nothing special is said."""
ACCESS = phrases(en=["(have|has|get|gets|given|gain|gains|granted|obtain|require them to|allow them to|allows them to|permit them to|need to|may) [have|get|be given] access [to|or use|and use] [certain|some|any|all|the|your|their|our]"])
SENDING_OUT = phrases(en=["(not|never|nothing|no|none) ...10!(we|you|if|but) (leave|leaves|left|leaving|exit|exits) [the|your|this|their|our|his] [own|local|user's|personal] (device~|phone|computer|browser|machine|iphone|mac|pc|system|network|tablet)", "(not|never|nothing|no|none) ...10!(we|you|if|but) (leave|leaves|left|leaving) [the|our] (company|organisation|organization|systems|premises|hands|team|servers)"])


def accessed(page: Page, match: Match) -> Iterator[Claim]:
    """ "Our providers have access to your data": it is shared with them."""
    sentence = match.sentence
    words = page.policy.words
    first, _ = words.range_of(sentence)
    who = [one for one in page.recipients.get(sentence.number, ()) if one.after <= match.words[0] and one.id in ontology.OUTSIDERS | ontology.PROCESSORS]
    what = [one for one in page.data.get(sentence.number, ()) if 0 <= one.first - match.words[0] <= 10]
    if not who or not what or {*words.forms[first : match.words[0]]} & {"you", "if", "without", "unless", "when", "how"}:
        return
    value = {
        **PLAIN,
        "data": list(dict.fromkeys(one.id for one in what)),
        "recipient": who[-1].id,
        "recipients": list(dict.fromkeys(one.id for one in who)),
        "exception": exception_of(page.policy, sentence, False),
        "basis": basis_of(page.policy, sentence),
    }
    span = words.span(who[0].first, what[-1].after)
    denied = scope.denied(page.policy, match)
    if not denied:
        yield Claim("practice", value, span, sentence, False, scope.modality(page.policy, match), scope.scope_of(page.policy, sentence))


def stays(page: Page, match: Match) -> Claim:
    """ "Your data never leaves your device": nothing of it is shared with anybody, the company included."""
    policy = page.policy
    low = policy.words.range_of(match.sentence)[0]
    found = [one for one in page.data.get(match.sentence.number, ()) if one.after <= match.words[1]]
    pointing = any(policy.words.forms[one.first] in POINTING or policy.words.forms[one.first - 1] in POINTING for one in found if one.id in ontology.ALL_DATA) or not found
    named = [one for one in found if one.id not in ontology.ALL_DATA]
    objects = named or (named_before(page, match.sentence) if pointing else found) or found
    value = {
        **PLAIN,
        "data": list(dict.fromkeys(one.id for one in objects)),
        "recipient": "anyone",
        "recipients": ["anyone", "us"],
        "exception": exception_of(policy, match.sentence, True),
        "refers": pointing,
        "universal": True,
        "local": True,
    }
    start = min([match.words[0], *(one.first for one in found)])
    span = policy.words.span(max(low, start), match.words[1])
    return Claim("practice", value, span, match.sentence, True, "does", scope.scope_of(policy, match.sentence))
