"""The verbs of the five actions in all their forms, and other verbs that stand beside them."""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from privacylint_rules.practice.grammar import ADVERBS, AUX
from privacylint_rules.words import phrases

# action -> verbs as "base past" where the past is irregular
_ACTIONS = {
    "collect": "collect gather obtain receive record solicit acquire capture log harvest track monitor determine detect infer derive fetch take,took,taken",
    "use": "check scan screen handle use exploit process analyse analyze utilise utilize combine",
    "store": "store save retain keep,kept hold,held maintain preserve archive",
    "share": "share make,made hand disclose transfer transmit release divulge pass give,given,gave provide send,sent supply reveal expose forward distribute exchange communicate report upload submit relay furnish convey show,shown copy",
    "sell": "sell,sold rent lease trade monetise monetize license licence loan swap barter auction commercialise commercialize",
}
BY_OTHERS = frozenset("check scan screen handle".split())
"""Verbs that are read only where others do it: "is checked through a spam filter"."""
WATCHING = frozenset("track monitor determine detect infer derive fetch take".split())
"""Verbs that collect only what they name: "we do not track you" leaves open what is collected."""
WEAK = frozenset("show copy relay furnish convey hand report upload give provide send supply release pass forward communicate exchange expose submit distribute transmit".split())
"""Verbs of sharing that also have other objects: they need data right after them, and somebody to give it to."""
DATIVE = frozenset("show give send provide offer grant supply furnish".split())
_OTHER_VERBS = frozenset(
    "access see view read buy purchase lend market permit allow sublicense publish post "
    "manage control own request require ask want need intend plan seek delete create offer operate review modify accessed viewed bought published "
    "accesses views sees reads requests asks requested required asked needed demanded examined inspected sublicensed loaned lent made".split()
)
_PURPOSE_VERBS = frozenset(
    "improve help provide enhance operate develop deliver comply prevent protect measure determine understand identify personalize personalise customize contact "
    "respond serve fulfill fulfil perform send be enable facilitate assist support ensure show target promote the run verify complete fix detect conduct".split()
) - {"the"}


def _forms() -> dict[str, tuple[str, str, str]]:
    """Every form of every verb: its action, which form it is (base, s, past, ing), and its base."""
    known: dict[str, tuple[str, str, str]] = {}
    for action, words in _ACTIONS.items():
        for word in words.split():
            base, *irregular = word.split(",")
            stem = base[:-1] if base.endswith("e") else base
            doubled = {"transfer": "transferr", "transmit": "transmitt", "log": "logg"}.get(base, stem)
            known[base] = (action, "base", base)
            known[base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeo" else base + ("es" if base.endswith(("ss", "x", "ch", "sh")) else "s")] = (action, "s", base)
            known[doubled + "ing"] = (action, "ing", base)
            for past in irregular or ((base[:-1] + "ied") if base.endswith("y") and base[-2] not in "aeo" else doubled + "ed",):
                known[past] = (action, "past", base)
    return known


FORMS = _forms()
SKIP = AUX | ADVERBS | _OTHER_VERBS | frozenset(FORMS)
VERB = phrases(
    en=["(" + " | ".join(f"{word.split(',')[0]}~" for words in _ACTIONS.values() for word in words.split()) + " | held | kept | given | sent | sold)"]
)


def opens_purpose(forms: list[str], number: int) -> bool:
    """Whether this "to" opens a purpose ("to improve") instead of a recipient."""
    return forms[number] == "to" and (forms[number + 1] in _OTHER_VERBS or forms[number + 1] in FORMS or forms[number + 1] in _PURPOSE_VERBS)


def leads_in(forms: list[str], verb: int, first: int) -> bool:
    return any(forms[number] in ("for", "to", "order", "so", "that", "purpose", "purposes") for number in range(verb + 1, first + 1))
