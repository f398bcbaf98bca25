"""Proposals, and the words of drafts that match them.

In: rows of the database. Out: records. A match says that words are the same, not who had them from
whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.store.records.drafts import DraftRow, ProvisionRow

MatchKind = Literal["new words", "new place", "deletion"]

CHECKED = 300
"""One proposal in so many: no chance smaller than this was checked, and none is said. Of 602
proposals that were held against texts on other matters, up to 2 matched one
(scripts/measure_uptake.py, "match by chance"); what a model reckons beyond that nobody has seen."""


def told_chance(chance: float) -> float:
    """A chance as it is given to readers and programs: never smaller than what was checked.

    >>> told_chance(0.2), told_chance(2e-12) == 1 / CHECKED
    (0.2, True)
    """
    return max(chance, 1 / CHECKED)


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A change that somebody proposed: `text` instead of `old_text`. `date` is as exact as is
    known, `address` its anchor."""

    proposal_id: str
    address: str
    author: str
    date: str
    text: str
    old_text: str
    aims_at: str
    source: str


@dataclass(frozen=True, slots=True)
class RunRow:
    """Words in a row of a match: `start` and `end` in the provision's text, `proposal_start` and
    `proposal_end` in the proposal's (in its `old_text` for a deletion). With the words around that
    are the same too they stand where the `common` ends say."""

    start: int
    end: int
    proposal_start: int
    proposal_end: int
    common_start: int
    common_end: int
    proposal_common_start: int
    proposal_common_end: int


@dataclass(frozen=True, slots=True)
class MatchRow:
    """Words of a proposal that stand in `provision` of the draft `stands_in`; `draft` is the first
    that has them, of a deletion the first that does not. `chance` is how many such matches one
    would expect by chance, `share` the part of what the proposal would change, `drafts_later` None
    where its date does not tell. `elsewhere` are names and addresses of other provisions with
    these words, `also` other proposals."""

    id: str
    proposal: ProposalRow
    kind: MatchKind
    draft: DraftRow
    stands_in: DraftRow
    provision: ProvisionRow
    called: str
    heading: str
    matched: str
    words: int
    new_words: int
    share: float
    chance: float
    context: int
    drafts_later: int | None
    sure: bool
    doubts: tuple[str, ...]
    coarse: bool
    runs: tuple[RunRow, ...]
    elsewhere: tuple[tuple[str, str], ...]
    also: tuple[ProposalRow, ...]


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """How many proposals somebody made, and how many of them match: words that entered surely and
    possibly, words that went surely and possibly."""

    author: str
    proposals: int
    surely: int
    possibly: int
    surely_gone: int
    possibly_gone: int

    @property
    def entered(self) -> int:
        """How many match words that entered, surely or possibly."""
        return self.surely + self.possibly


@dataclass(frozen=True, slots=True)
class UptakePage:
    """All proposals of a negotiation in numbers, by author, and the matches: what entered first,
    the sure before the possible, the rarest first. `analysed` says whether they were looked at,
    `drafts` against how many drafts; `files` are those that the manifest names."""

    analysed: bool
    drafts: int
    files: tuple[str, ...]
    authors: tuple[AuthorRow, ...]
    matches: tuple[MatchRow, ...]

    @property
    def proposals(self) -> int:
        """How many proposals there are."""
        return sum(one.proposals for one in self.authors)
