"""
A term is written like a defined one, but the policy defines another, or none.

Where "Personal Data" is defined and one sentence speaks of "Personal Information", a reader must guess whether the two
are the same; a word left over from another template often means something else. Warnings are near variants of a term
that this policy has established; capitalised terms without any definition are told as information.

Source: WP260 rev.01, paragraphs 12 and 13 (clear and plain language, consistent terms).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.rules.drafting._definitions import Definition, Use, definitions, explained, uses

# words that are swapped without a change of meaning
HEADS = (
    frozenset({"Data", "Information", "Details"}),
    frozenset({"Policy", "Notice", "Statement"}),
)
SELF_NAMES = frozenset({"Privacy Policy", "Privacy Notice", "Privacy Statement"})
# what a policy calls the thing it is about, and who runs it
THINGS = frozenset({"Site", "Sites", "Website", "Websites", "Service", "Services", "Platform", "App", "Apps", "Application", "Product", "Products"})
PARTY = "Company"
PERSONAL = frozenset({"Personal Information", "Personal Data", "Personally Identifiable Information", "User Information", "User Personal Information", "User Data", "Customer Data", "Usage Data"})
DETERMINERS = ("the", "our", "this", "these", "such")
_ESTABLISHED = 4
_RARE = 0.15
_MOST_PLACES = 10
_LABEL = 50
_LONGEST_WORD = 80
_MOST_NAMES = 3


@rule(
    severity="warning",
    confidence="medium",
    good=[
        "We collect data about you (“Personal Data”). We keep your Personal Data safe, and delete Personal Data in time.",
        "We run a shop (the “Service”). Use of the Services is free. Read the Google Privacy Policy.",
        "We keep your personal data safe.\n\n## Your Personal Data\n\nWe delete personal data in time.",
    ],
    bad=[
        Bad(
            "We collect data about you (“Personal Data”). Personal Data is kept apart. We keep your Personal Information safe.",
            at="Personal Information",
            related=("Personal Data",),
        ),
        Bad(
            "You give us details of the account (“Account Data”). We keep Account Data apart.\n\nAccount Information for billing is kept.",
            at="Account Information",
            related=("Account Data",),
        ),
        Bad(
            "We say in this Privacy Policy what we do. We change this Privacy Policy at times. Read this Privacy Notice.",
            at="Privacy Notice",
        ),
        Bad("We run a shop (the “Service”). Cookies make the Service work, and the Website too.", at="Website", related=("Service",)),
        Bad("We keep your Personal Information safe.", at="Personal Information"),
    ],
)
def undefined_term(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Near variants of established terms, and terms without a definition."""
    if policy.language != "en":
        return
    defined = {definition.term: definition for definition in reversed(definitions(policy))}
    known = {*defined, *explained(policy)}
    places: dict[str, list[Use]] = {}
    for use in uses(policy):
        if not _is_title_of_link(use, policy):
            places.setdefault(use.term, []).append(use)
    told = set()
    for term, found in places.items():
        if _is_known(term, known):
            continue
        own = [use for use in found if term not in SELF_NAMES or _follows(use, ("this",))]
        for finding in _variant(term, own, places, known, defined):
            told.add(term)
            yield finding
    for term, found in places.items():
        if term not in told and not _is_known(term, known):
            yield from _thing(term, found, places, defined)
            yield from _never_defined(term, found)


def _is_known(term: str, known: set[str]) -> bool:
    return any(form in known for form in (term, f"{term}s", term.removesuffix("s"), f"The {term}"))


def _is_title_of_link(use: Use, policy: Policy) -> bool:
    # a link names what it leads to, in the words of that page
    if not policy.links_of(use.block):
        return False
    starts, reach = policy.once(_linked)
    span = use.span
    before = bisect_right(starts, span.start)
    return before > 0 and reach[before - 1] >= span.end


def _linked(policy: Policy) -> tuple[list[int], list[int]]:
    """Where the links that show words start, and how far those that start until then reach."""
    spans = sorted(link.span for link in policy.links if link.text.plain.strip())
    return [span.start for span in spans], [*accumulate((span.end for span in spans), max)]


def _in_label(use: Use) -> bool:
    """Whether the words stand in a run-in title: "Protection of Company and Others: …"."""
    return use.block.text.plain.find(":", use.end, use.end + _LABEL) >= 0 and use.start < _LABEL


def _follows(use: Use, words: tuple[str, ...]) -> bool:
    before = use.block.text.plain[max(0, use.start - _LONGEST_WORD) : use.start].split()[-1:]
    return bool(before) and before[0].lower().strip("(“\"") in words


def _variant(
    term: str, found: list[Use], places: dict[str, list[Use]], known: set[str], defined: dict[str, Definition]
) -> Iterator[Finding]:
    """A term that differs from an established one in its last word only, and is rare beside it."""
    qualifier, _, head = term.rpartition(" ")
    if not qualifier or not found:
        return
    for heads in HEADS:
        if head not in heads or (heads is HEADS[1] and term not in SELF_NAMES):
            continue
        for other in sorted(heads - {head}):
            twin = f"{qualifier} {other}"
            times = len([use for use in places.get(twin, ()) if twin not in SELF_NAMES or _follows(use, ("this",))])
            is_defined = twin in known
            if not (is_defined or times >= _ESTABLISHED or (twin in SELF_NAMES and times >= 2)):
                continue
            if len(found) > max(2, _RARE * times) and not (is_defined and term not in PERSONAL and len(found) <= _ESTABLISHED):
                continue
            only_other = term in SELF_NAMES or not is_defined
            yield Finding(
                f'"{term}" here, "{twin}" elsewhere' if only_other else f'"{term}" is not defined, but "{twin}" is',
                found[0].span,
                _related(found, defined.get(twin)),
                help=f'write "{twin}" where the same is meant, or define "{term}"',
            )
            return


def _related(found: list[Use], definition: Definition | None) -> tuple[Related, ...]:
    again = [Related(use.span, "here too") for use in found[1:_MOST_PLACES]]
    if definition is not None:
        again.insert(0, Related(definition.span, "defined here"))
    return tuple(again)


def _thing(term: str, found: list[Use], places: dict[str, list[Use]], defined: dict[str, Definition]) -> Iterator[Finding]:
    """ "the Site" once or twice in a policy that defines "Service"; "Company" in one that defines a name."""
    if term == PARTY:
        acting = [use for use in found if not _follows(use, ("a", "any", "each", "your", "another", "other")) and not _in_label(use)]
        others = [name for name in defined if name not in THINGS]
        if not acting or not others:
            return
        twins: list[str] = []
    elif term in THINGS:
        acting = [use for use in found if _follows(use, DETERMINERS)]
        twins = [name for name in defined if name in THINGS]
        if any(len(places.get(form, ())) >= _ESTABLISHED for form in (f"{term}s", term.removesuffix("s")) if form != term):
            return
        if not acting or not twins or any(name.split()[-1] in (term, f"{term}s", term.removesuffix("s")) for name in defined):
            return
    else:
        return
    if len(acting) > 2:
        return
    yield Finding(
        f'"{term}" is written like a defined term, but is not defined',
        acting[0].span,
        _related(acting, defined[twins[0]] if twins else None),
        help=f'write {_one_of(twins)} where the same is meant, or define "{term}"' if twins else f'define "{term}", or use the name',
    )


def _one_of(names: list[str]) -> str:
    """ '"Site" or "App"': which of them is meant, only the writer knows."""
    return " or ".join(f'"{name}"' for name in names[:_MOST_NAMES])


def _never_defined(term: str, found: list[Use]) -> Iterator[Finding]:
    if term in PERSONAL:
        yield Finding(
            f'"{term}" is written like a defined term, but is not defined',
            found[0].span,
            _related(found, None),
            help="define it where it first stands, or write it in small letters",
            severity="info",
        )
