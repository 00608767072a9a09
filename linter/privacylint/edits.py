"""
Two versions of a policy side by side: which blocks are the same, which were moved, what kind of edit the others had.

Nothing here knows what a policy says; it tells an edit that cannot change it (spelling, a link, white space, a block in
another place) from one that may.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from privacylint.policy import Block, Policy
from privacylint.source import Span

KINDS = ("added text", "removed text", "wording", "spelling", "link", "layout", "white space", "moved")
"""How a block can differ; the first three may change what is said."""
ALIKE = 0.5
"""The share of words two blocks have in common from which one is the other one reworded."""
_MOST_PAIRS = 250_000
_ENDS = ".,;:!?()[]\"'“”‘’*_–—-"
_ADDRESS = ("mailto:", "tel:")
_LONG_WORD, _VERY_LONG_WORD = 5, 9
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti")


class Touched(NamedTuple):
    """An edit of one block; `before` or `after` is None where it has no other side."""

    kind: str
    before: Block | None
    after: Block | None


class Edits(NamedTuple):
    """`pairs` maps a block of the old version to the same one of the new, by number.

    `before` and `after` are the numbers of the blocks whose words, or what stands around them, may say something else.
    """

    edits: tuple[Touched, ...]
    pairs: Mapping[int, int]
    before: frozenset[int]
    after: frozenset[int]


def between(before: Policy, after: Policy, masked: Sequence[Iterable[Span]] = ((), ())) -> Edits:
    """The edits that make one version of the other; the spans `masked` (of each version) count as the same."""
    old, new = _keys(before, masked[0]), _keys(after, masked[1])
    same, moved = _same(old, new)
    pairs = {**same, **moved}
    alike = _alike(old, new, pairs)
    edits = [Touched("moved", before.blocks[one], after.blocks[other]) for one, other in moved.items()]
    firm = dict(pairs)
    for one, other in alike.items():
        kind = "spelling" if _misspelt(old[one].split(" "), new[other].split(" ")) else "wording"
        edits.append(Touched(kind, before.blocks[one], after.blocks[other]))
        if kind == "spelling":
            firm[one] = other
    pairs.update(alike)
    taken = set(pairs.values())
    edits += [Touched("removed text", block, None) for block in before.blocks if block.number not in pairs]
    edits += [Touched("added text", None, block) for block in after.blocks if block.number not in taken]
    edits += _surface(before, after, firm)
    shaken = {*_shaken(before, after, firm), *_reached(before, after, firm)}
    kept = set(firm.values())
    return Edits(
        tuple(edits) or tuple(_rest(_unmasked(before, masked[0]), _unmasked(after, masked[1]))),
        pairs,
        frozenset(block.number for block in before.blocks if block.number not in firm) | {one for one, _ in shaken},
        frozenset(block.number for block in after.blocks if block.number not in kept) | {other for _, other in shaken},
    )


def _keys(policy: Policy, masked: Iterable[Span]) -> list[str]:
    words = sorted({" ".join(policy.source.cut(span).split()) for span in masked}, key=len, reverse=True)
    keys = []
    for block in policy.blocks:
        key = " ".join(block.text.plain.split())
        for masked_words in words:
            if masked_words:
                key = key.replace(masked_words, "\0")
        keys.append(key)
    return keys


def _same(old: list[str], new: list[str]) -> tuple[dict[int, int], dict[int, int]]:
    from difflib import SequenceMatcher

    same: dict[int, int] = {}
    for first, second, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        same.update((first + step, second + step) for step in range(size))
    taken = set(same.values())
    waiting: dict[str, list[int]] = {}
    for number in reversed(range(len(new))):
        if number not in taken:
            waiting.setdefault(new[number], []).append(number)
    moved = {
        number: waiting[key].pop()
        for number, key in enumerate(old)
        if number not in same and waiting.get(key) and key.strip("\0 ")
    }
    return same, moved


def _alike(old: list[str], new: list[str], pairs: Mapping[int, int]) -> dict[int, int]:
    taken = set(pairs.values())
    left = [(number, _bag(key)) for number, key in enumerate(old) if number not in pairs]
    right = [(number, _bag(key)) for number, key in enumerate(new) if number not in taken]
    if len(left) * len(right) > _MOST_PAIRS:
        # nearly everything is new: only the same places are compared
        candidates = list(zip(left, right, strict=False))
    else:
        candidates = [(one, other) for one in left for other in right]
    rated = ((_share(bag, other_bag), -abs(a - b), a, b) for (a, bag), (b, other_bag) in candidates)
    found: dict[int, int] = {}
    used: set[int] = set()
    for share, _, one, other in sorted(rated, reverse=True):
        if share < ALIKE:
            break
        if one not in found and other not in used:
            found[one] = other
            used.add(other)
    return found


def _bag(key: str) -> Counter[str]:
    return Counter(word.strip(_ENDS).casefold() for word in key.split(" "))


def _share(one: Counter[str], other: Counter[str]) -> float:
    words = one.total() + other.total()
    return 2 * (one & other).total() / words if words else 1.0


def _reached(before: Policy, after: Policy, firm: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    # an address behind the same words is another way to reach somebody
    old, new = _targets(before), _targets(after)
    for one, other in firm.items():
        if any(target.startswith(_ADDRESS) for target in {*old.get(one, ())} ^ {*new.get(other, ())}):
            yield one, other


def _shaken(before: Policy, after: Policy, firm: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    # a block with the same words under another heading or introduction may say something else
    for one, other in firm.items():
        old, new = before.blocks[one], after.blocks[other]
        if [firm.get(number) for number in _around(old)] != list(_around(new)):
            yield one, other


def _around(block: Block) -> Iterator[int]:
    if block.intro:
        yield block.intro.number
    for section in block.section.above():
        if section.heading and section.heading is not block:
            yield section.heading.number


def _surface(before: Policy, after: Policy, firm: Mapping[int, int]) -> Iterator[Touched]:
    old, new = _targets(before), _targets(after)
    for one, other in firm.items():
        first, second = before.blocks[one], after.blocks[other]
        written, rewritten = before.source.cut(first.span), after.source.cut(second.span)
        if old.get(one) != new.get(other):
            yield Touched("link", first, second)
        elif written != rewritten and first.text.plain == second.text.plain:
            yield Touched("white space" if written.split() == rewritten.split() else "layout", first, second)
        elif written.split() == rewritten.split() and written != rewritten:
            yield Touched("white space", first, second)


def _targets(policy: Policy) -> dict[int, list[str]]:
    targets: dict[int, list[str]] = {}
    for link in policy.links:
        targets.setdefault(link.block.number, []).append(link.target)
    return targets


def _rest(before: str, after: str) -> Iterator[Touched]:
    # between the blocks: empty lines, comments, the front matter
    if before != after:
        yield Touched("white space" if before.split() == after.split() else "layout", None, None)


def _unmasked(policy: Policy, masked: Iterable[Span]) -> str:
    text = policy.source.text
    for span in sorted(masked, reverse=True):
        text = text[: span.start] + text[span.end :]
    return text


def _misspelt(old: list[str], new: list[str]) -> bool:
    """Whether two lists of words differ in spelling, case and punctuation only."""
    from difflib import SequenceMatcher

    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal" and not _same_words(old, new, (a, b, c, d)):
            return False
    return True


def _same_words(old: list[str], new: list[str], at: tuple[int, int, int, int]) -> bool:
    a, b, c, d = at
    one, other = [_bare(word) for word in old[a:b]], [_bare(word) for word in new[c:d]]
    if "".join(one) == "".join(other):
        return True
    if not one or not other:
        # a word that was doubled
        words, start, end = (old, a, b) if one else (new, c, d)
        return end - start == 1 and _bare(words[start]) in {_bare(word) for word in words[max(start - 1, 0) : start]}
    return len(one) == len(other) and all(map(_slip, one, other))


def _bare(word: str) -> str:
    word = word.strip(_ENDS).casefold()
    letters = word.replace("-", "").replace("’", "'")
    return letters if letters.replace("'", "").isalpha() else word


def _slip(one: str, other: str) -> bool:
    """Whether one word is the other with a slip of the pen; never numbers, short words or a negation."""
    if one == other:
        return True
    short = min(len(one), len(other))
    if short < _LONG_WORD - 1 or not (one.isalpha() and other.isalpha()) or one[0] != other[0]:
        return False
    if any(one == prefix + other or other == prefix + one for prefix in _NEGATING):
        return False
    return _steps(one, other) <= (2 if short >= _VERY_LONG_WORD else 1)


def _steps(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with their neighbour."""
    above: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        above, last, row = row, above, [at]
        for to, wanted in enumerate(other, 1):
            steps = min(above[to] + 1, row[to - 1] + 1, above[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                steps = min(steps, last[to - 2] + 1)
            row.append(steps)
    return row[-1]
