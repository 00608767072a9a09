"""
Another place or provider of storage than the configuration states.

Where data is kept and by whom is known to those who run the servers; it stands in the configuration
(`facts.hosting: {places, providers}`). A policy that says another country or another host was overtaken by a move. A
country inside a region agrees with it, both ways; backups, support access and data of some people only are not compared.

Source: GDPR Article 13(1)(e) and (f) (recipients, transfers), Article 5(1)(a) (transparency).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Good, Policy, rule
from privacylint.languages import places

from privacylint_rules import scope

FACTS = {"hosting": {"places": ["DE"], "providers": ["Hetzner"]}}
PLAIN = ("", "data", "personal-data")


@rule(
    severity="error",
    confidence="medium",
    cites=("GDPR Art. 13(1)(f)",),
    good=[
        Good("Your data is stored in Germany, on servers of Hetzner.\n", facts=FACTS),
        Good("Your data is stored in the European Union.\n", facts=FACTS),
        Good("Backups are kept in Ireland.\n", facts=FACTS),
        "Your data is stored in the United States.\n",
    ],
    bad=[
        Bad(
            "Your data is stored in the United States.\n",
            at="stored in the United States",
            message="data is kept in the United States here, but in Germany by the configuration",
            facts=FACTS,
        ),
        Bad(
            "Your data is stored on servers of Vultr in Germany.\n",
            at="stored on servers of Vultr in Germany",
            message="data is kept by Vultr here, but by Hetzner by the configuration",
            facts=FACTS,
        ),
    ],
)
def unlike_fact_hosting(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Places and providers of primary storage that are not those of `facts.hosting`."""
    facts = claims.settings.facts
    if not facts.places and not facts.providers:
        return
    known = {name.casefold() for name in facts.providers}
    for claim in claims.all("hosting", denied=False):
        if not _comparable(claim):
            continue
        away = [code for code in claim.value["places"] if facts.places and not _agree(code, facts.places)]
        if away:
            yield _finding(claim, f"in {_names(away)}", f"in {_names(facts.places)}")
            continue
        others = [name for name in claim.value["providers"] if known and not _named(name.casefold(), known)]
        if others:
            yield _finding(claim, f"by {' and '.join(others)}", f"by {' and '.join(facts.providers)}")


def _comparable(claim: Claim) -> bool:
    value = claim.value
    return value.get("what", "primary") == "primary" and value.get("data", "") in PLAIN and not claim.scope.region


def _agree(code: str, wanted: tuple[str, ...]) -> bool:
    here, there = scope.lands((code,)), scope.lands(wanted)
    return here <= there or there <= here


def _named(name: str, known: set[str]) -> bool:
    return any(name in one or one in name for one in known)


def _names(codes: tuple[str, ...] | list[str]) -> str:
    return " and ".join(_name(code) for code in codes)


def _name(code: str) -> str:
    name = str(places("en").PLACES.get(code, (code,))[0])
    return f"the {name}" if name.startswith(("United ", "European ")) else name


def _finding(claim: Claim, here: str, there: str) -> Finding:
    return Finding(
        f"data is kept {here} here, but {there} by the configuration",
        claim.span,
        help="say where the data is, or correct facts.hosting",
    )
