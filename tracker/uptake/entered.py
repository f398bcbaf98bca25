"""Words of one proposal that are new in one draft.

In: a proposal, and a draft with what is known of those before it. Out: `Found`, the best provision
for each group of words, with the expected number of such matches by chance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log2

from tracker.uptake.findings import Run
from tracker.uptake.groups import Group, joined, weighed
from tracker.uptake.reading import New, Reading
from tracker.uptake.shared import Stretch

JOINED = log2(0.01)
"""How rare further words in the same provision must be to count with the others."""

MUCH = 4
"""New words that say enough where neither the words around them nor the provision are those that
the proposal would change."""

NEAR = 0.05
"""A provision is about what the proposal is about if no larger share of the draft's new words
stands in it and in those that are more like the proposal, or if none is more like."""


@dataclass(slots=True)
class Found:
    """A provision (its number in the draft) and the words of the proposal that are new in it;
    `chance` is log2 of the expected number of such matches, `known` that each run by itself stands
    in an earlier draft, `elsewhere` other provisions with these words."""

    place: int
    chance: float
    runs: tuple[Run, ...]
    known: bool
    context: int
    new: frozenset[int]
    much: bool
    elsewhere: list[int] = field(default_factory=list)


def entered(
    asked: New, old: Iterable[str], reading: Reading, limit: float
) -> tuple[list[Found], bool]:
    """What of a proposal is new in a draft, the rarest first, and whether not all was looked at.

    Args:
        asked: what is new in the proposal.
        old: the words that it would change.
        limit: log2 of the largest expected number of matches by chance.
    """
    if not asked.words:
        return [], False
    said = {word for word, new in zip(asked.text.found, asked.marks, strict=True) if not new}
    rooms = reading.likeness.rooms(said.union(old))
    stretches, coarse = reading.index.stretches(asked.text, asked.marks, reading.new)
    by_place: dict[int, list[Stretch]] = {}
    for stretch in stretches:
        by_place.setdefault(stretch.place, []).append(stretch)
    found = []
    for place, inside in by_place.items():
        room = rooms.get(place, reading.likeness.all)
        near = room <= max(NEAR * reading.likeness.all, sum(reading.new[place]))
        groups = [weighed(group, asked, reading, room) for group in joined(inside)]
        one = _together(place, [g for g in groups if g.new], reading)
        if one is not None and one.chance <= limit and (near or one.much):
            found.append(one)
    return _chosen(found), coarse


def _together(place: int, groups: list[Group], reading: Reading) -> Found | None:
    """All that a provision has of a proposal; None if it has nothing new. What stands in the
    provision besides the best group has only this provision to stand in."""
    if not groups:
        return None
    groups.sort(key=lambda g: (g.chance(), g.stretches[0].at))
    own = max(1, len(reading.read.texts[place]))
    chance = groups[0].chance()
    taken = [groups[0]]
    new, there = set(groups[0].new), set(groups[0].there)
    for group in groups[1:]:
        further = group.chance(own)
        apart = new.isdisjoint(group.new) and there.isdisjoint(group.there)
        if further <= JOINED and apart:
            chance += further
            taken.append(group)
            new.update(group.new)
            there.update(group.there)
    runs = sorted((run for g in taken for run in g.runs), key=lambda one: one[0].start)
    return Found(
        place,
        chance,
        runs=tuple(run for run, _ in runs),
        known=all(known for _, known in runs),
        context=max(g.context for g in taken),
        new=frozenset(new),
        much=any(g.held or len(g.new) >= MUCH for g in taken),
    )


def _chosen(found: list[Found]) -> list[Found]:
    """The rarest first; a provision with words that a rarer one has already is named with that."""
    chosen: list[Found] = []
    taken: dict[int, Found] = {}
    for one in sorted(found, key=lambda f: (f.chance, f.place)):
        here = [taken[at] for at in sorted(one.new) if at in taken]
        if 2 * len(here) >= len(one.new):
            here[0].elsewhere.append(one.place)
        else:
            chosen.append(one)
            taken.update((at, one) for at in one.new if at not in taken)
    return chosen
