"""Promises about data broken elsewhere: planted pairs in many wordings, and pairs that agree."""

from __future__ import annotations

from importlib import import_module

import pytest
from privacylint.claims import Claims
from privacylint.markdown import parse
from privacylint.rule import Rule
from privacylint.source import Source
from privacylint_rules.extractors.practices import practices

RULES = "privacylint_rules.rules.consistency."


def found(name: str, promise: str, other: str) -> int:
    rule: Rule = getattr(import_module(RULES + name), name)
    policy = parse(Source("policy.md", f"# Policy\n\n## One\n\n{promise}\n\n## Two\n\n{other}\n"))
    return len(list(rule.check(policy, Claims(practices.extract(policy)))))


GIVEN = (
    "We share your email address with our advertising partners.",
    "We may disclose your personal data to marketing companies.",
    "Your e-mail address is passed to our advertisers.",
    "Personal data is shared with analytics providers and advertising networks.",
    "We disclose your data to the following recipients:\n\n- advertising networks\n- social media companies",
    "Our advertising partners receive your device identifier.",
)
BROKEN = {
    "conflicting_sharing": (
        (
            "We do not share your personal information with any third party.",
            "We never disclose your personal data to anyone.",
            "No personal data is passed on to third parties.",
            "Under no circumstances do we share your personal information with third parties.",
            "None of your personal information is shared with third parties.",
            "We keep your data to ourselves and never pass it to other companies.",
            "Personal data stays with us and is not transferred to third parties.",
        ),
        GIVEN,
    ),
    "conflicting_sale": (
        (
            "We do not sell your personal information.",
            "Your personal data is not sold to anyone.",
            "We have not sold personal information in the past twelve months.",
            "We do not, and will not, sell your personal information.",
        ),
        (
            "We may sell your personal information to data brokers.",
            "We rent our mailing list to other companies.",
            "Your e-mail address may be sold to partners.",
            "We share your personal information with advertisers in exchange for payment.",
            "We share your browsing history with advertising networks for targeted advertising.",
        ),
    ),
    "conflicting_collection": (
        (
            "We do not collect any personal data.",
            "We collect no personal information.",
            "Personal data is never collected.",
        ),
        (
            "When you visit our site, we record your IP address.",
            "Your e-mail address is collected when you register.",
            "We collect the following information:\n\n- your name\n- your phone number",
            "Our servers log your IP address.",
            "The personal information we collect is used to run the service.",
        ),
    ),
    "exclusive_purpose_broken": (
        (
            "We use your phone number only to verify your account.",
            "Your phone number is only used to process payments.",
            "We use your phone number for payments and for no other purpose.",
        ),
        (
            "We use your phone number to send you marketing messages.",
            "Your phone number may be used for advertising.",
            "We use your name and phone number for market research.",
        ),
    ),
    "closed_list_broken": (
        (
            "We only disclose your personal data when required by law.",
            "We disclose personal data only in response to a court order.",
            "We do not share your personal data with third parties unless required by law.",
            "We only share your personal data in the following cases:\n\n- with your consent\n- when the law requires it",
        ),
        GIVEN[:4],
    ),
}


@pytest.mark.parametrize(
    ("name", "promise", "other"),
    [(name, promise, other) for name, (promises, others) in BROKEN.items() for promise in promises for other in others],
)
def test_broken_promises(name: str, promise: str, other: str) -> None:
    assert found(name, promise, other) == 1


AGREE = {
    "conflicting_sharing": (
        ("We do not share your data with third parties for their own marketing.", GIVEN[0]),
        ("We do not share your data, except as described below.", GIVEN[0]),
        ("We do not share your data without your consent.", GIVEN[0]),
        ("We do not share your data with third parties. This does not include partners who help us.", GIVEN[0]),
        ("We do not share the data of children with third parties.", GIVEN[0]),
        ("We do not otherwise share your data with third parties.", GIVEN[0]),
        ("We never share your data with anyone.", "We may disclose your data if the law requires it."),
        ("We never share your data with anyone.", "If our company is sold, your data is transferred to the buyer."),
        ("We never share your data with anyone.", "With your consent, we share your data with our partners."),
        ("We never share your data with anyone.", "We share anonymised statistics with our partners."),
        ("We do not sell your data.", GIVEN[0]),
    ),
    "conflicting_sale": (
        ("We do not sell your data.", "We share your data with our service providers."),
        ("We do not sell your data.", "We may sell our company and its assets."),
        ("We do not sell the data of children under 16.", "We sell your data to data brokers."),
    ),
    "conflicting_collection": (
        ("We do not knowingly collect personal data from children.", "We collect your name."),
        ("We do not collect any other personal data.", "We collect your name."),
        ("We do not collect personal data.", "If you write to us, we collect your e-mail address."),
        ("We do not collect personal data.", "Your settings are stored locally on your device."),
    ),
    "exclusive_purpose_broken": (
        ("We use your phone number only for payments.", "We use your e-mail address for marketing."),
        ("We use your phone number only for payments.", "With your consent, we use your phone number for marketing."),
    ),
    "closed_list_broken": (
        ("We share your data only as described in this policy.", GIVEN[0]),
        ("We share your data only when the law requires it.", "We may disclose your data to comply with a court order."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "promise", "other"), [(name, *pair) for name, pairs in AGREE.items() for pair in pairs])
def test_what_agrees(name: str, promise: str, other: str) -> None:
    assert found(name, promise, other) == 0
