"""Data used for ends beyond the service itself: marketing, advertising, research."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Claims, Match, Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.ontology import ALL_DATA, PERSONAL, PURPOSES
from privacylint_rules.promises import is_plain_practice
from privacylint_rules.rules.consistency._statements import Statement
from privacylint_rules.words import phrases

FAR = frozenset({"marketing", "advertising", "targeted-advertising", "research"})
"""Purposes nobody counts as a part of the service."""

_TRACKED = frozenset({"usage-data", "browsing-history", "device-data", "device-id", "log-data", "search-queries", "purchase-data", "profile-data", "online-identifier", "cookie-id"})
"""What is known of people by what they do."""

_NEAR = 2
"""How many sentences consent reaches."""

# --- words -----------------------------------------------------------------------------------------------------------

_NOT_FAR = phrases(
    en=[
        "(promote|promotes|promoting|market) ...2 (safety|security|health*|wellbeing|well being|privacy|community|understanding|a)",
        "study (activity|history|progress|habits|material~|set~|time)",
        "(asked us not|objected|object to|opt* out|unsubscribe~|withdraw~)",
        "(consent|consented|opt in|opted in|permission|if you (agree|choose|wish|allow))",
        "(no|not|never|without) ...6 (marketing|advertising|ads|advertisers|research|promotional)",
        "(advertiser's|our customers|its customers|their own|client~|applicant~|candidate~|for example if|such as when you)",
    ]
)
_NOBODY = phrases(en=["(anonymous|anonymous*|anonymised|anonymized|aggregated|aggregate|de identified|deidentified|pseudonymised|non personal|statistical)"])
_AGREED = phrases(en=["by (accepting|agreeing|consenting|opting)", "(if|once|when|where) you (accept|agree|consent|opt in|allow)", "(with|on|upon) your [prior|explicit] (consent|agreement|permission)"])
_OPEN_REFERENCE = phrases(
    en=[
        "(following|described|set out|set forth|outlined|listed|specified|stated|identified|explained|mentioned|indicated|above|below|these purposes|such purposes|those purposes|other (legitimate|lawful)|for which|permitted|agreed|disclosed|various)",
        "(unless|except|consent|permission|if you|when you|where you|otherwise|without your|generally|typically|in general|mainly|primarily|mostly)",
        "(this|these|such|that) [personal] (data|information|details|form|page|service|feature~|request~)",
        "(sensitive|payment|card|health|biometric|financial|children's|student~|child~|location|google|facebook|apple|twitter) ...2 (data|information|details|account)",
    ]
)
_SPECIAL_HEADING = phrases(
    en=[
        "(contact*|form|newsletter~|subscri*|comment~|job~|applicant~|career~|recruit*|support|survey~|contest~|verif*|request~|children*|child|kids|minor~|student~|google|facebook|apple|cookie~|log~|payment~|location|camera|microphone|biometric|california|rights|third|provider~|transfer~|event~|forum|api|vendor~|processor~|order~|crash)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


def far_uses(policy: Policy, claims: Claims, *, watched: bool = False) -> Iterator[Claim]:
    """Plain statements that we use or collect personal data for ends beyond the service.

    With `watched` also what is known of visits and is called anonymous.
    """
    for claim in claims.all("practice", actor="us", denied=False):
        value = claim.value
        if value["action"] not in ("use", "collect") or not far_ends(claim) or claim.sentence is None or not _is_plain(claim, watched):
            continue
        if value["narrowed"] or "consent" in value["basis"] or scope.found(policy, _NOT_FAR, claim.sentence) or _after_consent(policy, claim.sentence):
            continue
        if watched or not scope.found(policy, _NOBODY, claim.sentence):
            yield claim


def _after_consent(policy: Policy, sentence: Sentence) -> bool:
    """Whether the sentences just before it in its paragraph say that people agree to this."""
    earlier = (policy.sentences[sentence.number - back] for back in range(1, min(_NEAR, sentence.number) + 1))
    return any(one.block is sentence.block and scope.found(policy, _AGREED, one) for one in earlier)


def _is_plain(claim: Claim, watched: bool) -> bool:
    data = [one for one in claim.value["data"] if one != "anonymous-data"]
    if watched and "anonymous-data" in claim.value["data"]:
        return is_plain_practice(claim._replace(value={**claim.value, "data": data}))
    return bool({*data} & (PERSONAL | ALL_DATA | _TRACKED)) and is_plain_practice(claim)


def far_ends(claim: Claim) -> list[str]:
    """The purposes of a claim that are beyond the service."""
    return [one for one in claim.value["purposes"] if one in FAR]


def is_general(policy: Policy, match: Match) -> bool:
    """Whether a promise speaks of all personal data of everyone, and says by itself what it is bound to."""
    sentence = match.sentence
    if scope.found(policy, _OPEN_REFERENCE, sentence) or sentence.text.rstrip().endswith((":", "?")):
        return False
    heading = sentence.section.heading
    titles = policy.sentences_of(heading) if heading else ()
    return not any(scope.found(policy, _SPECIAL_HEADING, title) for title in titles)


def is_meant(promise: Statement, claim: Claim) -> bool:
    """Whether a promise covers what a claim is about: another paragraph, and people and places that it holds for."""
    sentence = claim.sentence
    if sentence is None or sentence.block is promise.sentence.block or not scope.overlaps(promise.scope, claim.scope):
        return False
    return scope.contains(promise.scope._replace(product=None), claim.scope)


def shown(ends: list[str]) -> str:
    """How a message calls purposes: two at most."""
    return " and ".join(PURPOSES[one].shown for one in dict.fromkeys(ends[:2]))
