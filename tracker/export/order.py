"""Which linked provisions can stand in one place of both texts.

In: pairs of runs of provisions, one in the older and one in the newer text. Out: those that follow
one another in both orders, chosen so that as many words as possible stay in their place; the
others are what a reader is told has moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class Pair(Generic[Held]):
    """Places `[old, old_end)` of the older text go with `[new, new_end)` of the newer. `weight` is
    what is lost if they do not stand in one place."""

    old: int
    old_end: int
    new: int
    new_end: int
    weight: int
    what: Held


def in_both_orders(pairs: Sequence[Pair[Held]]) -> list[Pair[Held]]:
    """The heaviest run of pairs that stand in the same order in both texts, in that order.

    Runs of places of two pairs must not overlap. Takes n log n steps.

    >>> [one.what for one in in_both_orders([Pair(0, 1, 1, 2, 5, "a"), Pair(1, 2, 0, 1, 3, "b")])]
    ['a']
    """
    ordered = sorted(pairs, key=lambda one: one.new)
    places = {old: n for n, old in enumerate(sorted({one.old for one in ordered}), 1)}
    # A Fenwick tree of the best run that ends before a place: its weight, and the pair it ends at.
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    before: list[int] = []
    for n, one in enumerate(ordered):
        weight, last = _best(best, places[one.old] - 1)
        before.append(last)
        at = places[one.old]
        while at < len(best):
            if best[at][0] < weight + one.weight:
                best[at] = (weight + one.weight, n)
            at += at & -at
    found = []
    last = _best(best, len(places))[1]
    while last >= 0:
        found.append(ordered[last])
        last = before[last]
    return found[::-1]


def _best(tree: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    found = (0, -1)
    while at:
        if tree[at][0] > found[0]:
            found = tree[at]
        at -= at & -at
    return found
