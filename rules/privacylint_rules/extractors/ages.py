"""
Ages: every statement that sets an age for users, children, minors or consent.

A number counts as an age when an age relation ("under 13", "16 or older", "the age of eighteen") stands around it and
it is said of persons. Its role comes from what the sentence does with it: each cue ("do not knowingly collect", "must
be", "sell") is bound to the nearest age, and ages joined by "or 16 in the EEA" share the cues of the first.
"""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Claim, Match, Phrases, Policy, Said, Scope, Sentence, Span, extractor

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_OF = "[the] [(minimum|legal|required)] [(age|ages)] [of]"
_YEARS = "[(years|year|yrs)] [(old|of age|age|olds)]"
_NUMBER = f"<age> {_YEARS}"

_RELATIONS: dict[str, Phrases] = {
    "between": phrases(
        en=[
            f"between {_OF} <age:low> {_YEARS} (and|to|through) [under] [the age of] <age:high> {_YEARS}",
            f"(aged|ages|age) [from] [between] <age:low> {_YEARS} (to|through|and|until) <age:high> {_YEARS}",
            "(aged|ages) <age:low> <age:high>",
            "<age:low> (to|through) <age:high> (years|year) (old|of age|olds)",
            "(from|children|minors|users) <age:low> (to|through) <age:high> [(years|year)] [(old|of age|olds)]",
            "<age:low> <age:high> (years|year) (old|of age|olds)",
        ]
    ),
    "at-or-under": phrases(
        en=[
            f"[(aged|age|ages)] [of] {_NUMBER} (and|or|and or) (under|below|younger|less|lower)",
            f"up to {_OF} {_NUMBER}",
            f"not (over|older than|above) {_OF} {_NUMBER}",
        ]
    ),
    "under": phrases(
        en=[
            f"(under|below|beneath|underneath|younger than|less than|lower than|before) [turning] {_OF} {_NUMBER}",
            f"not [yet] (at least|over|reached|attained|turned|older than|of at least) {_OF} {_NUMBER}",
            f"not yet {_NUMBER}",
            f"(haven't|hasn't) [yet] (reached|attained|turned) {_OF} {_NUMBER}",
        ]
    ),
    "at-least": phrases(
        en=[
            f"at least {_OF} {_NUMBER}",
            f"[(aged|age|ages)] [of] {_NUMBER} (or|and|and or) (older|over|above|more|up|upwards|greater|beyond|higher|elder)",
            f"[(aged|age|ages)] {_NUMBER} or of legal age",
            f"minimum [required|legal] age ...6!(not|under) {_NUMBER}",
            f"from {_OF} {_NUMBER}",
            f"(reached|attained|turned|reach|attain|turn|reaching|turning) {_OF} {_NUMBER}",
            f"(not|no) (under|younger than|below|less than) {_OF} {_NUMBER}",
            f"[at] [a] minimum [of] {_NUMBER}",
            f"(must be|only) [of] [(age|aged)] {_NUMBER}",
            f"of legal age {_NUMBER}",
        ]
    ),
    "over": phrases(en=[f"(over|above|older than|more than|exceed~|past) {_OF} {_NUMBER}"]),
    "bare": phrases(
        en=[
            f"(aged|age|ages) [(of|is|was|at|to|limit is|limit of)] [at] {_NUMBER}",
            "<age> (years|year) (old|of age|olds)",
            "<age>",
        ]
    ),
}

_PERSONS = frozenset(
    (
        "child children minor minors kid kids person persons people individual individuals user users visitor "
        "visitors anyone anybody someone somebody nobody everyone those youth youths teen teens teenager teenagers "
        "adult adults consumer consumers customer customers member members player players student students resident "
        "residents participant participants subscriber subscribers applicant applicants citizens california "
        "californians dependents candidates one ones boys girls subjects owner owners account accounts"
    ).split()
)
_BETWEEN_PERSON_AND_AGE = frozenset(
    (
        "who whom that which are is was be being been aged age ages of at the or and we know knows knew known to have "
        "actually believe believed they he she if still currently either under below over above younger older than a "
        "an any reside in has not yet least with legal he/she only"
    ).split()
)
_SAID_OF = frozenset("be am are is you're they're i'm were was being".split())
_AFTER = frozenset(
    (
        "s years year old of or and to in is are may must will can cannot should shall we with without who for as "
        "from at by on please you unless if when where but that this do does not no regardless through via register "
        "use access however however, because nor under it they their any except only he she then into which have has "
        "while within depending whichever per our your submit provide based"
    ).split()
)  # fmt: skip
_GROWN_UP = frozenset("parent parents guardian guardians adult adults".split())
_AGE_WORDS = frozenset("age aged ages old olds".split())

_COLLECT = "(collect~|gather~|obtain~|receive~|solicit~|request~|process~|store~|maintain~|use~|ask~|seek~|acquire~|hold~|keep~|record~|accept~|retain~|handle~|contact~|harvest~|capture~|elicit~|save~)"
_GATHER = "(collect~|gather~|obtain~|receive~|solicit~|request~|process~|store~|maintain~|seek~|acquire~|hold~|keep~|record~|accept~|retain~|handle~|harvest~|capture~|elicit~|save~)"
_KNOWINGLY = "(knowingly|intentionally|purposely|purposefully|deliberately|wittingly|willingly|consciously|actively|wilfully|willfully|specifically)"
_ENTER = (
    "(use~|using|access~|register~|create~|visit~|join~|sign up|sign in|signing up|play~|download~|install~|open~|enter~"
    "|subscribe~|attempt~|participate~|browse~|purchase~|order~|an account|accounts|account|hold~|become~|utilize~|utilise~|view~|interact~|enrol~|enroll~|apply~|log in|buy~|donate~)"
)
_CUES: dict[str, Phrases] = {
    "sale-opt-in": phrases(
        en=[
            "(sell~|sale|sales|selling|monetise~|monetize~)",
            "share~ ...12 (advertising|advertisers|advertisement~|behavioral|behavioural|cross context)",
            "(targeted|behavioral|behavioural|cross context|personalized|personalised) [behavioral|behavioural] (advertising|advertisement~|ads)",
            "opt in ...6 (sale|share|sharing)",
            "sale or sharing",
        ]
    ),
    "content-removal": phrases(
        en=[
            "(remov*|erase~|erasure|delete~|deletion|take down) ...14!(aware|learn~|discover~) ...8 (post~|publicly|published|posted|public)",
            "(request|obtain|right) ...8 (removal|remove|deletion|erasure) ...12 (content|information|posts)",
            "(content|information|posts) ...12 (posted|publicly) ...12 (removed|deleted|removal|remove)",
        ]
    ),
    "no-knowing-collection": phrases(
        en=[
            f"{{not}} ...7 {_KNOWINGLY} ...6 {_COLLECT}",
            f"{{not}} {_COLLECT} ...5 {_KNOWINGLY}",
            f"{_KNOWINGLY} {{not}} {_COLLECT}",
            f"{{not}} ...3!(should|may|must|children|minors|you|persons) {_GATHER} ...9 {{data}} ...5 (from|of|about|on|regarding|concerning|relating to|belonging to|pertaining to|provided by)",
            f"{{not}} ...3!(should|may|must|children|minors|you|persons) {_GATHER} ...4 (from|about) (children|minors|anyone|persons|individuals|users|people|any|kids|those|a child)",
            f"no ...6!(part|portion) {{data}} ...6 (is|are|was|be|will be) ...3 {_COLLECT}",
            "{not} ...3 (have|has) ...3 (data|information) ...3 (from|of|about)",
            "(avoid~|refrain~) ...3 {collect}",
            "{not} ...3 (intend~|wish~|want~|aim~|seek~|mean~) to ...3 {collect}",
            "{not} ...4 (aware|knowledge) of ...4 {collect}",
        ]
    ),
    "not-directed": phrases(
        en=[
            "({not}|none|nothing) ...7!(knowingly|intentionally|sell|collect) (directed|direct|directs|intended|designed|aimed|aim|targeted|target|targets|targeting|marketed|market|address|addressed|addresses|meant|geared|developed|suitable"
            "|cater~|attract|attracting|structured|appeal~|focused|focus|oriented|tailored|appropriate|promoted|advertised|suited|for use by)",
            "{not} ...3!(knowingly) (intend~|want~|mean~|wish~) ...10 (used|use|accessed|for|access|to use)",
            "{not} ...14 (direct|target|market|aim) ...5 {service} ...3 (to|at|towards)",
            "{not} for [use by] (children|minors|kids|persons|anyone|users|individuals|people|those)",
            f"{{not}} ...2 {_KNOWINGLY} (offer~|provide~|market~|direct~|target~|advertise~|cater~)",
            "{not} (offer~|provide~|offered|provided) ...8 (to|for) (children|minors|persons|anyone|users|individuals|people|those|kids)",
            "(intended|designed|meant|directed|aimed|made|suitable|built|targeted|created) [only|solely|exclusively|primarily|strictly] (for|to|at|towards) [use by] [only] [a] [general] [audience] ...7!(not) <age>",
            "(intended|designed|meant|directed|aimed|made|suitable|created) (for|to) [use by|be used by] (adults|users|people|individuals|those|persons|audiences|a general audience) ...6 <age>",
        ]
    ),
    "minimum-age": phrases(
        en=[
            "(must|have to|has to|need to|needs to|required to|require ...6 to|shall|should) [(not|also|all|each)] [only] be ...5!(registered|supervised|accompanied|permitted|able) <age>",
            "(must|have to|need to|should|shall) [both|also] (have reached|have attained|have turned|be of)",
            f"(may|must|should|shall|can|do|does|are|is|will) not ...4!(knowingly|collect|be|sell|provide|submit|send|give|share|sure) {_ENTER}",
            f"(cannot|can't|don't) ...3 {_ENTER}",
            f"please (do not|don't|refrain from|discontinue|stop|leave|exit|cease) ...3 {_ENTER}",
            "please (leave|exit|discontinue|stop using|cease)",
            "{not} ...2 (allow~|permit~|eligible|authorized|authorised|let|able|entitled|welcome|accept~|tolerate) ...14",
            "{not} ...2 (knowingly|intentionally) ...2 (allow~|permit~|let|register|accept)",
            "{not} ...2 (available|open|offered|accessible) (to|for)",
            "(forbid~|prohibit~|barred|ban~|banned|restrict~|ineligible|unauthorized|unauthorised|disallow~|exclude~)",
            "(available|open|restricted|limited|offered|accessible) [(only|exclusively|solely)] (to|for) ...6 <age>",
            "only (available|open|offered|accessible|allowed|permitted) [to|for] ...8",
            "only ...6 (persons|people|users|individuals|those|anyone|adults|customers|you) ...9 (may|can|are allowed|are permitted|are eligible)",
            "(represent~|warrant~|confirm~|certify~|affirm~|agree~|acknowledge~|declare~|verify~|guarantee~|assure~|state~|attest~) ...6 (you|they|he|she|user|users|that) ...3 (are|is|be|have|at)",
            "^ [(the|our)] [(required|legal)] (minimum age|age limit|age requirement~|minimum legal age|age restriction~) ...9 <age>",
            "!(or|applicable|relevant) (the|our|a|an) [(required|legal)] (minimum age|age limit|age requirement~|minimum legal age|age restriction~) ...4!(in|your) (is|of) ...3 <age>",
            "(permit~|allow~) only ...6",
            "{not} ...3 create ...3 (account|accounts|profile)",
            f"(no (one|person|persons|child|children|minor|minors|user|users|individual|individuals|people)|nobody|none) ...9 (may|can|should|shall|is|are) ...3!(knowingly) ({_ENTER}|allowed|permitted)",
            f"(may|can) ...3!(not|parent|permission|consent) {_ENTER} ...6!(not|parent|permission|consent) (only if|only when|only once|provided that|provided|if|when|once) you ...5!(not|parent) <age>",
            "you [hereby] (are|confirm you are|must be) (at least|over|older than|of)",
            "{service} ...3 (for|requires) (users|people|persons|adults|individuals) ...3 (only|at least|<age>)",
            "{not} ...2 create~ ...8 {child}",
            "eligible to ...3 (use|register|join)",
        ]
    ),
    "parental-consent": phrases(
        en=[
            "(parent~|guardian~|parental|parent's|parents) ...8!(contact|encourage) (consent~|permission~|approv*|authoris*|authoriz*|supervis*|involv*|agreement|assist*|agree~|permit~|guidance|oversight|allow~)",
            "(consent~|permission|permissions|approv*|authoris*|authoriz*|supervis*|involv*|agreement|assist*|ask|get|help|guidance|together with|oversight) ...8!(contact) (parent~|guardian~|parents)",
            "(registered|supervised|accompanied|enrolled|created|set up|opened|managed) by [(a|an|the|their|your)] (parent~|guardian~)",
            "parental (consent|permission|approval)",
            "(parent~|guardian~|parents) ...6!(contact) (provide~|submit~|register~|create~|complete~) ...4 (on|behalf|for)",
            "on (his|her|their|your) behalf",
            "[digital] age of [digital] consent",
        ]
    ),
    "definition": phrases(
        en=[
            "(child|minor) is ...2 (a person|anyone|any|someone|an individual)",
            "(child|children|minor|minors) (means|mean|refers to|refer to|is defined|are defined|is anyone|is any|are persons|are individuals|are defined as|as defined)",
            "(define~|consider~|treat~) ...4 (child|children|minor|minors) ...6 (as|to be|anyone|person~|individual~|those)",
            "by (child|children|minor|minors) we mean",
            "(considered|regarded|deemed) [to be] [a|as] [a] (child|children|minor|minors)",
            "term (child|children|minor|minors)",
        ]
    ),
}
_MAY_ENTER = phrases(
    en=[
        "<age> ...8!(not|under|parent|parents) (can|may|are allowed to|are able to|is allowed to) ...2 (create|use|register|join|open|access|sign up)",
        "<age> ...4!(not|under|parent|parents) (welcome|invited|free|eligible|entitled) to ...2 (create|use|register|join|open|access|sign up)",
    ]
)
_RECEIVED = phrases(en=["(if|should|when|where) we ...3 (receive~|collect~|obtain~|get|acquire~)"])
_SUBMIT = phrases(
    en=[
        "(do not|don't|should not|must not|may not|never|not to|refrain from) ...3 (submit~|send~|provide~|give~|share~|disclose~|enter~|post~|transmit~|upload~)"
    ]
)
_LEARN = phrases(
    en=[
        "(if|should|when|where|once|in case|in the case|in the event|upon|after|on|whenever) ...12!(you|parent~|guardian~|your) (learn~|become~|became|discover~|believe~|find~|finds|aware|notified|determine~|know~|knows|suspect~|reason|detect~|made aware|informed|notice~|realise~|realize~|identify~|actual|inadvertently|accidentally|unknowingly|unintentionally|mistakenly|knowledge|evidence|comes to|come to|confirm~|notification|learning|discovery|discovering|discovers|ascertain~|alerted|appears|turns out|have collected|has collected|collected|been provided|received)",
        "(will|shall|steps to|promptly|immediately|we|right to) ...3 (delete~|remove~|erase~|destroy~|purge~|dispose~|terminate~|close~|disable~|deactivate~|suspend~) ...20 {child}",
        "(delete~|remove~|erase~|destroy~|purge~|terminate~|close~|disable~|deactivate~) ...16 (collected|provided|submitted|received) ...12 <age>",
    ]
)
_REPORT = phrases(
    en=[
        "(if|should|when|where) (you|a parent|parents|any parent|the parent|parents or guardians|a parent or guardian|any person|anyone|your child|a child|you are a parent) ...14 (learn~|become~|discover~|believe~|find~|aware|know|suspect~|reason|think|believes|becomes|learns|discovers|provided|submitted|disclosed|has given|gave)"
    ]
)
_DELETE = phrases(
    en=[
        "(delete~|remove~|erase~|destroy~|purge~|deletion|removal|dispose~|terminate~|erasure|close~|disable~|deactivate~|discard~|expunge~|cancel~|suspend~)"
    ]
)
_SUCH = phrases(
    en=[
        "(such|these|those|said) [(an|a)] [(young|minor|underage)] (individual~|person~|people|child|children|minor~|user~|visitor~|information|data|kids|age|ages|persons)",
        "(this|that) (age|age group|information|data)",
        "(from|about|of|by) them",
        "[that] (age|aged) (limit|group)",
        "underage",
        "under age",
        "(minor|minors|child|children)",
    ]
)
_STRICTLY_SUCH = phrases(
    en=[
        "(such|these|said) [(an|a)] [(young|minor|underage)] (individual~|person~|people|child|children|minor~|user~|visitor~|kids|persons)",
        "(this|that) (age|age group)",
        "(from|about) them",
        "(under|below) (the|this|that) (applicable|minimum|required|relevant|age)",
    ]
)
_SUCH_DATA = phrases(
    en=[
        "(such|this|that) ...2 (information|data|collection)",
        "(such|these|said|a|any|the) [(young|minor|underage)] (individual~|person~|child|children|minor~|user~|kids)",
        "(delete|remove) (it|them)",
        "that we (have|did)",
        "(this|that) (age|age group|has happened|happened|happens|occurred|is the case)",
    ]
)
_IN = phrases(
    en=[
        "(in|for|from|within|inside|of|if you are in|located in|to|outside|outside of) [the] [(parts of|some|certain|most|countries of|member states of|rest of)] [the] <place>",
        "<place> (residents|users|citizens|minors|consumers|law)",
    ]
)
_AGE_TALK = phrases(en=["(age|ages|aged|years old|children|minors|child|minor)"])

# --- examples --------------------------------------------------------------------------------------------------------

_EXAMPLES = (
    Said(
        "We never knowingly gather personal data from kids younger than 13.",
        at="never knowingly gather personal data from kids younger than 13",
        value={"threshold": 13, "relation": "under", "role": "no-knowing-collection"},
        denied=True,
    ),
    Said(
        "You must be at least 18 years old to open an account.",
        at="You must be at least 18 years old",
        value={"threshold": 18, "relation": "at-least", "role": "minimum-age"},
        denied=False,
    ),
    Said(
        "Our puzzles are not aimed at children aged 12 or younger.",
        at="not aimed at children aged 12 or younger",
        value={"threshold": 12, "relation": "at-or-under", "role": "not-directed"},
    ),
    Said(
        "Players who are under 16 need the permission of a parent.",
        at="under 16 need the permission of a parent",
        value={"threshold": 16, "relation": "under", "role": "parental-consent"},
    ),
    Said("We keep invoices for at least 10 years.", value=None),
    Said("Our team of over 20 people is spread over 12 countries.", value=None),
)

# --- reading ---------------------------------------------------------------------------------------------------------


_MOST_AGES = 16
"""How many ages of one sentence are read: a list of countries has a dozen."""


class Age(NamedTuple):
    """An age in a sentence: threshold and relation, its words, and the threshold's own span."""

    threshold: int
    relation: str
    words: tuple[int, int]


class Cue(NamedTuple):
    """Words that give an age its role."""

    role: str
    words: tuple[int, int]


@extractor("age", examples=_EXAMPLES)
def ages(policy: Policy) -> Iterator[Claim]:
    """Every statement with an age threshold about users, children, minors or consent."""
    wanted = {match.sentence.number for match in policy.find(_RELATIONS["bare"])}
    blocks = dict.fromkeys(policy.sentences[number].block.number for number in sorted(wanted))
    for number in blocks:
        yield from _in_block(policy, policy.sentences_of(policy.blocks[number]))


def _in_block(policy: Policy, sentences: tuple[Sentence, ...]) -> Iterator[Claim]:
    said: dict[tuple[object, ...], Claim] = {}
    last: list[Age] = []
    for sentence in sentences:
        if sentence.block.kind == "code" or sentence.text.rstrip().endswith("?"):
            continue
        if sentence.block.kind == "heading" and not scope.is_statement(policy, sentence):
            continue
        here = _ages_in(policy, sentence)
        found = list(_claims(policy, sentence, here) if here else _again(policy, sentence, last))
        for claim in found:
            key = (claim.value["threshold"], claim.value["role"], claim.scope.region)
            said.setdefault(key, claim)
        last = here or last
    # a request to report a child is part of the promise to delete, where that is given too
    deletes = {claim.value["threshold"] for claim in said.values() if claim.value["role"] == "delete-if-learned"}
    for claim in said.values():
        if not (claim.value["role"] == "other" and claim.value.get("report") and claim.value["threshold"] in deletes):
            yield claim


def _claims(policy: Policy, sentence: Sentence, found: list[Age]) -> Iterator[Claim]:
    roles = _roles(policy, sentence, found)
    for number, age in enumerate(found):
        place = _local_region(policy, sentence, found, number)
        for cue in roles[number]:
            yield _claim(policy, sentence, age, cue, place)


def _claim(policy: Policy, sentence: Sentence, age: Age, cue: Cue, place: tuple[str, ...] | None) -> Claim:
    first, after = min(age.words[0], cue.words[0]), max(age.words[1], cue.words[1])
    match = Match(_span(policy, first, after), sentence, {}, {}, "", (first, after))
    around = scope.scope_of(policy, sentence)
    if place is not None:
        around = around._replace(region=place or _outer_region(policy, sentence, around))
    value: dict[str, object] = {
        "threshold": age.threshold, "relation": age.relation, "role": cue.role.removesuffix("?"),
    }  # fmt: skip
    if cue.role == "other?":
        value["report"] = True
    if cue.role == "minimum-age" and scope.found(policy, _CUES["parental-consent"], sentence):
        value["parental_consent"] = True
    return Claim("age", value, match.span, sentence, scope.denied(policy, match), scope.modality(policy, match), around)


def _outer_region(policy: Policy, sentence: Sentence, around: Scope) -> tuple[str, ...]:
    # the sentence names a region for another of its ages
    return () if around.region == scope.regions_in(policy, sentence) else around.region


def _span(policy: Policy, first: int, after: int) -> Span:
    return policy.words.span(first, after)


# --- numbers that are ages -------------------------------------------------------------------------------------------


def _ages_in(policy: Policy, sentence: Sentence) -> list[Age]:
    """The ages of a sentence in the order of the text, each number once with the fullest relation around it."""
    taken: dict[int, Age] = {}
    for relation, wanted in _RELATIONS.items():
        for match in scope.found(policy, wanted, sentence):
            if relation == "at-or-under" and _number_follows(policy, match):
                continue
            for name, span in match.spans.items():
                at = span.start
                if at in taken and not (taken[at].relation == "under" and relation == "at-least"):
                    continue
                if at in taken and match.words[1] - match.words[0] <= taken[at].words[1] - taken[at].words[0]:
                    continue
                taken[at] = Age(match.slots[name], relation, match.words)
    found: list[Age] = []
    if len(taken) > _MOST_AGES:
        taken = dict(sorted(taken.items())[:_MOST_AGES])
    if scope.found(policy, _AUDIENCE, sentence) and not scope.found(policy, _NEAR_CHILD, sentence):
        return found
    for _, age in sorted(taken.items()):
        known = _judged(policy, sentence, age, found)
        if known:
            found.append(known)
    return found


def _number_follows(policy: Policy, match: Match) -> bool:
    # "under 16 (or under 18 in Spain)" is no "16 or under"
    forms = policy.words.forms
    after = match.words[1]
    while forms[after] in ("the", "age", "of", "than"):
        after += 1
    return forms[after][:1].isdigit()


def _judged(policy: Policy, sentence: Sentence, age: Age, before: list[Age]) -> Age | None:
    """The age with its final relation, or None when it is no age of users."""
    forms = policy.words.forms
    low, high = policy.words.range_of(sentence)
    first, after = age.words
    own = forms[first:after]
    following = forms[after] if after < high else ""
    spoken_of_age = any(word in _AGE_WORDS for word in own) or "majority" in forms[max(low, first - 3) : first]
    person = _person_before(forms, first, low)
    if person in _GROWN_UP and not spoken_of_age | (person in ("adult", "adults")):
        return None
    if person in ("parent", "parents", "guardian", "guardians"):
        return None
    plus = _plus(policy, after - 1, sentence)
    if age.relation == "at-least" and before and own[:1] == ["minimum"] and _joined(policy, before[-1], age):
        # "under 13 (or the minimum age where you live, e.g. 16)"
        return age._replace(relation=before[-1].relation)
    if age.relation == "bare":
        return _bare(policy, sentence, age, before, plus)
    if (
        any(word in ("years", "year") for word in own)
        and not spoken_of_age
        and person is None
        and not _said_of(forms, first, low)
    ):
        return None
    if spoken_of_age or person:
        return age
    if not _follows_well(policy, after, high):
        return None
    named_after = age.relation in ("under", "at-or-under") and following in _PERSONS
    if _said_of(forms, first, low) or _SAID_OF & {*own} or named_after or following == "s":
        return age
    return age if age.relation in ("under",) and _near_child(policy, sentence) else None


def _bare(policy: Policy, sentence: Sentence, age: Age, before: list[Age], plus: bool) -> Age | None:
    """A number without a relation: "18+", a second age ("or 16 in the EEA"), "aged 13", a row of a list by country."""
    forms = policy.words.forms
    low, high = policy.words.range_of(sentence)
    first, after = age.words
    own = forms[first:after]
    if plus and (
        before
        or scope.found(policy, _AGE_TALK, sentence)
        or _said_of(forms, first, low)
        or _person_before(forms, first, low)
    ):
        return age._replace(relation="at-least")
    if before and _joined(policy, before[-1], age) and _follows_well(policy, after, high):
        return age._replace(relation=before[-1].relation)
    if any(word in _AGE_WORDS for word in own):
        return age._replace(relation="at-least")
    if _by_country(policy, sentence):
        return age._replace(relation="at-least")
    return None


def _joined(policy: Policy, before: Age, age: Age) -> bool:
    """Whether "or", "and", a bracket, or a condition joins the second number to the first: "13 (or 16 in the EEA)"."""
    between = policy.words.forms[before.words[1] : age.words[0]]
    if len(between) > 12:
        return False
    return (
        bool({"or", "and", "whereas", "while", "e", "eg", "unless", "than", "of", "in", "for", "is"} & {*between})
        or not between
    )


def _by_country(policy: Policy, sentence: Sentence) -> bool:
    """A short list item or table cell with a country, where list, row or heading speaks of age."""
    block = sentence.block
    if block.kind not in ("item", "cell") or len(sentence.text) > 80:
        return False
    named = bool(scope.found(policy, scope.PLACE, sentence)) or bool(block.row_head)
    return named and " age" in f" {_above(sentence)}"


def _above(sentence: Sentence) -> str:
    """The words over a list item or table cell, in lower case: its introduction, or the heads of row and column."""
    block = sentence.block
    heads = [head.plain for head in (block.row_head, block.column_head) if head]
    return " ".join([*heads, block.intro.text.plain if block.intro else ""]).lower()


def _person_before(forms: list[str], first: int, low: int) -> str | None:
    word = first - 1
    while word >= low and first - word <= 7:
        if forms[word] in _PERSONS | _GROWN_UP or forms[word] in ("adult", "adults"):
            return forms[word]
        if forms[word] not in _BETWEEN_PERSON_AND_AGE:
            return None
        word -= 1
    return None


def _said_of(forms: list[str], first: int, low: int) -> bool:
    for word in range(first - 1, max(low, first - 4) - 1, -1):
        if forms[word] in _SAID_OF:
            return True
        if forms[word] not in (
            "of",
            "aged",
            "age",
            "not",
            "no",
            "the",
            "you",
            "either",
            "currently",
            "also",
            "both",
            "only",
        ):
            return False
    return False


def _follows_well(policy: Policy, after: int, high: int) -> bool:
    """Whether no noun follows that the number counts ("over 20 countries")."""
    if after >= high:
        return True
    plain = policy.words.sentence_at(after).block.text.plain
    gap = plain[policy.words.plain(after - 1)[1] : policy.words.plain(after)[0]]
    return gap.strip() != "" or policy.words.forms[after] in _AFTER | _PERSONS | _GROWN_UP


def _plus(policy: Policy, word: int, sentence: Sentence) -> bool:
    end = policy.words.plain(word)[1]
    return sentence.block.text.plain[end : end + 2].strip().startswith("+")


_NEAR_CHILD = phrases(en=["(child~|children|minor~|parent~|guardian~|coppa|underage)"])


def _near_child(policy: Policy, sentence: Sentence) -> bool:
    return bool(scope.found(policy, _NEAR_CHILD, sentence))


# --- roles -----------------------------------------------------------------------------------------------------------


def _roles(policy: Policy, sentence: Sentence, found: list[Age]) -> list[list[Cue]]:
    """For each age of the sentence its roles: every cue goes to the nearest age, joined ages share."""
    heard = _heard(policy, sentence, found)
    roles: list[list[Cue]] = [[] for _ in found]
    for cue in heard:
        nearest = min(range(len(found)), key=lambda number: _distance(policy, cue, found[number]))
        same = next((number for number, other in enumerate(roles[nearest]) if other.role == cue.role), None)
        if same is None:
            roles[nearest].append(cue)
        elif _overlap(roles[nearest][same], cue):
            roles[nearest][same] = Cue(cue.role, _around(roles[nearest][same], cue))
    bound = [list(cues) for cues in roles]
    with_roles = [number for number in range(len(found)) if bound[number]]
    for number in range(len(found)):
        if not bound[number] and with_roles:
            closest = with_roles[0] if number < with_roles[0] else max(one for one in with_roles if one < number)
            roles[number] = [Cue(cue.role, _towards(cue, found[number])) for cue in bound[closest]]
        if not roles[number] and _by_country(policy, sentence):
            consent = "consent" in _above(sentence)
            roles[number] = [Cue("parental-consent" if consent else "minimum-age", found[number].words)]
        if not roles[number] and (_about_users(policy, sentence) or _is_age_limit(policy, found[number])):
            roles[number] = [Cue("other", found[number].words)]
    return roles


def _is_age_limit(policy: Policy, age: Age) -> bool:
    """Whether the words call it a minimum age, whoever set it."""
    return {"minimum", "age"} <= {*policy.words.forms[age.words[0] : age.words[1]]}


def _overlap(one: Cue, other: Cue) -> bool:
    return one.words[0] < other.words[1] and other.words[0] < one.words[1]


def _around(one: Cue, other: Cue) -> tuple[int, int]:
    return min(one.words[0], other.words[0]), max(one.words[1], other.words[1])


def _towards(cue: Cue, age: Age) -> tuple[int, int]:
    # a shared cue stands in front of the first age: the second claim's words are its own age
    return age.words if cue.words[1] <= age.words[0] or cue.words[0] >= age.words[1] else cue.words


def _heard(policy: Policy, sentence: Sentence, found: list[Age]) -> list[Cue]:
    """The cues of a sentence that count, after the stronger have silenced the weaker."""
    cues = [
        Cue(role, match.words) for role, wanted in _CUES.items() for match in scope.found(policy, wanted, sentence)
    ]  # fmt: skip
    if any(age.relation in ("at-least", "over") for age in found):
        cues += [Cue("minimum-age", match.words) for match in scope.found(policy, _MAY_ENTER, sentence)]
    roles = {cue.role for cue in cues}
    if "sale-opt-in" in roles:
        return [cue for cue in cues if cue.role == "sale-opt-in" or (cue.role == "minimum-age" and len(found) > 1)]
    if "content-removal" in roles and not scope.found(policy, _LEARN_STRICT, sentence):
        return [cue for cue in cues if cue.role == "content-removal"]
    denied = "no-knowing-collection" in roles or "not-directed" in roles
    received = scope.found(policy, _RECEIVED, sentence)
    if received and not denied and not scope.found(policy, _DELETE, sentence):
        return [Cue("other", received[0].words)]
    learn = [] if denied else list(scope.found(policy, _LEARN, sentence))
    report = scope.found(policy, _REPORT, sentence)
    deletes = scope.found(policy, _DELETE, sentence)
    if report and not denied:
        if deletes:
            return [Cue("delete-if-learned", (report[0].words[0], deletes[-1].words[1]))]
        return [Cue("other?", report[0].words)] if not roles & {"minimum-age"} else cues
    if learn and deletes:
        return [Cue("delete-if-learned", (min(learn[0].words[0], deletes[0].words[0]), deletes[-1].words[1]))]
    if scope.found(policy, _LEARN_STRICT, sentence) and not denied:
        return [Cue("delete-if-learned", scope.found(policy, _LEARN_STRICT, sentence)[0].words)]
    if denied:
        cues = [
            cue
            for cue in cues
            if cue.role != "definition" and (cue.role != "parental-consent" or _apart_from(policy, cue, found))
        ]
    elif {"minimum-age", "parental-consent"} <= roles and _confirms_only(policy, sentence, found):
        cues = [cue for cue in cues if cue.role == "parental-consent"]
    elif "minimum-age" in roles:
        cues = [cue for cue in cues if cue.role != "definition" and (cue.role != "parental-consent" or len(found) > 1)]
    if "minimum-age" not in roles and "parental-consent" not in roles and scope.found(policy, _SUBMIT, sentence):
        submit = scope.found(policy, _SUBMIT, sentence)[0]
        cues.append(Cue("other", submit.words))
    return _apart(cues)


_LEARN_STRICT = phrases(
    en=[
        "(if|should|when|where|once|in case|in the case|in the event|upon|whenever) [that] (we|i|it|our|company|any|the) ...8!(you|parent~) (learn~|become~|became|discover~|aware|notified|determine~|suspect~|detect~|realise~|realize~|actual|inadvertently|accidentally|unknowingly|unintentionally|knowledge|learning)"
    ]
)


def _apart_from(policy: Policy, cue: Cue, found: list[Age]) -> bool:
    """Whether the consent is said in another clause than the age ("…, nor serve them without parental consent")."""
    before = max((age.words[1] for age in found if age.words[1] <= cue.words[0]), default=cue.words[0])
    return "nor" in policy.words.forms[before : cue.words[0]]


def _confirms_only(policy: Policy, sentence: Sentence, found: list[Age]) -> bool:
    """Whether someone below the age only confirms to have consent: a band, not a bar."""
    return all(age.relation in ("under", "at-or-under", "between") for age in found) and bool(
        scope.found(policy, _CONFIRM, sentence)
    )


_CONFIRM = phrases(
    en=[
        "(represent~|warrant~|confirm~|certify~|affirm~|agree~|declare~|must have|need|needs|have to have|requires|require|required|only) ...6!(be|under) ...8 (parent~|parental|guardian~|consent|permission)"
    ]
)


def _apart(cues: list[Cue]) -> list[Cue]:
    """Without a minimum age that is only the inside of another cue ("do not knowingly … use")."""
    strong = [cue for cue in cues if cue.role in ("no-knowing-collection", "not-directed")]
    return [
        cue
        for cue in cues
        if cue.role != "minimum-age"
        or not any(cue.words[0] < other.words[1] and other.words[0] < cue.words[1] for other in strong)
    ]


def _distance(policy: Policy, cue: Cue, age: Age) -> int:
    """Words between cue and age; what joins or ends a clause on the way weighs more."""
    if cue.words[0] < age.words[1] and age.words[0] < cue.words[1]:
        return 0
    low, high = (cue.words[1], age.words[0]) if cue.words[1] <= age.words[0] else (age.words[1], cue.words[0])
    plain = policy.words.sentence_at(low).block.text.plain
    between = plain[policy.words.plain(max(low - 1, 0))[1] : policy.words.plain(high)[0]]
    return high - low + 5 * between.count(",") + 15 * (between.count(";") + between.count(":"))


_USERS = phrases(
    en=[
        "(anyone|individual~|person~|people|someone|customer~|you|your|user~|child~|minor~|parent~|guardian~|account~|consent|teen~|students|member~|kids)"
    ]
)
_AUDIENCE = phrases(
    en=[
        "(men|women|male~|female~|advertiser~|demographic~|audience segment~|age range~|statistics|infer~)",
        "(rated|rating)",
    ]
)


def _about_users(policy: Policy, sentence: Sentence) -> bool:
    return bool(scope.found(policy, _USERS, sentence))


# --- a later sentence that speaks of "such children" -------------------------------------------------------------------


def _again(policy: Policy, sentence: Sentence, last: list[Age]) -> Iterator[Claim]:
    """The roles a sentence without a number gives to the age before it: "we do not collect data of such persons"."""
    if not last:
        return
    cues = _heard(policy, sentence, last)
    for cue in cues:
        wanted = _SUCH_DATA if cue.role == "delete-if-learned" else _STRICTLY_SUCH
        reported = scope.found(policy, _REPORT, sentence)
        if cue.role == "delete-if-learned" and not (reported or scope.found(policy, _LEARN_STRICT, sentence)):
            continue
        if cue.role in ("delete-if-learned", "no-knowing-collection", "not-directed") and scope.found(
            policy, wanted, sentence
        ):
            if cue.role == "delete-if-learned" and reported and not _names_minor(sentence):
                continue
            yield _claim(policy, sentence, Age(last[0].threshold, last[0].relation, cue.words), cue, None)


def _names_minor(sentence: Sentence) -> bool:
    """Whether the sentence uses "Minor" or "Child" as a term the policy has given a meaning: capitalised inside it."""
    return any(f" {term}" in sentence.text for term in ("Minor", "Child"))


# --- regions within a sentence ---------------------------------------------------------------------------------------


def _local_region(policy: Policy, sentence: Sentence, found: list[Age], number: int) -> tuple[str, ...] | None:
    """The region said of one of several ages, empty when another has it; None when the sentence's own scope is right."""
    marks = scope.found(policy, _IN, sentence)
    if len(found) == 1 and not marks and _by_country(policy, sentence):
        return tuple(hit.slots["place"] for hit in scope.found(policy, scope.PLACE, sentence)) or None
    if len(found) == 1 and marks and not scope.regions_in(policy, sentence):
        return _of_only_age(policy, sentence, found[0], marks)
    if not marks or len({age.words for age in found}) < 2 or len({age.threshold for age in found}) < 2:
        return None
    attached = {mark.words: _attached(policy, mark, found) for mark in marks}
    mine = [mark for mark in marks if attached[mark.words] == number] or [
        mark for mark in marks if attached[mark.words] is None and number == _nearest(policy, mark, found)
    ]
    return _codes(policy, sentence, mine)


def _of_only_age(policy: Policy, sentence: Sentence, age: Age, marks: tuple[Match, ...]) -> tuple[str, ...] | None:
    """The region of a sentence's one age: "In Korea, you must be 14", "you must be 14 in Korea"."""
    low, _ = policy.words.range_of(sentence)
    mine = [mark for mark in marks if mark.words[0] == low or 0 <= mark.words[0] - age.words[1] <= 1]
    return _codes(policy, sentence, mine) if mine else None


def _codes(policy: Policy, sentence: Sentence, marks: list[Match]) -> tuple[str, ...]:
    """The regions of some "in …" words, with the places joined to each."""
    hits = list(scope.found(policy, scope.PLACE, sentence))
    regions: list[str] = []
    for mark in marks:
        inside = [hit for hit in hits if mark.words[0] <= hit.words[0] < mark.words[1]]
        outside = "outside:" if "outside" in policy.words.forms[mark.words[0] : mark.words[1]] else ""
        regions += [outside + hit.slots["place"] for hit in (scope.chain_of(policy, inside[0], hits) if inside else ())]
    return tuple(dict.fromkeys(regions))


def _attached(policy: Policy, mark: Match, found: list[Age]) -> int | None:
    """The age a place directly follows, or directly precedes without a bracket or semicolon between."""
    for number, age in reversed(list(enumerate(found))):
        if 0 <= mark.words[0] - age.words[1] <= 3:
            return number
    plain = mark.sentence.block.text.plain
    for number, age in enumerate(found):
        between = plain[policy.words.plain(mark.words[1] - 1)[1] : policy.words.plain(age.words[0])[0]]
        if 0 <= age.words[0] - mark.words[1] <= 4 and not {*between} & {*"();:"}:
            return number
    return None


def _nearest(policy: Policy, mark: Match, found: list[Age]) -> int:
    return min(range(len(found)), key=lambda number: _distance(policy, Cue("", mark.words), found[number]))
