"""An analysis as rows.

In: an `Analysis` of drafts that are stored, with their comparisons and threads. Out: its rows, in
the tables of the modules named below, and one row of `analyses` that says what it was made of.
"""

from __future__ import annotations

import sqlite3

from tracker import engine
from tracker.store import (
    age_rows,
    borrowed_rows,
    contest_rows,
    finding_rows,
    force_rows,
    judged_rows,
    match_rows,
    phrase_rows,
    reference_rows,
)
from tracker.store.analysis import Analysis
from tracker.store.tables import put_rows, table

ANALYSES = table("analyses", "negotiation_id language", "made_of engine")

_PARTS = (
    finding_rows,
    age_rows,
    contest_rows,
    phrase_rows,
    force_rows,
    reference_rows,
    match_rows,
    borrowed_rows,
    judged_rows,
)


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make this the analysis of its negotiation and language."""
    for part in _PARTS:
        part.write(conn, found)
    scope = (found.negotiation, found.language)
    row = (*scope, found.made_of, engine.fingerprint())
    put_rows(conn, ANALYSES, [row], "negotiation_id = ? AND language = ?", scope)


def made_of(conn: sqlite3.Connection, negotiation: str, language: str) -> str:
    """What the stored analysis was made of, `""` if there is none."""
    row = conn.execute(
        "SELECT made_of FROM analyses WHERE negotiation_id = ? AND language = ?",
        (negotiation, language),
    ).fetchone()
    return str(row[0]) if row else ""


def forget(conn: sqlite3.Connection, negotiation: str, language: str) -> None:
    """Take away that there is an analysis: what is left of it may speak of other texts."""
    scope = (negotiation, language)
    put_rows(conn, ANALYSES, [], "negotiation_id = ? AND language = ?", scope)
