"""Equal parts of many lines are kept once: a document of 10,000 pages has 400,000 lines.

In: lines as they are made. Out: equal lines, whose numbers and runs are shared with earlier ones.
Most lines of a document begin and end at the same few places, in one size, in one run.
"""

from __future__ import annotations

from tracker.read.lines import Line, Run


class Shelf:
    """Values that were seen before."""

    def __init__(self) -> None:
        self.numbers: dict[float, float] = {}
        self.runs: dict[tuple[Run, ...], tuple[Run, ...]] = {}

    def number(self, value: float) -> float:
        """An equal number that was seen before, else this one."""
        return self.numbers.setdefault(value, value)

    def line(self, line: Line) -> Line:
        """An equal line of shared parts."""
        number = self.number
        return Line(
            line.text,
            line.page,
            line.start,
            number(line.left),
            number(line.right),
            number(line.top),
            number(line.bottom),
            number(line.size),
            number(line.gap),
            line.bold,
            line.italic,
            line.centred,
            line.block,
            line.style,
            line.region,
            self.runs.setdefault(line.runs, line.runs),
            line.cell,
            line.glued,
        )
