"""
Cookies that are said not to identify anyone, and to do it elsewhere.

A promise that cookies are anonymous decides whether readers accept them; a cookie that recognises people by name, keeps
them signed in, holds their address or is joined with their account is personal data, whatever it is called (recital 30
GDPR). A promise about one class of cookies ("analytics cookies") is compared with that class only, a promise about our
cookies not with those of others, and "by themselves", "unless you sign in" and the like make a promise no clash.

Source: recitals 26 and 30 GDPR; CJEU C-582/14 (Breyer) and C-673/17 (Planet49); Andow et al., "PolicyLint", USENIX
Security 2019, on tracking data presented as anonymous.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._listed import COOKIES, entries
from privacylint_rules.rules.consistency._statements import Statement, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_COOKIE = "(cookie|cookies|cookie's|web beacon~|pixel tag~|clear gif~|tracking pixel~|tracking (technology|technologies|data))"
_THEY = f"{_COOKIE[:-1]}|it|they|these|which)"
_PERSONAL = (
    "[any|your|other|of your] [other] (personal|personally identifiable|personally identifying|individually identifiable|identifiable|identifying|user identifiable|pii)"
    " [(data|information|details|user|personal)] [(data|information|details)]"
)
_WHO = "(you|users|visitors|individuals|individual|anyone|anybody|person|people|persons|somebody|someone|subscribers|customers|members)"

_PROMISES = {
    "do not identify anyone": phrases(
        en=[
            f"(not|never|cannot|can't) [be] (identified|recognised|recognized|traced) [personally|individually] (by|through|via|with|by means of|from) [our|these|the|any] {_COOKIE}",
            f"(no|not|never) ...1!(if|unless) (conclusion~|inference~) ...8!(if|unless) (identity|person|persons|individual~|you) ...4 (from|by|through|with) ...1 {_COOKIE}",
            f"{_COOKIE} ...6!(if|unless|ip) (no|not|don't|doesn't|never) ...4!(if|unless|other) (information|data|details) (that|which|by which|from which|with which|allowing) ...6!(if|not) (identified|recognised|recognized)",
            f"{_COOKIE} ...8!(if|unless) (not|never|don't|doesn't) (permit|permits|allow|allows|enable|enables) (your|the|any|personal) [personal] identification",
            f"{_COOKIE} ...6!(if|unless) (not|never|no|don't|doesn't) ...4!(if|unless) (conclusion~|inference~) ...8 (identity|person|persons|individual~|you)",
            f"(not|never|cannot|can't|don't|doesn't|won't|nor) ...8!(parties|servers|refuse|block|if|unless|ip|name) (identify|identifies|identifying|reveal|recognise|recognize) [personally|individually|specific|any|a|an|individual|the identity of] [specific|individual|particular|single] {_WHO}",
            f"(nothing|none of what|no data) (in|inside|within|of) (our|these|the) {_COOKIE} ...3!(if|unless) (tell~|reveal~|show~|identify|identifies|say~) ...2 (who you are|your name|your identity|{_WHO[1:-1]})",
            f"(not|never|cannot|can't|don't|doesn't|won't|nor) ...5!(if|unless|ip) personally identify [any|individual|individuals] [{_WHO}]",
            "(not|never|cannot|can't|don't|doesn't|won't|nor) ...3!(if|unless) (tell~ us|know|reveal~|show~ us|say) [exactly] (who (you|they|a|the) [visitor~|user~] (are|is)|your identity|your name)",
            f"(not|never|cannot|can't|don't|doesn't) ...4!(if|unless) (determine|find out|learn|discover|establish|deduce|infer) ...3 (identity|{_PERSONAL})",
            "(not|never|no|without) ...5!(if|unless) personal identification",
            "without (identifying|revealing [the identity of]) [you|individual|any|personally|the|who] [visitor~|user~|individual~|you|you are]",
            f"(not|never|cannot|can't|don't|doesn't|nor|no) ...8!(if|unless|ip|name|other|refuse|block|disable) (information|data|details) (that|which) ...5!(if|unless|not) (identify|identifies|identifying|reveal~|describes) [a|any|an|the|our|single|individual] {_WHO[:-1]}|visitor|user|who|your)",
            "(not|never|nor) ...3!(if|unless) (relate|relates|refer|refers) to ...4!(not|more) (identified|identifiable|individual|specific|particular|natural)",
            f"(not|cannot|can't) possible ...4!(if|unless) (identify|recognise|recognize|trace) ...2 {_WHO}",
            f"(none of|no) ...2 (cookie|cookies) ...6!(if|unless|refuse|block) (can|could|may|will|is|are) ...1 (traced|tied|linked|attributed|connected|identify|identified|reveal|tell us) ...3 {_WHO}",
            f"(not|never|cannot|can't|neither|impossible) [be|to be] [possible|used] [to] (trace|traced|tied|linked|attributed|link|connected) ...3 (back)? to {_WHO}".replace("(back)?", "[back]"),
        ]
    ),
    "are anonymous": phrases(
        en=[
            f"{_COOKIE} ...8!(not|no|never|if|unless|or|may|cannot) (is|are|collected|stored|used|processed) [only|solely|exclusively|purely] in [an] (anonymous|anonymised|anonymized) form",
            f"{_THEY} ...12!(not|no|never|if|unless|or|may|cannot) (is|are|remain|remains|be|stay|stays|stored|collected|kept) [all|always|completely|entirely|purely|strictly|fully|therefore|only|and|aggregated|in an|on an] [and|aggregated|and therefore|and thus|therefore] (anonymous|anonymously|anonymised|anonymized)",
            f"{_THEY} ...6!(not|no|never|if|unless|or|may) (collect~|gather~|contain~|store~|record~|hold~|use~) [only] (anonymous|anonymised|anonymized|non personal|non identifying|nonpersonal) (data|information|usage|statistics|statistical|details|user)",
            "(information|data) ...3 (collect~|share~|gather~|store~) ...6!(not|if|unless|may) (is|are|remains) [all|always|completely|entirely|therefore] [aggregated and therefore|aggregated and thus] anonymous",
            f"{_THEY} ...12!(if|unless|may|third) (is|are) (not|never) [in itself|itself] (personally identifiable|personally identifying|identifiable|identifying|personal)",
            f"(anonymous|non identifying) [tracking|session|analytics|performance] {_COOKIE}",
        ]
    ),
    "hold no personal data": phrases(
        en=[
            f"{_THEY} ...8!(if|unless|link~|combine~|associate~) (no|not|never|don't|doesn't|cannot|nor) ...5!(if|unless|link~|combine~|associate~) (contain~|include~|store~|hold~|carry|collect~|gather~|save~|record~|capture~|reveal~|retrieve~) ...4!(if|other|except|non) {_PERSONAL}",
            f"{_THEY} ...6!(if|unless) (not|never|don't|doesn't|cannot) ...2 (give us|provide us with|allow us access to|tell us|pass on|send us) ...4!(if|other|except|non|more) {_PERSONAL}",
            f"(not|never|don't|nor) ...3!(if|unless|sell|share) (store|keep|save|hold|put|place|record|write) ...3!(if|other|except|non|sensitive) {_PERSONAL} ...3!(if) (in|on|within|inside) ...3 {_COOKIE}",
            f"{_THEY} ...3 (contain~|include~|store~|hold~|carry|collect~|gather~|save~|record~|capture~) no {_PERSONAL}",
            f"(we|i) ...1!(if|unless) (not|never|don't) (collect|gather|obtain|store|record|capture|receive) {_PERSONAL} (with|by|through|via|by means of|using|from|in) [our|any|the use of|these] {_COOKIE}",
            f"(no|not any) {_PERSONAL} [is|are|be] ...6!(if|unless|but|except) (in|on|by|through|via|with|from|of) ...8!(if|unless) {_COOKIE}",
            f"(not|never|don't) use [our|any|these|such] {_COOKIE} to (collect|gather|obtain|store|record|determine|retrieve|capture) ...3!(non) {_PERSONAL}",
            f"none of [the|our|these] cookies [that|which] [we|are] [use|used|set|place] ...3!(if|unless) (contain~|include~|store~|hold~|carry|collect~|gather~|save~|record~|capture~) ...3!(if|unless|except) {_PERSONAL}",
            f"{_THEY} ...3 (is|are|contain|collect) [not|no] [in any way] [related to] (free of|without) {_PERSONAL}",
        ]
    ),
    "are not joined with personal data": phrases(
        en=[
            f"(not|never|don't) (link|combine|connect|tie|associate|join|merge|match|correlate) ...10!(if|unless|except) {_COOKIE} ...6!(if|unless) (to|with|and) ...4!(if|unless) {_PERSONAL}",
            f"(not|never|don't) (link|combine|connect|tie|associate|join|merge|match|correlate) ...6!(if|unless|except) {_COOKIE} ...6!(if|unless) (to|with|and) ...2!(if|unless) (your name|your account|your identity|your profile|you $)",
            f"{_COOKIE} ...12!(if|unless|but) (not|never) ...3 (linked|combined|connected|tied|associated|joined|merged|matched|correlated) ...2 (to|with) ...4 {_PERSONAL}",
        ]
    ),
    "hold anonymous identifiers": phrases(en=["anonymous [unique] (identifier|identifiers|id)", "(include|contain|hold|has|have|as) [an] anonymous unique $"]),
}
"""What a policy promises of cookies."""

_TAKES = "(store~|stored|remember~|save~|saved|contain~|hold~|keep~|include~|record~|collect~|memorise~|memorize~|retrieve~|gather~|capture~|obtain~|read~|hold|process~|receive~)"
_ACCOUNT = (
    "(username~|user name~|your name|real name|full name|password~|(email|e mail|mail) address~|(login|log in|sign in|logon|account|registration) (information|details|data|credentials|id|name)"
    "|account number~|customer number~|member number~|your identity|member id|user id|userid|phone number~)"
)
_FACTS = {
    "recognise people by name": phrases(
        en=[
            f"{_COOKIE} ...20!(not|never|no|cannot) (recognise|recognize|greet|address|welcome|identify|know) (you|users|visitors|members|them) ...2 (by|with) ...2 name",
            "(recognise|recognize|greet|address|welcome) you by name",
            f"{_COOKIE} ...12!(not|never|no|cannot|if) (recognised|recognized|greeted|addressed|welcomed|identified) ...3!(not) by name",
            f"(recognise|recognize|identify|know) (you|users|customers|visitors) (personally|individually) ...2 (by|through|with|by means of) ...2!(not) {_COOKIE}",
            f"{_COOKIE} ...12!(not|never|no|cannot|without) {_TAKES} ...8!(not|never|but|of|choice|if) {_ACCOUNT}",
            f"{_ACCOUNT} ...2 (from|in|via|through|inside) ...3!(our|this|the) {_COOKIE}",
            f"{_ACCOUNT} ...6!(not|no|never|if|nor) (is|are|gets) [also|then|only] (stored|kept|saved|held|recorded|contained|included|remembered) (in|on|by|within|inside) ...3!(not|server~) {_COOKIE}",
            f"(store|keep|save|write|put|remember) ...3!(not|no|never|if) {_ACCOUNT} ...3!(not|if) (in|within|inside|with) ...2 {_COOKIE}",
            f"{_COOKIE} ...6!(not|never|no|cannot|if) (tell~|show~|reveal~) us ...5!(not|if|whether|how) (your name|who you are|your identity|{_ACCOUNT[1:-1]})",
            f"{_COOKIE} ...14!(not|never|no|cannot|if|without) (we|us) (know|can tell|can see|find out|learn) who (you are|is|they are)",
            f"{_COOKIE} ...10!(not|never|no|cannot|if|without) (let us|lets us|allow us to|enable us to|help us) (know|tell|see|find out) who you are",
        ]
    ),
    "identify people": phrases(
        en=[
            f"{_COOKIE} ...3!(not|never|no|cannot|without|if|third|or) (identify|identifies) [personally] {_WHO} [personally] !(computer|device|browser|preference~)",
            f"{_COOKIE} ...5!(not|never|no|cannot|without|if|third|or) (to|help us [to]|allow us to|enable us to|let us) [personally|uniquely] (identify) [our|registered|returning|individual] {_WHO} [personally|individually]",
            f"{_COOKIE} ...10!(not|never|no|cannot|without|if|third|or) (recognise|recognize|identify|know) {_WHO} (personally|individually)",
            f"{_COOKIE} ...2!(not|never|no|cannot|if|third|or) (remembers|knows|remember|know) who you are",
            f"(with the help of|by means of|thanks to|using|through) [our|these] {_COOKIE} (we|our ...1) (recognise|recognize|identify) [(registered|individual|our)] (members|customers|users) !(device~|browser~)",
            f"{_COOKIE} ...10!(not|never|no|cannot|without|if|third|or) personally (recognise|recognize|identify) {_WHO}",
        ]
    ),
    "keep people signed in": phrases(
        en=[
            f"{_COOKIE} ...14!(not|never|no|cannot|without|if) (keep|keeps|keeping|stay|remain|remaining|staying|kept) ...2 (logged|signed) (in|on)",
            f"{_COOKIE} ...12!(not|never|no|cannot|without|if) (automatic|automatically) ...3 (sign in|log in|login|log you in|sign you in|logon|authenticate you)",
            f"{_COOKIE} ...12!(not|never|no|cannot|without|if) (sign|log) you (in|on)",
            "(recognis*|recogniz*|remember*|know*) that you ...4!(not|never) (username|user name|password|logged in|signed in|log in|sign in)",
            f"{_COOKIE} ...12!(not|never|no|cannot|without|if) (authenticate|identify|recognise|recognize) (you|users|members) (as|when) ...3 (member|registered|logged|signed|log|sign|user)",
        ]
    ),
    "collect personal data": phrases(
        en=[
            f"(use~|place~|set|through|via|by|using) [a|our|these|such|session|persistent|the] {_COOKIE} ...5!(not|never|no|non|cannot|without|party|parties|that|third) {_TAKES} ...4!(not|no|non|about|if|of) (your|any|some|certain|types of|the) [following|of your|types of|certain] {_PERSONAL}",
            f"{_COOKIE} ...3!(not|never|no|non|cannot|without|party|parties|third|that|or|does|policy|notice|if) {_TAKES} [(your|some|certain|types of|the)] [following|of your|types of|certain] {_PERSONAL}",
            f"(we|I) ...3!(not|never|no) [may|also] (collect|gather|obtain|receive|record|store|capture) [your|some|certain] {_PERSONAL} ...3!(not|other|and|or|if) (through|via|using|by|by means of|by using|with the help of|in) [our|the use of|these|session] {_COOKIE}",
            f"{_PERSONAL} ...8!(not|no|never|if|may|other|non) (is|are) [also] (stored|kept|saved|held|recorded|contained|included|collected|gathered) (in|on|by|through|via|within|inside) ...2!(third|not) {_COOKIE}",
            f"{_COOKIE} (is|are|constitutes|constitute) [also|always|considered|treated as] {_PERSONAL} !(if|when|where|only)",
        ]
    ),
    "hold an IP address": phrases(
        en=[
            f"{_COOKIE} ...16!(not|never|no|cannot|without|anonymi*|shorten*|trunca*|mask*|if) (ip|internet protocol) address~",
            f"(ip|internet protocol) address~ ...4!(not|if|anonymi*) (from|in|through|via|collected by|stored in) ...3!(our) {_COOKIE}",
        ]
    ),
    "are joined with personal data": phrases(
        en=[
            f"(link|links|linked|combine|combined|combines|tie|tied|associate|associated|associates|connect|connected|merge|merged|match|matched|correlate|correlated) ...10!(not|never|third|browser|partners) {_COOKIE} ...6!(not|no|that) (to|with|and) ...5!(not|non|third|parties) ({_PERSONAL}|account|registration|profile|identity|email|your name|e mail)",
            f"{_COOKIE} ...12!(not|never|no|cannot|policy|if|or|preferences|without) (linked|combined|tied|associated|connected|merged|matched|correlated) ...2 (to|with) ...5!(not|non|third|parties) ({_PERSONAL}|account|registration|profile|identity|you|email|your name|e mail)",
            f"{_COOKIE} ...4!(not|never|no|cannot|if|third) (let|lets|tell|tells|help|helps|allow|allows|enable|enables) us ...2 (know|see|tell|recognise|recognize) which (customer|user|member|person|visitor) ...6!(not)",
            f"{_COOKIE} ...10!(not|never|no|cannot|if|preferences|without) (added|attached|assigned|saved|recorded|stored) (to|in|with|under) ...4!(not|no|our|browser|device) (profile|account|customer record|your name|customer file)",
            f"{_COOKIE} ...3!(not|never|no|cannot|if|policy|third) (connect|connects|link|links|tie|ties|match|matches|associate|associates) ...5!(not|no|browser|device) (to|with) ...3!(not|no|third|parties|other) (your account|profile|your name|your identity|customer|email|e mail|{_PERSONAL})",
            f"{_COOKIE} ...8!(not|never|no|cannot|if|third|policy) (that|which) (we|is|are) [then|also] (associate|link|connect|match|associated|linked|connected|matched|assigned|assign) (with|to) (your|a|the) ...1 (account|profile|name|identity|customer number|user id|email|e mail)",
            f"(add|combine|merge|link|join) ...3!(not|never) (what|everything) ...2 {_COOKIE} ...8!(not|no) (to|with) ...6!(not|third|parties) (account|profile|your name|{_PERSONAL})",
            f"(match|matches|link|links|tie|ties) ...2!(not|third|partners) cookie (identifier~|id~|ids) (to|with) ...4!(not|third|parties) (account|profile|name|email|e mail|{_PERSONAL})",
            "(activity|usage|tracking|cookie) (information|data) ...6!(not|never|if) (linked|combined|tied|associated|connected) ...2 (to|with) ...6!(not|non|third|parties) (personal (data|information)|your account)",
        ]
    ),
}
"""What a policy says cookies do."""

_ADMITTED = {
    "hold an IP address": phrases(en=[f"{_PERSONAL} (other than|except|apart from|besides) [the|your] (ip|internet protocol) address"])
}
"""A denial with an exception that breaks other promises."""

_LISTED = "are listed as personal data"

_BREAKS = {
    "do not identify anyone": frozenset(_FACTS),
    "are anonymous": frozenset((*_FACTS, _LISTED)),
    "hold no personal data": frozenset(("recognise people by name", "collect personal data", "hold an IP address", _LISTED)),
    "are not joined with personal data": frozenset(("recognise people by name", "are joined with personal data")),
    "hold anonymous identifiers": frozenset(("recognise people by name", "keep people signed in", _LISTED)),
}
"""Which of the facts each promise excludes. A cookie that signs people in need not hold their data itself."""

_BOUND = phrases(
    en=[
        "(unless|except|other than|by (itself|themselves)|alone|on (its|their) own|directly|themselves|until|usually|generally|most|mostly|typically|normally|some|certain|necessarily|often include~|ordinarily)",
        "(if|when|where|once) (you|we|they|this|it)",
        "(refuse|refusing|disable|disabling|block|blocking|reject|rejecting|decline|declining)",
        "(such|which|that) (third|partner~|advertiser~|companies)",
    ]
)
_MENTION = phrases(en=[_COOKIE])
_PERSONALLY = phrases(en=["(personally|personal|individually|as a person|by name)"])
_GOES_ON = frozenset(["it", "they", "these", "this", "that", "such", "the", "all", "we"])
_OTHERS = phrases(
    en=[
        "(advertiser~|partner~|network~|ad server~|other companies|these companies|social media|analytics provider~|vendor~|sponsor~|facebook|doubleclick|adsense) ...12",
        "third (party|parties) ...12",
        "(other|linked|external|their) (sites|site|website~|services)",
        "(site|sites|website|websites) ...4 (link|links|linked)",
    ]
)
_SHARED = phrases(en=["(data|information) [that] we [(collect|gather|use)] [and|or] (share|disclose)"])
"""A promise that reaches what others get, too."""
_CLASSES = {
    "analytics": phrases(en=["(analytics|analytical|performance|statistics|measurement|google analytics|matomo|piwik)", "statistical (cookie~|purpose~)"]),
    "advertising": phrases(en=["(advertising|targeting|marketing|advertiser~|behavioural|behavioral|retargeting|ad|ads|interest based)"]),
    "functional": phrases(en=["(functional|functionality|preference|preferences|personalisation|personalization) [(cookie|cookies|technologies)]"]),
    "necessary": phrases(en=["(strictly necessary|essential|necessary|technical|required|security)", "(login|authentication|session|sign in|log in) cookie~"]),
}
_ONE = phrases(en=["(this|that|an additional|another|one) [temporary|session|persistent] cookie !(policy|technology|statement|data|information)"])
_THESE = phrases(en=[f"(this|these|such|those) [kind of|types of|type of|third party|session|persistent] {_COOKIE}"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR recital 30",),
    good=[
        "Cookies do not identify you unless you sign in.\n\nCookies keep you logged in.\n",
        "Our analytics cookies are anonymous.\n\nOur login cookies keep you signed in.\n",
        "Our cookies do not contain personal data.\n\nA cookie keeps you signed in between visits.\n",
        "Cookies help us count visits. They do not identify you.\n\nSome partners place cookies that collect personal data.\n",
    ],
    bad=[
        Bad(
            "Our cookies do not identify you personally.\n\n## The shop\n\nThanks to cookies we can greet you by name.\n",
            at="not identify you",
            related=("cookies we can greet you by name",),
            message='cookies do not identify anyone here, but recognise people by name in "The shop" (line 5)',
        ),
        Bad(
            "We set cookies. They are small files and are completely anonymous.\n\n## Members\n\nCookies keep you signed in.\n",
            at="They are small files and are completely anonymous",
            related=("Cookies keep you signed in",),
        ),
        Bad(
            "The personal data we collect may include:\n\n- Name\n- Cookies\n\n## Cookies\n\nA cookie may hold an anonymous identifier.\n",
            at="anonymous identifier",
            related=("Cookies",),
            message="cookies hold anonymous identifiers here, but are listed as personal data in line 4",
        ),
        Bad(
            "Our cookies contain no personal data.\n\n## Shop\n\nWe use cookies to collect your personal data.\n",
            at="cookies contain no personal data",
            related=("use cookies to collect your personal data",),
        ),
    ],
)
def cookies_that_identify(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Promises about cookies, each with what is said elsewhere that breaks it."""
    promises = [one for one in ordered(read(policy, _PROMISES)) if _promised(policy, one)]
    if not promises:
        return
    listed = (Statement(_LISTED, match, scope.scope_of(policy, match.sentence, match)) for match in entries(policy, COOKIES))
    said = (*read(policy, _ADMITTED), *read(policy, _FACTS, denied=False), *listed)
    facts = [one for one in ordered(iter(said)) if _stated(policy, claims, one)]
    used: set[Sentence] = set()
    for promise in promises:
        broken = [fact for fact in facts if fact.sentence not in used and _clash(policy, promise, fact)]
        if broken and promise.sentence not in used:
            used |= {promise.sentence, *(fact.sentence for fact in broken)}
            yield _finding(policy, claims, promise, broken)


def _promised(policy: Policy, promise: Statement) -> bool:
    if says(policy, _BOUND, promise.sentence) or says(policy, _ONE, promise.sentence):
        return False
    return about_cookies(policy, promise.sentence)


def _stated(policy: Policy, claims: Claims, fact: Statement) -> bool:
    if not about_cookies(policy, fact.sentence):
        return False
    if fact.kind != "hold an IP address" or says(policy, _ADMITTED[fact.kind], fact.sentence):
        return True
    return _personal_address(claims) is not None


def _personal_address(claims: Claims) -> Claim | None:
    """The first place where the policy itself calls an IP address personal data."""
    return next((claim for claim in claims.all("definition", sort="personal") if "IP address" in claim.value["includes"]), None)


def about_cookies(policy: Policy, sentence: Sentence) -> bool:
    """Whether a sentence names cookies, or goes on ("They …") from one that does."""
    for _ in range(3):
        if says(policy, _MENTION, sentence):
            return True
        intro = sentence.block.intro
        if sentence.block.kind == "item" and intro is not None and intro.kind != "heading":
            return any(says(policy, _MENTION, lead) for lead in policy.sentences_of(intro)[-1:])
        words = policy.words
        first, after = words.range_of(sentence)
        if after == first or words.forms[first] not in _GOES_ON or not sentence.number:
            return False
        before = policy.sentences[sentence.number - 1]
        if before.block is not sentence.block:
            return False
        sentence = before
    return False


def _clash(policy: Policy, promise: Statement, fact: Statement) -> bool:
    # "identify you when you return" may mean the browser; "personally" on one side only proves nothing
    if fact.kind == "identify people" and says(policy, _PERSONALLY, promise.sentence) and not says(policy, _PERSONALLY, fact.sentence):
        return False
    return (
        fact.kind in _BREAKS[promise.kind]
        and promise.sentence is not fact.sentence
        and same_frame(promise, fact)
        and _same_cookies(policy, promise, fact)
    )


def _same_cookies(policy: Policy, promise: Statement, fact: Statement) -> bool:
    """Whether the promise covers the cookies of the fact: the same owner, and a class that is not another one."""
    theirs = says(policy, _OTHERS, fact.sentence)
    if theirs != says(policy, _OTHERS, promise.sentence) and not (theirs and says(policy, _SHARED, promise.sentence)):
        return False
    here, there = _classes(policy, promise), _classes(policy, fact)
    if here:
        return bool(here & there)
    return promise.section is fact.section or not says(policy, _THESE, promise.sentence)


def _classes(policy: Policy, statement: Statement) -> frozenset[str]:
    heading = statement.section.heading
    sentences = [statement.sentence, *(policy.sentences_of(heading) if heading else ())]
    return frozenset(name for name, wanted in _CLASSES.items() for sentence in sentences if says(policy, wanted, sentence))


def _finding(policy: Policy, claims: Claims, promise: Statement, broken: list[Statement]) -> Finding:
    first = broken[0]
    related = [Related(fact.span, f"here they {fact.kind}") for fact in broken[:3]]
    address = _personal_address(claims)
    if first.kind == "hold an IP address" and address and address.sentence is not first.sentence:
        related.append(Related(address.span, "an IP address is personal data here"))
    return Finding(
        f"cookies {promise.kind} here, but {first.kind} {elsewhere(policy, first)}",
        promise.span,
        related=tuple(related),
        help="say which cookies are linked to a person and which are not, or drop the promise",
        # what cookies "may include" says little of these cookies
        severity="info" if promise.kind == "hold anonymous identifiers" and first.kind == _LISTED else None,
    )
