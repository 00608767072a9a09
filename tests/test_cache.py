"""Memory between runs: the same answer sooner, and never another one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from privacylint import kept

POLICY = "# Privacy\n\nWe keep visit logs for 90 days. See [terms](terms.md).\n\n## More\n\nVisit logs are deleted after two years.\n"


class Place:
    """A repository with a policy, and a cache folder beside it."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "cache"
        self.folder = folder / "repository"
        self.policy = self.folder / "privacy.md"
        (self.folder / ".git").mkdir(parents=True)
        self.policy.write_text(POLICY, "utf-8")

    def check(self, *arguments: str, **environment: str) -> tuple[int, str, str]:
        """The exit code and what was said."""
        known = {**os.environ, "PRIVACYLINT_CACHE_DIR": str(self.cache), **environment}
        known.pop("GITHUB_STEP_SUMMARY", None)
        command = [sys.executable, "-m", "privacylint", "check", *(arguments or ("privacy.md",))]
        done = subprocess.run(command, cwd=self.folder, env=known, capture_output=True, text=True, encoding="utf-8")
        return done.returncode, done.stdout, done.stderr

    def answers(self) -> list[Path]:
        """What was kept."""
        return sorted(self.cache.glob("answer-*")) if self.cache.is_dir() else []


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What a first run compiles where nothing came compiled with the package; made once, for it takes long."""
    first = Place(tmp_path_factory.mktemp("compiled"))
    first.check("privacy.md", "--output", "report.txt")
    return list(first.cache.iterdir()) if first.cache.is_dir() else []


@pytest.fixture
def place(tmp_path: Path, compiled: list[Path]) -> Place:
    place = Place(tmp_path)
    place.cache.mkdir()
    for file in compiled:
        shutil.copyfile(file, place.cache / file.name)
    return place


def test_an_answer_is_given_again(place: Place) -> None:
    first = place.check()
    assert first[0] == 1 and "90 days" in first[1] and len(place.answers()) == 1
    stamp = place.answers()[0].stat().st_mtime_ns
    assert place.check() == first
    assert place.answers()[0].stat().st_mtime_ns == stamp, "the second run neither lints nor writes"


def test_an_altered_policy_is_linted_again_even_when_size_and_time_are_the_same(place: Place) -> None:
    place.check()
    status = place.policy.stat()
    place.policy.write_text(POLICY.replace("two years", "ninety days").replace("ninety days", "90 days, y"), "utf-8")
    place.policy.write_text(POLICY.replace("two years", "90 d") .ljust(len(POLICY))[: len(POLICY)], "utf-8")
    os.utime(place.policy, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert place.policy.stat().st_size == status.st_size
    assert "two years" not in place.check()[1]


def test_a_configuration_that_appears_counts(place: Place) -> None:
    assert place.check()[0] == 1
    (place.folder / "privacylint.yaml").write_text("rules: {consistency: off}\n", "utf-8")
    assert place.check()[0] == 0
    (place.folder / "privacylint.yaml").write_text("rules: {consistency: error}\n", "utf-8")
    assert place.check()[0] == 1


def test_a_rule_file_of_the_team_counts(place: Place) -> None:
    (place.folder / "privacylint.yaml").write_text("rule_files: [own.yaml]\nrules: {consistency: off}\n", "utf-8")
    rule = place.folder / "own.yaml"
    text = 'summary: No logs.\nseverity: error\nmessage: \'"{text}"\'\nphrases: [visit logs]\ngood: [We care.]\nbad: [{text: Visit logs., at: Visit logs}]\n'
    rule.write_text(text, "utf-8")
    assert place.check()[0] == 1
    rule.write_text(text.replace("[visit logs]", "[no such words]"), "utf-8")
    assert place.check()[0] == 0


def test_a_linked_file_that_appears_counts(place: Place) -> None:
    before = place.check("privacy.md", "--format", "json")[1]
    assert "terms.md" in before
    (place.folder / "terms.md").write_text("# Terms\n", "utf-8")
    assert "no file" not in place.check("privacy.md", "--format", "json")[1]


def test_another_command_line_or_terminal_is_another_question(place: Place) -> None:
    place.check()
    assert place.check("privacy.md", "--select", "drafting")[0] == 0
    assert "\033[" in place.check(FORCE_COLOR="1")[1]
    assert "\033[" not in place.check()[1]


@pytest.mark.parametrize("damage", [b"", b"x", b"0" * 64, b"0" * 64 + b"\xff" * 200])
def test_a_damaged_memory_is_no_memory(place: Place, damage: bytes) -> None:
    first = place.check()
    for file in place.cache.iterdir():
        file.write_bytes(damage)
    assert place.check() == first
    for file in place.cache.iterdir():
        body = bytearray(file.read_bytes())
        if len(body) > 200:
            body[150] ^= 0xFF
            file.write_bytes(body)
    assert place.check() == first


def test_what_a_killed_run_left_does_no_harm(place: Place) -> None:
    first = place.check()
    for file in list(place.cache.iterdir()):
        (place.cache / f"{file.name}.99999.tmp").write_bytes(file.read_bytes()[:100])
        file.write_bytes(file.read_bytes()[:100])
    assert place.check() == first


def test_two_runs_at_once_agree(place: Place) -> None:
    said: list[tuple[int, str, str]] = []
    runs = [threading.Thread(target=lambda: said.append(place.check())) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert said[0] == said[1] == place.check()


@pytest.mark.parametrize("folder", ["/proc/nowhere", "privacy.md/cache", "\0"[:0] or "cache"])
def test_a_cache_that_cannot_be_written_is_left_alone(place: Place, folder: str) -> None:
    place.cache.chmod(0o500)
    code, said, error = place.check(PRIVACYLINT_CACHE_DIR=folder)
    place.cache.chmod(0o700)
    assert (code, error) == (1, "") and "90 days" in said


@pytest.mark.parametrize("arguments", [("--no-cache", "privacy.md"), ("--diff", "privacy.md"), (".",), ("privacy.md", "--output", "report.txt")])
def test_some_runs_are_not_kept(place: Place, arguments: tuple[str, ...]) -> None:
    place.check(*arguments)
    assert place.answers() == []


def test_the_cache_folder_is_left_alone_on_request(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.check("--no-cache", "privacy.md")
    assert not place.cache.exists()


def test_rules_look_at_no_other_files_than_the_memory_knows() -> None:
    # an answer is kept with the files that were opened, and with those that a policy links to
    rules = Path(__file__).parent.parent / "rules"
    asks = (".exists(", ".is_file(", ".stat(", "os.path.", "os.stat", "scandir", "listdir", "os.environ", ".glob(")
    found = {file.name for file in rules.rglob("*.py") if any(word in file.read_text("utf-8") for word in asks)}
    assert found <= {"empty_link.py"}, "a rule that looks at other files must say so, see cli/_answers.py"



posix = pytest.mark.skipif(os.name != "posix", reason="modes and owners of POSIX")


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder beside the repository that is the current folder."""
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "repository" / "sub")
    monkeypatch.delenv("PRIVACYLINT_NO_CACHE", raising=False)
    monkeypatch.setattr(kept.switch, "off", False)
    monkeypatch.setenv("PRIVACYLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_cache_folder_is_closed_to_others(trusted: Path) -> None:
    umask = os.umask(0)
    try:
        kept.write("a", "stamp", b"body")
    finally:
        os.umask(umask)
    assert kept.read("a", "stamp") == b"body"
    assert kept.read("a", "other") is None
    assert os.name != "posix" or trusted.stat().st_mode & 0o777 == 0o700
    assert os.name != "posix" or [file.stat().st_mode & 0o777 for file in trusted.iterdir()] == [0o600]


@posix
@pytest.mark.parametrize("variable", ["PRIVACYLINT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"])
@pytest.mark.parametrize("where", ["{top}", "{top}/sub/cache", "{top}/.git", "{top}/../link", "../cache", "cache"])
def test_no_cache_is_taken_from_the_tree_that_is_linted(
    trusted: Path, monkeypatch: pytest.MonkeyPatch, where: str, variable: str
) -> None:
    top = trusted.parent / "repository"
    (trusted.parent / "link").symlink_to(top / "sub")
    monkeypatch.delenv("PRIVACYLINT_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(trusted.parent / "home"))
    assert kept.folder() == str(trusted.parent / "home/.cache/privacylint")
    monkeypatch.setenv(variable, where.format(top=top))
    if variable != "XDG_CACHE_HOME" or where[0] == "{":
        # the standard says that a relative XDG_CACHE_HOME is no answer
        assert kept.folder() is None
    kept.write("a", "stamp", b"body")
    assert not [file for file in top.rglob("*") if file.is_file()]
    assert os.environ["PATH"]


@posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o1777, 0o720])
def test_no_cache_is_taken_from_a_folder_that_others_may_write_to(trusted: Path, mode: int) -> None:
    kept.write("a", "stamp", b"body")
    trusted.chmod(mode)
    assert kept.read("a", "stamp") is None
    trusted.chmod(0o700)
    assert kept.read("a", "stamp") == b"body"


@posix
def test_no_cache_is_taken_from_a_folder_of_somebody_else(trusted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.write("a", "stamp", b"body")
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert kept.read("a", "stamp") is None


@posix
def test_no_cache_file_is_read_that_others_could_have_written(trusted: Path) -> None:
    kept.write("a", "stamp", b"body")
    (file,) = trusted.iterdir()
    for mode in (0o644, 0o660, 0o602):
        file.chmod(mode)
        assert kept.read("a", "stamp") is None
    file.chmod(0o600)
    assert kept.read("a", "stamp") == b"body"


@posix
def test_a_pipe_or_link_in_the_cache_folder_is_not_used(trusted: Path) -> None:
    kept.write("a", "stamp", b"body")
    (file,) = trusted.iterdir()
    precious = trusted.parent / "precious"
    precious.write_text("precious", "utf-8")
    file.unlink()
    file.symlink_to(precious)
    (trusted / f"{file.name}.{os.getpid()}.tmp").symlink_to(precious)
    assert kept.read("a", "stamp") is None
    kept.write("a", "stamp", b"body")
    assert precious.read_text("utf-8") == "precious"
