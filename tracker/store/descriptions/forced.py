"""The tables and views of the force of provisions, and references between them.

Out: `FORCED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

FORCED: dict[str, Note] = {}
