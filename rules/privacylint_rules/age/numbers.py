"""Which numbers of a sentence are ages of users, and how they are related to them."""

from __future__ import annotations

from privacylint.api import Match, Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.age.values import Age
from privacylint_rules.age.words import (
    AFTER,
    AGE_TALK,
    AGE_WORDS,
    AUDIENCE,
    BETWEEN_PERSON_AND_AGE,
    GROUPS,
    GROWN_UP,
    NEAR_CHILD,
    PERSONS,
    RELATIONS,
    RULE_WORDS,
    SAID_OF,
)

_LONGEST_RULE = 7
_OF_A_RULE = frozenset(["strictly", "only", "site", "website", "app", "game", "platform", "community", "server", "service", "adults"])
_MOST_AGES = 16
"""How many ages of one sentence are read: a list of countries has a dozen."""


def ages_in(policy: Policy, sentence: Sentence) -> list[Age]:
    """The ages of a sentence in the order of the text, each number once with the fullest relation around it."""
    taken: dict[int, Age] = {}
    for relation, wanted in RELATIONS.items():
        for match in scope.found(policy, wanted, sentence):
            if relation in ("at-or-under", "at-least") and _number_follows(policy, match):
                continue
            for name, span in match.spans.items():
                at = span.start
                if at in taken and not (taken[at].relation == "under" and relation == "at-least"):
                    continue
                if at in taken and match.words[1] - match.words[0] <= taken[at].words[1] - taken[at].words[0]:
                    continue
                taken[at] = Age(match.slots[name], relation, match.words)
    found: list[Age] = []
    if len(taken) > _MOST_AGES:
        taken = dict(sorted(taken.items())[:_MOST_AGES])
    if scope.found(policy, AUDIENCE, sentence) and not scope.found(policy, NEAR_CHILD, sentence):
        return found
    for _, age in sorted(taken.items()):
        known = _judged(policy, sentence, age, found)
        if known:
            found.append(known)
    return found


def _number_follows(policy: Policy, match: Match) -> bool:
    # "under 16 (or under 18 in Spain)" is no "16 or under", nor is "over 18, or over 21" an "18 or over"
    forms = policy.words.forms
    after = match.words[1]
    while forms[after] in ("the", "age", "of", "than"):
        after += 1
    return forms[after][:1].isdigit()


def _judged(policy: Policy, sentence: Sentence, age: Age, before: list[Age]) -> Age | None:
    """The age with its final relation, or None when it is no age of users."""
    forms = policy.words.forms
    low, high = policy.words.range_of(sentence)
    first, after = age.words
    own = forms[first:after]
    following = forms[after] if after < high else ""
    plus = _plus(policy, after - 1, sentence)
    spoken_of_age = any(word in AGE_WORDS for word in own) or "majority" in forms[max(low, first - 3) : first]
    if is_rule(policy, sentence) and (plus or age.relation in ("at-least", "over")):
        return age._replace(relation="at-least") if age.relation == "bare" else age
    if {"rated", "rating"} & {*forms[max(low, first - 3) : first]}:
        return None  # what a shop for apps says of the content
    person = _person_before(forms, first, low)
    if person in GROWN_UP and not spoken_of_age | (person in ("adult", "adults")):
        return None
    if person in ("parent", "parents", "guardian", "guardians"):
        return None
    if age.relation == "at-least" and before and own[:1] == ["minimum"] and _joined(policy, before[-1], age):
        # "under 13 (or the minimum age where you live, e.g. 16)"
        return age._replace(relation=before[-1].relation)
    if age.relation == "bare":
        return _bare(policy, sentence, age, before, plus)
    if (
        any(word in ("years", "year") for word in own)
        and not spoken_of_age
        and person is None
        and not _said_of(forms, first, low)
    ):
        return None
    if spoken_of_age or person:
        return age
    if not _follows_well(policy, after, high):
        return None
    if before and age.relation == before[-1].relation and _joined(policy, before[-1], age):
        return age  # "at least 13, or at least 16 if you live in the EU"
    if _counts_heads(forms, first, low, own, following):
        return None
    named_after = age.relation in ("under", "at-or-under") and following in PERSONS
    if _said_of(forms, first, low) or SAID_OF & {*own} or named_after or following == "s":
        return age
    return age if age.relation in ("under",) and near_child(policy, sentence) else None


def _counts_heads(forms: list[str], first: int, low: int, own: list[str], following: str) -> bool:
    """Whether the number counts people: "up to 15 students", "teams of under 25 people"."""
    if following not in PERSONS:
        return False
    return own[:2] == ["up", "to"] or (forms[first - 1] in ("of", "with") and forms[max(low, first - 2)] in GROUPS)


def _bare(policy: Policy, sentence: Sentence, age: Age, before: list[Age], plus: bool) -> Age | None:
    """A number without a relation: "18+", a second age ("or 16 in the EEA"), "aged 13", a row of a list by country."""
    forms = policy.words.forms
    low, high = policy.words.range_of(sentence)
    first, after = age.words
    own = forms[first:after]
    if plus and (
        before
        or scope.found(policy, AGE_TALK, sentence)
        or _said_of(forms, first, low)
        or _person_before(forms, first, low)
    ):
        return age._replace(relation="at-least")
    if before and _joined(policy, before[-1], age) and _follows_well(policy, after, high):
        return age._replace(relation=before[-1].relation)
    if any(word in AGE_WORDS for word in own):
        return age._replace(relation="at-least")
    if by_country(policy, sentence):
        return age._replace(relation="at-least")
    return None


def _joined(policy: Policy, before: Age, age: Age) -> bool:
    """Whether "or", "and", a bracket, or a condition joins the second number to the first: "13 (or 16 in the EEA)"."""
    between = policy.words.forms[before.words[1] : age.words[0]]
    if len(between) > 12:
        return False
    return (
        bool({"or", "and", "whereas", "while", "e", "eg", "unless", "than", "of", "in", "for", "is"} & {*between})
        or not between
    )


def by_country(policy: Policy, sentence: Sentence) -> bool:
    """A short list item or table cell with a country, where list, row or heading speaks of age."""
    block = sentence.block
    if block.kind not in ("item", "cell") or len(sentence.text) > 80:
        return False
    named = bool(scope.found(policy, scope.PLACE, sentence)) or bool(block.row_head)
    return named and " age" in f" {above(sentence)}"


def is_rule(policy: Policy, sentence: Sentence) -> bool:
    """Whether a line says no more than an age and that it is a rule: "strictly 18 and over"."""
    low, high = policy.words.range_of(sentence)
    words = [word for word in policy.words.forms[low:high] if not word[:1].isdigit()]
    return high - low <= _LONGEST_RULE and bool(_OF_A_RULE & {*words}) and set(words) <= RULE_WORDS


def above(sentence: Sentence) -> str:
    """The words over a list item or table cell, in lower case: its introduction, or the heads of row and column."""
    block = sentence.block
    heads = [head.plain for head in (block.row_head, block.column_head) if head]
    return " ".join([*heads, block.intro.text.plain if block.intro else ""]).lower()


def _person_before(forms: list[str], first: int, low: int) -> str | None:
    word = first - 1
    while word >= low and first - word <= 7:
        if forms[word] in PERSONS | GROWN_UP or forms[word] in ("adult", "adults"):
            return forms[word]
        if forms[word] not in BETWEEN_PERSON_AND_AGE:
            return None
        word -= 1
    return None


def _said_of(forms: list[str], first: int, low: int) -> bool:
    for word in range(first - 1, max(low, first - 4) - 1, -1):
        if forms[word] in SAID_OF:
            return True
        if forms[word] not in (
            "of",
            "aged",
            "age",
            "not",
            "no",
            "the",
            "you",
            "either",
            "currently",
            "also",
            "both",
            "only",
        ):
            return False
    return False


def _follows_well(policy: Policy, after: int, high: int) -> bool:
    """Whether no noun follows that the number counts ("over 20 countries")."""
    if after >= high:
        return True
    plain = policy.words.sentence_at(after).block.text.plain
    gap = plain[policy.words.plain(after - 1)[1] : policy.words.plain(after)[0]]
    return gap.strip() != "" or policy.words.forms[after] in AFTER | PERSONS | GROWN_UP


def _plus(policy: Policy, word: int, sentence: Sentence) -> bool:
    end = policy.words.plain(word)[1]
    return sentence.block.text.plain[end : end + 2].strip().startswith("+")


def near_child(policy: Policy, sentence: Sentence) -> bool:
    return bool(scope.found(policy, NEAR_CHILD, sentence))
