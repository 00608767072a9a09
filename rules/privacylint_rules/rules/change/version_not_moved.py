"""
The policy says something else than before under the same version number.

Consent is recorded against a version. Two texts that differ under one number make it impossible to say which of them
somebody agreed to.

Source: Articles 5(2) and 7(1) GDPR: the controller must be able to show that, and to what, people consented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Good, Policy, Span, rule

from privacylint_rules.rules.change._versions import changes, places, told

BEFORE = "# Privacy Policy\n\nVersion 2.1, 4 March 2024\n\nYou must be at least 16 years old to use Tidewell.\n"
_VERSION = re.compile(r"\bv(?:ersion)?(?:\s(?:no\.?|number))?[\s.:]{0,3}([0-9]{1,4}(?:\.[0-9]{1,4}){0,3})\b", re.I)
_LONGEST_LABEL = 80


@rule(
    severity="warning",
    good=[
        Good(BEFORE.replace("16", "13").replace("2.1, 4 March", "2.2, 9 May"), base=BEFORE),
        Good(BEFORE.replace("Tidewell", "Tidewel"), base=BEFORE),
        Good(BEFORE.replace("16", "13").replace("Version 2.1, 4 March", "9 May"), base=BEFORE),
        Good(BEFORE),
    ],
    bad=[
        Bad(
            BEFORE.replace("16", "13").replace("4 March", "9 May"),
            at="Version 2.1",
            message="still version 2.1, but what the text says has changed: the minimum age is 13 now, 16 before",
            base=BEFORE,
        ),
    ],
)
def version_not_moved(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Substance changed, the version number did not."""
    found, base = changes(policy, claims), claims.base
    if found is None or base is None or not found.substance:
        return
    now, before = _version(policy), _version(base.policy)
    if now and before and now[0] == before[0]:
        yield Finding(
            f"still version {now[0]}, but what the text says has changed: {told(found.substance)}",
            now[1],
            related=places(found.substance),
            help="give it the next number",
        )


def _version(policy: Policy) -> tuple[str, Span] | None:
    """The version a policy says it is: in the front matter, or in a short line of its own."""
    for entry in policy.front_matter:
        if entry.key.lower() in ("version", "policy_version", "policyversion"):
            return str(entry.value), entry.span
    for block in policy.blocks:
        plain = block.text.plain
        found = _VERSION.search(plain) if len(plain) <= _LONGEST_LABEL else None
        if found:
            return found[1], block.text.span(found.start(), found.end())
    return None
