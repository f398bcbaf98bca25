"""That a draft has none of what another one has.

In: rows of the database. Out: one record for a provision and a draft, and the same as a page of one
provision needs it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.store.records.drafts import ProvisionRow
from tracker.store.records.findings import FindingRow


@dataclass(frozen=True, slots=True)
class Absence:
    """A provision that another draft does not have. `certain`: nothing speaks for its being there
    all the same; `went`: its words, or at least half of them, stand elsewhere there, as far as is
    known in the provisions `into`, each with whether that is certain. `told` is the link of which a
    finding tells it: its own, or that of what it stood in; `""` if none does."""

    certain: bool
    went: bool = False
    into: tuple[tuple[str, bool], ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Absent:
    """The same for the page of a provision, with the provisions and the findings themselves."""

    certain: bool
    went: bool
    into: tuple[tuple[ProvisionRow, bool], ...]
    findings: tuple[FindingRow, ...]
