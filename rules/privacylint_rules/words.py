"""
The word lists of the built-in plugin: what the field calls things, by language.

Phrases name them in braces: `we collect~ ... from {child}`. A list may hold any phrase and may name other lists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from privacylint.api import Phrases

_YEARS = "|".join(str(year) for year in range(1998, 2027))

WORDS: dict[str, dict[str, Sequence[str]]] = {
    "en": {
        "we": ("we", "us", "our", "ours", "ourselves"),
        "not": (
            "not", "never", "no", "nor", "neither", "cannot", "can't", "don't", "doesn't", "won't", "isn't", "aren't",
            "didn't", "wouldn't", "without",
        ),
        "child": (
            "child~", "minor~", "kid~", "(children|minors|persons|people|individuals|users|anyone|someone|those|youth) under",
        ),
        "parent": ("parent~", "guardian~", "parental", "legal representative~"),
        "person": ("person~", "people", "individual~", "user~", "visitor~", "anyone", "nobody", "someone", "those", "customer~", "resident~"),
        "personal-data": (
            "personal (data|information)", "personally (identifiable|identifying) (data|information)", "PII",
            "(data|information) [that is] about (you|them|children)", "user (data|information)", "your (data|information|details)",
        ),
        # what a right is over: the data of the reader, not that of others or some of it
        "own-data": (
            "[any|all] [of] (your|their|my|his|her) [own|personal|account|user|profile] (data|information|details|records)",
            "[any|all|the|of] personal (data|information|records) [(concerning|relating to|about) (you|him|them)]",
            "[any|all|the] [personal] (data|information|details|records) [that] (we|I) (hold|store|have|keep|process) [about (you|them|him)]",
            "(data|information|records) [held|stored|kept] (about|on|concerning) (you|them|him)", "(data|information|details) [that] (you have|you've) (provided|submitted|given|entered|sent|shared)", "(user|customer) data", "(what|everything) we (know|hold|have|store) [about|on] (you|them)",
            "(wrong|incorrect|inaccurate|outdated) [personal] (data|information|details) [about you]",
        ),
        "data": ("data", "information", "details", "record~", "content"),
        # what a plain policy names instead of saying "personal data"
        "kind-of-data": (
            "name~", "address~", "email~", "e mail~", "phone number~", "telephone number~", "location~", "IP", "birthday~", "date of birth",
            "age~", "gender", "photo~", "photograph~", "picture~", "message~", "username~", "nickname~", "password~", "score~", "order~",
            "invoice~", "log~", "usage", "identifier~", "device id~", "user id~", "payment details", "card number~", "contacts", "post~",
            "comment~", "answers", "entries", "voice", "video~", "profile~", "history",
        ),
        "collect": ("collect~", "gather~", "obtain~", "receive~", "record~", "solicit~", "acquire~", "request~", "capture~"),
        "use": ("use~", "process~", "analyse~", "analyze~", "access~", "combine~", "utilise~", "utilize~"),
        "store": ("store~", "save~", "retain~", "keep~", "hold~", "maintain~", "preserve~", "host~"),
        "share": (
            "share~", "disclose~", "provide~", "transfer~", "transmit~", "give~", "release~", "divulge~", "pass~", "distribute~",
            "exchange~", "report~", "send~",
        ),
        "sell": ("sell~", "rent~", "lease~", "trade~", "license~ for money"),
        "delete": ("delete~", "erase~", "remove~", "destroy~", "purge~", "dispose~ of", "anonymise~", "anonymize~"),
        "third-party": ("third (party|parties)", "others", "other (companies|parties|organisations|organizations|people)", "anyone else", "outside (parties|companies)"),
        "service": (
            "service~", "site~", "website~", "web site~", "app~", "application~", "platform~", "product~", "game~", "software", "program~",
        ),
        "privacy-policy": ("[this] privacy (policy|notice|statement)", "this (policy|notice|statement)"),
        "authority": (
            "[data protection] [supervisory] (authority|authorities)", "data protection (commissioner|authority|authorities|board)",
            "information commissioner*", "ICO", "CNIL", "regulator~",
        ),
        # rights named by nouns: two of them side by side tell of rights, whatever else the sentence says
        "rights-noun": (
            "access", "rectification", "correction", "erasure", "deletion", "removal", "restriction", "limitation", "portability",
            "objection", "opposition", "to object",
        ),
        "rights-verb": ("access", "view", "see", "get", "correct", "rectify", "fix", "delete", "erase", "restrict", "export", "port", "object"),
        # who watches over data protection, by office and by name; "regulator~" alone may be that of a trade
        "watchdog": (
            "(supervisory|data protection|privacy|information) (authority|authorities|commissioner*|regulator~|watchdog~|agency|agencies|office|commission|inspector*|ombuds*)",
            "[state|federal|local|national] commissioner* for [the] [data|privacy|freedom]", "regulator~", "ICO", "CNIL", "AEPD", "DPC", "DPA", "BfDI", "BayLDA",
            "LfDI", "FDPIC", "EDÖB", "OAIC", "ANPD", "IMY", "UODO", "garante", "datatilsynet", "autoriteit persoonsgegevens", "datenschutzbehörde", "tietosuojavaltuutet*",
        ),
        # companies whose name alone tells who receives data, and what for
        "processor-name": (
            "google", "firebase", "admob", "facebook", "stripe", "paypal", "cloudflare", "amazon web services", "aws", "mailchimp", "unity", "crashlytics",
            "sentry", "flurry", "mixpanel", "matomo", "plausible", "hetzner", "netlify", "github", "vercel", "azure", "appodeal", "chartboost", "applovin",
            "vungle", "onesignal", "akismet", "gravatar", "heroku", "digitalocean", "ovh", "ovhcloud", "linode", "scaleway", "supabase", "fly io", "mailgun",
            "postmark", "sendgrid", "brevo", "mailjet", "buttondown", "substack", "convertkit", "klaviyo", "zendesk", "intercom", "hubspot", "salesforce",
            "shopify", "klarna", "mollie", "adyen", "paddle", "gumroad", "revenuecat", "lemon squeezy", "bugsnag", "datadog", "posthog", "amplitude", "hotjar",
            "appsflyer", "twilio", "auth0", "okta", "hcaptcha", "recaptcha", "dhl", "fedex",
        ),
        # the negations of a verb that a plain text uses as well
        "do-not": (
            "not", "don't", "doesn't", "won't", "didn't", "isn't", "aren't", "can't", "cannot", "wouldn't", "haven't", "hasn't", "never",
        ),
        # what makes a sentence, the head of a list or a heading speak of what people may ask for
        "rights-context": (
            "right~", "entitled to", "(you|users|individuals|customers|data subjects|they) [also] (can|may|could|might) [also|always|at any time]",
            "(ask|request~|require|contact|write|email|mail|let|tell|drop) ...4 (us|company|controller|developer|team|we|me)",
            "(you|your|user~|individuals|may|can|could|a|such|these|any|subject|verifiable|submit|make|deletion|access|your own) request~", "you (wish|want|would like|like) to", "(you'd|you're) (like|rather|entitled|able|free|welcome)", "^ (can|may|could|how do|how can|how could|how may|what can) i", "data subject~",
            "your (choices|options|controls)", "what you can (ask|do|request)", "you ...3 able to", "allow~ you to", "(upon|on|at) [your|the|user~|specific] request", "choose to",
        ),
        # a sentence that counts up what people may ask for: where two of them stand, plain words tell the others
        "rights-list": (
            "(you|your|entitled|ask|asking|request|to) ...24!(reserve|our) (correct|corrected|correction|corrections|rectif*|put right|put it right|put them right|put mistakes right|fix|fixed|mend|mended|mistakes|errors) ...14 (delete|deleted|deletion|erase|erased|erasure|remove|removed|removal|wipe|wiped)",
            "(you|your|entitled|ask|asking|request|to) ...24!(reserve|our) (delete|deleted|deletion|erase|erased|erasure|remove|removed|removal|wipe|wiped) ...14 (correct|corrected|correction|corrections|rectif*|put right|put it right|put them right|put mistakes right|fix|fixed|mend|mended|mistakes|errors)",
            "(you|your|entitled|ask|asking|request|to) ...24!(reserve|our) (delete|deleted|deletion|erase|erased|erasure|remove|removed|removal|wipe|wiped) ...14 (object|objection|restrict|restricted|restriction|portability|hold off|pause|freeze|export)",
            "(you|your|entitled|ask|asking|request|to) ...24!(reserve|our) (correct|corrected|correction|corrections|rectif*|put right|put it right|put them right|put mistakes right|fix|fixed|mend|mended|mistakes|errors) ...14 (object|objection|restrict|restricted|restriction|portability|hold off|pause|freeze|export)",
        ),
        # how a text speaks to the people of a place, up to the name of the place: "residents of", "if you live in"
        "people-in": (
            "(resident~|citizen~|consumer~|national~|inhabitant~|domiciliar*) (of|in|from|within) {up-to-a-place}",
            "(people|persons|individual~|user~|visitor~|customer~|player~|member~|patient~|subscriber~|client~|subjects|subject|anyone|everyone|"
            "someone|person|parents|children|minors|readers|shoppers|donors|households) [who|that] [are|is] [currently|ordinarily|physically] "
            "[located|based|residing|resident|living|live|lives|reside|resides|domiciled|accessing us] (in|from|within|inside|across) {up-to-a-place}",
            "you [are|re] [a|an|currently] [legal|permanent|current] (live|reside|located|based|residing|resident|living|domiciled|citizen|consumer) "
            "(in|of|from|within) {up-to-a-place}",
            "(if|when|where|because|since|unless|while) you [are] (in|from|within) {up-to-a-place}",
            "(if|when|where|because|since|unless|while) you (use|access|visit|download) ...4!(we|our|may|your|data|information|can|to) (from|in) {up-to-a-place}",
        ),
        "up-to-a-place": (
            "[the] [state~|province|republic|commonwealth|territory|countries|country|following] [of]",
            "...16!(to|may|can|could|has|have|had|is|are|was|were|will|must|should|shall|we|us|you|your|our|their|with|about|under|by|at|on|for|if|who|that|which|when|"
            "where|please|data|information|server|servers|stored|process|processed|as|also|not|outside|than|except|other)",
        ),
        "far-country": (
            "(USA|U S A|united states|united kingdom|india|china|japan|singapore|israel|australia|new zealand|brazil|canada|mexico|argentina|ukraine|turkey|serbia|russia|"
            "vietnam|philippines|indonesia|malaysia|thailand|south africa|nigeria|kenya|egypt|pakistan|bangladesh|south korea|taiwan|hong kong|california|texas)",
        ),
        # to whom a controller hands data
        "somebody-else": (
            "(provider~|processor~|partner~|vendor~|recipient~|third|parties|supplier~|subcontractor~|importer~|they|who|which|both|servers|companies|tool~|helper~)",
            "(google|meta|facebook|instagram|microsoft|amazon|aws|apple|stripe|paypal|mailchimp|intuit|cloudflare|openai|anthropic|hubspot|salesforce|zoom|slack|github|"
            "twilio|sendgrid|postmark|mailgun|intercom|zendesk|shopify|vercel|netlify|heroku|datadog|sentry|mixpanel|amplitude|segment|dropbox|notion|atlassian|automattic|"
            "twitter|linkedin|youtube|vimeo|tiktok|pinterest|reddit|discord|calendly|typeform|airtable|oracle|adobe|akamai|fastly|mongodb|okta)",
        ),
        # where a controller sits to whom European law applies; <place> would take in every country
        "eea-country": (
            "(austria|belgium|bulgaria|croatia|cyprus|czech republic|czechia|denmark|estonia|finland|france|germany|greece|hungary|ireland|italy|latvia|lithuania|luxembourg|malta|netherlands|poland|portugal|romania|slovakia|slovenia|spain|sweden|iceland|liechtenstein|norway|deutschland|österreich|italia|españa|nederland|sverige|danmark|norge|suomi|polska|éire)",
        ),
        "eea-city": (
            "(berlin|munich|münchen|hamburg|cologne|köln|frankfurt|leipzig|dresden|stuttgart|vienna|wien|graz|paris|lyon|marseille|amsterdam|rotterdam|utrecht|the hague|den haag|dublin|cork|galway|madrid|barcelona|valencia|rome|roma|milan|milano|turin|torino|stockholm|gothenburg|göteborg|malmö|copenhagen|københavn|aarhus|helsinki|tampere|turku|warsaw|warszawa|kraków|wrocław|prague|praha|brno|budapest|lisbon|lisboa|porto|brussels|bruxelles|ghent|antwerp|leuven|tallinn|tartu|riga|vilnius|athens|sofia|bucharest|zagreb|ljubljana|bratislava|oslo|bergen|reykjavik)",
        ),
        "eea-company": (
            "(GmbH|gGmbH|mbH|UG|SAS|SARL|S A R L|SASU|S L U|B V|BV|N V|Oy|Oyj|ApS|OÜ|SIA|UAB|EOOD|OOD|s r o|sp z o o|Kft|d o o|S r l|SRL|SpA|S p A|Lda|e V|Co KG|VZW|ASBL|stichting|DAC)",
        ),
        "eea-authority": (
            "autoriteit persoonsgegevens",
            "gegevensbeschermingsautoriteit",
            "autorité de protection des données",
            "datatilsynet",
            "integritetsskyddsmyndigheten",
            "datainspektionen",
            "tietosuojavaltuu*",
            "data protection ombudsman",
            "personuvernd",
            "(bundesbeauftragt*|landesbeauftragt*) [für|for|of] ...4",
            "landesamt für datenschutz*",
            "(landesdatenschutz*|datenschutzbehörde|datenschutzbeauftragt*|datenschutzstelle)",
            "(federal|state) commissioner for data protection and freedom",
            "agencia española de protección de datos",
            "AEPD",
            "garante (per la protezione|privacy)",
            "(urząd|prezes urzędu|president of the [personal]) ...3 (ochrony danych osobowych|data protection office)",
            "UODO",
            "úřad pro ochranu osobních údajů",
            "úrad na ochranu osobných údajov",
            "comissão nacional de proteção de dados",
            "CNPD",
            "nemzeti adatvédelmi",
            "NAIH",
            "ANSPDCP",
            "andmekaitse inspektsioon",
            "data state inspectorate",
            "hellenic data protection authority",
            "european data protection board",
            "EDPB",
            "CNIL",
            "data protection commission",
        ),
        # what makes a sentence speak of the past, or say itself that something no longer holds
        "overtaken": (
            "invalid*", "no longer", "former", "formerly", "previous", "previously", "replac~", "repeal~", "supersed~", "succeeded",
            "successor", "predecessor", "struck down", "annul*", "schrems", "historic*", "history", "in the past", "discontinu*", "defunct",
            "(has|have|had|was|were) ...2 (shut|closed|retired|withdrawn|abolished|ended|expired|ceased|lapsed|renamed|rebranded|fallen|died)",
            "(until|before|prior to) [the] <date>", f"(until|till|before|prior to|up to) [the] [end|beginning|start|spring|summer|autumn|middle|year] [of] ({_YEARS})", "died", "older (version~|policies|notices|contracts)", "once (known|called)", "known until",
        ),
    }
}


def phrases(**wordings: Sequence[str]) -> Phrases:
    """Wordings by language that may name the lists above: `phrases(en=["we collect~ ... from {child}"])`."""
    return Phrases(lists=_LISTS, **wordings)


_LISTS: Mapping[str, Mapping[str, Sequence[str]]] = WORDS
