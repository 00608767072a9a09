"""
Cookies, or tracking, that are said not to be used, and are used elsewhere.

A reader who is told "we do not use cookies" will not look for a way to refuse them, and the law asks for consent to most
of them. Compared are plain denials for the whole service with plain statements that cookies are used; a denial of one
kind ("no advertising cookies"), for one site or app, or with an exception is no clash.

Source: Article 5(3) Directive 2002/58/EC; Article 13 GDPR; CJEU C-673/17 (Planet49).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_USE = "(use|uses|using|set|sets|place|places|employ|employs|utilise|utilize|store|stores|install|drop)"
_US = "(we|website~|site~|app|application|service|services|platform|extension|game|<organisation>)"
_DENIED = phrases(
    en=[
        f"{_US} ...3!(most|some|third|other|if) (not|never|don't|doesn't) {_USE} [any] [(cookies or|browser)] cookies !(to|for|that|which|on|explicitly|other|except|unless|from|without|in|when|if|until|with|as)",
        "(no cookies|cookies are not|no cookies are) [(used|set|placed)] (used|set|placed) !(to|for|on|without|in|unless|until|from|if|when)",
    ]
)
_USED = phrases(
    en=[
        f"{_US} ...2!(not|never|no|if|third|may|whether|how|or) [may|also|currently|sometimes] {_USE} [(both|several|session|persistent|functional|certain|various|only|strictly|necessary|essential|first party|third party|temporary|technical|own|our own|its|a few|some)] [(and|necessary|persistent|session|types of|kinds of)] [persistent|session] (cookies|cookie) !(free|less|policy|notice|banner)",
        "^ [(our|these|the following)] [session|persistent|functional] cookies are [also] (used|set|placed)",
        f"{_US} ...2!(not|never|no|if|third) [may|also] {_USE} [(various|similar|automated)] (tracking technologies|web beacons) ...4 cookies",
    ]
)
_BOUND = phrases(
    en=[
        "(unless|except|other than|apart from|most of|some of|tracking|advertising|marketing|analytics|analytical|third party|third parties|these cookies|such cookies|explicitly|generally|currently|persistent|if you|when you do)",
        "(this|these) (section|feature|tool|page|newsletter)",
    ]
)
_QUOTED = phrases(en=["(how|why|what|whether|which) ...4 cookies", "(these|those|third party|other) (sites|websites|companies|parties|services) ...6 cookies", "(if|when|where) ...8 cookies", "(link|links|linked|embed~|embedded|partner~) ...8 cookies"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("Directive 2002/58/EC Art. 5(3)",),
    good=[
        "We do not use advertising cookies.\n\nWe use cookies to keep your basket.\n",
        "Our app does not use cookies to follow you.\n\nWe use cookies.\n",
        "We do not use cookies.\n\nThe sites we link to use cookies.\n",
    ],
    bad=[
        Bad(
            "We do not use any cookies.\n\n## The shop\n\nWe use cookies that hold your basket.\n",
            at="We do not use any cookies",
            related=("We use cookies",),
            message='no cookies are used here, but they are in "The shop" (line 5)',
        ),
    ],
)
def cookies_denied_and_used(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first plain denial of cookies, with the first passages that use them."""
    denials = [one for one in ordered(read(policy, {"denied": _DENIED})) if not says(policy, _BOUND, one.sentence)]
    if not denials:
        return
    used = [one for one in ordered(read(policy, {"used": _USED}, denied=False)) if not says(policy, _QUOTED, one.sentence)]
    for denial in denials:
        broken = [one for one in used if apart(denial, one) and _same_product(denial, one)]
        if broken:
            yield _finding(policy, denial, broken)
            return


def _same_product(one: Statement, other: Statement) -> bool:
    """Same people and product: an app without cookies and a website with them are two things."""
    return scope.overlaps(one.scope, other.scope) and _surface(one) == _surface(other)


def _surface(one: Statement) -> str:
    words = one.match.text.lower()
    return next((name for name in ("app", "extension", "site", "game", "bot") if name in words), "")


def _finding(policy: Policy, denial: Statement, broken: list[Statement]) -> Finding:
    return Finding(
        f"no cookies are used here, but they are {elsewhere(policy, broken[0])}",
        denial.span,
        related=tuple(Related(one.span, "says that cookies are used") for one in broken[:3]),
        help="say which cookies are used and where, and deny only the others",
    )
