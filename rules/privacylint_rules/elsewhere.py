"""How a message names another place of the policy: by its heading and line."""

from __future__ import annotations

from privacylint.api import Claim, Policy

_LONGEST_TITLE = 60


def elsewhere(policy: Policy, claim: Claim) -> str:
    """`in "Children's Privacy" (line 70)`, or `in line 70` where no heading stands above."""
    line = policy.source.place(claim.span.start).line
    title = " ".join(claim.section.title.split()) if claim.section else ""
    if not title:
        return f"in line {line}"
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return f'in "{title}" (line {line})'
