"""Purposes: what providers, data and collection are said to be bound to, and what the text says elsewhere."""

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


PROVIDERS = "providers-with-own-purposes"

CLASHES = [
    (PROVIDERS, "Our contractors may process your data only on our written instructions.\n\n## Analytics\n\nThe analytics provider also uses the data for its own purposes.\n"),
    (PROVIDERS, "We hire other companies to send mail and to host the site. They are not allowed to use your details for anything else.\n\n## Ads\n\nAdMob uses the data it collects in this app to improve its own products.\n"),
    (PROVIDERS, "Vendors get access to your information solely to perform their work for us and must not use it for other purposes.\n\n## Tools\n\nThe app includes third-party libraries that gather information in order to develop their own services.\n"),
    (PROVIDERS, "Service providers are contractually barred from using personal data for their own benefit.\n\n## Statistics\n\nOur service providers may keep usage data for their own business purposes.\n"),
    (PROVIDERS, "These companies are forbidden to use your data except to provide services to us.\n\n## Statistics\n\nWe use Google Analytics. Google may use what it records to personalise the ads of its own advertising network.\n"),
    (PROVIDERS, "We employ third parties to run the game. These third parties can see your data so that they can do their job for us. They have promised not to use it for any other reason.\n\n## Cookies\n\nSDKs of third parties in the game collect device data and improve their services with it.\n"),
    (PROVIDERS, "Suppliers work strictly on our behalf and may use your data for no purpose other than the task we gave them.\n\n## Vendors\n\nSome vendors use your data to train their own models.\n"),
    (PROVIDERS, "We require our subprocessors to use personal information only as necessary to provide services to us.\n\n## Tracking\n\nThird-party scripts on our pages collect your IP address to enhance their own products.\n"),
    (PROVIDERS, "Providers have no right to use your information beyond what is needed to assist us.\n\n## Google\n\nData is shared with other Google products through Google Analytics.\n"),
    (PROVIDERS, "Third parties who help us are limited to using your data for the tasks we assign.\n\n## Crash reports\n\nThe crash reporting service uses the data for its own research.\n"),
    (PROVIDERS, "We share data with agents. These agents cannot do anything with your personal data unless we have instructed them to do it.\n\n## Widgets\n\nThese third-party tools process data for their own commercial purposes.\n"),
    (PROVIDERS, "Each processor shall only process the data for our purposes and not for its own.\n\n## Ads\n\nThe advertising SDK collects identifiers and uses them for its own advertising.\n"),
]  # fmt: skip

LOOK_ALIKES = [
    (PROVIDERS, "Our service providers may not use your data for any other purpose.\n\n## Partners\n\nWith your consent we share your e-mail address with sponsors, who use it for their own marketing.\n"),
    (PROVIDERS, "Service providers may not use your data for any other purpose.\n\n## Payment\n\nOur payment provider is an independent controller.\n"),
    (PROVIDERS, "Service providers may not use your data for their own purposes.\n\n## Links\n\nWebsites we link to may collect data for their own purposes.\n"),
    (PROVIDERS, "Service providers may not use your data for their own purposes.\n\n## Statistics\n\nService providers may use anonymous, aggregated data to improve their services.\n"),
    (PROVIDERS, "Unless we tell you otherwise, our vendors may not use your data for any other purpose.\n\n## Statistics\n\nThe analytics provider uses the data for its own purposes.\n"),
    (PROVIDERS, "Our vendors may not use data of children for any other purpose.\n\n## Statistics\n\nThe analytics provider uses data of adults for its own purposes.\n"),
    (PROVIDERS, "Vendors may use data only on our instructions.\n\n## More\n\nWe do not let vendors use data to improve their services or for their own purposes.\n"),
    (PROVIDERS, "Vendors may use data only on our instructions.\n\n## Shops\n\nWe give shops statistics so that they can improve their services.\n"),
    (PROVIDERS, "Vendors may use data only on our instructions.\n\n## Google\n\nGoogle uses this information on our behalf to evaluate how you use the site.\n"),
    (PROVIDERS, "Our vendors may use data only for us. Some vendors, however, use data for their own purposes.\n"),
    (PROVIDERS, "Vendors may use data only on our instructions.\n\n## Ads\n\nAdvertisers may place cookies for their own purposes.\n"),
    (PROVIDERS, "We will not use your data for any other purpose.\n\n## Statistics\n\nThe analytics provider uses the data for its own purposes.\n"),
    (PROVIDERS, "Vendors may use data only on our instructions.\n\n## Tools\n\nAcme uses third-party tools to improve its services.\n"),
    (PROVIDERS, "Vendors may use data only on our instructions.\n\n## Videos\n\nYouTube uses data about viewers for its own purposes.\n"),
    (PROVIDERS, "Providers receive only the data they need to do their work.\n\n## Tools\n\nThird-party libraries collect information to improve their services.\n"),
]  # fmt: skip

# one meaning, many wordings: rule, a promise, a statement that breaks it, other wordings of the promise and of the statement
GROUPS = [
    (
        PROVIDERS,
        "Third-party companies may have access to your data. They are obligated not to use the information for any other purpose.",
        "Third-party code in the app may collect information and improve their services.",
        (
            "We engage outside firms. Such firms may access your details merely to carry out the work we give them and may not use them otherwise.",
            "Our suppliers are bound by contract to use personal data solely for the purpose of providing the agreed service.",
            "Third-party service providers are not permitted to retain, use or disclose your personal information for any purpose other than performing the services specified in our contract.",
            "All processors have signed data processing agreements which oblige them to handle your data exclusively on our instructions.",
            "We only work with vendors who use your information strictly for the tasks we ask them to do.",
            "These parties are contractually required to keep your information confidential and to use it only for the purposes for which we disclose it to them.",
            "Contractors do not have permission to use your data in any other way.",
            "Any third party that works for us is limited by contract in its ability to use your information for any purpose other than to provide services to us.",
            "The third parties we use have agreed not to use personal information other than to help us provide our products and services.",
            "These subcontractors process personal data for us and never for purposes of their own.",
            "Vendors cannot use personal information we share with them for their marketing purposes or any other purpose than in connection with the services they provide to us.",
            "I let other firms host the game. They must treat your data as confidential and use it for nothing else.",
            "We prohibit our service providers from using your information for anything other than the service they render to us.",
            "Suppliers are not authorized by us to use or disclose your personal information except as necessary to perform services on our behalf.",
        ),
        (
            "Analytics companies use cookies to gather information that they use to build and improve their own products.",
            "Third-party SDKs may process your device identifier for purposes of their own.",
            "Our analytics vendor keeps the data and uses it to develop its own products.",
            "Google may also use the data for its own purposes, such as profiling.",
            "The data collected by Google Analytics may be combined with data from other Google services.",
            "Facebook receives the data and uses it for its own advertising purposes.",
            "Third party services embedded in the app collect and use information as they see fit, for example to improve their offerings.",
            "AdMob will use your advertising ID to enhance its own services.",
            "The hosting provider also evaluates these logs for its own statistical purposes.",
            "Service providers may use the data for product development of their own.",
            "The plugin vendor may use your data for training its own models.",
        ),
    ),
]  # fmt: skip
WORDINGS = [(rule, promise, broken) for rule, _, broken, promises, _ in GROUPS for promise in promises] + [(rule, promise, broken) for rule, promise, _, _, breaks in GROUPS for broken in breaks]


@pytest.mark.parametrize(("rule", "promise", "broken"), WORDINGS)
def test_wording(rule: str, promise: str, broken: str) -> None:
    assert findings(rule, f"{promise}\n\n## Further\n\n{broken}\n")


@pytest.mark.parametrize(("rule", "text"), CLASHES)
def test_clash(rule: str, text: str) -> None:
    (finding,) = findings(rule, text)
    assert finding.related, "a clash shows both places"
    assert finding.help


@pytest.mark.parametrize(("rule", "text"), LOOK_ALIKES)
def test_look_alike(rule: str, text: str) -> None:
    assert findings(rule, text) == []
