"""
A right or a promise that the policy named before is gone.

A right that the law gives does not end because a text no longer names it, and a promise made when data was collected
still binds for that data. Both vanish most often when a section is rewritten, and nobody who reads only the new text can
see it.

Source: Articles 13(2)(b) to (d) and 12(1) GDPR; FTC, "In re Gateway Learning Corp.", No. C-4120 (2004), on promises
changed for data already collected.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Base, Change, Changes, Claims, Finding, Good, Policy, Span, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.change._versions import changes

BEFORE = (
    "# Privacy Policy\n\nLast updated: 4 March 2024\n\n## Your rights\n\nYou have the right to have your personal data erased.\n\n"
    "You have the right to object to the processing of your personal data.\n"
)
AFTER = BEFORE.replace("4 March", "9 May")


@rule(
    severity="error",
    confidence="medium",
    good=[
        Good(AFTER, base=BEFORE),
        Good(AFTER.replace("have your personal data erased", "ask us to erase your personal data"), base=BEFORE),
        Good(AFTER + "\nYou have the right of access to your personal data.\n", base=BEFORE),
        Good(AFTER),
    ],
    bad=[
        Bad(
            AFTER.replace("You have the right to have your personal data erased.\n\n", ""),
            at="Your rights",
            message='the right to erasure, named before in "Your rights" (line 7), is no longer named',
            base=BEFORE,
        ),
        Bad(
            AFTER[: AFTER.index("## Your")] + "You have the right to object to the processing of your personal data.\n",
            at="Privacy Policy",
            message='the right to erasure, named before in "Your rights" (line 7), is no longer named',
            base=BEFORE,
        ),
    ],
)
def right_dropped(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Rights and promises of the earlier version that this one lacks."""
    found, base = changes(policy, claims), claims.base
    if found is None or base is None:
        return
    for change in found.substance:
        if change.topic == "rights" and change.verdict == "dropped":
            yield _finding(policy, base, change, f"{change.message.removesuffix(' is no longer named')}, named", "named")
        elif change.topic == "promises" and change.verdict == "dropped" and not _said_otherwise(change, found):
            promise = change.message.removeprefix("we no longer promise ")
            yield _finding(policy, base, change, f"the promise {promise}, made", "made")._replace(severity="warning")


def _finding(policy: Policy, base: Base, change: Change, what: str, verb: str) -> Finding:
    assert change.before is not None
    place = elsewhere(base.policy, change.before)
    return Finding(
        f"{what} before {place}, is no longer {verb}",
        _where(policy, change),
        help="put it back, or tell people that it is gone and what holds for the data you have",
        topic=change.message,
    )


def _where(policy: Policy, change: Change) -> Span:
    """The heading it stood under, where that is still there."""
    titles = change.before.section.path if change.before and change.before.section else ()
    for title in reversed(titles):
        for section in policy.sections:
            if section.heading and section.title == title:
                return section.heading.text.span(0, len(section.heading.text.plain))
    return policy.title


def _said_otherwise(change: Change, found: Changes) -> bool:
    # a promise in other words, or about more or less than before, is a change and no silence
    action = change.before.value["action"] if change.before else ""
    return any(
        other.topic == "promises" and other.after and other.after.value["action"] == action for other in found.substance
    )
