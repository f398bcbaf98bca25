"""The place of each draft among the rounds of its negotiation.

In: a connection. Out: positions in the table of drafts, and how many rounds lie between the two of
each comparison: both change when a draft is put before others, or a manifest says which of two
drafts of one day came first.
"""

from __future__ import annotations

import sqlite3


def count_rounds(conn: sqlite3.Connection, negotiation: str, language: str) -> None:
    """Number the drafts by date, and those of one day as the manifest has them (those that it does
    not name after them), by layer, by symbol; count the rounds between those compared. Comparisons
    in which the newer is now the older are taken away."""
    conn.execute(
        "WITH counted(draft_id, nth) AS (SELECT drafts.id, row_number() OVER "
        "(ORDER BY drafts.date, rounds.ordinal IS NULL, rounds.ordinal, layer_place, drafts.symbol)"
        " FROM drafts LEFT JOIN rounds ON rounds.negotiation_id = drafts.negotiation_id "
        "AND rounds.symbol = drafts.symbol "
        "WHERE drafts.negotiation_id = ? AND drafts.language = ?) "
        "UPDATE drafts SET position = nth FROM counted "
        "WHERE id = draft_id AND position <> nth",
        (negotiation, language),
    )
    conn.execute(
        "DELETE FROM comparisons WHERE negotiation_id = ? AND id IN (SELECT comparisons.id "
        "FROM comparisons JOIN drafts AS older ON older.id = old_draft_id "
        "JOIN drafts AS newer ON newer.id = new_draft_id WHERE older.position > newer.position)",
        (negotiation,),
    )
    conn.execute(
        "UPDATE comparisons SET rounds_apart = newer.position - older.position "
        "FROM drafts AS older, drafts AS newer "
        "WHERE older.id = old_draft_id AND newer.id = new_draft_id "
        "AND comparisons.negotiation_id = ? "
        "AND rounds_apart <> newer.position - older.position",
        (negotiation,),
    )
