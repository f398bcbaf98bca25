"""The place of each draft among the rounds of its negotiation.

In: a connection. Out: positions in the table of drafts, and how many rounds lie between the two of
each comparison: both change when a draft is put before others.
"""

from __future__ import annotations

import sqlite3


def count_rounds(conn: sqlite3.Connection, negotiation: str, language: str) -> None:
    """Number the drafts by date, layer, symbol; count the rounds between those compared."""
    conn.execute(
        "WITH counted(draft_id, nth) AS (SELECT id, row_number() OVER "
        "(ORDER BY date, layer_place, symbol) FROM drafts "
        "WHERE negotiation_id = ? AND language = ?) "
        "UPDATE drafts SET position = nth FROM counted "
        "WHERE id = draft_id AND position <> nth",
        (negotiation, language),
    )
    conn.execute(
        "UPDATE comparisons SET rounds_apart = newer.position - older.position "
        "FROM drafts AS older, drafts AS newer "
        "WHERE older.id = old_draft_id AND newer.id = new_draft_id "
        "AND comparisons.negotiation_id = ? "
        "AND rounds_apart <> newer.position - older.position",
        (negotiation,),
    )
