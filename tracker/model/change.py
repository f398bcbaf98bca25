"""What happened to the words of linked provisions.

In: an alignment and the texts of its two drafts. Out: `Change`, made of hunks, and `Comparison`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.model.alignment import Alignment, Relation

Operation = Literal["equal", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Hunk:
    """One run of equal, deleted or inserted characters of a provision's text."""

    operation: Operation
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the words of a linked provision.

    The equal and deleted hunks, joined, are the old text; the equal and inserted the new one. What
    was split has a change for each part: their equal and deleted hunks, one part after the other,
    are the old text; what was merged, mirrored. `words_deleted` and `words_inserted` count words.
    `coarse` says that the pair was too large or too different for a word-by-word comparison.
    """

    old: str | None
    new: str | None
    relation: Relation
    text: tuple[Hunk, ...]
    heading: tuple[Hunk, ...]
    words_deleted: int
    words_inserted: int
    coarse: bool = False

    @property
    def changed(self) -> bool:
        """Whether a reader has anything to see: other words, another place or number."""
        return self.relation != "same" or any(
            hunk.operation != "equal" and hunk.text.strip() for hunk in (*self.heading, *self.text)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts compared: which provision became which, and what happened to its words; one
    change a link, in the links' order."""

    alignment: Alignment
    changes: tuple[Change, ...]
