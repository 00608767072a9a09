"""An age as it was found, and a cue for what it is for."""

from __future__ import annotations

from typing import NamedTuple


class Age(NamedTuple):
    """An age in a sentence: threshold and relation, its words, and the threshold's own span."""

    threshold: int
    relation: str
    words: tuple[int, int]


class Cue(NamedTuple):
    """Words that give an age its role."""

    role: str
    words: tuple[int, int]
