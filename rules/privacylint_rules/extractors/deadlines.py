"""
Reads what is done within how long: answering a request, telling of a change or a breach, honouring an opt-out.

`subject` is request, access-request, deletion-request, correction-request, opt-out, extension, acknowledgement, appeal,
appeal-filing, complaint, breach-notice, change-notice, notice or objection; `duration` is ISO 8601, and `days` tells
business days from calendar days. `regime` names the law whose section or sentence it stands in, where one is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Match, Phrases, Policy, Said, extractor

from privacylint_rules.scope import found, modality, opening_region, scope_of, stands_in
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

DURATION = phrases(en=["<duration>"])

ANSWER = phrases(
    en=[
        "(respond~ | reply | replies | replied | answer~ | act | acts | react~ | honor~ | honour~ | comply | complies | fulfil~ | fulfill~ | resolve~ | address~ | get back to you)",
        "(process~ | handle~ | complete~ | action~ | grant~ | satisfy | deal with | execute~ | implement~) ...12 (request~ | opt out~ | preference~ | complaint~ | inquir* | enquir* | it | them)",
        "(request~ | opt out~ | complaint~ | inquir* | enquir*) ...4 (is | are | be) ...2 (processed | handled | completed | answered | addressed | fulfilled | honored | honoured | actioned | resolved)",
        "(provide~ | give~ | send~ | deliver~ | make | makes) ...12 (response | information | copy | data | access | answer | report | notice | details)",
        "(receive~ | get | expect~) ...6 (response | answer | reply)",
        "(response | processing | reply | turnaround) [time | period | deadline]",
        "(correct | corrects | rectify | rectifies | update~) ...6 (data | information | it)",
        "take~ [reasonable] (steps | action)",
        "(remove~ | delete~ | take~) you from ...5 (list~ | newsletter~ | mailing~ | database)",
    ]
)
ACKNOWLEDGE = phrases(en=["(acknowledge~ | acknowledgment | acknowledgement | confirm~ (receipt | that we))", "confirm~ ...2 request~"])
EXTEND = phrases(
    en=["(extend~ | extension | extended | additional time | more time | longer | further <duration> | additional <duration> | another <duration> | maximum total)"]
)
APPEAL = phrases(en=["appeal~"])
APPEAL_FILING = phrases(en=["(file | submit | lodge | make | bring | request | send) ...4 appeal", "appeal ...12 (within | no later than) ...2 <duration> (of | after | from) ...4 (decision | denial | response | refusal)", "you (may | can) appeal"])
BREACH = phrases(en=["(breach~ | security incident~ | unauthorised access | unauthorized access | data incident~)"])
CHANGE = phrases(en=["(change~ | update~ | amend~ | modif* | revis* | new version) ...25", "(merger | acquisition | transfer of ownership)"])
NOTIFY = phrases(en=["(notify | notifies | notified | notification | notice | inform~ | alert~ | announce~ | tell | tells | post | posted | publish~ | report~ | let you know | take effect | takes effect | become effective)"])
OPT_OUT = phrases(en=["(opt out~ | opted out | opting out | unsubscribe~ | do not sell | marketing | newsletter | signal)"])
ACCESS = phrases(en=["(access | copy | portability | right to know | disclosure) ...3 request~", "request~ ...5 (access | copy of | to know)", "provide ...6 (access | copy)"])
DELETION = phrases(en=["(delet* | eras*) ...3 request~", "request~ ...6 (delet* | eras* | removal)"])
CORRECTION = phrases(en=["(correct* | rectif*) ...3 request~", "request~ ...6 (correct* | rectif*)", "(correct | rectify) ...6 (data | information | it)"])
COMPLAINT = phrases(en=["(complaint~ | grievance~ | complain)"])
OBJECTION = phrases(en=["(you | customer~ | users) ...8 object"])
REQUEST = phrases(en=["(request~ | right~ | inquir* | enquir* | question~ | query | queries | ask | asks)"])

HEADINGS = (
    ("access-request", phrases(en=["(access* | portab* | copy | export)"])),
    ("deletion-request", phrases(en=["(delet* | eras* | removal)"])),
    ("correction-request", phrases(en=["(correct* | rectif* | amend*)"])),
    ("opt-out", phrases(en=["opt out", "unsubscribe", "do not sell"])),
    ("complaint", phrases(en=["(complaint~ | grievance~)"])),
)
"""What the heading above says the request is for, where the sentence does not."""

NO_DEADLINE = phrases(
    en=[
        "(past | last | preceding | previous | prior) <duration>",
        "(once | twice | times) [in | per | every] <duration>",
        "(once | twice | times) [in] (a | an | per | each | every | any | in | within) [rolling] <duration>",
        "(per | each | every) <duration>",
        "<duration> (old | of age | period preceding | trial)",
        "(for | covering | during) [the | a] [period of] <duration>",
    ]
)
KEPT = phrases(
    en=[
        "(store~ | retain~ | keep~ | kept | hold~ | held | remain~ | stay~ | preserve~ | retention | backup~ | expire~ | archive~) ...12",
        "(delete~ | erase~ | remove~ | destroy~ | purge~ | anonymise~ | anonymize~) !(request~ | you)",
    ]
)
"""Verbs of retention: a period that stands nearer to one of them is retention."""
LIMIT = phrases(
    en=[
        "(within | in | under | no later than | not later than | at the latest | latest | at most | up to | maximum [delay] [of | period of] | not exceed | exceeding | typically | usually | generally | normally | to | next | time | before | after | take | takes | of | period is | "
        "at least | longer than | least | another | additional | further | by | "
        "than) [a | the | an] [maximum | period] [of] [delay of] [up to] [about | approximately] <duration>",
        "<duration> (prior | before | advance | in advance | notice | after | of | from | following | to)",
        "(processing | response | reply | turnaround) [time | period] [:] [up to] <duration>",
        "(allow | allows) [us] [up to] <duration>",
    ]
)

EXAMPLES = [
    Said("We answer your request within 30 days.", "30 days", {"subject": "request", "duration": "P30D"}),
    Said("We respond to deletion requests within one month.", "one month", {"subject": "deletion-request", "duration": "P1M"}),
    Said("We answer your request soon. If needed we may extend this by two further months.", "two further months", {"subject": "extension"}),
    Said("We tell you of changes to this policy at least 30 days before they take effect.", "30 days", {"subject": "change-notice"}),
    Said("We notify the authority of a breach within 72 hours.", "72 hours", {"subject": "breach-notice", "duration": "PT72H"}),
    Said("Your opt-out is honoured within 15 business days.", "15 business days", {"subject": "opt-out", "days": "business"}),
    Said("We delete logs within 30 days.", value=None),
    Said("In the past 12 months we answered 5 requests.", value=None),
]

LAWS: tuple[tuple[str, Phrases], ...] = (
    ("ccpa", phrases(en=["(CCPA | CPRA | california~ | californian)"])),
    ("uk-gdpr", phrases(en=["(UK GDPR | united kingdom)", "UK (residents | users)"])),
    ("gdpr", phrases(en=["(GDPR | EEA | EU | european)"])),
    ("us-states", phrases(en=["(virginia | colorado | connecticut | utah | texas | oregon | nevada | state privacy)"])),
    ("lgpd", phrases(en=["(LGPD | brazil*)"])),
    ("australia", phrases(en=["australia*"])),
    ("canada", phrases(en=["(PIPEDA | canad* | quebec)"])),
)

# --- code ------------------------------------------------------------------------------------------------------------

FARTHEST = 40


@extractor("deadline", examples=EXAMPLES)
def deadlines(policy: Policy) -> Iterator[Claim]:
    """Every period within which something is answered, told or done."""
    barred = {match.spans["duration"] for match in policy.find(NO_DEADLINE)}
    limited = {match.spans["duration"] for match in policy.find(LIMIT)}
    for match in policy.find(DURATION):
        span = match.spans["duration"]
        if span in barred or span not in limited or match.sentence.block.kind == "code":
            continue
        subject = _subject(policy, match)
        if not subject:
            continue
        value = {"subject": subject, "duration": match.slots["duration"], "days": _days(match), "regime": _regime(policy, match)}
        around = scope_of(policy, match.sentence, match)
        around = around._replace(region=opening_region(policy, match.sentence) or around.region)
        yield Claim("deadline", value, span, match.sentence, modality=modality(policy, match), scope=around)


def _days(match: Match) -> str:
    words = match.text.lower()
    return "business" if "business" in words or "working" in words else "calendar"


def _near(policy: Policy, match: Match, wordings: Phrases) -> int:
    """How many words lie between the period and the nearest of these words; FARTHEST where there are none."""
    distances = [FARTHEST]
    for other in found(policy, wordings, match.sentence):
        distances.append(max(0, match.words[0] - other.words[1], other.words[0] - match.words[1]))
    return min(distances)


def _said(policy: Policy, match: Match, wordings: Phrases) -> bool:
    return bool(found(policy, wordings, match.sentence))


def _subject(policy: Policy, match: Match) -> str:
    """What the period is the deadline of; "" where it is none."""
    answer, kept = _near(policy, match, ANSWER), _near(policy, match, KEPT)
    notify, acknowledge = _near(policy, match, NOTIFY), _near(policy, match, ACKNOWLEDGE)
    if kept < min(answer, notify, acknowledge) or _governed_by_keeping(policy, match):
        return ""
    if _said(policy, match, APPEAL):
        return "appeal-filing" if _said(policy, match, APPEAL_FILING) else "appeal"
    if _near(policy, match, EXTEND) <= 3 and (answer < FARTHEST or _said(policy, match, REQUEST) or _in_request_section(policy, match)):
        return "extension"
    if (_said(policy, match, BREACH) or _headed(policy, match, BREACH)) and notify < FARTHEST:
        return "breach-notice"
    if acknowledge < answer and acknowledge < FARTHEST:
        return "acknowledgement"
    if answer < FARTHEST and (_said(policy, match, REQUEST) or _said(policy, match, OPT_OUT) or _said(policy, match, COMPLAINT) or _in_request_section(policy, match)):
        return _of_request(policy, match)
    if notify < FARTHEST and _said(policy, match, CHANGE):
        return "change-notice"
    if _said(policy, match, OBJECTION):
        return "objection"
    return "notice" if notify <= 6 else ""


def _of_request(policy: Policy, match: Match) -> str:
    kinds = [
        name
        for name, wordings in (
            ("opt-out", OPT_OUT), ("deletion-request", DELETION), ("access-request", ACCESS), ("correction-request", CORRECTION), ("complaint", COMPLAINT)
        )
        if _said(policy, match, wordings)
    ]  # fmt: skip
    if not kinds:
        kinds = [name for name, wordings in HEADINGS if _headed(policy, match, wordings)]
    return kinds[0] if len(kinds) == 1 else "request"


def _governed_by_keeping(policy: Policy, match: Match) -> bool:
    """Whether the last verb in front of the period keeps or deletes: "we delete it after 30 days if you do not answer"."""
    last = (-1, False)
    for wordings, keeps in ((KEPT, True), (ANSWER, False), (NOTIFY, False), (ACKNOWLEDGE, False)):
        for verb in found(policy, wordings, match.sentence):
            if verb.words[1] <= match.words[0] + 1:
                last = max(last, (verb.words[0], keeps))
    return last[1]


def _headed(policy: Policy, match: Match, wordings: Phrases) -> bool:
    heading = match.sentence.section.heading
    return bool(heading and any(found(policy, wordings, text) for text in policy.sentences_of(heading)))


def _in_request_section(policy: Policy, match: Match) -> bool:
    return stands_in(policy, REQUEST, match.sentence.block) or _headed(policy, match, REQUEST)


def _regime(policy: Policy, match: Match) -> str | None:
    texts = [match.sentence]
    for section in match.sentence.section.above():
        if section.heading:
            texts += policy.sentences_of(section.heading)
    return next((law for text in texts for law, wordings in LAWS if found(policy, wordings, text)), None)
