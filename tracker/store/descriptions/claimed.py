"""The tables and views of what the texts say of claims.

Out: `CLAIMED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

CLAIMED: dict[str, Note] = {}
