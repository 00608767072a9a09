"""
Reads what is done within how long: answering a request, telling of a change or a breach, honouring an opt-out.

`subject` is request, access-request, deletion-request, correction-request, deletion (carried out on request), enquiry,
opt-out, unsubscribe, extension, acknowledgement, appeal, appeal-filing, complaint, breach-notice, change-notice, notice
or objection; `duration` is ISO 8601, and `days` tells business days from calendar days. `regime` names the law whose
section or sentence it stands in, where one is named.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Match, Phrases, Policy, Said, extractor

from privacylint_rules.scope import found, modality, opening_region, scope_of, stands_in
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

DURATION = phrases(en=["<duration>"])

ASKED_FOR = "(request~ | opt out~ | complaint~ | grievance~ | inquir* | enquir* | question~ | preference~)"
SETTLE = (
    "(process | processes | processed | processing | handle~ | complete~ | completing | action~ | grant~ | satisfy | satisfied | deal with | deals with | dealt with | execute~ | implement~ | settle~ | settling"
    " | resolve~ | carry out | carries out | carried out | fulfil | fulfill | fulfilled | honor~ | honour~ | actioned | addressed | redress~ | effect | effected | perform~ | acted upon | acted on | apply | applied | look into | attend to)"
)
ANSWER = phrases(
    en=[
        "(respond~ | responding | response~ | reply | replies | replied | replying | answer~ | answering | act | acts | react~ | honor~ | honour~ | comply | complies | fulfil~ | fulfill~ | resolve~ | address~)",
        "(get | gets | getting | come | comes | write | writes) back to you",
        "(hear~ | hear back | hearing back) [back] from us",
        f"{SETTLE} ...12 ({ASKED_FOR} | it | them)",
        f"{ASKED_FOR} ...12 {SETTLE}",
        f"{ASKED_FOR} ...4 (take~ | taking) ...4 <duration>",
        "(provide~ | give~ | send | sends | sent | deliver~ | make | makes | supply | supplies | supplied | prepare~ | hand over) ...12 (response | information | copy | copies | data | access | answer | report | notice | details | overview | export)",
        "(copy | copies | export | report | overview) ...12 (sent | provided | delivered | supplied | given | ready | prepared | available)",
        "(receive~ | get | gets | expect~) ...6 (response | answer | reply | copy | copies | export)",
        "(copy | copies | export | data | information) ...8 (get | gets) it",
        "(response | processing | reply | turnaround | handling) [time | period | deadline]",
        f"(turnaround | deadline | time limit | time frame | timeframe | time | term) ...3 (for | to) ...8 ({ASKED_FOR} | right~)",
        "return ...4 (message~ | e mail~ | email~ | call~)",
        "(correct | corrects | corrected | rectify | rectifies | rectified | update~ | correction~ | rectification) ...6 (data | information | it | made | carried out)",
        "(data | information | details) ...4 (corrected | rectified)",
        "take~ [reasonable] (steps | action)",
        "(remove~ | delete~ | take~) you from ...5 (list~ | newsletter~ | mailing~ | database)",
    ]
)
ACKNOWLEDGE = phrases(
    en=[
        "(acknowledge~ | acknowledgment | acknowledgement | confirm~ (receipt | that we))",
        "confirm~ ...2 request~",
        "receipt ...6 confirmed",
        "confirmation (of receipt | that we (received | have received | got))",
        "(let you know | tell you | inform you) that we (have | received | got) ...3 request~",
    ]
)
EXTEND = phrases(
    en=["(extend~ | extension | extended | additional time | more time | (a | the | need | needs | take | takes | taking | be | is | much | little | bit | require | requires | somewhat | us) longer | further <duration> | additional <duration> | another <duration> | maximum total)"]
)
APPEAL = phrases(en=["appeal~"])
APPEAL_FILING = phrases(en=["(file | submit | lodge | make | bring | request | send) ...4 appeal", "appeal ...12 (within | no later than) ...2 <duration> (of | after | from) ...4 (decision | denial | response | refusal)", "you (may | can) appeal"])
BREACH = phrases(
    en=[
        "(breach~ | security incident~ | unauthorised access | unauthorized access | data incident~ | data leak~ | hacker~ | hacked | cyber attack~ | cyberattack~ | data loss | data theft)",
        "(data | information | account~ | system~) ...3 (stolen | leaked | compromised)",
    ]
)
CHANGE = phrases(en=["(change~ | update~ | amend~ | amendment~ | modif* | revis* | new version) ...25", "(merger | acquisition | transfer of ownership)"])
NOTIFY = phrases(
    en=[
        "(notify | notifies | notified | notification | notice | inform~ | alert~ | announce~ | announcing | tell | tells | told | post | posts | posted | publish~ | publication | report~ | let you know | warn~ | apprise~)",
        "(e mail | email | e mails | emails | contact | contacts | contacted | message | write to | advise | advised) (you | users | customers | members | affected | those | all | everyone | every | any)",
        "(hear | learn) ...8 from us",
        "(take | takes | taking | come | comes | coming | enter | enters) (effect | into effect | into force | in effect)",
        "(become | becomes | becoming) (effective | binding)",
        "(change~ | amendment~ | version | update~ | modification~) ...8 (apply | applies) !(to)",
    ]
)
OPT_OUT = phrases(en=["(opt out~ | opts out | opted out | opting out | do not sell | do not share | signal)", "objection~", "stop ...3 (selling | sharing | sale)"])
UNSUBSCRIBE = phrases(en=["(unsubscribe~ | unsubscribing | unsubscription | marketing | newsletter~ | mailing list~ | promotional | email list)"])
STOPPED = phrases(
    en=[
        "(stop~ | stopping | cease~ | end | ends | no longer (sell | share | receive | get | send) | discontinue~)",
        "(opt out~ | opting out | objection~ | preference~ | choice~ | request~ | unsubscribe~) ...10 (take | takes | taking | become | becomes) ...2 (effect | effective)",
        "(opt out~ | objection~ | preference~ | choice~ | unsubscribe~ | unsubscription~) ...10 (effective | applied | apply | applies | in place)",
        "(removed | taken off | deleted) ...4 list~",
    ]
)
ACCESS = phrases(
    en=[
        "(access | copy | portability | right to know | disclosure) ...3 request~",
        "request~ ...5 (access | copy of | to know)",
        "(provide | send | sends | give | get | receive | supply) ...6 (access | copy | copies | export)",
        "(access | subject access) request~",
        "(data export | export of)",
        "(ask~ us | request~ | ask~) [for] ...3 (copy | copies | export | overview)",
        "(copy | copies) ...8 (sent | provided | delivered | supplied | given | ready)",
    ]
)
DELETION = phrases(en=["(delet* | eras* | removal) ...3 request~", "request~ ...6 (delet* | eras* | removal | remove)", "(delet* | eras*) ...6 (account | data | information)"])
CORRECTION = phrases(
    en=["(correct* | rectif*) ...3 request~", "request~ ...6 (correct* | rectif*)", "(correct | corrects | rectify) ...6 (data | information | it)", "(data | information) ...4 (corrected | rectified)", "(corrections | rectification) (is | are) (made | carried out)"]
)
COMPLAINT = phrases(en=["(complaint~ | grievance~ | complain)"])
OBJECTION = phrases(en=["(you | customer~ | users) ...8 object"])
ENQUIRY = phrases(
    en=[
        "(inquir* | enquir* | question~)", "(your | any | all | every | each | support) (query | queries)", "(respond~ | reply~ | answer~ | return) ...6 (e mail | email | e mails | emails | message~)",
        "(get | gets | getting | write | writes) back to you", "(hear~ | reply | answer | response) [back] from us", "expect~ ...3 (answer | reply | response)", "(our | response | reply) [usual | average | normal] (reply | time | response)"
    ]
)
REQUEST = phrases(en=["(request~ | right~ | ask | asks | asked | asking)", "of being (told | informed)", "you (tell | inform | notify) us"])

DELETE = phrases(en=["(delete~ | deleting | deletion | erase~ | erasing | erasure | remove | removes | removed | removing | destroy~ | purge~ | wipe | wipes | wiped | gone)"])
TO_DELETE = phrases(
    en=[
        "(request~ | ask | asks | asked | asking | want | tell~) ...5!(is | are | will | be | been | we | all) (delete~ | deletion | deleted | erase~ | erasure | removal | remove | removed | wipe)",
        "(deletion | erasure | removal | delete) [of] request~",
        "(deletion | erasure | removal) (is | was | has been) (requested | asked for)",
    ]
)
"""Words of deletion that only say what the request is for."""
REPLY = phrases(en=["(respond~ | responding | response~ | reply | replies | replied | answer~ | answering | acknowledge~ | confirm~ | decide~ | notify | inform~ | verify)"])
CARRY_OUT = phrases(en=["(do so | does so | done so | do it | carry out | carries out | carried out | carry it out | complete | completed | completes | fulfil | fulfill | fulfils | fulfilled | execute~ | perform~ | done)"])
ON_REQUEST = phrases(
    en=[
        "<duration> (of | after | from | following | once | upon | when) ...8!(closure | account | contract | purchase | order) (request~ | ask | asks | asked | asking)",
        "(upon | on | at | after | following | once | when | whenever | if | should | where) ...6!(not | no | unless | don't | close | cancel) (request~ | ask | asks | asked | asking)",
        "(request~ | ask | asks | asked | asking | tell~) ...5 (delete~ | deletion | deleted | erase~ | erasure | removal | remove | removed | wipe)",
        "(deletion | erasure | removal | delete) [of] request~",
    ]
)
"""What makes deletion the answer to a request, not a matter of how long data is kept."""
AT_AN_END = phrases(en=["(close~ | closing | closure | cancel* | terminat* | inactiv* | backup~ | back up~ | archive~ | begin | start | legally | unless | log | logs | expir*)"])
"""What makes a time of deletion one of the end of an account, or of some copies."""

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
        "you (must | should | need to | have to | shall) ...10!(we | receive) <duration>",
        "you have [up to] <duration>",
        "ask you to ...10!(we) <duration>",
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
        "(time | deadline | limit | turnaround | period | term) ...10 (is | are | of | being) ...3 <duration>",
        "(allow | allows | give us | gives us) [us] [up to | a | at least] <duration>",
        "(inside | in the space of | within the space of) [a] <duration>",
        "have [a maximum of | up to] <duration> (to | in which | for)",
        "(take | takes | taking) ...4 <duration>",
        "(need | needs | require | requires) [us] [no | not] [more | longer | up | at] [than | to | most] [a | about] <duration>",
        "<duration> (at most | at the latest | maximum | or (less | sooner | fewer) | ahead | beforehand | between)",
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
    Said("We erase your data within 14 days of your request.", "14 days", {"subject": "deletion"}),
    Said("You are taken off the mailing list within 2 days.", "2 days", {"subject": "unsubscribe"}),
    Said("We get back to you within 5 days.", "5 days", {"subject": "enquiry"}),
    Said("You must reply within 10 days.", value=None),
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
    return min([FARTHEST, *(_distance(match, other.words) for other in found(policy, wordings, match.sentence))])


def _said(policy: Policy, match: Match, wordings: Phrases) -> bool:
    return bool(found(policy, wordings, match.sentence))


def _subject(policy: Policy, match: Match) -> str:
    """What the period is the deadline of; "" where it is none."""
    if _carried_out(policy, match):
        return "deletion"
    answer, kept, stopped = _near(policy, match, ANSWER), _kept(policy, match), _near(policy, match, STOPPED)
    if stopped <= kept and stopped < FARTHEST and _objected(policy, match):
        return _of_request(policy, match)
    notify, acknowledge = _near(policy, match, NOTIFY), _near(policy, match, ACKNOWLEDGE)
    if kept < min(answer, notify, acknowledge) or _governed_by_keeping(policy, match):
        return ""
    if _said(policy, match, APPEAL):
        return "appeal-filing" if _said(policy, match, APPEAL_FILING) else "appeal"
    if _near(policy, match, EXTEND) <= 3 and (answer < FARTHEST or _said(policy, match, REQUEST) or _in_request_section(policy, match)):
        return "extension"
    if (_said(policy, match, BREACH) or _headed(policy, match, BREACH)) and notify < FARTHEST:
        return "breach-notice"
    if acknowledge < FARTHEST and (acknowledge < answer or answer == FARTHEST):
        return "acknowledgement"
    if notify < answer and _said(policy, match, CHANGE):
        return "change-notice"
    return _answered(policy, match, answer) or _told(policy, match, notify)


def _answered(policy: Policy, match: Match, answer: int) -> str:
    """What kind of request is answered in time."""
    if answer == FARTHEST:
        return ""
    asked = any(_said(policy, match, wordings) for wordings in (REQUEST, OPT_OUT, UNSUBSCRIBE, COMPLAINT, ENQUIRY))
    return _of_request(policy, match) if asked or _in_request_section(policy, match) else ""


def _objected(policy: Policy, match: Match) -> bool:
    asked = _said(policy, match, OPT_OUT) or _said(policy, match, UNSUBSCRIBE)
    return asked and not _said(policy, match, AT_AN_END) and not _said(policy, match, CHANGE)


def _kept(policy: Policy, match: Match) -> int:
    """How near a verb of keeping stands; FARTHEST where there is none but in "requests to delete"."""
    return min([FARTHEST, *(_distance(match, one.words) for one in _keeping(policy, match))])


def _keeping(policy: Policy, match: Match) -> list[Match]:
    asked = [one.words for one in found(policy, TO_DELETE, match.sentence)]
    return [one for one in found(policy, KEPT, match.sentence) if not any(low <= one.words[0] < after for low, after in asked)]


def _told(policy: Policy, match: Match, notify: int) -> str:
    """What notice is given of, in time."""
    if notify < FARTHEST and _said(policy, match, CHANGE):
        return "change-notice"
    if _said(policy, match, OBJECTION):
        return "objection"
    return "notice" if notify <= 6 else ""


def _carried_out(policy: Policy, match: Match) -> bool:
    """Whether it is the time in which data is deleted at somebody's request."""
    if not _said(policy, match, ON_REQUEST) or _said(policy, match, AT_AN_END) or _said(policy, match, EXTEND):
        return False
    asked = [one.words for one in found(policy, TO_DELETE, match.sentence)]
    deletes = [one.words for one in found(policy, DELETE, match.sentence)]
    acts = [one for one in deletes if not any(low <= one[0] < after for low, after in asked)]
    if asked:
        acts += [one.words for one in found(policy, CARRY_OUT, match.sentence)]
    answers = [one.words for one in found(policy, REPLY, match.sentence)]
    nearest = min((_distance(match, one) for one in acts), default=FARTHEST)
    return nearest < min((_distance(match, one) for one in answers), default=FARTHEST)


def _distance(match: Match, words: tuple[int, int]) -> int:
    return max(0, match.words[0] - words[1], words[0] - match.words[1])


def _of_request(policy: Policy, match: Match) -> str:
    kinds = [
        name
        for name, wordings in (
            ("opt-out", OPT_OUT), ("deletion-request", DELETION), ("access-request", ACCESS), ("correction-request", CORRECTION), ("complaint", COMPLAINT)
        )
        if _said(policy, match, wordings)
    ]  # fmt: skip
    if _said(policy, match, UNSUBSCRIBE) and {*kinds} <= {"opt-out"}:
        return "unsubscribe"
    if not kinds:
        kinds = [name for name, wordings in HEADINGS if _headed(policy, match, wordings)]
    if not kinds and not _said(policy, match, REQUEST) and _said(policy, match, ENQUIRY) and not _in_request_section(policy, match):
        return "enquiry"
    return kinds[0] if len(kinds) == 1 else "request"


def _governed_by_keeping(policy: Policy, match: Match) -> bool:
    """Whether the last verb in front of the period keeps or deletes: "we delete it after 30 days if you do not answer"."""
    last = (-1, False)
    answers = (verb for wordings in (ANSWER, NOTIFY, ACKNOWLEDGE, STOPPED) for verb in found(policy, wordings, match.sentence))
    for verb, keeps in (*((verb, True) for verb in _keeping(policy, match)), *((verb, False) for verb in answers)):
        if verb.words[1] <= match.words[0] + 1:
            last = max(last, (verb.words[1], keeps))
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
