"""Puts paragraphs of formats without pages (HTML, Word, OpenDocument) one below another.

In: paragraphs as stretches of text, each in one look. Out: the one page and its lines, with white
space as it shows: single spaces, a line of its own after each forced break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.read.lines import Line, Run

BREAK = "\v"
"""A forced line break inside a paragraph (white space otherwise shows as one space)."""

_BLANK = re.compile(r"[ \t\n\r\f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text shows."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    raised: bool = False
    size: float = 0.0

    def run(self, start: int, end: int) -> Run:
        """The run of this look."""
        return Run(
            start, end, self.bold, self.italic, self.struck, self.underlined, self.raised, self.size
        )


Stretch = tuple[str, Look]


class Sheet:
    """The one page of a file without pages, filled from top to bottom."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.lines: list[Line] = []
        self.length = 0

    @property
    def pages(self) -> tuple[str, ...]:
        """The one page."""
        return ("\n".join(self.texts),)

    def add(
        self,
        stretches: Sequence[Stretch],
        *,
        style: str = "",
        region: str = "",
        left: float = 0.0,
        centred: bool = False,
        block: bool = True,
    ) -> None:
        """Add a paragraph; blank ones are left out, forced breaks make several lines."""
        for row in _rows(stretches):
            text, runs = _shown(row)
            if not text:
                continue
            self._put(
                Line(
                    text=text,
                    page=1,
                    start=self.length,
                    left=left,
                    size=max((run.size for run in runs), default=0.0),
                    bold=all(run.bold for run in runs),
                    italic=all(run.italic for run in runs),
                    centred=centred,
                    block=block,
                    style=style,
                    region=region,
                    runs=runs,
                )
            )

    def add_printed(self, page: str, lines: Iterable[Line]) -> None:
        """Add text that has lines of its own (`<pre>`), with those lines."""
        for line in lines:
            self.lines.append(replace(line, start=line.start + self.length))
        self.texts.append(page)
        self.length += len(page) + 1

    def _put(self, line: Line) -> None:
        self.lines.append(line)
        self.texts.append(line.text)
        self.length += len(line.text) + 1


def _rows(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    """Cut a paragraph at its forced breaks."""
    rows: list[list[Stretch]] = [[]]
    for text, look in stretches:
        for n, part in enumerate(text.split(BREAK)):
            if n:
                rows.append([])
            rows[-1].append((part, look))
    return rows


def _shown(row: Sequence[Stretch]) -> tuple[str, tuple[Run, ...]]:
    """One line with single spaces, and its runs."""
    parts: list[Stretch] = []
    ends_blank = True
    for raw, look in row:
        text = _BLANK.sub(" ", _UNSEEN.sub("", raw))
        if ends_blank:
            text = text.lstrip(" ")
        if text:
            parts.append((text, look))
            ends_blank = text.endswith(" ")
    whole = "".join(text for text, _ in parts).rstrip(" ")
    runs: list[Run] = []
    at = 0
    for text, look in parts:
        end = min(at + len(text), len(whole))
        if end > at and runs and look.run(0, 0) == replace(runs[-1], start=0, end=0):
            runs[-1] = replace(runs[-1], end=end)
        elif end > at:
            runs.append(look.run(at, end))
        at += len(text)
    return whole, tuple(runs)


def alphabetic(number: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → ab, as browsers and LibreOffice count.

    >>> alphabetic(1), alphabetic(26), alphabetic(28)
    ('a', 'z', 'ab')
    """
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def roman(number: int) -> str:
    """Small Roman numerals; numbers past 3,999 stay Arabic, as they do in print.

    >>> roman(4), roman(1994), roman(4000)
    ('iv', 'mcmxciv', '4000')
    """
    if not 0 < number < 4000:
        return str(number)
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
    out = ""
    for value, sign in zip(values, signs, strict=True):
        count, number = divmod(number, value)
        out += sign * count
    return out
