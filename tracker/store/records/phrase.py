"""A phrase through all drafts.

In: the texts of a negotiation, and a phrase. Out: records: how often it stands in each draft, in
which provisions, when it entered each and when it left, and its words in context.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.store.records.drafts import DraftRow, ProvisionRow

Began = Literal["first", "seen", "moved", "back", "added", "new"]
"""How a time with the phrase began: in the first draft; where only partial documents come before;
from another provision that had it; in a provision that had had it before; in one that had stood
before without it; with a new provision."""

Ended = Literal["", "moved", "removed", "gone"]
"""How it ended: not yet; the words stand in another provision; the provision stands on without
them; the provision is gone too."""

State = Literal["has", "lacks", "absent", "uncovered"]


@dataclass(frozen=True, slots=True)
class PhraseCount:
    """How often a draft has the phrase, in how many provisions, and how many of these did not have
    it before, or no longer have it there; what moved is neither. An article of one paragraph is one
    provision, also if its heading has the phrase."""

    draft: DraftRow
    occurrences: int
    provisions: int
    came: int
    left: int


@dataclass(frozen=True, slots=True)
class PhraseStand:
    """A provision that has the phrase so often; `certain`: the link from the draft before is."""

    provision: ProvisionRow
    occurrences: int
    certain: bool


@dataclass(frozen=True, slots=True)
class PhraseCell:
    """A thread in one draft: it `has` the phrase, `lacks` it, is `absent`, or the document does not
    cover it. `stands` are its provisions with the phrase, `without` is its provision if it lacks
    it; `certain`, that it is absent."""

    state: State
    stands: tuple[PhraseStand, ...] = ()
    without: ProvisionRow | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class PhraseStay:
    """A time in which a provision had the phrase: the places, from 0, of the draft that brought it
    and of the one that no longer has it (None if none), how each came about, and the threads from
    which it came or to which it went. `certain`: the links to these are, the provision's own link
    to the draft before, where the answer hangs on it, and that it is gone, if it is.
    `came_with_outer` and `left_with_outer`: the provision was all the text of another whose heading
    has the phrase too, and got or lost it in the same draft, so that this is told with that."""

    entered: int
    left: int | None
    began: Began
    ended: Ended
    came_from: tuple[str, ...]
    went_to: tuple[str, ...]
    certain: bool
    came_with_outer: bool = False
    left_with_outer: bool = False


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """A thread that has or had the phrase: `provision` is the last of its provisions that has it;
    `cells` has one entry a draft. `all_of` is what the provision is all the text of, if the heading
    of that has the phrase too."""

    thread_id: str
    provision: ProvisionRow
    cells: tuple[PhraseCell, ...]
    stays: tuple[PhraseStay, ...]
    all_of: ProvisionRow | None = None


@dataclass(frozen=True, slots=True)
class PhraseSeen:
    """The phrase in one place, with words before and after it."""

    provision: ProvisionRow
    field: Literal["heading", "text"]
    before: str
    found: str
    after: str


@dataclass(frozen=True, slots=True)
class PhrasePage:
    """A phrase through all drafts of one language. `words` are its words as they were looked for
    (all of them unless `cut`), `unknown` those that no draft has. `entered` and `left` are the
    places of the first draft that has it and of the first whole one after the last that has it.
    `rows` stand in the order of the text, those that have it last in the newest draft first. `seen`
    are its places in the draft at the place `shown`. `provisions` are all that are named here, and
    those they stand in."""

    drafts: tuple[DraftRow, ...]
    words: tuple[str, ...]
    stemmed: bool
    cut: bool
    unknown: tuple[str, ...]
    counts: tuple[PhraseCount, ...]
    rows: tuple[PhraseRow, ...]
    entered: int | None
    left: int | None
    shown: int | None
    seen: tuple[PhraseSeen, ...]
    provisions: tuple[ProvisionRow, ...]

    @property
    def occurrences(self) -> int:
        """How often it stands in all drafts together."""
        return sum(one.occurrences for one in self.counts)
