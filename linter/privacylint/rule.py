"""
Rule, Finding, Fix, Good, Bad: a rule is a value, made by the decorator `rule` or by a YAML file.

A rule function takes the policy and its claims and yields findings. It holds no state, and it knows neither its own id
nor its severity: the engine stamps both, with the path, on what it yields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from privacylint.claims import Claims
from privacylint.policy import Policy
from privacylint.source import Span

SEVERITIES = ("error", "warning", "info")
CONFIDENCES = ("high", "medium", "low")
FAMILIES = ("consistency", "required", "outdated", "drafting", "clarity", "change", "custom", "engine")


class Related(NamedTuple):
    """A second place a finding speaks of, with a note on why it is shown."""

    span: Span
    note: str


class Edit(NamedTuple):
    """Replace the source between two offsets by `text`."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding; `safe` when the meaning cannot change."""

    edits: tuple[Edit, ...]
    safe: bool = True


class Finding(NamedTuple):
    """What a rule yields: one line that says what is wrong in the reader's own words, and where.

    `message`: lower case, one line, no full stop. `help`: the way out. `span`: the primary place, a source span.
    `related`: any number of further places. `cites`: articles of law. `regimes`: the laws they belong to.
    `severity` and `confidence`, when given, override the rule's own (to less severe only).
    `topic`: what makes two findings at one place different, for fingerprints (a disclosure topic, say).
    """

    message: str
    span: Span
    related: tuple[Related, ...] = ()
    help: str = ""
    cites: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    fix: Fix | None = None
    severity: str | None = None
    confidence: str | None = None
    topic: str = ""


class Good(NamedTuple):
    """An example on which the rule is silent.

    `base` is the earlier version it is compared with, for change rules; `facts` what the configuration says and
    `translations` the texts in other languages that it names, by language.
    """

    text: str
    regimes: tuple[str, ...] = ()
    base: str | None = None
    facts: Mapping[str, Any] = {}
    translations: Mapping[str, str] = {}


class Bad(NamedTuple):
    """An example on which the rule fires once, at exactly the text `at`, and shows exactly the texts `related`.

    `base` is the earlier version it is compared with, for change rules; `facts` what the configuration says and
    `translations` the texts in other languages that it names, by language.
    """

    text: str
    at: str
    related: tuple[str, ...] | None = None
    message: str | None = None
    regimes: tuple[str, ...] = ()
    base: str | None = None
    facts: Mapping[str, Any] = {}
    translations: Mapping[str, str] = {}


Check = Callable[[Policy, Claims], Iterator[Finding]]


class Rule(NamedTuple):
    """A rule. `doc` is the user's page: first line what it says, then why it matters, then the source.

    `default` is false for a rule that runs only when it is asked for. `id` and `family` are the names of its file and
    folder; the folder walk fills them in.
    """

    id: str
    family: str
    severity: str
    confidence: str
    check: Check
    doc: str = ""
    good: tuple[Good, ...] = ()
    bad: tuple[Bad, ...] = ()
    cites: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    default: bool = True
    fixable: str = ""
    origin: str = ""

    @property
    def summary(self) -> str:
        """The first line of the page."""
        return self.doc.strip().split("\n", 1)[0]


def rule(
    *,
    severity: str,
    confidence: str = "high",
    good: Iterable[str | Good] = (),
    bad: Iterable[Bad] = (),
    cites: Iterable[str] = (),
    regimes: Iterable[str] = (),
    default: bool = True,
    fixable: str = "",
) -> Callable[[Check], Rule]:
    """Make a `Rule` of a generator function `(policy, claims) -> findings`.

    `fixable` is "safe" or "unsafe" where the rule offers fixes. Raises ValueError for an unknown severity or
    confidence.
    """
    if severity not in SEVERITIES:
        raise ValueError(f"unknown severity {severity!r}; use {', '.join(SEVERITIES)}")
    if confidence not in CONFIDENCES:
        raise ValueError(f"unknown confidence {confidence!r}; use {', '.join(CONFIDENCES)}")

    def make(function: Check) -> Rule:
        return Rule(
            id="",
            family="",
            severity=severity,
            confidence=confidence,
            check=function,
            doc=(getattr(function, "__globals__", {}).get("__doc__") or function.__doc__ or "").strip(),
            good=tuple(Good(example) if isinstance(example, str) else example for example in good),
            bad=tuple(bad),
            cites=tuple(cites),
            regimes=tuple(regimes),
            default=default,
            fixable=fixable,
        )

    return make


class Disclosure(NamedTuple):
    """A topic a policy may have to speak of, read from one YAML file.

    `evidence`, `near_misses` and `headings` are phrases by language. See `docs/adding.md` for the keys. `lists` are
    the word lists its phrases may name.
    """

    topic: str
    title: str
    data: Mapping[str, Any]
    origin: str = ""
    lists: Mapping[str, Mapping[str, Sequence[str]]] = {}


class Regime(NamedTuple):
    """A law, read from one YAML file: which topics it asks for, under which article, when.

    `lists` are the word lists its phrases may name.
    """

    id: str
    title: str
    data: Mapping[str, Any]
    origin: str = ""
    lists: Mapping[str, Mapping[str, Sequence[str]]] = {}
