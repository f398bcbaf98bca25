"""In which column a cell of an HTML table stands.

In: the rows and cells of a table in their order, with their spans. Out: columns, from 0. A cell
that spans columns stands in the first of them; where a cell above spans rows, the cells of this row
stand beside it, as a browser shows them: else a column's words would be taken for another's.
"""

from __future__ import annotations

from bisect import bisect_right

from tracker.errors import ReadError

MOST_COLUMNS, MOST_ROWS = 1000, 65_534
"""That one cell may span; the HTML standard's limits."""

MOST_STEPS = 2_000_000
"""Cells above that cells stand beside, in all rows of a table; no printed table comes near."""


class Grid:
    """One table, filled row by row: `row` is the open row, `column` that of the open cell, -1 where
    none is open."""

    def __init__(self, name: str, number: int) -> None:
        self.number = number
        self.row = self.column = -1
        self._name = name
        self._next = 0
        self._starts: list[int] = []
        self._spans: list[tuple[int, int]] = []
        self._steps = 0

    def group(self) -> None:
        """A new group of rows: no cell spans into it."""
        self._starts, self._spans = [], []

    def new_row(self) -> None:
        """A new row."""
        self.row, self.column, self._next = self.row + 1, -1, 0

    def new_cell(self, columns: int, rows: int) -> None:
        """A new cell of the open row; `rows` 0 is to the end of the group.

        Raises:
            ReadError: more spanning cells than a table has.
        """
        while (above := self._above()) is not None:
            self._next = above
        self.column = self._next
        self._next += max(1, min(columns, MOST_COLUMNS))
        rows = min(rows, MOST_ROWS) or MOST_ROWS
        if rows > 1:
            place = bisect_right(self._starts, self.column)
            self._starts.insert(place, self.column)
            self._spans.insert(place, (self._next, self.row + rows))

    def _above(self) -> int | None:
        """Where the cell of a row above ends that reaches down to the next free column, if any."""
        place = bisect_right(self._starts, self._next) - 1
        if place < 0:
            return None
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise ReadError(
                f"{self._name}: table {self.number + 1} has more cells that span rows than can be "
                "read; if it is a text, save it again from a word processor"
            )
        end, until = self._spans[place]
        if until <= self.row:
            del self._starts[place], self._spans[place]
            return self._next
        return end if end > self._next else None
