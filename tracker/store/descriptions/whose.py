"""The tables and views of proposals and what of them is in drafts, earlier instruments and what was borrowed.

Out: `WHOSE`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

WHOSE: dict[str, Note] = {}
