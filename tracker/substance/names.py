"""The kinds of change by their names, and what is said of one.

In: nothing. Out: `KINDS`, each kind with what it means; `Finding`, one kind of one change with the
words that show it; `Context`, what is known of the drafts beyond the two texts. A finding claims
nothing that its words do not show; one that a careful reader might contest is not `sure`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from tracker.model import Change

Kind = Literal[
    "force",
    "qualifier",
    "scope",
    "safeguard",
    "threshold",
    "actor",
    "definition",
    "penalty",
    "reference",
    "heading",
    "editorial",
    "other",
]

Direction = Literal[
    "weaker", "stronger", "wider", "narrower", "added", "removed", "replaced", "other", ""
]
"""`""` where a kind has none: `heading`, `editorial`, `definition`."""

KINDS: dict[Kind, str] = {
    "force": "a duty, a permission or a ban became weaker, stronger or another one",
    "qualifier": "words that make a rule hold only under a condition or to a degree",
    "scope": "the rule covers more, or less, than it did",
    "safeguard": "words that protect persons or limit power",
    "threshold": "a number, period, date, amount or majority",
    "actor": "who must, may or must not act",
    "definition": "what a defined term means",
    "penalty": "a sanction",
    "reference": "what a reference points at",
    "heading": "only the heading changed",
    "editorial": "nothing of substance changed",
    "other": "a change of substance of none of these kinds",
}
"""Every kind with what it means, in plain words."""

Place = Literal["text", "heading", "compared"]
"""What offsets count in: a provision's text, its heading, or, where a provision changed its level
and was compared with all that stands inside it, the compared text: the equal and deleted hunks of
the change joined (for the newer side the equal and inserted ones)."""

Spans = frozenset[tuple[int, int]]
"""Half-open ranges of characters in a provision's text."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words `text`, which stand at `[start, end)` of what `place` names."""

    text: str
    start: int
    end: int
    place: Place = "text"


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of a change and the words on each side that show it.

    `detail` says which sort of the kind it is: for `force` the two forces (`duty to option`), for
    a qualifier or a safeguard its family (`degree`, `remedy`).
    """

    kind: Kind
    direction: Direction
    old: tuple[Evidence, ...]
    new: tuple[Evidence, ...]
    sure: bool = True
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of two drafts beyond the two texts of a change.

    `consequential` gives for a change the references, on the older and the newer side, that only
    follow a new numbering; None if references have not been looked at, so that a changed number of
    a provision stays a guess. `renamed` are terms of the older draft with their new names, and
    `common` phrases of safeguards that are the matter of the whole text, so that one more or less
    of them shows nothing; both in words as they are compared (`context_of` makes them). `defining`
    are the eIds, on either side, of provisions that stand among definitions.
    """

    language: str
    consequential: Callable[[Change], tuple[Spans, Spans]] | None = None
    renamed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    common: frozenset[str] = frozenset()
    defining: frozenset[str] = frozenset()
