"""
A change of the policy that waits for notice or consent in one place, and for neither in another.

"We will tell you before a change takes effect" and "changes are effective when they are posted" stand side by side in
many templates. A reader who relied on the first learns of a change when it already binds; which of the two holds is for
a court to say; where neither days are promised nor effect at once, both can be kept, and the finding is no more than a
hint. So it is with "we will not lessen your rights without your explicit consent" beside "if you continue to
use our service, you accept the changes". Notice that is given by the posting itself makes no clash, nor do changes that
are set apart: minor ones, those the law asks for, other ones than the material.

Source: Article 13(3) GDPR; Article 29 Working Party, WP260 rev.01, on changes; FTC, In re Gateway Learning Corp.,
docket C-4120 (2004), on material changes without consent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Bad, Claims, Finding, Match, Phrases, Policy, Related, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_CHANGE = "(change~|modify|modifies|modified|modification~|update~|amend~|amendment~|revise~|revision~|alter~|alteration~|version~|policy|notice|statement|terms)"
_WILL = "(will|shall|always)"
_TELL = "(contact you|get in touch|reach out|heads up|banner|notify|notified|inform|informed|tell|told|alert|alerted|let you know|announce~|advise~|notice|notices|notification~|e mail|email|message|warn~|communicate~)"
_EFFECT = "(effective|effect|force|apply|applies|applied|applying|applicable|binding|active|live|implemented|implementing|operative|operation|valid|enforced|enforceable|kick in|kicks in|start|starts|begin|begins|live|govern|governs|count|counts|binds|bind)"
_AHEAD = "(before|prior to|ahead of|in advance of|until after)"
_ON_PAGE = "(post~|publish~|publication|upload~|appear~|placed|display~|available|accessible|online|go up|goes up|put up)"
_ONCE = "(when|upon|once|as soon as|on|at the time|at the moment|the moment|from the moment|immediately|directly|from|as of|the date|the day|the instant|the second|after|at once|instantly)"
_CHANGED = f"[(change~|update~|amendment~|revision~|modification~) (to|of|in) [(this|our|the)] [privacy]] {_CHANGE}"
_ALTER = "(change~|modify|modifies|modified|modification~|update~|amend~|amendment~|revise~|revision~|alter|altered|alteration~|new version~|new terms|new policy|revised (terms|policy|notice|version))"
_ELSE = "not|no|without|account|password|price~|pricing|fee~|breach~|visit|subscription|booking~|order~|appointment~|address|details"
"""Words that make it another change, or no promise."""
_AHEAD_OF = (
    "(<duration> (before|prior|in advance|ahead|beforehand|notice|notice period|written notice|advance notice|prior notice)|(at least|not less than|no less than|minimum of) <duration> [written|prior|advance] (notice|notification|warning|before|prior|in advance|ahead|beforehand)"
    "|(notice|notification|warning) (period|of) [at least|not less than|of] <duration>|at least <duration> (ahead|beforehand|earlier)|(no later than|not later than|no less than) <duration> (before|prior|in advance|ahead|beforehand)|<duration> ahead of)"
)
_AGREE = "(consent~|agree|agreed|agrees|agreement|accept it|accepts it|accept them|accept the new|accepted|approval|approve|approved|permission|opt in|opted in|acceptance|say yes|said yes)"
_CONSENT = "(consent|agreement|permission|approval|opt in)"

_BEFORE = phrases(
    en=[
        f"(notice|notification) of ...5!(account|price~|product~|breach) {_CHANGE} {_WILL} be (given|provided|sent|published|made) ...8!(not|without) (in advance|before|prior to|beforehand|ahead)",
        f"{_AHEAD} ...2!(you) (implement~|implementing|introduce~|introducing|apply|applying|enforcing|put|putting|rolling|roll) ...5!(account|price~) {_CHANGE} ...8!(not|if) {_WILL} ...4!(not|never) ({_TELL[1:-1]}|post|publish|display|show)",
        f"{_WILL} ...3!(not|may|try) {_TELL} ...3!(not) (you|users|members|customers)? ...6!(not|without) (in advance|beforehand|ahead of time|well ahead|in good time before) ...8!(account|price~|visit) {_CHANGE}".replace(" (you|users|members|customers)?", " [(you|users|members|customers)]"),
        f"{_CHANGE} ...6!(not|account|price~) {_WILL} ...3!(not|may|try) {_TELL} ...5!(not|without) (in advance|beforehand|ahead of time)",
        f"you'll ...3!(not) (notified|informed|told|alerted|hear) ...6!(not|without) (in advance|beforehand|ahead of time|before) ...8!(account|price~) {_CHANGE}",
        f"(will|shall|always|must|promise|undertake|commit~) ...12!(not|never|if) {_TELL} ...22!(not|without) {_AHEAD} ...10!(account|posting|post) {_EFFECT}",
        f"{_AHEAD} ...9!(account|you|posting|post) {_EFFECT} ...6 (we|I|you) (will|shall) ...4!(not|never) {_TELL}",
        f"{_AHEAD} ...9!(account|you|posting|post) {_EFFECT} ...4!(not|you) (will|shall) ...3!(not) (be [so] (announced|notified|communicated|indicated|flagged|brought))",
        f"(will|shall) ...6!(not|never) (indicate|indicated|flag|flagged|highlight|highlighted|post|publish|show|display|put up|place) ...20!(not|without) (before|prior to|ahead of|in advance of) ...10!(account|posting|post) {_EFFECT}",
        f"(we|I) [always] (notify|inform|tell|alert|e mail|email) (you|users|customers|members) ...14!(not|without|may) {_AHEAD} ...10!(account) {_EFFECT}",
        f"(will|shall) ...3!(not) (give|provide|send|receive|get) ...3!(not) (advance|prior|<duration>) [written] (notice|notification|warning) ...4!(not) (of|about|before) ...6!(account|price~|product~) {_CHANGE}",
        f"(notify|inform|tell|alert|e mail|email) (you|users|customers|members) ...4!(not|without) (in advance|beforehand|ahead of time|at least <duration> (before|prior|in advance|ahead)) ...10!(account|price~) {_CHANGE}",
        "(will|shall) ...4!(not) be (notified|informed|told|announced|communicated) ...6!(not|without) (in advance|beforehand|ahead of time|at least <duration> (before|prior|in advance|ahead))",
        f"{_CHANGE} ...8!(not|may) {_EFFECT} ...5!(not) <duration> (after|following|from) ...6!(collect~) (post~|publish~|publication|notice|notif*|e mail|email|announc*|they|it|being)",
        f"{_ALTER} ...16!({_ELSE}|may) {_AHEAD_OF}",
        f"{_AHEAD_OF} ...8!({_ELSE}|if) {_ALTER}",
        f"{_ALTER} ...12!({_ELSE}|may) {_EFFECT} ...6!({_ELSE}|immediately) <duration> ...12!(not) (after|following|later|from|has elapsed|have elapsed|has passed|have passed)",
        f"{_ALTER} ...8!({_ELSE}|may) {_EFFECT} ...2 only after <duration>",
        f"{_ALTER} ...2 {{not}} ...3 {_EFFECT} ...3 (until|before) ...3 <duration>",
        f"{_ALTER} ...8!({_ELSE}|may) (no sooner|no earlier|not earlier|not sooner|at the earliest) [than] <duration> ...3 (after|later|following)",
        f"<duration> to (review|read|consider|examine) ...6!({_ELSE}) {_ALTER}",
        f"(prior to|before|ahead of) ...3!({_ELSE}) {_ALTER} ...6!({_ELSE}) {_EFFECT} ...8!({_ELSE}|may) (will|shall|are|is) ...1 (be )?(sent|told|informed|notified|e mailed|emailed|alerted)".replace("(be )?", "[be] "),
        f"(no|not) ...4 {_ALTER} ...6!(account|price~) {_EFFECT} ...4 (until|before|unless) ...3!(consent|agree~) <duration>",
        f"(not|no) ...6 {_CHANGE} ...4 {_EFFECT} ...3 (until|before|unless) ...8 {_TELL}",
        f"{_CHANGE} ...4 (only|not) ...3 {_EFFECT} ...3 (after|until|before|once) ...2 (we|you) ...4 {_TELL}",
    ]
)
_AT_ONCE = phrases(
    en=[
        f"{_CHANGED} ...9!(not|until|unless|before|other|notify|prior|after) {_EFFECT} ...3!(until|not|days|months|before) {_ONCE} ...9!(until|notify|notified|notice|days|before|email) {_ON_PAGE}",
        f"{_CHANGED} ...9!(not|until|unless|before|other|prior) {_EFFECT} ...2!(not|until) (immediately|instantly|straight away|at once|right away|forthwith)",
        f"{_CHANGED} ...8!(not|until|unless|before|other|prior) (immediately|instantly|straight away) ...2 {_EFFECT}",
        f"{_CHANGED} ...14!(not|until|unless|before|other|prior) (with|has|have|takes|take) (immediate|instant) (effect|validity)",
        f"{_CHANGED} ...6!(not|until|unless|before|other|prior) in effect from the moment",
        f"{_CHANGED} ...8!(not|until|unless|before|other|prior) (count|counts|applies|apply|effective|valid|binding|in force) (at once|right away|straight after|straight away|instantly|without delay)",
        f"(by|on|upon|when) (posting|publishing|uploading) ...6!(not|before) {_CHANGE} ...6!(not|before|days) (immediate|instant) effect",
        f"{_CHANGED} ...12!(not|until|unless|before|other|prior) (no|without) [any|a] (waiting|transition|transitional|notice|grace) period",
        f"^ (they|these|those|any such|such) ...3!(not|other) (is|are|be|become~|take~|come~|go|goes|enter~) [immediately] [in|into] {_EFFECT} ...3!(until|not|days|months|before) {_ONCE} ...9!(until|notify|notified|notice|days|before|email) {_ON_PAGE}",
        f"(post~|publish~|publication|upload~) ...10!(not|until|unless|before|if|may|check) (give~|bring~|put~|make~) ...3 {_EFFECT}",
        f"(post~|posting|publishing|publication) ...8!(not|until|unless|before|if|may) (constitutes notice|is sufficient notice|is deemed notice) ...10 {_EFFECT}",
        f"(once|when|as soon as|the moment|upon) ...4!(you|not) (post~|publish~|publication|upload~|online) ...8!(not|until|unless|before|days|if|you|notify) {_EFFECT} !(after|until)",
    ]
)
_ONLY_WITH_CONSENT = phrases(
    en=[
        f"{_WILL} ...2!(not) (ask|ask for|request|obtain|seek|get) ...2 your ...2!(law) {_CONSENT} ...3!(if|law) (before|prior to) ...3!(share|sharing|disclose|collect*|process*) (make|making|apply|applying|implement~|implementing|introduc*|any|a|material*|significant) ...3!(collect*) {_CHANGE}",
        f"{_CHANGE} ...4!(not|share|if) (require~|need~|are subject to|is subject to|call for) ...2 your ...3!(law) {_CONSENT}",
        f"(not|never|won't) apply ...5!(law) {_CHANGE} ...12!(law|if|share) without ...3 your ...3!(law) {_CONSENT}",
        f"(if|when|should) we ...4!(not|share|sell) {_CHANGE} ...12!(share|sell|disclose) {_WILL} ...1!(not) (obtain|ask for|seek|request|get) ...2 (your|consent) ...3!(law) [{_CONSENT}] (first|before|beforehand|again|anew)",
        f"(no|not|never) ...4!(share|sell) {_CHANGE} ...12!(share|sell) (made|effective|effect|apply|applied|introduced) without ...3!(law|notice) {_CONSENT}",
        f"(not|never) ...4 (reduce~|lessen|diminish|limit|restrict|weaken|lower) ...3 (right~|protection~|privacy) ...12!(law) without ...4!(law|notice) {_CONSENT}",
        f"(not|never|no) ...8!(if|unless|share|disclose|sell) {_CHANGE} ...24!(if|unless|share|disclose|sell|opt) without ...8!(law|notice) your ...4!(law) {_CONSENT}",
        f"without ...3 your ...4!(law) {_CONSENT} ...4 (we|I) ...2 (not|never) ...6!(share|disclose|sell) {_CHANGE} ...6 {_CHANGE}",
        f"(will|shall|always) ...2!(not) (ask~ for|request~|obtain~|seek~|get) ...2 (consent|agreement|permission|approval) ...3!(if|law) (before|prior to|for|to) ...8!(share|sharing|disclose|collect*|law|use|process*) {_CHANGE} ...8!(collect*|service~) (policy|notice|statement|effect|effective|apply|applies|material*|change~)",
        f"(not|never) ...4!(share|disclose|sell) {_CHANGE} ...10!(law|share|disclose|sell) unless ...3 (you|we) ...4!(use|continue~|notif*) (consent~|agree|agreed|accepted|approved|your (consent|agreement|approval|permission))",
        f"{_CHANGE} ...6 only ...2 (after|if|once|when) you [have] [expressly|explicitly] (agree|agreed|consent~|accept|accepted)",
        f"(not|no|never|won't) ...8!(share|sell|disclose|cookie~|law) {_ALTER} ...18!(share|sell|disclose|law|cookie~) (unless|without|until|before) ...6!(use|using|continu*|law|notice|notify*) {_AGREE}",
        f"{_ALTER} ...10!(not|no|share|law|cookie~|we|ask|europe) (require~|need~|necessitate~|subject to|conditional on|conditional upon|depend~ on) ...6!(law|not|no) {_AGREE}",
        f"(consent|opt in|approval|agreement|permission) ...4!(not|no|law) (is|are) (needed|required|necessary|sought|obtained|requested) ...3 (for|before|to) ...5!(share|law) {_ALTER}",
        f"(will|shall|always|must|we) ...3!(not|may|might|can) (ask|seek|obtain|collect|request|get|require) ...8!(not|law|parental) {_AGREE} ...10!(share|law|cookie~) (before|prior to|for|if|when|whenever) ...6!(share|cookie~) {_ALTER}",
        f"(if|when|whenever|where|should|before) ...8!(share|cookie~) {_ALTER} ...14!(share|law|may|not|cookie~) (will|shall|we|must) ...3!(not|may|might|can|continu*) (ask|seek|obtain|collect|request|get|require) ...8!(not|law) {_AGREE}",
        f"only ...3!(share|law) (apply|applies|bind|use|effective) ...3!(share|cookie~) {_ALTER} ...8!(law) (once|after|when|if|with) ...4!(use|using|continu*) {_AGREE}",
        f"(must|have to|need to|required to) ...2!(law) (accept|agree|confirm|approve|consent) ...6!(share|law|cookie~|by) {_ALTER}",
        f"(if|when|where|should) ...6!(share|cookie~) {_ALTER} ...6!(share|law|cookie~) you ...2!(may|not) (have to|need to|must) ...4!(law) (accept|agree|confirm|approve|consent)",
        f"{_ALTER} ...10!(share|law|may|cookie~) only (upon|with|after|on) ...4!(use|using|continu*) {_AGREE}",
        f"(asked|required|invited) to (agree|accept|consent|approve) ...5!(share|law|cookie~|use) {_ALTER}",
        f"{_ALTER} ...6!(not|may|cookie~) (put|submitted|presented) to you for ...2 (approval|consent|acceptance)",
        f"(for|in case of|on) ...3!(share|cookie~) {_ALTER} ...6!(not|may|law) (obtain|request|seek|need|ask for) ...4!(law) (consent|approval|agreement|permission)",
        "no new (use|uses|purpose~) ...8!(law|share) (until|without|before|unless) ...5!(law) (approved|consent~|agreed|permission|approval)",
        "(differently|for a different purpose|for new purposes|for other purposes) ...8!(share|law|not) (ask first|ask you first|only with your consent|obtain your consent|ask for your consent)",
        f"{_ALTER} ...10!(share|law|may|cookie~) (only|not) ...8!(law|share) (after|if|once|when|until|with|unless) ...5!(use|using|continu*|law|notice) {_AGREE}",
        f"(change|use|using) ...12!(share|law|cookie~|not) (materially different|different (manner|way|purpose)) ...8!(not|law|may|share) (will|shall) ...3!(not|may) (ask|seek|obtain|request|get) ...6!(law) {_AGREE}",
        f"{_CHANGE} ...3 (only|not) ...4 (apply|applies|effective|effect|bind~) ...4!(law) (with|without|until|unless|if|after) ...4 (you|your) ...4!(use|continue~) (consent|agree|agreed|accepted|consented|agreement|approval)",
    ]
)
_BY_USE = phrases(
    en=[
        f"(using|use of|use|access|accessing) ...8!(not|data|information|we) (after|following|once|subsequent to) ...8!(not) {_CHANGE} ...10!(not|terminate) (means|mean|signif*|constitut*|implies|imply|indicates|taken as|deemed|accept~|agree~|consent~|amounts) ...8!(not) (accept~|acceptance|agree~|agreement|consent~|assent|them|approval|bound)",
        "(by|if you) (using|use|access|accessing) ...6!(not|data) (after|following|once) ...8!(not) (change~|changed|updated|posted|published|amend*|revis*|modif*) ...6!(not|terminate) you ...3!(not) (accept~|agree~|consent~|are bound|acknowledg*)",
        "(go on|going on|carry on|carrying on|keep on|ongoing) ...2!(not) (use|using|access|accessing) ...16!(not|terminate) (accept~|acceptance|agree~|agreement|consent~|consented|assent|approval|bound)",
        "(continue~|continued|continuing) ...20!(not|terminate) assent",
        "(accept~|agree~|consent~) ...6!(not|terminate) (change~|update~|policy|terms|modification~|amendment~|revision~) ...3 by (going on|keeping on|carrying on|remaining|staying|keeping)",
        f"(use|using|persisting|usage) ...8!(data|information|not) {_CHANGE} ...8!(not|terminate) (regarded|considered|seen|treated|taken|understood|interpreted|implies|counts) ...2 (acceptance|accepting|agreement|agreeing|consent|consenting|approval)",
        f"(by|if you|should you|when you|your next|those who) ...4!(not|terminate|data) (use|using|stay|staying|login|browsing|browse|visit|visiting) ...6!(not|terminate|data|information) (once|after|following|when|under) ...4 {_CHANGE} ...8!(not|terminate) (accept~|agree~|consent~|approve~|assumed to agree)",
        f"(by|if you|should you) ...2!(not|terminate|data) (stay|staying|still using|continue browsing|continue using|keep using) ...6!(not|terminate|data|information) (accept~|agree~|consent~|approve~) ...6 {_CHANGE}",
        f"(following|after|once) ...4 {_CHANGE} ...4!(not) (use|using) ...6!(not|data|information) (understood|regarded|considered|treated|taken|counts) ...2 (consent|acceptance|agreement|approval)",
        "(persisting|going on|carrying on|remaining|staying) ...8!(not|terminate) (implies|means|signifies|constitutes|amounts to|indicates) ...2 (acceptance|agreement|consent|approval)",
        f"(considered|deemed|taken|understood|regarded) to have (accepted|agreed|consented) ...8!(not) {_CHANGE} ...8!(not) (keep|continue~|go on|carry on|stay|still)",
        f"{_CHANGE} ...8 (stop|cease|discontinue) ...6 otherwise ...6!(not) (accept|agree|consent|accepted|agreed|consented|bound)",
        "(stay~ with us|staying|remaining|keep~ the app|keep~ using|goes on using|go on using|keep~ your account|each visit|every visit|any visit|silence|inaction|does nothing|do nothing) ...16!(terminate|not) (agree~|agreement|accept~|acceptance|consent~|assent|counts as|bound)",
        f"(not|without) (close|closing|delete|deleting|cancel|cancelling|object|objecting|opt out) ...12!(terminate) {_CHANGE} ...8!(not) (agree~|agreement|accept~|acceptance|consent~|assent|bound)",
        f"(not|without) (close|closing|delete|deleting|cancel|cancelling|object|objecting|opt out) ...10!(terminate) you ...4!(not) (agree~|accept~|consent~|deemed|bound) ...8 {_CHANGE}",
        "(continue~|continued|continuing|further|ongoing|subsequent|keep) [to] (use|using|access|accessing|visit~|be|playing|play|remain~) ...20!(not|terminate) (accept~|acceptance|agree~|agreement|consent~|acknowledg*|assent|approval|bound|confirmation)",
        "(by|if you) (continue~|continuing|keep|still) ...16!(not|terminate) (accept~|agree~|consent~|acknowledg*|bound|acceptance)",
        "(accept~|agree~|consent~|acceptance|deemed to ...5) ...9!(not|if|before) (by|when|if|through) ...3 (continue~|continued|continuing) ...4 (use|using|access|accessing|visit~)",
    ]
)
_NO_TIME = phrases(en=["(immediately|instantly|at once|straight away|right away|forthwith|immediate effect)"])
_SOME_DAYS = phrases(en=["<duration>"])
_SET_APART = phrases(
    en=[
        "(minor|small|typographical|non material|immaterial|insignificant|editorial|clarifying|non substantive|legal reasons|new function~|new feature~|required by law|other (change~|update~|modification~|revision~|amendment~))",
        "(unless|except|otherwise|however|but not|save for|subject to)",
    ]
)
_UNSURE = phrases(
    en=[
        "(may notify|may also notify|might|may choose|if required|where required|as required|when required|to the extent required|required by|applicable law|if necessary|where necessary|where appropriate|try to|we may ...3 (notify|inform|provide|send))",
    ]
)

# --- code ------------------------------------------------------------------------------------------------------------


class _Clash(NamedTuple):
    """What a change waits for, what lets it in at once, and how that is told."""

    waits: Phrases
    at_once: Phrases
    message: str
    note: str
    help: str


_CLASHES = (
    _Clash(
        _BEFORE,
        _AT_ONCE,
        "notice comes before a change takes effect here, but changes take effect at once",
        "lets changes take effect at once",
        "say from what day a change holds: some time after the notice, or the posting, and for which changes each",
    ),
    _Clash(
        _ONLY_WITH_CONSENT,
        _BY_USE,
        "a change waits for consent here, but mere use is taken as agreement",
        "takes use as agreement to a change",
        "say which changes need consent, and that continued use is enough only for the others",
    ),
)


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 13(3)",),
    good=[
        "We tell you of changes by posting them here. Changes are effective as soon as they are posted.\n",
        "We will e-mail you before a material change takes effect. Other changes are effective when posted.\n",
        "We will e-mail you before a change takes effect.\n\nThis policy is effective from the date above.\n",
        "We will not lessen your rights without your consent.\n\nIf you keep using the garden planner, your plans stay saved.\n",
        "Changes take effect 30 days after we post them.\n\nChanges that the law asks for take effect immediately, unless the law gives time.\n",
    ],
    bad=[
        Bad(
            "We will send you an e-mail before a change takes effect.\n\n## Updates\n\nAny change is effective as soon as it is posted here.\n",
            at="will send you an e-mail before a change takes effect",
            related=("change is effective as soon as it is posted",),
            message='notice comes before a change takes effect here, but changes take effect at once in "Updates" (line 5)',
        ),
        Bad(
            "Changes to this policy take effect immediately. You will be informed at least 14 days before new terms apply.\n",
            at="You will be informed at least 14 days before new terms",
            related=("Changes to this policy take effect immediately",),
        ),
        Bad(
            "We will not reduce your rights without your explicit consent. If you continue to use Fern after a change, you agree to it.\n",
            at="not reduce your rights without your explicit consent",
            related=("If you continue to use Fern after a change, you agree",),
            message="a change waits for consent here, but mere use is taken as agreement in line 1",
        ),
    ],
)
def changes_effective_at_once(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that a change waits, of each kind, with the first passage that lets it in at once."""
    for clash in _CLASHES:
        promised = [one for one in _read(policy, clash.waits) if not says(policy, _UNSURE, one.sentence)]
        at_once = [one for one in _read(policy, clash.at_once) if not says(policy, _SET_APART, one.sentence)] if promised else []
        pair = next(((one, other) for one in promised for other in at_once if apart(one, other) and same_frame(one, other)), None)
        if pair:
            yield _finding(policy, clash, *pair)


def _may_both_be_kept(policy: Policy, clash: _Clash, promise: Statement, other: Statement) -> bool:
    """Notice first and the posting later keeps both, unless days are promised or no time is left."""
    return clash.waits is _BEFORE and not says(policy, _SOME_DAYS, promise.sentence) and not says(policy, _NO_TIME, other.sentence)


def _read(policy: Policy, wanted: Phrases) -> list[Statement]:
    """The passages that say so; conditions ("if we make a change, we will …") are what such promises are made of."""
    return ordered(_statement(policy, match) for match in policy.find(wanted) if match.sentence.block.kind not in ("code", "heading"))


def _statement(policy: Policy, match: Match) -> Statement:
    return Statement("change", match, scope.scope_of(policy, match.sentence, match))


def _finding(policy: Policy, clash: _Clash, promise: Statement, other: Statement) -> Finding:
    return Finding(
        f"{clash.message} {elsewhere(policy, other)}",
        promise.span,
        related=(Related(other.span, clash.note),),
        help=clash.help,
        severity="info" if _may_both_be_kept(policy, clash, promise, other) else None,
    )
