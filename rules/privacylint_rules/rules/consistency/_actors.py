"""Who a statement about others is about: someone hired to work for the company, a third party in general, or neither."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from privacylint.api import Match, Policy, Sentence

from privacylint_rules.ontology import named_services
from privacylint_rules.words import phrases

HIRED = "hired"
"""Service providers and the tools that are built in: what works for the company."""
THIRD = "third"
"""Third parties in general, advertising networks among them."""
_OTHER = "other"
_PRONOUN = "pronoun"
_FAR = 4
"""How many sentences back a pronoun reaches."""
_FORBIDDING = ("prohibit", "forbid", "prevent", "bar", "restrict", "limit", "no", "require")
_OBJECT = 6
"""How many words after "prohibit" the name of those who are prohibited ends."""
_MOST = 40
"""How many mentions of one sentence are looked through."""

# --- words -----------------------------------------------------------------------------------------------------------

_TOOL = "(code|library|libraries|sdk~|software development kit~|tool~|plugin~|plug in~|script~|module~|component~|software|technolog*|pixel~|tag~|api~)"
_NAMED = {
    HIRED: phrases(
        en=[
            f"(third party|third parties|external|embedded|integrated) ...3!(site~|website~|and|or) {_TOOL}",
            "third party [service] (provider~|vendor~|supplier~|contractor~)",
            f"{_TOOL} (of|from|by) [other] (third parties|others|other companies)",
            "(advertising|ad|analytics|tracking|measurement|statistics) (sdk~|library|libraries|tool~|code|script~|software)",
            "(service|hosting|cloud|analytics|email|mailing|technology|it|measurement|crash report~|crash reporting|map~|storage|infrastructure|support|newsletter|hosting) (provider~|vendor~|supplier~|company|companies|service~|partners|tool~)",
            "(vendor~|contractor~|subcontractor~|supplier~|processor~|subprocessor~|sub processor~|agent~|consultant~|analytics|provider~)",
            "(companies|people|individuals|parties|third parties|organisations|organizations|others|businesses|firms) ...2 (that|which|who|to) ...3 (work|works|perform|performs|help|helps|assist|assists|support|provide|provides|facilitate) ...3 (for us|on our behalf|us|services to us)",
            "(companies|company|people|individuals|party|parties|third parties|organisations|organizations|others|businesses|firm~|vendor~|provider~|supplier~|contractor~|processor~|partner~) [that|which|who|whom] (we|i) (use|hire|employ|engage|contract|retain|choose|appoint|have hired|have engaged|work with|rely on)",
        ]
    ),
    THIRD: phrases(
        en=[
            "(third (party|parties)|third party (company|companies|entities|service~)|(these|those|such|other|outside|external) (companies|entities|individuals|organisations|organizations|firms|parties|businesses))",
            "(advertising|ad) (network~|exchange~|server~|provider~|platform~)",
        ]
    ),
    _OTHER: phrases(
        en=[
            "(we|i|you|advertiser~|sponsor~|partner~|affiliate~|merchant~|shop~|seller~|retailer~|school~|employer~|dealer~|website~|site~|subsidiar*|band~|artist~|member~|bank~|authorit*|payment ...2 (provider~|processor~|service~|company|companies))",
            "(user~|customer~) !(data|information|details|content)",
            "(third party|third parties) (site~|website~|link~|advertiser~|partner~)",
        ]
    ),
    _PRONOUN: phrases(en=["(they|them|it|these|those|such)"]),
}
# --- code ------------------------------------------------------------------------------------------------------------


def actor_of(policy: Policy, match: Match) -> str | None:
    """HIRED, THIRD or None: who is named last before the matched words, or what a pronoun there stands for.

    Where the words themselves forbid somebody something ("prohibit vendors from …"), it is whom they name.
    """
    first, _ = policy.words.range_of(match.sentence)
    start, after = match.words
    named = _last(policy, first, start)
    if policy.words.forms[start].startswith(_FORBIDDING):
        named = _last(policy, start, min(start + _OBJECT, after)) or named
    if named == _PRONOUN:
        named = _last(policy, first, start, skipped=(_PRONOUN,))
    named = named or _before(policy, match.sentence)
    return named if named in (HIRED, THIRD) else None


def others_act(policy: Policy, match: Match) -> bool:
    """Whether somebody else than the company is named last before the matched words, in their own sentence."""
    first, _ = policy.words.range_of(match.sentence)
    return _last(policy, first, match.words[0]) in (HIRED, THIRD)


def _before(policy: Policy, sentence: Sentence) -> str | None:
    """Who the sentences before it in the section speak of: the nearest that names somebody other than us."""
    for back in range(1, _FAR + 1):
        if sentence.number - back < 0:
            return None
        earlier = policy.sentences[sentence.number - back]
        if earlier.section is not sentence.section:
            return None
        first, after = policy.words.range_of(earlier)
        named = _last(policy, first, after, skipped=(_PRONOUN, _OTHER))
        if named:
            return named
    return None


def _last(policy: Policy, low: int, high: int, skipped: tuple[str, ...] = ()) -> str | None:
    """The kind of the last mention among some words;"""
    every = policy.once(_mentions)
    ends = bisect_right(every, (high, high, "~"))
    for after, start, kind in reversed(every[max(0, ends - _MOST) : ends]):
        if after <= low:
            return None
        if start >= low and kind not in skipped:
            return kind
    return None


def _mentions(policy: Policy) -> list[tuple[int, int, str]]:
    """Every mention: the word after its last, its first word, its kind; what lies inside a longer one is left out."""
    every = sorted(_all_mentions(policy), key=lambda one: (one[1], -one[0]))
    kept: list[tuple[int, int, str]] = []
    for after, start, kind in every:
        if kept and after <= kept[-1][0]:
            continue
        kept.append((after, start, kind))
    return sorted(kept)


def _all_mentions(policy: Policy) -> Iterator[tuple[int, int, str]]:
    for kind, wanted in _NAMED.items():
        for match in policy.find(wanted):
            # "(i)" numbers an item
            if match.text != "i":
                yield match.words[1], match.words[0], kind
    for one in named_services(policy):
        yield one.after, one.first, _OF_SERVICE.get(one.id, THIRD)


_OF_SERVICE = {"payment-processor": _OTHER, "analytics-provider": HIRED}
"""What well-known services are; what is embedded, as videos are, is hired by nobody."""
