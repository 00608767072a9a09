"""
What policies speak of, in three small hand-made hierarchies: data, recipients, purposes.

Each term has an id, the term of the W3C Data Privacy Vocabulary it stands for where there is one (`dpv`; the prefix pd:
is its extension for personal data), the terms right above it (`broader`), and the words for it by language. The
hierarchies are directed: an e-mail address is contact data, and contact data need not be an e-mail address. They have
no root, since "data" proves nothing about a phone number. The people a statement is about are read by scope.py.
"""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from privacylint.api import Phrases, Policy
from privacylint.phrases import tokens

from privacylint_rules.services import COMMON_WORDS, SERVICES
from privacylint_rules.words import phrases


class Term(NamedTuple):
    """One thing a policy can speak of: `broader` are ids of the same hierarchy, `shown` is how a message calls it."""

    shown: str
    broader: tuple[str, ...]
    dpv: str | None
    en: Sequence[str]


class Mention(NamedTuple):
    """A term where it stands: the numbers of its first word and of the word after its last."""

    id: str
    first: int
    after: int


_INFO = "(data|information|details|info)"

DATA: Mapping[str, Term] = {
    # words for all of it
    "personal-data": Term("personal data", (), "dpv:PersonalData", (
        f"[any|your|user|customer|all|of|the|their|such] personal [and|or|business|sensitive|account|user|customer|identification|customer's] {_INFO}", f"personally (identifiable|identifying) {_INFO}",
        f"(personal|personally|individually) (identifiable|identifying) {_INFO}", "(pii|personal particulars)", f"(your|my) [own|private|individual|confidential|entire] {_INFO}", f"(users|customers|members|visitors|clients|subscribers|donors|consumers|players|patients|guests|readers|people's|user's|customer's) [own|personal|private] {_INFO}", f"{_INFO} [that is] (about|on|concerning|relating to|from|of) you",
        f"(user|customer|member|subscriber|visitor|client|player|donor|supporter|user's|private|individual) {_INFO}", f"{_INFO} [that] you (provide|give|submit|enter|supply|share|send)",
        f"{_INFO} [that] [(can|could|may|might)] [(be used to)|used to] (identify|identifies|identifying) (you|an individual|individuals|a person)", f"{_INFO} we (collect|hold|have|gather|receive|obtain) [about|from] [you]", f"{_INFO} (collected|received) (about|from) you",
        "(nothing|anything|everything|what|whatever|all) [that|which] you (tell|give|send|enter|submit|provide|share with|entrust to) [to] (us|me|the app|our app)", "(nothing|anything|everything|what|whatever|all|things) [that] [we|you] [know|learn|knew|learned] about (you|me|our users|our customers)", "what we know (about|of) (you|me)",
        f"{_INFO} of a (personal|private) (nature|kind)", f"{_INFO} (from|by) which (you|individuals|a person|anyone|visitors|users) (can|could|may|might) be (identified|recognised|recognized)",
    )),
    "data": Term("data", (), "dpv:Data", (f"(any|no|all|none of the|none of this|any of the|any of this) {_INFO}", _INFO)),
    "anonymous-data": Term("data that names nobody", (), "dpv:AnonymisedData", (
        f"(aggregate|aggregated|aggregates|anonymous|anonymised|anonymized|anonymously|de identified|deidentified|pseudonymised|pseudonymized|non personal|nonpersonal|non personally identifiable|non personally identifying|non identifying|non identifiable|statistical|statistic) ...4!(but|however|with|personal|to|not) ({_INFO}|statistic~|form|basis|report~|insights|metrics|demographics|user~)",
        "(not|never|cannot|can't|doesn't|don't|longer) [be] [used to] [by itself|themselves|itself|reasonably|directly] [personally] (identify|identifies|identifiable|identifying) [(you|any|an|individual|personally)]",
        "(in|on) [an] (aggregate|aggregated|anonymous|anonymised|anonymized) (form|basis|format)", "(aggregated|anonymised|anonymized|anonymous|aggregate|statistics|hashed)",
    )),
    # single things
    "contact-data": Term("contact data", (), "pd:Contact", (f"contact {_INFO}", f"{_INFO} to contact you")),
    "email-address": Term("e-mail address", ("contact-data",), "pd:EmailAddress", ("(e mail|email) (address|addresses|id)", "(your|name|name and|names and|or|and|phone|subscriber) (emails|email|e mail) !(address|addresses|communications|messages|newsletter|us|newsletters|campaigns|marketing)")),
    "phone-number": Term("phone number", ("contact-data",), "pd:TelephoneNumber", ("[mobile|cell|tele] (phone|telephone|mobile|fax|cellular) [phone] (number|numbers)", "msisdn")),
    "postal-address": Term("postal address", ("contact-data",), "pd:PhysicalAddress", ("(postal|mailing|home|street|billing|shipping|delivery|geographical|physical|residential) address~",)),
    "name": Term("name", (), "pd:Name", ("(first|last|full|your|real|legal|customer|given) (name|names) !of", "(name|names) (and|or) !(password|surname)")),
    "user-name": Term("user name", (), "pd:Username", ("(username~|user name~|nickname~|screen name~|display name~|user id~)",)),
    "password": Term("password", (), "pd:Password", ("(password~|passphrase~|login credentials)",)),
    "ip-address": Term("IP address", ("online-identifier",), "pd:IPAddress", ("(ip|internet protocol|ip network) [protocol] [ip] (address|addresses|number|numbers)", "(ips|ip)")),
    "device-id": Term("device identifier", ("online-identifier",), "pd:DeviceBased", ("(device|advertising|hardware|mobile|ad) (id|ids|identifier|identifiers)", "(idfa|gaid|imei|udid|uuid|mac address|mac addresses)", "unique ...2 (identifier|identifiers|id|ids)")),
    "cookie-id": Term("cookie identifier", ("online-identifier",), "pd:DigitalFingerprint", ("cookie (id|ids|identifier|identifiers|data|information)", f"{_INFO} (from|collected by|collected through|collected via|in) [the|our|these] cookies")),
    "online-identifier": Term("online identifiers", (), "pd:UID", ("(online|digital) (identifier|identifiers)", "identifiers", "(persistent|unique|your|following) (identifiers|identifier)")),
    "location": Term("location", (), "pd:Location", ("(where you are|where i am) [located|right now|at the moment]", "your [current] (whereabouts|position)", "[current|approximate|general|device] (location|geolocation|geo location|gps|whereabouts) [data|information] !(of|services)", "(location|geolocation|position|whereabouts) of [your|the|the user's|a user's] [mobile] (device|phone|handset|smartphone)")),
    "precise-location": Term("precise location", ("location",), "pd:GPSCoordinate", ("(precise|exact|specific|real time|fine) [geo] (location|geolocation|locations)", "gps (coordinates|location|data|position|position data)", "(coordinates|position) ...3 (gps|phone|device)")),
    "usage-data": Term("usage data", (), "pd:ServiceConsumptionBehavior", (f"(usage|activity|interaction|analytics|behavioral|behavioural|telemetry|traffic|clickstream|interactions) {_INFO}", "(what|which [(pages|screens|articles|videos|features)]) (you|users|visitors) [(do|click|tap|press|look at|watch|read|view|visit|open)] [on|in|with] [within|inside] (our|the|this) (app|site|website|service|game|platform|software|pages)", "(telemetry|usage statistics|page views|pages you (visit|view)|(browsing|user|your) (behavior|behaviour|activity|activities))", f"{_INFO} (about|on|regarding) ...3 (use|usage|interactions|visit|activity|activities) [of]")),
    "browsing-history": Term("browsing history", ("usage-data",), "pd:BrowserHistory", ("(browsing|browser|web) (history|histories|activity|activities|habits|data)", "(websites|sites|pages|urls) you (visit|have visited|browse)")),
    "search-queries": Term("search queries", ("usage-data",), "pd:BrowsingBehavior", ("search (queries|query|terms|history|term|keywords)",)),
    "log-data": Term("log data", (), "pd:ServiceConsumptionBehavior", (f"(log|logs|server log|log file) ({_INFO}|files|file|entries)", "[server|access|web|activity] logs")),
    "device-data": Term("device data", (), "pd:DeviceBased", (f"(device|browser|technical|computer|hardware) {_INFO}", f"{_INFO} (about|on|concerning|of|from) (your|the user's|a user's|user's|their|the) [mobile] (device|devices|browser|computer|phone|hardware)", "(operating system|browser type|device type|device model|user agent)")),
    "crash-data": Term("crash reports", (), None, (f"(crash|diagnostic|diagnostics|error) ({_INFO}|reports|logs|report)", "diagnostics")),
    "payment-data": Term("payment data", (), "pd:PaymentCard", (f"(payment|credit card|debit card|card|billing|financial|bank|banking|bank account) [account|card|method|transaction] ({_INFO}|number|numbers)", "(credit|debit|payment) (card|cards)")),
    "purchase-data": Term("orders and purchases", (), "pd:PurchasesAndSpendingHabit", (f"(order|purchase|transaction|transactional|commercial) ({_INFO}|history|histories)", "(purchase|order|shopping) (history|histories)")),
    "health-data": Term("health data", ("sensitive-data",), "pd:MedicalHealth", (f"(health|medical|fitness|wellness|period|cycle|symptom) [tracking|related] ({_INFO}|records|history)", f"{_INFO} (about|on|concerning|regarding|relating to) (your|the user's|their) health", "(your|user's) (pulse|heart rate|blood pressure|weight)")),
    "biometric-data": Term("biometric data", ("sensitive-data",), "pd:Biometric", (f"biometric* [{_INFO}|identifiers]", "(face|facial) (data|recognition|geometry)", "(fingerprint~|voiceprint~)")),
    "sensitive-data": Term("sensitive data", (), "dpv:SensitivePersonalData", (f"sensitive [personal] {_INFO}", f"special categor* [of] [personal] [{_INFO}]")),
    "content": Term("user content", (), "pd:Communication", ("(visitor|your|user|blog) comments","(your|user|customer|private) (content|contents|files|documents|messages|message|photos|photo|images|videos|pictures|recordings|conversations|chats|posts|notes|library|tasks|entries|journal|text|contacts|contact list|address book)", "(message|messages|chat|voice|audio|file) (content|contents|data|recordings)", "(chat|private|direct|text) (messages|message)", "(your|user) [own] (voice|contacts list|calendar)", "contacts (from|on|in|stored) ...2 (phone|device|address book)", "user generated content", "(photos|pictures|videos) [you]")),
    "profile-data": Term("profile data", (), "pd:Profile", (f"(profile|account|registration|login|demographic) {_INFO}", "(your|user) [own] profile", "(user|customer|visitor|member|consumer|reader|listener|player|personal) profiles", "profiles of [our|the|all] (users|customers|visitors|members|readers|consumers)",)),
    "birth-date": Term("date of birth", (), "pd:BirthDate", ("(date of birth|birth date|birthdate|birthday|dates of birth|your age)",)),
    "official-id": Term("government identifiers", (), "pd:OfficialID", ("(social security number~|passport number~|driver's license~|national id~|government id~|government issued ...3)",)),
    "children-data": Term("data of children", (), "dpv:PersonalData", (f"(child|children|children's|student|minor|student's|child's) [personal] {_INFO}", f"[personal] {_INFO} (of|about|from|on) [a|any|the] (children|child|minors|students|kids|minor)")),
    "subscriber-list": Term("mailing lists", ("contact-data",), "pd:EmailAddress", ("(mailing|subscription|subscriber|email|e mail|customer|contact|donor|user|member|membership|address) (list|lists|database|databases)", "(list|lists|database) of [our|the|all] (users|customers|members|subscribers|donors|readers)", "(customer|user|member|client) (records|files)",)),
}  # fmt: skip
"""What is collected, used, stored, shared or sold."""

ALL_DATA = frozenset({"personal-data", "data"})
"""Words for everything a policy is about."""

PERSONAL = frozenset(
    "personal-data email-address ip-address name phone-number postal-address device-id location precise-location payment-data birth-date official-id contact-data user-name".split()
)
"""Data that is personal by itself."""

RECIPIENTS: Mapping[str, Term] = {
    "us": Term("us", (), "dpv:DataController", ("(us|ourselves|me|our (team|staff|servers|server|employees))",)),
    "user": Term("the user", (), "dpv:DataSubject", ("(you|yourself|data subject|data subjects|the user)",)),
    "other-users": Term("other users", (), None, ("(other|fellow) (user|users|members|players|visitors|customers|subscribers|people on|clients)", "(friends|followers|your contacts|your team|team members|your organization|your organisation)", "server (administrators|admins|owners|moderators)")),
    "public": Term("the public", (), None, ("(general public|the public|publicly|search engines|public)",)),
    "anyone": Term("anyone", (), None, ("(anyone|anybody|no one|nobody|noone|no party|whomever|any (person|entity|company|one|individual|body|companies|organization|organisation|other (person|party|company|entity|organization|organisation|third party|individual|parties|companies|third parties)|entities or individuals)|any (party|parties)) [else]", "(others|other (people|parties|party|entities|persons)|other (company|organisation|organization|business|individual|person|individuals)|external (parties|entities|party|organisation|organization|company)|outside (parties|party|company|organization|organisation|entities|entity|business))")),
    "third-party": Term("third parties", (), "dpv:ThirdParty", ("[any|other|unaffiliated|non affiliated|outside|external|all|certain|selected|independent|unrelated|various|trusted] [other] third (party|parties|party's|person|persons) [(companies|company|entities|organisations|organizations|businesses|entity|individuals)]", "[unaffiliated|non affiliated|outside] thirds")),
    "other-company": Term("other companies", ("third-party",), None, (
        "(insurance|credit|finance|telecommunications|pharmaceutical|research|market research|polling|direct marketing|telemarketing|media|recruitment|travel) (company|companies|agency|agencies|bureau|bureaus|firm|firms|institute|institutes|institutions|organisation|organisations|organization|organizations)",
        "(credit reference agencies|credit bureaus|credit agencies|universities|researchers|retailers|landlords|recruiters|headhunters|telemarketers|direct marketers|employers|debt collectors|casinos|political parties|manufacturers|banks|insurance brokers)",
        "(a|an|another|some|several|various|certain|two|three|many|selected|chosen|numerous) ...2!(shipping|hosting|delivery|payment|service|parent|group|affiliated|our|holding|cloud|it|security|logistics|transport|courier|processing|software|card|law|audit|of|and|or|the|third|limited|non|sister|subsidiary|credit) (company|companies|agency|agencies|firm|firms|brands|banks|publisher|publishers) !(that|which|who|to|we|whose|in|of|account|cards|details)",
        "(other|outside|external|unaffiliated|unrelated|partner|another|different) (companies|company|organisations|organizations|organisation|organization|businesses|business|firms|firm|enterprises|enterprise|developers|publishers|merchants|retailers|charities|shops|institutions|charity)", "(companies|businesses|firms|organisations|organizations|merchants|brands|enterprises) (that|who|which) [(may|would|might|could)] [(also|then)] (want|wish|like|place|advertise|buy|market|offer|pay|are interested)", "(lenders|insurers|buyers of (data|information)|list buyers|market researchers|employers)", "(companies|businesses|firms|organisations|organizations|brands|merchants) whose ...2 (product~|service~|offers|goods|offerings)",
    )),
    "advertiser": Term("advertisers", ("third-party",), "dpv:ThirdParty", ("(advertiser|advertisers|advertising (networks|network|partner|partners|companies|company|platforms|providers|agencies|services|technology ...1)|ad (networks|network|partner|partners|servers|exchanges|platforms|tech ...1|agencies|providers)|marketing (partners|partner|companies|agencies|platforms)|marketers|sponsors|sponsor|media partners|publishers)",)),
    "data-broker": Term("data brokers", ("third-party",), None, ("data (broker|brokers|resellers|aggregators|vendors|co ops|cooperative ...1)", "list (brokers|rental ...2)")),
    "analytics-provider": Term("analytics providers", ("third-party",), None, ("(analytics|measurement|tracking|data analytics) (provider|providers|partner|partners|companies|company|services|service|tools|vendors|networks|platform|platforms|firms)",)),
    "social-network": Term("social networks", ("third-party",), None, ("social (network|networks|networking sites|networking services|media) [(sites|companies|platforms|services|partners|providers|sites)]",)),
    "partner": Term("partners", ("third-party",), None, ("(business|commercial|strategic|trusted|selected|content|research|promotional|distribution|co branding|joint marketing|channel|event|other|industry|integration|retail|referral|affiliate|carefully selected|its|our) [business|commercial|strategic|trusted|selected|third party] (partner|partners|co branders|sellers|merchants|retailers|exhibitors)", "(partners|merchants|retailers|copresenters|exhibitors)")),
    "affiliate": Term("affiliates", (), None, ("(affiliate|affiliates|subsidiary|subsidiaries|parent company|parent companies|sister companies|affiliated (companies|entities|businesses)|group companies|group entities|(corporate|our|company) (family|group)|group of companies|related (companies|entities)|members of (our|the) ...2 group|joint ventures|companies under common ...2|[other] (companies|entities|members) (in|of|within) (our|the) [corporate|company] (group|family))", "(company|companies|entities|entity|businesses) ...4 common (control|ownership)")),
    "processor": Term("service providers", (), "dpv:DataProcessor", (
        "[third party|trusted|our|other|external|outside|authorised|authorized|contracted|selected] [it|cloud|technology|business] (service provider|service providers|providers|vendor|vendors|contractor|contractors|subcontractor|subcontractors|supplier|suppliers|sub processor|sub processors|subprocessor|subprocessors|processor|processors|data processor|data processors|agents|service companies|contracted companies|service partners|consultants|hosting (companies|company|partners)|third party services)",
        "(companies|third parties|organisations|organizations|others|individuals|parties|businesses|people) (who|that|which|we use|to|we (hire|employ|engage|contract)) ...6!(advertise|market) (on our behalf|for us|services to us|help us|assist us|assist|perform|provide ...2 services|support|service|services)",
        "[automated|an] spam (detection|protection|prevention|filter~|filtering) [service~]",
        "[our|the] [email|mail|cloud|web|hosting|delivery|shipping|support|newsletter|it|data|website|infrastructure|shipping|logistics] (provider|providers|carriers|courier|couriers|shippers|host|hosts|hosting service|fulfillment ...1|delivery (companies|services))",
    )),
    "payment-processor": Term("payment processors", ("processor",), "dpv:DataProcessor", ("[reputable|third party|our] (payment|card|credit card|billing|financial) [card|transaction] [service] (processor|processors|provider|providers|gateway|gateways|platform|platforms|processing (company|companies|provider|providers|service|services)|services|service)",)),
    "authority": Term("authorities", (), "dpv:Authority", ("(law enforcement|court|courts|authority|authorities|government|governmental|regulator|regulators|police|public bodies|law enforcement agencies|officials|tribunal|tax office|regulatory ...2|judicial ...2)",)),
    "adviser": Term("professional advisers", (), None, ("(professional advisers|professional advisors|lawyers|attorneys|auditors|accountants|legal counsel|advisors|advisers|bankers|insurers|legal advisors|counsel|professional (consultants|advisors))",)),
    "buyer": Term("a buyer of the business", (), None, ("(acquirer|acquirers|buyer|purchaser|purchasers|successor|successors|acquiring (company|entity|organization)|new owner|new owners|prospective ...2 (buyers|purchasers|acquirers)|investors|surviving entity|third party (buyer|acquirer|purchaser))",)),
    "customer": Term("the customer", (), None, ("(employer|your company|your school|school|schools|teacher|teachers|institution|parent|parents)",)),
}  # fmt: skip
"""Who receives data. "Providers" and the like work for the company, the terms under third-party do not."""

OUTSIDERS = frozenset({"third-party", "other-company", "advertiser", "data-broker", "analytics-provider", "social-network", "partner", "anyone", "public"})
"""Recipients for their own ends, or nobody knows whose."""
PROCESSORS = frozenset({"processor", "payment-processor"})
"""Recipients who work for the company."""
EVERYBODY = frozenset({"anyone", "third-party", "other-company"})
"""Words that leave nobody outside the company out."""

PURPOSES: Mapping[str, Term] = {
    "marketing": Term("marketing", (), "dpv:Marketing", ("(marketing|promotional|promotion|promotions|promote|remarketing) !(emails|material|list)", "special offers", "(promotional|marketing) (emails|material|materials|communications|messages|offers|purposes|newsletters)", "market (their|its|other|own|products|services|to you)", "(offers|discounts) [that] ...3")),
    "newsletter": Term("the newsletter", ("communication",), "dpv:Marketing", ("[email|e mail|our|the] (newsletter|newsletters|mailing list) !(subscription|provider)",)),
    "advertising": Term("advertising", ("marketing",), "dpv:Advertising", ("(advertise|advertising|advertisement|advertisements|ads|ad (serving|delivery|targeting)|monetization|monetisation)",)),
    "targeted-advertising": Term("targeted advertising", ("advertising",), "dpv:TargetedAdvertising", ("(targeted|personalised|personalized|interest based|tailored|behavioral|behavioural|cross context|cross contextual|customized|relevant|targeting|retargeted) [behavioral|behavioural|online] (ads|advertising|advertisements|advertisement|ad|marketing|adverts)", "(retargeting|remarketing|ad targeting|custom audiences|lookalike audiences)", "(ads|advertisements|advertising) ...6 (relevant|tailored|interests|targeted|personalised|personalized|target)", "(target|tailor|personalise|personalize) ...4 (ads|advertising|advertisements)")),
    "payment": Term("payments", (), "dpv:PaymentManagement", ("(process|processing|take|collect|make|complete) [the|your|a|any] (payment|payments|transaction|transactions)", "(payment|billing|invoicing|payments|invoices) !(card|information|details|data|methods)", "(bill|charge|invoice) you")),
    "support": Term("support", (), "dpv:CustomerCare", ("(customer|technical|user|provide|offer) [you] [with] (support|service requests|care|assistance)", "(respond|reply|answer|respond to|responding|answering|replying) [to] [your|any|the|customer's|specific|customer|user] ...2 (inquiries|questions|requests|request|enquiries|comments|queries|messages|inquiry|question|query|emails)", "(help|assist) you", "(reply|respond|write back|get back) to (you|your)", "troubleshoot*", "information request", "contacting you (about|regarding) your (question|request|inquiry)")),
    "service": Term("providing the service", (), "dpv:ServiceProvision", ("(provide|providing|deliver|delivering|operate|operating|provision|maintain|run|running|offer|supply) [and maintain] [of|you] [with] [our|the|these|your|this] [requested|core|its] (service|services|website|site|app|application|platform|products|product|functionality|features|bot)", "(fulfil|fulfill|fulfilling|complete) [your] (order|orders|requests|request)", "(functionality|functioning|operation) of")),
    "account": Term("accounts", ("service",), "dpv:AccountManagement", ("(create|manage|maintain|set up|register|administer|open) [and manage] [your|an|the|user] account~", "account (application|creation|management|registration|administration) [process]", "(authenticate|identify|log in|login|authentication|authorize) [you|users|the user]", "(sign in|log in|logging in|signing in)", "(verify|verification of|verifying) [your|the|an|user] (account|accounts|identity)", "(account|identity) verification", "(log|sign) (you|users) in")),
    "improvement": Term("improving the service", (), "dpv:ImproveExistingProductsAndServices", ("(improve|improving|enhance|enhancing|develop|developing|optimise|optimize|improvement|optimizing|improvements|development|optimization) ...5!(marketing|ads|security) (service|services|website|site|app|application|platform|products|product|experience|features|functionality|performance|offerings|user experience|it|them|bot|game|programs|quality|software)", "(develop|create) new (products|features|services)", "(product|service) (improvement|development)", "training ...3 models")),
    "analytics": Term("analytics", (), "dpv:ServiceUsageAnalytics", ("(analytics|analytical|statistical|statistics|analyse|analyze|analysing|analyzing|measure|measuring|trends|analysis) !(provider|providers|partners|companies)", "usage (trends|patterns|statistics)", "understand how ...3 (use|interact|used)")),
    "research": Term("research", (), "dpv:ResearchAndDevelopment", ("(research|surveys|market research|study)",)),
    "security": Term("security", (), "dpv:EnforceSecurity", ("(security|safety|protect ...4 (service|services|site|platform|system|systems|users|rights)|abuse|fraud|fraudulent|spam|secure|illegal activity|enforce|enforcement|misuse) !(measures|of)",)),
    "legal": Term("legal duties", (), "dpv:LegalCompliance", ("(legal (obligation|obligations|requirements|process|claims|purposes|reasons)|comply with [the|applicable|any] (law|laws|legal)|regulatory|legally required|tax|accounting)",)),
    "personalisation": Term("personalisation", (), "dpv:Personalisation", ("(personalise|personalize|customise|customize|personalisation|personalization|tailor|customization|recommendations|recommend) !(ads|advertising|advertisements)", "remember your (preferences|settings)")),
    "communication": Term("messages to you", (), "dpv:CommunicationManagement", ("(contact|notify|communicate with|email|inform|keep|update|send|contacting|emailing|notifying|informing) (you|users) [about|with|of|a|an|the] !(support)", "(send|sending) you", "(correspondence|communications|notifications)")),
    "shipping": Term("delivery", ("service",), "dpv:DeliveryOfGoods", ("(deliver|ship|shipping|delivery|dispatch) [of|your|the] (order|orders|products|goods|items|product|packages)", "(shipping|delivery) (purposes|address)")),
    "recruiting": Term("recruitment", (), "dpv:PersonnelHiring", ("(recruitment|recruiting|hiring|job application~|employment purposes)",)),
    "display": Term("showing it to you", ("service",), None, ("(display|displaying|show|showing) [it|them|this]",)),
}  # fmt: skip
"""What data is used or shared for."""


@cache
def _phrases(kind: str, id: str) -> Phrases:
    terms = {"data": DATA, "recipients": RECIPIENTS, "purposes": PURPOSES}[kind]
    return phrases(en=list(terms[id].en))


@cache
def _named(group: str) -> Phrases:
    wordings = [" ".join(word[0].lower() for word in tokens(name)) for name in SERVICES[group]]
    return phrases(en=[f"({' | '.join(wordings)})"])


_NAMED_AS = {"analytics": "analytics-provider", "payments": "payment-processor", "advertising": "advertiser"}


def named_services(policy: Policy) -> Iterator[Mention]:
    """Well-known services where they are named, with the kind of recipient each is."""
    for group in SERVICES:
        for match in policy.find(_named(group)):
            first = match.words[0]
            opening = policy.words.range_of(match.sentence)[0] == first
            common = match.words[1] == first + 1 and policy.words.forms[first] in COMMON_WORDS
            if policy.words.raw(first)[:1].isupper() and not (opening and common):
                yield Mention(_NAMED_AS.get(group, "processor"), *match.words)


def mentions(policy: Policy, kind: str) -> list[Mention]:
    """Every mention of a hierarchy in the order of the text; of two that overlap, the longer."""
    terms = {"data": DATA, "recipients": RECIPIENTS, "purposes": PURPOSES}[kind]
    every = [Mention(id, *match.words) for id in terms for match in policy.find(_phrases(kind, id))]
    every.sort(key=lambda one: (one.first, -one.after))
    kept: list[Mention] = []
    for one in every:
        if kept and one.first < kept[-1].after:
            if one.after - one.first > kept[-1].after - kept[-1].first:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def within(terms: Mapping[str, Term], id: str) -> frozenset[str]:
    """A term and all above it."""
    above = frozenset((id,))
    for parent in terms[id].broader:
        above |= within(terms, parent)
    return above
