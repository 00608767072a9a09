"""
A right that is given in one place, and refused in another.

"You can have your data erased" and "data cannot be deleted once it was submitted" cannot both be kept, nor can copies
that are free of charge and a fee for each of them. Compared are deletion (of data and of accounts), correction, copies of the data, their export, objection, restriction, fees for
them, withdrawal of consent, appeals, opting out of marketing and mailings, and the promise that nobody is worse off for using a right.
Exceptions that the law knows (records that must be kept, excessive requests, data of others) are no clash.

Source: Articles 7(3), 12(5) and 15 to 21 GDPR; Cal. Civ. Code 1798.105, 1798.110 and 1798.125.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Phrases, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.answers import answered
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._rights import (
    ACCOUNT,
    COPIES,
    CORRECTION,
    DELETION,
    EXPORT,
    FEE,
    MAILINGS,
    OBJECTION,
    RESTRICTION,
    WITHDRAWAL,
    Right,
)
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_DATA = "([any|all] [of] your [own|personal|account|user|profile] (data|information|details)|[any|all|the|of] personal (data|information))"
_CAN_NOT = "(cannot|can not|can't|may not|not able to|unable to|are not allowed to)"
_NO_WAY = "(not possible|impossible|no way|not able|unable|no possibility|no option)"
_WE_NO = "(do not|don't|cannot|can't|will not|won't|never|does not)"
_STOP = "(that|which|if|unless|where|until|without|from|while|during|for|in|held|about|of|immediately|when|collected)"
_ASK = "(ask|request|demand|require)"
_MAY = "(you|users|customers|individuals|everyone|anyone) ...3!(not|no|cannot|agree|acknowledge) (may|can|are free to|are able to|are entitled to|have the right to|have the option to)"


_COPY = "(access to|a copy of|copies of|every copy of|each copy of|any copy of|an overview of)"
_REQUESTED = f"({_COPY[1:-1]}|access [to]|accessing|copies|access request~|each (request|copy)|request~ for access|data subject request~|exercising)"
_MAILS = "[receiving] [our|any|these|further] (marketing|promotional|advertising|commercial) (e mail|e mails|email|emails|messages|communications|mail|mailings)"
_EXERCISE = "(exercise~|exercising|use|opt out|opts out|opted out|opting out)"

_RIGHTS = {
    "deletion": Right(
        phrases(
            en=[
                f"{_MAY} ...3!(not|no) (delete|erase|remove) {_DATA}",
                f"{_MAY} ...3!(not|no) have {_DATA} (deleted|erased|removed)",
                f"{_MAY} ...2!(not|no) {_ASK} ...5!(not|account) (deletion|erasure|removal|delete|erase|remove) [of] {_DATA}",
                f"right to ...4!(not) (deletion|erasure|delete|erase) [of] {_DATA}",
                f"right to ...2 have {_DATA} (deleted|erased|removed)",
                f"(we|I) [will|shall] (delete|erase|remove) {_DATA} (at|on|upon) [your] request",
                f"(if|when) you ask us ...8!(not) (delete|erase|remove) ...3 {_DATA}",
                "(request~|asks|ask) ...4!(not) (deletion|removal|erasure) of ...5 (information|data|content) ...22!(not|may) (will|shall) (delete|erase|remove) ...5!(not) (information|data|content|materials|it|them|records)",
                "(upon|on|at) ...3 request ...6!(not|may) (will|shall) (delete|erase|remove) ...5!(not|some) (information|data|content)",
                "(if|should) you (want|wish|would like|prefer) ...2!(not) us to (delete|erase|remove) ...4!(not) (information|data|content)",
                "you (want|wish|would like) ...3!(not) (information|data|content) [to be] (deleted|erased|removed) ...8!(not) (contact|write|email|tell|let|inform)",
            ]
        ),
        phrases(
            en=[
                f"{_DATA} ...6!(if|when|others|until|unless|in|that|which) (cannot|can not|can't|may not|will not|never) be (deleted|erased|removed) !{_STOP}",
                f"{_NO_WAY} ...3 (delete|erase|remove|deleting|erasing) {_DATA} !{_STOP}",
                f"(we|I) ({_WE_NO[1:-1]}|are unable to|are not able to) (delete|erase|remove) {_DATA} !{_STOP}",
                f"(we|I) {_WE_NO} (delete|erase|remove) ...2 (data|information) (on|upon|at) [your] request !{_STOP}",
                f"(we|I) {_WE_NO} (offer|provide|support|allow|accept|grant) ...2 (deletion|erasure|removal) of {_DATA} !{_STOP}",
                "(requests for (deletion|erasure|removal)|(deletion|erasure) requests) (are|will be) (not|never) (accepted|granted|honored|honoured|processed|answered)",
                f"{_WE_NO} (delete|erase|remove) (any|your|user|the) ...2 (information|data|content) that (you|users|children|students|customers|members|people) ...3!(not) (contribute~|provide~|submit~|submitted|post~|upload~|gave|give|enter~|share~)",
                "(keep|kept|retain|retained|store|stored|hold|held|live|remain|remains|stays|stay) ...14!(not|only) (regardless of|irrespective of|despite|notwithstanding|no matter) ...6!(not) ((deletion|erasure|removal) request~|request~ (for|to) ...2 (deletion|erasure|delete|erase|remove))",
                "(keep|kept|retain|retained|store|stored|hold|held) ...10!(not|only) (even if|even though|although) you [(have)] (ask|asked|request|requested) ...3!(not) (us)? ...2 (delete|erase|remove|deletion|erasure)".replace(" (us)?", " [us]"),
                "once (submitted|provided) ...6 (data|information) (cannot|can not|can't) be (deleted|erased|removed)",
            ]
        ),
    ),
    "copies": Right(
        phrases(
            en=[
                f"{_MAY} ...2!(not|no) (access|inspect|see|view|obtain|receive|get) ...3!(not|third) {_DATA}",
                f"{_MAY} ...2!(not|no) {_ASK} ...5!(not) {_COPY} {_DATA}",
                f"right (to|of) ...3!(not) (access|{_COPY[1:-1]}) [to] {_DATA}",
            ]
        ),
        phrases(
            en=[
                f"(we|I) ({_WE_NO[1:-1]}|are unable to|are not able to) (provide|offer|give|send|supply|grant|hand out) ...4!(third|parties|others|anyone|to) {_COPY} {_DATA} !{_STOP}",
                f"(we|I) {_WE_NO} (provide|offer|give|send|supply|grant|hand out) copies of {_DATA} !{_STOP}",
                "(we|I) (do not|don't|will not|never) (respond to|answer|accept|grant|process) [requests for access|access requests|data access requests] (requests for access|access requests) !(that|which|if|unless|where|until|without|from|made|sent)",
                "(requests for access|access requests) (are|will be) (not|never) (accepted|granted|honored|honoured|processed|answered) !(if|unless|until|without|where|by|when)",
            ]
        ),
    ),
    "export": Right(
        phrases(
            en=[
                f"{_MAY} ...3!(not|no) (export|download|take) ...4!(not) {_DATA}",
                f"{_MAY} ...3!(not|no) (receive|get|obtain|request|download) ...9!(not) (machine readable|export of|portable)",
                "right (to|of) [the] [data] portability",
                "right to ...10!(not) machine readable",
            ]
        ),
        phrases(
            en=[
                f"{_DATA} ...3!(if|that|which|others) (cannot|can not|can't) be exported !{_STOP}",
                f"{_NO_WAY} ...3 (export|exporting) {_DATA} !{_STOP}",
                f"(we|I) ({_WE_NO[1:-1]}|are unable to|are not able to) (export|port) {_DATA} !{_STOP}",
                f"(we|I) {_WE_NO} (export|port|hand over|provide) {_DATA} in ...4 format !{_STOP}",
                f"(we|I) {_WE_NO} (offer|provide|support|allow|have) ...3!(third|other) (data export~|an export of {_DATA}|exports of {_DATA}|any export|exports|an export|data portability|portability) !(that|which|if|unless|where|until|without|to|for)",
            ]
        ),
    ),
    "fee": Right(
        phrases(
            en=[
                f"{_REQUESTED} ...12!(not|excessive|fee) (free|free of charge|at no cost|at no charge|without charge|for free|no charge)",
                f"{_COPY} {_DATA} ...8!(not|excessive) (free|free of charge|at no cost|at no charge|without charge|for free)",
                f"(no|not ...6) (fee|charge|cost) ...4!(excessive) {_REQUESTED}",
                f"{_WE_NO} charge ...6!(excessive|if) {_REQUESTED}",
                f"not have to pay ...3 (fee|anything) ...4!(excessive) (access|{_REQUESTED[1:]}",
                "(respond to|answer|process) ...4 request~ ...4 (free of charge|at no cost|without charge|for free)",
                f"{_MAY} ...2 (access|request|obtain) {_DATA} ...3!(not) (free of charge|at no cost|without charge|for free)",
                "no (fee|charge) is (charged|made|due) for (exercising|using) ...2 rights",
            ]
        ),
        phrases(
            en=[
                f"(we|I) (charge|require|ask for|demand) [you] [a|the] [small|fixed|flat|processing|handling] [fee] ...6!(not|excessive|only|if) {_REQUESTED} !(premium)",
                f"(fee|charge) of ...5!(excessive) (for|is charged for|is due for|applies to|to) ...2!(not) {_REQUESTED}",
                f"{_REQUESTED} ...6!(not|no|excessive|free) (cost~|are subject to a fee|is subject to a fee|are charged|carry a fee|carries a fee) !(nothing)",
                f"(have to|must|need to) pay ...6!(not|excessive) (for|to) {_REQUESTED}",
                f"(fee|charge) of ...5 is charged for ...2 {_REQUESTED}",
                f"(we|I) (charge|require|ask for|demand|ask|bill) [you] ...7!(not|no|excessive|only|if) (for|to process|to handle|to answer) ...1 {_REQUESTED}",
                f"{_REQUESTED} ...6!(not|no|excessive|free) (come at a|comes at a|carries a|carry a|against a|against payment of a) (fee|charge|price|cost)",
            ]
        ),
    ),
    "equal treatment": Right(
        phrases(
            en=[
                f"{_WE_NO} ...3!(if|offer) (discriminate|retaliate|penalise|penalize|treat you [any] (differently|worse)|treat you less favourably|punish) ...10!(unless|except) ({_EXERCISE[1:-1]}|rights)",
                f"not be (treated (differently|worse)|discriminated against|penalised|penalized|denied) ...10!(unless|except) ({_EXERCISE[1:-1]}) ...4 rights",
                f"{_WE_NO} ...3!(if) (deny you|charge you|charge different|deny) ...12!(unless|except) (because|for) ...3 {_EXERCISE} ...4 rights",
                "right (not to be|to not be|to be free from) (discriminated|discrimination) ...10 rights",
                "exercise any of (these|your) rights we (will not|do not|won't) (discriminate|penalise|penalize)",
            ]
        ),
        phrases(
            en=[
                f"{_EXERCISE} ...5!(not|no) rights ...12!(not|no|cannot|without) (lose~|different price|higher price|deny you|denied|be charged|lower (level|quality)|charge you a|unable to (use|access)|no longer (use|access|get|receive))",
                "(opt out|opts out|opt out of ...6) ...8!(not|no|never) (lose~|pay a higher|higher price|pay more|charged more)",
                "(lower|reduced|different) (level|quality) of ...4!(not) if you exercise ...2 rights",
                "(deny|refuse) you ...4 if you exercise ...2 rights",
                f"{_EXERCISE} ...4!(not|no) rights ...8!(not|no) (may|might|could|will) ...2 (no longer be available|not be available|not be able to)",
                f"{_EXERCISE} ...4!(not|no) rights ...6!(not|no) (feature~|service~|part~|function~|benefit~) ...4!(not|no) (may|might|could|will) ...1 (no longer|not) ...1 (be|work)",
                f"{_EXERCISE} ...4!(not|no) rights ...8!(not|no) (may|might|could|will) ...2!(not) (be unable to|no longer be able to|not be able to|lose) ...6 (feature~|service~|part~|function~|access|benefit~)",
            ]
        ),
    ),
    "withdrawal": Right(
        phrases(
            en=[
                f"{_MAY} ...3!(not|no) (withdraw|revoke|retract|take back) ...3!(not) consent",
                "right to (withdraw|revoke) ...3!(not) consent",
                "consent (can|may) be (withdrawn|revoked)",
                "free to (withdraw|revoke) ...3 consent",
                "you may (revoke|withdraw) (your|this|that|it) [consent]",
            ]
        ),
        phrases(
            en=[
                f"consent ...8!(if|to|unless|until|license|licence) (cannot|can not|can't|may not) be (withdrawn|revoked|taken back) !{_STOP}",
                f"you {_CAN_NOT} (withdraw|revoke) your consent !(to|if|unless|for|where|until|with)",
                "(irrevocable|irrevocably) [and (unconditional|unlimited)] consent",
                "consent ...5!(not|if|license|to) is (irrevocable|final|permanent|binding for good)",
                f"{_NO_WAY} ...3 (withdraw|revoke) ...2 consent !(to|if|unless|for|where|until)",
                "irrevocably consent",
            ]
        ),
    ),
    "appeal": Right(
        phrases(en=[f"{_MAY} ...3!(not|no|authority|supervisory|court~) appeal !to", "right to appeal [our|the|this|any|a] [decision|refusal|denial]"]),
        phrases(
            en=[
                "decision~ ...8!(if|until|unless|authority) (cannot|can not|can't|may not) be appealed",
                "(there is|we offer) no appeal (against|from|of)",
                f"(we|I) {_WE_NO} (offer|provide|allow|accept) ...2 appeal~ !(if|unless|until|to)",
                f"you {_CAN_NOT} appeal [against] (our|a|the|any) decision~",
            ]
        ),
    ),
    "marketing": Right(
        phrases(
            en=[
                f"{_MAY} ...6!(not|no) (unsubscribe~|opt out|stop|object~|refuse) ...5!(not) {_MAILS}",
                f"right to (unsubscribe|opt out|object) ...4 {_MAILS}",
                f"{_MAILS} ...8!(not|no) (unsubscribe link|opt out link|link to unsubscribe)",
            ]
        ),
        phrases(
            en=[
                f"{_NO_WAY} ...3 (opt out|unsubscribe|object) ...3!(some|all) {_MAILS} !{_STOP}",
                f"(you|users|customers) {_CAN_NOT} (opt out|unsubscribe|object) ...3!(some|all|non) {_MAILS} !{_STOP}",
                f"(we|I) {_WE_NO} (offer|provide|allow) ...3 (opt out|unsubscribing|unsubscription) (from|of) ...2 {_MAILS}",
            ]
        ),
    ),
}

_MORE = {
    "deletion": DELETION,
    "correction": CORRECTION,
    "copies": COPIES,
    "export": EXPORT,
    "objection": OBJECTION,
    "restriction": RESTRICTION,
    "account": ACCOUNT,
    "mailings": MAILINGS,
    "fee": FEE,
    "withdrawal": WITHDRAWAL,
}
"""The same rights and others in the wordings that are made of their words."""
_BOUND = phrases(
    en=[
        "(except|unless|until|some|certain|legal|legally|law|laws|required|requires|oblige~|backup~|back up|archiv*|public|publicly|posted|forum~|blockchain|third|parties|others|other|immediately|already|completely|fully|cases|instances"
        "|verify|verified|verification|identity|aggregate~|aggregated|anonymous|anonymised|anonymized|cached|excessive|repetitive|repeated|unfounded|further|additional|second|subsequent|reasonable|permitted|allowed|incentive~|transactional|related to"
        "|service related|necessary|needed|need|contract|fraud|security|authority|court|license|licence|without)", "(by|also|without) [also] deleting", "(certain|some|limited|exceptional|these|those|which|following|special) circumstances", "circumstances (where|in|under)",
        "administrative !(fee|charge|cost)",
        "(if|where|when|while|as long as) (we|it|this|your request|the request|you (have|do|did|are)|an|a|the)",
    ]
)
"""What bounds a refusal, or says that it is one the law knows."""
_BOUND_WORSE = phrases(
    en=[
        "(incentive~|permitted|allowed|related to|law|laws|legally|necessary|needed|need|required|requires|delete~|deletion|deleting|erase~|erasure|withdraw*|without|because|contract|security|fraud|data we|unless|not)",
    ]
)
"""What gives a reason why those who use a right are served otherwise: without the data the service cannot run."""
_FOR_FREE = phrases(en=["{not}", "(free|gratis|nothing|waive~|waived)"])
"""What makes a sentence that speaks of a fee one that asks for none."""
_BOUNDS = {"equal treatment": (_BOUND_WORSE,), "fee": (_BOUND, _FOR_FREE)}
_MOST_SHOWN = 3
_BOUND_GRANT = phrases(en=["(except|unless|not only|how)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 12(2)",),
    good=[
        "You may ask us to delete your personal data.\n\nWe cannot delete your personal data where tax law wants us to keep it.\n",
        "Access to your data is free of charge.\n\nWe charge a fee for requests that are excessive.\n",
        "You can withdraw your consent.\n\nWithdrawing consent does not change what was done before.\n",
        "You can opt out of marketing e-mails.\n\nYou cannot opt out of messages on your orders.\n",
        "If you use your rights, we will not discriminate against you.\n\nIf you delete your account, you can no longer sign in.\n",
    ],
    bad=[
        Bad(
            "Your data cannot be deleted once you have sent it.\n\n## Your rights\n\nYou may have your data erased at any time.\n",
            at="Your data cannot be deleted",
            related=("You may have your data erased",),
            message='deletion of your data is refused here, but offered in "Your rights" (line 5)',
        ),
        Bad(
            "You cannot opt out of marketing e-mails.\n\n## Your rights\n\nYou can unsubscribe from marketing e-mails at any time.\n",
            at="You cannot opt out of marketing e-mails",
            related=("You can unsubscribe from marketing e-mails",),
        ),
        Bad(
            "Your consent is irrevocable.\n\n## Your rights\n\nYou can withdraw your consent whenever you like.\n",
            at="consent is irrevocable",
            related=("You can withdraw your consent",),
        ),
    ],
)
def right_refused(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Each right that is plainly refused, with the first passage that gives it."""
    for name in dict.fromkeys((*_RIGHTS, *_MORE)):
        refusals = [one for one in (*_read(policy, name, "refusals"), *_replies(policy, name, denied=True)) if not any(says(policy, bound, one.sentence) for bound in _BOUNDS.get(name, (_BOUND,)))]
        if not refusals:
            continue
        refused = {one.sentence for one in refusals}
        said = (*_read(policy, name, "grants"), *_replies(policy, name, denied=False))
        grants = [one for one in said if not says(policy, _BOUND_GRANT, one.sentence) and one.sentence not in refused]
        for refusal in {one.sentence: one for one in reversed(refusals)}.values():
            # two wordings may read one sentence
            apart_from = {one.sentence: one for one in reversed(grants) if apart(refusal, one) and same_frame(refusal, one)}
            broken = [*{one.sentence.block: one for one in apart_from.values()}.values()][::-1]
            if broken:
                yield _finding(policy, name, refusal, broken)


def _wordings(name: str, part: str) -> Iterator[Phrases]:
    for table in (_RIGHTS, _MORE):
        if name in table:
            yield getattr(table[name], part)


def _replies(policy: Policy, name: str, *, denied: bool) -> Iterator[Statement]:
    """What questions with their answers give or refuse: "can I delete my data? No"."""
    asked = _MORE[name].asked if name in _MORE else None
    for match in answered(policy, asked, denied=denied) if asked else ():
        yield Statement(name, match, scope.scope_of(policy, match.sentence))


def _read(policy: Policy, name: str, part: str) -> list[Statement]:
    """The passages of a right; rights are what other rules leave out, so no sentence but a question is left out here."""
    found = (match for wanted in _wordings(name, part) for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading") and not match.sentence.text.rstrip().endswith("?"))
    return ordered(Statement(name, match, scope.scope_of(policy, match.sentence, match)) for match in found)


_MESSAGES = {
    "deletion": ("deletion of your data is refused", "offered"),
    "copies": ("access to your data is refused", "given"),
    "correction": ("correction of your data is refused", "offered"),
    "objection": ("an objection is refused", "it is possible"),
    "restriction": ("a restriction of processing is refused", "offered"),
    "account": ("deletion of an account is refused", "offered"),
    "mailings": ("an end of the mailings is refused", "offered"),
    "export": ("an export of your data is refused", "offered"),
    "fee": ("a fee is asked for access to your data", "it is free"),
    "equal treatment": ("those who use their rights are worse off", "nobody is to be"),
    "withdrawal": ("consent cannot be withdrawn", "it can be"),
    "appeal": ("an appeal is refused", "offered"),
    "marketing": ("an opt-out of marketing is refused", "offered"),
}


def _finding(policy: Policy, name: str, refusal: Statement, broken: list[Statement]) -> Finding:
    refused, given = _MESSAGES[name]
    return Finding(
        f"{refused} here, but {given} {elsewhere(policy, broken[0])}",
        refusal.span,
        related=tuple(Related(one.span, "says the opposite") for one in broken[:_MOST_SHOWN]),
        help="state the right in one place, with the exceptions the law allows",
        topic=name,
    )
