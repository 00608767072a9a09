"""
Proves the examples of rules and extractors; public, so that a team proves its own as we prove ours.

    from privacylint.plugins import load
    from privacylint.testing import prove_rule

    def test_my_rule():
        assert prove_rule(MY_RULE, load()) == []

Each function returns its complaints, one line each; none means proven.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from privacylint.claims import KINDS, NO_FACTS, Base, Claim, Claims, Extractor, Said, Settings, Translation
from privacylint.facts import facts_of
from privacylint.markdown import parse
from privacylint.plugins import Plugins
from privacylint.policy import Policy
from privacylint.rule import SEVERITIES, Bad, Finding, Good, Rule
from privacylint.source import Source, Span

_PATH = "example.md"


def prove_rule(rule: Rule, plugins: Plugins, *, others: Iterable[Rule] = ()) -> list[str]:
    """What is wrong with the examples of a rule.

    It needs a good and a bad example at least. A good one gives no finding. A bad one gives exactly one, whose words
    are exactly `at`, whose related places are exactly `related` and whose message is `message` where these are given.
    `plugins` bring the extractors; `others` are rules of which none may fire on a bad example.
    """
    problems = [f"has no {kind} example" for kind in ("good", "bad") if not getattr(rule, kind)]
    for number, good in enumerate(rule.good, 1):
        problems += (f"good example {number}: {problem}" for problem in _good(rule, plugins, good))
    for number, bad in enumerate(rule.bad, 1):
        problems += (f"bad example {number}: {problem}" for problem in _bad(rule, plugins, bad, tuple(others)))
    return [f"{rule.id}: {problem}" for problem in problems]


def prove_extractor(extractor: Extractor) -> list[str]:
    """What is wrong with the examples of an extractor.

    For an example with a value there is a claim whose words are exactly `at`, whose value holds at least what the
    example says, and which agrees in `denied` and `scope` where given. For one without a value there is no claim.
    """
    problems = [] if extractor.examples else ["has no example"]
    for number, said in enumerate(extractor.examples, 1):
        problems += (f"example {number}: {problem}" for problem in _said(extractor, said))
    return [f"extractor {extractor.kind}: {problem}" for problem in problems]


def claims_of(
    policy: Policy,
    extractors: Iterable[Extractor],
    regimes: Iterable[str] = (),
    base: Base | None = None,
    facts: Mapping[str, Any] | None = None,
    translations: Mapping[str, str] | None = None,
) -> Claims:
    """Everything a policy says, held against some laws. An extractor that breaks is passed over, as in a run.

    `facts` are those of a configuration, as they stand in the file, `translations` texts by language.
    """

    def read(extractor: Extractor, topic: str) -> list[Claim]:
        # its own proof says what is wrong with it
        with suppress(Exception):
            return list(extractor.read(policy, topic))
        return []

    others = [Translation(code, f"policy.{code}.md", text) for code, text in (translations or {}).items()]
    settings = Settings(facts=facts_of(facts) if facts else NO_FACTS, translations=tuple(others))
    return Claims((), tuple(regimes), None, base, settings, tuple(extractors), read)


def findings_of(
    rule: Rule,
    plugins: Plugins,
    text: str,
    regimes: Iterable[str] = (),
    base: str | None = None,
    facts: Mapping[str, Any] | None = None,
    translations: Mapping[str, str] | None = None,
) -> tuple[Policy, list[Finding]]:
    """The findings of one rule on a text, and the policy they stand in; by default under the laws of the rule.

    `base` is the earlier version of the text, where the rule compares two, `facts` those of a configuration,
    `translations` the text in other languages.
    """
    policy, claims = _read(text, plugins, tuple(regimes) or rule.regimes, base, facts, translations)
    return policy, list(rule.check(policy, claims))


def _read(
    text: str,
    plugins: Plugins,
    regimes: Iterable[str],
    base: str | None,
    facts: Mapping[str, Any] | None,
    translations: Mapping[str, str] | None = None,
) -> tuple[Policy, Claims]:
    earlier = None if base is None else Base(*_read(base, plugins, regimes, None, facts), _PATH)
    policy = parse(Source(_PATH, text))
    return policy, claims_of(policy, plugins.extractors, regimes, earlier, facts, translations)


def _good(rule: Rule, plugins: Plugins, good: Good) -> Iterator[str]:
    try:
        policy, findings = findings_of(rule, plugins, good.text, good.regimes, good.base, good.facts, good.translations)
    except Exception as error:
        yield _raised(error)
        return
    for finding in findings:
        yield f"expected no finding, got {_shown(policy, finding)}"


def _bad(rule: Rule, plugins: Plugins, bad: Bad, others: tuple[Rule, ...]) -> Iterator[str]:
    policy, claims = _read(bad.text, plugins, bad.regimes or rule.regimes, bad.base, bad.facts, bad.translations)
    try:
        findings = list(rule.check(policy, claims))
    except Exception as error:
        yield _raised(error)
        return
    if len(findings) != 1:
        got = "; ".join(_shown(policy, finding) for finding in findings) or "none"
        yield f"expected one finding at {bad.at!r}, got {got}"
    for finding in findings[:1]:
        yield from _compared(policy, finding, bad)
        yield from _well_formed(policy, finding)
    for other in others:
        if other.id != rule.id:
            yield from _others(other, policy, claims)


def _compared(policy: Policy, finding: Finding, bad: Bad) -> Iterator[str]:
    cut = policy.source.cut
    if cut(finding.span) != bad.at:
        yield f"expected {bad.at!r}, got {cut(finding.span)!r}"
    related = tuple(cut(inner.span) for inner in finding.related)
    if bad.related is not None and related != bad.related:
        yield f"expected the related places {list(bad.related)}, got {list(related)}"
    if bad.message is not None and finding.message != bad.message:
        yield f"expected the message {bad.message!r}, got {finding.message!r}"


def _well_formed(policy: Policy, finding: Finding) -> Iterator[str]:
    end = len(policy.source.text)
    for span in (finding.span, *(inner.span for inner in finding.related)):
        if not 0 <= span.start <= span.end <= end:
            yield f"place {span.start} to {span.end} is not in the text of {end} characters"
    if not finding.message.strip() or "\n" in finding.message:
        yield f"expected a message of one line, got {finding.message!r}"
    if finding.severity is not None and finding.severity not in SEVERITIES:
        yield f"unknown severity {finding.severity!r}"
    yield from _sound_fix(finding, end)


def _sound_fix(finding: Finding, end: int) -> Iterator[str]:
    at = 0
    for edit in sorted(finding.fix.edits) if finding.fix else ():
        if not at <= edit.start <= edit.end <= end:
            yield f"the fix edits {edit.start} to {edit.end}, outside of the text or over another edit"
        at = edit.end


def _others(other: Rule, policy: Policy, claims: Claims) -> Iterator[str]:
    try:
        findings = list(other.check(policy, claims))
    except Exception as error:
        yield f"rule {other.id} {_raised(error)}"
        return
    for finding in findings:
        yield f"rule {other.id} fires too: {_shown(policy, finding)}"


def _said(extractor: Extractor, said: Said) -> Iterator[str]:
    policy = parse(Source(_PATH, said.text))
    try:
        claims = list(extractor.extract(policy))
    except Exception as error:
        yield _raised(error)
        return
    for claim in claims:
        yield from _complete(extractor.kind, claim)
    if said.value is None:
        for claim in claims:
            yield f"expected no claim, got {policy.source.cut(claim.span)!r} {dict(claim.value)}"
        return
    there = [claim for claim in claims if policy.source.cut(claim.span) == said.at]
    if not there:
        got = ", ".join(repr(policy.source.cut(claim.span)) for claim in claims) or "no claim"
        yield f"expected {said.at!r}, got {got}"
        return
    differences = [_difference(claim, said) for claim in there]
    if all(differences):
        yield f"{said.at!r}: {differences[0]}"


def _difference(claim: Claim, said: Said) -> str:
    got: Mapping[str, Any]
    for wanted, got in ((said.value or {}, claim.value), (said.scope or {}, claim.scope._asdict())):
        for key, value in wanted.items():
            if key not in got:
                return f"expected {key} {value!r}, got none"
            if _plain(got[key]) != _plain(value):
                return f"expected {key} {value!r}, got {got[key]!r}"
    if said.denied is not None and claim.denied != said.denied:
        return f"expected denied {said.denied}, got {claim.denied}"
    return ""


def _complete(kind: str, claim: Claim) -> Iterator[str]:
    if claim.kind != kind:
        yield f"expected claims of kind {kind!r}, got {claim.kind!r}"
    missing = [key for key in KINDS.get(claim.kind, ()) if key not in claim.value]
    if missing:
        yield f"the value {dict(claim.value)} lacks {', '.join(missing)}"


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return sorted(value) if isinstance(value, set | frozenset) else value


def _shown(policy: Policy, finding: Finding) -> str:
    return f"{policy.source.cut(Span(*finding.span))!r} ({finding.message})"


def _raised(error: Exception) -> str:
    return f"raises {type(error).__name__}: {' '.join(str(error).split())}"
