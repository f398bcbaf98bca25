"""Texts of an earlier instrument and of the draft, with what became of the words marked.

In: a provision with what became of its words, or where words stand that both have. Out: its pieces,
each with its mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.store.records.borrowed import LostRow, Named, OriginRow, PartRow, PieceRow
from web.terms.plain import slug

SHOWN_INSTEAD = 400
"""Characters of what the draft has instead that are shown."""

AROUND = 500
"""Characters that are shown on each side of words that protect."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a provision as they are shown: `mark` is `kept`, `left-out`, `reworded`,
    `elsewhere`, `new` or `protects`."""

    text: str
    mark: str
    piece: PieceRow | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A provision of the draft with its words; new are those that the precedent does not have."""

    named: Named
    text: tuple[Piece, ...]


def shown(named: Named, origins: dict[str, OriginRow]) -> Shown:
    """A provision of the draft with what it has of the precedent told from what is new; `origins`
    are by provision."""
    origin = origins.get(named.provision.id)
    runs = origin.runs if origin is not None and not origin.is_new else ()
    return Shown(named, tuple(between(named.provision.text, runs, "kept", "new")))


def pieces(part: PartRow) -> Iterator[Piece]:
    """The words of a part of the precedent, by what became of them."""
    for one in part.pieces:
        mark = "kept" if one.became == "not counted" else slug(one.became)
        yield Piece(part.provision.text[one.start : one.end], mark, one)


def between(
    text: str, runs: Iterable[tuple[int, int]], inside: str, outside: str
) -> Iterator[Piece]:
    """A text cut at the ends of runs. What has no word is not marked.

    >>> [(one.text, one.mark) for one in between("a b.", [(0, 1)], "kept", "new")]
    [('a', 'kept'), (' b.', 'new')]
    """
    at = 0
    for start, end in (*runs, (len(text), len(text))):
        if start > at:
            rest = text[at:start]
            mark = outside if any(letter.isalnum() for letter in rest) else "kept"
            yield Piece(rest, mark)
        if end > start:
            yield Piece(text[start:end], inside)
        at = end


def around(text: str, some: Sequence[LostRow]) -> Iterator[Piece]:
    """A text with the words that protect marked, cut on both sides."""
    found = list(between(text, [(one.start, one.end) for one in some], "protects", "kept"))
    for place, one in enumerate(found):
        if one.mark == "protects" or len(one.text) <= AROUND:
            yield one
        elif place == 0:
            yield Piece(f"… {one.text[-AROUND:].partition(' ')[2]}", "kept")
        elif place == len(found) - 1:
            yield Piece(f"{one.text[:AROUND].rpartition(' ')[0]} …", "kept")
        else:
            yield one


def shortened(text: str) -> str:
    """What the draft has instead, cut at a blank."""
    bare = " ".join(text.split())
    return bare if len(bare) <= SHOWN_INSTEAD else f"{bare[:SHOWN_INSTEAD].rpartition(' ')[0]} …"
