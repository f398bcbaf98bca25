"""A page of the file that a draft was read from: its picture, and what was read from it.

In: a draft, the number of a page, a passage that is asked for. Out: a page that shows the page as
it was printed with the passage outlined, and the provisions that stand on it; the picture itself;
the outline alone, as a picture to be laid over. Of a file without pages: its words as read.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import NoReturn

from flask import Blueprint, Response, current_app, make_response, render_template, request

from tracker.facsimile import WIDTHS
from tracker.store.records import DraftRow, NegotiationRow, ProvisionRow
from tracker.store.records.source_files import Passage, SourcePage
from web import shelf
from web.reading import drafts, places
from web.reading.page_words import MOST_WHOLE, PageWords, page_words, whole
from web.reading.sheets import DESK as DESK
from web.reading.sheets import Shown, drawn, shown
from web.terms.names import Names, capital
from web.translation import _, later

pages = Blueprint("facsimiles", __name__)

HASHED = 12
"""So many digits of its hash name a file for good."""
MOST_PASSAGES = 1_000
"""So many are listed of a page; of a print, a page holds some forty."""

FORMATS = {
    "text": later("plain text"),
    "html": later("web page"),
    "docx": later("Word document"),
    "odt": later("OpenDocument text"),
    "xml": "XML",
    "json": "JSON",
    "markdown": "Markdown",
}
"""What kinds of files are called."""

_NUMBER = re.compile("[1-9][0-9]{0,4}")
_AIR = 0.004
"""By which an outline stands off the words, in shares of the page."""


@dataclass(frozen=True, slots=True)
class OnPage:
    """A provision that has words on the page: its name, the words of it that stand here, and
    whether it began on an earlier page."""

    provision: ProvisionRow
    name: str
    words: str
    begun: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """What of the page belongs to no provision, of one kind."""

    title: str
    texts: tuple[str, ...]


@pages.get("/n/<negotiation>/d/<path:symbol>/page/<number>")
def page(negotiation: str, symbol: str, number: str) -> str:
    """A page of the source; the draft itself if its symbol ends like that."""
    if _is_draft(negotiation, f"{symbol}/page/{number}"):
        return drafts.draft(negotiation, f"{symbol}/page/{number}")
    row, found, there = _asked(negotiation, symbol, number)
    provisions = {one.id: one for one in shelf.library().provisions(found.id)}
    chosen = _chosen(found, provisions)
    passage = _passage(there, chosen, provisions)
    after = shelf.library().source_page(found, there.number + 1) if passage else None
    names = Names(provisions.values(), language=found.language)
    return render_template(
        "facsimile.html",
        negotiation=row,
        draft=found,
        page=there,
        shown=shown(there, passage) if there.kept else Shown(),
        chosen=chosen,
        chosen_name=capital(names.full(chosen)) if chosen else "",
        passage=passage,
        goes_on=bool(after and _passage(after, chosen, provisions)),
        printed=there.printed,
        listed=_listed(there, provisions, names) if there.printed else (),
        apart=_apart(there),
        words=_words(there, passage, provisions),
        formats=FORMATS,
        air=_AIR,
        unofficial=shelf.unofficial([found]),
    )


@pages.get("/n/<negotiation>/d/<path:symbol>/page/<number>.png")
def picture(negotiation: str, symbol: str, number: str) -> Response | str:
    """A page of the source as a PNG, in one of a few widths."""
    if _is_draft(negotiation, f"{symbol}/page/{number}.png"):
        return drafts.draft(negotiation, f"{symbol}/page/{number}.png")
    _row, _found, there = _asked(negotiation, symbol, number)
    width = int(shelf.choice_asked("w", tuple(map(str, WIDTHS))))
    sha256 = there.source.sha256
    wanted = request.args.get("h", "")
    if not there.kept:
        _no_picture()
    if wanted and not sha256.startswith(wanted):
        shelf.missing(
            _("There is no picture of this page any more: the file was replaced by another one.")
        )
    version = current_app.config["VERSION"]
    etag = hashlib.sha256(f"{sha256} {there.number} {width} {version}".encode()).hexdigest()[:24]
    if etag in request.if_none_match:
        answer = make_response("", 304)
    else:
        answer = make_response(drawn(there, width))
        answer.headers["Content-Type"] = "image/png"
    answer.set_etag(etag)
    # A few digits may be those of the file too that will take the place of this one.
    for_good = "public, max-age=31536000, immutable" if len(wanted) >= HASHED else "no-cache"
    answer.headers["Cache-Control"] = for_good
    return answer


@pages.get("/n/<negotiation>/d/<path:symbol>/page/<number>.svg")
def outline(negotiation: str, symbol: str, number: str) -> Response | str:
    """The outline of a passage on a page of the source, to be laid over its picture."""
    if _is_draft(negotiation, f"{symbol}/page/{number}.svg"):
        return drafts.draft(negotiation, f"{symbol}/page/{number}.svg")
    _row, found, there = _asked(negotiation, symbol, number)
    if not there.kept:
        _no_picture()
    provisions = {one.id: one for one in shelf.library().provisions(found.id)}
    outlined = shown(there, _passage(there, _chosen(found, provisions), provisions))
    answer = make_response(render_template("outline.svg", boxes=outlined.boxes or (), air=_AIR))
    answer.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    return answer


def _no_picture() -> NoReturn:
    shelf.missing(
        _("There is no picture of a page of this file: it has no pages, or is too large.")
    )


def _is_draft(negotiation: str, symbol: str) -> bool:
    """Whether what looks like a page of a draft is the symbol of another one."""
    row = shelf.negotiation_or_404(negotiation, beside=True)
    return shelf.library().draft(row.id, symbol, shelf.language_asked()) is not None


def _asked(
    negotiation: str, symbol: str, number: str
) -> tuple[NegotiationRow, DraftRow, SourcePage]:
    """What the address names."""
    row = shelf.negotiation_or_404(negotiation, beside=True)
    found = shelf.draft_or_404(row, symbol, shelf.language_asked())
    there = None
    if _NUMBER.fullmatch(number):
        there = shelf.library().source_page(found, int(number))
    if there is None:
        shelf.missing(
            _(
                "There is no page %(number)s of the file of “%(symbol)s”.",
                number=shelf.brief(number),
                symbol=shelf.brief(symbol),
            )
        )
    return row, found, there


def _chosen(draft: DraftRow, provisions: dict[str, ProvisionRow]) -> ProvisionRow | None:
    """The passage that `?p=` asks for, by its place in the draft."""
    asked = shelf.text_asked("p")
    if not asked:
        return None
    found = next((one for one in provisions.values() if one.eid == asked), None)
    return found or shelf.missing(
        _(
            "There is no provision “%(place)s” in “%(symbol)s”.",
            place=shelf.brief(asked),
            symbol=draft.symbol,
        )
    )


def _passage(
    there: SourcePage, chosen: ProvisionRow | None, provisions: dict[str, ProvisionRow]
) -> Passage | None:
    """What the page holds of a provision and of all that is inside it."""
    if chosen is None:
        return None
    inside = {chosen.id}
    for one in provisions.values():
        if one.parent_id in inside:
            inside.add(one.id)
    words = [span for one in there.passages if one.provision_id in inside for span in one.words]
    return Passage(chosen.id, tuple(sorted(words))) if words else None


def _listed(there: SourcePage, provisions: dict[str, ProvisionRow], names: Names) -> list[OnPage]:
    """The provisions on the page, in the order of the draft."""
    found = []
    for one in there.passages[:MOST_PASSAGES]:
        provision = provisions[one.provision_id]
        words = " ".join(there.text[start:end].strip() for start, end in one.words)
        begun = provision.page is not None and provision.page < there.number
        found.append(OnPage(provision, capital(names.full(provision)), _first(words), begun))
    return found


def _words(
    there: SourcePage, passage: Passage | None, provisions: dict[str, ProvisionRow]
) -> PageWords:
    """The words of the page: of a file without pages all, if no passage is asked for."""
    if passage is not None or there.printed or len(there.text) > MOST_WHOLE:
        return page_words(there.text, passage.words if passage else ())
    return whole(
        there.text,
        (
            (start, end, provisions[one.provision_id].eid)
            for one in there.passages
            for start, end in one.words
        ),
    )


def _first(words: str, most: int = 14) -> str:
    """The first words of a text."""
    split = words.split()
    return " ".join(split[:most]) + ("…" if len(split) > most else "")


def _apart(there: SourcePage) -> list[Apart]:
    """What of the page was set apart, by kind."""
    found: dict[str, list[str]] = {}
    for one in there.furniture:
        found.setdefault(one.kind, []).append(one.text)
    return [Apart(places.title_of(kind), tuple(texts[:40])) for kind, texts in found.items()]
