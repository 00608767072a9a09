"""
Data that nobody else ever gets in one place, and that a named provider holds or handles in another.

"We never give your e-mail address to anyone" and "our newsletter is sent with" a well-known service: the service has
the address, so the promise is not true as it stands. Readers forgive a hosting company under a plain "we do not share
your data with third parties", and so does this rule; "never, with anyone" leaves no such room. Payment services are
left out, since buyers give them their data themselves.

Source: Articles 4(9), 5(1)(a) and 28 GDPR; Section 5 FTC Act (deceptive statements).
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Policy, Related, rule

from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._cases import Case, providers
from privacylint_rules.rules.consistency._limits import ALL_DATA, GIVE, GIVEN, limits
from privacylint_rules.rules.consistency._statements import Statement, ordered, read, says
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_NOT = "(not|never|don't|doesn't|won't|nor|under no (circumstances|condition)|(in|at|on) no (case|event|time|circumstances|account))"
_MAIL = "((e mail|email|mail) (address|addresses)|your (e mail|email|emails) !(address|addresses)|subscriber [(data|information|details)]|mailing list|list of subscribers)"
_PROMISED = {
    "e-mail address": phrases(
        en=[
            f"{_NOT} ...8!(if|when|unless|see|display|store|ask) {GIVE} ...8!(about|us) {_MAIL}",
            f"{_MAIL} ...6!(if|when|which|who) {_NOT} ...5!(if|when) {GIVEN}",
            f"(no|none of) ...3 {_MAIL} ...6!(if|when) {GIVEN}",
        ]
    ),
    "personal data": phrases(
        en=[
            f"{_NOT} ...8!(if|when|unless) {GIVE} ...3!(about|us) {ALL_DATA} !(about|of)",
            f"{ALL_DATA} ...14!(if|when|which|who|you) {_NOT} ...5!(if|when) {GIVEN}",
            f"(no|none of) ...1 {ALL_DATA} ...4!(if|when|you|by) (is|are|be) ...2!(collected) {GIVEN}",
        ]
    ),
}
_ABSOLUTE = phrases(
    en=[
        "(never|under no circumstances|in no case|in no circumstances|at no time|under any circumstances|whatsoever|ever|period|full stop|without exception|for any reason|internally only|only internally|strictly internal|any other|anyone|anybody|nobody|no one|no one else)",
    ]
)
_OTHERS = phrases(en=["(third part*|anyone|anybody|no one|nobody|others|any [other] (person|party|company|organisation|organization|entity|individual)|other (people|companies|organisations|organizations|persons|parties)|outside)"])
_OPEN = phrases(
    en=[
        "(except|other than|beyond|above|apart from|besides|aside from|excluding|as described|described in|this (policy|notice)|provider~|processor~|vendor~|necessary|outside (of|the)|only (with|share)|only to ...1 (our|those|people|providers|staff|the)|unless (it|this|we) !(are|is)|without (a|an|any|good)|otherwise)",
        "(marketing|advertis*|commercial|profit|money|for (their|other|any other)) !(address)",
        "(other (users|members|players|visitors|readers|subscribers)|public|publicly|employer|advertisers|spammers|children|student~|patient~|health|card|payment|sensitive|aggregate*|anonym*|location|google|apple|country|countries)",
        "(they|providers|processors|partners|companies|who|which|parties|you|google) ...2 (will|do|does|may|are|is|must|shall|should|can) ...2 (not|never)",
    ]
)
_HOLDS = {
    "e-mail address": phrases(en=["(newsletter~|mailing list~|e mail~|email~|subscriber~|subscription~|mailings)"]),
    "personal data": phrases(en=["(data|information|records|database|newsletter~|mailing list~|e mails|emails|form~|submission~|account~|subscriber~|member~|backups)"]),
}
_MOST_SHOWN = 3
_GOES_ON = phrases(en=["(however|but|except|only|also|unless|for this|to do so)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 5(1)(a)", "GDPR Art. 28"),
    good=[
        "We do not share your personal data with third parties.\n\n## Tools\n\nOur database is hosted by Hetzner.\n",
        "We never share your e-mail address with anyone except our newsletter provider.\n\n## News\n\nOur newsletter is sent with Mailchimp.\n",
        "We never share your e-mail address with anyone.\n\n## Orders\n\nPayments are processed by Stripe.\n",
    ],
    bad=[
        Bad(
            "We will never share your e-mail address with anyone.\n\n## News\n\nOur newsletter is sent with Mailchimp.\n",
            at="never share your e-mail address",
            related=("Mailchimp",),
            message='e-mail address goes to nobody here, but Mailchimp has it in "News" (line 5)',
        ),
        Bad(
            "Under no circumstances do we disclose your personal information to third parties.\n\n## Storage\n\nMember records are stored on Google Drive.\n",
            at="Under no circumstances do we disclose your personal information",
            related=("Google Drive",),
        ),
    ],
)
def held_by_a_provider(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first absolute promise for each kind of data, with the named providers that hold it."""
    promises = [one for one in ordered(read(policy, _PROMISED)) if _is_absolute(policy, one)]
    if promises:
        # what names its exceptions is told by unlisted-disclosure
        limited = {limit.sentence.number for limit in limits(policy)}
        promises = [one for one in promises if one.sentence.number not in limited]
    held = [*providers(policy)] if promises else []
    for kind in _PROMISED:
        for promise in promises:
            having = [case for case in held if promise.kind == kind and says(policy, _HOLDS[kind], case.sentence) and _apart(policy, promise, case)]
            if having:
                yield _finding(policy, promise, having)
                break


def _is_absolute(policy: Policy, one: Statement) -> bool:
    return says(policy, _ABSOLUTE, one.sentence) and says(policy, _OTHERS, one.sentence) and not says(policy, _OPEN, one.sentence) and not one.scope.region


def _apart(policy: Policy, promise: Statement, case: Case) -> bool:
    """Whether the provider is named in another paragraph that does not go on from the promise."""
    first, second = promise.sentence.block, case.sentence.block
    right_behind = promise.section is case.section and second.number - first.number == 1
    return first is not second and second.intro is not first and not (right_behind and says(policy, _GOES_ON, case.sentence))


def _finding(policy: Policy, promise: Statement, having: list[Case]) -> Finding:
    names = {policy.source.text[case.span.start : case.span.end]: case for case in reversed(having)}
    shown = [*names.values()][::-1][:_MOST_SHOWN]
    name = policy.source.text[shown[0].span.start : shown[0].span.end]
    return Finding(
        f"{promise.kind} goes to nobody here, but {name} has it {elsewhere(policy, shown[0])}",
        promise.span,
        related=tuple(Related(case.span, "holds or handles it") for case in shown),
        help="name the providers in the promise, or say that only those who work for the company get it",
        topic=promise.kind,
    )
