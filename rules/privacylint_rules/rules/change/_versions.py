"""What the rules of this family share: the comparison with the earlier version, and how a message tells of it."""

from __future__ import annotations

from collections.abc import Sequence

from privacylint.api import Change, Changes, Claim, Claims, Policy, Related, Version, compare

_MOST = 2
_PLACES = 4


def changes(policy: Policy, claims: Claims) -> Changes | None:
    """What changed since the earlier version; None where there is none to compare with."""
    if claims.base is None:
        return None
    return compare(Version(claims.base.policy, claims.base.claims), Version(policy, claims))


def told(found: Sequence[Change]) -> str:
    """The first changes in words, the others counted."""
    more = len(found) - _MOST
    said = "; ".join(change.message for change in found[:_MOST])
    return said if more <= 0 else f"{said}; and {more} more"


def places(found: Sequence[Change]) -> tuple[Related, ...]:
    """Where the changes stand in the policy as it is now."""
    return tuple(Related(change.after.span, change.message) for change in found if change.after)[:_PLACES]


def dates(claims: Claims) -> list[Claim]:
    """The dates of the policy itself, that of its last change first."""
    own = [claim for claim in claims.all("date") if claim.value["role"] != "other"]
    return sorted(own, key=lambda claim: claim.value["role"] != "last-updated")
