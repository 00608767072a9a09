"""
Whom and what a statement is about: its scope, whether it is denied, how firmly it is said, and whether it states at all.

Shared by all extractors. A statement takes its scope from its own words first ("if you live in the EEA", "with your
consent", "unless required by law"), then from the sentence that introduces its list, the heads of its table row and
column, and the headings above it. Regions are compared as sets of countries, so that the EU lies inside the EEA and
inside "outside:US". Read after shared/design/claims.md, rules 1, 3, 5, 7 and 8.
"""

# ruff: noqa: SIM905 - word lists read better as prose

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from privacylint.api import EVERYWHERE, Block, Match, Phrases, Policy, Scope, Section, Sentence
from privacylint.languages import places

from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

PLACE = phrases(en=["<place>"])

# whom a statement is for, by where they are; further places after the first are read along ("the EEA, UK or Switzerland")
_READERS = (
    "(resident~|citizen~|consumer~|user~|visitor~|customer~|individual~|people|persons|person|anyone|those|child~|minor~"
    "|data subjects|data subject|member~|player~|subscriber~|applicant~|parent~|nationals|participants)"
)
_LIVE = "(located|based|resident|residing|living|domiciled|situated|established|a resident|a citizen|a consumer|a user|reside|live|visiting|accessing)"
_REGION = phrases(
    en=[
        f"{_READERS} [who|that] [are|is] [{_LIVE}|residing|currently] [in|of|from|within|inside|across] [(either|one of|both)] [the] [member states of the] <place>",
        f"(you|your|who|customer~|user~|they) [are|is|were] [currently] {_LIVE} ...3!(server~|data|information|us|we) (in|of|from|within|inside) [the] [state of] <place>",
        "(you|who|users|customers) are [currently] (in|from|within|inside) [the] <place>",
        "you (use|visit|access|download|join) ...8!(server~|data|information|in) from [(in|within|inside)] [the] <place>",
        "<place> (residents|citizens|consumers|users|customers|visitors|nationals|resident|citizen|consumer|data subjects|data subject|minors|children)",
        "(for|as|to) [a|an] <place> (resident|citizen|consumer|user|customer|visitor)",
    ]
)
_OUTSIDE = phrases(
    en=[
        f"({_READERS}|{_LIVE}|you|from) [are|is|who are|who] [{_LIVE}] [in] [a|any] [country|countries|jurisdiction|region] (outside|other than) [of] [the] <place>",
        "(use|using|visit|visiting|access|accessing|reside|live) ...6 (from|in) [a|any] [country|countries|jurisdiction|region|location] (outside|other than) [of] [the] <place>",
        "non (<place>) (residents|citizens|users|customers|visitors)",
    ]
)
_OPENING = phrases(en=["^ (in|within|throughout|across) [the] <place>"])
_HEADING_REGION = phrases(
    en=[
        "<place> [(specific|state|privacy|data|consumer)] (residents|citizens|consumers|users|customers|visitors|rights|privacy|law|laws|notice|notices|disclosure|disclosures"
        "|addendum|supplement|specific|only|minors|children|individuals|policy|provisions|terms|requirements|subjects|annex|data subjects)",
        "(for|in|from|of|to|visiting|at|within) [the] [(state|users|residents|individuals|people) (of|in)] <place> !(server~|hosting)",
        "^ [(a|b|c|d|e|i|ii|iii|iv|v)] <place> $",
        "^ <place> (and|or) [the] <place> $",
        "<place> [(and|or)] [the] [<place>] (residents|users|customers|individuals|visitors|citizens|consumers)",
    ]
)
_HEADING_OUTSIDE = phrases(en=["outside [of] [the] <place>", "non <place>"])
_HEADING_ELSEWHERE = phrases(
    en=[
        "(transfer~|host~|stor*|representative~|server~|shield|framework|location|locations|data center~|data centre~|processed|moved|based|office~|address)"
    ]
)
_LAWS_OF = {
    "US-CA": phrases(
        en=["(ccpa|cpra|caloppa)", "california consumer privacy act", "california online privacy protection"]
    ),
    "GB": phrases(en=["uk gdpr", "uk data protection"]),
    "EEA": phrases(en=["gdpr", "general data protection regulation"]),
    "BR": phrases(en=["lgpd"]),
    "CA": phrases(en=["pipeda"]),
}

_PEOPLE = {
    "children": phrases(en=["(child|children|children's|minor|minors|kids|child's|teens|teenagers|youth)"]),
    "students": phrases(en=["(student~|pupil~)", "school~", "educational (record~|institution~|license~)"]),
    "applicants": phrases(en=["(applicant~|candidate~|recruit*|job (seeker~|application~)|career~|hiring)"]),
    "employees": phrases(en=["(employee~|staff|personnel|workforce|worker~|contractors)"]),
    "business-customers": phrases(
        en=[
            "(business|corporate|enterprise) (customer~|client~|user~|partner~|contact~)",
            "(merchant~|reseller~|vendor~|supplier~|b2b)",
        ]
    ),
    "parents": phrases(en=["(parent~|guardian~)"]),
    "donors": phrases(en=["(donor~|volunteer~)"]),
}
_FOR_PEOPLE = phrases(
    en=[
        "(if|when|where) you (are|apply~|act) [as] ...4 (applicant~|candidate~|employee~|student~|merchant~|vendor~|supplier~|reseller~|job|position|donor~|volunteer~|child~|minor~|parent~)",
        "(for|from|about|of|to) [our|all|any|these] [job|former|current|business|corporate|enterprise] (applicant~|candidate~|employee~|student~|merchant~|vendor~|supplier~|reseller~|donor~|volunteer~|children|minors|kids)",
        "(for|from|about|of) [our|all|any|these] (business|corporate|enterprise) (customer~|client~|user~|contact~)",
        "(for|about|of) [our|all|any|these] (business|corporate|enterprise) partner~",
    ]
)

_PRODUCT = phrases(
    en=[
        "!(third|job|other|external|school|linked) [(mobile|ios|android|iphone|ipad|desktop|web|windows|mac|macos|smart tv|tv)] (app|apps|application|applications) !(developer~|process|for|form~)",
        "(browser|chrome|firefox|edge|safari|vscode|wordpress) [web] (extension|extensions|plugin|plugins|addon|addons|add on|add ons)",
        "(extension|plugin|add on|bot|discord bot|forum|forums|newsletter|newsletters|blog|podcast|online store|online shop|web shop|api|sdk|cli"
        "|command line tool|desktop client|mobile client|support portal|marketplace|self hosted|on premise|on premises)",
        "^ [(our|the|for|on)] [our|the] (website|websites|web site) [(visitor~|user~|data|only|privacy)] $",
    ]
)
_IN_PRODUCT = phrases(
    en=[
        "(for|in|of|on|through|within|via|using|use) (our|the) [(official|free|paid|mobile|ios|android|iphone|desktop|web|browser|chrome|firefox|discord|online|cloud)] "
        "(app|application|extension|plugin|add on|bot|forum|forums|newsletter|blog|store|shop|api|sdk|desktop client|marketplace) !(and|or|store)",
        "(start|open|launch|install|download|use|using|run) (our|the) [(mobile|ios|android|iphone|desktop|web|browser|chrome|firefox)] (app|application|extension|plugin|bot|forum|desktop client) !(and|or|store)",
        "^ (our|the) [(official|free|paid|mobile|ios|android|iphone|desktop|web|browser|chrome|firefox|discord|online|cloud)] "
        "(app|application|extension|plugin|add on|bot|forum|forums|newsletter|blog|store|shop|api|sdk|desktop client|marketplace) !(and|or|store)",
    ]
)

_CONDITION = phrases(
    en=[
        "(if|unless|except|when|whenever|until|provided that|only if|as long as|in case|in the event)",
        "^ where (we|you|it|this|the|your|such|a)",
        "where [legally|reasonably] (applicable|required|permitted|necessary|appropriate|possible|allowed|you have|you give|you consent|we have|relevant)",
        "(with|without|upon|on|subject to|based on|after) ...5!(if|and) (consent|permission|approval|authorisation|authorization|agreement|opt in)",
        "as ...3!(and|soon|long|far) (required|permitted|described|stated|set out|set forth|provided|disclosed|explained|otherwise)",
        "(where|to the extent|when|if) ...2 (required|permitted|allowed|necessary)",
        "(required|permitted|obliged|obligated|allowed) by [applicable] law",
        "(other than|apart from|with the exception of|aside from|subject to|excluding|save for|notwithstanding)",
        "in (some|certain|limited|exceptional|rare|specific|the following) (case~|circumstance~|instance~|situation~|jurisdiction~|region~|countries|country)",
        "(at|upon|on) (your|the user's|their) (request|direction|instruction~|choice)",
    ]
)
_HEDGE = phrases(en=["(generally|normally|typically|usually|ordinarily|by default|in general|in principle|knowingly)"])
_PURPOSE = phrases(
    en=[
        "for ...4!(which|the|and|or) purpose~",
        "for the [sole|following|limited|specific] purpose~ of ...5",
        "for ...3!(the|and|or|a) (marketing|advertising|ads|analytics|billing|security|support|research|payment~|fraud prevention|backup~|training) !(address|details|information|data|card)",
        "in order to ...5",
        "so as to ...5",
        "so that (we|you|i|our|your|users|they|others|people|customers|this) ...5",
    ]
)

_NOT = phrases(
    en=[
        "{not}",
        "(none|nothing|nobody|no one|refrain~ from|hardly|rarely|free of|free from|prohibited from|refuse~ to|decline~ to|instead of)",
    ]
)
_NO_DENIAL = phrases(
    en=[
        "not (only|just|limited|necessarily|merely|solely|simply|all)",
        "no (later|more|less|fewer|sooner|earlier|matter|doubt|charge|cost|fee)",
        "(whether|if|why) (or|and) not",
        "or not",
        "if not",
        "without (undue|unreasonable|limitation|prejudice|charge|cost|delay|your|prior|the|parental|such|any|verifiable|obtaining|first|their|a|an|affecting|limiting|further|notice|explicit|express|this|it|these|them|cookies|providing|consent|permission|being)",
        "why not",
        "cannot (guarantee|ensure|warrant|promise|control)",
    ]
)
_MAY = phrases(
    en=[
        "(may|might|can|could|are permitted to|reserve~ the right to|sometimes|occasionally|from time to time|in some cases)"
    ]
)
_WILL = phrases(en=["(will|shall|intend~ to|plan~ to|aim~ to|commit~ to|promise~ to|undertake~ to)"])
_BREAK = phrases(
    en=[
        "(but|however|although|though|whereas|because|since|so that|instead|rather|which|who|whose|unless|except)",
        "(and|or|so) [(also|then|therefore|only|if|when|where|in)] (we|you|they|it|our|your|he|she|this|these|those|will|may|do|does|only)",
    ]
)
_INVERTED = frozenset("do does did will would shall may can could have has are is".split())

_MARK = re.compile("[;:–—]")
_FAR = 400
"""How many words away the end of a clause is looked for."""
_MOST = 40
"""How many matches in one sentence are looked at: no honest sentence has more, and pairs of them stay few."""
_LARGEST_TABLE = 600
"""How many cells back a head is looked for, so that a huge table stays cheap."""
_KNOWING = frozenset("knowledge aware know knows believe think agree mean say ensure guarantee".split())

_QUESTION_HEAD = frozenset("how what why when where who which whom can does do is are will may should".split())
_SAYS = phrases(
    en=[
        "(we|our|us|nobody|nothing|no|you) ...4 (not|never|no|don't|do|does|will|only|are|is|won't|must|may|cannot)",
        "no ...4 (is|are) ...2 {collect}",
    ]
)
_ADVICE = phrases(
    en=[
        "^ please (do not|don't|read|review|contact|consult|visit|refer|see|check|make sure|be sure|keep|use|email|write|let|ask|send)",
        "^ (if|should) you ...25 please (do not|don't|contact|consult|email|write|let|stop|refrain|leave|ask|notify|call|send|visit)",
        "(we|please) ...2!(not|never) (recommend~|encourage~|advise~|urge~|suggest~|ask) [that] (you|parents|users|visitors|customers|individuals|children|persons|all) !for",
        "(you|users|parents|individuals) (should|are advised to|are encouraged to|are urged to|are responsible for|ought to)",
        "^ [please] (do not|don't|never) (send|submit|provide|share|disclose|use|enter|give|post|include|upload)",
        "^ (check|contact|read|review|consult|see|visit|email|click|learn|find|refer) !(address|addresses|details|information|data|info|list|lists|content|contents|messages|history|histories|logs|records|communications|persons|is|are|and|or|may|will|can)",
    ]
)
_HYPOTHETICAL = phrases(
    en=[
        "(if|should|when|where|once|in case|in the case|in the event [that]) (we|you|it|i|a parent|any parent|parents|someone|anyone|[our] {service}) ...4 (learn~|become~|discover~|believe~|find~|are aware|are notified|is aware|determine~|know~|suspect~|have reason|has reason|detect~|come~ to|made aware|informed|notice~|realise~|realize~|identify~|obtain~ actual|receive~ actual|have actual|has actual|inadvertently|accidentally|unknowingly|unintentionally|mistakenly)",
        "^ (suppose|imagine|assume)",
    ]
)
_RIGHT = phrases(
    en=[
        "(you|they|individuals|residents|users|consumers|parents|data subjects) ...5!(not|no|we) (right~|entitled) (to|of)",
        "(you|they|users|consumers|residents|parents) (may|can|are able to|are entitled to|could) [also|always|at any time] "
        "(ask|request|require|demand|opt|object|withdraw|exercise|revoke|instruct|refuse|lodge|complain|choose|decide|unsubscribe|obtain|limit|restrict|review|refuse)",
        "(right|ability) to (ask|request|access|opt|object|withdraw|erasure|erase|delete|correct|rectification|restrict|restriction|data portability|know|complain|lodge|limit|receive|obtain|be)",
        "(request|ask) that we",
    ]
)
_EXAMPLE = phrases(
    en=[
        "^ [as an] (for example|for instance|example|e g|as an example|by way of example|imagine|suppose)",
        "^ examples of",
    ]
)


# --- reading one sentence --------------------------------------------------------------------------------------------


def found(policy: Policy, wanted: Phrases, sentence: Sentence) -> tuple[Match, ...]:
    """The matches of `wanted` in one sentence, in the order of the text; of a monstrous sentence the first few."""
    return policy.find_in(wanted, sentence)[:_MOST]


def stands_in(policy: Policy, wanted: Phrases, block: Block) -> bool:
    """Whether one of `wanted` stands anywhere in a block."""
    return any(policy.find_in(wanted, sentence) for sentence in policy.sentences_of(block))


def first_after(policy: Policy, at: int, low: int, high: int, otherwise: int) -> int:
    """The first of the words `low` to `high` (exclusive) that starts behind a plain character of its block."""
    words = policy.words
    word = bisect_right(range(high), at, lo=low, key=lambda word: words.plain(word)[0]) if low < high else high
    return word if word < high else otherwise


def clause(policy: Policy, match: Match) -> tuple[int, int]:
    """The words of the clause a match stands in: the number of its first word and of the word after its last.

    A clause ends at a semicolon, a colon, or a joining word with a new subject ("and we", "but").
    """
    first, after = policy.words.range_of(match.sentence)
    start, end = match.words
    low, high = first, after
    for mark in found(policy, _BREAK, match.sentence):
        if mark.words[0] < start and mark.words[1] <= start:
            low = max(low, mark.words[0])
        elif mark.words[0] >= end:
            high = min(high, mark.words[0])
    breaks = _breaks(policy, match.sentence)
    for word in breaks[bisect_left(breaks, max(low, start - _FAR)) : bisect_left(breaks, min(high - 1, end + _FAR))]:
        if word < start:
            low = word + 1
        elif word >= end - 1:
            return low, word + 1
    return low, high


def _breaks(policy: Policy, sentence: Sentence) -> list[int]:
    """The numbers of the words of a sentence that stand before a semicolon, a colon or a dash."""
    known = policy.once(_all_breaks)
    found = known.get(sentence.number)
    if found is None:
        found = known[sentence.number] = [*_words_before_marks(policy, sentence)]
    return found


def _all_breaks(policy: Policy) -> dict[int, list[int]]:
    """The breaks of the sentences that were asked for, by the number of the sentence."""
    return {}


def _words_before_marks(policy: Policy, sentence: Sentence) -> Iterator[int]:
    plain, words = sentence.block.text.plain, policy.words
    first, after = words.range_of(sentence)
    past = first - 1
    for mark in _MARK.finditer(plain, sentence.start, sentence.end):
        # the last word that starts before the mark; one that holds it is a date or an address
        word = first_after(policy, mark.start(), first, after, after) - 1
        if word > past and words.plain(word)[1] <= mark.start():
            yield word
            past = word


def denied(policy: Policy, match: Match) -> bool:
    """Whether the matched words are said not to be so: "we do not", "never", "no data is", "neither we nor".

    "Not only", "no later than", "without your consent" and the like deny nothing; a negation in another clause, or in
    front of another subject, does not count.
    """
    negations = found(policy, _NOT, match.sentence)
    if not negations:
        return False
    low, _ = clause(policy, match)
    low = max(_subject(policy, match, low), match.words[0] - 24)
    harmless = [mark.words for mark in found(policy, _NO_DENIAL, match.sentence)]
    return any(
        low <= mark.words[0] < match.words[1] and not any(one <= mark.words[0] < other for one, other in harmless)
        for mark in negations
    )


def _subject(policy: Policy, match: Match, low: int) -> int:
    """The word at which the clause's own subject starts, looking back from the match; "do we" goes on to the left."""
    forms = policy.words.forms
    for word in range(match.words[0], low, -1):
        if forms[word] in ("we", "you", "they", "it") and forms[word - 1] not in _INVERTED:
            if forms[word - 1] == "that" and forms[word - 2] in _KNOWING:
                continue
            return word if forms[word - 1] not in ("neither", "nor", "not", "nobody", "none") else low
    return low


def modality(policy: Policy, match: Match) -> str:
    """does, will or may: how firmly the matched words are said."""
    low, _ = clause(policy, match)
    low = max(low, match.words[0] - 12)
    high = match.words[1]
    for kind, wanted in (("may", _MAY), ("will", _WILL)):
        if any(low <= mark.words[0] < high for mark in found(policy, wanted, match.sentence)):
            return kind
    return "does"


def is_statement(policy: Policy, sentence: Sentence, *, examples: bool = False) -> bool:
    """Whether a sentence states something about the service.

    False for questions, advice to the reader, hypotheticals, rights, examples, code, lines of a table of contents, and
    headings that do not speak in a clause. With `examples`, "for example, we …" is a statement too.
    """
    known = policy.once(_all_statements)
    key = (sentence.number, examples)
    if key not in known:
        known[key] = _states(policy, sentence, examples)
    return known[key]


def _all_statements(policy: Policy) -> dict[tuple[int, bool], bool]:
    """Whether the sentences that were asked for are statements, by the number of the sentence."""
    return {}


def _states(policy: Policy, sentence: Sentence, examples: bool) -> bool:
    if sentence.block.kind == "code" or sentence.text.rstrip().endswith("?"):
        return False
    if sentence.block.kind == "heading":
        words = policy.words
        first, after = words.range_of(sentence)
        opening = words.forms[first] if after > first else ""
        return opening not in _QUESTION_HEAD and bool(found(policy, _SAYS, sentence))
    if sentence.block.number in policy.once(_contents):
        return False
    barred = (_ADVICE, _HYPOTHETICAL, _RIGHT) if examples else (_ADVICE, _HYPOTHETICAL, _RIGHT, _EXAMPLE)
    return not any(found(policy, wanted, sentence) for wanted in barred)


def _contents(policy: Policy) -> frozenset[int]:
    """The numbers of the blocks that are a link into the document and nothing else: lines of a table of contents."""
    inward = (link for link in policy.links if link.target.startswith("#"))
    return frozenset(link.block.number for link in inward if link.text.plain.strip() == link.block.text.plain.strip())


# --- scope -----------------------------------------------------------------------------------------------------------


def scope_of(policy: Policy, sentence: Sentence, match: Match | None = None) -> Scope:
    """The scope of a sentence, or of a match in it: its own words, then list intro, table heads, headings."""
    known = policy.once(_all_surroundings)
    around = known.get(sentence.block.number)
    if around is None:
        around = known[sentence.block.number] = [*_around(policy, sentence)]
    if match is None:
        scopes = policy.once(_all_own)
        known_own = scopes.get(sentence.number)
        own = scopes[sentence.number] = known_own or _own(policy, sentence)
    else:
        own = _own(policy, sentence, match)
    for outer in around:
        own = _within(own, outer)
    return own


def _all_surroundings(policy: Policy) -> dict[int, list[Scope]]:
    """What stands around the blocks that were asked for, by the number of the block."""
    return {}


def _all_own(policy: Policy) -> dict[int, Scope]:
    """What the sentences that were asked for say themselves, by the number of the sentence."""
    return {}


def _within(inner: Scope, outer: Scope) -> Scope:
    """The inner scope, filled up from the outer where it says nothing."""
    if outer == EVERYWHERE:
        return inner
    conditions = [text for text in (inner.condition, outer.condition) if text]
    return Scope(
        region=inner.region or outer.region,
        people=inner.people or outer.people,
        product=inner.product or outer.product,
        condition="; ".join(dict.fromkeys(conditions)) or None,
        purpose=inner.purpose or outer.purpose,
    )


def _around(policy: Policy, sentence: Sentence) -> Iterator[Scope]:
    block = sentence.block
    for cell in _heads(policy, block):
        yield from (_of_heading(policy, part) for part in policy.sentences_of(cell))
    intro, depth = block.intro, 0
    while intro and intro is not block and depth < 6:
        if intro.kind != "heading":
            for part in policy.sentences_of(intro)[-1:]:
                yield _own(policy, part)
        intro, depth = intro.intro, depth + 1
    for section in sentence.section.above():
        if section.heading and section.heading is not block:
            yield from (_of_heading(policy, part) for part in policy.sentences_of(section.heading))


def _heads(policy: Policy, block: Block) -> Iterator[Block]:
    """The head cells of a cell's row and column; a head is a cell of the same table that stands before it."""
    heads = {
        cell.number: cell
        for head in (block.row_head, block.column_head)
        if (cell := policy.cell_of(head)) is not None
        and cell.number < block.number <= cell.number + _LARGEST_TABLE
        and cell.group == block.group
    }
    for number in sorted(heads, reverse=True):
        yield heads[number]


def _own(policy: Policy, sentence: Sentence, match: Match | None = None) -> Scope:
    bounds = clause(policy, match) if match else policy.words.range_of(sentence)
    region = regions_in(policy, sentence)
    groups = found(policy, _FOR_PEOPLE, sentence)
    people = tuple(
        name
        for name, wanted in (_PEOPLE.items() if groups else ())
        if any(_inside(one, group) for group in groups for one in found(policy, wanted, sentence))
    )
    product = next((mark for mark in found(policy, _IN_PRODUCT, sentence)), None)
    purpose = next((mark for mark in found(policy, _PURPOSE, sentence) if bounds[0] <= mark.words[0] < bounds[1]), None)
    return Scope(
        region=region,
        people=people,
        product=_product(policy, product) if product else None,
        condition=_condition(policy, sentence, bounds),
        purpose=purpose.text if purpose and purpose.text.lower() not in _WHATEVER else None,
    )


_WHATEVER = frozenset(["for any purpose", "for any purposes", "for whatever purpose"])
"""Purposes that bind nothing."""


def _of_heading(policy: Policy, sentence: Sentence) -> Scope:
    if found(policy, _HEADING_ELSEWHERE, sentence):
        region: tuple[str, ...] = ()
    else:
        outside = _chains(policy, sentence, _HEADING_OUTSIDE)
        inside = [code for code in _chains(policy, sentence, _HEADING_REGION) if code not in outside]
        laws = [] if inside or outside else [code for code, law in _LAWS_OF.items() if found(policy, law, sentence)]
        region = _unique([*inside, *laws[:1], *(f"outside:{code}" for code in outside)])
    people = tuple(name for name, wanted in _PEOPLE.items() if name != "parents" and found(policy, wanted, sentence))
    product = next(iter(found(policy, _PRODUCT, sentence)), None)
    return Scope(region=region, people=people, product=_product(policy, product) if product else None)


def section_regions(policy: Policy, section: Section) -> tuple[str, ...]:
    """The regions whose people a section is for, by its own heading; empty when it names none."""
    parts = policy.sentences_of(section.heading) if section.heading else ()
    return _unique([code for part in parts for code in _of_heading(policy, part).region])


def regions_in(policy: Policy, sentence: Sentence) -> tuple[str, ...]:
    """The regions whose people a sentence is about, by its own words; empty when it names none."""
    outside = _chains(policy, sentence, _OUTSIDE)
    inside = [code for code in _chains(policy, sentence, _REGION) if code not in outside]
    return _unique([*inside, *(f"outside:{code}" for code in outside)])


def opening_region(policy: Policy, sentence: Sentence) -> tuple[str, ...]:
    """The region a sentence opens with: "In Germany, we keep invoices for ten years"."""
    return _unique(_chains(policy, sentence, _OPENING))


def _chains(policy: Policy, sentence: Sentence, wanted: Phrases) -> list[str]:
    """The places of the matches, and those that follow each joined by commas, brackets, "and" or "or"."""
    codes: list[str] = []
    marks = found(policy, wanted, sentence)
    hits = [hit for hit in found(policy, PLACE, sentence) if hit.slots["place"] != "WORLD"] if marks else []
    for mark in marks:
        inside = [hit for hit in hits if _inside(hit, mark)]
        if inside:
            codes += [hit.slots["place"] for hit in chain_of(policy, inside[0], hits)]
    return codes


_JOINS = frozenset("and or the of outside inside in & switzerland other from collectively also member states".split())


def chain_of(policy: Policy, first: Match, hits: list[Match]) -> list[Match]:
    """The places of a list that starts with `first`: "the EEA (European Economic Area), the UK or Switzerland"."""
    chain = [first]
    for hit in hits:
        between = policy.words.forms[chain[-1].words[1] : hit.words[0]]
        if hit.words[0] >= chain[-1].words[1] and len(between) <= 4 and all(word in _JOINS for word in between):
            chain.append(hit)
    return chain


def _product(policy: Policy, match: Match) -> str:
    """The product's words in lower case, singular enough to be compared: without "for our" before them."""
    words = policy.words.forms[match.words[0] : match.words[1]]
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    last = words[-1]
    return " ".join([*words[:-1], last[:-1] if last.endswith("s") and not last.endswith(("ss", "ws")) else last])


_LEADING = frozenset("start open launch install download run for in of on through within via using use our the official free paid".split())


def _condition(policy: Policy, sentence: Sentence, bounds: tuple[int, int]) -> str | None:
    """The words of the conditions in a clause, each up to its comma; those that only say where people are left out."""
    plain = sentence.block.text.plain
    conditions = found(policy, _CONDITION, sentence)
    places_said = [mark.words for wanted in (_REGION, _OUTSIDE) if conditions for mark in found(policy, wanted, sentence)]
    texts: list[str] = []
    past = -1
    for mark in conditions:
        if not bounds[0] <= mark.words[0] < bounds[1] or mark.words[0] < past:
            continue
        start = policy.words.plain(mark.words[0])[0]
        shown = policy.words.plain(mark.words[1] - 1)[1]
        end = min(
            (at for at in (plain.find(sign, shown, sentence.end) for sign in ",;:()") if at >= 0), default=sentence.end
        )
        past = first_after(policy, end - 1, mark.words[0], bounds[1], bounds[1])
        if any(mark.words[0] < low < past for low, _ in places_said):
            continue
        texts.append(plain[start:end].strip(" .\n"))
    texts += [mark.text for mark in found(policy, _HEDGE, sentence) if bounds[0] <= mark.words[0] < bounds[1]]
    return "; ".join(texts) or None


def _inside(inner: Match, outer: Match) -> bool:
    return outer.words[0] <= inner.words[0] and inner.words[1] <= outer.words[1]


def _unique(codes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


# --- comparing -------------------------------------------------------------------------------------------------------


def overlaps(one: Scope, other: Scope) -> bool:
    """Whether someone or something can fall under both: regions meet, people and products do not exclude each other.

    Conditions and purposes are not compared: whether they matter is for the rule to say.
    """
    return (
        bool(lands(one.region) & lands(other.region))
        and (not one.people or not other.people or bool({*one.people} & {*other.people}))
        and (not one.product or not other.product or one.product == other.product)
    )


def contains(outer: Scope, inner: Scope) -> bool:
    """Whether everyone under `inner` is also under `outer`."""
    return (
        lands(outer.region) >= lands(inner.region)
        and (not outer.people or (bool(inner.people) and {*outer.people} >= {*inner.people}))
        and (not outer.product or outer.product == inner.product)
    )


@cache
def lands(region: tuple[str, ...]) -> frozenset[str]:
    """The countries a region stands for; all of them when it is empty.

    Plain codes add up; "outside:" codes each take away: ("outside:US", "outside:EEA") is neither here nor there.
    """
    inside = [code for code in region if not code.startswith("outside:")]
    reached = frozenset().union(*(_countries(code) for code in inside)) if inside else _countries("WORLD")
    for code in region:
        if code.startswith("outside:"):
            reached -= _countries(code.removeprefix("outside:"))
    return reached


@cache
def _countries(code: str) -> frozenset[str]:
    data = places("en")
    if code == "WORLD":
        return frozenset(data.PLACES) - frozenset(("EU", "EEA", "EUROPE", "WORLD", "NORTH-AMERICA"))
    members: frozenset[str] = data.MEMBERS.get(code, frozenset())
    if code in ("EU", "EEA", "EUROPE", "NORTH-AMERICA"):
        return members - frozenset(("EU", "EEA"))
    return members | {code}


__all__ = [
    "EVERYWHERE",
    "PLACE",
    "chain_of",
    "clause",
    "contains",
    "denied",
    "first_after",
    "found",
    "is_statement",
    "lands",
    "modality",
    "opening_region",
    "overlaps",
    "regions_in",
    "scope_of",
    "section_regions",
    "stands_in",
]
