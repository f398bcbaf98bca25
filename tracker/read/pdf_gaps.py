"""The empty space above each line of a page, in lines.

In: the blocks of a page and the rows of each. Out: a number for each row: 0 for the next line of
running text, 1 for one blank line. The measure is the page's own usual step from line to line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tracker.read.pdf_layout import Block
from tracker.read.pdf_pieces import Piece

Row = list[Piece]


def gaps_of(blocks: Sequence[Block], laid: Sequence[Sequence[Row]]) -> list[list[float]]:
    """Empty space above each row, in lines of the row's size at the page's usual leading.

    The first row of a block of whole lines stands below the block before it; a cell and a further
    column begin without a gap.
    """
    usual = _leading(laid)
    gaps: list[list[float]] = []
    above: tuple[float, float] | None = None
    for block, rows in zip(blocks, laid, strict=True):
        inside = [0.0]
        if above is not None and rows and block.cell is None and not block.column:
            inside = [_gap(above, _stand(rows[0]), usual)]
        for last, row in pairwise(rows):
            inside.append(_gap(_stand(last), _stand(row), usual))
        gaps.append(inside)
        for row in rows:
            above = max(above or (-1e9, 1.0), _stand(row))
    return gaps


def _stand(row: Row) -> tuple[float, float]:
    """Baseline and letter size of a row."""
    flat = [piece for piece in row if not piece.raised] or row
    return min(p.base for p in flat), median(p.size for p in flat)


def _gap(above: tuple[float, float], row: tuple[float, float], usual: float) -> float:
    size = max(row[1], above[1])
    if size <= 0:  # a hostile or damaged matrix
        return 0.0
    step = (row[0] - above[0]) / (usual * size)
    return round(max(step - 1, 0.0), 2)


def _leading(laid: Sequence[Sequence[Row]]) -> float:
    """The usual step between lines of a page, in letter sizes."""
    steps: dict[float, list[float]] = {}
    for rows in laid:
        stands = [_stand(row) for row in rows]
        for (base, size), (below, small) in pairwise(stands):
            if size != small or small <= 0:
                continue
            step = (below - base) / small
            if step > 0.8:
                steps.setdefault(round(step, 1), []).append(step)
    if not steps:
        return 1.2
    # The narrowest that is no accident: on a page of one-line paragraphs most steps are the wider
    # ones between them. No text is set wider than two lines and a half.
    counts = [len(found) for found in steps.values()]
    enough = min(0.15 * sum(counts), max(counts))
    return min(median(steps[min(s for s in steps if len(steps[s]) >= enough)]), 2.5)
