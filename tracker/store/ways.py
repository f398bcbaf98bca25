"""What stands beside a comparison or a thread: decisions of people, and where two ways differ.

In: a connection and what is asked for. Out: `DecisionRow`s and `DifferenceRow`s.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from tracker.store.records import DecisionRow, DifferenceRow
from tracker.store.rows import provisions_by_id

_DECISIONS = """
SELECT action, state, person, date, reason, relation, note, old_symbol, old_place, new_symbol,
    new_place, old_provision_id, new_provision_id
FROM decisions
"""


def decisions_between(
    conn: sqlite3.Connection, negotiation: str, language: str, old_symbol: str, new_symbol: str
) -> tuple[DecisionRow, ...]:
    """What people decided of links between two drafts, in the order of their file."""
    where = "negotiation_id = ? AND language = ? AND old_symbol = ? AND new_symbol = ?"
    values = (negotiation, language, old_symbol, new_symbol)
    return _decisions(conn, where, values)


def decisions_on(conn: sqlite3.Connection, provision_ids: Iterable[str]) -> tuple[DecisionRow, ...]:
    """What people decided of links that begin or end at one of these provisions, or that took a
    partner from one of them."""
    ids = json.dumps(sorted(provision_ids))
    where = (
        "old_provision_id IN (SELECT value FROM json_each(?1)) "
        "OR new_provision_id IN (SELECT value FROM json_each(?1)) "
        "OR id IN (SELECT decision_id FROM link_decisions JOIN links ON links.id = link_id "
        "WHERE links.old_provision_id IN (SELECT value FROM json_each(?1)) "
        "OR links.new_provision_id IN (SELECT value FROM json_each(?1)))"
    )
    return _decisions(conn, where, (ids,))


def decisions_of(conn: sqlite3.Connection, negotiation: str) -> tuple[DecisionRow, ...]:
    """All that people decided of a negotiation's links."""
    return _decisions(conn, "negotiation_id = ?", (negotiation,))


def _decisions(
    conn: sqlite3.Connection, where: str, values: Sequence[object]
) -> tuple[DecisionRow, ...]:
    found = conn.execute(f"{_DECISIONS} WHERE {where} ORDER BY ordinal", values).fetchall()
    known = provisions_by_id(conn, [end for row in found for end in row[11:] if end])
    return tuple(
        DecisionRow(
            action=row[0],
            state=row[1],
            person=row[2],
            date=row[3],
            reason=row[4],
            relation=row[5] or None,
            note=row[6],
            old_symbol=row[7],
            old_place=row[8],
            new_symbol=row[9],
            new_place=row[10],
            old=known.get(row[11] or ""),
            new=known.get(row[12] or ""),
        )
        for row in found
    )


def differences(
    conn: sqlite3.Connection, old_draft_id: str, new_draft_id: str
) -> tuple[DifferenceRow, ...]:
    """Where comparing two drafts and going from one to the other step by step do not agree."""
    where = "old_draft_id = ? AND new_draft_id = ? ORDER BY ordinal"
    return _differences(conn, where, (old_draft_id, new_draft_id))


def differences_on(
    conn: sqlite3.Connection, provision_ids: Iterable[str]
) -> tuple[DifferenceRow, ...]:
    """Where the two ways do not agree on what became of one of these provisions, by the older
    draft and the newer."""
    where = (
        "old_provision_id IN (SELECT value FROM json_each(?)) ORDER BY "
        "(SELECT position FROM drafts WHERE id = old_draft_id), "
        "(SELECT position FROM drafts WHERE id = new_draft_id), ordinal"
    )
    return _differences(conn, where, (json.dumps(sorted(provision_ids)),))


def _differences(
    conn: sqlite3.Connection, where: str, values: Sequence[object]
) -> tuple[DifferenceRow, ...]:
    found = conn.execute(
        "SELECT way, old_provision_id, new_provision_id, instead_provision_id "
        f"FROM chain_differences WHERE {where}",
        values,
    ).fetchall()
    known = provisions_by_id(conn, [end for row in found for end in row[1:] if end])
    return tuple(
        DifferenceRow(row[0], known[row[1]], known[row[2]], known[row[3]] if row[3] else None)
        for row in found
    )
