"""
Do Not Track or Global Privacy Control answered in one place, and ignored in another.

California asks a site to say how it answers a browser's signal; under the CCPA the Global Privacy Control is an opt-out
that binds. Each signal is compared with itself only: ignoring Do Not Track and honouring the Global Privacy Control is
common and no clash, and what partners do with a signal is not what we do with it.

Source: Cal. Bus. & Prof. Code 22575(b)(5); 11 CCR 7025.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Phrases, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.answers import answered
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_DNT = "(do not track|dnt|do not track signals)"
_GPC = "(global privacy control|gpc|opt out preference signal~|universal opt out [mechanism~|signal~]|opt out preference~)"
_ANY = f"({_DNT}|{_GPC}|browser signal~|such signals|these signals|such requests|such a signal|this signal|signals)"
_ANSWER = "(respond~|honor~|honour~|recognise~|recognize~|support~|process~|act|obey~|comply|comply with|respect~|observe~|accept~|follow~|react~|interpret|take action|alter|change|monitor|answer~|treat~|detect~|heed~|respects|look for|adhere to|adheres to|abide by|abides by|opt you out|take (into account|account of))"
_UNHEEDED = "(no (effect|influence|impact|difference|attention|action|steps|measures|changes|change|response)|not ...3 (any|differently|change|changes))"

_ACTS = {
    "answered": phrases(
        en=[
            f"(we|website~|site~|services|platform|app|systems|servers) ...6!(not|never|may|if|parties|partners|how|neither|nor|cannot|don't|doesn't|unable) {_ANSWER} ...10!(not|how|if) {_ANY}",
            f"{_ANY} ...10!(not|never|how) (is|are|will be|be) [also|always|fully] (honored|honoured|respected|recognised|recognized|supported|processed|obeyed|treated)",
            f"(we|our ...2) [(will|do|shall)] (take|takes) ...3!(not|no|never) {_ANY[:-1]}|request~) ...3 into account",
            f"{_ANY} ...5!(not|never|how|no) (is|are|will be|be) [also|always|fully] (observed|followed|accepted|heeded|acted on|acted upon|taken into account)",
            f"^ ...3!(not|never|may|might|if|third|parties|partners|advertisers|they|google|facebook|how|some|many|most|browser~|providers|law|websites|sites|companies|whether|you|can|could|when|neither|no) [(will|always|also|fully|does|do)] {_ANSWER} ...6!(not|how|if|that|which|whether) {_ANY}",
            f"^ ...3!(not|never|may|if|third|parties|partners|advertisers|how|some|many|most|providers|we) (take|takes) ...3!(not|no) {_ANY} ...2 into account",
            f"^ {_DNT} [signals] (yes|supported|respected|honored|honoured|observed|recognised|recognized) $",
            f"{_ANY} ...4!(not|never|how|no|if) (is|are|will be|be) [also|always|fully] (obeyed|complied with|adhered to)",
            f"(analytics|tracking|scripts|servers|counter~) ...4!(not|never|may|no) {_ANSWER} ...4!(not|no) {_ANY}",
            f"(if|when|where) ...14 {_ANY} ...14 (we|website|site|services) [(will|do|shall)] (not|stop|disable|never|refrain) ...3 (track|set|collect~|use|share|load|place)",
        ]
    ),
    "ignored": phrases(
        en=[
            f"(not|don't|doesn't|never|nor|cannot|unable) ...7!(track|parties|partners) {_ANSWER} ...10 {_ANY}",
            f"(do|does|did|done) [(currently|absolutely|at present)] nothing ...3!(third|parties|partners) (with|about|in response to|on receiving|on|when|in reaction to) ...6!(third|parties|partners) {_ANY}",
            f"(not|never|don't|doesn't|cannot) ...3!(third|parties|partners) (equipped|configured|set up|designed|built|programmed) ...4 to ...3 {_ANSWER[:-1]}|read|notice|listen) ...8 {_ANY}",
            f"(not|never) ...2 (set up|configured|equipped|designed) ...3 (site|website|app|servers|systems) ...4 (to|for) ...6 {_ANY}",
            f"(take|takes|pay|pays|give|gives) no (notice|heed|attention|account) (of|to) ...3 {_ANY}",
            f"{_ANY} ...3!(if|when|how) (not supported|unsupported|ignored|no) $",
            f"{_ANY} ...8!(if|when|how|whether|third|parties) (changes|change|alters|alter|does|do|means|mean) nothing",
            f"(stay|stays|remain|remains|is|are) ...1 (the same|unchanged|unaffected) ...8!(third|parties) {_ANY}",
            f"(regardless|irrespective) of ...6!(third|law|where) {_ANY}",
            f"(decided|chosen|elected|opted) ...2 (not to|to ignore|to disregard) ...5!(third) {_ANY}",
            f"{_ANY} ...10 (not|never) [currently|yet|be] (complied with|obeyed|observed|followed|heeded|acted on|acted upon|recognised|recognized|taken into account)",
            f"{_ANY} ...10 (not|never) [currently|yet|be] (honored|honoured|respected|recognised|recognized|supported|processed|obeyed)",
            f"(no|not) ...3 (action|actions|steps|measures|changes|response) ...3 (to|upon|on|from|receiving) ...4 {_ANY}",
            f"(ignore|ignores|disregard|disregards) ...6 {_ANY}",
            f"{_ANY} ...6!(if|when|how|whether|parties|you) (we|our site|our website|our service~|this site|our systems|our servers) ...2 (ignore~|disregard~|do not (respond|react|honor|honour|follow|act)) [to] (it|them|this|that|such requests)",
            f"{_ANY} ...8 (not|no) ...3 (have|has) (any|no) (effect|influence)",
            f"{_ANY} ...12!(if|how|whether|third|parties) (have|has|makes|make|changes|change) (no (effect|influence|impact|difference)|nothing)",
            f"(pay|pays) no (attention|heed) to ...4 {_ANY}",
            f"{_ANY} (is|are|gets|get) ...2 (ignored|disregarded|not (supported|honored|honoured))",
            f"(no|not) ...4!(law|rights|how) (action|actions|steps|measures|changes|change|response) ...14!(third|parties|partners) (when|if|where|after) ...10 {_ANY}",
        ]
    ),
}
_REPLIED = phrases(en=["(not|never|don't|doesn't|cannot) [(currently|yet)] (respond to|react to|honor|honour|recognise|recognize|support|follow|act on|heed|process|obey) (it|them|this|this signal|that|such signals|these signals|this setting)", "(do|does) [(currently|absolutely)] nothing in (response|reaction) [to (it|them|this|this signal|that|such signals|these signals)] $", "(do|does) [(currently|absolutely)] nothing in (response|reaction) to (it|them|this|this signal|that|such signals|these signals)"])
"""What is not done about a signal named before."""
_ASKED_NO = phrases(en=[f"(do|does|will|would) (you|we|i|the site|the website|our site|this site|the app) ...3 {_ANSWER} ...4 {_ANY}", f"(is|are) ...2 {_ANY} ...2 (honored|honoured|respected|supported|followed|observed|recognised|recognized)", f"(what happens|what do you do|what do we do) ...6 {_ANY}"])
_ASKED_YES = phrases(en=[f"(do|does|will|would) (you|we|i|the site|the website|our site|this site|the app) ...3 {_ANSWER} ...4 {_ANY}", f"(is|are) ...2 {_ANY} ...2 (honored|honoured|respected|supported|followed|observed|recognised|recognized)"])
"""Questions about a signal; "what happens" is answered by "nothing" only."""
_STOP = "(switched off|turned off|disabled|stopped|suspended|not (set|placed|loaded|tracked|collected|recorded)|deactivated)"
_HEEDED = phrases(
    en=[
        f"(if|when|where|once|as soon as|whenever) ...14!(not|no|how) {_ANY} ...14!(law|third|parties) (analytics|tracking|cookies|scripts|advertising|ads|data) (is|are|will be|gets) ...1 {_STOP}",
        f"(if|when|where|once|as soon as|whenever) ...14!(not|no|how) {_ANY} ...8!(law|third|parties|may) (we|our site|our website) [(will|shall|automatically|also)] (treat it|treat this|treat that|opt you out|consider it|regard it|apply it|process it|stop|disable|switch off|turn off|suspend|refrain)",
        f"(we|our site|our website|our ...2) [(will|shall|do)] (not track|stop tracking|disable|stop collecting|switch off|turn off|suspend|opt you out|stop) ...8!(third|parties) (if|when|where|once|whenever) ...10!(not|no) {_ANY}",
        f"(analytics|tracking|cookies|scripts) (is|are|will be) {_STOP} ...4 (for|if|when|where|in) ...10!(not|no) {_ANY}",
        f"(visitors|users|people|browsers|those|anyone|customers) (with|who|that|which|whose) ...8!(not|no) {_ANY} ...4 (are|is|will be) not (tracked|followed|counted|recorded)",
        f"{_ANY} ...6!(not|no|if) (which|that|and) we [will|also|shall] [also] (honor|honour|respect|comply with|recognise|recognize|obey|process|follow)",
        "(we|our site) [(will|shall)] comply with it $",
        f"(if|when|where|once|as soon as|whenever) ...14!(not|no|how) {_ANY} ...8!(law|third|parties|may) (we|i|our site|our website|this site) [(will|shall|automatically|also|then)] (load|set|use|run|store|collect|place|keep) (no|neither) ...3 (tracker~|cookies|analytics|scripts|statistics|data|logs)",
        f"(turn on|switch on|enable|activate|set) ...5!(not|no|how|third) {_ANY} ...6!(not|third) and (we|our site|our website) [(will|shall)] (not|stop|no longer|never|refrain) ...3 (track|tracking|record|collect~|profile)",
        f"(we|our site|our website|i) ...1 (respect|honor|honour|obey|observe) ...4!(not|no|how|if) {_ANY} ...2 and ...1 (turn off|switch off|disable|stop)",
    ]
)
"""What the site does when the signal comes: read even where the sentence is a condition, or tells readers of their choice."""
_SIGNALS = {
    "Do Not Track signals": phrases(en=[_DNT]),
    "Global Privacy Control signals": phrases(en=[_GPC]),
}
_OTHERS = phrases(
    en=[
        "(third party|third parties|advertiser~|partner~|ad network~|providers|other websites|other sites|other services|google|facebook) ...8 (respond~|honor~|honour~|recognise|recognize|support|respect|obey|ignore~|disregard~|follow|observe|treat|act|process|react)",
        "(many|most|some|other|few|various) ...2 (website~|site~|companies|services|browser~|apps|providers|operators) ...8 (respond~|honor~|honour~|recognise|recognize|support|respect|obey|ignore~|disregard~|follow|observe|treat|act|process|react)",
        "(how|whether|industry|standard (is|has)) ...12 (respond|honor|honour|recognise|recognize) !(to)",
        "(require~|law|obliged|disclose|know|learn) ...5 (how|whether) ...8 (respond|responds|honor|honour|react|process)",
    ]
)
_BOUND = phrases(en=["(we|site|website|services|systems) ...2 (may|might)", "(some|certain|all of our|across all|unless|except|where required|as required|where applicable|legally required|where ...3 (law|require~)|as the law|adopted|in the future|outside)", "(if|once|when|should) ...6 standard"])

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
    said = (*read(policy, {"answered": _ACTS["answered"]}), *_heeded(policy), *_answers(policy, "answered", _ASKED_YES))
    answered = [one for one in ordered(iter(said)) if _plain(policy, one)]
    unheeded = (*read(policy, {"ignored": _ACTS["ignored"]}), *read(policy, {"ignored": _REPLIED}), *_answers(policy, "ignored", _ASKED_NO))
    ignored = [one for one in ordered(iter(unheeded)) if _plain(policy, one)]
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


def _heeded(policy: Policy) -> Iterator[Statement]:
    for match in policy.find(_HEEDED):
        if not match.sentence.text.rstrip().endswith("?") and match.sentence.block.kind != "code":
            yield Statement("answered", match, scope.scope_of(policy, match.sentence, match))


def _answers(policy: Policy, kind: str, wanted: Phrases) -> Iterator[Statement]:
    """Questions about a signal that are answered with yes or no."""
    for match in answered(policy, wanted, denied=kind == "ignored"):
        yield Statement(kind, match, scope.scope_of(policy, match.sentence))


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
