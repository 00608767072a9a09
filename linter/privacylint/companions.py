"""
What a policy says in the files read together with it: a cookie policy, a list of subprocessors.

A topic that a declared companion speaks of is spoken of by the policy, provided that the policy refers its reader to
the companion: by a link to it, or by its title. The claim stands at that reference, for there the reader is sent on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from privacylint.claims import Claim, Extractor
from privacylint.policy import Policy, Sentence
from privacylint.source import Source, Span, bytes_at

_SHORTEST_TITLE = 2
"""How many words a title has at least that is taken for the name of a document: "Cookies" alone is no name."""


class Reference(NamedTuple):
    """Where a policy sends its readers to a companion."""

    span: Span
    sentence: Sentence | None


def disclosed(policy: Policy, companions: Iterable[str], extractors: Iterable[Extractor]) -> Iterator[Claim]:
    """The disclosure claims of the companions a policy refers to, placed at the reference.

    Their value names the file as `companion`. Raises OSError and `Unreadable` for a file that cannot be read.
    """
    from privacylint.markdown import parse

    readers = [extractor for extractor in extractors if extractor.kind == "disclosure"]
    for path in companions:
        companion = parse(Source.read(path, bytes_at(path)))
        found = reference(policy, path, companion)
        if found:
            topics = {
                claim.value["topic"]: None
                for reader in readers
                for claim in reader.extract(companion)
                if not claim.denied
            }
            for topic in topics:
                yield Claim("disclosure", {"topic": topic, "companion": path}, found.span, found.sentence)


def reference(policy: Policy, path: str, companion: Policy) -> Reference | None:
    """The first place where a policy links to a companion, else names it by its title; None where it does neither."""
    stem = Path(path).stem.lower()
    for link in policy.links:
        if link.kind != "image" and _page(link.target) == stem:
            return Reference(link.span, _sentence_at(policy, link.span))
    title = companion.source.cut(companion.title).strip().lower()
    if len(title.split()) >= _SHORTEST_TITLE:
        for sentence in policy.sentences:
            at = sentence.text.lower().find(title)
            if at >= 0 and sentence.block.kind != "heading":
                start = sentence.start + at
                return Reference(sentence.block.text.span(start, start + len(title)), sentence)
    return None


def _page(target: str) -> str:
    """The last part of an address without its ending: "cookies" for "/legal/cookies.html#list"."""
    try:
        path = unquote(urlsplit(target).path)
    except ValueError:
        return ""
    return PurePosixPath(path).stem.lower()


def _sentence_at(policy: Policy, span: Span) -> Sentence | None:
    return next((one for one in policy.sentences if one.span.start <= span.start < one.span.end), None)
