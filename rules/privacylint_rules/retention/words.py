"""The words of keeping and deleting, and of what only looks like it."""

from __future__ import annotations

from privacylint_rules.words import phrases

DURATION = phrases(en=["<duration>"])

KEEP = phrases(
    en=[
        "(store~ | save~ | retain~ | keep~ | hold~ | maintain~ | preserve~ | archive~ | log | logs | logged | cache~ | backup~ | remain~ | stay~ | live~ | exist~ | persist~ | last | lasts)",
        "(retention | storage | conservation) [period~ | time~ | duration]",
        "(available | accessible | recoverable | restorable) ...2 for",
        "(hang~ on to | hang~ onto | on file | (stick~ | lie~ | lying | hang~) around | (recording~ | log | logs | data | file~ | copies | clips | video~ | messages) ...4 around [only] (for | up to) | linger~ | survive~ | sit~ (in | on | there))",
        "(is | are) set for",
        "TTL",
        "(bookkeeping | book keeping | record keeping | recordkeeping | archiving)",
        "(duration | (retention | storage) (period | duration)) !(of)",
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
        "(prune~ | expunge~ | flush~ | evict~ | cull~ | trim~ | incinerate~ | pulp~ | nuke~ | zeroed | swept | sweep~ (up | away | out) | evaporate~ | binned | we bin | chuck~ | ditch~ | self destruct~ | auto delete~)",
        "(throw~ | thrown) (away | out | them (away | out) | it (away | out))",
        "((is | are | be | get | gets) gone | gone (after | in | within | for good | once) | then gone | go~ away | disappear~ | vanish~ | forget~ (it | them) | (is | are) forgotten)",
        "(truncate~ | shorten~ | hash~ | mask~ | obfuscate~ | redact~)",
        "roll~ (over | off)",
        "(deletion | erasure | destruction | anonymisation | anonymization) !(request~)",
        "(no longer | not [be]) (stored | retained | kept | available | accessible)",
    ]
)
"""That something ceases to be there."""
OUTRIGHT_DELETE = phrases(en=["(delete~ | erase~ | remove~ | destroy~ | purge~ | discard~ | wipe~ | shred~ | scrub~ | dispose~ of | gone)"])
"""Deletion as such; what is anonymised may well be kept permanently."""
OTHER_VERB = phrases(
    en=[
        "(respond~ | reply | replies | answer~ | acknowledge~ | response~ | honor~ | honour~ | comply | complies | fulfil~ | fulfill~ | resolve~ | confirm~ | act | decide~)",
        "(request~ | appeal~ | complain~ | complaint~ | notify | notifies | notified | notification | notice | inform~ | alert~ | announce~ | tell~ | object | grievance~)",
        "(process~ | handle~ | complete~ | address~ | action~ | grant~ | receive~ | provide~ | deliver~ | verify~ | correct | corrected) ...3 (request~ | appeal~ | complaint~ | opt out | unsubscribe | response | copy | report)",
        "(cancel~ | refund~ | renew~ | pay | pays | paid | bill~ | charge~ | subscribe | trial~ | upgrade~ | restore~ | object~ | review~ | check~ | update~ | audit~ | train~)",
        "(processing | response | turnaround | reply) time",
        "(log | logs | logged | logging | sign | signs | signed) ...2 (out | off)",
        "(you | users | them | me) [stay | remain] (logged | signed) in",
        "(remove~ | delete~ | take~) ...5 from (our | the | any | all) ...2 (mailing~ | mailings | list | lists)",
        "(remove~ | delete~ | take~) (you | me) from",
        "let (you | users | them) know",
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
        "(respond~ | reply~ | answer~ | react~ | acknowledge~ | comply~) ...3 request~ ...4 (delete~ | deletion | erase~ | erasure | remove~ | removal) ...4 (within | in | by) ...3!(we | will) <duration>",
        "keep~ (playing | using | getting | receiving | seeing | working | reading | browsing | enjoying | trying | paying) ...4!(we | data) <duration>",
        "keep~ (you | users) (informed | posted | updated | notified) ...4 <duration>",
        "<duration> (a | per | each | every) (day | week | month | year | user | person)",
        "(if | when) (you | users) (delete~ | cancel~ | close~ | remove~ | return~) ...4!(we | will | is | are | data) (within | during | in less than) <duration>",
        "<duration> (old | of age | notice | in advance | ago | trial | free trial | subscription | apart | warranty | earlier)",
        "<duration> [of] (advance | prior) notice",
        "after (the | those | these | this) <duration>",
        "(subscription | membership | trial | contract | plan | term | licence | license | warranty | guarantee | offer | promotion) [term] (lasts | is | runs) ...2 <duration>",
        "(subscription | trial | contract | visit | call | video | project | course | membership) duration ...3 <duration>",
        "(under | over | aged | age of | at least | than) <duration> (old | of age)",
        "(inactive | inactivity | dormant | unused | not logged in | no activity | not used | not active) ...4 <duration>",
        "<duration> of [account | continuous] (inactivity | non use | dormancy | no activity)",
    ]
)
BEYOND = phrases(
    en=[
        "(not | never | nothing | no | none | n't | don't | doesn't | won't | nor) ...9!(unless) (keep~ | store~ | retain~ | hold~ | held | survive~ | last~ | exist~) ...5!(unless) (past | beyond) <duration>",
        "(delete~ | erase~ | remove~ | purge~ | destroy~ | wipe~ | prune~ | discard~ | anonymise~ | anonymize~) ...6!(not) (once | when | after | as soon as | if) (they | it | these | that) (is | are | get | gets | become | becomes | turn | turns | reach | reaches) [more than | over] <duration> (old | of age)",
        "(more than | over | older than) <duration> (old | of age) ...4!(not | you) (delete~ | erase~ | remove~ | purge~ | destroy~ | wipe~ | prune~ | discard~ | anonymise~ | anonymize~)",
        "(delete~ | erase~ | remove~ | purge~ | destroy~ | wipe~ | prune~ | discard~ | anonymise~ | anonymize~) ...6!(not | you) (more than | over | at least) <duration> (old | of age)",
    ]
)
"""The age at which data goes: "nothing is kept past 7 days", "deleted once it is 60 days old"."""
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
        "^ time limit~ $",
        "(kept | keep | held | stored | deleted | erased) (until | till | after)",
    ]
)
"""Headings, column heads and introductions under which a bare period is one of retention."""
NO_LABEL = phrases(en=["(right~ | request~ | your choices | response~ | notice | breach | change~)"])

LASTS = "((the | for) (entire | whole | full) (time | period | duration) [of time] [that | during which] | (for the time | [for] the length of time) [that | during which] | the period of time (that | during which) | as long as | for as long as | so long as | for the (duration | life | lifetime | length | term | period) of | throughout | during the (term | life | lifetime | course | duration) of)"
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
        "until (you | the user | users | customers | members) ...3 (revoke~ | object | cancel~ | uninstall~)",
        "until (you | the user | users | customers | members) ...3 (ask | request | tell | instruct | contact) ...8 (delete | deletion | remove | removal | erase | erasure | deleted | removed)",
        "until (revoked | withdrawn | cancelled | canceled | unsubscribed) [by (you | the user)]",
        "(as long as | so long as | while | whilst) (you're | you are | they are) [still] with us",
        "(duration | length) of (the | this) term",
        "until [it is | they are] [manually] (deleted | removed | erased) [manually] by (you | the user | users)",
        "until [the | our] bot (is (removed | kicked) | leaves)",
        f"{LASTS} you [continue to] ...1 (consent | agree | subscribe | receive)",
        "(as long as | so long as | while | whilst | until) ...7!(necessary | required | needed | law | legal | purpose~) (installed | uninstalled | on your (phone | device | server))",
        "during your use of (the | our) ...1 (service~ | app | application | site | website | platform | product~)",
        f"(lifetime | life | duration | term | lifespan) of [the | your | an | our] {ACCOUNT_WORD}",
        "(account | contract | membership | subscription) (lifetime | life | duration | term)",
        "until (you | the user | users | it is) ...3 (delete~ | remove~ | withdraw~ | close~ | unsubscribe~ | deleted) !(cookie~)",
    ]
)
FACTORS = phrases(en=["(consider~ | considered | factor~ | criteria | criterion | determin* | depend~ | taking into account | assess~)"])
"""Introductions of what a period is worked out from, which is no period itself."""
PROCESSED = phrases(en=["(we | is | are | be) process~ ...25!(consent | because | legal | basis) ...3 (data | information | details | answers | records)", "(data | information | details) ...6 (is | are) processed"])
"""Processing for a time is keeping for that time."""
BOUND = phrases(en=["(tied | linked | associated | connected | attached) (to | with) ...9!(cookie~) (account | profile | you | identity)"])
"""Data that stays joined to a person is kept with the person."""
ENDS = "(delete~ | deletion | lapse~ | close~ | closure | closing | terminate~ | termination | cancel~ | cancellation | deactivate~ | deactivation | remove~ | end~ | expire~)"
ON_CLOSING = phrases(
    en=[
        f"(when | once | upon | on | after | if | following) ...6 {ENDS} ...5 {ACCOUNT_WORD}",
        f"(when | once | upon | on | after | if | following) ...3 {ACCOUNT_WORD} ...3 {ENDS}",
        "(with | along with | together with) [your | the] account",
        "(when | once | as soon as) [your | the] account (goes | disappears | is gone | is history)",
        "(when | once | upon | after | if | following) (you | users | the user | a user) [have] [also] (unsubscribe~ | uninstall~ | opt out | leave [the | our] (service | community | group | club | association | server | site | platform | game | team | forum | network | programme | program))",
        "(when | once | upon | after | if | following) ...3 (cancel~ | stop~ | end | terminate~ | leave | discontinue~) ...4 (service | services | use | using) !(provider~)",
        "(when | once | upon | after | if | following) ...3 bot ...3 (removed | leaves | kicked)",
        "(upon | on | after | by) (uninstalling | uninstallation | unsubscribing | removal of the (app | bot))",
    ]
)
"""The end of the account as the moment of deletion."""
INDEFINITE = phrases(
    en=[
        "(indefinitely | forever | for ever | perpetually | in perpetuity | permanently)",
        "for (an | a) (indefinite | unlimited | undetermined) (period | time | amount | duration | length) [of time]",
        "<name> ((does | do | will) not | never) [automatically | ever] (delete | erase) !(it | them | this)",
        "(without | no) [a | any] [fixed | set] (time limit | expiry [date] | expiration [date] | end date | limit [in | of | on] [the] time)",
        "for good !(reason~ | cause | measure | order | faith | business | governance)",
        "never (go away | goes away | disappear~ | vanish~ | be (deleted | erased | removed | purged) | get (deleted | erased | removed | purged) | lapse~) !(until | unless | without | from)",
        "we (never | (will | do) not [be able to] [automatically]) (delete | erase) !(it | them | this)",
        "(there is | have | has | with) no [fixed | set | general] (time limit | expiry [date] | expiration [date] | retention limit)",
        "(do | does | will) (not | never) expire",
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

FOR_LONG = phrases(en=["(store~ | retain~ | keep~ | kept | cache~ | hold~ | held | archive~ | preserve~ | retention | delete~ | deleted | erase~ | remove~ !you | purge~) ...12 (for | after | within | up to | maximum [of] | period of | at least)"])
WE_DELETE = phrases(
    en=[
        "we [attempt to | try to | aim to | will | also | shall | then | may | automatically | immediately | promptly | permanently] (delete | erase | remove | destroy | purge | anonymise | anonymize)",
        "{we} ...8!(not | may | can | could | if | unless) and [then | also] (delete | erase | destroy | purge)",
        "(goes | go | disappears | disappear | vanishes | is gone | are gone)",
        "(is | are | be | being | gets | get) [also | then | automatically | immediately | promptly | permanently | irrevocably] (deleted | erased | removed | destroyed | purged | anonymised | anonymized)",
    ]
)
NO_DATA_GOES = phrases(en=["(access | permission~ | login | sign in | link | subscription~ | rights | badge~ | licence~ | license~ | ability | membership) ...6!(data | information) (is | are | be) ...3 (removed | deleted | erased)"])
"""What goes and is no data: "access is removed"."""
IS_DELETED_OR_KEPT = phrases(
    en=["(is | are | be | being) [also | then | automatically | immediately | promptly | permanently | irrevocably] (deleted | erased | removed | destroyed | retained | kept | preserved) !(for | until | as | only | while | in | on | to)"]
)
ACCOUNT_DELETION = phrases(en=["(delete | deleting | close | closing | cancel | canceling | cancelling) [your | the | an | their | his | her] account", "account (deletion | closure | termination | cancellation)"])
SOON = phrases(en=["as (soon | quickly | promptly) as", "within a reasonable"])
CLOSE_ACCOUNT = phrases(en=["{we} ...3!not (close | deactivate | terminate | delete | remove | suspend | disable) ...4 (account~ | profile~)"])
NOT_KEPT_AFTER = phrases(en=["(not | no longer) [be] (retained | kept | stored | held | maintained | retain | keep | store | hold)", "(cease~ | stop~) to (retain | keep | store | hold)"])
YOU_MAY = phrases(en=["(you | users) (can | may | could | are able to | have the right to)", "(to | please) (delete | close | request | remove)", "right to"])
KEPT_FOR = phrases(en=["(store~ | save~ | retain~ | keep~ | kept | hold~ | held | preserve~ | delete~ | erase~ | destroy~ | anonymise~ | anonymize~ | discard~ | stay~ | remain~)", "(retention | storage)"])
ENDING_DELETES = phrases(
    en=[
        f"(deleting | closing | cancelling | canceling | uninstalling | deactivating | terminating | removing) ...2 {ACCOUNT_WORD} ...4!(not | unless | request) (deletes | removes | erases | delete | remove | erase) ...4!access (data | information | everything | content | records | all)",
        "(uninstalling | deleting | removing) [the | our | this] (app | application | extension | bot | add on | plugin) ...4!(not | unless) (deletes | removes | erases | delete | remove | erase) ...4!access (data | information | everything | content | records | all | settings)",
        "account (deletion | closure) ...3!(not | unless | request) (deletes | removes | erases) ...4!access (data | information | everything | content | records | all)",
        "(remove | uninstall | delete) [our | the] (bot | app | application | extension) ...5 to (delete | remove | erase) ...4 (data | information)",
        "(remove | kick) ...3 from your server ...3 (delete | deletes | removes | erases) ...4 (data | information)",
    ]
)
"""What is done to end it is said to delete the data, in one breath."""
AT_WHICH_POINT = phrases(
    en=[
        "(unsubscribe | opt out | close | delete | cancel | deactivate) ...8 (at which point | upon which | whereupon | after which | in which case | at that point) ...6!(not | keep | retain) (delete | deleted | remove | removed | erase | erased)",
    ]
)
"""The same behind what the reader may do: "you can unsubscribe, at which point …"."""
WHICH_DELETES = phrases(
    en=[
        "^ (this | that | it | which | doing (so | this) | deletion | deleting it) [action | step | process] [will | would | also | then | immediately | permanently] [also | then | immediately | permanently | irreversibly] "
        "(remove | removes | delete | deletes | erase | erases | wipe | wipes | purge | purges | clear | clears) ...3!(not | request~) (all | every | everything | your | the | any | associated | related) ...5 (data | information | content | records | details | profile | everything | history | files)",
        "^ (this | that | it | which | doing (so | this)) ...2!(not | may) (removes | deletes | erases | wipes | purges) (everything | it all)",
    ]
)
"""What the deletion of an account takes with it, in the sentence behind it."""
KEPT_ON = phrases(
    en=[
        f"(not | never) [be] [automatically] (deleted | removed | erased) (when | if | after | even if | upon | once) ...6 {ENDS}",
        f"(not | never) [automatically] (delete | remove | erase) ...6!(unless | until) (when | if | after | even if | upon | once) ...6!(unless | until) {ACCOUNT_WORD} ...3 {ENDS}",
        f"(remain~ | stay~ | kept | retained | preserved) ...8!(not | delete~ | unless | until) even (after | if | when | though) ...5 {ACCOUNT_WORD} ...3 {ENDS}",
        f"(remain~ | stay~ | kept | retained | preserved) ...8!(not | delete~ | unless | until) even (after | if | when | though) you ...3 {ENDS}",
    ]
)
"""Data that outlives the account, with no end said."""
KEPT_UNLESS_ENDED = phrases(
    en=[
        f"unless [and until] (you | the user | users | members | customers) ...4!(consent | object | opt) {ENDS} ...4 {ACCOUNT_WORD} ...10!(not | delete~) ({{we}} ...6!(not | never | may) (keep | retain | store | hold | continue to (keep | retain | store | hold)) | (is | are | will be) (kept | retained | stored | held) | (stay | stays | remain | remains) (on | in | with))",
        f"({{we}} ...6!(not | never | may) (keep | retain | store | hold) | (is | are | will be) (kept | retained | stored | held) | (stay | stays | remain | remains) (on | in | with)) ...12!(not | delete~ | longer) unless [and until] (you | the user | users | members | customers) ...4!(consent | object | opt) {ENDS} ...4 {ACCOUNT_WORD}",
    ]
)
"""Data that stays unless the account is closed: "unless you close your account, we keep it"."""
UNTIL_HEAD = phrases(en=["(until | till)"])
ENDED = phrases(
    en=[
        f"(you | user | users | member | members | customer | customers | account | subscription | membership | contract | they) ...4!(not) {ENDS}",
        f"[the] {ENDS} of ...3 {ACCOUNT_WORD}",
        f"(account | membership | subscription | contract | employment | registration) {ENDS}",
        "(you | user | users | member | members | they) ...2!(not) (leave | leaves | unsubscribe~ | opt out | opts out | resign~ | withdraw~)",
    ]
)
"""The end of the account in a cell whose head says "until"."""
INITIATED = phrases(en=["{we} ...3!not (initiate | start | begin | trigger) ...5 (deletion | (delete | remove | erase))"])
BARE_INDEFINITE = phrases(en=["^ (indefinite | indefinitely | permanent | permanently | forever | unlimited | no limit) $"])
BY_DUTY = phrases(en=["(legal | law | laws | required | audit | accounting | obligation~ | security | necessary | disputes)"])
OFF_A_LIST = phrases(en=["from (our | the | any | all | this) ...3 (list | lists | mailings)"])
ON_AN_EVENT = phrases(en=["(immediately | instantly | at once) (once | when | as soon as | upon) (such | the | this | that | it | a | these)"])
