"""What a manifest names beside the drafts: proposals for the text, and earlier instruments.

In: a negotiation as its manifest tells it, and the folder of that. Out: `Given`. A precedent whose
file is not there is left out; a file of proposals must be there.
"""

from __future__ import annotations

from pathlib import Path

from tracker.model import Negotiation
from tracker.store.analysis import Given


def given_by(negotiation: Negotiation, folder: Path) -> Given:
    """What stands beside the drafts of a negotiation."""
    return Given()
