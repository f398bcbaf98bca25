"""The pieces of a page → blocks in the order of reading: whole lines, columns, cells of tables.

In: the pieces that run from left to right, and the rules. Out: `Block`s from top to bottom. A
table is read row by row, the lines of each cell together; columns one after the other. A page
without either is one block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tracker.read.pdf_bidi import runs_backwards
from tracker.read.pdf_columns import Rows, bands_of
from tracker.read.pdf_grid import Grid, grids_of
from tracker.read.pdf_pieces import Piece, Rule

TableKey = tuple[tuple[float, ...], int]
"""The vertical lines of a table (none if it is not drawn), and the number of its rows."""


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces that are read together. `column` counts columns beside one another from 0; `cell` is
    table (of the page), row and column."""

    pieces: list[Piece]
    column: int | None = None
    cell: tuple[int, int, int] | None = None


def blocks_of(
    pieces: Sequence[Piece], rules: Sequence[Rule], rows_of: Callable[[list[Piece]], Rows]
) -> tuple[list[Block], list[TableKey]]:
    """The blocks of a page, and its tables."""
    tables: list[TableKey] = []
    rest = list(pieces)
    drawn: list[tuple[float, Grid, dict[tuple[int, int], list[Piece]]]] = []
    for grid in grids_of(rules) if rules else ():
        cells, outside = _inside(grid, rest)
        if len({column for _, column in cells}) > 1:
            drawn.append((grid.ys[0], grid, cells))
            rest = outside
    blocks: list[Block] = []
    for top, grid, cells in drawn:
        above = [piece for piece in rest if _middle(piece)[1] < top]
        rest = [piece for piece in rest if _middle(piece)[1] >= top]
        blocks += _flow(above, rows_of, tables)
        blocks += _cells(grid, cells, len(tables))
        tables.append((grid.xs, grid.rows))
    blocks += _flow(rest, rows_of, tables)
    return blocks, tables


def _middle(piece: Piece) -> tuple[float, float]:
    """The place of a piece: the middle of its small letters."""
    return (piece.x0 + piece.x1) / 2, piece.base - 0.25 * piece.size


def _inside(
    grid: Grid, pieces: Sequence[Piece]
) -> tuple[dict[tuple[int, int], list[Piece]], list[Piece]]:
    """The pieces in each cell of a grid, and those outside it."""
    cells: dict[tuple[int, int], list[Piece]] = {}
    outside: list[Piece] = []
    for piece in pieces:
        cell = grid.cell(*_middle(piece))
        if cell is None:
            outside.append(piece)
        else:
            cells.setdefault(cell, []).append(piece)
    return cells, outside


def _cells(grid: Grid, cells: dict[tuple[int, int], list[Piece]], table: int) -> list[Block]:
    """The cells row by row; of a table in a right-to-left script from the right."""
    wide = len(grid.xs) - 1
    if runs_backwards(piece for pieces in cells.values() for piece in pieces):
        last: dict[tuple[int, int], int] = {}
        for n, cell in enumerate(grid.fields):
            last[cell] = max(last.get(cell, 0), n % wide)
        cells = {(row, wide - 1 - last[row, n]): p for (row, n), p in cells.items()}
    return [Block(cells[cell], cell=(table, *cell)) for cell in sorted(cells)]


def _flow(
    pieces: list[Piece], rows_of: Callable[[list[Piece]], Rows], tables: list[TableKey]
) -> list[Block]:
    """Blocks of what stands outside drawn tables."""
    blocks: list[Block] = []
    rows = 0
    bands = bands_of(pieces, rows_of) if pieces else []
    for n, band in enumerate(bands):
        cell = None
        if band.cell is not None:
            new = n == 0 or bands[n - 1].cell is None
            if new:
                tables.append(((), 0))
            rows = band.cell[0] + 1
            tables[-1] = ((), rows)
            cell = (len(tables) - 1, *band.cell)
        blocks.append(Block(band.pieces, band.column, cell))
    return blocks
