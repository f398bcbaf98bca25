"""A draft as a document to read, with what its reader must know and where it was read from."""

from __future__ import annotations

from flask import Blueprint, render_template

from tracker.store.records import DraftRow
from web import claimed, shelf
from web.reading import document
from web.text import marks
from web.translation import _

pages = Blueprint("drafts", __name__)


@pages.get("/n/<negotiation>/d/<path:symbol>")
def draft(negotiation: str, symbol: str) -> str:
    """One draft."""
    row = shelf.negotiation_or_404(negotiation, beside=True)
    language = shelf.language_asked()
    found = shelf.draft_or_404(row, symbol, language)
    lib = shelf.library()
    provisions = lib.provisions(found.id)
    report = lib.report(found.id) or shelf.missing(_("There is no report of this draft."))
    around = lib.drafts(row.id, found.language)
    place = next(at for at, one in enumerate(around) if one.id == found.id)
    facts = lib.facts(row.id, found.symbol).get(found.symbol, [])
    source = lib.source_pages(found.id)
    printed = source is not None and source.printed
    blocks, last = document.blocks(
        provisions, found.language, report.furniture if printed else None
    )
    claims = claimed.of_whole_draft(row.id, found.symbol)
    spoken = {one.id: one for told in claims for one in told.drafts if one.id != found.id}
    return render_template(
        "draft.html",
        negotiation=row,
        draft=found,
        blocks=blocks,
        last=last,
        contents=[block for block in blocks if block.level],
        states=document.states(provisions, found.language),
        source=source,
        printed=printed,
        report=report,
        layers=[one for one in around if _base(one) == _base(found)] if found.layer else [],
        kinds=marks.kinds_in(provisions),
        before=around[place - 1] if place else None,
        after=around[place + 1] if place + 1 < len(around) else None,
        drafts=around,
        unofficial=shelf.unofficial([found, *spoken.values()]),
        claims=claims,
        facts=[one for one in facts if not one.provision],
    )


def _base(draft: DraftRow) -> str:
    """The symbol of the file, without the layer behind it."""
    return draft.symbol.removesuffix(f" [{draft.layer}]") if draft.layer else ""
