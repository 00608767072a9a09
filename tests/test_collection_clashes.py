"""Clashes about what is collected, in several wordings, and look-alikes that stay silent."""

from __future__ import annotations

from functools import cache

import pytest
from privacylint import plugins
from privacylint.rule import Finding
from privacylint.testing import findings_of


@cache
def loaded() -> plugins.Plugins:
    return plugins.load(only=["builtin"])


def findings(rule: str, text: str) -> list[Finding]:
    return findings_of(loaded().rules[rule], loaded(), text)[1]


CLASHES = [
    ("conflicting-collection", "Everything the app asks for is stored on your phone and is not collected by me.\n\n## Errors\n\nIn case of a crash I collect information called log data.\n"),
    ("conflicting-collection", "The details you type in stay on your device and are never transmitted to us.\n\n## Logs\n\nWhen the app fails, we gather data (through a partner) known as Log Data.\n"),
    ("conflicting-collection", "Your entries remain on the user's device and are not gathered by our studio.\n\n## Children\n\nIf a child has sent us data we will erase it from our servers.\n"),
    ("conflicting-collection", "Answers are saved locally and are not received by us.\n\n## Server\n\nWe record certain data in our server logs.\n"),
    ("conflicting-collection", "The photos we ask for are not collected by the developer and are kept on your tablet.\n\n## More\n\nThe personal data we collect is used to improve the app.\n"),
    ("conflicting-collection", "What we request is held on your phone, we do not collect it.\n\n## Storage\n\nAccounts are stored on our own servers.\n"),
    ("conflicting-collection", "Information is retained on the device and not collected in any way, except for pictures you upload.\n\n## Faults\n\nIn the case of an error we collect data called Log Data.\n"),
    ("cookies-denied-and-used", "Our service does not directly use cookies.\n\n## Choices\n\nYou may disable all our cookies.\n"),
    ("cookies-denied-and-used", "We do not set first-party cookies.\n\n## Choices\n\nOur cookies help us count visits.\n"),
    ("cookies-denied-and-used", "We ourselves do not use cookies. Some pages hold maps that do. Without our cookies the maps may not work.\n"),
    ("cookies-denied-and-used", "This app doesn't use such cookies explicitly, though its plugins may. Should you decline our cookies, some parts will not run.\n"),
]

LOOK_ALIKES = [
    ("conflicting-collection", "Everything the app asks for is stored on your phone and is not collected by me.\n\n## Errors\n\nThe app keeps log data on your phone only.\n"),
    ("conflicting-collection", "Photos stay on your device and are not collected by us.\n\n## Logs\n\nWe do not collect log data.\n"),
    ("conflicting-collection", "Data is stored on your device. We do not collect it unless you send it to us.\n\n## Support\n\nWe never receive your data from our partners.\n"),
    ("conflicting-collection", "Cookies are stored on your device.\n\n## Logs\n\nWe collect log data.\n"),
    ("conflicting-collection", "Data stays on your phone and is not collected by us, except for pictures you upload.\n\n## Pictures\n\nPictures are stored on our servers.\n"),
    ("cookies-denied-and-used", "The app does not use cookies explicitly. Its libraries may. You may refuse these cookies.\n"),
    ("cookies-denied-and-used", "We do not set first-party cookies.\n\n## Partners\n\nYou can refuse the cookies of our partners.\n"),
    ("cookies-denied-and-used", "We do not use cookies directly to sell ads.\n\n## Login\n\nOur cookies help you stay signed in.\n"),
]


@pytest.mark.parametrize(("rule", "text"), CLASHES)
def test_clash(rule: str, text: str) -> None:
    (finding,) = findings(rule, text)
    assert finding.related, "a clash shows both places"
    assert finding.help


@pytest.mark.parametrize(("rule", "text"), LOOK_ALIKES)
def test_look_alike(rule: str, text: str) -> None:
    assert findings(rule, text) == []
