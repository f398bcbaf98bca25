"""The difference of one text and several, shared out among the several.

In: the text that was split (or that came of a merger) and its parts, in order. Out: hunks for each
part, so that words that only changed their provision are shown as neither gone nor new.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracker.diff.wording import difference
from tracker.model import Hunk, Operation

SEAM = "\n"
"""Stands between the parts while they are compared; it is in none of them."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The hunks of each part; `coarse` if they are not word by word."""

    hunks: tuple[tuple[Hunk, ...], ...]
    coarse: bool


def of_split(old: str, parts: Sequence[str], main: int = 0) -> Shares:
    """Hunks that turn shares of `old` into `parts`.

    The equal and inserted hunks of a part are the part; the equal and deleted ones of all parts,
    one after the other, are `old`. What `old` has instead of the ends of several parts goes to the
    `main` one, if it is among them.

    >>> [[(h.operation, h.text) for h in share] for share in of_split("a b", ["a", "b"]).hunks]
    [[('equal', 'a'), ('delete', ' ')], [('equal', 'b')]]
    """
    found = difference(old, SEAM.join(parts))
    return Shares(_cut(found.hunks, [len(p) for p in parts], "delete", main), found.coarse)


def of_merger(parts: Sequence[str], new: str, main: int = 0) -> Shares:
    """The mirror of `of_split`: the equal and deleted hunks of a part are the part."""
    found = difference(SEAM.join(parts), new)
    return Shares(_cut(found.hunks, [len(p) for p in parts], "insert", main), found.coarse)


class _Place:
    """How far the parts have been told."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self.part = 0
        self._lengths = lengths
        self._told = 0

    def take(self, text: str) -> Iterator[tuple[int, str, bool]]:
        """The pieces of the next stretch of the joined parts: of which part each is, and whether
        it is the seam behind it."""
        while text:
            room = self._lengths[self.part] - self._told
            last = self.part == len(self._lengths) - 1
            size = len(text) if last else min(room, len(text)) or len(SEAM)
            yield self.part, text[:size], not room and not last
            text = text[size:]
            self._told += size
            if not room and not last:
                self.part, self._told = self.part + 1, 0


def _cut(
    hunks: Sequence[Hunk], lengths: Sequence[int], single: Operation, main: int
) -> tuple[tuple[Hunk, ...], ...]:
    """Share out hunks at the seams; `single` is the operation on the one text alone."""
    shares: list[list[Hunk]] = [[] for _ in lengths]
    place = _Place(lengths)
    for equal, group in groupby(hunks, key=lambda hunk: hunk.operation == "equal"):
        change = tuple(group)
        pieces = [
            (hunk.operation, *piece)
            for hunk in change
            for piece in (
                place.take(hunk.text)
                if hunk.operation != single
                else ((place.part, hunk.text, False),)
            )
        ]
        if not equal and any(seam for *_, seam in pieces):
            pieces = _beside(pieces, single, main)
        for operation, part, text, seam in pieces:
            # The seam is a character of the one text if both have it, of neither else.
            if equal and seam:
                _add(shares[part], single, text)
            elif not seam:
                _add(shares[part], operation, text)
    return tuple(tuple(share) for share in shares)


_Piece = tuple[Operation, int, str, bool]
"""Operation, part, text, and whether it is a seam."""


def _beside(pieces: Sequence[_Piece], single: Operation, main: int) -> list[_Piece]:
    """The pieces of a change over a seam, with what the one text has given to one part: to the
    main one if it lost or gained words here, or to the one that did most, or to the first."""
    sizes: dict[int, int] = {}
    for operation, part, text, seam in pieces:
        if operation != single and not seam and text.strip():
            sizes[part] = sizes.get(part, 0) + len(text)
    first = pieces[0][1]
    whose = main if main in sizes else max(sizes, key=lambda n: (sizes[n], -n), default=first)
    alone = [
        (operation, whose, text, seam) for operation, _, text, seam in pieces if operation == single
    ]
    others = [piece for piece in pieces if piece[0] != single]
    if single == "delete":
        return [*alone, *others]
    return [*others, *alone]


def _add(share: list[Hunk], operation: Operation, text: str) -> None:
    if share and share[-1].operation == operation:
        share[-1] = Hunk(operation, share[-1].text + text)
    else:
        share.append(Hunk(operation, text))
