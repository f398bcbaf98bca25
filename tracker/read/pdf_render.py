"""The process in which PDFium draws a page: a PDF on standard input, a grey PNM on the output.

In: the bytes of a PDF; as arguments a memory limit in bytes, a limit of seconds, the index of the
page and the dots per inch. Out: a picture as text recognition takes it. A process of its own for
the reasons that `pdf_child` gives.
"""

from __future__ import annotations

import ctypes
import sys

import pypdfium2_raw as pdfium

from tracker.read.pdf_child import BAD_PAGE, NOT_A_PDF, OUT_OF_MEMORY, limit

MOST_PIXELS = 40_000_000
"""An A3 page at 300 dots per inch has 17 million."""


def draw(data: bytes, number: int, dots: int) -> int:
    """Write the picture of a page; the result is the exit code."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return NOT_A_PDF
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return BAD_PAGE
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(dots / 72, (MOST_PIXELS / max(wide * high, 1.0)) ** 0.5)
    columns, rows = max(int(wide * scale), 1), max(int(high * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return OUT_OF_MEMORY
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
    flags = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, flags)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    dotted = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    out = sys.stdout.buffer
    out.write(b"P5 %d %d 255\n" % (columns, rows))
    for row in range(rows):
        out.write(dotted[row * stride : row * stride + columns])
    out.flush()
    return 0


def main() -> int:
    """Draw the page that the arguments name, under their limits."""
    memory, seconds, number, dots = map(int, sys.argv[1:5])
    limit(memory, seconds)
    pdfium.FPDF_InitLibrary()
    try:
        return draw(sys.stdin.buffer.read(), number, dots)
    except MemoryError:
        return OUT_OF_MEMORY


if __name__ == "__main__":
    sys.exit(main())
