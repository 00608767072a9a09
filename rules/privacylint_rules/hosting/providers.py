"""
Whom data or servers are with: hosting companies, and services that keep data for others.

A provider is one whose trade is to host. A keeper (a payment, mail or support service) counts only where data is said
to be stored with it, a company that does much else only where its servers or its storage are spoken of, and a name that
nobody knows only right behind "hosted by".
"""

from __future__ import annotations

from collections.abc import Sequence

from privacylint.api import Match, Phrases, Policy, Sentence

from privacylint_rules import scope
from privacylint_rules.services import SERVICES
from privacylint_rules.words import WORDS

# --- words -----------------------------------------------------------------------------------------------------------

PROVIDERS: dict[str, tuple[str, ...]] = {
    "A2 Hosting": ("a2 hosting",),
    "Airtable": ("airtable",),
    "Aiven": ("aiven",),
    "Akamai": ("akamai [connected cloud]",),
    "Alibaba Cloud": ("alibaba cloud", "aliyun"),
    "All-Inkl": ("all inkl [com]",),
    "Amazon Web Services": ("amazon web service~ [aws]", "aws", "amazon (s3|ec2|rds|aws|cloudfront|cloud|lightsail|lambda|dynamodb|aurora|glacier)"),
    "Apple iCloud": ("[apple|apple's] icloud [cloudkit|drive|account|storage]", "cloudkit"),
    "Appwrite": ("appwrite",),
    "Back4App": ("back4app",),
    "Backblaze": ("backblaze",),
    "Bluehost": ("bluehost",),
    "Box": ("box com",),
    "bunny.net": ("bunny net", "bunnycdn", "bunny cdn"),
    "Carrd": ("carrd",),
    "Clever Cloud": ("clever cloud",),
    "Cloudflare": ("cloudflare [(pages|workers|r2)]",),
    "Cloudinary": ("cloudinary",),
    "Cloudways": ("cloudways",),
    "CockroachDB": ("cockroachdb [cloud]",),
    "Codeberg Pages": ("codeberg [pages]",),
    "Combell": ("combell",),
    "Contabo": ("contabo",),
    "Convex": ("convex cloud",),
    "Deno Deploy": ("deno deploy",),
    "DigitalOcean": ("digitalocean", "digital ocean"),
    "domainFactory": ("domainfactory",),
    "DreamHost": ("dreamhost",),
    "Dropbox": ("dropbox",),
    "Elastic Cloud": ("elastic cloud",),
    "Equinix": ("equinix",),
    "Exoscale": ("exoscale",),
    "Fastly": ("fastly",),
    "Firebase": ("[google] firebase", "[cloud] firestore"),
    "Fly.io": ("fly io", "fly"),
    "Framer": ("framer com",),
    "Gandi": ("gandi",),
    "Ghost(Pro)": ("ghost (pro|org)",),
    "GitHub": ("github [pages]",),
    "GitLab Pages": ("gitlab pages",),
    "Glitch": ("glitch com",),
    "GoDaddy": ("godaddy",),
    "Google Cloud": ("google cloud [(platform|storage|run|functions|sql)]", "gcp", "google compute engine", "google app engine", "bigquery"),
    "Google Workspace": ("google (workspace|drive|docs|sheets|forms)", "g suite"),
    "Heroku": ("heroku",),
    "Hetzner": ("hetzner [online]",),
    "Host Europe": ("host europe",),
    "Hostgator": ("hostgator",),
    "Hostinger": ("hostinger",),
    "Hostpoint": ("hostpoint",),
    "Huawei Cloud": ("huawei cloud",),
    "Hugging Face": ("hugging face [spaces]",),
    "IBM Cloud": ("ibm cloud", "softlayer"),
    "Infomaniak": ("infomaniak",),
    "InMotion": ("inmotion hosting",),
    "IONOS": ("ionos", "1 1 ionos"),
    "Kinsta": ("kinsta",),
    "Koyeb": ("koyeb",),
    "LeaseWeb": ("leaseweb",),
    "Linode": ("linode",),
    "Liquid Web": ("liquid web",),
    "Loopia": ("loopia",),
    "MacStadium": ("macstadium",),
    "Mailchimp": ("mailchimp",),
    "Microsoft 365": ("microsoft 365", "office 365", "onedrive", "one drive", "sharepoint"),
    "Microsoft Azure": ("[microsoft] azure", "windows azure", "azure cosmos db"),
    "Mittwald": ("mittwald",),
    "MongoDB Atlas": ("mongodb [atlas]",),
    "Namecheap": ("namecheap",),
    "Neocities": ("neocities",),
    "Neon": ("neon [(postgres|database|tech)]",),
    "Netcup": ("netcup",),
    "Netlify": ("netlify",),
    "Nhost": ("nhost",),
    "Northflank": ("northflank",),
    "Online.net": ("online net",),
    "Open Telekom Cloud": ("open telekom cloud", "t systems"),
    "Oracle Cloud": ("oracle cloud [infrastructure]",),
    "OVH": ("ovh", "ovhcloud", "ovh cloud"),
    "Pantheon": ("pantheon io",),
    "PlanetScale": ("planetscale",),
    "Platform.sh": ("platform sh",),
    "PythonAnywhere": ("pythonanywhere",),
    "Rackspace": ("rackspace",),
    "Raidboxes": ("raidboxes",),
    "Railway": ("railway app", "railway"),
    "Read the Docs": ("read the docs", "readthedocs"),
    "Render": ("render com", "render"),
    "Replit": ("replit",),
    "Salesforce": ("salesforce",),
    "Scaleway": ("scaleway",),
    "Shopify": ("shopify",),
    "SiteGround": ("siteground",),
    "Snowflake": ("snowflake",),
    "Squarespace": ("squarespace",),
    "Storj": ("storj",),
    "STRATO": ("strato ag", "strato"),
    "Supabase": ("supabase",),
    "Tencent Cloud": ("tencent cloud",),
    "TransIP": ("transip",),
    "Turso": ("turso",),
    "Uberspace": ("uberspace",),
    "UpCloud": ("upcloud",),
    "Upstash": ("upstash",),
    "Vercel": ("vercel",),
    "Vultr": ("vultr",),
    "Wasabi": ("wasabi",),
    "Webflow": ("webflow",),
    "Wix": ("wix [com]",),
    "WordPress.com": ("wordpress com",),
    "WP Engine": ("wp engine", "wpengine"),
    "Xata": ("xata",),
    "Yandex Cloud": ("yandex cloud",),
}
"""Whom data is hosted with: the name we report, and how policies write it."""

COMMON_WORDS = frozenset(["fly", "render", "neon", "railway", "convex", "box", "strato", "gandi", "snowflake", "wasabi", "pantheon"])
"""Names that are words too: they count only with a capital inside a sentence, or behind a colon or a bracket."""

BIG = {name: (name.lower(), f"{name.lower()}'s") for name in ("Amazon", "Apple", "Google", "Microsoft")}
"""Companies that do much else: they host only where their servers or their storage are spoken of."""

_KEEPING_TRADES = ("payments", "e-mail", "customer service")
KEEPERS = {
    " ".join(word for word in name.lower().replace("-", " ").replace(".", " ").split()): name
    for trade in reversed(_KEEPING_TRADES)
    for name in reversed(SERVICES[trade])
}
"""Services that keep data for others where a policy says that they do: how it is written, and the name we report."""

_HOSTS = {wording: name for name, wordings in PROVIDERS.items() for wording in wordings}
_HOSTS |= {f"{wording.split()[0]}'s": name for wording, name in _HOSTS.items() if wording.split(" [")[0].isalpha()}
_BIG_ONES = {wording: name for name, wordings in BIG.items() for wording in wordings}
CANONICAL = _HOSTS | _BIG_ONES | KEEPERS
"""Wording to the name we report."""

_LISTS = {"en": {**WORDS["en"], "host": tuple(_HOSTS), "big-company": tuple(_BIG_ONES), "keeper": tuple(KEEPERS)}}


def phrases(**wordings: Sequence[str]) -> Phrases:
    """Wordings by language that may also name the lists `{host}`, `{big-company}` and `{keeper}`."""
    return Phrases(lists=_LISTS, **wordings)


_PROVIDER = phrases(en=list(_HOSTS))
_BIG_PROVIDER = phrases(en=list(_BIG_ONES))
_KEEPER = phrases(en=list(KEEPERS))

# --- code ------------------------------------------------------------------------------------------------------------

_FIRST_LINES = 8
_OURSELVES = phrases(en=["{host} ...12 (we|us|our)"])
_OPENING_MARKS = frozenset(":([–—-,|*_")


def named(policy: Policy, sentence: Sentence, big: list[Match], keeping: list[Match]) -> list[Match]:
    """The providers a sentence names, in its order.

    The big companies count within the words of `big`, the keepers of data within those of `keeping`: passages that speak
    of their servers, or say that data is stored with them.
    """
    known = [name for name in scope.found(policy, _PROVIDER, sentence) if _is_name(policy, name)]
    taken = {word for name in known for word in range(*name.words)}
    for wanted, cues in ((_BIG_PROVIDER, big), (_KEEPER, keeping)):
        for name in scope.found(policy, wanted, sentence) if cues else ():
            inside = any(cue.words[0] <= name.words[0] and name.words[1] <= cue.words[1] for cue in cues)
            if inside and name.words[0] not in taken and policy.words.raw(name.words[0])[:1].isupper():
                known.append(name)
    return sorted(known, key=lambda name: name.words)


def _is_name(policy: Policy, name: Match) -> bool:
    """Whether a name that is a common word too stands here as a name."""
    first, after = name.words
    if after != first + 1 or policy.words.forms[first].removesuffix("'s") not in COMMON_WORDS:
        return True
    if not policy.words.raw(first)[:1].isupper():
        return False
    start = policy.words.plain(first)[0]
    before = name.sentence.block.text.plain[name.sentence.start : start].rstrip()
    return bool(before) or len(name.sentence.text.split()) <= 3


def is_operator(policy: Policy, name: Match) -> bool:
    """Whether the provider is the company whose policy this is: named in the title, or as "we" in the first lines."""
    early = (
        other
        for sentence in policy.sentences[:_FIRST_LINES]
        for other in (*scope.found(policy, _PROVIDER, sentence), *scope.found(policy, _BIG_PROVIDER, sentence), *scope.found(policy, _KEEPER, sentence))
        if CANONICAL[other.wording] == CANONICAL[name.wording] and sentence is not name.sentence
    )
    return any(
        (other.sentence.block.kind == "heading" and other.sentence.block.level == 1)
        or scope.found(policy, _OURSELVES, other.sentence)
        for other in early
    )


def unknown_hosts(policy: Policy, sentence: Sentence) -> list[tuple[Match, str]]:
    """Names that nobody knows, right behind "hosted by": the words, and the name as it is written.

    Not one that the title or the first lines name too: that is the company whose policy this is.
    """
    hosts = []
    for mark in scope.found(policy, HOSTED_BY_NAME, sentence):
        name = str(mark.slots["name"])
        if name.split()[-1].count(".") == 1:
            name = name.rstrip(".")  # the full stop of "Ltd." may be that of the sentence
        words = name.lower().replace("’", "'").split()
        if not any(word.strip("'s,.") in _NO_HOST for word in words) and not _early(policy, name, sentence):
            hosts.append((mark, name))
    return hosts


HOSTED_BY_NAME = phrases(
    en=[
        "(site|sites|website~|web page~|app|application|service|services|platform|server~|database~|shop|store|blog|forum|infrastructure|pages|domain|portal|wiki|backend)"
        " ...6!(not|if|event~|video~|webinar~|third|content|plugin~|font~) (hosted|hosting) (by|with) [(the|our|a)] [(provider|company|host|hoster)] <name>",
        "(hosted|stored) [(for us|on our behalf)] (by|with|at) [(the|our|a)] [(provider|company|host|hoster|firm|data centre|data center)] <organisation:name>",
        "(our|the) [(web|website|cloud|current|external)] (host|hoster|hosting provider|hosting company|hosting partner|hosting service provider|cloud provider|webhost) (is|is called|,) <name>",
    ]
)
_NO_HOST = frozenset(
    ["third", "party", "parties", "provider", "providers", "service", "services", "server", "servers", "data", "center", "centre", "cloud", "company", "companies", "website", "site", "platform", "internet", "web", "we", "us", "our", "your", "google", "amazon", "microsoft", "apple", "facebook", "youtube", "twitter", "app", "store", "play", "union", "european", "united", "states"]
)


def _early(policy: Policy, name: str, besides: Sentence) -> bool:
    return any(name.split()[0] in sentence.text for sentence in policy.sentences[:_FIRST_LINES] if sentence is not besides)
