"""A reference, and what became of one, by their names.

In: nothing. Out: `Reference`, words of a provision that name another one, with what they lead to;
`Followed`, a reference of an older draft beside its partner in a newer one. Offsets are half-open
and count the code points of the provision's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["exact", "nearest", "nowhere", "elsewhere", "unclear"]
"""Where a reference leads: to the very provision it names; only to what holds that, because the
draft as read is not divided further; to nothing; to another instrument; or it cannot be told."""

Outcome = Literal[
    "unchanged", "consequential", "repointed", "stale", "dangling", "added", "removed", "unclear"
]

OUTCOMES: dict[Outcome, str] = {
    "stale": "the number stayed, but what it named has another number or place now",
    "dangling": "it leads nowhere in the newer draft",
    "repointed": "it points at something else than before",
    "added": "a reference that was not there",
    "removed": "a reference that is no longer there",
    "consequential": "only the number followed what it names",
    "unchanged": "it leads to the same provision under the same number",
    "unclear": "where it leads cannot be told, so neither can what became of it",
}
"""Every outcome with what it means, the most telling first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of what a reference names: `paragraph` `2`, `point` `a`. The number is as in eIds;
    `unit` is `""` where a number follows another without a word ("Article 6(1)")."""

    unit: str
    number: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Words of the provision `provision` that name one provision, or with `last` a run of them.

    `[start, end)` are the words for this one alone, `[first, until)` those of the whole expression
    ("paragraphs 1 and 3 of this article" holds two references), `text` its words. `path` is what
    is named, outermost first, as printed; `last` the last of a range. `targets` are the eIds it
    leads to: one, or the first and the last of a range; none where it leads nowhere or elsewhere.
    `near` is then the innermost provision that does exist, `""` if none. `instrument` names the
    other instrument. `why` says what must be known about the standing; `sure` is False where a
    careful reader might see it differently.
    """

    provision: str
    start: int
    end: int
    first: int
    until: int
    text: str
    path: tuple[Step, ...]
    standing: Standing
    last: tuple[Step, ...] = ()
    targets: tuple[str, ...] = ()
    near: str = ""
    instrument: str = ""
    why: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a reference; one side is None for what was added or removed.

    `old_target` and `new_target` name what the two lead to, number and heading, in words;
    `became` are the eIds, in the newer draft, of what the older one led to. `why` is a plain
    sentence; without `sure` it is to be read with "possibly".
    """

    outcome: Outcome
    old: Reference | None
    new: Reference | None
    old_target: str = ""
    new_target: str = ""
    became: tuple[str, ...] = ()
    why: str = ""
    sure: bool = True
