"""The items of a list that a statement introduces: each is a statement of its own."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Block, Claim

from privacylint_rules import ontology, scope
from privacylint_rules.practice.bounds import basis_of, exception_of
from privacylint_rules.practice.page import Page
from privacylint_rules.practice.verbs import FORMS


def items_of(page: Page, claim: Claim) -> Iterator[Claim]:
    """The items of a list that a claim introduces: each names a recipient, some data, a purpose or a case."""
    sentence = claim.sentence
    policy = page.policy
    if sentence is None or policy.sentences_of(sentence.block)[-1] is not sentence or claim.value["action"] not in ("share", "sell", "use", "collect"):
        return
    for block in policy.blocks[sentence.block.number + 1 : sentence.block.number + 60]:
        if block.intro is not sentence.block:
            if block.kind in ("heading",) or block.section is not sentence.section or (block.intro is None and block.kind != "paragraph"):
                break
            continue
        if block.kind == "item":
            yield from _item(page, claim, block)


def _item(page: Page, claim: Claim, block: Block) -> Iterator[Claim]:
    policy = page.policy
    sentences = policy.sentences_of(block)
    if not sentences:
        return
    lead = sentences[0]
    data = [one.id for one in page.data.get(lead.number, ())]
    recipients = [one.id for one in page.recipients.get(lead.number, ()) if one.id not in ("us", "user")]
    named = page.recipients.get(lead.number, ())
    purposes = [one.id for one in page.purposes.get(lead.number, ()) if not any(who.first <= one.first < who.after for who in named)]
    first, after = policy.words.range_of(lead)
    if after <= first:
        return
    left_open = claim.denied and claim.value["exception"] == "follows" and _leaves_open(page, claim)
    if (left_open or claim.value["presupposed"]) and not data:
        return
    value = dict(claim.value)
    value["presupposed"] = False
    if left_open:
        value["exception"], value["data"] = None, list(dict.fromkeys(data))
    if claim.value["action"] in ("share", "sell") and not claim.value["recipients"]:
        value["recipients"] = list(dict.fromkeys(recipients[:3]))
        value["recipient"] = recipients[0] if recipients else None
    elif claim.value["action"] in ("share", "sell") and recipients and set(claim.value["recipients"]) <= ontology.EVERYBODY:
        value["recipients"], value["recipient"] = list(dict.fromkeys(recipients[:3])), recipients[0]
    if claim.value["action"] == "collect" and data:
        value["data"] = list(dict.fromkeys(data))
    if claim.value["action"] == "share" and data and not recipients and {*claim.value["data"]} <= ontology.ALL_DATA:
        value["data"] = list(dict.fromkeys(data))
    value["purposes"] = list(dict.fromkeys([*claim.value["purposes"], *purposes]))
    value["purpose"] = value["purposes"][0] if value["purposes"] else None
    value["basis"] = list(dict.fromkeys(name for part in sentences for name in basis_of(policy, part)))
    value["exception"] = value["exception"] or exception_of(page, lead, left_open)
    value["listed"] = True
    value["named"] = list(dict.fromkeys(recipients))
    # the items of "we do not share, except:" are what is done
    denied = claim.denied and (left_open or not claim.value["exception"])
    yield Claim("practice", value, policy.words.span(first, min(after, first + 25)), lead, denied, claim.modality, scope.scope_of(policy, lead))


_FILLING = frozenset("the following any of data information types kinds categories these things personal or and".split())
"""Words that may stand between a verb and the list that names its objects."""


def _leaves_open(page: Page, claim: Claim) -> bool:
    """Whether the sentence ends in its verb and leaves it to the list to say what: "we never collect:"."""
    if claim.sentence is None:
        return False
    first, after = page.policy.words.range_of(claim.sentence)
    last = next((page.policy.words.forms[number] for number in range(after - 1, first - 1, -1) if page.policy.words.forms[number] not in _FILLING), "")
    return last in FORMS
