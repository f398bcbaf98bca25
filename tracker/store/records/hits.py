"""What a search found.

In: rows of the full-text index. Out: provisions with the place marked.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.report import Share as Share
from tracker.store.records.drafts import DraftRow, ProvisionRow

Segments = tuple[tuple[str, bool], ...]
"""Pieces of text in order; True where the piece is what was searched for."""


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
