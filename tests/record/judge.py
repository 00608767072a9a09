"""
Hold the alarms on real policies against the verdicts people gave them.

    python tests/record/judge.py [--corpus ../shared/corpus] [--rule RULE] [--family FAMILY] [--sets SETS] [--unjudged]
        [--texts [--blind]]

Lints the sets dev, seeds and pool (or those of `--sets`), joins each alarm at warning or above with its verdicts in `verdicts.yaml` and
`second.yaml` beside this file, prints how many are right by rule and family, names the alarms nobody has judged and
those on which the two readings differ. `--texts` shows the message and both passages, to judge by reading; `--blind`
leaves the verdicts out, so that another reading is independent of them. Exit code 1 when an alarm has no verdict
or a family is right less than 9 in 10 in either reading. An alarm made after the second reading has one verdict only,
and so have those of gdpr-transparency, which only the second reader saw.

A verdict is keyed by set, file, rule and the finding's fingerprint, which does not change when lines move:

    dev/001-example:conflicting-ages:1f2e3d4c5b6a: {right: true, why: two minimum ages for everyone}
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

HERE = Path(__file__).parent
READINGS = (HERE / "verdicts.yaml", HERE / "second.yaml")
SETS = ("dev", "seeds", "pool")
FAMILIES = ("consistency", "drafting", "outdated")
ENOUGH = 0.9


class Alarm(NamedTuple):
    """A finding at warning or above, and the key its verdict is kept under."""

    key: str
    file: Path
    finding: dict[str, Any]


def alarms(corpus: Path, sets: list[str]) -> Iterator[Alarm]:
    """Every alarm of the judged families on the named sets of the corpus."""
    for name in sets:
        # fingerprints hold the path as it is given, so it is given without the folders of this machine
        folder = corpus / name
        files = sorted(file.name for file in folder.glob("*.md"))
        command = [sys.executable, "-m", "privacylint", "check", "--no-config", "--fail-on", "never", "--format", "json"]
        done = subprocess.run([*command, *files], cwd=folder, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            sys.exit(f"{name}: exit {done.returncode}: {done.stderr[:400]}")
        for finding in json.loads(done.stdout)["findings"]:
            if finding["family"] in FAMILIES and finding["severity"] != "info":
                file = folder / finding["path"]
                yield Alarm(f"{name}/{file.stem}:{finding['rule']}:{finding['fingerprint'][:12]}", file, finding)


def passages(alarm: Alarm) -> Iterator[str]:
    """The message and every place of an alarm, to be read."""
    text = alarm.file.read_bytes().decode("utf-8", "replace")
    yield f"{alarm.file}:{alarm.finding['start']['line']} {alarm.finding['severity']} {alarm.finding['message']}"
    for place in (alarm.finding, *alarm.finding["related"]):
        start, end = place["start"]["offset"], place["end"]["offset"]
        around = text[max(0, start - 160) : start] + "»" + text[start:end] + "«" + text[end : end + 160]
        yield f"    {place['start']['line']}: {' '.join(around.split())}"


Verdicts = dict[str, dict[str, Any]]


def said(verdicts: Verdicts, key: str) -> str:
    """What one reading says of an alarm: "right", "wrong" or "unjudged"."""
    verdict = verdicts.get(key)
    return "unjudged" if verdict is None else "right" if verdict["right"] else "wrong"


def rate(count: collections.Counter[str]) -> float:
    """The share of right alarms among those judged, 0 where none is."""
    told = count["right"] + count["wrong"]
    return count["right"] / told if told else 0.0


def table(counts: dict[str, tuple[collections.Counter[str], collections.Counter[str]]]) -> Iterator[str]:
    """How many are right in both readings, families first."""
    yield f"{'':34s} {'first: right wrong unjudged':>36s}   {'second: right wrong':>28s}"
    for name, (first, second) in sorted(counts.items(), key=lambda item: (item[0].startswith(" "), item[0])):
        yield (
            f"{name:34s} {first['right']:14d} {first['wrong']:5d} {first['unjudged']:8d} {rate(first):6.1%}"
            f"   {second['right']:13d} {second['wrong']:5d}  {rate(second):6.1%}"
        )


def main() -> int:
    """Print the record; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=HERE.parent.parent.parent / "shared" / "corpus")
    parser.add_argument("--rule")
    parser.add_argument("--family")
    parser.add_argument("--sets", default=",".join(SETS), help="folders of the corpus, comma-separated")
    parser.add_argument("--unjudged", action="store_true", help="show only what nobody has judged")
    parser.add_argument("--texts", action="store_true", help="show the passages")
    parser.add_argument("--blind", action="store_true", help="do not show verdicts")
    options = parser.parse_args()
    readings: list[Verdicts] = [YAML(typ="safe", pure=True).load(file.read_text("utf-8")) or {} for file in READINGS]
    counts: dict[str, tuple[collections.Counter[str], collections.Counter[str]]] = collections.defaultdict(
        lambda: (collections.Counter(), collections.Counter())
    )
    seen, differ, missing = set(), [], 0
    for alarm in alarms(options.corpus, options.sets.split(",")):
        rule, family = alarm.finding["rule"], alarm.finding["family"]
        if (options.rule and rule != options.rule) or (options.family and family != options.family):
            continue
        seen.add(alarm.key)
        judged = [said(verdicts, alarm.key) for verdicts in readings]
        for name in (family, f"  {rule}"):
            for count, verdict in zip(counts[name], judged, strict=True):
                count[verdict] += 1
        if sorted(judged) == ["right", "wrong"]:
            differ.append(alarm.key)
        unjudged = set(judged) == {"unjudged"}
        missing += unjudged
        if options.texts and (unjudged or not options.unjudged):
            print(alarm.key if options.blind else f"{' / '.join(judged)} {alarm.key}", *passages(alarm), sep="\n")
        elif unjudged:
            print(f"unjudged {alarm.key}")
    if options.blind:
        return 0
    print(*table(counts), sep="\n")
    for key in differ:
        print(f"differ {key}", *(f"    {verdicts[key]['why']}" for verdicts in readings), sep="\n")
    whole = not (options.rule or options.family) and options.sets == ",".join(SETS)
    gone = [key for key in readings[0] if key not in seen] if whole else []
    if gone:
        print(f"{len(gone)} verdicts have no alarm any more")
    families = [count for name, pair in counts.items() if not name.startswith(" ") for count in pair]
    judged_badly = any(rate(count) < ENOUGH for count in families if count["right"] or count["wrong"])
    return int(judged_badly or bool(missing))


if __name__ == "__main__":
    sys.exit(main())
