"""
Many short binary values in one: what a run asks for is cut out of it, and the rest never becomes objects.

Thousands of small bytes, tuples and strings take many times the memory of what they hold.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

PLACE = "I" if array("I").itemsize == 4 else "L"
"""The type code of an array of numbers of 32 bits."""
_KEY = "Q"

Packed = tuple[bytes, bytes, bytes]


class Records:
    """Binary values by keys of 64 bits, made of what `pack` gave."""

    __slots__ = ("_ends", "_keys", "_values")

    def __init__(self, keys: bytes, ends: bytes, values: bytes) -> None:
        self._keys = numbers(_KEY, keys)
        self._ends = numbers(PLACE, ends)
        self._values = values

    def __len__(self) -> int:
        return len(self._keys)

    def get(self, key: int) -> bytes | None:
        """The value of a key, None where it has none."""
        keys, ends = self._keys, self._ends
        at = bisect_left(keys, key)
        return self._values[ends[at] : ends[at + 1]] if at < len(keys) and keys[at] == key else None

    def items(self) -> Iterator[tuple[int, bytes]]:
        """Keys and values, by key."""
        for key, (begin, end) in zip(self._keys, pairwise(self._ends), strict=True):
            yield key, self._values[begin:end]


def pack(values: Mapping[int, bytes]) -> Packed:
    """Values by key for a file; the same on every machine."""
    keys = sorted(values)
    ends = [0, *accumulate(len(values[key]) for key in keys)]
    return bytes_of(_KEY, keys), bytes_of(PLACE, ends), b"".join(values[key] for key in keys)


def bytes_of(code: str, of: Sequence[int]) -> bytes:
    """Numbers of a type code as bytes, the low byte first."""
    made = array(code, of)
    if sys.byteorder == "big":
        made.byteswap()
    return made.tobytes()


def numbers(code: str, packed: bytes) -> array[int]:
    """The numbers that `bytes_of` packed."""
    made = array(code, packed)
    if sys.byteorder == "big":
        made.byteswap()
    return made
