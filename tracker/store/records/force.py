"""How much a draft and its articles oblige, permit and protect.

In: rows of the database. Out: the words by kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tracker.store.records.drafts import DraftRow, ProvisionRow

ForceKind = Literal["duty", "option", "ban", "encouragement", "qualifier", "safeguard"]

FORCE_KINDS: tuple[ForceKind, ...] = (
    "duty",
    "option",
    "ban",
    "encouragement",
    "qualifier",
    "safeguard",
)
"""In the order in which they are told."""

ForceCounts = Mapping[ForceKind, int]


@dataclass(frozen=True, slots=True)
class DraftForce:
    """A draft's counts, the preamble left out, and the number of `words` that they are of.
    `looked_at` is False for a language without rules, None if nobody has looked."""

    draft: DraftRow
    looked_at: bool | None
    words: int
    counts: ForceCounts


@dataclass(frozen=True, slots=True)
class ArticleForce:
    """An article in two drafts, with all inside it: its thread, what it is in each (None where it
    is not), the words of each kind there in the order of the text, and `certain`: whether every
    link between the two is."""

    thread_id: str
    label: str
    old: ProvisionRow | None
    new: ProvisionRow | None
    old_words: Mapping[ForceKind, tuple[str, ...]]
    new_words: Mapping[ForceKind, tuple[str, ...]]
    certain: bool
