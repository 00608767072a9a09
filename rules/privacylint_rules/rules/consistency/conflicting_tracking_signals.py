"""
Do Not Track or Global Privacy Control answered in one place, and ignored in another.

California asks a site to say how it answers a browser's signal; under the CCPA the Global Privacy Control is an opt-out
that binds. Each signal is compared with itself only: ignoring Do Not Track and honouring the Global Privacy Control is
common and no clash, and what partners do with a signal is not what we do with it.

Source: Cal. Bus. & Prof. Code 22575(b)(5); 11 CCR 7025.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_DNT = "(do not track|dnt|do not track signals)"
_GPC = "(global privacy control|gpc|opt out preference signal~|universal opt out [mechanism~|signal~]|opt out preference~)"
_ANY = f"({_DNT}|{_GPC}|browser signal~|such signals|these signals|such requests|such a signal|this signal|signals)"
_ANSWER = "(respond~|honor~|honour~|recognise~|recognize~|support~|process~|act|obey~|comply|comply with|respect~|observe~|accept~|follow~|react~|interpret|take action|alter|change|monitor|answer~|treat~|detect~|heed~|respects|look for)"

_ACTS = {
    "answered": phrases(
        en=[
            f"(we|website~|site~|services|platform|app|systems|servers) ...6!(not|never|may|if|parties|partners|how|neither|nor|cannot|don't|doesn't|unable) {_ANSWER} ...10!(not|how|if) {_ANY}",
            f"{_ANY} ...10!(not|never|how) (is|are|will be|be) [also|always|fully] (honored|honoured|respected|recognised|recognized|supported|processed|obeyed|treated)",
            f"(if|when|where) ...14 {_ANY} ...14 (we|website|site|services) [(will|do|shall)] (not|stop|disable|never|refrain) ...3 (track|set|collect~|use|share|load|place)",
        ]
    ),
    "ignored": phrases(
        en=[
            f"(not|don't|doesn't|never|nor|cannot|unable) ...7!(track|parties|partners) {_ANSWER} ...10 {_ANY}",
            f"{_ANY} ...10 (not|never) [currently|yet|be] (honored|honoured|respected|recognised|recognized|supported|processed|obeyed)",
            f"(no|not) ...3 (action|actions|steps|measures|changes|response) ...3 (to|upon|on|from|receiving) ...4 {_ANY}",
            f"(ignore|ignores|disregard|disregards) ...6 {_ANY}",
            f"{_ANY} ...8 (not|no) ...3 (have|has) (any|no) (effect|influence)",
        ]
    ),
}
_SIGNALS = {
    "Do Not Track signals": phrases(en=[_DNT]),
    "Global Privacy Control signals": phrases(en=[_GPC]),
}
_OTHERS = phrases(
    en=[
        "(third party|third parties|advertiser~|partner~|ad network~|providers|other websites|other sites|google|facebook) ...8 (respond~|honor~|honour~|recognise|recognize|support|respect|obey)",
        "(how|whether|industry|standard (is|has)) ...12 (respond|honor|honour|recognise|recognize) !(to)",
        "(require~|law|obliged|disclose|know|learn) ...5 (how|whether) ...8 (respond|responds|honor|honour|react|process)",
    ]
)
_BOUND = phrases(en=["(some|certain|all of our|across all|unless|except|where required|as required|where applicable|may|might|legally required)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("Cal. Bus. & Prof. Code 22575(b)(5)",),
    good=[
        "We do not respond to Do Not Track signals.\n\nWe honor the Global Privacy Control.\n",
        "We honor Do Not Track signals.\n\nThird parties may not honor Do Not Track signals.\n",
        "California law asks us how we respond to Do Not Track signals.\n\nWe do not respond to Do Not Track signals.\n",
    ],
    bad=[
        Bad(
            "We honor Do Not Track signals.\n\n## California\n\nOur site does not currently respond to Do Not Track signals.\n",
            at="We honor Do Not Track signals",
            related=("not currently respond to Do Not Track signals",),
            message='Do Not Track signals are answered here, but ignored in "California" (line 5)',
        ),
    ],
)
def conflicting_tracking_signals(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Statements on one signal that answer and ignore it."""
    answered = [one for one in ordered(read(policy, {"answered": _ACTS["answered"]})) if _plain(policy, one)]
    ignored = [one for one in ordered(read(policy, {"ignored": _ACTS["ignored"]})) if _plain(policy, one)]
    for signal in _SIGNALS:
        pair = next(
            (
                sorted((one, other), key=lambda each: each.span)
                for one in answered
                for other in ignored
                if _about(policy, one.sentence) == _about(policy, other.sentence) == signal and apart(one, other) and same_frame(one, other)
            ),
            None,
        )
        if pair:
            yield _finding(policy, signal, *pair)


def _plain(policy: Policy, one: Statement) -> bool:
    return not says(policy, _OTHERS, one.sentence) and not says(policy, _BOUND, one.sentence)


def _about(policy: Policy, sentence: Sentence) -> str | None:
    """The one signal a sentence speaks of: its own, else that of the sentence before, else that of its heading."""
    number = sentence.number
    heading = sentence.section.heading
    around = [sentence, *([policy.sentences[number - 1]] if number else []), *(policy.sentences_of(heading) if heading else ())]
    for one in around:
        named = [signal for signal, wanted in _SIGNALS.items() if scope.found(policy, wanted, one)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _finding(policy: Policy, signal: str, first: Statement, second: Statement) -> Finding:
    return Finding(
        f"{signal} are {first.kind} here, but {second.kind} {elsewhere(policy, second)}",
        first.span,
        related=(Related(second.span, f"here they are {second.kind}"),),
        help="say in one place what your site does when a browser sends the signal",
        topic=signal,
    )
