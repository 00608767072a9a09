"""
Reads how long data is kept, and when it is deleted.

`duration` is ISO 8601 ("P90D"), account (as long as the account or the relationship lasts), indefinite, or criteria (as
long as necessary, or as the law asks). `data` says what is kept in the policy's own words, `from` what starts the clock
("account closure", "last activity", "collection" …), where the text says so; `limit` is at-most, at-least or about.
A period belongs to the nearest verb before it: "we delete your data within 30 days" is retention, "we answer within 30
days" is a deadline, and neither is a notice, a subscription or the past twelve months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Block, Claim, Match, Phrases, Policy, Said, Sentence, Span, extractor

from privacylint_rules.scope import denied, first_after, found, modality, opening_region, scope_of
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

DURATION = phrases(en=["<duration>"])

KEEP = phrases(
    en=[
        "(store~ | save~ | retain~ | keep~ | hold~ | maintain~ | preserve~ | archive~ | log | logs | logged | cache~ | backup~ | remain~ | stay~ | live~ | exist~ | persist~ | last | lasts)",
        "(retention | storage | conservation) [period~ | time~ | duration]",
        "(available | accessible | recoverable | restorable) for",
        "(no | not) longer than",
        "(expire~ | expiry | expiration | lifetime | lifespan | valid for)",
        "process~ ...25!(within) for [a | the | up to] [maximum | minimum] [period | term | duration] [of]",
    ]
)
"""That something goes on being there."""
DELETE = phrases(
    en=[
        "(delete~ | erase~ | remove~ | destroy~ | purge~ | discard~ | overwrite~ | overwritten | wipe~ | shred~ | scrub~ | clear~ | drop~)",
        "(anonymise~ | anonymize~ | de identify~ | de identified | deidentified | depersonalised | depersonalized | aggregate~)",
        "dispose~ of",
        "(deletion | erasure | destruction | anonymisation | anonymization) !(request~)",
        "(no longer | not [be]) (stored | retained | kept | available | accessible)",
    ]
)
"""That something ceases to be there."""
OTHER_VERB = phrases(
    en=[
        "(respond~ | reply | replies | answer~ | acknowledge~ | response~ | honor~ | honour~ | comply | complies | fulfil~ | fulfill~ | resolve~ | confirm~ | act | decide~)",
        "(request~ | appeal~ | complain~ | complaint~ | notify | notifies | notified | notification | notice | inform~ | alert~ | announce~ | tell~ | object | grievance~)",
        "(process~ | handle~ | complete~ | address~ | action~ | grant~ | receive~ | provide~ | deliver~ | verify~ | correct | corrected) ...3 (request~ | appeal~ | complaint~ | opt out | unsubscribe | response | copy | report)",
        "(cancel~ | refund~ | renew~ | pay | pays | paid | bill~ | charge~ | subscribe | trial~ | upgrade~ | restore~ | object~ | review~ | check~ | update~ | audit~ | train~)",
        "(processing | response | turnaround | reply) time",
        "(remove~ | delete~ | take~) you from",
        "(take~ [us] [up to] effect | takes effect | become~ effective | post~ | publish~ | collected | disclosed | sold | shared | obtained)",
    ]
)
"""What else is done within a time, or was done during one."""
NO_RETENTION = phrases(
    en=[
        "(past | last | preceding | previous | prior | recent) <duration>",
        "(once | twice | one time | two times | 2 times | [2 | two] requests) [in] (a | an | per | each | every | any | in | within) [rolling] <duration>",
        "(per | each) <duration>",
        "every <duration>",
        "<duration> (old | of age | notice | in advance | ago | trial | free trial | subscription | apart | warranty | earlier)",
        "<duration> [of] (advance | prior) notice",
        "after (the | those | these | this) <duration>",
        "(subscription | membership | trial | contract | plan | term | licence | license) [term] (lasts | is | runs) ...2 <duration>",
        "(under | over | aged | age of | at least | than) <duration> (old | of age)",
        "(inactive | inactivity | dormant | unused | not logged in | no activity | not used | not active) ...4 <duration>",
        "<duration> of [account | continuous] (inactivity | non use | dormancy | no activity)",
    ]
)
OVER_AND_OVER = phrases(en=["(expire~ | delete~ | purge~ | rotate~ | erase~ | overwritten | overwrite~ | clear~ | remove~) [automatically] every <duration>"])
BEFOREHAND = phrases(en=["<duration> (before | prior)"])
"""A time before an event, unless a verb in front says that something is kept until then."""
RUNS_OUT_UNUSED = phrases(
    en=[
        "(inactive | inactivity | dormant | unused | not logged in | no activity | not used | not active) ...4 <duration>",
        "<duration> of [account | continuous] (inactivity | non use | dormancy | no activity)",
        "(haven't | hasn't | not | never) [been] (used | logged | signed | accessed | visited | opened) ...8 <duration>",
    ]
)
"""A period after which what is not used is deleted; it counts where a deletion is said."""

LABEL = phrases(
    en=[
        "[data] (retention | storage) [period~ | time~ | duration | policy | schedule | limitation]",
        "retain~",
        "how long",
        "(storage | keeping) (period~ | duration | time~)",
        "(keep~ | kept | store~ | stored) ...6 (data | information | records | for)",
        "(duration | expir* | lifespan | lifetime | time to live | TTL | max age | validity)",
        "(deletion | erasure) [period~ | schedule | deadline~ | date | of]",
        "length of time",
    ]
)
"""Headings, column heads and introductions under which a bare period is one of retention."""
NO_LABEL = phrases(en=["(right~ | request~ | your choices | response~ | notice | breach | change~)"])

LASTS = "((the | for) (entire | whole | full) (time | period | duration) [of time] [that | during which] | the period of time (that | during which) | as long as | for as long as | so long as | for the (duration | life | lifetime | length | term | period) of | throughout | during the (term | life | lifetime | course | duration) of)"
ACCOUNT_WORD = (
    "(account | accounts | relationship | contract~ | subscription~ | membership | registered | registration | subscribed | unsubscribe~ | unsubscribed | "
    "(agreement | employment | engagement) | customer | member | opt out | profile)"
)
ACCOUNT = phrases(
    en=[
        f"{LASTS} ...7!(necessary | required | needed | relevant | law | legal | purpose~ | purposes) {ACCOUNT_WORD}",
        f"(while | whilst | until | till) (you | your | the | a | such | that | they | it | users | deletion) ...6!(necessary | required | needed | relevant | law | legal | purpose~) {ACCOUNT_WORD}",
        f"{LASTS} (you | they | users) [are | continue to | still | remain] ...2 (use | uses | user | using | stay with) [a | the | our] ...2",
        "(while | whilst) you [are | continue to | still | remain] [a | an] ...2 (use | user | using | stay with) [a | the | our] ...2",
        "until (your | the | a | their | an | such) (account | subscription | membership) ...3 (is | becomes) (no longer | not | in) ...1 (active | open | inactive | closed | exists)",
        "until [the | its | your | their | account] ...1 (termination | cancellation | closure)",
        "until (you | the user | users) ...3 (ask | request | tell us | choose) ...5 (opt out | opted out | unsubscribe~ | stop)",
        "until (you | the user | users | it is) ...3 (delete~ | remove~ | withdraw~ | close~ | unsubscribe~ | deleted) !(cookie~)",
    ]
)
PROCESSED = phrases(en=["(we | is | are | be) process~ ...25!(consent | because | legal | basis) ...3 (data | information | details | answers | records)", "(data | information | details) ...6 (is | are) processed"])
"""Processing for a time is keeping for that time."""
BOUND = phrases(en=["(tied | linked | associated | connected | attached) (to | with) ...9!(cookie~) (account | profile | you | identity)"])
"""Data that stays joined to a person is kept with the person."""
ENDS = "(delete~ | deletion | close~ | closure | closing | terminate~ | termination | cancel~ | cancellation | deactivate~ | deactivation | remove~ | end~ | expire~)"
ON_CLOSING = phrases(
    en=[
        f"(when | once | upon | on | after | if | following) ...6 {ENDS} ...5 {ACCOUNT_WORD}",
        f"(when | once | upon | on | after | if | following) ...3 {ACCOUNT_WORD} ...3 {ENDS}",
        "(with | along with | together with) [your | the] account",
    ]
)
"""The end of the account as the moment of deletion."""
INDEFINITE = phrases(
    en=[
        "(indefinitely | forever | perpetually | in perpetuity | permanently)",
        "for (an | a) (indefinite | unlimited | undetermined) (period | time | amount | duration | length) [of time]",
        "<name> ((does | do | will) not | never) [automatically | ever] (delete | erase) !(it | them | this)",
        "(without | no) [a | any] (time limit | expiry [date] | expiration [date] | limit in time)",
        "we (never | (will | do) not [be able to] [automatically]) (delete | erase) !(it | them | this)",
        "(is | are) (never | not) [automatically] (deleted | erased) !(immediately | instantly | until | unless | if | when | at | right | straight | from)",
    ]
)
GONE = phrases(en=["(immediately | instantly | right away | straight away | at once | on the fly | instantaneously) (delete~ | discard~ | erase~ | purge~ | remove~ | destroyed)"])
GONE_AFTER = phrases(en=["(delete | deletes | deleted | discard | discarded | erase | erased | purge | purged | removed | destroy | destroyed) [it | them | this | that | such] [data | information] (immediately | instantly | right away | straight away | at once)"])
UNTIL = phrases(en=["(until | unless | before | without | if | except)"])
LONGER = phrases(en=["(longer | more | beyond | for | after | than | unless | until | indefinitely)"])
NOT_KEPT = phrases(
    en=[
        "(not | never | nor | without [ever] [being]) [be | being] [permanently] (stored | retained | saved | kept | logged | persisted | recorded) [on (our | any) server~]",
    ]
)
NO_LOGS = phrases(
    en=[
        "(no | zero) (log | logs | logging | retention) (policy | vpn | service | principle)",
        "(never | not [be | being]) permanently (stored | retained | saved | kept)",
        "no permanent storage",
        "no ...5 (is | are) [ever | being] (stored | saved | retained | kept | logged) [on | to | in] (our | any | the) (server~ | system~ | database~)",
    ]
)
CRITERIA = phrases(
    en=[
        "(as long as | for as long as | so long as | only as long as | no longer than | longer than | for the period | for a period | for the time | until | while | when | once) "
        "...8 (necessary | required | needed | relevant | reasonable | law | legal | permitted | allowed | purpose~ | useful | need | require~ | fulfilled | achieved)",
        "(in accordance with | according to | depending on | subject to) ...6 (law~ | regulation~ | retention | schedule | polic* | requirement~ | obligation~)",
        "(limited | reasonable | certain | appropriate) (period | time) [of time]",
        "(uninstall~ | clear~) ...6 (app | application | extension | data | browser | storage)",
        "(until | when) ...4 (close~ [the | your] browser | log out | session)",
    ]
)

EXAMPLES = [
    Said("We keep visit logs for 90 days.", "90 days", {"data": "visit logs", "duration": "P90D", "from": None}),
    Said("Seed orders are deleted two years after the last order.", "two years", {"data": "seed orders", "duration": "P2Y", "from": "last order"}),
    Said("We keep your name as long as your account exists.", "as long as your account", {"duration": "account"}),
    Said("Garden reviews are kept indefinitely.", "indefinitely", {"data": "garden reviews", "duration": "indefinite"}),
    Said("We keep it for as long as necessary.", "for as long as necessary", {"duration": "criteria"}),
    Said("| Data | Retention |\n|---|---|\n| Seed orders | 2 years |", "2 years", {"data": "seed orders", "duration": "P2Y"}),
    Said("Seed lists are kept for the entire time you are our customer.", value={"duration": "account"}, at="the entire time you are our customer"),
    Said("As a rule Fernwood does not delete garden reviews.", "Fernwood does not delete", {"duration": "indefinite"}),
    Said("As a rule Fernwood does not delete garden reviews unless you ask.", value=None),
    Said("We close your account if it has not been used for 2 years.", "2 years", {"duration": "P2Y"}),
    Said("We answer your request within 30 days.", value=None),
    Said("In the past 12 months we sold plants.", value=None),
    Said("Your subscription lasts 12 months from the day you pay.", value=None),
]

NO_DATA = frozenset(("it", "they", "them", "this", "these", "that", "which", "who", "we", "you", "mean", "remember", "note", "storage", "erase"))
NOTHING_IN_PARTICULAR = frozenset(("", "data", "information", "it", "logs", "they", "them", "records"))

# --- code ------------------------------------------------------------------------------------------------------------

FARTHEST = 500
"""How many characters from a period its data is looked for."""
BEFORE, AFTER = 34, 16
"""How many words a verb may stand before or after its period."""


class Said_(NamedTuple):
    """A period as found: what it is, where it stands, and the words that bound its statement."""

    sentence: Sentence
    span: Span
    words: tuple[int, int]
    duration: str
    match: Match


@extractor("retention", examples=EXAMPLES)
def retention(policy: Policy) -> Iterator[Claim]:
    """Every statement of how long something is kept."""
    seen: set[tuple[int, str, int]] = set()
    earlier: dict[tuple[int, str], dict[str, int]] = {}
    for said in [*_periods(policy), *_accounts(policy), *_indefinite(policy), *_gone(policy), *_criteria(policy)]:
        # two periods of one sentence are two statements, however alike; "as long as you are a member or have an account" is one
        place = said.span.start if said.duration.startswith("P") else policy.source.place(said.span.start).line
        key = (said.sentence.number, said.duration, place)
        if key in seen:
            continue
        seen.add(key)
        data = _data(policy, said)
        # "This data is deleted after 3 years" says again what the sentences before it said
        before = earlier.setdefault((said.sentence.block.number, said.duration), {})
        if before and said.sentence.number not in before.values() and (data in before or data in NOTHING_IN_PARTICULAR):
            continue
        before[data] = said.sentence.number
        value = {
            "data": data,
            "duration": said.duration,
            "from": _clock(policy, said) if said.duration.startswith("P") else None,
            "limit": _limit(policy, said),
        }
        around = scope_of(policy, said.sentence, said.match)
        yield Claim(
            "retention",
            value,
            said.span,
            said.sentence,
            denied=False,
            modality=modality(policy, said.match),
            scope=around._replace(region=opening_region(policy, said.sentence) or around.region),
        )


def _periods(policy: Policy) -> Iterator[Said_]:
    unused, over_and_over, beforehand = (_spans(policy, wordings) for wordings in (RUNS_OUT_UNUSED, OVER_AND_OVER, BEFOREHAND))
    barred = _spans(policy, NO_RETENTION) - unused - over_and_over
    for match in policy.find(DURATION):
        span, sentence = match.spans["duration"], match.sentence
        if span in barred or sentence.block.kind == "code" or _article(policy, match):
            continue
        verb = _governing(policy, match, ahead=span not in beforehand)
        if span in unused and found(policy, CLOSE_ACCOUNT, sentence):
            verb = "delete"
        if verb == "other" or (verb == "" and not _labelled(policy, sentence)):
            continue
        if span in unused and verb != "delete":
            continue
        yield Said_(sentence, span, match.words, match.slots["duration"], match)


def _article(policy: Policy, match: Match) -> bool:
    """"once a year", "a day": an article makes a period only after "for", "of", "within" or "after"."""
    words = policy.words
    first = words.forms[match.words[0]]
    return first in ("a", "an") and words.forms[match.words[0] - 1] not in ("for", "of", "within", "after", "to", "than", "least", "about", "approximately", "around")


def _spans(policy: Policy, wordings: Phrases) -> set[Span]:
    return {match.spans["duration"] for match in policy.find(wordings)}


def _governing(policy: Policy, match: Match, *, ahead: bool = True) -> str:
    """Which verb the period belongs to: keep, delete, other or "" for none. The nearest before it, else after it."""
    begin, end = match.words
    low = _clause_start(policy, match)
    best = (BEFORE + 1, "")
    for kind, wordings in (("keep", KEEP), ("delete", DELETE), ("other", OTHER_VERB)):
        for verb in found(policy, wordings, match.sentence):
            distance = begin - verb.words[1]
            if 0 <= distance <= BEFORE and verb.words[0] >= low:
                # "we retain it to answer requests for 2 years" keeps; its purpose is no verb of its own
                best = min(best, (distance, kind))
    if best[1] == "other" and any(best[0] + 6 >= begin - verb.words[1] >= 0 for verb in _strong(policy, match)):
        return "keep"
    if best[1] or not ahead:
        return best[1] or "other"
    for kind, wordings in (("keep", KEEP), ("delete", DELETE), ("other", OTHER_VERB)):
        for verb in found(policy, wordings, match.sentence):
            distance = verb.words[0] - end
            if 0 <= distance <= AFTER:
                best = min(best, (distance, kind))
    return best[1]


FOR_LONG = phrases(en=["(store~ | retain~ | keep~ | kept | retention | delete~ | deleted | erase~ | remove~ !you | purge~) ...12 (for | after | within | up to | maximum [of] | period of | at least)"])


def _strong(policy: Policy, match: Match) -> list[Match]:
    return [verb for verb in found(policy, FOR_LONG, match.sentence) if verb.words[1] <= match.words[0] <= verb.words[1] + 3]


def _clause_start(policy: Policy, match: Match) -> int:
    first, _ = policy.words.range_of(match.sentence)
    plain = match.sentence.block.text.plain
    at = max(plain.rfind(";", match.sentence.start, match.plain[0]), plain.rfind("\n", match.sentence.start, match.plain[0]))
    if at < 0:
        return first
    return first_after(policy, at, first, match.words[0], first)


def _labelled(policy: Policy, sentence: Sentence) -> bool:
    """Whether the table head, the introduction or the heading above says that this is about retention."""
    block = sentence.block
    if block.kind == "cell":
        heads = list(_head_sentences(policy, block))
        if any(_is_label(policy, head) for head in heads):
            return True
        if any(found(policy, NO_LABEL, head) for head in heads):
            return False
    own = policy.sentences_of(block)
    above = list(own[max(0, sentence.number - own[0].number - 1) : sentence.number - own[0].number]) if own else []
    if block.intro and block.intro is not block:
        above += policy.sentences_of(block.intro)[-1:]
    if any(_is_label(policy, text) and text.text.rstrip().endswith((":", "?")) for text in above):
        return True
    heading = sentence.section.heading
    return bool(heading) and any(_is_label(policy, text) for text in policy.sentences_of(heading))  # type: ignore[arg-type]


def _head_sentences(policy: Policy, block: Block) -> Iterator[Sentence]:
    for head in (block.column_head, block.row_head):
        cell = policy.cell_of(head)
        if cell is not None:
            yield from policy.sentences_of(cell)


def _is_label(policy: Policy, sentence: Sentence) -> bool:
    return bool(found(policy, LABEL, sentence)) and not found(policy, NO_LABEL, sentence)


def _kept(policy: Policy, match: Match, wordings: tuple[Phrases, ...] = (KEEP, DELETE)) -> bool:
    distances = (match.words[0] - verb.words[1] for wording in wordings for verb in found(policy, wording, match.sentence))
    return any(-AFTER <= distance <= BEFORE for distance in distances)


def _accounts(policy: Policy) -> Iterator[Said_]:
    for match in policy.find(ACCOUNT):
        if _stated(policy, match) and (_before(policy, match, KEEP) or _before(policy, match, BOUND) or _before(policy, match, PROCESSED) or _labelled(policy, match.sentence)):
            yield Said_(match.sentence, match.span, match.words, "account", match)
    yield from _on_closing(policy)


def _on_closing(policy: Policy) -> Iterator[Said_]:
    for verb in policy.find(IS_DELETED_OR_KEPT):
        intro = verb.sentence.block.intro
        lines = policy.sentences_of(intro)[-1:] if intro and intro is not verb.sentence.block else ()
        heading = verb.sentence.section.heading
        if heading and verb.sentence.block.kind == "item":
            lines = (*lines, *policy.sentences_of(heading))
        closing = any(found(policy, wordings, line) for line in lines for wordings in (ON_CLOSING, ACCOUNT_DELETION))
        if closing and not found(policy, DURATION, verb.sentence) and not denied(policy, verb):
            gone = bool(found(policy, DELETE, verb.sentence))
            yield Said_(verb.sentence, verb.span, verb.words, "account" if gone else "indefinite", verb)
    for match in policy.find(ON_CLOSING):
        if not _stated(policy, match) or found(policy, DURATION, match.sentence) or found(policy, SOON, match.sentence):
            continue
        deleted = [verb for verb in found(policy, WE_DELETE, match.sentence) if not denied(policy, verb)]
        deleted += found(policy, NOT_KEPT_AFTER, match.sentence)
        if any(verb.words[0] >= match.words[1] or verb.words[1] <= match.words[0] for verb in deleted):
            yield Said_(match.sentence, match.span, match.words, "account", match)


WE_DELETE = phrases(
    en=[
        "(we | we'll) [will | also | shall | then | may | automatically | immediately | promptly | permanently] (delete | erase | remove | destroy | purge | anonymise | anonymize)",
        "(is | are | be | being | gets | get) [also | then | automatically | immediately | promptly | permanently | irrevocably] (deleted | erased | removed | destroyed | purged | anonymised | anonymized)",
    ]
)
IS_DELETED_OR_KEPT = phrases(
    en=["(is | are | be | being) [also | then | automatically | immediately | promptly | permanently | irrevocably] (deleted | erased | removed | destroyed | retained | kept | preserved) !(for | until | as | only | while | in | on | to)"]
)
ACCOUNT_DELETION = phrases(en=["(delete | deleting | close | closing | cancel | canceling | cancelling) [your | the | an] account", "account (deletion | closure | termination | cancellation)"])
SOON = phrases(en=["as (soon | quickly | promptly) as", "within a reasonable"])
CLOSE_ACCOUNT = phrases(en=["{we} ...3!not (close | deactivate | terminate | delete | remove | suspend | disable) ...4 (account~ | profile~)"])
NOT_KEPT_AFTER = phrases(en=["(not | no longer) [be] (retained | kept | stored | held | maintained)", "(cease~ | stop~) to (retain | keep | store | hold)"])
YOU_MAY = phrases(en=["(you | users) (can | may | could | are able to | have the right to)", "(to | please) (delete | close | request | remove)", "right to"])


def _stated(policy: Policy, match: Match) -> bool:
    if match.sentence.block.kind in ("code", "heading") or match.sentence.text.rstrip().endswith("?"):
        return False
    return not any(mark.words[0] < match.words[0] for mark in found(policy, YOU_MAY, match.sentence))


def _before(policy: Policy, match: Match, wordings: Phrases) -> bool:
    return any(0 <= match.words[0] - verb.words[1] <= BEFORE for verb in found(policy, wordings, match.sentence))


def _indefinite(policy: Policy) -> Iterator[Said_]:
    for match in policy.find(INDEFINITE):
        if not _stated(policy, match):
            continue
        text = match.text.lower()
        outright = "delete" in text or "erase" in text
        kept = outright or _kept(policy, match, (KEEP,)) or _labelled(policy, match.sentence)
        # "permanently deleted" is the opposite of "permanently stored"
        gone = not outright and _kept(policy, match, (DELETE,))
        # "we do not delete it unless you ask" has an end
        bounded = outright and any(word.words[0] >= match.words[1] for word in found(policy, UNTIL, match.sentence))
        if kept and not gone and not bounded and (outright or not denied(policy, match)):
            yield Said_(match.sentence, match.span, match.words, "indefinite", match)


def _gone(policy: Policy) -> Iterator[Said_]:
    for wording in (GONE, GONE_AFTER):
        for match in policy.find(wording):
            if not _stated(policy, match) or denied(policy, match) or found(policy, ON_CLOSING, match.sentence):
                continue
            yield Said_(match.sentence, match.span, match.words, "P0D", match)
    for match in policy.find(NO_LOGS):
        if _stated(policy, match):
            yield Said_(match.sentence, match.span, match.words, "P0D", match)
    for match in policy.find(NOT_KEPT):
        if _stated(policy, match) and _labelled(policy, match.sentence) and not found(policy, LONGER, match.sentence):
            yield Said_(match.sentence, match.span, match.words, "P0D", match)


def _criteria(policy: Policy) -> Iterator[Said_]:
    for match in policy.find(CRITERIA):
        if match.sentence.block.kind in ("code", "heading"):
            continue
        if _before(policy, match, KEPT_FOR) or (_labelled(policy, match.sentence) and match.words[0] - policy.words.range_of(match.sentence)[0] <= 3):
            yield Said_(match.sentence, match.span, match.words, "criteria", match)


KEPT_FOR = phrases(en=["(store~ | save~ | retain~ | keep~ | kept | hold~ | held | preserve~ | delete~ | erase~ | destroy~ | anonymise~ | anonymize~ | discard~ | stay~ | remain~)", "(retention | storage)"])

# --- what is kept, and from when -------------------------------------------------------------------------------------

_ACTIVE = re.compile(
    r"\b(?:stores?|saves?|retains?|keeps?|holds?|maintains?|preserves?|archives?|deletes?|erases?|removes?|destroys?|purges?|discards?|anonymi[sz]es?|logs?)\s+(?P<data>(?:(?!\b(?:for|until|as|so|while|after|within|up|no|in|on|when|once|only|it|them|indefinitely|forever|permanently|perpetually)\b)[^\s.;:()]{1,40}\s?){1,9})",
    re.I,
)
_PASSIVE = re.compile(
    r"(?P<data>[^.;:()]{2,120}?)[,\s]\s?(?:(?:is|are|was|were|be|been|being|will|shall|may|can|must|only|also|not|automatically|typically|generally|permanently|then|normally|usually)\s){1,5}"
    r"(?:stored|saved|retained|kept|held|maintained|preserved|archived|deleted|erased|removed|destroyed|purged|discarded|anonymi[sz]ed|overwritten|cleared)\b|(?P<stay>[^.;:()]{2,120}?)\s(?:(?:will|may|can)\s)?(?:remains?|stays?|expires?|lasts?|lives?|persists?)\b",
    re.I,
)
_PARTICIPLE = re.compile(
    r"[\s](?:stored|saved|retained|kept|held|maintained|preserved|archived|deleted|erased|removed|destroyed|purged|discarded|anonymi[sz]ed|overwritten|cleared|remain|stay|expire|last|live|persist)",
    re.I,
)
_SUBJECT_REACH = 300
_LABEL = re.compile(r"(?P<data>[^.;:\n]{2,80}?)\s?(?::|\s[-–—])\s")
_TIME_IN_FRONT = re.compile(r"^(?:after|within|for)\s[\w()\s-]{1,30}?\b(?:days?|weeks?|months?|years?|hours?)\b,?\s", re.I)
_CLAUSE_IN_FRONT = re.compile(r"(?:after|when|if|once|upon|in|as|for|by|unless|however|normally|generally|typically|following|where|while|although|even|to)\b", re.I)
_APPOSITION = re.compile(r",?\s(?:which|that|such\sas|including|who|where|whose)\b|,\s(?:we|you|they)\b|\s?\(")
_LEADING = re.compile(r"^(?:(?:we|our|the|your|all|any|this|these|such|that|and|or|also|will|may|shall|only|most|some|certain|following|other|of)\s+)+", re.I)


def _data(policy: Policy, said: Said_) -> str:
    """What is kept: the row of a table, the label of a list item, the object or the subject of the verb; else ""."""
    if said.match.wording in NO_LOGS.wordings["en"][:1]:
        return "logs"
    block = said.sentence.block
    plain = block.text.plain
    start = said.match.plain[0]
    if block.kind == "cell" and block.row_head and block.row_head is not block.text:
        return _clean(block.row_head.plain)
    low, high = max(said.sentence.start, start - FARTHEST), min(said.sentence.end, start + FARTHEST)
    sentence_start = max([low, *(plain.rfind(sign, low, start) + 1 for sign in ";\n•")])
    sentence_start = max(sentence_start, _line_start(policy, block, sentence_start, start))
    front = _EVENT_IN_FRONT.match(plain, said.sentence.start, start)
    if front and sentence_start <= front.start() and any(wording.search(plain[front.end() - 3 : high]) for wording in (_ACTIVE, _PASSIVE)):
        # "After you delete your account, we keep …": what is kept stands behind the event
        sentence_start = front.end()
    before = plain[sentence_start:start]
    label = _LABEL.match(before)
    if label and len(label["data"].split()) <= 9 and block.kind in ("item", "cell", "paragraph") and not re.search(r"\b(we|our|you)\b", label["data"], re.I):
        return _clean(label["data"])
    passive = _passive(before) or _passive(plain[sentence_start:high])
    active = _ACTIVE.search(plain[sentence_start:high])
    if active and (not passive or active.start() < passive.start("data" if passive["data"] else "stay") or re.search(r"\b(?:we|us)\b", passive[0], re.I)):
        return _clean(active["data"])
    return _clean(_subject(passive["data"] or passive["stay"])) if passive else ""


def _passive(text: str) -> re.Match[str] | None:
    # where no verb can be reached from there is nothing to begin with; from every place on it would be tried at length
    verb = _PARTICIPLE.search(text)
    return _PASSIVE.search(text, max(0, verb.start() - _SUBJECT_REACH)) if verb else None


def _subject(text: str) -> str:
    """The subject of a sentence without what stands in front of it: "After 90 days, when you close it, logs" is "logs"."""
    text = _TIME_IN_FRONT.sub("", text.strip())
    return text.rsplit(", ", 1)[-1] if _CLAUSE_IN_FRONT.match(text) or len(text.split()) > 14 else text


def _line_start(policy: Policy, block: Block, low: int, start: int) -> int:
    """Where the source line of `start` begins in the plain text, if a label opens it ("Orders: two years"), else `low`."""
    line = policy.source.place(block.text.span(start, start + 1).start).line
    at = start
    while at > low and start - at < 120 and policy.source.place(block.text.span(at - 1, at).start).line == line:
        at -= 1
    return at if _LABEL.match(block.text.plain, at, start) else low


def _clean(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" ,.-–—*_\"“”'").lower()
    text = _APPOSITION.split(_LEADING.sub("", text), maxsplit=1)[0]
    return "" if text in NO_DATA else text[:100]


CLOCKS: tuple[tuple[str, str], ...] = (
    ("end of hiring", r"\b(?:hiring|recruit\w{0,5}|selection|application)\s(?:process|procedure|round)"),
    ("account closure", r"account|delet(?:e|ion) (?:of )?your|clos(?:e|ure)|deactivat|cancel"),
    ("last activity", r"last (?:activity|login|log-in|use|visit|interaction|contact|active|logged|access|seen|communication|purchase|order)|inactiv|no activity|dormant"),
    ("end of contract", r"contract|relationship|agreement|subscription|membership|employment|terminat"),
    ("request", r"request|\bask(?:ed|s)?\b|opt(?:ed)?[- ]?out|unsubscrib|withdraw"),
    ("collection", r"collect|creat|record|receiv|generat|submi|upload|visit|date of|sent|posted|placed|set"),
)
"""What starts a clock: the name we give it, and the words that mean it."""
EVENTS = (
    ("account closure", r"\byou(?:r)?\b.{0,20}\b(?:delet|clos|deactivat|cancel|terminat)\w{0,6}\b.{0,20}\baccount|\baccount\b.{0,30}\b(?:delet|clos|deactivat|cancel|terminat)"),
    ("request", r"\b(?:request|you ask|asks? us|unsubscrib)"),
)
"""The events before a comma that start the clock of the period behind it: "after you close your account, …"."""
_EVENT_IN_FRONT = re.compile(r"\s?(?:after|when|if|once|upon|whenever|as soon as)\s([^.;:()]{3,90}?)(?:,|\swe\s)", re.I)
_AFTER_PERIOD = re.compile(r"[\s)\]]{0,3}(?:(?:after|from|since|following|of|starting|beginning|once|upon|when)\s)(?:the\s|your\s|a\s|you\s|date\sof\s|time\sof\s){0,4}([^.;,()]{2,70})", re.I)


def _clock(policy: Policy, said: Said_) -> str | None:
    plain = said.sentence.block.text.plain
    after = _AFTER_PERIOD.match(plain, said.match.plain[1], said.sentence.end)
    if after is None:
        front = _EVENT_IN_FRONT.match(plain, said.sentence.start, said.match.plain[0])
        return next((name for name, pattern in EVENTS if re.search(pattern, front[1], re.I)), None) if front else None
    words = re.sub(r"\s+", " ", after[1]).strip().lower()
    if words.startswith("last "):
        return "last activity" if re.match(r"last (?:activity|log|use|visit|interaction|active|access)", words) else " ".join(words.split()[:2])
    return next((name for name, pattern in CLOCKS if re.search(pattern, words)), " ".join(words.split()[:6]))


_MOST = re.compile(r"(?:\b(?:not|never|n't)\b[^.;]{0,80}\b(?:more|longer) than|up to|at most|maximum(?: period)?(?: of)?|no (?:more|longer) than|not exceed(?:ing)?|within|under|less than|not longer than)(?: a| the)?(?: maximum| period| total)?(?: of)?[\s(]*$", re.I)
_LEAST = re.compile(r"(?:at least|minimum(?: period)?(?: of)?|no less than|not less than|more than)(?: a)?[\s(]*$", re.I)
_ABOUT = re.compile(r"(?:about|approximately|around|roughly|typically|generally|usually|normally)[\s(]*(?:for\s)?$", re.I)


def _limit(policy: Policy, said: Said_) -> str | None:
    plain = said.sentence.block.text.plain
    start = said.match.plain[0]
    before = plain[max(said.sentence.start, start - 100) : start]
    for name, pattern in (("at-most", _MOST), ("at-least", _LEAST), ("about", _ABOUT)):
        if pattern.search(before):
            return name
    return None


# --- comparing -------------------------------------------------------------------------------------------------------

_ISO = re.compile(r"P(T?)(\d+(?:\.\d+)?)([DWMYHS])")
_DAYS = {"D": 1.0, "W": 7.0, "M": 365.25 / 12, "Y": 365.25, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute", "TS": "second"}


def in_days(duration: str) -> float:
    """The length of an ISO 8601 duration of one unit ("P90D", "PT24H") in days, a month as a twelfth of a year."""
    found_unit = _ISO.fullmatch(duration)
    return float(found_unit[2]) * _DAYS[found_unit[1] + found_unit[3]] if found_unit else 0.0


def in_words(duration: str) -> str:
    """An ISO 8601 duration in words ("90 days"); what is none as it is."""
    found_unit = _ISO.fullmatch(duration)
    if found_unit is None:
        return duration
    return f"{found_unit[2]} {_UNITS[found_unit[1] + found_unit[3]]}{'' if found_unit[2] == '1' else 's'}"
