"""Proposals, and the words of drafts that match them, as frozen dataclasses.

In: nothing. Out: `Proposal`, `Match`, `Run`. A match says that words of a draft and of a proposal
are the same, and how rarely that happens by chance. It does not say that anybody copied: both may
have taken them from a third text, and a proposal may repeat what delegates already said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["new words", "new place", "deletion"]
"""`new words`: a run of the match stands in no earlier draft. `new place`: each run by itself does,
elsewhere, but not among the words around it here. `deletion`: the proposal strikes words that
stand in the draft before and no longer in this one, which says less: every revision strikes."""

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that somebody proposed.

    `text` is the wording proposed, `""` to strike `old_text`, which is what it would replace, `""`
    if that is not given. `aims_at` is the eId of the provision meant, in the last draft before
    `date`. `date` is as exact as is known: `2012-10-31`, `2012-10`, `2012` or `""`; `source` says
    where the proposal is printed.
    """

    id: str
    author: str
    date: str
    text: str
    old_text: str = ""
    aims_at: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand in a row in both: `start` and `end` count in the text of the provision,
    `proposal_start` and `proposal_end` in that of the proposal (its `old_text` for a deletion).

    It begins and ends with a new word. Of its `words`, `new` are new on both sides; those between
    them are few. Single letters and numbers that count nothing are never new. Of a deletion, `new`
    are the words that are neither letters nor numbers.
    """

    start: int
    end: int
    proposal_start: int
    proposal_end: int
    words: int
    new: int


@dataclass(frozen=True, slots=True)
class Match:
    """New words of a proposal that are new in a provision of a later draft.

    `draft` is the symbol of the draft in which they first stand (of a deletion: in which they first
    do not), `stands_in` of that in whose provision `eid` the runs' offsets count (of a deletion:
    the draft before). `share` is the part of all that the proposal changes, 0 to 1. `chance` is
    the number of such matches that one would expect for this proposal without any connection
    (see `tracker.uptake.chance`; of a deletion: the probability that words like these go anyway).
    `context` is how many old words directly around the runs are the same too, and so hold the new
    ones in place. `elsewhere` are other provisions of the draft with the same words, `also` the
    ids of other proposals that match these words of the provision. `coarse` says that a text
    repeats itself so much that not every place was looked at.

    `sure` says that a careful reader can be expected to agree; if not, `doubts` says why, and
    "possibly" must be said.
    """

    proposal: str
    draft: str
    stands_in: str
    eid: str
    kind: Kind
    runs: tuple[Run, ...]
    share: float
    chance: float
    context: int
    sure: bool
    doubts: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    coarse: bool = False

    @property
    def words(self) -> int:
        """How many words the runs have."""
        return sum(run.words for run in self.runs)

    @property
    def new(self) -> int:
        """How many of these are new on both sides."""
        return sum(run.new for run in self.runs)
