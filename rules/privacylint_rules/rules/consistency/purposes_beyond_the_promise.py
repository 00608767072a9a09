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
    "([any|all|your|the|of|our] [of] [your|our users|user] (personal|personally identifiable|personally identifying|user|customer) (data|information|details) | (your|all|all the|all of your|any) [own|private] (data|information|details) | pii"
    " | (data|information) (we|you|that we|which we|that you|users|we have) (collect|gather|provide|receive|submit|give us|give|hold|store|share with us|enter|collected)"
    " | (all|any) (data|information) (collected|gathered|obtained|received|processed) | (whatever|everything|anything|all) [that] you (give|tell|send|enter|submit|provide|share with) [us|the app] | ^ [all] [collected] (data|information))"
)
_ONLY = "(only|solely|exclusively|strictly|purely|merely|for the sole purpose|with the sole purpose|for one purpose only|for the only purpose|for one purpose)"
_USED = "(used|processed|utilised|utilized|collected|gathered|stored and used|kept|handled|needed|employed)"
_USE = "(use|process|utilise|utilize|collect|gather|collect and use|store and use|handle|employ|make use of|touch)"
_USING = "(use|uses|using|processing|collection|collecting|gathering|handling|utilisation|utilization)"
_ELSE = "(other|others|else|except|but|besides|beyond|apart)"
_SUBJECT = "(we|i|app|company|site|website|service|team)"
_NEAR = (
    "(provide~|provision|deliver~|delivery|operate~|operation|run~|maintain~|process~|fulfil~|fulfill~|fulfilment|fulfillment|answer~|reply|respond~|manage~|support~|let|enable~|allow~|perform~|performance"
    "|make~|show|display|verify|identify|authenticate|complete|functioning|function|improve~|handle~|order~|service~|game|educational|log you in|sign you in|help|contact~|carry out|purchase~|booking~|enquir*|inquir*|render|supply)"
)
_PROMISE = phrases(
    en=[
        f"{_DATA} ...6!(not|if|when|never|cookies) (is|are|be|gets|get|being) ...2!(not|never) {_ONLY} ...1 {_USED} ...5 (to|for|in|as|so that|insofar|where) ...6 {_NEAR}",
        f"{_DATA} ...6!(not|if|when|never|cookies) (will|shall|may|can|must) {_ONLY} [ever] be {_USED} ...5 (to|for|in|as|so that|insofar|where) ...6 {_NEAR}",
        f"{_DATA} ...6!(not|if|when|never|cookies) (is|are|be|gets|get|being) ...2!(not|never) {_USED} ...3 {_ONLY} ...8 {_NEAR}",
        f"{_SUBJECT} [will|shall|may|do|does|therefore|also] (only|solely|exclusively|strictly) [ever] {_USE} ...2 {_DATA} ...8 (to|for|where|insofar|as) ...6 {_NEAR}",
        f"{_SUBJECT} ...3!(not|never) {_USE} ...3 {_DATA} ...6!(and|with) {_ONLY} ...6 {_NEAR}",
        f"{_USED} ...6!(not|and) {_NEAR} ...6!(not) and ...2 (nothing else|no other (purpose~|reason|use~)|not for anything else|nothing more)",
        f"(not|never|don't|won't|nor) ...2 {_USE} ...3 {_DATA} ...3 for (any [other] [purpose~|reason~|use~|thing] {_ELSE}|anything {_ELSE}) ...6 {_NEAR}",
        f"(not|never|don't|won't) ...2 {_USE} ...3 {_DATA} ...2 (except|other than|but|beyond|unless) ...2 (to|for|in order|what is|as) ...6 {_NEAR}",
        f"{_DATA} ...6 (not|never) ...3 {_USED} ...3 (for (any [other] [purpose~|reason~|use~] {_ELSE}|anything {_ELSE})|except|other than|beyond what) ...6 {_NEAR}",
        f"{_DATA} ...6 ({_USED}|serve|serves) ...3 (for|to) (no [other] (purpose~|reason~|use|end~) [other] [than|but]|nothing (other|but|else|except|beyond) [than]|one purpose [only]|the [one|sole|only|single] purpose) ...6 {_NEAR}",
        f"{_DATA} ...5!(not|if|when) (serves|serve) ...1 ({_ONLY}|one purpose|a single purpose) ...6 {_NEAR}",
        f"^ ...3!(you|they|users|providers|partners|vendors|third|not|never|if|when) (uses|processes|handles|collects) ...3 {_DATA} ...4!(not|and) {_ONLY} ...10 {_NEAR}",
        f"(nothing|no (personal|user) (data|information)|none of ...3) ...8!(if|when) {_USED} ...3 (other than|except|but|beyond|besides|than) ...6 {_NEAR}",
        f"{_SUBJECT} ...3!(not|never) {_USE} ...4 {_DATA} ...4 {_ONLY} (insofar|in so far|to the extent|as far|as much|where|when|if|as) ...6 (necessary|required|needed) ...3 (to|for) ...4 {_NEAR}",
        f"{_USE} ...3 {_DATA} ...3 for nothing (other|but|else|except) ...6 {_NEAR}",
        f"(sole|only|single) (purpose|reason) ...4 (of|for|why|which) [which] ([our|the] {_USING}|(we|i) (process|collect|use|need|ask for|store)) ...3 {_DATA} (is|are) ...6 {_NEAR}",
        f"[our|the|any] {_USING} of ...3 {_DATA} ...3 (is|are) ...2!(not) (limited|restricted|confined) to ...6 {_NEAR}",
        f"(limit|limits|restrict|restricts|confine|confines) (the|our|its|my|any) {_USING} of ...3 {_DATA} to ...6 {_NEAR}",
        f"[our|the] {_USING} of ...3 {_DATA} ...3!(not) (takes place|take place|happens|is done|is carried out|is) ...1 {_ONLY} ...8 {_NEAR}",
        f"{_USE} ...3 {_DATA} ...3 we do so (only|solely|exclusively|with the sole purpose|for the sole purpose) ...6 {_NEAR}",
        f"we (need|want|ask for) ...1 {_DATA} {_ONLY} ...6!(long) {_NEAR}",
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
