"""How single lines are printed: bold or italic throughout, centred; where notes are anchored.

In: a line. Out: whether all its letters are bold, or bold or italic, the runs that anchor notes,
and its text without those at its end. Brackets and anchors need not be printed like the letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.read import Line, Run

_RAISED_NOTE = re.compile(r"\d{1,3}/?|[*\u2020\u2021\uf02a]{1,3}|[a-z]")
_SLASHED_NOTE = re.compile(r"\d{1,3}/")


def is_centred(line: Line) -> bool:
    """Whether a line is set in the middle, and not merely long."""
    return line.centred and line.left > 0.25


def is_bold(line: Line) -> bool:
    """Whether all letters are bold; brackets and the anchors of notes need not be."""
    return line.bold or _covers(line, [run for run in line.runs if run.bold])


def stands_out(line: Line) -> bool:
    """Whether all letters are bold or italic."""
    runs = [run for run in line.runs if run.bold or run.italic]
    return line.bold or line.italic or _covers(line, runs)


def _covers(line: Line, runs: Sequence[Run]) -> bool:
    if not runs:
        return False
    covered = {at for run in (*runs, *anchors(line)) for at in range(run.start, run.end)}
    letters = [at for at, character in enumerate(line.text) if character.isalnum()]
    return bool(letters) and all(at in covered for at in letters)


def anchors(line: Line) -> list[Run]:
    """The runs that anchor notes."""
    return [run for run in line.runs if _anchor(line, run)]


def _anchor(line: Line, run: Run) -> bool:
    printed = line.text[run.start : run.end].strip()
    if "\uf02a" in printed:
        return _RAISED_NOTE.fullmatch(printed) is not None
    if not run.raised or _RAISED_NOTE.fullmatch(printed) is None:
        return False
    return run.start > 0 or _SLASHED_NOTE.fullmatch(printed) is not None


def ending_of(line: Line) -> str:
    """The text of a line without the anchors of notes at its end."""
    text = line.text.rstrip()
    for run in reversed(anchors(line)):
        if run.end >= len(text):
            text = text[: run.start].rstrip()
    return text
