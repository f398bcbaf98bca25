"""Two drafts compared: what became of every article, and of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from tracker.model import MarkKind
from tracker.store.records import ChangeRow, DraftRow, FindingRow
from web import cards, findings, marks, pairs, shelf, ways

pages = Blueprint("compare", __name__)

FIRST = 10
"""Findings that are shown above the text."""


@pages.get("/n/<negotiation>/compare")
def compare(negotiation: str) -> str | Response:
    """Two drafts of a negotiation; the last two whole ones unless others are asked for."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    drafts = shelf.library().drafts(row.id, language)
    show = shelf.choice_asked("show", ("changes", "all"))
    kind = findings.kind_asked()
    pair = pairs.asked(drafts, pairs.last_two)
    if pair is None:
        return render_template("compare_none.html", negotiation=row, drafts=drafts)
    old, new = pair
    if old.position > new.position:
        there = url_for(
            ".compare",
            negotiation=row.id,
            old=new.symbol,
            new=old.symbol,
            lang=language,
            show=show if show == "all" else None,
            kind=kind or None,
        )
        return redirect(there)
    page = shelf.library().comparison(old.id, new.id)
    if page is None:
        shelf.missing("no comparison of these two drafts in the database")
    names = cards.names_of(page)
    found = shelf.library().findings(page.comparison.id)
    told = findings.by_link(found.findings)
    sheet = cards.sheet(page, names, told, everything=show == "all", kind=kind)
    first = _first(found.findings, kind)

    def address(kind: str | None) -> str:
        return url_for(
            ".compare",
            negotiation=row.id,
            old=old.symbol,
            new=new.symbol,
            lang=language,
            show="all" if show == "all" else None,
            kind=kind,
        )

    return render_template(
        "compare.html",
        negotiation=row,
        drafts=drafts,
        old=old,
        new=new,
        show=show,
        page=page,
        sheet=sheet,
        kinds=_kinds(page.rows, sheet),
        unofficial=shelf.unofficial(spoken_of(drafts, old, new, [*first, *_told(sheet)])),
        changed=[card for card in sheet.cards if card.changed],
        differences=ways.told(page.differences, names),
        found=found,
        first=first,
        asked=kind,
        counted=findings.counted(found.findings),
        address=address,
    )


def _first(found: Iterable[FindingRow], kind: str) -> list[findings.Said]:
    """The findings to see first; of a kind, its first ones."""
    told = [one for one in found if (kind in one.kinds if kind else one.first)]
    return [findings.Said(one) for one in told[:FIRST]]


def _told(sheet: cards.Sheet) -> Iterator[findings.Said]:
    """The findings beside the texts."""
    for card in sheet.cards:
        yield from (*card.told.findings, *card.findings)
        for line in card.lines:
            yield from line.told.findings if line.told else ()


def spoken_of(
    drafts: Iterable[DraftRow], old: DraftRow, new: DraftRow, told: Iterable[findings.Said]
) -> list[DraftRow]:
    """The two drafts, and the others whose symbol a finding names, in the order of the rounds."""
    of_symbol = {one.symbol: one for one in drafts}
    # Of symbols that begin alike, the longest is meant.
    either = "|".join(re.escape(one) for one in sorted(of_symbol, key=len, reverse=True))
    symbols = re.compile(rf"(?<![\w/])(?:{either})(?!\w|[./-]\w)")
    named = {symbol for one in told for symbol in symbols.findall(one.row.sentence)}
    return [one for one in of_symbol.values() if one in (old, new) or one.symbol in named]


def _kinds(rows: Iterable[ChangeRow], sheet: cards.Sheet) -> list[MarkKind]:
    """The kinds of mark that the page shows."""
    if not marks.kinds_in(one for row in rows for one in (row.old, row.new)):
        return []
    lines = (line for card in sheet.cards for line in card.lines)
    return marks.kinds_shown(
        [*(card.heading for card in sheet.cards), *(text for one in lines for text in one.words)]
    )
