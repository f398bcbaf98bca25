"""The findings a reporter should see first: one plain sentence a change, with its evidence.

In: two drafts with their alignment and changes. Out: `Found`s in the order of telling (`findings`),
the ones to see first (`first`), how many there are of each kind (`counts`). Sentences are made of
templates and quote only words that are there. `Past` adds what other rounds know.
"""

from __future__ import annotations

from tracker.findings.gather import counts, findings, first
from tracker.findings.names import COUNTED, KINDS, Found, Kind, Words
from tracker.findings.past import Past

__all__ = [
    "COUNTED",
    "KINDS",
    "Found",
    "Kind",
    "Past",
    "Words",
    "counts",
    "findings",
    "first",
]
