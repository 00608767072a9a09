"""Disclosures that promises often forget: by law, with the business, to a named provider that holds the data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Policy, Section, Sentence, Span

from privacylint_rules import scope
from privacylint_rules.ontology import Mention, named_services
from privacylint_rules.rules.consistency._limits import ALL_DATA, GIVE, GIVEN
from privacylint_rules.words import phrases

_OFFICIAL = "(law enforcement|court~|authorities|authority|government~|governmental|police|regulator~|subpoena~|legal process~|legally (required|obliged|compelled|bound)|(required|compelled|obliged|permitted|requires|ordered) by [the|applicable|any] law|legal obligation~|comply with [the|any|a|our|applicable] (law~|legal|court|subpoena~|regulation~)|court order~|warrant~|lawful request~|lawful order~|judicial|(law|laws|statute~) ...1 (requires|require|demands|demand|obliges|compels|orders)|public bodies|(enforce|protect|defend|safeguard) ...5!(your|from|data|information) (rights|property|safety|terms|agreement~|legal))"
_SOLD = "(merger~|acquisition~|acquired by|(is|are|be|gets|were) acquired|bankruptcy|bankrupt|insolvent|liquidat*|taken over|wound up|insolvency|(we|company|business|owner~) [ever] (is|are|sell|sells|were) [(sold|our|the)]  ...1 (business|company|sold)|reorganization|reorganisation|restructuring|divestiture|change (of|in) (control|ownership)|ownership ...6 changes|(sale|transfer|sell|sold|transferred|purchase) ...8 (assets|business|company|shares|stock)|new owner~|successor~|acquirer~|buyer~|joint venture)"
_DATA = f"({ALL_DATA}|information|data)"
_MAY = "(may|might|will|can|could|must|shall|(reserve|reserves) the right to|required to|have to|obliged to|need to)"
_CASES = {
    "law": phrases(
        en=[
            f"{_MAY} ...5!(not|never|only|you) {GIVE} ...8!(not|never|aggregat*|anonym*) {_DATA} ...24!(not|never) {_OFFICIAL}",
            f"{_DATA} ...6!(not|never|no) {_MAY} ...2!(not|never|only) be ...3 {GIVEN} ...14 {_OFFICIAL}",
            f"{_OFFICIAL} ...14!(not|never|no|only) {_MAY} ...3!(not|never|only) {GIVE} ...4 {_DATA}",
            f"(we|i) ...2!(not|never|only) {GIVE} ...3!(not) {_DATA} ...10!(not|only|if) {_OFFICIAL}",
            f"legally (required|obliged|compelled) to {GIVE} ...6!(not) {_DATA}",
            f"^ [the|public|competent|tax|our] [law enforcement] (authorities|agencies|courts|police|regulators|public bodies) [(may|might|can|will)] [also] (receive|obtain|get|be given) ...2!(not|never|no) {_DATA}",
            f"(cooperate|co operate|comply) with ...4 (law enforcement|authorities|police|government|court~) ...8!(not|never) {GIVE} ...4!(not) {_DATA}",
        ]
    ),
    "merger": phrases(
        en=[
            f"(merge|merges|combine our business) with ...20!(not|never|aggregat*|anonym*) {_DATA} ...8!(not|never) ({GIVEN}|assigned|acquired)",
            f"{_SOLD} ...24!(not|never|aggregat*|anonym*) {_DATA} ...8!(not|never) ({GIVEN}|among|one of|part of|assigned|acquired)",
            f"{_DATA} ...2!(not|never) {_MAY} ...2!(not|never|only) (pass|go|be passed|be handed|belong) [on] to ...4!(not) (purchaser|buyer|acquirer|successor|new owner)",
            "(third parties|parties|companies|buyers) (involved|participating) in [a|an|any] (corporate|business|merger) transaction~",
            f"{_DATA} ...22!(not|never) ({GIVEN}|assigned) ...16!(not) {_SOLD}",
            f"(we|i) {_MAY} ...5!(not|never|only) ({GIVE}|assign) ...14!(not|never|aggregat*|anonym*) {_SOLD}",
        ]
    ),
    "advisers": phrases(
        en=[
            f"(lawyers|attorneys|legal counsel|auditors|accountants|bookkeeper~|tax advisers|tax advisors|professional (advisers|advisors)|legal (advisers|advisors)) ...4!(not|never|no) (receive|get|see|obtain|have access to|has access to) ...3!(not|no) {_DATA}",
        ]
    ),
}
_NO_CASE = phrases(en=["(consent|permission|opt in|aggregate*|anonymi*|non personal|your request|unless|only)", "(you|they|provider~|processor~|partner~) (may|can|will|must|should) ...2 {share}"])
_WITH_PROVIDER = phrases(
    en=[
        "(hosted|stored|run|operated|handled|processed|kept|saved|backed up|managed|maintained|held) ...3!(not|never) (by|on|with|using|through|via|at|in)",
        "(store|stores|storing|host|hosts|manage|manages|keep|keeps|hold|holds|process|processes|back up) ...4!(not|never|cookie~|you) (data|information|list~|email~|addresses|messages|submissions|records|members|subscribers)",
        "(newsletter|mailing list|email|e mail|hosting|database|storage|form) (provider|host|service)",
        "(newsletter~|email~|e mails|mails|mailings) ...4!(not|you|your) (sent|delivered|sent out|managed|operated|run|handled|hosted|dispatched) ...2 (with|by|via|through|using|from)",
        "we ...2!(not) (use|send|run|manage|deliver) ...3 (newsletter~|mailing list|mailings) ...3!(not|you) (with|via|through|using|on)",
    ]
)
"""How a policy says that a named company holds or handles its data."""
_NOT_HELD = phrases(en=["(not|never|no|cookie~|payment~|card~|you (can|may)|if you|your own|consent|log in with|sign in with|third party websites|link~|social media|independent*|policy)"])
_SHOWN = {"law": "by law", "merger": "with the business", "advisers": "to professional advisers"}


class Case(NamedTuple):
    """A disclosure: `kind` is law, merger, helpers or others, `shown` says how a message calls it."""

    kind: str
    shown: str
    span: Span
    sentence: Sentence

    @property
    def section(self) -> Section | None:
        """The section it stands in."""
        return self.sentence.section


def forced(policy: Policy) -> Iterator[Case]:
    """Each sentence that discloses data by law or with the business."""
    for kind, wanted in _CASES.items():
        last: Sentence | None = None
        for match in policy.find(wanted):
            sentence = match.sentence
            if sentence is last or sentence.block.kind == "heading" or sentence.text.rstrip().endswith("?") or scope.found(policy, _NO_CASE, sentence):
                continue
            last = sentence
            yield Case(kind, _SHOWN[kind], match.span, sentence)


_PAGES = frozenset(("github pages", "gitlab pages", "cloudflare pages", "netlify", "vercel", "wordpress.com", "squarespace", "wix", "webflow"))
"""Those that keep the pages of a site, not the data of its members."""
_LONGEST_PAGES = max(map(len, _PAGES))


def _only_pages(policy: Policy, service: Mention) -> bool:
    start = policy.words.span(service.first, service.after).start
    return policy.source.text[start : start + _LONGEST_PAGES].lower().startswith(tuple(_PAGES))


def providers(policy: Policy) -> Iterator[Case]:
    """Sentences by which a named company holds or handles data."""
    last: Sentence | None = None
    for service in named_services(policy):
        sentence = policy.words.sentence_at(service.first)
        if sentence is last or service.id == "payment-processor" or _only_pages(policy, service) or not scope.is_statement(policy, sentence, examples=True):
            continue
        if scope.found(policy, _WITH_PROVIDER, sentence) and not scope.found(policy, _NOT_HELD, sentence):
            last = sentence
            span = policy.words.span(service.first, service.after)
            yield Case("helpers", f"to {policy.source.text[span.start : span.end]}", span, sentence)
