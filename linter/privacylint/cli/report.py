"""
Show which topics a policy speaks of, law by law.

A table of topics and laws: where a topic is met, partly met, missing, or not applicable and why. Without PATH: the
policies named in the configuration, else every Markdown file in the tree whose name says privacy policy.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from privacylint.cli._each import each, ending
from privacylint.cli._inputs import add_arguments, gather
from privacylint.cli._say import tell

if TYPE_CHECKING:
    from privacylint.coverage import Cell, Row
    from privacylint.lint import Result
    from privacylint.plugins import Plugins
    from privacylint.source import Source

VERSION = 1
WIDTH = 100
_GAP = 2
_NOT_ASKED = "."
_LEGEND = (
    "line N: spoken of there   partly N: mentioned there, not answered   missing: not found",
    "n/a: not applicable, reasons below   .: not asked for by this law",
    "this screens wording and is no legal advice: what is found may still be wrong or not enough",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `report`."""
    add_arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="NAME", help="text or json")


def run(options: argparse.Namespace) -> int:
    """Print the table of every file; 1 when a file could not be read."""
    inputs = gather(options)
    if options.format == "json":
        files = each(inputs, lambda result: as_json(result, inputs.plugins) if result.claims else None)
        tell({"version": VERSION, "files": [one.said for one in files if one.said]})
        return ending(inputs, files)
    tables = each(inputs, lambda result: "\n".join(_text(result, inputs.plugins)))
    said = [one.said for one in tables if one.said]
    sys.stdout.write("\n\n".join(said) + ("\n" if said else ""))
    return ending(inputs, tables)


def as_json(result: Result, plugins: Plugins) -> dict[str, Any]:
    """The table of one file; `start` is where a topic is met or mentioned, null where it is not."""
    claims, source = result.claims, result.source
    if claims is None or source is None:
        return {"path": result.path, "regimes": [], "topics": []}
    return {
        "path": result.path,
        "as_of": claims.today.isoformat(),
        "regimes": [{"id": id, "why": why} for id, why in result.regimes],
        "topics": [
            {
                "topic": row.topic,
                "title": row.title,
                "laws": {id: _cell_as_json(cell, source) for id, cell in row.cells.items()},
            }
            for row in _rows(result, plugins)
        ],
    }


def _cell_as_json(cell: Cell, source: Source) -> dict[str, Any]:
    span = cell.standing.span
    return {
        "status": cell.standing.status,
        "start": source.place(span.start)._asdict() if span else None,
        "cite": cell.cite,
        "why": cell.why,
    }


def _rows(result: Result, plugins: Plugins) -> list[Row]:
    from privacylint.coverage import rows

    if result.policy is None or result.claims is None:
        return []
    return list(rows(result.policy, result.claims, plugins.disclosures, plugins.regimes))


def _text(result: Result, plugins: Plugins) -> Iterator[str]:
    from privacylint.reports._paint import harmless, shown_path

    if result.claims is None or result.source is None:
        return
    yield f"{shown_path(result.path)}, by the law of {result.claims.today.isoformat()}"
    if not result.regimes:
        yield "  it speaks to no law we know; name the laws with --regime"
        return
    for id, why in result.regimes:
        yield f"  {id}: {harmless(why)}"
    rows = _rows(result, plugins)
    wide = max((len(row.topic) for row in rows), default=0)
    for laws in _pages([id for id, _ in result.regimes], WIDTH - wide):
        asked = [row for row in rows if any(law in row.cells for law in laws)]
        yield ""
        yield from _table(asked, laws, wide, result.source)
    yield ""
    yield from _counts(rows, [id for id, _ in result.regimes])
    reasons = list(_reasons(rows))
    if reasons:
        yield ""
        yield from reasons
    yield ""
    yield from _LEGEND


def _pages(laws: list[str], room: int) -> Iterator[list[str]]:
    """The laws in groups whose columns fit beside the topics."""
    page: list[str] = []
    for law in laws:
        if page and sum(_column(one) for one in [*page, law]) > room:
            yield page
            page = []
        page.append(law)
    if page:
        yield page


def _column(law: str) -> int:
    return max(len(law), len("partly 1000")) + _GAP


def _table(rows: Iterable[Row], laws: list[str], wide: int, source: Source) -> Iterator[str]:
    columns = [_column(law) - _GAP for law in laws]
    yield _line("", laws, wide, columns)
    for row in rows:
        yield _line(row.topic, [_shown(row.cells.get(law), source) for law in laws], wide, columns)


def _line(head: str, words: list[str], wide: int, columns: list[int]) -> str:
    cells = (f"{word:<{column}}" for word, column in zip(words, columns, strict=True))
    return (" " * _GAP).join((f"{head:<{wide}}", *cells)).rstrip()


def _shown(cell: Cell | None, source: Source) -> str:
    if cell is None:
        return _NOT_ASKED
    line = source.place(cell.standing.span.start).line if cell.standing.span else 0
    words = {"met": f"line {line}", "partly": f"partly {line}", "missing": "missing", "not applicable": "n/a"}
    return words[cell.standing.status]


def _counts(rows: list[Row], laws: list[str]) -> Iterator[str]:
    for law in laws:
        statuses = [row.cells[law].standing.status for row in rows if law in row.cells]
        parts = [f"{statuses.count(status)} {status}" for status in ("met", "partly", "missing", "not applicable")]
        yield f"{law}: {', '.join(parts)} of {len(statuses)}"


def _reasons(rows: Iterable[Row]) -> Iterator[str]:
    from privacylint.reports._paint import harmless

    for row in rows:
        by_reason: dict[str, list[str]] = {}
        for law, cell in row.cells.items():
            if cell.why:
                by_reason.setdefault(cell.why, []).append(law)
        for why, laws in by_reason.items():
            yield f"{row.topic} ({', '.join(laws)}): {harmless(why)}"
