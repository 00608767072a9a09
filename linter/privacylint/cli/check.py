"""
Lint privacy policies.

Without PATH: the policies named in the configuration, else every Markdown file in the tree whose name says privacy
policy, git-ignored files left out.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from privacylint import __version__
from privacylint.cli import _answers, _fixing, _history, _workers
from privacylint.cli._inputs import (
    BUILTIN,
    STDIN,
    Inputs,
    add_arguments,
    bytes_of,
    check_names,
    gather,
    progress,
)
from privacylint.cli._parser import Mistake, several
from privacylint.cli._say import say
from privacylint.rule import SEVERITIES

if TYPE_CHECKING:
    from privacylint.lint import Result, Run
    from privacylint.plugins import Plugins

_NAME_IT = "name the files, or list them in privacylint.yaml"
_ON_A_TERMINAL = ("text", "concise")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `check`."""
    add_arguments(parser)
    rules = parser.add_argument_group("rules")
    rules.add_argument(
        "--select", action="extend", type=several, metavar="RULE[,RULE]", help="only these rules or families"
    )
    rules.add_argument(
        "--ignore", action="extend", type=several, metavar="RULE[,RULE]", help="without these rules or families"
    )
    rules.add_argument(
        "--severity", action="append", type=_level, metavar="RULE=LEVEL", help="error, warning, info, on or off"
    )
    _history.add_arguments(parser)
    _fixing.add_arguments(parser)
    report = parser.add_argument_group("report")
    report.add_argument(
        "--format",
        action=_Report,
        dest="reports",
        metavar="FORMAT",
        help="text, concise, json, sarif, github …; may be repeated",
    )
    report.add_argument(
        "--output", action=_Report, dest="reports", metavar="FILE", help="where the format before it goes"
    )
    report.add_argument(
        "--color",
        "--colour",
        choices=("auto", "always", "never"),
        default="auto",
        metavar="WHEN",
        help="auto, always or never",
    )
    report.add_argument("--quiet", "-q", action="store_true", help="findings only, no summary")
    report.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    ending = parser.add_argument_group("exit code and speed")
    ending.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        metavar="LEVEL",
        help="exit 1 at error (default), warning, info, or never",
    )
    ending.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    ending.add_argument("--jobs", "-j", type=_jobs, default=None, metavar="N", help="how many processes")
    ending.add_argument("--no-cache", action="store_true", help="neither use nor keep what earlier runs worked out")


def run(options: argparse.Namespace) -> int:
    """Lint, report, and give the exit code."""
    from privacylint.lint import Run, lint_file

    inputs = _gathered(options)
    reports = _reports(options.reports or [], inputs.plugins)
    _spare_the_policies(reports, inputs)
    if not inputs.paths:
        _say_nothing_found(options, inputs)
        # no text for the terminal; a file or a format for machines is an empty report and not an old one
        reports = [(name, file) for name, file in reports if file or name not in _ON_A_TERMINAL]
    today = inputs.config.as_of or date.today()
    fixer = _fixing.Fixer(options, stdin=STDIN in inputs.paths)

    history = _history.History(options, inputs) if options.base else None

    def lint(name: str, data: bytes | OSError) -> Result:
        base = history.base_of(name) if history else None
        return lint_file(name, data, inputs.plugins, inputs.config, today=today, base=base)

    if any(info.name != BUILTIN for info in inputs.plugins.infos) or inputs.plugins.problems:
        _answers.not_kept()
    workers = 1 if fixer.works or history or STDIN in inputs.paths else _workers.number(options.jobs, inputs.paths)
    if workers > 1:
        _answers.not_kept()
        work = _work(inputs, today)
        linted = _workers.run(work, options, inputs.paths, workers)
        results = [result for _, result in zip(progress(inputs.paths), linted, strict=True)]
    else:
        files = zip(inputs.paths, inputs.read(), strict=True)
        results = [_slim(fixer(path, *read, lint)) for path, read in files]
    in_order = _without_accepted(sorted(results, key=lambda result: result.path), inputs, options)
    done = Run(f"privacylint {__version__}", in_order, inputs.plugins.rules)
    for name, file in reports:
        if file or not fixer.shows:
            _write(done, name, file, options, inputs.plugins, sys.stderr if fixer.takes_stdout else sys.stdout)
    if options.statistics:
        _statistics(done, on_stdout=_is_free(reports) and not fixer.takes_stdout)
    if not inputs.ok or not fixer.ok or (history and not history.ok):
        return 2
    if fixer.shows:
        return fixer.ending(options)
    return int(not options.exit_zero and fails(done, inputs.config.fail_on))


def worker(options: argparse.Namespace) -> Callable[[str], Result]:
    """What lints one file in a process that has only the options."""
    inputs = _gathered(options)
    return _work(inputs, inputs.config.as_of or date.today())


def _gathered(options: argparse.Namespace) -> Inputs:
    overrides = {"select": options.select, "ignore": options.ignore, "fail_on": options.fail_on}
    return gather(options, rules=dict(options.severity or ()) or None, **overrides)


def _work(inputs: Inputs, today: date) -> Callable[[str], Result]:
    from privacylint.lint import lint_file

    return lambda path: _slim(lint_file(path, bytes_of(path), inputs.plugins, inputs.config, today=today))


def _slim(result: Result) -> Result:
    """The result without the policy and its claims, which no report needs, so that a folder fits into memory."""
    folder = os.path.dirname(os.path.abspath(result.path))  # noqa: PTH100, PTH120
    for link in result.policy.links if result.policy else ():
        # whether the files that a policy links to are there is part of the answer
        path = link.target.strip().partition("#")[0].partition("?")[0]
        if path and "://" not in path:
            from urllib.parse import unquote

            _answers.looked_for([os.path.normpath(os.path.join(folder, unquote(path)))])  # noqa: PTH118
    return result._replace(policy=None, claims=None)


def _without_accepted(results: list[Result], inputs: Inputs, options: argparse.Namespace) -> tuple[Result, ...]:
    config = inputs.config
    if config.baseline is None:
        return tuple(results)
    from privacylint import baseline, tree

    accepted = baseline.Baseline.load(config.baseline)
    kept = baseline.sift(results, accepted, config.never_ignore)
    gone = accepted.stale({tree.relative(config.root, result.path) for result in results})
    if gone and not (options.quiet or options.select or options.ignore):
        count = sum(entry.times for entry in gone)
        said = f"{count} accepted finding{' is' if count == 1 else 's are'} gone from {config.baseline}"
        say(f"{said}; `privacylint baseline --prune` takes them out")
    return tuple(kept)


def fails(run: Run, threshold: str) -> bool:
    """Whether a finding is at or above the severity `threshold`."""
    bad = () if threshold == "never" else SEVERITIES[: SEVERITIES.index(threshold) + 1]
    return any(found.severity in bad for found in run.findings)


class _Report(argparse.Action):
    """Keeps `--format` and `--output` in the order they were written: each file belongs to the format before it."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        given = [*(getattr(namespace, self.dest) or []), (self.metavar, values)]
        setattr(namespace, self.dest, given)


def _reports(given: list[tuple[str, str]], plugins: Plugins) -> list[tuple[str, str | None]]:
    from privacylint import reports

    known = {*reports.names(), *plugins.reports}
    pairs: list[tuple[str | None, str | None]] = []
    for what, word in given:
        slot = 0 if what == "FORMAT" else 1
        if not slot:
            check_names([word], known, "format")
            try:
                reports.load(word, plugins.reports)
            except reports.Unavailable as error:
                raise Mistake(str(error)) from None
        if pairs and pairs[-1][slot] is None:
            pairs[-1] = (word, pairs[-1][1]) if slot == 0 else (pairs[-1][0], word)
        else:
            pairs.append((None, word) if slot else (word, None))
    named = [(name or "text", None if file == "-" else file) for name, file in pairs] or [("text", None)]
    if sum(file is None for _, file in named) > 1:
        raise Mistake("two formats for standard output: give each --format but one its --output FILE")
    files = [file for _, file in named]
    if len(set(files)) < len(files):
        raise Mistake("two formats for one --output FILE")
    return named


def _spare_the_policies(reports: list[tuple[str, str | None]], inputs: Inputs) -> None:
    for _, file in reports:
        if file and any(_same(file, path) for path in inputs.paths):
            raise Mistake(f"--output {file}: that file is linted, the report would overwrite it")


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False


def _say_nothing_found(options: argparse.Namespace, inputs: Inputs) -> None:
    # a hook that names only excluded files is left in peace; whoever searches is told that nothing was there
    folders = [path for path in options.paths if os.path.isdir(path)]  # noqa: PTH112 - gives False where Path raises
    if inputs.ok and not options.quiet and (folders or not options.paths):
        where = ", ".join(folders) or "this folder"
        say(f"no privacy policy found in {where}; {_NAME_IT}")


def _write(
    run: Run, name: str, file: str | None, options: argparse.Namespace, plugins: Plugins, stream: TextIO
) -> None:
    from privacylint import reports
    from privacylint.reports._paint import wants_color

    render = reports.load(name, plugins.reports)
    extra = {"quiet": True} if options.quiet and name == "text" else {}
    try:
        reports.publish(name, run, os.environ)
    except OSError as error:
        say(f"cannot write the summary of the job: {error.strerror}")
    color = file is None and wants_color(options.color, stream, os.environ)
    try:
        text = render(run, color=color, **extra)
        if not isinstance(text, str):
            raise TypeError(f"it gives {type(text).__name__}, not text")
    except (Exception, SystemExit) as error:
        if name in reports.names():
            raise
        raise Mistake(f"the report {name} of a plugin failed: {type(error).__name__}: {error}") from None
    if file is None:
        stream.write(text)
        return
    try:
        if _leads_out(Path(file)):
            raise Mistake(f"cannot write {file}: it is a link out of the tree")
        Path(file).write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise Mistake(f"cannot write {file}: {error.strerror}") from None


def _leads_out(file: Path) -> bool:
    # a link that a stranger laid must not have a file of this machine written over
    if not file.is_symlink():
        return False
    from privacylint import tree

    top, named = tree.tree_of(Path.cwd()), Path(os.path.abspath(file))  # noqa: PTH100 - resolve() would follow links
    return top in named.parents and Path(os.path.realpath(top)) not in Path(os.path.realpath(file)).parents


def _is_free(reports: list[tuple[str, str | None]]) -> bool:
    """Whether standard output is read by a person only."""
    return all(name in _ON_A_TERMINAL for name, file in reports if file is None)


def _statistics(run: Run, *, on_stdout: bool) -> None:
    counts = Counter((found.rule, found.severity) for found in run.findings)
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"{count:>6}  {severity:<7}  {rule}", file=sys.stdout if on_stdout else sys.stderr)


def _level(word: str) -> tuple[str, str]:
    rule, equals, level = word.partition("=")
    if not rule or not equals:
        raise Mistake(f"--severity {word}: write RULE=LEVEL")
    return rule, level


def _jobs(word: str) -> int:
    if not word.isdigit() or int(word) < 1:
        raise Mistake(f"--jobs {word}: give a number from 1")
    return int(word)
