"""What is left of each round's words, as a picture and a table.

In: the cohorts of a negotiation and its drafts. Out: a bar for each draft, stacked of the words of
each round, in percent of the longest; the same numbers as a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.store.records import DraftRow
from tracker.store.records.ages import WordCohort
from web.text.age_pieces import shade

_LEAST_NAMED = 4.0
"""A piece of a bar that is at least so wide, in percent, holds the number of its round."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The words of one round in one draft; `at`, `width` and `middle` are in percent."""

    entered: DraftRow
    words: int
    at: float
    width: float
    shade: str

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.at + self.width / 2, 3)

    @property
    def named(self) -> bool:
        """Whether its number has room."""
        return self.width >= _LEAST_NAMED


@dataclass(frozen=True, slots=True)
class Bar:
    """One draft: the text as of it, in words."""

    draft: DraftRow
    words: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one round: how many there were, and how many of them stand in each draft, None
    in those before it."""

    draft: DraftRow
    words: int
    standing: tuple[int | None, ...]
    shade: str

    @property
    def last(self) -> int:
        """How many stand in the last draft."""
        return self.standing[-1] or 0

    @property
    def share(self) -> float:
        """The same as a share of them."""
        return self.last / self.words


@dataclass(frozen=True, slots=True)
class Survival:
    """A bar for each draft, a row for each round that brought words."""

    bars: tuple[Bar, ...]
    rows: tuple[Row, ...]

    @property
    def most(self) -> Row:
        """The round that brought the most of what stands in the last draft."""
        return max(self.rows, key=lambda row: row.last)


def survival(cohorts: Sequence[WordCohort], drafts: Sequence[DraftRow]) -> Survival | None:
    """The picture; None if there is nothing to show."""
    places = {draft.position: draft for draft in drafts}
    rows = tuple(
        Row(
            places[one.entered],
            one.words,
            tuple(one.standing.get(draft.position) for draft in drafts),
            shade(one.entered, len(drafts)),
        )
        for one in cohorts
        if one.words
    )
    if not rows:
        return None
    totals = [sum(row.standing[n] or 0 for row in rows) for n in range(len(drafts))]
    bars = (_bar(draft, n, rows, max(totals)) for n, draft in enumerate(drafts))
    return Survival(tuple(bars), rows)


def _bar(draft: DraftRow, place: int, rows: Sequence[Row], most: int) -> Bar:
    segments: list[Segment] = []
    words = 0
    for row in rows:
        standing = row.standing[place] or 0
        if standing:
            at, width = round(100 * words / most, 3), round(100 * standing / most, 3)
            segments.append(Segment(row.draft, standing, at, width, row.shade))
            words += standing
    return Bar(draft, words, tuple(segments))
