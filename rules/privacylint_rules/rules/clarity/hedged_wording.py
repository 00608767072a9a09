"""
Most of a section only "may" or "might" happen, and no condition says when.

One "may" is honest. A section on purposes, sharing or storage in which nearly every sentence has one leaves open what is
done at all.

Off unless asked for.

Source: WP260 rev.01, paragraph 13 (language qualifiers such as may, might, some, often and possible should be avoided).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, Section, Sentence, rule

from privacylint_rules.words import phrases

HEDGED = phrases(
    en=[
        "(we|partners|they|{third-party}|it|data|information) [also|sometimes] (may|might|could)",
        "(sometimes|often|possibly|perhaps|generally|typically|from time to time)",
        "(may|might|could) be (used|shared|disclosed|collected|stored|kept|transferred|processed)",
    ]
)
CONDITION = phrases(en=["(if|when|where|unless|until|provided|with your consent|law~|legal|legally)", "you (may|might|can|could)"])
TOPIC = phrases(
    en=["(use|using|purpose~|why|share~|sharing|disclose~|disclosure~|recipient~|collect~|collection|retention|retain~|keep|store~|storage|process~|processing)"]
)
FEWEST = 5
SHARE = 0.6


@rule(
    severity="info",
    confidence="medium",
    default=False,
    good=[
        "## How we use data\n\n" + "We may write to you if you ask. " * 6,
        "## How we use data\n\nWe may write to you. We send parcels. We bill you. We answer you. We keep books.",
    ],
    bad=[
        Bad(
            "## How we use data\n\nWe may send letters. We might count visits. Data may be shared. We may call you. We sometimes ask.",
            at="How we use data",
            related=("We may send letters.", "We might count visits.", "Data may be shared.", "We may call you.", "We sometimes ask."),
        )
    ],
)
def hedged_wording(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Sections on purposes, sharing or storage in which most sentences are hedged and none of these has a condition."""
    hedged = {match.sentence for match in policy.find(HEDGED)} - {match.sentence for match in policy.find(CONDITION)}
    titles = {match.sentence.block for match in policy.find(TOPIC) if match.sentence.block.kind == "heading"}
    in_section: dict[Section, list[Sentence]] = {}
    for sentence in policy.sentences:
        if sentence.block.kind in ("paragraph", "item") and sentence.section.heading in titles:
            in_section.setdefault(sentence.section, []).append(sentence)
    for section, sentences in in_section.items():
        doubtful = [sentence for sentence in sentences if sentence in hedged]
        if section.heading and len(doubtful) >= FEWEST and len(doubtful) >= SHARE * len(sentences):
            text = section.heading.text
            yield Finding(
                f"{len(doubtful)} of the {len(sentences)} sentences of this section only may happen",
                text.span(0, len(text.plain)),
                tuple(Related(sentence.span, "hedged") for sentence in doubtful),
                help="say what is done, and under which condition",
            )
