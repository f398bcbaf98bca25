"""The tables and views of words in brackets over time.

Out: `CONTESTED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

CONTESTED: dict[str, Note] = {}
