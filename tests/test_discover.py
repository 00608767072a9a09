"""Which files are linted: names that say privacy policy, folders, git-ignored files, excludes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from privacylint.discover import find, says_policy

YES = (
    "privacy.md privacy-policy.md privacy_policy.markdown PRIVACY.md PrivacyPolicy.mdx privacypolicy.md "
    "Privacy-Notice.md acme-privacy-policy.md acme-privacy.md privacy-eu.md privacy-2024.md privacy.en.md "
    "privacy-and-cookies.md 2024-01-02-privacy-policy.md privacy-policy/index.md legal/privacy/README.md "
    "app/privacy/page.mdx privacyStatement.md applicant-privacy-notice.md PRIVACY_POLICY.MD"
)
NO = (
    "README.md privacy.txt privacy.html privacy privacy-sandbox.md differential-privacy-budget.md terms.md "
    "how-we-think-about-privacy.md docs/privacy/sandbox.md index.md piracy.md privacyguard.md"
)


@pytest.mark.parametrize("name", YES.split())
def test_name_says_policy(name: str) -> None:
    assert says_policy(name)


@pytest.mark.parametrize("name", NO.split())
def test_name_does_not_say_policy(name: str) -> None:
    assert not says_policy(name)


def tree(root: Path, *names: str) -> None:
    for name in names:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# Privacy\n")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "init.defaultBranch=main", *arguments], cwd=root, check=True, capture_output=True)


def test_a_folder_outside_git_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(
        tmp_path, "legal/privacy.md", "legal/terms.md", ".cache/privacy.md", "node_modules/x/privacy.md", "b/PRIVACY.md"
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert find(["."]).files == ("b/PRIVACY.md", "legal/privacy.md")
    assert find(["legal"]).files == ("legal/privacy.md",)


def test_git_ignored_files_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "privacy.md", "build/privacy.md", "new/privacy.md", "gone/privacy.md", "söhne/privacy.md")
    (tmp_path / ".gitignore").write_text("build/\n")
    git(tmp_path, "init")
    git(tmp_path, "add", "privacy.md", "gone/privacy.md")
    (tmp_path / "gone/privacy.md").unlink()
    monkeypatch.chdir(tmp_path)
    assert find(["."]).files == ("new/privacy.md", "privacy.md", "söhne/privacy.md")
    assert find(["new", "./new/privacy.md", "new/../privacy.md"]).files == ("new/privacy.md", "privacy.md")


def test_an_ignored_folder_or_file_that_is_named_is_linted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "build/privacy.md")
    (tmp_path / ".gitignore").write_text("build/\n")
    git(tmp_path, "init")
    monkeypatch.chdir(tmp_path)
    assert find(["."]).files == ()
    assert find(["build"]).files == find(["build/privacy.md"]).files == ("build/privacy.md",)


def test_the_repository_of_a_hook_does_not_leak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "sub/privacy.md")
    git(tmp_path, "init")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other-index")
    assert find(["sub"]).files == ("sub/privacy.md",)


def test_without_git_the_folder_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "privacy.md")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert find(["."]).files == ("privacy.md",)


def test_exclude_beats_a_name_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "old/privacy.md", "privacy.md")
    monkeypatch.chdir(tmp_path)
    found = find(["old/privacy.md", "privacy.md"], lambda path: path.startswith("old/"))
    assert found.files == ("privacy.md",)


def test_missing_paths_are_named_once_and_folders_called_md_are_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, "docs.md/privacy.md", "notes.md")
    (tmp_path / "privacy.md").mkdir()
    (tmp_path / "dangling.md").symlink_to("nowhere")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    found = find(["docs.md", "gone.md", "gone.md", "notes.md", "dangling.md", "."])
    assert found.files == ("dangling.md", "docs.md/privacy.md", "notes.md")
    assert found.missing == ("gone.md",)
