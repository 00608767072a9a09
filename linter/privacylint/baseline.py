"""
The baseline: findings that were accepted once, so that only new ones fail.

    {"version": 1, "findings": [
    {"fingerprint": "…", "rule": "vague-retention", "path": "privacy.md"},
    …]}

It counts findings, not files: an entry covers one finding with its fingerprint, or `count` of them.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from privacylint import tree
from privacylint.source import Source, Span
from privacylint.yaml_nodes import START, DataError

if TYPE_CHECKING:
    from privacylint.lint import Result

NAME = ".privacylint-baseline.json"
"""What the file is called where nobody says otherwise."""
VERSION = 1
_LARGEST = 20_000_000


class Accepted(NamedTuple):
    """A finding, or several equal ones, that the baseline covers."""

    fingerprint: str
    rule: str
    path: str
    times: int = 1


class Baseline:
    """What was accepted, and what of it has been met in this run."""

    __slots__ = ("_left", "entries")

    def __init__(self, entries: Iterable[Accepted] = ()) -> None:
        self.entries = tuple(entries)
        self._left: Counter[str] = Counter()
        for entry in self.entries:
            self._left[entry.fingerprint] += entry.times

    @classmethod
    def load(cls, path: Path | str) -> Baseline:
        """Read a baseline file. Raises `DataError` when it is missing or is none."""
        name = os.fspath(path)
        file = Path(path)
        try:
            if not file.is_file():
                raise DataError("no such baseline; `privacylint baseline` writes one", path=name)
            with file.open("rb") as stream:
                data = stream.read(_LARGEST + 1)
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or "is no path").lower()
            raise DataError(f"cannot be read: {reason}", path=name) from None
        if len(data) > _LARGEST:
            raise DataError(f"baseline is larger than {_LARGEST} bytes", path=name)
        source = Source(name, data.decode("utf-8-sig", "replace"))
        return cls(_entries(source))

    def covers(self, fingerprint: str) -> bool:
        """Whether one more finding of that fingerprint was accepted; each call uses up one."""
        if self._left[fingerprint] <= 0:
            return False
        self._left[fingerprint] -= 1
        return True

    def stale(self, paths: Collection[str] | None = None) -> list[Accepted]:
        """The entries that no finding used up, with how many of each; `paths` narrows them to the files that ran."""
        left = +self._left
        stale = []
        for entry in self.entries:
            count = min(left[entry.fingerprint], entry.times)
            left[entry.fingerprint] -= count
            if count and (paths is None or entry.path in paths):
                stale.append(entry._replace(times=count))
        return stale


def sift(results: Iterable[Result], baseline: Baseline, never: Collection[str] = ()) -> list[Result]:
    """The results without the findings that were accepted; those of the rules `never` always stay."""
    sifted = []
    for result in results:
        kept = tuple(
            found
            for found in result.findings
            if not found.fingerprint or found.rule in never or not baseline.covers(found.fingerprint)
        )
        silenced = len(result.findings) - len(kept)
        sifted.append(result._replace(findings=kept, suppressed=result.suppressed + silenced))
    return sifted


def accept(results: Iterable[Result], root: Path, never: Collection[str] = ()) -> list[Accepted]:
    """What a baseline has to hold to accept every finding of `results`; paths count from the folder `root`."""
    return [
        Accepted(found.fingerprint, found.rule, tree.relative(root, found.path))
        for result in results
        for found in result.findings
        if found.fingerprint and found.rule not in never
    ]


def write(path: Path, accepted: Iterable[Accepted]) -> None:
    """Write a baseline atomically: one finding a line, sorted, equal ones counted. Raises OSError."""
    from privacylint.packs import write_atomically

    counts: Counter[tuple[str, str, str]] = Counter()
    for entry in accepted:
        counts[(entry.path, entry.rule, entry.fingerprint)] += entry.times
    lines = []
    for (file, rule, fingerprint), count in sorted(counts.items()):
        line: dict[str, Any] = {"fingerprint": fingerprint, "rule": rule, "path": file}
        lines.append(json.dumps({**line, "count": count} if count > 1 else line))
    body = ",\n".join(lines)
    write_atomically(path, f'{{"version": {VERSION}, "findings": [\n{body}\n]}}\n' if lines else _EMPTY)


_EMPTY = f'{{"version": {VERSION}, "findings": []}}\n'


def _entries(source: Source) -> list[Accepted]:
    try:
        data = json.loads(source.text)
    except json.JSONDecodeError as error:
        raise DataError(f"is not JSON: {error.msg.lower()}", source, Span(error.pos, error.pos)) from None
    except (ValueError, RecursionError):
        raise DataError("is not JSON that can be read", source, START) from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise DataError('is no baseline: expected {"version": 1, "findings": […]}', source, START)
    if data.get("version") != VERSION:
        raise DataError(f"baseline of version {data.get('version')!r}, expected {VERSION}", source, START)
    return [_entry(source, number, entry) for number, entry in enumerate(data["findings"])]


def _entry(source: Source, number: int, entry: Any) -> Accepted:
    if isinstance(entry, dict):
        values = [entry.get(key, "") for key in ("fingerprint", "rule", "path")]
        count = entry.get("count", 1)
        if all(isinstance(value, str) for value in values) and values[0] and type(count) is int and count > 0:
            return Accepted(values[0], values[1], values[2], count)
    wanted = 'expected "fingerprint", "rule", "path" and perhaps "count"'
    raise DataError(f"finding {number + 1} is no baseline entry: {wanted}", source, START)
