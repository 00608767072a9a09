"""What each age of a sentence is for."""

from __future__ import annotations

from privacylint.api import Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.age.numbers import above, by_country, is_rule
from privacylint_rules.age.values import Age, Cue
from privacylint_rules.age.words import (
    CONFIRM,
    CUES,
    DELETE,
    LEARN,
    LEARN_STRICT,
    MAY_ENTER,
    RECEIVED,
    REPORT,
    SUBMIT,
    USERS,
)


def roles_of(policy: Policy, sentence: Sentence, found: list[Age]) -> list[list[Cue]]:
    """For each age of the sentence its roles: every cue goes to the nearest age, joined ages share."""
    cues = heard(policy, sentence, found)
    roles: list[list[Cue]] = [[] for _ in found]
    for cue in cues:
        nearest = min(range(len(found)), key=lambda number: distance(policy, cue, found[number]))
        same = next((number for number, other in enumerate(roles[nearest]) if other.role == cue.role), None)
        if same is None:
            roles[nearest].append(cue)
        elif _overlap(roles[nearest][same], cue):
            roles[nearest][same] = Cue(cue.role, _around(roles[nearest][same], cue))
    bound = [list(cues) for cues in roles]
    with_roles = [number for number in range(len(found)) if bound[number]]
    for number in range(len(found)):
        if not bound[number] and with_roles:
            closest = with_roles[0] if number < with_roles[0] else max(one for one in with_roles if one < number)
            roles[number] = [Cue(cue.role, _towards(cue, found[number])) for cue in bound[closest]]
        if not roles[number] and by_country(policy, sentence):
            consent = "consent" in above(sentence)
            roles[number] = [Cue("parental-consent" if consent else "minimum-age", found[number].words)]
        if not roles[number] and is_rule(policy, sentence):
            roles[number] = [Cue("minimum-age", found[number].words)]
        if not roles[number] and (_about_users(policy, sentence) or _is_age_limit(policy, found[number])):
            roles[number] = [Cue("other", found[number].words)]
    return roles


def _is_age_limit(policy: Policy, age: Age) -> bool:
    """Whether the words call it a minimum age, whoever set it."""
    return {"minimum", "age"} <= {*policy.words.forms[age.words[0] : age.words[1]]}


def _overlap(one: Cue, other: Cue) -> bool:
    return one.words[0] < other.words[1] and other.words[0] < one.words[1]


def _around(one: Cue, other: Cue) -> tuple[int, int]:
    return min(one.words[0], other.words[0]), max(one.words[1], other.words[1])


def _towards(cue: Cue, age: Age) -> tuple[int, int]:
    # a shared cue stands in front of the first age: the second claim's words are its own age
    return age.words if cue.words[1] <= age.words[0] or cue.words[0] >= age.words[1] else cue.words


def heard(policy: Policy, sentence: Sentence, found: list[Age]) -> list[Cue]:
    """The cues of a sentence that count, after the stronger have silenced the weaker."""
    cues = [
        Cue(role, match.words) for role, wanted in CUES.items() for match in scope.found(policy, wanted, sentence)
    ]  # fmt: skip
    if any(age.relation in ("at-least", "over") for age in found):
        cues += [Cue("minimum-age", match.words) for match in scope.found(policy, MAY_ENTER, sentence)]
    roles = {cue.role for cue in cues}
    if "sale-opt-in" in roles:
        return [cue for cue in cues if cue.role == "sale-opt-in" or (cue.role == "minimum-age" and len(found) > 1)]
    if "content-removal" in roles and not scope.found(policy, LEARN_STRICT, sentence):
        return [cue for cue in cues if cue.role == "content-removal"]
    denied = "no-knowing-collection" in roles or "not-directed" in roles
    received = scope.found(policy, RECEIVED, sentence)
    if received and not denied and not scope.found(policy, DELETE, sentence):
        return [Cue("other", received[0].words)]
    learn = [] if denied else list(scope.found(policy, LEARN, sentence))
    report = scope.found(policy, REPORT, sentence)
    deletes = scope.found(policy, DELETE, sentence)
    if report and not denied:
        if deletes:
            return [Cue("delete-if-learned", (report[0].words[0], deletes[-1].words[1]))]
        return [Cue("other?", report[0].words)] if not roles & {"minimum-age"} else cues
    if learn and deletes:
        return [Cue("delete-if-learned", (min(learn[0].words[0], deletes[0].words[0]), deletes[-1].words[1]))]
    if scope.found(policy, LEARN_STRICT, sentence) and not denied:
        return [Cue("delete-if-learned", scope.found(policy, LEARN_STRICT, sentence)[0].words)]
    if denied:
        cues = [
            cue
            for cue in cues
            if cue.role != "definition" and (cue.role != "parental-consent" or _apart_from(policy, cue, found))
        ]
    elif "parental-consent" in roles and _of_a_band(policy, sentence, roles, found):
        cues = [cue for cue in cues if cue.role == "parental-consent"]
    elif "minimum-age" in roles:
        cues = [cue for cue in cues if cue.role != "definition" and (cue.role != "parental-consent" or len(found) > 1)]
    if "minimum-age" not in roles and "parental-consent" not in roles and scope.found(policy, SUBMIT, sentence):
        submit = scope.found(policy, SUBMIT, sentence)[0]
        cues.append(Cue("other", submit.words))
    return _apart(cues)


def _apart_from(policy: Policy, cue: Cue, found: list[Age]) -> bool:
    """Whether the consent is said in another clause than the age ("…, nor serve them without parental consent")."""
    before = max((age.words[1] for age in found if age.words[1] <= cue.words[0]), default=cue.words[0])
    return "nor" in policy.words.forms[before : cue.words[0]]


def _of_a_band(policy: Policy, sentence: Sentence, roles: set[str], found: list[Age]) -> bool:
    """Whether consent is asked of those between two ages, or of those who only confirm to have it."""
    return all(age.relation == "between" for age in found) or ("minimum-age" in roles and _confirms_only(policy, sentence, found))


def _confirms_only(policy: Policy, sentence: Sentence, found: list[Age]) -> bool:
    """Whether someone below the age only confirms to have consent: a band, not a bar."""
    return all(age.relation in ("under", "at-or-under", "between") for age in found) and bool(
        scope.found(policy, CONFIRM, sentence)
    )


def _apart(cues: list[Cue]) -> list[Cue]:
    """Without a minimum age that is only the inside of another cue ("do not knowingly … use")."""
    strong = [cue for cue in cues if cue.role in ("no-knowing-collection", "not-directed")]
    return [
        cue
        for cue in cues
        if cue.role != "minimum-age"
        or not any(cue.words[0] < other.words[1] and other.words[0] < cue.words[1] for other in strong)
    ]


def distance(policy: Policy, cue: Cue, age: Age) -> int:
    """Words between cue and age; what joins or ends a clause on the way weighs more."""
    if cue.words[0] < age.words[1] and age.words[0] < cue.words[1]:
        return 0
    low, high = (cue.words[1], age.words[0]) if cue.words[1] <= age.words[0] else (age.words[1], cue.words[0])
    plain = policy.words.sentence_at(low).block.text.plain
    between = plain[policy.words.plain(max(low - 1, 0))[1] : policy.words.plain(high)[0]]
    return high - low + 5 * between.count(",") + 15 * (between.count(";") + between.count(":"))


def _about_users(policy: Policy, sentence: Sentence) -> bool:
    return bool(scope.found(policy, USERS, sentence))
