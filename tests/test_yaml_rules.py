"""Rules in YAML: the same value as a rule in Python, and every mistake with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from privacylint.claims import Claim, Claims, extractor
from privacylint.markdown import parse
from privacylint.phrases import Phrases
from privacylint.plugins import Plugins
from privacylint.policy import Policy
from privacylint.rule import Bad, Good, Rule
from privacylint.source import Source
from privacylint.testing import findings_of, prove_rule
from privacylint.yaml_nodes import DataError
from privacylint.yaml_rules import load_rule, load_rules

GIVE = Phrases(en=["at least <number:years>"])


@extractor("age")
def ages(policy: Policy) -> Iterator[Claim]:
    for match in policy.find(GIVE):
        value = {"threshold": match.slots["years"], "relation": "at-least", "role": "minimum-age"}
        yield Claim("age", value, match.span, match.sentence)


PLUGINS = Plugins({}, (ages,), {}, {}, {}, {})

Make = Callable[..., Rule]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIVACYLINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def make_(text: str, name: str = "perfect-security.yaml", **options: Any) -> Rule:
        file = tmp_path / name
        file.write_text(text, "utf-8")
        return load_rule(file, **options)

    return make_


FULL = """\
summary: A policy should not promise perfect security.
why: |
  No security is perfect.
severity: warning
confidence: medium
message: 'nobody can keep the promise "{text}"'
help: say what you do to protect the data
cites: [16 CFR 312.8]
regimes: [coppa]
default: false
phrases:
  - (completely | absolutely) (secure | safe)
unless:
  - (not | never | no)
in_section: {en: [security, protect~]}
good:
  - Your data is completely secure.
  - text: |
      # Security
      No data is completely secure.
bad:
  - text: |
      # Our security
      Your data is **completely** secure.
    at: completely** secure
    related: []
    message: 'nobody can keep the promise "completely** secure"'
"""


def test_every_key(make: Make) -> None:
    rule = make(FULL)
    assert rule._replace(check=None, doc="", origin="") == Rule(  # type: ignore[arg-type]
        id="perfect-security",
        family="custom",
        severity="warning",
        confidence="medium",
        check=None,  # type: ignore[arg-type]
        good=(Good("Your data is completely secure."), Good("# Security\nNo data is completely secure.\n")),
        bad=(
            Bad(
                "# Our security\nYour data is **completely** secure.\n",
                "completely** secure",
                (),
                'nobody can keep the promise "completely** secure"',
            ),
        ),
        cites=("16 CFR 312.8",),
        regimes=("coppa",),
        default=False,
    )
    assert rule.summary == "A policy should not promise perfect security."
    assert rule.doc.endswith("No security is perfect.\n\nSource: 16 CFR 312.8")
    assert rule.origin.endswith("perfect-security.yaml")
    assert prove_rule(rule, PLUGINS) == []


HEAD = "summary: x\nseverity: info\nmessage: x\n"


def found(rule: Rule, text: str, *regimes: str) -> list[str]:
    policy, findings = findings_of(rule, PLUGINS, text, regimes)
    return [f"{policy.source.cut(finding.span)}: {finding.message}" for finding in findings]


def test_what_a_finding_carries(make: Make) -> None:
    policy, (finding,) = findings_of(make(FULL), PLUGINS, "# Security\nAbsolutely safe.\n")
    assert policy.source.cut(finding.span) == "Absolutely safe"
    assert finding.help == "say what you do to protect the data"
    assert (finding.cites, finding.regimes) == (("16 CFR 312.8",), ("coppa",))


def test_a_rule_of_a_law_is_silent_under_others(make: Make) -> None:
    assert found(make(FULL), "# Security\nAbsolutely safe.\n", "gdpr") == []


def test_sections_below_count(make: Make) -> None:
    rule = make(HEAD + "phrases: [sure]\nin_section: [security]")
    assert found(rule, "# Security\n## Servers\nWe are sure.\n# Other\nWe are sure.\n") == ["sure: x"]


def test_overlapping_wordings_fire_once(make: Make) -> None:
    assert found(make(HEAD + "phrases: [very sure, sure, very]"), "We are very sure.") == ["very sure: x"]


def test_missing(make: Make) -> None:
    rule = make(HEAD + "phrases: [our officer]\nmissing: true\nunless: ['no']")
    assert found(rule, "# Title\n\nAsk our officer.\n") == []
    assert found(rule, "Intro.\n\n# Title\n\nText.\n") == ["Title: x"]
    assert found(rule, "# Title\n\nThere is no such thing as our officer.\n") == ["Title: x"]
    assert found(rule, "") == [": x"]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ("kind: age", ["at least 16", "at least 13"]),
        ("kind: age, value: {threshold: 13}", ["at least 13"]),
        ("kind: age, value: {threshold: [13, 14]}", ["at least 13"]),
        ("kind: age, value: {threshold: '13'}", []),
        ("kind: age, value: {role: minimum-age}, denied: false", ["at least 16", "at least 13"]),
        ("kind: age, denied: true", []),
    ],
)
def test_claims(make: Make, claims: str, expected: list[str]) -> None:
    rule = make(f"summary: x\nseverity: info\nmessage: x\nclaims: {{{claims}}}")
    assert found(rule, "You are at least 16.\n\nOr at least 13.\n") == [f"{text}: x" for text in expected]


def test_claims_missing_and_narrowed(make: Make) -> None:
    rule = make(HEAD + "claims: {kind: age}\nmissing: true\nin_section: [children]")
    assert found(rule, "# Terms\nat least 16\n") == ["Terms: x"]
    assert found(rule, "# Children\nat least 16\n") == []


@pytest.mark.parametrize(
    ("looks_for", "message", "expected"),
    [
        ("phrases: [at least <age>]", "{text} in {section}", "at least 16 in Ages"),
        ("phrases: [at least <age:years>]", "{years}, not 18", "16, not 18"),
        ("claims: {kind: age}", "{threshold} {relation} in {section}", "16 at-least in Ages"),
        ("phrases: [at least]", "{{x}} { } {TEXT} %s", "{{x}} { } {TEXT} %s"),
    ],
)
def test_the_message_quotes_the_text(make: Make, looks_for: str, message: str, expected: str) -> None:
    if "{{x}}" in message:
        message = expected = "{ } {TEXT} %s"
    rule = make(f"summary: x\nseverity: info\nmessage: '{message}'\n{looks_for}")
    assert found(rule, "# Ages\n\nYou must be at least 16 years old.\n")[0].endswith(f": {expected}")


def test_a_quoted_text_is_one_short_line(make: Make) -> None:
    rule = make("summary: x\nseverity: info\nmessage: '{text}'\nphrases: [so ...40 end]")
    text = "so " + "word\n" * 35 + "end"
    (finding,) = findings_of(rule, PLUGINS, text)[1]
    assert "\n" not in finding.message
    assert len(finding.message) == 80


def test_languages(make: Make) -> None:
    rule = make(HEAD + "phrases: {en: [secure], de: [sicher]}")
    assert found(rule, "We are secure. Wir sind sicher.") == ["secure: x"]
    policy = parse(Source("p.md", "Wir sind sicher."))
    german = Policy(
        policy.source, policy.root, policy.sections, policy.blocks, policy.sentences, language="de"
    )
    assert [german.source.cut(finding.span) for finding in rule.check(german, Claims(()))] == ["sicher"]


def test_word_lists(make: Make) -> None:
    text = HEAD + "phrases: ['{safe}']"
    assert found(make(text, words={"en": {"safe": ("secure", "safe")}}), "It is safe.") == ["safe: x"]
    with pytest.raises(DataError, match=r"4:12: unknown word list \{safe\}"):
        make(text)


def test_the_cache_knows_the_word_lists(make: Make) -> None:
    text = HEAD + "phrases: ['{safe}']"
    make(text, words={"en": {"safe": ("secure",)}})
    with pytest.raises(DataError, match="unknown word list"):
        make(text, words={"en": {}})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: must be a rule, got nothing"),
        ("[]", "1:1: must be a rule, got a list"),
        ("severity: info\nmessage: x\nphrases: [x]", '1:1: missing key "summary" of a rule'),
        ("sumary: x", '1:1: unknown key "sumary"; did you mean "summary"?'),
        ("pattern: x", "1:1: unknown key \"pattern\""),
        ("regex: x", "1:1: unknown key \"regex\""),
        (HEAD, '1:1: missing key "phrases", "links" or "claims", what the rule looks for'),
        (HEAD + "phrases: [x]\nclaims: {kind: age}", '5:1: a rule looks for "phrases" or for "claims", not for both'),
        (HEAD + "phrases: x", '4:10: "phrases" must be a list or a mapping by language, got text "x"'),
        (HEAD + "phrases: []", '4:10: "phrases" must have at least 1 entries, got 0'),
        (HEAD + "phrases: {en: []}", '4:15: "phrases.en" must have at least 1 entries, got 0'),
        (HEAD + "phrases: {english: [x]}", '4:11: "english" is no language; write its code, such as en'),
        (HEAD + "phrases:\n - we\n - we (sell", "6:7: '(' is never closed, expected ')'"),
        (HEAD + "phrases: ['we <agee>']", "4:15: unknown slot <agee>"),
        (HEAD + "phrases: ['']", "4:11: empty phrase"),
        (HEAD + "phrases: [x]\nunless: ['[a']", "5:11: '[' is never closed"),
        (HEAD + "phrases: [x]\nmissing: yes", '5:10: "missing" must be true or false, got text "yes"'),
        (HEAD + "claims: {kind: agee}", '4:16: unknown kind "agee"; did you mean "age"?'),
        (HEAD + "claims: {kind: age, value: {treshold: 1}}", '4:29: unknown key "treshold" of age claims; did you mean'),
        (HEAD + "claims: {value: {}}", '4:9: missing key "kind" of claims'),
        ("summary: x\nseverity: eror\nmessage: x", '2:11: unknown severity "eror"; did you mean "error"?'),
        ("summary: x\nseverity: info\nmessage: '{txt}'\nphrases: [x]", '3:10: unknown "{txt}" in the message; did you'),
        ("summary: x\nseverity: info\nmessage: ''\nphrases: [x]", "3:10: message is empty"),
        ("summary: x\nseverity: info\nmessage: |\n  a\n  b\nphrases: [x]", "3:10: message must be one line"),
        (HEAD + "phrases: [x]\nconfidence: sure", '5:13: unknown confidence "sure"; expected high, medium or low'),
        (HEAD + "phrases: [x]\nbad:\n - {text: a b, at: c}", '6:20: "c" does not stand in the text of the example'),
        (HEAD + "phrases: [x]\nbad:\n - {text: a b, at: a, related: [c]}", '6:33: "c" does not stand'),
        (HEAD + "phrases: [x]\nbad:\n - {text: a b}", '6:4: missing key "at" of a bad example'),
        (HEAD + "phrases: [x]\ngood: [1]", '5:8: "good[0]" must be text or a mapping, got 1'),
        (HEAD + "phrases: [x]\ngood: ['']", "5:8: example is empty"),
    ],
)
def test_mistakes(make: Make, text: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        make(text)
    assert str(error.value).partition("perfect-security.yaml:")[2].startswith(message)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["Perfect.yaml", "a_b.yaml", "-a.yaml", "ä.yaml", "a b.yaml", "a.b.yaml"])
def test_the_file_name_is_the_id(make: Make, name: str) -> None:
    with pytest.raises(DataError, match=r"names no rule; write the file name in kebab-case"):
        make(HEAD + "phrases: [x]", name)


def test_a_file_name_that_looks_like_a_pattern(make: Make) -> None:
    with pytest.raises(DataError, match="names no rule"):
        make(HEAD + "phrases: [x]", "[a].yaml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        load_rule(tmp_path / "none.yaml")


def test_a_folder(tmp_path: Path) -> None:
    for name in ("clarity/b", "clarity/a", "drafting/c"):
        file = tmp_path / "rules" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD + "phrases: [x]", "utf-8")
    for _ in range(2):
        rules = list(load_rules(tmp_path / "rules"))
        assert [(rule.family, rule.id) for rule in rules] == [("clarity", "a"), ("clarity", "b"), ("drafting", "c")]
        assert found(rules[0], "An x.") == ["x: x"]


VALUES = st.recursive(
    st.sampled_from(["x", "''", "1", "true", "~", "en", "info", "age", "'{text}'", "'we (a | b) ... c'", "'<age>'", "'(('", "\u2028"]),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(st.sampled_from(["en", "kind", "value", "text", "at", "related", "role"]), inner, max_size=3).map(
            lambda d: "{" + ", ".join(f"{key}: {value}" for key, value in d.items()) + "}"
        ),
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["phrases", "unless", "in_section", "missing", "claims", "good", "bad", "why", "help", "cites", "regimes", "message"]
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(entries=st.dictionaries(KEYS, VALUES, max_size=5), text=st.text(max_size=40))
def test_any_file_is_a_rule_that_runs_or_an_error(make: Make, entries: dict[str, str], text: str) -> None:
    lines = {"summary": "x", "severity": "info", "message": "x", **entries}
    try:
        rule = make("".join(f"{key}: {value}\n" for key, value in lines.items()))
    except DataError as error:
        assert "\n" not in str(error)
        return
    for finding in findings_of(rule, PLUGINS, text)[1]:
        assert "\n" not in finding.message
