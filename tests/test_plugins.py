"""Plugins: strangers come in by the same door as the built-ins, and a broken one harms nobody else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from privacylint import plugins
from privacylint.api import Finding, Rule, extractor, hookimpl, rule

RULE = '''
"""
Says shop.

Because.

Source: nobody.
"""
from privacylint.api import Bad, Finding, Phrases, rule

SHOP = Phrases(en=["shop~"])

@rule(severity="warning", good=["We sell apples."], bad=[Bad("Our shop is open.", at="shop")])
def check(policy, claims):
    for match in policy.find(SHOP):
        yield Finding(f"says {match.text!r}", match.span)
'''
PLUGIN = '''
from pathlib import Path
from privacylint.api import hookimpl

@hookimpl
def privacylint_rules():
    return Path(__file__).parent / "rules"
'''


def install(site: Path, name: str, module: str, files: dict[str, str]) -> None:
    """Lay a distribution on disk as an installer would."""
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    info = site / f"{name.replace('-', '_')}-1.2.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.2\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[privacylint]\n{name} = {module}\n", encoding="utf-8")


def run(site: Path, *arguments: str, text: str = "Our shop is open.\n") -> subprocess.CompletedProcess[str]:
    policy = site / "work" / "privacy.md"
    policy.parent.mkdir(exist_ok=True)
    policy.write_text(text, encoding="utf-8")
    code = "import sys; sys.path.insert(0, sys.argv[1]); from privacylint.cli import main; sys.exit(main(sys.argv[2:]))"
    return subprocess.run(
        [sys.executable, "-c", code, str(site), *arguments, "--no-config", str(policy)],
        capture_output=True, text=True, cwd=policy.parent, encoding="utf-8",
    )  # fmt: skip


def test_the_built_in_rules_come_in_by_the_entry_point() -> None:
    entry = next(entry for entry in plugins.entry_points() if entry.name == "builtin")
    assert (entry.module, entry.distribution) == ("privacylint_rules", "privacylint")
    assert not {rule.id for rule in plugins.load(only=["nobody"]).rules.values() if rule.family != "engine"}
    assert "conflicting-ages" in plugins.load(only=["builtin"]).rules


def test_a_stranger_s_plugin_brings_a_rule_in_one_file(tmp_path: Path) -> None:
    install(tmp_path, "acme-policies", "acme", {"acme/__init__.py": PLUGIN, "acme/rules/custom/says_shop.py": RULE})
    done = run(tmp_path, "check", "--select", "says-shop", "--format", "concise")
    assert "says 'shop'" in done.stdout, done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("module", "says"),
    [
        ("raise RuntimeError('no licence found')", "no licence found"),
        ("import a_module_that_is_not_there", "a_module_that_is_not_there"),
        ("import sys; sys.exit(5)", "cannot be imported"),
        ("from privacylint.api import hookimpl\n@hookimpl\ndef privacylint_rulez(): return []", "privacylint_rulez"),
        ("from privacylint.api import hookimpl\n@hookimpl\ndef privacylint_rules(): raise OSError('gone')", "gone"),
        ("from privacylint.api import hookimpl\n@hookimpl\ndef privacylint_rules(): return 5", "privacylint_rules"),
        ("from privacylint.api import hookimpl\n@hookimpl\ndef privacylint_rules(): return ['x']", "privacylint_rules"),
    ],
)
def test_a_broken_plugin_is_named_and_skipped(tmp_path: Path, module: str, says: str) -> None:
    install(tmp_path, "acme", "acme", {"acme.py": module})
    install(tmp_path, "good", "good", {"good/__init__.py": PLUGIN, "good/rules/custom/says_shop.py": RULE})
    done = run(tmp_path, "check", "--select", "says-shop", "--format", "concise")
    assert done.returncode == 2
    assert "says 'shop'" in done.stdout
    (line,) = [line for line in done.stderr.split("\n") if line]
    assert "acme" in line
    assert says in line
    forgiven = run(tmp_path, "check", "--select", "says-shop", "--ignore-plugin-errors")
    assert forgiven.returncode == 0


@pytest.mark.parametrize(
    "module",
    [
        "from privacylint.api import hookimpl\n@hookimpl(tryfirst=True)\ndef privacylint_words(): return {'en': {'soap': ['soap~']}}",
        "import pluggy\n@pluggy.HookimplMarker('privacylint')\ndef privacylint_words(): return {'en': {'soap': ['soap~']}}",
        "from privacylint.api import hookimpl\nclass Words:\n    @hookimpl\n    def privacylint_words(self): return {'en': {'soap': ['soap~']}}\nit = Words()",
    ],
)
def test_all_that_pluggy_knows_is_a_plugin(tmp_path: Path, module: str) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    install(site, "soap", "soap:it" if "it = " in module else "soap", {"soap.py": module})
    work.mkdir()
    (work / "own.yaml").write_text(
        "summary: x\nseverity: error\nmessage: no soap\nphrases: ['{soap}']\ngood: [Apples.]\nbad: [{text: Soaps., at: Soaps}]\n", "utf-8"
    )
    code = "import sys; sys.path.insert(0, sys.argv[1]); from privacylint.cli import main; sys.exit(main(['test', 'own.yaml']))"
    done = subprocess.run([sys.executable, "-c", code, str(site)], capture_output=True, text=True, cwd=work)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_rule_that_exists_already_is_refused() -> None:
    stranger = ModuleType("stranger")

    @hookimpl
    def privacylint_rules() -> list[Rule]:
        return [_rule()._replace(id="conflicting-ages", family="custom"), _rule()._replace(id="mine", family="custom")]

    stranger.privacylint_rules = privacylint_rules  # type: ignore[attr-defined]
    loaded = plugins.load(extra=[stranger])
    assert any("conflicting-ages" in problem.message for problem in loaded.problems)
    assert loaded.rules["conflicting-ages"].origin == "builtin"


def _rule() -> Rule:
    @rule(severity="info")
    def check(policy, claims):  # type: ignore[no-untyped-def]
        yield Finding("x", policy.title)

    return check


def test_an_unknown_claim_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown claim kind 'agee'"):
        extractor("agee")
