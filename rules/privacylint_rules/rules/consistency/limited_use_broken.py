"""
One kind of data said to serve one thing only, and used for marketing, advertising or research elsewhere.

"Your phone number is only used to verify your account" is why people give it. Regulators have fined companies that sent
advertising to numbers and addresses given for security. The two statements clash when they name the same kind of data,
or the promise says "this information" of a kind named just before. What is said of one form, one letter or people in an
address book is left alone, and so is what people agreed to.

Source: Article 5(1)(b) GDPR (purpose limitation); FTC, United States v. Twitter, 2022.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Match, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import DATA, Mention
from privacylint_rules.rules.consistency._actors import others_act
from privacylint_rules.rules.consistency._far_ends import FarUse, data_mentions, far_uses, is_meant, shown
from privacylint_rules.rules.consistency._statements import Statement
from privacylint_rules.rules.consistency.exclusive_purpose_broken import broken_promises
from privacylint_rules.words import phrases

_MOST = 20
_MOST_SHOWN = 3
_FAR_BACK = 2
"""How many sentences before "this information" may name it."""
_FAMILIES = (
    frozenset({"usage-data", "browsing-history", "log-data"}),
    frozenset({"location", "precise-location"}),
    frozenset({"device-id", "cookie-id", "online-identifier"}),
)
_NO_KIND = frozenset({"data", "personal-data", "anonymous-data", "content", "name", "children-data", "subscriber-list", "profile-data"})
"""What is too wide, or too often something else, to be compared by name."""
_USAGE = min(_FAMILIES[0])

# --- words -----------------------------------------------------------------------------------------------------------

_ONLY = "(only|solely|exclusively|strictly|purely|merely|just|for the sole purpose|for the only purpose|with the sole purpose|for one purpose)"
_USED = "(used|processed|utilised|utilized|collected|stored|recorded|needed|required|requested|asked for|kept|saved|logged|held|read)"
_USE = "(use|process|utilise|utilize|collect)"
_NEED = "(need|require|ask for|request|store|keep|hold|save|record|log|ask you for|take|read|access)"
_WHY = "(to|for|of|in order|so that|so|as|because) !(a|as|several|some|long|until)"
_ELSE = "(other|others|else|except|but|besides|beyond)"
_PROMISE = phrases(
    en=[
        f"(is|are|be|gets|get|being) ...2!(not|never) {_ONLY} ...1 {_USED} ...2!(by|with) {_WHY}",
        f"(will|shall|may|can|must) {_ONLY} [ever] be {_USED} ...2!(by|with) {_WHY}",
        f"(is|are|be|gets|get|being) ...2!(not|never) {_USED} ...3!(by|with) {_ONLY} ...1 {_WHY}",
        f"(is|are|be|gets|get|being) ...2!(not|never) {_USED} for ...6!(by|with|and|which|when|if|until) (reason~|purpose~|prevention|security|safety|verification|delivery|login|statistics|protection|authentication|support|payment) (only|alone|exclusively|solely)",
        f"(we|i) [will|shall|may] (only|solely|exclusively|strictly) [ever] ({_USE}|{_NEED}) ...6!(if|when|unless) {_WHY}",
        f"(we|i) ...3!(not|never) ({_USE}|{_NEED}) ...6!(if|when|unless|and) {_ONLY} {_WHY}",
        f"(not|never|don't|won't|nor) ...3 ({_USE}|{_USED}) ...8 for (any [other] [purpose~|reason~|use~|thing] {_ELSE}|anything {_ELSE})",
        f"({_USE}|{_USED}) ...6!(not|if|when|and) for (nothing|no [other] (purpose~|reason~|use)) (other|but|else|except|beyond|than)",
        f"{_USED} ...8!(and|not|never) and ...2 (nothing else|no other (purpose~|reason)|not for anything else|nothing more)",
        "(only|sole) (use|purpose|reason) ...8!(not|cookies) is [to|for|that|because]",
        "(use|processing|collection) of ...4!(not|cookies|service~|site~|our|this) (is|are) ...1!(not) (limited|restricted|confined) to",
        "(limit|limits|restrict|restricts|confine|confines) (the|our|its|any) (use|processing) of ...4!(not|cookies) to",
        f"^ ...4!(not|never) {_USED} {_ONLY} {_WHY}",
        f"(we|i) ...8!(not|never) and ({_USE}|{_NEED}) (it|them) {_ONLY} {_WHY}",
        f"(not|never|don't) ...2 {_USE} ...6!(if|when|share) (other than|except|but) (for|to|in order)",
        f"(not|never) ...1 (serve|serves) ...2 (any [other] purpose~|anything) {_ELSE}",
        f"(is|are|be|gets|get|being) ...2!(not|never) {_USED} for ...7!(by|with|and|which|when|if|until) (only|alone|exclusively|solely) $",
        "(serves|serve) ...2!(not) (only|solely|exclusively|one purpose|the sole purpose|the single purpose|no other purpose|no purpose)",
    ]
)
_BOUND = phrases(
    en=[
        "(following|described|set out|set forth|outlined|listed|specified|stated|identified|explained|mentioned|indicated|above|below|(purpose~|reason~) for which (it|they|you|the)|permitted|agreed|disclosed|this purpose|that purpose|these purposes|such purposes)",
        "(unless|except (as|with|where|when|if|in)|consent|permission|if you|when you|where you|otherwise|generally|typically|mainly|primarily|mostly)",
        "(<duration>|as long as|the (duration|term|time) of|retention)",
        "(address book|contact list|your contacts|friend~|recipient~|sender|other people|cookie~|feature~|employer)",
        "(marketing|market|advertis*|ads|promot*|research|offers|newsletter~|profil*|personalis*|personaliz*|commercial)",
        "(by|through|with) (our|the|a|this|these) ...3 (provider~|partner~|vendor~|service)",
    ]
)
_VISITS = phrases(
    en=[
        "(clickstream|click stream|pages (you|visited|viewed|opened)|page views|(web|your) (surfing|browsing)|visits to|your (visit|visits|use of|activity on|interactions)|how you use|traffic (data|information)|online (activity|activities|actions)|log files|server logs)",
    ]
)
_POINTING = phrases(en=["(this|these|such|it|they|them|that)"])
_SPECIAL_HEADING = phrases(
    en=[
        "(contact|contacting|form|forms|newsletter~|subscri*|comment~|job~|applicant~|career~|recruit*|support|survey~|contest~|verif*|request~|children*|child|kids|minor~|student~|california|rights|third|provider~|event~|forum|donat*|extension|cookie~)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


class _Limit(NamedTuple):
    """A promise, and the kinds of data it is about."""

    promise: Statement
    kinds: frozenset[str]


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(b)",),
    good=[
        "Your phone number is used solely to verify your account.\n\n## Offers\n\nWe use your e-mail address for marketing.\n",
        "If you write to us, your e-mail address is only used to answer you.\n\n## Members\n\nWe use your e-mail address for marketing.\n",
    ],
    bad=[
        Bad(
            "We log the pages you open. This usage data is only used to improve the site.\n\n## Ads\n\nWe use your browsing history to show you targeted ads.\n",
            at="This usage data is only used to improve the site.",
            related=("We use your browsing history",),
            message='usage data is used for one thing only here, but for targeted advertising in "Ads" (line 5)',
        ),
        Bad(
            "Your IP address serves only to protect our servers from abuse.\n\n## Ads\n\nWe use your IP address for advertising.\n",
            at="Your IP address serves only to protect our servers from abuse.",
            related=("We use your IP address",),
        ),
    ],
)
def limited_use_broken(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Promises on one kind of data, each kind once, with the uses of that data for other ends."""
    limits = [*islice(_limits(policy), _MOST)]
    if not limits:
        return
    far = far_uses(policy, claims, watched=True)
    told: set[frozenset[str]] = set()
    # exclusive-purpose-broken tells of those that claims show
    exclusive = {promise.sentence.number for promise, _ in broken_promises(claims) if promise.sentence}
    for limit in limits:
        if limit.promise.sentence.number in exclusive:
            continue
        broken = [use for use in far if _used(policy, use) & limit.kinds and is_meant(limit.promise, use)]
        if broken and limit.kinds not in told:
            told.add(limit.kinds)
            yield _finding(policy, limit, broken)


def _limits(policy: Policy) -> Iterator[_Limit]:
    for match in policy.find(_PROMISE):
        sentence = match.sentence
        if not scope.is_statement(policy, sentence) or scope.found(policy, _BOUND, sentence) or others_act(policy, match) or _is_special(policy, match):
            continue
        kinds = _about(policy, match)
        if kinds:
            yield _Limit(Statement("only", match, scope.scope_of(policy, sentence, match)), kinds)


def _is_special(policy: Policy, match: Match) -> bool:
    heading = match.sentence.section.heading
    titles = policy.sentences_of(heading) if heading else ()
    return any(scope.found(policy, _SPECIAL_HEADING, title) for title in titles)


def _about(policy: Policy, match: Match) -> frozenset[str]:
    """The kinds of data named before the promise: in its sentence, else just before it in its paragraph."""
    sentence = match.sentence
    start, _ = policy.words.range_of(sentence)
    named = _within(policy.once(data_mentions), start, match.words[1])
    if any(one.id == "personal-data" for one in named):
        return frozenset()
    kinds = _kinds([one.id for one in named])
    if not kinds and scope.found(policy, _VISITS, sentence):
        return frozenset({_USAGE})
    if kinds or not scope.found(policy, _POINTING, sentence):
        return kinds
    for back in range(1, min(_FAR_BACK, sentence.number) + 1):
        earlier = policy.sentences[sentence.number - back]
        if kinds or earlier.block is not sentence.block:
            break
        kinds = _kinds([one.id for one in _within(policy.once(data_mentions), *policy.words.range_of(earlier))])
        if scope.found(policy, _VISITS, earlier):
            kinds |= {_USAGE}
    return kinds


def _kinds(ids: Sequence[str]) -> frozenset[str]:
    """The kinds that can be compared, each family by one name."""
    return frozenset(next((min(family) for family in _FAMILIES if one in family), one) for one in ids if one not in _NO_KIND)


def _used(policy: Policy, use: FarUse) -> frozenset[str]:
    """The kinds a use is about; what is known of visits counts by its own words, also where it is called anonymous."""
    visits = scope.found(policy, _VISITS, use.sentence)
    return _kinds(use.data) | ({_USAGE} if visits else frozenset())


def _within(every: list[Mention], low: int, high: int) -> list[Mention]:
    return [one for one in every if low <= one.first < high]


def _finding(policy: Policy, limit: _Limit, broken: list[FarUse]) -> Finding:
    kind = sorted(_used(policy, broken[0]) & limit.kinds)[0]
    name = "usage data" if kind == _USAGE else DATA[kind].shown
    return Finding(
        f"{name} is used for one thing only here, but for {shown(broken[0].ends)} {elsewhere(policy, broken[0])}",
        limit.promise.sentence.span,
        related=tuple(Related(use.span, f"uses it for {shown(use.ends)}") for use in broken[:_MOST_SHOWN]),
        help="name every purpose in the promise, or stop the other use",
        topic=kind,
    )
