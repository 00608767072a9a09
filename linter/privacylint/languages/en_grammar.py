"""English grammar as data: irregular inflections, number words, months, units of time, ordinals, words that are no names."""

from privacylint.languages.en import SENTENCE_STARTERS

# how one person says what a company says
ONE_PERSON = {"i": "we", "my": "our", "me": "us", "mine": "ours", "myself": "ourselves"}

IRREGULAR = {
    "be": ("am", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't", "weren't"),
    "become": ("became",),
    "begin": ("began", "begun"),
    "bring": ("brought",),
    "build": ("built",),
    "buy": ("bought",),
    "child": ("children", "child's", "children's"),
    "choose": ("chose", "chosen"),
    "come": ("came",),
    "cookie": ("cookies",),
    "datum": ("data",),
    "do": ("does", "did", "done", "don't", "doesn't", "didn't"),
    "find": ("found",),
    "forbid": ("forbade", "forbidden", "forbidding"),
    "forget": ("forgot", "forgotten"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("goes", "went", "gone"),
    "have": ("has", "had", "having", "haven't", "hasn't", "hadn't"),
    "hold": ("held",),
    "keep": ("kept",),
    "know": ("knew", "known"),
    "learn": ("learnt",),
    "leave": ("left",),
    "lend": ("lent",),
    "let": ("letting",),
    "make": ("made",),
    "man": ("men",),
    "may": ("might",),
    "mean": ("meant",),
    "meet": ("met",),
    "pay": ("paid",),
    "permit": ("permitted", "permitting"),
    "person": ("persons", "people", "persons'", "people's"),
    "put": ("putting",),
    "read": ("reading",),
    "refer": ("referred", "referring"),
    "run": ("ran", "running"),
    "say": ("said",),
    "see": ("saw", "seen"),
    "seek": ("sought",),
    "sell": ("sold",),
    "send": ("sent",),
    "set": ("setting",),
    "show": ("shown",),
    "shut": ("shutting",),
    "speak": ("spoke", "spoken"),
    "submit": ("submitted", "submitting"),
    "take": ("took", "taken"),
    "tell": ("told",),
    "think": ("thought",),
    "transfer": ("transferred", "transferring"),
    "transmit": ("transmitted", "transmitting"),
    "understand": ("understood",),
    "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld",),
    "write": ("wrote", "written"),
}

NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
TENS = frozenset(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}

UNITS = {
    "second": "TS",
    "seconds": "TS",
    "minute": "TM",
    "minutes": "TM",
    "hour": "TH",
    "hours": "TH",
    "hrs": "TH",
    "day": "D",
    "days": "D",
    "week": "W",
    "weeks": "W",
    "month": "M",
    "months": "M",
    "year": "Y",
    "years": "Y",
}
"""Unit word to ISO 8601 designator; a leading T stands for the time part."""
UNIT_LETTERS = {"h": "TH", "hr": "TH", "d": "D", "min": "TM"}
"""Units that count right behind digits only: "24h"."""
FORTNIGHT = "fortnight"
HALF = "half"

UNIT_ADJECTIVES = frozenset(("business", "working", "calendar", "full", "consecutive", "rolling", "more", "additional", "further"))
ARTICLES_AS_ONE = frozenset(("a", "an", "one"))
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")

LEGAL_FORMS = (
    "AB", "ABN", "ACN", "AG", "ApS", "AS", "ASA", "A/S", "B.V.", "BV", "BVBA", "C.I.C.", "CIC", "CIO", "Co.", "Co., Ltd.", "Co. Ltd", "Corp.", "Corp",
    "Corporation", "d.o.o.", "DAC", "e.K.", "e.U.", "e.V.", "EIRL", "EURL", "EOOD", "FZ-LLC", "FZE", "GbR", "GmbH & Co. KG", "GmbH",
    "Inc.", "Inc", "Incorporated", "K.K.", "Kft.", "KG", "KGaA", "L.L.C.", "L.P.", "Lda", "Limited", "LLC", "LLP", "LP", "Ltd.",
    "Ltd", "Ltda", "mbH", "N.V.", "NV", "OHG", "OOD", "Oy", "OÜ", "P.C.", "PLC", "plc", "PTE LTD", "Pte. Ltd.", "Pte Ltd",
    "Pty Ltd", "Pty. Ltd.", "Pvt. Ltd.", "Pvt Ltd", "S.A.", "S.A.S.", "S.L.", "S.L.U.", "S.p.A.", "S.r.l.", "SA", "SARL", "SAS",
    "SE", "SL", "SRL", "s.r.o.", "Sp. z o.o.", "SpA", "Srl", "SIA", "UAB", "UG (haftungsbeschränkt)", "UG", "Zrt.",
)  # fmt: skip
"""How company names end, as written; language-neutral, kept here because names stand in the running text."""

# --- names (slots.py): words that policies write with a capital and that name nobody ---

NOT_NAMES = frozenset(word.lower() for word in SENTENCE_STARTERS) | frozenset(
    "i a an the we us our ours you your yours he she his her him they them their its this that these those is are was be has have "
    "will shall may can must do not no yes to of in on for with by from at as or and if any all each every such other "
    "company companies service services website websites site sites app apps application applications platform game "
    "games software product products program programs system systems policy policies privacy notice statement terms "
    "conditions agreement user users visitor visitors customer customers client clients member members person persons "
    "individual individuals people child children parent parents data information personal personally content cookie cookies controller "
    "processor owner owners operator provider providers developer developers publisher author team group party parties third "
    "account accounts device devices internet web mobile online email e-mail phone contact address purpose purposes "
    "processing collection use usage disclosure sharing security retention rights right access section article law laws "
    "act regulation regulations union european eea eu uk usa us gdpr ccpa general protection authority authorities supervisory january february march april "
    "may june july august september october november december monday tuesday wednesday thursday friday saturday sunday "
    "effective date updated last version introduction overview welcome hello hi dear faq page pages link links click "
    "read following definitions interpretation responsible legal basis note important summary contents table ios android "
    "non that which what why who whose when where how covered scope free ad supported commercial welcome respects using built open source".split()
)
