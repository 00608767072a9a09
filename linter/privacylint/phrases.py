"""
The phrase language of rules and extractors: compiled once, matched in linear time.

    we [may] (collect~ | gather~) ... from {child} under <age>

A phrase describes words of one sentence; punctuation, case, markup and the form of quotation marks do not count. What
is pulled together counts in full ("we'll" is "we will", but "don't" is one word), and where one person speaks for
nobody else, "I" and "my" stand for "we" and "our" as well.

    word          that word; a hyphen parts words ("third-party" is "third party")
    word~         the word with its inflections: collect~ is collect, collects, collected, collecting …
    word*         every word that starts so
    (a | b c)     one of these
    [x]           x, or nothing
    ...   ...9    a gap of up to 6 (or 9) words
    ...!x         a gap without the word x; also ...9!(x | y)
    !x            the next word is not x; also !(x | y)
    {name}        a word list of that name
    <slot>        number, age, duration, date, email, place, organisation, name; <slot:x> gives the match a name
    ^  $          start and end of the sentence

How it works: the words of a document are numbered, and a set of positions is one big integer with a bit for each. The
set of places where a word stands is such an integer too, so "the next word is w" is `(positions & w) << 1`: a phrase
costs a few integer operations for the whole text, whatever the text says (bit-parallel matching, after Baeza-Yates and
Gonnet 1992). There is no backtracking, so no phrase and no text can make it slow. Most phrases are not matched at all:
where no sentence has a word of each of their parts, they stand nowhere. `wordings.py` reads a phrase,
`lowering.py` makes a program of it, `programs.py` runs programs over the `words.py` of a policy, and `store.py` keeps
programs from one run to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from privacylint import store
from privacylint.matches import Match
from privacylint.programs import Program, Spot
from privacylint.words import Chunk, Words, fold, tokens

__all__ = ["Lists", "Match", "PhraseError", "Phrases", "compile_phrase", "fold", "tokens"]

Lists = Mapping[str, Sequence[str]]
"""Word lists by name."""
Place = tuple[Program, Chunk, Spot]
"""A spot with what it is read by."""


class PhraseError(ValueError):
    """A phrase that cannot be compiled; `column` counts from 1 in the phrase."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


class Phrases:
    """Wordings by language, compiled at first use: `Phrases(en=["we collect~ ... from {child}"], lists=WORDS)`.

    `lists` maps a language to its word lists. Compare by identity. `check()` compiles every language and raises
    `PhraseError`.
    """

    __slots__ = ("_compiled", "lists", "wordings")

    def __init__(self, *, lists: Mapping[str, Lists] | None = None, **wordings: Sequence[str]) -> None:
        self.wordings: Mapping[str, Sequence[str]] = wordings
        self.lists = lists or {}
        self._compiled: dict[str, tuple[Program, ...]] = {}

    def check(self) -> None:
        """Compile everything; raises `PhraseError` at the first wording that is none."""
        for language in self.wordings:
            self.programs(language)

    def programs(self, language: str) -> tuple[Program, ...]:
        """The compiled wordings of a language; none for a language that has none."""
        programs = self._compiled.get(language)
        if programs is None:
            wordings = self.wordings.get(language, ())
            programs = self._compiled[language] = store.programs(wordings, self.lists.get(language, {}), language)
        return programs

    def find(self, words: Words) -> list[Match]:
        """Every match in the order of the text; where two wordings match overlapping words, both are given."""
        found: list[Match] = []
        for chunk in words.chunks:
            each = [program.matches(chunk) for program in self._standing(chunk)]
            here = [match for matches in each for match in matches]
            if len(each) > 1:
                here.sort(key=_order)
            found += here
        return found

    def spots(self, words: Words) -> dict[int, list[Place]]:
        """The same as far as it is worked out at once, by the number of the sentence; `read` makes matches of it."""
        found: dict[int, list[Place]] = {}
        numbers = words.sentence_numbers
        for chunk in words.chunks:
            low = chunk.low
            for program in self._standing(chunk):
                for spot in program.spots(chunk):
                    number = numbers[low + spot[0]]
                    if number in found:
                        found[number].append((program, chunk, spot))
                    else:
                        found[number] = [(program, chunk, spot)]
        return found

    def _standing(self, chunk: Chunk) -> Iterator[Program]:
        """The programs whose parts stand together in a sentence of a chunk."""
        # to compile them may bring words that were not looked for before
        programs = self.programs(chunk.words.language)
        chunk.look_up()
        sets, everywhere = chunk.sets, chunk.sentences
        for program in programs:
            # as `Program.sentences` does, without a call for each of the thousands that stand nowhere
            sentences = everywhere
            for item in program.needs:
                sentences &= sets[item]
                if not sentences:
                    break
            else:
                yield program

    def each(self, words: Words) -> Iterator[Match]:
        """Every match, one wording after the other; a wording is looked for when it is its turn."""
        for program in self.programs(words.language):
            yield from program.find(words)

    def in_text(self, words: Words) -> bool:
        """Whether any of the wordings stands anywhere; cheaper than `find`."""
        return any(program.occurs(words) for program in self.programs(words.language))


def read(places: Sequence[Place]) -> tuple[Match, ...]:
    """The matches in one sentence, in the order of the text."""
    matches = [match for program, chunk, spot in places for match in program.read(spot, chunk)]
    if len(places) > 1:
        matches.sort(key=_order)
    return tuple(matches)


def _order(match: Match) -> tuple[tuple[int, int], str]:
    return match.words, match.wording


def compile_phrase(wording: str, lists: Lists, language: str = "en") -> Program:
    """Compile one wording. Raises `PhraseError` with the column of the mistake."""
    return store.program(wording, lists, language)
