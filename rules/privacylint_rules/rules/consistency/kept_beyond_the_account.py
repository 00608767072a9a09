"""
All personal data is said to go with the account or the contract, and is kept for a time beyond it elsewhere.

"We keep your personal data only as long as you have an account" tells the reader that closing the account ends it.
"Personal data is kept for two years after you close your account" says that it does not. A promise with an exception of
its own, a rest in backups, records the law asks for, and short spans that the deletion itself takes make no clash.

Source: GDPR Article 13(2)(a) and Article 5(1)(e).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.retention.lengths import in_days, in_words
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_ONLY = phrases(
    en=[
        "only [ever] (retain~|keep~|kept|store~|hold~|held|save~)",
        "(retain~|retained|keep~|kept|store|stored|hold|held) ...6 (only|solely|no longer than) (for|as|until|while|during)",
        "(all|any|entire|everything) ...6 (delete|deletes|deleted|erase|erased|remove|removed|destroyed|purged)",
        "(delete|deletes|deleted|erase|erased|remove|removed|destroyed|purged) ...3 (all|any|everything|entire)",
        "(retain|keep|store|hold) all ...6 (for|as|until|while)",
    ]
)
_BOUND = phrases(
    en=[
        "(unless|except|or longer|or as|or if|or where|legal|law|laws|required|necessary|needed|obligation~|dispute~|however|some|certain|may|backup~|within|generally|typically|normally|tax|account data|public)",
    ]
)
_OTHER_THING = phrases(
    en=["(law|laws|legal|legally|tax|accounting|statutory|obligation~|dispute~|claim~|fraud|backup~|back ups|aggregate~|anonym*|invoice~|billing|transaction~|required|security|abuse)"]
)
_PERSONAL = frozenset(("personal data", "personal information", "data", "information", "user data", "personal details", "customer data", "account data"))
_AFTER = frozenset(("account closure", "end of contract"))
_SHORT = 45
"""Days that the deletion itself may take."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(2)(a)",),
    good=[
        "We only keep your personal data as long as you have an account.\n\n## Invoices\n\nInvoices are kept for ten years after you close your account.\n",
        "We only keep your personal data as long as you have an account.\n\n## Closing\n\nPersonal data is deleted 30 days after you close your account.\n",
        "We keep your personal data as long as you have an account or the law asks for it.\n\n## Closing\n\nPersonal data is kept for two years after you close your account.\n",
    ],
    bad=[
        Bad(
            "We only keep your personal data as long as you have an account.\n\n## Closing\n\nPersonal data is kept for two years after you close your account.\n",
            at="as long as you have an account",
            related=("two years",),
            message='all personal data goes with the account here, but is kept for 2 years beyond it in "Closing" (line 5)',
        ),
        Bad(
            "When you close your account, we delete all of your data.\n\n## Closing\n\nYour data is retained for 12 months after account closure.\n",
            at="When you close your account",
            related=("12 months",),
        ),
    ],
)
def kept_beyond_the_account(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that all data goes with the account, with what keeps it longer."""
    kept = claims.all("retention")
    promises = [one for one in kept if one.value["duration"] == "account" and _whole(policy, one)]
    beyond = [one for one in kept if _outlasts(policy, one)]
    for promise in promises:
        broken = [one for one in beyond if _apart(promise, one) and scope.overlaps(promise.scope, one.scope) and promise.scope.product == one.scope.product]
        if broken:
            first = broken[0]
            yield Finding(
                f"all personal data goes with the account here, but is kept {_shown(first)} beyond it {elsewhere(policy, first)}",
                promise.span,
                related=tuple(Related(one.span, f"keeps it {_shown(one)} longer") for one in broken[:3]),
                help="say what is kept after the account ends, and for how long, where the promise is made",
            )
            return


def _whole(policy: Policy, claim: Claim) -> bool:
    sentence = claim.sentence
    if sentence is None or not scope.found(policy, _ONLY, sentence) or scope.found(policy, _BOUND, sentence):
        return False
    return _is_all(claim) or "all" in sentence.text.lower().split()


def _is_all(claim: Claim) -> bool:
    return claim.value["data"] in _PERSONAL


def _outlasts(policy: Policy, claim: Claim) -> bool:
    if claim.sentence is None or claim.value["from"] not in _AFTER or not _is_all(claim):
        return False
    return in_days(str(claim.value["duration"])) > _SHORT and not scope.found(policy, _OTHER_THING, claim.sentence)


def _apart(one: Claim, other: Claim) -> bool:
    first, second = one.sentence, other.sentence
    return first is not None and second is not None and first.block is not second.block and not (first.block.group and first.block.group == second.block.group)


def _shown(claim: Claim) -> str:
    return f"for {in_words(str(claim.value['duration']))}"
