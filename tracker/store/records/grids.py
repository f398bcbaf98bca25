"""What the grid of articles by round tells beside its cells.

In: rows of the database. Out: where the articles stand, what came or went from one to another, and
which kinds of findings are told of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.model import Relation
from tracker.store.records.absences import Absence
from tracker.store.records.threads import Grid


@dataclass(frozen=True, slots=True)
class GridGroup:
    """The outermost chapter (part, title, annex) that an article stands in. `id` is that of the
    chapter's own thread, so that it is the same whatever number it has; `position` is the round in
    which the article stood in it last."""

    id: str
    kind: str
    number: str
    heading: str
    position: int


@dataclass(frozen=True, slots=True)
class Holder:
    """The article that holds a provision which was an article of its own, or part of another."""

    thread_id: str
    kind: str
    number: str


@dataclass(frozen=True, slots=True)
class Crossing:
    """Text that went from the article of one row to that of another. `old_position` and
    `new_position` are the rounds. `whole`: one of the two ends is an article itself; else `parts`
    of it went, and the relation is `moved`, however they went. `certain`: all links behind it are.
    Where a whole article moved, both threads are the same, `behind` is the thread that it stood
    behind before, and `now_behind` the one that it stands behind now, `""` if it was or is first;
    `chapters` are the names of the outermost chapters if it left one for another, else empty."""

    relation: Relation
    old_thread: str
    new_thread: str
    old_position: int
    new_position: int
    whole: bool
    certain: bool
    parts: int
    behind: str = ""
    now_behind: str = ""
    chapters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridPage:
    """The grid with what the threads of its rows have to do with each other. By thread: `groups`,
    `kinds` of findings (those of parts that are `new`, `gone` or `moved` begin with `parts-`), each
    with whether any of them is certain, `inner`, the number of provisions inside. By provision:
    `words`, with those of what is inside, and `holders`. `absences` are
    those of each thread from the whole drafts after one with it, and from the last before it came,
    by their rounds."""

    grid: Grid
    groups: Mapping[str, GridGroup]
    kinds: Mapping[str, Mapping[str, bool]]
    words: Mapping[str, int]
    inner: Mapping[str, int]
    holders: Mapping[str, Holder]
    crossings: tuple[Crossing, ...]
    absences: Mapping[tuple[str, int], Absence] = field(default_factory=dict)
