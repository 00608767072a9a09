"""
A topic a policy may have to speak of: the shape of its YAML file, and the phrases compiled from it.

One file `<topic>.yaml` is one disclosure. Which law asks for it stands in the regimes; how a policy is searched for it
in `disclosed.py`. `docs/adding.md` describes the keys for people who write such files.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from privacylint import packs
from privacylint.phrases import Lists, PhraseError, Phrases, compile_phrase
from privacylint.rule import Disclosure
from privacylint.shapes import FLAG, Shape, filled, list_of, mapping, text
from privacylint.store import salt_of

if TYPE_CHECKING:
    from privacylint.claims import Extractor

Words = Mapping[str, Lists]
"""The word lists of every plugin, by language."""

_WORDINGS = (
    "evidence", "edges", "headings", "weak", "links", "denials", "near_misses", "not_with", "elsewhere", "not_under",
    "section", "nothing", "mentions", "spared_by",
)  # fmt: skip
_SATISFYING = ("evidence", "edges", "together", "headings", "weak", "links", "denials", "front_matter")


class Together(NamedTuple):
    """Evidence that counts only in a context: `says` in the sentence itself, `context` there or above it.

    With `row` the context may stand in any other cell of a row, too.
    """

    context: Phrases
    says: Phrases
    row: bool = False


class Criteria(NamedTuple):
    """A disclosure ready for use: every field of wordings is compiled at first use, None where the file has none."""

    topic: str
    title: str
    hint: str
    evidence: Phrases | None = None
    edges: Phrases | None = None
    headings: Phrases | None = None
    weak: Phrases | None = None
    links: Phrases | None = None
    denials: Phrases | None = None
    near_misses: Phrases | None = None
    not_with: Phrases | None = None
    elsewhere: Phrases | None = None
    not_under: Phrases | None = None
    section: Phrases | None = None
    nothing: Phrases | None = None
    mentions: Phrases | None = None
    spared_by: Phrases | None = None
    together: tuple[Together, ...] = ()
    front_matter: tuple[str, ...] = ()
    owed_topics: tuple[str, ...] = ()
    owed_phrases: Phrases | None = None
    near: frozenset[str] = frozenset()
    beyond: Phrases | None = None
    even_without_data: bool = False

    @property
    def triggered(self) -> bool:
        """Whether it is owed only where its trigger is found."""
        return bool(self.owed_topics or self.owed_phrases)


def load(folder: Path, words: Words) -> Iterator[Disclosure]:
    """Every `<topic>.yaml` of a folder. Raises `DataError` for the first mistake, with its place."""
    files = packs.load_folder(folder, shape(words), salt=salt_of(words))
    for topic, data in files.items():
        yield Disclosure(topic, data["title"], data, f"{folder}{os.sep}{topic}.yaml", words)


def extractor(disclosures: Mapping[str, Disclosure]) -> Extractor:
    """The extractor of the `disclosure` claims of some topics."""
    from privacylint.disclosed import reader

    return reader(criteria(disclosures))


def criteria(disclosures: Mapping[str, Disclosure]) -> dict[str, Criteria]:
    """The compiled form of each disclosure, by topic; wordings that several files share are one value."""
    # asked for by the extractor and by the rules: one answer, so that a policy is searched once
    if not _LATEST or _LATEST[0][0] is not disclosures:
        shared: dict[Wordings, Phrases] = {}
        _LATEST[:] = [(disclosures, {topic: _criteria(found, shared) for topic, found in sorted(disclosures.items())})]
    return _LATEST[0][1]


Wordings = tuple[tuple[str, tuple[str, ...]], ...]
_LATEST: list[tuple[Mapping[str, Disclosure], dict[str, Criteria]]] = []


def shape(words: Words) -> Shape:
    """What a disclosure file may hold. `words` are the lists its phrases may name."""
    wordings = _by_language(lambda language: list_of(_phrase(language, words)), words)
    pairs = _by_language(
        lambda language: list_of(
            mapping(
                required={
                    "context": list_of(_phrase(language, words), least=1),
                    "says": list_of(_phrase(language, words), least=1),
                },
                optional={"row": FLAG},
            )
        ),
        words,
    )
    owed = {
        "topics": list_of(filled("topic")),
        "near": list_of(filled("place")),
        "beyond": wordings,
        **{language: list_of(_phrase(language, words)) for language in words},
    }
    keys = mapping(
        required={
            "title": filled("title"),
            "hint": filled("hint"),
            "good": list_of(filled("example"), least=1),
            "bad": list_of(filled("example"), least=1),
        },
        optional={
            **dict.fromkeys(_WORDINGS, wordings),
            "together": pairs,
            "front_matter": list_of(filled("key")),
            "owed_when": mapping(optional=owed),
            "even_without_data": FLAG,
        },
        what="a disclosure",
    )

    def within(node: packs.Node) -> None:
        keys.within(node)
        if not any(key in node.value for key in _SATISFYING):
            raise node.error(f"nothing satisfies it; give one of {', '.join(_SATISFYING)}")

    return Shape(keys.expected, keys.fits, within)


def _by_language(entries: Any, words: Words) -> Shape:
    return mapping(optional={language: entries(language) for language in words})


def _phrase(language: str, words: Words) -> Shape:
    def problem(wording: str) -> str | None:
        try:
            compile_phrase(wording, words.get(language, {}), language)
        except PhraseError as mistake:
            return f"{mistake} (column {mistake.column} of the phrase)"
        return None

    return text(problem)


def _criteria(found: Disclosure, shared: dict[Wordings, Phrases]) -> Criteria:
    def phrases(by_language: Mapping[str, Sequence[str]]) -> Phrases:
        key = tuple(sorted((language, tuple(wordings)) for language, wordings in by_language.items()))
        if key not in shared:
            shared[key] = Phrases(lists=found.lists, **by_language)
        return shared[key]

    data: Mapping[str, Any] = found.data
    owed = dict(data.get("owed_when") or {})
    topics, near, beyond = owed.pop("topics", ()), owed.pop("near", ()), owed.pop("beyond", None)
    pairs = [(language, pair) for language, entries in data.get("together", {}).items() for pair in entries]
    return Criteria(
        found.topic,
        found.title,
        data["hint"],
        **{key: phrases(data[key]) for key in _WORDINGS if data.get(key)},
        together=tuple(
            Together(phrases({language: pair["context"]}), phrases({language: pair["says"]}), pair.get("row", False))
            for language, pair in pairs
        ),
        front_matter=tuple(data.get("front_matter", ())),
        owed_topics=tuple(topics),
        owed_phrases=phrases(owed) if owed else None,
        near=frozenset(near),
        beyond=phrases(beyond) if beyond else None,
        even_without_data=bool(data.get("even_without_data")),
    )
