"""
Analytics tools that are said to get no personal data, and get it elsewhere.

"The analytics service receives no personal information" is what makes readers accept it; a passage that has the same
service record IP addresses, device identifiers or personal data takes it back. Compared are one service with itself, or
with what is said of all of them. What holds with consent only, and an address that is shortened first, is no clash.

Source: Article 4(1) and recital 30 GDPR; CJEU C-582/14 (Breyer); Andow et al., "PolicyLint", USENIX Security 2019.
"""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Bad, Claims, Finding, Match, Policy, Related, Sentence, rule

from privacylint_rules import scope
from privacylint_rules.elsewhere import elsewhere
from privacylint_rules.rules.consistency._statements import Statement, apart, ordered, read, says
from privacylint_rules.words import phrases

_MOST_SHOWN = 4

# --- words -----------------------------------------------------------------------------------------------------------

_NAMED = ("google analytics", "matomo", "piwik", "firebase", "flurry", "mixpanel", "amplitude", "hotjar", "adobe analytics", "appsflyer", "yandex metrica", "crashlytics", "segment", "heap")
_KIND = "(provider~|service~|tool~|partner~|software|program~|programme~|vendor~|sdk~|system~|compan*|platform~|product~|technolog*|package~|suite)"
_TOOL = f"([third party] [web|app|mobile|usage] analytics {_KIND}|web analytics|[third party] (sdk~|statistics (tool~|service~|software|program~)|tracking (software|tool~|service~))|{'|'.join(_NAMED)})"
_THESE = f"(these|such|those|the|our|this) ({_KIND}|trackers|third parties|analytics)"
"""What stands for tools that the sentence before named."""
_PII = "([any|your|other|the] (personal|personally identifiable|personally identifying|individually identifiable|identifying|identifiable) (data|information|details)|pii|(data|information) that (identifies|can identify|could identify|would identify|personally identifies|directly identifies) ...2)"
_GET = "(collect|collects|gather|gathers|receive|receives|record|records|store|stores|get|gets|obtain|obtains|process|processes|capture|captures|log|logs|access|contain|contains|include|includes|see|sees|have access to|has access to|read|track)"
_GIVEN = "(sent|passed|passed on|shared|transmitted|disclosed|transferred|made available|given|provided|collected|recorded|gathered|processed|stored)"
_NOBODY = "(anonymous|anonymised|anonymized|aggregate|aggregated|non personal|nonpersonal|non identifying|non identifiable|depersonalised|depersonalized|de identified|deidentified|non personally identifiable|purely statistical)"
_UNNAMED = "anonymous|anonymised|anonymized|aggregate|aggregated|nonpersonal|depersonalised|depersonalized|deidentified"
_NO = "(not|never|no|don't|doesn't|cannot|neither)"
_THEIRS = f"(information|data) [(that is|so|they|thus)] (collected|collect|gathered) ...2!(if|unless|other) {_NO} ...1 (include|includes|contain|identify) ...3!(other|except) ({_PII}|you)"
"""What tools collect, in a paragraph about them."""
_PROMISED = phrases(
    en=[
        f"({_TOOL}|{_THESE}) ...6!(if|unless|sell|share|link|combine) {_NO} ...3!(if|unless|sell|share|link|only) {_GET} ...4!(unless|other|except|sensitive|further|more|additional) {_PII}",
        _THEIRS,
        f"({_TOOL}|{_THESE}) ...3!(if|unless|not|may) {_GET} ...1 {_NOBODY} (data|information|statistics) (only|exclusively)",
        f"({_TOOL}|{_THESE}) ...3!(if|unless|not|may) {_GET} no ...2!(other|further|additional) {_PII}",
        f"({_TOOL}|{_THESE}) ...3!(if|unless|not|may) ({_GET[1:-1]}|use|uses) (only|solely|exclusively) ...2 {_NOBODY}",
        f"({_TOOL}|{_THESE}) ...2!(if|unless|not|may) (only|solely|exclusively) ({_GET[1:-1]}|use|uses) ...3!(personal|your) {_NOBODY}",
        f"no {_PII} ...4!(if|unless) (is|are|will be) ...1 {_GIVEN} ...1 (to|with|by|through|via|using) ...3!(third|other) ({_TOOL}|{_THESE})",
        f"{_PII} ...2 (is|are|will be) {_NO} ...1 {_GIVEN} ...1 (to|with|by|through|via|using) ...3!(third|other) ({_TOOL}|{_THESE})",
        f"(only|solely|exclusively) {_NOBODY} ...4 (is|are|will be) ...1 {_GIVEN} ...1 (to|with|by|through|via|using) ...3 ({_TOOL}|{_THESE})",
        f"(information|data|statistics) ...3!(other) (collected|gathered|generated|recorded|obtained) ...1 (by|through|via|with|using) ...3!(third|other) ({_TOOL}|{_THESE}) ...6!(if|unless|may|not|by) (is|are|remains) ...2 {_NOBODY}",
        f"(information|data|statistics) ...3!(other) (collected|gathered|generated|recorded|obtained) ...1 (by|through|via|with|using) ...3!(third|other) ({_TOOL}|{_THESE}) ...4!(if|unless) {_NO} ...4!(if|unless) ({_PII}|personally identify|identify you|identify individual~)",
    ]
)
_ID = f"({_PII}|ip address~|internet protocol address~|device (id~|identifier~)|advertising (id~|identifier~)|unique (id~|identifier~)|identifiers|email address~|e mail address~)"
_MASKED = phrases(en=["(anonymi*|anonymous|truncat*|shorten*|mask*|pseudonym*|hash*|aggregat*|de identif*|last octet|abbreviat*|consent|consents|consented|opt in|depersonal*)"])
_GOT = phrases(
    en=[
        f"{_TOOL} ...6!(not|never|no|if|unless|opt|by|policy|website|{_UNNAMED}) ({_GET[1:-1]}|use|uses) ...14!(not|never|no|non|opt|{_UNNAMED}) {_ID}",
        f"(some|many|any) of (these|those|such) (parties|providers|companies|services|tools|partners) ...2!(not|never|no) {_GET} ...6!(not|never|no|non|{_UNNAMED}) {_ID}",
        f"(through|via|using|by|with) {_TOOL} ...6!(not|never|no|if|opt) {_ID} ...4!(not|never|no) {_GIVEN}",
        f"{_ID} ...8!(not|never|no|non) (is|are|will be) ...1!(not|never) {_GIVEN} ...2 (to|with|by|through|via|using) ...3 {_TOOL}",
        f"(third parties|companies) (that|which|who) ...6 analytics ...8!(not|never|no|non|opt) {_GET} ...10!(not|never|no|non) {_ID}",
    ]
)
_BOUND = phrases(en=["(sensitive|child~|children|payment|health|certain|some|most|generally|except|other than|unless|apart from|without your|by default|additional|e mails|emails|content of)"])
_OF_OTHERS = phrases(en=["(their own|your choices|opt out|prevent~|block~|disable~|linked sites|other websites)"])
_ANALYTICS = phrases(en=["(analytic*|statistics|tracker~|tracking|sdk~|usage measurement)"])

# --- code ------------------------------------------------------------------------------------------------------------


@rule(
    severity="warning",
    confidence="medium",
    cites=("GDPR Art. 4(1)", "GDPR recital 30"),
    good=[
        "Our analytics provider does not collect personal information.\n\n## Statistics\n\nThe analytics provider records your IP address in a shortened form.\n",
        "Flurry does not collect personal information.\n\n## Statistics\n\nMixpanel records your IP address.\n",
        "Our analytics provider does not collect sensitive personal information.\n\n## Statistics\n\nThe analytics provider records your IP address.\n",
    ],
    bad=[
        Bad(
            "Our analytics provider does not collect personal information.\n\n## Statistics\n\nThe analytics provider records your IP address.\n",
            at="analytics provider does not collect personal information",
            related=("analytics provider records your IP address",),
            message='analytics tools get no personal data here, but they do in "Statistics" (line 5)',
        ),
        Bad(
            "We use an analytics SDK. These tools gather only anonymous data.\n\n## Partners\n\nSome third parties that provide analytics for us receive device identifiers.\n",
            at="These tools gather only anonymous",
            related=("third parties that provide analytics for us receive device identifiers",),
        ),
    ],
)
def analytics_of_personal_data(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """The first promise that analytics tools get nothing personal, with what they get."""
    promises = [one for one in ordered(read(policy, {"nothing personal": _PROMISED})) if not says(policy, _BOUND, one.sentence) and _of_analytics(policy, one)]
    if not promises:
        return
    got = [one for one in ordered(read(policy, {"personal data": _GOT}, denied=False)) if _of_analytics(policy, one) and not _is_masked(policy, one.sentence)]
    for promise in promises:
        broken = [one for one in got if apart(promise, one) and _same_tool(policy, promise.match, one.match) and scope.overlaps(promise.scope, one.scope)]
        if broken:
            yield Finding(
                f"analytics tools get no personal data here, but they do {elsewhere(policy, broken[0])}",
                promise.span,
                related=tuple(Related(one.span, "they get personal data") for one in broken[:_MOST_SHOWN]),
                help="say which data the tools get; an IP address or a device identifier is personal data",
            )
            return


def _of_analytics(policy: Policy, one: Statement) -> bool:
    """Whether the promise is about analytics: by its own words, or by those of its paragraph when it says "these tools"."""
    return bool(_names(policy, one.sentence)) or any(says(policy, _ANALYTICS, sentence) for sentence in policy.sentences_of(one.sentence.block) if sentence.number <= one.sentence.number)


def _is_masked(policy: Policy, sentence: Sentence) -> bool:
    """Whether its paragraph shortens what the tool gets, asks for consent, or speaks of what others do."""
    return any(says(policy, _MASKED, one) for one in policy.sentences_of(sentence.block)) or says(policy, _OF_OTHERS, sentence)


def _same_tool(policy: Policy, one: Match, other: Match) -> bool:
    """Whether both may speak of one tool: the same name, or no name in one of them."""
    first, second = _names(policy, one.sentence), _names(policy, other.sentence)
    return not first or not second or bool(first & second)


def _names(policy: Policy, sentence: Sentence) -> frozenset[str]:
    text = sentence.text.lower()
    return frozenset(name for name in _NAMED if name in text)
