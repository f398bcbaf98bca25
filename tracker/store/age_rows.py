"""The ages of words as rows.

In: an `Analysis`. Out: rows on the ages of words, and what was changed and changed back.
"""

from __future__ import annotations

import sqlite3

from tracker.store.analysis import Analysis


def write(conn: sqlite3.Connection, found: Analysis) -> None:
    """Make these the rows of the analysis's negotiation and language."""
