"""What an export is made of: all that is known of two drafts, or of one.

In: rows of the database, read in one transaction. Out: records.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.model import Draft
from tracker.store.records.comparisons import ComparisonPage
from tracker.store.records.drafts import DraftRow, NegotiationRow, SourceRow
from tracker.store.records.findings import FindingRow


@dataclass(frozen=True, slots=True)
class Compared:
    """Two drafts compared, with the files that they were read from (the current one first), the
    findings between them, the most telling first, and all `drafts` in their order, which findings
    may name."""

    negotiation: NegotiationRow
    page: ComparisonPage
    old_sources: tuple[SourceRow, ...]
    new_sources: tuple[SourceRow, ...]
    findings: tuple[FindingRow, ...]
    drafts: tuple[DraftRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was put in, to the letter, with its row and its negotiation."""

    negotiation: NegotiationRow
    row: DraftRow
    draft: Draft
