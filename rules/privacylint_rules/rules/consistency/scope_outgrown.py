"""
A policy that says it covers one thing only, and speaks of another.

"This policy applies only to information collected online" beside "we also collect information when you call us or visit
our shop", "only to our website" beside what the app collects, "EEA Privacy Policy" as a title beside "applies to users in
all countries": a reader cannot tell which rules hold for the data that is left out at first and described later. That
other companies and their websites are not covered is no limit of this kind.

Source: Article 12(1) GDPR; Cal. Bus. & Prof. Code 22575(b)(1).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Match, Phrases, Policy, Related, rule
from privacylint.languages import places

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_POLICY = "(policy|notice|statement|it|document)"
_WEB = "(online|website~|web site~|site|sites|internet)"
_COVERS = "(applies|apply|covers|cover|governs|relates|extends|extend|concerns|addresses|applicable|limited|pertains|refers)"
_WE_COLLECT = "(we|us|I|company) ...4!(not|never|don't|cannot) (collect|obtain|receive|gather|record|acquire|process)"
_DATA = "(data|information|details|name~|address~|number~|PII)"


class _Limit(NamedTuple):
    """What a policy limits itself to, what outgrows that, and how both are told."""

    limit: Phrases
    outgrown: Phrases
    covered: str
    spoken_of: str


_OFFLINE_DATA = "((data|information) ...4!(not|online) (offline|in person|by (phone|telephone|post|mail)|on paper)|offline (collection|information|data|activities))"
_OUTSIDE = "(offline|in person|face to face|over the (phone|telephone)|by (phone|telephone|post|fax|paper|mail)|by way of postal|on paper|paper forms|postal (forms|questionnaires|mail)|at events|at trade (shows|fairs)|at conferences|in store|in our (store|stores|shop|shops|offices|branches|restaurants|clinics)|at our (store|stores|shop|shops|offices|events|booth|branches|counter)|one of our (stores|shops|branches|offices)|through the post)"
_NOTE = "(collect|record|note|receive|obtain|ask for|ask you for|take down|write down|register|store|keep)"
_CHANNEL = "(offline|in person|face to face|phone|telephone|fax|letter|post|postal|paper|showroom|showrooms|reception|exhibitions|exhibition|seminars|seminar|trade fairs|trade shows|branch|branches|interviews|calls)"
_TAKE = "(collect|collects|collected|record|records|recorded|note|noted|receive|receives|received|obtain|obtained|gather|gathers|gathered|ask for|get|take down|write down|scanned|scan)"
_ONLINE = _Limit(
    phrases(
        en=[
            f"{_POLICY} ...3!(not|section) (limited|restricted|confined) ...2!(not) to ...8!(not|offline|if) {_WEB} ...8!(offline|and|app|apps)",
            f"{_POLICY} ...2!(not|section) {_COVERS} ...4!(not|offline|if) {_WEB} ...2!(offline|and|app|apps) (activities|data|information|collection|behaviour|behavior) only",
            f"(apply|use) this {_POLICY} (only|solely|exclusively) to ...8!(not|offline|if) {_WEB}",
            "(data|information) ...3!(not) (collected|obtained|gathered|provided|received) ...3!(not|online) (offline|in person|by (phone|telephone|post|mail)|elsewhere) ...2 not ...2 (covered|governed|subject)",
            f"{_POLICY} ...4!(not|section) (only|solely|exclusively) ...2 {_COVERS} ...10!(not|offline|if) (online|website~|web site~|site|sites|internet) ...8!(offline|and|app|apps)",
            f"{_POLICY} ...3!(not|section) {_COVERS} ...3 (only|solely|exclusively) ...10!(not|offline|if) (online|website~|web site~|site|sites|internet)",
            f"{_POLICY} ...4 not ...3 {_COVERS} ...8!(if|third|other|linked) (collect~|obtain~|gather~|received|provided|submitted) ...3!(not) (offline|by (phone|telephone|mail|post|fax)|in person|through other means|by other means|via other channels|via channels other|through channels other|through any other means)",
            f"{_POLICY} ...4 not ...3 {_COVERS} ...14!(if|third|linked) (offline|(other than|not through|not via|not by) [(this|our|the)] (website|site))",
            f"{_POLICY} ...4 (not|no) ...3 {_COVERS} ...8!(if|third|linked|other|their) (you (give|send|tell|provide|submit)|information|data) ...6!(third|not) (by|via|over|through) ...2 (telephone|phone|post|letter|fax|paper|mail)",
            f"{_OFFLINE_DATA} ...8!(not|third) (outside|excluded from|not [(subject to|covered by|governed by|part of|within)]) ...5 {_POLICY}",
            f"{_POLICY} ...4!(not|section) (only|solely|exclusively) ...2 {_COVERS} ...6!(not|offline|if) (electronically|through the internet)",
            f"(limit|limits|confine|restrict) this {_POLICY} to ...8!(not|offline|if|our) (online|internet|website|electronically)",
            f"{_POLICY} ...3!(not|section) (only|solely|exclusively) ...1 (deals with|concerns|is about|is for) ...8!(not|offline|if) (online|over the internet|through the internet|via the internet)",
            f"{_POLICY} ...3!(not|section) {_COVERS} nothing (but|other than|else than) ...6!(not|offline|if) (online|over the internet|website)",
            f"{_POLICY} ...3!(not|section) for ...3!(not|offline) (online|internet) ...3!(not|offline|and) only",
            f"{_POLICY} (doesn't|don't|won't) ...1 (cover|apply to|extend to|include|relate to|concern) ...10!(if|third|linked|other) (offline|in person|by (phone|telephone|mail|post|fax|letter|mail or telephone))",
            f"(data|information) ...6!(not|online|third) (obtained|collected|given|provided|received) ...3!(third) (other channels|by phone|by telephone|in person|offline) ...6 not ...2 (subject to|covered by|governed by|within) ...4 {_POLICY}",
            f"only ...3 (data|information) ...3!(not) (collected|gathered|obtained|received|provided) ...3!(not) (electronically|online|through the website|through this website|on this website|via this website) ...6!(not) (subject|covered|governed|falls|dealt) ...6 {_POLICY}",
        ]
    ),
    phrases(
        en=[
            f"{_WE_COLLECT} ...12!(not|if) {_DATA} ...14!(not) (offline|in person|over the (phone|telephone)|by (phone|telephone|post|fax|paper)|on paper|at events|at trade shows|at conferences|in our (store|stores|shop|shops|offices|branches)|at our (store|stores|shop|shops|offices|events|booth)|through the post)",
            f"{_DATA} ...8!(not|combine~) (collected|obtained|gathered|received) ...6!(not) (offline|in person|over the (phone|telephone)|by (phone|telephone|post|fax)|at events|in our (store|stores|shops)|at our (store|stores|events|shops))",
            f"(when|if|whenever) you (call us|visit our (store|stores|shop|offices|booth)|meet us|attend ...4 (event~|conference~)|write us a letter|telephone us|phone us) ...12!(not) (collect|record|receive|obtain|ask for) ...8 {_DATA}",
            f"(give|provide|send|hand|submit) ...4!(not|never) {_DATA} ...10!(not|if) (offline|in person|by (phone|telephone|post|fax)|on paper|paper forms|paper form|over the (phone|telephone)|in our (store|stores|shop|shops|offices))",
            f"{_DATA} ...6!(not|combine~|correct) (collected|obtained|gathered|received|recorded) ...3!(not) (through|during|by|via|over|at|in) ...3!(not) (telephone calls|phone calls|call centre|call center|events|trade fairs|trade shows|conferences|stores|shops|person|post)",
            f"{_WE_COLLECT} ...8!(not|if) {_DATA} ...3!(not) (when|if) you ...4!(not|website|site) (store|stores|shop|shops|offices|call us|event~|phone us|telephone us|write us a letter)",
            f"{_DATA} ...6!(not) (provide|give|submit|tell) ...4!(not) in person",
            f"{_WE_COLLECT} ...14!(not|if) {_OUTSIDE}",
            f"(we|us|our (staff|team|sales staff|employees|agents)) ...3!({{not}}|may|can|if) {_TAKE} ...8!({{not}}|if|online|app|number) {_DATA} ...8!({{not}}|if|online|app) (in|at|by|on|over|via|from|through|during|when you|if you) ...5!({{not}}|app|online|numbers|number|website) {_CHANNEL} !(address~|number~|system|provider~|app|online)",
            f"(when|if|whenever) you ...2!({{not}}) (visit|speak to|talk to|call|ring|attend|fill in|register|come) ...8!({{not}}|website|site|online|app|third) {_CHANNEL} ...8!({{not}}|may|if) {_TAKE}",
            f"{_DATA} ...5!({{not}}|number~) (on|by|at|through|via) ...3!({{not}}|online) {_CHANNEL} ...2!({{not}}) (is|are) ...2!({{not}}) ({_TAKE}|stored|kept)",
            f"{_DATA} ...3!({{not}}) (may|is|are|be) ...3!({{not}}) (collected|obtained|gathered|received|recorded) ...1!({{not}}) (at|by|through|during|via|in) ...2!({{not}}|online|app) (exhibitions|seminars|trade fairs|trade shows|letter|fax|telephone|face to face|interviews|stores|shops|person)",
            "(we|our staff) ...2!({not}|may|can) (record|tape) ...2!({not}) (telephone|phone) (calls|conversations)",
            "(ask|asks) ...2!({not}) (visitors|customers|people|you) ...4!({not}|website|app) (shop|shops|store|stores|branch|branches|showroom) for ...3 (data|information|details|name~|address~|postcode|number~|e mail|email)",
            f"{_OUTSIDE} we ...3!(not|may) {_NOTE} ...6!(not) {_DATA}",
            f"(when|if|whenever) you (call|ring|phone|telephone|visit|come to|drop by|meet|write a letter to) ...1 (us|hotline|customer service|customer care|support line|store|shop|stores|branch|office|offices) ...10!(not|third|may) {_NOTE} ...6!(not) {_DATA}",
            "(your|personal) (data|information) ...5!(not) (reach~|come~|obtained|received|collected|gathered) ...3!(not) (us|by|through|via|in|at|from|also) ...6!(not) (telephone|phone|face to face|in person|post|paper forms|postal questionnaires|by letter)",
            f"(talk to|speak to|conversations with) ...1 (our|shop|store) (staff|employees|sales) ...10!(not) {_NOTE} ...6!(not) {_DATA}",
            "(business cards|paper forms|trade fairs|call centre|call center|telephone interviews|postal mail)",
            "(online and offline|offline and online|both offline|offline sources|offline interactions|offline data)",
        ]
    ),
    "data collected online only",
    "data collected offline",
)
_APP = "(app|apps|application|applications)"
_SITE = "(website|web site|websites|web pages|web page)"
_NO_APP = "(not|if|app|apps|application|applications|product~|service|services|offline|and|or|third)"
_WEBSITE = _Limit(
    phrases(
        en=[
            f"{_POLICY} ...4!(not|section) (only|solely|exclusively) ...2 {_COVERS} ...8!(not|if|app|apps|application~|product~|service~|services) (website|web site|websites) ...6!(app|apps|application~|and|or|product~|services|mobile)",
            f"{_POLICY} ...3!(not|section) {_COVERS} ...3 (only|solely|exclusively) ...8!(not|if|app|apps|application~|product~|service~|services) (website|web site|websites) ...6!(app|apps|application~|and|or|product~|services|mobile)",
            f"{_POLICY} ...3!(not|section) (limited|restricted|confined) to ...6!{_NO_APP} {_SITE} !(and|or|as)",
            f"{_POLICY} ...3!(not|section) {_COVERS} ...3!(not) nothing (but|else than|other than) ...4!{_NO_APP} {_SITE}",
            f"{_POLICY} ...3!(not|section) ({_COVERS[1:-1]}|is for|is about) ...6!{_NO_APP} {_SITE} (only|alone|exclusively)",
            f"{_POLICY} ...3!(not|section) ({_COVERS[1:-1]}|is|are|valid|rules) ...3 (only|exclusively|solely) (about|for) ...3!{_NO_APP} {_SITE}",
            f"{_POLICY} ...3!(not|section) ({_COVERS[1:-1]}|valid|are) ...4!{_NO_APP} {_SITE} (and not|but not|not|exclusively|only|alone)",
            f"{_POLICY} ...3!(section) not applicable to (our|the|any) ...2!(third|other|others|their) {_APP} !(store~|you|that|which|provider~|developer~|of|made|from|by|on)",
            f"{_POLICY} ...3!(not|section) (meant|intended|made|written) for ...4!{_NO_APP} {_SITE} (only|alone|exclusively)",
            f"{_POLICY} (doesn't|does not|do not|don't|will not|won't) ...1 (cover|apply to|extend to|include|relate to|concern) (our|the|any) ...2!(third|other|others|their) {_APP} !(store~|you|that|which|provider~|developer~|of|made|from|by|on)",
            f"(our|the) [mobile|ios|android] {_APP} (isn't|aren't|are not|is not) ...1 (subject to|covered by|governed by|part of|included in) ...3!(third) {_POLICY}",
            f"only ...3!{_NO_APP} {_SITE} ...3!(not) (covered|governed|falls|is subject|is dealt) ...4 {_POLICY}",
            f"{_POLICY} ...3 (not|no) ...2 (cover|apply to|extend to|include|relate to|concern|apply) ...4!(third|other|others|their|if|linked|download) (our|the|any) ...3!(third|other|others|their) {_APP} !(store~|you|that|which|provider~|developer~|of|made|from|by|on)",
            f"(our|the) [mobile|ios|android] {_APP} ...3!(third) (not (subject to|covered by|governed by|part of|within the scope of|included in)|outside the scope of|excluded from|fall outside|falls outside) ...4!(third) {_POLICY}",
            f"mobile {_APP} ...2!(third) (not (subject to|covered by|governed by|part of|within the scope of)|outside the scope of|excluded from|fall outside) ...4!(third) {_POLICY}",
        ]
    ),
    phrases(
        en=[
            f"(when|if|whenever|while) you (use|download|install|open|run) (our|the) [mobile|ios|android] {_APP} ...4!(not|never|no) (IP|device id|location|identifier) ...4!(not) (logged|collected|recorded|stored|read|tracked)",
            f"{_WE_COLLECT} ...8!(not|if|website) {_DATA} ...4!(not|website) (when|while|if) you (use|open|install|run) (our|the) [mobile|ios|android] {_APP}",
            f"(collect|receive|obtain|gather) ...6!(not|no|never|website) identifier~ (when|while|if) you (use|open|install|run) (our|the) [mobile|ios|android] {_APP}",
            f"users of (our|the) [mobile|ios|android] {_APP} ...3!(not|may) (provide|give|send|share) us ...8!(not) (data|information|number|address|name|location)",
            "(when|if|whenever) you (use|download|install|open) (our|the) [mobile|ios|android] (app|apps|mobile application|mobile applications) ...16!(not|never) (collect|receive|record|obtain|process|ask for|access) ...10 (data|information|details|location|contacts|identifier~|photos)",
            "(our|the) [mobile|ios|android] (app|apps|mobile application) ...3!(not|never|store|may) (collects|receives|records|obtains|requests|accesses|collect|asks for|reads|sends us|transmits|gathers|asks for access to|logs|asks you for|tracks|stores|uploads|shares|monitors|sends|captures|may collect|may access|may record) ...10!(not|no|never) (data|information|details|location|contacts|identifier~|photos|reports|usage|camera|microphone|number|token)",
            f"(through|in|via|using|from|by|inside) (our|the) [mobile|ios|android] {_APP} ...4!(not|no|never) (we|it) ...3!(not|never|no) (collect~|gather~|record~|log|receive|process|obtain|track)",
            f"(collect|gather|record|receive|obtain|process) ...8!(not|no|never|website|third) (through|in|via|from|by) (our|the) [mobile|ios|android] {_APP} !(store~)",
            f"(information|data) ...3!(not|no) (collected|gathered|recorded|received|obtained) (through|in|via|from|by) (our|the) [mobile|ios|android] {_APP} ...2!(not) (include~|such as|may include|contains|consists of|is)",
            f"(when|if|whenever|while) you (use|download|install|open|run) (our|the) [mobile|ios|android] {_APP} ...10!(not|never|no|third) (collect|receive|record|obtain|process|access|read|accessed|collected|recorded|stored|sent)",
            f"(when|while|by) using (our|the) [mobile|ios|android] {_APP} ...10!(not|never|no|third) (collect|receive|record|obtain|process|access|read|accessed|collected|recorded|stored|sent)",
        ]
    ),
    "the website only",
    "the app",
)
_MESSAGES = _Limit(
    phrases(en=[f"{_POLICY} ...4 not ...3 {_COVERS} ...24!(if|unless) you ...2!(not) (send|submit|provide|give|communicate) ...4!(not) (by|through|via|in) ...4!(not) (e mail|email|e mails|emails|text message|messages|correspondence)"]),
    phrases(
        en=[
            f"{_DATA} ...8!(not|no) (when|if) you (communicate with|contact|write to|e mail|email|correspond with|message) us",
            f"(when|if|whenever) you (communicate with|contact|write to|e mail|email|correspond with|message) us ...12!(not|may|no) (collect|record|store|keep|receive|process) ...8!(not) {_DATA}",
            f"{_WE_COLLECT} ...12!(not|if) {_DATA} ...8!(not) (by|through|in|via|from) ...2 (e mails|emails|messages|correspondence|e mail|email) ...3!(address~) (us|you)",
        ]
    ),
    "nothing sent by e-mail or message",
    "data from messages",
)
_LIMITS = (_ONLINE, _WEBSITE, _MESSAGES)

_EVERYWHERE = phrases(
    en=[
        f"(this|our|the) ...2 {_POLICY} ...6!(not|section|only) {_COVERS} ...14!(not|only) (all (countries|geographies|regions|jurisdictions|territories|markets)|worldwide|globally|around the world|wherever (you|they) (are|live)|no matter where|regardless of where|all users in the world|everywhere)",
        f"(this|our|the) ...2 {_POLICY} ...6!(not|section|only) {_COVERS} to all (users|customers|visitors|individuals|people|data subjects) ...3!(in) (globally|worldwide)",
    ]
)
_TITLE = phrases(en=["<place> ...3!(and|of|shield) (privacy|data protection) ...2 (policy|notice|statement)", "privacy (policy|notice|statement) ...1 (for|in) ...5!(world|global) <place>"])
_PART = phrases(en=["(this|the following|these) (section|supplement|addendum|part|chapter|paragraph|annex|appendix)", "(third party|third parties|linked|links to|except)"])
_LINKS = phrases(en=["(link|links|linked|leave|leaving|other (websites|web sites|sites)|third party (websites|sites|services))"])
"""What makes a limit one against the websites of others."""
_NOT_US = phrases(en=["(third party|third parties|their own|they|partners may|partner~ collect|not (collect|combine))", "(previously|no|never|nothing|not|differ~|except|excluded)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 12(1)",),
    good=[
        "This policy applies only to our website.\n\n## Contact\n\nCall us if you have questions.\n",
        "This policy covers only our own website, not linked ones.\n\n## Links\n\nOther websites collect data of their own.\n",
        "This section applies only to data collected online.\n\n## Shop\n\nIn person, we collect your name and address.\n",
        "# Privacy Policy\n\nThis policy applies to users in all countries.\n",
    ],
    bad=[
        Bad(
            "This policy applies only to information that we collect online.\n\n## What we collect\n\nWe also collect your name and address over the phone.\n",
            at="policy applies only to information that we collect online",
            related=("We also collect your name and address over the phone",),
            message='covers data collected online only here, but speaks of data collected offline in "What we collect" (line 5)',
        ),
        Bad(
            "This notice covers only the website.\n\n## App\n\nWhen you use our mobile app, we collect your location.\n",
            at="notice covers only the website",
            related=("When you use our mobile app, we collect",),
        ),
        Bad(
            "# EEA Privacy Policy\n\n## Scope\n\nThis policy applies to our services in all countries.\n",
            at="EEA Privacy Policy",
            related=("This policy applies to our services in all countries",),
            message='the title limits this policy to the EEA here, but it applies everywhere in "Scope" (line 5)',
        ),
    ],
)
def scope_outgrown(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Each kind of limit with the first passage that outgrows it, and a title for one region."""
    for limit in _LIMITS:
        limited = [one for one in _read(policy, limit.limit) if limit is _MESSAGES or not (says(policy, _PART, one.sentence) or _against_links(policy, one))]
        beyond = [one for one in _read(policy, limit.outgrown) if not says(policy, _NOT_US, one.sentence)] if limited else []
        pair = next(((one, other) for one in limited for other in beyond if apart(one, other)), None)
        if pair:
            one, other = pair
            yield Finding(
                f"covers {limit.covered} here, but speaks of {limit.spoken_of} {elsewhere(policy, other)}",
                one.span,
                related=(Related(other.span, f"speaks of {limit.spoken_of}"),),
                help="name all that the policy covers, or drop what it does not",
            )
            return
    yield from _by_title(policy)


def _read(policy: Policy, wanted: Phrases) -> list[Statement]:
    found = (match for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading") and scope.is_statement(policy, match.sentence, examples=True))
    return ordered(_statement(policy, match) for match in found)


def _statement(policy: Policy, match: Match) -> Statement:
    return Statement("scope", match, scope.scope_of(policy, match.sentence, match))


def _against_links(policy: Policy, limit: Statement) -> bool:
    return any(says(policy, _LINKS, text) for text in policy.sentences_of(limit.sentence.block))


def _by_title(policy: Policy) -> Iterator[Finding]:
    """A title for the people of one region, and a text that says it is for all."""
    title = next((match for match in policy.find(_TITLE) if match.slots["place"] != "WORLD" and _is_title(policy, match)), None)
    other = next((one for one in _read(policy, _EVERYWHERE) if not says(policy, _PART, one.sentence)), None) if title else None
    if title and other and title.sentence is not other.sentence:
        yield Finding(
            f"the title limits this policy to {_name(title.slots['place'])} here, but it applies everywhere {elsewhere(policy, other)}",
            title.span,
            related=(Related(other.span, "applies everywhere"),),
            help="name in the title whom the policy is for, or limit the text to them",
        )


def _is_title(policy: Policy, match: Match) -> bool:
    """Whether it is the first thing said: the first heading, or a first line of a few words."""
    sentence = match.sentence
    before = [text for text in policy.sentences[: sentence.number] if text.text.strip()]
    return len(before) < _FIRST and not any(text.block.kind == "heading" for text in before) and len(sentence.text.split()) <= _SHORT


_FIRST, _SHORT = 3, 8
"""Among how many first sentences a title is looked for, and how many words it has at most."""
_SHOWN = {"US": "the US", "GB": "the UK", "EU": "the EU", "EEA": "the EEA", "NL": "the Netherlands"}


def _name(code: str) -> str:
    return _SHOWN.get(code) or str(places("en").PLACES.get(code, (code,))[0])
