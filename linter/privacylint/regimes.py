"""
A law: the shape of its YAML file, and whether a policy itself speaks to it.

One file `<id>.yaml` is one law. It names the topics it asks for, each with the article, and the words by which a policy
speaks to that law or to the people it protects. What a policy owes is made of both in `requirements.py`.

A law carries dates: `from` and `until`, of the whole law or of one topic, bound by them on the day a run judges by;
`upcoming` lists further changes that are known but do not bind yet; `reviewed` is the day the file was last gone over.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from privacylint import packs
from privacylint.days import day_of
from privacylint.phrases import Lists, Match, PhraseError, Phrases, compile_phrase
from privacylint.policy import Policy
from privacylint.rule import SEVERITIES, Regime
from privacylint.shapes import FLAG, Shape, filled, list_of, mapping, one_of, text
from privacylint.store import salt_of


class Ask(NamedTuple):
    """A law asks for a topic. `when` is the condition under which it does, "" for always.

    `verified` is false for a citation that nobody has checked against the law itself. It binds from the day `since`,
    and no longer from the day `until` on; None is no bound.
    """

    regime: str
    topic: str
    cite: str
    severity: str
    verified: bool = True
    when: str = ""
    since: date | None = None
    until: date | None = None

    def binds(self, day: date) -> bool:
        """Whether the law asks for it on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    @property
    def article(self) -> str:
        """The first article of the citation, for one line of text."""
        return self.cite.split(";", 1)[0].strip()


def load(folder: Path, words: Mapping[str, Lists] | None = None) -> Iterator[Regime]:
    """Every `<id>.yaml` of a folder; its phrases may name the lists of `words`, by language.

    Raises `DataError` for the first mistake, with its place.
    """
    words = words or {}
    for id, data in packs.load_folder(folder, shape(words), salt=salt_of(words)).items():
        yield Regime(id, data["title"], data, f"{folder}{os.sep}{id}.yaml", words)


def asks(regime: Regime) -> tuple[Ask, ...]:
    """What a law asks for."""
    return tuple(
        Ask(
            regime.id,
            want["topic"],
            want["cite"],
            want["severity"],
            want.get("verified", False),
            want.get("when", ""),
            _day(want, "from") or _day(regime.data, "from"),
            _day(want, "until") or _day(regime.data, "until"),
        )
        for want in regime.data["requirements"]
    )


STARTS = "it takes effect"


class Change(NamedTuple):
    """A change of a law on a day. `what` completes "from that day": "it asks policies to speak of logs".

    `topic` is the topic it asks for, "" for any other change.
    """

    day: date
    what: str
    cite: str = ""
    topic: str = ""


def changes(regime: Regime, titles: Mapping[str, str] | None = None) -> tuple[Change, ...]:
    """What changes in a law, by day, past and to come: its start, its dated topics, and what it lists as upcoming.

    `titles` says in words what a topic is.
    """
    titles = titles or {}
    found = []
    start = _day(regime.data, "from")
    if start:
        found.append(Change(start, STARTS))
    for want in regime.data.get("requirements", ()):
        day = _day(want, "from")
        if day:
            topic = want["topic"]
            found.append(Change(day, f"it asks policies to speak of {titles.get(topic, topic)}", want["cite"], topic))
    for entry in regime.data.get("upcoming", ()):
        day = _day(entry, "from")
        if day:
            found.append(Change(day, entry["what"], entry.get("cite", "")))
    return tuple(sorted(found, key=lambda change: change.day))


def _day(data: Mapping[str, str], key: str) -> date | None:
    return day_of(data[key]) if key in data else None


def active(policy: Policy, regimes: Mapping[str, Regime]) -> tuple[tuple[str, str], ...]:
    """The ids of the laws the policy itself speaks to, by name, each with the words that say so and their line."""
    found = []
    for id, regime in sorted(regimes.items()):
        match = _first(policy, regime)
        if match:
            words = " ".join(match.text.split())
            found.append((id, f'"{words}" on line {policy.source.place(match.span.start).line}'))
    return tuple(found)


def _first(policy: Policy, regime: Regime) -> Match | None:
    misses = [match.words for match in policy.find(_phrases(regime, "near_misses"))]
    for match in policy.find(_phrases(regime, "speaks")):
        first, after = match.words
        if not any(start < after and first < end for start, end in misses):
            return match
    return None


def _phrases(regime: Regime, key: str) -> Phrases:
    by_language: Mapping[str, Sequence[str]] = regime.data.get(key, {})
    # one value for the same wordings, so that a policy is searched for them once
    wanted = tuple((language, tuple(wordings)) for language, wordings in by_language.items())
    lists, phrases = _COMPILED.get(wanted, (None, None))
    if phrases is None or lists is not regime.lists:
        phrases = Phrases(lists=regime.lists, **dict(wanted))
        _COMPILED[wanted] = (regime.lists, phrases)
    return phrases


_COMPILED: dict[tuple[tuple[str, tuple[str, ...]], ...], tuple[Mapping[str, Lists], Phrases]] = {}


def _phrase(language: str, words: Mapping[str, Lists]) -> Shape:
    def problem(wording: str) -> str | None:
        try:
            compile_phrase(wording, words.get(language, {}), language)
        except PhraseError as mistake:
            return f"{mistake} (column {mistake.column} of the phrase)"
        return None

    return text(problem)


_A_DAY = text(lambda day: None if day_of(day) else "expected a day such as 2026-11-21")


def shape(words: Mapping[str, Lists]) -> Shape:
    """What the file of a law may hold. `words` are the lists its phrases may name, by language."""
    wordings = mapping(optional={language: list_of(_phrase(language, words)) for language in words or ("en",)})
    return mapping(
        required={
            "title": filled("title"),
            "name": filled("name"),
            "applies_when": filled("applies_when"),
            "reviewed": _A_DAY,
            "speaks": wordings,
            "requirements": list_of(
                mapping(
                    required={"topic": filled("topic"), "cite": filled("cite"), "severity": one_of(*SEVERITIES)},
                    optional={"verified": FLAG, "when": filled("when"), "from": _A_DAY, "until": _A_DAY},
                    what="what a law asks for",
                ),
                least=1,
            ),
        },
        optional={
            "near_misses": wordings,
            "from": _A_DAY,
            "until": _A_DAY,
            "upcoming": list_of(
                mapping(
                    required={"from": _A_DAY, "what": filled("what")},
                    optional={"cite": filled("cite")},
                    what="a change",
                )
            ),
        },
        what="a law",
    )
