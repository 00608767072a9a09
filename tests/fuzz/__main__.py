"""
Runs so many inputs of every layer, or of some: `python tests/fuzz --inputs 2000 --seed 1 [LAYER…]`.

Each batch runs in a process of its own, so that a crash, a hang or growing memory is seen and the next batch starts
clean. What breaks a layer is written to `--keep FOLDER`; the number of the input is printed, and makes it again. With
`--atheris LAYER` the layer is fuzzed by coverage instead, where atheris is installed; arguments behind `--` are its own.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent / "linter"), str(HERE.parent.parent / "rules")]

from fuzz import texts  # noqa: E402
from fuzz.layers import LAYERS, inputs  # noqa: E402

BATCH = 500
SECONDS = 60
"""One input may take so long before it counts as a hang: a safety net, a thousand times what one takes."""
MEMORY = 4 << 30


def main() -> int:
    options = _options()
    if options.corpus:
        texts.also(options.corpus)
    if options.atheris:
        return _by_coverage(options.atheris, options.rest)
    names = options.layers or list(LAYERS)
    whole = sum(LAYERS[name].share for name in names)
    escaped, done = 0, 0
    # what every batch needs is loaded once, and inherited
    for name in names:
        LAYERS[name].check(b"")
    for name in names:
        count = max(1, options.inputs * LAYERS[name].share // whole)
        began = time.monotonic()
        for first in range(0, count, BATCH):
            size = min(BATCH, count - first)
            escaped += _batch(name, options.seed * 10_000_000 + first, size, options.keep)
        done += count
        print(f"{name:<12} {count:>7} inputs in {time.monotonic() - began:7.1f} s", flush=True)
    print(f"{done} inputs from seed {options.seed}, {escaped} escaped", flush=True)
    return int(bool(escaped))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python tests/fuzz", description=__doc__)
    parser.add_argument("layers", nargs="*", choices=[[], *LAYERS], metavar="LAYER", help="; ".join(LAYERS))
    parser.add_argument("--inputs", type=int, default=2000, metavar="N", help="how many in all (default: 2000)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="where the numbers begin (default: 0)")
    parser.add_argument("--corpus", type=Path, metavar="FOLDER", help="make inputs of its Markdown files too")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where inputs that break a layer are written")
    parser.add_argument("--atheris", choices=list(LAYERS), metavar="LAYER", help="fuzz one layer by coverage")
    parser.add_argument("--rest", nargs=argparse.REMAINDER, default=[], help="arguments of atheris, last of all")
    return parser.parse_args()


def _batch(name: str, first: int, count: int, keep: Path | None) -> int:
    """How many inputs of a batch broke the layer; one that kills its process or hangs ends the batch."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        escaped = 0
        for number, data in inputs(LAYERS[name], first, count):
            os.write(writing, number.to_bytes(8, "big"))
            signal.alarm(SECONDS)
            escaped += not _holds(name, number, data, keep)
        os._exit(min(escaped, 100))
    os.close(writing)
    last = b""
    while seen := os.read(reading, 8 * 4096):
        last = (last + seen)[-8:]
    os.close(reading)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        return os.WEXITSTATUS(status)
    number = int.from_bytes(last, "big")
    why = "hangs" if os.WTERMSIG(status) == signal.SIGALRM else f"kills its process ({os.WTERMSIG(status)})"
    print(f"{name} {number}: {why}", flush=True)
    _keep(keep, name, number, next(iter(inputs(LAYERS[name], number, 1)))[1])
    return 1


def _holds(name: str, number: int, data: bytes, keep: Path | None) -> bool:
    try:
        LAYERS[name].check(data)
    except BaseException:
        last = traceback.format_exc().strip().split("\n")
        print(f"{name} {number}: {last[-1][:300]}\n  " + "\n  ".join(last[-9:-1]), flush=True)
        _keep(keep, name, number, data)
        return False
    return True


def _keep(keep: Path | None, name: str, number: int, data: bytes) -> None:
    if keep:
        (keep / name).mkdir(parents=True, exist_ok=True)
        (keep / name / str(number)).write_bytes(data)


def _by_coverage(name: str, rest: list[str]) -> int:
    import atheris  # type: ignore[import-not-found]

    check = LAYERS[name].check
    check(b"")
    atheris.instrument_all()
    cases = HERE / "cases" / name
    atheris.Setup([sys.argv[0], *rest, *([str(cases)] if cases.is_dir() else [])], check)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
