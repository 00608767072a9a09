"""
The same data is kept for two different times.

How long data is kept is one of the first things an authority checks, and a reader will hold you to the shorter time.
Periods are compared only for the same data and the same clock: 90 days and 3 months agree, a period and "as long as
necessary" agree, an account that lasts and 30 days after it agree, and logs on a server and logs in a backup are two things.

Source: GDPR Article 13(2)(a) and Article 5(1)(e); California Civil Code section 1798.100(a)(3).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Phrases, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.retention.alike import words_of
from privacylint_rules.retention.lengths import in_days, in_words
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

GENERAL = frozenset(("", "personal", "customer", "user", "users", "personally identifiable", "account"))
"""What is left of "personal data" and the like: everything, so that two sections may well mean two parts of it."""
GENERAL_HEADING = phrases(
    en=[
        "(retention | retain~ | storage | store~ | how long | keep~ | deletion | security | protect~ | rights | summary | overview | introduction | general | privacy policy | contact us | changes)",
        "^ [how | what | why] [do] [we] (collect~ | use~ | share~ | disclose~ | process~ | handle~ | sharing | disclosure) [and | or] [we] [collect~ | use~ | share~ | disclose~ | process~] [of] [the | your] [personal] (data | information) [we collect] $",
        "^ [the | your | types of | what | which] [personal] (data | information) [we | that we | you] [collect~ | provide | process~ | use~ | share~] $",
        "^ (who we are | about us | our commitment | purpose~ | definitions | legal bas~ | international [data] transfers | questions [and | or] [complaints] | your choices | your privacy) $",
    ]
)
ONLY = phrases(
    en=[
        "only [ever] (retain~ | keep~ | kept | store~ | hold~ | held | save~)", "(retain~ | retained | keep~ | kept | store | stored | hold | held) ...6 only (for | as | until | while)",
        "(retain~ | retained | keep~ | kept | store | stored | hold | held) ...8 (for a maximum [period] of | at most | (not | no | never) longer than | no more than) <duration>",
    ]
)
POINTS_BACK = phrases(en=["(this | these | that | those | such | said) [personal] (data | information | record~ | period | logs | log)", "^ (it | they | this | these)"])
HEDGES = frozenset(("generally", "normally", "typically", "usually", "by default", "in general", "ordinarily"))
EVENTS = frozenset(("account closure", "request"))
"""What starts the clock for all data at once, whatever the heading above speaks of."""
KIND_OF_PLACE = {
    "backup": phrases(en=["(backup~ | back up | back ups | archive~ | archival)"]),
    "trash": phrases(en=["(trash | bin | recycle)"]),
    "inactive": phrases(en=["(inactive | inactivity | dormant | unverified | rejected | unsuccessful | trial | free | paid)"]),
    "law": phrases(en=["(unless | longer | except | where | if) ...8 (law | legal | tax | statutory | obligation~)", "(dispute~ | litigation | legal claim~)"]),
    "deletion": phrases(en=["(close~ | closure | terminat* | deletion of your account | delete your account | cancel* | unsubscribe~ | withdraw* | request~)", "ask~ us"]),
    "aggregate": phrases(en=["(aggregate~ | anonymous | anonymised | anonymized | de identified | pseudonym*) [or aggregated] (data | information | form | statistics | logs)"]),
}
"""Words that make two periods of the same data speak of two things."""

MOST = 40
"""How many statements about one thing are compared: pairs stay few however long the text."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 13(2)(a)",),
    good=[
        "We keep visit logs for 90 days.\n\nVisit logs are deleted after 3 months.\n",
        "We keep visit logs for 90 days.\n\nWe keep visit logs for as long as necessary.\n",
        "We keep visit logs for 90 days.\n\nVisit logs in backups are deleted after 120 days.\n",
        "In Norway, we keep orders for ten years.\n\nIn Spain, we keep orders for six years.\n",
        "We keep visit logs for 90 days.\n\nOrders are kept for ten years.\n",
        "- Visit logs: kept for 90 days\n- Visit logs: kept for 30 days where you object\n",
        "We keep visit logs for up to 90 days and at least 30 days.\n\nVisit logs are kept for at least 30 days.\n",
    ],
    bad=[
        Bad(
            "We keep visit logs for 90 days.\n\n## Security\n\nVisit logs are deleted after two years.\n",
            at="90 days",
            related=("two years",),
            message='visit logs are kept for 90 days here, but for 2 years in "Security" (line 5)',
        ),
        Bad(
            "We only keep your personal data as long as your account is active.\n\n## Forum\n\nWe may keep some personal data indefinitely.\n",
            at="as long as your account",
            related=("indefinitely",),
            message='personal data is kept only as long as the account exists here, but some indefinitely in "Forum" (line 5)',
        ),
        Bad(
            "We keep visit logs for 90 days.\n\n## Security\n\nVisit log files are deleted after two years.\n\n## Shop\n\nVisit logs are kept for one year.\n",
            at="90 days",
            related=("two years", "one year"),
        ),
        Bad(
            "We keep your account data for two years after you close your account.\n\n## Shop\n\n"
            "After you close your account, we delete your account data within 30 days.\n",
            at="two years",
            related=("30 days",),
        ),
        Bad(
            "Chat messages are kept indefinitely.\n\n## Messages\n\nWe delete chat messages after 30 days.\n",
            at="indefinitely",
            related=("30 days",),
            message='chat messages are kept indefinitely here, but for 30 days in "Messages" (line 5)',
        ),
    ],
)
def conflicting_retention(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Periods of the same data and clock that cannot both hold."""
    kept = [claim for claim in claims.all("retention") if claim.value["duration"] != "criteria" and claim.value["data"]]
    for words, alike in _by_data(kept).items():
        clash = next((clash for number in range(len(alike)) if (clash := _clash(policy, alike[number:]))), None)
        if clash is None:
            continue
        one, other, *_ = clash
        general = " ".join(sorted(words)) in GENERAL
        yield Finding(
            f"{one.value['data']} {_are(one)} kept {_shown(one)} here, but {_shown(other)} {elsewhere(policy, other)}",
            one.span,
            related=tuple(Related(claim.span, f"says {_shown(claim).removeprefix('for ')}") for claim in clash[1:]),
            help="settle on one period, or say what each of them is for",
            severity="warning" if general else None,
            confidence="medium" if general else None,
        )
    yield from _kept_only(policy, kept)


def _by_data(kept: list[Claim]) -> dict[frozenset[str], list[Claim]]:
    """The statements about the same data, by the words that name it."""
    by_data: dict[frozenset[str], list[Claim]] = {}
    for claim in kept:
        alike = by_data.setdefault(words_of(claim.value["data"]), [])
        if len(alike) < MOST:
            alike.append(claim)
    return by_data


def _clash(policy: Policy, alike: list[Claim]) -> list[Claim]:
    """The first of some statements, and every one after it that cannot hold beside it; empty where all agree."""
    first, *others = alike
    unlike = [other for other in others if _same_frame(policy, first, other) and not _agree(first, other)]
    return [first, *unlike] if unlike else []


def _kept_only(policy: Policy, kept: list[Claim]) -> Iterator[Finding]:
    """Personal data is kept only for a time, and yet some of it for ever."""
    only = [claim for claim in kept if claim.value["duration"] != "indefinite" and _personal(claim) and _in(policy, claim, ONLY)]
    forever = [claim for claim in kept if claim.value["duration"] == "indefinite" and "personal" in claim.value["data"]]
    for one in only[:MOST]:
        for other in forever[:MOST]:
            if _in(policy, other, KIND_OF_PLACE["aggregate"]) or one.sentence is other.sentence or not scope.overlaps(one.scope, other.scope):
                continue
            yield Finding(
                f"{one.value['data']} is kept only {_shown(one)} here, but some indefinitely {elsewhere(policy, other)}",
                one.span,
                related=(Related(other.span, "keeps it for ever"),),
                help="name the exception where the promise is made",
                severity="warning",
                confidence="medium",
            )
            return


def _personal(claim: Claim) -> bool:
    return claim.value["data"] in ("personal data", "personal information", "information", "data", "information about you")


def _in(policy: Policy, claim: Claim, wordings: Phrases) -> bool:
    return bool(claim.sentence and scope.found(policy, wordings, claim.sentence))


def _same_frame(policy: Policy, one: Claim, other: Claim) -> bool:
    first, second = one.sentence, other.sentence
    if first is None or second is None or first.block is second.block:
        return False
    if first.block.group and first.block.group == second.block.group:
        return False
    if scope.found(policy, POINTS_BACK, first) or scope.found(policy, POINTS_BACK, second):
        return False
    if any(bool(scope.found(policy, words, first)) != bool(scope.found(policy, words, second)) for words in KIND_OF_PLACE.values()):
        return False
    return (
        _same_clock(one, other)
        and scope.lands(one.scope.region) == scope.lands(other.scope.region)
        and one.scope.people == other.scope.people
        and one.scope.product == other.scope.product
        and _unbound(one) == _unbound(other)
        and (one.scope.purpose == other.scope.purpose or not one.scope.purpose or not other.scope.purpose)
        and (" ".join(sorted(words_of(one.value["data"]))) not in GENERAL or one.value["from"] in EVENTS or _speaks_of_all(policy, first, second))
    )


def _unbound(claim: Claim) -> str | None:
    # "as required by law" binds nothing that a period does not
    condition = claim.scope.condition or ""
    # "when you write to us" says how the data comes in, not which part of it is meant
    binds = [part for part in condition.split("; ") if part.lower() not in HEDGES and not part.lower().startswith(("when you ", "whenever you "))]
    return "; ".join(binds) or None


def _same_clock(one: Claim, other: Claim) -> bool:
    clocks = {one.value["from"], other.value["from"]}
    natural = {None, "last activity"} if "inactive" in one.value["data"] else {None, "collection"}
    return len(clocks) == 1 or clocks == natural


def _speaks_of_all(policy: Policy, one: Sentence, other: Sentence) -> bool:
    """Whether two statements about all data mean the same data: no heading above them narrows it down."""
    if one.section is other.section:
        return True
    headings = [section.heading for sentence in (one, other) for section in sentence.section.above() if section.heading]
    # every heading speaks of retention or of the whole
    return not any(
        heading.level > 1 and not any(scope.found(policy, GENERAL_HEADING, text) for text in policy.sentences_of(heading)) for heading in headings
    )


def _agree(one: Claim, other: Claim) -> bool:
    durations = (one.value["duration"], other.value["duration"])
    if "account" in durations:
        return True
    if "indefinite" in durations:
        return bool(durations[0] == durations[1])
    days, days2 = (in_days(duration) for duration in durations)
    limits = {one.value["limit"], other.value["limit"]}
    if "at-least" in limits and len(limits) == 2:
        # "at least one year" agrees with every longer period
        least, longer = (days, days2) if one.value["limit"] == "at-least" else (days2, days)
        return longer >= least
    slack = 0.2 if "about" in limits else 0.03
    return abs(days - days2) <= slack * max(days, days2)


def _are(claim: Claim) -> str:
    last = claim.value["data"].split()[-1]
    return "are" if last.endswith("s") or last == "data" else "is"


def _shown(claim: Claim) -> str:
    duration: str = claim.value["duration"]
    if duration == "indefinite":
        return "indefinitely"
    if duration == "account":
        return "as long as the account exists"
    limit = {"at-most": "up to ", "at-least": "at least ", "about": "about "}.get(claim.value["limit"] or "", "")
    return "not at all" if in_days(duration) == 0 else f"for {limit}{in_words(duration)}"
