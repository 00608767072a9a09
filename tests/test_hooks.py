"""The hooks in a real git repository with the real pre-commit, offline against wheels."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

try:
    import tomllib
except ImportError:
    import tomli as tomllib

HERE = Path(__file__).parent.parent
BESIDE = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
"""Where tools are looked for: first beside the Python that runs the tests."""
BAD = """# Privacy Policy of Lantern Post

Lantern Post Ltd runs this newsletter. You must be at least 16 years old to use it.

## Children

You must be at least 18 years old to use Lantern Post.
"""
GOOD = BAD.replace("least 18", "least 16")


class Repository:
    """A team's repository with pre-commit installed."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, encoding="utf-8"
        )

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("git", "-c", "user.name=t", "-c", "user.email=t@t.invalid", "-c", "commit.gpgsign=false", *arguments)

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", "-A")
        return self.git("commit", "-m", "change the policy")


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every wheel an installation of privacylint from source needs."""
    folder = tmp_path_factory.mktemp("wheels")
    # what the package needs is read from its own file: pip would have to build it to know
    needed = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "-d", str(folder), "hatchling", "editables", *needed],
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        pytest.skip(f"no package registry to take wheels from: {done.stderr.strip()[-200:]}")
    return folder


@pytest.fixture(scope="module")
def hook_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """privacylint as a git repository that others name as a hook: the working tree as it is."""
    if not (HERE / ".git").exists() or not shutil.which("git"):
        pytest.skip("not a git checkout")
    folder = tmp_path_factory.mktemp("privacylint")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=HERE, capture_output=True, text=True, check=True
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (HERE / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(HERE / name, folder / name)
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=t", "-c", "user.email=t@t.invalid", "commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def team(tmp_path: Path, wheels: Path, hook_repository: Path, store: Path) -> Repository:
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT", "PIP_", "PRIVACYLINT"))},
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PRE_COMMIT_HOME": str(store),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }
    repository = Repository(tmp_path, environment)
    repository.run("git", "init", "-q")
    return repository


def configure(team: Repository, hook_repository: Path, hook: str) -> None:
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=hook_repository, capture_output=True, text=True, check=True)
    team.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {hook_repository.as_posix()}\n    rev: {head.stdout.strip()}\n    hooks:\n      - id: {hook}\n",
    )
    done = team.run(sys.executable, "-m", "pre_commit", "install")
    assert done.returncode == 0, done.stderr


def test_a_failing_policy_blocks_the_commit_and_a_mended_one_passes(team: Repository, hook_repository: Path) -> None:
    configure(team, hook_repository, "privacylint")
    team.write("docs/PRIVACY.md", BAD)
    blocked = team.commit()
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1, said
    assert "conflicting-ages" in said
    assert "docs/PRIVACY.md:7:" in said or "docs/PRIVACY.md:3:" in said
    assert team.git("log", "--oneline").returncode != 0, "nothing was committed"
    team.write("docs/PRIVACY.md", GOOD)
    passed = team.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr


def test_the_hook_for_all_policies_reads_the_configuration(team: Repository, hook_repository: Path) -> None:
    configure(team, hook_repository, "privacylint-all")
    team.write("legal/terms-of-data.md", BAD)
    team.write("privacylint.yaml", "policies:\n  - path: legal/terms-of-data.md\nregimes: []\n")
    blocked = team.commit()
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "legal/terms-of-data.md" in blocked.stdout + blocked.stderr
    team.write("privacylint.yaml", "policies:\n  - path: legal/terms-of-data.md\nregimes: []\nrules:\n  conflicting-ages: off\n")
    assert team.commit().returncode == 0


def test_try_repo_runs_offline(team: Repository, hook_repository: Path) -> None:
    team.write("PRIVACY.md", BAD)
    team.git("add", "-A")
    done = team.run(sys.executable, "-m", "pre_commit", "try-repo", str(hook_repository), "privacylint", "--all-files", "--verbose")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "conflicting-ages" in done.stdout


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(HERE / ".pre-commit-hooks.yaml")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_of_changes_stops_a_change_that_is_not_announced(team: Repository, hook_repository: Path) -> None:
    dated = GOOD.replace("runs this newsletter", "runs this newsletter since 2019") + "\nLast updated: 4 March 2024\n"
    team.write("PRIVACY.md", dated)
    team.commit()
    configure(team, hook_repository, "privacylint-changes")
    lower = dated.replace("least 16", "least 13")
    team.write("PRIVACY.md", lower)
    blocked = team.commit()
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1, said
    assert "date-not-bumped" in said and "the minimum age is 13 now, 16 before" in said
    team.write("PRIVACY.md", lower.replace("2024", "2025"))
    passed = team.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_hook_of_the_configuration_reads_it(team: Repository, hook_repository: Path) -> None:
    configure(team, hook_repository, "privacylint-config")
    team.write("PRIVACY.md", GOOD)
    team.write("privacylint.yaml", "fail_no: error\n")
    blocked = team.commit()
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert 'privacylint.yaml:1:1: unknown key "fail_no"' in blocked.stdout + blocked.stderr
    team.write("privacylint.yaml", "fail_on: error\n")
    assert team.commit().returncode == 0


@pytest.mark.skipif(not (shutil.which("prek", path=BESIDE) and shutil.which("uv", path=BESIDE)), reason="prek and uv are not installed")
def test_prek_runs_the_same_manifest_offline(team: Repository, hook_repository: Path, wheels: Path, store: Path) -> None:
    configure(team, hook_repository, "privacylint")
    offline = {"UV_OFFLINE": "1", "UV_NO_INDEX": "1", "UV_FIND_LINKS": str(wheels), "PREK_HOME": str(store / "prek")}
    team.environment |= offline | {"UV_CACHE_DIR": str(store / "uv"), "UV_PYTHON_DOWNLOADS": "never"}
    for text, code in ((BAD, 1), (GOOD, 0)):
        team.write("PRIVACY.md", text)
        team.git("add", "-A")
        done = team.run("prek", "run", "--all-files")
        assert done.returncode == code, done.stdout + done.stderr
        assert ("conflicting-ages" in done.stdout) == bool(code)


@pytest.mark.skipif(not shutil.which("lefthook", path=BESIDE), reason="lefthook is not installed")
def test_lefthook_runs_the_entry_of_the_documentation(tmp_path: Path) -> None:
    page = (HERE / "docs" / "pre-commit.md").read_text("utf-8")
    entry = page[page.index("<!-- file: lefthook.yml -->") :].split("```yaml\n", 1)[1].split("```", 1)[0]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "LEFTHOOK", "CI"))}
    environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    team = Repository(tmp_path, environment)
    team.run("git", "init", "-q")
    team.write("lefthook.yml", entry)
    for name, text, code in (("PRIVACY.md", BAD, 1), ("PRIVACY.md", GOOD, 0), ("docs/legal/privacy.md", BAD, 1)):
        team.write(name, text)
        team.git("add", "-A")
        done = team.run("lefthook", "run", "pre-commit")
        assert done.returncode == code, done.stdout + done.stderr
        assert ("conflicting-ages" in done.stdout + done.stderr) == bool(code)


def test_init_names_hooks_that_there_are() -> None:
    from privacylint.cli import _starters
    from ruamel.yaml import YAML

    manifest = YAML(typ="safe").load((HERE / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [entry] = YAML(typ="safe").load(_starters.hook_entry(""))
    assert {hook["id"] for hook in entry["hooks"]} <= {hook["id"] for hook in manifest}


def test_the_fixing_hook_mends_the_policy_and_asks_for_a_look(team: Repository, hook_repository: Path) -> None:
    configure(team, hook_repository, "privacylint-fix")
    bold = GOOD.replace("## Children", "**Children**")
    team.write("docs/PRIVACY.md", bold)
    stopped = team.commit()
    said = stopped.stdout + stopped.stderr
    assert stopped.returncode == 1, said
    assert "files were modified by this hook" in said
    assert "1 fixed in 1 file" in said
    assert (team.folder / "docs/PRIVACY.md").read_text(encoding="utf-8") == GOOD
    passed = team.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr
