"""
Hosting: where data or servers are, and with whom.

A claim needs words that put data or servers somewhere ("stored in", "our servers are in", "hosted on"). A mere "we may
transfer data to other countries" is a transfer, and an office or a company in a country is neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Claim, Match, Phrases, Policy, Said, Sentence, extractor

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

PROVIDERS: dict[str, tuple[str, ...]] = {
    "Airtable": ("airtable",),
    "Akamai": ("akamai [connected cloud]",),
    "Alibaba Cloud": ("alibaba cloud", "aliyun"),
    "Amazon Web Services": ("amazon web service~ [aws]", "aws", "amazon (s3|ec2|rds|aws|cloudfront|cloud)"),
    "Apple iCloud": ("[apple|apple's] icloud [cloudkit|drive]", "cloudkit"),
    "Appwrite": ("appwrite",),
    "Backblaze": ("backblaze",),
    "Clever Cloud": ("clever cloud",),
    "Cloudflare": ("cloudflare [(pages|workers|r2)]",),
    "Contabo": ("contabo",),
    "Convex": ("convex cloud",),
    "DigitalOcean": ("digitalocean", "digital ocean"),
    "Equinix": ("equinix",),
    "Exoscale": ("exoscale",),
    "Fastly": ("fastly",),
    "Firebase": ("[google] firebase", "[cloud] firestore"),
    "Fly.io": ("fly io",),
    "Gandi": ("gandi",),
    "GitHub": ("github [pages]",),
    "GitLab Pages": ("gitlab pages",),
    "GoDaddy": ("godaddy",),
    "Google Cloud": ("google cloud [platform]", "gcp", "google compute engine", "google app engine"),
    "Google Workspace": ("google (workspace|drive|docs|sheets|forms)", "g suite"),
    "Heroku": ("heroku",),
    "Hetzner": ("hetzner [online]",),
    "Hostinger": ("hostinger",),
    "Host Europe": ("host europe",),
    "IBM Cloud": ("ibm cloud", "softlayer"),
    "Infomaniak": ("infomaniak",),
    "IONOS": ("ionos", "1 1 ionos"),
    "LeaseWeb": ("leaseweb",),
    "Linode": ("linode",),
    "MacStadium": ("macstadium",),
    "Mailchimp": ("mailchimp",),
    "Microsoft Azure": ("[microsoft] azure", "windows azure"),
    "Mittwald": ("mittwald",),
    "MongoDB Atlas": ("mongodb [atlas]",),
    "Neon": ("neon (postgres|database)",),
    "Netcup": ("netcup",),
    "Netlify": ("netlify",),
    "Online.net": ("online net",),
    "Oracle Cloud": ("oracle cloud [infrastructure]",),
    "OVH": ("ovh", "ovhcloud", "ovh cloud"),
    "PlanetScale": ("planetscale",),
    "Platform.sh": ("platform sh",),
    "Rackspace": ("rackspace",),
    "Railway": ("railway app", "railway"),
    "Render": ("render com",),
    "Salesforce": ("salesforce",),
    "Scaleway": ("scaleway",),
    "Shopify": ("shopify",),
    "SiteGround": ("siteground",),
    "Squarespace": ("squarespace",),
    "STRATO": ("strato ag", "strato"),
    "Supabase": ("supabase",),
    "Upstash": ("upstash",),
    "Vercel": ("vercel",),
    "Vultr": ("vultr",),
    "Webflow": ("webflow",),
    "Wix": ("wix [com]",),
    "WordPress.com": ("wordpress com",),
    "WP Engine": ("wp engine", "wpengine"),
}
"""Whom data is hosted with: the name we report, and how policies write it."""

_BIG = {name: (name.lower(), f"{name.lower()}'s") for name in ("Amazon", "Apple", "Google", "Microsoft")}
"""Companies that do much else: they host only where their servers or their storage are spoken of."""

_CANONICAL = {wording: name for name, wordings in PROVIDERS.items() for wording in wordings}
_PROVIDER = phrases(en=list(_CANONICAL))
_ANY = "(" + "|".join(_CANONICAL) + ")"
_CANONICAL |= {wording: name for name, wordings in _BIG.items() for wording in wordings}
_BIG_PROVIDER = phrases(en=[wording for wordings in _BIG.values() for wording in wordings])
_BIG_ANY = "(" + "|".join(wording for wordings in _BIG.values() for wording in wordings) + ")"

_NOT_THERE = (
    "(accordance|compliance|law|laws|outside|connection|order|response|if|you|who|agreement|agreements|requirement~|under|resident~"
    "|regulation~|framework|courts|authorities|citizens|pursuant|office|offices|because|transfer|representative|reliance|received|certified|principles|framework~)"
)
_NO_THING = (
    _NOT_THERE[:-1]
    + "|company|companies|entity|controller|registered|users|individuals|persons|people|residents|about|customers|who|which|user|visitors|party|parties|affiliates|subsidiaries)"
)
_NOT_IN = (
    _NOT_THERE[:-1]
    + "|about|registered|company|entity|individuals|residents|users|persons|people|customers|visitors|citizens)"
)
_STORED = "(stored|hosted|processed|kept|held|maintained|saved|housed|retained|store|stores|host|hosts|process|processes|keep|keeps|maintain|maintains|storing|hosting|processing|backed up|replicated|warehoused|stored and processed|deployed)"
_SERVERS = "(server~|data center~|data centre~|datacenter~|datacentre~|database~|hosting facilities|hosting infrastructure|data infrastructure|infrastructure|cloud storage|storage facilities|hosting facility|central databases|computer systems|hosting location)"
_THINGS = f"({_SERVERS}|data|information|backup~|records|site|sites|website~|service|services|platform|products|properties|app|application|system~|content|emails|files|cloud)"
_AT = "(located|based|situated|remain|remains|stay|stays|reside|resides|residing|operated|run|housed|physically located|kept|is|are)"

_STORED_IN = phrases(
    en=[
        f"{_STORED} ...9!{_NOT_IN} (in|within|inside|across|throughout|at) ...6!{_NOT_IN} <place>",
        f"<place> where [(our|the|its)] ...2!{_NOT_THERE} (server~|data center~|data centre~|datacenter~|it|they|data) [are|is|will be|may be|we] ...3 (located|stored|hosted|processed|based|store|host)",
        f"(to|in) [the] <place> ...6!{_NOT_THERE} {_STORED} there",
        f"{_STORED} (anywhere in the world|around the world|worldwide|globally)",
        f"{_STORED} ...4 in <place> based",
        f"{_THINGS} ...4!(of|in|from) (remain|remains|stay|stays) [only|solely|exclusively] (in|within|inside) ...3!{_NOT_THERE} <place>",
        f"{{data}} [(will|does|do|shall)] (never|not) leave~ ...3!{_NOT_THERE} <place>",
    ]
)
_SERVERS_IN = phrases(
    en=[
        f"{_SERVERS} ...6!{_NOT_THERE} (in|within|inside|across|throughout) ...4!{_NOT_THERE} <place>",
        f"<place> [based|hosted|located] {_SERVERS}",
        f"<place> [hosting] region of {_ANY}",
    ]
)
_THINGS_IN = phrases(
    en=[
        f"{_THINGS} ...4!{_NO_THING} {_AT} [(only|solely|exclusively|entirely|physically|all|primarily|also|currently)] [located|based|hosted] (in|within|inside|from|out of) ...3!{_NOT_THERE} <place>",
        "operate~ from [our servers in] [the] <place>",
    ]
)
_WITH = phrases(
    en=[
        f"(hosted|stored|host|hosts|hosting|store|stores|run|runs|running|deployed|backed up|operated|kept|saved|held|maintained|housed|storage|keep|replicated|save|saves|stays|remains|lives|resides|lies)"
        f" ...7!(if|you|cookies|policy) (on|by|with|in|at|through|via|using|from|provided by|within|to) ...4!(if|you|privacy|not) {_ANY}",
        f"(server~|data center~|data centre~|datacenter~|infrastructure|database~|cloud|hosting) ...2 (of|by|from|at|with|on|operated by|provided by|rented from|managed by|owned by|owned and operated by) ...4!(if|you) {_ANY}",
        f"{_ANY} ...4!(not|analytics) (hosts|to host|stores|to store|for hosting|for storage|as our host|as our hosting|as hosting|as a hosting|as the hosting|provides hosting|provides the hosting|servers|data center~|data centre~|datacenter~|cloud servers|infrastructure|database~|hosting)",
        f"(hosting|cloud|storage|infrastructure|server) (provider~|partner~|service|services|company|host|vendor~|platform) ...6 {_ANY}",
        f"(we|i) (use|rely on|work with|run on) ...3 {_ANY} ...7!(analy*|market*|advert*|monitor~) (host|hosting|store|storage|our servers|our infrastructure|databases|database|backups)",
        f"(operated|run) using ...2 {_ANY}",
        "(icloud|cloudkit) ...5 (store~|stored|sync~|database)",
    ]
)
_WITH_BIG = phrases(
    en=[
        f"(we|data|information|form|forms|records|documents|files|responses|and) ...5!(if|when|analytics|cookie~|maps|fonts|recaptcha|ads|advertising) {_BIG_ANY} to (store|host|keep|save) ...4!(cookie~) (data|information|records|documents|files|emails|forms|it|them)",
        f"(data|information|form|forms|records|documents|files|responses|membership ...2|it|they) ...3!(transmit*|sent|cookie~) (is|are|completed|stored|kept|held|hosted|saved) ...4!(cookie~|analytics|sent|transmit*) (on|in|at|by|with) {_BIG_ANY} (servers|server|data center~|data centre~|cloud)",
    ]
)

_ONLY = phrases(
    en=[
        "(only|solely|exclusively|entirely|remain|remains|stay|stays|stay within|never leave~|not leave~|always|in full)",
        "all [of] [(our|the|your|customer|user|personal|such)] (data|information|servers|infrastructure|processing|customer data)",
        "all [of] [our] ...2 (data|servers|infrastructure)",
        "not [be] (transferred|moved|sent|stored|processed) ...4 outside",
    ]
)
_BACKUP = phrases(en=["(backup~|back up|backed up|backups|disaster recovery|replica~|off site)"])
_SUPPORT = phrases(
    en=[
        "(support|remote|maintenance) access",
        "(accessed|accessible) ...5 (from|by)",
        "support ...3 (from|team~|staff) ...6 <place>",
    ]
)
_OTHERS = phrases(
    en=[
        "(employee~|contractor~|provider~|processor~|subprocessor~|affiliate~|partner~|vendor~|recipient~|staff|team|subsidiaries|companies|entities|parties|organisation~|organization~|offices|personnel) ...6!(server~|hosted|stored) (located|based|situated|are|operate)"
    ]
)
_NO_CLAIM = phrases(
    en=[
        "(server side | client side)",
        "(certified|certifies|adhere~|complies|comply|self certified) ...20 (principles|framework|shield)",
        "(notice|policy|section|statement|addendum) ...3 (applies|covers|governs|provides general|only applies|does not apply)",
        "(development|collaboration) platform",
        "(law~|regulation~) of the (country|countries|jurisdiction)",
        "(law~|legislation|legislative|statute~|rules|framework~|act) ...14 (govern~|regulat~|establish~|set~ out|apply|applies|protect~|for|on|about|concerning) ...8 (collection|gathering|processing|use|storage|handling) ...12 (in|within|inside|across|throughout) [the] ...2 <place>",
        "(website~|sites|services) ...6 not ...2 (owned|operated|controlled)",
    ]
)
_DELETION = phrases(en=["{delete}", "(deletion | removal | erasure) of", "allow~ [a|the]"])
_MOVED = phrases(en=["(transfer~|transmit~|sent|send|moved) ...4 (to|and|or|outside)"])
_KEPT = phrases(
    en=[
        "(store~|stored|hosted|host~|kept|maintained|held|server~|data center~|data centre~|retained|housed|storage|reside~|remain~|stay~)"
    ]
)
_LEADING = frozenset(["your", "our", "the", "all", "any", "such", "this", "that", "of", "most"])
_OURSELVES = phrases(en=[f"{_ANY} ...12 (we|us|our)"])
_FIRST_LINES = 8
_MOST_CUES = 12
_BESIDES = phrases(en=["(including|such as|like|other than)"])
_IF = phrases(en=["(if|whether|unless|when you|where you|should)"])
_MOSTLY = phrases(
    en=["by default", "(primarily|mainly|mostly|generally|principally|predominantly|usually|normally|typically)"]
)
_CLASS = phrases(
    en=[
        "[(your|our|the|all|any|such|this|that|of|most)] !(your|our|the|all|any|such|this|that|and|or|of|most|to|in|from) "
        "(subscriber|customer|client|payment|billing|log|usage|account|backup|health|location|transaction|employee|applicant|candidate|support|project|analytics|telemetry|form|contact|biometric|technical"
        "|newsletter|configuration|service|billing|event|order|donation|membership|game|chat|message|credit card|card|log file) (data|information|records|details|content)",
        "(email|emails|e mails|files|file|photos|photo|images|videos|recordings|logs|log files|messages|backups|backup|newsletter~|cookie~|ip address~|ip addresses|survey~|payments|forms|configuration|chats|passwords|password|tickets|applications)",
        "(applicant~|candidate~|employee~) ...2 (information|data)",
        "some of [(the|your|our)] ...4 (data|information)",
        "certain ...3 (data|information)",
    ]
)
_GENERIC = phrases(
    en=[
        "(data|information|details|records|content)",
        "(site|sites|website~|service|services|platform|products|properties|app|application|server~|infrastructure|data center~|data centre~|database~|facilities|systems)",
    ]
)
_INCLUDING = phrases(en=["(including|such as|like|namely|e g|in particular) ...4!(outside|law|from) <place>"])

# --- examples --------------------------------------------------------------------------------------------------------

_EXAMPLES = (
    Said(
        "Orders are kept on servers in Finland.",
        at="kept on servers in Finland",
        value={"places": ["FI"], "providers": [], "exclusive": False},
    ),
    Said(
        "Our databases run with Hetzner in Germany and Finland.",
        at="databases run with Hetzner in Germany and Finland",
        value={"places": ["DE", "FI"], "providers": ["Hetzner"]},
    ),
    Said(
        "All customer data stays within the EU.",
        value={"places": ["EU"], "exclusive": True},
        at="data stays within the EU",
    ),
    Said(
        "Filled-in forms are kept on Google's servers.",
        at="forms are kept on Google's servers",
        value={"places": [], "providers": ["Google"]},
    ),
    Said("We may transfer your data to partners in the United States.", value=None),
    Said("The button removes the data stored in Firebase.", value=None),
    Said("Our head office is located in Spain.", value=None),
)

# --- reading ---------------------------------------------------------------------------------------------------------


@extractor("hosting", examples=_EXAMPLES)
def hosting(policy: Policy) -> Iterator[Claim]:
    """Where data or servers are, and the provider they are with."""
    by_sentence: dict[int, list[Match]] = {}
    for wanted in (_STORED_IN, _SERVERS_IN, _THINGS_IN, _WITH, _WITH_BIG):
        for match in policy.find(wanted):
            cues = by_sentence.get(match.sentence.number, ())
            if len(cues) < _MOST_CUES and _means_hosting(policy, match, wanted):
                by_sentence.setdefault(match.sentence.number, []).append(match)
    said: dict[tuple[object, ...], Claim] = {}
    for number in sorted(by_sentence):
        claim = _claim(policy, policy.sentences[number], by_sentence[number])
        if claim is None:
            continue
        # a paragraph says it once; a new line in it is a paragraph to its author
        line = policy.source.place(policy.sentences[number].span.start).line
        key = (policy.sentences[number].block.number, line, tuple(claim.value["places"]), tuple(claim.value["providers"]), claim.value["exclusive"])
        if key not in said:
            said[key] = claim
            yield claim


def _means_hosting(policy: Policy, match: Match, wanted: Phrases) -> bool:
    sentence = match.sentence
    if sentence.block.kind == "code" or sentence.text.rstrip().endswith("?"):
        return False
    if sentence.block.kind == "heading" and not scope.is_statement(policy, sentence):
        return False
    if _hypothetical(policy, match) or scope.found(policy, _NO_CLAIM, sentence):
        return False
    if wanted in (_WITH, _WITH_BIG):
        return not _of_deletion(policy, match)
    if _only_moved(policy, match):
        return False
    if wanted in (_THINGS_IN, _STORED_IN):
        low, _ = scope.clause(policy, match)
        return not any(
            low <= other.words[0] <= match.words[0] + 4 and other.words[1] > match.words[0] - 6
            for other in scope.found(policy, _OTHERS, sentence)
        )
    return True


def _of_deletion(policy: Policy, match: Match) -> bool:
    """Whether the words only say what is deleted: "this removes the data stored in …" says how, not where."""
    low, _ = scope.clause(policy, match)
    return any(
        low <= mark.words[0] and 0 <= match.words[0] - mark.words[1] <= 6
        for mark in scope.found(policy, _DELETION, match.sentence)
    )


def _only_moved(policy: Policy, match: Match) -> bool:
    """Whether data only moves there: "transferred to and processed in", or stored in other countries, one of them named."""
    low, high = scope.clause(policy, match)
    moved = [mark for mark in scope.found(policy, _MOVED, match.sentence) if low <= mark.words[0] < match.words[1]]
    if not moved:
        return False
    kept = [mark for mark in scope.found(policy, _KEPT, match.sentence) if low <= mark.words[0] < high]
    named = any(
        match.words[0] <= mark.words[0] < match.words[1] for mark in scope.found(policy, _BESIDES, match.sentence)
    )
    return not kept or (named and scope.modality(policy, match) == "may")


def _hypothetical(policy: Policy, match: Match) -> bool:
    """Whether the words stand inside an if-clause: "we will tell you if the site is hosted on …"."""
    plain = match.sentence.block.text.plain
    start = policy.words.plain(match.words[0])[0]
    for mark in scope.found(policy, _IF, match.sentence):
        if mark.words[0] <= match.words[0]:
            between = plain[policy.words.plain(mark.words[1] - 1)[1] : start]
            if not {*between} & {*",;:("} and match.words[0] - mark.words[1] <= 15:
                return True
    return False


def _claim(policy: Policy, sentence: Sentence, cues: list[Match]) -> Claim | None:
    first, after = min(cue.words[0] for cue in cues), max(cue.words[1] for cue in cues)
    places, providers, after = _where(policy, sentence, cues, after)
    if not places and not providers:
        return None
    match = Match(policy.words.span(first, after), sentence, {}, {}, "", (first, after))
    around = scope.scope_of(policy, sentence)
    value = {
        "places": places,
        "providers": providers,
        "exclusive": bool(scope.found(policy, _ONLY, sentence)) and not scope.found(policy, _MOSTLY, sentence),
        "what": _what(policy, sentence),
        "data": _data(policy, sentence, first),
        "default": bool(scope.found(policy, _MOSTLY, sentence)),
    }
    return Claim("hosting", value, match.span, sentence, scope.denied(policy, match), _modality(policy, match), around)


def _where(policy: Policy, sentence: Sentence, cues: list[Match], after: int) -> tuple[list[str], list[str], int]:
    """Places and providers of the cues with what is joined to them, and the word after the last of them."""
    hits = list(scope.found(policy, scope.PLACE, sentence))
    names = _names(policy, sentence)
    asked = [*cues, *(mark for mark in scope.found(policy, _INCLUDING, sentence) if mark.words[0] > cues[0].words[0])]
    places: list[str] = []
    providers: list[str] = []
    for cue in asked:
        inside = [hit for hit in hits if _within(hit, cue)]
        if inside:
            start = inside[0] if cue in cues and inside[0].words[0] == cue.words[0] else inside[-1]
            chain = scope.chain_of(policy, start, [hit for hit in hits if hit.words[0] > start.words[0]])
            places += [hit.slots["place"] for hit in chain]
            after = max(after, chain[-1].words[1])
    names = [name for name in names if not _is_operator(policy, name)]
    for name in [name for name in names if any(_meets(name, cue) for cue in cues)]:
        chain = scope.chain_of(policy, _first_of(policy, name, names), names)
        providers += [_CANONICAL[other.wording] for other in chain]
        end = chain[-1].words[1]
        beside = [hit for hit in hits if 0 <= hit.words[0] - end <= 3]
        if beside:
            joined = scope.chain_of(policy, beside[0], [hit for hit in hits if hit.words[0] > beside[0].words[0]])
            places += [hit.slots["place"] for hit in joined]
            end = joined[-1].words[1]
        after = max(after, end)
    return list(dict.fromkeys(places)), list(dict.fromkeys(providers)), after


def _names(policy: Policy, sentence: Sentence) -> list[Match]:
    """The providers a sentence names; the big companies only where the sentence speaks of their servers or storage."""
    names = list(scope.found(policy, _PROVIDER, sentence))
    spoken_of = scope.found(policy, _WITH_BIG, sentence)
    big = (name for name in scope.found(policy, _BIG_PROVIDER, sentence) if any(_within(name, cue) for cue in spoken_of))
    known = {word for name in names for word in range(*name.words)}
    return sorted([*names, *(name for name in big if name.words[0] not in known)], key=lambda name: name.words)


def _first_of(policy: Policy, name: Match, names: list[Match]) -> Match:
    """The first of the names joined to this one: the words that matched may have skipped it."""
    for other in names:
        if other.words[0] < name.words[0] and name.words in [one.words for one in scope.chain_of(policy, other, names)]:
            return other
    return name


def _is_operator(policy: Policy, name: Match) -> bool:
    """Whether the provider is the company whose policy this is: named in the title, or as "we" in the first lines."""
    early = (
        other
        for sentence in policy.sentences[:_FIRST_LINES]
        for other in (*scope.found(policy, _PROVIDER, sentence), *scope.found(policy, _BIG_PROVIDER, sentence))
        if _CANONICAL[other.wording] == _CANONICAL[name.wording] and sentence is not name.sentence
    )
    return any(
        (other.sentence.block.kind == "heading" and other.sentence.block.level == 1)
        or scope.found(policy, _OURSELVES, other.sentence)
        for other in early
    )


def _meets(one: Match, other: Match) -> bool:
    return one.words[0] < other.words[1] and other.words[0] < one.words[1]


def _within(inner: Match, outer: Match) -> bool:
    return outer.words[0] <= inner.words[0] and inner.words[1] <= outer.words[1]


def _modality(policy: Policy, match: Match) -> str:
    return scope.modality(policy, match)


def _what(policy: Policy, sentence: Sentence) -> str:
    if scope.found(policy, _BACKUP, sentence):
        return "backup"
    return (
        "support" if not scope.found(policy, _KEPT, sentence) and scope.found(policy, _SUPPORT, sentence) else "primary"
    )


def _data(policy: Policy, sentence: Sentence, first: int) -> str:
    """What is there: the words of a class of data ("subscriber data"), else "data" or "service"."""
    classes = scope.found(policy, _CLASS, sentence)
    if classes:
        words = policy.words.forms[classes[0].words[0] : classes[0].words[1]]
        while len(words) > 1 and words[0] in _LEADING:
            words = words[1:]
        return " ".join(words)
    generic = scope.found(policy, _GENERIC, sentence)
    return "data" if any(mark.wording.startswith("(data") for mark in generic) else "service"
