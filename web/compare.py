"""Two drafts compared: what became of every article, and of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from tracker.model import MarkKind
from tracker.store.records import ChangeRow, DraftRow, FindingRow
from web import cards, findings, marks, shelf, ways

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
    old, new = pair_asked(drafts, usual=(-2, -1))
    if old is None or new is None:
        return render_template("compare_none.html", negotiation=row, drafts=drafts)
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


def pair_asked(
    drafts: Sequence[DraftRow], usual: tuple[int, int]
) -> tuple[DraftRow | None, DraftRow | None]:
    """The two drafts that `?old=` and `?new=` name; without both, those at the places `usual` of
    the whole drafts. None where there are no two drafts."""
    asked = [request.args.get(name, "") for name in ("old", "new")]
    whole = [draft for draft in drafts if not draft.partial]
    known_whole = whole if len(whole) > 1 else drafts
    if len(known_whole) < 2:
        return None, None
    if not any(asked):
        return known_whole[usual[0]], known_whole[usual[1]]
    known = {draft.symbol: draft for draft in drafts}
    for symbol in asked:
        if symbol and symbol not in known:
            shelf.missing(f"no draft “{shelf.brief(symbol)}” in this negotiation")
    old, new = (known.get(symbol) for symbol in asked)
    if old is None or new is None:
        return _beside(drafts, old, new)
    if old is new:
        shelf.refused("Both sides are the same draft. Choose two different drafts to compare.")
    return old, new


def _beside(
    drafts: Sequence[DraftRow], old: DraftRow | None, new: DraftRow | None
) -> tuple[DraftRow, DraftRow]:
    """One side is given: the other is the draft before or after it."""
    one = old or new
    assert one is not None
    place = next(at for at, draft in enumerate(drafts) if draft.id == one.id)
    if new is None and place + 1 < len(drafts):
        return drafts[place], drafts[place + 1]
    if place == 0:
        return drafts[0], drafts[1]
    return drafts[place - 1], drafts[place]
