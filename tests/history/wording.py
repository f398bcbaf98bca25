"""Small histories for the tests of words through the rounds, and their ages as one line.

In: outlines, one a round. Out: the drafts, their alignments, threads and ages; `told`, the runs of
a provision as `0: words` with the round of entry, former lives in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tests.drafts import outline
from tracker.align import align
from tracker.history import Ages, ages, threads
from tracker.model import Alignment, Draft, Thread


@dataclass(frozen=True)
class Told:
    """A negotiation with the ages of its words."""

    drafts: tuple[Draft, ...]
    alignments: Mapping[tuple[str, str], Alignment]
    threads: tuple[Thread, ...]
    ages: Ages

    def told(self, place: int, eid: str) -> list[str]:
        """The runs of a provision: `1: words`; `0(-2): words` entered in round 0, were deleted in
        round 2, and are back; with `?` if they are not sure."""
        draft = self.drafts[place]
        (provision,) = [one for one in draft.provisions if one.eid == eid]
        found = []
        for run in self.ages.by_eid[place][eid].runs:
            held = provision.heading if run.field == "heading" else provision.text
            former = "".join(f"(-{life.left})" for life in run.former(place))
            sure = "" if run.sure else "?"
            found.append(f"{run.entered}{former}{sure}: {held[run.start : run.end]}")
        return found


def drafted(*rounds: str, partial: Sequence[int] = ()) -> tuple[Draft, ...]:
    """Drafts A/0, A/1, … from outlines."""
    return tuple(
        outline(text, symbol=f"A/{n}", date=f"2030-01-{n + 1:02}", partial=n in partial)
        for n, text in enumerate(rounds)
    )


def aged(drafts: Sequence[Draft], given: Mapping[tuple[str, str], Alignment] | None = None) -> Told:
    """The ages of the words of drafts; `given` alignments stand for those that `align` finds."""
    found = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(drafts, 2)}
    alignments = {**found, **(given or {})}
    grown = threads(drafts, alignments)
    return Told(tuple(drafts), alignments, grown, ages(drafts, alignments, grown))
