"""
The wordings of a practice that have no verb of their own for it: nouns, access, states, money.

"No sale of your data takes place", "third parties have no access to it", "it stays with us", "brokers pay us for it",
"our logs contain it". A frame names the core words; data and recipients are looked for around them.
"""



from __future__ import annotations

from typing import NamedTuple

from privacylint.api import Phrases

from privacylint_rules.words import phrases


class Frame(NamedTuple):
    """One way to say a practice: what it is, its core words, and where they leave room for data and recipients."""

    action: str
    wordings: Phrases
    denied: bool | None = None
    """What the core words say of themselves; None where the words around them decide."""
    data: str = "after"
    """Where the data stands: before, inside or after the core words; the first that holds some."""
    who: str = ""
    """Where recipients stand; empty where none is looked for."""
    needs_who: bool = False
    """Whether it says nothing unless it names recipients outside the company."""
    otherwise: str | None = None
    """The data meant where none is named; None where the words then say nothing."""
    only: str | None = None
    """What the words limit, as `only` of a claim."""
    reach: int = 4
    """How many words may stand between the core words and the data or the recipients."""
    only_denied: bool = False
    """Whether only its denial is read here, since the verb says the rest."""
    specific: bool = False
    """Whether its denial says something of single data only: who asks for nothing may collect all the same."""
    ours: bool = False
    """Whether the company itself must stand right before the core words."""
    whole: bool = False
    """Whether the core words hold all there is to say of the data."""
    presumed: bool = False
    """Whether it says so by the way, of recipients named before it: nothing follows from "any" of them, or from their denial."""
    private: bool = False
    """Whether it promises discretion more than that nobody receives anything."""


_MAY = "[(also|may|might|can|could|will|would|shall|must|then|thereby|only|ever|automatically|directly|sometimes|now|all|both)]"
_NOT = "(not|never|cannot|can't|don't|doesn't|won't|do not|does not|will not)"
_US = "(we|i|app|application|site|website|service|company|platform|extension|game)"
_INFO = "(data|information|details|info)"
_PERSONAL = "[personal|user|customer|any|such|your]"

_DISCLOSING = "(disclosure|disclosures|disclosing|transfer|transfers|transferring|sharing|passing on|passing|passing along|transmission|transmitting|forwarding|release|releasing|handing over|handover|communication|exchange|dissemination|distribution|provision|divulging|giving away)"
_SELLING = "(putting up for sale|making money (from|with|out of)|earning money (from|with)|cashing in on|profiting from|monetising|monetizing|marketing|commercialising|commercializing|sale|sales|selling|rental|renting|leasing|trade|trading|resale|monetisation|monetization|commercialisation|commercialization)"
_COLLECTING = "(collection|collecting|gathering|recording|logging|tracking|acquisition)"
_STORING = "(storage|storing|retention|retaining|recording|keeping)"
_HAPPENS = "(take place|takes place|taking place|occur|occurs|happen|happens|is made|are made|is carried out|is done|is performed|will be made)"
_MONEY = "(money|payment|payments|compensation|remuneration|revenue|income|profit|profits|fee|fees|commission|commissions|consideration|cash)"

_TO_SEE = "(see|view|access|read|receive|obtain|get|gain|learn|acquire|know)"
_SEES = f"({_TO_SEE}|sees|views|accesses|reads|receives|obtains|gets|gains|learns|acquires|knows)"
_HAS_ACCESS = "((have|has|get|gets|gain|gains|obtain|enjoy|enjoys) [no|any|direct|full|limited|ever] access to|(is|are|be) [ever|not|never|also] (given|granted|provided|provided with|allowed) access to)"

FRAMES = (
    # --- sale ---
    Frame("sell", phrases(en=["(not|never|isn't|aren't|no) [and never will be|ever|offered|up|put up] for (sale|rent|hire)", "(is|are) (not|never) [(something|anything|a product|goods|a commodity|products)] [that] we [would] sell"]), denied=True, data="before", reach=5),
    Frame("sell", phrases(en=[f"no {_SELLING} [(and|or) ({_SELLING}|{_DISCLOSING})] of", f"no {_SELLING} or [other] ...3 of", f"no (data|information) {_SELLING}"]), denied=True, otherwise=None),
    Frame(
        "sell",
        phrases(
            en=[
                f"(engage|engages|engaged|engaging|participate|participates|involved|dabble) ...2 in [the|any] [practice of] {_SELLING} [(and|or) {_SELLING}] [of]",
                f"(business|practice|habit) of {_SELLING} [(and|or) {_SELLING}]",
                "(deal|deals|dealing|traffic|traffics) in",
                f"(commit|commits|committed|pledge|pledged|promise) to (not|never) {_SELLING} [(and|or) {_SELLING}]",
                f"(policy|policies|principle|practice|promise|rule) of (not|never) {_SELLING} [(and|or) {_SELLING}]",
            ]
        ),
        reach=2,
    ),
    Frame("sell", phrases(en=[f"{_SELLING} of ...12!(you|business|company|assets|goods|products) {_HAPPENS}", f"{_SELLING} of ...12!(you|business|company|assets|goods|products|not|no) (helps|help|finances|funds|generates|supports|pays|brings|earns)"]), data="inside", who="inside"),
    Frame("sell", phrases(en=[f"^ [the|any] {_SELLING} ...8!(you|business|company|assets|goods) (is|are) (not|never) (something|anything|a|part|our|in|what|how|an|on)", f"{_SELLING} [of] ...8!(you) (is|are) something (we|I) [would|do|will|have|can] ({_NOT}|ruled out|rejected|refuse|refused|oppose|decided against)", f"{_SELLING} [of] ...8!(you) (is|are) (out of the question|ruled out|excluded|unthinkable|against our|not an option)", "(offering|putting|giving) ...6!(you) (up for sale|for sale) (is|are) (out of the question|ruled out|excluded|unthinkable|not|nothing|against our|something we (never|do not|don't|will not|would never))", f"(earn|earns|make|makes|finance|finances|fund|funds|live|lives) ...8!(you|and|but) (not|never) (by|from|through|with) {_SELLING} [of]"]), denied=True, data="inside", who="inside"),
    Frame("sell", phrases(en=["(offer|offers|offered|put|puts|offering) ...8 (for sale|up for sale|for hire)"]), data="inside before"),
    Frame("sell", phrases(en=["(turn|turns|turned|convert|converts|converted) ...3 into (money|cash|profit|revenue|income)"]), data="inside before"),
    Frame("sell", phrases(en=["(pay|pays|paid|paying) (us|me) ...5!(subscription|order|service|services|product) for [access to|access|using|the use of|receiving|obtaining]", "(pay|pays|paid|paying) (us|me) ...5!(subscription|order|service|services|product) to (receive|get|access|see|use|obtain|have|buy|download)"]), who="before", reach=3),
    Frame("sell", phrases(en=["(buy|buys|purchase|purchases|bought|purchased|acquire|acquires|license|licenses) ...7!(product|products|service|services|subscription) from (us|me)"]), data="inside", who="before", reach=3),
    Frame("sell", phrases(en=[f"{_MAY} [{_NOT}] {_MAY} (buy|buys|purchase|purchases|bought|purchased)"]), who="before", needs_who=True, reach=2),
    Frame("sell", phrases(en=["(is|are|be|was|were|can be|may be) [also|not|never] [be] (bought|purchased) by"]), data="before", who="after", needs_who=True),
    Frame(
        "sell",
        phrases(
            en=[
                f"(receive|receives|accept|accepts|get|gets|take|takes|obtain|collect) [no|any] ...2 {_MONEY} ...8!(ads|advertising|advertisements|transactions|orders|subscriptions|products|services) (for|in exchange for|in return for) [the|our] ({_SELLING}|{_DISCLOSING}|providing|supplying) [of]",
                f"(receive|receives|accept|accepts|earn|earns|make|makes|get|gets|take|takes|derive|derives|obtain|generate|generates) [no|any] ...2 {_MONEY} ...6!(ads|advertising|advertisements|us|transactions|orders|subscriptions|not|never|rather|instead) [(for|from|out of|by|in exchange for|in return for|with)] (for|from|by|out of|with) [the|us|our] [{_SELLING}|{_DISCLOSING}|providing|supplying|passing] [of]",
                f"{_MONEY} ...4 in (exchange|return) for [the|our] [{_SELLING}|{_DISCLOSING}|providing|supplying] [of]",
                f"(receive|receives|earn|earns|get|gets|make|makes|are paid) [no|any|a|some|not] ...1 {_MONEY} ...1 (when|whenever|each time|every time) we (pass|share|provide|send|give|supply|forward|disclose|transfer|hand) [on]",
                f"(receive|receives|accept|earn|earns|get|gets|make|makes) [no|any|a|some] ...1 {_MONEY} from ...6!(you|customers) (to whom|whom|that|which|who) ...3 (pass|share|provide|send|give|supply|forward|disclose|transfer|receive|get|obtain) [on]",
                f"no {_MONEY} changes hands for",
                "(paid|compensated|remunerated|rewarded) by ...6!(you|customers|users|for|our) for",
                f"(profit|profits|earn|benefit financially|benefits financially) [financially] from [the] [{_SELLING}|{_DISCLOSING}] [of]",
                f"(are|is|get|gets|be|being) paid ...5!(service|services|work) for [{_DISCLOSING}|providing|supplying|passing] [of]",
                f"(source of income|revenue|income|earnings) (comes|come|is derived|stems|derives) [partly|mainly|in part] from [the] {_SELLING} [of]",
            ]
        ),
        who="before inside",
        reach=2,
    ),
    Frame("sell", phrases(en=[f"{_SELLING} of ...10!(not|never|no|you|business|products|goods|company|assets) (is|are|forms|form) [also] (one of|a|an|part of|our|the|among) ...4 (income|revenue|business model|financing|funding)", f"(some|part|a part|a share|share) of our (income|revenue|earnings|turnover|profit|profits) (comes|come|stems|is derived|derives|is generated|is earned) (from|by|through) [the] {_SELLING} [of]"]), denied=False, data="inside after", who="inside"),
    Frame("sell", phrases(en=[f"(some|certain|many|several|our|these|the|such) ...2 {_DISCLOSING} of ...8 (is|are|be|constitute|constitutes|qualify|qualifies) [considered|deemed|regarded|viewed|classed|treated|seen] [as] [to be] [a|as] (sale|sales)", "(provide|provides|give|gives|supply|supplies|pass|passes) ...6!(not|never|no|you) to [the] (buyers|purchasers|list buyers) !(of|business|company)"]), denied=False, data="inside"),
    Frame("sell", phrases(en=[f"^ [the] (categories|types|kinds|classes) of [personal] {_INFO} [that|which] [we|were|are|have|has|was] [been|have] (sold|sell) [to]", f"^ [personal] {_INFO} (sold|we sell|we have sold|we sold) !(not|never|is|are|no|none|by)"]), denied=False, data="inside", who="after"),
    Frame("sell", phrases(en=["^ (sale|selling|resale|rental|trade) of ...6 (none|never|no|we don't|we do not [(do|engage in)] [(it|this|that)]|does not (happen|take place|occur)) $"]), denied=True, data="inside", who=""),
    Frame("sell", phrases(en=[f"^ {_SELLING} ...10!(not|never|no|you|business|products|goods) (is|helps|allows|keeps|pays|funds) (how|what|us|our|part|the|for)"]), denied=False, data="inside", who="inside"),
    # --- sharing: nouns ---
    Frame(
        "share",
        phrases(
            en=[
                f"no [such|further|onward|other] {_DISCLOSING} [(and|or) ({_DISCLOSING}|{_SELLING})] of",
                f"no {_DISCLOSING} (with|to) [any] ...3 (party|parties|others|anyone|companies|organisations|organizations)",
                f"no [third party|external|outside] {_INFO} (sharing|disclosure|transfer|transfers|exchange)",
                f"(no|without any) {_PERSONAL} {_INFO} (sharing|disclosure|transfer|transfers|exchange)",
                f"^ [{_PERSONAL[1:-1]}] {_INFO} (sharing|disclosure|transfer|transfers) [with third parties|to third parties|with others|with anyone] (none|no|never) $",
                "^ (sharing|disclosure|transfer|transfers) ...4 (with|to) (third parties|others|anyone|other companies) (none|no|never|does not (happen|take place|occur)) $",
            ]
        ),
        denied=True,
        data="after before",
        who="inside after",
        otherwise="data",
        reach=7,
    ),
    Frame("share", phrases(en=[f"{_DISCLOSING} of ...16!(you|guarantee|prevent|goal|if|cannot|unauthorized|unauthorised|before) ({_HAPPENS}|is part of|are part of)"]), data="inside", who="inside"),
    Frame("share", phrases(en=[f"^ [the|any] {_DISCLOSING} ...12!(you) (is|are) (not|never) (something|anything|part|our|in|what|how|an option|on)", f"^ {_DISCLOSING} ...12!(you) (is|are) something (we|I) [would|do|will|have|can] ({_NOT}|ruled out|rejected|refuse|refused|oppose|decided against)", f"{_DISCLOSING} ...12!(you|except) (is|are) (out of the question|ruled out|excluded)"]), denied=True, data="inside", who="inside"),
    Frame("share", phrases(en=[f"(commit|commits|committed|pledge|pledged) to (not|never) {_DISCLOSING} [(and|or) {_DISCLOSING}]", f"(policy|policies|principle|practice|promise|rule) of (not|never) {_DISCLOSING}"]), who="after", reach=9),
    # --- sharing: only with ---
    Frame("share", phrases(en=["(only|sole|exclusive) (recipient|recipients|receiver) of ...8!(not|no) (are|is)"]), denied=False, data="inside", who="after", needs_who=True, only="recipient"),
    Frame("share", phrases(en=["^ (only|solely|exclusively) [our|the|a|some|selected|those] ...3 (receive|receives|have access to|has access to|can access|can see|get|gets|see|sees|obtain)"]), denied=False, who="inside", needs_who=True, only="recipient"),
    Frame("share", phrases(en=[f"{_DISCLOSING} of ...8!(not|no) (is|are) (limited|restricted|confined) to", "access to ...8!(not|no) (is|are) (limited|restricted|confined) to"]), denied=False, data="inside", who="after", needs_who=True, only="recipient"),
    # --- sharing: who has access ---
    Frame("share", phrases(en=[f"{_US} {_MAY} [{_NOT}] {_MAY} (give|gives|grant|grants|allow|allows|let|lets|permit|permits|enable|enables|offer|offers) ...7!(you|yourself|user|users|if|us|only) ([to] [have] access [to]|to (collect|receive|obtain|see|view|read|use|access|download|copy|search|query|have)|(have|collect|receive|obtain|see|view|read|download|copy|search|query|use))"]), who="inside", needs_who=True),
    Frame("share", phrases(en=["(use|uses|employ|employs|contain|contains|include|includes|integrate|integrates|embed|embeds) ...3!(not|no|never|without) third party ...2!(not|and|or|site~|website~) (services|sdk~|libraries|tools|components|code|plugins|providers) (that|which|who) ...3!(not|never|cannot|help|we|you) (collect|gather|receive|track|obtain|record|access)"]), denied=False, who="inside", needs_who=True),
    Frame("share", phrases(en=["(is|are|be|becomes|become|remain|remains|made) [also|not|never|only|thereby|directly] (accessible|visible|open|available|known) (to|for|by)"]), data="before", who="after", needs_who=True),
    Frame("share", phrases(en=["(can|could|may|might|is|are|will|be|was|were) [also|not|never|then] [be] [also|not] (accessed|seen|viewed|read|obtained|looked at) by"]), data="before", who="after", needs_who=True),
    Frame("share", phrases(en=["(goes|go|reaches|reach|ends up with|end up with|flows to|flow to|lands with) [directly|also|only|straight|out|automatically|on] [to] [the|our|your|some|of]"]), data="before", who="after", needs_who=True, reach=1),
    Frame("share", phrases(en=[f"{_MAY} [{_NOT}] {_MAY} (see|view|access|read|get|gain|learn|know|sees|views|accesses|reads|gets|gains|learns|knows) [access to]", f"{_MAY} [{_NOT}] {_MAY} [also|not|never] {_HAS_ACCESS}"]), who="before", needs_who=True, reach=8),
    Frame("share", phrases(en=[f"{_MAY} [{_NOT}] {_MAY} (receive|receives|obtain|obtains|acquire|acquires)"]), who="before", needs_who=True, reach=8, only_denied=True),
    Frame("share", phrases(en=[f"{_MAY} (is|are|will be|be|was|were) [also|not|never|ever] (given|sent|provided with|supplied with|handed|offered|(allowed|permitted|able|authorised|authorized|enabled|free) to (access|see|view|collect|receive|use|read|obtain|download))"]), who="before", needs_who=True, reach=2),
    Frame("share", phrases(en=["(i|we) (am|are) the only (person|one|ones|people|party|company|individual) (who|that|with) [(can|may|has|have|is|are)] [(also|ever|able to)] (see|access|read|sees|reads|view|access to|have access to|has access to)"]), denied=True),
    Frame("share", phrases(en=[f"{_MAY} [{_NOT}] {_MAY} (get|gets|come|comes) to (see|view|know|read)"]), who="before", needs_who=True, reach=4),
    Frame("share", phrases(en=["no [right of|further|direct] access to ...8 (is|are|will be) [ever] (given|granted|provided|allowed|possible)"]), denied=True, data="inside", who="after"),
    Frame("share", phrases(en=["(recipient|recipients|receivers|receiver) of ...8!(not|no) (are|is|include|includes|may be|may include|comprise)"]), data="inside", who="after", needs_who=True),
    Frame("share", phrases(en=["^ (recipient|recipients) of [your|the|any|such] [personal] (data|information)", "(with|to) whom we [may|also|might|can|will] (share|disclose|transfer|pass|give|provide|send|sell) ...10!(not|no) (are|is|include|includes)"]), data="inside", who="after", needs_who=True),
    Frame("share", phrases(en=["(pay|pays|payment|payments|fee|money|compensation|charge) ...12!(you|service|services|subscription|product|products|order|orders|when|if) (get|gets|receive|receives|obtain|obtains)"]), who="before inside", needs_who=True),
    Frame("share", phrases(en=["(with|to) whom (we|i) [also|may|might|can|will] [also] (share|disclose|transfer|pass|give|provide|send|sell|supply|hand|forward|transmit|reveal)"]), who="before", needs_who=True, reach=3, presumed=True),
    Frame("share", phrases(en=["(which|who|that) [also|then|may|can|will|thereby] (receives|receive|gets|get|obtains|obtain|sees)"]), who="before", needs_who=True, reach=2),
    # --- sharing: what stays ---
    Frame(
        "share",
        phrases(
            en=[
                "(stay|stays|remain|remains|kept|held|staying) [strictly|entirely|only|always|solely|exclusively|safely|purely] (with us|with our company|with our team|within our (company|team|organisation|organization|firm)|in our (company|hands|possession|team)|in house|inside our (company|organisation|organization)|between (us|you and us|you and me)|to ourselves)",
                "known [only|solely|exclusively] to (us|our team|our staff)",
                "for our eyes only",
            ]
        ),
        denied=True,
        data="before",
        otherwise=None,
        reach=6,
    ),
    Frame("share", phrases(en=["(keep|keeps) ...9!(if|you|when) [strictly|entirely] (to ourselves|to myself|between you and us|between us)", "(only we|we alone|only our team|only our own (staff|team)) (have access to|can access|can see|see|know|has access to|can read)"]), denied=True, data="inside after"),
    Frame("share", phrases(en=["(stay|stays|remain|remains|kept|keep|keeps) [strictly|completely|entirely|always|absolutely|fully|totally] (private|secret)", "(stay|stays|remain|remains|kept) [strictly|completely|entirely|absolutely] confidential"]), denied=True, data="before", private=True),
    # --- collection and storage ---
    Frame("collect", phrases(en=[f"no {_COLLECTING} [(and|or|,) ({_STORING}|use|{_DISCLOSING})] of", f"no {_PERSONAL} {_INFO} {_COLLECTING}", f"(zero|no) {_INFO} {_COLLECTING}", f"{_INFO} collection none"]), denied=True, data="after", otherwise="data"),
    Frame("collect", phrases(en=[f"^ [personal] {_INFO} [(being|that is|that are|we)] (collected|gathered|recorded|processed|stored|collect) [by us] (none|nothing|zero|no) $", "(we|i) know nothing about (you|our users|our visitors)"]), denied=True, data="inside", otherwise="personal-data", whole=True),
    Frame("collect", phrases(en=[f"^ [what|which] [(personal|the|types of|categories of)] [{_INFO}] [that|which] (we|i|the app) [may|also|will|automatically] (collect|gather|record|receive|obtain) [from you|about you] [may] [is|are|include|includes|consists of|comprises] [the following]", f"(among|amongst|part of) the {_INFO} [that|which] [(we|are|is)] [may|also] (collect|collected|gather|gathered|record|recorded|hold|held|process|processed|store|stored|keep|kept|receive|received) [by us] [(about|on|from) you] (is|are)", "^ [the|this|our] (app|service) collects (none|nothing)"]), denied=False, reach=3),
    Frame("collect", phrases(en=["(see|sees|know|knows|learn|learns|determine|determines|find out|finds out|detect|detects) !(that|if|whether|how)"]), reach=2, ours=True, specific=True),
    Frame("collect", phrases(en=["(have|has|had|gain|gains|get|gets) no [way of] (access to|accessing)", "(do not|does not|don't|doesn't|never) (have|has|gain|get|possess) access to"]), denied=True, reach=2, ours=True, specific=True),
    Frame("collect", phrases(en=["(see|sees|get|gets|learn|learns) (none|nothing) of"]), denied=True, reach=2, ours=True, specific=True),
    Frame("store", phrases(en=["(keep|keeps|hold|holds|have|has|maintain|maintains) [no|a|any] (record|records|copy|copies|history) of"]), reach=2, ours=True),
    Frame("collect", phrases(en=[f"{_COLLECTING} of ...12!(you) {_HAPPENS}"]), data="inside"),
    Frame("collect", phrases(en=["(we|i|app|developer|company) (have|has) no [way of] (access to|accessing)", "(we|i|app|developer|company) (do not|does not|don't|doesn't|never) (have|has|gain|get|possess) access to", "(we|i) (have|hold|possess) no (personal|user|customer)"]), denied=True, reach=2),
    Frame("collect", phrases(en=["(designed|built|made|developed|engineered|programmed|configured|set up) [(so as|in such a way as|in a way)] not to (collect|gather|record|log|track|store) [or (collect|gather|record|log|track|store)]"]), denied=True, reach=3),
    Frame("collect", phrases(en=["(app|application|browser|device|extension|software|sdk|phone|plugin|game|computer) [(also|then|automatically|regularly)] (sends|transmits|reports) [to] us", "(app|application|browser|device|extension|software|sdk|phone|plugin|game|computer) [(also|then|automatically|regularly)] (sends|transmits|reports) to (us|our (servers|server))"]), denied=False, reach=3),
    Frame("collect", phrases(en=["(sent|transmitted|uploaded|reported) [automatically|also|then|directly] to (us|our (own|server|servers|systems|backend)) !(by)"]), data="before", reach=3),
    Frame("collect", phrases(en=["(use|uses|using) ...6!(not|never|no|if|you|which|that) to (determine|detect|find out|establish|work out|pinpoint|locate) !(if|whether|how|that|what|which|best|when)"]), denied=False, reach=1, specific=True),
    Frame("collect", phrases(en=["(is|are|will be) (requested|asked for) [from you|of you|by us|from users] !(by|if|for)"]), denied=False, data="before", reach=1, specific=True),
    Frame("collect", phrases(en=[f"^ [personal] {_INFO} (collected|gathered|recorded|logged|obtained) by (us|the app|our app|the service|our service|the site|our site|the website|our website|the extension|the bot)"]), denied=False, reach=2),
    Frame("collect", phrases(en=["^ (collecting|gathering|recording|tracking|logging) ...8!(you) is [(something|nothing|not something)] (that we|we) (do not|don't|never|would never|will never|do)"]), denied=True, data="inside", reach=2),
    Frame("collect", phrases(en=["(works|work|functions|runs|operates) without [any] ...5 being [ever] (collected|gathered|recorded|logged|tracked|stored)"]), denied=True, data="inside"),
    Frame("collect", phrases(en=["(collection|gathering) of ...8!(not|no) (is|are) (limited|restricted|confined) to"]), denied=False, data="after", only="data"),
    Frame(
        "use",
        phrases(
            en=[
                "(sole|only|exclusive) purpose (of|for|in) [us] [our] (processing|collecting|using|storing|keeping|holding|requesting|asking for) ...8!(not|no) is",
                "(serve|serves|is needed|are needed|is required|is necessary) (only|solely|exclusively|purely) (to|for|as)",
                "use of ...8!(not|no) (is|are) (limited|restricted|confined) to",
                "(limit|limits|restrict|restricts|confine|confines) (our|the) use of ...8 to",
            ]
        ),
        denied=False,
        data="inside before",
        only="purpose",
    ),
    Frame("store", phrases(en=[f"no {_STORING} of", f"{_US} (have|has|hold|holds|keep|keeps|maintain|maintains|store|stores|make|makes) no (record|records|copy|copies|history) of", f"{_US} [{_NOT}] (keep|maintain|store|hold|create|make) any (record|records|copy|copies|history) of"]), denied=True),
    Frame(
        "store",
        phrases(
            en=[
                f"{_US} [{_NOT}] (have|has|hold|holds|keep|keeps|maintain|maintains|store|stores|write|writes|create) no (logs|log files|logfiles|server logs|access logs|log) [of]",
                f"{_US} {_NOT} (keep|maintain|store|hold|create|write|have|produce|retain) [any|activity|access|server|usage|traffic|connection|such] [any|activity|access|server|usage|traffic|connection] (logs|log files|logfiles|log) [of]",
                "(no|zero) (logs|log|logging) [(policy|service|provider)] [(is|are) [ever] (kept|stored|written|made)]",
            ]
        ),
        denied=True,
        data="after",
        otherwise="log-data",
    ),
    Frame("collect", phrases(en=["^ [(our|the|these|such|this|all)] [(server|web|access|these|such|web server|error)] (logs|log files|logfiles|log data|log entries|log file|logfile|log) [may|can|also|will|typically|usually|automatically] (contain|contains|include|includes|record|records|hold|capture|list)", "(log files|server logs|access logs|logs) (that|which) (contain|include|record)"]), denied=False),
    Frame("collect", phrases(en=["^ [this|the|such|these] (usage data|device data|technical data|log data|usage information|device information|technical information|data collected automatically|information collected automatically|information automatically collected|data automatically collected|automatically collected (data|information)) [may|can|also|will|typically|usually] [also] (contain|contains|include|includes|consist of|consists of|comprise|comprises) [(information|data) such as]"]), denied=False, reach=5),
    Frame("collect", phrases(en=["(is|are|will be|gets) [also|automatically|then|not|never] (written|entered|added|appended) (to|into|in) [our|the|a] [server|web|access] (log|logs|log files|log file|logfiles|database|databases)"]), data="before"),
    Frame("collect", phrases(en=["(automatically|by default) (collected|logged|recorded|stored|received)"]), denied=False, data="before after", reach=4),
    Frame("collect", phrases(en=["^ (collected|logged|recorded|gathered|stored) (data|information)", f"^ [the|all|any] [personal] {_INFO} [that] [we] [is|are] (collected|gathered|recorded|logged) [by us|automatically|about you|from you] (includes|include|is|are|consists of|comprises|comprise)", f"^ [the|all] [personal] {_INFO} (collected|gathered|recorded|logged) [automatically|by us] !(by|is|are|on|in|from|for|will|may|through|via|under|about|during|when|with)"]), denied=False),
    Frame("collect", phrases(en=["(registration|signing up|sign up|an account|account creation|this|the form|subscribing|ordering) [also|only] (requires|require)", f"{_INFO} [that] you (give|provide|submit|enter) [to] [us] [may|can|will] [also|typically|usually] (include|includes|is|are|consists of|comprises)", "you [(also|may|must|can|will|may also)] (provide|give|supply|submit) [to] us [with]", "(you|users|customers|visitors|members) (must|have to|need to|are required to|will need to|are asked to|will be asked to) [first|also|then|only] (provide|enter|give|supply|submit|state|fill in) [us] [with]"]), denied=False, reach=2),
    Frame("collect", phrases(en=["(we|i|app|site|website|service|form) [also|will|then|only|do|does] [not|never] (ask|asks) [you] (for|to (provide|enter|give us|give|state))", "(we|i) may [also] ask [you] for", "(we|app|site|service) [also|will|then|only] (require|requires|need|needs)", "(we|app) [also|then] request~"]), reach=2, specific=True),
)
"""Every wording, by action."""
