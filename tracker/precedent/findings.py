"""What is found out about a draft and its precedent, as frozen dataclasses.

In: nothing. Out: `Uptake`, which holds for each provision of the precedent that has words of its
own what became of it (`Taken`), and for each of the draft where it comes from (`Origin`). Words are
counted as everywhere (`tracker.words.count`); headings and numbers are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.model import Draft, Hunk

Verdict = Literal["same words", "other words", "in part", "usual phrases", "not taken over"]
"""What became of a provision of the precedent: all its words stand in the draft; it was taken over
with some words put differently; something of it was left out; the draft has only the phrases that
it shares with others of the precedent; nothing of it is in the draft."""

APART: frozenset[Verdict] = frozenset(("usual phrases", "not taken over"))
"""Verdicts that say that the rule itself was not taken over."""

LITTLE, LITTLE_SHARE = 3, 0.05
"""Words, and their share of a provision, below which it is not said to be taken over only in part:
an article, a "such" that fell away. They are told all the same."""

CLAUSE = 4
"""Words in a row that are something, whatever the length of the provision they were left out of."""

REWORDED = 0.25
"""Words of the draft for each word that they stand instead of, from which on they put it in other
words; fewer leave something out. Negotiators who shorten a clause seldom need less than a third."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a provision of the precedent that its partner in the draft does not have.

    `instead` is what stands there in their place, `""` if nothing does; `elsewhere` is the eId of
    a provision of the draft that has exactly these words, `""` if none has.
    """

    text: str
    words: int
    instead: str = ""
    instead_words: int = 0
    elsewhere: str = ""

    @property
    def left_out(self) -> bool:
        """Whether the draft does not say it: neither there in other words, nor elsewhere."""
        return not self.elsewhere and self.instead_words < REWORDED * self.words


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one provision of the precedent.

    `into` are the eIds of the draft's provisions that took it over, in their order, empty if none
    did. Of its `words` words `kept` stand in these; `added` are words that these have besides.
    `text` are its words in order, `equal` or `delete`; `passages` those that are lost. `sure` says
    that the link is probable enough to be claimed: else "possibly" must be said. `usual` says that
    they share only the precedent's usual phrases. `namesake` is the eId of an article of the draft
    that bears a like heading, where nothing was taken over and that article has no other source:
    both may say the same in words that have nothing in common.
    """

    eid: str
    into: tuple[str, ...]
    words: int
    kept: int
    added: int
    text: tuple[Hunk, ...]
    passages: tuple[Passage, ...]
    sure: bool = True
    usual: bool = False
    namesake: str = ""

    @property
    def share(self) -> float:
        """The share of its words that were taken over, 0 to 1."""
        return self.kept / self.words if self.words else 0.0

    @property
    def left_out(self) -> tuple[Passage, ...]:
        """What was left out of what was taken over; nothing where nothing was taken over."""
        return tuple(p for p in self.passages if p.left_out) if self.taken_over else ()

    @property
    def taken_over(self) -> bool:
        """Whether the draft has it, in whatever words."""
        return bool(self.into) and not self.usual

    @property
    def verdict(self) -> Verdict:
        """What became of it, in two words."""
        if not self.into:
            return "not taken over"
        if self.usual:
            return "usual phrases"
        if not self.passages:
            return "same words"
        lost = [passage.words for passage in self.left_out]
        much = sum(lost) >= max(LITTLE, LITTLE_SHARE * self.words) or max(lost, default=0) >= CLAUSE
        return "in part" if much else "other words"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one provision of the draft comes from: the eIds of provisions of the precedent, empty
    if it is new. Of its `words` words `taken` are theirs; `text` are its words in order, `equal`
    or `insert`. `usual` says that they share only the precedent's usual phrases."""

    eid: str
    sources: tuple[str, ...]
    words: int
    taken: int
    text: tuple[Hunk, ...]
    sure: bool = True
    usual: bool = False

    @property
    def new(self) -> bool:
        """Whether the rule does not come from the precedent."""
        return not self.sources or self.usual

    @property
    def share(self) -> float:
        """The share of its words that come from the precedent, 0 to 1."""
        return self.taken / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Uptake:
    """A draft and its precedent: one `Taken` for each provision of the precedent that has words of
    its own, one `Origin` for each of the draft, in the order of the documents."""

    precedent: Draft
    draft: Draft
    taken: tuple[Taken, ...]
    origins: tuple[Origin, ...]

    @property
    def share_kept(self) -> float:
        """The share of the precedent's words that the draft took over, 0 to 1."""
        return sum(x.kept for x in self.taken if x.taken_over) / max(
            1, sum(x.words for x in self.taken)
        )

    @property
    def share_taken(self) -> float:
        """The share of the draft's words that come from the precedent, 0 to 1."""
        return sum(x.taken for x in self.origins if not x.new) / max(
            1, sum(x.words for x in self.origins)
        )


def of_parts(parts: Sequence[Taken]) -> Verdict:
    """What became of an article, by what became of its paragraphs and points.

    >>> here = Taken("a", ("b",), 2, 2, 0, (), ())
    >>> gone = Taken("c", (), 2, 0, 0, (), ())
    >>> of_parts([here, here]), of_parts([here, gone]), of_parts([gone])
    ('same words', 'in part', 'not taken over')
    """
    found = {part.verdict for part in parts}
    if found <= APART:
        return "usual phrases" if "usual phrases" in found else "not taken over"
    if found & {"in part", *APART}:
        return "in part"
    return "other words" if "other words" in found else "same words"
