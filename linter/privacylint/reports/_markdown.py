"""Text of strangers inside Markdown: no markup, no HTML, no link, nobody mentioned."""

from __future__ import annotations

import re

from privacylint.reports._paint import harmless

_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
# what a code host turns into links and mentions although Markdown knows nothing of it
_MENTION = re.compile(r"(?<![\w.+-])([@#])(?=\w)|(?<=\w)(:)(?=//)|(?<=\bwww)(\.)", re.I)


def escaped(text: str) -> str:
    """`text` on one line, as plain words."""
    return _MENTION.sub("\\g<0>\u200b", _MARKUP.sub(r"\\\1", harmless(text)))


def code(text: str) -> str:
    """`text` on one line as code."""
    words = harmless(text).strip() or " "
    longest = max((len(run) for run in re.findall("`+", words)), default=0)
    blank = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{'`' * (longest + 1)}{blank}{words}{blank}{'`' * (longest + 1)}"
