"""The kinds of findings in the order in which they are told, and what is said of one.

In: nothing. Out: `KINDS`, `Found` and `Words`. The order is an editor's: first what changes the
legal job of a provision, then who must do what, what protects people, what limits a rule, what is
punished and counted, what came and went whole; what only moved, was renamed or polished is last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "function",
    "force",
    "safeguard",
    "qualifier",
    "penalty",
    "threshold",
    "gone",
    "new",
    "reference",
    "scope",
    "actor",
    "definition",
    "other",
    "recital",
    "moved",
    "heading",
    "editorial",
]

KINDS: dict[Kind, str] = {
    "function": "another legal job",
    "force": "duties, options, bans",
    "safeguard": "protections",
    "qualifier": "conditions and limiting words",
    "penalty": "penalties",
    "threshold": "numbers, dates, majorities",
    "gone": "provisions that are gone",
    "new": "new provisions",
    "reference": "references to other provisions",
    "scope": "what is covered",
    "actor": "who acts",
    "definition": "meanings of terms",
    "other": "other words",
    "recital": "reasons given before the rules",
    "moved": "moved, split, merged",
    "heading": "titles and headings",
    "editorial": "wording alone",
}
"""Every kind with what it is called in a count; the order is that of the findings."""

COUNTED: tuple[Kind, ...] = ("editorial",)
"""Kinds that are counted, and listed only when they are asked for."""

Side = Literal["old", "new"]
Place = Literal["text", "heading", "compared"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that show a finding: `text` stands at `[start, end)` of the text or heading of the
    provision `eid` of the draft on `side`; with `compared`, of all that the change compared on that
    side (see `tracker.substance.Evidence`)."""

    side: Side
    eid: str
    text: str
    start: int
    end: int
    place: Place = "text"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding in one plain sentence.

    `old` and `new` are the eIds of the provision in the two drafts, None where it does not stand.
    The sentence quotes nothing but parts of `evidence`, headings and what stands around the
    evidence. `rank` is the place among the findings, from 1. `also` are further kinds of the same
    change; `places` all pairs of eIds where the same words changed in the same way, the first of
    which is `old` and `new`. `why` says what is uncertain, `""` if the finding is `sure`. `weight`
    is what orders findings of a kind.
    """

    kind: Kind
    sentence: str
    rank: int
    old: str | None
    new: str | None
    evidence: tuple[Words, ...]
    sure: bool = True
    why: str = ""
    also: tuple[Kind, ...] = ()
    places: tuple[tuple[str | None, str | None], ...] = ()
    weight: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to say of a change: a `clause` that follows the provision's name, without a full
    stop. `severity` (0 to 9) orders facts of a kind, `why` is as for `Found`; `key` is the same for
    the same words changed in the same way elsewhere, `""` if it is not to be told together. `words`
    is how many came or went, if the fact is that they are many."""

    kind: Kind
    clause: str
    evidence: tuple[Words, ...]
    severity: int = 0
    why: str = ""
    key: str = ""
    words: int = 0

    @property
    def sure(self) -> bool:
        """Whether nothing is uncertain."""
        return not self.why
