"""
Card or bank data that is said not to be collected or stored, and is elsewhere.

Whether a company holds card numbers decides what a breach would cost its customers and which security standard binds it
(PCI DSS). Compared are the same two actions, collecting and storing, by the company itself: what a payment processor
stores is no clash, nor is a promise about whole numbers ("we never see your full card number") or about some data only.
A promise about card data says nothing of payment data at large; one about financial data covers cards and accounts.

Source: Article 5(1)(a) GDPR; Article 13(1)(e) GDPR; Andow et al., "PolicyLint", USENIX Security 2019.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Match, Phrases, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import MOST, Statement, apart, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_INFO = "(data|information|details|info|credentials)"
_NUMBERS = "(number|numbers|data|information|details|info|credentials)"
_DATA = {
    "card data": phrases(
        en=[
            f"[payment|bank] (credit card|debit card|payment card|bank card|credit or debit card|credit and debit card|credit cards|debit cards|charge card) [or debit card|and debit card|or debit] [account] [{_NUMBERS}]",
            f"(card|cardholder) {_NUMBERS}",
        ]
    ),
    "bank account data": phrases(en=[f"(bank account|bank|banking|account and routing|iban) {_NUMBERS}", "bank account~"]),
    "payment data": phrases(en=[f"(payment|payments) [method|account|instrument] {_INFO}", f"payment related {_INFO}"]),
    "financial data": phrases(en=[f"financial [account|payment] {_INFO}"]),
    "billing data": phrases(en=[f"billing {_INFO}"]),
}
"""The kinds of data, from the one that is most narrow."""
_COVERS = {
    "card data": frozenset(("card data",)),
    "bank account data": frozenset(("bank account data",)),
    "payment data": frozenset(("card data", "bank account data", "payment data")),
    "financial data": frozenset(("card data", "bank account data", "payment data", "financial data")),
    "billing data": frozenset(("billing data",)),
}
"""Which kinds a promise about one of them covers."""

_ACTS = {
    "collect": phrases(en=["(collect~|gather~|obtain~|receive~|request~|ask~ for|record~|collection)"]),
    "store": phrases(en=["(store|stores|stored|storing|retain~|keep|keeps|kept|keeping|save|saves|saved|saving|hold|holds|held|log|logged|storage)"]),
}
_ANY_ACT = phrases(en=["(collect~|gather~|obtain~|receive~|record~|store|stores|stored|storing|retain~|keep|keeps|kept|save|saves|saved|hold|holds|held)"])
_PART = phrases(
    en=[
        "(certain|entire|full|complete|some|directly|itself|raw|other|unencrypted|plain|sensitive|beyond|ordinary|further|permanently|longer|last (four|4) [digits])",
        "(except|unless|other than|only if|apart from|without your|until|if|when you do not)",
        "(share|sell|disclose|rent|pass|send|transmit) ...14 (card|payment|financial|bank)",
    ]
)
"""What binds a promise not to collect or store."""
_NOT_OURS = phrases(
    en=[
        "(processor~|gateway~|braintree|stripe|paypal|adyen|paddle|shopify|square|klarna|apple|google|recurly|chargebee|worldpay|razorpay|mollie|worldpay)",
        "(payment|third party|service|billing|financial) (provider~|partner~|vendor~|service~|platform~|compan*|institution~)",
        "(third party|third parties|on our behalf|last (four|4)|token~|tokenised|tokenized|masked|truncated|expiration|expiry)",
        "(optional|choose not|not required|never|no|not)",
    ]
)
"""What makes a passage on collecting no word about whole data held by the company."""
_PURCHASER = phrases(en=["(refund~|employee~|payroll|vendor~|supplier~|seller~|affiliate~|payout~|reimburs*|job|applicant~|creator~|donor~|host~|driver~|merchant~)"])
_GOES_ON = frozenset(["this", "these", "such", "it", "they", "that", "the"])
_INCLUDES = phrases(en=["(include~|such as|like|consist~|contain~|e g|namely)"])

# --- code ------------------------------------------------------------------------------------------------------------


class _Said(NamedTuple):
    """A statement with what it does to which kind of data."""

    statement: Statement
    acts: frozenset[str]
    kind: str


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "We do not store card numbers.\n\nWe collect your card number and hand it on to the bank.\n",
        "We do not collect payment data.\n\nOur payment provider may collect and store your card number.\n",
        "We never see your full card number.\n\nWe keep the card details you enter.\n",
        "We do not collect card details.\n\nWe collect your billing details.\n",
        "We do not collect payment data when you use the small garden.\n\nIn the large garden we collect payment data.\n",
    ],
    bad=[
        Bad(
            "We do not store any financial data.\n\n## Orders\n\nWe may collect and store your name and credit card number.\n",
            at="not store any financial data",
            related=("collect and store your name and credit card number",),
            message='financial data is not stored here, but card data is stored in "Orders" (line 5)',
        ),
        Bad(
            "We never collect payment information.\n\n## Orders\n\nWe collect:\n\n- your name\n- card details\n",
            at="never collect payment information",
            related=("card details",),
        ),
    ],
)
def conflicting_payment_data(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Denials of collecting or storing, each with the passages that say it is done."""
    denials = list(_denials(policy))[:MOST]
    if not denials:
        return
    own = _company(claims)
    done = list(_done(policy, own))[:MOST]
    shown: set[Sentence] = set()
    for denial in denials:
        found = [one for one in done if one.statement.sentence not in shown and _clash(denial, one)]
        broken = list({one.statement.sentence.number: one for one in reversed(found)}.values())[::-1]
        if broken and denial.statement.sentence not in shown:
            shown |= {denial.statement.sentence, *(one.statement.sentence for one in broken)}
            yield _finding(policy, denial, broken)


def _denials(policy: Policy) -> Iterator[_Said]:
    for match, kind in _mentions(policy):
        sentence = match.sentence
        acts = _acts(policy, match, denied=True)
        bounded = says(policy, _PART, sentence) or _theirs_before(policy, match) or _when_only(policy, match)
        if acts and not bounded:
            yield _Said(_statement(policy, kind, match, acts), frozenset(act for act, _ in acts), kind)


def _done(policy: Policy, own: frozenset[str]) -> Iterator[_Said]:
    for match, kind in _mentions(policy):
        sentence = match.sentence
        if says(policy, _NOT_OURS, sentence) or says(policy, _PURCHASER, sentence) or scope.denied(policy, match):
            continue
        acts = _acts(policy, match, denied=False)
        if acts:
            if any(_ours(policy, act, own) for _, act in acts):
                yield _Said(_statement(policy, kind, match, acts), frozenset(act for act, _ in acts), kind)
            continue
        lead = _lead(policy, match)
        if lead and not says(policy, _NOT_OURS, lead[0].sentence) and all(_ours(policy, one, own) for one in lead):
            names = frozenset(name for one in lead for name, wanted in _ACTS.items() if _within(policy, wanted, one))
            yield _Said(Statement(kind, match, scope.scope_of(policy, sentence, match)), names, kind)


def _mentions(policy: Policy) -> Iterator[tuple[Match, str]]:
    for kind, wanted in _DATA.items():
        for match in policy.find(wanted):
            if match.sentence.block.kind != "code" and scope.is_statement(policy, match.sentence, examples=True):
                yield match, kind


def _acts(policy: Policy, match: Match, *, denied: bool) -> list[tuple[str, Match]]:
    """What is (or is not) done to the data in its own clause, before it or after it."""
    low, high = scope.clause(policy, match)
    acts = []
    for name, wanted in _ACTS.items():
        for act in scope.found(policy, wanted, match.sentence):
            near = low <= act.words[0] < match.words[0] and match.words[0] - act.words[1] <= (12 if denied else 40)
            after = match.words[1] <= act.words[0] < high and act.words[0] - match.words[1] <= 6 and _is_done(policy, act)
            if (near or after) and scope.denied(policy, act) == denied:
                acts.append((name, act))
    return acts


def _when_only(policy: Policy, match: Match) -> bool:
    """Whether a denial holds only under a condition: "when you use the free plan"."""
    condition = (scope.scope_of(policy, match.sentence, match).condition or "").lower()
    return any(part.startswith(("when ", "where ", "while ", "if ", "as long as ")) for part in condition.split("; "))


def _is_done(policy: Policy, act: Match) -> bool:
    return bool({"is", "are", "be", "been"} & {*policy.words.forms[max(0, act.words[0] - 5) : act.words[0]]})


def _statement(policy: Policy, kind: str, match: Match, acts: list[tuple[str, Match]]) -> Statement:
    """The passage from the verb (with its "not") to the data."""
    first = min(match.words[0], *(act.words[0] for _, act in acts))
    after = max(match.words[1], *(act.words[1] for _, act in acts))
    if policy.words.forms[first - 1] in ("not", "never", "don't"):
        first -= 1
    whole = match._replace(span=policy.words.span(first, after), words=(first, after))
    return Statement(kind, whole, scope.scope_of(policy, match.sentence, match))


def _lead(policy: Policy, match: Match) -> list[Match]:
    """The verbs that hold for a list item, or for a sentence that goes on with what the data includes."""
    sentence = match.sentence
    first, after = policy.words.range_of(sentence)
    if sentence.block.intro and match.words[0] - first <= 12:
        leads = policy.sentences_of(sentence.block.intro)[-1:]
        return _affirmed(policy, leads[0]) if leads else []
    if sentence.number and after > first and policy.words.forms[first] in _GOES_ON and says(policy, _INCLUDES, sentence):
        before = policy.sentences[sentence.number - 1]
        return _affirmed(policy, before) if before.block is sentence.block else []
    return []


def _affirmed(policy: Policy, sentence: Sentence) -> list[Match]:
    if not scope.is_statement(policy, sentence):
        return []
    return [act for act in scope.found(policy, _ANY_ACT, sentence) if not scope.denied(policy, act)]


def _within(policy: Policy, wanted: Phrases, act: Match) -> bool:
    return any(one.words[0] <= act.words[0] < one.words[1] for one in scope.found(policy, wanted, act.sentence))


def _theirs_before(policy: Policy, match: Match) -> bool:
    """Whether the one who does not is someone else: a processor as the subject."""
    low, _ = scope.clause(policy, match)
    words = policy.words.forms[low : match.words[0]]
    return not {"we", "us", "our", "i"} & {*words} and any(low <= one.words[0] < match.words[0] for one in scope.found(policy, _NOT_OURS, match.sentence)[:1] if one.text.lower() not in ("no", "not", "never"))


def _ours(policy: Policy, act: Match, own: frozenset[str]) -> bool:
    """Whether the company itself is the one who does it: "we", or the name it gives itself."""
    low, high = policy.words.range_of(act.sentence)
    words = {*policy.words.forms[low : act.words[0]]}
    agent = {"by", "through", "via"} & {*policy.words.forms[act.words[1] : min(high, act.words[1] + 6)]}
    return bool(words & {"we", "us", "i"}) or bool(words & own) or (_is_done(policy, act) and not agent)


def _company(claims: Claims) -> frozenset[str]:
    names = [claim.value["name"] or "" for claim in claims.all("party", role="controller")]
    return frozenset(names[0].lower().split()[:1]) if names and names[0] else frozenset()


def _clash(denial: _Said, one: _Said) -> bool:
    acts = denial.acts | (frozenset(("store",)) if "collect" in denial.acts else frozenset())
    return (
        one.kind in _COVERS[denial.kind]
        and bool(acts & one.acts)
        and apart(denial.statement, one.statement)
        and same_frame(denial.statement, one.statement)
    )


def _finding(policy: Policy, denial: _Said, broken: list[_Said]) -> Finding:
    first = broken[0]
    told = f"{first.kind} is {_done_to(first.acts & (denial.acts | {'store'}))} {elsewhere(policy, first.statement)}"
    exact = not denial.statement.scope.condition and not first.statement.scope.condition
    return Finding(
        f"{denial.kind} is not {_done_to(denial.acts, ' or ')} here, but {told}",
        denial.statement.span,
        related=tuple(Related(one.statement.span, f"says that {one.kind} is {_done_to(one.acts)}") for one in broken[:3]),
        help="say who collects and who stores it, you or your payment processor, in the same way in both places",
        severity=None if exact else "warning",
        confidence=None if exact else "medium",
    )


def _done_to(acts: frozenset[str], joint: str = " and ") -> str:
    return joint.join(name for act, name in (("collect", "collected"), ("store", "stored")) if act in acts)
