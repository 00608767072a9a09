"""Promises that name the cases in which data goes to others: many wordings of them and of further cases, and look-alikes."""

from __future__ import annotations

import pytest
from linting import clashes

RULE = "unlisted-disclosure"
BY_LAW = "We may disclose your personal information to the police or to a court."
SOLD = "If our business is sold, your personal data may be transferred to the buyer."
ON_CONSENT = "We will not share your personal data with third parties without your consent."

PROMISES = (
    "We only share your personal information with your permission.",
    "Your personal data is shared only after you have agreed to it.",
    "Our policy is to share personal information only if you have allowed us to.",
    "We never disclose your personal data to anyone unless you have told us that we may.",
    "No personal information is given to third parties unless you agree.",
    "Without your explicit consent we do not pass your data to anyone.",
    "I won't give your details to anyone else without asking for your permission.",
    "We do not disclose user data to any third party except to the couriers who deliver your parcels.",
    "None of your data is disclosed to other companies other than our bookkeeper, who acts as our contractor.",
    "Your information will not be released to outside parties unless you consent.",
    "If you do not consent, no data will be shared.",
    "Under no circumstances will we share your personal data without your consent.",
    "Absent your consent, we will not disclose your personal information to third parties.",
    "The only third parties with whom we share your personal data are our host and our courier.",
    "We share personal data exclusively with the companies that deliver your order.",
    "Third parties do not receive your data unless you give us permission.",
    "It is our policy never to share personal information without your permission.",
    "Disclosure of your personal data to third parties takes place only with your consent.",
    "No third party receives your personal data other than our mail provider.",
    "Personal information collected by us will not be disclosed to third parties except with your prior approval.",
    "Your information is shared with nobody unless you wish it.",
    "We never share user data with third parties, with the sole exception of our mail provider.",
    "We do not share your personal data with third parties except in the following two situations:\n\n- a courier needs your address to deliver a parcel\n- you ask us to",
)
CASES = (
    "We may share your personal data with law enforcement when we believe in good faith that this is necessary.",
    "Personal data may be disclosed in response to a subpoena or a warrant.",
    "If required by law, we will disclose your personal information.",
    "The company reserves the right to disclose your information in order to comply with a legal obligation.",
    "To comply with a court order, we may provide your data to the authorities.",
    "In the event of a merger, your personal data will be among the assets transferred.",
    "Your information may be transferred to a successor in case of bankruptcy.",
    "We may be legally required to disclose information about you.",
    "We will cooperate with law enforcement and hand over your data when ordered to.",
    "Your personal data may be disclosed to professional advisers such as lawyers and auditors.",
    "We pass personal data on to public authorities in the cases laid down by statute.",
    "If the ownership of our site changes, your information may be transferred so that the service can go on.",
    "We may assign or transfer your data in connection with the sale of our company.",
    "We share your personal data with our advertising partners.",
    "We may share your information with our service providers.",
)
LOOK_ALIKES = (
    ("We do not share your personal data with third parties.", BY_LAW),
    ("We do not share your personal data except with your consent or as required by law.", BY_LAW),
    ("We do not share your personal data with anyone except as set out in this policy.", BY_LAW),
    ("We will not share your personal data without your consent, unless otherwise stated.", BY_LAW),
    ("We do not share your personal data with third parties for marketing without your consent.", BY_LAW),
    ("We do not share the personal data of children without the consent of a parent.", BY_LAW),
    ("Our providers may not share your personal data without our consent.", BY_LAW),
    ("You should not share your personal data with anyone unless you trust them.", BY_LAW),
    ("We do not share your personal data with other users unless you agree.", BY_LAW),
    ("We do not transfer your personal data outside the EU without a legal basis.", BY_LAW),
    ("We do not sell your personal data without your consent.", BY_LAW),
    ("We do not share your personal data with anyone but the tax authority and the courts.", BY_LAW),
    (ON_CONSENT, "With your consent, we may share your personal data with our partners."),
    (ON_CONSENT, "We may share aggregated data with the authorities."),
    (ON_CONSENT, "You may disclose your personal data to the police."),
    (ON_CONSENT, "We do not disclose your personal data to the authorities."),
    (ON_CONSENT, "You can complain to a supervisory authority about how we share your data."),
    (ON_CONSENT, "However, where a court orders us to, we may disclose your personal data."),
    (ON_CONSENT, "Payments are processed by Stripe."),
    (ON_CONSENT, "You can log in with Google."),
    ("If you are in California, we do not share your personal data without your consent.", "If you are in France, we may share your personal data with the police."),
    ("We share your personal data only with our accountants.", "We may share your data with our accountants and lawyers."),
    ("We share your personal data only with our providers.", "We use a provider to send our letters: Mailchimp."),
)


def told(promise: str, case: str) -> bool:
    """Whether this rule or the one on closed lists tells it."""
    return any(clashes(rule, promise, case) for rule in (RULE, "closed-list-broken"))


@pytest.mark.parametrize("promise", PROMISES)
def test_every_promise_is_read(promise: str) -> None:
    assert told(promise, BY_LAW)
    assert told(promise, SOLD)


@pytest.mark.parametrize("case", CASES)
def test_every_case_is_read(case: str) -> None:
    assert told(ON_CONSENT, case)


@pytest.mark.parametrize(("promise", "case"), LOOK_ALIKES)
def test_look_alikes_stay_silent(promise: str, case: str) -> None:
    assert not clashes(RULE, promise, case)


MARKETING = "marketing-without-consent"
NOT_ASKED = "We send you marketing e-mails on the basis of our legitimate interests."
ONLY_ASKED = "We will only send you marketing communications if you have opted in."
FOR_OTHERS = "We do not share your personal data with third parties for their own marketing."

MARKETING_CLASHES = (
    ("We only send marketing e-mails with your consent.", NOT_ASKED),
    ("Marketing messages are sent only after you have agreed to them.", NOT_ASKED),
    ("We will never use your details for marketing purposes without your explicit consent.", NOT_ASKED),
    ("Unless you have opted in, we do not send you promotional e-mails.", NOT_ASKED),
    ("We will ask for your consent before we send you any marketing.", NOT_ASKED),
    ("You will not receive marketing from us unless you have signed up for it.", NOT_ASKED),
    ("We use your e-mail address for direct marketing solely with your permission.", NOT_ASKED),
    ("Marketing requires your explicit consent.", NOT_ASKED),
    (ONLY_ASKED, "Our legitimate interests include direct marketing."),
    (ONLY_ASKED, "We rely on our legitimate interests:\n\n- to send you marketing\n- to stop fraud"),
    (ONLY_ASKED, "| Purpose | Basis |\n|---|---|\n| Sending you marketing messages | Legitimate interests |\n| Delivering orders | Contract |"),
    (ONLY_ASKED, "**Legitimate interests.** We use your data to tell you about our new products and to carry out direct marketing."),
    ("We pass your data to third parties for advertising only if you have consented.", "We may share your e-mail address with our advertising partners."),
    ("We will never share your data with third parties for marketing without your consent.", "Your device identifier is passed to ad exchanges when an advertisement loads."),
    ("We will get your opt-in consent before we share your data with any third party for marketing.", "We share your data with marketing partners."),
    (FOR_OTHERS, "We store your preferences in receiving marketing from us and our third parties."),
    (FOR_OTHERS, "We share your postal address with partners so that they can offer you their seeds."),
    (FOR_OTHERS, "Our partners may contact you with offers of their own."),
    ("Californians may ask which third parties received their data for their direct marketing purposes. We do not share your personal data in this way.", "Sponsors may send you promotional offers."),
)
MARKETING_AGREES = (
    (ONLY_ASKED, "You may opt out of marketing at any time."),
    (ONLY_ASKED, "Where you are an existing customer, we send you marketing on the basis of our legitimate interests."),
    (ONLY_ASKED, "With your consent or where the law allows it, on the basis of legitimate interests, we send marketing."),
    (ONLY_ASKED, "It is in our legitimate interest to measure our marketing campaigns."),
    (ONLY_ASKED, "We do not rely on legitimate interests for marketing."),
    (ONLY_ASKED, "You have the right to object to marketing that rests on legitimate interests."),
    (ONLY_ASKED, "The basis for marketing is your consent; fraud is stopped on legitimate interests."),
    ("Where the law requires it, we only send you marketing with your consent.", NOT_ASKED),
    ("We only send text messages for marketing with your consent.", NOT_ASKED),
    ("We send you marketing unless you opt out.", NOT_ASKED),
    ("We use cookies for marketing only with your consent.", NOT_ASKED),
    ("We will not use your name in marketing statements without your permission.", NOT_ASKED),
    (FOR_OTHERS, "We share your data with a provider that sends our newsletter on our behalf."),
    (FOR_OTHERS, "Partners may not contact you with their offers."),
    (FOR_OTHERS, "With your consent, partners may contact you with offers."),
    ("If you are in Canada, we only send you marketing if you have opted in.", "If you are in India, we send you marketing on the basis of our legitimate interests."),
)


@pytest.mark.parametrize(("promise", "done"), MARKETING_CLASHES)
def test_marketing_that_does_not_wait(promise: str, done: str) -> None:
    assert clashes(MARKETING, promise, done)


@pytest.mark.parametrize(("promise", "done"), MARKETING_AGREES)
def test_marketing_that_agrees(promise: str, done: str) -> None:
    assert not clashes(MARKETING, promise, done)


AS_SALE = "advertising-as-sale"
FOR_NOTHING = "We do not sell or disclose your personal data for money or other valuable consideration."
TARGETED = "Ad networks collect your device identifier to show you targeted advertising."

SALES = (
    ("We never sell, rent or share your personal information in exchange for anything of value.", TARGETED),
    ("We do not sell or share your personal information.", TARGETED),
    ("Personal information has not been sold or shared by us.", TARGETED),
    ("No personal information is sold or shared.", TARGETED),
    ("We have not sold any personal information in the preceding twelve (12) months.", TARGETED),
    ("We do not sell personal information as that term is defined in the CCPA.", TARGETED),
    (FOR_NOTHING, "We share your browsing history with advertising partners so that they can show you interest-based ads."),
    (FOR_NOTHING, "We show you personalised ads through our advertising partners."),
    (FOR_NOTHING, "We allow third parties to serve ads on our site."),
    (FOR_NOTHING, "Third-party advertisers place cookies to deliver advertisements tailored to your interests."),
    (FOR_NOTHING, "We work with ad networks, who use your location to target the ads you see with relevant advertising."),
)
NO_SALES = (
    ("We do not sell your personal data.", TARGETED),
    ("We do not sell or share the data of children under 16.", TARGETED),
    ("We do not knowingly sell or share personal data for anything of value.", TARGETED),
    ("While we do not sell your data for money or anything of value, advertisers get some of it.", TARGETED),
    (FOR_NOTHING, "Ad networks collect your device identifier for targeted advertising; some laws may consider this a sale."),
    (FOR_NOTHING, "Ad networks collect data for targeted advertising. You can opt out of targeted advertising."),
    (FOR_NOTHING, "We do not share data with advertisers for targeted advertising."),
    (FOR_NOTHING, "The ads we show are contextual and do not depend on your interests."),
    (FOR_NOTHING, "We share your data with service providers to deliver your parcels."),
    (FOR_NOTHING, "Third parties cannot use your data for targeted advertising."),
    ("You have the right to opt out of the sale of your data.", TARGETED),
)


@pytest.mark.parametrize(("promise", "done"), SALES)
def test_advertising_that_is_a_sale(promise: str, done: str) -> None:
    assert clashes(AS_SALE, promise, done) or clashes("conflicting-sale", promise, done)


@pytest.mark.parametrize(("promise", "done"), NO_SALES)
def test_advertising_that_is_none(promise: str, done: str) -> None:
    assert not clashes(AS_SALE, promise, done)


HELD = "held-by-a-provider"
NEVER_MAIL = "We will never give your e-mail address to anyone."
NEVER = "Your personal data is never shared with anyone."

HOLDERS = (
    ("Your email address is never shared with third parties, period.", "Our newsletter is sent through Mailchimp."),
    ("Under no circumstances will we disclose your e-mail address to others.", "We use Buttondown as our newsletter provider."),
    ("I won't ever share your email with anybody.", "The mailing list is hosted on Substack."),
    ("Subscriber details are under no circumstances passed to third parties.", "E-mails are delivered by SendGrid."),
    ("We do not pass your mailing address or e-mail address to anyone.", "We manage our mailing list with MailerLite."),
    (NEVER_MAIL, "We send our newsletter using Brevo."),
    (NEVER, "All form submissions are stored in Airtable."),
    (NEVER, "Our database is hosted by Amazon Web Services."),
    (NEVER, "We use Google Workspace to store member data."),
    ("None of your information is ever disclosed to anyone.", "Backups are kept on Backblaze."),
)
NO_HOLDERS = (
    ("We do not share your personal data with third parties.", "Our database is hosted by Amazon Web Services."),
    ("We never share your e-mail address with anyone except our mail provider.", "Our newsletter is sent through Mailchimp."),
    ("We never share your e-mail address with advertisers.", "Our newsletter is sent through Mailchimp."),
    ("We never share your e-mail address with third parties for their marketing.", "Our newsletter is sent through Mailchimp."),
    ("We never show your e-mail address to other users.", "Our newsletter is sent through Mailchimp."),
    ("Our providers will never share your e-mail address with anyone.", "Our newsletter is sent through Mailchimp."),
    (NEVER_MAIL, "We do not use Mailchimp for our newsletter."),
    (NEVER_MAIL, "You can follow us on Facebook."),
    (NEVER_MAIL, "Payments are processed by Stripe."),
    (NEVER, "You can save your files on your own Google Drive."),
    (NEVER, "The source code of this site is on GitHub."),
    ("We never sell your personal data to anyone.", "Our database is hosted by Amazon Web Services."),
)


@pytest.mark.parametrize(("promise", "held"), HOLDERS)
def test_data_that_a_provider_holds(promise: str, held: str) -> None:
    assert clashes(HELD, promise, held)


@pytest.mark.parametrize(("promise", "held"), NO_HOLDERS)
def test_data_that_nobody_else_holds(promise: str, held: str) -> None:
    assert not clashes(HELD, promise, held)


OPEN_SALE = "sale-left-open"
NO_SALE = "We do not sell your personal information."

LEFT_OPEN = (
    ("Your personal data will never be sold.", "We will not sell, distribute or lease your personal information to third parties unless we have your permission."),
    ("We have never sold and will never sell your data.", "We will not sell your data without your prior consent."),
    ("Personal information is not sold.", "Your personal data may be sold as part of a bankruptcy."),
    ("Your data is not for sale.", "We may sell, transfer or assign our business or assets, including your personal data, in a corporate transaction."),
    ("No personal information is sold by us.", "In a merger, customer information could be one of the things sold."),
    ("We neither rent nor sell your personal data.", "We charge companies a fee for access to our data."),
    (NO_SALE, "We never sell user data unless you have agreed to it."),
    (NO_SALE, "Researchers pay us for access to information about our members."),
    (NO_SALE, "We may sell your personal information in connection with an acquisition of our company."),
)
NOT_OPEN = (
    (NO_SALE, "If we sell our business, your personal information goes to the buyer."),
    (NO_SALE, "Your personal information may be transferred in a merger."),
    (NO_SALE, "We do not sell the data of children without the consent of a parent."),
    (NO_SALE, "Aggregated data may be sold."),
    (NO_SALE, "Members pay a fee for access to our content."),
    (NO_SALE, "We sell seeds and tools."),
    (NO_SALE, "We do not share your data without your consent."),
    ("We do not sell your personal data without your consent.", "We do not sell your personal data unless you agree."),
    ("Our partners do not sell your personal data.", "We will not sell your personal data without your consent."),
    ("While we do not sell your data in the conventional sense, advertisers get some.", "We may sell our assets, including your personal data."),
)


@pytest.mark.parametrize(("promise", "other"), LEFT_OPEN)
def test_a_sale_left_open(promise: str, other: str) -> None:
    assert clashes(OPEN_SALE, promise, other)


@pytest.mark.parametrize(("promise", "other"), NOT_OPEN)
def test_no_sale_left_open(promise: str, other: str) -> None:
    assert not clashes(OPEN_SALE, promise, other)


LETTERS = (
    ("Nobody except the recipient will see your message.", "Our moderators may view messages."),
    ("Only the recipients can read your messages.", "We may need to read your messages to repair a delivery."),
    ("The contents of your messages will not be visible to anyone other than the recipient.", "Our staff can access your messages."),
)
NO_LETTERS = (
    ("Only the recipient can read your message if you mark it so.", "Recipients may view your messages."),
    ("Messages will not be shown to anyone but your friends.", "Our staff can access your files."),
    ("Your messages will not be disclosed to anyone other than the recipient.", "Our staff can access your messages."),
)


@pytest.mark.parametrize(("promise", "access"), LETTERS)
def test_letters_that_staff_may_read(promise: str, access: str) -> None:
    assert clashes("staff-access", promise, access)


@pytest.mark.parametrize(("promise", "access"), NO_LETTERS)
def test_letters_that_nobody_reads(promise: str, access: str) -> None:
    assert not clashes("staff-access", promise, access)
