"""
Reads how long data is kept, and when it is deleted.

`duration` is ISO 8601 ("P90D"), account (as long as the account or the relationship lasts), indefinite, or criteria (as
long as necessary, or as the law asks). `data` says what is kept in the policy's own words, `from` what starts the clock
("account closure", "last activity", "collection" …), where the text says so; `limit` is at-most, at-least or about.
A period belongs to the nearest verb before it: "we delete your data within 30 days" is retention, "we answer within 30
days" is a deadline, and neither is a notice, a subscription or the past twelve months.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Policy, Said, extractor

from privacylint_rules.retention.clock import clock_of, limit_of
from privacylint_rules.retention.ends import accounts
from privacylint_rules.retention.forever import criteria, gone, indefinite
from privacylint_rules.retention.kept import data_of
from privacylint_rules.retention.periods import periods
from privacylint_rules.scope import modality, opening_region, scope_of

EXAMPLES = [
    Said("We keep visit logs for 90 days.", "90 days", {"data": "visit logs", "duration": "P90D", "from": None}),
    Said("Seed orders are deleted two years after the last order.", "two years", {"data": "seed orders", "duration": "P2Y", "from": "last order"}),
    Said("We keep your name as long as your account exists.", "as long as your account", {"duration": "account"}),
    Said("Garden reviews are kept indefinitely.", "indefinitely", {"data": "garden reviews", "duration": "indefinite"}),
    Said("We keep it for as long as necessary.", "for as long as necessary", {"duration": "criteria"}),
    Said("| Data | Retention |\n|---|---|\n| Seed orders | 2 years |", "2 years", {"data": "seed orders", "duration": "P2Y"}),
    Said("Seed lists are kept for the entire time you are our customer.", value={"duration": "account"}, at="the entire time you are our customer"),
    Said("As a rule Fernwood does not delete garden reviews.", "Fernwood does not delete", {"duration": "indefinite"}),
    Said("As a rule Fernwood does not delete garden reviews unless you ask.", value=None),
    Said("We close your account if it has not been used for 2 years.", "2 years", {"duration": "P2Y"}),
    Said("We answer your request within 30 days.", value=None),
    Said("In the past 12 months we sold plants.", value=None),
    Said("Your subscription lasts 12 months from the day you pay.", value=None),
]

NOTHING_IN_PARTICULAR = frozenset(("", "data", "information", "it", "logs", "they", "them", "records"))
_ENDED = "account"
"""What "once you ask us to delete your account" deletes besides the data: no data of its own."""

# --- code ------------------------------------------------------------------------------------------------------------


@extractor("retention", examples=EXAMPLES)
def retention(policy: Policy) -> Iterator[Claim]:
    """Every statement of how long something is kept."""
    seen: set[tuple[int, str, int]] = set()
    earlier: dict[tuple[int, str], dict[str, int]] = {}
    for said in [*periods(policy), *accounts(policy), *indefinite(policy), *gone(policy), *criteria(policy)]:
        # two periods of one sentence are two statements, however alike; "as long as you are a member or have an account" is one
        place = said.span.start if said.duration.startswith("P") else policy.source.place(said.span.start).line
        key = (said.sentence.number, said.duration, place)
        if key in seen:
            continue
        seen.add(key)
        data = data_of(policy, said)
        # "This data is deleted after 3 years" says again what the sentences before it said
        before = earlier.setdefault((said.sentence.block.number, said.duration), {})
        if before and said.sentence.number not in before.values() and (data in before or data in NOTHING_IN_PARTICULAR or data == _ENDED == said.duration):
            continue
        before[data] = said.sentence.number
        value = {
            "data": data,
            "duration": said.duration,
            "from": clock_of(policy, said) if said.duration.startswith("P") else None,
            "limit": limit_of(policy, said),
        }
        around = scope_of(policy, said.sentence, said.match)
        yield Claim(
            "retention",
            value,
            said.span,
            said.sentence,
            denied=False,
            modality=modality(policy, said.match),
            scope=around._replace(region=opening_region(policy, said.sentence) or around.region),
        )
