"""
Nobody can work out from the text how long data is kept.

"As long as necessary", with no period and no criteria anywhere, and "in some cases longer", with no word on which cases
or how long, promise nothing: a reader cannot tell when to expect deletion, and neither can the people who are to delete.

Source: WP260 rev.01, annex (storage period: it is not enough to say that data is kept as long as necessary); GDPR
article 13(2)(a).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Match, Policy, Related, rule

from privacylint_rules.words import phrases

NECESSITY = "(as long as|longer than|more than|as long as is|as long as it is|longer than is|longer than it is|as long as we|longer than we) [is|it is|are|we] [reasonably|strictly|absolutely] (necessary|needed|required|appropriate|need|deem necessary|require)"
NECESSARY = phrases(
    en=[
        f"{NECESSITY} [it|them|data|your data|the data|your information|personal data|personal information] $",
        f"{NECESSITY} ...14!(child~|investigate|law|legal|claim~|dispute~|account|parent~) (purpose~|business need~|service~|business reasons|interest~)",
    ]
)
EXPLAINED = phrases(
    en=[
        "(criteria|factors) ...12 (period|long|retention|retain|keep|duration)",
        "(period|long|retention|retain|keep|duration) ...12 (criteria|factors)",
        "(determine~|determining|deciding|decide|assess|setting) ...6 (retention|period|how long)",
        "retention (schedule~|period~) (is|are) (set|determined|based|listed|defined)",
        "(taking|take~) into account ...12 (nature|sensitivity|amount|volume)",
        "(statute~ of limitation~|limitation period~|statutory (period~|retention)|(tax|accounting|commercial|bookkeeping) (law|laws|purposes|records|rules|obligations|requirements))",
    ]
)
LONGER = phrases(
    en=[
        "(in|under|for|with) (certain|some|other|limited|exceptional|particular|special|specific|various|rare) (circumstance~|case~|situation~|instance~|reasons) ...14 "
        "(longer|beyond|extended)",
        "(longer|beyond|extended) ...10 (in|under|for|with) (certain|some|other|limited|exceptional|particular|special|specific|various|rare) "
        "(circumstance~|case~|situation~|instance~|reasons)",
        "(may|might|could|can) [also|sometimes|occasionally] ...3 (keep|kept|retain~|store|stored|hold|held) ...8 longer $",
    ]
)
KEPT = phrases(en=["(retention|{store}|storage|delete~|archive~)"])
# whoever says when or how long has explained it
SAYS_WHEN = phrases(
    en=[
        "(law~|legal|legally|regulat*|court|dispute~|claim~|litigation|obligation~|fraud|required|investigation~|consent|tax|statutory|abuse)",
        "(if|when|where|unless|until|because|so that) (you|we|the|it|this|your|there|they|such)",
        "<duration>",
        "(see|described|explained|listed|set out|below|following)",
    ]
)


@rule(
    severity="info",
    confidence="medium",
    good=[
        "We keep your details for as long as necessary, and order records for 6 years.",
        "We keep your details as long as you have an account.",
        "We keep it for as long as necessary. The criteria for the retention period are the kind of data and our duties.",
        "In some cases we keep it longer, because the tax law asks for it. Records are kept for a year.",
        "In certain cases we may answer later, if a question takes longer.",
    ],
    bad=[
        Bad("We keep your personal data for as long as necessary for the purposes above.", at="for as long as necessary"),
        Bad(
            "Letters are kept for as long as needed. Photographs are stored no longer than necessary.",
            at="for as long as needed",
            related=("no longer than necessary",),
        ),
        Bad("Letters are kept for one year. In some cases storage may be longer.", at="In some cases storage may be longer"),
    ],
)
def vague_retention(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Necessity as the only measure of the whole text, and longer storage without its cases."""
    vague = _only_necessity(policy, claims)
    if vague:
        yield Finding(
            f'"{_quoted(policy, vague[0])}" is all this policy says on how long data is kept',
            vague[0].span,
            tuple(Related(claim.span, "no period here either") for claim in vague[1:]),
            help="give the period for each kind of data, or the criteria that decide it",
        )
    explained = {match.sentence for match in policy.find(SAYS_WHEN)}
    kept = {match.sentence for match in policy.find(KEPT)}
    for match in policy.find(LONGER):
        if match.sentence in kept and match.sentence not in explained:
            yield _longer(match)


def _only_necessity(policy: Policy, claims: Claims) -> list[Claim]:
    """The statements that measure by necessity, where nothing in the policy is more exact."""
    retention = claims.all("retention")
    if not retention or any(claim.value["duration"] != "criteria" for claim in retention) or policy.find(EXPLAINED):
        return []
    necessary = {match.sentence for match in policy.find(NECESSARY)}
    vague = [claim for claim in retention if claim.sentence in necessary]
    return vague if len(vague) == len(retention) else []


def _longer(match: Match) -> Finding:
    return Finding(
        f'"{match.text.strip()}" names neither the cases nor the time',
        match.span,
        help="say which data is kept longer, how long and why",
    )


def _quoted(policy: Policy, claim: Claim) -> str:
    return " ".join(policy.source.cut(claim.span).split())
