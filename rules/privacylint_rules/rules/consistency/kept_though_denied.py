"""
Data is said not to be kept, and yet a time is named for which it is.

"We do not store your messages" reassures, and a developer believes it until the table of periods is written: "messages
are deleted after 30 days". The same goes for what is "not kept beyond your session" or "discarded at once". A denial that
says where, how long or in what form nothing is kept, the copies of somebody else, and copies on your own device make no
clash, nor does a period that holds only where you ask for it.

Source: GDPR Article 13(2)(a) and Article 5(1)(a).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claim, Claims, Finding, Match, Policy, Related, Sentence, Span, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.retention.alike import words_of
from privacylint_rules.retention.lengths import in_days, in_words
from privacylint_rules.rules.consistency._statements import MOST, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_KEEP = "(store|keep|retain|save|log|persist|archive|hold)"
_KEPT = "(stored|kept|retained|saved|logged|persisted|archived|written to disk|held)"
_NO = "(do not|don't|does not|doesn't|never|will not|won't|did not)"
_END = "(session|visit|conversation|chat|call|request|processing|tab|page|browser|login|use)"

_DENIES = phrases(
    en=[
        "(we|I|{service}|bot|extension|plugin|tool) (keep~|store~|retain~|save~) no !(longer|more)",
        "(there is|we offer) no (storage|retention|logging|storing) of",
        f"(we|I|{{service}}|bot|extension|plugin|tool) {_NO} hold on to",
        f"(we|I|{{service}}|bot|extension|plugin|server~|tool) {_NO} [ever] [(collect~|log|record|read|see|transmit|share|monitor|copy|inspect)] [(or|nor|and)] {_KEEP}",
        f"(at no time|under no circumstances|never|nor) (do|does|will|would) (we|I|{{service}}|bot|extension|plugin|tool) [ever] {_KEEP}",
        "(without|instead of|rather than) [ever|permanently] (storing|saving|keeping|retaining|logging|archiving)",
        f"(we|I|{{service}}|bot|extension|plugin|tool) neither (collect~|share~|read|sell) nor {_KEEP}",
    ]
)
"""Denials with what is not kept after them."""
_DENIED = phrases(
    en=[
        f"(not|never) {_KEPT} [by us] $",
        f"and (are|is) (not|never) [being] {_KEPT}",
        f"(aren't|isn't|(are|is) (not|never)) [(ever|being|otherwise|collected or|collected nor|shared or|transmitted or)] {_KEPT}",
        f"(will|shall) (not|never) be [(collected or|shared or|transmitted or)] {_KEPT}",
        f"(are|is) neither (collected|shared|transmitted|sent|read) nor {_KEPT}",
        "(leave|leaves) no trace~",
        f"never (get|gets|become|becomes) {_KEPT}",
        "(are|is) (deleted|discarded|erased|destroyed|dropped|thrown away) (immediately|instantly|at once|right away|directly) [after|once|upon|when|as soon as]",
        f"(are|is) [then|always|automatically] (deleted|discarded|erased|destroyed|dropped) (straight after|right after|as soon as|once|directly after|after) ...4!(you|we|days|months|years|request) ({_END[1:-1]}|processed|used|analysed|analyzed|read|translated|delivered|converted|answered)",
        "(exist|exists|live|lives|reside|resides|processed|held|kept) ([only|solely] in [volatile|working] (memory|ram) (only|alone)|(only|solely) in [volatile|working] (memory|ram))",
        f"(are|is) (immediately|instantly) (deleted|discarded|erased|destroyed|dropped) (after|once|upon|when|as soon as) ...4 {_END}",
    ]
)
"""Denials with what is not kept before them."""
_NONE = phrases(en=[f"^ none of ...5!(longer) (are|is|will be|gets|get) [ever] {_KEPT}", f"^ no ...5!(not|one|longer) (are|is|will be) [ever] {_KEPT} [by us]"])
"""Denials with what is not kept between "no" and the verb."""
_PAST_THE_SESSION = phrases(en=[f"{_KEPT} (beyond|after|past|outside|longer than) ...4 {_END}", f"{_KEEP} ...6 (beyond|after|past|outside|longer than) ...3 {_END}"])
_BOUND = phrases(
    en=[
        "(longer|permanently|indefinitely|perpetuity|forever|beyond|past|more than|unencrypted|plain text|clear text|plaintext|readable|encrypted|hashed|temporarily|long term|unless|except|if|until|without (your|a|the|any|consent|permission|first|prior|asking|telling)|only !in|other than|apart from|necessary|required|needed|unnecessary|unnecessarily)",
        "(after|outside|abroad|together|alongside|linked|associated|itself|ourselves|locally|device~|browser~|computer|phone|third|parties|anyone|elsewhere|cookie~|certain|some|same|separately|blockchain)",
        "(when|where) (you|we|the|your|it)",
        "<place>",
    ]
)
_NOT_OURS = phrases(
    en=[
        "(third party|third parties|provider~|processor~|partner~|vendor~|recipient~|they|their|host~|cloudflare|openai|google|apple|stripe|microsoft|amazon|anthropic|paypal|discord|github)",
        "(device~|browser~|locally|local storage|on your (phone|computer|machine)|cache~)",
        "(aggregate~|aggregated|anonym*|statistic~|pseudonym*)",
        "(if|when|where|unless|only) ...2 you ...6 (choose|enable~|opt|consent~|turn|activate|agree|ask|want|wish|save|report|contact|write|share)",
    ]
)
_STOPS = re.compile(r"[,;:.()–—|]|\b(?:on|in|at|for|when|after|where|with|within|through|via|to|as|because|since|but|so|while|once|before|during|until|by|you|that|which|we|i|from|of|about|without|instead)\b", re.IGNORECASE)
"""Where the name of what is not kept ends."""
_VERBS = re.compile(r"\b(?:is|are|was|were|will|may|can|could|has|have|get|gets|shall)\b", re.IGNORECASE)
_HANDLED = re.compile(r"\b(?:process|handle|use|analyse|analyze|read|receive|need|forward|send|transmit|see|take)(?:es|s)?\s", re.IGNORECASE)
"""What stands before the name of that to which "do not store it" points back."""
_COPY_OF = re.compile(r"^\s*(?:an?\s|any\s)?(?:cop(?:y|ies)|records?|parts?|traces?)\sof\s", re.IGNORECASE)
"""What is not kept of a thing where nothing of it is."""
_POINTS_BACK = frozenset(("them", "it", "these", "this", "that", "those"))
_NARROWS = frozenset(("of", "from", "about", "with", "for", "within"))
"""What makes the thing named only a part: "images of children"."""
_OR = re.compile(r",|\band/or\b|\bor\b|\band\b|\bnor\b|&|/", re.IGNORECASE)
_GENERAL = frozenset(("personal", "user", "customer", "account", "anything", "it", "them", "this", "that", "these", "those", "they", "copy", "sensitive", "private"))
_DAY = 1.0
"""A period of less than this many days may be the session itself."""

# --- code ------------------------------------------------------------------------------------------------------------


class _Denial(NamedTuple):
    """What is not kept, as its words; where that is said, and whether only the session is kept."""

    things: tuple[frozenset[str], ...]
    sentence: Sentence
    span: Span
    beyond: bool


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(2)(a)",),
    good=[
        "We do not store your drawings longer than needed.\n\n## Storage\n\nDrawings are kept for 30 days.\n",
        "We do not store your drawings on our own servers.\n\n## Storage\n\nOur hosting provider keeps drawings for 30 days.\n",
        "We do not store your drawings.\n\n## Storage\n\nIf you choose to save them, drawings are kept for 30 days.\n",
        "We do not store your drawings.\n\n## Storage\n\nReceipts of drawings are kept for ten years.\n",
        "Recordings are not kept beyond the call.\n\n## Storage\n\nRecordings are kept for 20 minutes.\n",
    ],
    bad=[
        Bad(
            "We do not store your drawings.\n\n## Storage\n\nDrawings are deleted after 30 days.\n",
            at="We do not store your drawings",
            related=("30 days",),
            message='drawings are not kept here, but they are for 30 days in "Storage" (line 5)',
        ),
        Bad(
            "Recordings are never stored beyond your session.\n\n## Storage\n\nWe keep recordings for two weeks.\n",
            at="Recordings are never stored",
            related=("two weeks",),
            message='recordings are not kept beyond the session here, but they are for 2 weeks in "Storage" (line 5)',
        ),
    ],
)
def kept_though_denied(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Each denial of keeping something, with the first period named for it."""
    kept = [claim for claim in claims.all("retention") if _is_kept(policy, claim)][:MOST]
    if not kept:
        return
    told: set[frozenset[str]] = set()
    for denial in _denials(policy):
        for claim in kept:
            thing = next((thing for thing in denial.things if thing not in told and _same(thing, claim)), None)
            if thing is None or not _apart(denial, claim) or not _same_frame(policy, denial, claim):
                continue
            if not denial.beyond and _read_as_practices(claims, denial, claim):
                continue
            told.add(thing)
            yield _finding(policy, denial, claim)
            break


def _is_kept(policy: Policy, claim: Claim) -> bool:
    if claim.sentence is None or not claim.value["data"] or not claim.value["duration"].startswith("P"):
        return False
    return in_days(claim.value["duration"]) > 0 and not claim.scope.condition and not says(policy, _NOT_OURS, claim.sentence)


def _denials(policy: Policy) -> Iterator[_Denial]:
    for wanted, told_of in ((_DENIES, _after), (_DENIED, _before), (_NONE, _between)):
        for match in policy.find(wanted)[:MOST]:
            beyond = says(policy, _PAST_THE_SESSION, match.sentence) or match.text.split()[1] in ("deleted", "discarded", "erased", "destroyed", "dropped", "thrown", "immediately", "instantly")
            if not scope.is_statement(policy, match.sentence, examples=True) or (not beyond and says(policy, _BOUND, match.sentence)):
                continue
            things, span = told_of(policy, match)
            if things:
                yield _Denial(things, match.sentence, span, beyond)


def _after(policy: Policy, match: Match) -> tuple[tuple[frozenset[str], ...], Span]:
    """What stands behind the verb, and the span up to its end."""
    block, (_, end) = match.sentence.block, match.plain
    told = block.text.plain[end : match.sentence.end]
    first = _STOPS.search(told)
    narrowed = bool(first and first[0].lower() in _NARROWS)
    told = told[: first.start()] if first else told
    if told.strip().lower() in _POINTS_BACK or told.strip().lower().split(" ")[0] in _POINTS_BACK:
        return _things(_handled(block.text.plain[match.sentence.start : end])), block.text.span(match.plain[0], end + len(told.rstrip()))
    stop = end + len(told.rstrip())
    if _COPY_OF.search(told.strip()):
        told = _COPY_OF.sub("", told)
    return () if narrowed else _things(told), block.text.span(match.plain[0], stop)


def _handled(told: str) -> str:
    """The name of what is done something else with: "we process sketches in memory and do not store them"."""
    verb = _HANDLED.search(told)
    return _STOPS.split(told[verb.end() :].strip(), maxsplit=1)[0] if verb else ""


def _between(policy: Policy, match: Match) -> tuple[tuple[frozenset[str], ...], Span]:
    """What stands between "no" and the verb."""
    words = match.text.split(None, 1)
    return _things(_COPY_OF.sub("", _VERBS.split(words[1] if len(words) > 1 else "", maxsplit=1)[0])), match.span


def _before(policy: Policy, match: Match) -> tuple[tuple[frozenset[str], ...], Span]:
    """What stands before the verb, from the last stop on, and the span from there."""
    block, (start, end) = match.sentence.block, match.plain
    told = block.text.plain[match.sentence.start : start].rstrip(" :,-–—")
    # "images that you upload are not stored": the name ends where the relative clause begins
    last = max((at.end() for at in re.finditer(r"[,;:.()–—|]", told)), default=0)
    clause = told[last:]
    name = _VERBS.split(_STOPS.split(clause.strip(), maxsplit=1)[0], maxsplit=1)[0]
    begin = match.sentence.start + last + (len(clause) - len(clause.lstrip()))
    return _things(name), block.text.span(begin, end)


def _things(told: str) -> tuple[frozenset[str], ...]:
    """The things named side by side, each as the words that tell it from others."""
    named = [words_of(part.lower()) for part in _OR.split(told.strip()) if part.strip()]
    return tuple(words for words in named if words and not words & _GENERAL and len(words) <= 3)


def _same(thing: frozenset[str], claim: Claim) -> bool:
    """Whether what is kept is what is denied, or a kind of it: drawings, uploaded drawings, but not receipts of drawings."""
    data = str(claim.value["data"])
    words = words_of(data)
    head = _STOPS.split(data.strip(), maxsplit=1)[0]
    return thing <= words and words_of(head.split()[-1] if head.split() else "") <= thing


def _apart(denial: _Denial, claim: Claim) -> bool:
    first, second = denial.sentence.block, claim.sentence.block if claim.sentence else None
    return second is not None and first is not second and not (first.group and first.group == second.group)


def _same_frame(policy: Policy, denial: _Denial, claim: Claim) -> bool:
    around = scope.scope_of(policy, denial.sentence)
    least = _DAY if denial.beyond else 0.0
    return in_days(claim.value["duration"]) >= least and scope.overlaps(around, claim.scope)


def _read_as_practices(claims: Claims, denial: _Denial, kept: Claim) -> bool:
    """Whether both are about a known datum, so that another rule compares them."""
    denied, stored = (
        {data for claim in claims.all("practice", actor="us", denied=no) if claim.sentence is sentence and claim.value["action"] == "store" for data in claim.value["data"]}
        for no, sentence in ((True, denial.sentence), (False, kept.sentence))
    )
    return bool(denied & stored)


def _finding(policy: Policy, denial: _Denial, claim: Claim) -> Finding:
    data = claim.value["data"]
    verb, pronoun = ("are", "they are") if data.split()[-1].endswith("s") or data.split()[-1] == "data" else ("is", "it is")
    past = " beyond the session" if denial.beyond else ""
    return Finding(
        f"{data} {verb} not kept{past} here, but {pronoun} for {in_words(claim.value['duration'])} {elsewhere(policy, claim)}",
        denial.span,
        related=(Related(claim.span, f"keeps {'them' if verb == 'are' else 'it'} for {in_words(claim.value['duration'])}"),),
        help="say in the denial what is kept all the same, and for how long",
    )
