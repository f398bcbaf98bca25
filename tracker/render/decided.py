"""What people decided of links, as text or JSON-ready data.

In: decisions, and rulings on them. Out: plain dictionaries and strings; the seals that a person
writes down are among them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.decisions import STATES, Ruling
from tracker.model import Decision


def decision(one: Decision) -> dict[str, str]:
    """A person's decision, on the link it is told with."""
    said = {"decision": one.action, "name": one.name, "date": one.date, "reason": one.reason}
    # Told with what it left without a partner, it must say of which link it was.
    return {**said, "old": one.old, "new": one.new}


def rulings(found: Sequence[Ruling]) -> list[dict[str, object]]:
    """What becomes of each decision, as the `decisions` command gives it in JSON."""
    return [
        {
            **decision(one.decision),
            "old_draft": one.decision.old_draft,
            "new_draft": one.decision.new_draft,
            "state": one.state,
            "note": one.note,
            "old_eid": one.old,
            "new_eid": one.new,
            "old_seal": one.old_seal,
            "new_seal": one.new_seal,
        }
        for one in found
    ]


def rulings_text(found: Sequence[Ruling]) -> str:
    """The same in plain text, with the seals to write down where there are none."""
    blocks = []
    for number, one in enumerate(found, 1):
        said = one.decision
        lines = [
            f"decisions[{number}]  {said.action}: {said.old_draft} {said.old} → {said.new_draft} "
            f"{said.new}, {said.name}, {said.date}",
            f"  {STATES[one.state]}{f' ({one.note})' if one.note else ''}",
        ]
        lines += [
            f'  {key} = "{now}"'
            for key, written, now in (
                ("old_seal", said.old_seal, one.old_seal),
                ("new_seal", said.new_seal, one.new_seal),
            )
            if now and written != now
        ]
        blocks.append("\n".join(lines))
    return "\n".join(blocks) or "Nobody has decided anything."
