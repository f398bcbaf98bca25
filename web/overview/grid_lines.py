"""The lines of the grid: what went from the article of one row to that of another.

In: crossings, and the rows in the order in which they are shown. Out: the pieces of line that each
cell draws, and the words at both ends. A line runs in the margin of the column in which its text
arrived; each cell draws its own piece, so that the line holds together at every width and height,
and beside any row that opens between its ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tracker.model import Relation
from tracker.store.records.grids import Crossing
from web.overview.grid_cells import Row
from web.translation import _, ngettext

Shape = Literal["pass", "leave-down", "leave-up", "from-edge", "edge-up", "come-down", "come-up"]

LANES = 6
"""So many lines run beside each other in a column; what is more is told in words alone."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line in one cell, in a lane from 1; `line` says of which."""

    lane: int
    shape: Shape
    relation: Relation
    whole: bool
    certain: bool
    line: int


@dataclass(frozen=True, slots=True)
class End:
    """The words at one end of a line: `id` is its own place in the page, `to` that of the other end
    (`""` if its row is not shown), `thread` the story of the other end."""

    id: str
    to: str
    thread: str
    words: str
    said: str
    line: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """By line of the table and column the pieces, by thread and column the ends, by column the
    number of lanes. `drawn` counts the lines, `told` those that are told in words alone."""

    pieces: Mapping[tuple[int, int], Sequence[Piece]]
    ends: Mapping[tuple[str, int], Sequence[End]]
    lanes: Mapping[int, int]
    drawn: int
    told: int


def lines(
    crossings: Sequence[Crossing],
    every: Sequence[Row],
    shown: Sequence[str],
    columns: Sequence[int],
) -> Lines:
    """The lines between the rows that are shown.

    Args:
        every: all rows, also those that are not shown.
        shown: what stands in each line of the table: a thread, or `""` for a heading.
        columns: the round of each column.
    """
    place = {thread: at for at, thread in enumerate(shown) if thread}
    rows = {row.id: row for row in every}
    at = {position: column for column, position in enumerate(columns)}
    pieces: dict[tuple[int, int], list[Piece]] = {}
    ends: dict[tuple[str, int], list[End]] = {}
    lanes: dict[int, list[list[tuple[int, int]]]] = {}
    drawn = told = 0
    for number, one in enumerate(_shortest_first(crossings, place)):
        column = at[one.new_position]
        for thread, end in _ends(one, number, rows, at, place):
            ends.setdefault((thread, column), []).append(end)
        span = _span(one, place)
        lane = _free(lanes.setdefault(column, []), span) if span else None
        if span is None or lane is None:
            told += one.old_thread in place or one.new_thread in place
            continue
        drawn += 1
        for line, shape in _shapes(span, edge=one.old_thread == one.new_thread):
            piece = Piece(lane, shape, one.relation, one.whole, one.certain, number)
            pieces.setdefault((line, column), []).append(piece)
    counts = {column: len(taken) for column, taken in lanes.items() if taken}
    # The shortest lines came first; they run nearest to the cells, so that few lines cross.
    nearest = {
        (line, column): [replace(one, lane=counts[column] + 1 - one.lane) for one in some]
        for (line, column), some in pieces.items()
    }
    return Lines(nearest, ends, counts, drawn, told)


def _span(one: Crossing, place: Mapping[str, int]) -> tuple[int, int] | None:
    """The lines of the table from which and to which it runs."""
    start = one.behind if one.old_thread == one.new_thread else one.old_thread
    if start not in place or one.new_thread not in place:
        return None
    return place[start], place[one.new_thread]


def _shortest_first(crossings: Sequence[Crossing], place: Mapping[str, int]) -> list[Crossing]:
    def length(one: Crossing) -> int:
        span = _span(one, place)
        return abs(span[0] - span[1]) if span else 0

    return sorted(crossings, key=length)


def _free(taken: list[list[tuple[int, int]]], span: tuple[int, int]) -> int | None:
    """The first lane that is free from end to end, from 1; None if all are taken."""
    first, last = min(span), max(span)
    for lane, spans in enumerate(taken, 1):
        if all(last < start or first > end for start, end in spans):
            spans.append((first, last))
            return lane
    if len(taken) == LANES:
        return None
    taken.append([(first, last)])
    return len(taken)


def _shapes(span: tuple[int, int], *, edge: bool) -> list[tuple[int, Shape]]:
    start, end = span
    between: list[tuple[int, Shape]] = [(line, "pass") for line in range(min(span) + 1, max(span))]
    if start < end:
        return [(start, "from-edge" if edge else "leave-down"), *between, (end, "come-down")]
    return [(start, "edge-up" if edge else "leave-up"), *between, (end, "come-up")]


def _ends(
    one: Crossing,
    number: int,
    rows: Mapping[str, Row],
    at: Mapping[int, int],
    place: Mapping[str, int],
) -> list[tuple[str, End]]:
    old = _number(rows[one.old_thread], at[one.old_position])
    new = _number(rows[one.new_thread], at[one.new_position])
    names = (f"x-{number}-from", f"x-{number}-to")
    if one.old_thread == one.new_thread:
        return [(one.new_thread, _moved(one, number, rows, at, place))]
    there = rows[one.old_thread].columns[at[one.new_position]].cells
    stays = any(cell.held is None for cell in there)
    if one.whole:
        out, came = _whole_words(one.relation, old, new, stays)
    else:
        out, came = _parts_words(one, old, new)
    where = _("between rounds %(old)s and %(new)s", old=one.old_position, new=one.new_position)
    return [
        (one.old_thread, End(
            names[0], names[1] if one.new_thread in place else "", one.new_thread,
            out, where, number, one.certain,
        )),
        (one.new_thread, End(
            names[1], names[0] if one.old_thread in place else "", one.old_thread,
            came, where, number, one.certain,
        )),
    ]  # fmt: skip


def _moved(
    one: Crossing,
    number: int,
    rows: Mapping[str, Row],
    at: Mapping[int, int],
    place: Mapping[str, int],
) -> End:
    was = _stood(rows, one.behind, at[one.old_position])
    now = _stood(rows, one.now_behind, at[one.new_position])
    if one.chapters:
        words = _("moved from %(old)s to %(new)s", old=one.chapters[0], new=one.chapters[1])
    elif was == now:
        words = _("moved")
    elif was and now:
        words = _("moved: behind %(now)s, before that behind %(was)s", was=was, now=now)
    elif was:
        words = _("moved: first now, before that behind %(was)s", was=was)
    else:
        words = _("moved: behind %(now)s, before that first", now=now)
    said = _("between rounds %(old)s and %(new)s", old=one.old_position, new=one.new_position)
    to = f"r-{one.behind}" if one.behind in place else ""
    thread = one.behind or one.new_thread
    return End(f"x-{number}-to", to, thread, words, said, number, one.certain)


def _stood(rows: Mapping[str, Row], behind: str, column: int) -> str:
    """What the article before it was called in a round, `""` if there was none."""
    return _number(rows[behind], column) if behind in rows else ""


def _whole_words(relation: Relation, old: str, new: str, stays: bool) -> tuple[str, str]:
    """`stays`: the article that it comes from is an article of its own all the same."""
    if stays and relation in ("merged", "demoted"):
        return _("part went to %(what)s", what=new), _(
            "has a part of the former %(what)s", what=old
        )
    if relation == "split":
        return _("part went to %(what)s", what=new), _("split from the former %(what)s", what=old)
    if relation == "merged":
        return _("went into %(what)s", what=new), _("took in the former %(what)s", what=old)
    if relation == "demoted":
        return _("now part of %(what)s", what=new), _("holds the former %(what)s", what=old)
    if relation == "promoted":
        return _("part became %(what)s", what=new), _("was part of the former %(what)s", what=old)
    return _("words went to %(what)s", what=new), _("words from the former %(what)s", what=old)


def _parts_words(one: Crossing, old: str, new: str) -> tuple[str, str]:
    return (
        ngettext("%(num)d part to %(what)s", "%(num)d parts to %(what)s", one.parts, what=new),
        ngettext(
            "%(num)d part from the former %(what)s",
            "%(num)d parts from the former %(what)s",
            one.parts,
            what=old,
        ),
    )


def _number(row: Row, column: int) -> str:
    """What a row's article was called in a round, else its label."""
    some = row.columns[column].cells
    return (some[0].cell.number if some and some[0].held is None else "") or row.label
