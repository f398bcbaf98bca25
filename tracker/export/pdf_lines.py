"""Words broken into lines and put in the order in which they are seen.

In: pieces of a paragraph, the width of a line, a measure. Out: lines of runs, each with its place
from the left. Lines end at blanks only (a longer word is cut). In a line, words of a script that
runs from right to left and those of one that runs from left to right are each put in their order,
as the Unicode bidirectional algorithm does for whole words (UAX 9, without explicit embedding).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tracker.export.pieces import Piece

Measure = Callable[[str, bool], float]
"""How wide a text is; with True, in bold type."""

_PARTS = re.compile(r"\s+|\S+")
_STRONG = {"L": False, "EN": False, "AN": False, "R": True, "AL": True}


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look like `piece`, which itself has none; `left` is where they begin, from the
    left of the line. `rtl` words are seen from right to left; `text` is in the order in which they
    are read."""

    text: str
    piece: Piece
    width: float
    rtl: bool
    left: float = 0.0


def bold(piece: Piece) -> bool:
    """Whether a piece is printed in bold type."""
    return bool(piece.looks & {"bold", "number"})


def lines(
    pieces: Iterable[Piece], width: float, measure: Measure, *, rtl: bool
) -> Iterator[list[Run]]:
    """The lines of a paragraph; a line break in a piece ends a line."""
    line: list[Run] = []
    used = 0.0
    for word in _words(pieces, measure, width, rtl=rtl):
        if word is None:
            yield _seen(line, width, measure, rtl=rtl)
            line, used = [], 0.0
            continue
        wide = sum(one.width for one in word)
        blank = not word[0].text.strip()
        if used + wide > width and line and not blank:
            yield _seen(line, width, measure, rtl=rtl)
            line, used = [], 0.0
        if blank and not line:
            continue
        line += word
        used += wide
    if line:
        yield _seen(line, width, measure, rtl=rtl)


def _words(
    pieces: Iterable[Piece], measure: Measure, width: float, *, rtl: bool
) -> Iterator[list[Run] | None]:
    """Words, of which parts may look otherwise; blanks; None for a line break."""
    word: list[Run] = []
    for one in pieces:
        piece = replace(one, text="")
        for part in _PARTS.findall(one.text):
            if part.strip():
                word += _cut(part, piece, measure, width, rtl=rtl)
                # What is wider than a line was cut into several words.
                while sum(one.width for one in word) > width and len(word) > 1:
                    yield [word.pop(0)]
                continue
            if word:
                yield word
                word = []
            if "\n" in part:
                yield from (None for _ in range(part.count("\n")))
            else:
                yield [Run(" ", piece, measure(" ", bold(piece)), rtl)]
    if word:
        yield word


def _cut(part: str, piece: Piece, measure: Measure, width: float, *, rtl: bool) -> Iterator[Run]:
    wide = measure(part, bold(piece))
    if wide <= width or len(part) == 1:
        yield Run(part, piece, wide, _runs_left(part, rtl))
        return
    half = len(part) // 2
    yield from _cut(part[:half], piece, measure, width, rtl=rtl)
    yield from _cut(part[half:], piece, measure, width, rtl=rtl)


def _runs_left(word: str, otherwise: bool) -> bool:
    """Whether a word is seen from right to left, by its first letter or digit."""
    for sign in word:
        found = _STRONG.get(unicodedata.bidirectional(sign))
        if found is not None:
            return found
    return otherwise


def _seen(line: list[Run], width: float, measure: Measure, *, rtl: bool) -> list[Run]:
    """The runs of a line where they are seen, words of one look and direction in one run."""
    while line and not line[-1].text.strip():
        line.pop()
    line = list(_blanks_between(line))
    runs = []
    for (piece, way), some in groupby(line, key=lambda one: (one.piece, one.rtl)):
        text = "".join(one.text for one in some)
        runs.append(Run(text, piece, measure(text, bold(piece)), way))
    ordered = _visual(runs, rtl=rtl)
    at = max(0.0, width - sum(one.width for one in runs)) if rtl else 0.0
    placed = []
    for one in ordered:
        placed.append(replace(one, left=at))
        at += one.width
    return placed


def _blanks_between(line: Sequence[Run]) -> Iterator[Run]:
    """A blank between words of one direction goes with them."""
    for n, one in enumerate(line):
        if one.text.strip() or not 0 < n < len(line) - 1:
            yield one
        elif line[n - 1].rtl == line[n + 1].rtl:
            yield replace(one, rtl=line[n - 1].rtl)
        else:
            yield one


def _visual(runs: Sequence[Run], *, rtl: bool) -> list[Run]:
    """Runs from left to right as they are seen."""
    found: list[Run] = []
    for way, some in groupby(runs, key=lambda one: one.rtl):
        held = list(some)
        found += held if way == rtl else held[::-1]
    return found[::-1] if rtl else found
