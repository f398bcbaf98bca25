"""The process in which PDFium runs: a PDF on standard input, one JSON line a page on the output.

In: the bytes of a PDF; as arguments a memory limit in bytes, a limit of seconds, and which pages:
of every `step` pages the one at `first`. Out: first a line {"pages": n}, then for each of its pages
its size, its pieces of text, its rules and how much of it a picture covers. It stands apart because
PDFium can abort or eat all memory on a hostile file, and it must not take the run with it; several
of them share the pages of a long document.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import sys
from typing import Any

import pypdfium2_raw as pdfium

from tracker.read.pdf_paths import picture_share, rules_of
from tracker.read.pdf_text import Frame, Styles, TextPage, use_addresses

OUT_OF_MEMORY = 3
PASSWORD = 4
NOT_A_PDF = 5
TOO_MANY_PAGES = 6
BAD_PAGE = 7
MOST_PAGES = 8_000
"""So many are read in less than 500 MB, children and parent together."""
PAGE_SECONDS = 0.03
"""By which every page that was read puts off the deadline: five times what a page of text takes."""
FEW_LETTERS = 200
"""A page with fewer characters is looked at for a picture that covers it."""
FRESH = 250
"""Pages after which the document is opened anew: PDFium keeps all that it has parsed."""


def limit(memory: int, seconds: int) -> None:
    """Bound what this process may take, so that the kernel ends it if the parent cannot."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    most = seconds + int(MOST_PAGES * PAGE_SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow(seconds: int, pages: int) -> None:
    """Put off the limit of processor time, by the pages that were read."""
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(seconds + int(pages * PAGE_SECONDS), most), most))


def say(data: object) -> None:
    """One line of output; the parent may be gone, then there is nothing left to do."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    sys.stdout.write("\n")


def page_data(document: Any, number: int, styles: Styles) -> dict[str, object] | None:
    """What one page holds; None if PDFium cannot load it."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return None
    known = len(styles.numbers)
    frame = Frame(page)
    rules = rules_of(page, frame)
    pieces = TextPage(page, frame, styles).pieces(rules)
    letters = sum(len(piece[0]) for piece in pieces)
    image = picture_share(page, frame) if letters < FEW_LETTERS else 0.0
    pdfium.FPDF_ClosePage(page)
    new = list(styles.numbers)[known:]
    return {"size": frame.size, "pieces": pieces, "rules": rules, "image": image, "styles": new}


def file_access(number: int) -> Any:
    """How PDFium reads an open file: piece by piece, so that it is never in memory as a whole."""

    def block(_: object, position: int, buffer: Any, size: int) -> int:
        data = os.pread(number, size, position)
        ctypes.memmove(buffer, data, len(data))
        return int(len(data) == size)

    access = pdfium.FPDF_FILEACCESS()
    access.m_FileLen = os.fstat(number).st_size
    access.m_GetBlock = type(access.m_GetBlock)(block)
    return access


def read_pages(file: Any, seconds: int, first: int, step: int) -> int:
    """Write what the PDF holds; the result is the exit code."""
    document = pdfium.FPDF_LoadCustomDocument(file, None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        wrong = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        return PASSWORD if error in wrong else NOT_A_PDF
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        return TOO_MANY_PAGES
    say({"pages": count})
    styles = Styles()
    for done, number in enumerate(range(first, count, step), start=1):
        data = page_data(document, number, styles)
        if data is None:
            return BAD_PAGE
        say(data)
        if done % FRESH == 0:
            pdfium.FPDF_CloseDocument(document)
            document = pdfium.FPDF_LoadCustomDocument(file, None)
            if not document:
                return OUT_OF_MEMORY
            allow(seconds, done * step)
    return 0


def main() -> int:
    """Read standard input under the limits of the arguments."""
    memory, seconds, first, step = map(int, sys.argv[1:5])
    limit(memory, seconds)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    use_addresses()
    pdfium.FPDF_InitLibrary()
    try:
        code = read_pages(file_access(sys.stdin.fileno()), seconds, first, step)
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
