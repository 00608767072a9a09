"""
Show what a policy says: every claim with its place.

Without PATH: the policies named in the configuration, else every Markdown file in the tree whose name says privacy
policy.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from privacylint.cli._each import each, ending
from privacylint.cli._inputs import add_arguments, gather
from privacylint.cli._say import tell

if TYPE_CHECKING:
    from privacylint.claims import Claim
    from privacylint.lint import Result
    from privacylint.source import Source

VERSION = 1
_INDENT = " " * 25
_LONGEST = 90


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `claims`."""
    add_arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="NAME", help="text or json")


def run(options: argparse.Namespace) -> int:
    """Print the claims of every file; 1 when a file could not be read."""
    inputs = gather(options)
    if options.format == "json":
        files = each(inputs, lambda result: as_json(result) if result.source else None)
        tell({"version": VERSION, "files": [one.said for one in files if one.said]})
        return ending(inputs, files)
    texts = each(inputs, lambda result: "".join(f"{line}\n" for line in _text(result)))
    sys.stdout.write("".join(one.said for one in texts))
    return ending(inputs, texts)


def as_json(result: Result) -> dict[str, Any]:
    """The claims of one file with the keys of the contract, in its order."""
    claims = result.claims
    if claims is None or result.source is None:
        return {"path": result.path, "regimes": [], "claims": []}
    return {
        "path": result.path,
        "regimes": list(claims.regimes),
        "claims": [_claim(claim, result.source) for claim in claims],
    }


def _claim(claim: Claim, source: Source) -> dict[str, Any]:
    return {
        "kind": claim.kind,
        "value": _plain(claim.value),
        "denied": claim.denied,
        "modality": claim.modality,
        "scope": _plain(claim.scope._asdict()),
        "text": source.cut(claim.span),
        "section": list(claim.section.path) if claim.section else [],
        "start": source.place(claim.span.start)._asdict(),
        "end": source.place(claim.span.end)._asdict(),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(_plain(item) for item in value)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _text(result: Result) -> Iterator[str]:
    from privacylint.reports._paint import harmless, shown_path

    if result.source is None or result.claims is None:
        return
    claims = result.claims.all_claims
    laws = ", ".join(result.claims.regimes) or "none"
    yield f"{shown_path(result.path)}: {len(claims)} claim{'' if len(claims) == 1 else 's'}, laws: {laws}"
    for claim in claims:
        place = result.source.place(claim.span.start)
        where = f"{place.line}:{place.column}"
        yield f"  {where:>9}  {claim.kind:<10}  {harmless(' '.join(_facts(claim)))}"
        scope = "; ".join(f"{key}: {_word(value)}" for key, value in claim.scope._asdict().items() if value)
        if scope:
            yield _INDENT + harmless(_short(scope))
        yield f'{_INDENT}"{harmless(_short(result.source.cut(claim.span)))}"'


def _facts(claim: Claim) -> Iterator[str]:
    if claim.denied:
        yield "not"
    if claim.modality != "does":
        yield claim.modality
    for key, value in claim.value.items():
        if value not in (None, "", (), []):
            yield f"{key}={_word(value)}"


def _word(value: Any) -> str:
    plain = _plain(value)
    if isinstance(plain, list):
        return ",".join(str(item) for item in plain)
    return str(plain).lower() if isinstance(plain, bool) else str(plain)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
