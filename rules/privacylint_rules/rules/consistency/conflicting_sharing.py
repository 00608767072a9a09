"""
Data that nobody is to receive in one place, and that goes to others in another.

A reader who has been told that data is shared with nobody stops reading there; an authority or a court reads on. The
promise must be unqualified: one that holds "except as described", for a purpose, or for some data or people agrees with
a disclosure outside its bounds, and one that is bound by its purpose is broken by a disclosure for that very purpose
only. Disclosure that the law demands, that comes with a sale of the company, or that the
reader asked for breaks no such promise. Those who work for the company (payment, hosting) are reported as a warning,
since some policies do not count them as third parties.

Source: Section 5 FTC Act (deceptive statements); Article 5(1)(a) and 13(1)(e) GDPR; Andow et al., "PolicyLint", USENIX
Security 2019.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import ALL_DATA, OUTSIDERS, PURPOSES, named_services, within
from privacylint_rules.practice.nouns import PLAIN
from privacylint_rules.promises import (
    MOST_PROMISES,
    covers,
    data_in_common,
    is_disclosure,
    is_plain_promise,
    is_purpose_promise,
    outsiders,
    said_again,
    same_frame,
    shown_data,
    shown_recipients,
)
from privacylint_rules.words import phrases

_MOST_SHOWN = 6
_SHORT = 3
_ENOUGH_WORDS = 2

# --- words -----------------------------------------------------------------------------------------------------------

_THEIR_OWN = phrases(en=["(their|own|direct) ...2 marketing", "(their|its) ...2 (advertising|promotional) purposes"])
_SHOWS_ADS = phrases(en=["(show|shows|serve|serves|display|displays|deliver|delivers|provide|provides|shown|served|displayed|delivered) ...5!(not|no|never) (ads|advertisements|advertising|adverts|banners)", "(ads|advertisements|advertising|adverts|banners) ...4!(not|no|never) (shown|served|displayed|delivered|provided)"])
_NO_ADS = phrases(en=["(not|never|no|without|consent|opt out|disable~|non personalised|non personalized|contextual|link~|premium)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 5(1)(a)", "GDPR Art. 13(1)(e)"),
    good=[
        "We do not share your personal data with third parties, except as described below.\n\n## Partners\n\nWe share your e-mail address with our advertising partners.\n",
        "We never share your phone number with anyone.\n\n## Partners\n\nWe share your order history with our advertising partners.\n",
        "We do not share your data with third parties for their own marketing.\n\n## Help\n\nWe share your data with our service providers.\n",
        "We do not share your personal data with anyone.\n\n## Law\n\nWe may disclose your personal data if a court orders us to.\n",
        "We do not share your data with third parties for marketing.\n\n## Help\n\nWe share your data with our partners to prevent fraud.\n",
        "We do not share your personal data with anyone.\n\n## Statistics\n\nWe share aggregated data with our advertisers.\n",
    ],
    bad=[
        Bad(
            "We never share your personal data with third parties.\n\n## Advertising\n\nWe share your e-mail address with our advertising partners.\n",
            at="We never share your personal data with third parties",
            related=("We share your e-mail address with our advertising partners",),
            message='personal data goes to no third party here, but to advertisers in "Advertising" (line 5)',
        ),
        Bad(
            "Your personal information is never disclosed to anyone.\n\n## Orders\n\nWe pass your name and address to our payment processor.\n",
            at="Your personal information is never disclosed to anyone",
            related=("We pass your name and address to our payment processor",),
        ),
        Bad(
            "We do not share your data with third parties for marketing.\n\n## Friends\n\nWe give our partners your e-mail address so that they can market their plants to you.\n",
            at="We do not share your data with third parties",
            related=("We give our partners your e-mail address",),
            message='no data is shared for marketing here, but e-mail address goes to partners for marketing in "Friends" (line 5)',
        ),
        Bad(
            "We do not share your data with anyone.\n\n## Friends\n\nWe share your data with our advertising partners.\n\n## Promise\n\nYour data is never shared with others.\n",
            at="We do not share your data with anyone",
            related=("We share your data with our advertising partners", "Your data is never shared with others"),
        ),
    ],
)
def conflicting_sharing(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Unqualified promises not to share, and firm disclosures of the same data to others."""
    shared = claims.all("practice", action="share")
    given = [claim for claim in claims.all("practice", denied=False) if is_disclosure(claim)]
    told: set[int] = set()
    promises = list(islice((promise for promise in shared if is_plain_promise(promise) and _keeps_in(promise)), MOST_PROMISES))
    for promise in promises:
        broken = [claim for claim in given if id(claim) not in told and _breaks(policy, promise, claim)]
        if broken:
            told |= {id(claim) for claim in broken if data_in_common(promise, claim)}
            finding = _finding(policy, promise, broken)
            yield finding._replace(related=(*finding.related, *said_again(promise, promises, broken)))
    yield from _for_a_purpose(policy, shared, [claim for claim in given if claim.value["action"] in ("share", "collect") and id(claim) not in told])


def _for_a_purpose(policy: Policy, shared: list[Claim], given: list[Claim]) -> Iterator[Finding]:
    """Promises not to share for one purpose, and disclosures for that very purpose."""
    promises = [*islice((promise for promise in shared if is_purpose_promise(promise) and _keeps_in(promise)), MOST_PROMISES)]
    if any(_is_about_ads(policy, promise) for promise in promises):
        given = [*given, *_ad_services(policy)]
    for promise in promises:
        broken = [
            claim
            for claim in given
            if _pursued(promise, claim) and {*claim.value["recipients"]} & OUTSIDERS and _breaks(policy, promise, claim)
        ]
        if broken:
            yield _purpose_finding(policy, promise, broken)


def _pursued(promise: Claim, claim: Claim) -> list[str]:
    """The purposes of a disclosure that a promise rules out: the very ones, and those that are part of them."""
    return [one for one in claim.value["purposes"] if within(PURPOSES, one) & {*promise.value["purposes"]}]


def _is_about_ads(policy: Policy, promise: Claim) -> bool:
    """Whether a promise rules out every kind of marketing or advertising, by the company and by others."""
    return bool({*promise.value["purposes"]} & {"marketing", "advertising"} and promise.sentence and not scope.found(policy, _THEIR_OWN, promise.sentence))


def _ad_services(policy: Policy) -> Iterator[Claim]:
    """Well-known networks that show the advertisements: they get what they need to do so."""
    last: Sentence | None = None
    for service in named_services(policy):
        sentence = policy.words.sentence_at(service.first)
        if service.id != "advertiser" or sentence is last or not scope.is_statement(policy, sentence) or scope.found(policy, _NO_ADS, sentence):
            continue
        shown = scope.found(policy, _SHOWS_ADS, sentence)
        if shown and not any(scope.denied(policy, one) for one in shown):
            last = sentence
            value = {**PLAIN, "data": ["personal-data"], "recipient": "advertiser", "recipients": ["advertiser"], "purpose": "advertising", "purposes": ["advertising"]}
            span = policy.words.span(min(service.first, shown[0].words[0]), max(service.after, shown[0].words[1]))
            yield Claim("practice", value, span, sentence, False, "does", scope.scope_of(policy, sentence))


def _purpose_finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    first = broken[0]
    (pursued, *_) = _pursued(promise, first)
    (purpose, *_) = [one for one in promise.value["purposes"] if one in within(PURPOSES, pursued)]
    what = f"{shown_data(first.value['data'])} goes to {shown_recipients(outsiders(first))} for {PURPOSES[pursued].shown}"
    return Finding(
        f"no data is shared for {PURPOSES[purpose].shown} here, but {what} {elsewhere(policy, first)}",
        promise.span,
        related=tuple(Related(claim.span, f"shares it for {PURPOSES[purpose].shown}") for claim in broken[:_MOST_SHOWN]),
        help="say in the promise who receives data all the same, or stop the disclosure",
        severity="warning",
        confidence="medium",
    )


def _keeps_in(promise: Claim) -> bool:
    """Whether the promise is about those outside: no recipient named, or third parties of any kind."""
    if "abroad" in promise.value["basis"]:
        return False
    return not promise.value["recipients"] or bool({*promise.value["recipients"]} & OUTSIDERS)


def _breaks(policy: Policy, promise: Claim, claim: Claim) -> bool:
    return bool(
        (data_in_common(promise, claim) or _listed_before(policy, promise, claim))
        and any(covers(promise, one) for one in outsiders(claim))
        and same_frame(promise, claim)
    )


def _listed_before(policy: Policy, promise: Claim, claim: Claim) -> bool:
    """Whether "this data" stands for a list or table above it that names the very things a row says are sent."""
    sent = {word.strip(".,;:()").lower() for word in str(claim.value["narrowed"] or "").split()}
    sent = {word for word in sent if len(word) > _SHORT}
    if not promise.value["refers"] or not promise.sentence or promise.section is None or len(sent) < _ENOUGH_WORDS:
        return False
    above = range(promise.section.blocks.start, promise.sentence.block.number)
    named = {
        word.strip(".,;:()").lower()
        for number in above
        if policy.blocks[number].kind in ("item", "cell")
        for word in policy.blocks[number].text.plain.split()
    }
    return len(sent & named) >= max(_ENOUGH_WORDS, len(sent) - 1)


def _shown(promise: Claim, common: tuple[str, bool] | None) -> str:
    if common is None:
        return "this data"
    return shown_data(promise.value["data"] if {*promise.value["data"]} & ALL_DATA else [common[0]])


def _finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    first = broken[0]
    common = data_in_common(promise, first)
    own_ends = any({*claim.value["recipients"]} & OUTSIDERS for claim in broken)
    firm = own_ends and all(claim.value["actor"] == "us" for claim in broken) and common is not None and common[1]
    what = _shown(promise, common)
    nobody = "nobody" if "anyone" in promise.value["recipients"] or not promise.value["recipients"] else "no third party"
    return Finding(
        f"{what} goes to {nobody} here, but to {shown_recipients(outsiders(first))} {elsewhere(policy, first)}",
        promise.span,
        related=tuple(
            Related(claim.span, f"gives {shown_data(claim.value['data'])} to {shown_recipients(outsiders(claim))}")
            for claim in broken[:_MOST_SHOWN]
        ),
        help="say in the promise who receives data all the same, or stop the disclosure",
        severity=None if firm else "warning",
        confidence=None if firm else "medium",
    )
