"""
Tracking, analytics, ads, accounts, access or uploads that are denied in one place, and there in another.

Small apps and sites promise what they are free of: "no ads", "no analytics", "we do not track you", "no account needed",
"your files are never uploaded", "we do not collect special categories of data". Such a line is read first and remembered,
and one named analytics service breaks it. A denial that is bound ("we do not track you across other websites", "no ads in
the paid version") is no clash, nor is what another company does on its own site.

Source: Article 5(1)(a) GDPR; FTC Act section 5 on deceptive statements.
"""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterator, Mapping

from privacylint.api import Bad, Claims, Finding, Match, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import named_services
from privacylint_rules.rules.consistency._denials import KINDS, Kind
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, says
from privacylint_rules.words import phrases

_MOST_SHOWN = 3

# --- words -----------------------------------------------------------------------------------------------------------

_SITE = "(website~|web site~|site~|app|apps|application~|service|services|platform|extension|game~|plugin|bot|software|tool|product~)"
_US = f"(we|i|{_SITE[1:-1]}|<organisation>)"
_NO = "(not|never|don't|doesn't|won't|cannot)"
_END = "(to|for|that|which|who|unless|except|from|without|if|until|with|across|between|beyond|other|over|outside|when|where|in|on|as|and|or|while|browsing|activity|online)"
"""What after a denial says that only a part is meant."""
_USE = "(use|uses|using|employ|employs|integrate|integrates|embed|embeds|include|includes|contain|contains|rely on|relies on|run|runs|utilise~|utilize~)"
_ANALYTICS = "(analytics|web analytics|usage analytics|analytics software|analytics tool~|analytics service~|analytics provider~|analytics sdk~|analytics scripts|telemetry)"
_TOO = "[(or|and|nor) [(any|no|other)] (trackers|tracking|ads|advertising|advertisements|telemetry|analytics|profiling|cookies|accounts|use ...2|sell ...2|track ...2|share ...2)] [(in|on) (this|our|the) ...1 (game|app|extension|site|website|service|bot|plugin)]"
"""What else is denied in the same breath."""
_ADS = "(ads|advertisements|adverts|advertising|banner ads|commercials)"


_ITEMS = {
    "contacts": "(contacts|contact list|address book|phone book)",
    "photos": "(photo~|picture~|camera roll|photo library|gallery|images)",
    "camera images": "(camera)",
    "microphone recordings": "(microphone)",
    "calendar entries": "(calendar~)",
    "files": "(file~|document~)",
    "messages": "(message~|chats|conversations)",
    "notes": "(notes|journal~|diary)",
    "recordings": "(recording~|voice recordings|audio)",
    "search queries": "(search queries|searches|search terms|queries)",
    "browsing history": "(browsing history|browsing data|the (sites|websites|pages) you visit)",
    "health data": "(health data|health information)",
}
"""What apps may open or send."""
_KEPT = {name: words for name, words in _ITEMS.items() if name not in ("camera images", "microphone recordings", "messages")} | {
    "e-mails": "(emails|email data|email messages|email contents)",
    "calendar entries": "(calendar~)",
    "locations": "(location data|gps data|precise location|your location)",
    "recordings": "(recording~|voice data|audio)",
    "biometric data": "(biometric (data|information|templates)|face data|fingerprint~|facial data)",
}
"""What is said to stay on a device."""
_OPEN = "(upload|uploads|access|accesses|read|reads|scan|scans|open|opens|request access to|requests access to|have access to|has access to|gain access to|collect|collects)"
_GONE = "(uploaded|sent|transmitted|transferred|submitted)"
_AWAY = "(our server~|our own server~|our backend|our cloud|our database~|the cloud|servers|our systems|a server|openai|external (server~|service~))"


def _access(thing: str) -> Kind:
    return Kind(
        phrases(en=[f"{_US} ...2!(if|only|may) {_NO} ...1 {_OPEN} [any] [of] (your|the user's|user|users) ...1 {thing} !{_END}"]),
        phrases(en=[f"{_US} ...3!(not|never|no|cannot|if|don't|doesn't|you) {_OPEN} [(all|any|some)] [of] (your|the user's|user|users) ...1 {thing}"]),
        None,
        "are not accessed",
        "they are",
    )


def _sending(thing: str) -> Kind:
    return Kind(
        phrases(en=[f"(your|the user's|user|users) ...1 {thing} (is|are|will be) (never|not) [ever] {_GONE} [to (us|any server~|a server|our server~|the cloud|anyone)] !(to|for|unless|except|without|if|until|with|when|in|as|by)"]),
        phrases(
            en=[
                f"(your|the user's|user|users|the|these|this) ...1 {thing} ...2!(not|never|no|if|may) (is|are|will be|get|gets) [(then|also|securely|automatically|first|temporarily)] {_GONE} [(securely|encrypted|over ...3)] to {_AWAY}",
                f"{_US} ...2!(not|never|no|if|don't|doesn't) (upload|uploads|send|sends|transmit|transmits) (your|the|user|users) ...1 {thing} to {_AWAY}",
            ]
        ),
        None,
        "are never sent",
        "they are sent",
    )


def _keeping(thing: str) -> Kind:
    where = "on (your|the|the user's) [own|local] (device~|phone~|computer~|machine)"
    return Kind(
        phrases(
            en=[
                f"{thing} ...3!(or|not|never|cookie~) (reside|resides|stay|stays|remain|remains|kept|stored|saved|held|processed) (solely|only|exclusively|entirely|purely) {where}",
                f"{thing} ...3!(or|not|never|cookie~) (is|are) (solely|only|exclusively|entirely|purely) (kept|stored|saved|held|processed) {where}",
                f"{thing} ...3!(or|cookie~) never (leave|leaves) {where[3:]}",
            ]
        ),
        phrases(
            en=[
                f"(we|i) ...2!(not|never|no|if|don't|cannot) (receive|collect|upload|obtain|store) ...10!(not|no|never|if|stored|about how) {thing}".replace("|about how", ""),
                f"{thing} ...3!(not|never|no|if) (is|are|will be) [(also|then|automatically|securely)] (stored|saved|kept|uploaded|sent|transmitted|backed up|synced) (on|to|in|with) {_AWAY}",
            ]
        ),
        None,
        "stay on the device",
        "they are collected",
    )


_SPECIAL = "(special categor* [of] [personal] [data|information]|sensitive (data|information)|sensitive personal (data|information))"
_REVEALING = (
    "(your health|[about] your (religion|race|ethnicity|ethnic origin|sexual orientation|political opinions|disability|disabilities|medical conditions|medical history|health conditions)"
    "|health (data|information|conditions|records)|medical (data|information|conditions|history|records)|dietary (requirements|needs)|disabilit* (information|needs|status)|religious beliefs|ethnicity|biometric (data|information|identifiers))"
)
_TRACKED = "(you|users|our users|visitors|our visitors|anyone|anybody|people|your (activity|activities|behaviour|behavior|movements|usage|use))"

_KINDS: Mapping[str, Kind] = {
    "tracking": Kind(
        phrases(
            en=[
                f"{_US} ...2!(if|third|may) {_NO} ...1 (track|tracks) {_TRACKED} {_TOO} !{_END}",
                f"{_US} ...2!(if|third|may) {_NO} {_USE} ...1!(third|such|these|cross) (tracking|trackers|tracking tools|tracking technologies|tracking technology|tracking software|tracking scripts) !{_END}",
                f"^ no [(ads and|ads or|analytics or|analytics and|cookies or|cookies and|ads and no|analytics and no|cookies and no)] ...1!(cross|third) (tracking|trackers) {_TOO} !{_END}",
                f"{_US} (is|are) (tracking free|tracker free|free of tracking|free from tracking|free of trackers)",
                f"there (is|are) no ...1!(cross|third) (tracking|trackers) {_TOO} !{_END}",
                f"{_US} (has|have|contains) no ...1!(cross|third) (tracking|trackers) {_TOO} !{_END}",
            ]
        ),
        phrases(
            en=[
                f"{_US} ...3!(not|never|no|if|third|without) {_USE} ...3!(not|no) (tracking (technologies|technology|pixels|pixel|tools|cookies|scripts)|web beacons|clear gifs) !to",
                "our (emails|newsletters|messages|mailings) ...2!(not|never|no) (contain|include|use) ...2!(not|no) (web beacons|tracking pixels|pixels|clear gifs|tracking links)",
                f"{_US} ...3!(not|never|no|if|third|without) (track|tracks) (your (activity|activities|behaviour|behavior|usage|use)|how you (use|interact)|users)",
            ]
        ),
        "analytics-provider",
        "is denied",
        "it is done",
    ),
    "analytics": Kind(
        phrases(
            en=[
                f"{_US} ...2!(if|may) {_NO} {_USE} [any] [(third party|external|in app)] {_ANALYTICS} {_TOO} !{_END}",
                f"{_US} {_USE} no [(third party|external|in app)] {_ANALYTICS} {_TOO} !{_END}",
                f"^ no [(third party|external|in app)] {_ANALYTICS} {_TOO} !{_END}",
                f"there (is|are) no [(third party|external|in app)] {_ANALYTICS} {_TOO} !{_END}",
                f"{_US} (has|have|contains) no [(third party|external|in app)] {_ANALYTICS} {_TOO} !{_END}",
            ]
        ),
        phrases(en=[f"{_US} ...2!(not|never|no|if|without|other) [may] {_USE} [(third party|external|several|various|an|a|some)] {_ANALYTICS}"]),
        "analytics-provider",
        "are denied",
        "they are used",
    ),
    "ads": Kind(
        phrases(
            en=[
                f"{_US} ...2!(if|may) {_NO} ...1 (show|shows|display|displays|serve|serves|run|runs|contain|contains|include|includes|have|host|place) [any] [third party] {_ADS} {_TOO} !{_END}",
                f"{_US} (show|shows|display|displays|serve|serves|run|runs|contain|contains|include|includes|have|has) no {_ADS} {_TOO} !{_END}",
                f"^ no {_ADS} {_TOO} !{_END}",
                f"there (is|are) no {_ADS} {_TOO} !{_END}",
                f"{_US} (is|are) [(completely|entirely|always)] (ad free|ads free|free of ads|free from ads|free of advertising|free from advertising) !{_END}",
            ]
        ),
        phrases(
            en=[
                f"{_US} ...2!(not|never|no|if|without|our|other|free) [may|will|also] (show|shows|display|displays|serve|serves|run|runs|contain|contains) [(you|third party|relevant|targeted|personalised|personalized|some|banner|interest based)] {_ADS} !(free|on)",
                f"{_ADS} (are|may be|will be) (shown|displayed|served|placed) ...3!(not|other) {_SITE}",
                f"{_SITE} (is|are) (ad supported|supported by ads|financed by ads|funded by ads|financed by advertising|funded by advertising)",
            ]
        ),
        "advertiser",
        "are denied",
        "they are shown",
    ),
    "services of others that identify you": Kind(
        phrases(en=[f"{_US} ...2!(if|may) {_NO} {_USE} ...1 (third party|external) (services|service|sdk~|libraries|tools|software|plugins|modules|components) ...2!(not|for|to) (collect|collects|gather|gathers|identify|identifies|track|tracks) ...3!(not|unless|except) ...12"]),
        phrases(en=[f"{_US} ...2!(not|never|no|if|without|other) [may] {_USE} [(third party|external|several|various|an|a|some)] {_ANALYTICS}", f"{_ANALYTICS} (is|are) (used|integrated|included|embedded)"]),
        "analytics-provider",
        "are denied",
        "such a service is used",
    ),
    "following you across other sites": Kind(
        phrases(en=[f"(not|never|don't|doesn't|won't) [(actively|ourselves)] (track|tracks|follow|follows) {_TRACKED} (across|over|on|between) ...3 (websites|sites|web sites|apps|the web|the internet|services) !(if|unless|when|without)"]),
        phrases(
            en=[
                "(remarketing|retargeting|re targeting|doubleclick|google ads|adsense|facebook pixel|meta pixel) ...12!(not|never|no|without)",
                "(we|partners|advertisers|networks|site~|app) ...3!(not|never|no|if) (show|serve|display|use) ...6!(not|no) (interest based|personalised|personalized|behavioural|behavioral|targeted) (ads|advertising|advertisements)",
            ]
        ),
        "advertiser",
        "is denied",
        "those who do so are let in",
    ),
    "an account": Kind(
        phrases(
            en=[
                f"{_US} ...1 {_NO} (require|requires|need|needs|ask for|ask) ...1 [(you|users) to] (an account|[create|register] [for] an account|registration|sign up|login|a login|log in|register|user accounts) !{_END}",
                "no (account|registration|sign up|login|user account~) (is|are|needed|required|necessary) [(required|needed|necessary)] !(for|to|unless|if)",
                f"{_US} (require|requires|need|needs) no (account|registration|sign up|login) !{_END}",
                f"there (is|are) no (user accounts|accounts|registration|login|sign up) !{_END}",
            ]
        ),
        phrases(
            en=[
                f"(you|users|everyone|every user) (must|have to|need to|are required to) ...1 (create|register|open|sign up|set up) ...4!(not|pay|paid) [account] (to use|in order to use|before using|before you can use) (the|our|this) {_SITE}",
                f"(to use|in order to use) (the|our|this) ...1 {_SITE} [(you|users)] (must|have to|need to|are required to) ...1 (create|register|open|sign up|set up)",
                f"(an account|registration) is (required|mandatory|necessary) [in order] to use (the|our|this) ...1 {_SITE}",
            ]
        ),
        None,
        "is not needed",
        "it is required",
    ),
    "accounts": Kind(
        phrases(
            en=[
                f"{_US} ...1 {_NO} (offer|have|provide|support|create|maintain|include|feature) ...1!(third|fake|multiple|new) (user accounts|accounts|user profiles|profiles) [or (profiles|accounts)] [at this time|anymore|at all] $",
                f"{_US} ...1 (no longer|never) (offer|offers|have|provide|support) ...1 (user accounts|accounts|user profiles|profiles) [or (profiles|accounts)] [at this time|anymore|at all] $",
                f"{_US} ...1 {_NO} (offer|have|provide|support|create|maintain|include|feature) ...1!(third|fake|multiple|new) (user accounts|user profiles) [at this time] and",
                f"{_US} (has|have|offers|offer) no (user accounts|accounts|user profiles) [or (profiles|accounts)] $",
                "there (is|are) no (user accounts|accounts|user profiles) [or (profiles|accounts)] $",
            ]
        ),
        phrases(
            en=[
                "(when|whenever|once|after) you (create|register|register for|open|set up|sign up for) (an|your|a user) account !(with|at|on)",
                "(when|whenever|once|after) you (create|register|register for|open|set up|sign up for) (an|your|a user) account (with us|on our ...2|with our ...2)",
                "(within|on|in) your [(public|user|personal)] profile (page|settings)",
                "your account (settings|page|password) !(with|at)",
                "(log in|sign in|logged in|signed in) to your account",
            ]
        ),
        None,
        "do not exist",
        "they do",
    ),
    "access to your device": Kind(
        phrases(
            en=[
                f"{_US} ...2!(if|may|only) {_NO} (request|requests|require|requires|ask for|need|needs|use|want) any [(device|system|android|special|app)] (permission~|permissions) !(other|except|unless|beyond|that|which|to|for|from|without|if)",
                f"{_US} (requests|requires|needs|asks for|request|require|need) no [(device|system|android|app)] (permission~) !(other|except|unless|beyond|that|which|to|for)",
                "^ no [(device|system|android|app)] permissions [(are|is)] (required|requested|needed|necessary) !(to|for|unless|except|other)",
                f"{_US} ...2!(if|may|only) {_NO} (request|requests|require|ask for) access to your ...8!(without|unless|except|if) any other data",
            ]
        ),
        phrases(
            en=[
                f"{_US} ...2!(not|never|no|if|don't|doesn't|without) (asks|ask|requests|request|requires|require|needs|need) [(you|for|your|the)] [(for|your|the)] [(following)] permission~ ...4!(not|no) to (access|use|read|record) ...3 (location|camera|microphone|contacts|photos|files|gallery|storage|calendar)",
                f"{_US} ...2!(not|never|no|if|don't|doesn't|without) (asks for|ask for|requests|request|requires|require|needs|need) ...1!(no) (access to [your] [device's] (location|camera|microphone|contacts|photos|files|gallery|storage|calendar)|(camera|location|microphone|storage|contacts) permission~)",
            ]
        ),
        None,
        "is not asked for",
        "it is",
    ),
    "special categories of data": Kind(
        phrases(
            en=[
                f"{_US} ...2!(if|may|share) {_NO} [(knowingly|intentionally)] (collect|process|store|gather|hold|request|seek|ask for) [or (process|store|collect|use)] [any] {_SPECIAL} ...2 !(unless|except|from|for|without|if|until|when|other|to|in)",
                f"no {_SPECIAL} [about you] (is|are|will be) (collected|processed|stored|gathered|held)",
            ]
        ),
        phrases(en=[f"(we|i) ...2!(not|never|no|if|don't) [(may|also|will)] (collect|process|store|record|hold|ask for|request) ...8!(not|no|unless|special|sensitive|never) {_REVEALING}"]),
        None,
        "are not collected",
        "such data is",
    ),
    **KINDS,
    **{f"your {name}": _access(thing) for name, thing in _ITEMS.items()},
    **{f"your own {name}": _sending(thing) for name, thing in _ITEMS.items()},
    **{f"{name} of yours": _keeping(thing) for name, thing in _KEPT.items()},
}
_BOUND = phrases(
    en=[
        "(unless|except|other than|besides|by default|apart from|without your|generally|normally|this (feature|page|section|tool|version)|individually|personally|child~|children|student~|cross site|across)",
        "(if|when|where|once|until) (you|we|they|it|enabled)",
        "(paid|premium|pro|free|trial) (version|plan|users|subscri*|tier|accounts)",
        "(do not track (signal~|request~|setting~|header~|preference~)|dnt|signals)",
    ]
)
_ACROSS = "following you across other sites"
_SAME_BOUND = phrases(
    en=[
        "(unless|except|other than|besides|by default|apart from|without your|generally|normally|individually|child~|children|student~)",
        "(respond|response|honor|honour|recogni*|signal~)",
    ]
)
_ELSEWHERE = phrases(
    en=[
        "(if|unless|whether|prevent|block~|opt out|disable~|without|other|third party|linked|their own|these) ...6 (website~|sites|companies|parties)",
        "(unless|whether|prevent|block~|blocking|opt out|disable~|disabling|instead of|rather than|unlike|no longer)",
        "(consult|privacy policy|privacy statement|more information|learn more)",
        "(child~|children|job|applicant~|employee~|optional|optionally)",
    ]
)
_USED = phrases(
    en=[
        f"{_US} ...4!(not|never|no|if|other) {_USE}",
        "(uses|using|with the help of|by means of|powered by|integrates|integrated) ...6",
        "(is|are) (used|employed|integrated|embedded|included|collected|gathered|served|shown)",
    ]
)
_THE_PRODUCT = frozenset(("app", "application", "mobile app", "extension", "browser extension", "plugin", "bot"))
_PRODUCTS = (
    frozenset("app apps application applications game games extension plugin bot software tool".split()),
    frozenset("website websites site sites web forum blog shop store newsletter page pages".split()),
)
"""Words for things that are there beside each other: what is not in the app may be on the website."""
_NEAR = 5
"""How many words around a statement are looked at for what it is about: "our website counts visits with ..."."""
_COUNTERS = frozenset("plausible fathom simple umami goatcounter telemetrydeck aptabase cloudflare matomo piwik countly posthog".split())
"""Services that count visits without following anyone, or can be set to."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(a)",),
    good=[
        "We do not track you across other websites.\n\n## Numbers\n\nWe use Google Analytics.\n",
        "There are no ads in the paid version.\n\n## Ads\n\nThe app shows ads.\n",
        "The app contains no ads.\n\n## Website\n\nOur website shows banner ads.\n",
        "The app does not read your contacts.\n\n## Friends\n\nThe app does not access your photos.\n",
        "Your notes are never uploaded unless you switch on backups.\n\n## Backups\n\nYour notes are sent to our servers.\n",
    ],
    bad=[
        Bad(
            "We do not track you.\n\n## Numbers\n\nWe use Google Analytics to count readers.\n",
            at="We do not track you",
            related=("Google Analytics",),
            message='tracking is denied here, but it is done in "Numbers" (line 5)',
        ),
        Bad(
            "The game contains no ads.\n\n## Money\n\nThe game shows banner ads.\n",
            at="game contains no ads",
            related=("game shows banner ads",),
        ),
        Bad(
            "The app does not access your contacts.\n\n## Friends\n\nTo find friends the app reads your address book.\n",
            at="app does not access your contacts",
            related=("app reads your address book",),
            message='your contacts are not accessed here, but they are in "Friends" (line 5)',
        ),
    ],
)
def denied_and_done(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Of each kind the first plain denial, with what is said to be done elsewhere."""
    denials = [one for one in ordered(read(policy, {name: kind.denied for name, kind in _KINDS.items()})) if not says(policy, _SAME_BOUND if one.kind == _ACROSS else _BOUND, one.sentence)]
    for name in dict.fromkeys(one.kind for one in denials):
        done = [one for one in _done(policy, name) if not says(policy, _ELSEWHERE, one.sentence)]
        for denial in (one for one in denials if one.kind == name):
            broken = [one for one in done if apart(denial, one) and _same_frame(denial, one) and _same_product(policy, denial, one)]
            if broken:
                yield _finding(policy, denial, broken)
                break


def _done(policy: Policy, name: str) -> list[Statement]:
    kind = _KINDS[name]
    said = list(read(policy, {name: kind.done}, denied=False))
    return ordered(iter([*said, *_served(policy, name, kind.services)]))


def _served(policy: Policy, name: str, services: str | None) -> Iterator[Statement]:
    """Where a service that does it is named as one in use."""
    for mention in named_services(policy) if services else ():
        if mention.id != services:
            continue
        sentence = policy.words.sentence_at(mention.first)
        match = Match(policy.words.span(mention.first, mention.after), sentence, {}, {}, "", (mention.first, mention.after))
        if name == "tracking" and policy.words.forms[mention.first] in _COUNTERS:
            continue
        if sentence.block.kind in ("paragraph", "item") and scope.is_statement(policy, sentence) and not scope.denied(policy, match) and says(policy, _USED, sentence):
            yield Statement(name, match, scope.scope_of(policy, sentence, match))


def _same_frame(denial: Statement, one: Statement) -> bool:
    """Same people and product; "in the app" is no part of an app."""
    if one.scope.product in _THE_PRODUCT:
        one = one._replace(scope=one.scope._replace(product=denial.scope.product))
    return scope.overlaps(denial.scope, one.scope) and (one.scope.product is None or one.scope.product == denial.scope.product)


def _same_product(policy: Policy, denial: Statement, one: Statement) -> bool:
    """Whether the words of both can mean one thing: "no ads in the app" says nothing of the website."""
    if denial.kind == _ACROSS:
        return True
    here, there = (_products(policy, statement) for statement in (denial, one))
    return not here or not there or bool(here & there)


def _products(policy: Policy, one: Statement) -> set[int]:
    start, end = one.match.words
    first, after = policy.words.range_of(one.sentence)
    around = policy.words.forms[max(first, start - _NEAR) : min(after, end + _NEAR)]
    named = {form.removesuffix("'s") for form in around}
    return {number for number, words in enumerate(_PRODUCTS) if words & named}


def _finding(policy: Policy, denial: Statement, broken: list[Statement]) -> Finding:
    kind = _KINDS[denial.kind]
    return Finding(
        f"{denial.kind} {kind.told} here, but {kind.but} {elsewhere(policy, broken[0])}",
        denial.span,
        related=tuple(Related(one.span, f"here {kind.but}") for one in broken[:_MOST_SHOWN]),
        help="say in the denial what is done all the same, or stop doing it",
        topic=denial.kind,
    )
