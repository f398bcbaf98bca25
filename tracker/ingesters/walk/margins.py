"""Lines at the edges of pages: running heads, page numbers, symbols and printers' numbers.

In: the lines of a reading that no region claims. Out: the name of each that is such a line. They
are told by their place and by returning from page to page, by keeping step with the pages, or by
being printed smaller than the text they stand above, never by words of one publisher.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import takewhile

from tracker.ingesters.walk.grammar import TITLES
from tracker.ingesters.walk.numbering import number_at_start, roman
from tracker.read import Line

EDGE = 4
"""How many lines at either end of a page may be running heads or feet."""

SMALL = 0.92
"""Print of at most this share of the text's size is smaller than it."""

LARGE = 1.15
"""Print of at least this multiple of the text's size is a heading, not a running head."""

DENSE = 0.4
"""Share of the pages of a stretch on which a running head stands, at least."""

HEAD = 0.10
"""Share of the page's height in which smaller print is a running head."""

SYMBOL = re.compile(r"(?=\D*\d)[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.()-]{0,20}){1,8}\*{0,3}")
"""A document symbol: A/RES/77/321, A/CONF.164/37, COM(2012) has another form."""

_ENDS = tuple(".:;,!?\u3002\uff1a\uff1b\uff0c\u060c\u061b\u061f")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?P<dash>[-\u2013\u2014]?)\s?(?:(?P<digits>\d{1,4})|(?P<roman>[ivxlc]{1,7}))"
    r"(?:\s?/\s?(?P<of>\d{1,4}))?\s?[-\u2013\u2014]?"
)


def running(
    lines: Sequence[Line],
    pages: int,
    size: float,
    by_form: Callable[[Line], str],
    notes: Collection[int],
) -> dict[int, str]:
    """Lines at the edges of pages that return, digits aside, or are page numbers. `size` is that
    of the text in points, 0 if unknown; `by_form` names a line by its form alone, or is `""`;
    `notes` are the ids of lines that may be notes, which return less often than a running foot."""
    sides = _sides(lines)
    edges = [(line, place) for side in sides for place, line in enumerate(side)]
    enough = max(2, min(3, pages // 2))
    plain = [line for line, _ in edges if not size or line.size < size * LARGE]
    kinds: dict[int, str] = dict.fromkeys(_returning(plain, enough), "running-head")
    often = _returning(plain, max(enough, (pages + 1) // 2))
    kinds = {key: kind for key, kind in kinds.items() if key not in notes or key in often}
    for key in _of_sentences(lines, kinds):
        kinds.pop(key, None)
    kinds |= dict.fromkeys(_small_heads(lines, size), "running-head")
    own = {line.text.strip() for line in lines if line.page == 1 or id(line) in kinds}
    for line, _ in edges:
        text = line.text.strip()
        if form := by_form(line):
            kinds[id(line)] = form
        elif SYMBOL.fullmatch(text) and text in own:
            kinds[id(line)] = "symbol"
    kinds = {id(line): kinds[id(line)] for line, _ in edges if id(line) in kinds and _at_edge(line)}
    kinds |= dict.fromkeys(_page_numbers(edges, enough, pages), "page-number")
    # From the edge inwards: what stands inside the text is text.
    return {
        id(line): kinds[id(line)]
        for side in sides
        for line in takewhile(lambda line: id(line) in kinds, side)
    }


def _sides(lines: Sequence[Line]) -> list[list[Line]]:
    """The outer lines of every page's head and of its foot, the outermost first."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    found: list[list[Line]] = []
    for on_page in by_page.values():
        ordered = sorted(on_page, key=lambda x: (x.top, x.start))
        half = (len(ordered) + 1) // 2
        found += [ordered[:half][:EDGE], ordered[half:][::-1][:EDGE]]
    return found


def _page_numbers(edges: Sequence[tuple[Line, int]], enough: int, pages: int) -> set[int]:
    """Lone numbers that keep step with the pages, stand between dashes on many, say of how many
    pages they are, or are printed outermost in the margin. A paragraph's number or the word
    "civil" does none of these."""
    groups: dict[tuple[str, int], list[Line]] = defaultdict(list)
    margin: list[Line] = []
    found: set[int] = set()
    for line, nearest in edges:
        match = _PAGE_NUMBER.fullmatch(line.text.strip())
        value = match and (int(match["digits"]) if match["digits"] else roman(match["roman"]))
        if not match or value is None:
            continue
        if (value, int(match["of"] or 0)) == (line.page, pages):
            found.add(id(line))
        form = "roman" if match["roman"] else "digits"
        groups[form, value - line.page].append(line)
        if match["dash"]:
            groups["dash", 0].append(line)
        if nearest == 0 and line.bottom and _at_edge(line):
            margin.append(line)
    for group in (*groups.values(), margin):
        if _pages(group) >= enough:
            found.update(id(line) for line in group)
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
    groups = [group for group in seen.values() if _pages(group) >= enough and _dense(group)]
    # A title's number keeps step with the page's by chance for a few pages, never for a quarter.
    many = max(3, enough, len(pages) // 4)
    groups += [group for group in growing.values() if _pages(group) >= many]
    return {id(line) for group in groups for line in group}


def _small_heads(lines: Sequence[Line], size: float) -> set[int]:
    """Smaller print at the top of a page, above text of the full size: a running head that is
    broken otherwise on each page, or stands in a document of two pages, returns nowhere."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if size and line.size:
            by_page[line.page].append(line)
    found: set[int] = set()
    for on_page in by_page.values():
        ordered = sorted(on_page, key=lambda x: (x.top, x.start))
        end = next((n for n, x in enumerate(ordered) if x.size > size * SMALL), 0)
        head = ordered[:end]
        if all(line.bottom < HEAD for line in head):
            found.update(id(line) for line in head)
    return found


def _of_sentences(lines: Sequence[Line], returning: Collection[int]) -> set[int]:
    """Lines without places that read like the text's own, however often they return: those that
    open a provision or end as sentences and their parts do, and all that no blank line parts from
    such a line, or from one that does not return."""
    blocks: list[list[Line]] = []
    for line in lines:
        if (line.top, line.bottom) != (0.0, 0.0):
            continue
        if blocks and blocks[-1][-1].page == line.page and line.gap < 1.0:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return {
        id(line)
        for block in blocks
        if any(_of_sentence(line, returning) for line in block)
        for line in block
    }


def _of_sentence(line: Line, returning: Collection[int]) -> bool:
    text = line.text.strip()
    if SYMBOL.fullmatch(text) or _PAGE_NUMBER.fullmatch(text):
        return False
    own = text.endswith(_ENDS) or text[:1].islower() or number_at_start(text) is not None
    return own or id(line) not in returning


def _dense(lines: Sequence[Line]) -> bool:
    """Whether lines stand on most pages from the first to the last of them, or on every second; the
    first words of annexes return too, but here and there."""
    pages = {line.page for line in lines}
    return len(pages) >= DENSE * (max(pages) - min(pages) + 1)


def _pages(lines: Sequence[Line]) -> int:
    return len({line.page for line in lines})


def _at_edge(line: Line) -> bool:
    """Formats without places (top and bottom 0) have no better evidence than returning; there
    "[deleted]" and "[agreed]" are what drafters write, page after page."""
    if (line.top, line.bottom) == (0.0, 0.0):
        return not line.text.startswith("[")
    return line.top < 0.13 or line.bottom > 0.87
