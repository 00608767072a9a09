"""
Personal data said to be collected only where the reader gives it, and collected by itself or from others elsewhere.

"We collect no personal data unless you give it to us" beside "our servers record your IP address", or beside "we receive
information about you from data brokers": the reader gave nothing, and an IP address or a device identifier is personal
data. A policy that means names and the like should say so. What is said of visitors ("you can visit our site
anonymously") is held against what is collected from every visit, a promise about one kind of data ("demographic
information only if you choose to give it") against that kind from third parties or guessed from other data.

Source: Articles 4(1) and 14(2)(f) and recital 30 GDPR; CJEU C-582/14 (Breyer); Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claim, Claims, Finding, Policy, Related, Span, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.ontology import DATA
from privacylint_rules.promises import is_plain_practice
from privacylint_rules.rules.consistency._listed import COOKIES, entries
from privacylint_rules.rules.consistency._statements import Statement, ordered, read, says
from privacylint_rules.words import phrases

_MOST_SHOWN = 4

# --- words -----------------------------------------------------------------------------------------------------------

_TAKE = "(collect|collects|gather|gathers|obtain|obtains|receive|receives|acquire|record|store|stores|process|processes|have|hold)"
_TAKEN = "(collected|gathered|obtained|recorded|stored|acquired|processed|received)"
_INFO = "(data|information|details)"
_PLAIN = f"((personal|personally identifiable|personally identifying|identifying|individually identifiable|personal identification) {_INFO}|pii)"
_PERSONAL = f"[(any|the|your|such|that|those|all)] {_PLAIN}"
_ANY = f"[(any|the|your|such|that|those|all)] [(personal|personally identifiable|identifying)] ({_INFO}|pii)"
_GIVE = (
    "(provide|give|submit|enter|supply|volunteer|send|share|disclose|furnish|tell|hand over|hand us|type|type in|key in|make available|upload|fill in|choose|decide|opt|provides|gives|submits|enters|supplies|discloses"
    "|providing|giving|submitting|entering|supplying|volunteering|sending|sharing|disclosing|disclosed|provided|submitted|supplied|revealing|leaving|fill in|fill out|complete)"
)
_GIVEN = "(provided|given|submitted|entered|supplied|volunteered|sent|shared|disclosed)"
_YOU = "(you|they|users|visitors|customers|the user|a user|the visitor|a visitor)"
_SITE = "(our|this|the) (website|site|web site|websites|pages|web pages|app|service~|platform)"

_ONLY_GIVEN = "only where you give it"
_FROM_YOU = "only from you"
_VISITING = "from nobody who only visits"
_PROMISES = {
    _ONLY_GIVEN: phrases(
        en=[
            f"(only|solely|exclusively) {_TAKE} {_ANY} [about you] [(that|which)] {_YOU} ...4!(not|interact|use|visit) {_GIVE}",
            f"{_TAKE} (only|solely|exclusively) what {_YOU} ...3!(not|visit|use|do) {_GIVE}",
            f"(only|solely|exclusively) {_TAKE} what {_YOU} ...3!(not|visit|use|do) {_GIVE}",
            f"^ all [personal] {_INFO} (is|are) {_GIVEN} by {_YOU} (voluntarily|freely|themselves|yourself)",
            f"only {_ANY} [that|which] we [ever] {_TAKE} [about you] (is|are) ...8 you ...4!(not) {_GIVE}",
            f"(apart from|besides|except for|other than|beyond) ...3 you ...4!(not|visit|use) {_GIVE} ...4 (we|i) ...2 (no|not|don't|never) ...2 [{_TAKE}] [any|no] {_PERSONAL}",
            f"{_TAKE} nothing [at all] [about you] unless {_YOU} ...4!(not|visit|use) {_GIVE}",
            f"no {_ANY} ...2 (is|are|will be) [ever] {_TAKEN} unless {_YOU} ...4!(not|visit|use) {_GIVE}",
            f"(all|any) [of] {_ANY} [that] [(we|is|are)] ({_TAKE[1:-1]}|held|stored) [by us] (is|was|has been|were|are) [(voluntarily|knowingly|directly)] {_GIVEN} [(voluntarily|directly)] [to us] [(voluntarily|directly)] by {_YOU} ...4!(automatic*) (voluntarily|own accord|own free will|freely|themselves|yourself)",
            f"only {_TAKE} {_PERSONAL} [(from|about) {_YOU}] (because|if|when|where|that) {_YOU} ...5!(not|visit|use) {_GIVE}",
            f"{_TAKE} {_PERSONAL} [from {_YOU}] only [if|when|where] ...2 {_YOU} ...4!(not|visit|use) {_GIVE}",
            f"{_PERSONAL} (is|are|will be) (only|solely) {_TAKEN} (if|when|where|after|once) {_YOU} ...6!(visit|use|access|browse)",
            f"{_PERSONAL} (is|are|will be) {_TAKEN} (only|solely|exclusively) (if|when|where|after|once) {_YOU} ...6!(visit|use|access|browse)",
            f"{_PERSONAL} (is|are) only {_TAKEN} when (a|an|the) ...6!(visit~|visited|accessed) (is made|makes|places|submits|registers|subscribes|orders)",
            f"{_PERSONAL} (is|are|will be) [only] {_TAKEN} [only] (if|when|where) [(voluntarily|knowingly)] {_GIVEN} [voluntarily] [by {_YOU}]",
            f"{_PERSONAL} (is|are|will be) ...3 (only|solely|exclusively) {_TAKEN} ...18!(visit|use|access|browse|law) (voluntarily|voluntary|of your own accord|of your own free will|freely)",
            f"{_PERSONAL} (is|are|will be) {_TAKEN} ...3 (only|solely|exclusively) ...18!(visit|use|access|browse|law) (voluntarily|voluntary|of your own accord|of your own free will|freely)",
            f"(only|solely|exclusively) {_TAKE} {_PERSONAL} ...18!(visit|use|access|browse|law) (voluntarily|on a voluntary basis|of your own accord|of your own free will)",
            f"{_TAKE} {_PERSONAL} (only|solely|exclusively) ...18!(visit|use|access|browse|law) (voluntarily|on a voluntary basis|of your own accord|of your own free will)",
            f"(only|solely|exclusively) {_TAKE} the {_PLAIN} [that|which] {_YOU} ...3!(not|visit|use) {_GIVE}",
            f"(not|never|don't|doesn't) {_TAKE} {_PERSONAL} unless [{_YOU}] (explicitly|expressly|specifically) (consent~|consented|agreed|authorised|authorized|permitted|opted)",
            f"(not|never|don't|doesn't) {_TAKE} [or store|or use|and store] {_PERSONAL} ...8 unless ({_YOU[1:-1]}|it|specifically|voluntarily|such|this)",
            f"^ {_TAKE} {_PERSONAL} [from you] unless you ...4!(not|visit|use) {_GIVE}",
            f"no {_PERSONAL} ...3 (is|are|will be) {_TAKEN} ...6 unless ({_YOU[1:-1]}|it|specifically|voluntarily|such|this)",
            f"unless {_YOU} ...4!(not|visit) {_GIVE} ...24!(if|when) (not|never|don't|no) [{_TAKE}] [(visitor's|visitors|users|user's|your)] {_PERSONAL}",
            f"(not|never|don't|doesn't) {_TAKE} {_PERSONAL} ...4 without your [prior|express|explicit|knowledge or|knowledge and] (knowledge|consent|permission)",
            f"(not|never|don't|doesn't) {_TAKE} {_INFO} about you without your [prior|express|explicit|knowledge or|knowledge and] (knowledge|consent|permission)",
            f"no {_PERSONAL} ...3 (is|are|will be) {_TAKEN} ...4 without your [prior|express|explicit|knowledge or|knowledge and] (knowledge|consent|permission)",
            f"(all|any) [of] {_PERSONAL} we {_TAKE} [(is|was|has been|are|about you)] [(is|was|has been|are)] [(voluntarily|knowingly|directly)] {_GIVEN} [(voluntarily|directly)] [to us] [(voluntarily|directly)] by {_YOU}",
            f"(not|never|don't|doesn't) {_TAKE} {_PERSONAL} (automatically|about you automatically|passively|from (third parties|other sources|others))",
            f"(not|never|don't|doesn't) (automatically|passively) {_TAKE} {_PERSONAL}",
            f"(not|never|don't|doesn't) {_TAKE} {_PERSONAL} [about you] (that|which) you (have not|did not|do not|haven't|didn't|don't) ...2 ({_GIVEN[1:-1]}|{_GIVE[1:-1]})",
            f"no {_PERSONAL} (is|are|will be) (automatically|passively) {_TAKEN}",
        ]
    ),
    _FROM_YOU: phrases(
        en=[
            f"{_ANY} ...6 (only|solely|exclusively) [directly] (comes|obtained|come|collected|received|gathered) [directly] from ({_YOU[1:-1]}|our {_YOU[1:-1]}|our customers|our users|the data subject)",
            f"{_ANY} (is|are|will be) {_TAKEN} (only|solely|exclusively) [directly] from ({_YOU[1:-1]}|our customers|our users|the data subject|you yourself)",
            f"(only|solely|exclusively) {_TAKE} {_ANY} [about you] [directly] from (you|our customers|our users|the data subject) !(visit|through|devices|because|if|when|where|that|who)",
            f"{_TAKE} {_ANY} [about you] (only|solely|exclusively) [directly] from (you|our customers|our users|the data subject) !(because|if|when|where|that|who)",
            f"you are the (only|sole) source of ...6 {_INFO}",
            f"(not|never|don't|doesn't) {_TAKE} {_ANY} [about you] from (any third party|third parties|other sources|anyone else|anyone but you|others|outside sources)",
        ]
    ),
    _VISITING: phrases(
        en=[
            f"{_SITE} (can|may) [also|generally] be (used|visited|browsed|viewed|accessed|read) without [any|your] {_PERSONAL} being {_TAKEN}",
            f"{_SITE} (can|may) [also|generally] be (used|visited|browsed|viewed|accessed|read) [(completely|entirely)] anonymously",
            f"(need not|do not need to|don't need to|don't have to|are not required to|do not have to) {_GIVE} [us] [with] {_PERSONAL} (to|in order to|when) ...1 (use|visit|browse|view|read|access) {_SITE}",
            f"(using|visiting|browsing|viewing|reading) {_SITE} is possible without [any] ...2 {_GIVE} {_PERSONAL}",
            f"(use|visit) of {_SITE} is [(generally|usually|also|basically)] possible without [any] ...2 {_GIVE} [(any|of any|your)] {_PERSONAL}",
            f"(browse|visit|use|view|read|access) (our|this|the) [(web|internet)] (pages|site|website|offering|content) without (telling us who you are|having to ...3 {_PLAIN})",
            f"(visit|use|browse|access|surf|read|view) {_SITE} without ...3 {_GIVE} [us] [with] {_PERSONAL}",
            f"(visit|use|browse|access|surf|read|view) {_SITE} without ...2 {_GIVE} [us] [with] any {_INFO}",
            f"(visit|use|browse|access|surf|read|view) {_SITE} without {_PERSONAL} being {_TAKEN}",
            f"(visit|use|browse|access|surf|read|view) {_SITE} (anonymously|in complete anonymity|without (telling us who you are|identifying yourself|revealing your identity|being identified))",
            "visitors [to our ...2] (are|remain|stay) [(completely|entirely|fully)] anonymous !(if|unless|until)",
        ]
    ),
}
_BOUND = phrases(en=["(sensitive|child~|children|student~|third party|other than|except|additional|further|payment|this section|generally|ip|log|automatic|cookie~|analytics|plugin~|newsletter~|survey~|answer|reply|respond)", "(certain|most|many|some) ...2 (personal|personally|identifying|information|data|details|pii|parts|pages|areas)"])
_OF_SOME_TOOL = phrases(en=["(these|those|such) (technologies|technology|tools|services|kits|sdks|cookies|libraries|providers|partners|products)"])
_WITH_PERMISSION = phrases(en=["with your [prior|express|explicit] (permission|consent|authorisation|authorization|approval)"])
_BY_ITSELF = phrases(
    en=[
        "(usage data|device data|technical data|usage information)",
        "(automatically|automatic|automated|server~|logs|log|logged|log files|logfiles|passively)",
        "(each|every) time",
        "(when|whenever) you (visit|access|use|browse|view|open)",
        "without ...3 (action|doing|intervention|involvement|input|cooperation)",
        "(at|with|on) (every|each|any) (access|visit|request|call|use|page view)",
        "(location|geolocation) of (the|your) (device|phone)",
        "(web beacon~|tracking pixel~|google analytics)",
    ]
)
_TELLING = ("ip-address", "device-id", "precise-location", "location")
"""Data that identifies a reader and that nobody types in."""
_OTHERS = (
    "(third party|third parties|other sources|outside sources|external sources|data brokers|data providers|data vendors|advertisers|social networks|social media|public sources|public databases|public records|publicly available|commercially available"
    "|credit reference agencies|credit agencies|credit bureaus|other companies|marketing partners|business partners|advertising partners|other users|list brokers|list vendors"
    "|(marketing|advertising|analytics|mailing list|data|credit|advertising) (firms|companies|agencies|partners|suppliers|aggregators)|(your|a|the|that) friend~|another user|other people|someone else|your employer|your school|family members|our partners|our affiliates|affiliated companies|public registers|business contacts)"
)
_US_TAKING = "(we|i|<organisation>) ...3!(not|never|no|if|share|disclose|only) (receive|obtain|collect|acquire|get|gather|purchase|buy|supplement)"
_FROM_OTHERS = {
    "information about you comes from others": phrases(
        en=[
            f"{_US_TAKING} ...3!(not|no|anonymous|aggregate~|non|anonymised|anonymized|or|if) ({_PLAIN}|{_INFO} about you|{_INFO} relating to you|{_INFO} concerning you) ...6!(not|if|when|no|anonymous|aggregate~) from ...5!(not|you|your) {_OTHERS}",
            f"{_US_TAKING} ...2!(not|no|if) (personal|personally identifiable|pii|demographic) ...3 from ...5!(not|you|your) {_OTHERS}",
            f"{_US_TAKING} your (name|email|e mail|contact|phone|postal|profile|address|date of birth|age|gender) ...10!(not|if|when|no|anonymous|aggregate~|you|your) from ...3!(not|you|your) {_OTHERS}",
            f"(supplement|enrich|complement|augment|enhance|complete) ...8!(not|never|no) with ...1 ({_INFO}|details) ...4!(not|you) from ...3!(you) {_OTHERS}",
            f"{_OTHERS} ...2!(not|if|websites|site~) (provide|give|send|share|supply) us [with] ...3!(not|no|anonymous|aggregate~|non) ({_INFO} about you|your {_INFO}|personal {_INFO}|{_INFO} about (users|our users|visitors|customers))",
            f"{_OTHERS} ...2!(not|if|websites|site~) (share|shares|pass|passes) ...2 {_INFO} about you [on] (with|to) us",
            f"(whenever|when) you ...8!(not|if) {_OTHERS} ...12!(not|no) (we|i) [will|may|also] (receive|obtain|get|collect) {_INFO} (from them|about you)",
            f"(whenever|when) you (visit|use|interact) ...16!(not|no) we [will|may|also] (receive|obtain|get|collect) {_INFO} from (them|it|these)",
        ]
    ),
    "your IP address is taken without your doing": phrases(
        en=[
            "ip address ...2!(not|no|if|never|shortened|anonymised|anonymized) (is|are|gets) ...2!(not|never|only) (transmitted|sent|recorded|logged|stored|collected|saved) ...4!(anonym*|shorten*) (with|at|upon|during|on|for) (each|every) ...2 (request|visit|access|call|page)",
            "your browser ...2!(not|may) (transmits|sends|submits) ...8!(not) ip address ...6!(not|anonym*) (we|us|our)",
            "(the|your) ip address ...8!(not|no|if|never|shortened|anonymised|anonymized|may) (is|are) [initially|automatically|then|first] (collected|recorded|logged) !(anonymously|in)",
            "your [full] ip address ...3!(not|no|if|may|without) (is|are|will be) ...1!(not|never) (transmitted|sent|transferred) to ...3!(us|our) (and stored|google|facebook|servers|third parties)",
        ]
    ),
}
_CLASSES = {
    "demographic data": "(demographic|demographics)",
    "professional data": "(professional|employment|employment related|occupational)",
    "health data": "(health|medical)",
    "financial data": "(financial|income|credit)",
}
_GUESSED = {"demographic data": "(age range|age group|age bracket|gender|demographic~|marital status|household income)", "financial data": "(income|creditworthiness|credit score)", "professional data": "(industry|company size|employer|occupation|job title|profession)"}
_CLASS_GIVEN = {
    name: phrases(
        en=[
            f"{words} ...4!(not|no) [but] only [(if|when|where|to the extent)] [(that|when|if)] you (explicitly|voluntarily|expressly|directly|specifically|actively|choose to|decide to|opt to|yourself) [(choose to|decide to)] {_GIVE}",
            f"only (collect|receive|obtain|process|gather) ...2!(not|no|or) {words} ...2 (if|when|where|that) you ...3!(not|visit|use) {_GIVE}",
            f"(not|never) (collect|receive|obtain|process|gather) ...2!(or) {words} ...4 unless you ...3!(not|visit|use) {_GIVE}",
        ]
    )
    for name, words in _CLASSES.items()
}
_CLASS_OBTAINED = {
    name: phrases(
        en=[
            f"(we|i|<organisation>) ...3!(not|never|no|if|share|disclose) (receive|obtain|collect|acquire|get|gather|purchase|buy) ...2!(not|no|if) {words} ...8!(not|if|no) from ...4!(you|your|not) {_OTHERS}",
            f"{_OTHERS} ...3!(not|if) (provide|give|send|share|supply) us [with] ...4!(not|no) {words}",
            *([f"{_GUESSED[name]} ...4!(not|no|never|if) (identified|inferred|derived|determined|estimated|guessed|predicted|worked out) (using|from|by|based on|through)"] if name in _GUESSED else []),
            *([f"(infer|infers|inferred|estimate|guess|derive|predict) ...8!(not|no|never) {_GUESSED[name]}"] if name in _GUESSED else []),
        ]
    )
    for name, words in _CLASSES.items()
}
_SENDING = phrases(en=[f"(we|i) ...2!(not|never|no) (collect|receive|record|gather) {_INFO} [(that|which)] your (browser|device|computer|phone) (sends|transmits|send|provides)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 4(1)", "GDPR Art. 5(1)(a)"),
    good=[
        "We collect no personal data unless you give it to us.\n\n## Visits\n\nWe count visits without storing anything.\n",
        "We do not collect sensitive personal data unless you give it to us.\n\n## Visits\n\nOur servers automatically record your IP address.\n",
        "We do not collect personal data unless you give it to us, except for your IP address.\n\n## Visits\n\nOur servers automatically record your IP address.\n",
        "You can visit our site anonymously.\n\n## Members\n\nWe receive information about members from other sources.\n",
        "We process health data only if you choose to give it to us.\n\n## Partners\n\nWe obtain your address from data brokers.\n",
    ],
    bad=[
        Bad(
            "We do not collect any personal data unless you give it to us.\n\n## Visits\n\nOur servers automatically record your IP address.\n",
            at="not collect any personal data unless you",
            related=("Our servers automatically record your IP address",),
            message='personal data is collected only where you give it here, but IP address is collected automatically in "Visits" (line 5)',
        ),
        Bad(
            "We only collect personal information that you choose to give us.\n\n## Visits\n\nWe automatically collect:\n\n- device identifiers\n- browser type\n",
            at="only collect personal information that you choose",
            related=("device identifiers", "We automatically collect:"),
        ),
        Bad(
            "We collect personal data from you only if you volunteer it.\n\n## Partners\n\nWe also obtain information about you from list brokers.\n",
            at="collect personal data from you only if you volunteer",
            related=("We also obtain information about you from list brokers",),
            message='personal data is collected only where you give it here, but information about you comes from others in "Partners" (line 5)',
        ),
        Bad(
            "Demographic details are held, but only if you choose to share them.\n\n## Partners\n\nWe buy demographic details about readers from data brokers.\n",
            at="Demographic details are held, but only if you choose to share",
            related=("We buy demographic details about readers from data brokers",),
            message='demographic data is collected only where you give it here, but is obtained in other ways in "Partners" (line 5)',
        ),
    ],
)
def only_given_data(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise to collect only what is given, with what is collected by itself or comes from others."""
    promises = [one for one in ordered(read(policy, _PROMISES)) if not says(policy, _BOUND, one.sentence)]
    if promises:
        taken = [claim for claim in claims.all("practice", actor="us", denied=False) if _takes(policy, claim)]
        obtained = [one for one in ordered(read(policy, _FROM_OTHERS, denied=False)) if one.sentence.block.kind != "heading" and not says(policy, _WITH_PERMISSION, one.sentence)]
        promises = [one for one in promises if not says(policy, _OF_SOME_TOOL, one.sentence)]
        for promise in promises:
            broken = [claim for claim in taken if promise.kind != _FROM_YOU and _apart(promise, claim)]
            others = [one for one in obtained if promise.kind != _VISITING and _elsewhere(promise, one)]
            if broken or others:
                again = [other for other in promises if other.sentence.block is not promise.sentence.block and broken]
                yield _finding(policy, promise, broken, others, again)
                break
    yield from _of_classes(policy)


def _of_classes(policy: Policy) -> Iterator[Finding]:
    """Of each class of data the first promise that it is only given, with where it is obtained or guessed."""
    promised = ordered(read(policy, _CLASS_GIVEN))
    obtained = ordered(read(policy, _CLASS_OBTAINED, denied=False)) if promised else []
    for name in _CLASSES:
        promise = next((one for one in promised if one.kind == name), None)
        broken = [one for one in obtained if promise and one.kind == name and _elsewhere(promise, one)]
        if promise and broken:
            yield Finding(
                f"{name} is collected {_ONLY_GIVEN} here, but is obtained in other ways {elsewhere(policy, broken[0])}",
                promise.span,
                related=tuple(Related(one.span, "nobody gives this by hand") for one in broken[:_MOST_SHOWN]),
                help="name the other sources in the promise",
                topic=name,
            )


def _takes(policy: Policy, claim: Claim) -> bool:
    """Whether it says that telling data is collected by itself: in its sentence, or in the one that opens its list."""
    value = claim.value
    if value["action"] not in ("collect", "store") or not {*value["data"]} & {*_TELLING} or not is_plain_practice(claim) or value["local"] or claim.sentence is None:
        return False
    if says(policy, _BY_ITSELF, claim.sentence):
        return True
    intro = claim.sentence.block.intro
    return intro is not None and scope.stands_in(policy, _BY_ITSELF, intro)


def _apart(promise: Statement, claim: Claim) -> bool:
    """Whether both are for the same people and product, and the claim does not go on from the promise."""
    if claim.sentence is None or claim.sentence.block is promise.sentence.block:
        return False
    # what a server does by itself it does to everyone, so a promise to some is broken too
    return scope.contains(promise.scope, claim.scope) or scope.contains(claim.scope, promise.scope)


def _elsewhere(promise: Statement, other: Statement) -> bool:
    """Whether another passage is for the same people and product, and does not go on from the promise."""
    if other.sentence.block is promise.sentence.block:
        return False
    return scope.overlaps(promise.scope, other.scope)


def _finding(policy: Policy, promise: Statement, broken: list[Claim], others: list[Statement], again: list[Statement]) -> Finding:
    if broken:
        what = next(DATA[one].shown for one in _TELLING if one in broken[0].value["data"])
        told = f"{what} is collected automatically {elsewhere(policy, broken[0])}"
    else:
        told = f"{others[0].kind} {elsewhere(policy, others[0])}"
    return Finding(
        f"personal data is collected {promise.kind} here, but {told}",
        promise.span,
        related=(
            *(Related(claim.span, "nobody gives this by hand") for claim in broken[:_MOST_SHOWN]),
            *(Related(one.span, one.kind) for one in others[: max(1, _MOST_SHOWN - len(broken))]),
            *(Related(span, "says that it is collected") for span in _sent(policy, broken)),
            *(Related(match.span, "is listed as personal data") for match in islice(entries(policy, COOKIES) if promise.kind == _VISITING else (), 1)),
            *(Related(other.span, "promises the same") for other in again[:2]),
        ),
        help="say in the promise which data is collected all the same, and from whom",
    )


def _sent(policy: Policy, broken: list[Claim]) -> Iterator[Span]:
    """What the first claims go on from: the sentence that opens their list, or what a browser is said to send."""
    sentences = [claim.sentence for claim in broken[:_MOST_SHOWN] if claim.sentence]
    leads = (sentence.block.intro for sentence in sentences if sentence.block.kind == "item")
    lead = next((policy.sentences_of(block)[-1] for block in leads if block and block.kind == "paragraph"), None)
    if lead:
        yield lead.span
        return
    sections, blocks = [sentence.section for sentence in sentences], [sentence.block for sentence in sentences]
    sent = (match for match in policy.find(_SENDING) if match.sentence.section in sections and match.sentence.block not in blocks)
    yield from (match.span for match in islice(sent, 1))
