"""
A blank of the template was never filled in.

"[Company]" or "XX days" tells every reader that nobody read the policy before it was published, and often leaves out
exactly what the law asks for: who is responsible, how to reach them, how long data is kept.

Markdown links, footnotes, checkboxes, "[sic]", formulas, HTML and code are no blanks; neither are the directives of a
site generator (`{% … %}`, `{{ site.title }}`), which are gone when the page is built. Name other marks of your own under
`template_syntax` in the configuration: `template_syntax: [["{{", "}}"]]`.

Source: GDPR article 13(1)(a) and (2)(a) (identity, contact details and periods are owed to the reader).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest

from privacylint.api import Bad, Block, Claims, Finding, Link, Policy, Related, Span, Text, rule

# what stands for something else: words a template puts in brackets
BLANKS = frozenset(
    ["company", "companies", "business", "organisation", "organization", "entity", "name", "address", "addresses", "date", "email", "e-mail", "mail", "phone", "telephone", "tel", "url", "domain", "website", "websitename", "site", "app", "application", "product", "city", "state", "province", "country", "jurisdiction", "street", "postcode", "zip", "dpo", "period", "day", "days", "month", "months", "year", "years", "number", "link", "amount", "x", "xx", "xxx", "dd", "mm", "yyyy", "officer", "representative", "vendor", "vendors", "provider", "providers", "location", "repo"]
)
BESIDE_BLANKS = frozenset(
    ["your", "our", "the", "a", "an", "of", "or", "and", "in", "to", "for", "at", "on", "by", "here", "this", "legal", "full", "registered", "data", "protection", "privacy", "contact", "support", "official", "physical", "postal", "mailing", "web", "effective", "last", "updated", "update", "insert", "enter", "service", "services", "controller", "owner", "developer", "github", "team", "department", "person", "title", "code", "other", "relevant", "applicable", "specific", "exact", "company's", "legal", "customer", "account", "processing", "retention", "registration", "vat", "tax", "policy", "first", "information", "line", "page", "office", "if", "any"]
)
INSTRUCTIONS = ("insert ", "enter ", "fill in", "fill ", "specify ", "replace ", "add your", "add the", "add link", "add date", "add contact", "your ", "put your", "to be ", "choose ", "select ", "tbd", "tbc", "todo", "describe ", "please ", "delete ", "optional", "if applicable", "list of ", "link to ", "name of ", "address of ", "date of ", "note to draft", "drafting note", "draft note", "ntd: ", "ntd ", "company to ", "client to ", "legal to ")  # fmt: skip
EDITORIAL = frozenset({"sic", "...", "…", "at", "dot", "x", "", " ", "s", "redacted", "emphasis added", "see below"})
LABELS = frozenset({"email", "e-mail", "email address", "e-mail address", "phone", "telephone", "phone number", "postal address", "mailing address"})
CHOICES_OF_PROSE = frozenset({"and/or", "his/her", "him/her", "he/she", "they/them", "we/us", "us/we", "s/he", "her/his"})
INVITATIONS = ("your own", "your choice", "your rights", "your privacy", "your data", "your personal", "please note", "to be clear", "delete account", "delete my", "select all")  # fmt: skip
SITE_VARIABLES = ("site.", "page.", "layout.", "include.", "config.", "theme.", "post.", ".site", ".page", ".params", "<", "%", "$page", "frontmatter.", "#", "/", ">")  # fmt: skip
HTML_NAMES = frozenset(
    ["a", "abbr", "acronym", "article", "aside", "b", "base", "big", "blockquote", "body", "br", "button", "caption", "center", "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "embed", "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "menu", "meta", "nav", "noscript", "ol", "option", "p", "param", "path", "picture", "pre", "q", "s", "samp", "script", "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr"]
)

_BRACKETS = re.compile(r"\[([^\[\]\n]{1,90})\]")
_DRAFT_NUMBER = re.compile(r"\[\s?(?:\d{1,4}|[●•_ ]{1,9}|[XxNn]{1,3})\s?\](?=\s(?:calendar |business )?(?:days?|weeks?|months?|years?|hours?)\b)|\[[●•]\]|\[_{2,}\]")
_TEMPLATE = re.compile(r"\{\{\{?\s?([^{}\n]{0,80}?)\s?\}?\}\}|\$\{([\w. -]{1,60})\}|<%=([^%\n]{1,60})%>|%%?([A-Z][A-Z0-9_]{2,40})%%?|(?<![\w^\\$])\{([A-Z][A-Z0-9_ ]{2,40}|(?:[A-Z][a-z]{1,15} ){1,3}(?:Name|Address|Email|Date|URL|Website)|[a-z]{2,20}[_ ](?:name|email|address|date|url|phone))\}")
_ANGLE = re.compile(r"<([A-Za-z][A-Za-z0-9 _'’/-]{1,50})>")
_WORDS = re.compile(
    r"\b[Ll]orem [Ii]psum\b|\bLOREM IPSUM\b"
    r"|\b(?:TBD|TBC|FIXME|TODO)\b(?!\s(?:list|app|item|task)s?\b)"
    r"|\b[Xx]{1,3}(?=\s(?:calendar |business |working )?(?:days?|weeks?|months?|years?|hours?)\b)"
    r"|(?<![\w_])_{2,}(?=\s(?:calendar |business |working )?(?:days?|weeks?|months?|years?|hours?)\b)|(?<![\w_])__[/.-]__[/.-](?:20)?[\d_]{2,4}"
    r"|<<[A-Za-z][A-Za-z _]{1,40}>>|(?P<fence>@@|##)[A-Z][A-Z_]{2,40}(?P=fence)"
    r"|\b(?:YOUR|MY|COMPANY|APP|SITE|WEBSITE|BUSINESS|CONTACT)_(?:[A-Z]{2,15}_)?(?:NAME|EMAIL|ADDRESS|URL|DATE|DOMAIN|PHONE|WEBSITE|APP|COMPANY)\b"
    r"|\(?\b[Xx]{3}\)?[-. ][Xx]{3}[-. ][Xx]{4}\b|\b000[-. ]000[-. ]0000\b|\(555\) 555[-. ]5555\b"
    r"|\b[Xx]{2}[/.-][Xx]{2}[/.-](?:20)?[Xx]{2,4}\b|\b20[Xx]{2}\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Month)\s(?:XX|DD|Day),?\s(?:20\d\d|20XX|YYYY|Year)\b"
    r"|(?<=[:.]\s)(?:DD[/.-]MM[/.-]YYYY|MM[/.-]DD[/.-]YYYY|YYYY-MM-DD|dd[/.-]mm[/.-]yyyy|mm[/.-]dd[/.-]yyyy)\b"
    r"|\bINSERT(?:\s[A-Z]{2,15}){1,5}\b|\b(?:ADD|ENTER|FILL)(?:\s[A-Z]{2,15}){0,4}\sHERE\b"
    r"|\(insert\s[^()\n]{2,60}\)|\b[Ii]nsert (?:your|the|company|name|address|e-?mail|date)\s(?:[a-z-]{2,15}\s){0,4}here\b"
    r"|\b(?:YOUR|Your) (?:COMPANY|Company|WEBSITE|Website|APP|App|BUSINESS|Business) (?:NAME|Name)\b(?=\s?[(\"“]|,? (?:Inc|LLC|Ltd|is|are|collects|operates|respects)\b)"
    r"|\bCompany Name\b(?=\s?\([\"“]|,? (?:Inc|LLC|Ltd|operates|collects|respects|built)\b)"
    r"|\b(?:Your|YOUR) (?:Name|NAME|Text|TEXT|Address|ADDRESS) (?:Here|HERE|here)\b"
    r"|Error! (?:Reference source|Bookmark|Hyperlink)[^.\n]{0,30}|Click or tap (?:here )?to enter [a-z ]{2,20}"
    r"|\bAUTOTITLE\b|#REF!|_{4,}"
    r"|\b555[-. ]555[-. ]5555\b|\b123[-. ]456[-. ]7890\b|\b123 Main St(?:reet)?\b|\bAny ?town\b,? ?[A-Z]{2}\b"
)
# each of these blanks holds one of these, and to look for them is many times faster
_SIGNS = (
    "orem ", "OREM ", "TBD", "TBC", "FIXME", "TODO", "XX", "xx", "Xx", "xX", "DD", "YYYY", "yyyy", "Day", "INSERT", "HERE", "(insert",
    "nsert ", "YOUR ", "Your Comp", "Your COMP", "Your Web", "Your WEB", "Your App", "Your APP", "Your Bus", "Your BUS", "Your Name",
    "Your NAME", "Your Text", "Your TEXT", "Your Add", "Your ADD", "Company Name", "Error!", "Click or", "AUTOTITLE", "#REF!", "__",
    "YOUR_", "MY_", "COMPANY_", "APP_", "SITE_", "BUSINESS_", "CONTACT_", "<<", "@@", "##", "555-555", "555.555", "555 555", "123-456",
    "123.456", "123 456", "123 Main", "000-000", "000.000", "000 000", "Anyt", "Any t",
)  # fmt: skip
# and each sample address the end of one of these names
_SAMPLE_NAMES = ("example", "company", "domain", "site", "app", "email", "business", "organization", "name")
_ENDINGS = (".com", ".org", ".net", ".io")
_SAMPLE_HOSTS = tuple(f"{name}{ending}" for name in _SAMPLE_NAMES for ending in _ENDINGS)
_AN_X = re.compile(r"[xX]\s(?:calendar|business|working|day|week|month|year|hour)")
_SAMPLE = re.compile(
    r"\b[\w.+-]{1,40}@(?:[\w-]{1,30}\.)?(?:example\.(?:com|org|net)|(?:your-?(?:company|domain|site|website|app|email|business|organization)|my-?(?:company|domain|website)|domain|company|companyname|website)\.(?:com|org|net|io))\b"
    r"|(?:https?://|www\.)(?:www\.)?(?:example\.(?:com|org|net)|your-?(?:company|domain|site|website|app|business)(?:name)?\.(?:com|org|net|io))\b[^\s)\]>\"”]{0,60}"
    r"|\b(?:your-?(?:company|domain|website)(?:name)?)\.(?:com|org|net|io)\b", re.I,
)  # fmt: skip
_LOST = re.compile(r"\[email[\s\u00a0]protected\]")
_FOR_EXAMPLE = re.compile(r"e\.g\.|for example|for instance|such as|\blike\b|\bformat\b|suppose|imagine|i\.e\.|for example,", re.I)
_FIELDS = re.compile(
    r"(?:contact|reach|write to) us\b[^:\n]{0,80}:\s{0,3}(name,? (?:and )?(?:physical|mailing|postal|street|e-?mail)? ?address[^.\n]{0,120})", re.I
)
_LETTERS = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-mail)?")
_CHOICE = re.compile(r"(?:I|[A-Za-z-]{2,20})(?: [A-Za-z-]{2,20}){0,3}(?: ?/ ?[A-Za-z-]{2,20}(?: [A-Za-z-]{2,20}){0,3}){1,6}")
# "Settings → [Your Name] → iCloud" shows what stands on a screen
_MENU_SIGNS = ("→", ">", "›", "»")
_SAMPLE_REACH = 120
_KINDS_OF_MARKS = 8
_CODE = "`"


@rule(
    severity="error",
    good=[
        "See [our site](https://shop.example.test/a) and [the list][list].[^1]\n\n[list]: https://shop.example.test/b\n\n[^1]: A note.",
        "They wrote that data [sic] are kept; [the shop] agreed [1].\n\n- [ ] asked\n- [x] told",
        "Write to us at privacy[at]fernwood[dot]test. The set $\\{a, b\\}$ is `{{ name }}`, and {% include note.html %} is built.",
        "Company name, first name and e-mail address are what we ask for.",
        "Use a name such as jo@example.com when you try it out.",
        "<center>We delete it after <b>30</b> days.</center>",
    ],
    bad=[
        Bad("[Company] is the controller.", at="[Company]"),
        Bad("We, [YOUR NAME], care.", at="[YOUR NAME]"),
        Bad("Ask {{ company_name }} for it.", at="{{ company_name }}"),
        Bad("Write to <ADDRESS> for it.", at="<ADDRESS>"),
        Bad("Write to <your company name> for it.", at="<your company name>"),
        Bad("We keep logs for XX days.", at="XX"),
        Bad("We keep logs for [30] days.", at="[30]"),
        Bad("Retention: TBD", at="TBD"),
        Bad("We keep logs for [X] months.", at="[X]"),
        Bad("This is [my/our] policy.", at="[my/our]"),
        Bad("YOUR_APP_NAME keeps orders.", at="YOUR_APP_NAME"),
        Bad("[Note to draft: ask the owner] We keep orders.", at="[Note to draft: ask the owner]"),
        Bad("Our seat is INSERT ADDRESS HERE.", at="INSERT ADDRESS HERE"),
        Bad("Lorem ipsum dolor.", at="Lorem ipsum"),
        Bad("Mail privacy@example.com to ask.", at="privacy@example.com"),
        Bad("Our seat is at ________.", at="________"),
        Bad("Mail us at [email protected] to ask.", at="[email protected]"),
        Bad("## Contact\n\nEmail\n\nPhone\n\n0 555 1234", at="Email"),
        Bad("Company Name (“we”) respects you.", at="Company Name"),
        Bad("[Shop] runs it. Ask [Company Name], or sue [Company Name].", at="[Company Name]", related=("[Company Name]",)),
    ],
)
def placeholder_left(policy: Policy, claims: Claims) -> Iterator[Finding]:
    """Every blank, one finding for each wording, with all its places."""
    places: dict[str, list[Span]] = {}
    filled = _filled_in(policy.source.text, claims.settings.template_syntax)
    for span, wording in sorted({*_in_text(policy), *_in_targets(policy)}):
        if _inside(span, filled):
            continue
        places.setdefault(" ".join(wording.split()), []).append(span)
    for wording, spans in places.items():
        related = tuple(Related(span, "here too") for span in spans[1:])
        if _LOST.fullmatch(wording):
            # the page shows an address that the copy lost: a fault of the copy more than of the policy
            message = "the e-mail address was lost when this page was copied"
            yield Finding(message, spans[0], related, help="write the address", severity="warning")
        else:
            message = f'placeholder "{wording}" was never filled in'
            yield Finding(message, spans[0], related, help="write what belongs here, or take it out")
    yield from _empty_labels(policy)


_Place = tuple[Span, str]


def _filled_in(source: str, marks: tuple[tuple[str, str], ...]) -> list[Span]:
    """What stands between two marks of the site's template language, with the marks, in the order of the text."""
    spans = []
    for opening, closing in marks:
        start = source.find(opening)
        while start >= 0:
            end = source.find(closing, start + len(opening))
            if end < 0:
                break
            spans.append(Span(start, end + len(closing)))
            start = source.find(opening, end + len(closing))
    return sorted(spans)


def _inside(span: Span, filled: list[Span]) -> bool:
    """Whether a blank holds or is held by what the site fills in."""
    before = bisect_left(filled, span.end, key=lambda outer: outer.start)
    return any(span.start < outer.end for outer in filled[max(0, before - _KINDS_OF_MARKS) : before])


def _empty_labels(policy: Policy) -> Iterator[Finding]:
    """ "Email" on a line of its own, and then another label or a heading where the address was to stand."""
    for block, following in zip_longest(policy.blocks, policy.blocks[1:]):
        if block.kind not in ("paragraph", "heading") or block.marked is not (block.kind == "paragraph"):
            continue
        if _label(block) and (following is None or _label(following) or (following.kind == "heading" and following.marked)):
            yield Finding(
                f'"{block.text.plain.strip()}" stands here, but nothing follows it',
                block.text.span(0, len(block.text.plain)),
                help="write it, or take the label out",
                severity="warning",
            )


def _label(block: Block) -> bool:
    return block.text.plain.strip().rstrip(":").lower() in LABELS


def _in_text(policy: Policy) -> Iterator[_Place]:
    # of what a blank holds, most stands nowhere in the text
    whole = "\n".join(block.text.plain for block in policy.blocks)
    signs = tuple(sign for sign in _SIGNS if sign in whole)
    hosts = _hosts_in(whole.lower())
    for block in policy.blocks:
        if block.kind == "code":
            continue
        plain = block.text.plain
        blanks = [(block.text.span(start, end), plain[start:end]) for start, end in _blanks(plain, signs, hosts)]
        blanks += [(_whole(link.text), link.text.plain) for link in policy.links_of(block) if _is_blank_link(link)]
        yield from _apart([*(blank for blank in blanks if not _in_code(policy, blank[0])), *_in_angles(policy, block)])


def _apart(blanks: list[_Place]) -> Iterator[_Place]:
    """The blanks without those that overlap an earlier or longer one."""
    end = -1
    for span, wording in sorted(blanks, key=lambda blank: (blank[0].start, -blank[0].end)):
        if span.start >= end:
            yield span, wording
            end = span.end


def _hosts_in(lower: str) -> tuple[str, ...]:
    return tuple(host for host in _SAMPLE_HOSTS if host in lower)


def _blanks(plain: str, signs: tuple[str, ...], hosts: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where blanks stand in plain text; `signs` and `hosts` are those that stand in the policy."""
    if "[" in plain:
        yield from (found.span() for found in _LOST.finditer(plain))
        yield from (found.span() for found in _DRAFT_NUMBER.finditer(plain))
        for found in _BRACKETS.finditer(plain):
            if _is_blank(found[1]) and not _shows_a_screen(plain, found.start()):
                yield found.span()
    if "{" in plain or "%" in plain:
        yield from (found.span() for found in _TEMPLATE.finditer(plain) if not _is_site_variable(found))
    if _AN_X.search(plain) or any(sign in plain for sign in signs):
        yield from (found.span() for found in _WORDS.finditer(plain) if not _in_capitals(plain, found))
    lower = plain.lower()
    if ":" in lower and " us" in lower and "address" in lower:
        yield from (found.span(1) for found in _FIELDS.finditer(plain))
    for found in _SAMPLE.finditer(plain) if any(host in lower for host in hosts) else ():
        if not _FOR_EXAMPLE.search(plain, max(0, found.start() - 60), found.start()):
            yield found.span()


def _shows_a_screen(plain: str, at: int) -> bool:
    """Whether a bracket stands in a menu path, or inside of quotation marks that show what a message looks like."""
    before = plain[:at].rstrip()
    return before.endswith(_MENU_SIGNS) or before.count("“") > before.count("”") or bool(_FOR_EXAMPLE.search(before[-_SAMPLE_REACH:]))


def _is_blank_link(link: Link) -> bool:
    # "[INSERT LINK](https://…)": the brackets belong to the link, so its words are judged alone
    return link.text.plain.strip().startswith(("INSERT ", "Insert "))


def _whole(text: Text) -> Span:
    return text.span(0, len(text.plain))


def _is_blank(content: str) -> bool:
    """Whether words in brackets stand for something that was to be written there."""
    inner = " ".join(content.replace("_", " ").split())
    lower = inner.lower().rstrip(":.")
    if lower in EDITORIAL or lower[:1] in "^!" or lower.startswith(INVITATIONS):
        return False
    if _hosts_in(lower) and _SAMPLE.search(inner):
        return True
    words = [word.lower() for word in _LETTERS.findall(inner)]
    if not words:
        return False
    if _CHOICE.fullmatch(inner) and lower not in CHOICES_OF_PROSE:
        return True
    if "_" in content and content.upper() == content:
        return True
    if (lower + " ").startswith(INSTRUCTIONS) and len(words) > 1:
        return True
    return any(word in BLANKS for word in words) and all(word in BLANKS or word in BESIDE_BLANKS for word in words)


def _is_site_variable(found: re.Match[str]) -> bool:
    name = (found[found.lastindex or 0] or "").strip().lower()
    return not name or name.startswith(SITE_VARIABLES)


def _in_capitals(plain: str, found: re.Match[str]) -> bool:
    """Whether capitals are the style of the passage, so that "INSERT" in it is an ordinary word."""
    if not found[0].startswith(("INSERT", "ADD", "ENTER", "FILL", "YOUR")):
        return False
    before = _LETTERS.findall(plain[max(0, found.start() - 30) : found.start()])[-2:]
    return len(before) == 2 and all(word.isupper() and len(word) > 1 for word in before)


def _in_code(policy: Policy, span: Span) -> bool:
    """Whether a stretch stands in inline code."""
    line = policy.source.line_span(policy.source.place(span.start).line)
    before = policy.source.text[line.start : span.start]
    return before.count(_CODE) % 2 == 1 and _CODE in policy.source.text[span.end : line.end]


def _in_angles(policy: Policy, block: Block) -> Iterator[_Place]:
    """Blanks such as "<ADDRESS>", which Markdown takes for HTML."""
    source = policy.source.text
    if source.find("<", block.span.start, block.span.end) < 0:
        return
    for found in _ANGLE.finditer(source, block.span.start, block.span.end):
        name = found[1]
        words = [word.lower() for word in _LETTERS.findall(name.replace("_", " "))]
        span = Span(*found.span())
        if not words or "/" in name or (len(words) == 1 and words[0] in HTML_NAMES) or _in_code(policy, span):
            continue
        if f"</{name.split()[0]}>".lower() in policy.once(_lower):
            continue
        if len(words) == 1 and not name.isupper():
            continue
        if any(word in BLANKS for word in words) or (name.isupper() and len(words) > 1) or words[0] in ("insert", "your"):
            yield span, found[0]


def _lower(policy: Policy) -> str:
    return policy.source.text.lower()


def _in_targets(policy: Policy) -> Iterator[_Place]:
    for link in policy.links:
        for pattern in (_TEMPLATE, _SAMPLE):
            found = pattern.search(link.target)
            if not found or (pattern is _TEMPLATE and _is_site_variable(found)):
                continue
            # a link that shows its blank is reported where it is shown
            if not pattern.search(link.text.plain) and link.kind != "image":
                yield link.target_span, link.target
