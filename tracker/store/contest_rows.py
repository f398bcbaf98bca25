"""Contested words as rows.

In: an `Analysis`. Out: rows on words in brackets over time.
"""

from __future__ import annotations

import sqlite3

from tracker.store.analysis import Analysis


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
