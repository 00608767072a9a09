"""
The company calls itself controller of data here, and processor (or the processor's helper) of the same data there.

The role decides who answers for the data and who must answer requests about it: a controller does, a processor sends
people to its customer, a sub-processor stands one step further away. A company may have several roles for different
data; so only plain statements are compared, not those for some cases, products or services.

Source: Articles 4(7), 4(8), 24 and 28 GDPR.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_SELF = "(we|i|company|inc|ltd|llc|gmbh|<organisation>|<name>)"
_IS = "(am|are|is|act|acts|referred to|considered|deemed|remain~|serve~|function~)"
_OF = "(of|for|with respect to|regarding|in relation to|to|under) ...3!(behalf|who|if|that) (data|information|such data|this data)"


def _wordings(role: str) -> tuple[str, ...]:
    return (
        f"{_SELF} ...2!(not|parties|partners|who|third) {_IS} [both|only|solely|merely|also|always] [as] [the|a] [data] {role} {_OF}",
        f"{_SELF} ...2!(not|parties|partners|who|third) {_IS} [only|solely|merely|always] [as] [the|a] [data] {role} !(and|or|within|under|on|in|when|for|where|if)",
    )


_ROLES = {
    "controller": phrases(en=_wordings("controller")),
    "processor": phrases(en=_wordings("processor")),
    "sub-processor": phrases(en=(*_wordings("subprocessor"), *_wordings("sub processor"))),
}
_BOUND = phrases(
    en=[
        "(if|unless|except|some|certain|may|both|either|depending|respectively|independent|joint|jointly|other|also|each)",
        "(when|where|whenever) (we|you|your|our|a|an|the|someone|users|customers|it)",
        "(on behalf|purposes of|for the purpose|behalf of|instructions|through our|through the|in connection with|used by our|our (business|corporate|enterprise) (customers|clients)|cases|situations|circumstances|instances)",
        "(website visitors|marketing|analytics|payment~|billing|applicant~|employee~)",
    ]
)
_SUCH = phrases(en=["(such|this|that|these|those) (data|information|personal|customer|categories)", "(customer|service|usage|account|user|client|end user) (data|information|content)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 4(7)",),
    good=[
        "We are the controller of your personal data.\n\nWhere you upload files of others, we are the processor of that data.\n",
        "We are the controller of your account data.\n\nOur host is the processor of your data.\n",
        "We are the processor of customer data.\n\nIn some cases we are the controller of personal data.\n",
    ],
    bad=[
        Bad(
            "We are the controller of your personal data.\n\n## Requests\n\nWe are only the processor of your personal data.\n",
            at="We are the controller",
            related=("We are only the processor",),
            message='controller of the data here, but processor in "Requests" (line 5)',
        ),
        Bad(
            "We act as the processor of such data.\n\n## Rights\n\nWe are the sub-processor of most of your data.\n",
            at="We act as the processor",
            related=("We are the sub-processor",),
        ),
    ],
)
def conflicting_roles(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Plain statements on one's own role that differ."""
    said = [one for one in ordered(read(policy, _ROLES, denied=False)) if not says(policy, _BOUND, one.sentence)]
    for number, one in enumerate(said):
        for other in said[number + 1 :]:
            if one.kind != other.kind and apart(one, other) and _same_scope(one, other) and _same_data(policy, one, other):
                yield _finding(policy, one, other)
                return


def _same_scope(one: Statement, other: Statement) -> bool:
    return one.scope[:4] == other.scope[:4]


def _same_data(policy: Policy, one: Statement, other: Statement) -> bool:
    """Not where one is about "such data"; but no one is processor and sub-processor of data from one customer."""
    if "controller" not in (one.kind, other.kind):
        return True
    return not says(policy, _SUCH, one.sentence) and not says(policy, _SUCH, other.sentence)


def _finding(policy: Policy, one: Statement, other: Statement) -> Finding:
    return Finding(
        f"{one.kind} of the data here, but {other.kind} {elsewhere(policy, other)}",
        one.span,
        related=(Related(other.span, f"says {other.kind}"),),
        help="say for which data you are the controller and for which the processor",
    )
