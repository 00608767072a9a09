"""
Card or bank data that is said not to be collected, stored or seen, and is elsewhere.

Whether a company holds card numbers decides what a breach would cost its customers and which security standard binds it
(PCI DSS). Compared are collecting, storing and seeing by the company itself: what it collects or stores it can see, what
it collects it need not store. What a payment processor stores is no clash, nor is a promise about whole numbers ("we
never see your full card number") or about some data only. A promise about card data says nothing of payment data at
large; one about financial data covers cards and accounts.

Source: Article 5(1)(a) GDPR; Article 13(1)(e) GDPR; Andow et al., "PolicyLint", USENIX Security 2019.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Match, Phrases, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.answers import answered
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.practice.page import own_names
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
            "your card !(number|numbers|data|information|details|info|credentials|issuer|company|provider|statement|will|holder|network|brand|reader|processor|is|may|has|was|can|type)",
        ]
    ),
    "card security codes": phrases(en=["(cvv|cvc|cvv2|security code~|card verification code~|card verification number~|verification codes)"]),
    "bank account data": phrases(en=[f"(bank account|bank|banking|account and routing|iban) {_NUMBERS}", "bank account~"]),
    "payment data": phrases(en=[f"(payment|payments) [method|account|instrument] {_INFO}", f"payment related {_INFO}"]),
    "financial data": phrases(en=[f"financial [account|payment] {_INFO}"]),
    "billing data": phrases(en=[f"billing {_INFO}"]),
}
"""The kinds of data, from the one that is most narrow."""
_COVERS = {
    "card data": frozenset(("card data",)),
    "card security codes": frozenset(("card security codes",)),
    "bank account data": frozenset(("bank account data",)),
    "payment data": frozenset(("card data", "bank account data", "payment data")),
    "financial data": frozenset(("card data", "bank account data", "payment data", "financial data")),
    "billing data": frozenset(("billing data",)),
}
"""Which kinds a promise about one of them covers."""
_BROKEN_BY = {"collect": ("collect", "store"), "store": ("store",), "see": ("see", "collect", "store")}
"""What has to be done to the data to break a promise not to do something to it."""

_STORE = "(store|stores|stored|storing|retain~|keep|keeps|kept|keeping|save|saves|saved|saving|hold|holds|held|log|logged|maintain|maintains|maintained|archive|archived|hold on to|holds on to|storage|storing|retention|on file|record of|records of|(database|databases|records|servers|systems) [also] (contain|contains|include|includes))"
_SEE = (
    "(see|sees|seen|view|views|viewed|viewing|access|accesses|accessed|have access to|has access to|having access to|know|knows|known to|visible to|shown to|look at|looks at|inspect|inspects|review|reviews|sight of"
    "|get to see|gets to see|never reach~|learn|learns|come to know|handle|handles|handled|process|processes|processed|touch|touches|reach|reaches|pass through|passes through|transmitted to us|come into contact with|enter our|enters our)"
)
_COLLECT = "(collect~|gather~|obtain~|receive~|request~|require|requires|ask~ for|ask~ you for|record~|collection|(we|i) [also|may|will] need)"
_ASKED_OF = "(do|does|will|did|can) (you|we|the company|our company)"
_CARDS = f"[my|your|the|any] [(credit|debit|payment|bank)] (card|cards|bank account|payment) [{_NUMBERS}]"
_GIVEN = phrases(
    en=[
        f"{_INFO} [that] you (give|provide|submit|enter) [to] [us] [may|can|will] [also] (include|includes|is|are|consists of|comprises)",
        "(you|users|customers|buyers|guests) [(also|may|must|can|will|may also|will also)] (provide|give|supply|submit) [to] us [with]",
    ]
)
"""Data that is given to the company is collected by it."""
_HAVE = phrases(en=["(have|has) (your|any|the|full|customers|no)", "possess"])
"""What is not had is not seen."""
_ACTS = {"collect": phrases(en=[_COLLECT]), "store": phrases(en=[_STORE, "(record|records|recorded)"]), "see": phrases(en=[_SEE])}
_DROPPED = phrases(
    en=["(delete~|discard~|destroyed|erase~|removed|purged|wiped|forgotten) ...2 (immediately|instantly|as soon as|once|right after|directly after|straight after|at once) ...6 (payment|transaction|purchase|order|charge|checkout|paid|processed|complete|authorised|authorized)"]
)
"""Deleted so soon that it counts as not being stored."""
_ANY_ACT = phrases(en=["(collect~|gather~|obtain~|receive~|record~|store|stores|stored|storing|retain~|keep|keeps|kept|save|saves|saved|hold|holds|held)"])
_OTHER_CARDS = frozenset(["gift", "loyalty", "id", "identity", "sim", "business", "membership", "library", "report", "memory", "health", "member", "reward", "rewards", "insurance", "access", "post", "greeting", "club", "discount", "bonus", "prepaid"])
"""What stands before a card that pays for nothing."""
_TAKES_NO_PLACE = phrases(en=["(does not|do not|doesn't|will not) (take place|occur|happen)", "(is|are) (ruled out|excluded|out of the question)"])
_PAST_US = phrases(en=["(not|never) (known|visible|available|accessible|shown|disclosed|revealed) to (us|me)", "(not|never) (to|by|with) (us|me) $", "(known|visible|available|accessible|shown|disclosed) ...6 (not|never) to (us|me)", "(pass|passes|go|goes) (us|me) by", "(bypass|bypasses|bypassing|go around|goes around) (us|our)", "(never|not) (get|gets|come|comes|arrive|arrives) [(anywhere)] (near|to|at) (us|our (servers|systems))"])
_STORING = phrases(en=["^ ...2 (storage|storing|retention|collection|collecting|recording) of"])
_ASKED = phrases(en=[f"{_ASKED_OF} {_STORE} ...4 ({_CARDS})", f"{_ASKED_OF} {_SEE} ...4 ({_CARDS})", f"(is|are) ...3 ({_CARDS}) ...2 {_STORE}"])
"""Questions whether the company has card data."""
_TURNED = frozenset(("on file",))
"""What follows the data without being done to it."""
_PART = phrases(
    en=[
        "(certain|some|directly|itself|raw|other|unencrypted|plain|sensitive|beyond|ordinary|further|permanently|longer|last (four|4) [digits])",
        "(except|unless|other than|only if|apart from|without your|until|if|when you do not)",
        "(share|sell|disclose|rent|pass|send|transmit) ...14 (card|payment|financial|bank)",
        "(by|via|over|in|through|per) [the|an] (e mail|email|e mails|emails|phone|telephone|chat|text|sms|forum|post)",
        "after (you|your account|closing|closure|termination|cancellation)",
        "(who|whose) ...2 (is|are|do|does|have|has|not)",
        "(for|of|on|from|in|with) ...2 (free|trial|guest~|unregistered|demo|basic|visitor~)",
    ]
)
"""What binds a promise not to collect, store or see."""
_WHOLE = phrases(en=["(entire|full|complete|whole) ...2 (card|account|number|payment|details|credit|financial|bank)"])
_PROCESSORS = phrases(
    en=[
        "(processor~|gateway~|braintree|stripe|paypal|adyen|paddle|shopify|square|klarna|apple|google|recurly|chargebee|worldpay|razorpay|mollie|worldpay|lemon squeezy|fastspring)",
        "(payment|third party|service|billing|financial) (provider~|partner~|vendor~|service~|platform~|compan*|institution~)",
        "(third party|third parties|on our behalf|last (four|4)|token~|tokenised|tokenized|masked|truncated)",
        "(optional|choose not|not required|if you (choose|ask|wish|want|agree|opt|save)|at your (request|option)|with your (consent|permission))",
    ]
)
"""What makes a passage on collecting no word about whole data held by the company."""
_PARTIAL = phrases(en=["(expiration|expiry)"])
_NUMBER = phrases(en=["(card|account) (number~|information|data|details)"])
_NOT = phrases(en=["(never|no|not|neither|nor|cannot|don't|doesn't)"])
_PURCHASER = phrases(en=["(refund~|employee~|payroll|vendor~|supplier~|seller~|affiliate~|payout~|reimburs*|job|applicant~|creator~|donor~|host~|driver~|merchant~)"])
_COMPANY = frozenset(["company", "foundation", "operator", "organisation", "organization", "charity", "firm", "association", "controller", "club", "society"])
_OUR_OWN = frozenset(["server", "servers", "database", "databases", "system", "systems", "staff", "team", "teams", "employees", "records", "company", "site", "website", "app"])
_HELPERS = frozenset(["does", "do", "is", "are", "will", "never", "not", "cannot"])
_NEAR = 8
_REACH = 25
"""How many words of an enumeration part what is given from card data in it."""
_HYPOTHETICAL = phrases(en=["(if|unless|should|optional|optionally|until|third|partner~)"])
_FAR = 12
"""How many words part data and a denial behind it at most."""
_GOES_ON = frozenset(["this", "these", "such", "it", "they", "that", "the"])
_HEADED = phrases(en=["^ [(what|which|personal|type of|types of|categories of|the)] [personal] [(data|information)] [(we|that we|is|are)] (stored|collected|kept|store|collect|keep|retained|retain|held) $"])
"""Heads of columns that say what is done to what stands under them."""
_INCLUDES = phrases(en=["(include~|such as|like|consist~|contain~|e g|namely)"])

_PRONOUN = phrases(
    en=[
        f"(we|i|our (servers|systems|staff|company|shop|team|database)) [ourselves|itself] (do not|don't|does not|never|will not|cannot|can't) [(ever|ourselves|also|itself|even)] ({_STORE[1:-1]}|{_SEE[1:-1]}|collect|receive|record) [or ...3] (it|them|this|these|(this|that|such|these) (information|data|details|numbers)|any of (it|this|that|these details|this information)) [ourselves|ever|at all|on our (servers|systems)]",
    ]
)
"""Denials that mean what was named right before: "we do not store this information"."""
_LABELLED = phrases(en=["^ [the] [personal] (data|information|details) [that|which] (we|i) [(may|also)] (collect|store|keep|hold|record|gather) [about you|from you] [include|includes|is|are] !(to|for|by|when|is|will|about|from|in|may)", "^ [the] [personal] (data|information|details) [(that|which) (is|are)] (collected|stored|gathered|recorded|processed|kept) [by us] !(by|from|for|to|is|are|in|when|through|via|about)", "^ the following [(data|information|details)] (is|are) [also] (collected|stored|gathered|recorded|kept)"])
"""How a line begins that goes on to name what is collected."""

# --- code ------------------------------------------------------------------------------------------------------------


class _Said(NamedTuple):
    """A statement with what it does to which kind of data."""

    statement: Statement
    acts: frozenset[str]
    kind: str
    whole: bool


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
        "We cannot see your card number.\n\nYour card number is stored by our payment provider.\n",
        "Card numbers are deleted as soon as the payment is made.\n\nWe collect your card number to charge you.\n",
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
        Bad(
            "Nobody at our farm can see your card number.\n\n## Orders\n\nWe have your card number on file for the next order.\n",
            at="see your card number",
            related=("card number on file",),
            message='card data is not seen here, but card data is stored in "Orders" (line 5)',
        ),
        Bad(
            "Card details are discarded immediately after the payment.\n\n## Orders\n\nOur servers keep your card details.\n",
            at="Card details are discarded immediately after the payment",
            related=("keep your card details",),
        ),
    ],
)
def conflicting_payment_data(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Denials of collecting, storing or seeing, each with the passages that say it is done."""
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
    yield from _answered(policy, denied=True)
    yield from _pronouns(policy)
    for match, kind in _mentions(policy):
        sentence = match.sentence
        past = _past_us(policy, match)
        if past:
            yield _Said(_statement(policy, kind, match, past), frozenset(("see",)), kind, whole=False)
            continue
        acts = _acts(policy, match, denied=True) + _labelled_denial(policy, match) + _dropped(policy, match) + _nominal(policy, match) + _led_denials(policy, match)
        bounded = says(policy, _PART, sentence) or _theirs_before(policy, match) or _when_only(policy, match)
        if acts and not bounded:
            yield _Said(_statement(policy, kind, match, acts), frozenset(act for act, _ in acts), kind, says(policy, _WHOLE, sentence))


def _answered(policy: Policy, *, denied: bool) -> Iterator[_Said]:
    """What questions with their answers say: "do you store my card number? No" denies it."""
    for match in answered(policy, _ASKED, denied=denied):
        kind = next((name for name, wanted in _DATA.items() if says(policy, wanted, match.sentence)), "")
        acts = frozenset(name for name, wanted in _ACTS.items() if says(policy, wanted, match.sentence))
        if kind and acts and not says(policy, _PART, match.sentence):
            yield _Said(Statement(kind, match, scope.scope_of(policy, match.sentence)), acts, kind, says(policy, _WHOLE, match.sentence))


def _pronouns(policy: Policy) -> Iterator[_Said]:
    """ "We do not store it": what the words before it name, in its sentence or in the one before."""
    denials = policy.find(_PRONOUN)
    if not denials:
        return
    named: dict[int, list[tuple[Match, str]]] = {}
    for match, kind in _mentions(policy):
        named.setdefault(match.sentence.number, []).append((match, kind))
    for denial in denials:
        before = [kind for match, kind in named.get(denial.sentence.number, ()) if match.words[1] <= denial.words[0]]
        if not before and denial.sentence.number and policy.sentences[denial.sentence.number - 1].block is denial.sentence.block:
            before = [kind for _, kind in named.get(denial.sentence.number - 1, ())]
        acts = frozenset(name for name, wanted in _ACTS.items() if _within(policy, wanted, denial) or any(denial.words[0] <= one.words[0] < denial.words[1] for one in scope.found(policy, wanted, denial.sentence)))
        if before and acts and not says(policy, _PART, denial.sentence) and scope.is_statement(policy, denial.sentence, examples=True):
            widest = max(before, key=lambda kind: len(_COVERS[kind]))
            yield _Said(Statement(widest, denial, scope.scope_of(policy, denial.sentence, denial)), acts, widest, whole=False)


def _labelled_denial(policy: Policy, match: Match) -> list[tuple[str, Match]]:
    """ "Credit card details: not stored"."""
    forms = policy.words.forms
    if forms[match.words[1]] not in ("not", "never"):
        return []
    return [(name, act) for name, wanted in _ACTS.items() for act in scope.found(policy, wanted, match.sentence) if act.words[0] == match.words[1] + 1]


def _past_us(policy: Policy, match: Match) -> list[tuple[str, Match]]:
    """ "Your card number is known to the bank, and not to us", "your card details bypass us"."""
    return [("see", mark) for mark in scope.found(policy, _PAST_US, match.sentence) if 0 <= mark.words[0] - match.words[1] <= _FAR]


def _led_denials(policy: Policy, match: Match) -> list[tuple[str, Match]]:
    """What the sentence denies that introduces the list in which the data stands: "what we do not store:"."""
    intro = match.sentence.block.intro
    if intro is None or match.sentence.block.kind != "item":
        return []
    leads = policy.sentences_of(intro)[-1:]
    found = ((name, act) for lead in leads for name, wanted in _ACTS.items() for act in scope.found(policy, wanted, lead) if scope.denied(policy, act) and _is_last(policy, act))
    return [(name, match) for name, _ in found]


def _is_last(policy: Policy, act: Match) -> bool:
    """Whether nothing but "the following" stands between the verb and the end of its sentence."""
    return {*policy.words.forms[act.words[1] : policy.words.range_of(act.sentence)[1]]} <= {"the", "following", "any", "of", "data", "these", "information"}


def _nominal(policy: Policy, match: Match) -> list[tuple[str, Match]]:
    """ "Storage of card data does not take place"."""
    if not says(policy, _STORING, match.sentence) or not says(policy, _TAKES_NO_PLACE, match.sentence):
        return []
    return [(name, act) for name, wanted in _ACTS.items() for act in scope.found(policy, wanted, match.sentence) if act.words[1] <= match.words[0]]


def _done(policy: Policy, own: frozenset[str]) -> Iterator[_Said]:
    yield from _answered(policy, denied=False)
    for match, kind in _mentions(policy):
        sentence = match.sentence
        if _not_ours(policy, match) or says(policy, _PURCHASER, sentence) or scope.denied(policy, match):
            continue
        whole = says(policy, _WHOLE, sentence)
        acts = _acts(policy, match, denied=False)
        if acts:
            ours = [(name, act) for name, act in acts if _ours(policy, act, own)]
            if ours:
                yield _Said(_statement(policy, kind, match, ours), frozenset(act for act, _ in ours), kind, whole)
            continue
        given = [one for one in scope.found(policy, _GIVEN, sentence) if 0 <= match.words[0] - one.words[1] <= _REACH]
        if given and not _handed_on(policy, sentence) and not says(policy, _HYPOTHETICAL, sentence):
            yield _Said(_statement(policy, kind, match, [("collect", given[-1])]), frozenset(("collect",)), kind, whole)
            continue
        labelled = [one for one in scope.found(policy, _LABELLED, sentence) if 0 <= match.words[0] - one.words[1] <= _REACH]
        if labelled and not _handed_on(policy, sentence):
            done = [(name, labelled[0]) for name, wanted in _ACTS.items() if _within(policy, wanted, labelled[0]) or any(labelled[0].words[0] <= one.words[0] < labelled[0].words[1] for one in scope.found(policy, wanted, sentence))]
            if done:
                yield _Said(_statement(policy, kind, match, done), frozenset(name for name, _ in done), kind, whole)
                continue
        lead = _lead(policy, match)
        if lead and not says(policy, _PROCESSORS, lead[0].sentence) and all(one.sentence.block.kind == "cell" or _ours(policy, one, own) for one in lead):
            names = frozenset(name for one in lead for name, wanted in _ACTS.items() if _within(policy, wanted, one))
            yield _Said(Statement(kind, match, scope.scope_of(policy, sentence, match)), names, kind, whole)


def _handed_on(policy: Policy, sentence: Sentence) -> bool:
    """Whether the paragraph goes on to say that a processor takes the data."""
    return any(says(policy, _PROCESSORS, one) for one in policy.sentences_of(sentence.block))


def _not_ours(policy: Policy, match: Match) -> bool:
    """Whether the passage is about others, about parts of the data, or denies something."""
    sentence = match.sentence
    low, high = scope.clause(policy, match)
    return (
        says(policy, _PROCESSORS, sentence)
        or (says(policy, _PARTIAL, sentence) and not says(policy, _NUMBER, sentence))
        or any(low <= one.words[0] < high for one in scope.found(policy, _NOT, sentence))
    )


def _dropped(policy: Policy, match: Match) -> list[tuple[str, Match]]:
    """Deletion right after the payment: a denial of storing."""
    return [("store", act) for act in scope.found(policy, _DROPPED, match.sentence) if 0 <= act.words[0] - match.words[1] <= 6]


def _mentions(policy: Policy) -> Iterator[tuple[Match, str]]:
    for kind, wanted in _DATA.items():
        for match in policy.find(wanted):
            other = policy.words.forms[match.words[0] - 1] in _OTHER_CARDS
            if match.sentence.block.kind != "code" and not other and scope.is_statement(policy, match.sentence, examples=True):
                yield match, kind


def _acts(policy: Policy, match: Match, *, denied: bool) -> list[tuple[str, Match]]:
    """What is (or is not) done to the data in its own clause, before it or after it."""
    low, high = scope.clause(policy, match)
    if denied and policy.words.forms[high : high + 1] in (["and"], ["but"]) and policy.words.forms[high + 1] in _HELPERS:
        # "it goes to the bank and does not reach us": the data is the subject of both
        high = min(policy.words.range_of(match.sentence)[1], high + _NEAR)
    if any(one.words[0] < match.words[0] for one in scope.found(policy, _INCLUDES, match.sentence)):
        low = policy.words.range_of(match.sentence)[0]
    acts = []
    for name, wanted in _ACTS.items():
        for act in (*scope.found(policy, wanted, match.sentence), *(scope.found(policy, _HAVE, match.sentence) if denied and name == "see" else ())):
            near = low <= act.words[0] < match.words[0] and match.words[0] - act.words[1] <= (12 if denied else 40)
            passive = _is_done(policy, act) or act.text.lower() in _TURNED or (denied and name == "see")
            after = match.words[1] <= act.words[0] < high and act.words[0] - match.words[1] <= (_FAR if denied else 6) and passive
            if (near or after) and _denied(policy, match, act) == denied:
                acts.append((name, act))
    return acts


def _denied(policy: Policy, match: Match, act: Match) -> bool:
    """Whether the act is denied: "we do not keep card data", "we keep no card data"."""
    between = policy.words.forms[max(act.words[1], match.words[0] - 4) : match.words[0]]
    return scope.denied(policy, act) or scope.denied(policy, match) or "no" in between or "neither" in between


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
    head = policy.cell_of(sentence.block.column_head)
    if head is not None and head is not sentence.block:
        named = policy.sentences_of(head)[:1]
        return [act for one in named if says(policy, _HEADED, one) for act in scope.found(policy, _ANY_ACT, one)]
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
    named = scope.found(policy, _PROCESSORS, match.sentence)[:1]
    return not {"we", "us", "our", "i"} & {*words} and any(low <= one.words[0] < match.words[0] for one in named)


def _ours(policy: Policy, act: Match, own: frozenset[str]) -> bool:
    """Whether the company itself is the one who does it: "we", or the name it gives itself."""
    low, high = policy.words.range_of(act.sentence)
    words = {*policy.words.forms[low : act.words[0]]}
    following = policy.words.forms[act.words[1] : min(high, act.words[1] + 6)]
    own = own | policy.once(own_names)
    agent = {"by", "through", "via"} & {*following} and not ({"us", "our", "me"} | own) & {*following}
    subject = policy.words.forms[max(low, act.words[0] - 4) : act.words[1]]
    theirs = bool(subject and {"our", "my"} & {*subject} and _OUR_OWN & {*subject})
    named = any(policy.words.forms[number] in _COMPANY and policy.words.forms[number - 1] in ("the", "this") for number in range(low + 1, act.words[0]))
    if named and not agent:
        return True
    return bool(words & {"we", "us", "i"}) or bool(words & own) or theirs or (_is_done(policy, act) and not agent)


def _company(claims: Claims) -> frozenset[str]:
    names = [claim.value["name"] or "" for claim in claims.all("party", role="controller")]
    return frozenset(names[0].lower().split()[:1]) if names and names[0] else frozenset()


def _clash(denial: _Said, one: _Said) -> bool:
    acts = frozenset(broken for act in denial.acts for broken in _BROKEN_BY[act])
    return (
        one.kind in _COVERS[denial.kind]
        and bool(acts & one.acts)
        and (one.whole or not denial.whole)
        and apart(denial.statement, one.statement)
        and same_frame(denial.statement, one.statement)
    )


def _finding(policy: Policy, denial: _Said, broken: list[_Said]) -> Finding:
    first = broken[0]
    told = f"{_be(first.kind)} {_done_to(first.acts & frozenset(broken for act in denial.acts for broken in _BROKEN_BY[act]))} {elsewhere(policy, first.statement)}"
    exact = not denial.statement.scope.condition and not first.statement.scope.condition
    return Finding(
        f"{_be(denial.kind)} not {_done_to(denial.acts, ' or ')} here, but {told}",
        denial.statement.span,
        related=tuple(Related(one.statement.span, f"says that {_be(one.kind)} {_done_to(one.acts)}") for one in broken[:3]),
        help="say who collects and who stores it, you or your payment processor, in the same way in both places",
        severity=None if exact else "warning",
        confidence=None if exact else "medium",
    )


def _be(kind: str) -> str:
    return f"{kind} {'are' if kind.endswith('codes') else 'is'}"


def _done_to(acts: frozenset[str], joint: str = " and ") -> str:
    return joint.join(name for act, name in (("collect", "collected"), ("store", "stored"), ("see", "seen")) if act in acts)
