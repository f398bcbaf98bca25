"""The process in which PDFium runs: a PDF on standard input, one JSON line a page on the output.

In: the bytes of a PDF; a memory limit in bytes and a limit of seconds as arguments. Out: first a
line {"pages": n}, then for each page its size, its pieces of text and whether it shows an image.
It stands apart because PDFium can abort or eat all memory on a hostile file, and it must not take
the run with it; it imports nothing of this package, so that it starts in some 80 ms.
"""

from __future__ import annotations

import ctypes
import json
import math
import resource
import sys
from typing import Any

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

OUT_OF_MEMORY = 3
PASSWORD = 4
NOT_A_PDF = 5
TOO_MANY_PAGES = 6
BAD_PAGE = 7
MOST_PAGES = 20_000
MOST_CHARACTERS = 200_000
"""On one page; a page of a newspaper has 40,000."""

Piece = tuple[str, int, int, float, float, float, float, float, float, int]
"""Text, style, direction in quarter turns, x0, y0, x1, y1, baseline x, y, and the space before: 2 a
real one, 1 one that PDFium supposes, 0 none."""


def limit(memory: int, seconds: int) -> None:
    """Bound what this process may take, so that the kernel ends it if the parent cannot."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Styles:
    """Numbers the styles (font name, size, weight, flags) in the order they are met."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, float, int, int], int] = {}
        self.fonts: dict[int, tuple[str, int, int]] = {}

    def font(self, handle: int) -> tuple[str, int, int]:
        """Base name, weight and flags of a font."""
        if handle not in self.fonts:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(handle, name, 256)
            self.fonts[handle] = (
                name.value.decode("utf-8", "replace"),
                pdfium.FPDFFont_GetWeight(handle),
                pdfium.FPDFFont_GetFlags(handle),
            )
        return self.fonts[handle]

    def number(self, handle: int, size: float) -> int:
        """The number of the style of a font in a size."""
        name, weight, flags = self.font(handle)
        return self.numbers.setdefault((name, size, weight, flags), len(self.numbers))


class Frame:
    """Turns PDF coordinates (up from the bottom left, page unrotated) into those of the page as
    shown (down from the top left)."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.bottom = box.left, box.bottom
        self.wide, self.high = box.right - box.left, box.top - box.bottom
        self.turn: int = pdfium.FPDFPage_GetRotation(page) % 4

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as shown, in points."""
        return (self.high, self.wide) if self.turn % 2 else (self.wide, self.high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point on the page as shown."""
        u, v = x - self.left, y - self.bottom
        return (
            (u, self.high - v),
            (v, u),
            (self.wide - u, v),
            (self.high - v, self.wide - u),
        )[self.turn]

    def direction(self, a: float, b: float) -> int:
        """Where text with this matrix runs on the page as shown: 0 right, 1 up, 2 left, 3 down."""
        return (round(math.atan2(b, a) / (math.pi / 2)) - self.turn) % 4


class TextPage:
    """The characters of one page, cut into pieces of one text object without a wide hole."""

    def __init__(self, page: Any, styles: Styles) -> None:
        self.frame = Frame(page)
        self.styles = styles
        self.handle = pdfium.FPDFText_LoadPage(page)
        if not self.handle:
            raise MemoryError
        self.box = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()

    def pieces(self) -> list[Piece]:
        """All pieces in the order of the page's content stream."""
        handle = self.handle
        found: list[Piece] = []
        count = min(pdfium.FPDFText_CountChars(handle), MOST_CHARACTERS + 1)
        if count > MOST_CHARACTERS:
            raise MemoryError
        owner_of, unicode_of = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetUnicode
        owner: int | None = None
        letters: list[str] = []
        first, last, space = -1, -1, 0
        for index in range(count):
            code = unicode_of(handle, index)
            blank = code in (32, 9, 10, 13, 160)
            belongs = owner_of(handle, index)
            if first >= 0 and belongs != owner:
                found.append(self.piece("".join(letters), owner, first, last, space))
                letters, first, space = [], -1, 0
            if blank:
                if first < 0:
                    # PDFium makes up spaces (they belong to no object), some of them wrong.
                    space = 2 if belongs else 1 if code == 32 else space
                    letters = []
                else:
                    letters.append(" ")
                continue
            if belongs is None:
                continue
            if first < 0:
                owner, first, letters = belongs, index, []
            letters.append(chr(code) if 0 < code < 0x110000 else "\ufffd")
            last = index
        if first >= 0:
            found.append(self.piece("".join(letters), owner, first, last, space))
        pdfium.FPDFText_ClosePage(handle)
        return found

    def piece(self, text: str, owner: int | None, first: int, last: int, space: int) -> Piece:
        """Measure one piece; a trailing space stays in its text."""
        handle = self.handle
        pdfium.FPDFText_GetMatrix(handle, first, self.matrix)
        m = self.matrix
        size = round(pdfium.FPDFText_GetFontSize(handle, first) * math.hypot(m.c, m.d), 1)
        corners = []
        for index in {first, last}:
            pdfium.FPDFText_GetLooseCharBox(handle, index, self.box)
            corners.append(self.frame.point(self.box.left, self.box.bottom))
            corners.append(self.frame.point(self.box.right, self.box.top))
        pdfium.FPDFText_GetCharOrigin(handle, first, self.x, self.y)
        at = self.frame.point(self.x.value, self.y.value)
        return (
            text.encode("utf-8", "replace").decode("utf-8"),
            self.styles.number(pdfium.FPDFTextObj_GetFont(owner), size),
            self.frame.direction(m.a, m.b),
            round(min(x for x, _ in corners), 2),
            round(min(y for _, y in corners), 2),
            round(max(x for x, _ in corners), 2),
            round(max(y for _, y in corners), 2),
            round(at[0], 2),
            round(at[1], 2),
            space,
        )


def shows_image(page: Any) -> bool:
    """Whether an image, as of a scan, stands on the page."""
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, n)) == pdfium.FPDF_PAGEOBJ_IMAGE
        for n in range(pdfium.FPDFPage_CountObjects(page))
    )


def use_addresses() -> None:
    """Take objects and fonts as plain addresses: they are compared once a letter, and a pointer
    object of ctypes is slow to make and not equal to another of the same address."""
    pdfium.FPDFText_GetTextObject.restype = ctypes.c_void_p
    pdfium.FPDFTextObj_GetFont.restype = ctypes.c_void_p
    for name in ("FPDFTextObj_GetFont", "FPDFFont_GetWeight", "FPDFFont_GetFlags"):
        getattr(pdfium, name).argtypes = [ctypes.c_void_p]
    pdfium.FPDFFont_GetBaseFontName.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]


def say(data: object) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")


def read_all(data: bytes) -> int:
    """Write what the PDF holds; the result is the exit code."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        wrong = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        return PASSWORD if error in wrong else NOT_A_PDF
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        return TOO_MANY_PAGES
    say({"pages": count})
    styles, known = Styles(), 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            return BAD_PAGE
        text = TextPage(page, styles)
        pieces = text.pieces()
        image = shows_image(page) if not pieces else False
        new = list(styles.numbers)[known:]
        known += len(new)
        say({"size": text.frame.size, "pieces": pieces, "image": image, "styles": new})
        pdfium.FPDF_ClosePage(page)
    return 0


def main() -> int:
    """Read standard input under the limits of the arguments."""
    limit(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    use_addresses()
    try:
        code = read_all(sys.stdin.buffer.read())
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
