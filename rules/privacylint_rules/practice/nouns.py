"""Practices said without a verb of their own: the frames of frames.py with the data and recipients around them."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from privacylint.api import Claim, Match, Policy

from privacylint_rules import ontology, scope
from privacylint_rules.ontology import Mention
from privacylint_rules.practice.bounds import LOCALLY, basis_of, exception_of, is_universal
from privacylint_rules.practice.frames import FRAMES, Frame
from privacylint_rules.practice.grammar import ADVERBS, AUX, CONDITIONAL, NEGATIONS, OWN, POINTING, PRONOUNS, SAYING, WE
from privacylint_rules.practice.objects import end_of, named_before, narrowed_by
from privacylint_rules.practice.page import Page, data_between
from privacylint_rules.practice.verbs import leads_in
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

_OUTSIDE = ontology.OUTSIDERS | ontology.PROCESSORS
_BETWEEN = AUX | ADVERBS | NEGATIONS | frozenset("outside of our the company organisation organization team firm else who which themselves alone us a an any from we own".split())
"""Words that may stand between the one who receives and what says so."""
_NOBODY = frozenset("nobody no noone none neither".split())
_EXCEPTING = frozenset("but except besides save excepting than from".split())
_IN_A_ROW = 4
"""How many words part the data of one enumeration at most."""
_FEARED = frozenset("unauthorized unauthorised unlawful accidental improper inadvertent prevent against avoid".split())
"""What happens against the will of everybody is no practice."""
_STRIVING = frozenset("ensure ensures ensuring sure endeavor endeavour strive strives try tries".split())
"""Words that promise an effort, and no fact."""
_AT_EACH = ("when we ", "whenever we ", "each time we ", "every time we ")
_OVERLAP = 2
"""How many of the core words a mention behind them may take in."""
_DETERMINING = frozenset("our the a an any all some your such these those other outside external certain".split())
_NO_FACT = CONDITIONAL | {"that", "of", "whose"}


class Around(NamedTuple):
    """What stands around the core words: data and recipients, those excepted, and whether the subject is "nobody"."""

    data: list[Mention]
    who: list[Mention]
    excepted: list[Mention]
    nobody: bool


# --- frames ----------------------------------------------------------------------------------------------------------


def framed(page: Page) -> Iterator[Claim]:
    """The claim of every wording without a verb; of several alike in one sentence the first."""
    told: set[tuple[str, int]] = set()
    for frame in FRAMES:
        for match in page.policy.find(frame.wordings):
            key = frame.action, match.sentence.number
            if key in told or not scope.is_statement(page.policy, match.sentence):
                continue
            claim = _claim(page, frame, match) if not frame.ours or _acts(page, match) else None
            if claim:
                told.add(key)
                yield claim


def _acts(page: Page, match: Match) -> bool:
    """Whether the company, by "we", its name or what it runs, stands right before the core words."""
    words = page.policy.words
    first, _ = words.range_of(match.sentence)
    at = match.words[0] - 1
    if words.forms[at] in ("and", "but") and words.forms[first] in WE and not {"they", "users", "that"} & {*words.forms[first:at]}:
        return True
    while at > first and words.forms[at] in _BESIDE:
        at -= 1
    if at < first:
        return False
    own = words.forms[at] in OWN and words.forms[at - 1] in ("the", "our", "this", "my")
    led = words.forms[at - 1 - own] if at - 1 - own >= first else ""
    return (words.forms[at] in WE or words.forms[at] in page.names or own) and led not in CONDITIONAL | {"what", "data", "that", "of"}


_BESIDE = AUX | ADVERBS | NEGATIONS


def _claim(page: Page, frame: Frame, match: Match) -> Claim | None:
    policy, sentence = page.policy, match.sentence
    words = policy.words
    around = _around(page, frame, match)
    if around is None:
        return None
    denied = frame.denied if frame.denied is not None else around.nobody or scope.denied(policy, match)
    if frame.only_denied and not denied:
        return None
    data, refers = _data(page, frame, match, around)
    who = list(dict.fromkeys(one.id for one in around.who if one.id not in ("us", "user")))
    if not data or (frame.needs_who and not {*who} & _OUTSIDE) or (denied and frame.specific and {*data} & ontology.ALL_DATA):
        return None
    high = end_of(page, match)
    purposes = [one.id for one in page.purposes.get(sentence.number, ()) if match.words[1] <= one.first and one.after <= high + 12 and leads_in(words.forms, match.words[1] - 1, one.first)]
    excepted = [one.id for one in around.excepted if one.id not in ("us", "user")]
    exception = exception_of(page, sentence, denied)
    if around.excepted:
        exception = "other than these" if excepted else None
    value = {
        **PLAIN,
        "action": frame.action,
        "data": data,
        "recipient": who[0] if who else None,
        "recipients": who,
        "purpose": purposes[0] if purposes else None,
        "purposes": list(dict.fromkeys(purposes)),
        "exclusive": frame.only is not None,
        "only": frame.only,
        "exception": exception,
        "excepted": excepted,
        "basis": basis_of(policy, sentence),
        "narrowed": narrowed_by(page, around.data, match) if around.data and not frame.whole else None,
        "refers": refers,
        "local": bool(scope.found(policy, LOCALLY, sentence)),
        "universal": denied and is_universal(words.forms, *words.range_of(sentence)),
    }
    if frame.private:
        value["private"] = True
    extent = scope.scope_of(policy, sentence)
    if frame.action == "sell" and (extent.condition or "").lower().startswith(_AT_EACH):
        # "we are paid when we pass on your data" says that it is passed on
        extent = extent._replace(condition=None)
    start = min([match.words[0], *(one.first for one in (*around.data, *around.who))])
    end = max([match.words[1], *(one.after for one in (*around.data, *around.who))])
    return Claim("practice", value, words.span(start, end), sentence, denied, _modality(policy, match, denied), extent)


def _modality(policy: Policy, match: Match, denied: bool) -> str:
    """How firmly it is said; "nobody can see it" is as firm as "nobody sees it"."""
    said = scope.modality(policy, match)
    first, _ = policy.words.range_of(match.sentence)
    return "does" if denied and said == "may" and not {*policy.words.forms[max(first, match.words[0] - 12) : match.words[1]]} & {"may", "might"} else said


def _around(page: Page, frame: Frame, match: Match) -> Around | None:
    """The data and recipients around the core words; None where a condition or a relative makes no statement of it."""
    forms = page.policy.words.forms
    first, _ = page.policy.words.range_of(match.sentence)
    low, high = max(first, scope.clause(page.policy, match)[0]), end_of(page, match)
    if forms[low] in _EXCEPTING:
        # "nobody but our host has access": what is excepted belongs to the subject
        low = first
    recipients = page.recipients.get(match.sentence.number, ())
    data = _placed(page.data.get(match.sentence.number, ()), frame.data, match, low, high, frame.reach)
    who = _placed(recipients, frame.who, match, low, high, frame.reach)
    nobody, excepted = False, []
    if "before" in frame.who and all(one.id == "user" for one in who) and {*forms[max(first, match.words[0] - 2) : match.words[0] + 2]} & {"you", "users", "customers"}:
        return None
    if "before" in frame.who and who and who[-1].after <= match.words[0]:
        who = _subject(forms, who, match.words[0])
        if not who:
            return None
        opening = who[0].first
        nobody = bool({forms[opening], forms[opening - 1] if opening > first else ""} & _NOBODY)
        cut = next((number for number in range(1, len(who)) if {*forms[who[number - 1].after : who[number].first]} & _EXCEPTING), len(who))
        who, excepted = who[:cut], who[cut:]
    else:
        opening = min([match.words[0], *(one.first for one in data)])
        if {*forms[max(first, match.words[0] - 2) : match.words[0]]} & _FEARED:
            return None
        opening_words = forms[match.words[0]]
        nobody = frame.denied is None and opening_words in _NOBODY
    before = opening - 1
    while before >= first and forms[before] in _DETERMINING:
        before -= 1
    if frame.private and {*forms[first : match.words[0]]} & _STRIVING:
        return None
    if frame.presumed and {*forms[first : opening + 1]} & (NEGATIONS | CONDITIONAL | {"any", "every", "each"}):
        return None
    unsaid = _NO_FACT if frame.needs_who else _NO_FACT - {"of"}
    if before >= first and forms[before] in unsaid and not (forms[before] == "that" and {*forms[max(first, before - 2) : before]} & SAYING):
        return None
    return Around(data, who, excepted, nobody)


def _subject(forms: list[str], who: list[Mention], core: int) -> list[Mention]:
    """Those of the recipients in front of the core words who are its subject."""
    kept: list[Mention] = []
    edge = core
    for one in reversed(who):
        between = forms[one.after : edge]
        if all(word in _BETWEEN or word in _EXCEPTING or word in ("and", "or", "other", "apart") for word in between):
            kept.insert(0, one)
            edge = one.first
        else:
            break
    return kept


def _placed(every: Sequence[Mention], where: str, match: Match, low: int, high: int, reach: int) -> list[Mention]:
    """The mentions in the first of the places named that holds some: before, inside, after the core words."""
    for place in where.split():
        found = {
            "inside": [one for one in every if match.words[0] <= one.first and one.after <= match.words[1]],
            "after": _chain(every, match.words[1], high, reach),
            "before": _chain_back(every, match.words[0], low, reach),
        }[place]
        if found:
            return found
    return []


def _chain(every: Sequence[Mention], start: int, high: int, reach: int) -> list[Mention]:
    kept: list[Mention] = []
    for one in every:
        # "of" and "your" belong to some mentions: "no sale [of personal data]"
        if one.first < start - _OVERLAP or one.after <= start or one.after > high:
            continue
        if one.first - (kept[-1].after if kept else start) > (_IN_A_ROW if kept else reach):
            break
        kept.append(one)
    return kept


def _chain_back(every: Sequence[Mention], end: int, low: int, reach: int) -> list[Mention]:
    kept: list[Mention] = []
    for one in reversed(every):
        if one.after > end or one.first < low:
            continue
        if (kept[0].first if kept else end) - one.after > (_IN_A_ROW if kept else reach):
            break
        kept.insert(0, one)
    return kept


def _data(page: Page, frame: Frame, match: Match, around: Around) -> tuple[list[str], bool]:
    """The data meant, and whether it was named in an earlier sentence."""
    forms = page.policy.words.forms
    ids = list(dict.fromkeys(one.id for one in around.data))
    pointing = any(one.id in ontology.ALL_DATA and (forms[one.first] in POINTING or (forms[one.first - 1] in POINTING and forms[one.first] not in ("your", "my", "our", "any"))) for one in around.data)
    if ids and not pointing:
        return ids, False
    first, _ = page.policy.words.range_of(match.sentence)
    within = data_between(page, match.sentence, first, match.words[0])[-1:] if not ids and frame.data == "after" and forms[match.words[1]] in PRONOUNS else []
    if within:
        return [within[0].id], False
    pronoun = not ids and (forms[match.words[1]] in PRONOUNS if frame.data == "after" else _opens_with_pronoun(page.policy, match))
    if pointing or pronoun:
        earlier = [one.id for one in named_before(page, match.sentence)]
        named = [one for one in ids if one not in ontology.ALL_DATA]
        return list(dict.fromkeys(named or earlier or ids)), True
    return [frame.otherwise] if frame.otherwise else [], False


def _opens_with_pronoun(policy: Policy, match: Match) -> bool:
    first, _ = policy.words.range_of(match.sentence)
    return policy.words.forms[first] in PRONOUNS | {"they"} and match.words[0] - first <= _IN_A_ROW


# --- access and leaving ----------------------------------------------------------------------------------------------


def accessed(page: Page, match: Match) -> Iterator[Claim]:
    """ "Our providers have access to your data": it is shared with them."""
    sentence = match.sentence
    words = page.policy.words
    first, _ = words.range_of(sentence)
    who = [one for one in page.recipients.get(sentence.number, ()) if one.after <= match.words[0] and one.id in ontology.OUTSIDERS | ontology.PROCESSORS]
    what = [one for one in page.data.get(sentence.number, ()) if 0 <= one.first - match.words[0] <= 10]
    if who and {words.forms[who[0].first], words.forms[who[0].first - 1]} & (_NOBODY | {"no"}):
        return
    if not who or not what or {*words.forms[first : match.words[0]]} & {"you", "if", "without", "unless", "when", "how"}:
        return
    value = {
        **PLAIN,
        "data": list(dict.fromkeys(one.id for one in what)),
        "recipient": who[-1].id,
        "recipients": list(dict.fromkeys(one.id for one in who)),
        "exception": exception_of(page, sentence, False),
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
        "exception": exception_of(page, match.sentence, True),
        "refers": pointing,
        "universal": True,
        "local": True,
    }
    start = min([match.words[0], *(one.first for one in found)])
    span = policy.words.span(max(low, start), match.words[1])
    return Claim("practice", value, span, match.sentence, True, "does", scope.scope_of(policy, match.sentence))
