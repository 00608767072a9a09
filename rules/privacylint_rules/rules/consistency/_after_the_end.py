"""The end of an account or a contract, and data that is kept after it: what the rules on it have in common."""

from __future__ import annotations

from privacylint.api import Claim, Policy

from privacylint_rules import scope
from privacylint_rules.rules.consistency._statements import Statement, ordered, says
from privacylint_rules.words import phrases

AFTER = frozenset(("account closure", "end of contract"))
"""What starts the clock of a time after the end, as claims name it."""
DELETING = 45
"""Days that the deletion itself may take."""
ACCOUNT = "(account~|profile~|registration|membership|subscription)"
CLOSE = "(close~|closed|closing|closure|delete~|deleting|deletion|cancel~|cancelling|canceling|cancellation|terminate~|terminating|termination|deactivate~|deactivation|remove~|leave|left|end)"
CLOSED = f"({ACCOUNT} (is|has been|gets|was) (closed|deleted|terminated|cancelled|canceled|removed|deactivated|gone|no longer active)|{ACCOUNT} no longer exists)"
END = f"({CLOSED}|{CLOSE} ...4!(not) {ACCOUNT}|{ACCOUNT} (closure|deletion|termination|cancellation|removal))"
LEAVING = "(you|they|a user|the user|a member|a customer|users|members|customers) [have|has] [already] (leave|leaves|left|quit|cancel|cancelled|canceled|deregistered|unsubscribed|uninstall|uninstalled)"
GONE = f"((contract|membership|subscription|agreement|relationship) (is over|ends|has ended|expires|is terminated|terminates)|its (closure|deletion|termination|cancellation)|cancellation|termination|deregistration|uninstallation|uninstalling|{LEAVING}|end of (the|your|our|a) [customer|business] (contract|agreement|subscription|membership|relationship|customer relationship|business relationship|service))"
OTHER_THING = phrases(
    en=["(law|laws|legal|legally|tax|accounting|statutory|obligation~|dispute~|claim~|fraud|backup~|back ups|aggregate~|anonym*|invoice~|billing|transaction~|required|security|abuse)"]
)
_STAYS = phrases(
    en=[
        f"(information|data|details|content|copies|records) ...5!(not|only|no|anonym*) (retained|kept|stored|held|archived|preserved|persist|persists|survive|survives|linger) ...8!(not|only|until|backup~|device~|as) (after|even after|following|when|even when|even if|upon|beyond) ...4!(not|inactive) {END}",
        f"(retain|keep|store|hold|maintain) ...8!(not|only|never|until|anonym*|aggregate~|as) (information|data|details|content|copies) ...10!(only|not|until|active|exists) (after|following|even after|even if|even when|beyond) ...4!(not|inactive) {END}",
        f"(after|following|even after|once|when|if|even if|even when|upon) ...4!(not|inactive) {END} ...8!(not|only|never|until|delete|erase|anonym*) (retain|keep|store|hold|maintain|preserve) ...8!(anonym*|aggregate~|only|law) (information|data|details|content|copies|history|it)",
        f"(deleting|closing|cancelling|canceling|terminating) ...3 {ACCOUNT} (does not|will not|doesn't|won't) ...3 (delete|erase|remove|mean) ...5!(public|publicly|posted|shared|others|device|cancel) (data|information|content|everything)",
        "(closed|deleted|terminated|cancelled|former (members|users|customers|subscribers|account holders)) [accounts] ...6!(not|only|until|delete) (kept|retained|stored|held|archived)",
        f"(after|following|even after|once|when|if|even if|upon|beyond) ...4!(not|inactive) ({END}|{GONE}) ...4!(not|no) (information|data|details|content|copies|history) ...6!(not|only|no|never|until|anonym*|aggregate~|deleted|device~) (retained|kept|stored|remain|remains|held|preserved|archived|stays|stay)",
        f"(after|following|even after|once|when|if|even if|upon|beyond) ...4!(not|inactive) {GONE} ...8!(not|only|no|never|until|delete|erase|anonym*) (retain|keep|store|hold|maintain|preserve) ...6!(anonym*|aggregate~|only|law) (information|data|details|content|copies|history|it)",
        f"(information|data|details|content|copies|history) ...5!(not|only|no|never) (retained|kept|stored|held|archived|preserved|remain|remains|stays|stay|retain|keep|hold|store) ...10!(not|only|until|backup~|device~|as) (after|even after|when|even when|even if|once|beyond|following) ...2!(not|inactive) {GONE}",
        f"(retain|keep|store|hold) ...6!(not|only|never|until|anonym*|aggregate~|as|no) (information|data|details|content|copies|history) ...10!(only|not|until|active|exists) (after|following|even after|even if|even when|beyond|once) ...3!(not|inactive) {GONE}",
        f"(process|use) ...3!(not|only|never|until|no) (information|data|details) (after|following|even after|beyond) ...3!(not|inactive) ({END}|{GONE})",
        f"(information|data|details|content) ...4!(not|no|public|posts|posted) (survive|survives|outlive|outlives|outlast|outlasts) ...3!(not) ({END}|{GONE}|{ACCOUNT})",
        f"(do not|don't|does not|doesn't|will not|won't|never) (delete|erase|remove) ...3!(public|posts|posted|immediately|automatically) (information|data|details|content) ...3 (when|after|once|upon|even if|even when|on) ...3!(not) ({END}|{GONE})",
        f"(archive|archives|keep|store|retain) ...3!(not|only|never|no|as) (data|information|details) of ...1 (users|members|customers|people|those|former users) (who|that) ...4!(not) {CLOSE} ...2 {ACCOUNT}",
        f"(after|on|upon|following|when|once) ...3!(not|inactive) ({END}|{GONE}) ...8!(not|no|deleted) (moved|transferred) to ...2 (archive|archives)",
        f"(after|following|even after|once|when|even when|upon|beyond) ...3!(not|inactive) ({END}|{GONE}) ...6!(not|never|stop) (storing|keeping|retaining|holding) ...5!(law|anonym*|aggregate~) (information|data|details|content|it)",
        "(keep|retain|store|hold|archive) ...3!(not|only|never|no) (data|information|details) (of|from|about) (closed|deleted|terminated|cancelled|former) (accounts|users|members|customers|profiles)",
        f"(after|upon|on|when|once|following) ...3!(not|inactive) ({END}|{GONE}) ...4!(not|no|public|posts) (information|data|details|content) (is|are|will be) not ...1!(immediately|instantly|automatically) (deleted|erased|removed)",
        f"(data|information|details|content) ...2!(not|no) may (remain|stay|continue) ...5!(not|only|backup~|device~) (once|after|when|even after|even when) ...2!(not) ({END}|{GONE})",
        f"({END}|{GONE}) ...6!(if|when|may) (information|data|details|content) ...3 (is|are|will be) not ...3 (deleted|erased|removed) but ...4 (kept|archived|retained|stored|preserved)",
        f"(deleting|closing|cancelling|canceling|terminating|ending) ...3 {ACCOUNT} (does not|will not|doesn't|won't) ...3 (lead to|result in|mean|entail|cause|trigger|imply) ...4!(immediate|public|posted|device) (deletion|erasure|removal) of",
        f"(after|following|even after|once|when|if|even if|upon) ...4!(not|inactive) {CLOSE} ...4!(not) {ACCOUNT} ...12!(not|only|never|until|delete|erase|anonym*) (retain|keep|store|hold|maintain|preserve|retained|kept|stored|remain|remains) ...6!(anonym*|aggregate~|only) (information|data|details|content|copies|it)",
        f"(after|following|even after|once|when|if|even if|upon) ...4!(not|inactive) {CLOSE} ...4!(not) {ACCOUNT} ...4!(not|only|never|until|anonym*) (information|data|details|content|copies) ...6!(not|only|never|until|anonym*|aggregate~|deleted) (retained|kept|stored|remain|remains|held|preserved)",
        f"(information|data|details|content|copies) ...2!(not|only|no) (remain|remains|stay|stays) ...8!(not|only|no|until|backup~|device~) (after|even after|when|even when|even if) ...3!(not|inactive) ({CLOSED}|{CLOSE} ...3 {ACCOUNT})",
        f"(retain|keep|store|hold|maintain|retained|kept|stored|held) ...8!(not|only|never|until|anonym*|aggregate~|as) (information|data|details|content|copies) ...10!(only|not|until|active|exists) (after|following|even after|even if|even when) ...6!(not|inactive) {CLOSE} ...4 {ACCOUNT}",
    ]
)
OWN_ENDS = phrases(en=["(business|marketing|advertising|analytics|analysis|research|improve~|improvement|indefinitely|forever|commercial|other purposes|payment|queries|some or all|all of your|our own|our interests|legitimate interest~|in case you (come back|return|change your mind)|reactivate~|reopen~)"])
"""Ends of the company's own, which the law does not ask for."""
_ENDS = phrases(en=[f"(after|following|once|when|if|upon|from) ...6!(inactive|not) ({END}|{GONE}|unsubscribe ...2 service~|stop using ...2 service~)"])
_NOT_REMOVED = phrases(en=["(not be able|unable|not be possible) to (remove|delete|erase) ...4 (information|data|content)"])


def not_removed(policy: Policy) -> list[Statement]:
    """The passages that leave open whether all can be removed, to be shown beside others."""
    return ordered(Statement("kept", match, scope.scope_of(policy, match.sentence, match)) for match in policy.find(_NOT_REMOVED))


def kept_after(policy: Policy) -> list[Statement]:
    """The passages that keep data when the account or the contract is over: not for the law, or for ends of the company's own."""
    found = (match for match in policy.find(_STAYS) if match.sentence.block.kind not in ("code", "heading") and not match.sentence.text.rstrip().endswith("?"))
    said = ordered(Statement("kept", match, scope.scope_of(policy, match.sentence, match)) for match in found)
    # two wordings may read one sentence
    firsts = {one.sentence: one for one in reversed(said)}
    return [one for one in reversed(firsts.values()) if not says(policy, OTHER_THING, one.sentence) or says(policy, OWN_ENDS, one.sentence)]


def is_after_the_end(policy: Policy, claim: Claim) -> bool:
    """Whether a period counts from the end of the account or the contract, and is not one of the law."""
    sentence = claim.sentence
    if sentence is None or says(policy, OTHER_THING, sentence):
        return False
    return claim.value["from"] in AFTER or says(policy, _ENDS, sentence)
