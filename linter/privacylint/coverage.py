"""
Which law asks for which topic, and how a policy stands to it: the table of `privacylint report`.

It reads the same criteria as the rules `missing-<topic>`, so that a topic is missing in the table exactly where the
rule speaks up. The table says what was found; whether the words are true, and enough, it cannot say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from privacylint.claims import Claims
from privacylint.days import in_words
from privacylint.disclosures import criteria
from privacylint.policy import Policy
from privacylint.regimes import Ask, asks
from privacylint.requirements import MISSING, NOT_APPLICABLE, PARTLY, Standing, silencers, standing
from privacylint.rule import Disclosure, Regime


class Cell(NamedTuple):
    """How a policy stands to what one law asks: a status, the article, and the condition or reason, "" for none."""

    standing: Standing
    cite: str
    why: str = ""


class Row(NamedTuple):
    """A topic with one cell for each law that asks for it, by the id of the law."""

    topic: str
    title: str
    cells: Mapping[str, Cell]


def rows(
    policy: Policy, claims: Claims, disclosures: Mapping[str, Disclosure], regimes: Mapping[str, Regime]
) -> Iterator[Row]:
    """A row for each topic that one of the laws of the run asks for, by the topic's name."""
    wanted: dict[str, list[Ask]] = {}
    for id in claims.regimes:
        for ask in asks(regimes[id]) if id in regimes else ():
            wanted.setdefault(ask.topic, []).append(ask)
    topics = criteria(disclosures)
    empty = silencers(topics.values())
    for topic, asking in sorted(wanted.items()):
        if topic in topics:
            found = standing(topics[topic], policy, claims, empty)
            cells = {ask.regime: _cell(ask, found, claims) for ask in asking}
            yield Row(topic, topics[topic].title, cells)


def _cell(ask: Ask, found: Standing, claims: Claims) -> Cell:
    if not ask.binds(claims.today):
        ahead = ask.since is not None and ask.since > claims.today
        why = f"asked for from {in_words(ask.since)}" if ahead and ask.since else "no longer asked for"
        return Cell(Standing(NOT_APPLICABLE, found.span, why), ask.cite, why)
    if found.status in (MISSING, PARTLY) and ask.when:
        return Cell(found, ask.cite, f"asked for {ask.when}")
    return Cell(found, ask.cite, found.why)
