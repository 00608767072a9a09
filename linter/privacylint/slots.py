"""
The typed slots of the phrase language: number, age, duration, date, e-mail address, place, organisation, name.

Each recogniser takes the words of a document and a range of them, and gives every place where such a thing stands, with
its value: a number is an int or float, an age an int in years, a duration and a date ISO 8601 text (a date may lack its
day: "2024-05"), a place an ISO 3166 code or a group such as EU, an e-mail address lower-cased text, an organisation its
name as written, a name any words written like a proper name. All of them are linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from operator import ne
from typing import TYPE_CHECKING, Any, NamedTuple

from privacylint.languages import grammar, places

if TYPE_CHECKING:
    from privacylint.words import Chunk, Words

YOUNGEST, OLDEST = 3, 25
_LONGEST_NAME = 6
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_NUMERIC_DATE = re.compile(
    r"(?<![\d./-])(?:(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})|(?P<a>\d{1,2})(?P<t>[-/.])\s?(?P<b>\d{1,2})(?P=t)\s?(?P<z>\d{4}|(?<=\d\d\.\d\d\.)\d\d))(?![\d/-]|\.\d)"
)


class Hit(NamedTuple):
    """A slot found: words `first` to `after` (exclusive), and what it means."""

    first: int
    after: int
    value: Any


def _number_at(words: Words, word: int, high: int) -> tuple[int, float] | None:
    """The number that starts at a word: the word after it, and its value. "thirty (30)" is one number."""
    forms = words.forms
    data = grammar(words.language)
    form = forms[word]
    if form[:1].isdigit():
        value = _digits(form)
        return None if value is None else (word + 1, value)
    if form not in data.NUMBERS:
        return None
    value = data.NUMBERS[form]
    after = word + 1
    if form in data.TENS and after < high and 0 < data.NUMBERS.get(forms[after], 0) < 10:
        value += data.NUMBERS[forms[after]]
        after += 1
    elif after < high and forms[after] == "hundred":
        value *= 100
        after += 1
    if after < high and forms[after][:1].isdigit() and _between(words, after - 1).endswith("("):
        written = _digits(forms[after])
        if written is not None:
            return after + 1, written
    return after, value


def _digits(form: str) -> float | None:
    if form.isdecimal():
        return int(form) if len(form) <= 12 else None
    try:
        value = float(form.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", form) else form)
    except ValueError:
        return None
    return int(value) if value == int(value) and "." not in form else value


def _between(words: Words, word: int) -> str:
    """The characters between a word and the next."""
    sentence = words.sentence_at(word)
    end = words.plain(word)[1]
    following = words.plain(word + 1)[0] if word + 1 < len(words.forms) else sentence.end
    return sentence.block.text.plain[end : min(following, sentence.end)]


def _standing(chunk: Chunk, wanted: Iterable[str]) -> list[int]:
    """The numbers of those words of a chunk that are wanted."""
    places = chunk.places
    return sorted(chunk.low + place for form in places.keys() & wanted for place in places[form])


def _sentences_with(chunk: Chunk, wanted: Iterable[str]) -> list[int]:
    """The numbers of the sentences of a chunk that have a word that is wanted."""
    numbers = chunk.words.sentence_numbers
    return sorted({numbers[word] for word in _standing(chunk, wanted)})


def numbers(chunk: Chunk) -> list[Hit]:
    """Numbers in digits or words."""
    words, low, high = chunk.words, chunk.low, chunk.high
    data = grammar(words.language)
    wanted = {form for form in chunk.places if form[:1].isdigit() or form in data.NUMBERS}
    hits = []
    after = low
    for word in _standing(chunk, wanted):
        found = _number_at(words, word, high) if word >= after else None
        if found:
            hits.append(Hit(word, found[0], found[1]))
            after = found[0]
    return hits


def ages(chunk: Chunk) -> list[Hit]:
    """Whole numbers that can be an age threshold in years; not "13 days", "13%", "§ 13" or "13.5"."""
    words, low, high = chunk.words, chunk.low, chunk.high
    data = grammar(words.language)
    found = []
    for hit in chunk.hits("number").values():
        if not isinstance(hit.value, int) or not YOUNGEST <= hit.value <= OLDEST:
            continue
        following = words.forms[hit.after] if hit.after < high else ""
        if following == "%" or (following in data.UNITS and data.UNITS[following] != "Y"):
            continue
        before = words.forms[hit.first - 1] if hit.first > low else ""
        if before in ("§", "article", "art", "section", "chapter", "clause") or _glued(words, hit):
            continue
        found.append(hit)
    return found


def _glued(words: Words, hit: Hit) -> bool:
    # "13(1)", "16/679", "$13", "-13", "#13" are no ages
    plain = words.sentence_at(hit.first).block.text.plain
    start, end = words.plain(hit.first)[0], words.plain(hit.after - 1)[1]
    before, after = plain[max(0, start - 1) : start], plain[end : end + 2]
    return before in tuple("$€£#/.:") or bool(re.match(r"[(]\w|[/:.]\d", after))


def durations(chunk: Chunk) -> list[Hit]:
    """Stretches of time: "30 days", "thirty (30) business days", "a year", "90-day"."""
    words, low = chunk.words, chunk.low
    data = grammar(words.language)
    forms = words.forms
    hits: list[Hit] = []
    for word in _standing(chunk, {*data.UNITS, *data.UNIT_LETTERS, data.FORTNIGHT}):
        if forms[word] == data.FORTNIGHT:
            hits.append(Hit(word - (forms[word - 1] in data.ARTICLES_AS_ONE), word + 1, "P2W"))
        unit = data.UNITS.get(forms[word]) or _letter(words, word, data.UNIT_LETTERS)
        if unit is None:
            continue
        first = word
        while first > low and forms[first - 1] in data.UNIT_ADJECTIVES:
            first -= 1
        start = _number_before(words, first, low)
        if start is None or (forms[word] == "second" and _is_ordinal(words, word)):
            continue
        first, value = start
        if unit == "Y" and (forms[word + 1 : word + 2] == ["old"] or forms[word + 1 : word + 3] == ["of", "age"]):
            continue
        if value == 1 and unit == "Y" and first > low and forms[first - 1] == data.HALF:
            first, value, unit = first - 1, 6, "M"  # half a year
        hits.append(Hit(first, word + 1, _iso(value, unit)))
    return hits


def _letter(words: Words, word: int, letters: dict[str, str]) -> str | None:
    """The unit of a letter that stands right behind digits: "24h", not the "43d" of "7c16-43d8"."""
    unit = letters.get(words.forms[word])
    if not unit or not word or not words.forms[word - 1].isdigit() or words.plain(word - 1)[1] != words.plain(word)[0]:
        return None
    plain = words.sentence_at(word).block.text.plain
    start, end = words.plain(word - 1)[0], words.plain(word)[1]
    alone = plain[max(0, start - 1) : start] in _BEFORE_UNIT and plain[end : end + 1] in _BEHIND_UNIT
    return unit if alone else None


_BEFORE_UNIT = ("", " ", "(", "\n")
_BEHIND_UNIT = ("", " ", ".", ",", ";", ":", ")", "\n")


def _is_ordinal(words: Words, word: int) -> bool:
    # "a second browser", "12 Second Avenue"
    return words.raw(word)[:1].isupper() or words.forms[word - 1] in grammar(words.language).ARTICLES_AS_ONE


def _number_before(words: Words, word: int, low: int) -> tuple[int, float] | None:
    data = grammar(words.language)
    for size in (3, 2, 1):
        first = word - size
        if first < low or not words.forms[first]:
            continue
        found = _number_at(words, first, word)
        if found and found[0] == word:
            return first, found[1]
    if word > low and words.forms[word - 1] in data.ARTICLES_AS_ONE:
        return word - 1, 1
    return None


def _iso(value: float, unit: str) -> str:
    amount = f"{value:g}" if value < 1e15 else "0"
    return f"PT{amount}{unit[1]}" if unit.startswith("T") else f"P{amount}{unit}"


def dates(chunk: Chunk) -> list[Hit]:
    """Dates: "5 May 2024", "May 5th, 2024", "2024-05-05", "05/25/2018", "May 2024". An impossible day is no date."""
    found = [*_named_dates(chunk), *_numeric_dates(chunk)]
    return sorted({hit.first: hit for hit in found}.values())


def _named_dates(chunk: Chunk) -> Iterator[Hit]:
    words, low, high = chunk.words, chunk.low, chunk.high
    data = grammar(words.language)
    forms = words.forms
    for word in _standing(chunk, data.MONTHS):
        month = data.MONTHS[forms[word]]
        after, day = _day(words, word + 1, high)
        year = _year(forms, after, high)
        if day is not None and year:
            # "May 5, 2024"
            yield from _dated(word, after + 1, year, month, day)
            continue
        before = word
        while before > low and forms[before - 1] in ("of", "the", "day"):
            before -= 1
        first, day = _day_before(words, before, low)
        year = _year(forms, word + 1, high)
        if day is not None and year:
            yield from _dated(first, word + 2, year, month, day)
        elif year and words.raw(word)[:1].isupper():
            yield Hit(word, word + 2, f"{year}-{month:02}")


def _year(forms: list[str], word: int, high: int) -> int | None:
    if word < high and len(forms[word]) == 4 and forms[word].isdecimal() and 1970 <= int(forms[word]) <= 2199:
        return int(forms[word])
    return None


def _day(words: Words, word: int, high: int) -> tuple[int, int | None]:
    forms = words.forms
    if word < high and forms[word].isdecimal() and len(forms[word]) <= 2:
        after = word + 1
        if after < high and forms[after] in grammar(words.language).ORDINAL_ENDINGS:
            after += 1
        return after, int(forms[word])
    return word, None


def _day_before(words: Words, word: int, low: int) -> tuple[int, int | None]:
    forms = words.forms
    first = word - 1
    if first > low and forms[first] in grammar(words.language).ORDINAL_ENDINGS:
        first -= 1
    if first >= low and forms[first].isdecimal() and len(forms[first]) <= 2:
        return first, int(forms[first])
    return word, None


def _dated(first: int, after: int, year: int, month: int, day: int) -> Iterator[Hit]:
    if _real(year, month, day):
        yield Hit(first, after, f"{year}-{month:02}-{day:02}")


def _real(year: int, month: int, day: int) -> bool:
    if not 1 <= month <= 12:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _numeric_dates(chunk: Chunk) -> Iterator[Hit]:
    # a date has a year, or dots between its numbers
    worth = _sentences_with(chunk, [form for form in chunk.places if len(form) >= 4 and form[:1].isdigit()])
    for first, after, found in _in_sentences(chunk.words, worth, _NUMERIC_DATE):
        if found["y"]:
            yield from _dated(first, after, int(found["y"]), int(found["m"]), int(found["d"]))
            continue
        one, two, year = int(found["a"]), int(found["b"]), int(found["z"])
        year += 2000 if year < 100 else 0  # 31.12.25
        # with slashes the month comes first unless it cannot; with dots or dashes the day does
        month, day = (one, two) if found["t"] == "/" and one <= 12 else (two, one)
        if month > 12:
            month, day = day, month
        yield from _dated(first, after, year, month, day)


def _in_sentences(
    words: Words, numbers: Iterable[int], pattern: re.Pattern[str]
) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Where an expression matches in some sentences: the words from the first to the one after its last."""
    for number in numbers:
        sentence = words.sentences[number]
        first, last = words.range_of(sentence)
        cursor = first
        for found in pattern.finditer(sentence.block.text.plain, sentence.start, sentence.end):
            while cursor < last and words.plain(cursor)[1] <= found.start():
                cursor += 1
            after = cursor
            while after < last and words.plain(after)[0] < found.end():
                after += 1
            if after > cursor:
                yield cursor, after, found


def emails(chunk: Chunk) -> list[Hit]:
    """E-mail addresses."""
    words = chunk.words
    first, last = words.sentence_numbers[chunk.low], words.sentence_numbers[chunk.high - 1]
    sentences = words.sentences[first : last + 1]
    worth = [one.number for one in sentences if one.block.text.plain.find("@", one.start, one.end) >= 0]
    return [Hit(first, after, found[0].lower()) for first, after, found in _in_sentences(words, worth, _EMAIL)]


_WORD_OF_A_NAME = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+")


@cache
def _place_names(language: str) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """First word to the names that start with it, longest first: words, code, how much of it capitals must be."""
    names: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    data = places(language)
    for known in (data.PLACES, data.CLOUD_REGIONS):
        for code, spellings in known.items():
            for spelling in spellings:
                parts = tuple(_WORD_OF_A_NAME.findall(spelling.lower()))
                capitals = "none" if spelling.islower() else "all" if spelling.isupper() else "first"
                names.setdefault(parts[0], []).append((parts, code, capitals))
    for same_start in names.values():
        same_start.sort(key=lambda name: -len(name[0]))
    return names


def place_names(chunk: Chunk) -> list[Hit]:
    """Countries, regions, states and well-known server cities, as ISO 3166 codes or groups (EU, EEA)."""
    words = chunk.words
    names = _place_names(words.language)
    hits: list[Hit] = []
    after = chunk.low
    for word in _standing(chunk, names):
        hit = _place_at(words, word, names[words.forms[word]]) if word >= after else None
        if hit:
            hits.append(hit)
            after = hit.after
    return hits


def _place_at(words: Words, word: int, names: Any) -> Hit | None:
    for parts, code, capitals in names:
        after = word + len(parts)
        if tuple(words.forms[word:after]) != parts:
            continue
        raw = words.raw(word)
        capital = raw.isupper() if capitals == "all" and len(parts) == 1 else raw[:1].isupper()
        if capital or capitals == "none":
            return Hit(word, after, code)
    return None


@cache
def _company(language: str) -> re.Pattern[str]:
    forms = sorted(grammar(language).LEGAL_FORMS, key=len, reverse=True)
    ending = "|".join(re.escape(form) for form in forms)
    name = r"[A-Z0-9À-Þ][\w&'’.+-]{0,40}"
    link = r"(?:(?:of|and|the|for|de|der|&)\s)?"
    return re.compile(rf"(?<![\w@/.-]){name}(?:[\s]{link}{name}){{0,6}}?,?\s(?:{ending})(?![\w-])")


def organisations(chunk: Chunk) -> list[Hit]:
    """Names of companies that end in a legal form: "Corner Shop Ltd", "Acme Sp. z o.o."."""
    words = chunk.words
    known = _legal_words(words.language)
    worth = _sentences_with(chunk, [form for form in chunk.places if form.partition("'")[0] in known])
    return [
        Hit(first, after, found[0])
        for first, after, found in _in_sentences(words, worth, _company(words.language))
    ]


@cache
def _legal_words(language: str) -> frozenset[str]:
    """One word of each legal form, its longest: where none of them stands, there is no such name."""
    from privacylint.words import fold, tokens

    forms = ([fold(found[0]) for found in tokens(form)] for form in grammar(language).LEGAL_FORMS)
    return frozenset(max(words, key=lambda word: (len(word), word)) for words in forms)


def names(chunk: Chunk) -> list[Hit]:
    """Proper names as far as capitals tell: up to six words in a row that are written like names and are none of ours.

    A sentence all in capitals has no names that could be told from its other words.
    """
    words = chunk.words
    common = grammar(words.language).NOT_NAMES
    hits = []
    word = chunk.low
    while word < chunk.high:
        first, last = words.range_of(words.sentence_at(word))
        raws, forms = words.raws(first), words.forms[first:last]
        named = [*map(ne, raws, forms)]
        at = _next(named, 0)
        while at < len(named):
            named[at] = raws[at] != raws[at].lower() and forms[at] not in common
            at = _next(named, at + 1)
        at = _next(named, 0)
        while at < len(named):
            after = at + 1
            while after < min(at + _LONGEST_NAME, len(named)) and named[after]:
                after += 1
            hits.append(Hit(first + at, first + after, " ".join(raws[at:after])))
            # the word behind six others begins no name
            at = _next(named, after + 1)
        word = last + 1
    return hits


def _next(flags: list[bool], at: int) -> int:
    try:
        return flags.index(True, at)
    except ValueError:
        return len(flags)


SLOTS: dict[str, Callable[[Chunk], list[Hit]]] = {
    "number": numbers,
    "age": ages,
    "duration": durations,
    "date": dates,
    "email": emails,
    "place": place_names,
    "organisation": organisations,
    "name": names,
}
