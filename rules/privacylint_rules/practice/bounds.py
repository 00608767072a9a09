"""The limits of a statement: exceptions, "only", grounds such as law or consent."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from privacylint.api import Match, Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.practice.grammar import NEGATIONS, OWN, WE
from privacylint_rules.practice.page import Page
from privacylint_rules.words import phrases

_HEDGES = frozenset("indiscriminately unnecessarily arbitrarily excessively intentionally deliberately directly actively willingly knowingly unlawfully needlessly".split())
"""Words that leave a denial a way out."""
_EXCEPTION = phrases(
    en=[
        "(except|unless|excluding|barring|besides|beyond|notwithstanding)",
        "(other than|apart from|aside from|outside of|with the exception of|but for|save (for|as|where|when|that|if|in|under|with|to)|subject to|in addition to|outside the|only exception)",
        "without !(exception|exceptions|limitation|collecting|sharing|selling|storing|tracking|logging|recording|gathering|ever)",
        "as ...3!(and|soon|long|far|part|a|well) (required|permitted|described|stated|set out|set forth|provided|disclosed|explained|otherwise|outlined|detailed|indicated|defined|specified|listed|noted|necessary|needed|authorized|authorised)",
        "as ...4 (law|laws|statute|act|CCPA|CPRA|GDPR|state|states|regulation|regulations|<place>) ...2 (defines|define|understands|understand|uses|use|means|mean|sees|see)",
        "(in|within) the (legal|statutory|strict|narrow|technical) (sense|meaning)",
        "(in|within) the (sense|meaning) (of|in which)",
        "(in a manner|in ways|in any way|in any manner) (inconsistent|not described|different|other|incompatible|that)",
        "(in violation of|beyond what|beyond the)",
        "(in|for) (this|that|such|these|those) (way|manner|fashion|ways|sense|purpose|purposes|reason|regard|respect)",
        "(anyone|anybody|nobody|no one|none|nothing|anything|party|parties|company|companies|person|else) but !(also|we|our|the|not|only|may|will|if|do|does|use|it|they|you)",
        "(anyone|anybody|nobody|no one|any third party|third parties|third party) but (our|the) ...3 {third-party}",
        "(anyone|anybody|nobody|no one) but (our|the)",
        "(not|never|nor) otherwise",
        "^ otherwise",
        "(any|other) other ...2 third (party|parties)",
        "other third (party|parties)",
        "(anyone|anybody|nobody|no one|no third party) else",
        "(contrary to|in accordance with|pursuant to|consistent with) ...4",
    ]
)
_THEY_GET = phrases(en=["(provider~|processor~|partner~|vendor~|contractor~|subcontractor~|supplier~|parties|agents) ...24!(not|never) (receive|receives|access|provided with|given)"])
_NOT_ALL = phrases(en=["(not|don't|doesn't|won't|cannot|never) ...3!(at|if|we) all [of] (the|your|our|this|these|personal|data|information|user)", "^ not all [of] [the|your|our|personal] (data|information)"])
_UNLESS = phrases(en=["(unless|except)"])
_EXCEPTION_FOLLOWS = phrases(
    en=[
        "^ [(the|our|there is|there are|with)] [one|some|only|a|few|limited|these|following|sole] (except|exception|exceptions|however|unless|notwithstanding|nevertheless|nonetheless|but|still|that said|with that said|otherwise)",
        "^ (this|that|these|it|the above|the foregoing) ...4 (does not|do not|shall not|doesn't|will not|excludes|exclude) ...2 (include|apply|cover|affect|extend|mean|prevent)",
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
        "(and|but) [for] (nothing|no other purpose|no other reason) [else]",
        "for ...4!(if|not) alone $",
    ]
)
NOTHING_BUT = phrases(
    en=[
        "(not|never|no) ...10!(if|except) for (any|no) [other] (purpose~|reason~|use|end|ends) (other than|than|except|but|besides)",
        "(not|never) ...10!(if|except) for anything (but|other than|except|besides|else than)",
        "for nothing (but|other than|except)",
    ]
)
"""A denial of every purpose but those it goes on to name: it says what the data is used for, and that this is all."""
_ONLY_WITH = phrases(en=["(only|solely|exclusively|strictly|limited) ...4!(if|when|in|as|after|for|to) (with|between)", "(only|solely|exclusively) ...2!(if|when|in|as|for|be|with) {share} ...8!(if|when|in|as|for) (with|to)"])
_ONLY_CASES = phrases(
    en=[
        "(in|under|for) the following [limited|specific] (cases|circumstances|situations|instances|scenarios) (only|exclusively|alone)",
        "(in|under) no other (case~|circumstance~|situation~)",
        "(only|solely|exclusively|strictly|limited) ...5!(for|with|use|collect) (if|when|where|as|after|upon|in response|in the following|in these|in connection|under the following|to the extent|in limited|in one|in very)",
        "(only|solely|exclusively) [personal|your|personally|identifiable] ...4!(for|with) (in the following|in these|under the following|in limited|when|if)",
        "(only|limited|except|other than) ...6 (following|these|limited|specific) (case~|circumstance~|situation~|instance~|way~|scenario~|reason~|exception~|purpose~|recipient~|parties|third parties|categories)",
    ]
)
_LAW = phrases(
    en=[
        "(required|compelled|obliged|obligated|permitted|authorized|authorised|ordered|mandated|forced) (by|to|under) ...3",
        "(subpoena~|court order~|legal process~|legal (obligation~|proceeding~|request~|requirement~|duty|reasons)|lawful request~|law enforcement|search warrant~|comply ...4 (law~|legal|regulation~|order~|process)|warrant~|government* request~|applicable law~|by law|good faith|public authorities|court~)",
        "(law|laws|court|courts) ...3 (requires|require|required|obliges|obliged|demands|demand|orders|ordered|compels|compel|makes us|make us|forces|force|forced|tells us|says so|says we|allows|permits)",
        "(protect|defend|enforce|safeguard|establish|exercise) ...5 (rights|property|safety|claims|security|terms|interests|agreements|policies)",
        "(emergency|emergencies|imminent|prevent ...4 (harm|fraud|injury|crime)|fraud)",
    ]
)
_MERGER = phrases(
    en=[
        "(merger~|acquisition~|acquired by|acquires (us|our|the)|(is|are|be|been) acquired|acquiring (company|entity|party|organisation|organization)|acquire (us|our|the company|the business)|bankruptcy|insolvency|reorganization|reorganisation|restructuring|dissolution|divestiture|business transfer~|change (of|in) control|sale of ...8!(data|information|details) (assets|business|company|stock|part of (our|the|its) (business|assets|company|operations|shares))|business transaction~|corporate transaction~|successor~|liquidation|asset sale|buyer~|purchaser~|acquirer~|take over|takeover|joint venture)",
        "(sell|transfer|sold|buy|purchase) ...6!(other|another|data|information|details) (assets|business|company|stock|businesses|shares|part of)",
    ]
)
_CONSENT = phrases(
    en=[
        "(consent~|permission~|opt in|opted in|opt into|authorise~|authorize~|authorization|authorisation|your (request|direction|instruction~|choice|approval|agreement|discretion))",
        "you agree !that",
        "you (ask|request|instruct|choose|direct|want|elect|decide|opt|authorize|authorise|enable|select|share|submit|post|publish|connect|link|permit|allow|make|click|order|purchase|buy|register|sign)",
        "(at|upon|per) your",
        "you tell (us|me) (to|that|otherwise)",
        "(explicitly|otherwise) (requested|agreed|consented|approved|choose|chosen)",
    ]
)
_ABROAD = phrases(en=["(countries|country|jurisdiction~|abroad|overseas|international|internationally|borders)", "(outside|within|in|to|into) [of] [the] [member states of] [the] <place>"])
FOR_MONEY = phrases(
    en=[
        "(exchange|return) for [a|any|the|some] ...3 (money|payment|payments|compensation|monetary|fee|fees|value|valuable|consideration|remuneration|cash)",
        "for [a|any|other] (monetary|valuable|money|fee|fees|compensation|remuneration|payment|financial|consideration|profit|cash|commission) !(processing|processor|processors|purposes|services|service|transactions|methods|reasons)",
        "against (payment|a fee|money|remuneration)",
        "(for|at) (a|some) price",
        "for [an|a] [annual|yearly|monthly|one off|small] (fee|payment|price)",
        "for [our|any|a|the] (commercial|financial|monetary) (gain|gains|benefit|profit|advantage)",
        "(receive|get|earn) ...3 (payment|compensation|money|fee~) ...4 (for|when) ...4 (sharing|data|information)",
    ]
)
"""Giving data for value is a sale of it."""
LOCALLY = phrases(en=["(locally|offline|on device|on your own device)", "(on|in|within) (your|the user's|the|their) [own|local|mobile] (device~|phone|computer|browser|machine|hard drive|icloud)", "(in|on|to|with|within) (your|the user's|their) [own|private|personal] [private|personal] (icloud|google drive|dropbox|onedrive|cloudkit|apple id|nextcloud)"])


def limited_to(page: Page, match: Match, action: str) -> str | None:
    """What the sentence limits: the purpose, the recipient, the case or the data; None where it limits nothing."""
    policy, sentence = page.policy, match.sentence
    forms = policy.words.forms
    first, after = policy.words.range_of(sentence)
    if not {*forms[first:after]} & (_ONLY | {"limited", "sole", "following", "other", "these", "nothing", "specific", "alone", "but", "except"}):
        return None
    if action in ("share", "sell"):
        if scope.found(policy, _ONLY_CASES, sentence):
            return "case"
        if scope.found(policy, _ONLY_WITH, sentence) or _only_to(page, match):
            return "recipient"
    if scope.found(policy, _ONLY_FOR, sentence) or scope.found(policy, NOTHING_BUT, sentence):
        return "purpose"
    return "data" if action in ("collect", "store") and _only_data(page, match) else None


def _only_to(page: Page, match: Match) -> bool:
    """ "Disclosed only to our host", "to our host alone"."""
    forms = page.policy.words.forms
    for one in page.recipients.get(match.sentence.number, ()):
        before, behind = forms[max(match.words[0], one.first - 4) : one.first], forms[one.after : one.after + 1]
        opened = any(before[number] in ("to", "with") and before[number - 1] in _ONLY for number in range(1, len(before)))
        if opened or ({*before} & {"to", "with"} and {*behind} & {"only", "alone", "exclusively"}):
            return True
    return False


def _only_data(page: Page, match: Match) -> bool:
    """ "We collect only your name", "we only collect your name", "the only data we collect is your name"."""
    forms = page.policy.words.forms
    verb = match.words[0]
    first, after = page.policy.words.range_of(match.sentence)
    if forms[verb - 1] in _ONLY or forms[verb + 1] in _ONLY:
        return any(0 <= one.first - verb <= 5 for one in page.data.get(match.sentence.number, ()))
    return {*forms[max(first, verb - 5) : verb]} >= {"only"} and {*forms[verb + 1 : min(after, verb + 4)]} & {"is", "are"} != set()


def is_universal(forms: list[str], first: int, after: int) -> bool:
    """Whether the sentence says "never", "any" or "no" outright."""
    return bool({*forms[first:after]} & {"never", "any", "anyone", "anybody", "nobody", "nothing", "none", "ever", "no", "circumstances", "all"})


def basis_of(policy: Policy, sentence: Sentence) -> list[str]:
    """On what ground data goes to others by the sentence's own words: law, merger, consent, abroad."""
    grounds = {"law": _LAW, "merger": _MERGER, "consent": _CONSENT, "abroad": _ABROAD}
    return [name for name, wanted in grounds.items() if scope.found(policy, wanted, sentence)]


def exception_of(page: Page, sentence: Sentence, denied: bool) -> str | None:
    """The words of an exception in the sentence, or "follows" when the next sentence or a list makes one."""
    policy = page.policy
    if denied and scope.found(policy, _NOT_ALL, sentence):
        return "not all"
    marks = scope.found(policy, _EXCEPTION if denied else _UNLESS, sentence)
    marks = tuple(mark for mark in marks if not _names_outside(policy, mark) and not _first_named(page, sentence, mark) and not _of_using(policy, mark))
    if marks:
        return marks[0].text
    if not denied:
        return None
    first, after = policy.words.range_of(sentence)
    forms = policy.words.forms
    hedge = next((forms[number] for number in range(first, after) if forms[number] in _HEDGES and {*forms[max(first, number - 4) : number]} & NEGATIONS), None)
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


def excepted_by(page: Page, sentence: Sentence) -> list[str]:
    """The recipients that the exception of a denial names: "nobody other than our hosting provider"."""
    marks = scope.found(page.policy, _EXCEPTION, sentence)
    after = marks[0].words[1] if marks else None
    return [] if after is None else [one.id for one in page.recipients.get(sentence.number, ()) if one.first >= after and one.id not in ("us", "user")]


def _of_using(policy: Policy, mark: Match) -> bool:
    """ "The app can be used without giving us any data" makes no exception."""
    forms = policy.words.forms
    return forms[mark.words[0]] == "without" and mark.words[0] > 0 and forms[mark.words[0] - 1] in ("used", "use", "works", "work", "runs", "run", "usable", "visited", "read", "played")


def _first_named(page: Page, sentence: Sentence, mark: Match) -> bool:
    """ "To anyone else" leaves somebody out only where somebody was named before."""
    if page.policy.words.forms[mark.words[1] - 1] != "else":
        return False
    before = page.policy.sentences[sentence.number - 1] if sentence.number else sentence
    earlier = [one for one in page.recipients.get(sentence.number, ()) if one.after <= mark.words[0]]
    if before.block is sentence.block:
        earlier += page.recipients.get(before.number, [])
    return not any(one.id not in ("us", "user") for one in earlier)


def _names_outside(policy: Policy, mark: Match) -> bool:
    """ "To anyone outside of our team" leaves nobody out; "outside of these cases" does."""
    forms = policy.words.forms
    return forms[mark.words[0]] == "outside" and bool({*forms[mark.words[1] : mark.words[1] + 4]} & (WE | OWN | {"our", "team", "us"}) or policy.words.raw(mark.words[1] + 1)[:1].isupper())
