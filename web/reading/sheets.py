"""The picture of a page of a file, and where on it a passage stands.

In: a page of a source, a passage on it. Out: the picture; the outline of the passage in shares of
the page; or, in words, why the page cannot be drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from flask import abort, current_app

from tracker.errors import ReadError, StoreError
from tracker.facsimile import Box, Busy, Desk, NoLibrary, boxes_on
from tracker.store.records.source_files import Passage, SourcePage
from web import shelf
from web.translation import _, later

DESK = "negotiation-tracker-facsimiles"
"""Where the application keeps its `Desk`."""

_ROUND, _LARGE = 0.02, 0.5
"""What is shown around an outline that is seen large; the height from which it is not."""
_NO_LIBRARY = later(
    "Pages cannot be drawn here: the PDF library (pypdfium2) is not installed on this server."
)
_DAMAGED = later("This page of the file cannot be drawn: the file is damaged.")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the picture of a page came to: its height if it is 1 wide; the outline of the passage,
    None where its place is not known, and what to show of the page to see it large; or `why` there
    is no picture."""

    boxes: tuple[Box, ...] | None = None
    height: float = 1.414
    near: Box | None = None
    why: str = ""


def _desk() -> Desk:
    desk = current_app.extensions.setdefault(DESK, Desk())
    assert isinstance(desk, Desk)
    return desk


def _load(there: SourcePage) -> Callable[[], bytes]:
    library = shelf.library()

    def load() -> bytes:
        found = library.source_file(there.source.sha256)
        if found is None:
            raise StoreError(_("the file was replaced a moment ago; try again"))
        return found

    return load


def drawn(there: SourcePage, width: int) -> bytes:
    """The picture of a page."""
    try:
        return _desk().picture(there.source.sha256, _load(there), there.number, width)
    except Busy:
        _busy()
    except NoLibrary:
        abort(503, description=str(_NO_LIBRARY))
    except ReadError as error:
        current_app.logger.warning("%s", error)
        abort(404, description=str(_DAMAGED))


def shown(there: SourcePage, passage: Passage | None) -> Shown:
    """Where the passage stands on the page, or why the page cannot be shown."""
    words = passage.words if passage else ()
    sha256 = there.source.sha256
    try:
        sheet = _desk().sheet(sha256, _load(there), there.number)
    except Busy:
        _busy()
    except NoLibrary:
        return Shown(why=_NO_LIBRARY)
    except ReadError as error:
        current_app.logger.warning("%s", error)
        return Shown(why=_DAMAGED)
    found = boxes_on(sheet, there.text, words)
    return Shown(found, sheet.height / sheet.width, _near(found or ()))


def _busy() -> NoReturn:
    said = _("Too many pages are being drawn at the moment; try again in a minute.")
    abort(503, description=said)


def _near(found: Sequence[Box]) -> Box | None:
    """The part of the page around an outline, if that is much less than the page."""
    if not found:
        return None
    top = max(min(box.top for box in found) - _ROUND, 0.0)
    bottom = min(max(box.bottom for box in found) + _ROUND, 1.0)
    left = max(min(box.left for box in found) - _ROUND, 0.0)
    right = min(max(max(box.right for box in found) + _ROUND, left + 0.5), 1.0)
    return Box(left, top, right, bottom) if bottom - top < _LARGE else None
