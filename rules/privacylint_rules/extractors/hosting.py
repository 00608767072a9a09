"""
Hosting: where data or servers are, and with whom.

A claim needs words that put data or servers somewhere ("stored in", "our servers are in", "hosted on"). A mere "we may
transfer data to other countries" is a transfer, and an office or a company in a country is neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Match, Policy, Said, Sentence, extractor

from privacylint_rules import scope
from privacylint_rules.hosting import words as said
from privacylint_rules.hosting.bounds import means_hosting
from privacylint_rules.hosting.providers import HOSTED_BY_NAME
from privacylint_rules.hosting.rows import rows
from privacylint_rules.hosting.what import data, role
from privacylint_rules.hosting.where import where

# --- examples --------------------------------------------------------------------------------------------------------

_EXAMPLES = (
    Said(
        "Orders are kept on servers in Finland.",
        at="kept on servers in Finland",
        value={"places": ["FI"], "providers": [], "exclusive": False},
    ),
    Said(
        "Our databases run with Hetzner in Germany and Finland.",
        at="databases run with Hetzner in Germany and Finland",
        value={"places": ["DE", "FI"], "providers": ["Hetzner"]},
    ),
    Said(
        "All customer data stays within the EU.",
        value={"places": ["EU"], "exclusive": True},
        at="data stays within the EU",
    ),
    Said(
        "Filled-in forms are kept on Google's servers.",
        at="forms are kept on Google's servers",
        value={"places": [], "providers": ["Google"]},
    ),
    Said("We may transfer your data to partners in the United States.", value=None),
    Said("The button removes the data stored in Firebase.", value=None),
    Said("Our head office is located in Spain.", value=None),
)

# --- reading ---------------------------------------------------------------------------------------------------------

_CUES = (said.STORED_IN, said.NOT_OUTSIDE, said.IN_ANY_COUNTRY, said.SERVERS_IN, said.LABELLED_IN, said.OF_NATION, said.THINGS_IN, said.WITH, said.WITH_BIG, said.KEPT_BY, HOSTED_BY_NAME)
_MOST_CUES = 12


@extractor("hosting", examples=_EXAMPLES)
def hosting(policy: Policy) -> Iterator[Claim]:
    """Where data or servers are, and the provider they are with."""
    said_once: dict[tuple[object, ...], Claim] = {}
    for claim in sorted([*_of_sentences(policy), *_of_rows(policy)], key=lambda claim: claim.span):
        # a paragraph says it once, firmest where it says "only"; a new line in it is a paragraph to its author
        line = policy.source.place(claim.sentence.span.start).line if claim.sentence else 0
        key = (line, tuple(claim.value["places"]), tuple(claim.value["providers"]))
        if key not in said_once or (claim.value["exclusive"] and not said_once[key].value["exclusive"]):
            said_once[key] = claim
    yield from said_once.values()


def _of_sentences(policy: Policy) -> Iterator[Claim]:
    by_sentence: dict[int, list[Match]] = {}
    for wanted in _CUES:
        for match in policy.find(wanted):
            cues = by_sentence.get(match.sentence.number, ())
            if wanted is HOSTED_BY_NAME and cues:
                continue  # a name that nobody knows counts where nothing else says where it is
            if len(cues) < _MOST_CUES and means_hosting(policy, match, wanted):
                by_sentence.setdefault(match.sentence.number, []).append(match)
    for number in sorted(by_sentence):
        claim = _claim(policy, policy.sentences[number], by_sentence[number])
        if claim is not None:
            yield claim


def _claim(policy: Policy, sentence: Sentence, cues: list[Match]) -> Claim | None:
    first, after = min(cue.words[0] for cue in cues), max(cue.words[1] for cue in cues)
    places, providers, after = where(policy, sentence, cues, after)
    if not places and not providers:
        return None
    match = Match(policy.words.span(first, after), sentence, {}, {}, "", (first, after))
    mostly = bool(scope.found(policy, said.MOSTLY, sentence))
    value = {
        "places": places,
        "providers": providers,
        "exclusive": not mostly and "WORLD" not in places and bool(scope.found(policy, said.ONLY, sentence) or scope.found(policy, said.NOT_OUTSIDE, sentence)),
        "what": role(policy, sentence, cues),
        "data": data(policy, sentence),
        "default": mostly,
    }
    around = scope.scope_of(policy, sentence)
    return Claim("hosting", value, match.span, sentence, scope.denied(policy, match), scope.modality(policy, match), around)


def _of_rows(policy: Policy) -> Iterator[Claim]:
    for row in rows(policy):
        value = {"places": row.places, "providers": row.providers, "exclusive": False, "what": "primary", "data": "data", "default": False}
        yield Claim("hosting", value, row.span, row.sentence, scope=scope.scope_of(policy, row.sentence))
