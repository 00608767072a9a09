"""
A policy that says it is for the people of one region only, and speaks to those of another.

"This policy is intended only for residents of the United States" beside a section on the rights of Europeans leaves the
second group in doubt whether anything in it holds for them. A sentence that limits its own section ("this section applies
only to California residents") is how such sections should begin, and is no clash.

Source: Article 12(1) GDPR; Article 3 GDPR on whom the regulation covers.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Match, Policy, Related, Section, Span, rule
from privacylint.languages import places

from privacylint_rules import scope
from privacylint_rules.rules.consistency._statements import says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_PEOPLE = "(resident~|citizen~|user~|visitor~|individual~|people|person~|customer~|consumer~|those|anyone)"
_WHOLE = "(policy|notice|statement|document|service|services|site|website|app|application|platform|products|it|we)"
_ONLY = phrases(
    en=[
        f"{_WHOLE} ...4!(not|section|california|supplement|addendum) (intended|designed|meant|applies|apply|covers|cover|directed|available|offered|addressed|provided|limited) ...4!(not|provide) (only|solely|exclusively|limited) ...3!(if|not) (to|for|cover|by|in|within) ...4!(if|not|section) <place>",
        f"{_WHOLE} ...4!(not|section|california|supplement|addendum) (only|solely|exclusively) ...2 (intended|designed|meant|applies|apply|covers|cover|directed|available|offered|addressed|provided) ...3!(if|not) (to|for|by|in|within) ...4!(if|not|section) <place>",
        f"{_WHOLE} ...4!(not|section|california|supplement|addendum) (intended|designed|meant) ...3!(not|provide|give|comply) (to cover|for|to apply to|to be used by) ...8!(if|not) {_PEOPLE} [of|in|located in|residing in|within] [the] <place>",
    ]
)
_NOT_FOR = phrases(
    en=[
        f"{_WHOLE} ...6!(section|store|transfer~|sell|you) (not) ...2 (intended|designed|meant|directed|available|offered|targeted|addressed|aimed) ...6!(if|section) {_PEOPLE} ...3 (in|of|from|within|outside) [of] [the] <place>",
    ]
)
_PART = phrases(
    en=[
        "(this|the following|these) (section|supplement|addendum|part|chapter|paragraph|disclosure~|right~|page|annex|appendix|provisions|notice supplement~)",
        "(supplement~|california privacy notice|privacy rights notice)",
        "(certain|some|feature~|checks|not all|promotion~|contest~|sweepstakes)",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 12(1)",),
    good=[
        "## California\n\nThis section applies only to residents of California.\n\n## Europe\n\nResidents of the EEA may ask for a copy.\n",
        "This policy applies only to users in France.\n\n## Rights of French users\n\nWrite to us.\n",
        "Our services are offered to users in Spain.\n\n## For residents of Japan\n\nWrite to us.\n",
    ],
    bad=[
        Bad(
            "# Privacy\n\nThis policy is intended only for residents of the United States.\n\n## Notice to EEA residents\n\nYou may ask us for a copy of your data.\n",
            at="policy is intended only for residents of the United States",
            related=("Notice to EEA residents",),
            message='meant for people in the US here, but "Notice to EEA residents" (line 5) speaks to those in the EEA',
        ),
    ],
)
def section_scope(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """A limit to one region, and the first section for another."""
    for match in policy.find(_ONLY):
        code = match.slots.get("place")
        if code in (None, "WORLD") or says(policy, _PART, match.sentence) or scope.denied(policy, match):
            continue
        if not scope.is_statement(policy, match.sentence) or _in_regional_section(policy, match):
            continue
        section = _other_section(policy, match, scope.lands((code,)))
        if section:
            yield _finding(policy, match, code, section)
            return


def _in_regional_section(policy: Policy, match: Match) -> bool:
    """Whether it stands in a section of its own for that region, whose text it may limit."""
    heading = match.sentence.section.heading
    return bool(heading and match.sentence.section.level > 1 and _region(policy, match.sentence.section) and "policy" not in match.text.lower())


def _region(policy: Policy, section: Section) -> tuple[str, ...]:
    return tuple(code for code in scope.section_regions(policy, section) if not code.startswith("outside:"))


def _other_section(policy: Policy, match: Match, allowed: frozenset[str]) -> Section | None:
    for section in policy.sections:
        codes = _region(policy, section)
        if codes and not scope.lands(codes) & allowed and section is not match.sentence.section:
            return section
    return None


def _finding(policy: Policy, match: Match, code: str, section: Section) -> Finding:
    span = _speaks(policy, section)
    line = policy.source.place(span.start).line
    title = " ".join(section.title.split())
    shown = title if len(title) <= 60 else title[:59].rstrip() + "…"
    there = _name(_region(policy, section)[0])
    return Finding(
        f'meant for people in {_name(code)} here, but "{shown}" (line {line}) speaks to those in {there}',
        match.span,
        related=(Related(span, f"a section for people in {there}"),),
        help="say that the limit holds for this section alone, or name every group the policy is for",
    )


def _speaks(policy: Policy, section: Section) -> Span:
    """The first sentence of a section that names its people, else its heading."""
    for block in policy.blocks_of(section):
        for sentence in policy.sentences_of(block):
            if block.kind != "heading" and scope.regions_in(policy, sentence):
                return sentence.span
    heading = section.heading
    return heading.text.span(0, len(heading.text.plain)) if heading else Span(0, 0)


_SHOWN = {"US": "the US", "GB": "the UK", "EU": "the EU", "EEA": "the EEA", "NL": "the Netherlands"}


def _name(code: str) -> str:
    return _SHOWN.get(code) or str(places("en").PLACES.get(code, (code,))[0])
