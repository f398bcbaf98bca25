"""The cells of the grid: a provision in one round, in a few words.

In: rows of the grid of the database. Out: `Row`s of `Column`s; a column without cells says why:
not there yet, gone, or that the document covers other parts of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tracker.store.records import Grid, GridCell, GridRow
from tracker.store.records.absences import Absence
from tracker.store.records.grids import GridPage, Holder
from web.terms.phrases import number
from web.terms.plain import UNTOLD, job
from web.terms.units import kind_of
from web.translation import _, ngettext

State = Literal["present", "early", "gone", "uncovered"]

LITTLE, MUCH = 0.1, 0.4
"""Of the words of both drafts: what has changed up to these shares is changed a little, or in good
part; what has changed more, mostly."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A thread in one round of the grid. `number` leaves out the word that all rows share.
    `level` is how much of its words changed: 0 nothing to 3 most, None where there is nothing to
    compare with. `was` is its number before, where that is another one; `held` the article that
    holds what was an article of its own; `fresh`, that a whole draft before was without it;
    `doubted`, that this is not sure, `parted`, that it came out of others."""

    cell: GridCell
    number: str
    short: str
    noun: str
    function_changed: bool
    level: int | None
    returned: bool
    words: str
    was: str = ""
    held: Holder | None = None
    fresh: bool = False
    doubted: bool = False
    parted: bool = False

    @property
    def certain(self) -> bool:
        """Whether it needs no "possibly"."""
        return self.cell.certain and not self.doubted

    @property
    def sign(self) -> str:
        """How much changed, as it is drawn."""
        if self.cell.relation is None:
            return _("new") if self.fresh else ""
        changed = self.cell.changed_words or 0
        if not self.level:
            return "="
        said: str = ngettext("%(count)s word", "%(count)s words", changed, count=number(changed))
        return said

    @property
    def quiet(self) -> bool:
        """Whether nothing happened here."""
        return not (self.level or self.was or self.function_changed or self.returned or self.fresh)


@dataclass(frozen=True, slots=True)
class Column:
    """A thread in one round: its cells, more than one if it was split; or why there is none, which
    is `certain` or not; `apart`, that its words are in others."""

    state: State
    cells: tuple[Cell, ...] = ()
    certain: bool = True
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A thread through all rounds. `label` is its last number and heading, as an article if it ever
    was one."""

    row: GridRow
    label: str
    columns: tuple[Column, ...]

    @property
    def id(self) -> str:
        """The thread."""
        return self.row.thread_id

    @property
    def until(self) -> int:
        """The last round that has it, 0 if it is in the last that could."""
        known = [at for at, one in enumerate(self.columns, 1) if one.state != "uncovered"]
        last = max(at for at, one in enumerate(self.columns, 1) if one.cells)
        return last if known[-1] > last else 0

    @property
    def ended(self) -> bool:
        """Whether it is gone at the end, for sure, and with its words."""
        gone = [one for one in self.columns if one.state == "gone"]
        return bool(self.until and gone and gone[-1].certain and not gone[-1].apart)

    @property
    def functions(self) -> frozenset[str]:
        """The legal jobs that it had."""
        found = {cell.cell.legal_function for column in self.columns for cell in column.cells}
        return frozenset(found - set(UNTOLD))

    @property
    def changed_words(self) -> int:
        """Words that changed in all rounds together."""
        return sum(
            one.cell.changed_words or 0
            for column in self.columns
            for one in column.cells
            if one.cell.relation is not None
        )


def noun(rows: Sequence[Row]) -> str:
    """What the rows are: articles, in a bill sections; where a text has neither, any provisions. An
    article that was made part of another is still one of them."""
    kinds = [one.row.kind for one in rows if one.row.is_article]
    return kind_of(kinds or [one.row.kind for one in rows[:1]])


def rows(page: GridPage) -> list[Row]:
    """The rows of a grid."""
    grid = page.grid
    partial = [draft.partial for draft in grid.drafts]
    word = _shared_word(grid)
    found = []
    for row in grid.rows:
        gone = [page.absences.get((row.thread_id, one.position)) for one in grid.drafts]
        about = _About(page.holders, page.words, word, gone)
        made = cells(row.cells, partial, about)
        found.append(Row(row, _label(row, page.holders), _columns(made, partial, gone)))
    return found


def _shared_word(grid: Grid) -> str:
    """The word with which most numbers begin (`Article `), `""` if there is none."""
    numbers = [cell.number for row in grid.rows for column in row.cells for cell in column]
    words = Counter(one.split(maxsplit=1)[0] for one in numbers if " " in one)
    word, count = next(iter(words.most_common(1)), ("", 0))
    return f"{word} " if word.isalpha() and count * 2 > len(numbers) else ""


def _label(row: GridRow, holders: Mapping[str, Holder]) -> str:
    own = [
        cell
        for column in row.cells
        for cell in column
        if cell.provision_id not in holders and (cell.number or cell.heading)
    ]
    if row.is_article and own:
        return f"{own[-1].number} {own[-1].heading}".strip()
    return row.label


def _columns(
    made: Sequence[Sequence[Cell]], partial: Sequence[bool], gone: Sequence[Absence | None]
) -> tuple[Column, ...]:
    found: list[Column] = []
    seen = False
    for some, is_partial, absence in zip(made, partial, gone, strict=True):
        seen = seen or bool(some)
        if some:
            found.append(Column("present", tuple(some)))
        elif is_partial:
            found.append(Column("uncovered"))
        elif seen and absence is not None:
            found.append(Column("gone", (), absence.certain, absence.went))
        else:
            found.append(Column("gone" if seen else "early"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _About:
    """What is known of the provisions of all cells: the articles that hold them, their words, the
    word that their numbers share, and by column what is said of a draft that lacks them."""

    holders: Mapping[str, Holder] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)
    word: str = ""
    absences: Sequence[Absence | None] = ()


@dataclass(frozen=True, slots=True)
class _Before:
    """What came before a cell in its row: the last cell, the last legal job that could be told, and
    how many whole drafts were without it, since that cell (`lacked`) and in all (`missed`); what is
    said of the last of these (`absence`)."""

    cell: GridCell | None = None
    function: str | None = None
    lacked: int = 0
    missed: int = 0
    absence: Absence | None = None

    def then(
        self, column: Sequence[GridCell], partial: bool, absence: Absence | None = None
    ) -> _Before:
        """The same for the next column."""
        if not column:
            lacked = self.lacked + (self.cell is not None and not partial)
            absence = absence or self.absence
            return replace(self, lacked=lacked, missed=self.missed + (not partial), absence=absence)
        first = column[0]
        told = first.legal_function not in UNTOLD
        return replace(
            self, cell=first, function=first.legal_function if told else self.function, lacked=0
        )


def cells(
    columns: Sequence[Sequence[GridCell]], partial: Sequence[bool], about: _About | None = None
) -> list[list[Cell]]:
    """The cells of one row, each told by what came before it."""
    made: list[list[Cell]] = []
    before = _Before()
    about = about or _About()
    absences = about.absences or [None] * len(columns)
    for column, is_partial, absence in zip(columns, partial, absences, strict=True):
        made.append([_cell(one, before, about) for one in column])
        before = before.then(column, is_partial, absence)
    return made


def _cell(one: GridCell, before: _Before, about: _About) -> Cell:
    changed = one.changed_words if one.relation is not None else None
    told = one.legal_function not in UNTOLD
    fresh = changed is None and before.missed > 0
    lacking = before.absence if fresh else None
    held = about.holders.get(one.provision_id)
    was = before.cell.number if before.cell is not None and held is None else ""
    return Cell(
        cell=one,
        number=one.number.removeprefix(about.word),
        short=job(one.legal_function).short if told else "",
        noun=job(one.legal_function).noun if told else "",
        function_changed=told and before.function not in (None, one.legal_function),
        level=_level(changed, one, before.cell, about.words),
        returned=before.lacked > 0,
        words=_words(one, changed, before.lacked, fresh=fresh, sure=_sure(lacking)),
        was=was.removeprefix(about.word) if changed is not None and was != one.number else "",
        held=held,
        fresh=fresh,
        doubted=not _sure(lacking),
        parted=lacking is not None and lacking.certain and lacking.went,
    )


def _sure(absence: Absence | None) -> bool:
    return absence is None or absence.certain


def _level(
    changed: int | None, one: GridCell, before: GridCell | None, words: Mapping[str, int]
) -> int | None:
    """How much changed, by the share of the words of both drafts."""
    if not changed:
        return changed
    now = words.get(one.provision_id, 0)
    then = words.get(before.provision_id, 0) if before is not None else now
    share = changed / (now + then) if now + then else 1.0
    return 1 + (share > LITTLE) + (share > MUCH)


def _words(one: GridCell, changed: int | None, lacked: int, *, fresh: bool, sure: bool) -> str:
    if not sure:
        return _("possibly new in this draft")
    if changed is None:
        return _("new in this draft") if fresh else _("first here")
    if changed == 0:
        said = _("same words")
    else:
        said = ngettext(
            "%(count)s word changed", "%(count)s words changed", changed, count=number(changed)
        )
    if lacked:
        said = ngettext(
            "%(said)s, back after %(num)d round without it",
            "%(said)s, back after %(num)d rounds without it",
            lacked,
            said=said,
        )
    return said if one.certain else _("%(said)s, link uncertain", said=said)
