"""Files to take away: a draft, two drafts compared, the whole database.

In: a draft or a pair of an address, and the ending of a format. Out: the file, under a name that
every system takes, never shown as a page of this site. A file is made whole before it is sent, so
that one that is cut off is shorter than its length says.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from flask import Blueprint, Response, current_app, redirect, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from tracker.errors import TrackerError
from tracker.export import COMPARISONS, DRAFTS, Format, file_name
from tracker.export.scripts import printed
from tracker.export.snapshot import Snapshots
from web import shelf
from web.changes import pairs
from web.reading import drafts
from web.translation import _

pages = Blueprint("downloads", __name__)
pages.add_app_template_global(printed, "has_pdf")

_SNAPSHOTS = "negotiation-tracker-snapshots"


@pages.get("/n/<negotiation>/d/<path:symbol>/draft.<form>")
def draft(negotiation: str, symbol: str, form: str) -> Response | str:
    """One draft as a file; the page of a draft if its symbol ends like that."""
    row = shelf.negotiation_or_404(negotiation, beside=True)
    language = shelf.language_asked()
    if shelf.library().draft(row.id, f"{symbol}/draft.{form}", language) is not None:
        return drafts.draft(negotiation, f"{symbol}/draft.{form}")
    made = _format(DRAFTS, form)
    found = shelf.draft_or_404(row, symbol, language)
    kept = shelf.library().kept(found.id)
    if kept is None:
        shelf.missing(_("There is no such draft."))
    return _sent(made, kept, [row.id, found.symbol, found.language])


@pages.get("/n/<negotiation>/compare.<form>")
def comparison(negotiation: str, form: str) -> AnyResponse:
    """Two drafts compared as a file; which two, as on the page that compares them."""
    made = _format(COMPARISONS, form)
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    pair = pairs.asked(shelf.library().drafts(row.id, language), pairs.last_two)
    if pair is None:
        shelf.missing(_("There is nothing to compare: this negotiation has fewer than two drafts."))
    old, new = pair
    if old.position > new.position:
        there = url_for(
            ".comparison",
            negotiation=row.id,
            form=form,
            old=new.symbol,
            new=old.symbol,
            lang=language,
        )
        return redirect(there)
    compared = shelf.library().compared(old.id, new.id)
    if compared is None:
        shelf.missing(_("There is no comparison of these two drafts in the database."))
    return _sent(made, compared, [row.id, old.symbol, "to", new.symbol])


@pages.get("/database.sqlite")
def database() -> Response:
    """All that is in the collection as one SQLite file, as it is at this moment."""
    state = shelf.library().state()
    file = _snapshots().open(state)
    # Parts of the file may be asked for: a large one that was cut off goes on where it ended.
    answer = send_file(
        file,
        mimetype="application/vnd.sqlite3",
        as_attachment=True,
        download_name="negotiation-tracker.sqlite",
        etag=False,
        max_age=None,
    )
    answer.set_etag(str(request.environ.get("tracker.etag") or state))
    answer.content_length = size = file.seek(0, 2)
    file.seek(0)
    answer.make_conditional(request, accept_ranges=True, complete_length=size)
    return answer


def _snapshots() -> Snapshots:
    found = current_app.extensions.get(_SNAPSHOTS)
    if found is None or found.path != shelf.library().path:
        found = Snapshots(shelf.library().path)
        current_app.extensions[_SNAPSHOTS] = found
    assert isinstance(found, Snapshots)
    return found


def _format(formats: Mapping[str, Format[Any]], form: str) -> Format[Any]:
    found = formats.get(form)
    if found is None:
        known = ", ".join(f".{ending}" for ending in formats)
        shelf.missing(
            _(
                "There is no format “.%(form)s”; there are %(known)s.",
                form=shelf.brief(form),
                known=known,
            )
        )
    return found


def _sent(made: Format[Any], what: object, name: list[str]) -> Response:
    try:
        body = made.make(what)
    except TrackerError as error:
        shelf.missing(_("There is no such file of this text: %(why)s.", why=error))
    answer = Response(body, content_type=made.media_type)
    answer.headers["Content-Disposition"] = disposition(file_name(name, made.ending))
    return answer


def disposition(name: str) -> str:
    """The header by which a browser saves a file under this name (RFC 6266).

    >>> disposition("moon-é.pdf")
    'attachment; filename="moon-e.pdf"; filename*=UTF-8\\'\\'moon-%C3%A9.pdf'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    said = f'attachment; filename="{plain}"'
    return said if plain == name else f"{said}; filename*=UTF-8''{quote(name, safe='.-_')}"
