"""
Marketing that waits for consent in one place, and does without it in another.

"We send you advertising only if you have agreed" and "direct marketing is in our legitimate interest" name two legal
bases for one thing: readers who never agreed do not know whether they are written to, and an authority will hold the
company to the stricter one. The same holds for a promise to share data for marketing only with consent, or never for
the marketing of others, beside a passage by which advertisers or partners get it for just that. Marketing to existing
customers, and consent only where the law asks for it, are told apart by good policies and are no clash.

Source: Articles 6(1)(a) and (f), 7 and 21 GDPR; Article 13 ePrivacy Directive; Cal. Civ. Code 1798.83.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Block, Claims, Finding, Match, Phrases, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_MARKETING = (
    "(marketing [(communications|messages|emails|e mails|materials|material|information|purposes|activities|offers)]|promotional (communications|messages|emails|e mails|e mail|email|materials|material|information|purposes|offers|content)"
    "|advertising (e mails|emails|material|messages|communications|mail|purposes)|commercial (communications|messages|emails|e mails)|(promotions|promotional offers|special offers|advertisements|advertising) by (e mail|email|post|mail|phone|telephone)|(market|advertise) ...2 to you|direct advertising)"
)
_SENT = "(newsletter~|offers|promotions|advertising|news and offers|our offers|product news|product information)"
_CONSENT = "(consent|consented|permission|opt in|opts in|opted in|opting in|opted into|agree|agreed|agreement|approval|asked for it|asked us to|asked to|requested it|say so|said so|subscribed|signed up|chosen to|want it|wish it|authorisation|authorization)"
_SHARE = "(share|shares|shared|sharing|disclose|disclosed|disclosing|provide|provided|pass|passed|give|given|sell|sold|rent|transfer|transferred|release|released)"
_OUTSIDERS = "(third (party|parties)|others|other (companies|organisations|organizations|businesses)|partners|advertisers|sponsors|anyone)"
_ON = "(with|if|where|when|after|on|upon|once|provided|to|subject to|based on)"
_ASK = "(ask|asks|obtain|get|seek|request|need|require|requires)"

OWN, SHARED, FOREIGN = "marketing", "sharing for marketing", "marketing by others"
_PROMISED: dict[str, Phrases] = {
    OWN: phrases(
        en=[
            f"only ...14!(not|if|once) {_MARKETING} ...14!(not|unless) (with|if|where|when|after|on|upon|once|provided) ...6!(not|law) {_CONSENT}",
            f"{_MARKETING} ...14!(not|unless|third) (only|solely|exclusively) ...3 {_ON} ...6!(not|law) {_CONSENT}",
            f"(send|receive|get|email|contact) ...6!(not|third|if) {_SENT} ...8!(not|unless|third|if) (only|solely|exclusively) ...3 {_ON} ...6!(not|law) {_CONSENT}",
            f"(only|solely|exclusively) (send|sent|receive|get|email) ...8!(not|third|if) {_SENT} ...8!(not|unless|third) {_ON} ...6!(not|law) {_CONSENT}",
            f"(not|never|won't|don't|no) ...12 {_MARKETING} ...14!(law) (without|unless|until) ...6!(law|inform) {_CONSENT}",
            f"(not|never|won't|don't|no) ...3 (send|receive|get|email) ...8!(third) {_SENT} ...8!(law) (without|unless|until) ...6!(law|inform) {_CONSENT}",
            f"(without|unless|until) ...6!(law) {_CONSENT} ...8!(law) (not|never|no|won't|don't) ...10 {_MARKETING}",
            f"{_MARKETING} ...6!(third|if) (not|never|won't) ...6!(law) (without|unless|until) ...6!(law|inform) {_CONSENT}",
            f"{_CONSENT} ...2!(not) (is|are) ...1!(not) (required|needed|necessary|obligatory) (for|before|to) ...10!(not) {_MARKETING}",
            f"{_MARKETING} ...3!(not) (is|are) ...2!(not) opt in",
            f"if you ...2 (not|haven't|don't) ...4!(law) {_CONSENT} ...6!(law) (not|never|no|won't|don't) ...10 {_MARKETING}",
            f"(always|will|shall|we|must) {_ASK} ...4!(not) {_CONSENT} ...3 before ...10 {_MARKETING}",
            f"before ...6!(not) {_MARKETING} ...6!(not) we ...3!(not) {_ASK} ...4!(not) {_CONSENT}",
            f"{_MARKETING} ...6!(not) (requires|require|needs|need|is subject to|are subject to|depends on|presupposes) your ...4 {_CONSENT}",
            f"(legal|lawful) (basis|ground) ...4!(not) {_MARKETING} is ...2!(not) (exclusively|solely|only|always) ...3 {_CONSENT}",
        ]
    ),
    SHARED: phrases(
        en=[
            f"{_SHARE} ...20!(not|never) {_OUTSIDERS} ...12!(not|never) (marketing|advertising|promotional|commercial) ...10!(not|never) (only|solely) ...3 (with|if|where|when|after|once) ...6!(not) {_CONSENT}",
            f"(not|never|won't|don't|no|none|nothing) ...6 {_SHARE} ...20 {_OUTSIDERS} ...10 (marketing|advertising|promotional) ...10!(law) (without|unless|until) ...6!(law) {_CONSENT}",
            f"(without|unless|until) ...6!(law|inform) {_CONSENT} ...6!(law) (not|never|won't|don't|no|none|nothing) ...8 {_SHARE} ...20 {_OUTSIDERS} ...10 (marketing|advertising|promotional)",
            f"only ...3 {_SHARE} ...16!(not) {_OUTSIDERS} ...10 (marketing|advertising|promotional) ...8!(not) (with|if|where|when|after|once) ...6!(not) {_CONSENT}",
            f"(always|will|shall|we|must) {_ASK} ...5!(not) {_CONSENT} ...3 before ...4 {_SHARE} ...14 {_OUTSIDERS} ...8 (marketing|advertising|promotional)",
        ]
    ),
    FOREIGN: phrases(
        en=[
            f"(not|never|won't|don't|no) ...6 {_SHARE} ...20 {_OUTSIDERS} ...6 (their|their own|the third parties|third parties|third party's|those parties) ...3 [direct] marketing",
            f"(not|never|won't|don't) ...4 {_SHARE} ...8 for [the] (third parties|third party's|others) [own] [direct] marketing",
        ]
    ),
}
_TRADE = "(advertisers|advertising (partners|networks|companies|platforms)|ad networks|marketing partners|data brokers|sponsors)"
_THIS_WAY = phrases(en=[f"(we|i|company) ...1 (do not|don't|does not) ...2 {_SHARE} ...6 (in (this|that) (way|manner)|for (this|that|these|such|those) purpose~)"])
_THEIR_MARKETING = phrases(en=["(their|third parties|third party's|own) ...2 [direct] marketing [purpose~]"])
_DONE: dict[str, Phrases] = {
    OWN: phrases(
        en=[
            f"{_MARKETING}",
            "(send|provide|contact|e mail|email|inform|offer) ...8!(not|never|third) (marketing|newsletter~|promotions|promotional|special offers)",
            "(market|promote|advertise|promoting|marketing|advertising) ...2 (our|other|its|related|new) ...3 (product~|service~|offerings|offers|brand)",
            "(send|provide) ...6!(not|never|third) (advertising|advertisements) !(partner~|network~)",
            "(send|sending|tell|telling|inform|informing) you ...4!(not|third) (offers|news|information) ...3!(not) (about|on) (our|new) ...3 (product~|service~|offer~)",
        ]
    ),
    SHARED: phrases(
        en=[
            "(bid request~|real time bidding|programmatic advertising|ad exchange~|advertising exchange~) ...30!(not|never) (sent|transmitted|shared|passed|include|includes|receive|receives|disclosed)",
            "(sent|transmitted|shared|passed|disclosed|send|transmit|share|pass) ...20!(not|never) (bid request~|real time bidding|ad exchange~|advertising exchange~)",
            f"(we|i) [may] [also] {_SHARE} ...16!(not|never|consent|aggregate*|anonymi*) {_TRADE}",
            f"(is|are|be) [also] (shared|disclosed|provided|passed|transferred|given|made available|sold) ...6!(not|never|consent|behalf) {_TRADE}",
        ]
    ),
    FOREIGN: phrases(
        en=[
            "(receiving|receive) ...3 (marketing|promotional communications|marketing communications|offers) from us and ...4!(not) (third (party|parties)|partners)",
            f"{_SHARE} ...20!(not|never) {_OUTSIDERS} ...10!(not|never|behalf|our) (so that|who|to|in order|for their|to allow|which) ...8!(our|us|behalf|not) (market to you|contact you|offer you|send you|direct marketing|marketing purposes|own marketing) ...12!(behalf)",
            "(third parties|partners|sponsors|advertisers|companies) ...4!(not|never|our) (may|will|can|might) [also] (contact|market to|send|e mail|email|write to) you ...8!(our|behalf|us) (offers|products|services|promotions|marketing|promotional)",
        ]
    ),
}
_INTEREST = phrases(en=["legitimate [business|commercial] interest~", "6 1 ...2 f"])
_NO_INTEREST = phrases(en=["(not|never|override~|overridden|object|objection) ...6 legitimate interest~", "(consent|consented|opt in|opted in|agreed|where (the|applicable) law|where required|except where|unless|similar (products|services)|existing customer~|business customer~|corporate|campaign~|effectiveness|measure|measuring|strategy|statistic*|research)"])
_HEDGED = phrases(
    en=[
        "(if|where|when|as|to the extent|unless) ...4 (required|necessary|permitted|applicable|law|laws|legally|obliged)",
        "(legitimate interest~|similar (products|services)|existing customer~|(unless|until) you ...3 (opt out|object|unsubscribe)|soft opt in|sms|text message~|text messages|telephone|phone|fax|call you|push|child~|children's|minor~|cookie~|sensitive|health|location|in some|some countries|certain|impracticable|statements|testimonial~)",
        "(as described|described in|set out in|this (policy|notice))",
        "(processed|collected|obtained|gathered|held) ...4 (contract~|contractual)",
        "(if|where) you have ...3 (exercised|opted out|objected|asked us not)",
    ]
)
_TWO_CONDITIONS = phrases(en=["and [only] (if|where|when|as) ...2 permitted by"])
"""Consent, and the law's leave besides: no hedge."""
_NOT_OURS = phrases(en=["(you (may|can|should|have the right)|right to|your right|(third parties|partners|providers|companies|they) ...2 (may|will|must|shall|are|do) not)"])
_ON_CONSENT = phrases(en=["(consent|consented|opt in|opted in|permission|your request|aggregate*|anonymi*|agree|agreed|choose|limited to)"])
_OPT_OUT = phrases(en=[f"(opt out|unsubscribe) ...8!(not|cookie~|sale) {_MARKETING} ...3!(consent)"])
_UNLESS_REFUSED = phrases(en=["(opt out|opting out|opted out|object to (this|such|the)|(tell|told|ask|asked) us not|unless you ...3 (object|refuse|decline|opt out|ask us not|tell us not)|if you ...3 (not want|not wish|prefer not|rather not))"])
"""What offers a way out, and so says that nobody is asked before."""
_MAY_CONTACT = phrases(en=["(may|might|will) ...3!(not|never|only) (contact|inform|tell|e mail|email|write to|send) you ...10!(consent|not|request|question~)"])
_MOST_SHOWN = 3
_MOST_AGAIN = 2

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 6(1)", "GDPR Art. 13(1)(c)"),
    good=[
        "We only send you marketing e-mails if you have opted in.\n\n## Bases\n\nWe prevent fraud on the basis of our legitimate interests.\n",
        "Where the law requires it, we only send marketing e-mails with your consent.\n\n## Bases\n\nDirect marketing is in our legitimate interest.\n",
        "We only send marketing e-mails with your consent.\n\n## Bases\n\nWe have a legitimate interest in marketing similar products to existing customers.\n",
        "We do not share your data with third parties for their direct marketing.\n\n## Help\n\nWe share your data with providers who send our newsletter for us.\n",
    ],
    bad=[
        Bad(
            "We only use your personal data for direct marketing with your consent.\n\n## Bases\n\nWe carry out direct marketing on the basis of our legitimate interests.\n",
            at="only use your personal data for direct marketing with your consent",
            related=("marketing",),
            message='marketing waits for consent here, but rests on legitimate interests in "Bases" (line 5)',
        ),
        Bad(
            "We share your data with third parties for marketing only if you have opted in.\n\n## Ads\n\nYour IP address is sent to advertisers in bid requests.\n",
            at="share your data with third parties for marketing only if you have opted in",
            related=("sent to advertisers in bid requests",),
        ),
        Bad(
            "We do not share your personal data with third parties for their direct marketing.\n\n## What we keep\n\nWe keep your preferences in receiving marketing from us and our third-party partners.\n",
            at="not share your personal data with third parties for their direct marketing",
            related=("receiving marketing from us and our third-party",),
        ),
    ],
)
def marketing_without_consent(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Each promise about marketing with the passages that do not wait for consent."""
    promises = [one for one in ordered(_promises(policy)) if _is_firm(policy, one.sentence)]
    for kind in _PROMISED:
        ours = [one for one in promises if one.kind == kind]
        done = [*_done(policy, kind)] if ours else []
        for promise in ours:
            broken = [one for one in done if apart(promise, one) and same_frame(_open(promise), _open(one)) and one.sentence.block is not promise.sentence.block]
            if broken:
                again = [Related(other.span, "promises the same") for other in ours if other is not promise]
                again += [Related(match.span, "offers a way out instead") for match in _ways_out(policy)] if kind == OWN else []
                yield _finding(policy, promise, _one_a_block(broken), again)
                break


def _is_firm(policy: Policy, sentence: Sentence) -> bool:
    """Whether a promise is the company's own, and leaves the law no say."""
    if says(policy, _NOT_OURS, sentence):
        return False
    return not says(policy, _HEDGED, sentence) or says(policy, _TWO_CONDITIONS, sentence)


def _one_a_block(statements: list[Statement]) -> list[Statement]:
    """The first of those that stand in one paragraph."""
    return [*{one.sentence.block.number: one for one in reversed(statements)}.values()][::-1]


def _open(one: Statement) -> Statement:
    """The statement for its people, region and product only."""
    return one._replace(scope=one.scope._replace(condition=None, purpose=None))


def _promises(policy: Policy) -> Iterator[Statement]:
    for one in read(policy, _PROMISED):
        # a promise about sharing is none about the company's own marketing
        if one.kind != OWN or not says(policy, _THIRD, one.sentence):
            yield one
    for match in policy.find(_THIS_WAY):
        before = policy.sentences[match.sentence.number - 1] if match.sentence.number else match.sentence
        if before.block is match.sentence.block and says(policy, _THEIR_MARKETING, before):
            yield Statement(FOREIGN, match, scope.scope_of(policy, match.sentence, match)._replace(region=()))


_THIRD = phrases(en=["(third (party|parties)|partners|other companies|others|advertisers|sponsors|share|sell)"])


def _done(policy: Policy, kind: str) -> Iterator[Statement]:
    """Passages that do it without asking: on legitimate interests, or by giving the data away."""
    if kind == SHARED:
        yield from _given_away(policy)
        return
    for one in ordered(read(policy, {kind: _DONE[kind]}, denied=False)):
        if kind == OWN:
            if _rests_on_interest(policy, one.sentence):
                yield one
        elif not says(policy, _ON_CONSENT, one.sentence) or (kind == FOREIGN and "preferences" in one.sentence.text):
            yield one


def _given_away(policy: Policy) -> Iterator[Statement]:
    """Passages that give data to the advertising trade: also those that name the way out beside it."""
    for match in policy.find(_DONE[SHARED]):
        sentence = match.sentence
        if sentence.block.kind != "heading" and not sentence.text.rstrip().endswith("?") and not scope.denied(policy, match) and not says(policy, _ON_CONSENT, sentence):
            yield Statement(SHARED, match, scope.scope_of(policy, sentence, match))


def _rests_on_interest(policy: Policy, sentence: Sentence) -> bool:
    """Whether the sentence, its paragraph, its row of a table or what introduces its list names legitimate interests."""
    block = sentence.block
    around = [*policy.sentences_of(block)]
    if block.intro is not None and block.kind == "item":
        around += policy.sentences_of(block.intro)
    if block.kind == "cell":
        around += [one for cell in _row(policy, sentence) for one in policy.sentences_of(cell)]
    if says(policy, _NO_INTEREST, sentence) or not any(says(policy, _INTEREST, one) for one in around):
        return False
    return not any(says(policy, _NO_INTEREST, one) for one in around)


def _row(policy: Policy, sentence: Sentence) -> Iterator[Block]:
    """The cells of the row a sentence stands in."""
    block = sentence.block
    for other in policy.blocks[max(0, block.number - 8) : block.number + 9]:
        if other.kind == "cell" and other.group == block.group and {id(other.text), id(other.row_head)} & {id(block.text), id(block.row_head or block.text)}:
            yield other


def _ways_out(policy: Policy) -> Iterator[Match]:
    """Where the reader may be written to and is offered a way out, in one paragraph that asks for no consent."""
    for match in policy.find(_OPT_OUT):
        paragraph = policy.sentences_of(match.sentence.block)
        if any(says(policy, _MAY_CONTACT, one) for one in paragraph) and not any(says(policy, _ON_CONSENT, one) for one in paragraph):
            yield match


def _finding(policy: Policy, promise: Statement, broken: list[Statement], again: list[Related]) -> Finding:
    # others are silent on consent, or only keep a preference
    refused = [one for one in broken if promise.kind == SHARED and any(says(policy, _UNLESS_REFUSED, other) for other in policy.sentences_of(one.sentence.block))]
    broken = [*refused, *(one for one in broken if one not in refused)]
    first = broken[0]
    shown = {
        OWN: ("marketing waits for consent here, but rests on legitimate interests", "does not wait for consent"),
        SHARED: ("data is shared for marketing only with consent here, but goes to the advertising trade without it", "does not wait for consent"),
        FOREIGN: ("no data is shared for the marketing of others here, but they market", "lets others market"),
    }[promise.kind]
    places = [Related(one.span, shown[1]) for one in broken[:_MOST_SHOWN]]
    return Finding(
        f"{shown[0]} {elsewhere(policy, first)}",
        promise.span,
        related=(*places, *again[:_MOST_AGAIN]),
        help="choose one basis for it, or say for whom each holds",
        severity=None if promise.kind == OWN or refused else "info",
        topic=promise.kind,
    )
