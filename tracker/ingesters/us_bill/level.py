"""What is open while a bill's text is walked through.

In: nothing. Out: `Level`, the titles, section and numbered provisions that are open, in the bill
itself or in what it quotes; and how a block shows what it is by its place on the line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.ingesters.us_bill.numbers import LABEL, Levels
from tracker.ingesters.us_bill.units import Unit
from tracker.ingesters.walk.blocks import Block

CENTRED = 0.1
"""Share of a line's columns from which a heading stands in the middle."""

HEADING_WORDS = 14
"""Words of a heading over an amount, at most."""


@dataclass(slots=True)
class Level:
    """What is open at one moment, in the bill itself or in what it quotes: titles and parts, the
    section, and below it one unit a rank, with the column in which its later lines begin. `quote`
    is the quotation, None in the bill itself; `home` what words stand in outside the ranks."""

    quote: Unit | None = None
    home: Unit | None = None
    containers: list[Unit] = field(default_factory=list)
    ranks: list[tuple[int, Unit, float]] = field(default_factory=list)
    levels: Levels = field(default_factory=Levels)

    def enter(self, home: Unit | None) -> None:
        """What follows stands in `home`."""
        self.home = home
        self.ranks.clear()
        self.levels = Levels()

    @property
    def above(self) -> Unit | None:
        """What a section stands in."""
        return self.containers[-1] if self.containers else self.quote

    @property
    def deepest(self) -> Unit | None:
        """The innermost that is open."""
        return self.ranks[-1][1] if self.ranks else self.home


def heads_amount(block: Block) -> bool:
    """Whether a block is a heading over an amount: centred, short, and no sentence."""
    line, text = block.first, block.text.text
    if (
        LABEL.match(text)
        or len(text.split()) > HEADING_WORDS
        or text.endswith((".", ";", ":", ","))
    ):
        return False
    return line.centred if line.bottom else line.gap >= 1.0 and line.left >= CENTRED


def measure(block: Block) -> float:
    """The column in which a block's later lines begin."""
    if len(block.lines) > 1:
        return block.lines[-1].left
    return max(0.0, block.first.left - 0.04)
