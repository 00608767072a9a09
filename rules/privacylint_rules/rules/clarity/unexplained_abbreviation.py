"""
An abbreviation is never spelled out.

"Our CMP passes TC strings to SSPs" is clear to those who wrote it. What a reader has to look up is not plain language.

Off unless asked for: which abbreviations readers know depends on the readers.

Source: WP260 rev.01, paragraph 13 (no overly legalistic, technical or specialist terminology).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, Span, rule

KNOWN = frozenset(
    [
        "USA", "FAQ", "FAQS", "URL", "URLS", "PDF", "SMS", "MMS", "GPS", "USB", "CEO", "VAT", "HTTP", "HTTPS", "HTML", "API", "APIS", "SDK", "SDKS", "DVD", "PIN", "SIM",
        "LLC", "LTD", "INC", "GMBH", "PLC", "LLP", "NGO", "APP", "APPS", "IOS", "WIFI", "ISO", "IEC", "GDPR", "CCPA", "CPRA", "COPPA", "LGPD", "EEA", "DPO", "AND", "THE", "NOT",
        "YOU", "OUR", "FOR", "ALL", "ANY", "ARE", "WITH", "THIS", "UTC", "GMT", "IBM", "AWS", "BBC", "CNN", "RSS", "CSV", "JSON", "XML", "SSL", "TLS", "TTY", "TDD", "ZIP", "PST", "EST",
        "VPN", "PCI", "MAC", "CRM", "GIF", "STOP", "YES", "START", "HELP", "CCTV", "ISP", "XBOX", "MIT", "SQL", "USC", "STE", "SRL", "README", "POST", "GET", "RAM", "WWW", "PHP",
    ]
)  # fmt: skip
_ABBREVIATION = re.compile(r"(?<![\w./@#&-])[A-Z]{3,6}s?(?![\w@-]|\.\w|/\w)")
_CAPITALS_IN_A_ROW = re.compile(r"\b[A-Z]{2,}(?:[ ,]+[A-Z]{2,})+\b")
_SHORT = 6


@rule(
    severity="info",
    confidence="low",
    default=False,
    good=[
        "We use a Consent Management Platform (CMP). The CMP keeps your choice.",
        "The CMP (Consent Management Platform) keeps your choice, as the GDPR asks.",
        "WE KEEP YOUR CHOICE FOR A YEAR.",
    ],
    bad=[
        Bad("The CMP keeps your choice. Ask the CMP for it.", at="CMP", related=("CMP",)),
        Bad("Our SSPs see your choice.", at="SSPs"),
    ],
)
def unexplained_abbreviation(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Abbreviations with no brackets around or behind them anywhere: one finding each, with every use."""
    uses: dict[str, list[Span]] = {}
    explained: set[str] = set()
    for block in policy.blocks:
        plain = block.text.plain
        if block.kind in ("code", "heading") or plain.isupper():
            continue
        shouted = [found.span() for found in _CAPITALS_IN_A_ROW.finditer(plain)]
        for found in _ABBREVIATION.finditer(plain):
            name = found[0].removesuffix("s")
            if _is_explained(plain, *found.span()):
                explained.add(name)
            if not any(start <= found.start() < end for start, end in shouted):
                uses.setdefault(name, []).append(block.text.span(*found.span()))
    for name, spans in uses.items():
        if name not in explained and name not in KNOWN:
            yield Finding(
                f'"{name}" is nowhere spelled out',
                spans[0],
                tuple(Related(span, "here too") for span in spans[1:]),
                help="write it out where it comes first",
            )


def _is_explained(plain: str, start: int, end: int) -> bool:
    """Whether it stands in brackets behind its words, or brackets with words stand behind it."""
    before, after = plain[max(0, start - _SHORT) : start], plain[end : end + _SHORT]
    return "(" in before or after.lstrip(" \"'“”’").startswith(("(", "=", "–", "means", "stands"))
