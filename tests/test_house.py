"""The rules of the house that a machine can hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from privacylint import plugins
from privacylint.claims import KINDS

HERE = Path(__file__).parent.parent
ENGINE = sorted((HERE / "linter").rglob("*.py"))
BUILT_IN = sorted((HERE / "rules").rglob("*.py"))


@pytest.fixture(scope="module")
def loaded() -> plugins.Plugins:
    return plugins.load(only=["builtin"])


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: file.stem)
def test_the_engine_never_imports_the_rules(file: Path) -> None:
    assert not [name for name in imports(file) if name.startswith("privacylint_rules")]


def imports(file: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names.append(node.module or "")
    return names


@pytest.mark.parametrize("file", [*ENGINE, *BUILT_IN], ids=lambda file: file.stem)
def test_no_line_splitting_that_moves_positions(file: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Attribute)]
    assert not [call for call in calls if call.attr == "splitlines"]


def test_every_rule_file_is_a_rule_and_every_rule_a_file(loaded: plugins.Plugins) -> None:
    assert not loaded.problems
    folder = HERE / "rules" / "privacylint_rules" / "rules"
    files = {
        (file.stem.replace("_", "-"), file.parent.name)
        for file in [*folder.glob("*/*.py"), *folder.glob("*/*.yaml")]
        if not file.name.startswith("_")
    }
    rules = {(rule.id, rule.family) for rule in loaded.rules.values() if rule.family != "engine"}
    made = {(f"missing-{topic}", "required") for topic in loaded.disclosures} | {("upcoming-law-change", "outdated")}
    assert rules - made == files


def test_every_extractor_file_is_a_kind_of_claim(loaded: plugins.Plugins) -> None:
    files = {file.stem for file in (HERE / "rules" / "privacylint_rules" / "extractors").glob("[!_]*.py")}
    kinds = {extractor.kind for extractor in loaded.extractors}
    assert kinds <= set(KINDS)
    assert len(files) + 1 == len(loaded.extractors)  # disclosures are read from their YAML files


def test_names_read_well_in_an_ignore_comment(loaded: plugins.Plugins) -> None:
    for name in loaded.rules:
        assert name == name.lower().strip("-")
        assert "_" not in name


def test_every_rule_has_a_page(loaded: plugins.Plugins) -> None:
    for rule in loaded.rules.values():
        lines = rule.doc.strip().split("\n")
        assert lines[0].strip(), rule.id
        assert len(lines) > 1, f"{rule.id}: the page says no more than its first line"
