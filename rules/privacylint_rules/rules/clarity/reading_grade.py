"""
The text takes more schooling to read than most of its readers have.

The Flesch-Kincaid grade estimates how many years of school a text takes, from the length of its sentences and words.
Half of the adults in the United States read at about grade 8; above grade 12 a policy reads like a contract.

Off unless asked for, and only for English. It needs the library pyphen: `pip install "privacylint[reading]"`.

Source: WP260 rev.01, paragraphs 12 and 13 (clear and plain language); Kincaid et al., 1975 (Navy research branch
report 8-75).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module

from privacylint.api import Bad, Claims, Finding, Policy, rule

MOST_GRADE = 12
FEWEST_WORDS = 100
FEWEST_IN_SENTENCE = 4
_WORD = re.compile(r"[^\W\d_]+")
_EASY = "We keep your name for a year. Then we take it out of our books. You can ask us for it at any time."
_HARD = """Notwithstanding the aforementioned considerations, organisational responsibilities regarding informational confidentiality
necessitate comprehensive administrative documentation, periodically supplemented by independent professional evaluations.
Consequently, contractual intermediaries occasionally facilitate indispensable communications infrastructure, predominantly
characterised by geographically distributed installations and technologically heterogeneous environments of considerable complexity.
Furthermore, individuals possessing legitimate authorisation continuously administer operational procedures, thereby establishing
appropriate accountability throughout hierarchical departmental structures and multidisciplinary collaborative initiatives.
Additionally, extraordinary circumstances precipitating unforeseeable interruptions invariably require proportionate remediation,
immediately coordinated alongside representatives exercising supervisory responsibilities within participating institutions.
Ultimately, systematically categorised correspondence constitutes authoritative evidence demonstrating exceptionally conscientious
implementation of universally acknowledged methodological recommendations concerning the administration of bibliographical collections.
"""


@rule(
    severity="info",
    confidence="low",
    default=False,
    good=["# Privacy\n\n" + _EASY],
    bad=[Bad("# Privacy\n\n" + _HARD, at="Privacy")],
)
def reading_grade(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """One finding at the title where the grade of all sentences together is above MOST_GRADE."""
    if policy.language != "en":
        return
    sentences = [_WORD.findall(sentence.text) for sentence in policy.sentences if sentence.block.kind in ("paragraph", "item")]
    sentences = [words for words in sentences if len(words) >= FEWEST_IN_SENTENCE]
    words = [word.lower() for sentence in sentences for word in sentence]
    if len(words) < FEWEST_WORDS:
        return
    try:
        hyphens = import_module("pyphen").Pyphen(lang="en_US")
    except ImportError:
        message = "the reading grade was not measured: the library pyphen is not installed"
        yield Finding(message, policy.title, help='pip install "privacylint[reading]", or turn reading-grade off')
        return
    syllables = sum(len(hyphens.positions(word)) + 1 for word in words)
    grade = round(0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59)
    if grade > MOST_GRADE:
        yield Finding(
            f"reading this text takes about {grade} years of school",
            policy.title,
            help="use shorter sentences and common words, most of all where rights are told",
        )

