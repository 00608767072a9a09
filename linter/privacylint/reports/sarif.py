"""
SARIF 2.1.0, as GitHub code scanning reads it.

Each rule comes with its whole page, each further place is linked from the message, and each result has two
fingerprints: ours, which stays when lines move, and the one GitHub computes itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from privacylint.lint import Located, Reported, Run
from privacylint.reports._line_hash import line_hashes
from privacylint.reports._paint import harmless, visible
from privacylint.reports._place import uri
from privacylint.reports._script import as_json
from privacylint.rule import Rule
from privacylint.source import Place, Source

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/privacylint/privacylint"
_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_PROBLEM = {"error": "error", "warning": "warning", "info": "recommendation"}
_LONGEST = 1000
_MOST_TAGS = 10
_MOST_PLACES = 90


def render(run: Run, *, color: bool = False) -> str:
    """One log with one run."""
    sources = {result.path: result.source for result in run.results}
    hashes = {path: line_hashes(source.text) for path, source in sources.items() if source}
    found_rules = {found.rule: found for found in run.findings}
    index = {id: number for number, id in enumerate(sorted(found_rules))}
    name, _, version = run.tool.partition(" ")
    driver = {
        "name": name,
        **({"semanticVersion": version} if version else {}),
        "informationUri": HOME,
        "rules": [_rule(run.rules.get(id), found_rules[id]) for id in index],
    }
    results = [_result(found, index, hashes.get(found.path, []), sources.get(found.path)) for found in run.findings]
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return as_json(document) + "\n"


def _rule(rule: Rule | None, found: Reported) -> dict[str, Any]:
    summary = (rule.summary if rule else "") or found.rule
    doc = (rule.doc.strip() if rule else "") or summary
    described: dict[str, Any] = {
        "id": found.rule,
        "name": found.rule,
        "shortDescription": {"text": _cut(summary)},
        "fullDescription": {"text": _cut(" ".join(doc.split()))},
        "help": {"text": "\n".join(_help(doc, rule)), "markdown": "\n".join(_help(doc, rule, fence="```"))},
        "defaultConfiguration": {"level": _LEVEL[rule.severity if rule else found.severity]},
        "properties": {
            "tags": [found.family, *(rule.regimes if rule else found.regimes)][:_MOST_TAGS],
            "precision": rule.confidence if rule else found.confidence,
            "problem.severity": _PROBLEM[rule.severity if rule else found.severity],
        },
    }
    if found.url:
        described["helpUri"] = found.url
    return described


def _help(doc: str, rule: Rule | None, fence: str = "") -> Iterator[str]:
    yield doc
    if rule is None:
        return
    for title, texts in (
        ("Found in:", [bad.text for bad in rule.bad]),
        ("Not found in:", [good.text for good in rule.good]),
    ):
        for example in texts[:1]:
            yield from ("", title, "", *_example(example, fence))
    yield from ("", "To silence it at one place, with the reason:", "")
    yield from _example(f"<!-- privacylint: ignore[{rule.id}] why it is right here -->", fence)


def _example(text: str, fence: str) -> Iterator[str]:
    lines = [visible(line.rstrip()) for line in text.strip("\n").split("\n")]
    if not fence:
        yield from (f"    {line}".rstrip() for line in lines)
        return
    longer = fence + "`" * max((line.count("`") for line in lines), default=0)
    yield from (f"{longer}markdown", *lines, longer)


def _result(found: Reported, index: Mapping[str, int], hashes: list[str], source: Source | None) -> dict[str, Any]:
    related = found.related[:_MOST_PLACES]
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": index[found.rule],
        "level": _LEVEL[found.severity],
        "message": {"text": _message(found, related)},
        "locations": [_location(found.path, found.start, found.end)],
        "partialFingerprints": _fingerprints(found, hashes),
        "properties": {"confidence": found.confidence, "cites": list(found.cites), "regimes": list(found.regimes)},
    }
    if related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": _plain(place.note) or "see also"}, **_location(*place[:3])}
            for number, place in enumerate(related, 1)
        ]
    fix = _fix(found, source)
    if fix:
        result["fixes"] = [fix]
    return result


def _message(found: Reported, related: tuple[Located, ...]) -> str:
    # the first sentence stands alone in a list of alerts
    said = [_plain(found.message)]
    links = [f"[{_label(place)}]({number})" for number, place in enumerate(related, 1)]
    said += [f"See {', '.join(links)}"] if links else []
    said += [_plain(found.help)] if found.help else []
    return ". ".join(said) + ("." if len(said) > 1 else "")


def _label(place: Located) -> str:
    note = harmless(place.note).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"line {place.start.line}: {note}" if note else f"line {place.start.line}"


def _plain(text: str) -> str:
    # quoted words must not become a link
    return harmless(text).replace("](", "] (")


def _fingerprints(found: Reported, hashes: list[str]) -> dict[str, str]:
    prints = {"privacylint/v1": found.fingerprint} if found.fingerprint else {}
    if found.start.line <= len(hashes):
        prints["primaryLocationLineHash"] = hashes[found.start.line - 1]
    return prints


def _location(path: str, start: Place, end: Place) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, "region": _region(start, end)}}


def _region(start: Place, end: Place) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _fix(found: Reported, source: Source | None) -> dict[str, Any] | None:
    if found.fix is None or source is None:
        return None
    replacements = [
        {
            "deletedRegion": _region(source.place(edit.start), source.place(edit.end)),
            "insertedContent": {"text": edit.text},
        }
        for edit in found.fix.edits
    ]
    change = {"artifactLocation": {"uri": uri(found.path)}, "replacements": replacements}
    safe = "safe" if found.fix.safe else "to be read before it is taken"
    return {"description": {"text": safe}, "artifactChanges": [change]}


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 2] + " …"
