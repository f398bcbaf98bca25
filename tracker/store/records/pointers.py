"""References between provisions, and what became of them.

In: rows of the database. Out: where each leads in its draft, and what it led to before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.references import Outcome, Standing
from tracker.store.records.drafts import DraftRow, ProvisionRow


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """Words at `[start, end)` of a provision's text that name another one. `target` is what they
    lead to, with `last` the last of a range; `near` the innermost provision that does exist."""

    provision: ProvisionRow
    start: int
    end: int
    words: str
    leads: Standing
    target: ProvisionRow | None
    last: ProvisionRow | None
    near: ProvisionRow | None
    instrument: str
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """What became of a reference; one side is None for what was added or removed. `became` is what
    the thing that it led to is in the newer draft."""

    outcome: Outcome
    old: ReferenceRow | None
    new: ReferenceRow | None
    old_target: str
    new_target: str
    became: ProvisionRow | None
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class ReferenceChanges:
    """All of two drafts that are not merely counted, and how many there are of each outcome."""

    changes: tuple[ReferenceChange, ...]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class DraftReferences:
    """The references of a draft that lead nowhere, those that surely do first; how many lead
    `within` the draft, to `others` or cannot be told. `looked_at` is False for a language without
    rules, None if nobody has looked."""

    draft: DraftRow
    looked_at: bool | None
    nowhere: tuple[ReferenceRow, ...]
    within: int
    others: int
    unclear: int
