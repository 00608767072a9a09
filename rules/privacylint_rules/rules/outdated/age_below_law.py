"""
Draws the line for children lower than the law does.

In the United States COPPA protects children under 13, and people in California under 16 must opt in before their data
is sold or shared. In the European Union a child may consent alone from 16, or from the lower age that the country
chose, never below 13. A policy that draws its line lower tells parents that no consent is needed where it is.

Source: 16 CFR 312.2; California Civil Code section 1798.120(c); GDPR Article 8(1) and the national acts named in the
table of this rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from privacylint.api import Bad, Claim, Claims, Finding, Good, Policy, rule

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- what the laws say -----------------------------------------------------------------------------------------------

COPPA_AGE, CALIFORNIA_AGE, LOWEST_IN_EUROPE = 13, 16, 13

CONSENT_AGES: Mapping[str, tuple[str, int, str]] = {
    "AT": ("Austria", 14, "DSG § 4(4)"),
    "BE": ("Belgium", 13, "Act of 30 July 2018 Art. 7"),
    "BG": ("Bulgaria", 14, "PDPA Art. 25c"),
    "HR": ("Croatia", 16, "Act implementing the GDPR Art. 19(1)"),
    "CY": ("Cyprus", 14, "Law 125(I)/2018 s. 8(1)"),
    "CZ": ("Czechia", 15, "Act 110/2019 s. 7"),
    "DK": ("Denmark", 15, "Databeskyttelsesloven s. 6(2)"),
    "EE": ("Estonia", 13, "IKS s. 8(1)"),
    "FI": ("Finland", 13, "Tietosuojalaki 1050/2018 s. 5"),
    "FR": ("France", 15, "Loi 78-17 Art. 45"),
    "DE": ("Germany", 16, "GDPR Art. 8(1)"),
    "GR": ("Greece", 15, "Law 4624/2019 Art. 21(1)"),
    "HU": ("Hungary", 16, "GDPR Art. 8(1)"),
    "IE": ("Ireland", 16, "Data Protection Act 2018 s. 31"),
    "IT": ("Italy", 14, "Codice privacy Art. 2-quinquies"),
    "LV": ("Latvia", 13, "Personal Data Processing Law s. 33"),
    "LT": ("Lithuania", 14, "Law I-1374 Art. 6"),
    "LU": ("Luxembourg", 16, "GDPR Art. 8(1)"),
    "MT": ("Malta", 13, "S.L. 586.11 reg. 4"),
    "NL": ("the Netherlands", 16, "GDPR Art. 8(1)"),
    "PL": ("Poland", 16, "GDPR Art. 8(1)"),
    "PT": ("Portugal", 13, "Lei 58/2019 Art. 16(1)"),
    "RO": ("Romania", 16, "GDPR Art. 8(1)"),
    "SK": ("Slovakia", 16, "Act 18/2018 s. 15(1)"),
    "SI": ("Slovenia", 15, "ZVOP-2 Art. 8"),
    "ES": ("Spain", 14, "LO 3/2018 Art. 7"),
    "SE": ("Sweden", 13, "Lag 2018:218 ch. 2 s. 4"),
    "IS": ("Iceland", 13, "Act 90/2018 Art. 10"),
    "LI": ("Liechtenstein", 16, "GDPR Art. 8(1)"),
    "GB": ("the United Kingdom", 13, "UK GDPR Art. 8(1)"),
}
"""By country: its name, the age from which a child consents alone, and the act. As at November 2026."""

# --- words -----------------------------------------------------------------------------------------------------------

COPPA_PROTECTS = phrases(
    en=[
        "(COPPA | children's online privacy protection (act | rule)) ...4 (protects | covers | applies to | regulates | governs | defines | restricts | concerns) ...12!(not) (under | below | younger than) [the age of] <age>",
    ]
)
LOWER_AGE = phrases(en=["(lower | applicable | relevant | minimum | equivalent | local | other | different) age", "(or | such) ...3 (lower | older | higher) age", "where you live"])
ALONE = phrases(
    en=[
        "(can | may | able to | could | old enough to | entitled to | allowed to) [validly | lawfully | legally] [give | grant] [your | their | own] [own] consent !(with | through | by | of)",
        "(your | their) [own] consent (is | will be | counts as) (enough | sufficient | valid | effective)",
        "[to] consent ...2 (alone | yourself | themselves | himself | herself | on your own | on their own | independently | under article 8)",
    ]
)
FROM_AGE = phrases(
    en=[
        "age of [digital] consent [for children] (in | for) [the] <place> is [set at] <age>",
        "digital age of consent (in | for) [the] <place> is [set at] <age>",
        "in [the] <place> the [digital] age of [digital] consent is [set at] <age>",
    ]
)
CONSENT = phrases(en=["(consent~ | permission | authoris* | authoriz* | approval)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("16 CFR 312.2", "Cal. Civ. Code 1798.120(c)", "GDPR Art. 8(1)"),
    good=[
        Good("We do not knowingly collect data from children under 13.\n", ("coppa",)),
        Good("We do not knowingly collect data from children aged 12 and under.\n", ("coppa",)),
        Good("If you live in Austria and are under 14, we need the consent of your parents.\n", ("gdpr",)),
        Good("In France children may consent for themselves from the age of 15.\n", ("gdpr",)),
        Good("In France you may play from the age of 13 with the consent of your parents.\n", ("gdpr",)),
        Good("# California\n\nWe do not sell the data of people under 16.\n", ("ccpa",)),
    ],
    bad=[
        Bad(
            "We do not knowingly collect data from children under 10.\n",
            at="not knowingly collect data from children under 10",
            message="draws the line for children at 10, and COPPA at 13 (16 CFR 312.2)",
            regimes=("coppa",),
        ),
        Bad(
            "If you live in Germany and are under 14, we need the consent of your parents.\n",
            at="under 14, we need the consent of your parents",
            message="asks parents for consent below 14, and in Germany a child consents alone from 16 (GDPR Art. 8(1))",
            regimes=("gdpr",),
        ),
        Bad(
            "In France children may consent for themselves from the age of 13.\n",
            at="from the age of 13",
            message="lets children consent alone from 13, and in France a child does so from 15 (Loi 78-17 Art. 45)",
            regimes=("gdpr",),
        ),
        Bad(
            "The age of digital consent in Spain is 13.\n",
            at="age of digital consent in Spain is 13",
            message="lets children consent alone from 13, and in Spain a child does so from 14 (LO 3/2018 Art. 7)",
            regimes=("gdpr",),
        ),
        Bad(
            "COPPA protects children under 16, and we follow it.\n",
            at="COPPA protects children under 16",
            message="COPPA protects children under 13, not under 16 (16 CFR 312.2)",
            regimes=("coppa",),
        ),
    ],
)
def age_below_law(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """At most one finding for each of the laws."""
    for check in (_coppa, _misquoted, _california, _europe):
        yield from list(check(policy, claims))[:1]


def _coppa(policy: Policy, claims: Claims) -> Iterator[Finding]:
    lines = [
        claim
        for role in ("no-knowing-collection", "parental-consent", "delete-if-learned")
        for claim in claims.all("age", role=role)
        if claim.value["relation"] in ("under", "at-or-under") and _reaches(claim, "US")
    ]
    american = {"coppa", "ccpa", "caloppa"} & set(claims.regimes)
    if american and lines and all(_line(claim) < COPPA_AGE for claim in lines):
        yield Finding(
            f"draws the line for children at {_line(lines[0])}, and COPPA at {COPPA_AGE} (16 CFR 312.2)",
            lines[0].span,
            help="write under 13, or say that the service is not for the United States",
            cites=("16 CFR 312.2",),
            regimes=("coppa",) if "coppa" in claims.regimes else (),
        )


def _misquoted(policy: Policy, claims: Claims) -> Iterator[Finding]:
    for match in policy.find(COPPA_PROTECTS):
        age = match.slots["age"]
        if age != COPPA_AGE:
            yield Finding(
                f"COPPA protects children under {COPPA_AGE}, not under {age} (16 CFR 312.2)",
                match.span,
                help="write 13 where you speak of COPPA, and give a higher age as your own",
                cites=("16 CFR 312.2",),
                regimes=("coppa",) if "coppa" in claims.regimes else (),
            )


def _california(policy: Policy, claims: Claims) -> Iterator[Finding]:
    lines = [claim for claim in claims.all("age", role="sale-opt-in") if "US-CA" in claim.scope.region]
    if "ccpa" in claims.regimes and lines and all(_line(claim) < CALIFORNIA_AGE for claim in lines):
        if any(claim.value["relation"] == "between" for claim in lines):
            return
        yield Finding(
            f"draws the line for the sale of data at {_line(lines[0])}, and California at {CALIFORNIA_AGE} "
            "(Cal. Civ. Code 1798.120(c))",
            lines[0].span,
            help="ask people under 16 to opt in, and parents of children under 13",
            cites=("Cal. Civ. Code 1798.120(c)",),
            regimes=("ccpa",),
        )


def _europe(policy: Policy, claims: Claims) -> Iterator[Finding]:
    if {"gdpr", "uk-gdpr"} & set(claims.regimes):
        yield from _asked_of_parents(policy, claims)
        yield from _left_to_children(policy, claims)


def _left_to_children(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """From which age a text says that children consent alone, where that country's law says a higher one."""
    said = [
        (code, claim.value["threshold"] + (claim.value["relation"] == "over"), claim.span)
        for claim in claims.all("age")
        if claim.value["relation"] in ("at-least", "over") and claim.sentence is not None
        and scope.found(policy, ALONE, claim.sentence) and not scope.found(policy, LOWER_AGE, claim.sentence)
        for code in claim.scope.region
    ]
    said += [(match.slots["place"], match.slots["age"], match.span) for match in policy.find(FROM_AGE)]
    for code, line, span in said:
        country, age, cite = CONSENT_AGES.get(code, ("", 0, ""))
        if line < age:
            yield Finding(
                f"lets children consent alone from {line}, and in {country} a child does so from {age} ({cite})",
                span,
                help=f"write {age} for {country}, and ask parents below",
                cites=tuple(dict.fromkeys((cite, "GDPR Art. 8(1)"))),
            )


def _asked_of_parents(policy: Policy, claims: Claims) -> Iterator[Finding]:
    for claim in claims.all("age", role="parental-consent"):
        sentence = claim.sentence
        if sentence is None or claim.value["relation"] not in ("under", "at-or-under"):
            continue
        if scope.found(policy, LOWER_AGE, sentence) or not scope.found(policy, CONSENT, sentence):
            continue
        for code in claim.scope.region:
            country, age, cite = CONSENT_AGES.get(code, ("", 0, ""))
            if _line(claim) < age:
                yield _in_europe(claim, f"in {country} a child consents alone from {age} ({cite})", cite)
            elif code in ("EU", "EEA") and _line(claim) < LOWEST_IN_EUROPE:
                yield _in_europe(claim, f"nowhere in the EEA may a child consent alone below {LOWEST_IN_EUROPE} (GDPR Art. 8(1))", "GDPR Art. 8(1)")


def _in_europe(claim: Claim, said: str, cite: str) -> Finding:
    return Finding(
        f"asks parents for consent below {_line(claim)}, and {said}",
        claim.span,
        help="write 16, or the lower age set by the country",
        cites=tuple(dict.fromkeys((cite, "GDPR Art. 8(1)"))),
    )


def _reaches(claim: Claim, code: str) -> bool:
    return bool(scope.lands(claim.scope.region) & scope.lands((code,)))


def _line(claim: Claim) -> int:
    """The age from which somebody is no child here: "12 and under" and "under 13" are one line."""
    threshold: int = claim.value["threshold"]
    return threshold + 1 if claim.value["relation"] == "at-or-under" else threshold
