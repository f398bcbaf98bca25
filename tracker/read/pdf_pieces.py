"""What the child says of a page → pieces of text in clean characters.

In: one page as `pdf_child` tells it, the styles met so far, and what to undo in which font. Out: a
`Page` of `Piece`s by direction of writing, and of rules. Ligatures become letters, every kind of
blank a space; no control character gets through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

UNMAPPED = 0xF0000
"""The child adds this to the code of a glyph that has no character (`pdf_text.UNMAPPED`)."""
HYPHEN = "\x02"
"""What PDFium gives for the hyphen at the end of a line."""

_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "st", "st")
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_MARKS = [*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
"""Marks of direction: what is read is put into the order of reading, so they say nothing more."""
_TRANSLATE: dict[int, str | None] = {
    # A font without a character map gives the codes of its glyphs: those that would be control
    # characters are shown by their signs, so that what could not be recovered can still be seen.
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys([*range(127, 160), 8203, 8288, 65279, *_MARKS]),
    **{ord(space): " " for space in _SPACES},
    **{0xFB00 + n: letters for n, letters in enumerate(_LIGATURES)},
    ord(HYPHEN): HYPHEN,
    0xFFFE: HYPHEN,
    0xFFFF: "\ufffd",
}
_LIFTED = re.compile("[\U000f0000-\U000fffff]")
_BOLD = re.compile(r"bold|black|heavy|demi", re.I)
_NOT_BOLD = re.compile(r"regular|light|medium|roman|book", re.I)
_ITALIC = re.compile(r"ital|obliq|kursiv|slanted|-it\b", re.I)
_FLAG_ITALIC, _FLAG_BOLD = 1 << 6, 1 << 18

Undo = Mapping[str, Mapping[int, str]]
"""For the key of a font: the character that each of its codes should have been."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: size in points, weight and slant told from the font; and which font."""

    size: float
    bold: bool
    italic: bool
    font: str = ""

    @classmethod
    def of_font(cls, name: str, size: float, weight: int, flags: int, data: int = 0) -> Style:
        """Weight (a stem width times five, in PDFium) tells only when the name is silent."""
        heavy = weight >= 650 and not _NOT_BOLD.search(name)
        bold = bool(_BOLD.search(name)) or bool(flags & _FLAG_BOLD) or heavy
        italic = bool(_ITALIC.search(name)) or bool(flags & _FLAG_ITALIC)
        return cls(size, bold, italic, f"{name}/{data}")


Box = tuple[float, float, float, float]
Edges = tuple[tuple[float, float] | None, ...]
"""Left and right of each character of a text; None where a space is only supposed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style. `x0`, `x1`, `base` run along and across the direction of writing;
    `box` is on the page as shown."""

    text: str
    style: Style
    x0: float
    x1: float
    base: float
    box: Box
    space: int
    raised: bool = False
    struck: bool = False
    underlined: bool = False
    recovered: bool = False
    edges: Edges = ()

    @property
    def size(self) -> float:
        """Letter size in points, never 0."""
        return self.style.size or 1.0

    def part(self, start: int, end: int, *, struck: bool, underlined: bool) -> Piece:
        """The characters `start` to `end`, where they stand; they need `edges`."""
        edges = self.edges[start:end]
        sides = [side for pair in edges if pair for side in pair] or [self.x0, self.x0]
        x0, x1 = min(sides), max(sides)
        return replace(
            self,
            text=self.text[start:end],
            x0=x0,
            x1=x1,
            box=(x0, self.box[1], x1, self.box[3]),
            space=self.space if start == 0 else 0,
            edges=edges,
            struck=struck,
            underlined=underlined,
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line, level or upright, on the page as shown."""

    x0: float
    y0: float
    x1: float
    y1: float
    thick: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.y0 == self.y1


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the child tells it: pieces by direction of writing (0 is left to right)."""

    width: float
    height: float
    pieces: dict[int, list[Piece]]
    rules: tuple[Rule, ...] = ()


def page_of(data: Mapping[str, object], styles: Sequence[Style], undo: Undo | None = None) -> Page:
    """Read one line of the child's output."""
    size, raw, drawn = data["size"], data["pieces"], data["rules"]
    assert isinstance(size, list) and isinstance(raw, list) and isinstance(drawn, list)
    width, height = max(float(size[0]), 1.0), max(float(size[1]), 1.0)
    pieces: dict[int, list[Piece]] = {}
    for text, style, way, x0, y0, x1, y1, x, y, space, sides in raw:
        if x1 < 0 or y1 < 0 or x0 > width or y0 > height:
            continue  # outside what is shown or printed
        frame = ((x0, x1, y), (-y1, -y0, x), (-x1, -x0, -y), (y0, y1, -x))[way]
        font = styles[style]
        put, recovered = recovered_text(text, (undo or {}).get(font.font))
        clean, edges = _clean(put, _pairs(sides))
        if not clean.strip():
            continue
        box = (x0, y0, x1, y1)
        piece = Piece(clean, font, *frame, box, int(space), recovered=recovered, edges=edges)
        pieces.setdefault(way, []).append(piece)
    return Page(width, height, pieces, tuple(Rule(*rule) for rule in drawn))


def recovered_text(text: str, undo: Mapping[int, str] | None) -> tuple[str, bool]:
    """A text with its broken codes undone, and whether any was."""
    if not undo:
        return text, False
    put = text.translate(undo)
    return put, put != text


def clean_text(text: str) -> str:
    """A text of clean characters: no control characters, ligatures or odd blanks.

    >>> clean_text("of\ufb01ce\u00a0A")
    'office A'
    """
    return text.translate(_TRANSLATE)


def _pairs(sides: list[float | None] | None) -> Edges:
    if not sides:
        return ()
    return tuple(
        (left, right) if left is not None and right is not None else None
        for left, right in zip(sides[::2], sides[1::2], strict=True)
    )


def _code(lifted: re.Match[str]) -> str:
    code = ord(lifted[0]) - UNMAPPED
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _clean(text: str, edges: Edges) -> tuple[str, Edges]:
    """Clean characters with single spaces, and the edges of each."""
    if _LIFTED.search(text):
        text = _LIFTED.sub(_code, text)
    if not edges:
        return re.sub(" {2,}", " ", clean_text(text)), ()
    letters: list[str] = []
    places: list[tuple[float, float] | None] = []
    for letter, edge in zip(text, edges, strict=True):
        for new in letter.translate(_TRANSLATE):
            if new == " " and letters and letters[-1] == " ":
                continue
            letters.append(new)
            places.append(edge)
    return "".join(letters), tuple(places)
