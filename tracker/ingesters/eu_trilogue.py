"""The four-column table of an EU trilogue: the same act in the words of each institution.

In: a reading whose lines stand in cells of a table, with a column each for the Commission, the
Parliament, the Council and what they agreed on. Out: the draft in one of the columns
(`About.layer`, a column's title as printed); what the other columns say is furniture of the kind
`other-layer`, the numbers of the rows `row-number`. Read by the rules of EU acts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.errors import StructureError
from tracker.ingesters.base import About
from tracker.ingesters.eu_regulation import GRAMMAR as EU
from tracker.ingesters.walk import articles
from tracker.ingesters.walk.furniture import as_furniture
from tracker.model import Draft, Furniture
from tracker.read import Line, Reading

_COLUMN = re.compile(
    r"(?P<commission>commission\b|com\(\d{4}\))"
    r"|(?P<parliament>(?:european\s)?parliament\b|ep\b)"
    r"|(?P<council>council\b)"
    r"|(?P<agreement>(?:draft|provisional|final|possible)\s(?:agreement|compromise)|compromise\b"
    r"|agreement\b|comments\b)",
    re.IGNORECASE,
)
_ROW_NUMBER = re.compile(r"(?:[GRYB]\s)?\d{1,4}(?:[a-z]{1,3}|\.\d{1,3})?\.?(?:\s[GRYB])?")
"""A row's number, perhaps with the letter of its traffic light."""

_ORIGIN = re.compile(r"Text\sOrigin\s?:.*", re.IGNORECASE | re.DOTALL)
"""What the institutions' own tool writes under agreed words."""

TITLE_WORDS = 8
"""Words; a longer cell that begins with an institution is a sentence."""

FEWEST = 3
"""Columns with an institution's name that make such a table."""

GRAMMAR = replace(EU, name="eu-trilogue")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its place and its title as printed."""

    place: int
    title: str


class EuTrilogue:
    """The convention of four-column tables."""

    name = "eu-trilogue"

    def score(self, reading: Reading) -> float:
        """A table whose head names the institutions: nothing else looks like it."""
        return 0.9 if _columns(reading) else 0.0

    def layers(self, reading: Reading) -> tuple[str, ...]:
        """The titles of the columns, in the order of time, which is theirs from left to right."""
        columns = _columns(reading) or _first_row(reading)
        return tuple(column.title for column in columns)

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft in one column: the named one, else the last that holds an article.

        Raises:
            StructureError: no such table, no such column, or no article in it.
        """
        columns = _columns(reading) or _first_row(reading)
        titles = ", ".join(repr(column.title) for column in columns)
        if not columns:
            raise StructureError(
                f"{reading.name}: no table with columns for the Commission, Parliament and the "
                f"Council, and none of {FEWEST} columns or more; name another convention with "
                "--convention"
            )
        wanted = [c for c in columns if c.title.casefold() == about.layer.casefold()]
        if about.layer and not wanted:
            raise StructureError(
                f"{reading.name}: no column {about.layer!r}; the columns are {titles}"
            )
        column = wanted[0] if wanted else _fullest(reading, columns)
        kept, others = _part(reading.lines, column, columns)
        if not kept:
            raise StructureError(
                f"{reading.name}: the column {column.title!r} is empty; name another with --layer "
                f"({titles})"
            )
        draft = articles.ingest(replace(reading, lines=kept), about, GRAMMAR)
        furniture = sorted(
            (*draft.furniture, *others), key=lambda f: (f.page, f.start, f.end, f.kind)
        )
        return replace(draft, furniture=tuple(furniture), layer=column.title)


def _columns(reading: Reading) -> tuple[Column, ...]:
    """The columns named by the first row that names at least three institutions."""
    return next((head for cells in _rows(reading.lines).values() if (head := _head(cells))), ())


def _first_row(reading: Reading) -> tuple[Column, ...]:
    """The columns of the longest table by its first row, for whoever says that it is one of this
    kind: parliaments elsewhere name their houses otherwise."""
    tables = Counter(line.cell[0] for line in reading.lines if line.cell is not None)
    if not tables:
        return ()
    longest = min(tables, key=lambda table: (-tables[table], table))
    cells = next(row for (table, _), row in _rows(reading.lines).items() if table == longest)
    titles = {place: " ".join(" ".join(lines).split()) for place, lines in sorted(cells.items())}
    named = [Column(place, title) for place, title in titles.items() if len(title) > 3]
    return tuple(named) if len(named) >= FEWEST else ()


def _rows(lines: Sequence[Line]) -> dict[tuple[int, int], dict[int, list[str]]]:
    """The words in each cell: table and row, then column."""
    rows: dict[tuple[int, int], dict[int, list[str]]] = {}
    for line in lines:
        if line.cell is not None:
            table, row, place = line.cell
            rows.setdefault((table, row), {}).setdefault(place, []).append(line.text)
    return rows


def _head(cells: dict[int, list[str]]) -> tuple[Column, ...]:
    """The columns that a row names, if it is the head of such a table."""
    found: dict[str, Column] = {}
    for place, lines in sorted(cells.items()):
        title = " ".join(" ".join(lines).split())
        match = _COLUMN.match(title)
        if match and match.lastgroup and len(title.split()) <= TITLE_WORDS:
            found.setdefault(match.lastgroup, Column(place, title))
    return tuple(found.values()) if len(found) >= FEWEST else ()


def _fullest(reading: Reading, columns: Sequence[Column]) -> Column:
    """The last column with as much text as a draft has: at least half of the fullest."""
    sizes = Counter[int]()
    for line in reading.lines:
        if line.cell is not None:
            sizes[line.cell[2]] += len(line.text)
    most = max(sizes[column.place] for column in columns)
    return next(c for c in reversed(columns) if sizes[c.place] >= most / 2)


def _part(
    lines: Sequence[Line], column: Column, columns: Sequence[Column]
) -> tuple[tuple[Line, ...], list[Furniture]]:
    """The lines of one column, and everything else under its name."""
    titles = {" ".join(c.title.split()) for c in columns}
    heads = {
        row
        for row, cells in _rows(lines).items()
        if _head(cells) or {" ".join(" ".join(c).split()) for c in cells.values()} >= titles
    }
    places = {c.place for c in columns}
    kept: list[Line] = []
    others: list[Furniture] = []
    for line in lines:
        kind = _kind(line, column, places, heads)
        if kind:
            others.append(as_furniture(line, kind))
            continue
        # What a cell holds goes on from line to line, never from row to row.
        first = not kept or kept[-1].cell != line.cell
        kept.append(replace(line, region="", gap=max(line.gap, 1.0) if first else line.gap))
    return tuple(kept), others


def _kind(line: Line, column: Column, places: set[int], heads: set[tuple[int, int]]) -> str:
    """What a line is besides the words of the column; `""` for these."""
    if line.region in ("footnote", "comment"):
        return line.region
    if line.cell is None:
        return "running-head" if line.region in ("header", "footer") else "cover"
    if line.cell[:2] in heads:
        return "column-title"
    if line.cell[2] == column.place:
        return "origin" if _ORIGIN.fullmatch(line.text) else ""
    if line.cell[2] not in places and _ROW_NUMBER.fullmatch(line.text):
        return "row-number"
    return "other-layer"
