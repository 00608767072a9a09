"""Passages read by phrases and made comparable: what the rules without a claim kind of their own share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from privacylint.api import Match, Phrases, Policy, Scope, Section, Sentence, Span

from privacylint_rules import scope
from privacylint_rules.words import phrases

MOST = 60
"""How many passages of one kind are compared, so that pairs stay few."""


class Statement(NamedTuple):
    """A passage that says one thing: `kind` names what, in the words of the rule that reads it."""

    kind: str
    match: Match
    scope: Scope

    @property
    def span(self) -> Span:
        """The source span of its words."""
        return self.match.span

    @property
    def sentence(self) -> Sentence:
        """The sentence it stands in."""
        return self.match.sentence

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.match.sentence.section


def read(policy: Policy, kinds: Mapping[str, Phrases], *, denied: bool | None = None) -> Iterator[Statement]:
    """What the policy states, by kind: the first match of a kind in each sentence.

    Left out are questions, advice, rights and hypotheticals; and, where `denied` is given, what is (or is
    not) said to be so.
    """
    for kind, wanted in kinds.items():
        last: Sentence | None = None
        for match in policy.find(wanted):
            if match.sentence is last or not scope.is_statement(policy, match.sentence, examples=True):
                continue
            if denied is not None and scope.denied(policy, match) != denied:
                continue
            last = match.sentence
            yield Statement(kind, match, scope.scope_of(policy, match.sentence, match))


def ordered(statements: Iterator[Statement]) -> list[Statement]:
    """In the order of the text, the first few."""
    return sorted(statements, key=lambda one: one.span)[:MOST]


def apart(one: Statement, other: Statement) -> bool:
    """Whether they stand in two sentences, and not in two items of one list, nor in a list and its introduction."""
    first, second = one.sentence.block, other.sentence.block
    if one.sentence is other.sentence:
        return False
    if first is second:
        return True
    if (first.group and first.group == second.group):
        return False
    return first.intro is not second and second.intro is not first


_WHOLE_PRODUCT = frozenset(("app", "application", "mobile app", "mobile application", "extension", "browser extension", "plugin", "bot", "discord bot"))
_SITE = phrases(en=["(our|this|the) [(own|web)] (website~|web site~|site~|web page~|homepage|forum~|newsletter~|store|shop|podcast|blog)"])


def is_whole_product(policy: Policy, product: str | None) -> bool:
    """Whether a product is all the policy is about: "the app" in the policy of an app."""
    return product in _WHOLE_PRODUCT and not policy.find(_SITE)


def same_frame(one: Statement, other: Statement) -> bool:
    """Whether region, people and product of one hold those of the other."""
    return scope.contains(one.scope, other.scope) or scope.contains(other.scope, one.scope)


def says(policy: Policy, wanted: Phrases, sentence: Sentence) -> bool:
    """Whether one of the wordings stands in a sentence."""
    return bool(scope.found(policy, wanted, sentence))
