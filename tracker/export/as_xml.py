"""A draft as Akoma Ntoso: what `tracker convert` gives for the same draft."""

from __future__ import annotations

from tracker import akn
from tracker.store.records.exports import Kept


def draft_xml(kept: Kept) -> bytes:
    """The draft as article-level XML; valid, with the marks, the places of the words in the
    source, and the source's hash inside.

    Raises:
        AknError: the draft cannot be XML.
    """
    return akn.build(kept.draft, kept.negotiation.country)
