"""
Look at the configuration: what holds and why, whether it is sound, and its JSON schema.

    privacylint config show      every value with the place it comes from
    privacylint config check     every mistake in the file, and every file it names that is not there
    privacylint config schema    the JSON schema, for editors
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from privacylint.cli._inputs import add_plugin_arguments, load_plugins, with_rule_files
from privacylint.cli._say import say, tell

if TYPE_CHECKING:
    from privacylint.config import Config

_WIDEST = 60


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `config`."""
    parser.add_argument("action", choices=("show", "check", "schema"), metavar="ACTION", help="show, check or schema")
    parser.add_argument("--config", metavar="FILE", help="the configuration file (default: the nearest one)")
    parser.add_argument("--format", choices=("text", "json"), default="text", metavar="NAME", help="text or json")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Do it; 2 when `check` finds a mistake."""
    from privacylint import config as configuration

    if options.action == "schema":
        tell(configuration.json_schema())
        return 0
    file = options.config or configuration.find(Path.cwd())
    config = configuration.load(file)
    if options.action == "show":
        return _show(config, as_json=options.format == "json")
    if file is None:
        # no mistake: a hook runs where nobody configured anything
        say("no configuration here or above; `privacylint init` writes one")
        return 0
    return _check(config, options)


def _show(config: Config, *, as_json: bool) -> int:
    values = dict(_values(config))
    if as_json:
        rows = {key: {"value": value, "origin": config.origins.get(key, "default")} for key, value in values.items()}
        document = {"version": 1, "path": str(config.path) if config.path else None, "values": rows}
        tell(document)
        return 0
    from privacylint.reports._paint import harmless

    print(f"configuration: {harmless(str(config.path or 'none, the defaults hold'))}")
    shown = {key: harmless(json.dumps(value, ensure_ascii=False)) for key, value in values.items()}
    left = max(map(len, shown))
    middle = min(max(map(len, shown.values())), _WIDEST)
    for key, value in shown.items():
        print(f"{key:<{left}}  {value:<{middle}}  {harmless(config.origins.get(key, 'default'))}")
    return 0


def _values(config: Config) -> Iterator[tuple[str, Any]]:
    from privacylint import config as configuration

    for key in configuration.ABOUT:
        if key == "extends":
            continue
        value = _plain(getattr(config, key))
        if key == "regimes" and value is None:
            value = "auto"
        if key in ("rules", "facts") and value:
            yield from ((f"{key}.{name}", inner) for name, inner in value.items())
        else:
            yield key, value


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        return _plain(value._asdict())
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, Path | date) else value


def _check(config: Config, options: argparse.Namespace) -> int:
    from privacylint import config as configuration

    plugins, ok = load_plugins(options)
    plugins = with_rule_files(plugins, config)
    names = [info.name for info in plugins.infos]
    configuration.validate(config, plugins.rules, regime_names=plugins.regimes, plugin_names=names)
    missing = list(_missing(config))
    for path, what in missing:
        say(f"{config.path}: no such file: {path}, named under {what}")
    if config.baseline:
        from privacylint.baseline import Baseline

        Baseline.load(config.baseline)
    if missing or not ok:
        return 2
    from privacylint.reports._paint import shown_path

    print(f"{shown_path(str(config.path))}: no mistake")
    return 0


def _missing(config: Config) -> Iterator[tuple[str, str]]:
    for policy in config.policies:
        named = [policy.path, *policy.companions, *policy.translations.values()]
        yield from ((path, "policies") for path in named if not Path(path).is_file())
    recipients = config.facts.get("recipients")
    if isinstance(recipients, str) and not Path(recipients).is_file():
        yield recipients, "facts"
