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

from privacylint.api import Bad, Claims, Finding, Policy, Related, Span, rule

from privacylint_rules.rules.drafting._alike import (
    gist,
    may_be_the_same,
    same_acts,
    same_names,
    same_question,
    statement,
)
from privacylint_rules.rules.drafting._passages import Pair, Passage, Seen, Turns, passages, turns
from privacylint_rules.rules.drafting._twice import doubled_words, listed_twice
from privacylint_rules.scope import section_regions

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
_FEWEST_TELLING_IN_LIST = 3
_SAME = 0.85
# a passage that stands there more often is the scheme of a table or of entries of one kind
_MOST_TIMES = 3
_NEAR = 2
_LONG_SENTENCE = 16
_LONG = 40
_CONTAINED = 0.75
_FEWEST_CONTAINED = 10
_TURNS = 0.3
_SHORTEST_AROUND = 80
_AROUND = 6
_FEWEST_STATED = 12
_MOST_OF_IT = 0.8
_COUNTED = re.compile(r"\s{0,3}\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)")
# of the words that announce examples, one of each announcement: most sentences have none
_EXAMPLE_WORDS = frozenset({"such", "including", "example", "instance", "e"})
_EXAMPLES = re.compile(r"such as|including|for (?:example|instance)|e\.g", re.I)
# a question, and where to turn to, come back by design
_NO_STATEMENT = re.compile(r"\b(?:[Pp]lease|contact us)\b")


@rule(
    severity="warning",
    fixable="unsafe",
    good=[
        "We store your name for one year.\n\nWe store your address for two years, in the same vault as your name.",
        "We know that that company holds it.",
        "- Name\n- Address\n\nWe also ask for:\n\n- Name\n- Telephone number",
        "To learn how to have your letters erased, please ask the person at the counter of the shop.\n\nTo learn how to access your letters, please ask the person at the counter of the shop.",
        "In short: we keep your letters safe, in a locked vault, away from heat, damp, thieves and mice.\n\nWe keep your letters safe from heat, damp, thieves and mice in a locked vault, away from all of them.",
        "- erase your orders on request\n- erase your letters on request",
        "We ask for your name, age, height and weight, and for the name, age, height and weight of your horse.",
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
        Bad(
            "We use it to:\n\n- meet contractual or legal obligations\n- run the shop\n- comply with our legal obligations or with contracts",
            at="comply with our legal obligations or with contracts",
            related=("meet contractual or legal obligations",),
        ),
        Bad(
            "We also read letters that you send to the shop or hand over in other ways, such as by courier.\n\nNo fax.\n\nWe also read letters that you send to the shop or hand over in other ways, such as by pigeon.",
            at="We also read letters that you send to the shop or hand over in other ways, such as by pigeon.",
            related=("We also read letters that you send to the shop or hand over in other ways, such as by courier.",),
        ),
        Bad("We use cookies, device names, tags, beacons, cookies and pixels to count visits.", at="cookies", related=("cookies",)),
        Bad("You may see parts of your of your record.", at="of your of your"),
        Bad("We ask for the the name.", at="the the"),
    ],
)
def duplicate_text(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Paragraphs that nearly agree, sentences and entries of one list that agree or say the same, and doubled words."""
    told: set[int] = set()
    for run in _runs(_near_duplicates(policy)):
        if _is_list_again(run) or not any(_is_copy(pair) or _says_the_same(*pair) for pair in run):
            continue
        told.update(pair.later.block.number for pair in run)
        yield _of_run(policy, run)
    for later, earlier in (*_same_entries(policy), *_alike_sentences(policy), *_reworded(policy), *_said_around(policy), *_other_examples(policy)):
        if later.block.number in told:
            continue
        if later.words != earlier.words:
            if later.block is earlier.block or later.is_summary or earlier.is_summary or _is_counted(later, earlier) or _differ_in_a_mark(later, earlier):
                continue
            told.add(later.block.number)
            yield _finding(later.span, earlier.span, "info", "nearly the same is said twice")
            continue
        if _are_entries_of_two_lists(later, earlier):
            continue
        told.add(later.block.number)
        yield _finding(later.span, earlier.span, None if _is_left_over(later, earlier) else "info")
    for here in policy.once(passages).blocks:
        yield from doubled_words(here.block, here.words)
    for sentence in policy.sentences:
        if sentence.block.kind not in ("heading", "code"):
            yield from listed_twice(sentence.block, sentence.start, sentence.end)


def _runs(pairs: Iterator[Pair]) -> Iterator[list[Pair]]:
    """Pairs that follow each other in both places, so that a section pasted twice is told once."""
    run: list[Pair] = []
    for pair in pairs:
        if run and not (_follows(run[-1].later, pair.later) and _follows(run[-1].earlier, pair.earlier)):
            yield run
            run = []
        run.append(pair)
    if run:
        yield run


def _is_counted(later: Passage, earlier: Passage) -> bool:
    """Whether both begin with a number in brackets: the limbs of one definition sound alike."""
    return all(_COUNTED.match(each.block.text.plain, each.start) for each in (later, earlier))


def _differ_in_a_mark(later: Passage, earlier: Passage) -> bool:
    """Whether they differ in numbers and letters alone: "Article 9(2)(f)" and "Article 9(2)(i)"."""
    return all(len(word) == 1 or word.isdigit() for word in {*later.words} ^ {*earlier.words})


def _are_entries_of_two_lists(later: Passage, earlier: Passage) -> bool:
    """Whether each is a whole entry, and of another list: what is collected may well be disclosed too."""
    one, other = later.block, earlier.block
    whole = all(each.end - each.start >= _MOST_OF_IT * len(each.block.text.plain.strip()) for each in (later, earlier))
    return whole and one.kind == other.kind == "item" and (one.group != other.group or one.intro is not other.intro)


def _is_left_over(later: Passage, earlier: Passage) -> bool:
    """Whether the two stand so close that nobody repeats himself there on purpose."""
    one, other = later.block, earlier.block
    if "item" in (one.kind, other.kind):
        # entries of one list may end alike; a whole entry is not written twice on purpose
        whole = later.end - later.start >= len(one.text.plain.rstrip())
        return whole and one.group == other.group and one.intro is other.intro
    return one.section is other.section and len(later.words) >= _LONG_SENTENCE


def _is_list_again(run: list[Pair]) -> bool:
    """Whether entries of one list come back in another: the same data for another service, and no copy left over."""
    return all(pair.later.block.kind == "item" and pair.later.block.group != pair.earlier.block.group for pair in run)


def _follows(one: Passage, other: Passage) -> bool:
    return 0 < other.block.number - one.block.number <= _NEAR


def _of_run(policy: Policy, run: list[Pair]) -> Finding:
    later = Span(run[0].later.span.start, run[-1].later.span.end)
    earlier = Span(run[0].earlier.span.start, run[-1].earlier.span.end)
    size = sum(len(pair.later.words) for pair in run)
    if not any(_is_copy(pair) for pair in run):
        return _finding(later, earlier, "info", "nearly the same is said twice")
    return _finding(later, earlier, None if size >= _LONG and not _are_parallel(policy, run[0]) else "info")


def _is_copy(pair: Pair) -> bool:
    """Whether neither of the two is more than the other: an overview taken up by a paragraph is no copy of it."""
    one, other = (turns(each.words, _SHINGLE) for each in pair)
    return len(one & other) >= _SAME * max(len(one), len(other)) or (
        _is_near(pair) and len(one & other) >= _REWORDED * max(len(one), len(other))
    )


def _is_near(pair: Pair) -> bool:
    return pair.later.block.number - pair.earlier.block.number <= _SHORTLY


def _are_parallel(policy: Policy, pair: Pair) -> bool:
    """Whether the two stand in sections for people of different regions, each of which is to be complete."""
    later, earlier = ({section_regions(policy, section) for section in each.block.section.above()} - {()} for each in pair)
    return bool(later and earlier and later != earlier)


def _finding(
    later: Span, earlier: Span, severity: str | None, message: str = "this passage stands in the text already"
) -> Finding:
    return Finding(
        message,
        later,
        (Related(earlier, "the same is said here already"),),
        help="keep one of the two",
        severity=severity,
    )


def _near_duplicates(policy: Policy) -> Iterator[Pair]:
    """Passages whose stretches of five words are nearly all found in one earlier passage; linear in the text."""
    turns_of = policy.once(_turns)
    seen = Seen(_MOST_TIMES)
    read: list[Passage] = []
    sizes: dict[int, int] = {}
    candidates = [
        here
        for here in policy.once(passages).blocks
        if here.block.kind in ("paragraph", "item") and len(here.words) >= _FEWEST_WORDS and not here.is_labelled
    ]
    # the shorter of two that nearly agree has hardly a turn of its own
    if all(turns_of.new(here) > (1 - _SAME) * len(here.words) + 2 for here in candidates):
        return
    for here in candidates:
        shared = seen.shared(len(read), turns_of.long_again(here))
        read.append(here)
        if not shared:
            continue
        for number in (*shared, len(read) - 1):
            if number not in sizes:
                sizes[number] = turns_of.long_size(read[number])
        size = sizes[len(read) - 1]
        best = max(shared, key=lambda number: (shared[number] / min(sizes[number], size), -number))
        if shared[best] >= _SAME * min(sizes[best], size) and may_be_the_same(here, read[best]):
            yield Pair(here, read[best])


def _turns(policy: Policy) -> Turns:
    return Turns(here for here in policy.once(passages).blocks if here.block.kind in ("paragraph", "item"))


def _same_entries(policy: Policy) -> Iterator[Pair]:
    """Entries of one list that agree word for word, or in all their telling words."""
    seen: dict[tuple[int, int, int, object], Passage] = {}
    for here in policy.once(passages).blocks:
        block = here.block
        if block.kind != "item" or len(here.words) < _FEWEST_IN_LIST:
            continue
        place = (block.group, block.depth, id(block.intro))
        earlier = seen.setdefault((*place, here.words), here)
        if earlier is not here:
            yield Pair(here, earlier)
            continue
        telling = gist(here.words)
        if len(telling) < _FEWEST_TELLING_IN_LIST:
            continue
        earlier = seen.setdefault((*place, telling), here)
        if earlier is not here and may_be_the_same(here, earlier) and same_question(here, earlier) and _says_the_same(here, earlier):
            yield Pair(here, earlier)


def _alike_sentences(policy: Policy) -> Iterator[Pair]:
    """Sentences outside of tables that agree word for word, or nearly; linear in the text."""
    turns_of = policy.once(_turns)
    seen = Seen(_MOST_TIMES)
    times: dict[tuple[str, ...], int] = {}
    read: list[Passage] = []
    for here in policy.once(passages).sentences:
        words = here.words
        # "in reliance on the EU-U.S." is no whole sentence
        if len(words) < _FEWEST_IN_SENTENCE or here.is_labelled or here.block.text.plain[here.start : here.end].rstrip().endswith("U.S."):
            continue
        times[words] = times.get(words, 0) + 1
        shared = seen.shared(len(read), turns_of.again(here))
        read.append(here)
        best = max(shared, key=lambda number: (shared[number] / (len(read[number].words) + len(words)), -number), default=None)
        if best is not None and times[words] <= _MOST_TIMES:
            earlier = read[best]
            union = turns_of.size(here) + len(earlier.words) - _SHORT_SHINGLE + 1 - shared[best]
            if shared[best] >= _NEARLY_SAME * union and may_be_the_same(here, earlier) and (words == earlier.words or _says_the_same(here, earlier)):
                yield Pair(here, earlier)


def _says_the_same(one: Passage, other: Passage) -> bool:
    return same_acts(one, other) and same_names(one, other)


def _reworded(policy: Policy) -> Iterator[Pair]:
    """A sentence made of the same words as one shortly before it, in another block."""
    recent: deque[tuple[Passage, frozenset[str]]] = deque(maxlen=_RECENT)
    for here in policy.once(passages).sentences:
        if here.block.kind != "paragraph":
            continue
        telling = frozenset([word for word in here.words if len(word) >= _TELLING])
        size, number = len(telling), here.block.number
        if size < _FEWEST_TELLING:
            continue
        for earlier, others in recent:
            if not _REWORDED * size <= len(others) <= size / _REWORDED or not 0 < number - earlier.block.number <= _SHORTLY:
                continue
            if _much_in_common(telling, others) and may_be_the_same(here, earlier) and _says_the_same(here, earlier):
                yield Pair(here, earlier)
                break
        recent.append((here, telling))


def _much_in_common(some: frozenset[str], others: frozenset[str]) -> bool:
    shared = len(some & others)
    return shared >= _REWORDED * (len(some) + len(others) - shared)


def _said_around(policy: Policy) -> Iterator[Pair]:
    """A paragraph made of the words, and in part of the turns of speech, of one shortly before it."""
    recent: deque[tuple[Passage, frozenset[str]]] = deque(maxlen=_SHORTLY)
    for here in policy.once(passages).blocks:
        plain = here.block.text.plain
        if here.block.kind != "paragraph" or len(plain) < _SHORTEST_AROUND or here.is_labelled or not _is_statement(plain):
            continue
        telling = gist(here.words)
        for earlier, others in recent:
            fewer = min(len(telling), len(others))
            if here.block.number - earlier.block.number > _AROUND or fewer < _FEWEST_CONTAINED:
                continue
            if len(telling & others) < _CONTAINED * fewer:
                continue
            if _turns_in_common(here, earlier) and may_be_the_same(here, earlier) and _says_the_same(here, earlier):
                yield Pair(here, earlier)
                break
        recent.append((here, telling))


def _is_statement(plain: str) -> bool:
    # looking for letters first is many times faster
    return "?" not in plain and not (("lease" in plain or "contact us" in plain) and _NO_STATEMENT.search(plain))


def _turns_in_common(one: Passage, other: Passage) -> bool:
    some, others = turns(one.words, _SHORT_SHINGLE), turns(other.words, _SHORT_SHINGLE)
    return len(some & others) >= _TURNS * min(len(some), len(others))


def _other_examples(policy: Policy) -> Iterator[Pair]:
    """A sentence that makes the statement of one shortly before it again, with other examples."""
    recent: deque[tuple[Passage, tuple[str, ...]]] = deque(maxlen=_RECENT)
    for here in policy.once(passages).sentences:
        if _EXAMPLE_WORDS.isdisjoint(here.words) or not _EXAMPLES.search(here.block.text.plain, here.start, here.end):
            continue
        stated = statement(here.words)
        if _FEWEST_STATED <= len(stated) < len(here.words):
            for earlier, before in recent:
                if stated == before and 0 < here.block.number - earlier.block.number <= _SHORTLY:
                    yield Pair(here, earlier)
                    break
            recent.append((here, stated))
