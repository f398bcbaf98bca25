"""Footnotes: which lines are notes, and where in the text their anchors stand.

In: the lines of a reading without its margins. Out: the lines that are notes (smaller print at the
foot of a page, under a drawn line, or under a table), and the lines of the text with the anchors
of typewritten notes ("1/") marked as raised, as printers set them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.ingesters.walk.grammar import TITLES
from tracker.ingesters.walk.margins import SMALL
from tracker.read import Line, Run

RULE = re.compile(r"[_\u2013\u2014=-]{3,}")
"""A line drawn in characters."""

_SIGN = r"(?:\d{1,3}|[*\u2020\u2021\uf02a]{1,3})"
"""What numbers a note; U+F02A is the asterisk of the font Symbol."""

_NOTE_START = re.compile(rf"(?:{_SIGN}|[a-z])(?:\s?/)?\s+\S|\[\d{{1,3}}\]")
_RULED_NOTE = re.compile(rf"{_SIGN}(?:\s?/)?\s+\S|\[\d{{1,3}}\]")
_SLASHED = re.compile(r"(\d{1,3})/(?=\s)")
_SLASHED_ANCHOR = re.compile(r"(?<!\S)(\d{1,3})/(?=[\s,.;:)]|$)")


def footnotes(lines: Sequence[Line], size: float) -> dict[int, str]:
    """All lines that are notes; `size` is that of the text in points, 0 if unknown."""
    found = _ruled(lines)
    if size:
        by_page: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            by_page[line.page].append(line)
        for on_page in by_page.values():
            found.update(_at_foot(on_page, size))
            found.update(_under_tables(on_page, size))
    return found


def _small(line: Line, size: float) -> bool:
    return 0.0 < line.size <= size * SMALL


def _at_foot(lines: Sequence[Line], size: float) -> dict[int, str]:
    """Smaller print at the foot of a page that begins like a note; under a drawn line it may be
    the rest of a note that began a page earlier."""
    foot: list[Line] = []
    rule = 0
    for line in sorted(lines, key=lambda x: (-x.top, -x.start)):
        drawn = RULE.fullmatch(line.text.strip()) is not None
        if not drawn and not _small(line, size):
            break
        foot.append(line)
        if drawn:
            rule = len(foot) - 1
    starts = [n + 1 for n, line in enumerate(foot) if _NOTE_START.match(line.text)]
    end = max([rule, *starts])
    return {id(x): "footnote" for x in foot[:end] if not RULE.fullmatch(x.text.strip())}


def _under_tables(lines: Sequence[Line], size: float) -> dict[int, str]:
    """Smaller print that begins with a raised sign, wherever it stands, to the end of its block."""
    found: dict[int, str] = {}
    inside = False
    for line in lines:
        if not _small(line, size):
            inside = False
        elif line.runs and line.runs[0].raised and line.runs[0].start == 0:
            inside = bool(_NOTE_START.match(line.text))
        elif line.gap >= 1.0:
            inside = False
        if inside:
            found[id(line)] = "footnote"
    return found


def _ruled(lines: Sequence[Line]) -> dict[int, str]:
    """Notes under a drawn line in print of one size: to the foot of a printed page, in a format
    without pages down to a gap that no note follows."""
    found: dict[int, str] = {}
    inside = False
    before: Line | None = None
    for line in lines:
        same_page = before is not None and before.page == line.page
        starts = bool(_RULED_NOTE.match(line.text))
        if before is not None and RULE.fullmatch(before.text.strip()):
            inside = same_page and starts
        elif inside and line.size:
            inside = same_page
        elif inside:
            inside = same_page and (starts or (line.gap == 0.0 and not TITLES.match(line.text)))
        if inside and not RULE.fullmatch(line.text.strip()):
            found[id(line)] = "footnote"
        before = line
    return found


def with_anchors(lines: Sequence[Line], notes: Iterable[Line]) -> list[Line]:
    """The lines of the text, the anchors of typewritten notes raised: those, and only those, whose
    number a note bears ("1/")."""
    known = {match[1] for note in notes if (match := _SLASHED.match(note.text.lstrip()))}
    return [_with_anchors(line, known) for line in lines] if known else list(lines)


def _with_anchors(line: Line, known: set[str]) -> Line:
    runs = [
        Run(match.start(), match.end(), raised=True)
        for match in _SLASHED_ANCHOR.finditer(line.text)
        if match[1] in known
    ]
    if not runs:
        return line
    return replace(line, runs=tuple(sorted((*line.runs, *runs), key=lambda run: run.start)))
