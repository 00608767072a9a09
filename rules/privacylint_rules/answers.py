"""
Questions that a policy asks and answers itself: "Do you sell my data?" and, behind it or under it, "No.".

The answer alone says nothing and the question alone states nothing; together they say as much as a sentence. Read are
questions of one sentence, in prose, in a heading or in a cell, with an answer that opens with a plain yes or no.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Match, Phrases, Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.words import phrases

_HELP = "(do|does|did|will|are|is|can|have|has)"
_NO = phrases(
    en=[
        "^ (no|nope|never|none|nobody|noone|nothing|zero|nowhere)",
        "^ [(absolutely|definitely|certainly|of course|surely|at this time|currently|generally)] (not|no|never|none)",
        f"^ (we|i|they|it|this|that) {_HELP} (not|never) $",
        "^ (we|i|they|it) (don't|doesn't|won't|isn't|aren't|can't|cannot|haven't) $",
    ]
)
_YES = phrases(en=["^ (yes|yep|absolutely|certainly|definitely|of course|sure) !(not|no|never)", f"^ (we|i|they|it|you) {_HELP} $"])
_HEDGED = phrases(en=["(but|however|except|unless|generally|usually|only|in general|not yet|mostly|mainly|partly|depends|apart from|other than|though)", "^ (no|not|none) (matter|doubt|later|longer|more|problem|all)"])
_BOUND_ON = phrases(en=["^ [(the|our|there is|there are|with)] [one|some|only|a|few|limited|these|following|sole] (except|exception|exceptions|however|unless|but|still|that said|nevertheless|although|though)", "(only|exclusively) (if|when|with|to|in|for)"])
"""What takes back a part of the answer in the sentence behind it."""
_LONG = 25
"""How many words a question has at most."""


class Answer(NamedTuple):
    """A question with the sentence that answers it by yes or no; `bound` says that the answer holds in part only."""

    question: Sentence
    reply: Sentence
    denied: bool
    bound: bool


def answers(policy: Policy) -> dict[int, Answer]:
    """The questions that are answered by a plain yes or no, by the number of the question's sentence."""
    return policy.once(_read)


def answered(policy: Policy, wanted: Phrases, *, denied: bool) -> Iterator[Match]:
    """The matches of `wanted` in questions that are answered with no (`denied`), or with yes."""
    for match in policy.find(wanted):
        answer = answers(policy).get(match.sentence.number)
        if answer and answer.denied is denied and not answer.bound:
            yield match


def _read(policy: Policy) -> dict[int, Answer]:
    found: dict[int, Answer] = {}
    for question, reply in zip(policy.sentences, policy.sentences[1:], strict=False):
        if not _asks(policy, question) or _asks(policy, reply) or not _follows(question, reply):
            continue
        denied = bool(scope.found(policy, _NO, reply))
        if denied or scope.found(policy, _YES, reply):
            found[question.number] = Answer(question, reply, denied, _is_bound(policy, reply))
    return found


def _asks(policy: Policy, sentence: Sentence) -> bool:
    first, after = policy.words.range_of(sentence)
    return after - first <= _LONG and "?" in sentence.text[-4:] and sentence.block.kind != "code"


def _follows(question: Sentence, reply: Sentence) -> bool:
    """Whether the reply stands where an answer stands: behind the question, or first under it."""
    if reply.section is not question.section or reply.block.kind in ("heading", "code"):
        return False
    if reply.block is question.block:
        return True
    if "cell" in (question.block.kind, reply.block.kind):
        return question.block.group == reply.block.group and reply.block.row_head is question.block.text
    return reply.block.number == question.block.number + 1


def _is_bound(policy: Policy, reply: Sentence) -> bool:
    condition = scope.scope_of(policy, reply).condition or ""
    if scope.found(policy, _HEDGED, reply) or (condition and not condition.lower().startswith("whenever you")) or reply.text.rstrip().endswith(":"):
        return True
    behind = policy.sentences[reply.number + 1 : reply.number + 2]
    return any(one.block is reply.block and bool(scope.found(policy, _BOUND_ON, one)) for one in behind)
