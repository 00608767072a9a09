"""
Messages, files or data that nobody at the company can see here, and that staff may look at elsewhere.

Readers choose a service by what its staff can see, and "no employee can read your messages" is broken by one moderator
who may. Compared are plain denials with plain statements of access by people of the company, for the same content; a
denial that makes an exception or is bound to a purpose ("to show you ads") is no clash, nor is access to what readers
publish or send to the company itself, nor what machines scan.

Source: Articles 5(1)(a), 5(1)(f) and 32 GDPR; FTC Act section 5, as applied to claims of end-to-end encryption.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, same_frame, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_READ = "(read|reads|see|sees|view|views|look at|looks at|look into|looks into|review|reviews|inspect|inspects|access|accesses|open|opens|examine|examines|decrypt|decrypts)"
_READING = "(reading|seeing|viewing|looking at|looking into|inspecting|accessing|opening|examining|decrypting)"
_READ_DONE = "(read|seen|viewed|looked at|reviewed|inspected|accessed|opened|examined|decrypted|checked by hand)"
_STAFF = "(staff|employee~|personnel|team|team members|moderator~|moderation team|administrators|admins|support team|support staff|support agents|engineers|developers|people|staff members|agents|reviewers|operators)"
_US = f"(we|i|us|our ...1 {_STAFF}|{_STAFF}|humans|anyone at)"
_NOT = "(not|never|don't|doesn't|cannot|can't|won't)"
_NOBODY = (
    "(nobody|no one|no employee~|no (staff member|human|person|member of staff|member of our staff|member of our team)|none of (our|the) (staff|employees|team|people|engineers|developers)|not even (we|our staff|our employees|our (administrators|engineers|developers)))"
)

_CONTENT = {
    "messages": "(message~|chat~|conversation~|direct messages|correspondence|what you (write|send|say|type))",
    "files": "(file~|document~|upload~|uploaded files|stored files|vault|notes|backups|what you (upload|store|save|keep))",
    "photos": "(photo~|picture~|images|videos|photographs)",
    "personal data": "(personal (data|information)|your data|your information|user data|customer data)",
}
_YOUR = "[the content of|the contents of|any of|the] [your|users|our users|the|any|private|user|the private] [private|personal|encrypted|uploaded]"
_IN_A_ROW = "...7!(not|never|cannot|no|only|policy|account|settings|requests|unless|if|to|for|that|which|log|about|and)"
"""What may stand before one of several kinds of content named together."""


def _denials(content: str) -> list[str]:
    thing = f"{_YOUR} {content} !(to|for|unless|except|if|without|until|by|which|from|in|beyond|before)"
    barred = "4!(if|unless|sent|public|third|but|other|others|users|anyone)"
    return [
        f"{_NOBODY} ...4!(but|except|outside|other|if) {_READ} {thing}",
        f"{_NOBODY} ...4!(but|except|outside|other|if) (has|have) [any] access to {thing}",
        f"(we|i|our {_STAFF}|our ...1 {_STAFF}) ...2!(if|may|only|share|third) {_NOT} ...2!(if|only|share|sell|always) {_READ} {thing}",
        f"(we|i|our {_STAFF}|our ...1 {_STAFF}) ...2!(if) (are|is) ...1 (not able to|unable to|incapable of|not in a position to) ({_READ}|{_READING}) {thing}",
        f"(we|i|our {_STAFF}|our ...1 {_STAFF}) (have|has) no (way|means|possibility|ability|technical means) (of|to) ({_READ}|{_READING}) {thing}",
        f"(impossible|not possible) for {_US} to {_READ} {thing}",
        f"(we|i|our {_STAFF}|our ...1 {_STAFF}) ...2!(if|only) ({_NOT[1:-1]}) ...1 have [any] access to {thing}",
        f"(we|i|our {_STAFF}|our ...1 {_STAFF}) (have|has) no access to {thing}",
        f"{content} ...{barred} (is|are|be|can|will) (not|never) ...2 ({_READ_DONE[1:-1]}|accessible to|visible to|readable by|readable for|readable to|legible for) ...2!(other|third|users|public|anyone|others) (by us|us|our {_STAFF}|by {_STAFF}|{_STAFF}|humans|anyone at)",
        f"{content} ...{barred} (cannot|can't) be {_READ_DONE} by {_US}",
        f"{content} ...12!(if|unless|third|other|not) (we|our ...1 {_STAFF}|nobody|no one|nobody but you|no one but you) ...1 (cannot|can't|can|are unable to|are not able to|could not) ...1 {_READ} (it|them) !(unless|without|if|until|except)",
        f"nobody but you ...2 (can|may|is able to) {_READ} {thing}",
        f"nobody {_READ} {thing}",
        f"only you [and ...5] (can|may|are able to|have the ability to) {_READ} {thing}",
        f"{content} ...3!(if|unless) (can|may|could) only be {_READ_DONE} by you",
        f"{content} ...3 (is|are) (visible|readable|accessible) only (to|by|for) you",
        f"{content} ...4!(if|not|unless|can|may|between) (is|are) ...2 (end to end encrypted|encrypted end to end)",
        f"(end to end|zero knowledge) encryption (for|of|on) [all] {_YOUR} {content}",
        f"{content} ...8!(if|unless|third) we (do not|don't|never) (hold|have|possess) the [encryption|decryption] (key|keys)",
    ]


def _facts(content: str) -> list[str]:
    thing = f"{_YOUR} {content}"
    several = f"(your|users|users'|user|the content of|the contents of|all|private|any|uploaded) {_IN_A_ROW} {content}".replace("|users'", "")
    may = "[(may|can|might|sometimes|will|regularly|also|could|are able to|is able to|may need to|may have to|sometimes need to|reserve the right to|have the right to|occasionally)]"
    return [
        f"(we|our {_STAFF}|our ...2 {_STAFF}) {may} [(also|sometimes|manually|occasionally)] [(scan|collect|store|monitor) and] {_READ} ({thing}|{several}) !(settings|types|requests|via|through)",
        f"^ ...2 {_STAFF} {may} ({_READ} ({thing}|{several})|(have|has) access to {thing})",
        f"(we|our {_STAFF}|our ...2 {_STAFF}) [(may|can|will)] (have|has) access to ({thing}|{several})",
        f"(we|our {_STAFF}|our ...2 {_STAFF}) {may} {_READ} the {_IN_A_ROW} {content} (you|users|people|members) (upload|send|write|exchange|store|share|post|receive)",
        f"{content} ...5!(not|never|no|cannot|only|that|public) (is|are|be) ...2 ({_READ_DONE[1:-1]}|checked|accessible to|visible to) ...1 (by us|[by|to] our {_STAFF}|[by|to] our ...2 {_STAFF}|by {_STAFF})",
        f"our ...2 {_STAFF} [(may|can|will)] (check|checks) [uploaded] {thing}",
    ]


_TO_RECIPIENTS = phrases(
    en=[
        "(content|contents|message~|letter~|card~|text) ...8!(if|public|posts) (not|never) ...3 be ...2 (shown|visible|readable|legible) ...1 (to|by) (anyone|anybody|others|any person|any third party) ...1 (other than|but|except|besides) ...3 recipient~",
        "(nobody|no one|no person) (but|except|other than|besides) ...4!(you) recipient~ ...3 (can|may|will|is able to) (read|see|open|view) ...3 (message~|letter~|card~|content|contents)",
        "only ...3!(you) recipient~ ...3 (can|may|will|is able to|are able to) (read|see|open|view) ...3 (message~|letter~|card~|content|contents)",
        "(message~|letter~|card~) ...4!(if|not) (can|may|will) [only] be (read|seen|opened|viewed) [only] by ...3 recipient~ [only]",
    ]
)
"""Correspondence that none but the addressee is to see: an exception for the addressee leaves out the company too."""
_DENIED = {name: phrases(en=_denials(content)) for name, content in _CONTENT.items()}
_SEEN = {name: phrases(en=_facts(content)) for name, content in _CONTENT.items()}
_BOUND = phrases(
    en=[
        "(unless|except|without|other than|outside of|only if|apart from|third|other users|advertis*|marketing|password~|key~ only|camera|contacts|unauthorised|unauthorized|transit|intercept~|in the (app|clear))",
        "(if|where|when) (you|we|required|necessary|the law)",
        "but (we|not|may|our|only)",
    ]
)
"""What binds a denial."""
_KEPT = "(content|contents|account|accounts|message~|files|documents|data|photos|notes|mail|emails|workspace~|project~)"
_ON_PERMISSION = phrases(
    en=[
        f"(nobody|no one|no ...3 (human|employee|person|staff member)|none of (our|the) ...2 {_STAFF}|(we|our {_STAFF}) ...1 {_NOT}) ...2!(share|sell) {_READ} ...1 (your|user|users|customer~|any) ...2 {_KEPT} ...8!(use|share) (without|unless|except|only) ...6!(law|legal) your ...2 (permission|consent|approval)",
        f"(we|our {_STAFF}) ...1!({_NOT[1:-1]}) only ...1 {_READ} ...1 (your|user|users|customer~) ...2 {_KEPT} ...3 (with|after|if) ...3!(law|legal) your ...2 (permission|consent|approval)",
    ]
)
"""Content that staff see with the reader's permission and not otherwise."""
_TO_INVESTIGATE = phrases(
    en=[
        f"({_READ[1:-1]}|accessing|reviewing|viewing|inspecting|examining) ...1 (your|a|the|user|users|customer~|customer's|user's) ...2 {_KEPT} ...4!(permission|consent|public|reported) (when|while|to|for|in order to|as part of) ...3!(comply|respond|help) (investigat*|detect|prevent|enforce|moderat*|suspected|abuse|violation~|misuse|fraud)",
        f"(investigat*|suspect*|moderat*) ...8!(permission|consent|public|reported) (we|our {_STAFF}) [(may|can|might|will)] [(have to|need to)] {_READ} ...1 (your|the|user|users|customer~|customer's|user's) ...2 {_KEPT}",
    ]
)
"""Content that staff look into on a suspicion, without asking."""
_OPEN = phrases(
    en=[
        "(public|publicly|forum~|comment~|posts|reported|report|anonymous|anonymi*|aggregate~|aggregated)",
        "(you send (to )?us|sent to us|send to us|you send us|contact us|support request~|to our support|your own)".replace("(to )?", ""),
        "(you (can|may)|how we|not|never|no|cannot|consent|permission|request)",
        "(read|review|see|view|access) (your|the|this) ...2 (policy|notice|statement|account)",
    ]
)
"""Content that readers open to others or to the company, and sentences that say something else."""

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(f)",),
    good=[
        "We never read your messages unless you report one.\n\nOur moderators may view your messages.\n",
        "Other users cannot see your messages.\n\nOur moderators may view your messages.\n",
        "Only employees who need it have access to your personal data.\n\nOur support team has access to your personal data.\n",
        "We do not read your messages.\n\nOur staff may access your files.\n",
        "We never look at your files without your permission, unless we suspect abuse.\n\nWe never review your files to investigate abuse.\n",
    ],
    bad=[
        Bad(
            "No one at our garden can read your messages.\n\n## Safety\n\nOur moderators can view your messages.\n",
            at="No one at our garden can read your messages",
            related=("Our moderators can view your messages",),
            message='nobody at the company sees messages here, but staff may in "Safety" (line 5)',
        ),
        Bad(
            "Your files are encrypted end to end.\n\n## Help\n\nOur support team can access your files.\n",
            at="files are encrypted end to end",
            related=("Our support team can access your files",),
        ),
        Bad(
            "The content of your letters will not be shown to anyone but the recipient.\n\n## Trouble\n\nWe may need to view your messages to repair a delivery.\n",
            at="letters will not be shown to anyone but the recipient",
            related=("We may need to view your messages",),
        ),
        Bad(
            "Our staff never look at your files without your permission.\n\n## Rules of the garden\n\nWe may review your files to investigate abuse.\n",
            at="Our staff never look at your files without your permission",
            related=("review your files to investigate",),
            message='staff see content only with permission here, but look into it on a suspicion in "Rules of the garden" (line 5)',
        ),
    ],
)
def staff_access(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Each kind of content nobody is said to see, with the first passage by which staff may."""
    yield from _without_permission(policy)
    denied = [one for one in ordered(read(policy, _DENIED)) if not says(policy, _BOUND, one.sentence)]
    denied += ordered(read(policy, {"messages": _TO_RECIPIENTS}))
    if not denied:
        return
    seen = [one for one in ordered(read(policy, _SEEN, denied=False)) if not says(policy, _OPEN, one.sentence)]
    for kind in _CONTENT:
        pair = next(
            ((one, other) for one in denied for other in seen if one.kind == other.kind == kind and apart(one, other) and same_frame(one, other)), None
        )
        if pair:
            yield _finding(policy, *pair)


def _without_permission(policy: Policy) -> Iterator[Finding]:
    """The first promise to look only with permission, with a look on a suspicion."""
    asked = ordered(read(policy, {"content": _ON_PERMISSION}))
    looked = ordered(read(policy, {"content": _TO_INVESTIGATE}, denied=False)) if asked else []
    for promise in asked:
        other = next((one for one in looked if apart(promise, one) and one.sentence.block is not promise.sentence.block), None)
        if other:
            yield Finding(
                f"staff see content only with permission here, but look into it on a suspicion {elsewhere(policy, other)}",
                promise.span,
                related=(Related(other.span, "does not wait for permission"),),
                help="name the investigation of abuse as a case of its own where the promise is made",
                topic="permission",
            )
            return


def _finding(policy: Policy, denial: Statement, access: Statement) -> Finding:
    return Finding(
        f"nobody at the company sees {denial.kind} here, but staff may {elsewhere(policy, access)}",
        denial.span,
        related=(Related(access.span, "here people of the company may see it"),),
        help="say who may see it and when, or drop the promise",
        topic=denial.kind,
    )
