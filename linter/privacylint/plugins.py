"""
Loading the plugins: rules, extractors, disclosures, regimes, words and reports come in here, by the hooks of `hooks`.

The built-in rules are a plugin like any other: they enter by the entry point group `privacylint`. A plugin that cannot
be imported, or whose hook raises or is misspelt, is named and skipped; the rest goes on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from privacylint import sound
from privacylint.claims import Extractor
from privacylint.engine_rules import ENGINE_RULES
from privacylint.hooks import PROJECT, Ask, Render, plugged
from privacylint.packs import listed
from privacylint.rule import Disclosure, Regime, Rule

_OURS = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 - where this package is, others may be
Words = Mapping[str, Mapping[str, tuple[str, ...]]]


class Problem(NamedTuple):
    """A plugin that was skipped, and why, in one line."""

    plugin: str
    message: str


class Info(NamedTuple):
    """A loaded plugin: entry point name, distribution and version ("" where unknown)."""

    name: str
    distribution: str
    version: str


class Plugins(NamedTuple):
    """Everything the plugins brought, sorted by name so that no order of loading shows.

    `problems` names what was skipped: exit code 2 unless the user said otherwise.
    """

    rules: Mapping[str, Rule]
    extractors: tuple[Extractor, ...]
    disclosures: Mapping[str, Disclosure]
    regimes: Mapping[str, Regime]
    words: Words
    reports: Mapping[str, Render]
    infos: tuple[Info, ...] = ()
    problems: tuple[Problem, ...] = ()


class EntryPoint(NamedTuple):
    """A line of an installed distribution's `[privacylint]` entry points."""

    name: str
    module: str
    distribution: str
    version: str


def load(disabled: Iterable[str] = (), only: Iterable[str] | None = None, extra: Iterable[ModuleType] = ()) -> Plugins:
    """Load every installed plugin but those `disabled` (by entry point name), or `only` those named.

    `extra` are plugin modules that are registered beside the installed ones (tests use it).
    """
    skipped, wanted = frozenset(disabled), None if only is None else frozenset(only)
    gathered = _Gathered()
    modules: list[tuple[EntryPoint, Any]] = []
    for entry in entry_points():
        if entry.name in skipped or (wanted is not None and entry.name not in wanted):
            continue
        try:
            modules.append((entry, _import(entry.module)))
        except (Exception, SystemExit) as error:
            gathered.problem(entry.name, "cannot be imported", error)
    modules += [(EntryPoint(module.__name__, module.__name__, "", ""), module) for module in extra]
    callers = [caller for entry, module in modules if (caller := _registered(entry, module, gathered))]
    for caller in callers:
        gathered.words_of(caller)
    for caller in callers:
        gathered.rest_of(caller)
    return gathered.plugins()


def entry_points() -> list[EntryPoint]:
    """The entry points of the group `privacylint`, by name; the first of two with one name counts, as on sys.path.

    Only what is installed counts: not what lies in the tree that is linted, beside the policy of a stranger. Reads the
    metadata folders itself: importing `importlib.metadata` takes longer than linting a policy.
    """
    found: dict[tuple[str, str], EntryPoint] = {}
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or "."))  # noqa: PTH208 - a Path for each name costs start-up time
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                entries = list(_entries(folder or ".", name))
                if entries and _is_installed(folder):
                    for entry in entries:
                        found.setdefault((entry.name, entry.distribution), entry)
    unique: dict[str, EntryPoint] = {}
    for entry in sorted(found.values()):
        unique.setdefault(entry.name, entry)
    return list(unique.values())


def _is_installed(folder: str) -> bool:
    """Whether a folder of sys.path is one that installers fill, ours, or at least outside of the tree."""
    import site

    from privacylint import tree

    sites = [*getattr(site, "getsitepackages", list)(), getattr(site, "getusersitepackages", str)()]
    real = os.path.realpath(folder or ".")
    if real in {os.path.realpath(one) for one in sites if one} or real == _OURS:
        return True
    top = os.path.realpath(tree.tree_of(Path.cwd()))
    return os.path.isabs(folder) and real != top and not real.startswith(top.rstrip(os.sep) + os.sep)  # noqa: PTH117


def _entries(folder: str, name: str) -> Iterator[EntryPoint]:
    try:
        with open(os.path.join(folder, name, "entry_points.txt"), "rb") as stream:  # noqa: PTH118, PTH123
            text = stream.read().decode()
    except (OSError, UnicodeError):
        return
    if f"[{PROJECT}]" not in text:
        return
    distribution, _, version = name.rpartition(".")[0].partition("-")
    inside = False
    for line in text.split("\n"):
        line = line.strip()
        if line.startswith("["):
            inside = line == f"[{PROJECT}]"
        elif inside and "=" in line and not line.startswith("#"):
            name, _, module = line.partition("=")
            yield EntryPoint(name.strip(), module.strip(), distribution.replace("_", "-"), version)


def _import(target: str) -> Any:
    from importlib import import_module

    module, _, attribute = target.partition(":")
    loaded: Any = import_module(module)
    for part in attribute.split(".") if attribute else ():
        loaded = getattr(loaded, part)
    return loaded


class _Caller(NamedTuple):
    entry: EntryPoint
    module: Any
    ask: Ask


def _registered(entry: EntryPoint, module: Any, gathered: _Gathered) -> _Caller | None:
    try:
        caller = _Caller(entry, module, plugged(module, entry.name))
    except Exception as error:
        gathered.problem(entry.name, "is no plugin", error)
        return None
    gathered.infos.append(Info(entry.name, entry.distribution, entry.version))
    return caller


class _Gathered:
    """What has come in so far."""

    def __init__(self) -> None:
        self.rules: dict[str, Rule] = dict(ENGINE_RULES)
        self.extractors: list[tuple[str, Extractor]] = []
        self.disclosures: dict[str, Disclosure] = {}
        self.regimes: dict[str, Regime] = {}
        self.words: dict[str, dict[str, tuple[str, ...]]] = {}
        self.reports: dict[str, Render] = {}
        self.infos: list[Info] = []
        self.problems: list[Problem] = []

    def problem(self, plugin: str, what: str, error: BaseException) -> None:
        self.problems.append(Problem(plugin, f"plugin {plugin!r} {what}: {sound.reason(error)}"))

    def ask(self, caller: _Caller, hook: str, take: Callable[[Any], None]) -> None:
        """Call one hook of one plugin and take what it returns; whatever goes wrong is that plugin's problem."""
        try:
            for answer in caller.ask(hook):
                take(answer)
        except (Exception, SystemExit) as error:
            self.problem(caller.entry.name, f"fails in {hook}", error)

    def words_of(self, caller: _Caller) -> None:
        def take(answer: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
            for language, lists in answer.items():
                for name, wordings in lists.items():
                    self.words.setdefault(language, {}).setdefault(name, tuple(wordings))

        self.ask(caller, "privacylint_words", take)

    def rest_of(self, caller: _Caller) -> None:
        def take(hook: str, read: Callable[[Path], Iterable[Any]], add: Callable[[Any], None]) -> None:
            def each(answer: Any) -> None:
                for value in read(answer) if isinstance(answer, Path) else answer:
                    add(value)

            self.ask(caller, hook, each)

        origin = caller.entry.name
        take("privacylint_extractors", lambda folder: self._extractors(caller, folder), self._add_extractor)
        take("privacylint_disclosures", lambda folder: _disclosures(folder, self.words), self._add_disclosure)
        take("privacylint_regimes", lambda folder: _regimes(folder, self.words), self._add_regime)
        take("privacylint_rules", lambda folder: self._rules(caller, folder), lambda rule: self._add_rule(rule, origin))
        self.ask(caller, "privacylint_reports", self.reports.update)

    def _extractors(self, caller: _Caller, folder: Path) -> Iterator[Extractor]:
        for file in _modules(folder):
            yield from self._values(caller, folder, file, Extractor)

    def _rules(self, caller: _Caller, folder: Path) -> Iterator[Rule]:
        for family in listed(folder, folders=True):
            home = folder / family
            for file in _modules(home):
                for rule in self._values(caller, home, file, Rule):
                    yield rule._replace(id=rule.id or file[:-3].replace("_", "-"), family=rule.family or family)
        from privacylint.yaml_rules import load_rules

        yield from load_rules(folder, words=self.words)

    def _values(self, caller: _Caller, folder: Path, file: str, kind: type) -> Iterator[Any]:
        try:
            module = _module(caller.module, folder, file)
        except (Exception, SystemExit) as error:
            self.problem(caller.entry.name, f"has a file that cannot be imported, {file}", error)
            return
        for name, value in vars(module).items():
            if isinstance(value, kind) and name[0] != "_":
                yield value

    def _add_extractor(self, extractor: Extractor) -> None:
        self.extractors.append((extractor.kind, extractor))

    def _add_disclosure(self, disclosure: Disclosure) -> None:
        self.disclosures.setdefault(disclosure.topic, disclosure)

    def _add_regime(self, regime: Regime) -> None:
        self.regimes.setdefault(regime.id, regime)

    def _add_rule(self, rule: Rule, origin: str) -> None:
        sound.rule(rule)
        if rule.id in self.rules:
            raise ValueError(f"rule {rule.id!r} exists already, from plugin {self.rules[rule.id].origin!r}")
        self.rules[rule.id] = rule._replace(origin=rule.origin or origin)

    def plugins(self) -> Plugins:
        extractors = [extractor for _, extractor in self.extractors]
        if self.disclosures:
            from privacylint import disclosures, requirements, upcoming

            extractors.append(disclosures.extractor(self.disclosures))
            for id, rule in requirements.rules(self.disclosures, self.regimes).items():
                self.rules.setdefault(id, rule)
            self.rules.setdefault(upcoming.ID, upcoming.rule(self.regimes, self.disclosures))
        return Plugins(
            rules=dict(sorted(self.rules.items())),
            extractors=tuple(extractors),
            disclosures=dict(sorted(self.disclosures.items())),
            regimes=dict(sorted(self.regimes.items())),
            words=self.words,
            reports=dict(sorted(self.reports.items())),
            infos=tuple(sorted(self.infos)),
            problems=tuple(sorted(self.problems)),
        )


def _modules(folder: Path) -> list[str]:
    """The modules of a folder; not the package itself, and not what several rules share."""
    return [name for name in listed(folder) if name.endswith(".py") and name[0] != "_"]


def _module(plugin: Any, folder: Path, file: str) -> ModuleType:
    """Import a file of a plugin: by its name in the plugin's package, or by its path when it stands elsewhere."""
    from importlib import import_module

    home, place = os.path.dirname(getattr(plugin, "__file__", None) or ""), str(folder)  # noqa: PTH120
    if hasattr(plugin, "__path__") and (place == home or place.startswith(home + os.sep)):
        # a Path for each would cost start-up time
        inside = [part for part in place[len(home) :].split(os.sep) if part]  # noqa: PTH206
        return import_module(".".join((plugin.__name__, *inside, file[:-3])))
    from importlib.util import module_from_spec, spec_from_file_location

    name = f"_privacylint_{getattr(plugin, '__name__', 'plugin')}_{folder.name}_{file[:-3]}"
    spec = spec_from_file_location(name, folder / file)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot import {folder / file}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _disclosures(folder: Path, words: Words) -> Iterable[Disclosure]:
    from privacylint.disclosures import load as load_disclosures

    return load_disclosures(folder, words)


def _regimes(folder: Path, words: Words) -> Iterable[Regime]:
    from privacylint.regimes import load as load_regimes

    return load_regimes(folder, words)
