"""
Practices: who collects, uses, stores, shares or sells which data, with whom, and what for.

The five actions are never merged. `actor` is us or third-party; `data`, `recipients` and `purposes` are ids of
ontology.py, `recipient` and `purpose` the first of each. `exclusive` says that the claim shuts out all else, and `only`
what it limits: purpose, recipient, case or data. `exception` holds the words of an exception or the kind of one that
follows, `narrowed` words that make the data less than all of its kind, `refers` says that the data was named in an
earlier sentence. Questions, advice, rights, hypotheticals and other companies' policies state no practice.
"""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from privacylint.api import Block, Claim, Match, Policy, Said, Sentence, extractor
from privacylint.languages import grammar

from privacylint_rules import ontology, scope
from privacylint_rules.ontology import Mention
from privacylint_rules.services import SERVICES
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

# action -> verbs as "base past" where the past is irregular
_ACTIONS = {
    "collect": "collect gather obtain receive record solicit acquire capture log harvest",
    "use": "check scan screen handle use process analyse analyze utilise utilize combine",
    "store": "store save retain keep,kept hold,held maintain preserve archive",
    "share": "share make,made disclose transfer transmit release divulge pass give,given,gave provide send,sent supply reveal expose forward distribute exchange communicate",
    "sell": "sell,sold rent lease trade monetise monetize loan",
}
_BY_OTHERS = frozenset("check scan screen handle".split())
"""Verbs that are read only where others do it: "is checked through a spam filter"."""
_WEAK = frozenset("give provide send supply release pass forward communicate exchange expose submit distribute transmit".split())
"""Verbs of sharing that also have other objects: they need data right after them, and somebody to give it to."""
_OTHER_VERBS = frozenset(
    "access see view read buy purchase track monitor swap barter upload submit lend market permit allow sublicense license publish post "
    "manage control own request require ask want need intend plan seek delete create offer operate review modify accessed viewed bought licensed published "
    "monitored tracked bartered swapped sublicensed loaned lent uploaded made".split()
)
_WE = frozenset("we i we'll we've we're we'd i'll i've i'm".split())
_OWN = frozenset(
    "service services site sites website websites app apps application platform company product products software program game games bot extension plugin team "
    "organisation organization foundation association charity firm developer operator project store shop tool itself controller tools staff group provider server servers systems".split()
)
_AUX = frozenset(
    "will may might can could shall should must would do does did has have had is are was were be been being am isn't aren't wasn't weren't don't doesn't "
    "didn't won't wouldn't can't cannot couldn't haven't hasn't hadn't shouldn't mustn't need ll".split()
)
_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't gets get".split())
_HAVE = frozenset("has have had haven't hasn't hadn't we've i've".split())
_NEGATIONS = frozenset(
    "not never no nor neither none isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't cannot couldn't haven't hasn't hadn't nobody nothing".split()
)
_NO_SUBJECT = frozenset("no none neither nothing".split())
_ADVERBS = frozenset(
    "not never also only always currently ever solely exclusively further otherwise knowingly intentionally willingly directly indirectly automatically "
    "generally typically usually normally hereby then still simply merely just routinely periodically actively voluntarily necessarily "
    "either neither both even again strictly securely therefore thus now expressly absolutely under no in any way primarily mainly sometimes occasionally "
    "and or nor but likewise additionally physically deliberately purposely later subsequently itself internally locally temporarily permanently".split()
) - frozenset("under no in any way".split())
_JOINS = frozenset("and or nor but then".split())
_MAY = frozenset("may might can could".split())
_WILL = frozenset("will shall won't we'll would i'll".split())
_CONDITIONAL = frozenset("if when whenever unless where whether before until once how what why after while whenever upon should wherever".split())
_ASKING = frozenset("how what why whether which".split())
_RELATIVE = frozenset("that which whom who whose data information details things".split())
_SAYING = frozenset(
    "agree agrees note notes know mean means ensure aware confirm acknowledge understand promise guarantee believe declare state say says certify assure represent stress consent accept sure remember pledge so provided".split()
)
_GOVERNORS = frozenset("right need needs choose chooses continue continues likely going right able permitted agree want intend intends reserve wish decide elect plan plans entitled authorized authorised".split())
_REFUSING = frozenset("refuse refuses decline declines refrain refrains abstain abstains".split())
_DETERMINERS = frozenset("the following any all your no this that these those such of our user customer and or some certain other more their his her its personal same it only which what additional a share sell disclose collect provide transfer rent trade use release send pass give log store record with to".split())
_POINTING = frozenset("this that these those such said".split())
_PRONOUNS = frozenset("it them this these those".split())
_NARROWING = frozenset("in from about contained collected obtained gathered received of for used stored processed related relating regarding on submitted provided generated associated through via concerning linked".split())
_WHOLE = frozenset("you your users user customers visitors us we our members individuals people subscribers any".split())
_OF_WHOM = frozenset("of about from on relating concerning regarding".split())
_LESS = frozenset("unencrypted other additional further more raw such sensitive certain some specific preserved".split())
"""Words that make less of "personal data"."""
_HEDGES = frozenset("indiscriminately unnecessarily arbitrarily excessively intentionally deliberately directly actively willingly knowingly unlawfully needlessly".split())
"""Words that leave a denial a way out."""
_ABOUT_DATA = frozenset("request requests demand demands access rights questions complaint complaints".split())
_PREPOSITIONS = frozenset("with to among amongst between".split())
_BY = frozenset("by through via".split())

_VERB = phrases(
    en=["(" + " | ".join(f"{word.split(',')[0]}~" for words in _ACTIONS.values() for word in words.split()) + " | held | kept | given | sent | sold)"]
)
_EXCEPTION = phrases(
    en=[
        "(except|unless|save|excluding|barring|besides|beyond|notwithstanding)",
        "(other than|apart from|aside from|outside of|with the exception of|but for|save for|subject to|in addition to|outside the|only exception)",
        "without !(exception|exceptions|limitation)",
        "as ...3!(and|soon|long|far|part|a|well) (required|permitted|described|stated|set out|set forth|provided|disclosed|explained|otherwise|outlined|detailed|indicated|defined|specified|listed|noted|necessary|needed|authorized|authorised)",
        "(in a manner|in ways|in any way|in any manner) (inconsistent|not described|different|other|incompatible|that)",
        "(in violation of|beyond what|beyond the)",
        "(not|never|nor) otherwise",
        "^ otherwise",
        "(any|other) other ...2 third (party|parties)",
        "other third (party|parties)",
        "(anyone|anybody|nobody|no one|no third party) else",
        "(contrary to|in accordance with|pursuant to|consistent with) ...4",
    ]
)
_THEY_GET = phrases(en=["(provider~|processor~|partner~|vendor~|contractor~|subcontractor~|supplier~|parties|agents) ...24!(not|never) (receive|receives|access|provided with|given)"])
_UNLESS = phrases(en=["(unless|except)"])
_EXCEPTION_FOLLOWS = phrases(
    en=[
        "^ [(the|our|there is|there are|with)] [one|some|only|a|few|limited|these|following|sole] (except|exception|exceptions|however|unless|notwithstanding|nevertheless|nonetheless|but|still|that said|with that said|otherwise)",
        "^ (this|that|these|it|the above|the foregoing) ...4 (does not|do not|shall not|doesn't|will not|excludes|exclude) ...2 (include|apply|cover|affect|extend|mean|prevent|[trusted])",
        "^ (we|this information|your data|personal data|it|information|they) ...6 (only|solely|exclusively) ...3 (if|when|with|to|in|for|share|disclose|be)",
        "[with] (the|one|an|only|following|some|two|three|few|limited|certain) exception~",
        "^ (nb|note|please note|that being said|having said that|in addition|that|of course|although|though|while|except)",
        "^ [the|this|our] (only|sole) (time|times|case|cases|instance|parties|way|reason|information|third|data|people|circumstances)",
        "^ (in|under) [(certain|limited|some|special|exceptional|rare|the following|these)] (cases|circumstances|situations|instances)",
    ]
)
_ONLY = frozenset("only solely exclusively strictly purely".split())
_ONLY_FOR = phrases(
    en=[
        "(only|solely|exclusively|strictly|purely|limited) ...2!(if|when|with|in|as|after|be) (for|to|by|in order|toward)",
        "(only|solely|exclusively) {use} ...8!(if|when|with|in|as|after|unless) (for|to)",
        "(sole|only|exclusive|limited) purpose~",
        "for no other [purpose~|reason~]",
        "(not|never|nor) ...4 for any other (purpose~|reason~|use)",
        "no purpose~ other than",
        "(nothing|no more) (else|other) than",
    ]
)
_ONLY_WITH = phrases(en=["(only|solely|exclusively|strictly|limited) ...4!(if|when|in|as|after|for) (with|between)", "(only|solely|exclusively) ...2!(if|when|in|as|for|be|with) {share} ...8!(if|when|in|as|for) (with|to)"])
_ONLY_CASES = phrases(
    en=[
        "(only|solely|exclusively|strictly|limited) ...5!(for|with|use|collect) (if|when|where|as|after|upon|in response|in the following|in these|in connection|under the following|to the extent|in limited|in one|in very)",
        "(only|solely|exclusively) [personal|your|personally|identifiable] ...4!(for|with) (in the following|in these|under the following|in limited|when|if)",
        "(only|limited|except|other than) ...6 (following|these|limited|specific) (case~|circumstance~|situation~|instance~|way~|scenario~|reason~|exception~|purpose~|recipient~|parties|third parties|categories)",
    ]
)
_LAW = phrases(
    en=[
        "(required|compelled|obliged|obligated|permitted|authorized|authorised|ordered|mandated|forced) (by|to|under) ...3",
        "(subpoena~|court order~|legal process~|legal (obligation~|proceeding~|request~|requirement~|duty|reasons)|lawful request~|law enforcement|search warrant~|comply ...4 (law~|legal|regulation~|order~|process)|warrant~|government* request~|applicable law~|by law|good faith|public authorities|court~)",
        "(law|laws|court|courts) ...3 (requires|require|required|obliges|obliged|demands|orders|ordered|compels)",
        "(protect|defend|enforce|safeguard|establish|exercise) ...5 (rights|property|safety|claims|security|terms|interests|agreements|policies)",
        "(emergency|emergencies|imminent|prevent ...4 (harm|fraud|injury|crime)|fraud)",
    ]
)
_MERGER = phrases(
    en=[
        "(merger~|acquisition~|acquire~|bankruptcy|insolvency|reorganization|reorganisation|restructuring|dissolution|divestiture|business transfer~|change (of|in) control|sale of ...8 (assets|business|company|part|stock)|business transaction~|corporate transaction~|successor~|liquidation|asset sale|buyer~|purchaser~|acquirer~|take over|takeover|joint venture)",
        "(sell|transfer|sold|buy|purchase) ...6 (assets|business|company|stock|businesses|shares|part of)",
    ]
)
_CONSENT = phrases(
    en=[
        "(consent~|permission~|opt in|opted in|opt into|authorise~|authorize~|authorization|authorisation|your (request|direction|instruction~|choice|approval|agreement|discretion))",
        "you (agree|ask|request|instruct|choose|direct|want|elect|decide|opt|authorize|authorise|enable|select|share|submit|post|publish|connect|link|permit|allow|make|tell|click|order|purchase|buy|register|sign)",
        "(at|upon|per) your",
        "(explicitly|otherwise) (requested|agreed|consented|approved|choose|chosen)",
    ]
)
_ABROAD = phrases(en=["(countries|country|jurisdiction~|abroad|overseas|international|internationally|borders)", "(outside|within|in|to|into) [of] [the] [member states of] [the] <place>"])

_LOCALLY = phrases(en=["(locally|offline|on device|on your own device)", "(on|in|within) (your|the user's|the|their) [own|local|mobile] (device~|phone|computer|browser|machine|hard drive|icloud)"])
_BELIEVING = phrases(en=["(when|where|if) we ...3 believe"])
_ACCESS = phrases(en=["(have|has|get|gets|given|gain|gains|granted|obtain|require them to|allow them to|allows them to|permit them to|need to|may) [have|get|be given] access [to|or use|and use] [certain|some|any|all|the|your|their|our]"])
_SENDING_OUT = phrases(en=["(not|never|nothing|no|none) ...10!(we|you|if|but) (leave|leaves|left|leaving|exit|exits) [the|your|this|their|our|his] [own|local|user's|personal] (device~|phone|computer|browser|machine|iphone|mac|pc|system|network|tablet)", "(not|never|nothing|no|none) ...10!(we|you|if|but) (leave|leaves|left|leaving) [the|our] (company|organisation|organization|systems|premises|hands|team|servers)"])

_EXAMPLES = (
    Said(
        "We do not sell or share your personal data with any third party.",
        at="We do not sell or share your personal data with any third party",
        value={"actor": "us", "action": "share", "data": ["personal-data"], "recipient": "third-party"},
        denied=True,
    ),
    Said("Your e-mail address is shared with our advertising partners.", at="Your e-mail address is shared with our advertising partners", value={"action": "share", "data": ["email-address"], "recipient": "advertiser"}, denied=False),
    Said("We use your phone number solely to process payments.", at="We use your phone number solely to process payments", value={"action": "use", "purpose": "payment", "exclusive": True, "only": "purpose"}),
    Said("If we share your data, we will tell you.", value=None),
    Said("You can share your data with friends.", value=None),
)  # fmt: skip

_MOST_VERBS = 60

# --- reading ---------------------------------------------------------------------------------------------------------


def _forms() -> dict[str, tuple[str, str, str]]:
    """Every form of every verb: its action, which form it is (base, s, past, ing), and its base."""
    known: dict[str, tuple[str, str, str]] = {}
    for action, words in _ACTIONS.items():
        for word in words.split():
            base, *irregular = word.split(",")
            stem = base[:-1] if base.endswith("e") else base
            doubled = {"transfer": "transferr", "transmit": "transmitt", "log": "logg"}.get(base, stem)
            known[base] = (action, "base", base)
            known[base + ("es" if base.endswith(("ss", "x", "ch", "sh")) else "s")] = (action, "s", base)
            known[doubled + "ing"] = (action, "ing", base)
            for past in irregular or ((base[:-1] + "ied") if base.endswith("y") else doubled + "ed",):
                known[past] = (action, "past", base)
    return known


_FORMS = _forms()
_SKIP = _AUX | _ADVERBS | _OTHER_VERBS | frozenset(_FORMS)


class Page(NamedTuple):
    """A policy with its mentions by sentence, and the words by which it calls its own company."""

    policy: Policy
    data: dict[int, list[Mention]]
    recipients: dict[int, list[Mention]]
    purposes: dict[int, list[Mention]]
    names: frozenset[str]


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


@extractor("practice", examples=_EXAMPLES)
def practices(policy: Policy) -> Iterator[Claim]:
    """Every statement that data is or is not collected, used, stored, shared or sold."""
    page = _page(policy)
    readings: dict[int, list[Reading]] = {}
    said: dict[tuple[str, int], list[str]] = {}
    seen: dict[int, int] = {}
    for match in policy.find(_VERB):
        sentence = match.sentence
        # a sentence with more verbs is no prose, and each verb costs its whole length
        seen[sentence.number] = seen.get(sentence.number, 0) + 1
        if seen[sentence.number] > _MOST_VERBS or not _states(policy, match):
            continue
        before = readings.setdefault(sentence.number, [])
        reading = _read(page, match, before)
        if reading is None:
            continue
        before.append(reading)
        yield from _claims(page, match, reading, said)
    for match in policy.find(_SENDING_OUT):
        if scope.is_statement(policy, match.sentence):
            yield _stays(page, match)
    for match in policy.find(_ACCESS):
        if scope.is_statement(policy, match.sentence):
            yield from _accessed(page, match)
    yield from _tables(page)


def _states(policy: Policy, match: Match) -> bool:
    """Whether its sentence states something; "we disclose data when we believe that …" does, though it also supposes."""
    if scope.is_statement(policy, match.sentence):
        return True
    first, _ = policy.words.range_of(match.sentence)
    supposed = scope.found(policy, _BELIEVING, match.sentence)
    return bool(supposed) and policy.words.forms[first] in _WE and match.words[1] <= supposed[0].words[0] and "?" not in match.sentence.text


def _page(policy: Policy) -> Page:
    def by_sentence(every: Iterable[Mention]) -> dict[int, list[Mention]]:
        table: dict[int, list[Mention]] = {}
        for one in every:
            table.setdefault(policy.words.sentence_at(one.first).number, []).append(one)
        return table

    recipients = _as_adjectives(sorted([*ontology.mentions(policy, "recipients"), *ontology.named_services(policy)]))
    return Page(
        policy,
        by_sentence(ontology.mentions(policy, "data")),
        by_sentence(recipients),
        by_sentence(ontology.mentions(policy, "purposes")),
        _own_names(policy),
    )


def _as_adjectives(recipients: list[Mention]) -> list[Mention]:
    """ "Third-party advertisers" are advertisers."""
    kept: list[Mention] = []
    for one in sorted(recipients, key=lambda mention: (mention.first, -mention.after)):
        if kept and kept[-1].id in ("third-party", "us", "anyone") and kept[-1].after == one.first:
            kept[-1] = Mention(one.id, kept[-1].first, one.after)
        elif not (kept and one.first < kept[-1].after):
            kept.append(one)
    return kept


def _own_names(policy: Policy) -> frozenset[str]:
    """Words with a capital that stand in front of "takes", "respects", "may", "does not" … more than once."""
    counts: dict[str, int] = {}
    forms = policy.words.forms
    for number, form in enumerate(forms):
        if number and form in ("will", "may", "does", "collects", "uses", "takes", "respects", "is", "has", "shares", "reserves", "values") and forms[number - 1]:
            raw = policy.words.raw(number - 1)
            if raw[:1].isupper() and forms[number - 1] not in _WE:
                counts[forms[number - 1]] = counts.get(forms[number - 1], 0) + 1
    services = {name.lower() for group in SERVICES.values() for name in group}
    opening = {word.strip(".,:;()\"'’").lower() for block in policy.blocks[:6] for word in block.text.plain.split()}
    plain = grammar("en").NOT_NAMES
    return frozenset(word for word, count in counts.items() if word not in plain and (count > 1 or word in opening) and (word not in services or word in opening))


# --- the verb --------------------------------------------------------------------------------------------------------


def _read(page: Page, match: Match, before: list[Reading]) -> Reading | None:
    """Who does what the verb says; None where it is a noun, a part of another statement, or about somebody else."""
    words = page.policy.words
    forms = words.forms
    verb = match.words[0]
    known = _FORMS.get(forms[verb])
    if known is None:
        return None
    action, form, base = known
    if base == "make" and "available" not in forms[verb + 1 : verb + 9]:
        return None
    if base in _BY_OTHERS and (form != "past" or not _agent(page, match)):
        return None
    first, _ = words.range_of(match.sentence)
    at = verb - 1
    while at >= first and forms[at] in _SKIP and not (forms[at] in ("sharing", "using", "processing") and at == verb - 1):
        at -= 1
    said = frozenset(forms[at + 1 : verb])
    near = forms[at] if at >= first else ""
    if form == "ing" and not (said & _BE) and near not in ("by",):
        if near == "from" and forms[at - 1] in _REFUSING:
            return Reading(verb, action, "us", True, "does", False, at - 1)
        return None
    passive = form == "past" and bool(said & _BE)
    modality = "may" if said & _MAY else "will" if said & _WILL else "does"
    denied = (bool(said & _NEGATIONS) and not _harmless(page.policy, match, at)) or forms[verb + 1] in ("no", "nothing", "zero", "none")
    if form == "past" and not passive and not said & _HAVE and near not in _WE and not said & _JOINS:
        return _fragment(page, match, action, base, near, said, at, first)
    joined = _joined(match, verb, said, before, near)
    if passive:
        return _passive(page, match, action, modality, denied, at, joined)
    if near in _WE:
        return _with_we(page, match, action, modality, denied, at, first)
    if form == "base" and not (said & (_AUX | _NEGATIONS)) and near not in ("to", "they", "servers", "systems", "services", "apps", "websites", "sites", "tools", "products") and near and not joined and not _is_actor(page, match, at):
        return _apposition(page, match, action, at, first)
    if near == "to":
        return _infinitive(page, match, action, at, first)
    if near == "by" and form == "ing":
        return Reading(verb, action, "us", False, "does", False, verb)
    if not near:
        return _opening(page, match, action, form, said, denied, modality)
    if joined:
        own = said & (_AUX | _NEGATIONS)
        return Reading(verb, action, joined.actor, denied if own else joined.denied, modality if own else joined.modality, False, joined.start)
    return _other_subject(page, match, action, modality, denied, form, said, at, first)


def _harmless(policy: Policy, match: Match, at: int) -> bool:
    """Whether the negation is "not only", "not just"."""
    return any(at < number < match.words[0] and policy.words.forms[number] == "not" and policy.words.forms[number + 1] in ("only", "just", "merely", "simply", "necessarily", "solely") and number + 1 < match.words[0] and policy.words.forms[number + 1] != "solely" for number in range(at + 1, match.words[0]))


def _joined(match: Match, verb: int, said: frozenset[str], before: list[Reading], near: str) -> Reading | None:
    """The earlier verb of the sentence that shares its subject: "we collect names and share them"."""
    if not said & _JOINS or not before or near in _WE:
        return None
    return before[-1] if verb - before[-1].verb <= 30 else None


def _with_we(page: Page, match: Match, action: str, modality: str, denied: bool, at: int, first: int) -> Reading | None:
    forms = page.policy.words.forms
    if forms[at] in ("we'll", "i'll"):
        modality = "will"
    back = at - 1
    inverted = back >= first and forms[back] in _AUX
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
    if previous in _CONDITIONAL and not (previous in ("where", "when", "once", "after") and "only" in forms[first:back]):
        return None
    if {*forms[max(first, back - 4) : back + 1]} & _ASKING:
        return None
    if previous in _RELATIVE and not (previous == "that" and {*forms[max(first, back - 2) : back]} & _SAYING):
        return _presupposed(page, match, action, modality, denied, at, first)
    if previous in ("as", "than") or (previous == "the" and back > first):
        return None
    return Reading(match.words[0], action, "us", denied, modality, False, at)


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
    if {*forms[max(first, named[-1].first - 3) : named[-1].after]} & (_CONDITIONAL | _NEGATIONS | {"any", "about"}) or match.sentence.block.kind == "heading":
        return None
    return Reading(match.words[0], action, "us", False, modality, False, named[-1].first, None, True)


def _infinitive(page: Page, match: Match, action: str, at: int, first: int) -> Reading | None:
    """ "We need to share", "we reserve the right to disclose"; a purpose ("to share it with you") is no statement."""
    forms = page.policy.words.forms
    left = forms[max(first, at - 6) : at]
    refusing = bool(left) and left[-1] in _REFUSING
    if not left or not (left[-1] in _GOVERNORS or refusing):
        return None
    who = next((word for word in reversed(left[:-1]) if word not in _AUX | _ADVERBS | {"the"}), "")
    if who not in _WE | page.names | ({"reserve"} if left[-1] == "right" else frozenset()):
        return None
    denied = refusing or (bool({*left} & _NEGATIONS) and left[-1] in ("need", "needs", "intend", "plan", "want", "going", "wish"))
    if left[-1] in ("need", "needs", "able", "permitted") and denied:
        return None
    return Reading(match.words[0], action, "us", denied, "may" if not denied else "will", False, max(first, at - len(left)))


def _passive(page: Page, match: Match, action: str, modality: str, denied: bool, at: int, joined: Reading | None) -> Reading | None:
    policy = page.policy
    forms = policy.words.forms
    first, _ = policy.words.range_of(match.sentence)
    low = max(first, scope.clause(policy, match)[0])
    lead = forms[low : at + 1]
    if not lead and not joined:
        return _implied_passive(page, match, action, modality, denied)
    if {*lead} & {"if", "unless", "whether", "how", "where", "when", "what", "why", "you", "that", "who", "which", "whom", "once", "until", "before"} & {*forms[low : low + 2], *lead[-1:]}:
        return None
    if not denied and {*lead} & _NO_SUBJECT:
        start = next(number for number in range(low, at + 1) if forms[number] in _NO_SUBJECT)
        denied = at - start < 14 and forms[start + 1] not in ("longer", "matter", "later", "doubt", "charge", "cost")
    by = _agent(page, match)
    if by == "user":
        return None
    start = joined.start if joined and not page_data(page, match.sentence, low, match.words[0]) else low
    if joined and not denied and not {*forms[joined.verb : match.words[0]]} & (_AUX | _NEGATIONS):
        denied = joined.denied
    actor = "third-party" if by else "us"
    return Reading(match.words[0], action, actor, denied, modality, True, start, by)


def page_data(page: Page, sentence: Sentence, low: int, high: int) -> list[Mention]:
    """The data named between two words of a sentence; a request for data, or access to it, is not the data."""
    forms = page.policy.words.forms
    return [
        one
        for one in page.data.get(sentence.number, ())
        if low <= one.first and one.after <= high and not {*forms[max(low, one.first - 2) : one.first]} & _ABOUT_DATA
    ]


def _agent(page: Page, match: Match) -> str | None:
    """By whom it is done, where the passive says so: a recipient's id, "user", or None for us."""
    forms = page.policy.words.forms
    after = page.policy.words.range_of(match.sentence)[1]
    for number in range(match.words[1], min(after, match.words[1] + 4)):
        if forms[number] in _BY:
            if forms[number] == "by" and forms[number + 1] in ("you", "users", "the") and forms[number + 1 : number + 3] != ["the", "company"]:
                named = [one for one in page.recipients.get(match.sentence.number, ()) if one.first in (number + 1, number + 2)]
                if forms[number + 1] in ("you", "users") or not named:
                    return "user" if forms[number + 1] in ("you", "users") or "user" in forms[number + 2 : number + 3] else None
            for one in page.recipients.get(match.sentence.number, ()):
                if number < one.first <= number + 5 and one.id not in ("us", "user"):
                    return one.id
    return None


def _fragment(page: Page, match: Match, action: str, base: str, near: str, said: frozenset[str], at: int, first: int) -> Reading | None:
    """ "Never shared with anyone", "no data collected": a line without its verb "is"; "data collected" alone says nothing."""
    forms = page.policy.words.forms
    if said & {"never", "not"} and at < first:
        return Reading(match.words[0], action, "us", True, "does", True, first)
    if forms[first] == "no" and match.words[0] - first <= 7 and match.sentence.block.kind in ("item", "cell", "heading") and not {*forms[first : match.words[0]]} & (_AUX | {"we", "you"}):
        return Reading(match.words[0], action, "us", True, "does", True, first)
    return None


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
    words = page.policy.words
    first, after = words.range_of(sentences[-1])
    at = after - 1
    while at >= first and words.forms[at] in (_AUX | _ADVERBS | {"the", "following", "things"}):
        at -= 1
    if at < first or not (words.forms[at] in _WE or words.forms[at] in page.names):
        return None
    said = frozenset(words.forms[at + 1 : after])
    back = words.forms[at - 1] if at > first else ""
    if back in _CONDITIONAL - {"what", "how"} or (back in ("what", "how") and not said & _NEGATIONS):
        return None
    return bool(said & _NEGATIONS), "may" if said & _MAY else "will" if said & _WILL else "does"


def _is_actor(page: Page, match: Match, at: int) -> bool:
    return any(one.after == at + 1 for one in page.recipients.get(match.sentence.number, ()))


def _other_subject(
    page: Page, match: Match, action: str, modality: str, denied: bool, form: str, said: frozenset[str], at: int, first: int
) -> Reading | None:
    """A noun acts: the service or the company by its name is us, a recipient is a third party."""
    words = page.policy.words
    forms = words.forms
    if form == "ing" or (form == "past" and not said & _HAVE):
        return None
    if form == "base" and not said & (_AUX - {"need"} | _NEGATIONS) and not _is_actor(page, match, at) and forms[at] not in ("they", "servers", "systems", "services", "apps", "websites", "sites", "tools", "products"):
        return _apposition(page, match, action, at, first)
    if form == "base" and forms[at] in ("you", "users", "who", "which", "that", "it", "he", "she", "user", "people", "children", "anyone", "visitors", "parents"):
        return None
    for one in page.recipients.get(match.sentence.number, ()):
        if one.after == at + 1 and one.id not in ("user", "us", "anyone", "public", "other-users", "customer"):
            if forms[one.first - 1] in _CONDITIONAL | {"that", "of", "with", "to", "from"} and one.first > first:
                return None
            if forms[at] in page.names:
                break
            return Reading(match.words[0], action, "third-party", denied, modality, False, one.first, one.id)
    if forms[at] == "they" and action == "collect":
        who = _they(page, match.sentence)
        return Reading(match.words[0], action, "third-party", denied, modality, False, at, who) if who else None
    start = at
    if forms[at] in page.names or (forms[at] in _OWN and forms[at - 1] in {"our", "the", "this", "my", "these", "we"} | page.names):
        while start > first and (words.raw(start - 1)[:1].isupper() or forms[start - 1] in ("our", "the", "this", "my")):
            start -= 1
        back = forms[start - 1] if start > first else ""
        if back in _CONDITIONAL or back in ("of", "to", "with", "from", "by", "how", "on", "in", "through"):
            return None
        return Reading(match.words[0], action, "us", denied, modality, False, start)
    return None


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
        if words.forms[number] in _WE:
            said = frozenset(words.forms[number + 1 : at + 1])
            if not said & _AUX or said & frozenset(_FORMS):
                return None
            modality = "may" if said & _MAY else "will" if said & _WILL else "does"
            return Reading(match.words[0], action, "us", bool(said & _NEGATIONS), modality, False, number)
    return None


# --- the claim -------------------------------------------------------------------------------------------------------


def _claims(page: Page, match: Match, reading: Reading, said: dict[tuple[str, int], list[str]]) -> Iterator[Claim]:
    """The claim of a verb and those of the list it introduces; "sell, rent or lease" is one claim."""
    claim = _claim(page, match, reading)
    if claim is None or (claim.sentence and said.get((reading.action, claim.sentence.number)) == claim.value["data"]):
        return
    if claim.sentence:
        said[reading.action, claim.sentence.number] = claim.value["data"]
    yield claim
    if not reading.presupposed:
        yield from _listed(page, claim)


def _claim(page: Page, match: Match, reading: Reading) -> Claim | None:
    policy, sentence = page.policy, match.sentence
    words = policy.words
    verb = match.words[0]
    base = _FORMS[words.forms[verb]][2]
    high = _right(page, match)
    to = next((number for number in range(verb + 1, high) if words.forms[number] in _PREPOSITIONS and not _purpose_to(words.forms, number)), high)
    recipients = (_given_to(page, match, base, high) if not reading.passive else []) + _recipients(page, sentence, to, high)
    objects, refers, narrowed = _objects(page, match, reading, min(to, high), high)
    if base in _WEAK and not _given_data(page, match, reading, objects, refers):
        return None
    if recipients and all(one.id in ("us", "user") for one in recipients) and reading.action == "share":
        return None
    if not objects and not refers and (reading.action in ("use", "store") or not recipients) and reading.action != "sell":
        return None
    named = page.recipients.get(sentence.number, ())
    purposes = [
        one
        for one in page.purposes.get(sentence.number, ())
        if verb < one.first and one.after <= high + 12 and _led_in(words.forms, verb, one.first) and not any(who.first <= one.first < who.after for who in named)
    ]
    who = [reading.by] if reading.by else []
    who += [one.id for one in recipients if one.id not in ("us", "user")]
    only = _only(policy, sentence, reading.action)
    first, after = words.range_of(sentence)
    objects_here = [one for one in objects if first <= one.first < after]
    ends = [verb + 1, *(one.after for one in recipients), *(one.after for one in objects_here if one.first > verb)]
    if only == "purpose":
        ends += [one.after for one in purposes if one.after <= high][:1]
    around = scope.scope_of(policy, sentence)
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
        "exception": _exception(policy, sentence, reading.denied),
        "excepted": _excepted(page, sentence) if reading.denied else [],
        "basis": _basis(policy, sentence),
        "narrowed": narrowed,
        "refers": refers,
        "presupposed": reading.presupposed,
        "passive": reading.passive,
        "local": bool(scope.found(policy, _LOCALLY, sentence)),
        "universal": _universal(words.forms, *words.range_of(sentence)),
    }
    start = min([reading.start, verb, *(one.first for one in objects_here if reading.passive)])
    span = words.span(start, max(ends))
    return Claim("practice", value, span, sentence, reading.denied, reading.modality, around)


_DATIVE = frozenset("give send provide offer grant supply furnish".split())


def _given_to(page: Page, match: Match, base: str, high: int) -> list[Mention]:
    """Whom a verb names right behind it: "we give advertisers your name", "we provide partners with data"."""
    if base not in _DATIVE:
        return []
    forms = page.policy.words.forms
    verb = match.words[0]
    for one in page.recipients.get(match.sentence.number, ()):
        between = forms[verb + 1 : one.first]
        if verb < one.first and one.after < high and len(between) <= 1 and {*between} <= _DETERMINERS - {"to", "with"} and one.id not in ("us", "user"):
            return [one]
    return []


def _purpose_to(forms: list[str], number: int) -> bool:
    """Whether this "to" opens a purpose ("to improve") instead of a recipient."""
    return forms[number] == "to" and (forms[number + 1] in _OTHER_VERBS or forms[number + 1] in _FORMS or forms[number + 1] in _PURPOSE_VERBS)


_PURPOSE_VERBS = frozenset(
    "improve help provide enhance operate develop deliver comply prevent protect measure determine understand identify personalize personalise customize contact "
    "respond serve fulfill fulfil perform send be enable facilitate assist support ensure show target promote the run verify complete fix detect conduct".split()
) - {"the"}


def _right(page: Page, match: Match) -> int:
    """The word where the verb's own words end: the clause, and past a colon that opens a list in the line."""
    words = page.policy.words
    _, after = words.range_of(match.sentence)
    high = scope.clause(page.policy, match)[1]
    plain = match.sentence.block.text.plain
    if high < after and ":" in plain[words.plain(high - 1)[1] : words.plain(high)[0]]:
        high = after
    for number in range(match.words[1], high):
        if words.forms[number] in ("except", "unless", "without", "if", "when") or words.forms[number : number + 2] in (["other", "than"], ["apart", "from"], ["aside", "from"]):
            return number
    return high


def _recipients(page: Page, sentence: Sentence, to: int, high: int) -> list[Mention]:
    words = page.policy.words
    kept: list[Mention] = []
    for one in page.recipients.get(sentence.number, ()):
        if not to < one.first or one.after > high:
            continue
        if kept and any(words.forms[number] in ("for", "so") or _purpose_to(words.forms, number) for number in range(kept[-1].after, one.first)):
            break
        before = words.forms[one.first - 1]
        following = words.forms[one.after] if one.after < high else ""
        if before in ("from", "behalf", "for") or following in ("marketing", "own", "direct", "purposes"):
            continue
        kept.append(one)
    return kept


def _objects(page: Page, match: Match, reading: Reading, to: int, high: int) -> tuple[list[Mention], bool, str | None]:
    """The data of the verb, whether it was named before ("it", "this information"), and what narrows it."""
    words = page.policy.words
    forms = words.forms
    verb = match.words[0]
    low, upper = (reading.start, verb) if reading.passive else (verb + 1, to if to > verb + 1 else high)
    found = page_data(page, match.sentence, low, upper)
    if not reading.denied:
        # "we receive your status, not your card details"
        found = [one for one in found if not {*forms[max(low, one.first - 2) : one.first]} & {"not", "nor", "never"}]
    if reading.presupposed:
        found = [one for one in page.data.get(match.sentence.number, ()) if reading.start <= one.first <= verb]
        return found, False, _narrowed(page, [one for one in found if one.after <= verb], match)
    if not found and not reading.passive:
        found = page_data(page, match.sentence, verb + 1, high)
    if not found and not reading.passive and reading.start < verb:
        joined = page_data(page, match.sentence, reading.start, verb)
        found = joined if forms[verb + 1] in _PREPOSITIONS | _PRONOUNS else []
    lead = [word for word in forms[reading.start : verb] if word not in _SKIP]
    pronoun = not found and (forms[verb + 1] in _PRONOUNS if not reading.passive else not lead or lead[-1] in _PRONOUNS | {"they"})
    pointing = any(one.id in ontology.ALL_DATA and (forms[one.first] in _POINTING or forms[one.first - 1] in _POINTING) for one in found)
    if pronoun or pointing:
        earlier = _before(page, match.sentence)
        named = [one for one in found if one.id not in ontology.ALL_DATA]
        return (named or earlier or found), True, None
    return found, False, _narrowed(page, found, match)


def _before(page: Page, sentence: Sentence) -> list[Mention]:
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


def _narrowed(page: Page, found: list[Mention], match: Match) -> str | None:
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
        if one.id == "data" and one.after == one.first + 1 and before and before not in _DETERMINERS and before not in _SKIP:
            return f"{before} {forms[one.first]}"
        following = forms[one.after : min(after, one.after + 2)]
        whole = following[1:2] and following[1] in _WHOLE and following[0] in _OF_WHOM and forms[one.after + 2] not in _RELATIVE | {"in", "under", "stored"}
        past = forms[one.after : one.after + 2] == ["in", "the"] and forms[one.after + 2] in ("past", "last", "preceding", "previous", "prior", "following")
        if following and following[0] in _NARROWING and not past and not whole and following != ["on", "to"]:
            return " ".join(following)
    return None


def _given_data(page: Page, match: Match, reading: Reading, objects: list[Mention], refers: bool) -> bool:
    if reading.passive:
        return bool(objects) or refers
    if refers and not objects:
        return page.policy.words.forms[match.words[0] + 1] in _PRONOUNS
    return any(one.first - match.words[1] <= 5 for one in objects)


def _led_in(forms: list[str], verb: int, first: int) -> bool:
    return any(forms[number] in ("for", "to", "order", "so", "that", "purpose", "purposes") for number in range(verb + 1, first + 1))


def _only(policy: Policy, sentence: Sentence, action: str) -> str | None:
    """What the sentence limits: the purpose, the recipient or the case; None where it limits nothing."""
    forms = policy.words.forms
    first, after = policy.words.range_of(sentence)
    if not {*forms[first:after]} & (_ONLY | {"limited", "sole", "following", "other", "these", "nothing", "specific"}):
        return None
    if action in ("share", "sell"):
        if scope.found(policy, _ONLY_CASES, sentence):
            return "case"
        if scope.found(policy, _ONLY_WITH, sentence):
            return "recipient"
    return "purpose" if scope.found(policy, _ONLY_FOR, sentence) else None


def _universal(forms: list[str], first: int, after: int) -> bool:
    """Whether the sentence says "never", "any" or "no" outright."""
    return bool({*forms[first:after]} & {"never", "any", "anyone", "anybody", "nobody", "nothing", "none", "ever", "no", "circumstances", "all"})


def _basis(policy: Policy, sentence: Sentence) -> list[str]:
    """On what ground data goes to others by the sentence's own words: law, merger, consent, abroad."""
    grounds = {"law": _LAW, "merger": _MERGER, "consent": _CONSENT, "abroad": _ABROAD}
    return [name for name, wanted in grounds.items() if scope.found(policy, wanted, sentence)]


def _exception(policy: Policy, sentence: Sentence, denied: bool) -> str | None:
    """The words of an exception in the sentence, or "follows" when the next sentence or a list makes one."""
    marks = scope.found(policy, _EXCEPTION if denied else _UNLESS, sentence)
    marks = tuple(mark for mark in marks if not _names_outside(policy, mark))
    if marks:
        return marks[0].text
    if not denied:
        return None
    first, after = policy.words.range_of(sentence)
    hedge = next((word for word in policy.words.forms[first:after] if word in _HEDGES), None)
    if hedge:
        return hedge
    if sentence.text.rstrip().endswith(":") and any(block.intro is sentence.block for block in policy.blocks[sentence.block.number + 1 : sentence.block.number + 3]):
        return "follows"
    for number in range(sentence.number + 1, min(len(policy.sentences), sentence.number + 3)):
        following = policy.sentences[number]
        if following.section is not sentence.section:
            break
        if scope.found(policy, _EXCEPTION_FOLLOWS, following):
            return "follows"
        if number == sentence.number + 1 and following.block is sentence.block and scope.found(policy, _THEY_GET, following):
            return "follows"
    return None


def _excepted(page: Page, sentence: Sentence) -> list[str]:
    """The recipients that the exception of a denial names: "nobody other than our hosting provider"."""
    marks = scope.found(page.policy, _EXCEPTION, sentence)
    after = marks[0].words[1] if marks else None
    return [] if after is None else [one.id for one in page.recipients.get(sentence.number, ()) if one.first >= after and one.id not in ("us", "user")]


def _names_outside(policy: Policy, mark: Match) -> bool:
    """ "To anyone outside of our team" leaves nobody out; "outside of these cases" does."""
    forms = policy.words.forms
    return forms[mark.words[0]] == "outside" and bool({*forms[mark.words[1] : mark.words[1] + 4]} & (_WE | _OWN | {"our", "team", "us"}) or policy.words.raw(mark.words[1] + 1)[:1].isupper())


def _listed(page: Page, claim: Claim) -> Iterator[Claim]:
    """The items of a list that a claim introduces: each names a recipient, some data, a purpose or a case."""
    sentence = claim.sentence
    policy = page.policy
    if sentence is None or policy.sentences_of(sentence.block)[-1] is not sentence or claim.value["action"] not in ("share", "sell", "use", "collect"):
        return
    for block in policy.blocks[sentence.block.number + 1 : sentence.block.number + 60]:
        if block.intro is not sentence.block:
            if block.kind in ("heading",) or block.section is not sentence.section or (block.intro is None and block.kind != "paragraph"):
                break
            continue
        if block.kind == "item":
            yield from _item(page, claim, block)


def _item(page: Page, claim: Claim, block: Block) -> Iterator[Claim]:
    policy = page.policy
    sentences = policy.sentences_of(block)
    if not sentences:
        return
    lead = sentences[0]
    data = [one.id for one in page.data.get(lead.number, ())]
    recipients = [one.id for one in page.recipients.get(lead.number, ()) if one.id not in ("us", "user")]
    named = page.recipients.get(lead.number, ())
    purposes = [one.id for one in page.purposes.get(lead.number, ()) if not any(who.first <= one.first < who.after for who in named)]
    first, after = policy.words.range_of(lead)
    if after <= first:
        return
    value = dict(claim.value)
    if claim.value["action"] in ("share", "sell") and not claim.value["recipients"]:
        value["recipients"] = list(dict.fromkeys(recipients[:3]))
        value["recipient"] = recipients[0] if recipients else None
    elif claim.value["action"] in ("share", "sell") and recipients and set(claim.value["recipients"]) <= ontology.EVERYBODY:
        value["recipients"], value["recipient"] = list(dict.fromkeys(recipients[:3])), recipients[0]
    if claim.value["action"] == "collect" and data:
        value["data"] = list(dict.fromkeys(data))
    if claim.value["action"] == "share" and data and not recipients and {*claim.value["data"]} <= ontology.ALL_DATA:
        value["data"] = list(dict.fromkeys(data))
    value["purposes"] = list(dict.fromkeys([*claim.value["purposes"], *purposes]))
    value["purpose"] = value["purposes"][0] if value["purposes"] else None
    value["basis"] = list(dict.fromkeys(name for part in sentences for name in _basis(policy, part)))
    value["exception"] = claim.value["exception"] or _exception(policy, lead, False)
    value["listed"] = True
    value["named"] = list(dict.fromkeys(recipients))
    # the items of "we do not share, except:" are what is done
    denied = claim.denied and not claim.value["exception"]
    yield Claim("practice", value, policy.words.span(first, min(after, first + 25)), lead, denied, claim.modality, scope.scope_of(policy, lead))


_PLAIN: dict[str, Any] = {
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


def _accessed(page: Page, match: Match) -> Iterator[Claim]:
    """ "Our providers have access to your data": it is shared with them."""
    sentence = match.sentence
    words = page.policy.words
    first, _ = words.range_of(sentence)
    who = [one for one in page.recipients.get(sentence.number, ()) if one.after <= match.words[0] and one.id in ontology.OUTSIDERS | ontology.PROCESSORS]
    what = [one for one in page.data.get(sentence.number, ()) if 0 <= one.first - match.words[0] <= 10]
    if not who or not what or {*words.forms[first : match.words[0]]} & {"you", "if", "without", "unless", "when", "how"}:
        return
    value = {
        **_PLAIN,
        "data": list(dict.fromkeys(one.id for one in what)),
        "recipient": who[-1].id,
        "recipients": list(dict.fromkeys(one.id for one in who)),
        "exception": _exception(page.policy, sentence, False),
        "basis": _basis(page.policy, sentence),
    }
    span = words.span(who[0].first, what[-1].after)
    denied = scope.denied(page.policy, match)
    if not denied:
        yield Claim("practice", value, span, sentence, False, scope.modality(page.policy, match), scope.scope_of(page.policy, sentence))


def _stays(page: Page, match: Match) -> Claim:
    """ "Your data never leaves your device": nothing of it is shared with anybody, the company included."""
    policy = page.policy
    low = policy.words.range_of(match.sentence)[0]
    found = [one for one in page.data.get(match.sentence.number, ()) if one.after <= match.words[1]]
    pointing = any(policy.words.forms[one.first] in _POINTING or policy.words.forms[one.first - 1] in _POINTING for one in found if one.id in ontology.ALL_DATA) or not found
    named = [one for one in found if one.id not in ontology.ALL_DATA]
    objects = named or (_before(page, match.sentence) if pointing else found) or found
    value = {
        **_PLAIN,
        "data": list(dict.fromkeys(one.id for one in objects)),
        "recipient": "anyone",
        "recipients": ["anyone", "us"],
        "exception": _exception(policy, match.sentence, True),
        "refers": pointing,
        "universal": True,
        "local": True,
    }
    start = min([match.words[0], *(one.first for one in found)])
    span = policy.words.span(max(low, start), match.words[1])
    return Claim("practice", value, span, match.sentence, True, "does", scope.scope_of(policy, match.sentence))


# --- tables ----------------------------------------------------------------------------------------------------------

_WHO_COLUMN = phrases(
    en=["(third party|third parties|provider~|recipient~|partner~|processor~|vendor~|service|services|supplier~|compan*|shared with|disclosed to|sent to|who receives)"]
)
_WHAT_COLUMN = phrases(en=["(data|information|what [is|we]) [type~|categories] [is|we] (sent|shared|transferred|transmitted|disclosed|share|send|disclose)", "(sent|shared|transferred|transmitted|disclosed) (data|information)"])


def _tables(page: Page) -> Iterator[Claim]:
    """Rows that say who receives what: a column of recipients beside one of the data sent."""
    policy = page.policy
    row: list[Block] = []
    for block in policy.blocks:
        if block.kind == "cell" and row and (row[-1].group != block.group or block.row_head is None or block.row_head is block.text):
            yield from _row(page, row)
            row = []
        if block.kind == "cell":
            row.append(block)
    yield from _row(page, row)


def _row(page: Page, row: list[Block]) -> Iterator[Claim]:
    heads = {sentence.block.text: sentence for cell in row if cell.column_head for sentence in _head(page, cell)}
    who = next((cell for cell in row if cell.column_head in heads and scope.found(page.policy, _WHO_COLUMN, heads[cell.column_head])), None)
    what = next((cell for cell in row if cell.column_head in heads and scope.found(page.policy, _WHAT_COLUMN, heads[cell.column_head])), None)
    if who is None or what is None or who is what:
        return
    named, given = page.policy.sentences_of(who), page.policy.sentences_of(what)
    if not named or not given or scope.found(page.policy, _NOTHING, given[0]):
        return
    first, after = page.policy.words.range_of(given[0])
    if after <= first:
        return
    recipients = list(dict.fromkeys(one.id for one in page.recipients.get(named[0].number, ()) if one.id not in ("us", "user"))) or ["third-party"]
    data = list(dict.fromkeys(one.id for one in page.data.get(given[0].number, ())))
    value = {
        **_PLAIN,
        "data": data or ["data"],
        "recipient": recipients[0],
        "recipients": recipients,
        "narrowed": None if data else given[0].text,
    }
    yield Claim("practice", value, page.policy.words.span(first, after), given[0], False, "does", scope.scope_of(page.policy, given[0]))


_NOTHING = phrases(en=["^ (none|no|nothing|n a|not)", "(anonymous*|anonymised|anonymized|aggregate*)"])


def _head(page: Page, cell: Block) -> tuple[Sentence, ...]:
    """The sentences of the cell that heads a column; it stands within the table, before the cell."""
    for number in range(cell.number - 1, -1, -1):
        block = page.policy.blocks[number]
        if block.group != cell.group or block.kind != "cell":
            break
        if block.text is cell.column_head:
            return page.policy.sentences_of(block)[:1]
    return ()
