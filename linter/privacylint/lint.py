"""
The pipeline: bytes → Source → Policy → Claims → Findings → report.

    bytes ─read→ Source ─parse→ Policy ─extract→ Claims ─check→ Findings ─suppress→ Findings
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from privacylint import config as configuration
from privacylint import sound, tree
from privacylint import suppress as suppression
from privacylint.claims import NO_FACTS, Base, Claim, Claims, Extractor, Facts, Read, Settings, Translation
from privacylint.config import Config
from privacylint.engine_rules import INTERNAL_ERROR, UNREADABLE_FILE
from privacylint.plugins import Plugins
from privacylint.policy import Policy
from privacylint.rule import SEVERITIES, Finding, Fix, Rule
from privacylint.source import Place, Source, Span, Unreadable, bytes_at

DOCS = "https://privacylint.github.io/rules"
"""Where the page of each rule stands."""


class Located(NamedTuple):
    """A place in a file, and the note shown beside it."""

    path: str
    start: Place
    end: Place
    note: str = ""


class Reported(NamedTuple):
    """A finding with everything the engine stamps on it; the fields are those of the JSON contract."""

    rule: str
    family: str
    severity: str
    confidence: str
    path: str
    start: Place
    end: Place
    message: str
    help: str = ""
    cites: tuple[str, ...] = ()
    regimes: tuple[str, ...] = ()
    related: tuple[Located, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""
    url: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """How findings are sorted: path, line, column, rule, message."""
        return (self.path, self.start.line, self.start.column, self.rule, self.message)


class Result(NamedTuple):
    """One linted file. `source`, `policy` and `claims` are None when it could not be read.

    `regimes` maps the id of each law it was held against to the reason ("asked for", or the words that speak of it).
    `suppressed` counts findings silenced by a comment or the baseline, `fixed` those that were fixed in this run.
    """

    path: str
    source: Source | None
    policy: Policy | None
    claims: Claims | None
    findings: tuple[Reported, ...]
    regimes: tuple[tuple[str, str], ...] = ()
    suppressed: int = 0
    fixed: int = 0


class Run(NamedTuple):
    """A whole run: every file, in the order of their paths. What a report renders. `rules` are all there are, by id."""

    tool: str
    results: tuple[Result, ...]
    rules: Mapping[str, Rule] = {}

    @property
    def findings(self) -> list[Reported]:
        """Every finding, sorted by path, line, column, rule."""
        return sorted((found for result in self.results for found in result.findings), key=lambda found: found.order)


Raw = tuple[Rule, Finding]


def lint_file(
    path: str, data: bytes | OSError, plugins: Plugins, config: Config, *, today: date, base: Base | None = None
) -> Result:
    """Lint one file. Whatever is wrong with it is a finding: a file that cannot be read, a rule that breaks.

    `path` as it is shown, `data` the bytes or the error that reading them gave, `today` the day expiry is judged by,
    `base` the version that the change rules compare it with.
    """
    broken: list[Reported] = []
    read = _read(path, data, plugins, config, today, base, broken)
    if read.policy is None or read.source is None or read.claims is None:
        return read._replace(findings=tuple(broken))
    rules = _active(plugins.rules.values(), config, path)
    raw = [found for rule in rules for found in _checked(rule, read.policy, read.claims, broken)]
    silenced = suppression.suppress(
        read.policy,
        raw,
        known_rules=frozenset(plugins.rules),
        never_ignore=frozenset(config.never_ignore),
        today=today,
        # without an earlier version the change rules find nothing, and what ignores them is not unused
        checked_rules=frozenset(rule.id for rule in rules if base or rule.family != "change"),
    )
    findings = [*silenced.kept, *((rule, found) for rule, found in silenced.engine if _level(rule, config, path))]
    reported = [*broken, *_reported(read.policy, findings, config, path)]
    # what the rules looked up is far larger than the policy, and nobody asks for it again
    read.policy.forget()
    return read._replace(
        findings=tuple(sorted(reported, key=lambda found: found.order)), suppressed=silenced.count
    )


def read_claims(
    path: str,
    data: bytes | OSError,
    plugins: Plugins,
    config: Config,
    *,
    today: date | None = None,
    base: Base | None = None,
) -> Result:
    """Read what a policy says, without linting it; the only findings are files and extractors that fail.

    `today` is the day it is judged by, by default that of the configuration, else the day of the run.
    """
    broken: list[Reported] = []
    read = _read(path, data, plugins, config, today, base, broken)
    if read.claims is not None:
        # all of it, so that every extractor that fails is told of
        read.claims.all_claims  # noqa: B018
    return read._replace(findings=tuple(broken))


def _read(
    path: str,
    data: bytes | OSError,
    plugins: Plugins,
    config: Config,
    today: date | None,
    base: Base | None,
    broken: list[Reported],
) -> Result:
    """The result without findings, its claims still to be read; whatever fails, now or then, is added to `broken`."""
    try:
        if isinstance(data, OSError):
            raise data
        source = Source.read(path, data)
    except (OSError, Unreadable) as error:
        broken.append(_engine(UNREADABLE_FILE, path, f"cannot read this file: {_reason(error).lower()}"))
        return Result(path, None, None, None, ())
    from privacylint.markdown import parse

    try:
        policy = parse(source)
    except Exception as error:
        broken.append(_fault("the parser", path, error))
        return Result(path, source, None, None, ())
    regimes = _regimes(policy, plugins, config)
    failed: set[int] = set()

    def read(extractor: Extractor, topic: str) -> Iterable[Claim]:
        if id(extractor) in failed:
            return ()
        try:
            return [sound.claim(claim, policy, extractor.kind) for claim in extractor.read(policy, topic)]
        except (Exception, SystemExit) as error:
            failed.add(id(extractor))
            broken.append(_fault(f"the extractor of {extractor.kind!r} claims", path, error))
            return ()

    laws = tuple(id for id, _ in regimes)
    elsewhere = _said_in_companions(policy, plugins, config, read, broken)
    settings = _settings(path, config, broken)
    claims = Claims(elsewhere, laws, today or config.as_of, base, settings, plugins.extractors, read)
    return Result(path, source, policy, claims, (), regimes)


def _settings(path: str, config: Config, broken: list[Reported]) -> Settings:
    # the default is no answer: only a site somebody named makes anchors in one way
    named = config.origins.get("anchors", "default") != "default"
    translations = tuple(_translations(config.translations_of(path), broken))
    return Settings(config.anchors if named else "", config.template_syntax, _facts(config, broken), translations)


def _translations(files: Mapping[str, str], broken: list[Reported]) -> Iterator[Translation]:
    for language, file in sorted(files.items()):
        try:
            yield Translation(language, file, Source.read(file, bytes_at(file)).text)
        except (OSError, Unreadable) as error:
            broken.append(_engine(UNREADABLE_FILE, file, f"cannot read this translation: {_reason(error).lower()}"))


def _reason(error: OSError | Unreadable) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _facts(config: Config, broken: list[Reported]) -> Facts:
    if not config.facts:
        return NO_FACTS
    from privacylint.facts import facts_of
    from privacylint.yaml_nodes import DataError

    try:
        return facts_of(config.facts)
    except DataError as mistake:
        place = mistake.place or Place(1, 1, 0)
        unread = _engine(UNREADABLE_FILE, mistake.path, f"cannot read these recipients: {mistake.message}")
        broken.append(unread._replace(start=place, end=place))
        return facts_of({**config.facts, "recipients": None})


def _regimes(policy: Policy, plugins: Plugins, config: Config) -> tuple[tuple[str, str], ...]:
    if isinstance(config.regimes, tuple):
        return tuple((id, "asked for") for id in config.regimes)
    if not plugins.regimes:
        return ()
    from privacylint.regimes import active

    return tuple(active(policy, plugins.regimes))


def _said_in_companions(
    policy: Policy, plugins: Plugins, config: Config, read: Read, broken: list[Reported]
) -> list[Claim]:
    """The disclosures of the files that the configuration reads together with this one, where it lacks them itself."""
    files = config.companions_of(policy.source.path)
    if not files:
        return []
    from privacylint.companions import disclosed

    readers = [extractor for extractor in plugins.extractors if extractor.kind == "disclosure"]
    topics = {claim.value["topic"] for extractor in readers for claim in read(extractor, "")}
    found: list[Claim] = []
    for file in files:
        try:
            found += disclosed(policy, [file], plugins.extractors)
        except (OSError, Unreadable) as error:
            broken.append(_engine(UNREADABLE_FILE, file, f"cannot read this companion: {_reason(error).lower()}"))
    return [claim for claim in found if claim.value["topic"] not in topics]


def _active(rules: Iterable[Rule], config: Config, path: str) -> list[Rule]:
    return [rule for rule in rules if _level(rule, config, path)]


def _level(rule: Rule, config: Config, path: str) -> str | None:
    return configuration.severity_of(config, rule, path)


def _checked(rule: Rule, policy: Policy, claims: Claims, broken: list[Reported]) -> list[Raw]:
    try:
        return [(rule, sound.finding(found, policy)) for found in rule.check(policy, claims)]
    except (Exception, SystemExit) as error:
        broken.append(_fault(f"rule {rule.id!r}", policy.source.path, error))
        return []


def _fault(who: str, path: str, error: BaseException) -> Reported:
    return _engine(INTERNAL_ERROR, path, f"{who} failed on this file and was skipped: {sound.reason(error)}")


def _engine(rule: Rule, path: str, message: str) -> Reported:
    start = Place(1, 1, 0)
    return Reported(rule.id, rule.family, rule.severity, rule.confidence, path, start, start, message)


def _reported(policy: Policy, findings: list[Raw], config: Config, path: str) -> Iterator[Reported]:
    prints = suppression.fingerprints(policy, findings, tree.relative(config.root, path))
    for (rule, found), print_ in zip(findings, prints, strict=True):
        severity = _severity(_level(rule, config, path) or rule.severity, rule, found)
        if rule.family == "required" and config.regimes is None and severity == "error" and not _chosen(rule, config):
            severity = "warning"  # nobody asked for this law: the text only speaks of it
        start, end = _places(policy.source, found.span)
        yield Reported(
            rule=rule.id,
            family=rule.family,
            severity=severity,
            confidence=found.confidence or rule.confidence,
            path=path,
            start=start,
            end=end,
            message=found.message,
            help=found.help,
            cites=found.cites or rule.cites,
            regimes=found.regimes or rule.regimes,
            related=tuple(
                Located(path, *_places(policy.source, related.span), related.note) for related in found.related
            ),
            fix=found.fix,
            fingerprint=print_,
            url=f"{DOCS}#{rule.id}",
        )


def _severity(level: str, rule: Rule, found: Finding) -> str:
    # a finding may be milder than its rule; a level the user chose is moved by as many steps
    if found.severity is None or level != rule.severity:
        return level
    return max(level, found.severity, key=SEVERITIES.index)


def _chosen(rule: Rule, config: Config) -> bool:
    return rule.id in config.rules or rule.family in config.rules


def _places(source: Source, span: Span) -> tuple[Place, Place]:
    return source.place(span.start), source.place(span.end)
