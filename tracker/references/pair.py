"""Which reference of an older text became which of a newer one.

In: the references of linked provisions. Out: pairs of places. First in order, by what they lead to,
their number and the words around them; then, out of order, what leads to the same provision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from tracker.words import words

MOST = 40_000
"""The largest product of the two numbers of references that is compared pair by pair; beyond it
only those that are equal in every way are paired."""

SAME_TARGET, SAME_NUMBER, SAME_UNIT, SAME_SEAT = 4.0, 2.0, 0.5, 1.0
SAME_HOME = 2.4
"""For leading into the same other article, "Article 83" and "Article 89(1)"."""
CONTEXT = 3.0
"""What equal words around two references are worth at most."""
ENOUGH = 2.8
"""Points without which two references are not one."""
FIRM = 1.2
"""Points of equal words around two references that lead to different provisions, without which
they are one only possibly."""
_AROUND = 5
"""Words on each side that are compared."""
_BEGINNING, _END = "^", "$"
_CUT = 80
"""Characters on each side in which they are looked for."""


@dataclass(frozen=True, slots=True)
class Side:
    """A reference as it is compared: what it leads to in terms of the newer draft (eIds, or its
    name elsewhere), the other articles these are in, its number as printed, its first unit, its
    seat in its expression (which of how many), and the words before and after."""

    leads: frozenset[Hashable]
    homes: frozenset[str]
    number: Hashable
    unit: str
    seat: tuple[int, int]
    before: tuple[str, ...]
    after: tuple[str, ...]


def around(text: str, first: int, until: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after `[first, until)`, the nearest first; the beginning and the end of
    the text count as words."""
    before = words(text[max(0, first - _CUT) : first])[::-1]
    after = words(text[until : until + _CUT])
    before += [_BEGINNING] if first <= _CUT else []
    after += [_END] if until + _CUT >= len(text) else []
    return tuple(before[:_AROUND]), tuple(after[:_AROUND])


def firm(one: Side, other: Side) -> bool:
    """Whether two paired references are one for sure: they lead to the same provision, or stand
    among the same words."""
    shared = one.leads & other.leads or one.homes & other.homes
    return bool(shared) or _context(one, other) >= FIRM


def pairs(old: Sequence[Side], new: Sequence[Side]) -> list[tuple[int, int]]:
    """Pairs of places in `old` and `new`, in the order of `new`; each place in one at most."""
    if len(old) * len(new) > MOST:
        return _equal(old, new, lambda side: (side.leads, side.number, side.before[:2]))
    found = _in_order(old, new)
    left = {i for i, _ in found}, {j for _, j in found}
    rest_old = [i for i in range(len(old)) if i not in left[0]]
    rest_new = [j for j in range(len(new)) if j not in left[1]]
    again = _equal([old[i] for i in rest_old], [new[j] for j in rest_new], lambda s: s.leads)
    found += [(rest_old[i], rest_new[j]) for i, j in again if old[rest_old[i]].leads]
    return sorted(found, key=lambda pair: pair[1])


def _equal(
    old: Sequence[Side], new: Sequence[Side], key: Callable[[Side], Hashable]
) -> list[tuple[int, int]]:
    """Pairs with equal keys, the first with the first."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for i in range(len(old) - 1, -1, -1):
        waiting[key(old[i])].append(i)
    return [(waiting[k].pop(), j) for j, k in enumerate(map(key, new)) if waiting[k]]


def _in_order(old: Sequence[Side], new: Sequence[Side]) -> list[tuple[int, int]]:
    """The pairs, in the order of both, that have the most points together."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    worth = [[_worth(one, other) for other in new] for one in old]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            skip = max(best[i + 1][j], best[i][j + 1])
            best[i][j] = max(skip, best[i + 1][j + 1] + worth[i][j])
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if worth[i][j] and best[i][j] == best[i + 1][j + 1] + worth[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _worth(one: Side, other: Side) -> float:
    """How much speaks for two references being one, 0 where too little does."""
    points = 0.0
    if one.leads & other.leads:
        points += SAME_TARGET
    elif one.homes & other.homes:
        points += SAME_HOME
    if one.number == other.number:
        points += SAME_NUMBER
    if one.unit == other.unit:
        points += SAME_UNIT
    if one.seat == other.seat and one.seat[1] > 1:
        points += SAME_SEAT
    points += _context(one, other)
    return points if points >= ENOUGH else 0.0


def _context(one: Side, other: Side) -> float:
    """The points for equal words around two references."""
    if one.before == other.before and one.after == other.after:
        return CONTEXT
    alike = _head(one.before, other.before) + _head(one.after, other.after)
    room = min(len(one.before), len(other.before)) + min(len(one.after), len(other.after))
    return CONTEXT * alike / max(room, 4)


def _head(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts begin with in common."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
