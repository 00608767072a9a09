"""
Personal data said to be used for the service alone, and used for marketing, advertising or research elsewhere.

"We only use your data to provide the service" is the sentence people remember. A later section that uses the same data
to advertise or to study the market takes it back. A promise that refers to the purposes described below, is bound to one
form or one kind of data, or leaves room for consent is no such promise, and figures that name nobody do not break it.

Source: Articles 5(1)(b) and 6(4) GDPR (purpose limitation); Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._far_ends import FarUse, far_uses, first_broken, general_promises, shown
from privacylint_rules.rules.consistency._statements import Statement
from privacylint_rules.words import phrases

_MOST_SHOWN = 3

# --- words -----------------------------------------------------------------------------------------------------------

_DATA = (
    "([any|all|your|the|of] [of] [your|our users|user] (personal|personally identifiable|personally identifying|user) (data|information|details) | (your|all|all the|all of your|any) (data|information|details) | pii"
    " | (data|information) (we|you|that we|which we|that you) (collect|gather|provide|receive|submit|give us))"
)
_ONLY = "(only|solely|exclusively|strictly|purely|merely|for the sole purpose|with the sole purpose|for one purpose only|for the only purpose)"
_USED = "(used|processed|utilised|utilized|collected|gathered|stored and used|kept)"
_USE = "(use|process|utilise|utilize|collect|gather|collect and use|store and use)"
_NEAR = (
    "(provide|providing|deliver|delivering|operate|operating|run|running|maintain|maintaining|process|processing|fulfil|fulfilling|fulfill|answer|answering|respond|responding|manage|managing|support|supporting|let|enable|allow"
    "|make|show|display|verify|identify|authenticate|complete|perform|functioning|operation|improve|improving|making|handle|handling|order|orders|service|services|game|educational|log you in|sign you in|help|contact|contacting|carry out)"
)
_PROMISE = phrases(
    en=[
        f"{_DATA} ...6!(not|if|when|never|cookies) (is|are|be|gets|get) ...2!(not|never) {_ONLY} ...1 {_USED} ...2 (to|for|in) ...6 {_NEAR}",
        f"{_DATA} ...6!(not|if|when|never|cookies) (will|shall|may|can|must) {_ONLY} be {_USED} ...2 (to|for|in) ...6 {_NEAR}",
        f"{_DATA} ...6!(not|if|when|never|cookies) (is|are|be|gets|get) ...2!(not|never) {_USED} ...3 {_ONLY} ...6 {_NEAR}",
        f"(we|i) [will|shall|may|do|therefore|also] (only|solely|exclusively|strictly) {_USE} ...2 {_DATA} ...8 (to|for) ...6 {_NEAR}",
        f"(we|i) ...3!(not|never) {_USE} ...3 {_DATA} ...6!(and|with) {_ONLY} ...6 {_NEAR}",
        f"(not|never) ...2 {_USE} ...3 {_DATA} ...3 for (any purpose~ (other|except|but|besides)|anything (other|but|except|besides)|any reason other) ...6 {_NEAR}",
        f"{_DATA} ...6 (not|never) ...3 {_USED} ...3 for (any purpose~ (other|except|but|besides)|anything (other|but|except|besides)) ...6 {_NEAR}",
        f"{_DATA} ...6 {_USED} ...3 for (no other purpose~ [than]|nothing (other|but|else) [than]) ...6 {_NEAR}",
        f"(we|i) ...3!(not|never) {_USE} ...4 {_DATA} ...4 {_ONLY} (insofar|in so far|to the extent|as far|as much|where) ...6 (necessary|required|needed) ...3 (to|for) ...4 {_NEAR}",
        f"{_USE} ...3 {_DATA} ...3 for nothing (other|but|else|except) ...6 {_NEAR}",
        f"(sole|only) purpose ...2 (of|for) (processing|collecting|using|gathering|which we (process|collect|use)) ...3 {_DATA} (is|are) ...6 {_NEAR}",
        f"[our|the] (use|processing) of ...3 {_DATA} (is|are) ...2!(not) (limited|restricted|confined) to ...6 {_NEAR}",
        f"{_USE} ...3 {_DATA} ...3 we do so (only|solely|exclusively|with the sole purpose|for the sole purpose) ...6 {_NEAR}",
    ]
)
_OWN_FAR = phrases(en=["(need|needs|needed|marketing|market|advertis*|ads|promot*|research|offers|newsletter~|profil*|personalis*|personaliz*|commercial)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(b)",),
    good=[
        "We use your personal data only for the purposes described below.\n\n## Marketing\n\nWe use your personal data for marketing.\n",
        "We only use your data to provide the service.\n\n## Offers\n\nWith your consent we use your e-mail address for marketing.\n",
        "## Contact form\n\nWe use your personal data only to answer your message.\n\n## Offers\n\nWe use your e-mail address for marketing.\n",
    ],
    bad=[
        Bad(
            "We only use your personal data to run the forum.\n\n## Ads\n\nWe use your e-mail address to show you targeted ads.\n",
            at="We only use your personal data to run",
            related=("We use your e-mail address",),
            message='personal data is used for nothing but the service here, but for targeted advertising in "Ads" (line 5)',
        ),
        Bad(
            "All information we collect is used exclusively to operate the library.\n\n## Studies\n\nYour personal data is used for market research.\n",
            at="information we collect is used exclusively to operate",
            related=("Your personal data is used",),
        ),
    ],
)
def purposes_beyond_the_promise(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that data serves the service alone, with the uses for other ends."""
    promises = general_promises(policy, _PROMISE, _OWN_FAR)
    if not promises:
        return
    found = first_broken(promises, far_uses(policy, claims))
    if found:
        yield _finding(policy, *found)


def _finding(policy: Policy, promise: Statement, broken: list[FarUse]) -> Finding:
    return Finding(
        f"personal data is used for nothing but the service here, but for {shown(broken[0].ends)} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(use.span, f"uses it for {shown(use.ends)}") for use in broken[:_MOST_SHOWN]),
        help="name every purpose in the promise, or stop the other use",
    )
