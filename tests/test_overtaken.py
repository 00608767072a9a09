"""Each statement that law or time has overtaken is found where it is made, and left alone where it is past or denied."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from privacylint import plugins
from privacylint.claims import Claims
from privacylint.markdown import parse
from privacylint.source import Source
from privacylint.testing import claims_of
from ruamel.yaml import YAML

LOADED = plugins.load(only=["builtin"])
ENTRIES: list[dict[str, Any]] = YAML(typ="safe").load((Path(__file__).parent / "overtaken.yaml").read_text("utf-8"))
TODAY = date(2026, 11, 22)
# these judge what the policy promises, and a promise in a quotation block is often the policy's own summary
PROMISES = {"deadline-beyond-law", "policy-older-than-a-year", "ccpa-without-cpra", "age-below-law"}


def found(rule: str, law: str, said: str) -> bool:
    policy = parse(Source("policy.md", f"# Privacy\n\n{said}\n"))
    claims = Claims(claims_of(policy, LOADED.extractors), (law,), TODAY)
    return any(True for _ in LOADED.rules[rule].check(policy, claims))


def each(kind: str) -> list[Any]:
    return [
        pytest.param(e["rule"], e["law"], said, id=f"{e['says']}-{n}")
        for e in ENTRIES
        for n, said in enumerate(e[kind])
    ]


@pytest.mark.parametrize(("rule", "law", "said"), each("found"))
def test_what_is_overtaken_is_found(rule: str, law: str, said: str) -> None:
    assert found(rule, law, said)


@pytest.mark.parametrize(("rule", "law", "said"), each("silent"))
def test_what_is_past_denied_or_right_is_silent(rule: str, law: str, said: str) -> None:
    assert not found(rule, law, said)


QUOTED = [e for e in each("found") if LOADED.rules[e.values[0]].family == "outdated" and e.values[0] not in PROMISES]


@pytest.mark.parametrize(("rule", "law", "said"), QUOTED)
def test_what_is_quoted_is_silent(rule: str, law: str, said: str) -> None:
    assert not found(rule, law, f"> {said}")
