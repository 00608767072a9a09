"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest
from privacylint.sentences import LONGEST, split

# "|" stands between two sentences
CASES = [
    "We keep it. | You may ask.",
    "We are Acme Inc. and we sell lamps. | You know us.",
    "We are Acme Inc. | We sell lamps.",
    "The notice of Acme Ltd. Privacy Team is here.",
    "Some data, e.g. your name, is kept. | Some, i.e. none, is sold.",
    "Some data, e.g. Google Analytics data, is kept.",
    "See Art. 13(1)(a) and Sec. 4 of the law. | Then read on.",
    "As Cal. Civ. Code and 12 U.S.C. § 1798.83 say, ask us.",
    "Ask No. 5 about it. | The answer is no. | We mean it.",
    "Data goes to the U.S. and to Norway.",
    "Data goes to the U.S. | We tell you first.",
    "The U.S. Department of Lamps knows us.",
    "We joined the EU-U.S. Lamp Framework. | The EU–U.S. Lamp List has us.",
    "Corner Shop Sp. z o.o. is who we are. | Write to us.",
    "Ask J. R. Miller about it. | She knows.",
    "Dr. Q. Stone keeps the list.",
    "1.2. We keep your name. | It is safe.",
    "1. Definitions apply.",
    "(a) We keep it. | (b) We burn it.",
    "a. We keep it for you.",
    "Version 2.1.3 is out. | Version 3. is not.",
    "See https://lamp.example/a.b?c=d.e. | Write to a.b@lamp.example. | Thank you!",
    "Wait... then read on. | Wait... | We are done.",
    "He said “do not track.” | We do not.",
    'He said "stop!" and left. | "Did he?" | He did.',
    "Is it sold? | No! | Never.",
    "We use Yahoo! Mail and keep letters.",
    "We keep names, addresses, etc. | We also keep lamps.",
    "We keep names, etc. in a drawer.",
    "Call at 5 p.m. | The shop is open.",
    "We support iOS. | iPhone users may ask.",
    "We keep data.We never sell it.",
    "これは文です。|次の文！",
    "The list ends here",
    "Write to Lamp Street 1\nLamptown\nNorway",
    "Last changed: 1 May 2030\nWe sell lamps to everybody who wants one, and this page says what we then know.",
    "We keep:\n| - names\n| - lamps",
    "Names that Google, Microsoft and others give to us in the course of a long and winding year of\nGoogle services",
    "Names\n\n|Mails\n\n|Cats",
    "**7. Sharing of names",
    "Lamps follow the EU-U.S. Data Privacy Framework. | We do too.",
    "Lamps follow the Swiss-U.S. Lamp Act, and the UK-U.S. Data Bridge.",
    "We sell lamps EU-U.S. | We also mend them.",
    "",
    "  \n ",
]


@pytest.mark.parametrize("case", CASES)
def test_split(case: str) -> None:
    if case.startswith("Last changed"):
        case = case.replace("\n", "\n|")
    if "data.We" in case:
        case = case.replace("data.", "data.|")
    plain = case.replace("| ", "").replace("|", "")
    expected = [part.strip() for part in case.split("|")] if case.strip() else []
    assert [plain[start:end] for start, end in split(plain)] == expected


def test_ranges_hold_no_blanks_around() -> None:
    assert split("  One.  Two. ") == [(2, 6), (8, 12)]


def test_a_long_text_without_stops_is_linear() -> None:
    for text in ("word " * 200_000, "U.S. " * 100_000, "x" * 1_000_000, "we,you," * 100_000):
        ranges = split(text)
        assert max(end - start for start, end in ranges) <= LONGEST, "what never stops is cut, so that no sentence is monstrous"
        assert "".join(text[start:end] for start, end in ranges) == text.replace(" ", "") or " " in text
    assert len(split("We go. " * 100_000)) == 100_000
