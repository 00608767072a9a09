"""
Automated decisions or profiling that are said not to take place, and do elsewhere.

People have rights against decisions made by machines alone, and must be told of profiling and its logic. A plain "we do
no profiling" beside "we build a profile of your interests" leaves them without. Most policies deny only decisions with
legal or similar effects; such a denial is bound, and no clash with profiling for other ends.

Source: Articles 4(4), 13(2)(f) and 22 GDPR; Article 29 Working Party, WP251 rev.01.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_DECISIONS = "(automated|automatic) [individual] [(decision making|decisions|decision|decisionmaking)]"
_DO = "(use|uses|engage|engages|carry out|carries out|conduct|conducts|perform|performs|make|makes|employ|undertake|apply|practise|practice)"
_DENIED = {
    "profiling": phrases(
        en=[
            f"(not|never|don't|doesn't|no) ...3 {_DO} ...3!(solely|only|with|which|if) [{_DECISIONS} (or|and|including)] profiling",
            "no ...4 profiling ...3 (takes place|is carried out|is performed|is done|is used)",
            "(not|never) (create|build|compile) [any] [user|personal] (profile|profiles)",
        ]
    ),
    "automated decisions": phrases(
        en=[
            f"(not|never|don't|doesn't|no) ...3 {_DO} ...3!(solely|only|with|which|if) (automated|automatic) [individual] (decision making|decisions|decision)",
            "no (automated|automatic) [individual] (decision making|decisions) ...3 (takes place|is carried out|is used|are made|is made|are taken)",
        ]
    ),
}
_DONE = {
    "profiling": phrases(
        en=[
            "(we|I|us) [may|also|might|will] ...2!(not|never|no) (use|engage in|carry out|conduct|perform) ...4!(not|no|never|automated) profiling",
            "(we|I) [may|also|might|will] (create|build|compile) ...3!(not|no|your|own|account) (profile|profiles) (of|about|on|based) ...6 (interests|preferences|behaviour|behavior|you|users|habits)",
        ]
    ),
    "automated decisions": phrases(
        en=[
            "(we|I) [may|also|might|will] (use|engage in|make|carry out|conduct|perform) ...2!(not|no|never) (automated|automatic) [individual] (decision making|decisions)",
        ]
    ),
}
_BOUND = phrases(
    en=[
        "(legal|significant|significantly|similarly|solely|without human|fully|exclusively|unless|except|without your|as defined|article 22|furtherance|right~ (to|not)|affect*)",
        "(across (sites|websites)|cross site|extracted|cookies|children|students|sensitive|this data|this information|these data)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(2)(f)",),
    good=[
        "We do not use automated decisions that have legal effects on you.\n\nWe use profiling to show you ads.\n",
        "We do not use profiling.\n\nYou may object to profiling.\n",
    ],
    bad=[
        Bad(
            "We do not use profiling.\n\n## Offers\n\nWe build a profile of your interests to choose offers.\n",
            at="not use profiling",
            related=("We build a profile of your interests",),
            message='profiling is denied here, but done in "Offers" (line 5)',
        ),
        Bad(
            "No automated decision-making takes place.\n\n## Credit\n\nWe may use automated decision-making to set your limit.\n",
            at="No automated decision-making takes place",
            related=("We may use automated decision-making",),
        ),
    ],
)
def profiling_denied_and_done(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Plain denials, each with the first passage that does it."""
    for what, wanted in _DENIED.items():
        denials = [one for one in ordered(read(policy, {what: wanted})) if not says(policy, _BOUND, one.sentence)]
        done = [one for one in ordered(read(policy, {what: _DONE[what]}, denied=False)) if not says(policy, _BOUND, one.sentence)]
        pair = next(((one, other) for one in denials for other in done if apart(one, other) and same_frame(one, other)), None)
        if pair:
            denial, other = pair
            verb = "are" if what.endswith("s") else "is"
            yield Finding(
                f"{what} {verb} denied here, but done {elsewhere(policy, other)}",
                denial.span,
                related=(Related(other.span, "does it"),),
                help="say which profiling or automated decisions there are, and deny only the others",
                topic=what,
            )
            return
