"""
How fast privacylint is, as ratios that hold on another machine: `python bench/run.py [FOLDER ...]`.

U is the time of `python -c pass`, F that of parsing the same files with markdown-it-py and doing nothing else; both are
taken in the same run, in turn with what they are compared with (A B A B ...). Each figure is the middle of the pairwise
ratios, with the least and the greatest. FOLDER holds policies (*.md); without one, those beside the repository in
../shared/corpus where they are, else invented ones. Linters that are on PATH or under --peers DIR (`py/NAME/bin`,
`npm/NAME/node_modules/.bin`) run beside privacylint on the same file. Nothing is read from or written to the user's
cache. Prints Markdown.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import inside
import processes
import texts
from processes import Spread

ROOT = Path(__file__).resolve().parent.parent
CORPUS = [ROOT.parent / "shared" / "corpus" / name for name in ("pool", "dev", "seeds", "gdpr-transparency")]
SIZES = [1_000, 4_000, 25_000, 100_000, 400_000, 1_600_000]
RULES = [30, 300]
ONE = 25_000
PEERS = {
    "rumdl": ("rumdl", "rumdl check --no-cache"),
    "mdformat": ("mdformat", "mdformat --check"),
    "proselint": ("proselint", "proselint check"),
    "markdownlint-cli2": ("markdownlint-cli2", "markdownlint-cli2"),
    "pymarkdownlnt": ("pymarkdownlnt", "pymarkdown scan"),
    "textlint": ("textlint", "textlint --rule no-todo --rule terminology --rule write-good"),
}
"""By name: the folder under --peers, and the command before the file."""


class Row(NamedTuple):
    """A line of the table of targets."""

    what: str
    target: str
    measured: str
    met: bool


def main() -> None:
    """Measure everything that was asked for and print it."""
    options = _options()
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(options, Path(place))
        print(bench.heading(), flush=True)
        rows = [row for part in (bench.one_file, bench.folder, bench.growth, bench.memory) for row in part()]
    _head("Targets", "what", "target", "measured", "met")
    for row in rows:
        print(f"| {row.what} | {row.target} | {row.measured} | {'yes' if row.met else '**no**'} |")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().split("\n", 1)[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--runs", type=int, default=9, help="pairs for one file (default 9)")
    parser.add_argument("--folder-runs", type=int, default=3, help="pairs for the folder (default 3)")
    parser.add_argument("--files", type=int, default=0, help="at most so many files of the folder")
    parser.add_argument("--peers", type=Path, help="a folder with other linters, as py/NAME and npm/NAME")
    parser.add_argument("--peers-only", action="store_true", help="one file and the peers, nothing else")
    return parser.parse_args()


class Bench:
    """What is measured with, and each measurement: it prints its table and gives its rows of targets."""

    def __init__(self, options: argparse.Namespace, place: Path) -> None:
        self.options = options
        self.place = place
        known = [folder for folder in options.folders or CORPUS if folder.is_dir()]
        found = sorted(path for folder in known for path in folder.rglob("*.md")) or texts.write_folder(place / "texts")
        small = [path for path in found if path.stat().st_size < 2_000_000]
        self.paths = small[:: max(1, len(small) // options.files)] if options.files else small
        self.source = "a corpus" if known else "invented policies"
        self.one = place / "one" / "privacy-policy.md"
        self.one.parent.mkdir()
        # a folder of its own: no configuration, no repository above it
        self.one.write_bytes(texts.nearest(found, ONE).read_bytes())
        self.environment = {
            name: value for name, value in os.environ.items()
            if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NODE_OPTIONS", "NODE_EXTRA_CA_CERTS")
        }  # fmt: skip
        self.environment["PRIVACYLINT_CACHE_DIR"] = str(place / "cache")
        self.lint = [sys.executable, "-m", "privacylint"]
        self.check = [*self.lint, "check", "--exit-zero", "--no-config"]
        self.nothing = [sys.executable, "-c", "pass"]

    def heading(self) -> str:
        """What was measured, where and when."""
        from privacylint import __version__

        kind = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        total = sum(path.stat().st_size for path in self.paths)
        # in a process of its own: the memory of this one is where that of the others begins
        compiled = subprocess.run([sys.executable, "-c", _inside("sys.exit(not inside.compiled())")]).returncode == 0
        shipped = "" if compiled else " **Not compiled: run `python -m privacylint.shipping`.**"
        load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
        folder = f"{len(self.paths)} files, {total / 1e6:.2f} MB ({self.source})"
        return (
            f"privacylint {__version__}, {datetime.date.today()}, {kind}{load}. "
            f"One file: {self.one.stat().st_size} bytes. Folder: {folder}.{shipped}"
        )

    def one_file(self) -> Iterator[Row]:
        """Cold start, a known answer, the version, and other linters on the same file."""
        file = str(self.one)
        commands = {
            "`python -c pass` (U)": self.nothing,
            "markdown-it-py, parse only (F)": _floor([file]),
            "`privacylint check`, cold": [*self.check, "--no-cache", file],
            "`privacylint check`, answer known": [*self.check, file],
            "`privacylint --version`": [*self.lint, "--version"],
            **{name: [*command, file] for name, command in self._peers()},
        }
        samples = processes.in_turn(commands, self.options.runs, self.environment)
        base, _, cold, hit, version, *_ = samples.values()
        _head("One file", "command", "ms", "x U", "x U, cpu", "x cold privacylint", "peak MiB")
        for name, ours in samples.items():
            wall, units = Spread.of([one.wall * 1000 for one in ours]), processes.ratio(ours, base)
            cpu, other = processes.ratio(ours, base, "cpu"), processes.ratio(ours, cold)
            memory = max(one.memory for one in ours)
            print(f"| {name} | {wall.shown(0)} | {units.shown(1)} | {cpu.shown(1)} | {other.shown()} | {memory:.0f} |")
        sys.stdout.flush()
        yield _row("cold start, one file of 25 KB", "<= 12 U", processes.ratio(cold, base), 12, 1)
        yield _row("the same in processor time", "<= 12 U", processes.ratio(cold, base, "cpu"), 12, 1)
        if "proselint" in samples:
            yield _row("the same beside proselint", "<= 0.75", processes.ratio(cold, samples["proselint"]), 0.75)
        yield _row("answer known", "<= 3 U", processes.ratio(hit, base), 3, 1)
        yield _row("`--version`", "<= 3 U", processes.ratio(version, base), 3, 1)
        memory = max(one.memory for one in cold)
        yield Row("peak memory, one file", "<= 32 MiB", f"{memory:.0f} MiB", memory <= 32)

    def _peers(self) -> Iterator[tuple[str, list[str]]]:
        for name, (folder, words) in PEERS.items():
            program, *rest = words.split()
            place = self.options.peers
            places = [place / "py" / folder / "bin", place / "npm" / folder / "node_modules" / ".bin"] if place else []
            found = shutil.which(program, path=os.pathsep.join(map(str, places))) if places else None
            found = found or shutil.which(program)
            if found:
                yield name, [os.path.abspath(found), *rest]  # noqa: PTH100 - links are kept

    def folder(self) -> Iterator[Row]:
        """Throughput with one worker and with two."""
        if self.options.peers_only:
            return
        files = list(map(str, self.paths))
        commands = {
            "markdown-it-py, parse only (F)": _floor(files),
            "1 worker": [*self.check, "--no-cache", "--jobs", "1", *files],
            "2 workers": [*self.check, "--no-cache", "--jobs", "2", *files],
        }
        samples = processes.in_turn(commands, self.options.folder_runs, self.environment, warm=False)
        total = sum(path.stat().st_size for path in self.paths) / 1e6
        parse, single, double = samples.values()
        _head("A folder", "command", "s", "MB/s", "MB/s of processor time", "x F, cpu", "peak MiB")
        for name, ours in samples.items():
            wall = Spread.of([one.wall for one in ours])
            speed, each = (Spread.of([total / getattr(one, what) for one in ours]) for what in ("wall", "cpu"))
            floor, memory = processes.ratio(ours, parse, "cpu"), max(one.memory for one in ours)
            print(f"| {name} | {wall.shown(1)} | {speed.shown()} | {each.shown()} | {floor.shown(1)} | {memory:.0f} |")
        sys.stdout.flush()
        speed = Spread.of([total / one.cpu for one in single])
        yield Row("throughput, one worker", ">= 1.2 MB/s", f"{speed.shown()} MB/s", speed.middle >= 1.2)
        yield _row("two workers against one", "<= 0.62", processes.ratio(double, single), 0.62)
        memory = max(one.memory for one in single)
        yield Row("peak memory, folder", "<= 64 MiB", f"{memory:.0f} MiB", memory <= 64)

    def growth(self) -> Iterator[Row]:
        """Growth with the length of a policy and with the number of rules."""
        if self.options.peers_only:
            return
        text = self.one.read_text("utf-8", "replace")
        seconds = inside.growth(text, SIZES, 3)
        _head("Growth with the length of a policy", "KB", "ms", "ms per KB", "x the one before", "size x")
        before: tuple[int, float] | None = None
        for size, took in seconds.items():
            grown = (f"{took / before[1]:.1f}", f"{size / before[0]:.1f}") if before else ("", "")
            print(f"| {size / 1000:g} | {took * 1000:.0f} | {took * 1e6 / size:.1f} | {grown[0]} | {grown[1]} |")
            before = (size, took)
        times = seconds[400_000] / seconds[25_000]
        yield Row("a policy 16 times as long", "<= 18 x", f"{times:.1f} x", times <= 18)
        matched = inside.rules(text, RULES, 5)
        few, many = (matched[count] for count in RULES)
        _head("Growth with the number of rules", "generated rules", "ms of matching")
        for count in RULES:
            print(f"| {count} | {matched[count] * 1000:.1f} |", flush=True)
        yield Row("10 times the rules, matching", "<= 3.5 x", f"{many / few:.1f} x", many / few <= 3.5)

    def memory(self) -> Iterator[Row]:
        """Peak memory with a long policy."""
        if self.options.peers_only:
            return
        long = self.place / "one" / "long-privacy-policy.md"
        text = self.one.read_text("utf-8", "replace")
        long.write_text(text * (1_600_000 // len(text)), "utf-8")
        sample = processes.once([*self.check, "--no-cache", str(long)], self.environment)
        size = long.stat().st_size / 1e6
        print(f"\nPeak memory with one policy of {size:.1f} MB: {sample.memory:.0f} MiB.")
        yield from ()


def _head(title: str, *columns: str) -> None:
    print(f"\n## {title}\n\n| {' | '.join(columns)} |\n{'|---' * len(columns)}|")


def _floor(files: Sequence[str]) -> list[str]:
    return [sys.executable, "-c", _inside("inside.floor(sys.argv[1:])"), *files]


def _inside(code: str) -> str:
    return f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import inside; {code}"


def _row(what: str, target: str, measured: Spread, most: float, digits: int = 2) -> Row:
    return Row(what, target, measured.shown(digits), measured.middle <= most)


if __name__ == "__main__":
    main()
