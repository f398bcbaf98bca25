"""Drafts that show what was changed, read as one of the two texts that they hold.

In: a `Reading` whose runs say what was inserted and what deleted: tracked changes of a word
processor, or, in a document where words are struck through, underlining (or italic) for the words
in their place. Out: the `Reading` before the changes or after them, its lines cut where the other
text was taken out (`Line.glued`) and where a paragraph of the old text began, and that other text
as furniture `other-layer`, so that nothing is lost. Where a document has tracked changes, only
these count: what is struck or underlined besides is its author's emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tracker.model import Furniture
from tracker.read import Line, Reading, Run

BEFORE, AFTER = "before", "after"

Side = Literal["before", "after"]
Printed = Literal["underlined", "italic"]
"""How a document prints what is new."""

_INSERTED = frozenset({"inserted", "moved-here"})
_DELETED = frozenset({"deleted", "moved-away"})
_WORD = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Cut:
    """One text of two: the reading without the other, and the other."""

    reading: Reading
    furniture: tuple[Furniture, ...]


def offered(reading: Reading) -> tuple[str, ...]:
    """`("before", "after")` if the document shows changes, else `()`.

    Underlining or italic alone is emphasis; it says "new" only where something is struck through
    as well.
    """
    tracked = struck = False
    for line in reading.lines:
        for run in line.runs:
            if _WORD.search(line.text[run.start : run.end]):
                tracked = tracked or bool(run.change)
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
    gone = _Gone(reading, which, printed, kept)
    lines: list[Line] = []
    furniture: list[Furniture] = []
    gap = 0.0
    for line in reading.lines:
        cuts = gone.of(line)
        furniture.extend(_furniture(line, cuts))
        pieces = [gone.plain(piece) for piece in _pieces(line, cuts, gone.begun(line))]
        if not pieces:
            gap = max(gap, line.gap)
            continue
        if not pieces[0].glued:
            pieces[0] = replace(pieces[0], gap=max(gap, line.gap))
        lines.extend(pieces)
        gap = 0.0
    return Cut(replace(reading, lines=tuple(lines)), tuple(furniture))


class _Gone:
    """Which stretches of a line do not belong to the text that is read."""

    def __init__(
        self,
        reading: Reading,
        which: Side,
        printed: Printed,
        kept: Callable[[Line, Run], bool] | None,
    ) -> None:
        self._which = which
        self._printed = printed
        self._kept = kept
        self._tracked = any(run.change for line in reading.lines for run in line.runs)

    def of(self, line: Line) -> list[tuple[int, int]]:
        """The stretches, in order; those that touch are one."""
        found: list[tuple[int, int]] = []
        for run in line.runs:
            if not self._leaves(line, run):
                continue
            if found and found[-1][1] == run.start:
                found[-1] = (found[-1][0], run.end)
            else:
                found.append((run.start, run.end))
        return found

    def begun(self, line: Line) -> frozenset[int]:
        """Where paragraphs begin that are one with those before them only in the new text."""
        if self._which == AFTER:
            return frozenset()
        return frozenset(run.start for run in line.runs if run.begins)

    def plain(self, line: Line) -> Line:
        """A line of the text that is read, without the look of a change: it has none there."""
        return replace(line, runs=tuple(self._plain(line, run) for run in line.runs))

    def _plain(self, line: Line, run: Run) -> Run:
        if self._tracked and run.change:
            return replace(run, change="", by="", date="", struck=False, underlined=False)
        if self._tracked:
            return run
        if self._is_new(line, run):
            return replace(run, underlined=False, italic=False)
        return replace(run, struck=False)

    def _leaves(self, line: Line, run: Run) -> bool:
        if self._tracked:
            if run.change in _DELETED and run.underlined:
                return True  # inserted, then deleted: in neither text
            return run.change in (_INSERTED if self._which == BEFORE else _DELETED)
        return run.struck if self._which == AFTER else self._is_new(line, run)

    def _is_new(self, line: Line, run: Run) -> bool:
        """Whether a run that is not tracked is printed as new."""
        new = run.underlined if self._printed == "underlined" else run.italic
        if not new or run.struck or (self._kept is not None and self._kept(line, run)):
            return False
        return not _is_heading(line, self._printed)


def _is_heading(line: Line, printed: Printed) -> bool:
    """Whether the whole line is bold or centred: then underlining is how headings are printed."""
    return printed == "underlined" and (line.bold or line.centred)


def _furniture(line: Line, cuts: Sequence[tuple[int, int]]) -> Iterator[Furniture]:
    for start, end in cuts:
        text = line.text[start:end]
        words = text.strip()
        if words:
            at = line.start + start + len(text) - len(text.lstrip())
            yield Furniture("other-layer", words, line.page, at, at + len(words))


def _pieces(line: Line, cuts: Sequence[tuple[int, int]], begun: frozenset[int]) -> Iterator[Line]:
    """What is left of a line; blanks stay where they say that words are apart. Where a paragraph
    begins, a line does."""
    if not cuts and not begun:
        yield line
        return
    at, first, fresh = 0, True, False
    ends = begun | {len(line.text)}
    for start, end in sorted([*cuts, *((place, place) for place in ends)]):
        text = line.text[at:start]
        if text.strip():
            low = at + (len(text) - len(text.lstrip()) if first or fresh else 0)
            high = start - (len(text) - len(text.rstrip()) if start in begun else 0)
            yield _piece(line, low, high, glued=line.glued if first else not fresh)
            first = fresh = False
        fresh = fresh or start in begun
        at = max(at, end)


def _piece(line: Line, start: int, end: int, *, glued: bool) -> Line:
    runs = tuple(
        replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start)
        for run in line.runs
        if run.start < end and run.end > start
    )
    return replace(
        line, text=line.text[start:end], start=line.start + start, runs=runs, glued=glued
    )
