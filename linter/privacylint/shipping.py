"""
What comes compiled with the package, so that the first run is as fast as any other: the programs of the built-in
phrases, what the built-in YAML files hold, and the regular expressions of a run.

    python -m privacylint.shipping [FOLDER]

fills a folder, by default the one beside this file from which `kept.py` reads. Building a wheel or an editable install
does the same (`hatch_build.py`). What is missing there, or was made from other files, is compiled when it is needed.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from privacylint import kept

if TYPE_CHECKING:
    from privacylint.plugins import Plugins


def fill(folder: str) -> None:
    """Write the files of this package into a folder; in a process that has compiled nothing yet."""
    from privacylint import regexes

    Path(folder).mkdir(parents=True, exist_ok=True)
    kept.switch.shipping = folder
    regexes.remember()

    from privacylint import store
    from privacylint.cli import main
    from privacylint.phrases import Phrases
    from privacylint.plugins import load

    # the phrases of a rule in YAML live as long as the rule
    plugins = load(only=["builtin"])
    text = "\n\n".join(_examples(plugins))
    for one in gc.get_objects():
        if type(one) is Phrases:
            one.check()
    with tempfile.TemporaryDirectory() as place:
        # a text with something for every rule, so that all is compiled that a run compiles
        policy = Path(place, "privacy.md")
        policy.write_text(text, "utf-8", "surrogatepass")
        main(["check", str(policy), "--no-config", "--no-plugins", "--exit-zero", "--output", os.devnull])
    store.save()
    regexes.save()


def _examples(plugins: Plugins) -> Iterator[str]:
    if not plugins.disclosures:
        sys.exit("the built-in plugin was not found")
    for rule in plugins.rules.values():
        yield from (example.text for example in rule.bad)
        yield from (example.text for example in rule.good)
    for disclosure in plugins.disclosures.values():
        yield from disclosure.data["good"]


if __name__ == "__main__":
    fill(sys.argv[1] if sys.argv[1:] else kept.SHIPPED)
