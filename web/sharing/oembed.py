"""oEmbed: a page that holds a link to one of ours asks here for the frame that shows it.

In: `?url=` with the address of a card, a story or a comparison, or of its embed, `format`,
`maxwidth`, `maxheight`. Out: the answer of oEmbed 1.0 (https://oembed.com) of the type `rich`, in
JSON or XML. Only our own addresses are answered, 404 for others; 501 for another format, as that
standard says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import parse_qsl, unquote, urlsplit

from flask import Blueprint, Response, abort, current_app, json, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from web import shelf
from web.changes import compare, pairs
from web.changes.card_shared import frame as card_frame
from web.changes.card_shared import page_at
from web.changes.card_view import view
from web.sharing import public
from web.sharing.citing import NAME
from web.sharing.frames import WIDTH, Frame
from web.sharing.social import HEIGHT as IMAGE_HEIGHT
from web.sharing.social import WIDTH as IMAGE_WIDTH
from web.stories import provisions
from web.translation import _

pages = Blueprint("oembed", __name__)

LONGEST = 2000
"""No address of more characters is looked at."""

_SIZE = re.compile(r"[1-9][0-9]{0,4}")
_AGE = 86400
# What XML 1.0 cannot hold, however written.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@pages.get("/oembed")
def oembed() -> Response:
    """The frame of a page."""
    form = request.args.get("format", "json")
    if form not in ("json", "xml"):
        abort(501, description=_("Only the formats “json” and “xml” are known here."))
    frame = _frame_asked()
    width, height = _size("maxwidth", WIDTH), _size("maxheight", frame.height)
    answer: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": frame.title,
        "provider_name": str(NAME),
        "provider_url": f"{public.root()}/",
        "cache_age": _AGE,
        "width": width,
        "height": height,
        "html": frame.framed(width, height),
    }
    # A thumbnail has to keep within the limits too.
    if frame.picture and "maxwidth" not in request.args and "maxheight" not in request.args:
        answer |= {
            "thumbnail_url": public.whole(frame.picture),
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


def _frame_asked() -> Frame:
    """The frame of what stands at the address that `?url=` holds."""
    asked = request.args.get("url", "")
    if not asked:
        shelf.refused(_("An address is missing: /oembed?url=… with the address of a page."))
    if len(asked) > LONGEST:
        shelf.refused(
            _(
                "“%(name)s” in the address is longer than %(most)s characters.",
                name="url",
                most=LONGEST,
            )
        )
    path = public.own_path(asked)
    endpoint, values = _endpoint(path) if path is not None else ("", {})
    frame = _FRAMES.get(endpoint)
    if frame is not None:
        # Of several of one name the page takes the first.
        return frame(values, MultiDict(parse_qsl(urlsplit(asked).query)))
    shelf.missing(
        _(
            "There is nothing to embed at that address: it is not that of a change, of the history "
            "of a provision, or of two drafts compared in this viewer."
        )
    )


def _endpoint(path: str) -> tuple[str, Mapping[str, str]]:
    try:
        endpoint, values = current_app.url_map.bind("").match(unquote(path), method="GET")
    except (HTTPException, RequestRedirect):
        return "", {}
    return str(endpoint), values


def _of_card(values: Mapping[str, str], _query: Mapping[str, str]) -> Frame:
    page = page_at(values["address"])
    row = shelf.negotiation_or_404(page.comparison.negotiation_id, beside=True)
    return card_frame(view(page), row)


def _of_story(values: Mapping[str, str], _query: Mapping[str, str]) -> Frame:
    page = shelf.library().thread(values["address"]) or shelf.no_provision(values["address"])
    return provisions.brief(page).frame


def _of_comparison(values: Mapping[str, str], query: Mapping[str, str]) -> Frame:
    row = shelf.negotiation_or_404(values["negotiation"])
    language = query.get("lang") or None
    drafts = shelf.library().drafts(row.id, language)
    pair = pairs.in_order(pairs.named(drafts, query, pairs.last_two))
    if pair is None:
        shelf.missing(_("There is nothing to compare: this negotiation has fewer than two drafts."))
    return compare.frame_of(row, pair, language)


_FRAMES: dict[str, Callable[[Mapping[str, str], Mapping[str, str]], Frame]] = {
    "finding_cards.card": _of_card,
    "embeds.card": _of_card,
    "provisions.thread": _of_story,
    "embeds.story": _of_story,
    "compare.compare": _of_comparison,
    "embeds.comparison": _of_comparison,
}
"""What can be embedded, by the endpoint of its page and of its embed."""


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
