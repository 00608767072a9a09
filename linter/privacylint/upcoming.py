"""
The laws → the rule `upcoming-law-change`: what will soon be asked of a policy that speaks to a law.

A law may list changes that are known before they bind, and give a topic, or itself, a day from which it counts. In the
year before that day the change is told at info; from the day on the ordinary rules judge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from privacylint.claims import Claims
from privacylint.days import in_words
from privacylint.policy import Policy
from privacylint.regimes import STARTS, Change, changes
from privacylint.rule import Disclosure, Finding, Regime, Rule

ID = "upcoming-law-change"
HORIZON = timedelta(days=366)
"""How long before its day a change is told."""


def rule(regimes: Mapping[str, Regime], disclosures: Mapping[str, Disclosure]) -> Rule:
    """The rule for these laws."""
    titles = {topic: found.title for topic, found in disclosures.items()}
    known = {id: changes(law, titles) for id, law in sorted(regimes.items())}

    def check(policy: Policy, claims: Claims) -> Iterator[Finding]:
        for id in claims.regimes:
            for change in known.get(id, ()):
                if is_near(change, claims.today) and not _said(change, claims):
                    yield _finding(change, id, _name(regimes[id]), policy)

    return Rule(
        id=ID,
        family="outdated",
        severity="info",
        confidence="high",
        check=check,
        doc=_page(regimes, known),
        regimes=tuple(id for id, listed in known.items() if listed),
    )


def is_near(change: Change, today: date) -> bool:
    """Whether a change is still to come, within the year."""
    return today < change.day <= today + HORIZON


def _said(change: Change, claims: Claims) -> bool:
    return bool(change.topic) and claims.first("disclosure", topic=change.topic) is not None


def _finding(change: Change, id: str, name: str, policy: Policy) -> Finding:
    cite = f" ({change.cite})" if change.cite else ""
    return Finding(
        f"{name}: from {in_words(change.day)} {change.what}{cite}",
        policy.title,
        help="plan the change; nothing is asked before that day",
        cites=(change.cite,) if change.cite else (),
        regimes=(id,),
        topic=f"{id} {change.day} {change.what}",
    )


def _page(regimes: Mapping[str, Regime], known: Mapping[str, tuple[Change, ...]]) -> str:
    lines = [
        f"- {_name(regimes[id])}, {in_words(change.day)}: {change.what}" + (f" ({change.cite})" if change.cite else "")
        for id, listed in known.items()
        for change in listed
        if change.what != STARTS
    ]
    return (
        "A law the policy speaks to will change soon.\n\n"
        "Told at info in the year before the day, for the laws a run checks against, so that nobody is surprised.\n\n"
        "Dated changes, past and to come:\n\n" + "\n".join(lines) + "\n"
    )


def _name(law: Regime) -> str:
    return str(law.data.get("name", law.title))
