"""
Ignore comments: which findings they silence, and which of them are wrong, unused or out of date.

    <!-- privacylint: ignore[rule-id, other-rule] why, until=2026-01-31 owner=legal -->

    ignore             on a line of its own: the next block (paragraph, list item, table row); else its own line
    ignore-line        the line it stands on
    ignore-next-line   the line below
    ignore-block       the block it stands in; on a line of its own: the next block
    ignore-section     the section it stands in, with its subsections; the whole file before the first heading
    ignore-file        the whole file
    off[x] … on[x]     everything between the two, or to the end of the file

A finding is silenced when its primary place or any related place is touched: a clash has two ends, and the excuse may
stand at either. A rule must be named. After the day `until` an ignore no longer works; a date that cannot be read
counts as passed. MDX comments work the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from privacylint.days import day_of
from privacylint.engine_rules import ENGINE_RULES, EXPIRED_IGNORE, FORBIDDEN_IGNORE, UNKNOWN_IGNORE, UNUSED_IGNORE
from privacylint.policy import Block, Comment, Policy, Section
from privacylint.rule import Edit, Finding, Fix, Rule
from privacylint.source import Span

FORMS = ("ignore", "ignore-line", "ignore-next-line", "ignore-block", "ignore-section", "ignore-file", "off", "on")

Raw = tuple[Rule, Finding]

_COMMENT = re.compile(r"\s*privacylint\s*:\s*(?P<form>[\w-]*)\s*(?P<list>\[[^\]]*\]?)?(?P<reason>.*)\Z", re.S | re.I)
_NAME = re.compile(r"[^\s,\[\]]+")
_UNTIL = re.compile(r"\buntil\s*=\s*([^\s,;)]*)", re.I)
_OWNER = re.compile(r"\bowner\s*=\s*([^\s,;)]+)", re.I)
_CONTAINER = re.compile(r"(?:[\s>]|(?:[-*+]|\d{1,9}[.)])(?=\s|\Z))*\Z")


class Ignore(NamedTuple):
    """One rule named in one ignore comment. `span` is the name, `covers` what it silences.

    `until` is None without a date; `expired` also for a date that cannot be read. `reason` is the comment's own words,
    `owner` who answers for it, "" where not said.
    """

    rule: str
    form: str
    span: Span
    comment: Comment
    covers: Span
    reason: str = ""
    owner: str = ""
    until: str | None = None
    expired: bool = False

    def silences(self, finding: Finding) -> bool:
        """Whether the primary place of a finding or any related one is touched."""
        return any(_touches(self.covers, span) for span in (finding.span, *(inner.span for inner in finding.related)))


class Suppressed(NamedTuple):
    """What is left. `count` findings were silenced; `engine` are findings about the comments themselves."""

    kept: list[Raw]
    count: int  # type: ignore[assignment]
    engine: list[Raw]


def suppress(
    policy: Policy,
    findings: Sequence[Raw],
    *,
    known_rules: Collection[str],
    never_ignore: Collection[str] = (),
    today: date,
    checked_rules: Collection[str] | None = None,
) -> Suppressed:
    """Take out the findings that an ignore comment of the policy silences.

    `known_rules` are all ids there are, `never_ignore` those that nothing silences, `checked_rules` those that ran
    (None: all): only of these can an ignore be unused. `today` is the day expiry is judged by, the day itself included.
    """
    if not any("privacylint" in comment.text.plain.lower() for comment in policy.comments):
        return Suppressed(list(findings), 0, [])
    ignores, wrong = read(policy, today)
    checked = known_rules if checked_rules is None else checked_rules
    problems = [_problem(ignore, known_rules, never_ignore) for ignore in ignores]
    working = [ignore for ignore, problem in zip(ignores, problems, strict=True) if not problem]
    kept, used = _sift(findings, working)
    unused = [ignore for ignore in working if ignore.rule in checked and id(ignore) not in used]
    together = Counter(ignore.comment.span for ignore in ignores)
    engine = [
        *((UNKNOWN_IGNORE, finding) for finding in wrong),
        *(problem for problem in problems if problem),
        *((UNUSED_IGNORE, _unused(policy, ignore, together)) for ignore in unused if ignore.rule not in ENGINE_RULES),
    ]
    shown, _ = _sift(engine, working)
    return Suppressed(kept, len(findings) - len(kept), sorted(shown, key=lambda raw: raw[1].span))


def read(policy: Policy, today: date) -> tuple[list[Ignore], list[Finding]]:
    """The ignore comments of a policy, one `Ignore` for each rule named, and what is wrong in their wording."""
    reader = _Reader(policy, today)
    for comment in policy.comments:
        reader.take(comment)
    return reader.done()


class _Parts(NamedTuple):
    form: str
    names: tuple[tuple[str, Span], ...]
    reason: str


class _Reader:
    """Reads the comments in the order of the file; `off` is open until its `on`."""

    def __init__(self, policy: Policy, today: date) -> None:
        self.policy = policy
        self.today = today
        self.ignores: list[Ignore] = []
        self.wrong: list[Finding] = []
        self._open: dict[str, list[int]] = {}
        self._block_starts = [block.span.start for block in policy.blocks]
        self._comment_starts = [other.span.start for other in policy.comments]
        self._sections = Sections(policy)

    def take(self, comment: Comment) -> None:
        found = _COMMENT.match(comment.text.plain)
        if not found:
            return
        parts = self._parts(comment, found)
        if parts is None:
            return
        if parts.form == "on":
            self._turn_on(comment, parts)
            return
        covers = self._covers(comment, parts.form)
        until, owner = _UNTIL.search(parts.reason), _OWNER.search(parts.reason)
        for name, span in parts.names:
            if parts.form == "off":
                self._open.setdefault(name, []).append(len(self.ignores))
            self.ignores.append(
                Ignore(
                    name, parts.form, span, comment, covers, parts.reason, owner[1] if owner else "",
                    until[1] if until else None, bool(until) and _passed(until[1] if until else "", self.today),
                )
            )

    def done(self) -> tuple[list[Ignore], list[Finding]]:
        return self.ignores, self.wrong

    def _parts(self, comment: Comment, found: re.Match[str]) -> _Parts | None:
        from privacylint.shapes import suggestion
        from privacylint.yaml_nodes import quoted

        form = found["form"].lower()
        if form not in FORMS:
            self._complain(comment.span, f"unknown ignore comment {quoted(found['form'])}{suggestion(form, FORMS)}")
            return None
        start, end = found.span("list")
        names = tuple(
            (name[0], comment.text.span(*name.span()))
            for name in _NAME.finditer(comment.text.plain, max(start, 0), max(end, 0))
        )
        if not names:
            self._complain(comment.span, f"{quoted(form)} names no rule; write {form}[rule-id]")
            return None
        if not (found["list"] or "").endswith("]"):
            self._complain(comment.span, f"{quoted(form)} has a bracket that is never closed; write {form}[rule-id]")
            return None
        return _Parts(form, names, found["reason"].strip())

    def _turn_on(self, comment: Comment, parts: _Parts) -> None:
        from privacylint.yaml_nodes import quoted

        for name, span in parts.names:
            waiting = self._open.pop(name, [])
            if not waiting:
                self._complain(span, f"{quoted(f'on[{name}]')} has no {quoted(f'off[{name}]')} before it")
            for number in waiting:
                ignore = self.ignores[number]
                self.ignores[number] = ignore._replace(covers=Span(ignore.covers.start, comment.span.start))

    def _complain(self, span: Span, message: str) -> None:
        self.wrong.append(Finding(message, span))

    def _covers(self, comment: Comment, form: str) -> Span:
        source, own = self.policy.source, self._own_line(comment)
        first, last = source.place(comment.span.start).line, source.place(comment.span.end).line
        if form == "off":
            return Span(comment.span.end, len(source.text))
        if form == "ignore-file":
            return Span(0, len(source.text))
        if form == "ignore-section":
            return self._sections.span_at(comment.span.start)
        if form == "ignore-next-line":
            return source.line_span(last + 1) if last < source.line_count else Span(len(source.text), len(source.text))
        if form == "ignore-block" or (form == "ignore" and own):
            return self._block(comment, own)
        return Span(source.line_span(first).start, source.line_span(last).end)

    def _block(self, comment: Comment, own: bool) -> Span:
        number = bisect_right(self._block_starts, comment.span.start)
        around = self.policy.blocks[number - 1] if number else None
        if around and comment.span.end <= around.span.end and (not own or around.span.start < comment.span.start):
            return self._whole(around)
        following = bisect_left(self._block_starts, comment.span.end)
        if own and following < len(self.policy.blocks):
            return self._whole(self.policy.blocks[following])
        # nothing follows: an ignore that is unused
        return Span(comment.span.end, comment.span.end)

    def _own_line(self, comment: Comment) -> bool:
        # nothing but comments stands on its lines; quote and list markers do not count
        source = self.policy.source
        start = source.line_span(source.place(comment.span.start).line).start
        end = source.line_span(source.place(comment.span.end).line).end
        rest, at = "", start
        for other in self.policy.comments[bisect_left(self._comment_starts, start) :]:
            if other.span.end > end:
                break
            rest, at = rest + source.text[at : other.span.start], other.span.end
        return bool(_CONTAINER.match(rest + source.text[at:end]))

    def _whole(self, block: Block) -> Span:
        if block.kind != "cell":
            return block.span
        line = self.policy.source.place(block.span.start).line
        return self.policy.source.line_span(line)


class Sections:
    """The sections of a policy by place."""

    __slots__ = ("_ends", "_starts", "_titled", "_whole")

    def __init__(self, policy: Policy) -> None:
        self._whole = Span(0, len(policy.source.text))
        self._titled = [section for section in policy.sections if section.heading]
        self._starts = [section.heading.span.start for section in self._titled if section.heading]
        self._ends = [self._whole.end] * len(self._titled)
        open_sections: list[int] = []
        for number, section in enumerate(self._titled):
            above = set(section.above())
            while open_sections and self._titled[open_sections[-1]] not in above:
                self._ends[open_sections.pop()] = self._starts[number]
            open_sections.append(number)

    def at(self, offset: int) -> Section | None:
        """The innermost section a place stands in, None before the first heading; a heading is in its own."""
        number = bisect_right(self._starts, offset)
        return self._titled[number - 1] if number else None

    def span_at(self, offset: int) -> Span:
        """From the heading of that section to the end of its last subsection; the whole file where there is none."""
        number = bisect_right(self._starts, offset)
        return Span(self._starts[number - 1], self._ends[number - 1]) if number else self._whole


def _sift(findings: Iterable[Raw], working: list[Ignore]) -> tuple[list[Raw], set[int]]:
    by_rule: dict[str, list[Ignore]] = {}
    for ignore in working:
        by_rule.setdefault(ignore.rule, []).append(ignore)
    kept: list[Raw] = []
    used: set[int] = set()
    for raw in findings:
        silencing = [id(ignore) for ignore in by_rule.get(raw[0].id, ()) if ignore.silences(raw[1])]
        used.update(silencing)
        if not silencing:
            kept.append(raw)
    return kept, used


def _problem(ignore: Ignore, known: Collection[str], never: Collection[str]) -> Raw | None:
    from privacylint.shapes import suggestion
    from privacylint.yaml_nodes import quoted

    if ignore.rule not in known:
        near = suggestion(ignore.rule, sorted(known))
        near = near if near.startswith("; did you") else "; `privacylint rules` lists them"
        return UNKNOWN_IGNORE, Finding(f"unknown rule {quoted(ignore.rule)}{near}", ignore.span)
    if ignore.rule in never:
        message = f"{quoted(ignore.rule)} cannot be ignored, the configuration lists it under never_ignore"
        return FORBIDDEN_IGNORE, Finding(message, ignore.span)
    if ignore.expired:
        readable = day_of(ignore.until or "") is not None
        message = (
            f"the ignore of {quoted(ignore.rule)} has expired on {ignore.until}"
            if readable
            else f"the ignore of {quoted(ignore.rule)} has an unreadable date, {quoted(ignore.until or '')}"
        )
        owner = f"; ask {ignore.owner}" if ignore.owner else ""
        way_out = "mend what it excused, or give it a new date" if readable else "write the date as until=2026-01-31"
        return EXPIRED_IGNORE, Finding(message, ignore.span, help=way_out + owner)
    return None


def _unused(policy: Policy, ignore: Ignore, together: Counter[Span]) -> Finding:
    alone = together[ignore.comment.span] == 1 and ignore.form != "off"
    return Finding(
        f'no finding of "{ignore.rule}" here to ignore',
        ignore.span,
        help="remove the comment" if alone else f'remove "{ignore.rule}" from the comment',
        fix=_removal(policy, ignore.comment) if alone else None,
    )


def _removal(policy: Policy, comment: Comment) -> Fix | None:
    source = policy.source
    line = source.line_span(source.place(comment.span.start).line)
    if line.end < comment.span.end:
        return None
    if source.cut(line).strip() != source.cut(comment.span):
        # the blanks before it go too
        kept = source.text[line.start : comment.span.start].rstrip(" \t")
        at_end = not source.text[comment.span.end : line.end].strip()
        return Fix((Edit(line.start + len(kept) if at_end and kept else comment.span.start, comment.span.end, ""),))
    number = source.place(comment.span.start).line
    above = number == 1 or not source.cut(source.line_span(number - 1)).strip()
    if not above or number == source.line_count:
        # two paragraphs would become one
        return None
    return Fix((Edit(line.start, source.line_span(number + 1).start, ""),))


def _touches(covers: Span, place: Span) -> bool:
    if place.start == place.end or covers.start == covers.end:
        return covers.start <= place.start <= covers.end and covers.start < covers.end
    return place.start < covers.end and covers.start < place.end


def _passed(until: str, today: date) -> bool:
    day = day_of(until)
    return day is None or today > day


def fingerprints(policy: Policy, findings: Sequence[Raw], path: str) -> list[str]:
    """For each finding a hash that stays when lines move: rule, path, section, words, topic, and which of its equals.

    `path` should be relative to the configuration, so that it is the same from every folder.
    """
    return list(_fingerprints(policy, findings, path.replace("\\", "/").removeprefix("./")))


def _fingerprints(policy: Policy, findings: Sequence[Raw], path: str) -> Iterator[str]:
    from privacylint.digest import sha256

    sections = Sections(policy)
    seen: dict[tuple[str, ...], int] = {}
    ordinals: dict[int, int] = {}
    keys: list[tuple[str, ...]] = []
    for rule, finding in findings:
        section = sections.at(finding.span.start)
        title = section.title if section else ""
        keys.append((rule.id, path, _folded(title), _folded(policy.source.cut(finding.span)), finding.topic))
    # equals are counted in the order of the text, not in that of the rules' findings
    for at in sorted(range(len(findings)), key=lambda at: (findings[at][1].span, findings[at][1].message)):
        ordinals[at] = seen[keys[at]] = seen.get(keys[at], -1) + 1
    for at, key in enumerate(keys):
        text = "\0".join((*key, str(ordinals[at])))
        yield sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
