"""What became of the articles of each draft, from one to the next.

In: rows of the database. Out: records of drafts by chapter and of the ways between them. Every
article of the older draft is counted in exactly one way that leaves it, every article of the newer
in exactly one that arrives: of an article that was split, the greatest part goes on as it, and the
others come out of it; of several that were merged, one goes on, and the others join it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.store.records.drafts import DraftRow

Fate = Literal[
    "kept", "renumbered", "moved", "split", "merged", "joined", "dropped", "parted", "new"
]
FATES: tuple[Fate, ...] = (
    "kept",
    "renumbered",
    "moved",
    "split",
    "merged",
    "joined",
    "dropped",
    "parted",
    "new",
)
"""kept (number and place), renumbered, moved (elsewhere), split (goes on, with less), merged (goes
on, with more), joined (now part of another), dropped; parted (came out of another), new."""

LEAVES: frozenset[Fate] = frozenset(FATES) - {"parted", "new"}
"""Ways that count an article of the older draft."""
ARRIVES: frozenset[Fate] = frozenset(FATES) - {"joined", "dropped"}
"""Ways that count an article of the newer draft."""


@dataclass(frozen=True, slots=True)
class FlowGroup:
    """A chapter of a draft with its number of articles. In a draft without chapters, a run of
    articles from `number` to `last`; with neither, what stands in no chapter."""

    provision_id: str
    eid: str
    number: str
    last: str
    heading: str
    articles: int


@dataclass(frozen=True, slots=True)
class FlowArticle:
    """An article, or another provision that holds what an article was; `group` is its place, from
    0, among the groups of its draft."""

    provision_id: str
    address: str
    number: str
    heading: str
    group: int


@dataclass(frozen=True, slots=True)
class FlowWay:
    """One article's way from a draft to the next. `old` is None if it is new, `new` if it was
    dropped. `beside` are articles that hold less than half of the words of one that was dropped,
    or from which a new one has less than half of its words."""

    fate: Fate
    certain: bool
    old: FlowArticle | None
    new: FlowArticle | None
    beside: tuple[FlowArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowDraft:
    """A draft by chapters, in the order of the text; `kinds` are those of its articles, each once:
    in a bill they are sections."""

    draft: DraftRow
    groups: tuple[FlowGroup, ...]
    kinds: tuple[str, ...] = ()

    @property
    def articles(self) -> int:
        """How many it has."""
        return sum(group.articles for group in self.groups)


@dataclass(frozen=True, slots=True)
class FlowStep:
    """What became of the articles of `old` in `new`: those that leave in their order, then those
    that only arrive."""

    old: DraftRow
    new: DraftRow
    ways: tuple[FlowWay, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Drafts in order, and a step between each and the next."""

    drafts: tuple[FlowDraft, ...]
    steps: tuple[FlowStep, ...]
