"""
Data that is said never to leave the reader's device, and is sent or stored elsewhere.

"Everything stays on your device" is the strongest promise an app can make, and a store or an authority will hold it to
each word; "all of it is gone with the app" comes close. It is broken by a copy in a cloud, by a server that keeps an account, or by what is sent to a service; also
when that happens only after the reader switches it on, since the promise makes no exception. Promises about some data
only ("this data never leaves your device"), or with "unless", "by default" and the like, are no clash.

Source: Article 5(1)(a) GDPR; FTC Act section 5 on deceptive statements.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_DEVICE = "(device~|phone|phones|smartphone|computer|browser|mac|iphone|ipad|machine|tablet|handset)"
_DATA = "(data|information|content|everything|records|files|notes|nothing)"
_ALL = "(all|any|your|everything|no|nothing|none|user)"
_CLOUD = "(cloud|icloud|cloudkit|firebase|firestore|supabase|google drive|dropbox|onedrive|aws|amazon web services|azure|google cloud|mongodb)"
_SERVER = "(our server~|our own server~|our backend|our database~|our cloud|our systems|server~ of ours)"

_PROMISES = {
    "stays on the device": phrases(
        en=[
            f"all [of] [your|the|app|user|personal|of your] {_DATA} ...8!(unless|except|or|entered|if|through|some) (stays|stay|remains|remain|is stored|are stored|is kept|are kept|is saved|resides) [only|locally|entirely|solely|exclusively|and processed|and remains|purely] [only|locally] (on|in|within) (your|the|the user's|each user's) [own|local|mobile] {_DEVICE}",
            f"all [of] [your|the|app|user|personal|of your] {_DATA} ...3!(unless|except|or|entered|if|some) (is|are) [stored|kept|processed|saved] (locally|on device)",
            f"(your|user|personal) {_DATA} ...2!(this|that|which|these) (never|not) leave~ [your|the|the user's|their] [own] {_DEVICE}",
            f"(no|nothing|none of your) [personal|user|of your] [{_DATA}] ...3!(this|about|through|that|on|browsing) (leave~|leaves|ever leaves) [your|the|the user's|their] [own] {_DEVICE}",
            "all [of] [the|your|data] processing ...3!(for|of|unless|some) (happens|occurs|takes place|is done|is performed|is carried out) [entirely|only|solely] (locally|on your device|on the device|on device)",
            f"everything [you do|you enter|you create] ...4!(unless|except|or) (stays|remains|happens|is stored|runs) ...3!(or|unless) (on|in) (your|the) [own] {_DEVICE}",
        ]
    ),
    "never leaves the device": phrases(
        en=[
            f"(nothing|none of what|no part of what) you (type|enter|write|create|do|save|record) ...2!(if|unless) (leaves (your|the) [own] {_DEVICE}|is (sent|uploaded|transmitted) [to (us|our servers|any server~|anyone)])",
            f"what you (type|enter|write|create|save|record) ...2!(if|unless) (never|not) [ever] leave~ (your|the) [own] {_DEVICE}",
        ]
    ),
    "is on no server": phrases(
        en=[
            f"no [user|personal|such|app|of your] {_DATA} ...2!(about|through|that) (is|are|will be|gets) [ever] (stored|kept|saved|held|sent|transmitted|uploaded|transferred|sent to or stored) ...4!(without|unless|payment) (on|to|in) ...3!(unless|that) (server~|cloud|anywhere|external|remote)",
            f"(we|app|it) (do|does|will) (not|never) ...3 (send|transmit|upload|store|transfer) [or (send|transmit|upload|store|share)] (any|your|any of your) [of your] [personal] {_DATA} ...3!(without|unless|except|about|payment|card) (to|on) [any|external|remote|our|a|our own] (server~|cloud|external ...2)",
        ]
    ),
    "is gone with the app": phrases(
        en=[
            f"(uninstall~|uninstalling|delete|deleting|remove|removing|removal of|deletion of) (the|this|our) (app|application|extension|addon|add on|plugin|bot|program) ...5!(unless|except|if|may|server~|from) (deletes|delete|removes|remove|erases|erase|clears|wipes) ...2!(cookie~|cache~) (all|everything|every) [of] [the|your|its|app|stored|saved|local|user|personal|associated] [of your] [{_DATA}]",
            "(uninstall~|uninstalling|delete|deleting|remove|removing) (the|this|our) (app|application|extension|addon|add on|plugin|program) ...2!(unless|except|if|may) everything (is|gets|will be) [permanently] (deleted|removed|erased|wiped)",
            f"(all|everything|every) [of] [the|your|app|stored|saved|user|personal] [{_DATA}] ...3!(unless|except|if|may) (is|are|gets|will be) [permanently|immediately|automatically] (deleted|removed|erased|wiped) ...1 (when|if|once|as soon as|by|upon|after) [you] (uninstall~|uninstalling|delete|deleting|remove|removing) (the|this|our) (app|application|extension|addon|add on|plugin|bot|program)",
            "(uninstall~|uninstalling|delete|deleting|remove|removing) (the|this|our) (app|application|extension|addon|add on|plugin|program) ...2!(unless|except) (to|and) (delete|remove|erase|clear|wipe) (all|everything) [of] [the|your|its] [app|stored|personal] [data|information]",
        ]
    ),
}
_GOES = "is gone with the app"
_ELSEWHERE = ("is kept in a cloud", "is sent to our servers")
"""What outlives an app on a device; a collection may have ended before."""
_FACTS = {
    "is sent to others": phrases(
        en=[
            "(your|the) (prompt~|text|texts|messages|notes|queries|questions|input~|content|entries|data) ...3!(not|never|no|if|may) (is|are|will be) ...1 (sent|transmitted|uploaded|submitted|forwarded|passed on) to (openai|anthropic|google|microsoft|amazon|third party|an external|external|a third|the (api|servers))",
        ]
    ),
    "is kept in a cloud": phrases(
        en=[
            f"(store~|stored|save~|saved|sync~|synced|synchronise~|synchronize~|synchronised|synchronized|back up|backed up|upload~|uploaded|transmit|transmitted|host~|hosted) ...14!(not|never|no|cookies|instead) {_CLOUD}",
            f"{_CLOUD} ...6!(not|never|no) (store~|stores|stored|hosts|sync~|synchronise~|synchronize~)",
        ]
    ),
    "is sent to our servers": phrases(
        en=[
            f"(send~|sent|transmit~|transmitted|upload~|uploaded|store~|stored|collected|saved|keep|keeps|kept|hold|holds|remain~|stay|stays|transferred|backed up|synced) ...8!(not|never|no|email|mail|request~) (to|on|in|by) {_SERVER}",
            "(our|the) (server~|backend) ...2!(not|never|no) (receive~|stores|store|collects|logs|log|records)",
        ]
    ),
    "is collected from the device": phrases(
        en=[
            f"(we|I) ...1!(not|never|no) (collect|receive) (data|information) [and] [information|data] ...8!(not|locally|no) (on|from) (your|the) {_DEVICE}",
            "(we|I|app) ...2!(not|never|no|if|may) [automatically|also] (collect|collects|receive|receives) [and (store|use|process)] (your|certain|the following|some|usage|crash|analytics|device) ...4!(not|locally|no) (data|information|address|identifier~)",
        ]
    ),
}
_BOUND = phrases(
    en=[
        "(unless|except|other than|by default|primarily|mainly|mostly|usually|generally|typically|without your|optional|optionally|apart from|if|or in|or to|only when)",
        "(this|these|such|that) (data|information|content|setting~|files|preferences|logs|recordings)",
        "(browsing|photo~|payment|card|biometric|health|location|camera|audio|voice|microphone|contact~|keystroke~|calculator~|face|facial) ...3",
        "(mechanism|feature|mode|through this)",
        f"{_DEVICE} (or|and) [in|to|on] (your|its|our|the|a|in)",
    ]
)
_ONLY_THERE = phrases(en=[f"(local|locally|cache~|cached|(on|from|off|in) (your|the|this|that) {_DEVICE})", "(not|no|never|but|however|cannot)"])
"""What bounds a promise that data is gone with the app."""
_THE_PRODUCT = frozenset(("app", "application", "mobile app", "mobile application", "extension", "browser extension", "plugin"))
_NOT_LOCAL = phrases(en=["(website|our site|this site|e mail|email us|contact us|support|newsletter|forum|github|app store|web page)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "All data is stored on your device by default.\n\nIf you sign in, your notes are stored in iCloud.\n",
        "This data never leaves your device.\n\nYour notes are backed up in the cloud.\n",
        "All your data stays on your device.\n\nWe never send anything to our servers.\n",
        "Your data never leaves your device unless you export it.\n\nNotes are synced with Dropbox.\n",
        "Uninstalling the app removes all data from your phone, not the copies in iCloud.\n\nNotes are stored in iCloud.\n",
        "Uninstalling the app deletes all local data.\n\nWe collect usage data from your device.\n",
    ],
    bad=[
        Bad(
            "All of your data stays on your device.\n\n## Backups\n\nYour notes are backed up to iCloud every night.\n",
            at="All of your data stays on your device",
            related=("backed up to iCloud",),
            message='data stays on the device here, but is kept in a cloud in "Backups" (line 5)',
        ),
        Bad(
            "No data is stored on any server.\n\nTo find your way, your position is sent to our servers.\n",
            at="No data is stored on any server",
            related=("sent to our servers",),
        ),
        Bad(
            "Your notes are stored on our servers.\n\n## Leaving\n\nUninstalling the app deletes all of your data.\n",
            at="Uninstalling the app deletes all of your data",
            related=("stored on our servers",),
            message="data is gone with the app here, but is sent to our servers in line 1",
        ),
    ],
)
def data_that_leaves_the_device(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that data stays on the device, with what sends it elsewhere."""
    promises = [one for one in ordered(read(policy, _PROMISES)) if not _bounded(policy, one) and _whole(one)]
    if not promises:
        return
    facts = [one for one in ordered(read(policy, _FACTS, denied=False)) if _sends(policy, one)]
    for promise in promises:
        broken = _spread([fact for fact in facts if _breaks(promise, fact)])
        if broken:
            yield _finding(policy, promise, broken, promises)
            return


def _bounded(policy: Policy, promise: Statement) -> bool:
    return says(policy, _BOUND, promise.sentence) or (promise.kind == _GOES and says(policy, _ONLY_THERE, promise.sentence))


def _breaks(promise: Statement, fact: Statement) -> bool:
    lasting = promise.kind != _GOES or fact.kind in _ELSEWHERE
    return lasting and apart(promise, fact) and _same_people(promise, fact)


def _whole(one: Statement) -> bool:
    """Whether it speaks of the product as a whole: "in the app" is no part of an app."""
    return one.scope.product is None or one.scope.product in _THE_PRODUCT


def _same_people(one: Statement, other: Statement) -> bool:
    return scope.overlaps(one.scope._replace(product=None), other.scope._replace(product=None))


def _spread(facts: list[Statement]) -> list[Statement]:
    """One of each block, those without a condition first."""
    firm = sorted(facts, key=lambda fact: (bool(fact.scope.condition), fact.span))
    spread: dict[int, Statement] = {}
    for fact in firm:
        spread.setdefault(fact.sentence.block.number, fact)
    return list(spread.values())


def _sends(policy: Policy, fact: Statement) -> bool:
    return not says(policy, _NOT_LOCAL, fact.sentence) and _whole(fact) and fact.sentence.block.kind != "heading"


def _finding(policy: Policy, promise: Statement, broken: list[Statement], promises: list[Statement]) -> Finding:
    first = broken[0]
    again = [other for other in promises if other is not promise and other.sentence is not promise.sentence]
    return Finding(
        f"data {promise.kind} here, but {first.kind} {elsewhere(policy, first)}",
        promise.span,
        related=(
            *(Related(fact.span, f"here it {fact.kind}") for fact in broken[:4]),
            *(Related(other.span, f"says again that data {other.kind}") for other in again[:4]),
        ),
        help="name what leaves the device and when, and make the promise for the rest",
    )
