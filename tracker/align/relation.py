"""The name of a link: same, renumbered, moved; the others are named where they are found.

In: two outlines and all links. Out: every link with its relation. A provision moved if it left the
order of its siblings (it is not in the longest run of links that keep their order; of equally long
runs the one with more words is kept, so that the shorter text is the one that moved; what was split
or merged moves nothing else) or if its parent is not what its old parent became. It is renumbered
if it kept its place but not its printed number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from tracker.align.outline import Outline
from tracker.align.pairs import Pair, Pairs
from tracker.model import Relation


def name_links(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Give a relation to every link that has none yet."""
    for pair in pairs.all:
        pair.relation = pair.relation or _by_number(old, new, pairs, pair)
    went_along = {(p.old, p.new) for p in pairs.all}
    rows: dict[tuple[str, int, int], list[Pair]] = defaultdict(list)
    for pair in pairs.all:
        if old.nodes[pair.old].level == new.nodes[pair.new].level:
            rows[_row(old, new, pair)].append(pair)
        else:
            pair.relation = pair.relation or _by_level(old, new, pair)
    for (level, above_old, above_new), row in sorted(rows.items()):
        strangers = level != "unit" and (
            (above_old < 0) != (above_new < 0)
            or (above_old >= 0 and (above_old, above_new) not in went_along)
        )
        unnamed = [pair for pair in row if not pair.relation]
        kept = set() if strangers else _in_order(old, unnamed)
        for pair in unnamed:
            if (pair.old, pair.new) not in kept or _left_its_container(old, new, pairs, pair):
                pair.relation = "moved"
            elif old.number(pair.old) != new.number(pair.new):
                pair.relation = "renumbered"
            else:
                pair.relation = "same"


def _by_number(old: Outline, new: Outline, pairs: Pairs, pair: Pair) -> Relation | None:
    """Split, if the older text went on in several; merged, if the newer came from several; and what
    is inside a provision went the way of all of it."""
    for outer in pairs.of_old[pair.old]:
        if outer is not pair and _is_inside(new, pair.new, outer.new):
            return _by_level(old, new, outer) or _by_number(old, new, pairs, outer) or "split"
    for outer in pairs.of_new[pair.new]:
        if outer is not pair and _is_inside(old, pair.old, outer.old):
            return _by_level(old, new, outer) or _by_number(old, new, pairs, outer) or "merged"
    became = _outermost(new, [p.new for p in pairs.of_old[pair.old]])
    was = _outermost(old, [p.old for p in pairs.of_new[pair.new]])
    if len(was) > 1:
        again = all(_outermost(new, [p.new for p in pairs.of_old[one]]) == became for one in was)
        return "split" if len(became) > 1 and again else "merged"
    return "split" if len(became) > 1 else None


def _is_inside(outline: Outline, place: int, other: int) -> bool:
    while place >= 0:
        place = outline.nodes[place].parent
        if place == other:
            return True
    return False


def _outermost(outline: Outline, places: list[int]) -> set[int]:
    """Those that stand in no other of them."""
    given = set(places)
    found = set()
    for place in given:
        above = outline.nodes[place].parent
        while above >= 0 and above not in given:
            above = outline.nodes[above].parent
        if above < 0:
            found.add(place)
    return found


def _by_level(old: Outline, new: Outline, pair: Pair) -> Relation | None:
    if old.nodes[pair.old].level == new.nodes[pair.new].level:
        return None
    if (old.units[pair.old] < 0) != (new.units[pair.new] < 0):
        return "moved"  # a recital stands neither above nor below an article
    deeper = new.nodes[pair.new].depth > old.nodes[pair.old].depth
    return "demoted" if deeper else "promoted"


def _row(old: Outline, new: Outline, pair: Pair) -> tuple[str, int, int]:
    """Links whose ends are siblings on both sides; units are siblings across chapters."""
    level = old.nodes[pair.old].level
    if level == "unit":
        return (level, -1, -1)
    return (level, old.nodes[pair.old].parent, new.nodes[pair.new].parent)


def _in_order(old: Outline, row: list[Pair]) -> set[tuple[int, int]]:
    """The longest run of links that rises on both sides, as places; words break ties."""
    heaviest = 1 + sum(old.length(pair.old) for pair in row)
    links = sorted(row, key=lambda p: (p.old, p.new))
    # best[k]: the heaviest run that ends in a newer place ≤ ends[k]; ends and weights both rise.
    ends: list[int] = []
    weights: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, pair in enumerate(links):
        at = bisect_right(ends, pair.new)
        weight = heaviest + old.length(pair.old) + (weights[at - 1] if at else 0)
        before.append(last[at - 1] if at else -1)
        while at < len(ends) and weights[at] <= weight:
            del ends[at], weights[at], last[at]
        if at == 0 or weights[at - 1] < weight:
            ends.insert(at, pair.new)
            weights.insert(at, weight)
            last.insert(at, n)
    kept = set()
    at = last[-1] if last else -1
    while at >= 0:
        kept.add((links[at].old, links[at].new))
        at = before[at]
    return kept


def _left_its_container(old: Outline, new: Outline, pairs: Pairs, pair: Pair) -> bool:
    """Whether a unit stands in another chapter although its old chapter is still there."""
    above_old, above_new = old.nodes[pair.old].parent, new.nodes[pair.new].parent
    if old.nodes[pair.old].level != "unit" or above_old < 0 or above_new < 0:
        return False
    if above_old not in pairs.of_old or above_new not in pairs.of_new:
        return False
    return not pairs.linked(above_old, above_new)
