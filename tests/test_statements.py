"""
Holds invented statements, in the many voices of policies, against a plain one that they clash or agree with.

`statements.yaml` holds them by kind. They were written before anyone looked at the phrases of the rules, so that they
tell how far the readers reach; those of `missed` are not read yet, and one that is read belongs above.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from linting import loaded
from privacylint.config import Config
from privacylint.lint import lint_file
from ruamel.yaml import YAML

RECORD = Path(__file__).parent / "statements.yaml"


class Case(NamedTuple):
    """Two statements, and whether both can be true."""

    first: str
    second: str
    agree: bool


def cases(kind: dict[str, Any], part: str) -> list[Case]:
    pairs = [item if isinstance(item, list) else [item, kind["counter"]] for item in kind.get(part, ())]
    return [Case(first, second, kind.get("alike", False)) for first, second in pairs]


def record() -> dict[str, dict[str, Any]]:
    return dict(YAML(typ="safe", pure=True).load(RECORD.read_text("utf-8")))


def clashes(case: Case) -> bool:
    text = (
        "# Acorn Privacy Policy\n\nThis policy of Acorn tells you how we handle your data.\n\n"
        f"## Your information\n\n{case.first}\n\n## More about your data\n\n{case.second}\n"
    )
    result = lint_file("policy.md", text.encode(), loaded(), Config(only=("consistency",)), today=date(2026, 11, 21))
    return any(finding.severity != "info" for finding in result.findings)


@pytest.mark.parametrize("kind", record())
def test_statements_are_read(kind: str) -> None:
    wrong = [case for case in cases(record()[kind], "items") if clashes(case) == case.agree]
    assert wrong == []


def test_what_is_missed_is_still_missed() -> None:
    read = [case for kind in record().values() for case in cases(kind, "missed") if clashes(case) != case.agree]
    assert read == []
