"""
Names a product that has been shut down.

A reader who wants to control what the policy speaks of looks for something that is no longer there, and sees that the
text has not been read for years. Flash Player ended with 2020, and with it the cookies it kept; Google+ closed in 2019,
Universal Analytics stopped in 2023. The first mention is shown, with the others beside it.

Source: the makers' own announcements; the day each product ended stands in the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Match, Phrases, Policy, Related, Span, rule

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------


class Product(NamedTuple):
    """A product that ended: how it is named, the day after which it was gone, and what to write instead."""

    name: str
    ended: date
    words: Phrases
    instead: str = "delete the mention"


PRODUCTS = (
    Product(
        "Adobe Flash Player",
        date(2020, 12, 31),
        phrases(en=["[adobe] flash (cookie~ | LSO~ | local [shared | storage] object~ | player)", "local shared object~", "[adobe | macromedia] flash [local] storage", "adobe flash"]),
        "describe the local storage of browsers where you use it, else delete the mention",
    ),
    Product("Google+", date(2019, 4, 2), phrases(en=["google plus", "google 1 button", "google"])),
    Product(
        "Universal Analytics",
        date(2023, 7, 1),
        phrases(en=["[google] universal analytics", "(utma | utmz | utmb)", "(script | library | file) (analytics | ga) js"]),
        "describe Google Analytics 4 if that is what you use",
    ),
    Product("AddThis", date(2023, 5, 31), phrases(en=["addthis"])),
    Product("Google Optimize", date(2023, 9, 30), phrases(en=["google optimize !(our | the | your | its)"])),
    Product("MoPub", date(2022, 3, 31), phrases(en=["mopub"]), "name AppLovin MAX if that is what you use"),
    Product("Visual Studio App Center", date(2025, 3, 31), phrases(en=["(visual studio | VS | microsoft | microsoft's) app center"])),
    Product("HockeyApp", date(2019, 11, 16), phrases(en=["hockeyapp", "hockey app"])),
    Product("Firebase Dynamic Links", date(2025, 8, 25), phrases(en=["firebase dynamic links"])),
    Product("Facebook Analytics", date(2021, 6, 30), phrases(en=["facebook analytics"])),
    Product("StumbleUpon", date(2018, 6, 30), phrases(en=["stumbleupon", "stumble upon (button | plugin | plug in)"])),
    Product("Klout", date(2018, 5, 25), phrases(en=["klout"])),
    Product("Microsoft Silverlight", date(2021, 10, 12), phrases(en=["[microsoft] silverlight"])),
    Product("Oracle BlueKai", date(2024, 9, 30), phrases(en=["[oracle] bluekai"])),
    Product("FriendFeed", date(2015, 4, 9), phrases(en=["friendfeed"])),
)

PAST = phrases(en=["{overtaken}", "archive~", "(retire~ | retirement | end of life | sunset~ | deprecat*)", "(not | never | neither | nor) ...4 (use~ | employ~ | set | place~ | store~ | support~ | install~)", "without ...2 flash"])
"""What makes a mention one of the past, or a denial."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    good=[
        "We keep your choice in the local storage of your browser.\n",
        "We do not use Flash cookies.\n",
        "We formerly had a Google+ page.\n",
        "Google and Facebook get your address.\n",
    ],
    bad=[
        Bad(
            "We and our partners may set *Flash cookies* too.\n\nShare plants with the Google+ button.\n",
            at="Flash cookies",
            related=("Google+",),
            message='"Flash cookies": Adobe Flash Player ended on 31 December 2020',
        ),
        Bad("| a | b |\n| - | - |\n| _utma | counts visits |\n", at="utma", message='"_utma": Universal Analytics ended on 1 July 2023'),
        Bad(
            "Visits are counted by Universal Analytics.\n",
            at="Universal Analytics",
            message='"Universal Analytics" ended on 1 July 2023',
        ),
    ],
)
def dead_product(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first mention of each product that had ended by the day of the run."""
    mentions = sorted(_mentions(policy, claims.today), key=lambda mention: mention[0].span)
    if not mentions:
        return
    (first, product), others = mentions[0], mentions[1:]
    yield Finding(
        f'"{" ".join(_shown(first).split())}"{_says(first, product)}',
        _span(first),
        related=tuple(Related(_span(match), f"{other.name} ended on {_day(other)}") for match, other in others),
        help=product.instead,
    )


def _mentions(policy: Policy, today: date) -> Iterator[tuple[Match, Product]]:
    for product in PRODUCTS:
        if product.ended < today:
            match = next((match for match in policy.find(product.words) if _stands(policy, match)), None)
            if match:
                yield match, product


def _stands(policy: Policy, match: Match) -> bool:
    block = match.sentence.block
    named = match.text.lower() != "google" or bool(_plus(match))
    return named and not block.quoted and block.kind != "code" and not scope.found(policy, PAST, match.sentence)


def _plus(match: Match) -> str:
    """The plus of "Google+"; a plus is no word to a phrase."""
    end = match.plain[1]
    after = match.sentence.block.text.plain[end : end + 2]
    return "+" if after[:1] == "+" and not after[1:].isalnum() else ""


def _underscores(match: Match) -> str:
    """Those before "_utma" or "__utma"; an underscore is no word to a phrase."""
    before = match.sentence.block.text.plain[: match.plain[0]]
    return before[len(before.rstrip("_")) :]


def _shown(match: Match) -> str:
    return _underscores(match) + match.text + (_plus(match) if match.text.lower() == "google" else "")


def _span(match: Match) -> Span:
    start, end = match.plain
    return match.sentence.block.text.span(start, end + (len(_plus(match)) if match.text.lower() == "google" else 0))


def _says(match: Match, product: Product) -> str:
    if product.name.lower().removeprefix("adobe ").removeprefix("microsoft ") in _shown(match).lower():
        return f" ended on {_day(product)}"
    return f": {product.name} ended on {_day(product)}"


def _day(product: Product) -> str:
    return f"{product.ended.day} {product.ended:%B %Y}"
