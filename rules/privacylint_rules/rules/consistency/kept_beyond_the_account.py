"""
All personal data is said to go with the account or the contract, and is kept for a time beyond it elsewhere.

"We keep your personal data only as long as you have an account" tells the reader that closing the account ends it.
"Personal data is kept for two years after you close your account" says that it does not; nor does "we may keep your
information after you delete your account" go with "deleting your account erases everything". Two times for the data of
one closed account, 30 days here and twelve months there, clash as well. A promise with an exception of its own, a rest
in backups, records the law asks for, and short spans that the deletion itself takes make no clash.

Source: GDPR Article 13(2)(a) and Article 5(1)(e).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from privacylint.api import Bad, Claim, Claims, Finding, Phrases, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.retention.alike import words_of
from privacylint_rules.retention.lengths import in_days, in_words
from privacylint_rules.rules.consistency._after_the_end import (
    ACCOUNT,
    AFTER,
    CLOSE,
    CLOSED,
    DELETING,
    END,
    GONE,
    OTHER_THING,
    OWN_ENDS,
    kept_after,
    not_removed,
)
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, same_frame, says
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
_PERSONAL = frozenset(("personal data", "personal information", "data", "information", "user data", "personal details", "customer data", "account data"))
_MOST_SHOWN = 3

_ERASED = "(deleted|erased|removed|wiped|destroyed|purged|delete|erase|remove|wipe|destroy|purge|deletes|erases|removes|wipes|destroys|purges|gone|lost)"
_ALL = "(all|any|everything|entire|every|every trace|your data|your information|your personal (data|information))"
_NARROW = "(may|might|some|certain|except|unless|not|never|or|anonym*|request|ask|want|wish|can|public|device|posts)"
_GOES = phrases(
    en=[
        f"(your data|your information|your personal (data|information)|all ...4 (data|information)|everything) ...6!{_NARROW} {_ERASED} ...8!{_NARROW} (upon|when|once|after|on|with|as soon as) ...4!{_NARROW} {END}",
        f"{ACCOUNT} (deletion|closure|removal|termination) ...6!{_NARROW} {_ALL} ...8!{_NARROW} {_ERASED}",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {END} ...4!{_NARROW} (no longer|not|never) ...1 (hold|keep|store|retain|have|possess) ...3!(longer|access) (any|your|information|data)",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {END} ...3 (no|none|nothing) ...6!(sell|share) (kept|retained|stored|held|remains|remain|left)",
        f"(retain~|keep~|store~|hold~) (no|none|nothing) ...5!(longer) [(data|information)] ...3 (after|once|when|following) ...4!(inactive) {END}",
        f"(no|none|nothing) ...5!(sell|share) (data|information) ...4 (kept|retained|stored|held) ...3 (after|once|when|following) ...4!(inactive) {END}",
        f"(delete|close|cancel|terminate) ...3!(not) {ACCOUNT} ...1 (which|this|that|doing so) ...2!{_NARROW} {_ERASED} ...3!{_NARROW} {_ALL}",
        f"(deleting|closing|cancelling|canceling|terminating|removing) ...3!(not) {ACCOUNT} ...3!{_NARROW} (results in|result in|leads to|lead to|means|causes|triggers|entails) ...4!{_NARROW} (deletion|erasure|removal|loss|destruction) of ...2!{_NARROW} {_ALL}",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {CLOSE} ...3!{_NARROW} {ACCOUNT} ...8!{_NARROW} (all|any|everything|entire|every|your data|your information|your personal (data|information)|the data|the information) ...7!{_NARROW} {_ERASED}",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {CLOSE} ...3!{_NARROW} {ACCOUNT} ...6!{_NARROW} (we|I|this|it) ...4!{_NARROW} {_ERASED} ...3!{_NARROW} (all|everything|entire|every|any|your data|your information|your personal (data|information))",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} {CLOSED} ...3!{_NARROW} (all|any|everything|entire|every|your data|your information|your personal (data|information)|the data|the information) ...7!{_NARROW} {_ERASED}",
        f"(deleting|closing|cancelling|canceling|terminating|removing) ...3!{_NARROW} {ACCOUNT} ...5!{_NARROW} {_ERASED} ...2!{_NARROW} (all|everything|entire|every|your data|your information|your personal (data|information))",
        f"{ACCOUNT} (deletion|closure|removal|termination) ...4!{_NARROW} {_ERASED} ...2!{_NARROW} (all|everything|entire|every|your data|your information|your personal (data|information))",
        f"(all|everything|entire|every) ...8!{_NARROW} {_ERASED} ...4!{_NARROW} (when|if|once|upon|as soon as|with) ...3!{_NARROW} {CLOSE} ...3!{_NARROW} {ACCOUNT}",
        f"{_ERASED} ...3!{_NARROW} {_ALL} ...3!{_NARROW} (upon|on|at|after|with|when|once|as soon as) ...3!{_NARROW} ({END}|{GONE})",
        f"(complete|entire|whole|full) ...2!{_NARROW} (record|data|dataset|profile|history) ...3!{_NARROW} {_ERASED} ...3!{_NARROW} (upon|on|at|after|with|when|once|as soon as) ...3!{_NARROW} ({END}|{GONE})",
        f"(upon|on|at|after|with|when|once|as soon as) ...3!{_NARROW} ({END}|{GONE}) ...3!{_NARROW} (complete|entire|whole|full) ...2!{_NARROW} (record|records|data|dataset|profile|history) ...3!{_NARROW} {_ERASED}",
        f"{_ALL} ...8!{_NARROW} {_ERASED} ...5!{_NARROW} (upon|on|after|with|when|once|as soon as) ...3!{_NARROW} ({END}|{GONE})",
        f"(should you|with|by) ...2!{_NARROW} {END} ...4!{_NARROW} {_ALL} ...8!{_NARROW} {_ERASED}",
        f"{END} ...2!{_NARROW} (result in|results in|lead to|leads to|means|entails) ...4!{_NARROW} (deletion|erasure|removal|destruction) of ...2!{_NARROW} {_ALL}",
        f"(data|information) ...2!{_NARROW} {_ERASED} ...1 (in full|completely|entirely|fully) ...3!{_NARROW} (at|upon|on|when|after|with|once) ...2!{_NARROW} ({END}|{GONE})",
        f"(delete|close|cancel|remove) ...2!{_NARROW} {ACCOUNT} and ...2!{_NARROW} {_ALL} ...6!{_NARROW} (disappears|disappear|vanishes|{_ERASED})",
        f"(cancelling|canceling|deleting|closing|ending|terminating) ...3!{_NARROW} {ACCOUNT} ...4!{_NARROW} (results in|result in|leads to|lead to|means|causes) ...2!{_NARROW} {_ALL} ...6!{_NARROW} {_ERASED}",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} ({END}|{GONE}|(you|users) ...2 (delete|uninstall|remove) ...1 (app|application|extension|game)) ...4!{_NARROW} (we|I) (don't|do not|won't|will not|no longer) (store|keep|hold|retain|have) ...2 (any|your|data|information)",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} (you|users) (delete|uninstall|remove) ...1 (app|application|extension|game) ...2!{_NARROW} (no|none|nothing) ...6 (stays|remains|remain|stay|left|kept|stored)",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} ({END}|{GONE}) ...8!{_NARROW} {_ALL} ...8!{_NARROW} {_ERASED}",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} ({END}|{GONE}) ...8!{_NARROW} {_ERASED} ...3!{_NARROW} {_ALL}",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} ({END}|{GONE}) ...10!{_NARROW} (nothing|none of|no [personal] (data|information|trace|traces)) ...5 (remain|remains|left|stays|stay|survives|survive|kept|retained|stored)",
        f"(nothing|none of your|no [personal] (data|information|trace|traces)) ...6!(sell|share|cookie~|longer) (remain|remains|left|stays|stay|survives|survive|kept|retained|stored) ...6 (when|if|once|after|upon|as soon as) ...2!(not) ({END}|{GONE})",
        f"(when|if|once|after|upon|as soon as|by) ...2!{_NARROW} (uninstall~|removing|delete|deleting) [the|our|this] (app|application|extension|plugin|add on|game|software) ...8!{_NARROW} {_ALL} ...6!{_NARROW} ({_ERASED}|goes|disappears)",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} {END} ...8!{_NARROW} {_ALL} ...6!{_NARROW} (goes with it|go with it|disappears|disappear|vanishes|vanish|ceases to exist)",
        f"{ACCOUNT} (deletion|closure|removal|termination|cancellation) ...1!{_NARROW} (results in|result in|leads to|lead to|means|causes|triggers|entails) ...5!{_NARROW} (deletion|erasure|removal|loss|destruction) of ...2!{_NARROW} {_ALL}",
        f"(delete|close|cancel|terminate) ...3!(not) {ACCOUNT} ...5!(not) (which|this|that|doing so) ...3!{_NARROW} {_ERASED} ...3!{_NARROW} {_ALL}",
        f"(no|not|never) ...4!(sell|share|account) (retain~|keep~|store~|hold~|kept|retained|stored|held) ...5!(sell|share|longer) (data|information|anything) ...3!(longer) (after|once|when|if) ...4 {CLOSE} ...3 {ACCOUNT}",
    ]
)
"""Promises that an account takes all its data with it."""
_REFERS = phrases(en=["(section|below|above|described|set forth|set out|outlined|subject to|in accordance|according to|see)"])
"""A promise that names where its bounds stand."""
_ENDS = phrases(
    en=[
        f"(after|following|once|upon|when|if|beyond|of|from) ...6!(inactive|last|not) {CLOSE} ...4 ({ACCOUNT[1:-1]}|contract|agreement|subscription|services)",
        f"{ACCOUNT} (closure|deletion|termination|cancellation|is closed|is deleted|has been closed|has been deleted|is terminated)",
    ]
)
_WITHIN = phrases(
    en=[
        "(may|can|could|will) take [up to|at most|as long as|about|approximately] <duration> ...8!(not) (deleted|removed|erased|purged|delete|remove|erase)",
        "(delete~|deleted|erase~|erased|remove~|removed|purge~|purged|destroy~|destroyed) ...12!(after|not|may|until) (within|in|no later than|at the latest) ...3 <duration>",
        "(delete~|deleted|erase~|erased|remove~|removed|purge~|purged|destroy~|destroyed) ...12!(within|not|may|until) <duration> ...2 (after|following|from)",
    ]
)
"""Words for the time by which all is gone."""

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
        Bad(
            "Deleting your account erases all your data.\n\n## Closing\n\nEven after you delete your account, we may keep your information for business purposes.\n",
            at="Deleting your account erases all",
            related=("Even after you delete your account, we may keep your information",),
            message='the account takes all data with it here, but data is kept after it in "Closing" (line 5)',
        ),
        Bad(
            "Your personal data is removed within 30 days after you close your account.\n\n## Storage\n\nAfter you close your account, we keep some or all of your information for a year.\n",
            at="30 days",
            related=("a year",),
            message='the data of a closed account is gone within 30 days here, but kept for 1 year in "Storage" (line 5)',
        ),
    ],
)
def kept_beyond_the_account(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that all data goes with the account, with what keeps it longer."""
    yield from list(islice(chain(_timed(policy, claims), _untimed(policy, claims), _two_times(policy, claims)), 1))


def _timed(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """All data goes with the account, and data is kept for a time beyond it."""
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


def _untimed(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """All data goes with the account, and data is kept after it for no named time."""
    goes = [one for one in _read(policy, _GOES) if not says(policy, _BOUND, one.sentence) and not says(policy, _REFERS, one.sentence)]
    whole = [one for one in claims.all("retention") if one.value["duration"] == "account" and one.sentence and _whole(policy, one)]
    promises: list[Statement | Claim] = [*goes, *whole]
    broken = kept_after(policy) if promises else []
    for promise in promises:
        others = [one for one in broken if apart(promise, one) and same_frame(promise, one)]  # type: ignore[arg-type]
        if others:
            yield Finding(
                f"the account takes all data with it here, but data is kept after it {elsewhere(policy, others[0])}",
                promise.span,
                related=tuple(Related(one.span, "keeps data when the account is gone") for one in others[:_MOST_SHOWN])
                + tuple(Related(one.span, "may not remove it either") for one in not_removed(policy)[:1]),
                help="say what is kept after the account ends, and for how long, where the promise is made",
            )


def _read(policy: Policy, wanted: Phrases) -> list[Statement]:
    found = (match for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading") and not match.sentence.text.rstrip().endswith("?"))
    return ordered(Statement("account", match, scope.scope_of(policy, match.sentence, match)) for match in found)


def _two_times(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The data of a closed account is gone within one time, and kept for a longer one."""
    timed = [one for one in claims.all("retention") if one.sentence and one.value["duration"].startswith("P") and (_is_all(one) or not one.value["data"])]
    gone = [one for one in timed if _within(policy, one)]
    beyond = [one for one in timed if _is_all(one) and _after_the_end(policy, one) and not _within(policy, one) and _for_own_ends(policy, one)]
    for one in gone:
        for other in beyond:
            if in_days(other.value["duration"]) > 1.2 * in_days(one.value["duration"]) + 7 and _apart(one, other) and _not_told(one, other) and scope.overlaps(one.scope, other.scope):
                yield Finding(
                    f"the data of a closed account is gone within {in_words(str(one.value['duration']))} here, but kept {_shown(other)} {elsewhere(policy, other)}",
                    one.span,
                    related=(Related(other.span, f"keeps it {_shown(other)}"),),
                    help="settle on one time for the data of a closed account, or say which data each of them is for",
                )


def _after_the_end(policy: Policy, claim: Claim) -> bool:
    return claim.value["from"] in AFTER or bool(claim.sentence and says(policy, _ENDS, claim.sentence))


def _within(policy: Policy, claim: Claim) -> bool:
    """Whether it says by when everything of a closed account is deleted."""
    sentence = claim.sentence
    if sentence is None or not says(policy, _WITHIN, sentence):
        return False
    whole_block = policy.sentences_of(sentence.block)
    return _after_the_end(policy, claim) or any(says(policy, _ENDS, text) for text in whole_block if text.number < sentence.number)


def _for_own_ends(policy: Policy, claim: Claim) -> bool:
    return bool(claim.sentence) and (not says(policy, OTHER_THING, claim.sentence) or says(policy, OWN_ENDS, claim.sentence))  # type: ignore[arg-type]


def _not_told(one: Claim, other: Claim) -> bool:
    """Whether no other rule compares them: the same words for the data and the same clock."""
    return not one.value["data"] or words_of(one.value["data"]) != words_of(other.value["data"]) or one.value["from"] != other.value["from"]


def _whole(policy: Policy, claim: Claim) -> bool:
    sentence = claim.sentence
    if sentence is None or not scope.found(policy, _ONLY, sentence) or scope.found(policy, _BOUND, sentence):
        return False
    return _is_all(claim) or "all" in sentence.text.lower().split()


def _is_all(claim: Claim) -> bool:
    return claim.value["data"] in _PERSONAL


def _outlasts(policy: Policy, claim: Claim) -> bool:
    if claim.sentence is None or claim.value["from"] not in AFTER or not _is_all(claim):
        return False
    return in_days(str(claim.value["duration"])) > DELETING and not scope.found(policy, OTHER_THING, claim.sentence)


def _apart(one: Claim, other: Claim) -> bool:
    first, second = one.sentence, other.sentence
    return first is not None and second is not None and first.block is not second.block and not (first.block.group and first.block.group == second.block.group)


def _shown(claim: Claim) -> str:
    return f"for {in_words(str(claim.value['duration']))}"
