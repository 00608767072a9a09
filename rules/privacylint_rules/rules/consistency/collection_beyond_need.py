"""
Data said to be collected only as far as the service needs it, and collected for advertising or research elsewhere.

"We collect only what is necessary to provide the service" promises data minimisation. No service needs an advertising
identifier to show personalised ads, or a date of birth to study the market. What is necessary "for the purposes described
here" promises nothing of the kind, and what readers agree to beyond it is theirs to give.

Source: Article 5(1)(c) GDPR (data minimisation); Cal. Civ. Code 1798.100(c).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._far_ends import FarUse, far_uses, first_broken, general_promises, shown
from privacylint_rules.rules.consistency._statements import Statement
from privacylint_rules.words import phrases

_MOST_SHOWN = 3
_BEYOND = frozenset({"advertising", "targeted-advertising"})
"""Ends for which data already held is not merely used again: a letter about the own service is left aside."""

# --- words -----------------------------------------------------------------------------------------------------------

_GET = "(processed|collect|collects|collected|gather|gathers|gathered|ask for|asks for|request|requests|requested|obtain|require|requires|take|process|collecting|gathering|record|records|recorded|capture|captures|obtains)"
_ONLY = "(only|solely|just|strictly|exclusively)"
_NEEDED = "(necessary|needed|need|needs|required|essential|require|requires|indispensable)"
_SERVICE = (
    "(provide|providing|deliver|delivering|operate|operating|run|running|perform|function|functions|functioning|operation|work|make|offer|fulfil|fulfill|service|services|provision|app|game|site|website|platform)"
)
_PROMISE = phrases(
    en=[
        f"(not|never) {_GET} more than ...2 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"(collection|{_GET}) ...6!(cookies|share) (limited|restricted|confined) to what (the|our) {_SERVICE} {_NEEDED}",
        f"(confine|confines|limit|limits|restrict|restricts) ourselves to ...6!(cookies|share) (data|information) ...6 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"no more [(data|information)] (is|are) {_GET} than ...4 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"(ask|asks) {_ONLY} for ...8!(cookies) {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"{_GET} ...4!(not) (bare|absolute|strict) minimum ...4 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"(collection|{_GET}) ...6!(cookies|share) [to] the [(bare|absolute|strict)] minimum ...4 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"{_GET} (no|not any) ...1 (data|information) (that|which) (is|are) not ...1 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"{_ONLY} {_GET} ...12!(cookies|use|share|purposes|retain|keep|long) {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"(data|information) ...8!(not|cookies|share) {_GET} ...2 (is|are) ...2!(not) (limited|restricted|confined|kept) to ...6 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"collection ...6!(cookies) (is|are) ...2!(not) (limited|restricted|confined|kept) to ...6 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"(data|information) ...4!(cookies) not ...2 {_NEEDED} ...6!(purposes|purpose) {_SERVICE} ...4 (not|never) ...2 {_GET}",
        f"{_GET} ...8!(not|cookies) {_ONLY} ...10!(cookies|purposes|long|share) {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"{_ONLY} ...2 (data|information) ...4!(cookies) {_NEEDED} ...6!(purposes|purpose) {_SERVICE} ...6 (is|are) {_GET}",
        f"(not|never|no) ...2 {_GET} ...4 [more] (data|information|details) ...4 (than|not) ...4 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"{_GET} no more (data|information|details) ...3 than ...4 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"(limit|limits|restrict|restricts|keep|keeps|limited|minimise|minimize) ...8!(access|sharing|retention|long) {_GET} ...8 (minimum|{_NEEDED}) ...6!(purposes|purpose) {_SERVICE}",
        f"(limit|limits|restrict|restricts|limited) ...2 [the|our] collection ...10 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
        f"{_GET} ...4!(not) (minimum|minimal) ...4 (data|information|amount) ...8 {_NEEDED} ...6!(purposes|purpose) {_SERVICE}",
    ]
)
_OTHER_MATTER = phrases(en=["(cookie~|marketing|advertis*|ads|promot*|research|share|shared|disclose|retain|store ...4 long|improve*|feature~|newsletter~|optional|personalis*|personaliz*)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(c)",),
    good=[
        "We collect only the data necessary for the purposes described here.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n",
        "We only collect what is necessary to provide the service.\n\n## Ads\n\nWith your consent we collect your device ID for targeted advertising.\n",
    ],
    bad=[
        Bad(
            "We collect only the information we need to provide the service.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n",
            at="collect only the information we need to provide",
            related=("We collect your device ID",),
            message='only data that the service needs is collected here, but some for targeted advertising in "Ads" (line 5)',
        ),
        Bad(
            "We never ask for more information than is necessary to run the app.\n\n## Surveys\n\nWe collect your age and gender for research.\n",
            at="never ask for more information than is necessary to run",
            related=("We collect your age",),
        ),
    ],
)
def collection_beyond_need(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise to collect only what the service needs, with collection and use for other ends."""
    promises = general_promises(policy, _PROMISE, _OTHER_MATTER)
    if not promises:
        return
    # what is collected for the service may well be used for research too; that is another action
    far = [use for use in far_uses(policy, claims) if {*use.ends} & _BEYOND or use.collects]
    found = first_broken(promises, far)
    if found:
        yield _finding(policy, *found)


def _finding(policy: Policy, promise: Statement, broken: list[FarUse]) -> Finding:
    return Finding(
        f"only data that the service needs is collected here, but some for {shown(broken[0].ends)} {elsewhere(policy, broken[0])}",
        promise.span,
        related=tuple(Related(use.span, f"is for {shown(use.ends)}") for use in broken[:_MOST_SHOWN]),
        help="name what else data is collected for, or collect no more than the service needs",
    )
