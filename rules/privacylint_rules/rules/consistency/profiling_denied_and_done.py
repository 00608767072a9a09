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
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

_MOST_SHOWN = 3

# --- words -----------------------------------------------------------------------------------------------------------

_AUTOMATED = "(automated|automatic|automatised|automatized|computerised|computerized)"
_DECISIONS = f"{_AUTOMATED} [individual] [(decision making|decisions|decision|decisionmaking)]"
_DECIDING = f"{_AUTOMATED} [individual] (decision making|decisions|decision|decisionmaking)"
_DO = "(use|uses|engage|engages|carry out|carries out|conduct|conducts|perform|performs|make|makes|employ|employs|undertake|apply|applies|practise|practice|take|takes|rely|relies|do|does|operate)"
_NOT = "(not|never|don't|doesn't|no)"
_ABSTAIN = "(refrain~|abstain~|dispense~ with|waive~|forgo|forgoes|do without|does without|works without|operate without|operates without|free of|free from|avoid|avoids)"
_DONE_NOT = "(takes place|take place|is carried out|are carried out|is performed|is done|is used|are used|is made|are made|are taken|occurs|is conducted|is undertaken|exists)"
_NO_DOING = "(not ...3 (take place|occur|carried out|performed|done|used|made|taken|conducted|undertaken|happen))"
_INTERESTS = "(interest~|preference~|behaviour|behavior|behaviours|behaviors|habits|activity|activities|browsing|history|visits|purchases|characteristics|personality|usage|interactions|profile~)"
_ADS = "(ads|ad|advertising|advertisements|adverts|offers|marketing|recommendations|content|suggestions)"
_DENIED = {
    "profiling": phrases(
        en=[
            f"{_NOT} ...3 {_DO} ...3!(solely|only|with|which|if) [{_DECISIONS} (or|and|including|nor)] [any] profiling",
            f"{_NOT} ...4 (use|used|process|processed|subject|subjected|analyse|analyze|collect|collected) ...8!(solely|only|with|which|if|that|unless|except) (for|to) ...5!(solely|only|unless|marketing) profiling",
            f"{_NOT} [{_DECIDING} (or|and|including|nor)] ...2!(solely|only) profiling ...3 {_DONE_NOT}",
            f"{_DO} (no|neither) [{_DECIDING} (or|nor)] [any] profiling",
            "there is no [automated decision making or] profiling",
            f"neither [{_DECIDING} nor] profiling [nor] ...4 {_DONE_NOT}",
            "(we|i) neither profile [our|any|the] (you|users|visitors|customers|members|readers|players)",
            "(opted|decided|chosen) (against|not to use|not to do) [any] profiling",
            f"profiling ...3!(which|that|solely) (is|are|does|do|will|be) {_NO_DOING}",
            f"{_ABSTAIN} ...3!(solely|only) [{_DECIDING} (or|and|including|nor)] [any] profiling",
            "(not|never) (create|build|compile|make|establish|draw up|generate|form|produce) [any] [user|personal|individual|customer|behavioural|behavioral|interest|detailed|personality|usage] (profile|profiles) !(page|pages|picture~|photo~|on|for|in)",
            "(not|never) profile [our|any|the|individual] (you|users|user|visitors|customers|members|readers|players|individuals|people|anyone)",
        ]
    ),
    "automated decisions": phrases(
        en=[
            f"{_NOT} ...3 {_DO} ...3!(solely|only|with|which|if) {_DECIDING}",
            f"{_NOT} ...4 (use|used|process|processed|subject|subjected) ...8!(solely|only|with|which|if|that|unless|except) (for|to) ...3!(solely|only|unless) {_DECIDING}",
            f"no [profiling or] {_DECIDING} ...3 {_DONE_NOT}",
            f"{_DO} (no|neither) [profiling (or|nor)] {_DECIDING}",
            f"{_DECIDING} ...3!(which|that|solely) (is|are|does|do|will|be) {_NO_DOING}",
            f"{_ABSTAIN} ...3!(solely|only) [profiling (or|and|nor)] {_DECIDING}",
        ]
    ),
}
_KINDS = "(usage|user|users|interest|interests|advertising|behavioural|behavioral|behaviour|behavior|customer|personality|pseudonymous|pseudonymised|visitor|consumer|marketing|preference|profile)"
_DONE = {
    "profiling": phrases(
        en=[
            "(we|I|us) [may|also|might|will] ...2!(not|never|no) (use|engage in|carry out|conduct|perform) ...4!(not|no|never|automated) profiling",
            "(we|I) [may|also|might|will] (create|build|compile) ...3!(not|no|your|own|account) (profile|profiles) (of|about|on|based) ...6 (interests|preferences|behaviour|behavior|you|users|habits)",
            f"(create|creates|build|builds|compile|compiles|generate|generates|form|forms|establish) ...5!(not|no|never|your|own|account|without|a) {_KINDS} [usage|interest|behaviour|behavior] (profile|profiles)",
            f"{_KINDS} [usage|interest|behaviour|behavior] (profile|profiles) ...4!(not|no|never|your) (created|built|compiled|generated|formed|drawn up|produced) ...8!(register|sign|account) (interest~|interests|behaviour|behavior|from|out|data|ads|usage)",
            f"{_ADS} ...6!(not|no|never|than|rather) (based|tailored|matched|targeted|according|depending|personalised|personalized) ...1 (on|to|upon|by) ...5!(not|context|content) your ...5!(not|choose|choice) {_INTERESTS}",
            f"(show|shows|display|displays|serve|serves|deliver|recommend|recommends|suggest|offer|target|targets|select|selects) ...8!(not|no|never|without|than) (based|matched|tailored|according) (on|to|upon) ...3 your ...4 {_INTERESTS}",
            "(infer|infers|inference|inferences|predict|predicts|prediction|predictions|evaluate|evaluates|analyse|analyze|assess) ...6!(not|no|never|aggregate*|anonym*) (your|users) ...4 (interests|preferences|habits|tastes|personality|you will like|purchase history|creditworthiness|reliability)",
            "(customer|user|audience|audiences|marketing|visitor) [(segment~|segmentation|analyses|scoring)] ...4 (segment~|segmentation|scoring|analyses|analysis) ...8!(not) (marketing|target~|personalis*|personaliz*|advertis*|ads)",
            "(targeted|personalised|personalized|tailored) (marketing|advertising|offers) ...32!(not|no) (customer analyses|customer analysis|segmentation|scoring|behaviour|behavior|interests)",
            "(create|creates|build|builds|compile|generate|draw up|form) ...2!(not|no|never) [a|an] [personal|personalised|personalized|detailed|individual|unique] (profile|profiles|picture) of [your|their|users|the user's|our users] [personal] (interests|preferences|tastes|habits|behaviour|behavior|likes)",
            f"(based on|on the basis of|according to|using|use) [your] [past|previous|own|recent|reading|listening|viewing|watch|purchase|browsing|search|online] {_INTERESTS} ...6!(not|no|never) (recommend|suggest|select|choose|tailor|personalise|personalize|show you|offer you)",
            f"(analyse|analyze|evaluate|track|study|use) ...3!(not|no|never|aggregate*|anonym*) your [online|browsing|buying|shopping|listening|reading|viewing|watch|usage] {_INTERESTS} ...6 (show|recommend|offer|suggest|present|target|tailor) ...8 (offers|ads|advertising|recommend*|relevant|personalised|personalized|songs|products|content|articles)",
            "(derive|deduce|learn|guess|work out|identify) ...2!(not|no|never) your (interests|preferences|tastes|likes)",
            "(group|sort|divide|put|assign|assigned|place|placed|grouped|sorted|divided) ...8!(not|no|never) (segments|target groups|audiences|interest groups|categories|cohorts) ...10 (interests|behaviour|behavior|preferences|advertising|ads|marketing)",
        ]
    ),
    "automated decisions": phrases(
        en=[
            f"(we|I) [may|also|might|will] (use|engage in|make|carry out|conduct|perform|take) ...2!(not|no|never) {_DECIDING}",
            "automatically (reject|rejects|refuse|refuses|approve|approves|decline|declines|deny|denies|suspend|suspends|ban|bans|block|blocks|terminate|terminates) ...5 (application~|account~|order~|request~|user~|customer~|you|claims|loan~|payment~)",
            "(application~|account~|order~|user~|claims|loan~) ...12!(not|never) (are|is|be) automatically (rejected|refused|approved|declined|denied|suspended|banned|blocked|terminated)",
            "(automated|automatic) (credit|risk|fraud|eligibility|identity) (check~|scor*|assessment~|screening) ...10!(not) (decide~|decision|result|refuse~|reject~|determine~)",
            "(decided|decide|decides|determined|approved|rejected) ...8 (without|with no) ...1 human (involvement|intervention|review)",
        ]
    ),
}
_BOUND_DENIAL = phrases(
    en=[
        "(legal|significant|significantly|similarly|solely|purely|without human|fully|exclusively|unless|except|without your|as defined|article 22|art 22|furtherance|right~ (to|not)|affect*)",
        "^ (on|in|within|with|for|at) ...2 <name>",
        "(across (sites|websites)|cross site|extracted|cookies|children|students|sensitive|this data|this information|these data|this (app|website|section)|social (network~|media))",
    ]
)
_BOUND_DOING = phrases(
    en=[
        "(right~|object|opt out|without your|legal effect~|child|children|students|other (site~|website~|companies)|linked (site~|website~)|third party (site~|website~)|contextual)",
        "(not|never|no|don't|doesn't) ...10 (based on|profil*|tailored|interests)",
        "(you can|you may|your profile|public profile|profile (page|picture|photo))",
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
        denials = [one for one in ordered(read(policy, {what: wanted})) if not says(policy, _BOUND_DENIAL, one.sentence)]
        done = [one for one in ordered(read(policy, {what: _DONE[what]}, denied=False)) if not says(policy, _BOUND_DOING, one.sentence)]
        for denial in denials:
            broken = [other for other in done if apart(denial, other) and same_frame(denial, other)]
            if broken:
                yield _finding(policy, what, denial, broken)
                return


def _finding(policy: Policy, what: str, denial: Statement, broken: list[Statement]) -> Finding:
    verb = "are" if what.endswith("s") else "is"
    return Finding(
        f"{what} {verb} denied here, but done {elsewhere(policy, broken[0])}",
        denial.span,
        related=tuple(Related(other.span, "does it") for other in broken[:_MOST_SHOWN]),
        help="say which profiling or automated decisions there are, and deny only the others",
        topic=what,
    )
