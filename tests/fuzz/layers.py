"""What must hold for each part of privacylint, whatever it is given; a layer raises where something does not."""

from __future__ import annotations

import json
import random
import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from privacylint import baseline, config, disclosures, fixes, packs, plugins, regimes, reports, suppress, yaml_rules
from privacylint.lint import Located, Reported, Result, Run, lint_file
from privacylint.markdown import parse
from privacylint.phrases import PhraseError, Phrases
from privacylint.policy import Policy
from privacylint.rule import SEVERITIES, Edit, Fix
from privacylint.source import Source, Unreadable
from privacylint.testing import claims_of
from privacylint.toml_nodes import parse_toml
from privacylint.yaml_nodes import DataError, Node, parse_yaml
from test_spans import check

from fuzz import texts

DAY = date(2025, 6, 15)
# a line of a report that a CI job could take for a command, and what could steer a terminal
COMMAND = re.compile(r"(?m)^\s*::(?!(?:error|warning|notice) file=)|##\w*\[")
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


class Layer(NamedTuple):
    """How its inputs are made, what must hold for one, and which share of a run it gets: the cheap ones get more."""

    make: texts.Make
    check: Callable[[bytes], None]
    share: int


def source(data: bytes) -> None:
    try:
        read = Source.read("privacy.md", data)
    except Unreadable as reason:
        one_line(str(reason))
        return
    assert read.encode() == data
    assert read.place(len(read.text)).line == read.line_count


def parser(data: bytes) -> None:
    check(policy_of(data))


def comments(data: bytes) -> None:
    policy = policy_of(data)
    known = plugins_loaded().rules
    found = suppress.suppress(policy, [], known_rules=known, never_ignore=("vague-retention",), today=DAY)
    for rule, finding in found.engine:
        one_line(finding.message)
        assert rule.id in known
        assert 0 <= finding.span.start <= finding.span.end <= len(policy.source.text)


def phrases(data: bytes) -> None:
    wording = data.decode("utf-8", "replace")
    found = Phrases(en=[wording], lists=plugins_loaded().words)
    try:
        found.check()
    except PhraseError as error:
        assert 1 <= error.column <= len(wording) + 1
        one_line(str(error))
        return
    policy = prose()
    for match in policy.find(found):
        assert match.text
        assert policy.source.cut(match.span)


def extractors(data: bytes) -> None:
    policy = policy_of(data)
    for extractor in plugins_loaded().extractors:
        for claim in extractor.extract(policy):
            assert 0 <= claim.span.start <= claim.span.end <= len(policy.source.text), claim
            json.dumps(claim.value, default=sorted)


def rules(data: bytes) -> None:
    policy = policy_of(data)
    loaded = plugins_loaded()
    claims = claims_of(policy, loaded.extractors, loaded.regimes)
    for rule in loaded.rules.values():
        for finding in rule.check(policy, claims):
            assert 0 <= finding.span.start <= finding.span.end <= len(policy.source.text), (rule.id, finding)
            assert "\n" not in finding.message and "\n" not in finding.help, (rule.id, finding)


def pipeline(data: bytes) -> None:
    loaded = plugins_loaded()
    settings = config.load(None, {"regimes": list(loaded.regimes)} if len(data) % 2 else {})

    def lint(data: bytes) -> Result:
        return lint_file("privacy.md", data, loaded, settings, today=DAY)

    result = lint(data)
    assert not [found.message for found in result.findings if found.rule == "internal-error"]
    assert list(result.findings) == sorted(result.findings, key=lambda found: found.order)
    shown(Run("privacylint 0.1.0", (result,), loaded.rules))
    fixed = fixes.fix(result, lint, unsafe=True)
    assert fixed.text is None or Source.read("privacy.md", result.source.encode(fixed.text)).text == fixed.text  # type: ignore[union-attr]
    if fixed.text is not None and result.source:
        fixes.diff("privacy.md", result.source.text, fixed.text)


def yaml(data: bytes) -> None:
    answered(lambda: walked(parse_yaml(Source("a.yaml", data.decode("utf-8", "surrogateescape")))))


def toml(data: bytes) -> None:
    answered(lambda: walked(parse_toml(Source("a.toml", data.decode("utf-8", "surrogateescape")), "tool", "privacylint")))


def configuration(data: bytes) -> None:
    name = "pyproject.toml" if data.startswith(b"[tool") else "privacylint.yaml"
    with tempfile.TemporaryDirectory(dir=shm()) as folder:
        file = Path(folder, name)
        file.write_bytes(data)
        (Path(folder) / ".git").mkdir()
        read = answered(lambda: config.load(file))
        if read is not None:
            answered(lambda: config.validate(read, plugins_loaded().rules, regime_names=plugins_loaded().regimes))
            for rule in plugins_loaded().rules.values():
                assert config.severity_of(read, rule, f"{folder}/a.md") in (None, *SEVERITIES)
            read.excludes(f"{folder}/a.md")
            for path in (read.baseline, *(policy.path for policy in read.policies), *read.rule_files):
                assert path is None or Path(folder).resolve() in Path(path).resolve().parents


def rule_files(data: bytes) -> None:
    words = plugins_loaded().words

    def use() -> None:
        text = data.decode("utf-8", "replace")
        made = yaml_rules.rule_of(packs.load(text, yaml_rules.shape(words)).data(), "a-rule", "custom", "a.yaml", words)
        for finding in made.check(prose(), claims_of(prose(), ())):
            one_line(finding.message)

    answered(use)


def rule_packs(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    answered(lambda: packs.load(text, disclosures.shape(plugins_loaded().words)))
    answered(lambda: packs.load(text, regimes.shape({})))


def baselines(data: bytes) -> None:
    with tempfile.TemporaryDirectory(dir=shm()) as folder:
        file = Path(folder, "b.json")
        file.write_bytes(data)
        read = answered(lambda: baseline.Baseline.load(file))
        if read is not None:
            baseline.write(file, read.entries)
            assert sum(entry.times for entry in baseline.Baseline.load(file).entries) == sum(
                entry.times for entry in read.entries
            )


def report(data: bytes) -> None:
    """Findings made of the text itself: every message, note, path and fix is a stranger's."""
    picked = random.Random(data)
    read = Source(words_of(picked, data)[:80] or "a.md", data.decode("utf-8", "replace"))
    found = tuple(finding(picked, read, data) for _ in range(picked.randrange(1, 14)))
    shown(Run("privacylint 0.1.0", (Result(read.path, read, None, None, found, (("gdpr", words_of(picked, data)),)),)))


LAYERS = {
    "source": Layer(texts.anything, source, 14),
    "parser": Layer(texts.policy, parser, 18),
    "comments": Layer(texts.policy, comments, 3),
    "phrases": Layer(texts.phrase, phrases, 12),
    "extractors": Layer(texts.words, extractors, 1),
    "rules": Layer(texts.words, rules, 1),
    "pipeline": Layer(texts.policy, pipeline, 1),
    "yaml": Layer(texts.yaml, yaml, 17),
    "toml": Layer(texts.toml, toml, 17),
    "config-yaml": Layer(texts.config, configuration, 3),
    "config-toml": Layer(texts.toml, configuration, 3),
    "rule-files": Layer(texts.rule, rule_files, 4),
    "rule-packs": Layer(texts.yaml, rule_packs, 3),
    "baselines": Layer(texts.json, baselines, 2),
    "reports": Layer(texts.policy, report, 1),
}


# --- what the layers share -------------------------------------------------------------------------------------------


@cache
def plugins_loaded() -> plugins.Plugins:
    return plugins.load(only=["builtin"])


@cache
def prose() -> Policy:
    return policy_of(b"\n\n".join(path.read_bytes() for path in texts.POLICIES[:2]))


def policy_of(data: bytes) -> Policy:
    return parse(Source("privacy.md", data.decode("utf-8", "surrogateescape")))


def shm() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def one_line(said: str) -> None:
    assert said and not STEERING.search(said) and "\n" not in said, said


def answered(work: Callable[[], Any]) -> Any:
    """What `work` gives; None where it says in one line what is wrong."""
    try:
        return work()
    except DataError as error:
        one_line(str(error))
        assert not STEERING.search(error.excerpt())
        return None


def walked(node: Node | None) -> None:
    if node is None:
        return
    waiting = [node]
    while waiting:
        one = waiting.pop()
        assert 0 <= one.span.start <= one.span.end <= len(one.source.text)
        waiting += one.value.values() if isinstance(one.value, dict) else one.value if isinstance(one.value, list) else ()
    one_line(node.kind)
    json.dumps(node.data())


def shown(run: Run) -> None:
    """Every report of a run is whole, and nothing in it is more than text."""
    for name in reports.names():
        text = reports.load(name, {})(run, color=False)
        assert not STEERING.search(text), name
        assert not COMMAND.search(text), name
        text.encode()
        if name in ("json", "sarif", "gitlab", "rdjson"):
            json.loads(text)
        elif name in ("junit", "checkstyle"):
            ET.fromstring(text)
        elif name in ("concise", "jsonl"):
            assert text.count("\n") == len(run.findings), name


def finding(picked: random.Random, read: Source, data: bytes) -> Reported:
    def place() -> tuple[Any, Any]:
        ends = sorted(picked.randrange(len(read.text) + 1) for _ in range(2))
        return read.place(ends[0]), read.place(ends[1])

    (start, end), edited = place(), place()
    fix = Fix((Edit(edited[0].offset, edited[1].offset, words_of(picked, data)),), safe=picked.random() < 0.5)
    return Reported(
        rule="x-y", family="clarity", severity=picked.choice(SEVERITIES), confidence="high", path=read.path,
        start=start, end=end, message=words_of(picked, data), help=words_of(picked, data), cites=(words_of(picked, data),),
        related=tuple(Located(read.path, *place(), words_of(picked, data)) for _ in range(picked.randrange(7))),
        fix=picked.choice((None, fix)), fingerprint=picked.choice(("", "0f")),
    )  # fmt: skip


def words_of(picked: random.Random, data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    at = picked.randrange(len(text) + 1)
    return picked.choice(("", "", " ", "::", "##[", "\n::error::")) + text[at : at + picked.randrange(200)]


def inputs(layer: Layer, first: int, count: int) -> Iterable[tuple[int, bytes]]:
    """The inputs of the numbers from `first`."""
    for number in range(first, first + count):
        yield number, layer.make(random.Random(number))



