"""Which institution's words each cell of a trilogue's tables holds.

In: lines that stand in cells. Out: a `Layout`: the layers that the heads of the tables name, and
for each line the layer that it belongs to, or what else it is. A head rules the rows below it in
its own table. A table without a head goes on with the one before only where nothing stands between
them and its rows count on; nobody else's words are taken for an institution's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from tracker.read import Line

OFFICES = {
    "commission": re.compile(r"\b(?:commission|comisi[oó]n)\b|com\s?\(\d{4}\)", re.IGNORECASE),
    "parliament": re.compile(r"\b(?:parliament|parlement|parlamento|ep|pe)\b", re.IGNORECASE),
    "council": re.compile(r"\b(?:council|conseil|consejo)\b", re.IGNORECASE),
}
_AGREED = re.compile(
    r"\b(?:agreement|compromise|accord|compromis|acuerdo|compromiso|transacci[oó]n)\b",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"\b(?:comments?|remarks?|commentaires?|observations?|comentarios?|observaciones)\b",
    re.IGNORECASE,
)
COMMENTS = "comments"
"""A column that speaks about the text: it may be asked for, and is never taken for the text."""

_SENTENCE = re.compile(
    r"[.,;!?]$|\b(?:shall|may|must|should|will|can|is|are|was|has|have"
    r"|doit|doivent|peut|peuvent|est|sont|ont"
    r"|deber[aá]n?|podr[aá]n?|es|son|han)\b",
    re.IGNORECASE,
)
"""What the title of a column has not, and a sentence about an institution has."""

ROW_NUMBER = re.compile(r"(?:[GRYB]\s)?(\d{1,4})(?:[a-z]{1,3}|\.\d{1,3})?\.?(?:\s[GRYB])?")
"""A row's number, perhaps with the letter of its traffic light."""

TITLE_WORDS = 10
"""Words; a longer cell that names an institution is a sentence."""

LABEL_WORDS = 4
"""Words of what stands for a row's number beside its text, at most: "Recital 5"."""

FEWEST = 3
"""Institutions that make such a table."""

COLUMN_TITLE, ROW, OTHER, UNPLACED = "column-title", "row-number", "other-layer", "unplaced"
BEFORE, BESIDE, COMMON = "before", "beside", "common"
"""Besides kinds of furniture: above the first head, outside the rows that a head rules, and what
one cell says for a whole row."""

APART = frozenset({"header", "footer", "footnote", "comment"})
"""Regions whose lines are no words of a cell, though a table stands in them or they in a cell."""

Cell = tuple[int, int, int]
Rows = dict[int, dict[int, str]]
"""Row and column, in their order → the words of the cell, white space made single spaces."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column under one head: its place, its title as printed, whose it is (`""`: not known)."""

    place: int
    title: str
    office: str = ""


Head = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """What rules a row: the layer of each place, the places with any title, those of the table,
    where its rows are numbered and how far they count."""

    layers: Mapping[int, str]
    titled: frozenset[int]
    widest: int
    numbers: int | None
    last: int


class Layout:
    """The layers of all tables: `layers` in the order in which they are named, and `of` a cell."""

    def __init__(
        self, lines: Sequence[Line], *, any_houses: bool = False, cut_off: Collection[int] = ()
    ) -> None:
        """`any_houses`: where no head names the institutions, the first row of the longest table
        is one: somebody said that it is such a table, and parliaments differ. `cut_off`: tables
        above which stands what is of no institution; they go on with nothing."""
        lines = [line for line in lines if line.region not in APART]
        self._rows = _rows(lines)
        self._heads = _heads(self._rows)
        if not self._heads and any_houses:
            self._heads = _first_row(self._rows)
        self.layers: list[Column] = []
        self._rules: dict[tuple[int, int], _Rule | str] = {}
        self._inside = _nested(lines)
        last: _Rule | None = None
        for table in dict.fromkeys(line.cell[0] for line in lines if line.cell):
            if table in cut_off:
                last = None
            last = self._rule(table, last) or last

    def of(self, cell: Cell) -> tuple[str, str]:
        """The layer of a cell, and the kind of what is in none: one of both is `""`."""
        while cell[:2] not in self._rules:  # a table in a cell of another
            outer = self._inside[cell[0]]
            if outer is None:
                return "", UNPLACED
            cell = outer
        table, row, place = cell
        rule = self._rules[table, row]
        if isinstance(rule, str):
            return "", rule
        words = self._rows[table][row][place]
        if place in rule.layers:
            return rule.layers[place], ""
        if ROW_NUMBER.fullmatch(words):
            return "", ROW
        first = place < min(rule.layers)
        if first and len(self._rows[table][row]) == 1 and place not in rule.titled - {rule.numbers}:
            return "", COMMON
        if place in rule.titled:
            return "", OTHER
        return "", ROW if first and len(words.split()) <= LABEL_WORDS else UNPLACED

    def _rule(self, table: int, last: _Rule | None) -> _Rule | None:
        """Rule the rows of a table; what rules its last row, if anything does."""
        rows = self._rows[table]
        heads = {row: self._heads[table, row] for row in rows if (table, row) in self._heads}
        if not heads:
            if table in self._inside:
                return None
            rule: _Rule | str = UNPLACED if self.layers else BEFORE
            if last is not None and _goes_on(last, rows):
                rule = _after(last, rows)
            self._rules.update({(table, row): rule for row in rows})
            return rule if isinstance(rule, _Rule) else None
        now: _Rule | str = BESIDE if self.layers else BEFORE
        widest = max(chain.from_iterable(rows.values()))
        ends = dict(pairwise((*heads, max(rows) + 1)))
        for row, cells in rows.items():
            if row in heads:
                below = {n: rows[n] for n in range(row + 1, ends[row]) if n in rows}
                now = _ruled(cells, self._named(heads[row]), below, widest)
            self._rules[table, row] = COLUMN_TITLE if row in heads else now
        return now if isinstance(now, _Rule) else None

    def _named(self, head: Head) -> dict[int, str]:
        """The layer of each column of a head: that of its title, else the only one of its office;
        a column that is neither is a layer of its own."""
        titles = {layer.title.casefold(): layer.title for layer in self.layers}
        offices = Counter(column.office for column in head)
        known = Counter(layer.office for layer in self.layers)
        found: dict[int, str] = {}
        for column in head:
            title = titles.get(column.title.casefold(), "")
            if not title and column.office and offices[column.office] == 1:
                same = [one.title for one in self.layers if one.office == column.office]
                title = same[0] if known[column.office] == 1 else ""
            if not title or title in found.values():
                title = _fresh(column.title, {layer.title for layer in self.layers})
                self.layers.append(Column(column.place, title, column.office))
            found[column.place] = title
        return found


def _rows(lines: Sequence[Line]) -> dict[int, Rows]:
    parts: dict[Cell, list[str]] = {}
    for line in lines:
        if line.cell is not None:
            parts.setdefault(line.cell, []).append(line.text)
    found: dict[int, Rows] = {}
    for (table, row, place), texts in sorted(parts.items()):
        words = " ".join(" ".join(texts).split())
        found.setdefault(table, {}).setdefault(row, {})[place] = words
    return found


def _heads(rows: Mapping[int, Rows]) -> dict[tuple[int, int], Head]:
    """The rows that name at least three institutions, and hold nothing that a row of text does."""
    found: dict[tuple[int, int], Head] = {}
    for table, in_table in rows.items():
        for row, cells in in_table.items():
            columns = tuple(
                Column(place, title, office)
                for place, title in sorted(cells.items())
                if (office := _office(title))
            )
            offices = {column.office for column in columns}
            numbered = any(ROW_NUMBER.fullmatch(words) for words in cells.values())
            if len(offices) >= FEWEST and not numbered:
                found[table, row] = columns
    return found


def _office(title: str) -> str:
    """Whose words stand under a title; `""` if it is none."""
    if len(title.split()) > TITLE_WORDS or _SENTENCE.search(title):
        return ""
    named = [office for office, pattern in OFFICES.items() if pattern.search(title)]
    if len(named) == 1 and not _COMMENTS.search(title):
        return named[0]
    if _AGREED.search(title):
        return "agreement"
    return COMMENTS if _COMMENTS.search(title) else ""


def _first_row(rows: Mapping[int, Rows]) -> dict[tuple[int, int], Head]:
    """The first row of the longest table, and every row with the same titles in any order."""
    if not rows:
        return {}
    longest = min(rows, key=lambda table: (-sum(map(len, rows[table].values())), table))
    first = rows[longest][min(rows[longest])]
    titles = {title.casefold() for title in first.values() if len(title) > 3}
    if len(titles) < FEWEST:
        return {}
    found: dict[tuple[int, int], Head] = {}
    for table, in_table in rows.items():
        for row, cells in in_table.items():
            if titles <= {title.casefold() for title in cells.values()}:
                found[table, row] = tuple(
                    Column(place, title)
                    for place, title in sorted(cells.items())
                    if title.casefold() in titles
                )
    return found


def _ruled(head: Mapping[int, str], layers: Mapping[int, str], below: Rows, widest: int) -> _Rule:
    """What a head rules the rows below it by."""
    counts = Counter(
        place
        for cells in below.values()
        for place, words in cells.items()
        if place not in layers and ROW_NUMBER.fullmatch(words)
    )
    numbers = next((p for p, n in counts.most_common(1) if 2 * n >= len(below)), None)
    return _after(_Rule(layers, frozenset(head), widest, numbers, 0), below)


def _goes_on(rule: _Rule, rows: Rows) -> bool:
    """Whether a table without a head goes on with the one before it: it has no more columns, and
    its rows count on from there. Where rows bear no numbers nothing shows it."""
    widest = max(chain.from_iterable(rows.values()))
    counted = _numbers(rows, rule.numbers)
    rising = [rule.last, *counted] == sorted([rule.last, *counted])
    return widest <= rule.widest and 2 * len(counted) >= len(rows) and rising


def _after(rule: _Rule, rows: Rows) -> _Rule:
    """What rules the next table, after these rows."""
    counted = _numbers(rows, rule.numbers)
    last = counted[-1] if counted else rule.last
    return _Rule(rule.layers, rule.titled, rule.widest, rule.numbers, last)


def _numbers(rows: Rows, place: int | None) -> list[int]:
    cells = (rows[row].get(place, "") for row in sorted(rows)) if place is not None else ()
    return [int(match[1]) for words in cells if (match := ROW_NUMBER.fullmatch(words))]


def _nested(lines: Sequence[Line]) -> dict[int, Cell | None]:
    """Tables inside a cell of another, and that cell; None where it cannot be told which."""
    ends: dict[int, list[int]] = {}
    for n, line in enumerate(lines):
        if line.cell is not None:
            ends.setdefault(line.cell[0], [n, n])[1] = n
    found: dict[int, Cell | None] = {}
    outer: list[int] = []
    for table, (first, last) in ends.items():
        outer = [one for one in outer if ends[one][1] > first]
        if outer and ends[outer[-1]][1] > last:
            before = (x.cell for x in reversed(lines[:first]) if x.cell and x.cell[0] == outer[-1])
            after = (x.cell for x in lines[last + 1 :] if x.cell and x.cell[0] == outer[-1])
            around = next(before, None)
            found[table] = around if around == next(after, None) else None
        outer.append(table)
    return found


def _fresh(title: str, taken: set[str]) -> str:
    """A title, with a number behind it if another column bears the same."""
    number = 1
    name = title
    while name in taken:
        number += 1
        name = f"{title} ({number})"
    return name
