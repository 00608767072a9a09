"""
Cookies, or cookies of some kind, that are said not to be used, and are used elsewhere.

A reader who is told "we do not use cookies" will not look for a way to refuse them, and the law asks for consent to most
of them. Compared are plain denials with plain statements of use: of cookies at all, of cookies for advertising, for
analytics, for tracking, and of third parties; and "only strictly necessary cookies" with all but the last of these. A
denial for one site or app, one that holds until the reader agrees, or one with an exception is no clash. Whoever says
that the service itself uses no cookies, only the code of others does, should not go on to speak of "our cookies".

Source: Article 5(3) Directive 2002/58/EC; Article 13 GDPR; CJEU C-673/17 (Planet49).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Match, Phrases, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.answers import answered
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_USE = (
    "(use|uses|using|set|sets|setting|place|places|placing|employ|employs|employing|utilise~|utilize~|store|stores|storing|install|installs|drop|drops|deploy|deploys|write|writes|save|saves"
    "|make use of|makes use of|making use of|rely on|relies on|work with|works with|contain|contains|require|requires|run|runs|load|loads)"
)
_DONE = "(used|set|placed|employed|utilised|utilized|stored|installed|dropped|deployed|written|saved|sent|created|loaded|present)"
_SITE = "(website~|web site~|site~|web pages|pages|app|application|service|services|platform|extension|game|server|servers|domain|shop)"
_US = f"(we|i|{_SITE[1:-1]}|<organisation>)"
_NO = "(not|never|don't|doesn't|won't|cannot)"
_BARRED = "(to|for|that|which|explicitly|other|except|unless|from|without|in|if|until|with|as|beyond|and|or)"
"""What after a denial says that only some cookies are meant."""
_PUTS = "(leave|leaves|put|puts|give|gives|send|sends|create|creates|hand|hands)"
_ANYBODY = (
    "^ ...6!(third|other|if|when|unless|you|your|partner~|advertiser~|provider~|many|some|most|websites|sites|they|these|those|companies|users|visitors|browser~|newsletter~|email~|mail|app|apps|extension|bot|forum|blog|shop|store"
    "|google|facebook|youtube|analytics|while|although|except|neither|currently|generally|anyone|who|that|which|can|could|may|should)"
)
"""A subject that opens its sentence, and is neither somebody else nor one product of several."""
_KNOWN_AS = "(free|less|policy|policies|notice|banner|statement|consent|setting~|preference~|manager|list|table|law~|management)"
"""What makes the word cookie part of another thing's name."""

_ALL = "cookies at all"
_DENIED = phrases(
    en=[
        f"{_US} ...4!(most|some|third|other|if|when|neither) {_NO} ...3!(if|unless|third|all) {_USE} [any|our own] [(cookies or|browser|http|web)] [type of|kind of|sort of] cookies !({_BARRED[1:-1]}|on|when)",
        f"{_US} ...4!(most|some|third|other|if|when|neither) {_NO} ...3!(if|unless|third|all) {_USE} [any|our own] [(cookies or|browser|http|web)] cookies (on|in) (your|this|our) (device~|computer|browser|site|website|hard drive|pages) !({_BARRED[1:-1]}|when)",
        f"{_US} ...4!(most|some|third|other|if|when|neither) {_NO} ...3!(if|unless|third|all) {_USE} [any] cookies or [any|other] (similar|other|tracking|like) [tracking] (technology|technologies|tools|techniques) !({_BARRED[1:-1]}|on|when)",
        f"{_US} ...4!(most|some|third|other|if|when|neither) {_NO} ...3!(if|unless|third|all) {_USE} [any|our own] [(browser|http|web)] cookies (on|at) ...2!(other|some|certain|pages|linked|external) $",
        f"{_US} ...3!(if|third) {_USE} no [browser|http|web] cookies !({_BARRED[1:-1]}|when)",
        f"{_US} ...3!(if|third) ({_USE[1:-1]}) neither [browser] cookies",
        f"neither (we|this|our) ...4 {_USE} [any] cookies !{_BARRED}",
        f"neither ({_USE[1:-1]}) nor (reads|read|uses|use|sets|set|stores|store) [any] cookies !{_BARRED}",
        f"(chosen|decided|elected) not to {_USE} [any] cookies !{_BARRED}",
        f"^ [(on|in) (this|our) (site|website)] ...2!(third|other|additional|further|such) [there are] no cookies [(are|get|will be|is|being)] {_DONE} !({_BARRED[1:-1]}|when)",
        f"no cookies [(are|get|will be|is|being)] {_DONE} when you (visit|use|browse|open|view) (this|our) [web] (site|website|page|pages|service) !{_BARRED}",
        f"^ [browser|web] cookies (are|is) (not|never) {_DONE} !({_BARRED[1:-1]}|when)",
        f"(there are|you will find|(this|our) {_SITE} (contains|has|have|contain)) no cookies !{_BARRED}",
        f"{_US} ...4!(not|if|can|could|should|may) (free of|free from) cookies",
        f"{_US} (is|are|works|runs|remains) [(entirely|completely|fully|totally|100)] cookie free",
        f"{_US} (work|works|operate|operates|run|runs|do|does) [(entirely|completely|fully)] without [any|the use of|using] cookies !{_BARRED}",
        f"(at no time|under no circumstances|nowhere|in no case) (do|will|does) (we|our site|our website|this site) {_USE} [any] cookies !{_BARRED}",
        "^ [use of|the use of] cookies (none|no|not used|we don't|we do not) $",
        "^ (zero|no|no more) cookies $",
        f"{_ANYBODY} {_NO} ...2!(if|unless|third|all|allow) ({_USE[1:-1]}|{_PUTS}) [any|a|a single|single] (cookies|cookie) !({_BARRED[1:-1]}|on|when)",
        f"{_ANYBODY} {_NO} ...2!(if|unless|third|all|allow) ({_USE[1:-1]}|{_PUTS}) [any|a|a single|single] (cookies|cookie) [behind] (on|in|to) (your|this|our) (device~|computer|browser|site|website|hard drive|pages) !({_BARRED[1:-1]}|when)",
        f"{_ANYBODY} ({_USE[1:-1]}|{_PUTS}) (no|zero) [browser|http|web] cookies !({_BARRED[1:-1]}|when)",
        "(the|any) (use|setting|storage|storing|placement|placing) of cookies [therefore] (does not|will not|doesn't) (take place|occur|happen)",
        f"no use is made of cookies !{_BARRED}",
        f"^ we make no use of cookies !{_BARRED}",
        f"(will not|won't|cannot|can't) find [any|a|a single|single] (cookies|cookie) (here|on (this|our)|anywhere) ...2 !{_BARRED}",
        f"{_ANYBODY} (refrain|refrains|abstain|abstains) from (using|setting|placing|storing|the use of|any use of) [any] cookies !{_BARRED}",
        f"{_ANYBODY} (does|do|gets by|get by|gets along|get along|works|work|manages|manage|runs|run|lives|functions|is built|has been built|was built) ...2!(not|if|better|well|can|could|might|may) without [any|using|the use of|setting|a single] (cookies|cookie) !{_BARRED}",
        "(does|do) without (cookies|cookie) $",
        "without (a single|any) cookie~ (being|getting|that is) [ever] (set|placed|stored|used|written)",
        "(no need for|not need|never need|no use for) [any] cookies and ...3!(may|if) (none|no cookies)",
        "cookies ...14!(third|advertising|if|analytics|tracking) (we|it|site|website|page|pages) (sets|set|uses|use|places|stores|place) none",
        "cookies (play|have|are given) no (part|role|place)",
        "cookies are [(something|a thing|technology|things)] [that] (we|our (site|website|app|shop)) ...3 (do without|does without|without|never use|never uses|do not use|does not use|get by without|gets by without|have no use for|has no use for) $",
        "(we|i) [have] (switched off|disabled|removed|banned|abolished|dropped|got rid of|done away with|turned off) all [(our|the)] cookies !(that|which|when|if|except|for)",
    ]
)
_USED = phrases(
    en=[
        f"{_US} ...4!(not|never|no|neither|nor|if|third|whether|how|or|without|that|other|be|can|could|cannot|you) [may|also|currently|sometimes] {_USE} [(both|several|session|persistent|functional|certain|various|only|strictly|necessary|essential|first party|third party|temporary|technical|own|our own|its|a few|some|a|an|small|so called|standard)]"
        f" [(and|necessary|persistent|session|types of|kinds of|small|files called|files known as|single|number of|variety of|text files called)] [persistent|session|called] (cookies|cookie) !{_KNOWN_AS}",
        f"^ [(our|these|the following)] [session|persistent|functional] cookies are [also] {_DONE} !(by|at)",
        f"(cookies|cookie) (are|is|will be|get|gets) [also|then|only] {_DONE} ...8!(not|other|most|many|third|some|if) (by us|by our|our|this|we|you (sign|log) in)",
        f"{_US} ...2!(not|never|no|if|third) [may|also] {_USE} [(various|similar|automated)] (tracking technologies|web beacons) ...4 cookies !{_KNOWN_AS}",
        f"(our|us|the) (server|servers|site|website) ...2!(not|never) (send|sends|sets|places) [a|an|your|you] [small|session] (cookie|cookies) !{_KNOWN_AS}",
        f"{_US} ...8!(not|never|no|if|third|whether|how|without|other) (through|via|using|by means of|with the help of|by using) [our|these|session|persistent|the use of] cookies !{_KNOWN_AS}",
        "(with the help of|by means of|thanks to) [our|these] cookies we",
        f"(cookies|cookie) [that|which] (we|our site|our website|this site) [may|also|currently] {_USE} !(no|not)",
        "(agree|consent) to our use of cookies",
        "^ our use of cookies (is|helps|allows|enables|serves)",
        "(when|whenever|as soon as|once|each time|every time) you (visit|open|use|browse|enter|load|call up|log in|sign in|log into|access) ...6!(other|third|linked|not|without) (a cookie is|cookies are|a cookie will be|cookies will be|cookies get|a cookie gets) [also|automatically] (set|placed|stored|saved|written|created|installed|sent)",
        "^ [(a|our|the|these|such|session|persistent|one|two|three|several|some|certain)] (cookie|cookies) (is|are|will be|gets|get) [also|then|automatically|only] (set|placed|stored|saved|written|created|installed) (in|on|to|by) (your|the user's|our|us|this|the visitor's) ...2!(third|other|if) !(not)",
        f"{_ANYBODY} [(also|then|automatically)] ({_USE[1:-1]}|{_PUTS}) [you|your browser|your device|your computer|in your browser] [(a|an|one|two|three|several|some|small|session|the following)] [(session|small|persistent|types of|kinds of|few|number of)] (cookie|cookies) !{_KNOWN_AS}",
        f"{_US} ...2!(not|never|no|if|third) {_USE} the following [types of|kinds of|categories of|first party|technical|essential|necessary] (cookies|cookie) !{_KNOWN_AS}",
        "^ [(our|these|the|session|such|a few|some)] (cookies|cookie) [also] (help us|helps us|allow us|allows us|enable us|enables us|let us|lets us|make it possible for us|tell us) !(not)",
        "^ [the] cookies [we use|used] (session|essential|necessary|functional|technical|preference) cookies",
        "^ (essential|necessary|strictly necessary|session|functional|login|technical|technically necessary) cookies (are|is) (needed|necessary|required|used|set|essential) (to|for|so|when)",
        "^ (on|in) (our|this|the) ...4!(third|other|linked|not|no) (website|site|app|shop|pages) [session] cookies are [also] (used|set|placed|stored) !(not)",
        "^ the cookies (on|of|used on|set by|placed by|used by) (our|this) (site|website|web site|page|pages|app)",
        "(we|i) ...2!(not|never|if|third) (recognise|recognize|remember|know) (you|visitors|users|your browser|your device) ...2 (by|through|with|by means of) (a|our|the|these) [session|small] (cookie|cookies)",
    ]
)


class _Kind(NamedTuple):
    """One kind of cookies: the adjectives that name it, and the purposes that make cookies be of it."""

    adjective: str
    purpose: str


_PARTY = (
    "(third party|third parties|[third party] vendor~|advertiser~|(ad|advertising|social) network~|(advertising|analytics|business) partner~|our partner~|sponsor~|ad server~|google [analytics]|facebook|doubleclick)"
)
_KINDS = {
    "advertising cookies": _Kind(
        "(advertising|advertisement|ad|ads|targeting|targeted|marketing|retargeting|remarketing|behavioural|behavioral|commercial|promotional)",
        "(advertising|advertise|advertisement~|ads|ad|adverts|marketing|retargeting|remarketing)",
    ),
    "analytics cookies": _Kind(
        "(analytics|analytical|analysis|statistics|statistical|statistic|performance|measurement|google analytics|matomo|analytic)",
        "(analytics|(analyse|analyze|analysing|analyzing|measure|measuring|evaluate|evaluating|study) ...3 (how|traffic|usage|use|visits|visitors|behaviour|behavior)|analysis|statistics|statistical)",
    ),
    "tracking cookies": _Kind(
        "(tracking|cross site|cross site tracking|surveillance)",
        "((track|tracking|follow|following) [(you|users|visitors|your)] [(online|web|browsing|internet|activity|activities|behaviour|behavior|movements|visits)] [(across|on|over|between|and) ...4 (sites|websites|web|internet|services)])",
    ),
}
_MADE = "[(own|first party|third party|any|some|these|various|our|such|so called|type of|kind of|kinds of)]"
_MORE = "[(or|and|,) (advertising|targeting|marketing|analytics|tracking|social media|third party|profiling|statistics|performance|behavioural|behavioral)] [network|type]"


def _denials(kind: _Kind) -> Phrases:
    named = f"{_MADE} {kind.adjective} {_MORE} (cookies|cookie) !{_BARRED[:-1].replace('|and|or', '')}|when|before)"
    before = "(advertising|targeting|marketing|analytics|tracking|third party|social media|performance)"
    return phrases(
        en=[
            f"{_US} ...4!(most|some|other|if|when|neither) {_NO} ...3!(if|unless|all|allow|accept) {_USE} [any] [{before} (or|and)] {named}",
            f"{_US} ...3!(if|not) {_USE} no [{before} (or|and)] {named}",
            f"^ ...3!(if|not|with|without|other) no [{before} (or|and)] {named}",
            f"(free of|free from) [any] [{before} (or|and)] {named}",
            f"there are no [{before} (or|and)] {named}",
            f"{_US} ...4!(most|some|other|if|when|neither) {_NO} ...3!(if|unless|all|allow) {_USE} [any|our|these] cookies [or other ...2|and ...2] (for|to) ...4!(personal|collect|third|other|and|or|store|not|your|sensitive) {kind.purpose} !(of|and|or)",
            f"cookies (are|is) (not|never) {_DONE} (for|to) ...3!(personal|collect|third|other|store|not|your) {kind.purpose}",
            f"(our|the) cookies (do not|don't|never|are not used to|cannot) {kind.purpose}",
            f"{_US} ...3!(if|unless) {_NO} {kind.purpose} (with|through|via|using|by|by means of|by using) [any|the use of] cookies",
        ]
    )


def _uses(kind: _Kind) -> Phrases:
    return phrases(
        en=[
            f"{_US} ...6!(not|never|no|neither|nor|if|whether|how|without|other|be|cannot|don't|that) {_USE} ...4!(not|no|to|for|of|that|which|without|other|by) {kind.adjective} {_MORE} (cookies|cookie) !{_KNOWN_AS}",
            f"^ [(the|our|these|some|certain|google|third party|own)] {kind.adjective} {_MORE} (cookies|cookie) (are|is|help~|allow~|enable~|let|lets|track~|follow~|show~|collect~|count~|record~|tell~|measure~|remember~|gather~|deliver~) !(not|never|blocked|disabled|only|off)",
            f"{_US} ...6!(not|never|no|neither|nor|if|whether|how|without|other|be|cannot|don't|that|websites) {_USE} [(these|our|own|session|persistent|some|various|first party|third party)] (cookies|cookie) [(and|or) ...3] (to|for|that) ...6!(not|no|without|detect|prevent|fraud|conduct|remember) {kind.purpose} !security",
            f"{_PARTY} ...6!(not|never|no|if|prevent|cannot|other) [may|also|to|can|will] {_USE} ...3!(not|no) (cookies|cookie) [on your (device|computer)] (to|for|that) ...6!(not|no|without) {kind.purpose}",
            f"{_US} ...3!(not|never|cannot|if|don't|no) {kind.purpose} ...4!(not|without|other) (with|through|via|using|by|by means of|by using) [our|the use of] cookies",
            f"(we|allow us to|enable us to|help us [to]|let us|lets us) {kind.purpose} ...6!(not|without|other) (with|through|via|using|by means of|by using) [our|the use of] cookies",
            f"^ [session|persistent|our|these] cookies (allow us to|enable us to|help us [to]|let us|help to) {kind.purpose}",
            f"(our|the|these) cookies (help us|help|allow us|let us|enable us|are used|allow|enable|let) ...1 (to|for|measure|show|track|deliver|analyse|analyze) ...4!(not|no|without) {kind.purpose}",
        ]
    )


_THIRD = "cookies of third parties"
_OUR_SITE = "(our (site|website|web site|pages|web pages|service~|platform|app)|this (site|website|web site|page|service)|the (site|website|service~))"
_CLASS_DENIED: Mapping[str, Phrases] = {
    **{name: _denials(kind) for name, kind in _KINDS.items()},
    _THIRD: phrases(
        en=[
            f"{_US} ...4!(most|some|other|if|when|neither|control|responsible) {_NO} ...2!(if|unless|all|control) ({_USE[1:-1]}|allow|permit|accept|have|host) [any] [(tracking|advertising)] (third party|third parties) [(tracking|advertising)] cookies !{_BARRED}",
            f"{_US} ...4!(if|control) {_NO} (allow|permit|let|authorise|authorize|enable) ...3!(your|their) (third party|third parties|others|other companies|advertiser~|partner~) ...3 [to] (set|place|use|store|install|drop) [any|their|their own] cookies",
            f"^ ...2!(if|with|without) no [(tracking|advertising)] third party [(tracking|advertising)] cookies !{_BARRED}",
            f"^ ...2!(if|with|without) no cookies (of|from|by) third parties [are] {_DONE} !{_BARRED}",
            "(free of|free from|there are no) third party cookies",
            f"{_US} ...3!(if|not) {_USE} no third party cookies",
            "third parties (do not|don't|cannot|never|may not|are not (allowed|permitted) to) (set|place|use|store|install) [any|their] cookies (on|through|via|in) (our|this)",
            f"{_US} (only|solely|exclusively) {_USE} (first party|our own) cookies !(to|for|when|if|unless|until)",
            f"{_US} {_USE} (only|solely|exclusively) (first party|our own) cookies !(to|for|when|if|unless|until)",
            "(only|solely|exclusively) [our] (own|first party) cookies are (used|set|placed)",
            "all [of] [the|our] cookies [(we use|used|on this site|on our site|on our website|set)] are first party",
        ]
    ),
}
_GOOGLE = "google analytics ...4!(not|never|no|if|cannot|without) (uses|sets|places|stores|use|set|place|store|by means of|through) ...3!(not|no) cookies"
_CLASS_USED: Mapping[str, Phrases] = {
    **{name: _uses(kind) for name, kind in _KINDS.items()},
    "Google Analytics cookies": phrases(en=[_GOOGLE, f"{_US} ...2!(not|never|no|if) {_USE} google analytics cookies"]),
    _THIRD: phrases(
        en=[
            f"{_PARTY} ...6!(not|never|no|website~|sites|site|if|prevent|cannot|their) [may|also|to|can|will] ({_USE[1:-1]}) [their|their own|own|its|a|its own|first party] [(tracking|advertising|persistent|own)] (cookies|cookie) ...14!(their|other|these|those) {_OUR_SITE}",
            f"{_OUR_SITE} ...8!(not|never|no|link~|if) {_PARTY} ...3!(not|never|no|if) [may|can|will] ({_USE[1:-1]}) [their|their own|own|its|a] (cookies|cookie)",
            f"{_US} ...3!(not|never|no|if|neither) [(also|may)] (use|uses|set|sets|place|places|allow|allows|permit|contain~) ...2!(not|no) third party [(tracking|advertising|analytics)] cookies !({_KNOWN_AS[1:-1]})",
            f"third party [(tracking|advertising|analytics)] cookies (are|may be|will be) [also] {_DONE} ...6 {_OUR_SITE}",
            f"cookies (of|from|by) third parties (are|may be|will be) [also] {_DONE} ...6 {_OUR_SITE}",
            f"cookies ...6!(not|no|if|other) {_OUR_SITE} ...4!(not|no) (are|is) {_DONE} by (third parties|advertiser~|our partner~)",
            f"{_US} ...2!(not|never|no) (allow|allows|permit|permits|let|lets) {_PARTY} ...3 (to)? (set|place|use|store|install) [their|their own] cookies".replace("(to)?", "[to]"),
            f"{_PARTY} ...4!(not|never|no|website~|sites|if|cannot) (set|sets|place|places|store|stores|drop|drops) [their own|its own|their|a] cookies (on|in) your (device|computer|browser) ...8 (through|via|when you (visit|use|browse)) {_OUR_SITE}",
        ]
    ),
}

_NECESSARY = "none but necessary cookies"
_NEEDED = "(strictly|absolutely|technically|functionally|purely)"
_NEED = "(necessary|essential|required|needed|technical|functional)"
_ONLY_NEEDED = phrases(
    en=[
        f"{_US} [(only|solely|exclusively)] {_USE} (only|solely|exclusively) [those|our own|first party|session|such] [{_NEEDED}] {_NEED} [first party|session|technical] cookies !(to|for|when|if|unless|until|without|by|before)",
        f"{_US} (only|solely|exclusively) {_USE} [those|our own|first party|session|such] [{_NEEDED}] {_NEED} [first party|session|technical] cookies !(to|for|when|if|unless|until|without|by|before)",
        f"{_US} {_USE} [{_NEEDED}] {_NEED} cookies (only|exclusively) !(to|for|when|if|unless|until|without)",
        f"(only|solely|exclusively) [those|our own] [{_NEEDED}] {_NEED} cookies (are|get|will be) [ever] {_DONE} !(unless|until|without|by|before|if|when)",
        f"only cookies (that|which) are [{_NEEDED}] {_NEED} ...8!(unless|until|without|if|when) (are|get) {_DONE} !(unless|until|without|by|before|if|when)",
        f"{_US} ...2!(if) {_USE} cookies (only|solely|exclusively) [(where|as far as|when|if) (they are|it is)] [that are] [{_NEEDED}] (necessary|essential|required|needed) (to|for) (run|operate|provide|operation|running|functioning|the (operation|functioning|running))",
        f"{_US} ...3!(if) (limit|limits|restrict|confine) ...4 (to) [{_NEEDED}] {_NEED} cookies",
        f"(no|not {_USE} any) cookies (other than|except|except for|apart from|beyond) [those|cookies] [that|which] [are] [{_NEEDED}] {_NEED}",
        f"all [of] [the|our] cookies [(we use|we set|used|on this site|on our site|on our website|set|placed)] are [{_NEEDED}] {_NEED} !(or|and|but)",
        f"the only cookies (we|that|which|our site|this site) ...4 are [those|ones] [that|which] [are] [{_NEEDED}] {_NEED}",
        f"(apart from|besides|other than|except for) [{_NEEDED}] {_NEED} cookies (we|our site|our website|this site|this website) ...1 (do not|don't|does not|never|no) ...3 {_USE} [any|no] [other] cookies",
        f"{_US} ...4!(if|when) {_NO} {_USE} [any] (non essential|non necessary|unnecessary|nonessential|optional) cookies !(unless|until|without|by|before|if|when)",
        f"^ no (non essential|non necessary|unnecessary|nonessential|optional) cookies [are] {_DONE} !(unless|until|without|by|before|if|when)",
        f"{_US} ...4!(if|when) {_NO} {_USE} [any] cookies (that|which) are not [{_NEEDED}] {_NEED} !(or|and)",
        f"(our|the) cookies (are|is) (limited|restricted|confined) to (what|those|cookies) ...3 [{_NEEDED}] {_NEED} ...6 $",
        "cookies are [used|set] [used|set] (exclusively|only|solely) for technical (reasons|purposes)",
    ]
)
_BROKEN_BY = {
    _NECESSARY: (*_KINDS, "Google Analytics cookies"),
    "analytics cookies": ("analytics cookies", "Google Analytics cookies"),
    "advertising cookies": ("advertising cookies",),
    "tracking cookies": ("tracking cookies",),
    _THIRD: (_THIRD, "Google Analytics cookies"),
}
"""Which uses break the denial of a kind of cookies."""

_SELF = "(explicitly|directly|itself|ourselves|by itself|by themselves|on its own|on our own|of its own|of our own|natively|deliberately)"
_NO_OWN = phrases(
    en=[
        f"{_US} ...4!(most|some|third|other|if|when) {_NO} {_USE} [any|these|such|those] [browser|tracking|http] cookies {_SELF} !(to|for|on|in)",
        f"{_US} ...4!(most|some|third|other|if|when) {_NO} {_SELF} {_USE} [any|these|such|those] [browser|tracking|http] cookies",
        f"{_US} (itself|ourselves) {_NO[:-1]}|do not|does not) {_USE} [any|these|such] [browser|tracking|http] cookies",
        f"{_US} ...4!(most|some|other|if|when) {_NO} {_USE} [any] (cookies of (our|its) own|own cookies|first party cookies|our own cookies|its own cookies)",
        f"{_US} ...2!(if|when) {_USE} no (cookies of (our|its) own|own cookies|first party cookies)",
    ]
)
"""Denials of cookies of one's own: those of others are used all the same."""
_OWN = phrases(
    en=[
        "(refuse|refuses|refusing|reject|rejecting|decline|declining|block|blocking|disable|disabling|accept|accepting|delete|turn off|without|opt out of) [(all|any|all of)] our [own] cookies",
        "(we|i) ...2!(not|never|no|if|how|when) [also] (use|set|place|store) our own cookies",
        f"our [own] cookies (are|help|allow|enable|let|store|collect|contain|remember|will|may|do) ...1!(not|never|no) !({_NO[1:-1]})",
        "(to|consent to|agree to|for|about|of) our use of cookies",
    ]
)
"""What speaks of cookies of one's own."""

_ASKED = phrases(en=[f"(you|we|i|{_SITE[1:-1]}) ...1 [(ever|also)] ({_USE[1:-1]}|{_PUTS}) [any] cookies !(to|for|from|of|that|policy)", "(are|is) [there] [any] cookies [(used|set|placed|stored)] [on|in|by] [this|our|the|your] [site|website|app|device] $", "how many cookies ...4 (set|use|used|place)", "cookies ...2 (used|set|placed)"])
"""Questions that ask whether cookies are used at all."""
_HEADED = phrases(en=["^ [(our|the|use of|the use of|your|on|about|1|2|3|4|5|6|7|8|9|10|11|12)] [(use of|the use of)] cookies [(and (similar|other|tracking) technologies|policy|on this (site|website)|on our (site|website))] $"])
_NOT_THEM = phrases(en=["^ (none|no|not used|not applicable|never) $", f"^ {_US[:-1]}|our site|our website|this site|this website|currently we) [currently] {_NO} {_USE} (them|any|these|any of (them|these)|such things) $", "^ (we|i) use none $", "^ (there are|we have) none $", "^ (they|these) are not used [here|by us|on this site|on our site] $"])
_COLUMN = phrases(en=["^ (cookie|cookies|cookie name|name of [the] cookie|cookie id|name of cookies) $"])
_BOUND = phrases(
    en=[
        "(unless|except|most of|some of|these cookies|such cookies|explicitly|generally|currently|if you|when you do|by default|default|before|until|initially|prior)",
        "(this|these) (section|feature|tool|page|newsletter|category|type|group)",
        "(without|only with|not given|absent) ...6 (consent|permission|agreement|opting)",
    ]
)
_OF_SOME = phrases(en=["(other than|apart from|tracking|advertising|marketing|analytics|analytical|third party|third parties|persistent)"])
"""What makes a denial of cookies one of some cookies."""
_QUOTED = phrases(
    en=[
        "(how|why|what|whether|which) ...4 cookies",
        "(many|most|some|other|all|almost|nearly|various|like many|as many) ...3 (site|sites|website|websites|web sites|companies|services|apps|pages|providers|operators) ...6!(we|our|this|i) cookies",
        "(these|those|third party|other|linked) (sites|websites|companies|parties|services) ...6 cookies",
        "(if|where) ...8 (cookies|cookie)",
        "when ...8!(visit|use|browse|open|access|sign|log|enter) (cookies|cookie)",
        "(link|links|linked|embed~|embedded|partner~) ...8 cookies",
    ]
)
_ELSEWHERE = phrases(
    en=[
        "(how|why|what|whether|which) ...4 cookies",
        "(other|linked|external|their|those|party) (site|sites|website|websites|web sites)",
        "(site|sites|website|websites) ...4 (link|links|linked)",
        "(if|whether|embed~|embedded|disable|block|blocking|refuse|reject) ...10 (cookies|cookie)",
        "you (can|may) ...10 (cookies|cookie)",
    ]
)
_AGREED = phrases(en=["(if|once|when|with|after|upon|unless|subject to|based on|only) ...6 (consent|agree~|accept~|permission|opt in|allow|choose)", "(consent|agree~|opt in) ...6 (to|before)", "(may|might)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("Directive 2002/58/EC Art. 5(3)",),
    good=[
        "We do not use advertising cookies.\n\nWe use cookies to keep your basket.\n",
        "Our app does not use cookies to follow you.\n\nWe use cookies.\n",
        "We do not use cookies.\n\nThe sites we link to use cookies.\n",
        "Without your consent we set only strictly necessary cookies.\n\nWe use analytics cookies to count visits.\n",
        "The app itself does not use cookies, but libraries in it may. You can block these cookies in the settings.\n",
        "We do not use third-party cookies.\n\nThird parties may use cookies on their own websites.\n",
    ],
    bad=[
        Bad(
            "We do not use any cookies.\n\n## The shop\n\nWe use cookies that hold your basket.\n",
            at="We do not use any cookies",
            related=("We use cookies",),
            message='no cookies are used here, but they are in "The shop" (line 5)',
        ),
        Bad(
            "No advertising cookies are set.\n\n## The shop\n\nOur shop uses cookies to show you ads for boats.\n",
            at="No advertising cookies",
            related=("shop uses cookies to show you ads",),
            message='no advertising cookies are used here, but they are in "The shop" (line 5)',
        ),
        Bad(
            "We only use strictly necessary cookies.\n\n## Counting\n\nWe use analytics cookies to count how often boats are viewed.\n",
            at="We only use strictly necessary cookies",
            related=("We use analytics cookies",),
            message='none but necessary cookies are used here, but analytics cookies are in "Counting" (line 5)',
        ),
        Bad(
            "The app itself does not use cookies, but libraries in it may. You can block our cookies in the settings.\n",
            at="app itself does not use cookies",
            related=("block our cookies",),
            message='no cookies of one\'s own are used here, but "our cookies" are spoken of in the same paragraph',
        ),
        Bad(
            "We do not let third parties set cookies.\n\n## Ads\n\nAd networks may place cookies when you visit our site.\n",
            at="We do not let third parties set cookies",
            related=("Ad networks may place cookies when you visit our site",),
        ),
    ],
)
def cookies_denied_and_used(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first plain denial of cookies, and of each kind of them, with the first passages that use them."""
    for finding in (_at_all(policy), _own(policy)):
        if finding:
            yield finding
    denied = [one for one in ordered(read(policy, {**_CLASS_DENIED, _NECESSARY: _ONLY_NEEDED})) if _plain(policy, one)]
    if not denied:
        return
    used = [one for one in ordered(read(policy, _CLASS_USED, denied=False)) if not says(policy, _ELSEWHERE, one.sentence)]
    for kind in _BROKEN_BY:
        pair = next(((one, broken) for one in denied if one.kind == kind and (broken := _broken(policy, one, used))), None)
        if pair:
            yield _of_kind(policy, *pair)


def _at_all(policy: Policy) -> Finding | None:
    told = (*read(policy, {_ALL: _DENIED}), *_made(policy, answered(policy, _ASKED, denied=True)), *_made(policy, _under_heading(policy)))
    denials = [one for one in ordered(iter(told)) if _plain(policy, one) and not says(policy, _OF_SOME, one.sentence)]
    if not denials:
        return None
    listed = (*_made(policy, answered(policy, _ASKED, denied=False)), *_made(policy, _in_tables(policy)))
    said = (one for one in read(policy, {_ALL: _USED}, denied=False) if not says(policy, _QUOTED, one.sentence))
    used = ordered(iter((*said, *listed)))
    for denial in denials:
        broken = [one for one in used if apart(denial, one) and _same_product(denial, one)]
        if broken:
            further = [one for one in denials if one is not denial and one.sentence.block.kind != "heading"]
            return _finding(policy, denial, broken, further)
    return None


def _own(policy: Policy) -> Finding | None:
    """The first denial of cookies of one's own, with what speaks of "our cookies", be it in the same paragraph."""
    for denial in ordered(read(policy, {_ALL: _NO_OWN})):
        ours = [match for match in policy.find(_OWN) if match.sentence is not denial.sentence and match.sentence.block.kind not in ("heading", "code")]
        if ours:
            return _of_ones_own(policy, denial, [Statement(_ALL, match, denial.scope) for match in ours])
    return None


def _made(policy: Policy, matches: Iterable[Match]) -> Iterator[Statement]:
    for match in matches:
        yield Statement(_ALL, match, scope.scope_of(policy, match.sentence))


def _under_heading(policy: Policy) -> Iterator[Match]:
    """ "None", "we do not use them" right under the heading "cookies"."""
    for match in policy.find(_NOT_THEM):
        heading = match.sentence.section.heading
        if heading and match.sentence.block.number == heading.number + 1 and not match.sentence.start and scope.stands_in(policy, _HEADED, heading):
            yield match


def _in_tables(policy: Policy) -> Iterator[Match]:
    """The head of a column of cookies, where there is a row under it."""
    heads = {cell.column_head for cell in policy.blocks if cell.kind == "cell" and cell.column_head is not None}
    for match in policy.find(_COLUMN):
        if match.sentence.block.kind == "cell" and match.sentence.block.text in heads:
            yield match


def _plain(policy: Policy, denial: Statement) -> bool:
    return not says(policy, _BOUND, denial.sentence)


def _broken(policy: Policy, denial: Statement, used: list[Statement]) -> list[Statement]:
    return [
        one
        for one in used
        if one.kind in _BROKEN_BY[denial.kind]
        and apart(denial, one)
        and _same_product(denial, one)
        and not (denial.kind == _NECESSARY and says(policy, _AGREED, one.sentence))
    ]


def _same_product(one: Statement, other: Statement) -> bool:
    """Same people and product: an app without cookies and a website with them are two things."""
    return scope.overlaps(one.scope, other.scope) and _surface(one) == _surface(other)


def _surface(one: Statement) -> str:
    words = one.match.text.lower()
    return next((name for name in ("app", "extension", "game", "bot") if name in words.split()), "")


def _finding(policy: Policy, denial: Statement, broken: list[Statement], further: list[Statement]) -> Finding:
    return Finding(
        f"no cookies are used here, but they are {elsewhere(policy, broken[0])}",
        denial.span,
        related=(
            *(Related(one.span, "says that cookies are used") for one in broken[:3]),
            *(Related(one.span, "denies them too") for one in further[:2]),
        ),
        help="say which cookies are used and where, and deny only the others",
    )


def _of_ones_own(policy: Policy, denial: Statement, ours: list[Statement]) -> Finding:
    where = "in the same paragraph" if ours[0].sentence.block is denial.sentence.block else elsewhere(policy, ours[0])
    return Finding(
        f'no cookies of one\'s own are used here, but "our cookies" are spoken of {where}',
        denial.span,
        related=tuple(Related(one.span, "speaks of cookies of one's own") for one in ours[:2]),
        help='say whose cookies are used, and call only your own "our cookies"',
        topic="own",
    )


def _of_kind(policy: Policy, denial: Statement, broken: list[Statement]) -> Finding:
    first = broken[0]
    told = f"no {denial.kind} are used here, but they are" if first.kind == denial.kind else f"{denial.kind} are used here, but {first.kind} are"
    return Finding(
        f"{told} {elsewhere(policy, first)}",
        denial.span,
        related=tuple(Related(one.span, f"says that {one.kind} are used") for one in broken[:3]),
        help="say which cookies are used and where, and deny only the others",
        topic=denial.kind,
    )
