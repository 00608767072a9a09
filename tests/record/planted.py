"""
Plant invented contradictions in real policies, and see whether the consistency rules show both places.

    python tests/record/planted.py [--corpus ../shared/corpus] [--kind KIND] [--show PART] [--fresh]

Takes the pairs of `planted.yaml` beside this file. Each pair goes into three of 30 policies of the sets dev and pool:
statement A as a paragraph under one heading, statement B under another; which policies and which headings is a matter
of hashes, so every run plants the same. A plant is found when one consistency finding at warning or above shows both
statements. The even pairs served to mend the rules, the odd ones only give the figure; `--fresh` adds pairs that were
kept for the last run, and the second half was written later by another hand. The look-alikes are planted in the same
way, and none of them may be shown as a clash.

Prints found of planted by kind and part; `--show tuning` also names what was missed of a part, and with `--show silent`
the look-alikes that were shown. Exit code 1 when less than 95 % of a part is found, or a look-alike is shown.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from privacylint import plugins as loading
from privacylint.config import Config
from privacylint.lint import Reported, lint_file
from privacylint.markdown import parse
from privacylint.plugins import Plugins
from privacylint.source import Source, Span
from ruamel.yaml import YAML

HERE = Path(__file__).parent
PAIRS = HERE / "planted.yaml"
PARTS = ("tuning", "figure", "fresh", "second", "third", "fourth")
POLICIES = 30
TRIES = 3
ENOUGH = 0.95
TODAY = date(2026, 11, 21)
HEADINGS = 4
"""A policy with fewer headings to choose from is not planted in."""
NARROW = {
    "california", "nevada", "virginia", "colorado", "connecticut", "texas", "utah", "state", "u.s.", "usa", "us",
    "eu", "eea", "uk", "gdpr", "ccpa", "cpra", "lgpd", "europe", "european", "kingdom", "britain", "brazil", "canada",
    "australia", "swiss", "switzerland", "korea", "japan", "china", "india", "singapore", "child", "children", "kid",
    "minor", "teen", "parent", "age", "student", "applicant", "candidate", "employee", "job", "recruit", "region",
    "country", "countries", "jurisdiction", "territory", "local", "app", "application", "mobile", "forum", "blog",
    "newsletter", "extension", "plugin", "bot", "api", "sdk", "store", "shop", "marketplace", "desktop",
}
"""Words of headings that narrow what stands under them to a region, some people or a product; nothing is planted there."""


class Pair(NamedTuple):
    """Two statements of one kind, from one of the lists `pairs`, `fresh`, `second`, `third`, `fourth` and `silent`."""

    kind: str
    listed: str
    number: int
    first: str
    second: str

    @property
    def clash(self) -> bool:
        """Whether both cannot be true; a look-alike can."""
        return self.listed != "silent"

    @property
    def part(self) -> str:
        """What the pair is for: to mend the rules (tuning), the figure only, the last run (fresh, second and so on), to stay silent."""
        return self.listed if self.listed != "pairs" else "figure" if self.number % 2 else "tuning"


class Plant(NamedTuple):
    """A pair in a policy, and the rules that show both its places."""

    pair: Pair
    policy: str
    rules: tuple[str, ...]


class Ground(NamedTuple):
    """A real policy and the offsets behind those of its headings under which a general statement may stand."""

    name: str
    text: str
    places: tuple[int, ...]


def pairs() -> Iterator[Pair]:
    """The pairs and look-alikes of `planted.yaml`."""
    for kind, lists in YAML(typ="safe", pure=True).load(PAIRS.read_text("utf-8")).items():
        for listed, items in lists.items():
            for number, (first, second, *_) in enumerate(items, 1):
                yield Pair(kind, listed, number, first, second)


def grounds(corpus: Path) -> list[Ground]:
    """The policies that are planted in: the first by the hash of their names that have headings enough."""
    files = [file for name in ("dev", "pool") for file in (corpus / name).glob("*.md")]
    chosen: list[Ground] = []
    for file in sorted(files, key=lambda file: _hash(file.stem)):
        ground = _ground(file)
        if len(ground.places) >= HEADINGS:
            chosen.append(ground)
        if len(chosen) == POLICIES:
            break
    return chosen


def _ground(file: Path) -> Ground:
    source = Source.read(file.name, file.read_bytes())
    policy = parse(source)
    places = []
    for section in policy.sections:
        heading = section.heading
        if heading is None or not section.marked or heading.quoted or heading.depth:
            continue
        if not any(word in NARROW for title in section.path for word in _words(title)):
            places.append(source.line_span(source.place(heading.span.end).line).end)
    return Ground(f"{file.parent.name}/{file.stem}", source.text, tuple(sorted(set(places))))


def _words(title: str) -> list[str]:
    words = "".join(char if char.isalnum() or char == "." else " " for char in title.lower()).split()
    return [word if word in NARROW else word.removesuffix("s").strip(".") for word in words]


def _hash(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()


def plant(pair: Pair, ground: Ground) -> tuple[str, Span, Span]:
    """The policy with both statements in it, and where they stand."""
    one, two = sorted(ground.places, key=lambda place: _hash(*pair, ground.name, place))[:2]
    text, spans = ground.text, {}
    for place, words in sorted(((one, pair.first), (two, pair.second)), reverse=True):
        text = f"{text[:place]}\n\n{words}\n{text[place:]}"
        spans[words] = place + 2
    # what was put in further up moved the other one
    for words, start in spans.items():
        other = next(key for key in spans if key != words)
        spans[words] = start + (len(other) + 3 if spans[other] < start else 0)
    first, second = spans[pair.first], spans[pair.second]
    return text, Span(first, first + len(pair.first)), Span(second, second + len(pair.second))


def shows(finding: Reported, *spans: Span) -> bool:
    """Whether the places of a finding lie in each of the spans."""
    starts = [finding.start.offset, *(place.start.offset for place in finding.related)]
    return all(any(span.start <= start < span.end for start in starts) for span in spans)


def starts_in(finding: Reported, *spans: Span) -> bool:
    """Whether the primary place of a finding lies in one of the spans."""
    return any(span.start <= finding.start.offset < span.end for span in spans)


def tried(pair: Pair, ground: Ground, plugins: Plugins) -> Plant:
    """Plant a pair and lint."""
    text, first, second = plant(pair, ground)
    config = Config(only=("consistency",))
    result = lint_file(f"{ground.name}.md", text.encode("utf-8"), plugins, config, today=TODAY)
    rules = {
        found.rule
        for found in result.findings
        if found.severity != "info" and shows(found, first, second)
        # a look-alike may be shown beside a statement of the policy that truly clashes with both
        and (pair.clash or starts_in(found, first, second))
    }
    return Plant(pair, ground.name, tuple(sorted(rules)))


def bed(pair: Pair, chosen: Iterable[Ground]) -> list[Ground]:
    """The policies a pair is planted in."""
    return sorted(chosen, key=lambda ground: _hash(*pair[:3], ground.name))[:TRIES]


def main() -> int:
    """Print the figures; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=HERE.parent.parent.parent / "shared" / "corpus")
    parser.add_argument("--kind")
    parser.add_argument("--show", choices=(*PARTS, "silent"), action="append", default=[])
    parser.add_argument("--fresh", action="store_true", help="plant the pairs kept for the last run too")
    options = parser.parse_args()
    plugins, chosen = loading.load(), grounds(options.corpus)
    wanted = [
        pair for pair in pairs() if options.kind in (None, pair.kind) and (options.fresh or pair.listed != "fresh")
    ]
    plants = [tried(pair, ground, plugins) for pair in wanted for ground in bed(pair, chosen)]
    for line in _shown(plants, options.show):
        print(line)
    print(f"{len({planted.policy for planted in plants})} policies")
    return int(not _figures(plants))


def _shown(plants: list[Plant], parts: list[str]) -> Iterator[str]:
    by_pair: dict[Pair, list[Plant]] = collections.defaultdict(list)
    for planted in plants:
        by_pair[planted.pair].append(planted)
    for pair, tries in by_pair.items():
        odd = [one for one in tries if bool(one.rules) != pair.clash]
        if odd and pair.part in parts:
            told = "missed" if pair.clash else "wrong, " + ", ".join(sorted({rule for one in odd for rule in one.rules}))
            places = ", ".join(one.policy for one in odd)
            yield f"{pair.kind} {pair.number} {pair.part}: {told} in {len(odd)} of {len(tries)} ({places})"
            yield f"    {pair.first}\n    {pair.second}"


def _figures(plants: list[Plant]) -> bool:
    found: dict[tuple[str, str], list[bool]] = collections.defaultdict(list)
    for planted in plants:
        for kind in (planted.pair.kind, "all"):
            found[kind, planted.pair.part].append(bool(planted.rules))
    for kind in (*dict.fromkeys(planted.pair.kind for planted in plants), "all"):
        shares = (f"{part} {_share(found[kind, part])}" for part in PARTS if (kind, part) in found)
        wrong = found[kind, "silent"]
        print(f"{kind:10s}", *shares, f"look-alikes shown {sum(wrong)} of {len(wrong)}", sep="  ")
    enough = all(sum(found["all", part]) >= ENOUGH * len(found["all", part]) for part in PARTS)
    return enough and not any(found["all", "silent"])


def _share(found: list[bool]) -> str:
    return f"{sum(found):3d} of {len(found):3d} ({sum(found) / max(1, len(found)):4.0%})"


if __name__ == "__main__":
    sys.exit(main())
