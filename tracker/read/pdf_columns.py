"""Columns of prose, and tables whose cells are aligned without any drawn line.

In: the pieces of a stretch of a page. Out: bands from top to bottom, each read as a whole, as
columns one after another, or as cells. A gutter is a strip that no piece crosses for several lines.
Hanging numbers, tabs and figures at the right margin leave such strips too: so both sides of a
gutter between columns must be filled with lines of prose; and a table is only believed when it has
three columns or more, cells of several lines in at least two of them, and rows that begin together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tracker.read.pdf_pieces import Piece

FEWEST_LINES = 5
"""Of prose on each side of a gutter."""
NARROWEST_GUTTER = 0.7
"""In letter sizes; blanks that stand below one another by chance are narrower."""
NARROWEST_STRIP = 0.3
"""The same between cells that have no lines: LibreOffice leaves 5 points."""
NARROWEST_COLUMN = 9.0
"""In letter sizes; what is narrower is a label, a figure or a note in the margin."""
FILLED = 0.6
"""The share of a column's width that its lines fill at the median: prose, not entries."""
EVEN = 0.6
"""Of the lines and the width of one column, what the other must have: the columns of a page are
alike; a list of symbols and what they stand for is not."""
NEW_ROW = 1.35
"""A step wider than this many usual steps begins a row of a table."""
MOST_DEEP = 3
"""Columns are split again at most this often: eight columns are a newspaper."""
MOST_SPLITS = 40
"""Stretches in columns, one below the other, on a page at most."""
MOST_PLACES = 500
"""Letter sizes across a page at most."""
MOST_GUTTERS = 50
"""Between the columns of a table at most."""

Rows = list[list[Piece]]
Strip = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch that is read as a whole: its pieces; `column` says that it is one of several
    columns, the first of which is 0; `cell` is its row and column in a table."""

    pieces: list[Piece]
    column: int | None = None
    cell: tuple[int, int] | None = None


def bands_of(pieces: list[Piece], rows_of: Callable[[list[Piece]], Rows]) -> list[Band]:
    """The bands of a stretch in the order of reading; `rows_of` puts pieces on lines."""
    rows = rows_of(pieces)
    if len(rows) < 3:
        return [Band(pieces)]
    bands: list[Band] = []
    done = 0
    for first, last, gutters in _tables(rows):
        bands += _columns(rows[done:first], rows_of, 0)
        bands += _cells(rows[first:last], gutters)
        done = last
    return bands + _columns(rows[done:], rows_of, 0)


def _columns(rows: Rows, rows_of: Callable[[list[Piece]], Rows], depth: int) -> list[Band]:
    """Bands of whole lines and of columns."""
    bands: list[Band] = []
    splits = 0
    todo: list[tuple[Rows, list[Band]]] = [(rows, [])]
    while todo:
        part, ready = todo.pop()
        bands += ready
        if not part:
            continue
        look = depth < MOST_DEEP and splits < MOST_SPLITS and len(part) >= FEWEST_LINES
        found = _gutter(part) if look else None
        if found is None:
            bands.append(Band([piece for row in part for piece in row]))
            continue
        splits += 1
        first, last, middle = found
        sides: list[Band] = []
        for left in (True, False):
            side = [p for row in part[first:last] for p in row if (p.x1 <= middle) == left]
            sides += _columns(rows_of(side), rows_of, depth + 1)
        numbered = [Band(band.pieces, n) for n, band in enumerate(sides)]
        todo += [(part[last:], []), ([], numbered), (part[:first], [])]
    return bands


def _gutter(rows: Rows) -> tuple[int, int, float] | None:
    """The widest stretch of rows, first and last, that a gutter parts into prose, and its middle.

    Tried are the middles of all holes that recur."""
    size = median(piece.size for row in rows for piece in row)
    counts: dict[int, list[float]] = {}
    # Two rows at a time: the lines of two columns need not stand on the same baselines.
    for row, below in pairwise([*rows, []]):
        for left, right in _holes([*row, *below], NARROWEST_GUTTER * size):
            low, high = int(left // size) + 1, int(right // size) + 1
            for place in range(low, min(high, low + MOST_PLACES)):
                counts.setdefault(place, []).append(place * size)
            counts.setdefault(int((left + right) / 2 // size), []).append((left + right) / 2)
    best: tuple[int, int, float] | None = None
    likely = sorted(counts.values(), key=len, reverse=True)[:8]
    for places in likely:
        if len(places) < FEWEST_LINES - 1 and len(rows) > 2 * FEWEST_LINES:
            continue
        middle = median(places)
        for first, last in _stretches(rows, middle, NARROWEST_GUTTER * size):
            wider = best is None or last - first > best[1] - best[0]
            if wider and _is_prose(rows[first:last], middle, size):
                best = (first, last, middle)
    return best


def _holes(row: Sequence[Piece], least: float) -> list[Strip]:
    """The holes between the pieces of a row."""
    holes: list[Strip] = []
    reach: float | None = None
    for piece in sorted(row, key=lambda p: p.x0):
        if reach is not None and piece.x0 - reach >= least:
            holes.append((reach, piece.x0))
        reach = piece.x1 if reach is None else max(reach, piece.x1)
    return holes


def _stretches(rows: Rows, middle: float, least: float) -> list[tuple[int, int]]:
    """Runs of rows in which no piece stands within half a gutter of its middle."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for n, row in enumerate([*rows, None]):
        free = row is not None and all(
            p.x1 <= middle - least / 2 or p.x0 >= middle + least / 2 for p in row
        )
        if free and start is None:
            start = n
        if not free and start is not None:
            runs.append((start, n))
            start = None
    return [(a, b) for a, b in runs if b - a >= FEWEST_LINES]


def _is_prose(rows: Rows, middle: float, size: float) -> bool:
    """Whether both sides are filled with lines, as many on the one as on the other, of columns of
    one width; the wider side may be several columns itself."""
    sides = [
        [[p for p in row if (p.x1 <= middle) == left] for row in rows] for left in (True, False)
    ]
    counts, widths = [], []
    for side in sides:
        lines = [(min(p.x0 for p in row), max(p.x1 for p in row)) for row in side if row]
        if len(lines) < FEWEST_LINES:
            return False
        wide = max(b for _, b in lines) - min(a for a, _ in lines)
        if wide < NARROWEST_COLUMN * size or median(b - a for a, b in lines) < FILLED * wide:
            return False
        counts.append(len(lines))
        widths.append(wide)
    if min(counts) < EVEN * max(counts):
        return False
    if min(widths) >= EVEN * max(widths):
        return True
    wider = [row for row in sides[widths.index(max(widths))] if row]
    return min(widths) < 0.55 * max(widths) and _gutter(wider) is not None


def _tables(rows: Rows) -> Iterator[tuple[int, int, list[float]]]:
    """The stretches of rows that are tables without drawn lines, and their gutters' middles."""
    size = median(piece.size for row in rows for piece in row)
    first = 0
    while first < len(rows):
        gutters = _holes(rows[first], size)
        if not 2 <= len(gutters) <= MOST_GUTTERS:
            first += 1
            continue
        last, kept = first + 1, gutters
        while last < len(rows):
            narrowed = _narrowed(kept, rows[last], size)
            if len(narrowed) < 2:
                break
            last, kept = last + 1, narrowed
        middles = [(a + b) / 2 for a, b in kept]
        if last - first >= 4 and _is_table(rows[first:last], middles):
            yield first, last, middles
        first = last


def _narrowed(gutters: Sequence[Strip], row: Sequence[Piece], size: float) -> list[Strip]:
    """What a row leaves free of the gutters; those too narrow then are gone."""
    free: list[Strip] = []
    for left, right in gutters:
        for piece in row:
            if piece.x0 < right and piece.x1 > left:
                if piece.x0 - left >= right - piece.x1:
                    right = min(right, piece.x0)
                else:
                    left = max(left, piece.x1)
        if right - left >= NARROWEST_STRIP * size:
            free.append((left, right))
    return free


def _starts(rows: Rows, middles: Sequence[float]) -> list[int]:
    """The rows that begin a row of the table: after a wider step, in two columns or more."""
    bases = [min(piece.base for piece in row) for row in rows]
    steps = [below - base for base, below in pairwise(bases)]
    usual = min((step for step in steps if step > 0), default=0.0)
    return [
        0,
        *(
            n
            for n, step in enumerate(steps, start=1)
            if step > NEW_ROW * usual and len({_place(piece, middles) for piece in rows[n]}) > 1
        ),
    ]


def _is_table(rows: Rows, middles: Sequence[float]) -> bool:
    """Whether rows begin together, with cells of several lines in two columns or more."""
    starts = _starts(rows, middles)
    if len(starts) < 3:
        return False
    together = 0
    deep: dict[int, int] = {}
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        columns = {_place(piece, middles) for piece in rows[start]}
        together += len(columns) > 2
        lines = Counter(n for row in rows[start:end] for n in {_place(p, middles) for p in row})
        for column in columns:
            deep[column] = max(deep.get(column, 0), lines[column])
    return together >= 0.6 * len(starts) and sum(n > 1 for n in deep.values()) > 1


def _place(piece: Piece, middles: Sequence[float]) -> int:
    """The column of a piece."""
    return bisect_left(middles, (piece.x0 + piece.x1) / 2)


def _cells(rows: Rows, middles: Sequence[float]) -> list[Band]:
    """The cells of a table without drawn lines, row by row."""
    starts = _starts(rows, middles)
    bands: list[Band] = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(rows)], strict=True)):
        cells: dict[int, list[Piece]] = {}
        for row in rows[start:end]:
            for piece in row:
                cells.setdefault(_place(piece, middles), []).append(piece)
        bands += [Band(cells[n], cell=(number, n)) for n in sorted(cells)]
    return bands
