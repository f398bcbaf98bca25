"""A draft as Akoma Ntoso 3.0, the OASIS standard for legislative documents, and back.

In: a `Draft`. Out: XML that the strict schema accepts and that anyone who knows the standard can
read, from which `parse` gives the same `Draft` back. What the standard has no place for (where
each word was read, the exact marks, the pages) stands in one `proprietary` element of the
document's meta; `tracker.akn.record` describes it.
"""

from tracker.akn.build import build
from tracker.akn.parse import is_ours, parse
from tracker.akn.validate import check, validate

__all__ = ["build", "check", "is_ours", "parse", "validate"]
