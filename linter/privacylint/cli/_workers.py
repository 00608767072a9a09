"""
Linting in several processes, where that pays: the results and their order are those of one process.

A worker is a copy of this process where the system can make one, with everything loaded; elsewhere it starts anew with
the same options. A worker that dies ends the run with an internal error: what it would have found is not known.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from privacylint.lint import Result

    Work = Callable[[str], Result]

_MANY_FILES = 200
_MANY_BYTES = 500_000
_BATCH = 4

_WORK: list[Work] = []
"""What a worker does; set before the copies are made, or by `_begin` in a process that starts anew."""


def number(asked: int | None, paths: Sequence[str]) -> int:
    """How many processes to use: what was asked for, else as many as pay for these files."""
    if asked is not None:
        return min(asked, len(paths) or 1)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if cores < 2 or len(paths) < 2:
        return 1
    return min(cores, len(paths)) if len(paths) > _MANY_FILES or _bytes(paths) > _MANY_BYTES else 1


def run(work: Work, options: argparse.Namespace, paths: Sequence[str], workers: int) -> Iterator[Result]:
    """The result of each path, in the order of the paths."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # the first file loads and compiles what all of them need, so that the copies have it
    yield work(paths[0])
    forks = sys.platform == "linux" and "fork" in multiprocessing.get_all_start_methods()
    _WORK[:] = [work]
    sys.stdout.flush()
    sys.stderr.flush()
    context = multiprocessing.get_context("fork" if forks else "spawn")
    begin = (_inherit, ()) if forks else (_begin, (options,))
    with ProcessPoolExecutor(workers, context, *begin) as pool:
        yield from pool.map(_do, paths[1:], chunksize=_BATCH)


def _do(path: str) -> Result:
    return _WORK[0](path)


def _inherit() -> None:
    """A copy has everything already."""


def _begin(options: argparse.Namespace) -> None:
    from privacylint.cli.check import worker

    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        # what is wrong with the options was said by the first process
        sys.stderr = nowhere
        _WORK[:] = [worker(options)]
        sys.stderr = sys.__stderr__


def _bytes(paths: Sequence[str]) -> int:
    total = 0
    for path in paths:
        try:
            total += os.stat(path).st_size  # noqa: PTH116
        except OSError:
            continue
    return total
