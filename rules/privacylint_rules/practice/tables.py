"""Tables that say who receives what: a column of recipients beside one of the data sent."""

from __future__ import annotations

from collections.abc import Iterator

from privacylint.api import Block, Claim, Sentence

from privacylint_rules import scope
from privacylint_rules.practice.nouns import PLAIN
from privacylint_rules.practice.page import Page
from privacylint_rules.words import phrases

_WHO_COLUMN = phrases(
    en=["(third party|third parties|provider~|recipient~|partner~|processor~|vendor~|service|services|supplier~|compan*|shared with|disclosed to|sent to|who receives)"]
)
_WHAT_COLUMN = phrases(en=["(data|information|what [is|we]) [type~|categories] [is|we] (sent|shared|transferred|transmitted|disclosed|share|send|disclose)", "(sent|shared|transferred|transmitted|disclosed) (data|information)"])


def rows_of(page: Page) -> Iterator[Claim]:
    """Rows that say who receives what: a column of recipients beside one of the data sent."""
    policy = page.policy
    row: list[Block] = []
    for block in policy.blocks:
        if block.kind == "cell" and row and (row[-1].group != block.group or block.row_head is None or block.row_head is block.text):
            yield from _row(page, row)
            row = []
        if block.kind == "cell":
            row.append(block)
    yield from _row(page, row)


def _row(page: Page, row: list[Block]) -> Iterator[Claim]:
    heads = {sentence.block.text: sentence for cell in row if cell.column_head for sentence in _head(page, cell)}
    who = next((cell for cell in row if cell.column_head in heads and scope.found(page.policy, _WHO_COLUMN, heads[cell.column_head])), None)
    what = next((cell for cell in row if cell.column_head in heads and scope.found(page.policy, _WHAT_COLUMN, heads[cell.column_head])), None)
    if who is None or what is None or who is what:
        return
    named, given = page.policy.sentences_of(who), page.policy.sentences_of(what)
    if not named or not given or scope.found(page.policy, _NOTHING, given[0]):
        return
    first, after = page.policy.words.range_of(given[0])
    if after <= first:
        return
    recipients = list(dict.fromkeys(one.id for one in page.recipients.get(named[0].number, ()) if one.id not in ("us", "user"))) or ["third-party"]
    data = list(dict.fromkeys(one.id for one in page.data.get(given[0].number, ())))
    value = {
        **PLAIN,
        "data": data or ["data"],
        "recipient": recipients[0],
        "recipients": recipients,
        "narrowed": None if data else given[0].text,
    }
    yield Claim("practice", value, page.policy.words.span(first, after), given[0], False, "does", scope.scope_of(page.policy, given[0]))


_NOTHING = phrases(en=["^ (none|no|nothing|n a|not)", "(anonymous*|anonymised|anonymized|aggregate*)"])


def _head(page: Page, cell: Block) -> tuple[Sentence, ...]:
    """The sentences of the cell that heads a column; it stands within the table, before the cell."""
    head = page.policy.cell_of(cell.column_head)
    if head is None or head.group != cell.group or head.number >= cell.number:
        return ()
    return page.policy.sentences_of(head)[:1]
