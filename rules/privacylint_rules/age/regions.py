"""Which age of a sentence holds where: "13, or 16 in the EEA"."""

from __future__ import annotations

from privacylint.api import Match, Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.age.numbers import by_country
from privacylint_rules.age.roles import distance
from privacylint_rules.age.values import Age, Cue
from privacylint_rules.age.words import IN


def local_region(policy: Policy, sentence: Sentence, found: list[Age], number: int) -> tuple[str, ...] | None:
    """The region said of one of several ages, empty when another has it; None when the sentence's own scope is right."""
    marks = scope.found(policy, IN, sentence)
    if len(found) == 1 and not marks and by_country(policy, sentence):
        return tuple(hit.slots["place"] for hit in scope.found(policy, scope.PLACE, sentence)) or None
    if len(found) == 1 and marks and not scope.regions_in(policy, sentence):
        return _of_only_age(policy, sentence, found[0], marks)
    if not marks or len({age.words for age in found}) < 2 or len({age.threshold for age in found}) < 2:
        return None
    attached = {mark.words: _attached(policy, mark, found) for mark in marks}
    mine = [mark for mark in marks if attached[mark.words] == number] or [
        mark for mark in marks if attached[mark.words] is None and number == _nearest(policy, mark, found)
    ]
    return _codes(policy, sentence, mine)


def _of_only_age(policy: Policy, sentence: Sentence, age: Age, marks: tuple[Match, ...]) -> tuple[str, ...] | None:
    """The region of a sentence's one age: "In Korea, you must be 14", "you must be 14 in Korea"."""
    low, _ = policy.words.range_of(sentence)
    mine = [mark for mark in marks if mark.words[0] == low or 0 <= mark.words[0] - age.words[1] <= 1]
    return _codes(policy, sentence, mine) if mine else None


def _codes(policy: Policy, sentence: Sentence, marks: list[Match]) -> tuple[str, ...]:
    """The regions of some "in …" words, with the places joined to each."""
    hits = list(scope.found(policy, scope.PLACE, sentence))
    regions: list[str] = []
    for mark in marks:
        inside = [hit for hit in hits if mark.words[0] <= hit.words[0] < mark.words[1]]
        outside = "outside:" if "outside" in policy.words.forms[mark.words[0] : mark.words[1]] else ""
        regions += [outside + hit.slots["place"] for hit in (scope.chain_of(policy, inside[0], hits) if inside else ())]
    return tuple(dict.fromkeys(regions))


def _attached(policy: Policy, mark: Match, found: list[Age]) -> int | None:
    """The age a place directly follows, or directly precedes without a bracket or semicolon between."""
    for number, age in reversed(list(enumerate(found))):
        if 0 <= mark.words[0] - age.words[1] <= 3:
            return number
    plain = mark.sentence.block.text.plain
    for number, age in enumerate(found):
        between = plain[policy.words.plain(mark.words[1] - 1)[1] : policy.words.plain(age.words[0])[0]]
        if 0 <= age.words[0] - mark.words[1] <= 4 and not {*between} & {*"();:"}:
            return number
    return None


def _nearest(policy: Policy, mark: Match, found: list[Age]) -> int:
    return min(range(len(found)), key=lambda number: distance(policy, Cue("", mark.words), found[number]))
