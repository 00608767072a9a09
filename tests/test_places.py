"""Every place of every claim and finding cuts out of the untouched file exactly the text it stands for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from linting import loaded
from privacylint.config import Config
from privacylint.lint import lint_file
from privacylint.source import Place

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "shared" / "corpus"
SAMPLES = [*sorted((HERE / "policies").glob("*.md")), HERE.parent / "docs" / "sample" / "privacy.md"]
REAL = sorted(CORPUS.glob("*/*.md"))
LAWS = Config(regimes=("gdpr", "ccpa", "caloppa", "coppa"))


def hold(file: Path) -> None:
    data = file.read_bytes()
    result = lint_file(file.name, data, loaded(), LAWS, today=date(2026, 11, 22))
    assert result.source is not None
    assert result.claims is not None
    text = data.decode(result.source.encoding)
    assert text == result.source.text
    for claim in result.claims:
        cut = text[claim.span.start : claim.span.end]
        assert cut.strip(), f"{claim.kind} {claim.value}: an empty place"
        if claim.sentence is not None:
            whole = claim.sentence.block.span
            assert whole.start <= claim.span.start < claim.span.end <= whole.end, f"{claim.kind}: {cut!r}"
    for finding in result.findings:
        for place in (finding, *finding.related):
            assert place.start.offset <= place.end.offset
            assert placed(text, place.start) and placed(text, place.end), finding.rule
    assert not [finding.message for finding in result.findings if finding.rule == "internal-error"]


def placed(text: str, place: Place) -> bool:
    """Whether line and column, counted anew, are those of the offset."""
    before = text[: place.offset].replace("\r\n", "\n\0").replace("\r", "\n") if "\r" in text else text[: place.offset]
    line = before.count("\n") + 1
    column = place.offset - (len(before) - len(before.rpartition("\n")[2].lstrip("\0"))) + 1
    return (place.line, place.column) == (line, column)


def test_places_of_a_result_that_is_wrong_would_be_seen() -> None:
    assert placed("a\r\nbc", Place(2, 2, 4))
    assert not placed("a\r\nbc", Place(2, 1, 4))


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_samples(file: Path) -> None:
    hold(file)


@pytest.mark.skipif(not REAL, reason="needs ../shared/corpus, which outsiders do not have")
@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=pytest.mark.slow) for part in range(1, 8))])
def test_real_policies(part: int) -> None:
    for file in REAL[part::8]:
        hold(file)
