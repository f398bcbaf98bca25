"""One provision through all rounds as text or JSON-ready data.

In: a `ThreadPage` of the store. Out: a string or a plain dictionary.
"""

from __future__ import annotations

from tracker.model import NOT_OFFICIAL
from tracker.render.words import SAID, hunks_data, marked
from tracker.store.records import ThreadMember, ThreadPage, ThreadRound


def history(page: ThreadPage) -> dict[str, object]:
    """One provision through all rounds, as the `history` command gives it in JSON."""
    return {
        "thread": page.id,
        "negotiation": page.negotiation_id,
        "label": page.label,
        "decisions": [
            {
                "decision": one.action,
                "state": one.state,
                "name": one.person,
                "date": one.date,
                "reason": one.reason,
                "note": one.note,
                "old_draft": one.old_symbol,
                "old": one.old_place,
                "new_draft": one.new_symbol,
                "new": one.new_place,
            }
            for one in page.decisions
        ],
        "rounds": [_round(one) for one in page.rounds],
    }


def _round(one: ThreadRound) -> dict[str, object]:
    return {
        "symbol": one.draft.symbol,
        "date": one.draft.date,
        "name": one.draft.name,
        "standing": one.draft.standing,
        "partial": one.draft.partial,
        "provisions": [_member(member) for member in one.members],
    }


def _member(member: ThreadMember) -> dict[str, object]:
    return {
        "eid": member.provision.eid,
        "num": member.provision.number,
        "heading": member.provision.heading,
        "function": member.provision.legal_function,
        "relation": member.relation,
        "score": member.score,
        "certain": member.certain,
        "evidence": list(member.evidence),
        "rounds_missed": member.rounds_missed,
        "findings": [
            {"kind": f.kind, "sentence": f.sentence, "certain": f.certain, "why": f.why}
            for f in member.findings
        ],
        "text": [{"eid": p.eid, "num": p.number, "text": p.text} for p in member.provisions],
        "changes": [
            {
                "old": row.old.eid if row.old else None,
                "new": row.new.eid if row.new else None,
                "relation": row.relation,
                "heading": hunks_data(row.heading),
                "text": hunks_data(row.text),
            }
            for row in member.changes
            if row.changed
        ],
    }


def history_text(page: ThreadPage) -> str:
    """The same in plain text, one block a round."""
    blocks = [page.label]
    gone = 0
    for one in page.rounds:
        head = f"{one.draft.date}  {one.draft.symbol}"
        if one.draft.standing in NOT_OFFICIAL:
            head += f"  [{one.draft.standing}, not the official text]"
        if not one.members:
            said = "not covered by this document" if one.draft.partial else "not in this draft"
            blocks.append(f"{head}\n  {said}")
            gone += not one.draft.partial
        for member in one.members:
            blocks.append("\n".join([head, *_lines(member, gone)]))
        gone = 0 if one.members else gone
    return "\n\n".join(blocks)


def _lines(member: ThreadMember, gone: int) -> list[str]:
    """What to say of one member; `gone` counts the whole drafts just before that lack it."""
    provision = member.provision
    title = " ".join(x for x in (provision.number or provision.eid, provision.heading) if x)
    lines = [f"  {title} ({provision.legal_function})"]
    if member.relation is not None:
        sure = "" if member.certain else "possibly "
        missed = f", after {gone} whole drafts without it" if gone else ""
        lines.append(f"  {sure}{SAID[member.relation]}{missed}: {'; '.join(member.evidence)}")
    shown = [row for row in member.changes if row.changed]
    if member.from_provision is None:
        lines.extend(f"  {' '.join(x for x in (p.number, p.text) if x)}" for p in member.provisions)
    elif not shown:
        lines.append("  same words")
    for row in shown:
        place = (row.new or row.old or provision).number
        words = marked(row.heading if row.heading_changed else ()) + marked(row.text)
        lines.append(f"  {place} {SAID[row.relation]}: {words}" if words else f"  {place}")
    return lines
