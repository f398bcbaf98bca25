"""Judged claims as rows.

In: an `Analysis`. Out: rows on what the texts say of each claim.
"""

from __future__ import annotations

import sqlite3

from tracker.store.analysis import Analysis


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
