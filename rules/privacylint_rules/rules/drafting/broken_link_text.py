"""
A link says one address and leads to another.

Whoever reads or copies the words ends up elsewhere than whoever clicks: a request for deletion goes to the wrong
mailbox, the terms open the privacy page. One address split into two links counts too. A link that shows one mail address
and writes to another is told by `conflicting-contacts`.

Source: GDPR article 12(1) (transparent, easily accessible).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from privacylint.api import Bad, Claims, Edit, Finding, Fix, Link, Policy, Related, Span, rule

_EMAIL = re.compile(r"[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}")
# a bare name counts only in small letters and under a common ending: "Node.js", "SECURITY.md" and "Duck.ai" are names
_ADDRESS = re.compile(
    r"(?:(?i:https?://|www\.)(?:[\w-]{1,63}\.){0,5}[A-Za-z]{2,24}|(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|eu|de|uk|fr|us|info|co|app|ch|at|nl|gov|test))(?:[/?#:]\S{0,300})?"
)
_SCHEME = re.compile(r"(?i)(?:https?:)?//")
_PLACES = re.compile(r"(?i)^(?:https?:)?//(?:www\d?\.|m\.)?([^/?#:]+)")
# what a document is called in words, and what its address then holds
DOCUMENTS = (
    (re.compile(r"(?i)^(?:our |the )?(?:terms|terms of (?:use|service)|terms (?:and|&) conditions)$"), re.compile(r"(?i)terms|tos\b|conditions|legal|agb|eula|agreement"), re.compile(r"(?i)privacy|cookie")),
    (re.compile(r"(?i)^(?:our |the |this )?privacy (?:policy|notice|statement)$"), re.compile(r"(?i)privac|datenschutz|legal|policies|polic|data"), re.compile(r"(?i)\bterms|\btos\b|cookie")),
    (re.compile(r"(?i)^(?:our |the )?cookie (?:policy|notice|statement)$"), re.compile(r"(?i)cookie|privac|legal|polic"), re.compile(r"(?i)\bterms|\btos\b")),
)  # fmt: skip
# services that stand between a link and where it leads
_REDIRECTS = ("google.com/url", "safelinks", "urldefense", "l.facebook.com", "href.li", "cdn-cgi", "web.archive.org", "archive.org", "linkprotect")
_SHORT = re.compile(r"(?i)^(?:bit\.ly|goo\.gl|t\.co|tinyurl\.com|ow\.ly|aka\.ms|g\.co|youradchoices\.com|go\.[\w.]+)")
_STRAY = 3


@rule(
    severity="warning",
    fixable="safe",
    good=[
        "Write to [help@fernwood.test](mailto:help@fernwood.test?subject=Hi) or see [fernwood.test](https://www.fernwood.test/).",
        "Read the [Terms of Use](https://fernwood.test/legal/terms) and our [site](https://fernwood.test/privacy).",
        "See <https://fernwood.test> and [https://fernwood.test/a](https://fernwood.test/en/a).",
        "Ask [Ada](https://a.test) [Bo](https://b.test).",
    ],
    bad=[
        Bad("Ask Fernwood at [help@fernwood.test](https://fernwood.test/terms).", at="[help@fernwood.test](https://fernwood.test/terms)"),
        Bad("See [https://fernwood.test/privacy](https://oakwood.test/privacy).", at="[https://fernwood.test/privacy](https://oakwood.test/privacy)"),
        Bad("Ask Fernwood at [help@fernwood.test](http://help@fernwood.test).", at="[help@fernwood.test](http://help@fernwood.test)"),
        Bad("See [www.fernwood.test](www.fernwood.test).", at="[www.fernwood.test](www.fernwood.test)"),
        Bad("Read the [Terms of Use](https://fernwood.test/privacy).", at="[Terms of Use](https://fernwood.test/privacy)"),
        Bad(
            "Ask Fernwood at [h](mailto:info@fernwood.test)[elp@fernwood.test](mailto:help@fernwood.test).",
            at="[h](mailto:info@fernwood.test)",
            related=("[elp@fernwood.test](mailto:help@fernwood.test)",),
        ),
    ],
)
def broken_link_text(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Links whose words are an address or name a document, and links that touch each other."""
    split: set[Span] = set()
    for one, other in pairwise(policy.links):
        if _is_split(one, other):
            split |= {one.span, other.span}
            yield _split(one, other)
    for link in policy.links:
        if link.span not in split and link.kind in ("link", "reference"):
            yield from _differs(link)


def _is_split(one: Link, other: Link) -> bool:
    """Whether two links touch inside of a word and lead to different places."""
    if one.span.end != other.span.start or one.target == other.target or "image" in (one.kind, other.kind):
        return False
    left, right = one.text.plain, other.text.plain
    if not left or not right or not left[-1].isalnum() or not right[0].isalnum():
        return False
    return bool(_EMAIL.fullmatch(left + right)) or len(left.strip()) < _STRAY or len(right.strip()) < _STRAY


def _split(one: Link, other: Link) -> Finding:
    return Finding(
        f'"{one.text.plain}{other.text.plain}" is split into two links that lead to different places',
        one.span,
        (Related(other.span, f"leads to {other.target}"),),
        help="make it one link",
    )


def _differs(link: Link) -> Iterator[Finding]:
    shown, target = link.text.plain.strip().rstrip(".,"), link.target.strip()
    if not shown or target.startswith("#") or any(name in target for name in _REDIRECTS) or "{" in target:
        return
    if _EMAIL.fullmatch(shown):
        yield from _email_differs(link, shown, target)
    elif _ADDRESS.fullmatch(shown):
        if target.lower().rstrip("/") == shown.lower().rstrip("/") and not _SCHEME.match(shown):
            message = f"without https:// the link to {shown} leads to a page of that name on this site"
            yield _finding(link, message, Fix((Edit(*link.target_span, f"https://{target}"),), safe=False))
            return
        there, here = _host(target), _host(shown if _SCHEME.match(shown) else f"//{shown}")
        if there and here and not _related(here, there) and not _SHORT.match(here) and not _SHORT.match(there):
            yield _finding(link, f"the link says {here}, but leads to {there}", None)
        elif target.lower().startswith("mailto:") and "/" in shown:
            yield _finding(link, f"the link says {here}, but opens a message to {target[7:]}", None)
    else:
        for name, fitting, other in DOCUMENTS:
            if name.match(shown) and other.search(target) and not fitting.search(target):
                yield _finding(link, f'"{shown}" leads to {target}', None)


def _email_differs(link: Link, shown: str, target: str) -> Iterator[Finding]:
    if target.lower().startswith("mailto:"):
        return
    if "@" in target and shown.lower() in unquote(target).lower():
        message = f"{shown} is a link to a page, not to a mailbox"
    elif target.lower().startswith(("http", "/", "www.")):
        message = f"the link says {shown}, but opens {target}"
    else:
        return
    # the same address with the wrong sign before it is certain, another address is not
    certain = _bare(target) == shown.lower()
    yield _finding(link, message, Fix((Edit(*link.target_span, f"mailto:{shown}"),), safe=certain))


def _bare(target: str) -> str:
    lower = unquote(target).lower()
    for sign in ("https://", "http://", "www."):
        lower = lower.removeprefix(sign)
    return lower.rstrip("/")


def _finding(link: Link, message: str, fix: Fix | None) -> Finding:
    return Finding(message, link.span, help="make the words and the target agree", fix=fix if link.kind == "link" else None)


def _host(address: str) -> str:
    found = _PLACES.match(address)
    return found[1].lower().rstrip(".") if found else ""


def _related(one: str, other: str) -> bool:
    """Whether two hosts belong together: the same, or one name under different endings or subdomains."""
    return _name(one) == _name(other) or one.endswith(other) or other.endswith(one)


def _name(host: str) -> str:
    parts = host.split(".")
    # "co.uk", "com.au": the name stands before two short parts
    if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2:
        parts = parts[:-1]
    return parts[-2] if len(parts) > 1 else host
