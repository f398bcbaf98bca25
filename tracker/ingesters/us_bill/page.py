"""What the Government Publishing Office prints around a bill's text, line by line.

In: the lines of a PDF, HTML (`<pre>`) or text. Out: the lines of the text, without line numbers,
and `Furniture` for these and for whole lines: running heads ("•HR 1 IH"), page numbers, the marks
of production (VerDate, `<DOC>`, `<all>`), headers in brackets, rules; and the text without
`<DELETED>` marks, as a `Cut`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.ingesters.one_text import Cut, Row, Stretch, laid_out
from tracker.ingesters.walk.footnotes import with_anchors
from tracker.model import Furniture
from tracker.read import Line, Reading, Run

TOP = 0.09
"""Share of the page's height above which a lone number is the page's."""

MARGIN = 0.015
"""Share of the page's width by which numbers in a margin are not in line: 9 and 10 end alike."""

ALIKE = 0.01
"""Share of the page's height within which two pieces are printed on one line."""

_PRODUCTION = re.compile(
    # The ring that ends a bill is an Æ of another font.
    r"VerDate\s.*|\S+\son\s[A-Z0-9]+\swith\s[A-Z ]+|<(?:DOC|all)>|[\u25cb\u00c6]|\[GRAPHIC[^\]]*\]"
)
_HEADER = re.compile(
    r"\[(?:Congressional Bills \d+th Congress|From the U\.S\. Government \w+ Office"
    r"|[A-Z][^\[\]]{1,60}\([A-Z0-9]{2,5}\))\]"
)
_SLUG = re.compile(
    r"[•†]?\s?(?:HR|S|HRES|SRES|HCON|SCON|HJ|SJ|HCONRES|SCONRES|HJRES|SJRES)\s\d{1,5}"
    r"\s[A-Z]{2,3}\d?S?(?:\s?\d{1,3})?"
)
_RULE = re.compile(r"[_\u2013\u2014=-]{5,}")
_NUMBER = re.compile(r"(\d{1,2})(?:\s+(?=\S)|$)")
_ENACTS = re.compile(r"Be it enacted\b|Resolved\b")
_DELETED = re.compile(r"</?DELETED>")


def furnish(reading: Reading) -> tuple[Reading, list[Furniture]]:
    """The reading without what is printed around its text, and that, under its names."""
    furniture: list[Furniture] = []
    lines: list[Line] = []
    gap = 0.0
    for line in reading.lines:
        kind = _by_form(line)
        if kind:
            furniture.append(whole(line, kind))
            gap = max(gap, line.gap)
        else:
            lines.append(replace(line, gap=max(gap, line.gap)) if gap else line)
            gap = 0.0
    numbered = _line_numbers(lines)
    kept: list[Line] = []
    for line in lines:
        end = numbered.get(id(line), 0)
        if end:
            digits = line.text[:end].rstrip()
            at = line.start
            furniture.append(Furniture("line-number", digits, line.page, at, at + len(digits)))
            if end < len(line.text):
                kept.append(part(line, end, len(line.text)))
        else:
            kept.append(line)
    notes = (line for line in kept if line.region == "footnote")
    return replace(reading, lines=tuple(with_anchors(kept, notes))), furniture


def whole(line: Line, kind: str) -> Furniture:
    """A whole line as furniture."""
    return Furniture(kind, line.text, line.page, line.start, line.start + len(line.text))


def part(line: Line, start: int, end: int) -> Line:
    """The characters of a line from `start` to `end`, without blanks at either end."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    runs = tuple(
        replace(run, start=max(run.start, start) - start, end=min(run.end, end) - start)
        for run in line.runs
        if run.start < end and run.end > start
    )
    return replace(line, text=line.text[start:end], start=line.start + start, runs=runs)


def _by_form(line: Line) -> str:
    text = line.text.strip()
    if _PRODUCTION.fullmatch(text):
        return "production-line"
    if _HEADER.fullmatch(text):
        return "cover"
    if _SLUG.fullmatch(text):
        return "running-head"
    if _RULE.fullmatch(text):
        return "rule"
    if line.bottom and line.top < TOP and text.isdecimal() and len(text) <= 4:
        return "page-number"
    return ""


def _line_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Where the numbers in the margin end, by line. The enacting or resolving words bear the first;
    on each page they count on from 1, stand one below another, and most lines between the first and
    the last have one. Other numbers at the start of lines are amounts, and words of the bill."""
    placed = [line for line in lines if line.bottom]
    enacting = next((x for x, y in pairwise((*placed, None)) if x and _bears_one(x, y)), None)
    if enacting is None:
        return {}
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in placed:
        pages[line.page].append(line)
    found: dict[int, int] = {}
    for on_page in pages.values():
        counted = _counted(on_page, enacting.left)
        if counted and 2 * len(counted) > max(counted) - min(counted) + 1:
            found.update((id(on_page[n]), end) for n, end in counted.items())
    return found


def _bears_one(line: Line, beside: Line | None) -> bool:
    """Whether a line is the enacting or resolving words with a number before them, in one piece or
    beside a piece that is the number."""
    match = _NUMBER.match(line.text)
    if match is None:
        return False
    if match.end() < len(line.text) or beside is None:
        return _ENACTS.match(line.text, match.end()) is not None
    return abs(line.top - beside.top) < ALIKE and _ENACTS.match(beside.text) is not None


def _counted(lines: Sequence[Line], edge: float) -> dict[int, int]:
    """Which lines of a page bear a number at the edge, and where it ends."""
    found: dict[int, int] = {}
    for n, line in enumerate(lines):
        match = _NUMBER.match(line.text)
        if match and abs(line.left - edge) <= MARGIN and int(match[1]) == len(found) + 1:
            found[n] = match.end()
    return found


def without_marks(text: Reading) -> Cut | None:
    """HTML prints struck matter between `<DELETED>` and `</DELETED>`: the text without these, what
    stands between them struck; None if there are none."""
    if not any(_DELETED.search(line.text) for line in text.lines):
        return None
    rows: list[Row] = []
    marks: list[Furniture] = []
    struck = False
    gap = 0.0
    for line in text.lines:
        pieces: list[tuple[int, int, bool]] = []
        at = 0
        for match in _DELETED.finditer(line.text):
            pieces.append((at, match.start(), struck))
            start, at = line.start + match.start(), match.end()
            stop = line.start + at
            marks.append(Furniture("production-line", match.group(), line.page, start, stop))
            struck = match.group() == "<DELETED>"
        pieces.append((at, len(line.text), struck))
        gap = max(gap, line.gap)
        if any(line.text[low:high].strip() for low, high, _ in pieces):
            rows.append(_row(replace(line, gap=gap), pieces))
            gap = 0.0
    return laid_out(text, rows, marks)


def _row(line: Line, pieces: Sequence[tuple[int, int, bool]]) -> Row:
    """What is left of a line, its pieces struck or not; set in as the print was without marks."""
    runs: list[Run] = []
    for low, high, struck in pieces:
        if struck and low < high:
            runs.append(Run(low, high, struck=True))
        elif not struck:
            runs += [
                replace(run, start=max(run.start, low), end=min(run.end, high))
                for run in line.runs
                if run.start < high and run.end > low
            ]
    first = next(low for low, high, _ in pieces if line.text[low:high].strip())
    blanks = len(line.text[first:]) - len(line.text[first:].lstrip())
    left = line.left + (blanks / 100 if first else 0.0)
    looks = replace(line, left=left, runs=tuple(runs))
    return Row(looks, [Stretch(looks, low, high) for low, high, _ in pieces if low < high])
