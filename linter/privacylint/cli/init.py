"""
Set privacylint up in a repository: the configuration, the pre-commit entry, the CI file.

Asks in a terminal and takes its answers from the options in a script. No file that is there already is overwritten;
what cannot be put into it is shown instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from privacylint.cli._inputs import add_plugin_arguments, check_names, load_plugins
from privacylint.cli._parser import several

if TYPE_CHECKING:
    from privacylint.plugins import Plugins
    from privacylint.rule import Regime

CONFIG = "privacylint.yaml"
HOOKS = ".pre-commit-config.yaml"
CI = {"github": ".github/workflows/privacylint.yaml", "gitlab": ".gitlab-ci.yml"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `init`."""
    parser.add_argument("--policy", action="append", metavar="FILE", help="a policy (default: those found)")
    parser.add_argument("--regime", action="extend", type=several, metavar="LAW[,LAW]", help="the laws, or auto")
    parser.add_argument("--hook", action=argparse.BooleanOptionalAction, help=f"write the entry of {HOOKS}")
    parser.add_argument("--ci", choices=(*CI, "none"), metavar="NAME", help="github, gitlab or none")
    parser.add_argument("--skeleton", metavar="FILE", help="write a policy to fill in, for the laws named")
    parser.add_argument("--yes", "-y", action="store_true", help="ask nothing")
    add_plugin_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Ask what no option says, then write."""
    from privacylint.cli import _starters

    plugins, ok = load_plugins(options)
    asks = sys.stdin.isatty() and sys.stdout.isatty() and not options.yes
    policies = options.policy or _policies(asks)
    regimes = _regimes(options.regime, plugins, asks)
    hook = options.hook
    if hook is None and asks:
        hook = _agreed("Write the pre-commit hooks?", Path(".git").exists())
    ci = options.ci or (_ci() if asks else "none")
    if options.skeleton:
        laws = regimes or [plugins.regimes[id] for id in ("gdpr",) if id in plugins.regimes]
        policies = list(dict.fromkeys([*policies, options.skeleton]))
        _create(options.skeleton, _starters.skeleton(laws, plugins.disclosures.values()))
    if _configured():
        print(f"{_configured()}: is there already, left as it is")
    else:
        _create(CONFIG, _starters.configuration(policies, regimes))
    if hook:
        _hook(Path(HOOKS))
    if ci != "none":
        _create(CI[ci], _starters.github() if ci == "github" else _starters.gitlab(), show=True)
    print("next: `privacylint check`, then `privacylint baseline` to accept what is found today")
    return 0 if ok else 2


def _configured() -> str:
    from privacylint import config as configuration

    found = configuration.find(Path.cwd())
    return found.name if found and found.parent == Path.cwd() else ""


def _policies(asks: bool) -> list[str]:
    from privacylint import discover

    found = [Path(path).as_posix() for path in discover.find(["."]).files]
    if not asks:
        return found
    from privacylint.reports._paint import harmless

    print("Policies found:", ", ".join(map(harmless, found)) or "none")
    said = _asked("Which are to be linted? Files set apart by commas, or Enter for those found: ")
    return several(said) or found


def _regimes(named: Sequence[str] | None, plugins: Plugins, asks: bool) -> list[Regime]:
    if named is None and asks:
        from privacylint.cli import _starters

        print("Laws, each with when it applies:", *_starters.listed(plugins.regimes.values()), sep="\n")
        named = several(_asked("Which of them? Names set apart by commas, or Enter for those the text speaks to: "))
    chosen = [name for name in named or () if name != "auto"]
    check_names(chosen, plugins.regimes, "law")
    return [plugins.regimes[name] for name in dict.fromkeys(chosen)]


def _ci() -> str:
    guess = "gitlab" if Path(CI["gitlab"]).exists() else "github" if Path(".github").exists() else "none"
    said = _asked(f"Write a CI file? github, gitlab or none [{guess}]: ").lower() or guess
    check_names([said], (*CI, "none"), "CI")
    return said


def _agreed(question: str, default: bool) -> bool:
    said = _asked(f"{question} [{'Y/n' if default else 'y/N'}]: ").lower()
    return said.startswith("y") if said else default


def _asked(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        return ""


def _create(name: str, text: str, *, show: bool = False) -> None:
    file = Path(name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        print(f"{name}: is there already, left as it is" + ("; it would need:\n" if show else ""))
        if show:
            print(text)
        return
    print(f"{name}: written")


def _hook(file: Path) -> None:
    from privacylint.cli import _starters

    if not file.exists():
        _create(file.name, f"repos:\n{_starters.hook_entry()}")
        return
    text = file.read_bytes().decode("utf-8", "replace")
    if "id: privacylint" in text:
        print(f"{file.name}: has the hooks already")
        return
    longer = _with_entry(text)
    if longer is None:
        print(f"{file.name}: is there already, left as it is; add under `repos`:\n\n{_starters.hook_entry()}")
        return
    from privacylint.packs import write_atomically

    write_atomically(file, longer)
    print(f"{file.name}: entry added, the rest left as it was")


def _with_entry(text: str) -> str | None:
    """The file with one more entry at its end, or None where `repos` is not the last key or is written in one line."""
    from privacylint.cli import _starters

    lines = text.replace("\r\n", "\n").split("\n")
    keys = [line for line in lines if line[:1] not in ("", " ", "#", "-")]
    entries = [line for line in lines if line.lstrip().startswith("- repo:")]
    if not keys or keys[-1].rstrip() != "repos:" or not entries or "\ufffd" in text:
        return None
    indent = entries[0][: len(entries[0]) - len(entries[0].lstrip())]
    end = "\r\n" if "\r\n" in text else "\n"
    longer = text + ("" if text.endswith("\n") else end) + _starters.hook_entry(indent).replace("\n", end)
    return longer if _repos(longer) == [*_repos(text), _starters.REPOSITORY] else None


def _repos(text: str) -> list[str]:
    from privacylint.source import Source
    from privacylint.yaml_nodes import DataError, parse_yaml

    try:
        repos = parse_yaml(Source(HOOKS, text)).data()["repos"]
        return _names(repos)
    except (DataError, KeyError, TypeError):
        return [""]


def _names(repos: Iterable[dict[str, str]]) -> list[str]:
    return [repo["repo"] for repo in repos]
