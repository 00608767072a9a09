"""
Reads which laws, frameworks and official decisions a policy names, and whether each is in force.

`id` is the short name of the act (gdpr, ccpa, privacy-shield …). A law that was replaced or struck down is not in force;
since when, and what replaced it, is in the table below. Facts after the official sources given beside each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from privacylint.api import Claim, Phrases, Policy, Said, extractor

from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

LAWS: Mapping[str, Phrases] = {
    "gdpr": phrases(
        en=["GDPR", "EU GDPR", "general data protection regulation", "(regulation | directive) [EU] [no] 2016 679", "DSGVO", "RGPD", "AVG regulation", "2016 679 [EU]"]
    ),
    "uk-gdpr": phrases(en=["UK GDPR", "united kingdom (GDPR | general data protection regulation)", "UK general data protection regulation"]),
    "dpa-2018": phrases(en=["[UK] data protection act 2018", "DPA 2018", "data protection act of 2018", "UK data protection act"]),
    "dpa-1998": phrases(en=["data protection act 1998", "DPA 1998", "data protection act of 1998"]),
    "duaa": phrases(en=["data use and access act [2025]", "data (use and access) act"]),
    "pecr": phrases(en=["PECR", "privacy and electronic communications [EC directive] regulations [2003]"]),
    "eprivacy-directive": phrases(en=["e privacy directive", "eprivacy directive", "(directive | EU directive) 2002 58 [EC]", "[EU] cookie (directive | law)"]),
    "directive-95-46": phrases(en=["(directive | EU directive) 95 46 [EC]", "95 46 EC", "(EU | european) data protection directive", "data protection directive [of] 1995"]),
    "safe-harbor": phrases(
        en=["(US | U.S | united states | swiss | EU) [EU | european union | swiss] (safe harbor | safe harbour)", "(safe harbor | safe harbour) (framework | principles | program | programme | agreement | scheme | certification)"]
    ),
    "privacy-shield": phrases(en=["privacy shield"]),
    "dpf": phrases(en=["data privacy framework [program | principles]", "EU U.S DPF", "swiss U.S DPF", "DPF [program | principles]", "data bridge"]),
    "sccs-2010": phrases(en=["2010 87 (EU | EC | EG)", "2004 915 EC", "2001 497 EC", "[EU | EC] model (contract | contractual) clauses", "(EU | EC) model clauses"]),
    "ccpa": phrases(en=["CCPA", "california consumer privacy act [of 2018]"]),
    "cpra": phrases(en=["CPRA", "california privacy rights act [of 2020]"]),
    "caloppa": phrases(en=["CalOPPA", "california online privacy protection act", "online privacy protection act [of 2003]"]),
    "shine-the-light": phrases(en=["shine the light", "(california civil code | cal civ code | civil code) [section | sections | §] 1798.83"]),
    "coppa": phrases(en=["COPPA", "children's online privacy protection (act | rule)", "children online privacy protection act"]),
    "us-vcdpa": phrases(en=["VCDPA", "virginia consumer data protection act"]),
    "us-cpa": phrases(en=["colorado privacy act"]),
    "us-ctdpa": phrases(en=["CTDPA", "connecticut data privacy act", "connecticut personal data privacy act"]),
    "us-ucpa": phrases(en=["UCPA", "utah consumer privacy act"]),
    "us-tdpsa": phrases(en=["TDPSA", "texas data privacy and security act"]),
    "us-ocpa": phrases(en=["OCPA", "oregon consumer privacy act"]),
    "us-nevada": phrases(en=["nevada (privacy law | revised statutes)", "NRS 603A"]),
    "us-mhmda": phrases(en=["my health my data act", "MHMDA"]),
    "can-spam": phrases(en=["CAN SPAM [act]"]),
    "hipaa": phrases(en=["HIPAA", "health insurance portability and accountability act"]),
    "glba": phrases(en=["GLBA", "gramm leach bliley [act]", "financial services modernization act"]),
    "ferpa": phrases(en=["FERPA", "family educational rights and privacy act"]),
    "bipa": phrases(en=["BIPA", "biometric information privacy act"]),
    "dmca": phrases(en=["DMCA", "digital millennium copyright act"]),
    "pipeda": phrases(en=["PIPEDA", "personal information protection and electronic documents act"]),
    "quebec-law-25": phrases(en=["law 25", "(quebec's | quebec | québec) ...3 (privacy act | law 25)", "bill 64"]),
    "casl": phrases(en=["CASL", "canada's anti spam (law | legislation)"]),
    "lgpd": phrases(en=["LGPD", "lei geral de proteção de dados", "brazilian general data protection law", "general data protection law"]),
    "fadp": phrases(en=["FADP", "(swiss | federal) [federal] (act on data protection | data protection act)", "nFADP", "revFADP"]),
    "bdsg": phrases(en=["BDSG", "bundesdatenschutzgesetz", "federal data protection act"]),
    "tmg": phrases(en=["TMG", "telemediengesetz", "german telemedia act", "telemedia act"]),
    "ttdsg": phrases(en=["TTDSG", "telekommunikation telemedien datenschutz gesetz", "telecommunications telemedia data protection act"]),
    "tdddg": phrases(en=["TDDDG", "telecommunications digital services data protection act"]),
    "loi-informatique-et-libertes": phrases(en=["loi informatique et libertés", "(french data protection act | data protection act of 6 january 1978)", "law no 78 17"]),
    "irish-dpa": phrases(en=["[irish] data protection acts 1988 [and 2003 | to 2018]", "irish data protection act 2018"]),
    "australia-privacy-act": phrases(en=["australian privacy (act | principles)", "privacy act 1988", "(APPs)"]),
    "nz-privacy-act": phrases(en=["(new zealand | NZ) privacy act [2020]", "privacy act 2020", "privacy act 1993"]),
    "popia": phrases(en=["POPIA", "POPI act", "protection of personal information act"]),
    "pdpa": phrases(en=["PDPA", "personal data protection act [2012]"]),
    "dpdpa": phrases(en=["DPDPA", "DPDP act", "digital personal data protection act [2023]"]),
    "india-it-act": phrases(en=["information technology act 2000", "(information technology | IT) rules 2011", "sensitive personal data or information rules"]),
    "appi": phrases(en=["APPI", "act on the protection of personal information"]),
    "pipl": phrases(en=["PIPL", "personal information protection law"]),
    "pipa": phrases(en=["(korean | south korean | korea's) personal information protection act", "PIPA"]),
    "kvkk": phrases(en=["KVKK", "law [no] 6698", "personal data protection law no 6698"]),
    "dsa": phrases(en=["digital services act"]),
    "odr-regulation": phrases(en=["regulation [EU] [no] 524 2013", "(online dispute resolution | ODR | OS) platform"]),
}
"""By id: how each is named."""

NO_LONGER_IN_FORCE: Mapping[str, tuple[str, str]] = {
    "dpa-1998": ("2018-05-25", "Data Protection Act 2018, s. 211 and sch. 19"),
    "directive-95-46": ("2018-05-25", "GDPR Art. 94"),
    "safe-harbor": ("2015-10-06", "CJEU C-362/14"),
    "privacy-shield": ("2020-07-16", "CJEU C-311/18"),
    "sccs-2010": ("2022-12-27", "Decision (EU) 2021/914 Art. 4"),
    "tmg": ("2024-05-14", "BGBl. 2024 I Nr. 149"),
    "ttdsg": ("2024-05-14", "BGBl. 2024 I Nr. 149"),
    "odr-regulation": ("2025-07-20", "Regulation (EU) 2024/3228"),
}
"""Since when an act is not in force, and by what."""

ALSO_WORDS = frozenset(("apps", "pipa", "appi", "pdpa", "tmg", "dpf", "ucpa", "ocpa", "casl", "popia", "kvkk"))
"""Abbreviations that may be words or names too: they count only in capitals."""

EXAMPLES = [
    Said("The GDPR gives you rights.", "GDPR", {"id": "gdpr", "in_force": True}),
    Said("Under the UK GDPR you may ask us.", "UK GDPR", {"id": "uk-gdpr"}),
    Said("We hold a Privacy Shield certificate.", "Privacy Shield", {"id": "privacy-shield", "in_force": False}),
    Said("As the Data Protection Act 1998 says, you may ask.", "Data Protection Act 1998", {"id": "dpa-1998", "in_force": False}),
    Said("Our apps like plants.", value=None),
]

# --- code ------------------------------------------------------------------------------------------------------------


@extractor("law", examples=EXAMPLES)
def laws(policy: Policy) -> Iterator[Claim]:
    """Every place where an act is named; where two names overlap, the longer one ("UK GDPR" is not the GDPR)."""
    hits = [(match, id) for id, names in LAWS.items() for match in policy.find(names) if _written_so(match.text)]
    hits.sort(key=lambda hit: (hit[0].words[0], -hit[0].words[1]))
    past = -1
    for match, id in hits:
        if match.words[0] < past:
            continue
        past = match.words[1]
        yield Claim("law", {"id": id, "in_force": id not in NO_LONGER_IN_FORCE}, match.span, match.sentence)


def _written_so(text: str) -> bool:
    # "APPs" are principles, "Apps" are programs
    return text.lower() not in ALSO_WORDS or sum(letter.isupper() for letter in text) >= 2
