"""
Data is said to be processed with consent only, and on another legal basis elsewhere.

"We collect your data only with your consent" tells the reader that saying no, or withdrawing, ends it. "The processing
rests on our legitimate interests" says that it goes on all the same. A consent asked for one purpose, one kind of data
or one group of people makes no clash with a basis for the rest, nor does a promise that names its exceptions.

Source: GDPR Article 6(1), Article 13(1)(c) and (d), Article 7(3).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Phrases, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_DO = "(process~|collect~|use|uses|using|gather~|handle~|obtain~|processing|record~|store~)"
_DONE = "(processed|collected|used|gathered|handled|obtained|recorded|stored)"
_WHAT = "(data|information|it|them|PII)"
_CONSENT = "(consent|permission|agreement|approval|agreed|consented)"
_ON = "(with|on the basis of|on basis of|based on|after|if|upon|where|once|by)"
_NARROW = "(not|may|purpose~|marketing|advertising|cookie~|location|sensitive|special|health|biometric|children|child~|parent~|parental|third|share|sell|other|another|than|newsletter|such|these|this|that|certain|some|provided|case|cases|describ*)"

_ONLY_CONSENT = phrases(
    en=[
        f"(we|I|company|{{service}}) ...2!{_NARROW} {_DO} ...5!{_NARROW} {_WHAT} ...6!{_NARROW} (only|solely|exclusively|always) ...1 {_ON} ...4!{_NARROW} {_CONSENT}",
        f"(we|I|company|{{service}}) ...2!{_NARROW} (only|solely|exclusively|always) ...2!{_NARROW} {_DO} ...5!{_NARROW} {_WHAT} ...6!{_NARROW} {_ON} ...6!{_NARROW} {_CONSENT}",
        f"(will|shall|does) not ...1 {_DO} ...5!{_NARROW} {_WHAT} ...2!{_NARROW} (without|unless you|before you|until you) ...5!{_NARROW} {_CONSENT}",
        f"{_WHAT} (is|are|will be|will not be|is not|are not) [(not|never)] [be] {_DONE} [(or|and) {_DONE}] (without|unless|until) ...4!{_NARROW} {_CONSENT}",
        f"(we|I|company|{{service}}) (do not|don't|will not|won't|never) ...1 {_DO} ...5!{_NARROW} {_WHAT} ...2!{_NARROW} (without|unless you|before you|until you) ...5!{_NARROW} {_CONSENT}",
        f"{_WHAT} ...3!{_NARROW} (is|are|will|shall) ...1 (only|solely|exclusively|always|never) [be] {_DONE} ...4!{_NARROW} ({_ON[1:-1]}|without) ...4!{_NARROW} {_CONSENT}",
        f"{_WHAT} ...3!{_NARROW} (is|are|will be) {_DONE} ...2!{_NARROW} (only|solely|exclusively) ...1 {_ON} ...4!{_NARROW} {_CONSENT}",
        f"no ...2!{_NARROW} {_WHAT} (is|are|will be) {_DONE} ...3!{_NARROW} (without|unless) ...4!{_NARROW} {_CONSENT}",
        f"(all|any|every|each) ...2!{_NARROW} (processing|collection) ...6!{_NARROW} (based on|rests on|requires|subject to|takes place with|on the basis of) ...4!{_NARROW} {_CONSENT}",
        f"{_DO} ...8!{_NARROW} with your ...3!{_NARROW} knowledge and consent",
        f"nothing ...3!{_NARROW} {_DONE} ...5!{_NARROW} without ...4!{_NARROW} {_CONSENT}",
        f"(processing|collection) of ...6!{_NARROW} (takes place|happens|requires|needs|is done) ...4!{_NARROW} {_CONSENT}",
        f"(without|unless|until) ...4!{_NARROW} {_CONSENT} ...4!{_NARROW} (no|not|never|nor) ...4!(third|share|sell|cookie~) ({_DO} ...4 {_WHAT}|{_WHAT} ...3 {_DONE})",
        f"always (ask~|obtain~|request~|seek~|get) ...4!{_NARROW} {_CONSENT} (before|prior to) ...3!{_NARROW} {_DO} ...4!{_NARROW} {_WHAT}",
        f"(only|sole|exclusive) (legal|lawful) (basis|ground) ...8!{_NARROW} {_CONSENT}",
        f"{_CONSENT} is ...2!{_NARROW} (only|sole|exclusive) (legal|lawful) (basis|ground) !for",
    ]
)
"""Promises that nothing is processed but by consent."""
_BOUND = phrases(en=["(another|other) [legal|lawful] (basis|bases|ground|grounds)", "(unless ...3 (law|required|legal)|except|or where|or as|or when|required|law|laws|legal obligation~|contract|legitimate|necessary|public|posts|voluntarily|device permission~|camera|microphone)", "(if|where|when) ...2 (required|necessary|consent is|your consent is|we rely)"])
_LOOSE = phrases(en=["(as a rule|regularly|generally|usually|normally|typically|in principle|in general)"])
_EXCEPTED = phrases(en=["(exception~|however|notwithstanding|does not apply|otherwise|without your consent)"])
_NEAR = 2
"""How many sentences behind a promise its exceptions stand."""
_OTHER_BASIS = phrases(
    en=[
        "(basis|bases|based on|rely on|relies on|relying on|rests on|rest on|founded on|grounds|ground|lawful|pursuant to|necessary for|necessary to pursue|justified by|under|invoke~) ...8!({not}|their|third|consent) legitimate [business|commercial] interest~",
        "processing ...5!({not}) in ...5!({not}|their) legitimate [business|commercial] interest~",
        "(art|article|section|point) [f of] 6 1 [lit|point|letter|sentence] [1] [lit] f",
        "legitimate [business|commercial] interest~ (justify|justifies|permit|allow) ...4!({not}|their) (use|processing|collection|storage)",
        "(legal|lawful) (basis|ground~) ...14!({not}|consent|third) (performance of (a|the|our|your) contract|contractual necessity|legal obligation~|art* 6 1 (b|c))",
        "(process|use|collect) ...6!({not}|share) (data|information) ...6!({not}|child~|law) without your ...3 (consent|permission) !(to|for)",
        "(because|as|since) [it|this|that] (is|lies|are) in our legitimate [business|commercial] interest~",
        "legitimate [business|commercial] interest~ ...10!({not}) (legal basis|lawful basis|basis for|as basis|as a basis|legal ground~|art~ 6|article 6|6 1 f)",
    ]
)
_IF = phrases(en=["{not} ...2 (rely|relies|based|invoke~)", "^ (if|where|when|whenever|to the extent|insofar) ...8!(because) (legitimate|rely|based|basis|process)", "(right to object|you may object|you can object|may override|overridden by your|override)"])
"""What speaks of a basis that may apply, or of the right that it gives."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(1)(c)",),
    good=[
        "We only use your data for marketing with your consent.\n\nWe process orders on the basis of our legitimate interests.\n",
        "We only collect your data with your consent or where the law requires it.\n\nAnalytics rest on our legitimate interests.\n",
        "We only process health data with your consent.\n\nThe legal basis is our legitimate interests.\n",
        "We only process your data with your consent.\n\nWhere we rely on legitimate interests, you may object.\n",
    ],
    bad=[
        Bad(
            "We only process your personal data with your consent.\n\n## Analytics\n\nThe legal basis is our legitimate interests.\n",
            at="We only process your personal data with your consent",
            related=("basis is our legitimate interests",),
            message='data is processed by consent only here, but for legitimate interests in "Analytics" (line 5)',
        ),
        Bad(
            "No data is collected without your permission.\n\n## Shop\n\nWe rely on our legitimate interests to run the shop.\n",
            at="No data is collected without your permission",
            related=("rely on our legitimate interests",),
        ),
    ],
)
def bases_beyond_consent(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise of consent for everything, with the first passage that names another basis."""
    promises = [one for one in _read(policy, _ONLY_CONSENT) if _is_firm(policy, one.sentence) and not one.scope.people and not one.scope.region and not scope.opening_region(policy, one.sentence)]
    others = [one for one in _read(policy, _OTHER_BASIS) if not says(policy, _IF, one.sentence)] if promises else []
    pair = next(((one, other) for one in promises for other in others if apart(one, other) and same_frame(one, other)), None)
    if pair:
        one, other = pair
        yield Finding(
            f"data is processed by consent only here, but for legitimate interests {elsewhere(policy, other)}",
            one.span,
            related=(Related(other.span, "names another legal basis"),),
            help="say for which data and purposes you ask for consent, and on what basis the rest is processed",
        )


def _is_firm(policy: Policy, sentence: Sentence) -> bool:
    """Whether nothing in the promise, or right behind it, makes an exception."""
    behind = [one for one in policy.sentences[sentence.number + 1 : sentence.number + 1 + _NEAR] if one.section is sentence.section]
    return not says(policy, _BOUND, sentence) and not says(policy, _LOOSE, sentence) and not any(says(policy, _EXCEPTED, one) for one in behind)


def _read(policy: Policy, wanted: Phrases) -> list[Statement]:
    found = (match for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading") and not match.sentence.text.rstrip().endswith("?"))
    return ordered(Statement("basis", match, scope.scope_of(policy, match.sentence, match)) for match in found)
