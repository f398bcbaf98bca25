"""What stands beside the drafts of a negotiation, as rows, and back again.

In: a `Given`. Out: rows of proposals and precedents; and from those the same `Given`.
"""

from __future__ import annotations

import sqlite3

from tracker.store.analysis import Given


def write(conn: sqlite3.Connection, negotiation: str, given: Given) -> None:
    """Make this what stands beside the drafts of a negotiation."""


def read(conn: sqlite3.Connection, negotiation: str) -> Given:
    """What stands beside the drafts of a negotiation, as it was put in."""
    return Given()
