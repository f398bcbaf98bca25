"""One change between two drafts by its address: both texts, where they stand in their files, what
is told of them, and what became of them since.

In: rows of the database. Out: the record of a card.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.store.records.comparisons import ChangeRow, ComparisonRow
from tracker.store.records.drafts import DraftRow, ProvisionRow, SourceRow
from tracker.store.records.findings import FindingRow


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a text stands in the file: the characters `[start, end)` of the text of a page."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LinkEnd:
    """One side of a change. `provision` is None where the draft has no partner; `provisions` are it
    and all that is inside it, in document order, the first `MOST` of them, `left_out` says how
    many more there are; `around` what it stands in, from the nearest to the outermost; `source`
    the file that the draft was last read from."""

    draft: DraftRow
    provision: ProvisionRow | None
    provisions: tuple[ProvisionRow, ...]
    left_out: int
    around: tuple[ProvisionRow, ...]
    source: SourceRow | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class LaterRound:
    """What became of a text in a draft after the change: its links to that draft, and the words
    that differ in it and in all inside it; `whole` is False if these are too many to be held
    against each other here, and only the words of the first are counted."""

    draft: DraftRow
    rows: tuple[ChangeRow, ...]
    words_deleted: int
    words_inserted: int
    whole: bool = True


@dataclass(frozen=True, slots=True)
class LinkPage:
    """A change between two drafts. `address` is its own, whichever way round it was asked for.

    `change` is None where the two texts are not linked, or no longer. `rows` are those of the
    stretch in reading order, `change` among them; `beside` others that a sentence about it needs:
    those of what it stands in, and of other parts of the same split or merger. `findings` are told
    of any of `rows`; `looked` is False where nobody looked for findings yet. `since` has the drafts
    after the newer one, in order.
    """

    address: str
    comparison: ComparisonRow
    old: LinkEnd
    new: LinkEnd
    change: ChangeRow | None
    rows: tuple[ChangeRow, ...]
    beside: tuple[ChangeRow, ...]
    findings: tuple[FindingRow, ...]
    looked: bool
    since: tuple[LaterRound, ...]

    @property
    def ends(self) -> tuple[LinkEnd, LinkEnd]:
        """Both sides, the older first."""
        return self.old, self.new

    @property
    def shown(self) -> LinkEnd:
        """The side by which the change is called: the newer one, unless it was deleted."""
        return self.new if self.new.provision is not None else self.old
