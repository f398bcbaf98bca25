"""What stands outside the basic units: recitals, annexes, and what became an article of them.

In: two outlines, the links so far and the shares of words. Out: which texts outside units may be
looked for inside them and the other way round, and links between provisions of which one stands
outside, where nearly all of each became the other.
"""

from __future__ import annotations

from tracker.align.flow import Shares
from tracker.align.outline import Outline
from tracker.align.pairs import SINGLES, Pair, Pairs

WHOLE = 0.7
"""The share of both that must have gone to, and come from, the other."""


def holders_by_flow(old: Outline, new: Outline, pairs: Pairs, shares: Shares) -> None:
    """Link an annex and an article, say, that nothing else is linked to and that are the same but
    for what they are called."""
    found = []
    for i, j in shares.pairs():
        if i in pairs.of_old or j in pairs.of_new or not _crosses(old, new, i, j):
            continue
        share = min(shares.went(i, j), shares.came(i, j))
        if share >= WHOLE:
            found.append((-share, i, j))
    for less, i, j in sorted(found):
        if i not in pairs.of_old and j not in pairs.of_new:
            said = f"{-less:.0%} of each stands in the other"
            pairs.add(Pair(i, j, -less, evidence=[said], flowed=True))


def _crosses(old: Outline, new: Outline, i: int, j: int) -> bool:
    """Whether one is a unit and the other stands outside units."""
    of_units = old.units[i] == i, new.units[j] == j
    return of_units[0] != of_units[1] and (old.units[i] < 0) != (new.units[j] < 0)


def usable(outline: Outline) -> list[bool]:
    """Of which provisions the text may be contained in others, or contain them: all in units, and
    all that is neither a title nor a heading of a chapter."""
    return [
        outline.units[node.place] >= 0 or node.level not in ("container", *SINGLES, "docTitle")
        for node in outline.nodes
    ]
