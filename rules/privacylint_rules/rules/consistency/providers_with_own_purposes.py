"""
Providers bound to work for the company alone, and a third party that uses the same data for its own ends.

"Our providers may use your data only to do their work for us" is what makes a provider a processor: whoever decides on
ends of its own is a controller, and people must be told. Templates promise it of "these third parties" and say a page
earlier that third-party code in the app collects data to improve its makers' products, or that an analytics service
uses it for its own advertising network. Advertisers, sponsors and linked sites are not bound by such a promise, and
figures that name nobody do not break it.

Source: Articles 4(8), 28(3)(a) and 28(10) GDPR; EDPB Guidelines 07/2020 on controller and processor.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from privacylint.api import Bad, Claims, Finding, Match, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._actors import HIRED, THIRD, actor_of
from privacylint_rules.rules.consistency._statements import Statement, same_frame
from privacylint_rules.words import phrases

_MOST = 20
_MOST_SHOWN = 3
_NEAR = 5
"""How many sentences before a statement the service it is about is introduced."""

# --- words -----------------------------------------------------------------------------------------------------------

_USE = "(use|uses|using|used|process|processes|processing|processed|utilise|utilize|utilising|utilizing|access|accessing|handle|handling|do anything with|do anything else with)"
_TAKE = "(use|uses|using|used|evaluate|evaluates|collect|collects|collecting|collected|gather|gathers|gathering|process|processes|processing|receive|receives|access|accesses|keep|keeps|retain|retains|store|stores|analyse|analyses|analyze|analyzes|combine|combines|obtain|obtains|track|tracks|record|records|utilise|utilize|utilises|utilizes)"
_OTHER_END = (
    "(any other [business|commercial|related] (purpose~|reason~|use~|way|manner|end~|task~)|[any] other [commercial|business] (purposes|ends|uses|reasons)|another purpose|(anything|something) (else|other|but|except|beyond)|no other (purpose~|reason~|use)"
    "|nothing (else|but)|[any|no|a] purpose~ (other|except|beyond|besides|but)|(their|its) own|(purposes|ends|uses) of (their|its) own|(other than|except|beyond|outside) ...8 (service~|task~|work|us|our|behalf|function~|instruct*|job|duties|assist|perform))"
)
_FOR_US = (
    "([on] our behalf|on behalf of us|[on|with|to|under|upon|following] [our] [documented|written|express|prior|own|strict|specific] [documented|written|express|lawful] (instruction~|direction~)|we (instruct*|direct|authorise|authorize|request|ask)"
    "|(to|in order to|as necessary to|as needed to|for the purpose of|for the purposes of|for the sole purpose of) ...3 (perform|performing|provide|providing|carry out|carrying out|deliver|delivering|do|doing|fulfil|fulfill|render|execute|executing|complete)"
    "|[to] (assist|assisting|help|helping) us|services to us|(task|tasks|work|services|functions|purposes|purpose) (we|for which|assigned|entrusted|that we|agreed)|our purposes|for us)"
)
_ONLY = "(only|solely|exclusively|strictly|merely)"
_PROMISE = phrases(
    en=[
        f"(obligated|obliged|required|bound|committed|instructed|agree|agreed|undertake|undertaken|promised|pledged|contract~|restricted|duty|agreement~) ...8!(we|i|you) not ...1 to ...4 {_USE} ...16 {_OTHER_END}",
        f"(may|can|shall|must|will|do|does|are|is|be|could) (not|never) ...6!(we|i|you|only|solely) {_USE} ...16 {_OTHER_END}",
        f"(cannot|can't|mustn't|won't|never|not (allow|allows|permit|permits|let|authorise|authorize|entitle)) ...6!(we|i|you) {_USE} ...16 {_OTHER_END}",
        f"(prohibited|forbidden|barred|restricted|limited|prevented|precluded|prohibit~|forbid|forbids|prevent~|bar|bars|refrain|limit~) ...7!(we|i|you) {_USE} ...16 {_OTHER_END}",
        f"(no right|not [have] [any|the] right|not [have] [any] permission|no permission|not entitled) ...3 to ...3 {_USE} ...14!(we|i|you) {_OTHER_END}",
        f"(may|can|shall|must|will|to|who|which|that|are|is|permitted|allowed|authorised|authorized|required|obliged|obligated|have|has|get|gets|only|limited|contract~) ...4!(not|never|we|i|you) {_USE} ...8!(not|we|i|you) {_ONLY} ...5!(data|information|what|such|limited|certain) {_FOR_US}",
        f"({_ONLY}|limited to) [be] [permitted|allowed|authorised|authorized] [to] (use|using|process|processing|access|utilise|utilize|act|acts|used|processed|work|works) ...10!(what|such|we|i|you) {_FOR_US}",
        f"^ (no|none of our) ...3 (provider~|vendor~|processor~|subprocessor~|contractor~|supplier~|partner~) ...5!(not) (may|can|will|is|are|shall) ...3!(not) {_USE} ...16 {_OTHER_END}",
        f"(act|acts|process|processes|handle|handles|use|uses|work|works|operate|operates) ...8!(not|we|i|you) {_ONLY} ...4 (on our behalf|[our] [documented|written] instruction~|for us)",
        f"{_USE} ...10!(we|i|you) for (no (other purpose~|purpose~ other|other reason~)|nothing else)",
        "(act|acts|process|processes|work|works|use|uses|processed|used) ...10!(we|i|you) (for our purposes|for us|on our behalf) ...2 (not|never) for (its|their|any other|other|purposes of (their|its)) [own]",
        "(cannot|can't|may not|must not|not allowed to|not permitted to) do anything with ...6 unless we [have] (instruct*|told|asked|direct*)",
    ]
)
_HELD_OPEN = phrases(
    en=[
        "(unless|except|otherwise|other than) [as|where|when|that|for] [we|you|it|is|are|was|has|have] [been|otherwise|expressly] [we|you|have|is|are] (told|tell|stated|states|indicated|described|disclosed|specified|agree|agreed|noted|notify|informed)",
        "(your|their) [prior|express|explicit] (consent|permission|agreement|authorisation|authorization)",
        "(generally|typically|in general|as a rule|normally|usually|most of|some of|aim to|endeavour|endeavor|seek to|try to|strive|child|children|children's|student~|sensitive)",
    ]
)
_END = "(purpose~|end~|use~|benefit~|business|marketing|advertising|advertisement~|ads|analytics|research|product~|service~|commercial|account|need~|interest~|advantage|gain|statistics)"
_IMPROVE = "(improve|improves|improving|develop|develops|developing|enhance|enhances|enhancing|optimise|optimize|train|training|refine|grow|build|better)"
_THEIRS = "(service~|product~|offering~|algorithm~|model~|business|technolog*|platform~|system~|software|tool~|ads|advertising)"
_OWN_END = phrases(
    en=[
        f"{_TAKE} ...14!(not|never|we|i|us|you) (for|in|serve|serves|to) (its|their) own ...3 {_END}",
        f"{_TAKE} ...6!(not|never|we|you) (from|by) us ...4!(not|never|we|you) (for|in) (its|their) own ...3 {_END}",
        f"{_TAKE} ...14!(not|never|we|i|us|help|helps) {_IMPROVE} ...3!(our|your) {_THEIRS} of (its|their) own",
        f"{_TAKE} ...14!(not|never|we|i|us|you) for ...3 (purposes|purpose|ends|end|uses|use|product development|research|models|marketing|advertising|analytics) of (its|their) own",
        f"{_TAKE} ...14!(not|never|we|i|us|help|helps) {_IMPROVE} (its|their) own ...3 {_THEIRS}",
        f"{_TAKE} ...12!(not|never|we|i|us|help|helps|on|aggregate*|anonym*) {_IMPROVE} their ...2!(own|experience|visit) {_THEIRS}",
        f"{_TAKE} ...20!(not|never|we|i|us) (of|on|in|within|through|for|across) (its|their) own (advertising|ad|ads|marketing|network|products|services)",
        f"{_TAKE} ...14!(not|never|we|i|us) (personalise|personalize|target|serve|show|sell|deliver) (its|their) own (ads|advertising|advertisements|products|services|ad)",
        "(shared|share|shares|combined|combine|combines|linked) ...4!(not|never|you|your) (with|across) ...3 other (google|facebook|meta|microsoft|amazon|yahoo|yandex|adobe|apple|twitter|oracle) (services|products|companies|data|properties)",
    ]
)
_TOGETHER = phrases(en=["(google|facebook|meta|microsoft|amazon|yahoo|yandex|adobe|apple|twitter|oracle) (services|products|companies|data|properties)", "(its|their) own (advertising|ad) (network~|platform~|services)"])
_NO_BREACH = phrases(
    en=[
        "(your|their|prior|explicit|express|opt in) (consent|permission)",
        "(if|when|where|once|unless) you (agree|consent|allow|choose|opt|have)",
        "(aggregate|aggregated|anonymous|anonymised|anonymized|anonymously|de identified|deidentified|non personal|statistical data)",
        "(linked|external|other|third party) (site~|website~|web sites|web site)",
        "(links|linked) ...3 (site~|website~|pages)",
        "(prohibit*|forbid*|barred|prevent*|not allowed|not permitted|not authorised|not authorized)",
        "(only|solely|exclusively|on our behalf|our instruction~)",
    ]
)
_INTRODUCED = phrases(en=["is [a|an] ...6 (service~|tool~|platform~|provider~|sdk|solution) ...3 (offered|provided|by|from|operated|that|which|of)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 28(10)",),
    good=[
        "Our service providers may not use your data for any other purpose.\n\n## Partners\n\nWith your consent we share your e-mail address with sponsors, who use it for their own marketing.\n",
        "Vendors may use your data only on our instructions.\n\n## Statistics\n\nOur vendors may use anonymous, aggregated figures to improve their services.\n",
        "Apart from our analytics provider, vendors may not use your data for any other purpose.\n\n## Statistics\n\nThe analytics provider uses the data for its own purposes.\n",
    ],
    bad=[
        Bad(
            "Our vendors may use your data only on our instructions.\n\n## Statistics\n\nThe analytics provider uses your data for its own research.\n",
            at="may use your data only on our instructions",
            related=("uses your data for its own research",),
            message='providers may use data for nobody but the company here, but one does for its own ends in "Statistics" (line 5)',
        ),
        Bad(
            "## Code of others\n\nThe app holds third-party libraries that collect device data to improve their services.\n\n"
            "## Helpers\n\nWe hire third parties to host the app. They are bound not to use your data for any other purpose.\n",
            at="bound not to use your data for any other purpose",
            related=("collect device data to improve their services",),
        ),
    ],
)
def providers_with_own_purposes(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that providers work for the company alone, with those who use data for their own ends."""
    own = [*islice(_own_ends(policy), _MOST)]
    if not own:
        return
    for promise in islice(_promises(policy), _MOST):
        broken = [one for one in own if _breaks(promise, one)]
        if broken:
            yield _finding(policy, promise, broken)
            return


def _promises(policy: Policy) -> Iterator[Statement]:
    """Promises that providers (HIRED), or third parties in general (THIRD), use data for the company alone."""
    for match in policy.find(_PROMISE):
        if scope.found(policy, _HELD_OPEN, match.sentence) or match.sentence.text.rstrip().endswith("?"):
            continue
        actor = actor_of(policy, match)
        if actor in (HIRED, THIRD) and not _names_exception(match.sentence):
            yield Statement(actor, match, scope.scope_of(policy, match.sentence, match))


def _names_exception(sentence: Sentence) -> bool:
    return sentence.text.lstrip().lower().startswith(("apart from", "except", "unless", "other than", "with the exception"))


def _own_ends(policy: Policy) -> Iterator[Statement]:
    """Statements that a provider or third party uses data for ends of its own."""
    last: Sentence | None = None
    for match in policy.find(_OWN_END):
        sentence = match.sentence
        if sentence is last or not scope.is_statement(policy, sentence, examples=True) or scope.found(policy, _NO_BREACH, sentence) or scope.denied(policy, match):
            continue
        actor = HIRED if _overlaps(scope.found(policy, _TOGETHER, sentence), match) else actor_of(policy, match)
        if actor in (HIRED, THIRD):
            last = sentence
            yield Statement(actor, match, scope.scope_of(policy, sentence, match))


def _overlaps(marks: tuple[Match, ...], match: Match) -> bool:
    return any(mark.words[0] < match.words[1] and match.words[0] < mark.words[1] for mark in marks)


def _breaks(promise: Statement, own: Statement) -> bool:
    if promise.sentence.block is own.sentence.block or (promise.kind == HIRED and own.kind != HIRED):
        return False
    return same_frame(promise, own)


def _introduction(policy: Policy, own: Statement) -> Related | None:
    """Where the section of the statement introduces the service it is about, a few sentences before."""
    for back in range(1, min(_NEAR, own.sentence.number) + 1):
        earlier = policy.sentences[own.sentence.number - back]
        if earlier.section is own.section and scope.found(policy, _INTRODUCED, earlier):
            return Related(earlier.span, "is the service")
    return None


def _finding(policy: Policy, promise: Statement, broken: list[Statement]) -> Finding:
    shown = [Related(one.span, "uses it for its own ends") for one in broken[:_MOST_SHOWN]]
    introduced = _introduction(policy, broken[0])
    return Finding(
        f"providers may use data for nobody but the company here, but one does for its own ends {elsewhere(policy, broken[0])}",
        promise.span,
        related=(*shown, introduced) if introduced else tuple(shown),
        help="name those who use data for their own ends, as recipients of their own, and leave them out of the promise",
    )
