"""What makes two passages of a policy say the same, and what tells them apart however alike they sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from privacylint_rules.rules.drafting._passages import Passage

# words that are swapped without a change of meaning, by how they begin; the first stands for all
SAME = (
    ("comply", "compli", "meet", "fulfil", "satisf", "observ", "abide"),
    ("protect", "safeguard", "secur"),
    ("delet", "eras", "remov", "destroy"),
    ("data", "informat"),
    ("shar", "disclos"),
    ("retain", "retent", "keep", "kept", "stor"),
    ("correct", "rectif", "amend", "updat"),
    ("collect", "gather", "obtain"),
    ("app", "application", "program"),
    ("site", "website", "web"),
    ("help", "assist"),
    ("improv", "enhanc"),
    ("law", "legal", "statut"),
    ("inquir", "enquir", "question", "query", "queri"),
    ("contact", "reach"),
)
# two sentences of which each has one of these the other lacks are two statements, alike as they may sound
ACTS = (
    ("collect", "gather", "obtain"), ("use", "uses", "used"), ("share", "shared", "sharing", "disclos", "transmit"), ("sell", "sells", "sold", "sale"),
    ("stor", "store", "stored", "storing", "retain", "keep", "kept"), ("turn",), ("disabl", "refus", "block", "declin", "reject", "deny"),
    ("before",), ("after",), ("first",), ("session",), ("persistent",), ("child", "minor", "minors"), ("parent", "guardian"),
    ("controller",), ("processor",), ("temporar",), ("permanent",), ("automatic",), ("buy", "purchas"), ("user", "users"), ("server", "servers"),
)  # fmt: skip
# and so are two of which only one has one of these
DECISIVE = (
    ("not", "never", "no", "nor", "cannot", "without"), ("access",), ("erase", "erased", "erasure", "delet"), ("correct", "rectif", "amend"),
    ("restrict",), ("object",), ("portability", "export"), ("withdraw", "revok"), ("transfer",),
)  # fmt: skip
QUESTIONS = frozenset({"how", "why", "what", "which", "who", "whom", "when", "where"})
# words that tell nothing
_SMALL = frozenset(
    ["with", "your", "that", "this", "from", "have", "will", "such", "when", "their", "they", "also", "other", "than", "these", "those", "about", "where", "which", "been", "were", "some", "them", "into", "only", "what", "upon", "shall", "would", "could", "should", "being", "between", "through", "under", "ours", "yours"]
)
_NUMBER = re.compile(r"\d")
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w'’]*")
_WRITTEN_OUT = re.compile(r"(?:[A-Z][\w’']{0,30}[ -]){1,6}(?=\([A-Z]{2,8}\))")
# what policies write in capitals, and name nobody
_NO_NAMES = frozenset({"personal", "data", "information", "privacy", "policy", "notice", "statement", "service", "services", "site", "sites", "website", "app", "user", "users", "you", "your", "we", "our", "i"})
_STEM = 6
_TELLING = 4
_SIZES = 4
_BEFORE_EXAMPLES = (("such", "as"), ("for", "example"), ("for", "instance"), ("e", "g"))
_SHORT = 4


def gist(words: tuple[str, ...]) -> frozenset[str]:
    """The telling words, inflections and synonyms folded: "erase our information" and "deleting the data" agree."""
    return frozenset([_folded(word) for word in {*words} - _SMALL if len(word) >= _TELLING or word in ("app", "use")])


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    for group in SAME:
        if word.startswith(group):
            return group[0]
    return word[:_STEM]


def statement(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words before the examples: "we read files when sent in other ways, such as by post" without "such as by post"."""
    for at, word in enumerate(words):
        if word in ("including", "eg") or words[at : at + 2] in _BEFORE_EXAMPLES:
            return words[:at]
    return words


def may_be_the_same(one: Passage, other: Passage) -> bool:
    """Whether no number tells the two apart, and none is a small part of the other."""
    if len(one.words) * _SIZES < len(other.words) or len(other.words) * _SIZES < len(one.words):
        return False
    numbers = [{word for word in each.words if _NUMBER.search(word)} for each in (one, other)]
    return not (numbers[0] ^ numbers[1])


def same_acts(one: Passage, other: Passage) -> bool:
    """Whether both speak of the same acts: "how to access" and "how to erase" differ in one word, and say two things."""
    if _groups(one.words, DECISIVE) != _groups(other.words, DECISIVE):
        return False
    acts, others = _groups(one.words, ACTS), _groups(other.words, ACTS)
    return acts & others in (acts, others)


def same_question(one: Passage, other: Passage) -> bool:
    """Whether both ask for the same thing: "how we collect data" and "why we collect data" are two entries."""
    return QUESTIONS.intersection(one.words) == QUESTIONS.intersection(other.words)


def _groups(words: tuple[str, ...], groups: tuple[tuple[str, ...], ...]) -> int:
    """A bit for each of the groups that one of the words belongs to."""
    found = 0
    for word in words:
        found |= _groups_of(word, groups)
    return found


@lru_cache(maxsize=4096)
def _groups_of(word: str, groups: tuple[tuple[str, ...], ...]) -> int:
    return sum(1 << number for number, group in enumerate(groups) if _is_one_of(word, group))


def _is_one_of(word: str, group: tuple[str, ...]) -> bool:
    # a short word is meant whole: "no" does not begin "notice"
    return (word.endswith("n't") and "not" in group) or any(word == form or (len(form) > _SHORT and word.startswith(form)) for form in group)


def same_names(one: Passage, other: Passage) -> bool:
    """Whether each name of one stands in the other too: "hosted with Acme" and "hosted with Bolt" are two statements."""
    return all(name in there.words or name in _NO_NAMES for here, there in ((one, other), (other, one)) for name in _names(here))


def _names(here: Passage) -> Iterator[str]:
    plain = here.block.text.plain
    # what is written out before its short form, "Fair Trade Act (FTA)", is one name with it
    written_out = [found.span() for found in _WRITTEN_OUT.finditer(plain, here.start, here.end)]
    for found in _NAME.finditer(plain, here.start, here.end):
        if not any(start <= found.start() < end for start, end in written_out):
            yield found[0].lower()
