"""
When a promise about data is broken elsewhere: what the rules on practices have in common.

A promise binds only as far as nothing narrows it, and a practice breaks it only when it is said plainly, for the same
data and people. Read after shared/design/claims.md, rules 1 to 6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from privacylint.api import Claim, Related

from privacylint_rules import ontology, scope
from privacylint_rules.ontology import ALL_DATA, DATA, EVERYBODY, OUTSIDERS, PERSONAL, PROCESSORS, RECIPIENTS

MOST_PROMISES = 50
"""How many promises of one text are compared: each costs a look at every practice, and no policy makes more."""

MOST_SHOWN = 3
"""How many further places of a broken promise are shown."""
_SPARED = frozenset({"law", "merger", "consent"})
_SOFT = (
    "as necessary", "as needed", "as reasonably", "as appropriate", "where necessary", "where needed", "where appropriate", "when necessary", "if necessary", "to the extent necessary", "as part",
    "in some cases", "in certain", "in some", "in limited", "from time to time", "when you visit", "when you use", "when you access", "when you open", "when you launch", "when you start", "when you browse", "when you view", "whenever you", "when they",
    "each time", "every time", "when this", "as described", "as set out", "in case of an error", "in a case of an error", "in the case of an error", "if the app crashes", "depending on", "when a user", "when users",
    "as soon as", "subject to our privacy", "subject to this", "where permitted", "where applicable", "where possible", "where reasonable", "as well", "where appropriate",
)  # fmt: skip
"""How conditions begin that leave a statement plain: they say when it happens, not that somebody allows or demands it."""


_TELLING = frozenset({"content", "health-data", "biometric-data", "sensitive-data", "profile-data", "purchase-data", "browsing-history", "subscriber-list", "online-identifier", "cookie-id"})
"""Data that is about somebody whenever it is kept by account or device."""


_WATCHED = frozenset({"usage-data", "device-data", "log-data", "search-queries"})
"""Data that is about somebody where it serves to choose the advertisements somebody sees."""


_ON_JOINING = ("when you register", "when you create", "when you sign up", "when you log in", "when you install", "when you set up", "when users register", "when you make a", "when you order", "when you purchase", "when you subscribe", "when you contact", "when you write", "when you email", "when you send", "when you place", "when you buy", "when you book", "when you download", "when you fill", "when you submit", "when you enter", "when users", "when visitors", "when someone", "when an order", "when a purchase", "when an account", "when a form", "when a customer", "when a visitor", "when ordering", "when registering", "when signing", "when placing", "when creating", "when subscribing", "when filling", "when contacting", "when booking", "when visiting", "when using", "when opening", "when our", "when you browse", "upon registration", "upon sign")


_ON_KEEPING = ("as long as", "for as long as", "until", "only as long as")
"""How a period begins: what is kept for a while is kept."""


def is_bound(claim: Claim) -> bool:
    """Whether a condition of the claim makes it more or less than an everyday occurrence."""
    soft = (*_SOFT, *_ON_JOINING, *_ON_KEEPING) if claim.value["action"] in ("collect", "store") else _SOFT
    parts = (claim.scope.condition or "").lower().split("; ")
    return any(part and not part.startswith(soft) for part in parts)


def is_plain_promise(claim: Claim) -> bool:
    """Whether a denial is ours and nothing binds it: no exception, condition, purpose, hedge or narrower data."""
    value = claim.value
    return (
        claim.denied
        and value["actor"] == "us"
        and claim.modality != "may"
        and not value["exception"]
        and not value["only"]
        and not value["narrowed"]
        and not value["purposes"]
        and not claim.scope.condition
        and not claim.scope.purpose
        and not {*value["basis"]} & _SPARED
        and bool(value["data"])
        and "anonymous-data" not in value["data"]
    )


def is_purpose_promise(claim: Claim) -> bool:
    """Whether a denial is bound by its purpose and by nothing else: "not shared for marketing"."""
    open_ended = claim._replace(value={**claim.value, "purposes": []}, scope=claim.scope._replace(purpose=None))
    return bool(claim.value["purposes"]) and is_plain_promise(open_ended)


def is_plain_practice(claim: Claim) -> bool:
    """Whether it is said plainly that something is done: not by law, on a sale of the company or by consent."""
    value = claim.value
    spared = _SPARED - {"consent"} if value["action"] == "collect" else _SPARED
    return (
        not claim.denied
        and not {*value["basis"]} & spared
        and not is_bound(claim)
        and not value["exception"]
        and "anonymous-data" not in value["data"]
    )


def is_disclosure(claim: Claim) -> bool:
    """Whether data plainly reaches somebody outside: we give it, or they receive it through us."""
    value = claim.value
    if not is_plain_practice(claim) or not value["data"]:
        return False
    if value["actor"] == "third-party":
        # what advertisers and the like receive reaches them through us
        if value["action"] == "collect" or (value["action"] == "use" and not value["passive"]):
            return value["recipient"] in OUTSIDERS and bool({*value["data"]} & PERSONAL)
        return value["action"] in ("use", "store") and value["passive"] and value["recipient"] in PROCESSORS and not value["narrowed"]
    return (
        value["action"] == "share"
        and bool(outsiders(claim))
        and "abroad" not in value["basis"]
        and not (value["only"] == "case" and not value.get("listed"))
    )


def outsiders(claim: Claim) -> list[str]:
    """The recipients of a claim that are outside the company: first those for their own ends, then those who work for it."""
    who = claim.value["recipients"]
    if "affiliate" in who:
        # "our affiliates and other companies": others of the group
        who = [one for one in who if one != "other-company"]
    return [one for one in who if one in OUTSIDERS and one not in ("anyone", "public")] + [one for one in who if one in PROCESSORS]


def data_in_common(promise: Claim, practice: Claim) -> tuple[str, bool] | None:
    """The data both speak of, and whether it is exactly the same; None where the promise does not cover it."""
    promised, done = promise.value["data"], practice.value["data"]
    if {*promised} & ALL_DATA and not promise.value["refers"]:
        if "data" in promised and promise.value["universal"]:
            return (done[0], True) if done else None
        telling = [one for one in done if one in PERSONAL or one in _TELLING or (one in _WATCHED and "targeted-advertising" in practice.value["purposes"])]
        if practice.value["narrowed"] or not (telling or "data" in done):
            return None
        return (telling or ["personal-data"])[0], True
    for one in promised:
        if one in done and one not in ALL_DATA:
            return one, True
    for one in promised:
        for other in done:
            if one in ontology.within(DATA, other) - {other}:
                return other, False
    return None


def same_place(one: Claim, other: Claim) -> bool:
    """Whether two claims can be compared: other sentences, not one list, and everyone of the first is meant by both."""
    first, second = one.sentence, other.sentence
    if first is None or second is None or first is second:
        return False
    if first.block.group and first.block.group == second.block.group:
        return False
    if second.block.intro is first.block or first.block.intro is second.block:
        return False
    return scope.overlaps(one.scope, other.scope) and scope.contains(one.scope, other.scope)


def same_frame(promise: Claim, practice: Claim) -> bool:
    """As `same_place`; what follows a promise in its own paragraph is an exception from it."""
    first, second = promise.sentence, practice.sentence
    if first and second and first.block is second.block and second.number > first.number:
        return False
    return same_place(promise, practice)


def said_again(promise: Claim, promises: Sequence[Claim], broken: Sequence[Claim]) -> Iterator[Related]:
    """Further places that make a broken promise, to be mended with it: those with other data, or in other words."""
    others = [other for other in promises if other is not promise and other.span.start > promise.span.start]
    again = [other for other in others if any(data_in_common(other, claim) and same_frame(other, claim) for claim in broken)]
    for other in again[:MOST_SHOWN]:
        yield Related(other.span, "promises the same")


def covers(promise: Claim, recipient: str) -> bool:
    """Whether the promise names the recipient or everybody."""
    named = promise.value["recipients"]
    if not named or {*named} & EVERYBODY:
        return True
    return bool({*named} & ontology.within(RECIPIENTS, recipient))


def shown_data(ids: list[str]) -> str:
    """How a message calls the data."""
    return "personal data" if not ids or {*ids} & ALL_DATA else DATA[ids[0]].shown


def shown_recipients(ids: list[str]) -> str:
    """How a message calls the recipients: two at most."""
    names = [RECIPIENTS[one].shown for one in dict.fromkeys(ids)][:2]
    return " and ".join(names)
