"""
Transfers: data that goes to other countries, and the safeguards named for it.

Where data is kept is a hosting claim; this is about where it is sent, and on what legal mechanism.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Match, Policy, Said, Sentence, extractor

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_ABROAD = (
    "(outside|abroad|overseas|internationally|international|third country|third countries|other countries|another country|across borders"
    "|across national borders|other jurisdictions|another jurisdiction|cross border|country other than|countries other than|worldwide)"
)
_MOVES = phrases(
    en=[
        f"(transfer~|transferred|transmit~|send~|sent|export~|move~) ...14 {_ABROAD}",
        "(transfer~|transmit~|send~|sent|export~) ...8!(email~|request~|letter~|mail) (to|into) ...7!(email|mail) <place>",
        "(transfer~) ...5!(right|portability) (from|out of) ...3 <place>",
        "(international|cross border|onward|overseas|data) (transfer|transfers) ...6",
        "(process~|processed|stored|accessed) ...4 (in|from) ...3 (outside|third countries|a third country|other countries|another country|countries other than|country other than)",
    ]
)
_SAFEGUARDS = {
    "scc": phrases(
        en=[
            "(standard|model) (contractual|contract|data protection) clause~",
            "(scc|sccs)",
            "model clauses",
            "(international data transfer|idta) (agreement|addendum)",
            "eu model contract*",
            "(contractual|contract) clauses ...4 (approved|adopted|issued|published)",
        ]
    ),
    "dpf": phrases(en=["data privacy framework", "(dpf|eu u s dpf)"]),
    "adequacy": phrases(
        en=[
            "adequacy (decision~|determination~|finding~|regulation~)",
            "adequate (level|protection|data protection)",
            "(deemed|recognised|recognized|considered) ...6 adequate",
        ]
    ),
    "bcr": phrases(en=["binding corporate rule~", "bcrs"]),
    "privacy-shield": phrases(en=["privacy shield"]),
    "consent": phrases(
        en=[
            "(with|on|upon|based on|by|your|you) ...4!(without|withdraw~) (consent~|explicit consent) ...8 (transfer~|processing|collection)",
            "(transfer~) ...14 (with|subject to|on the basis of) your ...2 consent",
            "you [hereby|expressly|explicitly] (consent|agree) to ...8 (transfer~|transmission)",
        ]
    ),
    "other": phrases(
        en=[
            "(appropriate|suitable|adequate|necessary|other) (safeguard~|legal mechanism~|transfer mechanism~|guarantee~)",
            "(legal|transfer) mechanism~",
            "article 49",
            "derogation~",
            "certification mechanism~",
        ]
    ),
}

_EXAMPLES = (
    Said(
        "We transfer orders to our workshop in India under standard contractual clauses.",
        at="transfer orders to our workshop in India",
        value={"to": ["IN"], "safeguards": ["scc"]},
    ),
    Said("Data may be sent to countries outside the EEA.", at="sent to countries outside", value={"safeguards": []}),
    Said("You can send us an e-mail.", value=None),
)

# --- reading ---------------------------------------------------------------------------------------------------------


@extractor("transfer", examples=_EXAMPLES)
def transfers(policy: Policy) -> Iterator[Claim]:
    """Statements that data goes to other countries, with the safeguards of the same sentence."""
    first: dict[int, Match] = {}
    for match in policy.find(_MOVES):
        first.setdefault(match.sentence.number, match)
    for name, wanted in _SAFEGUARDS.items():
        if name not in ("consent", "other"):
            for match in policy.find(wanted):
                first.setdefault(match.sentence.number, match)
    for number in sorted(first):
        sentence = policy.sentences[number]
        if sentence.block.kind in ("heading", "code") or sentence.text.rstrip().endswith("?"):
            continue
        yield _claim(policy, sentence, first[number])


def _claim(policy: Policy, sentence: Sentence, match: Match) -> Claim:
    value = {
        "to": _places(policy, sentence, "to in including into"),
        "from": _places(policy, sentence, "from"),
        "safeguards": [name for name, wanted in _SAFEGUARDS.items() if scope.found(policy, wanted, sentence)],
    }
    around = scope.scope_of(policy, sentence)
    return Claim(
        "transfer", value, match.span, sentence, scope.denied(policy, match), scope.modality(policy, match), around
    )


def _places(policy: Policy, sentence: Sentence, lead: str) -> list[str]:
    """The places named after one of the leading words, with those joined to them."""
    hits = list(scope.found(policy, scope.PLACE, sentence))
    leads = frozenset(lead.split())
    codes: list[str] = []
    for hit in hits:
        before = policy.words.forms[max(0, hit.words[0] - 2) : hit.words[0]]
        if leads & {*before} and "outside" not in policy.words.forms[max(0, hit.words[0] - 4) : hit.words[0]]:
            codes += [
                one.slots["place"]
                for one in scope.chain_of(policy, hit, [other for other in hits if other.words[0] > hit.words[0]])
            ]
    return list(dict.fromkeys(codes))
