"""Changes, rights, scope and time: several wordings of each clash, and look-alikes that stay silent."""

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


# rule, statements of one kind, statements of the other: each of the first clashes with the first of the second, and the other way round
PAIRS = [
    (
        "changes-effective-at-once",
        (
            "We will notify you by e-mail before any change takes effect.",
            "We will post a prominent notice on our site prior to a change becoming effective.",
            "Before material changes come into force, we will inform you in the app.",
            "You will be notified at least 30 days before changes to this policy apply.",
            "Changes to this policy take effect thirty days after we have published them.",
            "We will give you advance notice of any changes to this policy.",
            "We will e-mail registered members ahead of any amendment becoming binding.",
            "We notify you before any new version goes into effect.",
            "Significant revisions will be announced to our users in advance of their taking effect.",
            "Users will be informed in advance of changes to this notice.",
            "No change will become effective until we have notified you.",
            "If we make a material change, we will send you a message at least two weeks before it takes effect.",
        ),
        (
            "All changes are effective when they are posted here.",
            "Changes become effective immediately upon posting.",
            "Any amendment takes effect as soon as it is published on this website.",
            "Revisions to this policy apply immediately.",
            "Once posted on this page, changes are effective.",
            "An updated version is binding from the moment it is published.",
            "We may amend this policy with immediate effect.",
            "Modifications will be effective upon publication on our website.",
            "The publication of a new version brings it into effect.",
            "Such changes shall be effective at the time of posting.",
            "They take effect immediately after being uploaded to this page.",
            "The revised policy is effective on the date it is posted on the site.",
        ),
    ),
    (
        "changes-effective-at-once",
        (
            "We will not reduce your rights under this policy without your explicit consent.",
            "We will never make material changes to how we use your data without first obtaining your consent.",
            "We shall not diminish the protection of your data without your prior consent.",
            "We will ask for your consent before any material change takes effect.",
            "Changes apply to you only after you have agreed to them.",
            "We will not change this policy materially unless you have agreed.",
            "Without your express consent we will not apply changes to this policy retroactively.",
        ),
        (
            "Your continued use of the service after a change means that you accept it.",
            "If you continue to use our app, you agree to the new policy.",
            "By continuing to access the site you consent to the changed policy.",
            "Continuing to use our services constitutes acceptance of the revised terms.",
            "You accept the changes by continuing to use the service.",
            "Further use of the app will be deemed consent to the amended policy.",
        ),
    ),
    (
        "kept-though-denied",
        (
            "We do not store your garden sketches.",
            "Garden sketches are never saved.",
            "The app does not keep garden sketches.",
            "Your garden sketches are not retained by us.",
            "We never log or store garden sketches.",
            "Passwords, garden sketches and drafts are not stored on our servers.",
            "Garden sketches are not kept beyond your session.",
            "Garden sketches are discarded immediately after the session ends.",
            "Our bot does not save any garden sketches.",
            "Garden sketches will never be stored.",
            "We do not retain drafts or garden sketches.",
            "Garden sketches that you write are neither read nor stored.",
        ),
        (
            "Garden sketches are deleted after 30 days.",
            "We keep garden sketches for two weeks.",
            "We retain your garden sketches for up to 90 days.",
            "| Data | Kept for |\n|---|---|\n| Garden sketches | 6 months |",
            "- **Garden sketches**: retained for 30 days",
            "Old garden sketches are purged every 30 days.",
        ),
    ),
    (
        "kept-beyond-the-account",
        (
            "When you delete your account, all your data is permanently erased.",
            "If you close your account, we will delete all of your personal information.",
            "Deleting your profile removes everything we hold about you.",
            "Account deletion erases all your data from our systems.",
            "Everything is wiped as soon as you delete your account.",
            "Once your account is closed, your personal data is deleted immediately.",
            "We do not keep any data after you delete your account.",
            "Upon termination of your account we destroy all information.",
            "All of your information is removed when you cancel your membership.",
        ),
        (
            "Even after you delete your account, we may keep your information for our business purposes.",
            "We may retain certain information after you close your account.",
            "Following closure of your account we continue to hold your details for marketing.",
            "Some of your information remains stored after your account is deleted.",
            "We keep your personal information even after you cancel your registration.",
            "If you terminate your account, we may still store your content for research.",
        ),
    ),
    (
        "kept-beyond-the-account",
        (
            "When you close your account, your personal data is removed within 30 days.",
            "After your account is closed, it may take up to 30 days until your personal data is fully deleted.",
            "We erase your personal data within four weeks of the deletion of your account.",
        ),
        (
            "After you close your account, we keep some or all of your information for one year.",
            "We keep your information for 24 months after you delete your account.",
            "Following termination of your account, we may retain your information for a period of 18 months.",
        ),
    ),
    (
        "kept-longer-than-needed",
        (
            "We only keep your personal data for as long as it is needed.",
            "Personal information is retained no longer than necessary.",
            "We do not store your data for longer than we need it.",
            "Your data is deleted as soon as it is no longer needed.",
            "We will not retain your information beyond what is necessary for our purposes.",
            "We store personal data solely for the time that is required to fulfil the purposes it was collected for.",
            "Your personal data is kept only while it is needed to run the service.",
            "We do not keep your personal information unless we need it to run the service.",
            "We erase personal data once it is no longer required.",
            "Your information is held only so long as it is needed.",
        ),
        (
            "We may keep your information indefinitely.",
            "We retain your details for as long as the law permits.",
            "We may hold your data for the maximum period allowed by law.",
            "Your information may be stored forever.",
            "We reserve the right to retain your personal data as permitted by applicable law.",
            "We keep your data for as long as we want.",
            "Your data is not automatically erased when your account is closed.",
            "We will store your information in perpetuity.",
            "We keep personal data as long as this is permitted under the law.",
        ),
    ),
    (
        "kept-longer-than-needed",
        (
            "We only retain personal data for as long as it is required to provide our services.",
            "We do not keep your data longer than needed to perform our contract with you.",
        ),
        (
            "For marketing we keep your data for three years after your last order.",
            "We keep your contact details for two years after your subscription ends, to send you advertising.",
            "We may send you promotional messages for up to 24 months after your contract expires.",
        ),
    ),
    (
        "rights-granted-and-refused",
        (
            "Anyone can request access to their data or its deletion.",
            "Privacy rights are for everyone. All users may ask for a copy of their data.",
            "Every user has the right to delete their data.",
            "We offer the rights below to all of our users.",
            "Everyone is entitled to request a copy of their information.",
            "These rights are available to everyone.",
        ),
        (
            "Depending on where you live, you may have the right to access and to delete your data.",
            "You may have the right to access or delete your data, depending on your location.",
            "Based on your jurisdiction, you may have rights to obtain a copy of your data or to have it erased.",
            "In some jurisdictions, you may have the right to request deletion of, or access to, your data.",
        ),
    ),
    (
        "right-refused",
        (
            "The company does not delete any information that users have contributed.",
            "We never delete any content that members have contributed.",
            "We will not remove any data that you provide to us.",
        ),
        (
            "If a member requests the deletion of their information, we will delete it.",
            "Upon your request we will erase your data.",
            "If you ask for removal of your content, we will remove the content promptly.",
        ),
    ),
    (
        "right-refused",
        (
            "If you exercise these rights, you may lose access to some features.",
            "If you exercise certain rights, you might be unable to use parts of the app.",
        ),
        (
            "We will not discriminate against you if you exercise your rights.",
            "You will not be treated differently for exercising your rights.",
        ),
    ),
    (
        "scope-outgrown",
        (
            "This policy applies only to information collected online.",
            "This notice covers solely what we learn through our website.",
            "This statement is limited exclusively to our online activities.",
            "Our privacy policy only covers data gathered on this site.",
            "This policy does not apply to information we obtain offline.",
            "This policy does not cover data that is provided by phone or in person.",
        ),
        (
            "We also collect your name and address over the phone.",
            "We collect contact details at trade shows.",
            "When you call us, we record your name and other details.",
            "We gather information from online and offline sources.",
            "We receive information about you in our stores.",
            "Data collected in person is added to your profile.",
        ),
    ),
    (
        "scope-outgrown",
        (
            "This policy applies only to our website.",
            "This privacy notice covers solely the website www.example.com.",
        ),
        (
            "When you use our mobile app, we collect your location data.",
            "Our app collects device identifiers.",
            "Whenever you open the app, we receive information about your phone.",
        ),
    ),
    (
        "minors-let-in",
        (
            "We do not knowingly collect personal data from minors.",
            "We never knowingly collect any information about minors.",
            "We do not knowingly solicit or receive data from people under 18.",
            "We do not collect personal information from minors.",
            "The service does not knowingly gather personal information from children under the age of 18.",
            "We do not market to minors, nor do we knowingly collect data from minors.",
        ),
        (
            "Minors may use the service with the consent of a parent.",
            "If you are a minor, you may only use the app under the supervision of your parent.",
            "By using the site you confirm that you are an adult or the guardian of a minor and that you agree to the minor using it.",
            "Children can use the app with the permission of their guardian.",
            "If a child under 16 wishes to register, a parent has to agree, and the child must register with the consent of that parent.",
            "You can create profiles for your children.",
            "Add a kids profile for your family.",
            "We collect information from all visitors, including children.",
            "If a minor uses the app, it is assumed that the minor has the consent of a guardian.",
            "If you are a minor, get the permission of your parents before you send us anything.",
        ),
    ),
]

PAIRS += [
    (
        "right-refused",
        (
            "This data is kept for three years regardless of deletion requests.",
            "Your data is retained irrespective of any request for deletion.",
            "We keep your data even if you ask us to delete it.",
            "The data remains stored for five years, no matter your requests to erase it.",
        ),
        (
            "If you would like us to remove your information, please contact us.",
            "Should you wish us to erase your data, tell us.",
            "You can ask us to delete your personal data.",
        ),
    ),
]

# further wordings of the same two statements, written after the phrases
FURTHER = [
    (
        "changes-effective-at-once",
        (
            "We will notify you by e-mail before any change takes effect.",
            "You will receive notice by e-mail no less than 15 days prior to the effective date of any change.",
            "Should we alter this notice materially, we shall alert you through the app before the alteration is in force.",
            "We undertake to inform our customers in good time before amendments enter into force.",
            "Notice of material changes will be given at least one month in advance.",
            "Prior to implementing a material change, we will post a banner on our home page.",
            "New versions take effect no earlier than 30 days after publication.",
            "Material changes will become effective thirty (30) days following notification.",
            "In case of substantial modifications we will contact you in advance.",
            "Registered users will be sent an e-mail before the new policy starts to apply.",
            "We'll give you a heads-up before any changes kick in.",
            "You'll be notified ahead of time about important changes to this policy.",
        ),
        (
            "All changes are effective when they are posted here.",
            "Changes come into force upon being published here.",
            "The amended policy is valid from the moment of its publication on the site.",
            "Every modification shall apply immediately once it is made available on our website.",
            "We may change this policy and such changes will be immediately binding.",
            "Changes and clarifications will take effect immediately upon their posting on the website.",
            "Updates to this notice become operative as soon as they appear on this page.",
            "The new version enters into force on the day it is published.",
            "Any revised policy is effective immediately when uploaded.",
            "All updates go live and apply the moment we post them.",
        ),
    ),
    (
        "changes-effective-at-once",
        (
            "We will not reduce your rights under this policy without your explicit consent.",
            "No change that limits your rights will be made without your express agreement.",
            "We will seek your approval before we make material changes to how we handle your data.",
            "Material changes require your renewed consent.",
            "We won't apply new terms to data we already hold without your affirmative consent.",
            "If we change how we use your data, we will obtain your consent first.",
        ),
        (
            "Your continued use of the service after a change means that you accept it.",
            "Using our website after a change means you agree to the new policy.",
            "Your ongoing use of the app is taken as acceptance of the updated notice.",
            "By using the service after changes are posted, you accept them.",
            "If you go on using the service, you are deemed to have consented to the changes.",
            "Your use of the site following any amendment signifies your assent to the amended policy.",
        ),
    ),
    (
        "kept-though-denied",
        (
            "We do not store your garden sketches.",
            "No garden sketches are stored.",
            "We keep no garden sketches.",
            "Garden sketches: not stored.",
            "Garden sketches are processed in real time and are not saved.",
            "The service doesn't retain garden sketches once they have been processed.",
            "We don't hold on to your garden sketches.",
            "There is no storage of garden sketches.",
            "Garden sketches are deleted immediately after processing.",
        ),
        (
            "Garden sketches are deleted after 30 days.",
            "Garden sketches are automatically removed after one month.",
            "We store garden sketches for a period of 60 days.",
            "We hold garden sketches for 90 days before deleting them.",
            "Your garden sketches remain on our servers for 30 days.",
        ),
    ),
    (
        "kept-beyond-the-account",
        (
            "When you delete your account, all your data is permanently erased.",
            "Once you delete your account, none of your data is kept.",
            "Your data will be completely removed from our systems upon deletion of your account.",
            "Upon account closure, we immediately and permanently delete all personal data associated with it.",
            "Account deletion is permanent: all data linked to the account is wiped.",
            "When you terminate your account, we no longer hold any of your personal information.",
            "You can delete your account, which erases all of your data.",
            "Closing the account results in the deletion of all your personal data.",
            "We retain no personal information after your account has been terminated.",
            "After you close your account your personal information will be deleted.",
        ),
        (
            "Even after you delete your account, we may keep your information for our business purposes.",
            "We reserve the right to keep your information after your account is terminated.",
            "Your information may be retained after you cancel your account.",
            "Some data may persist after account deletion.",
            "Certain details may continue to be held by us following the closure of your account.",
            "We will retain some information about you even if you delete your account.",
            "Deleting your account does not delete all of your data.",
            "Even when your account is gone, we keep your purchase history and contact details.",
            "Information from closed accounts is kept for our own analysis.",
        ),
    ),
    (
        "kept-longer-than-needed",
        (
            "We only keep your personal data for as long as it is needed.",
            "Your information will not be kept for longer than is necessary.",
            "We limit the storage of your personal data to what is strictly necessary.",
            "Personal data is stored for the shortest time possible.",
            "We delete your data when it is no longer needed.",
            "We will keep your personal information just as long as we need it.",
            "Data is only processed and stored for the period required to achieve the purpose of storage.",
            "Once the purpose has been fulfilled, your data is deleted.",
            "Personal data we process shall not be kept longer than is necessary for that purpose.",
            "We do not hold personal information longer than required.",
            "We retain personal data for the minimum time needed.",
        ),
        (
            "We may keep your information indefinitely.",
            "Data may be kept for an unlimited period.",
            "Your data is kept permanently.",
            "We may retain your information even after it is no longer needed.",
            "There is no limit to how long we may keep your information.",
            "Data will be retained for as long as legally permissible.",
            "We are entitled to keep your data for any length of time.",
        ),
    ),
    (
        "rights-granted-and-refused",
        (
            "Anyone can request access to their data or its deletion.",
            "Anybody may ask us to erase their data or send them a copy.",
            "All people who use our service can access and delete their data.",
            "We extend these rights to all users, wherever they are.",
            "Regardless of where you live, you can ask us to access or delete your data.",
            "You can request access or deletion no matter which country you are in.",
            "We honour access and deletion requests from everyone.",
        ),
        (
            "Depending on where you live, you may have the right to access and to delete your data.",
            "Your rights, such as access and deletion, depend on where you live.",
            "Residents of certain countries may have the right to access or delete their data.",
            "If you live in certain states, you may have the right to request access or deletion.",
            "Whether you can access or delete your data depends on the law of your country.",
            "These rights, including access and erasure, are only available to residents of the EEA.",
            "Only residents of California may request access to or deletion of their data.",
        ),
    ),
    (
        "right-refused",
        (
            "If you exercise these rights, you may lose access to some features.",
        ),
        (
            "We will not discriminate against you if you exercise your rights.",
            "You have the right not to be discriminated against for exercising your rights.",
            "We won't treat you any differently because you exercised your rights.",
            "We do not discriminate against users who exercise their privacy rights.",
        ),
    ),
    (
        "scope-outgrown",
        (
            "This policy applies only to information collected online.",
            "This policy is limited to our online services.",
            "The scope of this policy is restricted to information collected through our website.",
            "Our policy covers online activities only.",
            "Information collected offline is not covered by this policy.",
            "This privacy policy is applicable only to data collected via this website.",
            "We apply this policy solely to personal data obtained online.",
        ),
        (
            "We also collect your name and address over the phone.",
            "You may give us personal data by filling in paper forms or in person.",
            "We may obtain information about you at events, by phone or by post.",
            "Personal information may be collected through telephone calls.",
            "We collect personal data when you visit our shop.",
            "Sources of data include business cards and trade fairs.",
            "Information you provide to our staff in person is recorded.",
        ),
    ),
    (
        "minors-let-in",
        (
            "We do not knowingly collect personal data from minors.",
            "We do not knowingly process the personal information of minors.",
            "Our services do not knowingly gather minors' data.",
            "It is not our intention to collect data of minors.",
            "We have no intention of collecting personal data from minors.",
            "Data of minors is not knowingly collected.",
            "No information is knowingly collected from minors.",
            "We do not intentionally collect personal data from minors.",
            "Minors' personal data is never knowingly collected by us.",
        ),
        (
            "Minors may use the service with the consent of a parent.",
            "Users who are minors need parental consent to use the service.",
            "Minors must have the consent of their parents to use our site.",
            "Parents may register their children for our courses.",
            "Minors are allowed on the platform only under the supervision of an adult or guardian.",
            "Parental consent is required for minors to use the app.",
            "If you are under 18, you may use the service only with involvement of a parent or guardian.",
            "Parents can open an account for their child.",
            "Use by minors requires the permission of a parent.",
        ),
    ),
]

SILENT = [
    ("right-refused", "We keep invoices regardless of deletion requests, as tax law requires.\n\n## Rights\n\nYou can ask us to delete your personal data.\n"),
    ("right-refused", "We never keep your data if you ask us to delete it.\n\n## Rights\n\nYou can ask us to delete your personal data.\n"),
    ("minors-let-in", "We do not knowingly collect data from minors without parental consent.\n\n## Use\n\nMinors may use the service with the consent of a parent.\n"),
    ("minors-let-in", "We do not knowingly collect data from children under 13.\n\n## Use\n\nIf you are a minor, you may use the app with the permission of a parent.\n"),
    ("minors-let-in", "We do not knowingly collect data from children under 13.\n\n## Use\n\nPeople under 18 may use the app with the permission of a parent.\n"),
    ("minors-let-in", "We do not knowingly collect data from minors.\n\n## Use\n\nMinors are not permitted to use the app, even with the permission of a parent.\n"),
    ("minors-let-in", "We do not knowingly collect data from minors.\n\n## Parents\n\nWe encourage parents to watch what their children do on the internet.\n"),
    ("minors-let-in", "We do not knowingly sell data of minors.\n\n## Use\n\nMinors may use the service with the consent of a parent.\n"),
    ("minors-let-in", "We do not knowingly collect data from minors.\n\n## Deletion\n\nIf we learn that a minor has used the app without the consent of a parent, we delete the data.\n"),
    ("minors-let-in", "We do not collect health data from minors.\n\n## Use\n\nMinors may use the service with the consent of a parent.\n"),
    ("minors-let-in", "We do not knowingly collect data from minors.\n\n## Use\n\nWe collect data from all visitors, excluding children.\n"),
    ("scope-outgrown", "This policy applies only to our website. We are not answerable for other websites.\n\n## App\n\nWhen you use our app, we collect your location data.\n"),
    ("scope-outgrown", "This policy applies only to information collected online. It does not apply to information collected offline.\n"),
    ("scope-outgrown", "This section applies only to our website.\n\n## App\n\nOur app collects device identifiers.\n"),
    ("scope-outgrown", "This policy applies to our website and our app only.\n\n## App\n\nOur app collects device identifiers.\n"),
    ("scope-outgrown", "This policy applies only to our website.\n\n## App\n\nOur app collects no data.\n"),
    ("scope-outgrown", "# Privacy Policy for Ireland\n\nThis policy applies to all users of our service in Ireland.\n"),
    ("scope-outgrown", "# Privacy Policy\n\n## EEA Privacy Notice\n\nThis notice applies to all users, wherever they live.\n"),
    ("rights-granted-and-refused", "Anyone can see public profiles.\n\n## Rights\n\nDepending on where you live, you may have the right to access your data.\n"),
    ("rights-granted-and-refused", "Anyone can request a copy of their data.\n\n## Rights\n\nDepending on where you live, you may have the right to complain to an authority.\n"),
    ("rights-granted-and-refused", "Under applicable law, anyone can request a copy of their data.\n\n## Rights\n\nDepending on where you live, you may have the right to access your data.\n"),
    ("rights-granted-and-refused", "All users in Ireland can request a copy of their data.\n\n## Rights\n\nDepending on where you live, you may have the right to access your data.\n"),
    ("right-refused", "If you exercise your right to deletion, you may lose access to your account, because it is deleted.\n\n## Equal\n\nWe will not discriminate against you if you exercise your rights.\n"),
    ("right-refused", "We do not delete content unless you ask us.\n\n## Rights\n\nUpon your request we will erase your data.\n"),
    ("right-refused", "We do not delete any data that the law requires us to keep.\n\n## Rights\n\nUpon your request we will erase your data.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than necessary.\n\n## Law\n\nWe keep your data for as long as the law requires.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than necessary, unless a longer time is permitted by law.\n\n## Law\n\nWe may keep data as long as the law permits.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than necessary or as permitted by law.\n\n## Law\n\nWe may keep data as long as the law permits.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than necessary.\n\n## More\n\nWe may keep anonymised information indefinitely.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than necessary.\n\n## More\n\nWe never keep your information indefinitely.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than necessary.\n\n## Comments\n\nComments you post are kept indefinitely.\n"),
    ("kept-longer-than-needed", "We keep recordings of calls no longer than necessary.\n\n## More\n\nWe may keep your information indefinitely.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than necessary.\n\n## Blockchain\n\nData written to the blockchain is stored permanently.\n"),
    ("kept-longer-than-needed", "We keep your data only as long as needed for the purposes above.\n\n## Marketing\n\nFor marketing we keep your data for three years after your last order.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than needed.\n\n## Rights\n\nYou may ask us to keep your data if you need it for legal claims even though we no longer need it.\n"),
    ("kept-longer-than-needed", "We keep your data no longer than needed.\n\n## Applicants\n\nWe keep the data of applicants as long as the law permits.\n"),
    ("kept-beyond-the-account", "When you delete your account, all your data is erased.\n\n## Law\n\nAfter you delete your account, we keep invoices as tax law requires.\n"),
    ("kept-beyond-the-account", "When you delete your account, all your data is erased, except what the law wants us to keep.\n\n## More\n\nWe may keep your information after you delete your account.\n"),
    ("kept-beyond-the-account", "You may ask us to delete your account and all your data.\n\n## More\n\nWe may keep your information after you delete your account.\n"),
    ("kept-beyond-the-account", "When you delete your account, all your data is erased.\n\n## More\n\nAfter you delete your account, we keep anonymous statistics.\n"),
    ("kept-beyond-the-account", "When you delete your account, all your data is erased.\n\n## More\n\nAfter you delete your account, your data may remain in backups for two weeks.\n"),
    ("kept-beyond-the-account", "When you delete your account, we delete your data as set out in the section below.\n\n## More\n\nAfter you delete your account, we may keep certain information.\n"),
    ("kept-beyond-the-account", "When you close your account, your personal data is removed within 30 days.\n\n## More\n\nIf you close your account, your information is gone after 30 days.\n"),
    ("kept-beyond-the-account", "When you close your account, your personal data is removed within 30 days.\n\n## Law\n\nWe keep your information for ten years after you close your account, where tax law asks for it.\n"),
    ("kept-beyond-the-account", "When you close your account, your personal data is removed within 30 days.\n\n## Use\n\nWe keep your information for two years after your last visit.\n"),
    ("kept-though-denied", "We do not store card numbers on our servers.\n\n## Storage\n\nReceipts are kept for ten years.\n"),
    ("kept-though-denied", "We do not store your messages longer than necessary.\n\n## Storage\n\nMessages are deleted after 30 days.\n"),
    ("kept-though-denied", "We do not store messages unless you report them.\n\n## Storage\n\nMessages are deleted after 30 days.\n"),
    ("kept-though-denied", "We do not store messages.\n\n## Providers\n\nOur provider keeps messages for 30 days.\n"),
    ("kept-though-denied", "We do not store messages.\n\n## History\n\nIf you turn on history, messages are kept for 30 days.\n"),
    ("kept-though-denied", "We do not store images of children.\n\n## Storage\n\nImages are kept for 30 days.\n"),
    ("kept-though-denied", "We do not store images.\n\n## Storage\n\nThe sizes of images are kept for 30 days.\n"),
    ("kept-though-denied", "Messages are not stored in plain text.\n\n## Storage\n\nMessages are kept for 30 days.\n"),
    ("kept-though-denied", "Recordings are not kept beyond the call.\n\n## Storage\n\nRecordings are deleted after 2 hours.\n"),
    ("kept-though-denied", "Messages are not permanently stored.\n\n## Storage\n\nMessages are kept for 30 days.\n"),
    ("kept-though-denied", "Messages are not stored.\n\n## Storage\n\nStatistics about messages are kept for 30 days.\n"),
    ("kept-though-denied", "We do not store your photos.\n\n## Storage\n\nPhotos stay on your device for 30 days.\n"),
    ("changes-effective-at-once", "We will let you know of changes by posting them here. Changes are effective immediately after they are posted.\n"),
    ("changes-effective-at-once", "We will notify you before material changes take effect. All other changes are effective when posted.\n"),
    ("changes-effective-at-once", "We will notify you before material changes take effect. Minor changes are effective when posted.\n"),
    ("changes-effective-at-once", "We will notify you before changes take effect. Unless we say otherwise, changes are effective when posted.\n"),
    ("changes-effective-at-once", "We may notify you before a change becomes effective. Changes are effective when posted.\n"),
    ("changes-effective-at-once", "Where required by law, we will notify you before a change becomes effective. Changes are effective when posted.\n"),
    ("changes-effective-at-once", "We will notify you before a change takes effect.\n\nThis policy is effective as of 1 May 2024.\n"),
    ("changes-effective-at-once", "We will notify you before a change of price takes effect.\n\nYour settings are effective immediately.\n"),
    ("changes-effective-at-once", "We will notify you before a change takes effect.\n\nWithdrawal of your consent is effective immediately.\n"),
    ("changes-effective-at-once", "We will notify you by e-mail before a change takes effect.\n\nYour continued use of the service means that you accept the change.\n"),
    ("changes-effective-at-once", "We will not share your data without your consent.\n\nIf you continue to use the app, you agree to this policy.\n"),
    ("changes-effective-at-once", "We will not lessen your rights without your consent.\n\nIf you continue to use the app, your plan renews each month.\n"),
    ("changes-effective-at-once", "Changes are effective when posted. Check this page for changes before you use the service.\n"),
    ("changes-effective-at-once", "We will tell you of changes at least 30 days ahead. Changes needed for legal reasons are effective immediately.\n"),
]


def clashes() -> list[tuple[str, str]]:
    return [
        (rule, f"{one}\n\n## More\n\n{other}\n")
        for rule, ones, others in PAIRS + FURTHER
        for one, other in [*((one, others[0]) for one in ones), *((ones[0], other) for other in others[1:])]
    ]


@pytest.mark.parametrize(("rule", "text"), clashes())
def test_each_wording_clashes(rule: str, text: str) -> None:
    found = findings(rule, text)
    assert found
    assert found[0].related


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_look_alikes_stay_silent(rule: str, text: str) -> None:
    assert not findings(rule, text)
