"""The rounds of a provision: its text in each, or why there is none and how sure that is.

In: a `ThreadPage`. Out: a `Stage` a round. How sure it is that the provision is gone, or new, is
what the database says of the draft that lacks it; every part of the page reads it here.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from tracker.store.records import DraftRow, ProvisionRow, ThreadPage
from tracker.store.records.absences import Absent
from tracker.store.records.findings import FindingRow
from web.changes import findings
from web.changes.findings import Said
from web.stories.entries import Entry, entry
from web.stories.phases import NOT_YET, State
from web.terms.names import Names
from web.translation import _


@dataclass(frozen=True, slots=True)
class Stage:
    """One round: with entries, or why there are none; `early` says that it had not been there yet,
    `findings` that it is gone, or why it may not be new; `absent` what is known of its not being
    there; `sure`, that it is gone, or new, without a doubt."""

    draft: DraftRow
    state: State
    words: str
    early: bool
    entries: tuple[Entry, ...]
    findings: tuple[Said, ...] = ()
    absent: Absent | None = None
    sure: bool = True

    @property
    def apart(self) -> bool:
        """Whether its words are there for sure, in other provisions."""
        one = self.absent
        return one is not None and not self.early and one.certain and one.went


def stages_of(
    page: ThreadPage, names: Names, holding: AbstractSet[str], lacking: Sequence[int]
) -> tuple[Stage, ...]:
    """A stage for each round.

    Args:
        holding: the drafts that hold the article it stands in.
        lacking: the rounds that could hold it and do not.
    """
    drafts = {round.draft.id: round.draft for round in page.rounds}
    first, last = (page.members[n].provision.draft_id for n in (0, -1))
    stages: list[Stage] = []
    seen = over = False
    for round in page.rounds:
        entries = tuple(entry(one, names, drafts, lacking) for one in round.members)
        seen = seen or round.draft.id == first
        state, words = _state(round.draft, entries, holding, seen=seen, ended=over)
        early = state == "absent" and not seen
        over = over or round.draft.id == last
        absent = round.absent if state == "absent" else None
        sure = absent is None or early or absent.certain
        stage = Stage(round.draft, state, words, early, entries, absent=absent, sure=sure)
        stages.append(
            replace(stage, words=_("no longer there by itself")) if stage.apart else stage
        )
    return tuple(_with_findings(stages))


def _with_findings(stages: Sequence[Stage]) -> list[Stage]:
    """The stages, with what is told of the provision's going out in the first draft without it, and
    why it may not be new in the first with it."""
    found: list[Stage] = []
    before: Stage | None = None
    for stage in stages:
        told: tuple[FindingRow, ...] = ()
        if stage.absent is not None and not stage.early:
            first = before is None or before.absent is None or before.early
            told = stage.absent.findings if first else ()
        elif stage.entries and before is not None and before.early and before.absent is not None:
            told = () if before.absent.certain else before.absent.findings
            stage = replace(stage, sure=before.absent.certain)
        found.append(replace(stage, findings=tuple(findings.Said(row, own=False) for row in told)))
        before = stage if stage.state != "uncovered" else before
    return found


def became(stages: Sequence[Stage]) -> tuple[tuple[ProvisionRow, bool], ...]:
    """Where the words of what has ended are, each with whether that is sure: in the first draft
    without it, else in the newest."""
    absent: list[Absent] = []
    for stage in stages:
        if stage.entries:
            absent = []
        elif stage.absent is not None:
            absent.append(stage.absent)
    return next((one.into for one in (*absent[:1], *absent[-1:]) if one.into), ())


def _state(
    draft: DraftRow, entries: Sequence[Entry], holding: AbstractSet[str], *, seen: bool, ended: bool
) -> tuple[State, str]:
    if entries:
        return "present", ""
    if draft.partial and draft.id not in holding:
        return "uncovered", _("not covered by this document")
    if not seen:
        return "absent", str(NOT_YET)
    return "absent", _("no longer there") if ended else _("not there")
