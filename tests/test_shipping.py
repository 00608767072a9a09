"""What comes compiled with the package: it is what would be compiled anew, and what was altered since is not believed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from conftest import is_stale
from privacylint import kept

ROOT = Path(__file__).parent.parent
POLICIES = [ROOT / "docs" / "sample" / "privacy.md", *sorted((ROOT / "tests" / "policies").glob("*.md"))]
SETUP = "import sys; from privacylint import kept; kept.SHIPPED = sys.argv.pop(1); sys.argv[0] = 'privacylint'; "
RUN = SETUP + "from privacylint.cli import main; sys.exit(main())"
PROGRAMS = (
    SETUP
    + """
import gc, json
from privacylint.items import ITEMS
from privacylint.phrases import Phrases
from privacylint.plugins import load
from privacylint.wordings import parse
from privacylint import store
load(only=["builtin"])
lowered = []
import privacylint.lowering as lowering
inner = lowering.lowered
lowering.lowered = lambda *given: lowered.append(given[0]) or inner(*given)
found = [one for one in gc.get_objects() if type(one) is Phrases]
[one.check() for one in found]

words = {number: word for word, number in ITEMS.ids.items()}

def item(number):
    spec = ITEMS.spec(number)
    if spec[0] == "word":
        return ["word", sorted(words[id] for id in spec[1])]
    if spec[0] == "table":
        return ["table", spec[1], branches(spec[2])]
    if spec[0] == "some":
        return ["some", [sorted(map(str, map(item, row))) for row in spec[1]]]
    return ["not", item(spec[1])] if spec[0] == "not" else list(spec)

def branches(rows):
    rows = [(one, True, ()) if isinstance(one, int) else one for one in rows]
    return [[item(word), ends, branches(behind)] for word, ends, behind in rows]

def step(one):
    if isinstance(one, int):
        return item(one)
    if one[0] == 0:
        return [0, one[1], item(one[2]) if one[2] >= 0 else None]
    return [1, [[step(part) for part in row] for row in one[1]]] if one[0] == 1 else [2, item(one[1]), *one[2:]]

programs = {
    f"{language} {program.wording}": [[step(one) for one in program.steps], sorted(map(str, map(item, program.needs)))]
    for one in found for language in one.wordings for program in one.programs(language)
}
print(json.dumps([len(lowered), programs], sort_keys=True))
"""
)
FEW = (
    SETUP
    + """
import privacylint.lowering as lowering
inner = lowering.lowered
lowered = []
lowering.lowered = lambda *given: lowered.append(given[0]) or inner(*given)
from privacylint_rules.scope import PLACE
from privacylint_rules.age.words import CUES
[phrases.check() for phrases in (PLACE, *CUES.values())]
print(len(lowered), sum(len(phrases.wordings["en"]) for phrases in (PLACE, *CUES.values())))
"""
)


def run(code: str, shipped: Path | str, cache: Path | str, *arguments: str) -> str:
    """What a program says that takes what is shipped from a folder."""
    environment = {**os.environ, "PRIVACYLINT_CACHE_DIR": str(cache)}
    command = [sys.executable, "-c", code, str(shipped), *arguments]
    done = subprocess.run(command, cwd=ROOT / "docs", env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in (0, 1) and not done.stderr, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # what was just made for the whole suite need not be made again
    if Path(kept.SHIPPED).is_dir() and not is_stale(Path(kept.SHIPPED)):
        return Path(kept.SHIPPED)
    folder = tmp_path_factory.mktemp("shipped")
    subprocess.run([sys.executable, "-m", "privacylint.shipping", str(folder)], check=True)
    return folder


def test_what_is_shipped_is_what_is_compiled_anew(shipped: Path, tmp_path: Path) -> None:
    known = json.loads(run(PROGRAMS, shipped, tmp_path / "one"))
    anew = json.loads(run(PROGRAMS, tmp_path / "nowhere", tmp_path / "other"))
    assert (known[0], anew[0] > 1000) == (0, True), "how many had to be compiled"
    assert known[1] == anew[1]


def test_the_findings_are_the_same_and_a_first_run_compiles_and_keeps_nothing(shipped: Path, tmp_path: Path) -> None:
    arguments = ("check", *map(str, POLICIES), "--no-config", "--no-plugins", "--format", "json", "--exit-zero", "--jobs", "1")
    anew = run(RUN, tmp_path / "nowhere", tmp_path / "other", *arguments)
    for option in ([], ["--no-cache"]):
        assert run(RUN, shipped, tmp_path / "cache", *arguments, *option) == anew
    kept = {file.name.partition("-")[0] for file in (tmp_path / "cache").glob("*")}
    assert kept <= {"answer", "regexes"}, "a format of its own may need expressions of its own"


@pytest.mark.parametrize("damage", ["absent", "empty", "cut", "altered"])
def test_what_is_shipped_damaged_is_compiled_anew(shipped: Path, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "shipped"
    folder.mkdir()
    for file in shipped.iterdir() if damage != "absent" else ():
        content = file.read_bytes()
        altered = {"empty": b"", "cut": content[:-9], "altered": content[:-9] + b"?" + content[-8:]}[damage]
        (folder / file.name).write_bytes(altered)
    compiled, all_of_them = map(int, run(FEW, folder, tmp_path / "cache").split())
    assert compiled > 50 and compiled >= all_of_them - 20, "one wording in two lists is compiled once"
    assert run(FEW, shipped, tmp_path / "other").split()[0] == "0"


def test_an_altered_wording_is_compiled_anew(shipped: Path, tmp_path: Path) -> None:
    code = SETUP + (
        "import privacylint.lowering as lowering; inner = lowering.lowered; seen = [];"
        "lowering.lowered = lambda *given: seen.append(given[0]) or inner(*given);"
        "from privacylint.phrases import Phrases; from privacylint_rules.words import WORDS;"
        "Phrases(en=['we (sell~ | rent~) your soul'], lists=WORDS).check();"
        "Phrases(en=['{child}'], lists={'en': {'child': ['goat~']}}).check(); print(seen)"
    )
    assert run(code, shipped, tmp_path / "cache") == "['we (sell~ | rent~) your soul', '{child}']\n"


def test_an_altered_yaml_file_is_read_anew(shipped: Path, tmp_path: Path) -> None:
    laws = ROOT / "rules" / "privacylint_rules" / "regimes"
    copy = tmp_path / "regimes"
    copy.mkdir()
    for file in sorted(laws.glob("*.yaml"))[:2]:
        (copy / file.name).write_text(file.read_text("utf-8").replace("title: ", "title: New #"), "utf-8")
    code = SETUP + "from pathlib import Path; from privacylint import regimes; from privacylint_rules.words import WORDS; print([one.title for one in regimes.load(Path(sys.argv[1]), WORDS)])"
    titles: Any = run(code, shipped, tmp_path / "cache", str(copy))
    assert titles.count("New") == 2


def test_a_wheel_comes_with_all_of_it(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    # with a part of the rules: compiling takes its time
    for name in ("linter", "rules"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "shipped", "consistency"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True)
    assert not done.returncode and "not compiled" not in done.stdout + done.stderr, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        shipped = {Path(name).name.split("-")[0].removesuffix(".bin") for name in packed.namelist() if "/shipped/" in name}
    assert shipped >= {"phrases", "regexes"} and len(shipped) > 2
