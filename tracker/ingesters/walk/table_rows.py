"""Rows of tables that are printed side by side, without lines around them.

In: lines in the order in which they are printed, from top to bottom. Out: the same lines, those of
one row column by column; and whether a block stands beside another in one row.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.breaks import GAP
from tracker.read import Line


def by_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines, but in each row of a table first those of its first column, then of its second.

    A row begins after a gap with two lines beside each other, and ends at the next gap.
    """
    found: list[Line] = []
    at = 0
    while at < len(lines):
        end = _row_end(lines, at)
        if end == at:
            found.append(lines[at])
            at += 1
            continue
        border = lines[at + 1].left
        found += [line for line in lines[at:end] if line.right < border]
        found += [line for line in lines[at:end] if line.right >= border]
        at = end
    return found


def _row_end(lines: Sequence[Line], at: int) -> int:
    """Where the row that begins at a line ends; `at` itself if none begins there."""
    if at + 1 >= len(lines) or lines[at].gap < GAP or not _beside(lines[at], lines[at + 1]):
        return at
    end = at + 2
    while end < len(lines) and lines[end].page == lines[at].page and lines[end].gap < GAP:
        end += 1
    return end


def _beside(left: Line, right: Line) -> bool:
    """Whether a line is printed on the height of another, to the right of it."""
    return (
        left.page == right.page
        and right.left > left.right > 0.0
        and abs(left.top - right.top) < (left.bottom - left.top) / 2
    )


def same_row(before: Block, block: Block) -> bool:
    """Whether a block stands beside the one before, in the same row of a table."""
    a, b = before.first, block.first
    if a.cell is not None and b.cell is not None:
        return a.cell[:2] == b.cell[:2]
    return _beside(a, b)
