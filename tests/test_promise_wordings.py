"""Promises and what breaks them, each in words no other test uses; and pairs that go together."""

from __future__ import annotations

from functools import cache

import pytest
from privacylint import plugins
from privacylint.testing import findings_of


@cache
def loaded() -> plugins.Plugins:
    return plugins.load(only=["builtin"])


def clashes(rule: str, first: str, second: str) -> bool:
    text = f"# Acorn Privacy Policy\n\nWelcome to Acorn.\n\n## First matters\n\n{first}\n\n## Second matters\n\n{second}\n"
    return bool(findings_of(loaded().rules[rule], loaded(), text)[1])


# fmt: off
BROKEN = [
    ("conflicting-sharing", "Nothing you tell us is handed on to anybody.", "Your contact details may be made available to carefully chosen companies whose products may interest you."),
    ("conflicting-sharing", "Your details will stay with us; they are not made available to other organisations.", "From time to time we make our mailing list available to other organisations."),
    ("conflicting-sharing", "At no time will your personal data be communicated to third parties.", "We may provide your personal information to our business partners so that they can offer you products."),
    ("conflicting-sharing", "We refrain from passing your personal information to third parties.", "Information about you may be exchanged with credit reference agencies."),
    ("conflicting-sharing", "The Company shall not disclose, transfer or otherwise make available any Personal Data to third parties.", "Advertising networks obtain your device identifier and your location from us."),
    ("conflicting-sharing", "Personal information is kept strictly in-house and is never shared externally.", "Recipients of your personal data include advertising companies and social networks."),
    ("conflicting-sharing", "Neither Acorn nor its staff will give your information to any other company.", "We cooperate with sponsors, to whom we forward the names and addresses of participants."),
    ("conflicting-sharing", "We have a strict policy of not disclosing customer data to third parties.", "Personal data will be transmitted to insurance companies."),
    ("conflicting-sharing", "You can rest assured that we will not share your information with anyone else.", "We disclose the following to data brokers: your name, e-mail address and phone number."),
    ("conflicting-sharing", "Any data you enter is for our eyes only and will not be shared with outside companies.", "Acorn may also share your personal information with joint marketing partners."),
    ("conflicting-sharing", "User data is not passed along to any outside entity.", "In order to show you relevant ads, we send your email address to advertisers."),
    ("unlisted-disclosure", "Your personal data will only be passed to third parties if you have given us your consent.", "We may be required to hand over personal data to courts, the police or other public bodies."),
    ("unlisted-disclosure", "We disclose personal information solely where you have asked us to do so.", "We share information with the authorities where this is required by law."),
    ("unlisted-disclosure", "Outside the cases where you have consented, your information is not given to anyone.", "Should Acorn be acquired by another company, customer information will be among the assets that change hands."),
    ("unlisted-disclosure", "Your data will not be passed on to third parties without your express consent.", "Personal data may be transferred as part of a merger or acquisition."),
    ("unlisted-disclosure", "We never share your personal information unless you tell us to.", "We may disclose your personal information to enforce our terms or to protect our rights, property or safety."),
    ("unlisted-disclosure", "Your data is shared with third parties in one case only: when you have agreed to it.", "Acorn reserves the right to disclose personal data when it believes that the law demands it."),
    ("unlisted-disclosure", "Sharing of personal data with third parties requires your prior consent in every case.", "Acorn reserves the right to disclose personal data when it believes that the law demands it."),
    ("unlisted-disclosure", "We will always ask for your permission before sharing your personal information with a third party.", "Our lawyers and accountants may receive your personal data."),
    ("unlisted-disclosure", "Personal information may be shared with others exclusively on the basis of your consent.", "We provide your e-mail address to our advertising partners."),
    ("unlisted-disclosure", "No disclosure to third parties takes place without your agreement.", "Your data may be disclosed to law enforcement upon request."),
    ("unlisted-disclosure", "Save with your written authorisation, Acorn will not release your information to any third party.", "If Acorn goes bankrupt, your data may be sold or transferred with its other assets."),
    ("unlisted-disclosure", "We won't share your data with anyone unless you say it's okay.", "We may be required to hand over personal data to courts, the police or other public bodies."),
    ("conflicting-sale", "Your data is not for sale, and never will be.", "We may rent or sell our customer list to selected companies."),
    ("conflicting-sale", "Acorn is not in the business of selling data.", "We receive a commission from partners to whom we provide your contact details."),
    ("conflicting-sale", "We will never sell, rent or lease your personal information.", "We sell your browsing history to advertisers."),
    ("conflicting-sale", "None of your personal information is ever sold.", "Your personal information is sold to third parties for marketing."),
    ("conflicting-sale", "It is our policy not to sell personal data to third parties.", "In exchange for a fee, we let other companies use our mailing list."),
    ("conflicting-sale", "Personal information about our customers is not sold.", "We license your data to research companies for money."),
    ("conflicting-sale", "We don't sell data. Period.", "Data brokers buy personal information from us."),
    ("conflicting-sale", "Selling user data is not part of our business model.", "Categories of personal information sold: identifiers, commercial information."),
    ("conflicting-sale", "We do not sell or trade personal information under any circumstances.", "We monetise your personal data by selling it to third parties."),
    ("conflicting-sale", "Acorn makes no money from your personal data.", "The sale of personal data to list brokers pays for the free version."),
    ("conflicting-sale", "In the preceding twelve months, we have not sold any personal information.", "Your data can be purchased by our partners."),
    ("purposes-beyond-the-promise", "Your personal information will be used for no purpose other than providing you with our services.", "We use your personal data to send you promotional offers."),
    ("purposes-beyond-the-promise", "We process your data strictly to operate the app.", "Your e-mail address is used for direct marketing."),
    ("purposes-beyond-the-promise", "Whatever you give us is used exclusively to handle your order.", "We analyse your personal information to target advertising."),
    ("purposes-beyond-the-promise", "Your data serves one purpose: to run the service.", "Personal data may also be used for market research."),
    ("purposes-beyond-the-promise", "The sole purpose of processing your personal data is to provide the website.", "We process your data in order to show you personalised advertisements."),
    ("purposes-beyond-the-promise", "Acorn limits its use of personal information to the delivery of its services.", "We may use your name and address to tell you about products of our partners."),
    ("purposes-beyond-the-promise", "Your information will not be used except to provide the service you have asked for.", "Among other things, we use personal information for advertising and marketing."),
    ("purposes-beyond-the-promise", "We will only ever use your details to answer your enquiries and process your orders.", "We use the information we collect:\n\n- to run the site\n- to market our products\n- for research"),
    ("purposes-beyond-the-promise", "Data is used purely for the technical operation of the platform.", "We use the information we collect:\n\n- to run the site\n- to market our products\n- for research"),
    ("purposes-beyond-the-promise", "We don't use your data for anything but making the app work.", "| Purpose | Data |\n|---|---|\n| Marketing | Name, e-mail address |"),
    ("purposes-beyond-the-promise", "Use of your information is restricted to what is necessary to provide the service.", "We will use your details to send you marketing communications."),
    ("limited-use-broken", "Your phone number is required only for verification.", "We use your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment details for marketing."),
    ("limited-use-broken", "The e-mail address you give us serves solely to reset your password.", "Your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment information are used to target advertising."),
    ("limited-use-broken", "We use your date of birth for nothing but age verification.", "For advertising purposes we process your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment data."),
    ("limited-use-broken", "Location data is collected only so that we can show you nearby shops.", "To send you promotions we may use your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment details."),
    ("limited-use-broken", "Your IP address is recorded for security reasons only.", "We use your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment details for marketing."),
    ("limited-use-broken", "We need your postal address only to deliver your order.", "We use your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment details for marketing."),
    ("exclusive-purpose-broken", "Payment details are used only to take payment and for no other purpose.", "Your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment information are used to target advertising."),
    ("limited-use-broken", "Device identifiers are used for fraud prevention only.", "For advertising purposes we process your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment data."),
    ("limited-use-broken", "Your e-mail address: used only for account access.", "To send you promotions we may use your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment details."),
    ("limited-use-broken", "We store your phone number for the sole purpose of contacting you about your booking.", "We use your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment details for marketing."),
    ("limited-use-broken", "We will never use your phone number for anything except two-factor authentication.", "We use your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment details for marketing."),
    ("limited-use-broken", "The use of your location is limited to navigation.", "Your phone number, e-mail address, postal address, date of birth, location, IP address, device identifiers and payment information are used to target advertising."),
    ("marketing-without-consent", "You will receive advertising from us only if you have agreed to this beforehand.", "Our legitimate interests include direct marketing."),
    ("marketing-without-consent", "We send newsletters and offers exclusively to people who have opted in.", "We process your e-mail address for marketing on the basis of Art. 6(1)(f) GDPR."),
    ("marketing-without-consent", "Marketing e-mails are only sent with your prior consent.", "The legal basis for direct marketing is our legitimate interest."),
    ("marketing-without-consent", "We will not contact you for marketing purposes unless you have given us your consent.", "We rely on legitimate interests to send you marketing communications."),
    ("marketing-without-consent", "We need your consent before we may send you any promotional messages.", "| Purpose | Legal basis |\n|---|---|\n| Sending marketing messages | Legitimate interests |"),
    ("marketing-without-consent", "Direct marketing is carried out solely on the basis of consent.", "It is in our legitimate interest to promote our products to you by e-mail."),
    ("marketing-without-consent", "We only use your details for marketing where you have opted in.", "Marketing: legitimate interest (informing you about our products)."),
    ("marketing-without-consent", "No marketing without your consent.", "Based on our legitimate interest in advertising our services, we may send you promotional messages."),
    ("marketing-without-consent", "The legal basis for marketing communications is exclusively your consent.", "Our legitimate interests include direct marketing."),
    ("marketing-without-consent", "If you have not agreed, we will not use your data for advertising purposes.", "We process your e-mail address for marketing on the basis of Art. 6(1)(f) GDPR."),
    ("marketing-without-consent", "We ask for your consent before sending you marketing.", "The legal basis for direct marketing is our legitimate interest."),
    ("marketing-without-consent", "Without your permission, you will not get any promotional emails from us.", "We rely on legitimate interests to send you marketing communications."),
    ("conflicting-use", "Your personal data is not used for advertising purposes.", "We use your personal data to show you personalised ads and for marketing."),
    ("conflicting-use", "We never use your personal information for marketing.", "Personal data may be processed for advertising and marketing purposes."),
    ("conflicting-use", "We do not use personal data to target ads.", "We use your personal data to show you personalised ads and for marketing."),
    ("conflicting-use", "Personal information will not be used for advertising.", "Your e-mail address is used for advertising and marketing."),
    ("conflicting-use", "No personal data is used for marketing.", "We may use your personal information for the following purposes: support, marketing, advertising."),
    ("conflicting-use", "At no time do we use your information for advertising.", "We may use your personal information for the following purposes: support, marketing, advertising."),
    ("conflicting-use", "We refrain from using your data for marketing purposes.", "We use your personal data to show you personalised ads and for marketing."),
    ("conflicting-use", "Your data will never be exploited for advertising.", "Personal data may be processed for advertising and marketing purposes."),
    ("marketing-without-consent", "We will only share your details with third parties for marketing purposes if you have given us permission.", "We share your name and address with sponsors. If you do not want this, you may opt out."),
    ("marketing-without-consent", "We do not pass your data to other companies for their marketing unless you have opted in.", "Your e-mail address may be passed to advertising partners unless you object."),
    ("marketing-without-consent", "Your information is shared with third parties for marketing only with your consent.", "Contact details are made available to marketing partners; you can opt out at any time."),
    ("marketing-without-consent", "Without your consent we will not provide your personal data to partners for marketing purposes.", "We disclose your data to advertisers, unless you have told us not to."),
    ("marketing-without-consent", "We ask for your consent before we share your data with third parties for marketing purposes.", "Names of attendees are provided to our sponsors. You can ask us not to share yours by writing to us."),
    ("marketing-without-consent", "Your data will not be disclosed to third parties for marketing without your prior approval.", "We share your name and address with sponsors. If you do not want this, you may opt out."),
    ("marketing-without-consent", "No data is given to advertisers for marketing purposes unless you agree.", "Your e-mail address may be passed to advertising partners unless you object."),
    ("marketing-without-consent", "Sharing with third parties for advertising purposes takes place only with your consent.", "Contact details are made available to marketing partners; you can opt out at any time."),
    ("providers-with-own-purposes", "Every vendor we engage is bound by a contract that forbids any use of personal data other than for our purposes.", "Our analytics provider may use the data to improve its own services."),
    ("providers-with-own-purposes", "Our service providers handle your information strictly on our instructions.", "The service provider also processes this data for its own purposes."),
    ("providers-with-own-purposes", "We do not allow our service providers to use your personal data for their own purposes.", "Some vendors use the information they receive from us for their own commercial purposes."),
    ("providers-with-own-purposes", "Providers may process the data solely to perform their duties towards us.", "Our payment vendor retains the information and uses it to build its own fraud models."),
    ("providers-with-own-purposes", "Processors are contractually obliged to use the data only on our behalf.", "We use the provider Piwik to count visits. It may use the data for its own advertising."),
    ("providers-with-own-purposes", "The companies we hire may use your information for no purpose other than the services they provide to us.", "Our e-mail provider analyses messages in order to develop new products of its own."),
    ("providers-with-own-purposes", "Data passed to vendors may not be used by them for other ends.", "Certain service providers act as independent controllers and use your data for their own purposes."),
    ("providers-with-own-purposes", "Our subprocessors act exclusively on our behalf and on our documented instructions.", "Vendors may combine your data with data from other customers to enhance their offerings."),
    ("providers-with-own-purposes", "No service provider of ours may use your data for its own benefit.", "Our analytics provider may use the data to improve its own services."),
    ("providers-with-own-purposes", "Third-party service providers are required to use personal information only to the extent needed to do their job for us.", "The service provider also processes this data for its own purposes."),
    ("staff-access", "None of our employees can read what you write.", "Our moderators may read messages and look at files, photos, notes and documents."),
    ("staff-access", "We have no way of reading your messages.", "Support staff can access your messages, files, notes, documents and photos."),
    ("staff-access", "Your files are private: we cannot open them.", "Messages, photos, documents, notes and files may be viewed by our employees."),
    ("staff-access", "Your messages can only be read by you and the people you send them to.", "We reserve the right to inspect messages, photos, notes, documents and files."),
    ("staff-access", "We are technically unable to see your photos.", "Messages, photos, documents, notes and files may be viewed by our employees."),
    ("staff-access", "Not even our administrators have access to your notes.", "Our team has access to your messages, files, documents, notes and photos."),
    ("staff-access", "Your documents are end-to-end encrypted, so nobody but you can read them.", "In order to investigate complaints we may look at your messages, files, notes, documents and photos."),
    ("staff-access", "Our team does not look at your files.", "Support staff can access your messages, files, notes, documents and photos."),
    ("staff-access", "Messages are not readable by our staff.", "We may review the messages, photos, documents, notes and files you upload."),
    ("advertising-as-sale", "We do not sell or share personal information as defined by the CCPA.", "Third-party advertising companies use cookies on our site to show you ads that match your interests."),
    ("advertising-as-sale", "In the past 12 months we have neither sold nor shared personal information.", "We provide hashed e-mail addresses to advertising platforms so that they can show you relevant ads."),
    ("advertising-as-sale", "We do not exchange your personal data for money or other valuable consideration.", "We provide hashed e-mail addresses to advertising platforms so that they can show you relevant ads."),
    ("advertising-as-sale", "Acorn has not sold consumers' personal information in the preceding twelve months.", "Our advertising partners may use your browsing activity to serve you personalised ads on other sites."),
    ("advertising-as-sale", "Under the CCPA, we do not sell your personal information.", "We use retargeting services that show you our ads on other websites based on your earlier visits."),
    ("advertising-as-sale", "No personal information is sold to or shared with third parties for money or anything else of value.", "Ad networks receive your device identifier in order to personalise advertising."),
    ("advertising-as-sale", "We do not disclose personal information to third parties in return for valuable consideration.", "Third-party advertising companies use cookies on our site to show you ads that match your interests."),
    ("sale-left-open", "We never sell your personal information.", "We will not sell your personal data without first obtaining your consent."),
    ("sale-left-open", "Your personal data is not for sale.", "We may sell your data if the company is wound up."),
    ("sale-left-open", "We have not and will not sell your data.", "Unless you have agreed, we do not sell your data."),
    ("sale-left-open", "Your data will not be sold.", "Your personal information may be sold together with other assets in a bankruptcy."),
    ("sale-left-open", "Personal information is never sold to anyone.", "Companies pay a fee to access our database of users."),
    ("sale-left-open", "We never sell your personal information.", "We reserve the right to sell your information in connection with a sale of our business."),
    ("absolute-promise-broken", "Under no circumstances will your data be given to third parties.", "We may disclose your personal data to the police if the law requires it."),
    ("absolute-promise-broken", "We will never, ever share your information with anyone.", "Personal information may be released to comply with a court order."),
    ("absolute-promise-broken", "We never disclose personal data to any third party whatsoever.", "If we merge with another company, your information may be transferred to it."),
    ("absolute-promise-broken", "Your personal information is not shared with anyone for any reason.", "We will disclose your information where we are legally obliged to do so."),
    ("absolute-promise-broken", "Your data will not be passed to anybody, no matter what.", "Authorities may receive your data where the law requires it."),
    ("absolute-promise-broken", "At no time and under no circumstances do we release customer information to third parties.", "We may be compelled to surrender personal data to the courts."),
    ("absolute-promise-broken", "In no case will we share your personal data with others.", "We may disclose your personal data to the police if the law requires it."),
    ("absolute-promise-broken", "No one outside our company will ever receive your personal data.", "Personal information may be released to comply with a court order."),
    ("held-by-a-provider", "We will never give your e-mail address or other personal data to anyone.", "We use Mailchimp to manage our mailing list and send our newsletter."),
    ("held-by-a-provider", "Under no circumstances do we share personal information or e-mail addresses with third parties.", "E-mails and user data are handled by SendGrid."),
    ("held-by-a-provider", "No personal data and no e-mail address is ever disclosed to anybody.", "E-mails and user data are handled by SendGrid."),
    ("held-by-a-provider", "We do not share your e-mail address or your data with anyone, ever.", "We store account data and e-mail addresses with Firebase."),
]
TOGETHER = [
    ("We only share your details with third parties for marketing if you have given us permission.", "We share your data with our providers. You may opt out of our newsletter."),
    ("We only share your details with third parties for marketing if you have given us permission.", "With your consent, we share your details with sponsors. You can opt out at any time."),
    ("We do not share your data with third parties for marketing without your consent.", "Advertisers may collect data through cookies; you can opt out."),
    ("Where the law requires it, we share data with third parties for marketing only with your consent.", "We share your data with sponsors unless you opt out."),
]
# fmt: on
RULES = sorted({rule for rule, _, _ in BROKEN})


@pytest.mark.parametrize(("rule", "promise", "other"), BROKEN)
def test_a_broken_promise(rule: str, promise: str, other: str) -> None:
    assert clashes(rule, promise, other)


@pytest.mark.parametrize(("promise", "other"), TOGETHER)
def test_what_goes_together(promise: str, other: str) -> None:
    assert [rule for rule in RULES if clashes(rule, promise, other)] == []
