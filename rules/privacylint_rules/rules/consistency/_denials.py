"""What a policy may deny and do, apart from data and tracking: logs, training of models, identification, plain text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from privacylint.api import Phrases

from privacylint_rules.words import phrases

_WE = "(we|i|nobody|our|the|website~|site~|app|application~|service|services|platform|extension|game~|plugin|bot|software|server~|<organisation>)"
_NO = "(not|never|don't|doesn't|won't|cannot)"
_END = "(to|for|that|which|who|unless|except|from|without|if|until|with|across|beyond|other|over|outside|when|where|as|longer|containing|about|of)"
"""What after a denial says that only a part is meant."""
_LOGS = "[(server|access|web server|usage|activity|connection|traffic|visitor|user)] (logs|log files|logfiles)"
_CONTENT = "(content|data|files|messages|photos|images|documents|notes|recordings|prompts|conversations|chats|input|inputs|uploads|work|code|projects|emails)"
_MODELS = "(ai|artificial intelligence|machine learning|ml|language|generative|our|their) [ai|learning|language|intelligence|machine] (models|model|systems|algorithms|tools)"
_TRAIN = f"(train|training|fine tune|teach|develop|improve) [(our|the|any|their)] ({_MODELS}|models|ai|artificial intelligence|machine learning|algorithms)"
_PRINTS = "(fingerprint|fingerprints|fingerprinting)"
_STORED = "(stored|kept|saved|held|sent|transmitted|transferred|recorded)"
_PLAIN = "(in (plain|clear) text|in plaintext|in cleartext|unencrypted|without encryption)"


class Kind(NamedTuple):
    """What is denied, what says that it is done, and which named services do it; how a message tells of both."""

    denied: Phrases
    done: Phrases
    services: str | None
    told: str
    but: str


def _in_plain_text(thing: str) -> Kind:
    return Kind(
        phrases(
            en=[
                f"{thing} ...2!(not|never|some|if) (is|are) [always|all|both|fully|also] encrypted",
                f"{thing} (is|are) (never|not) [ever] {_STORED} {_PLAIN}",
                f"(we|i) [always|also] encrypt [all|your|our|the] ...1!(not) {thing}",
            ]
        ),
        phrases(
            en=[
                f"{thing} ...2!(not|never|no|if) (is|are|may be|will be) {_STORED} ...3!(not|never|no) {_PLAIN}",
                f"{thing} [to (our|the|this) (site|website|app|server)] (is|are) (not|never) encrypted",
                f"(store|stores|keep|keeps|send|sends) ...2!(not|never) {thing} {_PLAIN}",
            ]
        ),
        None,
        "are encrypted",
        "they are not",
    )


KINDS: Mapping[str, Kind] = {
    "logging": Kind(
        phrases(
            en=[
                f"{_WE} ...1 {_NO} ...1!(only) (keep|keeps|store|stores|maintain|maintains|have|write|create|retain) [any|of] {_LOGS} !{_END}",
                f"{_WE} (keep|keeps|store|stores|have|has|write|retain) no {_LOGS} !{_END}",
                f"{_WE} ...1 {_NO} log (anything|any activity|any activities|your activity|user activity|any traffic|your traffic|your connections|requests|visits|any requests) !{_END}",
                f"^ (no|zero) {_LOGS} [(are|is) (kept|stored|written)] !{_END}",
                "(no|zero) (logs|logging) (policy|service|vpn)",
            ]
        ),
        phrases(
            en=[
                "(server~|our hosting|our host|backend|infrastructure|vpn) ...2!(not|never|no|if|third) (log|logs|record|records) ...3!(not|no|never|in|into|out|contain|contains|include|includes|hold|are|is) (your|each|every|the|all|ip|connection~|requests|visits|time~|which)",
                f"(we|i|server~|site~|website~|app|service) ...1!(not|never|no|if|don't) (keep|keeps|store|stores|write|writes|maintain|retain|retains|create|creates) ...1!(not|no|local) {_LOGS}",
                f"{_LOGS} ...2!(not|never|no|your|if) (is|are) ...1 (kept|stored|retained|deleted|rotated|written|saved|erased|removed) ...1!(locally)",
                "(we|i) ...1!(not|never|no|if|don't) (log|record) (the|your|each|every|ip|connection) ...3!(not|in|into) (ip|address|addresses|connection~|timestamp~|time|requests|visits|sessions|bandwidth)",
            ]
        ),
        None,
        "is denied",
        "it is done",
    ),
    "training of models on your content": Kind(
        phrases(
            en=[
                f"{_WE} ...1 {_NO} [ever] (use|process|analyse|analyze) ...2!(only|public) {_CONTENT} ...3!(unless|except|without|if|for) {_TRAIN}",
                f"{_CONTENT} ...2!(public|anonym*|if) (is|are|will be|will) (not|never) [be] [ever] used ...2!(unless|except|without|by) {_TRAIN}",
                f"{_WE} ...1 {_NO} [ever] (train|fine tune) ...4!(unless|without|others) on [any] [of] (your|user|users|customer|customers|customer's) [own|private|personal] {_CONTENT}",
            ]
        ),
        phrases(
            en=[
                f"(we|i) ...2!(not|never|no|don't|if|cannot) (use|process|analyse|analyze) ...3!(not|no|public|anonym*|aggregate~) {_CONTENT} ...8!(not|no|never|unless|publicly) {_TRAIN}",
                f"{_CONTENT} ...3!(not|never|no|public|anonym*|aggregate~) (is|are|may be|can be|will be|might be) used [(to|for)] ...4!(not|never|only|unless) {_TRAIN}",
                f"(we|i) ...2!(not|never|no|don't|if|cannot) (train|fine tune) ...4!(not|no) on [some|all] [of] (your|user|users|customer|customers) ...1!(public|anonym*) {_CONTENT}",
            ]
        ),
        None,
        "is denied",
        "it is done",
    ),
    "fingerprinting": Kind(
        phrases(
            en=[
                f"{_WE} ...1 {_NO} ...1 (use|uses|employ|create|creates|collect|perform|do|apply|generate) [any] [(browser|device|canvas|digital)] {_PRINTS} [(techniques|technology|technologies|methods|scripts)] !{_END}",
                f"(no|without) [(browser|device|canvas|digital)] {_PRINTS} (is|are|takes) (used|done|place|created|made)",
                f"{_WE} ...1 {_NO} ...1 fingerprint (you|users|visitors|your (browser|device)|browsers|devices)",
            ]
        ),
        phrases(
            en=[
                f"(we|i|site~|website~|app|partner~) ...2!(not|never|no|if|don't|touch) (use|uses|create|creates|compute|computes|generate|generates|collect|calculate) ...3!(not|no|touch|biometric) (browser|device|canvas|digital) {_PRINTS}",
                "(we|i|site~|website~|app) ...2!(not|never|no|if|don't) (create|creates|compute|computes|generate|generates|calculate) [a|an] [unique] (fingerprint|hash) ...2 (of|from) ...1 (browser|device|hardware)",
            ]
        ),
        None,
        "is denied",
        "it is done",
    ),
    **{
        thing: _in_plain_text(words)
        for thing, words in {
            "passwords": "(password~)",
            "backups": "(backup~)",
            "messages": "(messages|chats|conversations)",
            "connections": "(connections|connection|traffic|transfers|transmissions|communications)",
        }.items()
    },
}
