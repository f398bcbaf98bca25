"""What stands on a page without being part of the text: running heads, page numbers, footnotes.

In: the lines of a reading. Out: the lines of the text proper, and `Furniture` for all others, named
for what they are. Lines are told by their place and by returning from page to page, never by words
of one publisher.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median_low

from tracker.ingesters.grammar import TITLES
from tracker.model import Furniture
from tracker.read import Line, Reading

EDGE = 4
"""How many lines at either end of a page may be running heads or feet."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-\u2013\u2014\s]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*/\s*\d{1,4})?[-\u2013\u2014\s]*"
)
_SYMBOL = re.compile(r"[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.()-]{0,20}){1,8}\*{0,3}")
_JOB_NUMBER = re.compile(
    r"\d{2}-\d{5}[A-Z]?(?:\s*\([A-Z]\))?(?:\s+\d{6})?|\*\d{6,9}\*|\*\s?\d{6,9}\s?\*"
)
_COVER = re.compile(
    r"(?:Distr\.\s*:?\s*\w*|Original\s*:\s*\w[\w\s,/]*|GENERAL|LIMITED)", re.IGNORECASE
)
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d{1,4}$|\u2026\s*\d{1,4}$")
_NOTE_START = re.compile(r"(?:\d{1,3}|\*{1,3}|[a-z])(?:\s?/)?\s+\S|\[\d{1,3}\]")
_RULE = re.compile(r"[_\u2013\u2014=-]{3,}")


def furnish(reading: Reading) -> tuple[list[Line], list[Furniture]]:
    """The lines of the text, and everything else under its name."""
    named = _by_region(reading.lines)
    body = [line for line in reading.lines if id(line) not in named]
    if len(reading.pages) > 1:
        named.update(_running(body, len(reading.pages)))
    body = [line for line in body if id(line) not in named]
    named.update(_footnotes(body))
    for line in body:
        if id(line) not in named:
            kind = _by_form(line)
            if kind:
                named[id(line)] = kind
    kept = [line for line in reading.lines if id(line) not in named]
    furniture = [as_furniture(x, named[id(x)]) for x in reading.lines if id(x) in named]
    return kept, furniture


def as_furniture(line: Line, kind: str) -> Furniture:
    """A whole line as furniture of a kind."""
    return Furniture(kind, line.text, line.page, line.start, line.start + len(line.text))


def _by_region(lines: Sequence[Line]) -> dict[int, str]:
    kinds = {"footnote": "footnote", "header": "running-head", "footer": "running-head"}
    return {id(line): kinds[line.region] for line in lines if line.region in kinds}


def _by_form(line: Line) -> str:
    """Kinds that a line shows by its form alone."""
    text = line.text.strip()
    if _LEADERS.search(text):
        return "contents"
    if _JOB_NUMBER.fullmatch(text):
        return "job-number"
    if _SYMBOL.fullmatch(text):
        return "symbol"
    if line.page == 1 and _COVER.fullmatch(text):
        return "cover"
    if _RULE.fullmatch(text):
        return "rule"
    return ""


def _running(lines: Sequence[Line], pages: int) -> dict[int, str]:
    """Lines at the edges of pages that return, digits aside, or are page numbers."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    edges: list[tuple[Line, int]] = []
    for on_page in by_page.values():
        ordered = sorted(on_page, key=lambda x: (x.top, x.start))
        for place, line in enumerate(ordered):
            nearest = min(place, len(ordered) - 1 - place)
            if nearest < EDGE:
                edges.append((line, nearest))
    enough = max(2, min(3, pages // 2))
    numbers = sum(1 for line, _ in edges if _PAGE_NUMBER.fullmatch(line.text.strip()))
    returning = _returning([line for line, _ in edges], enough)
    found: dict[int, str] = {}
    for line, _ in edges:
        text = line.text.strip()
        if _PAGE_NUMBER.fullmatch(text) and numbers >= enough:
            found[id(line)] = "page-number"
        elif id(line) in returning and _at_edge(line):
            found[id(line)] = _by_form(line) or "running-head"
    return found


def _returning(lines: Sequence[Line], enough: int) -> set[int]:
    """Lines that stand on several pages at the same height with the same words, and with the same
    numbers or such as grow with the page's. A title is none, though its number may do so."""
    seen: dict[tuple[str, int], list[Line]] = defaultdict(list)
    growing: dict[tuple[str, int, int], list[Line]] = defaultdict(list)
    pages = {line.page for line in lines}
    for line in lines:
        plain = " ".join(line.text.split())
        height = round(line.top * 20)
        seen[plain, height].append(line)
        for number in set(_DIGITS.findall(plain)):
            if len(number) <= 4 and not TITLES.match(plain):
                rest = _DIGITS.sub("#", plain)
                growing[rest, int(number) - line.page, height].append(line)
    groups = [group for group in seen.values() if len(group) >= enough]
    # A title's number keeps step with the page's by chance for a few pages, never for a quarter.
    groups += [group for group in growing.values() if len(group) >= max(enough, len(pages) // 4)]
    return {id(line) for group in groups for line in group}


def _at_edge(line: Line) -> bool:
    """Formats without places (top and bottom 0) have no better evidence than returning."""
    return (line.top, line.bottom) == (0.0, 0.0) or line.top < 0.13 or line.bottom > 0.87


def _footnotes(lines: Sequence[Line]) -> dict[int, str]:
    """Small print at the foot of a page that begins like a note."""
    sizes = [line.size for line in lines if line.size]
    if not sizes:
        return {}
    body = median_low(sizes)
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    found: dict[int, str] = {}
    for on_page in by_page.values():
        foot: list[Line] = []
        for line in sorted(on_page, key=lambda x: (-x.top, -x.start)):
            if not (line.size and line.size <= body * 0.92) and not _RULE.fullmatch(line.text):
                break
            foot.append(line)
        starts = [n for n, line in enumerate(foot) if _NOTE_START.match(line.text)]
        if starts:
            found.update((id(line), "footnote") for line in foot[: max(starts) + 1])
    return found
