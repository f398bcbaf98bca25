"""Two drafts compared: in numbers, and row by row.

In: rows of the database. Out: records of links with their words, of what people decided of them,
and of where the way through the drafts between does not agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tracker.decisions import State
from tracker.history import Way
from tracker.model import Action, Decision, Hunk, Relation
from tracker.report import Share as Share
from tracker.store.records.absences import Absence
from tracker.store.records.drafts import DraftRow, ProvisionRow

Light = Mapping[tuple[str, int], Literal["trivial", "numbering"]]
"""By field and place (from 0) the hunks that a page may draw as plain text: what prints the same
otherwise (quotation marks, spelling, layout), and references that follow the new numbering."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """Two drafts compared, in numbers. `counts` has every relation; `reworded` counts linked
    provisions whose heading or text changed by more than quotation marks, spelling and layout."""

    id: str
    negotiation_id: str
    old_draft_id: str
    new_draft_id: str
    rounds_apart: int
    counts: Mapping[Relation, int]
    reworded: int
    words_deleted: int
    words_inserted: int


@dataclass(frozen=True, slots=True)
class RoundRow:
    """A draft in its order with what it holds, and what changed since the draft before (None for
    the first). `articles` counts the units whose numbers people cite, `guesses` the links of what
    changed since that are not certain."""

    draft: DraftRow
    provisions: int
    articles: int
    since_before: ComparisonRow | None
    guesses: int = 0


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """The provision that would have been the next best partner, and its score (0 to 1)."""

    provision: ProvisionRow
    score: float


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of one provision between two drafts: a link with its words.

    `old` is None for what was inserted, `new` for what was deleted. The equal and deleted hunks
    joined are the old text, the equal and inserted ones the new; if the relation is `demoted` or
    `promoted`, they are the texts with all that is inside the provision. `depth` is where the row
    stands in the reading order. `decided` are the decisions of people behind the link. `light`
    are the hunks that are no change of substance, by field and place. `absence` is what is to be
    said of the draft that lacks it, where one does that covers the whole text.
    """

    link_id: str
    relation: Relation
    score: float
    certain: bool
    evidence: tuple[str, ...]
    old: ProvisionRow | None
    new: ProvisionRow | None
    runner_up: RunnerUp | None
    text: tuple[Hunk, ...]
    heading: tuple[Hunk, ...]
    words_deleted: int
    words_inserted: int
    number_changed: bool
    heading_changed: bool
    text_changed: bool
    coarse: bool
    decided: tuple[Decision, ...] = ()
    light: Light = field(default_factory=dict)
    absence: Absence | None = None

    @property
    def only_light(self) -> bool:
        """Whether its words differ only in what is no change of substance."""
        differs = [
            (of, place)
            for of, hunks in (("heading", self.heading), ("text", self.text))
            for place, hunk in enumerate(hunks)
            if hunk.operation != "equal"
        ]
        return bool(differs) and all(one in self.light for one in differs)

    @property
    def changed(self) -> bool:
        """Whether a reader has anything to see: other words, another place or number."""
        return (
            self.relation != "same"
            or self.number_changed
            or self.heading_changed
            or self.text_changed
        )

    @property
    def depth(self) -> int:
        """The depth of the row in the reading order, 0 for the outermost."""
        provision = self.new or self.old
        return provision.depth if provision else 0


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What a person decided of a link, and what becomes of it now. `old` and `new` are the
    provisions that it names, None where they are not found; `old_place` and `new_place` are what
    the person calls them; `note` says why it is not followed."""

    action: Action
    state: State
    person: str
    date: str
    reason: str
    relation: Relation | None
    note: str
    old_symbol: str
    old_place: str
    new_symbol: str
    new_place: str
    old: ProvisionRow | None
    new: ProvisionRow | None


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One of the two ways from draft to draft says that `old` became `new`, the other does not: a
    `direct` comparison, or the `steps` through the drafts between. `instead` is where the other
    leads, None if nowhere."""

    way: Way
    old: ProvisionRow
    new: ProvisionRow
    instead: ProvisionRow | None


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two drafts compared, row by row in the reading order of the newer one; what was deleted
    stands where it stood. `decisions` are those of people on links between the two, `differences`
    say where the way through the drafts between does not agree."""

    comparison: ComparisonRow
    old: DraftRow
    new: DraftRow
    rows: tuple[ChangeRow, ...]
    decisions: tuple[DecisionRow, ...] = ()
    differences: tuple[DifferenceRow, ...] = ()
