"""A change on a bare page, to stand in a frame of somebody else's page.

In: the address of a card. Out: a page without the viewer's head and foot; it works without script,
and its links open in the whole window. Only these pages may be framed (`headers`).
"""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from web import glossary, public, shelf
from web.card_shared import page_at, unofficial
from web.card_view import view

pages = Blueprint("embeds", __name__)

LINES = 4
"""So many changed provisions are shown; the card has all."""


@pages.get("/embed/f/<address>")
def card(address: str) -> str | Response:
    """The card of a change, for a frame."""
    page = page_at(address)
    if page.address != address:
        return redirect(url_for(".card", address=page.address), 302)
    told = view(page)
    glossary.keep_apart()
    row = shelf.negotiation_or_404(page.comparison.negotiation_id, beside=True)
    return render_template(
        "embed.html",
        negotiation=row,
        view=told,
        new=page.new.draft,
        unofficial=unofficial(row, told),
        lines=told.lines[:LINES],
        more=sum(not one.skipped for one in told.lines[LINES:]),
        path=url_for("finding_cards.card", address=address),
        whole=public.whole,
    )
