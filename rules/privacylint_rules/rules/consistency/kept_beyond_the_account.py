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
_OTHER_THING = phrases(
    en=["(law|laws|legal|legally|tax|accounting|statutory|obligation~|dispute~|claim~|fraud|backup~|back ups|aggregate~|anonym*|invoice~|billing|transaction~|required|security|abuse)"]
)
_PERSONAL = frozenset(("personal data", "personal information", "data", "information", "user data", "personal details", "customer data", "account data"))
_AFTER = frozenset(("account closure", "end of contract"))
_SHORT = 45
"""Days that the deletion itself may take."""

_ACCOUNT = "(account~|profile~|registration|membership)"
_CLOSE = "(close~|closed|closing|closure|delete~|deleting|deletion|cancel~|cancelling|canceling|cancellation|terminate~|terminating|termination|deactivate~|deactivation|remove~|leave|left|end)"
_ERASED = "(deleted|erased|removed|wiped|destroyed|purged|delete|erase|remove|wipe|destroy|purge|deletes|erases|removes|wipes|destroys|purges|gone|lost)"
_CLOSED = f"{_ACCOUNT} (is|has been|gets|was) (closed|deleted|terminated|cancelled|canceled|removed|deactivated|gone|no longer active)"
_END = f"({_CLOSED}|{_CLOSE} ...4!(not) {_ACCOUNT}|{_ACCOUNT} (closure|deletion|termination|cancellation|removal))"
_ALL = "(all|any|everything|entire|every|every trace|your data|your information|your personal (data|information))"
_NARROW = "(may|might|some|certain|except|unless|not|never|or|anonym*|request|ask|want|wish|can|public|device|posts)"
_GOES = phrases(
    en=[
        f"(your data|your information|your personal (data|information)|all ...4 (data|information)|everything) ...6!{_NARROW} {_ERASED} ...8!{_NARROW} (upon|when|once|after|on|with|as soon as) ...4!{_NARROW} {_END}",
        f"{_ACCOUNT} (deletion|closure|removal|termination) ...6!{_NARROW} {_ALL} ...8!{_NARROW} {_ERASED}",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {_END} ...4!{_NARROW} (no longer|not|never) ...1 (hold|keep|store|retain|have|possess) ...3!(longer|access) (any|your|information|data)",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {_END} ...3 (no|none|nothing) ...6!(sell|share) (kept|retained|stored|held|remains|remain|left)",
        f"(retain~|keep~|store~|hold~) (no|none|nothing) ...5!(longer) [(data|information)] ...3 (after|once|when|following) ...4!(inactive) {_END}",
        f"(no|none|nothing) ...5!(sell|share) (data|information) ...4 (kept|retained|stored|held) ...3 (after|once|when|following) ...4!(inactive) {_END}",
        f"(delete|close|cancel|terminate) ...3!(not) {_ACCOUNT} ...1 (which|this|that|doing so) ...2!{_NARROW} {_ERASED} ...3!{_NARROW} {_ALL}",
        f"(deleting|closing|cancelling|canceling|terminating|removing) ...3!(not) {_ACCOUNT} ...3!{_NARROW} (results in|result in|leads to|lead to|means|causes|triggers|entails) ...4!{_NARROW} (deletion|erasure|removal|loss|destruction) of ...2!{_NARROW} {_ALL}",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {_CLOSE} ...3!{_NARROW} {_ACCOUNT} ...8!{_NARROW} (all|any|everything|entire|every|your data|your information|your personal (data|information)|the data|the information) ...7!{_NARROW} {_ERASED}",
        f"(when|if|once|after|upon|as soon as) ...4!{_NARROW} {_CLOSE} ...3!{_NARROW} {_ACCOUNT} ...6!{_NARROW} (we|I|this|it) ...4!{_NARROW} {_ERASED} ...3!{_NARROW} (all|everything|entire|every|any|your data|your information|your personal (data|information))",
        f"(when|if|once|after|upon|as soon as) ...2!{_NARROW} {_CLOSED} ...3!{_NARROW} (all|any|everything|entire|every|your data|your information|your personal (data|information)|the data|the information) ...7!{_NARROW} {_ERASED}",
        f"(deleting|closing|cancelling|canceling|terminating|removing) ...3!{_NARROW} {_ACCOUNT} ...5!{_NARROW} {_ERASED} ...2!{_NARROW} (all|everything|entire|every|your data|your information|your personal (data|information))",
        f"{_ACCOUNT} (deletion|closure|removal|termination) ...4!{_NARROW} {_ERASED} ...2!{_NARROW} (all|everything|entire|every|your data|your information|your personal (data|information))",
        f"(all|everything|entire|every) ...8!{_NARROW} {_ERASED} ...4!{_NARROW} (when|if|once|upon|as soon as|with) ...3!{_NARROW} {_CLOSE} ...3!{_NARROW} {_ACCOUNT}",
        f"(no|not|never) ...4!(sell|share|account) (retain~|keep~|store~|hold~|kept|retained|stored|held) ...5!(sell|share|longer) (data|information|anything) ...3!(longer) (after|once|when|if) ...4 {_CLOSE} ...3 {_ACCOUNT}",
    ]
)
"""Promises that an account takes all its data with it."""
_REFERS = phrases(en=["(section|below|above|described|set forth|set out|outlined|subject to|in accordance|according to|see)"])
"""A promise that names where its bounds stand."""
_STAYS = phrases(
    en=[
        f"(information|data|details|content|copies|records) ...5!(not|only|no|anonym*) (retained|kept|stored|held|archived|preserved|persist|persists|survive|survives|linger) ...8!(not|only|until|backup~|device~|as) (after|even after|following|when|even when|even if|upon|beyond) ...4!(not|inactive) {_END}",
        f"(retain|keep|store|hold|maintain) ...8!(not|only|never|until|anonym*|aggregate~|as) (information|data|details|content|copies) ...10!(only|not|until|active|exists) (after|following|even after|even if|even when|beyond) ...4!(not|inactive) {_END}",
        f"(after|following|even after|once|when|if|even if|even when|upon) ...4!(not|inactive) {_END} ...8!(not|only|never|until|delete|erase|anonym*) (retain|keep|store|hold|maintain|preserve) ...8!(anonym*|aggregate~|only|law) (information|data|details|content|copies|history|it)",
        f"(deleting|closing|cancelling|canceling|terminating) ...3 {_ACCOUNT} (does not|will not|doesn't|won't) ...3 (delete|erase|remove|mean) ...5!(public|publicly|posted|shared|others|device|cancel) (data|information|content|everything)",
        "(closed|deleted|terminated|cancelled) accounts ...6!(not|only|until) (kept|retained|stored|held|archived)",
        f"(after|following|even after|once|when|if|even if|upon) ...4!(not|inactive) {_CLOSE} ...4!(not) {_ACCOUNT} ...12!(not|only|never|until|delete|erase|anonym*) (retain|keep|store|hold|maintain|preserve|retained|kept|stored|remain|remains) ...6!(anonym*|aggregate~|only) (information|data|details|content|copies|it)",
        f"(after|following|even after|once|when|if|even if|upon) ...4!(not|inactive) {_CLOSE} ...4!(not) {_ACCOUNT} ...4!(not|only|never|until|anonym*) (information|data|details|content|copies) ...6!(not|only|never|until|anonym*|aggregate~|deleted) (retained|kept|stored|remain|remains|held|preserved)",
        f"(information|data|details|content|copies) ...2!(not|only|no) (remain|remains|stay|stays) ...8!(not|only|no|until|backup~|device~) (after|even after|when|even when|even if) ...3!(not|inactive) ({_CLOSED}|{_CLOSE} ...3 {_ACCOUNT})",
        f"(retain|keep|store|hold|maintain|retained|kept|stored|held) ...8!(not|only|never|until|anonym*|aggregate~|as) (information|data|details|content|copies) ...10!(only|not|until|active|exists) (after|following|even after|even if|even when) ...6!(not|inactive) {_CLOSE} ...4 {_ACCOUNT}",
    ]
)
_OWN_ENDS = phrases(en=["(business|marketing|advertising|analytics|analysis|research|improve~|improvement|indefinitely|forever|commercial|other purposes|payment|queries|some or all|all of your|our own|our interests)"])
"""Ends of the company's own, which the law does not ask for."""
_ENDS = phrases(
    en=[
        f"(after|following|once|upon|when|if|beyond|of|from) ...6!(inactive|last|not) {_CLOSE} ...4 ({_ACCOUNT[1:-1]}|contract|agreement|subscription|services)",
        f"{_ACCOUNT} (closure|deletion|termination|cancellation|is closed|is deleted|has been closed|has been deleted|is terminated)",
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
    yield from list(islice(chain(_timed(policy, claims), _untimed(policy), _two_times(policy, claims)), 1))


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


def _untimed(policy: Policy) -> Iterator[Finding]:
    """All data goes with the account, and data is kept after it for no named time."""
    promises = [one for one in _read(policy, _GOES) if not says(policy, _BOUND, one.sentence) and not says(policy, _REFERS, one.sentence)]
    broken = [one for one in _read(policy, _STAYS) if not says(policy, _OTHER_THING, one.sentence) or says(policy, _OWN_ENDS, one.sentence)] if promises else []
    for promise in promises:
        other = next((one for one in broken if apart(promise, one) and same_frame(promise, one)), None)
        if other:
            yield Finding(
                f"the account takes all data with it here, but data is kept after it {elsewhere(policy, other)}",
                promise.span,
                related=(Related(other.span, "keeps data when the account is gone"),),
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
    return claim.value["from"] in _AFTER or bool(claim.sentence and says(policy, _ENDS, claim.sentence))


def _within(policy: Policy, claim: Claim) -> bool:
    """Whether it says by when everything of a closed account is deleted."""
    sentence = claim.sentence
    if sentence is None or not says(policy, _WITHIN, sentence):
        return False
    whole_block = policy.sentences_of(sentence.block)
    return _after_the_end(policy, claim) or any(says(policy, _ENDS, text) for text in whole_block if text.number < sentence.number)


def _for_own_ends(policy: Policy, claim: Claim) -> bool:
    return bool(claim.sentence) and (not says(policy, _OTHER_THING, claim.sentence) or says(policy, _OWN_ENDS, claim.sentence))  # type: ignore[arg-type]


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
    if claim.sentence is None or claim.value["from"] not in _AFTER or not _is_all(claim):
        return False
    return in_days(str(claim.value["duration"])) > _SHORT and not scope.found(policy, _OTHER_THING, claim.sentence)


def _apart(one: Claim, other: Claim) -> bool:
    first, second = one.sentence, other.sentence
    return first is not None and second is not None and first.block is not second.block and not (first.block.group and first.block.group == second.block.group)


def _shown(claim: Claim) -> str:
    return f"for {in_words(str(claim.value['duration']))}"
