"""What is to be told of the age of a provision's words.

In: the `Ages` of a negotiation, its rounds and threads, a provision of one draft. Out: its runs of
words as a reader sees them, the provisions inside it, and what was deleted from it and from all in
which it stood before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.history import Ages, Deletion, Run, deletions
from tracker.model import Draft, Provision, Thread
from tracker.render.rounds import Rounds
from tracker.words import count


@dataclass(frozen=True, slots=True)
class Asked:
    """A provision of the draft at `place`."""

    place: int
    eid: str


def runs_of(ages: Ages, place: int, eid: str) -> list[Run]:
    """The runs of a provision; neighbours that have the same life are one to a reader."""
    joined: list[Run] = []
    for run in ages.by_eid[place][eid].runs:
        before = joined[-1] if joined else None
        if before and (before.field, before.lives, before.sure) == (run.field, run.lives, run.sure):
            joined[-1] = replace(before, end=run.end, words=before.words + run.words)
        else:
            joined.append(run)
    return joined


def entered(runs: Sequence[Run]) -> Counter[int]:
    """How many words entered in each draft, by its place."""
    found: Counter[int] = Counter()
    for run in runs:
        found[run.entered] += run.words
    return found


def standing(runs: Sequence[Run], place: int) -> int:
    """How many of the words are part of the text as of a draft."""
    return sum(run.words for run in runs if any(life.holds(place) for life in run.lives))


def back_in(one: Deletion) -> int | None:
    """The place of the draft that brought deleted words back, None if none did."""
    return next((life.entered for life in one.run.lives if life.entered >= one.left), None)


def deleted(ages: Ages, rounds: Rounds, threads: Sequence[Thread], asked: Asked) -> list[Deletion]:
    """What was deleted from a provision up to its draft, in the order of the deletions; what stood
    together and went together is one."""
    stood = _stood(rounds, threads, asked)
    joined: list[Deletion] = []
    for one in deletions(ages):
        if (one.place, one.eid) not in stood or one.left > asked.place:
            continue
        before = joined[-1] if joined else None
        if before is not None and _together(before, one, rounds):
            run = replace(before.run, end=one.run.end, words=before.run.words + one.run.words)
            joined[-1] = replace(before, run=run)
        else:
            joined.append(one)
    return sorted(joined, key=lambda one: (one.left, one.place))


def _together(before: Deletion, one: Deletion, rounds: Rounds) -> bool:
    return (
        before.run.sure == one.run.sure
        and back_in(before) == back_in(one)
        and beside(before, one, rounds)
    )


def beside(before: Deletion, one: Deletion, rounds: Rounds) -> bool:
    """Whether words of one provision went at the same time, with no word between them."""
    if (before.place, before.eid, before.left) != (one.place, one.eid, one.left):
        return False
    between = held_by(one, rounds)[before.run.end : one.run.start]
    return before.run.field == one.run.field and count(between) == 0


def held_by(one: Deletion, rounds: Rounds, *, own: bool = False) -> str:
    """The heading or text in which deleted words stood, or of it these words alone."""
    held = rounds.provisions[one.place][one.eid]
    if own:
        return text_of(held, one.run)
    return held.heading if one.run.field == "heading" else held.text


def _stood(rounds: Rounds, threads: Sequence[Thread], asked: Asked) -> set[tuple[int, str]]:
    """Where the provision stood, and all that was in it, and all that is in it now."""
    now = {(asked.place, one.eid) for one in inside(rounds.drafts[asked.place], asked.eid)}
    found = set(now)
    for thread in threads:
        members = {(rounds.places[one.symbol], one.eid) for one in thread.members}
        if members.isdisjoint(now):
            continue
        for place, eid in members:
            found |= {(place, one.eid) for one in inside(rounds.drafts[place], eid)}
    return found


def inside(draft: Draft, eid: str) -> list[Provision]:
    """A provision and all that stands in it, in the order of the text."""
    known = {eid}
    found = []
    for one in draft.provisions:
        if one.eid in known or one.parent in known:
            known.add(one.eid)
            found.append(one)
    return found


def text_of(held: Provision, run: Run) -> str:
    """The words of a run."""
    return (held.heading if run.field == "heading" else held.text)[run.start : run.end]
