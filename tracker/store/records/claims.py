"""A claim beside the texts.

In: rows of the database. Out: what is claimed, what came of each check, by which words, and where
the provision that the claim is about stands in every draft.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.claims import Outcome, Presence, State, Status
from tracker.model import Check, Claim
from tracker.store.records.drafts import DraftRow
from tracker.store.records.hits import Segments


@dataclass(frozen=True, slots=True)
class ClaimPassage:
    """Words of one heading or text that show something, marked in what stands around them.
    `address` and `thread_id` lead to their provision, `eid` to its place in the draft; `status`
    says that they were not agreed."""

    draft_id: str
    provision_id: str
    eid: str
    address: str
    thread_id: str | None
    field: str
    status: Status
    segments: Segments


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """One thing that was checked: `found` is what the texts at hand show, `outcome` what they show
    of the official ones, and `caveat` why that is less; `relies` the symbols of the drafts that it
    rests on."""

    check: Check
    found: Outcome
    outcome: Outcome
    why: str
    caveat: str
    relies: tuple[str, ...]
    evidence: tuple[ClaimPassage, ...]


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where the provision stands in one draft: its number in words, `""` where it is not, and what
    leads there."""

    draft: DraftRow
    presence: Presence
    number: str
    eid: str
    address: str
    thread_id: str | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim by its place in the manifest, from 1. `state` is None if nobody has looked; `verdict`
    says it in a sentence, `reason` only what that rests on. `checks` have only what was looked at,
    `places` every draft; `draft` is the one that it is about, None if that is not here."""

    ordinal: int
    claim: Claim
    draft: DraftRow | None
    state: State | None
    verdict: str
    reason: str
    checks: tuple[ClaimCheck, ...]
    places: tuple[ClaimPlace, ...]

    @property
    def own(self) -> ClaimPlace | None:
        """Where its provision stands in the draft that it is about."""
        return next((one for one in self.places if one.draft == self.draft and one.eid), None)
