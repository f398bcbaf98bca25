"""Where pages are drawn: few at once, and what was drawn last is kept.

In: the hash of a file, a way to its bytes, a page. Out: a picture, or the page's lines. PDFium runs
in processes of their own, each of which may take a second of a core and much memory, so at most
`AT_ONCE` run together and who waits too long is told so. Safe in threads.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from cachetools import LRUCache

from tracker.errors import ReadError

if TYPE_CHECKING:
    from tracker.read.pdf_image import Sheet

WIDTHS = (800, 480, 1200, 1600)
"""The widths in dots in which a page can be had; the first one unless another is asked for."""

AT_ONCE = 2
WAIT_SECONDS = 10.0
PICTURE_BYTES = 32 << 20
"""Of all pictures that are kept; one of a page of text has 60 to 100 kB."""
SHEETS = 500
"""So many pages are kept with their lines, some 40 a page."""

Load = Callable[[], bytes]

K = TypeVar("K")
V = TypeVar("V")


class Busy(ReadError):
    """Too many pages are asked for at the moment."""


class NoLibrary(ReadError):
    """The library that draws PDF pages is not installed here."""


class Desk:
    """Pictures and lines of pages, by the hash of their file."""

    def __init__(self) -> None:
        self._turn = BoundedSemaphore(AT_ONCE)
        self._lock = Lock()
        self._pictures: LRUCache[tuple[str, int, int], bytes] = LRUCache(PICTURE_BYTES, len)
        self._sheets: LRUCache[tuple[str, int], Sheet] = LRUCache(SHEETS)

    def picture(self, sha256: str, load: Load, number: int, width: int) -> bytes:
        """Page `number` (from 1) as a PNG of `width` dots; the same bytes every time.

        Args:
            load: gives the bytes of the file, if the picture is not kept.
        Raises:
            NoLibrary, Busy: pages cannot be drawn, or not now.
            ReadError: the page is damaged, or takes too long or too much memory.
        """
        key = (sha256, number, width)
        if (kept := self._kept(self._pictures, key)) is not None:
            return kept
        library = _library()
        with self._a_turn():
            if (kept := self._kept(self._pictures, key)) is None:
                with tempfile.TemporaryFile() as file:
                    file.write(load())
                    file.flush()
                    kept = bytes(library.picture(file, sha256[:12], number, width))
                self._keep(self._pictures, key, kept, len(kept) <= PICTURE_BYTES)
        return kept

    def sheet(self, sha256: str, load: Load, number: int) -> Sheet:
        """Page `number` as it is read again.

        Raises:
            NoLibrary, Busy, ReadError: as `picture`.
        """
        key = (sha256, number)
        kept = self._kept(self._sheets, key)
        if kept is None:
            library = _library()
            with self._a_turn(), tempfile.TemporaryFile() as file:
                content = load()
                file.write(content)
                made: Sheet = library.sheet(file, len(content), sha256[:12], number)
            self._keep(self._sheets, key, made)
            return made
        return kept

    @contextmanager
    def _a_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=WAIT_SECONDS):
            raise Busy("too many pages are being drawn at the moment; try again in a minute")
        try:
            yield
        finally:
            self._turn.release()

    def _kept(self, shelf: LRUCache[K, V], key: K) -> V | None:
        with self._lock:
            return shelf.get(key)

    def _keep(self, shelf: LRUCache[K, V], key: K, value: V, fits: bool = True) -> None:
        with self._lock:
            if fits:
                shelf[key] = value


def _library() -> ModuleType:
    """The module that draws, which needs PDFium."""
    try:
        from tracker.read import pdf_image
    except (ImportError, OSError) as error:
        raise NoLibrary(
            "pages cannot be drawn here: the PDF library (pypdfium2) is not installed on this "
            "server"
        ) from error
    return pdf_image
