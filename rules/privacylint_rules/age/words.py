"""The words around an age: how it is related to people, what it is for, and what speaks of them again."""

from __future__ import annotations

from privacylint.api import Phrases

from privacylint_rules.words import phrases

_OF = "[the] [(minimum|legal|required)] [(age|ages)] [of]"
_YEARS = "[(years|year|yrs)] [(old|of age|age|olds)]"
_NUMBER = f"<age> {_YEARS}"

RELATIONS: dict[str, Phrases] = {
    "between": phrases(
        en=[
            f"between {_OF} <age:low> {_YEARS} (and|to|through) [under] [the age of] <age:high> {_YEARS}",
            f"(aged|ages|age) [from] [between] <age:low> {_YEARS} (to|through|and|until) <age:high> {_YEARS}",
            "(aged|ages) <age:low> <age:high>",
            "<age:low> (to|through) <age:high> (years|year) (old|of age|olds)",
            "(from|children|minors|users) <age:low> (to|through) <age:high> [(years|year)] [(old|of age|olds)]",
            "<age:low> <age:high> (years|year) (old|of age|olds)",
        ]
    ),
    "at-or-under": phrases(
        en=[
            f"[(aged|age|ages)] [of] {_NUMBER} (and|or|and or) (under|below|younger|less|lower)",
            f"up to {_OF} {_NUMBER}",
            f"not (over|older than|above) {_OF} {_NUMBER}",
        ]
    ),
    "under": phrases(
        en=[
            f"(under|below|beneath|underneath|younger than|less than|lower than|before) [turning] {_OF} {_NUMBER}",
            f"not [yet] (at least|over|reached|attained|turned|older than|of at least) {_OF} {_NUMBER}",
            f"not yet {_NUMBER}",
            f"(isn't|aren't|not) {_NUMBER} yet",
            f"(haven't|hasn't) [yet] (reached|attained|turned) {_OF} {_NUMBER}",
        ]
    ),
    "at-least": phrases(
        en=[
            f"at least {_OF} {_NUMBER}",
            f"[(aged|age|ages)] [of] {_NUMBER} (or|and|and or) (older|over|above|more|up|upwards|greater|beyond|higher|elder)",
            f"[(aged|age|ages)] {_NUMBER} or of legal age",
            f"minimum [required|legal] age ...6!(not|under) {_NUMBER}",
            f"from {_OF} {_NUMBER}",
            f"(reached|attained|turned|reach|attain|turn|reaching|turning) {_OF} {_NUMBER}",
            f"(not|no) (under|younger than|below|less than) {_OF} {_NUMBER}",
            f"[at] [a] minimum [of] {_NUMBER}",
            f"(must be|only|have to be|has to be|need to be|needs to be) [of] [(age|aged)] {_NUMBER}",
            f"{_NUMBER} is [(the|our)] [(minimum|required|legal)] (age|minimum age|age limit|minimum)",
            f"(have|has) turned {_NUMBER}",
            f"of legal age {_NUMBER}",
            f"(until|till) [you] (you're|they're|you are|they are|you turn|you reach) {_OF} {_NUMBER}",
            f"age of [digital] consent ...8!(not) (is|of|at) {_NUMBER}",
        ]
    ),
    "over": phrases(en=[f"(over|above|older than|more than|exceed~|past) {_OF} {_NUMBER}"]),
    "bare": phrases(
        en=[
            f"(aged|age|ages) [(of|is|was|at|to|limit is|limit of)] [at] {_NUMBER}",
            "<age> (years|year) (old|of age|olds)",
            "<age>",
        ]
    ),
}

PERSONS = frozenset(
    ["child", "children", "minor", "minors", "kid", "kids", "person", "persons", "people", "individual", "individuals", "user", "users", "visitor", "visitors", "anyone", "anybody", "someone", "somebody", "nobody", "everyone", "everybody", "those", "youth", "youths", "teen", "teens", "teenager", "teenagers", "adult", "adults", "consumer", "consumers", "customer", "customers", "member", "members", "player", "players", "student", "students", "resident", "residents", "participant", "participants", "subscriber", "subscribers", "applicant", "applicants", "citizens", "california", "californians", "dependents", "candidates", "one", "ones", "boys", "girls", "subjects", "owner", "owners", "account", "accounts"]
)
BETWEEN_PERSON_AND_AGE = frozenset(
    ["who", "whom", "that", "which", "are", "is", "was", "be", "being", "been", "aged", "age", "ages", "of", "at", "the", "or", "and", "we", "know", "knows", "knew", "known", "to", "have", "actually", "reported", "found", "identified", "discovered", "determined", "confirmed", "suspected", "believe", "believed", "they", "he", "she", "if", "still", "currently", "either", "under", "below", "over", "above", "younger", "older", "than", "a", "an", "any", "reside", "in", "has", "not", "yet", "least", "with", "legal", "he/she", "only"]
)
SAID_OF = frozenset(["be", "am", "are", "is", "were", "was", "being"])
AFTER = frozenset(
    ["s", "years", "year", "old", "of", "or", "and", "to", "in", "is", "are", "may", "must", "will", "can", "cannot", "should", "shall", "we", "with", "without", "who", "for", "as", "from", "at", "by", "on", "please", "you", "unless", "if", "when", "where", "but", "that", "this", "do", "does", "not", "no", "regardless", "through", "via", "register", "use", "access", "however", "however,", "because", "nor", "under", "it", "they", "their", "any", "except", "only", "he", "she", "then", "into", "which", "have", "has", "while", "within", "depending", "whichever", "per", "our", "your", "submit", "provide", "based"]
)  # fmt: skip
GROWN_UP = frozenset(["parent", "parents", "guardian", "guardians", "adult", "adults"])
GROUPS = frozenset(["team", "teams", "group", "groups", "class", "classes", "company", "companies", "organisations", "organizations", "households", "family", "families", "party", "parties"])
RULE_WORDS = frozenset(["strictly", "only", "for", "over", "and", "or", "older", "above", "up", "years", "year", "old", "of", "age", "aged", "ages", "plus", "s", "adults", "a", "an", "site", "website", "app", "game", "platform", "community", "server", "service", "this", "is"])
"""The words of a line that is nothing but a rule: "strictly 18 and over", "this is an 18+ site"."""
AGE_WORDS = frozenset(["age", "aged", "ages", "old", "olds"])

_COLLECT = "(collect~|gather~|obtain~|receive~|solicit~|request~|process~|store~|maintain~|use~|ask~|seek~|acquire~|hold~|keep~|record~|accept~|retain~|handle~|contact~|harvest~|capture~|elicit~|save~)"
_GATHER = "(collect~|gather~|obtain~|receive~|solicit~|request~|process~|store~|maintain~|seek~|acquire~|hold~|keep~|record~|accept~|retain~|handle~|harvest~|capture~|elicit~|save~)"
_KNOWINGLY = "(knowingly|intentionally|purposely|purposefully|deliberately|wittingly|willingly|consciously|actively|wilfully|willfully|specifically)"
_ENTER = (
    "(use~|using|access~|register~|create~|visit~|join~|sign up|sign in|signing up|play~|download~|install~|open~|enter~"
    "|subscribe~|attempt~|participate~|browse~|purchase~|order~|an account|accounts|account|hold~|become~|utilize~|utilise~|view~|interact~|enrol~|enroll~|apply~|log in|buy~|donate~)"
)
CUES: dict[str, Phrases] = {
    "sale-opt-in": phrases(
        en=[
            "(sell~|sale|sales|selling|monetise~|monetize~)",
            "share~ ...12 (advertising|advertisers|advertisement~|behavioral|behavioural|cross context)",
            "(targeted|behavioral|behavioural|cross context|personalized|personalised) [behavioral|behavioural] (advertising|advertisement~|ads)",
            "opt in ...6 (sale|share|sharing)",
            "sale or sharing",
        ]
    ),
    "content-removal": phrases(
        en=[
            "(remov*|erase~|erasure|delete~|deletion|take down) ...14!(aware|learn~|discover~) ...8 (post~|publicly|published|posted|public)",
            "(request|obtain|right) ...8 (removal|remove|deletion|erasure) ...12 (content|posts|posted|publicly)",
            "(have|get) ...3 (posts|postings|content) ...3 (removed|deleted|taken down)",
            "(content|information|posts) ...12 (posted|publicly) ...12 (removed|deleted|removal|remove)",
        ]
    ),
    "no-knowing-collection": phrases(
        en=[
            f"{{not}} ...7 {_KNOWINGLY} ...6 {_COLLECT}",
            f"{{not}} ...2 {_KNOWINGLY} (take~|want~)",
            "{not} ...2 (want|look~ for|ask~ for|wish to have) ...3 {data} (from|of|about)",
            f"{{not}} {_COLLECT} ...5 {_KNOWINGLY}",
            f"{_KNOWINGLY} {{not}} {_COLLECT}",
            f"{{not}} ...3!(should|may|must|children|minors|you|persons) {_GATHER} ...9 {{data}} ...5 (from|of|about|on|regarding|concerning|relating to|belonging to|pertaining to|provided by)",
            f"{{not}} ...3!(should|may|must|children|minors|you|persons) {_GATHER} ...4 (from|about) (children|minors|anyone|persons|individuals|users|people|any|kids|those|a child)",
            f"no ...6!(part|portion) {{data}} ...6 (is|are|was|be|will be) ...3 {_COLLECT}",
            "{not} ...3 (have|has) ...3 (data|information) ...3 (from|of|about)",
            "(avoid~|refrain~) ...3 {collect}",
            "{not} ...3 (intend~|wish~|want~|aim~|seek~|mean~) to ...3 {collect}",
            "{not} ...4 (aware|knowledge) of ...4 {collect}",
        ]
    ),
    "not-directed": phrases(
        en=[
            "({not}|none|nothing) ...7!(knowingly|intentionally|sell|collect) (directed|direct|directs|intended|designed|aimed|aim|targeted|target|targets|targeting|marketed|market|address|addressed|addresses|meant|geared|developed|suitable"
            "|cater~|attract|attracting|structured|appeal~|focused|focus|oriented|tailored|appropriate|promoted|advertised|suited|for use by)",
            "{not} ...3!(knowingly) (intend~|want~|mean~|wish~) ...10 (used|use|accessed|for|access|to use)",
            "{not} ...14 (direct|target|market|aim) ...5 {service} ...3 (to|at|towards)",
            "{not} for [use by] (children|minors|kids|persons|anyone|users|individuals|people|those)",
            f"{{not}} ...2 {_KNOWINGLY} (offer~|provide~|market~|direct~|target~|advertise~|cater~)",
            "{not} (offer~|provide~|offered|provided) ...8 (to|for) (children|minors|persons|anyone|users|individuals|people|those|kids)",
            "(intended|designed|meant|directed|aimed|made|suitable|built|targeted|created) [only|solely|exclusively|primarily|strictly] (for|to|at|towards) [use by] [only] [a] [general] [audience] ...7!(not) <age>",
            "(intended|designed|meant|directed|aimed|made|suitable|created) (for|to) [use by|be used by] (adults|users|people|individuals|those|persons|audiences|a general audience) ...6 <age>",
        ]
    ),
    "minimum-age": phrases(
        en=[
            "(must|have to|has to|need to|needs to|required to|require ...6 to|shall|should) [(not|also|all|each)] [only] be ...5!(registered|supervised|accompanied|permitted|able) <age>",
            "(must|have to|need to|should|shall) [both|also] (have reached|have attained|have turned|be of)",
            f"(may|must|should|shall|can|do|does|are|is|will) not ...4!(knowingly|collect|be|sell|provide|submit|send|give|share|sure) {_ENTER}",
            f"(cannot|can't|don't) ...3 {_ENTER}",
            f"please (do not|don't|refrain from|discontinue|stop|leave|exit|cease) ...3 {_ENTER}",
            "please (leave|exit|discontinue|stop using|cease)",
            "{not} ...2 (allow~|permit~|eligible|authorized|authorised|let|able|entitled|welcome|accept~|tolerate) ...14",
            "{not} ...2 (knowingly|intentionally) ...2 (allow~|permit~|let|register|accept)",
            "{not} ...2 (available|open|offered|accessible) (to|for)",
            "(forbid~|prohibit~|barred|ban~|banned|restrict~|ineligible|unauthorized|unauthorised|disallow~|exclude~)",
            "(available|open|restricted|limited|offered|accessible) [(only|exclusively|solely)] (to|for) ...6 <age>",
            "only (available|open|offered|accessible|allowed|permitted) [to|for] ...8",
            "only ...6 (persons|people|users|individuals|those|anyone|adults|customers|you) ...9 (may|can|are allowed|are permitted|are eligible)",
            "(represent~|warrant~|confirm~|certify~|affirm~|agree~|acknowledge~|declare~|verify~|guarantee~|assure~|state~|attest~) ...6 (you|they|he|she|user|users|that) ...3 (are|is|be|have|at)",
            "^ [(the|our)] [(required|legal)] (minimum age|age limit|age requirement~|minimum legal age|age restriction~) ...9 <age>",
            "!(or|applicable|relevant) (the|our|a|an) [(required|legal)] (minimum age|age limit|age requirement~|minimum legal age|age restriction~) ...4!(in|your) (is|of) ...3 <age>",
            "(permit~|allow~) only ...6",
            "{not} ...3 create ...3 (account|accounts|profile)",
            f"(no (one|person|persons|child|children|minor|minors|user|users|individual|individuals|people)|nobody|none) ...9 (may|can|should|shall|is|are) ...3!(knowingly) ({_ENTER}|allowed|permitted)",
            f"(may|can) ...3!(not|parent|permission|consent) {_ENTER} ...6!(not|parent|permission|consent) (only if|only when|only once|provided that|provided|if|when|once) you ...5!(not|parent) <age>",
            "you [hereby] (are|confirm you are|must be) (at least|over|older than|of)",
            "{service} ...3 (for|requires) (users|people|persons|adults|individuals) ...3 (only|at least|<age>)",
            "{not} ...2 create~ ...8 {child}",
            "eligible to ...3 (use|register|join)",
            "(got to|gotta|ought to|supposed to) be ...5!(registered|supervised|accompanied) <age>",
            "(nobody|no one) ...5 (gets|get|opens|creates|joins)",
            "off limits (to|for)",
            "(possible|allowed|permitted) ...5!(not|under|below|parent~) <age>",
            "wait ...4!(not) (until|till) ...4!(not) <age>",
            "(is|are) [(strictly|only)] (a|an) <age> (site|website|app|game|platform|community|server|service|space)",
            "(stipulate~|condition~|prerequisite|precondition|requirement) ...8!(not|parent) (you|users|user|everyone) (are|be|is) ...3!(not|under|below) <age>",
            "please [only] be ...3!(not) <age>",
            "only ...3!(not|sell|share|collect) <age> [s] (may|can|are allowed|are permitted)",
            "(may|can|must|should|shall) only be (used|accessed|played|joined|opened|downloaded|visited|installed|bought|ordered) by",
            "(is|are) [only|solely|strictly|exclusively] for (adults|people|users|persons|players|anyone|individuals|those|members) ...3!(not|under|below) <age>",
        ]
    ),
    "parental-consent": phrases(
        en=[
            "(parent~|guardian~|parental|parent's|parents) ...8!(contact|encourage) (consent~|permission~|approv*|authoris*|authoriz*|supervis*|involv*|agreement|assist*|agree~|permit~|guidance|oversight|allow~)",
            "(consent~|permission|permissions|approv*|authoris*|authoriz*|supervis*|involv*|agreement|assist*|ask|get|help|guidance|together with|oversight) ...8!(contact) (parent~|guardian~|parents)",
            "(registered|supervised|accompanied|enrolled|created|set up|opened|managed) by [(a|an|the|their|your)] (parent~|guardian~)",
            "parental (consent|permission|approval)",
            "(parent~|guardian~) (must|has to|have to|needs to|need to) ...3 (create|register|open|set up|sign up|agree|approve|confirm|accept)",
            "(with|together with|alongside) (a|an|your|their|one) (parent~|guardian~)",
            "(give~|giving|grant~) [(their|his|your|her|valid)] (own|valid) [valid] consent",
            "(consent~|permission|approval|authorisation|authorization) ...6!(contact) parental responsibility",
            "(require~|need~|with|get|have) ...3 (parent~|guardian~|parental) ...2 (sign off|signature|go ahead|blessing|okay|say so|knowledge)",
            "(parent~|guardian~|parents) ...6!(contact) (provide~|submit~|register~|create~|complete~) ...4 (on|behalf|for)",
            "on (his|her|their|your) behalf",
            "[digital] age of [digital] consent",
        ]
    ),
    "definition": phrases(
        en=[
            "(child|minor) is ...2 (a person|anyone|any|someone|an individual)",
            "(child|children|minor|minors) (means|mean|refers to|refer to|is defined|are defined|is anyone|is any|are persons|are individuals|are defined as|as defined)",
            "(define~|consider~|treat~) ...4 (child|children|minor|minors) ...6 (as|to be|anyone|person~|individual~|those)",
            "by (child|children|minor|minors) we mean",
            "(define~|consider~|treat~|regard~) ...6!(not) <age> ...5!(not) (as|to be) [a] (child|children|minor|minors)",
            "(considered|regarded|deemed) [to be] [a|as] [a] (child|children|minor|minors)",
            "term (child|children|minor|minors)",
        ]
    ),
}
MAY_ENTER = phrases(
    en=[
        "<age> ...8!(not|under|parent|parents|consent) (can|may|are allowed to|are able to|is allowed to) ...2!(not) (create|use|register|join|open|access|sign up|become|play|participate|enter|take part|subscribe)",
        "(can|may|are allowed to|are able to|is allowed to|be used|be played) ...2!(not) (create|use|register|join|open|access|sign up|become|play|participate|enter|take part|subscribe) ...8!(not|under|parent|parents|parental|consent|permission|if|without|unless|below) (from|at|of|over|aged|least|older) ...4!(not|under|parent|unless|below) <age>",
        "(can|may) be (used|played|joined|accessed) by ...3 (anyone|anybody|everyone|people|persons|users|those) ...5!(not|under|parent|unless|below) <age>",
        "^ [we] (accept|admit|welcome) (members|users|players|customers|people) ...3!(not|under|below) <age>",
        "(is the|our) (minimum|required) age",
        "<age> ...4!(not|under|parent|parents) (welcome|invited|free|eligible|entitled) to ...2 (create|use|register|join|open|access|sign up)",
    ]
)
RECEIVED = phrases(en=["(if|should|when|where) we ...3 (receive~|collect~|obtain~|get|acquire~)"])
SUBMIT = phrases(
    en=[
        "(do not|don't|should not|must not|may not|never|not to|refrain from) ...3 (submit~|send~|provide~|give~|share~|disclose~|enter~|post~|transmit~|upload~)"
    ]
)
LEARN = phrases(
    en=[
        "(if|should|when|where|once|as soon as|in case|in the case|in the event|upon|after|on|whenever) ...12!(you|parent~|guardian~|your) (learn~|become~|became|discover~|believe~|find~|finds|aware|notified|determine~|know~|knows|suspect~|reason|detect~|made aware|informed|notice~|realise~|realize~|identify~|actual|inadvertently|accidentally|unknowingly|unintentionally|mistakenly|knowledge|evidence|comes to|come to|confirm~|notification|learning|discovery|discovering|discovers|ascertain~|alerted|appears|turns out|have collected|has collected|collected|been provided|received)",
        "(will|shall|steps to|promptly|immediately|we|right to) ...3 (delete~|remove~|erase~|destroy~|purge~|dispose~|terminate~|close~|disable~|deactivate~|suspend~) ...20 {child}",
        "(delete~|remove~|erase~|destroy~|purge~|terminate~|close~|disable~|deactivate~) ...16 (collected|provided|submitted|received) ...12 <age>",
        "(found|discovered|determined|identified|reported|suspected|known) (to be|as being) ...4!(not) <age>",
    ]
)
REPORT = phrases(
    en=[
        "(if|should|when|where) (you|a parent|parents|any parent|the parent|parents or guardians|a parent or guardian|any person|anyone|your child|a child|you are a parent) ...14 (learn~|become~|discover~|believe~|find~|aware|know|suspect~|reason|think|believes|becomes|learns|discovers|provided|submitted|disclosed|has given|gave)"
    ]
)
DELETE = phrases(
    en=[
        "(delete~|remove~|erase~|destroy~|purge~|deletion|removal|dispose~|terminate~|erasure|close~|disable~|deactivate~|discard~|expunge~|cancel~|suspend~)"
    ]
)
SUCH = phrases(
    en=[
        "(such|these|those|said) [(an|a)] [(young|minor|underage)] (individual~|person~|people|child|children|minor~|user~|visitor~|information|data|kids|age|ages|persons)",
        "(this|that) (age|age group|information|data)",
        "(from|about|of|by) them",
        "[that] (age|aged) (limit|group)",
        "underage",
        "under age",
        "(minor|minors|child|children)",
    ]
)
STRICTLY_SUCH = phrases(
    en=[
        "(such|these|said) [(an|a)] [(young|minor|underage)] (individual~|person~|people|child|children|minor~|user~|visitor~|kids|persons)",
        "(this|that) (age|age group)",
        "(from|about) them",
        "(under|below) (the|this|that) (applicable|minimum|required|relevant|age)",
    ]
)
SUCH_DATA = phrases(
    en=[
        "(such|this|that) ...2 (information|data|collection)",
        "(such|these|said|a|any|the) [(young|minor|underage)] (individual~|person~|child|children|minor~|user~|kids)",
        "(delete|remove) (it|them)",
        "that we (have|did)",
        "(this|that) (age|age group|has happened|happened|happens|occurred|is the case)",
    ]
)
IN = phrases(
    en=[
        "(in|for|from|within|inside|of|if you are in|located in|to|outside|outside of) [the] [(parts of|some|certain|most|countries of|member states of|rest of)] [the] <place>",
        "<place> (residents|users|citizens|minors|consumers|law)",
    ]
)
AGE_TALK = phrases(en=["(age|ages|aged|years old|children|minors|child|minor)"])

NEAR_CHILD = phrases(en=["(child~|children|minor~|parent~|guardian~|coppa|underage)"])
LEARN_STRICT = phrases(
    en=[
        "(if|should|when|where|once|in case|in the case|in the event|upon|whenever) [that] (we|i|it|our|company|any|the) ...8!(you|parent~) (learn~|become~|became|discover~|aware|notified|determine~|suspect~|detect~|realise~|realize~|actual|inadvertently|accidentally|unknowingly|unintentionally|knowledge|learning)"
    ]
)
CONFIRM = phrases(
    en=[
        "(represent~|warrant~|confirm~|certify~|affirm~|agree~|declare~|must have|need|needs|have to have|requires|require|required|only) ...6!(be|under) ...8 (parent~|parental|guardian~|consent|permission)"
    ]
)
USERS = phrases(
    en=[
        "(anyone|individual~|person~|people|someone|customer~|you|your|no one|nobody|everybody|everyone|adult~|user~|child~|minor~|parent~|guardian~|account~|consent|teen~|students|member~|kids)"
    ]
)
AUDIENCE = phrases(
    en=[
        "(men|women|male~|female~|advertiser~|demographic~|audience segment~|age range~|statistics|infer~)",
        "(rated|rating)",
    ]
)
