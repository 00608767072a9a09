"""
The pluggy hooks and their manager: rules, extractors, disclosures, regimes, words and reports come in here.

The built-in rules are a plugin like any other: they enter by the entry point group `privacylint`. A plugin that cannot
be imported, or whose hook raises or is misspelt, is named and skipped; the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pluggy

from privacylint.claims import Extractor
from privacylint.rule import Disclosure, Regime, Rule

PROJECT = "privacylint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

Render = Callable[..., str]


class Hooks:
    """The doors of privacylint. Each hook returns values, or a folder from which they are read."""

    @hookspec
    def privacylint_rules(self) -> Iterable[Rule] | Path:  # type: ignore[empty-body]
        """Rules: values, or a folder `<family>/<id>.py|yaml` that is walked."""

    @hookspec
    def privacylint_extractors(self) -> Iterable[Extractor] | Path:  # type: ignore[empty-body]
        """Extractors: values, or a folder of modules that is walked."""

    @hookspec
    def privacylint_disclosures(self) -> Iterable[Disclosure] | Path:  # type: ignore[empty-body]
        """Disclosures: values, or a folder `<topic>.yaml`."""

    @hookspec
    def privacylint_regimes(self) -> Iterable[Regime] | Path:  # type: ignore[empty-body]
        """Laws: values, or a folder `<id>.yaml`."""

    @hookspec
    def privacylint_words(self) -> Mapping[str, Mapping[str, Iterable[str]]]:  # type: ignore[empty-body]
        """Word lists for the phrase language, by language: `{"en": {"child": ["child~", "minor~"]}}`."""

    @hookspec
    def privacylint_reports(self) -> Mapping[str, Render]:  # type: ignore[empty-body]
        """Output formats: name to `render(run, *, color: bool) -> str`."""


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
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    reports: Mapping[str, Render]
    infos: tuple[Info, ...] = ()
    problems: tuple[Problem, ...] = ()
