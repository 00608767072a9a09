"""Cells that state a practice through their heads: "sold: yes" in the row of identifiers, "shared with: nobody"."""



from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from privacylint.api import Block, Claim, Phrases, Policy, Sentence

from privacylint_rules import ontology, scope
from privacylint_rules.practice.nouns import PLAIN
from privacylint_rules.practice.page import Page
from privacylint_rules.practice.verbs import FORMS
from privacylint_rules.words import phrases

_DATA = "[(data|information|details|type|types|kind|kinds|category|categories|of|personal|the|is|are|do|does|we|you|it|this|that|was|were|ever)]"
_LEAD = f"^ {_DATA} {_DATA} {_DATA} {_DATA}"
_END = "[(it|this|data|information|by|us|in|within|during|the|last|past|preceding|previous|prior|12|twelve|calendar|months|year|on|about|you|personal)]"
_TAIL = f"{_END} {_END} {_END} {_END} {_END} {_END} $"
_WITH = "[third parties|third party|others|recipients|recipient|whom|anyone|partners|advertisers|other companies]"

_COLUMNS: Mapping[str, Phrases] = {
    "sell": phrases(en=[f"{_LEAD} (sold|sell) {_TAIL}", f"{_LEAD} (sold|sell [it|this|data]) [(to|by)] {_WITH} $", f"{_LEAD} (sold) or shared [(to|with)] {_WITH} $", "^ [(third parties|parties|recipients|categories of third parties)] to whom [(it|we|is|was|sold|sell|data|information|personal)] (sold|sell) $"]),
    "share": phrases(en=[f"{_LEAD} (shared|disclosed|passed on|share|disclose|given) {_TAIL}", f"{_LEAD} (shared|disclosed|passed|passed on|share|disclose|given|sent) [it|this|data] (with|to) {_WITH} $", "^ (who receives [it|this|the data]|recipient|recipients|third parties to whom [we|it] [is] (disclosed|shared|disclose))"]),
    "collect": phrases(en=[f"{_LEAD} (collected|collect|gathered|recorded) {_TAIL}"]),
}
"""Heads of columns that ask whether, or to whom, the data of a row is sold, shared or collected."""
_WHAT = phrases(
    en=[
        "^ (what|which) [(data|information|details|personal|kind|type|of|do)] [(data|information)] (we|is|are|do|does) [we|you] (collect|collected|gathered|gather|record|recorded)",
        "^ [(personal|type of|types of|categories of|kind of|the)] [personal] (data|information) [(we|you|that we|is|are)] (collect|collected|gather|gathered|recorded)",
        "^ (collected|recorded|gathered) [personal] (data|information) $",
        "^ [the] [following] (types|categories|kinds) of [personal] (data|information) [(that|which)] [(we|is|are)] [(may|also)] (collect|collected|gather|gathered|process|processed|record|recorded|obtain|store|stored|hold|held) [by us] [(is|are|include|includes)] [the following] $",
        "^ [the] [following] [personal] (data|information) [(that|which) (is|are)|is|are] [automatically] (collected|gathered|recorded|stored|logged|processed) [automatically] [by us] $",
    ]
)
_NOT_WHAT = phrases(
    en=["^ (what|which|the|things|data|information|here is what|also) [personal] [(data|information|details|things)] [that] (we|i|the app|our app|this app|the extension|this site) (do not|don't|never|does not|doesn't|will not|will never|won't) [ever] (collect|gather|record|store|track|log) [(or|and) (collect|gather|record|store|track|log|share|access)] $", "^ [personal] (data|information) [(that is|that are)] (not|never) collected [by us] $"]
)
"""What opens a list of data that is not collected."""
_SHARED = phrases(en=["^ [with] (who|whom) [do|does|will|may] (we|you|i) [may|also] (share|disclose|pass|give|send|provide) ...6", "^ (recipients of|third parties that receive|who receives|who gets) ...5 (data|information)"])
"""Headings over a list of recipients."""
_YES = phrases(en=["^ (yes|y|x|sold|shared|collected|true)"])
_NO = phrases(en=["^ (no|n|none|never|not|nobody|noone|nothing|false) !(longer|more|later)", "^ no one"])
_LIMITED = phrases(en=["(for|without|unless|if|except|when|where|only|to (improve|show|provide|help))"])
_SHORT = 8
"""How many words a cell or row head has at most that is denied: a longer one lists examples of what it means."""
_MOST_ITEMS = 30
_SHORT_LINE = 120
"""How many characters a line has at most that opens a list as a heading does."""


class _Cell(NamedTuple):
    """A cell with the sentences of its heads: what its column asks, and what its row is about."""

    block: Block
    text: Sentence
    column: Sentence
    row: Sentence


def cells_of(page: Page) -> Iterator[Claim]:
    """The claims of cells that answer the head of their column, and of items under "data we collect"."""
    for block in page.policy.blocks:
        if block.kind == "cell" and (block.row_head or block.column_head):
            cell = _placed(page.policy, block)
            if cell:
                yield from _answering(page, cell)
                yield from _naming(page, cell)
                yield from _done(page, cell)
        elif block.kind == "heading" or (block.kind == "paragraph" and block.text.plain.rstrip().endswith(":") and len(block.text.plain) <= _SHORT_LINE):
            yield from _under(page, block)


def _placed(policy: Policy, block: Block) -> _Cell | None:
    column, row = policy.cell_of(block.column_head), policy.cell_of(block.row_head)
    if column is not None and (column is block or column.group != block.group or column.number >= block.number):
        return None
    if row is None or row.group != block.group or row.number > block.number:
        row = block
    text, head, opening = (policy.sentences_of(one)[:1] if one else () for one in (block, column, row))
    # a column without a head asks nothing, and its row may ask all the same
    return _Cell(block, text[0], (head or text)[0], opening[0]) if text and opening else None


def _answering(page: Page, cell: _Cell) -> Iterator[Claim]:
    """ "Sold: yes", "shared with: advertisers" in the row of some data."""
    policy = page.policy
    if cell.row is cell.text:
        return
    data = _data(page, cell.row)
    action = next((name for name, wanted in _COLUMNS.items() if scope.found(policy, wanted, cell.column)), None)
    if action is None or not data:
        return
    who = _who(page, cell.text)
    denied = bool(scope.found(policy, _NO, cell.text))
    if denied and (_length(policy, cell.row) > _SHORT or _length(policy, cell.text) > _SHORT):
        return
    if not denied and not who and not (action != "share" and scope.found(policy, _YES, cell.text)):
        return
    asked = _who(page, cell.column)
    named = (asked or ["anyone"]) if denied and action == "share" else who
    if action == "collect" and who:
        return
    yield _claim(page, cell.text, action, data, named, denied)


def _done(page: Page, cell: _Cell) -> Iterator[Claim]:
    """ "No" or "yes" in the row of "sell your data"."""
    policy = page.policy
    first, _ = policy.words.range_of(cell.row)
    known = FORMS.get(policy.words.forms[first])
    data = _data(page, cell.row)
    denied = bool(scope.found(policy, _NO, cell.text))
    if known is None or known[1] == "past" or not data or not (denied or scope.found(policy, _YES, cell.text)) or _length(policy, cell.text) > _SHORT:
        return
    who = _who(page, cell.row)
    if cell.row is not cell.text and (denied or who or known[0] != "share") and not scope.found(policy, _LIMITED, cell.row):
        yield _claim(page, cell.row, known[0], data, who, denied)


def _naming(page: Page, cell: _Cell) -> Iterator[Claim]:
    """ "Location" in the column "what we collect"."""
    policy = page.policy
    data = _data(page, cell.text)
    if data and not {*data} & ontology.ALL_DATA and scope.found(policy, _WHAT, cell.column) and not scope.found(policy, _NO, cell.text):
        yield _claim(page, cell.text, "collect", data, [], False)


def _under(page: Page, heading: Block) -> Iterator[Claim]:
    """The items right under the heading "what we collect"."""
    policy = page.policy
    titles = [one for one in policy.sentences_of(heading) if not scope.found(policy, _NOT, one)]
    collected = any(scope.found(policy, _WHAT, one) for one in titles)
    shared = next((one for one in titles if scope.found(policy, _SHARED, one)), None)
    denied = any(scope.found(policy, _NOT_WHAT, one) for one in policy.sentences_of(heading))
    if not collected and not shared and not denied:
        return
    for block in policy.blocks[heading.number + 1 : heading.number + 1 + _MOST_ITEMS]:
        lead = policy.sentences_of(block)[:1]
        if block.kind != "item" or not lead:
            return
        first, _ = policy.words.range_of(lead[0])
        who = _who(page, lead[0])
        if shared and who and page.recipients[lead[0].number][0].first - first <= 1 and not scope.found(policy, _NOT, lead[0]):
            yield _claim(page, lead[0], "share", _data(page, shared) or ["data"], who, False)
        named = [one for one in page.data.get(lead[0].number, ()) if one.first - first <= 1 and one.id not in ontology.ALL_DATA]
        if (collected or denied) and named and block.level <= 1 and not scope.found(policy, _NOT, lead[0]) and not (denied and _length(policy, lead[0]) > _SHORT):
            yield _claim(page, lead[0], "collect", [named[0].id], [], denied)


_NOT = phrases(en=["(not|never|no|nor|none|don't|doesn't|without)", "(if|when|where|only|except|unless|optional|optionally)"])


def _data(page: Page, sentence: Sentence) -> list[str]:
    return list(dict.fromkeys(one.id for one in page.data.get(sentence.number, ())))


def _who(page: Page, sentence: Sentence) -> list[str]:
    return list(dict.fromkeys(one.id for one in page.recipients.get(sentence.number, ()) if one.id not in ("us", "user")))


def _length(policy: Policy, sentence: Sentence) -> int:
    first, after = policy.words.range_of(sentence)
    return after - first


def _claim(page: Page, sentence: Sentence, action: str, data: list[str], who: list[str], denied: bool) -> Claim:
    value: dict[str, Any] = {
        **PLAIN,
        "action": action,
        "data": data,
        "recipient": who[0] if who else None,
        "recipients": who,
        "universal": denied,
    }
    span = page.policy.words.span(*page.policy.words.range_of(sentence))
    return Claim("practice", value, span, sentence, denied, "does", scope.scope_of(page.policy, sentence))
