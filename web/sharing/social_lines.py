"""Words in lines, and in the order in which they are seen, for the picture of a change.

In: words with what became of them, a font. Out: lines of words; the same from left to right, where
some run from right to left, by the Unicode bidirectional algorithm as far as whole words go (UAX 9;
inside a word the drawing library follows it).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from PIL import ImageFont

THIN = "\u2009"
_LONG_WORD = 36
_LETTERS = {"L": False, "R": True, "AL": True}
_NUMBERS = frozenset({"EN", "AN"})
_SIGNS = frozenset({"ON", "CS", "ES"})
_BRACKETS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of the quotation, and what became of it: `equal`, `insert` or `delete`. `glued`: no
    blank stands before it."""

    text: str
    operation: str
    glued: bool = False


def runs_left(text: str, otherwise: bool | None = None) -> bool:
    """Whether a text runs from right to left: as all its letters do; where they differ, or there is
    none, as said, or without that by its first letter.

    >>> runs_left("abc"), runs_left("قارب"), runs_left("5 قارب a"), runs_left("قارب a", False)
    (False, True, True, False)
    """
    ways = [
        way for one in text if (way := _LETTERS.get(unicodedata.bidirectional(one))) is not None
    ]
    if ways and (otherwise is None or len(set(ways)) == 1):
        return ways[0]
    return bool(otherwise)


def parted(row: Sequence[Piece], *, turned: bool) -> list[Piece]:
    """A line of words as pieces that touch, with the blanks between them. Where it is `turned`, the
    signs before and behind a word are apart too: these stand where the words on both sides do.

    >>> [one.text for one in parted([Piece("“ab.c”", "equal"), Piece("d", "equal")], turned=True)]
    ['“', 'ab.c', '”', ' ', 'd']
    """
    found: list[Piece] = []
    for at, piece in enumerate(row):
        blank = _blank(row[at - 1], piece) if at else ""
        if blank:
            alike = row[at - 1].operation == piece.operation
            found.append(Piece(blank, piece.operation if alike else "equal"))
        text = piece.text
        left = len(text) - len(_stripped(text, from_left=True)) if turned else 0
        right = max(left, len(_stripped(text, from_left=False))) if turned else len(text)
        texts = [*text[:left], text[left:right], *text[right:]]
        found += [Piece(one, piece.operation) for one in texts if one]
    return found


def _blank(before: Piece, piece: Piece) -> str:
    """What stands before a word: a little between what went and what came for it."""
    if not piece.glued:
        return " "
    changed = before.operation != piece.operation and "equal" not in (
        before.operation,
        piece.operation,
    )
    return THIN if changed else ""


def _stripped(text: str, *, from_left: bool) -> str:
    while text and unicodedata.bidirectional(text[0 if from_left else -1]) in _SIGNS:
        text = text[1:] if from_left else text[:-1]
    return text


def seen(row: Sequence[Piece], *, rtl: bool) -> list[tuple[Piece, bool]]:
    """The pieces of a line from left to right, each with whether it runs from right to left itself.

    >>> def order(text, rtl):
    ...     row = parted([Piece(one, "equal") for one in text.split()], turned=True)
    ...     return "".join(piece.text for piece, _way in seen(row, rtl=rtl))
    >>> order("ق New York ر", True), order("a ق 5 ر b", False), order("5 km", True)
    ('ر New York ق', 'a ر 5 ق b', 'km 5')
    >>> order("a “ق ر”, b", False), order("ق a (2) ر", True)
    ('a “ر ق”, b', 'ر a (2) ق')
    """
    found: list[tuple[Piece, bool]] = []
    both = zip(row, _ways(row, rtl), strict=True)
    for way, some in groupby(both, key=lambda one: one[1]):
        held = list(some)
        found += held if way == rtl else held[::-1]
    return found[::-1] if rtl else found


def _ways(row: Sequence[Piece], rtl: bool) -> list[bool]:
    """Which words run from right to left. A number goes with the letters before it, what is neither
    with its neighbours if these agree, the end of a bracket with its beginning."""
    ways: list[bool | None] = []
    last = rtl
    for piece in row:
        kinds = [unicodedata.bidirectional(one) for one in piece.text]
        letters = [_LETTERS[one] for one in kinds if one in _LETTERS]
        if letters:
            ways.append(letters[0])
            last = letters[-1]
        else:
            ways.append(last if _NUMBERS.intersection(kinds) else None)
    return _settled(row, ways, rtl)


def _settled(row: Sequence[Piece], ways: Sequence[bool | None], rtl: bool) -> list[bool]:
    found: list[bool] = []
    opened: dict[str, list[bool]] = {one: [] for one in _BRACKETS.values()}
    before = rtl
    for at, (piece, way) in enumerate(zip(row, ways, strict=True)):
        after = next((one for one in ways[at:] if one is not None), rtl)
        beginnings = opened.get(_BRACKETS.get(piece.text, ""))
        if way is not None:
            before = way
        elif beginnings:
            way = beginnings.pop()
        else:
            way = before if before == after else rtl
        if piece.text in opened:
            opened[piece.text].append(way)
        found.append(way)
    return found


def rows(
    pieces: Sequence[Piece], font: ImageFont.FreeTypeFont, room: int, most: int
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


def lines(words: list[str], font: ImageFont.FreeTypeFont, room: int, most: int) -> Iterator[str]:
    """The words in lines; the last that fits ends with … if more follow."""
    pieces = [Piece(word, "equal") for word in words]
    for row in rows(pieces, font, room, most):
        yield " ".join(piece.text for piece in row)


def _bearable(word: str) -> str:
    """A word that fits on a line."""
    return word if len(word) <= _LONG_WORD else f"{word[: _LONG_WORD - 1]}…"
