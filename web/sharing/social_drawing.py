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
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

import uharfbuzz
from PIL import Image, ImageDraw, ImageFont, features

from web.sharing.social_lines import THIN, lines, parted, rows, runs_left, seen
from web.sharing.social_lines import Piece as Piece

SIZE = (1200, 630)

_MARGIN = 60
_PAPER, _INK, _QUIET, _ACCENT = "#fbfaf7", "#1d1c1a", "#57534c", "#17435b"
_STYLES = {
    "equal": (_INK, None),
    "insert": ("#0c4a1e", "#ddf0df"),
    "delete": ("#86190f", "#fbe2df"),
}
_WARNING = ("#402c00", "#ffedb8", "#8f6400")
_LONG_TITLE = 72
_TURNED = frozenset({"R", "AL", "AN"})
# Letters that only stand right beside each other after shaping, as in Devanagari.
_SHAPED = re.compile("[\u0700-\u08ff\u0900-\u1cff\ua800-\uabff]")
_DRAWING = Lock()


@dataclass(frozen=True, slots=True)
class Picture:
    """The texts of a picture. `rtl`: the words run from right to left; `ours_rtl`: so do our own
    sentences. `unshown` is said in place of a text that cannot be drawn; `foot` are the drafts."""

    head: str
    title: str
    possibly: str
    notices: tuple[str, ...]
    sentence: str
    words: tuple[Piece, ...]
    rtl: bool
    unshown: str
    foot: tuple[str, ...]
    address: str
    ours_rtl: bool = False


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


def _apart(text: str, *, rtl: bool) -> str:
    """Kept in an order of its own, whatever stands beside it (UAX 9, isolates)."""
    start = "\u2067" if rtl else "\u2066"
    return f"{start}{text}\u2069"


def _way(text: str, *, rtl: bool) -> str | None:
    """The direction for the library, which can be told one only where it turns text."""
    return ("rtl" if rtl else "ltr") if _turns(text) else None


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
        self._rtl = picture.ours_rtl
        self._draw.rectangle((0, 0, SIZE[0], 14), fill=_ACCENT)
        self._text(picture.head, 24, most=1, fill=_QUIET, rtl=runs_left(picture.head))
        self._y += 10
        self._tags(picture.possibly, picture.notices)
        long = len(picture.title) > _LONG_TITLE
        shown = self._text(picture.title, 34 if long else 42, most=3, bold=True)
        self._y += 10
        most = (3 if long else 4) if picture.words else 7
        shown = self._text(picture.sentence, 28, most=most) and shown
        self._y += 14
        shown = (not picture.words or self._quote(picture)) and shown
        if not shown:
            self._text(picture.unshown, 24, most=2, fill=_QUIET)
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
            left = _MARGIN if self._rtl else SIZE[0] - _MARGIN - width
            self._draw.text((left, self._y), own, font=font, fill=_ACCENT)
            room -= int(width) + 30
        # No bidirectional rule turns an arrow, nor keeps two names apart that it stands between.
        arrow = "  ←  " if self._rtl else "  →  "
        parts = (_clean(one) for one in picture.foot)
        foot = arrow.join(_apart(one, rtl=self._rtl) if _turns(one) else one for one in parts)
        if can_draw(foot):
            self._set(foot, _font(20, turned=_turns(foot)), 2, rtl=self._rtl, room=room)

    def _tags(self, possibly: str, notices: Iterable[str]) -> None:
        ink, back, edge = _WARNING
        x = _MARGIN
        for text in filter(None, (possibly, *notices)):
            font = _font(22, bold=True, turned=_turns(text) and _can_turn())
            width = int(font.getlength(text)) + 24
            if x > _MARGIN and x + width > SIZE[0] - _MARGIN:
                x, self._y = _MARGIN, self._y + 46
            left = SIZE[0] - x - width if self._rtl else x
            box = (left, self._y, left + width, self._y + 36)
            self._draw.rectangle(box, fill=back, outline=edge, width=2)
            self._draw.text((left + 12, self._y + 5), text, font=font, fill=ink)
            x += width + 14
        self._y += 50 if x > _MARGIN else 0

    def _text(
        self, text: str, size: int, *, most: int, bold: bool = False, fill: str = _INK,
        rtl: bool | None = None,
    ) -> bool:  # fmt: skip
        """Text in lines, cut at a word; False, and nothing drawn, if it cannot be. `rtl`: which way
        it runs, if it is not ours."""
        clean = _clean(text)
        if not clean or not can_draw(clean):
            return not clean
        font = _font(size, bold=bold, turned=_turns(clean))
        # A sentence of ours runs its own way, whatever it quotes.
        runs = runs_left(clean, self._rtl) if rtl is None else rtl
        self._set(clean, font, most, rtl=runs, fill=fill)
        return True

    def _set(
        self, clean: str, font: ImageFont.FreeTypeFont, most: int, *, rtl: bool,
        fill: str = _INK, room: int = SIZE[0] - 2 * _MARGIN,
    ) -> None:  # fmt: skip
        """At most so many lines of a text that can be drawn, from the margin where it begins."""
        way = _way(clean, rtl=rtl)
        step = round(font.size * 1.36)
        for line in lines(clean.split(" "), font, room, min(most, self._left(step))):
            x = SIZE[0] - _MARGIN - font.getlength(line, direction=way) if rtl else _MARGIN
            self._draw.text((x, self._y), line, font=font, fill=fill, direction=way)
            self._y += step

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
        shown = list(rows(pieces, font, SIZE[0] - 2 * _MARGIN - 24, self._left(40)))
        if not shown:
            return True
        height = 40 * len(shown)
        edge = SIZE[0] - _MARGIN if picture.rtl else _MARGIN
        self._draw.rectangle((edge - 3, self._y, edge + 3, self._y + height), fill=_ACCENT)
        for row in shown:
            self._row(row, font, rtl=picture.rtl, turned=turned)
            self._y += 40
        return True

    def _row(
        self, row: list[Piece], font: ImageFont.FreeTypeFont, *, rtl: bool, turned: bool
    ) -> None:
        """A line of words, each with its own sign, which runs on to the next of its kind."""
        found = seen(parted(row, turned=turned), rtl=rtl)
        ways = [("rtl" if way else "ltr") if turned else None for _piece, way in found]
        half = font.getlength(" ") / 2
        wide = [
            half if piece.text == THIN else font.getlength(piece.text, direction=way)
            for (piece, _way), way in zip(found, ways, strict=True)
        ]
        x: float = SIZE[0] - _MARGIN - 24 - sum(wide) if rtl else _MARGIN + 24
        for (piece, _way), way, width in zip(found, ways, wide, strict=True):
            fill, back = _STYLES[piece.operation]
            if back is not None:
                self._draw.rectangle((x, self._y + 2, x + width, self._y + 36), fill=back)
            if piece.text.strip():
                self._draw.text((x, self._y + 3), piece.text, font=font, fill=fill, direction=way)
            if back is not None:
                height = self._y + (33 if piece.operation == "insert" else 20)
                self._draw.line((x, height, x + width, height), fill=fill, width=3)
            x += width
