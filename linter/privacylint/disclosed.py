"""
Which topics a policy speaks of, and where: the whole document is searched, never one heading.

A sentence, list item or table cell satisfies a topic by its words; a heading only with real text under it. A list item
inherits the sentence that introduces it, a cell its row and column heads, all of them the headings above. A bare link
never counts, nor what overlaps a near miss.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import NamedTuple

from privacylint.claims import Claim, Claims, Extractor
from privacylint.disclosures import Criteria
from privacylint.languages.en import REFUSALS
from privacylint.phrases import Match, Phrases
from privacylint.policy import Block, Policy, Section, Sentence
from privacylint.source import Span

_REAL_TEXT, _ANSWER = 8, 1
"""How many words, links not counted, make a section say something, and answer the question that is its head."""
_TERSE = 3
"""So many words at most stand under a heading that is refused: "Profiling: none"."""
_LONGEST_LEAD = 8
"""A run-in heading ("Retention. We keep …") has at most so many words."""
_OPENING, _CLOSING = 8, 3
"""How many blocks at the start and at the end are the edges of a text, where its date stands."""

_LONGEST_LIST = 15
_SHORT = 200
"""A list that came without marks has at most so many entries, each of at most so many characters."""


_PLACES = Phrases(en=["<place>"])

Find = Callable[[Phrases], Iterable[Match]]
"""How the matches of phrases are found: all at once, or one wording after the other."""


class Spoken(NamedTuple):
    """A place that satisfies a topic; one in the front matter has no sentence."""

    span: Span
    sentence: Sentence | None
    denied: bool = False


def reader(topics: Mapping[str, Criteria]) -> Extractor:
    """An extractor of `disclosure` claims: for each topic one claim for each section that satisfies it."""

    def extract(policy: Policy) -> Iterator[Claim]:
        """Which required disclosures the policy makes."""
        for topic in topics.values():
            yield from _claims(topic, policy)

    def of_topic(policy: Policy, topic: str) -> Iterator[Claim]:
        if topic in topics:
            yield from _claims(topics[topic], policy)

    return Extractor("disclosure", extract, (), extract.__doc__ or "", of_topic)


def _claims(topic: Criteria, policy: Policy) -> Iterator[Claim]:
    seen: set[tuple[int, bool]] = set()
    for spoken in places(topic, policy):
        key = (spoken.sentence.section.number if spoken.sentence else -1, spoken.denied)
        if key not in seen:
            seen.add(key)
            yield Claim("disclosure", {"topic": topic.topic}, spoken.span, spoken.sentence, denied=spoken.denied)


def places(topic: Criteria, policy: Policy) -> list[Spoken]:
    """Every place that satisfies a topic, in the order of the text."""
    if topic.elsewhere and not policy.find(topic.elsewhere):
        return []
    layout = Layout.of(policy)
    found = [spoken for look in (_strong, _by_heading, _weak) for spoken in look(topic, policy, layout, policy.find)]
    found += [Spoken(entry.span, None) for entry in policy.front_matter if entry.key.lower() in topic.front_matter]
    return sorted(found, key=lambda spoken: (spoken.span, spoken.denied))


def speaks(topic: Criteria, policy: Policy) -> bool:
    """Whether there is such a place; looked for no further than to the first."""
    if topic.elsewhere and not policy.find(topic.elsewhere):
        return False
    if any(entry.key.lower() in topic.front_matter for entry in policy.front_matter):
        return True
    layout = Layout.of(policy)
    looks = (_strong, _by_heading, _weak)
    return any(True for look in looks for _ in look(topic, policy, layout, policy.each))


def hints(topic: Criteria, policy: Policy) -> list[Span]:
    """Places that mention a topic without satisfying it: a mention, weak evidence, an empty heading, a bare link."""
    layout = Layout.of(policy)
    spans = [match.span for wordings in (topic.mentions, topic.weak) for match in _find(wordings, policy)]
    headed = (match.sentence for match in _find(topic.headings, policy))
    spans += [sentence.span for sentence in headed if sentence.block.kind == "heading"]
    spans += [match.span for match in _find(topic.evidence, policy) if not layout.speaks(match.sentence)]
    return sorted(set(spans))


def triggered(topic: Criteria, policy: Policy, claims: Claims) -> bool:
    """Whether the text itself makes a topic due: by another topic it speaks of and does not deny, or by words.

    Where the topic says which places are near, a section that speaks of these alone does not make it due.
    """
    others = (claim for other in topic.owed_topics for claim in claims.all("disclosure", denied=False, topic=other))
    if not topic.near:
        return any(True for _ in others) or bool(_find(topic.owed_phrases, policy))
    denied = (claim for other in topic.owed_topics for claim in claims.all("disclosure", denied=True, topic=other))
    spared = {claim.sentence.number for claim in denied if claim.sentence}
    return any(_goes_far(claim, spared, topic, policy) for claim in others) or bool(_find(topic.owed_phrases, policy))


def _goes_far(claim: Claim, spared: Container[int], topic: Criteria, policy: Policy) -> bool:
    """Whether the section of a claim speaks of more than the near places: of one farther off, or of going beyond."""
    if claim.sentence is None:
        return True
    section, far, near = claim.sentence.section, _find(topic.beyond, policy), policy.find(_PLACES)
    # "in Norway, nothing goes abroad": what is denied says nothing, the place beside it does
    told = [
        match
        for match in (*far, *near)
        if match.sentence.section is section
        and not _asks(match.sentence)
        and (match.sentence.number not in spared or ("place" in match.slots and match.sentence is claim.sentence))
    ]
    if any(match.slots.get("place") not in topic.near for match in told):
        return True
    # a statement that names no place at all may mean any
    return not _asks(claim.sentence) and all(match.sentence is not claim.sentence for match in told)


def spared(topic: Criteria, policy: Policy) -> str:
    """The words by which the text shows that a topic is not due, as a controller's seat does; "" for none."""
    match = next(iter(_find(topic.spared_by, policy)), None)
    return " ".join(match.text.split()) if match else ""


def _strong(topic: Criteria, policy: Policy, layout: Layout, find: Find) -> Iterator[Spoken]:
    denied = [*_find(topic.denials, policy), *_find(topic.nothing, policy)]
    affirmed = _affirmed(topic, policy, layout, find)
    for matches, is_denied in ((_apart(affirmed, denied), False), (denied, True)):
        for match in _valid(matches, topic, policy):
            if layout.speaks(match.sentence):
                yield Spoken(match.span, match.sentence, is_denied or layout.is_refused(match.sentence))
    for match in _find(topic.links, policy):
        if layout.is_linked(match.span):
            yield Spoken(match.span, match.sentence)


def _affirmed(topic: Criteria, policy: Policy, layout: Layout, find: Find) -> Iterator[Match]:
    if topic.evidence:
        yield from find(topic.evidence)
    yield from _in_context(topic, policy, layout)
    yield from (match for match in _find(topic.edges, policy) if layout.is_at_edge(match.sentence.block))


def _apart(matches: Iterable[Match], others: Iterable[Match]) -> Iterator[Match]:
    """The matches that overlap none of the others: what "we do not …" denies is not said."""
    taken = _Taken(others)
    return (match for match in matches if match not in taken)


class _Taken:
    """The words of some matches, to ask whether another overlaps them; so that thousands can be asked."""

    def __init__(self, matches: Iterable[Match]) -> None:
        spans = sorted(match.words for match in matches)
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def __contains__(self, match: Match) -> bool:
        first, after = match.words
        before = bisect_left(self._starts, after)
        return before > 0 and self._reach[before - 1] > first


def _in_context(topic: Criteria, policy: Policy, layout: Layout) -> Iterator[Match]:
    for pair in topic.together:
        said = _find(pair.says, policy)
        if said:
            context = layout.sentences_with(pair.context, policy)
            for match in said:
                beside = pair.row and layout.shares_row(match.sentence.block, context)
                if beside or layout.inherits(match.sentence, context):
                    yield match


def _by_heading(topic: Criteria, policy: Policy, layout: Layout, find: Find) -> Iterator[Spoken]:
    for match in find(topic.headings) if topic.headings else ():
        sentence = match.sentence
        if (sentence.block.kind == "heading" and layout.speaks(sentence)) or layout.is_lead(match):
            yield Spoken(match.span, sentence, layout.is_refused(sentence))


def _weak(topic: Criteria, policy: Policy, layout: Layout, _: Find) -> Iterator[Spoken]:
    matches = [match for match in _valid(_find(topic.weak, policy), topic, policy) if layout.speaks(match.sentence)]
    if len({match.sentence.number for match in matches}) > 1:
        yield Spoken(matches[0].span, matches[0].sentence)
        return
    for match in matches:
        if fits(topic, match.sentence.section, policy):
            yield Spoken(match.span, match.sentence)


def fits(topic: Criteria, section: Section, policy: Policy) -> bool:
    """Whether the heading of a section, or one above it, is one under which the topic belongs."""
    if topic.section is None:
        return False
    fitting = Layout.of(policy).sentences_with(topic.section, policy)
    return any(above.heading is not None and above.heading.number in fitting for above in section.above())


def _valid(matches: Iterable[Match], topic: Criteria, policy: Policy) -> Iterator[Match]:
    misses: _Taken | None = None
    barred: set[int] = set()
    for match in matches:
        if misses is None:
            # most topics have no match to look at
            misses = _Taken(_find(topic.near_misses, policy))
            barred = {match.sentence.number for match in _find(topic.not_with, policy)}
        if match not in misses and match.sentence.number not in barred and not _is_under(topic, match.sentence, policy):
            yield match


def _is_under(topic: Criteria, sentence: Sentence, policy: Policy) -> bool:
    """Whether a sentence stands in a context that bars it, such as a right given under another law only."""
    if topic.not_under is None:
        return False
    layout = Layout.of(policy)
    if not layout.inherits(sentence, layout.sentences_with(topic.not_under, policy)):
        return False
    return topic.elsewhere is None or not layout.inherits(sentence, layout.sentences_with(topic.elsewhere, policy))


def _find(wordings: Phrases | None, policy: Policy) -> Iterable[Match]:
    return policy.find(wordings) if wordings else ()


class Layout:
    """What the structure of a policy says about its sentences; made once for a policy."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        linked = sorted(link.span for link in policy.links if link.kind != "image")
        self._link_starts = [span.start for span in linked]
        self._links_reach = [*accumulate((span.end for span in linked), max)]
        self._words_linked = _words_in_links(policy)
        self._words_under = self._count_words()
        self._contexts: dict[Phrases, frozenset[int]] = {}
        self._introduced = _introduced_sections(policy)
        self._rows: dict[int, list[int]] | None = None

    @classmethod
    def of(cls, policy: Policy) -> Layout:
        """The layout of a policy, made at first use."""
        found = policy._memo.get(cls)
        if not isinstance(found, cls):
            found = policy._memo[cls] = cls(policy)
        return found

    def speaks(self, sentence: Sentence) -> bool:
        """Whether a sentence says something itself: more than a link, and a heading only with text under it."""
        if sentence.block.kind == "heading":
            return self._words_under.get(sentence.section.number, 0) >= _least(sentence) or self.is_refused(sentence)
        linked = self._words_linked.get(sentence.number, 0)
        return not linked or self._length(sentence) - linked > 2

    def is_refused(self, sentence: Sentence) -> bool:
        """Whether a question is answered by a sentence that opens with "no", or a heading by hardly more than that."""
        if not (_asks(sentence) or sentence.block.kind == "heading"):
            return False
        following = self.policy.sentences[sentence.number + 1 : sentence.number + 2]
        if not following or following[0].block.kind == "heading":
            return False
        first, after = self.policy.words.range_of(following[0])
        if not _asks(sentence) and after - first > _TERSE:
            return False
        return first < after and self.policy.words.raw(first).lower() in REFUSALS

    def is_at_edge(self, block: Block) -> bool:
        """Whether a block is one of the first or last of the text."""
        return block.number < _OPENING or block.number >= len(self.policy.blocks) - _CLOSING

    def is_linked(self, span: Span) -> bool:
        """Whether the words of a span are those of a link."""
        before = bisect_right(self._link_starts, span.start)
        return before > 0 and self._links_reach[before - 1] >= span.end

    def is_lead(self, match: Match) -> bool:
        """Whether a match stands in a run-in heading: a few words at the start of a block, then the text itself."""
        sentence = match.sentence
        block = sentence.block
        if block.kind not in ("paragraph", "item", "cell"):
            return False
        sentences = self.policy.sentences_of(block)
        if not sentences or sentences[0] is not sentence:
            return False
        total = sum(self._length(other) for other in sentences)
        first = self.policy.words.range_of(sentence)[0]
        lead = self._lead_length(sentence)
        return match.words[1] - first <= lead <= _LONGEST_LEAD and total - lead >= _least(sentence)

    def _lead_length(self, sentence: Sentence) -> int:
        words = self.policy.words
        first, after = words.range_of(sentence)
        text = sentence.block.text.plain
        for word in range(first, min(after - 1, first + _LONGEST_LEAD)):
            between = text[words.plain(word)[1] : words.plain(word + 1)[0]]
            if ":" in between or " - " in between or "–" in between or "—" in between:
                return word + 1 - first
        return after - first

    def sentences_with(self, context: Phrases, policy: Policy) -> frozenset[int]:
        """The numbers of the blocks in which a context stands, and, negative, of the sentences."""
        found = self._contexts.get(context)
        if found is None:
            matches = policy.find(context)
            numbers = {match.sentence.block.number for match in matches}
            numbers |= {-1 - match.sentence.number for match in matches}
            found = self._contexts[context] = frozenset(numbers)
        return found

    def inherits(self, sentence: Sentence, context: frozenset[int]) -> bool:
        """Whether a context stands in the sentence, its introduction, its table heads, or a heading above."""
        if -1 - sentence.number in context:
            return True
        block = sentence.block
        return any(above.number in context for above in self._above(block))

    def shares_row(self, block: Block, context: frozenset[int]) -> bool:
        """Whether a context stands in another cell of the row of a table cell: what for, beside on what ground."""
        if block.row_head is None or not context:
            return False
        if self._rows is None:
            self._rows = {}
            for cell in self.policy.blocks:
                if cell.row_head is not None:
                    self._rows.setdefault(id(cell.row_head), []).append(cell.number)
        return any(number in context for number in self._rows[id(block.row_head)] if number != block.number)

    def _above(self, block: Block) -> Iterator[Block]:
        for head in (block.row_head, block.column_head):
            cell = self.policy.cell_of(head)
            if cell is not None and cell is not block:
                yield cell
        intro = block.intro or self._said_before(block)
        while intro is not None:
            yield intro
            intro = intro.intro
        for section in block.section.above():
            if section.heading is not None and section.heading is not block:
                yield section.heading
            if section is not block.section and section.number in self._introduced:
                yield self._introduced[section.number]

    def _said_before(self, block: Block) -> Block | None:
        """The paragraph that introduces a list of short paragraphs, which a converter made of a list."""
        if block.kind != "paragraph":
            return None
        for number in range(block.number - 1, max(-1, block.number - 1 - _LONGEST_LIST), -1):
            above = self.policy.blocks[number]
            if above.kind != "paragraph" or above.section is not block.section:
                return None
            if above.text.plain.rstrip().endswith(":"):
                return above
            if len(above.text.plain) > _SHORT:
                return None
        return None

    def _length(self, sentence: Sentence) -> int:
        first, after = self.policy.words.range_of(sentence)
        return after - first

    def _count_words(self) -> dict[int, int]:
        counts: dict[int, int] = {}
        for sentence in self.policy.sentences:
            if sentence.block.kind == "heading":
                continue
            words = self._length(sentence) - self._words_linked.get(sentence.number, 0)
            for section in sentence.section.above():
                counts[section.number] = counts.get(section.number, 0) + words
        return counts


def _least(head: Sentence) -> int:
    """How many words must follow a head so that it says something."""
    return _ANSWER if _asks(head) else _REAL_TEXT


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence is a question: what it names is not said."""
    return sentence.text.rstrip("*_ \t\n").endswith("?")


def _introduced_sections(policy: Policy) -> dict[int, Block]:
    """By section the paragraph that introduces its subsections: "You have these rights:" before their headings."""
    found: dict[int, Block] = {}
    for before, block in pairwise(policy.blocks):
        introduces = before.kind == "paragraph" and before.text.plain.rstrip().endswith(":")
        if introduces and block.kind == "heading" and block.section.parent is before.section:
            found.setdefault(before.section.number, before)
    return found


def _words_in_links(policy: Policy) -> dict[int, int]:
    """For each sentence with links how many of its words are those of links; an address shown as itself is text."""
    from privacylint.words import tokens

    counts: dict[int, int] = {}
    starts: dict[int, list[int]] = {}
    for link in policy.links:
        if link.kind == "image" or link.target.lower().startswith(("mailto:", "tel:")):
            continue
        start = link.text.span(0, len(link.text.plain)).start
        if link.block.number not in starts:
            starts[link.block.number] = [sentence.span.start for sentence in policy.sentences_of(link.block)]
        at = bisect_right(starts[link.block.number], start) - 1
        if at >= 0:
            sentence = policy.sentences_of(link.block)[at]
            if start < sentence.span.end:
                counts[sentence.number] = counts.get(sentence.number, 0) + sum(1 for _ in tokens(link.text.plain))
    return counts
