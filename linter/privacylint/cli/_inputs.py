"""What `check` and `claims` share: which files, which laws, which plugins, which configuration."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from privacylint.cli._parser import Mistake, several, unknown
from privacylint.cli._say import say

if TYPE_CHECKING:
    from privacylint.config import Config
    from privacylint.plugins import Plugins

STDIN = "-"
BUILTIN = "builtin"
_MANY = 20


class Inputs(NamedTuple):
    """What a command works on. `ok` is false when a path does not exist or a plugin failed: the exit code is then 2."""

    config: Config
    plugins: Plugins
    paths: tuple[str, ...]
    ok: bool
    stdin_filename: str

    def read(self) -> Iterator[tuple[str, bytes | OSError]]:
        """Each path with its bytes, or with the error that kept them."""
        for path in progress(self.paths):
            yield (self.stdin_filename, _standard_input()) if path == STDIN else (path, bytes_of(path))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options that say what is read."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input")
    parser.add_argument("--stdin-filename", metavar="NAME", help="the name standard input is reported under")
    parser.add_argument(
        "--regime",
        action="extend",
        type=several,
        metavar="LAW[,LAW]",
        help="laws to check against, or auto: those the policy itself speaks to",
    )
    add_as_of(parser)
    settings = parser.add_argument_group("configuration and plugins")
    chosen = settings.add_mutually_exclusive_group()
    chosen.add_argument("--config", metavar="FILE", help="the configuration file (default: the nearest one)")
    chosen.add_argument("--no-config", action="store_true", help="read no configuration file")
    add_plugin_arguments(settings)


def add_as_of(parser: argparse._ActionsContainer) -> None:
    """Declare the option that says by the law of which day a run judges."""
    parser.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="the day to judge by (default: today)")


def add_plugin_arguments(parser: argparse._ActionsContainer) -> None:
    """Declare the options that say which plugins are loaded."""
    parser.add_argument("--no-plugins", action="store_true", help="load the built-in rules only")
    parser.add_argument(
        "-p",
        dest="plugin",
        action="append",
        default=[],
        type=_disabled,
        metavar="no:NAME",
        help="leave out the plugin NAME",
    )
    parser.add_argument("--ignore-plugin-errors", action="store_true", help="go on when a plugin cannot be loaded")


def gather(options: argparse.Namespace, **overrides: Any) -> Inputs:
    """Read configuration and plugins and find the files; what is missing is said on standard error.

    `overrides` are what the command line sets over the configuration, as `config.load` takes them.
    """
    from privacylint import config as configuration
    from privacylint import discover

    file = None if options.no_config else options.config or configuration.find(Path.cwd())
    config = configuration.load(file, {"regimes": options.regime, "as_of": options.as_of, **overrides})
    plugins, plugins_ok = load_plugins(options)
    plugins = with_rule_files(plugins, config)
    names = [info.name for info in plugins.infos]
    configuration.validate(config, plugins.rules, regime_names=plugins.regimes, plugin_names=names)
    asked = options.paths or ([STDIN] if options.stdin_filename else [])
    listed = [] if asked else [policy.path for policy in config.policies] or ["."]
    found = discover.find([path for path in asked if path != STDIN] or listed, config.excludes)
    for path in found.missing:
        say(f"no such file: {path}")
    name = options.stdin_filename or "<stdin>"
    stdin = STDIN in asked and not config.excludes(name)
    ok = plugins_ok and not found.missing
    return Inputs(config, plugins, (*((STDIN,) if stdin else ()), *found.files), ok, name)


def plugins_here(options: argparse.Namespace) -> tuple[Plugins, bool]:
    """As `load_plugins`, with the rule files that the nearest configuration names."""
    from privacylint import config as configuration

    plugins, ok = load_plugins(options)
    file = configuration.find(Path.cwd())
    return (with_rule_files(plugins, configuration.load(file)) if file else plugins), ok


def with_rule_files(plugins: Plugins, config: Config) -> Plugins:
    """The plugins and the rules that the team wrote itself, in the files of `rule_files`."""
    if not config.rule_files:
        return plugins
    from privacylint.yaml_rules import load_rule

    rules = dict(plugins.rules)
    for file in config.rule_files:
        rule = load_rule(file, family="custom", words=plugins.words)
        if rule.id in rules:
            raise Mistake(f'{file}:1:1: rule "{rule.id}" exists already; give the file another name')
        rules[rule.id] = rule._replace(origin=str(file))
    return plugins._replace(rules=dict(sorted(rules.items())))


def load_plugins(options: argparse.Namespace) -> tuple[Plugins, bool]:
    """The plugins, and whether all of them could be loaded or failing ones are to be passed over."""
    from privacylint.plugins import load

    plugins = load(disabled=tuple(options.plugin), only=(BUILTIN,) if options.no_plugins else None)
    for problem in plugins.problems:
        say(problem.message)
    return plugins, options.ignore_plugin_errors or not plugins.problems


def check_names(names: Iterable[str], known: Collection[str], what: str) -> None:
    """Raise `Mistake` for the first name that is not known."""
    for name in names:
        if name not in known:
            raise unknown(what, name, known)


def progress(paths: tuple[str, ...]) -> Iterable[str]:
    """`paths`, with a progress bar when there are many of them and somebody is watching."""
    if len(paths) <= _MANY or not sys.stderr.isatty():
        return paths
    from tqdm import tqdm  # type: ignore[import-untyped]

    bar: Iterable[str] = tqdm(paths, unit="file", leave=False)
    return bar


def bytes_of(path: str) -> bytes | OSError:
    """What a file holds, or the error that kept it."""
    from privacylint.source import bytes_at

    try:
        return bytes_at(path)
    except OSError as error:
        return error


def _standard_input() -> bytes:
    from privacylint.source import LARGEST

    return sys.stdin.buffer.read(LARGEST + 1)


def _day(word: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise Mistake(f"--as-of {word}: not a day; write it as 2025-01-31") from None


def _disabled(word: str) -> str:
    no, _, name = word.partition(":")
    if no != "no" or not name:
        raise Mistake(f"-p {word}: write -p no:NAME to leave out the plugin NAME")
    return name
