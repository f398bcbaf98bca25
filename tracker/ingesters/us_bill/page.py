"""What the Government Publishing Office prints around a bill's text, line by line.

In: the lines of a PDF, HTML (`<pre>`) or text. Out: the lines of the text, without line numbers
and `<DELETED>` marks, and `Furniture` for these and for whole lines: running heads ("•HR 1 IH"),
page numbers, the marks of production (VerDate, `<DOC>`, `<all>`), headers in brackets, rules.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.model import Furniture
from tracker.read import Line, Reading, Run

TOP = 0.09
"""Share of the page's height above which a lone number is the page's."""

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
    unmarked, marks = _without_marks(kept)
    return replace(reading, lines=tuple(unmarked)), [*furniture, *marks]


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
    """Where the numbers in the margin end, by line: they count from 1 on every page, and stand
    one below another. A page's single number counts if other pages have them there."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.bottom:
            pages[line.page].append(line)
    found: dict[int, int] = {}
    margin: list[float] = []
    alone: list[tuple[Line, int]] = []
    for on_page in pages.values():
        counted = list(_counted(on_page))
        if len(counted) > 1:
            found.update((id(line), end) for line, end in counted)
            margin.extend(line.left for line, _ in counted)
        else:
            alone.extend(counted)
    for line, end in alone:
        if any(abs(line.left - left) < 0.005 for left in margin):
            found[id(line)] = end
    return found


def _counted(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    expected = 1
    for line in lines:
        match = _NUMBER.match(line.text)
        if match and int(match[1]) == expected:
            yield line, match.end()
            expected += 1


def _without_marks(lines: Sequence[Line]) -> tuple[list[Line], list[Furniture]]:
    """HTML prints struck matter between `<DELETED>` and `</DELETED>`: taken out, and what stands
    between them struck."""
    kept: list[Line] = []
    marks: list[Furniture] = []
    struck = False
    gap = 0.0
    for line in lines:
        at = 0
        pieces: list[Line] = []
        for match in _DELETED.finditer(line.text):
            if line.text[at : match.start()].strip():
                pieces.append(_struck(part(line, at, match.start()), struck))
            start = line.start + match.start()
            marks.append(
                Furniture(
                    "production-line",
                    match.group(),
                    line.page,
                    start,
                    start + match.end() - match.start(),
                )
            )
            struck = match.group() == "<DELETED>"
            at = match.end()
        if line.text[at:].strip():
            rest = line if at == 0 else _indented(line, at)
            pieces.append(_struck(rest, struck))
        for n, piece in enumerate(pieces):
            kept.append(replace(piece, gap=max(gap, piece.gap), glued=n > 0 or piece.glued))
        gap = 0.0 if pieces else max(gap, line.gap)
    return kept, marks


def _indented(line: Line, at: int) -> Line:
    """What follows a mark in front of a line: set in as the print was without the mark."""
    rest = part(line, at, len(line.text))
    blanks = rest.start - line.start - at
    return replace(rest, left=line.left + blanks / 100)


def _struck(line: Line, struck: bool) -> Line:
    return replace(line, runs=(Run(0, len(line.text), struck=True),)) if struck else line
