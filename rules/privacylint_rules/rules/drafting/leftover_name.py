"""
Another company's name is left over from the policy this one was copied from.

A reader who meets a name that was never introduced does not know who is responsible: the named company, or the one that
runs the site. Two spellings of one name, and a contact address at a domain that nothing else in the text speaks of, are
the usual traces.

Source: GDPR article 13(1)(a) (identity of the controller).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from privacylint.api import Bad, Block, Claims, Finding, Policy, Related, Span, rule

_EMAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})@(?P<host>(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24})(?![\w-])")
# what must not stand before is looked at behind the first letter: capitals are few, and found fast
_NAME = re.compile(r"[A-Z](?<![\w@./-][A-Z])[a-z]{4,20}(?![\w@]|\.\w)")
_SMALL_WORD = re.compile(r"(?<![\w@./-])[a-z]{5,21}(?![\w@])")
_ANY_WORD = re.compile(r"[^\W_]{2,40}")
_MOST_WORDS = 4
_OFTEN = 3
_BEGINNING = 10
_RARE = 2
_LONG = 7
# mailboxes anybody may have, and hosts of services that are no other company's policy
MAIL_SERVICES = frozenset(
    {
        "gmail", "googlemail", "outlook", "hotmail", "live", "yahoo", "icloud", "me", "mac", "proton", "protonmail", "pm",
        "gmx", "web", "aol", "msn", "mail", "fastmail", "zoho", "yandex", "qq", "163", "126", "naver", "duck", "tutanota",
        "tuta", "hey", "posteo", "mailbox", "disroot", "riseup", "example", "email",
    }
)  # fmt: skip
ROLES = frozenset({"privacy", "info", "support", "contact", "legal", "help", "dpo", "hello", "office", "admin", "team", "mail", "sales", "service", "data", "gdpr"})
# a representative, an officer, an authority or a processor has a domain of its own
_SOMEBODY_ELSE = re.compile(r"representative|officer|authorit|commissioner|arbitrat|mediat|processor|provider|partner|third|\bDPO\b|regulator|ombuds|court", re.I)
SMALL = frozenset({"com", "co", "org", "net", "io", "app", "dev", "eu", "uk", "de", "gov", "edu", "ac", "info", "support", "help", "mail", "privacy", "legal", "team", "group"})
_ALIKE = 0.72
_FEWEST = 4


@rule(
    severity="info",
    confidence="low",
    good=[
        "Fernwood runs this shop. Write to privacy@fernwood.test or fernwoodshop@gmail.com.",
        "Fernwood Gardens runs this shop. Write to privacy@ferngar.test.",
        "The Fernwood Hill Trust runs this shop with Hay & Straw. Write to privacy@fernwoodhill.test or info@hayandstraw.test.",
        "Fernwood runs this shop. Our data protection officer is Oakley GmbH, dpo@oakley.test.",
    ],
    bad=[
        Bad(
            "Fernwood runs this shop. Fernwood keeps your orders. Fernwood asks for your name.\n\nAsk us: help@birchtree.test",
            at="help@birchtree.test",
        ),
        Bad(
            "Fernwood runs this shop. Fernwood keeps your orders. Fernwood asks for your name. Ask Fornwood for a copy.",
            at="Fornwood",
            related=("Fernwood",),
        ),
    ],
)
def leftover_name(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Our own contact addresses at a domain whose name the text never speaks of, and names that are nearly ours."""
    yield from _misspelt(policy)
    places: dict[str, list[Span]] = {}
    for block in policy.blocks:
        if block.kind == "code" or "@" not in block.text.plain:
            continue
        if _SOMEBODY_ELSE.search(block.text.plain) or _SOMEBODY_ELSE.search(block.section.title):
            continue
        for found in _EMAIL.finditer(block.text.plain):
            if found["local"].lower().split("-")[0].split(".")[0] not in ROLES and _is_own(found["local"], policy):
                continue
            places.setdefault(found["host"].lower(), []).append(block.text.span(*found.span()))
    if not places:
        return
    plains = (block.text.plain for block in policy.blocks)
    text = " ".join(_EMAIL.sub(" ", plain) if "@" in plain else plain for plain in plains).lower()
    places = {host: spans for host, spans in places.items() if _squeezed(_name(host)) not in text}
    squeezed = _squeezed(text) if places else ""
    targets = " ".join(link.target.lower() for link in policy.links if "@" not in link.target)
    strange = {host: spans for host, spans in places.items() if _is_strange(host, text, squeezed, targets)}
    for host, spans in strange.items():
        yield Finding(
            f"nothing else in this policy speaks of {_name(host)}",
            spans[0],
            tuple(Related(span, "and here") for span in spans[1:]),
            help="say who that is, or put your own address here",
        )


def _misspelt(policy: Policy) -> Iterator[Finding]:
    """A name that stands there once or twice and differs in a letter or two from one that stands there often."""
    blocks = [block for block in policy.blocks if block.kind != "code"]
    times = Counter(name for block in blocks for name in _NAME.findall(block.text.plain))
    # a name of the policy's own is introduced at its beginning
    beginning = " ".join(block.text.plain for block in policy.blocks[:_BEGINNING])
    often = [name for name, count in times.items() if count >= _OFTEN and name in beginning]
    rare = [name for name, count in times.items() if count <= _RARE]
    if not any(_nearly(name, other) for name in rare for other in often if name[0] == other[0]):
        return
    small = {word for block in blocks for word in _SMALL_WORD.findall(block.text.plain)}
    often = [name for name in often if name.lower() not in small]
    for name in rare:
        twin = next((other for other in often if _nearly(name, other)), None)
        if twin and name.lower() not in small:
            yield Finding(
                f'"{name}" here, "{twin}" elsewhere',
                _first(blocks, name),
                (Related(_first(blocks, twin), "the other spelling"),),
                help="write the name in one way, or introduce both",
            )


def _first(blocks: list[Block], name: str) -> Span:
    """Where a name stands first."""
    return next(block.text.span(*found.span()) for block in blocks for found in _NAME.finditer(block.text.plain) if found[0] == name)


def _nearly(one: str, other: str) -> bool:
    """Whether two names of the same first letter differ in one or two letters, and not in an ending alone."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or one.startswith(other[:-2]) or other.startswith(one[:-2]):
        return False
    most = 1 if len(one) < _LONG else 2
    # a letter that is changed takes one letter out of the word and puts one in
    return len({*one.lower()} ^ {*other.lower()}) <= 2 * most and _distance(one.lower(), other.lower()) <= most


def _distance(one: str, other: str) -> int:
    """How many letters are to be changed, put in or taken out to make one of the other."""
    row = list(range(len(other) + 1))
    for line, letter in enumerate(one, 1):
        above, row[0] = row[0], line
        for column, twin in enumerate(other, 1):
            above, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, above + (letter != twin))
    return row[-1]


def _is_own(local: str, policy: Policy) -> bool:
    """Whether the part before the sign is a name the policy speaks of: "acme@representatives.test"."""
    return local.lower() in policy.once(_without_addresses)


def _without_addresses(policy: Policy) -> str:
    return "\n".join(block.text.plain.lower() for block in policy.blocks if "@" not in block.text.plain)


def _name(host: str) -> str:
    parts = [part for part in host.split(".")[:-1] if part not in SMALL]
    return parts[-1] if parts else host


def _squeezed(text: str) -> str:
    """The letters and digits alone, without accents."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFD", text))


def _is_strange(host: str, text: str, squeezed: str, targets: str) -> bool:
    name = _name(host)
    folded = _squeezed(name)
    if name in MAIL_SERVICES or len(folded) < _FEWEST or ".gov" in host or ".europa." in host:
        return False
    if folded in squeezed or host in targets or name in targets:
        return False
    return not (_abbreviates(folded, text, squeezed) or _is_short_for(folded, text) or _is_made_of(name, text, squeezed))


def _is_made_of(name: str, text: str, squeezed: str) -> bool:
    """Whether the host joins words of the text: "wool-and-hay" or "woolandhay" of "Wool & Hay", "oakdental" of "Oak Road Dental"."""
    parts = [part for part in name.split("-") if part not in ("and", "the", "und", "et")]
    if len(parts) > 1:
        return all(part in text for part in parts)
    before, joint, after = name.partition("and")
    if joint and before and after and before + after in squeezed:
        return True
    return any(name[:at] in text and name[at:] in text for at in range(_FEWEST, len(name) - _FEWEST + 1))


def _abbreviates(name: str, text: str, squeezed: str) -> bool:
    """Whether a good part of the name stands in the text: "acmehq" of "Acme"."""
    size = max(_FEWEST, round(len(name) * _ALIKE))
    # a short piece might be put together by chance from the ends of words
    where = squeezed if size >= _LONG else text
    return any(name[at : at + size] in where for at in range(len(name) - size + 1))


def _is_short_for(name: str, text: str) -> bool:
    """Whether the name is made of the beginnings of words that follow each other: "ferngar" of "Fernwood Gardens"."""
    words = _ANY_WORD.findall(text)
    return any(_begins(name, words, at) for at, word in enumerate(words) if word.startswith(name[:2]))


def _begins(name: str, words: list[str], at: int) -> bool:
    for word in words[at : at + _MOST_WORDS]:
        size = next((size for size in range(min(len(word), len(name)), 1, -1) if name.startswith(word[:size])), 0)
        if not size:
            return False
        name = name[size:]
        if not name:
            return True
    return False
