"""What became of articles, counted: bands of the picture, rows of the table.

In: the ways of articles between drafts. Out: `Band`s, which are both, so that picture and table
hold the same numbers; sums by fate; the words for each fate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tracker.store.records.flow import ARRIVES, FATES, LEAVES, Fate, FlowStep, FlowWay
from web.translation import later, ngettext


@dataclass(frozen=True, slots=True)
class Words:
    """What a fate is called in a table, and after a number of articles what became of so many."""

    name: str
    said: Callable[[int], str]


WORDS: dict[Fate, Words] = {
    "kept": Words(
        later("Kept in place"),
        lambda many: ngettext(
            "kept its number and its place", "kept their number and their place", many
        ),
    ),
    "renumbered": Words(
        later("Renumbered"),
        lambda many: ngettext(
            "stays where it was, under another number",
            "stay where they were, under another number",
            many,
        ),
    ),
    "moved": Words(
        later("Moved"),
        lambda many: ngettext("stands in another place", "stand in another place", many),
    ),
    "split": Words(
        later("Split"),
        lambda many: ngettext(
            "gave a part of its text to other articles",
            "gave a part of their text to other articles",
            many,
        ),
    ),
    "merged": Words(
        later("Merged"),
        lambda many: ngettext(
            "took in text of other articles", "took in text of other articles", many
        ),
    ),
    "joined": Words(
        later("Became part of another"),
        lambda many: ngettext(
            "became part of another article", "became part of another article", many
        ),
    ),
    "dropped": Words(
        later("Dropped"),
        lambda many: ngettext(
            "was not found again: dropped", "were not found again: dropped", many
        ),
    ),
    "parted": Words(
        later("Came out of another"),
        lambda many: ngettext("came out of another article", "came out of another article", many),
    ),
    "new": Words(later("New"), lambda many: ngettext("is new", "are new", many)),
}


@dataclass(frozen=True, slots=True)
class Band:
    """Articles that went the same way in one step: between the same chapters, with the same fate,
    as sure. `old` and `new` are the places of the chapters in their drafts, from 0, None for what
    is new and what was dropped. `leave` and `arrive` count articles of the older and the newer
    draft. `row` is the name of its row in the table."""

    row: str
    step: int
    old: int | None
    new: int | None
    fate: Fate
    certain: bool
    ways: tuple[FlowWay, ...]

    @property
    def leave(self) -> int:
        """Articles of the older draft."""
        return len(self.ways) if self.fate in LEAVES else 0

    @property
    def arrive(self) -> int:
        """Articles of the newer draft."""
        return len(self.ways) if self.fate in ARRIVES else 0


@dataclass(frozen=True, slots=True)
class Sum:
    """How many articles had a fate between two drafts; `possibly` of them are uncertain."""

    fate: Fate
    articles: int
    possibly: int

    @property
    def leaves(self) -> bool:
        """Whether it counts articles of the older draft."""
        return self.fate in LEAVES


def bands(steps: Sequence[FlowStep]) -> tuple[Band, ...]:
    """The bands of all steps: by chapter of the older draft, then of the newer, then by fate."""
    found = []
    for at, step in enumerate(steps):
        groups: dict[tuple[int, int, int, bool], list[FlowWay]] = {}
        for way in step.ways:
            groups.setdefault(_key(way), []).append(way)
        for n, (key, ways) in enumerate(sorted(groups.items()), 1):
            one = ways[0]
            found.append(
                Band(
                    f"flow-{at + 1}-{n}",
                    at,
                    one.old.group if one.old else None,
                    one.new.group if one.new else None,
                    one.fate,
                    not key[3],
                    tuple(ways),
                )
            )
    return tuple(found)


_LAST = 1 << 30


def _key(way: FlowWay) -> tuple[int, int, int, bool]:
    return (
        way.old.group if way.old else _LAST,
        way.new.group if way.new else _LAST,
        FATES.index(way.fate),
        not way.certain,
    )


def sums(ways: Iterable[FlowWay]) -> tuple[Sum, ...]:
    """The fates that occur, in their order."""
    every = list(ways)
    found = []
    for fate in FATES:
        some = [way for way in every if way.fate == fate]
        if some:
            found.append(Sum(fate, len(some), sum(not way.certain for way in some)))
    return tuple(found)
