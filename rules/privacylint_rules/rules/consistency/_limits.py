"""Promises that data goes to others only in the cases they name, and what each leaves room for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Policy, Scope, Section, Sentence, Span

from privacylint_rules import scope
from privacylint_rules.practice.bounds import basis_of
from privacylint_rules.words import phrases

GIVE = "(share|shares|disclose|discloses|provide|provides|transfer|transfers|give|gives|release|releases|reveal|reveals|pass|passes|distribute|divulge|hand|communicate|forward|make|exchange|surrender|turn over|produce)"
GIVEN = "(shared|disclosed|provided|transferred|given|released|revealed|passed|distributed|divulged|handed|communicated|forwarded|made available|exchanged)"
GIVING = "(disclosure|sharing|transfer|passing on|release|transmission|provision|forwarding)"
_INFO = "(data|information|details|info)"
ALL_DATA = (
    f"(personal [identifiable|identifying] {_INFO}|personally (identifiable|identifying) {_INFO}|pii|your [personal|private|own|confidential] {_INFO}|(user|customer|member|visitor|subscriber|donor|client|supporter|private) {_INFO}"
    f"|(any|no|all|none) [of] [the|your|this|user] {_INFO}|(this|such) {_INFO}|{_INFO} [that] (about|on|concerning|relating to|from) (you|users|our users|customers)|[the] {_INFO} [that|which] (we|you|i) (collect|hold|have|store|provide|give|gave|submit|share|send|entrust))"
)
_NOT = "(not|never|don't|doesn't|won't|under no (circumstances|condition)|(in|at|on) no (case|event|time|circumstances|account))"
_LEAVE = "(consent|permission|approval|authorisation|authorization|agreement)"
_ASK = "(ask|asks|obtain|obtains|seek|get|request|need|require)"
_PASSING = "((disclosure|sharing|transfer|passing on|release|transmission) of|sharing|disclosing|passing on|passing|releasing|giving|transferring|revealing)"
_PROMISE = phrases(
    en=[
        f"{_NOT} ...6!(if|when|only|but|limited|provide|provides|give) {GIVE} ...3!(about|for|us|with|on) {ALL_DATA} !(about|of)",
        f"{ALL_DATA} ...4!(if|when|which|who|you|not|only) (is|are|be|was) ...1 {_NOT} ...4!(if|only) {GIVEN}",
        f"{ALL_DATA} ...4!(if|when|which|who|you|only|not) (will|shall|may|must|can) {_NOT} ...2 be ...2 {GIVEN}",
        f"{ALL_DATA} ...4!(if|when|which|who|not|only) won't ...2 be ...2 {GIVEN}",
        f"((no|none of) ...1 {ALL_DATA}|no {_INFO}) ...4!(if|when|you|by) (is|are|be) ...2!(collected) {GIVEN}",
        f"^ ...12 nothing [about you|you (tell|give|send) us] (will be|is|gets|shall be) [ever] {GIVEN}",
        f"{ALL_DATA} ...8!(if|when|which|who|you|not) (is|are|be) ...2 {GIVEN} ...1 (with|to) (nobody|no one)",
        f"{GIVING} ...1 of ...2!(if) {ALL_DATA} ...8!(if|when) (only|not|never|solely) ...1 (takes place|take place|happens|happen|occurs|occur|made|done|with|if|after|to)",
        f"{GIVING} ...1 of ...2!(if) {ALL_DATA} ...8!(if|when) (takes place|happens|occurs|is made) only",
        f"(the|our) (only|sole) ...3!(not) (third parties|third party|companies|company|recipients|recipient|people|persons|parties|party|organisations|organizations|ones) ...6!(not) {GIVE} ...3 {ALL_DATA}",
        f"(the|our) (only|sole) ...3!(not) (third parties|third party|companies|company|recipients|recipient|people|persons|parties|party|organisations|organizations|ones) ...6!(not) (receive|receives|get|gets) ...2 {ALL_DATA}",
        f"(we|i|our policy is to|policy is to) ...3!(not|may|that) only ...2 {GIVE} ...3!(to|with|about|for) {ALL_DATA}",
        f"(we|i|will|policy is to|shall) ...3!(not|may|that) {GIVE} ...3!(to|with|about|for) {ALL_DATA} ...7!(for|order|necessary|our|that|which) (only|solely|exclusively) (with|if|when|after|upon|on|where|to)",
        f"{ALL_DATA} ...4!(if|when|which|who|you|not) (is|are|be) ...1 (only|solely|exclusively) ...1 {GIVEN}",
        f"{ALL_DATA} ...4!(if|when|which|who|you|not) (will|shall|may|can|must) ...1 (only|solely|exclusively) [ever] be ...2 {GIVEN}",
        f"no ...1 {GIVING} (to|with) (third|others|anyone|other|outside|outsiders) ...8!(if|when|without) (takes place|take place|happens|is made|occurs|without|unless|except)",
        f"no ...1 {GIVING} ...1 of ...2!(if) {ALL_DATA}",
        f"{_PASSING} ...2!(if|when) {ALL_DATA} ...8!(if|when|not) (requires|require|needs|is subject to|presupposes|depends on) ...6!(not|law) {_LEAVE}",
        f"(always|will|shall|must|we|i) {_ASK} ...6!(not|law) {_LEAVE} ...3 (before|prior to) ...2 (we|i|{_PASSING}) ...2!(use|collect) {GIVE} ...3!(about|for|us|with|on|to) {ALL_DATA}",
        f"(always|will|shall|must|we|i) {_ASK} ...6!(not|law) {_LEAVE} ...3 (before|prior to) ...2 {_PASSING} ...3!(about|for|us|with|on|to) {ALL_DATA}",
        f"only ...1 (with|after|if|on|upon) ...6!(not|law) {_LEAVE} ...1 (will|do|may|shall|can) (we|i) ...2 {GIVE} ...3!(about|for|us|with|on|to) {ALL_DATA}",
        f"(before|prior to) ...2!(if) ((we|i) {GIVE}|{_PASSING}) ...3!(about|for|us|with|on|to) {ALL_DATA} ...14!(not|if) {_ASK} ...6!(not|law) {_LEAVE}",
        f"{ALL_DATA} ...4!(if|when|which|who|you|not) (is|are|be) ...1 {GIVEN} ...7!(for|necessary|our) (only|solely|exclusively) (with|if|when|after|upon|on|where|to)",
    ]
)
"""What begins such a promise, or makes it whole."""
_RECEIVED = phrases(
    en=[
        f"(third parties|others|other (companies|organisations|organizations|people)|outsiders) (do not|don't|will not|never|cannot) (receive|get|obtain|see|learn) ...1 {ALL_DATA}",
        f"(no third party|no one|nobody|no other (company|person|organisation|organization)|none) ...3!(if|who) (receives|gets|obtains|receive|get|sees) ...1 {ALL_DATA}",
    ]
)
"""The same from the side of those who receive."""
_NOUN = phrases(en=[f"^ [a|an|the|any|no|such] ...2!(provider~|partner~|vendor~|processor~) {GIVING} ...1 (of|to)"])
"""The same by a noun: "a disclosure of your data does not take place without …"."""
_LIMIT = phrases(
    en=[
        "(except|unless|excluding|besides|only|solely|exclusively|sole|absent)",
        "without ...6!(law|legal|basis|safeguard*) (consent|permission|approval|authorisation|authorization|agreement|knowledge|request|instruction~)",
        "(other than|apart from|aside from|outside of|outside (the|these|such) ...1 (case~|situation~|circumstance~)|(with|the) ...2 exception of|save (for|as|where|when|if|with|to|in)|but (for|only|our|to|the|those))",
        "(if|where|until) you (do not|don't|have not|refuse)",
        "(requires|require|needs|is subject to|presupposes|depends on|before|prior to) ...6!(law|not) (consent|permission|approval|authorisation|authorization|agreement)",
        "(consent|permission|approval|authorisation|authorization|agreement) ...4!(law|not) (before|prior to)",
        "(before|prior to) ...2!(law) {share} ...20!(law|not) (consent|permission|approval|authorisation|authorization|agreement)",
    ]
)
_CONSENT = phrases(
    en=[
        "(without|absent|only with|unless|before|only after|with|upon|obtain*|have|given|give|ask*|get|your|prior|written|explicit|express|requires) ...7!(law|we) (consent|permission|approval|authorisation|authorization|agreement|say so)",
        "(unless|only if|only when|until|only after|only where|solely where|solely if|solely when|exclusively if|cases where|case when|cases in which) you ...4!(not) (consent|consented|agree|agreed|permit|permitted|approve|approved|wish|opt|allow|allowed|authorise|authorised|authorize|authorized|opt|opted|ask|asked|say|said|tell|told|request|requested|instruct|choose|chosen|give|given|want)",
        "(if|where) you (do not|don't|have not) [(give|given)] (consent|agree|permit|consented|agreed|permitted)",
    ]
)
_REFERRING = phrases(
    en=[
        "(described|disclosed|provided|stated|set out|set forth|outlined|explained|specified|detailed|indicated|mentioned|noted|identified|contemplated|expressly|defined) ...3 (in|by|here|herein|above|below|elsewhere|within|under|otherwise)",
        "(referred to|laid down)",
        "(otherwise|below|these (terms|cases|circumstances)|terms of (use|service)|certain|limited|some|permitted by|allowed by|lawful|legitimate|for any other|as appropriate|outside (of|the) (our|country|eu|eea|uk))",
        "(anyone|anybody|third parties|companies|organisations|organizations|parties) (we|which we|who need|that need|who have|that have|who agree|that agree|that maintain|who maintain|you)",
    ]
)
"""What leaves a promise open, unless a list follows that closes it."""
_ELSEWHERE = phrases(en=["(herein|elsewhere|above|(in|by|under|with|of) (this|our) [privacy] (policy|notice|statement|document|section))"])
"""What refers to other passages even where a list follows."""
_BOUND = phrases(
    en=[
        "(marketing|advertising|promotional|promotions|commercial|solicit*|spam|mailing|sponsor~|insur*)",
        "for [any|other|their|its|those|these|such|your] ...3 (purpose~|use|benefit|interests)",
        "(child~|children's|student~|minor~|patient~|health|medical|sensitive|biometric|genetic|payment|card|location|anonymi*|de identified|non personal|survey|unencrypted|recording~|employee~|applicant~|candidate~|deceased)",
        "(country|countries|abroad|internationally|eea|european union|legal basis)",
        "(personnel|need to know|members of our|team members)",
        "(verify|verification|verifiable|identity|authorized agent)",
    ]
)
"""What binds a promise to a purpose, to some data or to some people."""
_OF_OTHERS = phrases(
    en=[
        "(provider~|processor~|subprocessor~|partner~|vendor~|contractor~|subcontractor~|agent~|supplier~|they|google|stripe|paypal|apple|parties|companies|recipient~|employees|staff|who|which|affiliates|advisers|developers) ...3 (will|do|does|may|are|is|shall|must|can|have|has) ...3 (not|never|only|no)",
        "(prohibit*|forbid~|forbidden|obligat*|obliged|contractually|require them|confidentiality|agreed|agree|bound|must|should|please|reminder|urge|you (may|can|should|will|do not|must|agree)) ...12!(consent~|permission) {share}",
        "(not|never) (store|retain|keep|collect|sell) (or|and|nor) ...2 {share}",
        "(cannot|can't) (guarantee|ensure|control|promise)",
        "(right~|request|ask|opt out|choose|prefer) ...6 (not|never)",
    ]
)
"""Promises of others, duties of theirs and of readers, and promises about something else."""
_EVERYBODY = phrases(en=["(third (party|parties|person|persons) !(ad|ads|advertising|advertisers|advertiser|marketers|sites|websites)|anyone|anybody|no one|nobody|others|any (person|party|company|organisation|organization|entity|individual)|other (people|companies|organisations|organizations|persons|entities|parties|person|organisation|organization|company|individual~)|outside|outsiders|external)"])
_SOMEBODY = phrases(en=["(advertiser~|ad networks|other (users|members|players|customers|visitors|guests)|public|publicly|marketers|broker~|google|facebook|apple|partners|sponsors|developer~|school~|team|friends|network|recruiters|followers)"])
_MOVED = phrases(en=["(transfer|transfers|transferred|provide|provides|provided|forward|make|give)"])
_HELPERS = phrases(
    en=[
        "(provider~|processor~|subprocessor~|vendor~|contractor~|supplier~|host|hosting|courier~|agents|services|service)",
        "(provide|provision|deliver|perform|operate|fulfil~|fulfill~|complete|process|run|handle|carry out|necessary|needed|required to|on our behalf)",
    ]
)


_STAFF = "(staff|employee~|team|team members|personnel|administrators|admins|members of (our|the) (team|staff)|developers|volunteers|committee members)"
_SEE = "(see|sees|view|views|read|reads|access|accesses|(has|have|get|gets) [direct|any] access to)"
_STAFF_ONLY = phrases(
    en=[
        f"(only|solely|exclusively) ...3!(not|if|when|authorized|authorised) {_STAFF} ...6!(not|if|when) {_SEE} ...2!(not) {ALL_DATA}",
        f"(only|sole) (people|persons|ones|individuals|parties) ...6!(not|if|when) ({_SEE}|access|see) ...3!(not) {ALL_DATA} (is|are) ...4!(not) {_STAFF}",
        f"access to ...1 {ALL_DATA} is ...3!(not) (limited|restricted|confined|reserved) to ...3!(not|authorized|authorised) {_STAFF}",
        f"{ALL_DATA} ...6!(not|if) access to (it|them) is ...3!(not) (limited|restricted|confined|reserved) to ...3!(not|authorized|authorised) {_STAFF}",
        f"{ALL_DATA} ...3!(not|if) (is|are|can|may) ...2!(not) (accessible|visible|available|be seen|be accessed|be read|be viewed|seen|accessed|read|viewed) ...2 (only|solely|exclusively) ...4!(not|if) {_STAFF}",
        f"{ALL_DATA} ...3!(not|if) (is|are|can|may) ...3!(not) (seen|accessed|read|viewed|accessible|visible) (by|to) ...3!(not|if) {_STAFF} (only|alone|exclusively)",
        f"(only|solely|exclusively) (accessible|visible|available|seen|accessed) (by|to|for) ...3!(not|if) {_STAFF}",
        f"(nobody|no one|no person|no third party) (but|except|other than|outside) ...4!(if) ({_STAFF}|company|organisation|organization|us) ...4!(not|if|when) {_SEE} ...2!(not) {ALL_DATA}",
    ]
)
"""Promises that nobody but the company's own people sees personal data."""
_MORE_THAN_STAFF = phrases(
    en=[
        "(need|needs|necessary|require*|provider~|processor~|contractor~|subcontractor~|agents|partner~|affiliate~|vendor~|third parties|law|consent|unless|trained|bound|certain|specific|some|limited number|duties|where|if|when|subsidiar*|advisers|advisors|those|you|health|payment|card|child~|student~|sensitive)",
    ]
)
"""What lets others in beside the staff, or speaks of who among the staff may see it."""
_ADVISERS = phrases(en=["(adviser~|advisor~|lawyer~|attorney~|auditor~|accountant~|bookkeeper~|counsel)"])


class Limit(NamedTuple):
    """A promise that data goes to others only in some cases: `allowed` holds those of consent, law, merger, helpers, advisers."""

    span: Span
    sentence: Sentence
    scope: Scope
    allowed: frozenset[str]
    listed: bool
    staff: bool = False

    @property
    def section(self) -> Section | None:
        """The section it stands in."""
        return self.sentence.section


def kept_to_staff(policy: Policy) -> Iterator[Limit]:
    """The promises that only the company's own people see personal data; the law and a sale of the business are no clash."""
    last: Sentence | None = None
    for match in policy.find(_STAFF_ONLY):
        sentence = match.sentence
        if sentence is last or sentence.block.kind == "heading" or not scope.is_statement(policy, sentence, examples=True) or scope.found(policy, _MORE_THAN_STAFF, sentence):
            continue
        last = sentence
        around = scope.scope_of(policy, sentence)._replace(condition=None, purpose=None)
        yield Limit(match.span, sentence, around._replace(people=()), frozenset({"law", "merger", "consent"}), True, True)


def limits(policy: Policy) -> Iterator[Limit]:
    """The promises of a policy that name their exceptions, and nothing that leaves them open."""
    last: Sentence | None = None
    for match in sorted((*policy.find(_PROMISE), *policy.find(_RECEIVED)), key=lambda one: one.words):
        sentence = match.sentence
        if sentence is last or sentence.block.kind == "heading" or not scope.found(policy, _LIMIT, sentence) or not scope.is_statement(policy, sentence, examples=True):
            continue
        last = sentence
        if scope.found(policy, _BOUND, sentence) or _to_some(policy, sentence) or _is_of_others(policy, sentence):
            continue
        items = _items(policy, sentence)
        if scope.found(policy, _ELSEWHERE, sentence) or (not items and (scope.found(policy, _REFERRING, sentence) or sentence.text.rstrip().endswith(":"))):
            continue
        around = scope.scope_of(policy, sentence)._replace(condition=None, purpose=None)
        allowed = _allowed(policy, [*policy.sentences_of(sentence.block), *items])
        yield Limit(match.span, sentence, around, allowed, bool(items))


def _is_of_others(policy: Policy, sentence: Sentence) -> bool:
    """Whether the promise is made for others, or about something else."""
    return bool(scope.found(policy, _OF_OTHERS, sentence)) and not any(scope.found(policy, one, sentence) for one in (_RECEIVED, _NOUN))


def _to_some(policy: Policy, sentence: Sentence) -> bool:
    """Whether the promise is about some recipients only, or moves data to nobody in particular."""
    if not scope.found(policy, _EVERYBODY, sentence) and scope.found(policy, _MOVED, sentence):
        return True
    return bool(scope.found(policy, _SOMEBODY, sentence)) and not scope.found(policy, _EVERYBODY, sentence)


def _items(policy: Policy, sentence: Sentence) -> list[Sentence]:
    """The sentences of the list that a promise introduces."""
    if sentence is not policy.sentences_of(sentence.block)[-1]:
        return []
    found: list[Sentence] = []
    for block in policy.blocks[sentence.block.number + 1 :]:
        if block.intro is not sentence.block:
            if found or block.number > sentence.block.number + 1:
                break
            continue
        found += policy.sentences_of(block)
    return found


def _allowed(policy: Policy, sentences: list[Sentence]) -> frozenset[str]:
    """What the promise, its paragraph and its list leave room for."""
    allowed: set[str] = set()
    for one in sentences:
        allowed |= {*basis_of(policy, one)} & {"law", "merger"}
        if scope.found(policy, _CONSENT, one):
            allowed.add("consent")
        if scope.found(policy, _HELPERS, one):
            allowed.add("helpers")
        if scope.found(policy, _ADVISERS, one):
            allowed.add("advisers")
    return frozenset(allowed)
