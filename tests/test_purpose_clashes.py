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
ENDS = "purposes-beyond-the-promise"
NEED = "collection-beyond-need"
LIMITED = "limited-use-broken"
PROFILING = "profiling-denied-and-done"
BASIS = "analytics-without-consent"

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
    (ENDS, "Your personal data is used solely to run the forum.\n\n## Ads\n\nWe use your e-mail address to show you targeted ads.\n"),
    (ENDS, "We only use your information to provide the service you asked for.\n\n## News\n\nWe may also use your data for marketing and market research.\n"),
    (ENDS, "All information we collect is used exclusively to operate and maintain the game.\n\n## Money\n\nWe use your usage data for advertising.\n"),
    (ENDS, "We process personal data for the sole purpose of delivering your order.\n\n## Offers\n\nWe process your name and address for promotional purposes.\n"),
    (ENDS, "Personal information is collected for one purpose only: to let you log in.\n\n## Research\n\nYour personal information is used for research.\n"),
    (ENDS, "We do not use your personal data for any purpose other than providing the service.\n\n## Advertising\n\nWe use your data for interest-based advertising.\n"),
    (ENDS, "We never use your data for anything other than running the website.\n\n## Letters\n\nWe use your postal address to send you advertising.\n"),
    (ENDS, "Your data will be used for no other purpose than to process your booking.\n\n## Letters\n\nWe process your data to promote our other hotels.\n"),
    (ENDS, "Whenever we collect personal information, we do so with the sole purpose of supporting lessons.\n\n## E-mail\n\nWe use your e-mail address to promote our paid plans.\n"),
    (ENDS, "I use personal information strictly for the functioning of the app.\n\n## Ads\n\nI use your advertising ID to deliver personalised ads.\n"),
    (ENDS, "Any personal data that we collect will only be processed in order to deliver the products you order.\n\n## Studies\n\nWe use your personal data for market research.\n"),
    (NEED, "We collect only the information we need to provide the service.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "We never ask for more information than is necessary to run the app.\n\n## Surveys\n\nWe collect your age and gender for research.\n"),
    (NEED, "We limit the collection of personal data to what is strictly necessary for the operation of the site.\n\n## Profiles\n\nWe collect your browsing history to show you personalised ads.\n"),
    (NEED, "Only data that is required to deliver your parcel is collected.\n\n## More\n\nWe collect your birthday and interests for marketing.\n"),
    (NEED, "We do not collect any personal data that is not needed to operate the game.\n\n## Ads\n\nWe collect your location for advertising.\n"),
    (NEED, "We keep the data we gather to the minimum required to make the app work.\n\n## Ads\n\nWe gather your advertising identifier to serve interest-based ads.\n"),
    (NEED, "We will collect only as much personal data as we need to perform our services.\n\n## Studies\n\nWe collect answers and your email address for market research.\n"),
    (NEED, "We gather no more data than is essential to operate the platform.\n\n## Ads\n\nWe process your personal data for behavioural advertising.\n"),
    (NEED, "The app requests just the data it needs to function.\n\n## Ads\n\nThe app collects your device ID for personalised advertising.\n"),
    (LIMITED, "We log the pages you open. This information is only used to improve the site.\n\n## Ads\n\nYour browsing history is used to show you targeted advertising.\n"),
    (LIMITED, "Your IP address will only be used to protect our servers from abuse.\n\n## Ads\n\nWe use your IP address for interest-based advertising.\n"),
    ("exclusive-purpose-broken", "Your phone number is used solely to verify your account.\n\n## Calls\n\nWe use your name and phone number for marketing.\n"),
    (LIMITED, "We ask for your location. It serves only to show the local weather and to operate the map.\n\n## Ads\n\nLocation data is used to target ads.\n"),
    ("exclusive-purpose-broken", "Usage data will be processed exclusively for statistical purposes.\n\n## Partners\n\nWe use usage data to personalise the advertising you see.\n"),
    ("exclusive-purpose-broken", "Your date of birth is never used for anything other than verifying your identity.\n\n## Studies\n\nWe use your date of birth and gender for market research.\n"),
    ("exclusive-purpose-broken", "Your email address will be used strictly for logging in.\n\n## Offers\n\nWe process your e-mail address for promotional purposes.\n"),
    (LIMITED, "We collect device identifiers. We only use them to fix crashes and improve the app.\n\n## Ads\n\nWe use device identifiers for advertising.\n"),
    ("exclusive-purpose-broken", "Payment information is exclusively used to process payments.\n\n## Studies\n\nWe use payment information for market research.\n"),
    (LIMITED, "Server logs are purely used for security.\n\n## Ads\n\nWe use log data to measure and target advertising.\n"),
    (LIMITED, "When the page opens, your browser tells us its clickstream. Such data is used purely for finding faults.\n\n## Ads\n\nWe use your browsing activity to serve targeted ads.\n"),
    (LIMITED, "We ask for your phone number. It is solely used for signing you in.\n\n## Calls\n\nWe use your phone number for marketing.\n"),
    (LIMITED, "You may enter your date of birth. We use it exclusively to check your age.\n\n## Studies\n\nWe use your date of birth for market research.\n"),
    (LIMITED, "The app reads the device ID. It will only be used for finding bugs.\n\n## Ads\n\nThe device ID is used for advertising.\n"),
    (PROFILING, "We shall not process your personal data for automated decision-making or profiling.\n\n## Marketing\n\nWe use your purchases to build customer segments for targeted marketing.\n"),
    (PROFILING, "As a responsible company, we do not use automatic decision-making or profiling.\n\n## Ads\n\nWe show you personalised ads based on your browsing behaviour.\n"),
    (PROFILING, "No automated decision-making or profiling takes place.\n\n## Statistics\n\nGoogle Analytics creates pseudonymous usage profiles from the processed data.\n"),
    (PROFILING, "We refrain from profiling.\n\n## Offers\n\nWe evaluate your purchase history to predict which products you will like.\n"),
    (PROFILING, "Profiling is not carried out.\n\n## Interests\n\nWe draw inferences about your interests and preferences.\n"),
    (PROFILING, "We never profile our users.\n\n## Ads\n\nUser profiles are created so that ads match your interests.\n"),
    (PROFILING, "Your data is not used for profiling.\n\n## Recommendations\n\nWe recommend articles based on your reading history.\n"),
    (PROFILING, "We do not create profiles of you.\n\n## Remarketing\n\nWe use remarketing to show you ads based on your past visits.\n"),
    (PROFILING, "We do not engage in any automated decision making.\n\n## Orders\n\nOur system automatically rejects applications below a score.\n"),
    (PROFILING, "We take no automated decisions about you.\n\n## Credit\n\nWe run an automated credit check and decide on its result without human involvement.\n"),
    (PROFILING, "Automated decision-making is not used.\n\n## Accounts\n\nAccounts that our fraud system scores as risky are automatically suspended.\n"),
    (PROFILING, "We operate without profiling.\n\n## Ads\n\nThe advertising network builds interest profiles of visitors.\n"),
    (BASIS, "We use analytics only with your consent.\n\n## Legal bases\n\nOn the basis of our legitimate interests we measure and analyse how our services are used.\n"),
    (BASIS, "Statistics are collected only after you have agreed to them.\n\n## Bases\n\nWe rely on our legitimate interest to collect usage statistics.\n"),
    (BASIS, "We will only use tracking technologies if you have consented to them.\n\n## Analytics\n\nAnalytics is carried out on the basis of Art. 6(1)(f) GDPR.\n"),
    (BASIS, "No analytics tools are loaded without your consent.\n\n## Analytics\n\nThe legal basis for web analytics is our legitimate interest in improving the site.\n"),
    (BASIS, "Usage analytics take place exclusively on the basis of your consent.\n\n## Interests\n\nOur legitimate interests include analysing usage of the website.\n"),
    (BASIS, "We never run analytics without your prior permission.\n\n## Interests\n\nBased on our legitimate interests, we analyse the use of the app.\n"),
    (BASIS, "Analytics cookies are set solely with your consent.\n\n## Processing\n\n| Purpose | Basis |\n|---|---|\n| Web analytics | Legitimate interests |\n"),
    (BASIS, "Analytics: only if you opt in.\n\n## Legitimate interests\n\nWe process the following on the basis of legitimate interests:\n\n- analytics of how you use the app\n"),
    (BASIS, "We only measure how the site is used when you have given us consent.\n\n## Why\n\nIt is in our legitimate interest to analyse the use of our site.\n"),
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
    (ENDS, "We use your personal data only for the following purposes:\n\n- to run the site\n- for marketing\n\n## Marketing\n\nWe use your personal data for marketing.\n"),
    (ENDS, "We use your data only for the purposes described in this policy.\n\n## Marketing\n\nWe use your data for marketing.\n"),
    (ENDS, "## Contact form\n\nWe use your personal data only to answer your message.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "When you apply for a job, we use your personal data only to judge whether you fit.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "We only use your data to provide the service.\n\n## Offers\n\nWith your consent we use your e-mail address for marketing.\n"),
    (ENDS, "We only use your data to provide the service and to send you marketing.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "We only use your data to provide the service.\n\n## Studies\n\nWe use anonymous data for research.\n"),
    (ENDS, "Our vendors may use your personal data only to provide services to us.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "We only use your data to provide the service, unless you allow more.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "We use your card number only to take payment.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "We only use your personal data for the purpose for which you gave it to us.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "You may use personal data of other members only to play the game.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (ENDS, "We only use your data to provide the service.\n\n## Offers\n\nWe do not use your e-mail address for marketing.\n"),
    (ENDS, "We only share your personal data to fulfil your order.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (NEED, "We collect only the data necessary for the purposes described here.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "We share only the information that is necessary to provide the service.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "We keep data only as long as necessary to provide the service.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "We only collect what is necessary to provide the service.\n\n## Ads\n\nWith your consent we collect your device ID for targeted advertising.\n"),
    (NEED, "We only use necessary cookies to provide the service.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "Providers receive only the information needed to provide their services.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "We only collect what is necessary to provide the service.\n\n## Ads\n\nWe do not collect your device ID for targeted advertising.\n"),
    (NEED, "We only collect the data we need for our services and for advertising.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "We collect the data we need to provide the service, and more where you allow it.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (NEED, "We only collect what is necessary to provide the service.\n\n## Offers\n\nWe send you news about our service.\n"),
    (NEED, "## Verification\n\nWe only collect the information needed to provide proof of who you are.\n\n## Ads\n\nWe collect your device ID for targeted advertising.\n"),
    (LIMITED, "Your phone number is used solely to verify your account.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (LIMITED, "## Newsletter\n\nYour e-mail address is only used to send you the newsletter.\n\n## Members\n\nWe use your e-mail address for marketing.\n"),
    (LIMITED, "If you write to us, your e-mail address is only used to answer you.\n\n## Members\n\nWe use your e-mail address for marketing.\n"),
    (LIMITED, "The phone numbers in your address book are only used to find your friends who play.\n\n## Offers\n\nWe use your phone number for marketing.\n"),
    (LIMITED, "Your e-mail address is only used to support you and for marketing.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (LIMITED, "Your e-mail address is only used to support you.\n\n## Offers\n\nWith your consent we use your e-mail address for marketing.\n"),
    (LIMITED, "Your e-mail address is only used for the purposes listed below.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (LIMITED, "Your e-mail address is only used to support you.\n\n## Offers\n\nWe do not use your e-mail address for marketing.\n"),
    (LIMITED, "Your IP address is only used to protect the site from abuse.\n\n## Statistics\n\nWe use your IP address to secure the network.\n"),
    (LIMITED, "Your location is only used by the map provider to operate the map.\n\n## Ads\n\nWe do not use location for advertising, but we use your e-mail address for marketing.\n"),
    (LIMITED, "Our vendors use your e-mail address only to provide services to us.\n\n## Offers\n\nWe use your e-mail address for marketing.\n"),
    (PROFILING, "We do not use profiling that has legal effects on you.\n\n## Ads\n\nWe show you ads based on your interests.\n"),
    (PROFILING, "We do not use profiling.\n\n## Rights\n\nYou may object to profiling and to personalised ads based on your behaviour.\n"),
    (PROFILING, "We do not use profiling.\n\n## Account\n\nYou can create a profile and add a picture.\n"),
    (PROFILING, "We do not use profiling.\n\n## Account\n\nYour user profile is created when you register.\n"),
    (PROFILING, "We do not use profiling of children.\n\n## Ads\n\nWe show you ads based on your interests.\n"),
    (PROFILING, "We do not use profiling.\n\n## Ads\n\nAds are based on the content of the page, not on your interests.\n"),
    (PROFILING, "We do not make solely automated decisions.\n\n## Orders\n\nOur system automatically rejects applications below a score.\n"),
    (PROFILING, "We do not make automated decisions.\n\n## Mail\n\nOur system automatically deletes messages after a year.\n"),
    (PROFILING, "We do not use profiling.\n\n## Other sites\n\nOther websites may build profiles of you and show you ads based on your interests.\n"),
    (PROFILING, "Unless you agree, we do not use profiling.\n\n## Ads\n\nWe show you ads based on your interests.\n"),
    (PROFILING, "We do not use profiling.\n\n## Ads\n\nWe do not show ads based on your interests.\n"),
    (PROFILING, "We do not create profiles on social networks.\n\n## Ads\n\nWe show you ads based on your interests.\n"),
    (BASIS, "We use analytics only with your consent.\n\n## Bases\n\nWe rely on our legitimate interests to keep the site secure.\n"),
    (BASIS, "Marketing e-mails are sent only with your consent.\n\n## Bases\n\nBased on our legitimate interests we analyse usage of the site.\n"),
    (BASIS, "We use analytics with your consent.\n\n## Bases\n\nBased on our legitimate interests we analyse usage of the site.\n"),
    (BASIS, "We use analytics cookies only with your consent.\n\n## Bases\n\nWe do not rely on legitimate interests for analytics.\n"),
    (BASIS, "We use analytics only with your consent or where our legitimate interests allow it.\n\n## Bases\n\nBased on our legitimate interests we analyse usage of the site.\n"),
    (BASIS, "In the EEA we use analytics only with your consent.\n\n## United States\n\nIn the United States, we analyse usage based on our legitimate interests.\n"),
    (BASIS, "We use third-party analytics only with your consent.\n\n## Rights\n\nYou may object to analytics that rest on legitimate interests.\n"),
    (BASIS, "Google Analytics is used only with your consent.\n\n## Logs\n\nWe analyse server logs for attacks based on our legitimate interests.\n"),
    (BASIS, "If the law requires it, we use analytics only with your consent.\n\n## Bases\n\nBased on our legitimate interests we analyse usage of the site.\n"),
    (BASIS, "We use analytics only with your consent.\n\n## Bases\n\nBased on our legitimate interests we analyse anonymous, aggregated statistics of the use of the site.\n"),
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
    (
        PROFILING,
        "We do not use profiling.",
        "We show you personalised advertising based on your interests.",
        (
            "We do not carry out automated individual decision-making, including profiling.",
            "Your personal data will not be subject to profiling.",
            "There is no profiling.",
            "No profiling whatsoever is performed by us.",
            "We do not build user profiles.",
            "Neither automated decision-making nor profiling takes place.",
            "Our website does not perform profiling of visitors.",
            "We neither profile our users nor make automated decisions about them.",
            "We have opted against profiling.",
            "We do without profiling of any kind.",
            "Acme does not employ automated decision-making or profiling techniques.",
            "We do not do profiling.",
        ),
        (
            "Our partners use this information to build a profile of your interests.",
            "We analyse your behaviour in order to show you relevant offers.",
            "Our advertising partners target ads to you based on your browsing activity.",
            "We derive your interests from the pages you read.",
            "We use your listening history to recommend songs.",
            "We group users into segments according to their interests for advertising.",
            "We use your data to create a personalised profile of your tastes.",
            "Interest-based advertising is shown according to your online behaviour.",
            "Users are assigned to target groups on the basis of their behaviour.",
            "Cookies let us draw up a picture of your interests and serve suitable ads.",
        ),
    ),
    (
        ENDS,
        "We only use your personal data to run the forum.",
        "We use your personal data for marketing.",
        (
            "Your personal information is used for the sole purpose of providing the service to you.",
            "The data you provide will be used exclusively for the operation of the app.",
            "We process your personal data only insofar as this is required to provide a working website.",
            "All personal data is processed solely in order to perform our contract with you.",
            "We promise to use your information only for delivering our services.",
            "Any information collected by us is only used in order to improve and operate the game.",
            "User data is not used for any purpose besides running the service.",
            "I will use your information for nothing other than making the app work.",
            "The personal information you submit is used by us solely for handling your order.",
            "The sole purpose of processing your personal data is to provide you with the service.",
            "Our use of your personal information is limited to providing the service.",
            "Personal data are used strictly to deliver what you have ordered.",
        ),
        (
            "Your details may be used to send you promotional offers.",
            "We also process personal data in order to display targeted advertisements.",
            "We may analyse your information for market research purposes.",
            "Your e-mail address may be used by us for direct marketing.",
            "We use the information we hold about you to serve interest-based ads.",
            "We may use your personal information for the following purposes:\n\n- to manage your account\n- to advertise our products to you",
            "| Purpose | Data |\n|---|---|\n| Marketing and advertising | Name, e-mail address |",
            "Personal data collected in the app is used for advertising purposes.",
            "With this data we carry out market research.",
            "We send you advertising by post.",
            "Our ads are personalised with the help of your usage data.",
        ),
    ),
    (
        NEED,
        "We only collect the data we need to provide the service.",
        "We collect your device ID for targeted advertising.",
        (
            "We collect as little information as possible, only what is required to make the app function.",
            "We only ask for personal information where we need it to provide a service to you.",
            "Only the minimum data necessary for the operation of the service is collected.",
            "The personal data we collect is limited to what is necessary to provide our services.",
            "Collection of personal information is restricted to what we need to run the platform.",
            "We do not collect more personal data than we need in order to provide our service.",
            "The app collects only essential data needed for its functioning.",
            "We follow the principle of data minimisation and gather only those data that are indispensable for providing the service.",
            "We will never collect information we do not need to operate the site.",
            "Data that is not required for delivering the service is not collected.",
            "We request only such information as is strictly needed to perform the service.",
            "Our servers record just what is needed for the site to work.",
        ),
        (
            "We also collect your browsing history so that advertisers can show you relevant ads.",
            "Your interests are recorded to personalise advertising.",
            "Information about the ads you click is collected for advertising purposes.",
            "We gather demographic data for market research.",
            "We use your personal data to show you targeted advertisements.",
            "Advertising identifiers are collected to deliver personalised ads.",
            "Your personal information is processed for behavioural advertising.",
            "For advertising purposes we record which pages you visit.",
            "We may collect your precise location to target advertising.",
            "We obtain your age, gender and interests for advertising.",
            "We process usage data for interest-based ads.",
        ),
    ),
    (
        LIMITED,
        "We ask for your phone number. It is only used for signing you in.",
        "We use your phone number for marketing.",
        (
            "You can add your phone number. It serves solely for account recovery.",
            "We store your phone number, which is used only for two-factor authentication.",
            "Phone numbers are requested purely so that we can verify accounts.",
            "Your phone number will not be used for anything except verifying your account.",
            "Your phone number is used for verification and for nothing else.",
            "The only use we make of your phone number is to verify you.",
            "We use your phone number for the sole purpose of verifying you.",
            "Your phone number is needed only to verify your account.",
            "Phone number: used only for verification.",
            "Your phone number? Used exclusively for logging in. We need your phone number and use it just to send you codes.",
        ),
        (
            "Your phone number may be used for marketing.",
            "We may use your name, phone number and e-mail address to send you promotional offers.",
            "Phone numbers and e-mail addresses are processed for advertising.",
            "We use contact details such as your phone number for direct marketing.",
            "We process your phone number in order to advertise our products.",
            "Marketing calls: we use your phone number to call you about special offers.",
            "Your phone number is used to target advertising on social networks.",
            "| Purpose | Data |\n|---|---|\n| Marketing | Phone number |",
            "We use your phone number for these purposes:\n\n- support\n- advertising",
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
