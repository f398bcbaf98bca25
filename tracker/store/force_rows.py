"""Force and references as rows.

In: an `Analysis`. Out: rows on how much provisions oblige, and references between them.
"""

from __future__ import annotations

import sqlite3

from tracker.store.analysis import Analysis


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
