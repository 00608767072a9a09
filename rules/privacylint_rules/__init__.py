"""The built-in plugin: nothing here that a third party could not do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from privacylint.hooks import hookimpl

HERE = Path(__file__).parent


@hookimpl
def privacylint_rules() -> Path:
    """The folder of rules."""
    return HERE / "rules"


@hookimpl
def privacylint_extractors() -> Path:
    """The folder of extractors."""
    return HERE / "extractors"


@hookimpl
def privacylint_disclosures() -> Path:
    """The folder of disclosures."""
    return HERE / "disclosures"


@hookimpl
def privacylint_regimes() -> Path:
    """The folder of laws."""
    return HERE / "regimes"


@hookimpl
def privacylint_words() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The word lists."""
    from privacylint_rules.words import WORDS

    return WORDS
