"""What stands on a page without being part of the text: running heads, page numbers, footnotes.

In: the lines of a reading. Out: the lines of the text proper, and `Furniture` for all others, named
for what they are. Lines are told by their place and by returning from page to page, never by words
of one publisher.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from tracker.ingesters.grammar import TITLES
from tracker.ingesters.numbering import roman
from tracker.model import Furniture
from tracker.read import Line, Reading

EDGE = 4
"""How many lines at either end of a page may be running heads or feet."""

CONTENTS = 3
"""Entries that make a table of contents."""

CONTENTS_APART = 6
"""Lines from one entry to the next, at most."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?P<dash>[-\u2013\u2014]?)\s?(?:(?P<digits>\d{1,4})|(?P<roman>[ivxlc]{1,7}))"
    r"(?:\s?/\s?\d{1,4})?\s?[-\u2013\u2014]?"
)
_SYMBOL = re.compile(r"(?=\D*\d)[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.()-]{0,20}){1,8}\*{0,3}")
_JOB_NUMBER = re.compile(
    r"\d{2}-\d{5}[A-Z]?(?:\s*\([A-Z]\))?(?:\s+\d{6})?|\*\d{6,9}\*|\*\s?\d{6,9}\s?\*"
)
_COVER = re.compile(r"(?:Distr\.\s?:?\s?\w*|Original\s?:\s?\w[\w\s,/]*)", re.IGNORECASE)
_DISTRIBUTION = re.compile(r"GENERAL|LIMITED|RESTRICTED", re.IGNORECASE)
"""How widely a document goes: words that may as well head an article."""
_NEAR = 6
"""Lines within which a cover word stands from `Distr.` or a symbol."""
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d{1,4}$|\u2026\s*\d{1,4}$")
_NOTE_START = re.compile(r"(?:\d{1,3}|\*{1,3}|[a-z])(?:\s?/)?\s+\S|\[\d{1,3}\]")
_RULED_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3})(?:\s?/)?\s+\S|\[\d{1,3}\]")
_RULE = re.compile(r"[_\u2013\u2014=-]{3,}")


def furnish(reading: Reading) -> tuple[list[Line], list[Furniture]]:
    """The lines of the text, and everything else under its name."""
    named = _by_region(reading.lines)
    body = [line for line in reading.lines if id(line) not in named]
    if len(reading.pages) > 1:
        named.update(_running(body, len(reading.pages)))
    body = [line for line in body if id(line) not in named]
    named.update(_footnotes(body))
    named.update(_ruled_notes(body))
    cover = _cover(reading.lines)
    body = [line for line in body if id(line) not in named]
    for line in body:
        kind = _by_form(line) or cover.get(id(line), "")
        if kind:
            named[id(line)] = kind
    named.update(_contents(body, named))
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
    """Kinds that a line shows by its form alone, wherever it stands."""
    text = line.text.strip()
    # The end of the line is all that tells; a search from its start is quadratic.
    if _LEADERS.search(text[-200:]):
        return "contents"
    if _JOB_NUMBER.fullmatch(text):
        return "job-number"
    if _RULE.fullmatch(text):
        return "rule"
    return ""


def _contents(lines: Sequence[Line], named: dict[int, str]) -> dict[int, str]:
    """Lines between the entries of a table of contents: chapters, and entries of several lines."""
    found: dict[int, str] = {}
    entries = [n for n, line in enumerate(lines) if named.get(id(line)) == "contents"]
    if len(entries) >= CONTENTS:
        for n, following in pairwise(entries):
            if following - n <= CONTENTS_APART:
                found.update((id(line), "contents") for line in lines[n + 1 : following])
    return found


def _cover(lines: Sequence[Line]) -> dict[int, str]:
    """Symbols and words of a cover, which stand before the first title: after it they are text."""
    end = next((n for n, line in enumerate(lines) if TITLES.match(line.text)), len(lines))
    found: dict[int, str] = {}
    anchors: list[int] = []
    for n, line in enumerate(lines[:end]):
        text = line.text.strip()
        if _SYMBOL.fullmatch(text):
            found[id(line)] = "symbol"
            anchors.append(n)
        elif line.page == 1 and _COVER.fullmatch(text):
            found[id(line)] = "cover"
            anchors.append(n)
    for n, line in enumerate(lines[:end]):
        near = any(abs(n - anchor) <= _NEAR for anchor in anchors[:EDGE])
        if line.page == 1 and near and _DISTRIBUTION.fullmatch(line.text.strip()):
            found[id(line)] = "cover"
    return found


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
    numbers = _page_numbers(edges, enough)
    returning = _returning([line for line, _ in edges], enough)
    found: dict[int, str] = {}
    for line, _ in edges:
        if id(line) in numbers:
            found[id(line)] = "page-number"
        elif not _at_edge(line):
            continue
        elif _SYMBOL.fullmatch(line.text.strip()):
            found[id(line)] = "symbol"
        elif id(line) in returning:
            found[id(line)] = _by_form(line) or "running-head"
    return found


def _page_numbers(edges: Sequence[tuple[Line, int]], enough: int) -> set[int]:
    """Lone numbers that keep step with the pages, stand between dashes on many, or are printed
    outermost in the margin. A paragraph's number or the word "civil" does none of these."""
    groups: dict[tuple[str, int], list[Line]] = defaultdict(list)
    margin: list[Line] = []
    for line, nearest in edges:
        match = _PAGE_NUMBER.fullmatch(line.text.strip())
        value = match and (int(match["digits"]) if match["digits"] else roman(match["roman"]))
        if not match or value is None:
            continue
        form = "roman" if match["roman"] else "digits"
        groups[form, value - line.page].append(line)
        if match["dash"]:
            groups["dash", 0].append(line)
        if nearest == 0 and line.bottom and _at_edge(line):
            margin.append(line)
    return {
        id(line)
        for group in (*groups.values(), margin)
        if len({line.page for line in group}) >= enough
        for line in group
    }


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
    groups = [group for group in seen.values() if _pages(group) >= enough]
    # A title's number keeps step with the page's by chance for a few pages, never for a quarter.
    groups += [group for group in growing.values() if _pages(group) >= max(enough, len(pages) // 4)]
    return {id(line) for group in groups for line in group}


def _pages(lines: Sequence[Line]) -> int:
    return len({line.page for line in lines})


def _at_edge(line: Line) -> bool:
    """Formats without places (top and bottom 0) have no better evidence than returning; there
    "[deleted]" and "[agreed]" are what drafters write, page after page."""
    if (line.top, line.bottom) == (0.0, 0.0):
        return not line.text.startswith("[")
    return line.top < 0.13 or line.bottom > 0.87


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


def _ruled_notes(lines: Sequence[Line]) -> dict[int, str]:
    """Notes under a drawn line in a format without sizes, down to a gap that no note follows."""
    found: dict[int, str] = {}
    inside = False
    before: Line | None = None
    for line in lines:
        under = before is not None and before.page == line.page and not line.size
        starts = bool(_RULED_NOTE.match(line.text))
        if before is not None and _RULE.fullmatch(before.text):
            inside = under and starts
        elif inside:
            inside = under and (starts or (line.gap == 0.0 and not TITLES.match(line.text)))
        if inside:
            found[id(line)] = "footnote"
        before = line
    return found
