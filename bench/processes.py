"""Running commands in turn and comparing them pair by pair, so that a machine that slows down slows both of a pair."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in: bytes there, KiB elsewhere."""


class Sample(NamedTuple):
    """One run: seconds on the clock, seconds of processor time, highest memory in MiB."""

    wall: float
    cpu: float
    memory: float


class Spread(NamedTuple):
    """The least, the middle and the greatest of some numbers."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Spread:
        """The spread of numbers."""
        return cls(min(numbers), statistics.median(numbers), max(numbers))

    def shown(self, digits: int = 2) -> str:
        """`middle [least-most]`."""
        return f"**{self.middle:.{digits}f}** [{self.least:.{digits}f}-{self.most:.{digits}f}]"


def once(command: Sequence[str], environment: Mapping[str, str]) -> Sample:
    """Run a command to its end; its output is thrown away."""
    quiet = subprocess.DEVNULL
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MIB)


def in_turn(
    commands: Mapping[str, Sequence[str]], runs: int, environment: Mapping[str, str], *, warm: bool = True
) -> dict[str, list[Sample]]:
    """Samples of each command, taken A B C A B C; one round before them is not counted when `warm`."""
    if warm:
        for command in commands.values():
            once(command, environment)
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            samples[name].append(once(command, environment))
    return samples


def ratio(samples: Sequence[Sample], others: Sequence[Sample], what: str = "wall") -> Spread:
    """How many times as long as the others, run by run; `what` is wall, cpu or memory."""
    pairs = zip(samples, others, strict=True)
    return Spread.of([getattr(one, what) / max(getattr(other, what), 1e-4) for one, other in pairs])
