"""
"Trusted third parties" get the data, and nobody learns what kind of companies they are.

Trust says something about the writer. A reader needs the kind: who hosts, who delivers, who advertises; what sector they
are in and where they sit.

Source: WP260 rev.01, annex (recipients: where categories are given they should be as specific as possible: type,
sector, sub-sector, location); GDPR article 13(1)(e).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Match, Policy, Related, rule

from privacylint_rules.words import phrases

_KIND = "(trusted|trustworthy|selected|reputable|reliable|chosen|carefully selected|carefully chosen|valued)"
RECIPIENTS = phrases(
    en=[
        f"[our|other|certain|some] {_KIND} [and (trusted|selected|reputable)] [third party|external|business|outside] (third parties|partner~|companies|organisations|organizations|parties|businesses|others)",
    ]
)
SHARED = phrases(en=["({share}|{sell}|disclosure|available|access) ...25 " + _KIND, _KIND + " ...12 (receive~|access|process|use)"])
# a sentence that tells what they do, or names them
TOLD = phrases(
    en=[
        "(such as|including|include|for example|for instance|e g|i e|namely|like|listed|list|below|following)",
        "(who|that|which) [may|will|can|also] (help|helps|assist|assists|provide|provides|host|hosts|deliver|delivers|process|processes|perform|performs|support|supports|operate|operates|work|offer|offers|enable|run|send|store|supply)",
        "(to|in) (help|helping|assist|assisting|provide|providing|perform|operate|operating|host|deliver|process|improve|send|store|fulfil|fulfill|carry|conduct|conducting|serve|servicing|offer|support|facilitate|run|running|manage|administer|complete)",
        "for (the [sole] purpose~|purpose~|hosting|payment|delivery|analytics|marketing|advertising|support)",
        "(service provider~|vendor~|processor~|contractor~|host*|payment|advertis*|analytics|cloud|insur*|bank~|courier~|auditor~|marketing|hotel~|airline~|carrier~)",
    ]
)
DENIED = phrases(en=["(not|never|no|nor|neither)"])


@rule(
    severity="info",
    confidence="medium",
    good=[
        "We share your data with trusted partners such as payment companies and parcel services.",
        "We share your address with trusted companies who deliver our parcels.",
        "We do not share your data with selected partners.",
        "Trusted friends of ours wrote the text.",
    ],
    bad=[
        Bad("We may share your data with trusted third parties.", at="trusted third parties"),
        Bad(
            "Your data may be disclosed to our carefully selected partners. We also share data with reputable companies.",
            at="our carefully selected partners",
            related=("reputable companies",),
        ),
    ],
)
def trusted_third_parties(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Recipients with praise in place of their kind: one finding, with every place."""
    shared = {match.sentence for match in policy.find(SHARED)}
    told = {match.sentence for wordings in (TOLD, DENIED) for match in policy.find(wordings)}
    vague = [match for match in policy.find(RECIPIENTS) if match.sentence in shared - told and not _lists(match)]
    if vague:
        yield Finding(
            f'"{_words(vague[0])}" does not tell what kind of companies receive data',
            vague[0].span,
            tuple(Related(match.span, "no kind here either") for match in vague[1:]),
            help="say what they do for you: hosting, delivery, payment, advertising …",
        )


def _lists(match: Match) -> bool:
    return match.sentence.text.rstrip().endswith(":") or "(" in match.sentence.text


def _words(match: Match) -> str:
    return " ".join(match.text.split())
