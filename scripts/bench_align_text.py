"""A draft as the other tools see it, and the names that their pairs earn.

In: a `Draft`; pairs of places. Out: a `Text` (plain lists by a provision's place); links with the
relation that the scorer's rules give to each pair.

No other tool names relations. So that none is marked down for that, the names are read off its own
pairs here, by the definitions that the sets come with and without a look at the words. This module
is not built on `tracker.align`: what measures it must not share its faults.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.model import Draft
from tracker.words import bare_number, words

RANKS = {"article": 0, "paragraph": 1, "point": 2}
"""The levels between which a provision can be demoted or promoted."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """The provisions of a draft as lists: `own` are the words of each, `whole` those with all
    inside it; `parents` are places, -1 for none."""

    eids: tuple[str, ...]
    kinds: tuple[str, ...]
    parents: tuple[int, ...]
    numbers: tuple[str, ...]
    own: tuple[tuple[str, ...], ...]
    whole: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, draft: Draft) -> Text:
        """The lists of a draft."""
        places = {p.eid: n for n, p in enumerate(draft.provisions)}
        parents = tuple(-1 if p.parent is None else places[p.parent] for p in draft.provisions)
        own = tuple(tuple(words(f"{p.heading}\n{p.text}")) for p in draft.provisions)
        inner: list[list[tuple[str, ...]]] = [[] for _ in own]
        whole = list(own)
        for place in reversed(range(len(own))):
            whole[place] = sum(reversed(inner[place]), own[place])
            if parents[place] >= 0:
                inner[parents[place]].append(whole[place])
        return cls(
            tuple(places),
            tuple(p.kind for p in draft.provisions),
            parents,
            tuple(bare_number(p.num) for p in draft.provisions),
            own,
            tuple(whole),
        )

    def above(self, place: int) -> list[int]:
        """A place and those of all that it stands in, from the inside out."""
        found = []
        while place >= 0:
            found.append(place)
            place = self.parents[place]
        return found

    def levels(self) -> dict[str, list[int]]:
        """The places of each kind, in document order."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, kind in enumerate(self.kinds):
            found[kind].append(place)
        return found


def carried(old: Text, new: Text, shared: Counter[Pair], share: float) -> set[Pair]:
    """Pairs of provisions between which a comparison of the whole texts carried words.

    Args:
        shared: how many words went from the own text of one provision to that of another.
        share: of the shorter provision's words, as many must have gone to the other; of the
            longer one's for a change of level.
    """
    summed: Counter[Pair] = Counter()
    for (i, j), count in shared.items():
        for a in old.above(i):
            for b in new.above(j):
                summed[a, b] += count

    def lengths(i: int, j: int) -> Pair:
        return len(old.whole[i]), len(new.whole[j])

    level = {
        (i, j)
        for (i, j), count in summed.items()
        if old.kinds[i] == new.kinds[j] and count >= share * min(lengths(i, j))
    }
    across = sorted(
        (count, (i, j))
        for (i, j), count in summed.items()
        if old.kinds[i] != new.kinds[j] and count >= share * max(lengths(i, j))
    )
    for count, (i, j) in reversed(across):
        # What went into a part of something did not become the whole of it.
        near = {(a, b) for a, b in level if a == i or b == j}
        loose = {p for p in near if summed[p] < share * max(lengths(*p))}
        loose &= {(i, b) for b in new.above(j)} | {(a, j) for a in old.above(i)}
        inside = {(a, b) for a, b in near if i in old.above(a) and j in new.above(b)}
        if near == loose | inside and count >= 0.9 * max((summed[p] for p in loose), default=0):
            level = (level - loose) | {(i, j)}
    return level


def named(old: Text, new: Text, pairs: Iterable[Pair]) -> list[tuple[str, str, str]]:
    """Each pair as old eId, new eId and the first relation that holds of it."""
    linked = set(pairs)
    parts = Counter(i for i, j in linked if all((i, b) not in linked for b in new.above(j)[1:]))
    sources = Counter(j for i, j in linked if all((a, j) not in linked for a in old.above(i)[1:]))
    out_of_place = _out_of_place(old, new, linked)
    found = []
    for i, j in sorted(linked, key=lambda p: (p[1], p[0])):
        ranks = RANKS.get(old.kinds[i], -1), RANKS.get(new.kinds[j], -1)
        if parts[i] > 1:
            relation = "split"
        elif sources[j] > 1:
            relation = "merged"
        elif -1 not in ranks and ranks[0] != ranks[1]:
            relation = "demoted" if ranks[0] < ranks[1] else "promoted"
        elif (i, j) in out_of_place:
            relation = "moved"
        else:
            relation = "same" if old.numbers[i] == new.numbers[j] else "renumbered"
        found.append((old.eids[i], new.eids[j], relation))
    return found


def _out_of_place(old: Text, new: Text, linked: set[Pair]) -> set[Pair]:
    """Pairs whose parents do not belong together, or that left the order of their siblings: all
    but the longest run that kept it."""
    families: dict[Pair, list[Pair]] = defaultdict(list)
    found = set()
    for i, j in sorted(linked):
        parents = old.parents[i], new.parents[j]
        if parents in linked or parents == (-1, -1):
            families[parents].append((i, j))
        else:
            found.add((i, j))
    for siblings in families.values():
        found.update(siblings[n] for n in _off_the_longest_run([j for _, j in siblings]))
    return found


def _off_the_longest_run(places: Sequence[int]) -> set[int]:
    """The indexes outside the longest subsequence that does not fall."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, place in enumerate(places):
        length = bisect_left(ends, place + 1)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [n]
    kept = set()
    n = last[-1] if last else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return set(range(len(places))) - kept
