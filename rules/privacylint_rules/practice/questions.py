"""Practices that are asked and answered: "Do you sell my data? No." says that none is sold."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from privacylint.api import Claim, Policy, Sentence

from privacylint_rules import ontology, scope
from privacylint_rules.answers import Answer, answers
from privacylint_rules.practice.bounds import basis_of, exception_of
from privacylint_rules.practice.grammar import AUX, OWN, WE
from privacylint_rules.practice.nouns import PLAIN
from privacylint_rules.practice.objects import narrowed_by
from privacylint_rules.practice.page import Page
from privacylint_rules.practice.verbs import FORMS, VERB
from privacylint_rules.words import phrases

_GETTING = phrases(en=["(receive|receives|get|gets|obtain|obtains|see|sees|access|read|buy|have access to|has access to|be given|given|be able to (see|access|read))"])
_NOT_MUST = frozenset("should must can could need ought have".split())
"""Helpers of questions that ask for a duty or a possibility."""
_MINE = frozenset("my your our".split())
_ASKED = frozenset("who whom what which".split())


def asked(page: Page) -> Iterator[Claim]:
    """The claim of every question that is answered by a plain yes or no."""
    for answer in answers(page.policy).values():
        if not answer.bound:
            claim = _of_verb(page, answer) or _of_getting(page, answer)
            if claim:
                yield claim


def _of_verb(page: Page, answer: Answer) -> Claim | None:
    """The claim of "do you sell my data", "is my data sold"."""
    words = page.policy.words
    first, _ = words.range_of(answer.question)
    for match in scope.found(page.policy, VERB, answer.question):
        known = FORMS.get(words.forms[match.words[0]])
        if known is None or not _is_ours(page, answer, first, match.words[0], known[1]):
            continue
        data = [one for one in page.data.get(answer.question.number, ()) if one.id != "data" or _is_whole(words.forms, one.first)]
        passive = known[1] == "past"
        who = [one for one in page.recipients.get(answer.question.number, ()) if one.first > match.words[0] or passive]
        named = list(dict.fromkeys(one.id for one in who if one.id not in ("us", "user")))
        if {*words.forms[first : match.words[0]]} & {"who", "whom"}:
            named = ["anyone"] if answer.denied else []
        if not data or (known[0] == "share" and not answer.denied and not named):
            return None
        return _claim(page, answer, known[0], [one.id for one in data], named, narrowed_by(page, data, match))
    return None


def _is_ours(page: Page, answer: Answer, first: int, verb: int, form: str) -> bool:
    """Whether the question asks what the company does: "do you", "does the app", "is my data"."""
    forms = page.policy.words.forms
    before = forms[first:verb]
    helper = next((number for number, word in enumerate(before) if word in AUX), None)
    if helper is None or {*before[: helper + 1]} & _NOT_MUST or {"how", "why", "when", "where"} & {*before[:helper]}:
        return False
    subject = before[helper + 1 :]
    if form == "past":
        return before[helper] in ("is", "are", "was", "were", "will") and not {"you", "i"} & {*subject}
    if form != "base" or not subject:
        return False
    if {"you", "your"} <= {*forms[first : page.policy.words.range_of(answer.question)[1]]} and "you" in subject:
        return False
    return bool({*subject} & ({"you"} | (WE - {"i"}) | OWN | page.names)) and not {"i", "third", "other", "others", "anyone"} & {*subject}


def _of_getting(page: Page, answer: Answer) -> Claim | None:
    """The claim of "do other companies get my data", "does anybody have access to it"."""
    policy = page.policy
    got = scope.found(policy, _GETTING, answer.question)
    who = [one for one in page.recipients.get(answer.question.number, ()) if got and one.after <= got[0].words[0] and one.id in ontology.OUTSIDERS]
    data = [one.id for one in page.data.get(answer.question.number, ()) if got and one.first >= got[0].words[1] - 1]
    first, _ = policy.words.range_of(answer.question)
    opening = {*policy.words.forms[first : first + 2]}
    if not data or not (who or (opening & {"who"} and answer.denied)) or opening & _NOT_MUST:
        return None
    return _claim(page, answer, "share", data, [one.id for one in who] or ["anyone"], None)


def _is_whole(forms: list[str], number: int) -> bool:
    """Whether "data" stands for all of it: "my data", "the data", "any data", "which data"."""
    return bool({forms[number], forms[number - 1]} & (_MINE | _ASKED | {"the", "any", "user", "personal"}))


def _claim(page: Page, answer: Answer, action: str, data: list[str], who: list[str], narrowed: str | None) -> Claim:
    policy: Policy = page.policy
    question: Sentence = answer.question
    value: dict[str, Any] = {
        **PLAIN,
        "action": action,
        "data": list(dict.fromkeys("personal-data" if one == "data" else one for one in data)),
        "recipient": who[0] if who else None,
        "recipients": list(dict.fromkeys(who)),
        "exception": exception_of(page, answer.reply, answer.denied) or exception_of(page, question, answer.denied),
        "basis": basis_of(policy, answer.reply),
        "narrowed": narrowed,
        "universal": answer.denied,
    }
    purposes = list(dict.fromkeys(one.id for one in page.purposes.get(question.number, ())))
    value["purposes"], value["purpose"] = purposes, purposes[0] if purposes else None
    span = policy.words.span(*policy.words.range_of(question))
    return Claim("practice", value, span, question, answer.denied, "does", scope.scope_of(policy, question))
