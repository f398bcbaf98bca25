"""A draft, read against the drafts before it.

In: a draft's words, and what is known of the drafts before. Out: `Reading`, and which words of a
proposal are new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.uptake.chance import Frequencies
from tracker.uptake.likeness import Likeness
from tracker.uptake.shared import Index
from tracker.uptake.words import Phrases, Read, Words, counted, telling

PHRASE = 4
"""A word that stands in so many known words in a row is not new."""


class Reading:
    """A draft, read against the drafts before it. `new` marks the new words of its provisions,
    `places` counts its phrases."""

    def __init__(self, read: Read, index: Index, before: Phrases, written: Sequence[Words]) -> None:
        self.read, self.index, self.before = read, index, before
        self.frequencies = Frequencies(written, read.texts)
        self.new = [_fresh(text, before.covered(text.found)) for text in read.texts]
        self.places = counted(read.texts, PHRASE)
        self.likeness = Likeness(read.texts, [sum(marks) for marks in self.new])


def _fresh(text: Words, *known: bytearray) -> bytearray:
    """Which words are new: those that nothing known covers, and that tell something."""
    return bytearray(
        not any(marks) and (telling(word) or place in text.amounts)
        for place, (word, *marks) in enumerate(zip(text.found, *known, strict=True))
    )


@dataclass(frozen=True, slots=True)
class New:
    """What is new in a proposal: its words, marks on the new ones, how many there are, and in how
    many places."""

    text: Words
    marks: bytearray
    words: int
    changes: int


def new_in(text: Words, before: Phrases, old: bytearray) -> New:
    """What of a proposal is new against the drafts before, and not marked as `old`."""
    marks = _fresh(text, before.covered(text.found), old)
    changes = marks.count(b"\0\1") + marks.startswith(b"\1")
    return New(text, marks, sum(marks), changes)
