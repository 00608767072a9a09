"""A later sentence that speaks of "such children": it says more of the age before it."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.age.roles import heard
from privacylint_rules.age.values import Age, Cue
from privacylint_rules.age.words import LEARN_STRICT, REPORT, STRICTLY_SUCH, SUCH_DATA


def again(policy: Policy, sentence: Sentence, last: list[Age]) -> Iterator[tuple[Age, Cue]]:
    """The roles a sentence without a number gives to the age before it: "we do not collect data of such persons"."""
    if not last:
        return
    cues = heard(policy, sentence, last)
    for cue in cues:
        wanted = SUCH_DATA if cue.role == "delete-if-learned" else STRICTLY_SUCH
        reported = scope.found(policy, REPORT, sentence)
        if cue.role == "delete-if-learned" and not (reported or scope.found(policy, LEARN_STRICT, sentence)):
            continue
        if cue.role in ("delete-if-learned", "no-knowing-collection", "not-directed") and scope.found(
            policy, wanted, sentence
        ):
            if cue.role == "delete-if-learned" and reported and not _names_minor(sentence):
                continue
            yield Age(last[0].threshold, last[0].relation, cue.words), cue


def _names_minor(sentence: Sentence) -> bool:
    """Whether the sentence uses "Minor" or "Child" as a term the policy has given a meaning: capitalised inside it."""
    return any(f" {term}" in sentence.text for term in ("Minor", "Child"))
