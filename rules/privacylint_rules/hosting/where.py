"""Which places and providers the words of a statement name, with what is joined to each by commas and "and"."""

from __future__ import annotations

from typing import NamedTuple

from privacylint.api import Match, Policy, Sentence
from privacylint.languages import places

from privacylint_rules import scope
from privacylint_rules.hosting import words as said
from privacylint_rules.hosting.providers import CANONICAL, is_operator, named, unknown_hosts

_BESIDE = 3
"""How many words behind a provider its place stands: "with Hetzner in Finland"."""


class Where(NamedTuple):
    """Places as ISO 3166 codes or groups, providers by name, and the word after the last of them."""

    places: list[str]
    providers: list[str]
    after: int


def where(policy: Policy, sentence: Sentence, cues: list[Match], after: int) -> Where:
    """What the cues of a sentence name; `after` is the word after the last cue."""
    found_places, after = _places(policy, sentence, cues, after)
    hits = list(scope.found(policy, scope.PLACE, sentence))
    providers: list[str] = []
    names = [name for name in _names(policy, sentence, cues) if not is_operator(policy, name)]
    for name in [one for one in names if any(_meets(one, cue) for cue in cues)]:
        chain = scope.chain_of(policy, _first_of(policy, name, names), names)
        providers += [CANONICAL[other.wording] for other in chain]
        end = chain[-1].words[1]
        beside = [hit for hit in hits if 0 <= hit.words[0] - end <= _BESIDE]
        if beside:
            joined = scope.chain_of(policy, beside[0], [hit for hit in hits if hit.words[0] > beside[0].words[0]])
            found_places += [hit.slots["place"] for hit in joined]
            end = joined[-1].words[1]
        after = max(after, end)
    if not providers:
        for mark, written in unknown_hosts(policy, sentence):
            if any(_meets(mark, cue) for cue in cues):
                providers.append(written)
    return Where(list(dict.fromkeys(found_places)), list(dict.fromkeys(providers)), after)


def _places(policy: Policy, sentence: Sentence, cues: list[Match], after: int) -> tuple[list[str], int]:
    hits = list(scope.found(policy, scope.PLACE, sentence))
    besides = [mark for mark in scope.found(policy, said.INCLUDING, sentence) if mark.words[0] > cues[0].words[0]]
    codes: list[str] = []
    for cue in [*cues, *besides]:
        inside = [hit for hit in hits if _within(hit, cue)]
        if inside:
            start = inside[0] if cue in cues and inside[0].words[0] == cue.words[0] else inside[-1]
            chain = scope.chain_of(policy, start, [hit for hit in hits if hit.words[0] > start.words[0]])
            # "processing activities of our services worldwide" is no place of processing
            activity = policy.words.forms[cue.words[0]].endswith("ing")
            codes += [hit.slots["place"] for hit in chain if not (activity and hit.slots["place"] == "WORLD")]
            after = max(after, chain[-1].words[1])
    for nation in scope.found(policy, said.OF_NATION, sentence):
        if any(_within(nation, cue) for cue in cues) and policy.words.raw(nation.words[0])[:1].isupper():
            codes += _nation(policy, nation)
    if any(_within(mark, cue) for mark in scope.found(policy, said.IN_ANY_COUNTRY, sentence) for cue in cues):
        codes.append("WORLD")
    return codes, after


def _nation(policy: Policy, match: Match) -> list[str]:
    words = " ".join(policy.words.forms[match.words[0] : match.words[1]])
    return [code for code, known in places("en").ADJECTIVES.items() if any(words.startswith(f"{word} ") for word in known)]


def _names(policy: Policy, sentence: Sentence, cues: list[Match]) -> list[Match]:
    big = [cue for cue in scope.found(policy, said.WITH_BIG, sentence) if cue in cues]
    keeping = [cue for cue in scope.found(policy, said.KEPT_BY, sentence) if cue in cues]
    return named(policy, sentence, big, keeping)


def _first_of(policy: Policy, name: Match, names: list[Match]) -> Match:
    """The first of the names joined to this one: the words that matched may have skipped it."""
    for other in names:
        if other.words[0] < name.words[0] and name.words in [one.words for one in scope.chain_of(policy, other, names)]:
            return other
    return name


def _meets(one: Match, other: Match) -> bool:
    return one.words[0] < other.words[1] and other.words[0] < one.words[1]


def _within(inner: Match, outer: Match) -> bool:
    return outer.words[0] <= inner.words[0] and inner.words[1] <= outer.words[1]
