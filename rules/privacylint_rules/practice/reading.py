"""One verb understood: who does it, whether it is denied, in which voice."""

from __future__ import annotations

from typing import NamedTuple

from privacylint.api import Block, Match, Policy, Sentence

from privacylint_rules import ontology, scope
from privacylint_rules.ontology import Mention
from privacylint_rules.practice.grammar import (
    ADVERBS,
    ASIDES,
    ASKING,
    AUX,
    BE,
    BY,
    CONDITIONAL,
    ENGAGING,
    GOVERNORS,
    HAVE,
    JOINS,
    LETTING,
    MAY,
    NEGATIONS,
    NO_SUBJECT,
    OWN,
    POINTING,
    REFUSING,
    RELATIVE,
    SAYING,
    VOWING,
    WE,
    WILL,
)
from privacylint_rules.practice.page import Page, data_between
from privacylint_rules.practice.verbs import BY_OTHERS, FORMS, SKIP
from privacylint_rules.words import phrases


class Reading(NamedTuple):
    """One verb understood: who acts, whether it is denied, in which voice, and the word its words start with."""

    verb: int
    action: str
    actor: str
    denied: bool
    modality: str
    passive: bool
    start: int
    by: str | None = None
    presupposed: bool = False


def read(page: Page, match: Match, before: list[Reading]) -> Reading | None:
    """Who does what the verb says; None where it is a noun, a part of another statement, or about somebody else."""
    words = page.policy.words
    forms = words.forms
    verb = match.words[0]
    known = FORMS.get(forms[verb])
    if known is None:
        return None
    action, form, base = known
    if base == "make" and not {"available", "known", "accessible"} & {*forms[verb + 1 : verb + 9]}:
        return None
    if base in BY_OTHERS and (form != "past" or not _agent(page, match)):
        return None
    first, _ = words.range_of(match.sentence)
    at = _subject_end(forms, first, verb)
    said = frozenset(forms[at + 1 : verb])
    near = forms[at] if at >= first else ""
    if form == "ing" and not (said & BE) and near not in ("by",):
        return _gerund(page, match, action, near, said, at, first)
    passive = form == "past" and bool(said & BE)
    modality = "may" if said & MAY else "will" if said & WILL else "does"
    denied = (bool(said & NEGATIONS) and not _harmless(page.policy, match, at)) or forms[verb + 1] in ("no", "nothing", "zero", "none")
    turned = _turned(forms, first, verb) if form == "past" and not passive and not said & HAVE else 0
    if turned:
        return Reading(verb, action, "us", True, "does", True, turned)
    if form == "past" and not passive and not said & HAVE and near not in WE and not said & JOINS:
        return _fragment(page, match, action, base, near, said, at, first)
    inverted = _inverted(page, match, action, modality, at, first) if form == "base" else None
    if inverted:
        return inverted
    joined = _joined(match, verb, said, before, near) or _along(page, match, said, denied, modality, at, first)
    if form == "past" and joined and joined.passive and not said & (AUX | NEGATIONS) and forms[verb + 1] in (*BY, "in", "on", "for"):
        # "is sent by your browser and stored by us"
        by = _agent(page, match)
        return None if by == "user" else Reading(verb, action, "third-party" if by else "us", joined.denied, joined.modality, True, joined.start, by)
    if passive:
        return _passive(page, match, action, modality, denied, at, joined)
    if near in WE:
        return _with_we(page, match, action, modality, denied, at, first)
    if forms[first] == "neither" and form != "ing" and _ours_and_nobody(page, forms, first, at):
        return Reading(verb, action, "us", True, modality, False, first)
    if form == "base" and not (said & (AUX | NEGATIONS)) and near not in ("to", "they", "servers", "systems", "services", "apps", "websites", "sites", "tools", "products") and near and not joined and not _is_actor(page, match, at):
        return _apposition(page, match, action, at, first)
    if near == "to":
        return _infinitive(page, match, action, at, first)
    if near == "by" and form == "ing" and forms[at - 1] in ("not", "never", "than", "of") and {*forms[first:at]} & (WE | page.names | {"our"}):
        # "we live on subscriptions, not by selling your data"
        return Reading(verb, action, "us", True, "does", False, at)
    if near == "by" and form == "ing":
        return Reading(verb, action, "us", False, "does", False, verb)
    if not near:
        return _opening(page, match, action, form, said, denied, modality)
    if joined:
        own = said & (AUX | NEGATIONS)
        return Reading(verb, action, joined.actor, denied if own else denied or joined.denied, modality if own else joined.modality, False, joined.start)
    return _other_subject(page, match, action, modality, denied, form, said, at, first)


def _ours_and_nobody(page: Page, forms: list[str], first: int, at: int) -> bool:
    """Whether "neither Corner nor its staff", "neither we nor our employees" is the subject: the company, and those of it."""
    subject = forms[first + 1 : at + 1]
    return "nor" in subject and len(subject) <= _NEAR and bool({*subject} & (WE | page.names | {"our", "its"})) and not {*subject} & CONDITIONAL


_PARTICLES = frozenset(["to", "by", "with", "from", "on", "in", "for"])
_ASIDES_BY_END = {one[-1]: [other for other in ASIDES if other[-1] == one[-1]] for one in ASIDES}


def _subject_end(forms: list[str], first: int, verb: int) -> int:
    """The last word before the verb that is no helper, adverb, other verb or aside of it."""
    at = verb - 1
    while at >= first:
        ending = _ASIDES_BY_END.get(forms[at], ())
        aside = next((one for one in ending if at - len(one) + 1 >= first and tuple(forms[at - len(one) + 1 : at + 1]) == one), None)
        if aside:
            at -= len(aside)
        elif forms[at] in _PARTICLES and forms[at + 1] in ("and", "or", "nor") and forms[at - 1] in FORMS:
            # "transmitted to and stored on our servers"
            at -= 1
        elif forms[at] in SKIP and not (forms[at] in ("sharing", "using", "processing") and at == verb - 1):
            at -= 1
        else:
            break
    return at


def _turned(forms: list[str], first: int, verb: int) -> int:
    """Where the subject starts in "under no circumstances is your data sold"; 0 in other sentences."""
    for one in (*(aside for aside in ASIDES if "no" in aside), ("nor",), ("never",)):
        after = first + len(one)
        if tuple(forms[first:after]) == one and forms[after] in BE and after < verb:
            return after + 1
    return 0


def _gerund(page: Page, match: Match, action: str, near: str, said: frozenset[str], at: int, first: int) -> Reading | None:
    """ "We refrain from selling", "our policy of not sharing", "in the business of selling"; "no selling of data"."""
    forms = page.policy.words.forms
    verb = match.words[0]
    left = forms[max(first, at - 6) : at]
    refusing = [word for word in left if word not in ADVERBS and word not in _WHOLLY]
    if near == "from" and refusing and refusing[-1] in REFUSING:
        return Reading(verb, action, "us", True, "does", False, at - 1)
    if near in ("to", "of") and said & {"not", "never"} and {*left[-2:]} & VOWING:
        return Reading(verb, action, "us", True, "will", False, at)
    if (near == "of" and left[-1:] == ["business"]) or (near == "in" and {*left[-2:]} & ENGAGING):
        denied = bool({*forms[max(first, at - 9) : at]} & NEGATIONS)
        who = {*forms[max(first, at - 9) : at]} & (WE | page.names)
        return Reading(verb, action, "us", denied, "does", False, at) if who else None
    if near == "without" and _ours_before(page, forms, first, at):
        return Reading(verb, action, "us", True, "does", False, first)
    if near in ("than", "of") and left[-1:] in (["rather"], ["instead"]) and {*forms[first:at]} & (WE | page.names | {"our"}):
        return Reading(verb, action, "us", True, "does", False, at)
    dreaming = near in _CONSIDERING or (near in ("of", "in", "about") and {*left[-1:]} & (_CONSIDERING | {"dream", "intention", "think", "believe", "thought", "dreamt"}))
    if (near in _AVOIDING or (dreaming and {*forms[max(first, at - 9) : at]} & NEGATIONS)) and {*forms[first:at]} & (WE | page.names | OWN):
        # "we avoid sharing your data", "we would not dream of selling it"
        return Reading(verb, action, "us", True, "does", False, at)
    if (near == "no" or (near == "" and "no" in said)) and forms[verb + 1] in ("of", "your", "any", "personal", "user", "customer"):
        return Reading(verb, action, "us", True, "does", False, first)
    return None


_WHOLLY = frozenset(["entirely", "completely", "altogether", "wholly", "totally", "fully", "deliberately", "consciously"])
_AVOIDING = frozenset(["avoid", "avoids", "exclude", "excludes", "reject", "rejects", "oppose", "opposes", "renounce", "stopped", "quit"])
_CONSIDERING = frozenset(["consider", "considered", "contemplate", "imagine", "condone", "practice", "practise"])
"""Verbs that promise nothing by themselves, and everything once they are denied."""


def _ours_before(page: Page, forms: list[str], first: int, at: int) -> bool:
    """Whether "works without collecting" is said of the service itself."""
    left = forms[first:at]
    return bool({*left} & (OWN | page.names)) and bool({*left[-3:]} & _WORKING) and not {*left} & (NEGATIONS | CONDITIONAL | {"you", "can", "may"})


_WORKING = frozenset(["works", "work", "functions", "function", "runs", "run", "operates", "operate"])


def _harmless(policy: Policy, match: Match, at: int) -> bool:
    """Whether the negation is "not only", "not just"."""
    return any(at < number < match.words[0] and policy.words.forms[number] == "not" and policy.words.forms[number + 1] in ("only", "just", "merely", "simply", "necessarily", "solely") and number + 1 < match.words[0] and policy.words.forms[number + 1] != "solely" for number in range(at + 1, match.words[0]))


def _joined(match: Match, verb: int, said: frozenset[str], before: list[Reading], near: str) -> Reading | None:
    """The earlier verb of the sentence that shares its subject: "we collect names and share them"."""
    if not said & JOINS or not before or near in WE:
        return None
    return before[-1] if verb - before[-1].verb <= 30 else None


def _along(page: Page, match: Match, said: frozenset[str], denied: bool, modality: str, at: int, first: int) -> Reading | None:
    """ "We respect your privacy and will not pass on your data": the "we" that opens the sentence acts here too."""
    forms = page.policy.words.forms
    between = forms[first:at]
    if said & JOINS and forms[match.words[0] - 1] in ("and", "then", "also") and _led_by_own(page, forms, first) and forms[match.words[0]].endswith("s") and match.words[0] - first <= _NEAR + 2 and not {*between} & (_NEW_SUBJECT | CONDITIONAL | NEGATIONS):
        # "our app reads your contacts and copies them"
        return Reading(match.words[0], "", "us", False, modality, False, first)
    if not said & JOINS or forms[first] not in WE or {*between} & (_NEW_SUBJECT | CONDITIONAL) or forms[at] in WE:
        return None
    if said & (AUX | NEGATIONS):
        return Reading(match.words[0], "", "us", denied, modality, False, first)
    if said & {"or", "nor"} and {*forms[first + 1 : first + 4]} & NEGATIONS and match.words[0] - first <= _NEAR:
        return Reading(match.words[0], "", "us", True, modality, False, first)
    return None


def _led_by_own(page: Page, forms: list[str], first: int) -> bool:
    """Whether a sentence opens with the company's name, or with what it runs."""
    return bool({*forms[first : first + 2]} & page.names) or (forms[first] in ("our", "the", "this", "my") and forms[first + 1] in OWN)


_NEW_SUBJECT = frozenset(["that", "which", "who", "they", "it", "and", "but", "because", "since", "so", "he", "she"])
_NEAR = 12


def _with_we(page: Page, match: Match, action: str, modality: str, denied: bool, at: int, first: int) -> Reading | None:
    forms = page.policy.words.forms
    back = at - 1
    inverted = back >= first and forms[back] in AUX
    if inverted:
        left = forms[max(first, back - 6) : back]
        if not {*left} & {"nor", "neither", "never", "no", "not"}:
            return None
        return Reading(match.words[0], action, "us", True, modality, False, max(first, back - 6) if "no" in left else back)
    while back >= first and forms[back] in ("and", "also", "then", "therefore", "not", "both", "only"):
        back -= 1
    previous = forms[back] if back >= first else ""
    if previous in ("how", "whom") and action == "share" and _labels(page, match):
        return Reading(match.words[0], action, "us", denied, modality, False, at)
    if previous == "why" and {*forms[max(first, back - 2) : back]} & {"is"} and {*forms[max(first, back - 4) : back]} & {"which", "that", "this"}:
        # "your data is yours, which is why we do not sell it"
        return Reading(match.words[0], action, "us", denied, modality, False, at)
    if previous in CONDITIONAL and not (previous in ("where", "when", "once", "after") and "only" in forms[first:back]):
        return None
    if {*forms[max(first, back - 4) : back + 1]} & ASKING:
        return None
    fronted = _fronted(forms, back, first)
    if fronted is not None:
        return Reading(match.words[0], action, "us", denied or fronted, modality, False, at)
    resumed = (forms[at - 1] in JOINS and previous in _NOUNS) or (previous in _NOUNS and _after_label(page, match, at))
    if previous in RELATIVE and not resumed and not (previous == "that" and {*forms[max(first, back - 2) : back]} & SAYING):
        return _presupposed(page, match, action, modality, denied, at, first)
    if previous in ("as", "than") or (previous == "the" and back > first):
        return None
    return Reading(match.words[0], action, "us", denied, modality, False, at)


def _inverted(page: Page, match: Match, action: str, modality: str, at: int, first: int) -> Reading | None:
    """ "In no event shall the Company sell", "nor does our site": the helper stands in front of its subject."""
    forms = page.policy.words.forms
    if not (forms[at] in page.names or forms[at] in OWN) or at - first < 2:
        return None
    helper = at - 1 if forms[at - 1] in AUX else at - 2
    left = forms[max(first, helper - 5) : helper]
    if helper < first or forms[helper] not in AUX or (helper == at - 2 and forms[at - 1] not in ("the", "our", "this", "my")) or not {*left} & {"nor", "neither", "never", "no"}:
        return None
    return Reading(match.words[0], action, "us", True, modality, False, max(first, helper - 4) if "no" in left else helper)


def _after_label(page: Page, match: Match, at: int) -> bool:
    """Whether "location information: we gather …" starts its statement behind a label."""
    words = page.policy.words
    gap = match.sentence.block.text.plain[words.plain(at - 1)[1] : words.plain(at)[0]]
    return any(mark in gap for mark in (":", " – ", " — ", " - ", "."))


_NOUNS = frozenset(["data", "information", "details", "things"])
"""Nouns that open a relative clause without "that": "the data we sell"; behind "and" they do not."""


def _fronted(forms: list[str], back: int, first: int) -> bool | None:
    """Whether "a phone number is (not) something that we" denies by itself; None in other sentences."""
    at = back - 1 if forms[back] in ("that", "which") else back
    if at - 2 < first or forms[at] not in ("something", "anything", "things", "nothing"):
        return None
    left = forms[max(first, at - 3) : at]
    return bool({*left} & NEGATIONS) if {*left} & BE else None


def _labels(page: Page, match: Match) -> bool:
    """ "How we disclose it: to our advertisers": what follows the colon answers."""
    sentence = match.sentence
    colon = sentence.text.find(":")
    to = sentence.text.find(" to ", colon)
    return 0 < colon < 80 and 0 <= to - colon < 4


def _presupposed(page: Page, match: Match, action: str, modality: str, denied: bool, at: int, first: int) -> Reading | None:
    """ "The personal data that we collect is used …" says that personal data is collected."""
    forms = page.policy.words.forms
    named = [one for one in page.data.get(match.sentence.number, ()) if one.first < at and at - 3 <= one.after]
    if action not in ("collect", "sell") or denied or modality == "may" or not named:
        return None
    # "data we sell" may be spoken of where none is sold; "the data we sell is …" says that some is
    if action == "sell" and not {*forms[match.words[0] + 1 : match.words[0] + 3]} & {"is", "are", "include", "includes", "consists"}:
        return None
    if {*forms[max(first, named[-1].first - 3) : named[-1].after]} & (CONDITIONAL | NEGATIONS | {"any", "about"}) or match.sentence.block.kind == "heading":
        return None
    start = named[-1].first
    while start > first and forms[start - 1] in ("only", "sole", "personal", "the"):
        start -= 1
    return Reading(match.words[0], action, "us", False, modality, False, start, None, True)


_PROMISING = frozenset(["promise", "promises", "pledge", "pledges", "undertake", "undertakes", "commit", "commits", "committed", "vow", "guarantee", "policy", "obliged", "swear"])


def _infinitive(page: Page, match: Match, action: str, at: int, first: int) -> Reading | None:
    """ "We need to share", "we reserve the right to disclose"; a purpose ("to share it with you") is no statement."""
    forms = page.policy.words.forms
    left = forms[max(first, at - 6) : at]
    not_to = bool(({*left[-1:]} | {*forms[at + 1 : match.words[0]]}) & {"not", "never"})
    while left and left[-1] in ("not", "never", "is", "always", "either"):
        left = left[:-1]
    refusing = bool(left) and left[-1] in REFUSING
    if not left or not (left[-1] in GOVERNORS or refusing):
        return None
    who = next((word for word in reversed(left[:-1]) if word not in AUX | ADVERBS | {"the"}), "")
    if who not in WE | page.names | ({"reserve"} if left[-1] == "right" else frozenset()) | ({"our"} if left[-1] == "policy" else frozenset()):
        return None
    denied = refusing or not_to or (bool({*left} & NEGATIONS) and left[-1] in ("need", "needs", "intend", "plan", "want", "going", "wish"))
    if left[-1] in _PROMISING and not denied:
        return None
    if left[-1] in ("need", "needs", "able", "permitted") and denied:
        return None
    return Reading(match.words[0], action, "us", denied, "may" if not denied else "will", False, max(first, at - len(left)))


def _passive(page: Page, match: Match, action: str, modality: str, denied: bool, at: int, joined: Reading | None) -> Reading | None:
    policy = page.policy
    forms = policy.words.forms
    first, _ = policy.words.range_of(match.sentence)
    low = _past_saying(forms, _past_condition(page, match, max(first, scope.clause(policy, match)[0])), match.words[0])
    lead = forms[low : at + 1]
    if not lead and not joined:
        return _implied_passive(page, match, action, modality, denied)
    data = [one for one in page.data.get(match.sentence.number, ()) if low <= one.first <= at]
    opening = [forms[number] for number in range(low, low + 2) if not any(one.first <= number < one.after for one in data)]
    last = [] if data and data[-1].after > at else lead[-1:]
    if {*lead} & {"if", "unless", "whether", "how", "where", "when", "what", "why", "you", "that", "who", "which", "whom", "once", "until", "before"} & {*opening, *last} and not {*lead[:1]} & {"nothing", "none", "everything"}:
        return None
    if "without" in lead and "being" in forms[at + 1 : match.words[0]]:
        # "the site works without any data being collected" denies it, "can be used without" only for some uses
        return Reading(match.words[0], action, "us", True, modality, True, low) if {*lead} & _WORKING and not {*lead} & (MAY | {"you"}) else None
    if not denied and {*lead} & NO_SUBJECT:
        start = next(number for number in range(low, at + 1) if forms[number] in NO_SUBJECT)
        denied = at - start < 14 and forms[start + 1] not in ("longer", "matter", "later", "doubt", "charge", "cost")
    by = _agent(page, match)
    if by == "user":
        return None
    start = joined.start if joined and not data_between(page, match.sentence, low, match.words[0]) else low
    if joined and not denied and not {*forms[joined.verb : match.words[0]]} & (AUX | NEGATIONS):
        denied = joined.denied
    actor = "third-party" if by else "us"
    return Reading(match.words[0], action, actor, denied, modality, True, start, by)


def _past_condition(page: Page, match: Match, low: int) -> int:
    """Where the main clause starts behind "when you visit our site,": the condition itself is read with the scope."""
    words = page.policy.words
    if words.forms[low] not in _OPENING_CONDITIONS:
        return low
    plain = match.sentence.block.text.plain
    commas = (number + 1 for number in range(low, match.words[0]) if "," in plain[words.plain(number)[1] : words.plain(number + 1)[0]])
    return next(commas, low)


def _past_saying(forms: list[str], low: int, verb: int) -> int:
    """Where "your data is never sold" starts behind "rest assured that", "we promise that"."""
    for number in range(low + 1, min(verb, low + 6)):
        if forms[number] == "that" and forms[number - 1] in _ASSURING:
            return number + 1
    return low


_ASSURING = frozenset(["assured", "saying", "word", "clear", "sure", "certain", "guarantee", "guarantees", "promise", "promises", "confident", "warrant", "declare", "confirm", "pledge"])
_OPENING_CONDITIONS = frozenset(["when", "whenever", "if", "once", "after", "while", "upon", "where"])


def _agent(page: Page, match: Match) -> str | None:
    """By whom it is done, where the passive says so: a recipient's id, "user", or None for us."""
    forms = page.policy.words.forms
    after = page.policy.words.range_of(match.sentence)[1]
    for number in range(match.words[1], min(after, match.words[1] + 4)):
        if forms[number] in BY:
            if forms[number] == "by" and forms[number + 1] in ("you", "users", "the") and forms[number + 1 : number + 3] != ["the", "company"]:
                named = [one for one in page.recipients.get(match.sentence.number, ()) if one.first in (number + 1, number + 2)]
                if forms[number + 1] in ("you", "users") or not named:
                    return "user" if forms[number + 1] in ("you", "users") or "user" in forms[number + 2 : number + 3] else None
            for one in page.recipients.get(match.sentence.number, ()):
                if number < one.first <= number + 5 and one.id not in ("us", "user") and not {*forms[number + 1 : one.first]} & {"to", "with"}:
                    return one.id
    return None


def _fragment(page: Page, match: Match, action: str, base: str, near: str, said: frozenset[str], at: int, first: int) -> Reading | None:
    """ "Never shared with anyone", "no data collected": a line without its verb "is"; "data collected" alone says nothing."""
    forms = page.policy.words.forms
    if said & {"never", "not"} and (at < first or _is_labelled(page, match, at, first)):
        return Reading(match.words[0], action, "us", True, "does", True, first)
    short = page.policy.words.range_of(match.sentence)[1] - match.words[0] <= _SHORT
    if forms[first] == "no" and match.words[0] - first <= 7 and (short or match.sentence.block.kind in ("item", "cell", "heading")) and not {*forms[first : match.words[0]]} & (AUX | {"we", "you"}):
        return Reading(match.words[0], action, "us", True, "does", True, first)
    return None


_SHORT = 6
"""How many words a line without "is" has left at most when it stands in prose: "no personal data shared with others"."""


def _is_labelled(page: Page, match: Match, at: int, first: int) -> bool:
    """ "Personal data: never sold"."""
    words = page.policy.words
    gap = match.sentence.block.text.plain[words.plain(at)[1] : words.plain(at + 1)[0]]
    return at - first <= _SHORT and any(mark in gap for mark in (":", "–", "—", " - "))


def _implied_passive(page: Page, match: Match, action: str, modality: str, denied: bool) -> Reading | None:
    first = page.policy.words.range_of(match.sentence)[0]
    return Reading(match.words[0], action, "us", denied, modality, True, first) if denied else None


def _opening(page: Page, match: Match, action: str, form: str, said: frozenset[str], denied: bool, modality: str) -> Reading | None:
    """A verb that opens its line: the sentence that introduces the list says who acts, "never share" says it alone."""
    first = page.policy.words.range_of(match.sentence)[0]
    intro = match.sentence.block.intro
    if match.sentence.block.kind == "item" and intro and match.sentence.start <= 2 and form == "base" and not said:
        led = _led(page, intro)
        if led:
            return Reading(match.words[0], action, "us", led[0], led[1], False, first)
    if denied and form == "base" and not said & {"please", "you"}:
        # "do not share your password" is advice: a line that speaks of the reader's own doing was left out before
        if said & {"do", "don't"} and match.sentence.block.kind != "item":
            return None
        return Reading(match.words[0], action, "us", True, modality, False, first)
    return None


def _led(page: Page, intro: Block) -> tuple[bool, str] | None:
    """Whether an introducing sentence ends in "we (do not, will, may)" right before its list: denied, and how firmly."""
    sentences = page.policy.sentences_of(intro)
    if not sentences:
        return None
    if scope.found(page.policy, _NOT_DOING, sentences[-1]):
        return True, "does"
    words = page.policy.words
    first, after = words.range_of(sentences[-1])
    at = after - 1
    while at >= first and words.forms[at] in (AUX | ADVERBS | {"the", "following", "things"}):
        at -= 1
    if at < first or not (words.forms[at] in WE or words.forms[at] in page.names):
        return None
    said = frozenset(words.forms[at + 1 : after])
    back = words.forms[at - 1] if at > first else ""
    if back in CONDITIONAL - {"what", "how"} or (back in ("what", "how") and not said & NEGATIONS):
        return None
    return bool(said & NEGATIONS), "may" if said & MAY else "will" if said & WILL else "does"


_NOT_DOING = phrases(en=["(what|things|something|here is what|this is what) (we|i) (do not|never|don't|will not|won't|will never|would never) [ever] do [with|to] ...6 $"])
"""What introduces a list of what is not done."""


def _is_actor(page: Page, match: Match, at: int) -> bool:
    return any(one.after == at + 1 for one in page.recipients.get(match.sentence.number, ()))


_QUALIFYING = frozenset(["web", "own", "mobile", "backend", "cloud", "mail", "main", "central", "database", "hosting", "free", "official", "extension", "browser", "desktop"])
"""Words between "our" and what it names of the company's own: "our web server"."""


def _other_subject(
    page: Page, match: Match, action: str, modality: str, denied: bool, form: str, said: frozenset[str], at: int, first: int
) -> Reading | None:
    """A noun acts: the service or the company by its name is us, a recipient is a third party."""
    words = page.policy.words
    forms = words.forms
    if form == "ing" or (form == "past" and not said & HAVE):
        return None
    if form == "base" and not said & (AUX - {"need"} | NEGATIONS) and not _is_actor(page, match, at) and forms[at] not in ("they", "servers", "systems", "services", "apps", "websites", "sites", "tools", "products"):
        return _apposition(page, match, action, at, first)
    if forms[at] == "it" and forms[at - 1] == "that" and (_led_by_own(page, forms, first) or (forms[at - 2] == "so" and {*forms[first:at]} & _BUILT)):
        return Reading(match.words[0], action, "us", denied, modality, False, at)
    if form == "base" and forms[at] in ("you", "users", "who", "which", "that", "it", "he", "she", "user", "people", "children", "anyone", "visitors", "parents"):
        return None
    for one in page.recipients.get(match.sentence.number, ()):
        if one.after == at + 1 and one.id not in ("user", "us", "anyone", "public", "other-users", "customer"):
            if forms[one.first - 1] in CONDITIONAL | {"that", "of", "with", "to", "from"} and one.first > first:
                # "we work with advertisers and share your data with them"
                return Reading(match.words[0], action, "us", denied, modality, False, first) if said & JOINS and forms[first] in WE else None
            if forms[at] in page.names:
                break
            if _with_us(forms, one.first, first):
                return Reading(match.words[0], action, "us", denied, modality, False, first)
            letting = {*forms[max(first, one.first - 3) : one.first]} & LETTING
            if letting and scope.denied(page.policy, match):
                return None
            return Reading(match.words[0], action, "third-party", denied, modality, False, one.first, _kind_of(page, match.sentence, one) or _meant(page, match.sentence, one))
    if forms[at] == "it" and _ran_before(page, match, at, first):
        return Reading(match.words[0], action, "us", denied, modality, False, at)
    if forms[at] == "they" and action == "collect":
        who = _they(page, match.sentence)
        return Reading(match.words[0], action, "third-party", denied, modality, False, at, who) if who else None
    start = at
    if forms[at] in page.names or (forms[at] in OWN and {*forms[max(first, at - 1 - (forms[at - 1] in _QUALIFYING)) : at]} & ({"our", "the", "this", "my", "these", "we"} | page.names)):
        while start > first and (words.raw(start - 1)[:1].isupper() or forms[start - 1] in _QUALIFYING or forms[start - 1] in ("our", "the", "this", "my")):
            start -= 1
        if forms[start - 1 : start] == ["of"] and start - 1 > first and forms[start - 2] in _RUNNING:
            # "the operator of this site collects"
            start -= 2
        back = forms[start - 1] if start > first else ""
        if back in CONDITIONAL or back in ("of", "to", "with", "from", "by", "how", "on", "in", "through"):
            return None
        denied = denied or forms[max(first, scope.clause(page.policy, match)[0])] == "neither"
        return Reading(match.words[0], action, "us", denied, modality, False, start)
    return None


def _with_us(forms: list[str], at: int, first: int) -> bool:
    """Whether "we and our partners" act: what both do, we do."""
    while at > first and forms[at - 1] in _AMONG:
        at -= 1
    return at > first + 1 and forms[at - 1] in ("and", "or") and forms[at - 2] in WE and (at - 2 == first or forms[at - 3] not in CONDITIONAL | RELATIVE)


_AMONG = frozenset(["our", "the", "some", "certain", "selected", "trusted", "these", "various", "authorised", "authorized", "other"])


def _ran_before(page: Page, match: Match, at: int, first: int) -> bool:
    """Whether "it" is the app or site of which the sentence, or the one before in its paragraph, spoke: "when you start our app, it collects"."""
    words = page.policy.words
    low, high = first, at
    if at - first <= 1:
        before = page.policy.sentences[match.sentence.number - 1] if match.sentence.number else match.sentence
        low, high = words.range_of(before) if before.block is match.sentence.block else (at, at)
        high = min(high, low + 3)
    return any(words.forms[number] in _RUNS and words.forms[number - 1] in ("our", "the", "this", "my") for number in range(low + 1, high))


_RUNNING = frozenset(["operator", "operators", "owner", "owners", "provider", "publisher", "makers", "developer", "developers", "creator", "author"])
_BUILT = frozenset(["built", "designed", "developed", "engineered", "programmed", "configured", "made", "written", "created"])
"""What is done to a service "so that it collects nothing"."""
_RUNS = frozenset(["app", "application", "extension", "site", "website", "service", "game", "bot", "plugin", "software", "tool"])


def _meant(page: Page, sentence: Sentence, one: Mention) -> str:
    """Whom "these third parties" stands for: those named last before it in its paragraph."""
    forms = page.policy.words.forms
    if one.id not in ontology.EVERYBODY or not {forms[one.first], forms[one.first - 1]} & POINTING:
        return one.id
    for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
        if page.policy.sentences[number].block is not sentence.block:
            break
        named = [other.id for other in page.recipients.get(number, ()) if other.id in ontology.OUTSIDERS - ontology.EVERYBODY]
        if named:
            return named[0]
    return one.id


def _kind_of(page: Page, sentence: Sentence, one: Mention) -> str | None:
    """What a recipient is an example of: "third parties such as Corner"."""
    forms = page.policy.words.forms
    if forms[one.first - 1] not in ("as", "like", "including"):
        return None
    before = one.first - 1 - (forms[one.first - 2] == "such")
    return next((other.id for other in page.recipients.get(sentence.number, ()) if other.after == before), None)


def _they(page: Page, sentence: Sentence) -> str | None:
    """The recipient that "they" stands for: the one who acts in the sentence before."""
    before = page.policy.sentences[sentence.number - 1] if sentence.number else sentence
    named = page.recipients.get(before.number, ()) if before.section is sentence.section else ()
    first, _ = page.policy.words.range_of(before)
    return next((one.id for one in named if one.first - first <= 3 and one.id in ontology.OUTSIDERS), None)


def _apposition(page: Page, match: Match, action: str, at: int, first: int) -> Reading | None:
    """ "We do not, under any circumstances, sell": a comma right in front of the verb, and "we" with its helper before."""
    words = page.policy.words
    gap = match.sentence.block.text.plain[words.plain(at)[1] : words.plain(at + 1)[0]]
    if "," not in gap and ")" not in gap:
        return None
    for number in range(at, max(first - 1, at - 10), -1):
        if words.forms[number] in WE:
            said = frozenset(words.forms[number + 1 : at + 1])
            if not said & (AUX | NEGATIONS) or said & frozenset(FORMS):
                return None
            modality = "may" if said & MAY else "will" if said & WILL else "does"
            return Reading(match.words[0], action, "us", bool(said & NEGATIONS), modality, False, number)
    return None
