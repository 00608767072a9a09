"""
Which of the contradictions that people found by reading are found by the rules.

    python tests/record/recall.py [--corpus ../shared/corpus] [--half odd|even] [--missed] [--kind KIND]

Lints the policies that `read.yaml` beside this file lists. A contradiction counts as found when every line of it is
within one line of a place that one alarm of the consistency family at warning or above shows. Prints how many are found
by strength and kind; `--missed` names the others. `--half` takes the policies with odd or even numbers only.
"""

from __future__ import annotations

import argparse
import collections
import sys
from pathlib import Path
from typing import Any

from judge import HERE, alarms
from ruamel.yaml import YAML

NEAR = 1
"""Lines a place may be off."""


def lines(finding: dict[str, Any]) -> list[int]:
    """The lines of every place that a finding shows."""
    return [place["start"]["line"] for place in (finding, *finding["related"])]


def is_found(label: dict[str, Any], shown: list[list[int]]) -> bool:
    """Whether one alarm shows every line of a labelled contradiction."""
    return any(all(any(abs(line - other) <= NEAR for other in places) for line in label["lines"]) for places in shown)


def main() -> int:
    """Print the recall; see the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=HERE.parent.parent.parent / "shared" / "corpus")
    parser.add_argument("--half", choices=("odd", "even"))
    parser.add_argument("--missed", action="store_true", help="name what is missed")
    parser.add_argument("--kind")
    options = parser.parse_args()
    labels = YAML(typ="safe", pure=True).load((HERE / "read.yaml").read_text("utf-8"))
    shown: dict[str, list[list[int]]] = collections.defaultdict(list)
    for alarm in alarms(options.corpus, sorted({name.split("/")[0] for name in labels})):
        if alarm.finding["family"] == "consistency":
            shown[alarm.key.split(":")[0]].append(lines(alarm.finding))
    counts: dict[str, collections.Counter[bool]] = collections.defaultdict(collections.Counter)
    for name, found in labels.items():
        odd = int(name.split("/")[1][:3]) % 2 == 1
        if options.half and odd != (options.half == "odd"):
            continue
        for label in found:
            if options.kind and label["kind"] != options.kind:
                continue
            hit = is_found(label, shown[name])
            for group in (label["strength"], f"  {label['kind']}"):
                counts[group][hit] += 1
            if options.missed and not hit:
                print(f"{name}:{','.join(map(str, label['lines']))} {label['kind']} {label['strength']}: {label['why']}")
    for group, count in sorted(counts.items(), key=lambda item: (item[0].startswith(" "), item[0])):
        print(f"{group:18s} {count[True]:4d} of {count[True] + count[False]:4d}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
