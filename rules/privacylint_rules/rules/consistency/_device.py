"""Data said to stay on the reader's device and not to be collected, and what shows that data is collected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from privacylint.api import Match, Policy, Section, Sentence, Span

from privacylint_rules import scope
from privacylint_rules.words import phrases

# --- words -----------------------------------------------------------------------------------------------------------

_DEVICE = "(your|the|the user's|user's|users|their|each user's) [own|local|mobile] (device~|phone~|smartphone~|computer~|tablet~|handset~|machine~)"
_TAKEN = "(collected|gathered|received|obtained|accessed|recorded|uploaded|retrieved|transmitted|sent)"
_KEPT = phrases(
    en=[
        f"(retained|kept|stored|saved|held|remain|remains|stay|stays|reside|resides|processed) [(only|solely|locally|entirely|exclusively)] (on|in|within) {_DEVICE} ...6!(unless|if) (not|never) [(ever|in any way)] {_TAKEN}",
        f"(retained|kept|stored|saved|held|remain|remains|stay|stays|reside|resides|processed) [(only|solely|locally|entirely|exclusively)] (on|in|within) {_DEVICE} ...3!(unless|if) (we|I) (do not|don't|never|will not|cannot) (collect|gather|receive|obtain|record|retrieve)",
        f"(stored|kept|saved|held|retained) locally ...4!(unless|if) (not|never) [(ever|in any way)] {_TAKEN} by (us|me|the ...2)",
        f"(not|never) [(ever|in any way)] {_TAKEN} by (us|me|the developer~|our ...2) ...6!(unless|if) (stays|stay|remains|remain|retained|kept|stored|saved) [only|solely|locally|entirely] (on|in|within) {_DEVICE}",
    ]
)
_COLLECT = "(collect|gather|obtain|receive|record|retrieve)"
_SENT = {
    "log data is collected": phrases(
        en=[
            f"(we|I) ...1!(not|never|no) {_COLLECT} [(certain|some|technical|diagnostic)] (data|information) ...14!(not|never|locally|no) (log data|log file~|logs|log information|crash report~|diagnostic data)",
            f"(we|I) ...2!(not|never|no) {_COLLECT} ...3!(not|never|no|your) (log data|log file~|server logs|crash report~|crash logs|diagnostic data)",
            "(crash|error|bug|diagnostic) (report~|log~|data|information) ...2!(not|never|no|you|if) (are|is|will be|get) [automatically|also] (sent|transmitted|submitted|uploaded) to (us|our|the developer~)",
            "(in a case|in the case|in case) of (an|a) (error|crash|fault) ...8!(not|never|no) (collect|gather|receive|record) (data|information)",
            "(in a case|in the case|in case) of (an|a) (error|crash|fault) ...12!(not|never|no) (data|information|report~) ...6!(not|never|no) (is|are) (collected|gathered|received|recorded|sent|transmitted)",
        ]
    ),
    "data is on our servers": phrases(
        en=[
            "(delete~|remove~|erase~|purge~|wipe~|destroy~) ...6!(request|not|never) (from|on|off) (our|my) (server~|database~|systems|backend|records|cloud)",
            "(stored|kept|held|saved|retained|hosted) ...4!(not|never|no|neither) (on|in|by) (our|my) [(own|secure)] (server~|database~|systems|backend|cloud)",
        ]
    ),
    "others get at it": phrases(
        en=[
            "(third parties|third party companies|service providers|partners|these companies) ...2!(not|never|no) (have|has|get|gain) access to (their|your|the|users|this) ...2 (information|data)",
        ]
    ),
    "personal data is collected": phrases(
        en=[
            "(personal|personally identifiable) (information|data) [(that|which)] (we|I) (collect|gather|obtain) ...1 (is|are) used",
            f"(we|I) ...1!(not|never|no|require|require~) {_COLLECT} ...2!(not|never|no|any|child~|if) your (personal|ip|name|email|e mail)",
        ]
    ),
}
"""What shows that data reaches the company after all."""
_EXCEPTION = phrases(en=["(except|unless|other than|apart from|only if)"])

# --- code ------------------------------------------------------------------------------------------------------------


class Sent(NamedTuple):
    """A passage that shows data is collected: `kind` says how, in the words of a note."""

    kind: str
    match: Match

    @property
    def span(self) -> Span:
        """The source span of its words."""
        return self.match.span

    @property
    def section(self) -> Section:
        """The section it stands in."""
        return self.match.sentence.section


def promises(policy: Policy) -> Iterator[Match]:
    """Where data is said to stay on the device and not to be collected: the first match of each sentence."""
    last: Sentence | None = None
    for match in policy.find(_KEPT):
        if match.sentence is not last and scope.is_statement(policy, match.sentence):
            last = match.sentence
            yield match


def against(policy: Policy, promise: Match) -> list[Sent]:
    """What shows that data is collected all the same: one passage of each kind, elsewhere in the text.

    Against a promise with an exception only what is collected in every case.
    """
    kinds = list(_SENT)[:1] if scope.found(policy, _EXCEPTION, promise.sentence) else list(_SENT)
    shown = (next((Sent(kind, match) for match in policy.find(_SENT[kind]) if _counts(policy, promise, kind, match)), None) for kind in kinds)
    return [one for one in shown if one is not None]


def logs(policy: Policy) -> list[Sent]:
    """Where logs or crash reports are said to be collected."""
    kind = "log data is collected"
    firm = (match for match in policy.find(_SENT[kind]) if match.sentence.block.kind not in ("heading", "code"))
    return [Sent(kind, match) for match in firm if not scope.denied(policy, match) and scope.is_statement(policy, match.sentence)]


def _counts(policy: Policy, promise: Match, kind: str, match: Match) -> bool:
    if match.sentence.block is promise.sentence.block or match.sentence.block.kind in ("heading", "code"):
        return False
    # what is deleted from a server was on it, also where the sentence only supposes a child
    return not scope.denied(policy, match) and (kind == "data is on our servers" or scope.is_statement(policy, match.sentence))
