"""One page of PDFium → pieces of text with their places; runs in the child process only.

In: a page that PDFium loaded. Out: pieces, each of one text object without a wide hole, with style,
direction, box and baseline; where it matters (right-to-left script, or a drawn line passes) with
the two edges of every letter. A letter whose font says not which it is comes as its code in the
font, lifted to plane 15, so that nobody takes it for a letter; one without ink is a blank.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterable
from typing import Any

import pypdfium2_raw as pdfium

MOST_CHARACTERS = 200_000
"""On one page; a page of a newspaper has 40,000."""
UNMAPPED = 0xF0000
"""Added to the code of a glyph without a character."""
HAIRLINE = 0.1
"""Points; a letter that is no wider or higher shows nothing: PDFium says 0.02 for a blank."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

Piece = tuple[
    str, int, int, float, float, float, float, float, float, int, list[float | None] | None
]
"""Text, style, direction in quarter turns, x0, y0, x1, y1, baseline x, y, and the space before: 2 a
real one, 1 one that PDFium supposes, 0 none; then left and right edge of each character (None for a
supposed space), or None."""
Rule = tuple[float, float, float, float, float]
"""x0, y0, x1, y1 and thickness of a straight line, on the page as shown."""


class Styles:
    """Numbers the styles (font, size, weight, flags, size of the font's file) as they are met."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, float, int, int, int], int] = {}
        self.fonts: dict[int, tuple[str, int, int, int]] = {}

    def forget(self) -> None:
        """Addresses of fonts hold for one page: PDFium frees fonts with the page."""
        self.fonts.clear()

    def font(self, handle: int) -> tuple[str, int, int, int]:
        """Base name, weight, flags and bytes of a font."""
        if handle not in self.fonts:
            name = ctypes.create_string_buffer(256)
            size = ctypes.c_size_t()
            pdfium.FPDFFont_GetBaseFontName(handle, name, 256)
            pdfium.FPDFFont_GetFontData(handle, None, 0, size)
            self.fonts[handle] = (
                name.value.decode("utf-8", "replace"),
                pdfium.FPDFFont_GetWeight(handle),
                pdfium.FPDFFont_GetFlags(handle),
                size.value,
            )
        return self.fonts[handle]

    def number(self, handle: int, size: float) -> int:
        """The number of the style of a font in a size."""
        name, weight, flags, data = self.font(handle)
        return self.numbers.setdefault((name, size, weight, flags, data), len(self.numbers))


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


class Open:
    """A piece that is being gathered: its characters, and where PDFium has each."""

    __slots__ = ("indexes", "letters", "owner", "space")

    def __init__(self, owner: int | None, space: int) -> None:
        self.owner = owner
        self.space = space
        self.letters: list[str] = []
        self.indexes: list[int] = []


class TextPage:
    """The characters of one page, cut into pieces of one text object."""

    def __init__(self, page: Any, frame: Frame, styles: Styles) -> None:
        self.frame = frame
        self.styles = styles
        self.handle = pdfium.FPDFText_LoadPage(page)
        if not self.handle:
            raise MemoryError
        self.box = pdfium.FS_RECTF()
        self.matrix = pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.sides = [ctypes.c_double() for _ in range(4)]
        self.unmapped: dict[tuple[int, str], bool] = {}

    def pieces(self, rules: Iterable[Rule]) -> list[Piece]:
        """All pieces in the order of the page's content stream."""
        self.styles.forget()
        found = self.gather()
        backwards = any(RIGHT_TO_LEFT.search("".join(piece.letters)) for piece in found)
        level = [rule for rule in rules if rule[1] == rule[3]]
        measured = [self.piece(piece, backwards, level) for piece in found]
        pdfium.FPDFText_ClosePage(self.handle)
        return measured

    def gather(self) -> list[Open]:
        """The characters in pieces, not measured yet."""
        handle = self.handle
        found: list[Open] = []
        count = min(pdfium.FPDFText_CountChars(handle), MOST_CHARACTERS + 1)
        if count > MOST_CHARACTERS:
            raise MemoryError
        owner_of, unicode_of = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetUnicode
        now: Open | None = None
        space = 0
        for index in range(count):
            code = unicode_of(handle, index)
            belongs = owner_of(handle, index)
            if now is not None and belongs != now.owner:
                found.append(now)
                now, space = None, 0
            if now is None and self.blank(code, belongs, index):
                # PDFium makes up spaces (they belong to no object), some of them wrong.
                space = 2 if belongs else 1 if code == 32 else space
            elif now is not None and code in (32, 160):
                now.letters.append(" ")
                now.indexes.append(index)
            elif belongs is not None:
                if now is None:
                    now = Open(belongs, space)
                now.letters.append(chr(code) if 0 < code < 0x110000 else "\ufffd")
                now.indexes.append(index)
        if now is not None:
            found.append(now)
        return found

    def blank(self, code: int, belongs: int | None, index: int) -> bool:
        """Whether a character is a space; a code of an unmapped glyph is none."""
        if code in (9, 10, 13) and belongs:
            return bool(pdfium.FPDFText_HasUnicodeMapError(self.handle, index) != 1)
        return code in (32, 9, 10, 13, 160)

    def piece(self, found: Open, backwards: bool, level: list[Rule]) -> Piece:
        """Measure one piece; a trailing space stays in its text."""
        handle, owner = self.handle, found.owner
        font = pdfium.FPDFTextObj_GetFont(owner)
        text = self.lifted(found, font)
        last = max(n for n, c in enumerate(found.letters) if c != " ")
        first, end = found.indexes[0], found.indexes[last]
        pdfium.FPDFText_GetMatrix(handle, first, self.matrix)
        m = self.matrix
        size = round(pdfium.FPDFText_GetFontSize(handle, first) * math.hypot(m.c, m.d), 1)
        way = self.frame.direction(m.a, m.b)
        boxes = [self.corners(index) for index in {first, end}]
        x0, y0 = (round(min(box[n] for box in boxes), 2) for n in (0, 1))
        x1, y1 = (round(max(box[n] for box in boxes), 2) for n in (2, 3))
        pdfium.FPDFText_GetCharOrigin(handle, first, self.x, self.y)
        at = self.frame.point(self.x.value, self.y.value)
        crossed = way == 0 and any(passes(rule, x0, y0, x1, y1) for rule in level)
        edges = self.edges(found) if way == 0 and (backwards or crossed) else None
        number = self.styles.number(font, size)
        base = (round(at[0], 2), round(at[1], 2))
        return (text, number, way, x0, y0, x1, y1, *base, found.space, edges)

    def corners(self, index: int) -> tuple[float, float, float, float]:
        """The box of a character on the page as shown."""
        pdfium.FPDFText_GetLooseCharBox(self.handle, index, self.box)
        x0, y0 = self.frame.point(self.box.left, self.box.bottom)
        x1, y1 = self.frame.point(self.box.right, self.box.top)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def edges(self, found: Open) -> list[float | None]:
        """Left and right edge of each character."""
        out: list[float | None] = []
        for letter, index in zip(found.letters, found.indexes, strict=True):
            if letter == " " and pdfium.FPDFText_IsGenerated(self.handle, index) == 1:
                out += (None, None)
                continue
            box = self.corners(index)
            out += (round(box[0], 2), round(box[2], 2))
        return out

    def lifted(self, found: Open, font: int) -> str:
        """The text, with each glyph that has no character lifted out of the way."""
        letters = found.letters
        for place, letter in enumerate(letters):
            key = (font, letter)
            if key not in self.unmapped:
                self.unmapped[key] = self.without_map(letter, found.indexes[place])
            if self.unmapped[key]:
                index = found.indexes[place]
                letters[place] = " " if self.inkless(index) else chr(UNMAPPED + ord(letter))
        text = "".join(letters)
        return text.encode("utf-8", "replace").decode("utf-8")

    def without_map(self, letter: str, index: int) -> bool:
        if ord(letter) > 0xFFFF or letter in " \ufffd":
            return False
        return bool(pdfium.FPDFText_HasUnicodeMapError(self.handle, index) == 1)

    def inkless(self, index: int) -> bool:
        """Whether a character shows nothing."""
        left, right, bottom, top = self.sides
        pdfium.FPDFText_GetCharBox(self.handle, index, left, right, bottom, top)
        wide, high = right.value - left.value, top.value - bottom.value
        return bool(min(wide, high) < HAIRLINE)


def passes(rule: Rule, x0: float, y0: float, x1: float, y1: float) -> bool:
    """Whether a level rule passes over or close to a box; that of a raised figure stands high."""
    reach = 0.8 * (y1 - y0)
    return rule[0] < x1 and rule[2] > x0 and y0 - reach <= rule[1] <= y1 + reach


def use_addresses() -> None:
    """Take objects and fonts as plain addresses: they are compared once a letter, and a pointer
    object of ctypes is slow to make and not equal to another of the same address."""
    pdfium.FPDFText_GetTextObject.restype = ctypes.c_void_p
    pdfium.FPDFTextObj_GetFont.restype = ctypes.c_void_p
    for name in ("FPDFTextObj_GetFont", "FPDFFont_GetWeight", "FPDFFont_GetFlags"):
        getattr(pdfium, name).argtypes = [ctypes.c_void_p]
    pdfium.FPDFFont_GetBaseFontName.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    pdfium.FPDFFont_GetFontData.argtypes = [
        ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t, ctypes.POINTER(ctypes.c_size_t),
    ]  # fmt: skip
