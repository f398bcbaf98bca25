"""All articles of a negotiation by round, as a table that can be filtered.

In: `?chapter=`, `?function=`, `?kind=` choose rows, `?lines=` which lines are drawn, `?open=` an
article whose parts are shown. Out: a page that works without script. The first rows, and counts,
stand on the page of the negotiation too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, render_template, request, url_for

from tracker.store.records import DraftRow, NegotiationRow
from tracker.store.records.grids import GridGroup, GridPage
from web import shelf
from web.overview import grid_cells, grid_filters, grid_lines
from web.overview.grid_cells import Row
from web.overview.grid_filters import KINDS, NO_GROUP, Asked
from web.terms.phrases import of_kind
from web.terms.plain import FUNCTIONS, UNTOLD
from web.terms.units import several
from web.translation import _

pages = Blueprint("grid", __name__)

LINES = ("articles", "all", "none")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a row (`inner`: part of the article above it), or the name of a chapter
    that begins here."""

    row: Row | None = None
    name: str = ""
    inner: bool = False

    @property
    def thread(self) -> str:
        """The thread that the line is of."""
        return self.row.id if self.row is not None and not self.inner else ""


@dataclass(frozen=True, slots=True)
class Table:
    """What is drawn: the lines of the table, and the lines between its cells."""

    drafts: tuple[DraftRow, ...]
    rows: tuple[Line, ...]
    lines: grid_lines.Lines
    inner: Mapping[str, int]


@pages.get("/n/<negotiation>/grid")
def grid(negotiation: str) -> str:
    """The articles of a negotiation by round."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    lib = shelf.library()
    page = lib.grid_page(row.id, language)
    if language and not page.grid.drafts:
        shelf.no_draft_in(language)
    rows = grid_cells.rows(page)
    asked = _asked(page)
    opened = _opened(rows)
    wanted = shelf.choice_asked("lines", LINES)
    kept, filters = grid_filters.chosen(rows, page, asked)
    noun = grid_cells.noun(rows)
    return render_template(
        "grid.html",
        negotiation=row,
        language=page.grid.drafts[0].language if page.grid.drafts else row.language,
        unofficial=shelf.unofficial(list(page.grid.drafts)),
        care=shelf.with_care(page.grid.drafts),
        table=table(page, rows, kept, wanted, opened),
        total=len(rows),
        counted=of_kind(len(rows), noun),
        shown=len(kept),
        gone=any(one.until for one in rows),
        filters=filters,
        asked=asked,
        wanted=wanted,
        opened=opened,
        old_chapters=_old_chapters(page),
        noun=noun,
        units=several(noun),
        address=Address(row, language, asked, wanted),
    )


def table(
    page: GridPage, rows: Sequence[Row], kept: Sequence[Row], wanted: str, opened: str = ""
) -> Table:
    """The table of the rows in `kept`, under their chapters."""
    return _drawn_up(page, rows, _with_headings(kept, page), wanted, opened)


def bare_table(page: GridPage, rows: Sequence[Row], kept: Sequence[Row]) -> Table:
    """The table of the rows in `kept`, with neither chapters nor lines."""
    return _drawn_up(page, rows, [Line(row) for row in kept], "none")


def _drawn_up(
    page: GridPage, rows: Sequence[Row], found: list[Line], wanted: str, opened: str = ""
) -> Table:
    if opened:
        found = _with_inner(found, page, opened)
    crossings = [one for one in page.crossings if _drawn(one.whole, wanted)]
    columns = [draft.position for draft in page.grid.drafts]
    drawn = grid_lines.lines(crossings, rows, [one.thread for one in found], columns)
    return Table(page.grid.drafts, tuple(found), drawn, page.inner)


def _drawn(whole: bool, wanted: str) -> bool:
    return wanted == "all" or (wanted == "articles" and whole)


def _asked(page: GridPage) -> Asked:
    chapter = shelf.text_asked("chapter")
    known = {group.id for group in page.groups.values()}
    if chapter not in ("", NO_GROUP) and chapter not in known:
        shelf.missing(
            _(
                "There is no chapter with the address “%(address)s” here.",
                address=shelf.brief(chapter),
            )
        )
    functions = [one for one in FUNCTIONS if one not in UNTOLD]
    return Asked(
        chapter,
        _one_of("function", functions),
        _one_of("kind", list(KINDS)),
    )


def _one_of(name: str, known: Sequence[str]) -> str:
    asked = request.args.get(name, "")
    if asked and asked not in known:
        shelf.refused(
            _(
                "“%(name)s” in the address can only be one of: %(known)s.",
                name=name,
                known=", ".join(known),
            )
        )
    return asked


def _opened(rows: Sequence[Row]) -> str:
    opened = shelf.text_asked("open")
    if opened and all(row.id != opened for row in rows):
        shelf.missing(
            _("There is no row with the address “%(address)s” here.", address=shelf.brief(opened))
        )
    return opened


def _with_headings(kept: Sequence[Row], page: GridPage) -> list[Line]:
    """The rows under the chapters of the last whole draft; what is gone stands beside what were its
    neighbours, and begins no chapter."""
    newest = _newest(page)
    names: dict[str, GridGroup] = {
        group.id: group for group in page.groups.values() if group.position == newest
    }
    found: list[Line] = []
    under = ""
    for row in kept:
        group = page.groups.get(row.id)
        if group is not None and group.position == newest and group.id != under:
            under = group.id
            found.append(Line(name=grid_filters.group_name(names[under])))
        found.append(Line(row))
    return found


def _newest(page: GridPage) -> int:
    """The last round, if it has chapters; else 0."""
    last = page.grid.drafts[-1].position if page.grid.drafts else 0
    return last if any(one.position == last for one in page.groups.values()) else 0


def _old_chapters(page: GridPage) -> DraftRow | None:
    """The draft that the chapters are taken from, where the last one has none."""
    positions = {one.position for one in page.groups.values()}
    if not positions or _newest(page):
        return None
    return next(one for one in page.grid.drafts if one.position == max(positions))


def _with_inner(lines: Sequence[Line], page: GridPage, opened: str) -> list[Line]:
    inside = shelf.library().grid_inside(page.grid.drafts, opened)
    inner = [Line(row, inner=True) for row in grid_cells.rows(inside)]
    found: list[Line] = []
    for one in lines:
        found.append(one)
        if one.thread == opened:
            found.extend(inner)
    return found


class Address:
    """Makes the address of this page with something changed."""

    def __init__(
        self, negotiation: NegotiationRow, language: str | None, asked: Asked, wanted: str
    ) -> None:
        self._negotiation = negotiation
        self._now = {
            "lang": language or "",
            "chapter": asked.chapter,
            "function": asked.function,
            "kind": asked.kind,
            "lines": wanted if wanted != LINES[0] else "",
        }

    def __call__(self, anchor: str = "", **changes: str) -> str:
        values = {name: value for name, value in {**self._now, **changes}.items() if value}
        where = url_for("grid.grid", negotiation=self._negotiation.id)
        query = f"?{urlencode(values)}" if values else ""
        return f"{where}{query}#{anchor}" if anchor else where + query
