"""
A right given to everyone in one place, and only to some in another.

"Everyone has the same rights, wherever they live" and "residents of California may also appeal" cannot both stand, nor can
"anyone may ask for deletion" and "depending on where you live, you may have the right to deletion"; nor
can "you may ask for a copy" without condition and "only if you never took out a loan may you ask for one". That people of
one region have rights by law of their own is no clash, as long as nobody else was promised the same.

Source: Articles 12 and 15 to 22 GDPR; Cal. Civ. Code 1798.100 to 1798.125.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from privacylint.api import Bad, Claims, Finding, Match, Phrases, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import MOST, Statement, apart, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_WHEREVER = "((regardless of|irrespective of|independent of|independently of|no matter) ...3 (where|location|country|residence|residency|nationality|citizenship|jurisdiction|state|region)|wherever (you|they|in the world)|not just those in)"
_EQUAL = phrases(
    en=[
        f"(same|these|following|all|equal|identical) ...4!(may|request~|addressed|requests) (right~|choices|protection) ...20!(request~|strive|try|aim) {_WHEREVER}",
        f"{_WHEREVER} ...16!(request~|strive|try|aim) (same|these|following|equal) ...4!(request~|exercise) (right~|choices|protection)",
        "(everyone|all users|all our users|all of our users|all customers|all individuals|every user|each user) (has|have|get|gets|enjoy|enjoys) the (same|following) ...4 right~",
    ]
)
_HAVE = phrases(
    en=[
        "^ [as a user|in addition|also|at any time] you [also] (have|may have) the [following|right] ...2!(if|who|under) (right~|rights) ...10!(if|who|under)",
        "you (have|enjoy) the following [data protection|privacy] rights",
    ]
)
_EVERYONE = (
    "(anybody|each of our users|all persons|anyone|everyone|everybody|all [of] [our|the] [registered] (users|customers|individuals|people|members|visitors|data subjects|clients|consumers)"
    "|(any|every|each) (user|customer|member|person|individual|visitor|client|data subject)|users worldwide)"
)
_FOR_ALL = phrases(
    en=[
        f"{_EVERYONE} ...7!(not|public|publicly|post~) (can|may|is free to|are free to|is able to|are able to) ...4!(not|see|view) (access|delete|erase|request|ask|obtain|correct) ...8!(not|if|public|publicly) (their|his|her) ...2 (data|information|account|details)",
        f"{_WHEREVER} ...6!(request|strive) (you|users|everyone|anyone) (can|may|have the right to|are entitled to|could) ...14!(not|contact) (access|delete|deletion|erase|erasure|copy)",
        f"(you|users|everyone|anyone) (can|may|have the right to|are entitled to) ...12!(not|contact) (access|delete|deletion|erase|erasure|copy) ...8!(not|posts) ({_WHEREVER[1:-1]}|no matter which country)",
        f"(honour~|honor~|answer~|accept~|fulfil~|process|grant~) ...5!(not|some) (access|deletion|erasure|privacy|data subject|rights) ...3 request~ ...2!(not) (from|of|by) {_EVERYONE}",
        "(apply|applies|extend~) ...4!(not|some) (rights|gdpr rights) to ...2!(not|some) (everyone|all ...2 users|all ...2 customers|users worldwide|everybody)",
        "(rights|privacy right~|privacy|protection~) (are|is) for (everyone|everybody|all)",
        f"{_EVERYONE} (can|may|is free to|are free to|has the right to|have the right to|is entitled to|are entitled to) ...3!(not|see|view) (request~|ask~|exercise|delete|obtain|demand|erase) ...6!(if|not|when|public|publicly) (copy|copies|data|information|account~|deletion|erasure|rights)",
        f"(offer|extend|grant|give|provide|apply|applies) ...6!(not|some|certain|best|strive|try) (rights|privacy controls|privacy choices|protections) ...6!(not|some) to {_EVERYONE}",
        f"(rights|choices|protections) ...4!(not|some|certain) (available|open|offered|granted|extended|given|apply|belong) to {_EVERYONE}",
        f"(give|grant|offer|guarantee) {_EVERYONE} ...3!(not|some) [the] (right|rights|ability|option) to",
        f"(provide|give|grant|offer) ...4!(not|some|public) (access|deletion|erasure) ...4!(not|some|third|content|service) to {_EVERYONE}",
        f"(right|rights) ...8!(not|some|certain) (open|available|granted) to {_EVERYONE}",
        f"(provide|give|grant) {_EVERYONE} ...6!(not|some) with ...2 (right|rights) to",
        f"{_EVERYONE} gets to ...3!(not) (access|see|delete|erase|obtain) ...5!(not|public) (data|information)",
        f"you ...3!(not|if) (have|may|can|demand|request|ask) ...14!(not|if) (access|delete|deletion|erase|erasure|copy) ...10!(not|posts|if) {_WHEREVER}",
        f"{_WHEREVER} ...8!(request|strive) you (can|may|have|are entitled) ...10!(not|contact) (demand|request|access|delete|deletion|erase|copy|obtain)",
    ]
)
_DEPENDS = phrases(
    en=[
        "(right~|whether you (can|may)) ...12!(not) (depend|depends|vary|varies|differ|differs) ...3 (where|jurisdiction|location|country|state|region|law|laws|residence)",
        "(residents|people|users|individuals|consumers) (of|in) (certain|some|particular) (countries|states|regions|jurisdictions|places) ...6!(not) (may|can|have) ...10 (access|copy|delete|deletion|erase|erasure)",
        "if you (live|reside|are located|are a resident|are) (in|of) (certain|some|particular) (countries|states|regions|jurisdictions|places) ...6!(not) you (may|can|have|might) ...14 (access|copy|delete|deletion|erase|erasure)",
        "(access|deletion|erasure|right~) ...12!(not|additional|further|more) only (available|open|granted|offered|given|apply|applies) ...3 (residents|citizens|people|users|consumers|individuals) ...4 <place>",
        "only ...2 (residents|citizens|consumers|users|people) (of|in) ...2 <place> ...6!(not) (may|can|have|are entitled) ...10!(additional|further|appeal) (access|copy|delete|deletion|erase|erasure)",
        "(right~|access|deletion|erasure) ...8!(additional|further|more|other) ((reserved for|limited to|restricted to|confined to) ...4!(purpose~) (people|residents|citizens|individuals|those|users|consumers|persons)|not available (outside|to people outside|to residents outside)) ...5 <place>",
        "(right~) ...10!(additional|further|more|other|not) (exclusively|only|solely) ...4 (people|residents|citizens|individuals|those|users|consumers|persons) ...5 <place>",
        "(only|exclusively|solely) (honour|honor|accept|answer|grant|process|respond to|fulfil|fulfill) ...3 (access|deletion|erasure|privacy) ...2 request~ ...2 (from|of|by) ...3 (people|residents|citizens|individuals|those|users|consumers|persons) ...4 <place>",
        "if you ...2 (live|reside|located|based|are) (in|within) ...4 <place> ...6 (access|copy|delete|deletion|erase|erasure) ...8 (other|others) ...4 (cannot|can't|may not|not)",
        "only if you ...2 (live|reside|located|are) (in|within) ...3 <place> ...3 (may|can) you ...8 (access|copy|delete|deletion|erase|erasure)",
        "(access|deletion|erasure) ...6!(not|additional|further) (can|may) only be (requested|exercised|used|demanded) by ...2 (people|residents|citizens|individuals|those|users|consumers|persons) ...4 <place>",
        "(you may|you might|you can|you could) (depending on|based on|according to) (your|where) ...4 (entitled|able|have the right|have a right|ask|request) ...8 (access|copy|delete|deletion|erase|erasure)",
        "(access|deletion|erasure) ...4!(not) may be available ...3 (depending on|based on|according to) (your|where)",
        "(right|rights) ...8!(additional|further|more|other) (exist|exists) only for ...3 (people|residents|citizens|individuals|those|users|consumers|persons) ...4 <place>",
        "(access|deletion|erasure|privacy) requests ...4!(additional|further) (limited to|restricted to|reserved for|open only to) ...3 <place>",
        "(right~) ...8!(additional|further|more|other) (do not|does not|don't|doesn't) apply to ...3!(data|information) (people|residents|citizens|individuals|those|users|consumers|persons) outside ...3 <place>",
        "^ only ...1 <place> (citizens|residents|users|customers|consumers) ...2!(not) (can|may) ...10 (access|copy|delete|deletion|erase|erasure)",
        "(residents|people|users|individuals|consumers) (of|in) some ...1 (countries|states|regions|jurisdictions|places) ...6!(not) (may|can|have) ...10 (access|copy|delete|deletion|erase|erasure)",
        "if you ...2 (live|reside|located|based|are) outside ...4 <place> ...4 you (cannot|can't|may not|have no right|are not entitled) ...8 (access|copy|delete|deletion|erase|erasure)",
        "(depending on|depending upon|based on|according to|subject to) (your|where|the|their) ...6 (jurisdiction|location|country|state|region|residence|residency|live|reside|located|territory) ...40!(marketing|retention) (you may|you might|you can|you could|you have|individuals may|users may) [also] [have] ...30 (access|copy|copies|deletion|delete|erase|erasure|rights)",
        "(you may|you might|you can|you have|users may) [have] ...12!(not) (right~|access|delete|deletion) ...24!(marketing) (depending on|depending upon|based on) (your|where|the|their) ...4 (jurisdiction|location|country|state|region|residence|residency|live|reside|located)",
        "(in|under the laws of) (some|certain) (jurisdictions|regions|countries|states|places) ...4!(not) (you|users|individuals|residents|consumers|people) (may|have|can) ...8 (right~|request) ...20 (access|copy|delete|deletion|erase|erasure)",
    ]
)
_VARIES = phrases(
    en=[
        "^ [the] (your|rights|right|privacy rights|which rights) ...5!(not|additional|further) (depend|depends|vary|varies|differ|differs) ...4 (where|jurisdiction|location|country|state|region|residence)",
        "which ...2 rights you ...2 have (depends|varies|is determined) ...4 (where|jurisdiction|location|country|state|region|residence|law)",
    ]
)
"""Rights as such that hang on the place."""
_COPIES = phrases(en=["(access|copy|copies)"])
_DELETION = phrases(en=["(delete|deletion|deleted|deleting|erase|erased|erasure|removal)"])
_MAY_ASK = phrases(
    en=[
        "(you|they) (may|can) request the following ...8",
        "(you|they) (have|may have|may exercise) the following ...3 rights",
        "(these|such|following|above) ...3 rights ...6 (do not apply|don't apply|are not available)",
    ]
)
_UNLESS_CLASS = phrases(
    en=[
        "^ (if|where|unless) you (have|have not|are|are not|did|did not|do not|were) ...14!(in|located|resident|resid*|from|eea|california|citizen~|request|ask|wish|want|believe)",
        "(rights) ...6 (do not apply|don't apply|are not available) ...4 (to|for) ...20",
    ]
)
_LAW_ONLY = phrases(en=["(applicable law|data protection law~|(under|of|by|in) ...2 (gdpr|ccpa|regulation)|local law~|law~ of|depending on|jurisdiction~|certain circumstances|subject to)"])
_REGIONAL = phrases(
    en=[
        "(if|where|only) ...8 (resident~|located|live|reside|based|citizen~|granted) ...30 (right~ to|additional rights|following rights|entitled)",
        "(only|exclusively) ...4 (resident~|citizen~|people|users|individuals) ...10 (right~|entitled)",
        "right~ ...8 (only|exclusively) ...4 (available|apply|applies|granted|for|to) ...6 (resident~|citizen~|<place>)",
        "(additional|further|more) rights",
    ]
)
_ADDED = phrases(en=["(in addition to|besides|as well as|on top of) ...3 rights", "(additional|further|more) rights"])
_APPEAL = phrases(en=["(right to appeal|additional rights|further rights|only|exclusively|more rights)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 12",),
    good=[
        "You have the following rights under applicable law.\n\nIf you live in California, you have additional rights.\n",
        "We give everyone the same rights, no matter where they live.\n\nResidents of California may use this form.\n",
        "You have the following rights:\n\n- access\n\nIf you wish to use them, you may request the following form.\n",
    ],
    bad=[
        Bad(
            "We grant the same rights to all, no matter where they live.\n\n## California\n\n"
            "If you are a resident of California, you have additional rights.\n",
            at="same rights to all, no matter where",
            related=("additional rights",),
            message='everyone has the same rights here, but some have more in "California" (line 5)',
        ),
        Bad(
            "If you have not rented a boat from us, you may request the following about your data.\n\n## Your rights\n\n"
            "You have the following rights over your data.\n",
            at="If you have not rented a boat from us, you may request the following",
            related=("You have the following rights",),
        ),
        Bad(
            "Anyone can request a copy of their data or its deletion.\n\n## Rights\n\n"
            "Depending on where you live, you may have the right to access or delete your data.\n",
            at="Anyone can request a copy",
            related=("Depending on where you live, you may have the right to access",),
            message='everyone may ask for this here, but only some, by where they live, in "Rights" (line 5)',
        ),
    ],
)
def rights_granted_and_refused(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Rights that some have and others have not, against a grant to all."""
    yield from _split(policy, _EQUAL, _APPEAL, _have_more, "everyone has the same rights here, but some have more")
    yield from _some_only(policy)
    yield from _split(policy, _FOR_ALL, _DEPENDS, _hangs_on_place, "everyone may ask for this here, but only some, by where they live,")
    yield from _split(policy, _EQUAL, _VARIES, _is_general, "everyone has the same rights here, but they hang on where people live")


def _split(policy: Policy, for_all: Phrases, for_some: Phrases, clash: Callable[[Policy, Statement, Statement], bool], message: str) -> Iterator[Finding]:
    """The first passage that gives something to all, with the first that gives it to some only."""
    for match in policy.find(for_all):
        promise = _statement(policy, match)
        for other in policy.find(for_some)[:MOST]:
            limited = _statement(policy, other)
            if apart(promise, limited) and clash(policy, promise, limited):
                yield Finding(
                    f"{message} {elsewhere(policy, limited)}",
                    promise.span,
                    related=(Related(limited.span, "gives it to some only"),),
                    help="say which rights everyone has, and which only some have by law",
                )
                return


def _have_more(policy: Policy, promise: Statement, limited: Statement) -> bool:
    return says(policy, _REGIONAL, limited.sentence) and not limited.sentence.text.rstrip().endswith("?")


def _is_general(policy: Policy, promise: Statement, limited: Statement) -> bool:
    """Whether rights as such hang on the place, and not only those that come on top."""
    return not promise.scope.region and not limited.scope.region and not says(policy, _LAW_ONLY, promise.sentence) and not _adds(policy, limited.sentence)


def _hangs_on_place(policy: Policy, promise: Statement, limited: Statement) -> bool:
    """Whether what everyone may ask for hangs on where the reader lives: the same right, and not one on top of it."""
    if promise.scope.region or promise.scope.condition or says(policy, _LAW_ONLY, promise.sentence) or _adds(policy, limited.sentence):
        return False
    about = [right for right in (_COPIES, _DELETION) if any(says(policy, right, text) for text in _with_the_next(policy, promise.sentence))]
    return not about or any(says(policy, right, limited.sentence) for right in about)


def _adds(policy: Policy, sentence: Sentence) -> bool:
    """Whether what the place gives comes on top of the rights of everyone, here or in the sentence before."""
    near = (text for text in policy.sentences_of(sentence.block) if 0 <= sentence.number - text.number <= 1)
    return any(says(policy, _ADDED, text) for text in near)


def _with_the_next(policy: Policy, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence and the one that explains it: "Privacy rights are for everyone. Anyone can ask for a copy"."""
    yield from (text for text in policy.sentences_of(sentence.block) if 0 <= text.number - sentence.number <= 1)


def _some_only(policy: Policy) -> Iterator[Finding]:
    granted = [one for one in _plain(policy, _HAVE) if not scope.scope_of(policy, one.sentence).region]
    for match in policy.find(_MAY_ASK):
        bound = next(iter(scope.found(policy, _UNLESS_CLASS, match.sentence)), None)
        if bound is None or says(policy, _LAW_ONLY, match.sentence) or scope.scope_of(policy, match.sentence).region:
            continue
        limited = _statement(policy, _joined(policy, bound, match))
        other = next((one for one in granted if apart(limited, one)), None)
        if other:
            yield Finding(
                f"only some may ask for this here, but everyone {elsewhere(policy, other)}",
                limited.span,
                related=(Related(other.span, "gives the rights without that condition"),),
                help="state the condition in both places, or drop it",
            )
            return


def _plain(policy: Policy, wanted: Phrases) -> Iterator[Statement]:
    last: Sentence | None = None
    for match in policy.find(wanted):
        if match.sentence is not last and not says(policy, _LAW_ONLY, match.sentence) and not scope.scope_of(policy, match.sentence).condition:
            last = match.sentence
            yield _statement(policy, match)


def _joined(policy: Policy, one: Match, other: Match) -> Match:
    first, after = min(one.words[0], other.words[0]), max(one.words[1], other.words[1])
    after = min(after, other.words[1])
    return other._replace(span=policy.words.span(first, after), words=(first, after))


def _statement(policy: Policy, match: Match) -> Statement:
    return Statement("right", match, scope.scope_of(policy, match.sentence))
