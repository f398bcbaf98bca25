"""oEmbed: a page that holds a link to a card asks here for the frame that shows it.

In: `?url=` with the address of a card or of its embed, `format`, `maxwidth`, `maxheight`. Out: the
answer of oEmbed 1.0 (https://oembed.com) of the type `rich`, in JSON or XML. Only our own addresses
are answered, 404 for others; 501 for another format, as that standard says.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import unquote

from flask import Blueprint, Response, abort, current_app, json, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from web import public, shelf
from web.card_shared import HEIGHT, WIDTH, embed_code, named, page_at
from web.card_view import view
from web.citations import NAME
from web.social import HEIGHT as IMAGE_HEIGHT
from web.social import WIDTH as IMAGE_WIDTH
from web.translation import _

pages = Blueprint("oembed", __name__)

LONGEST = 2000
"""No address of more characters is looked at."""

_SIZE = re.compile(r"[1-9][0-9]{0,4}")
_SHOWN = ("finding_cards.card", "embeds.card")
_AGE = 86400
# What XML 1.0 cannot hold, however written.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@pages.get("/oembed")
def oembed() -> Response:
    """The frame of a card."""
    form = request.args.get("format", "json")
    if form not in ("json", "xml"):
        abort(501, description=_("Only the formats “json” and “xml” are known here."))
    width, height = _size("maxwidth", WIDTH), _size("maxheight", HEIGHT)
    page = page_at(_card_asked())
    told = view(page)
    row = shelf.negotiation_or_404(page.comparison.negotiation_id, beside=True)
    answer: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": f"{named(told)}, {row.title}",
        "provider_name": str(NAME),
        "provider_url": f"{public.root()}/",
        "cache_age": _AGE,
        "width": width,
        "height": height,
        "html": embed_code(told, row, width, height),
    }
    # A thumbnail has to keep within the limits too.
    if "maxwidth" not in request.args and "maxheight" not in request.args:
        answer |= {
            "thumbnail_url": public.whole(url_for("social.image", address=page.address)),
            "thumbnail_width": IMAGE_WIDTH,
            "thumbnail_height": IMAGE_HEIGHT,
        }
    if form == "xml":
        return Response(_xml(answer), mimetype="text/xml")
    return Response(json.dumps(answer, ensure_ascii=False) + "\n", mimetype="application/json")


def _size(name: str, usual: int) -> int:
    """What may be taken of a width or height, in CSS pixels."""
    asked = request.args.get(name, "")
    if asked and not _SIZE.fullmatch(asked):
        shelf.refused(_("“%(name)s” in the address is not a whole number of pixels.", name=name))
    return min(int(asked), usual) if asked else usual


def _card_asked() -> str:
    """The address of the card that `?url=` leads to."""
    asked = request.args.get("url", "")
    if not asked:
        shelf.refused(_("An address is missing: /oembed?url=… with the address of a card."))
    if len(asked) > LONGEST:
        shelf.refused(
            _(
                "“%(name)s” in the address is longer than %(most)s characters.",
                name="url",
                most=LONGEST,
            )
        )
    path = public.own_path(asked)
    if path is not None:
        try:
            endpoint, values = current_app.url_map.bind("").match(unquote(path), method="GET")
        except (HTTPException, RequestRedirect):
            endpoint, values = "", {}
        if endpoint in _SHOWN:
            return str(values["address"])
    shelf.missing(_("nothing to embed at that address: it is not that of a card of this viewer"))


def _xml(answer: dict[str, str | int]) -> str:
    """
    >>> _xml({"version": "1.0", "title": "<b> & \\x01"}).splitlines()[1]
    '<oembed><version>1.0</version><title>&lt;b&gt; &amp; </title></oembed>'
    """
    held = "".join(
        f"<{name}>{escape(_NOT_XML.sub('', str(value)), quote=False)}</{name}>"
        for name, value in answer.items()
    )
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{held}</oembed>\n'
