"""The difference of one text and several, shared out among the several.

In: the text that was split (or that came of a merger) and its parts, in order. Out: hunks for each
part, so that words that only changed their provision are shown as neither gone nor new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.diff.wording import difference
from tracker.model import Hunk, Operation

SEAM = "\n"
"""Stands between the parts while they are compared; it is in none of them."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The hunks of each part; `coarse` if they are not word by word."""

    hunks: tuple[tuple[Hunk, ...], ...]
    coarse: bool


def of_split(old: str, parts: Sequence[str]) -> Shares:
    """Hunks that turn shares of `old` into `parts`.

    The equal and inserted hunks of a part are the part; the equal and deleted ones of all parts,
    one after the other, are `old`.

    >>> [[(h.operation, h.text) for h in share] for share in of_split("a b", ["a", "b"]).hunks]
    [[('equal', 'a'), ('delete', ' ')], [('equal', 'b')]]
    """
    found = difference(old, SEAM.join(parts))
    return Shares(_cut(found.hunks, [len(p) for p in parts], "delete"), found.coarse)


def of_merger(parts: Sequence[str], new: str) -> Shares:
    """The mirror of `of_split`: the equal and deleted hunks of a part are the part."""
    found = difference(SEAM.join(parts), new)
    return Shares(_cut(found.hunks, [len(p) for p in parts], "insert"), found.coarse)


def _cut(
    hunks: Sequence[Hunk], lengths: Sequence[int], single: Operation
) -> tuple[tuple[Hunk, ...], ...]:
    """Share out hunks at the seams; `single` is the operation on the one text alone."""
    ends: list[int] = []
    for length in lengths:
        ends.append((ends[-1] + len(SEAM) if ends else 0) + length)
    shares: list[list[Hunk]] = [[] for _ in lengths]
    part = at = 0
    for hunk in hunks:
        if hunk.operation == single:
            _add(shares[part], hunk.operation, hunk.text)
            continue
        rest = hunk.text
        while rest:
            room = ends[part] - at
            if room > 0 or part == len(ends) - 1:
                taken = rest[:room] if room > 0 else rest
                _add(shares[part], hunk.operation, taken)
            else:
                # The seam: a character of the one text if both have it, of neither else.
                taken = rest[: len(SEAM)]
                if hunk.operation == "equal":
                    _add(shares[part], single, taken)
                part += 1
            at += len(taken)
            rest = rest[len(taken) :]
    return tuple(tuple(share) for share in shares)


def _add(share: list[Hunk], operation: Operation, text: str) -> None:
    if share and share[-1].operation == operation:
        share[-1] = Hunk(operation, share[-1].text + text)
    else:
        share.append(Hunk(operation, text))
