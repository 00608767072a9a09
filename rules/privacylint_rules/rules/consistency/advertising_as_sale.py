"""
"We do not sell" in the law's sense, and targeted advertising by others that gets the data.

Under Californian law a sale is any disclosure for money or other valuable consideration, and giving data to others for
cross-context advertising is sharing even without a price. A promise made in that sense ("not for money or anything
else of value", "not sold or shared in the last twelve months") is broken by advertising partners who receive data to
target their advertisements. A plain "we do not sell your data" is left alone here, and so is a policy that says itself
that some laws may call this a sale, or how to opt out of it.

Source: Cal. Civ. Code 1798.140(ad) and (ah), 1798.120, 1798.130(a)(5).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.promises import is_disclosure
from privacylint_rules.rules.consistency import conflicting_sale
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_NOT = "(not|never|nor|neither|don't|doesn't|haven't|hasn't|no)"
_DATA = "(data|information|details|info|pii)"
_VALUE = "(valuable consideration~|other consideration~|anything [else] of value|something [else] of value|anything else|other [things of] value|monetary or other|money or other|money or any)"
_PROMISED = {
    "sale": phrases(
        en=[
            f"{_NOT} ...8!(if|unless|only) (sell|sold|rent|share|disclose|disclosed|exchange|trade|transfer|give|provide|release|make available) ...24!(if|unless|only) {_VALUE}",
            f"{_NOT} ...3!(if|unless|only) (sell or share|sell or otherwise share|sold or shared|share or sell|sell nor share|sell and do not share|selling or sharing) ...6 {_DATA} !(for|of|to)",
            f"{_DATA} ...4!(if|that|which|you) (is|are|has|have) ...2 {_NOT} ...2 (sold or shared|shared or sold)",
            f"no ...3 {_DATA} ...3!(if|that|which|you) (is|are|was|has been) (sold or shared|shared or sold)",
        ]
    ),
    "12 months": phrases(
        en=[
            f"{_NOT} ...3!(if|unless|only) (sell|sold|sells) ...6!(of|under) {_DATA}",
            f"{_NOT} ...3!(if|unless|only) (sell|sold|sells) ...6!(of|under) {_DATA} ...10 (twelve|12) [(12)] months",
            f"{_NOT} ...3!(if|unless|only) (sell|sold|sells) ...6!(of|under) {_DATA} ...10 as ...6 (defined|define|defines)",
        ]
    ),
}
_TWELVE = phrases(en=["(twelve|12) [12] months", "as ...6 (defined|define|defines) (by|in|under)", "(under|purposes of|meaning of|sense of|meant by|per) ...3 (ccpa|cpra|california consumer privacy act|california privacy rights act|california law)"])
_BOUND = phrases(
    en=[
        "(except|unless|other than|however|although|while|apart from|knowingly|actual knowledge|conventional|traditional|directly|in the sense most)",
        "(under [the age of] <age>|children|minors|minor|sensitive|nevada|covered information|right to|opt out|opt in|request|link|biometric|text message*|sms|mobile|may|aggregate*|anonym*)",
        "for (their|cross|targeted|direct|marketing|advertising|third) ...3",
    ]
)
_TRADE = "(third party|third parties|others|other companies|ad networks|ad servers|ad exchanges|advertising (partners|networks|companies|platforms|vendors)|advertisers|marketing partners|partners)"
_TARGETED = "(interest based|targeted|tailored|behavioral|behavioural|personalised|personalized|personalize|personalise|relevant|customized|retargeting|remarketing|cross context)"
_ADS = "(ads|ad|advertising|advertisements|advertisement|adverts)"
_AIMED = f"({_TARGETED} ...3 {_ADS}|{_ADS} ...6 ({_TARGETED}|your interests)|{_TARGETED} the {_ADS})"
_DONE = {
    "advertising": phrases(
        en=[
            f"{_TRADE} ...20!(not|never|if|you) (collect|receive|receives|use|place|set|serve|gather|access|deliver|show) ...24!(not|never) {_AIMED}",
            f"(share|shares|shared|disclose|disclosed|provide|provided|send|sent|transfer|transferred) ...20!(not|never|aggregate*|anonym*) {_TRADE} ...20!(not|never) {_AIMED}",
            f"{_AIMED} ...6!(not) (via|through|by|from|with) [our|the] [third party] (advertising partners|ad networks|advertisers|third parties|partners|google|facebook|meta)",
            f"(they|these [third party] (companies|entities|parties|advertisers|networks|providers|partners)) ...3!(not|never) (may|also|can|will|use|collect) ...24!(not|never) {_AIMED}",
            f"(we|i) ...2!(not|never|only) (use|employ|engage in|participate in|carry out|do) ...3!(not|never) (retargeting|remarketing) ...20!(not|never|own) ({_ADS}|other (sites|websites|apps))",
            "(allow|permit|let) (others|third parties|other companies|advertisers|ad networks|third party ...2) ...2 to (serve|display|deliver|show|place) ...4 (ads|advertisements|advertising)",
            f"(used by|shared with) ...4 (others|third parties) ...24!(not) (advertising|advertisements|ads) ...6 (interests|{_TARGETED})",
            f"(we|i) ...4!(not|never|only) (use|work with|partner with|engage) ...4 (third party ad networks|ad networks|advertising networks|third party advertisers|third party advertising ...1|advertising partners) ...10!(not) (to|who|that|which) ...20!(not) {_AIMED}",
        ]
    ),
}
_OWNED_UP = phrases(
    en=[
        "(consider|considered|deem|call|regard|see|deemed|constitute~|qualif*|interpreted|regarded|amount~|viewed|treated|classified|fall~|meet~|called) ...8 (sale|sales|selling|sell|sharing|share)",
        "(may|might|could) be [a] (sale|selling|sharing|a sharing)",
        "opt out of ...8 (targeted advertising|cross context ...2|sharing of|the sharing|tailored advertising)",
        "(sold|shared) ...6 for ...3 cross context",
        "(we|company) ...2 (sell|share) ...8 for [(targeted|cross)] ...2 (targeted|cross context|behavioral|behavioural) ...2 advertising",
        "do not sell [or share] my",
    ]
)
"""A policy that says itself what laws call this, or how readers opt out of it."""
_DENIED = phrases(en=["(cannot|can't|won't|not|never|no|don't|unless|aggregate*|anonymi*|contextual|non personal)"])
_MOST_SHOWN = 3
_MOST_AGAIN = 2

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("Cal. Civ. Code 1798.140(ad)", "Cal. Civ. Code 1798.140(ah)"),
    good=[
        "We do not sell your personal data for money or other valuable consideration.\n\n## Help\n\nWe share your data with our service providers.\n",
        "We do not sell or share your personal data.\n\n## Ads\n\nThe advertisements on our site do not depend on who you are.\n",
        "We do not sell your data for money or anything of value.\n\n## Ads\n\nAd networks collect data to show targeted advertising. Some laws may consider this a sale.\n",
    ],
    bad=[
        Bad(
            "We do not sell or rent your personal data for money or other valuable consideration.\n\n## Ads\n\nAd networks collect your IP address to show you targeted advertisements.\n",
            at="not sell or rent your personal data for money or other",
            related=("Ad networks collect your IP address to show you targeted advertisements",),
            message='data is not sold for anything of value here, but others get it to target advertising in "Ads" (line 5)',
        ),
        Bad(
            "## California\n\nIn the past twelve months, we have not sold personal information.\n\n## Ads\n\nWe share your location with third parties to show you tailored ads.\n",
            at="not sold personal information",
            related=("share your location with third parties to show you tailored ads",),
        ),
    ],
)
def advertising_as_sale(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise in the law's sense, with the advertising that breaks it."""
    promises = [one for one in ordered(read(policy, _PROMISED)) if _is_statutory(policy, one)]
    if not promises or policy.find(_OWNED_UP):
        return
    done = [one for one in ordered(read(policy, _DONE)) if not says(policy, _DENIED, one.sentence)]
    told = [finding.span for finding in conflicting_sale.conflicting_sale.check(policy, claims)] if done else []
    for promise in promises:
        if any(promise.sentence.span.start <= span.start < promise.sentence.span.end for span in told):
            continue
        broken = [one for one in done if apart(promise, one) and same_frame(_open(promise), _open(one))]
        if broken:
            again = [one for one in promises if one is not promise and one.sentence.block is not promise.sentence.block]
            yield _finding(policy, promise, broken, [*_received(claims, broken), *(Related(one.span, "promises the same") for one in again)])
            return


def _received(claims: Claims, broken: list[Statement]) -> Iterator[Related]:
    """Further passages by which advertisers get data."""
    known = {one.sentence.number for one in broken}
    for claim in claims.all("practice", actor="us", action="share", denied=False):
        if claim.sentence and claim.sentence.number not in known and "advertiser" in claim.value["recipients"] and is_disclosure(claim):
            yield Related(claim.span, "gives data to advertisers")


def _is_statutory(policy: Policy, one: Statement) -> bool:
    """Whether nothing binds the promise and it is meant as the law means it."""
    if says(policy, _BOUND, one.sentence):
        return False
    return one.kind == "sale" or "US-CA" in one.scope.region or says(policy, _TWELVE, one.sentence)


def _open(one: Statement) -> Statement:
    """The statement without its region: what the law of one place calls a sale is done to its people as to all others."""
    return one._replace(scope=one.scope._replace(condition=None, purpose=None, region=()))


def _finding(policy: Policy, promise: Statement, broken: list[Statement], again: list[Related]) -> Finding:
    places = [Related(one.span, "some laws call this a sale or a sharing of data") for one in broken[:_MOST_SHOWN]]
    return Finding(
        f"data is not sold for anything of value here, but others get it to target advertising {elsewhere(policy, broken[0])}",
        promise.span,
        related=(*places, *again[:_MOST_AGAIN]),
        help="say beside the promise that data is shared for advertising, and how to opt out",
    )
