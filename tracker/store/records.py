"""What `Library` gives: frozen dataclasses, ready for a page.

In: rows of the database. Out: the records below. Marks, hunks, furniture, facts, claims and
stories are those of `tracker.model`. Ids are those of the tables; an `address` is the short
permanent name of a provision and leads to its thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.decisions import State
from tracker.history import Way
from tracker.model import (
    Action,
    Claim,
    Decision,
    Fact,
    Furniture,
    Hunk,
    Mark,
    MarkKind,
    Relation,
    Standing,
)
from tracker.report import Share as Share
from tracker.store.duties import Turn

Segments = tuple[tuple[str, bool], ...]
"""Pieces of text in order; True where the piece is what was searched for."""


@dataclass(frozen=True, slots=True)
class NegotiationRow:
    """A negotiation with its number of drafts, their first and last date (`""` without drafts),
    their languages and every standing that a draft of it has."""

    id: str
    title: str
    summary: str
    language: str
    country: str
    notice: str
    address_pattern: str
    hosts: str
    draft_count: int
    first_date: str
    last_date: str
    languages: tuple[str, ...]
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft without its provisions. `position` counts the drafts of its language from 1, by
    date; `unplaced_share` is the part (0 to 1) of the source's characters that no provision holds
    and nothing explains; `layer` says which of several texts in one file it is, `""` if there is
    one, and `layer_place` its place among them, from 1."""

    id: str
    negotiation_id: str
    symbol: str
    language: str
    position: int
    date: str
    date_printed: str
    name: str
    session: str
    place: str
    title: str
    convention: str
    standing: Standing
    partial: bool
    official_address: str
    word_count: int
    unplaced_share: float
    xml_file: str
    layer: str
    layer_place: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One file that a draft was read from; `current` is False for one that was replaced."""

    id: str
    draft_id: str
    sha256: str
    file_name: str
    format: str
    size_bytes: int
    standing: Standing
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """Two drafts compared, in numbers. `counts` has every relation; `reworded` counts linked
    provisions whose heading or text changed."""

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
    the first). `articles` counts the units whose numbers people cite."""

    draft: DraftRow
    provisions: int
    articles: int
    since_before: ComparisonRow | None


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision as the reader sees it. `depth` is 0 for the outermost; `ordinal` counts in
    document order from 1; `text` is its own words only; `thread_id` is None until threads are
    made."""

    id: str
    draft_id: str
    eid: str
    ordinal: int
    kind: str
    is_article: bool
    number: str
    heading: str
    text: str
    parent_id: str | None
    depth: int
    page: int | None
    legal_function: str
    function_evidence: str
    word_count: int
    address: str
    thread_id: str | None
    marks: tuple[Mark, ...] = ()


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
    stands in the reading order. `decided` are the decisions of people behind the link; `turn` says
    that a duty became an option, or the other way round.
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
    turn: Turn | None = None

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


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What was read and what could not be placed. `counts` is by kind of furniture; `shares` says
    in which places the file's visible characters ended; `warnings` travel with the draft, `errors`
    are faults of the reading; `provisions` and `marks` count by kind, the commonest first."""

    draft: DraftRow
    sources: tuple[SourceRow, ...]
    counts: Mapping[str, int]
    furniture: tuple[Furniture, ...]
    shares: tuple[Share, ...]
    warnings: tuple[str, ...]
    errors: tuple[str, ...]
    provisions: tuple[tuple[str, int], ...]
    marks: tuple[tuple[MarkKind, int], ...]

    @property
    def unplaced(self) -> tuple[Furniture, ...]:
        """The text that belongs nowhere we know of."""
        return tuple(piece for piece in self.furniture if piece.kind == "unplaced")


@dataclass(frozen=True, slots=True)
class ThreadMember:
    """A thread's provision in one draft.

    `provisions` is it and all that is inside it, in document order. `from_provision` is what it
    comes from: the member before; for a first member that was split off, the provision of another
    thread; None (like `relation` and `score`) if it comes from nothing. `changes` are the rows of
    the comparison with that provision's draft for the same stretch of text, in reading order;
    `moved_out` are links by which parts of the older stretch now stand elsewhere. `rounds_missed`
    counts the drafts between the two that do not hold it. `changed_words` counts words deleted and
    inserted in it and in all inside it (None if it comes from nothing). `facts` and `claims` are
    about it or something inside it. `turn` says that its duty became an option, or the other way
    round.
    """

    provision: ProvisionRow
    provisions: tuple[ProvisionRow, ...]
    from_provision: ProvisionRow | None
    relation: Relation | None
    score: float | None
    certain: bool
    evidence: tuple[str, ...]
    runner_up: RunnerUp | None
    rounds_missed: int
    changed_words: int | None
    changes: tuple[ChangeRow, ...]
    moved_out: tuple[ChangeRow, ...] = ()
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class ThreadRound:
    """One round of a thread's life; without members the provision is not in that draft."""

    draft: DraftRow
    members: tuple[ThreadMember, ...]


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """One provision through all drafts of its language, absent ones included. `asked` is the
    provision whose address was asked for. `became` says into which provisions of other threads the
    last member went in the next draft, if it was merged away. `decisions` are those of people on
    its links."""

    id: str
    negotiation_id: str
    language: str
    label: str
    kind: str
    is_article: bool
    asked: ProvisionRow
    rounds: tuple[ThreadRound, ...]
    rounds_present: int
    rounds_missed: int
    changed_words: int
    became: tuple[ChangeRow, ...]
    decisions: tuple[DecisionRow, ...] = ()

    @property
    def members(self) -> tuple[ThreadMember, ...]:
        """All members in the order of the drafts."""
        return tuple(member for round in self.rounds for member in round.members)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A thread in one round, for the grid."""

    provision_id: str
    address: str
    number: str
    heading: str
    legal_function: str
    relation: Relation | None
    certain: bool
    rounds_missed: int
    changed_words: int | None


@dataclass(frozen=True, slots=True)
class GridRow:
    """A thread as a row of the grid: `cells` has one entry a draft, in order; empty where the
    thread is not in that draft. More than one cell where a provision was split."""

    thread_id: str
    label: str
    kind: str
    is_article: bool
    depth: int
    changed_words: int
    cells: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """All threads of a negotiation in reading order, by round."""

    drafts: tuple[DraftRow, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A provision that holds what was searched for, with the place marked."""

    provision: ProvisionRow
    draft: DraftRow
    number: Segments
    heading: Segments
    snippet: Segments


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`total` hits in all, of which `hits` are those asked for, best first."""

    text: str
    total: int
    hits: tuple[SearchHit, ...] = field(default=())
