"""
No data of minors is knowingly collected, and yet minors are let in.

"We do not knowingly collect data from minors" stands in nearly every policy. Beside "minors may use the service with the
consent of a parent", "you are 18, or the parent of a minor and agree to the minor's use", "create a profile for your
child" or "we collect data from visitors, including children", it is a promise that cannot be kept: who knows that
minors use the service also knows that it collects their data. A denial that leaves room for a parent's consent is no
clash, nor is one for a younger age than those who are let in.

Source: 16 CFR 312.2 and 312.3 (COPPA); Article 8 GDPR.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claim, Claims, Finding, Match, Phrases, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_MINOR = "(minor|minors|minor's)"
_CHILD = "(child|children|kids|child's|children's)"
_YOUNG = "(minor|minors|child|children|kids|teenagers|teens|adolescents)"
_NO = "(do not|don't|does not|doesn't|never|nor|not)"
_TAKE = "(collect~|solicit~|request~|accept|gather~|obtain~|process~|receive~|record~|store~|maintain~)"
_GUARD = "(parent~|guardian~|parental|tutor)"
_AGREE = "(consent~|permission|supervision|involvement|approval|authorisation|authorization|agree~|allow~|permit~)"
_UNDER = "(under|below|younger than) [(the age of|age)] <age>"
_USE = "(use~|using|access~|register~|registration|play~|join~|visit~|do so|sign up|create~|participate~|subscribe~|utilize~|utilise~|enrol~)"

_NOT_COLLECTED = phrases(
    en=[
        f"{_NO} (knowingly|intentionally|wittingly|deliberately|purposely) ...2!(sell|share) {_TAKE} ...4!(sell|without|health|sensitive) (minor's|minors|child's|children's|children) ...3!(without) (data|information|details)",
        f"(no|not) ...2!(sell) (intention|intent|intend|seek|aim|want|wish) ...3!(sell|share) {_TAKE} ...8!(sell|without|unless|except) (from|of|about|regarding) ...3!(without) {_YOUNG} [{_UNDER}]",
        f"(data|information|details) ...3!(health|sensitive) (of|from|about) ...2!(parents) {_YOUNG} [{_UNDER}] ...3 (not|never) ...2 (collected|gathered|processed|solicited|requested|stored)",
        "(minors|children's|children|child's|minor's) ...2!(health|sensitive) (data|information|details) ...2 (not|never) ...2 (collected|gathered|processed|solicited|requested|stored)",
        f"no ...3!(sensitive|health|one) (data|information|details) ...2 (knowingly|intentionally|deliberately)? (collected|gathered|processed|solicited|requested|stored) ...2 (from|of|about) ...2!(parents) {_YOUNG} [{_UNDER}]".replace(" (knowingly|intentionally|deliberately)?", " [(knowingly|intentionally|deliberately)]"),
        f"{_NO} ...3!(sell|share) (knowingly|intentionally|wittingly|deliberately|purposely) ...8!(sell|share|without) {_TAKE} ...14!(sell|without|unless|except) (from|of|about|regarding|relating to|on|concerning) ...3!(without) {_YOUNG} [{_UNDER}]",
        f"(not|never|nor) {_TAKE} ...6!(sell|without|unless|except|sensitive|health) (data|information|details) ...2 (from|of|about|regarding|relating to|on|concerning) ...2!(without|parents) {_YOUNG} [{_UNDER}]",
        f"{_NO} ...3!(sell|share) (knowingly|intentionally|wittingly|deliberately|purposely) ...8!(sell|share|without) {_TAKE} ...14!(sell|without|unless|except) (from|of|about) ...4!(without) (anyone|persons|people|individuals|users|those|any person|any individual) [who is|who are|that is] {_UNDER}",
    ]
)
_LET_IN = phrases(
    en=[
        f"{_YOUNG} [{_UNDER}] ...3!(not|cannot|never|collect~|unless|if) (need|needs|require~|must (have|get|obtain)) ...6!(not|never|cannot|before|collect~) ({_AGREE} ...4!(not|never) {_GUARD}|{_GUARD} ...2!(not) {_AGREE}) ...8!(not|never|cannot|give|provide|send) {_USE}",
        f"{_YOUNG} [{_UNDER}] ...3!(not|cannot|never|collect~|unless) (allowed|permitted|welcome|admitted) ...12!(not|never|cannot) {_AGREE} ...8!(not|never) {_GUARD}",
        f"(parental {_AGREE}|{_AGREE} of ...3 {_GUARD}) ...2!(not) (required|needed|necessary|mandatory) ...3!(not) {_YOUNG} [{_UNDER}] ...2!(not) {_USE}",
        f"(between|aged|ages|from) ...4!(not) <age> ...12!(not|never|cannot|delete|unless) (may|can|must|should|shall|allowed|permitted) ...4!(not|never|cannot) {_USE} ...14!(not|never|cannot|without|before) {_AGREE} ...6!(not|never) {_GUARD}",
        f"(aged|between|ages) ...4!(not) <age> ...4!(not|never) (need|needs|require~|must (have|get|obtain)) ...6!(not|never|before) ({_AGREE} ...4!(not|never) {_GUARD}|{_GUARD} ...2!(not) {_AGREE}) ...8!(not|never|cannot|give|provide|send) {_USE}",
        f"{_USE} by {_YOUNG} [{_UNDER}] ...3!(not) (require~|need~|is (allowed|permitted) only) ...8!(not) (parental|{_GUARD})",
        f"if you are {_UNDER} ...8!(not|never|cannot|do) (use|access|register|play|join) ...10!(not|never|cannot|delete) {_AGREE} ...6!(not|never) {_GUARD}",
        f"{_YOUNG} [{_UNDER}] ...8!(not|cannot|never|collect~|unless) (may|can|must|should|shall|allowed|permitted|are) ...4!(not|never|cannot) {_USE} ...14!(not|never|cannot|without|before) {_AGREE} ...6!(not|never) {_GUARD}",
        f"{_YOUNG} [{_UNDER}] ...8!(not|cannot|never|collect~|unless) (may|can|must|should|shall|allowed|permitted|are) ...4!(not|never|cannot) {_USE} ...8!(not|never|cannot|without|before) {_GUARD} ...3!(not|never) {_AGREE}",
        f"if ...3!(not) (a|an|any|your|the) {_YOUNG} [{_UNDER}] ...5!(not|cannot) {_USE} ...20!(not|never|cannot|without|delete|collected) {_AGREE} ...6!(not|never) {_GUARD}",
        f"if you are (a|still a) {_YOUNG} ...14!(not|never|cannot|delete|do) {_USE} ...12!(not|never|cannot|delete) {_AGREE} ...6!(not|never) {_GUARD}",
        f"if you are (a|still a) {_YOUNG} ...10!(not|never|cannot|delete|do) (ask|get|obtain|have|need|require) ...8!(not|never) ({_AGREE} ...6!(not|never) {_GUARD}|{_GUARD} ...4!(not|never) {_AGREE})",
        f"{_GUARD} of ...4!(not) {_YOUNG} ...4!(not) (and|who|you) ...3!(not) {_AGREE} ...6!(not|collect~) {_USE}",
        f"{_YOUNG} ...6!(not) {_USE} ...18!(not) (assumed|deemed|presumed|considered|understood) ...10!(not) {_AGREE} ...8!(not) {_GUARD}",
    ]
)
_PROFILES = phrases(
    en=[
        "(parents|guardians|you) (can|may) ...2!(not) (register|enrol|enroll|sign up|open ...2 (account|profile) for|create ...2 (account|profile) for) ...2!(not|delete) (child|children|kids|child's)",
        f"(create~|creating|set up|setting up|add~|adding|manage~|managing|open~|offer~|make) ...5!(not|cannot|never) ({_CHILD}|kids|kid's|family) (profile~|account~)",
        "(profile~|account~) ...2!(not|cannot) for ...2!(not|cannot) (child|children|kids|your child|your children)",
        "(children|kids|child) ...2!(not|cannot|never) (can|may) ...2!(not) (have|create|use|get) ...3!(not) (own|their|a) ...2 (profile~|account~)",
    ]
)
_INCLUDING = phrases(
    en=[
        f"(collect~|gather~|obtain~|receive~) ...10!(not|never|knowingly|without) (users|visitors|people|individuals|persons|guests|players|customers|members|everyone|anyone) ...3!(not|excluding|except) (including|such as|among them) ...2!(not|parents) {_YOUNG} !(under)",
        f"(data|information|details) ...4!(not|never|about) (collect~|gather~|obtain~|receive~) [by us] from {_CHILD} ...3 (includes|include|is limited|are|consists)",
    ]
)
_NOT_FOR = phrases(
    en=[
        "(not|never) ...2!(if|only) (directed|aimed|intended|addressed|targeted|designed|offered|meant) ...2 (at|to|for|towards|toward) (minors|underage (users|persons|people|individuals)) !(under|below|younger|without|in)",
        "(directed|aimed|intended|addressed|targeted|designed|meant|open|available|offered) (only|solely|exclusively) (at|to|for|towards) adults",
        "(only|solely|exclusively) (directed|aimed|intended|addressed|targeted|designed|meant|open|available|offered) (at|to|for|towards|toward) adults",
        "for adults only",
        "(reserved|restricted|limited|open only|only open) (for|to) (adults|persons of (full|legal) age|people of (full|legal) age)",
        "(open|available) to (adults|persons of full age|persons of legal age|people of full age) (only|alone|exclusively)",
        "(used|accessed) only by (adults|those ...4 (age of majority|legal age|full age))",
        "(minors|underage (users|persons|people|individuals)) (are|is) ...1 (excluded|barred|banned|not (allowed|permitted|admitted)) (from|to) ...6",
        "(minors|underage (users|persons|people|individuals)) (may|must|can|should) not ...1 (use|register|access|sign up|create|open|join)",
    ]
)
"""What keeps minors out without naming an age."""
_ROOM = phrases(en=["(without|unless|except|exception|other than|absent|consent|permission|parental|authorisation|authorization|violation|inadvertently|approval|beyond|more than|than is|before)"])
"""What leaves room for a parent's consent in a denial."""
_NOT_LET = phrases(en=["(not permitted|not allowed|prohibited|forbidden|encourage~|recommend that parents|purchase~|if we (learn|become|discover)|if you (believe|become|learn)|sell|sale)"])
_OF_A_PART = phrases(en=["(purchase~|buy|order~|contract~|parent~|guardian~|or older to (post|upload|sell|buy)|consent|account~ for|sell~|host~|driver~|employ*|represent and warrant)"])
"""What makes a minimum age one of a part of the service."""
_ADULT = 18
_MOST_SHOWN = 3

# --- code ------------------------------------------------------------------------------------------------------------


class _Group(NamedTuple):
    """Whom a passage speaks of: those under an age, or minors or children without one."""

    age: int | None
    minors: bool


@rule(
    severity="warning",
    confidence="medium",
    cites=("16 CFR 312.2",),
    good=[
        "We do not knowingly collect data from minors without the consent of a parent.\n\n## Young gardeners\n\nMinors may use the planner with the consent of a parent.\n",
        "We do not knowingly collect data from children under 13.\n\n## Young gardeners\n\nMinors may use the planner with the consent of a parent.\n",
        "We do not knowingly collect data from minors.\n\n## Young gardeners\n\nMinors may not use the planner, even with the consent of a parent.\n",
        "We do not knowingly collect data from minors.\n\n## Parents\n\nParents should watch what their children do online.\n",
    ],
    bad=[
        Bad(
            "We do not knowingly collect data from minors.\n\n## Young gardeners\n\nMinors may use the planner with the consent of a parent.\n",
            at="do not knowingly collect data from minors",
            related=("Minors may use the planner with the consent of a parent",),
            message='no data of minors is knowingly collected here, but minors may use the service in "Young gardeners" (line 5)',
        ),
        Bad(
            "We do not knowingly collect data from children under 18. By using the planner you confirm that you are 18, "
            "or that you are the parent or guardian of a minor and consent to the minor using it.\n",
            at="do not knowingly collect data from children under 18",
            related=("guardian of a minor and consent to the minor using",),
        ),
        Bad(
            "The planner is intended for adults only.\n\n## Accounts\n\nYou must be at least 14 to open an account.\n",
            at="for adults only",
            related=("You must be at least 14",),
            message='the service is not for minors here, but open from 14 in "Accounts" (line 5)',
        ),
        Bad(
            "We do not knowingly collect data from children.\n\n## Families\n\nYou can create a child profile for each gardener.\n",
            at="do not knowingly collect data from children",
            related=("create a child profile",),
        ),
    ],
)
def minors_let_in(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first denial that leaves no room, with what lets minors in."""
    denials = [one for one in _read(policy, _NOT_COLLECTED) if not says(policy, _ROOM, one.sentence)]
    kept_out = [one for one in _read(policy, _NOT_FOR) if not says(policy, _ROOM, one.sentence)]
    bars = [claim for claim in claims.all("age", role="minimum-age") if _bars(policy, claim)]
    if not denials and not kept_out and not bars:
        return
    open_from = [claim for claim in claims.all("age", role="minimum-age") if _opens(claim)]
    told = next((finding for one in (*kept_out, *denials) for finding in _by_age(policy, one, open_from)), None)
    if told:
        yield told
        return
    let_in = [one for one in _read(policy, _LET_IN) if not says(policy, _NOT_LET, one.sentence)]
    known = [one for wanted in (_PROFILES, _INCLUDING) for one in _read(policy, wanted) if not says(policy, _NOT_LET, one.sentence)]
    barred = next(_of_bars(policy, bars, let_in), None)
    if barred:
        yield barred
        return
    for denial in denials:
        broken = [one for one in let_in if _inside(_group(policy, denial), _group(policy, one))] + known
        clash = {one.sentence: one for one in reversed(broken) if apart(denial, one) and _same_product(denial, one)}
        if clash:
            yield _finding(policy, denial, sorted(clash.values(), key=lambda one: one.span)[:_MOST_SHOWN])
            return


def _opens(claim: Claim) -> bool:
    """Whether it opens the service, everywhere, to people who are no adults yet."""
    return claim.sentence is not None and int(claim.value["threshold"]) < _ADULT and claim.value["relation"] != "between" and not claim.scope.region and _ages_only(claim.scope.condition)


def _ages_only(condition: str | None) -> bool:
    """Whether the condition is the age itself: "when aged 16 and over"."""
    return not condition or " age" in condition


def _by_age(policy: Policy, denial: Statement, open_from: list[Claim]) -> Iterator[Finding]:
    """The clash of a passage that keeps minors out with the first that lets people in who are younger."""
    age = _age(denial.match) if "age" in denial.match.slots else None
    minors = any(word.startswith(("minor", "underage", "adult")) for word in denial.match.text.lower().split())
    if age is None and not minors and not denial.match.text.lower().startswith(("used", "accessed")):
        return
    below = _ADULT if age is None else age
    broken = [claim for claim in open_from if claim.value["threshold"] < below and _is_apart(denial, claim)]
    if broken and below >= _ADULT and not denial.scope.region:
        first = broken[0]
        whose = "the service is not for minors here" if denial.match.slots.get("age") is None else f"no data of people under {age} is knowingly collected here"
        yield Finding(
            f"{whose}, but open from {first.value['threshold']} {elsewhere(policy, first)}",
            denial.span,
            related=tuple(Related(claim.span, "lets minors in") for claim in broken[:_MOST_SHOWN]),
            help="say from which age the service is open, and what is collected from minors who are let in",
        )


def _bars(policy: Policy, claim: Claim) -> bool:
    """Whether it admits adults only, everywhere and to all of the service, and leaves no room for a parent."""
    return (
        claim.sentence is not None
        and int(claim.value["threshold"]) >= _ADULT
        and claim.value["relation"] != "between"
        and not claim.value.get("parental_consent")
        and not (claim.scope.region or claim.scope.product or claim.scope.condition or claim.scope.people)
        and not says(policy, _ROOM, claim.sentence)
        and not says(policy, _OF_A_PART, claim.sentence)
    )


def _of_bars(policy: Policy, bars: list[Claim], let_in: list[Statement]) -> Iterator[Finding]:
    """The first passage that admits adults only, with what lets minors in with a parent's consent; what follows it in its own paragraph is its exception."""
    for bar in bars:
        young = [one for one in let_in if _is_younger(policy, one) and bar.sentence and one.sentence.block is not bar.sentence.block and not one.scope.region and not one.scope.product]
        if young:
            yield Finding(
                f"the service is open from {bar.value['threshold']} here, but minors may use it {elsewhere(policy, young[0])}",
                bar.span,
                related=tuple(Related(one.span, "lets minors in") for one in young[:_MOST_SHOWN]),
                help="say from which age the service is open, and whether a parent can consent for those below",
            )


def _is_younger(policy: Policy, one: Statement) -> bool:
    group = _group(policy, one)
    return group.minors if group.age is None else group.age <= _ADULT


def _is_apart(denial: Statement, claim: Claim) -> bool:
    return claim.sentence is not denial.sentence and (not denial.scope.product or not claim.scope.product or denial.scope.product == claim.scope.product)


def _read(policy: Policy, wanted: Phrases) -> list[Statement]:
    found = (match for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading") and not match.sentence.text.rstrip().endswith("?"))
    return ordered(Statement("minors", match, scope.scope_of(policy, match.sentence)) for match in found)


def _same_product(one: Statement, other: Statement) -> bool:
    return not one.scope.product or not other.scope.product or one.scope.product == other.scope.product


def _group(policy: Policy, statement: Statement) -> _Group:
    age = _age(statement.match)
    return _Group(age, any(word.startswith("minor") for word in statement.match.text.lower().split()))


def _age(match: Match) -> int | None:
    age = match.slots.get("age")
    return int(age) if age else None


def _inside(denied: _Group, let_in: _Group) -> bool:
    """Whether those who are let in are among those whose data is denied; the same age in both is told by conflicting-ages."""
    if denied.age and let_in.age:
        return let_in.age < denied.age
    if denied.age:
        return denied.age >= _ADULT or not let_in.minors
    if let_in.age:
        return denied.minors or let_in.age < _ADULT
    return denied.minors or not let_in.minors


def _finding(policy: Policy, denial: Statement, broken: list[Statement]) -> Finding:
    age = _age(denial.match)
    whose = f"people under {age}" if age else "minors"
    return Finding(
        f"no data of {whose} is knowingly collected here, but minors may use the service {elsewhere(policy, broken[0])}",
        denial.span,
        related=tuple(Related(one.span, "lets minors in") for one in broken),
        help="say what is collected from minors who are let in, and that a parent has to consent",
    )
