"""Promises of small apps and services, and what breaks them: invented wordings, and look-alikes that go together."""

from __future__ import annotations

import pytest
from linting import findings


def alarms(rule: str, first: str, second: str) -> int:
    return len(findings(rule, f"# Acorn Privacy Policy\n\n## One\n\n{first}\n\n## Two\n\n{second}\n"))


GONE = "data-that-leaves-the-device"
DONE = "denied-and-done"
ACCESS = "staff-access"
HELD = "held-by-a-provider"

CLASHES = [
    (GONE, "Deleting the app removes all data.", "Your notes are synced with iCloud."),
    (GONE, "All your data is deleted when you uninstall the app.", "Your drawings are stored on our servers."),
    (GONE, "Removing the extension will delete all your information.", "Bookmarks are backed up to Google Drive."),
    (GONE, "You can uninstall the app to delete all data.", "Your lists are saved in Firebase."),
    (DONE, "We do not use third-party services that may collect data about you.", "An analytics service is used to count screens, and telemetry is included."),
    (DONE, "The app does not use any third-party SDKs that track users.", "The app uses analytics to find crashes."),
    (DONE, "Acorn does not track users across other websites.", "We use retargeting to bring visitors back."),
    (DONE, "We never follow you across the web.", "Advertisers show targeted ads on our site."),
    (DONE, "We do not track you across third-party apps.", "Some pages speak with DoubleClick to measure our campaigns."),
    (ACCESS, "Our engineers never view your files without your permission.", "We may access a customer's account to investigate fraud."),
    (ACCESS, "No human looks at your content except with your express permission.", "Reviewing a user's account while investigating abuse is rare."),
    (ACCESS, "We only open your files with your consent.", "If we suspect misuse, we may review your files. When investigating, we may view your files."),
    (HELD, "This information is used internally only and is never shared with any third party.", "Our e-mails are sent through Mailgun."),
    (HELD, "Your data is never passed on to anyone.", "Newsletters are run with Mailchimp."),
]
TOGETHER = [
    (GONE, "Deleting the app removes all data from your phone.", "Your notes are synced with iCloud."),
    (GONE, "Uninstalling the app does not delete all data.", "Your notes are synced with iCloud."),
    (GONE, "Uninstalling the app deletes all local data.", "Your notes are stored on our servers."),
    (GONE, "Deleting the app removes all data.", "The app shows the weather."),
    (DONE, "We do not use third-party services for payments.", "The app uses analytics to find crashes."),
    (DONE, "We do not track you across other websites.", "We count page views on our own site."),
    (DONE, "We do not respond to signals not to follow you across other websites.", "We use retargeting to bring visitors back."),
    (ACCESS, "We never view your files without your permission.", "We may disclose your files to comply with the law."),
    (ACCESS, "We never view your files without your permission.", "We may review your public posts to enforce our rules."),
    (HELD, "We share your data with our providers only.", "Newsletters are run with Mailchimp."),
]


@pytest.mark.parametrize(("rule", "first", "second"), CLASHES)
def test_clash(rule: str, first: str, second: str) -> None:
    assert alarms(rule, first, second) == 1


@pytest.mark.parametrize(("rule", "first", "second"), TOGETHER)
def test_together(rule: str, first: str, second: str) -> None:
    assert alarms(rule, first, second) == 0
