"""
Disclosures × laws → the rules `missing-<topic>`: a topic that an active law asks for and the policy does not speak of.

Every topic gives one rule and at most one finding, which names every active law that asks for it. The engine knows
shapes only: which topics there are, how they are worded and what each law wants stands in YAML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from privacylint.claims import Claims
from privacylint.disclosed import fits, hints, spared, speaks, triggered
from privacylint.disclosures import Criteria, criteria
from privacylint.policy import Policy
from privacylint.regimes import Ask, asks
from privacylint.rule import SEVERITIES, Disclosure, Finding, Regime, Rule
from privacylint.source import Span

_CITED = 3
"""How many articles the message names; `cites` has them all."""


def rules(disclosures: Mapping[str, Disclosure], regimes: Mapping[str, Regime]) -> dict[str, Rule]:
    """The rules `missing-<topic>` by id: one for each disclosure that some law asks for."""
    by_topic: dict[str, list[Ask]] = {}
    for _, regime in sorted(regimes.items()):
        for ask in asks(regime):
            by_topic.setdefault(ask.topic, []).append(ask)
    compiled = criteria(disclosures)
    empty = silencers(compiled.values())
    return {
        f"missing-{topic}": _rule(compiled[topic], disclosures[topic], by_topic[topic], empty)
        for topic in compiled
        if topic in by_topic
    }


MET, PARTLY, MISSING, NOT_APPLICABLE = "met", "partly", "missing", "not applicable"


class Standing(NamedTuple):
    """How a policy stands to a topic: met, partly (mentioned, not answered), missing, or not applicable.

    `span` is where it is met or mentioned, `why` says why it does not apply or what was found instead.
    """

    status: str
    span: Span | None = None
    why: str = ""


def silencers(topics: Iterable[Criteria]) -> tuple[str, ...]:
    """The topics that know the words of a policy that collects nothing."""
    return tuple(topic.topic for topic in topics if topic.nothing)


def standing(topic: Criteria, policy: Policy, claims: Claims, empty: Iterable[str]) -> Standing:
    """How a policy stands to a topic that some law asks for. `empty` are the silencers."""
    said = claims.first("disclosure", topic=topic.topic)
    if said:
        return Standing(MET, said.span, f"in {said.value['companion']}" if "companion" in said.value else "")
    if not topic.even_without_data and any(_says_nothing_is_collected(claims, name) for name in empty):
        return Standing(NOT_APPLICABLE, why="the policy says that it collects nothing")
    if topic.triggered and not triggered(topic, policy, claims):
        return Standing(NOT_APPLICABLE, why="nothing in the text calls for it")
    why_not = spared(topic, policy)
    if why_not:
        return Standing(NOT_APPLICABLE, why=f'the text says "{why_not}"')
    mentioned = hints(topic, policy)
    return Standing(PARTLY, mentioned[0], "mentioned, not answered") if mentioned else Standing(MISSING)


def _rule(topic: Criteria, disclosure: Disclosure, wanted: list[Ask], empty: tuple[str, ...]) -> Rule:
    ids = tuple(ask.regime for ask in wanted)
    return Rule(
        id=f"missing-{topic.topic}",
        family="required",
        severity=min((_severity(ask, topic) for ask in wanted), key=SEVERITIES.index),
        confidence="medium",
        check=_check(topic, wanted, empty),
        doc=_page(topic, wanted),
        cites=tuple(dict.fromkeys(ask.cite for ask in wanted)),
        regimes=ids,
        origin=disclosure.origin,
    )


def _check(
    topic: Criteria, wanted: list[Ask], empty: tuple[str, ...]
) -> Callable[[Policy, Claims], Iterator[Finding]]:
    def check(policy: Policy, claims: Claims) -> Iterator[Finding]:
        asking = [ask for ask in wanted if ask.regime in claims.regimes and ask.binds(claims.today)]
        found = standing(topic, policy, claims, empty) if asking and not speaks(topic, policy) else None
        if found and found.status in (PARTLY, MISSING):
            yield _finding(topic, asking, found, policy)

    return check


def _says_nothing_is_collected(claims: Claims, topic: str) -> bool:
    said = claims.all("disclosure", topic=topic)
    return bool(said) and all(claim.denied for claim in said)


def _finding(topic: Criteria, asking: list[Ask], found: Standing, policy: Policy) -> Finding:
    articles = list(dict.fromkeys(ask.article for ask in asking))
    more = f" and {len(articles) - _CITED} more" if len(articles) > _CITED else ""
    says = "only touches on" if found.span else "says nothing about"
    return Finding(
        f"{says} {topic.title} ({', '.join(articles[:_CITED])}{more})",
        found.span or _where(topic, policy),
        help=_help(topic, asking),
        cites=tuple(dict.fromkeys(ask.cite for ask in asking)),
        regimes=tuple(ask.regime for ask in asking),
        severity=min((_severity(ask, topic) for ask in asking), key=SEVERITIES.index),
        topic=topic.topic,
    )


def _severity(ask: Ask, topic: Criteria) -> str:
    # a condition that the text cannot show is the reader's to judge; one that it does show makes the topic due
    if ask.when and not topic.triggered:
        return "info"
    if ask.when or not ask.verified:
        return max(ask.severity, "warning", key=SEVERITIES.index)
    return ask.severity


def _help(topic: Criteria, asking: Iterable[Ask]) -> str:
    asking = list(asking)
    conditions = dict.fromkeys(ask.when for ask in asking)
    way_out = topic.hint[:1].lower() + topic.hint[1:] if topic.hint[1:2].islower() else topic.hint
    if "" in conditions:
        return way_out
    return f"{way_out}; asked for {' or '.join(conditions)}"


def _where(topic: Criteria, policy: Policy) -> Span:
    for section in policy.sections:
        if section.heading is not None and fits(topic, section, policy):
            return section.heading.text.span(0, len(section.heading.text.plain))
    return policy.title


def _page(topic: Criteria, wanted: list[Ask]) -> str:
    laws = "\n".join(f"- {ask.cite}{f' ({ask.when})' if ask.when else ''}" for ask in wanted)
    return (
        f"The policy says nothing about {topic.title}.\n\n"
        f"Reported only for the laws a run checks against. The whole text is searched, headings and sentences, and a\n"
        f"heading with nothing under it or a bare link does not count. {topic.hint}.\n\nAsked for by:\n\n{laws}\n"
    )
