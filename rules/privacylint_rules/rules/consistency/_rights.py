"""The wordings that give a right over data and those that refuse it, made from the words of what is to be done to it."""

from __future__ import annotations

from typing import NamedTuple

from privacylint.api import Phrases

from privacylint_rules.words import phrases


class Right(NamedTuple):
    """The wordings that give a right, those that refuse it, and the questions that ask for it."""

    grants: Phrases
    refusals: Phrases
    asked: Phrases | None = None


STOP = "(that|which|via|by|through|over|per|using|made|received|sent|if|unless|where|until|without|from|while|during|for|in|held|about|of|immediately|when|collected)"
_DATA = "{own-data}"
_SENT = "(entered|submitted|stored|provided|sent|given|collected|recorded)"
_CAN_NOT = "(cannot|can not|can't|may not|can no longer|not able to|unable to|not allowed to|not permitted to|not entitled to|not in a position to)"
_NO_WAY = "(not possible|impossible|no way|no possibility|no option|no means|no mechanism|no procedure)"
_US = "(we|I|company|operator|controller|provider|foundation|developer)"
_WE_NO = "(do not|don't|cannot|can't|will not|won't|never|does not|doesn't|am not able to|is not able to|are not able to|are [technically|currently] unable to|am unable to|is unable to|are not in a position to)"
_PERSON = (
    "(you|they|users|customers|members|visitors|donors|individuals|people|everyone|anyone|everybody|whoever|all users|every user|each user|any user|the user|every customer|any customer"
    "|any person|any individual|any visitor|any member|any donor|data subjects|every data subject|the data subject)"
)
_MAY = "(may|can|could|is free to|are free to|is able to|are able to|is entitled to|are entitled to|has the right to|have the right to)"
_CAN = "(may|can|could|free to|able to|entitled to|right to|like to|wish to|want to|option to|opportunity to)"
_HERE = "(data|information|details|records|everything|what we|all information)"
_ASKS = "(ask|asks|asking|request|requests|demand|want|wants|wish|wishes|like|instruct)"
_REFUSED = "(refused|rejected|declined|denied|turned down|ignored|not (accepted|granted|honored|honoured|processed|answered|possible|considered|fulfilled|carried out|entertained))"
_OFFER = (
    "(offer|provide|support|allow|allow for|accept|accept requests for|grant|permit|honor|honour|honor requests for|honour requests for|process|process requests for"
    "|handle|answer|answer requests for|comply with requests for|fulfil|fulfill|respond to requests for)"
)
_NOT_DONE = "(is|are) (not|never) (possible|available|offered|provided|permitted|allowed|supported|foreseen|accepted)"
_LATER = "(by (writing|contacting|e mailing|emailing|sending)|at any time|on request|upon request|at your request|whenever|if you ask|when you ask|as soon as you ask)"


_GERUNDS = {"correct": "correcting|rectifying", "delete": "deleting|erasing|removing", "export": "exporting|porting"}
"""The forms behind "no way of", by the first of the verbs."""


def right(verbs: str, done: str, noun: str) -> Right:
    """The wordings of a right to have something done to data: `verbs` do it, `done` says that it was, `noun` names it."""
    return Right(_grants(verbs, done, noun), _refusals(verbs, done, noun), _questions(verbs, done, noun))


def _grants(verbs: str, done: str, noun: str) -> Phrases:
    return phrases(
        en=[
            f"{_PERSON} ...2!(not|no|cannot|agree|if) {_MAY} ...4!(not|no|to) ({verbs}) {_DATA}",
            f"{_PERSON} ...2!(not|no|cannot|agree|if) {_MAY} ...4!(not|no|to) (have|get) {_DATA} ({done})",
            f"{_PERSON} ...2!(not|no|cannot|agree|if) {_MAY} ...2!(not|no) (ask|request|demand|require|claim) ...5!(not|no|verify|confirm) ({verbs}|{noun}) [of] {_DATA}",
            f"{_PERSON} (has|have|enjoy|enjoys) ...2 right (to|of) ...3!(not|no) ({verbs}|{noun}) [of] {_DATA}",
            f"{_DATA} ...2!(not|no|if|who|that) (can|will|may) [always|then] be ({done}) {_LATER}",
            f"{_DATA} ...2!(not|no|if|who|that) (is|are) ({done}) (as soon as|when|if|once|whenever) you (tell|ask|write|request|notify|let) ...2",
            f"(write to|ask|tell|contact|email|let) (me|us) ...5!(not|no|if) and (we|I) ...1 ({verbs}) {_DATA}",
            f"(we|I) ...1!(not|never|cannot) ({verbs}) {_DATA} (if|when|whenever|as soon as) you (ask|request|want|tell)",
            f"{_US} ...1!(not|never|no|cannot) (honor~|honour~|accept~|grant~|fulfil~|fulfill~|comply with|complies with|carry out|carries out) ...1!(not|no) (requests for ({noun})|({noun}) requests)",
            f"^ [the] ({noun}) of {_DATA} is ...2!(not|no|only) (possible|available) {_LATER}",
            # what the reader gives need not be read narrowly: it clashes with a plain refusal only
            f"({_PERSON[1:-1]}) ...3!({{not}}|if) {_CAN} ...8!({{not}}|if|third|posts) ({verbs}|{done}|{noun}) ...4!({{not}}|third|others|posts|account|cookie~) {_HERE}",
            f"right ...5!({{not}}|third) (to|of) ...5!({{not}}|third|posts) ({verbs}|{done}|{noun}) ...4!({{not}}|third|others|posts|account|cookie~) {_HERE}",
            f"(contact|write|e mail|email|ask|tell|let|send|message|drop|notify) (me|us|our|an|a) ...14!({{not}}|if|third|posts|cookie~) ({verbs}|{done}) ...3!({{not}}|third|cookie~) ({_HERE[1:-1]}|it|them)",
            f"(contact|write|e mail|email|ask|tell|let|send|message|drop|notify) (me|us|our|an|a) ...10!({{not}}|if|third|cookie~) {_HERE} ...4!({{not}}|third|posts) ({done})",
            f"(you'd|you would|you) ...2!({{not}}) (like|want|wish|prefer) ...4!({{not}}|third) {_HERE} ...3!({{not}}) ({done})",
            f"to have ...3!({{not}}|third) {_HERE} ...2!({{not}}) ({done})",
            f"(get in touch|reach out|on demand|fill in|fill out) ...12!({{not}}|third|posts) ({verbs}|{done}) ...4!({{not}}|third|posts) {_HERE}",
            f"{_DATA} ...2!({{not}}|if|who|that) (is|are) ...1 ({done}) {_LATER}",
            f"request to ...1 ({verbs}) ...3!({{not}}|third|posts) {_HERE} ...3 (carried out|honoured|honored|granted|fulfilled|followed)",
            f"(simply|just) (ask|write|tell us) ...3 we ...3!({{not}}|third) ({verbs}) ...3 {_HERE}",
            f"we ...2!({{not}}) ({verbs}) ...3!({{not}}|third|posts) {_HERE} ...2 if you ...1 (drop|send|write|contact|e mail|email|message)",
            f"(comply with|honor|honour|accept|grant|fulfil|fulfill|answer|process|follow) ...2!({{not}}) (requests (for|to) ...1 ({noun}|{verbs})|({noun}) requests)",
            f"(data subjects|users|customers|individuals|everyone|anyone|you) may (demand|request|ask|require) that ...3!({{not}}|third|posts) {_HERE} ...2!({{not}}) ({done})",
            f"(upon|on|at|following|after) ...5!({{not}}|third) request [for ({noun})] ...10!({{not}}|third|some) ({verbs}|{done}) ...5!({{not}}|third|some|posts) ({_HERE[1:-1]}|it|them)",
            f"(upon|on|at|following|after) ...5!({{not}}|third) request [for ({noun})] ...10!({{not}}|third|some) {_HERE} ...5!({{not}}|third|some|posts) ({done})",
            f"we ...2!({{not}}) ({verbs}) ...4!({{not}}|third|posts) {_HERE} ...4!({{not}}|third) (when|if|whenever|once) ...2 {_ASKS}",
        ]
    )


def _refusals(verbs: str, done: str, noun: str) -> Phrases:
    return phrases(
        en=[
            f"{_DATA} ...6!(if|when|others|until|unless|in|that|which) (cannot|can not|can't|will not|never) [ever] be ({done}) !{STOP}",
            f"(data|information|details|entries) [that was|that were|once|which was] {_SENT} (cannot|can not|can't|will not|never) [ever] be ({done}) !{STOP}",
            f"(data|information|details) (cannot|can not|can't|will not|never) [ever] be ({done}) (once|after) (it|they|this) ...2 (been|was|were|is|are) {_SENT}",
            f"^ [personal] (data|information) (cannot|can not|can't|will not|never) [ever] be ({done}) $",
            f"{_US} {_WE_NO} ({verbs}) {_DATA} !{STOP}",
            f"{_US} {_WE_NO} ({verbs}) [personal] (data|information|details) (after|once|on|upon|at) ...4 (request|{_SENT[1:-1]})",
            f"{_US} {_WE_NO} {_OFFER} [(the|any|such|your|a)] (({noun}) [requests] [of] [{_DATA}|data]|requests (for|to) ({noun}|{verbs}) [of] [{_DATA}|data]) !{STOP}",
            f"^ [the|a] ({noun}) of [such|this] ({_DATA}|data|information) {_NOT_DONE} !{STOP}",
            f"{_NO_WAY} [for you|for users] [to|of] ({verbs}) {_DATA} !{STOP}",
            f"{_PERSON} {_CAN_NOT} ({verbs}) {_DATA} !{STOP}",
            f"(we|I) {_WE_NO} (let|allow|permit|enable) {_PERSON} [to] ({verbs}) {_DATA} !{STOP}",
            f"(requests (for|to) ({noun}|{verbs})|({noun}) requests) ...4!(third) (are|is|be) [simply|always] ({_REFUSED[1:-1]}|never (accepted|granted|honored|honoured|processed)) !{STOP}",
            f"({noun}) requests (cannot|can not|can't|will not|won't|shall not) be (accepted|granted|honored|honoured|processed|answered|fulfilled|considered) [by us] !{STOP}",
            f"(we|I) (reject|refuse|decline|ignore|deny|do not respond to|don't respond to|do not act on|don't act on) ...1 (requests (for|to) ...1 ({noun}|{verbs})|({noun}) requests) [of {_DATA}] !{STOP}",
            f"{_US} {_WE_NO} ({_OFFER[1:-1]}) ...1 requests for (the|any) ({noun}) [of] [{_DATA}|data] !{STOP}",
            f"no right to ...2!(third) ({verbs}) {_DATA} !{STOP}",
            f"^ {_DATA} (is|are) never ({done}) !{STOP}",
            f"requests to have {_DATA} ({done}) ...1 (are|is|be) [simply|always] {_REFUSED} !{STOP}",
            f"({noun}) of {_DATA} (does not|doesn't|will not|won't) take place !{STOP}",
            f"no right to ...2!(third) (have {_DATA} ({done})|({noun})) !{STOP}",
            f"{_CAN_NOT} ...2!(third|account) ({verbs}) [individual|single|any] [(records|parts|pieces|items) of] {_DATA} !{STOP}",
            f"{_CAN_NOT} have ...1 {_DATA} ({done}) !{STOP}",
            f"{_NO_WAY} [for (you|us|users|customers)] [to|of] [(have|having)] [({verbs})] {_DATA} [({done})] !{STOP}",
            f"(no (way|means|possibility) of|not capable of|incapable of|not possible to) ({verbs}|{_GERUNDS[verbs.split('|')[0]]}) {_DATA} !{STOP}",
            f"(do not|don't|does not|doesn't|cannot|can't) (offer|give|provide|have|support) [users|you|members|customers] [the|any|an|a] (option|possibility|means|way|function|feature|mechanism|opportunity|ability) (to|of|for) [have] ({verbs}|{noun}|{_GERUNDS[verbs.split('|')[0]]}) [of] ({_DATA}|data) !{STOP}",
            f"{_DATA} ...5!(if|when|others|until|unless|in|that|which) (can no longer|can never|may never|will under no circumstances|shall not|shall never) [ever] be ({done}) !{STOP}",
            f"(data|information|records) [that was|that were|once|which was] {_SENT} ...3!(if|until|unless) (cannot|can not|can't|can no longer|can never|will not|never) [ever] be ({done}) !{STOP}",
            f"^ [the|a|any] (subsequent|later)? ({noun}) [of [such|this] ({_DATA}|data|information)] (is|are) [technically] (impossible|excluded|ruled out|not possible|not foreseen|not available|not offered) !{STOP}".replace(" (subsequent|later)?", " [subsequent|later]"),
        ]
    )


def _questions(verbs: str, done: str, noun: str) -> Phrases:
    return phrases(
        en=[
            f"(can|may|could) I ...3!(not|third) ({verbs}) ...1 (my|the|all) [personal] (data|information|details)",
            f"can (my|the) [personal] (data|information|details) be ({done})",
            f"is [the] ({noun}) [of (my|the) (data|information)] possible",
            f"(do|will|can) you ({verbs}) my [personal] (data|information|details) !(to|with|without)",
        ]
    )


_EMAILS = "[receiving] [all] [our|any|these|further|the] [e mail|email] (newsletter|newsletters|mailing list|mailing lists|mailings|email list)"

CORRECTION = right("correct|rectify|amend|fix", "corrected|rectified|amended|fixed|changed", "correction|rectification")
DELETION = right("delete|erase|remove|destroy|wipe", "deleted|erased|removed|destroyed|wiped|gone", "deletion|erasure|removal|destruction")
EXPORT = right("export|port|transfer|take|download", "exported|ported|transferred", "export|portability|data portability")
COPIES = Right(
    phrases(
        en=[
            f"{_PERSON} ...2!(not|no|cannot|if) {_MAY} ...3!(not|no|to) (see|view|inspect|access|look at) {_DATA}",
            f"{_PERSON} ...2!(not|no|cannot|if) {_MAY} ...2!(not|no) (ask|request|demand|obtain|receive|get) ...4!(not|no) (a copy|copies) of {_DATA}",
            f"{_PERSON} (ask|asks|requests) ...3 (gets|get|receives|receive|is sent|are sent|will get|will receive) ...1 (a copy|copies) of ...1 {_DATA}",
            f"(we|I) [will] (send|give|provide) you a copy of {_DATA} (if|when|whenever|on|upon|at)",
        ]
    ),
    phrases(
        en=[
            f"{_US} {_WE_NO} (give out|hand out|provide|give|send out|send|issue|supply|release|make) [you|any|users|our users|with|out] (a copy|copies) of [{_DATA}|the data|data] [that] [(we|I) (hold|store|keep)] !(to|for|that|which|without|if|unless|until|free)",
            f"(we|I) {_WE_NO} (let|allow|permit) {_PERSON} [to] (see|view|inspect|access) {_DATA} !{STOP}",
            f"{_PERSON} {_CAN_NOT} (see|view|inspect|access) {_DATA} !{STOP}",
            f"^ [there is] no (access to|copies of|copy of) {_DATA} [(is|are)] [(given|granted|provided|possible)] $",
        ]
    ),
    phrases(en=["(can|may|could) I ...2!(not|third) (see|view|access|get a copy of|have a copy of|obtain a copy of|receive a copy of) ...2 (my|the) [personal] (data|information)"]),
)
OBJECTION = Right(
    phrases(
        en=[
            f"{_PERSON} ...2!(not|no|cannot|if) {_MAY} ...3!(not|no) object to ...2!(third|marketing|direct) (processing|use|handling) of {_DATA}",
            f"right to object to ...2!(third|marketing|direct) (processing|use|handling) of {_DATA}",
        ]
    ),
    phrases(
        en=[
            f"{_NO_WAY} [for you|for users] (to object|of objecting) to ...2!(third) (processing|use|handling) of {_DATA} !(that|which|if|unless|where|until|for|by)",
            f"objections to ...2 (processing|use|handling) of {_DATA} (are|will be) (not|never) (accepted|possible|considered|honoured|honored) !(if|unless|where|until)",
            f"{_US} {_WE_NO} (accept|consider|honor|honour) objections [to ...2 (processing|use|handling) of {_DATA}] !(if|unless|where|until|that)",
            f"{_PERSON} {_CAN_NOT} object to ...2!(third) (processing|use|handling) of {_DATA} !(that|which|if|unless|where|until|for|by)",
        ]
    ),
    phrases(en=["(can|may|could) I object to ...2 (processing|use) of (my|the) [personal] (data|information)"]),
)
RESTRICTION = Right(
    phrases(
        en=[
            f"{_PERSON} ...2!(not|no|cannot|if) {_MAY} ...4!(not|no) (restrict|limit|restriction of|limitation of) ...2 (processing|use|handling) of {_DATA}",
            f"right to ...4!(not) (restrict|limit|restriction of) ...2 (processing|use) of {_DATA}",
        ]
    ),
    phrases(
        en=[
            f"{_US} {_WE_NO} {_OFFER} [(any|such)] (requests (for|to) (restrict|restriction of|limit)|restriction of|any restriction of) [(the|our|any)] (processing|use) !(if|unless|where|until|that)",
            f"{_NO_WAY} [for you|for users] (to restrict|to limit|of restricting) ...2 (processing|use|handling) of {_DATA} !(that|which|if|unless|where|until|for|by)",
            f"{_PERSON} {_CAN_NOT} (restrict|limit) ...2 (processing|use|handling) of {_DATA} !(that|which|if|unless|where|until|for|by)",
            "^ [the|a] restriction of (the|our) processing is (not|never) (possible|available|offered)",
        ]
    ),
)
ACCOUNT = Right(
    phrases(en=[f"{_PERSON} ...2!(not|no|cannot|if) {_MAY} ...3!(not|no|to) (delete|close|remove) (your|their|his|the) [user] account~", "(your|user) account~ can be (deleted|closed) (at any time|by you|whenever)"]),
    phrases(
        en=[
            "^ [user|customer|your] account~ (cannot|can not|can't) [ever] be (deleted|closed|removed) !(if|unless|until|while|where|when|by|from|in|without|through|via|before)",
            f"{_US} {_WE_NO} (delete|close|remove) [user|customer|your] account~ !(if|unless|until|while|where|when|by|from|in|without|through|via|before|after|for|that)",
            f"(you|users|customers) {_CAN_NOT} (delete|close) (your|their) [user] account~ !(if|unless|until|while|where|when|by|from|in|without|through|via|before|after)",
        ]
    ),
    phrases(en=["(can|may|could) I (delete|close|remove) my account"]),
)
MAILINGS = Right(
    phrases(
        en=[
            "unsubscribe [(from ...4)] (at any time|whenever|any time|with one click)",
            f"{_PERSON} ...2!(not|no|cannot|if) {_MAY} ...3!(not|no) (unsubscribe from|leave|opt out of|be removed from|cancel) {_EMAILS}",
        ]
    ),
    phrases(
        en=[
            f"{_PERSON} {_CAN_NOT} (unsubscribe from|leave|opt out of|be removed from|cancel) {_EMAILS} !{STOP}",
            f"{_NO_WAY} [for you|for users] (to unsubscribe from|of unsubscribing from|to leave|to opt out of|to be removed from) {_EMAILS} !{STOP}",
            f"{_US} {_WE_NO} (offer|provide|allow) ...1 (unsubscribing|unsubscription|opt out|opting out) (from|of) {_EMAILS} !{STOP}",
            "^ unsubscribing is not possible",
        ]
    ),
    phrases(en=[f"(can|may|could) I (unsubscribe from|leave|opt out of|get off) {_EMAILS}"]),
)
_CONSENT = "(consent|consents|permission|agreement to the processing|agreement)"
_WITHDRAW = "(withdraw|withdrawing|withdrawal of|revoke|revoking|revocation of|retract|take back|taking back|rescind|cancel)"
_WITHDRAWN = "(withdrawn|revoked|retracted|taken back|rescinded|cancelled|canceled|undone|annulled)"
_TO = "(to|if|unless|for|where|until|with|by|in|at|retroactive*|without)"
_FREELY = "(at any time|any time|anytime|at any moment|at any point|whenever|freely|for the future|without giving|immediate effect)"
WITHDRAWAL = Right(
    phrases(
        en=[
            f"({_CAN[1:-1]}|simply|easy to|possible to|how to|please) ...6!({{not}}|if|fail) {_WITHDRAW} ...4!({{not}}|parental) ({_CONSENT[1:-1]}|it)",
            f"{_WITHDRAW} ...4!({{not}}|parental) {_CONSENT} ...6!({{not}}|impossible) ({_FREELY[1:-1]}|possible)",
            f"{_CONSENT} ...12!({{not}}|if|until|unless) ({_WITHDRAWN[1:-1]}|withdraw|revoke|cancel it|revocable|withdrawable) ...8!({{not}}|if) {_FREELY}",
            "right of withdrawal of ...2 consent",
            f"{_CONSENT} ...6!({{not}}|if|until) (can|may) ...4!({{not}}) be {_WITHDRAWN}",
            f"(to|and) {_WITHDRAW} (your|this|that|the) {_CONSENT} [at any time] (e mail|email|contact|write|click|$)",
        ]
    ),
    phrases(
        en=[
            f"(irrevocable|irrevocably|non revocable|unrevocable|irreversible) ...4!(licen*|right) ({_CONSENT[1:-1]}|consent|agree|agreement) ...3!(licen*)",
            f"{_CONSENT} ...6!(if|unless|until|licen*|may|can) (irrevocable|irrevocably|non revocable|not revocable|permanent|once and for all|final|not subject to (withdrawal|revocation)|for good)",
            f"{_CONSENT} ...5!(if|unless|until|licen*) (cannot|can not|can't|may not|can never) [later|ever] be {_WITHDRAWN} !{_TO}",
            f"{_CAN_NOT} (take|takes|taking) ...2 {_CONSENT} back !{_TO}",
            f"({_WE_NO[1:-1]}) (allow|permit|let|enable) (you|users|customers|members|anyone) [to] {_WITHDRAW} ...2 {_CONSENT} !{_TO}",
            f"(waive|give up|renounce|forgo) ...3 right to {_WITHDRAW} ...2 {_CONSENT}",
            f"(no way|no possibility|not possible|impossible) (to|of) {_WITHDRAW} ...2 {_CONSENT} !{_TO}",
            f"(withdrawal~|revocation|withdrawing|revoking) [of] ...2 {_CONSENT} ...2!(if|unless) (not (possible|permitted|allowed|accepted|provided for)|impossible|excluded|ruled out)",
            f"{_CAN_NOT} ...2!(third) {_WITHDRAW} ...2 {_CONSENT} !(to|if|unless|for|where|until|with|by|in|at|retroactive*)",
            f"({_WE_NO[1:-1]}) (accept|allow|permit|honor|honour|process) ...2 (withdrawal~|withdrawing|revocation~|revoking) of ...2 {_CONSENT} !{STOP}",
            f"no right to {_WITHDRAW} ...2 {_CONSENT} !{STOP}",
        ]
    ),
)
_FREE = "(free of charge|free|at no cost|at no charge|without charge|no charge|no cost|no fee|without a fee|without charging|at no expense|without cost|no payment|for free|gratis|not cost|costs nothing|not charge|never charge|not have to pay|don't have to pay|need not pay|without payment|without any (charge|fee|cost|payment)|free of (cost|charges|expense)|(not|never|don't) (ask for|charge|require|demand|levy) [a|any] (fee|payment|charge|money))"
_REQUEST = "(such information|exercising|exercise (your|these|any|of)|copy of your data|further copy|request|requests|rights|right of access|access to (your|the|any|personal)|copy of|copies|this information|information [is] provided|access your personal)"
_OTHER_FREE = "(excessive|unfounded|repeated|app|application|trial|download|toll|feel|premium|advertising|newsletter|first|interest|internet|hotline|call|phone)"
_MONEY = "(fee|charge|payment|administration charge|handling charge|cheque|check|<number> (euros|dollars|pounds|francs|eur|usd|gbp|chf)|money)"
_ACCESS = (
    "(access request~|subject access request~|data subject request~|request~ for access|request~ for information|each request|every request|your request|per request|any request"
    "|(copy|copies) of ...1 {personal-data}|access to ...1 {personal-data}|supplying a copy|providing the information|provide you with a copy|a copy of your|copies of your)"
)
FEE = Right(
    phrases(
        en=[
            "(exercising|using) (your|these|any) [of] [your|these] [privacy|data protection] rights ...4!(not|excessive) (costs nothing|is free|is always free|is free of charge|costs you nothing)",
            "(no|not any) (charge|fee|cost|costs) ...2!(excessive|if) for [(any|a|your|each|every|such|access|privacy|data|answering|handling|processing)] [(any|a|your|data|privacy|access)] request~",
            "(never|do not|don't|will not) charge [you] [(anything|a fee|any fee|money)] for ...2!(excessive|additional|repeated) request~",
            "(answer|handle|process|fulfil|fulfill|deal with|respond to) ...3!(not|excessive) request~ ...3!(not) (free of charge|without charge|at no cost|for free|at no charge)",
            "(your|data|privacy|access|all|such) request~ ...3!(not|excessive|if) (is|are) ...2!(not) (free|free of charge|at no cost|without charge)",
            f"{_FREE} ...10!({_OTHER_FREE[1:-1]}|not) {_REQUEST}",
            f"{_REQUEST} ...10!({_OTHER_FREE[1:-1]}|{{we}}) {_FREE}",
        ]
    ),
    phrases(
        en=[
            "(fee|charge) ...3!(no|not|reasonable) (is payable|must be paid|has to be paid|is due|is charged|applies|is levied|will be charged) for (every|each|any|all|your|a) [(access|data|privacy|such)] request~",
            "(each|every|any|a) [(access|data|privacy)] request~ ...8!(not|no|nothing|if) (cost|costs) ...1!(nothing) <number>",
            "for (each|every|any|a) [(access|data|privacy)] request~ ...3!(not|no) (we|I) (charge|ask|bill|require|demand) ...2!(no|nothing) <number>",
            "(we|I) (charge|ask|bill|require|demand) [a fee of] ...3!(no|nothing|reasonable) <number> ...2 (for|per) (each|every|any|a|your) [(access|data|privacy)] request~",
            f"{_MONEY} ...4!({{not}}|reasonable|free|if|excessive) [(is|must be|has to be|will be|may be)] [(charged|levied|payable|paid|due|required|applied|applies)] (for|on|with|to|against) ...4!({{not}}|excessive) {_ACCESS}",
            f"{_ACCESS} ...6!({{not}}|free|if|where|within|excessive) (subject to|against|upon|on|after|requires|require|carry|attract) ...2!({{not}}|reasonable) {_MONEY}",
            f"{_ACCESS} ...6!({{not}}|free|if|where|excessive|within) ((must|have to|need to|will have to) pay|you pay|cost you|(accompanied by|at|priced at) [a|the] [payment|fee|charge] [of] <number>)",
            "for (each|every|any|a) [(access|data|privacy)] (copy|request) ...6!({not}|excessive|if) (you|we) ...2!({not}) (pay|bill|charge|ask for)",
            "(bill|charge|invoice) (each|every|any) [(access|data|privacy|data subject)] (copy|request) ...3!({not}) <number>",
            f"(we|I) [may|will|can] [also] (charge you|ask you to pay|require you to pay|bill you|make a charge|make a small charge|charge) ...5!({{not}}|if|reasonable|excessive|nothing|no) {_ACCESS}",
        ]
    ),
)
