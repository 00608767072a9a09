"""
Practices: who collects, uses, stores, shares or sells which data, with whom, and what for.

The five actions are never merged. `actor` is us or third-party; `data`, `recipients` and `purposes` are ids of
ontology.py, `recipient` and `purpose` the first of each. `exclusive` says that the claim shuts out all else, and `only`
what it limits: purpose, recipient, case or data. `exception` holds the words of an exception or the kind of one that
follows, `narrowed` words that make the data less than all of its kind, `refers` says that the data was named in an
earlier sentence. Questions, advice, rights, hypotheticals and other companies' policies state no practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Match, Policy, Said, extractor

from privacylint_rules import scope
from privacylint_rules.practice.cells import cells_of
from privacylint_rules.practice.grammar import WE
from privacylint_rules.practice.lists import items_of
from privacylint_rules.practice.nouns import ACCESS, SENDING_OUT, accessed, framed, stays
from privacylint_rules.practice.page import Page, page_of
from privacylint_rules.practice.questions import asked
from privacylint_rules.practice.reading import Reading, read
from privacylint_rules.practice.statement import claim_of
from privacylint_rules.practice.tables import rows_of
from privacylint_rules.practice.verbs import VERB
from privacylint_rules.words import phrases

_BELIEVING = phrases(en=["(when|where|if) we ...3 believe"])
_EXAMPLES = (
    Said(
        "We do not sell or share your personal data with any third party.",
        at="We do not sell or share your personal data with any third party",
        value={"actor": "us", "action": "share", "data": ["personal-data"], "recipient": "third-party"},
        denied=True,
    ),
    Said("Your e-mail address is shared with our advertising partners.", at="Your e-mail address is shared with our advertising partners", value={"action": "share", "data": ["email-address"], "recipient": "advertiser"}, denied=False),
    Said("We use your phone number solely to process payments.", at="We use your phone number solely to process payments", value={"action": "use", "purpose": "payment", "exclusive": True, "only": "purpose"}),
    Said("If we share your data, we will tell you.", value=None),
    Said("You can share your data with friends.", value=None),
    Said("Do you sell my data? No.", at="Do you sell my data", value={"actor": "us", "action": "sell", "data": ["personal-data"]}, denied=True),
    Said("Can I sell my data? No.", value=None),
)  # fmt: skip
_MOST_VERBS = 60


@extractor("practice", examples=_EXAMPLES)
def practices(policy: Policy) -> Iterator[Claim]:
    """Every statement that data is or is not collected, used, stored, shared or sold."""
    page = page_of(policy)
    readings: dict[int, list[Reading]] = {}
    said: dict[tuple[str, int], list[str]] = {}
    seen: dict[int, int] = {}
    for match in policy.find(VERB):
        sentence = match.sentence
        # a sentence with more verbs is no prose, and each verb costs its whole length
        seen[sentence.number] = seen.get(sentence.number, 0) + 1
        if seen[sentence.number] > _MOST_VERBS or not _states(policy, match):
            continue
        before = readings.setdefault(sentence.number, [])
        reading = read(page, match, before)
        if reading is None:
            continue
        before.append(reading)
        yield from _claims(page, match, reading, said)
    yield from (claim for claim in framed(page) if claim.sentence and said.get((claim.value["action"], claim.sentence.number)) != claim.value["data"])
    for match in policy.find(SENDING_OUT):
        if scope.is_statement(policy, match.sentence):
            yield stays(page, match)
    for match in policy.find(ACCESS):
        if scope.is_statement(policy, match.sentence):
            yield from accessed(page, match)
    yield from rows_of(page)
    yield from cells_of(page)
    yield from asked(page)


def _states(policy: Policy, match: Match) -> bool:
    """Whether its sentence states something; "we disclose data when we believe that …" does, though it also supposes."""
    if scope.is_statement(policy, match.sentence):
        return True
    first, _ = policy.words.range_of(match.sentence)
    supposed = scope.found(policy, _BELIEVING, match.sentence)
    return bool(supposed) and policy.words.forms[first] in WE and match.words[1] <= supposed[0].words[0] and "?" not in match.sentence.text


def _claims(page: Page, match: Match, reading: Reading, said: dict[tuple[str, int], list[str]]) -> Iterator[Claim]:
    """The claim of a verb and those of the list it introduces; "sell, rent or lease" is one claim."""
    claim = claim_of(page, match, reading)
    if claim is None or (claim.sentence and said.get((reading.action, claim.sentence.number)) == claim.value["data"]):
        return
    if claim.sentence:
        said[reading.action, claim.sentence.number] = claim.value["data"]
    yield claim
    if not reading.presupposed or (reading.action == "collect" and claim.sentence and claim.sentence.text.rstrip().endswith(":")):
        yield from items_of(page, claim)
