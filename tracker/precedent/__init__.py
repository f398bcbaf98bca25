"""What a draft took over from another instrument, and what it left out of what it took over."""

from tracker.precedent.compare import compare
from tracker.precedent.findings import Origin, Passage, Taken, Uptake, Verdict, of_parts
from tracker.precedent.safeguards import Lost, lost_safeguards

__all__ = [
    "Lost",
    "Origin",
    "Passage",
    "Taken",
    "Uptake",
    "Verdict",
    "compare",
    "lost_safeguards",
    "of_parts",
]
