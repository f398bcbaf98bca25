"""What the signs of a file mean that not every comparison has.

In: blocks, and how a format draws what the drafters themselves struck out or put in, and what one
of the documents does not speak of. Out: sentences, only of what is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.export.redline import Block


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a format draws them; each completes "words … are"."""

    struck: str
    added: str
    uncovered: str


def legend(blocks: Sequence[Block], drawn: Drawn) -> Iterator[str]:
    """The sentences."""
    looks = {
        look
        for one in blocks
        for paragraph in one.paragraphs
        for piece in paragraph.pieces
        for look in piece.looks
    }
    if "struck" in looks:
        yield f"Words {drawn.struck} are struck out in the draft itself."
    if "added" in looks:
        yield f"Words {drawn.added} are put in by the draft itself."
    if not all(one.covered for one in blocks):
        yield (
            f"Words {drawn.uncovered} are in one of the two documents only, because the other "
            "covers only part of the text: they may or may not be new or gone."
        )
