"""
An age, a period, a date or an address that a translation of the policy does not have.

Readers of every language have to be told the same. A translation is not read as a text; looked for is only what looks
alike in all languages: an e-mail address, a telephone number, the digits of a date, and those of an age or a period of
more than twelve, which is seldom written as a word. Name the translations of a policy in the configuration
(`policies: [{path: privacy.md, translations: {de: privacy.de.md}}]`).

Source: GDPR Article 5(1)(a) and Article 12(1); Article 29 Working Party, WP260 rev.01 paragraph 13 (translations).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Good, Policy, Translation, rule

_NUMBER = re.compile(r"\d+")
_DURATION = re.compile(r"PT?(\d+)([YMWDH])")
_SPELLED = 12
"""Numbers up to this are often written as words."""
_NEAR = 24
"""How many characters the year of a date stands from its day at most."""
_REACHED = 7
"""How many digits at the end of a telephone number make it the same, however the country is written."""
_LARGER = {"H": 24, "D": 7, "M": 12}
"""How many make a larger unit, in which a translator may count instead: fourteen days are two weeks."""
_WANTED = ("age", "retention", "deadline", "date", "contact")
_DIGITS = "0123456789"


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 12(1)",),
    good=[
        Good(
            "You must be at least 16. Logs are deleted after 14 days. Questions: privacy@fern.example.\n",
            translations={"de": "Das Mindestalter ist 16. Logs werden nach zwei Wochen gel\u00f6scht (14 Tage): privacy@fern.example."},
        ),
        Good("Last updated: 3 March 2026\n", translations={"de": "Stand: 3. M\u00e4rz 2026"}),
        Good("Invoices are kept for ten years.\n", translations={"de": "Rechnungen bleiben zehn Jahre."}),
        "You must be at least 16.\n",
    ],
    bad=[
        Bad(
            "You must be at least 16 to use Fern.\n",
            at="You must be at least 16",
            message='the German translation (policy.de.md) nowhere has "16", an age here',
            translations={"de": "Fern ist ab 14 Jahren."},
        ),
        Bad(
            "Logs are deleted after 30 days.\n",
            at="30 days",
            translations={"fr": "Les journaux sont effac\u00e9s apr\u00e8s 90 jours."},
        ),
        Bad("Last updated: 3 March 2026\n", at="Last updated: 3 March 2026", translations={"de": "Stand: 1. Mai 2025"}),
        Bad("Fern answers questions: privacy@fern.example\n", at="privacy@fern.example", translations={"de": "Fragen: daten@farn.example"}),
    ],
)
def unlike_translation(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Each fact, once for each translation that lacks it."""
    for translation in claims.settings.translations:
        text = _Text(translation)
        told: set[str] = set()
        for claim in sorted((claim for kind in _WANTED for claim in claims.all(kind)), key=lambda claim: claim.span):
            lacking = text.lacks(policy, claim)
            if lacking and lacking not in told:
                told.add(lacking)
                yield Finding(
                    f'the {_language(translation.language)} translation ({translation.path}) nowhere has "{lacking}", {_CALLED[claim.kind]} here',
                    claim.span,
                    help="bring the translation up to date, or correct this text",
                )


_CALLED = {"age": "an age", "retention": "a period", "deadline": "a period", "date": "a date", "contact": "an address"}
_LANGUAGES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "pl": "Polish",
    "sv": "Swedish", "da": "Danish", "fi": "Finnish", "cs": "Czech", "ja": "Japanese", "zh": "Chinese", "ko": "Korean",
}  # fmt: skip


def _language(code: str) -> str:
    return _LANGUAGES.get(code) or _LANGUAGES.get(code.split("-")[0]) or code


class _Text:
    """A translation, as far as it can be compared: its numbers, in what order they stand, and its text."""

    def __init__(self, translation: Translation) -> None:
        # digits of other scripts are digits too
        self._text = "".join(str(int(one)) if one.isdecimal() else one for one in translation.text).lower()
        self._numbers = frozenset(found[0].lstrip("0") for found in _NUMBER.finditer(self._text))
        self._digits = "".join(one for one in self._text if one in _DIGITS)

    def lacks(self, policy: Policy, claim: Claim) -> str:
        """What of a claim the translation does not have, as the policy writes it; "" for nothing."""
        value = claim.value
        if claim.kind == "age":
            number = str(value["threshold"])
            return "" if int(number) <= _SPELLED or number in self._numbers else number
        if claim.kind in ("retention", "deadline"):
            return self._without_period(policy, claim)
        if claim.kind == "date":
            return "" if value["role"] == "other" or self._has_date(value["date"]) else policy.source.cut(claim.span)[-_NEAR:].strip(" :_*")
        address = str(value["address"])
        if value["type"] == "email":
            return "" if address.lower() in self._text else address
        if value["type"] == "phone":
            digits = "".join(one for one in address if one in _DIGITS)
            return "" if digits[-_REACHED:] in self._digits else address
        return ""

    def _without_period(self, policy: Policy, claim: Claim) -> str:
        found = _DURATION.fullmatch(str(claim.value["duration"]))
        written = policy.source.cut(claim.span)
        if not found or int(found[1]) <= _SPELLED or found[1] not in _NUMBER.findall(written):
            return ""
        larger, rest = divmod(int(found[1]), _LARGER.get(found[2], 1))
        may_be_another = not rest and found[2] in _LARGER and larger <= _SPELLED
        return "" if may_be_another or found[1] in self._numbers else written

    def _has_date(self, date: str) -> bool:
        year, _, rest = date.partition("-")
        day = rest.partition("-")[2].lstrip("0")
        places = (found.start() for found in re.finditer(rf"(?<!\d){year}(?!\d)", self._text))
        if not day:
            return any(True for _ in places)
        return any(day in {number.lstrip("0") for number in _NUMBER.findall(self._text[max(0, at - _NEAR) : at + _NEAR])} for at in places)
