"""
A purpose so wide that anything fits: "for research", "to develop new services".

A purpose has to tell which data is used for what, so that a reader can foresee what happens. Words such as "for business
purposes" cover every later use just as well.

Off unless asked for: teams that write for the GDPR want it, others may not.

Source: WP260 rev.01, paragraph 12 (its examples of poor practice: to develop new services, for research purposes, to
offer personalised services); GDPR article 5(1)(b).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, Sentence, rule

from privacylint_rules.words import phrases

WIDE = phrases(
    en=[
        "(to|and|or|for) (develop|developing|create|creating) new (service~|product~|feature~|offering~)",
        "(to|and|or|for) (develop|developing) and (improve|improving) new (service~|product~|feature~)",
        "for (research|analytical|statistical|internal|business|commercial|operational|administrative|other) [and [development|research|analysis|analytics|business|statistical|internal|commercial]] purposes",
        "for (research|analysis|business|marketing) $",
        "for (our|legitimate|its|internal|everyday|general) [internal|legitimate|own] business (purposes|reasons|needs|interests)",
        "for (various|several|a variety of|different|a number of|other|any) [other|lawful|legitimate|similar|related] (purposes|reasons)",
        "(to|and|or|for) (offer|provide|deliver|offering|providing) [you] [with] [a|more] personali* (service~|experience~|content|offers)",
        "to (improve|enhance|optimise|optimize) (your|the|our|user) [user|customer|online|overall] (experience|services|service|products)",
    ]
)
PURPOSE = phrases(
    en=[
        "we [may|will|can|might|also] [also|only] ({use}|{collect}|{store}) ...!(not) ({personal-data}|{data}|it|them|this|these)",
        "({personal-data}|{data}|it) ...8 (used|processed|collected|analysed|analyzed)",
    ]
)
# whoever goes on to say how, or with which data, has said more than the wide words
EXPLAINED = phrases(
    en=[
        "(such as|including|for example|for instance|e g|i e|namely|in particular|specifically|like|described|listed|set out|by (analysing|analyzing|measuring|counting|comparing|showing|asking|remembering|looking|testing|fixing|finding|keeping)|so that|not|never|no|as requested|as permitted|anonymi*|cookie~)"
    ]
)
MORE = ("this includes", "these include", "for example", "for instance", "such ", "below", "as part of", "these ", "we do this", "more ", "each ")
_MOST_QUOTED = 60


@rule(
    severity="info",
    confidence="medium",
    default=False,
    good=[
        "We use your reading list for research, such as counting which books are lent most.",
        "We do not use your data for marketing purposes or to develop new services.",
        "We develop new services every spring.",
    ],
    bad=[
        Bad("We may use your personal data to develop new services.", at="to develop new services"),
        Bad("Your information is used for various purposes.", at="for various purposes"),
        Bad(
            "We use your data to improve your experience. We collect data for research purposes.",
            at="to improve your experience",
            related=("for research purposes",),
        ),
    ],
)
def hedged_purpose(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Wide purposes in sentences on the use of data: one finding, with every place."""
    about = {match.sentence for match in policy.find(PURPOSE)} - {match.sentence for match in policy.find(EXPLAINED)}
    wide = [match for match in policy.find(WIDE) if match.sentence in about and not _goes_on(match.sentence)]
    if wide:
        words = " ".join(wide[0].text.split())[:_MOST_QUOTED]
        yield Finding(
            f'"{words}" does not tell which data is used for what',
            wide[0].span,
            tuple(Related(match.span, "as wide") for match in wide[1:]),
            help="name the data, what is done with it, and to what end",
        )


def _goes_on(sentence: Sentence) -> bool:
    """Whether a list, brackets or the rest of the paragraph tell more."""
    rest = sentence.block.text.plain[sentence.end :].strip().lower()
    return sentence.text.rstrip().endswith(":") or "(" in sentence.text or rest.startswith(MORE)
