"""Which provision became which: `align(old, new)` gives an `Alignment`."""

from tracker.align.engine import SURE, align

__all__ = ["SURE", "align"]
