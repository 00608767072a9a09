"""What a team puts into its CI: the action, the templates, and the walk-through of the documentation, all run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from privacylint.cli import _starters
from ruamel.yaml import YAML

HERE = Path(__file__).parent.parent
PAGE = HERE / "docs" / "ci.md"
ACTION = HERE / ".github" / "actions" / "privacylint" / "action.yml"
AS_GITHUB = ("--noprofile", "--norc", "-e", "-o", "pipefail")
POLICY = "# Privacy Policy\n\nLast updated: 4 March 2024\n\nYou must be at least 16 years old to use Tidewell.\n"


def environment(**more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("GIT", "CI", "PRE_COMMIT", "PRIVACYLINT"))}
    who = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@t.invalid", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@t.invalid"}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]])
    source = os.pathsep.join([str(HERE / "linter"), str(HERE / "rules")])
    return {**kept, **who, "GIT_CONFIG_GLOBAL": os.devnull, "NO_COLOR": "1", "PATH": path, "PYTHONPATH": source, **more}


def bash(command: str, folder: Path, *settings: str, **more: str) -> subprocess.CompletedProcess[str]:
    # the installed command may be another one; this checkout is what is tried
    shim = f'privacylint() {{ "{sys.executable}" -m privacylint "$@"; }}\n'
    return subprocess.run(
        ["bash", *settings, "-c", shim + command], cwd=folder, env=environment(**more),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
    )  # fmt: skip


def told(output: str) -> str:
    """Output without what differs from run to run: the names of commits, how many findings there are today."""
    output = re.sub(r"\b[0-9a-f]{10}\b", "1f2e3d4c5b", output)
    return re.sub(r"\b\d+ accepted finding", "23 accepted finding", output)


@pytest.mark.skipif(sys.platform == "win32", reason="the page shows commands of a POSIX shell")
def test_the_walk_through_says_what_happens(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text("utf-8")
    for name, content in re.findall(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", text, re.S):
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert bash("git init -q -b main && git add -A && git commit -qm policy", tmp_path).returncode == 0

    def played(block: re.Match[str]) -> str:
        lines = []
        for command in re.findall(r"^\$ (.*)$", block[1], re.M):
            lines += [f"$ {command}", *told(bash(command, tmp_path).stdout).rstrip("\n").split("\n")]
        return "```console\n" + "".join(f"{line}\n" for line in lines if line) + "```"

    fresh = re.sub(r"```console\n(.*?)```", played, text, flags=re.S)
    if request.config.getoption("--update"):
        PAGE.write_text(fresh, encoding="utf-8", newline="\n")
    assert fresh == text or request.config.getoption("--update"), "docs/ci.md is stale: pytest --update tests/test_ci.py"
    assert re.findall(r"^exit (\d)$", fresh, re.M) == ["0", "1", "0"]
    assert "error[date-not-bumped]" in fresh and "change log We share data with Stripe now" in fresh


def test_the_templates_are_what_init_writes() -> None:
    assert (HERE / "docs" / "ci" / "github.yaml").read_text("utf-8") == _starters.github()
    assert (HERE / "docs" / "ci" / "gitlab.yaml").read_text("utf-8") == _starters.gitlab()
    for text in (_starters.github(), _starters.gitlab()):
        assert isinstance(YAML(typ="safe").load(text), dict)


def steps() -> dict[str, dict[str, Any]]:
    action = YAML(typ="safe").load(ACTION.read_text("utf-8"))
    assert action["runs"]["using"] == "composite"
    return {step["name"]: step for step in action["runs"]["steps"] if "name" in step}


def test_the_action_takes_no_input_into_a_script() -> None:
    # an input put into the text of a script would be code
    for step in steps().values():
        assert "${{" not in step["run"]
        assert set(re.findall(r"\bINPUT_\w+", step["run"])) == set(step.get("env", {}))


def test_the_scripts_of_the_action_run(tmp_path: Path) -> None:
    (tmp_path / "PRIVACY.md").write_text(POLICY, encoding="utf-8")
    summary = tmp_path.parent / f"{tmp_path.name}-summary.md"
    assert bash("git init -q -b main && git add -A && git commit -qm policy", tmp_path).returncode == 0
    (tmp_path / "PRIVACY.md").write_text(POLICY.replace("16", "13"), encoding="utf-8")
    given = {"INPUT_PATHS": "", "INPUT_ARGS": "--select=change\n--fail-on=warning", "INPUT_BASE": "HEAD", "INPUT_REQUIRE_HISTORY": "true"}
    given |= {"INPUT_SARIF": "out.sarif", "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"}
    said = bash(steps()["changes"]["run"], tmp_path, *AS_GITHUB, **given)
    assert said.returncode == 0, said.stdout
    assert "the minimum age is 13 now, 16 before" in summary.read_text("utf-8")
    checked = bash(steps()["check"]["run"], tmp_path, *AS_GITHUB, **given)
    assert checked.returncode == 1, checked.stdout
    assert "::error file=PRIVACY.md,line=3" in checked.stdout
    assert (tmp_path / "out.sarif").exists()
    assert "date-not-bumped" in summary.read_text("utf-8")
    named = bash(steps()["check"]["run"], tmp_path, *AS_GITHUB, **{**given, "INPUT_PATHS": "PRIVACY.md\n", "INPUT_BASE": "", "INPUT_ARGS": "--select=change", "INPUT_SARIF": ""})
    assert named.returncode == 0, named.stdout
