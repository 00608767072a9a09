"""
Where words stand, so that a pattern is tried only in the passages that hold a word it cannot do without.

Looking up is many times cheaper than searching a text with a regular expression, and most passages hold none of the
words. The index is made once for each policy.
"""

from __future__ import annotations

from collections.abc import Iterable

from privacylint.api import Policy, Sentence


def blocks_with(policy: Policy, words: Iterable[str]) -> set[int]:
    """The numbers of the blocks in which one of `words` stands, each in small letters and as the phrases see words."""
    sentences = policy.sentences
    return {sentences[number].block.number for number in _numbers(policy, words)}


def sentences_with(policy: Policy, words: Iterable[str]) -> list[Sentence]:
    """The sentences in which one of `words` stands, in the order of the text."""
    return [policy.sentences[number] for number in sorted(_numbers(policy, words))]


def _numbers(policy: Policy, words: Iterable[str]) -> set[int]:
    index = policy.once(_index)
    return {number for word in words for number in index.get(word, ())}


def _index(policy: Policy) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    words = policy.words
    for form, number in zip(words.forms, words.sentence_numbers, strict=True):
        if form in index:
            index[form].append(number)
        else:
            index[form] = [number]
    return index
