"""Words that were contested, with who wanted them and how it ended.

In: rows of the database. Out: records of contests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model import MarkField, MarkKind
from tracker.store.records.drafts import DraftRow, ProvisionRow


@dataclass(frozen=True, slots=True)
class ContestName:
    """Who is named with contested words; `wants` is `""` to have them, else `delete`, `retain`, …
    as the draft says."""

    name: str
    wants: str


@dataclass(frozen=True, slots=True)
class ContestSpot:
    """`[start, end)` of a field of a provision, of the draft in which the provision is. `address`
    leads to the provision's thread, `thread_id`, None until threads are made."""

    provision_id: str
    address: str
    thread_id: str | None
    field: MarkField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ContestRound:
    """A draft that marks the words: as it prints them, who is named there, where they stand."""

    draft: DraftRow
    words: str
    names: tuple[ContestName, ...]
    spots: tuple[ContestSpot, ...]


@dataclass(frozen=True, slots=True)
class ContestRow:
    """Contested words. `kind` is bracket, alternative or proponent, `label` that of an option,
    `rounds` are the drafts that mark them; `names` all who were ever named. `entered` is the draft
    in which the first of the words stood first; `again`: they had been contested before and agreed
    since. `outcome` is kept, partly kept, replaced, dropped, open or not covered, `resolved` the
    draft that settled it, `kept` what is left of words that were partly kept, `instead` what stands
    in their place. `certain`: they were followed along sure links alone. `provision` is where they
    stood when last marked."""

    id: str
    kind: MarkKind
    label: str
    words: str
    rounds: tuple[ContestRound, ...]
    names: tuple[ContestName, ...]
    entered: DraftRow
    again: bool
    outcome: str
    resolved: DraftRow | None
    kept: str
    instead: str
    certain: bool
    provision: ProvisionRow


@dataclass(frozen=True, slots=True)
class ContestPage:
    """`total` contests that were asked for, of which `rows` are some, longest first. `outcomes`
    counts all of the negotiation by how they ended, `names` by who is named. `provisions` are those
    that the rows' provisions stand in."""

    drafts: tuple[DraftRow, ...]
    total: int
    outcomes: Mapping[str, int]
    names: Mapping[str, int]
    rows: tuple[ContestRow, ...]
    provisions: tuple[ProvisionRow, ...]
