"""Everything a plugin may import, on one screen; the promise we keep stable."""

from privacylint.claims import EVERYWHERE, Claim, Claims, Extractor, Said, Scope, extractor
from privacylint.phrases import Match, PhraseError, Phrases
from privacylint.plugins import hookimpl
from privacylint.policy import Block, Comment, Entry, Link, Policy, Section, Sentence, Text
from privacylint.rule import Bad, Disclosure, Edit, Finding, Fix, Good, Regime, Related, Rule, rule
from privacylint.source import Place, Source, Span

PLUGIN_API = 1
"""The version of this interface; a plugin may state the one it was written for."""

__all__ = [
    "EVERYWHERE",
    "PLUGIN_API",
    "Bad",
    "Block",
    "Claim",
    "Claims",
    "Comment",
    "Disclosure",
    "Edit",
    "Entry",
    "Extractor",
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
    "extractor",
    "hookimpl",
    "rule",
]
