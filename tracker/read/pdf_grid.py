"""Drawn lines → the cells of tables.

In: a page's rules. Out: `Grid`s, each the columns and rows between rules that touch one another,
and which cell a place on the page lies in. A cell that spans several columns or rows is one: where
no rule parts two fields of the grid, they are the same cell, named for its first field.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.read.pdf_pieces import Rule

NEAR = 2.0
"""Points: rules no farther apart are the same line of the grid, or touch."""
NARROWEST = 8.0
"""Points between two lines of a grid: less is a double rule."""
MOST_LINES = 400
"""Of a grid in one direction; more are a drawing."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its vertical lines `xs`, its level lines `ys`, and for each field (row by row) the
    row and column of the cell that it belongs to."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    fields: tuple[tuple[int, int], ...]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return len(self.ys) - 1

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column at a place on the page; None outside."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self.ys, y), len(self.ys) - 1) - 1
        return self.fields[row * (len(self.xs) - 1) + column]


def same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two tables have the same vertical lines, as the parts of one on two pages have."""
    return len(one) == len(other) and all(
        abs(a - b) <= NEAR for a, b in zip(one, other, strict=True)
    )


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that the rules of a page draw, top to bottom; a frame of one cell is none."""
    grids = []
    for group in _groups([rule for rule in rules if _long(rule)]):
        grid = _grid(group)
        if grid is not None:
            grids.append(grid)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _long(rule: Rule) -> bool:
    return max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= NARROWEST


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Level and upright rules that touch, in groups; a sweep from left to right."""
    parent = list(range(len(rules)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    upright = sorted((r.x0, n) for n, r in enumerate(rules) if not r.level)
    places = [x for x, _ in upright]
    for n, rule in enumerate(rules):
        if not rule.level:
            continue
        first = bisect_right(places, rule.x0 - NEAR)
        for _, m in upright[first : bisect_right(places, rule.x1 + NEAR)]:
            if rules[m].y0 - NEAR <= rule.y0 <= rules[m].y1 + NEAR:
                parent[root(m)] = root(n)
    groups: dict[int, list[Rule]] = {}
    for n, rule in enumerate(rules):
        groups.setdefault(root(n), []).append(rule)
    return [group for group in groups.values() if len(group) > 3]


def _grid(group: Iterable[Rule]) -> Grid | None:
    level = [rule for rule in group if rule.level]
    upright = [rule for rule in group if not rule.level]
    xs, ys = _lines(rule.x0 for rule in upright), _lines(rule.y0 for rule in level)
    if len(xs) < 2 or len(ys) < 2 or (len(xs) < 3 and len(ys) < 3):
        return None
    if max(len(xs), len(ys)) > MOST_LINES:
        return None
    wide, high = len(xs) - 1, len(ys) - 1
    parent = list(range(wide * high))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    walls = _Walls(xs, ys, level, upright)
    for row in range(high):
        for column in range(wide):
            here = root(row * wide + column)
            if column and not walls.left(row, column):
                parent[here] = here = root(row * wide + column - 1)
            if row and not walls.above(row, column):
                above = root((row - 1) * wide + column)
                parent[max(here, above)] = min(here, above)
    fields = tuple(divmod(root(n), wide) for n in range(wide * high))
    return Grid(tuple(xs), tuple(ys), fields) if len(set(fields)) > 1 else None


def _lines(places: Iterable[float]) -> list[float]:
    """Places of rules, those of a double rule as one."""
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > NARROWEST:
            out.append(place)
    return out


class _Walls:
    """Which sides of the fields of a grid are drawn."""

    def __init__(
        self, xs: Sequence[float], ys: Sequence[float], level: list[Rule], upright: list[Rule]
    ) -> None:
        self.drawn_left: set[tuple[int, int]] = set()
        self.drawn_above: set[tuple[int, int]] = set()
        middles = [(a + b) / 2 for a, b in pairwise(xs)]
        centres = [(a + b) / 2 for a, b in pairwise(ys)]
        for rule in upright:
            column = _nearest(xs, rule.x0)
            for row in range(bisect_right(centres, rule.y0), bisect_right(centres, rule.y1)):
                self.drawn_left.add((row, column))
        for rule in level:
            row = _nearest(ys, rule.y0)
            for column in range(bisect_right(middles, rule.x0), bisect_right(middles, rule.x1)):
                self.drawn_above.add((row, column))

    def left(self, row: int, column: int) -> bool:
        """Whether a rule parts a field from the one left of it."""
        return (row, column) in self.drawn_left

    def above(self, row: int, column: int) -> bool:
        """Whether a rule parts a field from the one above it."""
        return (row, column) in self.drawn_above


def _nearest(places: Sequence[float], place: float) -> int:
    return min(range(len(places)), key=lambda n: abs(places[n] - place))
