"""The smaller rules of the consistency family: several wordings of each clash, and look-alikes that stay silent."""

from __future__ import annotations

import pytest
from linting import findings

CLASHES = [
    ("cookies-that-identify", "We use cookies to count visits. Cookies cannot be used to identify individual users.\n\n## Account\n\nA cookie stores your user name so that you need not type it again.\n"),
    ("cookies-that-identify", "The information we gather through cookies is anonymous.\n\n## Login\n\nCookies let us keep you logged in between visits.\n"),
    ("cookies-that-identify", "No personal information is stored in our cookies.\n\n## Shop\n\nOur cookies contain your email address and the items in your basket.\n"),
    ("cookies-that-identify", "Cookies do not reveal who you are.\n\n## Newsletters\n\nWe combine data from cookies with your account information.\n"),
    ("cookies-that-identify", "We do not link cookies to any personally identifiable information.\n\n## Profiles\n\nInformation collected by cookies may be linked to your profile.\n"),
    ("cookies-that-identify", "Cookies are anonymous and cannot identify you.\n\n## More\n\nCookies remember your password.\n"),
    ("cookies-that-identify", "Our cookies don't collect personal information.\n\n## Stats\n\nCookies record your IP address and the pages you read.\n\n## Words\n\nPersonal information includes your IP address.\n"),
    ("cookies-that-identify", "None of the cookies we use collect your personal information.\n\n## Shop\n\nThrough cookies we collect personal data such as your name.\n"),
    ("cookies-that-identify", "Cookies on this site never contain any personal data.\n\n## Shop\n\nWe place cookies that identify you as a registered member and store your name.\n"),
    ("cookies-that-identify", "You remain anonymous: a cookie does not allow us to identify you.\n\n## Forum\n\nCookies recognise you when you log in.\n"),
    ("conflicting-payment-data", "We do not store credit card details on our servers.\n\n## Renewals\n\nWe keep your credit card number on file for renewals.\n"),
    ("conflicting-payment-data", "Credit card numbers are never stored by us.\n\n## Renewals\n\nFor renewals we store your payment card details.\n"),
    ("conflicting-payment-data", "No financial information is collected.\n\n## What we collect\n\nWe collect your name, postal address and credit card information.\n"),
    ("conflicting-payment-data", "We do not collect or store any payment information.\n\n## Data\n\nThe personal data we collect includes your name, email and payment information.\n"),
    ("conflicting-payment-data", "Neither we nor our staff store bank account numbers.\n\n## Refunds\n\nWe retain your bank account number for two years.\n"),
    ("conflicting-payment-data", "We don't retain card data.\n\n## Retention\n\nCard data is stored for 13 months.\n"),
    ("conflicting-tracking-signals", "Our website responds to Do Not Track signals.\n\n## California\n\nWe do not honor DNT requests.\n"),
    ("conflicting-tracking-signals", "We do not recognise the Global Privacy Control.\n\n## Opt out\n\nWe treat the Global Privacy Control as a valid opt-out.\n"),
    ("conflicting-tracking-signals", "If your browser sends a Do Not Track signal, we will not track you.\n\n## US\n\nWe currently ignore Do Not Track signals.\n"),
    ("conflicting-tracking-signals", "Do Not Track signals are honored.\n\n## US\n\nThe site takes no action in response to Do Not Track signals.\n"),
    ("conflicting-tracking-signals", "We honor opt-out preference signals such as GPC.\n\n## Signals\n\nWe do not process opt-out preference signals at this time.\n"),
    ("conflicting-tracking-signals", "We respect DNT.\n\n## Notice\n\nOur systems do not support Do Not Track requests.\n"),
    ("conflicting-transfers", "Your data will never be transferred outside the European Union.\n\n## Email\n\nWe transfer your e-mail address to Mailwing in the United States.\n"),
    ("conflicting-transfers", "No personal data is transferred to third countries.\n\n## Analytics\n\nYour IP address is sent to servers in the USA.\n"),
    ("conflicting-transfers", "All data remains in Switzerland.\n\n## Support\n\nWe transfer support requests to our team in India.\n"),
    ("conflicting-transfers", "Personal data is processed exclusively within the EU.\n\n## Tools\n\nYour data is transferred to Canada.\n"),
    ("conflicting-transfers", "We do not transfer your personal information internationally.\n\n## Partners\n\nWe may transfer your information to countries outside your own, such as the United States.\n"),
    ("conflicting-transfers", "We will not transfer data to countries without an adequate level of protection.\n\n## Partners\n\nWe send orders to our partners in Vietnam.\n"),
    ("conflicting-transfers", "Data does not leave the UK.\n\n## Hosting\n\nData may be transferred to the United States.\n"),
    ("data-called-non-personal", "Non-personal information includes your IP address and browser type.\n\n## Personal data\n\nPersonal data we collect: name, e-mail address, IP address.\n"),
    ("data-called-non-personal", "We also collect anonymous data such as device identifiers.\n\n## Terms\n\n\"Personal Information\" means your name, your e-mail and your device identifier.\n"),
    ("data-called-non-personal", "Your IP address is not personal information.\n\n## What we collect\n\nWe collect the following personal data:\n\n- name\n- IP address\n"),
    ("data-called-non-personal", "IP addresses and other non-personal information are logged.\n\n## Other\n\nWe process personal data, including your IP address.\n"),
    ("section-scope", "# Privacy\n\nThis site is directed only to people in the United States.\n\n## Rights of UK residents\n\nIf you are in the UK you may complain to the ICO.\n"),
    ("conflicting-notice", "We may modify this policy at any time and without notice.\n\n## Changes\n\nWe will inform you by email of any changes to this policy.\n"),
    ("conflicting-notice", "We reserve the right to update this notice without notifying you.\n\n## Changes\n\nIf we change this policy we will notify you by e-mail.\n"),
    ("data-that-leaves-the-device", "Your data never leaves your device.\n\n## Sync\n\nYour tasks are stored in Firebase so that all your devices show them.\n"),
    ("data-that-leaves-the-device", "We do not store any data on our servers.\n\n## Accounts\n\nYour profile is stored on our servers.\n"),
    ("data-that-leaves-the-device", "Everything you enter stays on your phone.\n\n## Help\n\nCrash reports are sent to our servers.\n"),
    ("conflicting-roles", "We are the data controller for your personal data.\n\n## Who we are\n\nAcme acts as a data processor of your personal data.\n"),
    ("rights-granted-and-refused", "Regardless of where you live, we offer you the same rights.\n\n## US\n\nOnly residents of California have the right to deletion.\n"),
    ("consent-by-use-and-express-consent", "By accessing the site you consent to our collection and use of your personal data.\n\n## Law\n\nWe only process personal data with your explicit consent.\n"),
    ("cookies-denied-and-used", "This website does not use cookies.\n\n## Basket\n\nOur website uses session cookies to hold your basket.\n"),
    ("cookies-denied-and-used", "No cookies are set.\n\n## Details\n\nThe following cookies are used.\n"),
    ("profiling-denied-and-done", "We never carry out profiling.\n\n## Ads\n\nWe may carry out profiling to choose what you see.\n"),
    ("profiling-denied-and-done", "We do not make automated decisions.\n\n## Loans\n\nWe use automated decision-making for small loans.\n"),
    ("section-scope", "# Privacy\n\nOur services are intended for residents of Canada only.\n\n## Users in the EEA\n\nIf you live in the EEA, you may ask for your data.\n"),
]

LOOK_ALIKES = [
    ("cookies-that-identify", "Cookies do not damage your computer or identify malware.\n\nCookies keep you logged in.\n"),
    ("cookies-that-identify", "Our cookies do not identify you personally unless you log in.\n\nCookies keep you logged in.\n"),
    ("cookies-that-identify", "You can set your browser to refuse cookies; then we cannot identify you as a member.\n\nCookies keep you signed in.\n"),
    ("cookies-that-identify", "Analytics cookies are anonymous.\n\n## Functional cookies\n\nThese cookies remember your user name.\n"),
    ("conflicting-payment-data", "We do not store credit card details; Stripe does.\n\nStripe stores your credit card number.\n"),
    ("conflicting-payment-data", "We do not store card numbers.\n\nWe keep the last four digits of your card number.\n"),
    ("conflicting-payment-data", "We do not share your credit card data.\n\nWe collect your credit card data.\n"),
    ("conflicting-payment-data", "We do not store payment data.\n\nYou may ask us to delete stored payment data.\n"),
    ("conflicting-tracking-signals", "Some browsers send a Do Not Track signal. We do not respond to it.\n\nWe honor the Global Privacy Control.\n"),
    ("conflicting-transfers", "We do not transfer your data outside the EEA, unless safeguards are in place.\n\nWe transfer data to India.\n"),
    ("conflicting-transfers", "If data is transferred outside the EEA, we use standard contractual clauses.\n\nWe do not transfer data outside the EEA.\n"),
    ("data-called-non-personal", "We collect your IP address.\n\nWe also collect non-personal data.\n\nPersonal data includes your IP address.\n"),
    ("cookies-denied-and-used", "Our app does not use cookies.\n\n## Website\n\nOur website uses cookies.\n"),
    ("section-scope", "# Privacy\n\n## California\n\nThis supplement applies only to residents of California.\n\n## Brazil\n\nResidents of Brazil may write to us.\n"),
    ("conflicting-roles", "We are the controller of your personal data when you visit the site.\n\nWe are the processor of data that our customers upload.\n"),
    ("conflicting-notice", "We may change this policy without notice. Minor changes need no notice.\n\nWe will notify you of a data breach.\n"),
    ("data-that-leaves-the-device", "Your photos never leave your device.\n\n## Account\n\nYour e-mail address is stored on our servers.\n"),
    ("rights-granted-and-refused", "You have the right to access your data.\n\n## California\n\nIf you live in California, you also have the right to opt out.\n"),
    ("consent-by-use-and-express-consent", "By using the app you agree to the terms.\n\nWe ask for explicit consent before we process health data.\n"),
]


@pytest.mark.parametrize(("rule", "text"), CLASHES)
def test_clash(rule: str, text: str) -> None:
    (finding,) = findings(rule, text)
    assert finding.related, "a clash shows both places"
    assert finding.help


@pytest.mark.parametrize(("rule", "text"), LOOK_ALIKES)
def test_look_alike(rule: str, text: str) -> None:
    assert findings(rule, text) == []


def test_an_address_that_the_policy_calls_personal_is_shown_as_a_third_place() -> None:
    text = "Cookies are anonymous.\n\n## Log\n\nCookies record your IP address.\n\n## Words\n\nIP addresses are personal data.\n"
    (finding,) = findings("cookies-that-identify", text)
    assert [related.note for related in finding.related] == ["here they hold an IP address", "an IP address is personal data here"]


def test_a_clash_in_plain_words_is_an_error_and_a_condition_makes_it_a_warning() -> None:
    plain = "We do not store card numbers.\n\n## Orders\n\nWe store card numbers.\n"
    bound = "We do not store card numbers.\n\n## Orders\n\nIf you subscribe, we store card numbers.\n"
    assert [finding.severity for finding in findings("conflicting-payment-data", plain)] == [None]
    assert [finding.severity for finding in findings("conflicting-payment-data", bound)] == ["warning"]
