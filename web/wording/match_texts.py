"""Both texts of a match, with the words marked that are the same.

In: a text, and where its words that match stand. Out: its pieces, each with its mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tracker.store.records.uptakes import MatchRow

AROUND = 280
"""Characters that are shown on each side of words that match."""

Piece = tuple[str, str]
"""A stretch of a text, and `new` if it matches and is new, `same` if it is the same but known,
else `""`."""

Ends = tuple[int, int, int, int]
"""Where new words that match begin and end, and where those do with the same words around them."""


def proposed(one: MatchRow) -> tuple[Piece, ...]:
    """The text of the proposal."""
    ends = [
        (r.proposal_start, r.proposal_end, r.proposal_common_start, r.proposal_common_end)
        for r in one.runs
    ]
    return pieces(one.proposal.text, ends)


def drafted(one: MatchRow) -> tuple[Piece, ...]:
    """The text of the draft."""
    ends = [(r.start, r.end, r.common_start, r.common_end) for r in one.runs]
    return pieces(one.provision.text, ends)


def pieces(text: str, runs: Sequence[Ends]) -> tuple[Piece, ...]:
    """A text with the words that match marked, and the same words around them; long stretches
    between are cut at blanks.

    >>> pieces("a b c d", [(2, 3, 2, 5)])
    (('a ', ''), ('b', 'new'), (' c', 'same'), (' d', ''))
    """
    new = [(start, end, "new") for start, end, _, _ in runs]
    ends = sorted({0, len(text), *(end for run in runs for end in run)})
    marked: list[tuple[int, int, str]] = []
    for start, end in pairwise(ends):
        held = [kind for first, last, kind in new if first <= start and end <= last]
        same = any(first <= start and end <= last for _, _, first, last in runs)
        mark = held[0] if held else "same" if same else ""
        if marked and marked[-1][2] == mark:
            marked[-1] = (marked[-1][0], end, mark)
        else:
            marked.append((start, end, mark))
    return tuple(
        (
            text[start:end]
            if mark
            else _between(text[start:end], first=not start, last=end == len(text)),
            mark,
        )
        for start, end, mark in marked
        if start < end
    )


def _between(text: str, *, first: bool = False, last: bool = False) -> str:
    """What stands beside runs, cut in the middle, or on the side that is far from them."""
    if len(text) <= (AROUND if first or last else 2 * AROUND):
        return text
    head, tail = text[:AROUND].rpartition(" ")[0], text[-AROUND:].partition(" ")[2]
    if first:
        return f"… {tail}"
    return f"{head} …" if last else f"{head} … {tail}"
