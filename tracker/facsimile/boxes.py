"""Stretches of a page's text → the places on the page where they are printed.

In: lines as the reader has them, and stretches of the page's text. Out: boxes. A line that holds
any of the words is boxed whole, since what is known is where a line begins and ends; lines that
follow each other in one column share a box.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.read import Line

if TYPE_CHECKING:
    from tracker.read.pdf_image import Sheet

NEXT = 2.5
"""Lines with no other line between them share a box if their gap is less than so many of their
heights: two blank lines."""
OVER = 0.5
"""The share of the narrower of two such lines that is above or below the other one."""


class Box(NamedTuple):
    """A place on a page, in shares of its width and height (0 to 1), from the top left."""

    left: float
    top: float
    right: float
    bottom: float


def boxes_on(sheet: Sheet, text: str, words: Sequence[tuple[int, int]]) -> tuple[Box, ...] | None:
    """Where `words`, stretches of `text`, stand on a page; None where the page, read again, has not
    this very text: it was recognised in a picture, recovered from broken fonts, or read by another
    version."""
    return boxes(sheet.lines, words) if sheet.text == text else None


def boxes(lines: Iterable[Line], words: Sequence[tuple[int, int]]) -> tuple[Box, ...]:
    """The boxes around the lines that hold any of these stretches (half-open, of the page's text).

    >>> lines = [Line("One two", 1, 0, .1, .9, .1, .12), Line("three.", 1, 8, .1, .3, .13, .15)]
    >>> [tuple(box) for box in boxes(lines, [(4, 14)])]
    [(0.1, 0.1, 0.9, 0.15)]
    >>> [tuple(box) for box in boxes(lines, [(8, 9)])], boxes(lines, [(20, 30)])
    ([(0.1, 0.13, 0.3, 0.15)], ())
    """
    found: list[Box] = []
    together = False
    for line in lines:
        end = line.start + len(line.text)
        if not any(line.start < last and first < end for first, last in words):
            together = False
            continue
        box = _on_page(line)
        if together and _goes_on(found[-1], box, line):
            found[-1] = _around(found[-1], box)
        else:
            found.append(box)
        together = True
    return tuple(found)


def _on_page(line: Line) -> Box:
    left, right = sorted((line.left, line.right))
    top, bottom = sorted((line.top, line.bottom))
    return Box(*(min(max(side, 0.0), 1.0) for side in (left, top, right, bottom)))


def _goes_on(box: Box, below: Box, line: Line) -> bool:
    """Whether a line stands below a box, or beside its end on the same printed line."""
    high = below.bottom - below.top
    if not -high * 1.2 <= below.top - box.bottom <= NEXT * high:
        return False
    narrower = min(box.right - box.left, below.right - below.left)
    shared = min(box.right, below.right) - max(box.left, below.left)
    return line.glued or shared >= OVER * narrower


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
