"""
Two names for the one who is responsible, or two titles for the one officer.

Who answers for the data must be beyond doubt: it decides whom to write to, whom to sue and which authority is in charge.
Reported are one company with two legal forms, two companies that each call themselves "we" or that each run the service,
and a data protection officer who is a privacy officer elsewhere: the first is an office under the GDPR, the second is not.

Source: GDPR Article 13(1)(a) and (b), Articles 37 to 39.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, islice

from privacylint.api import Bad, Claim, Claims, Finding, Match, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

LEGAL_FORMS = {
    "ltd": "ltd", "limited": "ltd", "inc": "inc", "incorporated": "inc", "corp": "corp", "corporation": "corp", "llc": "llc", "llp": "llp", "lp": "lp", "gmbh": "gmbh", "ag": "ag",
    "ug": "ug", "kg": "kg", "ohg": "ohg", "ev": "ev", "sarl": "sarl", "sas": "sas", "sa": "sa", "bv": "bv", "nv": "nv", "ab": "ab", "as": "as", "aps": "aps", "oy": "oy", "srl": "srl",
    "spa": "spa", "sl": "sl", "sro": "sro", "plc": "plc", "pty": "pty", "pte": "pte", "pvt": "pvt", "se": "se", "sia": "sia", "uab": "uab", "cic": "cic", "cio": "cio", "co": "ltd",
}  # fmt: skip
"""How company names end, without dots, and the form each is."""
GROUP = phrases(
    en=[
        "(affiliate~ | subsidiary | subsidiaries | parent company | holding | group compan* | group of companies | joint controller~ | jointly | each | respective~ | respectively | either | depending on)",
        "(successor~ | formerly | previously | renamed | merged | acquired)",
    ]
)
_OPERATED = phrases(
    en=[
        "(this|our|the) ...2!(not|third) (site|website|web site|app|application|service|services|platform|game) (is|are) [(owned|run|operated|published|provided|managed) and] (owned|operated|run|provided|published|managed) ...2!(part) by",
    ]
)
"""Who runs the service, which is one company for one service."""
PRIVACY_OFFICE = ("Privacy Officer", "Data Privacy Officer", "Privacy Compliance Officer")
NOT_OURS = phrases(en=["(chief privacy officer | state | federal | authority | their | school | university | customer's | office of)"])

_COMPANY = phrases(en=["<organisation>"])
_WRITE = phrases(en=["(contact|write to|address|mail|post|reach|questions) ...12", "copyright"])
_GROUP_OF = phrases(en=["(group of companies|group companies|our affiliates|affiliated companies|parent company|subsidiar*|representative in|eu representative|uk representative)"])
_TWO = 2
MOST = 40
"""How many names are compared with one another: pairs stay few however long the text."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(1)(a)",),
    good=[
        'Fern Garden Ltd ("we") grows plants.\n\nThe controller is Fern Garden Limited.\n',
        'Fern Inc. and Fern GmbH ("we") grow plants.\n\nThe controller is Fern GmbH.\n',
        'Fern Inc. ("we") grows plants.\n\n## European Union\n\nIf you live in the EU, the controller is Fern GmbH.\n',
        "Write to our data protection officer.\n\nThe data protection officer answers.\n",
    ],
    bad=[
        Bad(
            'Fern Garden Ltd ("we") grows plants.\n\n## Contact\n\nThe controller is Fern Garden GmbH.\n',
            at="Fern Garden Ltd",
            related=("Fern Garden GmbH",),
            message='Fern Garden Ltd is responsible here, but Fern Garden GmbH in "Contact" (line 5)',
        ),
        Bad(
            'Fern Garden Ltd ("we", "us") grows plants.\n\n## Rights\n\nMoss House Inc. ("we", "us") answers you.\n',
            at="Fern Garden Ltd",
            related=("Moss House Inc",),
        ),
        Bad(
            "This site is operated by Fern Garden Ltd.\n\n## Contact\n\nOur website is owned and operated by Moss House Inc.\n",
            at="Fern Garden Ltd",
            related=("Moss House Inc",),
        ),
        Bad(
            'Fern Garden CIO ("we") grows plants.\n\n## Contact\n\nThe data controller is Fern Garden CIC.\n',
            at="Fern Garden CIO",
            related=("Fern Garden CIC",),
        ),
        Bad(
            "The data controller is Fern Garden Ltd.\n\n## Contact\n\nWrite to us by post:\n\nFern Garden GmbH\n\n5 Mill Street\n",
            at="Fern Garden Ltd",
            related=("Fern Garden GmbH",),
            message='Fern Garden Ltd is responsible here, but Fern Garden GmbH in "Contact" (line 7)',
        ),
        Bad(
            "Ask our Privacy Officer.\n\n## Contact\n\nWrite to our Data Protection Officer.\n",
            at="Privacy Officer",
            related=("Data Protection Officer",),
            message='the officer is a Privacy Officer here, but a Data Protection Officer in "Contact" (line 5)',
        ),
    ],
)
def conflicting_controller(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Controllers and officers that cannot be one."""
    told = list(_companies(policy, claims)) or list(islice(_forms(policy, claims), 1))
    yield from told or islice(_written_otherwise(policy, claims), 1)
    yield from _titles(policy, claims)


def _companies(policy: Policy, claims: Claims) -> Iterator[Finding]:
    controllers = [claim for claim in claims.all("party", role="controller") if _form(claim)]
    named = [claim for claim in controllers if claim.value["defines"] or (claim.sentence and scope.found(policy, _OPERATED, claim.sentence))][:MOST]
    together = _named_together(named)
    for one, other in combinations(named, 2):
        if one.sentence is other.sentence or _same(one, other) or {_key(one), _key(other)} <= together:
            continue
        if _grouped(policy, one) or _grouped(policy, other) or not _same_place(policy, one, other):
            continue
        yield Finding(
            f"{one.value['name']} is responsible here, but {other.value['name']} {elsewhere(policy, other)}",
            one.span,
            related=(Related(other.span, f"names {other.value['name']}"),),
            help="name one company, or say for whom each of them is responsible",
        )
        return


def _forms(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The name of the one who is responsible, written with two legal forms; not where one sentence names both."""
    named = [claim for claim in claims.all("party", role="controller") if _form(claim)][:MOST]
    together = _named_together(named)
    for one, other in combinations(named, 2):
        if _base(one) != _base(other) or _form(one) == _form(other) or one.sentence is other.sentence or {_key(one), _key(other)} <= together:
            continue
        if _grouped(policy, one) or _grouped(policy, other) or not _same_place(policy, one, other):
            continue
        yield Finding(
            f"{one.value['name']} here, but {other.value['name']} {elsewhere(policy, other)}: one name with two legal forms",
            one.span,
            related=(Related(other.span, f"says {other.value['name']}"),),
            help="write the name as it is registered, or say what each of the two companies does",
        )


def _written_otherwise(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The name of the one company that is responsible, with another legal form where readers are told whom to write to."""
    controllers = [claim for claim in claims.all("party", role="controller") if _form(claim) and claim.sentence and not _grouped(policy, claim)]
    if not controllers or len({_key(claim) for claim in controllers}) > 1:
        return
    one = controllers[0]
    others = [match for match in policy.find(_COMPANY) if _is_same_name(one, match) and _is_address(policy, match)]
    named = {_form_of(match.slots["organisation"]) for match in policy.find(_COMPANY) if _base_of(match.slots["organisation"]) == _base(one)}
    if others and len(named - {""}) == _TWO and not policy.find(_GROUP_OF):
        other = Statement("name", others[0], scope.scope_of(policy, others[0].sentence))
        name = other.match.slots["organisation"]
        yield Finding(
            f"{one.value['name']} is responsible here, but {name} {elsewhere(policy, other)}",
            one.span,
            related=(Related(other.span, f"says {name}"),),
            help="write the name as it is registered, or say what each of the two companies does",
            confidence="low",
        )


def _is_same_name(one: Claim, match: Match) -> bool:
    name = match.slots["organisation"]
    return _base_of(name) == _base(one) and _form_of(name) not in ("", _form(one)) and match.sentence is not one.sentence


def _is_address(policy: Policy, match: Match) -> bool:
    """Whether the name opens the lines of an address, or stands where readers are told to write, for everybody."""
    first, _ = policy.words.range_of(match.sentence)
    around = scope.scope_of(policy, match.sentence)
    opening = match.words[0] == first or bool(scope.found(policy, _WRITE, match.sentence))
    return opening and not (around.region or around.people or around.product) and not scope.found(policy, GROUP, match.sentence)


def _base_of(name: str) -> str:
    return re.sub(r"[\W_]", "", "".join(name.lower().split()[:-1]))


def _form_of(name: str) -> str:
    return LEGAL_FORMS.get(re.sub(r"[\W_]", "", name.lower().split()[-1]), "")


def _named_together(named: list[Claim]) -> set[tuple[str, str]]:
    """Those that one sentence names side by side: they share the responsibility."""
    together: set[tuple[str, str]] = set()
    for one, other in combinations(named, 2):
        if one.sentence is other.sentence:
            together |= {_key(one), _key(other)}
    return together


def _key(claim: Claim) -> tuple[str, str]:
    return _base(claim), _form(claim)


def _base(claim: Claim) -> str:
    return re.sub(r"[\W_]", "", "".join(_parts(claim)[:-1]))


def _form(claim: Claim) -> str:
    return LEGAL_FORMS.get(_parts(claim)[-1], "")


def _parts(claim: Claim) -> list[str]:
    parts = [re.sub(r"[\W_]", "", word) for word in claim.value["name"].lower().split()]
    return [part for part in parts if part] or [""]


def _same(one: Claim, other: Claim) -> bool:
    base, base2 = _base(one), _base(other)
    if base == base2:
        return _form(one) == _form(other)
    return base in base2 or base2 in base


def _grouped(policy: Policy, claim: Claim) -> bool:
    return bool(claim.sentence and scope.found(policy, GROUP, claim.sentence))


def _same_place(policy: Policy, one: Claim, other: Claim) -> bool:
    if one.sentence is None or other.sentence is None:
        return False
    first, second = scope.scope_of(policy, one.sentence), scope.scope_of(policy, other.sentence)
    return (first.region, first.people, first.product, first.condition) == (second.region, second.people, second.product, second.condition)


def _titles(policy: Policy, claims: Claims) -> Iterator[Finding]:
    officers = [claim for claim in claims.all("party", role="dpo", denied=False) if claim.sentence]
    protection = [claim for claim in officers if claim.value["title"] == "Data Protection Officer"]
    privacy = [claim for claim in officers if claim.value["title"] in PRIVACY_OFFICE and not _other_office(policy, claim)]
    sentences = {claim.sentence for claim in protection}
    if not protection or not privacy or any(claim.sentence in sentences for claim in privacy):
        return
    one, other = sorted((protection[0], privacy[0]), key=lambda claim: claim.span)
    frames = [scope.scope_of(policy, claim.sentence)[:3] for claim in (one, other) if claim.sentence]
    if frames[0] != frames[1]:
        return
    yield Finding(
        f"the officer is a {one.value['title']} here, but a {other.value['title']} {elsewhere(policy, other)}",
        one.span,
        related=(Related(other.span, f"says {other.value['title']}"),),
        help="use one title if it is one office; the tasks of a data protection officer are set by law",
        confidence="low",
        cites=("GDPR Art. 37",),
    )


def _other_office(policy: Policy, claim: Claim) -> bool:
    return bool(claim.sentence and scope.found(policy, NOT_OURS, claim.sentence))
