"""One provision through all drafts, and all of them as a grid.

In: rows of the database. Out: records of threads, round by round.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Claim, Fact, Relation
from tracker.report import Share as Share
from tracker.store.records.absences import Absent
from tracker.store.records.comparisons import ChangeRow, DecisionRow, DifferenceRow, RunnerUp
from tracker.store.records.drafts import DraftRow, ProvisionRow
from tracker.store.records.findings import FindingRow


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
    about it or something inside it. `findings` are told of `changes`, the most telling first.
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
    findings: tuple[FindingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadRound:
    """One round of a thread's life; without members the provision is not in that draft, and
    `absent` says how sure that is, if the draft covers the whole text and is one after the last, or
    the one before the first, that has it."""

    draft: DraftRow
    members: tuple[ThreadMember, ...]
    absent: Absent | None = None


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """One provision through all drafts of its language, absent ones included. `asked` is the
    provision whose address was asked for. `became` says into which provisions of other threads the
    last member went in the next draft, if it was merged away. `decisions` are those of people on
    its links, `differences` the pairs of drafts of which a direct comparison says something else
    of its members than the steps between them. `all_of` is what the last member stands in, if that
    has no other words but a heading, and a thread of its own."""

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
    differences: tuple[DifferenceRow, ...] = ()
    all_of: ProvisionRow | None = None

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
