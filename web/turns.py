"""What a reader is told first: that a provision has another legal job, or came back.

In: rows of comparisons, members of a thread. Out: `Turned`, in sentences: an offence became an
aggravating circumstance, a duty became an option; and `Return`, for what was taken out and is back.
Nothing is said where either job is one that the rules could not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracker.store.records import ChangeRow, DraftRow, ProvisionRow
from web.names import Names, capital
from web.plain import DUTIES, UNTOLD, job


@dataclass(frozen=True, slots=True)
class Turned:
    """A change of job. `what` is the change in a few words, `was` and `now` the names, `meaning`
    what the new job is; `certain` is False if it rests on a link that is a guess. `row` is the row
    of the comparison, `draft` the newer draft, `anchor` where on a thread's page it is shown."""

    what: str
    was: str
    now: str
    meaning: str
    certain: bool
    row: ChangeRow
    draft: DraftRow | None = None
    before: DraftRow | None = None
    anchor: str = ""

    @property
    def where(self) -> str:
        """Both names, or the one that it kept."""
        return self.now if self.was == self.now else f"was {self.was}, now {self.now}"


@dataclass(frozen=True, slots=True)
class Return:
    """Taken out in the draft `out`, which is the first whole one without it, and back in `back`;
    `last` is where it last stood. `same` says that it came back word for word."""

    last: DraftRow
    out: DraftRow
    back: DraftRow
    name: str
    address: str
    same: bool
    certain: bool


def job_change(row: ChangeRow) -> tuple[str, str] | None:
    """The legal job that a provision had and the one it has, if both can be told and differ."""
    if row.old is None or row.new is None:
        return None
    before, after = row.old.legal_function, row.new.legal_function
    if before == after or before in UNTOLD or after in UNTOLD:
        return None
    return before, after


def said(row: ChangeRow) -> str:
    """All that changed in the job of one provision, as one text; `""` if nothing did.

    The parts are clauses with a small first letter.
    """
    return "; ".join(what for what, _ in _changes(row))


def _changes(row: ChangeRow) -> list[tuple[str, str]]:
    """What changed, and what it means."""
    found = []
    if (jobs := job_change(row)) is not None:
        was, now = job(jobs[0]), job(jobs[1])
        found.append((f"{was.noun} became {now.noun}", now.meaning))
    if row.turn is not None:
        (was_said, _), (now_said, meaning) = DUTIES[row.turn.old], DUTIES[row.turn.new]
        words = f"“{row.turn.old_words}” gave way to “{row.turn.new_words}”"
        found.append((f"{was_said} became {now_said}: {words}", meaning))
    return found


def turned(
    rows: Sequence[ChangeRow],
    names: Names,
    draft: DraftRow | None = None,
    before: DraftRow | None = None,
    anchor: str = "",
) -> list[Turned]:
    """The changes of job among these rows, in their order; what a whole article went through is
    told once, and not again for each of its paragraphs."""
    jobs: dict[str, tuple[str, str] | None] = {
        row.new.id: job_change(row) for row in rows if row.new is not None
    }
    found = []
    for row in rows:
        if row.old is None or row.new is None:
            continue
        changes = _changes(row)
        own = job_change(row)
        if own is not None and _told_above(row.new, own, jobs, names):
            changes = changes[1:]
        was, now = names.full(row.old), names.full(row.new)
        found += [
            Turned(capital(what), was, now, meaning, row.certain, row, draft, before, anchor)
            for what, meaning in changes
        ]
    return found


def _told_above(
    provision: ProvisionRow,
    own: tuple[str, str],
    jobs: Mapping[str, tuple[str, str] | None],
    names: Names,
) -> bool:
    above = names.above(provision)
    while above is not None:
        if jobs.get(above.id) == own:
            return True
        above = names.above(above)
    return False


def kept(found: Iterable[Turned]) -> tuple[Turned, ...]:
    """Sure ones first, each in the order given."""
    return tuple(sorted(found, key=lambda one: not one.certain))
