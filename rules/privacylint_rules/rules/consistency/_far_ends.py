"""Data used for ends beyond the service itself: marketing, advertising, research."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from privacylint.api import Block, Claim, Claims, Match, Phrases, Policy, Scope, Section, Sentence, Span

from privacylint_rules import scope
from privacylint_rules.ontology import ALL_DATA, PERSONAL, PURPOSES, Mention, mentions
from privacylint_rules.promises import is_plain_practice
from privacylint_rules.rules.consistency._actors import others_act
from privacylint_rules.rules.consistency._statements import Statement
from privacylint_rules.words import phrases

FAR = frozenset({"marketing", "advertising", "targeted-advertising", "research"})
"""Purposes nobody counts as a part of the service."""

_TRACKED = frozenset({"usage-data", "browsing-history", "device-data", "device-id", "log-data", "search-queries", "purchase-data", "profile-data", "online-identifier", "cookie-id"})
"""What is known of people by what they do."""

_NEAR = 2
"""How many sentences consent reaches."""
_FEWEST_CELLS = 2
_MOST = 20
"""How many promises are compared."""

# --- words -----------------------------------------------------------------------------------------------------------

_NOT_FAR = phrases(
    en=[
        "(promote|promotes|promoting|market) ...2 (safety|security|health*|wellbeing|well being|privacy|community|understanding|a)",
        "study (activity|history|progress|habits|material~|set~|time)",
        "(asked us not|objected|object to|opt* out|unsubscribe~|withdraw~)",
        "(consent|consented|opt in|opted in|permission|if you (agree|choose|wish|allow))",
        "(no|not|never|without|neither) ...14 (marketing|advertising|ads|advertisers|research|promotional)",
        "(their|its) (advertising|advertisement~|ads|advert~|marketing|campaign~)",
        "(advertisers|partners|networks|third parties|they|companies|google|facebook) [may|can|could|will|also] [also] (use|uses|collect|collects|process)",
        "(advertiser's|our customers|its customers|their own|client~|applicant~|candidate~|for example if|such as when you)",
    ]
)
_FAR_WORDS = (
    "([direct] marketing [purposes]|[targeted|personalised|personalized|interest based|behavioural|behavioral] (advertising|advertisements|ads) [purposes]|promotional (purposes|offers|material|e mails|emails|messages)|[market] research [purposes]|advertise|promote|promotions|special offers|market [our|other|new])"
)
_TAKE = "(use|process|collect|record|analyse|analyze|gather|evaluate)"
_PITCH = (
    "(tell|inform|contact|notify|e mail|email|write to|send|let|offer|recommend|suggest) ...3 (product~|service~|offer~|goods|news|events|promotions|deals) ...6!(use|ordered|bought|purchased|requested|not)"
    " (might|may|could|would|will|of interest|partners|sponsors|advertisers|third parties|other companies|sister companies)"
)
_PITCHED = phrases(en=[_PITCH])
_SAID = phrases(
    en=[
        f"(use|uses|used|using|process|processed|processing|analyse|analysed|analyze|analyzed|collect|collected|collecting|record|recorded|evaluate|evaluated|gather|gathered) ...12!(not|never|no|without|only|unless|consent|cookies) (for|in|to) ...3!(not|your|protect|prevent) {_FAR_WORDS}",
        f"^ ...1 (for|to|in order to) ...5!(not|if) {_FAR_WORDS} ...3!(not|if) (we|i) ...2!(not|never) {_TAKE}",
        f"^ (advertising|marketing|market research|research|direct marketing) we (may|will|also) ...1 {_TAKE}",
        f"{_TAKE} ...12!(not|never|no|only|unless|consent|cookies|share) (to|and) ...3!(not|your) {_PITCH}",
        "(help|helps|allow|allows|enable|enables) us ...1 [to] (tailor|target|personalise|personalize|select|choose|show|serve|display) ...3!(not) (ads|adverts|advertising|advertisements|offers|promotions)",
        "(we|i) [may|also|will|might] [also] (contact|call|email|e mail|approach|write to|text) you ...4!(not|if|unless) (with|about|for|to) ...3!(not) (promotional|marketing|advertising|special offers|promotions)",
        f"(purposes|purpose) ...10!(not|cookies) (use|process|used|processed) ...6!(not) (include|includes|are) ...8!(not) {_FAR_WORDS}",
        f"(use|uses|processing) of your ...2 (data|information) ...1 (includes|include|comprises) ...8!(not) {_FAR_WORDS}",
        "(we|i) [may|also|will|might] [also] send you ...3!(not|if) (advertising|promotional|marketing|special offers)",
        "(ads|advertising|advertisements) ...3!(not) (are|is) ...2!(not|never) (personalised|personalized|targeted|tailored) ...8!(not) (your|using)",
        "(we|i) ...3!(not|never) (carry out|conduct|do|perform) market research",
    ]
)
_OURS = phrases(en=["(we|i|our|your|data|information|details|address~)"])
_COLLECTING = phrases(en=["(collect|collects|collected|record|records|recorded|gather|gathers|gathered|obtain|obtains|obtained)"])
_LIST_HEAD = phrases(
    en=[
        "(use|uses|used|using|process|processed|processing|collect|collected|collecting|need) ...12!(not|never|cookies|share) (purposes|purpose|to|for|following|ways|reasons) ...4 $",
        "(purposes|purpose|reasons) ...8!(not|cookies|share|shared) (use|uses|used|process|processed|processing|collect|collected) ...6 $",
        "[how|what|why] we use ...6!(cookies) (data|information|details) ...4 $",
    ]
)
_NO_LIST = phrases(en=["(cookie~|aggregate*|anonym*|not|never|consent|permission|child~|applicant~|candidate~|employee~|share|shared|disclose|third|provider~|partner~|vendor~)"])
_ITEM = phrases(
    en=[
        f"^ ...3!(not|no|never|if|other) {_FAR_WORDS}",
        "^ ...2!(not|no|never) (send|sending|show|showing|display|displaying|provide|providing|deliver|delivering|serve|serving|conduct|conducting|carry|carrying|do|perform|performing|inform|informing|contact|contacting) ...6!(not|no) (marketing|advertising|advertisements|ads|promotional|promotions|special offers|market research|research)",
    ]
)
_NO_ROW = phrases(en=["(consent|opt in|opted in|permission|cookie~|anonym*|aggregate*|not|recipient~|candidate~|applicant~)"])
_NOBODY = phrases(en=["(anonymous|anonymous*|anonymised|anonymized|aggregated|aggregate|de identified|deidentified|pseudonymised|non personal|statistical)"])
_AGREED = phrases(en=["by (accepting|agreeing|consenting|opting)", "(if|once|when|where) you (accept|agree|consent|opt in|allow)", "(with|on|upon) your [prior|explicit] (consent|agreement|permission)"])
_OPEN_REFERENCE = phrases(
    en=[
        "(following|described|set out|set forth|outlined|listed|specified|stated|identified|explained|mentioned|indicated|above|below|these purposes|such purposes|those purposes|other (legitimate|lawful)|for which|permitted|agreed|disclosed|various)",
        "(unless|except (as|where|when|if|with|in|under|the|those|such|otherwise)|consent|permission|if you|when you|where you|otherwise|without your|generally|typically|in general|mainly|primarily|mostly)",
        "(this|these|that) [personal] (data|information|details|form|page|service|feature~|request~)",
        "(for|of|about|with|use|process|using|in) such [personal] (data|information|details|cases|purposes)",
        "(in principle|as a rule|basically)",
        "(sensitive|payment|card|health|biometric|financial|children's|student~|child~|location|google|facebook|apple|twitter) ...2 (data|information|details|account)",
    ]
)
_SPECIAL_HEADING = phrases(
    en=[
        "(contact*|form|newsletter~|subscri*|comment~|job~|applicant~|career~|recruit*|support|survey~|contest~|verif*|request~|children*|child|kids|minor~|student~|google|facebook|apple|cookie~|log~|payment~|location|camera|microphone|biometric|california|rights|third|provider~|transfer~|event~|forum|api|vendor~|processor~|order~|crash)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


class FarUse(NamedTuple):
    """A plain statement that we use data for ends beyond the service: which data, which ends, where it says so."""

    span: Span
    sentence: Sentence
    scope: Scope
    data: tuple[str, ...]
    ends: tuple[str, ...]
    collects: bool = False

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.sentence.section


def far_uses(policy: Policy, claims: Claims, *, watched: bool = False) -> list[FarUse]:
    """Where we use or collect personal data for ends beyond the service: claims, other wordings, lists and tables.

    With `watched` also what is known of visits and is called anonymous. In the order of the text, one a sentence.
    """
    every = [*_claimed(claims, watched), *_worded(policy), *_listed(policy), *_rows(policy)]
    seen: dict[int, FarUse] = {}
    for one in every:
        if one.sentence.number not in seen and _stands(policy, one.sentence, watched):
            seen[one.sentence.number] = one
    return sorted(seen.values(), key=lambda one: one.span)


def _stands(policy: Policy, sentence: Sentence, watched: bool) -> bool:
    """Whether the ends are pursued without being asked for, and with data of people."""
    if scope.found(policy, _NOT_FAR, sentence) or _after_consent(policy, sentence):
        return False
    return watched or not scope.found(policy, _NOBODY, sentence)


def _claimed(claims: Claims, watched: bool) -> Iterator[FarUse]:
    for claim in claims.all("practice", actor="us", denied=False):
        value = claim.value
        ends = tuple(one for one in value["purposes"] if one in FAR)
        if value["action"] in ("use", "collect") and ends and claim.sentence and "consent" not in value["basis"] and _is_plain(claim, watched):
            yield FarUse(claim.span, claim.sentence, claim.scope, tuple(value["data"]), ends, value["action"] == "collect")


def _worded(policy: Policy) -> Iterator[FarUse]:
    """What is said of ends in other words than claims are read by."""
    for match in policy.find(_SAID):
        sentence = match.sentence
        if not scope.is_statement(policy, sentence) or scope.denied(policy, match) or others_act(policy, match) or not scope.found(policy, _OURS, sentence):
            continue
        ends = _ends_of(policy, sentence) or (("marketing",) if scope.found(policy, _PITCHED, sentence) else ())
        if ends:
            collects = bool(scope.found(policy, _COLLECTING, sentence))
            yield FarUse(match.span, sentence, scope.scope_of(policy, sentence, match), _data_of(policy, sentence), ends, collects)


def _listed(policy: Policy) -> Iterator[FarUse]:
    """Items of a list of what data is used for."""
    for block in policy.blocks:
        if block.kind != "item" or block.intro is None:
            continue
        heads, items = policy.sentences_of(block.intro), policy.sentences_of(block)
        if not heads or not items or not scope.found(policy, _LIST_HEAD, heads[-1]) or scope.found(policy, _NO_LIST, heads[-1]):
            continue
        opening = scope.found(policy, _ITEM, items[0])
        ends = _ends_of(policy, items[0]) if opening else ()
        if ends:
            yield FarUse(opening[0].span, items[0], scope.scope_of(policy, items[0]), _data_of(policy, heads[-1]) or ("personal-data",), ends)


def _rows(policy: Policy) -> Iterator[FarUse]:
    """Rows of a table that name ends and the data used for them."""
    for row in _table_rows(policy):
        cells = [sentences for block in row if (sentences := policy.sentences_of(block))]
        if len(cells) < _FEWEST_CELLS or any(scope.found(policy, _NO_ROW, sentence) for cell in cells for sentence in cell):
            continue
        pursued = next(((sentence, ends) for cell in cells for sentence in cell[:1] if (ends := _ends_of(policy, sentence)) and scope.found(policy, _ITEM, sentence)), None)
        data = tuple(dict.fromkeys(one for cell in cells for sentence in cell if not pursued or sentence is not pursued[0] for one in _data_of(policy, sentence)))
        if pursued and data:
            sentence, ends = pursued
            yield FarUse(sentence.span, sentence, scope.scope_of(policy, sentence), data, ends)


def _table_rows(policy: Policy) -> Iterator[list[Block]]:
    row: list[Block] = []
    for block in policy.blocks:
        if block.kind != "cell":
            continue
        if row and (row[-1].group != block.group or block.row_head is None or block.row_head is block.text):
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _ends_of(policy: Policy, sentence: Sentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in _mentioned(policy.once(_purposes), *policy.words.range_of(sentence)) if one.id in FAR))


def _data_of(policy: Policy, sentence: Sentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.id for one in _mentioned(policy.once(data_mentions), *policy.words.range_of(sentence))))


def data_mentions(policy: Policy) -> list[Mention]:
    """Every mention of data in the order of the text, for `policy.once`."""
    return mentions(policy, "data")


def _purposes(policy: Policy) -> list[Mention]:
    return mentions(policy, "purposes")


def _mentioned(every: list[Mention], low: int, high: int) -> list[Mention]:
    start = bisect_left(every, low, key=lambda one: one.first)
    end = bisect_left(every, high, key=lambda one: one.first)
    return every[start:end]


def _after_consent(policy: Policy, sentence: Sentence) -> bool:
    """Whether the sentences just before it in its paragraph say that people agree to this."""
    earlier = (policy.sentences[sentence.number - back] for back in range(1, min(_NEAR, sentence.number) + 1))
    return any(one.block is sentence.block and scope.found(policy, _AGREED, one) for one in earlier)


def _is_plain(claim: Claim, watched: bool) -> bool:
    data = [one for one in claim.value["data"] if one != "anonymous-data"]
    if watched and "anonymous-data" in claim.value["data"]:
        return is_plain_practice(claim._replace(value={**claim.value, "data": data}))
    return bool({*data} & (PERSONAL | ALL_DATA | _TRACKED)) and is_plain_practice(claim)


def is_general(policy: Policy, match: Match) -> bool:
    """Whether a promise speaks of all personal data of everyone, and says by itself what it is bound to."""
    sentence = match.sentence
    if scope.found(policy, _OPEN_REFERENCE, sentence) or sentence.text.rstrip().endswith((":", "?")):
        return False
    heading = sentence.section.heading
    titles = policy.sentences_of(heading) if heading else ()
    return not any(scope.found(policy, _SPECIAL_HEADING, title) for title in titles)


def general_promises(policy: Policy, wanted: Phrases, unless: Phrases) -> list[Statement]:
    """The first promises of all personal data that the company makes for itself, without sentences that hold `unless`."""
    made = (
        Statement("promise", match, scope.scope_of(policy, match.sentence, match))
        for match in policy.find(wanted)
        if scope.is_statement(policy, match.sentence)
        and is_general(policy, match)
        and not others_act(policy, match)
        and not scope.found(policy, unless, match.sentence)
    )
    return [*islice(made, _MOST)]


def first_broken(promises: Sequence[Statement], uses: Sequence[FarUse]) -> tuple[Statement, list[FarUse]] | None:
    """The first promise that covers some of the uses, with these."""
    for promise in promises:
        broken = [use for use in uses if is_meant(promise, use)]
        if broken:
            return promise, broken
    return None


def is_meant(promise: Statement, use: FarUse) -> bool:
    """Whether a promise covers a use: another paragraph, and people and places that it holds for."""
    if use.sentence.block is promise.sentence.block or not scope.overlaps(promise.scope._replace(product=None), use.scope):
        return False
    return scope.contains(promise.scope._replace(product=None), use.scope)


def shown(ends: Sequence[str]) -> str:
    """How a message calls purposes: two at most."""
    return " and ".join(PURPOSES[one].shown for one in [*dict.fromkeys(ends)][:2])
