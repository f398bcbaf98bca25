"""What becomes of a decision with the drafts as they are now.

In: `Decision`s and the drafts that there are. Out: a `Ruling` on each: followed, or not and why. It
depends on the decisions and the drafts alone, so that it does not matter in which order drafts come
in, or decisions stand in their file.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from tracker.decisions.places import NotFoundError, begins_with, enough, find, seal
from tracker.decisions.state import UNSEALED, Ruling
from tracker.decisions.together import together
from tracker.model import Decision, Draft, Provision

SHOWN = 60
"""Of a person's first words, so many characters are shown."""

NAMED = 12
"""Of the drafts that there are, so many are named where one is missing."""


def rule(decision: Decision, old: Draft | None, new: Draft | None) -> Ruling:
    """Rule on one decision as if there were no other."""
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
    sides = (
        (old, decision.old, before, decision.old_words, decision.old_seal, seals[0]),
        (new, decision.new, after, decision.new_words, decision.new_seal, seals[1]),
    )
    changed = [
        f"{place} of {draft.symbol} {what}"
        for draft, place, eid, said, sealed, now in sides
        for what in _changed(draft, eid, said, sealed, now)
    ]
    if changed:
        return Ruling(decision, "stale", "; ".join(changed), before, after, *seals)
    short = [
        f"“{said}” could begin many a text, not only {place} of {draft.symbol}"
        for draft, place, eid, said, _, _ in sides
        if not enough(draft, eid, said)
    ]
    if short:
        return Ruling(decision, "vague", "; ".join(short), before, after, *seals)
    return Ruling(decision, "applied", _unsealed(decision), before, after, *seals)


def rule_all(decisions: Iterable[Decision], drafts: Iterable[Draft]) -> tuple[Ruling, ...]:
    """Rule on each decision, with regard to the others; `drafts` are all of its negotiation."""
    known = {(draft.symbol, draft.language): draft for draft in drafts}
    alone = []
    for one in decisions:
        old, new = ((symbol, one.language) for symbol in (one.old_draft, one.new_draft))
        ruling = rule(one, known.get(old), known.get(new))
        if ruling.state == "waiting":
            missing = old[0] if old not in known else new[0]
            note = f"{ruling.note}; {_there(missing, one.language, known)}"
            ruling = Ruling(one, "waiting", note)
        alone.append(ruling)
    return together(alone)


def _there(missing: str, language: str, known: Iterable[tuple[str, str]]) -> str:
    """Which drafts there are, for a person who may have mistyped a symbol."""
    symbols = sorted(symbol for symbol, of in known if of == language)
    if not symbols:
        return f"there is no draft in {language}"
    near = difflib.get_close_matches(missing, symbols, 1)
    listed = ", ".join(symbols[:NAMED])
    more = f" and {len(symbols) - NAMED} more" if len(symbols) > NAMED else ""
    return f"{f'did you mean {near[0]}? ' if near else ''}there are {listed}{more}"


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
    return UNSEALED
