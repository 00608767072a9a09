"""
The same passage stands there twice.

A copy is either left over from editing or will be: once one of the two is changed, the policy says two things. The
later passage is shown, with the earlier one beside it.

Source: WP260 rev.01, paragraph 8 (concise: information fatigue is to be avoided).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Block, Claims, Edit, Finding, Fix, Policy, Related, Span, rule

# words that are doubled on purpose: "the data that that company holds", "had had"
DOUBLED_ON_PURPOSE = frozenset({"that", "had", "is", "very", "bye", "blah", "wiki", "ha", "who", "do", "in", "on"})

_SHINGLE = 5
_FEWEST_WORDS = 18
_FEWEST_IN_SENTENCE = 10
_SHORT_SHINGLE = 3
_NEARLY_SAME = 0.6
_RECENT = 12
_SHORTLY = 4
_TELLING = 4
_FEWEST_TELLING = 5
_REWORDED = 0.6
_FEWEST_IN_LIST = 4
_SAME = 0.85
# a passage that stands there more often is the scheme of a table or of entries of one kind
_MOST_TIMES = 3
_NEAR = 2
_LONG_SENTENCE = 16
_LONG = 40
# "Purpose: …", "Sharing: …" under one heading after another is a scheme, and repeats itself by design
_LABEL = re.compile(r"[^:.\n]{2,60}:\s")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ASCII_WORD = re.compile(r"[a-z0-9]+(?:'[a-z0-9]+)*")
_DOUBLED = re.compile(r"(?<![\w'’/-])((?P<first>[a-z]{2,12})(?: (?P<second>[a-z]{2,12}))?)(?P<gap> )(?P<again>\1)(?![\w'’/-])")
# "License Licence"
_SPELT_TWICE = re.compile(r"\b(\w{2,12}[cs]e) (\w{2,12}[cs]e)\b")
# its end, which is found many times faster
_SPELT_ALIKE = re.compile(r"e \w{2,12}[cs]e\b")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w'’]*")
_NUMBER = re.compile(r"\d")


class _Passage(NamedTuple):
    block: Block
    start: int
    end: int
    words: tuple[str, ...]

    @property
    def span(self) -> Span:
        return self.block.text.span(self.start, self.end)


class _Pair(NamedTuple):
    later: _Passage
    earlier: _Passage


@rule(
    severity="warning",
    fixable="unsafe",
    good=[
        "We store your name for one year.\n\nWe store your address for two years, in the same vault as your name.",
        "We know that that company holds it.",
        "- Name\n- Address\n\nWe also ask for:\n\n- Name\n- Telephone number",
    ],
    bad=[
        Bad(
            "We keep a copy of every letter you send us for one year after you leave us.\n\nAsk us.\n\nWe keep a copy of every letter you send us for one year after you leave us.",
            at="We keep a copy of every letter you send us for one year after you leave us.",
            related=("We keep a copy of every letter you send us for one year after you leave us.",),
        ),
        Bad(
            "We use it to:\n\n- answer your letters promptly\n- run the shop\n- answer your letters promptly",
            at="answer your letters promptly",
            related=("answer your letters promptly",),
        ),
        Bad("You may see parts of your of your record.", at="of your of your"),
        Bad("We ask for the the name.", at="the the"),
    ],
)
def duplicate_text(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Paragraphs that nearly agree, sentences that agree, entries of one list that agree, and doubled words."""
    told: set[int] = set()
    for run in _runs(_near_duplicates(policy)):
        if _is_list_again(run):
            continue
        told.update(pair.later.block.number for pair in run)
        yield _of_run(run)
    for later, earlier in (*_same_entries(policy), *_alike_sentences(policy), *_reworded(policy)):
        if later.block.number in told:
            continue
        told.add(later.block.number)
        if later.words != earlier.words:
            if later.block is earlier.block:
                continue
            yield _finding(later.span, earlier.span, "info", "nearly the same is said twice")
            continue
        yield _finding(later.span, earlier.span, None if _is_left_over(later, earlier) else "info")
    for block in policy.blocks:
        if block.kind != "code":
            yield from _doubled_words(block)


def _runs(pairs: Iterator[_Pair]) -> Iterator[list[_Pair]]:
    """Pairs that follow each other in both places, so that a section pasted twice is told once."""
    run: list[_Pair] = []
    for pair in pairs:
        if run and not (_follows(run[-1].later, pair.later) and _follows(run[-1].earlier, pair.earlier)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _is_left_over(later: _Passage, earlier: _Passage) -> bool:
    """Whether the two stand so close that nobody repeats himself there on purpose."""
    one, other = later.block, earlier.block
    if "item" in (one.kind, other.kind):
        # entries of one list may end alike; a whole entry is not written twice on purpose
        whole = later.end - later.start >= len(one.text.plain.rstrip())
        return whole and one.group == other.group and one.intro is other.intro
    return one.section is other.section and len(later.words) >= _LONG_SENTENCE


def _is_list_again(run: list[_Pair]) -> bool:
    """Whether entries of one list come back in another: the same data for another service, and no copy left over."""
    return all(pair.later.block.kind == "item" and pair.later.block.group != pair.earlier.block.group for pair in run)


def _follows(one: _Passage, other: _Passage) -> bool:
    return 0 < other.block.number - one.block.number <= _NEAR


def _of_run(run: list[_Pair]) -> Finding:
    later = Span(run[0].later.span.start, run[-1].later.span.end)
    earlier = Span(run[0].earlier.span.start, run[-1].earlier.span.end)
    size = sum(len(pair.later.words) for pair in run)
    return _finding(later, earlier, None if size >= _LONG else "info")


def _finding(
    later: Span, earlier: Span, severity: str | None, message: str = "this passage stands here a second time"
) -> Finding:
    return Finding(
        message,
        later,
        (Related(earlier, "the same is said here already"),),
        help="keep one of the two",
        severity=severity,
    )


def _passage(block: Block, start: int, end: int) -> _Passage:
    plain = block.text.plain[start:end]
    lower = plain.lower()
    if len(lower) == len(plain):
        found = (_ASCII_WORD if lower.isascii() else _WORD).findall(lower)
    else:
        found = [word.lower() for word in _WORD.findall(plain)]
    # a number at the front counts the paragraph
    while found and found[0].isdigit():
        found.pop(0)
    return _Passage(block, start, end, tuple(found))


class _Seen:
    """In which passages stretches of words stand, each in a few of them at most."""

    def __init__(self) -> None:
        self._where: dict[tuple[str, ...], tuple[int, ...]] = {}

    def shared(self, stretches: set[tuple[str, ...]]) -> dict[int, int]:
        """How many of the stretches stand in each passage that has any."""
        counts: dict[int, int] = {}
        for stretch in self._where.keys() & stretches:
            for number in self._where[stretch]:
                counts[number] = counts.get(number, 0) + 1
        return counts

    def add(self, number: int, stretches: set[tuple[str, ...]]) -> None:
        """Another passage, by its number."""
        where = self._where
        known = where.keys() & stretches
        where.update(dict.fromkeys(stretches - known, (number,)))
        for stretch in known:
            if len(where[stretch]) < _MOST_TIMES:
                where[stretch] += (number,)


def _stretches(words: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    """All stretches of `size` words."""
    return set(zip(*(words[at:] for at in range(size)), strict=False))


def _near_duplicates(policy: Policy) -> Iterator[_Pair]:
    """Passages whose stretches of five words are nearly all found in one earlier passage; linear in the text."""
    seen = _Seen()
    passages: list[_Passage] = []
    sizes: list[int] = []
    for block in policy.blocks:
        if block.kind not in ("paragraph", "item"):
            continue
        passage = _passage(block, 0, len(block.text.plain))
        if len(passage.words) < _FEWEST_WORDS or _LABEL.match(block.text.plain):
            continue
        shingles = _stretches(passage.words, _SHINGLE)
        shared = seen.shared(shingles)
        best = max(shared, key=lambda number: (shared[number] / min(sizes[number], len(shingles)), -number), default=None)
        if best is not None and shared[best] >= _SAME * min(sizes[best], len(shingles)) and _alike(passage, passages[best]):
            yield _Pair(passage, passages[best])
        seen.add(len(passages), shingles)
        passages.append(passage)
        sizes.append(len(shingles))


def _alike(one: _Passage, other: _Passage) -> bool:
    """Whether no number tells the two apart, and none is a small part of the other."""
    if len(one.words) * 4 < len(other.words) or len(other.words) * 4 < len(one.words):
        return False
    numbers = [{word for word in passage.words if _NUMBER.search(word)} for passage in (one, other)]
    return not (numbers[0] ^ numbers[1])


def _same_entries(policy: Policy) -> Iterator[_Pair]:
    """Entries of one list that agree word for word."""
    seen: dict[tuple[int, int, object, tuple[str, ...]], _Passage] = {}
    for block in policy.blocks:
        if block.kind != "item":
            continue
        passage = _passage(block, 0, len(block.text.plain))
        if len(passage.words) < _FEWEST_IN_LIST:
            continue
        earlier = seen.setdefault((block.group, block.depth, id(block.intro), passage.words), passage)
        if earlier is not passage:
            yield _Pair(passage, earlier)


def _alike_sentences(policy: Policy) -> Iterator[_Pair]:
    """Sentences outside of tables that agree word for word, or nearly; linear in the text."""
    seen = _Seen()
    times: dict[tuple[str, ...], int] = {}
    passages: list[_Passage] = []
    for sentence in policy.sentences:
        if sentence.block.kind not in ("paragraph", "item") or _LABEL.match(sentence.block.text.plain):
            continue
        passage = _passage(sentence.block, sentence.start, sentence.end)
        words = passage.words
        # "in reliance on the EU-U.S." is no whole sentence
        if len(words) < _FEWEST_IN_SENTENCE or sentence.text.rstrip().endswith("U.S."):
            continue
        times[words] = times.get(words, 0) + 1
        shingles = _stretches(words, _SHORT_SHINGLE)
        shared = seen.shared(shingles)
        best = max(shared, key=lambda number: (shared[number] / (len(passages[number].words) + len(words)), -number), default=None)
        if best is not None and times[words] <= _MOST_TIMES:
            earlier = passages[best]
            union = len(shingles) + len(earlier.words) - _SHORT_SHINGLE + 1 - shared[best]
            if shared[best] >= _NEARLY_SAME * union and _alike(passage, earlier):
                yield _Pair(passage, earlier)
        seen.add(len(passages), shingles)
        passages.append(passage)


def _reworded(policy: Policy) -> Iterator[_Pair]:
    """A sentence made of the same words as one shortly before it, in another block."""
    recent: deque[tuple[_Passage, frozenset[str]]] = deque(maxlen=_RECENT)
    for sentence in policy.sentences:
        if sentence.block.kind != "paragraph":
            continue
        passage = _passage(sentence.block, sentence.start, sentence.end)
        telling = frozenset(word for word in passage.words if len(word) >= _TELLING)
        if len(telling) < _FEWEST_TELLING:
            continue
        for earlier, others in recent:
            near = 0 < passage.block.number - earlier.block.number <= _SHORTLY
            if near and _much_in_common(telling, others) and _alike(passage, earlier) and _same_names(passage, earlier):
                yield _Pair(passage, earlier)
                break
        recent.append((passage, telling))


def _much_in_common(some: frozenset[str], others: frozenset[str]) -> bool:
    few, many = sorted((len(some), len(others)))
    return few >= _REWORDED * many and len(some & others) >= _REWORDED * len(some | others)


def _same_names(one: _Passage, other: _Passage) -> bool:
    """Whether each name of one stands in the other too: "hosted with Acme" and "hosted with Bolt" are two statements."""
    return all(
        name.lower() in there.words
        for here, there in ((one, other), (other, one))
        for name in _NAME.findall(here.block.text.plain, here.start, here.end)
    )


def _doubled_words(block: Block) -> Iterator[Finding]:
    for found in _SPELT_TWICE.finditer(block.text.plain) if _SPELT_ALIKE.search(block.text.plain) else ():
        if found[1].lower() != found[2].lower() and found[1].lower().replace("c", "s") == found[2].lower().replace("c", "s"):
            yield Finding(f'"{found[0]}" is one word in two spellings', block.text.span(*found.span()), help="take one out")
    for found in _DOUBLED.finditer(block.text.plain):
        if found[1] == "time to" or (found["second"] is None and found["first"] in DOUBLED_ON_PURPOSE):
            continue
        span = block.text.span(*found.span())
        cut = block.text.span(found.start("gap"), found.end())
        yield Finding(
            f'"{found[1]}" is written twice',
            span,
            help="take one out",
            fix=Fix((Edit(cut.start, cut.end, ""),), safe=False),
        )
