"""
A promise on where data goes that another passage breaks: "never outside the EU" here, a transfer to the US there.

The countries data reaches decide which safeguards the law asks for and whom the reader can turn to. Compared are promises
without exception ("we do not transfer data outside the EEA", "data never leaves Switzerland", "only to countries with an
adequate level of protection") with transfers and servers elsewhere. "Unless", "without safeguards", "mainly" and the like
make a promise no clash; so does a passage on what would happen if data were transferred.

Source: Articles 13(1)(f), 44 and 45 GDPR.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import (
    Bad,
    Claims,
    Finding,
    Match,
    Phrases,
    Policy,
    Related,
    Scope,
    Section,
    Sentence,
    Span,
    rule,
)
from privacylint.languages import places

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import MOST, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_MOVE = "(transfer~|transferred|send|sends|sent|sending|export~|move~|moved|transmit~|transmitted|transmission|pass|passed|ship|shipped)"
_MOVE_OR_USE = "(transfer~|transferred|send|sent|export~|move~|moved|transmit~|transmitted|pass|passed|share~|shared|disclose~|disclosed|process~|processed|store|stored|hosted|accessed)"
_NO = "(not|never|no|nor|neither|don't|doesn't|won't|none)"
_BREAKS_OFF = "(without|unless|except|if|right~|other|only|and)"
_COUNTRY = "(country|countries|jurisdiction|jurisdictions|territory|territories|states|places)"
_ADEQUATE = phrases(
    en=[
        f"(only|solely|exclusively) ...8!{_BREAKS_OFF} {_MOVE_OR_USE} ...8!(or|unless|if|where|except) {_COUNTRY} ...10!(or|unless|if|where|except) (adequate|adequacy|equivalent)",
        f"{_MOVE_OR_USE} ...6!(without|unless|except|if|right~|other) (only|solely|exclusively) ...6!(or|unless|if|except) {_COUNTRY} ...10!(or|unless|if|except) (adequate|adequacy|equivalent)",
        f"{_NO} ...9!{_BREAKS_OFF} {_MOVE_OR_USE} ...8!{_BREAKS_OFF} {_COUNTRY} (without|that do not|that does not|which do not|which does not|not) ...6!(or|unless|if|except) (adequate|adequacy|equivalent) ...3!(safeguard~|measures) (protection|decision|level|safeguards for)",
    ]
)
_OUTSIDE = phrases(
    en=[
        f"{_NO} ...9!{_BREAKS_OFF} {_MOVE_OR_USE} ...9!{_BREAKS_OFF} (outside|beyond) [of] [the] [(borders|territory|boundaries) of] [the] <place>",
        f"{_MOVE_OR_USE} ...4!{_BREAKS_OFF} {_NO} ...6!{_BREAKS_OFF} (outside|beyond) [of] [the] <place>",
    ]
)
_STAYS = phrases(
    en=[
        f"(data|information|files|content|records|details) ...6!{_BREAKS_OFF} (never|not) leave~ ...3!(server~|device|computer|phone|browser) <place>",
        "(data|information|records|files) ...5!(or|if|copy|copies|backups) (remains|remain|stays|stay) [(always|exclusively|only|entirely|solely)] (in|within|inside) [(the|territory|borders|of)] [the] <place>",
    ]
)
_ONLY_IN = phrases(
    en=[
        "(store|keep|host|hold|save) (all|all of your|all our|your|all your|everyone's) [(personal|customer|user)] (data|information|records) ...3!(not|or|if) in ...3!(not|or|if|backup~) <place> (only|exclusively|alone)",
        "(data|information|records) ...5!(not|or|if) (processed|processing|used|handled) ...3!(not|or|if) (only|exclusively|solely) ...3!(for|by|accordance) (in|within|inside) [(the|territory|borders|of)] [the] <place>",
        "(data|information|records) ...5!(not|or|if) (only|exclusively|solely) ...3!(for|by) (processed|handled|transferred|transmitted|sent) ...2!(for|by|accordance) (in|within|inside) [(the|territory|borders|of)] [the] <place>",
    ]
)
_ABROAD = "(abroad|overseas|internationally|third country|third countries|other countries|another country|across borders|across national borders|foreign countries|any other country|foreign country)"
_HOME = phrases(
    en=[
        f"{_NO} ...9!{_BREAKS_OFF} {_MOVE} ...8!{_BREAKS_OFF} {_ABROAD}",
        "no ...3 (international|cross border|overseas) [data] transfer~",
        f"{_NO} [data] transfer~ ...3 {_ABROAD}",
    ]
)
_BOUND = phrases(
    en=[
        "(unless|except|other than|mainly|generally|primarily|normally|usually|as a rule|in principle|typically|some|certain|directly|currently|yet)",
        "(if|when|where|whenever|until|provided|save) (we|you|your|this|it|the|such|there|that|for)",
        "(standard contractual|contractual clauses|appropriate safeguards|suitable safeguards|or under|or where|or with|or to|or if)",
    ]
)
"""What makes a promise less than one."""
_FAR = phrases(en=["(worldwide|globally|around the world|throughout the world|across the world|anywhere in the world|all over the world|any country)"])
_GOES = phrases(
    en=[
        f"{_MOVE} ...20!{_NO} (outside|worldwide|globally|around the world|throughout the world|across the world|abroad|overseas|internationally|other countries|another country|third countries)",
        "(transfer~|transferred|export~|exported|transmit~|transmitted) ...14!(from|outside) (to|in|into) ...8!(from|outside|law~) <place>",
        "(handled|processed|received|answered|evaluated|analysed|analyzed|managed|read) by ...5!(you|us|law) in ...3 <place>",
        "(send|sends|sent|sending|move~|moved|pass|passed|ship|shipped) ...14!(from|outside|email|mail) (to|in|into) ...8!(from|email|mail|outside|law~) <place>",
    ]
)
_HYPOTHETICAL = phrases(
    en=[
        "(if|where|when|whenever|should|in case|in the event) ...8 (transfer~|transferred|export~|exported|process~|share~|disclose~)",
        "(any|every|each|such) transfer~ ...12 (will|shall|must|only|is|are|would)",
        "(principles|framework|certified|certification|comply|complies|withdraw|bankruptcy|merger|acquisition)",
    ]
)
"""Passages on what would hold if data were transferred, or on law and frameworks."""

_KEPT = ("primary", "backup")

_ADEQUATE_COUNTRIES = frozenset(["AD", "AR", "CA", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY", "US"])
"""Countries with a decision of the European Commission under Article 45 GDPR (the US: for certified companies)."""

# --- code ------------------------------------------------------------------------------------------------------------


class _Limit(NamedTuple):
    """A promise: data stays within `allowed` (ISO codes); None where it says "no other country" and names none."""

    match: Match
    allowed: frozenset[str] | None
    told: str
    scope: Scope
    kept: bool
    """Whether it is held against places where data as such is kept, too."""

    @property
    def span(self) -> Span:
        return self.match.span

    @property
    def section(self) -> Section:
        return self.match.sentence.section


class _Going(NamedTuple):
    """A passage that puts data elsewhere: to `to`, or anywhere when it is empty."""

    span: Span
    sentence: Sentence
    to: frozenset[str]
    scope: Scope
    outside: frozenset[str]
    """The lands it says data goes out of."""
    moved: bool
    is_plain: bool = False
    """Whether it speaks of where data as such is kept, which `conflicting-hosting` compares."""

    @property
    def section(self) -> Section:
        return self.sentence.section


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(1)(f)",),
    good=[
        "We do not transfer your data outside the EEA.\n\nWe send orders to our printer in Spain.\n",
        "We do not transfer your data outside the EEA without safeguards.\n\nWe transfer orders to our printer in India.\n",
        "Your data never leaves Norway.\n\n## California\n\nIf you live in the US, we transfer your data to Canada.\n",
        "We only transfer data to countries with an adequate level of protection.\n\nWe transfer orders to Japan.\n",
    ],
    bad=[
        Bad(
            "We do not transfer your data outside the EEA.\n\n## Printing\n\nWe transfer orders to our printer in India.\n",
            at="not transfer your data outside the EEA",
            related=("transfer orders to our printer in India",),
            message='data does not leave the EEA here, but goes to India in "Printing" (line 5)',
        ),
        Bad(
            "We only transfer data to countries with an adequate level of protection.\n\nOur servers are located in China.\n",
            at="only transfer data to countries with an adequate",
            related=("servers are located in China",),
        ),
        Bad(
            "Your data never leaves Norway.\n\nWe may send your data to partners around the world.\n",
            at="data never leaves Norway",
            related=("send your data to partners around the world",),
        ),
        Bad(
            "Your data never leaves Norway.\n\nBackups are stored in Brazil.\n",
            at="data never leaves Norway",
            related=("stored in Brazil",),
        ),
        Bad(
            "All your data stays in Norway.\n\nComplaints are handled by our partner in Peru.\n",
            at="data stays in Norway",
            related=("handled by our partner in Peru",),
        ),
    ],
)
def conflicting_transfers(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Promises on where data goes, each with the passages that put it elsewhere."""
    limits = list(_limits(policy))[:MOST]
    if not limits:
        return
    goings = [*_moved(policy), *_kept(claims)][:MOST]
    shown: set[Sentence] = set()
    for limit in limits:
        broken = [going for going in goings if going.sentence not in shown and _clash(policy, limit, going)]
        if broken and limit.match.sentence not in shown:
            shown |= {limit.match.sentence, *(going.sentence for going in broken)}
            yield _finding(policy, limit, sorted(broken, key=lambda going: (not going.to, going.span)))


def _limits(policy: Policy) -> Iterator[_Limit]:
    for match in _firm(policy, _ADEQUATE, without=True):
        allowed = _nations(["EEA"]) | _ADEQUATE_COUNTRIES
        yield _limit(policy, match, allowed, "goes only to countries with adequate protection")
    for wanted in (_OUTSIDE, _STAYS, _ONLY_IN):
        for match in _firm(policy, wanted):
            codes = _chain(policy, match)
            # where data is said to be kept is compared with other places it is kept by conflicting-hosting
            yield _limit(policy, match, _nations(codes), f"does not leave {_named(codes)}", kept=wanted is _OUTSIDE)
    for match in _firm(policy, _HOME):
        third = "third" in match.text.lower()
        yield _limit(policy, match, _nations(["EEA"]) if third else None, "does not go to other countries")


def _firm(policy: Policy, wanted: Phrases, *, without: bool = False) -> Iterator[Match]:
    """Promises without exception; `without` where that word belongs to the promise ("without adequate protection")."""
    for match in policy.find(wanted):
        if not without and "without" in match.sentence.text.lower():
            continue
        if match.slots.get("place") != "WORLD" and not says(policy, _BOUND, match.sentence) and scope.is_statement(policy, match.sentence):
            yield match


def _limit(policy: Policy, match: Match, allowed: frozenset[str] | None, told: str, *, kept: bool = True) -> _Limit:
    return _Limit(match, allowed, told, scope.scope_of(policy, match.sentence), kept)


def _nations(codes: list[str]) -> frozenset[str]:
    """The countries of places; a part of one ("US-CA") counts as the country."""
    return frozenset(code.split("-")[0] for one in codes for code in scope.lands((one,)))


def _chain(policy: Policy, match: Match) -> list[str]:
    hits = list(scope.found(policy, scope.PLACE, match.sentence))
    first = next(hit for hit in reversed(hits) if hit.words[1] <= match.words[1])
    return [hit.slots["place"] for hit in scope.chain_of(policy, first, [hit for hit in hits if hit.words[0] > first.words[0]])]


def _moved(policy: Policy) -> Iterator[_Going]:
    seen: set[tuple[int, frozenset[str]]] = set()
    for match in policy.find(_GOES):
        sentence = match.sentence
        if sentence.block.kind == "code" or not scope.is_statement(policy, sentence) or scope.denied(policy, match):
            continue
        if says(policy, _HYPOTHETICAL, sentence) or says(policy, _ADEQUATE, sentence):
            continue
        hits = [hit.slots["place"] for hit in scope.found(policy, scope.PLACE, sentence) if match.words[0] <= hit.words[0] < match.words[1] + 12]
        out = "outside" in policy.words.forms[match.words[0] : match.words[1]]
        to = frozenset() if out or "WORLD" in hits else _nations(hits)
        if (sentence.number, to) not in seen:
            seen.add((sentence.number, to))
            yield _Going(match.span, sentence, to, scope.scope_of(policy, sentence), _nations(hits) if out else frozenset(), moved=True)


def _kept(claims: Claims) -> Iterator[_Going]:
    for claim in claims.all("hosting", denied=False):
        if claim.sentence and claim.value["places"] and claim.value["what"] in _KEPT and "WORLD" not in claim.value["places"]:
            plain = claim.value["what"] == "primary" and claim.value["data"] in ("data", "service")
            to = _nations(claim.value["places"])
            yield _Going(claim.span, claim.sentence, to, claim.scope, frozenset(), moved=False, is_plain=plain)


def _clash(policy: Policy, limit: _Limit, going: _Going) -> bool:
    block, other = limit.match.sentence.block, going.sentence.block
    if limit.match.sentence is going.sentence or (block.group and block.group == other.group) or block.intro is other:
        return False
    if not (scope.contains(limit.scope, going.scope) or scope.contains(going.scope, limit.scope)):
        return False
    if going.scope.condition or (going.is_plain and not limit.kept):
        return False
    if going.to:
        return limit.allowed is not None and bool(going.to - limit.allowed) and _beyond(limit, going)
    if going.outside:
        return limit.allowed is None or limit.allowed <= going.outside
    return True


def _beyond(limit: _Limit, going: _Going) -> bool:
    """Whether a place it goes to lies outside of what is allowed: a region counts only when none of it lies inside."""
    allowed = limit.allowed or frozenset()
    return not going.to & allowed or len(going.to) < 10


def _finding(policy: Policy, limit: _Limit, broken: list[_Going]) -> Finding:
    first = broken[0]
    return Finding(
        f"data {limit.told} here, but {_where(limit, first)} {elsewhere(policy, first)}",
        limit.span,
        related=tuple(Related(going.span, f"says that it {_where(limit, going)}") for going in broken[:3]),
        help="name every country data goes to in one place, or say for which data the promise holds",
    )


def _where(limit: _Limit, going: _Going) -> str:
    beyond = sorted(going.to - (limit.allowed or frozenset()))
    if not beyond or len(beyond) > 4:
        return "goes to other countries"
    return f"goes to {_named(beyond)}"


_SHOWN = {"US": "the US", "GB": "the UK", "EU": "the EU", "EEA": "the EEA", "NL": "the Netherlands"}


def _named(codes: list[str]) -> str:
    names = [_SHOWN.get(code) or str(places("en").PLACES.get(code, (code,))[0]) for code in codes]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
