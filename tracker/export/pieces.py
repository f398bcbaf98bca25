"""Provisions as paragraphs of pieces, each piece in both texts or in one.

In: linked provisions with their hunks. Out: `Paragraph`s. What stays if all that was inserted is
taken out is the older text, what stays without what was deleted the newer: also of the numbers, of
the blanks between number and words, and of the ends of paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from tracker.model import Hunk, Mark, MarkField, Operation
from tracker.store.records import ChangeRow, ProvisionRow

Look = Literal["struck", "added", "bold", "number"]
"""How drafters set words off (`struck`: struck out in the draft itself); `number`: a number."""

_LOOKS: tuple[Look, ...] = ("struck", "added", "bold")
Side = Literal["delete", "insert"]
"""The older text, which an acceptor of all changes deletes, or the newer."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a paragraph. With `moved`, they stand in the other text as well, elsewhere."""

    operation: Operation
    text: str
    looks: frozenset[Look] = frozenset()
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`end` says in which of the texts it ends; where it does not, the next one goes on."""

    pieces: tuple[Piece, ...]
    end: Operation = "equal"
    heading: bool = False


def words(paragraphs: Iterable[Paragraph], side: Side) -> list[str]:
    """The words of one of the two texts."""
    said = []
    for one in paragraphs:
        said += [piece.text for piece in one.pieces if piece.operation in ("equal", side)]
        said.append("\n" if one.end in ("equal", side) else "")
    return "".join(said).split()


def words_of(provisions: Iterable[ProvisionRow]) -> list[str]:
    """The words of provisions, with their numbers and headings."""
    return " ".join(f"{one.number} {one.heading} {one.text}" for one in provisions).split()


def struck_words(provision: ProvisionRow) -> list[str]:
    """What drafters show as struck out in a provision's words."""
    held = {"heading": provision.heading, "text": provision.text}
    return [
        words
        for one in provision.marks
        if one.kind == "struck" and (words := held.get(one.field, "")[one.start : one.end].strip())
    ]


def alone(provision: ProvisionRow, side: Side) -> tuple[Paragraph, ...]:
    """A provision that stands in this place of one text only."""
    old, new = (provision, None) if side == "delete" else (None, provision)
    heading, text = (
        (Hunk(side, words),) if words else () for words in (provision.heading, provision.text)
    )
    return _paragraphs(old, new, heading, text)


def together(rows: Sequence[ChangeRow]) -> tuple[Paragraph, ...] | None:
    """Provisions that became one another, in one place: a pair, the parts of what was split, or
    what was merged, in order; None if their hunks do not give both texts word for word."""
    if len(rows) == 1:
        row = rows[0]
        made = _paragraphs(row.old, row.new, row.heading, row.text)
    else:
        made = _several(rows)
    olds = {row.old.id: row.old for row in rows if row.old is not None}
    news = {row.new.id: row.new for row in rows if row.new is not None}
    fits = words(made, "delete") == words_of(olds.values())
    return made if fits and words(made, "insert") == words_of(news.values()) else None


def moved(paragraphs: Iterable[Paragraph], side: Side) -> tuple[Paragraph, ...]:
    """A pair's words at one of its two places: all of one text, those of both told apart."""
    found = []
    for one in paragraphs:
        pieces = tuple(
            replace(piece, operation=side, moved=piece.operation == "equal")
            for piece in one.pieces
            if piece.operation in ("equal", side)
        )
        if one.end in ("equal", side):
            found.append(Paragraph(pieces, side, one.heading))
        elif pieces:
            # The words go on in the next paragraph.
            found.append(Paragraph(pieces, "equal", one.heading))
    return tuple(_joined(found))


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    waiting: tuple[Piece, ...] = ()
    for one in paragraphs:
        if one.end == "equal":
            waiting += one.pieces
        else:
            yield replace(one, pieces=waiting + one.pieces)
            waiting = ()


def _several(rows: Sequence[ChangeRow]) -> tuple[Paragraph, ...]:
    """The parts of a split (or a merger) one after the other: the one provision of the other text
    goes on from part to part."""
    split = len({row.old.id for row in rows if row.old}) == 1
    ends: Side = "insert" if split else "delete"
    blank: Side = "delete" if split else "insert"
    found: list[Paragraph] = []
    olds = news = 0
    for n, row in enumerate(rows):
        first, last = n == 0, n == len(rows) - 1
        old = row.old if first or not split else _nameless(row.old)
        new = row.new if first or split else _nameless(row.new)
        made = list(_paragraphs(old, new, row.heading, row.text, at=(olds, news)))
        if split:
            olds += sum(len(one.text) for one in row.text if one.operation != "insert")
        else:
            news += sum(len(one.text) for one in row.text if one.operation != "delete")
        if not first and made:
            made[0] = replace(made[0], pieces=(Piece(blank, " "), *made[0].pieces))
        if not last and made:
            made[-1] = replace(made[-1], end=ends)
        found += made
    return tuple(found)


def _nameless(provision: ProvisionRow | None) -> ProvisionRow | None:
    return provision and replace(provision, number="", heading="")


def _paragraphs(
    old: ProvisionRow | None,
    new: ProvisionRow | None,
    heading: Sequence[Hunk],
    text: Sequence[Hunk],
    *,
    at: tuple[int, int] = (0, 0),
) -> tuple[Paragraph, ...]:
    """The paragraphs of a provision: its number with its heading, then its words; without a
    heading the number stands before the words. `at` is where in the two texts the hunks begin."""
    sides = (old, new)
    titled = _both(sides, lambda one: bool(one.heading and one.text))
    numbered = _both(sides, lambda one: bool(one.number and (one.heading or one.text)))
    there = _both(sides, lambda one: bool(one.number or one.heading or one.text))
    first = list(_numbers(old, new))
    if numbered is not None:
        first.append(Piece(numbered, "\t" if not (heading or titled) else " "))
    first += _pieces(heading, sides, "heading", (0, 0))
    second = list(_pieces(text, sides, "text", at))
    if titled is None:
        ended = (Paragraph((*first, *second), there, bool(heading)),) if there else ()
        return ended if there or not (first or second) else (Paragraph((*first, *second)),)
    return (Paragraph(tuple(first), titled, True), Paragraph(tuple(second), there or "equal"))


def _numbers(old: ProvisionRow | None, new: ProvisionRow | None) -> Iterator[Piece]:
    before, after = old.number if old else "", new.number if new else ""
    held: frozenset[Look] = frozenset({"number"})
    if before == after and before:
        yield Piece("equal", before, held)
        return
    if before:
        yield Piece("delete", before, held)
    if after:
        yield Piece("insert", after, held)


def _both(
    sides: tuple[ProvisionRow | None, ProvisionRow | None], holds: Callable[[ProvisionRow], bool]
) -> Operation | None:
    """In which of the two texts something holds, None for neither."""
    old, new = (one is not None and holds(one) for one in sides)
    if old and new:
        return "equal"
    return "delete" if old else "insert" if new else None


def _pieces(
    hunks: Sequence[Hunk],
    sides: tuple[ProvisionRow | None, ProvisionRow | None],
    field: MarkField,
    at: tuple[int, int],
) -> Iterator[Piece]:
    """The hunks, cut where drafters' marks begin and end; words of both look as in the newer."""
    marks = [[one for one in side.marks if one.field == field and one.kind in _LOOKS]
             if side else [] for side in sides]  # fmt: skip
    places = list(at)
    for hunk in hunks:
        side = 0 if hunk.operation == "delete" else 1
        start = places[side]
        for text, looks in _cut(hunk.text, start, marks[side]):
            yield Piece(hunk.operation, text, looks)
        for n, operation in enumerate(("insert", "delete")):
            if hunk.operation != operation:
                places[n] += len(hunk.text)


def _cut(text: str, start: int, marks: Sequence[Mark]) -> Iterator[tuple[str, frozenset[Look]]]:
    end = start + len(text)
    touching = [one for one in marks if one.start < end and one.end > start]
    if not touching:
        if text:
            yield text, frozenset()
        return
    borders = {start, end, *(place for one in touching for place in (one.start, one.end))}
    cuts = sorted(place for place in borders if start <= place <= end)
    for a, b in pairwise(cuts):
        held = {look for one in touching for look in _LOOKS
                if one.kind == look and one.start <= a and one.end >= b}  # fmt: skip
        yield text[a - start : b - start], frozenset(held)
