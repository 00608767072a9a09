"""
Hold the alarms on real policies against the verdicts people gave them.

    python tests/record/judge.py [--corpus ../shared/corpus] [--rule RULE] [--family FAMILY] [--unjudged] [--texts]

Lints the sets dev, seeds and pool, joins each alarm at warning or above with its verdict in `verdicts.yaml` beside this
file, prints how many are right by rule and family, and names the alarms nobody has judged. `--texts` shows the message
and both passages, to judge by reading. Exit code 1 when an alarm is unjudged or a family is right less than 9 in 10.

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
VERDICTS = HERE / "verdicts.yaml"
SETS = ("dev", "seeds", "pool")
FAMILIES = ("consistency", "drafting", "outdated")
ENOUGH = 0.9


class Alarm(NamedTuple):
    """A finding at warning or above, and the key its verdict is kept under."""

    key: str
    file: Path
    finding: dict[str, Any]


def alarms(corpus: Path) -> Iterator[Alarm]:
    """Every alarm of the judged families on the corpus."""
    for name in SETS:
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


def main() -> int:
    """Print the record; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=HERE.parent.parent.parent / "shared" / "corpus")
    parser.add_argument("--rule")
    parser.add_argument("--family")
    parser.add_argument("--unjudged", action="store_true", help="show only what nobody has judged")
    parser.add_argument("--texts", action="store_true", help="show the passages")
    options = parser.parse_args()
    verdicts = YAML(typ="safe", pure=True).load(VERDICTS.read_text("utf-8")) or {}
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    seen = set()
    for alarm in alarms(options.corpus):
        rule, family = alarm.finding["rule"], alarm.finding["family"]
        if (options.rule and rule != options.rule) or (options.family and family != options.family):
            continue
        seen.add(alarm.key)
        verdict = verdicts.get(alarm.key)
        judged = "unjudged" if verdict is None else "right" if verdict["right"] else "wrong"
        counts[f"{family}"][judged] += 1
        counts[f"  {rule}"][judged] += 1
        if options.texts and (judged == "unjudged" or not options.unjudged):
            print(f"{judged} {alarm.key}", *passages(alarm), sep="\n")
        elif judged == "unjudged":
            print(f"unjudged {alarm.key}")
    bad = False
    for name, count in sorted(counts.items(), key=lambda item: (not item[0].startswith(" "), item[0])):
        told = count["right"] + count["wrong"]
        share = count["right"] / told if told else 0.0
        print(f"{name:34s} right {count['right']:4d}  wrong {count['wrong']:4d}  unjudged {count['unjudged']:4d}  {share:6.1%}")
        bad = bad or bool(count["unjudged"]) or (not name.startswith(" ") and share < ENOUGH)
    gone = [key for key in verdicts if key not in seen] if not (options.rule or options.family) else []
    if gone:
        print(f"{len(gone)} verdicts have no alarm any more")
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
