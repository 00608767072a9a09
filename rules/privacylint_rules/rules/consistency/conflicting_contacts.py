"""
Two addresses where there can be only one: for the data protection officer, or one written in two ways.

Whoever wants to delete data or complain has only the addresses in the policy; a request that goes to a dead one is a
request never answered. Several addresses for several jobs are fine. Reported are two mail addresses of the one officer,
two for the same questions on the policy or for the use of the same rights, two addresses that differ by a slip of the pen or by the ending of their domain, one street with two postcodes, and a
link that shows one address and writes to another.

Source: GDPR Article 13(1)(a) and (b), Article 12(2); 11 CCR section 7011(e)(3)(J) (contact for questions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from urllib.parse import unquote

from privacylint.api import Bad, Claim, Claims, Finding, Link, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

OF_SOMEONE_ELSE = phrases(
    en=[
        "(authority | authorities | commissioner* | ombudsman | regulator~ | representative~ | partner~ | processor~ | provider~ | its privacy policy | their privacy policy)",
        "(subsidiary | subsidiaries | affiliate~ | group company | group companies | joint controller~)",
    ]
)
_FOR = {
    "questions on this policy": phrases(
        en=[
            "(question~|concern~|comment~|inquir*|enquir*|query|queries|more information|further information) ...10!(children|child|breach|shield) (this|our|the|these) ...2 [privacy|data protection] (policy|notice|statement|practices)",
            "(question~|concern~|inquir*|enquir*|query|queries) ...6!(children|child|breach|shield) (about|regarding|concerning|on) ...3 (privacy|data protection)",
        ]
    ),
    "requests on your rights": phrases(en=["(exercise|exercising|invoke|make use of|act on|assert) ...6!(not|opt) (right|rights)"]),
}
"""What an address is given for, where another one elsewhere leaves the reader with a choice nobody explains."""
PUBLIC_MAIL = frozenset(("gmail", "outlook", "hotmail", "yahoo", "icloud", "protonmail", "proton", "gmx", "aol", "live", "msn", "mail", "web", "zoho"))

_MAIL = re.compile(r"[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}")

MOST = 100
"""How many addresses are compared with one another: pairs stay few however long the text."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(1)(b)",),
    good=[
        "Privacy: privacy@fern.example. Support: help@fern.example.\n",
        "Our data protection officer is at dpo@fern.example.\n\nWrite to the data protection officer at dpo@fern.example.\n",
        "## Germany\n\nData protection officer: dpo@fern-de.example\n\n## France\n\nData protection officer: dpo@fern-fr.example\n",
        "Fern Ltd, 12 Moss Lane, Leeds LS1 4AP. Write to 12 Moss Lane, Leeds LS1 4AP.\n",
    ],
    bad=[
        Bad(
            "Fern answers questions about this policy: ask moss@fern.example.\n\n## Contact\n\n"
            "If you have any questions about our privacy policy, write to leaf@fern.example.\n",
            at="moss@fern.example",
            related=("leaf@fern.example",),
            message='questions on this policy go to moss@fern.example here, but to leaf@fern.example in "Contact" (line 5)',
        ),
        Bad(
            "Our data protection officer is at officer@fern.example.\n\n## Your rights\n\nIs something wrong? Then the DPO helps: moss@fern.example.\n",
            at="officer@fern.example",
            related=("moss@fern.example",),
            message='the data protection officer is at officer@fern.example here, but at moss@fern.example in "Your rights" (line 5)',
        ),
        Bad(
            "The people of Fern read privacy@fern.example.\n\nTo delete your data, write to privcay@fern.example.\n",
            at="privacy@fern.example",
            related=("privcay@fern.example",),
            message="privacy@fern.example here, but privcay@fern.example in line 3: one of them may be a slip of the pen",
        ),
        Bad(
            "Fern Ltd, 12 Moss Lane, Leeds LS1 4AP\n\n## Contact\n\nFern Ltd, 12 Moss Lane, Leeds LS1 4PA\n",
            at="12 Moss Lane, Leeds LS1 4AP",
            related=("12 Moss Lane, Leeds LS1 4PA",),
        ),
        Bad(
            "To delete your data, write to Fern at [privacy@fern.example](mailto:sales@fern.example).\n",
            at="[privacy@fern.example](mailto:sales@fern.example)",
            related=("mailto:sales@fern.example",),
            message="the link says privacy@fern.example, but writes to sales@fern.example",
        ),
    ],
)
def conflicting_contacts(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Addresses that exclude each other."""
    mails = claims.all("contact", type="email")
    yield from _officers(policy, [claim for claim in mails if claim.value["role"] == "dpo"])
    yield from _same_job(policy, mails)
    yield from _slips(policy, mails)
    yield from _streets(policy, claims.all("contact", type="post"))
    yield from _links(policy)


def _officers(policy: Policy, mails: list[Claim]) -> Iterator[Finding]:
    own = [claim for claim in mails if not _elses(policy, claim)]
    for one, other in combinations(_firsts(own)[:MOST], 2):
        if one.sentence is other.sentence or not _same_frame(one, other) or _one_list(one, other) or _one_paragraph(one, other):
            continue
        yield _finding(
            policy,
            f"the data protection officer is at {one.value['address']} here, but at {other.value['address']}",
            one,
            other,
            "name one address for the officer, or say which address is for what",
        )
        return


def _same_job(policy: Policy, mails: list[Claim]) -> Iterator[Finding]:
    """Two addresses for one thing, each given as if there were no other."""
    listed = {(one.value["address"], other.value["address"]) for one, other in combinations(mails[:MOST], 2) if one.sentence is other.sentence or _one_list(one, other)}
    for job, wanted in _FOR.items():
        told = {match.sentence for match in policy.find(wanted) if match.sentence.block.kind != "heading"}
        firsts = _firsts([one for one in mails if one.value["role"] != "dpo" and not _elses(policy, one) and _told_in(policy, one) in told])[:MOST]
        pair = next(((one, other) for one, other in combinations(firsts, 2) if _is_other_address(one, other) and not {_pair(one, other), _pair(other, one)} & listed), None)
        if pair:
            one, other = pair
            again = next((mail for mail in mails if mail.value["address"] == one.value["address"] and mail.sentence is not one.sentence), None)
            yield Finding(
                f"{job} go to {one.value['address']} here, but to {other.value['address']} {elsewhere(policy, other)}",
                one.span,
                related=(Related(other.span, f"says {other.value['address']}"), *((Related(again.span, f"says {one.value['address']} again"),) if again else ())),
                help="name one address for it, or say which address is for what",
            )
            return


def _told_in(policy: Policy, mail: Claim) -> Sentence | None:
    """The sentence that says what an address is for: its own, or the one ending in a colon that introduces it."""
    sentence = mail.sentence
    intro = sentence.block.intro if sentence else None
    return policy.sentences_of(intro)[-1] if intro is not None and policy.sentences_of(intro) else sentence


def _pair(one: Claim, other: Claim) -> tuple[str, str]:
    return one.value["address"], other.value["address"]


def _is_other_address(one: Claim, other: Claim) -> bool:
    return not _slip(one.value["address"], other.value["address"]) and _same_frame(one, other) and not _one_paragraph(one, other)


def _slips(policy: Policy, mails: list[Claim]) -> Iterator[Finding]:
    for one, other in combinations(_firsts(mails)[:MOST], 2):
        if one.sentence is not other.sentence and _slip(one.value["address"], other.value["address"]) and _same_frame(one, other):
            end = ": one of them may be a slip of the pen"
            yield _finding(
                policy, f"{one.value['address']} here, but {other.value['address']}", one, other, "write the address that works in both places", end
            )


def _streets(policy: Policy, posts: list[Claim]) -> Iterator[Finding]:
    for one, other in combinations(posts[:MOST], 2):
        same = _plain(one.value.get("street", "")) == _plain(other.value.get("street", ""))
        if same and _plain(one.value["postcode"]) != _plain(other.value["postcode"]) and one.sentence is not other.sentence:
            yield _finding(
                policy,
                f"{one.value['street'].strip()} has the postcode {one.value['postcode']} here, but {other.value['postcode']}",
                one,
                other,
                "write the same postcode in both places",
            )
            return


def _links(policy: Policy) -> Iterator[Finding]:
    """Links whose words are one mail address and whose target is another."""
    ends = {link.span.end for link in policy.links}
    for link in policy.links:
        # one address split into two links is a slip of the editor, not a second address
        if link.span.start in ends:
            continue
        shown, target = link.text.plain.strip().rstrip(".,"), link.target.strip()
        if not target.lower().startswith("mailto:") or not _MAIL.fullmatch(shown):
            continue
        written = unquote(target[7:].split("?")[0]).strip().lower()
        if _MAIL.fullmatch(written) and written != shown.lower():
            yield Finding(
                f"the link says {shown}, but writes to {written}",
                link.span,
                related=(Related(link.target_span, f"writes to {written}"), *_written_right(policy, link, shown.lower())),
                help="write the address that works in both places",
            )


def _written_right(policy: Policy, wrong: Link, address: str) -> Iterator[Related]:
    """The nearest other link that shows the address and writes to it, one before it first."""
    right = [link for link in policy.links if link is not wrong and link.target.strip().lower().startswith(f"mailto:{address}")]
    if right:
        nearest = min(right, key=lambda link: (link.span.start > wrong.span.start, abs(link.span.start - wrong.span.start)))
        yield Related(nearest.span, f"writes to {address}")


def _finding(policy: Policy, message: str, one: Claim, other: Claim, way_out: str, end: str = "") -> Finding:
    return Finding(
        f"{message} {elsewhere(policy, other)}{end}",
        one.span,
        related=(Related(other.span, f"says {other.value.get('postcode') or other.value['address']}"),),
        help=way_out,
    )


def _firsts(mails: list[Claim]) -> list[Claim]:
    """The first claim of each address."""
    firsts: dict[str, Claim] = {}
    for claim in mails:
        firsts.setdefault(claim.value["address"], claim)
    return list(firsts.values())


def _elses(policy: Policy, claim: Claim) -> bool:
    return bool(claim.sentence and scope.found(policy, OF_SOMEONE_ELSE, claim.sentence))


def _same_frame(one: Claim, other: Claim) -> bool:
    return (
        scope.lands(one.scope.region) == scope.lands(other.scope.region)
        and one.scope.product == other.scope.product
        and one.scope.people == other.scope.people
    )


def _one_list(one: Claim, other: Claim) -> bool:
    first, second = one.sentence, other.sentence
    return bool(first and second and first.block.group and first.block.group == second.block.group)


def _one_paragraph(one: Claim, other: Claim) -> bool:
    return bool(one.sentence and other.sentence and one.sentence.block is other.sentence.block)


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text.lower())


def _slip(one: str, other: str) -> bool:
    """Whether two addresses differ by one slip: a letter more, less, other or swapped, or another ending of the domain."""
    (local, domain), (local2, domain2) = (address.rsplit("@", 1) for address in (one, other))
    name, _, ending = domain.rpartition(".")
    name2, _, ending2 = domain2.rpartition(".")
    if name in PUBLIC_MAIL and name2 in PUBLIC_MAIL and name != name2:
        return False
    if local == local2 and name == name2:
        return ending != ending2 and not _countries(ending, ending2)
    if local == local2:
        return len(name) > 5 and _one_edit(domain, domain2)
    return domain == domain2 and len(local) > 4 and len(local2) > 4 and _one_edit(local, local2) and not _digits_differ(local, local2)


def _countries(ending: str, ending2: str) -> bool:
    # offices of one company in two countries: fern.de and fern.fr
    return len(ending) == 2 and len(ending2) == 2


def _digits_differ(one: str, other: str) -> bool:
    return re.sub(r"\d", "", one) == re.sub(r"\d", "", other)


def _one_edit(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one.rstrip("s") == other.rstrip("s"):
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, rest2 = one[start:], other[start:]
    swapped = len(rest) > 1 and len(rest2) > 1 and rest[0] == rest2[1] and rest[1] == rest2[0] and rest[2:] == rest2[2:]
    return swapped or rest[1:] == rest2[1:] or rest[1:] == rest2 or rest == rest2[1:]
