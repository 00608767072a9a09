"""What every test may use: golden files, written anew by `pytest --update`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from privacylint import kept

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files anew instead of comparing")


def pytest_configure(config: pytest.Config) -> None:
    """Before the whole suite, compile once what a wheel brings compiled: else each process a test starts does it anew."""
    if config.args == config.getini("testpaths") and not hasattr(config, "workerinput"):
        if getattr(config.option, "dist", "no") == "load":
            # what a file sets up for all of its tests is set up once, and not once in each process
            config.option.dist = "loadfile"
        if is_stale(Path(kept.SHIPPED)):
            # without it all tests hold as well, and take longer
            subprocess.run([sys.executable, "-m", "privacylint.shipping"], check=False, capture_output=True)


def is_stale(shipped: Path) -> bool:
    """Whether a source of this checkout is newer than all that is compiled in it."""
    made = max((file.stat().st_mtime for file in shipped.glob("*.bin")), default=0)
    sources = (file for folder in ("linter", "rules") for file in (ROOT / folder).rglob("*.*") if file.suffix in (".py", ".yaml"))
    return shipped.is_relative_to(ROOT) and any(file.stat().st_mtime > made for file in sources)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(name, text)`: the file `tests/golden/<name>` holds exactly `text`."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8", "surrogatepass"))
        assert file.exists(), f"{file} is missing: write it with pytest --update"
        assert text == file.read_bytes().decode("utf-8", "surrogatepass")

    return compare
