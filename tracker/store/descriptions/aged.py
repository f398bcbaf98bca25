"""The tables and views of the ages of words.

Out: `AGED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

AGED: dict[str, Note] = {}
