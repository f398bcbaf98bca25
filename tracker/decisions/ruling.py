"""What becomes of a decision with the drafts as they are now.

In: a `Decision` and its two drafts, or None for one that is not there. Out: a `Ruling`: followed,
or not and why. It depends on the decision and the two drafts alone, so that it does not matter in
which order drafts come in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tracker.decisions.places import NotFoundError, begins_with, find, seal
from tracker.model import Decision, Draft, Provision

SHOWN = 60
"""Of a person's first words, so many characters are shown."""

State = Literal["applied", "stale", "unplaced", "waiting"]

STATES: dict[State, str] = {
    "applied": "followed",
    "stale": "not followed: a text has changed since it was decided",
    "unplaced": "not followed: a draft does not hold what it names",
    "waiting": "not followed yet: a draft is not there",
}


@dataclass(frozen=True, slots=True)
class Ruling:
    """What becomes of a decision. `old` and `new` are the eIds of what it names, None where that is
    not found; `note` says why it is not followed, or what to mend although it is; the seals are
    those of the texts as they are now."""

    decision: Decision
    state: State
    note: str = ""
    old: str | None = None
    new: str | None = None
    old_seal: str = ""
    new_seal: str = ""


def rule_all(decisions: Iterable[Decision], drafts: Iterable[Draft]) -> tuple[Ruling, ...]:
    """Rule on each decision; `drafts` are all of its negotiation."""
    known = {(draft.symbol, draft.language): draft for draft in drafts}
    return tuple(
        rule(
            one, known.get((one.old_draft, one.language)), known.get((one.new_draft, one.language))
        )
        for one in decisions
    )


def rule(decision: Decision, old: Draft | None, new: Draft | None) -> Ruling:
    """Rule on one decision."""
    if old is None or new is None:
        missing = decision.old_draft if old is None else decision.new_draft
        return Ruling(decision, "waiting", f"{missing} ({decision.language}) is not there")
    ends: list[Provision] = []
    for draft, place in ((old, decision.old), (new, decision.new)):
        try:
            ends.append(find(draft, place))
        except NotFoundError as error:
            return Ruling(decision, "unplaced", str(error))
    before, after = (end.eid for end in ends)
    seals = seal(old, before), seal(new, after)
    if _place(old) >= _place(new):
        note = f"{old.symbol} is not older than {new.symbol}"
        return Ruling(decision, "unplaced", note, before, after, *seals)
    changed = [
        f"{place} of {draft.symbol} {what}"
        for draft, place, eid, said, sealed, now in (
            (old, decision.old, before, decision.old_words, decision.old_seal, seals[0]),
            (new, decision.new, after, decision.new_words, decision.new_seal, seals[1]),
        )
        for what in _changed(draft, eid, said, sealed, now)
    ]
    if changed:
        return Ruling(decision, "stale", "; ".join(changed), before, after, *seals)
    return Ruling(decision, "applied", _unsealed(decision), before, after, *seals)


def _changed(draft: Draft, eid: str, said: str, sealed: str, now: str) -> list[str]:
    """What shows that the text is not the one that was decided on: nothing, or one thing."""
    if not begins_with(draft, eid, said):
        shown = said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
        return [f"does not begin with “{shown}”, as when it was decided"]
    if sealed not in ("", now):
        return ["begins as it did when it was decided, but goes on in other words"]
    return []


def _place(draft: Draft) -> tuple[str, int, str]:
    return draft.date, draft.layer_place, draft.symbol


def _unsealed(decision: Decision) -> str:
    if decision.old_seal and decision.new_seal:
        return ""
    return "not sealed: a change is seen only if it is one of the first words"
