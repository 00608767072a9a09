"""
Two effective dates, or two dates of the last update, for one policy.

Which version a reader agreed to, and since when a change holds, hangs on these dates. Two of the same kind in one
document mean that one of them was forgotten when the text was changed. A date of the last update that differs from the
effective date is no conflict, and neither are the dates of another document in the same file. But a version that was
updated in 2022 cannot have taken effect in 2020: where such a pair stands far apart, one of the two was forgotten.

Source: California Business and Professions Code section 22575(b)(4) (effective date); GDPR Article 5(2) and Article
12(1) (accountability, transparency).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

NAMED = {"effective": "the effective date", "last-updated": "the date of the last update"}
CHANGELOG = phrases(en=["(change log | changelog | history | revision~ | versions | what changed | changes)"])
ANOTHER_DOCUMENT = phrases(
    en=[
        "(policy | notice | statement | addendum | terms | agreement | register | declaration | supplement)",
        "(privacy | consumer | state | law | legal | required) disclosure~",
    ]
)
ABOUT_THIS_ONE = phrases(
    en=[
        "this ...2 (policy | notice | statement | addendum | agreement | declaration)",
        "(what | where | how | why | who | when | change~ | update~ | amendment~ | modif* | revision~ | scope | about | contact~ | question~ | complaint~ | acceptance | covered) "
        "...5 (policy | notice | statement | agreement | declaration)",
    ]
)
"""Headings that name this document and open no other: "Changes to our privacy policy"."""
FOR_SOME = phrases(
    en=["(existing | new | current | registered | returning) (user~ | customer~ | member~ | account~ | subscriber~)", "(before | after | prior | until) ...2 <date>"]
)

_FAR = 5
"""How many blocks stand at least between two dates that tell no history side by side."""

MOST = 40
"""How many dates of one kind are compared with those after them."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("Cal. Bus. & Prof. Code § 22575(b)(4)",),
    good=[
        "Effective 4 June 2021. Last updated 9 August 2022.\n",
        "Last updated: June 2021\n\nThis policy was last updated on 4 June 2021.\n",
        "# Privacy Policy\n\nLast updated: 4 June 2021\n\n# Cookie Policy\n\nLast updated: 9 August 2022\n",
        "---\nupdated: 2021-06-04\n---\n\nLast updated: 4 June 2021\n",
        "Effective 4 June 2021 for existing users.\n\nEffective 9 May 2021 for new users.\n",
        "Effective 4 June 2020\n\nLast updated 9 August 2022\n\n## Data\n\nPlants.\n",
        "This policy took effect on 4 June 2021.\n\nOur Terms of Use took effect on 9 August 2022.\n",
    ],
    bad=[
        Bad(
            "Last updated: 4 June 2021\n\n## Contact\n\nWrite to us.\n\nThis policy was last updated on 9 August 2022.\n",
            at="Last updated: 4 June 2021",
            related=("This policy was last updated on 9 August 2022",),
            message='the date of the last update is 4 June 2021 here, but 9 August 2022 in "Contact" (line 7)',
        ),
        Bad(
            "# Plants\n\nLast updated: 4 June 2021\n\n## What this notice covers\n\nPlants.\n\nLast updated: 9 August 2022\n",
            at="Last updated: 4 June 2021",
            related=("Last updated: 9 August 2022",),
        ),
        Bad(
            "Effective date: 4 June 2021\n\nThis notice takes effect on 1 July 2021.\n",
            at="Effective date: 4 June 2021",
            related=("takes effect on 1 July 2021",),
        ),
        Bad(
            "---\nlastUpdated: 2023-01-05\n---\n\nLast updated: 4 June 2021\n",
            at="Last updated: 4 June 2021",
            related=("2023-01-05",),
            message="the date of the last update is 4 June 2021 here, but 2023-01-05 in the front matter",
        ),
        Bad(
            "Last updated: 9 August 2022\n\n## Plants\n\nPots.\n\n- one\n- two\n- three\n\n## Changes\n\nThis policy is effective as of 4 June 2020.\n",
            at="Last updated: 9 August 2022",
            related=("effective as of 4 June 2020",),
            message='this policy was last updated on 9 August 2022 here, but it takes effect on 4 June 2020 in "Changes" (line 13)',
        ),
    ],
)
def conflicting_dates(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Dates of the same role that cannot be the same day."""
    for role in NAMED:
        dates = [claim for claim in claims.all("date", role=role) if not _qualified(policy, claim)]
        shown = [claim for claim in dates if claim.sentence]
        hidden = [claim for claim in dates if not claim.sentence]
        if not shown:
            continue
        for number, first in enumerate(shown[:MOST], 1):
            others = _unlike(first, [claim for claim in shown[number:] if _same_document(policy, first, claim)])
            if others:
                yield _finding(policy, role, first, others)
                break
        else:
            if _unlike(shown[0], hidden):
                yield _finding(policy, role, shown[0], _unlike(shown[0], hidden))
    yield from _in_force_before_its_update(policy, claims)


def _in_force_before_its_update(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """An effective date that lies before the last update, far from where that is named: side by side they tell a history."""
    updated, effective = ([claim for claim in claims.all("date", role=role) if claim.sentence and not _qualified(policy, claim)] for role in ("last-updated", "effective"))
    for one in effective[:MOST]:
        for other in updated[:MOST]:
            if one.value["date"][:7] < other.value["date"][:7] and _far_apart(one, other) and _one_title(policy, one, other):
                first, second = sorted((one, other), key=lambda claim: claim.span)
                told = "it takes effect on" if second is one else "it was last updated on"
                said = "this policy was last updated on" if first is other else "this policy takes effect on"
                yield Finding(
                    f"{said} {_shown(policy, first)} here, but {told} {_shown(policy, second)} {elsewhere(policy, second)}",
                    first.span,
                    related=(Related(second.span, f"says {_shown(policy, second)}"),),
                    help="bring the effective date up to date, or say that it is the one of the first version",
                    severity="warning",
                    confidence="medium",
                )
                return


def _one_title(policy: Policy, one: Claim, other: Claim) -> bool:
    """Whether no heading as high as the first one that stands above them opens another document between them."""
    first, second = sorted((one.sentence, other.sentence), key=lambda sentence: sentence.number if sentence else 0)
    if first is None or second is None or scope.regions_in(policy, first) != scope.regions_in(policy, second):
        return False
    openings = (match.sentence for match in policy.find(ANOTHER_DOCUMENT) if match.sentence.block.kind == "heading")
    between = (text for text in openings if first.block.number < text.block.number <= second.block.number)
    return not any(text.section.level <= first.section.level and not scope.found(policy, ABOUT_THIS_ONE, text) for text in between)


def _far_apart(one: Claim, other: Claim) -> bool:
    first, second = one.sentence, other.sentence
    return first is not None and second is not None and first.section is not second.section and abs(first.block.number - second.block.number) > _FAR


def _unlike(first: Claim, others: list[Claim]) -> list[Claim]:
    """Those that name another day, one for each day; "June 2021" and "4 June 2021" agree."""
    unlike: dict[str, Claim] = {}
    for claim in others:
        one, other = first.value["date"], claim.value["date"]
        if not one.startswith(other) and not other.startswith(one) and (claim.sentence is None or claim.sentence is not first.sentence):
            unlike.setdefault(other, claim)
    return list(unlike.values())


def _qualified(policy: Policy, claim: Claim) -> bool:
    """A date for some readers only, or an entry in a list of past changes."""
    if claim.sentence is None:
        return False
    heading = claim.sentence.section.heading
    logged = heading and any(scope.found(policy, CHANGELOG, text) for text in policy.sentences_of(heading))
    # a policy named in its first heading has its date under it; a list of changes stands further down
    return bool(scope.found(policy, FOR_SOME, claim.sentence) or (logged and claim.sentence.block.kind in ("item", "cell")))


def _same_document(policy: Policy, first: Claim, other: Claim) -> bool:
    """Whether no heading between them opens another document, and neither is for one region only."""
    one, two = first.sentence, other.sentence
    if one is None or two is None:
        return True
    if scope.scope_of(policy, one).region != scope.scope_of(policy, two).region:
        return False
    openings = (match.sentence for match in policy.find(ANOTHER_DOCUMENT) if match.sentence.block.kind == "heading")
    return not any(
        one.block.number < text.block.number <= two.block.number and not scope.found(policy, ABOUT_THIS_ONE, text)
        for text in openings
    )


def _finding(policy: Policy, role: str, first: Claim, others: list[Claim]) -> Finding:
    told = [f"{_shown(policy, claim)} {elsewhere(policy, claim) if claim.sentence else 'in the front matter'}" for claim in others]
    hidden = any(claim.sentence is None for claim in others)
    return Finding(
        f"{NAMED[role]} is {_shown(policy, first)} here, but {' and '.join(told)}",
        first.span,
        related=tuple(Related(claim.span, f"says {_shown(policy, claim)}") for claim in others),
        help="keep one date, and change it whenever the text changes",
        severity="warning" if hidden else None,
    )


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def _shown(policy: Policy, claim: Claim) -> str:
    year, month, *day = claim.value["date"].split("-")
    if claim.sentence is None:
        return str(claim.value["date"])
    return " ".join([*(str(int(part)) for part in day), MONTHS[int(month) - 1], year])
