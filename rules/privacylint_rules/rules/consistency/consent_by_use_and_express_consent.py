"""
Consent taken from the mere use of the service here, and asked for expressly there.

Where consent is the basis, silence or use is none (recital 32 GDPR), and a reader who is told both does not know whether
anything was agreed to. Compared are consent to the processing of personal data as a whole: express consent to cookies,
marketing, sensitive data or some other single thing is no clash, nor is acceptance of the policy or the terms by use.

Source: Articles 4(11) and 7 GDPR, recital 32; CJEU C-673/17 (Planet49); EDPB Guidelines 05/2020.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_PROCESSING = "(collection|collect|processing|process|use|using|storage|sharing|share|transfer|disclosure)"
_BY_USE = phrases(
    en=[
        f"by ...3!(clicking|checking|ticking|not|submitting|providing|signing) (using|accessing|visiting|browsing|use of|continuing to use) ...14!(not|terms|cookies|if) you [hereby] agree (to|with) ...6!(cookies|terms|marketing|policy|practices) {_PROCESSING} ...8!(cookies) (data|information)",
        f"(if|when) you (use|visit|access|continue to use) ...5!(not|feature) (site|website|service~|app|platform|product~) you [hereby] (consent|agree) to ...8!(cookies|terms|marketing|policy) {_PROCESSING} ...8!(cookies) (data|information)",
        f"you [hereby] (consent|agree) to ...8!(cookies|terms|marketing|policy|not) {_PROCESSING} ...8!(cookies) (data|information) by (using|visiting|accessing|continuing to use)",
        f"using ...5!(not|cookies|feature) (constitutes|signifies|means|implies|indicates) ...6 consent to ...10!(cookies|terms) {_PROCESSING}",
        f"by ...3!(clicking|checking|ticking|not|submitting|providing|signing) (using|accessing|visiting|browsing|use of) ...22!(not|terms|cookies|if) [hereby|expressly] (consent|consents|consenting) (to|that) ...10!(cookies|terms|marketing) {_PROCESSING}",
        f"(use|using|access) of ...8!(not|cookies|if) (constitutes|signifies|means|implies|indicates) ...6 consent to ...10!(cookies|terms) {_PROCESSING}",
    ]
)
_EXPRESS = phrases(
    en=[
        "(only|solely|exclusively) ...10!(if|cookies|marketing|sensitive|disclose|share) (process~|collect~|use) ...8!(cookies|marketing|sensitive|location|children) (personal data|personal information|your data|your information|information) ...10!(cookies|marketing|sensitive) (explicit|express|expressly|prior|affirmative|freely given) ...6 (consent|permission|grant)",
        "(only|solely|exclusively) (with|after|upon|on) [your] (explicit|express|prior|affirmative) ...3 (consent|permission)",
        "(process~|collect~) ...5!(not|cookies|marketing|sensitive|location|children|special) (personal data|personal information) ...8!(cookies|marketing|sensitive) consent ...3!(not) (expressly grant~|expressly give~|explicitly give~|explicitly grant~|given expressly)",
        "(personal (data|information)|your data) ...3!(cookies|marketing|sensitive|no) (is|are) (processed|collected|used) (only|solely|exclusively) (if|when|after|once|with) ...4!(cookies|marketing) (explicit|express|expressly|prior|affirmative|affirmatively) ...4 (consent~|permission)",
        "no (personal (data|information)|data) (is|are|will be) (processed|collected|used) without ...3 (explicit|express|prior|affirmative) ...3 (consent|permission)",
        "(not|never) ...4 (collect|process|use) ...3 (personal (data|information)|your data) (unless|until) you [have] [given us|given] [your] (explicitly|expressly|explicit|express|affirmatively) [(consented|agreed|consent|permission)]",
        "(always|first) ...2 (ask|ask for|obtain|seek) [you for] [your] (explicit|express|prior|affirmative) (consent|permission) (before|to) ...3!(cookies|marketing) (process~|collect~|processing|collecting|use) ...2 (personal (data|information)|your data)",
        "(not|never) ...4 (collect~|process~) ...3 (personal data|personal information|your data) ...6!(cookies|marketing|sensitive|about|from) without ...3 (explicit|express|prior|affirmative) ...3 (consent|permission)",
    ]
)
_ONE_THING = phrases(
    en=["(cookie~|marketing|newsletter~|sensitive|special categor*|health|location|camera|microphone|biometric|advertis*|parent~|child~|third party|third parties|contact~ list|push)", "(this|these|such) [types of] (information|data) [(is|are|will|may)] [only] (collected|processed|is|are)"]
)
_TO_COOKIES = phrases(en=["(consent|consents|consenting|agree~) to [our|the] (use|using|setting|placing|storage) [of] [our|these] [session|persistent] cookies"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 4(11)",),
    good=[
        "By using the shop you accept this policy.\n\nWe process personal data only with your explicit consent.\n",
        "By using the shop you consent to the collection of your data.\n\nWe use cookies only with your explicit consent.\n",
    ],
    bad=[
        Bad(
            "Use of the shop constitutes your consent to the collection of your data.\n\n## Basis\n\n"
            "We never process personal data without your explicit consent.\n",
            at="Use of the shop constitutes your consent to the collection",
            related=("never process personal data without your explicit consent",),
            message='use counts as consent here, but consent is asked for expressly in "Basis" (line 5)',
        ),
    ],
)
def consent_by_use_and_express_consent(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Consent by use, and the first passage that asks for it expressly."""
    by_use = [one for one in ordered(read(policy, {"by use": _BY_USE}, denied=False)) if not says(policy, _TO_COOKIES, one.sentence)]
    express = [one for one in ordered(read(policy, {"express": _EXPRESS})) if not says(policy, _ONE_THING, one.sentence)]
    for one in by_use:
        other = next((each for each in express if apart(one, each) and same_frame(one, each)), None)
        if other:
            yield Finding(
                f"use counts as consent here, but consent is asked for expressly {elsewhere(policy, other)}",
                one.span,
                related=(Related(other.span, "asks for it expressly"),),
                help="drop the consent by use, or name the basis you rely on",
            )
            return
