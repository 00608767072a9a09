"""What is measured within one process: growth with the length of a policy and with the number of rules."""

from __future__ import annotations

import random
import re
import time
from datetime import date
from pathlib import Path
from typing import Any

_DAY = date(2026, 11, 22)


def compiled() -> bool:
    """Whether the phrases that came with the package are those of its present code."""
    from privacylint import kept, store

    kept.switch.off = True
    store.program("we collect", {}, "en")
    return bool(store._STORE.kept)


def growth(text: str, sizes: list[int], runs: int) -> dict[int, float]:
    """Seconds of processor time for a policy repeated to so many characters, the least of some runs."""
    from privacylint.config import load as configuration
    from privacylint.lint import lint_file
    from privacylint.plugins import load

    plugins, config = load(only=["builtin"]), configuration(None)
    lint_file("warm.md", text.encode(), plugins, config, today=_DAY)
    found = {}
    for size in sizes:
        data = (text * (size // len(text) + 1))[:size].encode()
        found[size] = min(
            _seconds(lambda data=data: lint_file("privacy.md", data, plugins, config, today=_DAY)) for _ in range(runs)
        )
    return found


def rules(text: str, counts: list[int], runs: int) -> dict[int, float]:
    """Seconds of processor time for matching so many generated rules, of three phrases each, with a policy.

    Every rule has words of the policy in it. The words are indexed anew each time, the phrases are compiled before.
    """
    from privacylint.markdown import parse
    from privacylint.phrases import Phrases
    from privacylint.source import Source

    made = [Phrases(en=wordings) for wordings in _wordings(text, max(counts))]
    for phrases in made:
        phrases.check()
    found = {}
    for count in counts:
        times = []
        for _ in range(runs):
            policy = parse(Source.read("privacy.md", text.encode()))
            times.append(_seconds(lambda policy=policy, count=count: [policy.find(one) for one in made[:count]]))
        found[count] = min(times)
    return found


def _wordings(text: str, rules: int) -> list[list[str]]:
    chance = random.Random(2)
    sentences = [re.findall(r"[a-z]{4,}", sentence) for sentence in re.split(r"[.\n]", text)]
    sentences = [words for words in sentences if len(words) > 4]
    made = []
    for _ in range(rules):
        words = chance.choice(sentences)
        at = chance.randrange(len(words) - 3)
        one, two, three, four = words[at : at + 4]
        other = chance.choice(chance.choice(sentences))
        made.append([f"{one} ... ({three} | {other})", f"({one} | {other}) {two}~", f"[we] {two} ...9!{other} {four}"])
    return made


def _seconds(work: Any) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def floor(paths: list[str]) -> None:
    """Parse files with markdown-it-py and do nothing else."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    for path in paths:
        parser.parse(Path(path).read_text("utf-8", "replace"))
