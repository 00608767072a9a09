"""A policy with what it names: data, recipients and purposes by sentence, and the words for its own company."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from privacylint.api import Policy, Sentence
from privacylint.languages import grammar

from privacylint_rules import ontology
from privacylint_rules.ontology import Mention
from privacylint_rules.practice.grammar import WE
from privacylint_rules.services import SERVICES
from privacylint_rules.words import phrases

_ABOUT_DATA = frozenset("request requests demand demands access rights questions complaint complaints".split())

_SELLING = frozenset("sell sells sold selling rent rents".split())
"""Verbs of which access to data is an object as good as the data: "we sell access to your data"."""


_DOING = frozenset("will may does collects uses takes respects is has shares reserves values sells never stores logs keeps processes receives sends tracks cannot gathers records saves discloses shows rents uploads reads obtains provides transfers transmits gives passes handles analyses analyzes retains holds maintains takes asks can knows makes lets".split())
_SERVICES = frozenset(word for group in SERVICES.values() for name in group for word in (name.lower(), name.lower().split()[-1])) | frozenset("google facebook apple amazon microsoft meta".split())
"""Well-known services and the last words of their names: no names of the company, unless its title or first words say so."""


class Page(NamedTuple):
    """A policy with its mentions by sentence, and the words by which it calls its own company."""

    policy: Policy
    data: dict[int, list[Mention]]
    recipients: dict[int, list[Mention]]
    purposes: dict[int, list[Mention]]
    names: frozenset[str]


def page_of(policy: Policy) -> Page:
    def by_sentence(every: Iterable[Mention]) -> dict[int, list[Mention]]:
        table: dict[int, list[Mention]] = {}
        for one in every:
            table.setdefault(numbers[one.first], []).append(one)
        return table

    numbers = policy.words.sentence_numbers

    recipients = _as_adjectives(sorted([*ontology.mentions(policy, "recipients"), *ontology.named_services(policy)]))
    own = bool(policy.find(_CALLED_PROVIDER))
    recipients = [one for one in recipients if not _is_the_provider(policy, one) and not (own and _is_the_service_provider(policy, one))]
    return Page(
        policy,
        by_sentence(_whole(ontology.mentions(policy, "data"))),
        by_sentence(recipients),
        by_sentence(ontology.mentions(policy, "purposes")),
        policy.once(own_names) | (frozenset({"provider"}) if own else frozenset()),
    )


_CALLED_PROVIDER = phrases(en=["(hereby|hereinafter|herein|hereafter) [referred to|called] [as] [the] service provider"])
"""How policies made by an app's generator name their own company."""


def _is_the_service_provider(policy: Policy, one: Mention) -> bool:
    """Whether "the Service Provider", with capitals, is the company that calls itself so."""
    words = policy.words
    return words.forms[one.after - 2 : one.after] == ["service", "provider"] and words.raw(one.after - 2)[:1] == "S" and words.raw(one.after - 1)[:1] == "P"


def _is_the_provider(policy: Policy, one: Mention) -> bool:
    """Whether "the Provider" is the company itself, which calls itself so."""
    words = policy.words
    return one.id == "processor" and words.forms[one.after - 1] == "provider" and words.raw(one.after - 1)[:1] == "P" and words.forms[one.first : one.after] in (["provider"], ["the", "provider"]) and words.forms[one.after - 2] == "the"


def _whole(data: list[Mention]) -> list[Mention]:
    """ "Location data" is one mention."""
    kept: list[Mention] = []
    for one in data:
        if kept and one.id == "data" and kept[-1].after == one.first and one.after == one.first + 1:
            kept[-1] = kept[-1]._replace(after=one.after)
        else:
            kept.append(one)
    return kept


def _as_adjectives(recipients: list[Mention]) -> list[Mention]:
    """ "Third-party advertisers" are advertisers."""
    kept: list[Mention] = []
    for one in sorted(recipients, key=lambda mention: (mention.first, -mention.after)):
        if kept and kept[-1].id in ("third-party", "us", "anyone") and kept[-1].after == one.first:
            kept[-1] = Mention(one.id, kept[-1].first, one.after)
        elif not (kept and one.first < kept[-1].after):
            kept.append(one)
    return kept


def own_names(policy: Policy) -> frozenset[str]:
    """Words by which a policy calls its own company: those with a capital that stand in front of "takes", "respects", "may", "does not" … more than once."""
    counts: dict[str, int] = {}
    words = policy.words
    forms = words.forms
    for number in [number for number, form in enumerate(forms) if form in _DOING]:
        if number and forms[number - 1] and forms[number - 1] not in WE and words.raw(number - 1)[:1].isupper() and f"{forms[number - 2]} {forms[number - 1]}" not in _SERVICES:
            counts[forms[number - 1]] = counts.get(forms[number - 1], 0) + 1
    for number in [number for number, form in enumerate(forms) if form == "by"]:
        # "saved by Corner Shop": the last word of a name is the one that is counted
        for word in range(number + 1, min(number + 3, len(forms) - 1)):
            if forms[word] in counts and words.raw(word)[:1].isupper():
                counts[forms[word]] += 1
    opening, title = (_words_of(policy, blocks) for blocks in (6, 2))
    plain = grammar("en").NOT_NAMES
    return frozenset(word for word, count in counts.items() if word not in plain and (count > 1 or word in opening) and (word not in _SERVICES or word in title))


def _words_of(policy: Policy, blocks: int) -> frozenset[str]:
    """The words of the first blocks, in lower case."""
    return frozenset(word.strip(".,:;()\"'’").lower() for block in policy.blocks[:blocks] for word in block.text.plain.split())


def data_between(page: Page, sentence: Sentence, low: int, high: int) -> list[Mention]:
    """The data named between two words of a sentence; a request for data, or access to it, is not the data."""
    forms = page.policy.words.forms
    return [
        one
        for one in page.data.get(sentence.number, ())
        if low <= one.first and one.after <= high and not ({*forms[max(low, one.first - 2) : one.first]} & _ABOUT_DATA and not {*forms[max(low - 1, one.first - 3) : one.first]} & _SELLING)
    ]
