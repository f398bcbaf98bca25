"""PDF → pages and lines, with PDFium kept in processes of its own.

In: an open file with a PDF. Out: page texts, lines, and warnings. Raises `ReadError` for a file
that is encrypted, truncated, a scan, unreadable, or that makes PDFium crash or take more time or
memory than allowed: the child dies then, and the run goes on. Fonts with a wrong character map are
found when all pages have been seen; then the pages that use them are made again.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import IO

from tracker.errors import ReadError
from tracker.read.lines import Line
from tracker.read.pdf_fonts import Fonts
from tracker.read.pdf_grid import same_columns
from tracker.read.pdf_layout import TableKey
from tracker.read.pdf_lines import lines_of
from tracker.read.pdf_ocr import PROGRAM, recognise
from tracker.read.pdf_pieces import Style, Undo, page_of
from tracker.read.pdf_processes import Reader
from tracker.read.pdf_shelf import Shelf

Parts = tuple[tuple[str, ...], tuple[Line, ...], tuple[str, ...]]

FURNITURE = 6
"""Lines between the parts of a table on two pages at most: page number, symbol, running heads."""
COVERS = 0.5
"""The share of a page that a picture of it covers."""
MOST_JUDGED = 200
"""Pages from whose text it is told whether it is text."""
SCANT = 40
"""Characters on a scanned page at most: the number or the stamp that a machine put on it."""


def read_pdf(
    file: IO[bytes],
    size: int,
    name: str,
    *,
    deadline: float,
    memory: int,
    processes: int | None = None,
    ocr: bool = False,
    language: str = "en",
) -> Parts:
    """Read a PDF within `deadline` seconds (and more for every page that was read) and `memory`
    bytes of the address space of each child.

    Args:
        processes: how many children share the pages; the result is the same for any number.
        ocr: recognise the text of pages that are pictures, in `language` (ISO 639-1).
    Raises:
        ReadError: see the module.
    """
    file.seek(max(size - 4096, 0))
    if b"%%EOF" not in file.read():
        raise ReadError(f"{name}: the PDF is truncated (no %%EOF at its end); get the file again")
    document = _Document(Reader(file, size, name, deadline, memory, processes))
    document.read()
    if ocr:
        document.recognise(language)
    _check_text(name, document)
    return document.parts()


@dataclass(slots=True)
class _Made:
    """A page as it was made: its text, lines and tables, and whether a picture covers it."""

    text: str
    lines: list[Line]
    tables: list[TableKey]
    scan: bool


class _Document:
    """The pages of one PDF while they are read.

    What the children say is kept in a file, for the pages that must be made again.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.styles: list[list[Style]] = [[] for _ in range(reader.processes)]
        self.fonts = Fonts()
        self.pages: list[_Made] = []
        self.warnings: list[str] = []
        self.recognised_in = ""
        self.shelf = Shelf()

    def read(self) -> None:
        """Read all pages, then judge the fonts and make the pages of wrong ones again."""
        with tempfile.TemporaryFile() as file:
            places = [0]
            for number, line in enumerate(self.reader.pages(), start=1):
                file.write(line)
                places.append(places[-1] + len(line))
                told = json.loads(line)
                styles = self.styles[(number - 1) % len(self.styles)]
                styles.extend(Style.of_font(*style) for style in told["styles"])
                self.fonts.add(told, styles, number)
                self.pages.append(self.make(told, number, None))
            undo, said = self.fonts.judge()
            self.warnings += said
            for number in sorted({n for font in undo for n in self.fonts.pages[font]}):
                file.seek(places[number - 1])
                told = json.loads(file.read(places[number] - places[number - 1]))
                self.pages[number - 1] = self.make(told, number, undo)

    def make(self, told: dict[str, object], number: int, undo: Undo | None) -> _Made:
        """One page from what its child told."""
        styles = self.styles[(number - 1) % len(self.styles)]
        found = lines_of(page_of(told, styles, undo), number)
        image = told["image"]
        assert isinstance(image, float | int)
        scan = bool(image) and (not found.text or (image >= COVERS and len(found.text) < SCANT))
        lines = [self.shelf.line(line) for line in found.lines]
        return _Made(found.text, lines, found.tables, scan)

    def recognise(self, language: str) -> None:
        """Recognise the text of the pages that are pictures."""
        reader = self.reader
        self.recognised_in = language
        for number in self.scans:
            page = self.pages[number - 1]
            found = recognise(
                reader.file,
                reader.name,
                number,
                language=language,
                memory=reader.memory,
                written=page.lines,
            )
            if not found.words:
                self.warnings.append(
                    f"page {number} is a picture in which no words were recognised ({PROGRAM}, "
                    f"language {language}); compare it with the print"
                )
                continue
            self.pages[number - 1] = _Made(found.text, found.lines, [], False)
            self.warnings.append(
                f"page {number} is a picture, its text was recognised ({PROGRAM}, language "
                f"{language}, {found.sure:.0f}% sure); compare it with the print"
            )

    @property
    def scans(self) -> list[int]:
        """The numbers of the pages that are pictures."""
        return [number for number, page in enumerate(self.pages, start=1) if page.scan]

    def parts(self) -> Parts:
        """The texts of the pages, all lines with tables counted through, the warnings."""
        lines: list[Line] = []
        for page, first in zip(self.pages, _tables(self.pages), strict=True):
            lines += (_placed(line, first) for line in page.lines)
        return tuple(page.text for page in self.pages), tuple(lines), tuple(self.warnings)


def _tables(pages: Sequence[_Made]) -> list[list[tuple[int, int]]]:
    """For each table of each page its number in the document and the number of its first row.

    A page that begins with a table of the same columns as the one that ends the page before goes
    on with it, if no more than running heads and a page number stand between.
    """
    out: list[list[tuple[int, int]]] = []
    count = rows = 0
    last: TableKey | None = None
    between = 0
    for page in pages:
        places = [n for n, line in enumerate(page.lines) if line.cell is not None]
        near = between + (places[0] if places else 0) <= FURNITURE
        found: list[tuple[int, int]] = []
        for n, (lines, high) in enumerate(page.tables):
            if not (n == 0 and near and last and lines and same_columns(last[0], lines)):
                count, rows = count + 1, 0
            found.append((count - 1, rows))
            rows += high
        last = page.tables[-1] if page.tables else None
        between = len(page.lines) - places[-1] - 1 if places else 0
        out.append(found)
    return out


def _placed(line: Line, tables: Sequence[tuple[int, int]]) -> Line:
    if line.cell is None:
        return line
    table, row, column = line.cell
    number, first = tables[table]
    return replace(line, cell=(number, first + row, column))


_LOST = re.compile("[\ufffd\ue000-\uf8ff\u2400-\u241f]")
_VOWEL = re.compile("[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōū]")
_ACCENTED = re.compile("[À-ÖØ-öø-ÿ]")


def _check_text(name: str, document: _Document) -> None:
    """Refuse scans, and text layers that are not text."""
    pages, scans = document.pages, document.scans
    written = sum(1 for page in pages if page.text and not page.scan)
    if not written or len(scans) > written:
        raise ReadError(f"{name}: {_why_unread(document, written)}")
    if scans and not document.recognised_in:
        are = "are pictures (scans)" if len(scans) > 1 else "is a picture (a scan)"
        document.warnings.append(
            f"{_named(scans)} {are}: what is printed there was not read; read the file with --ocr"
        )
    if not readable("\n".join(page.text for page in pages[:MOST_JUDGED])):
        raise ReadError(
            f"{name}: the text layer is not readable text (its character map is broken); "
            "get another copy of the file, or print it and run OCR"
        )


def _why_unread(document: _Document, written: int) -> str:
    """Why so few pages could be read, and what to do."""
    pages, scans = document.pages, document.scans
    what = "only pictures of pages" if scans else "no text on any page"
    if written:
        what = f"on {len(scans)} of {len(pages)} pages (first: page {scans[0]})"
    if not document.recognised_in:
        what = what if written else f"({what})"
        return f"no text layer {what}; read it with --ocr, or run OCR first and use its result"
    return (
        f"no text was recognised {what if written else 'in it'} ({PROGRAM}, language "
        f"{document.recognised_in}); give the language that it is in, or get a better copy"
    )


def _named(numbers: Sequence[int]) -> str:
    """Pages in words.

    >>> _named([3, 4, 5, 9])
    'pages 3-5, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {said}"


def readable(text: str) -> bool:
    """Whether a text is writing, not the codes of glyphs without a character map.

    Told by the share of letters and digits among the marks, of private-use and replacement
    characters, and, in Latin script, of longer words without a vowel and of accented letters
    (Cyrillic bytes that were read as Latin ones have nothing else).
    """
    marks = [c for c in text[:200_000] if not c.isspace()]
    if not marks:
        return False
    lost = len(_LOST.findall(text[:200_000]))
    letters = sum(1 for c in marks if c.isalnum())
    if lost > 0.3 * len(marks) or (letters < 0.4 * len(marks) and len(marks) > 100):
        return False
    if len(marks) > 100 and len(_ACCENTED.findall(text[:200_000])) > 0.5 * letters:
        return False
    words = re.findall("[a-zà-öø-ÿ]{4,}", text[:200_000].lower())
    mute = sum(1 for word in words if not _VOWEL.search(word))
    return len(words) < 50 or mute < 0.5 * len(words)
