"""
Ages: every statement that sets an age for users, children, minors or consent.

A number counts as an age when an age relation ("under 13", "16 or older", "the age of eighteen") stands around it and
it is said of persons. Its role comes from what the sentence does with it: each cue ("do not knowingly collect", "must
be", "sell") is bound to the nearest age, and ages joined by "or 16 in the EEA" share the cues of the first.
"""



from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Match, Policy, Said, Scope, Sentence, Span, extractor

from privacylint_rules import scope
from privacylint_rules.age.again import again
from privacylint_rules.age.numbers import ages_in
from privacylint_rules.age.regions import local_region
from privacylint_rules.age.roles import roles_of
from privacylint_rules.age.values import Age, Cue
from privacylint_rules.age.words import CUES, RELATIONS

# --- examples --------------------------------------------------------------------------------------------------------

_EXAMPLES = (
    Said(
        "We never knowingly gather personal data from kids younger than 13.",
        at="never knowingly gather personal data from kids younger than 13",
        value={"threshold": 13, "relation": "under", "role": "no-knowing-collection"},
        denied=True,
    ),
    Said(
        "You must be at least 18 years old to open an account.",
        at="You must be at least 18 years old",
        value={"threshold": 18, "relation": "at-least", "role": "minimum-age"},
        denied=False,
    ),
    Said(
        "Our puzzles are not aimed at children aged 12 or younger.",
        at="not aimed at children aged 12 or younger",
        value={"threshold": 12, "relation": "at-or-under", "role": "not-directed"},
    ),
    Said(
        "Players who are under 16 need the permission of a parent.",
        at="under 16 need the permission of a parent",
        value={"threshold": 16, "relation": "under", "role": "parental-consent"},
    ),
    Said("We keep invoices for at least 10 years.", value=None),
    Said("Our team of over 20 people is spread over 12 countries.", value=None),
)

# --- reading ---------------------------------------------------------------------------------------------------------


@extractor("age", examples=_EXAMPLES)
def ages(policy: Policy) -> Iterator[Claim]:
    """Every statement with an age threshold about users, children, minors or consent."""
    wanted = {match.sentence.number for match in policy.find(RELATIONS["bare"])}
    blocks = dict.fromkeys(policy.sentences[number].block.number for number in sorted(wanted))
    for number in blocks:
        yield from _in_block(policy, policy.sentences_of(policy.blocks[number]))


def _in_block(policy: Policy, sentences: tuple[Sentence, ...]) -> Iterator[Claim]:
    said: dict[tuple[object, ...], Claim] = {}
    last: list[Age] = []
    for sentence in sentences:
        if sentence.block.kind == "code" or sentence.text.rstrip().endswith("?"):
            continue
        if sentence.block.kind == "heading" and not scope.is_statement(policy, sentence):
            continue
        here = ages_in(policy, sentence)
        found = list(_claims(policy, sentence, here) if here else _of_such(policy, sentence, last))
        for claim in found:
            key = (claim.value["threshold"], claim.value["role"], claim.scope.region)
            said.setdefault(key, claim)
        last = here or last
    # a request to report a child is part of the promise to delete, where that is given too
    deletes = {claim.value["threshold"] for claim in said.values() if claim.value["role"] == "delete-if-learned"}
    for claim in said.values():
        if not (claim.value["role"] == "other" and claim.value.get("report") and claim.value["threshold"] in deletes):
            yield claim


def _claims(policy: Policy, sentence: Sentence, found: list[Age]) -> Iterator[Claim]:
    roles = roles_of(policy, sentence, found)
    for number, age in enumerate(found):
        place = local_region(policy, sentence, found, number)
        for cue in roles[number]:
            yield _claim(policy, sentence, age, cue, place)


def _of_such(policy: Policy, sentence: Sentence, last: list[Age]) -> Iterator[Claim]:
    for age, cue in again(policy, sentence, last):
        yield _claim(policy, sentence, age, cue, None)


def _claim(policy: Policy, sentence: Sentence, age: Age, cue: Cue, place: tuple[str, ...] | None) -> Claim:
    first, after = min(age.words[0], cue.words[0]), max(age.words[1], cue.words[1])
    match = Match(_span(policy, first, after), sentence, {}, {}, "", (first, after))
    around = scope.scope_of(policy, sentence)
    if place is not None:
        around = around._replace(region=place or _outer_region(policy, sentence, around))
    value: dict[str, object] = {
        "threshold": age.threshold, "relation": age.relation, "role": cue.role.removesuffix("?"),
    }  # fmt: skip
    if cue.role == "other?":
        value["report"] = True
    if cue.role == "minimum-age" and scope.found(policy, CUES["parental-consent"], sentence):
        value["parental_consent"] = True
    return Claim("age", value, match.span, sentence, scope.denied(policy, match), scope.modality(policy, match), around)


def _outer_region(policy: Policy, sentence: Sentence, around: Scope) -> tuple[str, ...]:
    # the sentence names a region for another of its ages
    return () if around.region == scope.regions_in(policy, sentence) else around.region


def _span(policy: Policy, first: int, after: int) -> Span:
    return policy.words.span(first, after)
