"""What a verb is said of: which data, given to whom, and what narrows it."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from itertools import pairwise

from privacylint.api import Match, Sentence

from privacylint_rules import ontology, scope
from privacylint_rules.ontology import Mention
from privacylint_rules.practice.grammar import AUX, DETERMINERS, NEGATIONS, POINTING, PREPOSITIONS, PRONOUNS, RELATIVE
from privacylint_rules.practice.page import Page, data_between
from privacylint_rules.practice.reading import Reading
from privacylint_rules.practice.verbs import DATIVE, SKIP, opens_purpose

_NARROWING = frozenset("in from about contained collected obtained gathered received of for used stored processed related relating regarding on submitted provided generated associated through via concerning linked".split())
_WHOLE = frozenset("you your their its my consumers donors clients subscribers players users user customers visitors us we our members individuals people subscribers any".split())
_OF_WHOM = frozenset("of about from on relating concerning regarding".split())
_LOOSE = frozenset(tuple(words.split(" ")) for words in ("in any|in order|in accordance|in compliance|in response|in exchange|in return|for sale|for money|for a|for any|for profit|for financial|for monetary|for commercial|for gain|for payment|for compensation|for consideration|for valuable|for free|in our|on our|on this|in bulk|in full|in whole|in part".split("|")))
"""Words behind "personal data" that leave it whole."""
_LESS = frozenset("unencrypted other additional further more raw such sensitive certain some specific preserved".split())
"""Words that make less of "personal data"."""


def given_to(page: Page, match: Match, base: str, high: int) -> list[Mention]:
    """Whom a verb names right behind it: "we give advertisers your name", "we provide partners with data"."""
    if base not in DATIVE:
        return [] if page.policy.words.forms[match.words[1]] != "them" else _named_outside(page, match.sentence, match.words[0])
    forms = page.policy.words.forms
    verb = match.words[0]
    if forms[verb + 1] == "them":
        return _named_outside(page, match.sentence, verb)
    for one in page.recipients.get(match.sentence.number, ()):
        between = forms[verb + 1 : one.first]
        if verb < one.first and one.after < high and len(between) <= 1 and {*between} <= DETERMINERS - {"to", "with"} and one.id not in ("us", "user"):
            return [one]
    return []


_TWO_NOUNS = frozenset("our your this these those his her its".split())
"""Words that open a second noun behind "and" as often as a second sentence."""


def _past_nouns(page: Page, match: Match, high: int, after: int) -> int:
    """Where the clause ends when "your name and your address" is taken for two nouns instead of two sentences."""
    forms = page.policy.words.forms
    while high < after and forms[high] in ("and", "or", "nor") and forms[high + 1] in _TWO_NOUNS and not {*forms[high + 1 : min(after, high + 9)]} & AUX:
        high = scope.clause(page.policy, match._replace(words=(match.words[0], high + 1)))[1]
    return high


_ENDING = frozenset("except unless without if when".split())
_BEFORE_ENDING = {"other": "than", "apart": "from", "aside": "from"}


def end_of(page: Page, match: Match) -> int:
    """The word where the verb's own words end: the clause, and past a colon that opens a list in the line."""
    words = page.policy.words
    _, after = words.range_of(match.sentence)
    high = _past_nouns(page, match, scope.clause(page.policy, match)[1], after)
    plain = match.sentence.block.text.plain
    if high < after and ":" in plain[words.plain(high - 1)[1] : words.plain(high)[0]]:
        high = after
    forms = words.forms
    for number in range(match.words[1], high):
        form = forms[number]
        if form in _ENDING or (form in _BEFORE_ENDING and forms[number + 1] == _BEFORE_ENDING[form]):
            return number
    return high


def recipients_of(page: Page, sentence: Sentence, to: int, high: int) -> list[Mention]:
    words = page.policy.words
    kept: list[Mention] = []
    for one in page.recipients.get(sentence.number, ()):
        if not to < one.first or one.first >= high:
            continue
        if kept and any(words.forms[number] in ("for", "so") or opens_purpose(words.forms, number) for number in range(kept[-1].after, one.first)):
            break
        before = words.forms[one.first - 1]
        following = words.forms[one.after] if one.after < high else ""
        if before in ("from", "behalf", "for") or following in ("marketing", "own", "direct", "purposes"):
            continue
        kept.append(one)
    if not kept and words.forms[to : to + 2] in (["with", "them"], ["to", "them"]):
        return _named_outside(page, sentence, to)
    return kept


def _named_outside(page: Page, sentence: Sentence, at: int) -> list[Mention]:
    """Whom "them" stands for: those outside who were named last before it."""
    earlier = [one for one in page.recipients.get(sentence.number, ()) if one.after <= at]
    before = page.policy.sentences[sentence.number - 1] if sentence.number else sentence
    if not earlier and before.block is sentence.block:
        earlier = page.recipients.get(before.number, [])
    return [one for one in earlier if one.id in ontology.OUTSIDERS | ontology.PROCESSORS][-2:]


def is_nobody(page: Page, who: list[Mention]) -> bool:
    """Whether those who receive are "no one", "nobody" or "no third party"."""
    forms = page.policy.words.forms
    return bool(who) and bool({forms[who[0].first], forms[who[0].first - 1]} & {"no", "nobody", "noone", "none"})


def objects_of(page: Page, match: Match, reading: Reading, to: int, high: int) -> tuple[list[Mention], bool, str | None]:
    """The data of the verb, whether it was named before ("it", "this information"), and what narrows it."""
    words = page.policy.words
    forms = words.forms
    verb = match.words[0]
    low, upper = (reading.start, verb) if reading.passive else (verb + 1, to if to > verb + 1 else high)
    found = data_between(page, match.sentence, low, upper)
    if not reading.denied:
        # "we receive your status, not your card details"
        found = [one for one in found if not {*forms[max(low, one.first - 2) : one.first]} & {"not", "nor", "never"}]
    if reading.presupposed:
        found = [one for one in page.data.get(match.sentence.number, ()) if reading.start <= one.first <= verb]
        return found, False, narrowed_by(page, [one for one in found if one.after <= verb], match)
    if not found and not reading.passive:
        found = data_between(page, match.sentence, verb + 1, high)
    if not found and not reading.passive and reading.start < verb:
        joined = data_between(page, match.sentence, reading.start, verb)
        found = joined if forms[verb + 1] in PREPOSITIONS | PRONOUNS else []
    if not found and not reading.passive and forms[reading.start - 1] in ("something", "anything", "things", "nothing", "that", "which"):
        # "a phone number is something we never collect"
        found = data_between(page, match.sentence, page.policy.words.range_of(match.sentence)[0], reading.start)
    nothing = verb + 1 if not reading.passive else next((number for number in range(reading.start, verb) if forms[number] in ("nothing", "everything")), verb)
    if not found and not reading.passive and forms[verb + 1] == "none":
        # "you need not give us your name, and we collect none"
        found = _named_in(page, match, reading)
    if not found and forms[nothing] in ("nothing", "none", "everything"):
        found = [Mention("data", nothing, nothing + 1)]
    lead = [word for word in forms[reading.start : verb] if word not in SKIP]
    pronoun = not found and (forms[verb + 1] in PRONOUNS or _part_of_it(forms, verb + 1) if not reading.passive else not lead or lead[-1] in PRONOUNS | {"they"} or lead[-2:] == ["of", "that"])
    pointing = any(one.id in ontology.ALL_DATA and (forms[one.first] in POINTING or (forms[one.first - 1] in POINTING and forms[one.first] not in _OWNED)) and not _points_ahead(page, match.sentence, one) for one in found)
    if reading.passive and {one.id for one in found} and {one.id for one in found} <= ontology.ALL_DATA:
        # "the following data is recorded: your IP address"
        found = _behind_colon(page, match) or found
    within = _named_in(page, match, reading) if pronoun and not reading.passive else []
    if within:
        return within, False, narrowed_by(page, within, match)
    if pronoun or pointing:
        earlier = named_before(page, match.sentence)
        named = [one for one in found if one.id not in ontology.ALL_DATA]
        if not named and _of_intro(page, match.sentence, earlier):
            return earlier, False, None
        return (named or earlier or found), True, None
    if not reading.denied and reading.action in ("collect", "store"):
        found = _exemplified(page, found)
    return found, False, narrowed_by(page, found, match)


def _exemplified(page: Page, found: list[Mention]) -> list[Mention]:
    """The data that "certain information, for example your name" names; all of it where nothing is named so."""
    forms = page.policy.words.forms
    for one, other in pairwise(found):
        if one.id in ontology.ALL_DATA and other.id not in ontology.ALL_DATA and other.first - one.after <= _NAMED_SOON and {*forms[one.after : other.first]} & _NAMING:
            return [mention for mention in found if mention.id not in ontology.ALL_DATA]
    return found


_NAMED_SOON = 6
_NAMING = frozenset("including includes include example instance namely e such".split())


def _points_ahead(page: Page, sentence: Sentence, one: Mention) -> bool:
    """Whether "these data" stands right before a colon, and means what follows it."""
    words = page.policy.words
    return one.after < words.range_of(sentence)[1] and ":" in _gap(page, sentence, one.after)


def _behind_colon(page: Page, match: Match) -> list[Mention]:
    """The data behind a colon or "for example" that follows a passive verb."""
    forms = page.policy.words.forms
    _, after = page.policy.words.range_of(match.sentence)
    colon = next((number for number in range(match.words[1], after) if ":" in _gap(page, match.sentence, number) or tuple(forms[number : number + 2]) in _NAMELY), None)
    return data_between(page, match.sentence, colon, after) if colon else []


_NAMELY = frozenset([("such", "as"), ("for", "example"), ("for", "instance"), ("in", "particular"), ("e", "g")])


def _gap(page: Page, sentence: Sentence, number: int) -> str:
    """What stands between a word and the one before it."""
    words = page.policy.words
    return sentence.block.text.plain[words.plain(number - 1)[1] : words.plain(number)[0]]


_OWNED = frozenset("your my our any all".split())
_OF_IT = frozenset("any all none some much part".split())


def _part_of_it(forms: list[str], number: int) -> bool:
    """ "Any of it", "all of this"."""
    return forms[number] in _OF_IT and forms[number + 1] == "of" and forms[number + 2] in PRONOUNS


def _of_intro(page: Page, sentence: Sentence, earlier: list[Mention]) -> bool:
    """Whether "it" in a list item stands for all the data of which the sentence that introduces the list speaks."""
    intro = sentence.block.intro
    if intro is None or not earlier or sentence.block.kind != "item":
        return False
    return page.policy.words.sentence_at(earlier[0].first).block is intro and page.policy.words.forms[earlier[0].after] not in _NARROWING


def _named_in(page: Page, match: Match, reading: Reading) -> list[Mention]:
    """The data that "it" stands for, named last in its own sentence: "your data is yours, and we do not sell it"."""
    first, _ = page.policy.words.range_of(match.sentence)
    return data_between(page, match.sentence, first, reading.start)[-1:]


def named_before(page: Page, sentence: Sentence) -> list[Mention]:
    """The data that "this information" stands for: what the nearest sentence before names, under the same heading."""
    policy = page.policy
    general: list[Mention] = []
    for number in range(sentence.number - 1, max(-1, sentence.number - 5), -1):
        other = policy.sentences[number]
        if other.section is not sentence.section or other.block.kind == "heading":
            break
        named = [one for one in page.data.get(number, ()) if one.id not in ontology.ALL_DATA]
        if named:
            return named
        general = general or page.data.get(number, [])
    return general


def narrowed_by(page: Page, found: list[Mention], match: Match) -> str | None:
    """Words that make the data less than all of its kind: "data in your calendar", "opt-in data"."""
    forms = page.policy.words.forms
    after = page.policy.words.range_of(match.sentence)[1]
    for one in found:
        before = forms[one.first - 1]
        if one.id != "name" and {before, forms[one.first]} & {"full", "complete", "entire"}:
            return f"{before} {forms[one.first]}"
        if one.id not in ontology.ALL_DATA:
            continue
        if before in _LESS or (one.after - one.first > 1 and {*forms[one.first : one.after]} & _LESS):
            return f"{before} {forms[one.first]}"
        if one.id == "data" and one.after == one.first + 1 and before and before not in DETERMINERS and before not in SKIP and "," not in _gap(page, match.sentence, one.first):
            return f"{before} {forms[one.first]}"
        following = forms[one.after : min(after, one.after + 2)]
        lately = forms[one.after + 2 : one.after + 4] == ["in", "the"] and forms[one.after + 4] in _LATELY
        whole = following[1:2] and following[1] in _WHOLE and following[0] in _OF_WHOM and (lately or forms[one.after + 2] not in RELATIVE | {"in", "under", "stored"})
        past = forms[one.after : one.after + 2] == ["in", "the"] and forms[one.after + 2] in _LATELY
        loose = tuple(forms[one.after : one.after + 2]) in _LOOSE or _is_loose(page, match, one.after)
        if following and one.after != match.words[0] and following[0] in _NARROWING and not loose and not past and not whole and following != ["on", "to"]:
            return " ".join(following)
    return None


_LATELY = frozenset("past last preceding previous prior following".split())


def _is_loose(page: Page, match: Match, at: int) -> bool:
    """Whether the words behind data leave it whole: "the information collected is …", "your data for marketing"."""
    forms = page.policy.words.forms
    if forms[at] in ("collected", "gathered", "obtained", "received") and forms[at + 1] in AUX | NEGATIONS | {"with", "to"}:
        return True
    if forms[at] == "for" and {*forms[at + 1 : at + 5]} & {"purpose", "purposes", "reasons"} and {*forms[at + 1 : at + 4]} & {"following", "these", "several", "various", "many"}:
        return True
    return forms[at] == "for" and any(one.first in (at + 1, at + 2) for one in page.purposes.get(match.sentence.number, ()))


def given_data(page: Page, match: Match, reading: Reading, objects: list[Mention], refers: bool) -> bool:
    if reading.passive:
        return bool(objects) or refers
    if refers and not objects:
        return page.policy.words.forms[match.words[0] + 1] in PRONOUNS
    return any(one.first - match.words[1] <= 5 for one in objects)
