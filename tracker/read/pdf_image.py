"""A page of a PDF as a picture, and where its lines stand on it.

In: an open file with a PDF, the number of a page, a width in dots. Out: a PNG, the same bytes for
the same file; or a `Sheet`, the page's text and lines as the reader has them. Run as a script, this
module is the process in which PDFium draws: for the reasons that `pdf_child` gives, it has a
process of its own, under a memory cap and a deadline.
"""

from __future__ import annotations

import ctypes
import io
import json
import math
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import IO

import pypdfium2_raw as pdfium
from PIL import Image, ImageChops

from tracker.errors import ReadError
from tracker.read.lines import Line
from tracker.read.pdf_child import BAD_PAGE, NOT_A_PDF, OUT_OF_MEMORY, PASSWORD, limit
from tracker.read.pdf_lines import lines_of
from tracker.read.pdf_pieces import Style, page_of
from tracker.read.pdf_processes import Reader, environment

SECONDS = 15.0
"""For one page; a page of text takes 0.3."""
MEMORY = 1 << 30
"""Bytes of the address space of the process that draws."""
MOST_PIXELS = 8_000_000
"""A page that is longer than that at the width asked for is drawn smaller."""
MOST_PICTURE = 32 << 20
"""Bytes of a picture: more than the dots of the largest one."""
GREY_LEVELS = 16
"""Black letters on white need no more, and the picture is half as large."""
COLOURS = 128
SAME = 12
"""How far apart the red, green and blue of a dot may be that is grey."""

_WHY = {
    NOT_A_PDF: "PDFium cannot open the file",
    PASSWORD: "PDFium cannot open the file: it has a password",
    BAD_PAGE: "PDFium cannot open this page",
    OUT_OF_MEMORY: f"PDFium needs more than {MEMORY >> 20} MB for this page",
}


def picture(file: IO[bytes], name: str, number: int, width: int) -> bytes:
    """Page `number` (from 1) as a PNG of `width` dots; less if the page is extremely long.

    Raises:
        ReadError: the file or the page is damaged, or takes too long or too much memory.
    """
    file.seek(0)
    wanted = map(str, (MEMORY, math.ceil(SECONDS), number - 1, width))
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
        try:
            done = subprocess.run(
                [sys.executable, "-P", __file__, *wanted],
                stdin=file,
                stdout=out,
                stderr=complaints,
                env=environment(),
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise ReadError(
                f"{name}, page {number}: drawing it took more than {SECONDS:g} s; the page is "
                "extremely full, look at the file itself"
            ) from None
        if done.returncode:
            why = _WHY.get(done.returncode) or f"PDFium ended with {done.returncode}"
            raise ReadError(f"{name}, page {number}: {why}; look at the file itself")
        out.seek(0)
        return out.read(MOST_PICTURE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is read again: its size in points, its text, and its lines."""

    width: float
    height: float
    text: str
    lines: tuple[Line, ...]


def sheet(file: IO[bytes], size: int, name: str, number: int) -> Sheet:
    """Page `number` (from 1) as `read` has it where all fonts are as they should be and nothing is
    recognised in pictures.

    Raises:
        ReadError: as `picture`.
    """
    file.seek(0)
    told = json.loads(Reader(file, size, name, SECONDS, MEMORY, 1).page(number))
    styles = [Style.of_font(*style) for style in told["styles"]]
    page = page_of(told, styles)
    found = lines_of(page, number)
    return Sheet(page.width, page.height, found.text, tuple(found.lines))


def draw(data: bytes, number: int, width: int) -> int:
    """Write the picture of a page; the result is the exit code."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        wrong = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        return PASSWORD if pdfium.FPDF_GetLastError() in wrong else NOT_A_PDF
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return BAD_PAGE
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not (wide > 0 and high > 0):
        return BAD_PAGE
    scale = min(width / wide, (MOST_PIXELS / (wide * high)) ** 0.5)
    columns, rows = max(round(wide * scale), 1), max(round(high * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        return OUT_OF_MEMORY
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows)
    image = Image.frombuffer("RGB", (columns, rows), dots, "raw", "BGRX", stride, 1)
    sys.stdout.buffer.write(png(image))
    sys.stdout.buffer.flush()
    return 0


def png(image: Image.Image) -> bytes:
    """A picture of a printed page in few bytes: grey unless it has colours."""
    red, green, blue = image.split()
    far = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    out = io.BytesIO()
    if max(one.getextrema()[1] for one in far) <= SAME:  # type: ignore[operator]
        step = 255 // (GREY_LEVELS - 1)
        grey = green.point([round(value / step) for value in range(256)])
        shown = Image.frombytes("P", grey.size, grey.tobytes())
        shown.putpalette([level * step for level in range(GREY_LEVELS) for _ in range(3)])
        shown.save(out, "PNG", bits=4, compress_level=9)
    else:
        few = image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(out, "PNG", compress_level=9)
    return out.getvalue()


def main() -> int:
    """Draw the page that the arguments name, under their limits."""
    memory, seconds, number, width = map(int, sys.argv[1:5])
    limit(memory, seconds)
    pdfium.FPDF_InitLibrary()
    try:
        return draw(sys.stdin.buffer.read(), number, width)
    except MemoryError:
        return OUT_OF_MEMORY


if __name__ == "__main__":
    sys.exit(main())
