"""Ages: threshold, relation, role and region in the many ways policies word them, and which of them clash."""

from __future__ import annotations

import pytest
from privacylint.claims import Claim, Claims
from privacylint.markdown import parse
from privacylint.policy import Policy
from privacylint.source import Source
from privacylint_rules.extractors.ages import ages
from privacylint_rules.rules.consistency.conflicting_ages import conflicting_ages


def policy_of(text: str) -> Policy:
    return parse(Source("policy.md", text))


def claims_of(text: str) -> list[Claim]:
    return list(ages.extract(policy_of(text)))


def said(text: str) -> set[tuple[int, str, str]]:
    return {(claim.value["threshold"], claim.value["relation"], claim.value["role"]) for claim in claims_of(text)}


MINIMUM = "minimum-age"
KNOWING = "no-knowing-collection"
AIMED = "not-directed"
PARENT = "parental-consent"
SALE = "sale-opt-in"
REMOVAL = "content-removal"
LEARNED = "delete-if-learned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must be 16 or older to sign up.", (16, "at-least", MINIMUM)),
        ("This is an 18+ site.", (18, "at-least", MINIMUM)),
        ("Strictly 18 and over.", (18, "at-least", MINIMUM)),
        ("Sorry, kids: you have to wait until you're 13.", (13, "at-least", MINIMUM)),
        ("Signing up is only possible from the age of 14.", (14, "at-least", MINIMUM)),
        ("For children under 13 a parent must create the account.", (13, "under", PARENT)),
        ("Anyone who isn't 16 yet should use the site with a parent.", (16, "under", PARENT)),
        ("Minors under 18 in California can have their posts removed.", (18, "under", REMOVAL)),
        ("Information from children under 13 will be removed as soon as we notice it.", (13, "under", LEARNED)),
        ("You've got to be 16 or up to sign up.", (16, "at-least", MINIMUM)),
        ("Nobody under 18 gets an account.", (18, "under", MINIMUM)),
        ("The app may only be used by persons over 16.", (16, "over", MINIMUM)),
        ("The platform is off limits to under-18s.", (18, "under", MINIMUM)),
        ("Lumo is strictly for users aged 17 or older.", (17, "at-least", MINIMUM)),
        ("We do not want any data from people under 16.", (16, "under", KNOWING)),
        ("Consent of the holder of parental responsibility is required for users under 15.", (15, "under", PARENT)),
        ("Users under the age of 18 require a parent's sign-off.", (18, "under", PARENT)),
        ("Accounts of users found to be under 13 are closed and their data removed.", (13, "under", LEARNED)),
        ("You need to be at least thirteen (13) years of age to play.", (13, "at-least", MINIMUM)),
        ("The club is open only to people over 21.", (21, "over", MINIMUM)),
        ("The minimum age for an account is 14.", (14, "at-least", MINIMUM)),
        ("Users have to be 18+ to open an account.", (18, "at-least", MINIMUM)),
        ("By joining you confirm that you are over the age of 18.", (18, "over", MINIMUM)),
        ("No one under 13 may use our games.", (13, "under", MINIMUM)),
        ("Children below the age of twelve are not permitted to register.", (12, "under", MINIMUM)),
        ("If you have not reached the age of 15, please do not use the app.", (15, "under", MINIMUM)),
        ("Persons aged 17 or younger are not allowed to create a profile.", (17, "at-or-under", MINIMUM)),
        ("We do not permit anyone younger than 16 years to enter.", (16, "under", MINIMUM)),
        ("Our service is not available to persons under 18.", (18, "under", MINIMUM)),
        ("Only users who are at least 16 may post.", (16, "at-least", MINIMUM)),
        ("Anyone 13 years or older can register.", (13, "at-least", MINIMUM)),
        ("We never intentionally collect details of children under 14.", (14, "under", KNOWING)),
        ("We don't knowingly solicit data from under-13s.", (13, "under", KNOWING)),
        ("No personal data is knowingly gathered from minors under the age of 16.", (16, "under", KNOWING)),
        ("We do not collect personal information from anyone less than 13 years old.", (13, "under", KNOWING)),
        ("It is not our intention to attract kids under 12.", (12, "under", AIMED)),
        ("The site is not meant for 12-year-olds and under.", (12, "at-or-under", AIMED)),
        ("Our courses are intended only for individuals aged 18 and over.", (18, "at-least", AIMED)),
        ("None of our toys are marketed to children younger than eight.", (8, "under", AIMED)),
        ("If you are under 16, ask your parent or guardian for permission first.", (16, "under", PARENT)),
        ("Parental consent is needed for users below 14 years of age.", (14, "under", PARENT)),
        ("We do not sell the personal information of consumers we know to be under 16.", (16, "under", SALE)),
        ("If you are under 18 and live in California, you may ask us to remove content you posted.", (18, "under", REMOVAL)),
        ("Should we discover that a child under 13 has sent us data, we erase it at once.", (13, "under", LEARNED)),
        ('"Child" means any person under the age of 15.', (15, "under", "definition")),
    ],
)  # fmt: skip
def test_wording(text: str, expected: tuple[int, str, str]) -> None:
    assert expected in said(text)
    assert {threshold for threshold, _, _ in said(text)} == {expected[0]}


@pytest.mark.parametrize(
    "text",
    [
        "We keep your account for at least 12 months.",
        "Passwords have at least 12 characters.",
        "We answer within 15 days.",
        "Over 20 partners in more than 14 countries help us.",
        "Under Article 13 of the law, children have rights.",
        "Write to our child protection officer at 13 Mill Lane.",
        "You must be of legal age to use the service.",
        "How old are you? Are children under 13 allowed?",
        "Advertisers may reach women aged 18 to 24.",
        "We hold records for more than 10 years.",
        "The lesson is for up to 15 students.",
        "Teams of under 25 people pay nothing.",
        "Our game is rated 12+ in the shop, and children like it.",
    ],
)
def test_no_age(text: str) -> None:
    assert said(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "You need to be over 18, or over 21 where the law says so.",
        "Users must be at least 18, or at least 21 if they live in Singapore.",
    ],
)
def test_two_minimum_ages(text: str) -> None:
    assert {(threshold, role) for threshold, _, role in said(text)} == {(18, MINIMUM), (21, MINIMUM)}


def test_several_roles_in_one_sentence() -> None:
    text = "Our maps are not directed to, and we do not knowingly collect data from, children under 13."
    assert said(text) == {(13, "under", AIMED), (13, "under", KNOWING)}


def test_a_later_sentence_about_such_children() -> None:
    text = "The app is not meant for children under 12. We do not knowingly collect data from such children."
    assert said(text) == {(12, "under", AIMED), (12, "under", KNOWING)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You must be at least 13 (or 16 in the EEA) to use the app.", {13: (), 16: ("EEA",)}),
        ("Children under 13 in the US, or under 16 in Germany, may not use it.", {13: ("US",), 16: ("DE",)}),
        ("If you live in Spain, you must be at least 14 to use the app.", {14: ("ES",)}),
    ],
)
def test_region(text: str, expected: dict[int, tuple[str, ...]]) -> None:
    assert {claim.value["threshold"]: claim.scope.region for claim in claims_of(text)} == expected


def test_heading_gives_the_region() -> None:
    (claim,) = claims_of("## Residents of Brazil\n\nYou must be at least 12 years old to play.\n")
    assert claim.scope.region == ("BR",)


@pytest.mark.parametrize(
    "text",
    [
        "| Country | Minimum age |\n|---|---|\n| Italy | 14 |\n| Ireland | 16 |\n",
        "The minimum age is:\n\n- Italy: 14\n- Ireland: 16\n",
        "The minimum age for your account is:\n\n- 14 in Italy\n- 16 in Ireland\n",
    ],
)
def test_list_by_country(text: str) -> None:
    assert {claim.value["threshold"]: claim.scope.region for claim in claims_of(text)} == {14: ("IT",), 16: ("IE",)}
    assert {claim.value["role"] for claim in claims_of(text)} == {MINIMUM}
    assert found(text) == []


def test_the_words_are_exact() -> None:
    policy = policy_of("Hello.\n\nWe do **not knowingly** collect data from\nchildren under 13, ever.\n")
    (claim,) = ages.extract(policy)
    assert policy.source.cut(claim.span) == "not knowingly** collect data from\nchildren under 13"
    assert claim.denied


# --- clashes -----------------------------------------------------------------------------------------------------------


def found(text: str) -> list[tuple[str, int, list[int], str | None]]:
    policy = policy_of(text)
    claims = Claims(ages.extract(policy))
    line = policy.source.place
    return [
        (
            finding.message,
            line(finding.span.start).line,
            [line(other.span.start).line for other in finding.related],
            finding.severity,
        )
        for finding in conflicting_ages.check(policy, claims)
    ]


def test_three_places_give_one_finding() -> None:
    clash = found("You must be 13 or older.\n\nYou must be 16 or older.\n\nYou must be 18 or older.\n")
    assert [(line, others) for _, line, others, _ in clash] == [(1, [3, 5])]


def test_both_places_in_one_paragraph_are_told_apart() -> None:
    policy = policy_of(
        "We forbid use to anyone of 17 and below. We do not knowingly collect data from children under 13.\n"
    )
    (finding,) = conflicting_ages.check(policy, Claims(ages.extract(policy)))
    assert finding.span != finding.related[0].span
    assert policy.source.cut(finding.related[0].span) == "not knowingly collect data from children under 13"


@pytest.mark.parametrize(
    "text",
    [
        "You must be over 13.\n\nChildren under 13 may not use it.\n",
        "You must be at least 13.\n\nIn Korea, you must be at least 14.\n",
        "## Users in Austria\n\nYou must be at least 14.\n\n## Users in Ireland\n\nYou must be at least 16.\n",
        "You must be at least 13 to play.\n\nYou must be at least 18 to buy coins.\n",
        "You must be at least 18, or have the permission of a parent.\n\nWe do not knowingly collect data from children under 13.\n",
        "If you are between 13 and 16, ask a parent for consent.\n\nIf you are under 18, ask a parent for consent.\n",
        "We do not collect data from children under 13, or under 16 where local law asks for it.\n\nWe do not collect data from children under 16.\n",
        "- You must be at least 14 to ride.\n- You must be at least 18 to ride at night.\n",
        "The app is not aimed at children under 16.\n\nWe do not knowingly collect data from children under 13.\n",
    ],
)
def test_no_clash(text: str) -> None:
    assert found(text) == []
