"""What people decided of links, as rows.

In: the rulings on all decisions of a negotiation, in the order of its `links.toml`. Out: rows of
`decisions`, of `link_decisions` (which link is as it is because of which decision); and back again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tracker.decisions import Ruling
from tracker.model import Comparison, Decision
from tracker.store.keys import decision_key, draft_key, provision_key
from tracker.store.tables import DECISIONS, LINK_DECISIONS, Row, put_rows

_COLUMNS = (
    "action, old_symbol, old_place, old_words, new_symbol, new_place, new_words, person, "
    "decisions.date, reason, decisions.relation, decisions.language, old_seal, new_seal"
)


def write(conn: sqlite3.Connection, negotiation: str, rulings: Sequence[Ruling]) -> None:
    """Make these the decisions of a negotiation."""
    rows = [_row(negotiation, n, one) for n, one in enumerate(rulings, 1)]
    put_rows(conn, DECISIONS, rows, "negotiation_id = ?", (negotiation,))


def _row(negotiation: str, ordinal: int, ruling: Ruling) -> Row:
    one = ruling.decision
    old_draft = draft_key(negotiation, one.old_draft, one.language)
    new_draft = draft_key(negotiation, one.new_draft, one.language)
    return (
        decision_key(negotiation, one),
        negotiation,
        ordinal,
        one.action,
        one.old_draft,
        one.old,
        one.old_words,
        one.old_seal,
        one.new_draft,
        one.new,
        one.new_words,
        one.new_seal,
        one.relation,
        one.language,
        one.name,
        one.date,
        one.reason,
        ruling.state,
        ruling.note,
        provision_key(old_draft, ruling.old) if ruling.old else None,
        provision_key(new_draft, ruling.new) if ruling.new else None,
        ruling.old_seal,
        ruling.new_seal,
    )


def read(conn: sqlite3.Connection, negotiation: str) -> tuple[Ruling, ...]:
    """The decisions of a negotiation as they were put in, in the order of the file."""
    found = conn.execute(
        f"SELECT {_COLUMNS}, state, note, old_provision_id, new_provision_id, old_seal_now, "
        "new_seal_now FROM decisions WHERE negotiation_id = ? ORDER BY ordinal",
        (negotiation,),
    )
    return tuple(
        Ruling(Decision(*row[:14]), row[14], row[15], _eid(row[16]), _eid(row[17]), *row[18:])
        for row in found
    )


def _eid(provision_id: str | None) -> str | None:
    # A symbol may hold a # too, an eId cannot.
    return None if provision_id is None else provision_id.rpartition("#")[2]


def write_of_links(
    conn: sqlite3.Connection, negotiation: str, key: str, ids: Sequence[str], one: Comparison
) -> None:
    """Say which links of the comparison `key` are as they are because of whom."""
    rows: list[Row] = [
        (link_id, n, decision_key(negotiation, decision))
        for link_id, link in zip(ids, one.alignment.links, strict=True)
        for n, decision in enumerate(link.decided, 1)
    ]
    scope = "link_id IN (SELECT id FROM links WHERE comparison_id = ?)"
    put_rows(conn, LINK_DECISIONS, rows, scope, (key,))


def of_links(
    conn: sqlite3.Connection, where: str, values: Sequence[object]
) -> dict[str, tuple[Decision, ...]]:
    """The decisions behind links, by link; `where` is an SQL condition on `links`."""
    found: dict[str, tuple[Decision, ...]] = {}
    for link_id, *row in conn.execute(
        f"SELECT link_decisions.link_id, {_COLUMNS} FROM link_decisions "
        "JOIN decisions ON decisions.id = decision_id JOIN links ON links.id = link_id "
        f"WHERE {where} ORDER BY link_decisions.link_id, link_decisions.ordinal",
        values,
    ):
        found[link_id] = (*found.get(link_id, ()), Decision(*row))
    return found
