"""What is kept there, and as what: primary storage, a backup, access for support, or with a service that does it besides."""

from __future__ import annotations

from privacylint.api import Match, Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.hosting import words as said


def role(policy: Policy, sentence: Sentence, cues: list[Match]) -> str:
    """primary, backup, support, or keeper: data that a service keeps which does something else for us."""
    if scope.found(policy, said.BACKUP, sentence):
        return "backup"
    if all(cue in scope.found(policy, said.KEPT_BY, sentence) for cue in cues):
        return "keeper"
    supported = not scope.found(policy, said.KEPT, sentence) and scope.found(policy, said.SUPPORT, sentence)
    return "support" if supported else "primary"


def data(policy: Policy, sentence: Sentence) -> str:
    """What is there: the words of a class of data ("subscriber data"), else "data" or "service"."""
    classes = scope.found(policy, said.CLASS, sentence)
    if classes:
        words = policy.words.forms[classes[0].words[0] : classes[0].words[1]]
        while len(words) > 1 and words[0] in said.LEADING:
            words = words[1:]
        return " ".join(words)
    generic = scope.found(policy, said.GENERIC, sentence)
    return "data" if any(mark.wording.startswith("(data") for mark in generic) else "service"
