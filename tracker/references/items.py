"""The numbers behind a word like "articles": lists, ranges, and numbers inside numbers.

In: a place in a list of tokens. Out: the `Item`s named there and where they end. "Articles 5, 6 (1)
and 7 to 9" are three; "paragraph 1 (c), (d) and (e)" are three points of one paragraph;
"article 24, paragraph 2 (a)" is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracker.references.lex import number_of
from tracker.references.lexicon import RANKS
from tracker.references.names import Step
from tracker.references.numbers import Reading, Unit, add_labels, goes_on, number_at, unit_at

_DASHES = frozenset("-–—\u2011")
_ROMAN_SMALL = re.compile(r"[ivxl]+")
_MOST = 2_000
"""Items of one list; a longer one is read on as another expression."""


@dataclass(frozen=True, slots=True)
class Item:
    """One provision named, or with `last` a run of them; `[start, end)` are its own words."""

    path: tuple[Step, ...]
    last: tuple[Step, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listed:
    """The items of one list, and the token after them."""

    items: tuple[Item, ...]
    until: int


def items_at(reading: Reading, at: int) -> Listed | None:
    """The items that begin with a unit at a token, with all finer ones behind commas."""
    unit = unit_at(reading, at)
    if unit is None:
        return None
    found = _list(reading, at, unit, ())
    if found is None:
        return None
    items, until = list(found.items), found.until
    named, parted = {unit.name}, False
    while True:
        finer = _finer(reading, until, named, items[-1], closed=unit.plural)
        if finer is not None:
            items[-1:], until, parted = finer.items, finer.until, True
            continue
        further = _resumed(reading, until, unit, items[-1]) if parted else None
        if further is None:
            return Listed(tuple(items), until)
        items += further.items
        until, named = further.until, {unit.name}


def _resumed(reading: Reading, at: int, unit: Unit, last: Item) -> Listed | None:
    """A list that goes on after finer units: the 7 of "articles 6, paragraph 1, 7 and 9"."""
    joint = _joint(reading, at, closed=False)
    if joint is None or not unit.plural or reading.kind(joint) != "number" or last.last:
        return None
    found = _item(reading, joint, unit.name, ())
    if found is None or not goes_on(reading, found.until, plural=True):
        return None
    return Listed((found.item,), found.until)


def _finer(
    reading: Reading, at: int, named: set[str], holder: Item, *, closed: bool
) -> Listed | None:
    """The items of a finer unit, after a comma or at once: "article 24, paragraph 2"."""
    place = at + 1 if reading.form(at) == "," else at
    unit = unit_at(reading, place)
    if unit is None or unit.name in named or holder.last or reading.breaks(place):
        return None
    coarsest = max(RANKS[name] for name in named)
    if RANKS[unit.name] <= coarsest and not (unit.name == "title" and "section" in named):
        return None
    if not unit.plural:
        unit = replace(unit, closed=closed)
    found = _list(reading, place, unit, holder.path)
    if found is None:
        return None
    named.add(unit.name)
    first, *others = found.items
    joined = Item(first.path, first.last, holder.start, first.end)
    return Listed((joined, *others), found.until)


def _list(reading: Reading, at: int, unit: Unit, before: tuple[Step, ...]) -> Listed | None:
    """The numbers behind one unit, all inside `before`."""
    first = _item(reading, unit.until, unit.name, before)
    if first is None or reading.breaks(unit.until):
        return None
    start = reading.tokens[at].start
    items = [Item(first.item.path, first.item.last, start, first.item.end)]
    until, closed = first.until, False
    while len(items) < _MOST:
        joint = _joint(reading, until, closed)
        if joint is None:
            break
        following = _next(reading, joint, unit, before, items[-1])
        if following is None:
            break
        closed = closed or reading.form(joint - 1) in reading.lexicon.joins
        items.append(following.item)
        until = following.until
    return Listed(tuple(items), until)


def _joint(reading: Reading, at: int, closed: bool) -> int | None:
    """The token after "," or "and" or ", and"."""
    joins = reading.lexicon.joins
    place = at
    if reading.form(place) in (",", ";") and not closed:
        place += 1
    if reading.form(place) in joins:
        place += 1
        if reading.form(place) == "/" and reading.form(place + 1) in joins:  # "and/or"
            place += 2
    return place if place > at and not reading.breaks(place) else None


@dataclass(frozen=True, slots=True)
class _Found:
    item: Item
    until: int


def _next(
    reading: Reading, at: int, unit: Unit, before: tuple[Step, ...], last: Item
) -> _Found | None:
    """A further item of a list: another number, or another label inside the last one."""
    inner = last.last or last.path
    depth = _depth(reading, at, inner, len(before))
    if depth is not None:
        return _item(reading, at, inner[depth].unit, inner[:depth])
    if reading.kind(at) == "label" and not unit.plural and _written(inner[len(before)].number):
        return None
    if unit.closed:
        return None
    if not unit.plural and reading.form(at - 1) not in reading.lexicon.joins:
        return None
    found = _item(reading, at, unit.name, before)
    if found is None or not goes_on(reading, found.until, plural=unit.plural):
        return None
    return found


def _written(number: str) -> bool:
    return number.isdigit()


def _depth(reading: Reading, at: int, path: tuple[Step, ...], least: int) -> int | None:
    """Which step of the last item a label replaces: in "6 (1) (a) and (f)" the last."""
    if reading.kind(at) != "label":
        return None
    label = reading.tokens[at].text
    number = number_of(label)
    for depth in range(len(path) - 1, least - 1, -1):
        if path[depth].unit and not (depth == least and depth > 0 and len(path) == least + 1):
            if depth == least and _alike(path[depth].number, number) and not number.isdigit():
                return depth
            continue
        if _alike(path[depth].number, number):
            return depth
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two numbers count in the same way: digits, capitals, small Roman, small letters."""
    if one.isdigit() or other.isdigit():
        return one.isdigit() and other.isdigit()
    if one[:1].isupper() != other[:1].isupper():
        return False
    roman = [_ROMAN_SMALL.fullmatch(x.casefold()) is not None for x in (one, other)]
    long_roman = [r and len(x) > 1 for r, x in zip(roman, (one, other), strict=True)]
    if any(long_roman):
        return all(roman)
    if all(roman):
        return True
    # "(h) and (i)" are letters, "(a) and (i)" are not of one count.
    if "i" in (one, other):
        return abs(ord(one[0]) - ord(other[0])) <= 2
    return True


def _item(reading: Reading, at: int, unit: str, before: tuple[Step, ...]) -> _Found | None:
    """A number, what it holds in labels behind it, and the end of a range."""
    number = number_at(reading, at, unit)
    if number is None:
        return None
    text, until = number
    path = [*before, Step(unit, text)]
    until = add_labels(reading, until, path)
    start = reading.tokens[at].start
    last, until = _range(reading, until, unit, tuple(path), len(before))
    return _Found(Item(tuple(path), last, start, reading.tokens[until - 1].end), until)


def _range(
    reading: Reading, at: int, unit: str, path: tuple[Step, ...], least: int
) -> tuple[tuple[Step, ...], int]:
    """The end of a range that begins with `path`, `()` if it is none; and the token after."""
    if reading.form(at) not in reading.lexicon.to and reading.form(at) not in _DASHES:
        return (), at
    if reading.breaks(at + 1):
        return (), at
    if reading.kind(at + 1) == "label":
        number = number_of(reading.tokens[at + 1].text)
        for depth in range(len(path) - 1, least - 1, -1):
            if _alike(path[depth].number, number):
                return (*path[:depth], Step(path[depth].unit, number)), at + 2
        return (), at
    number_to = number_at(reading, at + 1, unit)
    if number_to is None:
        return (), at
    text, until = number_to
    steps = [*path[:least], Step(unit, text)]
    until = add_labels(reading, until, steps)
    return tuple(steps), until
