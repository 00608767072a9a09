"""Whether words that could put data somewhere do so: not a question, a condition, a deletion, a transfer, a person's home."""

from __future__ import annotations

from privacylint.api import Match, Phrases, Policy

from privacylint_rules import scope
from privacylint_rules.hosting import words as said

_WITH_SOMEBODY = (said.WITH, said.WITH_BIG, said.KEPT_BY)
_OF_THINGS = (said.THINGS_IN, said.STORED_IN)
_REACH_OF_IF = 15
_OWN_DOING = frozenset(["store", "keep", "save", "host", "run", "back"])
_MODALS = frozenset(["can", "may", "could", "might"])
_NO_VERB_AFTER = frozenset(["app", "play", "apps", "application", "google", "apple", "online", "web", "chrome", "microsoft", "windows", "galaxy", "retail", "game", "the", "a", "an", "our", "this", "any"])
"""What stands before "store" and "host" where they are nouns."""
_AUXILIARIES = frozenset(["is", "are", "be", "being", "been", "was", "were", "and", "or", "we", "i", "us", "also", "then"])


def means_hosting(policy: Policy, match: Match, wanted: Phrases) -> bool:
    """Whether a match of one of the phrases of words.py says where data or servers are."""
    sentence = match.sentence
    if sentence.block.kind == "code" or sentence.text.rstrip().endswith("?") or " " not in sentence.text.strip():
        return False
    if sentence.block.kind == "heading" and not scope.is_statement(policy, sentence):
        return False
    if _hypothetical(policy, match) or scope.found(policy, said.NO_CLAIM, sentence):
        return False
    if _noun(policy, match) or _of_the_reader(policy, match) or _of_events(policy, match):
        return False
    if wanted in _WITH_SOMEBODY:
        return not _of_deletion(policy, match)
    if _only_moved(policy, match) or _only_described(policy, match):
        return False
    if wanted in _OF_THINGS:
        low, _ = scope.clause(policy, match)
        return not any(
            low <= other.words[0] <= match.words[0] + 4 and other.words[1] > match.words[0] - 6
            for other in scope.found(policy, said.OTHERS, sentence)
        )
    return True


def _noun(policy: Policy, match: Match) -> bool:
    """Whether "store" or "host" is a noun: "in the App Store of …"."""
    first = match.words[0]
    forms = policy.words.forms
    if first == policy.words.range_of(match.sentence)[0]:
        return forms[first] == "store" and forms[first + 1] in ("on", "at", "in")
    named = forms[first] == "store" and policy.words.raw(first)[:1].isupper()
    return named or (forms[first] in ("store", "host", "hosts") and forms[first - 1] in _NO_VERB_AFTER)


def _of_the_reader(policy: Policy, match: Match) -> bool:
    """Whether the reader does it: "you can store your own files in …"."""
    first = match.words[0]
    low, _ = policy.words.range_of(match.sentence)
    before = policy.words.forms[max(low, first - 6) : first]
    return "you" in before and (bool(_MODALS & {*before[before.index("you") :]}) or (policy.words.forms[first] in _OWN_DOING and "you" in before[-3:]))


def _of_events(policy: Policy, match: Match) -> bool:
    """Whether what is hosted or held is an event."""
    return any(mark.words[0] < match.words[1] and match.words[0] < mark.words[1] for mark in scope.found(policy, said.EVENTS, match.sentence))


def _only_described(policy: Policy, match: Match) -> bool:
    """Whether "data processed in the EU" only says which data: no auxiliary stands before the participle."""
    first = match.words[0]
    if policy.words.forms[first] != "processed" or policy.words.range_of(match.sentence)[0] == first:
        return False
    return not _AUXILIARIES & {*policy.words.forms[max(0, first - 4) : first]}


def _of_deletion(policy: Policy, match: Match) -> bool:
    """Whether the words only say what is deleted: "this removes the data stored in …" says how, not where."""
    intro = match.sentence.block.intro
    if intro is not None and match.sentence.block.kind == "item":
        lines = policy.sentences_of(intro)[-1:]
        if any(scope.found(policy, said.DELETION, line) for line in lines):
            return True
    low, _ = scope.clause(policy, match)
    return any(
        low <= mark.words[0] and 0 <= match.words[0] - mark.words[1] <= 6
        for mark in scope.found(policy, said.DELETION, match.sentence)
    )


def _only_moved(policy: Policy, match: Match) -> bool:
    """Whether data only moves there: "may be transferred to and processed in", or one of other countries is named."""
    low, high = scope.clause(policy, match)
    moved = [mark for mark in scope.found(policy, said.MOVED, match.sentence) if low <= mark.words[0] < match.words[1]]
    if not moved:
        return False
    maybe = scope.modality(policy, match) == "may"
    kept = [mark for mark in scope.found(policy, said.KEPT, match.sentence) if low <= mark.words[0] < high]
    if not kept and policy.words.forms[match.words[0]].endswith("ing"):
        return True  # "you agree to such transfers and processing in …"
    named = any(
        match.words[0] <= mark.words[0] < match.words[1] for mark in scope.found(policy, said.BESIDES, match.sentence)
    )
    return maybe and (not kept or named)


def _hypothetical(policy: Policy, match: Match) -> bool:
    """Whether the words stand inside an if-clause: "we will tell you if the site is hosted on …"."""
    plain = match.sentence.block.text.plain
    start = policy.words.plain(match.words[0])[0]
    for mark in scope.found(policy, said.IF, match.sentence):
        if mark.words[0] <= match.words[0]:
            between = plain[policy.words.plain(mark.words[1] - 1)[1] : start]
            if not {*between} & {*",;:("} and match.words[0] - mark.words[1] <= _REACH_OF_IF:
                return True
    return False
