"""The tables and views of findings between drafts.

Out: `FOUND`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

FOUND: dict[str, Note] = {}
