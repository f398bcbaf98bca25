"""A card for every change between two drafts: what happened, both texts, their sources, how sure
it is, how to cite it. Its address is permanent.

In: an address (`tracker.store.link_address`). Out: the page. Of an address the wrong way round, and
of the id of a row of the data, the card is shown at its own address.
"""

from __future__ import annotations

from flask import Blueprint, current_app, redirect, render_template, url_for
from werkzeug.wrappers import Response

from tracker.store.records import NegotiationRow
from tracker.store.records.links import LinkEnd
from web import shelf
from web.changes.card_shared import frame, named, page_at, summary, unofficial, unofficial_since
from web.changes.card_view import view
from web.sharing import public, social
from web.sharing.citations import citations

pages = Blueprint("finding_cards", __name__)

PICTURES = "facsimiles.page"
"""The endpoint of the pages of a source as pictures."""


@pages.get("/f/<address>")
def card(address: str) -> str | Response:
    """The card of a change."""
    page = page_at(address)
    if page.address != address:
        return redirect(url_for(".card", address=page.address), 302)
    told = view(page)
    row = shelf.negotiation_or_404(page.comparison.negotiation_id, beside=True)
    whole = public.whole(url_for(".card", address=address))
    return render_template(
        "card.html",
        negotiation=row,
        view=told,
        old=page.old.draft,
        new=page.new.draft,
        unofficial=[*unofficial(row, told), *unofficial_since(told)],
        address=whole,
        whole=public.whole,
        cites=citations(told, row, whole),
        code=frame(told, row).code,
        named=named(told),
        summary=summary(told),
        image_says=social.said(told),
        page_address=page_address,
    )


def page_address(negotiation: NegotiationRow, end: LinkEnd, page: int) -> str:
    """Where a page of the source is shown as a picture with the text outlined; `""` if this viewer
    shows none."""
    if PICTURES not in current_app.view_functions or end.provision is None:
        return ""
    return url_for(
        PICTURES,
        negotiation=negotiation.id,
        symbol=end.draft.symbol,
        number=page,
        p=end.provision.eid,
        lang=end.draft.language if end.draft.language != negotiation.language else None,
    )
