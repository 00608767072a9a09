"""Documentation is run, not trusted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from privacylint import plugins
from privacylint.cli.rules import in_order
from privacylint.hooks import Hooks
from privacylint.pages import document
from privacylint.slots import SLOTS

HERE = Path(__file__).parent.parent
DOCS = HERE / "docs"
FILES = re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", (DOCS / "adding.md").read_text("utf-8"), re.S)


def test_the_pages_of_the_rules_are_fresh(request: pytest.FixtureRequest) -> None:
    page = document(in_order(plugins.load(only=["builtin"]).rules))
    file = DOCS / "rules.md"
    if request.config.getoption("--update"):
        file.write_text(page, encoding="utf-8", newline="\n")
    assert file.read_text("utf-8") == page, "docs/rules.md is stale: pytest --update tests/test_docs.py"


def test_every_hook_and_slot_is_described() -> None:
    adding, phrases = (DOCS / "adding.md").read_text("utf-8"), (DOCS / "phrases.md").read_text("utf-8")
    for hook in vars(Hooks):
        if hook.startswith("privacylint_"):
            assert f"`{hook}`" in adding
    for slot in SLOTS:
        assert f"`<{slot}>`" in phrases


def test_links_between_documents_lead_somewhere() -> None:
    for file in [*DOCS.glob("*.md"), HERE / "README.md", HERE / "CHANGELOG.md"]:
        if file.name == "rules.md":
            continue  # its examples hold links that are broken on purpose
        text = re.sub(r"```.*?```", "", file.read_text("utf-8"), flags=re.S)
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_readme_has_the_command_that_ci_runs() -> None:
    command = next(line for line in (HERE / ".ci" / "run").read_text("utf-8").split("\n") if "pytest" in line and "venv" in line)
    assert command in (HERE / "README.md").read_text("utf-8")


def test_the_sample_policy_of_the_readme_has_something_to_show() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "privacylint", "check", "--no-config", "--format", "concise", "docs/sample/privacy.md"],
        cwd=HERE, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    for rule in ("conflicting-ages", "conflicting-hosting", "number-word-mismatch", "placeholder-left", "empty-link", "dead-anchor"):
        assert f"[{rule}]" in done.stdout


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the built-in plugin with the files of docs/adding.md dropped in, and not one other edit."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(HERE / "rules" / "privacylint_rules", folder / "privacylint_rules", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in FILES:
        (folder / "privacylint_rules" / name).write_text(text, encoding="utf-8")
    return folder


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(house), str(HERE / "linter")])}
    return subprocess.run([sys.executable, *command], env=environment, cwd=HERE, capture_output=True, text=True, encoding="utf-8")


def test_a_rule_in_one_file_is_found(house: Path) -> None:
    assert len(FILES) == 2
    policy = house / "privacy.md"
    policy.write_text("# Privacy\n\nHere we kindly ask you to be very very quiet.\n", encoding="utf-8")
    done = run(house, "-m", "privacylint", "check", "--no-config", "--format", "concise", str(policy))
    assert "[says-kindly]" in done.stdout, done.stdout + done.stderr
    assert "[says-twice]" in done.stdout


def test_a_rule_in_one_file_is_documented(house: Path) -> None:
    page = run(house, "-m", "privacylint", "rules", "--format", "markdown").stdout
    for rule in ("says-kindly", "says-twice"):
        assert f"\n### {rule}\n" in page
        assert f"(#{rule})" in page
    assert "asks where it must state" in run(house, "-m", "privacylint", "explain", "says-kindly").stdout.lower().replace("kindly ", "")


def test_a_rule_in_one_file_is_tested(house: Path) -> None:
    suite = ["-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "tests/test_examples.py", "-k", "says"]
    done = run(house, *suite)
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout
    broken = house / "privacylint_rules" / "rules" / "drafting" / "says-kindly.yaml"
    text = broken.read_text("utf-8")
    broken.write_text(text.replace("at: we kindly ask", "at: kindly ask you"), encoding="utf-8")
    try:
        failed = run(house, *suite)
    finally:
        broken.write_text(text, encoding="utf-8")
    assert failed.returncode == 1
    assert "expected 'kindly ask you', got 'we kindly ask'" in failed.stdout
