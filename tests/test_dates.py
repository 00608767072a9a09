"""The dates of a policy: which role each has, in the many ways it is written down."""

from __future__ import annotations

import pytest
from linting import findings
from privacylint.markdown import parse
from privacylint.source import Source
from privacylint_rules.extractors.dates import dates


def roles(text: str) -> set[tuple[str, str]]:
    policy = parse(Source("policy.md", text))
    return {(claim.value["role"], claim.value["date"]) for claim in dates.extract(policy)}


UPDATED = ("last-updated", "2021-06-04")
EFFECTIVE = ("effective", "2021-06-04")
TITLE = "# Privacy Policy\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: June 4, 2021",
        "**Last Updated:** 4th June 2021",
        "_Last modified - 2021-06-04_",
        "(Last revised 4 June 2021)",
        "Revised June 4, 2021",
        "Date of last revision: 04.06.2021",
        "Date last amended: June 4, 2021.",
        "Latest update: 2021/06/04",
        "v1.2, last updated June 4, 2021",
        "We last updated this Privacy Policy on June 4, 2021.",
        "This Privacy Policy was last updated on June 4, 2021.",
        "This privacy notice has been updated on 4 June 2021.",
        "Privacy Policy (Updated 4 June 2021)",
        "Version 2.1 of 4 June 2021",
        "As of: 4 June 2021",
        "Last updated: June 4, 2021\nWe grow plants and this says what we do with your data in plain words.",
        "| Version | Last updated |\n|---|---|\n| 2 | 4 June 2021 |",
        "| Last updated | 4 June 2021 |\n|---|---|\n| Owner | Fern |",
        "- Version: 3\n- Last updated: 4 June 2021",
        "**Last updated**\n\n4 June 2021",
        "## Last updated\n\n4 June 2021",
        "Last updated:<br>June 4, 2021",
    ],
)
def test_last_updated(line: str) -> None:
    found = roles(TITLE + line)
    assert UPDATED in found
    assert not {role for role, _ in found} - {"last-updated"}


@pytest.mark.parametrize(
    "line",
    [
        "Effective Date: June 4, 2021",
        "Effective as of June 4, 2021",
        "*Effective: 4 June 2021*",
        "This policy is effective from 4 June 2021.",
        "This Privacy Policy takes effect on June 4, 2021.",
        "This notice came into force on 4 June 2021.",
        "This statement comes into effect as from the 4th of June 2021.",
        "Valid from 4 June 2021",
        "4 June 2021",
        "Date: 4 June 2021",
        "Dated: June 4, 2021",
        "June 4, 2021\n{: .date}",
        "**Effective date**\n\n4 June 2021",
        "| Effective | Owner |\n|---|---|\n| 2021-06-04 | Fern |",
    ],
)
def test_effective(line: str) -> None:
    found = roles(TITLE + line)
    assert EFFECTIVE in found
    assert not {role for role, _ in found} - {"effective"}


@pytest.mark.parametrize("line", ["Last update: 06/2021", "Updated 6 - 2021.", "Effective: 06.2021"])
def test_a_month_in_numbers(line: str) -> None:
    assert {date for _, date in roles(TITLE + line)} == {"2021-06"}


def test_an_old_way_to_say_when_it_was_made() -> None:
    assert roles(TITLE + "Enacted on 4 June 2021") == {EFFECTIVE}


def test_both_roles_of_one_date() -> None:
    found = roles(TITLE + "Effective June 4, 2021 | Last updated July 5, 2021")
    assert found == {EFFECTIVE, ("last-updated", "2021-07-05")}
    assert roles(TITLE + "This policy was last updated and is effective June 4, 2021.") == {EFFECTIVE, UPDATED}


@pytest.mark.parametrize(
    "line",
    [
        "Members who joined after 4 June 2021 get a badge.",
        "The California law, as amended effective 4 June 2021, lets you ask.",
        "This copy was archived from our site on 4 June 2021.",
        "The previous version was last updated on 4 June 2021.",
        "Our list of helpers was last updated on 4 June 2021.",
        "Effective 4 June 2021, when you visit the shop, we also count the visits of the greenhouse page.",
        "We collected seeds in June 2021.",
        "Events (4 June 2021) are run with a partner.",
    ],
)
def test_dates_of_other_things(line: str) -> None:
    assert {role for role, _ in roles(TITLE + "We grow plants.\n\nWe sell plants.\n\n" + line + "\n\n## More\n\nMore.")} == {"other"}


@pytest.mark.parametrize(
    ("entry", "role"),
    [
        ("updated: 2021-06-04", "last-updated"),
        ('lastUpdated: "June 4, 2021"', "last-updated"),
        ("lastmod: 2021-06-04T10:00:00Z", "last-updated"),
        ("effective_date: 4 June 2021", "effective"),
        ("date: 2021-06-04", "other"),
        ("created: 2021-06-04", "other"),
    ],
)
def test_front_matter(entry: str, role: str) -> None:
    assert roles(f"---\ntitle: Policy\n{entry}\n---\n\nWe grow plants.\n") == {(role, "2021-06-04")}


def test_front_matter_that_is_no_date() -> None:
    assert roles("---\ndate: soon\nupdated: 12\nedition: 2021-06-04\n---\n\nWe grow plants.\n") == set()


def test_no_month_without_a_year() -> None:
    assert roles("We may ask on 5 May.") == set()

# --- the rule ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "# Privacy\n\n_Last updated: May 1, 2021_\n\nText.\n\n---\n\nLast modified: June 9, 2022",
        "Effective Date: January 1, 2022\n\n## Changes\n\nThis policy is effective as of March 5, 2023 and stays so.",
        "Last updated: May 2021\n\nThis policy was last revised on 4 June 2021.",
    ],
)
def test_clashes(text: str) -> None:
    assert len(findings("conflicting-dates", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Effective Date: January 1, 2022\n\nLast updated: March 5, 2023",
        "Last updated: May 2021\n\nThis policy was last revised on 4 May 2021.",
        "# Privacy Policy\n\nLast updated: May 1, 2021\n\n# Cookie Policy\n\nLast updated: June 9, 2022",
        "Last updated: May 1, 2021\n\n## Change log\n\n- Updated on June 9, 2020\n- Updated on June 9, 2019",
        "Last updated: May 1, 2021\n\nThe previous version was last updated on June 9, 2020.",
        "Last updated: May 1, 2021\n\n**What changed on April 2, 2020.** We added plants.",
    ],
)
def test_what_is_no_clash(text: str) -> None:
    assert findings("conflicting-dates", text) == []
