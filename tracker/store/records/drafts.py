"""A negotiation, a draft of it, the file it was read from, and its provisions.

In: rows of the database. Out: records, and the report of how a draft was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model import Furniture, Mark, MarkKind, Standing
from tracker.report import Share as Share


@dataclass(frozen=True, slots=True)
class NegotiationRow:
    """A negotiation with its number of drafts, their first and last date (`""` without drafts),
    their languages and every standing that a draft of it has. Where its drafts are earlier
    instruments, `beside` names the negotiation that they stand beside."""

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
    beside: str | None = None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft without its provisions. `position` counts the drafts of its language from 1, by
    date; `unplaced_share` is the part (0 to 1) of the source's characters that no provision holds
    and nothing explains; `layer` says which of several texts in one file it is, `""` if there is
    one, and `layer_place` its place among them, from 1; `engine` is the fingerprint of the rules
    that its legal jobs were told by."""

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
    engine: str


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
