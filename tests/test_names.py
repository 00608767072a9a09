"""The slot `name`: words written like a proper name, and none of those a policy capitalises anyway."""

from __future__ import annotations

import pytest
from privacylint.markdown import parse
from privacylint.phrases import Phrases
from privacylint.source import Source

RUN_BY = Phrases(en=["run by <name>"])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The app is run by Jane Miller.", "Jane Miller"),
        ("The app is run by iCorner Labs and others.", "iCorner Labs"),
        ("The app is run by the Company.", None),
        ("The app is run by volunteers.", None),
    ],
)
def test_a_name_is_told_by_its_capitals(text: str, name: str | None) -> None:
    found = parse(Source("policy.md", text)).find(RUN_BY)
    assert [match.slots["name"] for match in found] == ([name] if name else [])
