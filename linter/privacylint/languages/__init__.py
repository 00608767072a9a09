"""
What the engine knows of a language: its inflections, numbers, months, units and place names. Data, one set a language.

Another language is another set of `<code>_grammar.py` and `<code>_places.py`; nothing here holds a privacy word.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

LANGUAGES = ("en",)
_VOWELS = frozenset("aeiou")


@cache
def grammar(language: str) -> Any:
    """The grammar data of a language. Raises LookupError for a language that has none."""
    if language not in LANGUAGES:
        raise LookupError(f"no grammar for language {language!r}")
    return import_module(f"privacylint.languages.{language}_grammar")


@cache
def places(language: str) -> Any:
    """The place names of a language. Raises LookupError for a language that has none."""
    if language not in LANGUAGES:
        raise LookupError(f"no place names for language {language!r}")
    return import_module(f"privacylint.languages.{language}_places")


def inflect(word: str, language: str) -> frozenset[str]:
    """The forms of a word as noun and as verb, itself among them.

    Forms that do not exist do no harm, since no text holds them; a form that is missing would be a miss.
    """
    if language != "en":
        return frozenset((word,))
    return _english(word)


@cache
def _english(word: str) -> frozenset[str]:
    irregular = grammar("en").IRREGULAR.get(word)
    forms = {word, *(irregular or ())}
    last, before = word[-1:], word[-2:-1]
    if last == "y" and before not in _VOWELS:
        forms |= {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    elif last == "e":
        forms |= {word + "s", word + "d", word[:-1] + "ing"}
        if word.endswith("ie"):
            forms.add(word[:-2] + "ying")
    else:
        forms |= {word + "s", word + "ed", word + "ing"}
        if word.endswith(("s", "x", "z", "ch", "sh", "o")):
            forms.add(word + "es")
        if len(word) > 2 and last not in "aeiouwxy" and before in _VOWELS and word[-3:-2] not in _VOWELS:
            forms |= {word + last + "ed", word + last + "ing"}
    forms |= {form + ("'" if form.endswith("s") else "'s") for form in (word, word + "s")} | {word + "s'"}
    return frozenset(forms)
