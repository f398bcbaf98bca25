"""What `Library` gives: frozen dataclasses, ready for a page.

In: rows of the database. Out: the records below. Marks, hunks, furniture, facts, claims and
stories are those of `tracker.model`. Ids are those of the tables; an `address` is the short
permanent name of a provision and leads to its thread.
"""

from tracker.report import Share
from tracker.store.records.comparisons import (
    ChangeRow,
    ComparisonPage,
    ComparisonRow,
    DecisionRow,
    DifferenceRow,
    RoundRow,
    RunnerUp,
)
from tracker.store.records.drafts import (
    DraftReport,
    DraftRow,
    NegotiationRow,
    ProvisionRow,
    SourceRow,
)
from tracker.store.records.findings import FindingRow, FindingsPage, FindingWords
from tracker.store.records.hits import SearchHit, SearchResult, Segments
from tracker.store.records.threads import (
    Grid,
    GridCell,
    GridRow,
    ThreadMember,
    ThreadPage,
    ThreadRound,
)

__all__ = [
    "ChangeRow",
    "ComparisonPage",
    "ComparisonRow",
    "DecisionRow",
    "DifferenceRow",
    "DraftReport",
    "DraftRow",
    "FindingRow",
    "FindingWords",
    "FindingsPage",
    "Grid",
    "GridCell",
    "GridRow",
    "NegotiationRow",
    "ProvisionRow",
    "RoundRow",
    "RunnerUp",
    "SearchHit",
    "SearchResult",
    "Segments",
    "Share",
    "SourceRow",
    "ThreadMember",
    "ThreadPage",
    "ThreadRound",
]
