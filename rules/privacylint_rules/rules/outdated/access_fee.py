"""
Asks a fee for access to one's own data.

Under the GDPR access is free, and so it is under the UK GDPR and the laws of the United States. Only a request that is
manifestly unfounded or excessive, or a further copy, may cost something. The fees of the time before 2018, ten pounds
or a little for the costs, are gone. Laws that still allow a fee, such as those of Canada and Australia, are left alone.

Source: GDPR Article 12(5) and 15(3); California Civil Code section 1798.130(a)(2).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from privacylint.api import Bad, Claims, Finding, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

SINCE = date(2018, 5, 25)

FEE = phrases(
    en=[
        "(pay~ | payment of | charge~ | require~ | levy | subject to | ask for | upon | for | on payment of | impose~ | there (may | will | is) be | there is) [you | of | the | a | an] [small | modest | nominal | administrative | administration | statutory | standard | handling | processing | reasonable | fixed] (fee | charge) ...5!(unfounded)",
        "(small | modest | nominal | administrative | administration | statutory | standard | handling) (fee | charge)",
        "(fee | charge) of [up to] [GBP | EUR | USD] <number>",
        "(charge~ | pay~ | cost~) [you] [EUR | GBP | USD] <number> [euro~ | pounds | dollars | EUR | GBP] (for | per) [a | an | each | every | your] [subject] (request | copy | access)",
        "(fee | charge) to (meet | cover) ...3 (cost~ | expense~)",
    ]
)
ACCESS = phrases(
    en=[
        "(access to | access | copy of | copies of | copy | obtain | request | receive | see) ...8 (data | information | record~ | details)",
        "(data | information | details) ...3 (we | which are | that we | is | are) ...2 (hold | held)",
        "request~ for access", "(subject access | access request~ | SAR | DSAR | right of access | data subject request~)",
    ]
)
BOUNDS = phrases(
    en=[
        "(unfounded | excessive | repetitive | repeat | repeated | vexatious | onerous | disproportionate | complex | extensive | unreasonabl* | frivolous)",
        "(additional | further | extra | second | subsequent | more than (one | two | once | twice) | multiple | another | duplicate) ...4 (copy | copies | request~ | statement~ | report~)",
    ]
)
ALLOWED = phrases(
    en=[
        *BOUNDS.wordings["en"],
        "(more than | every | first | once | twice | one | two | each) ...6 (12 | twelve) month~",
        "(no | not | never | without | free of | cannot | don't | won't) ...6 (fee~ | charge~ | cost)",
        "(permitted | allowed | required | prescribed | authorized | authorised | accordance) ...4 (law | laws | legislation | regulation~)",
        "(manual | paper | hard copy | printed)",
        "(australia* | canad* | PIPEDA | quebec | new zealand | hong kong | singapore | south africa | POPIA | PAIA | indi* | APP 12)",
        "(subscription | licen* | membership | service | legal | attorney* | late | transaction) (fee~ | charge~)",
        "{overtaken}",
    ]
)

# --- examples --------------------------------------------------------------------------------------------------------

EXAMPLES_BAD = [
    Bad(
        "# Your rights\n\nYou may ask for a copy of the data we hold about you. A small fee of £10 is payable.\n",
        at="small fee",
        message='"small fee" for access to one\'s own data, which has been free since 25 May 2018',
    ),
    Bad(
        "You may request access to your data on payment of an administrative charge.\n",
        at="on payment of an administrative charge",
    ),
]
EXAMPLES_GOOD = [
    "You may ask for a copy of your data free of charge.\n",
    "You may ask for a copy of your data. We may charge a reasonable fee where a request is manifestly unfounded.\n",
    "You may ask for access to your data. For further copies we may charge a small fee.\n",
    "# Membership\n\nThe garden asks a small fee of 10 euros a year.\n",
]

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    cites=("GDPR Art. 12(5)", "GDPR Art. 15(3)"),
    good=EXAMPLES_GOOD,
    bad=EXAMPLES_BAD,
)
def access_fee(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first fee that is asked for access, with the others as related places."""
    if claims.today < SINCE:
        return
    spans = []
    seen = -1
    for match in policy.find(FEE):
        if match.sentence.number != seen and _is_for_access(policy, match.sentence):
            seen = match.sentence.number
            spans.append((match.span, " ".join(match.text.split())))
    if spans:
        span, words = spans[0]
        yield Finding(
            f'"{words}" for access to one\'s own data, which has been free since 25 May 2018',
            span,
            related=tuple(Related(other, "here too") for other, _ in spans[1:]),
            help="say that access is free, and keep a fee for manifestly unfounded or excessive requests only",
        )


def _is_for_access(policy: Policy, sentence: Sentence) -> bool:
    block = sentence.block
    if block.quoted or block.kind == "code" or scope.found(policy, ALLOWED, sentence):
        return False
    around = policy.sentences_of(block)
    at = around.index(sentence)
    # a condition in the next sentence still bounds the fee
    if any(scope.found(policy, BOUNDS, near) for near in around[at + 1 : at + 2]):
        return False
    return any(scope.found(policy, ACCESS, near) for near in around[max(0, at - 1) : at + 1])
