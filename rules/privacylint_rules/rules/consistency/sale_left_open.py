"""
"We never sell your data", and a passage that leaves a sale open: with your approval, with the business, for a fee.

A flat promise leaves no room, and these three passages make some: "we will not sell your data without your permission"
(so with it, they would), "we may sell our assets, including your personal information", and access to data for which
others pay. The passage on a merger is told only where it calls the transfer of the data itself a sale: that data goes
to a buyer together with the business is no sale of data.

Source: Section 5 FTC Act (deceptive statements); Cal. Civ. Code 1798.140(ad).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._limits import ALL_DATA
from privacylint_rules.rules.consistency._statements import Statement, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_NOT = "(not|never|neither|nor|don't|doesn't|won't|under no circumstances|in no case)"
_DATA = f"({ALL_DATA}|your data|(customer|user|member|subscriber) (data|information|lists|records|list))"
_CONSENT = "(consent|permission|approval|agreement|opt in|authorisation|authorization)"
_PROMISED = {
    "sale": phrases(
        en=[
            f"{_NOT} ...8!(if|when|unless|may|knowingly) (sell|sold|selling) ...5!(of|about|products|to) {_DATA} !(of|about|for)",
            f"{_DATA} ...4!(if|when|that|which|you|may) (is|are|be|been) ...2 (not|never) ...3 sold",
            f"{_DATA} ...3!(if|when|that|which|you) (will|shall|is|are) (not|never) ...1 be ...1 sold",
            f"no {_DATA} ...3!(if|when|that|which|you) (is|are|will be) ...2 sold",
            f"{_DATA} (is|are) not for sale",
        ]
    ),
}
_OPEN = {
    "approval": phrases(
        en=[
            f"{_NOT} ...8!(if|when|may) (sell|sold|selling) ...24!(not|won't|will|never|use|name) without ...6!(law|notice|any|a) {_CONSENT}",
            f"^ (without|unless|until) ...6!(law|notice) ({_CONSENT}|agreed|consented|agree|permitted) ...3!(law) (we|i) ...1 {_NOT} ...3!(if|when|may) sell",
            f"{_NOT} ...8!(if|when|may) (sell|sold|selling) ...24!(not|won't|will|never|use|name) unless ...4 (you ...4!(not) (consent|agree|permit|approve|opt|authorise|authorize|consented|agreed|approved|given|give)|we have your {_CONSENT})",
        ]
    ),
    "business": phrases(
        en=[
            f"(may|might|could|can|will) ...3!(not|never) sell ...14!(not|never) (business|assets|company) ...4!(not|never|excluding) (including|together with|along with|and) ...3 {_DATA}",
            f"{_DATA} ...4!(not|never) (may|might|could|would|will|can) ...3!(not|never) be ...4!(not|never|asset|assets) sold",
            f"(may|might|could|can|right to) ...3!(not|never) (sell|sell or transfer|transfer or sell|assign or sell|sell or assign) ...3!(not|products|our|the) {_DATA} ...12 (merger|acquisition|bankruptcy|bankrupt|reorganization|reorganisation|business|assets|insolvency|insolvent|wound up|winding up|dissolved|liquidat*|taken over)",
        ]
    ),
    "fee": phrases(
        en=[
            "(require|requires|charge|charges|ask) ...1 (third parties|others|developers|researchers|partners|companies|advertisers|businesses|licensees) ...3!(not) (pay|fee~|licensing fee~|license fee~) ...4 (for|to) ...6 (access|use|data|information|content)",
            "(third parties|developers|researchers|partners|companies|advertisers|businesses|licensees) ...3!(not|never) (pay|pays) ...4!(you|your) for access to [our|the] ...2 (data|database|information) (of|on|about) ...2 (user~|customer~|member~|you|subscriber~)",
            "(third parties|developers|researchers|partners|companies|advertisers|businesses|licensees) ...3!(not|never) (pay|pays) ...4!(you|your) to access [our|the] ...2 (data|database|information) (of|on|about) ...2 (user~|customer~|member~|you|subscriber~)",
            "(third parties|developers|researchers|partners|other companies|businesses|licensees) ...3!(not|never) (pay|pays|paid|compensate) us ...8 (for|to) ...6 (access|data|information|insights)",
            "(we|i) ...2!(not|never) [may] (license|licence) ...8!(not|under|software|aggregate*|anonym*|you) (data|information) ...8 (fee~|for money|for compensation|payment|revenue)",
        ]
    ),
}
_BOUND = phrases(
    en=[
        "(unless|except|without|other than|apart from|however|although|while|as ...3 (defined|defines|define|described)|in the (sense|conventional|traditional)|this (policy|notice)|otherwise|knowingly|actual knowledge|conventional|traditional)",
        "(under [the age of] <age>|children|minors|minor|student~|sensitive|biometric|mobile|sms|text message~|aggregate*|anonym*|payment|card|health|right to|opt out|you may|request)",
        "(providers|partners|processors|vendors|contractors|they|who|which|third parties|companies|users|developers|you) ...2 (will|do|does|may|are|is|must|shall|can) ...2 (not|never)",
    ]
)
"""What binds a promise not to sell."""
_DEFINED = phrases(en=["as ...3 (defined|defines|define)"])
_ELSE = phrases(en=["(aggregate*|anonymi*|de identified|you sell|your (business|company|assets)|providers|they|children|minors|under [the age of] <age>|sensitive|student~|mobile|sms)", "(will|shall) (honor|honour|not be sold)"])
_SHOWN = {
    "approval": ("leaves a sale open with consent", "may be with consent"),
    "business": ("calls this a sale of the data", "may be with the business"),
    "fee": ("takes money for access to it", "others pay for access to it"),
}
_MOST_SHOWN = 3
_MOST_AGAIN = 2

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("Cal. Civ. Code 1798.140(ad)",),
    good=[
        "We never sell your personal data.\n\n## Future\n\nIf our business is sold, your personal data passes to the buyer.\n",
        "We will not sell your personal data without your permission.\n\n## Again\n\nWe do not sell your data unless you agree.\n",
        "We do not sell your personal data, as that term is defined in California.\n\n## Future\n\nWe may sell our assets, including your personal information.\n",
    ],
    bad=[
        Bad(
            "We never sell your personal data.\n\n## Partners\n\nWe will not sell or lease your personal data to third parties without your permission.\n",
            at="never sell your personal data",
            related=("not sell or lease your personal data to third parties without your permission",),
            message='personal data is never sold here, but may be with consent in "Partners" (line 5)',
        ),
        Bad(
            "We do not sell your personal information.\n\n## Future\n\nWe may sell some of our assets, including your personal information, in connection with a merger.\n",
            at="not sell your personal information",
            related=("may sell some of our assets, including your personal information",),
        ),
        Bad(
            "We do not sell your personal information.\n\n## Interfaces\n\nWe require researchers to pay licensing fees for access to more content.\n",
            at="not sell your personal information",
            related=("require researchers to pay licensing fees for access",),
        ),
    ],
)
def sale_left_open(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first flat promise not to sell, with the passages that leave a sale open."""
    every = ordered(read(policy, _PROMISED))
    promises = [one for one in every if not says(policy, _BOUND, one.sentence)]
    left = [one for one in ordered(read(policy, _OPEN)) if not says(policy, _ELSE, one.sentence)] if promises else []
    for promise in promises:
        broken = [one for one in left if _another(promise, one) and same_frame(_plain(promise), _plain(one))]
        if broken:
            yield _finding(policy, promise, broken, [one for one in every if one is not promise and (one in promises or says(policy, _DEFINED, one.sentence))])
            return


def _another(promise: Statement, other: Statement) -> bool:
    """Whether it is another sentence, and not the next one of the same paragraph."""
    return promise.sentence is not other.sentence and promise.sentence.block is not other.sentence.block


def _plain(one: Statement) -> Statement:
    """The statement for its people, region and product only."""
    return one._replace(scope=one.scope._replace(condition=None, purpose=None))


def _finding(policy: Policy, promise: Statement, broken: list[Statement], again: list[Statement]) -> Finding:
    places = [Related(one.span, _SHOWN[one.kind][0]) for one in broken[:_MOST_SHOWN]]
    places += [Related(one.span, "promises the same") for one in again[:_MOST_AGAIN]]
    return Finding(
        f"personal data is never sold here, but {_SHOWN[broken[0].kind][1]} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(places),
        help="say in the promise what is left open, or close it",
    )
