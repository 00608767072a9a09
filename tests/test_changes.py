"""What changed between two versions of a policy in a real git repository: every kind of edit gets its own verdict."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from privacylint import changes, cli, edits, git
from privacylint.markdown import parse
from privacylint.plugins import Plugins, load
from privacylint.source import Source
from privacylint.testing import claims_of

POLICY = """# Privacy Policy of Harbour Choir

Last updated: 3 March 2026

Harbour Choir Ltd ("Harbour Choir", "we", "us") runs the songbook app. Write to
[privacy@harbourchoir.example](mailto:privacy@harbourchoir.example) about this policy.

## What we collect

When you open an account we collect your name and your e-mail address.

## Who receives it

We share your e-mail address with Mailgun to send you the programme.

## Where your data is kept

Your data is stored in Germany.

## How long we keep it

We keep your account data for 12 months after you close your account.

Server logs are kept for 14 days.

## Children

You must be at least 16 years old to use the songbook app.

## Your rights

You have the right to access your data.

You have the right to have your data erased.

You have the right to object to the processing of your data.

You may lodge a complaint with a supervisory authority. Read more [about complaints](https://help.example/complaints).
"""

# name, what is replaced, by what, the substance (topic and verdict), the kinds of edits
TWELVE: list[tuple[str, str, str, set[tuple[str, str]], set[str]]] = [
    ("recipient added", "with Mailgun to", "with Mailgun and Stripe to", {("recipients", "added")}, {"wording"}),
    ("retention doubled", "for 12 months", "for 24 months", {("retention", "longer")}, {"wording"}),
    ("age lowered", "at least 16", "at least 13", {("ages", "lowered")}, {"wording"}),
    ("host moved", "in Germany", "in the United States", {("hosting", "dropped"), ("hosting", "added")}, {"wording"}),
    ("right removed", "You have the right to have your data erased.\n\n", "", {("rights", "dropped")}, {"removed text"}),
    ("contact changed", "privacy@", "data@", {("contacts", "changed")}, {"wording"}),
    ("typo", "processing of your", "procesing of your", set(), {"spelling"}),
    ("link", "https://help.example/complaints", "https://help.example/complain", set(), {"link"}),
    ("white space", "name and your\u0020", "name and\nyour ", set(), {"white space"}),
    ("heading moved", "", "", set(), {"moved"}),
    ("date only", "3 March 2026", "9 May 2026", set(), set()),
    ("rename", "", "", set(), set()),
]


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load()


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plugins: Plugins) -> Path:
    monkeypatch.setattr("privacylint.plugins.load", lambda **settings: plugins)
    for name in list(os.environ):
        if name.startswith(("GIT_", "GITHUB_", "CI_", "PRE_COMMIT")) or name == "CI":
            monkeypatch.delenv(name)
    folder = tmp_path / "team"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_ALLOW_PROTOCOL", "file")
    run("init", "-q", "-b", "main")
    return folder


def run(*arguments: str, cwd: Path | None = None) -> str:
    settings = ("-c", "user.name=t", "-c", "user.email=t@t.invalid", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *settings, *arguments], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def write(text: str, name: str = "PRIVACY.md") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode("utf-8"))


def commit(text: str | None = None, name: str = "PRIVACY.md") -> str:
    if text is not None:
        write(text, name)
    run("add", "-A")
    run("commit", "-q", "-m", "policy")
    return run("rev-parse", "HEAD").strip()


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert cli.main(["changes", *arguments, "--format", "json"]) == code
    files: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["files"]
    return files


def edited(name: str, old: str, new: str) -> str:
    if name == "heading moved":
        section = POLICY[POLICY.index("## Children") : POLICY.index("## Your rights")]
        return POLICY.replace(section, "").replace("## Who receives it", f"{section}## Who receives it")
    assert not old or POLICY.count(old) >= 1
    return POLICY.replace(old, new) if old else POLICY


@pytest.mark.parametrize(("name", "old", "new", "substance", "kinds"), TWELVE, ids=[edit[0] for edit in TWELVE])
def test_each_of_twelve_edits_gets_its_verdict(
    team: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, substance: set[tuple[str, str]], kinds: set[str]
) -> None:
    commit(POLICY)
    if name == "rename":
        run("mv", "PRIVACY.md", "privacy-policy.md")
    else:
        write(edited(name, old, new))
    [file] = told(capsys, "HEAD")
    found = {(change["topic"], change["verdict"]) for change in file["changes"]}
    assert found == substance | ({("dates", "changed")} if name == "date only" else set()), file["changes"]
    assert set(file["edits"]) == kinds
    assert file["substance"] == bool(substance)
    assert bool(file["change_log"]) == bool(substance)
    assert file["status"] == ("renamed" if name == "rename" else "changed")
    for change in file["changes"]:
        assert change["before"] or change["after"]
        if change["verdict"] in ("longer", "lowered", "changed"):
            assert change["before"]["text"] != change["after"]["text"]


def test_the_words_of_a_change(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(POLICY)
    write(POLICY.replace("for 12 months", "for 24 months").replace("procesing", "processing").replace("with Mailgun to", "with Mailgun and Stripe to"))
    assert cli.main(["changes", "HEAD"]) == 0
    said = capsys.readouterr().out
    assert "PRIVACY.md: 2 changes in what it says since " in said
    assert "we share data with Stripe now" in said
    assert "we keep account data for 24 months now, 12 months before" in said
    assert "change log We share data with Stripe now; we keep account data for 24 months now, 12 months before." in said
    assert cli.main(["changes", "HEAD", "--format", "markdown", "--exit-code"]) == 1
    said = capsys.readouterr().out
    assert "- **retention**: we keep account data for 24 months now" in said
    assert "> We share data with Stripe now" in said


def test_two_revisions_and_a_file_named(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = commit(POLICY)
    second = commit(POLICY.replace("at least 16", "at least 13"))
    run("mv", "PRIVACY.md", "docs.md")
    commit("# Privacy Policy\n", "app/privacy.md")
    for arguments in ((first, second), (first, second, "PRIVACY.md"), ("HEAD~2", "HEAD~1")):
        [file] = told(capsys, *arguments)
        assert [change["verdict"] for change in file["changes"]] == ["lowered"], arguments
    [file] = told(capsys, first, "HEAD", "docs.md")
    assert file["status"] == "renamed" and file["old_path"] == "PRIVACY.md"
    assert [change["topic"] for change in file["changes"]] == ["ages"]
    [file] = told(capsys, "HEAD~1", "app/privacy.md")
    assert file["status"] == "first" and not file["substance"]


def test_a_file_moved_without_telling_git_is_found(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(POLICY)
    Path("PRIVACY.md").unlink()
    write(POLICY.replace("at least 16", "at least 13"), "legal/privacy-notice.md")
    [file] = told(capsys, "HEAD")
    assert (file["path"], file["old_path"], file["status"]) == ("legal/privacy-notice.md", "PRIVACY.md", "renamed")
    assert [change["verdict"] for change in file["changes"]] == ["lowered"]


def test_any_state_of_the_checkout(team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    commit(POLICY)
    base = run("rev-parse", "HEAD").strip()
    # staged, then a detached head, a subfolder, another worktree, CRLF
    write(POLICY.replace("at least 16", "at least 13"))
    run("add", "-A")
    assert told(capsys, "HEAD")[0]["substance"]
    run("commit", "-q", "-m", "x")
    run("checkout", "-q", "--detach", "HEAD")
    assert told(capsys, base)[0]["substance"]
    assert not told(capsys, "HEAD")[0]["substance"]
    Path("sub").mkdir()
    monkeypatch.chdir("sub")
    assert told(capsys, base, "../PRIVACY.md")[0]["substance"]
    assert told(capsys, base, "HEAD", "../PRIVACY.md")[0]["substance"]
    run("worktree", "add", "-q", str(tmp_path / "tree"), base)
    monkeypatch.chdir(tmp_path / "tree")
    assert told(capsys, "main")[0]["changes"][0]["verdict"] == "raised"
    write(POLICY.replace("\n", "\r\n"))
    [file] = told(capsys, "HEAD")
    assert (file["substance"], set(file["edits"])) == (False, {"white space"})


def test_a_submodule_is_compared_by_the_commit_its_owner_had(team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    legal = tmp_path / "legal"
    legal.mkdir()
    run("init", "-q", "-b", "main", cwd=legal)
    (legal / "privacy.md").write_text(POLICY, encoding="utf-8")
    run("add", "-A", cwd=legal)
    run("commit", "-q", "-m", "x", cwd=legal)
    run("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(legal), "legal")
    owner = commit()
    write(POLICY.replace("at least 16", "at least 13"), "legal/privacy.md")
    [file] = told(capsys, owner, "legal/privacy.md")
    assert [change["verdict"] for change in file["changes"]] == ["lowered"]


def test_names_that_look_like_options_or_commands(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "-privacy; touch owned $(touch owned).md"
    commit(POLICY, f"./{name}")
    write(POLICY.replace("at least 16", "at least 13"), f"./{name}")
    [file] = told(capsys, "HEAD", f"./{name}")
    assert file["substance"] and not Path("owned").exists()
    assert cli.main(["changes", "HEAD;touch owned", f"./{name}"]) == 2
    assert "is no revision here" in capsys.readouterr().err
    assert cli.main(["changes", "HEAD", "gone-or-no-revision"]) == 2
    assert "neither a file nor a revision" in capsys.readouterr().err


def test_without_a_commit_every_policy_is_a_first_version(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(POLICY)
    assert [file["status"] for file in told(capsys, "auto")] == ["first"]


def test_a_shallow_clone_says_what_it_lacks(team: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    base = commit(POLICY)
    commit(POLICY.replace("at least 16", "at least 13"))
    run("clone", "-q", "--depth", "1", f"file://{team}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    for command in (["changes", base], ["check", "--base", base, "--fail-on", "never"]):
        assert cli.main(command) == 0
        assert "this is a shallow clone: fetch the history" in capsys.readouterr().err
        assert cli.main([*command, "--require-history"]) == 2
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    capsys.readouterr()
    assert cli.main(["changes", base]) == 0
    assert capsys.readouterr().err.startswith("::warning title=privacylint::PRIVACY.md: not compared")


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(POLICY)
    assert cli.main(["changes", "HEAD"]) == 2
    assert capsys.readouterr().err == "privacylint: not in a git repository\n"


def test_the_base_is_picked_in_order(tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"base": {"sha": "abc"}}, "before": None}))
    pre_commit = {"PRE_COMMIT_FROM_REF": "from"}
    github = {"GITHUB_BASE_REF": "main", "GITHUB_EVENT_PATH": str(event)}
    gitlab = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "diff", "CI_COMMIT_BEFORE_SHA": "0" * 40}
    assert git.wanted("v1", {**pre_commit, **github, **gitlab}) == git.Wanted(("v1",), "--base")
    assert git.wanted("auto", {**pre_commit, **github}).names == ("from",)
    assert git.wanted("auto", {**github, **gitlab}).names[0] == "abc"
    assert git.wanted("auto", {"GITHUB_BASE_REF": "main"}).names == ("origin/main", "main")
    assert git.wanted("auto", gitlab).names == ("diff",)
    assert git.wanted("auto", {"CI_COMMIT_BEFORE_SHA": "0" * 40}) == git.Wanted(("HEAD",), "HEAD", certain=False)


def test_a_pull_request_is_compared_with_where_it_parted(team: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    commit(POLICY)
    run("checkout", "-q", "-b", "work")
    commit(POLICY.replace("at least 16", "at least 13"))
    run("checkout", "-q", "main")
    commit(POLICY.replace("in Germany", "in France"))
    run("checkout", "-q", "work")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    [file] = told(capsys, "auto")
    assert [change["topic"] for change in file["changes"]] == ["ages"]


def test_a_ci_system_that_names_no_base_is_told(team: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    commit(POLICY)
    monkeypatch.setenv("CI", "true")
    assert cli.main(["changes", "auto"]) == 0
    assert "names no base" in capsys.readouterr().err
    assert cli.main(["changes", "auto", "--require-history"]) == 2


# --- without git -----------------------------------------------------------------------------------------------------


def compared(plugins: Plugins, before: str, after: str) -> changes.Changes:
    versions = []
    for text in (before, after):
        policy = parse(Source("p.md", text))
        versions.append(changes.Version(policy, claims_of(policy, plugins.extractors)))
    return changes.compare(*versions)


@pytest.mark.parametrize(
    ("before", "after", "spelling"),
    [
        ("We recieve your name.", "We receive your name.", True),
        ("We keep the the log.", "We keep the log.", True),
        ("We keep e-mails.", "We keep emails.", True),
        ("we keep logs", "We keep logs.", True),
        ("We keep it 12 months.", "We keep it 21 months.", False),
        ("It is lawful to ask.", "It is unlawful to ask.", False),
        ("We never sell data.", "We ever sell data.", False),
        ("We do not sell data.", "We do now sell data.", False),
        ("We share data.", "We do share data.", False),
        ("It is 1.5 years.", "It is 15 years.", False),
        ("You may opt-in here.", "You may opt-out here.", False),
    ],
)
def test_what_counts_as_spelling(plugins: Plugins, before: str, after: str, spelling: bool) -> None:
    found = compared(plugins, f"# Policy\n\n{before}\n", f"# Policy\n\n{after}\n")
    assert (list(found.kinds) == ["spelling"]) == spelling, found.kinds


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Server logs are kept for 90 days.", "Server logs are kept for 3 months.", []),
        ("Server logs are kept for 30 days.", "Server logs are kept for 2 weeks.", ["we keep server logs for 2 weeks now, 30 days before"]),
        ("We never sell your personal data.", "We sell your personal data.", ["sale"]),
    ],
)
def test_single_sentences(plugins: Plugins, before: str, after: str, said: list[str]) -> None:
    found = compared(plugins, f"# Policy\n\n{before}\n", f"# Policy\n\n{after}\n").substance
    if said == ["sale"]:
        assert {change.topic for change in found} >= {"sale"}
    else:
        assert [change.message for change in found] == said


@pytest.mark.parametrize(
    ("duration", "words"), [("P24M", "24 months"), ("P1Y", "1 year"), ("PT36H", "36 hours"), ("P1Y6M", "1 year and 6 months"), ("account", "as long as the account lasts")]
)
def test_durations_in_words(duration: str, words: str) -> None:
    assert changes.duration_in_words(duration) == words


def test_every_topic_has_its_words() -> None:
    assert set(changes.TOPICS) == set(changes._FACTS) == set(changes._SAID)


def test_every_kind_of_edit_is_listed() -> None:
    assert edits.KINDS[:3] == ("added text", "removed text", "wording")


# --- check --base ----------------------------------------------------------------------------------------------------


def findings(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 1) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert cli.main(["check", "--select", "change", "--format", "json", *arguments]) == code
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return found


# what `check --base HEAD` says to each of the twelve edits
SAID = {
    "right removed": {"date-not-bumped", "right-dropped"},
    "typo": set(),
    "link": set(),
    "white space": set(),
    "heading moved": set(),
    "date only": {"date-bumped-without-change"},
    "rename": set(),
}


@pytest.mark.parametrize(("name", "old", "new", "substance", "kinds"), TWELVE, ids=[edit[0] for edit in TWELVE])
def test_each_of_twelve_edits_is_judged(
    team: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, substance: set[Any], kinds: set[str]
) -> None:
    commit(POLICY)
    if name == "rename":
        run("mv", "PRIVACY.md", "privacy-policy.md")
    else:
        write(edited(name, old, new))
    wanted = SAID.get(name, {"date-not-bumped"})
    found = findings(capsys, "--base", "HEAD", code=int(bool(wanted - {"date-bumped-without-change"})))
    assert {one["rule"] for one in found} == wanted
    assert findings(capsys, code=0) == []


def test_an_ignore_of_a_change_rule_is_unused_only_when_it_ran(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ignored = "<!-- privacylint: ignore-file[date-not-bumped] set on release -->\n\n"
    commit(ignored + POLICY)
    write(ignored + POLICY.replace("at least 16", "at least 13"))
    assert findings(capsys, "--base", "HEAD", code=0) == []
    assert findings(capsys, code=0) == []
    run("checkout", "-q", "PRIVACY.md")
    assert [one["rule"] for one in findings(capsys, "--base", "HEAD", code=0)] == ["unused-ignore"]


def test_a_base_that_is_a_typing_mistake(team: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(POLICY)
    assert cli.main(["check", "--base", "mian"]) == 2
    assert capsys.readouterr().err == 'privacylint: "mian" is no revision here\n'


def test_the_base_of_pre_commit_and_of_ci(team: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    first = commit(POLICY)
    commit(POLICY.replace("at least 16", "at least 13"))
    assert findings(capsys, "--base", "auto", code=0) == []
    for name in ("PRE_COMMIT_FROM_REF", "CI_MERGE_REQUEST_DIFF_BASE_SHA"):
        monkeypatch.setenv(name, first)
        assert [one["rule"] for one in findings(capsys, "--base", "auto")] == ["date-not-bumped"]
        monkeypatch.delenv(name)
