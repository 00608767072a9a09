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
    ("only-given-data", "We collect personal data from visitors only if they voluntarily submit it.\n\n## Visits\n\nOur servers automatically record your IP address.\n"),
    ("only-given-data", "Personal information is collected only when voluntarily provided by you.\n\n## Visits\n\nOur servers automatically record your IP address.\n"),
    ("only-given-data", "We only gather personally identifiable information because you choose to give it.\n\n## Partners\n\nWe may receive information about you from third parties, such as data brokers.\n"),
    ("only-given-data", "All personal information we hold has been voluntarily provided by you.\n\n## Partners\n\nWe may receive information about you from third parties, such as data brokers.\n"),
    ("only-given-data", "You may browse our website without giving us any information.\n\n## Visits\n\nOur servers automatically record your IP address.\n"),
    ("only-given-data", "Visitors to our site remain completely anonymous.\n\n## Visits\n\nOur servers automatically record your IP address.\n"),
    ("only-given-data", "Unless you register and give us your details, we do not collect personal information.\n\n## Partners\n\nWe may receive information about you from third parties, such as data brokers.\n"),
    ("only-given-data", "We do not collect personal information from third parties.\n\n## Sources\n\nMarketing partners also provide us with information about you.\n"),
    ("only-given-data", "We do not automatically collect personal data. We do not collect personal data automatically, ever.\n\n## Visits\n\nOur servers automatically record your IP address.\n"),
    ("only-given-data", "No personal information is passively collected.\n\n## Visits\n\nOur servers automatically record your IP address.\n"),
    ("only-given-data", "We store your health information only if you choose to enter it.\n\n## Sources\n\nWe obtain health information about members from third parties such as clinics.\n"),
    ("only-given-data", "We do not collect demographic information unless you volunteer it.\n\n## Guesses\n\nFrom what you read we infer your age range and gender.\n"),
    ("only-given-data", "Employment details are kept, but only when you choose to provide them.\n\n## Sources\n\nOther companies send us employment details of applicants.\n"),
    ("cookies-that-identify", "We collect personal data such as:\n\n- your name\n- cookies and log data\n\n## Cookies\n\nCookies hold an anonymous id.\n"),
    ("cookies-that-identify", "Personal information includes the following:\n\n1. E-mail address\n2. Cookie identifiers\n\n## Cookies\n\nThe information our cookies collect is completely anonymous.\n"),
    ("cookies-that-identify", "Personally identifiable information may include, but is not limited to:\n\n(a) Name\n\n(b) Cookies and Usage Data\n\n## Tracking\n\nCookies may include an anonymous unique identifier.\n"),
    ("cookies-that-identify", "We process the following personal data.\n\n## Kinds of personal data\n\nThe personal data we hold are:\n\n- Usage data and cookies\n\n## Cookies\n\nCookies do not contain any personal data.\n"),
    ("anonymous-data-linked", "We never connect your IP address to your name or other personal details.\n\n## Logs\n\nLog data is stored together with your user ID.\n"),
    ("anonymous-data-linked", "Technical data about your browser is not associated with any individual.\n\n## Accounts\n\nWe combine technical data with your account information.\n"),
    ("anonymous-data-linked", "Our app records how often it is opened. This usage data cannot be traced back to an individual user.\n\n## Members\n\nUsage data is tied to your profile.\n"),
    ("anonymous-data-linked", "We collect log files. The information is completely anonymous.\n\n## Members\n\nOnce you log in, log data will be connected to your account.\n"),
    ("anonymous-data-linked", "Information is collected automatically by our servers. It is not personally identifiable.\n\n## Fraud\n\nWe use your IP address to personally identify users.\n"),
    ("anonymous-data-linked", "We cannot identify you from your IP address.\n\n## Rules\n\nIP addresses may be used to identify members who break the rules.\n"),
    ("anonymous-data-linked", "Usage statistics are gathered. Such information does not include anything that would identify an individual user.\n\n## Help\n\nWe match usage data with your personal information to help you.\n"),
    ("anonymous-data-linked", "Analytics data is recorded anonymously.\n\n## Personal advice\n\nWe link your analytics data to your customer record.\n"),
    ("anonymous-data-linked", "All other data is anonymous.\n\n## Accounts\n\nWe associate browsing history with your account.\n"),
    ("anonymous-data-linked", "We do not merge server logs with other data that we have about you.\n\n## Service\n\nWe may merge server log files with personal data.\n"),
    ("anonymous-data-linked", "Device information is not linked to your identity.\n\n## Sync\n\nYour device identifiers are associated with your account.\n"),
    ("denied-and-done", "There is no tracking in this game.\n\n## Partners\n\nThe game uses AppsFlyer to see which advertisement brought you.\n"),
    ("denied-and-done", "No analytics and no telemetry.\n\n## Numbers\n\nWe use web analytics to learn which pages are read.\n"),
    ("denied-and-done", "Our extension does not include third-party analytics.\n\n## Numbers\n\nInstalls are counted: Amplitude is used for that.\n"),
    ("denied-and-done", "The site is free of advertising.\n\n## Money\n\nWe use Google AdSense to pay for the servers.\n"),
    ("denied-and-done", "We never show ads or use analytics.\n\n## Money\n\nAds may be displayed in our app.\n"),
    ("denied-and-done", "The service does not require registration.\n\n## Start\n\nTo use the service you must create an account.\n"),
    ("denied-and-done", "No account is needed.\n\n## Start\n\nRegistration is required to use our platform.\n"),
    ("denied-and-done", "We do not collect special categories of personal data.\n\n## Camps\n\nWe collect dietary requirements and medical information of guests.\n"),
    ("denied-and-done", "No sensitive information is collected.\n\n## Camps\n\nWe may ask for your religion.\n"),
    ("denied-and-done", "The app never reads your messages.\n\n## Spam\n\nThe app scans your messages for spam.\n"),
    ("denied-and-done", "We don't have access to your photo library.\n\n## Albums\n\nThe app accesses your photos to make albums.\n"),
    ("denied-and-done", "Your documents are never transmitted.\n\n## Conversion\n\nYour documents are uploaded to our servers for conversion.\n"),
    ("denied-and-done", "User notes are not sent.\n\n## Sync\n\nWe send your notes to our cloud.\n"),
    ("denied-and-done", "We don't use trackers.\n\n## Letters\n\nOur newsletters contain tracking pixels.\n"),
    ("conflicting-collection", "We do not collect any personal data.\n\n## Support\n\nIf you open a ticket, we store your name and e-mail address.\n"),
    ("conflicting-collection", "Our app collects no data.\n\n## Faults\n\nCrash reports are automatically sent to us.\n"),
    ("conflicting-collection", "The extension does not collect any personal information.\n\n## Accounts\n\nOnce you register, we store your e-mail address on our servers.\n"),
    ("conflicting-collection", "No personal information is collected.\n\n## Numbers\n\nWe use Google Analytics to collect your IP address.\n"),
    ("conflicting-collection", "We do not collect location data.\n\n## What we collect\n\n| Data | Purpose |\n|---|---|\n| Your location | maps |\n| E-mail address | login |\n"),
    ("conflicting-collection", "We do not collect your phone number.\n\n## Your profile\n\nWe process the following personal data:\n\n- your name\n- your phone number\n"),
    ("conflicting-collection", "The service never collects biometric data.\n\n## Information we collect\n\n- Your name\n- Your fingerprints\n"),
    ("conflicting-collection", "We do not gather search queries. We like privacy.\n\n## Information collected automatically\n\n* search queries\n* browser type\n"),
    ("conflicting-collection", "Your date of birth is not collected.\n\n## Types of data\n\nThe personal data we collect includes:\n\n1. Date of birth\n2. Gender\n"),
    ("conflicting-collection", "Fotobrett does not collect personal information about you.\n\n## Accounts\n\nWe collect your name and e-mail address.\n"),
    ("conflicting-collection", "Fotobrett does not collect data that identifies you.\n\n## Prizes\n\nIf you win a prize, we collect your name and postal address.\n"),
    ("conflicting-collection", "None of our apps collect any personal data.\n\n## Accounts\n\nWe store your e-mail address.\n"),
    ("conflicting-collection", "Neither this site nor its owner collects personal data.\n\n## Orders\n\nWe collect your name and postal address.\n"),
    ("conflicting-collection", "The data you enter stays on your device and is not collected by us.\n\n## Providers\n\nThese companies have access to your personal information to do their work.\n"),
    ("only-given-data", "Personal data is collected by us solely to the extent that you voluntarily provide it.\n\n## Server\n\nThe IP address is recorded with each request.\n"),
    ("only-given-data", "We collect personal data only if you voluntarily enter it.\n\n## Analytics\n\nInformation about your visit including your IP address is transmitted to Google and stored there.\n"),
    ("only-given-data", "We do not collect personal information unless expressly authorised.\n\n## Server\n\nOur server logs record your IP address each time you visit.\n"),
    ("only-given-data", "We only collect the personal data that you give us.\n\n## Partners\n\nWe obtain personal information from data brokers.\n"),
    ("only-given-data", "Occupational details are stored, but only if you voluntarily enter them.\n\n## Ads\n\nYour industry and company size are derived from your IP address.\n"),
    ("cookies-denied-and-used", "We do not use cookies on gartenbank.example.\n\n## Newsletter\n\nWe use a session cookie for the form.\n"),
    ("denied-and-done", "Your photos are stored only on your phone.\n\n## Albums\n\nYour photos are uploaded to our servers when you make an album.\n"),
    ("denied-and-done", "Calendar data stays exclusively on your device.\n\n## Planning\n\nWe receive the titles of your calendar entries.\n"),
    ("denied-and-done", "Your notes never leave your device.\n\n## Sync\n\nNotes are automatically backed up to our cloud.\n"),
    ("data-that-leaves-the-device", "All data is stored locally on your device.\n\n## Backups\n\nYour data is automatically backed up to our servers.\n"),
    ("data-that-leaves-the-device", "Nothing you type leaves your computer.\n\n## Assistant\n\nYour prompts are sent to OpenAI.\n"),
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
    ("only-given-data", "We collect personal data only if you submit it.\n\n## Partners\n\nWe do not receive information about you from third parties.\n"),
    ("only-given-data", "We collect personal data only if you submit it.\n\n## Partners\n\nWe receive anonymous information from third parties.\n"),
    ("only-given-data", "You can visit our website without giving us personal information.\n\n## Members\n\nWhen you buy a plan, a credit agency sends us your score.\n"),
    ("only-given-data", "We collect demographic information only if you choose to provide it.\n\n## Sources\n\nWe receive your address from third parties.\n"),
    ("only-given-data", "Most personal information is collected only if you submit it.\n\n## Partners\n\nWe may receive information about you from third parties, such as data brokers.\n"),
    ("only-given-data", "We collect certain personal information only if you provide it.\n\n## Partners\n\nWe may receive information about you from third parties, such as data brokers.\n"),
    ("only-given-data", "Unless you log in, we do not show ads.\n\n## Visits\n\nOur servers automatically record your IP address.\n"),
    ("only-given-data", "We share personal information only if you ask us to.\n\n## Partners\n\nWe may receive information about you from third parties, such as data brokers.\n"),
    ("only-given-data", "We only collect personal data you provide.\n\n## Friends\n\nYou may ask us which information about you we receive from third parties.\n"),
    ("only-given-data", "If you give us personal information, we store it only as long as needed.\n\n## Partners\n\nWe may receive information about you from third parties, such as data brokers.\n"),
    ("only-given-data", "Health information is stored only if you enter it.\n\n## Guesses\n\nWe infer your interests from what you read.\n"),
    ("cookies-that-identify", "We use the following technologies:\n\n- pixels\n- cookies\n\n## Cookies\n\nCookies hold an anonymous identifier.\n"),
    ("cookies-that-identify", "Personal data does not include:\n\n- cookies\n\n## Cookies\n\nCookies hold an anonymous identifier.\n"),
    ("cookies-that-identify", "You may find more here:\n\n- Cookies\n\n## Cookies\n\nCookies may include an anonymous unique identifier.\n"),
    ("anonymous-data-linked", "We do not link IP addresses to accounts unless the law requires it.\n\n## Members\n\nIP addresses are linked to your account.\n"),
    ("anonymous-data-linked", "Google does not link your IP address with other data.\n\n## Members\n\nIP addresses are linked to your account.\n"),
    ("anonymous-data-linked", "Aggregated usage data does not identify you.\n\n## Members\n\nUsage data is linked to your account.\n"),
    ("anonymous-data-linked", "An IP address alone does not identify you.\n\n## Members\n\nWe use IP addresses to identify users.\n"),
    ("anonymous-data-linked", "Usage data is not linked to you.\n\n## Ads\n\nOur partners may link usage data to your account with them.\n"),
    ("anonymous-data-linked", "Usage data is not linked to you.\n\n## Members\n\nYou can link your account to your bank.\n"),
    ("anonymous-data-linked", "Usage data is not linked to you.\n\n## Members\n\nWe use logs to identify problems users have.\n"),
    ("anonymous-data-linked", "Usage data is not linked to you.\n\n## Photos\n\nPhotos are linked to your account.\n"),
    ("anonymous-data-linked", "Usage data is not linked to you.\n\n## Your rights\n\nYou may ask whether usage data is linked to you.\n"),
    ("anonymous-data-linked", "When you visit the app we do not collect usage data linked to you.\n\n## Site\n\nUsage data is never linked to your account.\n"),
    ("anonymous-data-linked", "Cookies do not identify you.\n\n## Members\n\nCookies are linked to your account.\n"),
    ("denied-and-done", "We do not track you across websites.\n\n## Numbers\n\nWe use Mixpanel.\n"),
    ("denied-and-done", "We do not track you.\n\n## Numbers\n\nWe use Plausible to count visits.\n"),
    ("denied-and-done", "We do not track you.\n\n## Links\n\nYour browser may block Google Analytics on other sites.\n"),
    ("denied-and-done", "We do not use analytics for advertising.\n\n## Numbers\n\nWe use Google Analytics.\n"),
    ("denied-and-done", "There are no ads for members who pay.\n\n## Money\n\nThe site shows ads.\n"),
    ("denied-and-done", "No account is required to browse.\n\n## Shop\n\nTo use our shop you must create an account.\n"),
    ("denied-and-done", "We do not collect special categories of data unless you give them to us.\n\n## Camps\n\nWe collect dietary requirements.\n"),
    ("denied-and-done", "We do not read your messages.\n\n## Friends\n\nThe app reads your contacts.\n"),
    ("denied-and-done", "Your photos are never sent to advertisers.\n\n## Storage\n\nYour photos are uploaded to our servers.\n"),
    ("denied-and-done", "Your photos are never uploaded without your consent.\n\n## Storage\n\nYour photos are uploaded to our servers.\n"),
    ("denied-and-done", "We do not respond to Do Not Track signals.\n\n## Numbers\n\nWe use Google Analytics.\n"),
    ("denied-and-done", "We do not show ads. We used Google AdSense until 2019 and no longer do.\n\n## More\n\nNo third party shows ads here.\n"),
    ("denied-and-done", "We do not use analytics.\n\n## Choice\n\nYou can disable Google Analytics with an add-on.\n"),
    ("conflicting-collection", "Our app does not collect any personal data.\n\n## Our website\n\nIf you write to us through our website, we store your e-mail address.\n"),
    ("conflicting-collection", "We do not collect any personal data unless you write to us.\n\n## Support\n\nIf you write to us, we store your e-mail address.\n"),
    ("conflicting-collection", "We do not collect your phone number.\n\n## What we collect\n\n- Your phone number, if you choose to add it\n"),
    ("conflicting-collection", "We do not collect your phone number.\n\n## What others collect\n\nThe following data is not collected:\n\n- Your phone number\n"),
    ("conflicting-collection", "We do not collect your phone number from children.\n\n## What we collect\n\n- Your phone number\n"),
    ("conflicting-collection", "We do not collect personal data.\n\n## Support\n\nIf you write to us, we store your e-mail address.\n"),
    ("conflicting-collection", "We do not collect your phone number.\n\n## Rights\n\nYou may correct:\n\n- your phone number\n"),
    ("conflicting-collection", "We use no cookies.\n\n## What we collect\n\n- your name\n"),
    ("conflicting-collection", "We do not collect your e-mail address.\n\n## Our partners\n\nOur partners may collect:\n\n- your e-mail address\n"),
    ("conflicting-collection", "We do not collect your location.\n\n## Permissions\n\nThe app shows maps:\n\n- your location stays on your phone\n"),
    ("conflicting-collection", "Fotobrett does not collect personal information unless you register.\n\n## Accounts\n\nWe collect your name and e-mail address.\n"),
    ("conflicting-collection", "Fotobrett does not collect personal information from children.\n\n## Accounts\n\nWe collect your name and e-mail address.\n"),
    ("conflicting-collection", "Cookies do not collect personal information about you.\n\n## Accounts\n\nWe collect your name and e-mail address.\n"),
    ("conflicting-collection", "None of our partners collect any data.\n\n## Accounts\n\nWe store your e-mail address.\n"),
    ("only-given-data", "We only use personal data that you voluntarily give us for the newsletter to send it.\n\n## Server\n\nThe IP address is recorded with each request.\n"),
    ("only-given-data", "Giving personal data is voluntary.\n\n## Server\n\nThe IP address is recorded with each request.\n"),
    ("denied-and-done", "Your photos are stored only on your phone unless you make an album.\n\n## Albums\n\nYour photos are uploaded to our servers.\n"),
    ("denied-and-done", "Calendar data stays exclusively on your device.\n\n## Help\n\nWe receive your messages.\n"),
    ("denied-and-done", "Your notes never leave your device.\n\n## Sync\n\nNotes are never stored on our servers.\n"),
    ("data-that-leaves-the-device", "Nothing you type leaves your computer unless you ask the assistant.\n\n## Assistant\n\nYour prompts are sent to OpenAI.\n"),
]


@pytest.mark.parametrize(("rule", "text"), CLASHES)
def test_clash(rule: str, text: str) -> None:
    (finding,) = findings(rule, text)
    assert finding.related, "a clash shows both places"
    assert finding.help


@pytest.mark.parametrize(("rule", "text"), LOOK_ALIKES)
def test_look_alike(rule: str, text: str) -> None:
    assert findings(rule, text) == []
