"""
Agreement is taken from the mere use of the service.

Visiting a site or going on using it is no act by which somebody agrees to something. Where consent is the basis, it
counts for nothing; where it is not, the sentence promises a choice that is none.

Off unless asked for: outside of Europe the sentence is common and often harmless.

Source: WP260 rev.01, paragraphs 29-31 (changes); GDPR article 4(11) and recital 32 (silence or inactivity is no consent);
EDPB guidelines 05/2020, paragraphs 79 and 86 (scrolling and continued use are no consent).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.words import phrases

_AGREE = "(agree|agrees|consent|consents|accept|accepts|assent|acknowledge and agree|acknowledge and accept)"
_TO = "(this|these|the|our|any|such|its|those|all) [updated|revised|modified|new|amended|foregoing|terms of (this|the|our)] [privacy|cookie] (policy|notice|statement|changes|change|modifications|terms|practices|amendments|updates|use|collection|processing|transfer)"
IMPLIED = phrases(
    en=[
        "by (using|accessing|visiting|browsing|entering|downloading|installing|continuing) ...15 (you|users|the user|visitors) [hereby|also|expressly|thereby|are|will be deemed to] " + f"{_AGREE} ...6 {_TO}",
        f"by (using|accessing|visiting|browsing|continuing) ...15 you [hereby|also|expressly|thereby|are] [signify|indicate|signifying|indicating|give|giving|agreeing|consenting|accepting|consent|agree] [your|to] (acceptance|consent|agreement|agreeing|consenting|accepting) ...6 {_TO}",
        "(continued|continuing|further|subsequent|your) [continued] (use|access|visit) ...20 (constitute~|mean~|signif*|indicate~|implies|imply|deemed|considered|amount~|confirm~|be taken) ...10 (acceptance|consent|agreement|agree|accept|consented|accepted|agreed)",
        "(if|when|once) you (continue|keep) [on] (to use|using|to access|accessing|browsing|to browse) ...20 you [are|will|will be|have] [deemed|considered|taken] [to] [have] [hereby|thereby] (agree|accept|consent|agreed|accepted|consented|agreeing|accepting|consenting)",
    ]
)
DENIED = phrases(en=["(not|never|no) ...12 (consent|agreement|acceptance|agree|accept)"])


@rule(
    severity="info",
    confidence="medium",
    default=False,
    good=[
        "By ticking the box you agree to this policy.",
        "Continued use of the site does not mean consent; we ask you first.",
        "By using the site you can read our privacy policy at any time.",
        "By submitting the form you consent to the storage of your address.",
    ],
    bad=[
        Bad("By using our website, you consent to our privacy policy.", at="By using our website, you consent to our privacy policy"),
        Bad(
            "Your continued use of the app after a change constitutes your acceptance of it.",
            at="Your continued use of the app after a change constitutes your acceptance",
        ),
        Bad(
            "By visiting the shop you accept this notice. If you continue to use the shop you agree to the changes.",
            at="By visiting the shop you accept this notice",
            related=("If you continue to use the shop you agree",),
        ),
    ],
)
def consent_by_use(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Sentences that take use for agreement: one finding, with every place."""
    denied = {match.sentence for match in policy.find(DENIED)}
    implied = [match for match in policy.find(IMPLIED) if match.sentence not in denied]
    first = {match.sentence.number: match for match in reversed(implied)}
    places = [first[number] for number in sorted(first)]
    if places:
        yield Finding(
            "use of the service is taken for agreement here",
            places[0].span,
            tuple(Related(match.span, "here too") for match in places[1:]),
            help="say that the text informs; ask for consent, by an act of its own, where you need it",
        )
