"""Draws the picture of a change.

In: a `Picture`, its texts in words. Out: a PNG, the same bytes for the same texts. The fonts are
DejaVu's, which come with matplotlib. Text in a script that these do not have, or that cannot be set
here as it is written (from right to left, without the libraries for that), is left out and said
to be: never boxes in place of letters, never letters in a wrong order.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

import uharfbuzz
from PIL import Image, ImageDraw, ImageFont, features

SIZE = (1200, 630)

_MARGIN = 60
_PAPER, _INK, _QUIET, _ACCENT = "#fbfaf7", "#1d1c1a", "#57534c", "#17435b"
_STYLES = {
    "equal": (_INK, None),
    "insert": ("#0c4a1e", "#ddf0df"),
    "delete": ("#86190f", "#fbe2df"),
}
_WARNING = ("#402c00", "#ffedb8", "#8f6400")
_LONG_TITLE, _LONG_WORD = 72, 36
_TURNED = frozenset({"R", "AL", "AN"})
# Letters that only stand right beside each other after shaping, as in Devanagari.
_SHAPED = re.compile("[\u0700-\u08ff\u0900-\u1cff\ua800-\uabff]")
_DRAWING = Lock()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the quotation, and what became of it: `equal`, `insert` or `delete`. `glued`: no
    blank stands before it."""

    text: str
    operation: str
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """The texts of a picture. `rtl`: the words run from right to left; `unshown` is said in place
    of a text that cannot be drawn."""

    head: str
    title: str
    possibly: str
    notices: tuple[str, ...]
    sentence: str
    words: tuple[Piece, ...]
    rtl: bool
    unshown: str
    foot: str
    address: str


def drawn(picture: Picture) -> bytes:
    """The picture as a PNG."""
    with _DRAWING:
        image = Image.new("RGB", SIZE, _PAPER)
        _Sheet(image).draw(picture)
        held = io.BytesIO()
        few = image.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(held, "PNG")
    return held.getvalue()


def can_draw(text: str) -> bool:
    """Whether every character can be drawn as it is written."""
    clean = _clean(text)
    if not set(map(ord, clean)) - {32} <= _known() or _SHAPED.search(clean):
        return False
    return not _turns(clean) or _can_turn()


def _turns(text: str) -> bool:
    return any(unicodedata.bidirectional(one) in _TURNED for one in text)


def _can_turn() -> bool:
    return bool(features.check("raqm") and features.check("fribidi"))


def _clean(text: str) -> str:
    """Without what controls the layout, white space as single blanks."""
    kept = (one for one in text if unicodedata.category(one) not in ("Cf", "Cc") or one.isspace())
    return " ".join("".join(kept).split())


@lru_cache(maxsize=1)
def _folder() -> Path:
    # Found without importing matplotlib, which takes time and memory.
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise RuntimeError("matplotlib, which brings the fonts, is not installed")
    return Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """The code points of the letters that both weights have."""
    faces = (
        uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_folder() / name)))
        for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
    )
    regular, bold = (frozenset(face.unicodes) for face in faces)
    return regular & bold


@lru_cache(maxsize=16)
def _font(size: int, *, bold: bool = False, turned: bool = False) -> ImageFont.FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    # Without shaping the bytes are the same on every machine.
    engine = ImageFont.Layout.RAQM if turned else ImageFont.Layout.BASIC
    return ImageFont.truetype(str(_folder() / name), size, layout_engine=engine)


class _Sheet:
    """Where the next line goes, from the top; the foot is kept free."""

    def __init__(self, image: Image.Image) -> None:
        self._draw = ImageDraw.Draw(image)
        self._y = 44
        self._foot = SIZE[1] - 78

    def draw(self, picture: Picture) -> None:
        self._draw.rectangle((0, 0, SIZE[0], 14), fill=_ACCENT)
        self._text(picture.head, 24, lines=1, fill=_QUIET)
        self._y += 10
        self._tags(picture.possibly, picture.notices)
        long = len(picture.title) > _LONG_TITLE
        shown = self._text(picture.title, 34 if long else 42, lines=3, bold=True)
        self._y += 10
        lines = (3 if long else 4) if picture.words else 7
        shown = self._text(picture.sentence, 28, lines=lines) and shown
        self._y += 14
        shown = (not picture.words or self._quote(picture)) and shown
        if not shown:
            self._text(picture.unshown, 24, lines=2, fill=_QUIET)
        self._bottom(picture)

    def _bottom(self, picture: Picture) -> None:
        self._y = self._foot
        self._draw.line((_MARGIN, self._y, SIZE[0] - _MARGIN, self._y), fill="#857e70", width=2)
        self._y += 12
        own = _clean(picture.address)
        font = _font(20, bold=True)
        room = SIZE[0] - 2 * _MARGIN
        if can_draw(own) and font.getlength(own) < room / 3:
            width = font.getlength(own)
            self._draw.text((SIZE[0] - _MARGIN - width, self._y), own, font=font, fill=_ACCENT)
            room -= int(width) + 30
        self._text(picture.foot, 20, lines=2, fill=_INK, room=room)

    def _tags(self, possibly: str, notices: Iterable[str]) -> None:
        ink, back, edge = _WARNING
        font = _font(22, bold=True)
        x = _MARGIN
        for text in (possibly, *notices):
            width = int(font.getlength(text)) + 24 if text else 0
            if x > _MARGIN and x + width > SIZE[0] - _MARGIN:
                x, self._y = _MARGIN, self._y + 46
            if text:
                box = (x, self._y, x + width, self._y + 36)
                self._draw.rectangle(box, fill=back, outline=edge, width=2)
                self._draw.text((x + 12, self._y + 5), text, font=font, fill=ink)
                x += width + 14
        self._y += 50 if x > _MARGIN else 0

    def _text(
        self, text: str, size: int, *, lines: int, bold: bool = False, fill: str = _INK,
        room: int = SIZE[0] - 2 * _MARGIN,
    ) -> bool:  # fmt: skip
        """Text in lines, cut at a word; False, and nothing drawn, if it cannot be."""
        clean = _clean(text)
        if not clean or not can_draw(clean):
            return not clean
        turned = _turns(clean)
        font = _font(size, bold=bold, turned=turned)
        # The sentences run from left to right, whatever they quote.
        set_so = "ltr" if turned else None
        step = round(size * 1.36)
        for line in _lines(clean.split(" "), font, room, min(lines, self._left(step))):
            self._draw.text((_MARGIN, self._y), line, font=font, fill=fill, direction=set_so)
            self._y += step
        return True

    def _left(self, step: int) -> int:
        """How many lines of this height there is room for."""
        return max(0, (self._foot - 8 - self._y) // step) if self._y < self._foot else 2

    def _quote(self, picture: Picture) -> bool:
        """The words before and after; False, and nothing drawn, if they cannot be."""
        pieces = [replace(one, text=_clean(one.text)) for one in picture.words]
        if not all(can_draw(one.text) for one in pieces):
            return False
        turned = any(_turns(one.text) for one in pieces)
        font = _font(26, turned=turned)
        rows = list(_rows(pieces, font, SIZE[0] - 2 * _MARGIN - 24, self._left(40)))
        if not rows:
            return True
        height = 40 * len(rows)
        edge = SIZE[0] - _MARGIN if picture.rtl else _MARGIN
        self._draw.rectangle((edge - 3, self._y, edge + 3, self._y + height), fill=_ACCENT)
        for row in rows:
            self._row(row, font, rtl=picture.rtl)
            self._y += 40
        return True

    def _row(self, row: list[Piece], font: ImageFont.FreeTypeFont, *, rtl: bool) -> None:
        """A line of words, each with its own sign, which runs on to the next of its kind."""
        blank = font.getlength(" ")
        x: float = SIZE[0] - _MARGIN - 24 if rtl else _MARGIN + 24
        for at, piece in enumerate(row):
            width = font.getlength(piece.text)
            following = row[at + 1] if at + 1 < len(row) else None
            gap = _gap(piece, following, blank)
            goes_on = following is not None and following.operation == piece.operation
            reach = width + (gap if goes_on else 0)
            left, right = (x - reach, x) if rtl else (x, x + reach)
            fill, back = _STYLES[piece.operation]
            if back is not None:
                self._draw.rectangle((left, self._y + 2, right, self._y + 36), fill=back)
            self._draw.text(
                (x - width if rtl else x, self._y + 3), piece.text, font=font, fill=fill
            )
            if back is not None:
                height = self._y + (33 if piece.operation == "insert" else 20)
                self._draw.line((left, height, right, height), fill=fill, width=3)
            x += -(width + gap) if rtl else width + gap


def _rows(
    pieces: list[Piece], font: ImageFont.FreeTypeFont, room: int, most: int
) -> Iterator[list[Piece]]:
    """The words in lines; the last that fits ends with … if more follow."""
    blank = font.getlength(" ")
    row: list[Piece] = []
    width, given = 0.0, 0
    for long in pieces:
        piece = replace(long, text=_bearable(long.text))
        needed = font.getlength(piece.text) + blank
        if row and width + needed > room:
            given += 1
            if given == most:
                yield [*row[:-1], Piece("…", "equal")]
                return
            yield row
            row, width = [], 0.0
        row.append(piece)
        width += needed
    if row and given < most:
        yield row


def _gap(piece: Piece, following: Piece | None, blank: float) -> float:
    """What stands between a word and the next: a little between what went and what came for it."""
    if following is None or not following.glued:
        return blank
    changed = "equal" not in (piece.operation, following.operation)
    return blank / 2 if changed else 0


def _bearable(word: str) -> str:
    """A word that fits on a line."""
    return word if len(word) <= _LONG_WORD else f"{word[: _LONG_WORD - 1]}…"


def _lines(words: list[str], font: ImageFont.FreeTypeFont, room: int, most: int) -> Iterator[str]:
    """The words in lines; the last that fits ends with … if more follow."""
    pieces = [Piece(word, "equal") for word in words]
    for row in _rows(pieces, font, room, most):
        yield " ".join(piece.text for piece in row)
