"""
Data that is said to identify nobody, and is linked to people elsewhere.

"We do not link usage data to you" and "this information is anonymous" decide whether readers mind being measured. Beside
them, "we combine device identifiers with your account" makes the same kind of data personal (recital 26 GDPR). Compared
is what machines collect: logs, IP addresses, device and usage data. What others do with it, aggregated figures, and
promises with an exception ("unless you sign in", "by itself") are no clash; cookies have a rule of their own.

Source: Articles 4(1) and 4(5) and recitals 26 and 30 GDPR; Andow et al., "PolicyLint", USENIX Security 2019, on tracking
data presented as anonymous.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, says
from privacylint_rules.words import phrases

_MOST_SHOWN = 3

# --- words -----------------------------------------------------------------------------------------------------------

_WE = "(we|i|<organisation>)"
_NOT = "(not|never|cannot|can't|don't|doesn't|won't|nor)"
_LINK = "(link|links|combine|combines|associate|associates|connect|connects|tie|ties|match|matches|correlate|correlates|merge|merges|join|relate|attach|cross reference)"
_LINKED = "(linked|combined|associated|connected|tied|matched|correlated|merged|joined|related|attached|traceable|traced|linkable|attributed|attributable)"
_INFO = "(data|information|details)"
_WHO = "(you|individual~|user~|person~|visitor~|customer~|member~|anyone|someone|people|somebody)"
_PERSON = (
    f"([any|your|other|the] (personal|personally identifiable|personally identifying|individually identifiable|identifying|identifiable|account|registration|contact|profile) {_INFO}|pii"
    f"|[(a|an|any|the|your|our)] [(individual|identifiable|identified|specific|particular|single|natural|registered|real)] {_WHO}|your ...1 (account|identity|name|profile)|[the|your] (e mail|email) address~|user account~|(user|personal) profile~|identities"
    f"|other {_INFO} (we|about you|that we))"
)

_IT = "(this|such|these|that|it|they|the|usage|log|device|technical|analytics|statistical|information|data|statistics|logs)"
_NOT_LINKED = "is not linked to anyone"
_ANONYMOUS = "identifies nobody"
_PROMISES = {
    _NOT_LINKED: phrases(
        en=[
            f"no (link|connection|association|reference) is (made|established|created|drawn) ...8!(if|unless) (and|to|with) ...2 {_PERSON}",
            f"none of ...6!(if|unless) (can|could|will|is|are) ...1 {_LINKED} (to|with) ...3 {_PERSON}",
            f"(not|never) ...1 {_LINKED} ...2 (with|to) [any|data from] other (data sources|sources|data|sources of data|information)",
            "no (combination|merging|linking|matching) ...6!(if|unless) (with|to) [any|data from] other (data sources|sources|data|sources of data|information)",
            f"{_WE} ...2!(if|unless) {_NOT} ...1 {_LINK} ...14!(if|unless|except|cookie~) (to|with|and) ...4!(if|unless) {_PERSON}",
            f"(is|are|be) ...1 {_NOT} ...2 {_LINKED} ...1 (to|with) ...4 {_PERSON}",
            f"{_WE} (make|makes) no (attempt|effort) to {_LINK} ...14!(if|unless|except|cookie~) (to|with|and) ...4!(if|unless) {_PERSON}",
            f"{_WE} ...2!(if|unless) {_NOT} (attempt|try|seek) to {_LINK} ...14!(if|unless|except|cookie~) (to|with|and) ...4!(if|unless) {_PERSON}",
            f"(kept|stored|held) (separate|separately|apart|strictly separate) from ...4!(if|unless) {_PERSON}",
            f"{_NOT} be ...1 {_LINKED} ...1 (to|with) ...4 {_PERSON}",
            f"{_NOT} ...4!(if|unless) (link|linked) [(ip addresses|it|this data)] (back)? to {_PERSON}".replace("(back)?", "[back]"),
        ]
    ),
    _ANONYMOUS: phrases(
        en=[
            "(not|no|never|without|cannot) ...4!(if|unless) (conclusion~|inference~) ...8!(if|unless) (identity|person|persons|individual~|user~|visitor~|you)",
            f"(not|never|cannot|can't|no longer|impossible) [(be|to|possible|possible to)] [be] (assigned|attributed|allocated|traced|assign|attribute|trace|assignable|attributable) [back] to [(a|any|an|the)] [(specific|certain|particular|individual|identifiable|natural|single|identified)] {_WHO}",
            "(no|not) ...3!(if|unless) (personal reference|reference to a person|reference to individuals|reference to persons|reference to you)",
            f"(unable|not able|not possible|impossible) ...3!(if|unless) to (trace|attribute|assign|allocate|relate|match) ...6!(if|unless) (to|with) [(a|any|an|the)] [(specific|certain|particular|individual|identifiable|natural|single|identified)] {_WHO}",
            f"(not|never|cannot|no) ...3!(if|unless) (relate|relates|refer|refers) to [any|an] (identified|identifiable|individual|specific|particular|natural) {_WHO}",
            "(cannot|can't|unable to|not) (tell|see|say) who (you are|is|they are|our)",
            "(personal reference|reference to (a|individual) (person|persons)) ...3!(if|unless) (not|cannot)",
            f"(tell|tells|say|says|reveal|reveals) [us] nothing [(at all)] about (who you are|your identity|your person|{_WHO[1:-1]})",
            f"{_IT} [{_INFO}] ...4!(if|unless|we) {_NOT} ...6!(if|unless|ip|name) (identify|identifies|identifying|reveal~) ...2 ({_WHO[1:-1]}|your identity|your name)",
            f"{_IT} [{_INFO}] ...4!(if|unless|we|non) (is|are|remain|remains|stays) [(completely|entirely|always|purely|fully|strictly)] anonymous",
            f"(this|such|these|the|that|it|they) [{_INFO}] ...4!(if|unless|we) (is|are) {_NOT} personally (identifiable|identifying)",
            f"(contain|contains|include|includes|hold|holds) (nothing|no information|no data|no details) ...3!(if|unless) (identify|identifies|identifying|reveal~) ...2 {_WHO}",
            f"{_NOT} ...2!(if|unless) (use|uses) ...6!(if|unless|cookie~) to (find out|learn|determine|establish|work out) (who you are|your identity|the identity of)",
            f"no way (to|of) ...8!(if|unless) (identify|identifying) ...3 {_WHO}",
            f"{_WE} ...2!(if|unless) {_NOT} ...3!(if|unless|cookie~) (identify|recognise|recognize|trace) ...2 {_WHO} (from|by|through|with|using|based on) (this|that|these|such|it|the|your ip|ip|log|usage)",
            f"all other {_INFO} ...3!(not|if|unless) (is|are|remains) ...1 anonymous",
            f"(this|such|these|that|it|the) [{_INFO}] ...2!(if|unless) (do|does|will|would|can) {_NOT} ...1 (include|contain|hold|comprise) ...6!(if|unless|payment|health) (identify|identifies|identifying) ...3 {_WHO}",
            f"(this|such|these|the|that|usage|log|analytics|technical|device) {_INFO} ...3!(if|unless|we) (is|are) ...1 (collected|gathered|recorded|stored|logged|processed) ...2!(not) (anonymously|on an anonymous basis|in anonymous form|in an anonymous form)",
            "(collect|collects|gather|gathers|record|records|log|logs) ...6!(if|unless|not|may|and) (usage|log|analytics|technical|device|connection) ...3!(if|not) (anonymously|on an anonymous basis|in anonymous form|in an anonymous form)",
            f"{_NOT} (know|learn|find out|determine|establish) who (you are|is behind|uses|visits|the (user|visitor) is)",
        ]
    ),
}
_LINKED_KIND = "is linked to people"
_IDENTIFIES = "is used to identify people"
_FACTS = {
    _LINKED_KIND: phrases(
        en=[
            f"{_WE} ...3!(not|never|no|if|unless|without|non) {_LINK} ...14!(not|never|no|non|anonymous|aggregate~|anonymised|anonymized|cookie~|third|partners|browser) (to|with|and) ...4!(not|no|non|third|other) {_PERSON}",
            f"(is|are|be) [(also|sometimes|then|directly)] {_LINKED} (to|with) ...4!(not|no|non|third|partners) {_PERSON}",
            f"{_LINK} ...8!(not|never|no|non|anonymous|aggregate~|third|partners|cookie~|you) (to|with) [(your|a|an|the)] ...2!(not|no|non) (account|identity|user profile|customer record)",
            "(stored|recorded|kept|logged|saved|held|filed) (with|together with|along with|alongside|under|against|by) [your|the|each|a] ...1!(not|no) (account|user id|user ids|username|user name|user profile|customer number|name~)",
            "(record|records|store|stores|save|saves|log|logs|keep|keeps) ...8!(not|never|no|if|unless) (under|against|with|in) (your|the|each|a) [(customer|user|personal)] (account|user id|profile|customer number|customer record)",
            "(added|attached|assigned|attributed) to [your|the|a] ...1!(not|no) (account|profile|customer account|user account|customer record|customer file|user id)",
            "you are no longer anonymous",
        ]
    ),
    _IDENTIFIES: phrases(
        en=[
            f"(use|uses|using|used) ...10!(not|never|no|if|cookie~|cookies|without) to [(uniquely|help|personally)] identify ...2!(not|spam|fraud|abuse|trends|problems|issues|preferences|interests|bugs|which|browser~|device~|computer~|location) {_WHO}",
            f"(use|uses|using|used) ...8!(not|never|no|if|cookie~|cookies|without) in order to [(uniquely|help|personally)] identify ...2!(not|spam|fraud|abuse|trends|problems|which|browser~|device~|computer~) {_WHO}",
            f"(identify|recognise|recognize) [(individual|particular|specific)] {_WHO} (by|through|via|from|using|by means of) (their|your|the) (ip|device|usage|log)",
            f"(allow|allows|enable|enables|let|lets|help|helps) us [to] [(uniquely|personally)] (identify|recognise|recognize) [(individual|particular|specific|returning)] {_WHO} !(device~|browser~|computer~)",
        ]
    ),
}
"""What is done with such data."""
_BREAKS = {_NOT_LINKED: frozenset((_LINKED_KIND,)), _ANONYMOUS: frozenset((_LINKED_KIND, _IDENTIFIES))}

_CLASSES = {
    "IP addresses": phrases(en=["(ip|internet protocol) address~", "ip"]),
    "device data": phrases(en=["device (id|ids|identifier~|information|data|specific)", "information from your device", "(advertising|mobile) (id|ids|identifier~)", "(idfa|udid|mac address~)"]),
    "usage data": phrases(
        en=[
            "(usage|browsing|activity|navigation|navigational|clickstream|click stream|traffic|statistical|analytics|analytical|telemetry|interaction) (data|information|history|statistics|reports|software)",
            "(analytics|usage|statistics|clickstream)",
            "your (activity|activities|visits)",
            "(browsing|usage|viewing|surfing) (activity|activities|behaviour|behavior|habits)",
            "(pages|sites|content) you (visit|view|see|read)",
        ]
    ),
    "log data": phrases(en=["(log|server log|log file|web log) (data|information|file~|entries|records)", "(server|access|web) logs"]),
    "data collected automatically": phrases(en=["(automatically|automatic|passively)", "(technical|connection|connectivity|diagnostic) (data|information)", "information about your (browser|computer|device|visit)", "browser type"]),
}
"""Kinds of data that machines collect."""
_ALL_OTHER = "all other data"
_BOUND = phrases(
    en=[
        "(unless|except|other than|by itself|by themselves|alone|on its own|on their own|directly|until|usually|generally|mostly|typically|normally|some|certain|necessarily|ordinarily|where possible|after)",
        "(if|when|where|once) (you|we|they|this|it|users)",
        "(third party|third parties|partner~|google|advertiser~|facebook|vendor~|provider~|matomo|cloudflare)",
        "(aggregate|aggregated|de identified|deidentified|anonymised|anonymized|hashed|encrypted|truncated|shortened)",
        "(cookie~|beacon~|pixel~|child~|children|student~|survey~|photo~|payment~|card)",
    ]
)
_OTHERS = phrases(en=["(third party|third parties|partner~|google|advertiser~|facebook|vendor~|social network~|cookie~|beacon~|you (may|can)|your request|child~|children|student~|fraud*|abuse|illegal|law)"])
_GOES_ON = frozenset(["it", "this", "these", "such", "that", "the", "all", "we", "additionally", "however"])

# --- code ------------------------------------------------------------------------------------------------------------


class _About(NamedTuple):
    """A statement with the kinds of data it is about."""

    statement: Statement
    classes: frozenset[str]


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR recital 26",),
    good=[
        "We do not link usage data to your account unless you sign in.\n\n## Members\n\nWe link usage data to your account.\n",
        "Our analytics provider does not link usage data to you.\n\n## Members\n\nWe link usage data to your account.\n",
        "We do not link usage data to your account.\n\n## Members\n\nWe link your photos to your account.\n",
        "We collect log data. This information is anonymous.\n\n## Members\n\nWe never link log data to your account.\n",
    ],
    bad=[
        Bad(
            "We do not link usage data to any personal information.\n\n## Devices\n\nWe may associate your device identifiers with your account.\n",
            at="We do not link usage data to any personal information",
            related=("We may associate your device identifiers with your account",),
            message='usage data is not linked to anyone here, but device data is linked to people in "Devices" (line 5)',
        ),
        Bad(
            "Our servers record log data. This information does not identify you.\n\n## Safety\n\nWe use log data and IP addresses to identify users.\n",
            at="This information does not identify you",
            related=("use log data and IP addresses to identify users",),
        ),
    ],
)
def anonymous_data_linked(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that such data identifies nobody, with what links it to people."""
    promises = [_about(policy, one) for one in ordered(read(policy, _PROMISES)) if not says(policy, _BOUND, one.sentence)]
    promises = [one for one in promises if one.classes]
    if not promises:
        return
    facts = [_about(policy, one) for one in ordered(read(policy, _FACTS, denied=False)) if not says(policy, _OTHERS, one.sentence)]
    for promise in promises:
        broken = [fact for fact in facts if _clash(promise, fact)]
        if broken:
            yield _finding(policy, promise, broken)
            return


def _about(policy: Policy, one: Statement) -> _About:
    """The kinds of data in the statement's own words, else those in its sentence or in what it goes on from."""
    if one.match.text.lower().startswith("all other"):
        return _About(one, frozenset((_ALL_OTHER,)))
    own = frozenset(name for name, wanted in _CLASSES.items() if any(one.match.words[0] <= hit.words[0] < one.match.words[1] for hit in policy.find_in(wanted, one.sentence)))
    return _About(one, own or _around(policy, one.sentence))


def _around(policy: Policy, sentence: Sentence) -> frozenset[str]:
    for _ in range(3):
        found = frozenset(name for name, wanted in _CLASSES.items() if says(policy, wanted, sentence))
        words = policy.words
        first, after = words.range_of(sentence)
        if found or after == first or not sentence.number or words.forms[first] not in _GOES_ON:
            return found
        before = policy.sentences[sentence.number - 1]
        if before.block is not sentence.block:
            return frozenset()
        sentence = before
    return frozenset()


def _clash(promise: _About, fact: _About) -> bool:
    one, other = promise.statement, fact.statement
    return (
        other.kind in _BREAKS[one.kind]
        and bool(fact.classes)
        and apart(one, other)
        and scope.overlaps(one.scope, other.scope)
    )


def _finding(policy: Policy, promise: _About, broken: list[_About]) -> Finding:
    first = broken[0]
    return Finding(
        f"{_shown(promise)} {promise.statement.kind} here, but {_shown(first)} {first.statement.kind} {elsewhere(policy, first.statement)}",
        promise.statement.span,
        related=tuple(Related(one.statement.span, f"here it {one.statement.kind}") for one in broken[:_MOST_SHOWN]),
        help="say which data is linked to a person and when, and promise it for the rest only",
    )


def _shown(one: _About) -> str:
    if _ALL_OTHER in one.classes:
        return _ALL_OTHER
    name = next(name for name in _CLASSES if name in one.classes)
    return {"IP addresses": "an IP address"}.get(name, name)
