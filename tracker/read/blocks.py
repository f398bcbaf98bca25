"""Puts paragraphs of formats without pages (HTML, Word, OpenDocument) one below another.

In: paragraphs as stretches of text, each in one look. Out: the one page and its lines, with white
space as it shows: single spaces, a line of its own after each forced break. A blank that a tracked
change takes away or brings is never the only one between two words that stay. What unfolds to more
than any draft has is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tracker.read.limits import refuse_much
from tracker.read.lines import Line, Run

BREAK = "\v"
"""A forced line break inside a paragraph (white space otherwise shows as one space)."""

_BLANK = re.compile(r"[ \t\n\r\f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text shows; `hidden` text does not, and is left out by the readers."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    raised: bool = False
    size: float = 0.0
    change: str = ""
    by: str = ""
    date: str = ""
    hidden: bool = False
    begins: bool = False
    continues: bool = False
    counted: str = ""

    def run(self, start: int, end: int) -> Run:
        """The run of this look."""
        return Run(
            start,
            end,
            bold=self.bold,
            italic=self.italic,
            struck=self.struck,
            underlined=self.underlined,
            raised=self.raised,
            size=self.size,
            change=self.change,
            by=self.by,
            date=self.date,
            begins=self.begins,
            continues=self.continues,
            counted=self.counted,
        )

    def tracked(self, change: str, by: str, date: str) -> Look:
        """This look inside a tracked change: what was brought is underlined, what was taken away
        struck. Of nested changes the one that took away is named, else the inner; what was taken
        away is underlined only if it had been brought, and so was in neither text."""
        gone = change in GONE
        if self.change in GONE and not gone:
            return replace(self, underlined=True)
        brought = bool(self.change) and (self.underlined or self.change not in GONE)
        return replace(
            self,
            change=change,
            by=by,
            date=date,
            struck=self.struck or gone,
            underlined=brought if gone else True,
        )

    def plain(self) -> Look:
        """This look without a tracked change, and in both texts."""
        bare = replace(self, change="", by="", date="", struck=False, underlined=False)
        return replace(bare, begins=False, continues=False, counted="")


Stretch = tuple[str, Look]


GONE = ("deleted", "moved-away")
"""Changes whose words are not in the new text."""


def shows(text: str) -> bool:
    """Whether any character is visible.

    >>> shows("a "), shows(" \N{SOFT HYPHEN}"), shows(BREAK)
    (True, False, False)
    """
    return bool(_UNSEEN.sub("", text).strip())


def stays(stretches: Iterable[Stretch]) -> bool:
    """Whether any visible character is in the new text."""
    return any(
        look.change not in GONE and look.counted != "before" and shows(text)
        for text, look in stretches
    )


def common_change(stretches: Iterable[Stretch]) -> tuple[str, str, str]:
    """The tracked change (what, by, date) that all visible characters share; blank without one."""
    found = {(x.change, x.by, x.date) for text, x in stretches if shows(text)}
    kinds = {change for change, _, _ in found}
    return min(found) if len(kinds) == 1 else ("", "", "")


class Sheet:
    """The one page of a file without pages, filled from top to bottom; `name` is what messages
    call the file."""

    def __init__(self, name: str = "the file") -> None:
        self.name = name
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
        cell: tuple[int, int, int] | None = None,
    ) -> None:
        """Add a paragraph; blank ones are left out, forced breaks make several lines.

        Raises:
            ReadError: more in the document than any draft has (`limits.refuse_much`).
        """
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
                    cell=cell,
                )
            )

    def add_printed(self, page: str, lines: Iterable[Line]) -> None:
        """Add text that has lines of its own (`<pre>`), with those lines."""
        for line in lines:
            self.lines.append(replace(line, start=line.start + self.length))
        self.texts.append(page)
        self.length += len(page) + 1
        refuse_much(self.length, len(self.lines), self.name)

    def sign(self, start: int, by: str, date: str) -> None:
        """Say who wrote the lines from `start` on, and when, where no tracked change says it."""
        for n in range(start, len(self.lines)):
            line = self.lines[n]
            runs = tuple(run if run.by else replace(run, by=by, date=date) for run in line.runs)
            self.lines[n] = replace(line, runs=runs)

    def _put(self, line: Line) -> None:
        self.lines.append(line)
        self.texts.append(line.text)
        self.length += len(line.text) + 1
        refuse_much(self.length, len(self.lines), self.name)


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
    """One line with single spaces, and its runs: where a paragraph begins or goes on, one does."""
    parts: list[Stretch] = []
    for raw, look in row:
        text = _BLANK.sub(" ", _UNSEEN.sub("", raw))
        if not parts:
            text = text.lstrip(" ")
        elif text.startswith(" ") and parts[-1][0].endswith(" "):
            text = _one_blank(parts, text, look)
        if text:
            parts.append((text, look))
    while parts and not parts[-1][0].rstrip(" "):
        parts.pop()
    whole = "".join(text for text, _ in parts).rstrip(" ")
    spans: list[tuple[int, int, Look]] = []
    at = 0
    for text, look in parts:
        end = min(at + len(text), len(whole))
        alike = spans and look == spans[-1][2] and not (look.begins or look.continues)
        if end > at and alike:
            spans[-1] = (spans[-1][0], end, look)
        elif end > at:
            spans.append((at, end, look))
        at += len(text)
    return whole, tuple(look.run(start, end) for start, end, look in spans)


def _one_blank(parts: list[Stretch], text: str, look: Look) -> str:
    """Make one of the blank that ends the last part and the one that begins `text`: the one that
    is in every version of the text, or, of words that went and words that came, a blank of
    neither."""
    last, before = parts[-1]
    rest = text[1:]
    alike = bool(look.change) and (before.change in GONE) == (look.change in GONE)
    if not before.change or alike:
        return rest
    parts[-1] = (last[:-1], before)
    if not last[:-1]:
        parts.pop()
    if not look.change:
        return text if parts else rest
    if parts:
        parts.append((" ", look.plain()))
    return rest


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
