"""
Two versions of a policy → what changed in what it says.

Claims are compared, not lines: a recipient that is new, a period that is longer, a right that is gone, each with its
place in both versions. Edits that change nothing of that are named for what they are (`edits.py`). A change is believed
only where the text was touched, and a name only where it occurs nowhere in the other version, so that an extractor that
misses one wording of two invents no change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from privacylint import edits as editing
from privacylint.claims import Claim, Claims
from privacylint.edits import Edits
from privacylint.policy import Policy, Sentence
from privacylint.source import Span

TOPICS = (
    "recipients", "sale", "data", "purposes", "retention", "ages", "hosting", "transfers", "rights", "promises",
    "topics", "contacts", "controller", "deadlines", "dates",
)  # fmt: skip
"""What a change can be about, in the order they are told."""
VERDICTS = ("added", "dropped", "changed", "longer", "shorter", "raised", "lowered")
_OF_RIGHTS = (
    "right-", "ca-right-", "how-to-exercise", "marketing-opt-out", "cookie-choices", "account-deletion",
    "appeal-process", "ca-minors-content", "coppa-parental-rights", "ca-non-discrimination", "ca-authorized-agent",
)  # fmt: skip
_TOLD_OTHERWISE = frozenset(
    (
        "recipients", "purposes", "data-categories", "retention", "controller-identity", "controller-contact",
        "dpo-contact", "international-transfers", "transfer-safeguards", "children", "effective-date",
        "ca-sale-or-share",
    )
)  # fmt: skip
"""Topics whose claims of another kind say more than that they are spoken of."""
_ANY_DATA = frozenset(("data", "personal-data"))
_ANYONE = frozenset(("us", "user"))
_WITH_ARTICLE = ("United ", "European ", "Netherlands", "Philippines")
_LEEWAY = 0.015
_NUMBER = r"(\d+(?:\.\d+)?)"
_DAYS = "".join(f"(?:{_NUMBER}{unit})?" for unit in "YMWD")
_TIME = "".join(f"(?:{_NUMBER}{unit})?" for unit in "HMS")
_DURATION = re.compile(rf"P{_DAYS}(?:T{_TIME})?\Z")
_UNITS = (
    ("year", 365.25), ("month", 30.4375), ("week", 7), ("day", 1), ("hour", 1 / 24), ("minute", 1 / 1440),
    ("second", 1 / 86400),
)  # fmt: skip
_PERIODS = {
    "account": "as long as the account lasts",
    "indefinite": "without end",
    "criteria": "as long as necessary",
}
_AGES = {
    "minimum-age": "the minimum age",
    "no-knowing-collection": "the age below which no data is knowingly collected",
    "not-directed": "the age below which the service is not for people",
    "parental-consent": "the age below which a parent has to consent",
    "sale-opt-in": "the age below which a sale needs consent",
    "content-removal": "the age below which posts are removed on request",
    "delete-if-learned": "the age below which data is deleted once it is learned",
    "definition": "the age that makes a child",
}


class Version(NamedTuple):
    """One version of a policy and what it says."""

    policy: Policy
    claims: Claims


class Change(NamedTuple):
    """Something the policy says now and did not say before, or the other way round.

    `before` and `after` are the claims that say it, None where there is none. `message` is one line in plain words.
    """

    topic: str
    verdict: str
    message: str
    before: Claim | None = None
    after: Claim | None = None


class Changes(NamedTuple):
    """Everything that is different. `substance` leaves out dates; `edits` counts the edits of each kind."""

    changes: tuple[Change, ...]
    edits: Edits

    @property
    def substance(self) -> tuple[Change, ...]:
        """The changes in what the policy says, dates aside."""
        return tuple(change for change in self.changes if change.topic != "dates")

    @property
    def dates(self) -> tuple[Change, ...]:
        """The dates of the policy that changed."""
        return tuple(change for change in self.changes if change.topic == "dates")

    @property
    def kinds(self) -> dict[str, int]:
        """How many edits of each kind there are, in the order of `edits.KINDS`."""
        counts = Counter(edit.kind for edit in self.edits.edits)
        return {kind: counts[kind] for kind in editing.KINDS if counts[kind]}

    @property
    def log_line(self) -> str:
        """A line for a change log, or "" where nothing of substance changed."""
        said = "; ".join(change.message for change in self.substance)
        return said[:1].upper() + said[1:] + "." if said else ""


@lru_cache(maxsize=4)
def compare(before: Version, after: Version) -> Changes:
    """What changed from one version to the other."""
    edits = editing.between(before.policy, after.policy, (_date_spans(before), _date_spans(after)))
    comparison = _Comparison(before, after, edits)
    found = [change for topic in TOPICS for change in comparison.of(topic)]
    return Changes(tuple(change for change in found if not _told_already(change, found)), edits)


def duration_in_words(duration: str) -> str:
    """`P24M` → `24 months`; the words account, indefinite and criteria as they are meant."""
    parts = _parts(duration)
    if parts is None:
        return _PERIODS.get(duration, duration)
    named = zip((unit for unit, _ in _UNITS), parts, strict=True)
    return " and ".join(f"{count:g} {unit}{'' if count == 1 else 's'}" for unit, count in named if count) or "0 days"


def in_days(duration: str) -> float | None:
    """A period in days, a month taken as a twelfth of a year; None for one that depends on something."""
    parts = _parts(duration)
    if parts is None:
        return float("inf") if duration == "indefinite" else None
    return sum(days * count for (_, days), count in zip(_UNITS, parts, strict=True))


def _parts(duration: str) -> list[float] | None:
    found = _DURATION.match(duration)
    return [float(part or 0) for part in found.groups()] if found else None


def _date_spans(version: Version) -> tuple[Span, ...]:
    return tuple(claim.span for claim in version.claims.all("date") if claim.value["role"] != "other")


# --- facts: claims made comparable -----------------------------------------------------------------------------------


class Fact(NamedTuple):
    """One thing a claim says. Facts of one `key` are the same thing; `value` is what can be more or less of it."""

    key: tuple[Any, ...]
    shown: str
    claim: Claim
    value: Any = None


def _recipients(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("party", denied=False):
        if claim.value["role"] in ("processor", "recipient") and claim.value["name"]:
            yield Fact(("named", _folded(claim.value["name"])), claim.value["name"], claim)
    for claim in version.claims.all("practice", denied=False, actor="us", action="share"):
        for id in _several(claim, "recipient", "recipients"):
            if id not in _ANYONE:
                yield Fact(("kind", id), _plain(id), claim)


def _sale(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("practice", action="sell"):
        yield Fact((claim.denied,), "never to sell data" if claim.denied else "that data is sold", claim)


def _data(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("practice", denied=False, actor="us", action="collect"):
        for id in _several(claim, "data"):
            if id not in _ANY_DATA:
                yield Fact((id,), _plain(id), claim)


def _purposes(version: Version) -> Iterator[Fact]:
    for action in ("use", "collect"):
        for claim in version.claims.all("practice", denied=False, actor="us", action=action):
            for id in _several(claim, "purpose", "purposes"):
                yield Fact((id,), _plain(id), claim)


def _retention(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("retention", denied=False):
        data = str(claim.value["data"] or "data")
        yield Fact((_folded(data), claim.value["from"]), data, claim, claim.value["duration"])


def _ages(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("age"):
        role, threshold = claim.value["role"], claim.value["threshold"]
        if isinstance(threshold, int):
            key = (role, claim.scope.region, claim.scope.product)
            yield Fact(key, _AGES.get(role, "an age"), claim, threshold)


def _hosting(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("hosting", denied=False):
        yield from (Fact(("place", code), _place(code), claim) for code in claim.value["places"])
        yield from (Fact(("named", _folded(name)), str(name), claim) for name in claim.value["providers"])


def _transfers(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("transfer", denied=False):
        yield from (Fact(("to", code), _place(code), claim) for code in claim.value["to"] or ())
        yield from (Fact(("safeguard", id), _plain(id), claim) for id in claim.value["safeguards"] or ())


def _rights(version: Version) -> Iterator[Fact]:
    for claim in _disclosures(version):
        topic = claim.value["topic"]
        if topic.startswith(_OF_RIGHTS):
            yield Fact((topic,), _right(topic), claim)


def _disclosures(version: Version) -> Iterator[Claim]:
    # one without a sentence stands in another file, which is compared by itself
    return (claim for claim in version.claims.all("disclosure", denied=False) if claim.sentence)


def _topics(version: Version) -> Iterator[Fact]:
    for claim in _disclosures(version):
        topic = claim.value["topic"]
        if not topic.startswith(_OF_RIGHTS) and topic not in _TOLD_OTHERWISE:
            yield Fact((topic,), _plain(topic), claim)


def _promises(version: Version) -> Iterator[Fact]:
    for action in ("collect", "use", "share"):
        for claim in version.claims.all("practice", denied=True, actor="us", action=action):
            whom = [_plain(id) for id in _several(claim, "recipient", "recipients")]
            what = " and ".join(_plain(id) for id in _several(claim, "data")) or "data"
            said = f"not to {action} {what}" + (f" with {' and '.join(whom)}" if whom else "")
            yield Fact((action, *sorted(_several(claim, "data")), *sorted(whom)), said, claim)


def _contacts(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("contact"):
        address = str(claim.value["address"])
        yield Fact((claim.value["type"], _folded(address)), address, claim)


def _controller(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("party", denied=False):
        if claim.value["role"] in ("controller", "dpo", "representative") and claim.value["name"]:
            shown = {"dpo": "data protection officer"}.get(claim.value["role"], claim.value["role"])
            yield Fact((claim.value["role"], _folded(claim.value["name"])), f"{claim.value['name']} as {shown}", claim)


def _deadlines(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("deadline", denied=False):
        subject = claim.value["subject"]
        yield Fact((subject, claim.value.get("regime")), _plain(subject), claim, claim.value["duration"])


def _dates(version: Version) -> Iterator[Fact]:
    for claim in version.claims.all("date"):
        if claim.value["role"] != "other":
            yield Fact((claim.value["role"],), f"the {_plain(claim.value['role'])} date", claim, claim.value["date"])


_FACTS: dict[str, Callable[[Version], Iterator[Fact]]] = {
    "recipients": _recipients,
    "sale": _sale,
    "data": _data,
    "purposes": _purposes,
    "retention": _retention,
    "ages": _ages,
    "hosting": _hosting,
    "transfers": _transfers,
    "rights": _rights,
    "promises": _promises,
    "topics": _topics,
    "contacts": _contacts,
    "controller": _controller,
    "deadlines": _deadlines,
    "dates": _dates,
}
_MEASURED = ("retention", "ages", "deadlines", "dates")
"""Topics whose facts have a value: the same thing can be longer, or more."""
_ONE_FOR_ANOTHER = ("contacts", "controller")
"""Topics where one gone and one new of a kind are one that changed."""
_SAID = {
    "recipients": ("we share data with {} now", "we no longer share data with {}"),
    "sale": ("we say {} now", "we no longer say {}"),
    "data": ("we collect {} now", "we no longer collect {}"),
    "purposes": ("we use data for {} now", "we no longer use data for {}"),
    "retention": ("we keep {} for {} now", "we no longer say how long we keep {} ({} before)"),
    "ages": ("{} is {} now", "{} is no longer said ({} before)"),
    "hosting": ("we keep data in {} now", "we no longer keep data in {}"),
    "transfers": ("we send data to {} now", "we no longer send data to {}"),
    "rights": ("{} is named now", "{} is no longer named"),
    "promises": ("we promise {} now", "we no longer promise {}"),
    "topics": ("we speak of {} now", "we no longer speak of {}"),
    "contacts": ("{} is a contact now", "{} is no longer a contact"),
    "controller": ("{} is named now", "{} is no longer named"),
    "deadlines": ("the time for {} is {} now", "the time for {} is no longer said ({} before)"),
    "dates": ("{} is {} now", "{} is gone ({} before)"),
}
_SAFEGUARD = ("{} is named as a safeguard now", "{} is no longer named as a safeguard")
_PROVIDER = ("we keep data with {} now", "we no longer keep data with {}")


# --- comparing -------------------------------------------------------------------------------------------------------


class _Comparison:
    """Two versions and the edits between them."""

    def __init__(self, before: Version, after: Version, edits: Edits) -> None:
        self.before = before
        self.after = after
        self.edits = edits
        self._words = {id(version): _squeezed(version.policy.source.text) for version in (before, after)}

    def of(self, topic: str) -> Iterator[Change]:
        """The changes of one topic."""
        old, new = list(_FACTS[topic](self.before)), list(_FACTS[topic](self.after))
        if topic in _MEASURED:
            yield from self._measured(topic, old, new)
            return
        gone = [fact for fact in _first_of_key(old, new) if self._really(fact, self.edits.before, self.after)]
        come = [fact for fact in _first_of_key(new, old) if self._really(fact, self.edits.after, self.before)]
        if topic in _ONE_FOR_ANOTHER:
            for one, other in _partners(gone, come):
                gone.remove(one)
                come.remove(other)
                yield Change(topic, "changed", f"{one.shown} became {other.shown}", one.claim, other.claim)
        yield from (Change(topic, "dropped", _said(topic, fact, 1), before=fact.claim) for fact in gone)
        yield from (Change(topic, "added", _said(topic, fact, 0), after=fact.claim) for fact in come)

    def _measured(self, topic: str, old: list[Fact], new: list[Fact]) -> Iterator[Change]:
        gone, come = _unmatched(old, new), _unmatched(new, old)
        for near in (self._same_key, self._same_block):
            for one in list(gone):
                other = next((fact for fact in come if near(one, fact)), None)
                if other is not None:
                    gone.remove(one)
                    come.remove(other)
                    if not _same_value(one.value, other.value) and (self._touched(one, other) or topic == "dates"):
                        yield _changed(topic, one, other)
        for fact in gone:
            if fact.key not in {other.key for other in new} and self._really(fact, self.edits.before, self.after):
                yield Change(topic, "dropped", _said(topic, fact, 1), before=fact.claim)
        for fact in come:
            if fact.key not in {other.key for other in old} and self._really(fact, self.edits.after, self.before):
                yield Change(topic, "added", _said(topic, fact, 0), after=fact.claim)

    def _same_key(self, one: Fact, other: Fact) -> bool:
        return one.key == other.key

    def _same_block(self, one: Fact, other: Fact) -> bool:
        # the same sentence reworded: what is kept may be called otherwise
        old, new = one.claim.sentence, other.claim.sentence
        return bool(old and new and self.edits.pairs.get(old.block.number) == new.block.number)

    def _touched(self, one: Fact, other: Fact) -> bool:
        return _stands_in(one, self.edits.before) or _stands_in(other, self.edits.after)

    def _really(self, fact: Fact, touched: frozenset[int], elsewhere: Version) -> bool:
        named = fact.key[0] in ("named", "email", "phone", "controller", "dpo", "representative")
        if named and _squeezed(str(fact.key[1])) in self._words[id(elsewhere)]:
            return False
        return _stands_in(fact, touched)


def _stands_in(fact: Fact, touched: frozenset[int]) -> bool:
    # what stands in the front matter has no sentence
    return fact.claim.sentence is None or fact.claim.sentence.block.number in touched


def _first_of_key(facts: list[Fact], others: list[Fact]) -> list[Fact]:
    there = {fact.key for fact in others}
    first = {fact.key: fact for fact in reversed(facts) if fact.key not in there}
    return sorted(first.values(), key=lambda fact: fact.claim.span)


def _unmatched(facts: list[Fact], others: list[Fact]) -> list[Fact]:
    first = {(fact.key, fact.value): fact for fact in reversed(facts)}
    left = [
        fact
        for fact in first.values()
        if not any(fact.key == other.key and _same_value(fact.value, other.value) for other in others)
    ]
    return sorted(left, key=lambda fact: fact.claim.span)


def _partners(gone: Iterable[Fact], come: Iterable[Fact]) -> list[tuple[Fact, Fact]]:
    left, pairs = list(come), []
    for one in list(gone):
        alike = [fact for fact in left if fact.key[0] == one.key[0] and _role(fact) == _role(one)]
        if alike:
            left.remove(alike[0])
            pairs.append((one, alike[0]))
    return pairs


def _role(fact: Fact) -> Any:
    return fact.claim.value.get("role")


def _changed(topic: str, one: Fact, other: Fact) -> Change:
    old, new = _size(one), _size(other)
    more, less = ("raised", "lowered") if topic == "ages" else ("longer", "shorter")
    verdict = "changed"
    if old is not None and new is not None and old != new:
        verdict = more if new > old else less
    first, second = _value(one), _value(other)
    message = {
        "retention": f"we keep {other.shown} for {second} now, {first} before",
        "deadlines": f"the time for {other.shown} is {second} now, {first} before",
    }.get(topic, f"{other.shown} is {second} now, {first} before")
    return Change(topic, verdict, message, one.claim, other.claim)


def _same_value(one: Any, other: Any) -> bool:
    if one == other or not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    first, second = in_days(one), in_days(other)
    if first is None or second is None:
        return False
    # 90 days and 3 months are one period; 60 days and 61 are two
    return abs(first - second) <= (_LEEWAY * max(first, second) if _by_months(one) != _by_months(other) else 0)


def _by_months(duration: str) -> bool:
    return "Y" in duration or "M" in duration.partition("T")[0]


def _size(fact: Fact) -> float | None:
    return in_days(fact.value) if isinstance(fact.value, str) else fact.value


def _value(fact: Fact) -> str:
    return duration_in_words(fact.value) if isinstance(fact.value, str) else str(fact.value)


def _said(topic: str, fact: Fact, which: int) -> str:
    if fact.key[0] == "safeguard":
        return _SAFEGUARD[which].format(fact.shown)
    if topic == "hosting" and fact.key[0] == "named":
        return _PROVIDER[which].format(fact.shown)
    return _SAID[topic][which].format(fact.shown, _value(fact))


def _told_already(change: Change, found: Iterable[Change]) -> bool:
    """Whether a recipient is told as a host, or by its name where this change says only what kind it is."""
    if change.topic != "recipients":
        return False
    name, sentence = _names(change), _sentence(change)
    if name:
        return any(name <= _names(other) for other in found if other.topic == "hosting")
    alike = (other for other in found if other.verdict == change.verdict and _names(other))
    return sentence is not None and any(_sentence(other) is sentence for other in alike)


def _names(change: Change) -> frozenset[str]:
    claim = change.after or change.before
    if claim is None or claim.kind not in ("party", "hosting"):
        return frozenset()
    names = claim.value["providers"] if claim.kind == "hosting" else [claim.value["name"]]
    return frozenset(map(_folded, names))


def _sentence(change: Change) -> Sentence | None:
    claim = change.after or change.before
    return claim.sentence if claim else None


def _several(claim: Claim, one: str, many: str = "") -> tuple[str, ...]:
    value = claim.value.get(many) or claim.value.get(one) or ()
    return (value,) if isinstance(value, str) else tuple(value)


def _place(code: str) -> str:
    from privacylint.languages.en_places import PLACES

    name = PLACES.get(code, (code,))[0]
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def _right(topic: str) -> str:
    california, _, name = topic.rpartition("right-")
    if not topic.startswith(("right-", "ca-right-")):
        return _plain(topic)
    return f"the {'Californian ' if california else ''}right to {_plain(name)}"


def _plain(id: Any) -> str:
    return str(id).replace("-", " ")


def _folded(text: str) -> str:
    return " ".join(str(text).split()).casefold()


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()
