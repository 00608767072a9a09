"""
Analytics said to take place only with consent, and resting on legitimate interests elsewhere.

Consent can be refused and taken back, a legitimate interest can only be objected to: whoever reads "only with your
consent" and is then analysed on the other basis was told something untrue. Where a text says "with your consent" without
"only", or binds the promise to a region or to what the law requires, both may hold. Security and figures that name
nobody are left aside.

Source: Articles 6(1)(a), 6(1)(f) and 13(1)(c) GDPR; EDPB Guidelines 05/2020, paragraphs 121 to 123 (no swapping of bases).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from privacylint.api import Bad, Claims, Finding, Match, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, same_frame
from privacylint_rules.words import phrases

_MOST_SHOWN = 3

# --- words -----------------------------------------------------------------------------------------------------------

_ANALYTICS = "([web|usage|product|website|app|site] analytics|tracking technolog*|[usage|visitor] statistics|tracking tools|tracking cookies|analysis of usage|web analysis|usage analysis|usage tracking)"
_CONSENT = (
    "(with|after|on the basis of|based on|upon|subject to|where|if|when|once|by) ...4!(law|required) (consent|consented|permission|opt in|opted in|agreed|opt|approval|agree|accepted)"
)
_ONLY = "(only|solely|exclusively|strictly)"
_PROMISE = phrases(
    en=[
        f"{_ANALYTICS} ...8!(not|never|marketing) {_ONLY} {_CONSENT}",
        f"{_ONLY} ...3!(not) (use|uses|run|load|set|employ|collect|perform|carry out|activate|enable) ...3 {_ANALYTICS} ...5!(and|or) {_CONSENT}",
        f"(use|uses|run|load|set|employ|collect|perform|carry out) ...6!(not|never) {_ANALYTICS} ...10!(not|never) {_ONLY} {_CONSENT}",
        f"(no|not|never) ...4 {_ANALYTICS} ...8 without ...3 (consent|permission|agreement|opting in)",
        f"{_ONLY} (measure|analyse|analyze|track) ...3!(not) how ...8 {_CONSENT}",
    ]
)
_HELD_OPEN = phrases(
    en=[
        "(legitimate interest~|required by law|law requires|applicable law|where required|if required|required by|in some|certain (countries|jurisdictions)|in principle|generally|other than)",
        "(in|within|for) [the] <place>",
        "(third party analytics|google analytics|facebook|meta pixel|hotjar)",
    ]
)
_INTEREST = "(legitimate [business|commercial] interest~|6 1 f|6 1 lit f|article 6 1 f)"
_USAGE = "(use of|usage|visit~|interact~|behaviour|behavior|how [you|people|visitors|users|players|customers|our] ...4 (used|use|interact))"
_ANALYSE = f"(analytics|web analysis|usage statistics|analysis of ...3 usage|(analyse|analyze|analysing|analyzing|measure|measuring|evaluate|evaluating|track|tracking) ...4!(not|aggregate*|anonym*|logs) {_USAGE})"
_RESTS = phrases(
    en=[
        f"{_INTEREST} ...24!(not|never|object|secur*|fraud|attacks) {_ANALYSE}",
        f"{_ANALYSE} ...24!(not|never|object|consent|secur*|fraud) {_INTEREST}",
    ]
)
_INTEREST_HEAD = phrases(en=[f"{_INTEREST}"])
_ITEM = phrases(en=[f"^ ...6!(not|never|consent|security) {_ANALYSE}", f"^ ...2 {_ANALYTICS}"])
_OPT_OUT = phrases(en=["opt out (of|from) ...4!(marketing|ads|advertising|sale|google) (analytics|(gameplay|usage|analytics|telemetry|statistics) (data|information)|usage statistics|telemetry)"])
_NO_BREACH = phrases(en=["(anonym*|aggregate*|de identified|consent|object|opt out|right to|security|attacks|fraud)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(1)(c)",),
    good=[
        "We use analytics only with your consent.\n\n## Legal bases\n\nWe rely on our legitimate interests to keep the site secure.\n",
        "We use analytics with your consent.\n\n## Legal bases\n\nBased on our legitimate interests we analyse usage of the site.\n",
    ],
    bad=[
        Bad(
            "We use analytics only with your consent.\n\n## Legal bases\n\nBased on our legitimate interests, we analyse usage of the site.\n",
            at="use analytics only with your consent",
            related=("legitimate interests, we analyse usage",),
            message='analytics takes place only with consent here, but on legitimate interests in "Legal bases" (line 5)',
        ),
        Bad(
            "No analytics tools are loaded without your consent.\n\n## Analytics\n\nThe legal basis for web analytics is our legitimate interest.\n",
            at="No analytics tools are loaded without your consent",
            related=("analytics is our legitimate interest",),
        ),
    ],
)
def analytics_without_consent(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise of analytics with consent only, with what rests on legitimate interests."""
    promises = ordered(_promises(policy))
    if not promises:
        return
    rests = ordered(_resting(policy))
    for promise in promises:
        broken = [one for one in rests if apart(promise, one) and same_frame(promise, one)]
        if broken:
            yield _finding(policy, promise, broken, policy.find(_OPT_OUT))
            return


def _promises(policy: Policy) -> Iterator[Statement]:
    last: Sentence | None = None
    for match in policy.find(_PROMISE):
        if match.sentence is last or match.sentence.text.rstrip().endswith("?") or scope.found(policy, _HELD_OPEN, match.sentence):
            continue
        last = match.sentence
        yield Statement("consent", match, scope.scope_of(policy, match.sentence, match))


def _resting(policy: Policy) -> Iterator[Statement]:
    """Sentences, items under an introduction and rows of a table that rest analytics on legitimate interests."""
    seen: set[int] = set()
    for match in policy.find(_RESTS):
        if match.sentence.number in seen or not scope.is_statement(policy, match.sentence) or scope.denied(policy, match) or scope.found(policy, _NO_BREACH, match.sentence):
            continue
        seen.add(match.sentence.number)
        yield Statement("interest", match, scope.scope_of(policy, match.sentence, match))
    for match in policy.find(_ITEM):
        block = match.sentence.block
        if match.sentence.number not in seen and block.kind in ("item", "cell") and not scope.found(policy, _NO_BREACH, match.sentence) and _under_interest(policy, match.sentence):
            yield Statement("interest", match, scope.scope_of(policy, match.sentence, match))


def _under_interest(policy: Policy, sentence: Sentence) -> bool:
    """Whether what introduces an item, or another cell of its row, names legitimate interests and no consent."""
    block = sentence.block
    if block.kind == "item":
        beside = policy.sentences_of(block.intro)[-1:] if block.intro else ()
    else:
        row = (other for other in policy.blocks[block.number + 1 : block.number + _COLUMNS] if other.group == block.group and other.row_head is block.text)
        beside = tuple(one for other in row for one in policy.sentences_of(other))
    named = any(scope.found(policy, _INTEREST_HEAD, one) for one in beside)
    return named and not any(scope.found(policy, _NO_BREACH, one) for one in beside)


_COLUMNS = 8
"""How many cells of a row are looked at."""


def _finding(policy: Policy, promise: Statement, broken: list[Statement], leaving: Sequence[Match]) -> Finding:
    shown = [Related(one.span, "rests it on legitimate interests") for one in broken[:_MOST_SHOWN]]
    offered = [Related(match.span, "offers a way out where consent would come first") for match in leaving[:1] if match.sentence.block is not promise.sentence.block]
    return Finding(
        f"analytics takes place only with consent here, but on legitimate interests {elsewhere(policy, broken[0])}",
        promise.span,
        related=(*shown, *offered),
        help="choose one basis for each kind of analytics, and say which",
    )
