"""How a message names another place of the policy: by its heading and line."""

from __future__ import annotations

from typing import Protocol

from privacylint.api import Policy, Section, Span

_LONGEST_TITLE = 60


class Placed(Protocol):
    """A claim, or anything else with a span and the section it stands in."""

    @property
    def span(self) -> Span:
        """Its source span."""

    @property
    def section(self) -> Section | None:
        """The section it stands in."""


def elsewhere(policy: Policy, other: Placed) -> str:
    """`in "Children's Privacy" (line 70)`, or `in line 70` where no heading stands above."""
    line = policy.source.place(other.span.start).line
    title = " ".join(other.section.title.split()) if other.section else ""
    if not title:
        return f"in line {line}"
    if len(title) > _LONGEST_TITLE:
        title = title[: _LONGEST_TITLE - 1].rstrip() + "…"
    return f'in "{title}" (line {line})'
