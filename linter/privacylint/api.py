"""Everything a plugin may import, on one screen; the promise we keep stable."""

from privacylint.changes import Change, Changes, Version, compare, duration_in_words, in_days
from privacylint.claims import EVERYWHERE, Base, Claim, Claims, Extractor, Facts, Said, Scope, Translation, extractor
from privacylint.days import in_words as day_in_words
from privacylint.hooks import hookimpl
from privacylint.phrases import Match, PhraseError, Phrases
from privacylint.policy import Block, Comment, Entry, Link, Policy, Section, Sentence, Text
from privacylint.rule import Bad, Disclosure, Edit, Finding, Fix, Good, Regime, Related, Rule, rule
from privacylint.source import Place, Source, Span

PLUGIN_API = 1
"""The version of this interface; a plugin may state the one it was written for."""

__all__ = [
    "EVERYWHERE",
    "PLUGIN_API",
    "Bad",
    "Base",
    "Block",
    "Change",
    "Changes",
    "Claim",
    "Claims",
    "Comment",
    "Disclosure",
    "Edit",
    "Entry",
    "Extractor",
    "Facts",
    "Finding",
    "Fix",
    "Good",
    "Link",
    "Match",
    "PhraseError",
    "Phrases",
    "Place",
    "Policy",
    "Regime",
    "Related",
    "Rule",
    "Said",
    "Scope",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Text",
    "Translation",
    "Version",
    "compare",
    "day_in_words",
    "duration_in_words",
    "extractor",
    "hookimpl",
    "in_days",
    "rule",
]
