"""Inputs made of a number: the same number gives the same input, so a failure is told by its layer and its number."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
POLICIES = sorted((HERE.parent / "policies").glob("*.md"))
LONGEST = 2_000

Make = Callable[[random.Random], bytes]

CHARACTERS = "\n\r\t \x00\x07\x0b\x0c\x1b\x1c\x7f\x85\xa0\xad\u061c\u200b\u200e\u202e\u2028\u2029\u2066\u2069\ufeff\ufffe\U000e0041"
CHARACTERS += "*_`~[]()<>!|\\&#-+=:;.,'\"{}^/@$%?§•–’“”0123456789aeistnzABZßéıİ漢🐱\u0301\u0345\ud83d"
MARKUP = """
[^1] ^[ [a] ]( ![ ](b "c") <!-- --> {/* */} <b> </b> <br> <p> </p> <table> <tr><td> </td> <h2> </h2> <ul><li> </ul> </a>
<script> </script> <style> <![CDATA[ <?php <!DOCTYPE &amp; &nbsp; &#0; &#xD800; &#1114112; &bogus; <me@x.example> ** ***
~~ ~~~ ``` \\| {#id} | |-| ||| --- === +++ # ## ###### > - * + 1. 2) 999999999. [a]: [^a]: <a/href='x'> http://a.example/
<img/src=x> <a\nhref="b"> \\ \\* &lt;!-- ]]> #[a](#a) [](<>) [a](<b c>) [a](b\\)c) <details><summary> \u202e \r\n \r
""".split()
WORDS = """
we may not never only collect share sell keep store disclose your personal data information cookies children under 13 16
years days months thirty (30) 30 as long as necessary unless required by law with your consent third parties partners
advertising Germany the EEA United States SCCs controller contact us at privacy@shop.example effective date 5 May 2024
2024-02-30 May 5th, 2024 05/25/2018 GDPR Article 13(1)(f) CCPA COPPA "do not sell" rights erase delete e.g. i.e. Inc. U.S.
[Company] {{name}} TODO lorem ipsum (see Section 4) above below and/or shall must Privacy Policy Last updated: means
""".split()
COMMENTS = [
    "<!-- privacylint: ignore[vague-retention] why -->", "<!--privacylint:ignore-file[all]-->", "<!-- privacylint: off[a,b",
    "<!-- privacylint:\nignore-block[vague-retention, x]\n -->", "{/* privacylint: ignore-next-line[x] why */}", "-->", "]",
    "<!-- privacylint: on[vague-retention] until=2020-01-01 -->", "<!-- privacylint: ignore-section[x] until=9999-99-99 owner=a",
    "<!-- privacylint: off[conflicting-ages] -->", "<!-- privacylint: ignore -->", "<!-- privacylint: ignor[x] -->",
]  # fmt: skip
YAML = """
extends: regimes: policies: facts: rules: rule_files: baseline: select: overrides: exclude: fail_on: never_ignore: anchors:
- ? : | > & * ! !!python/object:os.system !!binary !!set << &a *a [ ] { } , # --- ... %YAML 1.2 " ' \\x \\u12 \t 0x1F .inf .nan
1e999 2024-02-30 null ~ yes off path: companions: translations: summary: severity: warning message: phrases: good: bad: at:
text: unless: since: links: claims: kind: age value: once: missing: true false en: de: in_section: why: cites: strict auto
recommended gdpr all error info privacy.md ../../etc/passwd /etc/passwd *.md ** [*.yaml] "{text}" "{0}" <age> <duration:x> ...
""".split()
TOML = """
[tool.privacylint] [tool] [[tool.privacylint.policies]] = . , [ ] { } \" ' \"\"\" ''' # 1979-05-27T07:32:00Z 0x_1 1_000 inf nan
-nan +1 a.b.c \"a\".b rules fail_on extends regimes policies path true false \\u0000 \\UFFFFFFFF 1e400 9999999999999999999999
""".split()
PHRASE = """
... ...9 ...40 ...99999 ...! ...!( ! !( ( | ) [ ] { } {child} {personal-data} {third-party} {no-such} < > <age> <number>
<duration> <date> <place> <email> <name> <organisation> <age:x> <age:X> ^ $ ~ * we~ collect~ minim* third-party a's
""".split()


def bytes_of(text: str) -> bytes:
    """Text as bytes; half a surrogate pair becomes what no decoder takes."""
    return text.encode("utf-8", "surrogatepass")


def policy(random: random.Random) -> bytes:
    """A policy, or what somebody made of one."""
    start = random.choice((b"", *_policies())) if random.random() < 0.6 else b""
    start = _cut(random, start, LONGEST // 2)
    made = bytes_of(_mixture(random, (CHARACTERS, MARKUP, WORDS, COMMENTS), (2, 6, 10, 1)))
    return mutated(random, start + made if random.random() < 0.5 else made + start)


def words(random: random.Random) -> bytes:
    """Mostly prose, so that phrases and extractors have something to find."""
    start = _cut(random, random.choice(_policies()), LONGEST // 2)
    made = bytes_of(_mixture(random, (CHARACTERS, MARKUP, WORDS, COMMENTS), (1, 1, 30, 1)))
    return mutated(random, start + b"\n" + made, most=4)


def anything(random: random.Random) -> bytes:
    """Bytes of any kind: text, noise, wide encodings, marks of encodings."""
    kind = random.randrange(5)
    if kind == 0:
        return random.randbytes(random.randrange(400))
    if kind == 1:
        text = _mixture(random, (CHARACTERS, MARKUP, WORDS), (3, 3, 3))
        codec = random.choice(("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp1252", "shift_jis", "cp037", "utf-7"))
        return mutated(random, text.encode(codec, "replace"), most=2)
    if kind == 2:
        named = random.choice(("utf-8", "latin-1", "hex", "rot13", "idna", "utf-7", "zlib", "undefined", "x", "utf_16"))
        return mutated(random, f'<meta charset="{named}">\n# coding: {named}\n'.encode() + policy(random))
    return mutated(random, policy(random))


def yaml(random: random.Random) -> bytes:
    """YAML, or nearly."""
    return mutated(random, bytes_of(_lines(random, YAML)))


def toml(random: random.Random) -> bytes:
    """TOML, or nearly."""
    head = random.choice(("[tool.privacylint]\n", ""))
    return mutated(random, bytes_of(head + _lines(random, TOML, " = ")), most=3)


def phrase(random: random.Random) -> bytes:
    """A wording of the phrase language, or nearly."""
    parts = [random.choice(random.choice((PHRASE, WORDS, CHARACTERS))) for _ in range(random.randrange(1, 25))]
    return mutated(random, bytes_of(random.choice((" ", "")).join(parts)), most=3)


def json(random: random.Random) -> bytes:
    """A baseline, or nearly."""
    entry = '{"fingerprint": "%x", "rule": "vague-retention", "path": "a.md", "count": %s}'
    entries = [entry % (random.getrandbits(60), random.choice((1, -1, "true", "1e9", "[]"))) for _ in range(random.randrange(4))]
    text = f'{{"version": {random.choice((1, 1, 2, "null"))}, "findings": [{", ".join(entries)}]}}'
    return mutated(random, bytes_of(text), most=3)


def rule(random: random.Random) -> bytes:
    """A rule file: the keys a rule has, each with something that may fit."""
    return _mapping(random, _RULE)


def config(random: random.Random) -> bytes:
    """A configuration: the keys it may have, each with something that may fit."""
    return _mapping(random, _CONFIG)


_RULE = {
    "summary": ("Says a thing.", "''", "[a]"), "severity": ("warning", "error", "grave"),
    "message": ('"\'{text}\' is said"', "said {section}", "{age} {x}", "a\\nb"), "why": ("because", "3"),
    "phrases": ("[we~ ... {personal-data}]", "[under <age:x>]", "{en: [third-party], xx: [a]}", "[^ we]", "['...', '!a']"),
    "links": ("[a.example/b, '#do']", "[http://a]", "[]"), "claims": ("{kind: age, value: {role: minimum-age}}", "{kind: date}"),
    "unless": ("[not]", "[<date>]"), "unless_anywhere": ("[never]",), "in_section": ("[cookies]", "[privacy*]"),
    "since": ("2020-01-01", "2020-13-01", "9999-12-31"), "once": ("true", "maybe"), "missing": ("true", "false"),
    "default": ("false",), "regimes": ("[gdpr]", "gdpr"), "cites": ("[Art. 1]",), "help": ("do it", "|\n  a\n  b"),
    "good": ("[We care.]", "[{text: x, regimes: gdpr}]"), "bad": ("[{text: We keep it., at: keep}]", "[{text: a, at: b}]"),
}  # fmt: skip
_CONFIG = {
    "extends": ("[recommended]", "strict", "[./privacylint.yaml]", "[../up.yaml]", "[/etc/passwd]"), "regimes": ("auto", "[gdpr, auto]", "[ccpa]"),
    "policies": ("[privacy.md]", "[{path: a.md, companions: [b.md], translations: {de: c.md}}]", "['../../x']", "[{path: .git/config}]"),
    "facts": ("{minimum_age: 16, hosting: {places: [DE]}}", "{recipients: ../x.yaml}", "{a: 1}"), "rules": ("{all: off}", "{vague-retention: error}", "{x: loud}"),
    "rule_files": ("['*.yaml']", "['**/..']", "[none.yaml]"), "baseline": ("b.json", "/b.json", "../b.json"), "select": ("[all]", "consistency"),
    "ignore": ("[drafting]",), "overrides": ("[{paths: ['a/**'], rules: {all: off}}]", "[{paths: [], rules: {}}]"), "exclude": ("['**']", "[a]"),
    "fail_on": ("warning", "never", "no"), "as_of": ("2024-01-01", "2024-99-01"), "never_ignore": ("[conflicting-ages]",),
    "anchors": ("github", "mkdocs", "none"), "template_syntax": ("[['{{', '}}']]", "[[a]]", "[['', '']]"), "required_plugins": ("[builtin]", "[x]"),
}  # fmt: skip


def _mapping(random: random.Random, keys: dict[str, Sequence[str]]) -> bytes:
    chosen = random.sample(sorted(keys), random.randrange(1, len(keys) + 1))
    text = "".join(f"{key}: {random.choice(keys[key])}\n" for key in chosen)
    return mutated(random, bytes_of(text), most=2, tokens=YAML) if random.random() < 0.7 else bytes_of(text)


def mutated(random: random.Random, data: bytes, most: int = 6, tokens: Sequence[str] = ()) -> bytes:
    """The same with a few blows: cut, doubled, turned over, a bit flipped, something put in."""
    for _ in range(random.randrange(most)):
        at, length = random.randrange(len(data) + 1), random.randrange(1, 80)
        kind = random.randrange(7)
        if kind == 0:
            data = data[:at] + data[at + length :]
        elif kind == 1:
            data = data[:at] + data[at : at + length] * random.randrange(2, 9) + data[at:]
        elif kind == 2 and data:
            at = random.randrange(len(data))
            data = data[:at] + bytes((data[at] ^ 1 << random.randrange(8),)) + data[at + 1 :]
        elif kind == 3:
            data = data[:at] + bytes_of(random.choice(tokens or CHARACTERS)) + data[at:]
        elif kind == 4:
            data = data[:at] + bytes_of(random.choice(tokens or MARKUP)) * random.choice((1, 1, 2, 50)) + data[at:]
        elif kind == 5 and random.random() < 0.2:
            data = data[:at]
        elif random.random() < 0.2:
            data = data.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n")))
    return data[:LONGEST]


def _mixture(random: random.Random, kinds: Sequence[Sequence[str]], weights: Sequence[int]) -> str:
    chosen = random.choices(kinds, weights, k=random.randrange(120))
    parts = []
    for kind in chosen:
        parts.append(random.choice(kind))
        parts.append(random.choice(("", " ", " ", "\n", "\n\n", "\n- ", "\n> ", "    ")) if kind is not CHARACTERS else "")
    return "".join(parts)


def _lines(random: random.Random, tokens: Sequence[str], between: str = " ") -> str:
    lines = []
    for _ in range(random.randrange(20)):
        indent = " " * random.choice((0, 0, 2, 4))
        lines.append(indent + random.choice((" ", between)).join(random.choices(tokens, k=random.randrange(1, 5))))
    return "\n".join(lines)


def _cut(random: random.Random, data: bytes, longest: int) -> bytes:
    start = random.randrange(max(1, len(data) - longest // 4))
    return data[start : start + random.randrange(1, longest)]


_READ: list[bytes] = []


def _policies() -> list[bytes]:
    if not _READ:
        _READ.extend(path.read_bytes() for path in POLICIES)
    return _READ


def also(folder: Path) -> None:
    """Make inputs of the Markdown files of this folder too."""
    _READ[:] = [*_policies(), *(path.read_bytes() for path in sorted(folder.rglob("*.md")))]
