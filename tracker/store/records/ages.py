"""The ages of words.

In: rows of the database. Out: records of runs of words, of what was deleted, of what is left of
each round, and of what was changed and changed back. A round is told by its draft's position.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tracker.store.records.drafts import DraftRow, ProvisionRow

WordField = Literal["heading", "text"]
TurnKind = Literal["left and came back", "came in and left"]

FEW = 3
"""Words; fewer that came and went are not told one by one: articles and numbers do."""


@dataclass(frozen=True, slots=True)
class WordLife:
    """A time in which words stood: from the round `entered` to the one before `left`, which has
    them no more; None if the text ends with them."""

    entered: int
    left: int | None

    def holds(self, position: int) -> bool:
        """Whether words of this life are part of the text as of a round."""
        return self.entered <= position and (self.left is None or position < self.left)


WordLives = tuple[WordLife, ...]


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words of one provision that have one history: `heading[start:end]` or `text[start:end]`.
    `certain` is False if a link by which they came there is weak; `is_last` says that they are
    deleted next and that no draft before that prints them again."""

    provision_id: str
    field: WordField
    start: int
    end: int
    words: int
    lives: WordLives
    certain: bool
    is_last: bool = False

    @property
    def entered(self) -> int:
        """The round in which the words stood first."""
        return self.lives[0].entered

    def now(self, position: int) -> WordLife:
        """The life of the words in a round that has them."""
        return next(one for one in self.lives if one.holds(position))

    def former(self, position: int) -> WordLives:
        """The lives that had ended by a round: not empty, if the words are back in it."""
        return tuple(one for one in self.lives if one.left is not None and one.left <= position)


@dataclass(frozen=True, slots=True)
class WordThread:
    """One provision through the drafts of its language, without what became of it: `members` are
    its provisions by the id of their draft; a draft that does not hold it has none."""

    id: str
    negotiation_id: str
    language: str
    drafts: tuple[DraftRow, ...]
    members: Mapping[str, tuple[ProvisionRow, ...]]


@dataclass(frozen=True, slots=True)
class DeletedRun:
    """Words that a draft no longer has: a run of a provision of the last draft that prints them,
    that of the round `printed`; `left` is the round that deleted them, `back` the one that brought
    them back, None if none did, `back_certain` whether that is sure."""

    provision: ProvisionRow
    printed: int
    run: WordRun
    text: str
    left: int
    back: int | None
    back_certain: bool


@dataclass(frozen=True, slots=True)
class WordAges:
    """The ages of a provision's words in one draft. `provisions` are it and all inside it, in
    document order, `runs` their runs by the provision's id, in the order of heading and text;
    `deleted` is what was deleted from it, and from all in which it stood, up to that draft."""

    draft: DraftRow
    provisions: tuple[ProvisionRow, ...]
    runs: Mapping[str, tuple[WordRun, ...]]
    deleted: tuple[DeletedRun, ...]

    @property
    def entered(self) -> Counter[int]:
        """How many words entered in each round."""
        found: Counter[int] = Counter()
        for runs in self.runs.values():
            for run in runs:
                found[run.entered] += run.words
        return found


@dataclass(frozen=True, slots=True)
class WordCohort:
    """The words that entered in one round: how many, and how many of them stand in the text as of
    that round and of each later one."""

    entered: int
    words: int
    standing: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class WordPassage:
    """Words of a provision that came back, or were changed and changed back: `first` is the round
    that changed them (took them out, brought them in), `second` the one that changed them back.
    `position` is the round of the draft in which they are shown; `partial` says that one of the two
    documents covers only part of the text."""

    kind: TurnKind
    provision: ProvisionRow
    position: int
    run: WordRun
    text: str
    first: int
    second: int
    partial: bool

    @property
    def would_tell(self) -> bool:
        """Whether it would be among what a reader is shown first, if it were sure: no mere heading
        or number, no word or two, nothing that a partial document may only leave out."""
        return (
            not self.partial
            and self.run.field == "text"
            and self.run.words >= FEW
            and any(char.isalpha() for char in self.text)
        )

    @property
    def tells(self) -> bool:
        """Whether it is among what a reader is shown first."""
        return self.would_tell and self.run.certain
