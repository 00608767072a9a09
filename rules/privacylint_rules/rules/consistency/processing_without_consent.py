"""
All use of personal data said to wait for consent, and use that rests on something else.

Consent is one of six grounds of the GDPR, and the only one people can take back at will. "We process your personal data
only with your consent" tells them that nothing happens before they agree and that everything ends when they withdraw. A
legal basis of contract, legal duty or legitimate interests elsewhere, or processing "without your consent", takes both
back. Promises about one kind of data, one purpose or one form, and those that name the law as an exception, are left
alone.

Source: Articles 5(1)(a), 6(1), 7(3) and 13(1)(c) GDPR; EDPB Guidelines 05/2020 on consent, points 121 to 123.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, Sentence, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._actors import others_act
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

_NEAR = 2
"""How many sentences behind a promise its exceptions stand."""
_MOST_SHOWN = 3

# --- words -----------------------------------------------------------------------------------------------------------

_NOT = "(not|never|don't|doesn't|won't|no)"
_DATA = "([any|all|your|of] [of] [your] (personal|personally identifiable|user) (data|information)|your (data|information|details)|any (data|information))"
_USE = "(process|processes|collect|collects|use|uses|gather|store|handle|obtain|collect and use|collect and process|process and use)"
_USED = "(processed|collected|used|gathered|stored|handled|obtained)"
_CONSENT = "(consent|consented|agreed|agreement|permission|authorisation|authorization)"
_WITH = "(with|if|after|when|where|once|upon|on|based on|on the basis of|provided)"
_PROMISE = phrases(
    en=[
        f"(we|i|company|app|site) ...2!(not|never|may) (only|solely|exclusively) {_USE} ...3 {_DATA} ...3 {_WITH} ...5!(not|law) {_CONSENT}",
        f"(we|i|company|app|site) ...2!(not|never|may) {_USE} ...3 {_DATA} ...3 (only|solely|exclusively) {_WITH} ...5!(not|law) {_CONSENT}",
        f"(we|i|will|shall|do|does|company|app|site) ...2 {_NOT} ...1 {_USE} ...3 {_DATA} ...3 (without|unless|until) ...6!(law) {_CONSENT}",
        f"{_DATA} ...3!(if|when|which) (is|are|will be) ...1!(not|never) (only|solely|exclusively) {_USED} ...3 {_WITH} ...5!(not|law) {_CONSENT}",
        f"{_DATA} ...3!(if|when|which) (is|are|will be) {_USED} ...3!(not|never) (only|solely|exclusively) {_WITH} ...5!(not|law) {_CONSENT}",
        f"{_DATA} ...3!(if|when|which) (is|are|will|shall|be) {_NOT} ...2 {_USED} ...3 (without|unless|until) ...6!(law) {_CONSENT}",
        f"no [personal|user] (data|information) ...4!(if|when|which) (is|are|will be) {_USED} ...3 (without|unless|until) ...6!(law) {_CONSENT}",
        f"(without|unless|until) ...4!(law) {_CONSENT} ...4!(law) {_NOT} ...3!(share|sell) ({_USE} ...3 {_DATA}|[personal|user] (data|information) ...3 {_USED})",
        f"(processing|collection) of ...2 {_DATA} ...4!(not|if) (only|solely|exclusively|always) ...4!(not) (with|on|after|based|upon) ...4 {_CONSENT}",
        f"(processing|collection) of ...2 {_DATA} ...2!(if) (requires|needs|presupposes) your ...3 {_CONSENT}",
    ]
)
_OTHER_GROUND = phrases(
    en=[
        "(based|basis|rely|relies|relying|rests|rest|ground~|process|processed|processing|necessary) ...14!(not|never|no|consent|your) legitimate interest~",
        "legitimate interest~ ...6!(not|never|no|consent|your) (is|are|as) ...3 (legal|lawful) (basis|ground)",
        "(legal|lawful) (basis|ground~) ...14!(not|never|no|consent) (performance of (a|the|our|your) contract|contractual necessity|legal obligation~|legitimate interest~|art* 6 ...2 1 ...2 (b|c|f))",
        "(process|use|collect) ...6!(not|never) (data|information) ...6!(not|never) without your ...3 (consent|permission)",
        "(process|processed|use|used) ...12!(not|never|consent) (data|information) ...10!(not|never|consent) (for the performance of (a|the|our|your) contract|to perform (a|the|our|your) contract|to comply with (a|our) legal obligation~)",
    ]
)
_BOUND = phrases(
    en=[
        "(marketing|newsletter~|advertis*|promotional|cookie~|sensitive|special|location|health|biometric|financial|child~|children|parent~|minor~|student~|share|shared|disclose|disclosed|transfer|third|sell|analytics|tracking|camera|microphone|contacts|photos|card)",
        "(required|permitted|allowed|obliged|authorized|authorised) ...3 (law|regulation~|statute~)",
        "(law|legal|lawful|legally|otherwise|contract~|legitimate|necessary|generally|usually|regularly|normally|in principle|as a rule|in general|typically)",
        "(other|further|new|additional|different|secondary|beyond|incompatible|another|more) ...3 (purpose~|use~|reason~|data|information)",
        "(for|of|to) (this|these|those|such|that|the following|certain|some|any other) ...2 (purpose~|data|information|form|case~|feature~)",
        "(where|if|when|in case~) ...6 (rely|relies|based on|ask you)",
    ]
)
_EXCEPTS = phrases(en=["(exception~|however|unless|notwithstanding|also process|without your consent|but we may|does not apply|otherwise|in addition|legal basis|legitimate)"])
_SPECIAL_HEADING = phrases(en=["(newsletter~|marketing|cookie~|contact*|form~|child~|children|sensitive|location|analytics|advertis*|comment~|job~|applicant~|survey~|third|share|sharing|disclos*|transfer~|log~|california|rights)"])
_NO_USE = phrases(en=["(not|never|no) ...6 (legitimate interest~|without)", "(right~|object|objection|override*|for example where|where applicable|may include|withdraw*)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 6(1)", "GDPR Art. 13(1)(c)"),
    good=[
        "We process your personal data only with your consent or where the law allows it.\n\n## Bases\n\nWe process your data on the basis of our legitimate interests.\n",
        "We process your personal data for marketing only with your consent.\n\n## Bases\n\nWe process your data on the basis of our legitimate interests.\n",
        "We process your personal data only with your consent.\n\n## Rights\n\nYou may object to processing that is based on legitimate interests.\n",
    ],
    bad=[
        Bad(
            "We process your personal data only with your consent.\n\n## Bases\n\nWe keep the greenhouse safe on the basis of our legitimate interests.\n",
            at="We process your personal data only with your consent",
            related=("basis of our legitimate interests",),
            message='personal data waits for consent here, but is used on another ground in "Bases" (line 5)',
        ),
        Bad(
            "No personal data is collected without your consent.\n\n## Duties\n\nWe may process your information without your knowledge or consent.\n",
            at="No personal data is collected without your consent",
            related=("process your information without your knowledge or consent",),
        ),
    ],
)
def processing_without_consent(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that everything waits for consent, with the grounds that do not."""
    promises = [one for one in ordered(read(policy, {"consent": _PROMISE})) if _is_general(policy, one.sentence) and not others_act(policy, one.match)]
    grounds = [one for one in ordered(read(policy, {"ground": _OTHER_GROUND})) if not says(policy, _NO_USE, one.sentence)] if promises else []
    for promise in promises:
        broken = [one for one in grounds if apart(promise, one) and one.sentence.block is not promise.sentence.block and same_frame(_open(promise), _open(one))]
        if broken:
            yield _finding(policy, promise, broken)
            return


def _is_general(policy: Policy, sentence: Sentence) -> bool:
    """Whether a promise is about all personal data and every use, and nothing right behind it makes an exception."""
    if says(policy, _BOUND, sentence) or sentence.text.rstrip().endswith(":"):
        return False
    titles = policy.sentences_of(sentence.section.heading) if sentence.section.heading else ()
    behind = [one for one in policy.sentences[sentence.number + 1 : sentence.number + 1 + _NEAR] if one.section is sentence.section]
    return not any(says(policy, _SPECIAL_HEADING, one) for one in titles) and not any(says(policy, _EXCEPTS, one) for one in behind)


def _open(one: Statement) -> Statement:
    """The statement for its people, region and product only."""
    return one._replace(scope=one.scope._replace(condition=None, purpose=None))


def _finding(policy: Policy, promise: Statement, broken: list[Statement]) -> Finding:
    return Finding(
        f"personal data waits for consent here, but is used on another ground {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(one.span, "does not wait for consent") for one in broken[:_MOST_SHOWN]),
        help="say which uses wait for consent and on what ground the others rest",
    )
