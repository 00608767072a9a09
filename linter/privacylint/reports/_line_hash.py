"""
The hash of a line that GitHub code scanning tells alerts apart by, as its upload action computes it.

A rolling hash over the hundred characters that follow the start of a line, blanks and tabs left out, and which of its
equals it is. The action complains when a report says another one, so it is computed the same to the bit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

_WINDOW = 100
_FACTOR = 37
_BITS = 1 << 64
_END = 65535


def line_hashes(text: str) -> list[str]:
    """The hash of each line of `text`, in order."""
    characters = list(_characters(text))
    codes = [code for code, _ in characters] + [0] * _WINDOW
    hashes = _rolling(codes)
    seen: Counter[str] = Counter()
    lines = []
    for at, (_, starts) in enumerate(characters):
        if starts:
            value = f"{hashes[at]:x}"
            seen[value] += 1
            lines.append(f"{value}:{seen[value]}")
    return lines


def _rolling(codes: list[int]) -> list[int]:
    # hashes[n] is the hash of the window that begins with character n
    leaving = pow(_FACTOR, _WINDOW, _BITS)
    value, hashes = 0, []
    for at, code in enumerate(codes):
        value = (value * _FACTOR + code) % _BITS
        if at >= _WINDOW:
            value = (value - leaving * codes[at - _WINDOW]) % _BITS
        if at >= _WINDOW - 1:
            hashes.append(value)
    return hashes


def _characters(text: str) -> Iterator[tuple[int, bool]]:
    """The UTF-16 code units that count, each with whether a line starts at it."""
    starts, after_return = True, False
    data = text.encode("utf-16-le", "surrogatepass")
    for low, high in zip(data[::2], data[1::2], strict=True):
        code = low | high << 8
        if code in (32, 9) or (after_return and code == 10):
            after_return = False
            continue
        after_return = code == 13
        if after_return:
            code = 10
        yield code, starts
        starts = code == 10
    yield _END, starts
