"""A page of the file that a draft was read from: its picture, and what was read from it.

In: a draft, the number of a page, a passage that is asked for. Out: a page that shows the page as
it was printed with the passage outlined, and the provisions that stand on it; the picture itself;
the outline alone, as a picture to be laid over. Of a file without pages: its words as read.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request

from tracker.errors import ReadError, StoreError
from tracker.facsimile import WIDTHS, Box, Busy, Desk, NoLibrary, boxes_on
from tracker.store.records import DraftRow, NegotiationRow, ProvisionRow
from tracker.store.records.source_files import Passage, SourcePage
from web import drafts, places, shelf
from web.names import Names, capital
from web.page_words import MOST_WHOLE, PageWords, page_words, whole
from web.translation import _, later

pages = Blueprint("facsimiles", __name__)

DESK = "negotiation-tracker-facsimiles"
"""Where the application keeps its `Desk`."""
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
_ROUND, _LARGE = 0.02, 0.5
"""What is shown around an outline that is seen large; the height from which it is not."""


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


@dataclass(frozen=True, slots=True)
class Shown:
    """What the picture of a page came to: its height if it is 1 wide; the outline of the passage,
    None where its place is not known, and what to show of the page to see it large; or `why` there
    is no picture."""

    boxes: tuple[Box, ...] | None = None
    height: float = 1.414
    near: Box | None = None
    why: str = ""


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
        shown=_shown(there, passage) if there.kept else Shown(),
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
        shelf.missing("no picture of a page of this file: it has no pages, or is too large")
    if wanted and not sha256.startswith(wanted):
        shelf.missing("no picture of this page any more: the file was replaced by another one")
    version = current_app.config["VERSION"]
    etag = hashlib.sha256(f"{sha256} {there.number} {width} {version}".encode()).hexdigest()[:24]
    if etag in request.if_none_match:
        answer = make_response("", 304)
    else:
        answer = make_response(_drawn(there, width))
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
        shelf.missing("no picture of a page of this file: it has no pages, or is too large")
    provisions = {one.id: one for one in shelf.library().provisions(found.id)}
    shown = _shown(there, _passage(there, _chosen(found, provisions), provisions))
    answer = make_response(render_template("outline.svg", boxes=shown.boxes or (), air=_AIR))
    answer.headers["Content-Type"] = "image/svg+xml; charset=utf-8"
    return answer


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
        shelf.missing(f"no page {shelf.brief(number)} of the file of “{shelf.brief(symbol)}”")
    return row, found, there


def _chosen(draft: DraftRow, provisions: dict[str, ProvisionRow]) -> ProvisionRow | None:
    """The passage that `?p=` asks for, by its place in the draft."""
    asked = shelf.text_asked("p")
    if not asked:
        return None
    found = next((one for one in provisions.values() if one.eid == asked), None)
    return found or shelf.missing(f"no provision “{shelf.brief(asked)}” in “{draft.symbol}”")


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


def _desk() -> Desk:
    desk = current_app.extensions.setdefault(DESK, Desk())
    assert isinstance(desk, Desk)
    return desk


def _load(there: SourcePage) -> Callable[[], bytes]:
    library = shelf.library()

    def load() -> bytes:
        found = library.source_file(there.source.sha256)
        if found is None:
            raise StoreError("the file was replaced a moment ago; try again")
        return found

    return load


def _drawn(there: SourcePage, width: int) -> bytes:
    """The picture of a page."""
    try:
        return _desk().picture(there.source.sha256, _load(there), there.number, width)
    except (Busy, NoLibrary) as error:
        abort(503, description=_sentence(error))
    except ReadError as error:
        current_app.logger.warning("%s", error)
        abort(404, description=_("This page of the file cannot be drawn: the file is damaged."))


def _shown(there: SourcePage, passage: Passage | None) -> Shown:
    """Where the passage stands on the page, or why the page cannot be shown."""
    words = passage.words if passage else ()
    sha256 = there.source.sha256
    try:
        sheet = _desk().sheet(sha256, _load(there), there.number)
    except Busy as error:
        abort(503, description=_sentence(error))
    except NoLibrary as error:
        return Shown(why=_sentence(error))
    except ReadError as error:
        current_app.logger.warning("%s", error)
        return Shown(why=_("This page of the file cannot be drawn: the file is damaged."))
    found = boxes_on(sheet, there.text, words)
    return Shown(found, sheet.height / sheet.width, _near(found or ()))


def _near(found: Sequence[Box]) -> Box | None:
    """The part of the page around an outline, if that is much less than the page."""
    if not found:
        return None
    top = max(min(box.top for box in found) - _ROUND, 0.0)
    bottom = min(max(box.bottom for box in found) + _ROUND, 1.0)
    left = max(min(box.left for box in found) - _ROUND, 0.0)
    right = min(max(max(box.right for box in found) + _ROUND, left + 0.5), 1.0)
    return Box(left, top, right, bottom) if bottom - top < _LARGE else None


def _sentence(error: ReadError) -> str:
    said = str(error)
    return f"{capital(said)}."


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
