"""
A link leads to a heading of this document that is not there.

The reader clicks and nothing happens: in a table of contents that is a nuisance, in "see Your Rights" it hides a right.
Anchors count as GitHub, GitLab, MkDocs, Docusaurus and Jekyll make them from headings; ids and names in HTML count too.
Say under `anchors` in the configuration which of them (github, gitlab, mkdocs, docusaurus) builds your site, and only its
anchors count.

Source: WP260 rev.01, paragraph 11 (the data subject should not have to search for the information).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from privacylint.api import Bad, Claims, Edit, Finding, Fix, Link, Policy, Related, rule

# fragments that are no anchors: the top of the page, buttons of cookie banners, text fragments, paths of single-page applications
_ALWAYS_THERE = ("top", "")
_NO_ANCHOR = ("ot-sdk", "onetrust", "cookiebot", "cky-", "iubenda", "termly", ":~:", "/", "!", "{", "[", "<", "%7b")
# GitHub puts this before every id it makes
_PREFIX = "user-content-"
_RUN = re.compile(r"[-\s]+")
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_CLOSE = 0.75
_MANY = 4
"""From so many on they are one finding: a table of contents whose headings went astray is one fault."""
_NAMED = 2


@rule(
    severity="warning",
    fixable="safe",
    good=[
        "See [your rights](#your-rights).\n\n## Your rights\n\nYou may ask.",
        "See [cookies](#cookies--trackers) or [cookies](#cookies-trackers).\n\n## Cookies & Trackers\n\nNone.",
        'See [who we are](#who).\n\n<a id="who"></a>\n\nWe are Fernwood.',
        "Back to [the top](#top), or to [the shop](https://shop.example/#basket).",
    ],
    bad=[
        Bad("See [how long](#retention).\n\n## Your rights\n\nYou may ask.", at="#retention"),
        Bad("See [rights](#Your-Rights).\n\n## Your rights\n\nYou may ask.", at="#Your-Rights"),
        Bad("[One](#a) and [two](#a).", at="#a", related=("#a",)),
        Bad("[One](#a), [two](#b), [three](#c), [four](#d).", at="#a", related=("#b", "#c", "#d")),
        Bad('<a href="#kids">Children</a>\n\n## Children\n\nNone.', at="#kids"),
    ],
)
def dead_anchor(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Links to `#…` that no heading and no id of the document answers: one finding an anchor, or one for a whole lost list."""
    asked: dict[str, list[Link]] = {}
    for link in policy.links:
        anchor = _wanted(link)
        if anchor is not None:
            asked.setdefault(anchor, []).append(link)
    if not asked:
        return
    anchors = _anchors(policy, claims.settings.anchors)
    by_letters = _by_letters(anchors if claims.settings.anchors else policy.anchors)
    dead = {anchor: links for anchor, links in asked.items() if anchor not in anchors}
    lost = {anchor: links for anchor, links in dead.items() if not by_letters.get(_letters(anchor))}
    if len(lost) >= _MANY:
        yield _together(policy, lost)
        dead = {anchor: links for anchor, links in dead.items() if anchor not in lost}
    for anchor, links in dead.items():
        candidates = by_letters.get(_letters(anchor), set())
        yield Finding(
            f'no heading of this document makes the anchor "#{anchor}"',
            links[0].target_span,
            related=tuple(Related(link.target_span, "leads there too") for link in links[1:]),
            help=_help(policy, anchor, links[0], candidates),
            fix=_fix(links, candidates),
        )


def _together(policy: Policy, lost: dict[str, list[Link]]) -> Finding:
    """One finding for many anchors that no heading comes near."""
    first, *others = (link for links in lost.values() for link in links)
    named = ", ".join(f'"#{anchor}"' for anchor in list(lost)[:_NAMED])
    unmarked = any(_unmarked(policy, anchor, links[0]) for anchor, links in lost.items())
    return Finding(
        f"no heading of this document makes the anchors {named} and {len(lost) - _NAMED} more",
        first.target_span,
        related=tuple(Related(link.target_span, "leads nowhere either") for link in others),
        help="mark the titles they stand for up as headings, or mend the links" if unmarked else "add the headings, or mend the links",
    )


def _wanted(link: Link) -> str | None:
    """The anchor a link asks for, None when it asks for none."""
    if not link.target.startswith("#"):
        return None
    raw = link.target[1:]
    if raw.lower() in _ALWAYS_THERE or raw.lower().startswith(_NO_ANCHOR):
        return None
    return unquote(raw).removeprefix(_PREFIX)


def _anchors(policy: Policy, site: str) -> set[str]:
    """The anchors of the document as one `site` makes them, or as any does where none is named."""
    made = {section.heading.text.span(0, len(section.heading.text.plain)) for section in policy.sections if section.heading}
    titles = [section.title for section in policy.sections if section.heading and section.marked]
    if site in ("gitlab", "mkdocs"):
        written = {anchor for anchor, span in policy.anchors.items() if span not in made}
        return written | set(_counted(titles, site))
    known = {anchor.removeprefix(_PREFIX) for anchor in policy.anchors}
    return known if site else known.union(*map(_slugs, titles))


def _counted(titles: list[str], site: str) -> Iterator[str]:
    """An anchor for each heading, those of one name told apart by a number."""
    seen: set[str] = set()
    for title in titles:
        slug = unique = _slug(title, site)
        number = 0
        while unique in seen:
            number += 1
            unique = f"{slug}{'_' if site == 'mkdocs' else '-'}{number}"
        seen.add(unique)
        yield unique


def _slug(title: str, site: str) -> str:
    lower = title.lower()
    if site == "mkdocs":
        lower = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode("ascii")
    return _RUN.sub("-", "".join(c for c in lower if c.isalnum() or c in "-_ ")).strip("-")


def _slugs(title: str) -> Iterator[str]:
    """The anchors that sites make of a heading, beside GitHub's, which the parser knows."""
    lower = title.lower()
    yield _slug(title, "gitlab")  # and Hugo
    yield _slug(title, "mkdocs")
    ascii_only = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode("ascii")
    yield "".join(c for c in ascii_only if c.isalnum() or c in "- ").lstrip("0123456789- ").replace(" ", "-")  # Jekyll
    yield _RUN.sub("-", "".join(c for c in lower if c.isalnum() or c in "-_. ")).lstrip("0123456789-._ ")  # Pandoc


def _letters(anchor: str) -> str:
    return _NOT_LETTER.sub("", anchor.lower())


def _by_letters(anchors: Iterable[str]) -> dict[str, set[str]]:
    """The anchors of the document by their letters and digits alone."""
    found: dict[str, set[str]] = {}
    for anchor in anchors:
        found.setdefault(_letters(anchor), set()).add(anchor)
    return found


def _fix(links: list[Link], candidates: set[str]) -> Fix | None:
    """Certain only where one anchor has the same letters and digits in the same order."""
    if len(candidates) != 1:
        return None
    (anchor,) = candidates
    # a reference definition may serve several links
    targets = sorted({link.target_span for link in links})
    return Fix(tuple(Edit(*target, f"#{anchor}") for target in targets))


def _help(policy: Policy, anchor: str, link: Link, candidates: set[str]) -> str:
    if candidates:
        return f'write "#{min(candidates)}"'
    from difflib import get_close_matches

    near = get_close_matches(anchor.lower(), list(policy.anchors), 1, _CLOSE)
    if near:
        return f'is "#{near[0]}" meant? else add the heading or mend the link'
    unmarked = _unmarked(policy, anchor, link)
    if unmarked:
        return f'mark "{unmarked}" up as a heading, or mend the link'
    return "add the heading, or mend the link"


def _unmarked(policy: Policy, anchor: str, link: Link) -> str | None:
    """A line that would make the anchor were it a heading to Markdown too."""
    wanted = {_letters(anchor), _letters(link.text.plain)} - {""}
    return next((s.title for s in policy.sections if s.heading and not s.marked and _letters(s.title) in wanted), None)
