"""
Data that is not collected in one place, and collected in another.

"We collect no personal data" is the sentence a reader remembers, and "we keep no logs" is why some choose a service. It must be unqualified, and the other statement must
say plainly that this very data, or personal data of any kind, is collected in the same product from the same people. An
IP address, a device identifier and an e-mail address are personal data here: laws and authorities treat them so. Data
said to stay on the device and not to be collected is held against logs that are collected and data on a server.

Source: Article 4(1) and recital 30 GDPR; Andow et al., "PolicyLint", USENIX Security 2019.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Match, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import ALL_DATA, DATA, PERSONAL, within
from privacylint_rules.promises import MOST_PROMISES, is_plain_practice, is_plain_promise, same_frame, shown_data
from privacylint_rules.rules.consistency import _device
from privacylint_rules.rules.consistency._listed import Entry, data_entries
from privacylint_rules.rules.consistency._statements import Statement, is_whole_product, ordered, read, says
from privacylint_rules.words import phrases

_MOST_SHOWN = 6
_MOST_AGAIN = 3
_TAKING = frozenset({"collect", "store"})
_TELLING = frozenset({"health-data", "biometric-data", "browsing-history"})
"""Data that is about a person whoever keeps it."""
_ELSEWHERE_JUDGED = frozenset({"payment-data", "password"})
"""Data of which storing is denied in a narrower sense than the words say, or judged by a rule of its own."""

_ACTS = ("create", "register", "sign", "log", "subscribe", "submit", "open", "report", "make", "purchase", "order", "buy", "donate", "join", "use", "enter", "fill", "post", "win", "participate", "take part", "apply", "check in", "scan", "upload", "record", "start", "play", "open", "launch", "browse", "visit", "search", "book", "pay", "chat", "comment", "connect", "link", "invite", "follow", "rate", "review", "listen", "watch", "download", "install", "activate", "request", "add")
_ON_USE = (*(f"{opening} you {act}" for opening in ("if", "when", "where", "whenever", "once", "should") for act in _ACTS), "as long as", "for as long as")
"""How the conditions begin under which data is collected of those who use a service as it is meant. Writing is none."""

# --- words -----------------------------------------------------------------------------------------------------------

_BOUND_STORING = phrases(
    en=[
        "(longer|permanently|indefinitely|perpetuity|forever|beyond|unencrypted|plain text|clear text|plaintext|outside|abroad|more than|temporarily|encrypted|hashed|readable)",
        "(cookie~|local storage|cache|app itself|in the app|on the device|on your|this form|pixel~|beacon~|blockchain)",
        "<place>",
    ]
)
_UPLOAD = phrases(en=["(upload|uploaded|uploads|uploading) !(to)"])
_PROCESS = phrases(en=["(process|processes|processed|processing)"])
_SITE = phrases(en=["(our|this|the) [(own|web)] (website~|web site~|site~|web page~|homepage|forum~|newsletter~|store|shop|podcast|blog)"])
_IN_ORDER_TO_COLLECT = phrases(en=["(use|uses|using|employ|employs) ...6!(not|never|if) to (collect|gather|record|log)"])
_THE_REST = phrases(en=["(other|others|further|additional|more|rest|else|beyond|filtered)"])
"""What makes a denial one of what was not named before."""
_PERSONAL_DATA = "(personal (data|information)|personally (identifiable|identifying) (data|information)|pii)"
_WHO = "(we|i|<organisation>|^ ...2!(if|when|you|they|it|third|party|parties|child|children|partners|companies|google|cookie|cookies|beacons|pixels|analytics|links|website|websites))"
_NOTHING = phrases(
    en=[
        f"{_WHO} ...1!(if|when|may) (not|never|don't|doesn't) [(actively|ever|ourselves)] (collect|gather|obtain|record) [(or|and) (store|process|use|keep)] [any] {_PERSONAL_DATA} [at all|whatsoever|about you|about our users|about (users|visitors)] !(from|for|to|that|which|other|such|in|as|through|via|with|on|by|when|if|beyond|and|or|of|unless|without|automatically)",
        f"{_WHO} ...1!(if|when|may) (not|never|don't|doesn't) (collect|gather|obtain|record) [any] {_PERSONAL_DATA} about [or (monitor|track) ...3] (you|users|our users|visitors|data subjects|anyone)",
        f"{_WHO} ...1!(if|when|may) (not|never|don't|doesn't) (collect|gather|obtain|record) [any] (information|data|details) (about the identity of|on the identity of|that identifies|that could identify|that can identify|identifying|that would identify) ...2 (you|users|visitors|anyone|individuals|people)",
        f"none of (our|the|my) ...4!(third|other) (collect|collects|gather|gathers|record|records) any [({_PERSONAL_DATA[1:-1]}|data|information)] [at all|whatsoever] $",
        f"neither (we|this|our|the) ...8!(third|sell|share) (collect|collects|gather|gathers|record|records) [any] {_PERSONAL_DATA} $",
        f"no {_PERSONAL_DATA} [at all|whatsoever|of any kind|about you] (is|are|will be|gets) [ever] (collected|gathered|obtained|recorded) [(by us|at all|whatsoever|by this ...2|by the ...2)] $",
        f"{_PERSONAL_DATA} (is|are) (not|never) (collected|gathered|obtained|recorded) [(by us|at all|whatsoever)] $",
    ]
)
"""Denials of collecting personal data at all, for everybody and everything."""
_BOUND_TAKING = phrases(
    en=[
        "(unless|except|other than|apart from|besides|only|child~|children|minors|knowingly|intentionally|sensitive|third party|third parties|partner~|website~ of|following|this (feature|page|section|form|category|tool)|these (cookie~|pages|services))",
        "(if|when|where|until|while|before) (you|we|they|it)",
    ]
)
_LOGS = phrases(en=["(log|logs|logged|logging|log files|logfiles)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="error",
    confidence="high",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "We do not collect personal data from children.\n\nWe collect your e-mail address.\n",
        "We do not collect your phone number.\n\nWe collect your e-mail address.\n",
        "We do not store your phone number in our cookies.\n\nYour phone number is stored for a year.\n",
        "We do not store your phone number longer than needed.\n\nYour phone number is stored for a year.\n",
        "What you enter is kept on your phone and is never collected by us.\n\n## Faults\n\nWe do not collect log files.\n",
        "The app does not collect personal data unless you write to us.\n\nWe collect your e-mail address.\n",
    ],
    bad=[
        Bad(
            "We do not collect any personal data.\n\n## Accounts\n\nWe collect your e-mail address.\n",
            at="We do not collect any personal data",
            related=("We collect your e-mail address",),
            message='personal data is not collected here, but e-mail address is in "Accounts" (line 5)',
        ),
        Bad(
            "What you enter is kept on your phone and is never collected by us.\n\n## Faults\n\nIf the game stops we collect data called log files.\n\n## Families\n\nOn request we remove it from our servers.\n",
            at="kept on your phone and is never collected",
            related=("we collect data called log files", "remove it from our servers"),
            message='data stays on the device and is not collected here, but log data is collected in "Faults" (line 5)',
        ),
        Bad(
            "We do not log IP addresses.\n\n## Server\n\nYour IP address is recorded for each visit.\n",
            at="We do not log IP addresses",
            related=("Your IP address is recorded",),
        ),
        Bad(
            "We keep no logs.\n\n## Server\n\nOur server logs contain your IP address.\n",
            at="We keep no logs",
            related=("Our server logs contain your IP address",),
            message='logs are not kept here, but they are in "Server" (line 5)',
        ),
        Bad(
            "We do not store your phone number.\n\n## Calls\n\nYour phone number is stored for a year.\n",
            at="We do not store your phone number",
            related=("Your phone number is stored",),
            message='phone number is not stored here, but it is in "Calls" (line 5)',
        ),
    ],
)
def conflicting_collection(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Unqualified denials of collection, and plain statements that the same data is collected."""
    taken = [claim for claim in claims.all("practice", actor="us", denied=False) if _is_taken(policy, claim)]
    told: set[int] = set()
    told_of: set[Sentence | None] = set()
    on_device = list(_device.promises(policy))
    handled = [claim for claim in claims.all("practice", actor="us", action="use", denied=False) if _processed(policy, claim) and is_plain_practice(claim)]
    plain = (claim for claim in claims.all("practice", actor="us", denied=True) if is_plain_promise(claim) and _is_denied(policy, claim))
    promises = list(islice(plain, MOST_PROMISES))
    for promise in promises:
        broken = [claim for claim in (*taken, *(handled if promise.value["action"] == "use" or _processed(policy, promise) else ())) if id(claim) not in told and _breaks(policy, promise, claim)]
        if broken:
            told |= {id(claim) for claim in broken}
            told_of.add(promise.sentence)
            finding = _finding(policy, promise, broken)
            yield finding._replace(related=(*finding.related, *_denied_again(policy, promise, promises, broken)))
            on_device = [match for match in on_device if match.sentence is not promise.sentence]
        elif any(match.sentence is promise.sentence for match in on_device):
            continue
        elif _is_flat(promise) and (logs := _logs_against(policy, promise)):
            yield _of_logs(policy, promise, logs)
            told_of.add(promise.sentence)
            break
        elif entries := _listed_against(policy, promise):
            yield _of_entries(policy, promise, entries)
            told_of.add(promise.sentence)
    yield from islice(_of_nothing(policy, taken, told_of), 1)
    for match in on_device[:1]:
        sent = _device.against(policy, match)
        if sent:
            yield _of_device(policy, match, sent)


def _is_taken(policy: Policy, claim: Claim) -> bool:
    """Whether it says that data is collected or stored, be it of those who write, register or buy."""
    value = claim.value
    through = value["action"] == "use" and claim.sentence is not None and scope.found(policy, _IN_ORDER_TO_COLLECT, claim.sentence)
    if not (value["action"] in _TAKING or through) or not value["data"] or value["narrowed"] or value["local"]:
        return False
    # signing in and the like count as consenting, and take nothing from a flat denial
    on_use = claim._replace(value={**value, "basis": [one for one in value["basis"] if one != "consent"]}, scope=claim.scope._replace(condition=None))
    return is_plain_practice(claim) or (_on_use(claim) and is_plain_practice(on_use))


def _on_use(claim: Claim) -> bool:
    """Whether it holds only for those who do something the service is for."""
    parts = (claim.scope.condition or "").lower().split("; ")
    return all(not part or part.startswith(_ON_USE) for part in parts)


def _denied_again(policy: Policy, promise: Claim, promises: list[Claim], broken: list[Claim]) -> Iterator[Related]:
    """Further denials that the same statements break, to be mended with it."""
    later = (other for other in promises if other.sentence is not promise.sentence and other.span.start > promise.span.start)
    again = (other for other in later if any(_breaks(policy, other, claim) for claim in broken))
    for other in islice(again, _MOST_AGAIN):
        yield Related(other.span, "denies the same")


def _is_denied(policy: Policy, promise: Claim) -> bool:
    """Whether collecting is denied, or storing without a word on where, how long or in what form."""
    if promise.value["action"] == "collect":
        return not {*promise.value["data"]} <= {"payment-data"}
    if promise.value["action"] == "share":
        # what is not uploaded is not collected
        specific = bool(promise.value["data"]) and not {*promise.value["data"]} & ALL_DATA
        return specific and not promise.value["recipients"] and bool(promise.sentence and scope.found(policy, _UPLOAD, promise.sentence))
    if promise.value["action"] == "use":
        return _processed(policy, promise) and not {*promise.value["data"]} & (ALL_DATA | _ELSEWHERE_JUDGED)
    return (
        promise.value["action"] == "store"
        and promise.sentence is not None
        and not {*promise.value["data"]} & _ELSEWHERE_JUDGED
        and not promise.value["local"]
        and not scope.found(policy, _BOUND_STORING, promise.sentence)
    )


def _processed(policy: Policy, claim: Claim) -> bool:
    """Whether its verb is to process, which holds of all that is done with data."""
    return bool(claim.sentence and scope.found(policy, _PROCESS, claim.sentence) and not claim.value["narrowed"] and not claim.value["purposes"])


def _breaks(policy: Policy, promise: Claim, claim: Claim) -> bool:
    if not same_frame(_of_everything(policy, promise, claim), claim) or claim.sentence is None:
        return False
    if not is_plain_practice(claim) and {*promise.value["data"]} - ALL_DATA:
        return False
    if "log-data" in promise.value["data"] and not promise.value["refers"]:
        return _logs(policy, claim)
    if promise.value["action"] == "store" and claim.value["action"] != "store":
        return False
    return bool(_common(promise, claim))


def _is_flat(promise: Claim) -> bool:
    """Whether collecting anything at all is denied."""
    value = promise.value
    return value["action"] == "collect" and {*value["data"]} <= ALL_DATA and not value["refers"] and not value["local"]


def _logs_against(policy: Policy, promise: Claim) -> list[_device.Sent]:
    """Logs that are collected all the same, for the product of the promise."""
    sent = _device.logs(policy)
    apart = (one for one in sent if promise.sentence and one.match.sentence.block is not promise.sentence.block)
    return [one for one in apart if promise.scope.product is None or not policy.find(_SITE)]


def _listed_against(policy: Policy, promise: Claim) -> list[Entry]:
    """Entries of the policy's own lists of what is collected that name the very data."""
    data = {*promise.value["data"]} - ALL_DATA - _ELSEWHERE_JUDGED - {"log-data", "anonymous-data"}
    if promise.value["action"] != "collect" or promise.value["refers"] or not data or promise.sentence is None or scope.found(policy, _THE_REST, promise.sentence):
        return []
    block = promise.sentence.block
    apart = (one for one in data_entries(policy) if one.data & data and one.sentence.block is not block and one.sentence.block.intro is not block)
    return [
        one
        for one in apart
        if not (block.group and one.sentence.block.group == block.group) and scope.contains(promise.scope, scope.scope_of(policy, one.sentence))
    ]


def _of_everything(policy: Policy, promise: Claim, claim: Claim) -> Claim:
    """The promise without its product, where that is all the policy is about: "the app" in the policy of an app."""
    if claim.scope.product is None and is_whole_product(policy, promise.scope.product):
        return promise._replace(scope=promise.scope._replace(product=None))
    return promise


def _logs(policy: Policy, claim: Claim) -> bool:
    """Whether a log is kept by the claim's own words."""
    if "log-data" in claim.value["data"]:
        return True
    return bool({*claim.value["data"]} & PERSONAL and claim.sentence and scope.found(policy, _LOGS, claim.sentence))


def _common(promise: Claim, claim: Claim) -> str | None:
    """The datum that is denied and collected."""
    denied, taken = promise.value["data"], claim.value["data"]
    if promise.value["refers"]:
        return None
    for one in denied:
        narrower = next((other for other in taken if one not in ALL_DATA and one in within(DATA, other)), None)
        if narrower:
            return str(narrower)
    if {*denied} & ALL_DATA and not {*denied} - ALL_DATA:
        return next((one for one in taken if one in PERSONAL | _TELLING and not claim.value["refers"]), None)
    return None


def _finding(policy: Policy, promise: Claim, broken: list[Claim]) -> Finding:
    common = _common(promise, broken[0])
    what = shown_data(promise.value["data"])
    exact = common in promise.value["data"] and is_plain_practice(broken[0])
    taken = "it is" if common is None or DATA[common].shown == what else f"{DATA[common].shown} is"
    if what == "log data":
        taken = "they are"
    verb = "is not stored" if promise.value["action"] == "store" else "is not collected"
    return Finding(
        f"{'logs are not kept' if what == 'log data' else f'{what} {verb}'} here, but {taken} {elsewhere(policy, broken[0])}",
        promise.span,
        related=(
            *(Related(claim.span, f"collects {shown_data([_common(promise, claim) or claim.value['data'][0]])}") for claim in broken[:_MOST_SHOWN]),
            *_further(policy, promise, broken),
        ),
        help="say in the denial what is collected all the same, or for which part of the service it holds",
        severity=None if exact else "warning",
        confidence=None if exact else "medium",
    )


def _further(policy: Policy, promise: Claim, broken: list[Claim]) -> Iterator[Related]:
    """Where the data is said to stay on the device: what else shows that it is collected."""
    kept = next((match for match in _device.promises(policy) if match.sentence is promise.sentence), None)
    blocks = [claim.sentence.block for claim in broken if claim.sentence]
    for sent in _device.against(policy, kept) if kept else ():
        if sent.match.sentence.block not in blocks:
            yield Related(sent.span, sent.kind)


def _of_entries(policy: Policy, promise: Claim, entries: list[Entry]) -> Finding:
    name = next(one for one in promise.value["data"] if one in entries[0].data)
    return Finding(
        f"{DATA[name].shown} is not collected here, but is listed as collected {elsewhere(policy, entries[0])}",
        promise.span,
        related=tuple(Related(one.span, "names it among what is collected") for one in entries[:_MOST_SHOWN]),
        help="say in the denial what is collected all the same, or take it off the list",
        severity="warning",
        confidence="medium",
    )


def _of_nothing(policy: Policy, taken: list[Claim], told: set[Sentence | None]) -> Iterator[Finding]:
    """Denials of collecting personal data at all, in words that the claims do not hold, with what is collected."""
    if told:
        return
    for denial in ordered(read(policy, {"personal data is not collected": _NOTHING})):
        if says(policy, _BOUND_TAKING, denial.sentence) or any(match.sentence is denial.sentence for match in _device.promises(policy)):
            continue
        every = [claim for claim in taken if {*claim.value["data"]} & PERSONAL and not claim.value["refers"] and _is_other(denial, claim)]
        # one of each paragraph
        broken = list({claim.sentence.block.number: claim for claim in reversed(every) if claim.sentence}.values())[::-1]
        if broken:
            yield Finding(
                f"{denial.kind} here, but it is {elsewhere(policy, broken[0])}",
                denial.span,
                related=tuple(Related(claim.span, "collects personal data") for claim in broken[:_MOST_SHOWN]),
                help="say in the denial what is collected all the same, or for which part of the service it holds",
                severity="warning",
                confidence="medium",
            )


def _is_other(denial: Statement, claim: Claim) -> bool:
    """Whether the claim stands elsewhere and is for the same people and product."""
    sentence = claim.sentence
    if sentence is None or sentence.block is denial.sentence.block or sentence.block.intro is denial.sentence.block:
        return False
    return scope.overlaps(denial.scope, claim.scope) and (denial.scope.product is None or denial.scope.product == claim.scope.product)


def _of_logs(policy: Policy, promise: Claim, logs: list[_device.Sent]) -> Finding:
    return Finding(
        f"{shown_data(promise.value['data'])} is not collected here, but {logs[0].kind} {elsewhere(policy, logs[0])}",
        promise.span,
        related=tuple(Related(one.span, one.kind) for one in logs[:_MOST_SHOWN]),
        help="say in the denial what is collected all the same",
        severity="warning",
        confidence="medium",
    )


def _of_device(policy: Policy, promise: Match, sent: list[_device.Sent]) -> Finding:
    return Finding(
        f"data stays on the device and is not collected here, but {sent[0].kind} {elsewhere(policy, sent[0])}",
        promise.span,
        related=tuple(Related(one.span, one.kind) for one in sent),
        help="say which data stays on the device, and what is collected all the same",
        severity="warning",
        confidence="medium",
    )
