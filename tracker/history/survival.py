"""How much of each round's text is left in every later one.

In: `Ages`. Out: `Cohort`s: of the words that entered in one round, how many stand in each later
draft; `Stock`s: of which rounds the words of a draft or of one provision are, and how many of them
stand in each later draft; and `Deletion`s: which words were deleted from which provision, and when.
Words count wherever they stand; what a partial document does not cover stands as it stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.history.ages import Ages, Run


@dataclass(frozen=True, slots=True)
class Cohort:
    """The words that entered in the draft at the place `entered`: how many (`words`), and how many
    of them stand in that draft and each one after it (`standing[0]` is `words`)."""

    entered: int
    words: int
    standing: tuple[int, ...]

    @property
    def last(self) -> int:
        """How many stand in the last draft."""
        return self.standing[-1]


@dataclass(frozen=True, slots=True)
class Stock:
    """The words of one draft, or of the provision `eid` in it (`""` for the whole draft): how many,
    how many of them entered in each draft up to this one, and how many stand in this draft and each
    one after it."""

    place: int
    eid: str
    words: int
    entered: tuple[int, ...]
    standing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Deletion:
    """Words that the draft at the place `left` no longer has: a run of the provision `eid` in the
    draft at `place`, the last that prints them."""

    place: int
    eid: str
    run: Run
    left: int


def cohorts(ages: Ages) -> tuple[Cohort, ...]:
    """For each draft, the words that were new in it. A draft that brought nothing new has none."""
    found = []
    for place in range(len(ages.drafts)):
        # Each word stands in the draft in which it entered, once.
        new = [run for _, run in ages.runs(place) if run.entered == place]
        standing = _standing(new, place, len(ages.drafts))
        found.append(Cohort(place, standing[0], standing))
    return tuple(found)


def stocks(ages: Ages) -> Iterator[Stock]:
    """For each draft the stock of the whole, then of each provision that has words."""
    for place, provisions in enumerate(ages.drafts):
        yield _stock(ages, place, "", [run for one in provisions for run in one.runs])
        for one in provisions:
            if one.runs:
                yield _stock(ages, place, one.eid, one.runs)


def deletions(ages: Ages) -> tuple[Deletion, ...]:
    """All deletions, in the order of the drafts that print the words last, and of the text."""
    found: list[Deletion] = []
    later: dict[int, set[int]] = {}
    for place in reversed(range(len(ages.drafts))):
        here = []
        for eid, run in ages.runs(place):
            left = run.leaves(place)
            # A partial document may lack words that the draft before it and the text still have.
            if left is not None and later.setdefault(left, set()).isdisjoint(run.ids):
                here.append(Deletion(place, eid, run, left))
        for one in here:
            later[one.left].update(one.run.ids)
        found += reversed(here)
    return tuple(reversed(found))


def _stock(ages: Ages, place: int, eid: str, runs: Iterable[Run]) -> Stock:
    runs = list(runs)
    entered = [0] * (place + 1)
    for run in runs:
        entered[run.entered] += run.words
    standing = _standing(runs, place, len(ages.drafts))
    return Stock(place, eid, standing[0], tuple(entered), standing)


def _standing(runs: Iterable[Run], first: int, end: int) -> tuple[int, ...]:
    counts = [0] * (end - first)
    for run in runs:
        for life in run.lives:
            last = end if life.left is None else life.left
            for place in range(max(first, life.entered), last):
                counts[place - first] += run.words
    return tuple(counts)
