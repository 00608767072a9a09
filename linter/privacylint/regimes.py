"""
A law: the shape of its YAML file, and whether a policy itself speaks to it.

One file `<id>.yaml` is one law. It names the topics it asks for, each with the article, and the words by which a policy
speaks to that law or to the people it protects. What a policy owes is made of both in `requirements.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from privacylint import packs
from privacylint.phrases import Lists, Match, PhraseError, Phrases, compile_phrase
from privacylint.policy import Policy
from privacylint.rule import SEVERITIES, Regime
from privacylint.shapes import FLAG, Shape, filled, list_of, mapping, one_of, text

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class Ask(NamedTuple):
    """A law asks for a topic. `when` is the condition under which it does, "" for always.

    `verified` is false for a citation that nobody has checked against the law itself.
    """

    regime: str
    topic: str
    cite: str
    severity: str
    verified: bool = True
    when: str = ""

    @property
    def article(self) -> str:
        """The first article of the citation, for one line of text."""
        return self.cite.split(";", 1)[0].strip()


def load(folder: Path) -> Iterator[Regime]:
    """Every `<id>.yaml` of a folder. Raises `DataError` for the first mistake, with its place."""
    for id, data in packs.load_folder(folder, SHAPE).items():
        yield Regime(id, data["title"], data, str(folder / f"{id}.yaml"))


def asks(regime: Regime) -> tuple[Ask, ...]:
    """What a law asks for."""
    return tuple(
        Ask(regime.id, want["topic"], want["cite"], want["severity"], want.get("verified", False), want.get("when", ""))
        for want in regime.data["requirements"]
    )


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
    return _compiled(tuple((language, tuple(wordings)) for language, wordings in by_language.items()))


@cache
def _compiled(by_language: tuple[tuple[str, tuple[str, ...]], ...]) -> Phrases:
    return Phrases(lists=None, **dict(by_language))


def _phrase(language: str) -> Shape:
    def problem(wording: str) -> str | None:
        try:
            compile_phrase(wording, NO_LISTS, language)
        except PhraseError as mistake:
            return f"{mistake} (column {mistake.column} of the phrase)"
        return None

    return text(problem)


NO_LISTS: Lists = {}
_WORDINGS = mapping(optional={"en": list_of(_phrase("en"))})
SHAPE = mapping(
    required={
        "title": filled("title"),
        "name": filled("name"),
        "applies_when": filled("applies_when"),
        "reviewed": text(lambda day: None if _DAY.match(day) else "expected a day such as 2026-11-21"),
        "speaks": _WORDINGS,
        "requirements": list_of(
            mapping(
                required={"topic": filled("topic"), "cite": filled("cite"), "severity": one_of(*SEVERITIES)},
                optional={"verified": FLAG, "when": filled("when")},
                what="what a law asks for",
            ),
            least=1,
        ),
    },
    optional={"near_misses": _WORDINGS},
    what="a law",
)
