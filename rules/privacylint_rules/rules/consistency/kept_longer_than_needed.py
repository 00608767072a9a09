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

from privacylint.api import Bad, Claims, Finding, Phrases, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_KEEP = "(keep~|kept|retain~|retained|store|stored|storing|stores|hold|held|holding|maintain|preserve~|save|saved)"
_WHAT = "(data|information|details|it|them|PII)"
_NEED = "(necessary|need|needed|needs|required|require)"
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
        f"(delete|erase|remove|destroy) ...5!(not) {_WHAT} (as soon as|once|when) ...4 no longer ...2 {_NEED}",
    ]
)
_ALL_DATA = phrases(en=["(your|personal|personally identifiable|user|any|all|identifiable|customer|the) [personal] (data|information|PII)", "PII", "^ (it|they|data|information)"])
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
        "(not|never|no) ...2 (keep|retain|store|hold|indefinitely)",
        "(you (need|want|ask) us|legal claims|restrict~|restriction)",
    ]
)
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
    for_marketing = _read(policy, _FOR_MARKETING)
    for promise in promises:
        fixed = (one for one in for_marketing if one.sentence.section is not promise.sentence.section)
        beyond = [*longer, *(fixed if _bound_to_the_service(policy, promise) else [])]
        broken = {one.sentence: one for one in reversed(beyond) if apart(promise, one) and _same_people(promise, one) and not _read_as_claims(claims, promise, one)}
        if broken:
            yield _finding(policy, promise, sorted(broken.values(), key=lambda one: one.span)[:_MOST_SHOWN])
            return


def _read(policy: Policy, wanted: Phrases) -> list[Statement]:
    found = (match for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading") and scope.is_statement(policy, match.sentence, examples=True))
    return ordered(Statement("kept", match, scope.scope_of(policy, match.sentence, match)) for match in found)


def _bound_to_the_service(policy: Policy, promise: Statement) -> bool:
    return says(policy, _FOR_THE_SERVICE, promise.sentence) and not says(policy, _NOT_ONLY, promise.sentence)


def _same_people(one: Statement, other: Statement) -> bool:
    return scope.overlaps(one.scope, other.scope) and {*one.scope.people} == {*other.scope.people}


def _read_as_claims(claims: Claims, promise: Statement, other: Statement) -> bool:
    """Whether both are read as periods of personal data, so that another rule compares them."""
    kept = claims.all("retention")
    forever = any(claim.sentence is other.sentence and claim.value["duration"] == "indefinite" and "personal" in claim.value["data"] for claim in kept)
    return forever and any(claim.sentence is promise.sentence and "personal" in claim.value["data"] for claim in kept)


def _finding(policy: Policy, promise: Statement, broken: list[Statement]) -> Finding:
    return Finding(
        f"data is kept no longer than needed here, but for longer {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(one.span, "keeps it for longer") for one in broken),
        help="name what is kept for longer, and why, where the promise is made",
    )
