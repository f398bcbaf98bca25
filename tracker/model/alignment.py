"""Which provision of an older draft became which of a newer one, and what people decided of it.

In: eIds of two drafts. Out: `Alignment`, its links, and the `Decision`s that override them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal[
    "same", "renumbered", "moved", "split", "merged", "demoted", "promoted", "inserted", "deleted"
]
"""What became of a provision; the last two stand in links with one end only."""

RELATIONS: tuple[Relation, ...] = (
    "same",
    "renumbered",
    "moved",
    "split",
    "merged",
    "demoted",
    "promoted",
    "inserted",
    "deleted",
)

Action = Literal["accept", "reject", "add"]
"""What a person may decide of a link: that it is right, that it is wrong, that there is one."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of the link from provision `old` of the draft `old_draft` to `new` of
    `new_draft`; it overrides what the alignment says.

    `old` and `new` are numbers as printed (`article 12(2)`) or eIds. `old_words` and `new_words`
    are the first words that the provisions had when it was decided, `old_seal` and `new_seal` the
    seals of their whole texts, `""` if not given: by these it is seen that a text has changed.
    `relation` is `""` where that of the alignment stays; `language` is `""` for the negotiation's.
    """

    action: Action
    old_draft: str
    old: str
    old_words: str
    new_draft: str
    new: str
    new_words: str
    name: str
    date: str
    reason: str
    relation: Relation | Literal[""] = ""
    language: str = ""
    old_seal: str = ""
    new_seal: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A partner that a provision might have had instead, with its score (0 to 1)."""

    eid: str
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """Provision `old` of the older draft became provision `new` of the newer; eIds, None where
    there is no partner. `score` is how sure the link is, 0 to 1; `evidence` says in words what made
    the link; `runner_up` is the next best partner; `decided` are the decisions of people that made
    it what it is."""

    old: str | None
    new: str | None
    relation: Relation
    score: float
    evidence: tuple[str, ...] = ()
    runner_up: Candidate | None = None
    decided: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links between two drafts, named by their symbols: first those with a new end in the
    order of the newer draft, then the deleted in the order of the older."""

    old: str
    new: str
    links: tuple[Link, ...]
