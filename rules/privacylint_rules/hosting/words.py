"""The words that put data or servers somewhere, those that bound such a statement, and those that make it none."""

from __future__ import annotations

from privacylint.languages import places

from privacylint_rules.hosting.providers import phrases

_NOT_THERE = (
    "(accordance|compliance|law|laws|outside|connection|order|response|if|you|who|agreement|agreements|requirement~|under|resident~"
    "|regulation~|framework|courts|authorities|citizens|pursuant|office|offices|because|transfer|representative|authority|protection|commissioner|regulator|reliance|received|certified|principles|framework~)"
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
_SERVERS = "(server~|data center~|data centre~|datacenter~|datacentre~|database~|hosting facilities|hosting infrastructure|data infrastructure|infrastructure|cloud storage|primary storage|main storage|data storage|storage facilities|hosting facility|central databases|computer systems|hosting location)"
_THINGS = f"({_SERVERS}|data|information|backup~|records|site|sites|website~|service|services|platform|products|properties|app|application|system~|content|emails|files|cloud)"
_AT = "(located|based|situated|remain|remains|stay|stays|reside|resides|residing|operated|run|housed|physically located|kept|is|are)"

_ONCE = "(in|within|inside|across|throughout|at)"
_LOCATED = "(located|based|situated|standing|housed|hosted|spread|distributed|running|placed)"
_ADJECTIVE = "(" + "|".join(word for words in places("en").ADJECTIVES.values() for word in words) + ")"
_UNLESS = "(unless|except|if|without)"
_IT = "[(it|them|this|that|such data|the data|the information|your data|your information|that data|this data|this information|personal data)]"

STORED_IN = phrases(
    en=[
        f"{_STORED} ...9!{_NOT_IN} {_ONCE} ...6!{_NOT_IN} <place>",
        f"<place> where [(our|the|its)] ...5!{_NOT_THERE} (server~|data center~|data centre~|datacenter~|database~|it|they|data) [are|is|will be|may be|we] ...3 (located|stored|hosted|processed|based|store|host|operate|stand)",
        f"(to|in) [the] <place> ...6!{_NOT_THERE} {_STORED} {_IT} there",
        f"(stored|hosted|processed|kept|held) ...4!{_NOT_IN} (anywhere in the world|around the world|worldwide|globally|around the globe)",
        f"{_STORED} ...4 in <place> based",
        f"{_THINGS} ...4!(of|in|from) (remain|remains|stay|stays) [only|solely|exclusively] (in|within|inside) ...3!{_NOT_THERE} <place>",
        f"{{data}} [(will|does|do|shall)] (never|not) leave~ ...3!{_NOT_THERE} <place>",
        f"(data|information|records|files|everything) [(all|only|always|permanently)] (lives|live|resides|reside|sits|lie|lies) {_ONCE} ...4!{_NOT_THERE} <place>",
        "(stored|hosted|kept|saved|deployed|runs|run|running) ...4!(if|not) in [the] [(aws|azure|google cloud|gcp)] [region] <place>",
    ]
)
"""Data that is stored or processed somewhere."""
NOT_OUTSIDE = phrases(
    en=[
        f"(not|never|no|nor|none) ...8!{_UNLESS} (stored|store|hosted|host|kept|keep|held|hold|saved|save|housed|located) ...4!{_UNLESS} outside [of] [the] <place>",
    ]
)
"""Data that is stored nowhere else."""
IN_ANY_COUNTRY = phrases(
    en=[
        f"(stored|held|hosted|kept|processed|store|process|hold|keep|host) ...6!{_NOT_IN} in [any|all|every|other|those|the|various] [other] (country|countries|location|locations|jurisdictions|places|territories) (where|in which) ...7!(law|laws|you) (operate|operates|operation|operations|facilities|maintain~|located|offices|business)",
        f"{_SERVERS} ...5!{_NOT_THERE} (located|situated|based) in (various|several|multiple|many|different) (countries|locations|parts) (around|of|across|throughout) the (world|globe)",
    ]
)
"""Data that is kept wherever in the world the company is."""
SERVERS_IN = phrases(
    en=[
        f"{_SERVERS} ...6!{_NOT_THERE} (in|within|inside|across|throughout) ...4!{_NOT_THERE} <place>",
        f"<place> [based|hosted|located] {_SERVERS}",
        "<place> is where ...4 (server~|data center~|data centre~|infrastructure|database~)",
        "<place> [hosting] region of {host}",
        f"{_SERVERS} [(are|is|that are)] [{_LOCATED}] (around the world|worldwide|globally|around the globe|all over the world|across the globe|across the world|throughout the world)",
        f"servers ...4!{_NOT_THERE} (run|stand|operate) (around the world|worldwide|globally|around the globe|all over the world)",
        f"{_SERVERS} (can be found|is to be found|are to be found) in ...2 <place>",
    ]
)
"""Servers that stand somewhere."""
LABELLED_IN = phrases(
    en=[
        f"^ [(our|the)] (server~|hosting|data|storage|data center|data centre|data storage|database) (location~|residency|region~|country) [(is|are)] ...3!{_NOT_THERE} <place>",
        f"^ [(our|the)] (location~|place~|country) [where|of] ...2 (data|server~|hosting|storage|processing) [is stored|is kept|are stored|is hosted] [(is|are)] ...3!{_NOT_THERE} <place>",
        "^ [(our|the)] (server~|hosting|data center~|data centre~) [(are|is)] <place>",
    ]
)
"""A label before a place: "server location: …"."""
OF_NATION = phrases(en=[f"{_ADJECTIVE} [(based|hosted|located|cloud)] {_SERVERS}", f"{_ADJECTIVE} (cloud|hosting) (provider|company|server~|infrastructure)"])
"""Servers called after a country."""
THINGS_IN = phrases(
    en=[
        f"{_THINGS} ...4!{_NO_THING} {_AT} [(only|solely|exclusively|entirely|physically|all|primarily|also|currently)] [located|based|hosted] (in|within|inside|from|out of) ...3!{_NOT_THERE} <place>",
        "operate~ from [our servers in] [the] <place>",
    ]
)
"""Services that are operated or remain somewhere."""
_HOST_SUBJECT = "(we|i|they|site|website|app|application|service|services|platform|shop)"
WITH = phrases(
    en=[
        "(hosted|stored|host|hosts|hosting|store|stores|run|runs|running|deployed|backed up|operated|kept|saved|held|maintained|housed|storage|keep|replicated|save|saves|stays|remains|lives|resides|lies)"
        " ...7!(if|you|cookies|policy) (on|by|with|in|inside|at|through|via|using|from|provided by|within|to) ...4!(if|you|privacy|not) {host}",
        "(server~|data center~|data centre~|datacenter~|infrastructure|database~|cloud|hosting) ...2 (of|by|from|at|with|on|operated by|provided by|rented from|managed by|owned by|owned and operated by|belong to|belongs to|belonging to) ...4!(if|you) {host}",
        "{host} ...4!(not|analytics) (hosts|to host|stores|to store|for hosting|for storage|as our host|as our hosting|as hosting|as a hosting|as the hosting|as our database|as a database|provides hosting|provides the hosting|servers|data center~|data centre~|datacenter~|cloud servers|infrastructure|database~|hosting)",
        "(hosting|cloud|storage|infrastructure|server|database) (provider~|partner~|service|services|company|host|vendor~|platform) ...6 {host}",
        f"{_HOST_SUBJECT} (use|uses|rely on|relies on|work with|run on) ...3 {{host}} ...7!(analy*|market*|advert*|monitor~|protect|traffic|attack~) (host|hosting|store|storage|our servers|our infrastructure|databases|database|backups|run our|to run)",
        "(operated|run) using ...2 {host}",
        "(on|at) (a|our) {host} (server|vps|box|machine|instance|cluster)",
        "{host} ...7!(not|you|we|if|analytics) (data storage|cloud storage|file storage|database hosting|website hosting|web hosting|app hosting|image hosting|hosting (of|and)) !(locally)",
        "{host} ...12!(not|if|analytics|we|you) (infrastructure as a service|iaas|platform as a service|hosting provider|web hosting|cloud hosting|server hosting|data hosting|website hosting|cloud infrastructure)",
        "(hosting|hosted|data storage|file storage|cloud storage|database|our host|web host|webhost|hoster|hosting provider|hosted on) [(is|by|on|with|via|from|through)] {host}",
        "(for|our) (hosting|storage|data storage|servers|infrastructure|backups|hosting and storage) ...2 [we] [use|rely on] ...2 {host}",
        "(site|website|page~|blog|app|it|they) ...2!(not) served (by|from) ...2 {host}",
        "(site|website|blog|page|pages|documentation) ...1 on {host}",
        "(backend|back end|database~|server~|api|infrastructure|hosting) (is|are|lives|sits) [(all|now|currently|entirely|both)] (on|at|with) {host}",
        "^ [(our|the)] (db|backend|back end|server|servers|storage|object storage|compute|backups|infrastructure|infra|cloud|web server|web host|hoster|data center|data centre|datacenter|hosted (on|at|with)) {host}",
        "(static ...1|pages|site|website) (come|comes|is delivered|are delivered) (from|by) {host}",
        "(backup~|copies|snapshots|dumps) ...4!(not|if) (to|in|with|on|at) ...4!(not|if|you) {host}",
        "(back up|backs up|replicate|mirror) ...6!(not|if|you) to ...2 {host}",
        "{host} (s3|region|bucket~|instance~|droplet~)",
        "(icloud|cloudkit) ...5 (store~|stored|sync~|database) !(data|setting~|option~|entitlement~)",
        "(sync~|synced|synchronised|synchronized|stored|backed up) ...4!(not|if|without) (through|via|with|using|to|by) [(your|apple's|the)] [private|own|personal] [apple] (icloud|cloudkit)",
    ]
)
"""A hosting company, and words that say that it hosts."""
WITH_BIG = phrases(
    en=[
        "(we|data|information|form|forms|records|documents|files|responses|and) ...5!(if|when|analytics|cookie~|maps|fonts|recaptcha|ads|advertising) {big-company} to (store|host|keep|save) ...4!(cookie~) (data|information|records|documents|files|emails|forms|it|them)",
        "(data|information|form|forms|records|documents|files|responses|membership ...2|it|they) ...3!(transmit*|sent|cookie~) (is|are|completed|stored|kept|held|hosted|saved) ...4!(cookie~|analytics|sent|transmit*) (on|in|at|by|with) {big-company} (servers|server|data center~|data centre~|cloud)",
        "(stored|hosted|kept|held|saved|run|runs|backed up) ...4!(cookie~|analytics|sent|transmit*|if|not) (server~|data center~|data centre~|cloud) (of|from|by|operated by|owned by|run by|owned and operated by|provided by) {big-company} !(analytics|ads|maps)",
    ]
)
"""The same for a company that does much else."""
KEPT_BY = phrases(
    en=[
        "(stored|hosted|held|kept|saved|maintained|archived|lives|resides) ...4!(not|if|you|cookie~|or|device|we|us) (by|with|at|in|on|using|through|within) ...4!(not|if|you|cookie~|device|{we}) {keeper}",
        "(we|i) use ...2 {keeper} ...14!(not|analy*|cookie~) (store|keep|hold|host) ...2 (data|information|records|details|documents|files|them|it)",
        "{keeper} (stores|hosts|holds|keeps|securely stores|also stores) ...3!(cookie~|device)",
    ]
)
"""Data that is kept by a service that does something else besides."""

_KEEPS = "(store|stores|stored|host|hosts|hosted|keep|keeps|kept|hold|held|process|processes|processed|save|saved|maintain|maintained|reside|resides|located|situated|based|run|runs|operated|retained|deployed|done)"
_ALONE = "(only|solely|exclusively|entirely)"
ONLY = phrases(
    en=[
        "(remain|remains|stay|stays|stay within|never leave~|not leave~|in full)",
        f"{_KEEPS} ...2!(not|or) {_ALONE} !(for|by|if|when|where|as|until|to|so|such|those|what)",
        f"{_ALONE} [be] {_KEEPS} ...8!(if|cookie~) (in|within|inside|on|with|by|at)",
        f"{_ALONE} (within|inside)",
        f"{_ALONE} in ...2!(case~|exceptional|rare|some|certain|exception~|connection|accordance|order) <place>",
        f"{_ALONE} ...3!(not|if) {_SERVERS}",
        f"<place> {_ALONE}",
        f"always [be] {_KEEPS}",
        "all [of] [(our|the|your|customer|user|personal|such)] (data|information|servers|infrastructure|processing|customer data)",
        "all [of] [our] ...2 (data|servers|infrastructure)",
        "not [be] (transferred|moved|sent|stored|processed) ...4 outside",
        "(nowhere else|nowhere (but|except|other than)|in no other country|not ...4 anywhere else|not ...6 any other country)",
    ]
)
EVENTS = phrases(en=["(event~|conference~|webinar~|meeting~|meetup~|workshop~|contest~|course~|competition~|party|parties|camp~|trip~|tournament~) ...6!(data|information) (hosted|held|run|host|hosts|hold|holds|kept|based|located)", "(host|hosts|hosting|hold|holds|organise~|organize~) ...3!(data|information) (event~|conference~|webinar~|meetup~|workshop~|contest~|tournament~)"])
"""What is hosted and held, and is no data."""
ANSWER = phrases(en=["^ [(only|mostly|mainly|exclusively|all|always|currently)] [(in|within|inside|at)] [(our|the|a)] ...2!(not|if|you|your|law|laws) <place>"])
"""What a short line under "Where is my data stored?" says."""
BACKUP = phrases(en=["(backup~|back up|backed up|backups|disaster recovery|replica~|off site)"])
SUPPORT = phrases(
    en=[
        "(support|remote|maintenance) access",
        "(accessed|accessible) ...5 (from|by)",
        "support ...3 (from|team~|staff) ...6 <place>",
    ]
)
OTHERS = phrases(
    en=[
        "(employee~|contractor~|provider~|processor~|subprocessor~|affiliate~|partner~|vendor~|recipient~|staff|team|subsidiaries|companies|entities|parties|organisation~|organization~|offices|personnel) ...6!(server~|hosted|stored) (located|based|situated|are|operate)"
    ]
)
NO_CLAIM = phrases(
    en=[
        "(server side | client side)",
        "(certified|certifies|adhere~|complies|comply|self certified) ...20 (principles|framework|shield)",
        "(notice|policy|section|statement|addendum) ...3 (applies|covers|governs|provides general|only applies|does not apply)",
        "(development|collaboration) platform",
        "(governed|regulated|covered|protected) by ...3 (GDPR|law~|regulation~|act|directive|legislation|statute~)",
        "(law~|regulation~) of the (country|countries|jurisdiction)",
        "(law~|legislation|legislative|statute~|rules|framework~|act) ...14 (govern~|regulat~|establish~|set~ out|apply|applies|protect~|for|on|about|concerning) ...8 (collection|gathering|processing|use|storage|handling) ...12 (in|within|inside|across|throughout) [the] ...2 <place>",
        "(website~|sites|services) ...6 not ...2 (owned|operated|controlled)",
    ]
)
DELETION = phrases(en=["{delete}", "(deletion | removal | erasure) of", "allow~ [a|the]"])
MOVED = phrases(en=["(transfer~|transmit~|sent|send|moved) ...4 (to|and|or|outside)"])
KEPT = phrases(
    en=[
        "(store~|stored|hosted|host~|kept|maintained|held|server~|data center~|data centre~|retained|housed|storage|reside~|remain~|stay~)"
    ]
)
LEADING = frozenset(["your", "our", "the", "all", "any", "such", "this", "that", "of", "most"])
BESIDES = phrases(en=["(including|such as|like|other than)"])
IF = phrases(en=["(if|whether|unless|when you|where you|should)"])
MOSTLY = phrases(
    en=["by default", "(primarily|mainly|mostly|generally|principally|predominantly|usually|normally|typically)"]
)
CLASS = phrases(
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
GENERIC = phrases(
    en=[
        "(data|information|details|records|content)",
        "(site|sites|website~|service|services|platform|products|properties|app|application|server~|infrastructure|data center~|data centre~|database~|facilities|systems)",
    ]
)
INCLUDING = phrases(en=["(including|such as|like|namely|e g|in particular) ...6!(outside|law|from) <place>"])


HOSTING_LABEL = phrases(
    en=[
        "^ [(our|web|website|cloud|data|the|server|external)] [(and)] hosting [(provider~|service~|partner~|company|and ...4)] [(we use|of this website|of our website)] $",
        "(data storage|storage|hosting|cloud hosting|infrastructure|database|server|cloud infrastructure|cloud storage|data hosting|web hosting) [(service|services)] (provider~|partner~|compan*|vendor~)",
        "^ [(our|the|data|cloud|file)] (storage|data storage|hosting|cloud infrastructure|server infrastructure|database|databases|servers|backups) [(and) ...3] $",
    ]
)
"""A heading or the introduction of a list under which a bare name is one of a host."""
HOSTING_CELL = phrases(
    en=[
        "(hosting|hosts|host|data storage|cloud storage|file storage|object storage|storage of|storage|database~|servers|cloud infrastructure|server infrastructure|infrastructure|backup~|data center|data centre) !(cookie~)",
    ]
)
"""What a cell says a provider in the same row is for."""
NO_HOSTING_CELL = phrases(en=["(local storage|session storage|cookie~|video hosting|event hosting|not)"])
BROWSER_CELL = phrases(en=["(local storage|session storage|cookie|cookies|persistent|session cookie)"])
"""What a cell says of an entry that a browser stores."""
LOCATION_HEAD = phrases(en=["(location~|country|countries|region~|place~|where|hosted in|data residency|jurisdiction)"])
STORED_HEAD = phrases(
    en=[
        "(where|location|place|country|region) ...3 (stored|kept|hosted|hosting|storage|data|server~|keep|store|host)",
        "(storage|hosting|server|data|data center|data centre|processing) (location~|country|region~|place)",
        "(stored|kept|hosted|processed) (in|where|at)",
        "(stored|kept|hosted) $",
    ]
)
"""Heads of columns of places."""
