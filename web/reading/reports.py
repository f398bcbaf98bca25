"""How a draft was read: where every character of its file went, and what could not be placed."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.model import Furniture
from tracker.store.records import DraftReport
from web import shelf
from web.reading import drafts, places
from web.terms.kind_counts import marks_counted, provisions_counted
from web.translation import _

pages = Blueprint("reports", __name__)

SHOWN_PIECES = 200
"""Of a kind of text set apart, so many pieces are shown; of what could not be placed, all."""


@dataclass(frozen=True, slots=True)
class Apart:
    """What of the source belongs to no provision, of one kind."""

    title: str
    count: int
    pieces: tuple[Furniture, ...]


@pages.get("/n/<negotiation>/d/<path:symbol>/report")
def report(negotiation: str, symbol: str) -> str:
    """The reading report of a draft; the draft itself if its symbol ends like that."""
    row = shelf.negotiation_or_404(negotiation, beside=True)
    language = shelf.language_asked()
    if shelf.library().draft(row.id, f"{symbol}/report", language) is not None:
        return drafts.draft(negotiation, f"{symbol}/report")
    found = shelf.draft_or_404(row, symbol, language)
    told = shelf.library().report(found.id) or shelf.missing(_("There is no report of this draft."))
    return render_template(
        "report.html",
        negotiation=row,
        draft=found,
        report=told,
        characters=sum(one.characters for one in told.shares),
        verdict=places.verdict(told.shares),
        source=shelf.library().source_pages(found.id),
        bar=places.bar(told.shares),
        rows=places.rows(told.shares),
        unplaced=[one for one in told.furniture if one.kind == "unplaced"],
        apart=_apart(told),
        provisions=provisions_counted(shelf.library().provisions(found.id)),
        marks_counted=marks_counted(told.marks),
        unofficial=shelf.unofficial([found]),
    )


def _apart(report: DraftReport) -> list[Apart]:
    """What was set apart under its name, by kind."""
    pieces: dict[str, list[Furniture]] = {}
    for one in report.furniture:
        if one.kind != "unplaced":
            pieces.setdefault(one.kind, []).append(one)
    return [
        Apart(places.title_of(kind), len(pieces[kind]), tuple(pieces[kind][:SHOWN_PIECES]))
        for kind in sorted(pieces)
    ]
