"""Drafts that show what was changed, read as one of the two texts that they hold.

In: a `Reading` whose runs say what was inserted and what deleted: tracked changes of a word
processor, or, in a document where words are struck through, underlining (or italic) for the words
in their place. Out: the `Reading` before the changes or after them as if it stood in a file of its
own, on pages of its own (`one_text.Cut`, which leads every character back to the source), and the
other text as furniture `other-layer`, so that nothing is lost. Where a document has tracked
changes, only these count: what is struck or underlined besides is its author's emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Literal, Protocol

from tracker.ingesters.one_text import Cut, Row, Stretch, laid_out
from tracker.ingesters.walk.grammar import ANNEX, UNITS
from tracker.ingesters.walk.numbering import number_at_start
from tracker.model import Furniture
from tracker.read import Line, Reading, Run

BEFORE, AFTER = "before", "after"

Side = Literal["before", "after"]
Printed = Literal["underlined", "italic"]
"""How a document prints what is new."""

_INSERTED = frozenset({"inserted", "moved-here"})
_DELETED = frozenset({"deleted", "moved-away"})
_WORD = re.compile(r"\S")
_LONGEST_NUMBER = 60
"""Characters in which a title's number ends."""


def offered(reading: Reading) -> tuple[str, ...]:
    """`("before", "after")` if the document shows changes, else `()`.

    Underlining or italic alone is emphasis; it says "new" only where something is struck through
    as well.
    """
    tracked = struck = False
    for line in reading.lines:
        for run in line.runs:
            if _WORD.search(line.text[run.start : run.end]):
                tracked = tracked or _is_tracked(run)
                struck = struck or run.struck
    return (BEFORE, AFTER) if tracked or struck else ()


def side(
    reading: Reading,
    which: Side,
    *,
    printed: Printed = "underlined",
    kept: Callable[[Line, Run], bool] | None = None,
) -> Cut:
    """The text before or after the changes.

    Args:
        printed: how the words that are new are printed, where changes are not tracked.
        kept: says of a run that looks new that it is not: an enacting formula in italic.
    """
    return _cut(reading, _Changes(reading, which, printed, kept))


def with_marks(reading: Reading) -> Cut | None:
    """The text with the marks of the changes, but of a number that was changed for another only
    the one after the changes: "Article 4 2" would be no article. Where words stand between the
    old number and the new, both stay: the provision has the first, and the other is one of its
    words, with its mark. None if the reading is that already."""
    old = _OldNumbers(any(_is_tracked(run) for line in reading.lines for run in line.runs))
    if not any(old.gone(line) for line in reading.lines):
        return None
    return _cut(reading, old)


def _is_tracked(run: Run) -> bool:
    return bool(run.change or run.counted or run.begins or run.continues)


class _Text(Protocol):
    """What of a document's lines belongs to the text that is read."""

    before: bool

    def gone(self, line: Line) -> list[Stretch]:
        """The stretches of a line that do not, in order."""
        ...

    def plain(self, line: Line, run: Run) -> Run:
        """How a run looks there."""
        ...


class _OldNumbers:
    """Leaves out the numbers of the text before the changes where there are others, and nothing
    else."""

    before = False

    def __init__(self, tracked: bool) -> None:
        self._tracked = tracked

    def gone(self, line: Line) -> list[Stretch]:
        """The old number of a line: an automatic one, or one that was struck for another."""
        counted = _stretches(line, [run for run in line.runs if run.counted == BEFORE])
        return counted or _old_number(line, self._tracked)

    def plain(self, line: Line, run: Run) -> Run:
        """A run as it is."""
        return run


def _old_number(line: Line, tracked: bool) -> list[Stretch]:
    """What was struck of a number or title at the start of a line, for another one that stands
    there: no other words stand between the two or before them."""
    cut = [r for r in line.runs if (r.change in _DELETED if tracked else r.struck)]
    if not cut or cut[0].start > _LONGEST_NUMBER:
        return []
    struck = {n for run in cut for n in range(run.start, run.end)}
    put_in = {
        n
        for run in line.runs
        if (run.change in _INSERTED if tracked else run.underlined and not run.struck)
        for n in range(run.start, run.end)
    }
    places = range(len(line.text))
    old, new = [n for n in places if n not in put_in], [n for n in places if n not in struck]
    length = _opens("".join(line.text[n] for n in old))
    now = _opens("".join(line.text[n] for n in new))
    gone = [n for n in old[:length] if n in struck]
    if not gone or not now:
        return []
    numbers = {*gone, *new[:now]}
    between = range(max(gone[-1], new[now - 1]))
    if any(n not in numbers and not line.text[n].isspace() for n in between):
        return []
    found: list[Stretch] = []
    for n in gone:
        if found and found[-1].end == n:
            found[-1] = found[-1]._replace(end=n + 1)
        else:
            found.append(Stretch(line, n, n + 1))
    return found


def _opens(text: str) -> int:
    """How many characters of a line's start are the number or the title of a provision."""
    start = len(text) - len(text.lstrip())
    head = text[start : start + _LONGEST_NUMBER]
    if found := UNITS.match(head):
        return start + found.end()
    if found := ANNEX.match(head):
        return start + found.end("num")
    number = number_at_start(head)
    return start + number.end if number else 0


class _Changes:
    """Which runs do not belong to the text that is read, and how the others look there."""

    def __init__(
        self,
        reading: Reading,
        which: Side,
        printed: Printed,
        kept: Callable[[Line, Run], bool] | None,
    ) -> None:
        self.before = which == BEFORE
        self._which = which
        self._printed = printed
        self._kept = kept
        self._tracked = any(_is_tracked(run) for line in reading.lines for run in line.runs)

    def gone(self, line: Line) -> list[Stretch]:
        """What belongs to the other text."""
        return _stretches(line, [run for run in line.runs if self._leaves(line, run)])

    def _leaves(self, line: Line, run: Run) -> bool:
        if self._tracked:
            if run.counted:
                return run.counted != self._which
            if run.change in _DELETED and run.underlined:
                return True  # inserted, then deleted: in neither text
            return run.change in (_INSERTED if self.before else _DELETED)
        return self._is_new(line, run) if self.before else run.struck

    def plain(self, line: Line, run: Run) -> Run:
        """A run of the text that is read, without the look of a change: it has none there."""
        run = replace(run, begins=False, continues=False, counted="")
        if self._tracked and run.change:
            return replace(run, change="", by="", date="", struck=False, underlined=False)
        if self._tracked:
            return run
        if self._is_new(line, run):
            return replace(run, underlined=False, italic=False)
        return replace(run, struck=False)

    def _is_new(self, line: Line, run: Run) -> bool:
        """Whether a run that is not tracked is printed as new."""
        new = run.underlined if self._printed == "underlined" else run.italic
        if not new or run.struck or (self._kept is not None and self._kept(line, run)):
            return False
        return not _is_heading(line, self._printed)


def _is_heading(line: Line, printed: Printed) -> bool:
    """Whether the whole line is bold or centred: then underlining is how headings are printed."""
    return printed == "underlined" and (line.bold or line.centred)


def _cut(reading: Reading, changes: _Text) -> Cut:
    """The lines of one text, whole, and what is not in it."""
    rows: list[Row] = []
    furniture: list[Furniture] = []
    gap = 0.0
    for line in reading.lines:
        gone = changes.gone(line)
        furniture.extend(_furniture(line, gone))
        begun = {run.start for run in line.runs if run.begins and changes.before}
        plain = replace(line, runs=tuple(changes.plain(line, run) for run in line.runs))
        kept = list(_kept(plain, gone, begun))
        gap = max(gap, line.gap)
        if not kept:
            continue
        made = [Row(plain, stretches) for stretches in kept]
        made[0].line = replace(plain, gap=gap)
        if rows and changes.before and _continues(line, kept[0]):
            rows[-1] = rows[-1].joined(made.pop(0))
        rows.extend(made)
        gap = 0.0
    return laid_out(reading, rows, furniture)


def _stretches(line: Line, runs: Sequence[Run]) -> list[Stretch]:
    """The stretches of these runs, in order; those that touch are one."""
    found: list[Stretch] = []
    for run in runs:
        if found and found[-1].end == run.start:
            found[-1] = Stretch(line, found[-1].start, run.end)
        else:
            found.append(Stretch(line, run.start, run.end))
    return found


def _kept(line: Line, gone: Sequence[Stretch], begun: set[int]) -> Iterator[list[Stretch]]:
    """What is left of a line, a list for each line of the text that is read: where a paragraph
    begins, a line does."""
    rows: list[list[Stretch]] = [[]]
    at = 0
    ends = [Stretch(line, place, place) for place in begun | {len(line.text)}]
    for cut in sorted((*gone, *ends), key=lambda one: (one.start, one.end)):
        if at < cut.start:
            rows[-1].append(Stretch(line, at, cut.start))
        at = max(at, cut.end)
        if cut.start in begun:
            rows.append([])
    for row in rows:
        if any(stretch.text.strip() for stretch in row):
            yield row


def _continues(line: Line, row: Sequence[Stretch]) -> bool:
    """Whether the first words that are kept of a line go on with the paragraph above."""
    first = next(one for one in row if one.text.strip())
    at = first.start + len(first.text) - len(first.text.lstrip())
    return any(run.continues and run.start <= at < run.end for run in line.runs)


def _furniture(line: Line, gone: Sequence[Stretch]) -> Iterator[Furniture]:
    for stretch in gone:
        words = stretch.text.strip()
        if words:
            at = line.start + stretch.start + stretch.text.index(words)
            yield Furniture("other-layer", words, line.page, at, at + len(words))
