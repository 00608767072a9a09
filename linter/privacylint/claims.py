"""
What a policy says: the claim kinds, and the queries over them.

A claim is one statement read out of the text: a kind, a typed value, whether it is denied, how firmly it is said, the
scope it holds in, and the exact words. The kinds and their values are the public contract (`privacylint claims`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from privacylint.policy import Policy, Section, Sentence
from privacylint.source import Span

KINDS: dict[str, tuple[str, ...]] = {
    "age": ("threshold", "relation", "role"),
    "retention": ("data", "duration", "from"),
    "hosting": ("places", "providers", "exclusive"),
    "transfer": ("to", "safeguards"),
    "practice": ("actor", "action", "data", "recipient", "purpose"),
    "contact": ("type", "address", "role"),
    "date": ("role", "date"),
    "party": ("role", "name"),
    "deadline": ("subject", "duration"),
    "law": ("id", "in_force"),
    "definition": ("term", "includes"),
    "disclosure": ("topic",),
}
"""Each kind and the keys its value always has; a value may have more."""


class Scope(NamedTuple):
    """Whom and what a claim is about; empty where the text does not narrow it.

    region: ISO 3166 codes, EU, EEA, or US-CA for California, and "outside:US" for everyone not in the US.
    people: children, applicants, employees, business-customers … product: a product or part of the document.
    condition: the words of the condition. purpose: what for.
    """

    region: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    product: str | None = None
    condition: str | None = None
    purpose: str | None = None


EVERYWHERE = Scope()


class Claim(NamedTuple):
    """One statement of the policy. `span` is the source span of its words, `sentence` where it stands.

    modality: does | will | may. A claim from the front matter has no sentence.
    """

    kind: str
    value: Mapping[str, Any]
    span: Span
    sentence: Sentence | None
    denied: bool = False
    modality: str = "does"
    scope: Scope = EVERYWHERE

    @property
    def section(self) -> Section | None:
        """The section the claim stands in."""
        return self.sentence.section if self.sentence else None


class Base(NamedTuple):
    """An earlier version of the policy, to compare with: its claims, and where it was read (`revision` of git)."""

    policy: Policy
    claims: Claims
    path: str = ""
    revision: str = ""


class Facts(NamedTuple):
    """The truth a team wrote into its configuration, for the text to agree with; empty where it says nothing.

    places: ISO 3166 codes, EU or EEA, where data is kept. providers: who keeps it. contacts: a role (privacy, dpo,
    support, legal …) to its address. recipients: everyone who receives data, None where nobody listed them.
    """

    controller: str = ""
    minimum_age: int | None = None
    places: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    contacts: Mapping[str, str] = {}
    recipients: tuple[str, ...] | None = None


NO_FACTS = Facts()


class Translation(NamedTuple):
    """The same policy in another language: `text` is the file as it is written, Markdown and all."""

    language: str
    path: str
    text: str


class Settings(NamedTuple):
    """What the configuration tells rules of the site a policy stands on and of the company behind it.

    anchors: how it makes anchors of headings (github, gitlab, mkdocs, docusaurus), "" where nobody said and every way
    counts. template_syntax: pairs of marks; what stands between the two is filled in when the page is built.
    translations: the policy in other languages.
    """

    anchors: str = ""
    template_syntax: tuple[tuple[str, str], ...] = ()
    facts: Facts = NO_FACTS
    translations: tuple[Translation, ...] = ()


class Claims:
    """Every claim of a policy in the order of the text, and which laws it is held against.

    `regimes` are the ids of the laws in force for this run, `today` the day the policy is judged by, `base` the version
    it is compared with, None where nobody asked for that or there is none, `settings` what the configuration tells.
    What `extractors` say is read with `read` when a kind of claim is first asked for, so that nobody waits for claims
    that no rule of a run looks at; `read` takes an extractor and a topic, "" for all of them.
    """

    __slots__ = (
        "_by_kind", "_by_topic", "_extractors", "_given", "_read", "_wholes", "base", "regimes", "settings", "today",
    )  # fmt: skip

    def __init__(
        self,
        claims: Iterable[Claim],
        regimes: tuple[str, ...] = (),
        today: date | None = None,
        base: Base | None = None,
        settings: Settings | None = None,
        extractors: Sequence[Extractor] = (),
        read: Read = lambda extractor, topic: (),
    ) -> None:
        self.regimes = regimes
        self.today = today or date.today()
        self.base = base
        self.settings = settings or Settings()
        self._given = tuple(claims)
        self._extractors = extractors
        self._read = read
        self._by_kind: dict[str, list[Claim]] = {}
        self._by_topic: dict[str, list[Claim]] = {}
        self._wholes: dict[int, tuple[Claim, ...]] = {}

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of the text."""
        kinds = dict.fromkeys([*(one.kind for one in self._extractors), *(claim.kind for claim in self._given)])
        said = [claim for kind in kinds for claim in self._of_kind(kind)]
        return tuple(sorted(said, key=lambda claim: (claim.span, claim.kind)))

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.all_claims)

    def all(self, kind: str, *, denied: bool | None = None, **value: Any) -> list[Claim]:
        """The claims of a kind, narrowed by `denied` and by values: `claims.all("age", role="minimum-age")`."""
        # every law asks for each of its topics
        by_topic = kind == "disclosure" and type(value.get("topic")) is str
        of_kind = self._of_topic(value["topic"]) if by_topic else self._of_kind(kind)
        return [
            claim
            for claim in of_kind
            if (denied is None or claim.denied == denied) and all(claim.value.get(k) == v for k, v in value.items())
        ]

    def first(self, kind: str, *, denied: bool | None = None, **value: Any) -> Claim | None:
        """The first such claim, or None."""
        return next(iter(self.all(kind, denied=denied, **value)), None)

    def _of_kind(self, kind: str) -> list[Claim]:
        found = self._by_kind.get(kind)
        if found is None:
            said = [claim for one in self._extractors if one.kind == kind for claim in self._whole(one)]
            found = self._by_kind[kind] = self._with_given(kind, said)
        return found

    def _of_topic(self, topic: str) -> list[Claim]:
        found = self._by_topic.get(topic)
        if found is None:
            said = self._by_kind.get("disclosure")
            if said is None:
                readers = [one for one in self._extractors if one.kind == "disclosure"]
                read = (self._read(one, topic) if one.of_topic else self._whole(one) for one in readers)
                said = self._with_given("disclosure", [claim for some in read for claim in some])
            found = self._by_topic[topic] = [claim for claim in said if claim.value.get("topic") == topic]
        return found

    def _whole(self, extractor: Extractor) -> Iterable[Claim]:
        # by identity: what its examples hold has no hash
        found = self._wholes.get(id(extractor))
        if found is None:
            found = self._wholes[id(extractor)] = tuple(self._read(extractor, ""))
        return found

    def _with_given(self, kind: str, said: list[Claim]) -> list[Claim]:
        said += (claim for claim in self._given if claim.kind == kind)
        return sorted(said, key=_span)


def _span(claim: Claim) -> Span:
    return claim.span


class Said(NamedTuple):
    """An example of an extractor: `text` gives a claim whose words are exactly `at` and whose value holds `value`.

    `denied` and `scope` are compared where given. `value=None` means: this text gives no claim of the kind.
    """

    text: str
    at: str = ""
    value: Mapping[str, Any] | None = None
    denied: bool | None = None
    scope: Mapping[str, Any] | None = None


class Extractor(NamedTuple):
    """Reads one kind of claim out of a policy; made by the decorator `extractor`.

    `of_topic` reads the disclosures of one topic alone, where that is less work than reading all.
    """

    kind: str
    extract: Callable[[Policy], Iterator[Claim]]
    examples: tuple[Said, ...] = ()
    doc: str = ""
    of_topic: Callable[[Policy, str], Iterator[Claim]] | None = None

    def read(self, policy: Policy, topic: str = "") -> Iterator[Claim]:
        """The claims of a topic where they can be read alone, else all."""
        return self.of_topic(policy, topic) if topic and self.of_topic else self.extract(policy)


Read = Callable[[Extractor, str], Iterable[Claim]]
"""Takes what an extractor says of a topic, or of everything for "", and deals with what goes wrong in it."""


def extractor(
    kind: str, *, examples: Iterable[Said] = ()
) -> Callable[[Callable[[Policy], Iterator[Claim]]], Extractor]:
    """Make an `Extractor` of a generator function that takes a policy and yields claims of `kind`."""
    if kind not in KINDS:
        raise ValueError(f"unknown claim kind {kind!r}; the kinds are {', '.join(KINDS)}")

    def make(function: Callable[[Policy], Iterator[Claim]]) -> Extractor:
        return Extractor(kind, function, tuple(examples), function.__doc__ or "")

    return make
