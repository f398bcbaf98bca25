"""Two drafts compared: what became of every article, and of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from tracker.export import notice
from tracker.model import MarkKind
from tracker.store.records import (
    ChangeRow,
    ComparisonPage,
    DraftRow,
    FindingRow,
    NegotiationRow,
)
from tracker.store.records.findings import FindingsPage
from tracker.store.records.flow import FlowWay
from web import shelf
from web.changes import cards, findings, leaves, pairs, ways
from web.changes.here import Here
from web.sharing import citing
from web.sharing.frames import Frame, height, standings
from web.terms.names import Names
from web.terms.phrases import draft_name
from web.text import marks
from web.translation import _

pages = Blueprint("compare", __name__)

FIRST = 10
"""Findings that are told above the text."""

AT_ONCE = 3
"""So many of them are told in full sight, each of another kind if there are such."""


@pages.get("/n/<negotiation>/compare")
def compare(negotiation: str) -> str | Response:
    """Two drafts of a negotiation; the last two whole ones unless others are asked for."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    drafts = shelf.library().drafts(row.id, language)
    pair = pairs.asked(drafts, pairs.last_two)
    here = _here(row.id, pair, language) if pair else None
    asked = leaves.asked()
    if here is None:
        return render_template("compare_none.html", negotiation=row, drafts=drafts)
    if here.old.position > here.new.position:
        return redirect(replace(here, old=here.new, new=here.old).url())
    page = _compared(here, asked)
    names = cards.names_of(page)
    found = shelf.library().findings(page.comparison.id)
    sheet = _sheet(page, names, found, here, asked)
    framed = frame(row, here, found)
    return render_template(
        "compare.html",
        negotiation=row,
        drafts=drafts,
        here=replace(here, page=sheet.page if len(sheet.pages) > 1 else None, where=sheet.where),
        page=page,
        sheet=sheet,
        found=found,
        differences=ways.told(page.differences, names),
        frame=framed,
        cite=citing.of_comparison(row, here.old, here.new, framed.address),
        **_told_of(page, found, sheet, here, drafts),
    )


def in_short(
    negotiation: NegotiationRow, pair: pairs.Pair, language: str | None, drafts: Sequence[DraftRow]
) -> dict[str, object]:
    """What a comparison tells at its head, the older draft being the first of the pair."""
    here = Here(negotiation.id, *pair, language)
    page = _compared(here, leaves.Asked())
    found = shelf.library().findings(page.comparison.id)
    sheet = _sheet(page, cards.names_of(page), found, here, leaves.Asked())
    told = _told_of(page, found, sheet, here, drafts)
    return {**told, "sheet": sheet, "found": found, "frame": frame(negotiation, here, found)}


def frame_of(negotiation: NegotiationRow, pair: pairs.Pair, language: str | None) -> Frame:
    """The frame of two drafts compared, the older one first."""
    here = Here(negotiation.id, *pair, language)
    found = shelf.library().findings(_compared(here, leaves.Asked()).comparison.id)
    return frame(negotiation, here, found)


def frame(negotiation: NegotiationRow, here: Here, found: FindingsPage) -> Frame:
    """The frame of what a comparison tells at its head, whatever else its page shows."""
    old, new = here.old, here.new
    title = _(
        "What changed from %(old)s to %(new)s",
        old=draft_name(old.name, old.symbol),
        new=draft_name(new.name, new.symbol),
    )
    told = [f"{one.gist} {one.row.why}" for one in _at_once(_first(found.findings, ""))]
    embed, page = (
        url_for(one, negotiation=negotiation.id, old=old.symbol, new=new.symbol, lang=here.language)
        for one in ("embeds.comparison", "compare.compare")
    )
    return Frame(
        embed,
        page,
        _(
            "%(title)s, %(negotiation)s",
            title=title + standings((old, new)),
            negotiation=negotiation.title,
        ),
        height(negotiation.title, title, *told),
    )


def _compared(here: Here, asked: leaves.Asked) -> ComparisonPage:
    """The comparison that is asked for, which has the change that is asked for."""
    page = shelf.library().comparison(here.old.id, here.new.id)
    if page is None:
        shelf.missing(_("There is no comparison of these two drafts in the database."))
    if asked.at and all(one.link_id != asked.at for one in page.rows):
        at = shelf.brief(asked.at)
        shelf.missing(_("There is no change “%(at)s” between these two drafts.", at=at))
    return page


def _sheet(
    page: ComparisonPage, names: Names, found: FindingsPage, here: Here, asked: leaves.Asked
) -> cards.Sheet:
    """The part of the comparison that is asked for."""
    fates = _ways(here.old, here.new)
    view = cards.View(here.kind, here.became, asked, columns=here.side, ways=fates)
    told = findings.by_link(found.findings)
    sheet = cards.sheet(page, names, told, everything=here.show == "all", view=view)
    if sheet.page > max(1, len(sheet.pages)):
        numbers = {"page": asked.number, "pages": len(sheet.pages)}
        shelf.missing(
            _("There is no page %(page)s of this comparison: it has %(pages)s.", **numbers)
        )
    return sheet


def _told_of(
    page: ComparisonPage,
    found: FindingsPage,
    sheet: cards.Sheet,
    here: Here,
    drafts: Sequence[DraftRow],
) -> dict[str, object]:
    """What the page tells of the two drafts, beside the changes themselves."""
    old, new = here.old, here.new
    first = _first(found.findings, here.kind)
    at_once = _at_once(first)
    return {
        "old": old,
        "new": new,
        "kinds": _kinds(page.rows, sheet),
        "unofficial": shelf.unofficial(spoken_of(drafts, old, new, [*first, *_told(sheet)])),
        "changed": sheet.changed,
        "at_once": at_once,
        "more": [one for one in first if one not in at_once],
        "counted": findings.counted(found.findings),
        "care": shelf.with_care([old, new]),
    }


def _here(negotiation: str, pair: pairs.Pair, language: str | None) -> Here:
    """What the address asks for."""
    return Here(
        negotiation,
        *pair,
        language,
        show=shelf.choice_asked("show", ("changes", "all")),
        kind=findings.kind_asked(),
        became=shelf.choice_asked("became", ("", *cards.BECAME)),
        side=shelf.choice_asked("view", ("inline", "side")) == "side",
    )


def _ways(old: DraftRow, new: DraftRow) -> tuple[FlowWay, ...]:
    """What became of the articles, counted as on the pages of the whole negotiation."""
    if old.partial or new.partial:
        return ()
    found = shelf.library().flow([old, new])
    return found.steps[0].ways if found else ()


def _first(found: Iterable[FindingRow], kind: str) -> list[findings.Said]:
    """The findings to see first; of a kind, its first ones."""
    told = [one for one in found if (kind in one.kinds if kind else one.first)]
    return [findings.Said(one) for one in told[:FIRST]]


def _at_once(first: Sequence[findings.Said]) -> list[findings.Said]:
    """The first of each kind, then the others, as many as are told in full sight."""
    of_kind = {one.row.kind: one for one in reversed(first)}
    lead = [one for one in first if of_kind[one.row.kind] is one]
    chosen = [*lead, *(one for one in first if one not in lead)][:AT_ONCE]
    return [one for one in first if one in chosen]


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
    return notice.spoken_of(drafts, (old, new), (one.row.sentence for one in told))


def _kinds(rows: Iterable[ChangeRow], sheet: cards.Sheet) -> list[MarkKind]:
    """The kinds of mark that the page shows."""
    if not marks.kinds_in(one for row in rows for one in (row.old, row.new)):
        return []
    lines = (line for card in sheet.cards for line in card.lines)
    return marks.kinds_shown(
        [*(card.heading for card in sheet.cards), *(text for one in lines for text in one.words)]
    )
