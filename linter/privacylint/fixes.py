"""
Applies the fixes of findings: the whole of a fix or nothing, every other character as it was, until no fix is left.

Where the edits of two fixes meet, the one that begins first is applied and the other waits for the next pass, when the
text has been read again. A file is replaced in one step, and only when it is still the file that was read.
"""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from privacylint import packs, tree
from privacylint.lint import Reported, Result
from privacylint.rule import Edit
from privacylint.source import Source

MOST_PASSES = 10
"""How often a file is read again; fixes that still find something to do after that undo one another."""

_DIFF_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BARE_LINE_END = re.compile(r"(?<!\r)\n")
_NO_LINE_END = "\n\\ No newline at end of file\n"

Lint = Callable[[bytes], Result]


class Fixed(NamedTuple):
    """What fixing came to: `result` is what remains, `text` the whole new text, None where nothing changes.

    `number` findings were fixed. `problem` says in one line why fixes were left out, else "".
    """

    result: Result
    text: str | None = None
    number: int = 0
    problem: str = ""


class NotWritten(Exception):
    """Why a file was left alone; the message is one line."""


def is_fixable(found: Reported, *, unsafe: bool = False) -> bool:
    """Whether a finding has a safe fix, or any fix where `unsafe` ones are asked for too."""
    return found.fix is not None and bool(found.fix.edits) and (found.fix.safe or unsafe)


def fix(first: Result, lint: Lint, *, unsafe: bool = False) -> Fixed:
    """Fix a linted file and lint it again until no fix is left. `lint` takes the bytes of the file. Writes nothing."""
    if first.source is None:
        return Fixed(first)
    result, text, number = first, first.source.text, 0
    seen, rules = {text}, set[str]()
    for _ in range(MOST_PASSES):
        fitting = list(_fitting(result.findings, Source("", text, first.source.encoding), unsafe=unsafe))
        changed = _edited(text, [edit for offer in fitting for edit in offer.edits])
        if changed == text:
            return Fixed(result, text if number else None, number)
        number += len(fitting)
        rules = {offer.rule for offer in fitting}
        if changed in seen:
            break
        seen.add(changed)
        text = changed
        result = lint(first.source.encode(text))
        if result.source is None or result.source.text != text:
            return Fixed(first, problem="fixes left out, the file could not be read back as it was written")
    return Fixed(first, problem=f"fixes left out, they undo one another ({', '.join(sorted(rules))})")


class _Offer(NamedTuple):
    edits: tuple[Edit, ...]
    rule: str


def _fitting(findings: Iterable[Reported], source: Source, *, unsafe: bool) -> Iterator[_Offer]:
    """The fixes that can be applied together; of two that meet the first one. An edit that two ask for counts once."""
    offers = [
        _Offer(tuple(sorted({_fitted(Edit(*edit), source) for edit in found.fix.edits})), found.rule)
        for found in findings
        if is_fixable(found, unsafe=unsafe) and found.fix
    ]
    taken: list[Edit] = []
    for offer in sorted(offers):
        new = [edit for edit in offer.edits if not _is_in(edit, taken)]
        if _is_sound(offer.edits, source) and not any(_meets(edit, taken) for edit in new):
            for edit in new:
                insort(taken, edit)
            yield _Offer(tuple(new), offer.rule)


def _fitted(edit: Edit, source: Source) -> Edit:
    # what is written in has the line ends of the file
    windows = "\r\n" in source.text and not _BARE_LINE_END.search(source.text)
    return edit._replace(text=_BARE_LINE_END.sub("\r\n", edit.text)) if windows else edit


def _is_in(edit: Edit, taken: list[Edit]) -> bool:
    at = bisect_left(taken, edit)
    return at < len(taken) and taken[at] == edit


def _meets(edit: Edit, taken: list[Edit]) -> bool:
    at = bisect_left(taken, edit)
    return any(_overlap(edit, other) for other in taken[max(0, at - 1) : at + 1])


def _overlap(one: Edit, other: Edit) -> bool:
    # two insertions at one place have no order of their own
    return (one.start < other.end and other.start < one.end) or one.start == other.start


def _is_sound(edits: tuple[Edit, ...], source: Source) -> bool:
    """Whether the edits of a fix lie in the text, apart from one another, in letters the file can hold."""
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(source.text):
            return False
        at = edit.end
    try:
        source.encode("".join(edit.text for edit in edits))
    except UnicodeError:
        return False
    return True


def _edited(text: str, edits: list[Edit]) -> str:
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def diff(path: str, before: str, after: str) -> str:
    """A unified diff of two texts of one file, as `git apply` takes it; empty where they are equal."""
    from difflib import unified_diff

    name = path.replace(os.sep, "/")
    marks = ("", "") if Path(path).is_absolute() else ("a/", "b/")
    # only a line feed ends a line of a patch
    old, new = (_DIFF_LINE.findall(text) for text in (before, after))
    lines = unified_diff(old, new, marks[0] + name, marks[1] + name)
    return "".join(line if line.endswith("\n") else line + _NO_LINE_END for line in lines)


def write(path: str, before: bytes, after: bytes) -> None:
    """Replace what is in a file, at once and with its permissions. Raises `NotWritten`, the file then being untouched.

    `before` is what was read. A link is left alone, and so is a file that lies outside of the tree it is named in, one
    that nobody may write and one that is no longer what was read.
    """
    file = Path(path)
    try:
        mode = file.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise NotWritten("is a link; name the file it leads to")
        if not stat.S_ISREG(mode):
            raise NotWritten("is no ordinary file")
        if _leads_out(file):
            raise NotWritten("stands in a folder that is a link out of the tree")
        if not mode & 0o222 or not os.access(file, os.W_OK):
            raise NotWritten("is read-only")
        if file.read_bytes() != before:
            raise NotWritten("was changed in the meantime")
        packs.write_atomically(file, after)
    except OSError as error:
        raise NotWritten(f"cannot be written, {(error.strerror or str(error)).lower()}") from None


def _leads_out(file: Path) -> bool:
    # a path outside of the current tree was named on purpose: it may lie anywhere
    here, named = tree.tree_of(Path.cwd()), Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow links
    real = Path(os.path.realpath(named))
    return here in named.parents and Path(os.path.realpath(here)) not in real.parents
