"""What stands on a page without being part of the text, each line under its name.

In: the lines of a reading. Out: the lines of the text proper, and `Furniture` for all others:
running heads, page numbers, symbols, printers' numbers and bar codes, the cover's lines, tables of
contents, drawn lines, footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from tracker.ingesters.walk.footnotes import RULE, footnotes, with_anchors
from tracker.ingesters.walk.grammar import CONTENTS as CONTENTS_HEADING
from tracker.ingesters.walk.grammar import TITLES
from tracker.ingesters.walk.margins import SYMBOL, running
from tracker.ingesters.walk.numbering import number_at_start
from tracker.model import Furniture
from tracker.read import Line, Reading

CONTENTS = 3
"""Entries that make a table of contents."""

CONTENTS_APART = 6
"""Lines from one entry to the next, at most."""

_JOB_NUMBER = re.compile(r"\d{2}-\d{5}[A-Z]?(?:\s*\([A-Z]\))?(?:\s+\d{6})?")
_BAR_CODE = re.compile(r"\*\s?\d{6,9}\s?\*")
_DISTR = re.compile(r"Distr\.\s?:?\s?\w*", re.IGNORECASE)
_ORIGINAL = re.compile(r"Original\s?:\s?\w[\w\s,/]*", re.IGNORECASE)
_DISTRIBUTION = re.compile(r"GENERAL|LIMITED|RESTRICTED", re.IGNORECASE)
"""How widely a document goes: words that may as well head an article."""
FIRST = 4
"""Lines of a cover that tell where it is, at most."""

_NEAR = 6
"""Lines within which a cover word stands from `Distr.` or a symbol."""
_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\d{1,4}$|\u2026\s*\d{1,4}$")
_LONE_NUMBER = re.compile(r"[-\u2013\u2014]?\s?\d{1,4}(?:\s?/\s?\d{1,4})?\s?[-\u2013\u2014]?")


def furnish(reading: Reading) -> tuple[list[Line], list[Furniture]]:
    """The lines of the text, the anchors of their notes raised, and everything else by name."""
    named = _by_region(reading.lines)
    body = [line for line in reading.lines if id(line) not in named]
    sizes = [line.size for line in body if line.size]
    size = median_low(sizes) if sizes else 0.0
    if len(reading.pages) > 1:
        notes = footnotes(body, size)
        named.update(running(body, len(reading.pages), size, _by_form, notes))
    named.update({id(x): _by_form(x) for x in body if _by_form(x) in ("job-number", "bar-code")})
    body = [line for line in body if id(line) not in named]
    named.update(footnotes(body, size))
    cover = _cover(reading.lines)
    body = [line for line in body if id(line) not in named]
    for line in body:
        kind = _by_form(line) or cover.get(id(line), "")
        if kind:
            named[id(line)] = kind
    named.update(_contents(body, named))
    kept = [line for line in reading.lines if id(line) not in named]
    furniture = [as_furniture(x, named[id(x)]) for x in reading.lines if id(x) in named]
    below = (line for line in reading.lines if named.get(id(line)) == "footnote")
    return with_anchors(kept, below), furniture


def as_furniture(line: Line, kind: str) -> Furniture:
    """A whole line as furniture of a kind."""
    return Furniture(kind, line.text, line.page, line.start, line.start + len(line.text))


def _by_region(lines: Sequence[Line]) -> dict[int, str]:
    """What the format itself keeps apart: notes, and heads and feet by what they say."""
    found: dict[int, str] = {}
    for line in lines:
        text = line.text.strip()
        if line.region in ("footnote", "comment"):
            found[id(line)] = line.region
        elif line.region in ("header", "footer"):
            page = _LONE_NUMBER.fullmatch(text) is not None
            symbol = SYMBOL.fullmatch(text) is not None
            kind = "page-number" if page else "symbol" if symbol else _by_form(line)
            found[id(line)] = kind or "running-head"
    return found


def _by_form(line: Line) -> str:
    """Kinds that a line shows by its form alone, wherever it stands."""
    text = line.text.strip()
    # The end of the line is all that tells; a search from its start is quadratic.
    if _LEADERS.search(text[-200:]):
        return "contents"
    if _JOB_NUMBER.fullmatch(text):
        return "job-number"
    if _BAR_CODE.fullmatch(text):
        return "bar-code"
    if RULE.fullmatch(text):
        return "rule"
    return ""


def _contents(lines: Sequence[Line], named: dict[int, str]) -> dict[int, str]:
    """Lines between the entries of a table of contents: chapters, and entries of several lines;
    and its heading, with what stands between that and the first entry."""
    found: dict[int, str] = {}
    entries = [n for n, line in enumerate(lines) if named.get(id(line)) == "contents"]
    if len(entries) >= CONTENTS:
        for n, following in pairwise(entries):
            if following - n <= CONTENTS_APART:
                found.update((id(line), "contents") for line in lines[n + 1 : following])
        for n, line in enumerate(lines[max(0, entries[0] - CONTENTS_APART) : entries[0]]):
            if CONTENTS_HEADING.fullmatch(line.text.strip()):
                first = max(0, entries[0] - CONTENTS_APART) + n
                found.update((id(one), "contents") for one in lines[first : entries[0]])
    return found


def _cover(lines: Sequence[Line]) -> dict[int, str]:
    """Symbols and words of a cover, which stand on the first page before the first title or
    numbered paragraph: after that they are text."""
    end = next((n for n, line in enumerate(lines) if _begins_text(line)), len(lines))
    found: dict[int, str] = {}
    anchors: list[int] = []
    for n, line in enumerate(lines[:end]):
        text = line.text.strip()
        if SYMBOL.fullmatch(text):
            found[id(line)] = "symbol"
        elif _DISTR.fullmatch(text):
            found[id(line)] = "distribution"
        elif _ORIGINAL.fullmatch(text):
            found[id(line)] = "cover"
        else:
            continue
        anchors.append(n)
    for n, line in enumerate(lines[:end]):
        near = any(abs(n - anchor) <= _NEAR for anchor in anchors[:FIRST])
        if near and _DISTRIBUTION.fullmatch(line.text.strip()):
            found[id(line)] = "distribution"
    return found


def _begins_text(line: Line) -> bool:
    if line.page > 1 or TITLES.match(line.text):
        return True
    number = number_at_start(line.text)
    return number is not None and number.values.get("arabic") == 1
