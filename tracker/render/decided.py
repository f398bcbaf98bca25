"""What people decided of links, as text or JSON-ready data.

In: decisions, and rulings on them. Out: plain dictionaries and strings; the seals that a person
writes down are among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.decisions import STATES, TO_DO, Ruling
from tracker.model import Decision


def decision(one: Decision) -> dict[str, str]:
    """A person's decision, on the link it is told with."""
    said = {"decision": one.action, "name": one.name, "date": one.date, "reason": one.reason}
    # Told with what it left without a partner, it must say of which link it was.
    return {**said, "old": one.old, "new": one.new}


def rulings(found: Sequence[Ruling], built: Sequence[Ruling]) -> list[dict[str, object]]:
    """What becomes of each decision, as the `decisions` command gives it in JSON; `in_database`
    says whether that is what the database was built with."""
    there = {_essence(one) for one in built}
    return [
        {
            "state": one.state,
            "in_database": _essence(one) in there,
            **decision(one.decision),
            "old_draft": one.decision.old_draft,
            "new_draft": one.decision.new_draft,
            "note": one.note,
            "to_do": TO_DO[one.state],
            "old_eid": one.old,
            "new_eid": one.new,
            "old_seal": one.old_seal,
            "new_seal": one.new_seal,
        }
        for one in found
    ]


def rulings_text(found: Sequence[Ruling], built: Sequence[Ruling]) -> str:
    """The same in plain text, with the seals to write down where there are none, and whether the
    database must be built first."""
    there = {_essence(one) for one in built}
    blocks = [_block(n, one, _essence(one) in there) for n, one in enumerate(found, 1)]
    new = sum(_essence(one) not in there for one in found)
    gone = len({one.decision for one in built} - {one.decision for one in found})
    if new or gone:
        said = [f"{new} of these are not in the database as they are here"] if new else []
        said += [f"{gone} that are no more in the file are still in the database"] if gone else []
        blocks.append(f"{', and '.join(said)}: run `tracker build`.")
    return "\n".join(blocks) or "Nobody has decided anything."


def _essence(one: Ruling) -> tuple[object, ...]:
    """What must be the same for the database to follow a decision as the file has it."""
    return one.decision, one.state, one.old, one.new


def _block(number: int, one: Ruling, is_built: bool) -> str:
    said = one.decision
    state = STATES[one.state]
    if one.state == "applied" and not is_built:
        state = "not followed yet: the database was built without it; run `tracker build`"
    lines = [
        f"decisions[{number}]  {state}{f' ({one.note})' if one.note else ''}",
        f"  {said.action}: {said.old_draft} {said.old} → {said.new_draft} {said.new}, "
        f"{said.name}, {said.date}",
        *([f"  to do: {TO_DO[one.state]}"] if TO_DO[one.state] else []),
    ]
    lines += [
        f'  {key} = "{now}"'
        for key, written, now in (
            ("old_seal", said.old_seal, one.old_seal),
            ("new_seal", said.new_seal, one.new_seal),
        )
        if now and written != now
    ]
    return "\n".join(lines)
