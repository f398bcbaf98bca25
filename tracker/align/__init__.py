"""Which provision became which: `align(old, new)` gives an `Alignment`."""

from tracker.align.engine import FLOOR, SURE, align

__all__ = ["FLOOR", "SURE", "align"]
