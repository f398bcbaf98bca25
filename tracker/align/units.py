"""Which basic units went into which, told by where their words went.

In: two outlines, the one-to-one links, and the flow of words. Out: the links of units put right:
more where one was split or several were merged, others where one became a paragraph of another or
a paragraph became a unit, and none where the words say that a likeness was chance.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tracker.align.flow import Shares
from tracker.align.outline import Outline
from tracker.align.pairs import Pair, Pairs
from tracker.model import Relation

ALL = 0.85
"""The share that counts as all of a provision: the rest are words taken out."""

NEARLY_ALL, MUCH = 0.95, 0.7
"""The greatest share of a unit that may be what another became, where the unit's own heading or
place says that it goes on, and where nothing does."""

MOST = 0.5
"""The share that by itself makes a link."""

SOME = 0.1
"""The least share of both, where several provisions went the same way."""

RIVAL = 0.25
"""The least share that makes another provision one of those that this one came from."""

CHANCE = 0.6
"""A link of words with less likeness is chance if the words themselves went elsewhere."""


@dataclass(frozen=True, slots=True)
class Way:
    """Words of unit `old` that came to stand in unit `new`: the shares of both, and the parts of
    each (children, or the unit itself for its own text) between which they went."""

    old: int
    new: int
    went: float
    came: float
    starts: frozenset[int]
    ends: frozenset[int]


Across = tuple[int, int, Relation | None]
"""The ends of a link between levels, and its relation if that is known already."""


def units_by_flow(old: Outline, new: Outline, pairs: Pairs, shares: Shares) -> None:
    """Put the links of basic units right."""
    ways = _ways(old, new, shares)
    of_old: dict[int, list[Way]] = defaultdict(list)
    of_new: dict[int, list[Way]] = defaultdict(list)
    for way in ways:
        of_old[way.old].append(way)
        of_new[way.new].append(way)
    home = {(x.old, x.new) for x in ways if _at_home(old, new, pairs, x)}
    found: list[tuple[Way, Across | None]] = []
    for way in ways:
        from_others = [x for x in of_new[way.new] if x.old != way.old]
        to_others = [x for x in of_old[way.old] if x.new != way.new]
        across = _became_part(old, new, shares, way, from_others, home) or _became_unit(
            old, new, shares, way, to_others, home
        )
        if across or _belong(pairs, way, from_others, to_others):
            found.append((way, across))
    gone = _chance(old, new, pairs, found, of_old, of_new)
    pairs.drop([*gone, *(p for way, across in found if across for p in _links(pairs, way))])
    for way, across in found:
        pair = _across(way, across) if across else _pair(way)
        if not pairs.linked(pair.old, pair.new):
            pairs.add(pair)


def _at_home(old: Outline, new: Outline, pairs: Pairs, way: Way) -> bool:
    """Whether a unit is what it was: the same heading, or without headings the same unit before or
    after it on both sides."""
    if old.headings[way.old] and new.headings[way.new]:
        return _same_heading(old, new, way)
    return any(
        p.new == b
        for a, b in zip(old.beside(way.old), new.beside(way.new), strict=True)
        for p in pairs.of_old.get(-1 if a is None else a, ())
    )


def _ways(old: Outline, new: Outline, shares: Shares) -> list[Way]:
    starts: dict[tuple[int, int], set[int]] = defaultdict(set)
    ends: dict[tuple[int, int], set[int]] = defaultdict(set)
    between: list[tuple[int, int]] = []
    for i, j in shares.pairs():
        unit_i, unit_j = old.units[i], new.units[j]
        if unit_i < 0 or unit_j < 0:
            continue
        if i == unit_i and j == unit_j:
            between.append((i, j))
        if old.nodes[i].parent == unit_i and j == unit_j and shares.went(i, j) >= RIVAL:
            starts[unit_i, unit_j].add(i)
        if new.nodes[j].parent == unit_j and i == unit_i and shares.came(i, j) >= RIVAL:
            ends[unit_i, unit_j].add(j)
    return [
        Way(
            i,
            j,
            shares.went(i, j),
            shares.came(i, j),
            frozenset(starts[i, j]) or frozenset({i}),
            frozenset(ends[i, j]) or frozenset({j}),
        )
        for i, j in between
    ]


def _became_part(
    old: Outline,
    new: Outline,
    shares: Shares,
    way: Way,
    others: list[Way],
    home: set[tuple[int, int]],
) -> Across | None:
    """The provision inside a unit that an older unit became, if it became one."""
    (end, *more) = way.ends
    if more or end == way.new or (way.old, way.new) in home:
        return None
    if not _goes_on_beside(way.came, [(x, x.came) for x in others], home):
        return None
    if shares.came(way.old, end) < MOST or way.went < SOME:
        return None
    parts = len(way.starts)
    if way.went >= ALL:
        beside = any(_beside(old, x.old, way.old) and _next_to(new, x, end) for x in others)
        if parts > 1 or not beside:
            return way.old, end, "demoted"
    elif parts > 1:
        return way.old, end, None
    return None


def _goes_on_beside(
    share: float, others: list[tuple[Way, float]], home: set[tuple[int, int]]
) -> bool:
    """Whether the unit of which this is a share is more than what went this way: another way is
    the one by which it is what it was, or leads to a good part of it."""
    if any((way.old, way.new) in home for way, _ in others):
        most, least = NEARLY_ALL, SOME / 2
    else:
        most, least = MUCH, RIVAL
    return share <= most and max((other for _, other in others), default=0.0) >= least


def _became_unit(
    old: Outline,
    new: Outline,
    shares: Shares,
    way: Way,
    others: list[Way],
    home: set[tuple[int, int]],
) -> Across | None:
    """The provision inside a unit that became a unit of its own, if one did."""
    (start, *more) = way.starts
    if more or start == way.old or (way.old, way.new) in home:
        return None
    if not _goes_on_beside(way.went, [(x, x.went) for x in others], home):
        return None
    if shares.went(start, way.new) < MOST or way.came < SOME:
        return None
    if way.came >= ALL:
        beside = any(_beside(new, x.new, way.new) and x.went >= SOME for x in others)
        if new.headings[way.new] or not beside:
            return start, way.new, "promoted"
    elif len(way.ends) > 1:
        return start, way.new, None
    return None


def _belong(pairs: Pairs, way: Way, from_others: list[Way], to_others: list[Way]) -> bool:
    """Whether so much went this way that the one unit became the other, or a part of it."""
    if len(way.starts) == 1 and len(way.ends) == 1 and not pairs.linked(way.old, way.new):
        # One provision that moved from one unit to another that both go on.
        goes_on = max((x.went for x in to_others), default=0.0) >= RIVAL
        has_more = max((x.came for x in from_others), default=0.0) >= RIVAL
        if goes_on and has_more:
            return False
    return max(way.went, way.came) >= MOST or min(way.went, way.came) >= SOME


def _same_heading(old: Outline, new: Outline, way: Way) -> bool:
    """Whether most words of the shorter heading stand in the other."""
    here, there = set(old.headings[way.old]), set(new.headings[way.new])
    return bool(here and there) and len(here & there) >= 0.75 * min(len(here), len(there))


def _next_to(new: Outline, other: Way, end: int) -> bool:
    """Whether what came the other way stands right before or after the provision at `end`."""
    return other.came >= SOME and any(
        abs(new.rank(one) - new.rank(end)) == 1
        for one in other.ends
        if new.nodes[one].level == new.nodes[end].level
    )


def _beside(outline: Outline, one: int, other: int) -> bool:
    return one in outline.beside(other)


def _pair(way: Way) -> Pair:
    said = []
    if way.went >= SOME:
        said.append(f"{way.went:.0%} of its words went there")
    if way.came >= SOME:
        said.append(f"{way.came:.0%} of what is there came from it")
    return Pair(way.old, way.new, max(way.went, way.came), evidence=said, flowed=True)


def _across(way: Way, across: Across) -> Pair:
    start, end, relation = across
    said = ["its words stand at another level"]
    return Pair(start, end, max(way.went, way.came), relation, said, flowed=True)


def _links(pairs: Pairs, way: Way) -> list[Pair]:
    return [p for p in pairs.of_old.get(way.old, ()) if p.new == way.new]


def _chance(
    old: Outline,
    new: Outline,
    pairs: Pairs,
    found: list[tuple[Way, Across | None]],
    of_old: dict[int, list[Way]],
    of_new: dict[int, list[Way]],
) -> list[Pair]:
    """Links of units whose words went elsewhere: their likeness was chance."""
    kept = {(way.old, way.new) for way, across in found if not across}
    gone = []
    for pair in pairs.all:
        i, j = pair.old, pair.new
        if old.nodes[i].level != "unit" or new.nodes[j].level != "unit" or (i, j) in kept:
            continue
        went = max((x.went for x in of_old[i] if x.new != j), default=0.0)
        came = max((x.came for x in of_new[j] if x.old != i), default=0.0)
        if max(went, came) >= MOST and pair.score < CHANCE:
            gone.append(pair)
    return gone
