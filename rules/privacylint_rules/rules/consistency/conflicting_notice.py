"""
A promise to give notice that another passage takes back: of changes to the policy, or of disclosure to authorities.

"We will notify you before changes take effect" and "we may change this policy at any time without notice" cannot both
be relied on, nor can "we notify you of requests by authorities" and "we may disclose your data without notice". A
promise for material changes only, next to freedom for small ones, is no clash.

Source: Article 13(3) GDPR; Cal. Bus. & Prof. Code 22575(b)(3); Article 29 Working Party, WP260 rev.01, on changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Phrases, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_CHANGE = "(change~|modify|modifies|modified|modification~|update~|amend~|amendment~|revise~|revision~|alter~|replace~)"
_POLICY = "(policy|notice|statement|document|it|terms|page|rules|text|provisions)"
_NONE = "(without|no) [any|giving|giving you|your|the|prior|advance|further|additional|separate|individual] [prior|advance|further] (notice|notification|notifying|warning|informing|announcement|announcing)"
_TELL = "(notify|inform|alert|tell|email|e mail|advise|contact|let) ...2 (you|users|customers|subscribers|members)"
_GIVE = "(provide|give|send|post~) ...4!(no|not|without) (notice|notification)"
_TOLD = "(notified|informed|told|alerted|communicated|announced|advised|contacted|e mailed|emailed)"
_ELSE = "no|not|without|account~|product~|price~|password|fee~|subscription"
_OF = f"({_CHANGE} ...5!({_ELSE}|service~|share|third) {_POLICY}|{_POLICY} ...3!({_ELSE}|service~) {_CHANGE})"
_PEOPLE = "(you|users|members|customers|account holders|everyone|everybody|(each|every|any) [registered] (user|customer|member|person))"
_NEVER = "(do not|don't|will not|won't|shall not|does not|doesn't|cannot|never|no need to|need not|not need to|not undertake to|not obliged to|not required to|no obligation to|no duty to)"
_OFFICIAL = "(disclos*|subpoena~|court order~|legal process|law enforcement|authority|authorities|government|legal request~)"

_PROMISED = {
    "changes to this policy": phrases(
        en=[
            f"(will|shall|always|promise to|undertake to) ...3!(not|never|may|try) {_TELL} ...10!(not|never|if) (of|about|before|when|in advance|prior|any|by) ...10!(disclosure~|breach~|account~) {_CHANGE}",
            f"{_CHANGE} ...14!(not|no|without|password|account|product~|price~) (we|I) [will|shall] ...3!(not|may|try) {_TELL}",
            f"(will|shall) {_GIVE} ...10 (of|before|prior) ...8 {_CHANGE}",
            f"(not|never) ...4 {_CHANGE} ...8 {_POLICY} without ...4 (notifying|informing|telling|notice|emailing)",
            f"(you|users|all users|everyone|customers) (will|shall) [always] [(be|receive|get)] (notified|informed|told|alerted|be notified|be informed|an e mail|an email|a notice|notice) ...10!(not|never|if|breach~|account~|may) {_CHANGE} ...6!(password|account|product~|price~|service~) {_POLICY}",
            f"(you|users|everyone|customers) are [always] (notified|informed|told) [by ...2] (of|about|before) ...4!(breach~|account~) {_CHANGE} ...6!(password|account|product~|price~|service~) {_POLICY}",
            f"we [always] (give|send) you [a|an|prior|advance|written] [a|an|prior|advance|written] (notice|notification|e mail|email|message) (of|about|before) ...4 {_CHANGE} ...6!(account|product~|price~|service~) {_POLICY}",
            f"{_CHANGE} (to|of|in) this (policy|notice|statement) ...3 (will be|are|is) [always] (announced to|notified to|communicated to|sent to) you",
            f"(we|I) [always] (notify|inform|tell|e mail|email) (you|users) ...3!(not|if) (whenever|when|of (all|every|any)|each time|every time|about (all|every|any)) ...4!(account|product~|price~|service~) {_CHANGE} ...6 {_POLICY}",
            f"(whenever|each time|every time) we {_CHANGE} ...2 {_POLICY} we [will|always] (notify|inform|tell|e mail|email) you",
            f"{_CHANGE} ...14!({_ELSE}|breach) (will|shall|is|are|be|always) ...2!(not|no|may|post~) {_TOLD} ...3!(here|on|page) (to|you|users|personally|individually|by|members|customers)",
            f"((you|users|members|account holders|customers|everyone) (will|shall)) ...3!(not|may|never) (get|receive|hear|be sent|be) ...6!(not|never|may) ({_TOLD[1:-1]}|e mail|email|message|notice|notification|letter) ...8!({_ELSE}|breach|may) {_CHANGE} ...6!({_ELSE}|service~) {_POLICY}",
            f"(we|I) ...1!(not|may) (always|commit to|undertake to|promise to|will|shall|contact|let) ...3!(not|may|never|try) (inform~|notify~|contact|tell~|let|alert~|e mail|email) ...8!({_ELSE}|breach) {_CHANGE} ...5!({_ELSE}|service~) {_POLICY}",
            f"(we|I) ...1!(not|may) (will|shall|always|contact|let|undertake to|promise to) ...3!(not|may|never|try) (inform~|notify~|contact|tell~|let|alert~|e mail|email) ...4 (if|when|whenever|each time|every time|should) ...3!({_ELSE}|service~) {_POLICY} ...3!({_ELSE}) {_CHANGE}",
            f"(whenever|if|should|when|each time|every time) ...4!({_ELSE}) {_POLICY} ...3!({_ELSE}) {_CHANGE} ...8!({_ELSE}|may) ({_TOLD[1:-1]}|an e mail|an email|a message|we will (tell|inform|notify|contact|e mail|email)|hear from us)",
            f"(e mail|email|message|letter) ...3!(not) (each|every) (time|change|update) ...4!({_ELSE}) {_POLICY}",
            f"{_PEOPLE} (will|shall|is|are) ...2!(not|may|never) ({_TOLD[1:-1]}|made aware|kept informed|kept up to date) ...6!(not|may|breach~|only) {_OF}",
            f"(we|I|we'll) ...2!(not|may|never|try|reserve|can) (inform|notify|tell|announce|keep|make|let) ...5!(not|may|without) {_OF}",
            f"(e mail|email|notification|message|notice|letter) (will be|is|shall be) sent to ...8!(not|breach~|may) {_OF}",
            f"(we|I|we'll) ...2!(not|may|never) (write to|message|send [a|an] (message|e mail|email|notice|notification) to) ...2 (you|all|users|our|members|customers|everyone) ...6!(not|breach~) {_OF}",
            f"(we|I|we'll) ...2!(not|may|never) write to you if ...5 {_POLICY} ...3!({_ELSE}) {_CHANGE}",
            f"{_OF} ...4!(not|may) brought to your attention",
            f"(notification|notice) of ...2 {_OF} ...3!(not|no) sent to",
            f"(if|should|when|whenever|as soon as|once) ...4!(breach~) {_OF} ...8!(not|may|no) (e mail|email|notification|message|letter)",
            f"no {_CHANGE} ...2!(account|price~) {_POLICY} ...5!(account|price~) without (telling|informing|notifying|notice to|prior notice|notice)",
        ]
    ),
    "disclosure to authorities": phrases(
        en=[
            f"(will|shall|policy|effort~|always|try|attempt~|strive~) ...6!(not|never|without) {_TELL} ...12!(change~|breach) (of|before|about|when|if|that|prior) ...10 {_OFFICIAL}",
            f"(will|shall|policy|effort~|always|try|attempt~) ...5!(not|never|without) (notify|inform) ...3 (users|customers|people|individuals|you|affected) ...8 {_OFFICIAL}",
        ]
    ),
}
_REFUSED = {
    "changes to this policy": phrases(
        en=[
            f"{_CHANGE} ...12!(product~|price~|feature~|software) {_POLICY} ...14 {_NONE}",
            f"{_NONE} ...8 {_CHANGE} ...8 {_POLICY}",
            f"{_POLICY} ...10 {_CHANGE} ...10!(if|will) {_NONE}",
            f"(not|never|don't) [(obliged|required|obligated|bound|going)] [to] [(give|provide|send|issue)] (notify|inform|tell|alert|notice~|any notice|notices|notification~) ...6!(breach~|account~|law|individually) {_CHANGE} ...6 {_POLICY}",
            f"(we|I) (do not|don't|will not|won't) (notify|inform|alert|tell|e mail|email) (you|users|customers|anyone) [individually|personally|separately] (of|about|when) ...4!(breach~|account~) {_CHANGE} ...6 {_POLICY}",
            f"(we|I) (do not|don't|will not|won't) (give|send|provide|issue) [any|individual|separate] (notice|notices|notification~) of {_CHANGE} ...6 {_POLICY}",
            f"no [prior|separate|individual|advance] (notice|notification) (of|about) {_CHANGE} ...4 {_POLICY} (will be|is) (given|sent|provided)",
            f"{_CHANGE} ...8!(product~|price~|feature~|software) {_POLICY} ...12!(if) (need|needs|required|have to) ...1 not be (announced|notified|communicated)",
            f"{_CHANGE} ...8!(product~|price~|feature~|software) {_POLICY} ...12!(if) (need not be (announced|notified|communicated)|unannounced)",
            f"{_POLICY} ...8 {_CHANGE} ...2 (unannounced|without announcement)",
            f"(will not|won't|do not|don't|does not|never|not) ...1 (be (notified|informed|told|alerted)|(send|issue|give|provide) [out] [any|individual|separate|personal] (notices|notice|notification~)) ...4!(breach~|account~|law|only) (when|if|of|about) ...3!(breach~) ({_POLICY} ...3 {_CHANGE}|{_CHANGE} ...4 {_POLICY})",
            f"(no obligation|not under any obligation|no duty) to (notify|inform|tell|alert|announce|give) ...8!(breach~|account~|law) ({_CHANGE} ...5 {_POLICY}|{_POLICY} ...3 {_CHANGE})",
            f"{_CHANGE} ...8!(product~|price~|feature~|software) {_POLICY} ...14!(if) without ...6!(unless|consent) (notice|notification|notifying|warning|announcement|being informed|being notified|being told)",
            f"{_CHANGE} ...5!(product~|price~|feature~|software|our) {_POLICY} ...8!(if|will) without ...3!(unless|consent) (warning|announcement)",
            f"{_NEVER} ...1 (inform|notify|tell|contact|announce|alert|advise) ...6!(law|individually|without|only) {_OF}",
            f"{_OF} ...4!(not|if|law) not ...1 (announced|notified|communicated|provided|given)",
            f"no (notice|notification|announcement|warning) ...4!(if|law) (when|of|about|for|before) ...3!(law) {_OF}",
            f"{_NEVER} ...1 (receive|get) [any|a|individual] (notice|notification|message|e mail|email) ...3 {_OF}",
            f"{_OF} ...8!(if|unless) (need not|not need to|without having to) (inform|notify|tell) ...2",
            f"{_OF} ...8!(if|unless) (no need|not need) to (inform|notify|tell) ...2",
            f"(not|never) (inform|notify|tell|alert) ...6!(breach~|account~|law|only) ({_CHANGE} ...5 {_POLICY}|{_POLICY} ...3 {_CHANGE})",
        ]
    ),
    "disclosure to authorities": phrases(
        en=[
            f"(disclose|share|release|provide|hand) ...14!(not|never) (information|data|content) ...14!(change|policy) {_NONE}",
            f"{_NONE} ...6 (disclose|share|release|hand over) ...10 (information|data)",
        ]
    ),
}
_MATERIAL = phrases(en=["(material|materially|significant|significantly|substantial|substantially|major|important|substantive|fundamental)"])
_SMALL = phrases(en=["(minor|small|typographical|non material|immaterial|insignificant|editorial|clarif*)"])
_BY_POSTING = phrases(en=["(post~|publish~|upload~|visit|check|reviewing) ...10 (site|website|page|policy|here|online|app)", "(date|effective date|last updated) ...10 (top|bottom|above|below|policy)"])
_UNSURE = phrases(en=["(may notify|may also notify|might|may choose|if required|where required|as required|when required|try to)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(3)",),
    good=[
        "We may change this policy at any time without notice.\n\nWe will notify you of material changes by e-mail.\n",
        "We will inform you by e-mail before we change this policy.\n\nPrices may change without notice.\n",
        "We may update this policy without notice by posting it here.\n\nCheck this page for updates.\n",
    ],
    bad=[
        Bad(
            "We may change this policy at any time without prior notice.\n\n## Updates\n\nWe will notify you by e-mail before we change this policy.\n",
            at="We will notify you by e-mail before we change this policy",
            related=("change this policy at any time without prior notice",),
            message="notice of changes to this policy is promised here, but refused in line 1",
        ),
        Bad(
            "We may disclose your data without notice where the law asks us to.\n\n## Requests\n\n"
            "We will notify you of any disclosure to the authorities.\n",
            at="will notify you of any disclosure",
            related=("disclose your data without notice",),
        ),
    ],
)
def conflicting_notice(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Promises of notice, each with the passage that refuses it."""
    for subject in _PROMISED:
        refused = list(_read(policy, subject, _REFUSED[subject]))
        promised = [one for one in _read(policy, subject, _PROMISED[subject]) if not says(policy, _UNSURE, one.sentence)]
        pair = next(
            ((one, other) for one in promised for other in refused if apart(one, other) and same_frame(one, other) and _same_changes(policy, one, other)),
            None,
        )
        if pair:
            yield _finding(policy, subject, *pair)


def _read(policy: Policy, subject: str, wanted: Phrases) -> Iterator[Statement]:
    yield from ordered(read(policy, {subject: wanted}))


def _same_changes(policy: Policy, promise: Statement, refusal: Statement) -> bool:
    """Not where the promise is for material changes, or the refusal for small ones."""
    if says(policy, _SMALL, refusal.sentence) or says(policy, _BY_POSTING, promise.sentence):
        return False
    return says(policy, _MATERIAL, promise.sentence) == says(policy, _MATERIAL, refusal.sentence)


def _finding(policy: Policy, subject: str, promise: Statement, refusal: Statement) -> Finding:
    return Finding(
        f"notice of {subject} is promised here, but refused {elsewhere(policy, refusal)}",
        promise.span,
        related=(Related(refusal.span, "does without notice"),),
        help="say when notice is given and when not, in the same words in both places",
        topic=subject,
    )
