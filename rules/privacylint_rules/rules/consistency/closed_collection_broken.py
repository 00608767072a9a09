"""
Data said to be the only data collected, and other personal data collected elsewhere.

"We collect only your e-mail address", "apart from your name we store nothing" and "no other personal data is collected"
tell the reader that the list is complete; an IP address or a location collected elsewhere opens it. A list that holds for
one occasion, one part of the service or one purpose only, or that says "such as", is not complete.

Source: Articles 5(1)(a) and 5(1)(c) GDPR; Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, Scope, Sentence, Span, rule

from privacylint_rules import ontology, scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import ALL_DATA, DATA, PERSONAL, within
from privacylint_rules.promises import MOST_PROMISES, is_plain_practice
from privacylint_rules.rules.consistency._statements import is_whole_product
from privacylint_rules.words import phrases

_MOST_SHOWN = 6

# --- words -----------------------------------------------------------------------------------------------------------

_WE = "(we|i|app|application|extension|site|website|service|bot|game|plugin|<organisation>)"
_GET = "(collect|collects|gather|gathers|record|records|store|stores|save|saves|keep|keeps|hold|holds|know|knows|have|has|obtain|obtains|receive|receives|see|sees|ask for|asks for|process|processes)"
_GOT = "(collected|gathered|recorded|stored|saved|kept|held|obtained|received|processed)"
_INFO = "(data|information|details|pii|item of (data|information)|item of personal (data|information)|thing|data point|piece of (data|information)|personal (data|information))"
_BESIDE = "(apart from|besides|except|except for|other than|aside from|beyond|in addition to)"
_MARKS = "[personal|user|personally identifiable|identifying]"
_CLOSED = phrases(
    en=[
        f"(only|sole|single) {_MARKS} {_INFO} [that|which] {_WE} [may|ever|will|can|itself] [ever] {_GET} [about you|on you|from you] (is|are)",
        f"(only|sole|single) {_MARKS} {_INFO} [that|which] [(is|are)] {_GOT} [by us] (is|are)",
        f"(is|are) the (only|sole|single) {_MARKS} {_INFO} [that|which] {_WE} [may|ever|will|can|itself] [ever] {_GET}",
        f"(is|are) the (only|sole|single) {_MARKS} {_INFO} [that|which] [(is|are)] {_GOT}",
        f"{_WE} only ever {_GET} (your|the|an|a|one)",
        f"^ nothing (but|except|other than|apart from|besides) ...8!(if|we|you) (is|are|gets) {_GOT}",
        f"^ all [the|of the] {_MARKS} {_INFO} [that] {_WE} [ever] {_GET} [about you|on you] (is|are) (your|the|an|a|one)",
        f"(is|are) all [that] {_WE} [ever] {_GET}",
        f"{_WE} ...2!(if|share|use) (not|never|don't|doesn't) {_GET} anything (but|except|other than|besides|beyond|apart from)",
        f"{_WE} ...2!(if|share|use|not) {_GET} no [other|further] {_MARKS} {_INFO} [about you] {_BESIDE} ...2",
        f"{_WE} {_GET} just (your|the|an|a|one) !(moment|few|minimum)",
        f"(all|everything) [that] {_WE} [ever] {_GET} [about you|on you|from you] (is|are)",
        f"{_WE} ...2!(not|if|share|use) {_GET} nothing (but|except|other than|apart from|beyond|more than|besides)",
        f"{_WE} ...2!(not|if|only|share|use) {_GET} ...10!(not|if|use|and|for|to|when) and (nothing (else|more|further)|no (other|further|additional|more) {_MARKS} {_INFO})",
        f"{_BESIDE} ...10!(you|if|cookies|what) {_WE} ...2!(if|share|sell|use) {_GET} no [other|further|additional] {_MARKS} {_INFO}",
        f"{_BESIDE} ...10!(you|if|cookies|what) {_WE} [do|does] (not|never|don't|doesn't) {_GET} any [other|further|additional] {_MARKS} {_INFO}",
        f"{_BESIDE} ...10!(you|if|cookies|what) no [other|further|additional] {_MARKS} {_INFO} [about you] (is|are|will be) [ever] {_GOT}",
        f"{_WE} ...2!(if|share|use) (not|never|don't|doesn't) {_GET} any [other|further] {_MARKS} {_INFO} [about you|from you] {_BESIDE} ...2",
        f"no [other|further] {_MARKS} {_INFO} [about you] {_BESIDE} ...10!(if|you) (is|are|will be) [ever] {_GOT}",
        f"^ only [your|the|an|a] ...6!(if|we|when|for|with|where|those|authorised|authorized|our) (is|are|gets|get|will be) {_GOT}",
        f"{_INFO} [that|which] [we] ({_GET[1:-1]}|{_GOT[1:-1]}) [by us|about you|from you] (is|are) (limited|restricted|confined) to",
    ]
)
"""Sentences that close the list of what is collected; the data they name is what is on it."""
_REST = phrases(
    en=[
        f"{_WE} [do|does] (not|never|don't|doesn't) {_GET} any (other|further|additional) (personal (data|information)|personally identifiable (data|information)|pii|information about you|data about you) [(at this time|about you|from you|at all|whatsoever)] $",
        f"{_WE} {_GET} no (other|further|additional) (personal (data|information)|personally identifiable (data|information)|pii|information about you|data about you) [(at this time|about you|from you|at all|whatsoever)] $",
        f"^ no (other|further|additional) (personal (data|information)|personally identifiable (data|information)|pii) (is|are|will be) {_GOT} [(by us|at all|whatsoever)] $",
    ]
)
"""Sentences that close the list with what their section has named before."""
_OPEN = phrases(
    en=[
        "(such as|for example|including|e g|for instance|among others|etc|following|below|necessary|needed|required|relevant|minimum|essential|voluntarily|you provide|you choose|you give|certain|this|these|anonymous|aggregate~|non personal|statistical)",
        "(if|when|where|from|third parties|cookie~|newsletter~|form|children|child|register|registration|sign up|subscribe|order~|purchase~|log in|login|contact us|comment~|unless|party|encrypted|format|hashed|locally|device|devices|server~|offline)",
    ]
)
_PART = phrases(
    en=["(newsletter~|contact|form~|comment~|account~|registration|register|payment~|order~|purchase~|support|cookie~|analytics|child~|children|child's|job|application~|applicant~|survey~|contest~|log files|third|partner~|extension~|feature~|login|sign|event~|forum|blog|shop|store|donation~)"]
)
"""Headings that make a list one of a single occasion or part."""

# --- code ------------------------------------------------------------------------------------------------------------


class _List(NamedTuple):
    """A closed list: where it is said, the data on it, and whether other sections only can open it."""

    sentence: Sentence
    span: Span
    scope: Scope
    data: frozenset[str]
    rest: bool


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "We collect only your e-mail address.\n\n## Letters\n\nWe store your e-mail address for a year.\n",
        "For the newsletter we collect only your e-mail address.\n\n## Orders\n\nWe collect your name and phone number.\n",
        "We collect only the data you provide, such as your e-mail address.\n\n## Visits\n\nWe collect your IP address.\n",
        "## Newsletter\n\nWe collect nothing but your e-mail address.\n\n## Orders\n\nWe collect your phone number.\n",
    ],
    bad=[
        Bad(
            "The only personal data we collect is your e-mail address.\n\n## Visits\n\nWe collect your IP address.\n",
            at="The only personal data we collect is your e-mail address",
            related=("We collect your IP address",),
            message='only e-mail address is collected here, but IP address is in "Visits" (line 5)',
        ),
        Bad(
            "We only collect your phone number.\n\n## Maps\n\nThe app collects your precise location.\n",
            at="We only collect your phone number",
            related=("The app collects your precise location",),
        ),
        Bad(
            "Apart from your e-mail address, no personal data is collected.\n\n## Maps\n\nWe store your precise location.\n",
            at="Apart from your e-mail address, no personal data is collected",
            related=("We store your precise location",),
        ),
    ],
)
def closed_collection_broken(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Closed lists of data, and plain statements that personal data outside them is collected."""
    lists = sorted({one.sentence.number: one for one in (*_phrased(policy), *_claimed(policy, claims))}.values(), key=lambda one: one.span)
    if not lists:
        return
    taken = [claim for claim in claims.all("practice", actor="us", denied=False) if _is_taken(claim)]
    told: set[int] = set()
    for closed in islice(lists, MOST_PROMISES):
        broken = [claim for claim in taken if id(claim) not in told and _others(closed, claim) and _apart(policy, closed, claim)]
        if broken:
            told |= {id(claim) for claim in broken}
            yield _finding(policy, closed, broken)


def _is_taken(claim: Claim) -> bool:
    value = claim.value
    return value["action"] in ("collect", "store") and is_plain_practice(claim) and not value["only"] and not value["narrowed"] and not value["local"]


def _claimed(policy: Policy, claims: Claims) -> Iterator[_List]:
    """ "We only collect your name", as the claims have it."""
    for claim in claims.all("practice", actor="us", denied=False):
        value = claim.value
        if value["only"] != "data" or value["action"] not in ("collect", "store") or claim.sentence is None or value["purposes"] or value["exception"] or value["narrowed"] or value["refers"]:
            continue
        data = frozenset(value["data"])
        if data and not data & (ALL_DATA | {"anonymous-data"}) and _is_general(policy, claim.sentence, claim.scope):
            yield _List(claim.sentence, claim.span, claim.scope, data, rest=False)


def _phrased(policy: Policy) -> Iterator[_List]:
    """Closed lists in other words; what follows "no other" closes the list of its section."""
    named: dict[int, list[ontology.Mention]] | None = None
    for rest, wanted in ((False, _CLOSED), (True, _REST)):
        for match in policy.find(wanted):
            if not scope.is_statement(policy, match.sentence):
                continue
            named = named if named is not None else _by_sentence(policy)
            around = scope.scope_of(policy, match.sentence)._replace(condition=None)
            data = _in_section(policy, match.sentence, named) if rest else _in_sentence(match.sentence, named)
            if data and (rest or _is_general(policy, match.sentence, around)):
                first, after = policy.words.range_of(match.sentence)
                span = match.span if rest else policy.words.span(first, after)
                yield _List(match.sentence, span, around, data, rest)


def _by_sentence(policy: Policy) -> dict[int, list[ontology.Mention]]:
    table: dict[int, list[ontology.Mention]] = {}
    for one in ontology.mentions(policy, "data"):
        table.setdefault(policy.words.sentence_numbers[one.first], []).append(one)
    return table


def _in_sentence(sentence: Sentence, named: dict[int, list[ontology.Mention]]) -> frozenset[str]:
    found = frozenset(one.id for one in named.get(sentence.number, ()))
    return frozenset() if "anonymous-data" in found else found - ALL_DATA


def _in_section(policy: Policy, sentence: Sentence, named: dict[int, list[ontology.Mention]]) -> frozenset[str]:
    """What the sections up to the sentence name: it says that nothing else is collected."""
    numbers = (number for number in range(sentence.number) if policy.sentences[number].section is sentence.section)
    return frozenset(one.id for number in numbers for one in named.get(number, ())) - ALL_DATA


def _is_general(policy: Policy, sentence: Sentence, around: Scope) -> bool:
    """Whether it holds for everything and everyone."""
    forms = policy.words.forms
    if around.condition or around.purpose or any(forms[mark.words[0] - 1] not in ("apart", "aside") for mark in scope.found(policy, _OPEN, sentence)):
        return False
    heading = sentence.section.heading
    return heading is None or sentence.section.level <= 1 or not scope.stands_in(policy, _PART, heading)


def _apart(policy: Policy, closed: _List, claim: Claim) -> bool:
    """Whether the claim stands elsewhere, and is for the same people and product."""
    other = claim.sentence
    if other is None or other.block is closed.sentence.block or other.block.intro is closed.sentence.block or closed.sentence.block.intro is other.block:
        return False
    if (other.block.group and other.block.group == closed.sentence.block.group) or (closed.rest and other.section is closed.sentence.section):
        return False
    around = closed.scope
    if claim.scope.product is None and is_whole_product(policy, around.product):
        around = around._replace(product=None)
    return scope.overlaps(around, claim.scope) and scope.contains(around, claim.scope)


def _others(closed: _List, claim: Claim) -> list[str]:
    """The personal data of the claim that the list does not hold."""
    return [one for one in claim.value["data"] if one in PERSONAL - ALL_DATA and not within(DATA, one) & closed.data]


def _finding(policy: Policy, closed: _List, broken: list[Claim]) -> Finding:
    listed = "what its section names" if closed.rest else " and ".join(DATA[one].shown for one in sorted(closed.data)[:2])
    other = DATA[_others(closed, broken[0])[0]].shown
    return Finding(
        f"only {listed} is collected here, but {other} is {elsewhere(policy, broken[0])}",
        closed.span,
        related=tuple(Related(claim.span, f"collects {DATA[_others(closed, claim)[0]].shown}") for claim in broken[:_MOST_SHOWN]),
        help="complete the list, or say for which part of the service it holds",
    )
