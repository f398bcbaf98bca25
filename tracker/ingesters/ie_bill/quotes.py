"""Which blocks of a bill are quoted, to stand in another Act.

In: the blocks of a bill. Out: for each whether it is part of a quotation of more than one block. An
amending section quotes sections, subsections and headings of the Act that it amends; they open
nothing in the bill.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.ingesters.ie_bill.blocks import Block

_QUOTED = ("insert", "quote")
"""Words in the names of styles for what is inserted elsewhere."""


def quoted(blocks: Sequence[Block]) -> list[bool]:
    """For each block whether it is quoted to stand in another Act: it stands between quotation
    marks that were opened before it or with its first character, or its style says so.

    A quotation that is not closed in what follows was opened by mistake, and ends with its block.
    """
    depths = [_balance(block.text.text) for block in blocks]
    left = _least_after(depths)
    found: list[bool] = []
    depth = 0
    for block, change, lowest in zip(blocks, depths, left, strict=True):
        said = any(word in block.style for word in _QUOTED)
        opens = block.text.text.startswith(("\u201c", "\u2018")) and change > 0
        found.append(said or depth > 0 or opens)
        depth = max(depth + change, 0)
        if depth and depth + lowest > 0:
            depth = 0
    return found


def _balance(text: str) -> int:
    return text.count("\u201c") - text.count("\u201d")


def _least_after(changes: Sequence[int]) -> list[int]:
    """For each place the lowest that the sum of the changes after it falls to."""
    lowest = [0] * len(changes)
    best = 0
    for n in range(len(changes) - 1, -1, -1):
        lowest[n] = best
        best = min(0, best + changes[n])
    return lowest
