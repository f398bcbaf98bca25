"""Matches of proposals as rows.

In: an `Analysis`. Out: rows on words of proposals that stand in drafts.
"""

from __future__ import annotations

import sqlite3

from tracker.store.analysis import Analysis


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
