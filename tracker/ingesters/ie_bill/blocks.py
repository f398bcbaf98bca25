"""The blocks of a bill: paragraphs as the eye sees them, rows of tables, headings.

In: the lines of a reading. Out: `Block`s with the anchors of footnotes lifted out. Formats with
paragraphs give a block for each; in others a block begins at a gap, at a number, and where the type
changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.ingesters.walk.weave import Woven, joined, of_line, seams
from tracker.read import Line

GAP = 0.45
"""Empty space, in lines, that separates blocks of printed lines."""

NUMBER = re.compile(
    r"(?P<section>\d{1,4}[A-Z]{0,3}\.)[\u2013\u2014]?(?=[\s(]|$)"
    r"|\((?P<inner>\d{1,3}[A-Z]{0,3}|[a-z]{1,5}|[A-Z]{1,5})\)(?=[\s\W]|$)"
)
"""What opens a section (`12.`, `12.—`), or a unit in it: `(1)`, `(a)`, `(i)`, `(I)`."""

_ANCHOR = re.compile(r"\d{1,3}|[*\u2020\u2021]{1,3}|[a-z]")


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its text, the anchors of footnotes with their places, and how its first line
    looks."""

    text: Woven
    notes: tuple[tuple[int, Woven], ...]
    first: Line

    @property
    def style(self) -> str:
        """The format's name for the paragraph, in small letters."""
        return self.first.style.casefold()

    @property
    def look(self) -> tuple[str, bool, float]:
        """What tells one kind of paragraph from another in one document."""
        return (self.style, self.first.bold, self.first.left)

    @property
    def emphatic(self) -> bool:
        """Whether it is set like a heading."""
        return self.first.bold or self.first.italic or self.first.centred


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a text."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_block(group) for group in groups]


def _goes_on(group: Sequence[Line], line: Line) -> bool:
    last = group[-1]
    if line.glued:
        return True
    if line.cell is not None and last.cell is not None:
        return line.cell[:2] == last.cell[:2]
    if line.block or last.block or line.region != last.region:
        return False
    if line.gap >= GAP or line.bold != last.bold or line.centred != last.centred:
        return False
    return NUMBER.match(line.text) is None


def _block(group: Sequence[Line]) -> Block:
    parts: list[Woven] = []
    notes: list[tuple[int, Woven]] = []
    length = 0
    for order, line in enumerate(group):
        start, touches = 0, order > 0 and _touches(group[order - 1], line)
        seam = seams(line)
        for run in line.runs:
            printed = line.text[run.start : run.end].strip()
            if run.raised and run.start > 0 and _ANCHOR.fullmatch(printed):
                length = _add(parts, of_line(line, start, run.start, seam), length, touches)
                notes.append((length, of_line(line, run.start, run.end, seam)))
                start, touches = run.end, not line.text[run.end : run.end + 1].isspace()
        length = _add(parts, of_line(line, start, None, seam), length, touches)
    return Block(joined(parts, ""), tuple(notes), group[0])


def _touches(last: Line, line: Line) -> bool:
    """Whether a line goes on in the middle of a word, where something else was taken out."""
    return line.glued and not last.text[-1:].isspace() and not line.text[:1].isspace()


def _add(parts: list[Woven], part: Woven, length: int, touches: bool) -> int:
    if not part:
        return length
    if parts and not touches:
        parts.append(Woven(" "))
        length += 1
    parts.append(part)
    return length + len(part.text)
