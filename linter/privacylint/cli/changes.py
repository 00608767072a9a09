"""
Say what changed in what a policy says, between two git revisions or since one of them.

    privacylint changes main                     since main, as the files are now
    privacylint changes v1.0 v2.0                between two revisions
    privacylint changes auto --format markdown   since what this CI run compares with, for a comment

Recipients, data, purposes, periods, ages, places, rights, contacts and promises are compared, each with its place in
both versions; edits of spelling, links and white space are named as such. A second argument that is no file is a
revision.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from privacylint.cli._history import History, add_requirement
from privacylint.cli._inputs import STDIN, Inputs, add_arguments, gather
from privacylint.cli._parser import Mistake
from privacylint.cli._say import say

if TYPE_CHECKING:
    from privacylint.changes import Change, Changes, Version
    from privacylint.claims import Claim

VERSION = 1
_LONGEST = 160
_INDENT = " " * 13


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `changes`."""
    parser.add_argument("base", metavar="BASE", help="the revision to compare with, or auto")
    add_arguments(parser)
    parser.add_argument(
        "--format", choices=tuple(_FORMATS), default="text", metavar="NAME", help="text, json or markdown"
    )
    parser.add_argument("--exit-code", action="store_true", help="exit 1 when something changed in what a policy says")
    add_requirement(parser)


def run(options: argparse.Namespace) -> int:
    """Print what changed."""
    if STDIN in options.paths or options.stdin_filename:
        raise Mistake("standard input has no earlier version; name files")
    head, named = _head(options), list(options.paths)
    # a file of another revision need not be here
    options.paths = ["."] if head else named
    inputs = gather(options)
    options.paths = named
    history = History(options, inputs)
    compared = list(_compared(options, inputs, history, head))
    sys.stdout.write(_FORMATS[options.format](compared))
    if not inputs.ok or not history.ok:
        return 2
    return int(bool(options.exit_code) and any(one.changes and one.changes.substance for one in compared))


class Compared(NamedTuple):
    """A file, and what became of it: first, removed, renamed, changed, unchanged or unknown."""

    path: str
    status: str
    base: str = ""
    old_path: str = ""
    before: Version | None = None
    after: Version | None = None
    changes: Changes | None = None


def _head(options: argparse.Namespace) -> str:
    """Take the revision out of the paths, where the first of them is one."""
    from privacylint.git import NoHistory, Repository, Wanted

    if not options.paths or os.path.lexists(options.paths[0]):
        return ""
    try:
        commit = Repository(Path.cwd()).commit(Wanted((options.paths[0],), "HEAD"))
    except NoHistory:
        raise Mistake(f'"{options.paths[0]}" is neither a file nor a revision') from None
    del options.paths[0]
    return commit


def _compared(options: argparse.Namespace, inputs: Inputs, history: History, head: str) -> Iterator[Compared]:
    from privacylint.git import NoHistory

    if not head:
        for path, data in inputs.read():
            yield _one(path, data, inputs, history)
        return
    try:
        repository = history.repository("x")
    except NoHistory as reason:
        raise Mistake(str(reason)) from None
    for path in _paths_in(repository.files(head), repository.top, options, inputs):
        there = repository.earlier(Path(path), head)
        data = there.data if there.data is not None else FileNotFoundError(2, "not in that revision")
        yield _one(path, data, inputs, history, head)


def _paths_in(files: Iterable[str], top: Path, options: argparse.Namespace, inputs: Inputs) -> list[str]:
    from privacylint import discover

    named = options.paths or [policy.path for policy in inputs.config.policies]
    if named:
        return list(named)
    here = [os.path.relpath(top / name) for name in files if discover.says_policy(name)]
    return sorted(path for path in here if not path.startswith("..") and not inputs.config.excludes(path))


def _one(path: str, data: bytes | OSError, inputs: Inputs, history: History, head: str = "") -> Compared:
    from privacylint.changes import compare

    after = _version(path, data, inputs)
    earlier = history.earlier(path, head or None)
    if earlier is None or after is None:
        return Compared(path, "unknown", after=after)
    if earlier.path is None or earlier.data is None:
        return Compared(path, "first", earlier.revision, after=after)
    before = _version(earlier.path, earlier.data, inputs)
    if before is None:
        return Compared(path, "unknown", earlier.revision, after=after)
    changes = compare(before, after)
    now = os.path.realpath(path)
    then = os.path.realpath(history.repository(path).top / earlier.path)
    status = "renamed" if now != then else "changed" if changes.changes or changes.edits.edits else "unchanged"
    return Compared(path, status, earlier.revision, earlier.path, before, after, changes)


def _version(path: str, data: bytes | OSError, inputs: Inputs) -> Version | None:
    from privacylint.changes import Version
    from privacylint.lint import read_claims

    read = read_claims(path, data, inputs.plugins, inputs.config)
    for found in read.findings:
        say(f"{path}: {found.message}")
    return Version(read.policy, read.claims) if read.policy and read.claims else None


# --- for a reader ----------------------------------------------------------------------------------------------------


def _headline(one: Compared) -> str:
    """What became of a file, in one line."""
    since = f" since {one.base[:10]}" if one.base else ""
    moved = f", renamed from {one.old_path}" if one.status == "renamed" else ""
    if one.changes is None:
        return {"first": "first version, nothing to compare with"}.get(one.status, "cannot be compared")
    count = len(one.changes.substance)
    if count:
        return f"{count} change{'' if count == 1 else 's'} in what it says{since}{moved}"
    if one.changes.dates:
        kinds = "" if one.changes.edits.edits else ", only the date"
        return f"nothing changed in what it says{kinds}{since}{moved}"
    if one.changes.edits.edits:
        return f"nothing changed in what it says{since}{moved}"
    return f"not a word changed{since}{moved}"


def _also(one: Compared) -> str:
    """The edits that say nothing new: `2 spelling, 1 link`."""
    return ", ".join(f"{count} {kind}" for kind, count in (one.changes.kinds if one.changes else {}).items())


def _text(compared: list[Compared]) -> str:
    from privacylint.reports._paint import harmless, shown_path

    lines = []
    for one in compared:
        lines.append(f"{shown_path(one.path)}: {harmless(_headline(one))}")
        for change in one.changes.changes if one.changes else ():
            lines.append(f"  {change.topic:<10} {harmless(change.message)}")
            lines += (f"{_INDENT}{word:<6} {harmless(where)}" for word, where in _ends(one, change))
        if one.changes and _also(one):
            lines.append(f"  edits      {_also(one)}")
        if one.changes and one.changes.log_line:
            lines.append(f"  change log {harmless(one.changes.log_line)}")
    return "".join(f"{line}\n" for line in lines)


def _ends(one: Compared, change: Change) -> Iterator[tuple[str, str]]:
    for word, version, claim, path in (
        ("before", one.before, change.before, f"{one.base[:10]}:{one.old_path}"),
        ("now", one.after, change.after, one.path),
    ):
        if version and claim:
            place = version.policy.source.place(claim.span.start)
            yield word, f'{path}:{place.line}:{place.column} "{_words(version, claim)}"'


def _words(version: Version, claim: Claim) -> str:
    words = " ".join(version.policy.source.cut(claim.span).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2]} …"


def _markdown(compared: list[Compared]) -> str:
    from privacylint.reports._markdown import code, escaped

    lines = ["## What changed in what the policy says", ""]
    for one in compared:
        lines += [f"### {code(one.path)}", "", f"{escaped(_headline(one))}.", ""]
        for change in one.changes.changes if one.changes else ():
            lines.append(f"- **{change.topic}**: {escaped(change.message)}")
            for word, version, claim in (("before", one.before, change.before), ("now", one.after, change.after)):
                if version and claim:
                    line = version.policy.source.place(claim.span.start).line
                    lines.append(f"  - {word}, line {line}: {code(_words(version, claim))}")
        if one.changes and one.changes.changes:
            lines.append("")
        if one.changes and _also(one):
            lines += [f"Edits: {_also(one)}.", ""]
        if one.changes and one.changes.log_line:
            lines += ["For the change log:", "", f"> {escaped(one.changes.log_line)}", ""]
    if not compared:
        lines += ["No policy found.", ""]
    return "\n".join(lines)


# --- for a program ---------------------------------------------------------------------------------------------------


def _json(compared: list[Compared]) -> str:
    from privacylint.reports._script import as_json

    return as_json({"version": VERSION, "files": [_file(one) for one in compared]}) + "\n"


def _file(one: Compared) -> dict[str, Any]:
    changes = one.changes
    return {
        "path": one.path,
        "old_path": one.old_path or None,
        "base": one.base or None,
        "status": one.status,
        "substance": bool(changes and changes.substance),
        "changes": [_change(one, change) for change in changes.changes] if changes else [],
        "edits": changes.kinds if changes else {},
        "change_log": changes.log_line if changes else "",
    }


def _change(one: Compared, change: Change) -> dict[str, Any]:
    return {
        "topic": change.topic,
        "verdict": change.verdict,
        "message": change.message,
        "before": _end(one.before, change.before),
        "after": _end(one.after, change.after),
    }


def _end(version: Version | None, claim: Claim | None) -> dict[str, Any] | None:
    from privacylint.reports.json import place

    if version is None or claim is None:
        return None
    source = version.policy.source
    return {
        "start": place(source.place(claim.span.start)),
        "end": place(source.place(claim.span.end)),
        "text": source.cut(claim.span),
    }


_FORMATS = {"text": _text, "json": _json, "markdown": _markdown}
