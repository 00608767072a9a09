"""
The policy is not in English, the only language that is read.

Rules look for English wordings. In a text in another language they find next to nothing, which must not be taken for a
clean result. Have the English version checked, and declare this one as its translation: then its addresses, dates, ages
and periods are compared (`policies: [{path: privacy.md, translations: {de: privacy.de.md}}]`).

Source: GDPR Article 12(1) (plain language) is met by texts in any language; this is a limit of the tool.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, rule

_COMMON = frozenset(
    ("the", "of", "and", "to", "we", "i", "you", "your", "or", "for", "that", "with", "by", "are", "is", "this", "our", "may", "not", "data")
)
_LEAST = 30
"""Fewer words tell nothing."""
_SHARE = 12
"""English prose has one of the common words in three or four; lists of English terms still one in twelve."""


@rule(
    severity="warning",
    confidence="high",
    good=[
        "We keep your notes on our own server and tell nobody what is in them. You may ask for a copy, and we send it to you by mail. "
        "When you leave, all that is yours goes with you.",
        "Wir verkaufen nichts.",
    ],
    bad=[
        Bad(
            "Deine Notizen liegen auf unserem eigenen Server. Niemand liest sie, niemand wertet sie aus. Wer eine Kopie haben will, "
            "schreibt uns, und wir schicken sie innerhalb weniger Tage. Beim Abschied nimmst du alles mit, und bei uns bleibt nichts.",
            at="Deine Notizen liegen auf unserem eigenen Server. Niemand liest sie, niemand wertet sie aus. Wer eine Kopie haben will, "
            "schreibt uns, und wir schicken sie innerhalb weniger Tage. Beim Abschied nimmst du alles mit, und bei uns bleibt nichts.",
            message="this text is not in English, the only language that is read: what it says was not checked",
        )
    ],
)
def unread_language(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """One finding for a text in which the commonest English words hardly stand."""
    forms = [form for form in policy.words.forms if form]
    if len(forms) >= _LEAST and sum(form in _COMMON for form in forms) * _SHARE < len(forms):
        yield Finding(
            "this text is not in English, the only language that is read: what it says was not checked",
            policy.title,
            help="check the English version and declare this one as its translation, or leave it out (exclude)",
        )
