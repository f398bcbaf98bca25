"""Which basic units went into which, told by where their words went.

In: two outlines, the one-to-one links, and the flow of words. Out: the links of units put right:
more where one was split or several were merged, others where one became a paragraph of another or
a paragraph became a unit, and none where the words say that a likeness was chance.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from tracker.align.flow import Shares
from tracker.align.outline import Outline
from tracker.align.pairs import Pair, Pairs
from tracker.model import Relation

ALL = 0.85
"""The share that counts as all of a provision: the rest are words taken out."""

NEARLY_ALL, MUCH = 0.95, 0.7
"""The greatest share of a unit that may be what another became, where the unit's own heading or
place says that it goes on, and where nothing does."""

SAME_HEADING = 0.75
"""The share of the shorter heading's words that must stand in the other."""

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
    flow = _BetweenUnits(old, new, pairs, shares)
    across = flow.between_levels()
    kept = {way for way in flow.ways if not across[way] and flow.belong(way)}
    instead = {(way.old, way.new) for way, other in across.items() if other}
    chance = flow.chance({(way.old, way.new) for way in kept})
    pairs.drop([*chance, *(p for p in pairs.all if (p.old, p.new) in instead)])
    for way in flow.ways:
        other = across[way]
        if other or way in kept:
            pair = _across(way, other) if other else _pair(way)
            if not pairs.linked(pair.old, pair.new):
                pairs.add(pair)


class _BetweenUnits:
    """The ways between the basic units of two drafts, and what they say of each other."""

    def __init__(self, old: Outline, new: Outline, pairs: Pairs, shares: Shares) -> None:
        self._old, self._new, self._pairs, self._shares = old, new, pairs, shares
        self.ways = _ways(old, new, shares)
        self._of_old: dict[int, list[Way]] = defaultdict(list)
        self._of_new: dict[int, list[Way]] = defaultdict(list)
        for way in self.ways:
            self._of_old[way.old].append(way)
            self._of_new[way.new].append(way)
        self._home = {way for way in self.ways if self._at_home(way)}
        # Of each end the two greatest shares and the number of ways home, so that a way need not
        # go through all others of a unit that went to, or came from, thousands.
        self._went = {i: _of_ways(ways, [x.went for x in ways]) for i, ways in self._of_old.items()}
        self._came = {j: _of_ways(ways, [x.came for x in ways]) for j, ways in self._of_new.items()}
        self._homes_old = Counter(way.old for way in self._home)
        self._homes_new = Counter(way.new for way in self._home)

    def _at_home(self, way: Way) -> bool:
        """Whether a unit is what it was: the same heading, or without headings the same unit before
        or after it on both sides."""
        here, there = set(self._old.headings[way.old]), set(self._new.headings[way.new])
        if here and there:
            return len(here & there) >= SAME_HEADING * min(len(here), len(there))
        beside = zip(self._old.beside(way.old), self._new.beside(way.new), strict=True)
        return any(a is not None and b is not None and self._pairs.linked(a, b) for a, b in beside)

    def _from_others(self, way: Way) -> list[Way]:
        return [x for x in self._of_new[way.new] if x is not way]

    def _to_others(self, way: Way) -> list[Way]:
        return [x for x in self._of_old[way.old] if x is not way]

    def between_levels(self) -> dict[Way, Across | None]:
        """For every way the link between levels that it is, if it is one. A unit of which every
        part became a unit was split, and one that former units alone make up was merged of them:
        nothing is left of which these were parts."""
        found = {way: self._across(way) for way in self.ways}
        for ways in self._of_old.values():
            parts = [way for way in ways if (found[way] or (0, 0, ""))[2] == "promoted"]
            if len(parts) > 1 and sum(way.went for way in parts) >= NEARLY_ALL:
                found.update(dict.fromkeys(parts))
        for ways in self._of_new.values():
            parts = [way for way in ways if (found[way] or (0, 0, ""))[2] == "demoted"]
            if len(parts) > 1 and sum(way.came for way in parts) >= NEARLY_ALL:
                found.update(dict.fromkeys(parts))
        return found

    def _across(self, way: Way) -> Across | None:
        if way in self._home:
            return None
        return self._became_part(way) or self._became_unit(way)

    def _became_part(self, way: Way) -> Across | None:
        """The provision inside a unit that an older unit became, if it became one."""
        (end, *more) = way.ends
        home = self._homes_new[way.new] > (way in self._home)
        if more or end == way.new or not self._goes_on(way.came, self._most_came(way), home=home):
            return None
        if self._shares.came(way.old, end) < MOST or way.went < SOME:
            return None
        if way.went < ALL:
            return (way.old, end, None) if len(way.starts) > 1 else None
        others = self._from_others(way)
        beside = any(x.old in self._old.beside(way.old) and self._next_to(x, end) for x in others)
        return (way.old, end, "demoted") if len(way.starts) > 1 or not beside else None

    def _became_unit(self, way: Way) -> Across | None:
        """The provision inside a unit that became a unit of its own, if one did."""
        (start, *more) = way.starts
        home = self._homes_old[way.old] > (way in self._home)
        if more or start == way.old or not self._goes_on(way.went, self._most_went(way), home=home):
            return None
        if self._shares.went(start, way.new) < MOST or way.came < SOME:
            return None
        if way.came < ALL:
            return (start, way.new, None) if len(way.ends) > 1 else None
        others = self._to_others(way)
        beside = any(x.new in self._new.beside(way.new) and x.went >= SOME for x in others)
        named = bool(self._new.headings[way.new])
        return (start, way.new, "promoted") if named or not beside else None

    def _most_went(self, way: Way) -> float:
        """The greatest share of its older unit that went another way."""
        return next((share for share, one in self._went[way.old] if one is not way), 0.0)

    def _most_came(self, way: Way) -> float:
        """The greatest share of its newer unit that came another way."""
        return next((share for share, one in self._came[way.new] if one is not way), 0.0)

    def _goes_on(self, share: float, other: float, *, home: bool) -> bool:
        """Whether the unit of which this is a share is more than what went this way: another way is
        the one by which it is what it was (`home`), or leads to a good part of it (`other`)."""
        most, least = (NEARLY_ALL, SOME / 2) if home else (MUCH, RIVAL)
        return share <= most and other >= least

    def _next_to(self, other: Way, end: int) -> bool:
        """Whether what came the other way stands right before or after the provision at `end`."""
        return other.came >= SOME and any(one in self._new.beside(end) for one in other.ends)

    def belong(self, way: Way) -> bool:
        """Whether so much went this way that the one unit became the other, or a part of it."""
        one = len(way.starts) == len(way.ends) == 1 and not self._pairs.linked(way.old, way.new)
        if one and self._most_went(way) >= RIVAL and self._most_came(way) >= RIVAL:
            return False  # one provision that moved from one unit to another that both go on
        return max(way.went, way.came) >= MOST or min(way.went, way.came) >= SOME

    def chance(self, kept: set[tuple[int, int]]) -> list[Pair]:
        """Links of units whose words went elsewhere: their likeness was chance."""
        gone = []
        for pair in self._pairs.all:
            i, j = pair.old, pair.new
            units = self._old.nodes[i].level == self._new.nodes[j].level == "unit"
            if not units or (i, j) in kept or pair.score >= CHANCE:
                continue
            went = next((share for share, x in self._went.get(i, ()) if x.new != j), 0.0)
            came = next((share for share, x in self._came.get(j, ()) if x.old != i), 0.0)
            if max(went, came) >= MOST:
                gone.append(pair)
        return gone


def _of_ways(ways: list[Way], shares: list[float]) -> list[tuple[float, Way]]:
    """The two ways of the greatest shares, with these."""
    return nlargest(2, zip(shares, ways, strict=True), key=itemgetter(0))


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


def _pair(way: Way) -> Pair:
    said = []
    if way.went >= SOME:
        said.append(f"{way.went:.0%} of it went there")
    if way.came >= SOME:
        said.append(f"{way.came:.0%} of what stands there came from it")
    return Pair(way.old, way.new, max(way.went, way.came), evidence=said, flowed=True)


def _across(way: Way, across: Across) -> Pair:
    start, end, relation = across
    said = ["its words stand at another level"]
    return Pair(start, end, max(way.went, way.came), relation, said, flowed=True)
