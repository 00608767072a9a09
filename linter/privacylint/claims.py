"""
What a policy says: the claim kinds, and the queries over them.

A claim is one statement read out of the text: a kind, a typed value, whether it is denied, how firmly it is said, the
scope it holds in, and the exact words. The kinds and their values are the public contract (`privacylint claims`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
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


class Settings(NamedTuple):
    """What the configuration tells rules of the site a policy stands on and of the company behind it.

    anchors: how it makes anchors of headings (github, gitlab, mkdocs, docusaurus), "" where nobody said and every way
    counts. template_syntax: pairs of marks; what stands between the two is filled in when the page is built.
    """

    anchors: str = ""
    template_syntax: tuple[tuple[str, str], ...] = ()
    facts: Facts = NO_FACTS


class Claims:
    """Every claim of a policy in the order of the text, and which laws it is held against.

    `regimes` are the ids of the laws in force for this run, `today` the day the policy is judged by, `base` the version
    it is compared with, None where nobody asked for that or there is none, `settings` what the configuration tells.
    """

    __slots__ = ("_by_kind", "_by_topic", "all_claims", "base", "regimes", "settings", "today")

    def __init__(
        self,
        claims: Iterable[Claim],
        regimes: tuple[str, ...] = (),
        today: date | None = None,
        base: Base | None = None,
        settings: Settings | None = None,
    ) -> None:
        self.all_claims = tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind)))
        self.regimes = regimes
        self.today = today or date.today()
        self.base = base
        self.settings = settings or Settings()
        self._by_kind: dict[str, list[Claim]] = {}
        for claim in self.all_claims:
            self._by_kind.setdefault(claim.kind, []).append(claim)
        self._by_topic: dict[Any, list[Claim]] = {}
        for claim in self._by_kind.get("disclosure", ()):
            self._by_topic.setdefault(claim.value["topic"], []).append(claim)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.all_claims)

    def all(self, kind: str, *, denied: bool | None = None, **value: Any) -> list[Claim]:
        """The claims of a kind, narrowed by `denied` and by values: `claims.all("age", role="minimum-age")`."""
        of_kind = self._by_kind.get(kind, ())
        if kind == "disclosure" and "topic" in value:
            # every law asks for each of its topics
            of_kind = self._by_topic.get(value["topic"], ())
        return [
            claim
            for claim in of_kind
            if (denied is None or claim.denied == denied) and all(claim.value.get(k) == v for k, v in value.items())
        ]

    def first(self, kind: str, *, denied: bool | None = None, **value: Any) -> Claim | None:
        """The first such claim, or None."""
        return next(iter(self.all(kind, denied=denied, **value)), None)


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
    """Reads one kind of claim out of a policy; made by the decorator `extractor`."""

    kind: str
    extract: Callable[[Policy], Iterator[Claim]]
    examples: tuple[Said, ...] = ()
    doc: str = ""


def extractor(
    kind: str, *, examples: Iterable[Said] = ()
) -> Callable[[Callable[[Policy], Iterator[Claim]]], Extractor]:
    """Make an `Extractor` of a generator function that takes a policy and yields claims of `kind`."""
    if kind not in KINDS:
        raise ValueError(f"unknown claim kind {kind!r}; the kinds are {', '.join(KINDS)}")

    def make(function: Callable[[Policy], Iterator[Claim]]) -> Extractor:
        return Extractor(kind, function, tuple(examples), function.__doc__ or "")

    return make
