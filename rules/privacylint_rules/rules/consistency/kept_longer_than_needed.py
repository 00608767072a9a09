"""
Data is kept no longer than needed in one place, and for longer in another.

"We keep your data only as long as we need it to provide the service" is a promise that Article 5 of the GDPR makes every
controller give. "We may keep your data indefinitely", "for as long as the law permits" or "for marketing, two years after
your contract has ended" takes it back: what the law permits is not what is needed. Time for claims, taxes and what else
the law asks for is no clash, nor is a promise that names its exception, nor data that is anonymous, public or your own
to delete.

Source: GDPR Article 5(1)(e) and Article 13(2)(a); California Civil Code section 1798.100(c).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Phrases, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.retention.alike import words_of
from privacylint_rules.retention.lengths import in_days
from privacylint_rules.rules.consistency._after_the_end import DELETING, is_after_the_end, kept_after
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_KEEP = "(keep~|kept|retain~|retained|store|stored|storing|stores|hold|held|holding|maintain|preserve~|save|saved)"
_ERASE = "(delete|erase|remove|destroy|dispose of|purge)"
_ERASED = "(deleted|erased|removed|destroyed|disposed of|purged|blocked)"
_WHAT = "(data|information|details|it|them|PII)"
_NEED = "(necessary|need|needed|needs|required|require|requires)"
_LAW = "(law|laws|regulation~|legislation)"

_ONLY_AS_NEEDED = phrases(
    en=[
        f"(limit~|restrict~) ...4 (storage|retention|period|time) ...10 {_NEED}",
        f"{_KEEP} ...8!(not|may) (shortest|minimum) ...1 (time|period|duration)",
        f"{_KEEP} ...10!(not|may) (just|merely|exclusively) [for] ...1 (as long as|so long as|until|while) ...6!(you) {_NEED}",
        "(once|when|as soon as|after) ...6!(account) (purpose|purposes) ...8!(not) (fulfilled|achieved|ceases|cease|met|served|accomplished|lapsed|satisfied|completed|applies) ...10!(not|may) (deleted|erased|removed|destroyed|delete|erase|blocked)",
        f"{_KEEP} ...8!(not|may) for the (period|time) ...3 {_NEED} ...4 (purpose~|achieve|fulfil|fulfill) !(or)",
        f"{_KEEP} ...14!(not|longer|may) (only|solely) (for)? ...3 (as long as|so long as|for the (time|period|duration)|while|until) ...8!(you) {_NEED}".replace(" (for)?", " [for]"),
        f"only ...2!(not) {_KEEP} ...12!(not|longer) (as long as|so long as|for the (time|period|duration)|while|until|when|if) ...8 {_NEED}",
        f"{_KEEP} ...12!(may) (no longer than|not longer than|no more than|not for longer than|for no longer than) ...8 {_NEED}",
        f"(not|never) ...2 {_KEEP} ...10!(may|card|password~) (longer than|for longer than|beyond [what]|more than) ...8 {_NEED}",
        f"(do not|don't|never|will not) {_KEEP} ...6!(card|password~) unless ...3!(you|law) {_NEED}",
        f"{_WHAT} ...6!(not) (deleted|erased|removed|destroyed) (as soon as|once|when) [it|they|we] ...4 no longer ...2 {_NEED}",
        f"({_ERASE[1:-1]}) ...5!(not) {_WHAT} ...3!(not) (as soon as|once|when) ...6!(account|you) (no longer ...3 {_NEED}|cease~ to be {_NEED}|not {_NEED} any (more|longer))",
        f"(when|once|as soon as|if) ...8!(account|you) (no longer ...3 {_NEED}|cease~ to be {_NEED}|not {_NEED} any (more|longer)) ...8!(not|may|you) ({_ERASE[1:-1]}|{_ERASED[1:-1]})",
        f"{_WHAT} ...6!(not|may) {_ERASED} ...3!(not) (as soon as|once|when) ...6!(account|you) (no longer ...3 {_NEED}|cease~ to be {_NEED}|serve~ (their|its) purpose|served (their|its) purpose|fulfilled (their|its) purpose)",
        f"(storage|retention) [(period|time|of (your|personal) (data|information))] ...2!(not) (limited|confined|restricted|kept) to ...4!(not) (minimum|{_NEED[1:-1]}|shortest)",
        f"{_KEEP} ...10!(not|may) (only|just|solely) ...3 (until|while|as long as) ...4 purpose~ ...8!(not) (achieved|fulfilled|met|served|accomplished|attained|exist~|reached)",
        f"(not|never) ...2 {_KEEP} ...8!(may|card|password~) (beyond|longer than|for longer than) ...3 (purpose~ ...3 (demands|demand|requires|require)|{_NEED})",
        f"{_KEEP} ...10!(not|may) (just|only) for (the|as long as) ...3 (time|period) ...3 {_NEED}",
        f"{_WHAT} ...3!(not|may) {_ERASED} (when|once|as soon as) ...2 not ...1 {_NEED} (anymore|any more|any longer)",
        f"(storage|retention) of ...4!(not) {_WHAT} ...2!(not) (limited|confined|restricted) to ...4!(not) {_NEED}",
        f"{_WHAT} no longer ...1 {_NEED} ...3!(not|may) {_ERASED}",
        f"{_WHAT} (which|that) (is|are) no longer ...2 {_NEED} ...4!(not|may) {_ERASED}",
        f"{_KEEP} ...10!(not|may) (strictly|purely|exclusively) for [as long as|so long as|the time] ...6!(you) {_NEED}",
        f"{_KEEP} ...10!(may) (only|solely|just|longer) ...4 (as long as|while|until|than) ...3 purpose~ ...4 (require~|demand~|exist~|last~|is fulfilled|has been fulfilled)",
        f"({_ERASE[1:-1]}|{_ERASED[1:-1]}) ...8!(not|may|account) (when|once|as soon as) ...3 (no further need|fulfilled (its|their|the) purpose|served (its|their|the) purpose|purpose ...4 no longer (applies|exists|given))",
        f"(unneeded|unnecessary|no longer needed|no longer required|superfluous) [personal] {_WHAT} ...4!(not|may) {_ERASED}",
    ]
)
_ALL_DATA = phrases(en=["(your|personal|collected|personally identifiable|user|any|all|identifiable|customer|the) [personal] (data|information|PII)", "PII", "^ (it|they|data|information|[the] (storage|retention)|your details)", "(limit|limits) ...1 (retention|storage)"])
"""What makes the promise one for all data, not for a recording or a form."""
_FOR_THE_SERVICE = phrases(
    en=[f"{_NEED} ...10 (provide|deliver|offer|perform|operate|run|fulfil|fulfill|supply|render|giving|providing) ...6 (service~|product~|contract|app|site|website|order~|account|them|these|request~)", f"(provide|deliver|offer|perform|operate) ...6 (service~|product~|contract|app) ...6 {_NEED}", f"{_NEED} ...4 (service~|contract)"]
)
_NOT_ONLY = phrases(en=["(purpose~|marketing|advertising|analytics|legitimate|business|interests|research|reasons|reason)"])
_BOUND = phrases(
    en=[
        "unless !(we)", "unless we (are|must|have|may)",
        "(except|or longer|however|indefinitely|backup~|log|logs|cookie~|card|password~|biometric|applicant~|candidate~|children|child~|(permitted|allowed|authorised|authorized) by|generally|typically|normally|usually|thereafter)",
    ]
)
_FOR_EVER = phrases(
    en=[
        f"{_KEEP} ...10!(not|only|anonym*|aggregate~) without ...2 (limit|limitation|limits|time limit|temporal)",
        "(we|I|company) never (delete|erase) [(any|your|the|our)] [user] [personal] (data|information) (you|that you) ...1 (give|gave|provide|provided|submit|submitted|entrust~)",
        "(data|information) (has|have) no ...1 (expiry|expiration|end|deletion) date",
        f"{_KEEP} ...8!(not|only|anonym*|aggregate~|as|until) (for ever|for good|for all time|for eternity|without (time limit|limit in time|any time limit|a time limit|an end date))",
        "(data|information|details) ...4!(not|only|anonym*|aggregate~|comment~|post~|public) (stored|kept|retained|held|archived) [by us] (permanently|for ever|for good|without (time limit|limit in time|any time limit))",
        "(data|information|details) ...2!(not|only) (remain|remains|stay|stays) ...6!(not|only|until|confidential|anonym*) (for ever|forever|permanently|indefinitely|without (time limit|limit in time|any time limit))",
        f"{_KEEP} ...10!(not|only|anonym*|aggregate~|as|until) (on file indefinitely|(for|over) (an indefinite|an unlimited|an undefined) (duration|time|period|length)|with no (time limit|limit|end date))",
        f"{_WHAT} ...6!(not|only|anonym*|aggregate~) {_KEEP} ...3!(not|until) for (an indefinite|an unlimited|an undefined) (duration|time|period|length)",
        f"{_WHAT} ...8!(not|never) permanent part of (our|the) (record~|file~|database~|archive~)",
        f"{_KEEP} ...5!(not|only) {_WHAT} ...3!(not|only) even (after|when|if|though) ...4 purpose~ ...3!(not) (ceased|fulfilled|achieved|lapsed|no longer)",
        "no time limit (for|on|to) ...3 (storage|retention|keeping|storing)",
        "nothing ...4!(not) (send|give|submit|provide|enter) ...3 (ever|is) ...1 (deleted|erased|removed)",
        "no (limit|limitation) (to|on|of) ...6!(liability) (keep|retain|store|hold|kept|retained|stored|retention)",
        "(data|information|details) ...6!(not|only|anonym*|aggregate~|comment~) archived ...2 (indefinitely|forever|permanently)",
        "(we|I|company) (do not|don't|never|will not) (delete|erase) [(any|your|the|our)] [user] [personal] (data|information) $",
        f"{_KEEP} ...14!(not|required|unless|longer|no) (as long as|for so long as|so long as) ...3!({_NEED[1:-1]}) legally (permissible|permitted|allowed|possible)",
        f"{_KEEP} ...10!(not|no) for (any|whatever|whichever) (length of time|period|time|duration)",
        f"(we|I|company|may|will|right to) ...6!(not|never|only) {_KEEP} ...14!(not|only|anonym*|aggregate~|aggregated|pseudonym*|comment~|post~|public|suppression|local|device) (indefinitely|forever|in perpetuity|perpetually|permanently|for an indefinite (period|time)|for an unlimited (period|time)|without (any)? limit [in|of|on] [time]|as long as we (want|wish|like|choose|see fit|please|deem))".replace(" (any)?", " [any]"),
        "(data|information|details) ...8!(not|only|anonym*|aggregate~|aggregated|comment~|post~|public) (kept|stored|retained|held|preserved) (indefinitely|forever|in perpetuity|perpetually|permanently|for an indefinite (period|time)|for an unlimited (period|time))",
        f"{_KEEP} ...16!(not|required|unless|longer) (as long as|for so long as|so long as|whenever|to the extent|to the (fullest|maximum|full) extent|for the (maximum|longest|full|entire|whole) (time|period|duration)|for the (time|period|time period|duration)|for any period|for the maximum [retention] period) ...4!(required|unless|{_NEED[1:-1]}) (permitted|allowed|permits|permit|allows|allow) ...3!(required) {_LAW}",
        f"(reserve~ the right to|entitled to|free to) {_KEEP} ...10!(required|unless|not|longer|necessary) (permitted|allowed) ...2 {_LAW}",
        f"{_KEEP} ...14!(not|required|unless|longer|no|only) (applicable)? {_LAW} (permits|allows|permit|allow)".replace(" (applicable)?", " [applicable]"),
    ]
)
_FOR_MARKETING = phrases(
    en=[
        f"{_KEEP} ...24!(not|unless|until) (marketing|advertising|promotional|newsletter~|analytics|research) ...16!(not|unless) <duration> (after|following|from|since)",
        f"{_KEEP} ...24!(not|unless) <duration> (after|following|from|since) ...16!(not|unless|account) (marketing|advertising|promotional|analytics|research)",
        "(marketing|advertising|promotional) ...22!(not|answer|respond) <duration> (after|following|since) ...6!(consent|unsubscribe~|opt) (end|ends|ended|expire~|expiry|terminate~|termination|cancel~|close~|closure|deletion|delete~|last|purchase~|subscription|contract)",
    ]
)
_STAYS = phrases(
    en=[
        "(do not|does not|don't|doesn't|never|not) automatically (delete~|erase|remove|deleted|erased|removed) ...24!(post~|comment~|if) (account|membership|registration) ...6 (closed|closure|deleted|terminated|cancelled|canceled|ends|inactive|ended)",
        "(account|membership) ...6 (closed|closure|deleted|terminated|cancelled|canceled|ends|inactive|ended) ...12!(post~|comment~|if) not automatically (delete~|erase|remove|deleted|erased|removed)",
        f"{_KEEP} ...10!(not|only|law) (data|information|details) ...10!(not|only) (even though|even if|even when|even after|although) ...6 no longer ...2 {_NEED}",
    ]
)
_NOT_MEANT = phrases(
    en=[
        "(anonym*|aggregate~|aggregated|pseudonym*|de identified|deidentified|statistic~|statistical|blockchain|ledger|suppression|do not contact|opt out list|block list|archiv*|public interest|historical)",
        "(comment~|public|publicly|posted|your device|local storage|browser|third party|third parties|partner~|cookie~|may not|cannot)",
        "(nothing|none) ...3 (kept|retained|stored|held)",
        "(not|never|no) ...2 (keep|retain|store|hold|indefinitely)",
        "(you (need|want|ask) us|legal claims|restrict~|restriction)",
    ]
)
_GENERAL = frozenset(("personal", "user", "customer", "collected", "identifiable"))
_MOST_SHOWN = 3

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(e)",),
    good=[
        "We keep your data no longer than necessary.\n\n## Law\n\nWe keep invoices for as long as tax law requires.\n",
        "We keep your data no longer than necessary, unless the law permits a longer time.\n\n## Law\n\nWe keep your data for as long as the law permits.\n",
        "We keep your data only as long as needed for the purposes named here.\n\n## Newsletter\n\nWe keep your address for marketing for two years after your last order.\n",
        "We keep your data no longer than necessary.\n\n## Statistics\n\nWe keep anonymous data indefinitely.\n",
    ],
    bad=[
        Bad(
            "We keep your data no longer than necessary for the purposes named here.\n\n## Storage\n\nWe may store your personal data for as long as the law permits.\n",
            at="keep your data no longer than necessary",
            related=("store your personal data for as long as the law permits",),
            message='data is kept no longer than needed here, but for longer in "Storage" (line 5)',
        ),
        Bad(
            "We only keep your data for as long as we need it to deliver our services.\n\n## Newsletter\n\n"
            "We keep your address for marketing for up to two years after your contract has ended.\n",
            at="only keep your data for as long as we need",
            related=("keep your address for marketing for up to two years after",),
        ),
        Bad(
            "We store your data only while it is needed.\n\n## Archive\n\nYour data is not automatically deleted after your account is closed.\n",
            at="store your data only while it is needed",
            related=("not automatically deleted after your account is closed",),
        ),
    ],
)
def kept_longer_than_needed(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise to keep no longer than needed, with the passages that keep longer."""
    promises = [one for one in _read(policy, _ONLY_AS_NEEDED) if says(policy, _ALL_DATA, one.sentence) and not says(policy, _BOUND, one.sentence)]
    if not promises:
        return
    longer = [one for wanted in (_FOR_EVER, _STAYS) for one in _read(policy, wanted) if not says(policy, _NOT_MEANT, one.sentence)]
    for_marketing: list[Statement | Claim] = [*_read(policy, _FOR_MARKETING), *_after_the_service(policy, claims)]
    for promise in promises:
        fixed = (one for one in for_marketing if one.section is not promise.sentence.section)
        beyond: list[Statement | Claim] = [*longer, *(fixed if _bound_to_the_service(policy, promise) else [])]
        broken = {one.sentence: one for one in reversed(beyond) if apart(promise, one) and _same_people(promise, one) and not _read_as_claims(claims, promise, one)}
        if broken:
            yield _finding(policy, promise, sorted(broken.values(), key=lambda one: one.span)[:_MOST_SHOWN])
            return


def _read(policy: Policy, wanted: Phrases) -> list[Statement]:
    found = (match for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading") and scope.is_statement(policy, match.sentence, examples=True))
    return ordered(Statement("kept", match, scope.scope_of(policy, match.sentence, match)) for match in found)


def _after_the_service(policy: Policy, claims: Claims) -> list[Statement | Claim]:
    """What keeps all data when the service is over: for no named time, or for longer than deleting it takes."""
    periods = [one for one in claims.all("retention") if one.sentence and one.value["duration"].startswith("P")]
    timed = {one.sentence for one in periods}
    stays = [one for one in kept_after(policy) if one.sentence not in timed]
    return [*stays, *(one for one in periods if in_days(one.value["duration"]) > DELETING and _of_all(one) and is_after_the_end(policy, one))]


def _of_all(claim: Claim) -> bool:
    return not words_of(claim.value["data"]) - _GENERAL


def _bound_to_the_service(policy: Policy, promise: Statement) -> bool:
    return says(policy, _FOR_THE_SERVICE, promise.sentence) and not says(policy, _NOT_ONLY, promise.sentence)


def _same_people(one: Statement, other: Statement | Claim) -> bool:
    return scope.overlaps(one.scope, other.scope) and {*one.scope.people} == {*other.scope.people}


def _read_as_claims(claims: Claims, promise: Statement, other: Statement | Claim) -> bool:
    """Whether both are read as periods of personal data, so that another rule compares them."""
    kept = claims.all("retention")
    forever = any(claim.sentence is other.sentence and claim.value["duration"] == "indefinite" and "personal" in claim.value["data"] for claim in kept)
    return forever and any(claim.sentence is promise.sentence and "personal" in claim.value["data"] for claim in kept)


def _finding(policy: Policy, promise: Statement, broken: list[Statement | Claim]) -> Finding:
    return Finding(
        f"data is kept no longer than needed here, but for longer {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(one.span, "keeps it for longer") for one in broken),
        help="name what is kept for longer, and why, where the promise is made",
    )
