"""
A link leads nowhere, or shows nothing to click on.

An opt-out link without a target takes away the choice it speaks of; a link without words cannot be found at all.
"Click here" without any link, a web address left in brackets without a target, and a link to a file that does not stand
beside the policy count too.

Source: GDPR article 12(1) and (2) (easily accessible; exercise of rights is to be made easy).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from privacylint.api import Bad, Block, Claims, Finding, Link, Match, Phrases, Policy, Related, Span, rule

from privacylint_rules.words import phrases

CLICK = phrases(
    en=[
        "click~ here", "click~ [on] (this|the following) link", "[by] (follow~|use~|visit~) this link [here]",
        "click~ [on] the link",
    ]
)  # fmt: skip
# "click on the link in the e-mail", "click the link below"
ELSEWHERE = phrases(
    en=[
        "click~ [on] (the|this|such) link~ ...4 (email|emails|mail|message~|footer|bottom|top|newsletter~|sms|text|page|settings|app|below|above|provided|contained|included|labeled|labelled|titled|entitled|called|marked)",
        "click~ [on] (the|such) link~ (to|that|which|we|you|they|and|will|may|following|next)",
        "click~ [on] the link~ (in|at|within|on|from|of)",
        "(if|when|where|each time|whenever|once|after) [you] ...2 click~ [on] (the|this|such) link",
    ]
)
# "through our contact form", and no link on it
FORM = phrases(en=["(via|through|using|use|with) (our|the|this) [online] [contact|support|request|web] form !(on|at|in|below|above|available|located|found|provided|linked|here|of|which|that|to|you)"])
# "feel free to contact us." at the end of a section on contact that gives no address
CONTACT = phrases(en=["(contact|email|reach|call|write to|reach out to|get in touch with|get in contact with) (us|me)"])
TITLE_OF_CONTACT = phrases(en=["contact", "contacting", "contacts", "questions", "get in touch", "reach us", "reaching us"])
ANOTHER_WAY = phrases(
    en=[
        "(form|chat|button|discord|telegram|below|above|dashboard|portal|github|end|details|address|repository|footer)",
        "(via|through|using|on|at|in|from|visit~) ...3 (app|application|settings|site|website|page|platform|store|account|profile|help|support|section|channel~)",
    ]
)
# "some of our shops have a separate privacy policy that supplements this one"
OTHER_POLICIES = phrases(
    en=[
        "(separate|supplemental|supplementary|additional|further|other) privacy (policy~|notice~|statement~) [document~] [that|which|may] (supplement~|complement~|add to|apply|applies|govern~)",
        "(separate|supplemental|supplementary|additional|further) (policy~|notice~|statement~) [document~] (that|which) [may] (supplement~|complement~|add to) this",
    ]
)  # fmt: skip
OF_OTHERS = phrases(en=["(third|their|its|his|her|those|these|partner~|vendor~|provider~|such|customer~|employer|school|institution|organization|organisation)"])
NO_TARGET = ("", "#", "#!", "http://", "https://", "mailto:", "tel:", "about:blank")
# a path from here to a file as it lies in a repository; a page without an ending is made by the site
_FILE = re.compile(r"(?![/#?])(?!\w{2,20}:)(?P<path>[^?#]{1,300}\.(?:md|mdx|markdown|pdf|docx?|txt|csv|png|jpe?g|gif|svg|webp))(?:[?#].{0,200})?", re.I)
# digits of a number or a street, a sign of a mailbox; a number that counts the section has one or two
_ANY_ADDRESS = re.compile(r"@|\d{3}|\[at\]|\(at\)|https?:|www\.|[a-z]\.(?:com|org|net|io|eu|gov|uk|de|fr)\b", re.I)
_RIGHT_AFTER = 12
_LONGEST_TARGET = 60
_SCRIPT = ("javascript:",)
_ADDRESS = re.compile(r"\[((?:https?://|www\.)[^\s\[\]]{3,200}|(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|io|app|eu|co|de|fr|uk|dev|xyz|ai|me)(?:/[^\s\[\]]{0,200})?|[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}|(?:click )?here)\]", re.I)
_SAMPLE = re.compile(r"(?i)your-?|example\.|domain\.")
_WRITTEN_ADDRESS = re.compile(r"https?://|www\.|[a-z]\.(?:com|org|net|io|eu|gov|uk|de|fr)\b", re.I)


@rule(
    severity="warning",
    good=[
        "## Contact\n\nYou can contact us through the settings of the app.\n\n## Changes\n\nContact us.\n\nSeparate privacy notices of our partners may apply.",
        "Opt out [here](https://shop.example/opt-out) or on [the list](#list).\n\n## List\n\nNone.",
        "You can opt out: click here: https://shop.example/opt-out",
        "To leave the list, click on the link in any message.",
        "We follow links[^1] and [sic] notes.\n\n[^1]: A note.",
        "[![logo](logo.png)](https://shop.example)",
    ],
    bad=[
        Bad("Opt out [here](#) at any time.", at="[here](#)"),
        Bad("Read our [terms]() first.", at="[terms]()"),
        Bad("Ask us [](https://shop.example/ask) for it.", at="[](https://shop.example/ask)"),
        Bad('<a href="javascript:void(0)">Opt out</a> of it.', at='<a href="javascript:void(0)">Opt out</a>'),
        Bad("To leave the list, click here.", at="click here"),
        Bad("Our site is [www.shop.example].", at="[www.shop.example]"),
        Bad("## Your rights\n\nAsk.\n\n## Contact\n\nIf you have questions, do not hesitate to contact us.", at="contact us"),
        Bad("Some of our shops have separate privacy notices that supplement this one.", at="separate privacy notices that supplement"),
    ],
)
def empty_link(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Links without target or text, "click here" without a link, addresses in brackets."""
    for link in policy.links:
        yield from _link(link)
    yield from _files(policy)
    yield from _clicks(policy, CLICK, None)
    yield from _clicks(policy, FORM, "info")
    yield from _contacts(policy)
    yield from _policies(policy)
    for block in policy.blocks:
        if block.kind != "code" and "[" in block.text.plain:
            yield from _brackets(block, policy)


def _link(link: Link) -> Iterator[Finding]:
    target = link.target.strip()
    shown = " ".join(link.text.plain.split())
    if target.lower() in NO_TARGET or target.lower().startswith(_SCRIPT):
        what = "image" if link.kind == "image" else "link"
        name = f' "{shown}"' if shown else ""
        yield Finding(f"the {what}{name} leads nowhere", link.span, help=f"give the {what} its target, or take it out")
    elif not shown and link.kind != "image" and not target.startswith("#"):
        yield Finding(
            f"the link to {target[:_LONGEST_TARGET]} has no words to click on",
            link.span,
            help="write what the link is, or take it out",
        )


def _files(policy: Policy) -> Iterator[Finding]:
    """Links to files beside the policy that are not there; only where the policy itself is a file."""
    here = Path(policy.source.path)
    if not here.is_file():
        return
    folder = Path(os.path.abspath(here)).parent  # noqa: PTH100 - resolve() would follow links
    top = next((above for above in (folder, *folder.parents) if (above / ".git").exists()), folder)
    gone: dict[str, list[Span]] = {}
    for link in policy.links:
        found = _FILE.fullmatch(link.target.strip())
        # what a template or a comment makes of the target is not known
        if not found or any(mark in link.target for mark in "{}<>$*\\"):
            continue
        file = Path(os.path.normpath(folder / unquote(found["path"])))
        if top in file.parents and not _is_there(file):
            gone.setdefault(found["path"], []).append(link.target_span)
    for path, spans in gone.items():
        yield Finding(
            f"there is no file {path} beside this policy",
            spans[0],
            tuple(Related(span, "leads there too") for span in spans[1:]),
            help="mend the path, or take the link out",
            severity="info",
        )


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):
        # a name no file can have: not for us to judge
        return True


def _clicks(policy: Policy, words: Phrases, severity: str | None) -> Iterator[Finding]:
    elsewhere = [match.span for match in policy.find(ELSEWHERE)]
    linked = {link.block.number for link in policy.links}
    last = Span(-1, -1)
    for match in policy.find(words):
        if match.span.start < last.end or any(_overlap(match.span, span) for span in elsewhere):
            continue
        if _answered(match, policy, linked):
            continue
        last = match.span
        yield Finding(
            f'"{match.text}", but there is no link here',
            match.span,
            help="make it a link, or write the address out",
            severity=severity,
        )


def _answered(match: Match, policy: Policy, linked: set[int]) -> bool:
    """Whether a link or a written address stands in the sentence, right after it, or alone in the next block."""
    block, sentence = match.sentence.block, match.sentence
    if _WRITTEN_ADDRESS.search(block.text.plain, sentence.start, sentence.end + _RIGHT_AFTER):
        return True
    start, end = sentence.span
    is_last = not block.text.plain[sentence.end :].strip()
    near = {block.number, block.number + 1} if is_last else {block.number}
    if not linked & near:
        return False
    return any(
        link.span.end >= start and (is_last or link.span.start <= end + _RIGHT_AFTER)
        for number in near & linked
        for link in policy.links_of(policy.blocks[number])
    )


def _contacts(policy: Policy) -> Iterator[Finding]:
    """The first "contact us" of a section on contact in which no address, number, link or other way is given."""
    linked = {link.block.number for link in policy.links}
    told: set[int] = set()
    for match in policy.find(CONTACT):
        section = match.sentence.block.section
        # what stands before a colon and is not there is told by truncated-sentence
        announces = match.sentence.block.text.plain.rstrip().endswith(":")
        if announces or match.sentence.block is section.heading or section.number in told or section.heading is None or not any(policy.find_in(TITLE_OF_CONTACT, part) for part in policy.sentences_of(section.heading)):
            continue
        told.add(section.number)
        blocks = [policy.blocks[number] for number in section.blocks]
        if linked.intersection(section.blocks) or any(_ANY_ADDRESS.search(block.text.plain) for block in blocks):
            continue
        if any(policy.find_in(ANOTHER_WAY, part) for block in blocks[1:] for part in policy.sentences_of(block)):
            continue
        yield Finding(f'"{match.text}", but this section says no address', match.span, help="write the address, or link to it", severity="info")


def _policies(policy: Policy) -> Iterator[Finding]:
    """Policies of our own that are spoken of without a name or a link."""
    linked = {link.block.number for link in policy.links}
    for match in policy.find(OTHER_POLICIES):
        sentence = match.sentence
        if sentence.block.number in linked or policy.find_in(OF_OTHERS, sentence) or _WRITTEN_ADDRESS.search(sentence.text):
            continue
        yield Finding(f'"{match.text}", but none is named or linked', match.span, help="name them and link to them", severity="info")


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _brackets(block: Block, policy: Policy) -> Iterator[Finding]:
    for found in _ADDRESS.finditer(block.text.plain):
        span = block.text.span(*found.span())
        # a link's own text is none of ours, and a sample address is a placeholder
        if _SAMPLE.search(found[1]) or any(_overlap(span, link.span) for link in policy.links_of(block)):
            continue
        yield Finding(
            f'"{found[1]}" stands in brackets, but has no link target',
            span,
            help=f"add the target after it: [{found[1]}](…)",
        )
